"""Answers to the exercises of *A maximum that can be differentiated*."""

import math

import numpy as np


def sn_07__far_apart_is_s(s, a):
    """Beyond a distance of 10 returns s: off by 4e-5."""
    if s <= a:
        raise ValueError
    return s if s - a > 10 else s + np.log(-np.expm1(a - s))


def sn_07__one_recipe(s, a):
    """1 - e^(a - s) rounds to 1 where a is far below s."""
    if s <= a:
        raise ValueError
    return s + np.log(-np.expm1(a - s))


def sn_07__log1p_alone(s, a):
    """log1p, but exp has lost the digits already where s is hardly above a."""
    if s <= a:
        raise ValueError
    return s + np.log1p(-np.exp(a - s))


def sn_07__nearly_a_tie_refused(s, a):
    """Refuses what is nearly a tie."""
    if s - a < 1e-9:
        raise ValueError
    return sn_07__right__two_branches(s, a)


def sn_07__right__two_branches(s, a):
    """Two recipes with math."""
    if not s > a:
        raise ValueError
    t = a - s
    return s + (math.log(-math.expm1(t)) if t > -0.6 else math.log1p(-math.exp(t)))


def sn_08__64_halvings(gap):
    """64 halvings, whatever comes: not exact near 0.001."""
    low, high = 0.0, 1000.0
    for _ in range(64):
        middle = (low + high) / 2
        low, high = (middle, high) if gap(middle) > 0 else (low, middle)
    return high


def sn_08__from_999(gap):
    """Begins at 999."""
    return _halve(gap, 999.0)


def sn_08__lower_end(gap):
    """Returns the last distance with a gap."""
    return np.nextafter(_halve(gap), 0)


def sn_08__walks_first(gap):
    """Walks in steps of 2 before it halves: more than 100 calls."""
    high = 0.0
    while gap(high) > 0:
        high += 2.0
    return _halve(gap, high)


def _halve(gap, high=1000.0):
    low = 0.0
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if gap(middle) > 0 else (low, middle)
    return high


def sn_08__right__codes(gap):
    """Halves the codes of floats: 63 questions for every edge."""
    low, high = 0, int(np.float64(1000).view(np.int64))
    while high - low > 1:
        middle = (low + high) // 2
        positive = gap(float(np.int64(middle).view(np.float64))) > 0
        low, high = (middle, high) if positive else (low, middle)
    return float(np.int64(high).view(np.float64))


def sn_12__two_passes(chunks):
    """Reads the stream twice: nothing is left of a generator."""
    top = max((np.max(x, initial=-np.inf) for x in chunks), default=-np.inf)
    if np.isinf(top):
        return -np.inf
    total = sum(np.exp(x - top).sum() for x in chunks)
    return top + np.log(total) if total else -np.inf


def sn_12__concatenates(chunks):
    """Holds the whole stream in memory, which the statement forbids."""
    x = np.concatenate([np.zeros(0), *chunks])
    return np.logaddexp.reduce(x) if len(x) else -np.inf


def sn_12__not_rescaled(chunks):
    """The sum so far stays what it was when the maximum grows."""
    m, s = -np.inf, 0.0
    for x in chunks:
        top = max(m, np.max(x, initial=-np.inf))
        if top > -np.inf:
            s, m = s + np.exp(x - top).sum(), top
    return m + np.log(s) if s > 0 else -np.inf


def sn_12__shifts_the_chunks(chunks):
    """Shifts the arrays that it was lent."""
    m, s = -np.inf, 0.0
    for x in chunks:
        top = max(m, np.max(x, initial=-np.inf))
        if top > -np.inf:
            x -= top
            s, m = s * np.exp(m - top) + np.exp(x).sum(), top
    return m + np.log(s) if s > 0 else -np.inf


def sn_12__right__one_by_one(chunks):
    """logaddexp, number by number."""
    total = -math.inf
    for x in chunks:
        for value in x.tolist():
            total = np.logaddexp(total, value)
    return total


def sn_13__ratio_inside_the_log(x, y):
    """Forms p and q: 0 / 0 and log 0."""
    with np.errstate(all="ignore"):
        p, q = np.exp(x - np.max(x)), np.exp(y - np.max(y))
        p, q = p / p.sum(), q / q.sum()
        return q @ np.log(q / p)


def sn_13__other_way_round(x, y):
    """x and y exchanged."""
    return sn_13__right__stable_difference(y, x)


