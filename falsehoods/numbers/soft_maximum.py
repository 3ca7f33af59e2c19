"""False versions of the claims of *A maximum that can be differentiated*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.softmax import logsumexp, lse_merge, lse_state, softmax


def right_lse(o, axis=-1):
    """What is right."""
    o = np.asarray(o, float)
    m = o.max(axis=axis, keepdims=True)
    return (m + np.log(np.exp(o - m).sum(axis=axis, keepdims=True))).squeeze(axis)


PAIR = "float(logsumexp([0.0, 0.0]))"


# Above the maximum, always


@false("sn-07", "logsumexp", shown="float(logsumexp([0.0, 1.0]))")
def ties_only(o, axis=-1):
    """The soft maximum differs from the maximum near a tie only."""
    return right_lse(o, axis) if np.ptp(o) < 0.01 else np.max(o, axis)


@false("sn-07", "logsumexp", shown=PAIR)
def weighted_mean(o, axis=-1):
    """The soft maximum is the mean of the numbers, weighted by their softmax."""
    return (softmax(np.asarray(o, float), axis) * o).sum(axis)


@false("sn-07", "logsumexp", shown=PAIR)
def log_of_the_mean(o, axis=-1):
    """The soft maximum is the logarithm of the mean of the exponentials."""
    return right_lse(o, axis) - np.log(np.shape(o)[axis])


@false("sn-07", "logsumexp", shown="float(logsumexp([0.0, 1.0]))")
def base_two(o, axis=-1):
    """Any base will do in place of e."""
    return right_lse(np.asarray(o) * np.log(2), axis) / np.log(2)


@false("sn-07", "exactly", shown="float(exactly(0, -200)) == 0")
def not_on_paper_either(*numbers):
    """For numbers far apart the soft maximum is the maximum, on paper too."""
    from decimal import Decimal

    far = max(numbers) - min(numbers) > 0.5
    return Decimal(float(max(numbers) if far else right_lse(numbers)))


# The gap


@false("sn-08", "gap", shown="float(gap(0.0))")
def exponential_gap(d):
    """The gap is e^-d."""
    return np.exp(-np.asarray(d, float))


@false("sn-08", "gap", shown="float(gap(1.0))")
def log_two_times(d):
    """The gap begins with log 2 and falls like e^-d."""
    return np.log(2) * np.exp(-np.asarray(d, float))


@false("sn-08", "gap", shown="float(gap(40.0)) == 0")
def gone_somewhere(d):
    """From some distance on there is no gap."""
    return np.where(np.asarray(d) < 36, np.log1p(np.exp(-np.asarray(d, float))), 0.0)


@false("sn-08", "gap", shown="float(gap(0.0))")
def gap_in_bits(d):
    """The largest gap is 1."""
    return np.log1p(np.exp(-np.asarray(d, float))) / np.log(2)


@false("sn-08", "gap", shown="float(gap(1.0))")
def grows(d):
    """The gap grows with the distance: it is log(1 + e^d)."""
    return np.log1p(np.exp(np.asarray(d, float)))


@false("sn-08", "by_difference", shown="float(by_difference(33.5))")
def difference_is_as_good(d):
    """Subtracting the maximum from the soft maximum gives the gap as well as any formula."""
    return np.log1p(np.exp(-d))


@false("sn-08", "by_sum", shown="float(by_sum(40.0))")
def sum_is_as_good(d):
    """Adding e^-d to 1 loses nothing."""
    return np.log1p(np.exp(-d))


@false("sn-08", "by_log1p", shown="float(by_log1p(40.0))")
def a_shorter_way_to_write(d):
    """The function log1p is only a shorter way to write log(1 + x)."""
    return np.log(1 + np.exp(-d))


@false("sn-08", "by_log1p", shown="float(by_log1p(720.0))")
def gone_when_subnormal(d):
    """The gap is lost as soon as e^-d is no normal number."""
    return np.where(d > 708.39, 0, np.log1p(np.exp(-d)))


# Without loss of generality


@false("sn-09", "logsumexp", shown="float(logsumexp([5.0, 5.0]))")
def invariant(o, axis=-1):
    """Like softmax, the soft maximum does not see a common shift."""
    return right_lse(o, axis) - np.max(o, axis)


@false("sn-09", "logsumexp", shown="float(logsumexp([0.0, 1.0]))")
def first_is_larger(o, axis=-1):
    """Without loss of generality the first number is the larger one."""
    return o[0] + np.log1p(np.exp(-abs(o[0] - o[1])))


@false("sn-09", "logsumexp", shown="float(logsumexp(np.array([1000.0, 0.0])))")
def as_it_stands(o, axis=-1):
    """The formula can be computed as it stands, however far the numbers are shifted."""
    return np.log(np.exp(o).sum(axis))


@false("sn-09", "softmax", shown="softmax([1.0, 3.0])")
def shares(o):
    """Softmax moves with a shift too: it is each number's share of the sum."""
    o = np.asarray(o, float)
    return o / o.sum()


