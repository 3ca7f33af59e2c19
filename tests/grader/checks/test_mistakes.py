"""Every known mistake of every exercise is answered by its own sentence."""

import ast
import contextlib
import io
import json
import warnings
from pathlib import Path

import pytest

from mathlib.mistakes import known_mistake
from notebooks import exercises as master
from notebooks.files import paths, read
from tests.notebooks import kinds

ROOT = Path(__file__).parents[3]
SOLUTIONS = {
    path.relative_to(ROOT / "solutions").with_suffix("").as_posix(): read(path)
    for path in paths(ROOT, "solutions")
}
SOLUTIONS["kinds"] = kinds.master()
CASES = [
    pytest.param(notebook, exercise, id=f"{name}-{exercise.id}")
    for name, notebook in SOLUTIONS.items()
    for exercise in master.exercises(notebook).values()
]


def task(notebook, exercise):
    return exercise.known([cell.source for cell in master.setup_cells(notebook)])


def sentences(exercise):
    """Return what is to be told to whoever makes a mistake, by its name."""
    bodies = [ast.parse(cell.source).body for cell in exercise.mistakes]
    functions = [node for body in bodies for node in body if isinstance(node, ast.FunctionDef)]
    return {function.name: ast.get_docstring(function, clean=False) for function in functions}


def answer(given, name):
    """Return the function, or the value, of whoever makes the mistake `name`, a stranger to our names."""
    names = {}
    for source in [*given["setup"], *given["mistakes"]]:
        exec(compile(source.replace(name, given["name"]), "<answer>", "exec"), names)
    found = names[given["name"]]
    return found() if "BEGIN SOLUTION\n" + given["name"] in given["solution"] else found


def told(given, function):
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return known_mistake(json.dumps(given), function)


@pytest.mark.parametrize(("notebook", "exercise"), CASES)
def test_every_mistake_is_answered_by_its_own_sentence(notebook, exercise):
    given, wanted = task(notebook, exercise), sentences(exercise)
    assert len(exercise.mistake_names()) >= (2 if exercise.is_value else 3)
    for name in exercise.mistake_names():
        with contextlib.redirect_stdout(io.StringIO()):
            function = answer(given, name)
        assert told(given, function) == wanted[name], name
