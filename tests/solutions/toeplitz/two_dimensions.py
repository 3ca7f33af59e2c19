"""Answers to the exercises of *Images: one big matrix product*."""

import numpy as np


def tc_23__image_of_16(f, kh, kw):
    """A fixed image of 16 by 16: kernels above 8 do not fit."""
    X = np.zeros((16, 16))
    X[8, 8] = 1
    return np.asarray(f(X))[9 - kh : 9, 9 - kw : 9][::-1, ::-1]


def tc_23__square_image(f, kh, kw):
    """Right for square kernels."""
    X = np.zeros((2 * kh - 1, 2 * kh - 1))
    X[kh - 1, kh - 1] = 1
    return np.asarray(f(X))[::-1, ::-1]


def tc_23__rounded(f, kh, kw):
    """Casts to integers."""
    X = np.zeros((2 * kh - 1, 2 * kw - 1), int)
    X[kh - 1, kw - 1] = 1
    return np.asarray(f(X))[::-1, ::-1].astype(int)


def tc_23__right__one_at_a_time(f, kh, kw):
    """One question for each weight."""
    answer = []
    for spot in range(kh * kw):
        X = np.zeros(kh * kw)
        X[spot] = 1
        answer.append(float(np.asarray(f(X.reshape(kh, kw)))[0, 0]))
    return [answer[a * kw : (a + 1) * kw] for a in range(kh)]


def _entry(K, H, W, row, column, per_row):
    kh, kw = len(K), len(K[0])
    i, j = divmod(row, per_row)
    r, c = divmod(column, W)
    a, b = r - i, c - j
    return K[a][b] if 0 <= a < kh and 0 <= b < kw else 0


def tc_24__int_entries(K, H, W, row, column):
    """Casts the weight to an integer."""
    return int(_entry(K, H, W, row, column, W - len(K[0]) + 1))


def tc_24__height_for_width(K, H, W, row, column):
    """W - kh + 1 windows in a row: right for square kernels."""
    return _entry(K, H, W, row, column, max(1, W - len(K) + 1))


def tc_24__builds_the_matrix(K, H, W, row, column):
    """Builds the whole matrix, which the statement forbids."""
    K = np.asarray(K)
    kh, kw = K.shape
    T = np.zeros(((H - kh + 1) * (W - kw + 1), H * W))
    for at in range(len(T)):
        i, j = divmod(at, W - kw + 1)
        for a in range(kh):
            for b in range(kw):
                T[at, (i + a) * W + j + b] = K[a, b]
    return T[row, column]


def tc_24__right__search(K, H, W, row, column):
    """Searches among the pixels of the window."""
    kh, kw = len(K), len(K[0])
    i, j = divmod(row, W - kw + 1)
    for a in range(kh):
        for b in range(kw):
            if (i + a) * W + j + b == column:
                return K[a][b]
    return 0.0


def tc_25__count_near_corners(M, H, W, kh, kw):
    """The count forgets that there are only H - kh + 1 windows."""
    windows = np.reshape(M, (H - kh + 1, W - kw + 1, kh, kw))
    total = np.zeros((H, W))
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            total[i : i + kh, j : j + kw] += windows[i, j]
    r, c = np.arange(H), np.arange(W)
    rows = np.minimum(np.minimum(r + 1, H - r), kh)
    columns = np.minimum(np.minimum(c + 1, W - c), kw)
    return total / np.outer(rows, columns)


def tc_25__running_mean(M, H, W, kh, kw):
    """The mean of the old mean and the new copy."""
    windows = np.reshape(M, (H - kh + 1, W - kw + 1, kh, kw))
    image = np.full((H, W), np.nan)
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            old = image[i : i + kh, j : j + kw]
            image[i : i + kh, j : j + kw] = np.where(
                np.isnan(old), windows[i, j], (old + windows[i, j]) / 2
            )
    return image


def tc_25__last_wins(M, H, W, kh, kw):
    """The last copy wins."""
    windows = np.reshape(M, (H - kh + 1, W - kw + 1, kh, kw))
    image = np.zeros((H, W))
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            image[i : i + kh, j : j + kw] = windows[i, j]
    return image


def tc_25__float32(M, H, W, kh, kw):
    """Single precision."""
    windows = np.reshape(M, (H - kh + 1, W - kw + 1, kh, kw)).astype(np.float32)
    total, count = np.zeros((H, W), np.float32), np.zeros((H, W), np.float32)
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            total[i : i + kh, j : j + kw] += windows[i, j]
            count[i : i + kh, j : j + kw] += 1
    return total / count


def tc_25__right__bincount(M, H, W, kh, kw):
    """Sums and counts by place."""
    i, j, a, b = np.indices((H - kh + 1, W - kw + 1, kh, kw))
    place = ((i + a) * W + j + b).ravel()
    total = np.bincount(place, np.ravel(M), H * W)
    return (total / np.bincount(place, minlength=H * W)).reshape(H, W)


def _patches(x, kernel, stride, order="rows"):
    x = np.asarray(x)
    (kh, kw), (sh, sw) = kernel, stride
    starts = [
        (i, j) for i in range(0, x.shape[1] - kh + 1, sh) for j in range(0, x.shape[2] - kw + 1, sw)
    ]
    if order == "columns":
        starts.sort(key=lambda at: (at[1], at[0]))
    return np.array([x[:, i : i + kh, j : j + kw].ravel() for i, j in starts])


