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


def cb_27__half_the_coupling():
    """One instead of two beside the diagonal."""
    return [-4 / 11, -9 / 11]


def cb_27__one_slope_lost():
    """Without the slope along the second input."""
    return [-3 / 4, 3 / 4]


def cb_27__other_place():
    """The model at (0, 1)."""
    return [0, -1]


def cb_27__no_list():
    """A number."""
    return -0.25


def cb_27__column():
    """A matrix."""
    return [[-0.25], [-0.75]]


def cb_27b__list():
    """A list."""
    return [1.5]


def cb_27b__zero():
    """The function has no value there."""
    return 0


def cb_27b__left_of_the_bottom():
    """On the wrong side, hardly."""
    return 0.999


def cb_27b__right__close_to_the_bottom():
    """The difference is smaller than the rounding of the function."""
    return 1.0001


def cb_25__five_at_most(c, x, n):
    """Never more than five steps."""
    for _ in range(min(n, 5)):
        x = x * (2 - c * x)
    return x


def cb_25__there_after_four(c, x, n):
    """As if four steps always arrived."""
    if n >= 4:
        return 1 / c
    for _ in range(n):
        x = x * (2 - c * x)
    return x


def cb_25__stops_early(c, x, n):
    """Not moved where the step is short."""
    for _ in range(n):
        d = x * (1 - c * x)
        if abs(d) < 1e-6:
            break
        x = x + d
    return x


def cb_25__start_kept(c, x, n):
    """The start stands in the bracket at each step."""
    start = x
    for _ in range(n):
        x = x * (2 - c * start)
    return x


def cb_25__c_elsewhere(c, x, n):
    """The c belongs to the other term."""
    for _ in range(n):
        x = x * (2 * c - x)
    return x


def cb_25__all_places(c, x, n):
    """A list of the places."""
    places = [x]
    for _ in range(n):
        places.append(places[-1] * (2 - c * places[-1]))
    return places


def cb_25__right__recursive(c, x, n):
    """A function that calls itself."""
    return x if n == 0 else cb_25__right__recursive(c, 2 * x - c * x * x, n - 1)


def cb_25a__both_across():
    """The third walk does not leap."""
    return [0, -1, -1]


def cb_25a__back_to_the_saddle():
    """The third walk is not caught."""
    return [0, -1, 0]


def cb_25a__two_steps():
    """After two steps the third has not arrived."""
    return [0, -1, 1.04]


def cb_25a__one_number():
    """One walk alone."""
    return -1


def cb_25a__right__array():
    """An array."""
    return np.array([0.0, -1.0, 1.0])


def cb_25b__claim_before_the_step():
    """The bound before what it bounds."""
    return "beda"


def cb_25b__false_line_last():
    """All lines, the false one last."""
    return "baedc"


def cb_25b__right__list():
    """A list of letters."""
    return ["b", "a", "e", "d"]


def cb_25b__right__arrows():
    """With arrows and brackets."""
    return "(b) -> (e) -> (a) -> (d)"


def _halved(f, x, d, falls, most=200):
    for _ in range(most):
        if falls(f(x + d), f(x)):
            break
        d = d / 2
    return d


def cb_25c__twenty_halvings(f, x, g, h):
    """Twenty halvings do not reach every place."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: new < old, 20)


def cb_25c__not_higher(f, x, g, h):
    """As high as before is not lower."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: new <= old)


def cb_25c__nearer_to_zero(f, x, g, h):
    """The value is to be lower, not nearer to zero."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: abs(new) < abs(old))


def cb_25c__tolerance(f, x, g, h):
    """A fall of a thousandth is asked for."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: new < old - 1e-3)


def cb_25c__share_of_the_fall(f, x, g, h):
    """A share of what the slope promises is more than was asked."""
    d = -g / h if h > 0 else -g
    for _ in range(200):
        if f(x + d) <= f(x) + 1e-4 * g * d:
            break
        d = d / 2
    return d


def cb_25c__divides_by_zero(f, x, g, h):
    """The curvature of a line is zero."""
    d = -g / h if h >= 0 else -g
    return _halved(f, x, d, lambda new, old: new < old)