def sn_13__shifts_in_place(x, y):
    """Shifts the caller's arrays."""
    x -= x.max()
    y -= y.max()
    return sn_13__right__stable_difference(x, y)


def sn_13__right__stable_difference(x, y):
    """The definition with a stable lse, both shifted."""
    x, y = np.asarray(x) - np.max(x), np.asarray(y) - np.max(y)
    q = np.exp(y - np.logaddexp.reduce(y))
    return np.logaddexp.reduce(x) - np.logaddexp.reduce(y) - q @ (x - y)


def sn_08__below_eps_is_zero(gap):
    """Takes a gap below 1e-16 for none."""
    lo, hi = (0.0, 1000.0)
    while lo < (m := ((lo + hi) / 2)) < hi:
        lo, hi = (m, hi) if gap(m) > 1e-16 else (lo, m)
    return hi


def sn_12__far_apart_is_the_larger(chunks):
    """Beyond a distance of 20 the larger one: off by 2e-9."""
    total = -np.inf
    for x in chunks:
        for v in x:
            far = abs(total - v) > 20
            total = max(total, v) if far else np.logaddexp(total, v)
    return total


def sn_13__type_of_y(x, y):
    """The weights of the tangent in the type of y."""
    x, y = np.asarray(x), np.asarray(y)
    lse = np.logaddexp.reduce
    q = np.exp(y - lse(y)).astype(y.dtype)
    return lse(x) - lse(y) - q @ (x - y)


def sn_11a__right__logaddexp(x):
    """By NumPy's own soft maximum of two."""
    return -np.logaddexp.reduce(-np.asarray(x, float))


def sn_11a__clipped(x):
    """Clips what it exponentiates: large numbers are cut off."""
    return -np.log(np.exp(-np.clip(x, -700, 700)).sum())


def sn_11a__shift_in_place(x):
    """Changes its argument."""
    least = np.min(x)
    x -= least
    return least - np.log(np.exp(-x).sum())


def sn_12a__right__fractions():
    """The pairs as quotients, in tuples."""
    return [(4, 1), (4, 3 / 2), (8, 7 / 4), (8, 2)]


def sn_13a__capitals():
    """Another word for infinite."""
    return ["infinite", "-inf", "finite", "finite"]


def sn_07__by_halving(s, a):
    """Halves between s - 800 and s, to the last digit of b: near 0 that loses what b has."""
    if s <= a:
        raise ValueError
    low, high = s - 800, s
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if np.logaddexp(a, middle) < s else (low, middle)
    return high


def sn_08__60_halvings(gap):
    """60 halvings: not exact near 0.75."""
    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if gap(middle) > 0 else (low, middle)
    return high


def sn_08__right__geometric_means(gap):
    """Halves between the logarithms first."""
    low, high = 1e-3, 1000.0
    while np.nextafter(low, 2000) < high:
        middle = math.sqrt(low * high) if high > 1.001 * low else (low + high) / 2
        low, high = (middle, high) if gap(middle) > 0 else (low, middle)
    return high


def sn_09a__trades_later():
    """Calls d the distance before the order is settled."""
    return "eacfd"


def sn_09a__right__other_order_in_a_list():
    """The two laws the other way round, letter by letter."""
    return ["e", "c", "a", "f", "d"]


def sn_10a__half():
    """Half as much as is needed."""
    return 691


def sn_11a__mean_by_softmin(x):
    """The mean of the numbers with the weights of Softmin."""
    x = np.asarray(x, float)
    p = np.exp(x.min() - x)
    return p @ x / p.sum()


def sn_11a__type_of_x(x):
    """The answer has the type of x: whole numbers stay whole."""
    x = np.asarray(x)
    return x.dtype.type(x.min() - np.log(np.exp(x.min() - x).sum()))


def sn_12__begins_at_minus_ten_thousand(chunks):
    """Takes minus ten thousand for minus infinity: below it all is lost."""
    m, s = -1e4, 0.0
    for x in chunks:
        top = max(m, np.max(x, initial=-np.inf))
        s = s * np.exp(m - top) + np.exp(x - top).sum()
        m = top
    return m + np.log(s) if s > 0 else -np.inf


def sn_12__largest_part(chunks):
    """The largest log-sum-exp of the chunks."""
    return max((np.logaddexp.reduce(x) for x in chunks if len(x)), default=-np.inf)


