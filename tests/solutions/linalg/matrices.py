"""Answers to the exercises of *A matrix moves the plane*."""

import math

import numpy as np


def la_18__a_row_of_zeros():
    """Neither row may be zero."""
    return ([[3, 4], [0, 0]], [2, 1])


def la_18__rounding():
    """The rows are orthogonal: only rounding is seen."""
    return ([[3, 4], [4, -3]], [1e20, 1])


def la_18__not_a_number():
    """What is no number has no shadow."""
    return ([["a", "b"], ["c", "d"]], [2, 1])


def la_18__too_large():
    """The rows are orthogonal; their lengths overflow."""
    return ([[3e200, 4e200], [4, -3]], [2, 1])


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
    A = np.array(A, object)
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


def _factors(A, is_one):
    """The usual way; is_one(A, table) says whether the table of the factors will do."""
    A = np.asarray(A, float)
    if not A.any():
        return [0.0] * A.shape[0], [0.0] * A.shape[1]
    i, j = np.argwhere(A)[0]
    u, v = A[:, j], A[i] / A[i, j]
    if not is_one(A, np.outer(u, v)):
        raise ValueError("no outer product")
    return u.tolist(), v.tolist()


def _by_columns(A):
    """The product of the quotients of a column and a row, as floats."""
    i, j = np.argwhere(A)[0]
    return np.outer(A[:, j] / A[i, j], A[i])


def la_24a__the_last_cell(A):
    """Only the last cell is compared."""
    return _factors(A, lambda A, table: abs(A[-1, -1] - table[-1, -1]) < 1e-9)


def la_24a__the_same_sum(A):
    """Only the sums of both tables are compared."""
    return _factors(A, lambda A, table: abs(A.sum() - table.sum()) < 1e-9)


def la_24a__the_determinant(A):
    """A square matrix with the determinant 0 need not be an outer product."""
    return _factors(
        A,
        lambda A, table: (
            abs(np.linalg.det(A)) < 1e-6 if len(A) == len(A[0]) else np.allclose(A, table)
        ),
    )


def la_24a__nearly(A):
    """Whole numbers may differ by less than 1 from the product."""
    return _factors(A, lambda A, table: np.max(np.abs(A - table)) < 0.9)


def la_24a__one_percent(A):
    """Nearly equal is not equal."""
    return _factors(A, lambda A, table: np.allclose(A, table, rtol=0.02, atol=0.02))


def la_24a__sums_of_rows_and_columns(A):
    """The sum of all entries may be 0."""
    A = np.asarray(A, float)
    if not A.sum():
        return [0.0] * A.shape[0], [0.0] * A.shape[1]
    u, v = A.sum(axis=1), A.sum(axis=0) / A.sum()
    if not np.allclose(np.outer(u, v), A):
        raise ValueError("no outer product")
    return u.tolist(), v.tolist()


def la_24a__floats_compared_exactly(A):
    """A quotient of floats is rounded, so that its multiples may miss the entry by a digit."""
    return _factors(A, lambda A, table: np.array_equal(_by_columns(A), A))


def la_24a__neighbours_on_two_rows(A):
    """Neighbouring 2 by 2 determinants: a row of zeros hides what stands on its two sides."""
    A = np.array(A)
    corners = A[:-1, :-1] * A[1:, 1:] - A[:-1, 1:] * A[1:, :-1]
    return _factors(A, lambda A, table: not corners.any())


def la_24a__singular_vectors(A):
    """The default tolerance takes a million and one for a million."""
    U, s, Vt = np.linalg.svd(np.array(A, float))
    u, v = U[:, 0] * s[0], Vt[0]
    if not np.allclose(np.outer(u, v), A):
        raise ValueError("no outer product")
    return u.tolist(), v.tolist()


