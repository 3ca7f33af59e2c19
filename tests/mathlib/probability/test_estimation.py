import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.estimation import FAMILIES, c4, gaussian_mle, likeliest, log_likelihood

seeds = st.integers(0, 999)


def data(family, seed, N):
    rng = np.random.default_rng(seed)
    return {
        "bernoulli": lambda: rng.integers(0, 2, N),
        "poisson": lambda: rng.poisson(2.5, N),
        "exponential": lambda: rng.exponential(3, N),
        "uniform": lambda: rng.uniform(0, 4, N),
    }[family]()


@given(family=st.sampled_from(FAMILIES), seed=seeds, N=st.integers(1, 9))
def test_no_other_parameter_makes_the_data_likelier(family, seed, N):
    x = data(family, seed, N)
    best = likeliest(x, family)
    others = np.abs(best + np.random.default_rng(seed).normal(0, 0.3, 200)) + 1e-9
    if family == "bernoulli":
        others = np.minimum(others, 1)
    top = log_likelihood(x, family, best)
    assert np.all(log_likelihood(x, family, others) <= top + 1e-12 * abs(top))
    assert top > -math.inf


@given(family=st.sampled_from(FAMILIES), seed=seeds, N=st.integers(1, 9))
def test_scipy_says_the_same(family, seed, N):
    stats = pytest.importorskip("scipy.stats")
    x, theta = data(family, seed, N), 0.7
    each = {
        "bernoulli": lambda: stats.bernoulli.logpmf(x, theta),
        "poisson": lambda: stats.poisson.logpmf(x, theta),
        "exponential": lambda: stats.expon.logpdf(x, scale=1 / theta),
        "uniform": lambda: stats.uniform.logpdf(x, 0, theta),
    }[family]()
    assert log_likelihood(x, family, theta) == pytest.approx(each.sum(), rel=1e-12, abs=1e-12)


@given(seed=seeds, N=st.integers(1, 9), n=st.integers(1, 4))
def test_mean_and_covariance_follow_an_affine_map(seed, N, n):
    rng = np.random.default_rng(seed)
    X, A, b = rng.normal(size=(N, n)), rng.normal(size=(3, n)), rng.normal(size=3)
    mean, cov = gaussian_mle(X)
    moved, spread = gaussian_mle(X @ A.T + b)
    np.testing.assert_allclose(moved, A @ mean + b, rtol=0, atol=1e-12)
    np.testing.assert_allclose(spread, A @ cov @ A.T, rtol=0, atol=1e-11)
    np.testing.assert_allclose(cov, np.cov(X.T, bias=True).reshape(n, n), rtol=0, atol=1e-12)
    if N <= n:
        assert np.linalg.matrix_rank(cov, tol=1e-9) < n


def test_by_hand():
    mean, variance = gaussian_mle([2, 3, 7])
    assert (mean, variance) == (4, pytest.approx(14 / 3))
    assert mean.shape == variance.shape == ()
    assert log_likelihood([1, 1, 0], "bernoulli", 0.5) == pytest.approx(-3 * math.log(2))
    assert likeliest([3, 1, 2], "uniform") == 3
    assert likeliest([0, 0], "poisson") == likeliest([0], "bernoulli") == 0
    assert log_likelihood([0, 0], "poisson", 0) == log_likelihood([1, 1], "bernoulli", 1) == 0
    assert log_likelihood([1], "poisson", 0) == log_likelihood([3], "uniform", 2) == -math.inf


def test_an_offset_and_huge_numbers_do_no_harm():
    mean, variance = gaussian_mle(1e8 + np.array([4.0, 7, 13, 16]))
    assert (mean, variance) == (1e8 + 10, 22.5)
    assert likeliest([1e308, 1e308], "exponential") == pytest.approx(1e-308)
    assert likeliest([1e-308], "exponential") == pytest.approx(1e308)
    huge = log_likelihood([1e308, 1e308], "exponential", 1e-308)
    assert huge == pytest.approx(2 * (math.log(1e-308) - 1), rel=1e-12)
    assert log_likelihood([0], "bernoulli", 1e-20) == pytest.approx(-1e-20, rel=1e-12)
    assert gaussian_mle([[1e200, 1.0], [1e200, 3.0]])[1].tolist() == [[0, 0], [0, 1]]


@pytest.mark.parametrize("N", [2, 3, 10, 999, 1000, 1001, 5000, 10**9])
def test_c4_has_its_digits(N):
    mpmath = pytest.importorskip("mpmath")
    with mpmath.workdps(40):
        M = mpmath.mpf(N)
        ratio = mpmath.gammaprod([M / 2], [(M - 1) / 2]) if N < 10**6 else None
        wanted = mpmath.sqrt(2 / (M - 1)) * ratio if ratio else 1 - 1 / (4 * M) - 7 / (32 * M**2)
    assert c4(N) == pytest.approx(float(wanted), rel=2e-12)
    assert c4(N) < 1


@pytest.mark.parametrize(
    ("x", "family", "says"),
    [
        ([], "poisson", "x must have an observation, got none"),
        ([0.5], "bernoulli", "x must be zeros and ones"),
        ([1.5], "poisson", "x must be counts"),
        ([-1.0], "exponential", "x must be 0 or more"),
        ([0.0, 0], "uniform", "x must not be all 0"),
        ([0.0], "exponential", "x must not be all 0"),
        ([1e-310], "exponential", "x must have a mean whose inverse is a float"),
        ([1.0], "normal", "family must be"),
    ],
)
def test_data_that_a_family_does_not_have(x, family, says):
    with pytest.raises(ValueError, match=says):
        likeliest(x, family)


@pytest.mark.parametrize(
    ("family", "theta", "says"),
    [
        ("bernoulli", 1.1, "theta must be probabilities"),
        ("poisson", -1, "theta must be 0 or more"),
        ("exponential", 0, "theta must be positive"),
        ("uniform", [1, -2], "theta must be positive"),
    ],
)
def test_parameters_that_a_family_does_not_have(family, theta, says):
    with pytest.raises(ValueError, match=says):
        log_likelihood([1, 0], family, theta)


def test_misuse():
    with pytest.raises(ValueError, match=r"X must .* not be empty, got shape \(0, 2\)"):
        gaussian_mle(np.zeros((0, 2)))
    with pytest.raises(ValueError, match="X must"):
        gaussian_mle(np.zeros((2, 2, 2)))
    with pytest.raises(ValueError, match="X must be finite"):
        gaussian_mle([1, math.inf])
    with pytest.raises(ValueError, match="N must be"):
        c4(1)
