"""What is left of the logarithm of a factorial once Stirling's formula is subtracted on paper.

The probability of a count holds logarithms of factorials, which are large and nearly cancel: of a
thousand million trials six digits behind the point would be left. So Stirling's formula is
subtracted from each on paper; what is left is small, and is all that is computed. Source:
C. Loader, Fast and accurate computation of binomial probabilities (2000).
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
SERIES = 20  # from here on four terms of Stirling's series have all digits


def stirling(x: ArrayLike) -> Array:
    """``log(x!)`` less Stirling's formula, ``(x + 1/2) log x - x + log(2 pi) / 2``; 0 at 0.

    For x > 0 it is also ``log Gamma(x)`` less ``(x - 1/2) log x - x + log(2 pi) / 2``.
    """
    x = np.asarray(x, float)
    large = np.maximum(x, SERIES)
    square = 1 / large / large
    out = np.array((1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / large)
    for v in np.unique(x[x < SERIES]).tolist():
        rest = math.lgamma(v + 1) + v - 0.5 * math.log(2 * math.pi)
        out[x == v] = rest - (v + 0.5) * math.log(v) if v else 0.0
    return out


def surplus(k: ArrayLike, mean: ArrayLike, log_mean: ArrayLike | None = None) -> Array:
    """``k log(k / mean) + mean - k``: 0 where k is the mean, and larger the further it is off.

    `log_mean` is given where the mean itself may be too small for a float.
    """
    k, mean = np.broadcast_arrays(np.asarray(k, float), np.asarray(mean, float))
    log_mean = np.log(mean) if log_mean is None else log_mean
    with np.errstate(over="ignore"):
        off = (mean - k) / k
        near = k * (off - np.log1p(np.clip(off, -0.5, 1)))  # keeps its digits where both are alike
        far = k * (np.log(k) - log_mean) + (mean - k)
    return np.asarray(np.where(np.abs(off) < 0.5, near, far))
