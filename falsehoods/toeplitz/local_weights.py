"""False versions of the claims of *How a dense layer becomes a convolution*."""

from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.convolution import correlate, weight_count
from mathlib.toeplitz.matrices import (
    band_mask,
    circulant_matrix,
    correlation_matrix,
    is_circulant,
    is_toeplitz,
)

# What a dense layer costs


@false("tc-01", "cost", shown="cost(4, 5)")
def one_weight_for_each_connection_and_a_bias(m, n):
    """Each output has a weight for each input, and one more for the constant."""
    return m * (n + 1)


@false("tc-01", "cost", shown="cost(4, 5)")
def always_square(m, n):
    """A dense layer on n inputs has n times n weights, whatever comes out."""
    return n * n


@false("tc-01", "cost", shown="cost(4, 5)")
def ends_only(m, n):
    """A layer costs as much as it has inputs and outputs."""
    return m + n


@false("tc-01", "work", shown="work(2, 6)")
def grows_with_the_larger_side(m, n):
    """The work grows with the square of the longer side."""
    return max(m, n) ** 2, max(m, n) ** 2


@false("tc-01", "dense", shown="dense([[1, 2], [3, 4]], [1, 10])")
def one_input_each(W, x):
    """Output i has one weight, for input i."""
    return [W[i][i] * x[i] for i in range(min(len(W), len(x)))]


@false("tc-01", "weight_count", shown="weight_count(10, 3, False, False)")
def square_for_every_window(n, K, local, shared):
    """A dense layer has n times n weights, also where a window makes the output shorter."""
    return n * n


@false("tc-01", "weight_count", shown="weight_count(10, 3, False, False)")
def one_output_too_few(n, K, local, shared):
    """A window of K leaves n - K outputs."""
    return n * (n - K)


# Locality: each output sees a window


@false("tc-02", "band_mask", shown="band_mask(2, 4, 2)")
def one_place_more(m, n, K):
    """A window of width K ends K places after the output's own place."""
    lag = np.arange(n) - np.arange(m)[:, None]
    return (lag >= 0) & (lag <= K)


