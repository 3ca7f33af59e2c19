"""Answers to the exercises of *Volume, rank and condition*."""

import itertools

import numpy as np

from mathlib.linalg.systems import determinant, null_space, rank, row_reduce


def la_31__right__as_a_tuple():
    """A tuple of floats, and a fraction."""
    return (16.0, -12.0, -3 / 2, 3.0)


def la_31__two_rows():
    """Takes the matrices for 2 by 2."""
    return [8, -12, -1.5, 3]


def la_33__right__floats():
    """Integers, written as floats."""
    return [1.0, 1.0, 3.0, 2.0, 5.0]


def la_33__squared():
    """Takes the rank of the square for 0."""
    return [1, 0, 3, 2, 5]


def la_33a__right__other_side_first():
    """The harder inclusion first."""
    return "hbfdae"


def la_33a__two_lines_short():
    """Leaves the inclusions out."""
    return "hae"


def la_33b__right__by_elimination(A, b):
    """By the pivots of A with b beside it."""
    n = np.shape(A)[1]
    pivots = row_reduce(np.column_stack([A, b]))[1]
    return "none" if n in pivots else "one" if len(pivots) == n else "many"


def la_33b__right__by_null_space(A, b):
    """By least squares with a tolerance, and the size of the null space."""
    A, b = np.asarray(A, float), np.asarray(b, float)
    x = np.linalg.lstsq(A, b, rcond=None)[0]
    if np.linalg.norm(A @ x - b) > 1e-8 * (1 + np.linalg.norm(b)):
        return "none"
    return "many" if null_space(A).shape[1] else "one"


def la_33b__exact_residual(A, b):
    """Asks floats for equality."""
    A, b = np.asarray(A, float), np.asarray(b, float)
    x = np.linalg.lstsq(A, b, rcond=None)[0]
    if np.any(A @ x != b):
        return "none"
    return "many" if null_space(A).shape[1] else "one"


def la_33b__solves_square_ones(A, b):
    """Only square matrices can be solved."""
    try:
        np.linalg.solve(np.asarray(A, float), np.asarray(b, float))
    except np.linalg.LinAlgError:
        return "many"
    return "one"


def la_33b__near_enough(A, b):
    """Takes equations that nearly agree for ones that do."""
    A, b = np.asarray(A, float), np.asarray(b, float)
    x = np.linalg.lstsq(A, b, rcond=None)[0]
    if np.linalg.norm(A @ x - b) > 0.1:
        return "none"
    return "many" if null_space(A).shape[1] else "one"


def la_33b__columns_in_pairs(A, b):
    """Takes columns for independent if no two of them are multiples of each other."""
    A = np.asarray(A)
    if rank(np.column_stack([A, b])) > rank(A):
        return "none"
    pairs = itertools.combinations(range(A.shape[1]), 2)
    dependent = any(rank(A[:, pair]) < 2 for pair in pairs) or not A.any(axis=0).all()
    return "many" if dependent or A.shape[0] < A.shape[1] else "one"


def la_33b__one_column_at_a_time(A, b):
    """Asks whether b is a multiple of one of the columns."""
    A = np.asarray(A)
    hit = rank(A) == A.shape[0] or any(
        column.any() and rank(np.column_stack([column, b])) == 1 for column in A.T
    )
    if np.any(b) and not hit:
        return "none"
    return "one" if rank(A) == A.shape[1] else "many"


def la_33b__right__determinant_first(A, b):
    """A square matrix with a determinant has one solution; only then ask for ranks."""
    m, n = np.shape(A)
    if m == n and abs(determinant(A)) > 1e-9:
        return "one"
    if rank(np.column_stack([A, b])) > rank(A):
        return "none"
    return "one" if n < m and rank(A) == n else "many"


def la_33b__whatever_can_be_solved(A, b):
    """A solution that is found counts, although only rounding made the matrix invertible."""
    A = np.asarray(A, float)
    if A.shape[0] == A.shape[1] and np.linalg.det(A) != 0:
        return "one"
    if rank(np.column_stack([A, b])) > rank(A):
        return "none"
    return "one" if rank(A) == A.shape[1] else "many"


def la_33b__singular_values_below_a_hundredth(A, b):
    """Takes small singular values for zero."""
    B = np.column_stack([A, b])
    if rank(B, tol=0.01) > rank(A, tol=0.01):
        return "none"
    return "one" if rank(A, tol=0.01) == np.shape(A)[1] else "many"


def la_33b__many_if_wide(A, b):
    """Fewer equations than unknowns always leave many."""
    m, n = np.shape(A)
    pivots = row_reduce(np.column_stack([A, b]))[1]
    if m < n:
        return "many"
    return "none" if n in pivots else "one" if len(pivots) == n else "many"


def la_17__right__all_of_them(A, p):
    """Tries all corners of the ball."""
    A = np.asarray(A, float)
    n = A.shape[1]
    corners = [*np.eye(n)] if p == 1 else itertools.product((1, -1), repeat=n)
    return max(corners, key=lambda x: np.linalg.norm(A @ np.array(x, float), p))


def la_17__right__turned(A, p):
    """The other way round is as good."""
    A = np.asarray(A)
    if p == 1:
        return (-np.eye(A.shape[1])[np.argmax(np.abs(A).sum(axis=0))]).tolist()
    return np.where(A[np.argmax(np.abs(A).sum(axis=1))] > 0, -1, 1).tolist()


def la_17__euclidean(A, p):
    """The direction that is stretched most for the norm 2, made as long as asked."""
    x = np.linalg.svd(np.asarray(A, float))[2][0]
    return x / np.linalg.norm(x, p)


def la_17__the_row_itself(A, p):
    """Along the largest row, as for the norm 2."""
    A = np.asarray(A, float)
    x = A[np.argmax(np.abs(A).sum(axis=1))]
    return x / np.linalg.norm(x, p) if x.any() else np.eye(A.shape[1])[0]


def la_17__first_column(A, p):
    """Always the first unit vector, always ones."""
    A = np.asarray(A)
    return np.eye(A.shape[1])[0] if p == 1 else np.ones(A.shape[1])


def la_17__small_is_zero(A, p):
    """Takes small entries for zero."""
    A = np.asarray(A, float)
    if p == 1:
        return np.eye(A.shape[1])[np.argmax(np.abs(A).sum(axis=0).round(9))]
    return np.where(A[np.argmax(np.abs(A).sum(axis=1))] < -1e-9, -1.0, 1.0)


def la_17__divided_by_sizes(A, p):
    """Divides entries by their sizes, of which one may be 0."""
    A = np.asarray(A, float)
    if p == 1 or not A.any():
        return np.eye(A.shape[1])[np.argmax(np.abs(A).sum(axis=0))]
    row = A[np.argmax(np.abs(A).sum(axis=1))]
    with np.errstate(all="ignore"):
        return row / np.abs(row)


def la_32__right__a_shear():
    """Not diagonal, and a negative determinant."""
    return [[[0, 1e-6], [1e-6, 0]], [[1, 1e5], [0, 1]]]


def la_32__same_twice():
    """One matrix for both."""
    return [[[1e-5, 0], [0, 1e-5]], [[1e-5, 0], [0, 1e-5]]]


def la_32__just_more_than_twice():
    """The first has the condition number 3."""
    return [[[3e-5, 0], [0, 1e-5]], [[1e5, 0], [0, 1e-5]]]


def la_32a__right__exact():
    """Not estimated but calculated."""
    return 3992004


def la_32a__one_entry():
    """The largest entry by the smallest."""
    return 1000 / 998
