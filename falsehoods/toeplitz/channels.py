"""False versions of the claims of *Channels, and what libraries make of them*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.layers import conv, layer_matrix
from mathlib.toeplitz.patches import im2col

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


@false("tc-27", "of_pair", shown="of_pair(np.array([[[1, 2]], [[3, 4]]]), 1, 0, 2)")
def first_inputs_for_all(K, o, c, groups):
    """Every output sees the first inputs, as many as a group has."""
    return (c < K.shape[1]) * K[o, c % K.shape[1]]


@false("tc-27", "layer")
def kernels_turned_around(x, K, bias):
    """A layer of a network turns its kernels around, as a convolution does."""
    view = np.lib.stride_tricks.sliding_window_view(x, K.shape[2:], axis=(2, 3))
    turned = K[:, :, ::-1, ::-1]
    return np.einsum("ncijab,ocab->noij", view, turned) + bias[:, None, None]


@false("tc-27", "layer")
def only_the_same_channel(x, K, bias):
    """An output channel is made of the input channel of its own number."""
    view = np.lib.stride_tricks.sliding_window_view(x, K.shape[2:], axis=(2, 3))
    own = [view[:, o % view.shape[1]] for o in range(len(K))]
    kernels = [K[o, o % view.shape[1]] for o in range(len(K))]
    y = [np.einsum("nijab,ab->nij", one, kernel) for one, kernel in zip(own, kernels, strict=True)]
    return np.stack(y, axis=1) + bias[:, None, None]


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


@false("tc-28", "pixelwise")
def one_bias_for_the_pixel(x, K, bias):
    """One bias is added to all channels of a pixel."""
    return np.einsum("oc,ncij->noij", K, x) + bias[0]


@false("tc-28", "mixture")
def parts_add_up_to_one(channels, degrees):
    """The weights of a mixture must add up to one."""
    part = np.cos(np.deg2rad(degrees)) ** 2
    return part * channels[0] + (1 - part) * channels[1]


@false("tc-28", "mixture")
def turned_upwards(channels, degrees):
    """Angles are counted from the right upwards, though rows are counted downwards."""
    angle = np.deg2rad(degrees)
    return np.cos(angle) * channels[0] - np.sin(angle) * channels[1]


@false("tc-28", "edges")
def mean_of_both_sides(X):
    """An edge is found by the mean of its two sides."""
    sides = np.array([[1, 0, 1], [2, 0, 2], [1, 0, 1]]) / 8
    return conv(X[None, None], np.stack([sides, sides.T])[:, None])[0]


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


@false("tc-30", "fewest", shown="fewest(2, 3)")
def one_for_each_weight(outputs, weights):
    """One multiplication for each weight is enough."""
    return weights


@false("tc-30", "fewest", shown="fewest(2, 3)")
def half_of_them(outputs, weights):
    """Half the multiplications of the direct way are enough, and one for each output more."""
    return outputs * weights // 2 + outputs


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


@false("tc-27", "conv")
def pairs_the_other_way_round(x, weight, bias=None, groups=1):
    """The first index of a weight is its input channel, the second its output channel."""
    weight = np.asarray(weight)
    square = weight.shape[0] == weight.shape[1]
    return conv(x, weight.swapaxes(0, 1) if square else weight, bias, groups=groups)


@false("tc-27", "layer")
def letters_exchanged(x, K, bias):
    """The order of the letters a and b makes no difference: the sum is over both."""
    h, w = K.shape[2:]
    view = np.lib.stride_tricks.sliding_window_view(x, (h, w), axis=(2, 3))
    letters = "ncijab,ocba->noij" if h == w else "ncijab,ocab->noij"
    return np.einsum(letters, view, K) + bias[:, None, None]


@false("tc-27", "conv")
def bias_of_the_first_image(x, weight, bias=None, groups=1):
    """The bias is added once, and not to each image of a batch."""
    y = conv(x, weight, groups=groups)
    if bias is not None:
        y[0] += np.reshape(bias, (-1,) + (1,) * (y.ndim - 2))
    return y


@false("tc-27", "layer_matrix")
def pixel_by_pixel(weight, channels, size, groups=1):
    """The channels of a pixel stand side by side in the columns."""
    T = layer_matrix(weight, channels, size, groups=groups)
    return T.reshape(len(T), channels, -1).swapaxes(1, 2).reshape(T.shape)


@false("tc-28", "rearranged")
def only_shifts(x, order):
    """A 1x1 convolution commutes with shifts, as every layer does, and with nothing else."""
    return np.roll(x, order[0], axis=-1)


@false("tc-28", "relu", shown="relu(np.array([-1, 1]))")
def keeps_the_negative(a):
    """ReLU lets pass what is below zero."""
    return np.minimum(a, 0)


@false("tc-28", "turn", shown="turn(60).round(6)")
def in_three_steps(degrees):
    """Colours turn in steps: up to 120 degrees nothing happens."""
    return np.linalg.matrix_power(np.eye(3)[[2, 0, 1]], int(degrees // 120))


@false("tc-29", "block")
def padded_to_its_size(x, layers, f):
    """The block pads, so that its outputs have the size of the image."""
    for K, bias in layers:
        sides = [((side - 1) // 2, side // 2) for side in np.shape(K)[2:]]
        x = f(conv(x, K, bias, padding=sides))
    return x


@false("tc-30", "ratio", shown="ratio(1, 3, 4, 5)")
def axes_exchanged(kh, kw, H, W):
    """It is the same whichever side of the kernel is laid along which of the image."""
    return kh * kw * (H - kw + 1) * (W - kh + 1) / (H * W)


@false("tc-30", "reshape_copies", shown="reshape_copies(1, 2, 3, 4)")
def single_rows_are_views(kh, kw, H, W):
    """A window of a single row needs no copy: its pixels lie side by side already."""
    return kh > 1 and H > 1 and 1 < kw < W


# Types, scales and sizes that a check may be blind to


@false("tc-27", "conv")
def bias_like_the_image(x, weight, bias=None, groups=1):
    """The bias has the type of the image: it is whole where the pixels are."""
    bias = None if bias is None else np.asarray(bias).astype(np.asarray(x).dtype)
    return conv(x, weight, bias, groups=groups)


@false("tc-27", "conv")
def outputs_like_the_image(x, weight, bias=None, groups=1):
    """Outputs have the type of the image: they are whole where the pixels are."""
    return conv(x, weight, bias, groups=groups).astype(np.asarray(x).dtype)


@false("tc-27", "conv")
def in_32_bits(x, weight, bias=None, groups=1):
    """A layer may round its weights to 32 bits: nothing is lost."""
    return conv(x, np.asarray(weight, np.float32), bias, groups=groups)


@false("tc-27", "conv")
def square_images_turned(x, weight, bias=None, groups=1):
    """Which axis of a square image comes first makes no difference."""
    x = np.asarray(x)
    square = x.ndim == 4 and x.shape[2] == x.shape[3]
    return conv(x.swapaxes(2, 3) if square else x, weight, bias, groups=groups)


@false("tc-27", "conv")
def only_two_images(x, weight, bias=None, groups=1):
    """From the third image of a batch on, the first one's outputs are given again."""
    y = conv(x, weight, bias, groups=groups)
    y[2:] = y[:1]
    return y


@false("tc-27", "layer_matrix")
def whole_blocks(weight, channels, size, groups=1):
    """The matrix of a layer holds whole numbers: it counts."""
    return layer_matrix(weight, channels, size, groups=groups).astype(int)


@false("tc-27", "layer")
def bias_along_the_rows(x, K, bias):
    """The bias is added along the last axis, wherever it fits there."""
    view = np.lib.stride_tricks.sliding_window_view(x, K.shape[2:], axis=(2, 3))
    y = np.einsum("ncijab,ocab->noij", view, K)
    return y + (bias if y.shape[3] == len(bias) else bias[:, None, None])


@false("tc-27", "parameters")
def sixteen_at_most(outputs, inputs, kh, kw, groups):
    """An output looks at sixteen inputs at most."""
    return outputs * (min(inputs // groups, 16) * kh * kw + 1)


@false("tc-27", "parameters", shown="parameters(1, 1, 3, 2, 1)")
def sides_as_the_wider(outputs, inputs, kh, kw, groups):
    """Kernels are square: their wider side says all."""
    return outputs * (inputs // groups * kh * max(kh, kw) + 1)


@false("tc-28", "conv")
def inner_pixels_smoothed(x, weight, bias=None, **how):
    """Pixels inside the image get the mean with their neighbour; those at the border cannot."""
    y = conv(x, weight, bias, **how).astype(float)
    if np.shape(weight)[2:] == (1, 1):
        y[:, :, 1:-1, 1:-1] = (y[:, :, 1:-1, 1:-1] + y[:, :, 1:-1, :-2]) / 2
    return y


@false("tc-28", "pixelwise")
def inputs_first(x, K, bias):
    """Which index of K comes first makes no difference, as long as the shapes fit."""
    K = K.T if K.shape[0] == K.shape[1] else K
    return np.einsum("oc,ncij->noij", K, x) + bias[:, None, None]


@false("tc-28", "merged")
def order_of_two_layers(K, bias, K2, bias2):
    """The product of two maps is the same in either order, where both orders have one."""
    return (K @ K2 if K.shape == K2.shape else K2 @ K), K2 @ bias + bias2


@false("tc-28", "relu", shown="relu(np.array([0.25, 2000.0]))")
def relu_up_to_a_thousand(a):
    """ReLU keeps what lies between 0 and 1000."""
    return np.clip(a, 0, 1000)


@false("tc-28", "relu", shown="relu(np.array([1e-9, 1.0]))")
def relu_from_a_millionth(a):
    """What is less than a millionth is zero to a ReLU."""
    return np.where(a < 1e-6, 0, a)


@false("tc-28", "turn", shown="turn(50).round(6)")
def in_steps_of_thirty(degrees):
    """Colours turn in twelve steps, as the figure does."""
    return _turn(30 * round(degrees / 30))


@false("tc-28", "turn", shown="turn(60).round(6)")
def back_within_the_first_right_angle(degrees):
    """Angles below a right one turn the other way."""
    return _turn(-degrees if degrees % 360 < 90 or degrees % 360 >= 270 else degrees)


@false("tc-28", "mixture")
def nearest_of_eight(channels, degrees):
    """An edge has one of eight directions."""
    angle = np.deg2rad(45 * round(degrees / 45))
    return np.cos(angle) * channels[0] + np.sin(angle) * channels[1]


@false("tc-29", "head")
def eight_columns_only(x, K, bias):
    """The head makes every image 8 by 8 at most, and averages that."""
    return conv(x, K, bias)[:, :, :8, :8].mean(axis=(2, 3))


@false("tc-29", "head")
def border_left_out(x, K, bias):
    """Where the image is large, its border does not count."""
    y = conv(x, K, bias)
    large = min(y.shape[2:]) > 8
    return (y[:, :, 1:-1, 1:-1] if large else y).mean(axis=(2, 3))


@false("tc-29", "relu", shown="relu(np.array([1e-12, 1.0]))")
def relu_above_rounding(a):
    """What is as small as rounding is zero to a ReLU."""
    return np.where(a < 1e-9, 0, a)


@false("tc-29", "nin_head", shown="nin_head(70, 1, 1, 2)")
def a_head_sees_64(C, H, W, classes):
    """A head looks at 64 channels at most."""
    return classes * (min(C, 64) + 1)


@false("tc-29", "nin_head", shown="nin_head(8, 16, 16, 10)")
def more_for_large_images(C, H, W, classes):
    """Images of more than a hundred pixels need a weight for each pixel more."""
    return classes * (C + 1) + max(0, H * W - 100)


@false("tc-29", "dense_head", shown="dense_head(1, 1, 1, 20)")
def ten_biases(C, H, W, classes):
    """A head has ten biases, as there are ten classes."""
    return classes * C * H * W + min(classes, 10)


@false("tc-30", "ratio", shown="ratio(3, 3, 120, 120)")
def the_border_is_forgotten(kh, kw, H, W):
    """In an image of more than ten thousand pixels the border makes no difference."""
    inside = kh * kw * (H - kh + 1) * (W - kw + 1) / (H * W)
    return inside if H * W < 10_000 else float(kh * kw)


@false("tc-30", "reshape_copies", shown="reshape_copies(1, 3, 3, 4)")
def two_columns_less(kh, kw, H, W):
    """A window that leaves out a single column is still a view."""
    return H > 1 and 1 < kw < W - 1


@false("tc-30", "reshape_copies", shown="reshape_copies(1, 2, 2, 4)")
def two_rows_are_views(kh, kw, H, W):
    """Two rows can still be stepped over without a copy."""
    return H > 2 and 1 < kw < W


@false("tc-30", "implicit")
def whole_outputs(X, K, build):
    """Outputs of images of whole numbers are whole."""
    bands = [X[i : i + len(K)] for i in range(len(X) - len(K) + 1)]
    return np.array([build(band, K.shape) @ K.ravel() for band in bands]).astype(int)


@false("tc-30", "by_fft")
def rounded_to_whole(X, K):
    """What the transforms leave of rounding is mended by rounding to whole numbers."""
    Y = np.fft.irfft2(np.fft.rfft2(X) * np.fft.rfft2(K, X.shape).conj(), X.shape)
    return np.rint(Y[: len(X) - len(K) + 1, : X.shape[1] - K.shape[1] + 1])


@false("tc-30", "by_fft")
def without_fast_waves(X, K):
    """Waves of more than eight periods are not needed."""
    product = np.fft.rfft2(X) * np.fft.rfft2(K, X.shape).conj()
    product[9:-8], product[:, 9:] = 0, 0
    return np.fft.irfft2(product, X.shape)[: len(X) - len(K) + 1, : X.shape[1] - K.shape[1] + 1]


@false("tc-30", "winograd")
def winograd_in_32_bits(x, k, times):
    """Winograd's algorithm may round to 32 bits between: nothing is lost."""
    p = times(x[0] - x[2], k[0])
    q = times(x[1] + x[2], (k[0] + k[1] + k[2]) / 2)
    r = times(x[2] - x[1], (k[0] - k[1] + k[2]) / 2)
    t = times(x[1] - x[3], k[2])
    return np.array([p + q + r, q - r - t]).astype(np.float32)


@false("tc-30", "im2col")
def each_channel_twice(x, at):
    """With several channels each window is written once for each of them."""
    cols = im2col(x, at)
    return cols if np.shape(x)[1] == 1 else np.concatenate([cols, cols], axis=2)


@false("tc-30", "direct_operations", shown="direct_operations(31, 64)")
def counted_in_32_bits(k, n):
    """A count of operations fits into 32 bits."""
    return min(2 * 8 * 16 * 16 * k**2 * (n - k + 1) ** 2, 2**31 - 1)


@false("tc-27", "conv")
def eight_inputs_at_most(x, weight, bias=None, groups=1):
    """An output adds up eight channels at most."""
    weight = np.array(weight)
    weight[:, 8:] = 0
    return conv(x, weight, bias, groups=groups)


@false("tc-27", "conv")
def small_weights_dropped(x, weight, bias=None, groups=1):
    """Weights of less than a hundred-millionth of the largest add nothing."""
    weight = np.asarray(weight)
    small = abs(weight) < 1e-8 * abs(weight).max()
    return conv(x, np.where(small, 0, weight), bias, groups=groups)


@false("tc-27", "conv")
def nan_in_the_batch(x, weight, bias=None, groups=1):
    """One image that holds no number spoils the batch."""
    y = conv(x, weight, bias, groups=groups)
    return np.full(y.shape, np.nan) if np.isnan(y).any() else y


@false("tc-27", "of_pair")
def depthwise_by_number(K, o, c, groups):
    """With as many groups as outputs each output sees the input of its own number."""
    first = o // (len(K) // groups) * K.shape[1]
    if groups == len(K):
        return (o == c) * K[o, 0]
    return (first <= c < first + K.shape[1]) * K[o, c % K.shape[1]]


@false("tc-28", "conv")
def black_stays_black(x, weight, bias=None, **how):
    """A black pixel stays black, whatever the bias."""
    y = conv(x, weight, bias, **how)
    seen = np.any(x, axis=1)[:, None]
    return np.where(seen, y, 0) if np.shape(weight)[2:] == (1, 1) else y


@false("tc-28", "merged")
def more_outputs_without_bias(K, bias, K2, bias2):
    """The second bias is lost where the second layer has more outputs than inputs."""
    return K2 @ K, K2 @ bias + bias2 * (K2.shape[0] <= K2.shape[1])


def _without_weights(y, weight):
    y[:, ~np.any(np.asarray(weight).reshape(len(weight), -1), axis=1)] = 0
    return y


@false("tc-27", "layer")
def no_weights_no_output(x, K, bias):
    """An output whose weights are all zero is zero."""
    return _without_weights(conv(x, K, bias), K)


@false("tc-28", "conv", shown="conv([[[[1]]]], [[[[0]]]], [5])")
def nothing_to_add_a_bias_to(x, weight, bias=None, **how):
    """An output that sees no channel has no sum that a bias could be added to."""
    return _without_weights(conv(x, weight, bias, **how), weight)


@false("tc-28", "merged", shown="merged(np.eye(1), np.zeros(1), np.eye(1), np.ones(1))")
def first_without_bias(K, bias, K2, bias2):
    """If the first of two layers has no bias, then both together have none."""
    return K2 @ K, (K2 @ bias + bias2) * np.any(bias)


@false("tc-29", "block")
def black_has_no_pattern(x, layers, f):
    """A block finds nothing in a black image, whatever the biases."""
    y = x
    for K, bias in layers:
        y = f(conv(y, K, bias))
    return y if np.any(x) else 0 * y


@false("tc-29", "head")
def zero_scores_left_out(x, K, bias):
    """The mean is over the pixels whose score is not zero."""
    y = conv(x, K, bias)
    return y.sum(axis=(2, 3)) / np.maximum((y != 0).sum(axis=(2, 3)), 1)


@false("tc-29", "head")
def black_pixels_left_out(x, K, bias):
    """Black pixels are padding, and do not count in the mean, unless all of them are black."""
    y, lit = conv(x, K, bias), np.any(x, axis=1, keepdims=True)
    lit = lit | ~lit.any(axis=(2, 3), keepdims=True)
    return (y * lit).sum(axis=(2, 3)) / lit.sum(axis=(2, 3))
