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
