"""Answers to the exercises of *Sums that lose, and sums that keep*."""

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


def sn_30__begins_with_the_first(x):
    """Begins with the first number, which need not exist."""
    return _kahan(x[1:], start=x[0])


def sn_26a__half_of_the_unit_roundoff():
    """A quarter of a step for the unit roundoff."""
    return [1, 1.25, 10, 208, 1 / 32]


def sn_26a__to_the_odd():
    """Ties go to the odd neighbour."""
    return [1.125, 1.125, 9, 208, 1 / 16]


def sn_26a__nearest_hundred():
    """Steps of eight from 128 to 256."""
    return [1, 1.25, 10, 200, 1 / 16]


def sn_26__ties_up(a, b, p):
    """A tie is rounded away from zero."""
    cut = 23 - p
    a, b = (np.asarray(v, np.float32).view(np.uint32).astype(np.uint64) for v in (a, b))
    a, b = ((v + (1 << (cut - 1)) >> cut << cut).astype(np.uint32).view(np.float32) for v in (a, b))
    return float((a * b).sum(dtype=np.float32)), sn_26__right__matrix_product(a, b, p)[1]


def sn_26__largest_term(a, b, p):
    """The bound is n times that of the largest term."""
    u = 2.0 ** (-p - 1)
    most = max(abs(float(x) * float(y)) for x, y in zip(a, b, strict=True))
    return sn_26__right__one_plus_u(a, b, p)[0], (2 * u + u * u) * len(a) * most


def sn_26__right__matrix_product(a, b, p):
    """The library adds up, in an order and at a width of its own."""
    return _shorten(a, p) @ _shorten(b, p), _bound(a, b, p)


def sn_30a__nearly_exact():
    """Kahan's sum of these is nearer, but not exact."""
    return [512, 0.2, 0.2]


def sn_30a__too_large():
    """Above 1000."""
    return [2048, 1, 1]


def sn_30a__four():
    """Four numbers."""
    return [512, 0.25, 0.25, 0]


def sn_30a__cancels():
    """Both ways keep all of it."""
    return [1000, -1000, 0.1]


def sn_30a__right__tuple():
    """A tuple."""
    return (-512, -0.25, -0.25)


def sn_30a__right__small_one_first():
    """What the first addition lost comes back in the last one."""
    return [0.25, 512, -512]


def sn_30b__five_thousand():
    """The number of roundings in units of its root."""
    return 1e-3


def sn_30b__twenty():
    """The bound in pairs, to the power of two."""
    return 20 * 2.0**-24


def sn_30b__right__root():
    """The root of n times u."""
    return 1000 * 2.0**-24


def sn_30b__right__spread_evenly():
    """Each error spread evenly over its step."""
    return 1.34e-5


def sn_30__pairs(x):
    """Adds in pairs."""
    x = list(x) or [0.0]
    while len(x) > 1:
        x = x + [0.0] * (len(x) % 2)
        x = [float(_shorten(a + b, 7)) for a, b in zip(x[::2], x[1::2], strict=True)]
    return x[0]


def sn_30__in_float32(x):
    """Kahan's sum in float32, rounded at the end."""
    s = lost = np.float32(0)
    for v in np.float32(x):
        v = v - lost
        t = s + v
        s, lost = t, (t - s) - v
    return float(_shorten(s, 7))


def sn_30__loss_given_to_the_sum(x):
    """What was lost is taken off the sum and not off the next term."""
    s = lost = 0.0
    for v in x:
        t = float(_shorten(s + v, 7))
        less = float(_shorten(float(_shorten(t - s, 7)) - v, 7))
        s, lost = float(_shorten(t - lost, 7)), less
    return s


def sn_30__right__first_term_as_it_is(x):
    """Begins with the first number, where there is one."""
    return _kahan(x[1:], start=x[0]) if x else 0


def sn_26a__three_digits():
    """The unit roundoff is 1/16, which has four digits after the point."""
    return [1, 1.25, 10, 208, 0.063]


def sn_26__ten_bits_at_most(a, b, p):
    """More than ten bits are cut down to those of TF32."""
    p = min(p, 10)
    return float((_shorten(a, p) * _shorten(b, p)).sum(dtype=np.float32)), _bound(a, b, p)


def sn_26__five_bits_at_least(a, b, p):
    """Fewer than five bits are taken for five."""
    p = max(p, 5)
    return float((_shorten(a, p) * _shorten(b, p)).sum(dtype=np.float32)), _bound(a, b, p)


def sn_26__integers_kept(a, b, p):
    """Integers are exact, so they are not rounded."""
    if all(isinstance(v, int) for v in a):
        return float(np.dot(a, b)), _bound(a, b, p)
    return float((_shorten(a, p) * _shorten(b, p)).sum(dtype=np.float32)), _bound(a, b, p)


def sn_30a__a_row():
    """A list in a list."""
    return [[512, 0.25, 0.25]]


def sn_30__small_losses_forgotten(x):
    """What is lost is not given back if it is below a millionth."""
    s = lost = 0.0
    for v in x:
        v = float(_shorten(v - lost, 7))
        t = float(_shorten(s + v, 7))
        lost = float(_shorten(float(_shorten(t - s, 7)) - v, 7))
        s, lost = t, lost if abs(lost) > 1e-6 else 0.0
    return s


def sn_30__integers_in_full(x):
    """Integers are exact, so they are added as they are."""
    return float(sum(x)) if all(isinstance(v, int) for v in x) else _kahan(x)


def sn_30__by_way_of_float16(x):
    """Numbers of sixteen bits are read as float16, whose range is smaller."""
    with np.errstate(over="ignore"):
        return _kahan([float(np.float16(v)) for v in x])
