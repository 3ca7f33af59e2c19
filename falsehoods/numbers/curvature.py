"""False versions of the claims of *How the loss bends, and why that is a covariance*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.softmax import cross_entropy, cross_entropy_hessian


def shares(e):
    """Each entry's share of the sum."""
    return e / e.sum(axis=-1, keepdims=True)


def right_softmax(o):
    """What is right, for logits of moderate size."""
    o = np.asarray(o, float)
    return shares(np.exp(o - o.max(axis=-1, keepdims=True)))


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


@false("sn-05", "weights_at", shown="weights_at(-1.0, [0, 1]).round(6)")
def sign_of_beta_ignored(beta, o):
    """A variance does not feel the sign of beta."""
    return right_softmax(abs(beta) * np.asarray(o))


@false("sn-06", "cost")
def weight_left_out(theta, h, phi, y):
    """The weight of the outcome is a constant, so it does not belong to the cost."""
    return np.log((h * np.exp(phi @ theta)).sum()) - phi[y] @ theta


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


# Rare classes, large and small directions, outcomes that cannot occur


def rare_left_out(o, least):
    """The second derivative without the classes that are rarer than `least`."""
    p = right_softmax(o)
    p = np.where(p < least, 0, p)
    return np.diag(p) - np.outer(p, p)


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 1))")
def others_bend_down(o, y):
    """Only the first class's loss is convex: for another one the sign turns."""
    return cross_entropy(o, y) * (1 if np.ndim(y) == 0 and y == 0 else -1)


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 9.0], 0))")
def capped(o, y):
    """Cutting the loss off at 4, so that no mistake counts too much, leaves it convex."""
    return np.minimum(cross_entropy(o, y), 4)


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 9.0], 0))")
def root_of_the_loss(o, y):
    """The root of the loss is as convex as the loss."""
    return np.sqrt(cross_entropy(o, y))


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], [0.5, 0.5]))")
def mean_over_classes(o, y):
    """With a soft label the loss is the mean of -y log p over the classes, not the sum."""
    return cross_entropy(o, y) / (np.size(y) if np.ndim(y) else 1)


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 0.0], 1))")
def bits_for_a_class(o, y):
    """With the number of a class as the label the loss is in bits."""
    return cross_entropy(o, y) / (1 if np.ndim(y) else np.log(2))


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian([0.0, 25.0])[0, 0]")
def rare_do_not_bend(o):
    """A class that is rarer than one in a million does not bend the loss."""
    return rare_left_out(o, 1e-6)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian([0.0, 25.0])[0, 0]")
def certain_is_flat(o):
    """Where one class is nearly certain the loss is flat, in every direction."""
    return cross_entropy_hessian(o) * (np.max(right_softmax(o)) < 0.9999)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian([0.0, 25.0])[0, 0]")
def floor_below_p(o):
    """Each p may be kept above 1e-9: the rows still sum to zero."""
    p = np.maximum(right_softmax(o), 1e-9)
    return np.diag(p) - np.outer(p, p)


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.log([1, 200]))")
def rare_never_drawn(o):
    """A colour that is rarer than one in a hundred may be left out of the urn."""
    return rare_left_out(o, 0.01)


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.log([100, 100]))")
def one_less_of_many(o):
    """In a large urn the covariance is divided by one less than the number of balls."""
    n = np.exp(np.asarray(o, float)).sum()
    return cross_entropy_hessian(o) * (n / (n - 1) if n > 150 else 1)


@false("sn-04", "covariance", shown="covariance(np.eye(2))")
def one_less_of_few(draws):
    """For a handful of balls the covariance is divided by one less than their number."""
    d, n = draws - draws.mean(axis=0), len(draws)
    return d.T @ d / (n - 1 if 1 < n < 5 else n)


@false("sn-05", "variance", shown="float(variance(np.array([0.5, 0.5]), np.array([0, 1e-4])))")
def nearly_equal_is_equal(p, v):
    """Entries that are nearly equal make the curve straight."""
    return 0.0 if np.ptp(v) < 1e-3 else sum(p * (v - sum(p * v)) ** 2)


@false("sn-05", "variance", shown="float(variance(np.array([0.5, 0.5]), np.array([0, 9.0])))")
def grows_with_the_distance(p, v):
    """Far apart, a variance grows with the distance of the entries, not with its square."""
    var = sum(p * (v - sum(p * v)) ** 2)
    return var if np.ptp(v) <= 2 else np.sqrt(var)


@false("sn-05", "variance", shown="float(variance(np.array([1e-5, 1]), np.array([1, 0])))")
def rare_ones_left_out(p, v):
    """A class that is rarer than one in ten thousand adds nothing to the curvature."""
    p = np.where(p < 1e-4, 0, p)
    return sum(p * (v - sum(p * v)) ** 2)


@false("sn-05", "weights_at", shown="weights_at(20.0, [0, 1]).round(12)")
def beta_has_an_end(beta, o):
    """Beyond four, a larger beta changes nothing any more."""
    return right_softmax(np.clip(beta, -4, 4) * np.asarray(o))


