"""Answers to the exercises of *Where the exponential survives*."""

import math
from fractions import Fraction

import numpy as np


def sn_22__ten_digits_of_ln2(E, p):
    """Ten digits of ln 2."""
    return tuple(v / math.log(2) * 0.6931471806 for v in sn_22__right__integers(E, p))


def sn_22__log_of_the_limit(E, p):
    """Forms the limits: half of the smallest FP64 number is zero."""
    b = 2 ** (E - 1) - 1
    with np.errstate(all="ignore"):
        infinite, _, _ = sn_22__right__integers(E, p)
        normal = np.float64(2.0 ** (1 - b)) * (1 - 2.0 ** (-p - 1))
        return infinite, np.log(normal), np.log(np.float64(2.0 ** (1 - b - p)) / 2)


def sn_22__bits_swapped(E, p):
    """p + 1 and p + 2 exchanged: not seen in FP64."""
    b, ln2 = 2 ** (E - 1) - 1, math.log(2)
    infinite = (b + 1) * ln2 + math.log1p(-(2.0 ** (-p - 1)))
    return infinite, (1 - b) * ln2 + math.log1p(-(2.0 ** (-p - 2))), -(b + p) * ln2


def sn_22__a_whole_ulp(E, p):
    """A whole step above the largest number: the next power of two."""
    _, normal, zero = sn_22__right__integers(E, p)
    return 2 ** (E - 1) * math.log(2), normal, zero


def sn_22__by_floats(E, p):
    """Forms 2^b: an OverflowError for nothing but FP64."""
    b = 2 ** (E - 1) - 1
    infinite = math.log(2.0 ** (b + 1) - 2.0 ** (b - p - 1))
    return infinite, *sn_22__right__integers(E, p)[1:]


def sn_22__right__integers(E, p):
    """Logarithms of integers."""
    b = 2 ** (E - 1) - 1
    bits = p + 2
    infinite = math.log(2**bits - 1) + (b + 1 - bits) * math.log(2)
    infinite = (b + 1) * math.log(2) + math.log1p(-1 / 2**bits) if p > 20 else infinite
    normal = (1 - b) * math.log(2) + math.log1p(-1 / 2 ** (p + 1))
    return [infinite, normal, -(b + p) * math.log(2)]


def sn_23__compared_in_float32(t):
    """NumPy 2 makes t a float32 for the comparison, so it always steps down."""
    x = np.float32(t)
    return np.nextafter(x, np.float32(-np.inf)) if x >= t else x


def sn_23__next_code(t):
    """Counts codes: at zero it steps up."""
    x = np.float32(t)
    if float(x) < t:
        return x
    code = int(x.view(np.int32))
    return np.int32(code + 1 if code < 0 else code - 1).view(np.float32)


def sn_23__relative_step(t):
    """A relative step, half a gap for some numbers."""
    x = np.float32(t)
    return x if float(x) < t else np.float32(x - abs(x) * np.float32(2.0**-24))


def sn_23__towards_zero_first(t):
    """Compares sizes: for negative t the wrong way."""
    x = np.float32(t)
    return x if abs(float(x)) < abs(t) else np.nextafter(x, np.float32(-np.inf))


def sn_23__spacing(t):
    """Takes the gap above x for the gap below it: wrong at powers of two."""
    x = np.float32(t)
    return x if float(x) < t else np.float32(x - np.spacing(abs(x)))


def sn_23__normal_numbers_only(t):
    """Lets subnormal numbers become zero."""
    x = sn_23__right__multiples_of_the_step(t)
    if abs(float(x)) >= 2.0**-126:
        return x
    return np.float32(0) if t > 0 else np.float32(-(2.0**-126))


def sn_23__right__multiples_of_the_step(t):
    """Multiples of the step below t."""
    e = max(math.frexp(t)[1] if t else -125, -125) - 24
    steps = math.ceil(Fraction(t) / Fraction(2) ** e) - 1
    finer = math.ceil(Fraction(t) / Fraction(2) ** (e - 1)) - 1
    if abs(finer) <= 2**24 and e > -149:  # below a power of two the step is half as large
        steps, e = finer, e - 1
    return np.float32(steps * 2.0**e)


def _finite():
    x = np.arange(65536).astype(np.uint16).view(np.float16)
    return x[np.isfinite(x)].astype(float)


def _classes(a):
    normal = np.isfinite(a) & (a >= 2.0**-14)
    subnormal = (a > 0) & (a < 2.0**-14)
    return np.isinf(a).sum(), normal.sum(), subnormal.sum(), (a == 0).sum()


