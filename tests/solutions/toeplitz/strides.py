"""Answers to the exercises of *How far and how finely: stride, dilation, pooling*."""

import math
from fractions import Fraction
from itertools import pairwise


def _by(k, d):
    return list(k[::d]), d


def tc_18__first_two_gaps(k):
    """The common divisor of the first two gaps only."""
    places = [i for i, weight in enumerate(k) if weight != 0][:3]
    return _by(k, math.gcd(*places) or 1)


def tc_18__first_and_last(k):
    """Looks at the first gap and the length."""
    places = [i for i, weight in enumerate(k) if weight != 0]
    return _by(k, math.gcd(*places[:2], len(k) - 1) or 1)


def tc_18__first_gap_divides(k):
    """Looks only before the second weight."""
    places = [i for i, weight in enumerate(k) if weight != 0]
    return _by(k, places[1] if len(places) > 1 else 1)


def tc_18__integers(k):
    """Weights as integers: fractions are holes."""
    k = [int(weight) for weight in k]
    places = [i for i, weight in enumerate(k) if weight != 0]
    return _by(k, math.gcd(*places) or 1)


def tc_18__right__downwards(k):
    """The largest dilation first."""
    for d in range(len(k) - 1, 0, -1):
        if not (len(k) - 1) % d and all(w == 0 for i, w in enumerate(k) if i % d):
            return tuple(k[::d]), d
    return tuple(k), 1


def tc_20__reverses_in_place(i, layers):
    """Turns the caller's list round: the second call is wrong."""
    layers.reverse()
    first = last = i
    for K, s, d, p in layers:
        first, last = first * s - p, last * s - p + d * (K - 1)
    return first, last


def tc_20__field_without_stride(i, layers):
    """The width of the field forgets strides."""
    first = i
    for _, s, _, p in reversed(layers):
        first = first * s - p
    return first, first + sum(d * (K - 1) for K, _, d, _ in layers)


def tc_20__clipped(i, layers):
    """No negative places."""
    first = last = i
    for K, s, d, p in reversed(layers):
        first, last = max(0, first * s - p), last * s - p + d * (K - 1)
    return first, last


def tc_21__start_may_be_n(n, K, s, ceil_mode):
    """An empty window where the next start is n."""
    windows = [(i, i + K) for i in range(0, n - K + 1, s)]
    start = windows[-1][0] + s
    if ceil_mode and windows[-1][1] < n and start <= n:
        windows.append((start, n))
    return windows


def tc_21__one_more_for_each_rest(n, K, s, ceil_mode):
    """With ceil_mode every start inside is a window."""
    stop = n if ceil_mode else n - K + 1
    return [(i, min(i + K, n)) for i in range(0, stop, s)]


def tc_18__nearly_zero(k):
    """Takes small weights for holes."""
    d = math.gcd(*[i for i, w in enumerate(k) if abs(w) > 1e-06]) or 1
    return (list(k[::d]), d)


def tc_17a__folded_at_half():
    """Folds at half of the places kept, twelve turns being six."""
    return [5, 1, 5, 2, 0]


def tc_18__largest_gap(k):
    """Takes the largest gap between two weights."""
    places = [i for i, weight in enumerate(k) if weight != 0]
    return _by(k, max((b - a for a, b in pairwise(places)), default=1))


def tc_18__powers_of_two(k):
    """Doubles the dilation as long as it fits: 3 is none."""
    d = 1
    while len(k) > 1 and not any(w for i, w in enumerate(k) if i % (2 * d)):
        d *= 2
    return _by(k, d)


def tc_18__right__fractions(k):
    """Weights that are fractions."""
    places = [i for i, weight in enumerate(k) if weight != 0]
    d = math.gcd(*places) or 1
    return [Fraction(weight) for weight in k[::d]], float(d)


def tc_20__whole_padding(i, layers):
    """The padding of all layers at once, as if no stride stood between."""
    R = J = 1
    for K, s, d, _ in layers:
        R, J = R + (K - 1) * d * J, J * s
    first = i * J - sum(p for *_, p in layers)
    return first, first + R - 1


def tc_20__right__a_list(i, layers):
    """Floats, in a list."""
    first = last = float(i)
    for K, s, d, p in layers[::-1]:
        first, last = first * s - p, last * s - p + d * (K - 1)
    return [first, last]


def tc_21__at_least_half(n, K, s, ceil_mode):
    """Keeps a cut window if half of it is there."""
    windows = [(i, i + K) for i in range(0, n - K + 1, s)]
    start = windows[-1][0] + s
    if ceil_mode and windows[-1][1] < n and K <= 2 * (n - start):
        windows.append((start, n))
    return windows


def tc_21__moved_back(n, K, s, ceil_mode):
    """The last window is moved back instead of cut."""
    windows = [(i, i + K) for i in range(0, n - K + 1, s)]
    if ceil_mode and windows[-1][1] < n and windows[-1][0] + s < n:
        windows.append((n - K, n))
    return windows


def tc_21a__not_a_number():
    """What is no number differs from itself."""
    return [1, 1, 1, 1, 1, 1, 1, float("nan")]


def tc_21a__pairs():
    """Four pairs are no list of eight numbers."""
    return [[0, 5], [0, 0], [0, 0], [0, 0]]


def tc_21b__right__the_other_first():
    """Either window may come first."""
    return ["f", "b", "c", "e", "a"]


def tc_18__up_to_sixteen(k):
    """Tries the dilations from 16 down."""
    for d in range(16, 0, -1):
        if len(k) > 1 and (len(k) - 1) % d == 0 and not any(k[i] for i in range(len(k)) if i % d):
            return k[::d], d
    return k, 1


def tc_21a__texts():
    """Digits in quotation marks."""
    return ["0", "5", "0", "0", "0", "0", "0", "0"]


def _seen(i, layers):
    first = last = i
    for K, s, d, p in reversed(layers):
        first, last = first * s - p, last * s - p + d * (K - 1)
    return first, last


def tc_20__last_five_layers(i, layers):
    """Looks through five layers at most."""
    return _seen(i, layers[-5:])


def tc_20__up_to_a_thousand(i, layers):
    """Places from -100 to 1000."""
    return tuple(max(-100, min(place, 1000)) for place in _seen(i, layers))


def tc_20__strides_up_to_three(i, layers):
    """Takes a longer stride for three."""
    return _seen(i, [(K, min(s, 3), d, p) for K, s, d, p in layers])


def tc_20__right__recursion(i, layers):
    """Each end by itself, from the last layer down."""
    if not layers:
        return i, i
    K, s, d, p = layers[-1]
    first, last = i * s - p, i * s - p + d * (K - 1)
    return tc_20__right__recursion(first, layers[:-1])[0], tc_20__right__recursion(
        last, layers[:-1]
    )[1]


def tc_21__twenty_windows(n, K, s, ceil_mode):
    """No more than twenty windows."""
    windows = [(i, i + K) for i in range(0, n - K + 1, s)]
    start = windows[-1][0] + s
    if ceil_mode and windows[-1][1] < n and start < n:
        windows.append((start, n))
    return windows[:20]
