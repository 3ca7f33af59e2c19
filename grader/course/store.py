"""Results on disk: one folder for an assignment, written atomically, resumed from what is there."""

import contextlib
import dataclasses
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.checks.grade import Settings
from grader.checks.messages import Result
from grader.checks.submission import read_file

PACKAGES = ("ipython", "nbval", "numpy")


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


@dataclass(frozen=True)
class Kept(Result):
    """A result with all that is known of the submission, and of what it earned before."""

    submission: str = ""  # its name
    student: str = ""
    student_id: str = ""
    time: float = 0.0  # at which it was saved
    key: str = ""  # what it depends on, hashed
    bytes: str = ""  # of the notebook, hashed
    was: dict[str, int] = field(default_factory=dict)  # points of the same answers before a mend
    alone: dict[str, str] = field(default_factory=dict)  # the keys of exercises graded alone

    @classmethod
    def of(cls, result: Result, **own: Any) -> "Kept":
        """Return a result with what is known of the submission."""
        names = [each.name for each in dataclasses.fields(Result)]
        return cls(**{name: getattr(result, name) for name in names}, **own)


class Store:
    """The folder of the results of one assignment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def secret(self) -> bytes:
        """Return the secret of this folder, made at the first call and kept in it."""
        path = self.folder / "secret"
        if not path.exists():
            write_text(path, secrets.token_hex(32), 0o600)
        return bytes.fromhex(path.read_text())

    def is_ours(self) -> bool:
        """Return whether it may be written to: it is not there, empty, or holds our secret."""
        if not self.folder.is_dir():
            return not self.folder.exists()
        return (self.folder / "secret").exists() or not any(self.folder.iterdir())

    def about(self) -> dict[str, Any]:
        """Return what is known of the whole class: `source`, `names`, `assignment`, `best`."""
        return _read(self.folder / "course.json") or {}

    def remember(self, **facts: Any) -> None:
        """Add to what is known of the whole class."""
        write_json(self.folder / "course.json", {**self.about(), **facts})

    def place(self, name: str) -> Path:
        """Return the folder of one submission; no name of a student's can lead elsewhere."""
        slug = re.sub(r"[^\w.-]+", "_", name)[:80].strip("._")
        number = hashlib.sha256(name.encode()).hexdigest()[:16]
        return self.folder / "submissions" / f"{slug}-{number}"

    def write(self, result: Kept) -> None:
        """Write the result of one submission."""
        write_text(self.place(result.submission) / "result.json", result.to_json())

    def every(self) -> list[Kept]:
        """Return all results by name, also of what is no longer handed in.

        Not one that somebody has damaged: it is found again.
        """
        found = []
        for path in self.folder.glob("submissions/*/result.json"):
            with contextlib.suppress(OSError, ValueError):
                found.append(Kept.from_json(path.read_text("utf-8")))
        return sorted(found, key=lambda result: result.submission)

    def results(self) -> list[Kept]:
        """Return the results of what is handed in, by name.

        Raises
        ------
        ValueError
            If there is none.
        """
        names = self.about().get("names")
        results = [r for r in self.every() if names is None or r.submission in names]
        if not results:
            raise ValueError(f"DIR must be a folder that `grade` has written, got {self.folder}")
        return results


def _read(path: Path) -> dict[str, Any] | None:
    """Return what a file holds, or None if somebody has damaged it: then it is found again."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def write_json(path: Path, value: Iterable[Any]) -> None:
    """Write a value as JSON."""
    write_text(path, json.dumps(value, indent=1) + "\n")


def write_text(path: Path, text: str, mode: int = 0o644) -> None:
    """Write a file as a whole or not at all, and on the disk before it has its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # a full disk says so here at the latest
    os.replace(temporary, path)
