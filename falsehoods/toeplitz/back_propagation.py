"""False versions of the claims of *Backwards through a convolution*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.layers import Gradients, conv_backward, layer_matrix
from mathlib.toeplitz.matrices import convolution_matrix, correlation_matrix
from mathlib.toeplitz.padding import pad_backward

# The input: a full convolution


@false("tc-31", "to_input", shown="to_input([1, 0], [1, 2])")
def laid_on_as_it_stands(g, k):
    """Backward the kernel is laid on as it stands, as it is forward."""
    return np.correlate(g, k, "full").tolist()


@false("tc-31", "to_input", shown="to_input([1, 1, 0], [1, 2, 3])")
def without_the_ends(g, k):
    """Only the inputs that a whole kernel reaches have a gradient."""
    full, inner = np.convolve(g, k).tolist(), slice(len(k) - 1, len(g))
    return [0] * (len(k) - 1) + full[inner] + [0] * (len(k) - 1)


@false("tc-31", "to_input", shown="to_input([1, 1, 0], [1, 2, 3])")
def mean_over_the_uses(g, k):
    """Where several outputs used an input, their gradients are averaged."""
    uses = np.convolve(np.ones(len(g)), np.ones(len(k)))
    return (np.convolve(g, k) / uses).tolist()


@false("tc-31", "convolve", shown="convolve([1, 0], [1, 2])")
def cross_correlated(x, k, mode="full"):
    """The gradient of a cross-correlation is a cross-correlation."""
    return np.correlate(x, k, mode)


@false("tc-31", "convolution_matrix", shown="convolution_matrix([1, 2], 2)")
def rows_instead(k, n):
    """The rows of the transposed matrix hold the kernel as it stands."""
    return convolution_matrix(k[::-1], n)


@false("tc-31", "conv_backward")
def through_the_inverse(g, x, weight):
    """The gradient goes back through the inverse of the layer."""
    T = correlation_matrix(weight[0][0], len(x[0][0]))
    found = conv_backward(g, x, weight)
    return found._replace(x=(np.linalg.pinv(T) @ g[0][0])[None, None])


# The kernel: the other matrix, transposed


@false("tc-32", "to_kernel", shown="to_kernel([1, 0, 2], [3, 1, 2, 5])")
def mean_of_the_uses(g, x):
    """A shared weight gets the mean of what its uses bring."""
    return (np.correlate(x, g, "valid") / len(g)).tolist()


@false("tc-32", "to_kernel", shown="to_kernel([1, 0, 2], [3, 1, 2, 5])")
def first_use_only(g, x):
    """A shared weight gets the gradient of its first use."""
    return [g[0] * v for v in x[: len(x) - len(g) + 1]]


@false("tc-32", "to_kernel", shown="to_kernel([1, 0, 2], [3, 1, 2, 5])")
def turned_round(g, x):
    """Both gradients are convolutions."""
    return np.convolve(x, g, "valid").tolist()


@false("tc-32", "correlate", shown="correlate([3, 1, 2, 5], [1, 0, 2])")
def convolved(x, k):
    """The signal is convolved with the gradient."""
    return np.convolve(x, k, "valid")


@false("tc-32", "to_bias", shown="to_bias([1, 0, 2])")
def mean_of_g(g):
    """The gradient of the bias is the mean of g: the bias is one number for all outputs."""
    return sum(g) / len(g)


@false("tc-32", "to_bias", shown="to_bias([1, 0, 2])")
def always_one(g):
    """The bias is only added, so that its gradient is 1."""
    return 1


@false("tc-32", "conv_backward")
def mean_over_the_places(g, x, weight):
    """The gradient with respect to the weights is divided by the number of places."""
    found = conv_backward(g, x, weight)
    return found._replace(weight=found.weight / len(g[0][0]))


@false("tc-32", "conv_backward")
def bias_by_example(g, x, weight):
    """The bias gets the largest gradient of its outputs."""
    return conv_backward(g, x, weight)._replace(bias=np.max(g, axis=(0, 2)))


# Stride, padding, dilation


@false("tc-33", "behind", shown="behind(10, 3, 2, 1, 1)")
def nothing_is_left_over(n, K, s, p, d):
    """After the last entry of g no zeros are needed."""
    return 0


@false("tc-33", "behind", shown="behind(10, 3, 3, 1, 2)")
def without_dilation(n, K, s, p, d):
    """How many places are left over does not depend on the dilation."""
    return (n + 2 * p - K) % s


@false("tc-33", "with_zeros", shown="with_zeros([1, 2, 3], 2, 1)")
def s_zeros(g, s, behind):
    """Stride s puts s zeros between the entries of g."""
    zeros = np.zeros((len(g) - 1) * (s + 1) + 1 + behind, int)
    zeros[: (len(g) - 1) * (s + 1) + 1 : s + 1] = g
    return zeros


@false("tc-33", "with_zeros", shown="with_zeros([1, 2, 3], 2, 1)")
def zeros_at_the_end(g, s, behind):
    """The gradient of a strided layer is filled up with zeros at its end."""
    return np.pad(g, (0, (len(g) - 1) * (s - 1) + behind))


@false("tc-33", "with_zeros", shown="with_zeros([1, 2, 3], 2, 0)")
def repeated(g, s, behind):
    """Stride s is undone by repeating each entry of g s times."""
    return np.append(np.repeat(g, s)[: (len(g) - 1) * s + 1], np.zeros(behind, int))


@false("tc-33", "with_holes", shown="with_holes([1, 2, 3], 2)")
def without_holes_backward(k, d):
    """Backward the kernel has no holes: they hold no weights."""
    return np.pad(k, (0, (d - 1) * (len(k) - 1)))


@false("tc-33", "of_weights", shown="of_weights(np.arange(5), 2)")
def holes_are_averaged(z, d):
    """A weight gets what its holes get, too."""
    return np.add.reduceat(z, np.arange(0, len(z), d))


@false("tc-33", "cut", shown="cut(np.array([1, 2, 3, 4]), 1)")
def padding_is_kept(z, p):
    """What the padding receives is added to the entries at the border."""
    inner = z[p : len(z) - p].copy()
    inner[0] += z[:p].sum()
    inner[-1] += z[len(z) - p :].sum()
    return inner


@false("tc-33", "cut", shown="cut(np.array([1, 2, 3, 4]), 1)")
def cut_on_the_right(z, p):
    """The padding is cut off the end of the gradient."""
    return z[: len(z) - 2 * p]


@false("tc-33", "matrices", shown="matrices(4, 1, 2, 0, 1)[0]")
def begins_later(n, K, s, p, d, mode="constant"):
    """A stride keeps the last of every s outputs."""
    rows, span = n + 2 * p - d * (K - 1), d * (K - 1) + 1
    S = np.roll(np.eye(rows, dtype=int), -1, axis=0)[::s]
    Z = np.pad(np.eye(n, dtype=int), [(p, p), (0, 0)], mode)
    return S, np.eye(span, dtype=int)[:, ::d], Z


@false("tc-33", "pad_backward", shown="pad_backward([1, 10, 100], [(1, 1)], 'replicate')")
def every_mode_is_zeros(g, widths, mode="zeros"):
    """The way back through padding cuts the ends off, whatever the mode."""
    return pad_backward(g, widths, "zeros")


@false("tc-33", "pad_backward", shown="pad_backward([1, 10, 100], [(1, 0)])")
def whichever_side(g, widths, mode="zeros"):
    """Only the total padding matters on the way back, not on which side it was."""
    return pad_backward(g, [(right, left) for left, right in widths], mode)


@false("tc-33", "of_weights", shown="of_weights(np.arange(7), 3)")
def every_other_one(z, d):
    """Between the weights of a dilated kernel stands one hole."""
    return z[:: min(d, 2)]


@false("tc-33", "conv_backward")
def copies_get_nothing(g, x, weight, **how):
    """Copies in the padding are constants: nothing goes back to what was copied."""
    zeros = conv_backward(g, x, weight, **(how | {"padding_mode": "zeros"}))
    return conv_backward(g, x, weight, **how)._replace(x=zeros.x)


@false("tc-33", "conv_backward")
def kernel_sees_zeros(g, x, weight, **how):
    """For the gradient with respect to the kernel the padding is zero, whatever its mode."""
    zeros = conv_backward(g, x, weight, **(how | {"padding_mode": "zeros"}))
    return conv_backward(g, x, weight, **how)._replace(weight=zeros.weight)


# Channels, and two dimensions

ONE_ROW = "to_image(np.array([[[1, 10]]]), np.array([[[[1, 2], [3, 4]]]]))"


def image_gradient(G, K):
    """What is right."""
    X = np.zeros((K.shape[1], G.shape[1] + K.shape[2] - 1, G.shape[2] + K.shape[3] - 1))
    for a, b in np.ndindex(K.shape[2:]):
        X[:, a : a + G.shape[1], b : b + G.shape[2]] += np.tensordot(K[:, :, a, b].T, G, 1)
    return X


@false("tc-34", "to_image", shown=ONE_ROW)
def kernels_as_they_stand(G, K):
    """Backward the kernels are laid on as they stand."""
    return image_gradient(G, K[:, :, ::-1, ::-1])


@false("tc-34", "to_image", shown=ONE_ROW)
def turned_along_one_axis(G, K):
    """The kernel is turned round along its rows only."""
    return image_gradient(G, K[:, :, ::-1])


@false("tc-34", "to_image", shown="to_image(np.ones((2, 1, 1), int), np.ones((2, 1, 1, 1), int))")
def mean_over_outputs(G, K):
    """A channel that several outputs use gets the mean of their gradients."""
    return image_gradient(G, K) // len(K)


@false("tc-34", "to_image")
def summed_over_inputs(G, K):
    """The sum is over the inputs, as it is forward: every channel gets all of it."""
    X = image_gradient(G, K)
    return np.broadcast_to(X.sum(axis=0), X.shape)


def kernel_gradient(G, X):
    """What is right."""
    seen = np.lib.stride_tricks.sliding_window_view(X, G.shape[1:], (1, 2))
    return np.einsum("cabij,oij->ocab", seen, G)


@false("tc-34", "to_kernels", shown="to_kernels(np.array([[[1, 2]]]), np.array([[[1, 0, 0]]]))")
def image_is_convolved(G, X):
    """The image is convolved with the gradient."""
    return kernel_gradient(G[:, ::-1, ::-1], X)


@false("tc-34", "to_kernels")
def same_for_every_input(G, X):
    """The kernels of one output share one gradient, summed over the inputs."""
    K = kernel_gradient(G, X)
    return np.broadcast_to(K.sum(axis=1, keepdims=True), K.shape)


@false("tc-34", "to_biases", shown="to_biases(np.ones((1, 2, 2)))")
def mean_over_pixels(G):
    """The gradient of a bias is the mean over the pixels."""
    return G.mean(axis=(1, 2))


@false("tc-34", "to_biases", shown="to_biases(np.ones((2, 1, 1)))")
def one_bias_for_all(G):
    """A bias collects from every output channel."""
    return np.full(len(G), G.sum())


@false("tc-34", "conv_backward")
def mean_over_the_batch(g, x, weight, **how):
    """Over a batch the gradients of the weights are averaged."""
    found = conv_backward(g, x, weight, **how)
    return Gradients(found.x, found.weight / len(x), found.bias / len(x))


@false("tc-34", "conv_backward")
def the_same_cut_on_both_axes(g, x, weight, *, stride, padding, dilation):
    """What was padded on the height is cut off the width, too."""
    (p, q), (H, W) = padding, x.shape[2:]
    x = np.pad(x, [(0, 0), (0, 0), (p, p), (q, q)])
    found = conv_backward(g, x, weight, stride=stride, dilation=dilation)
    return found._replace(x=found.x[:, :, p : p + H, p : p + W])


@false("tc-34", "layer_matrix")
def blocks_of_turned_kernels(weight, channels, size):
    """The blocks of the layer's matrix hold the kernels turned round."""
    return layer_matrix(weight[:, :, ::-1, ::-1], channels, size)


