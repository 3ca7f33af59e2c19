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


def tc_06__corner_entries_only(T):
    """Constant diagonals, and zeros in the two corners: beside the band there is more."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n or (T[1:, 1:] != T[:-1, :-1]).any() or (m > 1 and (T[0, -1] or T[-1, 0])):
        raise ValueError
    return T[0, : n - m + 1]


def tc_07a__integer_buffer(x, k, size):
    """An array of integers cuts fractions off."""
    y = np.zeros(len(x) + len(k) - 1, int)
    for start in range(0, len(x), size):
        echo = np.convolve(x[start : start + size], k)
        y[start : start + len(echo)] += echo.astype(int)
    return y


def tc_07a__seam_once(x, k, size):
    """Keeps the larger of the two sounds that meet."""
    y = np.zeros(len(x) + len(k) - 1)
    for start in range(0, len(x), size):
        echo = np.convolve(x[start : start + size], k)
        part = y[start : start + len(echo)]
        y[start : start + len(echo)] = np.maximum(part, echo)
    return y


def tc_07a__correlates(x, k, size):
    """Correlates each block: the echo runs backwards."""
    y = np.zeros(len(x) + len(k) - 1)
    for start in range(0, len(x), size):
        echo = np.correlate(x[start : start + size], k, "full")
        y[start : start + len(echo)] += echo
    return y


def tc_07a__right__in_one(x, k, size):
    """All at once: blocks are only a way to it."""
    return np.convolve(x, k).tolist()


def tc_08a__line_missing():
    """The exchange of the sums is missing."""
    return "cebd"


def tc_08a__too_soon():
    """Uses that shifted copies have one sum before it is said."""
    return "cabed"


def tc_08a__right__shift_first():
    """Says first that shifted copies have one sum."""
    return "e, c, a, b, d"


def tc_09a__one_list():
    """One sequence, not two."""
    return [1, 2, 3]


def tc_09a__right__a_list():
    """A list of two tuples."""
    return [(1, 2, 3), (4,)]


def tc_10a__same_to_the_end():
    """Same keeps the last windows."""
    return {"full": [-3, 4], "same": [0, 4], "valid": [0, 1]}


def tc_10a__one_mode_missing():
    """A mode is missing."""
    return {"full": [-3, 4], "valid": [0, 1]}


def tc_10a__right__tuples():
    """Tuples, in another order."""
    return {"valid": (0, 1), "same": (-1, 3), "full": (-3, 4)}


def tc_11a__given():
    """The example, which is two layers."""
    return [2, 7, 3]


def tc_11a__two_numbers():
    """A kernel of two weights."""
    return [1, 1]


def tc_11a__right__a_tuple():
    """A parabola far above the axis, as a tuple."""
    return (5, -1, 2.5)


def tc_11a__no_number():
    """Nan compares with nothing."""
    return [1, np.nan, 1]


def tc_07a__numbered(x, k, size):
    """Each block begins at its number."""
    y = np.zeros(len(x) + len(k) - 1)
    for b, start in enumerate(range(0, len(x), size)):
        echo = np.convolve(x[start : start + size], k)[: len(y) - b]
        y[b : b + len(echo)] += echo
    return y


def tc_07a__right__tail_carried(x, k, size):
    """Carries the tail over from block to block."""
    y, tail = [], np.zeros(len(k) - 1)
    for start in range(0, len(x), size):
        block = np.asarray(x[start : start + size])
        echo = np.convolve(block, k).astype(float)
        echo[: len(tail)] += tail
        y, tail = [*y, *echo[: len(block)]], echo[len(block) :]
    return [*y, *tail]


def tc_09a__nothing():
    """An empty list is no sequence."""
    return ([], [1, 2])


def tc_10a__a_list():
    """A list without the names of the modes."""
    return [[-3, 4], [-1, 3], [0, 1]]


def tc_11a__texts():
    """Digits in quotation marks."""
    return ["1", "0", "1"]


def tc_11a__a_column():
    """A matrix of one column."""
    return [[1], [0], [1]]


def tc_08__twenty_rounds(y, k):
    """Guesses, takes the echo of the guess away, twenty times: right up to twenty samples."""
    n = len(y) - len(k) + 1
    y = np.asarray(y, float)[:n]
    x = y / k[0]
    for _ in range(20):
        echo = np.convolve(x, [0, *k[1:]])[:n]
        x = (y - echo) / k[0]
    return x


def tc_07a__rounded(x, k, size):
    """Rounds to ten places, as after a transform."""
    return np.round(np.convolve(x, k), 10)


def tc_07a__silence(x, k, size):
    """What is less than 1e-10 is silence."""
    y = np.convolve(x, k)
    return np.where(abs(y) < 1e-10, 0, y)


def tc_08__rounded(y, k):
    """Rounds to ten places."""
    n = len(y) - len(k) + 1
    A = np.array([np.convolve(e, k) for e in np.eye(n)]).T
    return np.round(np.linalg.lstsq(A, np.asarray(y, float), rcond=None)[0], 10)


def tc_08__loud_only(y, k):
    """Quiet samples are silence."""
    x = []
    for i in range(len(y) - len(k) + 1):
        v = (y[i] - sum(k[j] * x[i - j] for j in range(1, len(k)) if i >= j)) / k[0]
        x.append(v if abs(v) > 1e-10 else 0.0)
    return x


def tc_06__right__lists(T):
    """Lists all the way, from the last row."""
    rows = [list(row) for row in T]
    m, n = len(rows), len(rows[0])
    if n < m:
        raise ValueError
    k = rows[-1][m - 1 :]
    for i, row in enumerate(rows):
        if row != [0] * i + k + [0] * (m - 1 - i):
            raise ValueError
    return k


def tc_07a__right__fft(x, k, size):
    """By transforms of full length."""
    n = len(x) + len(k) - 1
    return np.fft.irfft(np.fft.rfft(x, n) * np.fft.rfft(k, n), n)


def tc_08__right__recursion(y, k):
    """Recursion: the first sample, then the rest."""
    if len(y) < len(k):
        return []
    first = y[0] / k[0]
    rest = [v - first * (k[j] if j < len(k) else 0) for j, v in enumerate(y)][1:]
    return [float(first), *tc_08__right__recursion(rest, k)]


def tc_09a__right__arrays():
    """Two arrays, all zeros: the lags alone are wrong."""
    return (np.zeros(2), np.zeros(5))


def tc_06__abs(T):
    """Compares sizes: a weight with the other sign passes."""
    T = np.asarray(T)
    m, n = T.shape
    if m > n:
        raise ValueError
    k = T[0, : n - m + 1]
    for i in range(m):
        if (abs(T[i]) != [*[0] * i, *abs(k), *[0] * (m - 1 - i)]).any():
            raise ValueError
    return k
