"""Answers to the exercises of *Many variables: the gradient*."""

import math

import numpy as np


def _moved(x, i, h):
    return [*x[:i], x[i] + h, *x[i + 1 :]]


def cb_05__far_too_short(f, x):
    """The step is so short that the difference is rounding."""
    sizes = [abs(f(_moved(x, i, 1e-12)) - f(_moved(x, i, -1e-12))) for i in range(len(x))]
    return sizes.index(max(sizes))


def cb_05__times_the_entry(f, x):
    """The change per cent of the entry."""
    sizes = [abs(u * (f(_moved(x, i, 1e-5)) - f(_moved(x, i, -1e-5)))) for i, u in enumerate(x)]
    return sizes.index(max(sizes))


def cb_05__right__one_side(f, x):
    """From one side, n + 1 calls."""
    here = f(list(x))
    return np.argmax([abs(f(_moved(x, i, 1e-5)) - here) for i in range(len(x))])


def cb_06__infinite():
    """At infinity there is no gradient."""
    return [math.inf, 1]


def cb_06__no_number():
    """Not a place."""
    return [math.nan, 1]


def cb_06__far_out_on_the_axis():
    """On the axis, however far."""
    return [0, 1e200]


def cb_06__right__far_out():
    """Where the square of the gradient is no float."""
    return (1e200, 1e200)


def cb_06__right__very_near():
    """Where the square of the gradient is zero in floats."""
    return [1e-200, -1e-200]


def cb_08__squared_length(g, x, h):
    """Divides by the square of the length."""
    square = g[0] ** 2 + g[1] ** 2
    return [x[0] - h * g[1] / square, x[1] + h * g[0] / square]


def cb_08__of_length_one(g, x, h):
    """Forgets the length of the step."""
    length = math.hypot(*g)
    return [x[0] - g[1] / length, x[1] + g[0] / length]


def cb_08__right__by_the_angle(g, x, h):
    """A quarter of a turn, added to the angle."""
    angle = math.atan2(g[1], g[0]) + math.pi / 2
    return (x[0] + h * math.cos(angle), x[1] + h * math.sin(angle))


def cb_09a__one_list():
    """A single gradient."""
    return [5, 0]


def cb_09a__equally_long():
    """Neither of these two is the longer one."""
    return [5, 0], [3, 4]


def cb_09a__right__the_other_way_round():
    """The longer one may come second, and have negative entries."""
    return [-1, 2], [0, 2.5]


@np.errstate(all="ignore")
def cb_05__share_of_the_entry(f, x):
    """Where an entry is zero, a share of it is no step."""
    sizes = []
    for i, u in enumerate(x):
        h = 1e-5 * abs(u)
        sizes.append(np.abs(np.float64(f(_moved(x, i, h)) - f(_moved(x, i, -h))) / h))
    return int(np.argmax(sizes))


def cb_05__zero_left_out(f, x):
    """An entry that is zero is not moved."""
    steps = [1e-5 * abs(u) for u in x]
    ends = [(f(_moved(x, i, h)), f(_moved(x, i, -h))) for i, h in enumerate(steps)]
    return int(
        np.argmax([abs(a - b) / h if h else 0 for (a, b), h in zip(ends, steps, strict=True)])
    )


def cb_05__sizes_of_values(f, x):
    """The sizes of the values are compared: where f is zero, they are equal."""
    ends = [(f(_moved(x, i, 1e-5)), f(_moved(x, i, -1e-5))) for i in range(len(x))]
    return int(np.argmax([abs(abs(a) - abs(b)) for a, b in ends]))


def cb_05__small_is_none(f, x):
    """Slopes below a thousandth count as none."""
    best, at = 1e-3, 0
    for i in range(len(x)):
        slope = abs(f(_moved(x, i, 1e-5)) - f(_moved(x, i, -1e-5))) / 2e-5
        if slope > best:
            best, at = slope, i
    return at


@np.errstate(all="ignore")
def cb_08__by_the_slope(g, x, h):
    """An upright level line has no slope."""
    slope = np.divide(-g[0], g[1])
    across = -np.sign(g[1]) * h / np.sqrt(1 + slope**2)
    return [x[0] + across, x[1] + slope * across]


def cb_08__upright_is_up(g, x, h):
    """Where the level line is upright, its left may be down."""
    if g[1] == 0:
        return [x[0], x[1] + h]
    slope = -g[0] / g[1]
    across = -math.copysign(h, g[1]) / math.hypot(1, slope)
    return [x[0] + across, x[1] + slope * across]


def cb_08__right__complex(g, x, h):
    """A quarter of a turn is a product with i."""
    end = complex(*x) + 1j * h * complex(*g) / abs(complex(*g))
    return [end.real, end.imag]
