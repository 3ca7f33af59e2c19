"""What a person might believe of tables of exponentials, and what the checks refuse."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.formats import exp_thresholds as right_thresholds
from mathlib.numbers.formats import neighbours, round_to

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


@false("sn-27", "exp_table")
def zero_is_the_lowest_code(inputs, outputs):
    """An exponential is positive, so the lowest code of the output stands for 0."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    return np.clip(np.rint(np.exp(x) / outputs.scale) - 128, -128, 127).astype(int)


@false("sn-27", "exp_table")
def from_minus_127(inputs, outputs):
    """The codes run from -127 to 127, so that each has its opposite."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    q = np.rint(np.exp(x) / outputs.scale) + outputs.zero_point
    return np.clip(q, -127, 127).astype(int)


@false("sn-27", "largest_error")
def the_same_for_all(outputs):
    """With eight bits an entry is off by about 0.02, whatever the range."""
    return 0.02


@false("sn-27", "largest_error")
def a_little_more_than_half(outputs):
    """Two roundings, of the input and of the output, make a little more than half a step."""
    return 0.55 * outputs.scale


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


@false("sn-28", "int8_exp", shown="int8_exp(5)")
def up_to_255(x):
    """Exponentials are positive, and eight bits hold 0 to 255."""
    return int(np.clip(np.rint(np.exp(x)), 0, 255))


@false("sn-28", "int8_exp", shown="int8_exp(1)")
def digits_cut_off(x):
    """To make an integer of a number, its digits are cut off."""
    return int(np.clip(np.floor(np.exp(x)), -128, 127))


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


@false("sn-28", "wrapped", shown="wrapped(-128)")
def as_its_opposite(n):
    """A negative number wraps round as its opposite does, with the sign changed."""
    left = (abs(n) + 128) % 256 - 128
    return left if n >= 0 else -left


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


# What only some ranges show


@false("sn-27", "exp_table")
def nothing_below_minus_ten(inputs, outputs):
    """Below -10 an exponential is zero in eight bits, however fine the output."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    q = np.rint(np.where(x < -10, 0, np.exp(x)) / outputs.scale) + outputs.zero_point
    return np.clip(q, -128, 127).astype(int)


@false("sn-27", "exp_table")
def infinite_is_zero(inputs, outputs):
    """What is infinite is no number, and zero stands in its place."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    y = np.exp(x)
    q = np.rint(np.where(np.isinf(y), 0, y) / outputs.scale) + outputs.zero_point
    return np.clip(q, -128, 127).astype(int)


@false("sn-27", "exp_table")
def exponential_in_fp32(inputs, outputs):
    """For eight bits an exponential in FP32 is exact enough."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    q = np.rint(np.exp(x.astype(np.float32)).astype(float) / outputs.scale) + outputs.zero_point
    return np.clip(q, -128, 127).astype(int)


@false("sn-27", "exp_table")
def at_most_255(inputs, outputs):
    """A result of eight bits is at most 255, whatever the scale."""
    x = inputs.scale * (np.arange(-128, 128) - inputs.zero_point)
    q = np.rint(np.minimum(np.exp(x), 255) / outputs.scale) + outputs.zero_point
    return np.clip(q, -128, 127).astype(int)


@false("sn-27", "largest_error")
def one_percent_more(outputs):
    """Half a step and a little is as near as one can get."""
    return 0.505 * outputs.scale


@false("sn-28", "at", shown="at(10.0859375, FP16)")
def rounded_if_infinite(x, fmt):
    """The format matters only where the exponential is zero or infinite."""
    with np.errstate(over="ignore"):
        y = float(round_to(np.exp(round_to(x, fmt)), fmt))
        return y if y in (0, math.inf) else float(np.exp(x))


@false("sn-28", "wrapped", shown="wrapped(2**40)")
def of_sixteen_bits(n):
    """A cast to int8 wraps integers of sixteen bits, and saturates longer ones."""
    return (n + 128) % 256 - 128 if abs(n) < 2**15 else math.copysign(127, n)
