"""Absolute errors: Laplace's density, and the line with the smallest sum of them.

=============  ================================================================
symbol         meaning
=============  ================================================================
``m``, ``s``   the middle and the scale of Laplace's density ``exp(-|x - m| / s) / (2 s)``
``X``, ``y``   N rows of n numbers, and a number for each row; a bias is a column of ones
``w``          the weights; ``r = y - X w`` is what they miss
=============  ================================================================

Three ways to the weights with the smallest ``sum |r_i|``. They may be many; the sum is one.

Sources: P. Bloomfield and W. L. Steiger, Least absolute deviations (1983); N. Z. Shor,
Minimization methods for non-differentiable functions (1985).
"""

import math
from itertools import combinations, islice

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite,
    as_finite_matrix,
    as_finite_vector,
    as_number,
    as_positive,
    as_real_array,
)
from mathlib.probability.centres import median_interval

MOST_CHOICES = 1_000_000  # of n rows out of N


def laplace_logpdf(x: ArrayLike, m: float = 0.0, s: float = 1.0) -> NDArray[np.float64]:
    """Return the logarithm of Laplace's density, ``-|x - m| / s - log(2 s)``.

    Parameters
    ----------
    x : (...) array_like
        Real and finite.
    m, s : float
        Finite, and `s` positive.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    ValueError
        If `x` or `m` is not finite, or if `s` is not positive.

    Examples
    --------
    >>> laplace_logpdf([0, 3, -3], m=0, s=0.5).tolist()
    [0.0, -6.0, -6.0]
    """
    x = as_finite(as_real_array(x, "x"), "x").astype(float)
    m, s = as_number(m, "m"), as_positive(s, "s")
    if not math.isfinite(m):
        raise ValueError(f"m must be finite, got {m}")

    far = 2 * (np.abs(x / 2 - m / 2) / s)  # x - m may be too large for a float
    return np.asarray(-far - math.log(2) - math.log(s))


def laplace_mle(x: ArrayLike) -> tuple[tuple[float, float], float]:
    """Return the likeliest middles, all from the first to the second, and the likeliest scale.

    They are the medians, and the mean absolute deviation from any of them.

    Raises
    ------
    ValueError
        If `x` is not a finite vector, or empty, or if all its numbers are equal: the narrower the
        density, the likelier they are then.

    Examples
    --------
    >>> laplace_mle([1, 2, 4, 10])
    ((2.0, 4.0), 2.75)
    """
    x = as_finite_vector(x, "x").astype(float)
    low, high = median_interval(x)
    if x.min() == x.max():
        raise ValueError(f"x must not be all equal, or no scale is the likeliest, got {x}")

    return (low, high), float(np.abs(x - low).mean())


