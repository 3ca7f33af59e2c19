"""Many submissions at once: in processes of this machine, or on a Dask cluster.

A process that dies takes nothing with it: what it was grading is given to another. This pool is
our own because that must hold: of three runs of 300 tasks with `pebble`, in each of which a worker
was killed now and then, two lost every task ("BrokenProcessPool"); and Dask's LocalCluster needs a
package that grading on one machine does without.
"""

import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from grader.checks.grade import Settings, grade, unreadable
from grader.checks.messages import Result
from grader.checks.submission import UnreadableError, read_file

TRIES = 5  # of a submission whose process dies
LONGEST = 1800.0  # seconds, after which a process is taken for dead
Common = tuple[dict[str, str], bytes, Settings]
Job = tuple[str, Path]


def local(jobs: Iterable[Job], common: Common, count: int) -> Iterator[tuple[str, Result]]:
    """Yield name and result of each job, as they come, from `count` processes."""
    mine = threading.local()
    processes: list[_Process] = []
    numbers = itertools.count()  # next() of it is atomic
    short = None if len(tempfile.gettempdir()) < 40 else "/tmp"  # names of sockets end at 107
    folder = tempfile.TemporaryDirectory(dir=short, prefix="grade-", ignore_cleanup_errors=True)

    def one(path: Path) -> Result:
        if not hasattr(mine, "process"):
            mine.process = _Process(common, next(numbers), folder.name)
            processes.append(mine.process)
        for _ in range(TRIES):
            result: Result = mine.process.grade(path)
            if result.status != "infrastructure" or mine.process.stopped:
                break
        return result

    pool = ThreadPoolExecutor(count)
    try:
        names = {pool.submit(one, path): name for name, path in jobs}
        for future in as_completed(names):
            yield names.pop(future), future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.stop()
        folder.cleanup()  # what killed processes have left there


class _Process:
    """A process that grades one submission after the other, and is replaced when it dies."""

    def __init__(self, common: Common, number: int, folder: str) -> None:
        self.common, self.number, self.folder, self.stopped = common, number, folder, False
        self._start()

    def grade(self, path: Path) -> Result:
        """Return the result of one submission, or that the process died."""
        with contextlib.suppress(EOFError, OSError):
            self.connection.send(path)
            if self.connection.poll(LONGEST):
                result: Result = self.connection.recv()
                return result
        self._kill()
        if not self.stopped:
            self._start()
        return lost("the process that graded it died")

    def stop(self) -> None:
        """End the process for good."""
        self.stopped = True
        self._kill()

    def _start(self) -> None:
        ours, theirs = Pipe()
        command = [sys.executable, "-P", "-m", "grader.course.pool", str(theirs.fileno())]
        self.process = subprocess.Popen(
            [*command, str(os.getpid() + self.number)],
            stdin=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": self.folder},
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is for the one that commands
        )
        theirs.close()
        self.connection = ours
        with contextlib.suppress(OSError):
            ours.send(self.common)

    def _kill(self) -> None:
        self.process.kill()
        self.process.wait()


def serve(descriptor: int, number: int) -> None:
    """Grade the files that come over the connection, until it is closed."""
    if hasattr(os, "sched_setaffinity"):  # check and answer take turns: one core is faster
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[number % len(cores)]})
    connection = Connection(descriptor)
    with contextlib.suppress(EOFError, OSError):
        common = connection.recv()
        while True:
            connection.send(grade_file(connection.recv(), *common))


def grade_file(path: Path, *common: Any) -> Result:
    """Return the result of the file at `path`, whatever it is."""
    try:
        return grade(read_file(path), *common)
    except UnreadableError as error:
        return unreadable(error)
    except Exception as error:
        return lost(f"{type(error).__name__}: {error}"[:500])


def cluster(jobs: Iterable[Job], common: Common, address: str) -> Iterator[tuple[str, Result]]:
    """Yield name and result of each job, as they come, from the workers of a Dask scheduler.

    The submissions travel as bytes: no file system need be shared.
    """
    waiting = iter(jobs)
    tries: dict[str, int] = {}
    names: dict[str, Job] = {}
    with _connect(address) as client:
        from distributed import as_completed as as_they_come

        arrived = as_they_come()

        def submit(job: Job) -> None:
            tries[job[0]] = tries.get(job[0], 0) + 1
            data = read_file(job[1], b"")
            future = client.submit(grade, data, *common, pure=False, retries=TRIES)
            names[future.key] = job
            arrived.add(future)

        window = 2 * max(1, sum(client.nthreads().values()))
        for job in itertools.islice(waiting, window):
            submit(job)
        for future in arrived:
            job = names.pop(future.key)
            if future.status == "finished":
                yield job[0], future.result()
            elif tries[job[0]] < TRIES:
                submit(job)
                continue
            else:
                yield job[0], lost(f"the cluster lost it: {future.exception()}"[:300])
            for following in waiting:
                submit(following)
                break


def _connect(address: str) -> Any:
    """Return a client of the Dask scheduler at `address`, once it has a worker."""
    try:
        from distributed import Client
    except ImportError:
        raise ValueError("--cluster needs the package distributed, which is missing") from None
    try:
        client = Client(address, timeout="10s")
        client.wait_for_workers(1, timeout=60)
    except (OSError, ValueError) as error:
        message = f"--cluster must be the address of a Dask scheduler with workers, got {address}"
        raise ValueError(f"{message}: {error}") from None
    return client


def lost(message: str) -> Result:
    """Return the result of a submission that could not be graded; it is tried again next time."""
    return Result("infrastructure", message)


if __name__ == "__main__":
    serve(*map(int, sys.argv[1:]))
