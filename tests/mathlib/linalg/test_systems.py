import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.systems import (
    condition,
    determinant,
    matrix_norm,
    null_space,
    rank,
    row_reduce,
)

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
KINDS = ("F", "1", "2", "inf")


def integers(m, n):
    return arrays(int, (m, n), elements=st.integers(-4, 4))


matrices = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(lambda s: integers(*s))
squares = st.integers(0, 5).flatmap(lambda n: integers(n, n))
pairs = st.integers(0, 4).flatmap(lambda n: st.tuples(integers(n, n), integers(n, n)))
# Of many a rank is lower than both sides: products over a narrow middle.
low = st.tuples(st.integers(1, 5), st.integers(1, 3), st.integers(1, 5)).flatmap(
    lambda s: st.tuples(integers(s[0], s[1]), integers(s[1], s[2]))
)


def by_orders(A):
    n, total = len(A), 0
    for order in itertools.permutations(range(n)):
        term = math.prod(int(A[i, j]) for j, i in enumerate(order))
        turns = sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n))
        total += -term if turns % 2 else term
    return total


@given(A=squares)
def test_the_determinant_is_the_signed_sum_over_all_orders(A):
    assert determinant(A) == pytest.approx(by_orders(A), rel=1e-12, abs=1e-9)


@given(both=pairs, t=st.integers(-3, 3))
def test_determinants_multiply_and_a_number_comes_out_n_times(both, t):
    A, B = both
    product = determinant(A) * determinant(B)
    assert determinant(A @ B) == pytest.approx(product, rel=1e-9, abs=1e-6)
    assert determinant(A.T) == pytest.approx(determinant(A), rel=1e-9, abs=1e-9)
    assert determinant(t * A) == pytest.approx(t ** len(A) * determinant(A), rel=1e-9, abs=1e-9)


@given(A=squares)
def test_exchanging_two_rows_changes_the_sign(A):
    if len(A) > 1:
        B = A[[1, 0, *range(2, len(A))]]
        assert determinant(B) == pytest.approx(-determinant(A), rel=1e-9, abs=1e-9)


def _is_reduced(R, pivots):
    """Rows begin with a 1 that is alone in its column, further right from row to row."""
    begins = [next((j for j, v in enumerate(row) if v != 0), None) for row in R]
    assert begins[: len(pivots)] == pivots == sorted(pivots)
    assert not any(any(row) for row in R[len(pivots) :])
    for r, j in enumerate(pivots):
        assert [row[j] for row in R] == [int(i == r) for i in range(len(R))]


@given(A=matrices)
def test_the_reduced_form_is_reduced_and_has_the_same_null_vectors(A):
    R, pivots = row_reduce(A)
    _is_reduced(R, pivots)
    n = A.shape[1]
    for j in set(range(n)) - set(pivots):
        x = [Fraction(int(k == j)) for k in range(n)]
        for r, p in enumerate(pivots):
            x[p] = -R[r][j]
        assert all(sum(int(a) * v for a, v in zip(row, x, strict=True)) == 0 for row in A)


@given(factors=low)
def test_the_rank_is_the_number_of_pivots_and_that_of_the_transpose(factors):
    B, C = factors
    A = B @ C
    r = rank(A)
    assert r == len(row_reduce(A)[1]) == rank(A.T) == rank(A.T @ A)
    assert r <= min(B.shape[1], *A.shape)
    assert r == np.linalg.matrix_rank(A)


@given(factors=low)
def test_rank_and_nullity_add_up_and_the_null_space_is_orthonormal(factors):
    A = factors[0] @ factors[1]
    Z, n = null_space(A), A.shape[1]
    assert Z.shape == (n, n - rank(A))
    np.testing.assert_allclose(A @ Z, 0, rtol=0, atol=1e-12 * (1 + np.abs(A).sum()))
    np.testing.assert_allclose(Z.T @ Z, np.eye(Z.shape[1]), rtol=0, atol=1e-13)


@given(A=matrices, kind=st.sampled_from(KINDS), seed=st.integers(0, 99))
def test_no_vector_is_stretched_more_than_the_norm_says(A, kind, seed):
    p = {"1": 1, "inf": np.inf}.get(kind, 2)
    x = np.random.default_rng(seed).normal(size=A.shape[1])
    assert np.linalg.norm(A @ x, p) <= matrix_norm(A, kind) * np.linalg.norm(x, p) * (1 + 1e-12)


