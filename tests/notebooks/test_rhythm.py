"""Each rule of a chapter's rhythm is seen to fail: break one thing, read the line."""

import copy
import re

import nbformat
import pytest

from notebooks import rhythm, sources
from notebooks.files import normal_form
from tests.browser import ROOT

SHOWN = '<div class="fig-host" data-figure="reach"></div>'
FOLD = "<details>\n<summary>Proof</summary>\n\nIt is so.\n\n</details>"


def text(source):
    return nbformat.v4.new_markdown_cell(source)


def code(source, *tags, html=""):
    cell = nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)})
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/html": html})] if html else []
    return cell


KEPT = nbformat.v4.new_notebook(
    metadata={"edition": 2},
    cells=[
        text("# 1.1 One\n\nYou will see."),
        code("import a\nimport b\nimport c", "hide-input"),
        code("n = 3\nReach(n=n)", html=SHOWN),
        text("(tc-01)=\n## Twice\n\nFor all $x$ it is so." + "\n\n" + FOLD),
        code("Guess(f(2), among=[1, 2])", "hide-input", html=SHOWN.replace("reach", "guess")),
        code("f(2)"),
        code("# Fails if it is not.\nassert f(2)", "claim:tc-01"),
        text("## What to take away\n\nIt is so.\n\n## True or false?"),
    ],
)

BROKEN = [
    (0, {"source": "# 1.1 One\n\n" + "word " * 1300}, "at most 1200 words, got 1318: split it"),
    (0, {"source": "# 1.1 One\n\nYou see."}, "the first cell must say what .* 'You will …'"),
    (7, {"source": "## What to take away"}, "must have a cell '## True or false\\?'"),
    (7, {"source": "## True or false?"}, "must have a cell '## What to take away'"),
    (1, {"tags": []}, r"cell 1 .*: more than 2 imports must be folded: tag it hide-input"),
    (1, {"tags": []}, r"cell 2 .*: at most 2 open lines of code must stand .* got 5"),
    (2, {"source": "a\nn = 3\nReach(n=n)"}, "must stand before the first figure's output, got 3"),
    (
        2,
        {"outputs": []},
        "a chapter must begin with a figure, got none in what is stored: .* make run",
    ),
    (
        3,
        {"source": "(tc-01)=\n## Twice\n\n<details>\n<summary>A</summary>\nb"},
        "cell 3 .*: a fold",
    ),
    (3, {"source": FOLD.replace("\n\n</details>", "\n</details>")}, r"cell 3 .*: a fold must be"),
    (4, {"source": "Guess(2 + 0, among=[1, 2])"}, r"cell 4 .*: a Guess must compute .* got 2 \+ 0"),
    (4, {"source": "Guess(among=[1], truth=1)"}, r"cell 4 .*: a Guess must compute .* got 1"),
    (4, {"tags": []}, r"cell 4 .*: a Guess must not be read before it is answered: tag it"),
    (4, {"source": "print(2)"}, "a chapter must ask before it tells"),
    (5, {"source": "a\n" * 11}, r"cell 5 .*: open code must have at most 10 lines, got 11"),
    (5, {"tags": ["hide-input"]}, "claim tc-01: open code or a figure must stand between"),
]


def changed(at, change):
    notebook = copy.deepcopy(KEPT)
    change = dict(change)
    if "tags" in change:
        notebook.cells[at].metadata.tags = change.pop("tags")
    notebook.cells[at].update(change)
    return notebook


def test_a_chapter_that_keeps_the_rules_is_silent():
    assert list(rhythm.problems(KEPT)) == []


@pytest.mark.parametrize(("at", "change", "line"), BROKEN)
def test_a_broken_rule_is_one_line_with_the_cell(at, change, line):
    found = list(rhythm.problems(changed(at, change)))
    assert any(re.search(line, one) for one in found), found


def test_the_first_edition_is_asked_less():
    notebook = changed(5, {"source": "a\n" * 11})
    notebook.metadata.edition = 1
    assert list(rhythm.problems(notebook)) == []


def test_the_normal_form_keeps_the_edition_and_collapses_plumbing():
    notebook = normal_form(copy.deepcopy(KEPT))
    assert notebook.metadata.edition == 2
    assert notebook.cells[1].metadata.jupyter == {"source_hidden": True}
    notebook.cells[1].metadata.tags = []
    assert "jupyter" not in normal_form(notebook).cells[1].metadata


def test_a_source_that_is_not_there_or_not_used_is_named():
    cell = code("correlate(x, k)")
    cell.metadata.source = ["mathlib.toeplitz.convolution.correlate"]
    books = {"a.ipynb": nbformat.v4.new_notebook(cells=[cell])}
    assert list(sources.problems(ROOT, books)) == []
    cell.metadata.source = ["mathlib.toeplitz.convolution.nothing"]
    missing, unused = sources.problems(ROOT, books)
    assert missing.startswith(f"a.ipynb: cell {cell.id}: a source must be a function or a class")
    assert unused.endswith("a source must be of what the cell uses, got " + cell.metadata.source[0])
