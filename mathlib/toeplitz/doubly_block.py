"""Cross-correlation of an image, and the two matrices that it is.

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``X``      an image, (H, W); ``vec(X) = X.ravel()``, row after row
``K``      a kernel, (kh, kw)
``Y``      ``Y[i, j] = sum_ab K[a, b] X[i + a, j + b]``, (H - kh + 1, W - kw + 1)
``T``      made of the kernel: ``T @ vec(X) = vec(Y)``, Toeplitz in blocks
``M``      made of the image: ``M @ vec(K) = vec(Y)``, Hankel in blocks
=========  ==================================================================
"""

from collections.abc import Sequence
from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_counts, as_matrix, refuse_huge
from mathlib.toeplitz.matrices import correlation_matrix, is_toeplitz


def correlate2d(X: ArrayLike, K: ArrayLike) -> NDArray[np.generic]:
    """Return ``Y[i, j] = sum_ab K[a, b] X[i + a, j + b]`` wherever the window lies inside.

    Parameters
    ----------
    X : (H, W) array_like
    K : (kh, kw) array_like

    Returns
    -------
    (H - kh + 1, W - kw + 1) ndarray

    Raises
    ------
    ValueError
        If `X` or `K` is not a non-empty matrix, or K is larger than X on an axis.

    Examples
    --------
    >>> correlate2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])
    array([[19, 25],
           [37, 43]])
    """
    X, K = as_matrix(X, "X"), as_matrix(K, "K")
    _fits(K.shape, X.shape, "K", "X")

    views = np.lib.stride_tricks.sliding_window_view(X, K.shape)  # views[i, j, a, b]
    Y: NDArray[np.generic] = np.einsum("ab,ijab->ij", K, views)
    return Y


def doubly_block_toeplitz(K: ArrayLike, H: SupportsIndex, W: SupportsIndex) -> NDArray[np.generic]:
    """Return T with ``T @ vec(X) = vec(correlate2d(X, K))`` for every X of shape (H, W).

    Block (i, a) says how row a of X enters row i of Y: it is the Toeplitz matrix of the kernel's
    row a - i, or zero. So the blocks are constant along block diagonals, and within a block
    diagonals are constant again.

    Parameters
    ----------
    K : (kh, kw) array_like
    H, W : int
        Shape of the images.

    Returns
    -------
    ((H - kh + 1) (W - kw + 1), H W) ndarray

    Raises
    ------
    ValueError
        If `K` is not a non-empty matrix, or does not fit into H by W.

    Examples
    --------
    >>> doubly_block_toeplitz([[1, 2], [3, 4]], 3, 3)
    array([[1, 2, 0, 3, 4, 0, 0, 0, 0],
           [0, 1, 2, 0, 3, 4, 0, 0, 0],
           [0, 0, 0, 1, 2, 0, 3, 4, 0],
           [0, 0, 0, 0, 1, 2, 0, 3, 4]])
    """
    K, H, W = as_matrix(K, "K"), as_count(H, "H"), as_count(W, "W")
    _fits(K.shape, (H, W), "K", "H by W")
    rows, columns = H - K.shape[0] + 1, W - K.shape[1] + 1
    refuse_huge(rows * columns * H * W, H=H, W=W)

    T = np.zeros((rows, columns, H, W), K.dtype)  # T[i, :, a] is block (i, a)
    i = np.arange(rows)
    for a, row in enumerate(K):
        T[i, :, i + a] = correlation_matrix(row, W)
    return T.reshape(rows * columns, H * W)


def patch_matrix(X: ArrayLike, kernel: Sequence[SupportsIndex]) -> NDArray[np.generic]:
    """Return M with one row for each window of `X`: ``M @ vec(K) = vec(correlate2d(X, K))``.

    It is `mathlib.toeplitz.patches.im2col` for one image with one channel and no padding.

    Parameters
    ----------
    X : (H, W) array_like
    kernel : (int, int)
        (kh, kw), the shape of a window.

    Returns
    -------
    ((H - kh + 1) (W - kw + 1), kh kw) ndarray

    Raises
    ------
    ValueError
        If `X` is not a non-empty matrix, or the window does not fit.

    Examples
    --------
    >>> patch_matrix([[0, 1, 2], [3, 4, 5], [6, 7, 8]], (2, 2))
    array([[0, 1, 3, 4],
           [1, 2, 4, 5],
           [3, 4, 6, 7],
           [4, 5, 7, 8]])
    """
    X, (kh, kw) = as_matrix(X, "X"), as_counts(kernel, "kernel", 2)
    _fits((kh, kw), X.shape, "kernel", "X")

    views = np.lib.stride_tricks.sliding_window_view(X, (kh, kw))
    return views.copy().reshape(-1, kh * kw)


def is_hankel(A: ArrayLike) -> bool:
    """Return whether every anti-diagonal of `A` is constant, exactly: ``A[i+1, j] == A[i, j+1]``.

    Raises
    ------
    ValueError
        If `A` is not a non-empty matrix.

    Examples
    --------
    >>> is_hankel([[1, 2], [2, 3]]), is_hankel([[1, 9], [2, 1]])
    (True, False)
    """
    return is_toeplitz(as_matrix(A, "A")[::-1])


def is_doubly_block_toeplitz(A: ArrayLike, block: Sequence[SupportsIndex]) -> bool:
    """Return whether `A` is Toeplitz in blocks of that shape, and each block is Toeplitz.

    Parameters
    ----------
    A : (m, n) array_like
    block : (int, int)
        Rows and columns of a block; they divide m and n.

    Raises
    ------
    ValueError
        If `A` is not a non-empty matrix, or its shape is not a multiple of `block`.

    Examples
    --------
    >>> T = doubly_block_toeplitz([[1, 2], [3, 4]], 3, 3)
    >>> is_doubly_block_toeplitz(T, (2, 3)), is_toeplitz(T)
    (True, False)
    """
    blocks = _blocks(as_matrix(A, "A"), block)
    in_blocks = np.array_equal(blocks[1:, 1:], blocks[:-1, :-1])
    return in_blocks and all(is_toeplitz(B) for row in blocks for B in row)


def is_doubly_block_hankel(A: ArrayLike, block: Sequence[SupportsIndex]) -> bool:
    """Return whether `A` is Hankel in blocks of that shape, and each block is Hankel.

    Parameters, errors: as `is_doubly_block_toeplitz`.

    Examples
    --------
    >>> is_doubly_block_hankel(patch_matrix(np.arange(12).reshape(3, 4), (2, 2)), (3, 2))
    True
    """
    blocks = _blocks(as_matrix(A, "A"), block)
    in_blocks = np.array_equal(blocks[1:, :-1], blocks[:-1, 1:])
    return in_blocks and all(is_hankel(B) for row in blocks for B in row)


def _blocks(A: NDArray[np.generic], block: Sequence[SupportsIndex]) -> NDArray[np.generic]:
    """The blocks of A by block row and block column: (m / r, n / c, r, c)."""
    r, c = as_counts(block, "block", 2)
    if A.shape[0] % r or A.shape[1] % c:
        raise ValueError(f"block must divide the shape {A.shape} of A, got {block}")
    return A.reshape(A.shape[0] // r, r, A.shape[1] // c, c).swapaxes(1, 2)


def _fits(kernel: tuple[int, ...], image: tuple[int, ...], name: str, into: str) -> None:
    if kernel[0] > image[0] or kernel[1] > image[1]:
        raise ValueError(f"{name} must fit into {into}, got shapes {kernel} and {image}")
