"""Answers to the exercises of *Kernels by design, and gradients through a loop*."""

import math
from fractions import Fraction
from itertools import pairwise

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
    """Applies the kernel to powers of the distance from one place, and compares derivatives."""
    for q in range(len(k)):
        made = sum(weight * float(j - places[-1]) ** q for weight, j in zip(k, places, strict=True))
        if abs(made) > 1e-6:
            return q, made / np.polynomial.Polynomial([0] * q + [1]).deriv(q)(0.0)
    raise AssertionError


def tc_41b__moments_in_floats(k, places):
    """In double precision, with a tolerance: right near zero only."""
    k, places = np.array(k, float), np.array(places, float)
    for q in range(len(k)):
        moment = k @ places**q
        if abs(moment) > 1e-6:
            return q, moment / math.factorial(q)
    return len(k) - 1, 0.0


def tc_41b__right__whole_numbers_of_numpy(k, places):
    """In integers of 64 bits: what runs over comes back, since the moment itself is small."""
    k, places = np.array(k), np.array(places)
    q = next(q for q in range(len(k)) if k @ places**q)
    return q, int(k @ places**q) // math.factorial(q)


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


def tc_40a__on_the_line_alone():
    """The line is answered once."""
    return [[0, 0], [0, 1], [1, 0]]


def tc_40a__signs():
    """Without signs."""
    return [[0, 1], [1, 1], [1, 0]]


def tc_40a__three_columns():
    """With a column for each of the image."""
    return [[0, 0, 1], [0, 1, -1], [1, -1, 0]]


def tc_40a__upside_down():
    """The rows from below."""
    return [[1, 0], [-1, 1], [0, -1]]


def tc_40a__right__tuples():
    """Tuples, with a point."""
    return ((0.0, -1.0), (-1.0, 1.0), (1.0, 0.0))


def tc_40b__without_the_definition():
    """The last definition is missing."""
    return "bedc"


def tc_40b__both_transposes():
    """Takes the false line as well."""
    return "befdac"


def tc_40b__right__with_arrows():
    """Written as a chain."""
    return "b -> e -> d -> a -> c"


def tc_40__rolled(f, X):
    """Mirrors the image about its first column."""
    X = np.asarray(X)
    mirror = np.roll(X[:, ::-1], 1, axis=1)
    return np.asarray(f(mirror))[:, ::-1]


def tc_40__transposed(f, X):
    """Transposes in place of mirroring."""
    return np.asarray(f(np.asarray(X).T)).T


def tc_40__symmetric_kernels(f, X):
    """Right if the kernel is its own mirror image."""
    return f(X)


def tc_41c__half():
    """The last two weights as they are, the first forgotten."""
    return [0, 2, -0.5]


def tc_41c__doubled():
    """Not divided by two."""
    return [-3, 4, -1]


def tc_41c__backwards():
    """The weights from the other end."""
    return [-0.5, 2, -1.5]


def tc_41c__mean_of_two_slopes():
    """The mean of the slopes of the two steps."""
    return [-0.5, 0.0, 0.5]


def tc_41c__right__divided():
    """A tuple of quotients."""
    return (-3 / 2, 4 / 2, -1 / 2)


def tc_41a__also_a_slope():
    """Slope and curvature together: of lines it gives the slope."""
    return [0.5, -2, 1.5]


def tc_41a__not_a_number():
    """No number at all."""
    return [float("nan"), 0, 1]


def tc_41a__four_weights():
    """One too many."""
    return [0, 0, 1, 0]


def tc_41a__nearly_a_slope():
    """As near to a slope as rounding goes."""
    return [-0.5, 1e-12, 0.5]


def tc_41a__curvature_half():
    """The first moment is 0."""
    return [0.5, -1, 0.5]


def tc_41a__right__sum_two():
    """A sum of two, as a tuple."""
    return (0.0, 1.0, 1.0)


