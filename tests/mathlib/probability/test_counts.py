import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.counts import bernoulli_logpmf, binomial_logpmf, poisson_logpmf

odds = st.fractions(0, 1, max_denominator=99)


def log(q):
    """The logarithm of a fraction, whose numbers may be too large for a float."""
    return math.log(q.numerator) - math.log(q.denominator) if q else -math.inf


@given(n=st.integers(0, 40), p=odds)
def test_the_binomial_is_that_of_the_fractions_and_has_its_moments(n, p):
    k = np.arange(-1, n + 2)
    p = Fraction(float(p))
    chances = [math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(n + 1)]
    wanted = [-np.inf, *map(log, chances), -np.inf]
    got = binomial_logpmf(k, n, float(p))
    np.testing.assert_allclose(got, wanted, rtol=1e-12, atol=1e-12)
    mass = np.exp(got)
    assert mass.sum() == pytest.approx(1, rel=1e-12)
    assert mass @ k == pytest.approx(float(n * p), abs=1e-11)
    assert mass @ (k - float(n * p)) ** 2 == pytest.approx(float(n * p * (1 - p)), abs=1e-10)


@given(k=st.integers(0, 300), lam=st.fractions(Fraction(1, 99), 300, max_denominator=99))
def test_the_poisson_is_that_of_the_fractions(k, lam):
    lam = Fraction(float(lam))
    wanted = log(lam**k / math.factorial(k)) - float(lam)
    assert poisson_logpmf(k, float(lam)) == pytest.approx(wanted, rel=1e-12, abs=1e-12)


@given(lam=st.floats(0, 60))
def test_the_poisson_has_mean_and_variance_lam(lam):
    k = np.arange(400)
    mass = np.exp(poisson_logpmf(k, lam))
    assert mass.sum() == pytest.approx(1, rel=1e-12)
    assert mass @ k == pytest.approx(lam, rel=1e-12)
    assert mass @ (k - lam) ** 2 == pytest.approx(lam, rel=1e-11)


@given(z=st.floats(-2000, 2000))
def test_a_bernoulli_has_two_chances_and_the_log_odds_are_the_logit(z):
    zero, one = bernoulli_logpmf([0, 1], z)
    assert one - zero == pytest.approx(z, rel=1e-12, abs=1e-12)
    assert np.exp(zero) + np.exp(one) == pytest.approx(1, rel=1e-12)
    assert bernoulli_logpmf(1, z) == bernoulli_logpmf(0, -z) <= 0


def test_scipy_agrees():
    stats = pytest.importorskip("scipy.stats")
    k = np.arange(0, 2000, 7)
    got = binomial_logpmf(k, 2000, 0.3)
    np.testing.assert_allclose(got, stats.binom.logpmf(k, 2000, 0.3), rtol=1e-9, atol=1e-9)
    lam = np.array([[1e-3], [7.5], [900.0]])
    wanted = stats.poisson.logpmf(k, lam)
    np.testing.assert_allclose(poisson_logpmf(k, lam), wanted, rtol=1e-9, atol=1e-9)


def test_torch_agrees():
    torch = pytest.importorskip("torch")
    z = np.linspace(-1000, 1000, 41)
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    for x in (0, 1):
        wanted = -loss(torch.tensor(z), torch.full((41,), float(x)).double(), reduction="none")
        got = bernoulli_logpmf(x, z)
        np.testing.assert_allclose(got, wanted.numpy(), rtol=1e-14, atol=1e-15)


