"""How much each input counts: in its own units, in per cent, and at most.

=============  ================================================================
symbol         meaning
=============  ================================================================
``f``          a function of a vector (n,), of one number or of a vector (m,)
``spread``     how far each input may be off, in its own unit, (n,)
``kappa``      the condition number of ``f`` at ``x``
=============  ================================================================

Source: Higham, Accuracy and stability of numerical algorithms (2002), section 1.6.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_function, as_number
from mathlib.calculus._along import as_place
from mathlib.calculus.gradients import gradient
from mathlib.calculus.jacobians import jacobian


def swings(f: Callable[..., Any], x: ArrayLike, spread: ArrayLike) -> NDArray[np.float64]:
    """Return ``spread[i] * abs(df/dx_i)``: how far each input moves ``f``, to first order.

    Raises
    ------
    ValueError
        If `spread` has not an entry for each input, or a negative one.

    Examples
    --------
    >>> swings(lambda x: x[0] * x[1], [3.0, 10.0], [0.5, 1.0]).round(6)
    array([5., 3.])
    """
    f, x, spread = as_function(f, "f"), as_place(x, "x"), as_place(spread, "spread")
    if len(spread) != len(x):
        raise ValueError(
            f"spread must have an entry for each of {len(x)} inputs, got {len(spread)}"
        )
    if spread.min() < 0:
        raise ValueError(f"spread must be 0 or more, got {spread}")
    unit = np.maximum(np.abs(x), spread)  # beside it the steps are small, in every unit
    rises = np.abs(gradient(lambda t: f(x + unit * t), np.zeros(len(x))))
    return np.asarray(rises * (spread / np.where(unit > 0, unit, 1)))


def elasticities(f: Callable[..., Any], x: ArrayLike) -> NDArray[np.float64]:
    """Return ``x_i / f * df/dx_i``: by how many per cent ``f`` grows for one per cent of x_i.

    The steps are in proportion to x, so that no unit makes them too long or too short.

    Raises
    ------
    ValueError
        If ``f(x)`` is not finite, or if it is zero: nothing is a per cent of it.

    Examples
    --------
    >>> elasticities(lambda x: x[0] ** 2 / x[1], [3.0, 10.0]).round(6)
    array([ 2., -1.])
    """
    f, x = as_function(f, "f"), as_place(x, "x")
    value = as_number(f(x.copy()), "f(x)")
    _refuse_zero(as_place([value], "f(x)"))
    return gradient(lambda t: as_number(f(x * t), "f(x)") / value, np.ones(len(x)))


def condition(f: Callable[..., Any], x: ArrayLike) -> float:
    """Return ``norm(J) * norm(x) / norm(f(x))``, with the largest singular value of J.

    To first order, relative changes of ``x`` are made larger by this factor at most.

    Raises
    ------
    ValueError
        If ``f(x)`` is zero, or if ``f`` is not finite at `x` and nearby.

    Examples
    --------
    >>> round(condition(lambda x: x[0] - x[1], [1.0, 0.5]), 6)
    3.162278
    """
    f, x = as_function(f, "f"), as_place(x, "x")
    value = as_place(np.atleast_1d(f(x.copy())), "f(x)")
    _refuse_zero(value)
    # In proportion to the largest entries nothing overflows, and the steps fit every unit.
    much, length = np.abs(value).max(), _length(x)
    J = jacobian(lambda t: np.atleast_1d(f(x + length * t)) / much, np.zeros(len(x)))
    return float(np.linalg.norm(J, 2) / np.linalg.norm(value / much))


def _length(x: NDArray[np.float64]) -> float:
    most = np.abs(x).max()
    return float(most and most * np.linalg.norm(x / most))


def _refuse_zero(value: NDArray[np.float64]) -> None:
    if not np.any(value):
        raise ValueError(f"f must not be zero at x, got f(x) = {value.tolist()}")
