"""Matrices with constant diagonals: Toeplitz, banded, circulant.

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``c, r``   first column and first row of a Toeplitz matrix
``T``      Toeplitz: ``T[i, j]`` depends on ``i - j`` alone
``C``      circulant: a square Toeplitz matrix that wraps around,
           ``C[i, j] = c[(i - j) mod n]``
``k``      a kernel, ``len(k)`` entries; ``n`` is the length of the signal
``x, y``   a signal and the result of a matrix acting on it
=========  ==================================================================

Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 4.7 and 4.8.
"""

from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_matrix, as_vector, refuse_huge


def toeplitz_matrix(c: ArrayLike, r: ArrayLike) -> NDArray[np.generic]:
    """Return T with constant diagonals: ``T[i, j] = c[i-j]`` or ``r[j-i]``.

    Parameters
    ----------
    c : (m,) array_like
        First column.
    r : (n,) array_like
        First row. ``r[0]`` must equal ``c[0]``: both are the corner of T.

    Returns
    -------
    (m, n) ndarray, of the common type of `c` and `r`

    Raises
    ------
    ValueError
        If `c` or `r` is not a non-empty vector, or if their corners differ.

    Examples
    --------
    >>> toeplitz_matrix([1, 2, 3], [1, 9])
    array([[1, 9],
           [2, 1],
           [3, 2]])
    """
    c, r = _column_and_row(c, r)
    refuse_huge(len(c) * len(r), c=len(c), r=len(r))

    m, n = len(c), len(r)
    diagonals = np.concatenate((c[::-1], r[1:]))  # bottom left to top right
    lag = np.subtract.outer(np.arange(m), np.arange(n))  # lag[i, j] = i - j
    return np.take(diagonals, (m - 1) - lag)


def correlation_matrix(k: ArrayLike, n: SupportsIndex) -> NDArray[np.generic]:
    """Return the valid cross-correlation with `k` as a matrix: ``T[i, j] = k[j-i]``.

    Parameters
    ----------
    k : (K,) array_like
        Kernel, at most `n` long.
    n : int
        Length of the signal that T acts on.

    Returns
    -------
    (n - K + 1, n) ndarray
        Upper banded Toeplitz: row i is the kernel, pushed i places to the right.

    Raises
    ------
    ValueError
        If `k` is not a non-empty vector, or is longer than `n`.

    Examples
    --------
    >>> correlation_matrix([1, 10, 100], 5)
    array([[  1,  10, 100,   0,   0],
           [  0,   1,  10, 100,   0],
           [  0,   0,   1,  10, 100]])
    """
    k, n = as_vector(k, "k"), as_count(n, "n")
    if len(k) > n:
        raise ValueError(f"k must be at most n = {n} long, got length {len(k)}")
    refuse_huge((n - len(k) + 1) * n, n=n)

    zeros = np.zeros(n - len(k), k.dtype)
    return toeplitz_matrix(np.concatenate((k[:1], zeros)), np.concatenate((k, zeros)))


def convolution_matrix(k: ArrayLike, n: SupportsIndex) -> NDArray[np.generic]:
    """Return the full convolution with `k` as a matrix: ``T[i, j] = k[i-j]``.

    Parameters
    ----------
    k : (K,) array_like
        Kernel.
    n : int
        Length of the signal that T acts on.

    Returns
    -------
    (n + K - 1, n) ndarray
        Lower banded Toeplitz: column j is the kernel, pushed j places down.

    Raises
    ------
    ValueError
        If `k` is not a non-empty vector, or `n` is less than 1.

    Examples
    --------
    >>> convolution_matrix([1, 10, 100], 2)
    array([[  1,   0],
           [ 10,   1],
           [100,  10],
           [  0, 100]])
    """
    k, n = as_vector(k, "k"), as_count(n, "n")
    refuse_huge((n + len(k) - 1) * n, n=n)

    zeros = np.zeros(n - 1, k.dtype)
    return toeplitz_matrix(np.concatenate((k, zeros)), np.concatenate((k[:1], zeros)))


def circulant_matrix(c: ArrayLike) -> NDArray[np.generic]:
    """Return the circulant matrix ``C[i, j] = c[(i - j) mod n]``.

    Parameters
    ----------
    c : (n,) array_like
        First column. The first row is ``c[0], c[n-1], ..., c[1]``.

    Returns
    -------
    (n, n) ndarray

    Raises
    ------
    ValueError
        If `c` is not a non-empty vector.

    Examples
    --------
    >>> circulant_matrix([1, 2, 3])
    array([[1, 3, 2],
           [2, 1, 3],
           [3, 2, 1]])
    """
    c = as_vector(c, "c")
    refuse_huge(len(c) ** 2, c=len(c))

    i = np.arange(len(c))
    return np.take(c, np.subtract.outer(i, i) % len(c))


def band_mask(m: SupportsIndex, n: SupportsIndex, k: SupportsIndex) -> NDArray[np.bool_]:
    """Return which inputs an output may see: ``mask[i, j]`` is ``i <= j < i + k``.

    Parameters
    ----------
    m, n : int
        Numbers of outputs and of inputs.
    k : int
        Width of the window. Rows with ``i + k > n`` are cut at the border.

    Returns
    -------
    (m, n) ndarray of bool

    Raises
    ------
    ValueError
        If `m`, `n` or `k` is less than 1.

    Examples
    --------
    >>> band_mask(2, 4, 3).astype(int)
    array([[1, 1, 1, 0],
           [0, 1, 1, 1]])
    """
    m, n, k = as_count(m, "m"), as_count(n, "n"), as_count(k, "k")
    refuse_huge(m * n, m=m, n=n)

    ahead = np.subtract.outer(np.arange(n), np.arange(m)).T  # ahead[i, j] = j - i
    return (ahead >= 0) & (ahead < k)


