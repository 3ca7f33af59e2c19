"""Steps down a function: descent, momentum, RMSProp, Adam, each as a pure function.

Each takes what it remembers and a gradient, and returns what it remembers now and the step.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``state``  what an optimiser remembers; ``None`` before its first step
``g``      the gradient at the present place, (n,)
``d``      the step from there, (n,)
``rate``   eta, the learning rate
``beta``   which share of the velocity ``v`` is kept, from 0 to less than 1
``alpha``  which share of the mean square ``s`` is kept
``eps``    what is added to a root, so that nothing is divided by zero
=========  ====================================================================

Source: Polyak, Some methods of speeding up the convergence of iteration methods (1964); Kingma and
Ba, Adam: a method for stochastic optimization (2015).
"""

from collections.abc import Callable
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_function, as_number, as_positive, refuse_huge
from mathlib.calculus._along import as_place

Vector = NDArray[np.float64]

LARGEST = 1e154  # of a gradient's entries, where they are squared


def descent(state: None, g: ArrayLike, rate: float) -> tuple[None, Vector]:
    """Return ``None, -rate g``: plain gradient descent, which remembers nothing.

    Raises
    ------
    ValueError
        If ``rate`` is not positive.

    Examples
    --------
    >>> descent(None, [2, -4], rate=0.5)
    (None, array([-1.,  2.]))
    """
    if state is not None:
        raise TypeError(f"state must be None, got {state!r}")
    g, rate = as_place(g, "g"), as_positive(rate, "rate")
    return None, -rate * g


def momentum(
    state: ArrayLike | None, g: ArrayLike, rate: float, beta: float
) -> tuple[Vector, Vector]:
    """Return the velocity ``v <- beta v + g``, and the step ``-rate v``: the heavy ball.

    Raises
    ------
    ValueError
        If ``beta`` is not from 0 to less than 1, or the velocity does not fit ``g``.

    Examples
    --------
    >>> v, d = momentum(None, [2, -4], rate=0.5, beta=0.5)
    >>> momentum(v, [1, 0], rate=0.5, beta=0.5)
    (array([ 2., -2.]), array([-1.,  1.]))
    """
    g, rate, beta = as_place(g, "g"), as_positive(rate, "rate"), _share(beta, "beta")
    v = beta * _remembered(state, g) + g
    return v, -rate * v


def rmsprop(
    state: ArrayLike | None, g: ArrayLike, rate: float, alpha: float = 0.99, eps: float = 1e-8
) -> tuple[Vector, Vector]:
    """Return ``s <- alpha s + (1 - alpha) g^2``, and the step ``-rate g / (sqrt(s) + eps)``.

    All of it is entry by entry, so each coordinate has a rate of its own.

    Raises
    ------
    ValueError
        If ``alpha`` is not from 0 to less than 1, ``s`` does not fit ``g``, or ``g`` has an entry
        whose square is beyond all floats.

    Examples
    --------
    >>> rmsprop(None, [2, -4], rate=0.5, alpha=0.75)[1].round(6)
    array([-1.,  1.])
    """
    g, rate, alpha = as_place(g, "g"), as_positive(rate, "rate"), _share(alpha, "alpha")
    s, eps = _squares(state, g), as_positive(eps, "eps")
    s = alpha * s + (1 - alpha) * _squared(g)
    return s, -rate * g / (np.sqrt(s) + eps)