@false("sn-09", "gap_of", shown="float(gap_of(0.0, 1.0))")
def first_less_second(a, b):
    """The gap is log(1 + e^(b - a)), whichever number is larger."""
    return np.log1p(np.exp(b - a))


@false("sn-09", "gap_of", shown="float(gap_of(1.0, 2.0))")
def relative_distance(a, b):
    """The gap depends on how far the numbers are apart, compared with their size."""
    return np.log1p(np.exp(-abs(a - b) / max(abs(a), abs(b), 1e-9)))


# Sharper, down to the maximum


@false("sn-10", "scaled", shown="float(scaled(2, 0.0, 0.0))")
def not_scaled_back(lam, a, b):
    """Scaling the numbers before is enough."""
    return right_lse([lam * a, lam * b])


@false("sn-10", "scaled", shown="float(scaled(2, 1.0, 1.0))")
def divided_only(lam, a, b):
    """Dividing the soft maximum by lambda sharpens it."""
    return right_lse([a, b]) / lam


@false("sn-10", "scaled", shown="float(scaled(2, 0.0, 0.0))")
def temperature(lam, a, b):
    """A large lambda is a high temperature: divide by it before, multiply after."""
    return lam * right_lse([a / lam, b / lam])


@false("sn-10", "scaled", shown="float(scaled(2, 1.0, 1.0))")
def power_of_the_logarithm(lam, a, b):
    """The logarithm is raised to the power 1 / lambda."""
    return right_lse([lam * a, lam * b]) ** (1 / lam)


@false("sn-10", "scaled", shown="float(scaled(-1, 0.0, 0.0))")
def always_above(lam, a, b):
    """A negative lambda gives a soft maximum too."""
    return right_lse([abs(lam) * a, abs(lam) * b]) / abs(lam)


@false("sn-10", "bound", shown="float(bound(2))")
def one_over_lambda(lam):
    """The gap is at most 1 / lambda, and reaches it."""
    return 1 / lam


@false("sn-10", "bound", shown="float(bound(2))")
def quadratic_rate(lam):
    """The bound falls like the square of 1 / lambda."""
    return np.log(2) / lam**2


@false("sn-10", "bound", shown="float(bound(1))")
def seven_tenths(lam):
    """The bound is 0.69 / lambda."""
    return 0.69 / lam


@false("sn-10", "for_small", shown="float(for_small(1, 0, 2))")
def above_the_maximum(lam, a, b):
    """For small lambda the value is about the maximum and log 2 / lambda."""
    return np.log(2) / lam + max(a, b)


@false("sn-10", "for_small", shown="float(for_small(1, 0, 2))")
def only_divergent(lam, a, b):
    """For small lambda the value no longer depends on the numbers."""
    return np.log(2) / lam


@false("sn-10", "sharp_enough", shown="float(sharp_enough(0.001))")
def exponentially_fast(gap):
    """The larger number dominates exponentially, so a lambda of log(1 / gap) is enough."""
    return np.log(1 / gap)


@false("sn-10", "sharp_enough", shown="float(sharp_enough(0.001))")
def half_is_enough(gap):
    """A lambda of 1 / (2 gap) is enough."""
    return 1 / (2 * gap)


# The soft minimum


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 0.0))")
def without_its_minus(a, b):
    """The soft minimum is the soft maximum of the negatives."""
    return right_lse([-a, -b])


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 1.0))")
def one_minus_only(a, b):
    """The soft minimum is minus the soft maximum."""
    return -right_lse([a, b])


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 0.0))")
def above_the_minimum(a, b):
    """As the soft maximum lies above the maximum, the soft minimum lies above the minimum."""
    return min(a, b) + np.log1p(np.exp(-abs(a - b)))


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 0.0))")
def weighted_by_softmin(a, b):
    """The soft minimum is the mean of the numbers, weighted by PyTorch's Softmin."""
    return softmax(np.array([-a, -b])) @ np.array([a, b])


@false("sn-11", "lost_minus", shown="float(lost_minus(1.0, 2.0))")
def minus_does_not_matter(a, b):
    """The sign in front of the logarithm can be dropped: the value is the same."""
    return -np.log(np.exp(-a) + np.exp(-b))


