"""Answers to the exercises of *A kernel is learned, and a layer turned round*."""

import numpy as np


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
