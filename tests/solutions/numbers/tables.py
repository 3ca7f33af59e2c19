"""Answers to the exercises of *A table of exponentials, measured*."""

import math
from fractions import Fraction

import numpy as np


def sn_27__lowest_code_minus_127(s_in, z_in, s_out, z_out):
    """Clips at -127."""
    return [max(-127, code) for code in sn_27__right__loop(s_in, z_in, s_out, z_out)]


def sn_27__float32(s_in, z_in, s_out, z_out):
    """Single precision: now and then the second nearest code."""
    q = np.arange(-128, 128).astype(np.float32)
    with np.errstate(over="ignore"):
        y = np.exp(np.float32(s_in) * (q - np.float32(z_in))) / np.float32(s_out)
    return np.clip(np.rint(y) + z_out, -128, 127).astype(int).tolist()


def sn_27__multiplied_by_the_scale(s_in, z_in, s_out, z_out):
    """Multiplies by s_out."""
    return sn_27__right__loop(s_in, z_in, 1 / s_out, z_out)


def sn_27__clipped_before_the_zero_point(s_in, z_in, s_out, z_out):
    """Clips before z_out is added."""
    y = np.exp(s_in * (np.arange(-128, 128) - z_in))
    return (np.clip(np.rint(y / s_out), -128, 127) + z_out).astype(int).tolist()


def sn_27__from_minus_127(s_in, z_in, s_out, z_out):
    """The codes of the input begin at -127."""
    return sn_27__right__loop(s_in, z_in - 1, s_out, z_out)


def sn_27__rounded_up(s_in, z_in, s_out, z_out):
    """A result above the zero point never has its code."""
    return [max(code, min(z_out + 1, 127)) for code in sn_27__right__loop(s_in, z_in, s_out, z_out)]


def sn_27__right__loop(s_in, z_in, s_out, z_out):
    """A loop."""
    found = []
    for q in range(-128, 128):
        y = math.exp(min(s_in * (q - z_in), 700)) / s_out
        found.append(max(-128, min(127, z_out + (300 if y > 300 else round(y)))))
    return tuple(found)


def _row(numbers, tie_is_zero=True, tie_is_infinite=True):
    x = np.asarray(numbers, float)
    limit, half = x[-1] + (x[-1] - x[-2]) / 2, min(v for v in x if v > 0) / 2
    with np.errstate(all="ignore"):
        y = np.exp(x)
    top = x[(y < limit) | (not tie_is_infinite and y == limit)].max()
    low = x[(y > half) | (not tie_is_zero and y == half)].min()
    return float(top), float(low), float(x[np.argmin(abs(x - np.exp(top)))])


def sn_28__tie_is_not_zero(numbers):
    """A tie at half the smallest number is not rounded to zero."""
    return _row(numbers, tie_is_zero=False)


def sn_28__tie_is_finite(numbers):
    """Exactly half a gap above is still finite."""
    return _row(numbers, tie_is_infinite=False)


def sn_28__largest_not_negative(numbers):
    """Takes it that exp(0) = 1 is always inside."""
    top, low, most = _row(numbers)
    return max(top, 0.0), low, most


def sn_28__smallest_not_positive(numbers):
    """Takes it that exp(0) = 1 is never zero."""
    top, low, most = _row(numbers)
    return top, min(low, 0.0), most


def sn_28__first_gap(numbers):
    """Takes the first gap for the last one."""
    x = np.asarray(numbers, float)
    limit = x[-1] + (x[x > 0].min() - 0) / 2
    with np.errstate(all="ignore"):
        top = x[np.exp(x) < limit].max()
    return float(top), _row(numbers)[1], float(x[np.argmin(abs(x - np.exp(top)))])


def sn_28__rounded_down(numbers):
    """The exponential is cut off to the list."""
    x = np.asarray(numbers, float)
    top, low, _ = _row(numbers)
    return top, low, float(x[x <= np.exp(top)].max())


def sn_28__right__loop(numbers):
    """Loops."""
    x = [float(v) for v in numbers]
    limit, half = x[-1] + (x[-1] - x[-2]) / 2, min(v for v in x if v > 0) / 2
    inside = [v for v in x if v < 700 and math.exp(v) < limit]
    top = inside[-1]
    low = next(v for v in x if v > 700 or math.exp(v) > half)
    return [top, low, min(x, key=lambda v: abs(v - math.exp(top)))]


def sn_27a__unsigned():
    """Quarters, cut off at 255."""
    return [4, 11, 255]


def sn_27a__multiplied():
    """Multiplies by a quarter."""
    return [-128, -127, -91]


def sn_27a__minus_127():
    """Zero has the code -129."""
    return [-125, -118, 126]


def sn_27__zero_point_of_the_exponent(s_in, z_in, s_out, z_out):
    """Takes the zero point off after the scale."""
    y = np.exp(s_in * np.arange(-128, 128) - z_in)
    return np.clip(np.rint(y / s_out) + z_out, -128, 127).astype(int).tolist()


def sn_27__roles_changed(s_in, z_in, s_out, z_out):
    """Input and output change places."""
    return sn_27__right__loop(s_out, z_out, s_in, z_in)