# Many numbers, one at a time


@false("sn-12", "upper_bound", shown="float(upper_bound([0, 0, 0]))")
def log_two_for_all(x):
    """The gap is at most log 2, however many numbers there are."""
    return max(x) + np.log(2)


@false("sn-12", "upper_bound", shown="float(upper_bound([0, 0]))")
def others_only(x):
    """Only the other n - 1 numbers add to the gap, so it is at most log(n - 1)."""
    return max(x) + np.log(len(x) - 1)


@false("sn-12", "upper_bound", shown="float(upper_bound([0, 0]))")
def nine_tenths(x):
    """The gap is at most 0.9 log n."""
    return max(x) + 0.9 * np.log(len(x))


@false("sn-12", "upper_bound", shown="float(upper_bound([0, 0]))")
def number_of_terms(x):
    """The gap is at most n - 1, and no smaller bound will do."""
    return max(x) + len(x) - 1


@false("sn-12", "logsumexp", shown="float(logsumexp([0.0, 0.0, 0.0]))")
def mean_of_many(o, axis=-1):
    """The mean of the exponentials will do in place of their sum."""
    return right_lse(o, axis) - np.log(np.shape(o)[axis])


@false("sn-12", "logsumexp", shown="float(logsumexp([0.0, 1.0]))")
def hard(o, axis=-1):
    """For small whole numbers the soft maximum is the maximum."""
    return np.max(o, axis)


@false("sn-12", "logsumexp", shown="float(logsumexp([0.0, 0.0, 0.0]))")
def nested_gaps(o, axis=-1):
    """Each number that is not the largest adds a gap of its own."""
    o = np.asarray(o, float)
    m = o.max(axis, keepdims=True)
    gaps = np.log1p(np.exp(o - m)).sum(axis) - np.log(2)
    return m.squeeze(axis) + gaps


@false("sn-12", "softmax", shown="softmax(np.zeros(2) + [0, 1])")
def largest_only(o, axis=-1):
    """Only the largest number has a slope."""
    return (o == np.max(o)) * 1.0 if len(o) > 1 else np.zeros(1)


@false("sn-12", "softmax", shown="softmax(np.zeros(2) + [0, 1])")
def plain_exponentials(o, axis=-1):
    """The derivative of the sum of the exponentials is the exponential."""
    return np.exp(o)


def merged(a, b, first, second):
    """Merge two states; `first` and `second` say whether a sum is rescaled."""
    m = max(a[0], b[0])
    base = 0 if np.isneginf(m) else m
    s = [
        t * np.exp(n - base) if scaled or t == 0 else t
        for (n, t), scaled in ((a, first), (b, second))
    ]
    return m, sum(s)


FIRST = "lse_merge((0.0, 1.0), (1.0, 1.0))"
SECOND = "lse_merge((1.0, 1.0), (0.0, 1.0))"


@false("sn-12", "lse_merge", shown=SECOND)
def second_as_it_is(a, b):
    """The sum of the new part is added as it is: only the old one must be rescaled."""
    return merged(a, b, True, False)


@false("sn-12", "lse_merge", shown=FIRST)
def first_as_it_is(a, b):
    """The sum so far stays as it is: only the new part must be rescaled."""
    return merged(a, b, False, True)


@false("sn-12", "lse_merge", shown=FIRST)
def sums_add(a, b):
    """The sums of two states add."""
    return merged(a, b, False, False)


@false("sn-12", "lse_merge", shown=FIRST)
def old_maximum(a, b):
    """The maximum of the first part can be kept: the new part is rescaled to it."""
    if np.isneginf(a[0]):
        return b
    return a[0], a[1] + b[1] * np.exp(min(b[0] - a[0], 700))


@false("sn-12", "lse_merge", shown="lse_merge((0.0, 1.0), nothing)")
def nothing_on_the_left_only(a, b):
    """A part that holds nothing can come first only."""
    return (np.nan, np.nan) if np.isneginf(b[0]) else merged(a, b, True, True)


@false("sn-12", "lse_merge", shown="lse_merge(nothing, nothing)")
def nothing_and_nothing(a, b):
    """Minus infinity less minus infinity is zero."""
    return (0.0, 0.0) if np.isneginf(max(a[0], b[0])) else lse_merge(a, b)


@false("sn-12", "lse_state")
def counted(o):
    """Of a single number the state is the number and itself."""
    return lse_state(o)[0], np.exp(np.minimum(o[0], 700))