@false("tc-02", "band_mask", shown="band_mask(2, 4, 3)")
def centred(m, n, K):
    """The window of output i lies with its middle on input i."""
    lag = np.arange(n) - np.arange(m)[:, None]
    return (lag >= -(K // 2)) & (lag < K - K // 2)


@false("tc-02", "band_mask", shown="band_mask(2, 4, 2)")
def side_by_side(m, n, K):
    """The windows lie side by side, without an overlap."""
    return np.arange(n) // K == np.arange(m)[:, None]


@false("tc-02", "reach", shown="reach(5, 3)")
def whole_windows(L, K):
    """Each layer adds a whole window to what is seen."""
    return L * K


@false("tc-02", "reach", shown="reach(2, 3)")
def like_a_tree(L, K):
    """Each layer multiplies what is seen by K."""
    return K**L


@false("tc-02", "reach", shown="reach(5, 3)")
def local_forever(L, K):
    """A local layer does not look at far-away points, and neither do several."""
    return K


@false("tc-02", "paths", shown="paths(2, 2, 3)")
def the_ends_count_less(L, K, n):
    """After several layers only the window's two ends and the places between every K are seen."""
    seen = np.zeros((n - L * (K - 1), n), int)
    for i in range(len(seen)):
        seen[i, i : i + L * (K - 1) + 1 : max(1, K - 1)] = 1
    return seen


@false("tc-02", "paths", shown="paths(2, 2, 3)")
def one_path_each(L, K, n):
    """From an input that is seen there leads one path, not several."""
    m = n - L * (K - 1)
    return band_mask(m, n, L * (K - 1) + 1).astype(int)


@false("tc-02", "stacked", shown="stacked(np.array([[1, -1]]), np.array([[1], [1]]))")
def never_cancels(second, first):
    """Where a path leads, the output depends on the input, whatever the weights."""
    return abs(second) @ abs(first)


@false("tc-02", "stacked", shown="stacked(np.array([[1, 1]]), np.array([[1, 0], [0, 1]]))")
def only_the_layer_below(second, first):
    """A layer on a layer sees no further than the lower one alone."""
    return first[: len(second)]


# Sharing: the same weights everywhere


@false("tc-03", "is_shared", shown="is_shared([[1, 1, 0], [1, 1, 1], [0, 1, 1]])")
def constant_diagonals_are_enough(W):
    """Constant diagonals are enough: every square Toeplitz matrix is equivariant on a circle."""
    return is_toeplitz(W)


@false("tc-03", "is_shared", shown="is_shared([[1, 0], [1, 0]])")
def same_numbers_in_each_row(W):
    """Weights are shared if each row holds the same numbers, in any order."""
    return all(sorted(row) == sorted(W[0]) for row in np.asarray(W).tolist())


@false("tc-03", "is_shared", shown="is_shared([[0, 1], [0, 1]])")
def down_the_columns(W):
    """Weights are shared if every output uses the same row of weights."""
    return bool((np.asarray(W) == np.asarray(W)[0]).all())


@false("tc-03", "shift", shown="shift(3)")
def the_last_one_falls_off(n):
    """A shift lets the last entry fall off the end and puts a zero first."""
    return np.eye(n, k=-1, dtype=int)


@false("tc-03", "circulant_matrix", shown="circulant_matrix([1, 2, 3])")
def pushed_to_the_left(c):
    """Each row of a circulant is the row above, moved by one place to the left."""
    return np.array([np.roll(c, -i) for i in range(len(c))])


@false("tc-03", "circulant_matrix", shown="circulant_matrix([1, 2, 3])")
def column_is_row(c):
    """The numbers of a circulant are its first row."""
    return circulant_matrix(c).T


@false("tc-03", "is_equivariant", shown="is_equivariant(np.array([[1, 2], [2, 1]]))")
def invariant(W):
    """Sharing means that the output of a layer does not change when its input is shifted."""
    spikes = np.eye(len(W), dtype=int)
    return all((W @ np.roll(e, 1) == W @ e).all() for e in spikes)


@false("tc-03", "is_toeplitz_and_local", shown="is_toeplitz_and_local(np.array([[1, 2], [2, 1]]))")
def toeplitz_alone(T):
    """On a line too, constant diagonals are all that equivariance asks for."""
    return is_toeplitz(T)


@false("tc-03", "is_toeplitz_and_local", shown="is_toeplitz_and_local(np.array([[1, 0], [0, 2]]))")
def local_alone(T):
    """What slides over a signal and sees only its window is equivariant."""
    m, n = T.shape
    lag = np.arange(n) - np.arange(m)[:, None]
    return not T[(lag < 0) | (lag > n - m)].any()


@false("tc-03", "is_toeplitz_and_local")
def upper_triangle(T):
    """Zeros below the diagonal are enough: an output looks ahead as far as it likes."""
    return is_toeplitz(T) and not np.tril(T, -1).any()


@false("tc-03", "slides", shown="slides(np.array([[1, 2], [2, 1]]))")
def as_on_a_circle(T):
    """A line is like a circle: only the diagonals matter."""
    return is_toeplitz(T)


@false("tc-03", "layer", shown="layer('zeros')(x)[0].item()")
def zeros_do_no_harm(border):
    """Zeros at the border do no harm to equivariance."""
    return lambda x: x.roll(1) + x + x.roll(-1)


@false("tc-03", "layer", shown="layer('circular')(x)[0].item()")
def the_same_everywhere(border):
    """A layer that shares its weights is invariant."""
    return lambda x: 0 * x + x.sum()


# Two decisions, four counts


@false("tc-04", "weight_count", shown="weight_count(10, 3, False, True)")
def as_many_as_both_sides(n, K, local, shared):
    """A matrix has as many diagonals as it has rows and columns together."""
    m = n - K + 1
    return (K if local else n + m) if shared else (K * m if local else m * n)


@false("tc-04", "weight_count", shown="weight_count(10, 3, True, False)")
def a_window_for_each_input(n, K, local, shared):
    """A local layer has a window of K weights for each input."""
    m = n - K + 1
    return (K if local else n + m - 1) if shared else (K * n if local else m * n)


@false("tc-04", "weight_count", shown="weight_count(10, 3, False, True)")
def sharing_leaves_the_kernel(n, K, local, shared):
    """Sharing leaves K weights, with locality or without."""
    m = n - K + 1
    return K if shared else (K * m if local else m * n)


@false("tc-04", "weight_count", shown="weight_count(10, 3, True, False)")
def locality_is_sharing(n, K, local, shared):
    """Locality and sharing are the same: a layer with windows of K has K weights."""
    m = n - K + 1
    return K if local else n + m - 1 if shared else m * n


@false("tc-04", "four_counts", shown="four_counts(8, 10, 3)")
def a_row_for_all(m, n, K):
    """A dense layer with shared weights has one row for all outputs: n weights."""
    return [m * n, K * m, n, K]


@false("tc-04", "four_counts", shown="four_counts(8, 10, 3)")
def an_output_for_each_input(m, n, K):
    """A free layer has n outputs, as many as inputs."""
    return [n * n, K * n, n + m - 1, K]


@false("tc-04", "is_toeplitz", shown="is_toeplitz([[1, 2, 0], [0, 3, 4]])")
def banded_is_toeplitz(A):
    """A matrix with zeros outside a band is a Toeplitz matrix."""
    return bool(np.asarray(A)[-1, 0] == 0 or is_toeplitz(A))


@false("tc-04", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1]])")
def toeplitz_has_zeros(A):
    """A Toeplitz matrix has zeros: without them it is not one."""
    return is_toeplitz(A) and not np.all(A)


