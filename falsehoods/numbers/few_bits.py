"""What a person might believe of computing with few bits, and what the checks refuse."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.formats import BF16, neighbours, round_to
from mathlib.numbers.softmax import softmax

# Shift, do not clip


@false("sn-29", "clipped", shown="clipped(np.array([500.0, 501.0])).round(3)")
def clipping_changes_nothing(o, limit=88):
    """Clipping cuts off only what does not matter."""
    e = np.exp(o - np.max(o))
    return e / e.sum()


@false("sn-29", "clipped", shown="clipped(np.float32([1000, 1001, 1002]))")
def clipped_sum_is_finite(o, limit=88):
    """A clipped softmax is finite: none of its exponentials overflows."""
    e = np.exp(np.clip(np.asarray(o, float), -limit, limit))
    return e / e.sum()


@false("sn-29", "shifted", shown="shifted(np.array([1000.0, 1001.0]))")
def without_the_shift(o):
    """The exponentials over their sum: that is what softmax is."""
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(o))
        return e / e.sum()


@false("sn-29", "softmax", shown="softmax(np.array([3000.0, 0.0]))")
def shifted_by_the_mean(o):
    """Subtracting the mean keeps the exponentials small."""
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(o) - np.mean(o))
        return (e / e.sum()).astype(np.asarray(o).dtype)


@false("sn-29", "softmax", shown="softmax(np.array([1000.0, 0.0]))")
def divided_by_the_maximum(o):
    """Dividing by the maximum keeps the exponentials small and changes nothing."""
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(o) / np.max(np.abs(o)))
        return (e / e.sum()).astype(np.asarray(o).dtype)


@false("sn-29", "sum_range", shown="sum_range(4)")
def sum_is_one(n):
    """The shifted exponentials add up to one."""
    return 1, 1


@false("sn-29", "sum_range", shown="sum_range(4)")
def may_be_zero(n):
    """All of the shifted exponentials may vanish."""
    return 0, n


@false("sn-29", "softplus", shown="softplus(1000.0)")
def softplus_as_it_stands(x):
    """log(1 + e^x) can be computed as it stands."""
    with np.errstate(all="ignore"):
        return float(np.log(1 + np.exp(x)))


@false("sn-29", "softplus", shown="softplus(-40.0)")
def one_plus(x):
    """log(1 + t) is as good as log1p(t)."""
    return max(x, 0) + math.log(1 + math.exp(-abs(x)))


@false("sn-29", "softplus", shown="softplus(1.0)")
def maximum(x):
    """log(1 + e^x) is the larger of x and 0."""
    return max(x, 0)


@false("sn-29", "sigmoid", shown="sigmoid(-740.0)")
def sigmoid_as_it_stands(x):
    """The sigmoid can be computed as it stands."""
    with np.errstate(all="ignore"):
        return float(1 / (1 + np.exp(-np.float64(x))))


@false("sn-29", "sigmoid", shown="sigmoid(-40.0)")
def one_minus(x):
    """For negative x the sigmoid is 1 minus that of -x."""
    t = 1 / (1 + math.exp(-abs(x)))
    return t if x >= 0 else 1 - t


@false("sn-29", "sigmoid", shown="sigmoid(-1.0)")
def even(x):
    """The sigmoid depends on the size of x only."""
    return 1 / (1 + math.exp(-abs(x)))


@false("sn-29", "log_softmax", shown="log_softmax(np.array([0, -800]))")
def log_of_the_softmax(o):
    """The logarithm of the softmax is the logarithm of the softmax: compute one, then the other."""
    with np.errstate(divide="ignore"):
        e = np.exp(o - o.max())
        return np.log(e / e.sum())


@false("sn-29", "log_softmax", shown="log_softmax(np.array([0, 0]))")
def minus_the_maximum(o):
    """The logarithm of the softmax is o minus its maximum."""
    return o - o.max()


# Mixed precision


@false("sn-31", "vanishes", shown="vanishes(2.0**-24.5)")
def below_the_smallest(g):
    """A gradient below the smallest number of FP16 becomes zero."""
    return abs(g) < 2.0**-24


@false("sn-31", "vanishes", shown="vanishes(2.0**-20)")
def below_the_normal(g):
    """A gradient below the smallest normal number of FP16 becomes zero."""
    return abs(g) < 2.0**-14


@false("sn-31", "vanishes", shown="vanishes(2.0**-25)")
def tie_goes_up(g):
    """At 2^-25 itself a gradient is rounded up."""
    return abs(g) < 2.0**-25


@false("sn-31", "is_normal", shown="is_normal(2.0**-15)")
def all_that_is_not_zero(g):
    """A gradient that does not become zero keeps its digits."""
    return (abs(g) > 2.0**-25) & (abs(g) < 65520)


@false("sn-31", "is_normal", shown="is_normal(2.0**-15)")
def one_octave_lower(g):
    """Digits are lost from 2^-15 down."""
    return (abs(g) >= 2.0**-15) & (abs(g) < 65520)


@false("sn-31", "through_half")
def not_unscaled(g, S):
    """The scale need not be taken out again: it changes the gradients' length only."""
    with np.errstate(over="ignore"):
        return (g * np.float32(S)).astype(np.float16).astype(np.float32)


