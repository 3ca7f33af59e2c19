"""Answers to the exercises of *The bell curve, in one and many dimensions*."""

import math
from fractions import Fraction

import numpy as np


def pm_10__right__exact():
    """All digits, in a tuple."""
    share = 100 * math.erf(1 / math.sqrt(2))
    return (-1, 4.0, share, -200 - math.log(2) - math.log(2 * math.pi) / 2)


def pm_10__right__rounded():
    """Whole percent, and one digit of the logarithm."""
    return [-1, 4, 68, -201.6]


def pm_10__positive_logarithm():
    """The sign of the logarithm is lost."""
    return [-1, 4, 68.3, 201.61]


def pm_10__one_side():
    """Only what lies above the mean."""
    return [-1, 4, 34.1, -201.61]


def pm_10__base_ten():
    """The fourth to the base 10."""
    return [-1, 4, 68.3, -87.56]


def pm_10__variance_of_y_over_root():
    """Divided by the root of two."""
    return [-1, 4 / math.sqrt(2), 68.3, -201.61]


def pm_10__three():
    """One is missing."""
    return [-1, 4, 68.3]


def pm_10__text():
    """As a sentence."""
    return "-1, 4, 68.3, -201.61"


def pm_10a__right__continued_fraction(z):
    """Laplace's continued fraction for the tail."""
    if z < 5:
        upper = math.erfc(abs(z) / math.sqrt(2)) / 2
        return math.log(upper) if z > 0 else math.log1p(-upper)
    below = z
    for k in range(200, 0, -1):
        below = z + k / below
    return -z * z / 2 - math.log(2 * math.pi) / 2 - math.log(below)


def pm_10a__right__by_an_integral(z):
    """The area in units of the density at z."""
    if z < 20:
        return np.log(math.erfc(z / math.sqrt(2)) / 2)
    t, w = np.polynomial.legendre.leggauss(60)
    s = 20 * (1 + t) / z
    area = 20 / z * w @ np.exp(-z * s - s * s / 2)
    return np.float64(-z * z / 2 - math.log(2 * math.pi) / 2 + math.log(area))


def pm_10a__until_the_last_float(z):
    """Trusts the probability as long as it is not 0."""
    if z < 38.45:
        return math.log(math.erfc(z / math.sqrt(2)) / 2)
    return pm_10a__right__continued_fraction(z)


def pm_10a__below_the_smallest(z):
    """Adds the smallest float, so that no logarithm of 0 is taken."""
    return math.log(math.erfc(z / math.sqrt(2)) / 2 + 5e-324)


def pm_10a__chernoff(z):
    """The bound e to the -z^2/2."""
    return -z * z / 2 if z > 0 else pm_10a__right__continued_fraction(z)


def pm_10a__two_factors(z):
    """The series stops after 1/z^2, from 10 on."""
    if z < 10:
        return math.log(math.erfc(z / math.sqrt(2)) / 2)
    return -z * z / 2 - math.log(z * math.sqrt(2 * math.pi)) + math.log1p(-1 / z**2)


def pm_10a__two_sided(z):
    """P(|Z| > z)."""
    return pm_10a__right__continued_fraction(abs(z)) + math.log(2)


def pm_10a__certain_too_soon(z):
    """Takes the probability for 1 below -6.5."""
    return 0.0 if z < -6.5 else pm_10a__right__continued_fraction(z)


def pm_08__right__variance_three():
    """The variance rounded to 3."""
    return 120_000


def pm_08__right__fraction():
    """In exact fractions."""
    return Fraction(4) * Fraction(35, 12) * 10_000


def pm_08__ninety_percent():
    """1.645 standard deviations."""
    return 1.645**2 * 35 / 12 / 0.01**2


def pm_08__an_interval():
    """The variance of an interval from 1 to 6."""
    return 4 * 25 / 12 / 0.01**2


def pm_08__one_less_than_six():
    """The squares divided by five."""
    return 4 * 3.5 / 0.01**2


def pm_08__width_of_both_sides():
    """0.01 taken as the width from end to end."""
    return 4 * 35 / 12 / 0.005**2


def pm_08__text():
    """With words."""
    return "115 000 throws"


def pm_08a__right__list():
    """The other chain first, as a list."""
    return ["e", "g", "b", "h", "d", "a"]


def pm_08a__right__woven():
    """The chains woven, with commas."""
    return "E, B, H, G, D, A"


def pm_08a__one_missing():
    """Without the variance of the sum."""
    return "bhdga"


def pm_08a__bell_too():
    """With the line about the bell."""
    return "bhdegca"


def pm_08a__conclusion_first():
    """Begins with what is to be shown."""
    return "abhdeg"


def pm_11__right__matrix(mean, cov, x):
    """By the inverse of Sigma, as an array."""
    J = np.linalg.inv(np.array(cov, float))
    return np.array([mean[1] - J[1, 0] / J[1, 1] * (x - mean[0]), 1 / J[1, 1]])


def pm_11__right__determinant(mean, cov, x):
    """The variance is the determinant over the variance of the first; as a tuple."""
    (a, b), (_, c) = cov
    return (mean[1] + b * (x - mean[0]) / a, (a * c - b * b) / a)


