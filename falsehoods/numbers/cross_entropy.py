"""False versions of the claims of *Scores into probabilities: softmax and cross-entropy*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.softmax import cross_entropy, logsumexp, softmax


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


# The second derivative


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def only_diagonal(o):
    """The second derivative is diag(p)."""
    return np.diag(right_softmax(o))


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def no_influence(o):
    """Each logit bends the loss by p (1 - p), and the logits do not influence each other."""
    p = right_softmax(o)
    return np.diag(p * (1 - p))


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def concave(o):
    """The second derivative is p p^T - diag(p)."""
    p = right_softmax(o)
    return np.outer(p, p) - np.diag(p)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def knows_the_label(o):
    """The second derivative depends on the label: the chain rule brings in its p."""
    p = right_softmax(o)
    d = np.eye(len(p))[0] - p
    return p[0] * np.outer(d, d)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def strictly_convex(o):
    """The loss has one minimum, so it is curved in every direction."""
    p = right_softmax(o)
    return np.diag(p) - np.outer(p, p) + 1e-6 * np.eye(len(p))


@false("sn-03", "variance", shown="float(variance(np.array([0.25, 0.75]), np.array([0, 1])))")
def plain_variance(p, v):
    """The variance of v is the mean squared distance from the mean, all entries alike."""
    return np.var(v)


@false("sn-03", "variance", shown="float(variance(np.array([0.25, 0.75]), np.array([0, 1])))")
def mean_of_squares(p, v):
    """The sum is the mean of the squares."""
    return sum(p * v**2)


@false("sn-03", "variance", shown="float(variance(np.array([0.25, 0.75]), np.array([0, 1])))")
def plain_mean(p, v):
    """The mean in the sum is that of the entries, all alike."""
    return sum(p * (v - np.mean(v)) ** 2)


# It is a covariance


@false("sn-04", "covariance", shown="covariance(np.eye(2))")
def product_of_means(draws):
    """The covariance is the mean of the product."""
    return draws.T @ draws / len(draws)


@false("sn-04", "covariance", shown="covariance(np.eye(2))")
def one_less(draws):
    """A covariance is divided by one less than the number of draws."""
    d = draws - draws.mean(axis=0)
    return d.T @ d / max(len(draws) - 1, 1)


@false("sn-04", "covariance", shown="covariance(np.eye(2))")
def independent_entries(draws):
    """The entries of a one-hot vector are drawn independently of each other."""
    return np.diag(draws.var(axis=0))


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def drawn_together(o):
    """Two classes that are both probable vary together: off the diagonal is + p_i p_j."""
    p = right_softmax(o)
    return np.diag(p - 2 * p**2) + np.outer(p, p)


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def correlations(o):
    """The second derivative is the matrix of correlations."""
    p = right_softmax(o)
    s = np.sqrt(np.maximum(p * (1 - p), 1e-300))
    return (np.diag(p) - np.outer(p, p)) / np.outer(s, s)


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def variance_p(o):
    """The variance of an entry is its probability."""
    p = right_softmax(o)
    return np.diag(p + p**2) - np.outer(p, p)


# Along a direction it is a variance


@false("sn-05", "variance", shown="float(variance(np.array([0.25, 0.75]), np.array([0, 1])))")
def of_the_numbers(p, v):
    """The curvature is the variance of the numbers v, whatever the probabilities."""
    return np.var(v)


@false("sn-05", "variance", shown="float(variance(np.array([0.25, 0.75]), np.array([1, 1])))")
def length_counts(p, v):
    """Every direction bends the curve: the curvature is the mean of the squares."""
    return sum(p * v**2)


@false("sn-05", "variance", shown="float(variance(np.array([0.25, 0.75]), np.array([0, 1])))")
def standard_deviation(p, v):
    """The curvature is the standard deviation."""
    return np.sqrt(sum(p * (v - sum(p * v)) ** 2))


@false("sn-05", "variance", shown="float(variance(np.array([0.1, 0.9]), np.array([0, 1])))")
def rare_ones_do_not_count(p, v):
    """The curvature is zero as soon as the probable classes agree."""
    v = v[p >= np.mean(p)]
    return np.var(v)


@false("sn-05", "weights_at", shown="weights_at(2, [0.0, 1.0])")
def weights_of_beta_one(beta, o):
    """The variance of the logits is taken with the probabilities at beta = 1, at every beta."""
    return right_softmax(o)


@false("sn-05", "weights_at", shown="weights_at(2, [0.0, 1.0])")
def beta_is_a_temperature(beta, o):
    """A larger beta makes the probabilities more equal."""
    return right_softmax(np.asarray(o) / (beta + 1e-9))


@false("sn-05", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def without_the_mean(o):
    """The second derivative of lse is diag(p)."""
    return np.diag(right_softmax(o))


# The family behind it


@false(
    "sn-06",
    "log_partition",
    shown="float(log_partition(np.zeros(1), np.ones(2), np.ones((2, 1))))",
)
def mean_in_place_of_sum(theta, h, phi):
    """A is the logarithm of the mean of the exponentials: a constant does not matter."""
    return np.log((h * np.exp(phi @ theta)).mean())


@false(
    "sn-06",
    "log_partition",
    shown="float(log_partition(np.zeros(1), np.ones(2), np.ones((2, 1))))",
)
def partition_itself(theta, h, phi):
    """A is the sum itself, not its logarithm."""
    return (h * np.exp(phi @ theta)).sum()


@false(
    "sn-06",
    "log_partition",
    shown="float(log_partition(np.zeros(1), 2 * np.ones(2), np.ones((2, 1))))",
)
def weights_do_not_matter(theta, h, phi):
    """The weights h do not depend on the parameter, so they do not matter to A."""
    return np.log(np.exp(phi @ theta).sum())


@false("sn-06", "cost")
def score_alone(theta, h, phi, y):
    """The cost of an outcome is minus its score, theta times phi."""
    return -phi[y] @ theta


@false("sn-06", "cost")
def squared_error(theta, h, phi, y):
    """The cost of an outcome is its squared distance from the parameter."""
    return ((phi[y] - theta) ** 2).sum() / 2


@false("sn-06", "cost")
def label_bends(theta, h, phi, y):
    """The second derivative of the cost depends on what was observed."""
    A = np.log((h * np.exp(phi @ theta)).sum())
    return (A - phi[y] @ theta) * (1 + 0.1 * y)


@false("sn-06", "mean_and_covariance")
def untilted(theta, h, phi):
    """Mean and covariance of phi are those of the weights h."""
    p, q = h / h.sum(), phi - h @ phi / h.sum()
    return p @ phi, q.T @ np.diag(p) @ q


@false("sn-06", "mean_and_covariance")
def second_moments(theta, h, phi):
    """The second derivative of A is the mean of the products."""
    p = h * np.exp(phi @ theta) / (h * np.exp(phi @ theta)).sum()
    return p @ phi, phi.T @ np.diag(p) @ phi


@false("sn-06", "bernoulli", shown="float(bernoulli(0.0)[2])")
def variance_of_a_coin(theta):
    """The variance of a coin is its probability."""
    p = 1 / (1 + np.exp(-theta))
    return np.log(1 + np.exp(theta)), p, p


@false("sn-06", "bernoulli", shown="float(bernoulli(0.0)[1])")
def parameter_is_p(theta):
    """The parameter of a coin is its probability."""
    return np.log(1 + np.exp(theta)), theta, theta * (1 - theta)


@false("sn-06", "poisson", shown="float(poisson(0.5)[2])")
def standard_deviation_is_the_mean(theta):
    """For Poisson's law the standard deviation is the mean."""
    return np.exp(theta), np.exp(theta), np.exp(2 * theta)


