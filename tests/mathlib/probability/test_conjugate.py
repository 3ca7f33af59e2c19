import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.conjugate import (
    beta_binomial_logpmf,
    beta_logpdf,
    beta_mode,
    grid_posterior,
    normal_update,
)
from mathlib.probability.counts import binomial_logpmf
from mathlib.probability.gaussian import mvn_conditional

counts = st.floats(0.1, 50)
seeds = st.integers(0, 999)
theta = (np.arange(20_000) + 0.5) / 20_000


def exact_beta(t, a, b, digits=60):
    mpmath = pytest.importorskip("mpmath")
    with mpmath.workdps(digits):
        t, a, b = map(mpmath.mpf, (t, a, b))
        log_b = mpmath.loggamma(a) + mpmath.loggamma(b) - mpmath.loggamma(a + b)
        return float((a - 1) * mpmath.log(t) + (b - 1) * mpmath.log1p(-t) - log_b)


# Laws


@given(a=st.floats(1, 50), b=st.floats(1, 50), h=st.integers(0, 20), t=st.integers(0, 20))
def test_bayes_on_a_grid_adds_what_was_seen(a, b, h, t):
    p = grid_posterior(beta_logpdf(theta, a, b), binomial_logpmf_all(h, t))
    wanted = np.exp(beta_logpdf(theta, a + h, b + t)) / len(theta)
    np.testing.assert_allclose(p, wanted, rtol=0, atol=1e-4 * wanted.max())
    assert p.sum() == pytest.approx(1, abs=1e-12)


def binomial_logpmf_all(h, t):
    return h * np.log(theta) + t * np.log1p(-theta)


@given(a=counts, b=counts, n=st.integers(0, 12))
def test_the_counts_to_come_are_a_distribution_with_the_mean_of_the_belief(a, b, n):
    p = np.exp(beta_binomial_logpmf(np.arange(n + 1), n, a, b))
    assert p.sum() == pytest.approx(1, abs=1e-12)
    assert np.arange(n + 1) @ p == pytest.approx(n * a / (a + b), rel=1e-11)


@given(a=counts, b=counts)
def test_nothing_is_denser_than_the_mode(a, b):
    if (a < 1 and b < 1) or a == b == 1:
        return
    mode = beta_mode(a, b)
    top = beta_logpdf(mode, a, b)
    assert np.all(beta_logpdf(theta[::100], a, b) <= top + 1e-9)
    assert beta_mode(b, a) == pytest.approx(1 - mode, abs=1e-14)


@given(seed=seeds, N=st.integers(0, 9), cut=st.integers(0, 9))
def test_one_after_the_other_is_all_at_once(seed, N, cut):
    rng = np.random.default_rng(seed)
    x, sd, noise = rng.normal(3, 5, N), *rng.uniform(0.1, 4, 2)
    first = normal_update(1.0, sd, x[:cut], noise)
    both = normal_update(*first, x[cut:], noise)
    assert both == pytest.approx(normal_update(1.0, sd, x, noise), rel=1e-11, abs=1e-12)


@given(seed=seeds, N=st.integers(1, 6))
def test_the_normal_belief_is_a_slice_of_a_bell_in_all_variables(seed, N):
    rng = np.random.default_rng(seed)
    x, m, sd, noise = rng.normal(size=N), *rng.uniform(0.2, 3, 3)
    cov = sd**2 * np.ones((N + 1, N + 1)) + noise**2 * np.diag([0] + [1] * N)
    mean, left = mvn_conditional([m] * (N + 1), cov, range(1, N + 1), x)
    assert normal_update(m, sd, x, noise) == pytest.approx([mean[0], left[0, 0] ** 0.5], rel=1e-9)


@given(seed=seeds, n=st.integers(1, 30))
def test_a_grid_does_what_bayes_rule_says(seed, n):
    prior, likelihood = np.random.default_rng(seed).random((2, n)) + 0.01
    wanted = prior * likelihood / np.sum(prior * likelihood)
    found = grid_posterior(np.log(prior) + 900, np.log(likelihood) - 5000)
    np.testing.assert_allclose(found, wanted, rtol=1e-11)


