"""Penalties and bounds: the nearest vector that is small, by one norm or another.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``z``                   what is to be approached, (n,)
``w``                   what is found: near to z, and small
``lam``                 how much a unit of the penalty costs, 0 or more
``g``, ``c``            a vector, (n,), and how long it may be
``k``                   how many entries may be other than 0
======================  =====================================================
"""

import math
from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_finite_vector, as_number, power_of_two
from mathlib.linalg.vectors import length


def shrink_squared(z: ArrayLike, lam: float) -> NDArray[np.float64]:
    """Return the `w` with the least ``|w - z|^2 / 2 + lam |w|^2``: z / (1 + 2 lam).

    Parameters
    ----------
    z : (n,) array_like
        Real and finite.
    lam : float
        0 or more, and finite.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `z` is no vector or not finite, or if `lam` is negative or not finite.

    Examples
    --------
    >>> shrink_squared([3, -1], 0.5).tolist()
    [1.5, -0.5]
    """
    z, lam = as_finite_vector(z, "z"), _cost(lam)
    if lam > 1e300:  # 2 lam may be too large for a float, and 1 is nothing beside it
        return z / lam / 2
    return z / (1 + 2 * lam)


def soft_threshold(z: ArrayLike, lam: float) -> NDArray[np.float64]:
    """Return the `w` with the least ``|w - z|^2 / 2 + lam (|w[0]| + ... + |w[n-1]|)``.

    Each entry moves towards 0 by `lam`, and stops there. What it takes and what it refuses is as in
    `shrink_squared`.

    Examples
    --------
    >>> soft_threshold([3, -1, 0.5], 1).tolist()
    [2.0, 0.0, 0.0]
    """
    z, lam = as_finite_vector(z, "z"), _cost(lam)
    return np.sign(z) * np.maximum(np.abs(z) - lam, 0) + 0.0


def shrink_length(z: ArrayLike, lam: float) -> NDArray[np.float64]:
    """Return the `w` with the least ``|w - z|^2 / 2 + lam |w|``: z, shorter by `lam`, or 0.

    What it takes and what it refuses is as in `shrink_squared`.

    Examples
    --------
    >>> shrink_length([3, 4], 1).round(12).tolist(), shrink_length([3, 4], 6).tolist()
    ([2.4, 3.2], [0.0, 0.0])
    """
    z, lam = as_finite_vector(z, "z"), _cost(lam)
    unit = power_of_two(z)  # so that the length is never too large
    long, lam = length(z / unit), lam / unit
    return z * ((long - lam) / long) if long > lam else np.zeros(len(z))


def clip_by_norm(g: ArrayLike, c: float) -> NDArray[np.float64]:
    """Return the vector nearest to `g` that is at most `c` long: `g` itself, or made `c` long.

    A vector made `c` long may be longer by rounding, by a few units in the last digit.

    Parameters
    ----------
    g : (n,) array_like
        Real and finite, such as a gradient.
    c : float
        0 or more.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `g` is no vector or not finite, or if `c` is negative or nan.

    Examples
    --------
    >>> clip_by_norm([3, 4], 1).round(12).tolist(), clip_by_norm([3, 4], 9).tolist()
    ([0.6, 0.8], [3.0, 4.0])
    """
    g, c = as_finite_vector(g, "g"), as_number(c, "c")
    if not c >= 0:
        raise ValueError(f"c must be 0 or more, got {c}")
    unit = power_of_two(g)  # so that the length is never too large
    long = length(g / unit)
    return g if long <= c / unit else g / unit * (c / long)


def keep_largest(w: ArrayLike, k: SupportsIndex) -> NDArray[np.float64]:
    """Return `w` with its `k` entries of largest size kept, and 0 for the others.

    Parameters
    ----------
    w : (n,) array_like
        Real and finite.
    k : int
        From 0 to n. Of entries of one size the first are kept.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `w` is no vector or not finite, or if `k` is not from 0 to n.

    Examples
    --------
    >>> keep_largest([3, -5, 1], 2).tolist()
    [3.0, -5.0, 0.0]
    """
    w = as_finite_vector(w, "w")
    k = as_count(k, "k", 0, len(w))
    kept = np.argsort(-np.abs(w), kind="stable")[:k]
    pruned = np.zeros(len(w))
    pruned[kept] = w[kept]
    return pruned


def _cost(lam: float) -> float:
    lam = as_number(lam, "lam")
    if not 0 <= lam < math.inf:
        raise ValueError(f"lam must be 0 or more, and finite, got {lam}")
    return lam
