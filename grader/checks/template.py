"""Start the warm process of the students' side, on the best rung of the jail that it can take."""

import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from grader.student.jail import Limits
from grader.wire.channel import Channel, LostError

SELDOM = "colorsys"  # a module that nobody has imported yet: can Python be read in the jail?


class JailError(RuntimeError):
    """No rung of the ladder is to be had."""


class Template:
    """The warm process on the other side, on the first rung of `rungs` that it can take."""

    control: socket.socket  # to ask it for a child
    jail: str  # as it announces itself
    modules: tuple[str, ...]  # that it has imported

    def __init__(self, rungs: Sequence[str], limits: Limits, modules: tuple[str, ...] = ()) -> None:
        refusals = []
        for rung in rungs:
            ours, answer = self._start(rung, limits, modules)
            if answer.startswith("ready "):
                self.control, self.jail, self.modules = ours, answer[6:], modules
                answer = self._fault()
                if not answer:
                    return
            refusals.append(f"{rung}: {answer.removeprefix('refused ') or 'it died'}")
            self.process.kill()
            self.process.wait()
        raise JailError("no jail is to be had here; " + "; ".join(refusals))

    def _start(
        self, rung: str, limits: Limits, modules: tuple[str, ...]
    ) -> tuple[socket.socket, str]:
        """Start the process; return the connection to it, and what it says."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "grader.student.witness"]
        command += [str(theirs.fileno()), rung, json.dumps(vars(limits)), *modules]
        with tempfile.TemporaryDirectory() as folder:
            environment = {"PATH": "/usr/bin:/bin", "HOME": str(Path.home()), "LANG": "C.UTF-8"}
            environment |= {"IPYTHONDIR": folder, "OMP_NUM_THREADS": "1", "MPLBACKEND": "Agg"}
            environment |= {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                pass_fds=[theirs.fileno()],
            )
            theirs.close()
            ours.settimeout(120)
            return ours, ours.recv(4096).decode()

    def _fault(self) -> str:
        """Return why the children of this process are of no use, or nothing."""
        channel = Channel(self.child(), str, str, str, str)  # type: ignore[arg-type]
        channel.deadline = time.monotonic() + 30
        try:
            channel.ask({"do": "run", "source": f"import {SELDOM}"})
        except (Exception, LostError) as error:
            return f"{type(error).__name__}: {error}"
        finally:
            channel.connection.close()
        return ""

    def child(self) -> socket.socket:
        """Return a connection to a new child, in its jail."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self.control, [b"+"], [theirs.fileno()])
            except OSError as error:
                raise JailError(f"the warm process is gone: {error}") from None
        return ours

    def close(self) -> None:
        """End the process, and with it all its children."""
        self.control.close()
        self.process.kill()
        self.process.wait()
