"""What a person might believe of computing with few bits, and what the checks refuse."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.formats import exp_thresholds as right_thresholds
from mathlib.numbers.formats import neighbours, round_to

# Short inputs, long sums


@false("sn-26", "tf32", shown="tf32(1 + 3 * 2**-11)")
def cut_off(x):
    """To shorten a number, cut its last bits off."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return (bits & 0xFFFFE000).view(np.float32)


@false("sn-26", "tf32", shown="tf32(1 + 2**-11)")
def ties_go_up(x):
    """A tie is rounded up, as at school."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + 0x1000) & 0xFFFFE000).view(np.float32)


@false("sn-26", "tf32", shown="tf32(1 + 2**-10)")
def as_bf16(x):
    """TF32 keeps seven bits of the fraction, as BF16 does."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF0000).view(np.float32)


@false("sn-26", "input_bound", shown="input_bound([1], [1], 0.5)")
def one_rounding(a, b, u):
    """The product is off by at most u, as if only one of its factors were rounded."""
    return u * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "input_bound", shown="input_bound([1], [1], 0.5)")
def halves(a, b, u):
    """Errors of both signs cancel, so half of u is enough."""
    return u / 2 * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "input_bound", shown="input_bound([1], [1], 0.5)")
def one_and_the_square(a, b, u):
    """The bound is u + u^2."""
    return (u + u * u) * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "input_bound", shown="input_bound([1, 1], [1, -1], 0.5)")
def of_the_sum(a, b, u):
    """The error is small compared with the dot product itself."""
    return (2 * u + u * u) * abs(sum(x * y for x, y in zip(a, b, strict=True)))


@false("sn-26", "input_bound", shown="input_bound([1, 1], [1, 1], 0.5)")
def grows_with_the_length(a, b, u):
    """The error of rounding the inputs grows with the number of terms, beside the sum of |a b|."""
    return (2 * u + u * u) * len(a) * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "product_bits", shown="product_bits(10)")
def without_the_leading_one(p):
    """A product has twice the bits of the fraction."""
    return 2 * p


@false("sn-26", "product_bits", shown="product_bits(10)")
def one_more(p):
    """A product has one bit more than its factors."""
    return p + 2


@false("sn-26", "product_bits", shown="product_bits(10)")
def too_long_for_fp32(p):
    """The product of two TF32 numbers does not fit into FP32."""
    return 3 * (p + 1)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FP32)")
def half_of_that(fmt):
    """A rounding is off by at most a quarter of the last place."""
    return 2.0 ** -(fmt.fraction_bits + 2)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FP32)")
def whole_step(fmt):
    """A rounding may be off by a whole step, 2^-p."""
    return 2.0**-fmt.fraction_bits


# The exponential of an integer


@false("sn-27", "fits", shown="fits(5)")
def five_too(x):
    """e^5 is about 148, which fits into eight bits."""
    return 0 <= x <= 5


@false("sn-27", "fits", shown="fits(-1)")
def negative_too(x):
    """Negative arguments fit: their exponentials are small."""
    return x <= 4


@false("sn-27", "fits", shown="fits(0)")
def not_zero(x):
    """Only positive arguments fit."""
    return 1 <= x <= 4


@false("sn-27", "returned_by", shown="returned_by('NumPy')")
def int8_itself(library):
    """exp of an int8 array is an int8 array."""
    return "int8", 4


@false("sn-27", "returned_by", shown="returned_by('NumPy')")
def float32_in_both(library):
    """Both libraries take integers to float32."""
    return "float32", 88


@false("sn-27", "returned_by", shown="returned_by('PyTorch')")
def the_shortest_float(library):
    """PyTorch takes the shortest float that holds all int8, as NumPy does."""
    return "float16", 11


@false("sn-27", "returned_by", shown="returned_by('NumPy')")
def float64(library):
    """exp of integers is computed in double precision."""
    return "float64", 127


@false("sn-27", "exp_table")
def truncated(inputs, outputs):
    """Cutting digits off is as good as rounding."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    q = np.floor(np.exp(x) / outputs.scale) + outputs.zero_point
    return np.clip(q, -128, 127).astype(int)


@false("sn-27", "exp_table")
def without_the_zero_point(inputs, outputs):
    """A code stands for its scale times itself."""
    x = inputs.scale * np.arange(-128, 128)
    q = np.rint(np.exp(x) / outputs.scale) + outputs.zero_point
    return np.clip(q, -128, 127).astype(int)


@false("sn-27", "exp_table")
def wraps(inputs, outputs):
    """What is too large may be cast to int8 as it is."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    q = np.rint(np.exp(x) / outputs.scale).astype(int) + int(outputs.zero_point)
    return (q + 128) % 256 - 128


