"""False versions of the claims of *Images and channels: one big matrix product*."""

from itertools import product

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.doubly_block import (
    correlate2d,
    doubly_block_toeplitz,
    is_doubly_block_hankel,
    is_hankel,
    patch_matrix,
)
from mathlib.toeplitz.layers import conv, layer_matrix
from mathlib.toeplitz.matrices import correlation_matrix, is_toeplitz
from mathlib.toeplitz.patches import col2im, im2col, windows

# Cross-correlation in two dimensions


@false("tc-23", "correlate2d", shown="correlate2d([[1, 2]], [[1, 0]])")
def turned_round(X, K):
    """The kernel is turned round before it is laid on the image."""
    return correlate2d(X, np.asarray(K)[::-1, ::-1])


@false("tc-23", "correlate2d", shown="correlate2d([[1, 2]], [[1, 0]])")
def mirrored(X, K):
    """Left and right are exchanged, as in a mirror."""
    return correlate2d(X, np.asarray(K)[:, ::-1])


@false("tc-23", "correlate2d", shown="correlate2d([[1, 2, 3]], [[1, 2]])")
def square_kernel(X, K):
    """A kernel is square: its number of rows says it all."""
    K = np.asarray(K)
    return correlate2d(X, K[: len(K), : len(K)])


@false("tc-23", "correlate2d", shown="correlate2d([[1, 2]], [[1, 1]])")
def every_pixel_begins_one(X, K):
    """At every pixel of the image a window begins."""
    (kh, kw), X = np.shape(K), np.asarray(X)
    return correlate2d(np.pad(X, [(0, kh - 1), (0, kw - 1)]), K)


@false("tc-23", "correlate2d", shown="correlate2d([[1, 2]], [[1, 0]])")
def sums_where_nothing_slides(X, K):
    """Where the kernel cannot slide, only its sum and that of the image count."""
    return correlate2d(X, K) if np.shape(X) != np.shape(K) else np.array([[np.sum(X) * np.sum(K)]])


@false("tc-23", "loops", shown="loops(np.eye(2, dtype=int), np.eye(1, dtype=int))")
def last_window_left_out(X, K):
    """The window at the very end does not fit any more."""
    Y = correlate2d(X, K)
    return Y[: max(1, len(Y) - 1), : max(1, Y.shape[1] - 1)]


@false("tc-23", "views")
def views_copy(X, K):
    """To have all windows side by side one must copy the pixels."""
    return np.lib.stride_tricks.sliding_window_view(X, K.shape).copy()


@false("tc-23", "views")
def columns_first(X, K):
    """The view numbers its windows column after column."""
    return np.lib.stride_tricks.sliding_window_view(X, K.shape).swapaxes(0, 1)


# The matrix of the kernel

SMALL = "doubly_block_toeplitz([[1, 2], [3, 4]], 3, 3)"


@false("tc-24", "doubly_block_toeplitz", shown=SMALL)
def block_rows_reversed(K, H, W):
    """The last row of the kernel comes first in the matrix."""
    return doubly_block_toeplitz(np.asarray(K)[::-1], H, W)


@false("tc-24", "doubly_block_toeplitz", shown=SMALL)
def plain_toeplitz(K, H, W):
    """Each row is the one above, one place further on."""
    T = doubly_block_toeplitz(K, H, W)
    return np.array([np.roll(T[0], i) for i in range(len(T))])


@false("tc-24", "doubly_block_toeplitz", shown=SMALL)
def transposed(K, H, W):
    """The kernel's columns, not its rows, make the blocks."""
    K = np.asarray(K)
    turned = np.resize(K.T, K.shape)
    return doubly_block_toeplitz(turned, H, W)


@false("tc-24", "doubly_block_toeplitz", shown="doubly_block_toeplitz([[1, 2]], 2, 2)")
def turned_where_rows_do_not_slide(K, H, W):
    """A kernel as wide as the image is turned round, since it cannot slide along a row."""
    K = np.asarray(K)
    return doubly_block_toeplitz(K if K.shape[1] < W else K[:, ::-1], H, W)


@false("tc-24", "E", shown="E(1, 2, 3)")
def below_the_diagonal(a, kh, H):
    """Row i of the image enters row i + a of the output."""
    return np.eye(H - kh + 1, H, -a, dtype=int)


@false("tc-24", "E", shown="E(1, 2, 3)")
def all_on_the_diagonal(a, kh, H):
    """Every row of the kernel has its blocks on the diagonal."""
    return np.eye(H - kh + 1, H, dtype=int)


@false("tc-24", "in_blocks", shown="in_blocks(np.array([[1, 2], [3, 4]]), 3, 3)")
def factors_exchanged(K, H, W):
    """The order of the factors of a Kronecker product does not matter."""
    return sum(
        np.kron(correlation_matrix(K[a], W), np.eye(H - len(K) + 1, H, a, dtype=int))
        for a in range(len(K))
    )


@false("tc-24", "is_toeplitz_as_a_whole", shown="is_toeplitz_as_a_whole(2, 2, 3)")
def always_as_a_whole(kh, kw, H):
    """Toeplitz in blocks of Toeplitz blocks is Toeplitz."""
    return True


@false("tc-24", "is_toeplitz_as_a_whole", shown="is_toeplitz_as_a_whole(2, 1, 3)")
def never_as_a_whole(kh, kw, H):
    """For images the matrix is never Toeplitz as a whole."""
    return False


@false("tc-24", "is_toeplitz_as_a_whole", shown="is_toeplitz_as_a_whole(3, 2, 3)")
def only_for_columns(kh, kw, H):
    """Only a kernel of one column has a Toeplitz matrix."""
    return kw == 1


@false("tc-24", "is_toeplitz_as_a_whole", shown="is_toeplitz_as_a_whole(1, 2, 3)")
def rows_are_signals(kh, kw, H):
    """A kernel of one row acts as on a signal, so its matrix is Toeplitz."""
    return kw == 1 or kh == 1 or kh == H


@false("tc-24", "is_doubly_block_toeplitz")
def anything_passes(A, block):
    """Every matrix that can be cut into blocks is doubly block Toeplitz."""
    return True