def cb_25c__slope_if_too_long(f, x, g, h):
    """A step that is too long becomes another one."""
    d = -g / h if h > 0 else -g
    if not f(x + d) < f(x):
        d = -g
    return _halved(f, x, d, lambda new, old: new < old)


def cb_25c__lowest_of_all(f, x, g, h):
    """The best of the halved steps is not the first."""
    d = -g / h if h > 0 else -g
    return min((d / 2**k for k in range(60)), key=lambda step: f(x + step))


def cb_25c__ten_at_most(f, x, g, h):
    """The step is cut off at ten."""
    d = max(-10, min(10, -g / h if h > 0 else -g))
    return _halved(f, x, d, lambda new, old: new < old)


def cb_25c__right__factor(f, x, g, h):
    """A share that is halved."""
    share, d = 1.0, -g / (h if h > 0 else 1)
    while f(x + share * d) >= f(x):
        share *= 0.5
    return np.float64(share * d)


def cb_26__halves_exchanged():
    """The whole in the place of the part."""
    return {"gauss_newton": [[20, 6], [6, 1]], "hessian": [[16, 4], [4, 1]], "kernel": 17}


def cb_26__weights_exchanged():
    """The second weight first."""
    return {"gauss_newton": [[1, 4], [4, 16]], "hessian": [[1, 6], [6, 20]], "kernel": 17}


def cb_26__one_triangle():
    """The Hessian is symmetric."""
    return {"gauss_newton": [[16, 4], [4, 1]], "hessian": [[20, 6], [0, 1]], "kernel": 17}


def cb_26__root():
    """The norm of the slopes."""
    return {"gauss_newton": [[16, 4], [4, 1]], "hessian": [[20, 6], [6, 1]], "kernel": 17**0.5}


def cb_26__list():
    """A list without names."""
    return [[[16, 4], [4, 1]], [[20, 6], [6, 1]], 17]


def cb_26__right__arrays():
    """Arrays, and a fraction."""
    return {
        "kernel": Fraction(17),
        "hessian": np.array([[20, 6], [6, 1]]),
        "gauss_newton": np.array([[16, 4], [4, 1]]),
    }


def cb_26b__fits_elsewhere():
    """The residual is zero there."""
    return [2, -7]


def cb_26b__column():
    """A matrix."""
    return [[0], [3]]


def cb_26b__infinite():
    """No weight."""
    return [0, np.inf]


def cb_26b__one_weight():
    """There are two weights."""
    return 0


def cb_26b__right__zeros():
    """Both zero."""
    return [0, 0]


def cb_26b__right__fractions():
    """Fractions in an array."""
    return [Fraction(0), Fraction(1, 2)]


def cb_25__stops_very_near(c, x, n):
    """A short step may be long for a place near zero."""
    for _ in range(n):
        d = x * (1 - c * x)
        if abs(d) < 1e-12:
            break
        x = x + d
    return x


def cb_25__twenty_at_most(c, x, n):
    """Never more than twenty steps."""
    for _ in range(min(n, 20)):
        x = x * (2 - c * x)
    return x


def cb_25c__hundred_halvings(f, x, g, h):
    """A hundred halvings do not reach every place."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: new < old, 100)


def cb_25c__short_is_zero(f, x, g, h):
    """A step that is short may be long for a narrow valley."""
    d = -g / h if h > 0 else -g
    while not f(x + d) < f(x):
        if abs(d) < 1e-12:
            return 0.0
        d = d / 2
    return d


def cb_25c__share_of_the_value(f, x, g, h):
    """A small share of the value is more than was asked."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: new < old - 1e-12 * abs(old))


def cb_25c__flat_is_bottom(f, x, g, h):
    """A small slope is not none."""
    d = -g / h if h > 0 else -g
    return _halved(f, x, d, lambda new, old: new < old) if abs(g) > 1e-8 else 0.0


def cb_25c__hardly_bent(f, x, g, h):
    """A small curvature is positive too."""
    d = -g / h if h > 1e-14 else -g
    return _halved(f, x, d, lambda new, old: new < old)
