"""Differences: exact where the curve is a parabola, best at the step that is said to be."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.differences import EPS, best_step, central, complex_step, forward

PLACES = st.floats(-50, 50)
WHOLE = st.integers(-9, 9)


# Laws


@given(WHOLE, WHOLE, WHOLE, st.integers(-8, 8), st.sampled_from([0.25, 0.5, 1.0, 4.0]))
def test_a_parabola_has_its_slope_and_the_bend_times_the_step(a, b, c, x, h):
    def f(x):
        return a * x * x + b * x + c

    assert central(f, x, h) == 2 * a * x + b
    assert forward(f, x, h) == 2 * a * x + b + a * h


@given(PLACES)
def test_the_best_step_is_one_that_the_computer_makes(x):
    for kind, power in (("forward", 1 / 2), ("central", 1 / 3)):
        h = best_step(x, kind)
        assert (x + h) - x == h > 0
        assert h == pytest.approx(EPS**power * max(1, abs(x)), rel=0.01)


@given(PLACES)
def test_both_sides_change_places_where_the_function_is_mirrored(x):
    for quotient in (forward, central):
        assert quotient(lambda u: -np.sin(u), x) == -quotient(np.sin, x)
    assert central(lambda u: np.sin(-u), -x) == pytest.approx(-central(np.sin, x), abs=1e-9)


# Oracles


@pytest.mark.parametrize(
    ("f", "slope"),
    [
        (np.sin, np.cos),
        (np.exp, np.exp),
        (lambda x: x**3, lambda x: 3 * x**2),
        (lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2),
    ],
)
def test_they_are_the_derivatives_to_half_and_to_two_thirds_of_the_digits(f, slope):
    for x in (-2.5, -0.3, 0.0, 1.0, 4.0):
        scale = max(1, abs(f(x)), abs(slope(x)))
        assert forward(f, x) == pytest.approx(slope(x), abs=3e-7 * scale)
        assert central(f, x) == pytest.approx(slope(x), abs=1e-9 * scale)
        assert complex_step(f, x) == pytest.approx(slope(x), rel=1e-14, abs=1e-15)


# By hand


def test_by_hand():
    assert forward(lambda x: x**2, 3, 1) == 7
    assert central(abs, 0, 1) == 0
    assert forward(abs, 0, 1) == 1
    assert complex_step(lambda x: x**2, 3) == 6
    assert best_step(1e6) == pytest.approx(6.06, abs=0.01)
    assert best_step(0.0, "forward") == 2**-26


def test_the_divisor_is_the_step_that_is_made():
    x, h = 1e8, 1e-8  # which is rounded to a multiple of 2 ** -26
    assert forward(lambda x: x, x, h) == 1
    assert central(lambda x: 2 * x, x, h) == 2


# Misuse


@pytest.mark.parametrize("quotient", [forward, central])
def test_a_step_that_is_lost_or_too_long_is_refused(quotient):
    with pytest.raises(ValueError, match=r"h must be so large that x \+ h differs from x = 1\.0"):
        quotient(np.sin, 1.0, 1e-17)
    with pytest.raises(ValueError, match="h must be so small"):
        quotient(np.sin, 1e308, 1.5e308)
    with pytest.raises(ValueError, match="x must be finite, got nan"):
        quotient(np.sin, math.nan)
    with pytest.raises(TypeError, match="f must be callable"):
        quotient(3, 1.0)
    with pytest.raises(TypeError, match=r"f\(1.5\) must be a real number, got \[1\]"):
        quotient(lambda x: [1], 1.0, 0.5)


def test_what_else_is_refused():
    with pytest.raises(ValueError, match="kind must be one of"):
        best_step(1.0, "backward")
    with pytest.raises(ValueError, match=r"x must be so small that x \+ h is finite"):
        best_step(np.finfo(float).max)
    with pytest.raises(TypeError, match="f must return a complex number"):
        complex_step(abs, 1.0)


@pytest.mark.parametrize("x", [1.7976931348623157e308, -1.7976931348623157e308])
def test_at_the_ends_of_the_floats_no_step_is_left(x):
    with pytest.raises(ValueError, match=r"^x must be so small that x . h is finite, got"):
        best_step(x)
    for h in (1e300, 1e292):
        with pytest.raises(ValueError, match=r"^h must be so small that x . h is finite, got"):
            central(abs, x, h)


def test_a_step_that_is_lost_on_one_side_is_refused():
    h = 0.75 * 2**-53  # just below 1 the floats are twice as dense
    assert 1 + h == 1 != 1 - h
    with pytest.raises(ValueError, match=r"^h must be so large that x . h differs"):
        central(abs, 1.0, h)


def test_a_complex_number_in_an_array_without_axes_is_one():
    assert complex_step(lambda z: np.asarray(z * z), 3.0) == 6