@given(factors=low, kind=st.sampled_from(KINDS))
def test_norms_are_submultiplicative(factors, kind):
    A, B = factors
    product = matrix_norm(A, kind) * matrix_norm(B, kind)
    assert matrix_norm(A @ B, kind) <= product * (1 + 1e-12)


@given(A=matrices, kind=st.sampled_from(KINDS))
def test_norms_are_numpys(A, kind):
    order = {"F": "fro", "1": 1, "2": 2, "inf": np.inf}[kind]
    assert matrix_norm(A / 7, kind) == pytest.approx(np.linalg.norm(A / 7, order), rel=1e-13)


@given(A=squares)
def test_the_condition_number_is_numpys_and_that_of_multiples(A):
    if len(A) and abs(determinant(A)) > 0.5:
        kappa = condition(A)
        assert kappa == pytest.approx(np.linalg.cond(A), rel=1e-9) and kappa >= 1
        assert condition(-1e-150 * A) == pytest.approx(kappa, rel=1e-9)
        assert condition(np.linalg.inv(A)) == pytest.approx(kappa, rel=1e-6)


@needs_torch
def test_determinant_norms_and_condition_are_torchs():
    A = np.random.default_rng(0).normal(size=(40, 40))
    there = torch.tensor(A)
    assert determinant(A) == pytest.approx(torch.linalg.det(there).item(), rel=1e-10)
    assert condition(A) == pytest.approx(torch.linalg.cond(there).item(), rel=1e-9)
    assert rank(A[:, [0, 1, 1]]) == torch.linalg.matrix_rank(there[:, [0, 1, 1]]).item() == 2
    assert matrix_norm(A) == pytest.approx(torch.linalg.matrix_norm(there, 2).item(), rel=1e-12)


def test_by_hand():
    assert determinant([[3, 1], [1, 2]]) == 5
    assert determinant([[0, 2], [3, 0]]) == -6
    assert determinant([[0, 1, 0], [0, 0, 1], [1, 0, 0]]) == 1  # two exchanges
    assert determinant([[-7]]) == -7
    R, pivots = row_reduce([[1, 2, 1], [2, 4, 0]])
    assert (R, pivots) == ([[1, 2, 0], [0, 0, 1]], [0, 2])
    A = [[3, 4], [-8, 6]]
    assert [matrix_norm(A, kind) for kind in ("1", "inf")] == [11, 14]
    assert matrix_norm(A) == pytest.approx(10, rel=1e-14)
    assert matrix_norm(A, "F") == pytest.approx(math.sqrt(125), rel=1e-15)
    assert condition(A) == pytest.approx(2, rel=1e-14)
    assert condition(np.diag([1e4, 1e-4])) == pytest.approx(1e8, rel=1e-12)
    assert condition([[3], [4]]) == 1  # one column is stretched one way


def test_the_largest_entry_is_the_pivot():
    # With 1e-20 as the pivot the 1 beside it would be lost.
    assert determinant([[1e-20, 1], [1, 1]]) == -1


def test_a_determinant_is_not_lost_on_the_way():
    assert determinant(np.diag([1e200, 1e200, 1e-200, 1e-200])) == pytest.approx(1, rel=1e-14)
    assert determinant(np.diag([1e-200, -1e-200, 1e200, 1e200])) == pytest.approx(-1, rel=1e-14)
    assert determinant(1e200 * np.eye(2)) == math.inf
    assert determinant(-1e200 * np.eye(3)) == -math.inf
    # 1e308 - -1e308 is too large for a float, and the determinant is not.
    A = np.diag([1e308, -1e308, 1e-200, 1e-200])
    A[0, 1] = A[1, 0] = 1e308
    assert determinant(A) == pytest.approx(-2e216, rel=1e-14)
    assert determinant(A[:2, :2]) == -math.inf
    assert determinant(1e-200 * np.eye(2)) == 0
    assert determinant(2.0 * np.eye(100)) == 2.0**100


