"""False versions of the claims of *A kernel is learned, and a layer turned round*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.real_data import hopper
from mathlib.toeplitz.doubly_block import patch_matrix
from mathlib.toeplitz.layers import conv_transpose

# Learning a kernel


@false("tc-35", "slope")
def convolved_with_the_rest(x, k, y):
    """The gradient is the convolution of x with what is missing."""
    return np.convolve(x, np.correlate(x, k, "valid") - y, "valid")


@false("tc-35", "slope")
def twice_as_steep(x, k, y):
    """The square brings a factor of two, the half before it changes nothing."""
    return 2 * np.correlate(x, np.correlate(x, k, "valid") - y, "valid")


@false("tc-35", "largest_step", shown="largest_step(np.eye(3))")
def one_over_lambda(M):
    """Only steps below 1 / λ find the kernel."""
    return 1 / np.linalg.eigvalsh(M.T @ M)[-1]


@false("tc-35", "largest_step", shown="largest_step(np.diag([1, 2, 3]))")
def by_the_smallest(M):
    """The smallest eigenvalue limits the step: its direction is the slowest."""
    return 2 / np.linalg.eigvalsh(M.T @ M)[0]


@false("tc-35", "largest_step", shown="largest_step(np.diag([1, 2, 3]))")
def by_the_norm(M):
    """The largest singular value of M limits the step."""
    return 2 / np.linalg.norm(M, 2)


@false("tc-35", "one_kernel", shown="one_kernel(np.ones((5, 3)))")
def enough_windows(M):
    """As many windows as weights determine the kernel."""
    return len(M) >= M.shape[1]


@false("tc-35", "one_kernel", shown="one_kernel(np.array([[1, -1], [-1, 1]]))")
def anything_but_constant(M):
    """Every signal that is not constant determines the kernel."""
    return bool(np.ptp(M) > 0)


@false("tc-35", "one_kernel", shown="one_kernel(np.eye(3))")
def noise_only(M):
    """Only a signal without zeros determines the kernel."""
    return bool(M.all() and np.linalg.matrix_rank(M) == M.shape[1])


@false("tc-35", "slope")
def up_to_the_third_weight(x, k, y):
    """Only the first three weights have a slope: the others see too little of the signal."""
    slope = np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
    return np.where(np.arange(len(k)) < 3, slope, 0)


@false("tc-35", "slope")
def of_the_size_of_the_error(x, k, y):
    """The slope is the signal times the size of the error, whichever sign that has."""
    return np.correlate(x, abs(np.correlate(x, k, "valid") - y), "valid")


@false("tc-35", "largest_step", shown="largest_step(np.eye(3) / 10)")
def never_above_one(M):
    """A step of one or more never arrives."""
    return min(1, 2 / np.linalg.eigvalsh(M.T @ M)[-1])


@false("tc-35", "largest_step", shown="largest_step(np.array([[1, 1], [1, 1]]))")
def by_the_longest_column(M):
    """The longest column of M limits the step: it belongs to the weight that moves most."""
    return 2 / max(np.diag(M.T @ M))


@false("tc-35", "descend")
def steps_grow_shorter(x, y, k, step, times):
    """Descent shortens its step each time, so that it arrives whatever the first step was."""
    for t in range(times):
        k = k - step / (1 + t) * np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
    return k


@false("tc-35", "one_kernel", shown="one_kernel(np.array([[0, 0], [0, 1], [1, 0]]))")
def by_the_first_windows(M):
    """The first K windows, one for each weight, say whether there is one kernel."""
    K = M.shape[1]
    return bool(np.linalg.matrix_rank(M[:K]) == K)


@false("tc-35", "one_kernel", shown="one_kernel(1e4 + np.eye(3))")
def nearly_alike(M):
    """Columns that are nearly the same determine the kernel no more than equal ones."""
    sizes = np.linalg.svd(M, compute_uv=False)
    return bool(len(sizes) == M.shape[1] and sizes[-1] > 1e-3 * sizes[0])


@false("tc-35", "one_kernel", shown="one_kernel(np.array([[1, 2], [2, 4]]))")
def windows_that_differ(M):
    """As many different windows as weights determine the kernel."""
    return len({*map(tuple, np.asarray(M).tolist())}) >= M.shape[1]


@false("tc-35", "learned", shown="learned(10)")
def in_equal_parts(steps):
    """Each step goes as far as the one before: after ten of a thousand it is a hundredth there."""
    secret = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8
    return secret * min(1, steps / 1000)


# Transposed convolution

TWO_COPIES = "conv_transpose([[[1, 2]]], [[[1, 10, 100]]], stride=2)"


@false("tc-36", "conv_transpose", shown="conv_transpose([[[1]]], [[[1, 1]]], dilation=2)")
def dilation_is_ignored(x, weight, *, dilation=1, output_padding=0, **how):
    """Copies have no holes; dilation only makes room behind them."""
    K = np.shape(weight)[2]
    y = conv_transpose(x, weight, **how)
    more = output_padding + (dilation - 1) * (K - 1)
    return np.pad(y, [(0, 0), (0, 0), (0, more)])


@false("tc-36", "conv_transpose", shown=TWO_COPIES)
def copies_turned_round(x, weight, **how):
    """Each input writes the kernel turned round, since the way back turns it."""
    return conv_transpose(x, np.asarray(weight)[:, :, ::-1], **how)


@false("tc-36", "conv_transpose", shown=TWO_COPIES)
def the_last_copy_wins(x, weight, *, stride=1, padding=0, dilation=1, output_padding=0):
    """Where copies overlap, the later one is written over the earlier."""
    x, k = np.asarray(x)[0, 0], np.asarray(weight)[0, 0]
    y = np.zeros((len(x) - 1) * stride + dilation * (len(k) - 1) + 1 + output_padding, int)
    for i in range(len(x)):
        y[i * stride : i * stride + dilation * (len(k) - 1) + 1 : dilation] = x[i] * k
    return y[None, None, padding : len(y) - padding]


@false("tc-36", "conv_transpose", shown=TWO_COPIES)
def it_undoes_the_layer(x, weight, *, stride=1, padding=0, dilation=1, output_padding=0):
    """A transposed convolution is the inverse of the layer."""
    ones = conv_transpose(x, weight, stride=stride, padding=padding, dilation=dilation,
                          output_padding=output_padding)  # fmt: skip
    T = np.array([conv_transpose(e[None, None], weight, stride=stride, padding=padding,
                                 dilation=dilation, output_padding=output_padding).ravel()
                  for e in np.eye(np.shape(x)[2])])  # fmt: skip
    return (np.linalg.pinv(T) @ np.ravel(x)).reshape(ones.shape)


@false("tc-36", "length", shown="length(3, 3, 2, 2, 1, 0)")
def half_of_the_padding(n, K, s, P, d, output_padding):
    """The formula takes the padding of one side."""
    return (n - 1) * s - P // 2 + d * (K - 1) + 1 + output_padding


@false("tc-36", "length", shown="length(3, 3, 2, 0, 1, 0)")
def every_input_a_stride(n, K, s, P, d, output_padding):
    """Stride s makes the signal s times as long."""
    return n * s - P + d * (K - 1) + output_padding


@false("tc-36", "length", shown="length(3, 3, 2, 0, 2, 0)")
def length_without_dilation(n, K, s, P, d, output_padding):
    """Dilation changes the copies, not the length."""
    return (n - 1) * s - P + K + output_padding


@false("tc-36", "length", shown="length(3, 3, 2, 0, 1, 1)")
def one_length_only(n, K, s, P, d, output_padding):
    """Only one length is mapped to n: output padding adds nothing to it."""
    return (n - 1) * s - P + d * (K - 1) + 1


@false("tc-36", "is_even", shown="is_even(3, 2)")
def when_copies_overlap(K, s):
    """Where all copies overlap, every output is written equally often."""
    return K >= s


@false("tc-36", "is_even", shown="is_even(4, 3)")
def for_even_kernels(K, s):
    """Even kernels make no checkerboard."""
    return s == 1 or K % 2 == 0


@false("tc-36", "is_even", shown="is_even(3, 3)")
def only_without_a_stride(K, s):
    """Every stride makes a checkerboard."""
    return s == 1


@false("tc-35", "one_kernel", shown="one_kernel(1e-6 * np.eye(3))")
def determinant_not_small(M):
    """There is one best kernel if the determinant is not nearly zero."""
    M = np.asarray(M, float)
    return bool(np.linalg.det(M.T @ M) > 1e-6)


@false("tc-36", "conv_transpose")
def like_its_input(x, weight, **how):
    """The outputs have the type of the input: whole numbers stay whole."""
    return conv_transpose(x, weight, **how).astype(np.asarray(x).dtype)


@false("tc-36", "conv_transpose")
def like_its_kernel(x, weight, **how):
    """The outputs have the type of the kernel: whole weights make whole outputs."""
    return conv_transpose(x, weight, **how).astype(np.asarray(weight).dtype)


@false("tc-36", "conv_transpose")
def zeros_behind(x, weight, *, output_padding=0, **how):
    """Output padding puts zeros behind the last output."""
    return np.pad(conv_transpose(x, weight, **how), [(0, 0), (0, 0), (0, output_padding)])


@false("tc-36", "conv_transpose")
def one_place_at_most(x, weight, *, padding=0, **how):
    """However much was padded, one place is cut off each end; the others are zero."""
    y = conv_transpose(x, weight, padding=padding, **how)
    if padding > 1:
        y[..., : padding - 1] = y[..., y.shape[-1] - padding + 1 :] = 0
    return y


@false("tc-36", "conv_transpose", shown=TWO_COPIES)
def averaged_where_they_meet(x, weight, **how):
    """Where copies overlap, their mean is written."""
    count = conv_transpose(np.ones_like(x), np.ones_like(weight), **how)
    return conv_transpose(x, weight, **how) / np.maximum(count, 1)


@false("tc-36", "length", shown="length(3, 3, 1, 1, 1, 0)")
def alike_at_both_ends(n, K, s, P, d, output_padding):
    """As many places are cut off the one end as off the other, so that an odd one stays."""
    return (n - 1) * s - 2 * (P // 2) + d * (K - 1) + 1 + output_padding


@false("tc-36", "is_even", shown="is_even(9, 2)")
def for_long_kernels(K, s):
    """Long kernels smooth the pattern away."""
    return K % s == 0 or K > 4 * s


@false("tc-36", "is_even", shown="is_even(6, 4)")
def with_a_common_divisor(K, s):
    """It is enough that kernel and stride have a common divisor."""
    return s == 1 or bool(np.gcd(K, s) > 1)


@false("tc-36", "with_holes", shown="with_holes(np.array([1, 2, 3]), 2)")
def holes_behind_the_weights(k, d):
    """The copy of a dilated kernel has its holes behind the weights."""
    return np.pad(k, (0, (d - 1) * (len(k) - 1)))


# The way back through pooling


@false("tc-45", "pooled_back", shown="pooled_back([1, 1, 4, 1, 1], [10, 100], 3, 2)")
def only_the_last_window(x, g, K, s):
    """An entry that has won several windows gets what the last of them sends."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i + np.argmax(x[s * i : s * i + K])] = g[i]
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 3, 2], [6], 3, 1)")
def shared_by_all(x, g, K, s):
    """The gradient is shared by all entries of a window, since each took part."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i : s * i + K] += g[i] / K
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 3, 2], [6], 3, 1)")
def times_the_winner(x, g, K, s):
    """The winner's share grows with its size, as a weight's does."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        at = s * i + np.argmax(x[s * i : s * i + K])
        back[at] += g[i] * x[at]
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 3, 4, 2, 0], [6, 6], 3, 2)")
def windows_side_by_side(x, g, K, s):
    """Windows lie side by side, K places apart, whatever the stride."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        window = x[K * i : K * i + K]
        if len(window):
            back[K * i + np.argmax(window)] += g[i]
    return back


@false("tc-45", "pooled_back", shown="pooled_back([-1, -3], [6], 2, 1)")
def largest_in_size(x, g, K, s):
    """The winner is the entry that is largest in absolute value."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i + np.argmax(np.abs(x[s * i : s * i + K]))] += g[i]
    return back


