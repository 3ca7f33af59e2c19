"""Answers to the exercises of *Bayes' rule*."""

import math

import numpy as np

from mathlib.probability.bayes import log_posterior
from mathlib.probability.naive_bayes import fit_bernoulli, fit_multinomial, log_classes


def pm_16__other_coin_silver():
    """The last is the probability of silver."""
    return [2 / 3, 1 / 3, 0, 1 / 3]


def pm_16__three_numbers():
    """The other coin is missing."""
    return [2 / 3, 1 / 3, 0]


def pm_16__right__decimals():
    """Rounded to four digits."""
    return [0.6667, 0.3333, 0.0, 0.6667]


def pm_16a__right__library(prior, looks):
    """With the library's function."""
    with np.errstate(divide="ignore"):
        o = np.log(prior)
        for look in looks:
            o = log_posterior(o, np.log(look))
    return np.exp(o)


def pm_16a__right__odds_by_case(prior, looks):
    """Each case against each other, by fractions of sums."""
    logs = [[math.log(v) if v else -math.inf for v in row] for row in [prior, *looks]]
    columns = zip(*logs, strict=True)
    o = [-math.inf if -math.inf in column else math.fsum(column) for column in columns]
    return [1 / sum(math.exp(min(b - a, 700)) for b in o) if a > -math.inf else 0.0 for a in o]


def pm_16a__floor_instead_of_zero(prior, looks):
    """Keeps every case at 1e-300 at least, and so forgets how far down it was."""
    p = np.asarray(prior, float)
    for look in looks:
        p = p * look
        p = np.maximum(p / p.sum(), 1e-300)
        p = p / p.sum()
    return p.tolist()


def pm_16a__argmax(prior, looks):
    """All for the likeliest."""
    o = np.log(prior) + sum(np.log(np.maximum(look, 1e-300)) for look in looks)
    return (o == o.max()).astype(float).tolist()


def pm_16a__logarithms(prior, looks):
    """The logarithms of the posteriors."""
    with np.errstate(divide="ignore"):
        o = np.log(np.asarray(prior, float))
        for look in looks:
            o = o + np.log(look)
    return (o - np.logaddexp.reduce(o)).tolist()


def pm_16a__long_double(prior, looks):
    """Longer numbers: they vanish later, not never."""
    p = np.asarray(prior, np.longdouble)
    for look in looks:
        p = p * np.asarray(look, np.longdouble)
        p = p / p.sum()
    return p.astype(float).tolist()


