"""The checks' side of the wire: lives in the trusted kernel and stands in for the student.

A check calls what looks like the student's function; the call goes to the student's process and
only plain values come back. What is no value comes back as a `Handle`.
"""

import contextlib
import functools
import hashlib
import hmac
import io
import json
import linecache
import re
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np

from grader.checks.handles import Handle
from grader.checks.literals import written
from grader.checks.messages import Task
from grader.checks.submission import parts
from grader.checks.template import JailError, Template
from grader.checks.verdict import Failure, printable, verdict
from grader.student.jail import Limits
from grader.wire.channel import Channel, LostError, Message
from mathlib.feedback import failure
from mathlib.mistakes import known_mistake

ENDED = re.compile("exit code [0-9]{1,3}|signal (?:" + "|".join(signal.Signals.__members__) + ")")
CELLS = 6  # that may hang until no more are tried; each for half as long as an exercise may
START = 30.0  # seconds that a process of the student's may take to be there
HEADROOM = 4 << 30  # bytes that the checks may use on what an answer returned


@dataclass
class Attempt:
    """A submission that is being graded: its task, and what has become of it so far."""

    cells: list[Message]  # the student's, in their order
    names: dict[str, list[str]]  # asked for by each exercise
    explain: dict[str, Message]  # what there is to tell about each exercise
    classes: list[str]  # the exercises that ask for a class
    values: dict[str, list[str]]  # what is written for those that ask for a value
    key: bytes  # of the hidden inputs
    timeout: float  # seconds for the answer to an exercise
    patience: float  # seconds left for all cells together
    skipped: set[int] = field(default_factory=set)  # cells that ended the process
    suspect: set[int] = field(default_factory=set)  # cells in which it died once
    lost: dict[str, tuple[str, str]] = field(default_factory=dict)  # status, text by exercise
    errors: dict[str, Exception] = field(default_factory=dict)  # of cells, by exercise
    turns: dict[str, "Turn"] = field(default_factory=dict)  # of the exercises, so far
    hidden: bool = False  # whether the visible checks of all exercises have ended


@dataclass
class Turn:
    """An exercise and its checks: first the visible ones of all exercises, then the hidden ones.

    So whatever a visible check tells comes from a process that has seen no hidden input.
    """

    id: str = ""
    ready: bool = False  # whether its answer stands among the names
    alone: str | None = None  # its id, if the other answers are in its way
    hidden: bool = False  # whether a hidden check has begun
    spent: float = 0.0  # seconds in the student's process
    failure: BaseException | None = None  # what ended the first check that failed
    discreet: bool = False  # whether that was a hidden check, whose inputs are to be kept
    shown: str = ""  # what a visible check called, what came back, what was wanted
    names: dict[str, Any] = field(default_factory=dict)  # as they stood when it was left
    ran: list[str] = field(default_factory=list)  # the cells of its checks that have ended
    life: int = 0  # of the student's process, in which they did
    callbacks: list[Callable[..., Any]] = field(default_factory=list)


