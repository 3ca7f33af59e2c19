"""The convolutional layer, forward and backward, for signals, images and beyond.

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``x``      inputs, shape (N, C, *size): N examples with C channels
``weight`` shape (O, C / groups, *kernel): one small kernel for each pair of an
           output channel and an input channel of its group
``bias``   shape (O,)
``y``      outputs, shape (N, O, *out); ``g`` is the gradient of a number L
           by y, and has its shape
=========  ==================================================================

``y[b, o, i] = bias[o] + sum over c and j of weight[o, c, j] x[b, c, i s + j d]``, with i and j
running over one, two or more axes: cross-correlation, as in `torch.nn.functional.conv2d`.
"""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import Counts, as_array, as_count, as_counts, as_vector, refuse_huge
from mathlib.toeplitz.padding import PaddingMode
from mathlib.toeplitz.patches import (
    Padding,
    Windows,
    col2im,
    im2col,
    transposed_windows,
    windows,
)

Array = NDArray[Any]


class Gradients(NamedTuple):
    """The gradients of one number with respect to a layer's inputs, weights and bias."""

    x: Array
    weight: Array
    bias: Array


def conv(
    x: ArrayLike,
    weight: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    stride: Counts = 1,
    padding: Padding = 0,
    dilation: Counts = 1,
    groups: SupportsIndex = 1,
    padding_mode: PaddingMode = "zeros",
) -> Array:
    """Return the outputs of the layer: see the module for the formula.

    Parameters
    ----------
    x : (N, C, *size) array_like
    weight : (O, C / groups, *kernel) array_like
    bias : (O,) array_like, optional
    stride, padding, dilation, padding_mode
        See `mathlib.toeplitz.patches.windows`. An integer `padding` is for *each* side.
    groups : int
        Divides the channels into groups; an output sees only the inputs of its own group.

    Returns
    -------
    (N, O, *out) ndarray

    Raises
    ------
    ValueError
        If the shapes do not fit one another, `groups` does not divide both numbers of
        channels, or no window fits.

    Examples
    --------
    >>> conv([[[1, 2, 4, 8, 16]]], [[[1, 10, 100]]], stride=2)
    array([[[ 421, 1684]]])
    """
    x, weight, at, groups = _checked(
        x, weight, groups, stride=stride, padding=padding, dilation=dilation,
        padding_mode=padding_mode,
    )  # fmt: skip
    bias = None if bias is None else _bias(bias, len(weight))

    rows, W = _rows(x, at, groups), _by_group(weight, groups)
    y = (W @ rows).reshape(len(x), len(weight), *at.out)
    return y if bias is None else y + _per_channel(bias, y.ndim)


