"""What gradients and Jacobians share: a place, and the difference along a direction."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite, as_real_vector, as_vector


def as_place(x: ArrayLike, name: str) -> NDArray[np.float64]:
    """Return `x` as finite doubles of shape (n,), at least one."""
    return as_finite(as_real_vector(as_vector(x, name), name), name)


def along(f: Callable[..., Any], x: NDArray[np.float64], v: NDArray[np.float64]) -> Any:
    """Return how fast `f` changes along `v`, per unit of `v`, from both sides of `x`."""
    if v.shape != x.shape:
        raise ValueError(f"v must have as many entries as x, {len(x)}, got {len(v)}")
    size = float(np.abs(v).max())
    if size == 0:
        return 0 * f(x)
    h = 2.0**-17 * max(1.0, float(np.abs(x).max()))
    step = h * (v / size)
    return size * (f(x + step) - f(x - step)) / (2 * h)
