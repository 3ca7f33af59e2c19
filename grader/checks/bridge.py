"""The checks' side of the wire: lives in the trusted kernel and stands in for the student.

A check calls what looks like the student's function; the call goes to the student's process and
only plain values come back. What is no value comes back as a `Handle`.
"""

import contextlib
import ctypes
import gc
import hashlib
import hmac
import io
import json
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from grader.checks.handles import Handle
from grader.checks.mistakes import known_mistake
from grader.checks.template import JailError, Template
from grader.student.jail import Limits
from grader.wire.channel import Channel, LostError, Message

CELLS = 6  # that may hang until no more are tried; each for half as long as an exercise may
HEADROOM = 4 << 30  # bytes that the checks may use on what an answer returned


class Bridge:
    """The student of the submission that is being graded, as the checks see them."""

    def __init__(self, shell: Any) -> None:
        self.shell, self.life = shell, 0
        self.template: Template | None = None
        self.channel: Channel | None = None
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # do not outlive the worker
        shell.run_line_magic("xmode", "Minimal")
        shell.events.register("post_run_cell", self._note)
        self.kept = {*shell.user_ns, "_grader"}
        gc.freeze()  # what is here now stays: do not look through it again and again

    def begin(self, path: str) -> None:
        """Forget the last submission, run the cells of the next in their order, print the jail."""
        task = json.loads(Path(path).read_text("utf-8"))
        self._leave()
        for name in self.shell.user_ns.keys() - self.kept:
            del self.shell.user_ns[name]
        if sys.platform == "linux":
            size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            most = resource.getrlimit(resource.RLIMIT_AS)[1]
            resource.setrlimit(resource.RLIMIT_AS, (size + HEADROOM, most))
        self.cells: list[Message] = task["cells"]
        self.names: dict[str, list[str]] = task["names"]
        self.explanations: dict[str, Message] = task["explain"]
        self.classes: list[str] = task["classes"]
        self.key, self.timeout = bytes.fromhex(task["key"]), float(task["timeout"])
        self.skipped: set[int] = set()
        self.suspect: set[int] = set()
        self.lost: dict[str, tuple[str, str]] = {}
        self.errors: dict[str, Exception] = {}
        self.patience = CELLS * self.timeout / 2  # for all cells together
        self.current, self.hidden, self.failure = "", False, None
        modules = tuple(task["modules"])
        warm = self.template is not None and self.template.process.poll() is None
        if not warm or not {*modules} <= {*self.template.modules}:  # type: ignore[union-attr]
            if self.template:
                modules = tuple(dict.fromkeys((*self.template.modules, *modules)))
                self.template.close()
            self.template = Template(task["rungs"], Limits(**task["limits"]), modules)
        self._revive()
        print(self.template.jail)  # type: ignore[union-attr]

    def exercise(self, id: str) -> None:
        """Turn to an exercise: put what stands for its functions into the namespace."""
        self.current, self.hidden, self.failure, self.spent = id, False, None, 0.0
        self.callbacks: list[Callable[..., Any]] = []
        if self.channel is None:
            self._revive()
        with contextlib.suppress(LostError):
            known = self.ask({"do": "knows", "name": self.names[id][-1]}, None)
            if not known and any(cell["exercise"] == id for cell in self.cells):
                self._leave()  # perhaps another answer is in its way
                self._revive(only=id)
        self.shell.push({name: Handle(self, {"name": name}) for name in self.names[id]})

    def draw(self, cell: str) -> None:
        """Make the `rng` of a hidden check: from the secret, the submission and the cell."""
        self.hidden = True
        self.shell.push({"rng": self._rng(cell)})

    def explain(self) -> None:
        """Print, as JSON, the status of an exercise whose check failed, and what to tell."""
        id = self.current
        task = self.explanations[id]
        status, message = self.lost.get(id) or self._verdict(task)
        if status == "wrong" and id not in self.lost and task["mistakes"]:
            self.spent = 0.0
            said = io.StringIO()  # a mistake may print or warn; only our line is read
            silent = contextlib.redirect_stdout(said), contextlib.redirect_stderr(said)
            with silent[0], silent[1], contextlib.suppress(Exception, LostError):
                message = (
                    known_mistake(task, Handle(self, {"name": task["name"]}), self._rng) or message
                )
        print(json.dumps({"status": status, "message": message[:2000]}))

    def calculates(self) -> bool:
        """Return whether one may calculate with objects of the student's.

        If the exercise asks for a class, or while the student calls back a function of ours.
        Otherwise an object could answer ``(f(x) - expected).max()`` as it pleases.
        """
        return self.current in self.classes or bool(self.channel and self.channel.nested)

    # How it is done

    def ask(self, message: Message, value: Any) -> Any:
        """Ask the student's process, for as long as the patience with this exercise lasts."""
        if self.current in self.lost:
            raise LostError(*self.lost[self.current])
        if self.channel is None:
            raise LostError("died", "the process had ended")
        if self.channel.deadline is not None:  # a call from within a callback
            return self.channel.ask(message, value)
        start = time.monotonic()
        self.channel.deadline = start + max(self.timeout - self.spent, 0)
        try:
            return self.channel.ask(message, value)
        except LostError as lost:
            text = f"took longer than {self.timeout:g} s" if lost.status == "timeout" else str(lost)
            self.lost[self.current] = (lost.status, text)
            self._leave()
            raise LostError(lost.status, text) from None
        finally:
            self.spent += time.monotonic() - start
            if self.channel:
                self.channel.deadline = None

    def _leave(self) -> None:
        if self.channel:
            self.channel.connection.close()  # its keeper kills it
            self.channel = None

    def _revive(self, only: str | None = None) -> None:
        """Start a child and run the student's cells in it, without those that ended one.

        With `only`, leave out the answers to the other exercises.
        """
        assert self.template
        while True:
            self.life += 1
            connection = self.template.child()
            self.channel = Channel(
                connection, self._refer, self._resolve, self._answer, self._describe
            )
            number = -1
            try:
                self._run("None")  # it is in its jail
                for number, cell in enumerate(self.cells):
                    other = only is not None and cell["exercise"] not in (only, None)
                    if number not in self.skipped and not other:
                        try:
                            self._run(cell["source"])
                        except Exception as error:
                            self.errors[cell["exercise"]] = error
                return
            except LostError as lost:
                self._leave()
                if number < 0:
                    raise JailError(f"the student's process could not start: {lost}") from None
                if lost.status == "died" and number not in self.suspect:
                    self.suspect.add(number)  # perhaps it was the machine
                    continue
                every = range(len(self.cells))
                for ended in every if self.patience <= 0 else (number,):
                    self.skipped.add(ended)
                    text = f"the cell {lost}"
                    self.lost.setdefault(self.cells[ended]["exercise"], (lost.status, text))

    def _run(self, source: str) -> None:
        assert self.channel
        start = time.monotonic()
        self.channel.deadline = start + max(min(self.timeout / 2, self.patience), 0.1)
        try:
            self.channel.ask({"do": "run", "source": source})
        finally:
            self.patience -= time.monotonic() - start
            self.channel.deadline = None

    def _refer(self, value: Any) -> Message:
        if isinstance(value, Handle):
            return value._reference
        if callable(value) and not isinstance(value, type):
            self.callbacks.append(value)
            return {"callback": len(self.callbacks) - 1}
        raise TypeError(f"a check must pass plain values or functions, got {type(value).__name__}")

    def _resolve(self, reference: Message) -> Handle:
        return Handle(self, {"object": int(reference["object"]), "kind": str(reference["kind"])})

    def _answer(self, message: Message, value: Any) -> Any:
        """Call back a function that a check has handed over."""
        if message["do"] == "ended":
            raise LostError("died", f"ended the process ({str(message['how'])[:40]})")
        args, kwargs = value
        return self.callbacks[message["callback"]](*args, **kwargs)

    @staticmethod
    def _describe(error: Exception) -> Message:
        return {"types": [kind.__name__ for kind in type(error).__mro__], "text": str(error)[:1000]}

    def _rng(self, cell: str) -> np.random.Generator:
        digest = hmac.digest(self.key, cell.encode(), hashlib.sha256)
        return np.random.default_rng(int.from_bytes(digest, "big"))

    def _note(self, result: Any) -> None:
        error = result.error_before_exec or result.error_in_exec
        if error is not None and self.failure is None:
            self.failure, self.failed_hidden = error, self.hidden

    def _verdict(self, task: Message) -> tuple[str, str]:
        """Return status and message of a check that failed, from the error that ended it."""
        error, name = self.failure, task["name"]
        if isinstance(error, JailError):
            return "infrastructure", str(error)
        kind, text = type(error).__name__, str(error)
        line = getattr(error, "line", None)  # only an error of the student's has one
        cell_error = self.errors.get(self.current)
        if line == "" and kind == "NameError" and text == f"{name} is not defined":
            if cell_error is None:
                return "not-done", "not done yet"
            kind, text, line = type(cell_error).__name__, str(cell_error), ""
            name = "the cell"
        elif isinstance(error, AssertionError) and line is None:
            return "wrong", text or "the check failed"
        if line is None:
            return "wrong", f"the check could not use what {name} returned: {kind}: {text}"
        if kind == "NotImplementedError":
            return "not-done", "not done yet"
        said = "" if self.failed_hidden and not task["show"] else f": {text}"
        return "wrong", f"{name} raised {kind}{said}" + (f", in the line {line}" if line else "")
