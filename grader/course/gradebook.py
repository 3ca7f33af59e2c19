"""One row for each student: the points, and why they are what they are."""

import csv
import datetime
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.course.roster import ROSTER, RULES, Roster, Rules, Student, read_roster, read_rules
from grader.course.store import Kept, Store, write_text

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a spreadsheet begins one
HEAD = ["student", "id", "email", "section", "status", "points", "out_of", "note"]


@dataclass(frozen=True)
class Row:
    """A student, the notebooks that count, and what they earn."""

    student: Student
    status: str  # of the worst notebook that counts; "nothing"; "other": another assignment
    points: float | None  # None where nothing can be said
    note: str
    counted: dict[str, Kept] = field(default_factory=dict)  # by master
    results: Sequence[Kept] = ()  # all
    earned: float | None = None  # before anything is lost for being late

    @property
    def scores(self) -> dict[str, int]:
        """The points of each exercise, as the checks gave them."""
        return {id: e.points for r in self.counted.values() for id, e in r.exercises.items()}


@dataclass(frozen=True)
class Gradebook:
    """The rows of a class, the exercises of its assignment, and the points of each."""

    rows: list[Row]
    out_of: dict[str, float]  # by exercise, weighed
    assignment: list[str]
    rules: Rules

    def table(self) -> Iterator[list[str]]:
        """Yield the head, then a line for each student."""
        yield [*HEAD, *self.out_of]
        total = number(sum(self.out_of.values()))
        for row in self.rows:
            who, scores = row.student, row.scores
            yield [
                *(who.name, who.id, who.email, who.section, row.status),
                *("" if row.points is None else number(row.points), total, row.note),
                *(str(scores.get(id, "")) for id in self.out_of),
            ]


def gradebook(store: Store) -> Gradebook:
    """Return the gradebook of the results in a folder, by its roster and rules if it has them."""
    results, about = store.results(), store.about()
    path = store.folder / RULES
    rules = read_rules(path) if path.exists() else Rules()
    chosen = about.get("assignment") or most_handed_in(results)
    masters = {r.master: r for r in results if r.exercises and r.master in chosen}
    lines = {id: e for name in sorted(masters) for id, e in masters[name].exercises.items()}
    if unknown := {*rules.weights} - {*lines}:
        raise ValueError(f"weights must be of {', '.join(lines)}, got {', '.join(unknown)}")
    out_of = {id: line.out_of * rules.weights.get(id, 1) for id, line in lines.items()}
    rows = [
        _row(student, known, own, chosen, rules, bool(about.get("best")))
        for student, known, own in _people(store, results)
    ]
    return Gradebook(rows, out_of, chosen, rules)


def most_handed_in(results: Iterable[Kept]) -> list[str]:
    """Return the masters that more than half of the students answer, or the commonest."""
    who = defaultdict(set)
    for result in results:
        if result.exercises:
            who[result.master].add((result.student, result.student_id))
    people = len(set().union(*who.values()))
    most = max(map(len, who.values()), default=0)
    return sorted(m for m, own in who.items() if 2 * len(own) > people or len(own) == most)


def _people(store: Store, results: list[Kept]) -> Iterator[tuple[Student, bool, list[Kept]]]:
    """Yield each student with their results; whoever is in no roster comes last."""
    path = store.folder / ROSTER
    roster = Roster(read_roster(path) if path.exists() else ())
    theirs: dict[Student, list[Kept]] = {student: [] for student in roster.students}
    people = {Student(r.student, r.student_id) for r in results}
    known = _in_roster(roster, sorted(people, key=lambda who: (who.name, who.id)))
    for result in sorted(results, key=lambda r: (r.student, r.student_id)):
        named = Student(result.student, result.student_id)
        theirs.setdefault(known.get(named, named), []).append(result)
    for student, own in theirs.items():
        yield student, not roster.students or student in roster.students, own


def _in_roster(roster: Roster, people: list[Student]) -> dict[Student, Student]:
    """Return who of the roster each is; two numbers are two people, even of one name."""
    found, numbers = {}, dict[Student, str]()
    for named in sorted(people, key=lambda who: who.id not in {s.id for s in roster.students}):
        student = roster.find(named.name, named.id)
        if student and (not named.id or numbers.setdefault(student, named.id) == named.id):
            found[named] = student
    return found


def _row(
    student: Student, known: bool, own: list[Kept], chosen: list[str], rules: Rules, best: bool
) -> Row:
    if not own:
        return Row(student, "nothing", None, "handed in nothing")
    counted = _counted(own, chosen, best)
    others = sorted({r.master for r in own if r.exercises} - {*chosen})
    bad = sorted({r.status for r in own} - {"graded"})
    notes = [] if known else ["not in the roster"]
    for master in counted:
        if (several := sum(r.master == master for r in own)) > 1:
            notes.append(f"the {'best' if best else 'newest'} of {several}")
    if others:
        notes.append(f"{'also' if counted else 'only'} {', '.join(others)}")
    notes += [f"one is {status}" for status in bad if counted]
    if "infrastructure" in bad or not counted:
        status = "infrastructure" if "infrastructure" in bad else "other" if others else bad[0]
        points = 0.0 if status == "unreadable" else None
        return Row(student, status, points, "; ".join(notes), counted, own)
    points = sum(
        e.points * rules.weights.get(id, 1)
        for r in counted.values()
        for id, e in r.exercises.items()
    )
    days, lost = rules.penalty(_when(student, counted), student.extra_days)
    if days:
        notes.append(f"{days} day{'' if days == 1 else 's'} late: -{100 * lost:g} %")
    if points * (1 - lost) < rules.passing:
        notes.append(f"below {rules.passing:g}")
    note = "; ".join(notes)
    return Row(student, "graded", points * (1 - lost), note, counted, own, points)


def _counted(own: list[Kept], chosen: list[str], best: bool) -> dict[str, Kept]:
    """Return the notebook that counts for each master: the newest, or the best."""
    found: dict[str, Kept] = {}
    for result in own:
        if result.exercises and result.master in chosen:
            other = found.get(result.master)
            if other is None or _rank(result, best) > _rank(other, best):
                found[result.master] = result
    return found


def _rank(result: Kept, best: bool) -> tuple[float, float]:
    points, time = float(result.points), result.time
    return (points, time) if best else (time, points)


def _when(student: Student, counted: dict[str, Kept]) -> datetime.datetime:
    newest = max(result.time for result in counted.values())
    return student.handed_in or datetime.datetime.fromtimestamp(newest)  # local, as deadlines are


def number(value: float) -> str:
    """Return a number of points, without decimals where it has none."""
    return f"{round(value, 2):.10g}"


def write_gradebook(store: Store) -> Path:
    """Write and return the table of all students; beside it, what is of another assignment."""
    book = gradebook(store)
    path = store.folder / "gradebook.csv"
    write_csv(path, book.table())
    others = [
        [r.student, r.student_id, r.submission, r.master, r.points, r.out_of]
        for r in store.results()
        if r.exercises and r.master not in book.assignment
    ]
    apart = store.folder / "others.csv"
    apart.unlink(missing_ok=True)
    if others:
        head = ["student", "id", "notebook", "assignment", "points", "out_of"]
        write_csv(apart, [head, *([str(cell) for cell in line] for line in others)])
    return path


def write_csv(path: Path, rows: Iterable[list[str]]) -> None:
    """Write a table; no cell of it is a formula to a spreadsheet."""
    text = io.StringIO()
    for row in rows:
        csv.writer(text).writerow("'" + c if c.lstrip(" ").startswith(FORMULA) else c for c in row)
    write_text(path, text.getvalue())