@pytest.mark.parametrize("size", [1e-200, 1e-9, 1, 1e200])
def test_rank_and_condition_do_not_see_a_factor(size):
    A = size * np.array([[1.0, 2, 3], [2, 4, 6], [1, 0, 1]])
    assert rank(A) == 2 and null_space(A).shape == (3, 1)
    B = size * np.diag([4.0, 1])
    assert rank(B) == 2 and condition(B) == pytest.approx(4, rel=1e-14)
    for kind in KINDS:
        assert 4 <= matrix_norm(B, kind) / size <= 4.2


def test_a_tolerance_is_passed_or_not():
    A = np.diag([1.0, 1e-3, 0])
    assert [rank(A, tol) for tol in (0, 9e-4, 1e-3, 0.5, 1, np.inf)] == [2, 2, 1, 1, 0, 0]
    assert [null_space(A, tol).shape[1] for tol in (0, 9e-4, 1e-3, 1)] == [1, 1, 2, 3]
    # The default: as large as rounding, for the longer side.
    edge = 3 * 2.0**-52
    assert rank(np.diag([1, 1.01 * edge, 0])) == rank(np.diag([1, 1.01 * edge, 0])[:, :2]) == 2
    assert rank(np.diag([1, 0.99 * edge, 0])) == rank(np.diag([1, 0.99 * edge, 0])[:, :2]) == 1
    assert null_space(np.diag([1, 0.99 * edge, 0])).shape == (3, 2)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (2, 3)])
def test_zeros_and_nothing(shape):
    A = np.zeros(shape)
    n = shape[1]
    assert rank(A) == 0 and null_space(A).shape == (n, n)
    np.testing.assert_array_equal(np.abs(null_space(A)), np.eye(n))
    assert all(matrix_norm(A, kind) == 0 for kind in KINDS)
    R, pivots = row_reduce(A)
    assert (len(R), pivots) == (shape[0], [])
    if n:
        assert condition(A) == math.inf
    if shape[0] == n:
        assert determinant(A) == (n == 0)


def test_what_loses_a_direction_has_an_infinite_condition_number():
    assert condition([[1, 2, 3], [4, 5, 7]]) == math.inf  # fewer rows than columns
    assert condition([[1, 0], [0, 0]]) == condition([[0]]) == math.inf
    assert condition([[1, 2], [2, 4]]) > 1e15  # up to rounding
    assert condition(np.diag([1e200, 1e-200])) == math.inf  # beyond a float


def test_sums_beyond_floats_are_infinite():
    assert matrix_norm([[1e308, 1e308]], "inf") == math.inf
    assert matrix_norm([[1e308, 1e308]], "F") == pytest.approx(math.sqrt(2) * 1e308)


def test_the_argument_stays_as_it_is():
    A = np.array([[0.0, 1], [2, 3]])
    before = A.copy()
    for function in (determinant, row_reduce, rank, null_space, matrix_norm, condition):
        function(A)
        np.testing.assert_array_equal(A, before)


@pytest.mark.parametrize("function", [determinant, row_reduce, rank, null_space, condition])
def test_only_finite_matrices_are_taken(function):
    with pytest.raises(
        ValueError, match=r"A must be a matrix, of shape \(m, n\), got shape \(3,\)"
    ):
        function([1, 2, 3])
    with pytest.raises(ValueError, match="A must be finite, got"):
        function([[1, np.nan], [0, 1]])
    with pytest.raises(TypeError, match="A must be real, got dtype complex128"):
        function([[1j, 0], [0, 1]])


def test_misuse():
    with pytest.raises(ValueError, match=r"A must be square, got shape \(1, 2\)"):
        determinant([[1, 2]])
    with pytest.raises(ValueError, match="tol must be 0 or more, got -1"):
        rank([[1]], tol=-1)
    with pytest.raises(ValueError, match="tol must be 0 or more, got nan"):
        null_space([[1]], tol=np.nan)
    with pytest.raises(
        ValueError, match=r"kind must be one of \('F', '1', '2', 'inf'\), got 'fro'"
    ):
        matrix_norm([[1]], "fro")
    with pytest.raises(TypeError, match=r"kind must be one of .*, got 2"):
        matrix_norm([[1]], 2)
    with pytest.raises(ValueError, match=r"A must have at least one column, got shape \(2, 0\)"):
        condition(np.zeros((2, 0)))
