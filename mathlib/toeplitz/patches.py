"""Windows of a batch of images as the rows of a matrix, and back: im2col and its transpose.

Any number of axes: a signal is (N, C, n), an image (N, C, H, W).

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``x``      a batch, shape (N, C, *size): N examples with C channels
``L``      number of windows, ``m_1 m_2 ...`` over the axes
``cols``   shape (N, L, C K_1 K_2 ...): row l is window l, its channels
           outermost, as in ``weight.reshape(O, -1)``
=========  ==================================================================
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_array, as_count, per_axis
from mathlib.toeplitz.padding import PaddingMode, pad, pad_backward, padded_index, same_padding
from mathlib.toeplitz.windows import output_size

Count = SupportsIndex | Sequence[SupportsIndex]
Padding = Literal["same", "valid"] | SupportsIndex | Sequence[SupportsIndex | tuple[int, int]]


@dataclass(frozen=True)
class Windows:
    """Where the windows of a layer fall, axis by axis. Made by `windows`, which checks it."""

    size: tuple[int, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[tuple[int, int], ...]
    dilation: tuple[int, ...]
    mode: PaddingMode
    out: tuple[int, ...]


def windows(
    size: Sequence[int],
    kernel: Count,
    *,
    stride: Count = 1,
    padding: Padding = 0,
    dilation: Count = 1,
    padding_mode: PaddingMode = "zeros",
) -> Windows:
    """Return the geometry of a layer on inputs of `size`; ``out`` is the size of its outputs.

    Parameters
    ----------
    size : sequence of int
        Length of each axis.
    kernel, stride, dilation : int or sequence of int
        One number for all axes, or one for each.
    padding : int, "same", "valid", or a sequence
        Places on *each* side of every axis; for each axis such a number or a pair
        (before, after); ``"same"`` is `mathlib.padding.same_padding`, ``"valid"`` is none.
    padding_mode : str
        One of the five of `mathlib.toeplitz.padding`.

    Raises
    ------
    ValueError
        If numbers and axes do not match, a number is too small, or no window fits.

    Examples
    --------
    >>> windows((5, 6), (3, 2), stride=2, padding=[1, (0, 1)]).out
    (3, 3)
    """
    size, axes = [as_count(n, "size") for n in size], len(size)
    K, s, d = (
        per_axis(value, name, axes)
        for value, name in ((kernel, "kernel"), (stride, "stride"), (dilation, "dilation"))
    )
    if isinstance(padding, str) and padding == "same":
        p = [same_padding(*numbers) for numbers in zip(size, K, s, d, strict=True)]
    else:
        p = _sides(padding, axes)
    out = tuple(
        output_size(size[a], K[a], stride=s[a], total_padding=sum(p[a]), dilation=d[a])
        for a in range(axes)
    )
    padded_index(1, 0, 0, padding_mode)  # raises if there is no such mode
    return Windows(tuple(size), tuple(K), tuple(s), tuple(p), tuple(d), padding_mode, out)


def im2col(x: ArrayLike, at: Windows) -> NDArray[np.generic]:
    """Return the windows of `x` as rows: ``cols[b, l]`` is window l of example b, flattened.

    A strided view reaches all windows without a copy; flattening them is the copy, of up to
    K_1 K_2 ... times the memory of `x`.

    Parameters
    ----------
    x : (N, C, *size) array_like
    at : Windows
        Made by `windows` for inputs of this size.

    Returns
    -------
    (N, L, C K_1 K_2 ...) ndarray

    Raises
    ------
    ValueError
        If the axes of `x` are not those of `at`.

    Examples
    --------
    >>> image = np.arange(6).reshape(1, 1, 2, 3)
    >>> im2col(image, windows((2, 3), (2, 2)))
    array([[[0, 1, 3, 4],
            [1, 2, 4, 5]]])
    """
    x = as_array(x, "x", 3)
    if x.shape[2:] != at.size:
        raise ValueError(f"x must have axes {at.size} after batch and channels, got {x.shape}")

    axes = len(at.size)
    view = np.lib.stride_tricks.sliding_window_view(
        pad(x, at.padding, at.mode) if any(map(sum, at.padding)) else x,
        [d * (K - 1) + 1 for d, K in zip(at.dilation, at.kernel, strict=True)],
        axis=tuple(range(2, 2 + axes)),
    )
    steps = (*at.stride, *at.dilation)
    every: tuple[Any, ...] = tuple(slice(None, None, step) for step in steps)
    view = view[(..., *every)]  # (N, C, *out, *kernel)
    outs, kernels = range(2, 2 + axes), range(2 + axes, 2 + 2 * axes)
    rows = view.transpose(0, 1, *kernels, *outs).reshape(len(x), -1, math.prod(at.out))
    return rows.swapaxes(1, 2)


def col2im(cols: ArrayLike, at: Windows) -> NDArray[np.generic]:
    """Return the transpose of `im2col` applied to `cols`: windows are added where they overlap.

    For all x and cols of fitting shapes, ``sum(im2col(x) * cols) == sum(x * col2im(cols))``.

    Parameters
    ----------
    cols : (N, L, C K_1 K_2 ...) array_like
    at : Windows
        That of `im2col`.

    Returns
    -------
    (N, C, *size) ndarray

    Raises
    ------
    ValueError
        If the shape of `cols` does not fit `at`.

    Examples
    --------
    >>> at = windows((2, 3), (2, 2))
    >>> col2im(np.ones((1, 2, 4), int), at)[0, 0]  # how many windows see each pixel
    array([[1, 2, 1],
           [1, 2, 1]])
    """
    cols = as_array(cols, "cols", 3, 3)
    N, L, width = cols.shape
    patch = math.prod(at.kernel)
    if L != math.prod(at.out) or width % patch:
        raise ValueError(
            f"cols must have {math.prod(at.out)} rows, a multiple of {patch} wide, got {L, width}"
        )

    parts = cols.swapaxes(1, 2).reshape(N, -1, *at.kernel, *at.out)
    padded = [n + sum(p) for n, p in zip(at.size, at.padding, strict=True)]
    x = np.zeros((N, width // patch, *padded), cols.dtype)
    for j in np.ndindex(at.kernel):
        where: tuple[Any, ...] = tuple(
            slice(d * a, d * a + s * (m - 1) + 1, s)
            for a, d, s, m in zip(j, at.dilation, at.stride, at.out, strict=True)
        )
        x[(..., *where)] += parts[(slice(None), slice(None), *j)]
    return pad_backward(x, at.padding, at.mode) if any(map(sum, at.padding)) else x


def _sides(padding: Padding, axes: int) -> list[tuple[int, int]]:
    rule = f"padding must be a number, 'same', 'valid', or one entry for each of {axes} axes"
    if isinstance(padding, str):
        if padding != "valid":
            raise ValueError(f"{rule}, got {padding!r}")
        padding = 0
    lists = (Sequence, np.ndarray)
    each = list(padding) if isinstance(padding, lists) else [padding] * axes
    pairs = [tuple(p) if isinstance(p, lists) else (p, p) for p in each]
    if len(each) != axes or any(len(pair) != 2 for pair in pairs):
        raise ValueError(f"{rule}, a number or a pair (before, after), got {padding!r}")
    return [(as_count(a, "padding", 0), as_count(b, "padding", 0)) for a, b in pairs]
