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
FAILS = "# Fails if "  # how a check begins


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


def fails_if(source: str) -> str:
    """Return the comment that a check begins with: when it fails; nothing where it says nothing."""
    lines = []
    for line in source.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").strip())
    said = " ".join(lines)
    return said if f"# {said}".startswith(FAILS) else ""


def used_by(notebook: NotebookNode) -> dict[str, list[str]]:
    """Return, for each claim that a notebook checks, the claims that its check names as used."""
    found: dict[str, list[str]] = {}
    for cell in notebook.cells:
        for label in checked_by(cell):
            found.setdefault(label, []).extend(cell.metadata.get("uses", []))
    return found


def circle(uses: dict[str, list[str]]) -> list[str]:
    """Return claims of which each uses the next and the last the first, or nothing.

    Examples
    --------
    >>> circle({"tc-01": [], "tc-02": ["tc-01", "tc-03"], "tc-03": ["tc-02"]})
    ['tc-02', 'tc-03']
    """
    done: set[str] = set()

    def walk(label: str, way: list[str]) -> list[str]:
        if label in way:
            return way[way.index(label) :]
        if label in done:
            return []
        for other in uses.get(label, []):
            if found := walk(other, [*way, label]):
                return found
        done.add(label)
        return []

    return next(filter(None, (walk(label, []) for label in uses)), [])


def claims(root: Path) -> list[Claim]:
    """Return every claim of the book, in order."""
    return [
        Claim(label, title, path.relative_to(root).with_suffix("").as_posix())
        for path in paths(root, "chapters")
        for label, title in claim_labels(read(path))
    ]
