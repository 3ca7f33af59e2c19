"""Answers to the exercises of *Kernels by design, and gradients through a loop*."""

import math

import numpy as np


def tc_40__mirrors_in_place(f, X):
    """Leaves the caller's image mirrored."""
    X[:] = X[:, ::-1].copy()
    return np.asarray(f(X))[:, ::-1]


def tc_40__answer_not_mirrored(f, X):
    """Forgets to mirror the answer back."""
    return np.asarray(f(np.asarray(X)[:, ::-1]))


def tc_40__integers(f, X):
    """An image of integers."""
    return np.asarray(f(np.asarray(X).astype(int)[:, ::-1]))[:, ::-1]


def tc_40__up_and_down(f, X):
    """Mirrors along the other axis."""
    return np.asarray(f(np.asarray(X)[::-1]))[::-1]


def tc_42__one_array_for_an_operation(events):
    """An operation that saves two arrays keeps the last one only."""
    version, saved = {}, {}
    for event in events:
        if event[0] == "write":
            version[event[1]] = version.get(event[1], 0) + 1
        else:
            saved[event[1]] = (event[2], version.get(event[2], 0))
    return [op for op, (name, then) in saved.items() if version.get(name, 0) != then]


def tc_42__named_each_time(events):
    """Names an operation as often as it has saved something that is gone."""
    return [
        e[1]
        for at, e in enumerate(events)
        if e[0] == "save" and any(tuple(w) == ("write", e[2]) for w in events[at:])
    ]


def tc_42__alphabetical(events):
    """Sorts by name."""
    return sorted(set(tc_42__named_each_time(events)))


def tc_42__empties_the_list(events):
    """Eats up the caller's events."""
    found = list(dict.fromkeys(tc_42__named_each_time(events)))
    if isinstance(events, list):
        events.clear()
    return found


def tc_42__right__compares_tuples(events):
    """Compares with the tuple that the statement shows."""
    found = []
    for at, event in enumerate(events):
        if event[0] == "save" and ("write", event[2]) in events[at:] and event[1] not in found:
            found.append(event[1])
    firsts = [e[1] for e in events if e[0] == "save"]
    return sorted(found, key=firsts.index)


def tc_43__kernel_one_forgotten(H, W, kh, kw):
    """Only K = n treated apart, not K = 1."""
    m = (H - kh + 1) * (W - kw + 1)
    once = (H if kh == H else 2) * (W if kw == W else 2)
    return m * H * W, m * kh * kw, m * kh * kw, once


def tc_43__builds_the_matrix(H, W, kh, kw):
    """Builds the matrix, which the statement forbids."""
    T = np.zeros(((H - kh + 1) * (W - kw + 1), H * W))
    at = 0
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            T[at].reshape(H, W)[i : i + kh, j : j + kw] = 1
            at += 1
    nonzeros = int(T.sum())
    return T.size, nonzeros, nonzeros, int((T.sum(axis=0) == 1).sum())


def tc_43__four_corners(H, W, kh, kw):
    """Always four corners."""
    m = (H - kh + 1) * (W - kw + 1)
    return m * H * W, m * kh * kw, m * kh * kw, 4


def tc_43__right__windows_counted(H, W, kh, kw):
    """Counts windows on each axis."""

    def once(n, K):
        windows = [min(i, n - K) - max(0, i - K + 1) + 1 for i in range(n)]
        return windows.count(1)

    m = (H - kh + 1) * (W - kw + 1)
    return m * H * W, m * kh * kw, m * kh * kw, once(H, kh) * once(W, kw)


def tc_42__order_of_stale_saves(events):
    """The order of the first save that is stale, not of the first save."""
    out = []
    for at, e in enumerate(events):
        if e[0] == "save" and ("write", e[2]) in events[at:] and (e[1] not in out):
            out.append(e[1])
    return out


def tc_42__last_of_a_run(events):
    """Repetitions are dropped only where they follow each other."""
    saves = [(at, *e[1:]) for at, e in enumerate(events) if e[0] == "save"]
    gone = {op for at, op, name in saves if ("write", name) in events[at:]}
    ops = [op for _, op, _ in saves]
    return [
        op for before, op in zip([None, *ops[:-1]], ops, strict=True) if op != before and op in gone
    ]


