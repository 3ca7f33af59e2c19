"""The master notebook: what `solutions/` says of each exercise, and what is handed out of it.

A cell's tag says whose it is: `statement`, `answer` and `check` are handed out, `hidden`,
`mistake` and `explanation` are not. The exercise's id stands in the metadata of each cell.
"""

import copy
import re
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from notebooks.files import as_text, defined_names, normal_form, paths, read, tags

STUB = 'raise NotImplementedError("not done yet")'
SOLUTION = re.compile(r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION$", re.M | re.S)
KEPT_BACK = {"hidden", "mistake", "explanation"}
TAGS = {"statement", "answer", "check"} | KEPT_BACK


@dataclass
class Exercise:
    """One exercise of a master: its cells by tag, in order."""

    id: str
    answer: NotebookNode
    names: list[str]  # of the functions and classes asked for, the main one last
    classes: bool  # whether a class is asked for, whose objects a check may calculate with
    title: str = ""
    checks: list[NotebookNode] = field(default_factory=list)
    hidden: list[NotebookNode] = field(default_factory=list)
    mistakes: list[NotebookNode] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The function that the known mistakes are mistakes of."""
        return self.names[-1]

    @property
    def points(self) -> int:
        """The points of all hidden checks together."""
        return sum(cell.metadata.points for cell in self.hidden)

    def mistake_names(self) -> list[str]:
        """Return the names of the wrong answers, ``<answer>__<slug>``."""
        names = [name for cell in self.mistakes for name in defined_names(cell.source)]
        return [name for name in names if name.startswith(f"{self.name}__")]


def setup_cells(master: NotebookNode) -> list[NotebookNode]:
    """Return the code cells that belong to no exercise: imports, and `rng`."""
    return [c for c in master.cells if c.cell_type == "code" and "exercise" not in c.metadata]


def exercises(master: NotebookNode) -> dict[str, Exercise]:
    """Return the exercises of a master by their ids, in order."""
    found: dict[str, Exercise] = {}
    for cell in master.cells:
        if "answer" in tags(cell):
            id = cell.metadata.exercise
            classes = bool(re.search(r"^class ", cell.source, re.M))
            found[id] = Exercise(id, cell, defined_names(cell.source), classes)
    for cell in master.cells:
        exercise = found.get(cell.metadata.get("exercise"))
        if exercise is None:
            continue
        for tag in tags(cell):
            if tag == "statement":
                exercise.title = cell.source.partition("\n")[0].partition("· ")[2]
            elif tag == "check":
                exercise.checks.append(cell)
            elif tag == "hidden":
                exercise.hidden.append(cell)
            elif tag == "mistake":
                exercise.mistakes.append(cell)
    return found


def stub(source: str) -> str:
    """Return an answer cell with every solution replaced by "not done yet"."""
    return SOLUTION.sub(rf"\1{STUB}", source)


def release(master: NotebookNode) -> str:
    """Return the exercise notebook of a master as text: no solutions, no outputs."""
    handed_out = copy.deepcopy(master)
    handed_out.cells = [cell for cell in handed_out.cells if not KEPT_BACK & set(tags(cell))]
    for cell in handed_out.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if "answer" in tags(cell):
            cell.source = stub(cell.source)
    title = handed_out.cells[0]
    title.source = re.sub(r"^# Solutions to ", "# Exercises for ", title.source)
    return as_text(normal_form(handed_out))


def release_all(root: Path) -> list[Path]:
    """Write `exercises/` from `solutions/` below `root`; return what was written."""
    written = []
    for source in paths(root, "solutions"):
        target = root / "exercises" / source.relative_to(root / "solutions")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(release(read(source)), encoding="utf-8")
        written.append(target)
    return written
