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


def la_42a__right__rounded():
    """Read off in whole degrees."""
    return 23


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


def la_47__right__by_eigenvectors(W, y, t):
    """Each part along an eigenvector by itself."""
    lam, Q = np.linalg.eigh(laplacian(W))
    return Q @ ((Q.T @ np.asarray(y, float)) / (1 + t * lam))
