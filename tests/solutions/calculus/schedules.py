"""Answers to the exercises of *How fast, how long: schedules, stopping, searching*."""

from fractions import Fraction

import numpy as np


def cb_36__roots():
    """The roots of the mean squares."""
    return [5**0.5, 1.5, (4 / 3) ** 0.5]


def cb_36__of_the_mean():
    """The noise twice."""
    return [8, 6, 16 / 3]


def cb_36__two_steps():
    """The end is missing."""
    return [5, 2.25]


def cb_36__never_at_rest():
    """To nothing in the end."""
    return [5, 2.25, 0]


def cb_36__one_step_late():
    """From the start on."""
    return [16, 5, 2.25]


def cb_36__right__fractions():
    """A tuple of fractions."""
    return (Fraction(5), Fraction(9, 4), Fraction(4, 3))


def cb_36a__below_a_half():
    """Neither sum is finite."""
    return 0.3


def cb_36a__nearly_one():
    """Still one of the good ones."""
    return 0.999


def cb_36a__zero():
    """No positive number."""
    return 0


def cb_36a__negative():
    """Rates that rise."""
    return -2


def cb_36a__infinite():
    """No number."""
    return np.inf


def cb_36a__not_a_number():
    """No number."""
    return np.nan


def cb_36a__right__little_more_than_one():
    """Just beyond."""
    return 1.01


def cb_36a__right__fraction():
    """Any number beyond one."""
    return Fraction(3, 2)


def cb_36b__as_it_stood():
    """Nothing changed."""
    return 0.5


def cb_36b__least():
    """As slow as the slider goes."""
    return 0.02


def cb_36b__in_hundredths():
    """Hundredths for ones."""
    return 12


def cb_36b__not_a_number():
    """No rate."""
    return np.nan


def cb_36b__right__exactly():
    """By the formula."""
    return 2 / 17


def cb_36b__right__tenth_and_a_bit():
    """As an eye reads it."""
    return 0.115


def cb_34__nearest_losses(X, y, X_new, y_new, rate, steps):
    """Where both losses are nearest."""
    w = np.zeros(X.shape[1])
    seen = [w]
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        seen.append(w)
    gaps = [abs(np.mean((y - X @ w) ** 2) - np.mean((y_new - X_new @ w) ** 2)) for w in seen]
    return seen[int(np.argmin(gaps))]


def cb_34__gives_up_at_the_first_rise(X, y, X_new, y_new, rate, steps):
    """One step late: what the first rise leads to."""
    w = np.zeros(X.shape[1])
    least = np.mean((y_new - X_new @ w) ** 2)
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean((y_new - X_new @ w) ** 2)
        if loss > least:
            return w
        least = loss
    return w


def cb_34__both_together(X, y, X_new, y_new, rate, steps):
    """Judged by old and new rows together."""
    w = np.zeros(X.shape[1])
    A, b = np.vstack([X, X_new]), np.append(y, y_new)
    best, least = w, np.mean((b - A @ w) ** 2)
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean((b - A @ w) ** 2)
        if loss < least:
            best, least = w, loss
    return best


def cb_34__mean_gradient(X, y, X_new, y_new, rate, steps):
    """Steps along the gradient of the mean."""
    w = np.zeros(X.shape[1])
    best, least = w, np.mean((y_new - X_new @ w) ** 2)
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y) / len(X) / 2
        loss = np.mean((y_new - X_new @ w) ** 2)
        if loss < least:
            best, least = w, loss
    return best


def cb_34__right__all_kept(X, y, X_new, y_new, rate, steps):
    """All weights first, then the best of them."""
    seen = [np.zeros(X.shape[1])]
    for _ in range(steps):
        seen.append(seen[-1] + rate * X.T @ (y - X @ seen[-1]))
    return min(seen, key=lambda w: np.sum((y_new - X_new @ w) ** 2)).tolist()


def cb_34a__of_the_steep():
    """The steep direction."""
    return 1


def cb_34a__ninety():
    """A share taken for a number."""
    return 90


def cb_34a__two_powers():
    """A hundredth left."""
    return 4605


def cb_34a__adds_up():
    """As if each step walked the same way."""
    return 900


def cb_34a__not_a_number():
    """No estimate."""
    return np.nan


