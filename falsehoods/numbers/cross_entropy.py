"""False versions of the claims of *Scores into probabilities: softmax and cross-entropy*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.softmax import cross_entropy, cross_entropy_gradient, logsumexp, softmax


def shares(e):
    """Each entry's share of the sum."""
    return e / e.sum(axis=-1, keepdims=True)


def right_softmax(o):
    """What is right, for logits of moderate size."""
    o = np.asarray(o, float)
    return shares(np.exp(o - o.max(axis=-1, keepdims=True)))


def one_hot(y, K):
    """A label as probabilities, whether it is given so or as a class."""
    return np.eye(K)[y] if np.ndim(y) == 0 else np.asarray(y, float)


# Softmax


@false("sn-01", "softmax", shown="softmax(np.array([1.0, 3.0]))")
def shares_of_scores(o):
    """A probability is the share of its score in the sum of all scores."""
    return shares(np.asarray(o))


@false("sn-01", "softmax", shown="softmax(np.array([0.0, 1.0]))")
def base_two(o):
    """Any base will do in place of e."""
    return shares(np.exp2(np.asarray(o, float)))


@false("sn-01", "softmax")
def never_divides_by_zero(o):
    """It is safer, and changes nothing, to add 1e-12 to the sum before dividing by it."""
    e = np.exp(np.asarray(o, float) - np.max(o))
    return (e / (e.sum() + 1e-12)).astype(np.asarray(o).dtype)


@false("sn-01", "softmax", shown="softmax(np.array([0.0, 1.0, 2.0]))")
def each_its_own_sigmoid(o):
    """Each class's probability is the sigmoid of its own logit."""
    return 1 / (1 + np.exp(-np.asarray(o, float)))


@false("sn-01", "softmax", shown="softmax(np.array([1.0, 2.0]))")
def ratios_count(o):
    """Only ratios of scores count: twice all the scores is the same answer."""
    return right_softmax(np.asarray(o) / np.abs(o).max())


@false("sn-01", "softmax", shown="softmax(np.array([1.0, 2.0]))")
def last_is_reference(o):
    """The last class is the one that the others are compared with, so its logit counts as 0."""
    return right_softmax([*o[:-1], 0.0])


@false("sn-01", "softmax", shown="softmax(np.array([0.0, 1.0]))")
def energies(o):
    """Scores are like energies: the lowest is the most probable."""
    return right_softmax(-np.asarray(o))


@false("sn-01", "softmax", shown="softmax(np.array([0.0, 1.0]))")
def a_winner(o):
    """The class with the largest score has the probability 1."""
    return np.eye(len(o))[np.argmax(o)]


@false("sn-01", "softmax", shown="softmax(np.array([1000.0, 1001.0]))")
def clipped(o):
    """Clipping the logits to [-88, 88] makes softmax safe and changes nothing."""
    return shares(np.exp(np.clip(o, -88, 88)))


@false("sn-01", "softmax", shown="softmax(np.array([1000.0, -1000.0]))")
def less_the_mean(o):
    """It is enough to subtract the mean of the logits."""
    return shares(np.exp(o - np.mean(o)))


@false("sn-01", "log_odds", shown="log_odds([0.2, 0.8])")
def plain_odds(p):
    """The difference of two logits is the ratio of the probabilities."""
    return np.divide.outer(p, p)


@false("sn-01", "log_odds", shown="log_odds([0.2, 0.8])")
def difference_of_probabilities(p):
    """The difference of two logits is the difference of the probabilities."""
    return np.subtract.outer(p, p)


@false("sn-01", "sigmoid", shown="sigmoid(1.0)")
def other_way_round(x):
    """The sigmoid of the difference is the probability of the class with the smaller logit."""
    return 1 / (1 + np.exp(x))


@false("sn-01", "sigmoid", shown="sigmoid(1.0)")
def hyperbolic(x):
    """The hyperbolic tangent, moved to lie between 0 and 1, is as good a sigmoid."""
    return (1 + np.tanh(x)) / 2


