"""A pytest plugin: write down, cell by cell, what nbval found."""

import json
import re
from collections.abc import Generator
from typing import Any

import pytest

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that says where to write."""
    parser.addoption("--outcomes", help="file for one line of JSON for each cell that ran")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Append the outcome of a cell, by its id, as soon as it is known."""
    report = yield
    cell = getattr(item, "cell", None)
    if cell is not None and call.when == "call":
        # nbval expects every cell after a time-out to fail; none of them counts as run.
        outcome = "not-run" if hasattr(report, "wasxfail") else report.outcome
        line = {"cell": cell.id, "outcome": outcome, "message": _message(call)}
        with open(item.config.getoption("--outcomes"), "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
    return report


def _message(call: pytest.CallInfo[Any]) -> str:
    if call.excinfo is None:
        return ""
    error = call.excinfo.value
    lines = ANSI.sub("", str(getattr(error, "inner_traceback", None) or error)).splitlines()
    return next((line for line in reversed(lines) if line.strip()), type(error).__name__)[:1000]
