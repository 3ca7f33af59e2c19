"""What a student handed in: the answers, by exercise, whatever happened to the rest."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from book.notebooks import function_name, tags
from grader.master import Exercise, exercises, setup_cells

MARKER = re.compile(r"^# exercise: ([a-z]{2}-\d\d[a-z]?)\s*$", re.MULTILINE)


class UnreadableError(Exception):
    """The file is no notebook."""


@dataclass
class Answer:
    """The source of one answer cell, and of the student's own cells before it."""

    source: str
    helpers: list[str] = field(default_factory=list)


def read_submission(path: Path) -> NotebookNode:
    """Return the notebook at `path`.

    Raises
    ------
    UnreadableError
        If it is no file, no JSON, or no notebook.
    """
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise UnreadableError(f"{type(error).__name__}: {error}"[:300]) from None


def answers(submission: NotebookNode, master: NotebookNode) -> dict[str, Answer]:
    """Return the student's answer to each exercise that the submission still holds.

    A cell is an answer by its metadata; else by its first-line comment, which survives tools
    that drop metadata; else because it defines the function asked for. The last one counts, as
    it does when the notebook is run. Cells that we handed out ourselves, edited or not, are
    never taken over; cells of the student's own are, with the answer that follows them.
    """
    wanted = exercises(master)
    handed_out = {cell.id for cell in master.cells if "answer" not in tags(cell)}
    ours = {c.source for e in wanted.values() for c in e.checks}
    ours |= {cell.source for cell in setup_cells(master)}
    found: dict[str, Answer] = {}
    helpers: list[str] = []
    for cell in submission.cells:
        if cell.cell_type != "code" and not MARKER.match(cell.source):
            continue
        id = _exercise_id(cell, wanted)
        if id:
            found[id] = Answer(cell.source, helpers)
            helpers = []
        elif "exercise" not in cell.metadata and (
            cell.get("id") not in handed_out and cell.source not in ours
        ):
            helpers.append(cell.source)
    return found


def _exercise_id(cell: NotebookNode, wanted: dict[str, Exercise]) -> str | None:
    if "exercise" in cell.metadata and "answer" not in tags(cell) and tags(cell):
        return None  # a check, whatever stands in it
    marker = MARKER.match(cell.source)
    by_metadata = cell.metadata.get("exercise")
    for id in (by_metadata, marker[1] if marker else None):
        if id in wanted:
            return str(id)
    try:
        name = function_name(cell.source)
    except (SyntaxError, ValueError):
        return None
    return next((id for id, exercise in wanted.items() if exercise.name == name), None)