def cb_34a__right__exactly():
    """By the logarithm."""
    return np.log(10) / 0.001


def cb_34a__right__rounded():
    """Roughly."""
    return 2000


def cb_38__empty(labels, k):
    """Nothing in the parts."""
    return [[] for _ in range(k)]


def cb_38__labels_in_the_parts(labels, k):
    """Neighbours in sorted order, cut into runs."""
    order = sorted(range(len(labels)), key=lambda i: labels[i])
    return [part.tolist() for part in np.array_split(order, k)]


def cb_38__twice(labels, k):
    """Each row in two parts."""
    parts = [[] for _ in range(k)]
    for label in sorted(set(labels)):
        for at, row in enumerate(i for i in range(len(labels)) if labels[i] == label):
            parts[at % k].append(row)
            parts[(at + 1) % k].append(row)
    return parts


def cb_38__one_part_too_many(labels, k):
    """A part for the rest."""
    parts = [[] for _ in range(k + 1)]
    for label in sorted(set(labels)):
        for at, row in enumerate(i for i in range(len(labels)) if labels[i] == label):
            parts[at % (k + 1)].append(row)
    return parts


def cb_38__two_labels_only(labels, k):
    """The first label is shared out, the others as they stand together."""
    first = labels[0]
    parts = [[] for _ in range(k)]
    for kind in (True, False):
        for at, row in enumerate(i for i in range(len(labels)) if (labels[i] == first) == kind):
            parts[at % k].append(row)
    return parts


def cb_38__right__sorted_and_dealt(labels, k):
    """Sorted by label, and dealt on without a break."""
    order = sorted(range(len(labels)), key=lambda i: labels[i])
    return [order[i::k] for i in range(k)]


def cb_38__right__arrays(labels, k):
    """Arrays of row numbers."""
    parts = [[] for _ in range(k)]
    for label in np.unique(labels):
        for at, piece in enumerate(np.array_split(np.flatnonzero(np.array(labels) == label), k)):
            parts[at].append(piece)
    return [np.concatenate(part) for part in parts]


def cb_38a__exponents():
    """The exponents."""
    return [-2, 0, 1]


def cb_38a__middle_of_the_logs():
    """Natural logarithms for decades."""
    return [0.01, 1, 2.718]


def cb_38a__two_only():
    """One is missing."""
    return [0.01, 1]


def cb_38a__middle_alone():
    """The three quarters as the middle of the upper half, evenly."""
    return [0.01, 1, 50.5]


def cb_38a__right__powers():
    """Powers in a tuple."""
    return (10**-2, 10**0, 10**1)


def cb_39__only_means():
    """Without the rule."""
    return "cab"


def cb_39__backwards():
    """The end first."""
    return "beac"


def cb_39__twice():
    """A line stands twice."""
    return "caeeb"


def cb_39__with_the_false_line():
    """The false line in place of the rule."""
    return "cadb"


def cb_39__right__rule_first():
    """The rule first."""
    return "ecab"


def cb_39__right__spaced():
    """In capitals, with commas."""
    return "C, E, A, B"


def cb_39a__roots():
    """The lengths of the columns."""
    return [0.75, 5**0.5 / 4]


def cb_39a__odds_turned_round():
    """Four in place of a quarter."""
    return [36, 20]


def cb_39a__exchanged():
    """The second column first."""
    return [1.25, 2.25]


def cb_39a__sum():
    """One price for both."""
    return [3.5, 3.5]


def cb_39a__sums_not_squares():
    """The sums of the columns."""
    return [1.25, 0.75]


def cb_39a__right__fractions():
    """A tuple of fractions."""
    return (Fraction(9, 4), Fraction(5, 4))


def cb_36__deviation_for_variance():
    """The noise of 2 with the variance 2."""
    return [4.5, 1.625, 2 / 3]


def cb_36__rest_of_distance():
    """In the end as much as the noise."""
    return [5, 2.25, 4]


def cb_36__only_the_larger():
    """The larger of the places, squared."""
    return [9, 6.25, 4]


def cb_36b__as_the_mean_square():
    """The root taken for the mean square: eta / (2 - eta) = 0.25."""
    return 0.4


def cb_36b__without_two():
    """A half of the rate is the mean square, and the factor is forgotten."""
    return 0.0625


