"""The kernel of the checks: a process of our own that nbval drives, one for all submissions.

It speaks nbval's part of Jupyter's messages over a pipe, of which both ends are ours. Jupyter's
own kernel, with five sockets, their threads and a signature for each message, took a quarter of
the processor's time of a submission; and our checks need nothing of IPython's.
"""

import contextlib
import ctypes
import gc
import io
import json
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

import nbval.kernel

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


def serve(connection: Connection) -> None:
    """Run the cells that come, until the other end is closed."""
    from grader.checks.bridge import Bridge

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # do not outlive the worker
    bridge = Bridge()
    gc.freeze()  # what is here now stays: do not look through it again and again
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            number, source = json.loads(connection.recv_bytes())
            said, error = _run(bridge.run, source)
            contents = [("execute_reply", {"status": "error" if error else "ok"})]
            contents += [("stream", {"name": "stdout", "text": said})] if said else []
            contents += [("error", _told(error))] if error else []
            contents += [("status", {"execution_state": "idle"})]
            parent = {"msg_id": number}
            messages = [{"msg_type": k, "parent_header": parent, "content": c} for k, c in contents]
            connection.send_bytes(json.dumps(messages).encode())


def _run(
    run: Callable[[str], BaseException | None], source: str
) -> tuple[str, BaseException | None]:
    """Run a cell, which a signal may interrupt; return what it has printed, and its error."""
    said, error = io.StringIO(), None
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            error = run(source)
        except KeyboardInterrupt as late:  # between the cell and its end
            error = late
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    return said.getvalue(), error


def _told(error: BaseException) -> Reply:
    lines = traceback.format_exception_only(error)
    return {"ename": type(error).__name__, "evalue": str(error), "traceback": lines}


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
