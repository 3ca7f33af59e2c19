"""Answers to the exercises of *Waves: what a convolution does to each*."""

import numpy as np


def _solve(c, b, singular):
    eigenvalues = np.fft.fft(c)
    if singular(np.abs(eigenvalues)):
        raise ValueError
    return np.fft.ifft(np.fft.fft(b) / eigenvalues).real


def tc_12__absolute_tolerance(c, b):
    """np.isclose(size, 0) is absolute: a small c is refused."""
    return _solve(c, b, lambda size: np.isclose(size, 0).any())


def tc_12__loose_threshold(c, b):
    """1e-8 instead of 1e-12."""
    return _solve(c, b, lambda size: size.min() <= 1e-8 * size.max())


def tc_12__strict_threshold(c, b):
    """1e-15 instead of 1e-12."""
    return _solve(c, b, lambda size: size.min() <= 1e-15 * size.max())


def tc_12__strictly_smaller(c, b):
    """Strictly smaller: then all zeros are not singular."""
    return _solve(c, b, lambda size: size.min() < 1e-12 * size.max())


def tc_12__by_the_largest_weight(c, b):
    """Divides by the largest eigenvalue where it should multiply."""
    return _solve(c, b, lambda size: size.min() <= 1e-12 / size.max() if size.max() else True)


def tc_12__exactly_zero(c, b):
    """Tests for exactly zero."""
    return _solve(c, b, lambda size: (size == 0).any())


def tc_12__right__real_transform(c, b):
    """The transform of real data, with its length."""
    eigenvalues = np.fft.rfft(c)
    size = np.abs(eigenvalues)
    if size.min() <= 1e-12 * size.max():
        raise ValueError
    return np.fft.irfft(np.fft.rfft(b) / eigenvalues, len(c))


def tc_12__only_the_sum(c, b):
    """Looks at the sum of c only, that is, at one eigenvalue."""
    e = np.fft.fft(c)
    if abs(e[0]) <= 1e-12 * abs(e).max():
        raise ValueError
    return np.fft.ifft(np.fft.fft(b) / e).real


def tc_12__mean_for_the_largest(c, b):
    """Compares with the mean of the eigenvalues."""
    e = np.fft.fft(c)
    if abs(e).min() <= 1e-12 * abs(e).mean():
        raise ValueError
    return np.fft.ifft(np.fft.fft(b) / e).real


def tc_12__right__conjugate(c, b):
    """The inverse transform as a transform of the conjugate."""
    e = np.fft.fft(np.asarray(c, float))
    s = np.hypot(e.real, e.imag)
    if not s.min() > 1e-12 * s.max():
        raise ValueError
    return np.real(np.fft.fft(np.conj(np.fft.fft(b) / e))) / len(s)


def tc_12a__order_of_the_sizes():
    """Sorted, the largest first."""
    return [4, 2, 2, 0]


def tc_12a__right__as_floats():
    """The same, as numbers with a point, in a tuple."""
    return (4.0, 2.0, 0.0, 2.0)


def tc_12b__first_overtone():
    """A lower hill above 2500."""
    return 2850


def tc_12b__right__by_eye():
    """As exact as an eye."""
    return 3400


def tc_12c__three_numbers():
    """A circulant of another size."""
    return [1, 1, 1]


def tc_12c__nothing():
    """All zeros: their sum is zero as well."""
    return [0, 0, 0, 0]


def tc_12c__right__alternating():
    """Every second place."""
    return (0.5, 0, 0.5, 0)


def tc_12d__other_way_round():
    """What part of the products is left."""
    return 1 / 745


def tc_12d__right__rounded():
    """A thousand divided by 1.4."""
    return 700


def tc_12e__a_line_is_missing():
    """The last line is missing."""
    return "cbea"


def tc_12e__right__a_list():
    """The letters in a list."""
    return ["c", "b", "e", "a", "d"]


def tc_13a__integer_array(c, r, size):
    """An array of integers cuts off fractions."""
    if size < len(c) + len(r) - 1:
        raise ValueError
    first = np.zeros(size, int)
    first[: len(c)] = c
    for j in range(1, len(r)):
        first[-j] = r[j]
    return first


def tc_13a__overwrites(c, r, size):
    """Where there is no room the row writes over the column."""
    first = np.zeros(max(size, len(c), len(r)))
    first[: len(c)] = c
    for j in range(1, len(r)):
        first[-j] = r[j]
    return first


def tc_13a__one_row_more(c, r, size):
    """Refuses the smallest size."""
    if size < len(c) + len(r):
        raise ValueError
    return [*c, *[0] * (size - len(c) - len(r) + 1), *r[:0:-1]]


