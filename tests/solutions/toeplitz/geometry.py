"""Answers to the exercises of *Windows, borders and strides*."""

import math

import numpy as np


def tc_14__search_below_100(n, m, K, s, d):
    """Tries P below 100 only."""
    fits = [
        P for P in range(100) if (n + P - d * (K - 1) - 1) // s + 1 == m and n + P > d * (K - 1)
    ]
    if not fits:
        raise ValueError
    return fits[0], fits[-1]


def tc_14__greatest_from_cut_least(n, m, K, s, d):
    """Adds s - 1 after cutting at 0."""
    least = (m - 1) * s + d * (K - 1) + 1 - n
    if least + s - 1 < 0:
        raise ValueError
    return max(least, 0), max(least, 0) + s - 1


def tc_14__refuses_if_least_negative(n, m, K, s, d):
    """Refuses as soon as the uncut interval begins below 0."""
    least = (m - 1) * s + d * (K - 1) + 1 - n
    if least < 0:
        raise ValueError
    return least, least + s - 1


def tc_14__right__count_upwards(n, m, K, s, d):
    """Counts windows for P = 0, 1, 2 and so on."""
    fits, P = [], 0
    while True:
        count = max(0, (n + P - d * (K - 1) - 1) // s + 1)
        if count > m:
            break
        fits += [P] if count == m else []
        P += 1
    if not fits:
        raise ValueError
    return [fits[0], fits[-1]]


def tc_15__recursion(i, n, mode):
    """One recursion for each bounce, though any i is allowed."""
    if mode == "replicate":
        return min(max(i, 0), n - 1)
    if mode == "circular":
        return i % n
    last = n - 1
    if i < 0:
        return tc_15__recursion(-i if mode == "reflect" else -1 - i, n, mode)
    if i > last:
        return tc_15__recursion(2 * last - i if mode == "reflect" else 2 * last + 1 - i, n, mode)
    return i


def tc_15__pad_100(i, n, mode):
    """Looks it up in a strip of 100 places."""
    names = {"replicate": "edge", "circular": "wrap"}
    return int(np.pad(np.arange(n), 100, names.get(mode, mode))[i + 100])


def tc_15__fmod(i, n, mode):
    """The remainder of C, with a sign."""
    if mode == "replicate":
        return min(max(i, 0), n - 1)
    period = {"circular": n, "symmetric": 2 * n, "reflect": 2 * n - 2}[mode]
    r = int(math.fmod(i, period))
    return r if mode == "circular" else min(r, period - (mode == "symmetric") - r)


def tc_15__right__table(i, n, mode):
    """Looks it up in one period."""
    if mode == "replicate":
        return 0 if i < 0 else i if i < n else n - 1
    a = list(range(n))
    period = {"circular": a, "symmetric": a + a[::-1], "reflect": a + a[-2:0:-1]}[mode]
    return period[i % len(period)]


def tc_15__float_period(i, n, mode):
    """A remainder of floats: of twenty digits they keep sixteen."""
    if mode != "replicate":
        i = int(float(i) % {"circular": n, "symmetric": 2 * n, "reflect": 2 * n - 2}[mode])
    return tc_15__right__triangle(i, n, mode)


def tc_16__kernel_minus_stride(n, K, s, d):
    """Right where s divides n."""
    P = max(0, d * (K - 1) + 1 - s)
    return P // 2, P - P // 2


def tc_16__half_rounded(n, K, s, d):
    """round() goes to even: three places become (2, 1)."""
    P = max(0, (-(-n // s) - 1) * s + d * (K - 1) + 1 - n)
    return round(P / 2), P - round(P / 2)


def tc_16__negative_kept(n, K, s, d):
    """A padding may be negative."""
    P = (-(-n // s) - 1) * s + d * (K - 1) + 1 - n
    return P // 2, P - P // 2


def _looks(H, W, K, s, p, dtype=int, step=None, behind=None):
    rows, columns = H + 2 * p, W + 2 * p
    seen = np.zeros((rows, columns), dtype)
    if behind is not None:
        rows, columns = rows - p, columns - p
    for i in range(0, rows - K + 1, step or s):
        for j in range(0, columns - K + 1, s):
            seen[i : i + K, j : j + K] += 1
    return seen[p : p + H, p : p + W]


def tc_19__uint8_counts(H, W, K, s, p):
    """Counts in eight bits overflow from 256 windows on."""
    return _looks(H, W, K, s, p, np.uint8)


def tc_19__rows_stride_one(H, W, K, s, p):
    """Strides along the columns only."""
    return _looks(H, W, K, s, p, step=1)


def tc_19__padding_on_one_side(H, W, K, s, p):
    """Pads before, not behind."""
    return _looks(H, W, K, s, p, behind=0)


def tc_22__stride_up_to_64(size, kernel, out):
    """Tries 64 strides."""
    return _strides(size, kernel, out, lambda n, K: range(1, 65))


def tc_22__stride_below_n(size, kernel, out):
    """Tries strides below n only."""
    return _strides(size, kernel, out, lambda n, K: range(1, n))


def tc_22__largest(size, kernel, out):
    """The largest stride instead of the least."""
    return _strides(size, kernel, out, lambda n, K: range(n, 0, -1))


def _strides(size, kernel, out, tried):
    least = []
    for n, K, m in zip(size, kernel, out, strict=True):
        fitting = [s for s in tried(n, K) if K <= n and (n - K) // s + 1 == m]
        if not fitting:
            raise ValueError
        least.append(fitting[0])
    return tuple(least)


def tc_22__right__closed_form(size, kernel, out):
    """The least candidate, and whether it does."""
    least = []
    for n, K, m in zip(size, kernel, out, strict=True):
        s = (n - K) // m + 1
        if K > n or (n - K) // s + 1 != m:
            raise ValueError
        least.append(s)
    return least


def tc_15__periods_first(i, n, mode):
    """Reduces by every period before it looks at the mode: for n = 1 one of them is 0."""
    r = {
        "reflect": i % (2 * n - 2),
        "symmetric": i % (2 * n),
        "circular": i % n,
        "replicate": min(max(i, 0), n - 1),
    }[mode]
    if mode == "reflect":
        return min(r, 2 * n - 2 - r)
    return min(r, 2 * n - 1 - r) if mode == "symmetric" else r


def tc_15__right__triangle(i, n, mode):
    """Reflect as a triangle wave."""
    if mode == "replicate":
        return sorted((0, i, n - 1))[1]
    if mode == "circular":
        return i - i // n * n
    if mode == "symmetric":
        return (abs(2 * ((i + n) % (2 * n)) + 1 - 2 * n) - 1) // 2
    return abs((i + n - 1) % (2 * n - 2) - (n - 1))


def tc_19__closed_negative(H, W, K, s, p):
    """A closed form that is negative where no window fits."""

    def one(n):
        i = np.arange(n) + p
        return np.minimum((n + 2 * p - K) // s, i // s) - np.maximum(0, -((K - 1 - i) // s)) + 1

    return np.outer(one(H), one(W))
