"""Answers to the exercises of *A parabola at every step: Newton's method*."""

from fractions import Fraction

import numpy as np


def cb_27__exchanged():
    """The second number first."""
    return [-3 / 4, -1 / 4]


def cb_27__at_zero():
    """The model at zero, where the gradient vanishes."""
    return [0, 0]


def cb_27__twice():
    """Without the half of the model."""
    return [-1 / 2, -3 / 2]


def cb_27__one():
    """One number."""
    return [-1 / 4]


def cb_27__not_a_number():
    """No number."""
    return [np.nan, np.nan]


def cb_27__right__fractions():
    """A tuple of fractions."""
    return (Fraction(-1, 4), Fraction(-3, 4))


def cb_27__right__array():
    """An array."""
    return np.array([-0.25, -0.75])


def cb_27b__two_numbers():
    """A place of this function is one number."""
    return [1.5, 1.5]


def cb_27b__not_a_number():
    """No place."""
    return np.nan


def cb_27b__hardly_beside_the_bottom():
    """So near to the bottom nobody can see a difference."""
    return 1 + 1e-9


def cb_27b__right__near_the_end():
    """Any number between 1 and 2."""
    return 1.99


def cb_27b__right__fraction():
    """A fraction."""
    return Fraction(4, 3)


def cb_25__halley(c, x, n):
    """A step of third order."""
    for _ in range(n):
        e = 1 - c * x
        x = x * (1 + e + e * e)
    return x


def cb_25__half_a_step(c, x, n):
    """Half of each step."""
    for _ in range(n):
        x = x + x * (1 - c * x) / 2
    return x


def cb_25__one_too_many(c, x, n):
    """One step more."""
    for _ in range(n + 1):
        x = x * (2 - c * x)
    return x


def cb_25__hessian_of_the_start(c, x, n):
    """The curvature of the start for all steps."""
    bend = 1 / x**2
    for _ in range(n):
        x = x - (c - 1 / x) / bend
    return x


def cb_25__right__divided(c, x, n):
    """With the slope and the curvature."""
    for _ in range(n):
        x = x - (c - 1 / x) / (1 / x**2)
    return x


def cb_25__right__power(c, x, n):
    """The error is squared each time."""
    return (1 - (1 - c * x) ** (2**n)) / c


def cb_25a__turned():
    """The other valleys."""
    return [0, 1, -1]


def cb_25a__backwards():
    """The last start first."""
    return [1, -1, 0]


def cb_25a__starts():
    """Where they start."""
    return [0.25, 0.5, 0.75]


def cb_25a__places():
    """Both coordinates."""
    return [[0, 0], [0, -1], [0, 1]]


def cb_25a__right__read():
    """As it is read, with the zeros of a float."""
    return (0.001, -1.0, 1.0)


def cb_25b__without_the_inverse():
    """Nothing is said of the norm of the inverse."""
    return "bad"


def cb_25b__backwards():
    """The claim first."""
    return "deab"


def cb_25b__twice():
    """A line stands twice."""
    return "baaed"


def cb_25b__right__inverse_first():
    """The two premises in the other order."""
    return "ebad"


def cb_25b__right__spaced():
    """With spaces and in capitals."""
    return "B E A D"


def cb_25c__falls_a_little(f, x, g, h):
    """Halved once more than it must be."""
    d = -g / h if h > 0 else -g
    for _ in range(200):
        if f(x + d) < f(x):
            break
        d = d / 2
    return d / 2


def cb_25c__new_place(f, x, g, h):
    """The place instead of the step."""
    d = -g / h if h > 0 else -g
    for _ in range(200):
        if f(x + d) < f(x):
            break
        d = d / 2
    return x + d


def cb_25c__uphill(f, x, g, h):
    """Newton's step, whatever the curvature."""
    d = -g / h if h else -g
    for _ in range(60):
        if f(x + d) < f(x):
            break
        d = d / 2
    return d


def cb_25c__thirds(f, x, g, h):
    """A third instead of a half."""
    d = -g / h if h > 0 else -g
    for _ in range(200):
        if f(x + d) < f(x):
            break
        d = d / 3
    return d


def cb_25c__right__counted(f, x, g, h):
    """The halvings counted."""
    d = -g / h if h > 0 else -g
    return next(d / 2**k for k in range(200) if f(x + d / 2**k) < f(x))


def cb_26__transposed_kernel():
    """The kernel as a matrix of four."""
    return {
        "gauss_newton": [[16, 4], [4, 1]],
        "hessian": [[20, 6], [6, 1]],
        "kernel": [[16, 4], [4, 1]],
    }


def cb_26__kernel_first():
    """The number in the place of the matrix."""
    return {"gauss_newton": 17, "hessian": [[20, 6], [6, 1]], "kernel": [[16, 4], [4, 1]]}


def cb_26__slopes():
    """The slopes instead of their products."""
    return {"gauss_newton": [[4, 1]], "hessian": [[20, 6], [6, 1]], "kernel": 17}


def cb_26__two_parts():
    """The kernel is missing."""
    return {"gauss_newton": [[16, 4], [4, 1]], "hessian": [[20, 6], [6, 1]]}


def cb_26__right__floats():
    """Tuples of floats."""
    return {
        "kernel": 17.0,
        "hessian": ((20.0, 6.0), (6.0, 1.0)),
        "gauss_newton": ((16.0, 4.0), (4.0, 1.0)),
    }


def cb_26b__three():
    """There are two weights."""
    return [0, 3, 0]


def cb_26b__not_a_number():
    """No weights."""
    return [0, np.nan]


def cb_26b__nearly():
    """There the model bends a little."""
    return [1e-6, 3]


def cb_26b__right__negative():
    """Any second weight but 1."""
    return (0, -2.5)
