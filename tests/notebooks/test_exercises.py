"""Every exercise: its solution passes, its stub is refused, each known mistake is caught."""

from pathlib import Path

import nbformat
import numpy as np
import pytest

from notebooks import exercises as master
from notebooks.files import paths, read
from tests.notebooks import kinds

ROOT = Path(__file__).parents[2]
SEEDS = range(8)
MASTERS = [*map(read, paths(ROOT, "solutions")), kinds.master()]


def cases():
    for notebook in MASTERS:
        setup = [cell.source for cell in master.setup_cells(notebook)]
        for exercise in master.exercises(notebook).values():
            yield pytest.param(setup, exercise, id=exercise.id)


CASES = list(cases())


def namespace(*sources):
    names = {}
    for source in sources:
        exec(compile(source, "<cell>", "exec"), names)
    return names


def run_checks(names, exercise, seed):
    """Run the visible checks, then the hidden ones with an `rng` of their own."""
    for cell in exercise.checks:
        exec(compile(cell.source, "<check>", "exec"), names)
    for cell in exercise.hidden:
        names["rng"] = np.random.default_rng(seed)
        exec(compile(cell.source, "<hidden>", "exec"), names)


@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_the_solution_passes_for_many_seeds(setup, exercise):
    for seed in SEEDS:
        names = namespace(*setup, exercise.answer.source)
        run_checks(names, exercise, seed)


@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_the_stub_is_not_done_yet(setup, exercise):
    names = namespace(*setup, exercise.stub)
    if master.STUB in exercise.stub or exercise.is_value:
        with pytest.raises(NotImplementedError, match="not done yet"):
            run_checks(names, exercise, 0)
    else:
        assert exercise.kind == "repair" and is_refused(names, exercise, 0)


def is_refused(names, exercise, seed):
    try:
        run_checks(names, exercise, seed)
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_each_mistake_is_caught_by_an_assertion(setup, exercise):
    assert len(exercise.mistake_names()) >= (2 if exercise.is_value else 3)
    for name in exercise.mistake_names():
        for seed in SEEDS:
            mistakes = [cell.source for cell in exercise.mistakes]
            names = namespace(*setup, exercise.answer.source, *mistakes)
            names[exercise.name] = names[name]() if exercise.is_value else names[name]
            assert is_refused(names, exercise, seed), f"{name} passes every check with seed {seed}"


@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_no_answer_that_ignores_the_question_earns_points(setup, exercise):
    for constant in (None, 0, 1, [], [0], [1], (0, 1), np.zeros(3)):
        names = namespace(*setup)
        names[exercise.name] = (
            constant if exercise.is_value else lambda *args, constant=constant, **kwargs: constant
        )
        for cell in exercise.scored:
            names["rng"] = np.random.default_rng(0)
            with pytest.raises(Exception):  # noqa: B017
                exec(compile(cell.source, "<hidden>", "exec"), names)


@pytest.mark.parametrize(
    "notebook", MASTERS, ids=lambda notebook: next(iter(master.exercises(notebook)))
)
def test_what_is_handed_out_asks_for_the_same(notebook):
    """A student who checks an own notebook has no solution to tell a value by."""
    handed_out = master.exercises(nbformat.reads(master.release(notebook), as_version=4))
    for id, exercise in master.exercises(notebook).items():
        asked = handed_out[id]
        assert (asked.is_value, asked.names) == (exercise.is_value, exercise.names), id


@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_nothing_kept_back_is_handed_out(setup, exercise):
    solution = master.SOLUTION.search(exercise.answer.source)
    assert solution
    for path in paths(ROOT, "exercises"):
        text = path.read_text("utf-8")
        assert "SOLUTION" not in text and f"{exercise.name}__" not in text
