"""Answers to the exercises of *Back-propagation*."""

import numpy as np


def tc_31__integer_gradient(g, k):
    """An integer array: gradients are cut off."""
    gradient = np.zeros(len(g) + len(k) - 1, int)
    gradient[:] = np.convolve(g, np.asarray(k)[::-1])
    return gradient


def tc_31__flips_in_place(g, k):
    """Turns the caller's kernel round."""
    k[:] = k[::-1].copy()
    return np.convolve(g, k)


def tc_31__no_flip(g, k):
    """The kernel as it stands."""
    return np.convolve(g, k)


def tc_31__right__fft(g, k):
    """By the transform, right up to rounding."""
    n = len(g) + len(k) - 1
    return np.fft.irfft(np.fft.rfft(g, n) * np.fft.rfft(np.asarray(k)[::-1], n), n)


def tc_31__right__matrix(g, k):
    """The transposed matrix."""
    n = len(g) + len(k) - 1
    T = np.array([np.convolve(e, k, "valid") for e in np.eye(n)])
    return T @ g


def tc_32__integer_results(X, G):
    """Integers: gradients are cut off."""
    by_k = sum(np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True))
    return by_k.astype(int), int(np.sum(G))


def tc_32__bias_mean_over_batch(X, G):
    """The mean over the batch, for the bias only."""
    by_k = sum(np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True))
    return by_k, np.sum(G) / len(G)


def tc_32__batch_run_together(X, G):
    """Strings the batch together: right for one example."""
    padded = np.zeros_like(X)
    padded[:, : G.shape[1]] = G
    flat = np.correlate(X.ravel(), padded.ravel()[: X.size - X.shape[1] + G.shape[1]], "valid")
    return flat[: X.shape[1] - G.shape[1]], G.sum()


def tc_32__right__fft(X, G):
    """By the transform, right up to rounding."""
    n, m = X.shape[1], G.shape[1]
    product = np.fft.rfft(X, n) * np.conj(np.fft.rfft(G, n))
    return np.fft.irfft(product, n).sum(axis=0)[: n - m + 1], G.sum()


def _backward(g, k, n, s, p, d, dtype=float, crop=None):
    padded = np.zeros(n + 2 * p, dtype)
    for i, gradient in enumerate(g):
        for j, weight in enumerate(k):
            padded[s * i + d * j] += dtype(gradient * weight)
    return padded[p : p + n] if crop is None else crop(padded)


def tc_33__integer_gradient(g, k, n, s, p, d):
    """An integer array: gradients are cut off."""
    return _backward(g, k, n, s, p, d, int)


def tc_33__type_of_g(g, k, n, s, p, d):
    """An array of the type of g."""
    padded = np.zeros(n + 2 * p, g.dtype)
    for j in range(len(k)):
        padded[j * d : j * d + s * (len(g) - 1) + 1 : s] += (k[j] * g).astype(g.dtype)
    return padded[p : p + n]


def tc_33__cropped_alike(g, k, n, s, p, d):
    """Crops p at the end although the last window may end before the padding."""
    whole = np.zeros(s * (len(g) - 1) + d * (len(k) - 1) + 1)
    for i, gradient in enumerate(g):
        for j, weight in enumerate(k):
            whole[s * i + d * j] += gradient * weight
    return whole[p : len(whole) - p]


def tc_33__left_padding_wraps(g, k, n, s, p, d):
    """Places before the signal wrap to its end."""
    found = np.zeros(n)
    for i, gradient in enumerate(g):
        for j, weight in enumerate(k):
            if s * i + d * j - p < n:
                found[s * i + d * j - p] += gradient * weight
    return found


def tc_33__right__place_by_place(g, k, n, s, p, d):
    """For each input the outputs that saw it."""
    return [
        sum(
            float(gradient * weight)
            for i, gradient in enumerate(g)
            for j, weight in enumerate(k)
            if s * i + d * j - p == a
        )
        for a in range(n)
    ]


def tc_34__reshape(K):
    """Reshapes instead of exchanging axes: right where O or C is 1."""
    O, C, kh, kw = np.shape(K)
    return np.reshape(K, (C, O, kh, kw))[:, :, ::-1, ::-1]


def tc_34__flips_in_place(K):
    """Turns the layer's own weights round."""
    K[:] = K[:, :, ::-1, ::-1].copy()
    return K.swapaxes(0, 1)


