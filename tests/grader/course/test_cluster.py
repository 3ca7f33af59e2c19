"""Past one machine: a Dask scheduler with two workers here, one of which is killed mid-run."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from grader.__main__ import main
from tests.grader.test_commands import LOCAL, SUBMISSIONS, hand_in, student

ROOT = Path(__file__).parents[3]
CHOSEN = [name for name in SUBMISSIONS if name.startswith(student(LOCAL))] + ["raises"]


def dask(*arguments):
    command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(tmp_path):
    """Return the address of a scheduler, and its two workers, each under its nanny."""
    where = tmp_path / "scheduler.json"
    local = ["--scheduler-file", str(where)]
    scheduler = dask(
        "dask_scheduler", *local, "--port", "0", "--no-dashboard", "--host", "127.0.0.1"
    )
    worker = [*local, "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path)]
    workers = [dask("dask_worker", *worker, "--name", name) for name in ("one", "two")]
    patience = time.monotonic() + 600
    while not where.exists() and time.monotonic() < patience:
        time.sleep(0.1)
    yield json.loads(where.read_text())["address"], workers
    for process in [*workers, scheduler]:
        for child in psutil.Process(process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                child.kill()
        process.kill()
        process.wait()


def test_a_killed_worker_loses_nothing(tmp_path, cluster, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    folder = str(hand_in(tmp_path / "in", CHOSEN))
    reference, out = tmp_path / "reference", tmp_path / "out"
    assert main(["grade", folder, "--out", str(reference)]) == 0
    out.mkdir()
    (out / "secret").write_text((reference / "secret").read_text())
    address, workers = cluster
    killed = []

    def kill():
        """Kill the process under the first nanny, in the middle of the run."""
        while len(list(out.glob("submissions/*/result.json"))) < 2:
            time.sleep(0.05)
        python = psutil.Process(workers[0].pid).children()
        victim = max(python, key=lambda child: len(child.children()))
        killed.append(victim.pid)
        os.kill(victim.pid, signal.SIGKILL)

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    assert main(["grade", folder, "--out", str(out), "--cluster", address]) == 0
    thread.join()
    books = [(folder / "gradebook.csv").read_text() for folder in (out, reference)]
    assert killed and books[0] == books[1]
    assert capsys.readouterr().out.count("jail: ") == 2


def test_a_scheduler_that_is_not_there_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    folder = str(hand_in(tmp_path / "in", ["raises"]))
    address = "tcp://127.0.0.1:9"
    assert main(["grade", folder, "--out", str(tmp_path / "o"), "--cluster", address]) == 2
    assert "--cluster must be the address of a Dask scheduler" in capsys.readouterr().err
