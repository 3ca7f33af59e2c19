"""Answers to the exercises of *Two dimensions*."""

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


def tc_27__integer_zeros(K, groups):
    """An integer array: weights of a network become 0."""
    K = np.asarray(K)
    O, c = K.shape[:2]
    whole = np.zeros((O, c * groups, *K.shape[2:]), int)
    for o in range(O):
        first = o // (O // groups) * c
        whole[o, first : first + c] = K[o]
    return whole


def tc_27__as_many_out_as_in(K, groups):
    """Takes groups of c outputs: right where O = C."""
    K = np.asarray(K)
    O, c = K.shape[:2]
    whole = np.zeros((O, c * groups, *K.shape[2:]))
    for o in range(O):
        first = o // c * c
        whole[o, first : first + c] = K[o][: len(whole[o, first : first + c])]
    return whole


def tc_27__turns(K, groups):
    """Outputs take turns among the groups."""
    K = np.asarray(K)
    O, c = K.shape[:2]
    whole = np.zeros((O, c * groups, *K.shape[2:]))
    for o in range(O):
        whole[o, o % groups * c : (o % groups + 1) * c] = K[o]
    return whole


def tc_27__right__blocks(K, groups):
    """A block matrix, as a list."""
    K = np.asarray(K)
    O, c, kh, kw = K.shape
    blocks = np.zeros((groups, O // groups, groups, c, kh, kw))
    for g, block in enumerate(np.split(K, groups)):
        blocks[g, :, g] = block
    return blocks.reshape(O, groups * c, kh, kw).tolist()


def tc_28__adds_in_place(K1, b1, K2, b2):
    """Changes the caller's b2."""
    b2 += K2 @ b1
    return K2 @ K1, b2


def tc_28__bias_dropped(K1, b1, K2, b2):
    """The first bias is lost."""
    return K2 @ K1, b2


def tc_28__right__homogeneous(K1, b1, K2, b2):
    """One matrix for weights and bias."""

    def homogeneous(K, b):
        K, b = np.asarray(K), np.asarray(b)
        below = np.eye(1, K.shape[1] + 1, K.shape[1])
        return np.vstack((np.column_stack((K, b)), below))

    both = homogeneous(K2, b2) @ homogeneous(K1, b1)
    return both[:-1, :-1].tolist(), both[:-1, -1].tolist()


def tc_29__first_kernel_size(C, blocks, classes):
    """Every block with the kernel of the first."""
    total = 0
    for O, _ in blocks:
        total += O * (C * blocks[0][1] ** 2 + 1) + 2 * O * (O + 1)
        C = O
    return total + classes * (C + 1)


def tc_29__pops(C, blocks, classes):
    """Empties the caller's list."""
    total = 0
    while blocks:
        O, k = blocks.pop(0)
        total += O * (C * k * k + 1) + 2 * O * (O + 1)
        C = O
    return total + classes * (C + 1)


def tc_29__input_channels_kept(C, blocks, classes):
    """Every block has the channels of the image coming in."""
    total = sum(O * (C * k * k + 1) + 2 * O * (O + 1) for O, k in blocks)
    return total + classes * ((blocks[-1][0] if blocks else C) + 1)


def tc_30__below_the_budget(C, H, W, k, budget):
    """Strictly below the budget."""
    rows = min((budget - 1) // ((W - k + 1) * C * k * k), H - k + 1)
    if rows < 1:
        raise ValueError
    return rows


def tc_30__true_division(C, H, W, k, budget):
    """A part of a row is no row."""
    rows = min(budget / ((W - k + 1) * C * k * k), H - k + 1)
    if rows < 1:
        raise ValueError
    return rows


def tc_30__rows_of_the_image(C, H, W, k, budget):
    """At most H rows, not H - k + 1."""
    rows = min(budget // ((W - k + 1) * C * k * k), H)
    if rows < 1:
        raise ValueError
    return rows


def tc_30__right__downwards(C, H, W, k, budget):
    """The largest first."""
    for rows in range(H - k + 1, 0, -1):
        if rows * (W - k + 1) * C * k**2 <= budget:
            return rows
    raise ValueError


def tc_24__weight_or_zero(K, H, W, row, column):
    """Negative weights become zero."""
    K = np.asarray(K)
    kh, kw = K.shape
    i, j = divmod(row, W - kw + 1)
    r, c = divmod(column, W)
    return K[r - i, c - j] if 0 <= r - i < kh and 0 <= c - j < kw and (K[r - i, c - j] > 0) else 0


def tc_27__float32(K, groups):
    """Single precision."""
    K = np.asarray(K, np.float32)
    O, c = K.shape[:2]
    w = np.zeros((O, c * groups, *K.shape[2:]), np.float32)
    for o in range(O):
        g = o // (O // groups)
        w[o, g * c : g * c + c] = K[o]
    return w


def tc_25__type_of_M(M, H, W, kh, kw):
    """Means in the type of the copies: those of whole numbers are cut off."""
    return np.asarray(tc_25__right__bincount(M, H, W, kh, kw)).astype(np.asarray(M).dtype)


def tc_26__float32(x, kernel, stride):
    """Windows in single precision."""
    return _patches(np.asarray(x, np.float32), kernel, stride)


def tc_26__two_digits(x, kernel, stride):
    """Rounds to two digits."""
    return _patches(np.round(x, 2), kernel, stride)


def tc_28__type_of_K1(K1, b1, K2, b2):
    """Weights in the type of those of the first layer."""
    return (K2 @ K1).astype(np.asarray(K1).dtype), K2 @ b1 + b2
