"""What is written comes out of its file as it went in."""

import json

import pytest

from grader.checks.messages import Line, Result, Task
from grader.course.store import Kept
from grader.student.jail import Limits


def test_a_task_survives_json() -> None:
    task = Task(
        cells=[{"source": "x = 'ä'", "exercise": None}],
        names={"la-01": ["helper", "answer"]},
        classes=["la-01"],
        values=["la-02"],
        explain={"la-01": {"show": False}},
        key=bytes(range(32)),
        timeout=0.1,
        rungs=("namespaces", "none"),
        limits=Limits(),
        modules=("numpy",),
    )
    assert Task.from_json(task.to_json()) == task


def test_a_line_keeps_whose_it_is_when_it_is_settled() -> None:
    line = Line(title="Flip", out_of=2, answer="x").settled("wrong", "look", 1)
    assert line == Line("wrong", 1, "look", "Flip", 2, "x")


LINES = {
    "tc-01": Line("wrong", 1, "look \ud800", "Flip", 2, "x"),
    "tc-02": Line("passed", 3, out_of=3),
}


def test_a_result_knows_its_sums() -> None:
    result = Result("graded", exercises=LINES)
    assert (result.points, result.out_of) == (4, 5)
    told = json.loads(result.to_json())
    assert (told["points"], told["out_of"]) == (4, 5)
    assert Result("unreadable", "no notebook").points == 0


def test_a_result_survives_json() -> None:
    result = Result("graded", "", "toeplitz/a", "namespaces", LINES)
    assert Result.from_json(result.to_json()) == result
    kept = Kept.of(result, submission="anna", student="anna", time=2.5, was={"tc-01": 0})
    assert Kept.from_json(kept.to_json()) == kept
    assert kept.exercises == LINES


def test_a_result_of_an_older_version_is_read() -> None:
    line = {"status": "wrong", "points": 1, "message": "", "title": "", "out_of": 2, "answer": ""}
    old = {"status": "graded", "message": "", "master": "m", "jail": "", "points": 1, "out_of": 2}
    old |= {"exercises": {"tc-01": line}, "submission": "anna", "student": "anna", "key": "k"}
    read = Kept.from_json(json.dumps(old))
    assert (read.points, read.key, read.time, read.was) == (1, "k", 0.0, {})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"exercises": {}}',
        '{"status": "graded", "exercises": []}',
        '{"status": "graded", "exercises": {"tc-01": {"points": "1"}}}',
        '{"status": "graded", "exercises": {"tc-01": {"marks": 1}}}',
    ],
)
def test_what_is_no_result_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r"a result must be as it was written|Expecting value"):
        Result.from_json(text)