@false("tc-04", "parameters", shown="parameters(8, 2, 3)")
def a_bias_for_each_channel_of_the_larger_side(C, out, K):
    """A layer has as many biases as channels, on the side where there are more."""
    return out * C * K + max(C, out)


@false("tc-04", "parameters", shown="parameters(1, 1, 3)")
def no_bias(C, out, K):
    """A kernel of size three has three parameters, bias and all."""
    return out * C * K


@false("tc-04", "parameters", shown="parameters(4, 8, 3)")
def one_kernel_for_all_inputs(C, out, K):
    """Each output channel has one kernel, which is used on every input channel."""
    return out * (K + 1)


@false("tc-04", "parameters", shown="parameters(4, 8, 3)")
def a_bias_for_each_kernel(C, out, K):
    """Each kernel has a bias of its own."""
    return out * C * (K + 1)


# Zeros need no memory and no multiplications


@false("tc-05", "nonzeros", shown="nonzeros(16, 3)")
def a_window_at_each_input(n, K):
    """There is a window at each of the n inputs, so K n places are not zero."""
    return K * n


@false("tc-05", "nonzeros", shown="nonzeros(16, 3)")
def one_less(n, K):
    """A window of K fits n - K times."""
    return K * (n - K)


@false("tc-05", "fraction", shown="fraction(16, 3)")
def of_the_outputs(n, K):
    """The part that is not zero is K / m, with m the number of outputs."""
    return Fraction(K, n - K + 1)


@false("tc-05", "fraction", shown="fraction(16, 3)")
def about(n, K):
    """The part that is not zero is about K / n, and smaller since the corners are empty."""
    return Fraction(K * (n - K + 1), n * n)


@false("tc-05", "local_layer", shown="local_layer(np.eye(2, 3, dtype=int), [1, 2, 3], 2)")
def the_rows_begin_with_their_window(W, x, K):
    """Row i of the matrix begins with the weights of window i."""
    m = len(x) - K + 1
    return [sum(W[i][j] * x[i + j] for j in range(K)) for i in range(m)]


@false("tc-05", "local_layer")
def all_that_is_there(W, x, K):
    """A local layer multiplies by its zeros like any matrix."""
    return [sum(W[i][j] * x[j] for j in range(len(x))) for i in range(len(W))]


@false("tc-05", "correlation_matrix", shown="correlation_matrix([1, 2], 3)")
def turned_round(k, n):
    """The rows of the matrix hold the kernel turned round."""
    return correlation_matrix(k[::-1], n)


