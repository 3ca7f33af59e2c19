"""A falsehood takes the place of a name, wherever the check gets it from."""

import numpy as np
import pytest

from mathlib.falsehoods import (
    PUT_IN,
    break_check,
    false,
    hold_check,
    names_bound,
    names_needed,
    names_read,
    refutes,
    run_check,
    with_false,
)

FILE = """
from mathlib.falsehoods import false
assert __name__ == "falsehoods"

@false("aa-01", "f", "f(x)")
def minus_one(x): return -1

@false("aa-01", "f")
def same(x): return x

@false("aa-01", "f")
def stumbles(x): return x.nothing
"""
NEEDS = """
import sys, numpy as np
sys.stdout.write("not for the reader")
rng = np.random.default_rng(0)
def f(x): return x
"""
CHECK = "x = int(rng.integers(1000))\nassert f(x) == x"


def run(source, name, value):
    names = {PUT_IN: value, "given": lambda: "true"}
    exec(with_false(source, name), names)
    return names


@pytest.mark.parametrize(
    "source",
    [
        "got = given()",
        "def given(): return 'true'\ngot = given()",
        "from math import sqrt as given\ngot = given()",
        "given = lambda: 'true'\ngot = given()",
        "for given in [lambda: 'true']:\n    pass\ngot = given()",
    ],
)
def test_the_false_version_is_what_the_check_calls(source):
    assert run(source, "given", lambda: "false")["got"] == "false"


def test_what_the_check_reads_is_left_alone():
    assert run("got = given()\nother = 1", "other", 2)["got"] == "true"


def test_an_array_that_is_changed_by_an_index_is_bound():
    assert names_bound("table[0], other.size = 1, 2\nfree(x)") == {"table", "other"}
    assert names_read("table[0] = free(x)") == {"table", "free", "x"}


def test_a_name_that_the_check_does_not_use_is_refused():
    with pytest.raises(ValueError, match="name must be one that the cell uses, got 'other'"):
        with_false("given()", "other")


def test_the_mark_leaves_the_function_as_it_was():
    @false("tc-07", "convolve")
    def wrong(x):
        """What one believes."""
        return -x

    assert wrong(2) == -2
    assert wrong.false == ("tc-07", "convolve", "")


def test_a_seed_makes_the_generator_anew_and_nothing_else():
    expected = int(np.random.default_rng(5).integers(1000))
    assert run_check([NEEDS], CHECK, 5)["x"] == expected != run_check([NEEDS], CHECK)["x"]
    assert "rng" not in run_check(["y = 1"], "assert y", 5)
    broken = break_check([NEEDS], CHECK, FILE, "minus_one", 5)
    assert broken["shown"] == f"f(x) is {expected}; with the falsehood -1"


def test_a_broken_check_says_how_it_ended(capsys):
    red = break_check([NEEDS], CHECK, FILE, "minus_one")
    assert (red["outcome"], red["message"]) == ("red", "this does not hold: assert f(x) == x")
    green = {"outcome": "green", "message": "", "shown": ""}
    assert break_check([NEEDS], CHECK, FILE, "same") == green
    error = break_check([NEEDS], CHECK, FILE, "stumbles")
    assert error["outcome"] == "error" and "nothing" in error["message"]
    assert error["shown"] == "" and capsys.readouterr().out == ""


def test_a_check_that_holds_or_not_says_why(capsys):
    assert hold_check([NEEDS], CHECK, 1) == {"outcome": "holds", "message": ""}
    said = {
        "assert 1 == 2, 'one is not two'": "one is not two",
        "len(3)": "TypeError: object of type 'int' has no len()",
        "x = 1\nassert x == 2": "this does not hold: assert x == 2",
    }
    for source, message in said.items():
        assert hold_check([NEEDS], source, 1) == {"outcome": "red", "message": message}
    assert capsys.readouterr().out == ""


def test_an_assertion_from_nowhere_refutes_and_another_error_does_not():
    assert refutes(AssertionError()) and not refutes(ValueError())


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("a\ndef g():\n    return b + later\nlater = c", {"a", "b", "c"}),
        ("def g():\n    def h():\n        return a + g()\n    return h, b", {"a", "b"}),
        ("if a:\n    b\nelse:\n    c", {"a", "b", "c"}),
        ("try:\n    a\nexcept ValueError:\n    c\nfinally:\n    d", {"a", "c", "d"}),
        ("with a as x:\n    x + b", {"a", "b"}),
        ("x = 1\nx + y", {"y"}),
    ],
)
def test_what_a_cell_needs_from_above(source, needed):
    assert names_needed(source) == needed
