"""What a student handed in: their cells, in order, whatever happened to the rest."""

import ast
import json
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from notebooks.exercises import TAGS, Exercise, exercises
from notebooks.files import defined_names

MARKER = re.compile(r"^[ \t]*#[ \t]*exercise:\s*([a-z]{2}-\d\d[a-z]?)\s*$", re.MULTILINE)
DEFINITIONS = (ast.FunctionDef, ast.ClassDef)
LARGEST = 100 << 20  # bytes


class UnreadableError(Exception):
    """The file is no notebook, or holds no answer."""


@dataclass(frozen=True)
class Cell:
    """A cell of the student's own; `exercise` if it is, or belongs to, an answer."""

    source: str
    exercise: str | None


def read_file(path: Path, instead: bytes | None = None) -> bytes:
    """Return what a regular file holds; follow no link, wait for no pipe.

    Raises
    ------
    UnreadableError
        If it is none, or too large, unless there is something to return `instead`.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            about = os.fstat(descriptor)
            if not stat.S_ISREG(about.st_mode):
                raise UnreadableError("it is no regular file")
            if about.st_size > LARGEST:
                raise UnreadableError(f"a notebook must have at most {LARGEST >> 20} MiB")
            return file.read()
    except (OSError, UnreadableError) as error:
        if instead is not None:
            return instead
        raise UnreadableError(f"cannot be read: {getattr(error, 'strerror', error)}") from None


def read_submission(data: bytes) -> NotebookNode:
    """Return the notebook in `data`, in nbformat 4.

    Raises
    ------
    UnreadableError
        If it is no JSON, no notebook, or larger than 100 MiB.
    """
    if len(data) > LARGEST:
        raise UnreadableError(f"a notebook must have at most {LARGEST >> 20} MiB")
    try:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        content = json.loads(data.decode(encoding, "replace"), strict=False)
        if not isinstance(content, dict):
            raise TypeError("a notebook must be an object")
        if "worksheets" in content:  # nbformat 3
            return nbformat.convert(nbformat.from_dict(content), 4)
        return nbformat.from_dict(content)
    except Exception as error:
        raise UnreadableError(f"{type(error).__name__}: {error}"[:300]) from None


def answers(submission: NotebookNode, master: NotebookNode) -> list[Cell]:
    """Return the student's cells in their order: answers, helpers, an edited import.

    A cell is an answer by its metadata; else by its first-line comment, which survives tools
    that drop metadata; else because it defines the function asked for. A cell that is left as
    we handed it out is not the student's, and a check never is, whatever stands in it.
    """
    wanted = exercises(master)
    ours = {cell.source.strip() for cell in master.cells}
    checks = {cell.id for exercise in wanted.values() for cell in exercise.checks}
    found = []
    for cell in filter(_is_node, _list(submission.get("cells"))):
        metadata = cell.get("metadata") or {}
        source = "".join(map(str, _list(cell.get("source")))).replace("\0", "")
        source = source.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
        exercise = _exercise(source, metadata.get("exercise"), wanted)
        if str(metadata.get("exercise")) in wanted:
            handed_out = bool(TAGS - {"answer"} & {*map(str, _list(metadata.get("tags")))})
        else:
            handed_out = exercise is None and cell.get("id") in checks
        own = cell.get("cell_type") == "code" and source.strip() not in ours | {""}
        if not handed_out and (own or exercise):
            found.append(Cell(source, exercise))
    return found


def parts(cell: dict[str, Any]) -> list[dict[str, Any]]:
    """Return an answer cell as what defines something, and what then demonstrates it."""
    try:
        nodes = ast.parse(cell["source"]).body if cell["exercise"] else []
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        nodes = []
    last = max((node.end_lineno or 0 for node in nodes if isinstance(node, DEFINITIONS)), default=0)
    lines = cell["source"].splitlines(keepends=True)
    head, rest = "".join(lines[:last]), "".join(lines[last:])
    if not head or not rest.strip():
        return [cell]
    return [{**cell, "source": head}, {**cell, "source": rest, "demonstrates": True}]


def _exercise(source: str, named: object, wanted: dict[str, Exercise]) -> str | None:
    marker = MARKER.search(source)
    for id in (named, marker[1] if marker else None):
        if isinstance(id, str) and id in wanted:
            return id
    try:
        names = defined_names(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return next((id for id, exercise in wanted.items() if exercise.name in names), None)


def _is_node(cell: object) -> bool:
    return isinstance(cell, dict) and isinstance(cell.get("metadata") or {}, dict)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []
