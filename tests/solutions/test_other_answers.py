"""Answers that are in no list of known mistakes: wrong ones are refused, unusual right ones pass.

`<part>/<chapter>.py` beside this file holds functions ``tc_02__float_ceil``: a wrong answer to
TC-02, whose docstring says what is wrong with it; and ``tc_11__right__fft``: a right one by an
unusual way. Where a value is asked for, the function returns it. Each is tried with three seeds,
in `make audit` with eight.
"""

import runpy
from pathlib import Path

import pytest

from notebooks.files import paths
from tests.browser import AUDIT
from tests.notebooks.test_exercises import CASES, SEEDS, namespace, run_checks

ROOT = Path(__file__).parents[2]
# EXERCISES.md, which comes last, has ids that the book has too.
EXERCISES = {case.id: case.values for case in reversed(CASES)}
SOME = SEEDS if AUDIT else SEEDS[:3]
ANSWERS = [
    pytest.param(name, answer, id=name)
    for path in paths(ROOT, "solutions")
    for file in [Path(__file__).parent / path.parent.name / f"{path.stem}.py"]
    if file.is_file()
    for name, answer in runpy.run_path(str(file)).items()
    if "__" in name[1:-2] and not name.startswith("_")
]


@pytest.mark.parametrize(("name", "answer"), ANSWERS)
def test_a_wrong_answer_is_refused_and_a_right_one_passes(name, answer):
    setup, exercise = EXERCISES[name.partition("__")[0].replace("_", "-")]
    assert answer.__doc__, "what is wrong with it?"
    for seed in SOME:
        names = namespace(*setup, exercise.answer.source)  # a project has several functions
        names[exercise.name] = answer() if exercise.is_value else answer
        if "__right__" in name:
            run_checks(names, exercise, seed)
            continue
        with pytest.raises(Exception):  # noqa: B017
            run_checks(names, exercise, seed)
