"""Answers to the exercises of *Variance, and two distributions of counts*."""

import math
from fractions import Fraction


def pm_06__right__fractions():
    """Not divided out."""
    return [17 / 4, 68 / 4, 9 / 2]


def pm_06__deviations():
    """The standard deviations."""
    return [4.25**0.5, 17**0.5, 4.5**0.5]


def pm_06__one_less():
    """Divided by one less than three."""
    return [7, 28, 8.5]


def pm_06a__right__by_the_gap(state, x):
    """The square of one deviation, times N / (N - 1)."""
    N, mean, squares = state
    return [N - 1, mean + (mean - x) / (N - 1), squares - (x - mean) ** 2 * N / (N - 1)]


def pm_06a__right__tuple(state, x):
    """As a tuple."""
    N, mean, squares = state
    before = (N * mean - x) / (N - 1)
    return (N - 1, before, squares - (x - before) * (x - mean))


def pm_06a__right__by_the_gap_of_the_means(state, x):
    """Moves all squares to the new mean."""
    N, mean, squares = state
    before = mean - (x - mean) / (N - 1)
    return [N - 1, before, squares - (x - mean) ** 2 - (N - 1) * (mean - before) ** 2]


def pm_06a__gap_once(state, x):
    """The square of the gap between the means counted once."""
    N, mean, squares = state
    before = mean - (x - mean) / (N - 1)
    return [N - 1, before, squares - (x - mean) ** 2 - (mean - before) ** 2]


def pm_06a__never_negative(state, x):
    """The squares of the others, as if the mean had stayed."""
    N, mean, squares = state
    return [N - 1, mean - (x - mean) / (N - 1), max(0.0, squares - (x - mean) ** 2)]


def pm_06a__welford_forwards(state, x):
    """Puts the number in once more."""
    N, mean, squares = state
    after = mean + (x - mean) / (N + 1)
    return [N + 1, after, squares + (x - mean) * (x - after)]


def pm_06a__little_is_nothing(state, x):
    """Squares below a billionth are taken for rounding."""
    N, mean, squares = pm_06a__right__by_the_gap(state, x)
    return [N, mean, squares if squares > 1e-9 else 0.0]


def pm_06a__near_the_mean(state, x):
    """What is near the mean is taken to change nothing."""
    N, mean, squares = state
    return [N - 1, mean, squares] if abs(x - mean) < 1e-6 else pm_06a__right__by_the_gap(state, x)


def pm_06a__one_of_many(state, x):
    """One of a hundred is taken not to move the mean."""
    N, mean, squares = pm_06a__right__by_the_gap(state, x)
    return [N, state[1] if N >= 100 else mean, squares]


def pm_06a__whole_means(state, x):
    """Whole numbers are divided into whole numbers."""
    N, mean, squares = state
    before = (N * mean - x) // (N - 1) if isinstance(x, int) else (N * mean - x) / (N - 1)
    return [N - 1, before, squares - (x - before) * (x - mean)]


def pm_06a__overwrites(state, x):
    """Writes into the state that it was given."""
    state[:] = pm_06a__right__by_the_gap(state, x)
    return state


def pm_06b__right__three():
    """With three numbers."""
    return ([0, 3.8], [0, 0, 4.2])


def pm_06b__right__lists():
    """A list of two lists."""
    return [[0, 4, 0, 4], [0, 0, 0, 0, 6]]


def pm_06b__right__tiny():
    """Small numbers."""
    return ((0, 4e-5, 0, 4e-5), (0, 0, 0, 0, 6e-5))


def pm_06b__in_rows():
    """Six numbers, in a list of one list."""
    return ([[0, 4, 0, 4, 0, 4]], [[0, 0, 0, 0, 0, 6.5]])


def pm_06b__equal_variances():
    """Both variances are 4."""
    return ([-2, 2], [5, 5, 5, 5, 0])


def pm_06b__empty():
    """Nothing in the second list."""
    return ([0, 4], [])


def pm_06b__endless():
    """Not finite."""
    return ([0, 4], [0, math.inf])


def pm_06b__six():
    """Six numbers in the second list."""
    return ([0, 4], [0, 0, 0, 0, 0, 6.5])


def pm_07__right__hole():
    """A product with another middle."""
    return [[1, 2, 1], [2, 3, 2], [1, 2, 1]]