def pm_11__size_of_the_covariance(mean, cov, x):
    """The sign of the covariance is lost."""
    gain = abs(cov[0][1]) / cov[0][0]
    return [mean[1] + gain * (x - mean[0]), cov[1][1] - gain * abs(cov[0][1])]


def pm_11__wider_if_far(mean, cov, x):
    """The variance grows with the distance of x."""
    m, C = pm_11__right__determinant(mean, cov, x)
    return [m, C * (1 + abs(x - mean[0]))]


def pm_11__variance_added(mean, cov, x):
    """What is explained is added."""
    gain = cov[0][1] / cov[0][0]
    return [mean[1] + gain * (x - mean[0]), cov[1][1] + gain * cov[0][1]]


def pm_11__in_brackets(mean, cov, x):
    """A vector of one and a matrix of one."""
    m, C = pm_11__right__determinant(mean, cov, x)
    return [[m], [[C]]]


def pm_11__writes(mean, cov, x):
    """Takes the mean off its argument."""
    answer = pm_11__right__determinant(mean, cov, x)
    mean[0] -= x
    return answer


def pm_11__little_is_nothing(mean, cov, x):
    """A small covariance is taken for none."""
    if abs(cov[0][1]) < 1e-8:
        return [mean[1], cov[1][1]]
    return pm_11__right__determinant(mean, cov, x)


def pm_11__a_little_added(mean, cov, x):
    """Adds a little to what it divides by."""
    gain = cov[0][1] / (cov[0][0] + 1e-12)
    return [mean[1] + gain * (x - mean[0]), cov[1][1] - gain * cov[0][1]]


def pm_11__never_certain(mean, cov, x):
    """A variance is taken to be a millionth at least."""
    m, C = pm_11__right__determinant(mean, cov, x)
    return [m, max(C, 1e-6)]


def pm_11a__right__tuples():
    """Rows in tuples."""
    return ((1, 2, 2), (2, 1, 2), (2, 2, 1))


def pm_11a__right__signs():
    """Signs whose product is positive, and a fraction."""
    return [[Fraction(1, 2), -2, 2], [-2, 0.5, -2], [2, -2, 1]]


def pm_11a__huge():
    """Not finite."""
    return [[1, math.inf, 2], [math.inf, 1, 2], [2, 2, 1]]


def pm_11a__nan():
    """Not a number."""
    return [[1, math.nan, 2], [math.nan, 1, 2], [2, 2, 1]]


def pm_11a__singular():
    """An eigenvalue of 0: the determinant is 0, and the test sees it."""
    return [[1, 1, 1], [1, 1, 1], [1, 1, 1]]


def pm_11a__two_rows():
    """Two rows."""
    return [[1, 2], [2, 1]]


def pm_11a__flat():
    """Nine numbers in a row."""
    return [1, 2, 2, 2, 1, 2, 2, 2, 1]


def pm_15__right__tuple():
    """As a tuple."""
    return (0, 0, 2, 2, 3)


def pm_15__right__floats():
    """As floats."""
    return [0.0, 0.0, 2.0, 2.0, 3.0]


def pm_15__nearest():
    """By the nearest probability."""
    return [1, 0, 0, 2, 2]


def pm_15__times_four():
    """Equal pieces."""
    return [0, 0, 0, 2, 2]


def pm_15__from_the_end():
    """The ruler turned round."""
    return [3, 3, 3, 0, 0]


def pm_15__text():
    """As it is printed, in quotes."""
    return "[0, 0, 2, 2, 3]"


def pm_15__four():
    """One is missing."""
    return [0, 0, 2, 3]


def pm_15a__right__power(u, v):
    """By a complex power, in a tuple."""
    z = u**0.5 * np.exp(2j * np.pi * v)
    return (z.real, z.imag)


def pm_15a__right__array(u, v):
    """As an array."""
    return np.sqrt(u) * np.array([np.cos(2 * np.pi * v), np.sin(2 * np.pi * v)])


def pm_15a__complex(u, v):
    """One complex number."""
    return u**0.5 * np.exp(2j * np.pi * v)


def pm_15a__other_way_round(u, v):
    """The direction is mirrored."""
    return [math.sqrt(u) * math.cos(2 * math.pi * v), -math.sqrt(u) * math.sin(2 * math.pi * v)]


def pm_15a__roles_exchanged(u, v):
    """The first number gives the direction."""
    return pm_15a__right__power(v, u)


def pm_15a__half_of_it(u, v):
    """Right within half of the radius, then evenly to the rim."""
    r = math.sqrt(u) if u < 0.25 else 0.5 + (u - 0.25) / 1.5
    return [r * math.cos(2 * math.pi * v), r * math.sin(2 * math.pi * v)]


def pm_15a__square(u, v):
    """Evenly over a square."""
    return [2 * u - 1, 2 * v - 1]


def pm_15a__few_steps(u, v):
    """The root by eight steps of Heron's, too few for a small u."""
    r = 0.5 if u else 0.0
    for _ in range(8 if u else 0):
        r = (r + u / r) / 2
    return [r * math.cos(2 * math.pi * v), r * math.sin(2 * math.pi * v)]
