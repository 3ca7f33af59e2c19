"""Answers to the exercises of *Posterior and prediction*."""

import math
from fractions import Fraction

import numpy as np

RIGHT = {"posterior": [1 / 5, 8 / 15, 4 / 15], "map": 1, "evidence": 1 / 4, "next_good": 0.48}


def pm_20__right__three_digits():
    """Rounded."""
    return RIGHT | {"posterior": [0.2, 0.533, 0.267]}


def pm_20__right__fractions_in_a_tuple():
    """A tuple, and a whole number written as a float."""
    return RIGHT | {"posterior": (3 / 15, 8 / 15, 4 / 15), "map": 1.0}


def pm_20__right__of_numpy():
    """An array and a number of NumPy."""
    return RIGHT | {"posterior": np.array([3, 8, 4]) / 15, "map": np.int64(1)}


def pm_20__one_list():
    """The four answers without their names."""
    return list(RIGHT.values())


def pm_20__counted_from_one():
    """The second state, counted from one."""
    return RIGHT | {"map": 2}


def pm_20__the_name_of_the_state():
    """A word."""
    return RIGHT | {"map": "worn"}


def pm_20__in_percent():
    """In percent."""
    return RIGHT | {"posterior": [20, 53.3, 26.7]}


def pm_20__the_greatest_instead_of_its_place():
    """How much the likeliest is believed."""
    return RIGHT | {"map": 8 / 15}


def pm_20__a_dict_of_states():
    """The posterior by name."""
    return RIGHT | {"posterior": {"well": 1 / 5, "worn": 8 / 15, "broken": 4 / 15}}


def pm_20__one_more():
    """A fifth entry."""
    return RIGHT | {"next": 1}


def pm_20a__right__tuple():
    """A tuple."""
    return (0, 0.6, 0.4)


def pm_20a__right__all_three():
    """Some belief in each."""
    return [0.1, 0.47, 0.43]


def pm_20a__right__array():
    """An array."""
    return np.array([0.0, 0.7, 0.3])


def pm_20a__two_likeliest():
    """Ann may say either."""
    return [0, 0.5, 0.5]


def pm_20a__bob_is_undecided():
    """Bob finds exactly one half, which floats round up."""
    return [0, 0.8, 0.2]


def pm_20a__in_percent():
    """In percent."""
    return [0, 55, 45]


def pm_20a__two_numbers():
    """The first coin is missing."""
    return [0.55, 0.45]


def pm_20a__a_number():
    """One number."""
    return 0.55


def pm_20a__by_coin():
    """A dict."""
    return {0.1: 0, 0.4: 0.55, 0.9: 0.45}


def pm_20a__not_a_number():
    """No number."""
    return [math.nan, 0.55, 0.45]


def pm_20a__negative():
    """A belief below zero."""
    return [-0.1, 0.6, 0.5]


def pm_25__right__whole_numbers(counts, a, b, by_log):
    """Counts added up as integers."""
    power = sum(int(c) for c in counts) + a - (not by_log)
    return 0 if power <= 0 else power / (len(counts) + b)


def pm_25__right__newton(counts, a, b, by_log):
    """Where the slope of the logarithm is zero, by halving."""
    power, rate = a - 1 + by_log + sum(counts), b + len(counts)
    low, high = 0.0, 1e9
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if power - rate * middle > 0 else (low, middle)
    return np.float64(low)


def pm_25__median(counts, a, b, by_log):
    """The median, nearly."""
    return max(a + sum(counts) - 1 / 3, 0.0) / (b + len(counts))


def pm_25__whole(counts, a, b, by_log):
    """Cuts the power to a whole number."""
    return max(int(a - 1 + sum(counts) + by_log), 0.0) / (b + len(counts))


def pm_25__prior_cut_first(counts, a, b, by_log):
    """Takes what the prior lacks for nothing."""
    return (max(a - 1, 0) + sum(counts) + by_log) / (b + len(counts))


def pm_25__logarithm(counts, a, b, by_log):
    """Gives the logarithm if asked over it."""
    power = max(a - 1 + sum(counts) + by_log, 0.0)
    rate = power / (b + len(counts))
    return math.log(rate) if by_log else rate


def pm_25__changes_its_argument(counts, a, b, by_log):
    """Sorts the caller's counts."""
    counts.sort()
    return max(a - 1 + float(np.sum(counts)) + by_log, 0.0) / (b + len(counts))


def pm_25__scale(counts, a, b, by_log):
    """b as a scale."""
    return max(a - 1 + sum(counts) + by_log, 0.0) / (1 / b + len(counts))


def pm_25a__right__prior_first():
    """The two logarithms the other way round, as a list."""
    return ["c", "e", "a", "g", "b"]


def pm_25a__right__commas():
    """With commas."""
    return "c, a, e, g, b"


def pm_25a__the_end_first():
    """What is to be shown comes first."""
    return "bcaeg"