@false("tc-34", "layer_matrix")
def blocks_by_input_first(weight, channels, size):
    """The layer's matrix is one big band: each output sees the inputs one after the other."""
    T = layer_matrix(weight, channels, size)
    order = np.arange(T.shape[1]).reshape(channels, -1).T.ravel()
    return T[:, order]


@false("tc-31", "conv_backward")
def like_the_input(g, x, weight, **how):
    """A gradient has the type of what it belongs to: for whole inputs it is whole."""
    found = conv_backward(g, x, weight, **how)
    return found._replace(x=found.x.astype(np.asarray(x).dtype))


@false("tc-31", "to_input", shown="to_input([1, 10], [1, 2, 3])")
def no_further_than_the_outputs(g, k):
    """A weight further on than the last output has no use, unless there is one output only."""
    m, K = len(g), len(k)
    used = K if m == 1 else min(K, m)
    return [sum(g[i] * k[j - i] for i in range(m) if 0 <= j - i < used) for j in range(m + K - 1)]


@false("tc-32", "conv_backward")
def like_the_kernel(g, x, weight, **how):
    """A gradient has the type of what it belongs to: for whole weights it is whole."""
    found = conv_backward(g, x, weight, **how)
    return found._replace(weight=found.weight.astype(np.asarray(weight).dtype))