def lad_exact(X: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
    """Return weights with the smallest sum of absolute misses, by trying n rows at a time.

    Some best weights miss nothing in n independent rows, so one of finitely many is best.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite, its columns linearly independent.
    y : (N,) array_like
        Real and finite.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `X` is not a finite matrix of independent columns, one at least, if there are more than
        a million choices of n rows, or if `y` is not a finite vector of N entries.

    Examples
    --------
    >>> lad_exact([[1, 0], [1, 1], [1, 2], [1, 3], [1, 4]], [1, 3, 5, 7, 90]).round(9).tolist()
    [1.0, 2.0]
    """
    X, y = _as_rows(X, y)
    N, n = X.shape
    if (choices := math.comb(N, n)) > MOST_CHOICES:
        raise ValueError(f"X must have at most {MOST_CHOICES} choices of rows, got {choices}")

    least, best = math.inf, None
    y, exponent = _scaled(y)
    unit = _of_size_one(_of_size_one(X, axis=0), axis=1)
    every = combinations(range(N), n)
    while rows := list(islice(every, 4096)):
        at = np.array(rows)
        at = at[np.abs(np.linalg.det(unit[at])) > 1e-12]
        if not len(at):
            continue
        W = np.linalg.solve(X[at], y[at][..., None])[..., 0]
        sums = np.abs(y - W @ X.T).sum(axis=1)
        if sums.min() < least:
            least, best = sums.min(), W[sums.argmin()]
    if best is None:
        raise ValueError(f"X must have {n} linearly independent rows, got fewer")
    return np.asarray(np.ldexp(best, exponent))


def lad_irls(X: ArrayLike, y: ArrayLike, steps: int = 10_000) -> NDArray[np.float64]:
    """Return weights with nearly the smallest sum of absolute misses, by weighted least squares.

    ``|r| = r**2 / |r|``: each step weighs the squares by one over the last misses. Those are kept
    from zero by a number, a quarter as large whenever a step gains hardly anything. Where the sum
    is nearly flat, steps are short: about ``1 / steps`` of the least sum may be left to go.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite, with a row and a column at least.
    y : (N,) array_like
        Real and finite.
    steps : int
        How often the squares are weighed anew at most; 0 is least squares.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `X` is not a finite matrix, or is empty, if `y` is not a finite vector of N entries, or
        if `steps` is negative.

    Examples
    --------
    >>> lad_irls([[1, 0], [1, 1], [1, 2], [1, 3], [1, 4]], [1, 3, 5, 7, 90]).round(6).tolist()
    [1.0, 2.0]
    """
    X, y = _as_rows(X, y)
    steps = as_count(steps, "steps", 0)

    y, exponent = _scaled(y)
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    near = scale = float(np.abs(y - X @ w).mean())
    before = math.inf
    for _ in range(steps):
        if near <= 1e-10 * scale:
            break
        size = np.hypot(y - X @ w, near)
        if before - size.sum() < near / 1000:
            near, before = near / 4, math.inf
        else:
            before = size.sum()
        root = size**-0.5  # of the weight of each row
        w = np.linalg.lstsq(root[:, None] * X, root * y, rcond=None)[0]
    return np.asarray(np.ldexp(w, exponent))


def lad_subgradient(
    X: ArrayLike, y: ArrayLike, etas: ArrayLike, start: ArrayLike | None = None
) -> NDArray[np.float64]:
    """Return the path of ``w + eta X^T sign(y - X w) / N``, a step for each of `etas`.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite, with a row and a column at least.
    y : (N,) array_like
        Real and finite.
    etas : (T,) array_like
        How long the steps are: finite.
    start : (n,) array_like, optional
        Where it begins, else at 0.

    Returns
    -------
    (T + 1, n) ndarray
        The weights before the first step, and after each.

    Raises
    ------
    ValueError
        If `X` is not a finite matrix, or is empty, or if another argument is not a finite vector,
        or has another length.

    Examples
    --------
    >>> lad_subgradient([[1], [1], [1]], [1, 2, 7], [0.75] * 5).ravel().tolist()
    [0.0, 0.75, 1.5, 1.75, 2.0, 2.0]
    """
    X, y = _as_rows(X, y)
    etas = as_finite_vector(etas, "etas")
    N, n = X.shape
    w = np.zeros(n) if start is None else as_finite_vector(start, "start").astype(float)
    if len(w) != n:
        raise ValueError(f"start must have an entry for each of {n} columns of X, got {len(w)}")

    path = [w]
    for eta in etas:
        w = w + eta / N * (np.sign(y - X @ w) @ X)
        path.append(w)
    return np.stack(path)


def _as_rows(X: ArrayLike, y: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    X = as_finite_matrix(X, "X").astype(float, order="C")  # products round by the layout
    y = as_finite_vector(y, "y").astype(float)
    if not X.size:
        raise ValueError(f"X must have a row and a column, got shape {X.shape}")
    if len(y) != len(X):
        raise ValueError(f"y must have an entry for each of {len(X)} rows of X, got {len(y)}")
    return X, y


def _scaled(y: NDArray[np.float64]) -> tuple[NDArray[np.float64], int]:
    """Return y over a power of two, so that no sum of it is too large or too small, and which."""
    exponent = math.frexp(float(np.abs(y).max()))[1]
    return np.ldexp(y, -exponent), exponent


def _of_size_one(X: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Return X with its columns or rows divided by their largest entries, but for zeros."""
    size = np.abs(X).max(axis=axis, keepdims=True)
    return np.asarray(X / np.where(size > 0, size, 1))
