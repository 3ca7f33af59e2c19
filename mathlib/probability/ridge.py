"""Least squares where columns repeat each other, and the penalty that noise amounts to.

=========  =====================================================================
symbol     meaning
=========  =====================================================================
``X``      data: N rows, one of n numbers for each observation
``y``      what goes with each row
``w``      weights, one for each column; ``X w`` are the predictions
``price``  lambda, by which the square of the length of ``w`` is multiplied
=========  =====================================================================

Source: Hastie, Tibshirani and Friedman, The elements of statistical learning (2009), section 3.4.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_matrix, as_finite_vector, as_number, power_of_two
from mathlib.linalg.singular import EPSILON, pinv


def ridge(X: ArrayLike, y: ArrayLike, price: float) -> NDArray[np.float64]:
    """Return the w with the smallest ``|y - X w|^2 + price |w|^2``.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite; its columns may depend on each other.
    y : (N,) array_like
        Real and finite.
    price : float
        0 or more. For 0 it is the shortest of all w with the smallest ``|y - X w|``. Singular
        values of `X` that `pinv` takes for zero count as zero for every price.

    Returns
    -------
    (n,) ndarray
        ``(X^T X + price I)^-1 X^T y``, for a price above 0.

    Raises
    ------
    ValueError
        If `X` is not a finite matrix, `y` not a finite vector of N entries, or `price` negative
        or not finite.

    Examples
    --------
    >>> ridge([[1, 1], [1, 1]], [2, 2], 0).round(9).tolist()
    [1.0, 1.0]
    >>> ridge([[1, 1], [1, 1]], [2, 2], 4).round(9).tolist()
    [0.5, 0.5]
    """
    X, y = as_finite_matrix(X, "X"), as_finite_vector(y, "y")
    if len(y) != len(X):
        raise ValueError(f"y must have an entry for each of {len(X)} rows of X, got {len(y)}")
    price = _as_price(price)
    if not X.size:
        return np.zeros(X.shape[1])

    # In units in which no square overflows, and no entry that matters vanishes.
    root = np.sqrt(price)
    own, high = power_of_two(X), power_of_two(y)
    unit = max(own, power_of_two(root)) if price else own
    U, s, Vt = np.linalg.svd(X / own, full_matrices=False)
    r = int((s > max(X.shape) * EPSILON * s.max()).sum())  # the others are zeros, as in pinv
    s, root = s[:r] * (own / unit), root / unit
    larger = np.maximum(s, root)
    shrunk = (s / larger) / (s * (s / larger) + root * (root / larger))
    return np.asarray(Vt[:r].T @ (shrunk * (U[:, :r].T @ (y / high))) * (high / unit))


def expected_gram(X: ArrayLike, variance: float) -> NDArray[np.float64]:
    """Return the mean of ``(X + E)^T (X + E)`` over noise E, which is ``X^T X + N variance I``.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite.
    variance : float
        Of each entry of E, 0 or more; the entries have the mean 0 and are uncorrelated.

    Returns
    -------
    (n, n) ndarray
        Infinite where an entry is too large for a float.

    Raises
    ------
    ValueError
        If `X` is not a finite matrix, or `variance` negative or not finite.

    Examples
    --------
    >>> expected_gram([[1, 2], [3, 4]], 0.5).tolist()
    [[11.0, 14.0], [14.0, 21.0]]
    """
    X = as_finite_matrix(X, "X")
    variance = _as_price(variance, "variance")
    unit = power_of_two(X)
    with np.errstate(over="ignore"):
        mean: NDArray[np.float64] = (X / unit).T @ (X / unit) * unit * unit
        mean[np.diag_indices_from(mean)] += len(X) * np.float64(variance)
    return mean


def nearest_solution(X: ArrayLike, y: ArrayLike, start: ArrayLike) -> NDArray[np.float64]:
    """Return, of all w with the smallest ``|y - X w|``, the one that is nearest to `start`.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite.
    y : (N,) array_like
    start : (n,) array_like

    Returns
    -------
    (n,) ndarray
        ``start + X^+ (y - X start)``: where gradient descent from `start` ends.

    Raises
    ------
    ValueError
        If `X` is not a finite matrix, or `y` or `start` has another number of entries.

    Examples
    --------
    >>> nearest_solution([[1, 1]], [4], [3, 0]).round(9).tolist()
    [3.5, 0.5]
    """
    X, y = as_finite_matrix(X, "X"), as_finite_vector(y, "y")
    w = as_finite_vector(start, "start")
    if len(y) != len(X):
        raise ValueError(f"y must have an entry for each of {len(X)} rows of X, got {len(y)}")
    if len(w) != X.shape[1]:
        raise ValueError(
            f"start must have an entry for each of {X.shape[1]} columns of X, got {len(w)}"
        )
    unit = power_of_two(X)  # so that X w does not overflow
    return w + pinv(X / unit) @ (y / unit - (X / unit) @ w)


def _as_price(price: Any, name: str = "price") -> float:
    price = as_number(price, name)
    if not 0 <= price < np.inf:
        raise ValueError(f"{name} must be 0 or more and finite, got {price}")
    return float(price)