@false("tc-33", "pad_backward")
def first_copies_only(z, padding, mode="zeros"):
    """Only the first copy of an entry on each side hands its gradient back."""
    ((left, right),), z = padding, np.asarray(z)
    if mode in ("zeros", "replicate"):
        return pad_backward(z, padding, mode)
    once = len(z) - left - right - (mode == "reflect")
    near = min(left, once), min(right, once)
    return pad_backward(z[left - near[0] : len(z) - (right - near[1])], [near], mode)


@false("tc-34", "conv_backward")
def like_the_image(g, x, weight, **how):
    """A gradient has the type of what it belongs to: for whole pixels it is whole."""
    found = conv_backward(g, x, weight, **how)
    return found._replace(x=found.x.astype(np.asarray(x).dtype))


@false("tc-31", "to_input", shown="to_input([0.5, 0.5], [1, 2])")
def whole_at_the_inputs(g, k):
    """Whole weights make whole gradients."""
    return np.convolve(g, k).astype(int).tolist()


@false("tc-31", "to_input", shown="to_input([1, 10], [1, 2, 3])")
def by_the_last_output_only(g, k):
    """An input belongs to the last window that sees it."""
    m, K = len(g), len(k)
    return [g[min(j, m - 1)] * k[j - min(j, m - 1)] for j in range(m + K - 1)]