def sn_24__computed_in_float16(f):
    """Hands FP16 to f, so f rounds on the way."""
    with np.errstate(all="ignore"):
        return _classes(abs(f(_finite().astype(np.float16)).astype(np.float16)))


def sn_24__computed_in_float32(f):
    """Hands FP32 to f."""
    with np.errstate(all="ignore"):
        return _classes(abs(f(_finite().astype(np.float32)).astype(np.float16)))


def sn_24__rounded_twice(f):
    """Rounds to FP32 first, then to FP16."""
    with np.errstate(all="ignore"):
        return _classes(abs(f(_finite()).astype(np.float32).astype(np.float16)))


def sn_24__one_zero(f):
    """0 and -0 become one."""
    with np.errstate(all="ignore"):
        return _classes(abs(f(np.unique(_finite())).astype(np.float16)))


def sn_24__thresholds(f):
    """Rounds at the top and at zero, not at the smallest normal number."""
    with np.errstate(all="ignore"):
        a = abs(f(_finite()))
    infinite, zero, normal = a >= 65520, a <= 2.0**-25, a >= 2.0**-14
    return infinite.sum(), (normal & ~infinite).sum(), (~normal & ~zero).sum(), zero.sum()


def sn_24__tie_is_finite(f):
    """Exactly 65520 is rounded down."""
    with np.errstate(all="ignore"):
        y = abs(f(_finite()))
        return _classes(np.where(y == 65520, 65504, y).astype(np.float16))


def sn_24__one_by_one(f):
    """One number at a time, though f takes an array."""
    with np.errstate(all="ignore"):
        y = [np.float16(f(np.array([v]))[0]) for v in _finite()]
    return _classes(abs(np.array(y)))


def sn_24__right__bits_of_the_result(f):
    """Classifies by the fields."""
    with np.errstate(all="ignore"):
        code = f(_finite()).astype(np.float16).view(np.uint16)
    e, rest = code >> 10 & 31, code & 0x7FFF
    return [
        (e == 31).sum(),
        ((e > 0) & (e < 31)).sum(),
        ((e == 0) & (rest > 0)).sum(),
        (rest == 0).sum(),
    ]


def sn_25__int64_codes(bits):
    """Returns int64; np.uint16 is asked for."""
    return sn_25__right__compare_the_rest(bits).astype(np.int64)


def sn_25__nan_without_sign(bits):
    """Every negative number is a nan."""
    bits = np.asarray(bits).astype(np.uint64)
    near = (bits + 0x7FFF + (bits >> 16 & 1)) >> 16
    return np.where(bits > 0x7F800000, bits >> 16 | 0x40, near).astype(np.uint16)


def sn_25__infinity_is_nan(bits):
    """Infinity becomes nan."""
    near = sn_25__right__compare_the_rest(bits)
    return np.where(near & 0x7FFF == 0x7F80, near | 0x40, near).astype(np.uint16)


def sn_25__overflow_stays_finite(bits):
    """What is too large becomes the largest number."""
    near = sn_25__right__compare_the_rest(bits)
    carried = (near & 0x7FFF == 0x7F80) & (bits & 0x7FFFFFFF < 0x7F800000)
    return np.where(carried, near - 1, near).astype(np.uint16)


def sn_25__in_place(bits):
    """Adds to the caller's array."""
    right = sn_25__right__compare_the_rest(bits)
    bits += np.uint32(0x7FFF)
    return right


def sn_25__zero_without_sign(bits):
    """-0 becomes 0."""
    near = sn_25__right__compare_the_rest(bits)
    return np.where(near == 0x8000, 0, near).astype(np.uint16)


def sn_25__right__float_arithmetic(bits):
    """Computes in floats, by the spacing of the numbers."""
    with np.errstate(all="ignore"):
        x = bits.view(np.float32).astype(float)
        e = np.maximum(np.frexp(x)[1], -125) - 8
        y = np.ldexp(np.rint(np.ldexp(x, -e)), e)
        y = np.where(np.isfinite(x), y, x)
        code = (y.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)
    return np.where(np.isnan(x), code | 0x40, code).astype(np.uint16)


def sn_25__right__compare_the_rest(bits):
    """Compares the lower half."""
    high, rest = np.asarray(bits) >> 16, np.asarray(bits) & 0xFFFF
    up = (rest > 0x8000) | ((rest == 0x8000) & (high % 2 == 1))
    nan = (bits & np.uint32(0x7FFFFFFF)) > 0x7F800000
    return np.where(nan, high | 0x40, high + up).astype(np.uint16)


