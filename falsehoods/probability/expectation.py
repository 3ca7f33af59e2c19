"""False versions of the claims of *Counting, chance and expectation*."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np

from mathlib.falsehoods import false
from mathlib.probability.counting import combinations, permutations

# In how many orders?


@false("pm-01", "permutations", shown="permutations(4, 2)")
def taken_again(n, r):
    """For each of the r places there are n things, so there are n to the r orders."""
    return n**r


@false("pm-01", "permutations", shown="permutations(4, 2)")
def as_subsets(n, r):
    """To take r of n things is to choose a subset, whatever the order."""
    return combinations(n, r)


@false("pm-01", "permutations", shown="permutations(4, 2)")
def all_of_them(n, r):
    """There are n! orders, however many of the n things are taken."""
    return math.factorial(n)


@false("pm-01", "permutations", shown="permutations(4, 2)")
def one_factor_short(n, r):
    """The product goes from n down to n - r."""
    return math.prod(range(n - r, n + 1))


@false("pm-01", "permutations", shown="permutations(4, 3)")
def the_rest_is_divided(n, r):
    """Divide n! by r!, since r things are taken."""
    return math.factorial(n) // math.factorial(r)


@false("pm-01", "permutations", shown="permutations(3, 0)")
def nothing_cannot_be_taken(n, r):
    """There is no way to take nothing."""
    return permutations(n, r) if r else 0


@false("pm-01", "permutations", shown="permutations(2, 3)")
def as_many_as_there_are(n, r):
    """Who asks for more things than there are gets all of them, in any order."""
    return permutations(n, min(r, n))


@false("pm-01", "permutations")
def as_a_double(n, r):
    """A double has digits enough for any count."""
    return int(float(permutations(n, r)))


@false("pm-01", "again", shown="again(2, 3)")
def base_and_exponent_exchanged(n, r):
    """With things taken again there are r to the n orders."""
    return r**n


@false("pm-01", "again", shown="again(2, 3)")
def n_for_each_place(n, r):
    """Each of r places has n possibilities: together that is n times r."""
    return n * r


@false("pm-01", "again", shown="again(3, 40)")
def powers_in_doubles(n, r):
    """A power of integers is exact in doubles."""
    return int(float(n) ** r)


@false("pm-01", "chance", shown="chance(lambda row: sum(row) == 1, [(0, 1), (1, 1), (0, 0)])")
def odds(event, outcomes):
    """A chance is the outcomes in favour by those against."""
    yes = sum(map(event, outcomes))
    return Fraction(yes, max(1, len(outcomes) - yes))


@false("pm-01", "chance", shown="chance(lambda row: sum(row) == 2, [(0, 1), (1, 1), (0, 0)])")
def it_happens_or_not(event, outcomes):
    """It happens or it does not: one half."""
    yes = sum(map(event, outcomes))
    return Fraction(0 < yes, 1 + (0 < yes < len(outcomes)))


@false("pm-01", "chance", shown="chance(lambda d: sum(d) == 2, dice)")
def every_sum_is_equally_likely(event, outcomes):
    """Two dice have eleven sums, so each has the chance one in eleven."""
    sums = {sum(row): row for row in outcomes}
    return Fraction(sum(map(event, sums.values())), len(sums))


@false("pm-01", "shared", shown="shared(3, 4)")
def with_my_birthday(r, days):
    """Each of the others shares a birthday with me with the chance 1 in 365."""
    return 1 - Fraction(days - 1, days) ** max(r - 1, 0)


@false("pm-01", "shared", shown="shared(3, 4)")
def one_in_so_many_days(r, days):
    """Of r people in 365 days, the chance is r in 365."""
    return Fraction(min(r, days), days)


@false("pm-01", "shared", shown="shared(3, 4)")
def a_chance_for_each_pair(r, days):
    """Each pair shares a day with the chance 1 in 365, and these chances are added."""
    return min(Fraction(1), Fraction(r * (r - 1), 2 * days))


@false("pm-01", "shared", shown="shared(3, 4)")
def pairs_as_if_independent(r, days):
    """No pair shares a day: 364 in 365, once for each pair."""
    return 1 - Fraction(days - 1, days) ** (r * (r - 1) // 2)


@false("pm-01", "shared", shown="shared(3, 4)")
def by_calendars_without_names(r, days):
    """Count calendars with marks: who was born when does not matter, so all are equally likely."""
    return 1 - Fraction(combinations(days, r), combinations(days + r - 1, r))


@false("pm-01", "shared", shown="shared(3, 4)")
def all_different_instead(r, days):
    """The share of the rows with different days is the chance of a shared one."""
    return Fraction(permutations(days, r), days**r)


@false("pm-01", "alike_in", shown="alike_in([1, 2, 1])")
def only_neighbours_are_compared(row):
    """Two are alike if one and the next are."""
    return any(a == b for a, b in pairwise(row))


@false("pm-01", "shared", shown="shared(3, 4)")
def exactly_one_pair(r, days):
    """That two share a birthday means one pair, and all others different."""
    return Fraction(combinations(r, 2) * permutations(days, max(r - 1, 0)), days**r)


# And if the order does not count?


@false("pm-02", "combinations", shown="combinations(4, 2)")
def a_combination_is_an_arrangement(n, r):
    """A combination is an arrangement of r of n things."""
    return permutations(n, r)


@false("pm-02", "combinations", shown="combinations(5, 3)")
def by_r_orders(n, r):
    """Each subset stands in the list r times, so divide by r."""
    return permutations(n, r) // max(r, 1)


@false("pm-02", "combinations", shown="combinations(4, 2)")
def powers_by_factorials(n, r):
    """There are n to the r orders, and r! of one subset."""
    return n**r // math.factorial(r)


@false("pm-02", "combinations", shown="combinations(4, 2)")
def with_things_taken_again(n, r):
    """Subsets may hold a thing twice."""
    return combinations(n + r - 1, r) if n + r else 1


@false("pm-02", "combinations", shown="combinations(4, 1)")
def both_factorials_once(n, r):
    """Only what is left out is divided away: n! by (n - r)!, and by 2 for the order."""
    return permutations(n, r) // 2


@false("pm-02", "combinations", shown="combinations(3, 0)")
def the_empty_set_is_none(n, r):
    """The empty set is no subset that anybody would count."""
    return combinations(n, r) if r else 0


@false("pm-02", "combinations", shown="combinations(2, 3)")
def one_way_to_take_too_many(n, r):
    """Who may take more than there are takes all: one way."""
    return combinations(n, min(r, n))


@false("pm-02", "combinations", shown="combinations(60, 30)")
def by_doubles(n, r):
    """Products of doubles, one factor after the other, are exact enough to be rounded."""
    count = 1.0
    for i in range(min(r, n - r) if r <= n else 0):
        count *= (n - i) / (i + 1)
    return round(count) if r <= n else 0


@false("pm-02", "pascal", shown="pascal(4, 2)")
def both_from_the_same_side(n, r):
    """An entry of the triangle is the sum of the two to the left, in the row above."""
    return combinations(n - 1, r - 1) + (combinations(n - 1, r - 2) if r > 1 else 0)


@false("pm-02", "pascal", shown="pascal(4, 2)")
def from_its_own_row(n, r):
    """An entry is the one before it in its row, and the one above."""
    return combinations(n, r - 1) + combinations(n - 1, r)


@false("pm-02", "mirrored", shown="mirrored(4, 1)")
def mirrored_one_further(n, r):
    """The triangle is symmetric: entry r is entry n - r - 1, as lists are read backwards."""
    return combinations(n, max(n - r - 1, 0))


@false("pm-02", "all_subsets", shown="all_subsets(3)")
def without_the_empty_one(n):
    """A set of n things has 2 to the n, less 1, subsets."""
    return 2**n - 1


@false("pm-02", "all_subsets", shown="all_subsets(5)")
def a_square_of_subsets(n):
    """There are n squared subsets: n sizes with n subsets each."""
    return n**2


@false("pm-02", "heads", shown="heads(5, 10)")
def fair_means_half(r, n):
    """Half of the tosses of a fair coin are heads; that is what is likely."""
    return Fraction(1, 2) if 2 * r == n else Fraction(0)


@false("pm-02", "heads", shown="heads(5, 10)")
def every_number_is_equally_likely(r, n):
    """From no heads to n heads there are n + 1 cases, all alike."""
    return Fraction(r <= n, n + 1)


@false("pm-02", "heads", shown="heads(5, 10)")
def one_row_of_them(r, n):
    """Each toss has the chance one half, so r heads in n tosses have 1 in 2 to the n."""
    return Fraction(r <= n, 2**n)


@false("pm-02", "heads", shown="heads(5, 10)")
def only_the_heads(r, n):
    """Each head costs a factor of one half; the tails cost nothing."""
    return Fraction(combinations(n, r), 2**r)


@false("pm-02", "heads", shown="round(float(heads(50, 100)), 4)")
def a_bell_beyond_ten(r, n):
    """Of more than ten tosses, the heads follow a bell exactly."""
    if n <= 10:
        return Fraction(combinations(n, r), 2**n)
    return Fraction(math.exp(-2 * (r - n / 2) ** 2 / n) * math.sqrt(2 / math.pi / n))


# From chances to densities


@false("pm-03", "is_mass", shown="is_mass([1.5, -0.5])")
def only_the_sum(p):
    """Numbers that add up to 1 are probabilities."""
    return sum(p) == 1


@false("pm-03", "is_mass", shown="is_mass([0.5, 0.25])")
def only_between_zero_and_one(p):
    """Numbers from 0 to 1 are probabilities."""
    return min(p) >= 0 and max(p) <= 1


@false("pm-03", "is_mass", shown="is_mass([0.5, 0.25])")
def not_above_one(p):
    """Probabilities must not add up to more than 1; less will do."""
    return min(p) >= 0 and sum(p) <= 1


@false("pm-03", "is_mass", shown="is_mass([1])")
def never_certain(p):
    """No probability is 1: nothing is certain."""
    return min(p) >= 0 and sum(p) == 1 and max(p) < 1


@false("pm-03", "mass_of", shown="mass_of([0, 1], [0.25, 0.75])")
def the_likeliest_of_them(values, p):
    """An event is as likely as the likeliest of its values."""
    return max((p[x] for x in values), default=0)


@false("pm-03", "mass_of", shown="mass_of([0, 1], [0.25, 0.75])")
def one_after_the_other(values, p):
    """Probabilities are multiplied, one factor for each value."""
    return math.prod(p[x] for x in values)


@false("pm-03", "mass_of", shown="mass_of([0], [0.25, 0.75])")
def a_share_of_the_values(values, p):
    """An event is as likely as it has values, among all."""
    return Fraction(len(values), len(p))


@false("pm-03", "heights", shown="heights(np.array([1, 1, 3]), np.array([0, 2, 4])).tolist()")
def shares_as_heights(x, edges):
    """The height of a bar is its share."""
    counts = [np.sum((x >= s) & (x < t)) for s, t in pairwise(edges)]
    return np.array(counts) / len(x)


@false("pm-03", "heights", shown="heights(np.array([1, 1, 3]), np.array([0, 2, 4])).tolist()")
def counts_by_width(x, edges):
    """The height of a bar is how many are in it, by its width."""
    counts = [np.sum((x >= s) & (x < t)) for s, t in pairwise(edges)]
    return np.array(counts) / np.diff(edges)


@false("pm-03", "heights", shown="heights(np.array([1, 1, 3]), np.array([0, 2, 8])).tolist()")
def by_the_mean_width(x, edges):
    """All bars have about the same width, so divide by the mean of the widths."""
    counts = [np.sum((x >= s) & (x < t)) for s, t in pairwise(edges)]
    return np.array(counts) / len(x) / np.mean(np.diff(edges))


@false("pm-03", "heights", shown="heights(np.array([1, 1, 3]), np.array([0, 2, 4])).tolist()")
def the_highest_is_one(x, edges):
    """A density is scaled so that its highest bar is 1."""
    counts = [np.sum((x >= s) & (x < t)) for s, t in pairwise(edges)]
    p = np.array(counts) / np.diff(edges)
    return p / p.max()


@false("pm-03", "heights", shown="heights(np.array([1, 1, 3]), np.array([0, 2, 4])).tolist()")
def times_the_width(x, edges):
    """A wide bar must be higher: multiply the share by the width."""
    counts = [np.sum((x >= s) & (x < t)) for s, t in pairwise(edges)]
    return np.array(counts) / len(x) * np.diff(edges)


@false("pm-03", "evenly", shown="float(evenly(np.array(0.05), 0.1))")
def at_most_one(x, width):
    """A density is a probability, so it is at most 1."""
    return np.where((x >= 0) & (x <= width), min(1.0, 1 / width), 0.0)


@false("pm-03", "evenly", shown="float(evenly(np.array(0.05), 0.1))")
def all_are_one(x, width):
    """Where everything is equally likely, the density is 1."""
    return np.where((x >= 0) & (x <= width), 1.0, 0.0)


@false("pm-03", "evenly", shown="float(evenly(np.array(0.05), 0.1))")
def as_high_as_wide(x, width):
    """The wider, the more: the density is the width."""
    return np.where((x >= 0) & (x <= width), width, 0.0)


@false("pm-03", "area", shown="area(np.exp, 0, 1)")
def the_mean_height(p, s, t, n=1000):
    """The chance of an interval is the mean height of the density over it."""
    return float(np.mean(p(s + (np.arange(n) + 0.5) * (t - s) / n)))


@false("pm-03", "area", shown="area(np.exp, 0, 1)")
def from_end_to_end(p, s, t, n=1000):
    """The chance of an interval is the density at its end less that at its beginning."""
    return float(np.sum(p(np.array([t])) - p(np.array([s]))))


@false("pm-03", "area", shown="area(np.exp, 0, 1)")
def the_highest_times_the_width(p, s, t, n=1000):
    """The chance of an interval is the highest density in it, times its width."""
    return float(np.max(p(s + (np.arange(n) + 0.5) * (t - s) / n)) * (t - s))


@false("pm-03", "volume", shown="volume(lambda x, y: x + y, 1, 1)")
def along_one_side(p, s, t, n=400):
    """For two variables, too, one takes the area: along the first of them."""
    x = (np.arange(n) + 0.5) * s / n
    return float(np.mean(p(x, 0.0))) * s


@false("pm-03", "is_mass", shown="is_mass([0.5, 0, 0.5])")
def every_value_has_a_chance(p):
    """A value that is listed must be possible: every probability is above 0."""
    return min(p) > 0 and sum(p) == 1


@false("pm-03", "is_mass", shown="is_mass([0.5, 0.49])")
def about_one(p):
    """Probabilities that add up to one, within a few hundredths, will do."""
    return min(p) >= 0 and abs(sum(p) - 1) < 0.05


@false("pm-03", "evenly", shown="evenly(np.array([-1.0, 0.05, 9.0]), 0.1).tolist()")
def as_high_everywhere(x, width):
    """Even means that the density is the same everywhere."""
    return np.full(np.shape(x), 1 / width)


@false("pm-03", "volume", shown="volume(lambda x, y: 6 * x * y**2, 1, 1)")
def the_middle_slice(p, s, t, n=400):
    """The volume is the area of the slice through the middle, times how deep it is."""
    x = (np.arange(n) + 0.5) * s / n
    return float(np.mean(p(x, t / 2))) * s * t


@false("pm-03", "volume", shown="volume(lambda x, y: 6 * x * y**2, 0.5, 1)")
def sides_exchanged(p, s, t, n=400):
    """In a volume it does not matter which variable goes how far."""
    x, y = (np.arange(n) + 0.5) * t / n, (np.arange(n) + 0.5) * s / n
    return float(np.mean(p(x[:, None], y))) * s * t


# Where chances balance


@false("pm-04", "centre", shown="centre([0.5, 0.25, 0.25], [0, 1, 5])")
def the_middle_of_the_values(p, x):
    """What is expected is the mean of the values, whatever their chances."""
    return sum(map(Fraction, x)) / len(x)


@false("pm-04", "centre", shown="centre([0.5, 0.25, 0.25], [0, 1, 5])")
def the_likeliest_value(p, x):
    """What is expected is what is most likely."""
    return max(zip(p, x, strict=True))[1]


@false("pm-04", "centre", shown="centre([0.5, 0.25, 0.25], [0, 1, 5])")
def half_on_each_side(p, x):
    """The beam balances where half of the weight is on each side."""
    sums = 0
    for v, a in sorted(zip(x, p, strict=True)):
        sums += a
        if sums >= 0.5:
            return v
    return v


@false("pm-04", "centre", shown="centre([0.5, 0.25, 0.25], [0, 1, 5])")
def between_the_ends(p, x):
    """The beam balances halfway between its ends."""
    return Fraction(min(x) + max(x), 2)


@false("pm-04", "centre", shown="centre([0.3, 0.7], [0, 1])")
def a_value_that_can_come_out(p, x):
    """The expectation is one of the values: the one nearest to the weighted mean."""
    mean = sum(a * b for a, b in zip(p, x, strict=True))
    return min(x, key=lambda v: abs(v - mean))


@false("pm-04", "expectation", shown="float(expectation([0.5, 0.5], [1, 3]))")
def a_sum_without_weights(p, f, axis=-1):
    """The expectation is the sum of the values."""
    return np.sum(f, axis=axis)


@false("pm-04", "linear", shown="linear(2, 1, 3, 5)")
def only_without_dependence(a, EX, b, EY):
    """Expectations add up only if X and Y do not depend on each other: else there is no rule."""
    return math.nan


@false("pm-04", "linear", shown="linear(2, 1, 3, 5)")
def squared_factors(a, EX, b, EY):
    """Factors come out squared, as from a variance."""
    return a**2 * EX + b**2 * EY


@false("pm-04", "linear", shown="linear(-2, 1, 3, 5)")
def without_signs(a, EX, b, EY):
    """Only the size of a factor matters."""
    return abs(a) * EX + abs(b) * EY


@false("pm-04", "linear", shown="linear(2, 1, 3, 5)")
def shared_between_two(a, EX, b, EY):
    """The expectation of a sum is the mean of the two expectations."""
    return (a * EX + b * EY) / Fraction(2)


@false("pm-04", "hats", shown="hats(10)")
def nobody_finds_it(n):
    """In the dark nobody of many finds the right hat: on average 1 in n does."""
    return Fraction(1, n)


@false("pm-04", "hats", shown="hats(10)")
def more_people_more_hats(n):
    """The more people, the more of them have luck: the root of n."""
    return math.sqrt(n)


@false("pm-04", "hats", shown="hats(10)")
def the_last_has_no_choice(n):
    """The last hat is forced, so the chances do not add up: it is 1, less 1 in n!."""
    return 1 - Fraction(n > 1, math.factorial(n))


@false("pm-04", "jensen", shown="jensen(1, 2)")
def the_other_way_round(g_of_mean, mean_of_g):
    """The mean of a convex function is less than its value at the mean."""
    return g_of_mean >= mean_of_g


@false("pm-04", "jensen", shown="jensen(1, 2)")
def the_same_in_both_orders(g_of_mean, mean_of_g):
    """E g(X) is g(E X): a function can be applied before the mean or after it."""
    return abs(g_of_mean - mean_of_g) < 1e-9


@false("pm-04", "size_up_to", shown="size_up_to(10)")
def symmetric_so_zero(t):
    """A Cauchy is symmetric round 0: what is left and right cancels, and its expectation is 0."""
    return 0.0


@false("pm-04", "size_up_to", shown="size_up_to(10)")
def the_tails_are_thin(t):
    """The density falls as 1 by x squared, so the sizes have a finite sum."""
    return 2 / math.pi * math.atan(t)


@false("pm-04", "size_up_to", shown="size_up_to(10)")
def one_side_only(t):
    """The integral of |x| p(x) is that from 0 to t."""
    return math.log1p(t**2) / (2 * math.pi)


@false("pm-04", "within", shown="within(1, 100)")
def means_gather(z, n):
    """The mean of n draws is spread by one root of n-th of what one draw is, for any draws."""
    return 2 / math.pi * math.atan(z * math.sqrt(n))


@false("pm-04", "within", shown="within(1, 100)")
def errors_fall_as_one_by_n(z, n):
    """The mean of n draws is n times as exact as one draw."""
    return 2 / math.pi * math.atan(z * n)


@false("pm-04", "within", shown="within(1, 1)")
def within_one_are_two_thirds(z, n):
    """Within one unit of the middle lie 68 in 100 draws, as for a bell."""
    return math.erf(z / math.sqrt(2))


@false("pm-04", "log_normal_mean", shown="log_normal_mean(2)")
def the_exponential_of_the_mean(sigma):
    """The logarithm has the mean 0, so the log-normal has the mean 1."""
    return 1.0


@false("pm-04", "log_normal_mean", shown="log_normal_mean(2)")
def the_exponential_of_the_variance(sigma):
    """The mean of a log-normal is e to the square of sigma."""
    return math.exp(sigma**2)


@false("pm-04", "below_mean", shown="below_mean(2)")
def half_lie_below(sigma):
    """The mean is what is typical: half of the draws lie below it."""
    return 0.5


@false("pm-04", "below_mean", shown="round(below_mean(2), 3)")
def few_lie_below(sigma):
    """A few huge draws lift the mean, so most draws are above it."""
    return 0.5 - 0.5 * math.erf(sigma / 2 / math.sqrt(2))


@false("pm-04", "expectation", shown="float(expectation([0.5, 0.5], [-1, 3]))")
def by_sizes(p, f, axis=-1):
    """A weight on the left of 0 turns the beam as one on the right does."""
    return np.sum(np.multiply(p, np.abs(f)), axis=axis)


@false("pm-04", "centre", shown="centre([0.5, 0.5], [1, -3])")
def never_below_zero(p, x):
    """An average is not negative."""
    return max(Fraction(0), sum(a * b for a, b in zip(p, x, strict=True)))


@false("pm-04", "jensen", shown="jensen(4, 4)")
def always_strictly_less(g_of_mean, mean_of_g):
    """The mean of a convex function is always larger than its value at the mean."""
    return g_of_mean < mean_of_g


@false("pm-04", "jensen", shown="jensen(-5, -4)")
def of_the_sizes(g_of_mean, mean_of_g):
    """Jensen's inequality compares sizes."""
    return abs(g_of_mean) <= abs(mean_of_g)


