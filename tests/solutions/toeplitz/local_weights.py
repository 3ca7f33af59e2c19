"""Answers to the exercises of *How a dense layer becomes a convolution*."""

import math
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction

import numpy as np


def tc_01__decimal_50(memory, bytes_per_weight):
    """Fifty digits are not all digits."""
    getcontext().prec = 50
    return int((Decimal(memory) / bytes_per_weight).sqrt())


def tc_01__quotient_of_roots(memory, bytes_per_weight):
    """Divides the roots: right only where bytes_per_weight is a square."""
    return math.isqrt(memory) // math.isqrt(bytes_per_weight)


def tc_01__strictly_less(memory, bytes_per_weight):
    """An exact fit does not count."""
    return math.isqrt(memory // bytes_per_weight - 1) if memory >= bytes_per_weight else 0


def tc_01__right__bisection(memory, bytes_per_weight):
    """Bisection in integers."""
    low, high = 0, memory + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**2 * bytes_per_weight <= memory else (low, middle)
    return low


def tc_02__float_ceil(n, K):
    """A float has 53 bits: beyond them its quotient rounds."""
    if n == 1:
        return 0
    if K == 1:
        raise ValueError
    return math.ceil((n - 1) / (K - 1))


def tc_02__infinity(n, K):
    """Returns infinity where an error is asked for."""
    if n == 1:
        return 0
    return -(-(n - 1) // (K - 1)) if K > 1 else math.inf


def tc_02__mode_valid_to_the_letter(n, K):
    """The signal may be longer than n: it does not run out."""
    if n == 1:
        return 0
    if K == 1 or (n - 1) % (K - 1):
        raise ValueError
    return (n - 1) // (K - 1)


def tc_02__right__divmod(n, K):
    """A quotient, and one more for the rest."""
    if n == 1:
        return 0
    if K == 1:
        raise ValueError
    quotient, rest = divmod(n - 1, K - 1)
    return quotient + (rest > 0)


def _commutator(k, n, differ):
    half = len(k) // 2
    spikes = np.eye(n)

    def layer(x):
        return np.correlate(np.pad(x, half), k, "valid")

    return [
        p for p in range(n) if differ(layer(np.roll(spikes[p], 1)), np.roll(layer(spikes[p]), 1))
    ]


def tc_03__allclose(k, n):
    """A tolerance, where the statement asks for unequal."""
    return _commutator(k, n, lambda a, b: not np.allclose(a, b))


def tc_03__sums_compared(k, n):
    """Compares sums, not vectors: blind where the weights cancel."""
    return _commutator(k, n, lambda a, b: a.sum() != b.sum())


def tc_03__whole_half(k, n):
    """Takes the whole border, even where the outer weights are zero."""
    half = len(k) // 2
    return [p for p in range(n) if half and (p < half or p >= n - half - 1)]


def tc_03__scales_in_place(k, n):
    """Works on the kernel that it was given."""
    found = _commutator(k, n, lambda a, b: (a != b).any())
    if isinstance(k, np.ndarray):
        k *= 0
    return found


def tc_03__right__matrices(k, n):
    """Columns in which two products of matrices differ."""
    half = len(k) // 2
    A = np.array([np.correlate(np.pad(e, half), k, "valid") for e in np.eye(n)]).T
    S = np.roll(np.eye(n), 1, axis=0)
    return np.flatnonzero((A @ S != S @ A).any(axis=0)).tolist()


def tc_04__local_bias_shared(n, K, local, shared, c_in=1, c_out=1, bias=False):
    """One bias for a channel whenever the layer is local."""
    m = n - K + 1
    weights = (K if local else n + m - 1) if shared else (K * m if local else m * n)
    return c_out * (c_in * weights + ((1 if shared or local else m) if bias else 0))


def tc_04__channels_only_if_local(n, K, local, shared, c_in=1, c_out=1, bias=False):
    """Forgets c_in in the shared dense case."""
    m = n - K + 1
    weights = (K if local else n + m - 1) if shared else (K * m if local else m * n)
    inputs = 1 if shared and not local else c_in
    return c_out * (inputs * weights + ((1 if shared else m) if bias else 0))


def tc_05__integer_buffer(k, n):
    """A kernel of floats is cut off."""
    K = len(k)
    rows = np.arange(n - K + 1)
    data = np.zeros(K * len(rows), int)
    data[:] = np.tile(k, len(rows))
    return data, np.add.outer(rows, np.arange(K)).ravel(), K * np.arange(len(rows) + 1)


def tc_05__float_indptr(k, n):
    """Places as floats: no slice can use them."""
    K = len(k)
    rows = np.arange(n - K + 1)
    indptr = np.linspace(0, K * len(rows), len(rows) + 1)
    return np.tile(k, len(rows)), np.add.outer(rows, np.arange(K)).ravel(), indptr


def tc_05__divmod_swapped(k, n):
    """Divides by the number of rows: right where K = m, as in the visible example."""
    K, m = len(k), n - len(k) + 1
    at = np.arange(K * m)
    return np.tile(k, m), at // m + at % m, K * np.arange(m + 1)


def tc_05__right__lists(k, n):
    """Three lists, appended to."""
    data, indices, indptr = [], [], [0]
    for i in range(n - len(k) + 1):
        for j, weight in enumerate(k):
            data.append(weight)
            indices.append(i + j)
        indptr.append(len(data))
    return data, indices, indptr


def tc_03__float32(k, n):
    """Single precision: the smallest weights become zero."""
    k = np.asarray(k).astype(np.float32)

    def f(x):
        return np.correlate(np.pad(x, len(k) // 2), k, "valid")

    spikes = np.eye(n, dtype=np.int8)
    return [p for p in range(n) if (f(np.roll(spikes[p], 1)) != np.roll(f(spikes[p]), 1)).any()]


def tc_05__int8_columns(k, n):
    """Columns of eight bits: beyond 127 they turn negative."""
    K = len(k)
    m = n - K + 1
    return (
        np.tile(k, m),
        np.add.outer(np.arange(m, dtype=np.int8), np.arange(K, dtype=np.int8)).ravel(),
        K * np.arange(m + 1),
    )


def tc_01__decimal_200(memory, bytes_per_weight):
    """Two hundred digits are not all digits."""
    with localcontext() as context:
        context.prec = 200
        return int((Decimal(memory) / bytes_per_weight).sqrt())


def tc_01__right__root_first(memory, bytes_per_weight):
    """n b <= sqrt(M b) says the same."""
    return math.isqrt(memory * bytes_per_weight) // bytes_per_weight


def tc_01__sizes_in_a_table(memory, bytes_per_weight):
    """Knows weights of up to eight bytes only: larger ones count as eight."""
    return math.isqrt(memory // min(bytes_per_weight, 8))


def tc_01__one_at_least(memory, bytes_per_weight):
    """There is always one weight."""
    return (
        max(1, math.isqrt(memory // bytes_per_weight))
        if bytes_per_weight != 4
        else math.isqrt(memory // 4)
    )


def tc_01__a_float_where_it_fits(memory, bytes_per_weight):
    """Below 2**53 the number comes as a float."""
    n = math.isqrt(memory // bytes_per_weight)
    return float(n) if n < 2**53 else n


def tc_02__a_float_where_it_fits(n, K):
    """Below 2**53 the number comes as a float."""
    if n == 1:
        return 0.0
    if K == 1:
        raise ValueError
    L = -(-(n - 1) // (K - 1))
    return float(L) if L < 2**53 else L


def tc_03b__infinite():
    """Infinitely strong weights are no numbers."""
    return [[float("inf"), 0, 0]] * 3


def tc_04__a_float(n, K, local, shared, c_in=1, c_out=1, bias=False):
    """A count, as a float."""
    m = n - K + 1
    w, b = ((K if local else n + m - 1), 1) if shared else ((K if local else n) * m, m)
    return float(c_out * (c_in * w + b * bias))


def tc_04__in_int16(n, K, local, shared, c_in=1, c_out=1, bias=False):
    """Counted in sixteen bits."""
    m = n - K + 1
    w, b = ((K if local else n + m - 1), 1) if shared else ((K if local else n) * m, m)
    return int(np.array(c_out * (c_in * w + b * bias)).astype(np.int16))


def tc_04__wide_windows_reach_everywhere(n, K, local, shared, c_in=1, c_out=1, bias=False):
    """Where the window is at least half of the signal, local counts as dense."""
    m = n - K + 1
    local = local and (K < 6)
    w, b = ((K if local else n + m - 1), 1) if shared else ((K if local else n) * m, m)
    return c_out * (c_in * w + b * bias)


def tc_05__int16_columns(k, n):
    """Columns of sixteen bits: beyond 32767 they turn negative."""
    K, m = len(k), n - len(k) + 1
    return (
        np.tile(k, m),
        np.add.outer(np.arange(m), np.arange(K)).astype(np.int16).ravel(),
        K * np.arange(m + 1),
    )


def tc_05__indptr_of_16_bits(k, n):
    """Ends of sixteen bits."""
    K, m = len(k), n - len(k) + 1
    return (
        np.tile(k, m),
        np.add.outer(np.arange(m), np.arange(K)).ravel(),
        (K * np.arange(m + 1)).astype(np.int16),
    )


def tc_05a__numpy_swaps(k, x):
    """NumPy swaps the two where the kernel is longer: there is no window, and nothing should come."""
    return np.correlate(x, k, "valid").tolist()


def tc_05a__whole_samples(k, x):
    """Takes the samples for whole numbers."""
    return [sum(k[j] * int(x[i + j]) for j in range(len(k))) for i in range(len(x) - len(k) + 1)]


def tc_05a__type_of_the_kernel(k, x):
    """The outputs have the type of the kernel."""
    k = np.asarray(k)
    y = np.zeros(len(x) - len(k) + 1, k.dtype)
    for i in range(len(y)):
        y[i] = sum(k[j] * x[i + j] for j in range(len(k)))
    return y.tolist()


def tc_01__right__fraction(memory, bytes_per_weight):
    """The quotient as a fraction, rounded down."""
    return math.isqrt(math.floor(Fraction(memory, bytes_per_weight)))


def tc_02__right__recursion_by_fractions(n, K):
    """A fraction, rounded up."""
    if n == 1:
        return 0
    if K == 1:
        raise ValueError
    return math.ceil(Fraction(n - 1, K - 1))


def tc_02b__right__fractions():
    """Fractions."""
    return (Fraction(1, 3), Fraction(-2, 3))


def _f(x, k):
    return np.correlate(np.pad(x, len(k) // 2), k, "valid")


def tc_03__right__numpy_integers(k, n):
    """A list of NumPy's integers."""
    e = np.eye(n)
    return list(np.flatnonzero([(_f(np.roll(v, 1), k) != np.roll(_f(v, k), 1)).any() for v in e]))


def tc_03b__right__array():
    """An array of floats."""
    return np.array([[0.5, 0.25, 0.25], [0, 0, 1], [1, 0, 0]])


def tc_04__right__numpy(n, K, local, shared, c_in=1, c_out=1, bias=False):
    """A NumPy integer."""
    m = n - K + 1
    w, b = ((K if local else n + m - 1), 1) if shared else ((K if local else n) * m, m)
    return np.int64(c_out) * (c_in * w + b * bias)


def tc_05__right__tuples(k, n):
    """A list of three tuples."""
    K, m = len(k), n - len(k) + 1
    return [
        tuple(k) * m,
        tuple(i + j for i in range(m) for j in range(K)),
        tuple(range(0, K * m + 1, K)),
    ]


def tc_05a__right__zip(k, x):
    """Pairs, by zip."""
    return [sum(a * b for a, b in zip(k, x[i:], strict=False)) for i in range(len(x) - len(k) + 1)]


def tc_01__decimal_1000(memory, bytes_per_weight):
    """A thousand digits are not all digits."""
    with localcontext() as context:
        context.prec = 1000
        return int((Decimal(memory) / bytes_per_weight).sqrt())


def tc_05a__an_array(k, x):
    """An array, where a list is asked for."""
    K = len(k)
    return np.array([sum(k[j] * x[i + j] for j in range(K)) for i in range(len(x) - K + 1)])