@false("sn-06", "poisson", shown="float(poisson(0.5)[1])")
def parameter_is_the_mean(theta):
    """The parameter of Poisson's law is its mean."""
    return np.exp(theta), theta, theta


@false("sn-06", "gauss", shown="float(gauss(1.0)[0])")
def no_half(theta):
    """For the bell curve A is the square of the mean."""
    return theta**2, theta, 1


@false("sn-06", "gauss", shown="float(gauss(1.0)[2])")
def variance_grows(theta):
    """The variance of a bell curve grows with its mean."""
    return theta**2 / 2, theta, 1 + abs(theta)


# Training with it


def top(X):
    """The largest eigenvalue of X^T X."""
    return np.linalg.eigvalsh(X.T @ X)[-1]


@false("cb-37", "curvature_bound", shown="float(curvature_bound(np.ones((2, 1))))")
def as_for_one_probability(X):
    """p (1 - p) is at most 1/4, so the bound has a 4 in place of the 2."""
    return top(X) / (4 * len(X))


@false("cb-37", "curvature_bound", shown="float(curvature_bound(np.ones((2, 1))))")
def p_is_at_most_one(X):
    """p is at most 1, so the bound is the largest eigenvalue over n, and no smaller one will do."""
    return top(X) / len(X)


@false("cb-37", "curvature_bound", shown="float(curvature_bound(np.ones((2, 1))))")
def of_the_sum(X):
    """The number of samples does not matter to the curvature."""
    return top(X) / 2


@false("cb-37", "curvature_bound")
def mean_eigenvalue(X):
    """The mean of the eigenvalues bounds the curvature."""
    return np.trace(X.T @ X) / (2 * X.size)


@false("cb-37", "sure_gain", shown="float(sure_gain(1.0, np.ones(1)))")
def the_whole_slope(rate, G):
    """A step gains the rate times the squared slope."""
    return rate * (G**2).sum()


