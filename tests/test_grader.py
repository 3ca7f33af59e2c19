"""The first grade, end to end: a folder of submissions through the command."""

import copy
import csv
import json
from pathlib import Path

import nbformat
import pytest

from book.notebooks import as_text, read, tags
from grader import master
from grader.__main__ import main
from grader.submission import UnreadableError, answers, read_submission

ROOT = Path(__file__).parent.parent
MASTERS = {
    stem: read(ROOT / f"solutions/2_toeplitz/{stem}.ipynb")
    for stem in ("1_local_weights", "2_one_dimension")
}
HANDED_OUT = {s: read(ROOT / f"exercises/2_toeplitz/{s}.ipynb") for s in MASTERS}
LOCAL, ONE = "1_local_weights", "2_one_dimension"


def submission(stem, answer=lambda exercise: exercise.answer.source):
    """Return what was handed out, with `answer(exercise)` in each answer cell."""
    notebook = copy.deepcopy(HANDED_OUT[stem])
    exercises = master.exercises(MASTERS[stem])
    for cell in notebook.cells:
        if "answer" in tags(cell):
            cell.source = answer(exercises[cell.metadata.exercise])
    return notebook


def mistaken(number):
    """Return the answer that makes the mistake with this number, as a student would write it."""

    def answer(exercise):
        names = exercise.mistake_names()
        name = names[number % len(names)]
        sources = [cell.source for cell in exercise.mistakes]
        return "\n".join([f"# exercise: {exercise.id}", *sources, f"{exercise.name} = {name}"])

    return answer


def without_checks(notebook):
    notebook.cells = [cell for cell in notebook.cells if "check" not in tags(cell)]
    return notebook


def with_edited_checks(notebook):
    for cell in notebook.cells:
        if "check" in tags(cell):
            cell.source = "assert True\nprint('passed')"
    return notebook


def reversed_cells(notebook):
    notebook.cells.reverse()
    return notebook


def stripped(notebook):
    """What some tools leave: no metadata, new ids."""
    for cell in notebook.cells:
        cell.metadata = {}
        cell.id = nbformat.v4.new_code_cell().id
    return notebook


def with_helper(notebook):
    """An answer that relies on a cell of the student's own."""
    at = next(i for i, cell in enumerate(notebook.cells) if "answer" in tags(cell))
    cell = notebook.cells[at]
    cell.source = cell.source.replace("math.isqrt(", "my_root(")
    notebook.cells.insert(
        at, nbformat.v4.new_code_cell("def my_root(a):\n    return math.isqrt(a)")
    )
    return notebook


def one_endless(notebook):
    cells = [cell for cell in notebook.cells if "answer" in tags(cell)]
    cells[-1].source = f"{cells[-1].source.splitlines()[0]}\nwhile True:\n    pass"
    return notebook


SUBMISSIONS = (
    {f"{stem}/perfect": lambda stem=stem: submission(stem) for stem in MASTERS}
    | {f"{stem}/untouched": lambda stem=stem: HANDED_OUT[stem] for stem in MASTERS}
    | {
        f"{stem}/mistake_{n}": lambda stem=stem, n=n: submission(stem, mistaken(n))
        for stem in MASTERS
        for n in range(4)
    }
    | {
        "right/deleted": lambda: without_checks(submission(LOCAL)),
        "right/reversed": lambda: reversed_cells(submission(LOCAL)),
        "right/stripped": lambda: stripped(submission(LOCAL)),
        "right/helper": lambda: with_helper(submission(LOCAL)),
        "wrong/edited": lambda: with_edited_checks(submission(LOCAL, mistaken(0))),
        "wrong/endless": lambda: one_endless(submission(LOCAL)),
    }
)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    folder, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    for name, make in SUBMISSIONS.items():
        path = folder / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_text(make()), encoding="utf-8")
    (folder / "broken.ipynb").write_text('{"cells": [', encoding="utf-8")
    (folder / "empty.ipynb").touch()
    (folder / "folder.ipynb").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["grade", str(folder), "--out", str(out), "--timeout", "5"]) == 0
    results = {
        path.parent.relative_to(out).as_posix(): json.loads(path.read_text())
        for path in out.rglob("result.json")
    }
    rows = list(csv.DictReader((out / "gradebook.csv").read_text("utf-8").splitlines()))
    return results, rows