def pm_07__right__left_and_right():
    """Alike from left to right."""
    return [[1, 5, 1], [3, 1, 3], [9, 2, 9]]


def pm_07__right__points_behind():
    """Whole numbers with a point."""
    return ((1.0, 2.0, 1.0), (1, 1, 1), (1, 2, 1))


def pm_07__empty_cells():
    """A cell is empty."""
    return [[1, 2, 1], [2, 0, 2], [1, 2, 1]]


def pm_07__halves():
    """No whole numbers."""
    return [[1, 2, 1], [2, 1.5, 2], [1, 2, 1]]


def pm_07__flat():
    """Nine numbers in one list."""
    return [1, 2, 1, 2, 1, 2, 1, 2, 1]


def pm_07__two_columns():
    """Two values of X."""
    return [[1, 2], [2, 1], [1, 1]]


def pm_07a__right__fractions():
    """The third as a quotient."""
    return [5.0, -3, 171 / 25, 7.0]


def pm_07a__right__tuple():
    """As a tuple, the third rounded."""
    return (5, -3, 6.84, 7)


def pm_07a__third_with_the_covariance_once():
    """The covariance counted once in the third."""
    return [5, -3, (27 + 24 + 96) / 25, 7]


def pm_07a__along_4_3():
    """Along (4, 3)."""
    return [5, -3, 6, 7]


def pm_07a__spread():
    """The standard deviation along the direction."""
    return [5, -3, 6.84**0.5, 7]


def pm_07a__smaller_root():
    """The smaller eigenvalue."""
    return [5, -3, 6.84, 2]


def pm_09__right__a_little_off():
    """Within the factor."""
    return 1.7


def pm_09__half_right():
    """Of a network that is right on half of the pictures."""
    return 2.5


def pm_09__share():
    """As a share, not in percentage points."""
    return 0.015


def pm_09a__right__product(k, n, p):
    """Fractions, exactly."""
    q = Fraction(p)
    if n <= 900:
        return float(math.comb(n, k) * q**k * (1 - q) ** (n - k))
    logs = math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log1p(-p)
    return math.exp(logs)


def pm_09a__right__one_by_one(k, n, p):
    """Sums of logarithms, factor by factor."""
    j = min(k, n - k)
    ways = math.fsum(math.log((n - i) / (i + 1)) for i in range(j))
    return math.exp(ways + k * math.log(p) + (n - k) * math.log1p(-p))


def pm_09a__successes_exchanged(k, n, p):
    """The probability of k failures."""
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(ways + (n - k) * math.log(p) + k * math.log1p(-p))


def pm_09a__rare(k, n, p):
    """The Poisson limit."""
    rate = n * p
    return math.exp(k * math.log(rate) - rate - math.lgamma(k + 1))


def pm_09a__never_certain(k, n, p):
    """Keeps p away from 0 and 1."""
    return pm_09a__right__one_by_one(k, n, min(max(p, 1e-4), 1 - 1e-4))


def pm_09a__a_little_added(k, n, p):
    """Adds a little under each logarithm."""
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(ways + k * math.log(p + 1e-12) + (n - k) * math.log(1 - p + 1e-12))


def pm_09a__rare_alone(k, n, p):
    """The Poisson limit, where p is small and n large."""
    if p > 2e-4 or n < 100:
        return pm_09a__right__one_by_one(k, n, p)
    return math.exp(k * math.log(n * p) - n * p - math.lgamma(k + 1))


def pm_09a__only_if_it_overflows(k, n, p):
    """Takes logarithms where the number of ways is no float; but powers vanish before."""
    try:
        return math.comb(n, k) * p**k * (1 - p) ** (n - k)
    except OverflowError:
        return pm_09a__right__one_by_one(k, n, p)


def pm_12__with_a_falsehood():
    """X and X - 1 are not independent."""
    return "dbgeac"


def pm_12__not_all():
    """The mean of the square is missing."""
    return "bgec"


def pm_12a__right__exact():
    """All digits."""
    e = 0.6065306597126334
    return [e, 1 - 1.5 * e, e * e, 10.0]


def pm_12a__percent():
    """In per cent."""
    return [60.65, 9.02, 36.79, 10]


def pm_12b__the_next():
    """One step too far."""
    return 60


def pm_12b__between_steps():
    """No step of the slider."""
    return 49