def pm_25a__twice():
    """One line twice."""
    return "caaegb"


def pm_25a__numbers():
    """Numbers for letters."""
    return [3, 1, 5, 7, 2]


def _log_series(p, q, h, t):
    return sum(math.log(p + k) for k in range(h)) + sum(math.log(q + k) for k in range(t))


def pm_26__right__toss_by_toss(weights, a, b, heads, tails):
    """Each mint predicts one toss after the other."""
    mints = list(zip(weights, a, b, strict=True))
    logs = []
    for w, p, q in mints:
        log = _log_series(p, q, heads, tails) - _log_series(p + q, 1, heads + tails, 0)
        logs.append(log + math.log(w) if w else -math.inf)
    shares = np.exp(np.array(logs) - max(logs))
    n = heads + tails
    each = [(p + heads) / (p + q + n) for _, p, q in mints]
    return float(shares @ each / shares.sum())


def pm_26__right__two_evidences(weights, a, b, heads, tails):
    """One more head by no more head, each from its evidence."""

    def logs(h):
        return [
            math.log(w)
            + math.lgamma(p + h)
            + math.lgamma(q + tails)
            - math.lgamma(p + q + h + tails)
            - math.lgamma(p)
            - math.lgamma(q)
            + math.lgamma(p + q)
            for w, p, q in zip(weights, a, b, strict=True)
            if w
        ]

    return math.exp(np.logaddexp.reduce(logs(heads + 1)) - np.logaddexp.reduce(logs(heads)))


def _shares(weights, a, b, heads, tails):
    logs = [
        math.lgamma(p + heads)
        + math.lgamma(q + tails)
        - math.lgamma(p + q + heads + tails)
        - math.lgamma(p)
        - math.lgamma(q)
        + math.lgamma(p + q)
        for p, q in zip(a, b, strict=True)
    ]
    return [w * math.exp(v) for w, v in zip(weights, logs, strict=True)]


def pm_26__exponentials(weights, a, b, heads, tails):
    """Leaves the logarithms too early: a thousand tosses may be 0."""
    shares = _shares(weights, a, b, heads, tails)
    n = heads + tails
    each = [(p + heads) / (p + q + n) for p, q in zip(a, b, strict=True)]
    return sum(v * u for v, u in zip(shares, each, strict=True)) / sum(shares)


def pm_26__exponentials_kept_off_zero(weights, a, b, heads, tails):
    """As above, and adds a little so that nothing is divided by 0."""
    shares = [v + 1e-300 for v in _shares(weights, a, b, heads, tails)]
    n = heads + tails
    each = [(p + heads) / (p + q + n) for p, q in zip(a, b, strict=True)]
    return sum(v * u for v, u in zip(shares, each, strict=True)) / sum(shares)


def pm_26__tails(weights, a, b, heads, tails):
    """How probable tails are."""
    return 1 - pm_26__right__toss_by_toss(weights, a, b, heads, tails)


def pm_26__without_the_prior_of_the_mint(weights, a, b, heads, tails):
    """Does not divide by B(a, b)."""
    logs = [
        math.log(w + 1e-300)
        + math.lgamma(p + heads)
        + math.lgamma(q + tails)
        - math.lgamma(p + q + heads + tails)
        for w, p, q in zip(weights, a, b, strict=True)
    ]
    shares = np.exp(np.array(logs) - max(logs))
    n = heads + tails
    each = [(p + heads) / (p + q + n) for p, q in zip(a, b, strict=True)]
    return float(shares @ each / shares.sum())


def pm_26__a_little_weight_for_all(weights, a, b, heads, tails):
    """Adds a little to each weight, so that it has a logarithm."""
    return pm_26__right__toss_by_toss([w + 1e-300 for w in weights], a, b, heads, tails)


def pm_26__all_tosses_at_once_a_list(weights, a, b, heads, tails):
    """Right, in a list."""
    return [pm_26__right__toss_by_toss(weights, a, b, heads, tails)]


def pm_26a__right__exact():
    """The exact answer."""
    return 1000 / 2001


def pm_26a__right__fraction():
    """A fraction."""
    return Fraction(1000, 2001)


def pm_26a__known_coin():
    """As if the coin were known."""
    return 0.63


def pm_26a__percent():
    """In percent."""
    return 50


def pm_26a__certain():
    """It will happen."""
    return 1.0


def pm_26a__text():
    """A text."""
    return "1/2"


def pm_26b__right__all_at_once(x, m, tau, sigma):
    """Adds up precisions."""
    precision = 1 / tau**2 + len(x) / sigma**2
    middle = (m / tau**2 + sum(x) / sigma**2) / precision
    return [middle, precision**-0.5, math.sqrt(1 / precision + sigma**2)]


def pm_26b__right__array(x, m, tau, sigma):
    """As an array."""
    return np.array(pm_26b__right__all_at_once(x, m, tau, sigma))


