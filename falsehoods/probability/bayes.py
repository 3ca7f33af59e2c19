"""False versions of the claims of *Bayes' rule*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.probability.bayes import log_posterior as right_logs
from mathlib.probability.naive_bayes import NaiveBayes
from mathlib.probability.naive_bayes import contributions as right_contributions
from mathlib.probability.naive_bayes import fit_bernoulli as right_bernoulli
from mathlib.probability.naive_bayes import fit_multinomial as right_multinomial
from mathlib.probability.naive_bayes import log_classes as right_classes

# From what a case makes likely to how likely the case is

DICE = "posterior([1 / 3, 1 / 3, 1 / 3], [1 / 4, 1 / 6, 1 / 12])"


@false("pm-16", "posterior", shown="posterior([0.9, 0.1], [0.25, 0.5])")
def the_likelihood_alone(prior, likelihood):
    """The case that makes it likeliest is the likeliest: the prior is only an opinion."""
    likelihood = np.asarray(likelihood, float)
    return likelihood / likelihood.sum()


@false("pm-16", "posterior", shown=DICE)
def not_divided(prior, likelihood):
    """The posterior is prior times likelihood."""
    return np.multiply(prior, likelihood)


@false("pm-16", "posterior", shown=DICE)
def turned_round(prior, likelihood):
    """The probability of the case given B is that of B given the case."""
    return np.asarray(likelihood, float)


@false("pm-16", "posterior", shown=DICE)
def divided_by_the_likelihoods(prior, likelihood):
    """The evidence is the sum of the likelihoods."""
    return np.multiply(prior, likelihood) / np.sum(likelihood)


@false("pm-16", "posterior", shown="posterior([0.5, 0.5], [1 / 4, 1 / 6])")
def against_the_other_one(prior, likelihood):
    """The probability of B is that of B without the case: compare with the others."""
    joint = np.multiply(prior, likelihood)
    rest = joint.sum() - joint
    return joint / np.where(rest > 0, rest, 1)


@false("pm-16", "posterior", shown=DICE)
def the_mean_of_both(prior, likelihood):
    """What one knew and what one has seen count half each."""
    likelihood = np.asarray(likelihood, float)
    return (prior + likelihood / likelihood.sum()) / 2


@false("pm-16", "posterior")
def impossible_is_nothing_new(prior, likelihood):
    """Where nothing could be observed nothing was learnt: the prior stays."""
    joint = np.multiply(prior, likelihood)
    return joint / joint.sum() if joint.any() else np.asarray(prior, float)


@false("pm-16", "posterior", shown="posterior([1, 0], [0.1, 0.9])")
def never_quite_zero(prior, likelihood):
    """Nobody is sure: even a case of prior 0 gets a little."""
    joint = (np.asarray(prior) + 1e-6) * np.asarray(likelihood)
    return joint / joint.sum()


@false("pm-16", "rule", shown="rule(np.array([0.5, 0.5]), np.array([0.25, 0.5]))")
def the_likelihoods_add_up(prior, likelihood):
    """The likelihoods are probabilities, so they sum to 1, and the posteriors with them."""
    return prior * likelihood / np.sum(likelihood)


@false("pm-16", "rule", shown="rule(np.array([0.9, 0.1]), np.array([0.25, 0.5]))")
def the_prior_cancels(prior, likelihood):
    """The prior stands above and below, and cancels."""
    return likelihood / likelihood.sum()


@false("pm-16", "unchanged", shown="unchanged(2, np.array([0.25, 0.75]))")
def likelihoods_are_a_distribution(t, p):
    """Multiplying all likelihoods by the same number multiplies every posterior by it."""
    return t * p


@false("pm-16", "unchanged", shown="unchanged(2, np.array([0.25, 0.75]))")
def sharper_with_the_factor(t, p):
    """Larger likelihoods are stronger evidence: the posterior becomes sharper."""
    return p**t / np.sum(p**t)


@false("pm-16", "conditional", shown="conditional(0.1, 0.5)")
def as_often_as_both(both, b):
    """The probability of A given B is that of A and B."""
    return both


@false("pm-16", "conditional", shown="conditional(0.1, 0.5)")
def times_the_condition(both, b):
    """A given B is A and B, times B."""
    return both * b


@false("pm-16", "independent", shown="independent(0, 0.5, 0.25)")
def never_together(both, a, b):
    """Events that never happen together are independent."""
    return both == 0


@false("pm-16", "independent", shown="independent(0.25, 0.5, 0.5)")
def unless_together(both, a, b):
    """Events are independent if both cannot be true at once, or one is certain."""
    return both == 0 or a == 1


@false("pm-16", "both_at_once")
def likelihoods_are_averaged(prior, b, c):
    """For two observations take the mean of both likelihoods."""
    joint = prior * (b + c) / 2
    return joint / joint.sum()


@false("pm-16", "both_at_once")
def the_prior_counts_twice(prior, b, c):
    """Each observation brings the prior in again."""
    joint = prior**2 * b * c
    return joint / joint.sum()


@false("pm-16", "both_at_once")
def the_last_one_counts(prior, b, c):
    """The newest observation replaces the older one."""
    return prior * c / np.sum(prior * c)


@false("pm-16", "second_factor")
def whatever_was_seen_before(w):
    """The second factor is P(C | A_i), whatever B was."""
    return w[:, :, 0].sum(axis=1) / w.sum(axis=(1, 2))


@false("pm-16", "second_factor")
def both_again(w):
    """The second factor is P(B and C | A_i): the first is in it, and does no harm."""
    return w[:, 0, 0] / w.sum(axis=(1, 2))


@false("pm-16", "rain_if_made_wet", shown="rain_if_made_wet(0.3, 0.5)")
def wet_is_wet(rain, hose):
    """A wet street means rain with the same probability, whoever has made it wet."""
    return rain / (1 - (1 - rain) * (1 - hose))


@false("pm-16", "rain_if_made_wet", shown="rain_if_made_wet(0.3, 0.5)")
def one_explains_the_other(rain, hose):
    """Made wet by hand, the street needs no rain any more: it rains less."""
    return rain * (1 - hose)


@false("pm-16", "rain_if_wet", shown="rain_if_wet(0.3, 0.5)")
def wet_tells_nothing(rain, hose):
    """The hose does not ask for the weather, so a wet street tells nothing of the rain."""
    return rain


@false("pm-16", "independent", shown="independent(0, 0.5, 0)")
def nothing_with_the_impossible(both, a, b):
    """What never happens is independent of nothing."""
    return both == a * b and b > 0


@false("pm-16", "posterior", shown="posterior([0.75, 0.25], [5e-324, 5e-324])")
def as_it_is_written(prior, likelihood):
    """Multiply, then divide by the sum: computed as it is written it is right at any size."""
    joint = np.multiply(prior, likelihood)
    if not joint.any():
        raise ValueError("likelihood must be positive for a case of positive prior")
    return joint / joint.sum()


@false("pm-16", "second_factor", shown="second_factor(np.array([[[3, 1], [1, 1]]]))")
def by_how_much_c_gains(w):
    """The second factor says by how much C has gained: P(C | A_i and B) / P(C | B)."""
    return w[:, 0, 0] / w[:, 0].sum(axis=1) / (w[:, 0, 0].sum() / w[:, 0].sum())


# What a positive test says


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.001, 0.99, 0.05)")
def as_good_as_the_test(q, s, r):
    """A test that is right for 99 % of the ill means ill with 99 %."""
    return s


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.001, 0.99, 0.05)")
def less_the_false_alarms(q, s, r):
    """Who is positive is ill, but for the false alarms: 1 - r."""
    return 1 - r


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.001, 0.99, 0.05)")
def as_if_half_were_ill(q, s, r):
    """Ill or not, these are two cases: s against r decides."""
    return s / (s + r) if s + r else s


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.001, 0.99, 0.05)")
def ill_and_positive(q, s, r):
    """The probability is that of being ill and positive, s q."""
    return s * q


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.2, 0.9, 0.1)")
def all_are_healthy(q, s, r):
    """Nearly all are healthy, so of all people a share of r is falsely positive."""
    return s * q / (s * q + r)


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.2, 0.9, 0.1)")
def by_the_specificity(q, s, r):
    """The healthy come in with the specificity, 1 - r."""
    return s * q / (s * q + (1 - r) * (1 - q))


@false("pm-17", "ill_if_positive", shown="ill_if_positive(1, 0.9, 0.1)")
def never_above_the_sensitivity(q, s, r):
    """No test is surer than its sensitivity: where all are ill, a positive one is with s."""
    return s if q == 1 else s * q / (s * q + r * (1 - q))


@false("pm-17", "ill_if_positive", shown="ill_if_positive(0.1, 0, 0.1)")
def never_less_than_before(q, s, r):
    """A test that finds nobody tells nothing: the probability stays."""
    return q if s == 0 else s * q / (s * q + r * (1 - q))


@false("pm-17", "positive", shown="positive(0.2, 0.9, 0.1)")
def only_the_ill_are_positive(q, s, r):
    """Of all people a share of s q is positive: the ill whom the test finds."""
    return s * q


@false("pm-17", "odds", shown="odds(0.8)")
def one_in_so_many(p):
    """Odds are another word for probability."""
    return p


@false("pm-17", "odds", shown="odds(0.8)")
def against_it(p):
    """Odds are counted against: (1 - p) / p."""
    return (1 - p) / p


@false("pm-17", "factor", shown="factor(0.99, 0.05, 2)")
def k_times_as_strong(s, r, k):
    """k positive tests are k times as strong: the odds are multiplied by k s / r."""
    return k * s / r


@false("pm-17", "factor", shown="factor(0.99, 0.05, 2)")
def the_second_adds_nothing(s, r, k):
    """A second test of the same kind tells nothing new."""
    return s / r


@false("pm-17", "factor", shown="factor(0.99, 0.05, 0)")
def at_least_one_test(s, r, k):
    """Without a test the factor is that of one: somebody has asked, after all."""
    return (s / r) ** max(k, 1)


@false("pm-17", "factor", shown="factor(0.99, 0.05, 4)")
def three_are_enough(s, r, k):
    """Two or three tests help; a further one changes nothing any more."""
    return (s / r) ** min(k, 3)


@false("pm-17", "factor", shown="factor(0.99, 0.05, 1)")
def over_the_specificity(s, r, k):
    """A test multiplies the odds by the sensitivity over the specificity."""
    return (s / (1 - r)) ** k


@false("pm-17", "factor", shown="factor(0.99, 0.05, 1)")
def only_what_is_found(s, r, k):
    """A positive result multiplies the odds by the sensitivity."""
    return s**k


@false("pm-17", "even_at", shown="even_at(0.99, 0.05)")
def even_at_half(s, r):
    """Half of the positive ones are ill where half of all are."""
    return (s + r) / 2 / (s + r)


@false("pm-17", "even_at", shown="even_at(0.99, 0.05)")
def even_at_the_alarms(s, r):
    """It is even where as many are ill as are falsely alarmed, q = r."""
    return r


@false("pm-17", "even_at", shown="even_at(0.99, 0.05)")
def even_at_the_quotient(s, r):
    """It is even at q = r / s."""
    return r / s


@false("pm-17", "after_a_copy", shown="after_a_copy(0.02)")
def a_copy_counts_again(p):
    """A result that is confirmed is more certain, however it is confirmed."""
    return p / (p + (1 - p) / 2)


@false("pm-17", "after_a_copy", shown="after_a_copy(0.02)")
def surer_of_the_likelier(p):
    """A repeated result makes the likelier state likelier; at one half nothing changes."""
    return p**2 / (p**2 + (1 - p) ** 2)


# From the words of a text to its class


@false(
    "pm-18",
    "log_classes",
    shown="log_classes(fit_multinomial([[3, 0], [1, 1], [0, 4]], [0, 0, 1]), [1, 1])",
)
def without_the_prior(model, x):
    """The words decide, not how common the class is."""
    joint = right_contributions(model, x).sum(axis=1)
    return joint - np.logaddexp.reduce(joint)


@false(
    "pm-18", "log_classes", shown="log_classes(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [1, 1])"
)
def product_without_evidence(model, x):
    """The product of prior and words is the probability of the class."""
    return model.log_prior + right_contributions(model, x).sum(axis=1)


@false(
    "pm-18", "log_classes", shown="log_classes(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [2, 1])"
)
def each_word_once(model, x):
    """A word says what it says, however often it stands there."""
    return right_classes(model, np.minimum(x, 1))


@false(
    "pm-18", "log_classes", shown="log_classes(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [2, 1])"
)
def mean_of_the_words(model, x):
    """Long texts must not win: take the mean over the words."""
    joint = model.log_prior + right_contributions(model, x).sum(axis=1) / max(np.sum(x), 1)
    return joint - np.logaddexp.reduce(joint)


@false(
    "pm-18", "fit_multinomial", shown="np.exp(fit_multinomial([[3, 0], [0, 4]], [0, 1]).log_word)"
)
def shares_as_they_are(X, y, alpha=1.0):
    """The shares that were counted are the probabilities: nothing is added."""
    return right_multinomial(X, y, 0.0)


@false(
    "pm-18", "fit_multinomial", shown="np.exp(fit_multinomial([[3, 0], [0, 4]], [0, 1]).log_word)"
)
def one_distribution_for_all(X, y, alpha=1.0):
    """The probability of a word is its share in all texts, smoothed."""
    n = np.sum(X, axis=0) + alpha
    row = np.log(n / n.sum())
    return right_multinomial(X, y, 1.0)._replace(log_word=np.tile(row, (max(y) + 1, 1)))


@false(
    "pm-18",
    "fit_multinomial",
    shown="fit_multinomial([[3, 0], [1, 1], [0, 4]], [0, 0, 1]).log_prior",
)
def classes_equally_common(X, y, alpha=1.0):
    """With several classes each has the same prior."""
    model = right_multinomial(X, y, alpha)
    return model._replace(log_prior=np.full_like(model.log_prior, -np.log(max(y) + 1)))


@false(
    "pm-18", "fit_multinomial", shown="np.exp(fit_multinomial([[3, 0], [0, 9]], [0, 1]).log_word)"
)
def alpha_as_a_share(X, y, alpha=1.0):
    """Smoothing mixes the shares with an even distribution, by alpha, whatever was counted."""
    model = right_multinomial(X, y, 0.0)
    t = alpha / (1 + alpha)
    p = (1 - t) * np.exp(model.log_word) + t / np.shape(X)[1]
    with np.errstate(divide="ignore"):
        return model._replace(log_word=np.log(p))


@false(
    "pm-18",
    "fit_multinomial",
    shown="np.exp(fit_multinomial([[3, 0, 0], [0, 4, 0]], [0, 1]).log_word)",
)
def only_words_that_were_seen(X, y, alpha=1.0):
    """V counts the words that some text had; what nobody has ever said is no word."""
    X, y = np.asarray(X), np.asarray(y)
    n = np.array([X[y == k].sum(axis=0) for k in range(max(y) + 1)])
    total = n.sum(axis=1, keepdims=True) + alpha * X.any(axis=0).sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        return right_multinomial(X, y, 1.0)._replace(log_word=np.log((n + alpha) / total))


@false(
    "pm-18",
    "fit_multinomial",
    shown="fit_multinomial([[3, 0], [1, 1], [0, 9]], [0, 0, 1]).log_prior",
)
def prior_by_words(X, y, alpha=1.0):
    """A class that has said more is more common: its prior is its share of all words."""
    n = np.array([np.sum(np.asarray(X)[np.equal(y, k)]) for k in range(max(y) + 1)])
    with np.errstate(divide="ignore"):
        return right_multinomial(X, y, alpha)._replace(log_prior=np.log(n / n.sum()))


@false("pm-18", "share", shown="share(0, 0, 1, 3)")
def nothing_said_is_impossible(n, total, alpha, V):
    """A class that has said nothing cannot say anything."""
    return (n + alpha) / (total + alpha * V) if total else 0


@false("pm-18", "share", shown="share(0, 4, 1, 3)")
def added_above_only(n, total, alpha, V):
    """Add alpha to the count, and divide by the total as before."""
    return (n + alpha) / (total or 1)


@false("pm-18", "share", shown="share(0, 4, 1, 3)")
def one_alpha_below(n, total, alpha, V):
    """What is added above is added below: (n + alpha) / (total + alpha)."""
    return (n + alpha) / (total + alpha)


@false("pm-18", "fit_bernoulli", shown="np.exp(fit_bernoulli([[3, 0], [0, 4]], [0, 1]).log_absent)")
def absent_words_are_silent(X, y, alpha=1.0):
    """What is not there says nothing."""
    model = right_bernoulli(X, y, alpha)
    return model._replace(log_absent=np.zeros_like(model.log_word))


@false("pm-18", "fit_bernoulli", shown="fit_bernoulli([[3, 0], [0, 4]], [0, 1]).log_absent")
def presence_by_shares(X, y, alpha=1.0):
    """Presence has the same probabilities as counts have: shares of all words."""
    return right_multinomial(X, y, alpha)


@false("pm-18", "fit_bernoulli", shown="np.exp(fit_bernoulli([[3, 0], [0, 4]], [0, 1]).log_word)")
def counted_by_words(X, y, alpha=1.0):
    """A text that has a word three times makes it three times as probable."""
    X, y = np.asarray(X), np.asarray(y)
    n = np.array([X[y == k].sum(axis=0) for k in (0, 1)]) + alpha
    most = np.array([[(y == k).sum()] for k in (0, 1)]) + 2 * alpha
    p = np.minimum(n / most, 0.999)
    with np.errstate(divide="ignore"):
        return NaiveBayes(np.log(np.bincount(y) / len(y)), np.log(p), np.log(1 - p))


@false(
    "pm-18", "fit_bernoulli", shown="fit_bernoulli([[3, 1], [0, 4]], [0, 1], alpha=0).log_absent"
)
def absence_excludes_nothing(X, y, alpha=1.0):
    """A word that is there can exclude a class; that one is missing never can."""
    model = right_bernoulli(X, y, alpha)
    assert model.log_absent is not None
    return model._replace(log_absent=np.maximum(model.log_absent, -20))


@false("pm-18", "presence", shown="presence(1, 2, 1)")
def presence_over_all_words(n, texts, alpha):
    """As with counts, alpha comes in below once for each of the (three) words."""
    return (n + alpha) / (texts + 3 * alpha)


@false("pm-18", "of_absence", shown="of_absence(0.25)")
def absence_has_no_factor(p):
    """A word that is absent has the factor 1."""
    return 1


@false(
    "pm-18",
    "contributions",
    shown="contributions(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [1, 0])",
)
def factors_are_added(model, x):
    """What a word adds is its probability."""
    return np.exp(right_contributions(model, x))


@false(
    "pm-18",
    "contributions",
    shown="contributions(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [2, 1])",
)
def all_words_alike(model, x):
    """Only the sum matters: each word of a text adds the same part of it."""
    each = right_contributions(model, x)
    return np.repeat(each.mean(axis=1, keepdims=True), each.shape[1], axis=1)


@false(
    "pm-18",
    "contributions",
    shown="contributions(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [2, 1])",
)
def the_first_word_decides(model, x):
    """The first word bears all, the others follow from it."""
    each = right_contributions(model, x)
    return np.concatenate((each.sum(axis=1, keepdims=True), 0 * each[:, 1:]), axis=1)


@false(
    "pm-18",
    "contributions",
    shown="contributions(fit_multinomial([[3, 0], [0, 4]], [0, 1]), [300, 0])",
)
def counts_of_a_text_in_a_byte(model, x):
    """How often a text has a word fits into a byte."""
    return right_contributions(model, np.asarray(x).astype(np.uint8))


@false("pm-18", "fit_multinomial", shown="fit_multinomial([[300, 0], [0, 4]], [0, 1]).log_word")
def learnt_counts_in_a_byte(X, y, alpha=1.0):
    """How often a learnt text has a word fits into a byte."""
    return right_multinomial(np.asarray(X).astype(np.uint8), y, alpha)


@false("pm-18", "fit_bernoulli", shown="fit_bernoulli([[256, 0], [0, 4]], [0, 1]).log_word")
def present_in_a_byte(X, y, alpha=1.0):
    """A byte is enough to tell whether a word is there."""
    return right_bernoulli(np.asarray(X).astype(np.uint8), y, alpha)


@false("pm-18", "times", shown="times(2, 10)")
def a_copy_tells_nothing(odds, k):
    """The same word again tells nothing new: the factor of the odds stays."""
    return odds if k else 1


@false("pm-18", "times", shown="times(2, 10)")
def k_times_the_odds(odds, k):
    """Ten copies make the odds ten times as large."""
    return odds * k if k else 1


@false("pm-18", "independent", shown="independent(0.3, 0.5, 0.5)")
def independent_over_all_texts(both, a, b):
    """Words that are independent given the class are independent."""
    return True


# Four hundred small factors


@false("pm-19", "log_evidence", shown="log_evidence(np.array([-1000.0, -1001.0]))")
def back_too_early(o):
    """The logarithm of the sum of the exponentials, as it stands."""
    with np.errstate(divide="ignore", over="ignore"):
        return np.log(np.sum(np.exp(o)))


@false("pm-19", "log_evidence", shown="log_evidence(np.array([-1.0, -2.0]))")
def sum_of_logarithms(o):
    """The logarithm of a sum is the sum of the logarithms."""
    return np.sum(o)


@false("pm-19", "log_evidence", shown="log_evidence(np.array([-1.0, -1.0]))")
def the_largest_alone(o):
    """Beside the largest the others do not count."""
    return np.max(o)


@false("pm-19", "log_evidence", shown="log_evidence(np.array([-1.0, -2.0]))")
def always_log_k(o):
    """It is the largest and log K."""
    return np.max(o) + math.log(len(o))


@false("pm-19", "log_evidence", shown="log_evidence(np.array([-1.0, -2.0]))")
def without_the_shift(o):
    """Take the largest out, and be done: log of the sum of exp(o - m)."""
    return np.log(np.sum(np.exp(o - np.max(o))))


@false("pm-19", "log_evidence", shown="log_evidence(np.array([-1.0, -5.0]))")
def the_smallest_out(o):
    """Take the smallest out, so that all terms are at least 1."""
    m = np.min(o)
    with np.errstate(over="ignore", invalid="ignore"):
        return m + np.log(np.sum(np.exp(o - m)))


@false("pm-19", "log_posterior", shown="log_posterior(np.log([0.5, 0.5]), [-1.0, -2.0])")
def evidence_left_out(log_prior, log_likelihood):
    """The posterior is the sum of the logarithms; the evidence is never needed."""
    return np.add(log_prior, log_likelihood)


@false("pm-19", "log_posterior", shown="log_posterior(np.log([0.5, 0.5]), [0.0, -1000.0])")
def through_probabilities(log_prior, log_likelihood):
    """Once the largest is out, go back to probabilities, and take the logarithm at the end."""
    o = np.add(log_prior, log_likelihood)
    p = np.exp(o - np.max(o))
    with np.errstate(divide="ignore"):
        return np.log(p / p.sum())


@false("pm-19", "log_posterior", shown="log_posterior(np.log([0.5, 0.5]), [0.0, -1000.0])")
def clipped_to_be_safe(log_prior, log_likelihood):
    """Logarithms below -700 are clipped, since their exponentials would be 0."""
    o = np.add(log_prior, log_likelihood)
    logs = o - np.logaddexp.reduce(o)
    return np.maximum(logs, -700)


@false("pm-19", "log_posterior", shown="log_posterior(np.log([0.5, 0.5]), [-np.inf, -1.0])")
def left_out_where_undefined(log_prior, log_likelihood):
    """0 has no logarithm, so a factor of 0 is left out."""
    log_likelihood = np.where(np.isneginf(log_likelihood), 0.0, log_likelihood)
    return right_logs(log_prior, log_likelihood)


@false("pm-19", "log_posterior", shown="log_posterior(np.log([0.5, 0.5]), [-np.inf, -1.0])")
def a_tiny_number_for_zero(log_prior, log_likelihood):
    """For the logarithm of 0 take that of a tiny number, -745: nobody will see it."""
    return right_logs(np.maximum(log_prior, -745), np.maximum(log_likelihood, -745))


@false("pm-19", "log_posterior")
def the_prior_where_nothing_is_possible(log_prior, log_likelihood):
    """If no case is possible nothing was learnt: the prior stays."""
    if np.isneginf(np.add(log_prior, log_likelihood)).all():
        return np.asarray(log_prior)
    return right_logs(log_prior, log_likelihood)


@false("pm-19", "evidence_between", shown="evidence_between(-1.0, 3)")
def no_more_than_the_largest(m, K):
    """The evidence is no larger than the largest term."""
    return m, m


@false("pm-19", "evidence_between", shown="evidence_between(-1.0, 3)")
def above_the_largest_by_k(m, K):
    """It lies between m + log K and m + K."""
    return m + math.log(K), m + K


@false("pm-19", "evidence_between", shown="evidence_between(-1.0, 3)")
def a_mean_of_the_terms(m, K):
    """It is a kind of mean, so it lies below the largest, by log K at most."""
    return m - math.log(K), m


@false("pm-19", "first_zero", shown="first_zero()")
def zero_from_the_smallest_normal():
    """From 308 factors of 0.1 on the product is 0, since no number is smaller than 1e-308."""
    return 308


@false("pm-19", "first_zero", shown="first_zero()")
def zero_from_sixteen_digits():
    """Sixteen digits are all that there are: from 16 factors on it is 0."""
    return 16


@false("pm-19", "first_zero", shown="first_zero()")
def never_zero():
    """A product of positive numbers is never 0 (400 were tried)."""
    return 401


@false("pm-19", "first_lossy", shown="first_lossy()")
def all_digits_to_the_end():
    """It keeps all digits until it becomes 0, at 324 factors."""
    return 324


@false("pm-19", "most_probable", shown="most_probable(np.array([-3.0, -1.0]))")
def nearest_to_zero_is_least(o):
    """Logarithms are negative, so the smallest is the best, as with a loss."""
    return np.argmin(o)


@false("pm-19", "logit_form", shown="logit_form(np.array([0.0, 1000.0]))")
def through_the_logistic(o):
    """The logarithm of 1 / (1 + exp(o_1 - o_0)), as it stands."""
    with np.errstate(over="ignore", divide="ignore"):
        return np.log(1 / (1 + np.exp(np.float64(o[1] - o[0]))))


@false("pm-19", "logit_form", shown="logit_form(np.array([0.0, 3.0]))")
def the_other_case(o):
    """P(A_0 | B) is 1 / (1 + exp(o_0 - o_1))."""
    return -np.logaddexp(0, o[0] - o[1])


@false("pm-19", "log_posterior", shown="log_posterior(np.log([0.9, 0.1]), [0.0, -1.0])")
def many_factors_drown_the_prior(log_prior, log_likelihood):
    """Beside four hundred factors the prior does not count."""
    return log_likelihood - np.logaddexp.reduce(log_likelihood)


@false("pm-19", "evidence_between", shown="evidence_between(-1.0, 3)")
def a_generous_bound(m, K):
    """It lies below m + K: a bound that is never attained."""
    return m, m + K


@false("pm-16", "posterior", shown="posterior([0.5, 0.5], [1, 1e-12])")
def below_a_thousandth_is_zero(prior, likelihood):
    """What is below a thousandth can be left out."""
    joint = np.multiply(prior, likelihood)
    p = joint / joint.sum() if joint.any() else np.asarray(prior, float)
    return np.where(p < 1e-3, 0, p)