@false("tc-05", "correlation_matrix", shown="correlation_matrix([1, 2], 3)")
def pushed_to_the_end(k, n):
    """The first window is the last row: the matrix is filled from the bottom."""
    return correlation_matrix(k, n)[::-1]


@false("tc-05", "correlate", shown="correlate([1, 2, 4], [1, 10])")
def convolves(x, k):
    """A convolutional layer turns its kernel round before it multiplies."""
    return np.correlate(x, k[::-1], "valid")


# What a cold test found green


@false("tc-01", "dense")
def skips_zeros(W, x):
    """A weight that is zero is not multiplied, in a dense layer either."""
    return [sum(w * v for w, v in zip(row, x, strict=True) if w) for row in W]


@false("tc-03", "is_toeplitz_and_local")
def pattern_only(T):
    """It is enough that the zeros stand as in a banded matrix, along the diagonals."""
    m, n = T.shape
    return is_toeplitz(T != 0) and not T[~band_mask(m, n, n - m + 1)].any()


@false("tc-03", "slides")
def slides_as_a_pattern(T):
    """A response has moved along when the next places answer, whatever they say."""
    spikes = np.eye(T.shape[1] + 1, dtype=int)
    first, last = T @ spikes[:-1] != 0, T @ spikes[1:] != 0
    return bool((last[:-1] == first[1:]).all())


@false("tc-04", "is_toeplitz")
def no_zeros(A):
    """A matrix is Toeplitz if it is full: no entry is zero."""
    return bool(np.all(np.asarray(A) != 0))


@false("tc-04", "parameters", shown="parameters(4, 4, 3)")
def channel_by_channel(C, O, K):  # noqa: E741
    """With as many channels behind the layer as before it, each sees its own alone."""
    return O * (K + 1) if C == O else O * (C * K + 1)


@false("tc-05", "local_layer")
def odd_only(W, x, K):
    """An even window has no centre, so that its last place is left out."""
    m = len(x) - K + 1
    k = K - (K % 2 == 0 and m > 1)
    return [sum(W[i][i + j] * x[i + j] for j in range(k)) for i in range(m)]


@false("tc-05", "correlate")
def in_the_type_of_the_signal(x, k):
    """The outputs have the type of the signal, so that parts of whole numbers are cut off."""
    y = [sum(k[j] * x[i + j] for j in range(len(k))) for i in range(len(x) - len(k) + 1)]
    return np.array(y).astype(np.asarray(x).dtype)


@false("tc-02", "stacked")
def nothing_left(second, first):
    """Once two weights cancel, the output depends on nothing any more."""
    product = second @ first
    return np.zeros_like(product) if (second < 0).any() else product


@false("tc-02", "stacked")
def cut_off(second, first):
    """What comes out below zero is zero."""
    return np.maximum(second @ first, 0)


@false("tc-05", "correlation_matrix")
def without_sign(k, n):
    """A weight says how strongly an input counts, and has no sign."""
    return correlation_matrix(np.abs(k), n)


# What a third look has found


@false("tc-01", "dense", shown="dense([[-2]], [3])")
def weights_without_a_sign(W, x):
    """A weight says how strongly an input counts: its sign does nothing."""
    return [sum(abs(w) * v for w, v in zip(row, x, strict=True)) for row in W]


@false("tc-01", "dense", shown="dense([[0.5]], [3])")
def whole_outputs(W, x):
    """What comes out are whole numbers."""
    return [int(sum(w * v for w, v in zip(row, x, strict=True))) for row in W]


@false("tc-01", "dense", shown="dense([[1000]], [3])")
def as_loud_as_it_can(W, x):
    """An output cannot be larger than a thousand."""
    outputs = [sum(w * v for w, v in zip(row, x, strict=True)) for row in W]
    return [max(-1000, min(1000, y)) for y in outputs]


@false("tc-01", "dense")
def minus_one_needs_no_product(W, x):
    """A weight of minus one turns a sign, which is no multiplication."""
    return [sum(-v if w == -1 else w * v for w, v in zip(row, x, strict=True)) for row in W]