def tc_26__windows_by_columns(x, kernel, stride):
    """Windows column by column."""
    return _patches(x, kernel, stride, "columns")


def tc_26__subsampled_first(x, kernel, stride):
    """Drops pixels, not windows."""
    return _patches(np.asarray(x)[:, :: stride[0], :: stride[1]], kernel, (1, 1))


def tc_26__integers(x, kernel, stride):
    """Pixels as integers."""
    return _patches(np.asarray(x).astype(int), kernel, stride)


def tc_26__channels_innermost(x, kernel, stride):
    """The channels of a pixel side by side."""
    rows = _patches(x, kernel, stride)
    return rows.reshape(len(rows), len(x), -1).swapaxes(1, 2).reshape(len(rows), -1)


def tc_26__right__loops(x, kernel, stride):
    """Loops, into a list of lists."""
    return _patches(x, kernel, stride).tolist()


def tc_24__weight_or_zero(K, H, W, row, column):
    """Negative weights become zero."""
    K = np.asarray(K)
    kh, kw = K.shape
    i, j = divmod(row, W - kw + 1)
    r, c = divmod(column, W)
    return K[r - i, c - j] if 0 <= r - i < kh and 0 <= c - j < kw and (K[r - i, c - j] > 0) else 0


def tc_25__type_of_M(M, H, W, kh, kw):
    """Means in the type of the copies: those of whole numbers are cut off."""
    return np.asarray(tc_25__right__bincount(M, H, W, kh, kw)).astype(np.asarray(M).dtype)


def tc_26__float32(x, kernel, stride):
    """Windows in single precision."""
    return _patches(np.asarray(x, np.float32), kernel, stride)


def tc_26__two_digits(x, kernel, stride):
    """Rounds to two digits."""
    return _patches(np.round(x, 2), kernel, stride)


def tc_23a__right__a_plane():
    """All rows change alike, up to what rounding does."""
    return ((0.1, 0.2, 0.4), (1.1, 1.2, 1.4), (0.3, 0.4, 0.6))


def tc_23a__nearly():
    """One pixel is off by a little, and one output is not zero."""
    return [[1, 2, 3], [1, 2, 3.001]]


def tc_23a__infinite():
    """An infinite pixel is none."""
    return [[float("inf"), 1, 1], [float("inf"), 1, 1]]


def tc_24a__not_whole():
    """Right only once the weights are cut off."""
    return ([[1.9, 2.2], [3.5, 4.7]], 3, 4)


def tc_24a__too_wide():
    """A kernel that is wider than the image."""
    return ([[1, 2, 3, 4, 5, 6, 7]], 2, 6)


def tc_24a__right__floats():
    """Whole numbers, written as floats."""
    return [[[1.0, 2.0], [3.0, 4.0]], 3.0, 4.0]


def tc_26a__right__windows_first():
    """How many came from the pixel, then what col2im does with them."""
    return "c g d e a b"


def tc_26a__right__size_first():
    """How large each is, then how many there are."""
    return "c, a, g, d, e, b"


def tc_23__image_of_a_hundred(f, kh, kw):
    """A fixed image of 100 by 100: kernels beyond 50 do not fit."""
    X = np.zeros((100, 100))
    X[50, 50] = 1
    Y = np.asarray(f(X))
    return np.array([[Y[50 - a, 50 - b] for b in range(kw)] for a in range(kh)])


def tc_24a__texts():
    """Weights in quotation marks."""
    return ([["1", "2"], ["3", "4"]], 3, 4)


def tc_26__strides_by_hand(x, kernel, stride):
    """Calculates the strides of x from its shape: wrong for a view, a turned image say."""
    (C, H, W), (kh, kw), (sh, sw) = x.shape, kernel, stride
    s = x.itemsize
    mh, mw = (H - kh) // sh + 1, (W - kw) // sw + 1
    views = np.lib.stride_tricks.as_strided(
        x, (mh, mw, C, kh, kw), (sh * W * s, sw * s, H * W * s, W * s, s)
    )
    return views.reshape(mh * mw, C * kh * kw)


def tc_23__small_weights_are_zero(f, kh, kw):
    """Takes weights below a billionth for zero."""
    X = np.zeros((2 * kh - 1, 2 * kw - 1))
    X[kh - 1, kw - 1] = 1
    K = np.asarray(f(X))[::-1, ::-1]
    return np.where(abs(K) < 1e-9, 0, K)


def tc_23a__off_by_a_billionth():
    """One output is not zero, if only a billionth."""
    return [[1, 2, 3], [1, 2, 3 + 2e-9]]


def tc_23a__texts():
    """Pixels in quotation marks."""
    return [["1", "2", "4"], ["1", "2", "4"]]


def tc_24__small_weight_or_zero(K, H, W, row, column):
    """Takes a weight below a billionth for zero."""
    weight = _entry(K, H, W, row, column, W - len(K[0]) + 1)
    return weight if abs(weight) > 1e-9 else 0


def tc_25__clipped(M, H, W, kh, kw):
    """Copies are cut off at 255, as bytes are."""
    return tc_25__right__bincount(np.clip(M, -255, 255), H, W, kh, kw)


def tc_26__three_channels(x, kernel, stride):
    """Looks at three channels at most."""
    return _patches(np.asarray(x)[:3], kernel, stride)


def tc_26__strides_up_to_three(x, kernel, stride):
    """Takes a longer stride for three."""
    return _patches(x, kernel, [min(s, 3) for s in stride])
