"""Losses with a kink, and without, and the minibatches over which one takes their mean.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``r``      what is missed: the truth less the guess, or the other way round
``delta``  up to which size of a miss Huber's loss is half its square
``N``      the number of examples
``B``      how many of them are in a minibatch
=========  ====================================================================

Sources: P. J. Huber, Robust estimation of a location parameter (1964); H. Robbins and S. Monro, A
stochastic approximation method (1951).
"""

from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite,
    as_instance,
    as_positive,
    as_real_array,
    refuse_huge,
)


def huber(r: ArrayLike, delta: float = 1.0) -> NDArray[np.float64]:
    """Return ``r**2 / 2`` where ``|r| <= delta``, ``delta * (|r| - delta / 2)`` beyond.

    Parameters
    ----------
    r : (...) array_like
        Real and finite.
    delta : float
        Positive and finite.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    ValueError
        If `r` is not finite, or if `delta` is not positive.

    Examples
    --------
    >>> huber([0.5, -1, 3]).tolist()
    [0.125, 0.5, 2.5]
    """
    r, delta = _as_misses(r), as_positive(delta, "delta")

    near = np.clip(r, -delta, delta)  # r * near - near**2 / 2, without squares of large numbers
    return np.asarray(near * (r - near / 2))


def huber_slope(r: ArrayLike, delta: float = 1.0) -> NDArray[np.float64]:
    """Return the derivative of Huber's loss: ``r``, cut off at ``-delta`` and ``delta``.

    Parameters
    ----------
    r : (...) array_like
        Real and finite.
    delta : float
        Positive and finite.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    ValueError
        If `r` is not finite, or if `delta` is not positive.

    Examples
    --------
    >>> huber_slope([0.5, -1, 3]).tolist()
    [0.5, -1.0, 1.0]
    """
    r, delta = _as_misses(r), as_positive(delta, "delta")

    return np.asarray(np.clip(r, -delta, delta))


def minibatches(
    N: SupportsIndex, B: SupportsIndex, rng: np.random.Generator
) -> list[NDArray[np.int64]]:
    """Return one epoch: the numbers 0 to N - 1, shuffled, and cut into batches of B.

    Parameters
    ----------
    N, B : int
        How many examples there are, and how many in a batch, 1 to `N`. The last batch holds what
        is left: ``N % B`` of them, unless `B` divides `N`.
    rng : numpy.random.Generator
        Draws the order.

    Raises
    ------
    ValueError
        If `N` or `B` is less than 1, or `B` more than `N`.
    TypeError
        If `rng` is no generator.

    Examples
    --------
    >>> [len(S) for S in minibatches(10, 4, np.random.default_rng(3))]
    [4, 4, 2]
    """
    N = as_count(N, "N")
    B = as_count(B, "B", 1, N)
    rng = as_instance(rng, "rng", np.random.Generator)
    refuse_huge(N, N=N)

    order = rng.permutation(N).astype(np.int64)
    return [order[i : i + B] for i in range(0, N, B)]


def _as_misses(r: ArrayLike) -> NDArray[np.float64]:
    return as_finite(as_real_array(r, "r"), "r").astype(float)
