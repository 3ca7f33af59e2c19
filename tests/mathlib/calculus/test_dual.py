"""Dual numbers carry out the rules: against NumPy's values and exact fractions."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus import dual
from mathlib.calculus.dual import Dual, variable

NUMBERS = st.floats(-20, 20).filter(lambda x: abs(x) > 1e-3)
WHOLE = st.integers(-6, 6)


# Laws


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_the_rules_of_arithmetic(a, s, b, t):
    x, y = Dual(a, s), Dual(b, t)
    assert x + y == Dual(a + b, s + t) and x - y == Dual(a - b, s - t)
    assert x * y == Dual(a * b, s * b + a * t) == y * x
    assert (x / y).slope == pytest.approx((s * b - a * t) / b**2, rel=1e-9, abs=1e-9)
    assert -x == Dual(-a, -s)


@given(st.lists(WHOLE, min_size=1, max_size=5), st.integers(-4, 4))
def test_a_polynomial_has_its_derivative(coefficients, x):
    at = variable(x)
    y = sum((c * at**i for i, c in enumerate(coefficients)), Dual(0.0))
    slope = sum(i * c * Fraction(x) ** (i - 1) for i, c in enumerate(coefficients) if i)
    assert y == Dual(np.polyval(coefficients[::-1], x), float(slope))


# Oracles

FUNCTIONS = {
    "exp": (np.exp, np.exp),
    "sin": (np.sin, np.cos),
    "tanh": (np.tanh, lambda x: 1 / np.cosh(x) ** 2),
    "sigmoid": (lambda x: 1 / (1 + np.exp(-x)), lambda x: 1 / (2 + np.exp(x) + np.exp(-x))),
    "log": (np.log, lambda x: 1 / x),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_and_their_slopes(name):
    f, slope = FUNCTIONS[name]
    for x in (0.1, 1.0, 3.0, 20.0, *([-0.5, -30.0] if name != "log" else [])):
        y = getattr(dual, name)(Dual(x, 3.0))
        assert y.value == pytest.approx(f(x), rel=1e-14)
        assert y.slope == pytest.approx(3 * slope(x), rel=1e-13)


def test_far_out_no_digit_is_lost():
    for x in (-1000.0, 1000.0):
        assert dual.tanh(variable(x)) == Dual(math.copysign(1, x), 0.0)
        assert dual.sigmoid(variable(x)).slope == 0.0
    assert dual.tanh(variable(20.0)).slope == pytest.approx(4 * math.exp(-40), rel=1e-12)
    assert dual.sigmoid(variable(-700.0)).value == pytest.approx(math.exp(-700), rel=1e-12)


# By hand


def test_by_hand():
    x = variable(3)
    assert x * x + 1 == Dual(10.0, 6.0)
    assert 2 - x == Dual(-1.0, -1.0) and 6 / x == Dual(2.0, -2 / 3)
    assert dual.sin(x * x).slope == 6 * math.cos(9)
    assert x**0 == Dual(1.0, 0.0) and x**-1 == Dual(1 / 3, -1 / 9)
    assert dual.exp(0) == Dual(1.0, 0.0)


# Misuse


def test_what_is_refused():
    with pytest.raises(ValueError, match=r"x must be positive, got 0\.0"):
        dual.log(variable(0))
    with pytest.raises(ZeroDivisionError, match="the divisor must not be 0"):
        1 / variable(0)
    for base, n in ((0, 0.5), (0, -1), (-2, 0.5)):
        with pytest.raises(ValueError, match="the base must be positive"):
            variable(base) ** n
    with pytest.raises(ValueError, match=r"x must be at most 709.0"):
        dual.exp(variable(1000))
    for wrong in ("3", [1], 1j, None):
        with pytest.raises(TypeError, match="must be a real number"):
            variable(1) + wrong
        with pytest.raises(TypeError, match="n must be a real number"):
            variable(1) ** wrong


def test_values_and_slopes_are_plain_floats_and_named_where_they_are_none():
    x = Dual(np.float32(3), np.int64(2))
    assert type(x.value) is type(x.slope) is float
    for made, said in ((("a",), "value"), ((1, "a"), "slope")):
        with pytest.raises(TypeError, match=f"^{said} must"):
            Dual(*made)
    with pytest.raises(TypeError, match=r"^number must"):
        Dual(1.0) + "a"


def test_powers_at_zero_and_of_what_is_moving_faster():
    assert Dual(0.0, 1.0) ** 2.5 == Dual(0.0, 0.0) and Dual(2.0, 3.0) ** 2 == Dual(4.0, 12.0)
