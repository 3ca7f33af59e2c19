"""Draws from a distribution, made of uniform numbers.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``u``, ``v``            uniform numbers: at least 0 and less than 1
``p``, ``q``            the density that is wanted, and one that is drawn from
``M``                   a bound: p(x) is at most M q(x)
``rng``                 a generator of uniform numbers, ``numpy.random.default_rng(seed)``
======================  =====================================================
"""

import math
from collections.abc import Callable
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite_vector,
    as_instance,
    as_number,
    as_positive,
    as_real_array,
    refuse_huge,
    refuse_unless_distribution,
)
from mathlib.probability.gaussian import cov_root

Array = NDArray[np.float64]
IN_VAIN = 100_000  # proposals of `rejection` in a row, before it gives up


def exponential_from(u: ArrayLike, rate: float = 1.0) -> Array:
    """Return ``-log(1 - u) / rate``: for uniform `u`, exponential values with the mean 1 / rate.

    Parameters
    ----------
    u : array_like of any shape
        From 0 on and below 1.
    rate : float
        Positive and finite.

    Returns
    -------
    ndarray of the shape of `u`

    Raises
    ------
    ValueError
        If an entry of `u` is not as above, or `rate` is not positive and finite.

    Examples
    --------
    >>> exponential_from([0, 0.5, 0.75], rate=2).round(4).tolist()
    [0.0, 0.3466, 0.6931]
    """
    u, rate = _as_uniform(u, "u"), as_positive(rate, "rate")
    with np.errstate(over="ignore"):
        return np.asarray(np.abs(np.log1p(-u)) / rate)


def categorical_from(u: ArrayLike, p: ArrayLike) -> NDArray[np.int64]:
    """Return the class i with ``p_0 + ... + p_{i-1} <= u < p_0 + ... + p_i``.

    Parameters
    ----------
    u : array_like of any shape
        From 0 on and below 1.
    p : (K,) array_like
        Probabilities; they are divided by their sum, which may be 1e-3 off.

    Returns
    -------
    ndarray of the shape of `u`, of integers from 0 to K - 1
        A class of probability 0 is never among them.

    Raises
    ------
    ValueError
        If an argument is not as above.

    Examples
    --------
    >>> categorical_from([0.0, 0.19, 0.2, 0.99], [0.2, 0.5, 0.3]).tolist()
    [0, 0, 1, 2]
    """
    u, p = _as_uniform(u, "u"), as_finite_vector(p, "p")
    refuse_unless_distribution(p, "p")

    steps = np.cumsum(p)
    below = np.searchsorted(steps, u * steps[-1], side="right")
    return np.asarray(np.minimum(below, np.flatnonzero(p)[-1]), np.int64)


def box_muller(u: ArrayLike, v: ArrayLike) -> tuple[Array, Array]:
    """Return ``r cos(2 pi v)`` and ``r sin(2 pi v)`` with ``r = sqrt(-2 log(1 - u))``.

    For independent uniform `u` and `v` these are two independent standard Gaussian values.

    Parameters
    ----------
    u, v : array_like of one shape
        From 0 on and below 1.

    Returns
    -------
    (x, y) : two ndarrays of the shape of `u`

    Raises
    ------
    ValueError
        If an entry of `u` or `v` is not as above, or their shapes differ.

    Notes
    -----
    G. E. P. Box and M. E. Muller, A note on the generation of random normal deviates, Annals of
    Mathematical Statistics 29 (1958) 610-611.

    Examples
    --------
    >>> [float(x.round(4)) for x in box_muller(1 - np.exp(-2), 0.125)]
    [1.4142, 1.4142]
    """
    u, v = _as_uniform(u, "u"), _as_uniform(v, "v")
    if u.shape != v.shape:
        raise ValueError(f"v must have the shape of u, {u.shape}, got {v.shape}")
    r = np.sqrt(-2 * np.log1p(-u))
    return np.asarray(r * np.cos(2 * np.pi * v)), np.asarray(r * np.sin(2 * np.pi * v))


