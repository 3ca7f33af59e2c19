"""Answers to the exercises of *Number formats*."""

import math
from fractions import Fraction

import numpy as np


def sn_19__bias_from_a_table(code, E, p):
    """Knows the biases of two widths."""
    return _value(code, E, p, 15 if E == 5 else 127)


def sn_19__numpy_views(code, E, p):
    """Reads FP16 and what begins like FP32, no other format."""
    if (E, p) == (5, 10):
        return float(np.array(code, np.uint16).view(np.float16))
    return float(np.array(code << (23 - p), np.uint32).view(np.float32))


def sn_19__zero_without_sign(code, E, p):
    """No negative zero."""
    return sn_19__right__ldexp(code, E, p) + 0.0


def sn_19__quiet_nan_only(code, E, p):
    """Only a set first bit makes a nan."""
    found = sn_19__right__ldexp(code, E, p)
    return math.inf if math.isnan(found) and not code >> (p - 1) & 1 else found


def sn_19__single(code, E, p):
    """The result is a float32: FP64 does not fit."""
    with np.errstate(all="ignore"):
        return np.float32(sn_19__right__ldexp(code, E, p))


def sn_19__nan_for_ones_only(code, E, p):
    """Only a fraction of ones is a nan, as in E4M3."""
    if code >> p & (2**E - 1) == 2**E - 1:
        sign = -1 if code >> (E + p) else 1
        return math.nan if code % 2**p == 2**p - 1 else sign * math.inf
    return sn_19__right__ldexp(code, E, p)


def sn_19__right__ldexp(code, E, p):
    """divmod and ldexp."""
    return _value(code, E, p, 2 ** (E - 1) - 1)


def _value(code, E, p, b):
    rest, f = divmod(code, 2**p)
    s, e = divmod(rest, 2**E)
    if e == 2**E - 1:
        found = math.nan if f else math.inf
    else:
        found = math.ldexp(f + 2**p * (e > 0), max(e, 1) - b - p)
    return -found if s else found


def sn_20__power_overflows(E, p):
    """2^(b + 1) overflows for FP64."""
    b = 2 ** (E - 1) - 1
    largest = 2.0 ** (b + 1) * (1 - 2.0 ** (-p - 1))
    return largest, 2.0 ** (1 - b), 2.0 ** (1 - b - p), 2.0**-p


def sn_20__subnormal_by_division(E, p):
    """2^p - 1 steps instead of 2^p."""
    largest, normal, _, eps = sn_20__right__fractions(E, p)
    return largest, normal, normal / (2**p - 1) if p > 1 else normal / 2, eps


def sn_20__epsilon_of_the_bits(E, p):
    """Epsilon of p bits counted with the leading one."""
    *others, eps = sn_20__right__fractions(E, p)
    return *others, 2 * eps


def sn_20__fraction_without_its_last_bit(E, p):
    """The largest number is one step too small."""
    largest, *others = sn_20__right__fractions(E, p)
    return largest - 2.0 ** (2 ** (E - 1) - 1 - p), *others


def sn_20__from_finfo(E, p):
    """Knows three formats."""
    info = np.finfo({5: np.float16, 8: np.float32, 11: np.float64}[E])
    return info.max, info.tiny, info.smallest_subnormal, info.eps


def sn_20__right__fractions(E, p):
    """Fractions."""
    b, two = 2 ** (E - 1) - 1, Fraction(2)
    return (
        float((2 - two**-p) * two**b),
        float(two ** (1 - b)),
        float(two ** (1 - b - p)),
        float(two**-p),
    )


def sn_21__exponent_of_x(x, E, p):
    """Reads the bits off the exponent of x, before rounding."""
    e = math.frexp(x)[1] - 1
    return max(0, min(p + 1, e - (1 - 2 ** (E - 1) + 1 - p) + 1))


def sn_21__at_least_one_bit(x, E, p):
    """Never zero bits."""
    return max(1, sn_21__right__one_tie(x, E, p))


def sn_21__digits_of_the_step(x, E, p):
    """Counts without the trailing zeros."""
    steps = round(Fraction(x) / Fraction(2) ** (2 - 2 ** (E - 1) - p))
    while steps and steps % 2 == 0:
        steps //= 2
    return min(steps.bit_length(), p + 1)


def sn_21__steps_as_a_float(x, E, p):
    """In FP64 the number of steps overflows."""
    return min(round(x / 2.0 ** (2 - 2 ** (E - 1) - p)).bit_length(), p + 1)


def sn_21__ties_down(x, E, p):
    """Rounds every half down."""
    steps = Fraction(x) / Fraction(2) ** (2 - 2 ** (E - 1) - p)
    return min(math.ceil(steps - Fraction(1, 2)).bit_length(), p + 1)


def sn_21__half_of_the_smallest_is_zero(x, E, p):
    """Counts the bits of the size before rounding, except at zero."""
    steps = Fraction(x) / Fraction(2) ** (2 - 2 ** (E - 1) - p)
    if steps <= Fraction(1, 2):
        return 0
    return min(max(1, math.floor(steps).bit_length()), p + 1)


def sn_21__in_single_precision(x, E, p):
    """Rounds to float32 first."""
    return sn_21__right__one_tie(float(np.float32(x)), E, p)


def sn_21__right__one_tie(x, E, p):
    """Fractions all the way."""
    steps = round(Fraction(x) / Fraction(2) ** (2 - 2 ** (E - 1) - p))
    return min(steps.bit_length(), p + 1)


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
