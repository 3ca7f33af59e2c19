"""False versions of the claims of *Where the windows fall: padding, stride, dilation*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.matrices import is_toeplitz
from mathlib.toeplitz.padding import padded_index
from mathlib.toeplitz.patches import windows
from mathlib.toeplitz.windows import coverage, output_size

# The number of windows


def outputs(places, span, stride):
    """What is right: the number of windows of `span` on `places`."""
    if span > places:
        raise ValueError("K must fit")
    return (places - span) // stride + 1


@false("tc-14", "output_size", shown="output_size(8, 3, stride=2)")
def rounds_up(n, K, *, stride=1, total_padding=0, dilation=1):
    """The window that is cut off at the end counts too."""
    more = outputs(n + total_padding, dilation * (K - 1) + 1, 1) - 1
    return -(-more // stride) + 1


@false("tc-14", "output_size", shown="output_size(9, 3, total_padding=2)")
def padding_of_each_side(n, K, *, stride=1, total_padding=0, dilation=1):
    """The padding in the formula is that of each side."""
    return outputs(n + 2 * total_padding, dilation * (K - 1) + 1, stride)


@false("tc-14", "output_size", shown="output_size(9, 3, dilation=2)")
def dilation_is_free(n, K, *, stride=1, total_padding=0, dilation=1):
    """Dilation changes what a window looks at, not how many windows there are."""
    return outputs(n + total_padding, K, stride)


@false("tc-14", "output_size", shown="output_size(9, 3, stride=2)")
def divided_by_the_stride(n, K, *, stride=1, total_padding=0, dilation=1):
    """A stride divides the number of outputs, rounded down."""
    return outputs(n + total_padding, dilation * (K - 1) + 1, 1) // stride


@false("tc-14", "output_size")
def none_is_zero(n, K, *, stride=1, total_padding=0, dilation=1):
    """Where no window fits the formula says zero outputs, and nobody has to refuse."""
    return max(0, (n + total_padding - dilation * (K - 1) - 1) // stride + 1)


@false("tc-14", "output_size", shown="output_size(12, 5)")
def windows_are_short(n, K, *, stride=1, total_padding=0, dilation=1):
    """A window is at most four entries long: what is longer counts as four."""
    return outputs(n + total_padding, dilation * (min(K, 4) - 1) + 1, stride)


@false("tc-14", "span", shown="span(3, 2)")
def span_without_minus(K, d):
    """A window of K entries with dilation d spans d K places."""
    return d * K


@false("tc-14", "left_over", shown="left_over(8, 3, 2, 0, 1)")
def left_over_of_the_length(n, K, s, P, d):
    """What is left over is the length modulo the stride."""
    return (n + P) % s


@false("tc-14", "left_over", shown="left_over(8, 3, 2, 0, 1)")
def nothing_left_over(n, K, s, P, d):
    """Windows that fit fill the signal."""
    return 0


# What stands beyond the border


def pad_by(entry):
    """Padding of one axis, by a function (mode, i, n) -> entry or None."""

    def pad(x, widths, mode="zeros"):
        (left, right), n = widths[0], len(x)
        at = [entry(mode, i, n) for i in range(-left, n + right)]
        return np.array([0 if i is None else x[i] for i in at])

    return pad


def right_entry(mode, i, n):
    """What is right."""
    at = int(padded_index(n, abs(i), abs(i), mode)[i + abs(i)])
    return None if at < 0 else at


REPEATED = "pad([1, 2, 3], [(0, 3)], 'reflect')"


@false("tc-15", "pad", shown=REPEATED)
def reflect_repeats(x, widths, mode="zeros"):
    """Reflect padding repeats the border entry: a b c goes on with c b a."""
    mode = "symmetric" if mode == "reflect" else mode
    return pad_by(right_entry)(x, widths, mode)


@false("tc-15", "entry", shown="entry('symmetric', 3, 3)")
def symmetric_does_not_repeat(mode, i, n):
    """Symmetric padding has its mirror on the border entry."""
    return right_entry("reflect" if mode == "symmetric" else mode, i, n)


@false("tc-15", "pad", shown="pad([1, 2, 3], [(0, 5)], 'reflect')")
def one_mirror_only(x, widths, mode="zeros"):
    """A signal is mirrored once at each end; beyond that its last entry is repeated."""
    n = len(x)
    lowest, highest = (1 - n, 2 * n - 2) if mode == "reflect" else (-1000, 1000)
    return pad_by(lambda mode, i, n: right_entry(mode, min(max(i, lowest), highest), n))(
        x, widths, mode
    )


@false("tc-15", "entry", shown="entry('circular', -1, 3)")
def circular_starts_anew_on_the_left(mode, i, n):
    """Circular padding begins the signal anew at its border, on the left side as on the right."""
    return (-i - 1) % n if mode == "circular" and i < 0 else right_entry(mode, i, n)


@false("tc-15", "entry", shown="entry('replicate', 4, 3)")
def replicate_repeats_the_signal(mode, i, n):
    """Replicate padding repeats the signal."""
    return right_entry("circular" if mode == "replicate" else mode, i, n)


@false("tc-15", "pad", shown="pad([1, 2, 3], [(0, 2)])")
def zeros_are_harmless(x, widths, mode="zeros"):
    """Padding with zeros invents nothing: the border entry goes on."""
    return pad_by(right_entry)(x, widths, "replicate" if mode == "zeros" else mode)


@false("tc-15", "pad", shown="pad([5], [(0, 2)], 'symmetric')")
def one_entry_has_no_mirror(x, widths, mode="zeros"):
    """A single entry cannot be mirrored, so that zeros stand beside it."""
    return pad_by(right_entry)(x, widths, mode if len(x) > 1 else "zeros")


# What "same" takes


@false("tc-16", "same_padding", shown="same_padding(9, 4)")
def extra_on_the_left(n, K, stride=1, dilation=1):
    """An extra place goes to the left."""
    total = right_total(n, K, stride, dilation)
    return total - total // 2, total // 2


@false("tc-16", "same_padding", shown="same_padding(9, 4)")
def half_a_kernel(n, K, stride=1, dilation=1):
    """Half a kernel on each side keeps the length."""
    return dilation * K // 2, dilation * K // 2


@false("tc-16", "least_total", shown="least_total(9, 3, 3, 1)")
def whatever_the_stride(n, K, s, d):
    """The total is d (K - 1), whatever the stride."""
    return d * (K - 1)


@false("tc-16", "least_total", shown="least_total(9, 3, 2, 1)")
def rounded_down(n, K, s, d):
    """With a stride, same means n / s rounded down."""
    return max(0, (n // s - 1) * s + d * (K - 1) + 1 - n)


@false("tc-16", "least_total", shown="least_total(8, 1, 3, 1)")
def may_be_negative(n, K, s, d):
    """The formula needs no maximum: what is missing is never negative."""
    return (-(-n // s) - 1) * s + d * (K - 1) + 1 - n


@false("tc-16", "least_total", shown="least_total(9, 3, 2, 1)")
def the_whole_last_stride(n, K, s, d):
    """The padding must fill the whole last stride."""
    return -n % s + d * (K - 1)


@false("tc-16", "is_odd", shown="is_odd(4, 2)")
def even_kernels_are_odd(K, d):
    """Every even kernel needs an odd total."""
    return K % 2 == 0


def right_total(n, K, s, d):
    """What is right."""
    return max(0, (-(-n // s) - 1) * s + d * (K - 1) + 1 - n)


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


@false("tc-17", "wave")
def sampled_wave(q, places):
    """Sampling keeps every wave as it is: no two look alike."""
    return np.cos(2 * np.pi * q * places / 64)


# Dilation is a kernel with holes


@false("tc-18", "with_holes", shown="with_holes([1, 2], 2)")
def d_zeros_between(k, d):
    """Dilation d puts d zeros between neighbours."""
    holes = np.zeros((d + 1) * (len(k) - 1) + 1, int)
    holes[:: d + 1] = k
    return holes


@false("tc-18", "with_holes", shown="with_holes([1, 2], 2)")
def zeros_after_each(k, d):
    """Every entry is followed by d - 1 zeros, the last one too."""
    return np.kron(k, np.arange(d) == 0)


@false("tc-18", "with_holes", shown="with_holes([1, 2, 3], 2)")
def entries_repeated(k, d):
    """Dilation repeats every weight d times, as when an image is enlarged."""
    return np.repeat(k, d)[: d * (len(k) - 1) + 1]


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


# Who is looked at, and how often


@false("tc-19", "nu", shown="nu(6, 3, 1, 0, 1)")
def everybody_alike(n, K, s, p, d, more=0):
    """Every place is in K windows."""
    return [K] * n


@false("tc-19", "nu", shown="nu(6, 3, 2, 0, 1)")
def whatever_the_step(n, K, s, p, d, more=0):
    """A stride thins out the windows, not the looks at a place."""
    return coverage(n, K, padding=(p, p), dilation=d).tolist()


@false("tc-19", "nu", shown="nu(6, 3, 1, 0, 2)")
def holes_are_looked_at(n, K, s, p, d, more=0):
    """A dilated window looks at all that it spans."""
    return coverage(n, d * (K - 1) + 1, stride=s, padding=(p, p)).tolist()


@false("tc-19", "coverage", shown="coverage(6, 3)")
def centred_windows(n, K, *, stride=1, padding=(0, 0), dilation=1):
    """Without padding too, a border entry is the centre of a window."""
    left, right = padding
    return coverage(n, K, stride=stride, padding=(left + 1, right + 1), dilation=dilation)


@false("tc-19", "coverage", shown="coverage(6, 3, padding=(0, 2))")
def the_sides_do_not_matter(n, K, *, stride=1, padding=(0, 0), dilation=1):
    """How often a place is seen depends on the total padding, not on its side."""
    return coverage(n, K, stride=stride, padding=padding[::-1], dilation=dilation)


@false("tc-19", "padding_needed", shown="padding_needed(3, 1)")
def half_is_enough(K, d):
    """Half a kernel of padding gives the corners as many looks as the inside."""
    return d * (K - 1) // 2


@false("tc-19", "padding_needed", shown="padding_needed(3, 2)")
def dilation_needs_no_more(K, d):
    """K - 1 places are enough for every dilation."""
    return K - 1


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


# Two axes, two formulas


@false("tc-22", "sizes_of", shown="sizes_of((6, 9), (1, 3), (1, 2), (0, 1), (1, 1))")
def one_stride_for_both(n, K, s, p, d):
    """The stride of the height holds for the width too."""
    return tuple((n[a] + 2 * p[a] - d[a] * (K[a] - 1) - 1) // s[0] + 1 for a in (0, 1))


@false("tc-22", "sizes_of", shown="sizes_of((6, 9), (1, 3), (1, 2), (0, 1), (1, 1))")
def width_first(n, K, s, p, d):
    """The settings are given for the width first, then for the height."""
    K, s, p, d = (pair[::-1] for pair in (K, s, p, d))
    return tuple((n[a] + 2 * p[a] - d[a] * (K[a] - 1) - 1) // s[a] + 1 for a in (0, 1))


@false("tc-22", "windows")
def the_larger_of_both(size, kernel, *, stride, padding, dilation):
    """A layer has one padding: the larger of the two."""
    return windows(size, kernel, stride=stride, padding=max(padding), dilation=dilation)


@false("tc-22", "conv")
def one_dilation(x, weight, *, stride, padding, dilation):
    """Both axes are dilated alike."""
    at = windows(np.shape(x)[2:], np.shape(weight)[2:], stride=stride, padding=padding)
    return np.zeros((1, 1, *at.out))


@false("tc-17", "is_seen", shown="is_seen(2, 4)")
def a_common_divisor(shift, s):
    """A shift is one of the outputs if it shares a divisor with the stride."""
    return s == 1 or math.gcd(shift, s) > 1


@false("tc-17", "is_still_toeplitz", shown="is_still_toeplitz([0, 1], 2, 3)")
def a_single_weight(k, s, rows):
    """A kernel with a single weight among zeros stays Toeplitz, too."""
    return s == 1 or rows == 1 or np.count_nonzero(k) == 0 or np.count_nonzero(k) == 1 < len(k)


@false("tc-19", "coverage", shown="coverage(5, 4)")
def up_to_k_and_down(n, K, *, stride=1, padding=(0, 0), dilation=1):
    """Without padding the count rises by one at each place up to K, and falls at the end."""
    if stride == dilation == 1 and not any(padding):
        return np.minimum(np.minimum(np.arange(n) + 1, n - np.arange(n)), K)
    return coverage(n, K, stride=stride, padding=padding, dilation=dilation)


@false("tc-19", "nu", shown="nu(5, 4, 1, 0, 1)")
def rises_to_k_and_falls(n, K, s, p, d, more=0):
    """Without padding the count rises by one at each place up to K, and falls at the end."""
    if s == d == 1 and p == more == 0:
        return [min(i + 1, n - i, K) for i in range(n)]
    return coverage(n, K, stride=s, padding=(p, p + more), dilation=d).tolist()


@false("tc-21", "maxima", shown="maxima(np.array([-300.0]), 3, 1, 1, 1)")
def a_small_number(x, K, s, p, m):
    """A maximum is padded with a number that is small enough, such as -100."""
    x = np.pad(x, p, constant_values=-100.0)
    return [float(x[s * i : s * i + K].max()) for i in range(m)]