def tc_13a__right__modulo(c, r, size):
    """Places modulo the size."""
    if size < len(c) + len(r) - 1:
        raise ValueError
    first = [0] * size
    for i, entry in enumerate(c):
        first[i] = entry
    for j, entry in enumerate(r):
        first[-j % size] = entry
    return first


def tc_12__reversed(c, b):
    """The solution, backwards."""
    return _solve(c, b, lambda size: size.min() <= 1e-12 * size.max())[::-1]


def tc_12__no_error_but_a_one(c, b):
    """Where an eigenvalue is zero, divides by one."""
    e = np.fft.fft(c)
    e = np.where(abs(e) <= 1e-12 * abs(e).max(), 1, e)
    return np.fft.ifft(np.fft.fft(b) / e).real


def tc_12__half_of_the_waves(c, b):
    """Looks at the first half of the eigenvalues only."""
    e = np.fft.fft(c)
    first = abs(e[: len(e) // 2 + 1 - len(e) % 2])
    if len(first) and first.min() <= 1e-12 * first.max():
        raise ValueError
    with np.errstate(all="ignore"):
        return np.fft.ifft(np.fft.fft(b) / np.where(e == 0, 1, e)).real


def tc_12__right__a_list(c, b):
    """A list of numbers."""
    return _solve(c, b, lambda size: size.min() <= 1e-12 * size.max()).tolist()


def tc_12c__texts():
    """Digits in quotation marks."""
    return ["1", "1", "0", "0"]


def tc_12c__two_by_two():
    """A matrix of four numbers."""
    return [[1, 1], [0, 0]]


def tc_12c__hardly_zero():
    """The sum is tiny, not zero, and the circulant can be inverted."""
    return [1, -1 + 1e-12, 0, 0]


def tc_12d__natural_logarithm():
    """Natural logarithms."""
    return 1053


def tc_13a__whole_circulant(c, r, size):
    """The circulant, not its column."""
    first = tc_13a__right__modulo(c, r, size)
    return [[first[(i - j) % size] for j in range(size)] for i in range(size)]


def tc_13a__grows(c, r, size):
    """Where there is no room the circulant grows."""
    return tc_13a__right__modulo(c, r, max(size, len(c) + len(r) - 1))


def tc_12c__right__complex():
    """Complex weights, which wipe out the wave q = 3."""
    return [1, 1j, 0, 0]


def _solved(c, b, limit):
    e = np.fft.fft(c)
    if limit(e):
        raise ValueError
    return np.fft.ifft(np.fft.fft(b) / e).real


def tc_12__rounded(c, b):
    """Rounds to ten places, since what is left is rounding."""
    return np.round(_solved(c, b, lambda e: abs(e).min() <= 1e-12 * abs(e).max()), 10)


def tc_12__largest_real_part(c, b):
    """The largest eigenvalue by its real part: it may be negative."""
    return _solved(c, b, lambda e: abs(e).min() <= 1e-12 * e.real.max())


def tc_12__size_of_the_maximum(c, b):
    """The size of what NumPy calls the maximum."""
    return _solved(c, b, lambda e: abs(e).min() <= 1e-12 * abs(e.max()))


def tc_12__against_the_sum(c, b):
    """Compares with the sum of the weights, which is one eigenvalue."""
    return _solved(c, b, lambda e: abs(e).min() <= 1e-12 * abs(np.sum(np.abs(c))))


def tc_13a__sizes(c, r, size):
    """Sizes only."""
    if size < len(c) + len(r) - 1:
        raise ValueError
    return [*map(abs, c), *[0] * (size - len(c) - len(r) + 1), *map(abs, r[:0:-1])]


def tc_13a__zeros_left_out(c, r, size):
    """Zeros of the column count as room."""
    c = [v for i, v in enumerate(c) if v or i == 0]
    if size < len(c) + len(r) - 1:
        raise ValueError
    return [*c, *[0] * (size - len(c) - len(r) + 1), *r[:0:-1]]


def tc_13a__refuses_square_only(c, r, size):
    """Any size below both is let through."""
    zeros = size - (len(c) + len(r) - 1)
    if zeros < 0 and size >= max(len(c), len(r)):
        raise ValueError
    return [*c, *[0] * zeros, *r[:0:-1]][:size]


def tc_12__by_the_kernel(c, b):
    """Compares with the largest weight, not the largest eigenvalue."""
    return _solved(c, b, lambda e: abs(e).min() <= 1e-12 * np.abs(c).max())


def tc_13a__half_precision(c, r, size):
    """Entries in FP16."""
    return np.array(tc_13a__right__modulo(c, r, size), np.float16)


def tc_12__right__tuple(c, b):
    """A tuple of numbers."""
    return tuple(_solve(c, b, lambda size: size.min() <= 1e-12 * size.max()))
