"""Feedback that teaches: which known mistake does an answer agree with?"""

import copy
import functools
from collections.abc import Callable
from typing import Any

from mathlib.checks import agrees

ENOUGH_INPUTS = 40
Answer = Callable[..., Any]


def known_mistake(task: dict[str, Any], answer: Answer, rng: Callable[[str], Any]) -> str:
    """Return the docstring of the known mistake that `answer` agrees with, or nothing.

    They are compared on the inputs that the checks draw: those which the solution is given.

    Parameters
    ----------
    task : dict
        The `name` of the function; the sources of `setup`, `solution`, `checks`, `mistakes`;
        `hidden`, pairs of a cell's id and its source.
    answer : callable
        The student's function.
    rng : callable
        The generator that a hidden cell is given, by its id.
    """
    names: dict[str, Any] = {}
    inputs: list[Any] = []

    def execute(source: str) -> None:
        exec(compile(source, "<check>", "exec"), names)

    for source in [*task["setup"], task["solution"]]:
        execute(source)
    name = task["name"]
    right = names[name]

    @functools.wraps(right)
    def record(*args: Any, **kwargs: Any) -> Any:
        inputs.append(copy.deepcopy((args, kwargs)))
        return right(*args, **kwargs)

    names[name] = record
    for source in task["checks"]:
        execute(source)
    visible = len(inputs)
    for cell, source in task["hidden"]:
        names["rng"] = rng(cell)
        execute(source)
    names[name] = right
    drawn = inputs[visible:]
    inputs = inputs[:visible] + drawn[:: len(drawn) // ENOUGH_INPUTS + 1]
    answers = [_outcome(answer, each) for each in inputs]
    if all(_agree(a, _outcome(right, i)) for a, i in zip(answers, inputs, strict=True)):
        return ""
    for source in task["mistakes"]:
        execute(source)
    for mistake, function in list(names.items()):  # a function that warns adds a name
        if mistake.startswith(f"{name}__") and all(
            _agree(a, _outcome(function, i)) for a, i in zip(answers, inputs, strict=True)
        ):
            return str(function.__doc__)
    return ""


def _outcome(function: Callable[..., Any], given: Any) -> tuple[str, Any]:
    args, kwargs = copy.deepcopy(given)
    try:
        return "value", function(*args, **kwargs)
    except Exception as error:
        return "error", type(error).__name__


_agree = functools.partial(agrees, rtol=1e-9, atol=1e-12)
