"""Bayes' rule: what is believed of each case before an observation, and after it.

==========  ======================================================================
symbol      meaning
==========  ======================================================================
``A_i``     the cases, of which exactly one is true
prior       ``P(A_i)``, before B is observed
likelihood  ``P(B | A_i)``, or a density there; over the cases it need not sum to 1
evidence    ``P(B) = sum_j P(B | A_j) P(A_j)``
posterior   ``P(A_i | B)``, after it
==========  ======================================================================
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite, as_real_vector, power_of_two, refuse_unless_distribution
from mathlib.numbers.softmax import log_softmax, logsumexp


def posterior(prior: ArrayLike, likelihood: ArrayLike) -> NDArray[np.float64]:
    """Return ``P(A_i | B) = P(B | A_i) P(A_i) / sum_j P(B | A_j) P(A_j)`` for each case.

    Parameters
    ----------
    prior : (K,) array_like
        Probabilities of the cases; their sum is at most 1e-3 away from 1.
    likelihood : (K,) array_like
        Finite and 0 or more. A common factor changes nothing.

    Returns
    -------
    (K,) ndarray
        Its sum is 1. A case of prior 0 keeps 0.

    Raises
    ------
    ValueError
        If `prior` is no distribution, if `likelihood` is negative, not finite or of another
        length, or if it is zero for every case of positive prior: that is impossible to observe.

    Examples
    --------
    >>> posterior([1 / 3, 1 / 3, 1 / 3], [1 / 4, 1 / 6, 1 / 12]).round(6).tolist()
    [0.5, 0.333333, 0.166667]
    """
    prior = _as_prior(prior)
    likelihood = as_finite(as_real_vector(likelihood, "likelihood"), "likelihood")
    _refuse_other_length(likelihood, "likelihood", len(prior))
    if (likelihood < 0).any():
        raise ValueError(f"likelihood must be 0 or more, got {likelihood}")
    likelihood = np.where(prior > 0, likelihood, 0.0)
    if not likelihood.any():
        raise ValueError("likelihood must be positive for a case of positive prior, got 0 for each")

    joint = prior * (likelihood / power_of_two(likelihood))
    joint = joint / power_of_two(joint)
    return np.asarray(joint / joint.sum())


def log_posterior(log_prior: ArrayLike, log_likelihood: ArrayLike) -> NDArray[np.float64]:
    """Return the logarithm of `posterior`, from logarithms: no product becomes 0 on the way.

    Parameters
    ----------
    log_prior : (K,) array_like
        Finite or -inf; the exponentials sum to 1, up to 1e-3.
    log_likelihood : (K,) array_like
        Finite or -inf. A common number that is added changes nothing.

    Returns
    -------
    (K,) ndarray
        0 or less; -inf where a case is impossible.

    Raises
    ------
    ValueError
        As `posterior`; and for nan or +inf.

    Examples
    --------
    >>> log_posterior(np.log([0.5, 0.5]), [-100000.0, -101000.0]).tolist()
    [0.0, -1000.0]
    """
    log_prior = _as_logs(log_prior, "log_prior")
    log_likelihood = _as_logs(log_likelihood, "log_likelihood")
    _refuse_other_length(log_likelihood, "log_likelihood", len(log_prior))
    if len(log_prior) == 0 or not abs(logsumexp(log_prior)) <= 1e-3:
        raise ValueError(f"log_prior must be logarithms that sum to 1, got {log_prior}")
    log_likelihood = np.where(log_prior > -np.inf, log_likelihood, -np.inf)
    most = log_likelihood.max()
    if most == -np.inf:
        raise ValueError(
            "log_likelihood must be finite for a case of positive prior, got -inf for each"
        )

    with np.errstate(over="ignore"):  # what is 1e308 below the most is impossible beside it
        return log_softmax(log_prior + (log_likelihood - most))


def _as_prior(prior: ArrayLike) -> NDArray[np.float64]:
    prior = as_finite(as_real_vector(prior, "prior"), "prior")
    refuse_unless_distribution(prior, "prior")
    return prior


def _as_logs(logs: ArrayLike, name: str) -> NDArray[np.float64]:
    logs = as_real_vector(logs, name)
    if np.isnan(logs).any() or np.isposinf(logs).any():
        raise ValueError(f"{name} must be finite or -inf, got {logs}")
    return logs.astype(np.float64)


def _refuse_other_length(a: NDArray[Any], name: str, many: int) -> None:
    if len(a) != many:
        raise ValueError(f"{name} must have {many} entries, one for each case, got {len(a)}")