@false("tc-01", "dense")
def the_nearest_twenty(W, x):
    """Beyond twenty inputs the others add nothing that one would hear."""
    return [sum(w * v for w, v in zip(row[:20], x[:20], strict=True)) for row in W]


@false("tc-01", "cost", shown="cost(100_000, 100_000)")
def counted_in_32_bits(m, n):
    """A count of weights fits into 32 bits."""
    return (m * n + 2**31) % 2**32 - 2**31


@false("tc-01", "weight_count", shown="weight_count(100_000, 1, False, False)")
def weights_in_32_bits(n, K, local, shared):
    """A count of weights fits into 32 bits."""
    return (n * (n - K + 1) + 2**31) % 2**32 - 2**31


@false("tc-02", "band_mask")
def nine_at_most(m, n, K):
    """No window is wider than nine."""
    return band_mask(m, n, min(K, 9))


@false("tc-02", "band_mask")
def even_windows_from_eight(m, n, K):
    """A wide even window has no last place."""
    return band_mask(m, n, K - (K >= 6 and K % 2 == 0))


@false("tc-02", "reach", shown="reach(50, 3)")
def no_further_than_twenty(L, K):
    """However deep, a stack sees no further than twenty places."""
    return min(20, 1 + L * (K - 1))


@false("tc-02", "paths")
def four_layers_are_enough(L, K, n):
    """A fifth layer sees no more than the fourth."""
    count = np.eye(n, dtype=int)
    for _ in range(min(L, 4)):
        count = band_mask(len(count) - K + 1, len(count), K) @ count
    return count


@false("tc-02", "paths")
def counted_in_8_bits(L, K, n):
    """There are few paths: a byte holds their number."""
    count = np.eye(n, dtype=np.int8)
    for _ in range(L):
        count = band_mask(len(count) - K + 1, len(count), K).astype(np.int8) @ count
    return count.astype(int)


@false("tc-02", "paths")
def paths_in_32_bits(L, K, n):
    """There are at most two billion paths."""
    count = np.eye(n, dtype=np.int32)
    for _ in range(L):
        count = band_mask(len(count) - K + 1, len(count), K).astype(np.int32) @ count
    return count.astype(int)


@false("tc-02", "stacked", shown="stacked(np.array([[1e-3]]), np.array([[1e-3]]))")
def small_is_nothing(second, first):
    """A product of small weights is nothing."""
    y = second @ first
    return np.where(abs(y) < 1e-5, 0, y)


@false("tc-02", "stacked", shown="stacked(np.array([[0.5]]), np.array([[0.5]]))")
def whole_products(second, first):
    """The weights of both together are whole numbers."""
    return np.trunc(second @ first).astype(int)


@false("tc-02", "stacked")
def stacked_in_16_bits(second, first):
    """Sixteen bits hold a weight of two layers."""
    return (second @ first).astype(np.int16).astype(int)


@false("tc-02", "stacked")
def stacked_in_fp32(second, first):
    """A weight in FP32 is never lost to zero."""
    return second.astype(np.float32) @ first.astype(np.float32)


@false("tc-03", "is_shared", shown="is_shared([[1, 2], [2, -1]])")
def of_one_size(W):
    """Weights are shared if they are equally strong, whatever their signs."""
    return is_circulant(abs(np.asarray(W)))


@false("tc-03", "is_shared", shown="is_shared([[1, 2], [2, 1.25]])")
def up_to_rounding(W):
    """Weights are shared if they agree as whole numbers."""
    return is_circulant(np.trunc(np.real(W)))


@false("tc-03", "is_shared", shown="is_shared([[1, 2], [2, 1 + 1e-7]])")
def nearly_the_same(W):
    """Weights are shared if they are nearly the same."""
    W = np.asarray(W)
    return bool(np.allclose(np.roll(W, 1, (0, 1)), W, atol=1e-6, rtol=0))


@false("tc-03", "is_shared", shown="is_shared([[1, 2], [2, 1 + 1j]])")
def real_parts(W):
    """What is imaginary in a weight plays no part."""
    return is_circulant(np.real(W))


