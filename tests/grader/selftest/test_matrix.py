"""The attack matrix: every row has its right outcome, on every rung that this machine allows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.checks.template import JailError, Template
from grader.selftest import matrix as selftest
from grader.student import jail
from grader.student.jail import Limits

ROOT = Path(__file__).parents[3]
ROWS = [f"{group}: {name}" for group, name, _, _ in selftest.rows()]
ROWS += ["output: escaped in every feedback page", "escape: nothing outside was reached"]
# Be an ordinary user, also if Python lies in root's home: that of the test is a copy of it.
AS_USER = """
set -e
prefix=$1; shift
mkdir -p "$TMP/prefix" && mount --bind "$prefix" "$TMP/prefix"
case "$prefix" in /root/*)
  mount -t tmpfs -o mode=755 tmpfs /root
  mkdir -p "$prefix" && mount --bind "$TMP/prefix" "$prefix";; esac
exec setpriv --reuid 12345 --regid 12345 --clear-groups env HOME="$TMP" "$@"
"""


@pytest.fixture(scope="module")
def matrix(tmp_path_factory):
    found = selftest.run(tmp_path_factory.mktemp("selftest"), 2, jail.RUNGS)
    return {f"{group}: {name}": (result, right) for group, name, result, right in found}


@pytest.mark.parametrize("row", ROWS)
def test_the_outcome_is_right(matrix, row):
    result, right = matrix[row]
    assert right, result


def test_the_rows_are_what_was_run(matrix):
    assert list(matrix) == ROWS


def test_every_way_out_is_shut_where_namespaces_are_forbidden(tmp_path, monkeypatch):
    some = [row for row in selftest.rows() if row[0] in ("escape", "honest", "death")]
    monkeypatch.setattr(selftest, "rows", lambda: some)
    found = selftest.run(tmp_path, 2, ["landlock"])
    assert [(name, result) for _, name, result, right in found if not right] == []


@pytest.mark.skipif(os.getuid() != 0, reason="then the other tests are those of a user")
def test_the_jail_holds_for_an_ordinary_user(tmp_path):
    tmp_path.chmod(0o777)
    for parent in tmp_path.parents[:3]:
        if parent != Path("/tmp"):
            parent.chmod(0o755)
    script = (
        "from grader.selftest import matrix as selftest\n"
        "every = selftest.rows()\n"
        "selftest.rows = lambda: [row for row in every if row[0] in ('escape', 'honest')]\n"
        "raise SystemExit(selftest.main(('namespaces',)))"
    )
    command = ["unshare", "-m", "bash", "-c", AS_USER, "bash", sys.base_prefix]
    ran = subprocess.run(
        [*command, sys.executable, "-c", script],
        env={**os.environ, "TMP": str(tmp_path), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "jail: namespaces" in ran.stdout and " 0 wrong outcomes" in ran.stdout


def test_without_any_jail_it_refuses(monkeypatch):
    with pytest.raises(JailError, match="no jail is to be had here; nowhere: "):
        Template(["nowhere"], Limits())


def test_going_without_is_said_loudly():
    template = Template(["nowhere", "none"], Limits())
    template.close()
    assert template.jail.startswith("NO JAIL")


def test_what_is_missing_is_said():
    poorer = jail.Jail("namespaces", without=("Landlock",))
    assert str(poorer) == "namespaces, system-call filter, limits - but WITHOUT Landlock"
    assert "WITHOUT namespaces" in str(jail.Jail("landlock"))