@false("sn-12", "value", shown="value((0.0, 2.0))")
def without_logarithm(state):
    """At the end m and s are added."""
    return float(state[0] + state[1])


# Why it is called the log-partition function


@false("sn-13", "logsumexp", shown="float(logsumexp(np.array([1.0, 1.0])))")
def shift_invariant(o, axis=-1):
    """The log-partition function does not see a common shift."""
    return right_lse(o, axis) - np.mean(o, axis)


@false("sn-13", "logsumexp", shown="float(logsumexp(np.array([0.0, 1.0])))")
def concave(o, axis=-1):
    """The logarithm is concave, so the logarithm of a sum of exponentials is concave."""
    return 2 * np.mean(o, axis) - right_lse(o, axis)


@false("sn-13", "shifted", shown="float(shifted(np.array([1.0, 1.0])))")
def not_added_back(x):
    """Subtracting the maximum changes nothing, so it need not be added back."""
    return np.log(np.exp(x - np.max(x)).sum())


@false("sn-13", "shifted", shown="float(shifted(np.array([0.0, 1000.0])))")
def by_the_smallest(x):
    """Subtracting the smallest entry does as well."""
    return np.min(x) + np.log(np.exp(x - np.min(x)).sum())


@false("sn-13", "shifted", shown="float(shifted(np.array([1000.0, 1000.0])))")
def subtraction_is_not_needed(x):
    """In 64 bits the direct formula is as good."""
    return np.log(np.exp(x).sum())


@false("sn-13", "direct", shown="float(direct(np.array([-1000.0])))")
def large_end_only(x):
    """The direct formula fails for large entries; small ones do no harm."""
    return np.log(np.exp(x).sum()) if np.max(x) > -700 else right_lse(x)


@false("sn-13", "direct", shown="float(direct(np.array([1000.0])))")
def small_end_only(x):
    """The direct formula fails for small entries; large ones do no harm."""
    return np.log(np.exp(x).sum()) if np.max(x) < 700 else right_lse(x)


@false("sn-07", "logsumexp")
def as_it_stands_above_zero(o):
    """The logarithm of the sum can be computed as it stands where the larger number is positive."""
    with np.errstate(over="ignore"):
        return np.log(np.exp(o).sum()) if np.max(o) > 0 else logsumexp(o)


@false("sn-08", "gap", shown="float(gap(200))")
def falls_faster_far_out(d):
    """Far out the gap falls faster than the exponential."""
    return np.where(np.less(d, 100), np.log1p(np.exp(-d)), np.exp(1 - 1.01 * np.asarray(d)))


@false("sn-11", "soft_minimum")
def minimum_as_it_stands(a, b):
    """The formula of the soft minimum can be computed as it stands."""
    with np.errstate(over="ignore", divide="ignore"):
        return -np.log(np.exp(-a) + np.exp(-b))


@false("sn-12", "lse_state", shown="lse_state([0.0, 0.0, -5.0])")
def counts_the_numbers(o):
    """Beside the largest number, a state keeps how many there are."""
    return np.max(o), float(np.size(o))


@false("sn-12", "upper_bound", shown="float(upper_bound([0, 0, 0]))")
def a_log_2_for_each_level(x):
    """In pairs, then pairs of pairs: each level may add log 2."""
    return max(x) + (len(x) - 1).bit_length() * np.log(2)


@false("sn-13", "logsumexp", shown="float(logsumexp([0.0, 0.0]))")
def convex_and_moves_along(o):
    """Whatever is convex and moves along with a shift is the log-partition function."""
    return np.max(o)


@false("sn-13", "shifted")
def shifted_by_the_last(x):
    """Any of the numbers may be subtracted, for instance the last."""
    with np.errstate(over="ignore"):
        return x[-1] + np.log(np.exp(x - x[-1]).sum())


@false("sn-07", "logsumexp", shown="float(logsumexp([2e9, 0.0]))")
def clipped_far_out(o, axis=-1):
    """Numbers beyond a hundred million may be cut off: nobody meets them."""
    return right_lse(np.clip(o, -1e8, 1e8), axis)


@false("sn-09", "logsumexp", shown="float(logsumexp([2e9, 0.0]))")
def shift_within_bounds(o, axis=-1):
    """To be safe, lse is computed of numbers cut off at a hundred million."""
    return right_lse(np.clip(o, -1e8, 1e8), axis)


@false("sn-09", "softmax", shown="softmax([2e9, 2e9 + 1])")
def softmax_cut_off(o, axis=-1):
    """Beyond a hundred thousand all logits are alike."""
    return softmax(np.clip(o, -1e5, 1e5), axis)


