"""False versions of the claims of *Where the exponential survives*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers import formats
from mathlib.numbers.formats import (
    ExpThresholds,
    decode,
    exp_thresholds,
    neighbours,
    round_to,
)


@false("sn-22", "infinite_from", shown="round(infinite_from(15, 2), 6)")
def from_the_exponent(b, p):
    """The largest number is the largest power of two."""
    return b * math.log(2)


@false("sn-22", "infinite_from", shown="round(infinite_from(15, 2), 6)")
def without_its_term(b, p):
    """The exponential is finite up to the next power of two."""
    return (b + 1) * math.log(2)


@false("sn-22", "infinite_from", shown="round(infinite_from(15, 2), 6)")
def no_half_ulp(b, p):
    """The exponential is infinite as soon as it exceeds the largest number."""
    return (b + 1) * math.log(2) + math.log1p(-(2.0 ** (-p - 1)))


@false("sn-22", "normal_from", shown="round(normal_from(15, 2), 6)")
def no_half_step(b, p):
    """The exponential is normal from the logarithm of the smallest normal number."""
    return (1 - b) * math.log(2)


@false("sn-22", "normal_from", shown="round(normal_from(15, 2), 6)")
def half_a_coarser_step(b, p):
    """Just below the smallest normal number the steps are twice as long."""
    return (1 - b) * math.log(2) + math.log1p(-(2.0**-p))


@false("sn-22", "normal_from", shown="round(normal_from(15, 2), 6)")
def lower_exponent(b, p):
    """The smallest exponent is minus the bias."""
    return -b * math.log(2)


@false("sn-22", "zero_up_to", shown="round(zero_up_to(15, 2), 6)")
def at_the_smallest(b, p):
    """The exponential is zero below the smallest subnormal number."""
    return (1 - b - p) * math.log(2)


@false("sn-22", "zero_up_to", shown="round(zero_up_to(15, 2), 6)")
def at_the_normal(b, p):
    """The exponential is zero as soon as it is not normal."""
    return (1 - b) * math.log(2)


@false("sn-22", "zero_up_to", shown="round(zero_up_to(15, 2), 6)")
def a_quarter_left(b, p):
    """A quarter of the smallest number is still rounded up to it."""
    return -(b + p + 1) * math.log(2)


@false("sn-22", "round_to", shown="round_to(65510.0, FP16)")
def infinite_at_once(x, fmt):
    """A result above the largest number is infinite at once."""
    return np.where(np.asarray(x) > fmt.largest, np.inf, round_to(x, fmt))


@false("sn-22", "first", shown="first(lambda x: x >= 1, 0, 3)")
def last_without_it(holds, low, high):
    """What bisection ends at is the last place where the sentence is false."""
    while low < (middle := (low + high) / 2) < high:
        low, high = (low, middle) if holds(middle) else (middle, high)
    return low


@false("sn-22", "zero_up_to", shown="round(zero_up_to(15, 2), 6)")
def moved_by_the_exponent_alone(b, p):
    """The number of fraction bits moves none of the thresholds."""
    return -(b + 52) * math.log(2)


def _moved(fmt, by):
    """The thresholds, each `by` numbers further out."""
    t = exp_thresholds(fmt)
    if by > 0:
        return ExpThresholds(
            neighbours(t[0], fmt)[1], neighbours(t[1], fmt)[0], neighbours(t[2], fmt)[0]
        )
    return ExpThresholds(
        neighbours(t[0], fmt)[0], neighbours(t[1], fmt)[1], neighbours(t[2], fmt)[1]
    )


@false("sn-22", "exp_thresholds", shown="exp_thresholds(FP64)")
def one_too_far(fmt):
    """The last argument is the number of the format nearest to the threshold."""
    return _moved(fmt, 1)


@false("sn-22", "exp_thresholds", shown="exp_thresholds(FP64)")
def one_too_near(fmt):
    """To be safe one leaves out the last argument."""
    return _moved(fmt, -1)


@false("sn-23", "exp_thresholds", shown="exp_thresholds(FP32)")
def nearest_single(fmt):
    """The last argument is the number of FP32 nearest to the threshold."""
    b, p = fmt.bias, fmt.fraction_bits
    top = (b + 1) * math.log(2) + math.log1p(-(2.0 ** (-p - 2)))
    return exp_thresholds(fmt)._replace(finite=float(np.float32(top)))


@false("sn-23", "exp_thresholds", shown="exp_thresholds(FP32)")
def in_three_digits(fmt):
    """The thresholds are -87.336, -103.9715 and 88.7225, near enough."""
    return ExpThresholds(*(float(np.float32(x)) for x in (88.7225, -87.336, -103.9715)))


@false("sn-23", "exp_thresholds", shown="exp_thresholds(FP32)")
def of_real_arguments(fmt):
    """The arguments need not be numbers of the format."""
    b, p = fmt.bias, fmt.fraction_bits
    top = (b + 1) * math.log(2) + math.log1p(-(2.0 ** (-p - 2)))
    return exp_thresholds(fmt)._replace(finite=round(top - 1e-9, 9))


@false("sn-23", "infinite_from", shown="infinite_from(127, 23)")
def as_wide_as_the_exponent(b, p):
    """The exponential in FP32 is finite up to 127 log 2."""
    return b * math.log(2)


@false("sn-23", "zero_up_to", shown="zero_up_to(127, 23)")
def zero_where_not_normal(b, p):
    """Results below the smallest normal number are zero."""
    return (1 - b) * math.log(2)


@false("sn-23", "infinite_from", shown="infinite_from(127, 23)")
def at_the_largest(b, p):
    """In FP32 the exponential is infinite from the logarithm of the largest number on."""
    return (b + 1) * math.log(2) + math.log1p(-(2.0 ** (-p - 1)))


@false("sn-23", "normal_from", shown="normal_from(127, 23)")
def one_power_lower(b, p):
    """The smallest normal number of FP32 is 2^-127."""
    return -b * math.log(2)


@false("sn-24", "exp_thresholds", shown="exp_thresholds(FP16)")
def up_to_the_largest(fmt):
    """The exponential in FP16 is finite up to the logarithm of 65504."""
    return exp_thresholds(fmt)._replace(finite=math.log(65504))


@false("sn-24", "exp_thresholds", shown="exp_thresholds(FP16)")
def rounded_up_to_the_grid(fmt):
    """The logarithm of 65504 is rounded to the nearest number of FP16."""
    return exp_thresholds(fmt)._replace(finite=11.09375)


@false("sn-24", "exp_thresholds", shown="exp_thresholds(FP16)")
def fifteen_logarithms(fmt):
    """FP16 takes arguments from -14 log 2 to 15 log 2."""
    return ExpThresholds(15 * math.log(2), -14 * math.log(2), -14 * math.log(2))


@false("sn-24", "exp_to_half", shown="exp_to_half(np.array([12.0]))")
def saturates(x):
    """What is too large becomes the largest number."""
    with np.errstate(all="ignore"):
        return np.minimum(np.exp(x), 65504).astype(np.float16)


@false("sn-24", "exp_to_half", shown="exp_to_half(np.array([-10.0]))")
def without_subnormals(x):
    """FP16 has no numbers below the smallest normal one."""
    with np.errstate(all="ignore"):
        y = np.exp(x).astype(np.float16)
    return np.where(y < np.float16(2.0**-14), np.float16(0), y)


@false("sn-24", "exp_to_half", shown="exp_to_half(np.array([11.0859375]))")
def beyond_is_infinite_at_once(x):
    """The exponential is infinite from the logarithm of 2^15 on."""
    with np.errstate(all="ignore"):
        y = np.exp(x)
        return np.where(y > 2.0**15, np.inf, y).astype(np.float16)


@false("sn-24", "exp_to_half", shown="int((exp_to_half(every) != round_to(exact, FP16)).sum())")
def by_way_of_single(x):
    """The exponential may be rounded to single precision on its way."""
    with np.errstate(all="ignore"):
        return np.exp(np.asarray(x, np.float32)).astype(np.float16)


@false("sn-24", "exp_to_half", shown="exp_to_half(np.array([-13.2]))")
def coarse_steps(x):
    """Below the normal numbers the steps are twice as long."""
    with np.errstate(all="ignore"):
        y = np.exp(x).astype(np.float16)
    steps = np.ceil(y.astype(float) * 2.0**23) * 2.0**-23
    return np.where((x > -16) & (x < -12), steps, y).astype(np.float16)


@false("sn-24", "exp_to_half", shown="exp_to_half(np.array([1.0]))")
def cut_off(x):
    """Digits that FP16 has no room for are cut off."""
    with np.errstate(all="ignore"):
        y = np.exp(x)
        half = y.astype(np.float16)
        return np.where((half > y) & (abs(x) < 9), np.nextafter(half, np.float16(0)), half)


@false("sn-25", "exponentials_of_bf16")
def rounded_to_single():
    """An exponential computed in FP32 is the exact one."""
    x = (np.arange(1 << 16, dtype=np.uint32) << np.uint32(16)).view(np.float32)
    x = np.sort(x[np.isfinite(x)])
    with np.errstate(all="ignore"):
        return x.astype(float), np.exp(x).astype(float)


@false("sn-25", "exponentials_of_bf16")
def positive_alone():
    """Arguments that count are positive, or not far below zero."""
    x = decode(np.arange(1 << 16), formats.BF16)
    x = np.sort(x[np.isfinite(x) & (x > -100)])
    with np.errstate(over="ignore"):
        return x, np.exp(x)


@false("sn-25", "exp_thresholds", shown="exp_thresholds(BF16)")
def those_of_fp32(fmt):
    """BF16 has the range of FP32, so it takes the same arguments."""
    return exp_thresholds(formats.FP32 if fmt == formats.BF16 else fmt)


@false("sn-25", "exp_thresholds", shown="exp_thresholds(BF16)")
def rounded_from_fp32(fmt):
    """The limits of FP32, rounded to BF16, are those of BF16."""
    return ExpThresholds(*round_to(exp_thresholds(formats.FP32), fmt).tolist())


@false("sn-25", "step_factor", shown="step_factor(1 / 2)")
def one_step_adds(step):
    """One step of the argument adds half of the result."""
    return 1 + step


@false("sn-25", "step_factor", shown="step_factor(1 / 2)")
def one_step_is_an_epsilon(step):
    """One step of the argument changes the result by one step."""
    return 1 + 2.0**-7


@false("sn-25", "worst_factor", shown="worst_factor(1 / 2)")
def whole_step_off(step):
    """Rounding the argument errs by up to a whole step."""
    return math.exp(step)


@false("sn-25", "worst_factor", shown="worst_factor(1 / 2)")
def as_precise_as_the_format(step):
    """The result has the two to three digits that BF16 has."""
    return 1 + 2.0**-8


@false("sn-25", "round_to", shown="round_to(88.72, BF16)")
def argument_kept(x, fmt):
    """Only results are rounded, arguments are kept."""
    return np.asarray(x, float)


@false("sn-25", "round_to", shown="round_to(2.0**127, BF16)")
def the_next_power(x, fmt):
    """BF16 holds what is below 2^127."""
    return np.where(np.abs(x) >= 2.0**127, np.sign(x) * np.inf, round_to(x, fmt))


@false("sn-25", "worst_factor", shown="round(worst_factor(1 / 4), 4)")
def half_the_step_half_the_error(step):
    """A step half as wide leaves exactly half of the worst error."""
    return 1 + (math.exp(1 / 4) - 1) * 2 * step


@false("sn-25", "exponentials_of_bf16")
def subnormal_results_are_zero():
    """An exponential that is not normal is zero."""
    x = decode(np.arange(1 << 16), formats.BF16)
    x = np.sort(x[np.isfinite(x)])
    with np.errstate(over="ignore"):
        y = np.exp(x)
    return x, np.where(y < 2.0**-126, 0, y)


@false("sn-25", "exponentials_of_bf16")
def one_and_the_argument():
    """For small arguments the exponential is 1 + x."""
    x = decode(np.arange(1 << 16), formats.BF16)
    x = np.sort(x[np.isfinite(x)])
    with np.errstate(over="ignore"):
        return x, np.where(abs(x) < 0.05, 1 + x, np.exp(x))


# Other formats, other steps


@false("sn-22", "infinite_from", shown="round(infinite_from(3, 1), 6)")
def at_least_e5m2(b, p):
    """The formula is for formats of five exponent bits or more."""
    return (max(b, 15) + 1) * math.log(2) + math.log1p(-(2.0 ** (-p - 2)))


@false("sn-22", "infinite_from", shown="round(infinite_from(15, 1), 6)")
def two_fraction_bits_at_least(b, p):
    """The last bit of the fraction does not matter."""
    return (b + 1) * math.log(2) + math.log1p(-(2.0 ** (-max(p, 2) - 2)))


@false("sn-22", "normal_from", shown="round(normal_from(3, 1), 6)")
def only_for_large_biases(b, p):
    """In a small format the exponential is normal from the smallest normal number on."""
    return (1 - b) * math.log(2) + (math.log1p(-(2.0 ** (-p - 1))) if b >= 15 else 0)


@false("sn-22", "zero_up_to", shown="round(zero_up_to(15, 1), 6)")
def one_bit_is_two(b, p):
    """One fraction bit reaches as far down as two."""
    return -(b + max(p, 2)) * math.log(2)


@false("sn-22", "round_to", shown="float(round_to(FP16.largest / 3.95, FP16))")
def a_gap_before_infinity(x, fmt):
    """Before it is infinite for good, a result may be infinite now and then."""
    gap = (np.abs(x) > fmt.largest / 4) & (np.abs(x) < fmt.largest / 3.9)
    return np.where(gap, np.inf, round_to(x, fmt))


@false("sn-23", "normal_from", shown="normal_from(127, 23)")
def half_a_step_less_is_nothing(b, p):
    """Half a step below the smallest normal number changes its logarithm by nothing."""
    return (1 - b) * math.log(2)


@false("sn-23", "infinite_from", shown="infinite_from(127, 23)")
def to_eight_decimals(b, p):
    """Eight decimals of a threshold are all of it."""
    return round((b + 1) * math.log(2) + math.log1p(-(2.0 ** (-p - 2))), 8)


@false("sn-25", "step_factor", shown="step_factor(2.0)")
def no_more_than_that(step):
    """However long a step, it never doubles the result."""
    return min(math.exp(step), 1.9)


@false("sn-25", "step_factor", shown="step_factor(1 / 8)")
def short_steps_add(step):
    """One short step of the argument adds that part of the result."""
    return math.exp(step) if step >= 0.5 else 1 + step


@false("sn-25", "worst_factor", shown="worst_factor(2.0)")
def a_whole_step_where_coarse(step):
    """Rounding to a coarse grid errs by up to a whole step."""
    return math.exp(step / 2) if step <= 0.5 else math.exp(step)


@false("sn-25", "exponentials_of_bf16")
def one_for_small_arguments():
    """For arguments below a hundredth the exponential is 1."""
    x = decode(np.arange(1 << 16), formats.BF16)
    x = np.sort(x[np.isfinite(x)])
    with np.errstate(over="ignore"):
        return x, np.where(abs(x) < 0.009, 1, np.exp(x))


@false("sn-25", "round_to", shown="round_to(88.75, BF16)")
def ties_toward_zero(x, fmt):
    """An argument halfway between two numbers becomes the smaller of them."""
    x = np.asarray(x, float)
    y, nearer = round_to(x, fmt), round_to(np.nextafter(x, 0), fmt)
    return np.where((abs(y) > abs(x)) & (abs(nearer) < abs(x)) & np.isfinite(y), nearer, y)


@false("sn-25", "round_to", shown="round_to(88.25, BF16)")
def ties_away_from_zero(x, fmt):
    """An argument halfway between two numbers becomes the larger of them."""
    x = np.asarray(x, float)
    y, further = round_to(x, fmt), round_to(x + np.copysign(np.spacing(x), x), fmt)
    return np.where((abs(y) < abs(x)) & np.isfinite(further) & (abs(x) > 1), further, y)