def sn_22a__right__more_digits():
    """More digits than asked for."""
    return 16.635532


def sn_22b__right__high_first():
    """The two ends may change places."""
    return "bieadfg"


def sn_24a__right__exact():
    """All of them, counted."""
    return 7169


def sn_25a__right__in_the_middle():
    """Exactly halfway, a tie that goes up."""
    return 11.08984375


def sn_25a__text():
    """A string is no number."""
    return "11.08985"


def sn_22a__cut_off():
    """16.6355 is rounded to 16.64, not cut off."""
    return 16.63


def sn_23__nearest_at_the_ends(t):
    """Near the ends of the range the nearest number is kept."""
    return sn_23__right__multiples_of_the_step(t) if abs(t) < 9.5e37 else np.float32(t)


def sn_24__largest_is_infinite(f):
    """65504 counts as infinite."""
    with np.errstate(all="ignore"):
        y = abs(f(_finite()).astype(np.float16))
    return _classes(np.where(y == 65504, np.inf, y))


def sn_24__smallest_normal_is_subnormal(f):
    """2^-14 counts as subnormal."""
    with np.errstate(all="ignore"):
        y = abs(f(_finite()).astype(np.float16)).astype(float)
    return _classes(np.where(y == 2.0**-14, 2.0**-15, y))


def sn_24a__five_thousand():
    """The positive half, and a little."""
    return 5000


def sn_24a__same_step_below():
    """As far down as up: below 1 the step is half as long."""
    return 8192


def sn_24a__same_step_above():
    """As far up as down: above 1 the step is twice as long."""
    return 6144


def sn_24a__right__seven_powers():
    """Seven powers of two of 1024 numbers each."""
    return 7 * 1024


def sn_25__subnormal_numbers_flushed(bits):
    """Subnormal numbers become zero."""
    near = sn_25__right__compare_the_rest(bits)
    return np.where(near & 0x7F80 == 0, near & 0x8000, near).astype(np.uint16)


def sn_25__tie_at_the_top(bits):
    """Halfway above the largest number the result stays finite."""
    near = sn_25__right__compare_the_rest(bits)
    tie = np.asarray(bits) & 0x7FFFFFFF == 0x7F7F8000
    return np.where(tie, near - 1, near).astype(np.uint16)


def sn_25__right__one_nan(bits):
    """All nans become the same."""
    nan = (bits & np.uint32(0x7FFFFFFF)) > 0x7F800000
    return np.where(nan, 0x7FC0, sn_25__right__compare_the_rest(bits)).astype(np.uint16)


def sn_25a__below_zero():
    """The test and the exponential agree far below zero."""
    return -11.08985


def sn_22__reserved_exponent_used(E, p):
    """The exponent of all ones is taken for one of numbers."""
    infinite, normal, zero = sn_22__right__integers(E, p)
    return infinite + math.log(2), normal, zero


def sn_22__bias_one_more(E, p):
    """The bias is a power of two, less nothing."""
    b, ln2 = 2 ** (E - 1), math.log(2)
    return (
        (b + 1) * ln2 + math.log1p(-(2.0 ** (-p - 2))),
        (1 - b) * ln2 + math.log1p(-(2.0 ** (-p - 1))),
        -(b + p) * ln2,
    )


def sn_22__from_left_to_right(E, p):
    """Zero, normal, infinite: another order than asked for."""
    return sn_22__right__integers(E, p)[::-1]


def sn_22__a_quarter_to_zero(E, p):
    """Half of the smallest number still rounds up."""
    infinite, normal, zero = sn_22__right__integers(E, p)
    return infinite, normal, zero - math.log(2)


def sn_22__right__array(E, p):
    """An array in place of a tuple."""
    return np.array(sn_22__right__integers(E, p))


def sn_22a__below_one():
    """The step below 1 is half as long, but the sum lies above 1."""
    return 17.33


def sn_22a__other_side():
    """The x for which the exponential, not its inverse, is small."""
    return -16.64


def sn_22a__decimal_logarithm():
    """The logarithm with base 10."""
    return 7.22


def sn_22a__bits():
    """Exponents of two."""
    return 24


def sn_22a__one_decimal():
    """Two decimals are asked for."""
    return 16.6


def sn_22b__not_whole():
    """Nothing is returned."""
    return "ibeadf"


def sn_22b__both_ends():
    """Returns twice."""
    return "ibeadfgc"


def sn_22b__asks_before_the_loop():
    """The middle is taken once, before the loop."""
    return "ibaedfg"


