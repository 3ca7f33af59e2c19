"""Submissions in, results out: one folder, written atomically, resumed from what is there."""

import contextlib
import csv
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import secrets
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from grader.checks.grade import Result, Settings
from grader.checks.submission import LARGEST, read_file

# How learning platforms name what they export: Moodle, Canvas; else the folder, or the file.
PATTERNS = (
    r"(?P<student>[^/]+?)_(?P<id>\d+)_assignsubmission_[^/]+/.*",
    r"(?P<student>[^/_]+)_(?:LATE_)?(?P<id>\d+)_\d+_[^/]+",
    r"(?P<student>[^/]+)/.*",
    r"(?P<student>[^/]+)\.ipynb",
)
MOST_UNPACKED = 8 << 30  # bytes
FORMULA = ("=", "+", "-", "@")  # how a spreadsheet begins one
PACKAGES = ("ipython", "nbval", "numpy")


@dataclass(frozen=True)
class Submission:
    """One notebook handed in, and whose it is."""

    name: str  # its path in what was handed in, without the suffix
    student: str
    id: str
    path: Path


def collect(source: Path, pattern: str | None, scratch: Path) -> list[Submission]:
    """Return the notebooks in a folder, in folders of it, or in a zip file (unpacked to `scratch`).

    Raises
    ------
    ValueError
        If there is none, or the pattern is no regular expression with a group "student".
    """
    try:
        patterns = [re.compile(each) for each in ([pattern] if pattern else PATTERNS)]
    except re.error as error:
        raise ValueError(f"--name must be a regular expression, got {pattern!r}: {error}") from None
    if any("student" not in each.groupindex for each in patterns):
        raise ValueError(f"--name must have a group (?P<student>...), got {pattern!r}")
    if source.is_file() and zipfile.is_zipfile(source):
        entries = list(_unpack(source, scratch))
    elif source.is_dir():
        entries = [(p.relative_to(source).as_posix(), p) for p in source.rglob("*.ipynb")]
    else:
        raise ValueError(f"submissions must be a folder or a zip file, got {source}")
    found: dict[str, Submission] = {}
    for entry, path in sorted(entries):
        parts = PurePosixPath(entry).parts
        if {".ipynb_checkpoints", "__MACOSX"} & {*parts} or parts[-1].startswith("._"):
            continue
        entry = "".join(c if c.isprintable() else "?" for c in entry)
        match = next((m for m in (each.fullmatch(entry) for each in patterns) if m), None)
        groups = match.groupdict() if match else {}
        name = entry.removesuffix(".ipynb")
        student, id = (groups.get("student") or name).strip(), groups.get("id") or ""
        while name in found:
            name += "+"
        found[name] = Submission(name, student, id, path)
    if not found:
        raise ValueError(f"submissions must hold notebooks, got none in {source}")
    return list(found.values())