def statuses(result):
    return {exercise["status"] for exercise in result["exercises"].values()}


@pytest.mark.parametrize("stem", MASTERS)
def test_the_solution_earns_everything(graded, stem):
    result = graded[0][f"{stem}/perfect"]
    assert statuses(result) == {"passed"}
    assert result["points"] == result["out_of"] > 10


@pytest.mark.parametrize("stem", MASTERS)
def test_what_was_handed_out_earns_nothing(graded, stem):
    result = graded[0][f"{stem}/untouched"]
    assert statuses(result) == {"not-done"} and result["points"] == 0


@pytest.mark.parametrize("stem", MASTERS)
@pytest.mark.parametrize("number", range(4))
def test_every_mistake_is_wrong_and_told_why(graded, stem, number):
    for id, exercise in graded[0][f"{stem}/mistake_{number}"]["exercises"].items():
        assert exercise["status"] == "wrong", id
        assert exercise["message"].startswith("AssertionError: "), id


@pytest.mark.parametrize("name", ["deleted", "reversed", "stripped", "helper"])
def test_right_answers_earn_everything_whatever_happened_to_the_rest(graded, name):
    result = graded[0][f"right/{name}"]
    assert result["points"] == result["out_of"]


def test_edited_checks_help_nobody(graded):
    assert statuses(graded[0]["wrong/edited"]) == {"wrong"}


def test_an_endless_loop_ends_and_the_others_keep_their_points(graded):
    exercises = graded[0]["wrong/endless"]["exercises"]
    assert exercises["tc-01"]["status"] == "passed"
    assert exercises["tc-05"]["points"] == 0


@pytest.mark.parametrize("name", ["broken", "empty", "folder"])
def test_what_is_no_notebook_has_a_status_of_its_own(graded, name):
    assert graded[0][name]["status"] == "unreadable"


def test_the_gradebook_has_a_row_for_each_submission(graded):
    results, rows = graded
    assert len(rows) == len(results) == len(SUBMISSIONS) + 3
    for row in rows:
        assert int(row["points"]) == results[row["submission"]]["points"]
        in_row = sum(int(points) for id, points in row.items() if id[:3] == "tc-" and points)
        assert in_row == int(row["points"])


# What is taken from a submission


def test_the_last_answer_counts():
    notebook = submission(LOCAL)
    again = nbformat.v4.new_code_cell("# exercise: tc-01\ndef longest_signal(a, b):\n    return 0")
    notebook.cells.append(again)
    assert answers(notebook, MASTERS[LOCAL])["tc-01"].source == again.source


def test_an_answer_without_marker_and_metadata_is_found_by_its_function():
    notebook = nbformat.v4.new_notebook()
    source = "def layers_to_see(n, K):\n    return 1"
    notebook.cells = [nbformat.v4.new_code_cell(source)]
    assert answers(notebook, MASTERS[LOCAL])["tc-02"].source == source


def test_a_check_is_never_taken_for_an_answer():
    notebook = submission(LOCAL)
    for cell in notebook.cells:
        if "check" in tags(cell):
            cell.source = "def longest_signal(a, b):\n    return 0"
    assert "isqrt" in answers(notebook, MASTERS[LOCAL])["tc-01"].source


def test_unreadable_names_the_reason(tmp_path):
    path = tmp_path / "merge.ipynb"
    path.write_text("<<<<<<< HEAD\n{}\n=======")
    with pytest.raises(UnreadableError, match="NotJSON"):
        read_submission(path)


# Misuse


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["grade", "no_such_folder", "--out", "x"], "submissions must be a folder, got no_such"),
        (
            ["grade", "mathlib", "--out", "x"],
            "submissions must hold notebooks, got none in mathlib",
        ),
        (["grade", "exercises", "--out", "x", "-j", "0"], "--jobs must be at least 1, got 0"),
    ],
)
def test_misuse_is_one_line_and_writes_nothing(arguments, message, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert not Path("x").exists()
