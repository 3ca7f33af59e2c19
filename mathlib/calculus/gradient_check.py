"""A gradient, tried: difference quotients, and the relative error of each entry.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``f``      a function of some arrays, which returns one number
``g``      its gradient as somebody computed it
``h``      the step of the differences
=========  ====================================================================

Source: Higham, Accuracy and stability of numerical algorithms (2002), section 1.14.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_finite,
    as_function,
    as_number,
    as_positive,
    as_real_array,
    as_sequence,
)

Array = NDArray[np.float64]


def relative_error(g: ArrayLike, other: ArrayLike) -> Array:
    """Return ``|g - other| / max(|g|, |other|, 1e-8)``, entry by entry; it is at most 2.

    Examples
    --------
    >>> relative_error([1.0, 3.0, 0.0], [2.0, -3.0, 0.0])
    array([0.5, 2. , 0. ])
    """
    g, other = as_real_array(g, "g"), as_real_array(other, "other")
    if g.shape != other.shape:
        raise ValueError(f"other must have the shape of g, {g.shape}, got {other.shape}")
    g, other = as_finite(g, "g"), as_finite(other, "other")
    largest = np.maximum(np.abs(g), np.abs(other))
    halves = np.abs(g / 2 - other / 2)  # the difference itself may overflow
    return np.asarray(2 * (halves / np.maximum(largest, 1e-8)))


def differences(f: Callable[..., Any], inputs: Sequence[ArrayLike], h: float = 1e-5) -> list[Array]:
    """Return the gradients of ``f(*inputs)`` by differences from both sides: two calls an entry.

    Raises
    ------
    TypeError
        If ``f`` does not return one real number.
    ValueError
        If ``h`` is too small to move an entry, which is rounded to where it was.

    Examples
    --------
    >>> differences(lambda x, b: (x * x + b).sum(), [[1.0, 2.0], 5.0])[0].round(6)
    array([2., 4.])
    """
    f, h = as_function(f, "f"), as_positive(h, "h")
    values = [
        as_finite(as_real_array(a, "inputs"), "inputs") for a in as_sequence(inputs, "inputs")
    ]
    found = [np.zeros(a.shape) for a in values]
    for i, a in enumerate(values):
        for at in np.ndindex(a.shape):
            ends = []
            for step in (h, -h):
                moved = [b.copy() for b in values]
                moved[i][at] += step
                if moved[i][at] == a[at]:
                    raise ValueError(f"h must be large enough to move {a[at]}, got {h}")
                ends.append(as_number(f(*moved), "what f returns"))
            found[i][at] = (ends[0] - ends[1]) / (2 * h)
    return found
