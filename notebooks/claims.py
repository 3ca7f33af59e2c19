"""A claim: a statement of a chapter under a label, and the cell that checks it.

A claim is a heading under a label such as ``(tc-06)=``. Its check is a code cell tagged
``claim:tc-06``. Everything here is derived from the notebooks; nothing is kept a second time.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from notebooks.files import paths, read, tags

CLAIM = r"[a-z]{2}-\d\d"
STATED = re.compile(rf"^\(({CLAIM})\)=\n#+ +(.+)$", re.MULTILINE)
TAG = "claim:"


@dataclass(frozen=True)
class Claim:
    """A statement of a chapter: its label, its heading, and the chapter's path without suffix."""

    label: str
    title: str
    docname: str


def is_label(text: str) -> bool:
    """Return whether `text` is the label of a claim."""
    return re.fullmatch(CLAIM, text) is not None


def claim_labels(notebook: NotebookNode) -> list[tuple[str, str]]:
    """Return ``(label, title)`` of each claim that the notebook states, in order."""
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return [(label, title.strip()) for text in texts for label, title in STATED.findall(text)]


def checked_by(cell: NotebookNode) -> list[str]:
    """Return the labels of the claims that a code cell checks."""
    mine = tags(cell) if cell.cell_type == "code" else []
    return [tag.removeprefix(TAG) for tag in mine if tag.startswith(TAG)]


def claims(root: Path) -> list[Claim]:
    """Return every claim of the book, in order."""
    return [
        Claim(label, title, path.relative_to(root).with_suffix("").as_posix())
        for path in paths(root, "chapters")
        for label, title in claim_labels(read(path))
    ]
