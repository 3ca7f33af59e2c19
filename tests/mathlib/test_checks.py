"""What checks ask: form before value; and what became of the arguments."""

from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mathlib import checks
from mathlib.checks import agrees, arguments_after, dressed, matrices, pure

vectors = arrays(float, array_shapes(min_dims=0, max_side=4), elements=st.floats(-9, 9))


@given(vectors)
def test_what_is_wanted_agrees_as_an_array_and_as_a_list(x):
    assert agrees(x, x) and agrees(x.tolist(), x) and agrees(x, x.tolist())
    assert agrees((x, [1, 2]), (x, np.array([1, 2]))) and agrees({"a": x}, {"a": x})


@given(vectors, st.integers(0, 3))
def test_no_other_shape_agrees_even_where_it_would_broadcast(x, at):
    for other in (x[None], x[..., None], x[None][:0], np.zeros((*x.shape, 0)), [], None, "x"):
        assert not agrees(other, x)
    assert not agrees(x[None], np.stack([x, x])) and not agrees([], [x.tolist()])


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (0.5, [0.5, 0.5]),
        ([1], 1),
        ((1,), (1, 2)),
        (np.zeros((0, 1)), np.zeros((3,))),
        ([[1], [2, 3]], [[1], [2]]),
        ([1, 2], {"a": 1}),
        ({"a": 1}, [1]),
        ("3", 3),
        (["a"], ["b"]),
        (1 + 0j, 1.0),
        (np.nan, 1.0),
        (1.0, np.nan),
        (np.inf, -np.inf),
        (1.0, np.inf),
    ],
)
def test_what_is_of_another_form_or_value_does_not_agree(got, wanted):
    assert not agrees(got, wanted, rtol=0.1, atol=0.1)


def test_fractions_are_numbers():
    third = Fraction(1, 3)
    assert agrees(third, 1 / 3) and agrees([third, 2], np.array([1 / 3, 2]))
    assert agrees((third, 0.5), (1 / 3, 0.5)) and agrees([[third]], [[1 / 3]], rtol=1e-12)
    assert not agrees(third, 0.3) and not agrees([third], 1 / 3) and not agrees([third], ["a"])
    assert agrees(10**40, 10**40) and not agrees(10**40 + 1, 10**40)  # integers stay exact


def test_how_far_a_number_may_be_off():
    assert agrees(1 + 1e-10, 1, rtol=1e-9) and not agrees(1 + 1e-8, 1, rtol=1e-9)
    assert agrees({"a": 1 + 1e-10}, {"a": 1}, rtol=1e-9)
    assert agrees((1 + 1e-10, "a"), (1, "a"), rtol=1e-9)
    assert agrees(np.array([1, 2]), (1, 2)) and not agrees(np.array([1, 2]), (1, 3))
    assert agrees([np.inf, np.nan, 1e-10], [np.inf, np.nan, 0], atol=1e-9)
    assert agrees(True, True) and agrees(np.True_, True) and not agrees(True, 1)
    assert not agrees(np.False_, 0.0) and agrees([True, False], [1, 0])  # a mask may be either
    assert not agrees(1e-10, 0, rtol=1) and not agrees(1 + 1e-15, 1)
    assert agrees((10**40, "a", [[1], [2, 3]]), (10**40, "a", [[1], [2, 3]]))


def test_a_pure_function_leaves_its_arguments_as_they_were():
    x = np.arange(4.0)
    value, (after,) = arguments_after(np.cumsum, x)
    np.testing.assert_array_equal(value, [0, 1, 3, 6])
    np.testing.assert_array_equal(after, x)


def test_what_was_changed_is_seen_and_the_original_is_safe():
    def spoil(x, y):
        x[0] = y.pop()
        return x

    x, y = np.zeros(2), [5, 7]
    value, after = arguments_after(spoil, x, y)
    assert value.tolist() == after[0].tolist() == [7, 0] and after[1] == [5]
    assert x.tolist() == [0, 0] and y == [5, 7]


def test_where_the_function_is_elsewhere_it_is_asked_there():
    class Elsewhere:
        def arguments_after(self, *args):
            return "value", args

    assert arguments_after(Elsewhere(), 1, 2) == ("value", (1, 2))


def test_an_error_of_the_function_comes_through():
    with pytest.raises(ZeroDivisionError):
        arguments_after(lambda x: 1 / x, 0)


