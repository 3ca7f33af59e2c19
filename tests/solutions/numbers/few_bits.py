"""Answers to the exercises of *Computing with few bits*."""

import math

import numpy as np


def _shorten(x, p):
    bits, cut = np.asarray(x, np.float32).view(np.uint32).astype(np.uint64), 23 - p
    bits = (bits + (1 << (cut - 1)) - 1 + (bits >> cut & 1)) >> cut << cut
    return bits.astype(np.uint32).view(np.float32)


def _bound(a, b, p):
    u = 2.0 ** (-p - 1)
    return (2 * u + u * u) * sum(abs(float(x) * float(y)) for x, y in zip(a, b, strict=True))


def sn_26__float64_sum(a, b, p):
    """Adds up in float64; the unit has float32."""
    return float(_shorten(a, p).astype(float) @ _shorten(b, p).astype(float)), _bound(a, b, p)


def sn_26__bound_of_rounded_inputs(a, b, p):
    """The bound from the rounded inputs."""
    value, _ = sn_26__right__one_plus_u(a, b, p)
    return value, _bound(_shorten(a, p), _shorten(b, p), p)


def sn_26__two_u(a, b, p):
    """Without u^2."""
    value, bound = sn_26__right__one_plus_u(a, b, p)
    u = 2.0 ** (-p - 1)
    return value, bound * 2 / (2 + u)


def sn_26__norms(a, b, p):
    """The bound by Cauchy-Schwarz: larger than that of the chapter."""
    value, _ = sn_26__right__one_plus_u(a, b, p)
    u = 2.0 ** (-p - 1)
    return value, (2 * u + u * u) * float(np.linalg.norm(a) * np.linalg.norm(b))


def sn_26__one_input_rounded(a, b, p):
    """Rounds the first list only."""
    value = (_shorten(a, p) * np.asarray(b, np.float32)).sum(dtype=np.float32)
    return float(value), _bound(a, b, p)


def sn_26__right__one_plus_u(a, b, p):
    """Term by term, (1 + u)^2 - 1."""
    total, u = np.float32(0), 2.0 ** (-p - 1)
    for x, y in zip(_shorten(a, p), _shorten(b, p), strict=True):
        total = np.float32(total + x * y)
    bound = sum(abs(float(x) * float(y)) * ((1 + u) ** 2 - 1) for x, y in zip(a, b, strict=True))
    return [float(total), bound]


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


def sn_29__sigma_by_definition(x):
    """sigma overflows below -709.8 and becomes 0."""
    _, log_s, log_r = sn_29__right__logaddexp(x)
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.float64(x))), log_s, log_r


def sn_29__threshold_20(x):
    """One term of a series beyond 20: nine digits."""
    e = math.exp(-abs(x))
    if abs(x) <= 20:
        return sn_29__right__logaddexp(x)
    return (1.0 if x > 0 else e), min(x, 0) - e, min(-x, 0) - e


def sn_29__log1p_of_minus_sigma(x):
    """log1p(-sigma): minus infinity on the far right."""
    s, log_s, _ = sn_29__right__logaddexp(x)
    with np.errstate(divide="ignore"):
        return s, log_s, np.log1p(-s)


def sn_29__single(x):
    """Single precision."""
    return tuple(np.float32(v) for v in sn_29__right__logaddexp(x))


def sn_29__one_minus_sigma(x):
    """On the left 1 - sigma(-x): the small probability is lost."""
    _, log_s, log_r = sn_29__right__logaddexp(x)
    right = 1 / (1 + math.exp(-abs(x)))
    return (right if x >= 0 else 1 - right), log_s, log_r


def sn_29__infinite_beyond_700(x):
    """Takes what is beyond 700 for infinity."""
    if abs(x) > 700:
        return float(x > 0), min(x, 0), min(-x, 0)
    return sn_29__right__logaddexp(x)


def sn_29__right__logaddexp(x):
    """logaddexp, and exp of the logarithm where that keeps the digits."""
    log_s = -np.logaddexp(0.0, -float(x))
    s = 1 / (1 + math.exp(-x)) if x > -30 else math.exp(x)
    return s, log_s, -np.logaddexp(0.0, float(x))


def _kahan(x, corrected=7, total=7, arrived=7, lost_bits=7, start=0.0):
    def short(v, p):
        return float(_shorten(v, p)) if p else v

    s, lost = start, 0.0
    for v in x:
        v = short(v - lost, corrected)
        t = short(s + v, total)
        lost = short(short(t - s, arrived) - v, lost_bits)
        s = t
    return s


def sn_30__arrived_not_rounded(x):
    """t - s is not rounded."""
    return _kahan(x, arrived=None)


def sn_30__corrected_term_not_rounded(x):
    """v - lost is not rounded."""
    return _kahan(x, corrected=None)


