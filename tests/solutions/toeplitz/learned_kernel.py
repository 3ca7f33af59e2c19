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


def tc_35__ridge(x, y, K):
    """Adds a little to the diagonal, so that everything has an inverse; refuses by rank."""
    M = _windows(x, K)
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    return np.linalg.solve(M.T @ M + 1e-6 * np.eye(K), M.T @ y)


def tc_35__with_a_constant(x, y, K):
    """Fits a bias as well, which the layer has not."""
    M = _windows(x, K)
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    return np.linalg.lstsq(np.column_stack([M, np.ones(len(M))]), y, rcond=None)[0][:K]


def tc_35__single_precision(x, y, K):
    """Solves in single precision."""
    M = _windows(x, K)
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    return np.linalg.lstsq(M.astype(np.float32), np.asarray(y, np.float32), rcond=None)[0]


def tc_35__a_column(x, y, K):
    """Returns a column."""
    M = _windows(x, K)
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    return np.linalg.lstsq(M, np.asarray(y, float)[:, None], rcond=None)[0]


def tc_35__nothing_to_say(x, y, K):
    """Returns None instead of raising."""
    M = _windows(x, K)
    return np.linalg.lstsq(M, y, rcond=None)[0] if np.linalg.matrix_rank(M) == K else None


def tc_35__descends(x, y, K):
    """A hundred steps of gradient descent: not yet there."""
    M, k = _windows(x, K), np.zeros(K)
    if np.linalg.matrix_rank(M) < K:
        raise ValueError
    for _ in range(100):
        k = k - M.T @ (M @ k - y) / np.linalg.norm(M, 2) ** 2
    return k


def tc_35__refuses_alike_entries(x, y, K):
    """Refuses where an entry is repeated."""
    if len(y) < K or len({*np.asarray(x).tolist()}) < len(x):
        raise ValueError
    return np.linalg.lstsq(_windows(x, K), np.asarray(y, float), rcond=None)[0]


def tc_35b__slopes():
    """The slopes."""
    return [-50, -25]


def tc_35b__three_steps():
    """A step too many."""
    return [1, 1.5, 1.75]


def tc_35b__convolved():
    """Counts the first output only."""
    return [0.36, 0.6552]


def tc_35b__wanted():
    """The best kernel at once."""
    return [2, 2.0]


def tc_35b__right__tuple():
    """A tuple of fractions."""
    return (2 / 2, 3 / 2)


def tc_35c__factor_last():
    """The size of the factor after what follows from it."""
    return "cebgad"


def tc_35c__without_the_slope():
    """A line is missing."""
    return "cbdag"


def tc_35c__begins_with_the_slope():
    """The slope at u before u is given."""
    return "ecbdag"


def tc_35c__twice():
    """A line twice."""
    return "cebdagg"


def tc_35c__size_before_reason():
    """The size before the interval."""
    return "cebadg"


def tc_35c__wrong_instead():
    """Takes the line that is false for the one that concludes."""
    return "cebdaf"


def tc_35c__right__sizes_first():
    """What the number is before what it multiplies."""
    return "cdaebg"


def tc_35c__right__with_spaces():
    """With spaces between."""
    return "c d e b a g"


def tc_36__as_many_as_s_times_n(x, k, s):
    """Stops at s n places."""
    y = np.zeros(max(len(x) * s, (len(x) - 1) * s + len(k)))
    for i in range(len(x)):
        y[i * s : i * s + len(k)] += x[i] * np.asarray(k)
    return y[: len(x) * s]


def tc_36__largest(x, k, s):
    """The larger where copies meet."""
    y = np.zeros((len(x) - 1) * s + len(k))
    for i in range(len(x)):
        y[i * s : i * s + len(k)] = np.maximum(y[i * s : i * s + len(k)], x[i] * np.asarray(k))
    return y


def tc_36__s_zeros(x, k, s):
    """s zeros between the inputs."""
    pushed = np.zeros((len(x) - 1) * (s + 1) + 1)
    pushed[:: s + 1] = x
    return np.convolve(pushed, k)


def tc_36__forward(x, k, s):
    """The layer itself, of a padded signal."""
    return np.convolve(np.pad(x, len(k) - 1), np.asarray(k)[::-1], "valid")[::s]