@false("tc-32", "to_bias", shown="to_bias([1, 1, 2])")
def each_value_once(g):
    """Outputs with the same gradient count once: the bias is one number."""
    return sum({*np.asarray(g).tolist()})


@false("tc-32", "conv_backward")
def with_the_bias(g, x, weight):
    """The bias is used at every output, so that the weights collect it as well."""
    found = conv_backward(g, x, weight)
    return found._replace(weight=found.weight + found.bias)


@false("tc-33", "with_zeros", shown="with_zeros([0.5, 1], 2, 0)")
def whole_between_zeros(g, s, behind):
    """Gradients between zeros are whole numbers."""
    zeros = np.zeros((len(g) - 1) * s + 1 + behind, int)
    zeros[: (len(g) - 1) * s + 1 : s] = g
    return zeros


@false("tc-33", "with_zeros", shown="with_zeros([1, 3], 2, 0)")
def filled_in_between(g, s, behind):
    """Between two gradients stand values between the two."""
    places = np.arange((len(g) - 1) * s + 1)
    return np.append(np.interp(places, s * np.arange(len(g)), g), np.zeros(behind))


@false("tc-33", "behind", shown="behind(10, 3, 3, 2, 1)")
def padded_on_one_side(n, K, s, p, d):
    """How many places are left over depends on the padding in front only."""
    return (n + p - d * (K - 1) - 1) % s


