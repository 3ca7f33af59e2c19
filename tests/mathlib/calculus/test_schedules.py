"""Schedules keep to their ends, errors to what is enumerated, and folds hold each row out once."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.schedules import (
    cosine_decay,
    filter_factors,
    inverse_decay,
    kfold,
    log_uniform,
    mean_square_errors,
    step_decay,
    warm_up,
)

RATES = st.floats(0.01, 10)
COUNTS = st.integers(1, 40)

# Laws


@given(RATES, COUNTS, st.floats(0.05, 1))
def test_schedules_begin_at_the_rate_and_never_rise(rate, n, factor):
    t = np.arange(100)
    for found in (
        step_decay(t, rate, n, factor),
        inverse_decay(t, rate, n),
        cosine_decay(t, rate, n),
    ):
        assert found[0] == pytest.approx(rate, rel=1e-12)
        assert np.all(np.diff(found) <= 0) and found.min() >= 0


@given(RATES, COUNTS, st.floats(0.05, 1))
def test_where_they_are_halved_fallen_or_at_their_end(rate, n, factor):
    assert step_decay(n - 1, rate, n, factor) == rate
    assert step_decay(2 * n, rate, n, factor) == pytest.approx(rate * factor**2, rel=1e-12)
    assert inverse_decay(n, rate, n) == pytest.approx(rate / 2, rel=1e-12)
    assert cosine_decay(n, rate, 2 * n) == pytest.approx(rate / 2, rel=1e-12)
    assert cosine_decay([n, n + 1, 9 * n], rate, n).tolist() == [0, 0, 0]


@given(COUNTS)
def test_a_warm_up_rises_in_equal_steps_to_one(n):
    share = warm_up(np.arange(n + 5), n)
    assert np.diff(share[: n + 1]) == pytest.approx([1 / (n + 1)] * n, rel=1e-9)
    assert share[n:].tolist() == [1] * 5


@given(st.integers(2, 60), st.integers(2, 60))
def test_folds_hold_each_row_out_once_and_are_as_equal_as_can_be(n, k):
    if k > n:
        with pytest.raises(ValueError, match=f"k must be at most n, the number of rows, {n}"):
            kfold(n, k)
        return
    parts = kfold(n, k)
    assert len(parts) == k and sorted(np.concatenate(parts).tolist()) == list(range(n))
    assert {len(part) for part in parts} <= {n // k, -(-n // k)}


@given(st.floats(0, 1), st.floats(1e-6, 1), st.floats(1, 1e6))
def test_a_share_of_the_range_is_a_share_of_the_decades(u, low, high):
    assert low * (1 - 1e-9) <= log_uniform(u, low, high) <= high * (1 + 1e-9)
    assert log_uniform(0.5, low, high) == pytest.approx(np.sqrt(low * high), rel=1e-9)
    assert log_uniform(u, low, high) * log_uniform(1 - u, low, high) == pytest.approx(
        low * high, rel=1e-9
    )


# Oracles


def test_against_torch():
    torch = pytest.importorskip("torch")
    lr = torch.optim.lr_scheduler

    def theirs(make):
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.3)
        scheduler, found = make(optimiser), []
        for _ in range(20):
            found.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            scheduler.step()
        return found

    t = np.arange(20)
    assert step_decay(t, 0.3, 6, 0.5) == pytest.approx(theirs(lambda o: lr.StepLR(o, 6, 0.5)))
    assert cosine_decay(t, 0.3, 20) == pytest.approx(
        theirs(lambda o: lr.CosineAnnealingLR(o, 20)), abs=1e-12
    )
    assert 0.3 * warm_up(t, 4) == pytest.approx(
        theirs(lambda o: lr.LinearLR(o, start_factor=0.2, total_iters=4))
    )


@pytest.mark.parametrize("rates", [[0.5] * 6, [1, 1 / 2, 1 / 3], [2.5, 0, 0.1, 0.7]])
@pytest.mark.parametrize(("start", "bend", "size"), [(2, 1, 1), (-3, 0.4, 2), (0, 2, 0.5)])
def test_errors_are_those_of_all_signs_of_the_noise(rates, start, bend, size):
    ends = []
    for signs in product((-size, size), repeat=len(rates)):
        e = start
        for eta, xi in zip(rates, signs, strict=True):
            e = e - eta * (bend * e + xi)
        ends.append(e * e)
    assert mean_square_errors(rates, start, bend, size**2)[-1] == pytest.approx(np.mean(ends))


@pytest.mark.parametrize("t", [0, 1, 5, 40])
def test_filter_factors_are_those_of_the_descent(t):
    rng = np.random.default_rng(5)
    X, y = rng.normal(size=(6, 3)), rng.normal(size=6)
    lam, V = np.linalg.eigh(X.T @ X)
    w = np.zeros(3)
    for _ in range(t):
        w = w - 0.9 / lam[-1] * X.T @ (X @ w - y)
    best = V.T @ np.linalg.lstsq(X, y, rcond=None)[0]
    assert V.T @ w == pytest.approx(filter_factors(lam, 0.9 / lam[-1], t) * best, abs=1e-10)


# By hand


def test_by_hand():
    assert step_decay([0, 4, 5, 14, 15], 1, 5, 0.1).round(9).tolist() == [1, 1, 0.1, 0.01, 0.001]
    assert inverse_decay(3, 2, 1) == 0.5
    assert warm_up([0, 5], 0).tolist() == [1, 1]
    assert mean_square_errors([], 3, 1, 1).tolist() == [9]
    assert mean_square_errors([0.5, 0.5], 2, 1, 1).tolist() == [4, 1.25, 0.5625]
    assert mean_square_errors([1e200, 1], 1e200, 1e200, 0).tolist()[1] == np.inf
    assert mean_square_errors([0, 1], 1e200, 1, 1).tolist() == [np.inf, np.inf, 1]
    assert filter_factors([[1, 0.5]], 1, 3).tolist() == [[1, 0.875]]
    assert filter_factors([2, 3], 1, 3).tolist() == [2, 9]
    assert [part.tolist() for part in kfold(5, 2)] == [[0, 1, 2], [3, 4]]
    assert log_uniform([], 1, 2).tolist() == [] and log_uniform(0.25, 2, 2).round(9) == 2
    assert kfold(2, 2)[1].tolist() == [1]


# Misuse


def test_what_is_refused():
    for f, more in ((step_decay, (1, 2, 0.5)), (inverse_decay, (1, 2)), (cosine_decay, (1, 2))):
        with pytest.raises(ValueError, match="t must be 0 or more, got"):
            f([0, -1], *more)
        with pytest.raises(ValueError, match="rate must be positive and finite, got 0"):
            f(1, 0, *more[1:])
    with pytest.raises(ValueError, match=r"factor must be at most 1, got 1\.5"):
        step_decay(1, 1, 2, 1.5)
    with pytest.raises(ValueError, match="every must be at least 1, got 0"):
        step_decay(1, 1, 0, 0.5)
    with pytest.raises(ValueError, match="steps must be at least 1, got 0"):
        cosine_decay(1, 1, 0)
    with pytest.raises(ValueError, match="rates must be 0 or more, got"):
        mean_square_errors([1, -1], 1, 1, 1)
    with pytest.raises(ValueError, match=r"noise must be 0 or more, got -1\.0"):
        mean_square_errors([1], 1, 1, -1)
    with pytest.raises(ValueError, match="eigenvalues must be 0 or more, got"):
        filter_factors([1, -1], 1, 1)
    with pytest.raises(ValueError, match=r"u must be from 0 to 1, got"):
        log_uniform([0, 1.1], 1, 2)
    with pytest.raises(ValueError, match=r"high must be at least low, 2\.0, got 1\.0"):
        log_uniform(0.5, 2, 1)
    with pytest.raises(ValueError, match="k must be at least 2, got 1"):
        kfold(5, 1)


def test_at_the_bottom_without_noise_no_rate_is_too_large():
    assert mean_square_errors([1e200, 1e308], 0, 1e10, 0).tolist() == [0, 0, 0]


def test_squares_beyond_a_float_do_not_hide_what_is_within():
    assert mean_square_errors([1e200], 0, 1, 1e-300)[1] == pytest.approx(1e100)
    assert mean_square_errors([1e-200], 0, 1, 1e300)[1] == pytest.approx(1e-100)


def test_a_nearly_flat_direction_has_a_tiny_share_and_not_none():
    assert filter_factors([1e-20, 1e-12], 1, 3) == pytest.approx([3e-20, 3e-12], rel=1e-9)
    near = filter_factors([0.9999e-4, 1.0001e-4], 1, 1000)
    assert near == pytest.approx([1 - 0.99990001**1000, 1 - 0.99989999**1000], rel=1e-9)


@given(st.floats(0, 1), st.floats(1e-300, 1e300), st.floats(1, 1e6))
def test_a_draw_stays_within_its_range(u, low, ratio):
    assert low <= log_uniform(u, low, low * ratio) <= low * ratio


def test_one_row_has_no_parts():
    with pytest.raises(ValueError, match="n must be at least 2, got 1"):
        kfold(1, 2)
