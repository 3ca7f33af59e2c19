"""Answers to the exercises of *The best single number*."""

import math
from fractions import Fraction

import numpy as np


def pm_41__right__fractions():
    """Exact."""
    return [Fraction(3), Fraction(4), Fraction(8, 3), Fraction(1, 4)]


def pm_41__right__a_tuple_of_two_digits():
    """As one would say it."""
    return (3.0, 4.0, 2.7, 0.25)


def pm_41__right__an_array():
    """Computed with NumPy."""
    return np.array([3, 4, 8 / 3, 0.25])


def pm_41__by_name():
    """A dict, in whatever order."""
    return {"odd": 3, "even": 4, "left": 8 / 3, "more": 1 / 4}


def pm_41__variance_of_the_die():
    """The third number is what 3.5 costs in all."""
    return [3, 4, 35 / 12, 1 / 4]


def pm_41__only_one_kind_is_off():
    """Half of the throws are counted as missed by nothing."""
    return [3, 4, 8 / 3, 1 / 8]


def pm_41__absolute_misses():
    """The mean distance in the place of the mean square."""
    return [3, 4, 4 / 3, 1 / 4]


def pm_41__five_numbers():
    """One number too many."""
    return [3, 4, 8 / 3, 1 / 4, 0]


def pm_41a__right__a_tuple():
    """Three lists, in a tuple."""
    return ([0, 1, 9], [0, 2, 9], [3, 8, 9])


def pm_41a__right__an_array():
    """An array, not sorted."""
    return np.array([[9, 8, 3], [9, 0, 1], [2, 9, 0]])


def pm_41a__nine_in_a_row():
    """Not three lists."""
    return [0, 1, 9, 0, 2, 9, 3, 8, 9]


def pm_41a__unequal_groups():
    """Groups of several sizes, where the tower of means does not hold either."""
    return [[1], [0, 1, 9, 9], [2, 8, 9, 9]]


def pm_41a__halves():
    """Not whole."""
    return [[0, 1, 9], [0, 2.5, 9], [3, 8, 9]]


def pm_41a__too_large():
    """Beyond 9."""
    return [[0, 1, 90], [0, 2, 90], [3, 8, 90]]