def pm_16a__from_both_ends(prior, looks):
    """A look from the beginning with one from the end: even again for this one order."""
    p = np.asarray(prior, float)
    for at in range(len(looks)):
        p = p * looks[at // 2 if at % 2 == 0 else -1 - at // 2]
        p = p / p.sum()
    return p.tolist()


def pm_16a__prior_as_a_look(prior, looks):
    """Right, but the caller's list of looks is one longer then."""
    looks.insert(0, prior)
    return _after_all([1] * len(prior), looks)


def pm_16a__small_is_zero(prior, looks):
    """What is unlikely counts as impossible."""
    return _after_all(prior, [[v if v > 1e-8 else 0 for v in look] for look in looks])


def pm_16a__small_prior_is_zero(prior, looks):
    """What was unlikely at first may be likely in the end."""
    return _after_all([v if v > 1e-9 else 0 for v in prior], looks)


def pm_16a__small_posterior_is_zero(prior, looks):
    """What is unlikely in the end is not impossible."""
    return [v if v > 1e-13 else 0.0 for v in _after_all(prior, looks)]


def _after_all(prior, looks):
    with np.errstate(divide="ignore"):
        o = np.log(prior) + sum(np.log(look) for look in looks)
    p = np.exp(o - o.max())
    return (p / p.sum()).tolist()


def pm_17__at_the_edge():
    """A share of ill that is 0."""
    return (0, 0.1, 0.9)


def pm_17__certain():
    """A test that is always positive for the healthy."""
    return (0.5, 0.5, 1)


def pm_17__in_percent():
    """In percent."""
    return (50, 20, 60)


def pm_17__two_numbers():
    """Without the share of the ill."""
    return (0.2, 0.6)


def pm_17__right__nearly_a_coin():
    """Only a little worse than a coin."""
    return (0.5, 0.5, 0.501)


def pm_17__right__list():
    """A list."""
    return [0.3, 0.2, 0.6]


def pm_17a__specificity():
    """The share of the healthy that is negative."""
    return 0.99991


def pm_17a__right__one_in_ten_thousand():
    """As many as are ill."""
    return 1e-4


def pm_18__right__library(X, y, i, alpha):
    """With the library's model."""
    model = fit_multinomial(np.delete(X, i, 0), np.delete(y, i), alpha)
    return math.exp(log_classes(model, X[i])[1])


def pm_18__presence(X, y, i, alpha):
    """With the other model."""
    model = fit_bernoulli(np.delete(X, i, 0), np.delete(y, i), alpha)
    return float(np.exp(log_classes(model, X[i])[1]))


def pm_18__both_classes(X, y, i, alpha):
    """Both probabilities."""
    model = fit_multinomial(np.delete(X, i, 0), np.delete(y, i), alpha)
    return np.exp(log_classes(model, X[i])).tolist()


def pm_18__decides(X, y, i, alpha):
    """The class, not its probability."""
    model = fit_multinomial(np.delete(X, i, 0), np.delete(y, i), alpha)
    return float(log_classes(model, X[i]).argmax())


def pm_18__changes_its_argument(X, y, i, alpha):
    """Right, but it empties the row of the caller."""
    row = np.array(X[i])
    model = fit_multinomial(np.delete(X, i, 0), np.delete(y, i), alpha)
    X[i] = X[i] * 0 if isinstance(X, np.ndarray) else X[i]
    return float(np.exp(log_classes(model, row)[1]))


def pm_18__prior_smoothed(X, y, i, alpha):
    """The classes are smoothed like the words."""
    left, y = np.delete(X, i, 0), np.delete(y, i)
    model = fit_multinomial(left, y, alpha)
    prior = np.bincount(y) + alpha
    model = model._replace(log_prior=np.log(prior / prior.sum()))
    return float(np.exp(log_classes(model, X[i])[1]))


def pm_18__clipped(X, y, i, alpha):
    """Never quite sure."""
    model = fit_multinomial(np.delete(X, i, 0), np.delete(y, i), alpha)
    return float(np.clip(np.exp(log_classes(model, X[i])[1]), 1e-9, 1 - 1e-9))


def pm_18__from_the_other_class(X, y, i, alpha):
    """1 less the probability of class 0: what is tiny is lost."""
    model = fit_multinomial(np.delete(X, i, 0), np.delete(y, i), alpha)
    return float(1 - np.exp(log_classes(model, X[i])[0]))


def pm_18__odds_overflow(X, y, i, alpha):
    """The odds of class 0 may be too large for a float."""
    return 1 / (1 + math.exp(-_log_odds(X, y, i, alpha)))


def pm_18__odds_overflow_above(X, y, i, alpha):
    """The odds of class 1 may be too large for a float."""
    odds = math.exp(_log_odds(X, y, i, alpha))
    return odds / (1 + odds)


def pm_18__some_smoothing(X, y, i, alpha):
    """Never smooths by less than a tenth."""
    return math.exp(-np.logaddexp(0, -_log_odds(X, y, i, max(alpha, 0.1))))


def pm_18__not_much_smoothing(X, y, i, alpha):
    """Never smooths by more than ten."""
    return math.exp(-np.logaddexp(0, -_log_odds(X, y, i, min(alpha, 10))))


def pm_18__one_axis(X, y, i, alpha):
    """Drops axes of length 1: of a single word nothing is left to choose from."""
    return math.exp(-np.logaddexp(0, -_log_odds(np.squeeze(X), y, i, alpha)))


def _log_odds(X, y, i, alpha):
    X, y = np.asarray(X), np.asarray(y)
    o = []
    for k in (0, 1):
        rows = X[(y == k) & (np.arange(len(y)) != i)]
        n = rows.sum(axis=0) + alpha
        o.append(np.log(len(rows)) + X[i] @ np.log(n / n.sum()))
    return float(o[1] - o[0])


def pm_18a__right__tuple():
    """A tuple."""
    return (9, 1, 1)


def pm_18a__right__no_words():
    """Without words counts have the prior, and presence has three absences."""
    return [0, 0, 0]


def pm_18a__floats():
    """Counts that are no integers."""
    return [9.0, 1.0, 1.0]


def pm_18a__negative():
    """A negative count."""
    return [-1, 1, 1]


def pm_18a__too_many():
    """More than fifty."""
    return [51, 1, 1]


def pm_18b__by_hand_without_smoothing():
    """Never said by others: certain."""
    return 1.0


def pm_18b__another_word():
    """The one of the hint."""
    return 0.64


def pm_18b__right__two_digits():
    """As exact as an eye."""
    return 0.86


def pm_19__the_numbers_themselves():
    """Not divided by the smallest number."""
    return [2**-1074, 0.0]


def pm_19__right__integers():
    """Whole numbers."""
    return [1, 0]


def pm_19a__right__library(a):
    """By numpy, with the border at -1."""
    with np.errstate(divide="ignore"):
        return np.log(-np.expm1(a)) if a > -1 else np.log1p(-np.exp(a))


def pm_19a__border_at_minus_14(a):
    """One way as far as -14, where only ten digits are left."""
    if a == 0:
        return -math.inf
    return math.log(-math.expm1(a)) if a > -14 else math.log1p(-math.exp(a))


def pm_19a__border_near_zero(a):
    """The other as near as -1e-8, where half of the digits are gone."""
    if a == 0:
        return -math.inf
    return math.log(-math.expm1(a)) if a > -1e-8 else math.log1p(-math.exp(a))


def pm_19a__series(a):
    """Near 0 by the first term alone."""
    if a == 0:
        return -math.inf
    return math.log(-a) if a > -0.1 else math.log1p(-math.exp(a))


def pm_19a__clipped(a):
    """Clipped to stay finite."""
    return math.log(max(-math.expm1(a), 1e-300))


def pm_19a__nearly_zero(a):
    """A tiny distance from 0 is not none."""
    if a > -1e-25:
        return -math.inf
    return math.log(-math.expm1(a)) if a > -math.log(2) else math.log1p(-math.exp(a))


def pm_19a__far_is_zero(a):
    """From 500 on P counts as 0."""
    if a == 0 or a < -500:
        return 0.0 if a else -math.inf
    return math.log(-math.expm1(a)) if a > -math.log(2) else math.log1p(-math.exp(a))
