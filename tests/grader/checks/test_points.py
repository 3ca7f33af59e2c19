"""What a visible check refuses earns nothing, though every hidden check holds: here none looks."""

import copy
from pathlib import Path

import numpy as np
import pytest

from grader.checks.grade import Settings, grade
from notebooks import exercises as master
from notebooks.files import as_text, paths, read, tags

ROOT = Path(__file__).parents[3]
PATHS = [path for path in paths(ROOT, "solutions") if master.exercises(read(path))]
# Not among the known mistakes: they once failed the visible check and earned every point.
OTHERS = """toeplitz/local_weights tc_02__infinity
toeplitz/strides tc_18__first_gap_divides
toeplitz/channels tc_30__below_the_budget
toeplitz/kernels tc_42__alphabetical
numbers/curvature sn_04__zeros_refused_only
numbers/soft_maximum sn_08__64_halvings
numbers/number_formats sn_20__power_overflows
numbers/exponentials sn_25__infinity_is_nan
numbers/sums sn_30__corrected_term_not_rounded"""
OTHERS = [tuple(line.split()) for line in OTHERS.splitlines()]


def visible_check_holds(exercise, setup, answer):
    """Return whether the visible check accepts an answer, in this process."""
    names = {}
    try:
        for source in [*setup, answer, *(cell.source for cell in exercise.checks)]:
            exec(compile(source, "<cell>", "exec"), names)
    except (AssertionError, ArithmeticError, LookupError, NameError, TypeError, ValueError):
        return False  # a NameError: one function of a project is handed in alone
    return True


def graded(notebook, answers):
    """Return the lines of what was handed out with some answers in it."""
    handed_in = copy.deepcopy(notebook)
    handed_in.cells = [cell for cell in handed_in.cells if "answer" in tags(cell)]
    for cell in handed_in.cells:
        id = cell.metadata.exercise
        cell.source = f"# exercise: {id}\n{answers.get(id, 'pass')}"
    ours = copy.deepcopy(notebook)
    ours.cells = [cell for cell in ours.cells if "mistake" not in tags(cell)]
    for cell in ours.cells:
        if "hidden" in tags(cell):
            cell.source = "pass"
    masters = {"m": as_text(ours)}
    return grade(as_text(handed_in).encode(), masters, b"s", Settings(only=(*answers,))).exercises


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_known_mistake_that_the_visible_check_refuses_earns_nothing(path):
    notebook = read(path)
    setup = [cell.source for cell in master.setup_cells(notebook)]
    exercises = master.exercises(notebook)
    for number in range(max(len(each.mistake_names()) for each in exercises.values())):
        refused = {}
        for id, exercise in exercises.items():
            if number < len(exercise.mistake_names()):
                name = exercise.mistake_names()[number]
                sources = [cell.source for cell in exercise.mistakes]
                answer = "\n".join([*sources, f"{exercise.name} = {name}"])
                with np.errstate(all="ignore"):
                    if not visible_check_holds(exercise, setup, answer):
                        refused[id] = answer
        for id, line in graded(notebook, refused).items() if refused else ():
            assert (line.status, line.points) == ("wrong", 0), (id, number)


@pytest.mark.parametrize(("chapter", "name"), OTHERS)
def test_a_wrong_answer_that_the_visible_check_refuses_earns_nothing(chapter, name):
    notebook = read(ROOT / f"solutions/{chapter}.ipynb")
    source = (ROOT / f"tests/solutions/{chapter}.py").read_text("utf-8")
    id = name[:5].replace("_", "-")
    exercise = master.exercises(notebook)[id]
    answer = f"{source}\n{exercise.name} = {name}"
    (line,) = graded(notebook, {id: answer}).values()
    assert (line.status, line.points) == ("wrong", 0)
