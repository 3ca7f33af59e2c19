import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.toeplitz.matrices import (
    band_mask,
    circulant_matrix,
    circulant_product,
    convolution_matrix,
    correlation_matrix,
    is_banded,
    is_circulant,
    is_toeplitz,
    toeplitz_matrix,
    toeplitz_product,
)

try:
    import scipy.linalg
except ImportError:  # as in the reader's page
    scipy = None

needs_scipy = pytest.mark.skipif(scipy is None, reason="scipy is not there")

# Integers, so that every equality below is exact.
vectors = arrays(int, st.integers(1, 6), elements=st.integers(-9, 9))
sizes = st.integers(1, 7)


@st.composite
def columns_and_rows(draw):
    c, r = draw(vectors), draw(vectors)
    r[0] = c[0]
    return c, r


# Laws


@given(columns_and_rows())
def test_a_toeplitz_matrix_depends_on_the_lag_alone(cr):
    c, r = cr
    T = toeplitz_matrix(c, r)
    for (i, j), t in np.ndenumerate(T):
        assert t == (c[i - j] if i >= j else r[j - i])
    assert is_toeplitz(T)


@given(columns_and_rows())
def test_the_transpose_swaps_column_and_row(cr):
    c, r = cr
    np.testing.assert_array_equal(toeplitz_matrix(c, r).T, toeplitz_matrix(r, c))


@given(k=vectors, x=vectors)
def test_convolution_is_a_matrix_product(k, x):
    T = convolution_matrix(k, len(x))
    np.testing.assert_array_equal(T @ x, np.convolve(k, x))


@given(k=vectors, extra=st.integers(0, 5), data=st.data())
def test_correlation_is_a_matrix_product(k, extra, data):
    n = len(k) + extra
    x = data.draw(arrays(int, n, elements=st.integers(-9, 9)))
    T = correlation_matrix(k, n)
    np.testing.assert_array_equal(T @ x, np.correlate(x, k, "valid"))
    assert is_toeplitz(T) and is_banded(T, 0, len(k) - 1)


@given(k=vectors, n=sizes)
def test_full_convolution_is_the_transpose_of_valid_correlation(k, n):
    long = n + len(k) - 1
    np.testing.assert_array_equal(convolution_matrix(k, n), correlation_matrix(k, long).T)


@given(m=sizes, n=sizes, k=sizes)
def test_the_band_mask_marks_the_window(m, n, k):
    mask = band_mask(m, n, k)
    for (i, j), seen in np.ndenumerate(mask):
        assert seen == (j in range(i, i + k))


@given(k=vectors, extra=st.integers(0, 5))
def test_the_correlation_matrix_fills_the_band_mask(k, extra):
    T = correlation_matrix(np.ones_like(k), len(k) + extra)
    np.testing.assert_array_equal(T, band_mask(*T.shape, len(k)))


@given(vectors)
def test_a_circulant_commutes_with_the_shift(c):
    C = circulant_matrix(c)
    S = circulant_matrix(np.roll(np.eye(len(c), dtype=int)[0], 1))
    np.testing.assert_array_equal(C @ S, S @ C)
    assert is_circulant(C) and is_toeplitz(C)
    np.testing.assert_array_equal(C[:, 0], c)


@given(st.integers(2, 6), st.data())
def test_one_changed_entry_is_seen(n, data):
    c = data.draw(arrays(int, n, elements=st.integers(-9, 9)))
    C = circulant_matrix(c)
    i, j = data.draw(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)))
    C[i, j] += 1
    assert not is_circulant(C)
    corner = (i, j) in {(0, n - 1), (n - 1, 0)}  # a diagonal of length one
    assert is_toeplitz(C) == corner


@given(columns_and_rows(), st.data())
def test_the_fast_product_is_the_product(cr, data):
    c, r = cr
    x = data.draw(arrays(int, len(r), elements=st.integers(-9, 9)))
    np.testing.assert_allclose(toeplitz_product(c, r, x), toeplitz_matrix(c, r) @ x, atol=1e-11)


