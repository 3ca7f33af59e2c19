"""Answers to the exercises of *The slope of a curve: derivatives*."""

import math
from fractions import Fraction

import numpy as np


def cb_01__infinite():
    """At infinity there is no quotient at all."""
    return math.inf


def cb_01__so_far_that_one_is_lost():
    """In floats x + 1 is x there, so that both quotients are 0."""
    return 1e17


def cb_01__a_large_integer():
    """Exactly, the two quotients differ by six times the distance from 2."""
    return 10**30


def cb_01__right__fraction():
    """The place as a fraction."""
    return Fraction(2)


def cb_03__tiny_near_zero(f, x):
    """In proportion to x, and right at zero itself: near it the step is far too short."""
    h = 6e-6 * abs(x) or 6e-6
    return (f(x + h) - f(x - h)) / (2 * h)


def cb_03__a_millimetre(f, x):
    """The bend shows: only six or seven digits."""
    h = 1e-3 * max(1.0, abs(x))
    return (f(x + h) - f(x - h)) / (2 * h)


def cb_03__right__five_points(f, x):
    """Four values, in which the cubes cancel too."""
    h = 1e-3 * max(1.0, abs(x))
    return (8 * (f(x + h) - f(x - h)) - f(x + 2 * h) + f(x - 2 * h)) / (12 * h)


def cb_03__right__smooth_step(f, x):
    """A step that grows smoothly, and the wished-for divisor."""
    h = 6e-6 * math.hypot(1, x)
    return np.float64((f(x + h) - f(x - h)) / (2 * h))


def cb_04__only_what_is_to_the_right(v, s):
    """Each slope is multiplied by the values after it alone."""
    return float(sum(s[i] * math.prod(v[i + 1 :]) for i in range(len(v))))


def cb_04__equal_values_dropped(v, s):
    """The other factors are found by their value, and two of them are equal."""
    return float(sum(b * math.prod(c for c in v if c != a) for a, b in zip(v, s, strict=True)))


def cb_04__by_differences(v, s):
    """A difference with a short step, whose digits are not enough."""
    moved = math.prod(a + 1e-6 * b for a, b in zip(v, s, strict=True))
    return (moved - math.prod(v)) / 1e-6


def cb_04__tiny_is_zero(v, s):
    """What is tiny may meet what is steep."""
    v = [0 if abs(a) < 1e-250 else a for a in v]
    return sum(s[i] * math.prod(v[:i]) * math.prod(v[i + 1 :]) for i in range(len(v)))


def cb_04__in_64_bits(v, s):
    """Integers stay integers, and overflow."""
    v, s = np.asarray(v), np.asarray(s)
    return sum(s[i] * np.prod(np.delete(v, i)) for i in range(len(v)))


def cb_04__terms_of_the_type(v, s):
    """The terms are kept in the type of v, cut off if that is integers."""
    v = np.asarray(v)
    terms = np.zeros_like(v)
    for i in range(len(v)):
        terms[i] = s[i] * math.prod(np.delete(v, i).tolist())
    return terms.sum()


def cb_04__in_place(v, s):
    """Right, but the lists are written over."""
    for i in range(1, len(v)):
        s[i] = s[i - 1] * v[i] + v[i - 1] * s[i]
        v[i] = v[i - 1] * v[i]
    return s[-1]


def cb_04__place_by_slope(v, s):
    """Finds the factor by its slope, which others may share."""
    v, s = list(v), list(s)
    return sum(r * math.prod(v[: s.index(r)] + v[s.index(r) + 1 :]) for r in s)


def cb_04__right__one_term_each(v, s):
    """The sum of n products."""
    return sum(s[i] * np.prod(np.delete(v, i).astype(float)) for i in range(len(v)))


def cb_04__right__in_integers(v, s):
    """Exact, with integers of any size."""
    v = list(v)
    return sum(r * math.prod(v[:i] + v[i + 1 :]) for i, r in enumerate(s))
