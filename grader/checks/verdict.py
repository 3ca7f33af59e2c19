"""What to tell whose check failed, from the error that ended it.

Of a hidden check nothing is told that could hold its inputs: no text of the student's, no line
that is not in their notebook.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.checks.template import JailError
from grader.wire.channel import LONGEST_LINE, Message


@dataclass(frozen=True)
class Failure:
    """A check that failed: the error, and that of the cell which should define the answer."""

    error: Any
    of_the_cell: Exception | None
    discreet: bool  # whether the inputs of the check are to be kept
    cells: list[Message]  # the student's


def verdict(failure: Failure, task: Message) -> tuple[str, str]:
    """Return the status of an exercise, and what to say."""
    error, text = failure.error, str(failure.error)
    if isinstance(error, JailError):
        return "infrastructure", text
    if getattr(error, "line", None) is not None:  # only an error of the student's has one
        return _of_the_answer(failure, task["name"])
    if isinstance(error, NotImplementedError) and task["value"]:
        return "not-done", "not done yet"
    if isinstance(error, AssertionError):
        told = text and (not failure.discreet or is_ours(error, task))
        return "wrong", text if told else "the check failed"
    said = type(error).__name__ + ("" if failure.discreet else f": {text}")
    used = task["name"] if task["value"] else f"what {task['name']} returned"
    return "wrong", f"the check could not use {used}: {said}"


def printable(text: str) -> str:
    """Return `text` without what no file, page or terminal should be given."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def _of_the_answer(failure: Failure, name: str) -> tuple[str, str]:
    error, line, discreet = failure.error, failure.error.line, failure.discreet
    if not line and isinstance(error, NameError) and str(error) == f"{name} is not defined":
        if failure.of_the_cell is None:
            return "not-done", "not done yet"
        name, error, discreet = "the cell", failure.of_the_cell, False  # it has seen no input
    if isinstance(error, NotImplementedError):
        return "not-done", "not done yet"
    if discreet and line not in _lines(failure.cells):
        line = ""
    said = type(error).__name__ + ("" if discreet else f": {error}")
    return "wrong", f"{name} raised {said}" + (f", in the line {line}" if line else "")


def _lines(cells: Iterable[Message]) -> set[str]:
    lines = (line for cell in cells for line in cell["source"].splitlines())
    return {line.strip()[:LONGEST_LINE] for line in lines}


def is_ours(error: Any, task: Message) -> bool:
    """Return whether an error is an assertion whose text is written in our checks as it is."""
    if not isinstance(error, AssertionError) or hasattr(error, "line"):
        return False
    sources = [*task["checks"], *(source for _, source in task["hidden"])]
    nodes = (node for source in sources for node in ast.walk(ast.parse(source)))
    return any(isinstance(node, ast.Constant) and node.value == str(error) for node in nodes)
