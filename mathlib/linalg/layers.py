"""Layers: affine maps, one after the other, and the fully connected layer of a network.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``W``, ``b``            weights (m, n) and biases (m,) of a layer: x goes to W x + b
``X``                   a batch: N inputs of n entries, one in each row, (N, n)
======================  =====================================================
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_finite_matrix,
    as_real_array,
    as_real_matrix,
    as_sequence,
    numbers_of,
    power_of_two,
)
from mathlib.linalg.systems import matrix_norm


def augment(W: ArrayLike, b: ArrayLike) -> NDArray[np.float64]:
    """Return the affine map W x + b as one matrix, which acts on x with a 1 below it.

    Parameters
    ----------
    W : (m, n) array_like
    b : (m,) array_like

    Returns
    -------
    (m + 1, n + 1) ndarray
        `W` and, to its right, `b`; the last row is 0 but for a 1 at its end.

    Raises
    ------
    ValueError
        If `W` is not a matrix, or if `b` is not a vector with an entry for each row of it.

    Examples
    --------
    >>> augment([[2, 0], [0, 3]], [10, 20]).tolist()
    [[2.0, 0.0, 10.0], [0.0, 3.0, 20.0], [0.0, 0.0, 1.0]]
    """
    W, b = _layer(W, b, "W", "b")
    m, n = W.shape
    augmented = np.zeros((m + 1, n + 1))
    augmented[:m, :n], augmented[:m, n], augmented[m, n] = W, b, 1
    return augmented


def collapse(
    layers: Iterable[tuple[ArrayLike, ArrayLike]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the one layer that does what several affine layers do, one after the other.

    Parameters
    ----------
    layers : sequence of pairs (W, b)
        The first is applied first; one at the least.

    Returns
    -------
    W : (m, n) ndarray
        From the inputs of the first layer to the outputs of the last.
    b : (m,) ndarray

    Raises
    ------
    ValueError
        If there is no layer, or if one does not take what the one before it gives.

    Examples
    --------
    >>> W, b = collapse([([[2]], [1]), ([[10]], [5])])
    >>> W.tolist(), b.tolist()
    ([[20.0]], [15.0])
    """
    pairs = [_pair(layer, i) for i, layer in enumerate(as_sequence(layers, "layers"))]
    if not pairs:
        raise ValueError("layers must hold at least one pair (W, b), got none")
    _refuse_unless_chained([W for W, _ in pairs], "layers")

    W, b = pairs[0]
    for C, c in pairs[1:]:
        W, b = C @ W, C @ b + c
    return W.copy(), b.copy()


def dense(
    X: ArrayLike,
    W: ArrayLike,
    b: ArrayLike,
    f: Callable[[NDArray[np.float64]], ArrayLike] | None = None,
) -> NDArray[Any]:
    """Return what a fully connected layer makes of a batch: ``f(X W^T + b)``.

    Parameters
    ----------
    X : (N, n) array_like
        An input in each row; there may be none.
    W : (m, n) array_like
    b : (m,) array_like
    f : callable, optional
        Applied to the (N, m) array, and makes numbers of it; by default nothing is applied.

    Returns
    -------
    (N, m) ndarray

    Raises
    ------
    ValueError
        If `X` or `W` is not a matrix, if their rows have different lengths, if `b` does not have
        an entry for each row of `W`, or if `f` changes the shape.
    TypeError
        If `f` is no function, or does not return numbers.

    Examples
    --------
    >>> dense([[1, 2], [0, 1]], [[1, 0], [1, -1], [0, 5]], [0, 0, 1]).tolist()
    [[1.0, -1.0, 11.0], [0.0, -1.0, 6.0]]
    """
    W, b = _layer(W, b, "W", "b")
    X = as_real_matrix(X, "X").astype(np.float64)
    if X.shape[1] != W.shape[1]:
        raise ValueError(
            f"X must have rows as long as those of W, {W.shape[1]} entries, got shape {X.shape}"
        )
    if f is not None and not callable(f):
        raise TypeError(f"f must be a function, got {f!r}")

    z: NDArray[np.float64] = X @ W.T + b
    if f is None:
        return z
    given = f(z)
    h = numbers_of(given)
    if h is None:
        raise TypeError(f"f must return numbers, got {given!r}")
    if h.shape != z.shape:
        raise ValueError(f"f must keep the shape {z.shape}, got {h.shape}")
    return h.copy()


def lipschitz_bound(weights: Iterable[ArrayLike]) -> float:
    """Return the product of the spectral norms, which bounds how far a network pulls points apart.

    If every activation between the layers is 1-Lipschitz, as ReLU and tanh are, then
    ``|F(x) - F(y)| <= lipschitz_bound(weights) |x - y|``.

    Parameters
    ----------
    weights : sequence of (m, n) array_like
        The weights of the layers, real and finite, the first to be applied first; without any
        the bound is 1, that of the identity.

    Returns
    -------
    float
        Infinite, or 0, only where the product itself is too large, or too small, for a float.

    Raises
    ------
    ValueError
        If one of them is not a matrix or not finite, or does not take what the one before gives.

    Examples
    --------
    >>> lipschitz_bound([[[3, 0], [0, 1]], [[0, 2]]])
    6.0
    """
    given = enumerate(as_sequence(weights, "weights"))
    every = [as_finite_matrix(W, f"weights[{i}]") for i, W in given]
    _refuse_unless_chained(every, "weights")

    mantissa, exponent = 1.0, 0  # of the product, so that nothing on the way to it is too large
    for W in every:
        scale = power_of_two(W)
        for factor in (matrix_norm(W / scale), scale):
            mantissa, more = math.frexp(mantissa * factor)
            exponent += more
    with np.errstate(over="ignore", under="ignore"):
        return float(np.ldexp(mantissa, exponent))


def _refuse_unless_chained(weights: Sequence[NDArray[np.float64]], name: str) -> None:
    for i in range(1, len(weights)):
        gives, takes = len(weights[i - 1]), weights[i].shape[1]
        if gives != takes:
            raise ValueError(
                f"{name}[{i}] must take what the one before gives, {gives} numbers, got {takes}"
            )


def _pair(layer: Any, i: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    try:
        W, b = layer
    except (TypeError, ValueError):
        raise ValueError(f"layers[{i}] must be a pair (W, b), got {layer!r}") from None
    return _layer(W, b, f"layers[{i}][0]", f"layers[{i}][1]")


def _layer(
    W: ArrayLike, b: ArrayLike, names_W: str, names_b: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    W = as_real_matrix(W, names_W).astype(np.float64)
    b = as_real_array(b, names_b).astype(np.float64)
    if b.shape != W.shape[:1]:
        raise ValueError(
            f"{names_b} must have an entry for each row of {names_W}, shape ({len(W)},), "
            f"got shape {b.shape}"
        )
    return W, b
