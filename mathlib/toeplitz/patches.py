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
from typing import Any, Literal, SupportsIndex, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    Counts,
    as_array,
    as_choice,
    as_counts,
    as_instance,
    pair_per_axis,
    per_axis,
    refuse_huge,
)
from mathlib.toeplitz.padding import PaddingMode, pad, pad_backward, same_padding

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
    size: Sequence[SupportsIndex],
    kernel: Counts,
    *,
    stride: Counts = 1,
    padding: Padding = 0,
    dilation: Counts = 1,
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
        (before, after); ``"same"`` is `mathlib.toeplitz.padding.same_padding`, ``"valid"`` is none.
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
    size, axes = as_counts(size, "size"), len(size)
    as_choice(padding_mode, "padding_mode", get_args(PaddingMode))
    K, s, d = (
        per_axis(value, name, axes)
        for value, name in ((kernel, "kernel"), (stride, "stride"), (dilation, "dilation"))
    )
    if isinstance(padding, str) and as_choice(padding, "padding", ("same", "valid")) == "same":
        p = [same_padding(*numbers) for numbers in zip(size, K, s, d, strict=True)]
    else:
        p = pair_per_axis(0 if isinstance(padding, str) else padding, "padding", axes)
    spans = [d[a] * (K[a] - 1) + 1 for a in range(axes)]
    places = [size[a] + sum(p[a]) for a in range(axes)]
    if any(span > n for span, n in zip(spans, places, strict=True)):
        raise ValueError(
            f"kernel must fit, with dilation and padding, got spans {spans} on {places} places"
        )

    out = tuple((places[a] - spans[a]) // s[a] + 1 for a in range(axes))
    return Windows(tuple(size), tuple(K), tuple(s), tuple(p), tuple(d), padding_mode, out)


def transposed_windows(
    out: Sequence[SupportsIndex],
    kernel: Counts,
    *,
    stride: Counts = 1,
    padding: Counts = 0,
    output_padding: Counts = 0,
    dilation: Counts = 1,
) -> Windows:
    """Return the `windows` whose outputs have size `out`: those that the transpose goes back by.

    With a stride s there are s sizes of the input on each axis that `windows` maps to the same
    `out`; `output_padding` says which, from 0, the smallest, to s - 1.

    Parameters
    ----------
    out : sequence of int
        Length of each axis on the side of the outputs.
    kernel, stride, dilation
        Those of `windows`.
    padding, output_padding : int, or one for each axis

    Returns
    -------
    Windows: of size ``(m - 1) s - 2 p + d (K - 1) + 1 + output_padding``

    Raises
    ------
    ValueError
        As `windows`, and if `output_padding` is not less than the stride.

    Examples
    --------
    >>> transposed_windows((3,), 3, stride=2).size, windows((7,), 3, stride=2).out
    ((7,), (3,))
    """
    m = as_counts(out, "out")
    every = range(len(m))
    K, s = per_axis(kernel, "kernel", len(m)), per_axis(stride, "stride", len(m))
    p, d = per_axis(padding, "padding", len(m), 0), per_axis(dilation, "dilation", len(m))
    more = per_axis(output_padding, "output_padding", len(m), 0)
    if any(more[a] >= s[a] for a in every):
        raise ValueError(f"output_padding must be less than the stride {s}, got {more}")
    size = [(m[a] - 1) * s[a] - 2 * p[a] + d[a] * (K[a] - 1) + 1 + more[a] for a in every]
    if min(size) < 1:
        raise ValueError(f"padding must leave at least one place, got {p} and sizes {size}")

    return windows(size, K, stride=s, padding=p, dilation=d)


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
    x, at = as_array(x, "x", 3), as_instance(at, "at", Windows)
    if x.shape[2:] != at.size:
        raise ValueError(f"x must have axes {at.size} after batch and channels, got {x.shape}")
    entries = x.shape[0] * x.shape[1] * math.prod((*at.kernel, *at.out))
    refuse_huge(max(entries, *map(sum, at.padding)), padding=max(map(sum, at.padding)))

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
    rows = view.transpose(0, 1, *kernels, *outs).copy()
    rows = rows.reshape(len(x), -1, math.prod(at.out))
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
    cols, at = as_array(cols, "cols", 3, 3), as_instance(at, "at", Windows)
    N, L, width = cols.shape
    patch = math.prod(at.kernel)
    if L != math.prod(at.out) or width % patch:
        raise ValueError(
            f"cols must have {math.prod(at.out)} rows, a multiple of {patch} wide, got {L, width}"
        )

    parts = cols.swapaxes(1, 2).reshape(N, -1, *at.kernel, *at.out)
    padded = [n + sum(p) for n, p in zip(at.size, at.padding, strict=True)]
    refuse_huge(N * width // patch * math.prod(padded), at=max(padded))
    x = np.zeros((N, width // patch, *padded), cols.dtype)
    for j in np.ndindex(at.kernel):
        where: tuple[Any, ...] = tuple(
            slice(d * a, d * a + s * (m - 1) + 1, s)
            for a, d, s, m in zip(j, at.dilation, at.stride, at.out, strict=True)
        )
        x[(..., *where)] += parts[(slice(None), slice(None), *j)]
    return pad_backward(x, at.padding, at.mode) if any(map(sum, at.padding)) else x
