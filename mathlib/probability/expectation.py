"""Expectations: sums that are weighted with probabilities, and the means that approach them.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``p``                   probabilities of the outcomes: not negative, of sum 1
``f``                   a number for each outcome
``x``                   numbers that were drawn, in their order
======================  =====================================================
"""

from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_axis,
    as_finite,
    as_real_array,
    as_reals,
    power_of_two,
    refuse_unless_distribution,
)


def expectation(
    p: ArrayLike, f: ArrayLike, axis: SupportsIndex = -1
) -> NDArray[np.float64] | np.float64:
    """Return the mean of `f`, weighted with the probabilities `p`: ``sum_i p_i f_i``.

    Parameters
    ----------
    p, f : array_like
        Real, of the same shape; or one of them a vector, for every line of the other along `axis`.
        The probabilities sum to 1 along `axis`, up to 1e-3.
    axis : int
        The axis of the outcomes.

    Returns
    -------
    ndarray, or a single number for two vectors
        An outcome without probability does not count, even where `f` is infinite.

    Raises
    ------
    ValueError
        If `p` or `f` is empty, if their shapes do not fit, if `p` is no distribution, or if `f` is
        inf and -inf with positive probabilities: then there is no expectation.

    Examples
    --------
    >>> float(expectation([0.3, 0.7], [0, 1]))
    0.7
    >>> expectation([0.5, 0.5], [[1, 3], [10, 30]]).tolist()
    [2.0, 20.0]
    """
    p, f = as_reals(p, "p", 1), as_reals(f, "f", 1)
    shape = f.shape if p.ndim == 1 else p.shape
    axis = as_axis(axis, "axis", f if p.ndim == 1 else p)
    p, f = _along(p, shape, axis), _along(f, shape, axis)
    if p.shape != f.shape:
        raise ValueError(f"f must fit p along axis {axis}, got shapes {f.shape} and {p.shape}")
    refuse_unless_distribution(p, "p", axis)
    infinite = [((f == end) & (p > 0)).any(axis=axis) for end in (np.inf, -np.inf)]
    if np.any(infinite[0] & infinite[1]):
        raise ValueError(f"f must not be inf and -inf where p is positive, got {f}")

    terms = np.zeros(shape)
    np.multiply(p, f, out=terms, where=p > 0)  # 0 * inf would be nan
    return np.asarray(terms.sum(axis=axis))[()]


def running_means(x: ArrayLike, axis: SupportsIndex = -1) -> NDArray[np.float64]:
    """Return the means of the first 1, 2, ... numbers of `x`: ``(x_0 + ... + x_k) / (k + 1)``.

    Parameters
    ----------
    x : array_like of at least one axis
        Real and finite, of any size; it may be empty.
    axis : int
        Along which the numbers follow each other.

    Returns
    -------
    ndarray of the shape of `x`
        Also where the sums would be too large for a float.

    Raises
    ------
    ValueError
        If `x` is a single number or not finite, or if it has no such axis.

    Examples
    --------
    >>> running_means([6, 2, 1, 3]).tolist()
    [6.0, 4.0, 3.0, 3.0]
    """
    x = as_finite(as_real_array(x, "x"), "x")
    if x.ndim == 0:
        raise ValueError(f"x must have an axis of numbers, got the single number {x}")
    axis = as_axis(axis, "axis", x)

    size = power_of_two(x)  # the sums of numbers near 1 cannot overflow
    many = np.arange(1, x.shape[axis] + 1)
    sums = np.cumsum(x / size, axis=axis)
    return np.asarray(sums / _along(many, x.shape, axis) * size)


def _along(a: NDArray[Any], shape: tuple[int, ...], axis: int) -> NDArray[Any]:
    """Return a vector as an array of that shape, the same on every line along `axis`."""
    if a.ndim != 1 or len(a) != shape[axis]:
        return a
    lined = [1] * len(shape)
    lined[axis] = len(a)
    return np.broadcast_to(a.reshape(lined), shape)
