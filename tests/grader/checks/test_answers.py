"""Hidden checks stand alone: they refuse each known mistake, and what only looks right in form.

The visible check can be learnt by heart; the hidden one must not rely on it.
"""

import contextlib
import io
from pathlib import Path

import numpy as np
import pytest

from notebooks import exercises as master
from notebooks.files import paths, read

ROOT = Path(__file__).parents[3]
HOLLOW = {
    "nothing": lambda value: [],
    "an empty vector": lambda value: np.zeros(0),
    "an empty matrix": lambda value: np.zeros((0, 1)),
    "an empty cube": lambda value: np.zeros((0, 1, 1)),
    "an axis too many": lambda value: np.asarray(value)[None] if np.size(value) > 1 else [],
    "one number for all": lambda value: np.ravel(value)[0] if np.size(value) > 1 else [],
}


def cases():
    for path in paths(ROOT, "solutions"):
        notebook = read(path)
        setup = [cell.source for cell in master.setup_cells(notebook)]
        for exercise in master.exercises(notebook).values():
            if not exercise.is_value:  # which is judged where everybody can see it
                yield pytest.param(setup, exercise, id=exercise.id)


CASES = list(cases())


def after_the_visible_checks(setup, exercise):
    """Return the namespace of a right answer that has passed them."""
    names = {}
    mistakes = [cell.source for cell in exercise.mistakes]
    with contextlib.redirect_stdout(io.StringIO()):
        for source in [
            *setup,
            *mistakes,
            exercise.answer.source,
            *(c.source for c in exercise.checks),
        ]:
            exec(compile(source, "<cell>", "exec"), names)
    return names


def earns(names, exercise, function, seed=0):
    names[exercise.name] = function
    try:
        with np.errstate(all="ignore"):
            for cell in exercise.hidden:
                names["rng"] = np.random.default_rng(seed)
                exec(compile(cell.source, "<hidden>", "exec"), names)
    except Exception:
        return False
    return True


@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_hidden_checks_alone_refuse_each_mistake(setup, exercise):
    for name in exercise.mistake_names():
        names = after_the_visible_checks(setup, exercise)
        assert not any(earns(names, exercise, names[name], seed) for seed in range(4)), name


def hollowed(value, change, part):
    """Return `value` with one part, or all, changed; itself if there is no such part."""
    if not isinstance(value, tuple):
        return change(value)
    return tuple(change(v) if part in (None, at) else v for at, v in enumerate(value))


@pytest.mark.parametrize("name", HOLLOW)
@pytest.mark.parametrize(("setup", "exercise"), CASES)
def test_hidden_checks_refuse_a_value_of_another_form(setup, exercise, name):
    names = after_the_visible_checks(setup, exercise)
    right, parts = names[exercise.name], {0}
    for part in (None, 0, 1, 2, 3):

        def function(*args, part=part, **kwargs):
            value = right(*args, **kwargs)
            parts.update(range(len(value)) if isinstance(value, tuple) else ())
            return hollowed(value, HOLLOW[name], part)

        if part is None or part in parts:
            assert not earns(names, exercise, function), f"part {part}"
