"""Grade one submission: our notebook, their answers, run by nbval; a pure function of its bytes.

A process that grades keeps one trusted kernel, which keeps one warm template of the students'
side; both serve submission after submission.
"""

import functools
import hashlib
import hmac
import json
import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader.checks.bridge import CELLS
from grader.checks.kernel import CheckKernel
from grader.checks.messages import Line, Result, Task
from grader.checks.plugin import Outcomes, run
from grader.checks.submission import Cell, UnreadableError, answers, named, read_submission
from grader.student.jail import RUNGS, Limits
from notebooks.exercises import Exercise, exercises, setup_cells
from notebooks.files import METADATA

PATIENCE = 20.0  # seconds that a check itself may take
TRIES = 3  # of an exercise that ends in what may be the fault of the machine
MACHINE = ("died", "infrastructure")
# What is imported once, before the fork, if a master or a submission wants it.
WARM = {name: name for name in ("numpy", "pandas", "scipy", "sympy", "torch")}
WARM["matplotlib"] = "matplotlib.pyplot"  # its fonts are found once
IMPORT = re.compile(r"^ *(?:import|from) +([\w.]+)", re.MULTILINE)


@dataclass(frozen=True)
class Settings:
    """How to grade: what does not depend on the submission."""

    timeout: float = 10.0  # seconds that the answer to one exercise may run
    rungs: tuple[str, ...] = RUNGS  # of the jail, the best first; "none" is one too
    show_hidden: bool = False  # tell the texts of errors in hidden checks
    limits: Limits = Limits()  # noqa: RUF009
    only: tuple[str, ...] = field(default=(), repr=False)  # exercises; if none are named, all


@dataclass(frozen=True)
class _Master:
    """One of our notebooks, parsed: once for all submissions."""

    notebook: NotebookNode
    setup: list[str]  # the sources of the cells that belong to no exercise
    exercises: dict[str, Exercise]


_lock = threading.Lock()
_kernel: CheckKernel | None = None  # of this process


def grade(submission: bytes, masters: dict[str, str], secret: bytes, settings: Settings) -> Result:
    """Return what a submission earns, against the master that it answers best.

    Parameters
    ----------
    submission : bytes
        The notebook handed in.
    masters : dict
        The texts of our notebooks, by name.
    secret : bytes
        What the inputs of the hidden checks are derived from, together with the submission.
    settings : Settings
    """
    try:
        notebook = read_submission(submission)
        found = {name: answers(notebook, _master(text).notebook) for name, text in masters.items()}
        kinds = {name: {c.exercise for c in cells} - {None} for name, cells in found.items()}
        name = max(kinds, key=lambda name: len(kinds[name]))
        if not kinds[name]:
            raise UnreadableError("no answer cell of any exercise was found")
    except UnreadableError as error:
        return unreadable(error)
    key = hmac.digest(secret, hashlib.sha256(submission).digest(), "sha256")
    with _lock:
        lines, jail = _settle(_master(masters[name]), found[name], key, settings)
    failed = [line.message for line in lines.values() if line.status == "infrastructure"]
    message = failed[0] if failed else _not_here(named(notebook), name, masters)
    return Result("infrastructure" if failed else "graded", message, name, jail, lines)


def _not_here(ids: list[str], name: str, masters: dict[str, str]) -> str:
    """Return what to say of answers to exercises that have moved, or are no longer asked for."""
    place = {id: other for other, text in masters.items() for id in _master(text).exercises}
    told: dict[str, list[str]] = {}
    for id in ids:
        if place.get(id) != name:
            told.setdefault(place.get(id, ""), []).append(id.upper())
    return "; ".join(
        f"{', '.join(each)}: graded in {other}, hand in that notebook too"
        if other
        else f"{', '.join(each)}: not graded, this edition no longer asks for it"
        for other, each in told.items()
    )


def _settle(
    master: _Master, cells: list[Cell], key: bytes, settings: Settings
) -> tuple[dict[str, Line], str]:
    """Return the line of each exercise, in their order, and the jail that the answers ran in."""
    only, jail = settings.only or [*master.exercises], ""
    blank = {id: _blank(each, cells) for id, each in master.exercises.items() if id in only}
    lines: dict[str, Line] = {}
    tries: Counter[str] = Counter()
    while pending := [id for id in blank if id not in lines]:
        outcomes = _run(master, cells, pending, key, settings)
        jail = outcomes.jail or jail
        for id in outcomes.done:
            tries[id] += 1
            line = _line(blank[id], master.exercises[id], outcomes)
            if line.status not in MACHINE or tries[id] >= TRIES:
                lines[id] = line
            if line.status == "infrastructure":
                _stop()
        if outcomes.broken:
            _stop()
            tries[outcomes.broken_in] += 1
            missed = {id: blank[id] for id in pending if id not in outcomes.done}
            lines |= _broken_lines(missed, outcomes, tries[outcomes.broken_in] >= TRIES)
    return {id: lines[id] for id in blank}, jail


def unreadable(error: UnreadableError) -> Result:
    """Return the result of what is no notebook."""
    return Result("unreadable", str(error))