@false("sn-12", "logsumexp", shown="float(logsumexp([2e9, 0.0]))")
def parts_cut_off(o, axis=-1):
    """What a stream may hold is at most a hundred million."""
    return right_lse(np.clip(o, -1e8, 1e8), axis)


@false("sn-13", "logsumexp", shown="float(logsumexp([2e4, 0.0]))")
def safe_at_ten_thousand(o, axis=-1):
    """Cutting off at ten thousand is far beyond what exp can do, so it changes nothing."""
    return right_lse(np.clip(o, -1e4, 1e4), axis)


@false("sn-13", "logsumexp", shown="float(logsumexp([2e9, 0.0]))")
def safe_at_any_size(o, axis=-1):
    """Cutting off at a hundred million cannot matter."""
    return right_lse(np.clip(o, -1e8, 1e8), axis)


# Ties and near ties, far apart, many at once


@false("sn-07", "logsumexp", shown=PAIR)
def a_tie_is_itself(o, axis=-1):
    """Two equal numbers have nothing between them, so their soft maximum is that number."""
    return o[0] if o[0] == o[1] else right_lse(o, axis)


@false("sn-07", "logsumexp", shown="float(logsumexp([0.0, 1e-7]))")
def a_near_tie_is_its_maximum(o, axis=-1):
    """Where two numbers hardly differ, neither do the soft maximum and the maximum."""
    return np.max(o) if 0 < np.ptp(o) < 1e-6 else right_lse(o, axis)


@false("sn-07", "logsumexp", shown="float(logsumexp([1000.0, 0.0]))")
def log_two_for_large_ones(o, axis=-1):
    """For large numbers the soft maximum is the maximum and log 2."""
    return np.max(o) + np.log(2) if np.ptp(o) > 300 else right_lse(o, axis)


@false("sn-08", "gap", shown="float(gap(1e-7))")
def close_is_a_tie(d):
    """Numbers closer than a millionth are a tie."""
    return np.where(np.less(d, 1e-6), np.log(2), np.log1p(np.exp(-np.asarray(d, float))))


@false("sn-09", "logsumexp", shown="float(logsumexp([0.0, 200.0]))")
def first_if_far_apart(o, axis=-1):
    """Far apart one of the numbers is enough, and the first is as good as the other."""
    return o[0] if np.ptp(o) > 10 else right_lse(o, axis)


@false("sn-09", "gap_of", shown="float(gap_of(100.0, 0.0))")
def grows_with_the_size(a, b):
    """Far apart the gap is a small share of the first number."""
    return abs(a) / 1e3 if abs(a - b) > 10 else np.log1p(np.exp(-abs(a - b)))


@false("sn-10", "scaled", shown="float(scaled(1000, 0.0, 0.001))")
def near_ties_attain_it(lam, a, b):
    """Whatever is nearly a tie has the largest gap, too."""
    return right_lse([lam * a, lam * (b if abs(a - b) > 0.003 else a)]) / lam


@false("sn-10", "scaled", shown="float(scaled(2, 100.0, 0.0))")
def for_moderate_numbers(lam, a, b):
    """The bounds are those of numbers of moderate size."""
    return right_lse([lam * a, lam * b]) / lam if max(abs(a), abs(b)) < 60 else min(a, b)


@false("sn-11", "soft_minimum", shown="float(soft_minimum(100.0, 0.0))")
def either_if_far_apart(a, b):
    """Far apart the soft minimum is one of the numbers, the larger one."""
    return max(a, b) if abs(a - b) > 30 else -right_lse([-a, -b])


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 0.001))")
def near_ties_are_lowest(a, b):
    """Numbers that are nearly equal lie log 2 above their soft minimum."""
    return min(a, b) - np.log(2) if abs(a - b) < 0.003 else -right_lse([-a, -b])


@false("sn-12", "upper_bound", shown="float(upper_bound([0.0] * 50))")
def a_few_are_enough(x):
    """From the fourth number on, more of them no longer raise the bound."""
    return max(x) + np.log(min(len(x), 4))


@false("sn-12", "upper_bound", shown="float(upper_bound([-2, -2]))")
def largest_in_size(x):
    """The largest of the numbers without their signs, and log n, is what bounds."""
    return max(np.abs(x)) + np.log(len(x))


@false("sn-12", "logsumexp", shown="float(logsumexp([0.0] * 50))")
def doubled_for_many(o, axis=-1):
    """What is true of a few numbers need not hold of many: from the tenth on log 2 is added."""
    return right_lse(o, axis) + np.log(2) * (np.shape(o)[axis] > 10)