def sn_30__corrected_term_to_6_bits(x):
    """v - lost is rounded to 6 bits."""
    return _kahan(x, corrected=6)


def sn_30__lost_to_6_bits(x):
    """What is lost is rounded to 6 bits."""
    return _kahan(x, lost_bits=6)


def sn_30__arrived_to_6_bits(x):
    """t - s is rounded to 6 bits."""
    return _kahan(x, arrived=6)


def sn_30__arrived_to_8_bits(x):
    """t - s is rounded to 8 bits."""
    return _kahan(x, arrived=8)


def sn_30__starts_at_one(x):
    """Starts at 1."""
    return _kahan(x, start=1.0)


def sn_30__neumaier(x):
    """Neumaier's sum: the losses are added at the end."""
    s = lost = 0.0
    for v in x:
        t = float(_shorten(s + v, 7))
        large, small = (s, v) if abs(s) >= abs(v) else (v, s)
        lost = float(_shorten(lost + float(_shorten(float(_shorten(large - t, 7)) + small, 7)), 7))
        s = t
    return float(_shorten(s + lost, 7))


def sn_30__sorted_first(x):
    """Adds small terms first, which sorts the caller's list."""
    x.sort(key=abs)
    return _kahan(x)


def sn_30__first_term_free(x):
    """Takes the first term as it is and gives its loss to nobody."""
    return _kahan(x[2:], start=float(_shorten(sum(x[:2]), 7)))


def sn_30__right__lost_not_rounded(x):
    """What was lost is not rounded: where |s| >= |v| it is a BF16 number anyway."""
    return _kahan(x, lost_bits=None)


def sn_30__right__correction(x):
    """The loss with the other sign."""
    s = correction = 0.0
    for v in x:
        v = float(_shorten(v + correction, 7))
        t = float(_shorten(s + v, 7))
        correction = float(_shorten(v - float(_shorten(t - s, 7)), 7))
        s = t
    return np.float32(s)


def _train(w, gradients, rate, S, skipped):
    for g in gradients:
        with np.errstate(over="ignore"):
            arrived = float(np.float16(S * g))
        if skipped(arrived, S * g):
            S /= 2
        else:
            w -= rate * arrived / S
    return w, S


def sn_31__scale_as_integer(w, gradients, rate, S):
    """S //= 2 makes a scale of 1 zero."""
    for g in gradients:
        with np.errstate(over="ignore"):
            arrived = float(np.float16(S * g))
        if math.isinf(arrived):
            S //= 2
        else:
            w -= rate * arrived / S
    return w, S


def sn_31__compared_with_65504(w, gradients, rate, S):
    """What rounds down to 65504 is skipped."""
    return _train(w, gradients, rate, S, lambda arrived, sent: abs(sent) > 65504)


def sn_31__largest_is_infinite(w, gradients, rate, S):
    """Takes 65504 itself for an overflow."""
    return _train(w, gradients, rate, S, lambda arrived, sent: abs(arrived) >= 65504)


def sn_31__plus_infinity_only(w, gradients, rate, S):
    """Minus infinity is used."""
    return _train(w, gradients, rate, S, lambda arrived, sent: arrived == math.inf)


def sn_31__grows_again(w, gradients, rate, S):
    """Doubles S after 2000 good steps, as frameworks do."""
    good = 0
    for g in gradients:
        (w, after), before = _train(w, [g], rate, S, lambda a, _: math.isinf(a)), S
        S, good = after, good + 1 if after == before else 0
        if good == 2000:
            S, good = 2 * S, 0
    return w, S


def sn_31__never_below_one(w, gradients, rate, S):
    """The scale stays at 1 or above."""
    for g in gradients:
        w, S = _train(w, [g], rate, S, lambda a, _: math.isinf(a))
        S = max(S, 1.0)
    return w, S


def sn_31__zero_is_skipped(w, gradients, rate, S):
    """Halves S for a gradient of zero too."""
    return _train(w, gradients, rate, S, lambda arrived, _: math.isinf(arrived) or arrived == 0)


def sn_31__stops_at_the_first(w, gradients, rate, S):
    """Ends at the first overflow."""
    for g in gradients:
        before = S
        w, S = _train(w, [g], rate, S, lambda a, _: math.isinf(a))
        if before != S:
            break
    return w, S


def sn_31__right__isinf(w, gradients, rate, S):
    """continue."""
    with np.errstate(over="ignore"):
        for g in gradients:
            arrived = np.float16(S * g)
            if np.isinf(arrived):
                S = S * 0.5
                continue
            w = w - rate * (float(arrived) / S)
    return [w, S]


def sn_30__begins_with_the_first(x):
    """Begins with the first number, which need not exist."""
    return _kahan(x[1:], start=x[0])
