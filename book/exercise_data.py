"""What a page of exercises may ask for: known mistakes after a failure, all the rest after a pass.

A Sphinx extension. It writes ``_static/exercises/<page>.json`` from the page of the solutions. The
build for a class has no such pages, so it has none of this either.
"""

import ast
import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from book.cards import ID, LINES_OF_A_CELL
from notebooks import exercises
from notebooks.exercises import Exercise
from notebooks.files import read

HOME = "solutions/"


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension; Sphinx calls this."""
    app.add_css_file("exercises.css")
    app.connect("html-page-context", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the data of a page of exercises from its solutions; tell it that they are there."""
    if name.startswith("exercises/") and f"{HOME}{_rest(name)}" in app.env.found_docs:
        context["body"] += "<script>globalThis.bookExerciseData = true;</script>"
    if doctree is None or not name.startswith(HOME):
        return
    notebook = read(Path(app.srcdir, f"{name}.ipynb"))
    setup_cells = [cell.source for cell in exercises.setup_cells(notebook)]
    places = {id(cell): at for at, cell in enumerate(notebook.cells)}
    data = {
        each.id: {
            "task": each.known(setup_cells),
            "reference": reference(each),
            "explanation": "".join(
                _rendered(app, doctree, places[id(cell)]) for cell in each.cells["explanation"]
            ),
            "mistakes": sentences(each),
            "figure": each.about.get("figure"),
        }
        for each in exercises.exercises(notebook).values()
    }
    path = Path(app.outdir, "_static", "exercises", f"{_rest(name)}.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def reference(exercise: Exercise) -> str:
    """Return the solution as a reader sees it, without the marks of where it begins and ends."""
    lines = exercise.answer.source.splitlines()[1:]
    return "\n".join(line for line in lines if "### " not in line)


def sentences(exercise: Exercise) -> list[str]:
    """Return what there is to say to whoever makes one of the known mistakes."""
    known = exercise.wrong_answers()
    return [" ".join((ast.get_docstring(node) or "").split()) for node in known]


def _rest(name: str) -> str:
    return name.partition("/")[2]


def _rendered(app: Sphinx, doctree: nodes.document, cell: int) -> str:
    """Return a markdown cell of the page, by its number from 0, as HTML."""
    shown = nodes.container()
    for node in doctree.findall(nodes.Element):
        inside = isinstance(node.parent, nodes.section) and node.line is not None
        if (
            inside
            and node.line // LINES_OF_A_CELL == cell + 1
            and not isinstance(node, nodes.section)
        ):
            shown += node.deepcopy()
    return ID.sub("", app.builder.render_partial(shown)["fragment"])  # type: ignore[attr-defined]
