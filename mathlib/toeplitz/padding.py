"""Padding: what stands beyond the border of a signal or an image, and how much of it.

=================  ==========================================================
mode               what ``a b c d`` continues with on the right
=================  ==========================================================
``"zeros"``        ``0 0 0``
``"replicate"``    ``d d d``: the border entry, again and again
``"reflect"``      ``c b a``: a mirror *on* the border entry, which is not repeated
``"symmetric"``    ``d c b``: a mirror *behind* the border entry, which is repeated
``"circular"``     ``a b c``: the other end
=================  ==========================================================

Every place of the padded axis is a copy of one entry, or zero. So padding is a linear map, one
entry 1 in a row at most; its transpose adds each copy back to the entry it came from.
"""

import math
from collections.abc import Sequence
from typing import Literal, SupportsIndex, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_array, as_choice, as_count, pair_per_axis, refuse_huge

PaddingMode = Literal["zeros", "reflect", "symmetric", "replicate", "circular"]
Widths = Sequence[tuple[int, int]]  # (before, after) for each axis


def same_padding(
    n: SupportsIndex, K: SupportsIndex, stride: SupportsIndex = 1, dilation: SupportsIndex = 1
) -> tuple[int, int]:
    """Return the padding (left, right) with which n inputs give ``ceil(n / stride)`` outputs.

    Of all such paddings it is the least in total. With stride 1 the total is
    ``dilation * (K - 1)``. Where the total is odd, the extra place is on the right.

    Parameters
    ----------
    n, K : int
        Lengths of the signal and of the kernel.
    stride, dilation : int

    Raises
    ------
    ValueError
        If an argument is less than 1.

    Examples
    --------
    >>> same_padding(9, 4), same_padding(9, 3, stride=2), same_padding(8, 3, stride=2)
    ((1, 2), (1, 1), (0, 1))
    """
    n, K = as_count(n, "n"), as_count(K, "K")
    s, d = as_count(stride, "stride"), as_count(dilation, "dilation")

    last_start = (-(-n // s) - 1) * s
    total = max(0, last_start + d * (K - 1) + 1 - n)
    return total // 2, total - total // 2


def padded_index(
    n: SupportsIndex, left: SupportsIndex, right: SupportsIndex, mode: PaddingMode = "zeros"
) -> NDArray[np.intp]:
    """Return which of n entries stands at each place of the padded axis; -1 where it is zero.

    The two mirrors bounce to and fro for as long as it takes, as in `numpy.pad`. PyTorch
    refuses more than ``n - 1`` places in mode ``"reflect"``.

    Parameters
    ----------
    n : int
        Length of the axis.
    left, right : int
        Places to be added before and after, 0 or more.
    mode : {"zeros", "reflect", "symmetric", "replicate", "circular"}

    Returns
    -------
    (left + n + right,) ndarray of int

    Raises
    ------
    ValueError
        If `n` is less than 1, `left` or `right` is negative, or `mode` is none of the five.

    Examples
    --------
    >>> for mode in ("zeros", "reflect", "symmetric", "replicate", "circular"):
    ...     print(padded_index(3, 2, 2, mode))
    [-1 -1  0  1  2 -1 -1]
    [2 1 0 1 2 1 0]
    [1 0 0 1 2 2 1]
    [0 0 0 1 2 2 2]
    [1 2 0 1 2 0 1]
    """
    n, left, right = as_count(n, "n"), as_count(left, "left", 0), as_count(right, "right", 0)
    as_choice(mode, "mode", get_args(PaddingMode))
    refuse_huge(left + n + right, left=left, n=n, right=right)

    i = np.arange(-left, n + right)
    if mode == "zeros":
        return np.where((i >= 0) & (i < n), i, -1)
    if mode == "replicate":
        return np.clip(i, 0, n - 1)
    if mode == "circular":
        return i % n
    if mode == "symmetric":
        i = i % (2 * n)  # a b c c b a | a b c ...
        return np.minimum(i, 2 * n - 1 - i)
    i = i % max(1, 2 * n - 2)  # a b c b | a b c ...
    return np.minimum(i, 2 * n - 2 - i)


def pad(x: ArrayLike, widths: Widths, mode: PaddingMode = "zeros") -> NDArray[np.generic]:
    """Return `x` with ``widths[a] = (before, after)`` places added to each of its last axes.

    Parameters
    ----------
    x : (..., n) or (..., H, W) array_like
        The axes that are padded stand last, as many as there are widths.
    widths : sequence of (int, int)
    mode : {"zeros", "reflect", "symmetric", "replicate", "circular"}

    Raises
    ------
    ValueError
        As `padded_index`, and if there are more widths than axes.

    Examples
    --------
    >>> pad([1, 2, 3], [(2, 1)], "reflect")
    array([3, 2, 1, 2, 3, 2])
    """
    x, pairs = as_array(x, "x", 0), _as_widths(widths, mode)
    if len(pairs) > x.ndim:
        raise ValueError(f"widths must be of axes of x, shape {x.shape}, got {widths!r}")
    first = x.ndim - len(pairs)
    sizes = [n + sum(p) for n, p in zip(x.shape[first:], pairs, strict=True)]
    refuse_huge(math.prod((*x.shape[:first], *sizes)), widths=max(map(sum, pairs), default=0))

    x = x.copy()
    for axis, (left, right) in enumerate(pairs, start=first):
        index = padded_index(x.shape[axis], left, right, mode)
        x = np.take(x, index, axis)
        _at(x, axis)[index < 0] = 0
    return x


def pad_backward(g: ArrayLike, widths: Widths, mode: PaddingMode = "zeros") -> NDArray[np.generic]:
    """Return the transpose of `pad` applied to `g`: each copy is added to where it came from.

    Parameters
    ----------
    g : (..., before + n + after) array_like
        Any array of the shape of a padded one.
    widths, mode
        Those of `pad`.

    Raises
    ------
    ValueError
        As `pad`, and if an axis is not longer than its padding.

    Examples
    --------
    >>> pad_backward([1, 1, 1, 1, 1, 1], [(2, 1)], "reflect")  # copies of x[0], x[1], x[2]
    array([1, 3, 2])
    """
    g, pairs = as_array(g, "g", 0), _as_widths(widths, mode)
    sizes = g.shape[g.ndim - len(pairs) :]
    if len(pairs) > g.ndim or any(n <= sum(p) for n, p in zip(sizes, pairs, strict=True)):
        raise ValueError(f"widths must leave something of g, shape {g.shape}, got {widths!r}")

    g = g.copy()
    for axis, (left, right) in enumerate(pairs, start=g.ndim - len(pairs)):
        n = g.shape[axis] - left - right
        index = padded_index(n, left, right, mode)
        shape = (*g.shape[:axis], n, *g.shape[axis + 1 :])
        inner = np.zeros(shape, g.dtype)
        np.add.at(_at(inner, axis), index[index >= 0], _at(g, axis)[index >= 0])
        g = inner
    return g


def _as_widths(widths: Widths, mode: PaddingMode) -> list[tuple[int, int]]:
    as_choice(mode, "mode", get_args(PaddingMode))
    return pair_per_axis(widths, "widths")


def _at(x: NDArray[np.generic], axis: int) -> NDArray[np.generic]:
    return np.moveaxis(x, axis, 0)
