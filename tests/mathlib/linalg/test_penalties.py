from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.penalties import (
    clip_by_norm,
    keep_largest,
    shrink_length,
    shrink_squared,
    soft_threshold,
)
from mathlib.linalg.vectors import length

try:
    from scipy.optimize import minimize_scalar
except ImportError:  # as in the reader's page
    minimize_scalar = None

needs_scipy = pytest.mark.skipif(minimize_scalar is None, reason="SciPy is not there")
COSTS = {
    shrink_squared: lambda w: w @ w,
    soft_threshold: lambda w: np.abs(w).sum(),
    shrink_length: np.linalg.norm,
}
vectors = st.integers(0, 5).flatmap(lambda n: arrays(int, n, elements=st.integers(-9, 9)))
prices = st.sampled_from([0, 0.5, 1, 3, 20])


@given(z=vectors, u=vectors, price=prices)
def test_each_is_odd_and_brings_nothing_farther_apart(z, u, price):
    for f in COSTS:
        w = f(z, price)
        assert w.shape == z.shape and np.array_equal(f(-z, price), -w)
        if len(u) == len(z):
            assert length(w - f(u, price)) <= length(z - u) + 1e-12


@given(z=vectors, price=prices, seed=st.integers(0, 99))
def test_no_other_vector_costs_less(z, price, seed):
    for f, cost in COSTS.items():
        w = f(z, price)
        least = (w - z) @ (w - z) / 2 + price * cost(w)
        for step in np.random.default_rng(seed).normal(size=(9, len(z))):
            v = w + 0.1 * step
            assert (v - z) @ (v - z) / 2 + price * cost(v) >= least - 1e-12


@needs_scipy
@pytest.mark.parametrize("z", [-3.0, 0.4, 5.0])
def test_in_one_dimension_a_search_finds_the_same(z):
    for f, cost in COSTS.items():
        total = lambda w: (w - z) ** 2 / 2 + 1.5 * cost(np.array([w]))  # noqa: B023, E731
        found = minimize_scalar(total, bounds=(-9, 9), options={"xatol": 1e-9}).x
        assert f([z], 1.5)[0] == pytest.approx(found, abs=1e-5)


@given(g=vectors, c=st.sampled_from([0, 0.5, 2, 50]))
def test_clipping_keeps_the_direction_and_bounds_the_length(g, c):
    short = clip_by_norm(g, c)
    assert length(short) == pytest.approx(min(length(g), c), rel=1e-14)
    assert length(g) * short == pytest.approx(length(short) * g, rel=1e-12, abs=1e-12)


@given(w=vectors)
def test_pruning_drops_the_smallest_squares(w):
    for k in range(len(w) + 1):
        kept = keep_largest(w, k)
        every = [
            sum(w[i] ** 2 for i in range(len(w)) if i not in at)
            for at in combinations(range(len(w)), k)
        ]
        assert ((kept - w) ** 2).sum() == min(every)
        assert all(v in (0, u) for v, u in zip(kept, w, strict=True))


def test_by_hand_and_at_edges():
    assert shrink_squared([3, -1], 1).tolist() == [1, -1 / 3]
    assert soft_threshold([3, -1, -4], 1).tolist() == [2, 0, -3]
    assert shrink_length([3, 4], 2.5).tolist() == [1.5, 2] and shrink_length([3, 4], 5).sum() == 0
    assert keep_largest([2, -2, 1], 1).tolist() == [2, 0, 0]
    assert clip_by_norm([3e200, 4e200], 5) == pytest.approx([3, 4], rel=1e-15)
    assert clip_by_norm([1e308, 1e308], np.inf).tolist() == [1e308, 1e308]
    assert clip_by_norm([3e-200, 4e-200], 1e-199).tolist() == [3e-200, 4e-200]
    for f in (shrink_squared, soft_threshold, shrink_length, clip_by_norm, keep_largest):
        assert f([], 0).shape == (0,)
    assert not np.signbit(soft_threshold([-1.0, 1.0], 2)).any()


def test_nothing_overflows_or_vanishes():
    # Twice the price is too large for a float, and so is the length of z.
    assert shrink_squared([1e308, -3e307], 1e308) == pytest.approx([0.5, -0.15], rel=1e-15)
    assert shrink_squared([1.7e308], 0).tolist() == [1.7e308]
    assert shrink_length([1.6e308, 1.2e308], 1e308) == pytest.approx([0.8e308, 0.6e308], rel=1e-15)
    assert shrink_length([1.6e308, 1.6e308], 1.7e308)[0] == pytest.approx(0.4e308, rel=0.01)
    assert shrink_length([3e-310, 4e-310], 1e-310) == pytest.approx([2.4e-310, 3.2e-310], rel=1e-12)
    assert shrink_length([3e-310, 4e-310], 1e308).tolist() == [0, 0]
    assert clip_by_norm([1.6e308, -1.6e308], 1e308)[0] == pytest.approx(1e308 * 0.5**0.5, rel=1e-15)


def test_a_price_just_below_the_length_keeps_its_digits():
    left = 5 - 4.999999999999999  # exact, as 5 and the price lie close together
    assert shrink_length([3, -4], 4.999999999999999) == pytest.approx(
        [0.6 * left, -0.8 * left], rel=1e-15
    )
    assert not np.signbit(shrink_length([3.0, -4.0], 5)).any()


def test_the_argument_stays_and_the_result_is_fresh():
    g = np.array([0.5, 0.5])
    for f in (clip_by_norm, shrink_squared, soft_threshold, shrink_length):
        found = f(g, 1 if f is clip_by_norm else 0)
        found[:] = 9
        assert g.tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: soft_threshold([[1]], 1), r"z must be a vector, of shape \(n,\), got shape"),
        (lambda: shrink_squared([1], -1), "lam must be 0 or more, and finite, got -1"),
        (lambda: shrink_length([np.nan], 1), "z must be finite"),
        (lambda: clip_by_norm([1], -1), "c must be 0 or more, got -1"),
        (lambda: clip_by_norm([1], np.nan), "c must be 0 or more, got nan"),
        (lambda: keep_largest([1], 2), "k must be"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()