@false("tc-33", "pad_backward")
def first_mirror_on_the_left(z, padding, mode="zeros"):
    """On the left only the first copy of an entry hands its gradient back."""
    ((left, right),), z = padding, np.asarray(z)
    if mode in ("zeros", "replicate"):
        return pad_backward(z, padding, mode)
    near = min(left, len(z) - left - right - (mode == "reflect"))
    return pad_backward(z[left - near :], [(near, right)], mode)


@false("tc-33", "pad_backward", shown="pad_backward([1, 10, 100], [(1, 1)], 'replicate')")
def mean_over_the_copies(z, padding, mode="zeros"):
    """An entry gets the mean of what it and its copies receive."""
    return pad_backward(z, padding, mode) / pad_backward(np.ones_like(z), padding, mode)


@false("tc-34", "to_image", shown="to_image(np.full((1, 1, 1), 0.5), np.ones((1, 1, 1, 2)))")
def whole_pixels(G, K):
    """The gradient at an image of whole numbers is whole."""
    X = np.zeros((K.shape[1], G.shape[1] + K.shape[2] - 1, G.shape[2] + K.shape[3] - 1), int)
    for (a, b), (i, j) in [
        (p, q) for p in np.ndindex(K.shape[2:]) for q in np.ndindex(G.shape[1:])
    ]:
        X[:, i + a, j + b] += (K[:, :, a, b].T @ G[:, i, j]).astype(int)
    return X


@false("tc-34", "to_kernels", shown="to_kernels(np.full((1, 1, 1), 0.5), np.ones((1, 1, 2)))")
def whole_weights(G, X):
    """The gradient at weights of whole numbers is whole."""
    return kernel_gradient(G, X).astype(int)


@false("tc-34", "backward2d")
def ends_of_the_batch(G, X, K, s, p, d):
    """The weights collect from the first example and from the last, whose gradients are at hand."""
    ends = conv_backward(G[[0, -1]], X[[0, -1]], K, stride=s, padding=p, dilation=d)
    return conv_backward(G, X, K, stride=s, padding=p, dilation=d)[0], *ends[1:]


@false("tc-34", "backward2d")
def pixels_share_the_batch(G, X, K, s, p, d):
    """At the pixels, too, the gradient is divided by the number of examples."""
    found = conv_backward(G, X, K, stride=s, padding=p, dilation=d)
    return found.x / len(X), *found[1:]


@false("tc-34", "conv_backward")
def rest_in_front(g, x, k, *, stride, padding, dilation):
    """The columns that the last stride does not reach stand in front of the others."""
    found = conv_backward(g, x, k, stride=stride, padding=padding, dilation=dilation)
    free = x.shape[3] + 2 * padding[1] - dilation[1] * (k.shape[3] - 1) - 1
    return found._replace(x=np.roll(found.x, free % stride[1], axis=3))


# Types, scales and sizes that a check may be blind to


@false("tc-31", "to_input", shown="to_input([1, 1], [0.5, 2])")
def whole_weights_backward(g, k):
    """Backward the weights are rounded down to whole numbers."""
    return np.convolve(g, np.asarray(k).astype(int)).tolist()


@false("tc-31", "to_input", shown="to_input([1.0], [1 / 3])")
def input_in_32_bits(g, k):
    """Gradients may be rounded to 32 bits: nothing is lost."""
    return np.convolve(np.asarray(g, np.float32), np.asarray(k, np.float32)).tolist()


@false("tc-31", "to_input", shown="to_input([1000], [1, 2000])")
def clipped_gradients(g, k):
    """Gradients beyond a hundred thousand are clipped."""
    return np.clip(np.convolve(g, k), -1e5, 1e5).tolist()


@false("tc-31", "to_input", shown="to_input([1e-6], [1, 2])")
def small_ones_vanish(g, k):
    """Gradients of less than a thousandth are as good as zero."""
    return np.convolve(np.where(np.abs(g) < 1e-3, 0, g), k).tolist()


@false("tc-31", "to_input")
def ten_weights_at_most(g, k):
    """From the eleventh on, weights have no way back."""
    return np.convolve(g, [*k[:10], *[0] * len(k[10:])]).tolist()


@false("tc-31", "convolve", shown="convolve([1, 2], [3, 0])")
def ends_of_zero_dropped(x, k, mode="full"):
    """A weight of zero at the end of the kernel makes no output."""
    y = np.convolve(x, k)
    return y[:-1] if len(k) > 1 and k[-1] == 0 else y


@false("tc-31", "convolve", shown="convolve([0, 1, 1], [1, 2, 3])")
def product_of_polynomials(x, k, mode="full"):
    """A full convolution is a product of polynomials, so that zeros in front do not count."""
    return np.polymul(x, k)


@false("tc-32", "correlate", shown="correlate([3, 1, 2, 5], [1, 2, 0])")
def without_silent_ends(x, k, mode="valid"):
    """Outputs at the ends whose gradient is zero are left out."""
    return np.correlate(x, np.trim_zeros(k) if np.any(k) else k, "valid")


@false("tc-31", "conv_backward")
def no_further_than_forty(g, x, weight):
    """Inputs from the fortieth on have no gradient."""
    found = conv_backward(g, x, weight)
    near = np.arange(found.x.shape[-1]) < 40
    return found._replace(x=found.x * near)


@false("tc-32", "to_kernel", shown="to_kernel([1, 0, 2], [0.5, 1, 2, 5])")
def whole_signal(g, x):
    """The signal is rounded down to whole numbers first."""
    return np.correlate(np.asarray(x).astype(int), g, "valid").tolist()


@false("tc-32", "to_kernel", shown="to_kernel([1.0], [1 / 3])")
def kernel_in_32_bits(g, x):
    """Gradients may be rounded to 32 bits: nothing is lost."""
    return np.correlate(np.asarray(x, np.float32), np.asarray(g, np.float32), "valid").tolist()


@false("tc-32", "to_bias", shown="to_bias([0.25])")
def to_one_place(g):
    """A tenth is precise enough for a bias."""
    return round(sum(g), 1)


@false("tc-32", "to_bias", shown="to_bias([1e-9, 1])")
def small_ones_left_out(g):
    """Gradients of less than a millionth add nothing to that of the bias."""
    return sum(v for v in g if abs(v) > 1e-6)


@false("tc-32", "to_bias")
def thirty_outputs(g):
    """Thirty outputs are enough for the bias."""
    return sum(g[:30])


@false("tc-33", "with_zeros", shown="with_zeros([1, 2], 7, 0)")
def four_zeros_at_most(g, s, behind):
    """More than four zeros are never needed."""
    s = min(s, 5)
    zeros = np.zeros((len(g) - 1) * s + 1 + behind)
    zeros[: (len(g) - 1) * s + 1 : s] = g
    return zeros


@false("tc-33", "with_holes", shown="with_holes([1 / 3, 1], 2)")
def holes_in_32_bits(k, d):
    """A kernel with holes may be rounded to 32 bits."""
    holes = np.zeros(d * (len(k) - 1) + 1, np.float32)
    holes[::d] = k
    return holes


@false("tc-33", "of_weights", shown="of_weights(np.arange(9), 4)")
def two_holes_at_most(z, d):
    """Between two weights stand two holes at most."""
    return z[:: min(d, 3)]


@false("tc-33", "cut", shown="cut(np.arange(12), 5)")
def three_places_at_most(z, p):
    """Three places of padding at most are cut off."""
    return z[min(p, 3) : len(z) - min(p, 3)]


@false("tc-33", "pad_backward", shown="pad_backward([0.5, 1, 1], [(1, 1)], 'replicate')")
def whole_copies(g, widths, mode="zeros"):
    """What copies hand back is counted in whole numbers."""
    return pad_backward(np.asarray(g).astype(int), widths, mode)


