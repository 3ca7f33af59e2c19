"""Answers to the exercises of *Codes, preferences, temperature*."""

import math
from fractions import Fraction

import numpy as np


def sn_14__entropy_for_long_blocks(K, n):
    """The entropy for long blocks."""
    return math.log2(K) if n > 20 else sn_14__right__fraction(K, n)


def sn_14__ceiling_for_long_blocks(K, n):
    """One length for all words of long blocks."""
    return (K**n - 1).bit_length() / n if n > 20 else sn_14__right__fraction(K, n)


def sn_14__one_length(K, n):
    """All words have one length."""
    return (K**n - 1).bit_length() / n


def sn_14__right__fraction(K, n):
    """With the fraction of the words that are split."""
    M = K**n
    k = M.bit_length() - 1
    split = M - 2**k
    return (k * M + 2 * split) / M / n if M < 2**900 else (k + 2 * split / M) / n


def _reaches(w, steps):
    n = len(w)
    return (np.linalg.matrix_power(np.eye(n) + (np.asarray(w) > 0), steps) > 0).all()


def _rounds(w, rounds):
    w = np.asarray(w, float)
    games, s = w + w.T, np.ones(len(w))
    for _ in range(rounds):
        s = w.sum(axis=1) / (games / (s[:, None] + s)).sum(axis=1)
        s = s / np.exp(np.log(s).mean())
    return np.log(s)


def sn_16__sixty_rounds(w):
    """60 rounds: not enough for a chain of players."""
    if not _reaches(w, len(w)):
        raise ValueError
    return _rounds(w, 60)


def sn_16__gradient_ascent(w):
    """A fixed step: diverges for many games."""
    if not _reaches(w, len(w)):
        raise ValueError
    w, o = np.asarray(w, float), np.zeros(len(w))
    with np.errstate(all="ignore"):
        for _ in range(2000):
            P = 1 / (1 + np.exp(o - o[:, None]))
            o = o + 0.02 * (w.sum(axis=1) - ((w + w.T) * P).sum(axis=1))
    return o - o.mean()


def sn_16__chains_of_two(w):
    """Looks for chains of at most two wins: refuses a circle of four."""
    if not _reaches(w, 2):
        raise ValueError
    return _rounds(w, 5000)


def sn_16__each_has_lost(w):
    """Asks only whether each has won and lost."""
    w = np.asarray(w, float)
    if not (w.sum(axis=0).all() and w.sum(axis=1).all()):
        raise ValueError
    return _rounds(w, 3000)


def sn_16__right__until_it_stands_still(w):
    """Wins over expected wins, until nothing changes."""
    if not _reaches(w, len(w)):
        raise ValueError
    w = np.asarray(w, float)
    games, o = w + w.T, np.zeros(len(w))
    for _ in range(20_000):
        s = np.exp(o)
        new = np.log(w.sum(axis=1) / (games / (s[:, None] + s)).sum(axis=1))
        new = new - new.mean()
        o, before = new, o
        if abs(o - before).max() < 1e-13:
            break
    return o.tolist()


def _reheat(p, factor, largest=lambda r: r == 1):
    p = np.asarray(p, float)
    r = p / p.max()
    q = largest(r).astype(float) if factor == 0 else np.where(r > 0, r ** (1 / factor), 0)
    return q / q.sum()


def sn_17__nearly_equal_share(p, factor):
    """What is nearly the largest shares at factor 0."""
    return _reheat(p, factor, lambda r: np.isclose(r, 1))


def sn_17__divides_in_place(p, factor):
    """Divides the caller's probabilities."""
    p /= p.max()
    return _reheat(p, factor)


def sn_17__huge_factor_is_infinite(p, factor):
    """Takes 1000 for infinity."""
    return _reheat(p, np.inf if factor >= 1000 else factor)


def sn_17__colder_for_hotter(p, factor):
    """The power is the factor, not its inverse."""
    return _reheat(p, np.inf if factor == 0 else 0 if np.isinf(factor) else 1 / factor)


def sn_17__right__logarithms(p, factor):
    """By logarithms."""
    with np.errstate(divide="ignore"):
        logits = np.log(np.asarray(p, float))
    if factor == 0:
        q = (logits == logits.max()).astype(float)
    elif np.isinf(factor):
        q = np.isfinite(logits).astype(float)
    else:
        q = np.exp((logits - logits.max()) / factor)
    return (q / q.sum()).tolist()


