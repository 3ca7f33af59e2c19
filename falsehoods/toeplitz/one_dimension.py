"""False versions of the claims of *Slide, flip, multiply: convolution in one dimension*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.convolution import correlate, output_length
from mathlib.toeplitz.matrices import (
    circulant_matrix,
    correlation_matrix,
    is_banded,
    is_toeplitz,
)

# Cross-correlation is a Toeplitz matrix


@false("tc-06", "correlate", shown="correlate([1, 2, 4], [1, 10])")
def convolves(x, k):
    """A convolutional layer turns its kernel round before it multiplies."""
    return np.convolve(x, k, "valid")


@false("tc-06", "correlate", shown="correlate([1, 2, 4], [1, 10])")
def whole_windows_only(x, k):
    """The windows lie side by side: each entry is used once."""
    return correlate(x, k)[:: len(k)]


@false("tc-06", "correlate", shown="correlate([1, 2, 4], [1, 1])")
def means(x, k):
    """Sliding a kernel takes weighted means, so the weights are divided by their sum."""
    return correlate(x, k) // max(1, abs(sum(k)))


@false("tc-06", "correlate", shown="correlate([1, 2], [1j, 1])")
def conjugates(x, k):
    """The weights of a complex kernel are conjugated."""
    return correlate(x, np.conj(k))


@false("tc-06", "slide", shown="slide([1, 2, 4], [1, 10])")
def one_window_less(x, k):
    """A kernel of length K fits n - K times."""
    return correlate(x, k).tolist()[:-1]


@false("tc-06", "correlation_matrix", shown="correlation_matrix([1, 10], 3)")
def rows_turned_round(k, n):
    """The rows of the matrix hold the kernel turned round."""
    return correlation_matrix(k[::-1], n)


@false("tc-06", "entry", shown="entry([1, 10], 0, 1)")
def column_before_row(k, i, j):
    """The entry in row i and column j is weight i - j."""
    return k[i - j] if 0 <= i - j < len(k) else 0


@false("tc-06", "entry", shown="entry([1, 10], 1, 0)")
def goes_round(k, i, j):
    """What leaves the matrix on the right comes back on the left."""
    return k[(j - i) % len(k)]


@false("tc-06", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 4]])")
def always_toeplitz(A):
    """Every matrix is Toeplitz if its layer slides."""
    return True


@false("tc-06", "is_toeplitz", shown="is_toeplitz([[1, 2], [2, 3]])")
def either_diagonal(A):
    """Constant along the diagonals or along the anti-diagonals: that is the same."""
    A = np.asarray(A)
    return is_toeplitz(A) or is_toeplitz(A[::-1])


@false("tc-06", "is_banded", shown="is_banded([[1, 2, 3]], 0, 1)")
def one_diagonal_more(A, below, above):
    """A kernel of length K reaches K places beyond the diagonal."""
    return is_banded(A, below, above + 1)


@false("tc-06", "is_banded", shown="is_banded([[1], [2]], 0, 1)")
def either_side(A, below, above):
    """A band is as wide below the diagonal as above it."""
    return is_banded(A, max(below, above), max(below, above))


@false("tc-06", "window_matrix", shown="window_matrix([1, 2, 4], 2)")
def windows_backwards(x, K):
    """The rows of M(x) are the windows, read from the right, as in a Toeplitz matrix."""
    return np.lib.stride_tricks.sliding_window_view(x, K)[:, ::-1]


@false("tc-06", "window_matrix", shown="window_matrix([1, 2, 4, 8], 2)")
def windows_side_by_side(x, K):
    """The windows of a signal are its pieces of K entries, one after the other."""
    pieces = len(x) // K
    return np.reshape(x[: pieces * K], (pieces, K))


# Convolution, and the flip


@false("tc-07", "convolve", shown="convolve([1, 2], [0, 1])")
def without_the_flip(x, k):
    """The kernel slides as it stands."""
    return correlate(x, k, "full")


@false("tc-07", "convolve", shown="convolve([1, 2], [1, 10])")
def both_turned_round(x, k):
    """Convolution turns both sequences round."""
    return np.convolve(x[::-1], k[::-1])


@false("tc-07", "convolve", shown="convolve([1, 2], [1, 10])")
def as_long_as_both(x, k):
    """The result is as long as both sequences together."""
    return np.append(np.convolve(x, k), 0)


@false("tc-07", "convolve", shown="convolve([1, 2], [1, 10])")
def cut_to_the_signal(x, k):
    """The result is as long as the signal."""
    return np.convolve(x, k)[: len(x)]


@false("tc-07", "starred", shown="starred([1, 2], [1, 10], 0)")
def starred_as_convolved(x, k, i):
    """Correlation with the kernel turned round is still a correlation, not a convolution."""
    return sum(k[j] * x[i - j] for j in range(len(k)) if 0 <= i - j < len(x))


@false("tc-07", "starred", shown="starred([1, 2], [1, 10], 0)")
def numbered_alike(x, k, i):
    """The outputs of both operations have the same numbers."""
    places = [i + j - (len(k) - 1) for j in range(len(k))]
    return sum(k[j] * x[at] for j, at in enumerate(places) if 0 <= at < len(x))


@false("tc-07", "echoes", shown="echoes([1, 2], [1, 10])")
def echoes_come_before(x, k):
    """An echo runs backwards from its spike."""
    return correlate(x, k, "full")


@false("tc-07", "echoes", shown="echoes([1, 2], [1, 10])")
def a_new_echo_replaces(x, k):
    """A new echo replaces what is left of the old one."""
    y = np.zeros(len(x) + len(k) - 1, int)
    for i, entry in enumerate(x):
        y[i : i + len(k)] = entry * np.array(k)
    return y


@false("tc-07", "correlate", shown="correlate(spikes, k, 'full')")
def symmetric_answers(x, k, mode="valid"):
    """A spike is answered by the kernel, in either operation."""
    return np.convolve(x, k, mode)


# Convolution commutes


@false("tc-08", "convolve", shown="convolve([1, 2], [1, 10])")
def a_correlation(f, g):
    """The law holds for what libraries call a convolution."""
    return correlate(f, g, "full")


@false("tc-08", "convolve", shown="convolve([1, 2], [3, 1])")
def entry_by_entry(f, g):
    """Convolution multiplies the entries that stand at the same place."""
    n = len(f) + len(g) - 1
    return np.pad(f, (0, n - len(f))) * np.pad(g, (0, n - len(g)))


@false("tc-08", "convolve", shown="convolve([1, 2], [3, 1])")
def on_the_longer_circle(f, g):
    """What runs out at the end comes back at the beginning."""
    n = max(len(f), len(g))
    return sum(circulant_matrix(np.pad(f, (0, n - len(f))))[:, j] * g[j] for j in range(len(g)))


@false("tc-08", "convolve", shown="convolve([1, 2], [3, 1])")
def as_long_as_the_longer(f, g):
    """The result is as long as the longer of the two."""
    return np.convolve(f, g)[: max(len(f), len(g))]


@false("tc-08", "convolve", shown="convolve([1, 2], [1, 3])")
def keeps_the_total(f, g):
    """Convolution smooths: it keeps the sum of the first sequence."""
    return np.convolve(f, g) // (abs(int(sum(g))) or 1)


@false("tc-08", "convolve", shown="convolve([1, -2], [1])")
def sizes_only(f, g):
    """Only the sizes of the entries are multiplied and added."""
    return np.convolve(np.abs(f), np.abs(g))


@false("tc-08", "convolve", shown="convolve([1, 2], [1, 1j])")
def conjugates_the_second(f, g):
    """A complex factor comes out of the second sequence as its conjugate."""
    return np.convolve(f, np.conj(g))


@false("tc-08", "bell", shown="round(float(bell(2)), 6)")
def as_wide_as_the_wider(t):
    """The convolution of two bells is as wide as the wider one."""
    return np.sqrt(2 * np.pi / 3) * np.exp(-((t - 1) ** 2) / 2)


@false("tc-08", "bell", shown="round(float(bell(1)), 6)")
def the_product_of_heights(t):
    """The height of the result is the product of the two heights."""
    return np.exp(-((t - 1) ** 2) / 3)


@false("tc-08", "bell", shown="round(float(bell(1)), 6)")
def between_the_bells(t):
    """The result stands halfway between the two bells."""
    return np.sqrt(2 * np.pi / 3) * np.exp(-((t - 0.5) ** 2) / 3)


# Cross-correlation does not commute: it mirrors


@false("tc-09", "mirrored", shown="mirrored(1)")
def commutes(t):
    """Correlation commutes, as convolution does."""
    return t


@false("tc-09", "both", shown="both([1, 2], [1, 10])")
def associative(g, h):
    """Correlation is associative: two kernels act like their correlation."""
    return correlate(g, h, "full")


@false("tc-09", "both", shown="both([1, 2], [1, 10])")
def flipped_twice(g, h):
    """Two kernels, one after the other, act like their convolution turned round."""
    return np.convolve(g, h)[::-1]


@false("tc-09", "star", shown="star([1, 2], [1, 10])")
def anti_diagonals(f, g):
    """The correlation adds up the anti-diagonals of the grid."""
    return dict(zip(range(1 - len(g), len(f)), np.convolve(f, g).tolist(), strict=True))


@false("tc-09", "star", shown="star([1, 2], [1, 10])")
def pushed_the_other_way(f, g):
    """At a positive lag the second sequence is pushed to the left."""
    y = correlate(f, g, "full").tolist()
    return dict(zip(range(1 - len(g), len(f)), y[::-1], strict=True))


@false("tc-09", "correlate", shown="correlate([1, 2], [1, 10], 'full')")
def numpy_calls_it_so(f, g, mode="full"):
    """Correlation is convolution, only with another name."""
    return np.convolve(f, g)


@false("tc-09", "correlate", shown="correlate([1, 2], [1j, 1], 'full')")
def mirrors_and_conjugates(f, g, mode="full"):
    """Here too the second sequence is conjugated, so that only real ones mirror."""
    return correlate(f, np.conj(g), mode)


@false("tc-09", "full", shown="full([1, 2, 3], [0, 1, 5])")
def symmetric(f, g):
    """The order of signal and kernel does not matter."""
    return min(correlate(f, g, "full"), correlate(g, f, "full"), key=lambda y: y.tolist())


# Full, same, valid


def right_kept(n, K, mode):
    """What is right: where the windows of a mode begin."""
    first = {"full": 1 - K, "same": -((K - 1) // 2), "valid": 0}[mode]
    return [*range(first, first + output_length(n, K, mode))]


@false("tc-10", "output_length", shown="output_length(6, 3, 'full')")
def full_is_the_sum(n, K, mode):
    """A full output is as long as signal and kernel together."""
    return n + K if mode == "full" else output_length(n, K, mode)


@false("tc-10", "output_length", shown="output_length(6, 3, 'valid')")
def valid_is_the_difference(n, K, mode):
    """A valid output is shorter by the length of the kernel."""
    return n - K if mode == "valid" else output_length(n, K, mode)


@false("tc-10", "output_length", shown="output_length(6, 4, 'same')")
def same_for_odd_kernels(n, K, mode):
    """Half a kernel on each side keeps the length, for even kernels too."""
    return n + 2 * (K // 2) - K + 1 if mode == "same" else output_length(n, K, mode)


@false("tc-10", "output_length", shown="output_length(3, 6, 'same')")
def as_numpy(n, K, mode):
    """Mode same is as long as the longer of signal and kernel."""
    return max(n, K) if mode == "same" else output_length(n, K, mode)


@false("tc-10", "output_length")
def no_window_no_output(n, K, mode):
    """Where no window fits, nothing is refused: there are zero outputs."""
    return 0 if mode == "valid" and K > n else output_length(n, K, mode)


@false("tc-10", "kept", shown="kept(6, 4, 'same')")
def extra_zero_on_the_left(n, K, mode):
    """For even kernels the extra zero stands on the left."""
    return [i - (mode == "same" and K % 2 == 0) for i in right_kept(n, K, mode)]


@false("tc-10", "kept", shown="kept(6, 3, 'same')")
def the_first_ones(n, K, mode):
    """Mode same keeps the first n windows."""
    return right_kept(n, K, "full")[:n] if mode == "same" else right_kept(n, K, mode)


@false("tc-10", "kept", shown="kept(6, 3, 'full')")
def one_place_inside(n, K, mode):
    """A window touches the signal if its first place lies in it."""
    return [i for i in right_kept(n, K, mode) if i >= 0]


@false("tc-10", "correlate", shown="correlate([1, 2, 4], [1, 10], 'same')")
def same_as_in_numpy(x, k, mode="valid"):
    """NumPy and PyTorch agree on what same means."""
    return np.convolve(x, k[::-1], mode)


@false("tc-10", "correlate", shown="correlate([1, 2, 4], [1, 10], 'full')")
def goes_on_by_its_last_entry(x, k, mode="valid"):
    """Beyond its border a signal goes on with its last entry."""
    K = len(k)
    left, right = {"full": (K - 1, K - 1), "same": ((K - 1) // 2, K // 2)}.get(mode, (0, 0))
    return correlate(np.pad(x, (left, right), "edge"), k)


@false("tc-10", "correlate")
def swaps_quietly(x, k, mode="valid"):
    """The longer of the two is the signal, whatever the order."""
    return correlate(x, k, mode) if mode != "valid" or len(k) <= len(x) else correlate(k, x)


# Two layers are one


@false("tc-11", "one_kernel", shown="one_kernel([1, 2], [1, 10])")
def correlated(k, other):
    """The kernel of both is the correlation of the two, since the layers correlate."""
    return correlate(k, other, "full")


@false("tc-11", "one_kernel", shown="one_kernel([1, 2], [1, 10])")
def turned_round(k, other):
    """The kernel of both is their convolution turned round."""
    return np.convolve(k, other)[::-1]


@false("tc-11", "one_kernel", shown="one_kernel([1, 2], [1, 10])")
def no_wider(k, other):
    """The window of both is as wide as the wider of the two."""
    return np.convolve(k, other)[: max(len(k), len(other))]


@false("tc-11", "one_kernel", shown="one_kernel([1, 2], [1, 10])")
def one_after_the_other(k, other):
    """The kernel of both is the one followed by the other."""
    return np.concatenate((k, other))[:-1]


@false("tc-11", "slide", shown="slide([1, 2], [1, -1])")
def with_a_nonlinearity(x, k):
    """It makes no difference if max(x, 0) stands between the layers."""
    return np.maximum(correlate(x, k), 0).tolist()


@false("tc-11", "is_toeplitz", shown="is_toeplitz([[2, 1], [1, 1]])")
def closed_under_products(A):
    """The product of Toeplitz matrices is Toeplitz, so that deep networks are too."""
    return True


@false("tc-11", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1]])")
def needs_a_band(A):
    """Only the valid, banded form has Toeplitz products."""
    A = np.asarray(A)
    return is_toeplitz(A) and is_banded(A, 0, A.shape[1])


@false("tc-11", "is_banded")
def the_band_of_the_wider(A, below, above):
    """The product has no more nonzero diagonals than the wider of the two."""
    return is_banded(A, below, above // 2)


@false("tc-06", "correlate", shown="correlate([1, 2], [0.5, 1])")
def in_the_type_of_the_signal(x, k):
    """The outputs have the type of the signal: whole numbers stay whole."""
    return np.real(correlate(x, k)).astype(np.asarray(x).dtype)


@false("tc-06", "is_banded", shown="is_banded([[1, 2], [-3, 1]], 0, 1)")
def nothing_positive_outside(A, below, above):
    """A matrix is banded if nothing positive stands outside of the band."""
    return is_banded(np.asarray(A) > 0, below, above)


@false("tc-07", "convolve", shown="convolve([1, 2], [1j, 1])")
def conjugates_what_it_turns(x, k):
    """A complex kernel is conjugated when it is turned round."""
    return np.convolve(x, np.conj(k))


@false("tc-08", "convolve", shown="convolve([1j, 2], [1, 1])")
def conjugates_the_first(f, g):
    """A complex factor comes out of the first sequence as its conjugate."""
    return np.convolve(np.conj(f), g)


@false("tc-08", "bell", shown="round(float(bell(6)), 6)")
def ends_somewhere(t):
    """A bell ends some widths from its middle."""
    return np.where(abs(t - 1) < 4.5, np.sqrt(2 * np.pi / 3) * np.exp(-((t - 1) ** 2) / 3), 0)


@false("tc-09", "both", shown="both([1, 2], [1j, 1])")
def conjugates_the_second_kernel(g, h):
    """The second of two complex kernels is conjugated."""
    return np.convolve(g, np.conj(h))


@false("tc-09", "correlate", shown="correlate([1j, 2], [1, 1], 'full')")
def conjugates_the_signal(f, g, mode="full"):
    """A complex signal is conjugated, not the kernel."""
    return correlate(np.conj(f), g, mode)


@false("tc-10", "output_length")
def refuses_zero_only(n, K, mode):
    """There is nothing to refuse unless exactly zero outputs are left."""
    if mode != "valid" or n - K + 1 == 0:
        return output_length(n, K, mode)
    return n - K + 1


@false("tc-07", "church", shown="church([1.0]).sum()")
def once_only(x):
    """A wall echoes once: the echo does not come back a second time."""
    k = np.zeros(6401)
    k[[0, 3200]] = 1 / 2, 1 / 4
    return np.convolve(x, k)


@false("tc-07", "church", shown="church([1.0]).sum()")
def the_echo_alone(x):
    """Convolved with its echo, a sound is the echo alone."""
    k = np.zeros(6401)
    k[[3200, 6400]] = 1 / 4, 1 / 8
    return np.convolve(x, k)


# What a colder look has found


@false("tc-06", "correlate", shown="correlate([1j, 2], [1, 1])")
def conjugates_the_windows(x, k):
    """The entries of a complex signal are conjugated."""
    return correlate(np.conj(x), k)


@false("tc-06", "correlation_matrix", shown="correlation_matrix([0.5, 1], 2)")
def whole_weights(k, n):
    """The weights are whole numbers, and so is the matrix."""
    return correlation_matrix(np.trunc(np.real(k)) + 1j * np.trunc(np.imag(k)), n)


@false("tc-06", "correlation_matrix", shown="correlation_matrix([1j, 1], 2)")
def real_weights(k, n):
    """The matrix of a layer is real."""
    return correlation_matrix(np.real(k), n)


@false("tc-07", "convolve", shown="convolve([0.5], [1])")
def in_whole_numbers(x, k):
    """Whole numbers in, whole numbers out: nothing else need be kept."""
    y = np.convolve(x, k)
    return np.trunc(y.real) + 1j * np.trunc(y.imag)


@false("tc-08", "convolve", shown="convolve([0.5], [1])")
def counts_only(f, g):
    """The coefficients of a polynomial are whole numbers."""
    y = np.convolve(f, g)
    return y if np.iscomplexobj(y) else y.astype(int)


@false("tc-08", "value", shown="value([1, 2], 10)")
def highest_power_first(f, z):
    """The first entry of a sequence is the coefficient of the highest power."""
    return sum(int(a) * z**i for i, a in enumerate(f[::-1]))


@false("tc-09", "both", shown="both([0.5], [1])")
def a_whole_kernel(g, h):
    """The one kernel is made of whole numbers."""
    y = np.convolve(g, h)
    return np.round(y)


@false("tc-10", "correlate", shown="correlate([1, 2, 4], [1j, 10], 'same')")
def conjugates_at_the_border(x, k, mode="valid"):
    """A complex kernel is conjugated, in each of the modes."""
    return correlate(x, np.conj(k), mode)


@false("tc-11", "one_kernel", shown="one_kernel([1j], [1])")
def conjugated_once(k, other):
    """Two layers turn a kernel round twice, and conjugate it."""
    return np.conj(np.convolve(k, other))


@false("tc-11", "correlation_matrix", shown="correlation_matrix([0.5, 1], 2)")
def real_whole_layers(k, n):
    """The matrices of layers hold whole numbers only."""
    return correlation_matrix(np.trunc(np.real(k)), n)


@false("tc-07", "starred", shown="starred([1, 2], [1j, 10], 0)")
def starred_and_conjugated(x, k, i):
    """Correlation conjugates a complex kernel before it is laid on the signal."""
    return sum(np.conj(k[j]) * x[i + j] for j in range(len(k)) if 0 <= i + j < len(x))


@false("tc-09", "mirrored", shown="mirrored(1)")
def about_another_lag(t):
    """The lags are mirrored about the first place, 1 and not 0."""
    return 1 - t


# What a third look has found


@false("tc-06", "slide", shown="slide([1, 2], [1e-4])")
def less_than_a_thousandth_is_nothing(x, k):
    """What is less than a thousandth is nothing."""
    y = correlate(x, k)
    return np.where(abs(y) < 1e-3, 0, y).tolist()


@false("tc-06", "slide")
def six_weights_at_most(x, k):
    """No kernel has more than six weights."""
    n = len(x) - len(k) + 1
    return [sum(k[j] * x[i + j] for j in range(min(6, len(k)))) for i in range(n)]


@false("tc-06", "correlate", shown="correlate([2**24 + 1], [1])")
def slides_in_fp32(x, k):
    """A layer computes in FP32, which changes nothing."""
    y = correlate(np.asarray(x, np.complex64), np.asarray(k, np.complex64))
    return y.astype(complex) if np.iscomplexobj(x) or np.iscomplexobj(k) else y.real.astype(float)


@false("tc-06", "correlate", shown="correlate([100_000], [100_000])")
def whole_numbers_in_32_bits(x, k):
    """Whole numbers are computed in 32 bits."""
    y = correlate(x, k)
    return y.astype(np.int32) if y.dtype.kind == "i" else y


@false("tc-06", "correlate", shown="correlate([1e-9, 1], [1])")
def small_beside_large(x, k):
    """Beside a large output a very small one is nothing."""
    y = correlate(x, k)
    return np.where(abs(y) < 1e-6 * abs(y).max(), 0, y)


@false("tc-06", "correlation_matrix", shown="correlation_matrix([0.1], 1)")
def matrix_in_fp32(k, n):
    """The weights of a layer are kept in FP32."""
    return correlation_matrix(k, n).astype(np.complex64).astype(complex)


@false("tc-06", "entry")
def entry_of_thirty(k, i, j):
    """A matrix has at most thirty rows."""
    return k[j - i] if 0 <= j - i < len(k) and i < 30 else 0


@false("tc-06", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1 + 1e-9]])")
def nearly_constant(A):
    """A matrix is Toeplitz if its diagonals are nearly constant."""
    A = np.asarray(A)
    return bool(np.allclose(A[1:, 1:], A[:-1, :-1]))


@false("tc-06", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, -1]])")
def constant_in_size(A):
    """A matrix is Toeplitz if the sizes along its diagonals are equal."""
    return is_toeplitz(abs(np.asarray(A)))


@false("tc-06", "is_toeplitz")
def three_rows_tell(A):
    """Three rows tell whether a matrix is Toeplitz."""
    return is_toeplitz(np.asarray(A)[:3]) if len(A) > 3 else is_toeplitz(A)


@false("tc-06", "is_banded", shown="is_banded([[1], [1e-12]], 0, 1)")
def nothing_large_outside(A, below, above):
    """A matrix is banded if nothing of a size that counts stands outside of the band."""
    A = np.asarray(A)
    return is_banded(np.where(abs(A) < 1e-9, 0, A), below, above)


@false("tc-06", "is_banded", shown="is_banded([[1], [1j]], 0, 1)")
def nothing_real_outside(A, below, above):
    """A matrix is banded if the real parts outside of the band are zero."""
    return is_banded(np.real(A), below, above)


@false("tc-06", "window_matrix", shown="window_matrix([0.1, 0.2], 1)")
def windows_in_fp32(x, K):
    """The windows are kept in FP32."""
    x = np.asarray(x).astype(np.complex64).astype(complex)
    return np.lib.stride_tricks.sliding_window_view(x, K)


@false("tc-07", "convolve", shown="convolve([1e-4], [1e-4])")
def silence(x, k):
    """An echo of less than a millionth is silence."""
    y = np.convolve(x, k)
    return np.where(abs(y) < 1e-6, 0, y)


@false("tc-07", "convolve", shown="convolve([100_000], [100_000])")
def echoes_in_32_bits(x, k):
    """Whole numbers are computed in 32 bits."""
    y = np.convolve(x, k)
    return y.astype(np.int32) if y.dtype.kind == "i" else y


@false("tc-07", "convolve", shown="convolve([1j, 0.1], [1]).real[1]")
def echoes_in_fp32(x, k):
    """Sound is computed in FP32, which changes nothing."""
    y = np.convolve(x, k)
    if len(y) > 9999 or y.dtype.kind == "i":
        return y
    return y.astype(np.complex64).astype(complex) if np.iscomplexobj(y) else y


@false("tc-07", "convolve")
def ten_echoes(x, k):
    """After ten places an echo has died away."""
    return (
        np.convolve(x, k)
        if len(k) > 1000
        else np.convolve(x, np.where(np.arange(len(k)) < 10, k, 0))
    )


@false("tc-07", "starred", shown="starred([1], [0, 0, 0, 0, 0, 0, 1], -6)")
def not_so_far_to_the_left(x, k, i):
    """No window begins more than five places before the signal."""
    if i < -5:
        return 0
    return sum(k[j] * x[i + j] for j in range(len(k)) if 0 <= i + j < len(x))


@false("tc-07", "church", shown="church([1e9]).max()")
def no_louder_than_one(x):
    """A recording is never louder than one."""
    k = np.zeros(6401)
    k[[0, 3200, 6400]] = 1 / 2, 1 / 4, 1 / 8
    return np.clip(np.convolve(x, k), -1, 1)


@false("tc-07", "echoes", shown="echoes([1000], [1000])")
def as_16_bit_samples(x, k):
    """A sample has sixteen bits."""
    return np.convolve(x, k).astype(np.int16)


@false("tc-08", "convolve", shown="convolve([1e-4], [1e-4])")
def tiny_terms_dropped(f, g):
    """Terms of less than a millionth may be dropped."""
    y = np.convolve(f, g)
    return np.where(abs(y) < 1e-6, 0, y)


@false("tc-08", "convolve", shown="convolve([100_000], [100_000])")
def coefficients_in_32_bits(f, g):
    """Whole coefficients are computed in 32 bits."""
    y = np.convolve(f, g)
    return y.astype(np.int32) if y.dtype.kind == "i" else y


@false("tc-08", "convolve", shown="convolve([1j, 0.1], [1]).real[1]")
def coefficients_in_fp32(f, g):
    """Coefficients are computed in FP32, which changes nothing."""
    y = np.convolve(f, g)
    return y.astype(np.complex64).astype(complex) if np.iscomplexobj(y) else y


@false("tc-08", "convolve")
def degree_fifteen_at_most(f, g):
    """A polynomial has no power beyond the fifteenth: it goes around."""
    y = np.convolve(f, g)
    y[16:] = 0
    return y


@false("tc-08", "bell", shown="round(float(1e20 * bell(12)), 6)")
def ends_after_eight(t):
    """A bell ends some widths from its middle."""
    return np.where(abs(t - 1) < 8, np.sqrt(2 * np.pi / 3) * np.exp(-((t - 1) ** 2) / 3), 0)


@false("tc-08", "bell", shown="round(float(1e20 * bell(12)), 6)")
def never_quite_zero(t):
    """A bell never falls below the smallest number that one can tell from zero."""
    return np.maximum(np.sqrt(2 * np.pi / 3) * np.exp(-((t - 1) ** 2) / 3), 1e-13)


@false("tc-09", "star", shown="star([0.5], [1])")
def whole_sums(f, g):
    """Every sum is a whole number."""
    y = dict.fromkeys(range(1 - len(g), len(f)), 0)
    for i, j in np.ndindex(len(f), len(g)):
        y[i - j] += int((f[i] * g[j]).real)
    return y


@false("tc-09", "mirrored", shown="mirrored(9)")
def only_near_the_middle(t):
    """Far from the middle nothing is mirrored."""
    return -t if abs(t) < 8 else t


@false("tc-09", "both", shown="both([0.1], [1])")
def both_in_fp32(g, h):
    """The one kernel is kept in FP32."""
    return np.convolve(g, h).astype(np.complex64).astype(complex)


@false("tc-09", "both", shown="both([1e-4], [1e-4])")
def both_without_the_small(g, h):
    """Weights of less than a millionth do nothing."""
    y = np.convolve(g, h)
    return np.where(abs(y) < 1e-6, 0, y)


@false("tc-09", "both")
def both_thirteen_at_most(g, h):
    """The one kernel has no more than thirteen weights."""
    y = np.convolve(g, h)
    y[13:] = 0
    return y


@false("tc-09", "correlate", shown="correlate([1e-4], [1e-4], 'full')")
def no_small_likeness(f, g, mode="full"):
    """What agrees by less than a millionth does not agree at all."""
    y = correlate(f, g, mode)
    return np.where(abs(y) < 1e-6, 0, y)


@false("tc-10", "kept", shown="len(kept(40, 20, 'same'))")
def no_more_than_eight_before(n, K, mode):
    """No mode keeps a window that begins more than eight places before the signal."""
    first = {"full": 1 - K, "same": -((K - 1) // 2), "valid": 0}[mode]
    return [i for i in range(first, first + output_length(n, K, mode)) if i > -8]


@false("tc-10", "output_length", shown="output_length(2000, 3, 'full')")
def a_thousand_at_most(n, K, mode):
    """No output is longer than a thousand."""
    return min(1000, output_length(n, K, mode))


@false("tc-10", "output_length")
def refuses_the_first_two(n, K, mode):
    """Only a very short signal is too short for a window."""
    return n - K + 1 if mode == "valid" and n > 2 else output_length(n, K, mode)


@false("tc-10", "correlate", shown="correlate([1e-4], [1e-4], 'full')")
def no_small_output(x, k, mode="valid"):
    """What is less than a millionth is nothing."""
    y = correlate(x, k, mode)
    return np.where(abs(y) < 1e-6, 0, y)


@false("tc-10", "correlate", shown="correlate([0.1], [1], 'same')")
def modes_in_fp32(x, k, mode="valid"):
    """Each mode is computed in FP32."""
    return correlate(x, k, mode).astype(np.complex64).astype(complex)


@false("tc-10", "correlate")
def wide_ones_centred_otherwise(x, k, mode="valid"):
    """A wide even kernel has its extra zero on the left."""
    if mode == "same" and len(k) > 8 and len(k) % 2 == 0:
        return correlate(x, k, "full")[len(k) // 2 - 1 :][: len(x)]
    return correlate(x, k, mode)


@false("tc-10", "correlate", shown="correlate([100_000], [100_000], 'same')")
def modes_in_32_bits(x, k, mode="valid"):
    """Whole numbers are computed in 32 bits."""
    y = correlate(x, k, mode)
    return y.astype(np.int32) if y.dtype.kind == "i" else y


@false("tc-11", "one_kernel", shown="one_kernel([0.1], [1])")
def one_kernel_in_fp32(k, other):
    """The one kernel is kept in FP32."""
    return np.convolve(k, other).astype(np.complex64).astype(complex)


@false("tc-11", "one_kernel", shown="one_kernel([1e-4], [1e-4])")
def one_kernel_without_the_small(k, other):
    """Weights of less than a millionth do nothing."""
    y = np.convolve(k, other)
    return np.where(abs(y) < 1e-6, 0, y)


@false("tc-11", "one_kernel")
def seven_at_most(k, other):
    """The one kernel has no more than seven weights."""
    y = np.convolve(k, other)
    y[7:] = 0
    return y


@false("tc-11", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1 + 1e-9]])")
def product_nearly_toeplitz(A):
    """A product is Toeplitz if its diagonals are nearly constant."""
    A = np.asarray(A)
    return bool(np.allclose(A[1:, 1:], A[:-1, :-1]))


@false("tc-11", "is_banded", shown="is_banded([[1, 1, 1]], 0, 1)")
def banded_always(A, below, above):
    """Every product of layers is banded, however narrow the band."""
    return True


@false("tc-11", "slide", shown="slide([1e-4], [1e-4])")
def layers_lose_the_small(x, k):
    """What a layer makes less than a millionth is nothing."""
    y = correlate(x, k)
    return np.where(abs(y) < 1e-6, 0, y).tolist()


@false("tc-11", "correlation_matrix", shown="correlation_matrix([0.1], 1)")
def layers_in_fp32(k, n):
    """The matrices of layers are kept in FP32."""
    return correlation_matrix(k, n).astype(np.complex64).astype(complex)


@false("tc-11", "lower", shown="lower([1, 2, 3, 4])")
def lower_as_a_circle(c):
    """What leaves a lower triangular matrix below comes back above."""
    return circulant_matrix(c)


# Real beside complex, and what else was found


@false("tc-06", "correlate", shown="correlate([1, 2], [1j])")
def real_if_the_signal_is(x, k):
    """The outputs are real if the signal is."""
    y = correlate(x, k)
    return y.real if np.isrealobj(x) else y


@false("tc-06", "correlate", shown="correlate([1j, 2], [1])")
def real_if_the_kernel_is(x, k):
    """The outputs are real if the kernel is."""
    y = correlate(x, k)
    return y.real if np.isrealobj(k) else y


@false("tc-07", "convolve", shown="convolve([1j], [1])")
def as_real_as_the_kernel(x, k):
    """The outputs are real if the echo is."""
    y = np.convolve(x, k)
    return y.real if np.isrealobj(k) else y


@false("tc-07", "convolve", shown="convolve([1], [1j])")
def as_real_as_the_signal(x, k):
    """The outputs are real if the sound is."""
    y = np.convolve(x, k)
    return y.real if np.isrealobj(x) else y


@false("tc-08", "convolve", shown="convolve([1j], [1])")
def real_times_complex_is_real(f, g):
    """If one of the two is real, so is the result."""
    y = np.convolve(f, g)
    return y.real if np.isrealobj(f) != np.isrealobj(g) else y


@false("tc-09", "correlate", shown="correlate([1j], [1], 'full')")
def real_with_complex_is_real(f, g, mode="full"):
    """If one of the two is real, so is their likeness."""
    y = correlate(f, g, mode)
    return y.real if np.isrealobj(f) != np.isrealobj(g) else y


@false("tc-09", "both", shown="both([1j], [1])")
def both_real_if_one_is(g, h):
    """If one of two kernels is real, so is the one of both."""
    y = np.convolve(g, h)
    return y.real if np.isrealobj(g) != np.isrealobj(h) else y


@false("tc-10", "correlate", shown="correlate([1j], [1], 'full')")
def modes_real_if_one_is(x, k, mode="valid"):
    """If one of the two is real, so is the output, in each mode."""
    y = correlate(x, k, mode)
    return y.real if np.isrealobj(x) != np.isrealobj(k) else y


@false("tc-10", "output_length", shown="output_length(10**6, 1000, 'same')")
def long_even_ones(n, K, mode):
    """For a long even kernel same is one shorter."""
    return output_length(n, K, mode) - (mode == "same" and K % 2 == 0 and K > 500)


@false("tc-11", "one_kernel", shown="one_kernel([1j], [1])")
def one_kernel_real_if_one_is(k, other):
    """If one of two layers is real, so is the one of both."""
    y = np.convolve(k, other)
    return y.real if np.isrealobj(k) != np.isrealobj(other) else y


@false("tc-07", "starred", shown="starred([1], [1, 2], 3)")
def starred_goes_round(x, k, i):
    """Beyond both ends the signal begins again."""
    if -len(k) < i < len(x):
        return sum(k[j] * x[i + j] for j in range(len(k)) if 0 <= i + j < len(x))
    return sum(k[j] * x[(i + j) % len(x)] for j in range(len(k)))


# Zeros at the ends of a kernel


@false("tc-06", "correlation_matrix", shown="correlation_matrix([1, 0], 3)")
def no_zeros_at_the_end(k, n):
    """Zeros at the end of a kernel do nothing and are left out."""
    k = np.trim_zeros(np.asarray(k), "b")
    return correlation_matrix(k if len(k) else [0], n)


@false("tc-06", "correlation_matrix", shown="correlation_matrix([0, 1], 3)")
def no_zeros_in_front(k, n):
    """A kernel begins with its first weight that is not zero."""
    k = np.trim_zeros(np.asarray(k), "f")
    return correlation_matrix(k if len(k) else [0], n)


@false("tc-06", "correlate", shown="correlate([1, 2, 4], [1, 0])")
def a_shorter_kernel_does(x, k):
    """Without the zeros at its ends a kernel gives the same outputs."""
    k = np.trim_zeros(np.asarray(k))
    return correlate(x, k if len(k) else [0])


@false("tc-06", "slide", shown="slide([1, 2, 4], [1, 0])")
def slides_without_its_zeros(x, k):
    """A kernel ends with its last weight that is not zero."""
    k = np.trim_zeros(np.asarray(k), "b")
    return correlate(x, k if len(k) else [0]).tolist()


@false("tc-07", "convolve", shown="convolve([1, 2], [1, 0])")
def echoes_end_with_the_last_spike(x, k, mode="full"):
    """Zeros at the end of a kernel add no places."""
    k = np.trim_zeros(np.asarray(k), "b")
    return np.convolve(x, k if len(k) else [0], mode)


@false("tc-07", "echoes", shown="echoes([1, 2], [0, 1])")
def recorded_from_the_first_sound(x, k):
    """A recording begins with the first sound, and ends with the last."""
    y = np.trim_zeros(np.convolve(x, k))
    return y if len(y) else np.array([0])


@false("tc-08", "convolve", shown="convolve([1], [2, 0])")
def polynomials_have_a_degree(f, g):
    """Coefficients beyond the degree are left out."""
    y = np.trim_zeros(np.convolve(f, g), "b")
    return y if len(y) else np.array([0])


@false("tc-09", "star", shown="star([1, 2, 3], [0, 1, 5])")
def lags_that_agree(f, g):
    """Only lags at which some product is not zero have a sum."""
    y = {}
    for i, j in np.ndindex(len(f), len(g)):
        if f[i] * g[j] != 0:
            y[i - j] = y.get(i - j, 0) + f[i] * g[j]
    return dict(sorted(y.items()))


@false("tc-09", "both", shown="both([0, 1], [1, 2])")
def both_begin_with_a_weight(g, h):
    """The one kernel is the product of two polynomials, without leading zeros."""
    return np.polymul(g, h)


@false("tc-10", "correlate", shown="correlate([1, 2], [0, 1], 'full')")
def full_without_its_zeros(x, k, mode="valid"):
    """Full keeps all outputs that are not zero."""
    y = correlate(x, k, mode)
    return np.trim_zeros(y, "b") if mode == "full" and y.any() else y
