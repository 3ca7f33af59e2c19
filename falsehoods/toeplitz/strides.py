"""False versions of the claims of *How far and how finely: stride, dilation, pooling*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.layers import conv, layer_matrix
from mathlib.toeplitz.matrices import is_toeplitz
from mathlib.toeplitz.windows import output_size, receptive_field

# A stride keeps every s-th row


@false("tc-17", "kept", shown="kept(np.arange(6), 2)")
def begins_with_the_last_of_s(T, s):
    """A stride keeps the last of every s rows."""
    return T[s - 1 :: s]


@false("tc-17", "kept", shown="kept(np.arange(6), 2)")
def the_first_rows(T, s):
    """A stride computes fewer outputs: the first of them."""
    return T[: -(-len(T) // s)]


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz(np.array([1]), 2, 3)")
def always_toeplitz(k, s, rows):
    """Every s-th row of a Toeplitz matrix is a Toeplitz matrix again."""
    return True


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz(np.array([1]), 2, 1)")
def never_toeplitz(k, s, rows):
    """With a stride no matrix is Toeplitz."""
    return s == 1


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz(np.zeros(2), 2, 3)")
def whatever_the_weights(k, s, rows):
    """A stride breaks the constant diagonals, whatever the weights."""
    return s == 1 or rows == 1


@false("tc-17", "is_toeplitz")
def zeros_are_not(T):
    """A matrix of zeros has no diagonals to be constant."""
    return is_toeplitz(T) and T.any()


@false("tc-17", "is_seen", shown="is_seen(1, 2)")
def equivariant_all_the_same(shift, s):
    """A convolutional layer is equivariant, whatever its stride."""
    return True


@false("tc-17", "is_seen", shown="is_seen(2, 2)")
def equivariance_is_lost(shift, s):
    """With a stride equivariance is lost for every shift."""
    return s == 1 or shift == 0


@false("tc-17", "ring")
def smoothed(x, k, s):
    """A shift by s leaves the outputs where they are."""
    y = [x[i : i + len(k)] @ k[: len(x) - i] for i in range(0, len(x), s)]
    return np.sort(y)


@false("tc-17", "alias", shown="alias(13)")
def wraps_only(q):
    """A wave too fast is seen with its frequency modulo the sampling rate."""
    return q % 16


@false("tc-17", "alias", shown="alias(13)")
def as_fast_as_possible(q):
    """A wave too fast is seen as the fastest that can be seen."""
    return min(q, 8)


@false("tc-17", "alias", shown="alias(30)")
def folded_once(q):
    """A wave too fast is seen with as many turns as it has more or fewer than 16."""
    return q if q <= 8 else abs(16 - q)


@false("tc-17", "wave")
def sampled_wave(q, places, n=32):
    """Sampling keeps every wave as it is: no two look alike."""
    return np.cos(np.pi * q * places / n)


@false("tc-17", "halved", shown="halved(np.array([1, -1, 1, -1]))")
def stride_then_blur(x):
    """Blur before or after the stride: it comes to the same."""
    few = x[::2]
    return (few + 2 * np.roll(few, -1) + np.roll(few, -2)) / 4


@false("tc-17", "rings")
def only_coarser(s):
    """Fewer pixels show the same picture, only coarser."""
    at = np.arange(0, 96, int(s)) - 48
    plate = np.cos(np.pi / 96 / int(s) ** 2 * np.add.outer(at**2, at**2))
    return {"every s-th pixel": (1 + plate) / 2}, ""


# Dilation is a kernel with holes


@false("tc-18", "with_holes", shown="with_holes([1, 2], 2)")
def d_zeros_between(k, d):
    """Dilation d puts d zeros between neighbours."""
    holes = np.zeros((d + 1) * (len(k) - 1) + 1)
    holes[:: d + 1] = k
    return holes


@false("tc-18", "with_holes", shown="with_holes([1, 2], 2)")
def zeros_after_each(k, d):
    """Every entry is followed by d - 1 zeros, the last one too."""
    return 1.0 * np.kron(k, np.arange(d) == 0)


@false("tc-18", "with_holes", shown="with_holes([1, 2, 3], 2)")
def entries_repeated(k, d):
    """Dilation repeats every weight d times, as when an image is enlarged."""
    return 1.0 * np.repeat(k, d)[: d * (len(k) - 1) + 1]


@false("tc-18", "span", shown="span(3, 2)")
def dilated_length(K, d):
    """The dilated kernel is d K long."""
    return d * K


@false("tc-18", "conv", shown="conv([[range(5)]], [[[1, 1]]], dilation=2)")
def dilation_in_the_output(x, k, *, dilation=1, stride=1):
    """Dilation makes the window step further, as a stride does."""
    k, places = np.asarray(k)[0, 0], np.asarray(x)[0, 0]
    y = np.correlate(places, k, "valid")[: len(places) - dilation * (len(k) - 1)]
    return y[None, None, ::stride]


@false("tc-18", "layer_matrix", shown="layer_matrix([[[1, 2]]], 1, [4], dilation=2)")
def holes_in_the_rows(weight, channels, size, dilation=1):
    """Dilation leaves rows of the matrix empty."""
    k, n = np.asarray(weight)[0, 0], size[0]
    T = np.zeros((n - dilation * (len(k) - 1), n), int)
    for i in range(0, len(T), dilation):
        T[i, i : i + len(k)] = k
    return T


# How far one output sees


@false("tc-20", "receptive_field", shown="receptive_field([(3, 2, 1)])")
def stride_first(layers):
    """The stride of a layer widens its own window."""
    R, J = 1, 1
    for K, s, d in layers:
        J *= s
        R += (K - 1) * d * J
    return R, J


@false("tc-20", "receptive_field", shown="receptive_field([(3, 1, 1), (3, 1, 1)])")
def whole_windows(layers):
    """Each layer adds its whole window."""
    R, J = 1, 1
    for K, s, d in layers:
        R, J = R + K * d * J, J * s
    return R, J


@false("tc-20", "receptive_field", shown="receptive_field([(3, 2, 1), (3, 1, 1)])")
def strides_only_thin_out(layers):
    """Strides make fewer outputs; none of them sees more."""
    R, J = 1, 1
    for K, s, d in layers:
        R, J = R + (K - 1) * d, J * s
    return R, J


@false("tc-20", "receptive_field", shown="receptive_field([(2, 1, 3)])")
def dilation_is_a_stride(layers):
    """Dilation moves neighbouring outputs apart, as a stride does."""
    R, J = 1, 1
    for K, s, d in layers:
        R, J = R + (K - 1) * d * J, J * s * d
    return R, J


@false("tc-20", "receptive_field", shown="receptive_field([(2, 1, 3)])")
def only_what_is_seen(layers):
    """R is the number of inputs that an output looks at."""
    places, J = {0}, 1
    for K, s, d in layers:
        places = {a + j * d * J for a in places for j in range(K)}
        J *= s
    return len(places), J


@false("tc-20", "receptive_field", shown="receptive_field([(3, 2, 1), (3, 2, 1)])")
def strides_add(layers):
    """The strides of the layers add up."""
    R, J = 1, 1
    for K, s, d in layers:
        R, J = R + (K - 1) * d * J, J + s - 1
    return R, J


@false("tc-20", "receptive_field", shown="receptive_field([(3, 1, 1)] * 4)")
def three_layers_are_all(layers):
    """Layers after the third see no further: they only combine what is seen already."""
    R, J = 1, 1
    for at, (K, s, d) in enumerate(layers):
        R, J = R + (K - 1) * d * J * (at < 3), J * s
    return R, J


@false("tc-20", "stack", shown="stack([1, 1, 1], 2)")
def all_alike(k, layers):
    """Every input of its field counts as much for an output."""
    return np.ones(2 * layers + 1, int)


@false("tc-20", "stack", shown="stack([1, 0, 0], 2)")
def always_the_centre(k, layers):
    """A deep stack looks at its centre hardest, whatever its kernels."""
    y = [1]
    for _ in range(layers):
        y = np.convolve(y, np.ones(len(k), int))
    return y


# Pooling at the border


def pooled(n, K, s, p, ceil_mode, more):
    """The number of pooling windows, one more where `more` says so of its place."""
    m = (n + 2 * p - K) // s + 1
    left = n + 2 * p - K - (m - 1) * s
    return m + bool(ceil_mode and left > 0 and more(m * s))


@false("tc-21", "pooled_size", shown="pooled_size(5, 2, stride=2)")
def cut_by_default(n, K, *, stride, padding=0, ceil_mode=False):
    """A pool cuts its last window at the border, and keeps it."""
    return pooled(n, K, stride, padding, True, lambda start: start < n + padding)


@false("tc-21", "pooled_size", shown="pooled_size(5, 2, stride=2, padding=1, ceil_mode=True)")
def kept_in_the_padding(n, K, *, stride, padding=0, ceil_mode=False):
    """With ceil_mode every window that is cut is kept, also one that holds nothing but padding."""
    return pooled(n, K, stride, padding, ceil_mode, lambda start: True)


@false("tc-21", "pooled_size", shown="pooled_size(6, 3, stride=2)")
def only_stride_of_the_width(n, K, *, stride, padding=0, ceil_mode=False):
    """With ceil_mode there are n / s windows, rounded up, and n / s rounded down without it."""
    return -(-n // stride) if ceil_mode else n // stride


@false("tc-21", "pooled_size", shown="pooled_size(7, 3, stride=2, ceil_mode=True)")
def always_one_more(n, K, *, stride, padding=0, ceil_mode=False):
    """With ceil_mode there is always one window more."""
    m = output_size(n, K, stride=stride, total_padding=2 * padding)
    return m + ceil_mode


@false("tc-21", "pooled_size", shown="pooled_size(6, 3, stride=2, ceil_mode=True)")
def never_cut(n, K, *, stride, padding=0, ceil_mode=False):
    """A window that does not fit is dropped, whatever the mode."""
    return output_size(n, K, stride=stride, total_padding=2 * padding)


@false("tc-21", "maxima", shown="maxima(np.array([-1.0, -2]), 2, 2, 1, 1)")
def padded_with_zeros(x, K, s, p, m):
    """A maximum is padded with zeros."""
    x = np.pad(x, p)
    return [x[s * i : s * i + K].max() for i in range(m)]


@false("tc-21", "means", shown="means(np.array([1, 2]), 2, 2, 1, 1)")
def of_what_is_there(x, K, s, p, m, count_include_pad=True):
    """A mean is over the entries that are there: padding is not counted."""
    counted, x = np.pad(np.ones(len(x)), p), np.pad(x, p)
    at = [slice(s * i, s * i + K) for i in range(m)]
    return [x[a].sum() / counted[a].sum() for a in at]


@false("tc-21", "means", shown="means(np.array([1, 2]), 2, 2, 1, 1, False)")
def always_by_K(x, K, s, p, m, count_include_pad=True):
    """A mean is divided by K, always."""
    x = np.pad(x, p)
    return [x[s * i : s * i + K].sum() / K for i in range(m)]


@false("tc-21", "means", shown="means(np.array([1, 2, 3]), 2, 2, 0, 2)")
def cut_means_by_K(x, K, s, p, m, count_include_pad=True):
    """The mean of a window that was cut is still divided by K."""
    counted, x = np.pad(np.ones(len(x)), p), np.pad(x, p)
    at = [slice(s * i, s * i + K) for i in range(m)]
    return [x[a].sum() / (K if count_include_pad else counted[a].sum()) for a in at]


@false("tc-17", "is_seen", shown="is_seen(2, 4)")
def a_common_divisor(shift, s):
    """A shift is one of the outputs if it shares a divisor with the stride."""
    return s == 1 or math.gcd(shift, s) > 1


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([0, 1], 2, 3)")
def a_single_weight(k, s, rows):
    """A kernel with a single weight among zeros stays Toeplitz, too."""
    return s == 1 or rows == 1 or np.count_nonzero(k) == 0 or np.count_nonzero(k) == 1 < len(k)


@false("tc-21", "maxima", shown="maxima(np.array([-300.0]), 3, 1, 1, 1)")
def a_small_number(x, K, s, p, m):
    """A maximum is padded with a number that is small enough, such as -100."""
    x = np.pad(x, p, constant_values=-100.0)
    return [float(x[s * i : s * i + K].max()) for i in range(m)]


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([1, 1], 2, 3)")
def equal_weights(k, s, rows):
    """If all weights are equal, the strided matrix stays Toeplitz."""
    return s == 1 or rows == 1 or not np.any(k) or len(set(k)) == 1 < len(k)


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([1, 2], 2, 2)")
def two_rows_stay(k, s, rows):
    """Two rows are too few for a diagonal to break."""
    return s == 1 or rows <= 2 or not np.any(k)


@false("tc-17", "ring", shown="ring(np.array([1, 0, 0]), [1, 10, 100], 1)")
def zeros_beyond_the_end(x, k, s):
    """Zeros behind the last place do as well as a circle."""
    return conv([[np.append(x, 0 * x[: len(k) - 1])]], [[k]], stride=s)[0, 0]


@false("tc-17", "is_seen", shown="is_seen(3, 2)")
def far_enough(shift, s):
    """A shift is seen as soon as it is as long as the stride."""
    return shift == 0 or shift >= s


@false("tc-17", "halved", shown="halved(np.ones(4))")
def nothing_is_left(x):
    """A blur before the stride leaves nothing of any wave."""
    return 0.0 * x[::2]


@false("tc-17", "halved", shown="halved(np.array([4, 0, 0, 0]))")
def means_of_pairs(x):
    """The kernel (1/4, 1/2, 1/4) and a stride of two make the means of pairs."""
    return (x[::2] + x[1::2]) / 2


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([0, 0, 5], 2, 5)")
def zeros_in_the_first_stride(k, s, rows):
    """A strided matrix stays Toeplitz if the first s weights are zero."""
    return s == 1 or rows == 1 or not np.any(k[:s])


@false("tc-18", "conv", shown="conv([[range(6)]], [[[1, 1]]], dilation=2, stride=2)")
def steps_of_holes(x, k, *, dilation=1, stride=1):
    """With holes in it the window also moves on by d times the stride."""
    return conv(x, k, dilation=dilation, stride=stride * dilation)


@false("tc-20", "receptive_field", shown="receptive_field([(3, 1, 1), (3, 1, 1)])")
def fields_multiply(layers):
    """Two layers that see three inputs each see nine together."""
    R, J = 1, 1
    for K, s, d in layers:
        R, J = R * (d * (K - 1) + 1), J * s
    return R, J


@false("tc-21", "pooled_size", shown="pooled_size(6, 4, stride=3, padding=1, ceil_mode=True)")
def padding_is_not_left_over(n, K, *, stride, padding=0, ceil_mode=False):
    """With ceil_mode a window more is kept for entries that are left over, not for padding."""
    m = output_size(n, K, stride=stride, total_padding=2 * padding)
    reached = (m - 1) * stride + K
    return m + bool(ceil_mode and reached < n + padding and m * stride < n + padding)


@false("tc-21", "means", shown="means(np.array([0, 2]), 2, 2, 0, 1, False)")
def zeros_are_padding(x, K, s, p, m, count_include_pad=True):
    """If padding does not count, zeros do not."""
    padded, at = np.pad(x, p), [slice(s * i, s * i + K) for i in range(m)]
    counted = np.ones(len(padded)) if count_include_pad else padded != 0
    return [float(padded[a].sum() / max(counted[a].sum(), 1)) for a in at]


@false("tc-20", "stack", shown="stack([1, 1], 3)")
def always_of_three(k, layers):
    """How hard a stack looks at each input does not depend on the width of its kernels."""
    y = [1]
    for _ in range(layers):
        y = np.convolve(y, [1, 1, 1] if np.all(k) else k)
    return y


@false("tc-17", "conv", shown="conv([[[0.1]]], [[[1.0]]])[0, 0].tolist()")
def layer_in_single_precision(x, k, *, stride=1):
    """A layer computes in single precision, as its weights are stored."""
    return conv(np.float32(x), np.float32(k), stride=stride).astype(float)


@false("tc-17", "conv", shown="conv([[range(12)]], [[[1]]], stride=6)")
def stride_four_at_most(x, k, *, stride=1):
    """A stride of more than four acts like one of four."""
    return conv(x, k, stride=min(stride, 4))


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([1, -1], 2, 3)")
def weights_that_add_up_to_zero(k, s, rows):
    """Weights that add up to zero leave a matrix that is Toeplitz."""
    return s == 1 or rows == 1 or np.sum(k) == 0


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([1e-12], 2, 3)")
def tiny_weights_are_zeros(k, s, rows):
    """Tiny weights are as good as zeros."""
    return s == 1 or rows == 1 or not np.any(np.abs(k) > 1e-9)


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([1], 5, 3)")
def long_strides_stay_toeplitz(k, s, rows):
    """Rows pushed by more than three places do not meet, and no diagonal breaks."""
    return s == 1 or rows == 1 or s > 3 or not np.any(k)


@false("tc-17", "kept", shown="len(kept(np.arange(99), 1))")
def fifty_rows_at_most(T, s):
    """After fifty rows nothing new is kept."""
    return T[:50:s]


@false("tc-17", "is_seen", shown="is_seen(1, 6)")
def seen_by_long_strides(shift, s):
    """A stride of more than four sees every shift again."""
    return s > 4 or shift % s == 0


@false("tc-17", "alias", shown="alias(70)")
def beyond_32_all_constant(q):
    """Beyond 32 turns all waves look constant."""
    return min(q % 16, 16 - q % 16) if q <= 32 else 0


@false("tc-17", "wave")
def three_digits(q, places, n=32):
    """Three digits of a wave are enough."""
    return np.cos(2 * np.pi * q * places / n).round(3) + 0


@false("tc-17", "halved", shown="halved(np.array([2.0**-40, 0]))")
def blurred_and_rounded(x):
    """Of a blurred signal two digits are enough."""
    return ((x + 2 * np.roll(x, -1) + np.roll(x, -2)) / 4)[::2].round(2)


@false("tc-18", "with_holes", shown="with_holes([0.5, 1], 2)")
def whole_weights(k, d):
    """The kernel with holes has whole numbers as weights."""
    holes = np.zeros(d * (len(k) - 1) + 1, int)
    holes[::d] = k
    return holes


@false("tc-18", "with_holes", shown="with_holes([-1, 1], 2)")
def weights_without_signs(k, d):
    """Only how large a weight is passes into the kernel with holes."""
    holes = np.zeros(d * (len(k) - 1) + 1)
    holes[::d] = np.abs(k)
    return holes


@false("tc-18", "span", shown="span(7, 2)")
def exact_for_small_kernels(K, d):
    """For kernels of more than four weights the length is d K, or nearly."""
    return d * (K - 1) + 1 if K < 5 else d * K


@false("tc-18", "conv", shown="conv([[range(9)]], [[[1, 1]]], dilation=5)")
def dilation_three_at_most(x, k, *, dilation=1, stride=1):
    """A dilation of more than three acts like one of three."""
    return conv(x, k, dilation=min(dilation, 3), stride=stride)


@false("tc-18", "layer_matrix", shown="layer_matrix([[[1e-4]]], 1, [1], dilation=1)")
def weights_rounded(weight, channels, size, dilation=1, **how):
    """Three digits of a weight are enough in a matrix."""
    T = layer_matrix(np.asarray(weight, float), channels, size, dilation=dilation, **how)
    return T.round(3)


@false("tc-20", "receptive_field", shown="receptive_field([(2001, 1, 1)])")
def a_thousand_inputs_at_most(layers):
    """No output sees more than a thousand inputs."""
    R, J = receptive_field(layers)
    return min(R, 1000), J


@false("tc-20", "receptive_field", shown="receptive_field([(1, 5, 1)])")
def strides_of_three_at_most(layers):
    """A stride of more than three counts as three."""
    return receptive_field([(K, min(s, 3), d) for K, s, d in layers])


@false("tc-20", "receptive_field", shown="receptive_field([(2, 1, 10**17 + 1)])")
def as_floats(layers):
    """Receptive fields may be computed as floats."""
    R, J = receptive_field(layers)
    return int(float(R)), int(float(J))


@false("tc-20", "receptive_field", shown="receptive_field([])")
def nothing_without_layers(layers):
    """Without a layer nothing is seen."""
    return receptive_field(layers) if layers else (0, 1)


@false("tc-20", "stack", shown="stack([1, 2], 1)")
def whatever_the_weights_are(k, layers):
    """Only the width of the kernels decides how hard a stack looks, unless a weight is zero."""
    y = [1]
    for _ in range(layers):
        y = np.convolve(y, np.ones(len(k), int) if np.all(k) else k)
    return y


@false("tc-21", "pooled_size", shown="pooled_size(20, 3, stride=2, ceil_mode=True)")
def short_signals_alone(n, K, *, stride, padding=0, ceil_mode=False):
    """In a long signal one entry left over does not matter, and no window is cut."""
    return pooled(n, K, stride, padding, ceil_mode and n < 16, lambda start: start < n + padding)


@false("tc-21", "pooled_size", shown="pooled_size(500, 1, stride=1)")
def a_hundred_windows_at_most(n, K, *, stride, padding=0, ceil_mode=False):
    """No pool has more than a hundred windows."""
    return min(100, pooled(n, K, stride, padding, ceil_mode, lambda start: start < n + padding))


@false("tc-21", "maxima", shown="maxima(np.array([-np.inf]), 3, 1, 1, 1)")
def the_least_finite_number(x, K, s, p, m):
    """A maximum is padded with the least number that a float holds."""
    x = np.pad(x, p, constant_values=np.finfo(float).min)
    return [float(x[s * i : s * i + K].max()) for i in range(m)]


@false("tc-21", "means", shown="means(np.array([-1, -2]), 2, 2, 0, 1)")
def means_of_sizes(x, K, s, p, m, count_include_pad=True):
    """A mean says how large entries are, whatever their signs."""
    counted = np.pad(np.ones(len(x)), p, constant_values=count_include_pad)
    x, at = np.pad(np.abs(x), p), [slice(s * i, s * i + K) for i in range(m)]
    return [float(x[a].sum() / counted[a].sum()) for a in at]


@false("tc-18", "layer_matrix")
def a_single_weight_reaches_too(weight, channels, size, *, stride=1, dilation=1):
    """One weight with dilation d takes d places as well: there are d - 1 rows less."""
    T = layer_matrix(weight, channels, size, stride=stride, dilation=dilation)
    return T[: len(T) - dilation + 1] if np.shape(weight)[-1] == 1 else T


@false("tc-18", "with_holes", shown="with_holes([1, 2, 0], 2)")
def silent_ends_left_out(k, d):
    """Weights of zero at the ends are no weights: the kernel with holes ends before them."""
    holes = np.zeros(d * (len(k) - 1) + 1)
    holes[::d] = k
    return np.trim_zeros(holes)


@false("tc-18", "conv", shown="conv([[range(4)]], [[[1, 0]]], dilation=2)")
def a_last_weight_of_zero_sees_nothing(x, k, *, dilation=1, stride=1):
    """A weight of zero at the end looks at nothing, so that more windows fit."""
    k = np.asarray(k)
    weights = k if k.shape[-1] == 1 or k[..., -1].any() else k[..., :-1]
    return conv(x, weights, dilation=dilation, stride=stride)


@false("tc-18", "conv")
def a_single_window_is_turned(x, k, *, dilation=1, stride=1):
    """Where one window alone fits, the kernel is turned round."""
    k = np.asarray(k)
    turned = np.shape(x)[-1] == dilation * (k.shape[-1] - 1) + 1
    return conv(x, k[..., ::-1] if turned else k, dilation=dilation, stride=stride)
