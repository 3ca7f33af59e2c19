"""Derivatives in numbers: the quotients of differences, and the step with which they are best.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``f``      a function of one number, which returns one number
``x``      where its slope is asked for
``h``      the step: how far from ``x`` the function is asked as well
=========  ====================================================================

A step has two errors: too long, and the curve bends away from its secant; too short, and the
difference drowns in the rounding of ``f``. The first grows with ``h`` (forward) or its square
(central), the second with ``1 / h``.

Source: Higham, Accuracy and stability of numerical algorithms (2002), sections 1.14 and 25.2.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from mathlib._arrays import as_choice, as_function, as_number, as_positive

KINDS = ("forward", "central")
_POWER = {"forward": 1 / 2, "central": 1 / 3}
EPS = float(np.finfo(float).eps)


def best_step(x: float, kind: str = "central") -> float:
    """Return a step with which both errors are about equal for a function of ordinary bends.

    It is ``eps ** (1 / 2)`` (forward) or ``eps ** (1 / 3)`` (central), times ``max(1, |x|)``, and
    so rounded that ``x + h`` is a number of the computer and their difference is ``h`` itself.

    Raises
    ------
    ValueError
        If ``x`` is not finite, or so large that ``x + h`` is not.

    Examples
    --------
    >>> f"{best_step(1.0):.1e}", f"{best_step(1.0, 'forward'):.1e}"
    ('6.1e-06', '1.5e-08')
    """
    x, kind = _as_place(x), as_choice(kind, "kind", KINDS)
    h: float = EPS ** _POWER[kind] * max(1.0, abs(x))
    h = float((x + h) - x)
    if not math.isfinite(x + h) or not math.isfinite(x - h):
        raise ValueError(f"x must be so small that x + h is finite, got {x}")
    return h


def forward(f: Callable[[float], Any], x: float, h: float | None = None) -> float:
    """Return ``(f(x + h) - f(x)) / h``; without a step, with the best one.

    Parameters
    ----------
    f : callable
        Of one number, which returns one.
    x : float
    h : float, optional
        Positive. The divisor is the step that the computer really makes, ``(x + h) - x``.

    Raises
    ------
    ValueError
        If ``h`` is so small that ``x + h`` is ``x``.

    Examples
    --------
    >>> forward(lambda x: x**2, 3.0, 1.0)
    7.0
    """
    f, x, h = _asked(f, x, h, "forward")
    return (_value(f, x + h) - _value(f, x)) / ((x + h) - x)


def central(f: Callable[[float], Any], x: float, h: float | None = None) -> float:
    """Return ``(f(x + h) - f(x - h)) / (2 h)``; without a step, with the best one.

    Parameters
    ----------
    f : callable
        Of one number, which returns one.
    x : float
    h : float, optional
        Positive.

    Raises
    ------
    ValueError
        If ``h`` is so small that ``x + h`` is ``x``.

    Examples
    --------
    >>> central(lambda x: x**2, 3.0, 1.0)
    6.0
    """
    f, x, h = _asked(f, x, h, "central")
    return (_value(f, x + h) - _value(f, x - h)) / ((x + h) - (x - h))


def complex_step(f: Callable[[complex], Any], x: float, h: float = 1e-30) -> float:
    """Return the imaginary part of ``f(x + i h)``, divided by ``h``.

    Nothing is subtracted, so that the step may be tiny, and the result has all its digits. It
    needs a function that is a power series in ``x``, computed from ``+ - * /``, powers,
    ``np.exp``, ``np.sin`` and the like; ``abs`` and comparisons break it.

    Raises
    ------
    TypeError
        If ``f`` does not return a complex number for a complex one.

    Examples
    --------
    >>> complex_step(np.exp, 0.0)
    1.0
    """
    f, x, h = as_function(f, "f"), _as_place(x), as_positive(h, "h")
    y = f(complex(x, h))
    if isinstance(y, np.ndarray) and y.ndim == 0:
        y = y.item()
    if not isinstance(y, complex):
        raise TypeError(f"f must return a complex number for a complex one, got {y!r}")
    return float(y.imag / h)


def _asked(
    f: Callable[[float], Any], x: float, h: float | None, kind: str
) -> tuple[Callable[[float], Any], float, float]:
    f, x = as_function(f, "f"), _as_place(x)
    h = best_step(x, kind) if h is None else as_positive(h, "h")
    if x + h == x or x - h == x:
        raise ValueError(f"h must be so large that x + h differs from x = {x}, got {h}")
    if not math.isfinite(x + h) or not math.isfinite(x - h):
        raise ValueError(f"h must be so small that x + h is finite, got {h}")
    return f, x, h


def _as_place(x: float) -> float:
    x = as_number(x, "x")
    if not math.isfinite(x):
        raise ValueError(f"x must be finite, got {x}")
    return x


def _value(f: Callable[[float], Any], x: float) -> float:
    return as_number(f(x), f"f({x!r})")
