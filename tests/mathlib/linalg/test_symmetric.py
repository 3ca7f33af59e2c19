from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.symmetric import (
    definiteness,
    rayleigh,
    rayleigh_extrema,
    rebuild,
    spectral_power,
)

sizes = st.integers(1, 5)
squares = sizes.flatmap(lambda n: arrays(int, (n, n), elements=st.integers(-6, 6)))
symmetric = squares.map(lambda A: A + A.T)


@given(A=symmetric, exponent=st.integers(0, 4))
def test_a_power_by_eigenvalues_is_the_product_of_so_many(A, exponent):
    wanted = np.linalg.matrix_power(A, exponent)
    size = np.abs(wanted).max() + 1
    power = spectral_power(A, exponent)
    np.testing.assert_allclose(power, wanted, rtol=0, atol=1e-11 * size)
    assert (power == power.T).all()


@given(C=squares)
def test_the_root_has_no_negative_eigenvalue_and_its_square_is_the_matrix(C):
    A = C.T @ C
    root = spectral_power(A, 0.5)
    np.testing.assert_allclose(root @ root, A, rtol=0, atol=1e-10 * (1 + np.abs(A).max()))
    assert np.linalg.eigvalsh(root).min() > -1e-6


@given(A=symmetric)
def test_the_power_minus_one_is_the_inverse(A):
    assume(round(np.linalg.det(A)) != 0)
    inverse = spectral_power(A, -1)
    size = np.abs(inverse).max() * np.abs(A).max() * len(A)
    np.testing.assert_allclose(A @ inverse, np.eye(len(A)), rtol=0, atol=1e-12 * (1 + size))


@given(A=symmetric)
def test_terms_are_taken_by_size_and_all_of_them_make_the_matrix(A):
    lam, Q = np.linalg.eigh(A)
    n, size = len(A), np.abs(A).max() + 1
    np.testing.assert_allclose(rebuild(lam, Q, n), A, rtol=0, atol=1e-12 * size)
    assert not rebuild(lam, Q, 0).any()
    for k in range(n + 1):
        left = np.sort(np.abs(lam))[: n - k]
        error = np.linalg.norm(A - rebuild(lam, Q, k))
        assert error == pytest.approx(np.sqrt(left @ left), rel=1e-9, abs=1e-11 * size)


@given(A=squares, data=st.data())
def test_the_quotient_is_a_sum_of_products_by_the_squared_length(A, data):
    x = data.draw(arrays(int, len(A), elements=st.integers(-9, 9)))
    assume(x.any())
    n = range(len(A))
    exact = Fraction(
        sum(int(A[i, j] * x[i] * x[j]) for i in n for j in n), sum(int(v) ** 2 for v in x)
    )
    assert rayleigh(A, x) == pytest.approx(float(exact), rel=1e-12, abs=1e-12)
    least, most = rayleigh_extrema(A)
    assert least - 1e-9 <= exact <= most + 1e-9


def test_the_extremes_are_those_on_a_fine_circle():
    rng = np.random.default_rng(0)
    theta = np.linspace(0, np.pi, 20_001)
    X = np.array([np.cos(theta), np.sin(theta)])
    for A in rng.normal(size=(20, 2, 2)):
        q = (X * (A @ X)).sum(axis=0)
        assert rayleigh_extrema(A) == pytest.approx((q.min(), q.max()), rel=0, abs=1e-6)


def by_minors(A):
    """The definition by all principal minors, exactly: no eigenvalue is calculated."""

    def det(M):
        if not M:
            return 1
        return sum(
            (-1) ** j * M[0][j] * det([row[:j] + row[j + 1 :] for row in M[1:]])
            for j in range(len(M))
        )

    n = len(A)
    kinds = {}
    for sign, name in ((1, "positive"), (-1, "negative")):
        B = (sign * A).tolist()
        chosen = [[i for i in range(n) if on[i]] for on in product((0, 1), repeat=n)]
        minors = [det([[B[i][j] for j in at] for i in at]) for at in chosen]
        leading = [det([row[:k] for row in B[:k]]) for k in range(1, n + 1)]
        if all(m > 0 for m in leading):
            kinds[name] = f"{name} definite"
        elif all(m >= 0 for m in minors):
            kinds[name] = f"{name} semidefinite"
    if len(kinds) == 2:
        return "zero"
    return next(iter(kinds.values()), "indefinite")


small = st.integers(1, 4).flatmap(lambda n: arrays(int, (n, n), elements=st.integers(-2, 2)))


@given(A=st.one_of(small.map(lambda A: A + A.T), small.map(lambda C: C.T @ C)))
def test_the_kind_is_that_of_the_minors_in_whole_numbers(A):
    assert definiteness(A, 1e-9) == by_minors(A)