def pm_29__right__each_person(x, w):
    """Repeats every village, and takes the lower middle one."""
    people = np.sort(np.repeat(x, w))
    return people[(len(people) - 1) // 2]


def pm_29__right__all_sums(x, w):
    """Tries the villages from left to right."""
    return min(sorted(x), key=lambda b: sum(k * abs(v - b) for v, k in zip(x, w, strict=True)))


def pm_29__right__from_both_ends(x, w):
    """Takes people away from both ends."""
    villages = sorted([float(v), float(k)] for v, k in zip(x, w, strict=True))
    left, right = 0, len(villages) - 1
    while left < right:
        away = min(villages[left][1], villages[right][1])
        for at in (left, right):
            villages[at][1] -= away
        right -= villages[right][1] == 0
        left += villages[left][1] == 0 and left < right
    return villages[left if villages[left][1] or left == right else right][0]


def pm_29__halfway(x, w):
    """The middle of all best places."""
    return float(np.median(np.repeat(x, np.asarray(w, int))))


def pm_29__three_quarters(x, w):
    """A quantile of another level."""
    people = np.sort(np.repeat(x, np.asarray(w, int)))
    return float(people[(3 * len(people) - 1) // 4])


def pm_29__a_range(x, w):
    """Both ends of the best places."""
    people = np.sort(np.repeat(x, np.asarray(w, int)))
    return [float(people[(len(people) - 1) // 2]), float(people[len(people) // 2])]


def pm_29__the_number_of_the_village(x, w):
    """Which village, not where."""
    order = np.argsort(x)
    share = np.cumsum(np.asarray(w)[order])
    return int(order[np.searchsorted(share, share[-1] / 2)])


def pm_29__sorts_its_argument(x, w):
    """Sorts what the caller still needs."""
    order = np.argsort(x)
    x[:], w[:] = np.asarray(x)[order], np.asarray(w)[order]
    people = np.cumsum(w)
    return float(x[np.searchsorted(people, people[-1] / 2)])


def pm_29__half_rounded_down(x, w):
    """Stops one person too early if their number is odd."""
    people = 0
    for place, many in sorted(zip(x, w, strict=True)):
        people += many
        if people >= sum(w) // 2:
            return float(place)
    return None


def pm_29a__right__an_array():
    """Computed with NumPy."""
    return np.array([10.0, 2.0, 2.25, 3.0])


def pm_29a__right__fractions():
    """Exact."""
    return (10, 2, Fraction(9, 4), 3)


def pm_29a__huber_without_a_half():
    """Solves for b with the pull of 44 taken as 6."""
    return [10, 2, 3, 3]


def pm_29a__none():
    """All five."""
    return [10, 2, 2.25, 5]


def pm_29a__middle_of_the_range():
    """Halfway between the least and the greatest number, for the median."""
    return [10, 22, 2.25, 3]


def pm_29b__right__with_commas():
    """As a sentence has it."""
    return "d, b, a, e"


def pm_29b__right__capitals_in_a_list():
    """A list of letters."""
    return ["D", "B", "A", "E"]


def pm_29b__ends_before_the_median():
    """The last line is missing."""
    return "dba"


def pm_29b__pairs_come_second():
    """Each pair is spoken of before there are any."""
    return "bdae"


def pm_29b__twice():
    """One line stands twice."""
    return "dbbae"


def pm_13__right__one_digit_of_the_tail():
    """0.05, to two digits."""
    return (5, 1.8, 6.48, 0.05)


def pm_13__right__an_array():
    """Computed with NumPy."""
    return np.array([5, 9 / 5, 162 / 25, math.exp(-3)])


def pm_13__halved():
    """Half the square of the scale."""
    return [5, 1.8, 1.62, 0.0498]


def pm_13__three_standard_deviations():
    """The tail beyond three standard deviations."""
    return [5, 1.8, 6.48, math.exp(-3 * math.sqrt(2))]


def pm_13__the_middle():
    """The probability of what lies within three scales."""
    return [5, 1.8, 6.48, 1 - math.exp(-3)]


def pm_13__median_deviation():
    """The median of the deviations for the scale."""
    return [5, 1, 2, 0.0498]


def pm_13a__right__two_sides(u, m, s):
    """Each side by its own formula."""
    u = np.asarray(u, float)
    with np.errstate(all="ignore"):
        return np.where(u < 0.5, m + s * np.log(2 * u), m - s * np.log(2 - 2 * u))


def pm_13a__right__one_by_one(u, m, s):
    """A list, with a loop."""
    return [m + s * math.log(2 * v) if v < 0.5 else m - s * math.log(2 - 2 * v) for v in u]


def pm_13a__right__difference_of_two(u, m, s):
    """A waiting time less nothing, or nothing less a waiting time."""
    u = np.asarray(u, float)
    return m + s * (np.minimum(np.log(2 * u), 0) - np.minimum(np.log(2 * (1 - u)), 0))


def pm_13a__base_two(u, m, s):
    """The logarithm to the base 2."""
    u = np.asarray(u, float)
    return m - s * np.sign(u - 0.5) * np.log2(2 * np.minimum(u, 1 - u))


def pm_13a__at_zero(u, m, s):
    """Forgets the middle."""
    u = np.asarray(u, float)
    return -s * np.sign(u - 0.5) * np.log(2 * np.minimum(u, 1 - u))


def pm_13a__density(u, m, s):
    """The density at u."""
    return np.exp(-abs(np.asarray(u, float) - m) / s) / (2 * s)


def pm_13a__scaled_middle(u, m, s):
    """The scale multiplies the middle too."""
    u = np.asarray(u, float)
    return s * (m - np.sign(u - 0.5) * np.log(2 * np.minimum(u, 1 - u)))


def pm_13a__logistic(u, m, s):
    """The draws of a logistic density, which has the same tails."""
    u = np.asarray(u, float)
    return m + s * np.log(u / (1 - u))


def pm_35__right__row_by_row(X, y, etas):
    """Adds up the rows, one after the other."""
    w = np.zeros(len(X[0]))
    for eta in etas:
        step = np.zeros(len(w))
        for row, target in zip(X, y, strict=True):
            step += np.sign(target - row @ w) * row
        w = w + eta * step / len(X)
    return w


def pm_35__right__mean_of_the_rows(X, y, etas):
    """The mean over the rows, by NumPy."""
    w = np.zeros(X.shape[1])
    for eta in etas:
        w = w + eta * np.mean(np.sign(y - X @ w)[:, None] * X, axis=0)
    return w.tolist()


def pm_35__over_the_columns(X, y, etas):
    """Divides by the number of weights."""
    w = np.zeros(X.shape[1])
    for eta in etas:
        w = w + eta / X.shape[1] * (X.T @ np.sign(y - X @ w))
    return w


def pm_35__the_path(X, y, etas):
    """All weights on the way."""
    path = [np.zeros(X.shape[1])]
    for eta in etas:
        path.append(path[-1] + eta / len(X) * (X.T @ np.sign(y - X @ path[-1])))
    return np.array(path)


def pm_35__least_squares(X, y, etas):
    """Where the other line is."""
    return np.linalg.lstsq(X, y, rcond=None)[0] if len(etas) else np.zeros(X.shape[1])


def pm_35__unit_steps(X, y, etas):
    """Steps of the length eta, whatever the sum is."""
    w = np.zeros(X.shape[1])
    for eta in etas:
        step = X.T @ np.sign(y - X @ w)
        size = np.linalg.norm(step)
        w = w + eta * step / size if size else w
    return w


def pm_35__first_step_only(X, y, etas):
    """Takes the sum of all steps at once."""
    return np.sum(etas) / len(X) * (X.T @ np.sign(y))


def pm_35a__right__a_list():
    """A list in the place of a tuple."""
    return [100, -100]


def pm_35a__right__to_the_left():
    """A long lever on the other side."""
    return (-60.5, 100)


def pm_35a__right__just_beyond():
    """Nearer than one might think."""
    return (9, -100)


def pm_35a__tie():
    """Other lines are as good as the old one, and none is better."""
    return (8, -100)


def pm_35a__tie_on_the_left():
    """As many units to the left of the middle."""
    return (-4, 100)


def pm_35a__wild_y_at_the_end():
    """Far off the line, at the last of the five."""
    return (4, 100)


def pm_35a__out_of_bounds():
    """Too far."""
    return (1000, -1000)


def pm_35a__nowhere():
    """Not a number."""
    return (100, math.nan)


def pm_35a__three_numbers():
    """More than a point."""
    return (100, -100, 0)


def pm_35b__right__read_with_the_eye():
    """To a few hundredths."""
    return (1.87, 2.13)


def pm_35b__right__an_array():
    """An array."""
    return np.array([1.85, 2.15])


def pm_35b__about_the_start():
    """The first two places."""
    return [2.75, 3.05]


def pm_35b__a_third_of_the_step_to_each_side():
    """One step to each side of the median."""
    return [1.7, 2.3]


def pm_35b__one_number():
    """The distance of the two."""
    return 0.3