def cb_36b__eighth_of_the_root():
    """A little too wide."""
    return 0.14


def cb_34__by_sizes(X, y, X_new, y_new, rate, steps):
    """Judged by the mean of the sizes, not of the squares."""
    w = np.zeros(X.shape[1])
    best, least = w, np.mean(np.abs(y_new - X_new @ w))
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean(np.abs(y_new - X_new @ w))
        if loss < least:
            best, least = w, loss
    return best


def cb_34__the_last(X, y, X_new, y_new, rate, steps):
    """More is better."""
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
    return w


def cb_34__half_of_the_start(X, y, X_new, y_new, rate, steps):
    """The start with half of its loss, the others whole."""
    w = np.zeros(X.shape[1])
    best, least = w, np.mean(y_new**2) / 2
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean((y_new - X_new @ w) ** 2)
        if loss < least:
            best, least = w, loss
    return best


def cb_34a__half():
    """Half is missing still."""
    return 693


def cb_34a__three_digits():
    """A thousandth left."""
    return 6908


def cb_34a__infinite():
    """Never."""
    return np.inf


def cb_38__sizes_alone(labels, k):
    """Equal parts of shuffled rows, whatever their labels."""
    order = np.random.default_rng(2).permutation(len(labels))
    return [part.tolist() for part in np.array_split(order, k)]


def cb_38__every_part_whole(labels, k):
    """All rows in each part."""
    return [list(range(len(labels))) for _ in range(k)]


def cb_38__from_one(labels, k):
    """Row numbers from one on."""
    order = sorted(range(len(labels)), key=lambda i: labels[i])
    return [[row + 1 for row in order[i::k]] for i in range(k)]


def cb_38a__halves():
    """Halves of the exponents' range for its quarters."""
    return [0.01, 1, 100]


def cb_38a__third_of_the_way():
    """A decade short."""
    return [0.01, 0.1, 1]


def cb_38a__right__floats():
    """Floats and a fraction."""
    return [Fraction(1, 100), 1.0, 10.0]


def cb_39__no_variance():
    """The variance is never said."""
    return "ceb"


def cb_39__no_means():
    """The means are never said."""
    return "aeb"


def cb_39a__odds_over_q():
    """Divided by q once more."""
    return [2.8125, 1.5625]


def cb_39a__share_kept():
    """The share that is kept."""
    return [7.2, 4]


def cb_39a__inverse():
    """The mean square of what is kept."""
    return [11.25, 6.25]


def cb_39a__right__ints():
    """An array."""
    return np.array([9, 5]) / 4


def cb_34__last_of_the_best(X, y, X_new, y_new, rate, steps):
    """Returns the last of those that are equally good."""
    w = np.zeros(X.shape[1])
    best, least = w, np.mean((y_new - X_new @ w) ** 2)
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean((y_new - X_new @ w) ** 2)
        if loss <= least:
            best, least = w, loss
    return best


def cb_34__first_rise_ends_it(X, y, X_new, y_new, rate, steps):
    """Stops where the loss rises for the first time."""
    w = np.zeros(X.shape[1])
    best, least = w, np.mean((y_new - X_new @ w) ** 2)
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean((y_new - X_new @ w) ** 2)
        if loss < least:
            best, least = w, loss
        else:
            break
    return best


def cb_34__only_clearly_better(X, y, X_new, y_new, rate, steps):
    """Does not count small improvements."""
    w = np.zeros(X.shape[1])
    best, least = w, np.mean((y_new - X_new @ w) ** 2)
    for _ in range(steps):
        w = w - rate * X.T @ (X @ w - y)
        loss = np.mean((y_new - X_new @ w) ** 2)
        if loss < least - 1e-8:
            best, least = w, loss
    return best


def cb_38__as_many_parts_as_rows(labels, k):
    """Makes fewer parts where there are fewer rows."""
    parts = [[] for _ in range(min(k, len(labels)))]
    at = 0
    for label in sorted(set(labels)):
        for i in range(len(labels)):
            if labels[i] == label:
                parts[at % k].append(i)
                at += 1
    return parts


def cb_38__letters_only(labels, k):
    """Knows only small letters."""
    parts = [[] for _ in range(k)]
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for at, i in enumerate([i for i, own in enumerate(labels) if own == letter]):
            parts[at % k].append(i)
    return parts