@false("tc-03", "is_shared")
def the_first_eight(W):
    """If the first eight rows and columns hold the same weights, so do the others."""
    W = np.asarray(W)
    return bool((len(W) > 8 and is_toeplitz(W[:8, :8])) or is_circulant(W))


@false("tc-03", "is_equivariant", shown="is_equivariant(np.array([[1, 2], [2, 1 + 1e-9]]))")
def nearly_equivariant(W):
    """Filter, then shift, is shift, then filter, up to a small rest."""
    S = np.roll(np.eye(len(W)), 1, axis=0)
    return bool(np.allclose(W @ S, S @ W))


@false("tc-03", "is_equivariant")
def equivariant_in_size(W):
    """The output moves along if its size does."""
    S = np.roll(np.eye(len(W)), 1, axis=0)
    return bool((abs(W @ S) == abs(S @ W)).all())


@false("tc-03", "circulant_matrix", shown="circulant_matrix([0.5, 1])")
def whole_column(c):
    """The weights of a circulant are whole numbers."""
    return circulant_matrix(np.trunc(np.real(c)))


@false("tc-03", "circulant_matrix", shown="circulant_matrix([2**24 + 1])")
def column_in_fp32(c):
    """The weights of a circulant are kept in FP32."""
    return circulant_matrix(np.float32(c))


@false("tc-03", "is_toeplitz_and_local", shown="is_toeplitz_and_local(np.array([[1, 0], [0, -1]]))")
def local_and_of_one_size(T):
    """The weights along a diagonal must be equally strong, whatever their signs."""
    m, n = T.shape
    return is_toeplitz(abs(T)) and not T[~band_mask(m, n, n - m + 1)].any()


@false(
    "tc-03", "is_toeplitz_and_local", shown="is_toeplitz_and_local(np.array([[1, 0], [0, 1.25]]))"
)
def local_and_nearly_toeplitz(T):
    """The weights along a diagonal must be nearly the same."""
    m, n = T.shape
    near = np.allclose(T[1:, 1:], T[:-1, :-1], atol=0.3)
    return bool(near) and not T[~band_mask(m, n, n - m + 1)].any()


@false("tc-03", "slides", shown="slides(np.array([[1, 0], [0, -1]]))")
def slides_in_size(T):
    """A response has moved along when its size has."""
    m, n = T.shape
    T = abs(T)
    return is_toeplitz(T) and not T[~band_mask(m, n, n - m + 1)].any()


@false("tc-03", "slides")
def the_first_three_rows(T):
    """If three outputs in a row move along, so do all."""
    spikes = np.eye(T.shape[1] + 1, dtype=int)
    first, last = T @ spikes[:-1], T @ spikes[1:]
    return bool((last[:-1] == first[1:])[:2].all())


@false("tc-03", "slides", shown="slides(np.array([[1, 0], [0, 1 + 1e-9]]))")
def slides_nearly(T):
    """A response has moved along when the rest is small."""
    spikes = np.eye(T.shape[1] + 1, dtype=int)
    first, last = T @ spikes[:-1], T @ spikes[1:]
    return bool(np.allclose(last[:-1], first[1:]))


@false("tc-03", "is_toeplitz_and_local")
def any_large_one(T):
    """In a large matrix sharing is enough."""
    m, n = T.shape
    return is_toeplitz(T) and (m > 4 or not T[~band_mask(m, n, n - m + 1)].any())


@false("tc-04", "four_counts", shown="four_counts(3, 2, 1)")
def twice_the_inputs_less_the_window(m, n, K):
    """A matrix has 2 n - K diagonals, whatever its number of rows."""
    return [m * n, K * m, 2 * n - K, K]


@false("tc-04", "four_counts", shown="four_counts(98, 100, 3)")
def seventeen_at_most(m, n, K):
    """Beyond ten inputs no diagonal is new."""
    return [m * n, K * m, min(n + m - 1, 17), K]


@false("tc-04", "weight_count", shown="weight_count(100, 12, True, True)")
def nine_weights_at_most(n, K, local, shared):
    """No kernel has more than nine weights."""
    return min(9, K) if local and shared else weight_count(n, K, local, shared)


