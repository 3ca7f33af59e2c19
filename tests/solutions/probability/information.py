"""Answers to the exercises of *Entropy and divergence*."""

import math

import numpy as np

from mathlib.numbers.softmax import entropy
from mathlib.probability.information import divergence


def pm_42__a_list():
    """The entropies without their names."""
    return [2, 4, 1.5, 1]


def pm_42__a_number():
    """One number for all."""
    return 2


def pm_42__two_coins_told_apart():
    """The sum is taken for the pair."""
    return {"dice": 2, "two": 4, "sum": 2, "copy": 1}


def pm_42__copies_are_certain():
    """Nothing is left of the copy, nor of the coin."""
    return {"dice": 2, "two": 4, "sum": 1.5, "copy": 0}


def pm_42__right__arrays():
    """Numbers of NumPy, in another order."""
    return {
        "copy": np.float64(1),
        "sum": np.array(1.5),
        "two": np.log2(16),
        "dice": np.int64(2),
    }


def pm_42a__percent():
    """The probabilities sum to 100."""
    return [[50, 0], [0, 50]]


def pm_42a__negative():
    """A sum of 1 with a negative entry."""
    return [[1, 0], [0.5, -0.5]]


def pm_42a__nearly():
    """Just below half a bit."""
    return [[0.44, 0.06], [0.06, 0.44]]


def pm_42a__flat():
    """Four numbers in one row."""
    return [0.5, 0, 0, 0.5]


def pm_42a__right__the_other_diagonal():
    """Y is what X is not, as an array that is not even."""
    return np.array([[0, 0.4], [0.6, 0]])


def pm_42a__right__just_enough():
    """Just over half a bit."""
    return ((0.45, 0.05), (0.05, 0.45))


def pm_43__median(labels, Q):
    """The surprise in the middle."""
    with np.errstate(divide="ignore"):
        return float(np.median(0 - np.log2(np.asarray(Q, float)[np.arange(len(Q)), labels])))


def pm_43__cut_off(labels, Q):
    """The impossible costs a thousand bits."""
    believed = np.asarray(Q, float)[np.arange(len(Q)), labels]
    return float(0 - np.log2(np.maximum(believed, 2.0**-1000)).mean())


def pm_43__all_pairs(labels, Q):
    """Every row is asked about every label."""
    with np.errstate(divide="ignore"):
        return float(0 - np.log2(np.asarray(Q, float)[:, labels]).mean())


def pm_43__right__a_loop(labels, Q):
    """A loop that asks for zero first."""
    total = 0.0
    for label, q in zip(labels, Q, strict=True):
        if q[label] == 0:
            return math.inf
        total += math.log2(1 / q[label])
    return total / len(labels)


def pm_43a__what_is_known():
    """What the picture tells, instead of what it does not."""
    return 0.311


def pm_44__total_variation(p, q):
    """Half the sum of the differences, which is 1 and 0 where it should."""
    return float(np.abs(np.asarray(p, float) - np.asarray(q, float)).sum() / 2)


def pm_44__root(p, q):
    """The root, which is a distance."""
    p, q = np.asarray(p, float), np.asarray(q, float)
    m = (p + q) / 2
    return math.sqrt(float(divergence(p, m) + divergence(q, m)) / 2 / math.log(2))


def pm_44__only_common_outcomes(p, q):
    """Outcomes that one of them excludes are left out."""
    total = 0.0
    for a, b in zip(p, q, strict=True):
        if a > 0 and b > 0:
            m = (a + b) / 2
            total += a * math.log2(a / m) + b * math.log2(b / m)
    return total / 2


def pm_44__right__entropies(p, q):
    """The entropy of the mixture less the mean of the entropies."""
    p, q = np.asarray(p, float), np.asarray(q, float)
    return float(entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2) / math.log(2)


def pm_44a__both_means():
    """The right and the wrong mean of R."""
    return "dabec"


def pm_44a__right__the_mean_first():
    """What R is on average, before Jensen."""
    return ["d", "b", "a", "c"]


def pm_44b__negative():
    """A divergence below zero."""
    return [2, -1.432, 2.195]


def pm_44b__right__rounded():
    """To two digits."""
    return (2, 0.57, 2.2)


def pm_27__one_number():
    """Only the likeliest."""
    return 0.3


def pm_27__third_share():
    """The share of the third, instead of the first two."""
    return [0.4, 0.1455]


def pm_27__negative():
    """The divergence with its sign turned."""
    return [0.3, -0.1455]


def pm_27__right__two_digits():
    """As it was asked for."""
    return np.array([0.3, 0.15])
