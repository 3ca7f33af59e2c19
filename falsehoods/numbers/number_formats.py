"""False versions of the claims of *Number formats*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers import formats
from mathlib.numbers.formats import (
    E4M3,
    FP16,
    FP32,
    FP64,
    TF32,
    FloatFormat,
    decode,
    encode,
    neighbours,
    round_to,
    ulp,
)

# Anatomy


def _fields(code, fmt):
    code = np.asarray(code).astype(np.uint64)
    E, p = fmt.exponent_bits, fmt.fraction_bits
    parts = code >> np.uint64(E + p), code >> np.uint64(p), code
    widths = 1, E, p
    return [
        np.asarray(a & np.uint64(2**n - 1)).astype(float)
        for a, n in zip(parts, widths, strict=True)
    ]


@false("sn-19", "decode", shown="decode(1, FP16)")
def one_exponent_lower(code, fmt):
    """Subnormal numbers go on with the next lower power of two."""
    _, e, _ = _fields(code, fmt)
    return np.where(e == 0, decode(code, fmt) / 2, decode(code, fmt))


@false("sn-19", "decode", shown="decode(1, FP16)")
def always_a_leading_one(code, fmt):
    """Every number has an invisible leading one."""
    s, e, f = _fields(code, fmt)
    x = (-1) ** s * np.ldexp(1 + f / 2**fmt.fraction_bits, (e - fmt.bias).astype(int))
    return np.where(np.isfinite(decode(code, fmt)), x, decode(code, fmt))


@false("sn-19", "decode", shown="decode(0x7C01, FP16)")
def always_infinite(code, fmt):
    """An exponent of ones means infinity, whatever the fraction."""
    x, (s, _, _) = decode(code, fmt), _fields(code, fmt)
    return np.where(np.isnan(x), (-1) ** s * np.inf, x)


@false("sn-19", "decode", shown="decode(0xFBFF, FP16)")
def negative_as_complement(code, fmt):
    """Negative numbers are stored as complements, as integers are."""
    code = np.asarray(code).astype(np.int64 if fmt.bits < 64 else object)
    half = 1 << (fmt.bits - 1)
    other = np.where(code >= half, (2 * half - code) % half, code)
    return np.where(code >= half, -1.0, 1.0) * decode(other.astype(np.uint64), fmt)


@false("sn-19", "decode", shown="decode(0x8000, FP16)")
def a_single_zero(code, fmt):
    """There is only one zero, and minus zero is the same code."""
    return decode(code, fmt) + 0.0


@false("sn-19", "encode", shown="encode(1 + 3 * 2**-12, FP16)")
def cut_off(x, fmt):
    """What does not fit into the fraction is cut off."""
    code = encode(x, fmt)
    return code - (abs(decode(code, fmt)) > np.abs(x)).astype(np.uint64)


@false("sn-19", "encode", shown="encode(-1 - 3 * 2**-12, FP16)")
def toward_zero_if_negative(x, fmt):
    """Negative numbers are rounded up, so towards zero."""
    code = encode(x, fmt)
    down = (np.asarray(x) < 0) & (np.asarray(x) - decode(code, fmt) > 0)
    return code - down.astype(np.uint64)


@false("sn-19", "encode", shown="encode(-1.0, FP16)")
def sign_forgotten(x, fmt):
    """The sign of a number is in its exponent."""
    return encode(np.abs(x), fmt)


@false("sn-19", "one_ulp", shown="one_ulp(np.array([0, 1]), 5, 10)")
def halves_below_normal(codes, E, p):
    """The formula for the ulp of normal numbers holds for subnormal ones too."""
    return 2.0 ** ((codes >> p) - (2 ** (E - 1) - 1) - p)


@false("sn-19", "one_ulp", shown="one_ulp(np.array([0, 15 << 10]), 5, 10)")
def evenly_spaced(codes, E, p):
    """All numbers of a format are equally far apart."""
    return np.full(len(codes), 2.0**-p)


@false("sn-19", "one_ulp", shown="one_ulp(np.array([15 << 10, (15 << 10) + 512]), 5, 10)")
def proportional(codes, E, p):
    """The distance to the next number grows with the number."""
    b = 2 ** (E - 1) - 1
    e, f = np.maximum(codes >> p, 1), codes % 2**p
    return 2.0 ** (e - b - p) * (1 + f / 2**p)


@false("sn-19", "ulp", shown="ulp(2.0**-24, FP16)")
def ulp_without_end(x, fmt):
    """The ulp goes on halving below the smallest normal number."""
    return float(np.ldexp(1.0, int(np.frexp(abs(x))[1]) - 1 - fmt.fraction_bits)) if x else 0.0


@false("sn-19", "ulp", shown="ulp(3.0, FP16)")
def epsilon_times_x(x, fmt):
    """An ulp is epsilon times the number."""
    return max(abs(x) * fmt.epsilon, fmt.smallest_subnormal)


@false("sn-19", "neighbours", shown="neighbours(1.0, FP16)")
def as_far_on_both_sides(x, fmt):
    """Both neighbours of a number are equally far away."""
    return x - ulp(x, fmt), x + ulp(x, fmt)


@false("sn-19", "neighbours", shown="neighbours(-1.0, FP16)")
def away_from_zero_second(x, fmt):
    """The second neighbour is the one away from zero."""
    below, above = neighbours(x, fmt)
    return (above, below) if x < 0 else (below, above)


@false("sn-19", "neighbours", shown="neighbours(0.0, FP16)")
def nothing_below_zero(x, fmt):
    """The number below zero is minus zero."""
    below, above = neighbours(x, fmt)
    return (-0.0 if x == 0 else below), above


@false("sn-19", "round_to", shown="round_to(1 + 2**-11, FP16)")
def ties_away(x, fmt):
    """Halfway cases are rounded up, as at school."""
    near = round_to(x, fmt)
    tie = abs(near - x) * 2 == np.vectorize(lambda v: ulp(v, fmt))(x)
    return np.where(tie & (near < x), near + 2 * (np.asarray(x) - near), near)


@false("sn-19", "round_to", shown="round_to(1 + 3 * 2**-12, FP16)")
def toward_zero(x, fmt):
    """Digits that do not fit are dropped."""
    near = round_to(x, fmt)
    below = np.where(
        abs(near) > abs(np.asarray(x)), near - np.sign(x) * fmt.smallest_subnormal, near
    )
    return below


@false("sn-19", "overflows_from", shown="overflows_from(FP16)")
def beyond_the_largest(fmt):
    """Whatever is larger than the largest number becomes infinite."""
    return np.nextafter(fmt.largest, np.inf)


@false("sn-19", "overflows_from", shown="overflows_from(FP16)")
def a_whole_step_more(fmt):
    """A result becomes infinite where the next number would be."""
    return fmt.largest + ulp(fmt.largest, fmt) * (1 - 2.0**-20)


@false("sn-19", "round_to", shown="round_to(450, E4M3)")
def nan_above_the_largest(x, fmt):
    """Whatever is larger than 448 is nan in E4M3."""
    return np.where(np.abs(x) > fmt.largest, np.nan, round_to(x, fmt))


@false("sn-19", "round_to", shown="round_to(500, E4M3)")
def eight_bits_saturate(x, fmt):
    """What is too large for a format of eight bits becomes its largest number."""
    return round_to(x, fmt, saturate=fmt.bits <= 8)


@false("sn-19", "round_to", shown="round_to(999, E4M3, saturate=True)")
def never_saturates(x, fmt, saturate=False):
    """What is too large for E4M3 becomes nan, whatever one asks for."""
    return round_to(x, fmt)


@false("sn-19", "round_to", shown="round_to(99, E2M1)")
def infinite_in_four_bits(x, fmt):
    """What is too large becomes infinite in every format."""
    return np.where(np.abs(x) > 2 * fmt.largest, np.sign(x) * np.inf, round_to(x, fmt))


@false("sn-19", "round_to", shown="round_to(-1 - 3 * 2**-11, FP16)")
def negative_ties_go_up(x, fmt, saturate=False):
    """Halfway between two negative numbers the one nearer to zero is taken."""
    y, x = round_to(x, fmt, saturate=saturate), np.asarray(x, float)
    up = round_to(np.nextafter(x, 0), fmt, saturate=saturate)
    return np.where((x < 0) & np.isfinite(y) & (y < x), up, y)


# The limits


@false("sn-20", "largest", shown="largest(4, 3, 1)")
def always_ieee(E, p, r):
    """The exponent of ones is never used for numbers."""
    return (2 - 2.0**-p) * 2.0 ** (2 ** (E - 1) - 1)


@false("sn-20", "largest", shown="largest(5, 10, 2**10)")
def power_alone(E, p, r):
    """The largest number is the largest power of two."""
    return 2.0 ** ((2 ** (E + p) - 1 - r) // 2**p - 2 ** (E - 1) + 1)


@false("sn-20", "largest", shown="largest(4, 3, 1)")
def one_reserved_too_few(E, p, r):
    """The last code that is not reserved is the number of codes less r."""
    e, f = divmod(min(2 ** (E + p) - r, 2 ** (E + p) - 1), 2**p)
    return 2.0 ** (e - 2 ** (E - 1) + 1) * (1 + f / 2**p) if e < 2047 else math.inf


@false("sn-20", "bias", shown="bias(5)")
def half_of_the_exponents(E):
    """The bias is half the number of exponents."""
    return 2 ** (E - 1)


@false("sn-20", "bias", shown="bias(4)")
def smaller_bias_for_small_formats(E):
    """Formats with few exponent bits have a bias of half as many exponents, rounded down by two."""
    return 2 ** (E - 1) - (1 if E > 4 else 2)


@false("sn-20", "smallest", shown="smallest(5, 10)")
def normal_from_exponent_zero(E, p):
    """The smallest normal number has the exponent zero."""
    b = 2 ** (E - 1) - 1
    return 2.0 ** max(-b, -1074), 2.0 ** max(-b - p, -1074)


@false("sn-20", "smallest", shown="smallest(5, 10)")
def no_subnormals(E, p):
    """Below the smallest normal number there is only zero."""
    return 2.0 ** (2 - 2 ** (E - 1)), 2.0 ** (2 - 2 ** (E - 1))


@false("sn-20", "epsilon", shown="epsilon(10)")
def unit_roundoff(p):
    """Epsilon is the largest relative error of rounding."""
    return 2.0 ** -(p + 1)


@false("sn-20", "epsilon", shown="epsilon(10)")
def counted_with_the_hidden_bit(p):
    """The fraction counts the leading one, so one bit fewer is stored."""
    return 2.0 ** (1 - p)


@false("sn-20", "reserved", shown="reserved(E4M3)")
def reserved_as_ieee(fmt):
    """Every format keeps the exponent of ones for infinity and nan."""
    return 2**fmt.fraction_bits


@false("sn-20", "reserved", shown="reserved(E4M3)")
def none_below_sixteen_bits(fmt):
    """Formats of eight bits and fewer reserve no codes."""
    return 2**fmt.fraction_bits if fmt.bits > 8 else 0


@false("sn-20", "reserved", shown="reserved(E5M2)")
def eight_bits_bend_the_rule(fmt):
    """Both formats of eight bits bend the rule: they have a nan and no infinity."""
    return 1 if fmt.bits == 8 else {"ieee": 2**fmt.fraction_bits, "nan": 1, "none": 0}[fmt.specials]


@false("sn-20", "largest_of_ieee", shown="largest_of_ieee(5, 10)")
def next_power(E, p):
    """The largest number is the next power of two."""
    return 2.0 ** min(2 ** (E - 1), 1023)


def _told_of(fmt, other):
    return lambda code, f: decode(code, other if f == fmt else f)


def _changed(fmt, **fields):
    known = {k: getattr(fmt, k) for k in fmt.__dataclass_fields__}
    return FloatFormat(**{**known, **fields})


@false("sn-20", "decode", shown="decode(1, E4M3)")
def bias_of_eight(code, fmt):
    """The bias of four exponent bits is eight."""
    return _told_of(formats.E4M3, _changed(formats.E4M3, bias=8))(code, fmt)


@false("sn-20", "decode", shown="decode(127, E4M3)")
def no_nan(code, fmt):
    """E4M3 uses all its codes for numbers, up to 480."""
    return _told_of(formats.E4M3, _changed(formats.E4M3, specials="none"))(code, fmt)


@false("sn-20", "decode", shown="decode(1, E2M1)")
def bias_of_zero(code, fmt):
    """FP4 has no bias."""
    return _told_of(formats.E2M1, _changed(formats.E2M1, bias=0))(code, fmt)


@false("sn-20", "round_to", shown="round_to(1 + 2**-11, TF32)")
def nineteen_fraction_bits(x, fmt):
    """TF32 has ten exponent bits and nineteen fraction bits."""
    return round_to(x, FloatFormat("", 10, 19, 511) if fmt == formats.TF32 else fmt)


@false("sn-20", "round_to", shown="round_to(1e38, TF32)")
def the_range_of_fp16(x, fmt):
    """TF32 has the precision of FP16, and its range."""
    return round_to(x, FP16 if fmt == formats.TF32 else fmt)


@false("sn-20", "round_to", shown="round_to(1 + 3 * 2**-12, TF32)")
def first_nineteen_bits(x, fmt):
    """TF32 is FP32 with its last thirteen bits cut off."""
    if fmt != formats.TF32:
        return round_to(x, fmt)
    code = np.asarray(x, np.float32).view(np.uint32) & np.uint32(0xFFFFE000)
    return code.view(np.float32).astype(float)


# Fading away


@false("sn-21", "worst", shown="worst(2)")
def half_an_epsilon(k):
    """The relative error of rounding is the same for all numbers."""
    return 2.0**-11


@false("sn-21", "worst", shown="worst(2)")
def twice_as_good(k):
    """Rounding errs by up to a quarter of the distance."""
    return 1 / (2 ** (k + 2) + 2)


@false("sn-21", "worst", shown="worst(0)")
def whole_step(k):
    """Rounding errs by up to a whole step."""
    return 2.0**-k


@false("sn-21", "bits_at", shown="bits_at(6)")
def all_or_nothing(k):
    """A number keeps its bits until it is zero."""
    return 11


@false("sn-21", "bits_at", shown="bits_at(6)")
def two_for_each_factor(k):
    """Two bits are lost for each factor of two."""
    return 2 * k + 1


@false("sn-21", "bits_at", shown="bits_at(6)")
def one_bit_fewer(k):
    """The smallest subnormal number has no bits left."""
    return k


@false("sn-21", "apart", shown="apart(10)")
def only_the_fraction(p):
    """The two thresholds lie a factor of 2^p apart."""
    return 2.0**p


@false("sn-21", "apart", shown="apart(10)")
def one_threshold(p):
    """A number is lost as soon as it is not normal."""
    return 1.0


@false("sn-21", "round_to", shown="round_to(0.6 * 2.0**-24, FP16)")
def lost_below_the_smallest(x, fmt):
    """What is smaller than the smallest number becomes zero."""
    return np.where(np.abs(x) < fmt.smallest_subnormal, 0, round_to(x, fmt))


@false("sn-21", "round_to", shown="round_to(0.5 * 2.0**-24, FP16)")
def kept_at_half(x, fmt):
    """At exactly half the smallest number the result is rounded up."""
    tiny = fmt.smallest_subnormal
    return np.where(np.abs(x) == tiny / 2, np.sign(x) * tiny, round_to(x, fmt))


@false("sn-21", "round_to", shown="round_to(0.2 * 2.0**-24, FP16)")
def never_zero(x, fmt):
    """A number that is not zero is never rounded to zero."""
    small = (np.abs(x) < fmt.smallest_subnormal) & (np.asarray(x) != 0)
    return np.where(small, np.sign(x) * fmt.smallest_subnormal, round_to(x, fmt))


@false("sn-21", "round_to", shown="round_to(2.0**-16, FP16)")
def flushed_to_zero(x, fmt):
    """What is not normal becomes zero."""
    y = round_to(x, fmt)
    return np.where(abs(y) < fmt.smallest_normal, 0, y)


@false("sn-21", "flushed")
def harmless_flush(x, fmt):
    """Flushing to zero makes no difference to differences."""
    return round_to(x, fmt)


@false("sn-21", "flushed", shown="float(flushed(0.75 * 2**-14, FP16))")
def to_the_nearest_normal(x, fmt):
    """What is not normal becomes zero or the smallest normal number, whichever is nearer."""
    y, least = round_to(x, fmt), fmt.smallest_normal
    return np.where(abs(y) < least, np.where(abs(y) > least / 2, np.sign(y) * least, 0), y)


@false("sn-21", "flushed", shown="float(flushed(2.0**-14, FP16))")
def smallest_normal_too(x, fmt):
    """Flushing to zero takes the smallest normal number with it."""
    y = round_to(x, fmt)
    return np.where(abs(y) <= fmt.smallest_normal, 0, y)


@false("sn-21", "round_to", shown="round_to(0.4 * 2.0**-24, FP16)")
def up_from_a_third(x, fmt):
    """More than a third of the smallest number is rounded up to it."""
    tiny = fmt.smallest_subnormal
    lifted = (np.abs(x) > tiny / 3) & (np.abs(x) < tiny / 2)
    return np.where(lifted, np.sign(x) * tiny, round_to(x, fmt))


@false("sn-21", "flags")
def flags_all_subnormals(x):
    """Every subnormal result raises the flag of underflow."""
    return abs(x) / 2 < 2.0**-1022


@false("sn-21", "flags")
def flags_only_zero(x):
    """Only a result of zero raises the flag of underflow."""
    return x / 2 == 0


@false("sn-21", "round_to", shown="round_to(-0.6 * 2.0**-24, FP16)")
def negative_ones_cut_off(x, fmt):
    """Negative subnormal numbers are rounded towards zero."""
    tiny, x = fmt.smallest_subnormal, np.asarray(x, float)
    small = (x < 0) & (x > -fmt.smallest_normal)
    return np.where(small, np.ceil(x / tiny) * tiny, round_to(x, fmt))


# Wide formats, far ends, and the other sign


@false("sn-19", "decode", shown="decode(1, FP64)")
def fp64_without_subnormals(code, fmt):
    """FP64 is so wide that it needs no subnormal numbers."""
    x = decode(code, fmt)
    return np.where((fmt.bits == 64) & (np.abs(x) < 2.0**-1022), x * 0, x)


@false("sn-19", "decode", shown="decode(0x7F800000, FP32)")
def no_infinity_in_wide_formats(code, fmt):
    """FP32 and FP64 need no infinity: an exponent of ones is nan."""
    x = decode(code, fmt)
    return np.where(np.isinf(x) & (fmt.bits >= 32), np.nan, x)


@false("sn-19", "decode", shown="decode(0x8000, BF16)")
def minus_zero_is_of_the_standard_alone(code, fmt):
    """BF16 and the formats of eight bits have a single zero."""
    x = decode(code, fmt)
    return np.where((x == 0) & (fmt != FP16), 0.0, x)


@false("sn-19", "encode", shown="encode(np.inf, FP32)")
def wide_formats_saturate(x, fmt):
    """What is too large for FP32 becomes its largest number."""
    return encode(x, fmt, saturate=fmt.bits >= 32)


@false("sn-19", "encode", shown="encode(-0.0, FP16)")
def zero_has_no_sign(x, fmt):
    """Zero is written without its sign."""
    return np.where(np.asarray(x) == 0, 0, encode(x, fmt)).astype(np.uint64)


@false("sn-19", "encode", shown="encode(-1 - 2.0**-11 - 2.0**-40, FP16)")
def negative_ones_rounded_twice(x, fmt):
    """Rounding to FP32 first, and then to the format, does no harm."""
    if fmt.bits > 16:
        return encode(x, fmt)
    with np.errstate(over="ignore"):
        twice = np.asarray(x, np.float32).astype(float)
    return np.where(np.less(x, 0), encode(twice, fmt), encode(x, fmt))


@false("sn-19", "ulp", shown="ulp(1.0, FP64)")
def ulp_of_both_sides(x, fmt):
    """In FP64 the ulp of a number is the distance between its two neighbours."""
    return ulp(x, fmt) * (2 if fmt.bits == 64 and abs(x) < 1e300 else 1)


@false("sn-19", "neighbours", shown="neighbours(2.0**-24, FP16)")
def minus_smallest_after_smallest(x, fmt):
    """From the smallest number the next one down is the smallest negative one."""
    below, above = neighbours(x, fmt)
    return (-x if x == fmt.smallest_subnormal else below), above


@false("sn-19", "neighbours", shown="neighbours(1.0, FP64)")
def alike_on_both_sides_in_fp64(x, fmt):
    """FP64 is so fine that the neighbours of a number are equally far away."""
    below, above = neighbours(x, fmt)
    return (2 * x - above if fmt.bits == 64 and np.isfinite(above) else below), above


@false("sn-19", "neighbours", shown="neighbours(65504.0, FP16)")
def nothing_beyond_the_largest(x, fmt):
    """The largest number is its own neighbour."""
    below, above = neighbours(x, fmt)
    return max(below, -fmt.largest), min(above, fmt.largest)


@false("sn-19", "one_ulp", shown="one_ulp(np.array([1023 << 52]), 11, 52)")
def eight_exponent_bits(codes, E, p):
    """No format has more than eight exponent bits."""
    return 2.0 ** (np.maximum((codes >> p) & 0xFF, 1) - 2 ** (E - 1) + 1 - p)


@false("sn-19", "round_to", shown="round_to(1e300, FP16)")
def far_too_large_is_nan(x, fmt, saturate=False):
    """What is far too large for a format is no number."""
    far = (np.abs(x) > 1e99) & np.isfinite(x)
    return np.where(far, np.nan, round_to(x, fmt, saturate=saturate))


@false("sn-19", "round_to", shown="round_to(np.inf, E4M3)")
def e4m3_keeps_what_is_infinite(x, fmt, saturate=False):
    """Plus infinity becomes the largest number of E4M3."""
    far = (fmt == E4M3) & (np.asarray(x, float) > 1000)
    return np.where(far, fmt.largest, round_to(x, fmt, saturate=saturate))


@false("sn-19", "round_to", shown="round_to(9.0, E2M1)")
def one_step_beyond(x, fmt, saturate=False):
    """FP4 rounds nine to eight, the next power of two."""
    near = (fmt == formats.E2M1) & (np.abs(x) > 7) & (np.abs(x) < 100)
    return np.where(near, 8 * np.sign(x), round_to(x, fmt, saturate=saturate))


@false("sn-20", "largest", shown="largest(6, 9, 512)")
def largest_of_known_biases(E, p, r):
    """The bias of six exponent bits is thirty."""
    e, f = divmod(2 ** (E + p) - 1 - r, 2**p)
    return 2.0 ** (e - 2 ** (E - 1) + 1 + (E == 6)) * (1 + f / 2**p)


@false("sn-20", "bias", shown="bias(7)")
def bias_from_a_table(E):
    """The bias has no rule: it stands in a table."""
    return {2: 1, 3: 3, 4: 7, 5: 15, 8: 127, 11: 1023}.get(E, E)


@false("sn-20", "bias", shown="bias(11)")
def bias_of_a_thousand(E):
    """A bias is at most a thousand."""
    return min(2 ** (E - 1) - 1, 1000)


@false("sn-20", "epsilon", shown="epsilon(4)")
def epsilon_of_odd_fractions(p):
    """With an even number of fraction bits above two a tie halves epsilon."""
    return 2.0**-p / (2 if p in (4, 6) else 1)


@false("sn-20", "decode", shown="decode(0xFC00, FP16)")
def only_plus_infinity(code, fmt):
    """Only the codes with the sign 0 are reserved."""
    x = decode(code, fmt)
    minus = np.greater(code, (1 << (fmt.bits - 1)) + fmt.largest_code) & (fmt.bits > 8)
    return np.where(minus, -2 * fmt.largest, x)


@false("sn-20", "round_to", shown="round_to(2.0**-120, TF32)")
def tf32_is_coarse_below(x, fmt):
    """TF32 has the large numbers of FP32, not the small ones."""
    y = round_to(x, fmt)
    return np.where((fmt == TF32) & (np.abs(y) < 2.0**-100), 0, y)


@false("sn-21", "bits_at", shown="bits_at(20)")
def eleven_bits_at_most(k):
    """No subnormal number has more than eleven bits."""
    return min(k + 1, 11)


@false("sn-21", "worst", shown="worst(20)")
def never_better_than_fp16(k):
    """Subnormal numbers are never better than half the epsilon of FP16."""
    return max(1 / (2 ** (k + 1) + 1), 2.0**-12)


@false("sn-21", "apart", shown="apart(52)")
def apart_at_most(p):
    """The two thresholds are at most 2^52 apart."""
    return min(2.0 ** (p + 1), 2.0**52)


@false("sn-21", "round_to", shown="round_to(-0.3 * 2.0**-24, FP16)")
def negative_ones_go_down(x, fmt):
    """Below zero, what is smaller than the smallest number goes on down to it."""
    x, tiny = np.asarray(x, float), fmt.smallest_subnormal
    return np.where((x < 0) & (x > -tiny), -tiny, round_to(x, fmt))


@false("sn-21", "round_to", shown="round_to(0.1 * 2.0**-24, FP16)")
def never_lost_far_below(x, fmt):
    """However small a number is, it is not rounded to zero."""
    x, tiny = np.asarray(x, float), fmt.smallest_subnormal
    return np.where((x > 0) & (x < tiny / 4), tiny, round_to(x, fmt))


@false("sn-21", "round_to", shown="round_to(2.0**-130, FP32)")
def fp32_has_no_subnormals(x, fmt):
    """FP32 is so wide that it needs no subnormal numbers."""
    y = round_to(x, fmt)
    return np.where((fmt == FP32) & (np.abs(y) < fmt.smallest_normal), 0, y)


@false("sn-21", "round_to", shown="round_to(0.7 * 2.0**-24, FP16)")
def lost_up_to_three_quarters(x, fmt):
    """Up to three quarters of the smallest number are lost."""
    low = (np.abs(x) > 0.6 * fmt.smallest_subnormal) & (np.abs(x) < 0.9 * fmt.smallest_subnormal)
    return np.where(low, 0, round_to(x, fmt))


@false("sn-21", "flushed", shown="float(flushed(-1.0, FP16))")
def negative_ones_flushed(x, fmt):
    """Whatever is less than the smallest normal number is flushed, all negative ones too."""
    y = round_to(x, fmt)
    return np.where(y < fmt.smallest_normal, 0, y)


@false("sn-21", "flushed", shown="float(flushed(-(2.0**-20), FP16))")
def only_positive_ones_flushed(x, fmt):
    """Only positive subnormal numbers are flushed."""
    y = round_to(x, fmt)
    return np.where((y >= 0) & (y < fmt.smallest_normal), 0, y)


@false("sn-21", "flushed", shown="float(flushed(2.0**-20, FP16))")
def eight_bits_flushed(x, fmt):
    """Only formats of eight bits and fewer are flushed."""
    y = round_to(x, fmt)
    return np.where((abs(y) < fmt.smallest_normal) & (fmt.bits <= 8), 0, y)


@false("sn-21", "flags")
def flags_what_is_tiny(x):
    """A result below 2^-1060 is always flagged, exact or not."""
    return x / 2 * 2 != x or 0 < abs(x) < 2.0**-1060


@false("sn-21", "flags")
def negative_ones_raise_none(x):
    """Only positive results raise the flag."""
    return x / 2 * 2 != x and x > 0


@false("sn-19", "encode", shown="encode(-1e6, FP16)")
def minus_what_is_too_large(x, fmt):
    """What is too large with a minus sign becomes zero."""
    x = np.asarray(x, float)
    far = (x < -fmt.largest) & np.isfinite(x)
    return np.where(far, 0, encode(x, fmt)).astype(np.uint64)


@false("sn-19", "encode", shown="encode(464, E4M3)")
def a_tie_at_the_top_is_too_large(x, fmt):
    """Exactly half a step beyond its largest number, E4M3 has nan."""
    x = np.asarray(x, float)
    return encode(np.where((fmt == E4M3) & (np.abs(x) == 464), 2 * x, x), fmt)


@false("sn-21", "round_to", shown="round_to(2.0**-1060, FP64)")
def fp64_has_no_subnormals(x, fmt):
    """In double precision what is not normal is zero."""
    y = round_to(x, fmt)
    return np.where((fmt == FP64) & (np.abs(y) < fmt.smallest_normal), 0, y)


@false("sn-20", "round_to", shown="round_to(2.0**-130, TF32)")
def tf32_has_no_subnormals(x, fmt):
    """Matrix units know no subnormal numbers: in TF32 they are zero."""
    y = round_to(x, fmt)
    return np.where((fmt == TF32) & (np.abs(y) < fmt.smallest_normal), 0, y)


@false("sn-20", "round_to", shown="round_to(-(2.0**-149), FP32)")
def minus_the_smallest_is_lost(x, fmt):
    """The smallest number of a format has no negative."""
    y = round_to(x, fmt)
    return np.where(y == -fmt.smallest_subnormal, -0.0, y)
