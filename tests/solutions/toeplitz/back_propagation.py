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
