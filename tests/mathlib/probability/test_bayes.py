import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.bayes import log_posterior, posterior

seeds = st.integers(0, 999)
sizes = st.integers(1, 7)


def near(got, wanted, rtol=1e-13, atol=0.0):
    np.testing.assert_allclose(got, wanted, rtol=rtol, atol=atol)


def drawn(seed, K):
    rng = np.random.default_rng(seed)
    return rng.dirichlet(np.ones(K)), rng.random(K) * 10.0 ** rng.integers(-300, 300)


def exactly(prior, likelihood):
    pairs = zip(prior, likelihood, strict=True)
    joint = [Fraction(float(p)) * Fraction(float(v)) for p, v in pairs]
    return [float(each / sum(joint)) for each in joint]


@given(seed=seeds, K=sizes)
def test_it_is_the_rule_in_fractions_at_any_size(seed, K):
    prior, likelihood = drawn(seed, K)
    near(posterior(prior, likelihood), exactly(prior, likelihood))
    assert posterior(prior, likelihood).sum() == pytest.approx(1, abs=1e-15)


@given(seed=seeds, K=sizes, factor=st.sampled_from([1e-8, 0.5, 3.0, 1e7]))
def test_a_common_factor_changes_nothing(seed, K, factor):
    prior, likelihood = drawn(seed, K)
    near(posterior(prior, likelihood * factor), posterior(prior, likelihood))


@given(seed=seeds, K=sizes)
def test_one_observation_after_the_other_is_both_at_once(seed, K):
    prior, one = drawn(seed, K)
    other = np.random.default_rng(seed + 1).random(K)
    both = posterior(prior, one * other)
    near(posterior(posterior(prior, one), other), both, 1e-12)
    near(posterior(posterior(prior, other), one), both, 1e-12)


@given(seed=seeds, K=sizes, offset=st.sampled_from([0.0, -1000.0, 1e8]))
def test_the_logarithms_are_those_of_the_posterior(seed, K, offset):
    prior, likelihood = drawn(seed, K)
    logs = log_posterior(np.log(prior), np.log(likelihood) + offset)
    near(np.exp(logs), posterior(prior, likelihood), 1e-6 if offset == 1e8 else 1e-11)


@given(d=st.floats(-1000, 1000))
def test_two_cases_are_a_logit(d):
    even = np.log([0.5, 0.5])
    near(log_posterior(even, [0, d]), [-np.logaddexp(0, d), -np.logaddexp(0, -d)], 1e-13)


def test_a_prior_may_be_a_thousandth_off():
    assert log_posterior([1e-3], [-5.0]).tolist() == [0]
    with pytest.raises(ValueError, match="log_prior must be logarithms that sum to 1"):
        log_posterior([1.001e-3], [-5.0])


def test_by_hand():
    near(posterior([1 / 3] * 3, [1 / 4, 1 / 6, 1 / 12]), [1 / 2, 1 / 3, 1 / 6])
    near(posterior([1 / 2, 1 / 3, 1 / 6], [0, 1 / 6, 1 / 12]), [0, 4 / 5, 1 / 5])
    near(posterior([0.001, 0.999], [0.99, 0.05]), [0.00099 / 0.05094, 0.04995 / 0.05094])
    assert posterior([1], [7]).tolist() == [1] and posterior([0, 1], [5, 0.1]).tolist() == [0, 1]


def test_far_out_nothing_is_lost():
    tiny = 5e-324
    near(posterior([0.5, 0.5], [tiny, tiny]), [0.5, 0.5])
    near(posterior([0.5, 0.5], [1.7e308, 1.7e308]), [0.5, 0.5])
    assert posterior([1, 1e-200, 0], [0, 1e-200, 1]).tolist() == [0, 1, 0]
    near(posterior([1, 1e-200], [1e-200, 1]), [0.5, 0.5])
    assert log_posterior([0, -np.inf], [-5e300, 9e300]).tolist() == [0, -np.inf]
    assert log_posterior(np.log([0.5, 0.5]), [-1.7e308, 1.7e308]).tolist() == [-np.inf, 0]
    # The probability of the other case, beside a certainty, is not rounded to nothing.
    near(log_posterior(np.log([0.5, 0.5]), [0, -100])[0], -math.exp(-100))


def test_integers_are_numbers_and_the_arguments_stay():
    prior, likelihood = np.array([0, 1]), np.array([3, 2])
    assert posterior(prior, likelihood).tolist() == [0, 1]
    assert (prior.tolist(), likelihood.tolist()) == ([0, 1], [3, 2])


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: posterior([], []), "prior must be probabilities"),
        (lambda: posterior([0.5, 0.6], [1, 1]), "prior must be probabilities"),
        (lambda: posterior([1.5, -0.5], [1, 1]), "prior must be probabilities"),
        (lambda: posterior([0.5, 0.5], [1]), "must have 2 entries, one for each case, got 1"),
        (lambda: posterior([0.5, 0.5], [1, -1]), "likelihood must be 0 or more"),
        (lambda: posterior([0.5, 0.5], [1, np.inf]), "likelihood must be finite"),
        (lambda: posterior([0.5, 0.5], [0, 0]), "likelihood must be positive for a case"),
        (lambda: posterior([0, 1], [1, 0]), "likelihood must be positive for a case"),
        (lambda: log_posterior([], []), "log_prior must be logarithms that sum to 1"),
        (lambda: log_posterior([-np.inf], [0]), "log_prior must be logarithms that sum to 1"),
        (lambda: log_posterior([0, 0], [0, 0]), "log_prior must be logarithms that sum to 1"),
        (lambda: log_posterior([0], [0, 0]), "log_likelihood must have 1 entries"),
        (lambda: log_posterior([0], [np.inf]), "log_likelihood must be finite or -inf"),
        (lambda: log_posterior([0], [np.nan]), "log_likelihood must be finite or -inf"),
        (lambda: log_posterior([0, -np.inf], [-np.inf, 0]), "log_likelihood must be finite for a"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()