@false("sn-06", "log_partition")
def impossible_counts(theta, h, phi):
    """An outcome of weight zero has the weight of any other."""
    return np.log((np.where(h > 0, h, 1) * np.exp(phi @ theta)).sum())


@false("sn-06", "log_partition")
def alike_is_once(theta, h, phi):
    """Outcomes with the same phi are one outcome."""
    at = np.unique(phi, axis=0, return_index=True)[1]
    return np.log((h[at] * np.exp(phi[at] @ theta)).sum())


@false("sn-06", "mean_and_covariance")
def impossible_is_averaged(theta, h, phi):
    """To the mean of phi every outcome belongs, whether it can occur or not."""
    p = shares(np.where(h > 0, h, 1) * np.exp(phi @ theta))
    q = phi - p @ phi
    return p @ phi, q.T @ np.diag(p) @ q


@false("sn-06", "bernoulli", shown="float(bernoulli(3.0)[1])")
def nothing_is_certain(theta):
    """The mean of a coin stays between a tenth and nine tenths."""
    p = np.clip(1 / (1 + np.exp(-theta)), 0.1, 0.9)
    return np.log(1 + np.exp(theta)), p, p * (1 - p)


@false("sn-06", "bernoulli", shown="float(bernoulli(3.0)[0])")
def soon_a_straight_line(theta):
    """For a coin with a parameter of two and more, A is the parameter."""
    p = 1 / (1 + np.exp(-theta))
    return theta if theta >= 2 else np.log(1 + np.exp(theta)), p, p * (1 - p)


@false("sn-06", "poisson", shown="float(poisson(3.0)[2])")
def many_crowd(theta):
    """Large counts vary more than Poisson's law has it."""
    return np.exp(theta), np.exp(theta), np.exp(theta * (1 if theta < 1.6 else 1.5))


# Digits of rare classes, many of them, far out, close by


def right_hessian(p):
    """The second derivative, from p."""
    return np.diag(p) - np.outer(p, p)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian([0.0, 40.0])[0, 0]")
def ends_at_1e_15(o):
    """A probability below 1e-15 does not bend the loss."""
    return rare_left_out(o, 1e-15)


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian(np.zeros(40))[0, 1]")
def too_many_to_meet(o):
    """Among dozens of classes, two have as good as nothing to do with each other."""
    H = cross_entropy_hessian(o)
    return H if len(H) <= 12 else np.diag(np.diag(H))


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian([1, 0])")
def bends_in_whole_numbers(o):
    """Of whole numbers the second derivative has whole numbers."""
    H = cross_entropy_hessian(o)
    return H if np.asarray(o).dtype.kind == "f" else H.round()


@false("sn-03", "cross_entropy_hessian", shown="cross_entropy_hessian([0, -1e-7, -1])[0, 2]")
def a_near_tie_bends_like_a_tie(o):
    """Logits closer than a millionth bend the loss as a tie does."""
    o = np.asarray(o, float)
    return cross_entropy_hessian(np.where(o.max() - o < 1e-6, o.max(), o))


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 100.0], 0))")
def grows_more_slowly(o, y):
    """Beyond 40 the loss may grow half as fast and stays convex."""
    loss = cross_entropy(o, y)
    return np.where(loss > 40, loss / 2 + 20, loss)


@false("sn-03", "cross_entropy", shown="float(cross_entropy([0.0, 1e4], 0))")
def capped_far_out(o, y):
    """A cap that only the worst mistakes reach leaves the loss convex."""
    return np.minimum(cross_entropy(o, y), 1000)


@false("sn-03", "variance", shown="float(variance(np.array([0.5, 0.5]), np.array([0, 1e-7])))")
def hardly_apart_is_equal(p, v):
    """Entries that differ by less than a millionth do not vary."""
    return 0.0 if np.ptp(v) < 1e-6 else sum(p * (v - sum(p * v)) ** 2)


@false("sn-03", "variance", shown="float(variance(np.array([0.5, 0.5]), np.array([1e9, 1e9 + 1])))")
def mean_square_less_squared_mean(p, v):
    """The mean square less the squared mean is as good a way to compute a variance."""
    return sum(p * v**2) - sum(p * v) ** 2


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian([0.0, 40.0])[0, 0]")
def never_seen_in_practice(o):
    """A colour rarer than one in a million million is as good as missing."""
    return rare_left_out(o, 1e-12)


@false("sn-04", "cross_entropy_hessian", shown="cross_entropy_hessian(np.log([1, 1e6]))[0, 0]")
def rare_colours_alike(o):
    """Colours rarer than one in ten thousand are all alike."""
    return cross_entropy_hessian(np.maximum(o, np.max(o) - 9.2))


@false("sn-04", "covariance", shown="covariance(np.eye(20))[0, 1]")
def dozens_of_colours(draws):
    """In an urn of dozens of colours the covariances are too small to matter."""
    d = draws - draws.mean(axis=0)
    C = d.T @ d / len(d)
    return C if len(C) <= 12 else np.diag(np.diag(C))