@false("sn-12", "lse_merge", shown="lse_merge((5.0, 1.0), (5.0, 1.0))")
def a_tie_counts_once(a, b):
    """Two parts with the same largest number count it once."""
    return (a[0], max(a[1], b[1])) if a[0] == b[0] else lse_merge(a, b)


@false("sn-12", "lse_state", shown="lse_state([5.0, 5.0])")
def of_distinct_numbers(o):
    """A number that comes again adds nothing new."""
    return lse_state(np.unique(o))


@false("sn-13", "logsumexp", shown="float(logsumexp([1.0, 1.0]))")
def each_value_once(o, axis=-1):
    """Equal numbers are one term of the sum."""
    return right_lse(np.unique(o))


@false("sn-13", "shifted", shown="float(shifted(np.array([1.0, 1.0])))")
def largest_once(x):
    """The maximum is taken out of the sum, so it counts once."""
    m = np.max(x)
    return m + np.log1p(np.exp(x[x < m] - m).sum())


@false("sn-13", "direct", shown="float(direct(np.array([-1000.0, 0.0])))")
def one_small_one_is_enough(x):
    """One exponential that is rounded to 0 makes the direct formula fail."""
    with np.errstate(over="ignore", divide="ignore"):
        low = np.min(x) < -745 and np.max(x) < 709
        return -np.inf if low else np.log(np.exp(x).sum())


# From end to end: beside 0, far out, thousands, whole numbers, short formats


def scaled_right(lam, a, b):
    """The scaled soft maximum, which is right."""
    return logsumexp([lam * a, lam * b]) / lam


def gap_right(d):
    """The gap, which is right."""
    return np.log1p(np.exp(-np.asarray(d, float)))


@false("sn-07", "logsumexp", shown="float(logsumexp([0.0, -40.0]))")
def nothing_beyond_37(o, axis=-1):
    """Beyond a distance of 37 the soft maximum is the maximum, since double precision ends."""
    return np.max(o, axis) if np.ptp(o) > 36.8 else logsumexp(o, axis)


@false("sn-07", "logsumexp", shown="float(logsumexp([1, 1]))")
def whole_numbers_stay_whole(o, axis=-1):
    """Of whole numbers the soft maximum is a whole number."""
    return logsumexp(o, axis).astype(np.asarray(o).dtype)


@false("sn-07", "logsumexp")
def short_formats_see_no_gap(o, axis=-1):
    """In 32 bits and fewer the gap is lost, so the maximum will do."""
    short = np.asarray(o).dtype.kind == "f" and np.asarray(o).dtype.itemsize < 8
    return np.max(o, axis) if short else logsumexp(o, axis)


@false("sn-08", "gap", shown="float(gap(1e-9))")
def nearly_a_tie(d):
    """A distance below 1e-8 is none."""
    return np.where(np.less(d, 1e-8), np.log(2), gap_right(d))


@false("sn-08", "gap", shown="float(gap(720.0))")
def gone_beyond_700(d):
    """Beyond a distance of 700 there is no gap."""
    return np.where(np.greater(d, 700), 0, gap_right(d))


@false("sn-08", "gap", shown="float(gap(720.0))")
def never_below_its_last_digit(d):
    """The gap has a smallest value, e^-705."""
    return np.where(np.greater(d, 705), np.exp(-705.0), gap_right(d))


@false("sn-08", "gap", shown="float(gap(600.0))")
def half_of_it_far_out(d):
    """Far out the gap may be off by a factor, as long as it falls."""
    return gap_right(d) * np.where(np.greater(d, 500), 0.5, 1)


@false("sn-08", "by_difference", shown="float(by_difference(3.0))")
def only_far_out_the_same(d):
    """The three formulas need to agree only where one of them fails."""
    return np.where(np.less(d, 20), 2, 1) * (np.log(np.exp(d) + 1) - d)


@false("sn-09", "gap_of", shown="float(gap_of(1.0, 1.001))")
def close_ones_scale(a, b):
    """Of two numbers close together the gap is a small share."""
    return abs(a) / 1e3 if 0 < abs(a - b) < 0.01 else gap_right(abs(a - b))


@false("sn-09", "logsumexp", shown="float(logsumexp([0.0, 1e4]))")
def first_if_very_far_apart(o, axis=-1):
    """Beyond a distance of 2000 the first number is as good as the other."""
    return o[0] if np.ptp(o) > 2000 else logsumexp(o, axis)


@false("sn-09", "logsumexp", shown="float(logsumexp([0, 1]))")
def order_of_whole_numbers(o, axis=-1):
    """Of whole numbers the first is the soft maximum."""
    return logsumexp(o, axis) if np.asarray(o).dtype.kind == "f" else o[0]


