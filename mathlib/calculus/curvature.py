"""Second derivatives in numbers: the Hessian, the curvature along a direction, kinds of points.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``f``      a function of a vector, which returns one number
``x``      the place, a vector of n numbers
``H``      the Hessian there, (n, n): entry (i, j) differentiates by j, then by i
``v``      a direction, a vector of n numbers
``g``      the gradient there
=========  ====================================================================

A second difference is divided by the square of its step, so rounding hurts it sooner than a first
one: the best step is about the fourth root of the rounding unit, and half of the digits are left.

Source: Nocedal and Wright, Numerical optimization (2006), sections 2.1 and 8.1.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_finite_matrix,
    as_function,
    as_number,
    as_positive,
    refuse_unless_square,
    zero_of,
)
from mathlib.calculus._along import as_place

STEP = 2.0**-13  # about the fourth root of 2 ** -53


def hessian(f: Callable[..., Any], x: ArrayLike) -> NDArray[np.float64]:
    """Return the matrix of all second derivatives, by differences from both sides.

    Parameters
    ----------
    f : callable
        Of a vector (n,); it gets a fresh copy, and returns one number.
    x : (n,) array_like

    Returns
    -------
    (n, n) ndarray
        Symmetric. Good to about eight digits, if the fourth derivatives are of ordinary size.

    Raises
    ------
    ValueError
        If ``f`` is not finite near ``x``, such as a logarithm within a step of zero.

    Examples
    --------
    >>> hessian(lambda x: x[0] ** 2 + x[0] * x[1] + x[1] ** 2, [1.0, 2.0]).round(6)
    array([[2., 1.],
           [1., 2.]])
    """
    f, x = as_function(f, "f"), as_place(x, "x")
    n = len(x)
    steps = STEP * np.maximum(1.0, np.abs(x)) * np.eye(n)
    H = np.empty((n, n))
    for i in range(n):
        for j in range(i + 1):
            d, e = steps[i], steps[j]
            up = _value(f, x + d + e) - _value(f, x + d - e)
            down = _value(f, x - d + e) - _value(f, x - d - e)
            H[i, j] = H[j, i] = (up - down) / (4 * d[i] * e[j])
    return H


def curvature_along(f: Callable[..., Any], x: ArrayLike, v: ArrayLike) -> float:
    """Return the second derivative of ``f(x + t v)`` at ``t = 0``, which is ``v H v``: three calls.

    Parameters
    ----------
    f : callable
        Of a vector (n,), which returns one number.
    x, v : (n,) array_like
        The place, and a direction; twice as long, four times as curved.

    Raises
    ------
    ValueError
        If ``x`` and ``v`` have different lengths, or ``f`` is not finite near ``x``.

    Examples
    --------
    >>> round(curvature_along(lambda x: x[0] * x[1], [1.0, 2.0], [1.0, 1.0]), 6)
    2.0
    """
    f, x, v = as_function(f, "f"), as_place(x, "x"), as_place(v, "v")
    if v.shape != x.shape:
        raise ValueError(f"v must have as many entries as x, {len(x)}, got {len(v)}")
    size = float(np.abs(v).max())
    if size == 0:
        return 0.0
    share = v / size
    h = STEP / float(np.max(np.abs(share) / np.maximum(1.0, np.abs(x))))
    step = h * share  # no entry goes further than its own size allows
    bend = _value(f, x + step) - 2 * _value(f, x) + _value(f, x - step)
    return float(size / h * (size / h * bend))


def classify(g: ArrayLike, H: ArrayLike, atol: float = 1e-6) -> str:
    """Return what a gradient and a Hessian say about a point: which kind it is.

    Parameters
    ----------
    g : (n,) array_like
    H : (n, n) array_like
        Symmetric.
    atol : float
        What is no larger in size counts as zero: a length of ``g``, an eigenvalue of ``H``. So does
        an eigenvalue that is within the rounding of the largest one.

    Returns
    -------
    str
        ``"not critical"``, ``"minimum"``, ``"maximum"``, ``"saddle"`` or ``"undecided"``.

    Raises
    ------
    ValueError
        If ``H`` is not symmetric, or has not as many rows as ``g`` has entries.

    Examples
    --------
    >>> classify([0, 0], [[2, 1], [1, 2]]), classify([0, 0], [[1, 2], [2, 1]])
    ('minimum', 'saddle')
    >>> classify([0, 0], [[2, 0], [0, 0]]), classify([5, 0], [[2, 0], [0, -2]])
    ('undecided', 'not critical')
    """
    g, H, atol = as_place(g, "g"), as_finite_matrix(H, "H"), as_positive(atol, "atol")
    refuse_unless_square(H, "H")
    if len(H) != len(g):
        raise ValueError(f"H must have as many rows as g has entries, {len(g)}, got {len(H)}")
    if np.abs(H - H.T).max() > max(atol, 1e-9 * float(np.abs(H).max())):
        raise ValueError(f"H must be symmetric, got {H.tolist()}")
    lam = np.linalg.eigvalsh(H)
    if np.linalg.norm(g) > atol:
        return "not critical"
    zero = max(atol, zero_of(lam))
    if lam[0] < -zero and lam[-1] > zero:
        return "saddle"
    if lam[0] > zero:
        return "minimum"
    return "maximum" if lam[-1] < -zero else "undecided"


def _value(f: Callable[..., Any], x: NDArray[np.float64]) -> float:
    value = as_number(f(x.copy()), "f(x)")
    if not np.isfinite(value):
        raise ValueError(f"f must be finite at x and a step beside it, got {value} at {x.tolist()}")
    return value