def tc_34__one_axis(K):
    """Turns the columns only."""
    return np.asarray(K).swapaxes(0, 1)[..., ::-1]


def tc_34__right__rot90(K):
    """Two quarter turns."""
    return np.rot90(np.asarray(K).swapaxes(0, 1), 2, axes=(2, 3))


def tc_32__type_of_X(X, G):
    """Sums in the type of X: gradients by pixels of integers are cut off."""
    m = G.shape[1]
    k = np.zeros(X.shape[1] - m + 1, X.dtype)
    for j in range(len(k)):
        k[j] = np.sum(G * X[:, j : j + m])
    return (k, G.sum())


def tc_33__type_of_k(g, k, n, s, p, d):
    """An array of the type of the kernel."""
    y = np.zeros(n + 2 * p, np.asarray(k).dtype)
    for i in range(len(g)):
        for j in range(len(k)):
            y[i * s + j * d] = y[i * s + j * d] + g[i] * k[j]
    return y[p : p + n]


def tc_34__float32(K):
    """Weights in single precision."""
    return np.asarray(K, np.float32).swapaxes(0, 1)[:, :, ::-1, ::-1]


def tc_34__one_digit(K):
    """Rounds to one digit."""
    return np.round(K, 1).swapaxes(0, 1)[:, :, ::-1, ::-1]


def tc_31a__one_short():
    """Lays the kernel on g as far as it overlaps by two."""
    return [1, 23, 10]


def tc_31a__sums():
    """The windows of the signal instead of copies of the kernel."""
    return [1, 1, 11, 10, 10]


def tc_31a__zeros_between():
    """Stride two."""
    return [2, 1, 3, 0, 0, 20, 10, 30]


def tc_31a__shifted():
    """The zeros at the wrong end."""
    return [0, 2, 1, 23, 10]


def tc_31a__right__products():
    """A tuple of products."""
    return (1 * 2, 1 * 1, 1 * 3 + 10 * 2, 10 * 1, 10 * 3.0)


def tc_31__matrix_not_transposed(g, k):
    """The rows of the matrix hold the kernel as it stands."""
    n = len(g) + len(k) - 1
    T = np.array([np.convolve(e, np.asarray(k)[::-1], "valid") for e in np.eye(n)])
    return T @ g


def tc_31__size_of_weights(g, k):
    """The weights without their signs."""
    return np.convolve(g, np.abs(k)[::-1])


def tc_31__both_turned(g, k):
    """Both are turned round."""
    return np.convolve(np.asarray(g)[::-1], np.asarray(k)[::-1])


def tc_31__numpys_correlate(g, k):
    """A full cross-correlation, the other way round."""
    return np.correlate(k, g, "full")


def tc_31__rounded(g, k):
    """Two digits."""
    return np.round(np.convolve(g, np.asarray(k)[::-1]), 2)


def tc_31__right__correlate(g, k):
    """The full cross-correlation, a list."""
    return np.correlate(g, k, "full").tolist()


def tc_32a__signs():
    """Alternating signs."""
    return [1, -1, 1]


def tc_32a__second_weight_only():
    """The second weight collects nothing, the first does."""
    return [3, -2, 0]


def tc_32a__two_numbers():
    """One number for each weight."""
    return [2, -1]


def tc_32a__four_numbers():
    """One number for each entry of the signal."""
    return [1, -2, 1, 0]


def tc_32a__infinite():
    """Infinite gradients."""
    return [np.inf, -np.inf, np.inf]


def tc_32a__not_a_number():
    """No numbers."""
    return [np.nan, np.nan, np.nan]


def tc_32a__nearly():
    """Nearly: the weights collect a thousandth."""
    return [1, -2, 1.001]


def tc_32a__tiny():
    """Tiny, but it does not cancel."""
    return [1e-12, 0, 0]


def tc_32a__right__multiple():
    """Another multiple, as a tuple."""
    return (-0.3, 0.6, -0.3)


def tc_32__bias_counts(X, G):
    """The bias counts its uses."""
    return sum(np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True)), G.size


def tc_32__other_order(X, G):
    """The bias first."""
    return np.sum(G), sum(np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True))


def tc_32__one_row_each(X, G):
    """One gradient for each example."""
    return np.array([np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True)]), np.sum(G)