@given(c=vectors, data=st.data())
def test_the_circulant_product_is_the_product(c, data):
    x = data.draw(arrays(int, len(c), elements=st.integers(-9, 9)))
    expected = circulant_matrix(c) @ x
    np.testing.assert_allclose(circulant_product(c, x), expected, atol=1e-11)
    np.testing.assert_allclose(circulant_product(1j * c, x), 1j * expected, atol=1e-11)


@given(c=vectors)
def test_the_fft_gives_the_eigenvalues_of_a_circulant(c):
    n = len(c)
    F = np.fft.fft(np.eye(n))
    np.testing.assert_allclose(
        F @ circulant_matrix(c) @ np.linalg.inv(F), np.diag(np.fft.fft(c)), atol=1e-11
    )


def test_the_error_of_the_fast_product_stays_near_the_rounding_unit():
    rng = np.random.default_rng(0)
    for n in (2, 3, 1000, 1021, 4096):
        c, r, x = rng.normal(size=(3, n))
        r[0] = c[0]
        error = np.abs(toeplitz_product(c, r, x) - toeplitz_matrix(c, r) @ x).max()
        assert error < 1e-14 * np.linalg.norm(np.r_[c, r]) * np.linalg.norm(x)


# Oracles


@needs_scipy
@given(columns_and_rows())
def test_scipy_builds_the_same_matrices(cr):
    c, r = cr
    np.testing.assert_array_equal(toeplitz_matrix(c, r), scipy.linalg.toeplitz(c, r))
    np.testing.assert_array_equal(circulant_matrix(c), scipy.linalg.circulant(c))
    np.testing.assert_array_equal(
        convolution_matrix(c, 4), scipy.linalg.convolution_matrix(c, 4, "full")
    )


@needs_scipy
@given(columns_and_rows(), st.data())
def test_scipy_multiplies_the_same(cr, data):
    c, r = cr
    x = data.draw(arrays(complex, len(r), elements=st.integers(-9, 9)))
    np.testing.assert_allclose(
        toeplitz_product(c, 1.0 * r, x), scipy.linalg.matmul_toeplitz((c, r), x), atol=1e-11
    )


# By hand


def test_small_matrices_written_out():
    assert correlation_matrix([7], 3).tolist() == [[7, 0, 0], [0, 7, 0], [0, 0, 7]]
    assert correlation_matrix([1, 2, 3], 3).tolist() == [[1, 2, 3]]
    assert convolution_matrix([1, 2], 1).tolist() == [[1], [2]]
    assert toeplitz_matrix([5], [5]).tolist() == [[5]]
    assert circulant_matrix([4]).tolist() == [[4]]
    assert band_mask(3, 3, 2).tolist() == [[1, 1, 0], [0, 1, 1], [0, 0, 1]]


def test_types_are_kept():
    assert toeplitz_matrix([True, False], [1, 2]).dtype == int
    assert correlation_matrix(np.float32([1, 2]), 4).dtype == np.float32
    assert circulant_matrix([1j, 2]).dtype == complex
    assert toeplitz_product([1, 2], [1, 3], [1, 1]).dtype == float
    assert toeplitz_product(*np.ones((3, 2), np.float32)).dtype == np.float32


def test_nan_is_never_constant():
    assert not is_toeplitz([[np.nan, 1], [2, np.nan]])


@pytest.mark.parametrize("A", [[[1, 2, 3]], [[1], [2]], [[1]]])
def test_one_row_or_column_is_toeplitz(A):
    assert is_toeplitz(A)


def test_a_rectangular_matrix_is_not_circulant():
    assert not is_circulant([[1, 2, 3], [3, 1, 2]])


def test_arguments_are_not_written():
    c, r, x = np.arange(3.0), np.array([0.0, 5, 6]), np.ones(3)
    before = c.copy(), r.copy(), x.copy()
    toeplitz_matrix(c, r)[:] = -1
    circulant_matrix(c)[:] = -1
    toeplitz_product(c, r, x)[:] = -1
    for a, b in zip((c, r, x), before, strict=True):
        np.testing.assert_array_equal(a, b)


