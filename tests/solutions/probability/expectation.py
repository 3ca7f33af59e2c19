"""Answers to the exercises of *Counting, chance and expectation*."""

import math
from fractions import Fraction

import numpy as np


def pm_01__subsets_beside():
    """The pair is one of 15 subsets."""
    return [720, 48, 360]


def pm_01__right__factorials():
    """As products."""
    return [6 * 5 * 4 * 3 * 2, 2 * 120, 720 / 2]


def pm_01a__by_the_square(n, r):
    """The rule of thumb, r squared by 2n, is not exact."""
    if r < 2:
        return math.inf
    return 0.0 if r > n else -math.log2(-math.expm1(-r * r / 2 / n))


def pm_01a__three_different(n, r):
    """A factor is missing: the product ends one draw early."""
    if r < 3:
        return math.inf
    return -math.log2(-math.expm1(sum(math.log1p(-i / n) for i in range(min(r, n) - 1))))


def pm_01a__right__step_by_step(n, r):
    """The collision happens at some first draw: probabilities of disjoint events are added."""
    p, different = 0.0, 1.0
    for i in range(min(r, n + 1)):
        p += different * i / n
        different *= 1 - i / n
    return -math.log2(p) if p else math.inf


def pm_02__halves(n):
    """Only the first half of the row, mirrored wrongly where its length is odd."""
    half = [math.comb(n, r) for r in range(n // 2 + 1)]
    return half + half[::-1]


def pm_02__in_64_bits(n):
    """From row 67 on the middle is beyond 64 bits."""
    row = np.array([1] + n * [0])
    for _ in range(n):
        row[1:] = row[1:] + row[:-1]
    return row


def pm_02__rounded(n):
    """Doubles, which compare as equal to a number that is rounded first."""
    return np.array([math.comb(n, r) for r in range(n + 1)], float)


def pm_02__at_a_few_places(n):
    """Right only where a check might look."""
    places = (0, 1, 2, n // 2, n - 1, n)
    return [math.comb(n, r) if n < 5 or r in places else 0 for r in range(n + 1)]


def pm_02__small_ones_as_floats(n):
    """Exact, but not integers."""
    counts = [math.comb(n, r) for r in range(n + 1)]
    return [float(v) if v < 2**53 else v for v in counts]


def pm_02__right__by_quotients(n):
    """Each entry from the one before, no addition at all."""
    row = [1]
    for r in range(n):
        row.append(row[-1] * (n - r) // (r + 1))
    return row


def pm_02a__outside():
    """The rule says 0 <= r."""
    return (60, -1)


def pm_02a__floats():
    """The rule asks for integers."""
    return (60.0, 30.0)


def pm_02a__too_long():
    """The rule says n <= 60."""
    return (1000, 500)


def pm_02a__one_number():
    """The row alone."""
    return 60


def pm_02a__right__a_list():
    """A list of the two."""
    return [60, 30]


def pm_02a__right__beside_the_middle():
    """Any entry with many digits will do."""
    return (59, 28)


def pm_03__three():
    """One number is missing."""
    return [1 / 4, 1, 4 / 3]


def pm_03__nearly_nothing():
    """A single value has no probability at all, not a little."""
    return [1 / 4, 1, 1e-10, 4 / 3]


def pm_03__a_set():
    """A set has no order."""
    return {1 / 4, 1, 0, 4 / 3}


def pm_03__right__two_digits():
    """Four thirds, to two digits behind the point."""
    return [0.25, 1, 0, 1.33]


def pm_03__right__rounded():
    """To four digits."""
    return [0.25, 1.0, 0.0, 1.3333]


def pm_03a__without_the_width():
    """The sum of the shares in percent."""
    return 32


def pm_03a__right__read():
    """As an eye reads the heights."""
    return 0.3 * (0.55 + 0.52)


def pm_04__twice():
    """A line stands twice."""
    return "dgbacfc"


def pm_04__right__zero_first():
    """That the rest vanishes may be said as soon as the expectation has a name."""
    return "dcgbaf"


def pm_04a__rounded(n, r):
    """A whole number."""
    return float(round(r * (n + 1) / (r + 1)))


def pm_04a__right__formula(n, r):
    """The sum in closed form."""
    return r * (n + 1) / (r + 1)


def pm_04a__right__one_at_a_time(n, r):
    """P(largest > k), added up over k from 0."""
    return float(sum(1 - Fraction(math.comb(k, r), math.comb(n, r)) for k in range(n)))


def pm_05__nested():
    """The deviations, not their mean."""
    return [3, 9, 20, [-3, 1, 5]]


def pm_05__right__floats():
    """As NumPy prints them."""
    return [3.0, 9.0, 20.0, 0.0]


def pm_05a__negative():
    """A number below 0."""
    return [0, -400]


def pm_05a__huge():
    """A number above 1000."""
    return [0] * 30 + [1e12]


def pm_05a__long():
    """More than 40 numbers."""
    return [0, 4] + [0] * 40


def pm_05a__not_a_number():
    """What is not a number is not between 0 and 1000."""
    return [0, math.nan]


def pm_05a__in_quotation_marks():
    """A text is no number."""
    return [0, "4"]


def pm_05a__right__a_tuple():
    """A tuple of the numbers."""
    return (0, 9)


def pm_05a__right__a_valley():
    """Small, but not zero, before a large one."""
    return [1, 1e-6, 1000]