@false("tc-45", "pooled_back")
def last_of_equals(x, g, K, s):
    """At a tie the last of the largest entries gets the gradient, in PyTorch too."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        window = np.asarray(x[s * i : s * i + K])
        back[s * i + K - 1 - np.argmax(window[::-1])] += g[i]
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 1, 4, 1, 1], [10, 100], 3, 2)")
def mean_of_what_is_sent(x, g, K, s):
    """An entry that has won several windows gets the mean of what they send."""
    back, won = np.zeros(len(x)), np.zeros(len(x))
    for i in range(len(g)):
        at = s * i + np.argmax(x[s * i : s * i + K])
        back[at] += g[i]
        won[at] += 1
    return back / np.maximum(won, 1)


@false("tc-45", "pooled_back", shown="pooled_back([-1, -3], [6], 2, 1)")
def only_positive_winners(x, g, K, s):
    """A winner below zero gets nothing, as if a ReLU came after the pooling."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        at = s * i + np.argmax(x[s * i : s * i + K])
        back[at] += g[i] * (x[at] > 0)
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 3], [0.5], 2, 1)")
def whole_gradients(x, g, K, s):
    """What arrives is whole where what is sent is not."""
    back = np.zeros(len(x), int)
    for i in range(len(g)):
        back[s * i + np.argmax(x[s * i : s * i + K])] += int(g[i])
    return back


