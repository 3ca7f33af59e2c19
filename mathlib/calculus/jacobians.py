"""Jacobians in numbers, and the two ways to multiply by one.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``f``      a function of a vector (n,), which returns a vector (m,)
``J``      its Jacobian, (m, n): row i is the gradient of entry i of ``f``
``v``      a direction at the inputs, (n,)
``u``      weights of the outputs, (m,)
=========  ====================================================================

``J v`` says where a small step goes; ``J^T u`` is the gradient of ``u . f``. Neither needs ``J``.

Source: Griewank and Walther, Evaluating derivatives (2008), chapter 3.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_vector, as_function
from mathlib.calculus._along import along, as_place
from mathlib.calculus.differences import best_step
from mathlib.calculus.gradients import gradient


def jacobian(f: Callable[..., Any], x: ArrayLike) -> NDArray[np.float64]:
    """Return the matrix of all partial derivatives, by differences from both sides.

    Parameters
    ----------
    f : callable
        Of a vector (n,); it gets a fresh copy, and returns a vector (m,).
    x : (n,) array_like

    Returns
    -------
    (m, n) ndarray
        Entry (i, j) is the derivative of output i with respect to input j.

    Examples
    --------
    >>> jacobian(lambda x: [x[0] ** 2 + x[1], x[0] * x[1]], [1.0, 2.0]).round(6)
    array([[2., 1.],
           [2., 1.]])
    """
    f, x = as_function(f, "f"), as_place(x, "x")
    columns = []
    for j in range(len(x)):
        h = best_step(float(x[j]))
        up, down = x.copy(), x.copy()
        up[j], down[j] = x[j] + h, x[j] - h
        columns.append((_values(f, up) - _values(f, down)) / (up[j] - down[j]))
    return np.stack(columns, axis=1)


def push(f: Callable[..., Any], x: ArrayLike, v: ArrayLike) -> NDArray[np.float64]:
    """Return ``J v``, the velocity of the outputs when the inputs move along ``v``: two calls.

    Raises
    ------
    ValueError
        If ``x`` and ``v`` have different lengths.

    Examples
    --------
    >>> push(lambda x: [x[0] * x[1], x[0]], [1.0, 2.0], [1.0, 1.0]).round(6)
    array([3., 1.])
    """
    f, x, v = as_function(f, "f"), as_place(x, "x"), as_place(v, "v")
    return np.asarray(along(lambda x: _values(f, x), x, v))


def pull(f: Callable[..., Any], x: ArrayLike, u: ArrayLike) -> NDArray[np.float64]:
    """Return ``J^T u``, the gradient of ``u . f`` with respect to the inputs.

    Raises
    ------
    ValueError
        If ``u`` does not have an entry for each output.

    Examples
    --------
    >>> pull(lambda x: [x[0] * x[1], x[0]], [1.0, 2.0], [1.0, 10.0]).round(6)
    array([12.,  1.])
    """
    f, x, u = as_function(f, "f"), as_place(x, "x"), as_place(u, "u")
    outputs = len(_values(f, x))
    if len(u) != outputs:
        raise ValueError(f"u must have an entry for each of the {outputs} outputs, got {len(u)}")
    return gradient(lambda x: float(u @ _values(f, x)), x)


def _values(f: Callable[..., Any], x: NDArray[np.float64]) -> NDArray[np.float64]:
    return as_finite_vector(f(x.copy()), "f(x)")