# Misuse


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: toeplitz_matrix([1, 2], [2, 1]), ValueError, "must be equal, got 1 and 2"),
        (lambda: toeplitz_matrix([], [1]), ValueError, r"c must be a non-empty vector, got .*0,"),
        (lambda: toeplitz_matrix([1], [[1]]), ValueError, r"r must be .* vector, got shape \(1, 1"),
        (lambda: toeplitz_matrix(["a"], ["a"]), TypeError, "c must hold numbers, got dtype <U1"),
        (lambda: toeplitz_matrix([None], [1]), TypeError, "c must hold numbers, got dtype object"),
        (
            lambda: correlation_matrix([1, 2], 1),
            ValueError,
            "k must be at most n = 1 long, got .*2",
        ),
        (lambda: correlation_matrix([1, 2], 2.5), TypeError, "n must be an integer, got 2.5"),
        (lambda: convolution_matrix([1], 0), ValueError, "n must be at least 1, got 0"),
        (lambda: band_mask(1, 2, -1), ValueError, "k must be at least 1, got -1"),
        (lambda: is_toeplitz([1, 2]), ValueError, r"A must be a non-empty matrix, got shape \(2,"),
        (lambda: is_toeplitz([[1, 2], [3]]), ValueError, "A must have rows of equal length"),
        (lambda: is_banded([[1]], -1, 0), ValueError, "below must be at least 0, got -1"),
        (lambda: toeplitz_product([1], [1, 2], [1]), ValueError, "as long as r, got 1 and 2"),
        (lambda: circulant_product([1], [1, 2]), ValueError, "equally long, got 1 and 2"),
    ],
)
def test_misuse_names_the_argument_the_rule_and_the_value(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_a_band_has_two_sides():
    lower, upper = np.eye(3, k=-1), np.eye(3, k=2)
    assert is_banded(lower, 1, 0) and not is_banded(lower, 0, 2)
    assert is_banded(upper, 0, 2) and not is_banded(upper, 2, 1)


def test_a_kernel_may_hold_what_is_no_number():
    np.testing.assert_array_equal(
        correlation_matrix([np.nan, 1], 3), [[np.nan, 1, 0], [0, np.nan, 1]]
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: is_banded([[1]], -1, 0), "below must be at least 0, got -1"),
        (lambda: circulant_matrix([[1, 2]]), "c must be a non-empty vector"),
        (lambda: circulant_product([[1, 2]], [[1, 2]]), "c must be a non-empty vector"),
        (lambda: correlation_matrix([1], 2**70), "n must be small enough"),
    ],
)
def test_shapes_and_sizes_out_of_bounds_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(
    ("function", "fits", "too_large", "message"),
    [
        (toeplitz_matrix, ([1] * 3, [1] * 4), ([1] * 3, [1] * 5), "^r .*, got 5, which makes 15"),
        (toeplitz_matrix, ([1] * 4, [1] * 3), ([1] * 5, [1] * 3), "^c .*, got 5, which makes 15"),
        (correlation_matrix, ([1, 2], 4), ([1], 4), "^n .*, got 4, which makes 16"),
        (correlation_matrix, ([1] * 4, 5), ([1] * 3, 5), "^n .*, got 5, which makes 15"),
        (convolution_matrix, ([1, 2], 3), ([1, 2, 3], 3), "^n .*, got 3, which makes 15"),
        (circulant_matrix, ([1] * 3,), ([1] * 4,), "^c .*, got 4, which makes 16"),
        (band_mask, (4, 3, 1), (5, 3, 1), "^m .*, got 5, which makes 15"),
        (band_mask, (3, 4, 1), (3, 5, 1), "^n .*, got 5, which makes 15"),
    ],
)
def test_a_matrix_with_more_entries_than_memory_holds_is_refused(
    function, fits, too_large, message, monkeypatch
):
    monkeypatch.setattr("mathlib._arrays.MOST_ENTRIES", 12)
    assert function(*fits).size <= 12
    with pytest.raises(ValueError, match=message):
        function(*too_large)