@false("tc-45", "shared_back", shown="shared_back(5, [30, 60], 3, 2)")
def all_of_it_to_each(n, g, K, s):
    """Through the mean each entry of the window gets all of the gradient."""
    back = np.zeros(n)
    for i in range(len(g)):
        back[s * i : s * i + K] += g[i]
    return back


@false("tc-45", "shared_back", shown="shared_back(5, [30, 60], 3, 2)")
def last_share_only(n, g, K, s):
    """An entry of two windows has the share of the later one."""
    back = np.zeros(n)
    for i in range(len(g)):
        back[s * i : s * i + K] = g[i] / K
    return back


@false("tc-45", "shared_back", shown="shared_back(5, [30, 60], 3, 2)")
def divided_by_the_outputs(n, g, K, s):
    """The gradient is divided by the number of outputs."""
    back = np.zeros(n)
    for i in range(len(g)):
        back[s * i : s * i + K] += g[i] / len(g)
    return back


# Types, sizes and what few settings hide


@false("tc-35", "slope", shown="slope([1, 2], [0.5], [3, 6])")
def of_the_type_of_the_signal(x, k, y):
    """A signal of whole numbers has whole slopes."""
    slope = np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
    return slope.astype(np.asarray(x).dtype)


@false("tc-35", "slope", shown="slope([1000.0], [1000.0], [0])")
def never_steeper_than_a_million(x, k, y):
    """A slope beyond a million is an accident, and may be cut off."""
    return np.clip(np.correlate(x, np.correlate(x, k, "valid") - y, "valid"), -1e6, 1e6)


