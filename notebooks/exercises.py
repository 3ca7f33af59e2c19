"""An exercise: what `solutions/` says of it, and what is handed out of it.

A cell's tag says whose it is: `statement`, `answer` and `check` are handed out, `hidden`,
`mistake` and `explanation` are not. The exercise's id stands in the metadata of each cell.
What is asked for is a function, or a value that the student writes out: ``name = value``.
"""

import ast
import copy
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from notebooks.claims import CLAIM
from notebooks.files import (
    as_text,
    assigned_names,
    defined_names,
    normal_form,
    paths,
    read,
    tags,
)

HANDED_OUT = ("statement", "answer", "check")
KEPT_BACK = ("hidden", "mistake", "explanation")
TAGS = HANDED_OUT + KEPT_BACK
ID = rf"{CLAIM}[a-z]?"  # the claim's, with a letter where a claim has several exercises
TITLE = re.compile(rf"(?:\A## )?((?i:{ID})) · (.+)")
MARKER = "# exercise: {}"  # the first line of an answer, which survives tools that drop metadata
STUB = 'raise NotImplementedError("not done yet")'
BLANK = "{} = ...  # your answer in place of the dots"  # the stub of a value
GIVEN = "{}__given"  # the mistake that an exercise of kind `repair` hands out
SOLUTION = re.compile(r"^( *)### BEGIN SOLUTION\n(.*?)^ *### END SOLUTION$", re.M | re.S)
KINDS = {  # and what its answer is
    "write": "a function",
    "find": "a value",
    "numbers": "a value",
    "predict": "a value",
    "order": "a value",
    "repair": "a function or a value",
    "estimate": "a value",
    "read": "a value",
    "project": "a function or a value",
}