def _blank(exercise: Exercise, cells: list[Cell]) -> Line:
    """Return the line of an exercise before it is graded."""
    answer = "\n\n".join(cell.source for cell in cells if cell.exercise == exercise.id)
    answer = answer.encode("utf-8", "replace").decode()[:20_000]
    return Line(title=exercise.title, out_of=exercise.points, answer=answer)


def _line(blank: Line, exercise: Exercise, outcomes: Outcomes) -> Line:
    points = sum(c.metadata.points for c in exercise.scored if c.id in outcomes.passed)
    if not all(cell.id in outcomes.passed for cell in exercise.checks):
        points = 0  # what a visible check refuses earns nothing
    if exercise.id not in outcomes.failed:
        ran = all(cell.id in outcomes.passed for cell in exercise.checks + exercise.hidden)
        assert ran, f"a check of {exercise.id} did not run"
        return blank.settled("passed", points=points)
    explained = outcomes.explained.get(exercise.id, {})
    message, shown = explained.get("message", "the check failed"), explained.get("shown", "")
    return blank.settled(explained.get("status", "wrong"), message, points, shown)


def _broken_lines(missed: dict[str, Line], outcomes: Outcomes, finally_: bool) -> dict[str, Line]:
    """Return what is settled by a kernel of the checks that hung or died."""
    id = outcomes.broken_in
    if outcomes.broken == "timeout":
        return {id: missed[id].settled("timeout", "the check took too long")}
    if not finally_:
        return {}
    message = outcomes.failed.get(id, "the checks could not run")
    return {id: line.settled("infrastructure", message) for id, line in missed.items()}


@functools.lru_cache(maxsize=64)
def _master(text: str) -> _Master:
    notebook = nbformat.reads(text, as_version=4)
    setup = [cell.source for cell in setup_cells(notebook)]
    return _Master(notebook, setup, exercises(notebook))


def _run(
    master: _Master, cells: list[Cell], pending: list[str], key: bytes, settings: Settings
) -> Outcomes:
    """Return what nbval finds in our notebook, cut down to the `pending` exercises.

    The student's cells are no part of it: they are data in a file that its first cell reads.
    """
    global _kernel
    if _kernel is None or not _kernel.is_alive():
        _stop()
        _kernel = CheckKernel()
    task, path = (Path(_kernel.folder.name, name) for name in ("task.json", "checks.ipynb"))
    task.write_text(_task(master, cells, key, settings).to_json(), encoding="utf-8")
    source = "\n".join([f"_grader.begin({str(task)!r})", *master.setup])
    begin = _code("begin", "begin", pending[0], source)
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": METADATA}
    notebook["cells"] = [begin, *_checks(master, pending)]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return run(path, _kernel, CELLS * settings.timeout / 2 + PATIENCE, pending[0])


def _stop() -> None:
    global _kernel
    if _kernel is not None:
        _kernel.stop()
    _kernel = None


def _task(master: _Master, cells: list[Cell], key: bytes, settings: Settings) -> Task:
    ours = [{"source": source, "exercise": None} for source in master.setup]
    theirs = [*ours, *map(vars, cells)]
    known = {name for source in master.setup for name in IMPORT.findall(source)}
    found = {name for cell in theirs for name in IMPORT.findall(str(cell["source"]))}
    warm = {WARM.get(name.partition(".")[0], "") for name in found} - {""}
    warm |= {name for name in known if name.startswith("mathlib.")}
    return Task(
        cells=theirs,
        names={id: exercise.names for id, exercise in master.exercises.items()},
        classes=[id for id, exercise in master.exercises.items() if exercise.classes],
        values=[id for id, exercise in master.exercises.items() if exercise.is_value],
        explain={
            id: _explain(exercise, master.setup, settings.show_hidden)
            for id, exercise in master.exercises.items()
        },
        key=key,
        timeout=settings.timeout,
        rungs=settings.rungs,
        limits=settings.limits,
        modules=tuple(sorted(warm)),
    )


def _explain(exercise: Exercise, setup: list[str], show: bool) -> dict[str, Any]:
    """Return what there is to tell about an exercise."""
    return {**exercise.known(setup), "value": exercise.is_value, "show": show}


def _checks(master: _Master, pending: list[str]) -> list[NotebookNode]:
    """Return the cells of the checks: the visible ones of all exercises, then the hidden ones.

    Each stands below the lines that tell the bridge about it.
    """
    asked = [master.exercises[id] for id in pending]
    found = []
    for exercise in asked:
        start = f"_grader.exercise({exercise.id!r})\n"
        for cell in exercise.checks:
            found.append(_code(cell.id, "check", exercise.id, start + cell.source))
            start = ""
    for exercise in asked:
        start = f"_grader.exercise({exercise.id!r})\n"
        for cell in exercise.hidden:
            source = f"{start}_grader.draw({cell.id!r})\n{cell.source}"
            found.append(_code(cell.id, "hidden", exercise.id, source))
            start = ""
        source = f"_grader.explain({exercise.id!r})"
        found.append(_code(f"{exercise.id}-explain", "explain", exercise.id, source))
    return found


def _code(id: str, role: str, exercise: str, source: str) -> NotebookNode:
    cell = {"cell_type": "code", "id": id, "source": source, "outputs": []}
    about = {"role": role, "exercise": exercise}
    return nbformat.from_dict({**cell, "execution_count": None, "metadata": about})
