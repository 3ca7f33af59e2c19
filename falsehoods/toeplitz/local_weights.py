"""False versions of the claims of *How a dense layer becomes a convolution*."""

from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.matrices import (
    band_mask,
    circulant_matrix,
    correlation_matrix,
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