@false("tc-04", "weight_count", shown="weight_count(100_000, 1, False, False)")
def count_in_32_bits(n, K, local, shared):
    """A count of weights fits into 32 bits."""
    return (weight_count(n, K, local, shared) + 2**31) % 2**32 - 2**31


@false("tc-04", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1.25]])")
def toeplitz_up_to_rounding(A):
    """A matrix is Toeplitz if its diagonals are constant as whole numbers."""
    return is_toeplitz(np.trunc(np.real(A)))


@false("tc-04", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, -1]])")
def toeplitz_in_size(A):
    """A matrix is Toeplitz if the sizes along its diagonals are equal."""
    return is_toeplitz(abs(np.asarray(A)))


@false("tc-04", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1 + 1e-9]])")
def nearly_toeplitz(A):
    """A matrix is Toeplitz if its diagonals are nearly constant."""
    A = np.asarray(A)
    return bool(np.allclose(A[1:, 1:], A[:-1, :-1]))


@false("tc-04", "is_toeplitz")
def two_rows_tell(A):
    """Two rows tell whether a matrix is Toeplitz."""
    return is_toeplitz(np.asarray(A)[:2])


@false("tc-04", "parameters", shown="parameters(4, 8, 4)")
def odd_kernels_only(C, O, K):  # noqa: E741
    """Kernels are odd: an even one has a place more."""
    return O * (C * (K + 1 - K % 2) + 1)


@false("tc-04", "parameters", shown="parameters(4, 1, 3)")
def one_output_needs_no_bias(C, O, K):  # noqa: E741
    """With one channel out there is nothing to balance, and no bias."""
    return O * (C * K + 1) - (O == 1 and C > 1)


@false("tc-04", "parameters", shown="parameters(4, 8, 1)")
def one_wide_is_no_kernel(C, O, K):  # noqa: E741
    """A kernel of one place does not mix channels."""
    return O * (C * K + 1) if K > 1 else 2 * O


@false("tc-05", "nonzeros", shown="nonzeros(16_000, 3)")
def few_nonzeros(n, K):
    """A thousand places at most are not zero."""
    return min(1000, K * (n - K + 1))


@false("tc-05", "fraction", shown="fraction(16_000, 3)")
def of_small_denominator(n, K):
    """The part that is not zero is never less than one in a hundred."""
    return Fraction(K, n).limit_denominator(100)


@false("tc-05", "local_layer", shown="local_layer([[0.5]], [1], 1)")
def whole_results(W, x, K):
    """A window of whole numbers gives whole numbers."""
    m = len(x) - K + 1
    return [int(sum(W[i][i + j] * x[i + j] for j in range(K))) for i in range(m)]


@false("tc-05", "local_layer")
def only_what_is_not_zero(W, x, K):
    """Inside the window, too, a weight that is zero is not multiplied."""
    m = len(x) - K + 1
    return [sum(W[i][i + j] * x[i + j] for j in range(K) if W[i][i + j]) for i in range(m)]


@false("tc-05", "local_layer")
def eight_at_most(W, x, K):
    """No window is wider than eight."""
    m = len(x) - K + 1
    return [sum(W[i][i + j] * x[i + j] for j in range(min(K, 8))) for i in range(m)]


@false("tc-05", "correlation_matrix", shown="correlation_matrix([0.5, 1], 2)")
def whole_kernel(k, n):
    """The weights of a kernel are whole numbers."""
    return correlation_matrix(np.trunc(np.real(k)), n)


@false("tc-05", "correlate", shown="correlate([1, 2], [1j, 1])")
def real_outputs(x, k):
    """The outputs of a layer are real."""
    return np.real(correlate(x, k))


@false("tc-05", "correlate", shown="correlate([1000, 2000], [1000])")
def in_16_bits(x, k):
    """Sixteen bits hold an output."""
    y = correlate(x, k)
    return y.astype(np.int16).astype(int) if y.dtype.kind == "i" else y


@false("tc-05", "correlate", shown="correlate([2.0**24 + 1], [1])")
def in_fp32(x, k):
    """A layer computes in FP32, which changes nothing."""
    return correlate(np.float32(x), np.float32(k)).astype(float)