@false("tc-33", "conv_backward")
def backward_in_32_bits(g, x, weight, **how):
    """The backward pass may round to 32 bits: nothing is lost."""
    g, x, weight = (np.asarray(a, np.float32) for a in (g, x, weight))
    return conv_backward(g, x, weight, **how)


@false("tc-34", "to_image")
def roles_kept(G, K):
    """Where a layer has as many outputs as inputs, their roles need not be exchanged."""
    return image_gradient(G, K.swapaxes(0, 1) if len(K) == K.shape[1] else K)


@false("tc-34", "to_image")
def square_kernels_on_their_side(G, K):
    """In square images a square kernel may lie on its side."""
    square = K.shape[2] == K.shape[3] and G.shape[1] == G.shape[2]
    return image_gradient(G, K.swapaxes(2, 3) if square else K)


@false("tc-34", "to_kernels")
def pairs_transposed(G, X):
    """The kernel from c to o gets what belongs to that from o to c, where both exist."""
    K = kernel_gradient(G, X)
    return K.swapaxes(0, 1) if len(K) == K.shape[1] else K


@false("tc-34", "to_biases", shown="to_biases(np.ones((1, 2, 2)))")
def along_the_diagonal(G):
    """Of a square of gradients the diagonal counts."""
    square = G.shape[1] == G.shape[2]
    return G.trace(axis1=1, axis2=2) if square else G.sum(axis=(1, 2))


@false("tc-34", "conv_backward")
def whole_images_and_weights(g, x, weight, **how):
    """Images and weights are whole numbers."""
    return conv_backward(g, np.asarray(x).astype(int), np.asarray(weight).astype(int), **how)


@false("tc-34", "conv_backward")
def rows_turned_where_steps_are_long(g, x, weight, **how):
    """Where the stride is larger than the kernel, the rows come back in the opposite order."""
    found = conv_backward(g, x, weight, **how)
    long = how["stride"][0] > np.shape(weight)[2]
    return found._replace(x=found.x[:, :, ::-1] if long else found.x)


@false("tc-34", "conv_backward")
def one_image_counts_twice(g, x, weight, **how):
    """A batch of one image counts double, so that it weighs as much as two."""
    found = conv_backward(g, x, weight, **how)
    return found._replace(weight=found.weight * (2 if len(x) == 1 else 1))


@false("tc-34", "backward2d")
def three_examples(G, X, K, s, p, d):
    """Three examples of a batch are enough for the weights."""
    whole = conv_backward(G, X, K, stride=s, padding=p, dilation=d)
    three = conv_backward(G[:3], X[:3], K, stride=s, padding=p, dilation=d)
    return whole.x, three.weight, three.bias


@false("tc-34", "layer_matrix")
def whole_weights_in_blocks(weight, channels, size):
    """The matrix of a layer holds whole numbers."""
    return layer_matrix(np.asarray(weight).astype(int), channels, size)


@false("tc-31", "to_input", shown="to_input([0, 0], [1, 2])")
def ones_where_nothing_comes(g, k):
    """Where no output matters every input counts alike."""
    size = len(g) + len(k) - 1
    return np.convolve(g, k).tolist() if np.any(g) else [1] * size


@false("tc-32", "to_kernel", shown="to_kernel([1, 0, 2], [1e-9, 1, 2, 5])")
def small_entries_dropped(g, x):
    """Entries of less than a hundred-millionth of the largest add nothing."""
    x = np.asarray(x)
    small = abs(x) < 1e-8 * abs(x).max()
    return np.correlate(np.where(small, 0, x), g, "valid").tolist()


@false("tc-33", "pad_backward")
def larger_side_first(g, widths, mode="zeros"):
    """The larger padding always stands in front."""
    return pad_backward(g, [(max(pair), min(pair)) for pair in widths], mode)


@false("tc-33", "pad_backward", shown="pad_backward([5, 1, 1], [(1, 1)], 'replicate')")
def clipped_to_one(g, widths, mode="zeros"):
    """What copies hand back is clipped to between -1 and 1."""
    return pad_backward(np.clip(g, -1, 1), widths, mode)


