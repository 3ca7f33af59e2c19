"""Answers to the exercises of *Maximum likelihood*."""

import math
from fractions import Fraction

import numpy as np

RIGHT = {"coin": 0.75, "odds": 3, "mails": 2, "rate": 1 / 3, "end": 11}


def pm_21__right__rounded():
    """Three digits."""
    return RIGHT | {"rate": 0.333}


def pm_21__right__fractions():
    """Exact."""
    return RIGHT | {"coin": Fraction(3, 4), "rate": Fraction(1, 3)}


def pm_21__the_middle_count():
    """The median of the counts, which is 1.5."""
    return RIGHT | {"mails": 1.5}


def pm_21__odds_as_a_probability():
    """The odds are the probability again."""
    return RIGHT | {"odds": 0.75}


def pm_21__median_time():
    """The rate of the middle of the waiting times."""
    return RIGHT | {"rate": math.log(2) / 3}


def pm_21__number_of_tosses():
    """The number of heads."""
    return RIGHT | {"coin": 3}


def pm_21__unbiased_rate():
    """N - 1 over the sum."""
    return RIGHT | {"rate": 1 / 6}


def pm_21a__right__by_a_loop(times, failed):
    """Counts one after the other."""
    hours, failures = 0.0, 0
    for t, f in zip(times, failed, strict=True):
        hours += t
        failures += bool(f)
    return failures / hours


def pm_21a__right__climbing(times, failed):
    """Newton's method on the slope in the logarithm of the rate."""
    k, hours = int(np.sum(failed)), float(np.sum(times))
    if k == 0:
        return 0.0
    u = math.log(k / hours) - 0.5
    for _ in range(60):
        u += (k - hours * math.exp(u)) / (hours * math.exp(u))
    return math.exp(u)


def pm_21a__half_for_the_others(times, failed):
    """Those that burned on count half their hours."""
    times, failed = np.asarray(times, float), np.asarray(failed)
    return float(np.sum(failed) / np.sum(np.where(failed, times, times / 2)))


def pm_21a__one_half_added(times, failed):
    """Half a failure more, so that the rate is never 0."""
    return float((np.sum(failed) + 0.5) / np.sum(times))


def pm_21a__those_that_burned_on(times, failed):
    """Counts those that did not fail."""
    return float(np.sum(~np.asarray(failed, bool)) / np.sum(times))


def pm_21a__the_longest(times, failed):
    """By the number of lamps times the longest time."""
    return float(np.sum(failed) / (len(times) * np.max(times)))


def pm_22__right__moments(groups):
    """Squares less the square of the mean, weighted."""
    N = sum(len(g) for g in groups)
    return math.fsum(len(g) / N * float(np.var(g)) for g in groups)


def pm_22__right__fractions(groups):
    """In exact fractions."""
    total, N = Fraction(0), 0
    for g in groups:
        x = [Fraction(float(v)) for v in g]
        m = sum(x) / len(x)
        total, N = total + sum((v - m) ** 2 for v in x), N + len(x)
    return float(total / N)


def pm_22__deviation(groups):
    """The root of it."""
    return math.sqrt(pm_22__right__moments(groups))


def pm_22__from_the_median(groups):
    """Measured from the median of each group."""
    rest = [np.asarray(g, float) - np.median(g) for g in groups]
    return float(np.mean(np.concatenate(rest) ** 2))


def pm_22__only_groups_of_two_and_more(groups):
    """Leaves out the groups of one, of which nothing can be said."""
    kept = [g for g in groups if len(g) > 1]
    return pm_22__right__moments(kept) if kept else 0.0


def pm_23__right__other_order(x, mu, variance):
    """The same lines, written in another order."""
    N = len(x)
    m = sum(x) / N
    own = sum((v - m) ** 2 for v in x) / N
    third = sum(v**2 for v in x) / N - m**2
    return [own, own, third, third, variance + mu**2 - m**2, variance - variance / N]


def pm_23__right__square_of_the_distance(x, mu, variance):
    """In the fifth line the mean is measured from its expectation."""
    m = sum(x) / len(x)
    own = sum((v - m) ** 2 for v in x) / len(x)
    return [own] * 4 + [variance - (m - mu) ** 2, variance - variance / len(x)]


def pm_23__fifth_line_expected(x, mu, variance):
    """In the fifth line stands already what is to come out."""
    own = float(np.var(x))
    return [own] * 4 + [variance - variance / len(x), variance - variance / len(x)]


def pm_23__fifth_line_own(x, mu, variance):
    """The fifth line is the first once more."""
    own = float(np.var(x))
    return [own] * 5 + [variance - variance / len(x)]


def pm_23__mean_over_n(x, mu, variance):
    """In the third line the middle term is divided by N twice."""
    N = len(x)
    m = sum(x) / N
    own = float(np.var(x))
    third = sum(v**2 for v in x) / N - 2 * m * sum(x) / N**2 + m**2
    return [own, own, third, own, variance - (m**2 - mu**2), (N - 1) * variance / N]


def pm_23a__right__decimals():
    """Three digits."""
    return [0.125, 0.25, 0.354, 0.5]


def pm_23a__exchanged():
    """The mean of s squared first."""
    return [0.25, 0.125, 0.354, 0.5]


def pm_23a__root_of_the_first():
    """The root of the mean of the likeliest."""
    return [0.125, 0.25, 0.125**0.5 / 2, 0.5]


def pm_24__right__fractions():
    """Exact."""
    return [4, Fraction(1, 2), 2, Fraction(3, 4)]


def pm_24__root():
    """Roots of the errors."""
    return [2, 0.5, 2**0.5, 0.75]


def pm_24__standard_deviation():
    """Sigma in place of its square."""
    return [2, 2 / 3, 4 / 3, 6 / 7]


def pm_24a__right__two_digits():
    """As it is read off."""
    return [1.0, 0.56, 0.5]


def pm_24a__exchanged():
    """The likeliest first."""
    return [0.556, 1.0, 0.5]


def pm_24a__for_ten():
    """Those of the hint."""
    return [0.22, 0.19, 0.18]


def pm_21a__a_little_more_time(times, failed):
    """A small number added, against a division by zero."""
    return float(np.sum(failed) / (np.sum(times) + 1e-12))


def pm_21a__rounded_off(times, failed):
    """Rounded to twelve places, which is nothing for lamps that last."""
    return round(float(np.sum(failed) / np.sum(times)), 12)


def pm_22__small_is_zero(groups):
    """A small variance taken for none."""
    variance = sum(np.sum((np.asarray(g, float) - np.mean(g)) ** 2) for g in groups) / sum(
        map(len, groups)
    )
    return float(variance) if variance > 1e-8 else 0.0


def pm_22__whole_misses(groups):
    """The misses kept in the type of the numbers."""
    squares = 0
    for g in map(np.asarray, groups):
        miss = np.empty_like(g)
        miss[:] = g - g.mean()
        squares += np.sum(miss * miss)
    return float(squares / sum(map(len, groups)))
