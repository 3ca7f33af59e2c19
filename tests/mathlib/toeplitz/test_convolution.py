import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.toeplitz.convolution import (
    convolve,
    correlate,
    fft_convolve,
    output_length,
    weight_count,
)
from mathlib.toeplitz.matrices import convolution_matrix, correlation_matrix

try:
    import scipy.signal
    import torch
except ImportError:  # as in the reader's page
    scipy = torch = None

needs_oracles = pytest.mark.skipif(torch is None, reason="scipy and torch are not there")

# Integers, so that every equality below is exact.
digits = st.integers(-9, 9)
vectors = arrays(int, st.integers(1, 7), elements=digits)
sizes = st.integers(1, 7)
modes = st.sampled_from(["valid", "same", "full"])


@st.composite
def fitting(draw, kernel_sizes=sizes):
    """A signal and a kernel that is at most as long: drawn so, not drawn and thrown away."""
    K = draw(kernel_sizes)
    n = K + draw(st.integers(0, 6))
    return draw(arrays(int, n, elements=digits)), draw(arrays(int, K, elements=digits))


def any_or_fitting(mode):
    return fitting() if mode == "valid" else st.tuples(vectors, vectors)


modes_and_inputs = modes.flatmap(lambda mode: st.tuples(st.just(mode), any_or_fitting(mode)))


def by_definition(x, k, i):
    """The sum, term by term, with zeros outside."""
    return sum(k[j] * x[i + j] for j in range(len(k)) if 0 <= i + j < len(x))


# Laws


@given(x=vectors, k=vectors)
def test_each_mode_is_the_sum_of_its_definition(x, k):
    n, K = len(x), len(k)
    left = (K - 1) // 2
    assert correlate(x, k, "full").tolist() == [by_definition(x, k, i) for i in range(1 - K, n)]
    assert correlate(x, k, "same").tolist() == [by_definition(x, k, i - left) for i in range(n)]
    if K <= n:
        assert correlate(x, k).tolist() == [by_definition(x, k, i) for i in range(n - K + 1)]


@given(modes_and_inputs)
def test_convolution_is_correlation_with_the_reversed_kernel(drawn):
    mode, (x, k) = drawn
    np.testing.assert_array_equal(convolve(x, k, mode), correlate(x, k[::-1], mode))


@given(x=vectors, k=vectors)
def test_full_convolution_commutes_and_full_correlation_is_mirrored(x, k):
    np.testing.assert_array_equal(convolve(x, k), convolve(k, x))
    np.testing.assert_array_equal(correlate(x, k, "full"), correlate(k, x, "full")[::-1])


@given(f=vectors, g=vectors, h=vectors)
def test_convolution_is_associative(f, g, h):
    np.testing.assert_array_equal(convolve(convolve(f, g), h), convolve(f, convolve(g, h)))


@given(x=vectors, k=vectors)
def test_the_matrices_do_what_the_functions_do(x, k):
    np.testing.assert_array_equal(convolution_matrix(k, len(x)) @ x, convolve(x, k))
    if len(k) <= len(x):
        np.testing.assert_array_equal(correlation_matrix(k, len(x)) @ x, correlate(x, k))


@given(x=vectors, k=vectors)
def test_the_fast_convolution_is_the_convolution(x, k):
    np.testing.assert_allclose(fft_convolve(x, k), convolve(x, k), atol=1e-11)
    np.testing.assert_allclose(fft_convolve(1j * x, k), 1j * convolve(x, k), atol=1e-11)


@given(modes_and_inputs)
def test_output_length_is_the_length_of_the_output(drawn):
    mode, (x, k) = drawn
    assert output_length(len(x), len(k), mode) == len(correlate(x, k, mode))


@given(n=st.integers(1, 8), data=st.data(), local=st.booleans(), shared=st.booleans())
def test_weight_count_counts_the_distinct_symbols_of_the_matrix(n, data, local, shared):
    K = data.draw(st.integers(1, n))
    m = n - K + 1
    entries = [(i, j) for i in range(m) for j in range(n) if not local or i <= j < i + K]
    symbols = {j - i if shared else (i, j) for i, j in entries}
    assert weight_count(n, K, local, shared) == len(symbols)


