"""Answers to the exercises of *How the loss bends, and why that is a covariance*."""

import numpy as np


def sn_03__epsilon_under_p(p, y):
    """An epsilon though all p are positive."""
    d = y / (np.asarray(p) + 1e-12)
    return d - d.mean()


def sn_03__p_at_least_1e_3(p, y):
    """Clips p."""
    d = y / np.maximum(p, 1e-3)
    return d - d.mean()


def sn_03__pseudo_inverse(p, y):
    """Solves the system after all, and treats small p as zero."""
    H = np.diag(p) - np.outer(p, p)
    return np.linalg.pinv(H, rcond=1e-8) @ (y - np.asarray(p))


def sn_03__weighted_mean(p, y):
    """Makes the mean under p zero, not the sum."""
    d = np.asarray(y) / p
    return d - np.asarray(p) @ d


def sn_03__right__residual_over_p(p, y):
    """(y - p) / p, centred."""
    d = (np.asarray(y) - p) / p
    return d - d.mean()


def sn_04__nearly_zero_refused(p):
    """p within 1e-5 of 1 is refused."""
    p = np.asarray(p, float)
    if np.isclose(p, 0).any() or np.isclose(p, 1).any():
        raise ValueError
    return sn_04__right__odds(p)


def sn_04__zeros_refused_only(p):
    """Does not think of p = 1."""
    p = np.asarray(p, float)
    if (p == 0).any() and not (p == 1).any():
        raise ValueError
    with np.errstate(all="ignore"):
        deviation = np.sqrt(p * (1 - p))
        return (np.diag(p) - np.outer(p, p)) / np.outer(deviation, deviation)


def sn_04__covariance(p):
    """The covariance."""
    p = np.asarray(p, float)
    if ((p <= 0) | (p >= 1)).any():
        raise ValueError
    return np.diag(p) - np.outer(p, p)


def sn_04__first_only(p):
    """Looks at the first p alone."""
    if p[0] in (0, 1):
        raise ValueError
    with np.errstate(all="ignore"):
        deviation = np.sqrt(p * (1 - p))
        return (np.diag(p) - np.outer(p, p)) / np.outer(deviation, deviation)


def sn_04__product(p):
    """The product of many variances is 0 to a float."""
    if np.prod(p * (1 - p)) == 0:
        raise ValueError
    deviation = np.sqrt(p * (1 - p))
    return (np.diag(p) - np.outer(p, p)) / np.outer(deviation, deviation)


def sn_04__right__odds(p):
    """Roots of odds."""
    p = np.asarray(p, float)
    if ((p <= 0) | (p >= 1)).any():
        raise ValueError
    odds = np.sqrt(p / (1 - p))
    found = -np.outer(odds, odds)
    np.fill_diagonal(found, 1)
    return found.tolist()


def sn_06__relative_step(A, eta):
    """A step that grows with eta leaves the allowed 0.01."""
    h = 1e-3 * max(1, abs(eta))
    less, here, more = A(eta - h), A(eta), A(eta + h)
    return (more - less) / (2 * h), (more - 2 * here + less) / h**2


def sn_06__step_at_the_limit(A, eta):
    """The largest step allowed: four digits at best."""
    h = 0.01
    less, here, more = A(eta - h), A(eta), A(eta + h)
    return (more - less) / (2 * h), (more - 2 * here + less) / h**2


def sn_06__tiny_step(A, eta):
    """So small a step that the second difference is all rounding."""
    h = 1e-7
    less, here, more = A(eta - h), A(eta), A(eta + h)
    return (more - less) / (2 * h), (more - 2 * here + less) / h**2


def sn_06__right__five_points(A, eta):
    """Five points."""
    h = 4e-3
    a, b, c, d, e = (A(eta + k * h) for k in (-2, -1, 0, 1, 2))
    mean = (a - 8 * b + 8 * d - e) / (12 * h)
    return mean, (-a + 16 * b - 30 * c + 16 * d - e) / (12 * h**2)


def sn_04__right__arrays_only(p):
    """For arrays, which the visible checks give."""
    if not ((p > 0) & (p < 1)).all():
        raise ValueError
    s = np.sqrt(p * (1 - p))
    return (np.diag(p) - p[:, None] * p) / (s[:, None] * s)


