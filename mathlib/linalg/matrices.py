"""A matrix as a map: its product with a vector, by rows and by columns, and the bases it hangs on.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``                   an m by n matrix with the entries ``A[i, j]``
``x``                   a vector of n entries, which goes in
``y``                   ``A x``, a vector of m entries, which comes out
``a_j``                 column j of A, ``A[:, j]``
``u``, ``v``            two vectors, of m and of n entries
``B``                   a basis: n vectors of n entries as its columns
======================  =====================================================
"""

from collections.abc import Callable
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_real_matrix, as_real_vector, refuse_huge


def matvec_rows(A: ArrayLike, x: ArrayLike) -> NDArray[Any]:
    """Return ``A x`` by rows: ``y[i]`` is the dot product of row i with x.

    Parameters
    ----------
    A : (m, n) array_like
        A real matrix; m and n may be 0.
    x : (n,) array_like
        A real vector, with an entry for each column of `A`.

    Returns
    -------
    (m,) ndarray, of the common type of `A` and `x`

    Raises
    ------
    ValueError
        If `A` is not a matrix, or `x` not a vector of n entries.

    Examples
    --------
    >>> matvec_rows([[1, 2], [3, 4], [5, 6]], [10, 1])
    array([12, 34, 56])
    """
    A, x = _as_factors(A, x)

    m, n = A.shape
    y = np.zeros(m, np.result_type(A, x))
    for i in range(m):
        for j in range(n):
            y[i] += A[i, j] * x[j]
    return y


def matvec_columns(A: ArrayLike, x: ArrayLike) -> NDArray[Any]:
    """Return ``A x`` by columns: the sum ``x[0] a_0 + x[1] a_1 + ...``.

    Parameters
    ----------
    A : (m, n) array_like
        A real matrix; m and n may be 0.
    x : (n,) array_like
        A real vector, with an entry for each column of `A`.

    Returns
    -------
    (m,) ndarray, of the common type of `A` and `x`
        Without columns it is zero.

    Raises
    ------
    ValueError
        If `A` is not a matrix, or `x` not a vector of n entries.

    Examples
    --------
    >>> matvec_columns([[1, 2], [3, 4], [5, 6]], [10, 1])
    array([12, 34, 56])
    """
    A, x = _as_factors(A, x)

    m, n = A.shape
    y = np.zeros(m, np.result_type(A, x))
    for j in range(n):
        y += x[j] * A[:, j]
    return y


def outer(u: ArrayLike, v: ArrayLike) -> NDArray[Any]:
    """Return the outer product ``u v^T``: the m by n matrix of all ``u[i] v[j]``.

    Parameters
    ----------
    u : (m,) array_like
    v : (n,) array_like
        Real vectors; m and n need not be equal, and may be 0.

    Returns
    -------
    (m, n) ndarray, of the common type of `u` and `v`

    Raises
    ------
    ValueError
        If `u` or `v` is not a vector, or if the matrix would be huge.

    Examples
    --------
    >>> outer([1, 2, 3], [10, 1])
    array([[10,  1],
           [20,  2],
           [30,  3]])
    """
    u, v = as_real_vector(u, "u"), as_real_vector(v, "v")
    refuse_huge(len(u) * len(v), u=len(u), v=len(v))

    product: NDArray[Any] = u[:, None] * v[None, :]
    return product


def matrix_of(f: Callable[[NDArray[np.float64]], ArrayLike], n: SupportsIndex) -> NDArray[Any]:
    """Return the matrix whose columns are ``f(e_0), ..., f(e_{n-1})``.

    If `f` is linear, it is ``x -> A x`` with this matrix A, and with no other. Of another function
    it is a matrix all the same: that `f` is linear is not asked here.

    Parameters
    ----------
    f : function of an (n,) ndarray of floats
        It returns a vector of m real entries, as many for every unit vector.
    n : int
        How many entries its argument has, 0 or more. With 0, `f` is called once, to learn m.

    Returns
    -------
    (m, n) ndarray

    Raises
    ------
    ValueError
        If `n` is negative, or if `f` returns what is no vector, or vectors of several lengths.
    TypeError
        If `f` is no function, or `n` no integer, or if `f` returns what are no real numbers.

    Examples
    --------
    >>> matrix_of(lambda x: [x[1], x[0], x[0] + x[1]], 2)
    array([[0., 1.],
           [1., 0.],
           [1., 1.]])
    """
    if not callable(f):
        raise TypeError(f"f must be a function, got {f!r}")
    n = as_count(n, "n", 0)
    refuse_huge(n * n, n=n)

    inputs = np.eye(n) if n else np.zeros((1, 0))
    images = [as_real_vector(f(e_j.copy()), "f(x)").copy() for e_j in inputs]
    for image in images:
        if len(image) != len(images[0]):
            raise ValueError(
                f"f(x) must have as many entries for every x, got {len(images[0])} and {len(image)}"
            )
    return np.stack(images, axis=1)[:, :n].copy()


def change_of_basis(A: ArrayLike, B: ArrayLike) -> NDArray[np.float64]:
    """Return the matrix of ``x -> A x`` in the basis of the columns of B: ``B^{-1} A B``.

    Its column j holds the coordinates of ``A b_j``: the numbers z with ``B z = A b_j``. No inverse
    is formed.

    Parameters
    ----------
    A : (n, n) array_like
        The matrix of a map in the unit vectors.
    B : (n, n) array_like
        A basis, as columns.

    Returns
    -------
    (n, n) ndarray

    Raises
    ------
    ValueError
        If `A` is not square, if `B` has another shape, or if its columns are no basis. That is
        told from zero pivots: columns that are nearly dependent give large errors.

    Examples
    --------
    >>> change_of_basis([[0, 1], [1, 0]], [[1, 1], [1, -1]]) + 0.0
    array([[ 1.,  0.],
           [ 0., -1.]])
    """
    A, B = as_real_matrix(A, "A"), as_real_matrix(B, "B")
    if A.shape[0] != A.shape[1]:
        raise ValueError(f"A must be square, got shape {A.shape}")
    if B.shape != A.shape:
        raise ValueError(f"B must have the shape of A, {A.shape}, got {B.shape}")

    _, power = np.frexp(np.abs(B.astype(np.float64)).max(axis=0, initial=0))
    near_one = np.ldexp(B.astype(np.float64), -power)  # each column, so that none overflows
    try:
        M = np.linalg.solve(near_one, A.astype(np.float64) @ near_one).astype(np.float64)
    except np.linalg.LinAlgError:
        M = np.full(A.shape, np.nan)  # as in the reader's page, where NumPy raises nothing
    if M.size and np.isnan(M).all() and np.isfinite(A).all() and np.isfinite(B).all():
        raise ValueError(f"B must have a basis as its columns, got {B.tolist()}")
    scaled_back: NDArray[np.float64] = np.ldexp(M, power - power[:, None])
    return scaled_back


def _as_factors(A: ArrayLike, x: ArrayLike) -> tuple[NDArray[Any], NDArray[Any]]:
    A, x = as_real_matrix(A, "A"), as_real_vector(x, "x")
    if len(x) != A.shape[1]:
        raise ValueError(
            f"x must have an entry for each column of A, {A.shape[1]}, got {len(x)} entries"
        )
    return A, x