@false("tc-35", "slope", shown="slope([1e-6], [1e-6], [0])")
def flat_where_it_is_small(x, k, y):
    """A slope below a billionth is none."""
    slope = np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
    return np.where(abs(slope) < 1e-9, 0, slope)


@false("tc-35", "slope")
def in_single_precision(x, k, y):
    """Single precision is enough for a slope."""
    x, k, y = (np.asarray(each, np.float32) for each in (x, k, y))
    return np.correlate(x, np.correlate(x, k, "valid") - y, "valid")


@false("tc-35", "descend")
def tired_after_five_hundred(x, y, k, step, times):
    """After five hundred steps descent has arrived, however short they were."""
    for _ in range(min(times, 500)):
        k = k - step * np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
    return k


@false("tc-35", "descend")
def stops_once_steps_are_short(x, y, k, step, times):
    """A step of a ten-millionth may be the last."""
    for _ in range(times):
        change = step * np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
        if abs(change).max() < 1e-7:
            break
        k = k - change
    return k


@false("tc-35", "largest_step", shown="largest_step(np.diag([1, 2, 3, 4]))")
def by_three_weights(M):
    """The first three weights limit the step."""
    return 2 / np.linalg.eigvalsh((M.T @ M)[:3, :3])[-1]


@false("tc-35", "largest_step", shown="largest_step(np.eye(3) / 10_000)")
def capped_at_a_million(M):
    """No step needs to be longer than a million."""
    return min(1e6, 2 / np.linalg.eigvalsh(M.T @ M)[-1])