# Oracles


@given(a=counts, b=counts, t=st.floats(1e-9, 1 - 1e-9))
def test_scipy_has_the_same_density(a, b, t):
    stats = pytest.importorskip("scipy.stats")
    wanted = stats.beta.logpdf(t, a, b)
    assert beta_logpdf(t, a, b) == pytest.approx(wanted, rel=1e-10, abs=1e-10)


@pytest.mark.parametrize("a", [1e-300, 1e-9, 0.5, 1, 3, 19.9, 20, 1e4, 1e8, 1e15])
@pytest.mark.parametrize("b", [1e-9, 0.5, 1, 7, 1e8])
def test_the_density_keeps_its_digits(a, b):
    with np.errstate(all="raise", under="ignore"):
        for t in (1e-300, 1e-12, 0.3, 0.5, 1 - 1e-12, min(max(a / (a + b), 1e-300), 1 - 2**-53)):
            wanted = exact_beta(t, a, b)
            assert beta_logpdf(t, a, b) == pytest.approx(
                wanted, rel=2e-13, abs=2e-7 * (a > 1e9) + 1e-11
            )


@pytest.mark.parametrize("a", [5e-324, 1e-300, 1e-9, 0.2, 1])
@pytest.mark.parametrize("b", [1e-300, 0.1, 30, 1e200])
@pytest.mark.parametrize("t", [5e-324, 1e-200, 0.5, 1 - 2**-53])
def test_a_belief_may_be_tiny_or_huge(a, b, t):
    with np.errstate(all="raise", under="ignore"):
        wanted = exact_beta(t, a, b, digits=300)
        assert beta_logpdf(t, a, b) == pytest.approx(wanted, rel=2e-13, abs=1e-11)


@given(k=st.integers(0, 40), more=st.integers(0, 40), a=counts, b=counts)
def test_scipy_has_the_same_counts_to_come(k, more, a, b):
    stats = pytest.importorskip("scipy.stats")
    wanted = stats.betabinom.logpmf(k, k + more, a, b)
    assert beta_binomial_logpmf(k, k + more, a, b) == pytest.approx(wanted, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("k", "n", "a", "b"), [(3, 10, 1, 1), (0, 5, 2, 3), (5, 5, 4, 1)])
def test_whole_numbers_give_fractions(k, n, a, b):
    def whole(p, q):  # B(p, q)
        return Fraction(math.factorial(p - 1) * math.factorial(q - 1), math.factorial(p + q - 1))

    wanted = math.comb(n, k) * whole(a + k, b + n - k) / whole(a, b)
    assert np.exp(beta_binomial_logpmf(k, n, a, b)) == pytest.approx(float(wanted), rel=1e-12)


