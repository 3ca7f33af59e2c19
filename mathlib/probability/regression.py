"""Linear regression: fit a weighted sum and a shift, polynomials, and squares of sums.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``X``      N rows of n numbers, one row for each observation
``y``      N numbers, one for each row: what is to be predicted
``w, b``   weights and shift: the prediction for a row x is ``x . w + b``
``price``  of a unit of ``|w|^2``, beside the sum of the squares
``W``      a symmetric matrix, of the quadratic ``x^T W x``
=========  ====================================================================

Source: Zhang, Lipton, Li and Smola, Dive into Deep Learning (2023), section 3.1.
"""

import math
from typing import Any, NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite_matrix,
    as_finite_vector,
    as_flag,
    as_instance,
    as_number,
    power_of_two,
    refuse_huge,
)

EPSILON = 2.0**-52


class Model(NamedTuple):
    """Weights `w`, of shape (n,), and a shift `b`: a row x is predicted ``x . w + b``."""

    w: NDArray[np.float64]
    b: float


class Squares(NamedTuple):
    """Directions, the columns of `Q`, and weights `d`: the sum of ``d[k] (Q[:, k] . x)^2``."""

    Q: NDArray[np.float64]
    d: NDArray[np.float64]


def fit(X: ArrayLike, y: ArrayLike, bias: bool = True, price: float = 0.0) -> Model:
    """Return the w and b with the least ``|y - X w - b|^2 + price |w|^2``: b costs nothing.

    Where many are least, because columns depend on each other, it is the shortest w.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite, at least one row.
    y : (N,) array_like
        Real and finite.
    bias : bool
        Whether there is a shift; without one b is 0.
    price : float
        Finite, 0 or more.

    Returns
    -------
    w : (n,) ndarray
    b : float

    Raises
    ------
    ValueError
        If `X` has no row, or is no finite matrix, if `y` has not an entry for each row, or if
        `price` is negative or not finite.

    Examples
    --------
    >>> w, b = fit([[-1], [0], [1]], [1, 0, 5])
    >>> w.round(9).tolist(), round(b, 9)
    ([2.0], 2.0)
    """
    X, y = as_finite_matrix(X, "X"), as_finite_vector(y, "y")
    if not len(X):
        raise ValueError(f"X must have at least one row, got shape {X.shape}")
    if len(y) != len(X):
        raise ValueError(f"y must have an entry for each of {len(X)} rows of X, got {len(y)}")
    bias, price = as_flag(bias, "bias"), as_number(price, "price")
    if not 0 <= price < math.inf:
        raise ValueError(f"price must be finite and 0 or more, got {price}")

    size, high = power_of_two(X), power_of_two(y)
    X, y = X / size, y / high  # no square overflows
    middle, mean = (_mean(X), _mean(y)) if bias else (np.zeros(X.shape[1]), 0.0)
    U, sigma, Vt = np.linalg.svd(X - middle, full_matrices=False)
    kept = sigma > max(X.shape) * EPSILON * sigma.max(initial=0.0)
    sigma, Vt = sigma[kept], Vt[kept]
    w = Vt.T @ ((U[:, kept].T @ (y - mean)) / (sigma + (math.sqrt(price) / size) ** 2 / sigma))
    with np.errstate(over="ignore"):
        return Model(w * (high / size), float((mean - middle @ w) * high))


def predict(model: Model, X: ArrayLike) -> NDArray[np.float64]:
    """Return the prediction for each row of `X`, ``X w + b``.

    Parameters
    ----------
    model : Model
        As `fit` returns it.
    X : (N, n) array_like
        Real and finite.

    Returns
    -------
    (N,) ndarray

    Raises
    ------
    ValueError
        If `X` is no finite matrix, or has not a column for each weight.

    Examples
    --------
    >>> predict(fit([[0], [2]], [1, 5]), [[1], [3]]).round(9).tolist()
    [3.0, 7.0]
    """
    model, X = as_instance(model, "model", Model), as_finite_matrix(X, "X")
    if X.shape[1] != len(model.w):
        raise ValueError(f"X must have a column for each of {len(model.w)} weights, got {X.shape}")

    with np.errstate(over="ignore"):
        return np.asarray(X @ model.w + model.b)


def polynomial(x: ArrayLike, degree: SupportsIndex) -> NDArray[np.float64]:
    """Return Legendre's polynomials of degree 0 to `degree` at `x`, of mean square 1 from -1 to 1.

    Every polynomial of that degree is a weighted sum of these columns, and they are far from
    depending on each other, as the powers of x nearly do.

    Parameters
    ----------
    x : (N,) array_like
        Real, from -1 to 1.
    degree : int
        0 or more.

    Returns
    -------
    (N, degree + 1) ndarray
        Column 0 is all ones.

    Raises
    ------
    ValueError
        If `x` is no finite vector or leaves its bounds, or `degree` is negative, or too large.

    Examples
    --------
    >>> polynomial([-1, 0, 1], 1).round(3).tolist()
    [[1.0, -1.732], [1.0, 0.0], [1.0, 1.732]]
    """
    x, degree = as_finite_vector(x, "x"), as_count(degree, "degree", 0)
    if np.abs(x).max(initial=0.0) > 1:
        raise ValueError(f"x must be from -1 to 1, got {x}")
    refuse_huge(len(x) * (degree + 1), degree=degree)

    columns = np.polynomial.legendre.legvander(x, degree)
    return np.asarray(columns * np.sqrt(2 * np.arange(degree + 1) + 1))


def squaring_network(W: ArrayLike) -> Squares:
    """Return the fewest directions and weights with ``x^T W x = sum(d[k] (Q[:, k] . x)^2)``.

    Parameters
    ----------
    W : (n, n) array_like
        Real, finite and symmetric.

    Returns
    -------
    Q : (n, r) ndarray
        Orthonormal columns, where r is the rank of `W`.
    d : (r,) ndarray
        The eigenvalues that are not 0, up to rounding, the least first.

    Raises
    ------
    ValueError
        If `W` is no finite square matrix, or not symmetric.

    Examples
    --------
    >>> Q, d = squaring_network([[0, 1], [1, 0]])
    >>> d.round(9).tolist(), (Q**2).round(9).tolist()
    ([-1.0, 1.0], [[0.5, 0.5], [0.5, 0.5]])
    """
    W = as_finite_matrix(W, "W")
    if W.shape[0] != W.shape[1] or not np.array_equal(W, W.T):
        raise ValueError(f"W must be square and symmetric, got {W}")

    size = power_of_two(W)
    d, Q = np.linalg.eigh(W / size)
    kept = np.abs(d) > len(d) * EPSILON * np.abs(d).max(initial=0.0)
    return Squares(Q[:, kept], d[kept] * size)


def _mean(a: NDArray[np.float64]) -> Any:
    return a[0] + np.mean(a - a[0], axis=0)  # no digits are lost to a common offset