def sn_27__zero_is_the_lowest_code(s_in, z_in, s_out, z_out):
    """The lowest code of the output stands for 0."""
    return sn_27__right__loop(s_in, z_in, s_out, -128)


def sn_27__not_rounded(s_in, z_in, s_out, z_out):
    """Codes that are no integers."""
    y = np.exp(s_in * (np.arange(-128, 128) - z_in))
    return np.clip(y / s_out + z_out, -128, 127).tolist()


def sn_27__half_precision(s_in, z_in, s_out, z_out):
    """The exponential in half precision."""
    with np.errstate(over="ignore"):
        y = np.exp(np.float16(s_in * (np.arange(-128, 128) - z_in))).astype(float)
    return np.clip(np.rint(y / s_out) + z_out, -128, 127).astype(int).tolist()


def sn_27__right__halves_up(s_in, z_in, s_out, z_out):
    """A tie goes up: both codes are nearest."""
    y = np.exp(np.minimum(s_in * (np.arange(-128, 128) - z_in), 700))
    return np.clip(np.floor(y / s_out + 0.5) + z_out, -128, 127).astype(np.int8)


def sn_28a__other_end():
    """Where the exponential is zero."""
    return -93


def sn_28a__half_precision():
    """The limit of FP16."""
    return 11.09


def sn_28a__right__just_above():
    """The logarithm of the largest number is 88.719."""
    return 88.72


def sn_28__whole_gap(numbers):
    """Infinite from a whole gap above on."""
    x = np.asarray(numbers, float)
    with np.errstate(all="ignore"):
        top = x[np.exp(x) < 2 * x[-1] - x[-2]].max()
    return float(top), _row(numbers)[1], float(x[np.argmin(abs(x - np.exp(top)))])


def sn_28__smallest_of_either_sign(numbers):
    """Half the smallest number of either sign."""
    x = np.asarray(numbers, float)
    with np.errstate(all="ignore"):
        low = x[np.exp(x) > abs(x[x != 0]).min() / 2].min()
    top, _, most = _row(numbers)
    return top, float(low), most


def sn_28__next_place(numbers):
    """The gap above zero is that of the two middle places."""
    x, middle = np.asarray(numbers, float), len(numbers) // 2
    with np.errstate(all="ignore"):
        low = x[np.exp(x) > (x[middle + 1] - x[middle]) / 2].min()
    top, _, most = _row(numbers)
    return top, float(low), most


def sn_28__largest_number(numbers):
    """Takes the largest number for the exponential of the largest argument."""
    top, low, _ = _row(numbers)
    return top, low, numbers[-1]


def _table(s_in, z_in, s_out, z_out, change):
    y = change(s_in * (np.arange(-128, 128) - z_in))
    return np.clip(np.rint(y / s_out) + z_out, -128, 127).astype(int).tolist()


def sn_27__nothing_below_minus_ten(s_in, z_in, s_out, z_out):
    """Below -10 the exponential is taken for zero, however fine the output."""
    return _table(s_in, z_in, s_out, z_out, lambda x: np.where(x < -10, 0, np.exp(x)))


def sn_27__at_most_a_million(s_in, z_in, s_out, z_out):
    """Large exponentials are cut off before they are encoded."""
    return _table(s_in, z_in, s_out, z_out, lambda x: np.minimum(np.exp(x), 1e6))


def sn_27__small_steps_kept_large(s_in, z_in, s_out, z_out):
    """A step below a millionth is taken for a millionth."""
    return _table(s_in, z_in, max(s_out, 1e-6), z_out, np.exp)


def sn_28a__right__fraction():
    """An exact fraction."""
    return Fraction(8874, 100)


def sn_28__never_the_last(numbers):
    """The largest number itself is not tried."""
    x = np.asarray(numbers, float)
    top, low, most = _row(numbers)
    return float(x[-2] if top == x[-1] else top), low, most


def sn_28__smallest_above_an_epsilon(numbers):
    """Positive numbers below 1e-9 are not counted as positive."""
    x = np.asarray(numbers, float)
    top, _, most = _row(numbers)
    y = np.exp(np.minimum(x, 700))
    return top, float(x[y > x[x > 1e-9].min() / 2].min()), most


def sn_28__in_the_type_of_the_list(numbers):
    """With integers given, their exponentials are integers, too."""
    x = np.asarray(numbers)
    limit = x[-1] + (x[-1] - x[-2]) / 2
    y = np.exp(np.minimum(x, 700)).astype(x.dtype)
    top = x[y < limit].max()
    low = x[y > x[x > 0].min() / 2].min()
    return float(top), float(low), float(x[np.argmin(abs(x - y[x == top][0]))])


def sn_27__overflow(s_in, z_in, s_out, z_out):
    """Breaks down where the exponential is beyond FP64."""
    found = []
    for q in range(-128, 128):
        y = math.exp(s_in * (q - z_in)) / s_out
        found.append(max(-128, min(127, z_out + (300 if y > 300 else round(y)))))
    return found
