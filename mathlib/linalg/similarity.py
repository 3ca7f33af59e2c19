"""Similarity: the cosine of each pair of vectors, the angle as a distance, the weights of words.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``, ``B``            vectors of n entries, one in each row: (M, n), (N, n)
``C``                   counts: how often each of N texts has each of n words
======================  =====================================================
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_matrix, refuse_huge
from mathlib.linalg.vectors import angle


def cosine_matrix(A: ArrayLike, B: ArrayLike | None = None) -> NDArray[np.float64]:
    """Return the cosine of the angle between each row of `A` and each row of `B`.

    Parameters
    ----------
    A : (M, n) array_like
        Real and finite: a vector in each row.
    B : (N, n) array_like, optional
        By default `A` itself.

    Returns
    -------
    (M, N) ndarray
        From -1 to 1. A row of zeros has no direction; its cosines are 0 here, as in PyTorch.

    Raises
    ------
    ValueError
        If `A` or `B` is not a matrix or not finite, or if their rows have different lengths.

    Examples
    --------
    >>> cosine_matrix([[3, 4], [6, 8], [0, 0]], [[1, 0], [4, 3]]).tolist()
    [[0.6, 0.96], [0.6, 0.96], [0.0, 0.0]]
    """
    A = as_finite_matrix(A, "A")
    B = A if B is None else as_finite_matrix(B, "B")
    if A.shape[1] != B.shape[1]:
        raise ValueError(
            f"B must have rows as long as those of A, {A.shape[1]} entries, got shape {B.shape}"
        )
    refuse_huge(len(A) * len(B), A=len(A), B=len(B))

    cosines = _units(A) @ _units(B).T
    return np.clip(cosines, -1, 1)  # rounding may go beyond


def angular_distance(a: ArrayLike, b: ArrayLike) -> float:
    """Return the angle between two vectors as a share of half a turn, ``angle(a, b) / pi``.

    A distance between directions: 0 if `a` and `b` are aligned, 1 if they are opposite.

    Parameters
    ----------
    a, b : (n,) array_like
        Real vectors, with equally many entries, finite and not zero.

    Raises
    ------
    ValueError
        As `angle` does.

    Examples
    --------
    >>> angular_distance([1, 0], [0, 2]), angular_distance([1, 1], [5, 5])
    (0.5, 0.0)
    """
    return angle(a, b) / math.pi


def word_weights(C: ArrayLike) -> NDArray[np.float64]:
    """Return the weight of each word, ``log(N / N[j])`` if `N[j]` of the N texts have word j.

    Parameters
    ----------
    C : (N, n) array_like
        Counts, 0 or more: row i says how often text i has each word. `N` is 1 or more.

    Returns
    -------
    (n,) ndarray
        0 for a word that all texts have. A word that none has gets 0 as well: it says nothing.

    Raises
    ------
    ValueError
        If `C` is not a matrix with a row, or holds what is no count.

    Notes
    -----
    K. Sparck Jones, A statistical interpretation of term specificity and its application in
    retrieval, Journal of Documentation 28 (1972).

    Examples
    --------
    >>> word_weights([[2, 1, 0], [1, 0, 0]]).round(4).tolist()
    [0.0, 0.6931, 0.0]
    """
    C = _counts(C)
    N = len(C)
    having = (C > 0).sum(axis=0)  # how many texts have each word
    return np.log(N / np.where(having > 0, having, N))


def tfidf(C: ArrayLike) -> NDArray[np.float64]:
    """Return the counts `C`, each times the weight of its word (`word_weights`).

    Parameters
    ----------
    C : (N, n) array_like
        Counts, 0 or more: row i says how often text i has each word. `N` is 1 or more.

    Returns
    -------
    (N, n) ndarray

    Raises
    ------
    ValueError
        If `C` is not a matrix with a row, or holds what is no count.

    Examples
    --------
    >>> tfidf([[2, 1], [1, 0]]).round(4).tolist()
    [[0.0, 0.6931], [0.0, 0.0]]
    """
    return _counts(C) * word_weights(C)


def _units(A: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each row at length 1; a row of zeros stays."""
    most = np.abs(A).max(axis=1, keepdims=True, initial=0)
    A = A / np.where(most > 0, most, 1)  # so that no square is too large or too small
    lengths = np.sqrt((A * A).sum(axis=1, keepdims=True))
    return A / np.where(lengths > 0, lengths, 1)


def _counts(C: ArrayLike) -> NDArray[np.float64]:
    C = as_finite_matrix(C, "C")
    if len(C) == 0:
        raise ValueError(f"C must have a row for at least one text, got shape {C.shape}")
    if (C < 0).any() or (C != np.round(C)).any():
        raise ValueError(f"C must hold counts, the integers from 0 on, got {C}")
    return C