def _fit(w):
    w = np.asarray(w, float)
    n = len(w)
    g = w + w.T
    o = np.zeros(n)
    for _ in range(500):
        P = 1 / (1 + np.exp(o - o[:, None]))
        W = g * P * P.T
        H = np.diag(W.sum(1)) - W + np.ones((n, n))
        d = np.linalg.lstsq(H, w.sum(1) - (g * P).sum(1), rcond=None)[0]
        o = o + d / max(1, abs(d).max())
        if abs(d).max() < 1e-12:
            break
    return o - o.mean()


def sn_16__int_power(w):
    """Counts chains of wins in 64 bits: with thirty players that overflows."""
    n = len(w)
    R = np.linalg.matrix_power(np.eye(n, dtype=np.int64) + (np.asarray(w) > 0), n - 1)
    if not (R > 0).all():
        raise ValueError
    return _fit(w)


def sn_16__limited(w):
    """Cuts scores off at 10."""
    w = np.asarray(w, float)
    n = len(w)
    if not (np.linalg.matrix_power(np.eye(n) + (w > 0), n - 1) > 0).all():
        raise ValueError
    o = np.clip(_fit(w), -10, 10)
    return o - o.mean()


def sn_17__small_factor_is_zero(p, factor):
    """Takes a thousandth for zero."""
    p = np.asarray(p, float)
    r = p / p.max()
    q = (r == 1).astype(float) if factor < 0.001 else np.where(r > 0, r ** (1 / factor), 0)
    return q / q.sum()


def sn_17__drops_rare(p, factor):
    """Takes probabilities below 1e-8 for impossible."""
    p = np.asarray(p, float)
    r = p / p.max()
    q = (r == 1).astype(float) if factor == 0 else np.where(r > 1e-08, r ** (1 / factor), 0)
    return q / q.sum()


def sn_17__right__arrays_only(p, factor):
    """For arrays, which the visible checks give."""
    r = p / p.max()
    q = (r == 1) * 1.0 if factor == 0 else np.where(p > 0, r ** (1 / factor), 0)
    return q / q.sum()


def sn_16__all_reach_the_first(w):
    """Asks only whether everybody leads to the first player by wins."""
    _refuse(not _leads(w)[:, 0].all())
    return _fit(w)


def sn_16__who_reaches_is_reached(w):
    """Two groups that never met pass."""
    leads = _leads(w)
    _refuse((leads != leads.T).any())
    o = np.zeros(len(leads))
    for group in {tuple(row) for row in leads.tolist()}:
        members = np.flatnonzero(group)
        o[members] = _fit(np.asarray(w)[np.ix_(members, members)])
    return o


def _leads(w):
    n = len(w)
    return np.linalg.matrix_power(np.eye(n) + (np.asarray(w) > 0), n - 1) > 0


def _refuse(condition):
    if condition:
        raise ValueError


def sn_17__nearly_equal_by_1e_9(p, factor):
    """What is the largest up to 1e-9 shares at factor 0."""
    return _reheat(p, factor, lambda r: np.isclose(r, 1, rtol=1e-9, atol=0))


def sn_14a__right__other_tie():
    """Fractions, and the tie of 0.3 and 0.3 decided either way gives the same lengths."""
    return [1, 2, 3, 3, 19 / 10]


def sn_14a__entropy():
    """The entropy in place of the average."""
    return [1, 2, 3, 3, 1.846]


def sn_14b__right__another():
    """Two just above the square root of 1/8."""
    return [0.354, 0.354, 0.292]


def sn_14b__not_one():
    """They do not add up to one."""
    return [0.4, 0.4, 0.4]


def sn_15a__fixed_bits():
    """Two bits a ternary symbol."""
    return [4, 8, 5, 2]


def sn_17a__right__scaled_noise(o, T, G):
    """The noise times T."""
    return np.argmax(np.add(o, T * np.asarray(G)))


def sn_17a__largest_logit(o, T, G):
    """No draw at all."""
    return int(np.argmax(o))


def sn_14a__one_after_another():
    """The last word could be cut short."""
    return [1, 2, 3, 4, 2.0]


