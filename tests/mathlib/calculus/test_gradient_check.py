"""Differences and relative errors: against exact slopes and fractions."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.gradient_check import differences, relative_error

NUMBERS = st.integers(-1000, 1000)


# Laws


@given(NUMBERS, NUMBERS)
def test_the_error_is_that_of_fractions(a, b):
    largest = max(abs(a), abs(b))
    wanted = float(Fraction(abs(a - b), largest)) if largest else 0.0
    assert relative_error(a, b) == pytest.approx(wanted, rel=1e-15)
    assert relative_error(a, b) == relative_error(b, a) <= 2


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_differences_of_a_parabola_are_its_slopes(x):
    got = differences(lambda x: (x * x).sum(), [x], h=0.5)[0]
    np.testing.assert_array_equal(got, 2.0 * np.array(x))


# By hand


def test_by_hand():
    assert relative_error([1e-9, 1e-8], [0.0, 0.0]) == pytest.approx([0.1, 1.0])
    W, b = differences(lambda W, b: (W * W).sum() * b, [[[1.0, 2.0], [3.0, 4.0]], 2.0])
    assert W == pytest.approx(np.array([[4, 8], [12, 16]]), abs=1e-6) and b == pytest.approx(30)
    kink = differences(lambda x: np.abs(x).sum(), [[0.0, 0.25]], h=0.5)[0]
    assert kink.tolist() == [0, 0.5]  # from -0.25 and 0.75


def test_at_most_two_however_large():
    assert relative_error([1e308, 5e-324], [-1e308, 0.0]).tolist() == [2, 0]


def test_the_function_may_write_into_what_it_gets():
    def f(x):
        x *= 2
        return x.sum()

    x = np.array([1.0, 2.0])
    assert differences(f, [x])[0] == pytest.approx([2, 2]) and x.tolist() == [1, 2]


# Misuse


def test_what_is_refused():
    with pytest.raises(ValueError, match=r"other must have the shape of g, \(2,\), got \(1,\)"):
        relative_error([1, 2], [1])
    with pytest.raises(ValueError, match="g must be finite"):
        relative_error([np.nan], [1])
    with pytest.raises(ValueError, match=r"^other must be finite"):
        relative_error([1], [np.nan])
    for inputs in ([["1"]], [[None]], 5, None):
        with pytest.raises(TypeError, match=r"^inputs must "):
            differences(np.sum, inputs)
    with pytest.raises(ValueError, match=r"^inputs must be finite"):
        differences(np.sum, [[1.0], [np.inf]])
    with pytest.raises(ValueError, match="h must be positive"):
        differences(np.sum, [[1.0]], h=0)
    with pytest.raises(ValueError, match=r"h must be large enough to move 1e\+20, got 1e-05"):
        differences(np.sum, [[1e20]])
    for f in (lambda x: x, lambda x: x.sum() + 0j, lambda x: "3", lambda x: None):
        with pytest.raises(TypeError, match="what f returns must be a real number"):
            differences(f, [[1.0, 2.0]])


def test_what_is_wrong_is_named():
    for other, kind in (([np.nan], ValueError), (["a"], TypeError)):
        with pytest.raises(kind, match=r"^other must"):
            relative_error([1.0], other)
    for inputs, kind in ((3, TypeError), ([[np.inf]], ValueError), (["a"], TypeError)):
        with pytest.raises(kind, match=r"^inputs must"):
            differences(sum, inputs)
    with pytest.raises(TypeError, match=r"^f must"):
        differences("no function", [1.0])