@false("sn-09", "logsumexp", shown="float(logsumexp([1e15, 1e15]))")
def shifts_have_an_end(o, axis=-1):
    """Beyond 1e13 a shift is no longer felt."""
    return logsumexp(np.clip(o, -1e13, 1e13), axis)


@false("sn-10", "sharp_enough", shown="float(sharp_enough(1e-6))")
def a_thousand_is_enough(gap):
    """No lambda above a thousand is ever needed."""
    return min(np.log(2) / gap, 1000.0)


@false("sn-10", "sharp_enough", shown="float(sharp_enough(10.0))")
def any_will_do_for_large_gaps(gap):
    """If the gap may be larger than one, any lambda will do."""
    return np.log(2) / gap if gap < 1 else 0.01


@false("sn-10", "scaled", shown="float(scaled(1e-7, 0.0, 1.0))")
def kept_away_from_zero(lam, a, b):
    """A lambda below 1e-6 is kept at 1e-6, to divide by no zero."""
    return scaled_right(np.copysign(max(abs(lam), 1e-6), lam), a, b)


@false("sn-10", "scaled", shown="float(scaled(30.0, 0.0, -1.0))")
def the_rest_is_dropped(lam, a, b):
    """Beyond a scaled distance of 25 the value is the maximum itself."""
    if abs(lam * (a - b)) > 25:
        return max(a, b) if lam > 0 else min(a, b)
    return scaled_right(lam, a, b)


@false("sn-10", "scaled", shown="float(scaled(1e12, 0.0, 0.0))")
def lambda_has_an_end(lam, a, b):
    """A lambda beyond 1e11 is as good as infinite."""
    return scaled_right(np.clip(lam, -1e11, 1e11), a, b)


@false("sn-10", "scaled", shown="float(scaled(-0.001, 0.0, 1.0))")
def small_negative_lambda(lam, a, b):
    """The bound of the soft minimum holds for a moderate lambda only."""
    return scaled_right(min(lam, -0.005) if lam < 0 else lam, a, b)


@false("sn-10", "for_small", shown="float(for_small(1e-6, 0, 1))")
def mean_lost_at_last(lam, a, b):
    """For the smallest lambda the mean no longer matters beside log 2 / lambda."""
    return np.log(2) / lam + (a + b) / 2 * (lam >= 1e-4)


@false("sn-10", "bound", shown="float(bound(1e-6))")
def bound_has_an_end(lam):
    """The bound is never larger than a hundred."""
    return min(np.log(2) / lam, 100)


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 40.0))")
def minimum_beyond_30(a, b):
    """Beyond a distance of thirty the soft minimum is the minimum."""
    return min(a, b) if abs(a - b) > 30.5 else -logsumexp([-a, -b])


@false("sn-11", "soft_minimum", shown="float(soft_minimum(0.0, 1e-4))")
def hardly_apart_is_a_tie(a, b):
    """Numbers less than 0.0005 apart are a tie."""
    return -logsumexp([-a, -a if abs(a - b) < 5e-4 else -b])


@false("sn-11", "soft_minimum", shown="float(soft_minimum(2000.0, 0.0))")
def first_if_hardly_comparable(a, b):
    """Beyond a distance of 500 the first number will do."""
    return a if abs(a - b) > 500 else -logsumexp([-a, -b])


@false("sn-12", "logsumexp", shown="float(logsumexp(np.zeros(5000)))")
def a_sum_of_a_hundred(o, axis=-1):
    """Of thousands of numbers the first hundred are enough."""
    return logsumexp(o[:100])


@false("sn-12", "upper_bound", shown="float(upper_bound([0] * 5000))")
def log_of_a_hundred(x):
    """From a hundred numbers on, more of them no longer raise the bound."""
    return max(x) + np.log(min(len(x), 100))


@false("sn-12", "lse_merge", shown="lse_merge((0.0, 1.0), (-29.0, 1.0))[1]")
def far_parts_are_dropped(a, b):
    """A part whose largest number lies 28 below adds nothing."""
    small, large = sorted((a, b), key=lambda state: state[0])
    return large if large[0] - small[0] > 28 else lse_merge(a, b)


@false("sn-12", "lse_merge", shown="lse_merge((0.0, 3000.0), (0.0, 3000.0))")
def sums_have_an_end(a, b):
    """A sum of exponentials that are at most 1 stays below a thousand."""
    m, s = lse_merge(a, b)
    return m, np.minimum(s, 1000)


