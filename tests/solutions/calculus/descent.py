"""Answers to the exercises of *Down a ravine: gradient descent and its helpers*."""

from fractions import Fraction

import numpy as np


def cb_28__hessian_of_halves():
    """The limit alone is without the two."""
    return [1 / 2, 1 / 5, 3 / 5]


def cb_28__right__fractions():
    """Fractions are numbers, too."""
    return (Fraction(1, 4), Fraction(1, 5), Fraction(3, 5))


def cb_28a__decimal_logarithm():
    """Three tens in place of the natural logarithm."""
    return 1500


def cb_28a__right__rounded():
    """Seven times five hundred."""
    return 3500


def cb_28b__the_bottom():
    """Where there is nothing to arrive from."""
    return [0, 0]


def cb_28b__right__longer():
    """Any length will do."""
    return [-7.5, 7.5]


def cb_28c__middle(H):
    """One over the steepest alone."""
    return 1 / np.linalg.eigvalsh(np.array(H, float)).max()


def cb_29__age_from_one(values, beta):
    """The newest value has the weight beta in the sum, and one in the weights."""
    means, total, weight = [], 0.0, 0.0
    for value in values:
        total, weight = beta * (total + value), beta * weight + 1
        means.append(total / weight)
    return means


def cb_29a__right__tuple():
    """A tuple is a list of numbers."""
    return (0, 2, 4)


def cb_29b__right__negative():
    """Downhill to the other side."""
    return -5e-9


def cb_29c__right__spaced():
    """In capitals, with commas."""
    return "C, E, D, A"


def cb_28c__flat_directions_left_out(H):
    """Takes little curvature for none."""
    bends = np.linalg.eigvalsh(np.array(H, float))
    bends = bends[bends > 1e-6]
    return 2 / (bends[0] + bends[-1]) if len(bends) else np.inf


def cb_29__skips_zeros(values, beta):
    """A zero adds nothing, so it is left out: but it has a weight."""
    means, total, weight = [], 0.0, 0.0
    for value in values:
        if value:
            total, weight = beta * total + value, beta * weight + 1
        means.append(total / weight if weight else 0.0)
    return means


def cb_29__age_by_the_first_such_value(values, beta):
    """Looks a value up to find its age: one that comes again is as old as the first."""

    def mean(t):
        weights = [beta ** (t - values.index(v)) for v in values[: t + 1]]
        return np.average(values[: t + 1], weights=weights)

    return [mean(t) for t in range(len(values))]
