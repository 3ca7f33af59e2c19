import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.centres import (
    LOSSES,
    huber_location,
    median_interval,
    objective,
    quantile_interval,
)

# Integers, so that every sum below is exact.
data = st.lists(st.integers(-20, 20), min_size=1, max_size=9)
levels = st.sampled_from([0.125, 0.25, 0.5, 0.75, 0.875])
deltas = st.sampled_from([0.25, 1.0, 2.5, 100.0])


@given(x=data, b=st.integers(-25, 25), level=levels, delta=deltas)
def test_the_objective_is_the_sum_of_the_losses_one_by_one(x, b, level, delta):
    def huber(r):
        return r * r / 2 if abs(r) <= delta else delta * abs(r) - delta**2 / 2

    misses = [v - b for v in x]
    one_by_one = {
        "square": sum(r * r for r in misses),
        "absolute": sum(abs(r) for r in misses),
        "pinball": sum(level * r if r > 0 else (1 - level) * -r for r in misses),
        "huber": sum(map(huber, misses)),
    }
    for loss in LOSSES:
        got = objective([b, b + 1], x, loss, level, delta)
        assert got.shape == (2,) and got[0] == one_by_one[loss]


@given(x=data)
def test_a_number_is_a_median_if_and_only_if_no_other_has_a_smaller_sum(x):
    low, high = median_interval(x)
    tried = np.arange(-84, 85) / 4
    sums = objective(tried, x, "absolute")
    best = (tried >= low) & (tried <= high)
    assert best.any() and (sums[best] == sums.min()).all() and (sums[~best] > sums.min()).all()
    assert (low + high) / 2 == np.median(x)


@given(x=data, level=levels)
def test_a_quantile_has_the_smallest_pinball_loss_and_no_other_number_has(x, level):
    low, high = quantile_interval(x, level)
    tried = np.arange(-84, 85) / 4
    sums = objective(tried, x, "pinball", level)
    best = (tried >= low) & (tried <= high)
    assert best.any() and (sums[best] == sums.min()).all() and (sums[~best] > sums.min()).all()
    for b in (low, high):
        assert sum(v < b for v in x) <= level * len(x) >= len(x) - sum(v >= b for v in x)
        assert sum(v > b for v in x) <= (1 - level) * len(x)


@given(x=data, delta=deltas, a=st.sampled_from([-3.0, 0.5, 4.0]))
def test_hubers_number_is_nowhere_beaten_and_moves_with_the_data(x, delta, a):
    b = huber_location(x, delta)
    least = objective(b, x, "huber", delta=delta)
    others = np.concatenate([np.arange(-84, 85) / 4, b + np.array([-0.01, 0.01])])
    assert np.all(objective(others, x, "huber", delta=delta) >= least - 1e-9)
    moved = huber_location(a * np.array(x) + 7, abs(a) * delta)
    assert moved == pytest.approx(a * b + 7, abs=1e-9)


@given(x=data)
def test_huber_lies_between_the_mean_and_the_median(x):
    assert huber_location(x, 1000.0) == pytest.approx(float(np.mean(x)), abs=1e-9)
    low, high = median_interval(x)
    assert low - 1e-6 <= huber_location(x, 1e-6) <= high + 1e-6


@given(x=data, offset=st.sampled_from([1e8, -1e12, 1e15]))
def test_an_offset_costs_no_digits(x, offset):
    far = np.array(x, float) + offset
    assert median_interval(far) == tuple(m + offset for m in median_interval(x))
    assert huber_location(far, 2.0) == pytest.approx(huber_location(x, 2.0) + offset, rel=1e-15)


@given(x=data, size=st.sampled_from([1e-300, 1e-12, 1e12, 1e300]))
def test_hubers_number_keeps_its_digits_whatever_the_unit(x, size):
    scaled = np.array(x) * size
    assert huber_location(scaled, 2 * size) == pytest.approx(
        size * huber_location(x, 2.0), rel=1e-9
    )
    if size < 1:  # no miss is cut off
        assert huber_location(scaled, 1.0) == pytest.approx(
            float(np.mean(scaled)), abs=1e-14 * size
        )