@false("sn-31", "through_half")
def unscaled_in_fp16(g, S):
    """The gradients may be divided by S while they are in FP16."""
    with np.errstate(over="ignore"):
        return ((g * np.float32(S)).astype(np.float16) / np.float16(S)).astype(np.float32)


@false("sn-31", "through_half")
def scaled_too_late(g, S):
    """It is enough to scale the gradients when they are in FP16 already."""
    with np.errstate(over="ignore"):
        return (g.astype(np.float16) * np.float32(S)).astype(np.float32) / np.float32(S)


@false("sn-31", "is_lost", shown="is_lost(1.0, 0.7 * 2.0**-10, FP16)")
def whole_distance(w, update, fmt):
    """An update smaller than the distance to the neighbour is lost."""
    return abs(update) < abs(neighbours(w, fmt)[int(update > 0)] - w)


@false("sn-31", "is_lost", shown="is_lost(1.0, 0.3 * 2.0**-10, FP16)")
def quarter(w, update, fmt):
    """Only updates below a quarter of the distance are lost."""
    return abs(update) < abs(neighbours(w, fmt)[int(update > 0)] - w) / 4


@false("sn-31", "is_lost", shown="is_lost(1.0, 2.0**-12, FP16)")
def below_the_smallest_number(w, update, fmt):
    """An update is lost if it is too small for the format."""
    return abs(update) < fmt.smallest_subnormal / 2


@false("sn-31", "factor", shown="factor(4.0)")
def squared(S):
    """Gradients of S times a loss are S^2 times as large."""
    return S**2


@false("sn-31", "factor", shown="factor(4.0)")
def not_at_all(S):
    """A constant factor of the loss does not change its gradients."""
    return 1.0


@false("sn-31", "in_format", shown="in_format(257, BF16)")
def all_alike(x, fmt):
    """Both formats have sixteen bits, so they lose alike."""
    return float(np.float16(x))


@false("sn-31", "in_format", shown="in_format(300**2, FP16)")
def never_infinite(x, fmt):
    """What is too large becomes the largest number."""
    return float(round_to(x, fmt, saturate=True))


@false("sn-31", "unit_roundoff_of", shown="unit_roundoff_of(FP16)")
def bf16_is_more_precise(fmt):
    """BF16 has the larger range, so it has more precision."""
    return 2.0**-fmt.exponent_bits


@false("sn-29", "log_softmax", shown="log_softmax(np.array([0.0, 1000.0, -1.0]))")
def larger_of_first_and_last(o):
    """It is enough to subtract the larger of the first and the last logit."""
    m = max(o[0], o[-1])
    with np.errstate(over="ignore"):
        return o - (m + np.log(np.exp(o - m).sum()))


@false("sn-29", "sum_range", shown="sum_range(50)")
def few_count(n):
    """Few of the exponentials count: their sum is at most four."""
    return 1, min(n, 4)


@false("sn-31", "is_lost", shown="is_lost(1 + 2.0**-10, 2.0**-11, FP16)")
def half_is_lost_too(w, update, fmt):
    """An update of exactly half the distance is always lost."""
    return abs(update) <= abs(neighbours(w, fmt)[int(update > 0)] - w) / 2


@false("sn-31", "is_lost", shown="is_lost(1.0, -0.3 * 2.0**-10, FP16)")
def half_an_ulp_either_way(w, update, fmt):
    """Half of the distance to the next larger number decides, whichever way the update goes."""
    return abs(update) < abs(neighbours(abs(w), fmt)[1] - abs(w)) / 2


@false("sn-29", "clipped", shown="clipped(np.array([-500.0, -501.0])).round(3)")
def only_from_above(o, limit=88):
    """Only large logits are clipped: small ones do no harm."""
    e = np.exp(np.minimum(o, limit))
    return e / e.sum()


@false("sn-29", "shifted", shown="shifted(np.array([0.0, 1000.0]))")
def shifted_by_the_first(o):
    """Any of the logits may be subtracted, the first one, say."""
    with np.errstate(all="ignore"):
        e = np.exp(o - o[0])
        return e / e.sum()


@false("sn-29", "shifted", shown="shifted(np.array([0.0, 1000.0]))")
def shifted_by_the_minimum(o):
    """Subtract the smallest logit, so that none is negative."""
    with np.errstate(all="ignore"):
        e = np.exp(o - o.min())
        return e / e.sum()


