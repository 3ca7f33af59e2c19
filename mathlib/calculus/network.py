"""A network of two layers, and its gradients by hand.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``X``      a batch, (N, n): a row for each example
``W1``     weights of the hidden layer, (h, n); ``b1`` its biases, (h,)
``Z1``     what the hidden units add up, (N, h); ``A1`` what ReLU leaves of it
``W2``     weights of the last layer, (m, h); ``b2`` its biases, (m,)
``Z2``     the outputs, (N, m)
``D2``     the gradient of the loss with respect to ``Z2``, (N, m); ``D1`` the
           one with respect to ``Z1``, (N, h)
=========  ====================================================================

An example is a row here, so that ``W x`` becomes ``X W^T``, and the outer products of all examples
are added by one product of matrices.

Source: Goodfellow, Bengio and Courville, Deep Learning (2016), section 6.5.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_matrix, as_finite_vector

Real = NDArray[np.float64]


def forward(
    X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike
) -> tuple[Real, Real, Real]:
    """Return ``Z1 = X W1^T + b1``, ``A1 = max(0, Z1)`` and ``Z2 = A1 W2^T + b2``.

    Parameters
    ----------
    X : (N, n) array_like
    W1, b1 : (h, n) and (h,) array_like
    W2, b2 : (m, h) and (m,) array_like

    Returns
    -------
    ((N, h), (N, h), (N, m)) tuple of ndarrays

    Raises
    ------
    ValueError
        If a layer has not a column for each number that it gets, or a bias for each row.

    Examples
    --------
    >>> Z1, A1, Z2 = forward([[1, 2]], [[1, 1], [1, -1]], [0, 0], [[2, 5]], [1])
    >>> Z1.tolist(), A1.tolist(), Z2.tolist()
    ([[3.0, -1.0]], [[3.0, 0.0]], [[7.0]])
    """
    batch = as_finite_matrix(X, "X")
    V1, c1 = _as_layer(W1, b1, "1", batch.shape[1])
    V2, c2 = _as_layer(W2, b2, "2", len(V1))

    Z1 = batch @ V1.T + c1
    A1 = np.maximum(Z1, 0)
    return Z1, A1, A1 @ V2.T + c2


def backward(
    X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike, D2: ArrayLike
) -> tuple[Real, Real, Real, Real]:
    """Return the gradients with respect to ``W1``, ``b1``, ``W2`` and ``b2``.

    ``D1 = (D2 W2) * (Z1 > 0)``; those of the weights are ``D1^T X`` and ``D2^T A1``, those of the
    biases the sums of ``D1`` and ``D2`` over the examples. The slope of ReLU at zero counts as 0.

    Parameters
    ----------
    X, W1, b1, W2, b2 : array_like
        As `forward` takes them.
    D2 : (N, m) array_like
        The gradient with respect to the outputs: of a sum over the examples, or of a mean.

    Raises
    ------
    ValueError
        As `forward` does, or if ``D2`` has not the shape of the outputs.

    Examples
    --------
    >>> net = [[1, 1], [1, -1]], [0, 0], [[2, 5]], [1]
    >>> for gradient in backward([[1, 2]], *net, [[1]]):
    ...     print(gradient.tolist())
    [[2.0, 4.0], [0.0, 0.0]]
    [2.0, 0.0]
    [[3.0, 0.0]]
    [1.0]
    """
    Z1, A1, Z2 = forward(X, W1, b1, W2, b2)
    delta = as_finite_matrix(D2, "D2")
    if delta.shape != Z2.shape:
        raise ValueError(f"D2 must have the shape {Z2.shape} of the outputs, got {delta.shape}")

    D1 = (delta @ np.asarray(W2, float)) * (Z1 > 0)
    return D1.T @ np.asarray(X, float), D1.sum(axis=0), delta.T @ A1, delta.sum(axis=0)


def _as_layer(W: ArrayLike, b: ArrayLike, number: str, inputs: int) -> tuple[Real, Real]:
    weights = as_finite_matrix(W, f"W{number}")
    biases = as_finite_vector(b, f"b{number}")
    if weights.shape[1] != inputs:
        raise ValueError(
            f"W{number} must have a column for each of the {inputs} numbers that it gets, "
            f"got {weights.shape}"
        )
    if len(biases) != len(weights):
        raise ValueError(f"b{number} must have {len(weights)} entries, got {len(biases)}")
    return weights, biases
