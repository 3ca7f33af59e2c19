"""A falsehood takes the place of a name, wherever the check gets it from."""

import pytest

from mathlib.falsehoods import PUT_IN, false, names_bound, names_read, with_false


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