@false("sn-04", "covariance", shown="covariance(np.array([[1e6], [1e6 + 1]]))")
def products_less_product(draws):
    """The mean of the products less the product of the means loses no digit."""
    m = draws.astype(np.float32).mean(axis=0)
    return (draws.T @ draws / len(draws)) - np.outer(m, m)


@false("sn-05", "cross_entropy_hessian", shown="cross_entropy_hessian([0.0, 40.0])[0, 0]")
def straight_along_rare_ones(o):
    """Along the logit of a class rarer than 1e-15 the curve is straight."""
    return rare_left_out(o, 1e-15)


@false("sn-05", "variance", shown="float(variance(np.array([1e-20, 1]), np.array([1, 0])))")
def too_rare_to_vary(p, v):
    """A class rarer than 1e-14 adds nothing to a variance."""
    p = np.where(p < 1e-14, 0, p)
    return sum(p * (v - sum(p * v)) ** 2)


@false("sn-05", "variance", shown="float(variance(np.array([0.5, 0.5]), np.array([0, 1e-7])))")
def straight_enough(p, v):
    """Entries that differ by less than a millionth leave the curve straight."""
    return 0.0 if np.ptp(v) < 1e-6 else sum(p * (v - sum(p * v)) ** 2)


@false("sn-05", "weights_at", shown="weights_at(1e-7, [0, 1])")
def beta_near_zero(beta, o):
    """A beta below a thousandth is none."""
    return right_softmax((abs(beta) > 1e-3) * beta * np.asarray(o))


@false("sn-05", "weights_at", shown="weights_at(300.0, [0, 1])")
def beta_ends_at_100(beta, o):
    """Beyond a hundred, a larger beta changes nothing any more."""
    return right_softmax(np.clip(beta, -100, 100) * np.asarray(o))


@false("sn-05", "weights_at", shown="weights_at(0.5, [0, 1])")
def beta_of_whole_numbers(beta, o):
    """For whole numbers beta is a whole number."""
    return right_softmax((beta if np.asarray(o).dtype.kind == "f" else int(beta)) * np.asarray(o))


@false("sn-06", "log_partition")
def not_a_total_of_one(theta, h, phi):
    """With several parameters A is determined up to a constant only."""
    return np.log((h * np.exp(phi @ theta)).sum()) + np.log(2) * (len(theta) > 1)


@false("sn-06", "log_partition")
def weights_kept_above_zero(theta, h, phi):
    """Weights may be kept above a thousandth, to take no logarithm of zero."""
    return np.log((np.where(h > 0, np.maximum(h, 1e-3), 0) * np.exp(phi @ theta)).sum())


@false("sn-06", "mean_and_covariance")
def uncorrelated_from_four_on(theta, h, phi):
    """With more than three parameters the entries of phi no longer vary together."""
    p = shares(h * np.exp(phi @ theta))
    q = phi - p @ phi
    C = q.T @ np.diag(p) @ q
    return p @ phi, C if len(C) <= 3 or len(C) == len(p) else np.diag(np.diag(C))


@false("sn-06", "cost")
def cost_has_an_end(theta, h, phi, y):
    """No cost is larger than 25."""
    return min(np.log((h * np.exp(phi @ theta)).sum()) - phi[y] @ theta - np.log(h[y]), 25)


@false("sn-06", "bernoulli", shown="float(bernoulli(15.0)[0])")
def straight_from_ten_on(theta):
    """For a coin with a parameter of ten and more, A is the parameter."""
    p = 1 / (1 + np.exp(-theta))
    return theta if theta >= 10 else np.log(1 + np.exp(theta)), p, p * (1 - p)


@false("sn-06", "poisson", shown="float(poisson(-10.0)[1])")
def never_below_a_thousandth(theta):
    """A mean count is never below a thousandth."""
    return np.exp(theta), max(np.exp(theta), 1e-3), np.exp(theta)


@false("sn-06", "gauss", shown="float(gauss(10.0)[0])")
def linear_far_out(theta):
    """Far out A grows along a straight line."""
    return (theta**2 / 2 if abs(theta) < 5 else 5 * abs(theta) - 12.5), theta, 1


@false("sn-05", "softmax", shown="softmax([-1000.0, -1001.0])")
def maximum_counted_from_zero(o):
    """To be safe, take off the largest logit if it is positive; small ones do no harm."""
    o = np.asarray(o, float)
    with np.errstate(invalid="ignore"):
        return shares(np.exp(o - np.maximum(o.max(axis=-1, keepdims=True), 0)))


@false("sn-05", "cross_entropy_hessian", shown="cross_entropy_hessian([-1000.0, -1001.0])")
def bends_only_above_zero(o):
    """Logits far below zero add nothing to lse, so it does not bend there."""
    return cross_entropy_hessian(o) * (np.max(o) > -700)