class Bridge:
    """The student of the submission that is being graded, as the checks see them."""

    attempt: Attempt
    kind: tuple[tuple[str, ...], Limits]  # of the template

    def __init__(self) -> None:
        self.life, self.turn = 0, Turn()
        self.only: str | None = None  # the exercise that the student's process is for, if for one
        self.called: set[str] = set()  # the exercises whose answers it gave to visible checks
        self.template: Template | None = None
        self.channel: Channel | None = None
        self.names: dict[str, Any] = {"__name__": "__main__", "_grader": self}

    def run(self, source: str) -> BaseException | None:
        """Run a cell among the names of the checks; return the error that ended it, if one did."""
        error = self._end_of(source)
        if isinstance(error, Exception) and self._was_disturbed():
            error = self._end_of(source, anew=True)
        if error is not None:
            self._note(error)
        self.turn.ran.append(source)
        return error

    def begin(self, path: str) -> None:
        """Forget the last submission, run the cells of the next in their order, print the jail."""
        task = Task.from_json(Path(path).read_text("utf-8"))
        self._leave()
        for name in self.names.keys() - {"__name__", "__builtins__", "_grader"}:
            del self.names[name]
        _bound_memory()
        self.attempt = Attempt(
            cells=[
                part
                for cell in task.cells
                if cell["exercise"] not in task.values
                for part in parts(cell)
            ],
            names=task.names,
            explain=task.explain,
            classes=task.classes,
            values={
                id: [cell["source"] for cell in task.cells if cell["exercise"] == id]
                for id in task.values
            },
            key=task.key,
            timeout=task.timeout,
            patience=CELLS * task.timeout / 2,
        )
        self.turn = Turn()
        self._warm_up(task.rungs, task.limits, task.modules)
        self._revive()
        print(self.template.jail)  # type: ignore[union-attr]

    def exercise(self, id: str) -> None:
        """Turn to an exercise: put its value, or what stands for its functions, among the names.

        Raises
        ------
        NotImplementedError, AssertionError
            If a value is asked for, and none is written out.
        """
        self.turn.names = {**self.names}
        self.turn = self.attempt.turns.setdefault(id, Turn(id))
        self.names |= self.turn.names
        if id in self.attempt.values:
            self.names[self.attempt.names[id][-1]] = self._value()
        else:
            self._find(id)
        self.turn.ready = True

    def _find(self, id: str) -> None:
        with contextlib.suppress(LostError):
            self._turn_to_the_answer()
        names = self.attempt.names[id]
        self.names |= {name: Handle(self, {"name": name}) for name in names}
        self._catch_up()

    def draw(self, cell: str) -> None:
        """Make the `rng` of a hidden check: from the secret, the submission and the cell."""
        self.turn.hidden = self.attempt.hidden = True
        self.names["rng"] = self._rng(cell)

    def explain(self, id: str) -> None:
        """Print, as JSON, the status of an exercise whose check failed, and what to tell."""
        self.turn, task = self.attempt.turns[id], self.attempt.explain[id]
        said = io.StringIO()  # a check or a mistake may print or warn; only our line is read
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            lost = self.attempt.lost.get(id)
            status, message = lost or verdict(self._failure(task["show"]), task)
            if status == "wrong" and not lost and task["mistakes"]:
                message = self._known_mistake(task) or message
            shown = self.turn.shown if status == "wrong" and not lost else ""
            shown = "" if shown == message else shown.removeprefix(f"{message}\n")
        told = {"status": status, "message": message[:2000], "shown": shown[:4000]}
        print(json.dumps({name: printable(text) for name, text in told.items()}))

    def calculates(self) -> bool:
        """Return whether one may calculate with objects of the student's.

        If the exercise asks for a class, or while the student calls back a function of ours.
        Otherwise an object could answer ``(f(x) - expected).max()`` as it pleases.
        """
        return self.turn.id in self.attempt.classes or bool(self.channel and self.channel.nested)

    # How it is done

    def _end_of(self, source: str, anew: bool = False) -> BaseException | None:
        """Run a cell, perhaps in a new process of the student's; return the error that ended it."""
        try:
            if anew:
                self._leave()
                self._revive(self.turn.alone)
                self._catch_up()
            exec(_compiled(source), self.names)
        except BaseException as error:  # nothing that a cell does may end this process
            return _tellable(error)
        return None

    def _catch_up(self) -> None:
        """Run what has run of this exercise in a process that has not seen it.

        What an answer keeps from one check to the next is a part of the answer.
        """
        turn = self.turn
        if turn.ran and turn.life != self.life:
            turn.life, turn.spent = self.life, 0.0
            for source in turn.ran:
                with contextlib.suppress(Exception, LostError):
                    exec(_compiled(source), self.names)
        turn.life = self.life

    def _was_disturbed(self) -> bool:
        """Return whether a hidden check may have failed for what a later answer has done.

        Its process may have run the visible checks of all exercises; a new one does not.
        """
        if not self.turn.hidden:
            return False
        id, attempt = self.turn.id, self.attempt
        runs = id not in attempt.values and id not in attempt.lost
        return runs and bool(self.called - {id})

    def _turn_to_the_answer(self) -> None:
        """See to it that the student's process knows the answer to this exercise, if one can."""
        turn = self.turn
        if self.channel is None or self.only != turn.alone:
            self._leave()
            self._revive(turn.alone)
        name = self.attempt.names[turn.id][-1]
        if turn.alone or self.ask({"do": "knows", "name": name}, None):
            return
        if any(cell["exercise"] == turn.id for cell in self.attempt.cells):
            turn.alone = turn.id  # perhaps another answer is in its way
            self._leave()
            self._revive(turn.alone)

    def ask(self, message: Message, value: Any) -> Any:
        """Ask the student's process, for as long as the patience with this exercise lasts."""
        if self.turn.id in self.attempt.lost:
            raise LostError(*self.attempt.lost[self.turn.id])
        if self.channel is None:
            raise LostError("died", "the process had ended")
        if message["do"] != "knows" and not self.attempt.hidden:
            self.called.add(self.turn.id)
        if self.channel.deadline is not None:  # a call from within a callback
            return self.channel.ask(message, value)
        start, timeout = time.monotonic(), self.attempt.timeout
        self.channel.deadline = start + max(timeout - self.turn.spent, 0)
        try:
            return self.channel.ask(message, value)
        except LostError as lost:
            text = f"took longer than {timeout:g} s" if lost.status == "timeout" else str(lost)
            self.attempt.lost[self.turn.id] = (lost.status, text)
            self._leave()
            raise LostError(lost.status, text) from None
        finally:
            self.turn.spent += time.monotonic() - start
            if self.channel:
                self.channel.deadline = None

    def _leave(self) -> None:
        if self.channel:
            self.channel.connection.close()  # its keeper kills it
            self.channel = None

    def _warm_up(self, rungs: tuple[str, ...], limits: Limits, modules: tuple[str, ...]) -> None:
        """Have a template of that kind which has imported `modules`, and what the last one had."""
        had = self.template.modules if self.template else ()
        if self.template:
            alive, alike = self.template.process.poll() is None, self.kind == (rungs, limits)
            if alive and alike and {*modules} <= {*had}:
                return
            self.template.close()
        self.template = Template(rungs, limits, tuple(dict.fromkeys((*had, *modules))))
        self.kind = rungs, limits

    def _revive(self, only: str | None = None) -> None:
        """Start a child and run the student's cells in it, without those that ended one.

        With `only`, leave out the answers to the other exercises.
        """
        self.only = only
        while True:
            self._start()
            number = -1
            try:
                self._run("None", START)  # it is in its jail
                for number, cell in enumerate(self.attempt.cells):
                    other = only is not None and cell["exercise"] not in (only, None)
                    if number not in self.attempt.skipped and not other:
                        self._run_cell(cell)
                return
            except LostError as lost:
                self._leave()
                if number < 0:
                    raise JailError(f"the student's process could not start: {lost}") from None
                self._note_loss(number, lost)

    def _start(self) -> None:
        assert self.template
        self.life += 1
        self.called = set()
        connection = self.template.child()
        self.channel = Channel(connection, self._refer, self._resolve, self._answer, self._describe)

    def _run_cell(self, cell: Message) -> None:
        attempt, start = self.attempt, time.monotonic()
        try:
            self._run(cell["source"], max(min(attempt.timeout / 2, attempt.patience), 0.1))
        except Exception as error:
            attempt.errors[cell["exercise"]] = error
        finally:
            attempt.patience -= time.monotonic() - start

    def _note_loss(self, number: int, lost: LostError) -> None:
        """Note that a cell has ended the process, so that it is left out from now on."""
        attempt = self.attempt
        if lost.status == "died" and number not in attempt.suspect:
            attempt.suspect.add(number)  # perhaps it was the machine
            return
        for ended in range(len(attempt.cells)) if attempt.patience <= 0 else (number,):
            attempt.skipped.add(ended)
            cell = attempt.cells[ended]
            if not cell.get("demonstrates"):
                attempt.lost.setdefault(cell["exercise"], (lost.status, f"the cell {lost}"))

    def _run(self, source: str, seconds: float) -> None:
        assert self.channel
        self.channel.deadline = time.monotonic() + seconds
        try:
            self.channel.ask({"do": "run", "source": source})
        finally:
            self.channel.deadline = None

    def _refer(self, value: Any) -> Message:
        if isinstance(value, Handle):
            return value._reference
        stream = isinstance(value, Iterator)  # handed over item by item, as it is asked for
        if stream or (callable(value) and not isinstance(value, type)):
            self.turn.callbacks.append(partial(_first, value) if stream else value)
            return {"callback": len(self.turn.callbacks) - 1, "stream": stream}
        raise TypeError(
            f"a check must pass plain values, functions or iterators, got {type(value).__name__}"
        )

    def _resolve(self, reference: Message) -> Handle:
        return Handle(self, {"object": int(reference["object"]), "kind": str(reference["kind"])})

    def _answer(self, message: Message, value: Any) -> Any:
        """Call back a function that a check has handed over."""
        if message["do"] == "ended":
            how = ENDED.fullmatch(str(message["how"]))  # the student may have written it
            raise LostError("died", f"ended the process ({how[0]})" if how else "ended the process")
        args, kwargs = value
        return self.turn.callbacks[message["callback"]](*args, **kwargs)

    @staticmethod
    def _describe(error: Exception) -> Message:
        return {"types": [kind.__name__ for kind in type(error).__mro__], "text": str(error)[:1000]}

    def _rng(self, cell: str) -> np.random.Generator:
        digest = hmac.digest(self.attempt.key, cell.encode(), hashlib.sha256)
        return np.random.default_rng(int.from_bytes(digest, "big"))

    def _note(self, error: BaseException) -> None:
        turn = self.turn
        if turn.failure is None:
            turn.failure, turn.discreet = error, turn.hidden
            turn.shown = "" if turn.hidden or not turn.ready else self._shown(error)

    def _failure(self, show: bool) -> Failure:
        turn, attempt = self.turn, self.attempt
        error = attempt.errors.get(turn.id)
        return Failure(turn.failure, error, turn.discreet and not show, attempt.cells)

    def _known_mistake(self, task: Message) -> str:
        self.turn.spent = 0.0
        with contextlib.suppress(Exception, LostError):
            if not task["value"]:
                self._turn_to_the_answer()
            answer = self._value() if task["value"] else Handle(self, {"name": task["name"]})
            return known_mistake(json.dumps(task), answer)
        return ""

    def _shown(self, error: BaseException) -> str:
        """Return what a visible check called, what came back and what was wanted, as lines."""
        id = self.turn.id
        task = self.attempt.explain[id]
        if id in self.attempt.lost or not isinstance(error, Exception):
            return ""
        if verdict(self._failure(task["show"]), task)[0] != "wrong":
            return ""
        self.turn.spent = 0.0
        try:  # some of it is asked once more
            return failure(error).text()
        except Exception:
            return ""
        except LostError:
            self.attempt.lost.pop(id, None)
            return ""

    def _value(self) -> Any:
        """Return the value that the student has written out for this exercise."""
        id = self.turn.id
        return written(self.attempt.values[id], self.attempt.names[id][-1])


@functools.cache
def _compiled(source: str) -> CodeType:
    """Return a cell of our notebook as code; the cells are the same for all submissions."""
    file = f"<check {hashlib.sha256(source.encode()).hexdigest()[:16]}>"
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    return compile(source, file, "exec")


def _tellable(error: BaseException) -> BaseException:
    """Return an error; or, if its text cannot be had, the one that says why."""
    try:
        str(error)  # a key that is missing may be a number of 30,000 digits
    except Exception as other:
        return other
    return error


def _first(stream: Iterator[Any]) -> list[Any]:
    return list(islice(stream, 1))  # nothing once it has ended


def _bound_memory() -> None:
    """Allow this process so much more than it has now, on Linux."""
    if sys.platform == "linux":
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (size + HEADROOM, most))
