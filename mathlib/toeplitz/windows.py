"""Where windows fall: output sizes, coverage, receptive fields. One axis at a time.

=====================  ======================================================
symbol                 meaning
=====================  ======================================================
``n``                  length of the axis, without padding
``K``, ``d``           kernel length and dilation: a window spans
                       ``d (K - 1) + 1`` places and looks at K of them
``s``                  stride: window i begins at place ``i s``
``P``                  *total* padding, both sides together
=====================  ======================================================

Source: Dumoulin and Visin, A guide to convolution arithmetic for deep learning (2016).
"""

from collections.abc import Iterable, Sequence
from typing import SupportsIndex, get_args

import numpy as np
from numpy.typing import NDArray

from mathlib._arrays import as_choice, as_count, as_counts, as_flag, as_sequence, refuse_huge
from mathlib.toeplitz.padding import PaddingMode, padded_index


def output_size(
    n: SupportsIndex,
    K: SupportsIndex,
    *,
    stride: SupportsIndex = 1,
    total_padding: SupportsIndex = 0,
    dilation: SupportsIndex = 1,
) -> int:
    """Return the number of windows that fit: ``floor((n + P - d (K - 1) - 1) / s) + 1``.

    Parameters
    ----------
    n, K : int
        Lengths of the axis and of the kernel.
    stride, dilation : int
    total_padding : int
        P, both sides together: twice PyTorch's argument `padding`.

    Raises
    ------
    ValueError
        If an argument is too small, or if no window fits.

    Examples
    --------
    >>> output_size(224, 7, stride=2, total_padding=6)
    112
    """
    n, P = as_count(n, "n"), as_count(total_padding, "total_padding", 0)
    s, span = as_count(stride, "stride"), _span(K, dilation)
    if span > n + P:
        raise ValueError(
            f"K must fit: with its dilation it must span at most n + total_padding = {n + P}, "
            f"got {span}"
        )

    return (n + P - span) // s + 1


def window_index(
    n: SupportsIndex, K: SupportsIndex, *, stride: SupportsIndex = 1, dilation: SupportsIndex = 1
) -> NDArray[np.intp]:
    """Return the places that each window looks at: ``index[i, j] = i s + j d``.

    Parameters
    ----------
    n : int
        Length of the axis, padding included.
    K, stride, dilation : int

    Returns
    -------
    (m, K) ndarray of int, m = `output_size`

    Raises
    ------
    ValueError
        As `output_size`.

    Examples
    --------
    >>> window_index(8, 3, stride=2, dilation=2)
    array([[0, 2, 4],
           [2, 4, 6]])
    """
    m = output_size(n, K, stride=stride, dilation=dilation)
    K = int(K)
    refuse_huge(max(m * K, int(n)), n=int(n), K=K)

    s = int(stride) if m > 1 else 1  # a single window, or a single place, has no next one,
    d = int(dilation) if K > 1 else 1  # however far away that would be
    return np.add.outer(np.arange(m) * s, np.arange(K) * d)


def coverage(
    n: SupportsIndex,
    K: SupportsIndex,
    *,
    stride: SupportsIndex = 1,
    padding: Sequence[SupportsIndex] = (0, 0),
    dilation: SupportsIndex = 1,
    mode: PaddingMode = "zeros",
) -> NDArray[np.intp]:
    """Return how often each of n entries is looked at, by all windows together.

    In two dimensions an entry is looked at ``coverage(H, ...)[i] * coverage(W, ...)[j]`` times.

    Parameters
    ----------
    n, K, stride, dilation : int
    padding : (int, int)
        Places added on the left and on the right.
    mode : str
        One of the five of `mathlib.toeplitz.padding`. A copied entry is looked at through its
        copies too.

    Returns
    -------
    (n,) ndarray of int

    Raises
    ------
    ValueError
        As `output_size` and `mathlib.toeplitz.padding.padded_index`.

    Examples
    --------
    >>> coverage(6, 3), coverage(6, 3, padding=(1, 1))
    (array([1, 2, 3, 3, 2, 1]), array([2, 3, 3, 3, 3, 2]))
    """
    n, (left, right) = as_count(n, "n"), as_counts(padding, "padding", 2, 0)
    as_choice(mode, "mode", get_args(PaddingMode))
    m = output_size(n, K, stride=stride, total_padding=left + right, dilation=dilation)
    refuse_huge(max(n + left + right, m * int(K)), n=n, padding=left + right)

    index = padded_index(n, left, right, mode)
    seen = index[window_index(len(index), K, stride=stride, dilation=dilation)]

    return np.bincount(seen[seen >= 0], minlength=n)


def receptive_field(layers: Iterable[Sequence[SupportsIndex]]) -> tuple[int, int]:
    """Return how many inputs one output can see, and how far apart two neighbours look.

    From the first layer to the last, ``R = R + (K - 1) d J``, then ``J = J s``, from
    ``R = J = 1``. The first number counts from the first input seen to the last; with dilation
    some between may be skipped.

    Parameters
    ----------
    layers : iterable of (K, stride, dilation)

    Returns
    -------
    (int, int): R and J

    Raises
    ------
    ValueError
        If a number is less than 1.

    Examples
    --------
    >>> receptive_field([(3, 1, 1)] * 5), receptive_field([(3, 2, 1), (3, 1, 2)])
    ((11, 1), (11, 2))
    """
    checked = [as_counts(layer, "layers", 3) for layer in as_sequence(layers, "layers")]

    R, J = 1, 1
    for K, s, d in checked:
        R += (K - 1) * d * J
        J *= s
    return R, J


def pooled_size(
    n: SupportsIndex,
    K: SupportsIndex,
    *,
    stride: SupportsIndex,
    padding: SupportsIndex = 0,
    ceil_mode: bool = False,
) -> int:
    """Return the number of pooling windows, as PyTorch counts them.

    By default an incomplete window at the end is dropped. With `ceil_mode` it is cut at the
    border and kept, unless it would begin behind the last entry.

    Parameters
    ----------
    n, K, stride : int
    padding : int
        Places on *each* side, at most K / 2.
    ceil_mode : bool

    Raises
    ------
    ValueError
        If an argument is too small, `padding` is more than half of K, or no window fits.

    Examples
    --------
    >>> [pooled_size(n, 2, stride=2) for n in (5, 6)]
    [2, 3]
    >>> [pooled_size(n, 2, stride=2, ceil_mode=True) for n in (5, 6)]
    [3, 3]
    """
    p = as_count(padding, "padding", 0)
    if 2 * p > as_count(K, "K"):
        raise ValueError(f"padding must be at most half of K, got {p} and K = {K}")
    ceil_mode = as_flag(ceil_mode, "ceil_mode")
    m = output_size(n, K, stride=stride, total_padding=2 * p)

    s, left_over = int(stride), int(n) + 2 * p - int(K) - (m - 1) * int(stride)
    begins_inside = m * s < int(n) + p
    return m + 1 if ceil_mode and left_over > 0 and begins_inside else m


def _span(K: SupportsIndex, dilation: SupportsIndex) -> int:
    return as_count(dilation, "dilation") * (as_count(K, "K") - 1) + 1
