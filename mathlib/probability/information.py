"""What a wrong belief costs: expected surprise, divergence, and both for bell curves, in nats.

==========  ===================================================================
symbol      meaning
==========  ===================================================================
``p``       how the outcomes are distributed: probabilities along one axis
``q``       how they are believed to be
``H(p,q)``  expected surprise, ``-sum_i p[i] log q[i]``; entropy where q is p
``D(p,q)``  divergence, ``H(p,q) - H(p,p)``, of Kullback and Leibler
==========  ===================================================================

The entropy alone is `mathlib.numbers.softmax.entropy`. Divide by log 2 to have bits.

Source: Cover and Thomas, Elements of information theory (2006), chapters 2 and 8.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_axis,
    as_finite,
    as_number,
    as_positive,
    as_reals,
    refuse_unless_distribution,
)


def expected_surprise(p: ArrayLike, q: ArrayLike, axis: int = -1) -> NDArray[Any]:
    """Return the cross-entropy ``-sum_i p[i] log q[i]``, in nats.

    What never happens adds nothing; what happens and was held impossible makes it infinite.

    Parameters
    ----------
    p, q : (..., K) array_like
        Probabilities along the axis, which has K entries in both; without it, their shapes fit
        by broadcasting. Both are divided by their sums, which are at most 1e-3 away from 1.
    axis : int

    Raises
    ------
    ValueError
        If one is no distribution, or their shapes do not fit.

    Examples
    --------
    >>> expected_surprise([0.5, 0.5], [0.25, 0.75]) / np.log(2)
    np.float64(1.207518749639422)
    """
    p, q = _as_pair(p, q, axis)
    with np.errstate(divide="ignore"):
        surprise = -np.log(np.where(p > 0, q, 1))
    total: NDArray[Any] = np.sum(p * surprise, axis=-1)
    return total + 0.0  # not -0.0


def divergence(p: ArrayLike, q: ArrayLike, axis: int = -1) -> NDArray[Any]:
    """Return the divergence of Kullback and Leibler, ``sum_i p[i] log(p[i] / q[i])``, in nats.

    It is added up as ``p (t - log(1 + t)) >= 0`` with ``t = q/p - 1``, whose sum is the same, so
    that distributions that nearly agree keep their digits and none comes out negative.

    Parameters
    ----------
    p, q : (..., K) array_like
        As in `expected_surprise`.
    axis : int

    Raises
    ------
    ValueError
        If one is no distribution, or their shapes do not fit.

    Examples
    --------
    >>> divergence([1, 0], [0.5, 0.5]) / np.log(2), divergence([0.5, 0.5], [1, 0])
    (np.float64(1.0), np.float64(inf))
    """
    p, q = _as_pair(p, q, axis)
    happens = p > 0
    a, b = np.where(happens, p, 1), np.where(happens, q, 1)  # 0 log 0 counts as 0
    near = happens & (abs(b - a) < a / 2)
    t = (b - a) / np.where(near, a, np.inf)
    with np.errstate(divide="ignore"):
        far = p * (np.log(a) - np.log(b)) + (q - p)
    total: NDArray[Any] = np.sum(np.where(near, p * (t - np.log1p(t)), far), axis=-1)
    return total


def normal_entropy(sd: float) -> float:
    """Return the differential entropy of a bell curve, ``log(sd sqrt(2 pi e))``, in nats.

    Raises
    ------
    ValueError
        If `sd` is not positive and finite.

    Examples
    --------
    >>> round(normal_entropy(1), 6), round(normal_entropy(0.1), 6)
    (1.418939, -0.883647)
    """
    return float(np.log(as_positive(sd, "sd")) + 0.5 * np.log(2 * np.pi) + 0.5)


def normal_divergence(mean_p: float, sd_p: float, mean_q: float, sd_q: float) -> float:
    """Return the divergence of one bell curve from another, in nats.

    ``(r**2 - 1)/2 - log r + ((mean_p - mean_q) / sd_q)**2 / 2``, where ``r = sd_p / sd_q``.

    Raises
    ------
    ValueError
        If a mean is not finite, or an `sd` not positive and finite.

    Examples
    --------
    >>> normal_divergence(0, 1, 3, 1), normal_divergence(2, 1, 2, 1)
    (4.5, 0.0)
    """
    m_p, m_q = _as_mean(mean_p, "mean_p"), _as_mean(mean_q, "mean_q")
    s_p, s_q = as_positive(sd_p, "sd_p"), as_positive(sd_q, "sd_q")

    t = (s_p - s_q) / s_q  # r - 1, with all its digits where the two are nearly equal
    with np.errstate(over="ignore"):
        apart = m_p - m_q
        far = apart / s_q if abs(apart) < np.inf else m_p / s_q - m_q / s_q
        log_r = np.log1p(t) if abs(t) < 0.5 else np.log(s_p) - np.log(s_q)
        return float(np.float64(t) - log_r + np.square(np.float64(t)) / 2 + np.square(far) / 2)


def _as_mean(mean: float, name: str) -> np.float64:
    return np.float64(as_finite(np.asarray(as_number(mean, name)), name))


def _as_pair(p: ArrayLike, q: ArrayLike, axis: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return both, divided by their sums and broadcast, the axis moved to the end."""
    pair = []
    for a, name in ((p, "p"), (q, "q")):
        a = as_reals(a, name, 1).astype(float)
        refuse_unless_distribution(a, name, as_axis(axis, "axis", a))
        pair.append(np.moveaxis(a / a.sum(axis=axis, keepdims=True), axis, -1))
    misfit = f"p and q must fit, got shapes {np.shape(p)} and {np.shape(q)}"
    if pair[0].shape[-1] != pair[1].shape[-1]:
        raise ValueError(misfit)
    try:
        both = np.broadcast_arrays(*pair)
    except ValueError:
        raise ValueError(misfit) from None
    return both[0], both[1]
