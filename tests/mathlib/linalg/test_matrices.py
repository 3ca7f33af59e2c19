from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.matrices import (
    change_of_basis,
    matrix_of,
    matvec_columns,
    matvec_rows,
    outer,
)

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
sizes = st.integers(0, 5)
# Integers, so that every equality below is exact.
entries = st.integers(-9, 9)
both = pytest.mark.parametrize("matvec", [matvec_rows, matvec_columns])


def matrices(m, n):
    return arrays(int, (m, n), elements=entries)


products = st.tuples(sizes, sizes).flatmap(
    lambda s: st.tuples(matrices(*s), arrays(int, s[1], elements=entries))
)
pairs = st.tuples(sizes, sizes).flatmap(
    lambda s: st.tuples(*[arrays(int, n, elements=entries) for n in s])
)


@both
@given(given=products, s=st.integers(-3, 3))
def test_the_product_is_linear_and_the_columns_are_the_images_of_unit_vectors(matvec, given, s):
    A, x = given
    for j, e_j in enumerate(np.eye(A.shape[1], dtype=int)):
        np.testing.assert_array_equal(matvec(A, e_j), A[:, j])
        np.testing.assert_array_equal(matvec(A, x + s * e_j), matvec(A, x) + s * A[:, j])


@both
@given(given=products)
def test_the_product_is_numpys_and_python_s(matvec, given):
    A, x = given
    y = matvec(A, x)
    np.testing.assert_array_equal(y, A @ x)
    assert y.shape == (len(A),) and y.dtype == A.dtype
    assert y.tolist() == [sum(a * b for a, b in zip(row, x.tolist(), strict=True)) for row in A]


@both
def test_reals_agree_with_exact_fractions(matvec):
    rng = np.random.default_rng(0)
    A, x = rng.normal(size=(4, 7)), rng.normal(size=7)
    for got, row in zip(matvec(A, x), A, strict=True):
        wanted = sum(Fraction(a) * Fraction(b) for a, b in zip(row.tolist(), x, strict=True))
        assert got == pytest.approx(float(wanted), rel=1e-13, abs=1e-14)


@needs_torch
@both
def test_a_layer_of_torch_is_this_product(matvec):
    layer = torch.nn.Linear(3, 2, bias=False, dtype=torch.float64)
    x = np.array([1.0, -2, 0.5])
    got = matvec(layer.weight.detach().numpy(), x)
    np.testing.assert_allclose(got, layer(torch.tensor(x)).tolist(), rtol=1e-14, atol=1e-15)


@both
def test_shapes_without_entries(matvec):
    assert matvec(np.zeros((0, 3)), [1, 2, 3]).shape == (0,)
    np.testing.assert_array_equal(matvec(np.zeros((3, 0)), []), [0, 0, 0])
    assert matvec(np.zeros((0, 0)), []).shape == (0,)
    np.testing.assert_array_equal(matvec([[7]], [-3]), [-21])


@both
def test_large_and_small_numbers_and_types(matvec):
    np.testing.assert_array_equal(matvec([[1e200, -1e200]], [1e100, 1e100]), [0])
    np.testing.assert_array_equal(matvec([[1e-200]], [1e-100]), [1e-200 * 1e-100])
    assert matvec(np.ones((1, 2), np.float32), np.ones(2, np.float32)).dtype == np.float32
    assert matvec(np.ones((1, 2), bool), [1, 2]).tolist() == [3]
    assert matvec([[1, 2]], [0.5, 0]).tolist() == [0.5]
    pixels = np.full((1, 300), 255, np.uint8)
    assert matvec(pixels, pixels[0]).tolist() == [300 * 255**2]


@given(pair=pairs, i=st.integers(0, 4), j=st.integers(0, 4))
def test_an_outer_product_has_all_products_and_its_columns_are_multiples(pair, i, j):
    u, v = pair
    M = outer(u, v)
    assert M.shape == (len(u), len(v))
    assert M.tolist() == [[p * q for q in v.tolist()] for p in u.tolist()]
    np.testing.assert_array_equal(M, np.outer(u, v))
    np.testing.assert_array_equal(M.T, outer(v, u))
    if i < len(u) and j < len(v):
        np.testing.assert_array_equal(M[i, j] * M, outer(M[:, j], M[i]))


@given(given=products)
def test_the_matrix_of_a_product_is_the_matrix(given):
    A, _ = given
    found = matrix_of(lambda x: matvec_columns(A, x), A.shape[1])
    np.testing.assert_array_equal(found, A)
    assert found.shape == A.shape


def test_the_matrix_of_a_derivative():
    derivative = matrix_of(lambda c: [c[1], 2 * c[2], 3 * c[3], 0], 4)
    np.testing.assert_array_equal(derivative, np.diag([1, 2, 3], 1))
    wanted = np.polynomial.Polynomial([1, 2, 3, 4]).deriv().coef
    np.testing.assert_array_equal(derivative @ [1, 2, 3, 4], [*wanted, 0])