def test_every_kind_by_hand():
    for diagonal, kind in [
        ([1, 2], "positive definite"),
        ([0, 2], "positive semidefinite"),
        ([-1, -2], "negative definite"),
        ([-1, 0], "negative semidefinite"),
        ([-1, 2], "indefinite"),
        ([0, 0], "zero"),
        ([3], "positive definite"),
    ]:
        assert definiteness(np.diag(diagonal)) == kind
    assert spectral_power([[0, 0], [0, 0]], 0).tolist() == [[1, 0], [0, 1]]
    assert spectral_power([[5, 4], [4, 5]], 0.5) == pytest.approx(np.array([[2, 1], [1, 2]]))
    assert spectral_power([[-2]], 3).tolist() == [[-8]]
    assert rayleigh([[7]], [-3]) == 7 and rayleigh([[0, 0], [0, 0]], [1, 2]) == 0
    assert rebuild([1, 3, -3], np.eye(3), 1).tolist() == np.diag([0, 3, 0]).tolist()


@pytest.mark.parametrize("size", [1e-300, 1e-200, 1e200, 1e300])
def test_sizes_near_the_ends_of_floats(size):
    A = size * np.array([[2.0, 1.0], [1.0, 2.0]])
    assert rayleigh_extrema(A) == pytest.approx((size, 3 * size), rel=1e-12)
    assert rayleigh(A, [size, size]) == pytest.approx(3 * size, rel=1e-12)
    assert definiteness(A) == "positive definite" and definiteness(-A) == "negative definite"
    root = spectral_power(A, 0.5)
    assert root @ root == pytest.approx(A, rel=1e-12)


def test_an_eigenvalue_too_large_for_a_float_is_no_zero():
    A = np.full((2, 2), 1e308)
    assert definiteness(A) == "positive semidefinite"
    assert definiteness(-A) == "negative semidefinite"
    assert definiteness(A - np.diag([0, 1.5e308])) == "indefinite"
    with pytest.raises(ValueError, match="A must have eigenvalues that a float holds, got"):
        spectral_power(A, 1)


def test_the_tolerance_is_relative_and_counted_on_both_sides():
    A = 1e6 * np.diag([1, -1e-6])
    assert definiteness(A, 2e-6) == "positive semidefinite"
    assert definiteness(A, 0.5e-6) == definiteness(A) == definiteness(A, 0) == "indefinite"
    assert definiteness(-A, 2e-6) == "negative semidefinite"
    assert definiteness(np.diag([1, 2.0**-51])) == "positive semidefinite"
    assert definiteness(np.diag([1, 2.0**-50])) == "positive definite"
    assert definiteness(np.diag([1, 1e-9]), 0) == "positive definite"
    assert definiteness(np.diag([1.0, 2.0]), 1) == "zero"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda: definiteness([[1, 2], [3, 1]]),
            r"A must be symmetric, got 2.0 at \(0, 1\) and 3.0",
        ),
        (lambda: definiteness([[1, 2]]), r"A must be square, got shape \(1, 2\)"),
        (lambda: definiteness([[1]], -1), "tol must be 0 or more, got -1"),
        (lambda: definiteness([[1]], np.nan), "tol must be 0 or more, got nan"),
        (lambda: spectral_power([[0]], -1), "0 or more where an eigenvalue is 0, got -1"),
        (lambda: spectral_power([[-1]], 0.5), "whole where an eigenvalue is below 0, got 0.5"),
        (lambda: spectral_power([[1]], np.inf), "exponent must be finite, got inf"),
        (lambda: spectral_power([[1e200]], 2), "leave what a float holds, got 2"),
        (lambda: spectral_power([[np.nan]], 2), "A must be finite, got"),
        (lambda: rayleigh([[1, 2], [3, 4]], [0, 0]), "x must not be zero.*got"),
        (lambda: rayleigh([[1, 2], [3, 4]], [1]), "as many entries as A has rows, 2, got 1"),
        (lambda: rayleigh([[1]], [np.inf]), "x must be finite, got"),
        (lambda: rayleigh_extrema(np.eye(2, 3)), r"A must be square, got shape \(2, 3\)"),
        (lambda: rayleigh_extrema(np.eye(0)), "A must be a non-empty matrix"),
        (lambda: rebuild([1, 2], np.eye(3), 1), "as many columns as lam has entries, 2, got 3"),
        (lambda: rebuild([1, 2], np.eye(2), 3), "k must be at most 2, got 3"),
        (lambda: rebuild([1, 2], np.eye(2), -1), "k must be at least 0, got -1"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_what_rounding_makes_of_a_symmetric_matrix_is_symmetric_enough():
    A = np.array([[1.0, 0.1 + 0.2], [0.3, 1.0]])
    assert A[0, 1] != A[1, 0]
    assert definiteness(A) == "positive definite"
    with pytest.raises(ValueError, match="symmetric"):
        definiteness(A + np.array([[0, 1e-8], [0, 0]]))
