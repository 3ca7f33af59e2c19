"""Counts and labels from a linear score: Poisson and logistic regression, by Newton's method.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``X``      data: N rows, one of n numbers for each observation
``y``      counts, or labels 0 and 1, one for each row
``w``      weights; ``u = X w`` is the score of each row
``u``      the logarithm of a rate, or the logit of a probability
=========  ====================================================================

A column of ones in `X` makes room for a bias. Source: McCullagh and Nelder, Generalized linear
models (1989), chapters 4 and 6.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_matrix, as_finite_vector, as_number, as_real_array, refuse_nan

Array = NDArray[np.float64]
STEPS = 1000  # of Newton's method
HALVINGS = 100


def poisson_loss(u: ArrayLike, y: ArrayLike) -> Array:
    """Return ``exp(u) - y u``, the part of the Poisson loss that depends on the log-rate u.

    Parameters
    ----------
    u : (...) array_like
        Logarithms of rates; -inf is the rate 0, and inf costs inf.
    y : (...) array_like
        Numbers of at least 0, of a shape that fits that of `u`.

    Raises
    ------
    ValueError
        If `y` is negative or not finite, if `u` holds nan, or the shapes do not fit.

    Examples
    --------
    >>> poisson_loss([0.0, 1.0], [0, 1]).round(6).tolist()
    [1.0, 1.718282]
    """
    u, y = _fitted(u, y)
    if not np.all((y >= 0) & (y < np.inf)):
        raise ValueError(f"y must be 0 or more and finite, got {y}")
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(np.where(u == np.inf, u, np.exp(u) - np.where(y > 0, y * u, 0)))


def logistic_loss(u: ArrayLike, y: ArrayLike) -> Array:
    """Return ``log(1 + exp(u)) - y u``, the surprise of the label y at the logit u.

    Parameters
    ----------
    u : (...) array_like
        Logits, finite.
    y : (...) array_like
        Labels 0 and 1, or probabilities between, of a shape that fits that of `u`.

    Raises
    ------
    ValueError
        If `y` is not from 0 to 1, if `u` is not finite, or the shapes do not fit.

    Examples
    --------
    >>> logistic_loss([1000.0, -1000.0], [1, 1]).tolist()
    [0.0, 1000.0]
    """
    u, y = _fitted(u, y)
    if not np.all((y >= 0) & (y <= 1)):
        raise ValueError(f"y must be from 0 to 1, got {y}")
    if not np.all(np.isfinite(u)):
        raise ValueError(f"u must be finite, got {u}")
    # log(1 + e^u) is the larger of 0 and u, and a rest that never overflows.
    return np.asarray(np.where(u > 0, (1 - y) * u, -y * u) + np.log1p(np.exp(-np.abs(u))))


def poisson_regression(X: ArrayLike, y: ArrayLike, price: float = 0.0) -> Array:
    """Return the w with the smallest ``sum_i (exp(u_i) - y_i u_i) + price |w|^2 / 2``, u = X w.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite; for a price of 0 its columns are independent.
    y : (N,) array_like
        Counts, or other numbers of at least 0.
    price : float
        0 or more.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If an argument is not as above, or no w is the best: the weights grow without end, as they
        do if all counts are 0.

    Examples
    --------
    >>> np.exp(poisson_regression([[1], [1], [1]], [0, 1, 5])).round(6).tolist()
    [2.0]
    """
    X, y, price = _as_table(X, y, price)
    if np.any(y < 0):
        raise ValueError(f"y must be 0 or more, got {y}")
    return _newton(X, y, price, poisson_loss, _poisson_slopes, np.log(y + 0.5))


def logistic_regression(X: ArrayLike, y: ArrayLike, price: float = 0.0) -> Array:
    """Return the w with the smallest ``sum_i logistic_loss(u_i, y_i) + price |w|^2 / 2``, u = X w.

    What it takes and what it refuses is as in `poisson_regression`, but `y` holds labels, 0 and 1.
    No w is the best if a plane separates the labels and the price is 0.

    Examples
    --------
    >>> logistic_regression([[1], [1], [1], [1]], [0, 1, 1, 1]).round(6).tolist()
    [1.098612]
    """
    X, y, price = _as_table(X, y, price)
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"y must be zeros and ones, got {y}")
    return _newton(X, y, price, logistic_loss, _logistic_slopes, np.zeros(len(y)))


def _newton(
    X: Array,
    y: Array,
    price: float,
    loss: Callable[[Array, Array], Array],
    slopes: Callable[[Array, Array], tuple[Array, Array]],
    start: Array,
) -> Array:
    """Newton's method, each step halved until the loss falls; `slopes` are its derivatives by u.

    A step solves ``(X^T D X + P) step = X^T g + P w``, the normal equations of a least-squares
    problem with the rows ``sqrt(D) X`` and ``sqrt(P)``: solved as one, it keeps twice the digits.
    """
    size = np.abs(X).max(axis=0)
    size[size == 0] = 1
    X = X / size  # columns of one size, and weights that make up for it
    root = np.minimum(np.sqrt(price) / size, 1e150)  # of the price of each

    def total(w: Array) -> float:
        return float(np.sum(loss(X @ w, y)) + np.sum((root * w) ** 2) / 2)

    w: Array = np.linalg.lstsq(X, start, rcond=None)[0].astype(float)
    for _ in range(STEPS):
        u = X @ w
        g, d = slopes(u, y)
        d = np.sqrt(d)
        pull = np.divide(g, d, out=np.zeros_like(g), where=d > 0)
        rows, right = np.vstack([d[:, None] * X, np.diag(root)]), np.concatenate([pull, root * w])
        step, _, rank, _ = np.linalg.lstsq(rows, right, rcond=None)
        if price == 0 and rank < len(w):
            break
        if np.abs(X @ step).max() < 1e-7 + 1e-13 * np.abs(u).max():
            return np.asarray((w - step) / size)
        here = total(w)
        for _ in range(HALVINGS):
            if total(w - step) <= here + 1e-14 * abs(here):
                break
            step = step / 2
        w = w - step
    raise ValueError(
        "X and y must have a best w: columns of X depend on each other, or weights grow without "
        f"end, got {w / size} on the way"
    )


def _poisson_slopes(u: Array, y: Array) -> tuple[Array, Array]:
    return np.exp(u) - y, np.exp(u)


def _logistic_slopes(u: Array, y: Array) -> tuple[Array, Array]:
    p, q = _sigmoid(u), _sigmoid(-u)
    return (1 - y) * p - y * q, p * q


def _sigmoid(u: Array) -> Array:
    e = np.exp(-np.abs(u))
    return np.asarray(np.where(u > 0, 1, e) / (1 + e))


def _as_table(X: ArrayLike, y: ArrayLike, price: Any) -> tuple[Array, Array, float]:
    X, y, price = as_finite_matrix(X, "X"), as_finite_vector(y, "y"), as_number(price, "price")
    if len(y) != len(X):
        raise ValueError(f"y must have an entry for each of {len(X)} rows of X, got {len(y)}")
    if not X.size:
        raise ValueError(f"X must have a row and a column, got shape {X.shape}")
    if not 0 <= price < np.inf:
        raise ValueError(f"price must be 0 or more and finite, got {price}")
    return X, y, float(price)


def _fitted(u: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    u, y = (as_real_array(a, name).astype(float) for a, name in ((u, "u"), (y, "y")))
    refuse_nan(u, "u")
    try:
        np.broadcast_shapes(u.shape, y.shape)
    except ValueError:
        raise ValueError(f"u and y must fit, got shapes {u.shape} and {y.shape}") from None
    return u, y