def tc_41a__right__middle_alone():
    """A slope, and the value itself."""
    return [-1 / 2, 1, 1 / 2]


def tc_41b__sign_lost(k, places):
    """The size of the factor."""
    q = next(q for q in range(len(k)) if _moment(k, places, q))
    return q, abs(_moment(k, places, q)) / math.factorial(q)


def tc_41b__about_the_middle_place(k, places):
    """Places counted from their mean: the first moment that is not zero stays what it was."""
    q = next(q for q in range(len(k)) if _moment(k, places, q))
    return q + 1, _moment(k, places, q) / math.factorial(q)


def tc_41b__number_of_signs(k, places):
    """The number of changes of sign is taken for the order."""
    signs = [np.sign(weight) for _, weight in sorted(zip(places, k, strict=True)) if weight]
    q = sum(int(a != b) for a, b in pairwise(signs))
    return q, _moment(k, places, q) / math.factorial(q)


def tc_41b__unit_places(k, places):
    """As if neighbours were one apart."""
    ranks = [sorted(places).index(j) for j in places]
    q = next(q for q in range(len(k)) if _moment(k, ranks, q))
    return q, _moment(k, ranks, q) / math.factorial(q)


def tc_41b__right__as_a_list(k, places):
    """About another place, as a list of floats: the lowest moment is the same there."""
    shifted = [j - places[0] for j in places]
    q = next(q for q in range(len(k)) if _moment(k, shifted, q))
    return [float(q), _moment(k, shifted, q) / math.factorial(q)]


def tc_44__only_the_passes():
    """The first pass alone."""
    return [2, 10, 25]


def tc_44__rank_of_the_hole():
    """Three: one row above, one below, one between."""
    return [3, 30, 25]


def tc_44__two_numbers():
    """One is missing."""
    return [2, 20]


def tc_44__multiplied():
    """The sides multiplied in place of added."""
    return [2, 50, 25]


def tc_44__right__a_tuple():
    """A tuple, with a point."""
    return (2.0, 20.0, 25.0)


def tc_44a__first_column(K):
    """Always the first column."""
    K = np.asarray(K, float)
    i = np.argmax(np.abs(K[:, 0]))
    return K[:, 0] / (K[i, 0] or 1.0), K[i]


def tc_44a__norms(K):
    """The norms of the rows and of the columns: without signs."""
    K = np.asarray(K, float)
    return np.linalg.norm(K, axis=1), np.linalg.norm(K, axis=0) / (np.linalg.norm(K) or 1.0)


def tc_44a__diagonal(K):
    """Divides by the diagonal's largest entry, which may be zero."""
    K = np.asarray(K, float)
    i = int(np.argmax(np.abs(np.diag(K))))
    return K[:, i] / (K[i, i] or 1.0), K[i]


def tc_44a__rounded(K):
    """Rounds the column."""
    K = np.asarray(K, float)
    i, j = np.unravel_index(np.argmax(np.abs(K)), K.shape)
    return np.round(K[:, j] / (K[i, j] or 1.0)), K[i]


def tc_44a__right__lists(K):
    """By loops, as lists."""
    for row in K:
        for j, pivot in enumerate(row):
            if pivot:
                return [float(other[j] / pivot) for other in K], list(row)
    return [0.0] * len(K), [0.0] * len(K[0])


def tc_43a__gigabytes():
    """Counts in another unit."""
    return 4000


def tc_43a__bytes():
    """In bytes."""
    return 4e12


def tc_43a__eight_bytes():
    """Eight bytes for each entry."""
    return 8


def tc_43a__square_of_the_kernel():
    """Nine for each window."""
    return 36


def tc_43a__right__exactly():
    """To the last digit."""
    return 998**2 * 1000**2 * 4 / 1e12


