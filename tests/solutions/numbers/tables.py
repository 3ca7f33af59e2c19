"""Answers to the exercises of *A table of exponentials, measured*."""

import math

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
        y = math.exp(s_in * (q - z_in)) / s_out
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