def tc_40__two_digits(f, X):
    """Rounds the answer to two digits."""
    return np.round(np.asarray(f(np.asarray(X)[:, ::-1]))[:, ::-1], 2)


def tc_40__right__finds_the_kernel(f, X):
    """Asks for the kernel, and correlates with its mirror image."""
    X = np.asarray(X, float)
    h, w = np.shape(f(X))
    kh, kw = X.shape[0] - h + 1, X.shape[1] - w + 1
    spike = np.zeros((2 * kh - 1, 2 * kw - 1))
    spike[kh - 1, kw - 1] = 1
    K = np.asarray(f(spike))[::-1]
    return [[float(np.sum(K * X[i : i + kh, j : j + kw])) for j in range(w)] for i in range(h)]


def tc_43__columns_by_difference(H, W, kh, kw):
    """Where windows overlap much, counts two columns for each place."""

    def once(n, K):
        return n if K in (1, n) else 2 if n > 2 * (K - 1) else 2 * (n - K)

    m = (H - kh + 1) * (W - kw + 1)
    return m * H * W, m * kh * kw, m * kh * kw, once(H, kh) * once(W, kw)


def _moment(k, places, r):
    return sum(weight * j**r for weight, j in zip(k, places, strict=True))


def tc_41b__q_for_its_factorial(k, places):
    """q instead of q!: right up to q = 2."""
    q = next(q for q in range(len(k)) if _moment(k, places, q))
    return q, _moment(k, places, q) / max(q, 1)


def tc_41b__integer_division(k, places):
    """The factor cut off to an integer, downwards by one."""
    q = next(q for q in range(len(k)) if _moment(k, places, q))
    return q, (_moment(k, places, q) - 1) // math.factorial(q)


def tc_41b__sorted_places(k, places):
    """The weights as they stand, the places sorted."""
    places = sorted(places)
    q = next((q for q in range(len(k)) if _moment(k, places, q)), 0)
    return q, _moment(k, places, q) / math.factorial(q)


def tc_41b__up_to_second(k, places):
    """Looks for orders up to two only."""
    for q in range(3):
        if _moment(k, places, q):
            return q, _moment(k, places, q) / math.factorial(q)
    return 3, 1.0


def tc_41b__right__by_polynomials(k, places):
    """Applies the kernel to powers, and compares with their derivatives."""
    for q in range(len(k)):
        made = sum(weight * float(j) ** q for weight, j in zip(k, places, strict=True))
        if abs(made) > 1e-6:
            return q, made / np.polynomial.Polynomial([0] * q + [1]).deriv(q)(0.0)
    raise AssertionError


def tc_44a__integers(K):
    """Divides whole numbers as whole numbers."""
    K = np.asarray(K).astype(int)
    i, j = np.unravel_index(np.argmax(np.abs(K)), K.shape)
    return K[:, j] // (K[i, j] or 1), K[i]


def tc_44a__absolute(K):
    """Loses the signs of the column."""
    K = np.asarray(K, float)
    i, j = np.unravel_index(np.argmax(np.abs(K)), K.shape)
    return np.abs(K[:, j]) / (np.abs(K[i, j]) or 1.0), K[i]


def tc_44a__largest_entry(K):
    """The largest weight, which is zero where all others are negative."""
    K = np.asarray(K, float)
    i, j = np.unravel_index(np.argmax(K), K.shape)
    return K[:, j] / (K[i, j] or 1.0), K[i]


def tc_44a__in_place(K):
    """Divides the caller's kernel."""
    row = np.array(K, float)
    i, j = np.unravel_index(np.argmax(np.abs(row)), row.shape)
    if isinstance(K, np.ndarray):
        K /= row[i, j] or 1.0
    return row[:, j] / (row[i, j] or 1.0), row[i]


def tc_44a__right__svd(K):
    """By the singular value decomposition."""
    U, sigma, V = np.linalg.svd(np.asarray(K, float))
    return sigma[0] * U[:, 0], V[0]