def conv_backward(
    g: ArrayLike,
    x: ArrayLike,
    weight: ArrayLike,
    *,
    stride: Counts = 1,
    padding: Padding = 0,
    dilation: Counts = 1,
    groups: SupportsIndex = 1,
    padding_mode: PaddingMode = "zeros",
) -> Gradients:
    """Return the gradients of ``sum(g * conv(x, weight, bias))``.

    They are those with respect to x, weight and bias. With M the matrix of the windows of x and g
    flattened to (O, L): with respect to the weights ``g M``; with respect to the windows
    ``weight.T g``, which `col2im` adds up where they overlap; with respect to the bias the sum of
    g.

    Parameters
    ----------
    g : (N, O, *out) array_like
        The gradient with respect to the outputs.
    x, weight, stride, padding, dilation, groups, padding_mode
        Those of `conv`.

    Returns
    -------
    Gradients: of the shapes of x, weight and (O,)

    Raises
    ------
    ValueError
        As `conv`, and if `g` has not the shape of the outputs.

    Examples
    --------
    >>> conv_backward([[[1, 0, 2]]], [[[1, 2, 4, 8, 16]]], [[[1, 10, 100]]]).x
    array([[[  1,  10, 102,  20, 200]]])
    """
    x, weight, at, groups = _checked(
        x, weight, groups, stride=stride, padding=padding, dilation=dilation,
        padding_mode=padding_mode,
    )  # fmt: skip
    g = as_array(g, "g", 3)
    if g.shape != (len(x), len(weight), *at.out):
        raise ValueError(f"g must have shape {(len(x), len(weight), *at.out)}, got {g.shape}")

    rows = _rows(x, at, groups)
    by_group = g.reshape(len(x), groups, len(weight) // groups, -1)  # (N, G, O / G, L)
    by_weight = (by_group @ rows.swapaxes(-1, -2)).sum(axis=0).reshape(weight.shape)
    axes = (0, *range(2, g.ndim))
    return Gradients(_transposed(g, weight, at, groups), by_weight, g.sum(axis=axes))


def conv_transpose(
    x: ArrayLike,
    weight: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    stride: Counts = 1,
    padding: Counts = 0,
    output_padding: Counts = 0,
    dilation: Counts = 1,
    groups: SupportsIndex = 1,
) -> Array:
    """Return the transpose of the layer `conv` with the same weights, applied to `x`.

    Each input writes its copy of the kernel; copies are added where they overlap. On each axis
    there are ``(n - 1) s - 2 p + d (K - 1) + 1 + output_padding`` outputs.

    Parameters
    ----------
    x : (N, C, *size) array_like
    weight : (C, O / groups, *kernel) array_like
        As in `torch.nn.functional.conv_transpose2d`: the weights of the layer from O to C
        channels whose transpose this is.
    bias : (O,) array_like, optional
    stride, dilation, groups
        Those of `conv`.
    padding : int, or one for each axis
        That of `conv`, on *each* side: here it takes outputs away.
    output_padding : int, or one for each axis
        Less than the stride: which of the sizes that `conv` maps to the size of `x` is meant.

    Raises
    ------
    ValueError
        If the shapes do not fit, or `output_padding` is not less than the stride.

    Examples
    --------
    >>> conv_transpose([[[1, 0, 2]]], [[[1, 10, 100]]], stride=2)
    array([[[  1,  10, 100,   0,   2,  20, 200]]])
    """
    x, weight = as_array(x, "x", 3), as_array(weight, "weight", 3)
    groups = as_count(groups, "groups")
    if weight.ndim != x.ndim or x.shape[1] != len(weight) or len(weight) % groups:
        raise ValueError(
            f"weight must be (C, O / groups, *kernel) for x of shape {x.shape}, "
            f"groups = {groups}, got {weight.shape}"
        )
    at = transposed_windows(
        x.shape[2:], weight.shape[2:], stride=stride, padding=padding,
        output_padding=output_padding, dilation=dilation,
    )  # fmt: skip
    bias = None if bias is None else _bias(bias, weight.shape[1] * groups)
    refuse_huge(len(x) * weight.shape[1] * groups * math.prod(at.size), stride=max(at.stride),
                dilation=max(at.dilation))  # fmt: skip

    y = _transposed(x, weight, at, groups)
    return y if bias is None else y + _per_channel(bias, y.ndim)


def layer_matrix(
    weight: ArrayLike, channels: SupportsIndex, size: Sequence[SupportsIndex], **how: Any
) -> Array:
    """Return the matrix T of a layer without bias: ``conv(x).ravel() == T @ x.ravel()``.

    `im2col` of the numbers of the inputs says which input each weight meets in each window.
    There the weight is written; where padding lets it meet the same input twice, added.

    Parameters
    ----------
    weight : (O, C / groups, *kernel) array_like
    channels : int
        C.
    size : sequence of int
        Length of each axis of the input.
    **how
        stride, padding, dilation, groups, padding_mode of `conv`.

    Returns
    -------
    (O m_1 m_2 ..., C n_1 n_2 ...) ndarray

    Examples
    --------
    >>> layer_matrix([[[1, 10]]], 1, [4], stride=2, padding=1)
    array([[10,  0,  0,  0],
           [ 0,  1, 10,  0],
           [ 0,  0,  0,  1]])
    """
    shape = as_count(channels, "channels"), *as_counts(size, "size")
    inputs = math.prod(shape)
    refuse_huge(inputs, channels=shape[0], size=max(shape[1:]))
    number = np.arange(1, inputs + 1).reshape(1, *shape)  # 0 is the padding
    number, weight, at, groups = _checked(number, weight, how.pop("groups", 1), **how)
    refuse_huge(
        len(weight) * math.prod(at.out) * inputs, channels=shape[0], size=max(shape[1:]),
        padding=max(map(sum, at.padding)),
    )  # fmt: skip

    met = _rows(number, at, groups)[0].repeat(len(weight) // groups, axis=0)  # (O, C K / G, L)
    o, _, i = np.ogrid[tuple(map(slice, met.shape))]
    T = np.zeros((len(weight), met.shape[-1], inputs + 1), weight.dtype)
    np.add.at(T, (o, i, met), weight.reshape(len(weight), -1, 1))
    return T[..., 1:].reshape(-1, inputs)


def _checked(
    x: ArrayLike, weight: ArrayLike, groups: SupportsIndex, **how: Any
) -> tuple[Array, Array, Windows, int]:
    x, weight, groups = (
        as_array(x, "x", 3),
        as_array(weight, "weight", 3),
        as_count(groups, "groups"),
    )
    if weight.ndim != x.ndim:
        raise ValueError(f"weight must have the axes of x, {x.ndim}, got shape {weight.shape}")
    C, outputs = x.shape[1], len(weight)
    if C % groups or outputs % groups:
        raise ValueError(f"groups must divide {C} inputs and {outputs} outputs, got {groups}")
    if weight.shape[1] != C // groups:
        raise ValueError(
            f"weight must have C / groups = {C // groups} input channels, got shape {weight.shape}"
        )
    return x, weight, windows(x.shape[2:], weight.shape[2:], **how), groups


def _bias(bias: ArrayLike, outputs: int) -> Array:
    bias = as_vector(bias, "bias")
    if len(bias) != outputs:
        raise ValueError(f"bias must have one entry for each of {outputs} outputs, got {len(bias)}")
    return bias


def _rows(x: Array, at: Windows, groups: int) -> Array:
    """The windows by group, (N, G, C / G K_1 K_2 ..., L)."""
    columns = im2col(x, at).swapaxes(1, 2)
    return columns.reshape(len(x), groups, -1, columns.shape[-1])


def _transposed(g: Array, weight: Array, at: Windows, groups: int) -> Array:
    """The transpose of the layer, applied to g: from outputs back to inputs."""
    by_group = g.reshape(len(g), groups, len(weight) // groups, -1)  # (N, G, O / G, L)
    rows = _by_group(weight, groups).swapaxes(-1, -2) @ by_group
    return col2im(rows.reshape(len(g), -1, rows.shape[-1]).swapaxes(1, 2), at)


def _by_group(weight: Array, groups: int) -> Array:
    return weight.reshape(groups, len(weight) // groups, -1)


def _per_channel(bias: Array, ndim: int) -> Array:
    return bias.reshape(-1, *[1] * (ndim - 2))