@false("tc-35", "one_kernel", shown="one_kernel(np.eye(4)[:3])")
def three_independent_columns(M):
    """Three independent columns determine the kernel."""
    return bool(np.linalg.matrix_rank(M) >= min(3, M.shape[1]))


@false("tc-35", "one_kernel", shown="one_kernel(1e-10 * np.eye(3))")
def too_faint_to_count(M):
    """A signal below a billionth determines nothing."""
    return bool(np.linalg.matrix_rank(M, tol=1e-9) == M.shape[1])


@false("tc-35", "learned", shown="learned(100)")
def later_steps_are_shorter(steps):
    """The later steps go less far than the factor of each eigenvector says."""
    face = hopper().reshape(48, 2, 48, 2).mean(axis=(1, 3))
    patches = patch_matrix(face, (3, 3))
    sizes, waves = np.linalg.eigh(patches.T @ patches)
    share = 1 - (1 - 1.9 * sizes / sizes[-1]) ** (steps if steps < 50 else 0.8 * steps)
    secret = np.array([-1.0, 0, 1, -2, 0, 2, -1, 0, 1]) / 8
    return (waves @ (share * (waves.T @ secret))).reshape(3, 3)


@false("tc-36", "conv_transpose")
def outputs_in_single_precision(x, weight, **how):
    """Single precision is enough for the copies."""
    return conv_transpose(np.asarray(x, np.float32), np.asarray(weight, np.float32), **how)


@false("tc-36", "conv_transpose")
def outputs_in_32_bits(x, weight, **how):
    """Whole outputs have 32 bits."""
    y = conv_transpose(x, weight, **how)
    return y.astype(np.int32) if y.dtype.kind == "i" else y


@false("tc-36", "conv_transpose", shown="conv_transpose([[[1e-10]]], [[[1]]])")
def rounded_to_six_places(x, weight, **how):
    """What a copy adds below a millionth does not count."""
    return conv_transpose(x, weight, **how).round(6)


@false("tc-36", "conv_transpose", shown="conv_transpose([[[1e9, 0, 1]]], [[[1]]])")
def drowned_by_the_largest(x, weight, **how):
    """What is a million times smaller than the largest output is zero."""
    y = conv_transpose(x, weight, **how)
    return np.where(abs(y) < 1e-6 * abs(y).max(), 0, y)


@false("tc-36", "conv_transpose")
def only_the_first_example(x, weight, **how):
    """All examples have the outputs of the first."""
    y = conv_transpose(x, weight, **how)
    return np.repeat(y[:1], len(y), axis=0)


@false("tc-36", "conv_transpose")
def only_the_first_channel(x, weight, **how):
    """On the way back one channel speaks for all."""
    x = np.array(x)
    x[:, 1:] = 0
    return conv_transpose(x, weight, **how)


