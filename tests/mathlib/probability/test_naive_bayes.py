import itertools
import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.naive_bayes import (
    contributions,
    fit_bernoulli,
    fit_multinomial,
    log_classes,
    word_counts,
)
from mathlib.real_data import messages

seeds = st.integers(0, 999)
alphas = st.sampled_from([0.25, 1.0, 3.0])


def near(got, wanted, rtol=1e-12, atol=0.0):
    np.testing.assert_allclose(got, wanted, rtol=rtol, atol=atol)


def examples(seed, N=9, V=4, K=3):
    rng = np.random.default_rng(seed)
    y = np.append(np.arange(K), rng.integers(K, size=N - K))
    return rng.poisson(1.0, size=(N, V)), y, rng.poisson(1.0, size=V)


def by_words(X, y, x, alpha):
    """The multinomial model, word by word, in fractions."""
    alpha, joint = Fraction(alpha), []
    for k in range(max(y) + 1):
        rows = [row for row, label in zip(X.tolist(), y, strict=True) if label == k]
        p = Fraction(len(rows), len(y))
        for j, many in enumerate(x.tolist()):
            n = sum(row[j] for row in rows)
            total = sum(map(sum, rows))
            for _ in range(many):
                p *= (n + alpha) / (total + alpha * len(x))
        joint.append(p)
    return [float(p / sum(joint)) for p in joint]


def by_presence(X, y, x, alpha):
    """The Bernoulli model, word by word, in fractions."""
    alpha, joint = Fraction(alpha), []
    for k in range(max(y) + 1):
        rows = [row for row, label in zip(X.tolist(), y, strict=True) if label == k]
        p = Fraction(len(rows), len(y))
        for j, many in enumerate(x.tolist()):
            q = (sum(row[j] > 0 for row in rows) + alpha) / (len(rows) + 2 * alpha)
            p *= q if many else 1 - q
        joint.append(p)
    return [float(p / sum(joint)) for p in joint]


@given(seed=seeds, alpha=alphas)
def test_both_models_are_the_product_word_by_word(seed, alpha):
    X, y, x = examples(seed)
    near(np.exp(log_classes(fit_multinomial(X, y, alpha), x)), by_words(X, y, x, alpha))
    near(np.exp(log_classes(fit_bernoulli(X, y, alpha), x)), by_presence(X, y, x, alpha))


@given(seed=seeds, alpha=alphas)
def test_each_model_is_a_distribution(seed, alpha):
    X, y, _ = examples(seed)
    near(np.exp(fit_multinomial(X, y, alpha).log_word).sum(axis=1), 1)
    model = fit_bernoulli(X, y, alpha)
    near(np.exp(model.log_word) + np.exp(model.log_absent), 1)
    texts = itertools.product((0, 1), repeat=X.shape[1])
    total = sum(np.exp(contributions(model, x).sum(axis=1)) for x in map(list, texts))
    near(total, 1)
    near(np.exp(model.log_prior), np.bincount(y.astype(np.intp)) / len(y))


@given(seed=seeds)
def test_large_alphas_leave_the_prior(seed):
    X, y, x = examples(seed)
    for fit in (fit_multinomial, fit_bernoulli):
        for alpha, rtol in ((1e9, 1e-6), (1e308, 1e-12)):
            near(
                np.exp(log_classes(fit(X, y, alpha), x)),
                np.bincount(y.astype(np.intp)) / len(y),
                rtol,
            )


def test_by_hand():
    X, y = [[3, 0, 1], [0, 4, 2]], [0, 1]
    model = fit_multinomial(X, y)
    near(np.exp(model.log_word), [[4 / 7, 1 / 7, 2 / 7], [1 / 9, 5 / 9, 3 / 9]])
    spam, ham = 4 / 49, 5 / 81
    near(np.exp(log_classes(model, [1, 1, 0])), [spam / (spam + ham), ham / (spam + ham)])
    near(np.exp(log_classes(model, [0, 0, 0])), [0.5, 0.5])
    near(np.exp(log_classes(fit_bernoulli(X, y), [1, 1, 0])), [0.5, 0.5])