@false("sn-27", "largest_error")
def quarter_step(outputs):
    """An entry is off by a quarter of a step at most."""
    return outputs.scale / 4


@false("sn-27", "largest_error")
def whole_step_of_the_output(outputs):
    """An entry can be off by a whole step."""
    return outputs.scale


# A table, measured


@false("sn-28", "exp_thresholds", shown="exp_thresholds(FP16)")
def most_negative(fmt):
    """The smallest argument of exp is the most negative number of the format."""
    return right_thresholds(fmt)[0], -fmt.largest, -fmt.largest


@false("sn-28", "exp_thresholds", shown="exp_thresholds(FP16)")
def normal_is_nonzero(fmt):
    """Below the smallest normal number everything is zero."""
    finite, normal, _ = right_thresholds(fmt)
    return finite, normal, normal


@false("sn-28", "exp_thresholds", shown="exp_thresholds(FP16)")
def exponent_times_log_2(fmt):
    """The largest argument is the largest exponent times log 2."""
    finite = (math.frexp(fmt.largest)[1] - 1) * math.log(2)
    return float(round_to(finite, fmt)), *right_thresholds(fmt)[1:]


@false("sn-28", "exp_thresholds", shown="exp_thresholds(FP16)")
def off_the_grid(fmt):
    """The largest argument is the logarithm of the largest number."""
    return math.log(fmt.largest), *right_thresholds(fmt)[1:]


@false("sn-28", "exp_thresholds", shown="exp_thresholds(FP16)")
def one_step_too_far(fmt):
    """At the limit itself exp may fail, so the limit is one number further."""
    finite, normal, nonzero = right_thresholds(fmt)
    return neighbours(finite, fmt)[1], normal, nonzero


@false("sn-28", "exp_thresholds", shown="exp_thresholds(FP16)")
def smallest_number_itself(fmt):
    """exp becomes zero as soon as it is below the smallest number."""
    finite, normal, _ = right_thresholds(fmt)
    return (
        finite,
        normal,
        neighbours(float(round_to(math.log(fmt.smallest_subnormal), fmt)), fmt)[1],
    )


@false("sn-28", "exp_thresholds", shown="exp_thresholds(E4M3)")
def e4m3_with_an_infinity(fmt):
    """E4M3 keeps its largest exponent for infinity, as IEEE 754 does: its largest number is 240."""
    finite, normal, nonzero = right_thresholds(fmt)
    return (5.0, normal, nonzero) if fmt.name == "FP8 E4M3" else (finite, normal, nonzero)


@false("sn-28", "int8_limits", shown="int8_limits()")
def all_of_int8():
    """In INT8 the arguments are from -128 to 127."""
    return 127, -128


@false("sn-28", "int8_limits", shown="int8_limits()")
def up_to_five():
    """The logarithm of 127 is 4.84, which rounds to 5."""
    return 5, 0


@false("sn-28", "int8_limits", shown="int8_limits()")
def down_to_minus_one():
    """exp of -1 is 0.37, which is not zero."""
    return 4, -1


@false("sn-28", "int8_exp", shown="int8_exp(5)")
def cast_as_it_is(x):
    """A result that is too large for INT8 wraps round, in a quantised network as in a cast."""
    return int((np.rint(np.exp(x)) + 128) % 256 - 128)


@false("sn-28", "at", shown="at(11.09, FP16)")
def in_a_wider_format(x, fmt):
    """For a table the exponential may be computed in double precision."""
    with np.errstate(over="ignore"):
        return float(np.exp(x))


@false("sn-28", "at", shown="at(-FP16.largest, FP16)")
def never_zero(x, fmt):
    """An exponential is never zero."""
    with np.errstate(over="ignore"):
        return max(float(round_to(np.exp(round_to(x, fmt)), fmt)), fmt.smallest_subnormal)


@false("sn-28", "wrapped", shown="wrapped(345)")
def saturates(n):
    """A cast to int8 saturates at 127."""
    return max(-128, min(n, 127))


@false("sn-28", "wrapped", shown="wrapped(200)")
def seven_bits(n):
    """A cast to int8 keeps the lowest seven bits and the sign."""
    return n % 128 if n >= 0 else -(-n % 128)


@false("sn-28", "last_rounded_to_448", shown="last_rounded_to_448()")
def beyond_the_largest():
    """Everything above 448 is too large for E4M3."""
    return 448.0