def _unpack(archive: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and file of each notebook; no name becomes a path, and what fails is empty."""
    left = MOST_UNPACKED
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive) as members:
        for number, member in enumerate(members.infolist()):
            path = folder / f"{number}.ipynb"
            if not member.filename.rstrip("/").endswith(".ipynb"):
                continue
            with open(path, "wb") as file, contextlib.suppress(Exception):
                if member.file_size <= min(LARGEST, left):
                    left -= member.file_size
                    shutil.copyfileobj(members.open(member), file)
            yield member.filename.strip("/"), path


def environment(masters: dict[str, str], settings: Settings, secret: bytes) -> str:
    """Return the hash of all that a result depends on besides the submission."""
    here = Path(__file__).parent.parent
    rooms = (here, here.parent / "notebooks", here.parent / "mathlib")
    sources = [path for room in rooms for path in sorted(room.rglob("*.py"))]
    versions = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    parts = [platform.python_version(), *versions, repr(settings), json.dumps(masters)]
    parts += [hashlib.sha256(secret).hexdigest(), *(path.read_text("utf-8") for path in sources)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def key(path: Path, environment: str) -> str:
    """Return the name of a result: what it depends on, hashed."""
    return hashlib.sha256(environment.encode() + read_file(path, b"")).hexdigest()


class Store:
    """The folder of the results of one assignment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def secret(self) -> bytes:
        """Return the secret of this folder, made at the first call and kept in it."""
        path = self.folder / "secret"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_text(path, secrets.token_hex(32), 0o600)
        return bytes.fromhex(path.read_text())

    def place(self, name: str) -> Path:
        """Return the folder of one submission; no name of a student's can lead elsewhere."""
        slug = re.sub(r"[^\w.-]+", "_", name)[:80].strip("._")
        return (
            self.folder / "submissions" / f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        )

    def write(self, result: Result) -> None:
        """Write the result of one submission."""
        text = json.dumps(result, indent=1) + "\n"
        write_text(self.place(result["submission"]) / "result.json", text)

    def results(self) -> list[Result]:
        """Return all results, by name.

        Raises
        ------
        ValueError
            If there is none.
        """
        paths = self.folder.glob("submissions/*/result.json")
        results = [result for result in map(_read, paths) if result]
        if not results:
            raise ValueError(f"DIR must be a folder that `grade` has written, got {self.folder}")
        return sorted(results, key=lambda result: str(result["submission"]))

    def known(self) -> dict[str, Result]:
        """Return the results that need not be found again, by key."""
        try:
            results = self.results()
        except ValueError:
            return {}
        return {r["key"]: r for r in results if r["status"] != "infrastructure" and "key" in r}

    def write_gradebook(self) -> Path:
        """Write and return the table of all students."""
        path = self.folder / "gradebook.csv"
        rows = [[str(value) for value in row] for row in gradebook(self.results())]
        write_csv(path, rows)
        return path


def _read(path: Path) -> Result | None:
    """Return a result, or None if somebody has damaged the file: then it is found again."""
    try:
        result: Result = json.loads(path.read_text("utf-8"))
        return result if {"status", "submission"} <= {*result} else None
    except (OSError, ValueError, TypeError):
        return None


def gradebook(results: list[Result]) -> Iterator[list[Any]]:
    """Yield a head, then a row for each student: of several answers to one master, the best."""
    masters = {r["master"]: r for r in results if r["exercises"]}
    ids = [id for name in sorted(masters) for id in masters[name]["exercises"]]
    out_of = sum(masters[name]["out_of"] for name in masters)
    yield ["student", "id", "status", "points", "out_of", *ids]
    for student, id in sorted({(r["student"], r["student_id"]) for r in results}):
        own = [r for r in results if (r["student"], r["student_id"]) == (student, id)]
        best: dict[str, Result] = {}
        for result in own:
            if result["exercises"] and _better(result, best.get(result["master"])):
                best[result["master"]] = result
        scores = {k: v["points"] for r in best.values() for k, v in r["exercises"].items()}
        bad = {r["status"] for r in own} - {"graded"}
        status = "infrastructure" if "infrastructure" in bad else "graded"
        if not best:
            status = sorted(bad)[0]
        points = "" if status == "infrastructure" else sum(scores.values())
        yield [student, id, status, points, out_of, *(scores.get(id, "") for id in ids)]


def _better(result: Result, other: Result | None) -> bool:
    return other is None or result["points"] > other["points"]


def write_csv(path: Path, rows: Iterable[list[str]]) -> None:
    """Write a table; no cell of it is a formula to a spreadsheet."""
    temporary = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(temporary, "w", newline="", encoding="utf-8") as file:
        for row in rows:
            csv.writer(file).writerow("'" + c if c.startswith(FORMULA) else c for c in row)
    os.replace(temporary, path)


def write_text(path: Path, text: str, mode: int = 0o644) -> None:
    """Write a file as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)