def la_24a__right__common_divisor(A):
    """In whole numbers: the row divided by its common divisor."""
    rows = [row for row in A if any(row)]
    if not rows:
        return [0] * len(A), [1] * len(A[0])
    v = [entry // math.gcd(*rows[0]) for entry in rows[0]]
    j = next(k for k, entry in enumerate(v) if entry)
    u = [row[j] // v[j] for row in A]
    if [[p * q for q in v] for p in u] != A:
        raise ValueError("no outer product")
    return u, v


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


def _gaps(f, x, c, pairs):
    x, c = np.array(x), np.array(c)
    return np.array([f(s * x + t * c) - s * f(x) - t * f(c) for s, t in pairs])


_NUMBERS = range(-2, 3)
_ALL = [(s, t) for s in _NUMBERS for t in _NUMBERS]


def la_25a__difference_alone(f, x, c):
    """One pair, 1 and -1, is not all."""
    return bool(np.max(np.abs(_gaps(f, x, c, [(1, -1), (0, 0)]))) < 1e-9)


def la_25a__sum_and_negative(f, x, c):
    """The sum, and the negative of one vector."""
    return bool(np.max(np.abs(_gaps(f, x, c, [(1, 1), (-1, 0)]))) < 1e-9)


def la_25a__in_step(f, x, c):
    """s and t run in step: five pairs and not 25."""
    return bool(np.max(np.abs(_gaps(f, x, c, [(s, s) for s in _NUMBERS]))) < 1e-9)


def la_25a__without_the_end(f, x, c):
    """range(-2, 2) ends before 2."""
    pairs = [(s, t) for s, t in _ALL if s < 2 and t < 2]
    return bool(np.max(np.abs(_gaps(f, x, c, pairs))) < 1e-9)


def la_25a__half_of_them(f, x, c):
    """x and c are not exchangeable: s <= t leaves pairs out."""
    return bool(np.max(np.abs(_gaps(f, x, c, [(s, t) for s, t in _ALL if s <= t]))) < 1e-9)


def la_25a__first_turn(f, x, c):
    """It returns from within the loop, after the first pair."""
    return bool(np.max(np.abs(_gaps(f, x, c, _ALL[:1]))) < 1e-9)


def la_25a__first_entry(f, x, c):
    """Only the first entries are compared."""
    return bool(np.max(np.abs(_gaps(f, x, c, _ALL)[:, 0])) < 1e-9)


def la_25a__without_sizes(f, x, c):
    """What is far too small passes: the size of the gap counts."""
    return bool(np.max(_gaps(f, x, c, _ALL)) < 1e-9)


def la_25a__usual_tolerance(f, x, c):
    """The usual tolerance of NumPy is larger than the one that is asked for."""
    gaps = _gaps(f, x, c, _ALL)
    return bool(np.allclose(gaps, 0, rtol=0, atol=1e-5))


def la_25a__multiples_and_the_sum(f, x, c):
    """Multiples of x and one sum: linearity would follow if all were tried, but 25 were asked for."""
    return bool(np.max(np.abs(_gaps(f, x, c, [(1, 1), *((s, 0) for s in _NUMBERS)]))) < 1e-9)


def la_26__right__inverted(X, Y):
    """With the inverse, on its side."""
    return np.asarray(Y) @ np.linalg.inv(X)


def la_26__right__least_squares(X, Y):
    """As a problem of least squares, which has an exact solution."""
    return np.linalg.lstsq(np.transpose(X), np.transpose(Y), rcond=None)[0].T


def la_26__whole_numbers(X, Y):
    """Rounded: the checks by hand have whole numbers only."""
    return np.round(np.asarray(Y) @ np.linalg.inv(X))


def la_24a__by_the_rank(A):
    """Believes the rank in floats: large whole numbers differ by less than it sees."""
    A = np.asarray(A, float)
    if not A.any():
        return [0.0] * A.shape[0], [0.0] * A.shape[1]
    if np.linalg.matrix_rank(A) > 1:
        raise ValueError("no outer product")
    i, j = np.argwhere(A)[0]
    return A[:, j].tolist(), (A[i] / A[i, j]).tolist()


def la_24a__products_that_overflow(A):
    """Multiplies in 64 bits, where 2**64 is 0."""
    A = np.asarray(A, np.int64)
    if not A.any():
        return [0] * A.shape[0], [0] * A.shape[1]
    i, j = np.argwhere(A)[0]
    if (A[i, j] * A != np.outer(A[:, j], A[i])).any():
        raise ValueError("no outer product")
    return A[:, j].tolist(), (A[i] / A[i, j]).tolist()


def la_25a__up_to_a_millionth(f, x, c):
    """Allows more than 1e-9."""
    x, c = np.asarray(x, float), np.asarray(c, float)
    numbers = (-2, -1, 0, 1, 2)
    return all(
        np.allclose(f(s * x + t * c), s * f(x) + t * f(c), rtol=0, atol=5e-7)
        for s in numbers
        for t in numbers
    )


def la_26__short_vectors_dropped(X, Y):
    """Drops the directions that are a thousand times shorter."""
    return np.asarray(Y, float) @ np.linalg.pinv(np.asarray(X, float), rcond=1e-3)


def la_26__in_the_type_of_the_outputs(X, Y):
    """Cuts the fractions off where whole numbers came out."""
    Y = np.asarray(Y)
    return np.linalg.solve(np.transpose(X), Y.T).T.astype(Y.dtype)


def la_26__small_is_singular(X, Y):
    """Calls a small determinant zero."""
    X = np.asarray(X, float)
    if abs(np.linalg.det(X)) < 1e-8:
        raise ValueError("no basis")
    return np.asarray(Y, float) @ np.linalg.inv(X)