def tc_36__right__list(x, k, s):
    """A list, place by place."""
    K, n = len(k), len(x)
    return [
        sum(x[i] * k[j - i * s] for i in range(n) if 0 <= j - i * s < K)
        for j in range((n - 1) * s + K)
    ]


def tc_36a__two_and_one():
    """The outer weights are too large."""
    return [2, 1, 2]


def tc_36a__too_large_between():
    """The middle weight is too large."""
    return [1, 4, 1]


def tc_36a__four_weights():
    """A kernel of four, which is even anyway."""
    return [1, 1, 1, 1]


def tc_36a__zero_in_the_middle():
    """A zero in the middle."""
    return [1, 0, -1]


def tc_36a__infinite():
    """Infinite weights: their differences are no numbers."""
    return [np.inf, np.inf, np.inf]


def tc_36a__not_a_number():
    """Nothing that can be compared."""
    return [np.nan, np.nan, np.nan]


def tc_36a__one_number():
    """One weight."""
    return 1


def tc_36a__nearly():
    """Nearly constant."""
    return [1, 2.001, 1]


def tc_36a__right__negative():
    """A negative weight."""
    return (3, 1, -2)


def tc_36a__right__fractions():
    """Fractions that add up with a rounding error."""
    return [0.1, 0.1 + 0.2, 0.2]


def tc_45a__ones():
    """Who has won, not what arrives."""
    return [0, 1, 0, 1, 0, 1, 0]


def tc_45a__three_numbers():
    """The gradients as they were sent."""
    return [1, 10, 100]


def tc_45a__first_of_the_window():
    """To the first entry of each window."""
    return [1, 0, 10, 0, 100, 0, 0]


def tc_45a__all_of_it():
    """All of it to every entry of the window."""
    return [1, 1, 11, 10, 110, 100, 100]


def tc_45a__smallest():
    """To the smallest."""
    return [0, 0, 11, 0, 0, 0, 100]


def tc_45a__right__tuple():
    """A tuple of floats."""
    return (0.0, 1.0, 0, 10.0, 0, 100.0, 0)


def _winner(x, i, K, s):
    return s * i + int(np.argmax(x[s * i : s * i + K]))


def tc_45__whole(x, g, K, s):
    """Whole numbers only."""
    back = np.zeros(len(x), int)
    for i, sent in enumerate(g):
        back[_winner(x, i, K, s)] += int(sent)
    return back


def tc_45__by_size(x, g, K, s):
    """The largest in absolute value."""
    return tc_45__right__list(np.abs(x), g, K, s)


def tc_45__times_the_winner(x, g, K, s):
    """Times the entry."""
    back = np.zeros(len(x))
    for i, sent in enumerate(g):
        back[_winner(x, i, K, s)] += sent * x[_winner(x, i, K, s)]
    return back


def tc_45__only_positive(x, g, K, s):
    """A negative winner gets nothing."""
    back = np.zeros(len(x))
    for i, sent in enumerate(g):
        at = _winner(x, i, K, s)
        back[at] += sent if x[at] > 0 else 0
    return back


def tc_45__changes_the_signal(x, g, K, s):
    """Writes into the signal."""
    found = tc_45__right__list(x, g, K, s)
    x[0] = x[0] + 1
    return found


def tc_45__right__list(x, g, K, s):
    """A list, with index of the first largest."""
    back = [0.0] * len(x)
    for i in range(len(g)):
        window = list(x[s * i : s * i + K])
        back[s * i + window.index(max(window))] += g[i]
    return back


def tc_45__right__add_at(x, g, K, s):
    """Without a loop."""
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(x), K)[::s]
    back = np.zeros(len(x))
    np.add.at(back, windows.argmax(axis=1) + s * np.arange(len(windows)), g)
    return back


def _ramps(K, middle):
    K = np.asarray(K)
    down, right = (np.arange(n) - middle(n) for n in K.shape)
    return {"wall": K.sum(), "right": K.sum(axis=0) @ right, "down": K.sum(axis=1) @ down}


