"""The kernel of the checks: an IPython of our own that nbval drives, one for all submissions.

It speaks nbval's part of Jupyter's messages over a pipe, of which both ends are ours. Jupyter's
own kernel, with five sockets, their threads and a signature for each message, took a quarter of
the processor's time of a submission.
"""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

import nbval.kernel
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

START = 120.0  # seconds that it may take to be there
Reply = dict[str, Any]  # one message, as Jupyter has it


class KernelDiedError(RuntimeError):
    """The trusted kernel is gone: no fault of the submission's, as far as is known."""


class CheckKernel(nbval.kernel.RunningKernel):
    """A trusted kernel that serves one submission after the other."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="grade-")
        self.connection, theirs = Pipe()
        self.waiting: deque[Reply] = deque()
        self.asked = 0
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "grader.checks.kernel", str(theirs.fileno())],
                cwd=self.folder.name,
                env={**os.environ, "IPYTHONDIR": self.folder.name},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        self.await_reply(self.execute_cell_input(""), timeout=START)

    def execute_cell_input(self, cell_input: str, allow_stdin: bool | None = None) -> str:
        """Have a cell run; return the number by which the answer is known."""
        self.waiting.clear()
        self.asked += 1
        try:
            self.connection.send_bytes(json.dumps([str(self.asked), cell_input]).encode())
        except OSError:
            raise KernelDiedError("the kernel of the checks died") from None
        return str(self.asked)

    def get_message(self, stream: str, timeout: float | None = None) -> Reply:
        """Return the next message of a stream; all of a cell come at once, as it ends."""
        if not self.waiting:
            if not self.connection.poll(timeout):
                raise nbval.kernel.Empty
            try:
                self.waiting.extend(json.loads(self.connection.recv_bytes()))
            except (EOFError, OSError):
                raise KernelDiedError("the kernel of the checks died") from None
        return self.waiting[0] if stream == "shell" else self.waiting.popleft()

    def is_alive(self) -> bool:
        """Return whether its process runs."""
        return self.process.poll() is None

    def interrupt(self) -> None:
        """End the cell that runs."""
        self.process.send_signal(signal.SIGINT)

    def stop(self) -> None:
        """End the kernel, and with it all that it has started."""
        self.process.kill()
        self.process.wait()
        self.connection.close()
        self.folder.cleanup()


def start_shell() -> InteractiveShell:
    """Return an IPython that keeps no history."""
    config = Config()
    config.HistoryManager.enabled = False
    return InteractiveShell.instance(config=config)


def serve(connection: Connection) -> None:
    """Run the cells that come, until the other end is closed."""
    from grader.checks.bridge import Bridge

    shell = start_shell()
    errors: list[Reply] = []

    def note(kind: type[BaseException], error: BaseException, trace: list[str]) -> None:
        errors.append({"ename": kind.__name__, "evalue": str(error), "traceback": trace})

    shell._showtraceback = note  # type: ignore[method-assign, assignment]
    shell.push({"_grader": Bridge(shell)})
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            number, source = json.loads(connection.recv_bytes())
            errors.clear()
            said = _run(shell, source)
            contents = [("execute_reply", {"status": "error" if errors else "ok"})]
            contents += [("stream", {"name": "stdout", "text": said})] if said else []
            contents += [("error", error) for error in errors]
            contents += [("status", {"execution_state": "idle"})]
            parent = {"msg_id": number}
            messages = [{"msg_type": k, "parent_header": parent, "content": c} for k, c in contents]
            connection.send_bytes(json.dumps(messages).encode())


def _run(shell: InteractiveShell, source: str) -> str:
    """Run a cell, which a signal may interrupt; return what it has printed."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            shell.run_cell(source, store_history=False)
        except KeyboardInterrupt:  # between the cell and its end
            shell.showtraceback()
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    return said.getvalue()


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
