"""What a student handed in: their cells, in order, whatever happened to the rest."""

import ast
import functools
import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from notebooks.exercises import ID, TAGS, Exercise, exercises
from notebooks.files import assigned_names, defined_names

MARKER = re.compile(rf"^[ \t]*#[ \t]*exercise:\s*({ID})\s*$", re.MULTILINE)
DOTS = ast.dump(ast.Constant(...))
DEFINITIONS = (ast.FunctionDef, ast.ClassDef)
# A notebook within these costs its reader some hundred MiB.
LARGEST = 50 << 20  # bytes
MOST_VALUES = 1_000_000  # outside of texts
MOST_CELLS = 2_000
LONGEST_CELL, LONGEST_CODE = 1 << 18, 1 << 21  # characters of code, in a cell and in all
TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)


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
            _bound(about.st_size >> 20, LARGEST >> 20, "MiB")
            return file.read()
    except (OSError, UnreadableError) as error:
        if instead is not None:
            return instead
        raise UnreadableError(f"cannot be read: {getattr(error, 'strerror', error)}") from None


def read_submission(data: bytes) -> dict[str, Any]:
    """Return the notebook in `data`: `cells`, as far as they are any, of nbformat 3 or 4.

    Raises
    ------
    UnreadableError
        If it is no JSON, no notebook, or too large.
    """
    _bound(len(data) >> 20, LARGEST >> 20, "MiB")
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            data = data.decode("utf-16", "replace").encode()
        _bound(_values(data), MOST_VALUES, "values")
        content = json.loads(data.decode("utf-8-sig", "replace"), strict=False)
        sheets = content.get("worksheets") or [content]  # nbformat 3
        cells = [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    except (ValueError, AttributeError, TypeError, RecursionError, MemoryError) as error:
        said = f"{type(error).__name__}: {error}".encode("ascii", "replace").decode()
        raise UnreadableError(said[:300]) from None
    _bound(len(cells), MOST_CELLS, "cells")
    return {"cells": cells}


def named(submission: Mapping[str, Any]) -> list[str]:
    """Return the ids that answers name by their metadata or first comment, of any release."""
    found = []
    for cell in filter(_is_node, _list(submission.get("cells"))):
        metadata, source = cell.get("metadata") or {}, _source(cell)
        if cell.get("cell_type") == "code" and len(source) <= LONGEST_CELL:
            marker = MARKER.search(source)
            tagged = "answer" in _list(metadata.get("tags")) and str(metadata.get("exercise"))
            id = marker[1] if marker else tagged
            if id and re.fullmatch(ID, id) and not _is_stub(source):
                found.append(id)
    return [*dict.fromkeys(found)]


def _values(data: bytes) -> int:
    """Return how many values the JSON in `data` holds, roughly, or a number above the most."""
    marks = (b",", b"[", b"{")
    count = sum(map(data.count, marks))
    if count <= MOST_VALUES:
        return count
    count = at = 0
    for text in TEXT.finditer(data):  # what stands in texts does not count
        count += sum(data.count(mark, at, text.start()) for mark in marks)
        at = text.end()
        if count > MOST_VALUES:
            return count
    return count + sum(data.count(mark, at) for mark in marks)


def _bound(size: int, most: int, unit: str) -> None:
    if size > most:
        raise UnreadableError(f"too large: a notebook must have at most {most} {unit}, got {size}")


def answers(submission: Mapping[str, Any], master: NotebookNode) -> list[Cell]:
    """Return the student's cells in their order: answers, helpers, an edited import.

    A cell is an answer by its metadata; else by its first-line comment, which survives tools
    that drop metadata; else because it defines the function asked for. A cell that is left as
    we handed it out is not the student's, and a check never is, whatever stands in it.

    Raises
    ------
    UnreadableError
        If there is more code than any answers need.
    """
    wanted = exercises(master)
    ours = {cell.source.strip() for cell in master.cells}
    broken = {each.stub.strip() for each in wanted.values() if each.kind == "repair"}
    checks = {cell.id for exercise in wanted.values() for cell in exercise.checks}
    found = []
    for cell in filter(_is_node, _list(submission.get("cells"))):
        metadata, source = cell.get("metadata") or {}, _source(cell)
        if len(source) > LONGEST_CELL and cell.get("cell_type") != "code":
            continue  # a picture in a text
        _bound(len(source) >> 10, LONGEST_CELL >> 10, "KiB in a code cell")
        exercise = _exercise(source, metadata.get("exercise"), wanted)
        if str(metadata.get("exercise")) in wanted:
            handed_out = bool({*TAGS} - {"answer"} & {*map(str, _list(metadata.get("tags")))})
        else:
            handed_out = exercise is None and str(cell.get("id")) in checks
        own = cell.get("cell_type") == "code" and source.strip() not in ours | {""}
        if not handed_out and (own or exercise) and source.strip() not in broken:
            found.append(Cell(source, exercise))
    _bound(sum(len(cell.source) for cell in found) >> 20, LONGEST_CODE >> 20, "MiB of code")
    done = {id for id, exercise in wanted.items() if _is_done(exercise, found)}
    return [cell for cell in found if cell.exercise not in done or not _is_stub(cell.source)]


def _is_done(exercise: Exercise, cells: list[Cell]) -> bool:
    own = [c.source for c in cells if c.exercise == exercise.id and not _is_stub(c.source)]
    return any(exercise.name in _defined(source, exercise.is_value) for source in own)


@functools.lru_cache(maxsize=1000)
def _is_stub(source: str) -> bool:
    """Return whether a cell only says that nothing is done: of any release of ours."""
    try:
        body = ast.parse(source).body
        if len(body) == 1 and isinstance(body[0], ast.Assign):  # of a value
            return ast.dump(body[0].value) == DOTS
        functions = [node for node in body if isinstance(node, ast.FunctionDef)]
        last = [function.body[-1] for function in functions if len(function.body) <= 2]
        raised = [ast.unparse(node) for node in last if isinstance(node, ast.Raise)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    stubs = [each for each in raised if each.startswith("raise NotImplementedError")]
    return 0 < len(functions) == len(stubs)


def _source(cell: dict[str, Any]) -> str:
    text = cell.get("source", cell.get("input"))  # input: nbformat 3
    source = "".join(map(str, _list(text))).replace("\0", "")
    return source.encode("utf-8", "replace").decode()  # half a surrogate pair is no text


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
    names = _defined(source)  # no values: a helper may well bear the name of one
    return next((id for id, exercise in wanted.items() if exercise.name in names), None)


@functools.lru_cache(maxsize=1000)  # each master asks
def _defined(source: str, values: bool = False) -> list[str]:
    try:
        return assigned_names(source) if values else defined_names(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def _is_node(cell: object) -> bool:
    return isinstance(cell, dict) and isinstance(cell.get("metadata") or {}, dict)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []
