"""False versions of the claims of *Images: one big matrix product*."""

from itertools import product

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.doubly_block import (
    correlate2d,
    doubly_block_toeplitz,
    is_doubly_block_hankel,
    is_doubly_block_toeplitz,
    is_hankel,
    patch_matrix,
)
from mathlib.toeplitz.layers import conv
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


@false("tc-23", "correlate2d", shown="correlate2d([[0.5]], [[1]])")
def in_the_type_of_the_kernel(X, K):
    """The outputs have the type of the weights: whole weights, whole outputs."""
    return correlate2d(X, K).astype(np.asarray(K).dtype)


@false("tc-24", "doubly_block_toeplitz", shown="doubly_block_toeplitz([[0.5]], 1, 1)")
def matrix_of_whole_numbers(K, H, W):
    """A matrix that says which weight meets which pixel has whole numbers."""
    return doubly_block_toeplitz(np.asarray(K).astype(int), H, W)


def in_blocks_of(A, block):
    """The blocks of A by block row and block column."""
    A, (r, c) = np.asarray(A), block
    return A.reshape(len(A) // r, r, A.shape[1] // c, c).swapaxes(1, 2)


@false("tc-24", "is_doubly_block_toeplitz")
def corners_of_blocks(A, block):
    """Two blocks that begin with the same entry are the same."""
    B = in_blocks_of(A, block)
    same = np.array_equal(B[1:, 1:, 0, 0], B[:-1, :-1, 0, 0])
    return same and all(is_toeplitz(one) for row in B for one in row)


@false("tc-24", "is_doubly_block_toeplitz")
def main_block_diagonal(A, block):
    """It is enough that the blocks on the main block diagonal are the same."""
    B = in_blocks_of(A, block)
    same = all(np.array_equal(B[i, i], B[0, 0]) for i in range(min(B.shape[:2])))
    return same and all(is_toeplitz(one) for row in B for one in row)


@false("tc-24", "is_doubly_block_toeplitz")
def first_rows_of_blocks(A, block):
    """A block is Toeplitz if its second row is the first, moved on by one."""
    B = in_blocks_of(A, block)
    same = np.array_equal(B[1:, 1:], B[:-1, :-1])
    return same and all(is_toeplitz(one[:2]) for row in B for one in row)


@false("tc-24", "is_doubly_block_toeplitz")
def main_diagonals_of_blocks(A, block):
    """A block is Toeplitz if its main diagonal is constant."""
    B = in_blocks_of(A, block)
    same = np.array_equal(B[1:, 1:], B[:-1, :-1])
    return same and all(len({*np.diag(one).tolist()}) == 1 for row in B for one in row)


@false("tc-25", "patch_matrix", shown="patch_matrix([[0.5]], (1, 1))")
def pixels_are_whole(X, kernel):
    """Pixels are whole numbers, and so are the entries of M."""
    return patch_matrix(np.asarray(X).astype(int), kernel)


@false("tc-25", "is_hankel", shown="is_hankel([[1, 2, 3], [2, 9, 4]])")
def first_two_columns(A):
    """A matrix is Hankel if its second column is the first, pushed up."""
    return is_hankel(np.asarray(A)[:, :2])


@false("tc-25", "is_hankel", shown="is_hankel([[1, 2], [2, 3], [9, 9]])")
def main_anti_diagonal(A):
    """A matrix is Hankel if the anti-diagonal that begins in its corner is constant."""
    A = np.asarray(A)[:, ::-1]
    return len({*np.diag(A).tolist()}) == 1


@false("tc-25", "is_doubly_block_hankel")
def corners_alone(A, block):
    """Two blocks that begin with the same entry are the same."""
    B = in_blocks_of(A, block)
    same = np.array_equal(B[1:, :-1, 0, 0], B[:-1, 1:, 0, 0])
    return same and all(is_hankel(one) for row in B for one in row)


@false("tc-26", "im2col")
def cut_off(x, at):
    """What im2col copies are whole numbers, as pixels are."""
    return im2col(np.asarray(x).astype(int), at)


@false("tc-26", "one_product")
def weights_cut_off(x, weight, at):
    """The matrix of the kernels has the type of the pixels."""
    columns = weight.reshape(len(weight), -1).T.astype(x.dtype)
    return (im2col(x, at) @ columns).swapaxes(1, 2).reshape(len(x), -1, *at.out)


@false("tc-26", "conv")
def outputs_of_the_type_of_pixels(x, weight, **how):
    """The outputs of a layer have the type of its inputs."""
    return conv(x, weight, **how).astype(x.dtype)


@false("tc-26", "unfold_square")
def second_side_only(x, kernel):
    """The helper uses the last of the two sides."""
    import torch

    return torch.nn.functional.unfold(x, kernel[1]).mT


@false("tc-23", "loops", shown="loops(np.full((1, 1), 0.5), np.ones((1, 1)))")
def sums_of_whole_numbers(X, K):
    """The sums are collected in an array of whole numbers."""
    return correlate2d(X, K).astype(int)


@false("tc-23", "correlate2d", shown="correlate2d([[999]], [[2]])")
def kept_in_eight_bits(X, K):
    """The outputs of an image are cut off at 255, as its pixels are."""
    return np.clip(correlate2d(X, K), -255, 255)


@false("tc-23", "correlate2d", shown="correlate2d([[1e-9]], [[1]])")
def tiny_pixels_are_zero(X, K):
    """A pixel of less than a thousandth is noise, and counts as zero."""
    return correlate2d(np.where(abs(np.asarray(X)) < 1e-3, 0, X), K)


@false("tc-23", "correlate2d", shown="correlate2d([[2**20]], [[2**20]])")
def kept_in_32_bits(X, K):
    """Sums of whole numbers fit into 32 bits."""
    Y = correlate2d(X, K)
    return Y.astype(np.int32).astype(int) if Y.dtype.kind == "i" else Y


@false("tc-23", "correlate2d", shown="correlate2d(np.array([[1, 2], [3, 4]]).T, [[1, 10]])")
def as_it_lies_in_memory(X, K):
    """The entries of an image lie in memory row after row."""
    X = np.asarray(X)
    return correlate2d(np.ravel(X, order="K").reshape(X.shape), K)


@false("tc-23", "correlate2d", shown="correlate2d(np.arange(101)[None], [[1, 0]])")
def large_images_by_convolution(X, K):
    """For large images one may take the convolution, which is faster and gives the same."""
    K = np.asarray(K)
    return correlate2d(X, K[::-1, ::-1] if np.size(X) > 100 else K)


@false("tc-23", "correlate2d", shown="correlate2d([[np.nan]], [[1]])")
def unknown_is_zero(X, K):
    """A pixel that is not a number counts as zero."""
    return correlate2d(np.nan_to_num(X), K)


@false("tc-23", "views")
def copies_of_large_images(X, K):
    """Up to some size a view is enough; beyond that it is a copy."""
    found = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return found.copy() if found.size > 1000 else found


@false("tc-24", "doubly_block_toeplitz", shown="doubly_block_toeplitz([[0.1]], 1, 1).tolist()")
def in_single_precision(K, H, W):
    """The matrix of a kernel is the same in single precision."""
    return doubly_block_toeplitz(np.float32(K), H, W).astype(float)


@false("tc-24", "doubly_block_toeplitz", shown="doubly_block_toeplitz([[1e-7]], 1, 1)")
def tiny_weights_left_out(K, H, W):
    """A weight of less than a millionth leaves no entry in the matrix."""
    return doubly_block_toeplitz(np.where(abs(np.asarray(K)) < 1e-6, 0, K), H, W)


@false("tc-24", "is_toeplitz", shown="is_toeplitz([[1e-9, 0], [0, 0]])")
def nearly_toeplitz(T):
    """A matrix whose diagonals are constant up to rounding is Toeplitz."""
    T = np.asarray(T)
    return np.allclose(T[1:, 1:], T[:-1, :-1])


@false("tc-24", "is_doubly_block_toeplitz")
def first_blocks_alone(A, block):
    """It is enough to look at the first three blocks down and four across."""
    return is_doubly_block_toeplitz(np.asarray(A)[: 3 * block[0], : 4 * block[1]], block)


@false("tc-24", "is_doubly_block_toeplitz")
def sizes_alone(A, block):
    """Only the sizes of the entries matter, not their signs."""
    return is_doubly_block_toeplitz(abs(np.asarray(A)), block)


@false("tc-24", "is_toeplitz_as_a_whole", shown="is_toeplitz_as_a_whole(4, 4, 4)")
def small_kernels_only(kh, kw, H):
    """Only a kernel of one column, or one as high as an image of up to three rows, has one."""
    return kw == 1 or kh == H <= 3


@false("tc-25", "patch_matrix", shown="patch_matrix([[300]], (1, 1))")
def pixels_are_bytes(X, kernel):
    """No pixel is larger than 255."""
    return patch_matrix(np.clip(X, -255, 255), kernel)


@false("tc-25", "patch_matrix", shown="patch_matrix([[1e-7]], (1, 1))")
def pixels_rounded(X, kernel):
    """Six digits of a pixel are enough."""
    return patch_matrix(np.round(X, 6), kernel)


@false("tc-25", "is_hankel", shown="is_hankel([[1, 2], [2 + 1e-9, 3]])")
def nearly_hankel(A):
    """A matrix whose anti-diagonals are constant up to rounding is Hankel."""
    A = np.asarray(A)
    return np.allclose(A[1:, :-1], A[:-1, 1:])


@false("tc-25", "is_hankel")
def first_six_rows(A):
    """Six rows show whether a matrix is Hankel."""
    return is_hankel(np.asarray(A)[:6])


@false("tc-25", "is_doubly_block_hankel")
def signs_do_not_matter(A, block):
    """Only the sizes of the entries matter, not their signs."""
    return is_doubly_block_hankel(abs(np.asarray(A)), block)


@false("tc-25", "is_doubly_block_hankel")
def whenever_blocks_are_not_square(A, block):
    """Blocks that are not square have no anti-diagonals to ask about."""
    return block[0] != block[1] or is_doubly_block_hankel(A, block)


@false("tc-26", "im2col")
def rows_in_single_precision(x, at):
    """The rows hold the pixels in single precision."""
    return im2col(np.float32(x), at).astype(float)


@false("tc-26", "im2col")
def wide_windows_backwards(x, at):
    """Windows more than three pixels wide are read backwards."""
    rows = im2col(x, at)
    return rows if max(at.kernel) < 4 else rows[..., ::-1]


@false("tc-26", "im2col")
def three_channels_at_most(x, at):
    """An image has three channels, red, green and blue; a fourth is left out."""
    x = np.array(x)
    x[:, 3:] = 0
    return im2col(x, at)


@false("tc-26", "col2im")
def one_image_is_no_batch(u, at):
    """For a single image nothing is added up."""
    x = col2im(u, at)
    return x if len(x) > 1 else 0 * x


@false("tc-26", "col2im")
def thousandths(u, at):
    """Three digits of what is added back are enough."""
    return np.round(col2im(u, at), 3)


@false("tc-26", "one_product")
def four_outputs_at_most(x, weight, at):
    """A product has as many columns as it has kernels, up to four."""
    y = im2col(x, at) @ weight.reshape(len(weight), -1).T
    y[..., 4:] = 0
    return y.swapaxes(1, 2).reshape(len(x), -1, *at.out)


@false("tc-26", "conv")
def layer_in_single_precision(x, weight, **how):
    """A layer computes in single precision, which is enough for whole numbers."""
    return conv(np.float32(x), np.float32(weight), **how).astype(float)


@false("tc-23", "correlate2d", shown="correlate2d(np.ones((65, 65)), np.ones((2, 2)))[63, 63]")
def corner_between_tiles(X, K):
    """A large image may go in tiles of 64 by 64 that see the tiles beside them, not across."""
    Y, (kh, kw) = correlate2d(X, K), K.shape
    for i, j in product(range(max(0, 65 - kh), 64), range(max(0, 65 - kw), 64)):
        if i < len(Y) and j < len(Y[0]):
            across = X[64 : i + kh, 64 : j + kw]
            Y[i, j] -= (K[64 - i :, 64 - j :] * across).sum()
    return Y


@false("tc-25", "patch_matrix", shown="patch_matrix(np.ones((65, 65)), (2, 2))[63 * 64 + 63]")
def windows_of_a_tile(X, kernel):
    """A large image may be cut into tiles of 64 by 64: what lies across the corner is not seen."""
    M, across = patch_matrix(X, kernel), np.zeros(np.shape(X), int)
    across[64:, 64:] = 1
    begins = np.zeros(np.shape(X), int)
    begins[:64, :64] = 1
    seen = patch_matrix(begins, kernel)[:, :1] & patch_matrix(across, kernel)
    return np.where(seen, 0, M)


@false(
    "tc-26", "im2col", shown="im2col(np.ones((1, 1, 1, 200)), windows((1, 200), (1, 1)))[0, 150]"
)
def places_in_a_byte(x, at):
    """An image has no more than 128 columns: a place fits into a byte."""
    x = np.array(x)
    x[..., 128:] = 0
    return im2col(x, at)


@false(
    "tc-26", "col2im", shown="col2im(np.ones((1, 200, 1)), windows((200, 1), (1, 1)))[0, 0, 150]"
)
def added_into_128_rows(cols, at):
    """Windows are added into an image of at most 128 rows."""
    x = col2im(cols, at)
    x[..., 128:, :] = 0
    return x


@false("tc-26", "nu", shown="nu((1, 200), (1, 1), (1, 1), (0, 0), (1, 1))[0, 150]")
def looked_at_in_a_byte(size, K, s, p, d):
    """Beyond 128 columns no window looks."""
    at = windows(size, K, stride=s, padding=p, dilation=d)
    looks = col2im(im2col(np.ones((1, 1, *size), int), at), at)[0, 0]
    looks[:, 128:] = 0
    return looks


@false("tc-26", "conv")
def layer_of_128_columns(x, weight, **how):
    """A layer is made for images of at most 128 columns."""
    x = np.array(x)
    x[..., 128:] = 0
    return conv(x, weight, **how)