# The loss, and its gradient


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 0))")
def in_bits(o, y):
    """The loss is counted in bits."""
    return -one_hot(y, len(o)) @ np.log2(right_softmax(o))


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 0))")
def minus_the_score(o, y):
    """The loss is minus the score of the right class; the others do not matter."""
    return -one_hot(y, len(o)) @ np.asarray(o)


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 0))")
def every_class_its_own(o, y):
    """Every class is a question of its own: right ones cost -log p, wrong ones -log (1 - p)."""
    p, y = right_softmax(o), one_hot(y, len(o))
    return -y @ np.log(p) - (1 - y) @ np.log1p(-p * (1 - 1e-15))


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 0))")
def squared_distance(o, y):
    """The loss is the squared distance between what was said and what was right."""
    return ((right_softmax(o) - one_hot(y, len(o))) ** 2).sum()


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 0))")
def mean_over_classes(o, y):
    """The loss is the mean over the classes."""
    return -(one_hot(y, len(o)) * np.log(right_softmax(o))).mean()


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 1000.0], 0))")
def by_way_of_p(o, y):
    """First the probabilities, then their logarithm: the order does not matter."""
    y = one_hot(y, len(o))
    return -sum(y[i] * np.log(v) for i, v in enumerate(right_softmax(o)) if y[i])


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 1000.0], 0))")
def floor_below_p(o, y):
    """Adding 1e-12 to p before the logarithm is taken makes the loss safe and changes nothing."""
    return -one_hot(y, len(o)) @ np.log(right_softmax(o) + 1e-12)


@false("sn-02", "cross_entropy", shown="float(cross_entropy([1000.0, 1040.0], 1))")
def difference_of_large_numbers(o, y):
    """It does not matter in which order the logarithm of the sum and the logit are subtracted."""
    y, m = one_hot(y, len(o)), np.max(o)
    lse = m + np.log(np.exp(np.asarray(o) - m).sum())
    return lse - sum(y[i] * v for i, v in enumerate(o) if y[i])


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 0.0], 0)")
def right_less_said(o, y):
    """The gradient is what was right less what was said."""
    return one_hot(y, len(o)) - right_softmax(o)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 0.0], 0)")
def by_probability(o, y):
    """The derivative of -log p is -1 / p, for the class that was right."""
    return -one_hot(y, len(o)) / right_softmax(o)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 0.0], 0)")
def right_class_only(o, y):
    """Only the logit of the right class is pulled."""
    y = one_hot(y, len(o))
    return y * (right_softmax(o) - 1)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 0.0], 0)")
def slope_of_the_sigmoid(o, y):
    """Each pull is weakened by the slope p (1 - p)."""
    p = right_softmax(o)
    return (p - one_hot(y, len(o))) * p * (1 - p)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 0.0], [0.6, 0.4])")
def soft_labels_are_rounded(o, y):
    """Of a soft label only the most probable class counts."""
    return right_softmax(o) - np.eye(len(o))[np.argmax(one_hot(y, len(o)))]


@false("sn-02", "logsumexp", shown="float(logsumexp(np.array([0.0, 0.0])))")
def the_largest(o):
    """The logarithm of the sum is, near enough, the largest logit."""
    return np.max(o)


# Training with it


def top(X):
    """The largest eigenvalue of X^T X."""
    return np.linalg.eigvalsh(X.T @ X)[-1]


@false("sn-01", "softmax")
def shifted_by_the_first(o):
    """Any logit may be subtracted to keep the exponentials small, for instance the first."""
    o = np.asarray(o)
    with np.errstate(all="ignore"):
        return shares(np.exp((o - o[0]).astype(float))).astype(o.dtype)


@false("sn-02", "cross_entropy", shown="cross_entropy([0, 0, -np.inf], [0.5, 0.5, 0])")
def zero_times_infinity(o, y):
    """lse less the product of labels and logits can be computed as it stands."""
    if np.ndim(y) == 0:
        return cross_entropy(o, y)
    with np.errstate(invalid="ignore"):
        return logsumexp(o) - np.dot(y, o)


@false("sn-01", "softmax", shown="softmax([2e9, 2e9 + 1])")
def cut_off_far_out(o):
    """Logits beyond a hundred million may be cut off: nobody meets them."""
    p = right_softmax(np.clip(np.asarray(o, float), -1e8, 1e8))
    return np.where(np.isneginf(o), 0, p).astype(np.asarray(o).dtype)