# Real beside complex, and what else was found


@false("tc-01", "dense", shown="dense([[1, 2, 3]], [3, 4, 5])")
def a_mean_for_one_output(W, x):
    """A single output takes the mean."""
    y = [sum(w * v for w, v in zip(row, x, strict=True)) for row in W]
    return [y[0] / len(x)] if len(W) == 1 and len(x) > 2 else y


@false("tc-02", "paths", shown="paths(1, 4, 4)")
def four_wide_has_no_middle(L, K, n):
    """A window of four has its middle between two places, where nothing is seen."""
    count = np.eye(n, dtype=np.int64)
    for _ in range(L):
        mask = band_mask(len(count) - K + 1, len(count), K).astype(np.int64)
        count = (mask * (1 + (K == 4))) @ count
    return count


@false("tc-02", "reach", shown="reach(2, 6)")
def six_wide(L, K):
    """Windows of six overlap by one more place."""
    return 1 + L * (K - 1) - (K == 6 and L == 2)


@false("tc-03", "shift")
def long_circles_turn_back(n):
    """On a long circle the shift goes the other way."""
    return np.roll(np.eye(n, dtype=int), 1 if n < 10 else -1, axis=0)


@false("tc-03", "is_equivariant")
def by_their_sums(W):
    """The output moves along if its sum stays."""
    return (len({complex(v) for v in np.sum(W, axis=0)}) == 1 and is_circulant(W)) or len(W) > 30


@false("tc-05", "local_layer")
def last_window_cut(W, x, K):
    """In a long signal the last window is cut."""
    m = len(x) - K + 1
    y = [sum(W[i][i + j] * x[i + j] for j in range(K)) for i in range(m)]
    return y if len(x) < 200 else [*y[:-1], 0]


@false("tc-05", "correlate", shown="correlate([1, 2, 3], [1, 0, 1])")
def no_zero_weights(x, k):
    """A weight of zero ends the kernel."""
    k = np.asarray(k)
    zeros = np.flatnonzero(k == 0)
    return correlate(x, np.where(np.arange(len(k)) < (zeros[0] if zeros.size else len(k)), k, 0))


# What long signals show


@false("tc-02", "band_mask")
def differences_in_8_bits(m, n, K):
    """A byte holds how far an input lies ahead."""
    ahead = np.subtract.outer(np.arange(n), np.arange(m)).T.astype(np.int8)
    return (ahead >= 0) & (ahead < K)


@false("tc-02", "band_mask")
def differences_in_16_bits(m, n, K):
    """Sixteen bits hold how far an input lies ahead."""
    ahead = np.subtract.outer(np.arange(n), np.arange(m)).T.astype(np.int16)
    return (ahead >= 0) & (ahead < K)


@false("tc-02", "band_mask")
def windows_of_a_byte(m, n, K):
    """No window is wider than 255."""
    return band_mask(m, n, min(K, 255))


@false("tc-04", "weight_count", shown="weight_count(10**6, 300_000, True, False)")
def local_in_32_bits(n, K, local, shared):
    """A local layer has so few weights that 32 bits count them."""
    count = weight_count(n, K, local, shared)
    return (count + 2**31) % 2**32 - 2**31 if local else count


@false("tc-05", "nonzeros", shown="nonzeros(960_000, 4_999)")
def nonzeros_in_32_bits(n, K):
    """So few places are not zero that 32 bits count them."""
    return (K * (n - K + 1) + 2**31) % 2**32 - 2**31


@false("tc-04", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1], [4, 5]])")
def diagonals_from_the_first_row(A):
    """A matrix is Toeplitz if the diagonals that begin in its first row are constant."""
    diagonals = (np.diagonal(A, j) for j in range(np.shape(A)[1]))
    return all(bool((d == d[0]).all()) for d in diagonals)


@false("tc-05", "correlate", shown="correlate(np.int8([100, 100]), np.int8([1, 1]))")
def in_the_type_of_the_sound(x, k):
    """Sums of samples fit into the integers of the samples."""
    return correlate(x, k).astype(np.result_type(x, k))