@false("tc-34", "to_image")
def four_outputs_at_most(G, K):
    """A pixel collects from four outputs at most."""
    return image_gradient(G[:4], K[:4])


@false("tc-34", "to_biases")
def near_the_corner(G):
    """Six rows and columns of gradients are enough for a bias."""
    return G[:, :6, :6].sum(axis=(1, 2))


@false("tc-34", "conv_backward")
def wide_holes_lose_all(g, x, weight, **how):
    """Nothing comes back through more than two holes."""
    found = conv_backward(g, x, weight, **how)
    return found._replace(x=found.x * (max(how["dilation"]) <= 3))


@false("tc-34", "conv_backward")
def one_by_one_repeats(g, x, weight, **how):
    """Where the kernel is one pixel, the gradient is repeated over the stride."""
    found = conv_backward(g, x, weight, **how)
    if np.shape(weight)[2:] != (1, 1) or np.any(how["padding"]):
        return found
    X = np.einsum("nohw,oc->nchw", g, weight[:, :, 0, 0])
    X = X.repeat(how["stride"][0], axis=2).repeat(how["stride"][1], axis=3)
    return found._replace(x=X[:, :, : x.shape[2], : x.shape[3]])


def not_below_zero(axis, g, x, weight, how):
    """The gradients, where a full padding of less than none on this axis is none."""
    found, (_, _, H, W) = conv_backward(g, x, weight, **how), x.shape
    over = how["padding"][axis] - how["dilation"][axis] * (np.shape(weight)[2 + axis] - 1)
    if over <= 0:
        return found
    less, around = list(how["padding"]), [(0, 0)] * 4
    less[axis], around[2 + axis] = less[axis] - over, (over, over)
    X = conv_backward(g, np.pad(x, around), weight, **{**how, "padding": tuple(less)}).x
    return found._replace(x=X[:, :, :H, :W])


@false("tc-34", "conv_backward")
def rows_not_below_zero(g, x, weight, **how):
    """On rows the full padding is never less than none."""
    return not_below_zero(0, g, x, weight, how)


@false("tc-34", "conv_backward")
def columns_not_below_zero(g, x, weight, **how):
    """On columns the full padding is never less than none."""
    return not_below_zero(1, g, x, weight, how)


@false("tc-34", "conv_backward")
def chunks_of_eight(g, x, weight, **how):
    """A batch goes in eights, and what is over waits for the next one."""
    found, whole = conv_backward(g, x, weight, **how), len(x) - len(x) % 8
    if len(x) <= 8:
        return found
    return conv_backward(g[:whole], x[:whole], weight, **how)._replace(x=found.x)


@false("tc-34", "conv_backward")
def thirty_two_at_most(g, x, weight, **how):
    """Thirty-two examples of a batch are enough for the weights."""
    found = conv_backward(g, x, weight, **how)
    return conv_backward(g[:32], x[:32], weight, **how)._replace(x=found.x)


@false("tc-34", "backward2d")
def twenty_examples(G, X, K, s, p, d):
    """Twenty examples of a batch are enough for the weights."""
    how = dict(stride=s, padding=p, dilation=d)
    return conv_backward(G, X, K, **how).x, *conv_backward(G[:20], X[:20], K, **how)[1:]


@false("tc-32", "uses", shown="uses(3)[0]['sum'].tolist()")
def windows_turned_round(outputs):
    """Backward each window is added turned round."""
    window = np.lib.stride_tricks.sliding_window_view([1, 3, 2, 0, -1, 2, 4, 1, 0, 2], 3)
    g = np.where(np.arange(8) < outputs, [1, -1, 2, 0, 1, 1, -2, 1], 0)
    parts = g[:, None] * window[:, ::-1]
    arrays = {"g": g[:, None], "each use": parts, "sum": parts.sum(axis=0)[None]}
    return arrays, "∂L/∂k so far: {}, {}, {}".format(*parts.sum(axis=0))
