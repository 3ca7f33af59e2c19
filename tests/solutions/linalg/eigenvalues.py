"""Answers to the exercises of *Eigenvalues: the directions that stay*."""

import numpy as np


def la_37__zero_vector():
    """Zero is no eigenvector, whatever the test says."""
    return ([[0, 1], [1, 0]], [0, 0])


def la_37__right__sent_to_zero():
    """The line is kept, and collapses."""
    return ([[0, 0], [0, 1]], [1, 0])


def la_38__smaller_first():
    """The larger one was to come first."""
    return [-1, 5, -1, 2]


def la_38a__nearly_zero(A, lam):
    """Something not zero is no eigenvector yet."""
    (a, b), _ = A
    return [b + 1e-3, lam - a]


def la_38a__right__from_the_null_space(A, lam):
    """The last right singular vector of A - lam I."""
    return np.linalg.svd(np.array(A, float) - lam * np.eye(2))[2][-1].tolist()


def la_40__larger_radius():
    """It stretches by more than five, and its radius is 5."""
    return [[5, 1], [0, 1]]


def la_40__right__two_skew_lines():
    """Eigenvalues 1 and -1, on two lines that are nearly the same."""
    return [[1, 10], [0, -1]]


def la_40__right__a_turn_seen_askew():
    """Complex eigenvalues of size 1."""
    return [[0, -8], [0.125, 0]]


def la_41__too_many():
    """Twice as many."""
    return 124


def la_41__right__by_logarithms():
    """As calculated, not rounded."""
    return 61.9


def la_41a__never_iterated(A, steps, start):
    """The quotient of the start."""
    A, x = np.array(A, float), np.array(start, float)
    return float(x @ A @ x / (x @ x))


def la_41a__right__with_the_inverse(A, steps, start):
    """The inverse is formed, and the quotient divides by the squared length."""
    A, x = np.array(A, float), np.array(start, float)
    M = np.linalg.inv(A)
    for _ in range(steps):
        x = M @ x
        x = x / np.abs(x).max()
    return float((x @ x) / (x @ M @ x)) if len(A) == 1 else float(x @ A @ x / (x @ x))


def la_48__without_the_start():
    """The coordinates are missing."""
    return "bad"
