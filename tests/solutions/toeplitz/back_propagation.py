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


def _windows(x, K):
    return np.lib.stride_tricks.sliding_window_view(np.asarray(x, float), K)


def tc_35__normal_equations(x, y, K):
    """The normal equations: the condition number is squared."""
    M = _windows(x, K)
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    return np.linalg.inv(M.T @ M) @ (M.T @ y)


def tc_35__determinant_threshold(x, y, K):
    """An absolute bound for a determinant: a quiet signal is refused."""
    M = _windows(x, K)
    if abs(np.linalg.det(M.T @ M)) < 1e-10:
        raise ValueError
    return np.linalg.lstsq(M, np.asarray(y, float), rcond=None)[0]


def tc_35__solve_and_hope(x, y, K):
    """Relies on solve to notice."""
    M = _windows(x, K)
    return np.linalg.solve(M.T @ M, M.T @ y)


def tc_35__few_or_constant(x, y, K):
    """Thinks of two reasons only."""
    if len(y) < K or (K > 1 and np.ptp(x) == 0):
        raise ValueError
    return np.linalg.lstsq(_windows(x, K), np.asarray(y, float), rcond=None)[0]


def tc_35__right__singular_values(x, y, K):
    """By singular values."""
    M = _windows(x, K)
    U, size, V = np.linalg.svd(M, full_matrices=False)
    if len(size) < K or size[-1] <= size[0] * len(M) * np.finfo(float).eps:
        raise ValueError
    return V.T @ (U.T @ y / size)


def tc_36__integer_output(x, k, s):
    """An integer array."""
    y = np.zeros((len(x) - 1) * s + len(k), int)
    for i in range(len(x)):
        y[i * s : i * s + len(k)] += (x[i] * np.asarray(k)).astype(int)
    return y


def tc_36__next_copy_only(x, k, s):
    """Adds the copy before, forgets the one before that: right for K <= 2 s."""
    x, k = np.asarray(x), np.asarray(k)
    y = np.zeros((len(x) - 1) * s + len(k))
    for i in range(len(x)):
        before = np.zeros_like(y)
        if i:
            before[(i - 1) * s : (i - 1) * s + len(k)] = x[i - 1] * k
        y[i * s : i * s + len(k)] = before[i * s : i * s + len(k)] + x[i] * k
    return y


def tc_36__overwrites(x, k, s):
    """The later copy overwrites the earlier one."""
    y = np.zeros((len(x) - 1) * s + len(k))
    for i in range(len(x)):
        y[i * s : i * s + len(k)] = x[i] * np.asarray(k)
    return y


def tc_36__right__fft(x, k, s):
    """By the transform, right up to rounding."""
    n = (len(x) - 1) * s + len(k)
    pushed = np.zeros(n)
    pushed[: (len(x) - 1) * s + 1 : s] = x
    return np.fft.irfft(np.fft.rfft(pushed) * np.fft.rfft(k, n), n)


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


def tc_35__rank_of_the_square(x, y, K):
    """The rank of M^T M: a signal on a large constant is refused."""
    M = np.lib.stride_tricks.sliding_window_view(np.asarray(x, float), K)
    if np.linalg.matrix_rank(M.T @ M) < K:
        raise ValueError
    return np.linalg.lstsq(M, y, rcond=None)[0]


def tc_35__condition_limit(x, y, K):
    """Refuses a condition number above 1e7."""
    M = np.lib.stride_tricks.sliding_window_view(np.asarray(x, float), K)
    if len(M) < K or np.linalg.cond(M) > 10000000.0:
        raise ValueError
    return np.linalg.lstsq(M, y, rcond=None)[0]


def tc_35__loose_rcond(x, y, K):
    """A cut-off at 1e-6 of the largest singular value."""
    M = np.lib.stride_tricks.sliding_window_view(np.asarray(x, float), K)
    k, _, r, _ = np.linalg.lstsq(M, y, rcond=1e-08)
    if r < K:
        raise ValueError
    return k


def tc_35__right__qr(x, y, K):
    """By orthogonal columns."""
    M = np.array([np.asarray(x, float)[i : i + K] for i in range(len(x) - K + 1)])
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    Q, R = np.linalg.qr(M)
    return list(np.linalg.solve(R, Q.T @ np.asarray(y)))


def tc_36__type_of_k(x, k, s):
    """An array of the type of the kernel."""
    y = np.zeros((len(x) - 1) * s + len(k), np.asarray(k).dtype)
    for i in range(len(x)):
        for j in range(len(k)):
            y[i * s + j] = y[i * s + j] + x[i] * k[j]
    return y


def tc_34__float32(K):
    """Weights in single precision."""
    return np.asarray(K, np.float32).swapaxes(0, 1)[:, :, ::-1, ::-1]


def tc_34__one_digit(K):
    """Rounds to one digit."""
    return np.round(K, 1).swapaxes(0, 1)[:, :, ::-1, ::-1]
