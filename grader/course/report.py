"""What goes back: a feedback page for each notebook, an overview, and files for other systems."""

import datetime
import json
import statistics
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2

from grader.checks.grade import Result
from grader.course.store import Store, gradebook, write_csv, write_text

FORMATS = ("csv", "canvas", "gradescope", "nbgrader")
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
    """Write and return ``feedback.html`` beside each result, and ``overview.html``."""
    results = store.results()
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,  # everything in a result may come from a student
        trim_blocks=True,
    )
    written = []
    for result in results:
        path = store.place(result["submission"]) / "feedback.html"
        write_text(path, pages.get_template("feedback.html").render(result=result, words=WORDS))
        written.append(path)
    path = store.folder / "overview.html"
    write_text(path, pages.get_template("overview.html").render(_overview(store, results)))
    return [*written, path]


def _overview(store: Store, results: list[Result]) -> dict[str, Any]:
    head, *table = gradebook(results)
    rows = []
    for line in table:
        row = dict(zip(head, line, strict=True))
        own = [r for r in results if (r["student"], r["student_id"]) == (line[0], line[1])]
        places = [(r, store.place(r["submission"]).relative_to(store.folder)) for r in own]
        links = [
            (r["submission"], quote(f"{place}/feedback.html"), r["status"]) for r, place in places
        ]
        rows.append({**row, "links": links})
    points = [row["points"] for row in rows if row["points"] != ""]
    out_of = rows[0]["out_of"]
    lines = [(id, line) for r in results for id, line in r["exercises"].items()]
    exercises = []
    for id in head[5:]:
        own_lines = [line for key, line in lines if key == id]
        kinds = Counter(line["status"] for line in own_lines)
        bad = sum(kinds[status] for status in ("wrong", "timeout", "died"))
        mean = f"{statistics.mean(line['points'] for line in own_lines):.1f}"
        exercises.append({"id": id, "passed": kinds["passed"], "wrong": bad, "mean": mean})
        exercises[-1] |= {"undone": kinds["not-done"], "out_of": own_lines[0]["out_of"]}
        exercises[-1]["title"] = own_lines[0]["title"]
    told = Counter((id, x["message"]) for id, x in lines if x["status"] in ("wrong", "timeout"))
    return {
        "rows": rows,
        "results": results,
        "median": f"{statistics.median(points):g}" if points else "-",
        "out_of": out_of,
        "statuses": sorted(Counter(r["status"] for r in results if not r["exercises"]).items()),
        "chart": _chart(points, out_of),
        "exercises": exercises,
        "mistakes": told.most_common(MOST_MISTAKES),
    }


def _chart(points: list[int], out_of: int) -> dict[str, Any]:
    """Return the bars of the distribution of `points`, in a box of 640 by 190."""
    step = -(-(out_of + 1) // MOST_BARS)
    starts = range(0, out_of + 1, step)
    counts = Counter(score // step for score in points)
    most = max(counts.values(), default=1)
    bars = []
    for number, start in enumerate(starts):
        name = f"{start}" if step == 1 else f"{start}-{min(start + step - 1, out_of)}"
        count, width = counts[number], 640 / len(starts)
        height = 140 * count / most
        bar: dict[str, Any] = {"x": round(number * width + 4, 1), "width": round(width - 8, 1)}
        bar |= {"y": round(166 - height, 1), "height": round(height, 1), "name": name}
        bar |= {"middle": round((number + 0.5) * width, 1), "count": count}
        bars.append(bar | {"title": f"{name} points: {count}"})
    label = "Students by points. " + ", ".join(bar["title"] for bar in bars if bar["count"])
    return {"bars": bars, "label": label}


def export(store: Store, form: str, assignment: str) -> list[Path]:
    """Write and return the grades in one of `FORMATS`; who could not be graded has no grade."""
    results = store.results()
    _, *table = gradebook(results)
    if form == "csv":
        return [store.write_gradebook()]
    path = store.folder / f"{form}.csv"
    if form == "canvas":
        rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]]
        rows += [["    Points Possible", "", "", "", "", str(table[0][4])]] if table else []
        rows += [[line[0], line[1], "", "", "", str(line[3])] for line in table]
        write_csv(path, rows)
        return [path]
    if form == "nbgrader":
        now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        columns = """assignment duedate timestamp student_id last_name first_name email raw_score
            late_submission_penalty score max_score""".split()
        lines = [
            [assignment, "", now, line[1] or line[0], "", line[0], "", line[3], 0, line[3], line[4]]
            for line in table
        ]
        write_csv(path, [columns, *([str(cell) for cell in line] for line in lines)])
        return [path]
    written = []
    for result in results:
        if result["status"] != "infrastructure":
            path = store.place(result["submission"]) / "gradescope.json"
            write_text(path, json.dumps(_gradescope(result), indent=1) + "\n")
            written.append(path)
    return written


def _gradescope(result: Result) -> dict[str, Any]:
    tests = [
        {
            "name": id.upper(),
            "score": line["points"],
            "max_score": line["out_of"],
            "status": "passed" if line["status"] == "passed" else "failed",
            "output": line["message"] or WORDS[line["status"]],
            "output_format": "text",
        }
        for id, line in result["exercises"].items()
    ]
    about = {"score": result["points"], "output": result["message"], "output_format": "text"}
    return {**about, "visibility": "visible", "tests": tests}
