"""What a check asks of an answer, and what it asks it about.

The question: form and value (`agrees`), and what became of the arguments (`pure`). What it is
asked about: `vectors`, `matrices` and `dressed` hold one of each kind that plausible wrong answers
are blind to, and every kind every time, whatever the seed.

The checks of an exercise run in three places: in a notebook, in the page, and in the grader,
where the answer lives in another process and gets copies of its arguments. These functions ask
the same question everywhere.
"""

import copy
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_array, as_count, as_instance, as_number, numbers_of

MOST = 1000  # entries along an axis of what a check draws


def arguments_after(function: Callable[..., Any], *args: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return ``function(*args)``, and what it has left of its arguments.

    Parameters
    ----------
    function : callable
        The answer to an exercise.
    *args
        Plain values: numbers, lists, arrays. The function gets copies of them.

    Returns
    -------
    (value, arguments) : tuple

    Examples
    --------
    >>> def largest(x):
    ...     x.sort()
    ...     return x[-1]
    >>> arguments_after(largest, [3, 1, 2])
    (3, ([1, 2, 3],))
    """
    elsewhere = getattr(function, "arguments_after", None)  # the grader's: it asks over there
    if elsewhere is not None:
        value, arguments = elsewhere(*args)
        return value, arguments
    if not callable(function):
        raise TypeError(f"function must be callable, got {function!r}")
    copies = copy.deepcopy(args)
    return function(*copies), copies


def pure(function: Callable[..., Any], *args: Any) -> Any:
    """Return ``function(*args)``; an assertion fails if that has changed an argument.

    Examples
    --------
    >>> pure(sorted, [3, 1, 2])
    [1, 2, 3]
    """
    value, after = arguments_after(function, *args)
    name = getattr(function, "__name__", "the function")
    for number, (left, given) in enumerate(zip(after, args, strict=True), start=1):
        plain = isinstance(given, np.ndarray | list | tuple | dict | int | float | complex | str)
        assert not plain or agrees(left, given), (
            f"{name} has changed its argument number {number}: whoever called it still needs what "
            "it was. Work on a copy"
        )
    return value


def vectors(rng: np.random.Generator, shortest: int = 1, longest: int = 9) -> list[NDArray[Any]]:
    """Return vectors of every kind that a wrong answer may be blind to.

    The kinds: integers and floats; the shortest, the longest, and the lengths between that are
    even and odd; zeros, ties, repeated entries, negative ones; tiny, huge, badly scaled.

    Parameters
    ----------
    rng : numpy.random.Generator
    shortest, longest : int
        The lengths, both included.

    Examples
    --------
    >>> kinds = vectors(np.random.default_rng(0), 2, 5)
    >>> sorted({x.size for x in kinds}), {x.dtype.kind for x in kinds} == {"i", "f"}
    ([2, 3, 4, 5], True)
    """
    rng = as_instance(rng, "rng", np.random.Generator)
    longest = as_count(longest, "longest", 1, MOST)
    shortest = as_count(shortest, "shortest", 1, longest)
    sizes = list(range(shortest, longest + 1))
    if len(sizes) > 4:  # the shortest, the longest, and between them one even, one odd
        middle = int(rng.integers(shortest + 1, longest - 1))
        sizes = [shortest, middle, middle + 1, longest]
    n, m = longest, int(rng.choice(sizes))
    found: list[NDArray[Any]] = [rng.integers(-9, 10, size=size) for size in sizes]
    found += [rng.normal(size=size) for size in sizes]
    below = rng.uniform(-0.8, 0.8, size=n)
    found += [below + np.copysign(0.1, below)]  # cut off to integers, nothing is left
    found += [np.zeros(m), np.full(n, 7), rng.integers(0, 2, size=n)]
    found += [-1 - rng.integers(0, 9, size=m), 1 + rng.integers(0, 9, size=m)]
    found += [1e-9 * rng.normal(size=m), 1e9 * rng.normal(size=m)]
    found += [10.0 ** rng.integers(-6, 7, size=n) * rng.choice([-1, 1], n)]
    return found


def matrices(rng: np.random.Generator, largest: int = 5) -> list[NDArray[Any]]:
    """Return matrices of every kind that a wrong answer may be blind to.

    The kinds: square, wide, tall, of one row, one column, one entry; integers and floats; zeros,
    symmetric, badly scaled.

    Examples
    --------
    >>> shapes = {X.shape for X in matrices(np.random.default_rng(0), 3)}
    >>> {(1, 1), (1, 3), (3, 1), (3, 3)} <= shapes
    True
    """
    rng = as_instance(rng, "rng", np.random.Generator)
    largest = as_count(largest, "largest", 2, MOST)
    less = int(rng.integers(2, largest)) if largest > 2 else 1
    shapes = [(1, 1), (1, largest), (largest, 1), (largest, largest), (less, largest)]
    shapes += [(largest, less)]
    found: list[NDArray[Any]] = [rng.integers(-9, 10, size=shape) for shape in shapes]
    found += [rng.normal(size=shape) for shape in shapes]
    found += [rng.uniform(-0.9, 0.9, size=(less, largest)), np.zeros((largest, less))]
    square = rng.normal(size=(largest, largest))
    found += [square + square.T, 10.0 ** rng.integers(-6, 7, size=(less, largest))]
    return found


def dressed(x: ArrayLike) -> list[Any]:
    """Return the same numbers as a list, a view that runs backwards, one with gaps, read-only.

    Examples
    --------
    >>> [type(each).__name__ for each in dressed([1, 2])]
    ['list', 'ndarray', 'ndarray', 'ndarray']
    """
    x = as_array(x, "x", 1)
    gaps = np.repeat(x, 2, axis=0)[::2]
    frozen = x.copy()
    frozen.flags.writeable = False
    return [x.tolist(), x[::-1].copy()[::-1], gaps, frozen]


def agrees(got: Any, wanted: Any, *, rtol: float = 0.0, atol: float = 0.0) -> bool:
    """Return whether `got` has the form of `wanted`, and its values up to rounding.

    The form is asked first. So nothing is won by what agrees with everything: an empty array,
    a number in the place of an array, an axis too many, a truth value in the place of a number.

    Parameters
    ----------
    got : object
        What an answer returned.
    wanted : number, string, array, list, dict, or a tuple whose parts have forms of their own
        What is right. An array may be answered by a list of the same shape.
    rtol, atol : float
        ``|got - wanted| <= atol + rtol |wanted|``; infinities and nan where they are wanted.

    Examples
    --------
    >>> agrees([0.1 + 0.2, 1], [0.3, 1], rtol=1e-12)
    True
    >>> agrees([], [0.3])
    False
    """
    for value, name in ((rtol, "rtol"), (atol, "atol")):
        if not 0 <= as_number(value, name) < np.inf:
            raise ValueError(f"{name} must be 0 or more, and finite, got {value}")
    done(got)
    if isinstance(wanted, dict):
        alike = isinstance(got, dict) and got.keys() == wanted.keys()
        return alike and all(agrees(got[k], wanted[k], rtol=rtol, atol=atol) for k in wanted)
    g, w = numbers_of(got), numbers_of(wanted)
    if g is not None and w is not None and not isinstance(wanted, tuple):
        alike = g.shape == w.shape and np.iscomplexobj(g) == np.iscomplexobj(w)
        alike = alike and (g.ndim > 0 or g.dtype.kind != "b" or w.dtype.kind == "b")
        return alike and bool(np.allclose(g, w, float(rtol), float(atol), equal_nan=True))
    got = list(got) if isinstance(got, np.ndarray) and got.ndim else got
    if isinstance(wanted, list | tuple) and isinstance(got, list | tuple):
        alike = len(got) == len(wanted)
        return alike and all(map(partial(agrees, rtol=rtol, atol=atol), got, wanted))
    return type(got) is type(wanted) and bool(got == wanted)


def done(answer: Any) -> Any:
    """Return the answer to a question for a value, unless it is `...` as it was handed out.

    Raises
    ------
    NotImplementedError
        If nobody has answered yet.

    Examples
    --------
    >>> done(3)
    3
    """
    if answer is ...:
        raise NotImplementedError("not done yet")
    return answer