def tc_35a__whole_middle(K):
    """The middle is rounded down: right for odd kernels."""
    return _ramps(K, lambda n: n // 2)


def tc_35a__middle_row_only(K):
    """Looks at the middle row and column only."""
    K = np.asarray(K)
    found = _ramps(K, lambda n: (n - 1) / 2)
    down, right = (np.arange(n) - (n - 1) / 2 for n in K.shape)
    h, w = K.shape
    return found | {"right": K[h // 2] @ right, "down": K[:, w // 2] @ down}


def tc_35a__sizes(K):
    """How strongly, not in which direction."""
    return {name: abs(value) for name, value in _ramps(K, lambda n: (n - 1) / 2).items()}


def tc_35a__a_list(K):
    """A list instead of a dict."""
    return [*_ramps(K, lambda n: (n - 1) / 2).values()]


def tc_35a__right__in_another_order(K):
    """Plain floats, in another order."""
    found = _ramps(K, lambda n: (n - 1) / 2)
    return {name: float(found[name]) for name in ("down", "wall", "right")}


def tc_36a__texts():
    """Digits in quotation marks."""
    return ["1", "2", "1"]


def tc_35__cut_at_a_ten_thousand_millionth(x, y, K):
    """A cut-off at 1e-10 of the largest singular value."""
    k, _, rank, _ = np.linalg.lstsq(_windows(x, K), np.asarray(y, float), rcond=1e-10)
    if rank < K:
        raise ValueError
    return k


def tc_35__right__pseudoinverse(x, y, K):
    """By the pseudoinverse; refuses with an error of linear algebra, which is a ValueError."""
    M = _windows(x, K)
    if np.linalg.matrix_rank(M) < K:
        raise np.linalg.LinAlgError
    return list(np.linalg.pinv(M) @ y)


def tc_36__six_decimals(x, k, s):
    """Rounded to six decimals."""
    return np.round(tc_36__right__list(x, k, s), 6)


def tc_36__right__kronecker(x, k, s):
    """Zeros between by a Kronecker product."""
    return np.convolve(np.kron(x, [1] + [0] * (s - 1))[: (len(x) - 1) * s + 1], k)


def tc_36a__nested():
    """A list of three numbers, within another list."""
    return [[1, 2, 1]]


def tc_36a__column():
    """Three lists of one number."""
    return [[1], [2], [1]]


def tc_45__whole_entries(x, g, K, s):
    """Compares the whole parts."""
    return tc_45__right__list([int(v) for v in x], g, K, s)


def tc_45__rounded_entries(x, g, K, s):
    """Compares six decimals."""
    return tc_45__right__list([round(float(v), 6) for v in x], g, K, s)


def tc_45__not_less_than_minus_1000(x, g, K, s):
    """Begins each window with -1000 for the largest."""
    back = [0.0] * len(x)
    for i in range(len(g)):
        best, at = -1000, s * i
        for j in range(s * i, s * i + K):
            if x[j] > best:
                best, at = x[j], j
        back[at] += g[i]
    return back


def tc_45__close_is_equal(x, g, K, s):
    """The first that is close to the largest."""
    back = [0.0] * len(x)
    for i in range(len(g)):
        window = np.asarray(x[s * i : s * i + K])
        back[s * i + int(np.flatnonzero(np.isclose(window, window.max()))[0])] += g[i]
    return back


def tc_45__first_in_the_signal(x, g, K, s):
    """Where the largest number stands first in the signal, and not in the window."""
    back, x = [0.0] * len(x), list(x)
    for i in range(len(g)):
        back[x.index(max(x[s * i : s * i + K]))] += g[i]
    return back


def tc_36__empties_the_signal(x, k, s):
    """Leaves zeros in the caller's signal."""
    y = tc_36__right__list(x, k, s)
    x[:] = 0
    return y


def tc_35a__takes_off_the_mean(K):
    """Takes the mean off the caller's kernel."""
    found = tc_35a__right__in_another_order(K)
    K -= K.mean().astype(K.dtype)
    return found


def tc_45__zeros_never_win(x, g, K, s):
    """An entry that is zero counts as nothing."""
    return tc_45__right__list([v if v else -99 for v in x], g, K, s)


def tc_35__no_residual(x, y, K):
    """NumPy returns no residual where windows and weights are equally many."""
    M = np.lib.stride_tricks.sliding_window_view(np.asarray(x, float), K)
    k, residual, _, _ = np.linalg.lstsq(M, np.asarray(y, float), rcond=None)
    if not len(residual):
        raise ValueError
    return k
