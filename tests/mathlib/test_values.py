"""What checks ask of a value: an input, an order of lines, an estimate."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.values import in_order, tells_apart, within_factor

graphs = st.lists(st.sets(st.integers(0, 4)), min_size=1, max_size=5).map(
    lambda drawn: {
        "abcde"[i]: "".join("abcde"[j] for j in sorted(before) if j < i)
        for i, before in enumerate(drawn)
    }
)


def is_right(order, needs):
    """Whether every line stands after those that it needs, one by one."""
    return all(order.index(other) < order.index(line) for line in needs for other in needs[line])


@given(graphs)
def test_every_order_that_respects_the_needs_is_accepted_and_no_other(needs):
    for order in permutations(needs):
        if is_right(order, needs):
            assert in_order("".join(order), needs)
        else:
            with pytest.raises(AssertionError, match="which comes only after it"):
                in_order("".join(order), needs)


NEEDS = {"a": "", "b": "", "c": "ab", "d": "c"}


@pytest.mark.parametrize("order", ["bacd", "b, a, c, d", "(b) (a) (c) (d)", [*"BACD"], "a>b>c>d"])
def test_an_order_may_be_written_in_any_way(order):
    assert in_order(order, NEEDS)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("abdc", r"^\(d\) needs \(c\), which comes only after it$"),
        ("abed", r"^\(e\) It divides by zero.$"),
        ("abcz", r"^there is no line \(z\)$"),
        ("abca", r"^\(a\) must stand there once$"),
        ("ab", "^it is not whole: 2 more must stand there$"),
        (3, "^write the letters of the lines in their order, such as 'bac', got 3$"),
        ("", "^write the letters"),
        ([["a"]], "^write the letters"),
        ("a1", "^write the letters"),
        ("x" * 99 + "1", "got x{79}…$"),
    ],
)
def test_a_wrong_order_is_told_why(order, said):
    with pytest.raises(AssertionError, match=said):
        in_order(order, NEEDS, {"e": "It divides by zero."})


@pytest.mark.parametrize(
    ("needs", "distractors", "said"),
    [
        ({"a": "b", "b": "a"}, None, r"needs must hold no circle, got \['"),
        ({"a": "z"}, None, "needs must name lines of its own, got 'z' for 'a'"),
        ({"A": ""}, None, "needs must hold a text for each letter, got 'A': ''"),
        ({"a": ""}, {"a": "No."}, "distractors must not be lines of needs, got 'a'"),
        ({"a": ""}, {"b": " "}, "distractors must say what is wrong, got ' ' for 'b'"),
    ],
)
def test_an_order_that_cannot_be_judged_is_refused(needs, distractors, said):
    with pytest.raises(ValueError, match=said):
        in_order("a", needs, distractors)


def mean(x, weights=None):
    if len(x) == 0:
        raise ValueError("x must not be empty")
    return np.average(x, weights=weights)


def middle(x, weights=None):
    return sorted(x)[len(x) // 2]


@given(st.lists(st.integers(-9, 9), min_size=1))
def test_an_input_tells_two_functions_apart_where_they_differ(x):
    assert tells_apart(x, mean, middle, atol=1e-9) == (abs(mean(x) - middle(x)) > 1e-9)


def test_a_tuple_is_several_arguments():
    assert tells_apart(([1, 2, 3], [1, 0, 0]), mean, middle)
    assert not tells_apart(([1, 2, 3],), mean, middle)


def test_a_difference_within_the_tolerance_is_none():
    assert tells_apart([0, 0, 1e-9], mean, middle)
    assert not tells_apart([0, 0, 1e-9], mean, middle, atol=1e-6)


def test_an_input_that_only_the_wrong_function_refuses_tells_them_apart():
    assert tells_apart([1], mean, lambda x: 1 / 0)


def test_an_input_that_the_right_function_refuses_is_told_so():
    said = r"^\[\] is no input that it takes: ValueError: x must not be empty$"
    with pytest.raises(AssertionError, match=said):
        tells_apart([], mean, middle)
    with pytest.raises(AssertionError, match=r"^7 is no input that it takes: TypeError"):
        tells_apart(7, mean, middle)


def test_functions_that_write_on_their_input_are_kept_apart():
    assert not tells_apart([2, 1], lambda x: x.sort() or x, sorted)


@pytest.mark.parametrize("x", [["1", "2", "6"], [1, "2", "6.0"], (["1", "2", "6"],)])
def test_a_number_in_quotation_marks_is_none(x):
    def read(function):
        return lambda x: function(np.array(x, float))

    with pytest.raises(AssertionError, match="a number has no quotation marks, got"):
        tells_apart(x, read(np.mean), read(np.median))


def test_a_text_that_is_meant_as_one_may_hold_digits():
    assert tells_apart("12", len, lambda text: 1)
    assert tells_apart(["10", "9"], sorted, lambda texts: sorted(texts, key=int))


@given(st.floats(1e-300, 1e300), st.floats(1.01, 100))
def test_an_estimate_may_be_off_by_the_factor_on_both_sides(truth, factor):
    for right in (truth, truth * factor, truth / factor):
        assert within_factor(right, truth, factor)
    with pytest.raises(AssertionError, match="times too large: it must be within a factor of"):
        within_factor(truth * factor * 1.001, truth, factor)
    with pytest.raises(AssertionError, match="times too small"):
        within_factor(truth / factor / 1.001, truth, factor)


@pytest.mark.parametrize(
    ("estimate", "said"),
    [
        (30, r"^about 6 times too large: it must be within a factor of 2$"),
        (1, r"^about 5 times too small"),
        (10**400, r"^about 10\*\*399 times too large"),
        (5e9, r"^about 10\*\*9 times too large"),
        (-5, r"^an estimate is a positive number, got -5$"),
        (0, "a positive number, got 0"),
        ("5", "a positive number, got 5"),
        (True, "a positive number, got True"),
        ([5], r"a positive number, got \[5\]"),
        (float("nan"), "a positive number, got nan"),
        (float("inf"), "a positive number, got inf"),
    ],
)
def test_a_wrong_estimate_is_told_how_far_and_on_which_side(estimate, said):
    with pytest.raises(AssertionError, match=said):
        within_factor(estimate, 5, 2)


def test_no_factor_may_be_one():
    with pytest.raises(ValueError, match="factor must be greater than 1, and finite, got 1"):
        within_factor(5, 5, 1)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: tells_apart(..., mean, middle),
        lambda: in_order(..., NEEDS),
        lambda: within_factor(..., 5, 2),
    ],
)
def test_what_is_handed_out_is_not_done_yet(ask):
    with pytest.raises(NotImplementedError, match="not done yet"):
        ask()
