"""A task comes out of its file as it went in."""

from grader.checks.messages import Line, Task
from grader.student.jail import Limits


def test_a_task_survives_json() -> None:
    task = Task(
        cells=[{"source": "x = 'ä'", "exercise": None}],
        names={"la-01": ["helper", "answer"]},
        classes=["la-01"],
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
