"""Answers to the exercises of *Computing with few bits*."""

import math

import numpy as np


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


def sn_29__difference_of_logarithms(x):
    """log(1 - sigma) as log sigma - x: its digits cancel on the left."""
    s, log_s, _ = sn_29__right__logaddexp(x)
    return s, log_s, log_s - x


def sn_29__half_of_one_plus_tanh(x):
    """The small probability is lost on the left."""
    _, log_s, log_r = sn_29__right__logaddexp(x)
    return 0.5 * (1 + math.tanh(x / 2)), log_s, log_r


def sn_29a__right__a_tuple():
    """A tuple of the two logits."""
    return (60, 62)


def sn_29a__opposite_sides():
    """Clipped on both sides, and right all the same."""
    return [-60, 60]


def sn_31__first_scale_taken_off(w, gradients, rate, S):
    """Divides by the scale that it began with."""
    first = S
    for g in gradients:
        with np.errstate(over="ignore"):
            arrived = float(np.float16(S * g))
        if math.isinf(arrived):
            S /= 2
        else:
            w -= rate * arrived / first
    return w, S


def sn_31__tried_once_more(w, gradients, rate, S):
    """Tries the same gradient once more with half the scale."""
    for g in gradients:
        for _ in range(2):
            with np.errstate(over="ignore"):
                arrived = float(np.float16(S * g))
            if math.isfinite(arrived):
                w -= rate * arrived / S
                break
            S /= 2
    return w, S


def sn_31__single_precision_rate(w, gradients, rate, S):
    """The rate is rounded to FP16."""
    return sn_31__right__isinf(w, gradients, float(np.float16(rate)), S)


def sn_29__small_is_zero(x):
    """Takes what is below a millionth for zero."""
    return sn_29__right__logaddexp(0.0 if abs(x) < 1e-6 else x)


def sn_29__texts(x):
    """Three texts of digits."""
    return tuple(str(float(v)) for v in sn_29__right__logaddexp(x))


def sn_31__scale_has_a_floor(w, gradients, rate, S):
    """The scale stays at 2^-14 or above."""
    for g in gradients:
        w, S = _train(w, [g], rate, S, lambda a, _: math.isinf(a))
        S = max(S, 2.0**-14)
    return w, S


def sn_31__scale_has_a_ceiling(w, gradients, rate, S):
    """The scale is at most 2^24."""
    return _train(w, gradients, rate, min(S, 2.0**24), lambda a, _: math.isinf(a))


def sn_31__no_gradient_fails(w, gradients, rate, S):
    """Needs a first gradient."""
    gradients[0]
    return _train(w, gradients, rate, S, lambda a, _: math.isinf(a))


def sn_31__scale_cut_off(w, gradients, rate, S):
    """Returns a scale above 1 as an integer, cut off."""
    w, S = _train(w, gradients, rate, S, lambda a, _: math.isinf(a))
    return w, int(S) if S >= 1 else S


def sn_31__texts(w, gradients, rate, S):
    """Two texts of digits."""
    return tuple(map(str, _train(w, gradients, rate, S, lambda a, _: math.isinf(a))))


def sn_31__right__numpy_array(w, gradients, rate, S):
    """An array of two numbers."""
    return np.array(_train(w, gradients, rate, S, lambda a, _: math.isinf(a)))