@given(seed=st.integers(0, 999), N=st.integers(1, 40), hundredths=st.integers(1, 99))
def test_numpys_quantile_is_one_of_ours(seed, N, hundredths):
    x, level = np.random.default_rng(seed).normal(size=N), hundredths / 100
    low, high = quantile_interval(x, level)
    for method in ("inverted_cdf", "averaged_inverted_cdf"):
        q = np.quantile(x, level, method=method)
        assert low <= q <= high or math.isclose(q, low) or math.isclose(q, high)
    whole = Fraction(hundredths, 100) * N
    assert (low < high) == (whole.denominator == 1 and N > 1)


def test_hubers_number_is_pytorchs():
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    for delta in (0.3, 1.0, 4.0):
        x = torch.tensor(rng.normal(0, 3, 12))
        b = torch.tensor(huber_location(x.numpy(), delta), dtype=torch.float64, requires_grad=True)
        loss = torch.nn.functional.huber_loss(x, b.expand(12), reduction="sum", delta=delta)
        assert loss.item() == pytest.approx(
            float(objective(b.item(), x.numpy(), "huber", delta=delta))
        )
        (slope,) = torch.autograd.grad(loss, b)
        assert abs(slope.item()) < 1e-9


def test_a_level_counts_as_whole_up_to_rounding_and_no_further():
    assert quantile_interval([1, 2], 0.5 + 1e-16) == (1, 2)
    assert quantile_interval([1, 2], 0.5 + 1e-10) == (2, 2)


def test_the_defaults_are_a_middle_level_and_one():
    assert objective(0, [3]) == 9 and objective(0, [3], "pinball") == 1.5
    assert objective(0, [3], "huber") == objective(0, [3], "huber", delta=1) == 2.5


def test_by_hand():
    assert objective([1.9, 2, 3, 4, 4.1], [1, 2, 4, 10], "absolute").round(9).tolist() == [
        11.2,
        11,
        11,
        11,
        11.2,
    ]
    assert median_interval([5]) == (5, 5) and median_interval([1, 2, 4, 10]) == (2, 4)
    assert quantile_interval([3, 1, 2], 0.5) == (2, 2)
    assert quantile_interval([1, 2, 3, 4], 1e-20) == (1, 1)
    assert quantile_interval([1, 2, 3, 4], 1 - 1e-16) == (4, 4)
    assert quantile_interval(np.arange(100), 0.29) == (28, 29)
    assert huber_location([0, 0, 0, 100], 3) == 1 and huber_location([4], 0.5) == 4
    assert huber_location([0, 10], 1) == 5  # all from 1 to 9 are best
    assert huber_location([0, 0, 10, 10, 10], 1) == 10 - 2 / 3
    assert objective(2, [1], "pinball", 0.9).tolist() == pytest.approx(0.1)
    assert objective(2, [3], "pinball", 0.9) == 0.9
    assert objective([[0], [1]], [1, 2]).shape == (2, 1)
    assert (objective(0, [3], "huber", delta=2), objective(0, [2], "huber", delta=2)) == (4, 2)


def test_misuse():
    for call in (median_interval, lambda x: quantile_interval(x, 0.5), huber_location):
        with pytest.raises(ValueError, match="x must hold a number, got none"):
            call([])
        with pytest.raises(ValueError, match="x must be finite"):
            call([1, np.inf])
    for level in (0, 1, -0.1, np.nan):
        with pytest.raises(ValueError, match="level must be between 0 and 1, got"):
            quantile_interval([1, 2], level)
        with pytest.raises(ValueError, match="level must be between 0 and 1, got"):
            objective(1, [1, 2], "pinball", level)
    with pytest.raises(ValueError, match=r"loss must be one of .* got 'median'"):
        objective(1, [1, 2], "median")
    with pytest.raises(ValueError, match="delta must be positive and finite, got 0"):
        huber_location([1, 2], 0)
    with pytest.raises(ValueError, match="b must be finite"):
        objective(np.nan, [1, 2])
