"""A class from what was handed in to its gradebook; stopped and resumed at any time."""

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grader.checks.grade import Settings
from grader.checks.messages import Line, Result
from grader.checks.submission import read_file
from grader.course import pool
from grader.course.gradebook import write_csv, write_gradebook
from grader.course.handed_in import Submission, collect, some
from grader.course.roster import ROSTER, RULES, read_roster, read_rules
from grader.course.store import Kept, Store, environment, key, write_text

Say = Callable[[str], None]
Work = Callable[[list[pool.Job], pool.Common], Iterator[tuple[str, Result]]]


@dataclass(frozen=True)
class Class:
    """What is graded, where to, and what of it counts."""

    source: Path
    out: Path
    name: str | None = None  # pattern of the students' names
    assignment: list[str] = field(default_factory=list)  # masters that count; else the commonest
    best: bool = False  # of several notebooks, instead of the newest
    replace: bool = False  # what was graded from another folder
    exercises: tuple[str, ...] = ()  # to be graded alone, after a check was mended
    roster: Path | None = None
    rules: Path | None = None


def check(asked: Class, masters: dict[str, str]) -> None:
    """Raise ValueError if `asked` cannot be done."""
    source, out, store = asked.source.resolve(), asked.out.resolve(), Store(asked.out)
    if out.is_relative_to(source) or source.is_relative_to(out):
        raise ValueError(f"--out must lie outside the submissions, got {asked.out}")
    if not store.is_ours():
        raise ValueError(f"--out must be empty, or what `grade` has written, got {asked.out}")
    for name in asked.assignment:
        if name not in masters:
            raise ValueError(f"--assignment must be one of {', '.join(masters)}, got {name}")
    known = sorted({id for result in store.every() for id in result.exercises})
    for id in asked.exercises:
        if id not in known:
            given = ", ".join(known) or "none yet"
            raise ValueError(f"--exercise must be one of those graded in --out, {given}, got {id}")
    if asked.roster:
        read_roster(asked.roster)
    if asked.rules:
        read_rules(asked.rules)
    before = store.about().get("source", str(source))
    if before != str(source) and not asked.replace:
        what = f"--out must be new for another class, got {asked.out} of {before}"
        raise ValueError(f"{what}; --replace takes {source} instead")


def keep_files(store: Store, roster: Path | None, rules: Path | None) -> None:
    """Keep a copy of the instructor's own files beside the results, if nothing in them is wrong."""
    given = [(roster, ROSTER, read_roster), (rules, RULES, read_rules)]
    for path, _, read in given:
        if path is not None:
            read(path)
    for path, name, _ in given:
        if path is not None:
            write_text(store.folder / name, path.read_text("utf-8-sig"))


def grade_all(
    asked: Class, masters: dict[str, str], settings: Settings, work: Work, say: Say
) -> int:
    """Grade what is not graded yet, write the gradebook; return how many failed on our side.

    Raises
    ------
    ValueError
        If there is nothing to grade, or `asked` cannot be done.
    """
    check(asked, masters)
    store = Store(asked.out)
    with tempfile.TemporaryDirectory(prefix="grade-") as scratch:
        handed_in = collect(asked.source, asked.name, Path(scratch))
        for line in handed_in.lines:
            say(line)
        secret = store.secret()
        keep_files(store, asked.roster, asked.rules)
        known = _Known(store, environment(masters, settings, secret), handed_in.submissions)
        _say_who_is_gone(store, known.names, say)
        store.remember(
            source=str(asked.source.resolve()),
            names=sorted(known.names),
            assignment=asked.assignment,
            best=asked.best,
        )
        waiting = _waiting(known, asked.exercises, say)
        common = masters, secret, replace(settings, only=asked.exercises)
        results = work([(each.name, each.path) for each in waiting], common)
        keep = known.keep_alone if asked.exercises else known.keep
        failed = _follow(results, len(waiting), keep, say)
    say(f"{len(known.names)} graded: {write_gradebook(store)}")
    if waiting:
        _say_what_changed(store, say)
    if failed:
        say(f"{failed} could not be graded here; the same command tries them again")
    return failed


