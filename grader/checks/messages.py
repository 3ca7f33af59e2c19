"""What the grader's parts tell one another of a submission, as it is written to JSON."""

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any, Self

from grader.student.jail import Limits


@dataclass(frozen=True)
class Task:
    """What the kernel of the checks has to know of a submission and of its master."""

    cells: list[dict[str, Any]]  # the student's, in their order: `source` and `exercise`
    names: dict[str, list[str]]  # asked for by each exercise
    classes: list[str]  # the exercises that ask for a class
    values: list[str]  # the exercises that ask for a value, of which nothing is run
    explain: dict[str, dict[str, Any]]  # what there is to tell about each exercise
    key: bytes  # of the hidden inputs
    timeout: float
    rungs: tuple[str, ...]
    limits: Limits
    modules: tuple[str, ...]  # to be imported before the fork

    def to_json(self) -> str:
        """Return this task as a text."""
        return json.dumps({**vars(self), "key": self.key.hex(), "limits": vars(self.limits)})

    @classmethod
    def from_json(cls, text: str) -> "Task":
        """Return the task that `to_json` has written."""
        read = json.loads(text)
        read |= {name: tuple(read[name]) for name in ("rungs", "modules")}
        return cls(
            **{**read, "key": bytes.fromhex(read["key"]), "limits": Limits(**read["limits"])}
        )


@dataclass(frozen=True)
class Line:
    """What one exercise has earned, and why; its status is "" until that is settled."""

    status: str = ""
    points: int = 0
    message: str = ""
    title: str = ""
    out_of: int = 0
    answer: str = ""
    shown: str = ""  # the call of the check that failed, what came back, what was wanted

    def settled(self, status: str, message: str = "", points: int = 0, shown: str = "") -> "Line":
        """Return this line with what has become of it."""
        return dataclasses.replace(self, status=status, points=points, message=message, shown=shown)


@dataclass(frozen=True)
class Result:
    """What a submission has earned, exercise by exercise, or why it could not be graded."""

    status: str  # "graded", "unreadable" or "infrastructure"
    message: str = ""
    master: str = ""
    jail: str = ""
    exercises: dict[str, Line] = field(default_factory=dict)

    @property
    def points(self) -> int:
        """What all exercises together have earned."""
        return sum(line.points for line in self.exercises.values())

    @property
    def out_of(self) -> int:
        """What all exercises together could have earned."""
        return sum(line.out_of for line in self.exercises.values())

    def to_json(self) -> str:
        """Return this result as a text, with its sums for whoever reads it elsewhere."""
        told = {**dataclasses.asdict(self), "points": self.points, "out_of": self.out_of}
        return json.dumps(told, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the result that `to_json` has written, today or in an older version.

        Raises
        ------
        ValueError
            If the text is no such result: somebody has damaged it.
        """
        try:
            read = json.loads(text)
            read["exercises"] = {id: Line(**line) for id, line in read["exercises"].items()}
            names = {each.name for each in dataclasses.fields(cls)}
            found = cls(**{name: value for name, value in read.items() if name in names})
            found.to_json()  # has sums
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"a result must be as it was written, got {error}") from None
        return found
