"""Steps to the lowest point of a quadratic model: Newton, damped Newton, Gauss and Newton.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``x``      the place, a vector of n numbers
``d``      a step from there, (n,)
``g``      the gradient of ``f`` at ``x``, (n,)
``H``      its Hessian there, (n, n), symmetric
``r``      residuals, (m,), of a loss ``r . r / 2``
``J``      their Jacobian, (m, n)
``mu``     what damping adds to the diagonal of ``H``
=========  ====================================================================

Source: Nocedal and Wright, Numerical optimization (2006), chapters 3 and 10.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_finite_matrix,
    as_function,
    as_number,
    refuse_unless_square,
)
from mathlib.calculus._along import as_place

SHARE = 1e-4  # of the fall that the slope promises; a damped step must bring it
EPS = float(np.finfo(float).eps)


def quadratic_model(f0: float, g: ArrayLike, H: ArrayLike, d: ArrayLike) -> float:
    """Return ``f0 + g . d + d . H d / 2``.

    Raises
    ------
    ValueError
        If ``H`` is not symmetric, or ``g`` and ``d`` do not fit it.

    Examples
    --------
    >>> quadratic_model(2, [3, 2], [[6, 0], [0, 2]], [-0.5, -1])
    0.25
    """
    f0, (g, H) = as_number(f0, "f0"), _model(g, H)
    d = as_place(d, "d")
    if d.shape != g.shape:
        raise ValueError(f"d must have as many entries as g, {len(g)}, got {len(d)}")
    return float(f0 + g @ d + d @ H @ d / 2)


def newton_step(g: ArrayLike, H: ArrayLike) -> NDArray[np.float64]:
    """Return ``-H^-1 g``, where the gradient of the model vanishes, shape (n,).

    It is the lowest point of the model if ``H`` is positive definite, and not otherwise.

    Raises
    ------
    ValueError
        If ``H`` is not symmetric, or not invertible as far as its last digit tells, in whichever
        units; if ``g`` does not fit it; or if the step is too large for a float.

    Examples
    --------
    >>> newton_step([3, 2], [[6, 0], [0, 2]])
    array([-0.5, -1. ])
    """
    g, H = _model(g, H)
    if not _sensitivity(H) < 0.25 / EPS:  # no digit of the step would be right
        raise ValueError(f"H must be invertible, got {H.tolist()}")
    return _finite(np.linalg.solve(H, -g))


def damped_step(
    f: Callable[..., Any], x: ArrayLike, g: ArrayLike, H: ArrayLike
) -> NDArray[np.float64]:
    """Return ``-(H + mu I)^-1 g`` for the first ``mu`` that is large enough, shape (n,).

    ``mu`` is 0, then a small part of ``H`` that is doubled, until ``H + mu I`` is positive definite
    and ``f`` falls by a ten-thousandth of what its slope along the step promises; where ``f`` is
    not finite, it has not fallen. If no ``mu`` will do before rounding hides what is promised, the
    step is 0: at the lowest point that floats can tell, or where ``g`` is not the gradient of
    ``f``.

    Parameters
    ----------
    f : callable
        Of a vector (n,); it gets a fresh copy, and returns one number.
    x, g : (n,) array_like
        The place, and the gradient of ``f`` there.
    H : (n, n) array_like
        The Hessian there.

    Raises
    ------
    ValueError
        If ``H`` is not symmetric, if shapes do not fit, or if ``f`` is not finite at ``x``.

    Examples
    --------
    Near a hill of ``x^4 / 4 - x^2 / 2`` the curvature is negative, and still the step goes down.

    >>> damped_step(lambda x: x[0] ** 4 / 4 - x[0] ** 2 / 2, [0.5], [-0.375], [[-0.25]]).round(6)
    array([0.5])
    """
    f, x, (g, H) = as_function(f, "f"), as_place(x, "x"), _model(g, H)
    if x.shape != g.shape:
        raise ValueError(f"x must have as many entries as g, {len(g)}, got {len(x)}")

    here = as_number(f(x.copy()), "f(x)")
    if not np.isfinite(here):
        raise ValueError(f"f must be finite at x, got {here} at {x.tolist()}")
    slack = 4 * EPS * abs(here)  # what the rounding of f may hide
    mu, least = 0.0, (float(np.abs(H).max()) or 1.0) / 256
    while np.isfinite(mu):
        with np.errstate(all="ignore"):  # a step may leave the place where f has a value
            d = _step_down(g, H + mu * np.eye(len(g)))
            if d is not None:
                promised = float(g @ d)
                if mu and -promised <= slack:
                    break
                there = as_number(f(x + d), "f(x)")
                if np.isfinite(there) and there <= here + SHARE * promised + slack:
                    return d
        mu = max(2 * mu, least)
    return np.zeros(len(g))


def gauss_newton_step(r: ArrayLike, J: ArrayLike) -> NDArray[np.float64]:
    """Return the shortest ``d`` for which ``|r + J d|`` is smallest, shape (n,).

    If the columns of ``J`` are independent, it is ``-(J^T J)^-1 J^T r``: the Newton step, with the
    second derivatives of the residuals left out.

    Raises
    ------
    ValueError
        If ``J`` does not have a row for each residual, or if the step is too large for a float.

    Examples
    --------
    >>> gauss_newton_step([-1, 1], [[2, 1], [0, 1]])
    array([ 1., -1.])
    """
    r, J = as_place(r, "r"), as_finite_matrix(J, "J")
    if len(J) != len(r):
        raise ValueError(f"J must have a row for each of the {len(r)} residuals, got {len(J)}")
    return _finite(np.linalg.lstsq(J, -r, rcond=None)[0]) + 0.0


def _model(g: ArrayLike, H: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    g, H = as_place(g, "g"), as_finite_matrix(H, "H")
    refuse_unless_square(H, "H")
    if len(H) != len(g):
        raise ValueError(f"H must have a row for each of the {len(g)} entries of g, got {len(H)}")
    if not np.allclose(H, H.T, rtol=1e-6, atol=1e-6 * float(np.abs(H).max())):
        raise ValueError(f"H must be symmetric, got {H.tolist()}")
    return g, H


def _sensitivity(H: NDArray[np.float64]) -> float:
    """Return how many times an error in the entries of ``H`` grows, each in proportion, at least.

    It is the largest eigenvalue of ``|H^-1| |H|``, the same in all units of the inputs.
    """
    H = H / (float(np.abs(H).max()) or 1.0)
    try:
        with np.errstate(all="ignore"):
            grown = np.abs(np.linalg.inv(H)) @ np.abs(H)
    except np.linalg.LinAlgError:
        return np.inf
    if not np.isfinite(grown).all():  # the page's Python does not raise
        return np.inf
    return float(np.abs(np.linalg.eigvals(grown)).max())


def _finite(d: NDArray[Any]) -> NDArray[np.float64]:
    if not np.isfinite(d).all():
        raise ValueError(f"the step must not be too large for a float, got {d.tolist()}")
    return np.asarray(d, float)


def _step_down(g: NDArray[np.float64], H: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Return ``-H^-1 g`` if ``H`` is positive definite, and the step no larger than floats."""
    try:
        root = np.linalg.cholesky(H)
    except np.linalg.LinAlgError:
        return None
    if not np.isfinite(root).all():  # the page's Python does not raise
        return None
    d = np.asarray(np.linalg.solve(H, -g), float)
    return d if np.isfinite(d).all() else None
