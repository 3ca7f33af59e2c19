"""False versions of the claims of *Training a classifier: how fast, how long*."""

import numpy as np

from mathlib.falsehoods import false


def shares(e):
    """Each entry's share of the sum."""
    return e / e.sum(axis=-1, keepdims=True)


def right_softmax(o):
    """What is right, for logits of moderate size."""
    o = np.asarray(o, float)
    return shares(np.exp(o - o.max(axis=-1, keepdims=True)))


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


@false("cb-37", "curvature_bound", shown="float(curvature_bound(np.ones((2, 1))))")
def six_weights_a_feature(X):
    """Features count, not samples: divide by six times their number."""
    return top(X) / (6 * X.shape[1])


# Any number of samples, any size


def plain(V, X, y):
    """What is right, for logits of moderate size: the loss and its gradient."""
    p = right_softmax(X @ V)
    G = X.T @ (p - np.eye(V.shape[1])[y]) / len(X)
    return -np.log(p[np.arange(len(y)), y]).mean(), G


@false("cb-37", "curvature_bound", shown="float(curvature_bound(1e-5 * np.ones((2, 1))))")
def never_quite_flat(X):
    """However small the features, some curvature is left."""
    return max(top(X) / (2 * len(X)), 1e-6)


@false("cb-37", "curvature_bound", shown="float(curvature_bound(100 * np.ones((2, 1))))")
def a_hundred_at_most(X):
    """No curvature exceeds a hundred."""
    return min(top(X) / (2 * len(X)), 100)


@false("cb-37", "curvature_bound")
def of_four_features(X):
    """The first four features say how the loss bends."""
    return top(X[:, :4]) / (2 * len(X))


@false("cb-37", "curvature_bound")
def of_twelve_samples(X):
    """A dozen samples say how the loss of all bends."""
    return top(X[:12]) / (2 * len(X[:12]))


@false("cb-37", "curvature_bound")
def one_sample_less(X):
    """With many samples it does not matter whether one divides by n or n - 1."""
    n = len(X)
    return top(X) / (2 * n if n < 100 else 2 * (n - 1))


@false("cb-37", "curvature_bound")
def thirty_rounds(X):
    """Thirty rounds of the power method find the largest eigenvalue."""
    u = np.ones(X.shape[1])
    for _ in range(30):
        u = X.T @ (X @ u)
        u = u / np.linalg.norm(u)
    return ((X @ u) ** 2).sum() / (2 * len(X))


@false("cb-37", "curvature_bound", shown="float(curvature_bound(np.ones((3, 1)) / 3))")
def in_single_precision(X):
    """Single precision is enough for a bound."""
    return float(top(np.float32(X)) / (2 * len(X)))


@false("cb-37", "largest_rate", shown="float(largest_rate(0.01 * np.ones((2, 1))))")
def no_rate_above_a_hundred(X):
    """However small the features, a rate above a hundred is too large."""
    return min(4 * len(X) / top(X), 100)


@false("cb-37", "sure_gain", shown="float(sure_gain(1.0, np.full(1, 1e-6)))")
def always_a_little(rate, G):
    """However small the gradient, a step gains a little."""
    return rate / 2 * max((G**2).sum(), 1e-9)


@false("cb-37", "sure_gain", shown="float(sure_gain(1.0, np.eye(2)))")
def length_of_a_matrix(rate, G):
    """The length of a matrix is how much it can stretch a vector."""
    return rate / 2 * np.linalg.norm(np.atleast_2d(G), 2) ** 2


@false("cb-37", "sure_gain", shown="float(sure_gain(20.0, np.ones(1)))")
def rates_up_to_ten(rate, G):
    """A rate above ten gains no more than ten."""
    return min(rate, 10) / 2 * (G**2).sum()


@false("cb-37", "loss_and_gradient")
def softmax_as_it_stands(V, X, y):
    """The exponentials may be computed as they stand, however large the weights."""
    with np.errstate(all="ignore"):
        p = shares(np.exp(X @ V))
        G = X.T @ (p - np.eye(V.shape[1])[y]) / len(X)
        return -np.log(p[np.arange(len(y)), y]).mean(), G


@false("cb-37", "loss_and_gradient")
def near_enough(V, X, y):
    """A gradient below 1e-5 may be called zero."""
    loss, G = plain(V, X, y)
    return loss, G if np.abs(G).max() > 1e-5 else 0 * G


@false("cb-37", "loss_and_gradient")
def clipped(V, X, y):
    """A gradient longer than five may be cut to five: only its direction counts."""
    loss, G = plain(V, X, y)
    return loss, G * min(1, 5 / max(np.linalg.norm(G), 1e-300))


@false("cb-37", "loss_and_gradient")
def a_batch_of_twelve(V, X, y):
    """Twelve samples are enough for the loss of all."""
    return plain(V, X[:12], y[:12])


@false("cb-37", "loss_and_gradient")
def never_quite_certain(V, X, y):
    """Labels may be softened by a hundredth without changing the loss."""
    p, K = right_softmax(X @ V), V.shape[1]
    soft = 0.99 * np.eye(K)[y] + 0.01 / K
    return -(soft * np.log(np.maximum(p, 1e-300))).sum(axis=1).mean(), X.T @ (p - soft) / len(X)