@false("cb-37", "sure_gain", shown="float(sure_gain(1.0, np.ones(1)))")
def a_quarter(rate, G):
    """A quarter of the rate times the squared slope is all that is sure."""
    return rate / 4 * (G**2).sum()


@false("cb-37", "sure_gain", shown="float(sure_gain(1.0, np.ones(1) / 4))")
def slope_not_squared(rate, G):
    """A step gains at least half the rate times the slope."""
    return rate / 2 * np.sqrt((G**2).sum())


@false("cb-37", "largest_rate", shown="float(largest_rate(np.ones((2, 1))))")
def safe_is_largest(X):
    """Beyond 1 over the bound, the loss rises."""
    return 2 * len(X) / top(X)


@false("cb-37", "largest_rate", shown="float(largest_rate(np.ones((2, 1))))")
def twice_too_large(X):
    """The loss falls for every rate up to 4 over the bound."""
    return 8 * len(X) / top(X)


@false("cb-37", "loss_and_gradient")
def summed(V, X, y):
    """The gradient of the mean loss is the sum over the samples."""
    p = right_softmax(X @ V)
    loss = -np.log(p[np.arange(len(y)), y]).mean()
    return loss, X.T @ (p - np.eye(V.shape[1])[y])


@false("cb-37", "sharpest", shown="sharpest(np.zeros((20, 3))) < 0.1")
def same_everywhere(V):
    """The curvature is the same everywhere: a rate that overshoots once overshoots for ever."""
    return 0.5


@false("cb-37", "sharpest")
def always_fades(V):
    """With weight decay too the curvature fades, so that every rate is small enough in the end."""
    return 1 / (1 + np.abs(V).sum())


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


@false("sn-05", "weights_at", shown="weights_at(-1.0, [0, 1]).round(6)")
def sign_of_beta_ignored(beta, o):
    """A variance does not feel the sign of beta."""
    return right_softmax(abs(beta) * np.asarray(o))


@false("sn-06", "cost")
def weight_left_out(theta, h, phi, y):
    """The weight of the outcome is a constant, so it does not belong to the cost."""
    return np.log((h * np.exp(phi @ theta)).sum()) - phi[y] @ theta


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


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(3))")
def three_are_independent(o):
    """Of three classes, each is a question of its own."""
    p = right_softmax(o)
    H = np.diag(p) - np.outer(p, p)
    return np.diag(np.diag(H)) if len(p) == 3 else H


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(2))")
def two_are_one(o):
    """Of two classes one says all, so only the first bends the loss."""
    p = right_softmax(o)
    H = np.diag(p) - np.outer(p, p)
    return H * np.outer([1, 0], [1, 0]) if len(p) == 2 else H


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.array([1e9, 1e9]))")
def bends_as_it_stands(o):
    """Probabilities lie between 0 and 1, so their products cannot overflow."""
    with np.errstate(all="ignore"):
        p = shares(np.exp(np.asarray(o, float)))
    return np.diag(p) - np.outer(p, p)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.array([1.0, 1.0, 0.0]))")
def no_bend_at_a_tie(o):
    """Between two logits that tie for the maximum the loss is flat."""
    p, o = right_softmax(o), np.asarray(o)
    tie = (o == o.max()) & (np.sum(o == o.max()) > 1)
    return np.diag(p) - np.outer(p, p) * (1 - np.outer(tie, tie))


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(3))")
def three_colours_are_independent(o):
    """Of three colours, each is drawn independently of the others."""
    return three_are_independent(o)


@false("sn-04", "covariance", shown="covariance(np.eye(3))")
def urn_of_three(draws):
    """In an urn of three colours the covariances cancel."""
    C = np.cov(draws.T, bias=True).reshape(2 * draws.shape[1:])
    return np.diag(np.diag(C)) if len(C) == 3 else C


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(6))")
def many_hardly_meet(o):
    """With six colours or more, two of them have as good as nothing to do with each other."""
    p = right_softmax(o)
    H = np.diag(p) - np.outer(p, p)
    return np.diag(np.diag(H)) if len(p) >= 6 else H


@false("sn-05", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(3))")
def no_cross_terms_of_three(o):
    """Along a direction of three entries, only their own curvatures add up."""
    return three_are_independent(o)


@false("sn-05", "variance", shown="float(variance(np.arange(6) / 15, np.arange(6)))")
def many_are_alike(p, v):
    """With six entries or more the weights hardly matter to a variance."""
    return sum(p * (v - sum(p * v)) ** 2) if len(p) < 6 else np.var(v)


@false("sn-06", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(3))")
def family_of_three(o):
    """In a family of three outcomes there is a parameter for each, so they do not mix."""
    return three_are_independent(o)