def is_toeplitz(A: ArrayLike) -> bool:
    """Return whether every diagonal of `A` is constant, exactly: ``A[i+1, j+1] == A[i, j]``.

    Parameters
    ----------
    A : (m, n) array_like
        A single row or column is always Toeplitz. A nan equals nothing, itself included.

    Raises
    ------
    ValueError
        If `A` is not a non-empty matrix.

    Examples
    --------
    >>> is_toeplitz([[1, 9], [2, 1], [3, 2]]), is_toeplitz([[1, 2], [2, 3]])
    (True, False)
    """
    A = as_matrix(A, "A")

    return bool(np.all(A[1:, 1:] == A[:-1, :-1]))


def is_banded(A: ArrayLike, below: SupportsIndex, above: SupportsIndex) -> bool:
    """Return whether `A` is zero outside ``-below <= j - i <= above``.

    Parameters
    ----------
    A : (m, n) array_like
    below, above : int
        How many diagonals may be nonzero below and above the main one.

    Raises
    ------
    ValueError
        If `A` is not a non-empty matrix, or `below` or `above` is negative.

    Examples
    --------
    >>> is_banded([[1, 2, 0], [0, 1, 2]], below=0, above=1)
    True
    """
    A = as_matrix(A, "A")
    below, above = as_count(below, "below", 0), as_count(above, "above", 0)

    i, j = np.nonzero(A)
    return bool(np.all((j - i >= -below) & (j - i <= above)))


def is_circulant(A: ArrayLike) -> bool:
    """Return whether `A` is square and each row is the one above, rotated by one place.

    Parameters
    ----------
    A : (m, n) array_like

    Raises
    ------
    ValueError
        If `A` is not a non-empty matrix.

    Examples
    --------
    >>> is_circulant([[1, 3, 2], [2, 1, 3], [3, 2, 1]]), is_circulant([[1, 2], [3, 1]])
    (True, False)
    """
    A = as_matrix(A, "A")

    m, n = A.shape
    return m == n and bool(np.all(np.roll(A, 1, axis=1)[:-1] == A[1:]))


def toeplitz_product(c: ArrayLike, r: ArrayLike, x: ArrayLike) -> NDArray[np.inexact]:
    """Return ``toeplitz_matrix(c, r) @ x`` in O((m + n) log(m + n)), without the matrix.

    T is the top left block of a circulant of size m + n - 1, which the discrete Fourier
    transform diagonalises. The error of each entry is of the order of the machine epsilon
    times ``norm(c, r) * norm(x)``, not relative to the entry.

    Parameters
    ----------
    c : (m,) array_like
        First column.
    r : (n,) array_like
        First row, ``r[0] == c[0]``.
    x : (n,) array_like

    Returns
    -------
    (m,) ndarray, real if `c`, `r` and `x` are

    Raises
    ------
    ValueError
        If an argument is not a non-empty vector, if the corners differ, or if
        `x` and `r` differ in length.

    Examples
    --------
    >>> toeplitz_product([1, 2, 3], [1, 9], [1, 10]).round(12)
    array([91., 12., 23.])
    """
    c, r = _column_and_row(c, r)
    x = as_vector(x, "x")
    if len(x) != len(r):
        raise ValueError(f"x must be as long as r, got {len(x)} and {len(r)}")

    first = np.concatenate((c, r[:0:-1]))  # c, then r backwards without its corner
    return circulant_product(first, np.concatenate((x, np.zeros(len(c) - 1, x.dtype))))[: len(c)]


def circulant_product(c: ArrayLike, x: ArrayLike) -> NDArray[np.inexact]:
    """Return ``circulant_matrix(c) @ x = ifft(fft(c) * fft(x))`` in O(n log n).

    This is circular convolution: ``y[i] = sum_j c[(i - j) mod n] x[j]``.

    Parameters
    ----------
    c, x : (n,) array_like

    Returns
    -------
    (n,) ndarray, real if `c` and `x` are

    Raises
    ------
    ValueError
        If `c` or `x` is not a non-empty vector, or if they differ in length.

    Examples
    --------
    >>> circulant_product([1, 2, 3], [1, 10, 100]).round(12)
    array([231., 312., 123.])
    """
    c, x = as_vector(c, "c"), as_vector(x, "x")
    if len(c) != len(x):
        raise ValueError(f"c and x must be equally long, got {len(c)} and {len(x)}")

    if np.iscomplexobj(c) or np.iscomplexobj(x):
        return np.fft.ifft(np.fft.fft(c) * np.fft.fft(x))
    return np.fft.irfft(np.fft.rfft(c) * np.fft.rfft(x), len(c))


def _column_and_row(c: ArrayLike, r: ArrayLike) -> tuple[NDArray[np.generic], NDArray[np.generic]]:
    c, r = as_vector(c, "c"), as_vector(r, "r")
    if not np.array_equal(c[:1], r[:1], equal_nan=True):
        raise ValueError(f"c[0] and r[0] must be equal, got {c[0]} and {r[0]}")
    return c, r
