"""What goes back: a feedback page for each notebook, an overview, and files for other systems."""

import math
import statistics
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2

from grader.checks.messages import Line
from grader.course.gradebook import Gradebook, Row, gradebook, number
from grader.course.store import Kept, Store, write_text

WORDS = {
    "passed": "passed",
    "wrong": "not right yet",
    "not-done": "not done yet",
    "timeout": "took too long",
    "died": "ended the process",
    "unreadable": "could not be read as a notebook",
    "infrastructure": "could not be graded yet: no fault of yours",
}
MOST_BARS, MOST_MISTAKES = 12, 20


def write_pages(store: Store) -> list[Path]:
    """Write and return ``feedback.html`` beside each result, the answers, and ``overview.html``."""
    book = gradebook(store)
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,  # everything in a result may come from a student
        trim_blocks=True,
    )
    written = []

    def page(path: Path, template: str, **given: Any) -> None:
        write_text(path, pages.get_template(template).render(words=WORDS, **given))
        written.append(path)

    for row in book.rows:
        for result in row.results:
            path = store.place(result.submission) / "feedback.html"
            page(path, "feedback.html", result=result, row=row, counts=_counts(row, result))
    for id in book.out_of:
        path = store.folder / "side_by_side" / f"{id}.html"
        page(path, "side_by_side.html", id=id, groups=_groups(store, book, id))
    page(store.folder / "overview.html", "overview.html", **_overview(store, book))
    return written


def _counts(row: Row, result: Kept) -> bool:
    return any(result is each for each in row.counted.values())


def _groups(store: Store, book: Gradebook, id: str) -> list[dict[str, Any]]:
    """Return the answers to one exercise by what was said of them, the largest group first."""
    groups: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in book.rows:
        for result in row.counted.values():
            if line := result.exercises.get(id):
                link = quote(f"../{_feedback(store, result)}")
                answer = (row.student.name, link, line.answer)
                groups.setdefault((line.status, line.message), []).append(answer)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [{"status": s, "message": m, "answers": answers} for (s, m), answers in ordered]


def _feedback(store: Store, result: Kept) -> str:
    place = store.place(result.submission).relative_to(store.folder)
    return f"{place.as_posix()}/feedback.html"


def _overview(store: Store, book: Gradebook) -> dict[str, Any]:
    results = [result for row in book.rows for result in row.results]
    rows = [_overview_row(store, row) for row in book.rows]
    points = [row.points for row in book.rows if row.points is not None]
    out_of = sum(book.out_of.values())
    counted = [result for row in book.rows for result in row.counted.values()]
    lines = [(id, line) for r in counted for id, line in r.exercises.items()]
    told = Counter((id, x.message) for id, x in lines if x.status in ("wrong", "timeout"))
    return {
        "rows": rows,
        "results": results,
        "sections": any(row["section"] for row in rows),
        "median": number(statistics.median(points)) if points else "-",
        "out_of": number(out_of),
        "statuses": sorted(Counter(r.status for r in results if not r.exercises).items()),
        "assignment": ", ".join(book.assignment),
        "nothing": [row.student.name for row in book.rows if row.status == "nothing"],
        "below": [row["student"] for row in rows if "below " in str(row["note"])],
        "passing": number(book.rules.passing),
        "chart": _chart([int(each) for each in points], math.ceil(out_of)),
        "exercises": [
            _exercise(id, [line for key, line in lines if key == id]) for id in book.out_of
        ],
        "mistakes": told.most_common(MOST_MISTAKES),
    }


def _overview_row(store: Store, row: Row) -> dict[str, Any]:
    links = [
        (r.submission, quote(_feedback(store, r)), r.status, _counts(row, r)) for r in row.results
    ]
    points = "" if row.points is None else number(row.points)
    about = {"student": row.student.name, "section": row.student.section, "note": row.note}
    return {**about, "points": points, "links": links}


def _exercise(id: str, lines: list[Line]) -> dict[str, Any]:
    kinds = Counter(line.status for line in lines)
    return {
        "id": id,
        "title": lines[0].title,
        "passed": kinds["passed"],
        "wrong": sum(kinds[status] for status in ("wrong", "timeout", "died")),
        "undone": kinds["not-done"],
        "mean": f"{statistics.mean(line.points for line in lines):.1f}",
        "out_of": lines[0].out_of,
    }


def _chart(points: list[int], out_of: int) -> dict[str, Any]:
    """Return the bars of the distribution of `points`, in a box of 640 by 190."""
    step = -(-(out_of + 1) // MOST_BARS)
    starts = range(0, out_of + 1, step)
    counts = Counter(score // step for score in points)
    most = max(counts.values(), default=1)
    bars = []
    for place, start in enumerate(starts):
        name = f"{start}" if step == 1 else f"{start}-{min(start + step - 1, out_of)}"
        count, width = counts[place], 640 / len(starts)
        height = 140 * count / most
        bar: dict[str, Any] = {"x": round(place * width + 4, 1), "width": round(width - 8, 1)}
        bar |= {"y": round(166 - height, 1), "height": round(height, 1), "name": name}
        bar |= {"middle": round((place + 0.5) * width, 1), "count": count}
        bars.append(bar | {"title": f"{name} points: {count}"})
    label = "Students by points. " + ", ".join(bar["title"] for bar in bars if bar["count"])
    return {"bars": bars, "label": label}
