"""Grade one submission: its answers in our notebook, run by nbval, scored by what passed.

There is no isolation yet: the answers run in the same kernel as the checks. Grade only
notebooks of people whom you would let use your account.
"""

import json
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from book.notebooks import METADATA, as_text
from grader.master import Exercise, exercises, setup_cells
from grader.submission import Answer, UnreadableError, answers, read_submission

Result = dict[str, Any]
CELL_TIMEOUT = 20.0  # seconds


def grade(path: Path, masters: dict[str, NotebookNode], timeout: float = CELL_TIMEOUT) -> Result:
    """Return what the submission at `path` earns, against the master that it answers.

    Parameters
    ----------
    path : Path
        The notebook handed in.
    masters : dict
        Our notebooks, by name.
    timeout : float
        Seconds that one cell may take.

    Returns
    -------
    dict with `status` ("graded" or "unreadable"), `master`, `points`, `out_of`, `exercises`
    """
    try:
        submission = read_submission(path)
    except UnreadableError as error:
        return {"status": "unreadable", "message": str(error), "points": 0, "exercises": {}}
    by_master = {name: answers(submission, master) for name, master in masters.items()}
    name = max(by_master, key=lambda name: len(by_master[name]))
    if not by_master[name]:
        message = "no answer cell of any exercise was found"
        return {"status": "unreadable", "message": message, "points": 0, "exercises": {}}
    outcomes = _run(assemble(masters[name], by_master[name]), timeout)
    results = {
        id: _exercise_result(exercise, by_master[name].get(id), outcomes)
        for id, exercise in exercises(masters[name]).items()
    }
    return {
        "status": "graded",
        "master": name,
        "points": sum(result["points"] for result in results.values()),
        "out_of": sum(result["out_of"] for result in results.values()),
        "exercises": results,
    }


def assemble(master: NotebookNode, given: dict[str, Answer]) -> NotebookNode:
    """Return our notebook with the student's answers in it, each hidden check with a new seed."""
    cells = [_cell(cell.id, cell.source) for cell in setup_cells(master)]
    for id, exercise in exercises(master).items():
        if id not in given:
            continue
        for number, helper in enumerate(given[id].helpers):
            cells.append(_cell(f"{id}-helper-{number}", helper))
        cells.append(_cell(f"{id}-answer", given[id].source))
        cells += [_cell(cell.id, cell.source) for cell in exercise.checks]
        for cell in exercise.hidden:
            seed = secrets.randbits(64)
            draw = f"import numpy\nrng = numpy.random.default_rng({seed})"
            cells += [_cell(f"{cell.id}-seed", draw), _cell(cell.id, cell.source)]
    return nbformat.v4.new_notebook(cells=cells, metadata=METADATA)


def _cell(id: str, source: str) -> NotebookNode:
    cell = nbformat.v4.new_code_cell(source)
    cell.id = id
    return cell


def _run(notebook: NotebookNode, timeout: float) -> dict[str, dict[str, str]]:
    """Return the outcome of each cell that nbval ran, by the cell's id."""
    with tempfile.TemporaryDirectory(prefix="grade-") as folder:
        path, out = Path(folder, "answers.ipynb"), Path(folder, "outcomes.jsonl")
        path.write_text(as_text(notebook), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-p", "grader.plugin", "--nbval-lax"]
        command += ["--nbval-current-env", "--nbval-cell-timeout", str(timeout)]
        command += ["--outcomes", str(out), "--rootdir", folder, "-c", "/dev/null", "-q"]
        command += ["-p", "no:cacheprovider", str(path)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if not out.exists():
            raise RuntimeError(f"nbval could not run the notebook:\n{ran.stdout}\n{ran.stderr}")
        lines = (json.loads(line) for line in out.read_text("utf-8").splitlines())
        return {line["cell"]: line for line in lines}


def _exercise_result(
    exercise: Exercise, answer: Answer | None, outcomes: dict[str, dict[str, str]]
) -> Result:
    missing = {
        "outcome": "not-run",
        "message": "did not run: an earlier cell ended the run",
    }
    ran = {cell.id: outcomes.get(cell.id, missing) for cell in exercise.checks + exercise.hidden}
    points = sum(c.metadata.points for c in exercise.hidden if ran[c.id]["outcome"] == "passed")
    failed = [line for line in ran.values() if line["outcome"] != "passed"]
    message = failed[0]["message"] if failed else ""
    if answer is None:
        status, message = "not-done", "the answer cell is missing"
    elif not failed:
        status = "passed"
    elif "NotImplementedError" in message:
        status, message = "not-done", "not done yet"
    elif "Timeout" in message or "timed out" in message:
        status = "timeout"
    else:
        status = "wrong"
    return {"status": status, "points": points, "out_of": exercise.points, "message": message}