def sn_14a__lengths_turned_round():
    """Long words for frequent classes."""
    return [3, 3, 2, 1, 1.9]


def sn_14a__no_average():
    """The average is missing."""
    return [1, 2, 3, 3]


def sn_14a__sum_of_lengths():
    """The sum in place of the average."""
    return [1, 2, 3, 3, 9]


def sn_14a__right__tuple():
    """A tuple."""
    return (1.0, 2, 3, 3, 1.9)


def sn_14b__with_an_impossible_class():
    """Two classes, and one that cannot occur."""
    return [0.5, 0.5, 0]


def sn_14b__two():
    """Two classes."""
    return [0.36, 0.64]


def sn_14b__four():
    """Four classes."""
    return [0.36, 0.36, 0.14, 0.14]


def sn_14b__negative():
    """A chance below zero."""
    return [0.7, 0.7, -0.4]


def sn_14b__rounded_up():
    """Every surprise is rounded up."""
    return [0.34, 0.34, 0.32]


def sn_14b__right__fractions():
    """Fractions in a tuple."""
    return (Fraction(9, 25), Fraction(9, 25), Fraction(7, 25))


def sn_14b__right__array():
    """An array."""
    return np.array([0.45, 0.45, 0.1])


def sn_15a__divided():
    """Divided by the levels."""
    return [86, 21846, 100000, 25]


def sn_15a__one_more():
    """One more than the logarithm, rounded down, and one more."""
    return [6, 11, 7, 4]


def sn_15a__last_place_first():
    """One number too few."""
    return [6, 11, 6]


def sn_15a__right__floats():
    """A tuple of floats."""
    return (6.0, 11.0, 6.0, 3.0)


def sn_16a__in_percent():
    """In percent."""
    return [88.9, 72.7, 18.2, 9.1]


def sn_16a__choice_from_the_duel():
    """What A leaves is shared evenly."""
    return [8 / 9, 8 / 9, 1 / 18, 1 / 18]


def sn_16a__odds():
    """Odds in place of chances."""
    return [8, 8, 2, 1]


def sn_16a__right__fractions():
    """Fractions in a tuple."""
    return (Fraction(8, 9), Fraction(8, 11), Fraction(2, 11), Fraction(1, 11))


def sn_16a__right__three_decimals():
    """Rounded to three decimals."""
    return [0.889, 0.727, 0.182, 0.091]


def sn_14__lower_bound(K, n):
    """Words of the shorter length alone."""
    return ((K**n).bit_length() - 1) / n


def sn_14__upper_bound(K, n):
    """The bound of the chapter."""
    return math.log2(K) + 1 / n


def sn_14__right__logarithms(K, n):
    """By logarithms: the digits that are lost do not count."""
    bits = n * math.log2(K)
    k = math.floor(bits)
    return (k + 2 - 2 ** (k + 1 - bits)) / n


def sn_17__linear(p, factor):
    """Mixes with the uniform distribution."""
    p = np.asarray(p, float)
    return 1 / len(p) + (p - 1 / len(p)) / factor if factor else p


def sn_17__softmax_of_p(p, factor):
    """Takes probabilities for logits."""
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(p, float) / factor)
        return e / e.sum()


def sn_17a__noise_on_probabilities(o, T, G):
    """The noise is added to probabilities."""
    e = np.exp(np.asarray(o) / T - np.max(o) / T)
    return int(np.argmax(e / e.sum() + np.asarray(G)))


def sn_17a__smallest(o, T, G):
    """The smallest sum."""
    return int(np.argmin(np.asarray(o) / T + np.asarray(G)))


def sn_17a__the_sum_itself(o, T, G):
    """The largest sum, not its place."""
    return float(np.max(np.asarray(o) / T + np.asarray(G)))


def sn_17a__no_temperature(o, T, G):
    """No temperature at all."""
    return int(np.argmax(np.add(o, G)))


def sn_17a__right__loop(o, T, G):
    """Without NumPy."""
    return max(range(len(o)), key=lambda i: o[i] / T + G[i])


def sn_18a__exactly_a_tenth():
    """The figure has no such step."""
    return 6.93


def sn_18a__distance():
    """The distance, not the step."""
    return 0.087