def sn_22b__starts_late():
    """The lower end is set after the loop."""
    return "beadfgi"


def sn_22b__right__spaces():
    """With commas and spaces."""
    return "b, i, e, a, d, f, g"


def sn_23__just_below_in_double(t):
    """The nearest float32 to the double just below t."""
    return np.float32(np.nextafter(t, -np.inf))


def sn_23__double_itself(t):
    """The double just below t is no float32."""
    return float(np.nextafter(t, -np.inf))


def sn_23__bits_cut_off(t):
    """Cuts off bits: towards zero, and not strictly."""
    bits = np.array([t]).view(np.uint64) & np.uint64(0xFFFFFFFFE0000000)
    return np.float32(bits.view(np.float64)[0])


def sn_23__relative_amount(t):
    """Takes off a fixed part of t."""
    return np.float32(t - abs(t) * 2.0**-24)


def sn_23__right__python_float(t):
    """A Python float that is a float32."""
    return float(sn_23__right__multiples_of_the_step(t))


def sn_24__from_zero_to_infinite(f):
    """The four counts the other way round."""
    return sn_24__right__bits_of_the_result(f)[::-1]


def sn_24__shares(f):
    """Shares in place of counts."""
    return [n / 63488 for n in sn_24__right__bits_of_the_result(f)]


def sn_24__each_value_once(f):
    """Counts results, not arguments."""
    with np.errstate(all="ignore"):
        return _classes(np.unique(abs(f(_finite()).astype(np.float16))))


def sn_24a__one_sign():
    """Positive arguments alone."""
    return 4097


def sn_24a__both_signs_twice():
    """Counted once more for each sign."""
    return 14338


def sn_24a__in_percent():
    """A share in percent."""
    return 11.3


def sn_24a__right__fraction():
    """A fraction."""
    return Fraction(7168)


def sn_25__not_shifted(bits):
    """The codes of float32 with a lower half of zeros."""
    right = sn_25__right__compare_the_rest(bits)
    return right.astype(np.uint32) << np.uint32(16)


def sn_25__half_precision(bits):
    """The other format of sixteen bits."""
    with np.errstate(all="ignore"):
        return bits.view(np.float32).astype(np.float16).view(np.uint16)


def sn_25__in_32_bits(bits):
    """The sum of a nan of all ones runs over 32 bits, and what is made quiet is zero."""
    near = (bits + np.uint32(0x7FFF) + (bits >> np.uint32(16) & np.uint32(1))) >> np.uint32(16)
    return np.where(near & 0x7FFF > 0x7F80, near | 0x40, near).astype(np.uint16)


def sn_25a__far_above():
    """Both say infinite."""
    return 12


def sn_25a__infinity():
    """No number."""
    return math.inf


def sn_25a__nan():
    """No number either."""
    return math.nan


def sn_25a__logarithm_rounded():
    """Four digits: the test refuses it too."""
    return 11.0899


def sn_25a__in_a_list():
    """A list is no number."""
    return [11.08985]


def sn_25a__right__fraction():
    """A fraction."""
    return Fraction(1108985, 100000)


def sn_25a__right__threshold_itself():
    """The logarithm itself passes the test."""
    return math.log(65504)


def sn_22a__near_sixteen_sixty_three():
    """To two decimals that is 16.63."""
    return 16.631


def sn_22a__right__four_decimals():
    """Four decimals, in single precision."""
    return np.float32(16.6355)


def sn_24__nearly_zero_for_zero(f):
    """Hands f a tiny number in the place of each zero."""
    x = _finite()
    with np.errstate(all="ignore"):
        return _classes(abs(f(np.where(x == 0, 1e-300, x)).astype(np.float16)))


def sn_25__right__signed(bits):
    """As signed numbers: the upper half comes out the same."""
    wide = np.asarray(bits).view(np.int32).astype(np.int64)
    nan = (bits & np.uint32(0x7FFFFFFF)) > 0x7F800000
    return np.where(nan, 0x7FC0, (wide + 0x7FFF + (wide >> 16 & 1)) >> 16).astype(np.uint16)


def sn_22__forms_a_power(E, p):
    """2^b is a float up to FP64, and no further."""
    b = 2 ** (E - 1) - 1
    infinite = math.log(2.0**b) + math.log(2 - 2.0 ** (-p - 1))
    normal = math.log(2.0 ** (1 - b)) + math.log1p(-(2.0 ** (-p - 1)))
    return infinite, normal, math.log(2.0 ** (1 - b)) - (p + 1) * math.log(2)