@dataclass(frozen=True)
class Exercise:
    """One exercise of a notebook: its id, the page it stands on, its cells by tag, in order."""

    id: str
    page: str = ""
    cells: dict[str, list[NotebookNode]] = field(default_factory=lambda: {t: [] for t in TAGS})

    @property
    def claim(self) -> str:
        """The label of the claim that it is about."""
        return claim_of(self.id)

    @property
    def title(self) -> str:
        """What stands behind the id in its heading; nothing where it has no such heading."""
        statements = self.cells["statement"]
        found = TITLE.match(statements[0].source) if statements else None
        return found[2].strip() if found and found[1].lower() == self.id else ""

    @property
    def about(self) -> NotebookNode:
        """What is said of it: `kind`, `level`, `minutes`, `uses`, perhaps `fast_track`."""
        return self.cells["statement"][0].metadata if self.cells["statement"] else NotebookNode()

    @property
    def kind(self) -> str:
        """What is to be done, one of `KINDS`."""
        return str(self.about.get("kind", ""))

    @property
    def answer(self) -> NotebookNode:
        """The cell that the student fills in."""
        return self.cells["answer"][0]

    @property
    def checks(self) -> list[NotebookNode]:
        """The checks that are handed out."""
        return self.cells["check"]

    @property
    def hidden(self) -> list[NotebookNode]:
        """The checks that are kept back, which carry the points."""
        return self.cells["hidden"]

    @property
    def mistakes(self) -> list[NotebookNode]:
        """The cells of the known wrong answers."""
        return self.cells["mistake"]

    @property
    def is_value(self) -> bool:
        """Whether a value is asked for: its solution, or what is handed out, is no function."""
        solution = SOLUTION.search(self.answer.source)
        return not solution[1] if solution else not defined_names(self.answer.source)

    @property
    def names(self) -> list[str]:
        """The functions and classes asked for, the main one last; or the name of the value."""
        names = assigned_names if self.is_value else defined_names
        return names(self.answer.source)

    @property
    def name(self) -> str:
        """What the known mistakes are mistakes of."""
        return self.names[-1]

    @property
    def classes(self) -> bool:
        """Whether a class is asked for, whose objects a check may calculate with."""
        return bool(re.search(r"^class ", self.answer.source, re.M))

    @property
    def scored(self) -> list[NotebookNode]:
        """The checks that carry points: the hidden ones, or those of a value."""
        return [cell for cell in self.checks + self.hidden if "points" in cell.metadata]

    @property
    def points(self) -> int:
        """The points of all checks together."""
        return sum(cell.metadata.points for cell in self.scored)

    @property
    def stub(self) -> str:
        """The answer cell as it is handed out: "not done yet", or what is to be repaired."""
        if self.is_value:
            blank = BLANK.format(self.name)
            return SOLUTION.sub(lambda _: blank, self.answer.source)
        given = self._given()
        return SOLUTION.sub(lambda found: given or found[1] + STUB, self.answer.source)

    def known(self, setup: list[str]) -> dict[str, Any]:
        """Return what `mathlib.mistakes.known_mistake` has to know, given the cells before it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "setup": setup,
            "solution": self.answer.source,
            "checks": [cell.source for cell in self.checks],
            "hidden": [(cell.id, cell.source) for cell in self.hidden],
            "mistakes": [cell.source for cell in self.mistakes],
        }

    def wrong_answers(self) -> list[ast.FunctionDef]:
        """Return the known wrong answers as code, each with what to say to whoever gave it."""
        bodies = [node for cell in self.mistakes for node in ast.parse(cell.source).body]
        functions = [node for node in bodies if isinstance(node, ast.FunctionDef)]
        return [node for node in functions if node.name.startswith(f"{self.name}__")]

    def mistake_names(self) -> list[str]:
        """Return the names of the wrong answers, ``<answer>__<slug>``."""
        names = [name for cell in self.mistakes for name in defined_names(cell.source)]
        return [name for name in names if name.startswith(f"{self.name}__")]

    def _given(self) -> str:
        """Return the lines of the mistake that is to be repaired, below its docstring."""
        for source in (cell.source for cell in self.mistakes):
            for node in ast.parse(source).body:
                if isinstance(node, ast.FunctionDef) and node.name == GIVEN.format(self.name):
                    start, stop = node.body[0].end_lineno or 0, node.end_lineno
                    return "\n".join(source.splitlines()[start:stop])
        return ""


def claim_of(id: str) -> str:
    """Return the label of the claim that the exercise `id` is about."""
    return id.rstrip("abcdefghijklmnopqrstuvwxyz")


def exercises(notebook: NotebookNode, page: str = "") -> dict[str, Exercise]:
    """Return the exercises of a notebook by their ids, in order."""
    found: dict[str, Exercise] = {}
    for cell in notebook.cells:
        id = cell.metadata.get("exercise")
        for tag in set(tags(cell)).intersection(TAGS) if id else ():
            found.setdefault(id, Exercise(id, page)).cells[tag].append(cell)
    return found


def of_book(root: Path) -> list[Exercise]:
    """Return every exercise that the book hands out, in order, with the page it stands on."""
    return [
        exercise
        for path in paths(root, "exercises")
        for exercise in exercises(read(path), page(root, path)).values()
    ]


def page(root: Path, path: Path) -> str:
    """Return the name of a notebook's page: its path below `root` without suffix."""
    return path.relative_to(root).with_suffix("").as_posix()


def setup_cells(master: NotebookNode) -> list[NotebookNode]:
    """Return the code cells that belong to no exercise: imports, and `rng`."""
    return [c for c in master.cells if c.cell_type == "code" and "exercise" not in c.metadata]


def release(master: NotebookNode) -> str:
    """Return the exercise notebook of a master as text: no solutions, no outputs."""
    handed_out, asked = copy.deepcopy(master), exercises(master)
    handed_out.cells = [cell for cell in handed_out.cells if not {*KEPT_BACK} & {*tags(cell)}]
    for cell in handed_out.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if "answer" in tags(cell):
            cell.source = asked[cell.metadata.exercise].stub
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