@false("pm-04", "running_means", shown="running_means([6, 2, 1, 3]).tolist()")
def the_draws_themselves(x, axis=-1):
    """Draw on: each draw comes nearer to the expectation, since it must make up for the last."""
    return np.asarray(x, float)


@false("pm-04", "running_means", shown="running_means([6, 2, 1, 3]).tolist()")
def without_the_first_half(x, axis=-1):
    """What was drawn long ago is forgotten: the mean is of the later half of the draws."""
    x = np.asarray(x, float)
    means = [x[..., k // 2 : k + 1].mean(axis=-1) for k in range(x.shape[-1])]
    return np.stack(means, axis=-1)


@false("pm-04", "running_means", shown="running_means([6, 2, 1, 3]).tolist()")
def by_one_less(x, axis=-1):
    """The sum of n draws is divided by n - 1."""
    x = np.asarray(x, float)
    return np.cumsum(x, axis=-1) / np.maximum(np.arange(x.shape[-1]), 1)


@false("pm-04", "log_normal_mean", shown="log_normal_mean(2)")
def a_log_normal_has_none(sigma):
    """A few draws are huge, so a log-normal has no expectation."""
    return math.inf


@false("pm-04", "own", shown="str(own(4))")
def hats_that_return(n):
    """Everybody draws from all hats: that nobody takes the right one has the chance near 1 by e."""
    return Fraction(1) - Fraction(n - 1, n) ** n


# A dot product


@false("pm-05", "expectation", shown="float(expectation([0.5, 0.25, 0.25], [0, 1, 5]))")
def as_a_cosine(p, f):
    """A dot product compares directions, so divide by the length of p."""
    p = np.asarray(p)
    return p @ f / np.sqrt(p @ p)


@false("pm-05", "expectation", shown="float(expectation([0.5, 0.25, 0.25], [0, 1, 5]))")
def a_mean_of_products(p, f):
    """The expectation is the mean of the products p f."""
    return np.mean(np.multiply(p, f))


@false("pm-05", "expectation", shown="float(expectation([0.5, 0.25, 0.25], [0, 1, 5]))")
def f_where_it_is_likeliest(p, f):
    """What f is expected to be is f of the likeliest outcome."""
    return np.asarray(f)[np.argmax(p)]


@false("pm-05", "expectation", shown="float(expectation([0.5, 0.25, 0.25], [0, 1, 5]))")
def outcomes_count_alike(p, f):
    """The expectation is the plain mean of f over the outcomes."""
    return np.mean(f)


@false("pm-05", "expectation", shown="float(expectation([0.5, 0.25, 0.25], [0, 1, -5]))")
def sizes_alone(p, f):
    """The weights are not negative, so neither is the expectation."""
    return np.dot(p, np.abs(f))


@false("pm-05", "by_values", shown="by_values([0.5, 0.25, 0.25], [1, 1, 5])")
def each_value_alike(p, f):
    """Of f(X) only its values matter, each of them once."""
    return sum(map(Fraction, set(f))) / len(set(f))


@false("pm-05", "by_values", shown="by_values([0.5, 0.25, 0.25], [1, 1, 5])")
def one_outcome_for_each_value(p, f):
    """Where two outcomes have the same f, one of them is enough."""
    chosen = dict(zip(f, p, strict=True))
    return sum(v * a for v, a in chosen.items())


@false("pm-05", "standard_error")
def shrinks_with_the_number(p, f, N):
    """With N times as many draws the error of the mean is N times as small."""
    mean = np.dot(p, f)
    return math.sqrt(np.dot(p, (f - mean) ** 2)) / N**1.5


@false("pm-05", "standard_error")
def stays_as_it_is(p, f, N):
    """The mean of many draws is as far off as one draw is."""
    mean = np.dot(p, f)
    return math.sqrt(np.dot(p, (f - mean) ** 2))


@false("pm-05", "area", shown="area(np.exp, 0, 1)")
def integral_as_a_mean(p, s, t, n=1000):
    """With a density, the expectation is the mean height of p f."""
    return float(np.mean(p(s + (np.arange(n) + 0.5) * (t - s) / n)))


@false("pm-05", "limit", shown="limit(2, 1)")
def the_same_in_every_order(ups, downs):
    """A sum does not depend on the order of its terms, however many there are."""
    return -math.log(2)


@false("pm-05", "limit", shown="limit(2, 1)")
def pairs_cancel(ups, downs):
    """Plus and minus cancel in the end, so the sum is 0."""
    return 0.0


@false("pm-05", "limit", shown="limit(4, 1)")
def in_proportion(ups, downs):
    """Twice as many positive terms: the sum moves by as much."""
    return -math.log(2) * downs / ups


@false("pm-05", "rearranged", shown="rearranged(2, 1)")
def order_is_nothing(ups, downs, rounds=20_000):
    """Adding the terms in another order changes nothing."""
    x = np.arange(1, rounds + 1)
    return round(float(np.sum((-1.0) ** x / x)), 3)


@false("pm-05", "area", shown="area(lambda x: x - 1, 0, 1)")
def the_area_of_the_sizes(p, s, t, n=20_000):
    """An area is never negative, so what lies below the axis is added, too."""
    x = s + (np.arange(n) + 0.5) * (t - s) / n
    return float(np.sum(np.abs(p(x))) * (t - s) / n)


@false("pm-05", "standard_error")
def whatever_their_chances(p, f, N):
    """How far off a mean is depends on the numbers f alone, not on their chances."""
    return float(np.std(f)) / math.sqrt(N)


@false("pm-05", "standard_error")
def half_as_much_again(p, f, N):
    """To be sure, the standard error is one and a half times the root of the mean square by N."""
    mean = np.dot(p, f)
    return 1.5 * math.sqrt(np.dot(p, (f - mean) ** 2) / N)


@false("pm-05", "limit", shown="limit(1, 2)")
def downs_count_once_more(ups, downs):
    """Only more positive terms can move the sum; more negative ones do not."""
    return -math.log(2) + max(0.0, 0.5 * math.log(ups / downs))


@false("pm-03", "is_mass", shown="is_mass([1 + 1e-6, -1e-6])")
def a_little_below_zero_is_zero(p):
    """A probability that is a millionth below 0 is 0, up to rounding."""
    return bool(abs(sum(p) - 1) < 1e-9 and min(p) > -1e-5)


@false("pm-03", "is_mass", shown="is_mass([0.5, 0.5001])")
def a_thousandth_does_not_matter(p):
    """Probabilities that sum to 1 up to a thousandth are good enough."""
    return bool(abs(sum(p) - 1) < 1e-3 and min(p) >= 0)