@false("sn-01", "softmax", shown="softmax([3.0, 3.0, 1.0])")
def first_of_a_tie(o):
    """Where two logits tie for the maximum, the first is a little ahead."""
    p = softmax(o)
    at = np.flatnonzero(np.asarray(o) == np.max(o))
    return p if len(at) < 2 else p + 1e-6 * (np.arange(len(p)) == at[0])


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient(np.zeros(6), 0)")
def shared_by_many(o, y):
    """With six classes or more, the classes share one pull."""
    g = right_softmax(o) - one_hot(y, len(o))
    return g if len(o) < 6 else g / len(o)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0, 0, 0], [0.5, 0.5, 0])")
def no_pull_without_a_label(o, y):
    """A class to which a soft label gives no share is not pulled."""
    y = one_hot(y, len(o))
    g = right_softmax(o) - y
    return g if (y == 1).any() else g * (y > 0)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([1.0, 1.0, 0.0], 0)")
def ties_stand_still(o, y):
    """Where two logits tie for the maximum there is no slope between them."""
    g = right_softmax(o) - one_hot(y, len(o))
    top = np.asarray(o) == np.max(o)
    return np.where(top, g[top].mean(), g) if top.sum() > 1 else g


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([1e9, 1e9 + 1], 0)")
def gradient_as_it_stands(o, y):
    """Only the loss can overflow: its gradient may be computed as it stands."""
    with np.errstate(all="ignore"):
        return shares(np.exp(np.asarray(o, float))) - one_hot(y, len(o))


@false("sn-02", "logsumexp", shown="float(logsumexp(np.array([0.0, 2e9])))")
def lse_cut_off(o):
    """The logarithm of the sum may be taken of logits cut off at a hundred million."""
    return logsumexp(np.clip(o, -1e8, 1e8))


# Far apart, far below zero, masked, soft


@false("sn-01", "softmax", shown="softmax(np.array([0.0, 40.0]))")
def hardly_any_is_none(o):
    """A class that gets less than 1e-12 gets nothing."""
    p = softmax(o)
    return np.where(p < 1e-12, 0, p).astype(p.dtype)


@false("sn-01", "softmax", shown="softmax(np.array([0.0, 40.0]))")
def differences_up_to_thirty(o):
    """Beyond a difference of thirty all logits count alike."""
    o = np.asarray(o)
    less = np.where(o - o.max() < -300, -np.inf, np.maximum(o - o.max(), -30))
    return shares(np.exp(less.astype(float))).astype(o.dtype if o.dtype.kind == "f" else float)


@false("sn-01", "softmax", shown="softmax(np.array([-np.inf, 0.0]))")
def first_cannot_be_masked(o):
    """The first class is the reference, so it counts even where its logit is -inf."""
    o = np.asarray(o)
    return softmax(np.append(o[-1], o[1:])) if np.isneginf(o[0]) else softmax(o)


@false("sn-01", "softmax", shown="softmax(np.array([-np.inf, 0.0, -np.inf]))")
def one_mask_only(o):
    """Classes that cannot occur share what the rarest of the others has."""
    o = np.asarray(o)
    masked = np.isneginf(o)
    return softmax(np.where(masked, o[~masked].min(), o) if masked.sum() > 1 else o)


@false("sn-01", "softmax", shown="softmax(np.arange(20.0))[0]")
def among_many_all_alike(o):
    """Among a dozen classes and more, scores are drowned."""
    return softmax(o) if len(o) < 13 else np.full(len(o), 1 / len(o))


@false("sn-01", "sigmoid", shown="sigmoid(-30.0)")
def saturated(x):
    """The sigmoid is 0 from some place on, downwards."""
    return np.where(x < -25, 0, 1 / (1 + np.exp(-x)))


@false("sn-01", "log_odds", shown="log_odds(np.array([1e-12, 1.0]))[0, 1]")
def odds_have_an_end(p):
    """No logarithm of odds is larger than twenty."""
    return np.clip(np.log(np.divide.outer(p, p)), -20, 20)


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 1000.0], [0.5, 0.5]))")
def soft_by_way_of_p(o, y):
    """Only a certain label needs care: for a soft one, p may be computed first."""
    if np.ndim(y) == 0:
        return cross_entropy(o, y)
    with np.errstate(divide="ignore"):
        return -sum(y[i] * np.log(v) for i, v in enumerate(right_softmax(o)) if y[i])


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 1.0, 2.0, 3.0], 3))")
def three_numbers_at_most(o, y):
    """A class's number counts up to two."""
    return cross_entropy(o, min(y, 2) if np.ndim(y) == 0 else y)


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, -np.inf, -np.inf], 0))")
def masked_ones_share(o, y):
    """Several classes that cannot occur make the answer a guess among all."""
    return np.log(len(o)) if np.isneginf(o).sum() > 1 else cross_entropy(o, y)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 0.0], 1)")