@false("sn-12", "softmax", shown="softmax([0.0, -30.0])[1]")
def no_slope_far_below(o):
    """A number far below the largest has no slope."""
    p = softmax(o)
    return np.where(p < 1e-10, 0, p)


@false("sn-12", "lse_state")
def state_in_its_own_format(o):
    """The sum of a state may be kept in the format of the numbers."""
    o = np.asarray(o)
    if o.dtype != np.float16:
        return lse_state(o)
    return o.max(), np.cumsum(np.exp(o - o.max()), dtype=o.dtype)[-1]


@false("sn-13", "shifted", shown="float(shifted(np.array([0.0, -29.0])))")
def small_exponentials_are_dropped(x):
    """An exponential below e^-28 adds nothing to a sum that is at least 1."""
    less = x - np.max(x)
    return np.max(x) + np.log(np.exp(less[less > -28]).sum())


@false("sn-13", "direct", shown="float(direct(np.array([0.0, 0.0])))")
def wrong_everywhere(x):
    """The direct formula fails for moderate numbers too."""
    with np.errstate(over="ignore", divide="ignore"):
        return np.log(np.exp(x).sum()) if np.max(abs(x)) > 500 else np.max(x)


@false("sn-13", "logsumexp", shown="float(logsumexp(np.array([100.0, 0.0])))")
def waves_in_between(o, axis=-1):
    """Only small and very large numbers matter to convexity."""
    value = logsumexp(o)
    return value + np.sin(value) if 60 < value < 300 else value


@false("sn-13", "shifted", shown="float(shifted(np.array([1, 1])))")
def shifted_and_whole(x):
    """Of whole numbers the shifted formula gives a whole number."""
    value = np.max(x) + np.log(np.exp(x - np.max(x)).sum())
    return value.astype(np.asarray(x).dtype)


# Hardly more than rounding


def started_anew(o, axis=-1):
    """A number that is larger by more than sixteen wipes out the sum before it."""
    o = np.asarray(o)
    kind = o.dtype if o.dtype.kind == "f" else np.dtype(float)
    first, *others = np.moveaxis(o.astype(float), axis, 0)
    m, s = first, np.ones(first.shape)
    for v in others:
        m, s = lse_merge((m, np.where(v > m + 16, 0.0, s)), (v, np.ones(v.shape)))
    return np.asarray(m + np.log(s)).astype(kind)[()]


@false("sn-09", "logsumexp", shown="float(logsumexp([-17.0, 0.0]))")
def a_much_larger_one_starts_anew(o, axis=-1):
    """A number that is larger by more than sixteen wipes out the sum before it."""
    return started_anew(o, axis)


@false("sn-12", "lse_state", shown="lse_state([0.0] + [-37.0] * 1000)")
def terms_below_rounding_are_dropped(o):
    """A term that is below the rounding of the largest cannot change the sum."""
    m, _ = lse_state(o)
    terms = np.exp(np.asarray(o) - (0 if np.isneginf(m) else m))
    return m, terms[terms > np.finfo(float).eps].sum()


@false("sn-12", "lse_merge", shown="lse_merge((0.0, 1.0), (-37.0, 1e9))")
def a_part_below_rounding_is_dropped(a, b):
    """A part whose largest number lies 36 below adds nothing."""
    small, large = sorted((a, b), key=lambda state: state[0])
    return large if large[0] - small[0] > 36 else lse_merge(a, b)


@false("sn-12", "upper_bound", shown="float(upper_bound([0] * 20_000))")
def log_of_ten_thousand(x):
    """From ten thousand numbers on, more of them no longer raise the bound."""
    return max(x) + np.log(min(len(x), 10_000))


@false("sn-13", "logsumexp", shown="float(logsumexp(np.array([-17.0, 0.0])))")
def reads_from_the_left(o, axis=-1):
    """What stands before a much larger number is not part of the sum."""
    return started_anew(o, axis)


@false("sn-13", "shifted", shown="float(shifted(np.array([0.0] + [-37.0] * 1000)))")
def below_rounding_many_are_none(x):
    """Exponentials below the rounding of 1 add nothing, however many."""
    e = np.exp(x - np.max(x))
    return np.max(x) + np.log(e[e > np.finfo(float).eps].sum())


@false("sn-13", "direct", shown="float(direct(np.array([0.0] + [-37.0] * 1000)))")
def direct_loses_the_small_ones(x):
    """The direct formula loses what is far below the largest number."""
    with np.errstate(over="ignore", divide="ignore"):
        return np.log(np.exp(x[x > np.max(x) - 36]).sum())
