"""The student's side of the wire: a warm process that forks a jailed child for each submission.

It imports what the assignment needs, once; then it does nothing but fork. A child runs the
student's cells in IPython and serves what the checks ask of it. Nothing in here is trusted:
the child may overwrite all of it, and harms only itself.
"""

import functools
import gc
import importlib
import json
import linecache
import operator
import os
import random
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.random  # NumPy itself waits with it until it is used: in each child anew
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from grader.student.jail import Jail, Limits, confine, prepare, readable_paths
from grader.wire.channel import LONGEST_LINE, Channel, LostError, Message
from grader.wire.values import as_plain

# Magics that do nothing here: they would forget an answer, take long, or start a process.
IDLE = ("reset", "reset_selective", "timeit", "prun", "bash", "sh", "script", "system", "sx")
SPAWNING = ("multiprocessing", "subprocess", "concurrent.futures.process")


class Kept:
    """A value that stays here whatever its type: the result of arithmetic with an object."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Witness:
    """Runs cells, calls functions, keeps objects; answers over the wire."""

    def __init__(self, shell: InteractiveShell, connection: socket.socket) -> None:
        self.shell = shell
        self.objects: list[Any] = []
        self.channel = Channel(connection, self._refer, self._resolve, self._answer, self._describe)

    def serve(self) -> None:
        """Answer until the other end is gone."""
        try:
            while True:
                self.channel.serve(*self.channel.receive())
        except LostError:
            return

    def _refer(self, value: Any) -> Message:
        self.objects.append(value.value if type(value) is Kept else value)
        return {"object": len(self.objects) - 1, "kind": type(self.objects[-1]).__name__[:50]}

    def _resolve(self, reference: Message) -> Any:
        if "callback" not in reference:
            return self._find(reference)

        def function(*args: Any, **kwargs: Any) -> Any:
            return self.channel.ask({"do": "call", **reference}, (args, kwargs))

        def stream() -> Iterator[Any]:
            while item := function():
                yield item[0]

        return stream() if reference.get("stream") else function

    def _find(self, message: Message) -> Any:
        if "object" in message:
            return self.objects[message["object"]]
        if message["name"] not in self.shell.user_ns:
            raise NameError(f"{message['name']} is not defined")
        return self.shell.user_ns[message["name"]]

    def _answer(self, message: Message, value: Any) -> Any:
        try:
            return getattr(self, "_" + message["do"])(message, value)
        except (Exception, LostError):
            raise
        except BaseException as error:  # sys.exit, say: only this call has ended
            raise RuntimeError(f"raised {type(error).__name__}") from error

    def _run(self, message: Message, value: Any) -> None:
        result = self.shell.run_cell(message["source"], silent=True)
        result.raise_error()

    def _knows(self, message: Message, value: Any) -> bool:
        return message["name"] in self.shell.user_ns

    def _call(self, message: Message, value: Any) -> Any:
        args, kwargs = value
        result = self._find(message)(*args, **kwargs)
        result = result if message.get("objects") else _plain(result)
        return (result, args) if message.get("arguments") else result

    def _get(self, message: Message, value: Any) -> Any:
        return getattr(self._find(message), message["attribute"])

    def _set(self, message: Message, value: Any) -> None:
        setattr(self._find(message), message["attribute"], value)

    def _item(self, message: Message, value: Any) -> Any:
        return self._find(message)[value]

    def _length(self, message: Message, value: Any) -> int:
        return len(self._find(message))

    def _iterate(self, message: Message, value: Any) -> Kept:
        return Kept(iter(self._find(message)))

    def _next(self, message: Message, value: Any) -> list[Any]:
        for item in self._find(message):
            return [item]
        return []

    def _operate(self, message: Message, value: Any) -> Kept:
        return Kept(getattr(operator, message["operator"])(*value))

    def _describe(self, error: Exception) -> Message:
        """Return an error's classes, its text, and the student's line where it happened."""
        kinds, text, line = [kind.__name__ for kind in type(error).__mro__], "", ""
        try:
            text = str(error)[:1000]
            trace = error.__traceback__
            while trace:
                module = str(trace.tb_frame.f_globals.get("__name__"))
                if isinstance(error, OSError) and module.startswith(SPAWNING):
                    text = "an answer must not start another process"
                if trace.tb_frame.f_globals is self.shell.user_ns:
                    name = trace.tb_frame.f_code.co_filename
                    line = linecache.getline(name, trace.tb_lineno).strip()[:LONGEST_LINE]
                trace = trace.tb_next
        except Exception:
            text = text or "an error that cannot be printed"
        return {"types": kinds, "text": text, "line": line}


def _plain(value: Any) -> Any:
    """Return a result in which the student's own kinds of numbers are plain ones."""
    if type(value) in (list, tuple):
        return type(value)(map(_plain, value))
    return as_plain(value) if type(value).__module__ == "__main__" else value


def start_shell() -> InteractiveShell:
    """Return an IPython that keeps no history, and shrugs at what is not for a grader."""
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    for magic in IDLE:
        shell.register_magic_function(_nothing, "line_cell", magic)  # type: ignore[arg-type]
    shell.system = shell.showtraceback = _nothing  # type: ignore[method-assign]
    shell.run_cell("def _(x):\n    return [x]", silent=True)
    return shell


def _nothing(*args: Any, **kwargs: Any) -> None:
    pass


def main(descriptor: int, rung: str, limits: str, *modules: str) -> None:
    """Import `modules`, prepare the jail, then fork a child for each connection received."""
    control = socket.socket(fileno=descriptor)
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError:  # then the answer that needs it will say so
            continue
    shell = start_shell()
    try:
        jail = prepare(Jail(rung, readable_paths(), Limits(**json.loads(limits))))
    except OSError as error:
        control.sendall(f"refused {error}".encode())
        return
    gc.collect()
    gc.freeze()
    control.sendall(f"ready {jail}".encode())
    _fork_for_each(control, jail, shell)


def _fork_for_each(control: socket.socket, jail: Jail, shell: InteractiveShell) -> None:
    """Fork a child for each connection received, until there is nobody to send one."""
    while True:
        data, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            pass
        if not data:
            return
        if os.fork() == 0:
            control.close()
            connection = socket.socket(fileno=descriptors[0])
            confine(jail, connection, functools.partial(_child, shell, connection))
        for each in descriptors:
            os.close(each)


def _child(shell: InteractiveShell, connection: socket.socket, scratch: str) -> None:
    os.environ.clear()
    os.environ.update(PATH="/usr/bin:/bin", HOME=scratch, TMPDIR=scratch, MPLBACKEND="Agg")
    sys.path.insert(0, scratch)  # for a module that the notebook writes
    os.environ.update(MPLCONFIGDIR=scratch, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    seeds: list[Callable[[int], Any]] = [random.seed, np.random.seed]
    if "torch" in sys.modules:
        seeds.append(sys.modules["torch"].manual_seed)
    for seed in seeds:
        seed(0)
    Witness(shell, connection).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
