"""Gradients in numbers: each partial derivative by differences, from both sides.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``f``      a function of a vector, which returns one number
``x``      the place, a vector of n numbers
``v``      a direction, a vector of n numbers
``p``      which norm: 1, 2, infinity or between
=========  ====================================================================

The gradient is the vector of the partial derivatives. It points to where ``f`` grows fastest for
each unit of the Euclidean length; against it, ``f`` falls fastest.

Source: Nocedal and Wright, Numerical optimization (2006), section 8.1.
"""

from collections.abc import Callable
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_function, as_number
from mathlib.calculus._along import along, as_place
from mathlib.calculus.differences import central


def partial(f: Callable[..., Any], x: ArrayLike, i: SupportsIndex) -> float:
    """Return the derivative of ``f`` with respect to entry ``i``, the others held fixed.

    Parameters
    ----------
    f : callable
        Of a vector (n,); it gets a fresh copy, and returns one number.
    x : (n,) array_like
    i : int
        From 0 to n - 1.

    Examples
    --------
    >>> round(partial(lambda x: 3 * x[0] ** 2 + 2 * x[0] * x[1], [1.0, 2.0], 0), 6)
    10.0
    """
    f, x = as_function(f, "f"), as_place(x, "x")
    i = as_count(i, "i", 0, len(x) - 1)
    return central(lambda u: _value(f, _with(x, i, u)), float(x[i]))


def gradient(f: Callable[..., Any], x: ArrayLike) -> NDArray[np.float64]:
    """Return the vector of all partial derivatives, shape (n,): 2 n calls of ``f``.

    Parameters
    ----------
    f : callable
        Of a vector (n,); it gets a fresh copy, and returns one number.
    x : (n,) array_like

    Examples
    --------
    >>> gradient(lambda x: x[0] ** 2 + x[1] ** 2, [1.0, -2.0]).round(6)
    array([ 2., -4.])
    """
    f, x = as_function(f, "f"), as_place(x, "x")
    return np.array([partial(f, x, i) for i in range(len(x))])


def directional(f: Callable[..., Any], x: ArrayLike, v: ArrayLike) -> float:
    """Return how fast ``f`` grows along ``v``, per unit of ``v``: the derivative of f(x + t v).

    Parameters
    ----------
    f : callable
        Of a vector (n,), which returns one number.
    x, v : (n,) array_like
        The place, and a direction of any length; twice as long, twice as fast.

    Raises
    ------
    ValueError
        If ``x`` and ``v`` have different lengths.

    Examples
    --------
    >>> round(directional(lambda x: x[0] * x[1], [1.0, 2.0], [1.0, 1.0]), 6)
    3.0
    """
    f, x, v = as_function(f, "f"), as_place(x, "x"), as_place(v, "v")
    return float(along(lambda x: _value(f, x), x, v))


def _with(x: NDArray[np.float64], i: int, u: float) -> NDArray[np.float64]:
    other = x.copy()
    other[i] = u
    return other


def _value(f: Callable[..., Any], x: NDArray[np.float64]) -> float:
    return as_number(f(x), "f(x)")
