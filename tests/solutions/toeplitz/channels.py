"""Answers to the exercises of *Channels, and what libraries make of them*."""

import numpy as np


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
    b2 += K2.sum(axis=(2, 3)) @ b1
    return np.einsum("omab,mc->ocab", K2, K1), b2


def tc_28__corner_of_both(K1, b1, K2, b2):
    """The first bias meets the first weight and the last one."""
    b = (K2[:, :, 0, 0] + K2[:, :, -1, -1]) @ b1 + b2
    return np.einsum("omab,mc->ocab", K2, K1), b


def tc_28__right__by_probing(K1, b1, K2, b2):
    """Sends zeros, then one number at a time, through both layers."""
    c0, (kh, kw) = np.shape(K1)[1], np.shape(K2)[2:]

    def both(window):
        between = np.einsum("mc,cab->mab", K1, window) + np.reshape(b1, (-1, 1, 1))
        return np.einsum("omab,mab->o", K2, between) + b2

    b = both(np.zeros((c0, kh, kw)))
    K = np.zeros((len(b), c0, kh, kw))
    for place in np.ndindex(c0, kh, kw):
        window = np.zeros((c0, kh, kw))
        window[place] = 1
        K[(slice(None), *place)] = both(window) - b
    return K.tolist(), b.tolist()


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


def tc_27__float32(K, groups):
    """Single precision."""
    K = np.asarray(K, np.float32)
    O, c = K.shape[:2]
    w = np.zeros((O, c * groups, *K.shape[2:]), np.float32)
    for o in range(O):
        g = o // (O // groups)
        w[o, g * c : g * c + c] = K[o]
    return w


def tc_28__type_of_K1(K1, b1, K2, b2):
    """Weights in the type of those of the first layer."""
    K = np.einsum("omab,mc->ocab", K2, K1).astype(np.asarray(K1).dtype)
    return K, K2.sum(axis=(2, 3)) @ b1 + b2


def tc_28a__rising():
    """Here both make the second number."""
    return [0, 5]


def tc_28a__right__negative():
    """Both are negative."""
    return [-1, -2]


def tc_29a__right__with_commas():
    """The order with commas."""
    return "e, b, f, a, c"


def tc_30c__right__exact():
    """The number itself."""
    return 7_375_872


def tc_27a__no_sums():
    """A number for each window, not for each output."""
    return [[11, 14], [31, 19]]


def tc_27b__band():
    """A band of two, as of a kernel that slides over the channels."""
    return [[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]]


def tc_27__squares_transposed(K, groups):
    """Square kernels lie on their side."""
    K = np.asarray(K)
    O, c, h, w = K.shape
    whole = np.zeros((O, c * groups, h, w))
    for o in range(O):
        first = o // (O // groups) * c
        whole[o, first : first + c] = K[o].swapaxes(1, 2) if h == w else K[o]
    return whole


def tc_28a__not_a_number():
    """What is no number differs from everything."""
    return [float("nan"), 1]


def tc_28a__two_rows():
    """A column of two is no list of two numbers."""
    return [[2], [1]]


def tc_28__type_of_b1(K1, b1, K2, b2):
    """A bias in the type of the first one."""
    K = np.einsum("omab,mc->ocab", K2, K1)
    return K, (K2.sum(axis=(2, 3)) @ b1 + b2).astype(np.asarray(b1).dtype)


