"""Answers to the exercises of *A matrix moves the plane*."""

import numpy as np


def la_18__a_row_of_zeros():
    """Neither row may be zero."""
    return ([[3, 4], [0, 0]], [2, 1])


def la_18__right__one_line():
    """Two rows on one line: the one shadow is counted twice."""
    return ([[1, 1], [2, 2]], [1, 0])


def la_19__only_the_columns():
    """Three vectors were asked for."""
    return [[1, 2, 1], [1, -2, 0]]


def la_19__right__floats():
    """The same numbers, as floats."""
    return [[1.0, 2.0, 1.0], [1.0, -2.0, 0.0], [4.0, 4.0, 3.0]]


def la_24__whole_tables():
    """The second line adds up, too."""
    return [[12, 34], [13, 24], [13, 24], [100, 20]]


def la_24a__right__largest_entry(A):
    """From the largest entry on, and compared exactly."""
    A = np.array(A)
    i, j = np.unravel_index(np.argmax(np.abs(A)), A.shape)
    if any(
        A[p, q] * A[i, j] != A[p, j] * A[i, q] for p in range(A.shape[0]) for q in range(A.shape[1])
    ):
        raise ValueError("no outer product")
    return A[:, j].tolist(), (A[i] / (A[i, j] or 1)).tolist()


def la_24a__signs_are_lost(A):
    """Sizes alone: the signs of v are lost."""
    A = np.asarray(A, float)
    if not A.any():
        return [0.0] * A.shape[0], [0.0] * A.shape[1]
    if np.linalg.matrix_rank(A) > 1:
        raise ValueError("no outer product")
    i, j = np.argwhere(A)[0]
    return A[:, j].tolist(), np.abs(A[i] / A[i, j]).tolist()


def la_25__right__zero_later():
    """That 0 is a member may be said at any place before the end."""
    return "daefb"


def la_25__linearity_first():
    """Whose x, s and t are these?"""
    return "fadeb"


def la_25a__right__two_arrays(f, x, c):
    """A product of all pairs, without loops over names."""
    x, c = np.array(x), np.array(c)
    pairs = [(s, t) for s in range(-2, 3) for t in range(-2, 3)]
    gaps = [np.max(np.abs(f(s * x + t * c) - s * f(x) - t * f(c)), initial=0) for s, t in pairs]
    return bool(max(gaps) < 1e-9)


def la_25a__positive_multiples(f, x, c):
    """Only positive numbers are tried."""
    x, c = np.array(x), np.array(c)
    pairs = [(s, t) for s in range(1, 3) for t in range(1, 3)]
    gaps = [np.max(np.abs(f(s * x + t * c) - s * f(x) - t * f(c)), initial=0) for s, t in pairs]
    return bool(max(gaps) < 1e-9)


def la_26__right__inverted(X, Y):
    """With the inverse, on its side."""
    return np.asarray(Y) @ np.linalg.inv(X)


def la_26__right__least_squares(X, Y):
    """As a problem of least squares, which has an exact solution."""
    return np.linalg.lstsq(np.transpose(X), np.transpose(Y), rcond=None)[0].T


def la_26__whole_numbers(X, Y):
    """Rounded: the checks by hand have whole numbers only."""
    return np.round(np.asarray(Y) @ np.linalg.inv(X))
