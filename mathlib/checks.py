"""What a check asks of an answer: its form and its value, and what it did to its arguments.

The checks of an exercise run in three places: in a notebook, in the page, and in the grader,
where the answer lives in another process and gets copies of its arguments. These functions ask
the same question everywhere.
"""

import copy
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mathlib._arrays import as_number


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


def agrees(got: Any, wanted: Any, *, rtol: float = 0.0, atol: float = 0.0) -> bool:
    """Return whether `got` has the form of `wanted`, and its values up to rounding.

    The form is asked first. So nothing is won by what agrees with everything: an empty array,
    a number in the place of an array, an axis too many.

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
    if isinstance(wanted, dict):
        alike = isinstance(got, dict) and got.keys() == wanted.keys()
        return alike and all(agrees(got[k], wanted[k], rtol=rtol, atol=atol) for k in wanted)
    g, w = _numbers(got), _numbers(wanted)
    if g is not None and w is not None and not isinstance(wanted, tuple):
        alike = g.shape == w.shape and np.iscomplexobj(g) == np.iscomplexobj(w)
        return alike and bool(np.allclose(g, w, float(rtol), float(atol), equal_nan=True))
    got = list(got) if isinstance(got, np.ndarray) and got.ndim else got
    if isinstance(wanted, list | tuple) and isinstance(got, list | tuple):
        alike = len(got) == len(wanted)
        return alike and all(map(partial(agrees, rtol=rtol, atol=atol), got, wanted))
    return type(got) is type(wanted) and bool(got == wanted)


def _numbers(value: Any) -> NDArray[Any] | None:
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    return array if array.dtype.kind in "biufc" else None
