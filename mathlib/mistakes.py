"""Feedback that teaches: which known mistake does an answer agree with?

The grader asks it, and so does the page.
"""

import contextlib
import copy
import functools
import io
import json
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from mathlib.checks import agrees

ENOUGH_INPUTS = 40
NEAR = {"rtol": 1e-9, "atol": 1e-12}
ESTIMATE = {"rtol": 0.3}  # who estimates makes a mistake roughly
Answer = Callable[..., Any]
Outcome = tuple[str, Any]  # "value" and the value, or "error" and its kind


@dataclass(frozen=True)
class _Known:
    """What is known of an exercise: inputs, and what the solution and each mistake make of them."""

    inputs: list[Any]
    right: list[Outcome]
    mistakes: list[tuple[str, list[Outcome]]]  # each with its sentence
    near: dict[str, float]  # how near is the same


def known_mistake(task: str, answer: Any) -> str:
    """Return the docstring of the known mistake that `answer` agrees with, or nothing.

    They are compared on the inputs that the checks draw: those which the solution is given, the
    same at each call. What is known of a task is found out once.

    Parameters
    ----------
    task : str
        As JSON: the `name` of the function; the sources of `setup`, `solution`, `checks`,
        `mistakes`; `hidden`, pairs of a cell's id and its source; perhaps the `kind`.
    answer : callable
        The student's function; or their value.
    """
    known = _known(task)
    answer = answer if callable(answer) else partial(copy.deepcopy, answer)
    answers = [_outcome(answer, each) for each in known.inputs]

    def agrees_with(outcomes: list[Outcome]) -> bool:
        return all(_alike(a, b, known.near) for a, b in zip(answers, outcomes, strict=True))

    if agrees_with(known.right):
        return ""
    return next((said for said, outcomes in known.mistakes if agrees_with(outcomes)), "")


def of_page(task: str, names: dict[str, Any]) -> str:
    """Return the sentence for the answer that a reader has among their `names`, or nothing.

    `task` is that of `known_mistake`.
    """
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return known_mistake(task, names[json.loads(task)["name"]])
        except Exception:  # the answer is such that it cannot be looked at
            return ""


@functools.lru_cache(maxsize=256)
def _known(text: str) -> _Known:
    task = json.loads(text)
    names: dict[str, Any] = {}
    inputs = _inputs(names, task)
    right = [_outcome(names[task["name"]], each) for each in inputs]
    for source in task["mistakes"]:
        _execute(source, names)
    mistakes = [
        (str(function.__doc__), [_outcome(function, each) for each in inputs])
        for name, function in list(names.items())  # a function that warns adds a name
        if name.startswith(f"{task['name']}__")
    ]
    return _Known(inputs, right, mistakes, ESTIMATE if task.get("kind") == "estimate" else NEAR)


def _generator(cell: str) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(cell.encode()))


def _inputs(names: dict[str, Any], task: dict[str, Any]) -> list[Any]:
    """Run the checks on the solution, in `names`; return the arguments that it was given."""
    for source in [*task["setup"], task["solution"]]:
        _execute(source, names)
    inputs: list[Any] = []
    right = names[task["name"]]
    if not callable(right):  # a value is what a function without arguments returns
        names[task["name"]] = partial(copy.deepcopy, right)
        return [((), {})]

    @functools.wraps(right)
    def record(*args: Any, **kwargs: Any) -> Any:
        tapes = [_Tape() if isinstance(arg, Iterator) else arg for arg in args]
        inputs.append(copy.deepcopy((tapes, kwargs)))
        tapes = inputs[-1][0]
        return right(*map(_taped, args, tapes), **kwargs)

    names[task["name"]] = record
    for source in task["checks"]:
        _execute(source, names)
    visible = len(inputs)
    for cell, source in task["hidden"]:
        names["rng"] = _generator(cell)
        _execute(source, names)
    names[task["name"]] = right
    drawn = inputs[visible:]
    return inputs[:visible] + drawn[:: len(drawn) // ENOUGH_INPUTS + 1]


class _Tape(list[Any]):
    """What a stream has given, to be played again."""


def _taped(value: Any, tape: Any) -> Any:
    """Return `value`, or a stream of what it gives that writes on a tape."""

    def stream() -> Iterator[Any]:
        for item in value:
            tape.append(copy.deepcopy(item))
            yield item

    return stream() if type(tape) is _Tape else value


def _execute(source: str, names: dict[str, Any]) -> None:
    exec(compile(source, "<check>", "exec"), names)


def _outcome(function: Answer, given: Any) -> Outcome:
    args, kwargs = copy.deepcopy(given)
    try:
        played = [iter(arg) if type(arg) is _Tape else arg for arg in args]
        return "value", function(*played, **kwargs)
    except Exception as error:
        return "error", type(error)


def _alike(one: Outcome, other: Outcome, near: dict[str, float]) -> bool:
    if one[0] != other[0]:
        return False
    if one[0] == "value":
        return agrees(one[1], other[1], **near)
    kinds = one[1], other[1]  # of errors: one may have come as the nearest that both sides know
    return kinds[0] is kinds[1] or (
        Exception not in kinds and (issubclass(*kinds) or issubclass(*kinds[::-1]))
    )
