"""What an instructor knows that no notebook says: who is in the class, and the rules of it.

Both are files of the instructor's own, a copy of which is kept beside the results.
"""

import csv
import datetime
import io
import math
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

ROSTER, RULES = "students.csv", "rules.toml"  # their names beside the results


@dataclass(frozen=True)
class Student:
    """A line of the roster."""

    name: str
    id: str = ""
    email: str = ""
    section: str = ""
    extra_days: float = 0.0  # after the deadline of all
    handed_in: datetime.datetime | None = None  # instead of the time of the file
    note: str = ""  # for the student, on the page that goes back


@dataclass(frozen=True)
class Rules:
    """What points are worth, and until when."""

    deadline: datetime.datetime | None = None
    late_percent: float = 0.0  # of the points, for each day begun
    late_days: float = math.inf  # after so many nothing counts
    passing: float = 0.0  # points to be reached
    weights: dict[str, float] = field(default_factory=dict)  # of exercises, 1 unless said

    def penalty(self, when: datetime.datetime, extra_days: float) -> tuple[int, float]:
        """Return the days late, each begun one whole, and the part of the points that is lost."""
        if self.deadline is None:
            return 0, 0.0
        late = when - self.deadline - datetime.timedelta(days=extra_days)
        days = max(0, math.ceil(late / datetime.timedelta(days=1)))
        return days, 1.0 if days > self.late_days else min(1.0, days * self.late_percent / 100)


def read_roster(path: Path) -> list[Student]:
    """Return the students of a CSV file with the columns of `Student`, of which `name` must be.

    Raises
    ------
    ValueError
        If it has no such column, a value that is none, or one student twice.
    """
    text = path.read_text("utf-8-sig")
    head = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in head else ",")
    lines.fieldnames = [name.strip().casefold() for name in lines.fieldnames or ()]
    if "name" not in lines.fieldnames:
        raise ValueError(f"--roster must have a column name, got {head.strip()!r} in {path}")
    students = [_student(line, f"{path}, line {lines.line_num}") for line in lines]
    known = set()
    for student in students:
        if (student.name, student.id) in known:
            raise ValueError(f"--roster must name each student once, got {student.name} again")
        known.add((student.name, student.id))
    return students


def _student(line: dict[str, Any], where: str) -> Student:
    given = {f.name: (line.get(f.name) or "").strip() for f in fields(Student)}
    try:
        days = float(given.pop("extra_days") or 0)
        when = given.pop("handed_in")
        handed_in = datetime.datetime.fromisoformat(when).replace(tzinfo=None) if when else None
    except ValueError as error:
        raise ValueError(
            f"--roster must have days and times there, got {error} ({where})"
        ) from None
    if not given["name"] or not math.isfinite(days):
        raise ValueError(f"--roster must have a name and a number of days, got {line} ({where})")
    return Student(**given, extra_days=days, handed_in=handed_in)


def read_rules(path: Path) -> Rules:
    """Return the rules in a TOML file.

    Raises
    ------
    ValueError
        If it holds what is no rule, or no value of one.
    """
    try:
        given = tomllib.loads(path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"--rules must be TOML, got {path}: {error}") from None
    deadline, weights = given.pop("deadline", None), given.pop("weights", {})
    if deadline is not None and not isinstance(deadline, datetime.datetime):
        raise ValueError(f"deadline must be a date with a time, got {deadline!r}")
    numbers = {**given, **{f"weights.{id}": value for id, value in weights.items()}}
    for name, value in numbers.items():
        if name not in ("late_percent", "late_days", "passing") and "." not in name:
            raise ValueError(f"--rules must hold rules, got {name} in {path}")
        if not isinstance(value, int | float) or not 0 <= value < math.inf:
            raise ValueError(f"{name} must be a number from 0 on, got {value!r}")
    local = deadline.astimezone().replace(tzinfo=None) if deadline and deadline.tzinfo else deadline
    return Rules(deadline=local, weights={k.casefold(): v for k, v in weights.items()}, **given)


class Roster:
    """Finds the student that a path speaks of: by number, e-mail or name, however written."""

    def __init__(self, students: Iterable[Student]) -> None:
        self.students = list(students)
        self._known: dict[str, set[Student]] = {}
        for student in self.students:
            for key in {*_keys(student)} - {""}:
                self._known.setdefault(key, set()).add(student)

    def find(self, name: str, id: str) -> Student | None:
        """Return who that is, or None if it is nobody, or may be two."""
        bare = re.sub(r" ?\(\d+\)$", "", name)  # a second download
        for key in (id, name.casefold(), _words(name), _words(bare)):
            if len(found := self._known.get(key, set())) == 1 and key:
                return next(iter(found))
        return None


def _keys(student: Student) -> Iterator[str]:
    yield student.id
    yield student.email.casefold()
    yield student.email.casefold().partition("@")[0]
    yield _words(student.name)
    words = re.findall(r"\w+", student.name.casefold())
    turned = words if "," in student.name else [*words[-1:], *words[:-1]]
    yield "".join(turned)  # bergbo, as Canvas has it


def _words(name: str) -> str:
    """Return the words of a name in an order of their own: "Berg, Bo" is "Bo Berg"."""
    return " ".join(sorted(re.findall(r"[^\W_]+", name.casefold())))
