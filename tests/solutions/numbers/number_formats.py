"""Answers to the exercises of *How sixteen bits hold a number*."""

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


def sn_19a__right__decimal():
    """The code as a decimal number."""
    return 50816


def sn_19b__right__list():
    """A list instead of a tuple."""
    return [4096, 2, 2]


def sn_19b__no_integers():
    """The sums differ, but these are no integers."""
    return (0.1, 0.2, 0.3)


def sn_19b__none_of_the_format():
    """2049 is no number of FP16."""
    return (2049, 1, 1)


def sn_19b__overflow():
    """From the right the sum is infinite."""
    return (65504, 16, 1)


def sn_19c__right__sign_first():
    """The sign may come first."""
    return "d, g, b, i, e, a, h"


def sn_20a__right__about():
    """A billion is near enough."""
    return 10**9


def sn_20b__as_many_as_below_one(value, n):
    """The smallest normal number from the number of codes below 1: right for no format of a bias of its own."""
    x = [float(v) for v in map(value, range(n)) if math.isfinite(v)]
    p = round(-math.log2(x[x.index(1.0) + 1] - 1))
    return x[-1], 2.0 ** (2 - round(math.log2(n)) + p), x[1], 2.0**-p


def sn_20b__right__ratios(value, n):
    """The smallest normal number from epsilon and the smallest number."""
    x = np.array([value(c) for c in range(n)])
    x = x[np.isfinite(x)]
    eps = float(x[x > 1][0]) - 1
    return float(x[-1]), float(x[1]) / eps, float(x[1]), eps


def sn_21a__right__float():
    """A float is a number as well."""
    return 134.0


def sn_19b__two_numbers():
    """Two numbers have one sum."""
    return (2048, 1)


def sn_19b__one_number():
    """No three numbers at all."""
    return 2048


def sn_19b__the_large_one_between():
    """From both ends the sum is the same."""
    return (1, 2048, 1)


def sn_19b__right__large_one_last():
    """The two small ones may come first."""
    return (1, 1, 2048)


def sn_19__biases_of_ieee_alone(code, E, p):
    """Knows the biases of five, eight and eleven bits, and is one off for others."""
    return _value(code, E, p, 2 ** (E - 1) - (1 if E in (5, 8, 11) else 2))


def sn_19__last_subnormal_is_normal(code, E, p):
    """Takes the largest subnormal number for the smallest normal one."""
    last = code & (2 ** (E + p) - 1) == 2**p - 1
    return sn_19__right__ldexp(code + last, E, p)


def sn_20__normal_and_subnormal_exchanged(E, p):
    """The two smallest numbers have changed places."""
    largest, normal, subnormal, eps = sn_20__right__fractions(E, p)
    return largest, subnormal, normal, eps


def sn_20__right__array(E, p):
    """An array of four numbers."""
    return np.array(sn_20__right__fractions(E, p))


def sn_19__single_up_to_eight_bits(code, E, p):
    """With eight exponent bits or fewer the result is rounded to float32."""
    found = sn_19__right__ldexp(code, E, p)
    with np.errstate(all="ignore"):
        return float(np.float32(found)) if E <= 8 else found


def sn_19b__booleans():
    """True is no integer here."""
    return (2048, True, True)


def sn_19b__right__fractions():
    """Fractions that are integers."""
    return Fraction(2048), Fraction(1), Fraction(1)


def sn_20__e4m3_bends_the_rule(E, p):
    """448, the largest number of E4M3, which does not keep to IEEE 754."""
    largest, *others = sn_20__right__fractions(E, p)
    return 448.0 if (E, p) == (4, 3) else largest, *others


def sn_20__biases_from_a_table(E, p):
    """Knows the biases of six widths."""
    b = {2: 1, 3: 3, 5: 15, 8: 127, 10: 511, 11: 1023}.get(E, 2 ** (E - 1))
    return math.ldexp(2 - 2.0**-p, min(b, 1023)), 2.0 ** (1 - b), 2.0 ** (1 - b - p), 2.0**-p


def sn_20__fractions_returned(E, p):
    """Exact, but no floats."""
    b, two = 2 ** (E - 1) - 1, Fraction(2)
    return (2 - two**-p) * two**b, two ** (1 - b), two ** (1 - b - p), two**-p


def sn_20b__bias_of_ieee(value, n):
    """The smallest normal number from the bias of IEEE 754, whatever the numbers are."""
    x = [float(v) for v in map(value, range(n)) if math.isfinite(v)]
    p = round(-math.log2(x[x.index(1.0) + 1] - 1))
    E = round(math.log2(n)) - p
    return x[-1], 2.0 ** (2 - 2 ** (E - 1)), x[1], 2.0**-p


def sn_21__twenty_four_bits_at_most(x, E, p):
    """With fewer than eleven exponent bits, no more bits than FP32 has."""
    found = sn_21__right__one_tie(x, E, p)
    return min(found, 24) if E < 11 else found


def sn_21__huge_is_infinite(x, E, p):
    """Takes what is near the end of FP64 for infinity."""
    return 0 if x > 1e290 else sn_21__right__one_tie(x, E, p)


def sn_20b__nothing_beyond_1e30(value, n):
    """Takes whatever is beyond 10^30 for infinity."""
    x = [float(v) for v in map(value, range(n)) if v < 1e30]
    doubled = int(np.argmax(np.diff(x) > x[1]))
    return x[-1], x[doubled] / 2, x[1], x[x.index(1.0) + 1] - 1
