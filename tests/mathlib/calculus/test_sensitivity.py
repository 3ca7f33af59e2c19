"""Swings, elasticities and condition numbers are those by hand, and small changes keep to them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.sensitivity import condition, elasticities, swings

PLACES = st.lists(st.floats(0.5, 5), min_size=1, max_size=4)
SEEDS = st.integers(0, 10**6)

# Laws


@given(PLACES, SEEDS)
def test_elasticities_of_a_product_of_powers_are_the_exponents(x, seed):
    powers = np.random.default_rng(seed).integers(-3, 4, size=len(x))
    found = elasticities(lambda x: 7 * np.prod(x**powers), x)
    assert found == pytest.approx(powers, abs=1e-6)


@given(PLACES, SEEDS)
def test_units_do_not_count(x, seed):
    units = np.random.default_rng(seed).uniform(0.2, 5, size=len(x))
    known = elasticities(lambda x: np.sum(np.exp(x / 5)), x)
    found = elasticities(lambda v: 3 * np.sum(np.exp(v * units / 5)), np.array(x) / units)
    assert found == pytest.approx(known, abs=1e-6)


@given(PLACES, SEEDS)
def test_swings_are_the_changes_of_a_linear_function(x, seed):
    w, spread = np.random.default_rng(seed).uniform(-2, 2, size=(2, len(x)))
    spread = np.abs(spread)
    assert swings(lambda x: w @ x, x, spread) == pytest.approx(np.abs(w * spread), abs=1e-8)


@given(PLACES, SEEDS)
def test_no_small_change_grows_by_more_than_the_condition_number(x, seed):
    rng = np.random.default_rng(seed)
    A, x = rng.normal(size=(3, len(x))), np.array(x)
    d = 1e-6 * rng.normal(size=len(x))

    def f(x):
        return np.sin(A @ x) + 2

    grown = np.linalg.norm(f(x + d) - f(x)) / np.linalg.norm(f(x))
    shifted = np.linalg.norm(d) / np.linalg.norm(x)
    assert grown <= condition(f, x) * shifted * (1 + 1e-3) + 1e-10


# Oracles


@pytest.mark.parametrize("n", [1, 2, 4])
def test_the_worst_place_for_a_matrix_has_the_condition_of_the_matrix(n):
    A = np.random.default_rng(n).normal(size=(n, n))
    worst = np.linalg.svd(A)[2][-1]
    assert condition(lambda x: A @ x, worst) == pytest.approx(np.linalg.cond(A), rel=1e-6)


# By hand


def test_the_way_until_a_car_stands():
    def stop(x):
        return x[0] * x[1] + x[0] ** 2 / (2 * x[2])

    assert swings(stop, [20, 1, 5], [2, 0.3, 1]) == pytest.approx([10, 6, 8], abs=1e-7)
    assert elasticities(stop, [20, 1, 5]) == pytest.approx([5 / 3, 1 / 3, -2 / 3], abs=1e-7)


def test_cancellation_and_a_root():
    assert condition(lambda x: x - 1, [1.001]) == pytest.approx(1001, rel=1e-6)
    assert condition(lambda x: np.sqrt(x[0]), [9.0]) == pytest.approx(0.5, rel=1e-6)
    assert condition(lambda x: x[0] - x[1], [3.0, -1.0]) == pytest.approx(5**0.5 / 2, rel=1e-6)
    assert elasticities(lambda x: -x[0], [3.0]) == pytest.approx([1], rel=1e-6)


def test_an_input_that_is_known_exactly_swings_nothing():
    assert swings(lambda x: x[0] * x[1], [3, 10], [0, 1])[0] == 0


@pytest.mark.parametrize("unit", [1e-150, 1e-9, 1e9, 1e150])
def test_no_unit_makes_the_steps_too_long_or_too_short(unit):
    def power(x):
        return np.sqrt(x[0] / unit) / x[1] * unit

    x = np.array([2, 3]) * unit
    assert elasticities(power, x) == pytest.approx([0.5, -1], abs=1e-8)
    assert swings(power, x, x / 10) == pytest.approx(power(x) * np.array([0.05, 0.1]), rel=1e-8)
    assert condition(lambda x: np.sqrt(x / unit), x) == pytest.approx(
        0.5 * 2**-0.5 * 13**0.5 / 5**0.5, rel=1e-8
    )


def test_where_x_is_zero_a_per_cent_of_it_does_nothing():
    assert elasticities(lambda x: 1 + x[0] + x[1], [0, 1]) == pytest.approx([0, 0.5], abs=1e-9)
    assert swings(lambda x: 3 * x[0], [0], [2]) == pytest.approx([6], rel=1e-9)
    assert swings(lambda x: 3 * x[0], [0], [0]) == [0]
    assert condition(lambda x: x + 1, [0.0]) == 0


def test_values_below_zero_have_elasticities_too():
    assert elasticities(lambda x: -np.prod(x**2), [-3.0, 2.0]) == pytest.approx([2, 2], abs=1e-8)
    assert elasticities(lambda x: x[0] - 6, [2.0]) == pytest.approx([-0.5], abs=1e-8)


# Misuse


def test_f_is_finite_and_elasticities_are_of_one_number():
    for bad in (np.nan, np.inf):
        with pytest.raises(ValueError, match=r"f\(x\) must be finite, got"):
            elasticities(lambda x, bad=bad: bad, [1.0])
        with pytest.raises(ValueError, match=r"f\(x\) must be finite, got"):
            condition(lambda x, bad=bad: bad * x, [1.0])
    with pytest.raises(TypeError, match=r"f\(x\) must be a real number"):
        elasticities(lambda x: x, [1.0, 2.0])


def test_nothing_is_a_per_cent_of_zero():
    with pytest.raises(ValueError, match="f must not be zero at x, got"):
        elasticities(lambda x: x[0] - 1, [1.0])
    with pytest.raises(ValueError, match="f must not be zero at x, got"):
        condition(lambda x: x - 1, [1.0])


def test_a_spread_is_no_negative_number_and_there_is_one_for_each():
    with pytest.raises(ValueError, match="spread must have an entry for each of 2 inputs, got 1"):
        swings(np.sum, [1, 2], [1])
    with pytest.raises(ValueError, match="spread must be 0 or more, got"):
        swings(np.sum, [1, 2], [1, -1])