def sn_06__mean_one_sided(A, eta):
    """A step to one side for the mean, however small."""
    h = 1e-05
    return ((A(eta + h) - A(eta)) / h, (A(eta + 0.001) - 2 * A(eta) + A(eta - 0.001)) / 1e-06)


def sn_06__right__fit(A, eta):
    """A polynomial through nine places."""
    h = np.linspace(-0.008, 0.008, 9)
    here = A(eta)
    c = np.polyfit(h / 0.008, [A(eta + float(step)) - here for step in h], 4)
    return (c[-2] / 0.008, 2 * c[-3] / 0.008**2)


def sn_03__type_of_the_label(p, y):
    """Divides in an array of the label's type."""
    d = (np.asarray(y) / p).astype(np.asarray(y).dtype)
    return d - d.mean()


def sn_03a__right__capital_in_brackets():
    """The letter as it stands in the statement, large."""
    return " (C) "


def sn_03a__two_lines():
    """Both false lines, though the first is asked for."""
    return "cd"


def sn_04a__right__rounded():
    """Three digits, as a tuple."""
    return (0.25, -0.167, 0)


def sn_04a__correlation():
    """The correlation in place of the covariance."""
    return [1, -np.sqrt(0.5), 0]


def sn_04__odds_without_a_refusal(p):
    """Raises for p = 0 and lets nan stand for p = 1."""
    p = np.asarray(p, float)
    if ((p <= 0) | (p > 1)).any():
        raise ValueError
    with np.errstate(all="ignore"):
        odds = np.sqrt(p / (1 - p))
        return np.eye(len(p)) * (1 + odds**2) - np.outer(odds, odds)


def sn_05a__nan():
    """Not a number, on which every function breaks down."""
    return [float("nan"), 1]


def sn_05a__complex():
    """Numbers whose squares are no variances."""
    return [1j, 2j]


def sn_05a__same():
    """Two numbers that are one."""
    return [1e9, 1e9]


def sn_05a__right__tuple():
    """A tuple, of integers."""
    return (10**9, 10**9 + 2)


def sn_05a__right__no_floats():
    """Two integers that are the same float."""
    return [2**60, 2**60 + 1]


def sn_06a__right__small_letters():
    """The name in small letters, with a blank."""
    return (0.5, 0.25, " bernoulli")


def sn_06a__exchanged():
    """Mean and variance exchanged."""
    return [1 / 4, 1 / 2, "Bernoulli"]


def sn_06__forward(A, eta):
    """Both differences with steps to the right only."""
    h = 1e-3
    here, more, most = A(eta), A(eta + h), A(eta + 2 * h)
    return (more - here) / h, (most - 2 * more + here) / h**2


def sn_06__right__list(A, eta):
    """A list."""
    h = 1e-3
    less, here, more = A(eta - h), A(eta), A(eta + h)
    return [(more - less) / (2 * h), (more - 2 * here + less) / h**2]


def sn_03__p_kept_above_1e_15(p, y):
    """Keeps p above 1e-15, so that it divides by no zero."""
    d = np.asarray(y, float) / np.maximum(p, 1e-15)
    return d - d.mean()


def sn_03__step_has_an_end(p, y):
    """Cuts the step off at 1e13."""
    d = np.asarray(y, float) / p
    return np.clip(d - d.mean(), -1e13, 1e13)


def sn_04__below_1e_15_refused(p):
    """Refuses probabilities below 1e-15, which are positive."""
    p = np.asarray(p, float)
    if np.any(p < 1e-15) or np.any(p >= 1):
        raise ValueError
    s = np.sqrt(p / (1 - p))
    return np.eye(len(p)) - np.outer(s, s) * (1 - np.eye(len(p)))


def sn_04__many_are_independent(p):
    """With seven classes or more takes two of them for uncorrelated."""
    p = np.asarray(p, float)
    if np.any(p <= 0) or np.any(p >= 1):
        raise ValueError
    s = np.sqrt(p / (1 - p))
    return np.eye(len(p)) - np.outer(s, s) * (1 - np.eye(len(p))) * (len(p) < 7)


def sn_06__step_of_1e_5(A, eta):
    """Takes a step so small that rounding spoils the variance of a large A."""
    h = 1e-5
    less, here, more = A(eta - h), A(eta), A(eta + h)
    return (more - less) / (2 * h), (more - 2 * here + less) / h**2
