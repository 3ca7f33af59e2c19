"""Answers to the exercises of *Symmetric matrices and quadratic forms*."""

import numpy as np

from mathlib.linalg.graphs import laplacian


def la_39__transposed_order():
    """The inverse of the root first."""
    return [[[3 / 8, -1 / 8], [-1 / 8, 3 / 8]], [[3, 1], [1, 3]]]


def la_39__right__decimals():
    """In decimals, as tuples."""
    return (((3.0, 1.0), (1.0, 3.0)), ((0.375, -0.125), (-0.125, 0.375)))


def la_42__a_zero_eigenvalue():
    """The eigenvalue 0 is not positive."""
    return [[0, 5], [0, 1]]


def la_42__too_large():
    """Not from -9 to 9."""
    return [[1, 50], [0, 1]]


def la_42__right__lower():
    """The other triangle, and other eigenvalues."""
    return [[2, 0], [-9, 3]]


def la_42__right__tuples():
    """A tuple of tuples, with the other sign."""
    return ((1, -3), (0, 1))


def la_42__right__with_a_point():
    """Whole numbers, written with a point."""
    return [[1.0, 5.0], [0.0, 1.0]]


def la_42__right__an_eigenvalue_twice():
    """Not triangular, the eigenvalue 1 twice, which rounding makes complex."""
    return [[-1, 4], [-1, 3]]


def la_42__right__zero_is_enough():
    """At (1, -1) the form is 0, which is not above 0."""
    return [[1, 2], [0, 1]]


def la_42__three_rows():
    """Three rows."""
    return [[1, 5, 0], [0, 1, 0], [0, 0, 1]]


def la_42a__right__rounded():
    """Read off in whole degrees."""
    return 23


def la_42a__right__a_step_of_the_slider():
    """The two steps on both sides of the top have one value."""
    return 20


def la_42a__in_radians():
    """The angle in radians."""
    return 0.3927


def la_42a__the_other_end():
    """The opposite direction is out of the range."""
    return 202.5


def la_43__leading_two(A):
    """The determinants of one and of two rows."""
    A = np.asarray(A, float)
    size = abs(A).max() or 1
    return bool(A[0, 0] > 0 and np.linalg.det(A[:2, :2] / size) > 1e-9)


def la_43__always(A):
    """Says yes to all."""
    return True


def la_43__what_rounding_leaves(A):
    """Every eigenvalue above 0 is taken for positive, what rounding leaves too."""
    return bool(np.linalg.eigvalsh(np.asarray(A, float))[0] > 0)


def la_43__cholesky_alone(A):
    """Whether Cholesky's program breaks down."""
    try:
        np.linalg.cholesky(np.asarray(A, float))
    except np.linalg.LinAlgError:
        return False
    return True


def la_43__every_leading_determinant(A):
    """The determinants of the first rows and columns, compared with 0."""
    A = np.asarray(A, float)
    return all(bool(np.linalg.det(A[:i, :i]) > 0) for i in range(1, len(A) + 1))


def la_43__by_the_least(A):
    """Compared with the smallest size of an eigenvalue."""
    lam = np.linalg.eigvalsh(np.asarray(A, float))
    return bool(lam[0] > 1e-9 * abs(lam).min())


def la_43__a_thousandth(A):
    """A thousandth of the largest counts as zero."""
    lam = np.linalg.eigvalsh(np.asarray(A, float))
    return bool(lam[0] > 1e-3 * abs(lam).max())


def la_43__a_millionth(A):
    """A millionth of the largest counts as zero."""
    lam = np.linalg.eigvalsh(np.asarray(A, float))
    return bool(lam[0] > 1e-6 * abs(lam).max())


def la_43__a_billionth_of_a_thousandth(A):
    """Only what is below 1e-12 of the largest counts as zero."""
    lam = np.linalg.eigvalsh(np.asarray(A, float))
    return bool(lam[0] > 1e-12 * abs(lam).max())


def la_43__right__pivots(A):
    """By pivots."""
    A = np.array(A, float)
    size = np.linalg.norm(A, 2)
    for i in range(len(A)):
        if A[i, i] <= 1e-9 * size:
            return False
        A = A - np.outer(A[:, i], A[i]) / A[i, i]
    return True


def la_43__right__cholesky(A):
    """By Cholesky, after taking away what counts as zero."""
    A = np.asarray(A, float)
    shift = 1e-9 * np.linalg.norm(A, 2)
    try:
        np.linalg.cholesky(A - shift * np.eye(len(A)))
    except np.linalg.LinAlgError:
        return False
    return bool(A.any())


def la_43a__one_word():
    """The fourth taken for indefinite."""
    return ["indefinite", "positive semidefinite", "negative definite", "indefinite"]


def la_43b__right__positive_first():
    """What is said of f(x) may come in either order."""
    return "gcdabf"


def la_43b__given_last():
    """What is given comes too late."""
    return "cgadbf"


def la_47__many_steps(W, y, t):
    """A hundred short steps, which are not there yet for a large t."""
    x = y = np.asarray(y, float)
    for _ in range(100):
        x = x - 0.01 * (x - y + t * (laplacian(W) @ x))
    return x


def la_47__a_thousand_steps(W, y, t):
    """A thousand steps as long as they may be: along a path that is not enough."""
    L, y = laplacian(W), np.asarray(y, float)
    x = y
    for _ in range(1000):
        x = x - (x - y + t * (L @ x)) / (1 + 2 * t * np.diag(L).max())
    return x


def la_47__cooled(W, y, t):
    """Heat that flows for the time t is another way to smooth."""
    lam, Q = np.linalg.eigh(laplacian(W))
    return Q @ (np.exp(-t * lam) * (Q.T @ np.asarray(y, float)))


def la_47__right__least_squares(W, y, t):
    """A row for each edge, and least squares."""
    W, n = np.asarray(W, float), len(W)
    edges = [
        (t * W[i, j]) ** 0.5 * (np.eye(n)[i] - np.eye(n)[j]) for i in range(n) for j in range(i)
    ]
    wanted = np.r_[np.asarray(y, float), np.zeros(len(edges))]
    return np.linalg.lstsq(np.vstack([np.eye(n), *edges]), wanted, rcond=None)[0]


def la_47__right__by_eigenvectors(W, y, t):
    """Each part along an eigenvector by itself."""
    lam, Q = np.linalg.eigh(laplacian(W))
    return Q @ ((Q.T @ np.asarray(y, float)) / (1 + t * lam))