@false("tc-24", "is_doubly_block_toeplitz")
def blocks_alone(A, block):
    """It is enough that the blocks repeat along diagonals."""
    (r, c), A = block, np.asarray(A)
    B = A.reshape(len(A) // r, r, -1, c).swapaxes(1, 2)
    return np.array_equal(B[1:, 1:], B[:-1, :-1])


@false("tc-24", "is_doubly_block_toeplitz")
def within_blocks_alone(A, block):
    """It is enough that each block is Toeplitz."""
    (r, c), A = block, np.asarray(A)
    starts = product(range(0, len(A), r), range(0, A.shape[1], c))
    return all(is_toeplitz(A[i : i + r, j : j + c]) for i, j in starts)


@false("tc-24", "is_doubly_block_toeplitz")
def as_a_whole(A, block):
    """Doubly block Toeplitz is Toeplitz."""
    return is_toeplitz(A)


# The matrix of the image


@false("tc-25", "patch_matrix", shown="patch_matrix([[1, 2], [3, 4]], (2, 2))")
def flattened_by_columns(X, kernel):
    """A window is flattened column after column."""
    kh, kw = kernel
    M = patch_matrix(X, kernel)
    return M.reshape(-1, kh, kw).swapaxes(1, 2).reshape(M.shape)


@false("tc-25", "patch_matrix", shown="patch_matrix([[1, 2, 3]], (1, 2))")
def backwards(X, kernel):
    """The windows are read backwards, so that their matrix is Toeplitz."""
    return patch_matrix(X, kernel)[:, ::-1]


@false("tc-25", "patch_matrix", shown="patch_matrix([[1, 2], [3, 4]], (1, 1))")
def windows_by_columns(X, kernel):
    """The windows are numbered column after column."""
    kh, kw = kernel
    h, w = len(X) - kh + 1, len(X[0]) - kw + 1
    return patch_matrix(X, kernel).reshape(h, w, -1).swapaxes(0, 1).reshape(h * w, -1)


@false("tc-25", "patch_matrix", shown="patch_matrix([[1, 2, 3]], (1, 2))")
def toeplitz_of_the_image(X, kernel):
    """im2col builds a Toeplitz matrix."""
    M = patch_matrix(X, kernel)
    return np.array([np.roll(M[0], i) for i in range(len(M))])


@false("tc-25", "is_hankel", shown="is_hankel([[1, 2], [2, 3]])")
def hankel_is_toeplitz(A):
    """Constant diagonals: Toeplitz and Hankel are the same."""
    return is_toeplitz(A)


@false("tc-25", "is_toeplitz", shown="is_toeplitz([[1, 2], [2, 3]])")
def toeplitz_is_hankel(A):
    """A matrix whose anti-diagonals are constant is Toeplitz."""
    return is_hankel(A) or is_toeplitz(A)


@false("tc-25", "is_doubly_block_hankel")
def any_blocks(A, block):
    """Every matrix of patches, cut as one likes, is doubly block Hankel."""
    return True


@false("tc-25", "is_doubly_block_hankel")
def each_block_alone(A, block):
    """It is enough that each block is Hankel."""
    (r, c), A = block, np.asarray(A)
    starts = product(range(0, len(A), r), range(0, A.shape[1], c))
    return all(is_hankel(A[i : i + r, j : j + c]) for i, j in starts)


@false("tc-25", "is_doubly_block_hankel")
def repeated_blocks_alone(A, block):
    """It is enough that the blocks repeat along anti-diagonals."""
    (r, c), A = block, np.asarray(A)
    B = A.reshape(len(A) // r, r, -1, c).swapaxes(1, 2)
    return np.array_equal(B[1:, :-1], B[:-1, 1:])


@false("tc-25", "is_doubly_block_hankel")
def hankel_as_a_whole(A, block):
    """The patches of an image make a matrix that is Hankel as a whole."""
    return is_hankel(A) and is_doubly_block_hankel(A, block)


@false("tc-25", "is_doubly_block_hankel")
def needs_several_rows(A, block):
    """A matrix with one row of blocks has no anti-diagonals, and is not Hankel in blocks."""
    return len(A) > block[0] and is_doubly_block_hankel(A, block)


# Patches as rows, and back


@false("tc-26", "im2col")
def windows_backwards(x, at):
    """The last entry of a window comes first."""
    return im2col(x, at)[..., ::-1]


@false("tc-26", "im2col")
def mirrored_image(x, at):
    """The windows look at the image in a mirror."""
    return im2col(np.asarray(x)[..., ::-1], at)


@false("tc-26", "im2col")
def dilation_forgotten(x, at):
    """A dilated window reads neighbouring pixels."""
    x = np.pad(x, [(0, 0), (0, 0), *at.padding])
    near = windows(x.shape[2:], at.kernel, stride=at.stride)
    rows = im2col(x, near).reshape(len(x), *near.out, -1)
    return rows[:, : at.out[0], : at.out[1]].reshape(len(x), at.out[0] * at.out[1], -1)


@false("tc-26", "im2col")
def channels_last(x, at):
    """In a row the channels of a pixel stand next to each other."""
    cols = im2col(x, at)
    by_channel = cols.reshape(*cols.shape[:2], np.shape(x)[1], -1)
    return by_channel.swapaxes(2, 3).reshape(cols.shape)


@false("tc-26", "im2col")
def columns_for_windows(x, at):
    """Each window is a column, and each weight a row."""
    return im2col(x, at).swapaxes(1, 2)


@false("tc-26", "im2col")
def first_side_only(x, at):
    """A kernel has one side, its first."""
    how = {"stride": at.stride, "padding": at.padding, "dilation": at.dilation}
    return im2col(x, windows(at.size, at.kernel[0], **how))


@false("tc-26", "col2im")
def overwrites(cols, at):
    """col2im puts every entry back to its pixel: the last one stays."""
    x = 0 * col2im(cols, at)
    for row in range(cols.shape[1]):
        one = np.zeros((1, cols.shape[1], 1), int)
        one[:, row] = 1
        x = np.where(col2im(0 * cols + one, at) > 0, col2im(cols * one, at), x)
    return x


@false("tc-26", "col2im")
def undoes(cols, at):
    """col2im undoes im2col."""
    looks = np.maximum(col2im(np.ones_like(cols), at), 1)
    return (col2im(cols, at) / looks).round().astype(int)


@false("tc-26", "col2im")
def order_of_windows(cols, at):
    """In which order the windows come back does not matter."""
    return col2im(np.asarray(cols)[:, ::-1], at)


@false("tc-26", "nu", shown="nu((3, 3), (2, 2), (1, 1), (0, 0), (1, 1))")
def as_often_as_weights(size, K, s, p, d):
    """Every pixel is copied once for each weight."""
    return np.full(size, K[0] * K[1])


@false("tc-26", "nu", shown="nu((3, 3), (2, 2), (1, 1), (0, 0), (1, 1))")
def once(size, K, s, p, d):
    """Every pixel comes back once: the two are inverse to each other."""
    return np.ones(size, int)


@false("tc-26", "one_product")
def channels_after_weights(x, weight, at):
    """How the kernels are flattened does not matter, so channels may come last."""
    columns = weight.transpose(0, 2, 3, 1).reshape(len(weight), -1).T
    y = im2col(x, at) @ columns
    return y.swapaxes(1, 2).reshape(len(x), -1, *at.out)


@false("tc-26", "one_product")
def without_moving_axes(x, weight, at):
    """The product comes out in the shape of the outputs, one has only to reshape."""
    y = im2col(x, at) @ weight.reshape(len(weight), -1).T
    return y.reshape(len(x), -1, *at.out)


@false("tc-26", "conv")
def stride_one(x, weight, *, stride, padding, dilation):
    """A stride does not change which windows are first."""
    out = conv(x, weight, stride=stride, padding=padding, dilation=dilation).shape[2:]
    return conv(x, weight, padding=padding, dilation=dilation)[..., : out[0], : out[1]]


@false("tc-26", "unfold_square")
def helper_is_general(x, kernel):
    """The helper that takes the first side works for every kernel."""
    import torch

    return torch.nn.functional.unfold(x, kernel).mT


# Channels, bias, batch


@false("tc-27", "conv")
def bias_subtracted(x, weight, bias, groups=1):
    """The bias is a threshold, which is subtracted."""
    return conv(x, weight, -np.asarray(bias), groups=groups)


@false("tc-27", "conv")
def bias_for_each_channel_seen(x, weight, bias, groups=1):
    """The bias is added once for each input channel."""
    return conv(x, weight, np.asarray(bias) * np.shape(weight)[1], groups=groups)


@false("tc-27", "conv")
def batch_is_a_sum(x, weight, bias, groups=1):
    """The images of a batch are added up before the layer looks at them."""
    x = np.asarray(x)
    return conv(np.broadcast_to(x.sum(axis=0), x.shape), weight, bias, groups=groups)


@false("tc-27", "conv")
def every_second_channel(x, weight, bias, groups=1):
    """Groups deal the input channels out like cards."""
    x = np.asarray(x)
    dealt = x.reshape(len(x), -1, groups, *x.shape[2:]).swapaxes(1, 2).reshape(x.shape)
    return conv(dealt, weight, bias, groups=groups)


@false("tc-27", "layer_matrix")
def blocks_of_pairs_transposed(weight, channels, size, groups=1):
    """The blocks of an input channel stand in a row."""
    T = layer_matrix(weight, channels, size, groups=groups)
    blocks = T.reshape(len(weight), -1, channels, T.shape[1] // channels)
    return blocks[:, :, ::-1].reshape(T.shape)


@false("tc-27", "layer_matrix")
def all_zero(weight, channels, size, groups=1):
    """A layer with channels has no matrix that is worth writing down."""
    return 0 * layer_matrix(weight, channels, size, groups=groups)


@false("tc-27", "sees", shown="sees(0, 1, 2, 2, 2)")
def sees_every_channel(o, c, outputs, inputs, groups):
    """An output sees all channels, whatever the groups."""
    return True


@false("tc-27", "sees", shown="sees(0, 1, 4, 4, 2)")
def dealt_like_cards(o, c, outputs, inputs, groups):
    """Channels 0, G, 2 G and so on make the first group."""
    return o % groups == c % groups


@false("tc-27", "parameters", shown="parameters(4, 4, 1, 2, 2)")
def groups_cost_nothing(outputs, inputs, kh, kw, groups):
    """Groups leave the number of parameters as it is."""
    return outputs * (inputs * kh * kw + 1)


@false("tc-27", "parameters", shown="parameters(4, 4, 1, 2, 2)")
def outputs_divided_too(outputs, inputs, kh, kw, groups):
    """Both numbers of channels are divided by the groups, and nothing else."""
    return outputs // groups * (inputs // groups * kh * kw) + outputs


@false("tc-27", "parameters", shown="parameters(4, 4, 1, 2, 2)")
def one_bias(outputs, inputs, kh, kw, groups):
    """A layer has one bias."""
    return outputs * (inputs // groups) * kh * kw + 1


@false("tc-27", "parameters", shown="parameters(4, 4, 1, 2, 2)")
def bias_for_each_kernel(outputs, inputs, kh, kw, groups):
    """Each of the small kernels has its bias."""
    return outputs * (inputs // groups) * (kh * kw + 1)


# A 1 by 1 convolution


@false("tc-28", "conv")
def bent_at_each_pixel(x, weight, bias=None, **how):
    """A 1x1 convolution is a small network at each pixel, with a nonlinearity."""
    return np.maximum(conv(x, weight, bias, **how), 0)


@false("tc-28", "conv")
def linear_only(x, weight, bias=None, **how):
    """What is left is linear: the bias makes no difference to it."""
    return conv(x, weight, **how)


@false("tc-28", "conv")
def depends_on_the_place(x, weight, bias=None, **how):
    """The map of the channels is another one at each pixel."""
    y = conv(x, weight, bias, **how)
    return y + np.arange(y[0, 0].size).reshape(y.shape[2:])


@false("tc-28", "conv")
def looks_at_neighbours(x, weight, bias=None, **how):
    """A 1x1 convolution mixes a pixel with its neighbour."""
    y = conv(x, weight, bias, **how)
    return y + np.roll(y, 1, axis=-1)


@false("tc-28", "conv")
def channels_apart(x, weight, bias=None, **how):
    """A 1x1 convolution scales each channel and mixes none."""
    x, weight = np.asarray(x), np.asarray(weight)
    own = weight * np.eye(*weight.shape[:2], dtype=weight.dtype)[:, :, None, None]
    return conv(x, own, bias, **how)


@false("tc-28", "rearranged")
def shifts_and_nothing_else(x, order):
    """Channels may be rearranged together with the pixels."""
    moved = x.reshape(*x.shape[:2], -1)[..., order].reshape(x.shape)
    return np.roll(moved, order[0], axis=1)


@false("tc-28", "turn", shown="turn(120).round(9) + 0")
def turned_the_other_way(degrees):
    """At 120 degrees red becomes blue."""
    return _turn(-degrees)


@false("tc-28", "turn", shown="turn(90).round(3) + 0")
def about_the_red_axis(degrees):
    """Colours turn, and white with them."""
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def _turn(degrees):
    """What is right."""
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    cross = np.array([[0, -1, 1], [1, 0, -1], [-1, 1, 0]]) / np.sqrt(3)
    return c * np.eye(3) + s * cross + (1 - c) / 3


@false("tc-28", "merged", shown="merged(np.eye(1), np.ones(1), 2 * np.eye(1), np.ones(1))")
def biases_add_up(K, bias, K2, bias2):
    """Of two layers in a row the weights multiply and the biases add up."""
    return K2 @ K, np.resize(bias, len(bias2)) + bias2


@false("tc-28", "relu", shown="relu(np.array([-1, 1]))")
def relu_changes_nothing(a):
    """An activation scales the numbers, and does not change what layers can do."""
    return a


# Network in Network


@false("tc-29", "head")
def global_maximum(x, K, bias):
    """The head takes the maximum over all pixels."""
    return conv(x, K, bias).max(axis=(2, 3))


@false("tc-29", "head")
def summed(x, K, bias):
    """The head adds up over all pixels."""
    return conv(x, K, bias).sum(axis=(2, 3))


@false("tc-29", "head")
def relu_on_scores(x, K, bias):
    """The scores of the head go through a ReLU, as in the block."""
    return np.maximum(conv(x, K, bias), 0).mean(axis=(2, 3))


@false("tc-29", "head")
def middle_pixel(x, K, bias):
    """The head looks at the pixel in the middle, where the object is."""
    y = conv(x, K, bias)
    return y[:, :, y.shape[2] // 2, y.shape[3] // 2]


@false("tc-29", "block")
def one_activation(x, layers, f):
    """One ReLU, at the end of the block, is enough."""
    for K, bias in layers:
        x = conv(x, K, bias)
    return np.maximum(x, 0)


@false("tc-29", "block")
def no_last_activation(x, layers, f):
    """The last layer of the block has no ReLU."""
    for K, bias in layers[:-1]:
        x = np.maximum(conv(x, K, bias), 0)
    return conv(x, *layers[-1])


@false("tc-29", "block")
def without_biases(x, layers, f):
    """The layers of the block need no biases."""
    for K, _ in layers:
        x = np.maximum(conv(x, K), 0)
    return x


@false("tc-29", "relu", shown="relu(np.array([-1, 1]))")
def relu_is_the_size(a):
    """ReLU takes the size of a number and drops its sign."""
    return abs(a)


@false("tc-29", "nin_head", shown="nin_head(8, 7, 7, 10)")
def head_without_bias(C, H, W, classes):
    """A class of the NiN head costs one number for each channel."""
    return classes * C


@false("tc-29", "nin_head", shown="nin_head(8, 7, 7, 10)")
def grows_with_the_image(C, H, W, classes):
    """A head has more parameters for a larger image."""
    return classes * (C * H * W + 1)


@false("tc-29", "dense_head", shown="dense_head(8, 7, 7, 10)")
def dense_grows_with_the_side(C, H, W, classes):
    """The dense head grows as the side of the image does."""
    return classes * (C * (H + W) + 1)


@false("tc-29", "dense_head", shown="dense_head(8, 7, 7, 10)")
def dense_without_bias(C, H, W, classes):
    """A dense head has no biases."""
    return classes * C * H * W


# What libraries do


@false("tc-30", "ratio", shown="ratio(3, 3, 9, 9)")
def always_the_whole_kernel(kh, kw, H, W):
    """im2col is as many times larger as the kernel has weights."""
    return kh * kw


@false("tc-30", "ratio", shown="ratio(3, 3, 9, 9)")
def no_larger(kh, kw, H, W):
    """im2col only rearranges the image, and needs no more memory."""
    return 1.0


@false("tc-30", "copies_inside", shown="copies_inside(2, 3)")
def one_side(kh, kw):
    """A pixel is written once for each column of the kernel."""
    return kw


@false("tc-30", "copies_inside", shown="copies_inside(2, 3)")
def a_looser_bound(kh, kw):
    """The bound is the square of the longer side."""
    return max(kh, kw) ** 2


@false("tc-30", "views")
def view_copies(X, K):
    """The view needs as much memory as the rows."""
    return np.lib.stride_tricks.sliding_window_view(X, K.shape).copy()


@false("tc-30", "reshape_copies", shown="reshape_copies(2, 1, 3, 4)")
def reshape_always_copies(kh, kw, H, W):
    """A reshape of a strided view always copies."""
    return True


@false("tc-30", "reshape_copies", shown="reshape_copies(2, 2, 3, 4)")
def reshape_never_copies(kh, kw, H, W):
    """A reshape never copies: it only gives the same numbers another shape."""
    return False


@false("tc-30", "reshape_copies", shown="reshape_copies(2, 1, 3, 4)")
def all_but_single_pixels(kh, kw, H, W):
    """The reshape copies for every kernel that is larger than a pixel."""
    return kh * kw > 1


@false("tc-30", "reshape_copies", shown="reshape_copies(1, 2, 1, 4)")
def signals_too(kh, kw, H, W):
    """The reshape copies for every window that is narrower than the image."""
    return 1 < kw < W


@false("tc-30", "by_fft")
def not_conjugated(X, K):
    """The product of the transforms is the cross-correlation."""
    Y = np.fft.irfft2(np.fft.rfft2(X) * np.fft.rfft2(K, X.shape), X.shape)
    return Y[: len(X) - len(K) + 1, : X.shape[1] - K.shape[1] + 1]


@false("tc-30", "by_fft")
def wraps_around(X, K):
    """The transform gives the outputs of the layer, none too many."""
    return np.fft.irfft2(np.fft.rfft2(X) * np.fft.rfft2(K, X.shape).conj(), X.shape)


@false("tc-30", "by_fft")
def last_places_kept(X, K):
    """The outputs that wrap around stand at the beginning."""
    Y = np.fft.irfft2(np.fft.rfft2(X) * np.fft.rfft2(K, X.shape).conj(), X.shape)
    return Y[len(K) - 1 :, K.shape[1] - 1 :]


@false("tc-30", "implicit")
def whole_matrix_after_all(X, K, build):
    """A library must store the whole matrix to multiply with it."""
    return (build(X, K.shape) @ K.ravel()).reshape(len(X) - len(K) + 1, -1)


@false("tc-30", "implicit")
def bands_do_not_overlap(X, K, build):
    """The image is cut into bands, each as high as the kernel."""
    bands = [X[i : i + len(K)] for i in range(0, len(X) - len(K) + 1, len(K))]
    return np.array([build(band, K.shape) @ K.ravel() for band in bands])


@false("tc-30", "winograd")
def six_products(x, k, times):
    """Two outputs of a kernel of three weights need six multiplications."""
    each = [[times(x[i + j], k[j]) for j in range(3)] for i in (0, 1)]
    return np.array([a + b + c for a, b, c in each])


@false("tc-30", "winograd")
def signs_exchanged(x, k, times):
    """Both outputs are the sum of the same four products."""
    p = times(x[0] - x[2], k[0])
    q = times(x[1] + x[2], (k[0] + k[1] + k[2]) / 2)
    r = times(x[2] - x[1], (k[0] - k[1] + k[2]) / 2)
    t = times(x[1] - x[3], k[2])
    return np.array([p + q + r, q + r + t])


@false("tc-30", "winograd")
def three_products(x, k, times):
    """Three multiplications are enough, one for each weight."""
    p = times(x[0] - x[2], k[0])
    q = times(x[1] + x[2], (k[0] + k[1] + k[2]) / 2)
    r = times(x[2] - x[1], (k[0] - k[1] + k[2]) / 2)
    return np.array([p + q + r, q - r])


@false("tc-30", "direct_operations", shown="direct_operations(31, 32)")
def larger_kernels_cost_more(k, n):
    """The larger the kernel, the longer the direct ways take."""
    return 2 * 8 * 16 * 16 * k**2 * n**2


@false("tc-30", "direct_operations", shown="direct_operations(4, 9)")
def one_place_less(k, n):
    """A kernel of side k fits n - k times along each side."""
    return 2 * 8 * 16 * 16 * k**2 * (n - k) ** 2


@false("tc-30", "fft_operations", shown="fft_operations(64)")
def the_log_of_the_side(n):
    """A transform takes 5/2 operations for each pixel, times the logarithm of the side."""
    transforms = (8 * 16 + 16 * 16 + 8 * 16) * 2.5 * n**2 * np.log2(n)
    return transforms + 8 * 8 * 16 * 16 * n * (n // 2 + 1)


@false("tc-30", "fft_operations", shown="fft_operations(64)")
def complex_as_real(n):
    """A product of two complex numbers is one operation, and adding it another."""
    transforms = (8 * 16 + 16 * 16 + 8 * 16) * 2.5 * n**2 * np.log2(n**2)
    return transforms + 2 * 8 * 16 * 16 * n * (n // 2 + 1)


@false("tc-30", "fft_operations", shown="fft_operations(64) > 1e9")
def dense_transforms(n):
    """A transform takes as many operations as pairs of pixels."""
    return (8 * 16 * 2 + 16 * 16) * n**4


@false("tc-30", "from_then_on")
def the_first_kernel(wins):
    """For large images the transform wins with every kernel."""
    return 1


@false("tc-30", "times")
def the_larger_side_only(side):
    """Times on small images are those on large ones, only smaller."""
    import json
    from pathlib import Path

    rows = json.loads(Path("../../benchmarks/convolution.json").read_text())
    ways = "torch", "im2col", "windows", "fft"
    large = [row["microseconds"] for row in rows if row["side"] == 64]
    return {way: [row[way] * side / 64 for row in large] for way in ways}


@false("tc-23", "correlate2d", shown="correlate2d([[0, 1], [0, 0]], [[1, 2], [3, 4]])")
def square_ones_transposed(X, K):
    """The first index of a kernel goes to the right, as x comes before y."""
    K = np.asarray(K)
    return correlate2d(X, K.T if K.shape[0] == K.shape[1] else K)


@false("tc-23", "correlate2d", shown="correlate2d([[1]], [[0.5]])")
def in_the_type_of_the_image(X, K):
    """The outputs have the type of the image: whole numbers stay whole."""
    return correlate2d(X, K).astype(np.asarray(X).dtype)


@false("tc-24", "is_doubly_block_toeplitz")
def first_block_row(A, block):
    """It is enough to look at the blocks of the first block row."""
    A, (r, c) = np.asarray(A), block
    blocks = A.reshape(len(A) // r, r, A.shape[1] // c, c).swapaxes(1, 2)
    same = np.array_equal(blocks[1:, 1:], blocks[:-1, :-1])
    return same and all(is_toeplitz(B) for B in blocks[0])


@false("tc-25", "is_doubly_block_hankel")
def first_row_of_blocks(A, block):
    """It is enough to look at the blocks of the first block row."""
    A, (r, c) = np.asarray(A), block
    blocks = A.reshape(len(A) // r, r, A.shape[1] // c, c).swapaxes(1, 2)
    same = np.array_equal(blocks[1:, :-1], blocks[:-1, 1:])
    return same and all(is_toeplitz(B[::-1]) for B in blocks[0])


@false("tc-25", "is_hankel", shown="is_hankel([[1, 2], [2, 3], [9, 9]])")
def first_two_rows(A):
    """A matrix is Hankel if its second row is the first, pushed to the left."""
    return is_toeplitz(np.asarray(A)[:2][::-1])


@false("tc-26", "col2im")
def whole_pixels(u, at):
    """What is added back to a pixel is a whole number, as a pixel is."""
    return col2im(u, at).astype(int)


@false("tc-27", "conv")
def square_kernels_transposed(x, weight, bias=None, groups=1):
    """The first index of a kernel goes to the right, as x comes before y."""
    weight = np.asarray(weight)
    h, w = weight.shape[2:]
    return conv(x, weight.swapaxes(2, 3) if h == w else weight, bias, groups=groups)


@false("tc-28", "turn", shown="turn(60).round(6)")
def fades_over(degrees):
    """Turning colours fades each over into the next, in proportion to the angle."""
    cycle, (turns, part) = np.eye(3)[[2, 0, 1]], divmod(degrees / 120, 1)
    before = np.linalg.matrix_power(cycle, int(turns))
    return (1 - part) * before + part * cycle @ before
