"""Answers to the exercises of *Eigenvalues: the directions that stay*."""

import numpy as np


def la_37__zero_vector():
    """Zero is no eigenvector, whatever the test says."""
    return ([[0, 1], [1, 0]], [0, 0])


def la_37__right__sent_to_zero():
    """The line is kept, and collapses."""
    return ([[0, 0], [0, 1]], [1, 0])


def la_37__a_short_vector():
    """It is sheared off its line; that the product of four small numbers is tiny says nothing."""
    return ([[1, 1], [0, 1]], [0, 1e-7])


def la_37__hardly_turned_at_all():
    """A quarter turn, of whatever length, keeps no line."""
    return ([[0, -1e-13], [1e-13, 0]], [1, 0])


def la_37__right__nearly_zero():
    """On paper v is sent to 0, and the machine rounds."""
    return ([[0.1, 0.3], [0.2, 0.6]], [3, -1])


def la_37__right__reversed_and_tiny():
    """A negative eigenvalue, however small, reverses."""
    return ([[-1e-200, 0], [0, 1]], [1, 0])


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


def la_38a__right__of_the_longer_row(A, lam):
    """The longer of the two rows decides."""
    (a, b), (c, d) = A
    v = [b, lam - a] if abs(b) + abs(lam - a) >= abs(c) + abs(lam - d) else [lam - d, c]
    return v if any(v) else [0, 1]


def la_38a__small_is_zero(A, lam):
    """Takes a row of small numbers for zero."""
    M = np.array(A, float) - lam * np.eye(2)
    if not np.allclose(M[0], 0):
        return [-M[0][1], M[0][0]]
    return [-M[1][1], M[1][0]] if not np.allclose(M[1], 0) else [1, 0]


def la_38a__whole_numbers(A, lam):
    """Cuts fractions off."""
    (a, b), (c, d) = A
    if b or lam != a:
        return [int(b), int(lam - a)]
    return [int(lam - d), int(c)] if c or lam != d else [1, 0]


def la_40__larger_radius():
    """It stretches by more than five, and its radius is 5."""
    return [[5, 1], [0, 1]]


def la_40__just_fivefold():
    """Five is not more than five."""
    return [[1, 4.8], [0, 1]]


def la_40__right__all_entries_large():
    """Defective, in another basis: rounding moves eigenvalues that NumPy finds by 1e-6."""
    return [[101, 100], [-100, -99]]


def la_40__right__tuples():
    """A tuple of rows is a matrix, too."""
    return ((1, 5), (0, 1))


def la_40__right__two_skew_lines():
    """Eigenvalues 1 and -1, on two lines that are nearly the same."""
    return [[1, 10], [0, -1]]


def la_40__right__a_turn_seen_askew():
    """Complex eigenvalues of size 1."""
    return [[0, -8], [0.125, 0]]


def la_41__too_many():
    """Twice as many."""
    return 124


def la_41__a_fifth_less_in_each_step():
    """The logarithm of 0.8 is not -0.2."""
    return 69


def la_41__a_step_counts_as_a_quarter():
    """The logarithm of 0.8 is not -0.25."""
    return 56


def la_41__right__by_logarithms():
    """As calculated, not rounded."""
    return 61.9


def la_41a__never_iterated(A, steps, start):
    """The quotient of the start."""
    A, x = np.array(A, float), np.array(start, float)
    return float(x @ A @ x / (x @ x))


def la_41a__from_a_routine(A, steps, start):
    """Neither the steps nor the start are used."""
    return float(min(np.linalg.eigvals(np.array(A, float)), key=abs).real)


def la_41a__no_more_than_sixty(A, steps, start):
    """It stops before it is asked to."""
    A, x = np.array(A, float), np.array(start, float)
    for _ in range(min(steps, 60)):
        x = np.linalg.solve(A, x)
        x = x / np.linalg.norm(x)
    return float(x @ A @ x)


def la_41a__right__from_the_last_step(A, steps, start):
    """The estimate is 1 divided by x . y, of the last system that was solved."""
    A, x = np.array(A, float), np.array(start, float)
    for _ in range(steps):
        x = x / np.linalg.norm(x)
        y = np.linalg.solve(A, x)
        found, x = 1 / float(x @ y), y
    return found


def la_41a__right__with_the_inverse(A, steps, start):
    """The inverse is formed, and the quotient divides by the squared length."""
    A, x = np.array(A, float), np.array(start, float)
    M = np.linalg.inv(A)
    for _ in range(steps):
        x = M @ x
        x = x / np.abs(x).max()
    return float((x @ x) / (x @ M @ x)) if len(A) == 1 else float(x @ A @ x / (x @ x))


def iterated(A, steps, x):
    for _ in range(steps):
        x = np.linalg.solve(A, x / np.linalg.norm(x))
    return x / np.linalg.norm(x)


def la_41a__another_start(A, steps, start):
    """Begins where it likes."""
    A = np.array(A, float)
    x = iterated(A, steps, np.random.default_rng(1).normal(size=len(A)))
    return float(x @ A @ x)


def la_41a__by_the_first_entry(A, steps, start):
    """Divides first entries, of which one may be 0."""
    A = np.array(A, float)
    x = iterated(A, steps, np.array(start, float))
    with np.errstate(all="ignore"):
        return float((A @ x)[0] / x[0])


def la_41a__small_is_singular(A, steps, start):
    """Takes a small determinant for none."""
    A = np.array(A, float)
    x = iterated(A, steps, np.array(start, float))
    return float(x @ A @ x) if abs(np.linalg.det(A)) > 1e-12 else 0.0


def la_41a__transposed(A, steps, start):
    """Solves with the transpose, which has the same eigenvalues, and other lines."""
    A = np.array(A, float)
    x = iterated(A.T, steps, np.array(start, float))
    return float(x @ A @ x)


def la_48__without_the_start():
    """The coordinates are missing."""
    return "bad"
