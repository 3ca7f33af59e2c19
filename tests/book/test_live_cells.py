"""In the reader's Python, live cells print what is stored, and solutions pass their checks.

All pages are run in one Pyodide under Node, by the same file as in the page; how a page runs its
cells is tested in a browser.
"""

import json
import subprocess
from pathlib import Path

import pytest

from book import vendor
from notebooks import exercises as master
from notebooks.files import paths, read, tags
from tests.browser import asked_for

ROOT = Path(__file__).parents[2]
CHAPTERS = {path.relative_to(ROOT).as_posix(): read(path) for path in paths(ROOT, "chapters")}
SOLUTIONS = {path.relative_to(ROOT).as_posix(): read(path) for path in paths(ROOT, "solutions")}


def live(notebook):
    return [cell for cell in notebook.cells if "live" in tags(cell)]


def stored(cell):
    """What a cell printed, and the value that it showed."""
    text = [o.get("text") or o.get("data", {}).get("text/plain", "") for o in cell.outputs]
    return " ".join(text).split()


def solved(notebook):
    """The cells of an exercise page with the answers filled in, as a reader would run them."""
    cells = [cell.source for cell in master.setup_cells(notebook)]
    for exercise in master.exercises(notebook).values():
        cells += [exercise.answer.source, *(check.source for check in exercise.checks)]
    return cells


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory, request):
    numpy = vendor.VENDOR / vendor.read_lock()["packages"]["numpy"]["file_name"]
    if not numpy.is_file():
        pytest.skip(f"{numpy.name} could not be had when the book was built")
    pages = {name: [cell.source for cell in live(page)] for name, page in CHAPTERS.items()}
    pages |= {name: solved(page) for name, page in SOLUTIONS.items()}
    asked = asked_for(request)
    pages = {name: cells for name, cells in pages.items() if name in asked}
    pages["broken"] = ["1 / 0", "assert 1 == 2", "assert False, 'why'", "raise NotImplementedError"]
    file = tmp_path_factory.mktemp("live") / "pages.json"
    file.write_text(json.dumps(list(pages.values())))
    command = ["node", str(ROOT / "tests/book/live_cells.mjs"), str(ROOT), str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return dict(zip(pages, json.loads(ran.stdout), strict=True))


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_live_cell_prints_in_the_page_what_is_stored(outcomes, name):
    cells = live(CHAPTERS[name])
    for cell, (outcome, message, text) in zip(cells, outcomes[name], strict=True):
        assert outcome == "passed", f"{name}, cell {cell.id}: {message}"
        assert text.split() == stored(cell), f"{name}, cell {cell.id}"


@pytest.mark.parametrize("name", SOLUTIONS)
def test_every_solution_passes_its_checks_in_the_page(outcomes, name):
    assert [found for found in outcomes[name] if found[0] != "passed"] == []


def test_what_goes_wrong_is_told(outcomes):
    kinds, messages, _ = zip(*outcomes["broken"], strict=True)
    assert kinds == ("error", "wrong", "wrong", "not-done")
    assert messages[0] == "It divides by zero. The line: `1 / 0`"
    assert messages[1:] == ("This does not hold: assert 1 == 2", "why", "not done yet")