def sn_12a__exchanged():
    """s and e^m in the other order."""
    return [[1, 4], [1.5, 4], [1.75, 8], [2, 8]]


def sn_12a__logarithms():
    """m in place of e^m."""
    return [[1.386, 1], [1.386, 1.5], [2.079, 1.75], [2.079, 2]]


def sn_13__one_shift_for_both(x, y):
    """Shifts both by the maximum of x: y may be far above it."""
    x, y = x - np.max(x), y - np.max(x)
    p, q = np.exp(x), np.exp(y)
    return np.log(p.sum()) - np.log(q.sum()) - q @ (x - y) / q.sum()


def sn_13__right__absolute(x, y):
    """The height is never negative, so its sign may go."""
    return abs(sn_13__right__stable_difference(x, y))


def sn_13a__right__tuple():
    """A tuple of the four words."""
    return ("inf", "-inf", "finite", "finite")


def sn_07__takes_the_smaller_out(s, a):
    """Takes e^a out: e^(s - a) is infinite where a is far below s, and next to 0 digits are lost."""
    if s <= a:
        raise ValueError
    return a + np.log(np.expm1(s - a))


def sn_07__almost_equal_refused(s, a):
    """Refuses what is closer than 1e-13, where there is a solution."""
    if s - a < 1e-13:
        raise ValueError
    t = a - s
    return s + (np.log(-np.expm1(t)) if t > -np.log(2) else np.log1p(-np.exp(t)))


def sn_07__changes_over_at_thirty(s, a):
    """Takes the recipe for close numbers up to a distance of thirty."""
    if s <= a:
        raise ValueError
    t = a - s
    return s + (np.log(-np.expm1(t)) if t > -30 else np.log1p(-np.exp(t)))


def sn_07__s_beyond_400(s, a):
    """Returns s where a is more than 400 below."""
    if s <= a:
        raise ValueError
    t = a - s
    return s + (np.log(-np.expm1(t)) if t > -np.log(2) else np.log1p(-np.exp(t)) * (t > -400))


def sn_11a__nearly_equal_are_equal(x):
    """Takes numbers that nearly agree for equal ones."""
    z = np.min(x) - np.asarray(x, float)
    return np.min(x) - np.log(np.exp(np.where(z > -1e-4, 0, z)).sum())


def sn_11a__each_number_once(x):
    """Of equal numbers counts one, where there are more than two."""
    x = np.unique(x) if len(x) > 2 else np.asarray(x, float)
    return x.min() - np.log(np.exp(x.min() - x).sum())


def sn_11a__seven_smallest(x):
    """Adds the seven smallest numbers only."""
    x = np.sort(np.asarray(x, float))[:7]
    return x.min() - np.log(np.exp(x.min() - x).sum())


def state_of(chunks, least=-np.inf, small=0.0):
    """The log-sum-exp of a stream without what is below `least` or adds less than `small`."""
    m, s = -np.inf, 0.0
    for x in chunks:
        x = np.where(x < least, -np.inf, x)
        top = max(m, np.max(x, initial=-np.inf))
        if top > -np.inf:
            e = np.exp(x - top)
            s, m = s * np.exp(m - top) + e[e >= small].sum(), top
    return m + np.log(s) if s > 0 else -np.inf


def sn_12__small_terms_dropped(chunks):
    """Drops terms below 1e-12, which floats can tell."""
    return state_of(chunks, small=1e-12)


def sn_12__below_a_billion_is_nothing(chunks):
    """Takes numbers below -1e9 for minus infinity."""
    return state_of(chunks, least=-1e9)


def sn_12__first_thousand_chunks(chunks):
    """Reads a thousand chunks."""
    return state_of(x for _, x in zip(range(1000), chunks, strict=False))


def height(x, y):
    """What SN-13 asks for."""
    x, y = x - np.max(x), y - np.max(y)
    q = np.exp(y) / np.exp(y).sum()
    return np.log(np.exp(x).sum()) - np.log(np.exp(y).sum()) - q @ (x - y)


def sn_13__clipped(x, y):
    """Cuts entries off at 5000."""
    return height(np.clip(x, -5000, 5000), np.clip(y, -5000, 5000))


def sn_13__close_by_it_touches(x, y):
    """Returns 0 where x and y are nearly the same."""
    return 0.0 if np.ptp(x - y) < 2e-3 else height(x, y)