def pm_26b__variances(x, m, tau, sigma):
    """Returns variances."""
    m, tau, new = pm_26b__right__all_at_once(x, m, tau, sigma)
    return m, tau**2, new**2


def pm_26b__narrow_first(x, m, tau, sigma):
    """Narrows the belief before it moves it."""
    for v in x:
        tau = math.sqrt(tau**2 * sigma**2 / (tau**2 + sigma**2))
        m = m + tau**2 / (tau**2 + sigma**2) * (v - m)
    return m, tau, math.hypot(tau, sigma)


def pm_26b__prior_as_one_more(x, m, tau, sigma):
    """The belief counts as one measurement."""
    n = len(x)
    left = tau / math.sqrt(n + 1)
    return (m + sum(x)) / (n + 1), left, math.hypot(left, sigma)


def pm_26b__spread_of_the_data(x, m, tau, sigma):
    """Takes the noise from the data."""
    sigma = float(np.std(x)) if len(x) > 1 else sigma
    return pm_26b__right__all_at_once(x, m, tau, max(sigma, 1e-3))


def pm_26b__two_numbers(x, m, tau, sigma):
    """Forgets the next measurement."""
    return tuple(pm_26b__right__all_at_once(x, m, tau, sigma)[:2])


def pm_26c__right__more_digits():
    """As the figure says them."""
    return [1.087, 1.265, 1]


def pm_26c__right__tuple():
    """A tuple."""
    return (1.1, 1.3, 1.0)


def pm_26c__four_tosses():
    """At four tosses."""
    return [1.09, 1.39, 1.0]


def pm_26c__six_tosses():
    """At six tosses."""
    return [1.08, 1.19, 1.0]


def pm_26c__a_little_less():
    """Cut off, not rounded."""
    return [1.0, 1.2, 1.0]


def pm_26c__cut_off_once():
    """One of them cut off."""
    return [1.1, 1.2, 1.0]


def pm_26c__seventy_percent():
    """The coin of 70 percent."""
    return [0.94, 1.14, 0.88]


def pm_26c__two_curves():
    """One curve is missing."""
    return [1.1, 1.3]


def pm_25__only_zeros_teach_nothing(counts, a, b, by_log):
    """Counts of zero are taken for no counts."""
    n = len(counts) if np.sum(counts) else 0
    return max(a - 1 + float(np.sum(counts)) + bool(by_log), 0.0) / (b + n)


def pm_25__no_counts_the_same_for_both(counts, a, b, by_log):
    """Without counts, the top over the rate for the logarithm too."""
    if len(counts) == 0:
        return max(a - 1, 0.0) / b
    return max(a - 1 + float(np.sum(counts)) + bool(by_log), 0.0) / (b + len(counts))


def pm_25__small_power_is_zero(counts, a, b, by_log):
    """A small power of the rate taken for none."""
    power = a - 1 + float(np.sum(counts)) + bool(by_log)
    return power / (b + len(counts)) if power > 1e-8 else 0.0


def pm_26__small_weights_left_out(weights, a, b, heads, tails):
    """Mints of small weight left out, whatever the tosses say."""

    def log_beta(p, q):
        return math.lgamma(p) + math.lgamma(q) - math.lgamma(p + q)

    mints = [(w, p, q) for w, p, q in zip(weights, a, b, strict=True) if w > 1e-8]
    logs = [math.log(w) + log_beta(p + heads, q + tails) - log_beta(p, q) for w, p, q in mints]
    shares = [math.exp(v - max(logs)) for v in logs]
    each = [(p + heads) / (p + q + heads + tails) for _, p, q in mints]
    return sum(v * u for v, u in zip(shares, each, strict=True)) / sum(shares)


def pm_26b__a_little_noise(x, m, tau, sigma):
    """A small number added to the noise, against a division by zero."""
    for v in x:
        gain = tau**2 / (tau**2 + sigma**2 + 1e-12)
        m, tau = m + gain * (v - m), math.sqrt(1 - gain) * tau
    return m, tau, math.hypot(tau, sigma)


def pm_26b__sure_enough(x, m, tau, sigma):
    """No more learning where the gain is small."""
    for v in x:
        gain = tau**2 / (tau**2 + sigma**2)
        if gain > 1e-3:
            m, tau = m + gain * (v - m), math.sqrt(1 - gain) * tau
    return m, tau, math.hypot(tau, sigma)


def pm_26b__outliers_left_out(x, m, tau, sigma):
    """A measurement that is far from what was expected is not believed."""
    for v in x:
        gain = tau**2 / (tau**2 + sigma**2)
        if abs(v - m) < 10 * math.hypot(tau, sigma):
            m, tau = m + gain * (v - m), math.sqrt(1 - gain) * tau
    return m, tau, math.hypot(tau, sigma)
