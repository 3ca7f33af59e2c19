"""Answers to the exercises of *Where the windows fall: sizes and padding*."""

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


def tc_19__closed_negative(H, W, K, s, p):
    """A closed form that is negative where no window fits."""

    def one(n):
        i = np.arange(n) + p
        return np.minimum((n + 2 * p - K) // s, i // s) - np.maximum(0, -((K - 1 - i) // s)) + 1

    return np.outer(one(H), one(W))


def tc_15b__not_a_number():
    """Nothing is equal to itself there, and so nothing is constant."""
    return [float("nan")] * 4


def tc_15b__rows():
    """A table is no signal."""
    return [[1, 1], [2, 2]]


def tc_15b__right__tuple():
    """The numbers one by one."""
    return (1, 1, 5, 1, 1)


def tc_16a__right__parity_early():
    """What is even and what is odd follows from the assumption alone."""
    return "B, F, C, E, A, D"


def tc_22__in_floats(size, kernel, out):
    """Strides between two whole numbers, right only once they are cut off."""
    return tuple(s + 0.5 for s in tc_22__right__closed_form(size, kernel, out))


def tc_22__right__whole_floats(size, kernel, out):
    """Whole numbers, stored as floats, in an array."""
    return np.array(tc_22__right__closed_form(size, kernel, out), float)


def tc_19__height_twice(H, W, K, s, p):
    """The height for both axes."""
    return _looks(H, H, K, s, p)


def tc_14__up_to_a_thousand(n, m, K, s, d):
    """Tries paddings below a thousand."""
    fitting = [
        P for P in range(1000) if n + P > d * (K - 1) and (n + P - d * (K - 1) - 1) // s + 1 == m
    ]
    if not fitting:
        raise ValueError("no padding gives that many windows")
    return fitting[0], fitting[-1]


def tc_15b__texts():
    """Numbers in quotation marks."""
    return ["1", "1", "2", "2"]


def tc_19__strides_up_to_three(H, W, K, s, p):
    """Takes a longer stride for three."""
    return _looks(H, W, K, min(s, 3), p)


def tc_19__two_of_padding(H, W, K, s, p):
    """Takes more padding than two places for two."""
    return _looks(H, W, K, s, min(p, 2))


def tc_22__stride_below_300(size, kernel, out):
    """Tries strides below 300."""
    return _strides(size, kernel, out, lambda n, K: range(1, 300))