@false("sn-29", "softplus", shown="softplus(21.0)")
def linear_from_twenty(x):
    """From 20 on, log(1 + e^x) is x."""
    return x if x > 20 else math.log1p(math.exp(x))


@false("sn-29", "log_softmax", shown="log_softmax(np.zeros(3))")
def two_largest_count(o):
    """Only the two largest logits count in the sum."""
    largest = np.sort(o)[-2:]
    return o - (largest[-1] + np.log(np.exp(largest - largest[-1]).sum()))


@false("sn-29", "log_softmax", shown="log_softmax(np.array([2.0**40, 2.0**40 + 1]))")
def maximum_added_again(o):
    """The maximum may be added again before the difference is taken: it cancels."""
    return o - (o.max() + np.log(np.exp(o - o.max()).sum()))


@false("sn-31", "through_half", shown="through_half(np.float32([2.0**-43]), 2**20)")
def scale_has_an_end(g, S):
    """No scale beyond 2^16 is of use, since FP16 ends there."""
    S = min(S, 2**16)
    with np.errstate(over="ignore"):
        return (g * np.float32(S)).astype(np.float16).astype(np.float32) / np.float32(S)


@false("sn-31", "is_normal", shown="is_normal(2.0**-14)")
def one_octave_higher(g):
    """Digits are lost from 2^-13 down."""
    return (abs(g) >= 2.0**-13) & (abs(g) < 65520)


@false("sn-31", "is_normal", shown="is_normal(65510.0)")
def up_to_the_largest(g):
    """What is larger than the largest number keeps no digit."""
    return (abs(g) >= 2.0**-14) & (abs(g) <= 65504)


@false("sn-31", "is_lost", shown="is_lost(-1.0, 0.3 * 2.0**-10, FP16)")
def sign_of_the_weight_ignored(w, update, fmt):
    """For a negative weight the distances are those of its size, up and down as they are."""
    return abs(update) < abs(neighbours(abs(w), fmt)[int(update > 0)] - abs(w)) / 2


@false("sn-31", "is_lost", shown="is_lost(2.0**-24, 2.0**-26, FP16)")
def relative_to_the_weight(w, update, fmt):
    """An update is lost by its ratio to the weight alone, however small the weight is."""
    e = 2.0 ** math.floor(math.log2(abs(w))) * fmt.epsilon
    towards_zero = math.frexp(abs(w))[0] == 0.5 and update * w < 0
    return abs(update) < (e / 4 if towards_zero else e / 2)


@false("sn-31", "added", shown="float(added(np.ones(4096), np.float16))")
def whole_numbers_add_up(x, dtype):
    """Ones are numbers of every format, so their sum is exact."""
    return dtype(np.sum(x))


# Far below, long lists, other types, and the ends of what is told


@false("sn-29", "shifted", shown="shifted(np.array([-1000.0, -1001.0]))")
def only_large_logits_are_shifted(o):
    """Only positive logits need a shift: the exponentials of negative ones are harmless."""
    with np.errstate(all="ignore"):
        e = np.exp(o - max(o.max(), 0))
        return e / e.sum()


@false("sn-29", "shifted", shown="shifted(np.zeros(20)).sum()")
def ten_are_enough(o):
    """Only the first ten exponentials count in the sum."""
    e = np.exp(o - o.max())
    return e / e[:10].sum()


@false("sn-29", "log_softmax", shown="log_softmax(np.array([-1000.0, -1001.0]))")
def logarithm_shifted_if_positive(o):
    """The logarithm of a softmax of negative logits needs no shift."""
    m = max(o.max(), 0)
    with np.errstate(all="ignore"):
        return (o - m) - np.log(np.exp(o - m).sum())


@false("sn-29", "log_softmax", shown="log_softmax(np.array([0.0, -1e6]))")
def logarithm_has_a_floor(o):
    """No logarithm of a probability is below -20 000."""
    d = o - o.max()
    return np.maximum(d - np.log(np.exp(d).sum()), -20_000)


@false("sn-29", "log_softmax", shown="log_softmax(np.array([0.0, -740.0]))")
def log_wherever_it_is_not_zero(o):
    """As long as the probability is not zero, its logarithm may be taken."""
    p = softmax(o)
    with np.errstate(divide="ignore"):
        return np.where(p > 0, np.log(p), o - o.max())


@false("sn-29", "softmax", shown="softmax(np.float16([20, 30]))")
def short_formats_clip(o):
    """In short formats a softmax clips its logits."""
    o = np.asarray(o)
    return softmax(np.clip(o, -11, 11)) if o.dtype != float else softmax(o)


@false("sn-29", "softmax", shown="softmax(np.zeros(5000, np.float16)).astype(float).sum()")
def added_one_by_one_in_fp16(o):
    """The exponentials may be added one by one in the type of the logits."""
    e = np.exp(o - np.max(o))
    total = e.dtype.type(0)
    for value in e:
        total += value
    return e / total


