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


def tc_13__lists_only(c, r):
    """A sum of lists: arrays are added instead."""
    return c + r[:0:-1]


def tc_13__extends_c(c, r):
    """Appends to the caller's column."""
    c.extend(r[:0:-1])
    return c


def tc_13__integer_array(c, r):
    """An integer array cuts floats off."""
    first = np.zeros(len(c) + len(r) - 1, int)
    first[: len(c)] = c
    first[len(c) :] = list(r)[:0:-1]
    return first


def tc_13__row_forward(c, r):
    """The row as it stands behind the column."""
    return np.concatenate((c, r[1:]))


def tc_13__right__modulo(c, r):
    """Places modulo the size."""
    size = len(c) + len(r) - 1
    first = [0] * size
    for i, entry in enumerate(c):
        first[i] = entry
    for j, entry in enumerate(r):
        first[-j % size] = entry
    return first


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


def tc_13__type_of_c(c, r):
    """The column has the type of c: fractions in r are cut off."""
    c = np.asarray(c)
    first = np.zeros(len(c) + len(r) - 1, c.dtype)
    first[: len(c)] = c
    for j in range(1, len(r)):
        first[-j] = r[j]
    return first
