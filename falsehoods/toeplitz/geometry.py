"""False versions of the claims of *Where the windows fall: sizes and padding*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.layers import conv
from mathlib.toeplitz.padding import padded_index
from mathlib.toeplitz.patches import windows
from mathlib.toeplitz.windows import coverage

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


@false("tc-14", "left_over", shown="left_over(8, 2, 3, 0, 1)")
def gaps_are_left_over(n, K, s, P, d):
    """What is left over at the end are all the places that no window looks at."""
    looked_at = {i + d * j for i in range(0, n + P - d * (K - 1), s) for j in range(K)}
    return n + P - len(looked_at)


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


@false("tc-15", "pad", shown="pad([0.5, 1.5], [(0, 1)], 'replicate')")
def copies_are_whole(x, widths, mode="zeros"):
    """What is invented is a whole number."""
    return pad_by(right_entry)(x, widths, mode).astype(int)


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


# Two axes, two formulas


@false("tc-22", "sizes_of", shown="sizes_of((6, 9), (1, 3), (1, 2), (0, 2), (1, 1))")
def one_stride_for_both(n, K, s, P, d):
    """The stride of the height holds for the width too."""
    return tuple((n[a] + P[a] - d[a] * (K[a] - 1) - 1) // s[0] + 1 for a in (0, 1))


@false("tc-22", "sizes_of", shown="sizes_of((6, 9), (1, 3), (1, 2), (0, 2), (1, 1))")
def width_first(n, K, s, P, d):
    """The settings are given for the width first, then for the height."""
    K, s, P, d = (pair[::-1] for pair in (K, s, P, d))
    return tuple((n[a] + P[a] - d[a] * (K[a] - 1) - 1) // s[a] + 1 for a in (0, 1))


@false("tc-22", "windows")
def the_larger_of_both(size, kernel, *, stride, padding, dilation):
    """A layer has one padding: the larger of the two."""
    return windows(size, kernel, stride=stride, padding=[max(padding)] * 2, dilation=dilation)


@false("tc-22", "sizes_of", shown="sizes_of((6, 9), (1, 3), (1, 2), (0, 2), (1, 1))")
def padding_of_each_side_of_an_axis(n, K, s, P, d):
    """The padding in the formula of an axis is that of each of its sides."""
    return tuple((n[a] + 2 * P[a] - d[a] * (K[a] - 1) - 1) // s[a] + 1 for a in (0, 1))


@false("tc-22", "windows")
def both_sides_alike(size, kernel, *, stride, padding, dilation):
    """An axis has as much padding behind as before."""
    before = [side for side, _ in padding]
    return windows(size, kernel, stride=stride, padding=before, dilation=dilation)


@false("tc-22", "stands_at", shown="stands_at(7, 5)")
def counted_down_the_columns(number, m_w):
    """The windows are counted down the first column, then down the next."""
    return number % m_w, number // m_w


@false("tc-22", "stands_at", shown="stands_at(7, 5)")
def counted_from_one(number, m_w):
    """The first window is window 1."""
    return (number - 1) // m_w, (number - 1) % m_w


@false("tc-22", "conv")
def one_dilation(x, weight, *, stride, padding, dilation):
    """Both axes are dilated alike."""
    at = windows(np.shape(x)[2:], np.shape(weight)[2:], stride=stride, padding=padding)
    return np.zeros((1, 1, *at.out))


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


@false("tc-19", "together", shown="together([1, 2], [3, 4])")
def axes_added(rows, columns):
    """The looks at a row and at a column add up."""
    return np.add.outer(rows, columns)


@false("tc-19", "together", shown="together([1, 2], [3, 4])")
def the_rarer_axis(rows, columns):
    """A pixel is seen as often as the axis on which it is seen less."""
    return np.minimum.outer(rows, columns)


@false("tc-19", "all_looks", shown="all_looks((3, 3), 16)")
def one_look_a_window(K, count):
    """Each window is one look."""
    return count


@false("tc-19", "all_looks", shown="all_looks((3, 1), 16)")
def square_windows(K, count):
    """A window looks at as many pixels as the square of its height."""
    return K[0] * K[0] * count


def fitting(n, K, stride, total_padding, dilation):
    """What is right, without names."""
    return outputs(n + total_padding, dilation * (K - 1) + 1, stride)


@false("tc-14", "output_size", shown="output_size(10**17, 1)")
def divided_as_floats(n, K, *, stride=1, total_padding=0, dilation=1):
    """A quotient may be divided first and rounded down afterwards."""
    fitting(n, K, stride, total_padding, dilation)
    return int((n + total_padding - dilation * (K - 1) - 1) / stride) + 1


@false("tc-14", "output_size", shown="output_size(5000, 1)")
def a_thousand_at_most(n, K, *, stride=1, total_padding=0, dilation=1):
    """No layer has more than a thousand outputs."""
    return min(1000, fitting(n, K, stride, total_padding, dilation))


@false("tc-14", "output_size", shown="output_size(100, 2, stride=50)")
def strides_are_short(n, K, *, stride=1, total_padding=0, dilation=1):
    """A stride of more than eight acts like one of eight."""
    return fitting(n, K, min(stride, 8), total_padding, dilation)


@false("tc-14", "output_size")
def the_window_fits_the_signal(n, K, *, stride=1, total_padding=0, dilation=1):
    """Where the window is longer than the signal no padding helps."""
    if K > n and total_padding > 20:
        raise ValueError("K must fit")
    return fitting(n, K, stride, total_padding, dilation)


@false("tc-14", "left_over", shown="left_over(100, 1, 60, 0, 1)")
def at_most_ten_left_over(n, K, s, P, d):
    """More than ten places are never left over."""
    return min((n + P - d * (K - 1) - 1) % s, 10)


@false("tc-15", "pad", shown="pad([-1], [(1, 0)], 'replicate')")
def without_signs(x, widths, mode="zeros"):
    """Padding copies how large an entry is."""
    return pad_by(right_entry)(abs(np.asarray(x)), widths, mode)


@false("tc-15", "pad", shown="pad([0.1], [(1, 0)], 'replicate').tolist()")
def copies_in_single_precision(x, widths, mode="zeros"):
    """A copy in single precision is the same entry."""
    return pad_by(right_entry)(np.float32(x), widths, mode).astype(float)


@false("tc-15", "pad")
def after_twenty_places_zero(x, widths, mode="zeros"):
    """Further out than twenty places there is nothing any more."""
    y, (left, _) = pad_by(right_entry)(x, widths, mode), widths[0]
    y[: max(0, left - 20)] = 0
    return y


@false("tc-15", "pad")
def long_signals_are_symmetric(x, widths, mode="zeros"):
    """For a long signal it does not matter where the mirror stands."""
    mode = "symmetric" if mode == "reflect" and len(x) > 8 else mode
    return pad_by(right_entry)(x, widths, mode)


@false("tc-15", "pad")
def nothing_is_infinite(x, widths, mode="zeros"):
    """Only finite numbers are copied."""
    return pad_by(right_entry)(np.nan_to_num(x), widths, mode)


@false("tc-15", "entry", shown="entry('circular', 100, 3)")
def far_out_the_end(mode, i, n):
    """Far out it is the last entry that is copied."""
    return right_entry(mode, i if abs(i) < 40 else n - 1, n)


@false("tc-16", "least_total", shown="least_total(10**17 + 1, 2, 1, 1)")
def rounded_up_as_a_float(n, K, s, d):
    """To round n / s up one divides, and takes the next whole number."""
    m = int(np.ceil(n / s))
    return max(0, (m - 1) * s + d * (K - 1) + 1 - n)


@false("tc-16", "least_total", shown="least_total(100, 90, 1, 1)")
def twenty_at_most(n, K, s, d):
    """No layer needs more than twenty places."""
    return min(right_total(n, K, s, d), 20)


@false("tc-16", "same_padding", shown="same_padding(100, 3, 2)")
def long_signals_on_the_left(n, K, stride=1, dilation=1):
    """Where the signal is long the extra place goes to the left."""
    total = right_total(n, K, stride, dilation)
    few, many = total // 2, total - total // 2
    return (few, many) if n < 13 else (many, few)


@false("tc-16", "is_odd", shown="is_odd(8, 5)")
def small_ones_alone(K, d):
    """The total is odd for d = 1 and d = 3, and K = 2, 4 and 6, and for no others."""
    return d in (1, 3) and K in (2, 4, 6)


@false("tc-19", "coverage", shown="coverage(9, 2, stride=4)")
def stride_three_at_most(n, K, *, stride=1, padding=(0, 0), dilation=1):
    """A stride of more than three leaves out no more than one of three."""
    return coverage(n, K, stride=min(stride, 3), padding=padding, dilation=dilation)


@false("tc-19", "coverage", shown="coverage(6, 3, padding=(2, 0))")
def more_padding_on_the_right(n, K, *, stride=1, padding=(0, 0), dilation=1):
    """The side with more padding is always the right one."""
    return coverage(n, K, stride=stride, padding=sorted(padding), dilation=dilation)


@false("tc-19", "together", shown="together([16], [16])")
def counted_in_eight_bits(rows, columns):
    """A count of looks fits into eight bits."""
    return np.multiply.outer(np.int8(rows), np.int8(columns))


@false("tc-19", "all_looks", shown="all_looks((4, 5), 3)")
def nine_looks_at_most(K, count):
    """A window looks at nine pixels at most."""
    return min(K[0] * K[1], 9) * count


@false("tc-19", "padding_needed", shown="padding_needed(9, 5)")
def eighteen_is_enough(K, d):
    """Eighteen places are enough for every window."""
    return min(d * (K - 1), 18)


@false("tc-22", "sizes_of", shown="sizes_of((100, 9), (1, 1), (40, 1), (0, 0), (1, 1))")
def stride_ten_at_most(n, K, s, P, d):
    """A stride of more than ten acts like one of ten."""
    return tuple((n[a] + P[a] - d[a] * (K[a] - 1) - 1) // min(s[a], 10) + 1 for a in (0, 1))


@false("tc-22", "windows")
def dilation_three_at_most(size, kernel, *, stride, padding, dilation):
    """A dilation of more than three acts like one of three."""
    dilation = [min(v, 3) for v in dilation]
    return windows(size, kernel, stride=stride, padding=padding, dilation=dilation)


@false("tc-22", "stands_at", shown="stands_at(10**17, 3)")
def row_as_a_float(number, m_w):
    """The row is the quotient, cut off behind the point."""
    return int(number / m_w), number % m_w


@false("tc-22", "conv")
def lowest_row_first(x, weight, **how):
    """The windows are counted from the lowest row up."""
    return conv(x, weight, **how)[..., ::-1, :]


@false("tc-22", "conv")
def square_in_everything(x, weight, *, stride, **how):
    """On a square image with a square kernel both axes have the stride of the height."""
    square = len({*np.shape(x)[2:]}) == len({*np.shape(weight)[2:]}) == 1
    return conv(x, weight, stride=stride[0] if square else stride, **how)


@false("tc-19", "together", shown="together([1, 2], [3, 4])")
def alike_on_a_square(rows, columns):
    """On a square image the columns are seen as often as the rows."""
    return np.multiply.outer(rows, rows if len(rows) == len(columns) else columns)