def test_without_smoothing_an_unseen_word_decides():
    model = fit_multinomial([[3, 0, 1], [0, 4, 2]], [0, 1], 0)
    assert log_classes(model, [0, 1, 9]).tolist() == [-np.inf, 0]
    assert not contributions(model, [0, 0, 0]).any()
    with pytest.raises(ValueError, match="x must be possible in some class"):
        log_classes(model, [1, 1, 0])
    model = fit_bernoulli([[3, 0, 1], [0, 4, 2]], [0, 1], 0)
    assert log_classes(model, [1, 0, 1]).tolist() == [0, -np.inf]


def test_four_thousand_words_do_not_vanish():
    X, y = np.array([[10, 11], [11, 10]]), [0, 1]
    near(log_classes(fit_multinomial(X, y, 0), [0, 4000])[1], 4000 * np.log(10 / 11), 1e-12)


def test_words_are_found_whatever_their_case():
    got = word_counts(["Don't! the Bo-Peep, don't", "", "3 'the' x-"], ["don't", "BO-PEEP", "the"])
    assert got.tolist() == [[2, 1, 1], [0, 0, 0], [0, 0, 0]]
    assert word_counts([], ["a"]).shape == (0, 1) and word_counts(["a"], []).shape == (1, 0)


def test_each_message_is_told_by_a_model_that_has_not_seen_it():
    texts, spam = messages()
    words = sorted(set(re.findall(r"[a-z]+", " ".join(texts).lower())))
    X, y = word_counts(texts, words), np.array(spam, int)
    for fit in (fit_multinomial, fit_bernoulli):
        for i in range(len(y)):
            model = fit(np.delete(X, i, 0), np.delete(y, i))
            assert log_classes(model, X[i]).argmax() == y[i]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: fit_multinomial([[1, -1]], [0]), "X must be from 0"),
        (lambda: fit_multinomial([[1, 2]], [0, 0]), "y must have a class for each of 1 texts"),
        (lambda: fit_multinomial([[1], [2]], [1, 1]), "y must have a text of each class"),
        (lambda: fit_multinomial([[1], [2]], [[0, 1]]), "y must have 1 axes"),
        (lambda: fit_bernoulli([[1], [2]], [0]), "y must have a class for each of 2 texts"),
        (lambda: fit_bernoulli([[1]], [0], -1), "alpha must be 0 or more and finite, got -1"),
        (lambda: fit_bernoulli([[1]], [0], np.inf), "alpha must be 0 or more and finite"),
        (lambda: fit_multinomial([[0, 0], [1, 0]], [0, 1], 0), "alpha must be positive where"),
        (lambda: contributions(fit_bernoulli([[1]], [0]), [1, 2]), "x must be a vector of 1"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_other_types_are_refused():
    with pytest.raises(TypeError, match="texts must be a sequence, got 'a sea'"):
        word_counts("a sea", ["sea"])
    with pytest.raises(TypeError, match=r"^texts must be of type str, got 3"):
        word_counts([3], ["sea"])
    for call in (
        lambda: fit_multinomial([[2**53 + 1]], [0]),
        lambda: contributions(fit_multinomial([[1], [1]], [0, 1]), [2**53 + 1]),
    ):
        with pytest.raises(ValueError, match=r"(?i)^x must .* 9007199254740992, got"):
            call()
    with pytest.raises(ValueError, match=r"^y must .* 1, got"):
        fit_multinomial([[1], [1]], [0, 2])
    with pytest.raises(TypeError, match="words must be of type str, got 3"):
        word_counts(["a sea"], [3])
    with pytest.raises(TypeError, match="X must hold integers"):
        fit_multinomial([[0.5]], [0])
    with pytest.raises(TypeError, match="model must be of type NaiveBayes"):
        log_classes("model", [1])