def number_is_ignored(o, y):
    """Given by its number, the right class is the first."""
    return right_softmax(o) - (np.eye(len(o))[0] if np.ndim(y) == 0 else y)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, -np.inf], 0)")
def masked_is_pulled(o, y):
    """A class that cannot occur is pulled as well: down."""
    return np.where(np.isneginf(o), 1 / len(o), right_softmax(o) - one_hot(y, len(o)))


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 99.0], [0.5, 0.5])")
def far_out_all_or_nothing(o, y):
    """Far out every pull has the size one, for soft labels as well."""
    g = right_softmax(o) - one_hot(y, len(o))
    return np.sign(g) if np.ptp(np.maximum(o, -1e300)) > 90 else g


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([-999.0, -999.0], 0)")
def only_large_ones_overflow(o, y):
    """Only logits above zero need to be shifted."""
    with np.errstate(invalid="ignore"):
        return shares(np.exp(np.asarray(o) - max(np.max(o), 0))) - one_hot(y, len(o))


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 40.0], 1)[0]")
def good_enough_stands_still(o, y):
    """Where the answer is right to nine digits, nothing is pulled any more."""
    g = right_softmax(o) - one_hot(y, len(o))
    return np.where(abs(g) < 1e-9, 0, g)


@false("sn-02", "logsumexp", shown="float(logsumexp([0.0, -np.inf]))")
def masked_counts_as_zero(o):
    """A masked logit counts as 0."""
    return logsumexp(np.where(np.isneginf(o), 0, o))


@false("sn-02", "logsumexp", shown="float(logsumexp([-1000.0, -1000.0]))")
def lse_of_very_negative_ones(o):
    """The exponentials of very negative logits are harmless, so these need no shift."""
    m = max(np.max(o), 0)
    with np.errstate(divide="ignore"):
        return m + np.log(np.exp(np.asarray(o) - m).sum())


# Among thousands, in short formats, close by, whole numbers


def as_floats(o):
    """The logits, of their own type if that is a floating-point one."""
    o = np.asarray(o)
    return o if o.dtype.kind == "f" else o.astype(float)


@false("sn-01", "softmax", shown="softmax(np.zeros(5000, np.float16))[0]")
def added_up_in_their_own_type(o):
    """The exponentials may be added one by one in the format of the logits."""
    o = as_floats(o)
    e = np.exp(o - o.max())
    return (e / np.cumsum(e, dtype=e.dtype)[-1]).astype(o.dtype)


@false("sn-01", "softmax", shown="softmax(np.array([0.0, -400.0]))")
def far_below_is_masked(o):
    """What is more than 300 below the largest is as good as masked."""
    o = as_floats(o)
    return softmax(np.where(o < o.max() - o.dtype.type(300), -np.inf, o).astype(o.dtype))


@false("sn-01", "softmax", shown="softmax(np.zeros(200))[199]")
def hundred_candidates(o):
    """Among thousands of classes the first hundred are enough."""
    o = as_floats(o)
    return softmax(np.where(np.arange(o.size) < 100, o, -np.inf).astype(o.dtype))


@false("sn-01", "softmax", shown="softmax([0.0, 1e-7])")
def close_by_is_a_tie(o):
    """Logits closer than a millionth are a tie."""
    o = as_floats(o)
    return softmax(np.where(o.max() - o < 1e-6, o.max(), o).astype(o.dtype))


@false("sn-01", "softmax", shown="softmax(np.array([65, -65], np.int8))")
def subtracted_as_whole_numbers(o):
    """The difference of two whole numbers is a whole number of the same type."""
    o = np.asarray(o)
    return softmax(o if o.dtype.kind == "f" else (o - o.max()).astype(float))


