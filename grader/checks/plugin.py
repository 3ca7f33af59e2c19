"""The pytest plugin: nbval with one trusted kernel for many notebooks, and outcomes by exercise.

What passed is what nbval ran in our kernel and saw end without an error; no line of a
submission is ever executed there.
"""

import contextlib
import functools
import io
import json
import re
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbval.plugin
import pytest
from _pytest.config import _prepareconfig

from grader.checks.kernel import CheckKernel

ANSI = re.compile(r"\x1b\[[0-9;]*m")
# What pytest has for other tests than ours.
NEEDLESS = """cacheprovider faulthandler unraisableexception threadexception doctest junitxml
    pastebin setuponly setupplan stepwise recwarn monkeypatch tmpdir logging""".split()
QUIET = ["--capture=no", "-qq", *(part for name in NEEDLESS for part in ("-p", f"no:{name}"))]


class MasterFile(nbval.plugin.IPyNbFile):
    """A notebook that runs in the kernel there is, which outlives it."""

    def setup(self) -> None:
        """Take the kernel of this worker."""
        self.kernel = self.config.check_kernel

    def teardown(self) -> None:
        """Leave the kernel running."""


@dataclass
class Outcomes:
    """What nbval found: cells that passed, what to tell where one failed, what broke."""

    kernel: CheckKernel
    passed: set[str] = field(default_factory=set)
    failed: dict[str, str] = field(default_factory=dict)  # exercise: first error
    refused: set[str] = field(default_factory=set)  # exercises that a visible check has refused
    explained: dict[str, dict[str, str]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)  # exercises that have run to their end
    broken: str = ""  # "timeout" or "infrastructure", and then the rest did not run
    broken_in: str = ""
    jail: str = ""  # that the answers ran in

    def pytest_configure(self, config: pytest.Config) -> None:
        """Hand the kernel to the files."""
        config.check_kernel = self.kernel  # type: ignore[attr-defined]

    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Leave out what need not run, and everything once the kernel is broken."""
        cell = item.cell.metadata  # type: ignore[attr-defined]
        if self.broken or (cell.role == "hidden" and cell.exercise in self.refused):
            return True
        if cell.role == "explain" and cell.exercise not in self.failed:
            self.done.add(cell.exercise)
            return True
        return None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: Any, call: pytest.CallInfo[Any]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Note the outcome of a cell."""
        report = yield
        role, exercise = item.cell.metadata.role, item.cell.metadata.exercise
        if call.when != "call":
            return report
        text = "".join(output.get("text", "") for output in item.test_outputs or [])
        if item.parent.timed_out:
            self.broken, self.broken_in = "timeout", exercise
        elif call.excinfo and (role == "begin" or not _in_a_cell(call)):
            self.broken, self.broken_in = "infrastructure", exercise
            self.failed.setdefault(exercise, _message(call))
        elif role == "begin":
            self.jail = text.partition("\n")[0]
        elif role == "explain":
            self.done.add(exercise)
            with contextlib.suppress(ValueError):
                self.explained[exercise] = json.loads(text)
        elif report.outcome == "passed":
            self.passed.add(item.cell.id)
        else:
            self.failed.setdefault(exercise, _message(call))
            self.refused |= {exercise} if role == "check" else set()
        return report


def run(path: Path, kernel: CheckKernel, timeout: float, first: str) -> Outcomes:
    """Return what nbval finds when it runs the notebook at `path` in `kernel`.

    `first` is the exercise that stands for all if nothing runs.
    """
    outcomes = Outcomes(kernel)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        session = _session()
        session.config.option.nbval_cell_timeout = timeout
        session.config.pluginmanager.register(outcomes)
        try:
            items = list(MasterFile.from_parent(session, path=path).collect())
            for item, following in zip(items, [*items[1:], None], strict=True):
                session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        finally:
            session._setupstate.teardown_exact(None)
            session.config.pluginmanager.unregister(outcomes)
    if not outcomes.done and not outcomes.broken:  # nothing ran at all
        outcomes.broken, outcomes.broken_in = "infrastructure", first
        outcomes.failed[first] = "pytest ran nothing"
    return outcomes


@functools.cache
def _session() -> pytest.Session:
    """Return the session of pytest that serves all submissions of this process.

    To start one takes longer than to check a submission in it; `pytest.main` starts one each time.
    """
    options = ["--disable-plugin-autoload", "-p", "nbval.plugin", *QUIET]
    options += ["--rootdir=/", "--noconftest", "--assert=plain", "-c", "/dev/null"]
    config = _prepareconfig(options)
    config._do_configure()
    config.pluginmanager.unregister(name="terminalreporter")  # it keeps all that it is told
    session = pytest.Session.from_config(config)
    config.hook.pytest_sessionstart(session=session)
    return session


def _in_a_cell(call: pytest.CallInfo[Any]) -> bool:
    return call.excinfo is None or isinstance(call.excinfo.value, nbval.plugin.NbCellError)


def _message(call: pytest.CallInfo[Any]) -> str:
    if call.excinfo is None:
        return ""
    error = call.excinfo.value
    lines = ANSI.sub("", str(getattr(error, "inner_traceback", None) or error)).splitlines()
    return next((line for line in reversed(lines) if line.strip()), type(error).__name__)[:1000]
