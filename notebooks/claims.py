"""What the notebooks say of themselves: the claims of the chapters, the exercises, the cells.

A claim is a heading under a label such as ``(tc-06)=``. Its check is a code cell tagged
``claim:tc-06``. An exercise carries the id of its claim, with a letter where a claim has
several. Everything here is derived from the notebooks; nothing is kept a second time.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from notebooks.files import paths, read, tags

LABEL = re.compile(r"^\(([a-z]{2}-\d\d)\)=\n#+ +(.+)$", re.MULTILINE)
EXERCISE_TITLE = re.compile(r"^## ([A-Z]{2}-\d\d[a-z]?) · (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Claim:
    """A statement of a chapter: its label, its heading, and the chapter's path without suffix."""

    label: str
    title: str
    docname: str


@dataclass(frozen=True)
class Exercise:
    """An exercise: its id, its title, and the path of its notebook without suffix."""

    id: str
    title: str
    docname: str


def claim_labels(notebook: NotebookNode) -> list[tuple[str, str]]:
    """Return ``(label, title)`` of each claim that the notebook states, in order."""
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return [(label, title.strip()) for text in texts for label, title in LABEL.findall(text)]


def checked_labels(notebook: NotebookNode) -> set[str]:
    """Return the labels that some code cell of the notebook checks."""
    return {
        tag.removeprefix("claim:")
        for cell in notebook.cells
        if cell.cell_type == "code"
        for tag in tags(cell)
        if tag.startswith("claim:")
    }


def claims(root: Path) -> list[Claim]:
    """Return every claim of the book, in order."""
    return [
        Claim(label, title, _docname(root, path))
        for path in paths(root, "chapters")
        for label, title in claim_labels(read(path))
    ]


def exercises(root: Path) -> list[Exercise]:
    """Return every exercise of the book, in order."""
    return [
        Exercise(id.lower(), title.strip(), _docname(root, path))
        for path in paths(root, "exercises")
        for cell in read(path).cells
        if "statement" in tags(cell)
        for id, title in EXERCISE_TITLE.findall(cell.source)
    ]


def _docname(root: Path, path: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()
