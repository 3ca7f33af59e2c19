"""How far a sample is from a distribution."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_real_array, as_real_vector

ROUNDING = 1e-9  # so much may a computed distribution function fall


def ks_distance(sample: ArrayLike, cdf: Callable[[NDArray[np.float64]], ArrayLike]) -> float:
    """Return the greatest distance between the steps of a sample and a distribution function.

    The step function of N values rises by 1/N at each. It is farthest from a continuous `cdf` just
    before a step or upon it, so both sides of every step are asked.

    Parameters
    ----------
    sample : (N,) array_like
        Real, not nan, and not empty.
    cdf : callable
        From the sorted sample to N probabilities, none below the one before; a continuous
        distribution function.

    Returns
    -------
    float, from 1 / (2 N) to 1

    Raises
    ------
    ValueError
        If `sample` is not as above, or `cdf` does not return N probabilities, or falls.

    Notes
    -----
    If the sample has been drawn from `cdf`, the distance is above t with a chance of at most
    ``2 exp(-2 N t^2)``: P. Massart, The tight constant in the Dvoretzky-Kiefer-Wolfowitz
    inequality, Annals of Probability 18 (1990) 1269-1283.

    Examples
    --------
    >>> ks_distance([0.1, 0.5, 0.7], lambda x: x)
    0.30000000000000004
    """
    x = np.sort(as_real_vector(sample, "sample").astype(float))
    if not x.size or np.isnan(x).any():
        raise ValueError(f"sample must hold numbers, none of them nan, got {x}")
    if not callable(cdf):
        raise TypeError(f"cdf must be callable, got {cdf!r}")
    F: Any = as_real_array(cdf(x), "cdf")
    if F.shape != x.shape or not ((F >= 0) & (F <= 1)).all():
        raise ValueError(f"cdf must return {len(x)} probabilities, got {F}")
    if (np.diff(F) < -ROUNDING).any():
        raise ValueError(f"cdf must not fall from one value to the next, got {F}")

    N = len(x)
    return float(max((np.arange(1, N + 1) / N - F).max(), (F - np.arange(N) / N).max()))