KINDS = {
    "integers": lambda x: x.dtype.kind == "i",
    "floats": lambda x: x.dtype.kind == "f" and (x != np.round(x)).all(),
    "below one": lambda x: x.any() and (abs(x) <= 0.9).all() and abs(x).max() > 1e-3,
    "zeros": lambda x: not x.any(),
    "ties": lambda x: np.unique(x).size < x.size,
    "constant": lambda x: x.any() and np.unique(x).size == 1,
    "negative": lambda x: (x < 0).all(),
    "positive": lambda x: (x > 0).all(),
    "tiny": lambda x: 0 < abs(x).max() < 1e-6,
    "huge": lambda x: abs(x).max() > 1e4,
    "even": lambda x: x.size % 2 == 0,
    "odd": lambda x: x.size % 2 == 1,
}


@given(st.integers(0, 2**32), st.integers(1, 6), st.integers(0, 9))
def test_every_kind_of_vector_is_there_whatever_the_seed(seed, shortest, more):
    found = checks.vectors(np.random.default_rng(seed), shortest, shortest + more)
    sizes = [x.size for x in found]
    assert min(sizes) == shortest and max(sizes) == shortest + more
    for kind, holds in KINDS.items():
        # A single entry has no ties; and of one length there is no even and odd one.
        if more or kind not in ("even", "odd", "ties"):
            assert any(map(holds, found)), kind


@given(st.integers(0, 2**32), st.integers(2, 7))
def test_every_kind_of_matrix_is_there_whatever_the_seed(seed, largest):
    found = matrices(np.random.default_rng(seed), largest)
    shapes = {X.shape for X in found}
    assert all(X.ndim == 2 for X in found)
    assert {(1, 1), (1, largest), (largest, 1), (largest, largest)} <= shapes
    assert any(1 <= m < n for m, n in shapes) and any(1 <= n < m for m, n in shapes)
    assert {X.dtype.kind for X in found} == {"i", "f"} and any(not X.any() for X in found)


def test_badly_scaled_are_entries_far_from_one_on_both_sides():
    for draw in (checks.vectors, matrices):
        found = [x for seed in range(20) for x in draw(np.random.default_rng(seed))]
        assert any(0 < abs(x).min() < 1e-3 and abs(x).max() > 1e3 for x in found)


@given(arrays(int, array_shapes(max_side=4), elements=st.integers(-9, 9)))
def test_dressed_up_the_numbers_are_the_same(x):
    listed, backwards, gaps, frozen = dressed(x)
    assert listed == x.tolist() and not frozen.flags.writeable
    for each in (backwards, gaps, frozen):
        np.testing.assert_array_equal(each, x)
    assert x.shape[0] == 1 or (backwards.strides[0] < 0 and gaps.strides[0] > x.strides[0])


def test_an_answer_that_changes_its_argument_is_told():
    def spoil(x, y):
        y[0] += 1
        return x

    assert pure(len, [1, 2]) == 2
    with pytest.raises(AssertionError, match="spoil has changed its argument number 2: whoever"):
        pure(spoil, [1], np.zeros(2))
    with pytest.raises(AssertionError, match=r"^the function has .* it was\. Work on a copy"):
        pure(partial(spoil, 1), np.zeros(2))


def test_whoever_gives_back_too_few_arguments_is_no_pure_function():
    class Elsewhere:
        def arguments_after(self, *args):
            return "value", args[:-1]

    with pytest.raises(ValueError, match="longer than argument 1"):
        pure(Elsewhere(), 1, 2)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: checks.vectors(np.random.default_rng(), 0), "shortest must be .* got 0"),
        (lambda: checks.vectors(np.random.default_rng(), 4, 3), "shortest must be .*, got 4"),
        (lambda: matrices(np.random.default_rng(), 1), "largest must be at least 2, got 1"),
        (lambda: dressed(3), "x must have at least 1 axes .* got shape"),
    ],
)
def test_what_cannot_be_drawn_is_refused(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_the_dots_that_are_handed_out_are_not_done_yet():
    for dots in (..., [1, ...], {"a": ...}):
        with pytest.raises(NotImplementedError, match="not done yet"):
            agrees(dots, {"a": 1} if isinstance(dots, dict) else [1, 2])
