"""Naive Bayes: from the words of a text to the probability of each class of texts.

===========  =====================================================================
symbol       meaning
===========  =====================================================================
``X``        counts: ``X[i, j]`` says how often word j stands in text i
``y``        classes: ``y[i]``, from 0 to K - 1, is that of text i
``alpha``    what is added to every count, so that no word is impossible
===========  =====================================================================

Given the class, the words are taken to be independent. The multinomial model draws each word of
a text from the distribution of its class. The Bernoulli model asks of each word whether it
stands in the text, and what is absent tells something too.

Source: McCallum and Nigam, A comparison of event models for naive Bayes text classification
(1998).
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_codes, as_instance, as_number, as_sequence, power_of_two
from mathlib.numbers.softmax import log_softmax


class NaiveBayes(NamedTuple):
    """Logarithms of what was learnt; ``log_absent`` is None in the multinomial model."""

    log_prior: NDArray[np.float64]  # (K,)
    log_word: NDArray[np.float64]  # (K, V): of word j, or of its presence, in class k
    log_absent: NDArray[np.float64] | None  # (K, V): of the absence of word j


def word_counts(texts: Iterable[str], words: Sequence[str]) -> NDArray[np.int64]:
    """Return the counts of `words` in each text, whatever their case; other words are left out.

    A word is a run of letters, apostrophes and hyphens that begins with a letter.

    Returns
    -------
    (N, V) ndarray of int

    Raises
    ------
    TypeError
        If a text or a word is none, or a single text is given for a sequence.

    Examples
    --------
    >>> word_counts(["Sea, sea, the SEA", "a boat"], ["boat", "sea"]).tolist()
    [[0, 3], [1, 0]]
    """
    texts = [as_instance(text, "texts", str) for text in as_sequence(texts, "texts")]
    words = [as_instance(word, "words", str) for word in as_sequence(words, "words")]

    said = [re.findall(r"[a-z][a-z'-]*", text.lower()) for text in texts]
    counts = [[text.count(word.lower()) for word in words] for text in said]
    return np.array(counts, np.int64).reshape(len(texts), len(words))


def fit_multinomial(X: ArrayLike, y: ArrayLike, alpha: float = 1.0) -> NaiveBayes:
    """Return the model with ``P(word j | class k) = (n_kj + alpha) / (n_k + alpha V)``.

    Parameters
    ----------
    X : (N, V) array_like of int
        Counts, 0 or more.
    y : (N,) array_like of int
        Classes; each from 0 to the largest is that of a text at least.
    alpha : float
        0 or more, and finite. With 0, a word that a class never had is impossible in it.

    Raises
    ------
    ValueError
        If `X`, `y` or `alpha` is not as described, or if a class has no words and `alpha` is 0.

    Examples
    --------
    >>> model = fit_multinomial([[3, 0, 1], [0, 4, 2]], [0, 1])
    >>> (np.exp(model.log_word) * [[7], [9]]).round(6).tolist()
    [[4.0, 1.0, 2.0], [1.0, 5.0, 3.0]]
    """
    X, y = _as_examples(X, y)
    alpha = _as_alpha(alpha)

    n = np.array([X[y == k].sum(axis=0) for k in range(y.max() + 1)]) + alpha
    if not n.any(axis=1).all():
        raise ValueError("alpha must be positive where a class has no words, got 0.0")
    n = n / power_of_two(n)  # a sum of large alphas would overflow
    return NaiveBayes(_log_prior(y), _log(n) - _log(n.sum(axis=1, keepdims=True)), None)


def fit_bernoulli(X: ArrayLike, y: ArrayLike, alpha: float = 1.0) -> NaiveBayes:
    """Return the model with ``P(word j stands in a text of class k) = (N_kj + a) / (N_k + 2a)``.

    ``N_kj`` of the ``N_k`` texts of class k have the word; ``a`` is `alpha`.

    Parameters, errors: as `fit_multinomial`; a class may have no words.

    Examples
    --------
    >>> model = fit_bernoulli([[3, 0, 1], [0, 4, 2]], [0, 1])
    >>> (np.exp(model.log_word) * 3).round(6).tolist()
    [[2.0, 1.0, 2.0], [1.0, 2.0, 2.0]]
    """
    X, y = _as_examples(X, y)
    alpha = _as_alpha(alpha)

    having = np.array([(X[y == k] > 0).sum(axis=0) for k in range(y.max() + 1)]) + alpha
    lacking = np.array([(X[y == k] == 0).sum(axis=0) for k in range(y.max() + 1)]) + alpha
    size = power_of_two(having)
    whole = _log(having / size + lacking / size)
    return NaiveBayes(_log_prior(y), _log(having / size) - whole, _log(lacking / size) - whole)


def contributions(model: NaiveBayes, x: ArrayLike) -> NDArray[np.float64]:
    """Return what each word adds to the log-likelihood of each class, for one text.

    Parameters
    ----------
    model : NaiveBayes
    x : (V,) array_like of int
        Counts of the text.

    Returns
    -------
    (K, V) ndarray
        ``x_j log P(j | k)``, or the logarithm of the presence or absence of word j. A word that
        is not there adds exactly 0 in the multinomial model.

    Raises
    ------
    ValueError
        If `x` is not a vector of as many counts as the model has words.

    Examples
    --------
    >>> model = fit_multinomial([[3, 0, 1], [0, 4, 2]], [0, 1])
    >>> gap = contributions(model, [1, 1, 0])
    >>> np.exp(gap[0] - gap[1]).round(6).tolist()
    [5.142857, 0.257143, 1.0]
    """
    model = as_instance(model, "model", NaiveBayes)
    x = as_codes(x, "x", 0, 1 << 53, 1)
    if x.ndim != 1 or len(x) != model.log_word.shape[1]:
        many = model.log_word.shape[1]
        raise ValueError(f"x must be a vector of {many} counts, one a word, got shape {x.shape}")

    if model.log_absent is not None:
        return np.where(x > 0, model.log_word, model.log_absent)
    there = np.where(x > 0, model.log_word, 0.0)  # 0 times -inf counts as 0
    return np.asarray(x * there)


def log_classes(model: NaiveBayes, x: ArrayLike) -> NDArray[np.float64]:
    """Return ``log P(class k | text)`` for each class, from the counts of one text.

    Parameters, errors: as `contributions`; and if the text is impossible in every class.

    Returns
    -------
    (K,) ndarray

    Examples
    --------
    >>> model = fit_multinomial([[3, 0, 1], [0, 4, 2]], [0, 1])
    >>> np.exp(log_classes(model, [1, 1, 0])).round(4).tolist()
    [0.5694, 0.4306]
    """
    joint = contributions(model, x).sum(axis=1) + model.log_prior
    if np.isneginf(joint).all():
        raise ValueError("x must be possible in some class, got words that each class lacks")
    return log_softmax(joint)


def _as_examples(X: ArrayLike, y: ArrayLike) -> tuple[NDArray[Any], NDArray[Any]]:
    X = as_codes(X, "X", 0, 1 << 53, 2)
    y = as_codes(y, "y", 0, X.shape[0] - 1, 1)
    if y.shape != (len(X),):
        raise ValueError(f"y must have a class for each of {len(X)} texts, got shape {y.shape}")
    y = y.astype(np.intp)  # what bincount takes, where integers have 32 bits
    if not np.bincount(y).all():
        raise ValueError(f"y must have a text of each class from 0 to {y.max()}, got {y}")
    return X, y


def _as_alpha(alpha: float) -> float:
    alpha = as_number(alpha, "alpha")
    if not 0 <= alpha < np.inf:
        raise ValueError(f"alpha must be 0 or more and finite, got {alpha}")
    return alpha


def _log_prior(y: NDArray[Any]) -> NDArray[np.float64]:
    return np.asarray(np.log(np.bincount(y) / len(y)))


def _log(p: NDArray[Any]) -> NDArray[np.float64]:
    with np.errstate(divide="ignore"):  # log 0 is -inf: impossible
        return np.asarray(np.log(p))
