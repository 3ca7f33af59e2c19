"""Answers to the exercises of *One dimension*."""

import numpy as np


def tc_06__allclose(T):
    """A tolerance: entries of 1e-9 off the band pass."""
    T = np.asarray(T, float)
    m, n = T.shape
    if m > n:
        raise ValueError
    k = T[0, : n - m + 1]
    right = np.array([[k[j - i] if 0 <= j - i < len(k) else 0 for j in range(n)] for i in range(m)])
    if not np.allclose(T, right):
        raise ValueError
    return k


def tc_06__integer_buffer(T):
    """Compares with an integer matrix: every kernel of floats is refused."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n:
        raise ValueError
    right = np.zeros((m, n), int)
    for i in range(m):
        right[i, i : i + n - m + 1] = T[0, : n - m + 1]
    if (T != right).any():
        raise ValueError
    return T[0, : n - m + 1]


def tc_06__taller_not_looked_at(T):
    """No look at m > n: a tall zero matrix gets a kernel."""
    T = np.asarray(T)
    m, n = T.shape
    k = T[0, : max(n - m + 1, 1)]
    for i in range(m):
        row = np.zeros(n, T.dtype)
        row[i : i + len(k)] = k[: max(n - i, 0)]
        if (T[i] != row).any():
            raise ValueError
    return k


def tc_06__above_the_band_ignored(T):
    """Never looks to the right of the band."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n:
        raise ValueError
    k = T[0, : n - m + 1]
    for i in range(m):
        if (T[i, :i] != 0).any() or (T[i, i : i + len(k)] != k).any():
            raise ValueError
    return k


def tc_06__right__toeplitz_and_corners(T):
    """Constant diagonals, and nothing in the corners."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n or (T[1:, 1:] != T[:-1, :-1]).any() or T[1:, 0].any() or T[0, n - m + 1 :].any():
        raise ValueError
    return T[0, : n - m + 1].tolist()


def tc_07__int_result(x, k, i):
    """Cuts off fractions."""
    return int(sum(k[j] * x[i - j] for j in range(len(k)) if 0 <= i - j < len(x)))


def tc_07__first_entry_lost(x, k, i):
    """0 < instead of 0 <=."""
    return sum(k[j] * x[i - j] for j in range(len(k)) if 0 < i - j < len(x))


def tc_07__last_of_kernel_lost(x, k, i):
    """The range ends one early."""
    return sum(k[j] * x[i - j] for j in range(len(k) - 1) if 0 <= i - j < len(x))


def tc_07__wraps(x, k, i):
    """Entries beyond the end come from the beginning."""
    return sum(k[j] * x[(i - j) % len(x)] for j in range(len(k)) if i - j < len(x))


def tc_07__right__numpy(x, k, i):
    """One entry of np.convolve."""
    full = np.convolve(x, k)
    return full[i] if 0 <= i < len(full) else 0


def tc_08__fft_division(y, k):
    """Divides transforms: nan where the transform of k has a zero."""
    y = np.asarray(y, float)
    found = np.fft.ifft(np.fft.fft(y) / np.fft.fft(k, len(y))).real
    return found[: len(y) - len(k) + 1]


def tc_08__in_place(y, k):
    """Eats up the caller's recording."""
    x = []
    for i in range(len(y) - len(k) + 1):
        x.append(y[i] / k[0])
        for j in range(len(k)):
            y[i + j] -= x[-1] * k[j]
    return np.array(x)