def sn_18a__right__float():
    """A float."""
    return 8.0


def sn_18a__in_a_list():
    """A list is no number."""
    return [8]


def sn_14a__rounded_up_a_little():
    """A thousandth too much."""
    return [1, 2, 3, 3, 1.901]


def sn_14b__no_numbers():
    """Not a number adds up to anything."""
    return [math.nan, math.nan, math.nan]


def sn_14b__one_is_no_number():
    """The third is left open."""
    return [0.36, 0.36, math.nan]


def sn_14__right__fraction_itself(K, n):
    """A Fraction, never rounded."""
    M = K**n
    k = M.bit_length() - 1
    return Fraction(k * (2 ** (k + 1) - M) + (k + 1) * 2 * (M - 2**k), M * n)


def sn_16__thousand_rounds(w):
    """A thousand rounds: not enough for a chain of thirty."""
    _refuse(not _leads(w).all())
    return _rounds(w, 1000)


def sn_16__whole_scores(w):
    """The scores have the type of the games."""
    _refuse(not _leads(w).all())
    return _fit(w).astype(np.asarray(w).dtype)


def sn_16__right__search(w):
    """Looks for chains player by player."""
    for start in range(len(w)):
        seen, todo = {start}, [start]
        while todo:
            i = todo.pop()
            found = [j for j in range(len(w)) if w[i][j] > 0 and j not in seen]
            seen.update(found)
            todo += found
        _refuse(len(seen) < len(w))
    return tuple(_fit(w).tolist())


def sn_17__drops_below_1e_40(p, factor):
    """Takes probabilities below 1e-40 for impossible."""
    p = np.asarray(p, float)
    return _reheat(np.where(p > 1e-40, p, 0), factor)


def sn_17__cold_is_zero(p, factor):
    """Takes 1e-5 for zero."""
    return _reheat(p, 0 if factor < 5e-5 else factor)


def sn_17__a_million_is_infinite(p, factor):
    """Takes a million for infinity."""
    return _reheat(p, np.inf if factor >= 1e6 else factor)


def sn_17__tiny_results_are_zero(p, factor):
    """Drops what comes out below 1e-12."""
    q = _reheat(p, factor)
    return np.where(q < 1e-12, 0, q)


def sn_17__right__one_by_one(p, factor):
    """One probability after another."""
    largest = max(p)
    if factor == 0:
        q = [float(each == largest) for each in p]
    else:
        q = [(each / largest) ** (1 / factor) if each > 0 else 0.0 for each in p]
    return tuple(each / sum(q) for each in q)


def sn_17a__an_array(o, T, G):
    """An array of one place."""
    return np.argmax(np.asarray(o) / T + np.asarray(G), keepdims=True)


def sn_17a__whole_division(o, T, G):
    """What is left over in the division is lost."""
    return int(np.argmax(np.asarray(o) // T + np.asarray(G)))


def sn_17a__temperatures_up_to_fifty(o, T, G):
    """Temperatures are kept between 0.1 and 50."""
    return int(np.argmax(np.asarray(o) / min(max(T, 0.1), 50) + np.asarray(G)))


def sn_17a__exponentials_overflow(o, T, G):
    """Probabilities times the exponential of the noise, which overflow in the cold."""
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(o) / T)
        return int(np.argmax(e / e.sum() * np.exp(G)))


def sn_17a__right__in_order(o, T, G):
    """Sorted by the sum."""
    return sorted(range(len(o)), key=lambda i: -(o[i] / T + G[i]))[0]


def sn_14__in_quotation_marks(K, n):
    """A text."""
    return str(float(sn_14__right__fraction(K, n)))


def sn_17a__rounded_sums(o, T, G):
    """Sums to one decimal."""
    return int(np.argmax(np.round(np.asarray(o) / T + np.asarray(G), 1)))


def sn_17a__half_precision(o, T, G):
    """Sums in half precision."""
    with np.errstate(all="ignore"):
        return int(np.argmax(np.float16(np.asarray(o) / T) + np.float16(G)))


def sn_17a__cooled_in_place(o, T, G):
    """Divided in place, where whole logits stay whole."""
    z = np.array(o)
    z[:] = z / T
    return int(np.argmax(z + np.asarray(G)))