def test_by_hand():
    assert bernoulli_logpmf([0, 1, True], 0).tolist() == pytest.approx([-math.log(2)] * 3)
    assert bernoulli_logpmf([0, 1], [1000, -1000]).tolist() == [-1000, -1000]
    assert bernoulli_logpmf([0, 1, 0, 1], [np.inf] * 2 + [-np.inf] * 2).tolist() == [
        -np.inf, 0, 0, -np.inf,
    ]  # fmt: skip
    assert bernoulli_logpmf(1, 800.0) == 0 and bernoulli_logpmf(0, -800.0) == 0
    assert np.exp(binomial_logpmf([0, 1, 2, 3], 3, 0.5)) * 8 == pytest.approx([1, 3, 3, 1])
    assert binomial_logpmf([0, 1], 0, 0.3).tolist() == [0, -np.inf]
    assert binomial_logpmf([0, 2, 5], 5, 0).tolist() == [0, -np.inf, -np.inf]
    assert binomial_logpmf([0, 2, 5], 5, 1).tolist() == [-np.inf, -np.inf, 0]
    assert poisson_logpmf([0, 1], 0).tolist() == [0, -np.inf]
    assert np.exp(poisson_logpmf([0, 1, 2, 3], 2.0)) * np.exp(2) == pytest.approx([1, 2, 2, 4 / 3])
    for nothing in (binomial_logpmf([], 3, 0.5), poisson_logpmf([], 2), bernoulli_logpmf([], 1)):
        assert nothing.shape == (0,)


# Of 60 digits, by mpmath.
@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (poisson_logpmf(10**9, 1e9), -11.280571451761212),
        (poisson_logpmf(10**9 + 10**5, 1e9), -16.280454790927536),
        (poisson_logpmf(3, 1e-300), -2074.118343163869),
        (poisson_logpmf(2, 1e-320), -1474.3476289625078),
        (poisson_logpmf(5, 1e300), -1e300),
        (poisson_logpmf(3, 1.7e308), -1.7e308),
        (binomial_logpmf(5 * 10**8, 10**9, 0.5), -10.587424271367933),
        (binomial_logpmf(3, 10**12, 1e-12), -2.791759469228555),
        (binomial_logpmf(10**6, 10**6, 0.999999999), -0.0009999999722180685),
        (binomial_logpmf(2, 5, 1e-300), -1379.2484707034334),
    ],
)
def test_far_tails_and_huge_counts(got, wanted):
    assert got == pytest.approx(wanted, rel=1e-11)


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: bernoulli_logpmf(2, 0), ValueError, "x must hold 0 and 1, got 2"),
        (lambda: bernoulli_logpmf([-1], 0), ValueError, r"x must hold 0 and 1, got \[-1\]"),
        (lambda: bernoulli_logpmf([0.0], 0), TypeError, "x must hold integers, got dtype float64"),
        (lambda: bernoulli_logpmf(1, np.nan), ValueError, "logit must not hold nan"),
        (lambda: bernoulli_logpmf([0, 1], [1, 2, 3]), ValueError, r"x must fit logit, got \(2,\)"),
        (lambda: binomial_logpmf([0.5], 2, 0.5), TypeError, "k must hold integers"),
        (lambda: binomial_logpmf(1, -1, 0.5), ValueError, "n must be at least 0, got -1"),
        (lambda: binomial_logpmf(1, 2**53 + 1, 0.5), ValueError, "n must be at most"),
        (lambda: binomial_logpmf(1, 2, 1.5), ValueError, "p must be from 0 to 1, got 1.5"),
        (lambda: binomial_logpmf(1, 2, np.nan), ValueError, "p must be from 0 to 1, got nan"),
        (lambda: poisson_logpmf([1.0], 2), TypeError, "k must hold integers"),
        (lambda: poisson_logpmf(2**54, 2), ValueError, r"k must be at most 2\*\*53"),
        (lambda: poisson_logpmf(1, -2), ValueError, "lam must be 0 or more and finite, got -2.0"),
        (lambda: poisson_logpmf(1, np.inf), ValueError, "lam must be 0 or more and finite"),
        (lambda: poisson_logpmf([1, 2], [1, 2, 3]), ValueError, r"k must fit lam, got \(2,\)"),
    ],
)
def test_misuse_is_told(call, error, said):
    with pytest.raises(error, match=said):
        call()