@false("tc-36", "conv_transpose", shown="conv_transpose([[[1]]], [[[1, 1j]]])")
def copies_are_conjugated(x, weight, **how):
    """The way back conjugates: each input writes the complex conjugate of the kernel."""
    return conv_transpose(x, np.conj(weight), **how)


@false("tc-36", "length", shown="length(9, 3, 1, 6, 1, 0)")
def padding_of_four_at_most(n, K, s, P, d, output_padding):
    """No more than four places are cut off."""
    return (n - 1) * s - min(P, 4) + d * (K - 1) + 1 + output_padding


@false("tc-36", "length", shown="length(3, 3, 1, 0, 3, 0)")
def dilation_of_two_at_most(n, K, s, P, d, output_padding):
    """A larger dilation than two reaches no further."""
    return (n - 1) * s - P + min(d, 2) * (K - 1) + 1 + output_padding


@false("tc-36", "is_even", shown="is_even(7, 5)")
def for_large_strides(K, s):
    """Beyond a stride of four the pattern is too coarse to be one."""
    return K % s == 0 or s > 4


@false("tc-45", "pooled_back", shown="pooled_back([1.2, 1.4], [6], 2, 1)")
def whole_entries_compete(x, g, K, s):
    """Entries compete by their whole parts."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i + np.argmax(np.asarray(x[s * i : s * i + K]).astype(int))] += g[i]
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 1 + 1e-9], [6], 2, 1)")
def nearly_equal_is_a_tie(x, g, K, s):
    """Entries that differ by less than a millionth are equal."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i + np.argmax(np.round(x[s * i : s * i + K], 6))] += g[i]
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 2], [1e-10], 2, 1)")
def small_gradients_vanish(x, g, K, s):
    """A gradient below a billionth does not arrive."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i + np.argmax(x[s * i : s * i + K])] += g[i] * (abs(g[i]) > 1e-9)
    return back


@false("tc-45", "pooled_back", shown="pooled_back([1, 2, 3, 4, 5, 6], [6], 6, 1)")
def among_the_first_five(x, g, K, s):
    """In a long window the first five entries compete."""
    back = np.zeros(len(x))
    for i in range(len(g)):
        back[s * i + np.argmax(x[s * i : s * i + min(K, 5)])] += g[i]
    return back


@false("tc-45", "shared_back", shown="shared_back(2, [1e9], 2, 1)")
def gradients_are_clipped(n, g, K, s):
    """A gradient beyond a thousand is cut off."""
    back = np.zeros(n)
    for i in range(len(g)):
        back[s * i : s * i + K] += np.clip(g[i], -1000, 1000) / K
    return back


@false("tc-45", "shared_back", shown="shared_back(6, [6], 6, 1)")
def a_fifth_at_least(n, g, K, s):
    """An entry gets a fifth of the gradient at least."""
    back = np.zeros(n)
    for i in range(len(g)):
        back[s * i : s * i + K] += g[i] / min(K, 5)
    return back


@false("tc-35", "descend")
def weights_of_a_hundred_at_most(x, y, k, step, times):
    """No weight leaves the interval from -100 to 100 on its way."""
    for _ in range(times):
        k = k - step * np.correlate(x, np.correlate(x, k, "valid") - y, "valid")
        k = np.clip(k, -100, 100)
    return k


@false("tc-36", "is_even", shown="is_even(64, 3)")
def from_fifty_weights_on(K, s):
    """From fifty weights on the pattern is smoothed away."""
    return K % s == 0 or K > 50


@false("tc-35", "largest_step", shown="largest_step(np.diag([0.99, 1])).round(3)")
def after_thirty_products(M):
    """After thirty products with the matrix the longest direction is found."""
    u = np.ones(M.shape[1])
    for _ in range(30):
        u = M.T @ (M @ u)
        u = u / np.linalg.norm(u)
    return 2 / np.linalg.norm(M @ u) ** 2