def tc_43__windows_by_windows(H, W, kh, kw):
    """T as wide as it is high."""
    m = (H - kh + 1) * (W - kw + 1)
    once = [n if K in (1, n) else 2 for n, K in ((H, kh), (W, kw))]
    return m * m, m * kh * kw, m * kh * kw, once[0] * once[1]


def tc_43__border_pixels(H, W, kh, kw):
    """The pixels at the border."""
    m = (H - kh + 1) * (W - kw + 1)
    return m * H * W, m * kh * kw, m * kh * kw, H * W - max(0, H - 2) * max(0, W - 2)


def tc_43__axes_exchanged(H, W, kh, kw):
    """Each kernel side on the other axis."""
    m = (H - kh + 1) * (W - kw + 1)
    once = [n if K in (1, n) else 2 for n, K in ((H, kw), (W, kh))]
    return m * H * W, m * kh * kw, m * kh * kw, once[0] * once[1]


def tc_43__right__a_list(H, W, kh, kw):
    """A list of floats where they are exact."""
    m = (H - kh + 1) * (W - kw + 1)
    once = [n if K in (1, n) else 2 for n, K in ((H, kh), (W, kw))]
    return [m * H * W, m * kh * kw, m * kh * kw, once[0] * once[1]]


def tc_42a__ones():
    """The slopes of the sum."""
    return [1, 1]


def tc_42a__values():
    """The values at the end."""
    return [12, 12]


def tc_42a__halved():
    """The copy takes half."""
    return [1.5, 1]


def tc_42a__sum():
    """The slopes added up."""
    return [5, 5]


def tc_42a__right__a_tuple():
    """With a point."""
    return (3.0, 2.0)


def tc_42__first_write_only(events):
    """Only the first write of an array counts."""
    out, written = [], set()
    for at, e in enumerate(events):
        if e[0] == "write":
            written.add(e[1])
        elif e[2] not in written and ("write", e[2]) in events[at:]:
            out.append(e[1])
    firsts = [e[1] for e in events if e[0] == "save"]
    return sorted(set(out), key=firsts.index)


def tc_42__next_event_only(events):
    """Looks at the next event alone."""
    out = []
    for e, after in pairwise(events):
        if e[0] == "save" and after == ("write", e[2]) and e[1] not in out:
            out.append(e[1])
    return out


def tc_42__saved_again_is_good(events):
    """An array that is saved again after the write is good once more."""
    gone, order = {}, []
    for e in events:
        if e[0] == "save":
            gone[e[1]] = False
            order += [e[1]] if e[1] not in order else []
        else:
            for op in {s[1] for s in events[: events.index(e)] if s[0] == "save" and s[2] == e[1]}:
                gone[op] = True
    return [op for op in order if gone[op]]


def tc_42__all_arrays_must_be_gone(events):
    """Only where everything that it saved is overwritten."""
    firsts, good = [], set()
    for at, e in enumerate(events):
        if e[0] == "save":
            firsts += [e[1]] if e[1] not in firsts else []
            if ("write", e[2]) not in events[at:]:
                good.add(e[1])
    return [op for op in firsts if op not in good]


def tc_42__right__by_sets(events):
    """From the end to the beginning, as a tuple."""
    written, gone, order = set(), set(), []
    for kind, *rest in reversed(events):
        if kind == "write":
            written.add(rest[0])
        else:
            op, name = rest
            order = [op, *(other for other in order if other != op)]
            gone |= {op} if name in written else set()
    return tuple(op for op in order if op in gone)


def tc_41b__right__fractions(k, places):
    """The factor as a fraction."""
    q = next(q for q in range(len(k)) if _moment(k, places, q))
    return q, Fraction(int(_moment(k, places, q)), math.factorial(q))


def tc_40__probe_of_five(f, X):
    """Finds the kernel with a spike in a 5 x 5 image: right for kernels up to 3 x 3 only."""
    X = np.asarray(X, float)
    spike = np.zeros((5, 5))
    spike[2, 2] = 1
    out = np.asarray(f(spike))
    kh, kw = 6 - out.shape[0], 6 - out.shape[1]
    K = np.array([[out[2 - a, 2 - b] for b in range(kw)] for a in range(kh)])
    V = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.einsum("ab,ijab->ij", K[:, ::-1], V)