def tc_08__floor_division(y, k):
    """// instead of /."""
    x = []
    for i in range(len(y) - len(k) + 1):
        echo = sum(k[j] * x[i - j] for j in range(1, len(k)) if i - j >= 0)
        x.append((y[i] - echo) // k[0])
    return np.array(x)


def tc_08__integer_buffer(y, k):
    """The type of the recording is that of the sound: fractions are cut off."""
    x = np.zeros(len(y) - len(k) + 1, np.asarray(y).dtype)
    for i in range(len(x)):
        echo = sum(k[j] * x[i - j] for j in range(1, len(k)) if i - j >= 0)
        x[i] = (y[i] - echo) / k[0]
    return x


def tc_08__right__least_squares(y, k):
    """Least squares with the matrix of the convolution."""
    n = len(y) - len(k) + 1
    A = np.array([np.convolve(e, k) for e in np.eye(n)]).T
    return np.linalg.lstsq(A, np.asarray(y, float), rcond=None)[0]


def tc_08__right__polydiv(y, k):
    """Division of polynomials, from the lowest power."""
    x, y = [], list(map(float, y))
    while len(y) >= len(k):
        x.append(y[0] / k[0])
        y = [a - x[-1] * b for a, b in zip(y, list(k) + [0] * len(y), strict=False)][1:]
    return x


def tc_09__reverses_in_place(lags, y):
    """Turns the caller's lists round."""
    lags.reverse()
    y.reverse()
    return [-t for t in lags], y


def tc_09__shift_by_one(lags, y):
    """Right for lengths 2 and 3 only."""
    return [t + 1 for t in lags], list(y)[::-1]


def tc_09__lags_around_zero(lags, y):
    """Guesses the lags from their number."""
    return list(range(-(len(lags) // 2) + 1, len(lags) - len(lags) // 2 + 1)), list(y)[::-1]


def tc_09__values_stay(lags, y):
    """Negates the lags and leaves the values where they were."""
    return [-t for t in reversed(lags)], list(y)


def tc_09__right__arrays(lags, y):
    """Arrays for lists."""
    return -np.asarray(lags)[::-1], np.asarray(y)[::-1]


def tc_10__equal_refused(n, K, mode):
    """Refuses K = n, where one window fits."""
    if mode == "valid" and K >= n:
        raise ValueError
    left = {"full": K - 1, "same": (K - 1) // 2, "valid": 0}[mode]
    length = {"full": n + K - 1, "same": n, "valid": n - K + 1}[mode]
    return K - 1 - left, K - 1 - left + length


def tc_10__bankers_rounding(n, K, mode):
    """round() goes to even."""
    start = {"full": 0, "same": round((K - 1) / 2 + 1e-12 * 0), "valid": K - 1}[mode]
    if mode == "valid" and K > n:
        raise ValueError
    return start, start + {"full": n + K - 1, "same": n, "valid": n - K + 1}[mode]


def tc_11__integer_kernel(kernels):
    """An integer buffer cuts real kernels off."""
    total = np.array([1])
    for k in kernels:
        wider = np.zeros(len(total) + len(k) - 1, int)
        wider[:] = np.convolve(total, k)
        total = wider
    return total


def tc_11__polymul(kernels):
    """np.polymul drops leading zeros."""
    total = np.array([1])
    for k in kernels:
        total = np.polymul(total, k)
    return total


def tc_11__empty_for_empty(kernels):
    """No kernel instead of the kernel that does nothing."""
    if not kernels:
        return []
    total = np.array([1])
    for k in kernels:
        total = np.convolve(total, k)
    return total


def tc_11__first_in_place(kernels):
    """Takes the first kernel out of the caller's list."""
    total = np.array(kernels.pop(0)) if kernels else np.array([1])
    for k in kernels:
        total = np.convolve(total, k)
    return total


def tc_11__right__fft(kernels):
    """A product of transforms, right up to rounding."""
    n = 1 + sum(len(k) - 1 for k in kernels)
    product = np.ones(n, complex)
    for k in kernels:
        product *= np.fft.fft(k, n)
    return np.fft.ifft(product).real


def _solve(c, b, singular):
    eigenvalues = np.fft.fft(c)
    if singular(np.abs(eigenvalues)):
        raise ValueError
    return np.fft.ifft(np.fft.fft(b) / eigenvalues).real


def tc_06__rolls(T):
    """Each row is the one before, rolled: entries go round."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n:
        raise ValueError
    for i in range(1, m):
        if (T[i] != np.roll(T[i - 1], 1)).any():
            raise ValueError
    return T[0, : n - m + 1]


def tc_06__first_column_only(T):
    """Constant diagonals and zeros below the corner; never looks at the upper right."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n or (T[1:, 1:] != T[:-1, :-1]).any() or T[1:, 0].any():
        raise ValueError
    return T[0, : n - m + 1]


def tc_06__absolute_tolerance(T):
    """Entries below 1e-13 off the band pass."""
    T = np.asarray(T)
    m, n = T.shape
    if m >= n + 1:
        raise ValueError
    k = T[0, : n - m + 1]
    A = sum(np.eye(m, n, j) * k[j] for j in range(len(k)))
    if (np.abs(A - T) > 1e-13).any():
        raise ValueError
    return k


def tc_06__right__eyes(T):
    """A sum of shifted identities."""
    T = np.asarray(T)
    m, n = T.shape
    if n < m:
        raise ValueError
    k = [T[0, j] for j in range(n - m + 1)]
    A = sum(np.eye(m, n, j) * k[j] for j in range(len(k)))
    if not np.array_equal(A, T):
        raise ValueError
    return tuple(k)


def tc_07__padded_to_i(x, k, i):
    """Pads as far as i: no memory for a far one."""
    y = np.pad(np.convolve(x, k), abs(i) + 1)
    return y[i + abs(i) + 1]


def tc_08__poly1d(y, k):
    """poly1d drops leading zeros: silence at the start is lost."""
    return (np.poly1d(y) / np.poly1d(k))[0].coeffs


def tc_08__from_the_end(y, k):
    """Divides by the last echo, which may be zero."""
    y, n = (np.array(y, float), len(y) - len(k) + 1)
    x = np.zeros(n)
    for i in range(n - 1, -1, -1):
        x[i] = y[i + len(k) - 1] / k[-1]
        y[i : i + len(k)] -= x[i] * np.asarray(k)
    return x


def tc_09__right__pairs(lags, y):
    """Pairs, sorted."""
    return tuple(zip(*sorted((-t, v) for t, v in zip(lags, y, strict=True)), strict=True))


def tc_10__full_stop_far(n, K, mode):
    """A stop beyond the end in mode full."""
    if mode == "valid" and K > n:
        raise ValueError
    if mode == "full":
        return (0, max(n + K - 1, 8))
    return (K // 2, K // 2 + n) if mode == "same" else (K - 1, n)


def tc_11__float32(kernels):
    """Single precision."""
    t = np.ones(1, np.float32)
    for k in kernels:
        t = np.convolve(t, np.float32(k))
    return t


def tc_11__rounded(kernels):
    """Rounds to six digits."""
    t = np.ones(1)
    for k in kernels:
        t = np.convolve(t, k)
    return np.round(t, 6)


def tc_06__corner_entries_only(T):
    """Constant diagonals, and zeros in the two corners: beside the band there is more."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n or (T[1:, 1:] != T[:-1, :-1]).any() or (m > 1 and (T[0, -1] or T[-1, 0])):
        raise ValueError
    return T[0, : n - m + 1]