def test_a_function_that_keeps_or_writes_its_argument_does_no_harm():
    def doubled(x):
        x *= 2
        return x

    kept = np.zeros(3)

    def written(x):
        kept[:] = x
        return kept

    np.testing.assert_array_equal(matrix_of(doubled, 3), 2 * np.eye(3))
    np.testing.assert_array_equal(matrix_of(written, 3), np.eye(3))
    np.testing.assert_array_equal(matrix_of(lambda x: [1, 2], 0), np.zeros((2, 0)))


def invertible(n):
    """Whole numbers with a whole inverse: lower with ones, times upper with ones."""
    return st.tuples(matrices(n, n), matrices(n, n)).map(
        lambda two: (
            (np.tril(two[0], -1) + np.eye(n, dtype=int))
            @ (np.triu(two[1], 1) + np.eye(n, dtype=int))
        )
    )


bases = st.integers(0, 3).flatmap(lambda n: st.tuples(matrices(n, n), invertible(n)))


@given(given=bases)
def test_the_new_matrix_gives_the_coordinates_of_the_images(given):
    A, B = given
    M = change_of_basis(A, B)
    size = 1 + np.abs(B).sum() * (1 + np.abs(M).sum())
    np.testing.assert_allclose(B @ M, A @ B, rtol=0, atol=1e-9 * size)
    np.testing.assert_allclose(np.trace(M), np.trace(A), rtol=0, atol=1e-8 * size)
    np.testing.assert_allclose(change_of_basis(A, np.eye(len(A))), A, rtol=0)


def test_a_mirror_in_the_basis_of_its_axis():
    M = change_of_basis([[0, 1], [1, 0]], [[1, 1], [1, -1]])
    np.testing.assert_allclose(M, [[1, 0], [0, -1]], rtol=0, atol=1e-15)
    half = change_of_basis([[0, 1], [1, 0]], [[2, 1], [0, 1]])  # coordinates by hand
    np.testing.assert_allclose(half, [[-1, 0], [2, 1]], rtol=0, atol=1e-15)


def test_the_size_of_a_basis_does_not_matter():
    A, B = [[1, 2], [3, 4]], np.array([[1, 2], [0, 1]])
    for s in (1e-200, 1e200):
        np.testing.assert_allclose(change_of_basis(A, s * B), change_of_basis(A, B), rtol=1e-14)
        np.testing.assert_allclose(
            change_of_basis(s * np.array(A), s * B), s * change_of_basis(A, B), rtol=1e-14
        )


def test_columns_of_very_different_sizes_keep_their_coordinates():
    M = change_of_basis([[1, 2], [3, 4]], [[1e100, 0], [0, 1e-200]])
    np.testing.assert_allclose(M, [[1, 2e-300], [3e300, 4]], rtol=1e-14)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: matvec_rows([1, 2], [1]), ValueError, r"A must be a matrix.* got shape \(2,\)"),
        (lambda: matvec_rows([[1, 2]], [[1], [2]]), ValueError, r"x must be a vector.*\(2, 1\)"),
        (lambda: matvec_columns([[1, 2]], [1]), ValueError, "each column of A, 2, got 1 entries"),
        (lambda: matvec_rows([[1j]], [1]), TypeError, "A must be real"),
        (lambda: outer([[1]], [1]), ValueError, r"u must be a vector.* got shape \(1, 1\)"),
        (lambda: outer([1], 2), ValueError, r"v must be a vector.* got shape \(\)"),
        (
            lambda: outer(np.zeros(1 << 16), np.zeros(1 << 15)),
            ValueError,
            "u must be small enough",
        ),
        (lambda: matrix_of(np.sin, -1), ValueError, "n must be at least 0, got -1"),
        (lambda: matrix_of(np.sin, 1 << 16), ValueError, "n must be small enough"),
        (lambda: matrix_of(3, 2), TypeError, "f must be a function, got 3"),
        (lambda: matrix_of(np.sum, 2), ValueError, r"f\(x\) must be a vector"),
        (
            lambda: matrix_of(lambda x: x[: 1 + int(x[0])], 3),
            ValueError,
            "as many entries for every x, got 2 and 1",
        ),
        (
            lambda: change_of_basis([[1, 2]], [[1]]),
            ValueError,
            r"A must be square, got shape \(1, 2\)",
        ),
        (
            lambda: change_of_basis([[1]], [[1, 0], [0, 1]]),
            ValueError,
            r"B must have the shape of A, \(1, 1\), got \(2, 2\)",
        ),
        (
            lambda: change_of_basis([[1, 0], [0, 1]], [[1, 2], [2, 4]]),
            ValueError,
            r"B must have a basis as its columns, got \[\[1, 2\], \[2, 4\]\]",
        ),
    ],
)
def test_misuse_is_named(call, error, message):
    with pytest.raises(error, match=message):
        call()