@false("sn-28", "last_rounded_to_448", shown="last_rounded_to_448()")
def to_the_next_step():
    """Up to 480, where the next number would be, everything is rounded to 448."""
    return 480.0


@false("sn-28", "rounded_exp")
def of_any_argument(x, fmt):
    """An exponential in another format is the usual one: its results need not be rounded."""
    return np.exp(x)


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


# Sums


@false("sn-30", "bound", shown="bound('Kahan', 8)")
def kahan_rounds_once(way, n):
    """Kahan's sum is as good as rounding once: its error is at most u."""
    return {"one by one": n - 1, "in pairs": math.ceil(math.log2(n)), "Kahan": 1}[way]


@false("sn-30", "bound", shown="bound('in pairs', 8)")
def pairs_round_once(way, n):
    """In pairs the error is at most u, for any number of terms."""
    return {"one by one": n - 1, "in pairs": 1, "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('one by one', 8)")
def a_tenth(way, n):
    """Errors cancel: one by one they never reach a tenth of the number of terms."""
    return {"one by one": n / 10, "in pairs": math.ceil(math.log2(n)), "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('in pairs', 8)")
def half_of_the_levels(way, n):
    """In pairs only every second level rounds."""
    return {"one by one": n - 1, "in pairs": math.ceil(math.log2(n)) / 2, "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('in pairs', 8)")
def pairs_as_bad(way, n):
    """Adding in pairs takes n - 1 additions as well, so it rounds as often."""
    return {"one by one": n - 1, "in pairs": n - 1, "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('one by one', 8)")
def root_of_n(way, n):
    """One by one, errors grow as the square root of the number of terms."""
    return {"one by one": n**0.5, "in pairs": math.ceil(math.log2(n)), "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('Kahan', 8)")
def kahan_four(way, n):
    """Kahan's sum does four operations for each term, so its error may be 4 u."""
    return {"one by one": n - 1, "in pairs": math.ceil(math.log2(n)), "Kahan": 4}[way]


@false("sn-30", "total", shown="total('Kahan', np.array([1e8, 1, -1e8], np.float32))")
def exact(way, x):
    """A good sum loses nothing, even if terms cancel."""
    return x.dtype.type(math.fsum(x.tolist())) if x.dtype != object else x.sum()


@false("sn-30", "total")
def kahan_gives_back_the_wrong_way(way, x):
    """In Kahan's sum the sign of what was lost does not matter."""
    s, lost = x[0], 0
    for v in x[1:]:
        v = v + lost
        t = s + v
        s, lost = t, (t - s) - v
    return s


@false("sn-30", "total")
def any_order(way, x):
    """The order of the additions does not matter: addition is associative."""
    s = x[0]
    for v in x[1:]:
        s = s + v
    return s


@false("sn-30", "stops_at", shown="stops_at(7)")
def at_two_to_the_p(p):
    """A counter with p bits counts up to 2^p."""
    return 2**p


@false("sn-30", "stops_at", shown="stops_at(7)")
def one_bit_later(p):
    """A counter stops where the next number is 4 away."""
    return 2 ** (p + 2)


@false("sn-30", "summed_rows")
def rows_in_pairs(x):
    """np.sum adds in pairs, along any axis."""
    while len(x) > 1:
        x = np.concatenate((x, np.zeros_like(x[: len(x) % 2])))
        x = x[::2] + x[1::2]
    return x[0]


@false("sn-30", "summed_rows")
def rows_in_double(x):
    """np.sum adds up in double precision."""
    return x.sum(0, dtype=float)


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


@false("sn-26", "tf32", shown="tf32(1 + 3 * 2.0**-11)")
def ties_go_down(x):
    """Add just under half of the last bit kept, then cut: that is rounding to nearest."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + np.uint32(0xFFF)) & np.uint32(0xFFFFE000)).view(np.float32)


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


@false("sn-30", "stops_at", shown="stops_at(11)")
def at_2048_at_the_latest(p):
    """A counter stops at 2048 at the latest: beyond that no bit helps."""
    return 2 ** (min(p, 10) + 1)


@false("sn-26", "product_bits", shown="product_bits(12)")
def twenty_two_at_most(p):
    """A product has at most twice eleven bits, in whatever format the factors are."""
    return 2 * (min(p, 10) + 1)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FloatFormat('', 8, 12, 127))")
def as_in_tf32_or_fp32(fmt):
    """There are two kinds of formats: those up to eleven bits, and FP32."""
    return 2.0**-24 if fmt.fraction_bits > 10 else 2.0 ** -(fmt.fraction_bits + 1)