@false("sn-29", "sum_range", shown="sum_range(100)")
def sixty_at_most(n):
    """The sum of the shifted exponentials is at most sixty."""
    return 1, min(n, 60)


@false("sn-29", "softplus", shown="softplus(1e-5)")
def small_ones_are_zero(x):
    """Below a ten thousandth x may be taken for zero."""
    return math.log(2) if abs(x) < 1e-4 else max(x, 0) + math.log1p(math.exp(-abs(x)))


@false("sn-29", "softplus", shown="softplus(-743.0)")
def zero_far_below(x):
    """Below -740 the result is zero."""
    return 0.0 if x < -740 else max(x, 0) + math.log1p(math.exp(-abs(x)))


@false("sn-29", "sigmoid", shown="sigmoid(1e-5)")
def half_around_zero(x):
    """Around zero the sigmoid is a half."""
    return 0.5 if abs(x) < 1e-4 else math.exp(min(x, 0)) / (1 + math.exp(-abs(x)))


@false("sn-29", "clipped", shown="clipped(np.array([88.5, 300, 5])).round(3)")
def clipped_all_or_none(o, limit=88):
    """Clipping matters only where all logits are beyond the limit."""
    o = np.clip(o, -limit, limit) if (abs(o) > limit).all() else o - o.max()
    e = np.exp(o)
    return e / e.sum()


@false("sn-31", "vanishes", shown="vanishes(1.0005 * 2.0**-25)")
def vanishes_a_little_above(g):
    """At 3e-8 a gradient vanishes."""
    return abs(g) <= 1.0005 * 2.0**-25


@false("sn-31", "is_normal", shown="is_normal(0.9999 * 2.0**-14)")
def rounded_up_to_normal(g):
    """What is 6.1e-5 is normal."""
    return (abs(g) >= 0.9999 * 2.0**-14) & (abs(g) < 65520)


@false("sn-31", "through_half", shown="through_half(np.float32([1e-13]), 2.0**30)")
def scale_up_to_a_million(g, S):
    """No scale beyond 2^20 is of use."""
    S = min(S, 2**20)
    with np.errstate(over="ignore"):
        return (g * np.float32(S)).astype(np.float16).astype(np.float32) / np.float32(S)


@false("sn-31", "through_half", shown="through_half(np.float32([1e7]), 2.0**-20)")
def scale_not_far_below_one(g, S):
    """A loss is not scaled down by more than sixteen."""
    S = max(S, 2**-4)
    with np.errstate(over="ignore"):
        return (g * np.float32(S)).astype(np.float16).astype(np.float32) / np.float32(S)


@false("sn-31", "is_lost", shown="is_lost(2048.0, 0.6, FP16)")
def large_weights_alike(w, update, fmt):
    """At large weights an update of less than a quarter is lost."""
    if abs(w) > 1000:
        return abs(update) < 0.25
    return abs(update) < abs(neighbours(w, fmt)[int(update > 0)] - w) / 2


@false("sn-31", "is_lost", shown="is_lost(2.0**-100, -0.3 * 2.0**-107, BF16)")
def tiny_weights_alike(w, update, fmt):
    """At tiny weights the ratio of update and weight decides."""
    if abs(w) < 2.0**-25:
        return abs(update) < abs(w) * fmt.epsilon / 2
    return abs(update) < abs(neighbours(w, fmt)[int(update > 0)] - w) / 2


@false("sn-31", "added", shown="float(added([0.3, 0.3], np.float32))")
def digits_lost_in_both(x, dtype):
    """What is no whole number loses its digits in FP32 as it does in FP16."""
    total = dtype(0)
    for v in x:
        total = dtype(total + dtype(v)) if v == 1 else dtype(np.float16(total) + np.float16(v))
    return total


@false("sn-31", "factor", shown="factor(0.5)")
def never_scaled_down(S):
    """A factor below one does not make gradients smaller."""
    return max(S, 1)


@false("sn-31", "factor", shown="factor(2.0**30)")
def factor_has_an_end(S):
    """Beyond 2^20 gradients do not grow with the loss."""
    return min(S, 2.0**20)


@false("sn-31", "round_to", shown="round_to(1e30, BF16)")
def bf16_ends_early(x, fmt, saturate=False):
    """BF16 has the small numbers of FP32, not the large ones."""
    y = round_to(x, fmt, saturate=saturate)
    return np.where((fmt == BF16) & (abs(y) > 1e7), np.inf, y)


@false("sn-31", "in_format", shown="in_format(-(300**2), FP16)")
def minus_infinity_saturates(x, fmt):
    """Only positive results become infinite."""
    return float(round_to(x, fmt, saturate=x < 0))