def rejection(
    rng: np.random.Generator,
    size: SupportsIndex,
    draw: Callable[[np.random.Generator], float],
    p: Callable[[float], float],
    q: Callable[[float], float],
    M: float,
) -> tuple[Array, int]:
    """Return `size` draws from the density `p`, and how many were proposed for them.

    Proposals come from ``draw(rng)``, whose density is `q`; one, x, is accepted if a uniform
    number u has ``u M q(x) < p(x)``.

    Parameters
    ----------
    rng : numpy.random.Generator
    size : int
        At least 0.
    draw, p, q : callable
        ``draw(rng)`` is a finite number; ``p(x)`` and ``q(x)`` are densities there, 0 or more.
    M : float
        Positive and finite, with ``p(x) <= M q(x)`` wherever a draw falls.

    Returns
    -------
    sample : (size,) ndarray
    tries : int
        On average `M` for each draw.

    Raises
    ------
    ValueError
        If `M` is too small at a proposal, 100 000 in a row are refused, or an argument is not so.

    Notes
    -----
    J. von Neumann, Various techniques used in connection with random digits, 1951.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> x, tries = rejection(rng, 5, lambda rng: rng.random(), lambda x: 2 * x, lambda x: 1.0, 2)
    >>> x.shape, tries >= 5
    ((5,), True)
    """
    rng, size = as_instance(rng, "rng", np.random.Generator), as_count(size, "size", 0)
    for name, f in (("draw", draw), ("p", p), ("q", q)):
        if not callable(f):
            raise TypeError(f"{name} must be callable, got {f!r}")
    M = as_positive(M, "M")
    refuse_huge(size, size=size)

    sample: list[float] = []
    tries = last = 0
    while len(sample) < size:
        tries += 1
        x = _asked(draw, "draw", rng)
        wanted, most = _asked(p, "p", x), M * _asked(q, "q", x)
        if not (math.isfinite(x) and 0 <= wanted < math.inf and 0 <= most):
            raise ValueError(f"p, M q must be 0 or more, x finite, got {wanted}, {most} at {x}")
        if wanted > most * (1 + 1e-12) or tries - last > IN_VAIN:
            raise ValueError(f"M must be at least p(x) / q(x) and not huge, got {M} at {x}")
        if rng.random() * most < wanted:
            sample.append(x)
            last = tries
    return np.array(sample, float), tries


def mvn_sample(
    rng: np.random.Generator, mean: ArrayLike, cov: ArrayLike, size: SupportsIndex
) -> Array:
    """Return `size` draws of N(mean, cov), one a row: ``mean + R^T z`` with ``R^T R = cov``.

    Parameters
    ----------
    rng : numpy.random.Generator
    mean : (n,) array_like
        Finite.
    cov : (n, n) array_like
        Symmetric and positive definite.
    size : int
        At least 0.

    Returns
    -------
    (size, n) ndarray

    Raises
    ------
    ValueError
        If an argument is not as above.

    Examples
    --------
    >>> mvn_sample(np.random.default_rng(0), [0, 100], [[1, 0], [0, 1]], 3).shape
    (3, 2)
    """
    rng, size = as_instance(rng, "rng", np.random.Generator), as_count(size, "size", 0)
    m, R = as_finite_vector(mean, "mean"), cov_root(cov)
    if len(m) != len(R):
        raise ValueError(f"mean must be as long as cov, {len(R)}, got {len(m)}")
    refuse_huge(size * max(1, len(m)), size=size)
    return np.asarray(m + rng.standard_normal((size, len(m))) @ R)


def _asked(f: Callable[[Any], Any], name: str, x: Any) -> float:
    try:
        return as_number(f(x), name)
    except TypeError as error:
        raise TypeError(f"{name} must take one argument to a number, got {error}") from error


def _as_uniform(u: ArrayLike, name: str) -> Array:
    u = as_real_array(u, name)
    if not ((u >= 0) & (u < 1)).all():
        raise ValueError(f"{name} must be at least 0 and less than 1, got {u}")
    return np.asarray(u, float)
