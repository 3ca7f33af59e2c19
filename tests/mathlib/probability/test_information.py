import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.numbers.softmax import entropy
from mathlib.probability.information import (
    divergence,
    expected_surprise,
    normal_divergence,
    normal_entropy,
)

seeds = st.integers(0, 999)
widths = st.floats(0.01, 100)


def beliefs(seed, K, alpha=1.0):
    return np.random.default_rng(seed).dirichlet([alpha] * K, size=2)


def exactly(p, q):
    """The divergence of the doubles p and q, each divided by its sum, in 60 digits."""
    mpmath = pytest.importorskip("mpmath")
    with mpmath.workdps(60):
        p, q = ([mpmath.mpf(float(v)) for v in a] for a in (p, q))
        P, Q = mpmath.fsum(p), mpmath.fsum(q)
        return float(
            mpmath.fsum(
                a / P * mpmath.log(a * Q / (b * P)) for a, b in zip(p, q, strict=True) if a > 0
            )
        )


@given(seed=seeds, K=st.integers(1, 9))
def test_surprise_is_entropy_and_divergence(seed, K):
    p, q = beliefs(seed, K)
    H, D = expected_surprise(p, q), divergence(p, q)
    assert H == pytest.approx(entropy(p) + D, rel=1e-12)
    assert D >= 0 == divergence(p, p)
    assert expected_surprise(p, p) == pytest.approx(entropy(p), rel=1e-12, abs=1e-15)


@given(seed=seeds, K=st.integers(2, 6), small=st.sampled_from([1.0, 1e-3, 1e-6, 1e-9, 1e-12]))
def test_distributions_that_nearly_agree_keep_their_digits(seed, K, small):
    p, q = beliefs(seed, K)
    q = p + small * (q - p)
    rel = max(1e-7, 2e-14 / small)  # of their difference the floats keep so many digits
    assert divergence(p, q) == pytest.approx(exactly(p, q), rel=rel, abs=0)


@given(seed=seeds, shape=st.sampled_from([(3,), (2, 3), (2, 1, 3)]))
def test_batches_are_worked_on_one_by_one(seed, shape):
    rng = np.random.default_rng(seed)
    p, q = rng.dirichlet([1] * 3, size=(2, 4)), rng.dirichlet([1] * 3)
    each = [[divergence(v, q) for v in row] for row in p]
    np.testing.assert_array_equal(divergence(p, q), each)
    np.testing.assert_array_equal(divergence(np.moveaxis(p, -1, 0), q.reshape(3, 1, 1), 0), each)
    np.testing.assert_array_equal(divergence(np.moveaxis(p, -1, 0), q, 0), each)
    np.testing.assert_array_equal(
        expected_surprise(q, np.moveaxis(p, -1, 0), 0), expected_surprise(q, p)
    )
    surprises = [[expected_surprise(q, v) for v in row] for row in p]
    np.testing.assert_array_equal(expected_surprise(q, p), surprises)


def test_by_hand():
    half, quarter = [0.5, 0.5], [0.25, 0.75]
    assert expected_surprise(half, quarter) == pytest.approx((math.log(4) + math.log(4 / 3)) / 2)
    assert divergence(half, quarter) == pytest.approx(math.log(4 / 3) / 2)
    assert divergence(quarter, half) == pytest.approx(math.log(2) - entropy(quarter))
    assert divergence([1 / 3] * 3, [1 / 3] * 3) == 0
    rounded = [0.5004, 0.5004]
    assert expected_surprise(rounded, rounded) == pytest.approx(math.log(2), rel=1e-12)


def test_what_never_happens_costs_nothing_and_what_was_impossible_costs_all():
    assert divergence([1, 0], [0.5, 0.5]) == pytest.approx(math.log(2))
    assert expected_surprise([1, 0], [1, 0]) == divergence([1, 0], [1, 0]) == 0
    assert divergence([0.5, 0.5], [1, 0]) == expected_surprise([0.5, 0.5], [1, 0]) == math.inf
    assert not np.signbit(expected_surprise([1.0], [1.0]))
    tiny = 5e-324
    assert divergence([tiny, 1], [0.5, 0.5]) == pytest.approx(math.log(2))
    assert divergence([0.5, 0.5], [tiny, 1]) == pytest.approx(
        0.5 * math.log(0.5) - 0.5 * math.log(tiny) + 0.5 * math.log(0.5)
    )