def adam(
    state: tuple[int, ArrayLike, ArrayLike] | None,
    g: ArrayLike,
    rate: float,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[tuple[int, Vector, Vector], Vector]:
    """Return ``(t, m, s)``, and the step ``-rate m^ / (sqrt(s^) + eps)``.

    ``m <- beta1 m + (1 - beta1) g`` and ``s <- beta2 s + (1 - beta2) g^2`` are means over the past
    that begin at 0; ``m^ = m / (1 - beta1^t)`` and ``s^ = s / (1 - beta2^t)`` make up for that.

    Raises
    ------
    ValueError
        If a share is not from 0 to less than 1, the state does not fit ``g``, or ``g`` has an entry
        whose square is beyond all floats.

    Examples
    --------
    >>> (t, m, s), d = adam(None, [2, -4], rate=0.5)
    >>> t, m.round(3), s.round(3), d.round(3)
    (1, array([ 0.2, -0.4]), array([0.004, 0.016]), array([-0.5,  0.5]))
    """
    g, rate, eps = as_place(g, "g"), as_positive(rate, "rate"), as_positive(eps, "eps")
    beta1, beta2 = _share(beta1, "beta1"), _share(beta2, "beta2")
    if state is None:
        state = (0, np.zeros(len(g)), np.zeros(len(g)))
    if not isinstance(state, tuple) or len(state) != 3:
        raise TypeError(f"state must be None or what the last step returned, got {state!r}")
    t = as_count(state[0], "state[0]", 0, 2**53) + 1
    m = beta1 * _remembered(state[1], g) + (1 - beta1) * g
    s = beta2 * _squares(state[2], g) + (1 - beta2) * _squared(g)
    d = -rate * (m / (1 - beta1**t)) / (np.sqrt(s / (1 - beta2**t)) + eps)
    return (t, m, s), d


def walk(
    step: Callable[..., Any], gradient: Callable[..., Any], x: ArrayLike, steps: SupportsIndex
) -> Vector:
    """Return the places before each step and after the last, shape (steps + 1, n).

    Parameters
    ----------
    step : callable
        Of ``(state, g)``; returns the new state and the step, as the functions above do.
    gradient : callable
        Of a vector (n,); returns the gradient there, (n,).
    x : (n,) array_like
        The start.
    steps : int
        How many; 0 or more.

    Raises
    ------
    ValueError
        If a gradient or a step has another shape than `x`, or a place is too far away for floats.

    Examples
    --------
    >>> def half(state, g):
    ...     return descent(state, g, rate=0.5)
    >>> walk(half, lambda x: x, [4], 2).tolist()
    [[4.0], [2.0], [1.0]]
    """
    step, gradient = as_function(step, "step"), as_function(gradient, "gradient")
    x, steps = as_place(x, "x"), as_count(steps, "steps", 0)
    refuse_huge((steps + 1) * len(x), steps=steps, n=len(x))
    places, state = [x], None
    for t in range(1, steps + 1):
        g = gradient(places[-1].copy())
        if np.shape(g) != x.shape:
            raise ValueError(f"gradient must have the shape {x.shape}, got {np.shape(g)}")
        made = step(state, g)
        if not isinstance(made, tuple) or len(made) != 2:
            raise TypeError(f"step must return a state and a step, got {made!r}")
        state, d = made
        if np.shape(d) != x.shape:
            raise ValueError(f"step must return a step of shape {x.shape}, got {np.shape(d)}")
        places.append(places[-1] + d)
        if not np.isfinite(places[-1]).all():
            raise ValueError(f"step must stay among floats, got {places[-1]} after step {t}")
    return np.array(places)


def _remembered(state: ArrayLike | None, g: Vector) -> Vector:
    if state is None:
        return np.zeros(len(g))
    state = as_place(state, "state")
    if state.shape != g.shape:
        raise ValueError(f"state must have as many entries as g, {len(g)}, got {len(state)}")
    return state


def _squares(state: ArrayLike | None, g: Vector) -> Vector:
    s = _remembered(state, g)
    if s.min() < 0:
        raise ValueError(f"state must be a mean of squares, 0 or more, got {s}")
    return s


def _squared(g: Vector) -> Vector:
    if np.abs(g).max() > LARGEST:
        raise ValueError(f"g must have squares that a float holds, got {g}")
    return g**2


def _share(beta: float, name: str) -> float:
    beta = as_number(beta, name)
    if not 0 <= beta < 1:
        raise ValueError(f"{name} must be from 0 to less than 1, got {beta}")
    return beta