def tc_32__turned_round(X, G):
    """The kernel's gradient from its last weight to its first."""
    by_k = sum(np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True))
    return by_k[::-1], np.sum(G)


def tc_32__last_example(X, G):
    """The last example overwrites the others."""
    by_k = np.zeros(X.shape[1] - G.shape[1] + 1)
    for x, g in zip(X, G, strict=True):
        by_k = np.correlate(x, g, "valid")
    return by_k, np.sum(G)


def tc_32__right__einsum(X, G):
    """Windows and one sum over two letters; a list."""
    K = X.shape[1] - G.shape[1] + 1
    seen = np.lib.stride_tricks.sliding_window_view(X, K, axis=1)
    return np.einsum("bi,bij->j", G, seen).tolist(), float(G.sum())


def tc_33a__one_zero():
    """One zero between."""
    return [1, 0, 2, 0, 3, 0, 0, 0, 0]


def tc_33a__one_behind():
    """One zero behind."""
    return [1, 0, 0, 2, 0, 0, 3, 0]


def tc_33a__all_behind():
    """All zeros behind."""
    return [1, 2, 3, 0, 0, 0, 0, 0, 0]


def tc_33a__in_the_middle():
    """Each in the middle of its three places."""
    return [0, 1, 0, 0, 2, 0, 0, 3, 0]


def tc_33a__right__array_like():
    """A tuple of floats."""
    return (1.0, 0, 0, 2.0, 0, 0, 3.0, 0, 0)


def tc_33__cut_at_the_end(g, k, n, s, p, d):
    """The padding is cut off the end."""
    return _backward(g, k, n, s, p, d, crop=lambda padded: padded[:n])


def tc_33__last_use(g, k, n, s, p, d):
    """A place has what the last window brings."""
    padded = np.zeros(n + 2 * p)
    for i, gradient in enumerate(g):
        for j, weight in enumerate(k):
            padded[s * i + d * j] = gradient * weight
    return padded[p : p + n]


def tc_33__padded_length(g, k, n, s, p, d):
    """As long as the padded signal."""
    return _backward(g, k, n, s, p, d, crop=lambda padded: padded)