@given(m=st.floats(-50, 50), n=st.floats(-50, 50), s=widths, t=widths)
def test_torch_says_the_same_of_bell_curves(m, n, s, t):
    torch = pytest.importorskip("torch")
    P, Q = (
        torch.distributions.Normal(torch.tensor(a, dtype=torch.float64), b)
        for a, b in ((m, s), (n, t))
    )
    wanted = float(torch.distributions.kl_divergence(P, Q))
    assert normal_divergence(m, s, n, t) == pytest.approx(wanted, rel=1e-9, abs=1e-12)
    assert normal_entropy(s) == pytest.approx(float(P.entropy()), rel=1e-12, abs=1e-12)


@given(s=widths, step=st.sampled_from([0.5, 0.1, 1e-4, 1e-8]))
def test_bell_curves_that_nearly_agree_keep_their_digits(s, step):
    mpmath = pytest.importorskip("mpmath")
    t = s * (1 + step)
    with mpmath.workdps(50):
        r = mpmath.mpf(s) / mpmath.mpf(t)
        wanted = float((r**2 - 1) / 2 - mpmath.log(r))
    assert normal_divergence(0, s, 0, t) == pytest.approx(wanted, rel=1e-6, abs=0)
    assert normal_divergence(7, s, 7, s) == 0


def test_far_and_narrow_bell_curves():
    assert normal_divergence(1e200, 1, -1e200, 1) == math.inf
    assert normal_divergence(0, 1e-200, 0, 1) == pytest.approx(-0.5 + 200 * math.log(10))
    assert normal_divergence(1e-200, 1e-200, 3e-200, 1e-200) == pytest.approx(2)
    assert normal_divergence(1e200, 1e-200, 1e200, 1e-200) == 0
    assert normal_divergence(1e308, 1, -1e308, 1e308) == pytest.approx(308 * math.log(10) + 1.5)


@given(offset=st.sampled_from([1e8, -1e12]), sd=st.sampled_from([0.3, 1e-3]))
def test_an_offset_costs_no_digits(offset, sd):
    mean = offset + 0.7
    wanted = ((mean - offset) / sd) ** 2 / 2  # the difference is exact
    assert normal_divergence(mean, sd, offset, sd) == pytest.approx(wanted, rel=1e-14)


@pytest.mark.parametrize(
    ("p", "q", "says"),
    [
        ([0.5, 0.6], [0.5, 0.5], "p must be probabilities that sum to 1"),
        ([0.5, 0.5], [1.5, -0.5], "q must be probabilities that sum to 1"),
        ([0.5, 0.5], [0.2, 0.3, 0.5], r"p and q must fit, got shapes \(2,\) and \(3,\)"),
        ([1.0], [[0.5, 0.5]], r"p and q must fit"),
        ([[0.5, 0.5]] * 2, [[0.5, 0.5]] * 3, r"p and q must fit"),
    ],
)
def test_what_is_no_pair_of_distributions(p, q, says):
    for function in (divergence, expected_surprise):
        with pytest.raises(ValueError, match=says):
            function(p, q)


def test_what_is_no_bell_curve():
    with pytest.raises(ValueError, match="sd must be positive and finite, got 0"):
        normal_entropy(0)
    with pytest.raises(ValueError, match="sd_q must be positive and finite, got -1"):
        normal_divergence(0, 1, 0, -1)
    with pytest.raises((TypeError, ValueError), match="mean_p must"):
        normal_divergence("x", 1, 0, 1)
    for mean in (math.nan, math.inf):
        with pytest.raises(ValueError, match=f"mean_q must be finite, got {mean}"):
            normal_divergence(0, 1, mean, 1)