def tc_28__centre_of_the_window(K1, b1, K2, b2):
    """The first bias meets the weight in the middle."""
    middle = K2[:, :, K2.shape[2] // 2, K2.shape[3] // 2]
    return np.einsum("omab,mc->ocab", K2, K1), middle @ b1 + b2


def tc_29__bias_for_each_pair(C, blocks, classes):
    """A bias for each small kernel."""
    total = 0
    for O, k in blocks:
        total += O * C * (k * k + 1) + 4 * O * O
        C = O
    return total + 2 * classes * C


def tc_30__sides_exchanged(C, H, W, k, budget):
    """Height for width."""
    rows = min(budget // ((H - k + 1) * C * k * k), W - k + 1)
    if rows < 1:
        raise ValueError
    return rows


def tc_30__strips_of_equal_height(C, H, W, k, budget):
    """As many strips as must be, each as high as the others."""
    m, one_row = H - k + 1, (W - k + 1) * C * k * k
    if budget < one_row:
        raise ValueError
    strips = -(-m // min(budget // one_row, m))
    return -(-m // strips)


def tc_30__none(C, H, W, k, budget):
    """Returns nothing instead of raising an error."""
    return min(budget // ((W - k + 1) * C * k * k), H - k + 1) or None


def _ungrouped(K, groups):
    K = np.asarray(K)
    O, c = K.shape[:2]
    whole = np.zeros((O, c * groups, *K.shape[2:]), K.dtype)
    for o in range(O):
        first = o // (O // groups) * c
        whole[o, first : first + c] = K[o]
    return whole


def tc_27__tiny_are_zero(K, groups):
    """Weights of less than a millionth are dropped."""
    whole = _ungrouped(K, groups)
    return np.where(abs(whole) < 1e-6, 0, whole)


def tc_27__four_columns(K, groups):
    """Kernels of four columns at most."""
    whole = _ungrouped(K, groups)
    whole[..., 4:] = 0
    return whole


def tc_27__right__joined(K, groups):
    """Zeros before and behind, joined, as a list of arrays."""
    K = np.asarray(K)
    O, c = K.shape[:2]
    run = [o * groups // O for o in range(O)]
    zeros = [np.zeros((n * c, *K.shape[2:])) for n in range(groups)]
    return [np.concatenate([zeros[r], K[o], zeros[groups - 1 - r]]) for o, r in enumerate(run)]


def tc_28__corner_of_nine(K1, b1, K2, b2):
    """The first bias meets three rows and three columns."""
    return np.einsum("omab,mc->ocab", K2, K1), K2[..., :3, :3].sum(axis=(2, 3)) @ b1 + b2


def tc_28__right__loops(K1, b1, K2, b2):
    """One weight at a time; the biases as a tuple."""
    K = np.zeros((len(K2), K1.shape[1], *K2.shape[2:]))
    b = [float(each) for each in b2]
    for o, m, i, j in np.ndindex(K2.shape):
        b[o] += K2[o, m, i, j] * b1[m]
        for c in range(K1.shape[1]):
            K[o, c, i, j] += K2[o, m, i, j] * K1[m, c]
    return K, tuple(b)


def tc_28a__infinite():
    """An infinite brightness."""
    return [float("inf"), 1]


def _bill(C, blocks, classes):
    total = 0
    for O, k in blocks:
        total += O * (C * k * k + 1) + 2 * O * (O + 1)
        C = O
    return total + classes * (C + 1)


def tc_29__three_blocks(C, blocks, classes):
    """Three blocks, as in the paper."""
    return _bill(C, blocks[:3], classes)


def tc_29__side_of_seven(C, blocks, classes):
    """No kernel is wider than seven."""
    return _bill(C, [(O, min(k, 7)) for O, k in blocks], classes)


def tc_29__a_list_of_one(C, blocks, classes):
    """An array of one number."""
    return np.array([_bill(C, blocks, classes)])


def tc_29__single_precision(C, blocks, classes):
    """Added up in single precision: millions are rounded."""
    return int(np.float32(_bill(C, blocks, classes)))


def tc_29__right__recursive(C, blocks, classes):
    """One block, and the rest of the network."""
    if not blocks:
        return np.int64(classes * (C + 1))
    (O, k), *rest = blocks
    return O * (C * k**2 + 1) + 2 * O * (O + 1) + tc_29__right__recursive(O, rest, classes)


def tc_30__word_instead_of_error(C, H, W, k, budget):
    """Returns a word instead of raising an error."""
    rows = min(budget // ((W - k + 1) * C * k * k), H - k + 1)
    return rows if rows >= 1 else "refused"


def tc_30__with_a_little_more(C, H, W, k, budget):
    """Adds a little before it cuts off."""
    rows = min(int(budget / ((W - k + 1) * C * k * k) + 1e-6), H - k + 1)
    if rows < 1:
        raise ValueError
    return rows


def tc_30__shorter_side(C, H, W, k, budget):
    """For large images the shorter side bounds the rows."""
    side = min(H, W) if min(H, W) > 12 else H
    rows = min(budget // ((W - k + 1) * C * k * k), side - k + 1)
    if rows < 1:
        raise ValueError
    return rows


def tc_30__right__upwards(C, H, W, k, budget):
    """One row more, as long as it fits."""
    rows = 0
    while rows < H - k + 1 and (rows + 1) * (W - k + 1) * C * k * k <= budget:
        rows += 1
    if not rows:
        raise ValueError("not even one")
    return np.int64(rows)


def tc_27c__without_the_overlap():
    """Half: depthwise weights counted as many times as there are outputs."""
    return 4.5


def tc_29b__to_a_list():
    """A list of one."""
    return [500]


def tc_30b__order_of_q_and_p():
    """The first two exchanged."""
    return [18, 2, 2, -24]


def tc_30c__bits():
    """In bits."""
    return 59e6