def tc_33__half_of_the_padding(g, k, n, s, p, d):
    """Takes p for the total."""
    return _backward(g, k, n, s, p, d, crop=lambda padded: padded[p // 2 : p // 2 + n])


def tc_34a__mean_at_the_end():
    """Divides at last by the number of examples."""
    return "cebfadg"


def tc_34a__without_the_uses():
    """Where the bias is added is left out."""
    return "cbfad"


def tc_34a__derivative_first():
    """Begins with what is to be shown."""
    return "dcebfa"


def tc_34a__mean_instead():
    """The mean for the derivative."""
    return "cebfag"


def tc_34a__growth_before_change():
    """What an output does to L before it is said that it grows."""
    return "cefbad"


def tc_34a__nothing():
    """Nothing."""
    return ""


def tc_34a__right__use_first():
    """Where the bias stands, before it is moved."""
    return "ecbfad"


def tc_34a__right__with_commas():
    """With commas and spaces."""
    return "c, e, b, f, a, d"


def tc_34a__right__a_list():
    """A list of letters."""
    return ["c", "e", "b", "f", "a", "d"]


def tc_34__rolled(K):
    """Rolls instead of turning: right for kernels of two."""
    return np.roll(np.asarray(K).swapaxes(0, 1), (-1, -1), axis=(2, 3))


def tc_34__all_axes_exchanged(K):
    """Transposes everything: right for square, symmetric kernels."""
    return np.asarray(K).T.transpose(2, 3, 0, 1).transpose(1, 0, 2, 3)


def tc_34__with_signs(K):
    """Turns the signs, too."""
    return -np.asarray(K).swapaxes(0, 1)[:, :, ::-1, ::-1]


def tc_34__mean_over_outputs(K):
    """Divides by the number of outputs."""
    return np.asarray(K).swapaxes(0, 1)[:, :, ::-1, ::-1] / len(K)


def tc_34__one_quarter(K):
    """A quarter turn."""
    return np.rot90(np.asarray(K).swapaxes(0, 1), 1, axes=(2, 3))


def tc_34__whole(K):
    """Whole weights."""
    return np.asarray(K).swapaxes(0, 1)[:, :, ::-1, ::-1].astype(int)


def tc_34__right__lists(K):
    """Nested lists."""
    O, C = len(K), len(K[0])
    return [[[list(row)[::-1] for row in list(K[o][c])[::-1]] for o in range(O)] for c in range(C)]


def tc_31__tiny_are_zero(g, k):
    """Gradients of less than a millionth are dropped."""
    y = np.convolve(g, np.asarray(k)[::-1])
    return np.where(abs(y) < 1e-6, 0, y)


def tc_31__type_of_k(g, k):
    """Gradients in the type of the kernel."""
    return np.convolve(g, np.asarray(k)[::-1]).astype(np.asarray(k).dtype)


def tc_31__type_of_g(g, k):
    """Gradients in the type of those that came in."""
    return np.convolve(g, np.asarray(k)[::-1]).astype(np.asarray(g).dtype)


def tc_31__six_weights(g, k):
    """Kernels of more than six weights are not turned round."""
    return np.convolve(g, np.asarray(k)[::-1] if len(k) <= 6 else k)


def tc_31__right__loops(g, k):
    """One use after the other, a list."""
    found = [0.0] * (len(g) + len(k) - 1)
    for i, each in enumerate(g):
        for j in range(len(k)):
            found[i + j] += each * k[len(k) - 1 - j]
    return found


def _by_weights(X, G):
    return sum(np.correlate(x, g, "valid") for x, g in zip(X, G, strict=True)), np.sum(G)


def tc_32__five_examples(X, G):
    """Five examples are enough."""
    return _by_weights(X[:5], G[:5])


def tc_32__six_weights(X, G):
    """Weights from the seventh on collect nothing."""
    by_k, by_b = _by_weights(X, G)
    return np.where(np.arange(len(by_k)) < 6, by_k, 0), by_b


def tc_32__nine_digits(X, G):
    """Rounded to nine digits behind the point."""
    by_k, by_b = _by_weights(X, G)
    return np.round(by_k, 9), np.round(by_b, 9)


def tc_32__right__weight_by_weight(X, G):
    """A sum for each weight, as a tuple."""
    K = X.shape[1] - G.shape[1] + 1
    return tuple(float((G * X[:, j : j + G.shape[1]]).sum()) for j in range(K)), G.sum()


def tc_32a__column():
    """A column of three is no list of three numbers."""
    return [[1], [-2], [1]]


def tc_33__five_weights(g, k, n, s, p, d):
    """Kernels of five weights at most."""
    return _backward(g, k[:5], n, s, p, d)


def tc_33__two_places(g, k, n, s, p, d):
    """With a wide padding nothing comes back."""
    return _backward(g, k, n, s, p, d) * (p < 3)


def tc_33__tiny_are_zero(g, k, n, s, p, d):
    """Gradients of less than a millionth are dropped."""
    found = _backward(g, k, n, s, p, d)
    return np.where(abs(found) < 1e-6, 0, found)


def tc_33__right__add_at(g, k, n, s, p, d):
    """All products at once."""
    padded = np.zeros(n + 2 * p)
    places = np.add.outer(s * np.arange(len(g)), d * np.arange(len(k)))
    np.add.at(padded, places, np.outer(g, k))
    return padded[p : p + n]


def tc_34__four_columns(K):
    """Kernels of four columns at most."""
    back = np.array(K).swapaxes(0, 1)[:, :, ::-1, ::-1].copy()
    back[..., 4:] = 0
    return back


def tc_34__four_inputs(K):
    """Four channels come back at most."""
    back = np.array(K).swapaxes(0, 1)[:, :, ::-1, ::-1].copy()
    back[4:] = 0
    return back


def tc_34__tiny_are_zero(K):
    """Weights of less than a millionth are dropped."""
    back = np.array(K).swapaxes(0, 1)[:, :, ::-1, ::-1]
    return np.where(abs(back) < 1e-6, 0, back)


def tc_34__right__loops(K):
    """One weight at a time."""
    O, C, h, w = np.shape(K)
    back = np.zeros((C, O, h, w))
    for o, c, a, b in np.ndindex(O, C, h, w):
        back[c, o, h - 1 - a, w - 1 - b] = K[o][c][a][b]
    return back


def tc_31a__twenty_three_hundredths():
    """Nearly."""
    return [2, 1, 23.01, 10, 30]


def tc_33a__ten():
    """One too many."""
    return [1, 0, 0, 2, 0, 0, 3, 0, 0, 0]
