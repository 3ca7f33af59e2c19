"""What a fitted prediction errs by, on average over training sets: bias, variance and noise.

==========  ===================================================================
symbol      meaning
==========  ===================================================================
``X, at``   rows of a training set, and rows at which is predicted
``H``       what makes predictions of the y of a training set: ``H y``
``f``       the true values at the rows of the training set
``truth``   the true values at the rows of ``at``
==========  ===================================================================

Source: Geman, Bienenstock and Doursat, Neural networks and the bias/variance dilemma (1992).
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_matrix, as_finite_vector, as_number
from mathlib.linalg.singular import pinv


class Parts(NamedTuple):
    """What an expected squared error consists of, for each place."""

    squared_bias: NDArray[np.float64]
    variance: NDArray[np.float64]
    noise: float


def smoother(X: ArrayLike, at: ArrayLike) -> NDArray[np.float64]:
    """Return H with ``H y`` the predictions at the rows of `at`, fitted to `X` and any y.

    The shortest of all least-squares fits, without a shift of its own.

    Parameters
    ----------
    X : (N, n) array_like
        The training set.
    at : (M, n) array_like

    Returns
    -------
    (M, N) ndarray

    Raises
    ------
    ValueError
        If one of them is no finite matrix, or has more columns than the other.

    Examples
    --------
    >>> smoother([[1, -1], [1, 1]], [[1, 0], [1, 3]]).round(9).tolist()
    [[0.5, 0.5], [-1.0, 2.0]]
    """
    X, at = as_finite_matrix(X, "X"), as_finite_matrix(at, "at")
    if at.shape[1] != X.shape[1]:
        raise ValueError(f"at must have the {X.shape[1]} columns of X, got shape {at.shape}")

    return np.asarray(at @ pinv(X))


def error_parts(H: ArrayLike, f: ArrayLike, truth: ArrayLike, sd: float) -> Parts:
    """Return squared bias, variance and noise of the predictions ``H (f + noise)`` of `truth`.

    The noise of every observation is independent, of mean 0 and standard deviation `sd`; that of
    the observation to be predicted too.

    Parameters
    ----------
    H : (M, N) array_like
    f : (N,) array_like
        The true values at the training set.
    truth : (M,) array_like
        The true values where it predicts.
    sd : float
        Finite, 0 or more.

    Returns
    -------
    squared_bias, variance : (M,) ndarray
    noise : float

    Raises
    ------
    ValueError
        If one is not finite, or does not fit `H`, or if `sd` is negative.

    Examples
    --------
    >>> bias2, variance, noise = error_parts([[0.5, 0.5]], [-1, 1], [1], 2)
    >>> bias2.tolist(), variance.tolist(), noise
    ([1.0], [2.0], 4.0)
    """
    H, f = as_finite_matrix(H, "H"), as_finite_vector(f, "f")
    truth, sd = as_finite_vector(truth, "truth"), as_number(sd, "sd")
    for a, name, many, of in ((f, "f", H.shape[1], "columns"), (truth, "truth", len(H), "rows")):
        if len(a) != many:
            raise ValueError(
                f"{name} must have an entry for each of {many} {of} of H, got {len(a)}"
            )
    if not 0 <= sd < math.inf:
        raise ValueError(f"sd must be finite and 0 or more, got {sd}")

    with np.errstate(over="ignore"):
        return Parts((H @ f - truth) ** 2, np.sum((sd * H) ** 2, axis=1), sd * sd)