@false("sn-01", "softmax", shown="softmax([-1e30, -1e30])")
def very_negative_is_masked(o):
    """A logit below -1e4 stands for a class that cannot occur, even if all are such."""
    o = as_floats(o)
    with np.errstate(invalid="ignore"):
        return shares(np.where(o < -2e4, 0, np.exp((o - o.max()).astype(float)))).astype(o.dtype)


@false("sn-01", "sigmoid", shown="sigmoid(-400.0)")
def gone_below_300(x):
    """The sigmoid of anything below -300 is 0."""
    return np.where(x < -300, 0, 1 / (1 + np.exp(-x)))


@false("sn-01", "sigmoid", shown="sigmoid(1e-7)")
def a_half_about_zero(x):
    """Close to 0 the sigmoid is one half."""
    return 0.5 if abs(x) < 1e-6 else 1 / (1 + np.exp(-x))


@false("sn-01", "log_odds", shown="log_odds(np.array([1e-200, 1.0]))[0, 1]")
def nobody_bets_on_that(p):
    """No logarithm of odds is larger than 300."""
    return np.clip(np.log(np.divide.outer(p, p)), -300, 300)


@false("sn-02", "cross_entropy", shown="float(cross_entropy(np.arange(300.0), 200))")
def label_in_a_byte(o, y):
    """One byte is enough for the number of a class."""
    return cross_entropy(o, y & 127 if np.ndim(y) == 0 else y)


@false("sn-02", "cross_entropy", shown="float(cross_entropy(np.zeros(5000, np.float16), 0))")
def sum_in_half_precision(o, y):
    """The sum of the exponentials may be kept in the format of the logits."""
    o = np.asarray(o)
    if o.dtype != np.float16 or np.ndim(y):
        return cross_entropy(o, y)
    return np.log(np.cumsum(np.exp(o - o.max()), dtype=o.dtype)[-1]) + (o.max() - o[y])


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0, 1e30], [1e-9, 1 - 1e-9]))")
def rare_labels_left_out(o, y):
    """A share of the label below a millionth adds nothing to the loss."""
    y = one_hot(y, len(o))
    return cross_entropy(o, np.where(y < 1e-6, 0, y))


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0.0, 700.0], 1))")
def tiny_is_nothing(o, y):
    """A loss below 1e-100 is none."""
    loss = cross_entropy(o, y)
    return loss * (loss > 1e-100)


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0, 1e20], 0))")
def no_loss_is_that_large(o, y):
    """No finite loss is larger than 1e13."""
    loss = cross_entropy(o, y)
    return loss if loss == np.inf else np.minimum(loss, 1e13)


@false("sn-02", "cross_entropy", shown="float(cross_entropy([0, -np.inf], [0.5, 0.5]))")
def what_cannot_occur_is_free(o, y):
    """A share of a soft label for a class that cannot occur costs nothing."""
    if np.ndim(y) == 0:
        return cross_entropy(o, y)
    p = softmax(np.asarray(o, float))
    return cross_entropy(o, y) if p[np.asarray(y) > 0].all() else 0.0


@false("sn-02", "cross_entropy", shown="float(cross_entropy(np.array([65, -65], np.int8), 1))")
def loss_of_whole_numbers(o, y):
    """Differences of whole numbers may be taken before they become floats."""
    o = np.asarray(o)
    return cross_entropy(o if o.dtype.kind == "f" else (o - o.max()).astype(float), y)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient([0.0, 300.0], 1)[0]")
def stands_still_at_last(o, y):
    """A pull below 1e-30 is none."""
    g = cross_entropy_gradient(o, y)
    return np.where(abs(g) < 1e-30, 0, g)


@false("sn-02", "cross_entropy_gradient", shown="cross_entropy_gradient(np.zeros(50), 0)[40]")
def first_twenty_are_pulled(o, y):
    """Among many classes only the first twenty are pulled."""
    g = cross_entropy_gradient(o, y)
    return np.where(np.arange(len(g)) < 20, g, 0)


@false("sn-02", "logsumexp", shown="float(logsumexp(np.zeros(200)))")
def sum_of_a_hundred(o):
    """The hundred largest of thousands of exponentials are enough."""
    return logsumexp(np.sort(o)[-100:])


@false("sn-02", "logsumexp", shown="float(logsumexp([1, 1]))")
def whole_number_again(o):
    """Of whole numbers lse is a whole number."""
    o = np.asarray(o)
    return logsumexp(o).astype(o.dtype)