# Oracles


@needs_oracles
@given(xk=fitting(st.sampled_from([1, 3, 5, 7])), mode=modes)
def test_numpy_agrees_where_it_means_the_same(xk, mode):
    x, k = xk  # else NumPy swaps its arguments, or puts the extra zero on the other side
    np.testing.assert_array_equal(correlate(x, k, mode), np.correlate(x, k, mode))
    np.testing.assert_array_equal(convolve(x, k, mode), np.convolve(x, k, mode))
    np.testing.assert_array_equal(convolve(x, k, mode), scipy.signal.convolve(x, k, mode))


@given(fitting(st.sampled_from([2, 4, 6])))
def test_even_kernels_start_one_entry_later_than_in_numpy(xk):
    x, k = xk
    np.testing.assert_array_equal(correlate(x, k), np.correlate(x, k))
    np.testing.assert_array_equal(convolve(x, k, "same")[:-1], np.convolve(x, k, "same")[1:])


@needs_oracles
@pytest.mark.filterwarnings("ignore:Using padding='same'")
@pytest.mark.parametrize("mode", ["valid", "same", "full"])
@given(data=st.data())
def test_conv1d_of_torch_is_our_correlation(mode, data):
    x, k = data.draw(any_or_fitting(mode))
    padding = {"valid": "valid", "same": "same", "full": len(k) - 1}[mode]
    tx, tk = torch.tensor(x)[None, None].double(), torch.tensor(k)[None, None].double()
    y = torch.nn.functional.conv1d(tx, tk, padding=padding)
    np.testing.assert_array_equal(correlate(x, k, mode), y[0, 0].numpy())


@given(x=arrays(complex, 5, elements=st.integers(-9, 9)), k=vectors)
def test_complex_kernels_are_not_conjugated(x, k):
    k = k * (1 + 2j)
    np.testing.assert_array_equal(correlate(x, k, "full"), np.correlate(x, k.conj(), "full"))


# By hand


def test_the_digits_show_the_flip():
    x, k = [1, 2, 4, 8, 16], [1, 10, 100]
    assert correlate(x, k).tolist() == [421, 842, 1684]
    assert convolve(x, k, "valid").tolist() == [124, 248, 496]


def test_a_kernel_longer_than_the_signal():
    assert correlate([1, 2], [1, 10, 100], "full").tolist() == [100, 210, 21, 2]
    assert correlate([1, 2], [1, 10, 100], "same").tolist() == [210, 21]


def test_types_are_kept():
    assert correlate(np.float32([1, 2]), [True]).dtype == np.float64  # bool counts as int64
    assert correlate(np.float32([1, 2]), np.float32([1])).dtype == np.float32
    assert correlate([True, True, True], [True, True]).tolist() == [2, 2]


def test_arguments_are_not_written():
    x, k = np.arange(4.0), np.arange(2.0)
    correlate(x, k, "full")[:] = -1
    convolve(x, k)[:] = -1
    assert x.tolist() == [0, 1, 2, 3] and k.tolist() == [0, 1]


# Misuse


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: correlate([1, 2], [1, 2, 3]),
            ValueError,
            "as long as x in mode 'valid', got 3 a",
        ),
        (lambda: convolve([1], [1], "middle"), ValueError, "mode must be one of .* got 'middle'"),
        (lambda: correlate([], [1]), ValueError, r"x must be a non-empty vector, got shape \(0,\)"),
        (lambda: correlate([1], 3), ValueError, r"k must be a non-empty vector, got shape \(\)"),
        (lambda: convolve([1], []), ValueError, r"k must be a non-empty vector, got shape \(0,\)"),
        (lambda: correlate(["1"], [1]), TypeError, "x must hold numbers, got dtype <U1"),
        (lambda: output_length(3, 0, "full"), ValueError, "K must be at least 1, got 0"),
        (lambda: output_length(3.0, 1, "full"), TypeError, "n must be an integer, got 3.0"),
        (lambda: weight_count(3, 4, True, True), ValueError, "K must be at most n"),
    ],
)
def test_misuse_names_the_argument_the_rule_and_the_value(call, error, message):
    with pytest.raises(error, match=message):
        call()
