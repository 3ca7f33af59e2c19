"""What a check asks of an answer that is a value: an input, an order of lines, an estimate.

Each question returns True, or fails by an assertion that says in words what is wrong with the
answer. An answer that is still `...` is not done yet. `mathlib.checks.agrees` compares numbers.
"""

import contextlib
import copy
import math
from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter
from numbers import Real
from string import ascii_lowercase
from typing import Any

from mathlib._arrays import as_number, as_positive
from mathlib.checks import agrees, done

LONGEST = 80  # characters of an answer that a message repeats


def tells_apart(
    x: Any,
    right: Callable[..., Any],
    wrong: Callable[..., Any],
    *,
    rtol: float = 0.0,
    atol: float = 0.0,
) -> bool:
    """Return whether `right` and `wrong` differ on the input `x`; a tuple holds several arguments.

    An input that `right` refuses is none, and fails by an assertion that says why; nor is a number
    in quotation marks, which NumPy would read. Where `wrong` alone breaks down, they differ.

    Parameters
    ----------
    x : object
        The answer of whoever was asked for an input on which a wrong function shows itself.
    right, wrong : callable
        Pure functions.
    rtol, atol : float
        Up to what they are the same, as `agrees` has it.

    Examples
    --------
    >>> tells_apart([2, 1], sorted, list)
    True
    >>> tells_apart([1, 2], sorted, list)
    False
    """
    for function, name in ((right, "right"), (wrong, "wrong")):
        if not callable(function):
            raise TypeError(f"{name} must be callable, got {function!r}")
    agrees(0, 0, rtol=rtol, atol=atol)  # the tolerances are asked before any work
    given = done(x) if isinstance(x, tuple) else (done(x),)
    try:
        wanted = right(*copy.deepcopy(given))
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise AssertionError(f"{_short(x)} is no input that it takes: {_short(said)}") from None
    quoted = _quotes_numbers(given, right, wanted)
    _hold(not quoted, f"a number has no quotation marks, got {_short(x)}")
    try:
        return not agrees(wrong(*copy.deepcopy(given)), wanted, rtol=rtol, atol=atol)
    except Exception:
        return True


def in_order(
    lines: Any, needs: Mapping[str, str], distractors: Mapping[str, str] | None = None
) -> bool:
    """Return True if `lines` holds each line once, and before it all that it needs.

    Parameters
    ----------
    lines : str or list of str
        The answer: the letters of the lines in their order, "bac", "b, a, c" or ["b", "a", "c"].
    needs : dict
        For each line of the proof or program, by its letter, the letters of those that must
        stand somewhere before it.
    distractors : dict, optional
        For each line that belongs nowhere the sentence for whoever takes it.

    Examples
    --------
    >>> in_order("b, a, c", {"a": "", "b": "", "c": "ab"})
    True
    """
    graph = _graph(needs)
    wrong = {} if distractors is None else _sentences(distractors)
    if both := graph.keys() & wrong.keys():
        raise ValueError(f"distractors must not be lines of needs, got {min(both)!r}")
    order = _letters(done(lines))
    for at, line in enumerate(order):
        _hold(line not in wrong, f"({line}) {wrong.get(line)}")
        _hold(line in graph, f"there is no line ({line})")
        _hold(line not in order[:at], f"({line}) must stand there once")
    for at, line in enumerate(order):
        for other in graph[line]:
            _hold(other not in order[at:], f"({line}) needs ({other}), which comes only after it")
    missing = len(graph) - len(order)
    _hold(not missing, f"it is not whole: {missing} more must stand there")
    return True


def within_factor(estimate: Any, truth: float, factor: float) -> bool:
    """Return True if `estimate` is at most `factor` times too large or too small.

    Parameters
    ----------
    estimate : number
        The answer.
    truth : float
        The positive number that was to be estimated.
    factor : float
        Greater than 1.

    Examples
    --------
    >>> within_factor(2e9, 1.3e9, factor=2)
    True
    """
    truth, factor = as_positive(truth, "truth"), as_number(factor, "factor")
    if not 1 < factor < math.inf:
        raise ValueError(f"factor must be greater than 1, and finite, got {factor}")
    done(estimate)
    number = isinstance(estimate, Real) and not isinstance(estimate, bool)
    positive = number and 0 < estimate < math.inf
    _hold(positive, f"an estimate is a positive number, got {_short(estimate)}")
    digits = math.log10(estimate) - math.log10(truth)  # an integer may be too large for a float
    times = f"{10 ** abs(digits):.2g}" if abs(digits) < 3 else f"10**{abs(digits):.0f}"
    side = "large" if digits > 0 else "small"
    near = abs(digits) <= math.log10(factor) + 1e-9
    _hold(near, f"about {times} times too {side}: it must be within a factor of {factor:g}")
    return True


def _quotes_numbers(given: tuple[Any, ...], right: Callable[..., Any], wanted: Any) -> bool:
    """Return whether there are texts in `given` that are taken for the numbers which they spell."""
    read = _without_quotes(given)
    if repr(read) == repr(given):
        return False
    try:
        return agrees(right(*copy.deepcopy(read)), wanted)
    except Exception:
        return False


def _without_quotes(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return type(value)(map(_without_quotes, value))
    for kind in (int, float) if isinstance(value, str) else ():
        with contextlib.suppress(ValueError):
            return kind(value)
    return value


def _graph(needs: Mapping[str, str]) -> dict[str, str]:
    graph = _by_letter(needs, "needs")
    for line, others in graph.items():
        if unknown := set(others) - graph.keys():
            raise ValueError(f"needs must name lines of its own, got {min(unknown)!r} for {line!r}")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise ValueError(f"needs must hold no circle, got {error.args[1]}") from None
    return graph


def _sentences(distractors: Mapping[str, str]) -> dict[str, str]:
    sentences = _by_letter(distractors, "distractors")
    for line, sentence in sentences.items():
        if not sentence.strip():
            raise ValueError(f"distractors must say what is wrong, got {sentence!r} for {line!r}")
    return sentences


def _by_letter(lines: Mapping[str, str], name: str) -> dict[str, str]:
    if not isinstance(lines, Mapping) or not lines:
        raise TypeError(f"{name} must be a dict of lines, got {lines!r}")
    for line, text in lines.items():
        if line not in {*ascii_lowercase} or not isinstance(text, str):
            raise ValueError(f"{name} must hold a text for each letter, got {line!r}: {text!r}")
    return dict(lines)


def _letters(lines: Any) -> str:
    texts = lines if isinstance(lines, list | tuple) else [lines]
    plain = all(isinstance(text, str) for text in texts)
    order = "".join(c for c in "".join(texts).lower() if c not in " ,;()>-\n") if plain else ""
    letters = order and all(c in ascii_lowercase for c in order)
    asked = "write the letters of the lines in their order, such as 'bac'"
    _hold(letters, f"{asked}, got {_short(lines)}")
    return order


def _hold(condition: Any, otherwise: str) -> None:
    """Fail by an assertion, which `python -O` or pytest does not change."""
    if not condition:
        raise AssertionError(otherwise)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
