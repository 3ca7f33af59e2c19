"""The grades, and the answers, in the forms that other systems take."""

import datetime
from pathlib import Path
from typing import Any

from grader.checks.messages import Result
from grader.course.gradebook import FORMULA, Row, gradebook, number, write_csv, write_gradebook
from grader.course.report import WORDS
from grader.course.store import Store, write_json, write_text

FORMATS = ("csv", "canvas", "gradescope", "nbgrader", "answers")
NBGRADER = """assignment duedate timestamp student_id last_name first_name email raw_score
    late_submission_penalty score max_score""".split()


def write(store: Store, form: str, assignment: str) -> list[Path]:
    """Write and return the grades in one of `FORMATS`; who could not be graded has no grade.

    Raises
    ------
    ValueError
        If `assignment` is no name.
    """
    if not assignment.strip() or assignment.strip().startswith(FORMULA):
        raise ValueError(f"--assignment must be a name, and no formula, got {assignment!r}")
    if form == "csv":
        return [write_gradebook(store)]
    if form in ("canvas", "nbgrader"):
        path = store.folder / f"{form}.csv"
        write_csv(path, (_canvas if form == "canvas" else _nbgrader)(store, assignment))
        return [path]
    return (_gradescope if form == "gradescope" else _answers)(store)


def _canvas(store: Store, assignment: str) -> list[list[str]]:
    book = gradebook(store)
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]
    points = ["    Points Possible", "", "", "", "", number(sum(book.out_of.values()))]
    return [head, points, *(_canvas_line(row) for row in book.rows)]


def _canvas_line(row: Row) -> list[str]:
    who = row.student
    return [who.name, who.id, "", who.email, who.section, _points(row.points)]


def _nbgrader(store: Store, assignment: str) -> list[list[str]]:
    book = gradebook(store)
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    due = f"{book.rules.deadline:%Y-%m-%d %H:%M:%S}" if book.rules.deadline else ""
    out_of, lines = number(sum(book.out_of.values())), [NBGRADER]
    for row in book.rows:
        who, lost = row.student, number((row.earned or 0) - (row.points or 0))
        names = [*reversed(split(who.name)), who.email]
        scores = [_points(row.earned), lost, _points(row.points), out_of]
        lines.append([assignment, due, now, who.id or who.name, *names, *scores])
    return lines


def split(name: str) -> tuple[str, str]:
    """Return the first names and the last: of "Bo Berg", or of "Berg, Bo"."""
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.rpartition(" ")
    return first.strip(), last.strip()


def _points(points: float | None) -> str:
    return "" if points is None else number(points)


def _gradescope(store: Store) -> list[Path]:
    written = []
    for result in store.results():
        if result.status != "infrastructure":
            written.append(store.place(result.submission) / "gradescope.json")
            write_json(written[-1], _gradescope_tests(result))
    return written


def _gradescope_tests(result: Result) -> dict[str, Any]:
    tests = [
        {
            "name": id.upper(),
            "score": line.points,
            "max_score": line.out_of,
            "status": "passed" if line.status == "passed" else "failed",
            "output": line.message or WORDS[line.status],
            "output_format": "text",
        }
        for id, line in result.exercises.items()
    ]
    about = {"score": result.points, "output": result.message, "output_format": "text"}
    return {**about, "visibility": "visible", "tests": tests}


def _answers(store: Store) -> list[Path]:
    """Write each answer to a file of its own, for a tool that looks for copies."""
    written = []
    for row in gradebook(store).rows:
        for result in row.counted.values():
            for id, line in result.exercises.items():
                if line.answer and line.status != "not-done":
                    name = store.place(result.submission).name
                    written.append(store.folder / "answers" / id / f"{name}.py")
                    write_text(written[-1], line.answer + "\n")
    return written