class _Known:
    """What is handed in, and what of it is graded already."""

    def __init__(self, store: Store, depends_on: str, submissions: list[Submission]) -> None:
        self.store, self.before = store, {result.submission: result for result in store.every()}
        self.names = {each.name: each for each in submissions}
        self.keys = {each.name: key(each.path, depends_on) for each in submissions}
        self.hashes = {
            each.name: hashlib.sha256(read_file(each.path, b"")).hexdigest() for each in submissions
        }

    def keep_what_is_known(self) -> list[Submission]:
        """Write anew what is known, as it may be another's now; return what waits to be graded."""
        done = {r.key: r for r in self.before.values() if _is_settled(r)}
        waiting = []
        for name, each in self.names.items():
            if result := done.get(self.keys[name]):
                self.keep(name, result)
            else:
                waiting.append(each)
        return waiting

    def new(self) -> list[str]:
        """Return the names of what has never been graded as it is now."""
        return [name for name in self.names if not self._same(name)]

    def to_grade_alone(self, exercises: tuple[str, ...]) -> list[Submission]:
        """Return what has an answer to one of these exercises that is not graded anew yet."""
        return [
            each
            for name, each in self.names.items()
            if (before := self._same(name))
            and any(
                before.alone.get(id, before.key) != self.keys[name]
                for id in {*exercises} & {*before.exercises}
            )
        ]

    def keep(self, name: str, result: Result) -> None:
        """Write a result with all that is known of the submission, and of what it was before."""
        before, same = self.before.get(name), self._same(name)
        if before and before.key == self.keys[name]:
            was = before.was
        else:
            was = _points(same) if same else {}
        self.store.write(Kept.of(result, key=self.keys[name], was=was, **self._own(name)))

    def keep_alone(self, name: str, result: Result) -> None:
        """Write the lines of some exercises into the result that there is, if they are graded."""
        before = self.before[name]
        if result.status == "graded":
            alone = before.alone | dict.fromkeys(result.exercises, self.keys[name])
            both = before.exercises | result.exercises
            changed: dict[str, Any] = {"exercises": both, "alone": alone, "was": _points(before)}
            self.store.write(replace(before, **changed, **self._own(name)))

    def _same(self, name: str) -> Kept | None:
        """Return what was found about a notebook that has not changed since."""
        before = self.before.get(name)
        if before and before.bytes == self.hashes[name] and before.status != "infrastructure":
            return before
        return None

    def _own(self, name: str) -> dict[str, Any]:
        each = self.names[name]
        own = {"submission": name, "student": each.student, "student_id": each.id}
        return own | {"time": each.time, "bytes": self.hashes[name]}


def _waiting(known: _Known, exercises: tuple[str, ...], say: Say) -> list[Submission]:
    """Return what is to be graded, or of what some exercises are; say what is not."""
    new = known.new() if exercises else []
    if new:
        say(f"not graded yet, which takes the command without --exercise: {some(new)}")
    waiting = known.to_grade_alone(exercises) if exercises else known.keep_what_is_known()
    if rest := len(known.names) - len(waiting) - len(new):
        say(f"{rest} of {len(known.names)} are graded already")
    return waiting


def _is_settled(result: Kept) -> bool:
    """Return whether all of it comes from one run, and none of it has failed for our side."""
    return result.status != "infrastructure" and {*result.alone.values()} <= {result.key}


def _points(result: Kept) -> dict[str, int]:
    return {id: line.points for id, line in result.exercises.items()}


def _say_who_is_gone(store: Store, names: dict[str, Submission], say: Say) -> None:
    gone = sorted({*store.about().get("names", [])} - {*names})
    if gone:
        say(f"no longer handed in, so no longer counted: {some(gone)}")


def _say_what_changed(store: Store, say: Say) -> None:
    """Write who got other points for the same notebook, after a check was mended."""
    lines = [
        [r.student, r.student_id, r.submission, id, was, line.points, line.points - was]
        for r in store.results()
        for id, was in r.was.items()
        if (line := r.exercises.get(id, Line())).points != was
    ]
    path = store.folder / "changes.csv"
    path.unlink(missing_ok=True)
    if lines:
        head = ["student", "id", "notebook", "exercise", "before", "now", "change"]
        write_csv(path, [head, *([str(cell) for cell in line] for line in lines)])
        people = len({(line[0], line[1]) for line in lines})
        say(f"the same answers earn other points: {people} students, {path}")


def _follow(
    results: Iterator[tuple[str, Result]],
    count: int,
    keep: Callable[[str, Result], None],
    say: Say,
) -> int:
    """Keep each result as it comes, and say so; return how many failed for no fault of theirs."""
    start, failed, jails = time.monotonic(), 0, set[str]()
    for done, (name, result) in enumerate(results, start=1):
        if result.jail not in {*jails, ""}:
            jails.add(result.jail)
            say(f"jail: {result.jail}")
        keep(name, result)
        failed += result.status == "infrastructure"
        per_minute = 60 * done / max(time.monotonic() - start, 1e-3)
        left = (count - done) / per_minute
        earned = f"{result.points} of {result.out_of}" if result.exercises else result.status
        said = f"{earned}: {result.message}" if result.message else earned
        rest = f"{left:.0f} min left" if left >= 1 else f"{60 * left:.0f} s left"
        say(f"[{done}/{count}] {name}: {said} ({per_minute:.0f} a minute, {rest})")
    return failed