def tc_40__right__exchange_matrix(f, X):
    """Multiplies by the matrix that turns columns round, before and after."""
    X = np.asarray(X, float)
    Y = np.asarray(f(X @ np.eye(X.shape[1])[::-1]))
    return (Y @ np.eye(Y.shape[1])[::-1]).tolist()


def tc_41a__nested():
    """A list of three numbers, within another list."""
    return [[0, 0, 1]]


def tc_41a__column():
    """Three lists of one number."""
    return [[0], [0], [1]]


def tc_41a__truth_values():
    """Truth values in place of numbers."""
    return [False, False, True]


def tc_41b__up_to_the_fourth(k, places):
    """Looks for orders up to four only."""
    return next(
        (q, _moment(k, places, q) / math.factorial(q)) for q in range(5) if _moment(k, places, q)
    )


def tc_41b__up_to_the_ninth(k, places):
    """Looks for orders up to nine only."""
    return next(
        (q, _moment(k, places, q) / math.factorial(q)) for q in range(10) if _moment(k, places, q)
    )


def tc_41b__more_than_one(k, places):
    """Takes a moment of one for a rounding error."""
    q = next(q for q in range(len(k)) if abs(_moment(k, places, q)) > 1)
    return q, _moment(k, places, q) / math.factorial(q)


def tc_41b__single_precision(k, places):
    """In single precision."""
    k, places = np.array(k, np.float32), np.array(places, np.float32)
    q = next(q for q in range(len(k)) if k @ places**q)
    return q, float(k @ places**q) / math.factorial(q)


def tc_44a__close_to_zero(K):
    """A row that is close to zero counts as zero."""
    K = np.asarray(K, float)
    for row in K:
        if not np.allclose(row, 0):
            j = int(np.argmax(np.abs(row)))
            return K[:, j] / row[j], row
    return np.zeros(len(K)), np.zeros(K.shape[1])


def tc_44a__sums_unless_zero(K):
    """The sums, as long as the sum of all is not nearly zero."""
    K = np.asarray(K, float)
    if abs(K.sum()) > 1e-9:
        return K.sum(axis=1), K.sum(axis=0) / K.sum()
    return tc_44a__right__svd(K)


def tc_44a__a_little_more(K):
    """Adds a little to what it divides by, so that it is never zero."""
    K = np.asarray(K, float)
    i, j = np.unravel_index(np.argmax(np.abs(K)), K.shape)
    return K[:, j] / (K[i, j] + 1e-12), K[i]


def tc_44a__single_precision(K):
    """In single precision."""
    return tuple(each.astype(np.float32) for each in tc_44a__right__svd(K))


def tc_42__as_a_dict(events):
    """The operations as the keys of a dict."""
    return dict.fromkeys(tc_42__right__by_sets(events))


def tc_42__next_eight_events(events):
    """Looks at the next eight events."""
    firsts, gone = [e[1] for e in events if e[0] == "save"], set()
    for at, e in enumerate(events):
        if e[0] == "save" and ("write", e[2]) in events[at : at + 9]:
            gone.add(e[1])
    return sorted(gone, key=firsts.index)


def tc_42__names_mixed(events):
    """One dict for arrays and operations: an operation with the name of an array is spoiled."""
    written = {}
    for at, e in enumerate(events):
        if e[0] == "write":
            written[e[1]] = at
    gone = [
        e[1]
        for at, e in enumerate(events)
        if e[0] == "save" and max(written.get(e[2], -1), written.get(e[1], -1)) > at
    ]
    return list(dict.fromkeys(e[1] for e in events if e[0] == "save" and e[1] in gone))
