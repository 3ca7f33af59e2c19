"""Graphs as matrices: the Laplacian, the pieces of a graph, a graph of near points.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``W``                   weights of the edges, W[i, j] = W[j, i], 0 for none
``D``                   the sums of the rows of W, on the diagonal
``L``                   the Laplacian, D - W
``X``                   points, one in each row
======================  =====================================================
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_finite, as_matrix, as_real_array, refuse_unless_square


def laplacian(W: ArrayLike) -> NDArray[np.float64]:
    """Return the Laplacian ``L = D - W`` of a graph, where D holds the sums of the rows of `W`.

    Parameters
    ----------
    W : (n, n) array_like
        Real, finite, symmetric, 0 or more: ``W[i, j]`` is the weight of the edge between i and j,
        0 if there is none. An edge from a node to itself changes nothing.

    Raises
    ------
    ValueError
        If `W` is not as above.

    Notes
    -----
    M. Fiedler, Algebraic connectivity of graphs (1973).

    Examples
    --------
    >>> laplacian([[0, 1, 0], [1, 0, 2], [0, 2, 0]]).tolist()
    [[1.0, -1.0, 0.0], [-1.0, 3.0, -2.0], [0.0, -2.0, 2.0]]
    """
    W = _as_weights(W, "W")

    W[np.diag_indices(len(W))] = 0
    L = 0.0 - W  # not -W, whose zeros have a sign
    L[np.diag_indices(len(W))] = W.sum(axis=1)
    return L


def components(W: ArrayLike) -> NDArray[np.int64]:
    """Return for each node of a graph the number of the piece that it is in.

    Two nodes are in one piece if edges lead from one to the other. Pieces are numbered from 0 in
    the order of their first nodes.

    Parameters
    ----------
    W : (n, n) array_like
        As in `laplacian`: an edge is where ``W[i, j] > 0``.

    Returns
    -------
    (n,) ndarray of int

    Examples
    --------
    >>> components([[0, 0, 1], [0, 0, 0], [1, 0, 0]]).tolist()
    [0, 1, 0]
    """
    W = _as_weights(W, "W")

    found = np.full(len(W), -1)
    for first in range(len(W)):
        reached, number = [first] if found[first] < 0 else [], found.max() + 1
        while reached:
            i = reached.pop()
            found[i] = number
            reached += np.flatnonzero((W[i] > 0) & (found < 0)).tolist()
    return found.astype(np.int64)


def nearest_graph(X: ArrayLike, k: int) -> NDArray[np.int64]:
    """Return the graph that joins each row of `X` with the `k` rows nearest to it, edges of 1.

    Parameters
    ----------
    X : (N, n) array_like
        Real and finite, a point in each row.
    k : int
        From 0 to N - 1. Of equally near rows the earlier is nearer.

    Returns
    -------
    (N, N) ndarray of 0 and 1
        Symmetric: rows i and j are joined if one of them is among the nearest of the other.

    Raises
    ------
    ValueError
        If `X` is not a finite matrix, or `k` is out of its bounds.

    Examples
    --------
    >>> nearest_graph([[0], [1], [3]], 1).tolist()
    [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    """
    X = _as_finite_matrix(X, "X")
    k = as_count(k, "k", 0, len(X) - 1)

    size = np.abs(X).max()
    points: NDArray[np.float64] = np.ldexp(X, -np.frexp(size)[1])  # no square is too large
    W = np.zeros((len(X), len(X)), np.int64)
    for i, x in enumerate(points):
        far = ((points - x) ** 2).sum(axis=1)
        far[i] = np.inf
        W[i, np.argsort(far, kind="stable")[:k]] = 1
    return np.maximum(W, W.T)


def _as_weights(W: ArrayLike, name: str) -> NDArray[np.float64]:
    W = _as_finite_matrix(W, name)
    refuse_unless_square(W, name)
    if (W != W.T).any():
        raise ValueError(f"{name} must be symmetric, got {W}")
    if (W < 0).any():
        raise ValueError(f"{name} must be 0 or more, got {W.min()}")
    return W


def _as_finite_matrix(A: ArrayLike, name: str) -> NDArray[np.float64]:
    return as_finite(as_real_array(as_matrix(A, name), name), name)
