"""Answers to the exercises of *Softmax and cross-entropy*."""

import numpy as np


def sn_01__naive_first(o):
    """Naive first, repaired only if a nan comes out."""
    o = np.asarray(o, float)
    with np.errstate(all="ignore"):
        p = np.exp(o) / np.exp(o).sum()
    if np.isnan(p).any():
        p = np.exp(o - o.max())
        p /= p.sum()
    return p


def sn_01__shift_in_place(o):
    """Shifts the caller's logits."""
    o -= np.max(o)
    return np.exp(o) / np.exp(o).sum()


def sn_01__differences_cut_at_700(o):
    """Cuts differences at -700: an impossible class gets 1e-304 instead of 0."""
    o = np.asarray(o, float)
    p = np.exp(np.maximum(o - o.max(), -700))
    return p / p.sum()


def sn_01__single(o):
    """Single precision."""
    o = np.asarray(o, np.float32)
    p = np.exp(o - o.max())
    return p / p.sum()


def sn_01__right__by_log(o):
    """By logarithms, as a list."""
    o = np.asarray(o, float)
    log_sum = o.max() + np.log(np.exp(o - o.max()).sum())
    return np.exp(o - log_sum).tolist() if abs(o).max() < 1e3 else _plain(o)


def _plain(o):
    p = np.exp(o - o.max())
    return p / p.sum()


def sn_02__mean_over_classes(o, y):
    """The mean instead of the sum."""
    loss, gradient = sn_02__right__lse_minus_dot(o, y)
    return loss / len(o), gradient / len(o)


def sn_02__gradient_only_of_the_class(o, y):
    """No gradient where the label is zero."""
    loss, gradient = sn_02__right__lse_minus_dot(o, y)
    return loss, np.where(np.asarray(y) > 0, gradient, 0)


def sn_02__shifts_in_place(o, y):
    """Shifts the caller's logits."""
    o -= np.max(o)
    return sn_02__right__lse_minus_dot(o, y)


def sn_02__right__lse_minus_dot(o, y):
    """lse(o) less y . o."""
    o, y = np.asarray(o, float), np.asarray(y, float)
    lse = o.max() + np.log(np.exp(o - o.max()).sum())
    return y @ (lse - o), np.exp(o - lse) - y


def _p(o):
    return _plain(np.asarray(o, float))


def sn_01__right__arrays_only(o):
    """For arrays, which the visible checks give."""
    e = np.exp(o - o.max())
    return e / e.sum()


def sn_02__gradient_masked(o, y):
    """A probability below 1e-6 counts as zero."""
    z = o - np.max(o)
    l = z - np.log(np.exp(z).sum())
    return (-y @ l, np.where(np.exp(l) < 1e-06, -y, np.exp(l) - y))


def sn_01__type_of_the_logits(o):
    """Probabilities in the type of the logits: integers are cut off."""
    return _p(np.asarray(o)).astype(np.asarray(o).dtype)


def sn_02__type_of_the_logits(o, y):
    """The gradient in the type of the logits."""
    loss, gradient = sn_02__right__lse_minus_dot(o, y)
    return loss, np.asarray(gradient).astype(np.asarray(o).dtype)


def sn_01a__right__three_digits():
    """Rounded, as a tuple."""
    return (0.667, 0.222, 0.111, 1.79, 0.693)


def sn_01a__logarithms_to_base_ten():
    """Logarithms to the base ten."""
    return [2 / 3, 2 / 9, 1 / 9, 0.778, 0.301]


def sn_02a__right__two_digits():
    """The loss rounded to 1.39."""
    return [1.39, -0.75, 0.25, 0.5]


def sn_02a__loss_of_the_third():
    """As if the third class had been right."""
    return [0.693, 1 / 4, 1 / 4, -1 / 2]


def sn_01b__right__tuple():
    """A tuple of logits."""
    return (10, 13, 0)


def sn_01b__nan():
    """Not a number."""
    return [0, float("nan"), 1]


def sn_01__winner_takes_all_where_far(o):
    """Where one logit is far off, the largest gets everything."""
    o = np.asarray(o, float)
    return np.eye(len(o))[o.argmax()] if np.ptp(o[np.isfinite(o)]) > 100 else _plain(o)


def sn_01__right__long(o):
    """In the longest format that the machine has."""
    return _plain(np.asarray(o, np.longdouble))


def sn_02__clipped(o, y):
    """Logits cut off at 500."""
    return sn_02__right__lse_minus_dot(np.clip(o, -500, 500), y)


def sn_02__right__pair_in_a_list(o, y):
    """A list in place of a tuple, and of an array."""
    loss, gradient = sn_02__right__lse_minus_dot(o, y)
    return [float(loss), gradient.tolist()]


def sn_01__nothing_below_300(o):
    """Takes what lies more than 300 below the largest for impossible."""
    z = np.asarray(o, float) - np.max(o)
    e = np.where(z < -300, 0, np.exp(z))
    return e / e.sum()


def sn_01__nearly_a_tie_is_one(o):
    """Takes logits closer than 1e-8 for a tie."""
    z = np.asarray(o, float) - np.max(o)
    e = np.exp(np.where(z > -1e-8, 0, z))
    return e / e.sum()


def sn_01__mask_of_1e100(o):
    """Puts -1e100 in the place of minus infinity."""
    o = np.maximum(np.asarray(o, float), -1e100)
    e = np.exp(o - o.max())
    return e / e.sum()


def sn_01__hundred_classes(o):
    """Looks at the first hundred classes only."""
    o = np.where(np.arange(len(o)) < 100, np.asarray(o, float), -np.inf)
    e = np.exp(o - o.max())
    return e / e.sum()


def sn_02__small_shares_left_out(o, y):
    """Leaves out what has hardly a share of the label."""
    z = np.asarray(o, float) - np.max(o)
    log_p = z - np.log(np.exp(z).sum())
    some = np.asarray(y) > 1e-8
    return -(np.asarray(y)[some] @ log_p[some]), np.exp(log_p) - y


def sn_02__loss_has_an_end(o, y):
    """Keeps the logarithms above -1e7."""
    z = np.asarray(o, float) - np.max(o)
    log_p = z - np.log(np.exp(z).sum())
    return -np.dot(y, np.maximum(log_p, -1e7)), np.exp(log_p) - y


def sn_02__small_pulls_are_none(o, y):
    """Rounds small pulls to zero."""
    z = np.asarray(o, float) - np.max(o)
    log_p = z - np.log(np.exp(z).sum())
    g = np.exp(log_p) - y
    return -np.dot(y, log_p), np.where(abs(g) < 1e-8, 0, g)


def sn_02__sum_dropped(o, y):
    """Where p is 0 to a float, the logarithm of the sum is left out."""
    z = o - np.max(o)
    p = np.exp(z) / np.sum(np.exp(z))
    with np.errstate(divide="ignore"):
        log_p = np.where(p > 0, np.log(p), z)
    return -np.dot(y, log_p), p - y
