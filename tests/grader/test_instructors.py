"""The instructor's page: every command on it is run, and prints what it shows."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.selftest import matrix as selftest
from notebooks.files import as_text, read
from tests.grader.test_commands import mistaken, submission

ROOT = Path(__file__).parents[2]
CHAPTER = "numbers/codes_temperature"  # with few exercises: each is a column on the page
PAGE = (ROOT / "instructors.md").read_text("utf-8")
VARIES = [
    (re.compile(r"^\[\d+/4\] "), "[n/4] "),
    (re.compile(r"\d+ a minute, \d+ (s|min) left"), "so fast"),
    (re.compile(r"^jail: .*"), "jail"),
    (re.compile(r"\d+ s$"), "some time"),
]
SLOW = "python -m grader selftest"


def shown():
    """Yield each command of the page with the lines shown below it."""
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.S):
        for part in block.split("$ ")[1:]:
            command, _, output = part.partition("\n")
            yield command, output.splitlines()


def ben(exercise):
    """Two known mistakes, the rest right."""
    number = {"sn-14": 2, "sn-17": 1}.get(exercise.id)
    return exercise.answer.source if number is None else mistaken(number)(exercise)


def hand_in(folder):
    """Write the class of the page: four students, of whom one hands in half a file."""
    folder.mkdir()
    texts = {
        "anna": submission(CHAPTER),
        "ben": submission(CHAPTER, ben),
        "cleo": read(ROOT / f"exercises/{CHAPTER}.ipynb"),
    }
    for name, notebook in texts.items():
        (folder / f"{name}.ipynb").write_text(as_text(notebook), encoding="utf-8")
    (folder / "dana.ipynb").write_text('{"cells": [')
    for name, day in {"anna": 20, "ben": 21, "cleo": 20, "dana": 20}.items():
        when = datetime.datetime(2026, 11, day, 18).timestamp()
        os.utime(folder / f"{name}.ipynb", (when, when))


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A folder as the page supposes it: ours, with what was handed in."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("solutions", "exercises"):
        (folder / name).symlink_to(ROOT / name)
    hand_in(folder / "handed_in")
    for name, text in re.findall(r"`(students.csv|rules.toml)`.*?```\w+\n(.*?)```", PAGE, re.S):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def normal(lines):
    """Return the lines without what varies, in an order that does not."""
    for pattern, instead in VARIES:
        lines = [pattern.sub(instead, line) for line in lines]
    return sorted(lines)


def test_every_command_prints_what_the_page_shows(clone):
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    commands = [(command, lines) for command, lines in shown() if command != SLOW]
    assert len(commands) == 8
    for command, lines in commands:
        ran = subprocess.run(
            command,
            shell=True,
            capture_output=True,
            text=True,
            cwd=clone,
            env={**os.environ, **path},
            check=False,
        )
        assert normal(ran.stdout.splitlines()) == normal(lines), command + ran.stderr


def test_the_table_of_the_self_test_is_as_long_as_shown():
    lines = dict(shown())[SLOW]
    count = len(selftest.rows()) + 2
    assert normal(lines)[-1].startswith("…") and f"{count} rows, 0 wrong outcomes" in lines[-1]
    names = {name for _, name, _, _ in selftest.rows()} | {"nothing outside was reached"}
    for line in lines:
        if line.startswith("ok"):
            assert line[18:60].strip() in names


def test_the_page_tells_the_limits_that_are():
    from grader.checks import submission
    from grader.checks.grade import Settings
    from grader.student.jail import Limits

    limits = Limits()
    said = f"{limits.memory >> 30} GiB of memory, {limits.disk >> 20} MiB of disk"
    said += f" and {limits.inodes:,} files"
    assert f"{said}, {Settings().timeout:.0f} seconds an exercise, {limits.threads} threads" in PAGE
    said = f"{submission.LARGEST >> 20} MiB, {submission.MOST_CELLS:,} cells"
    assert f"{said} and {submission.LONGEST_CODE >> 20} MiB of code" in PAGE