def test_so_many_tosses_are_no_difficulty():
    n = 10**9
    assert beta_binomial_logpmf([0, n // 3, n], n, 1, 1) == pytest.approx([-math.log(n + 1)] * 3)
    huge = beta_binomial_logpmf(n // 2, n, 1e12, 1e12)  # nearly a fair coin
    assert huge == pytest.approx(float(binomial_logpmf(n // 2, n, 0.5)), abs=1e-3)
    for k, a, b in ((0, 1e-300, 1), (3, 1, 1e-300), (3, 1e-9, 1e-9)):
        assert beta_binomial_logpmf(k, 3, a, b) == pytest.approx(
            math.log(b / (a + b) if k == 0 else a / (a + b)), abs=1e-8
        )


# By hand


def test_three_heads_of_three():
    assert np.exp(beta_logpdf(1.0, 4, 1)) == pytest.approx(4)
    assert beta_mode(4, 1) == 1
    assert np.exp(beta_binomial_logpmf([0, 1, 2], 1, 4, 1)) == pytest.approx([0.2, 0.8, 0])


def test_the_ends_and_beyond():
    inf = math.inf
    assert beta_logpdf([-1, 0, 1, 2, -inf, inf], 2, 2).tolist() == [-inf] * 6
    assert beta_logpdf([0, 1], 0.5, 0.5).tolist() == [inf, inf]
    assert beta_logpdf([0, 1], 1, 1).tolist() == [0, 0]
    assert beta_logpdf([0, 1], 1, 3) == pytest.approx([math.log(3), -inf])
    assert beta_logpdf([0, 1], 3, 1) == pytest.approx([-inf, math.log(3)])
    assert beta_logpdf([], 3, 1).shape == (0,) and beta_logpdf(0.5, 1, 1).shape == ()
    assert beta_binomial_logpmf([-1, 4], 3, 1, 1).tolist() == [-inf, -inf]
    assert beta_binomial_logpmf(0, 0, 2, 3) == 0


@pytest.mark.parametrize(
    ("a", "b", "mode"),
    [
        (0.5, 2, 0),
        (2, 0.5, 1),
        (1, 2, 0),
        (2, 1, 1),
        (0.5, 1, 0),
        (1, 0.5, 1),
        (2, 2, 0.5),
        (3, 2, 2 / 3),
    ],
)
def test_where_the_top_is(a, b, mode):
    assert beta_mode(a, b) == mode


def test_a_mean_far_from_zero_keeps_its_digits():
    x = 1e8 + np.array([0.0, 1.0, 2.0])
    assert normal_update(1e8, 1, x, 1)[0] - 1e8 == pytest.approx(0.75, abs=3e-8)
    assert normal_update(2, 3, [], 1) == (2, 3)
    for sd, noise in product((1e-300, 1, 1e300), repeat=2):
        mean, left = normal_update(0, sd, [2, 4], noise)
        assert 0 <= mean <= 3 and 0 < left <= min(sd, noise / math.sqrt(2)) * (1 + 1e-12)
    assert normal_update(0, 1e300, [2, 4], 1) == pytest.approx((3, math.sqrt(0.5)))
    assert normal_update(7, 1, [2, 4], 1e300) == pytest.approx((7, 1))


def test_numbers_may_be_as_far_apart_as_floats_are():
    with np.errstate(all="raise", under="ignore"):
        for sd, noise in ((1, 1), (1, 2), (2, 1)):
            wanted = (noise**2 - sd**2) / (noise**2 + sd**2)
            mean, _ = normal_update(1e308, sd, [-1e308], noise)
            assert mean / 1e308 == pytest.approx(wanted, abs=1e-15)
            assert normal_update(0, sd, [1.7e308, -1.7e308], noise)[0] == 0
        assert grid_posterior([1e308, -1e308], [0, 0]).tolist() == [1, 0]
        assert grid_posterior([0, 0], [1e308, -1e308]).tolist() == [1, 0]


# Misuse


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: beta_mode(1, 1), "a and b must have one mode, got 1.0 and 1.0"),
        (lambda: beta_mode(0.5, 0.9), "must have one mode"),
        (lambda: beta_logpdf(0.5, 0, 1), "a must be positive and finite, got 0.0"),
        (lambda: beta_logpdf(0.5, 1e308, 1e308), "a and b must have a finite sum, got 1e.308 and"),
        (lambda: beta_mode(1e308, 1e308), "a and b must have a finite sum"),
        (lambda: beta_binomial_logpmf(1, 2, 1e308, 1e308), "a and b must have a finite sum"),
        (lambda: beta_logpdf(math.nan, 1, 1), "theta must not hold nan"),
        (lambda: beta_binomial_logpmf(1, -1, 1, 1), "n must be at least 0, got -1"),
        (lambda: normal_update(math.inf, 1, [1], 1), "mean must be finite, got inf"),
        (lambda: normal_update(0, 0, [1], 1), "sd must be positive and finite"),
        (lambda: grid_posterior([-math.inf], [0]), "log_prior must be finite or -inf, and not all"),
        (lambda: grid_posterior([], []), "log_prior must be"),
        (lambda: grid_posterior([0, math.nan], [0, 0]), "log_prior must be finite or -inf"),
        (lambda: grid_posterior([0, 0], [0]), "log_likelihood must have 2 entries"),
    ],
)
def test_what_is_refused(call, match):
    with pytest.raises(ValueError, match=match):
        call()
