"""What a deep network makes of a signal on its way up, and of a gradient on its way back.

==========  ===================================================================
symbol      meaning
==========  ===================================================================
``W``       N square layers, (N, n, n); layer l + 1 is ``W[l]``
``a``       activations, (N + 1, n): ``a[0]`` goes in, ``a[l+1] = phi(W[l] a[l])``
``u``       the gradient at the outputs, (n,)
``g``       gradients, (N + 1, n): ``g[l]`` is that of ``u . a[N]`` for ``a[l]``
``scale``   s: the weights are drawn with the variance ``s**2 / n``
==========  ===================================================================

Source: He, Zhang, Ren and Sun, Delving deep into rectifiers (2015).
"""

from collections.abc import Callable
from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_choice,
    as_count,
    as_finite,
    as_instance,
    as_positive,
    as_reals,
    refuse_huge,
)
from mathlib.calculus._along import as_place

Signal = NDArray[np.float64]


def _slope_of_tanh(z: Signal) -> Signal:
    e = np.exp(-2 * np.abs(z))  # 1 - tanh(z)**2 would lose its digits where it is small
    return np.asarray(4 * e / (1 + e) ** 2)


# phi, and its slope
ACTIVATIONS: dict[str, tuple[Callable[[Signal], Signal], Callable[[Signal], Signal]]] = {
    "linear": (lambda z: z, np.ones_like),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(np.float64)),
    "tanh": (np.tanh, _slope_of_tanh),
}
# which share of the mean square of z is kept, on average
KEPT = {"linear": 1.0, "relu": 0.5}


def draw_layers(
    depth: SupportsIndex, n: SupportsIndex, scale: float, rng: np.random.Generator
) -> Signal:
    """Return `depth` layers of n by n weights, normal, of mean 0 and variance ``scale**2 / n``.

    Examples
    --------
    >>> draw_layers(3, 5, 1.0, np.random.default_rng(1)).shape
    (3, 5, 5)
    """
    depth, n = as_count(depth, "depth"), as_count(n, "n")
    scale, rng = as_positive(scale, "scale"), as_instance(rng, "rng", np.random.Generator)
    refuse_huge(depth * n * n, depth=depth, n=n)
    return np.asarray(scale / np.sqrt(n) * rng.normal(size=(depth, n, n)))


def signals(W: ArrayLike, x: ArrayLike, activation: str = "relu") -> Signal:
    """Return the activations: ``a[0] = x``, and ``a[l + 1] = phi(W[l] @ a[l])``.

    Parameters
    ----------
    W : (N, n, n) array_like
    x : (n,) array_like
    activation : "linear", "relu" or "tanh"

    Returns
    -------
    (N + 1, n) ndarray

    Raises
    ------
    ValueError
        If the layers are not square, or if `x` has not an entry for each column.

    Examples
    --------
    >>> signals([[[1, 1], [1, -1]], [[2, 0], [0, 2]]], [1, 3])
    array([[1., 3.],
           [4., 0.],
           [8., 0.]])
    """
    layers, start = _as_net(W, x, "x")
    phi, _ = ACTIVATIONS[as_choice(activation, "activation", tuple(ACTIVATIONS))]
    a = [start]
    for layer in layers:
        a.append(phi(layer @ a[-1]))
    return np.array(a)


def gradients_back(W: ArrayLike, x: ArrayLike, u: ArrayLike, activation: str = "relu") -> Signal:
    """Return the gradients: ``g[N] = u``, and ``g[l] = W[l].T @ (phi'(z) * g[l + 1])``.

    Here ``z = W[l] @ a[l]``. The slope of "relu" at zero counts as zero.

    Returns
    -------
    (N + 1, n) ndarray
        Row l is the gradient of ``u . a[N]`` with respect to ``a[l]``.

    Examples
    --------
    >>> gradients_back([[[1, 1], [1, -1]], [[2, 0], [0, 2]]], [1, 3], [1, 1])
    array([[2., 2.],
           [2., 0.],
           [1., 1.]])
    """
    a = signals(W, x, activation)
    (layers, end), (_, slope) = _as_net(W, u, "u"), ACTIVATIONS[activation]
    g = [end]
    for layer, below in zip(layers[::-1], a[-2::-1], strict=True):
        g.append(layer.T @ (slope(layer @ below) * g[-1]))
    return np.array(g[::-1])


def mean_factor(scale: float, activation: str = "relu") -> float:
    """Return by what one layer multiplies a mean square, on average over nets.

    It is ``scale**2`` without an activation, and half of that with "relu".

    Examples
    --------
    >>> mean_factor(2.0, "linear"), mean_factor(2.0, "relu")
    (4.0, 2.0)
    """
    scale = as_positive(scale, "scale")
    return KEPT[as_choice(activation, "activation", tuple(KEPT))] * scale * scale


def _as_net(W: ArrayLike, x: ArrayLike, name: str) -> tuple[Signal, Signal]:
    layers = as_finite(as_reals(W, "W", 3, 3), "W")
    if layers.shape[1] != layers.shape[2]:
        raise ValueError(f"W must hold square layers, got shape {layers.shape}")
    x = as_place(x, name)
    if len(x) != layers.shape[2]:
        raise ValueError(
            f"{name} must have an entry for each of {layers.shape[2]} columns, got {len(x)}"
        )
    return layers, x
