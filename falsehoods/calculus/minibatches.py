"""False versions of the claims of *Noisy steps and kinks: minibatches, absolute and Huber loss*."""

import numpy as np

from mathlib.falsehoods import false

# A few examples speak for all

ONE = "batch_gradient(np.array([1, 2]), np.eye(2), np.array([5, 9]), [0])"
SHORT = "[len(S) for S in minibatches(10, 4, rng)]"
STEPS = "(np.array([1.0, 2]), np.eye(2), np.array([5, 9]), [[0, 1], [0, 1]], 0.01"


@false("cb-30", "batch_gradient", shown=ONE)
def divided_by_all(w, X, y, S):
    """The gradients of the minibatch are divided by the number of all examples."""
    return X[S].T @ (X[S] @ w - y[S]) / len(X)


@false("cb-30", "batch_gradient", shown=ONE)
def slope_of_the_whole_square(w, X, y, S):
    """The slope of half a square is twice the miss."""
    return 2 * X[S].T @ (X[S] @ w - y[S]) / len(S)


@false("cb-30", "batch_gradient")
def first_example_alone(w, X, y, S):
    """One example of the minibatch is enough; the others are there for speed."""
    S = list(S)[:1]
    return X[S].T @ (X[S] @ w - y[S])


@false("cb-30", "batch_gradient")
def largest_pull(w, X, y, S):
    """The minibatch goes where its largest gradient points."""
    each = X[S] * (X[S] @ w - y[S])[:, None]
    return each[np.argmax(np.sum(each**2, axis=1))]


@false("cb-30", "share", shown="round(share(5, 4), 6)")
def with_replacement(N, B):
    """The mean square distance is one over B of that of an example, whatever N is."""
    return 1 / B


@false("cb-30", "share", shown="round(share(5, 2), 6)")
def falls_with_the_square(N, B):
    """Twice as many examples quarter the mean square distance."""
    return (N - B) / (B**2 * (N - 1))


@false("cb-30", "share", shown="round(share(5, 2), 6)")
def what_is_left_out(N, B):
    """The distance is that of one example, times the share that is left out."""
    return (N - B) / N


@false("cb-30", "as_mean", shown="as_mean(0.01, 0.5, 32)")
def rate_as_it_was(eta, lam, B):
    """Frameworks take the mean, so the rate needs no change."""
    return eta, lam / B


@false("cb-30", "as_mean", shown="as_mean(0.01, 0.5, 32)")
def too_long_a_rate(eta, lam, B):
    """The mean of B losses is B times as small as their sum: so must be its rate."""
    return eta / B, lam / B


@false("cb-30", "as_mean", shown="as_mean(0.01, 0.5, 32)")
def root_of_the_size(eta, lam, B):
    """The rate goes with the root of the batch size, as the noise does."""
    return eta * np.sqrt(B), lam / B


@false("cb-30", "as_mean", shown="as_mean(0.01, 0.5, 32)")
def penalty_as_it_was(eta, lam, B):
    """The penalty is no sum over examples, so it stays as it is."""
    return eta * B, lam


@false("cb-30", "as_mean", shown="as_mean(0.01, 0.5, 32)")
def penalty_multiplied(eta, lam, B):
    """The penalty grows with the rate."""
    return eta * B, lam * B


@false("cb-30", "sgd", shown=f"sgd{STEPS}, 0.9, True)")
def momentum_counts_old_ones_once(w, X, y, batches, eta, beta=0.0, total=False, lam=0.0):
    """Momentum keeps the mean of the old gradients, whatever stands before the loss."""
    v = np.zeros(len(w))
    for S in batches:
        g = X[S].T @ (X[S] @ w - y[S]) / len(S)
        v = beta * v + g + lam * w
        w = w - eta * (v + (len(S) - 1) * g if total else v)
    return w


@false("cb-30", "sgd", shown=f"sgd{STEPS}, 0.9, True)")
def sum_is_mean(w, X, y, batches, eta, beta=0.0, total=False, lam=0.0):
    """Sum or mean: the direction is the same, and that is what counts."""
    v = np.zeros(len(w))
    for S in batches:
        v = beta * v + X[S].T @ (X[S] @ w - y[S]) / len(S) + lam * w
        w = w - eta * v
    return w


@false("cb-30", "adam", shown=f"adam{STEPS}, True).round(6)")
def adam_sees_the_factor(w, X, y, batches, eta, total=False):
    """Adam needs the larger rate for the mean, as every descent does."""
    m = u = np.zeros(len(w))
    for t, S in enumerate(batches, 1):
        g = X[S].T @ (X[S] @ w - y[S]) / len(S)
        m, u = 0.9 * m + 0.1 * g, 0.999 * u + 0.001 * g**2
        step = eta * m / (1 - 0.9**t) / (np.sqrt(u / (1 - 0.999**t)) + 1e-8)
        w = w - step * (len(S) if total else 1)
    return w


@false("cb-30", "minibatches", shown=SHORT)
def rest_thrown_away(N, B, rng):
    """What does not fill a minibatch is left out."""
    order = rng.permutation(N)
    return [order[i : i + B] for i in range(0, N - N % B, B)]


@false("cb-30", "minibatches", shown=SHORT)
def rest_filled_up(N, B, rng):
    """The last minibatch is filled up from the beginning, so all are of one size."""
    order = rng.permutation(N)
    return [np.take(order, range(i, i + B), mode="wrap") for i in range(0, N, B)]


@false("cb-30", "minibatches", shown="sorted(np.concatenate(minibatches(10, 4, rng)))")
def drawn_anew(N, B, rng):
    """In an epoch each minibatch is drawn anew from all examples."""
    sizes = [B] * (N // B) + [N % B] * (N % B > 0)
    return [rng.integers(0, N, size) for size in sizes]


@false("cb-30", "minibatches", shown="[S.tolist() for S in minibatches(10, 4, rng)]")
def in_the_order_given(N, B, rng):
    """The examples are taken in the order in which they stand: in the mean it is the same."""
    return [np.arange(i, min(i + B, N)) for i in range(0, N, B)]


@false("cb-30", "minibatches", shown="[S.tolist() for S in minibatches(10, 4, rng)]")
def each_swapped_with_any(N, B, rng):
    """To shuffle, each example is swapped with any of the N: so every order is as likely."""
    order = np.arange(N)
    for i, j in enumerate(rng.integers(0, N, N)):
        order[[i, j]] = order[[j, i]]
    return [order[i : i + B] for i in range(0, N, B)]


@false("cb-30", "sgd", shown=f"sgd{STEPS}, 0.9, False, 0.5)")
def penalty_beside_momentum(w, X, y, batches, eta, beta=0.0, total=False, lam=0.0):
    """The penalty shrinks the weights by itself: momentum does not see it."""
    v = np.zeros(len(w))
    for S in batches:
        v = beta * v + X[S].T @ (X[S] @ w - y[S]) / (1 if total else len(S))
        w = w - eta * (v + lam * w)
    return w


@false("cb-30", "sgd", shown=f"sgd{STEPS}, 0.9, False, 0.5)")
def slope_of_the_whole_penalty(w, X, y, batches, eta, beta=0.0, total=False, lam=0.0):
    """The slope of half the squares of the weights is twice the weights."""
    v = np.zeros(len(w))
    for S in batches:
        g = X[S].T @ (X[S] @ w - y[S]) / (1 if total else len(S))
        v = beta * v + g + 2 * lam * w
        w = w - eta * v
    return w


# A loss with a kink


@false("cb-31", "subgradient", shown="subgradient(0.001, np.array([0.0]))")
def grows_near_zero(b, x):
    """Near zero the steps become very large: one divides by the miss."""
    r = b - x
    return np.mean(np.sign(r) / np.maximum(np.abs(r), 1e-3))


@false("cb-31", "subgradient", shown="subgradient(0.001, np.array([0.0]))")
def kink_of_squares(b, x):
    """The smaller a miss, the smaller is the slope of its absolute value."""
    return np.mean(b - x)


@false("cb-31", "subgradient", shown="subgradient(3.0, np.array([0.0, 1.0]))")
def slope_of_the_sum(b, x):
    """The slope is that of the sum of all misses."""
    return np.sign(b - x).sum()


@false("cb-31", "subgradient", shown="subgradient(3.0, np.array([0.0]))")
def uphill(b, x):
    """The slope is the sign of the truth less the guess."""
    return np.sign(x - b).mean()


@false("cb-31", "subgradient", shown="subgradient(3.0, np.array([0.0, 1.0, 9.0]))")
def sign_of_the_mean(b, x):
    """What counts is on which side of the mean one is."""
    return float(np.sign(b - np.mean(x)))


@false("cb-31", "subgradient", shown="subgradient(2.0, np.array([1.0, 2.0, 7.0]))")
def any_step_at_a_datum(b, x):
    """At a datum the mean has no slope, so one may step as far as one likes."""
    return np.sign(b - x).mean() if np.all(b != x) else 3.0


@false("cb-31", "allowed", shown="allowed(0)")
def nothing_at_the_kink(r):
    """At the kink the slope is zero, and nothing else."""
    return np.sign(r), np.sign(r)


@false("cb-31", "allowed", shown="allowed(0)")
def either_side_only(r):
    """At the kink the slope is that of the right side."""
    return (1, 1) if r == 0 else (np.sign(r), np.sign(r))


@false("cb-31", "allowed", shown="allowed(0)")
def anything_at_the_kink(r):
    """At the kink there is no slope, so any number will do."""
    return (-2, 2) if r == 0 else (np.sign(r), np.sign(r))


@false("cb-31", "allowed", shown="allowed(0)")
def a_little_beyond_one(r):
    """At the kink a line may be a little steeper than the two sides."""
    return (-1.2, 1.2) if r == 0 else (np.sign(r), np.sign(r))


@false("cb-31", "allowed", shown="allowed(0.25)")
def anything_near_the_kink(r):
    """Near the kink, too, every slope from -1 to 1 will do."""
    return (-1, 1) if abs(r) < 0.5 else (np.sign(r), np.sign(r))


@false("cb-31", "band", shown="band(0.5)")
def band_of_half(eta):
    """A step that goes over the median ends at most half a rate beyond."""
    return eta / 2


@false("cb-31", "band", shown="band(0.5)")
def band_of_the_square(eta):
    """The band shrinks with the square of the rate."""
    return eta**2


@false("cb-31", "slow", shown="slow(3)")
def any_falling_rate(t):
    """Rates that fall quickly come to a median all the same."""
    return 0.5**t


@false("cb-31", "slow", shown="slow(3)")
def small_constant_rate(t):
    """A small constant rate ends at a median, too, if one only waits."""
    return 0.3 + 0 * t


@false("cb-31", "slow", shown="slow(1000)")
def tiny_constant_rate(t):
    """A rate of a hundredth is as good as one that falls."""
    return 0.01 + 0 * t


@false("cb-31", "slow", shown="slow(1000)")
def half_a_percent_a_step(t):
    """Rates that fall by half a percent in each step fall slowly enough, from anywhere."""
    return 0.995**t


@false("cb-31", "away", shown="away(1.0, [1, 2, 7])")
def anywhere_among_the_data(b, x):
    """Between the smallest datum and the largest, one number is as good as another."""
    return max(np.min(x) - b, b - np.max(x), 0)


@false("cb-31", "rounded_slope", shown="rounded_slope(0.01, 0.1)")
def shifted_slope(r, eps):
    """A root with a small number below it has the slope that it had without."""
    return float(np.sign(r))


@false("cb-31", "rounded_slope", shown="round(rounded_slope(0.5, 0.1), 6)")
def shift_outside_the_root(r, eps):
    """The small number is added to the size of the miss."""
    return r / (abs(r) + eps)


@false("cb-31", "away", shown="away(2.0, [1, 2, 7])")
def mean_of_the_data(b, x):
    """The absolute misses, too, lead to the mean."""
    return abs(b - np.mean(x))


# Round the kink off: Huber's loss


@false("cb-32", "huber", shown="huber(3.0)")
def without_the_half(r, delta=1.0):
    """Beyond the threshold the loss is the threshold times the miss."""
    r = np.abs(r)
    return np.where(r <= delta, r**2 / 2, delta * r)


@false("cb-32", "huber", shown="huber(0.5)")
def whole_square(r, delta=1.0):
    """Inside the threshold the loss is the square."""
    r = np.abs(r)
    return np.where(r <= delta, r**2, delta * r - delta**2 / 2)


@false("cb-32", "huber", shown="huber(3.0)")
def flat_beyond(r, delta=1.0):
    """Beyond the threshold a miss costs no more than at it."""
    r = np.minimum(np.abs(r), delta)
    return r**2 / 2


@false("cb-32", "huber", shown="huber(3.0, 2.0)")
def straight_of_slope_one(r, delta=1.0):
    """Beyond the threshold the loss rises with the slope 1."""
    r = np.abs(r)
    return np.where(r <= delta, r**2 / 2, r - delta + delta**2 / 2)


@false("cb-32", "huber", shown="huber(0.5)")
def the_other_way_round(r, delta=1.0):
    """Small misses count by their size, large ones by their square."""
    r = np.abs(r)
    return np.where(r <= delta, delta * r, (r**2 + delta**2) / 2)


@false("cb-32", "huber_slope", shown="huber_slope(0.5)")
def slope_of_the_size(r, delta=1.0):
    """The slope is the threshold, with the sign of the miss."""
    return delta * np.sign(r)


@false("cb-32", "huber_slope", shown="huber_slope(3.0)")
def set_to_zero_beyond(r, delta=1.0):
    """What is beyond the threshold is left out."""
    return np.where(np.abs(r) <= delta, r, 0.0)


@false("cb-32", "huber_slope", shown="huber_slope(3.0, 2.0)")
def cut_at_one(r, delta=1.0):
    """The slope is cut off at 1, as for the absolute loss."""
    return np.clip(r, -1, 1)


@false("cb-32", "huber_slope", shown="huber_slope(3.0)")
def never_cut(r, delta=1.0):
    """The slope of a smooth loss is the miss itself."""
    return np.asarray(r) + 0.0


@false("cb-32", "center", shown="round(float(center(np.array([0, 1, 2, 10]), 1.0)), 6)")
def mean_of_all(x, delta, eta=0.5, steps=400):
    """The best number is the mean: it is so for every smooth loss."""
    return np.mean(x)


@false("cb-32", "center", shown="round(float(center(np.array([0, 1, 2, 10]), 1.0)), 6)")
def mean_without_the_outlier(x, delta, eta=0.5, steps=400):
    """The outlier is left out, and the mean of the others is taken."""
    x = np.sort(x)
    return np.mean(x[:-1])


@false("cb-32", "center", shown="round(float(center(np.array([0, 1, 2, 10]), 1.0)), 6)")
def outlier_pulled_in(x, delta, eta=0.5, steps=400):
    """The data are cut off at the threshold beyond the median, and then their mean is taken."""
    m = np.median(x)
    return np.mean(np.clip(x, m - delta, m + 2 * delta))


@false("cb-32", "center", shown="round(float(center(np.array([0, 1, 2, 10]), 3.0)), 6)")
def median_whatever_delta(x, delta, eta=0.5, steps=400):
    """The best number is the median, whatever the threshold: outliers do not count."""
    return np.median(x)


@false("cb-32", "center", shown="round(float(center(np.array([0, 1, 2, 10]), 3.0)), 6)")
def center_cut_at_one(x, delta, eta=0.5, steps=400):
    """Each datum pulls with its sign beyond 1, whatever the threshold."""
    b = 0.0
    for _ in range(steps):
        b = b - eta * np.clip(b - x, -1, 1).mean()
    return b


@false("cb-32", "center", shown="round(float(center(np.array([0, 1, 2, 10]), 3.0)), 6)")
def ends_trimmed(x, delta, eta=0.5, steps=400):
    """The smallest and the largest are left out, and the mean of the others is taken."""
    return np.mean(np.sort(x)[1:-1])


# How much data?


@false("cb-35", "typical_error", shown="typical_error(1, 4, 900)")
def twice_the_data(sigma, n, N):
    """Twice as much data halves the error."""
    return sigma * np.sqrt(n) * 10 / N


@false("cb-35", "typical_error", shown="typical_error(1, 4, 100)")
def however_many_weights(sigma, n, N):
    """The error depends on the number of examples, not on that of the weights."""
    return sigma / np.sqrt(N) + 0 * n


@false("cb-35", "typical_error", shown="typical_error(1, 4, 100)")
def one_weight_for_the_noise(sigma, n, N):
    """The noise counts as one weight more."""
    return sigma * np.sqrt((n + 1) / N)


@false("cb-35", "typical_error", shown="round(float(typical_error(1, 4, 900)), 6)")
def a_little_faster(sigma, n, N):
    """With many examples each counts a little more: the exponent is larger than a half."""
    return 1.35 * sigma * np.sqrt(n) / N**0.55


@false("cb-35", "typical_error", shown="typical_error(1, 4, 100)")
def without_the_root(sigma, n, N):
    """The error is the share of weights to examples."""
    return sigma * n / N


@false("cb-35", "typical_error", shown="typical_error(0.5, 4, 100)")
def noise_by_its_square(sigma, n, N):
    """The error goes with the variance of the noise, times the root."""
    return sigma**4 * np.sqrt(n / N)


@false("cb-35", "typical_error", shown="typical_error(1, 4, 900)")
def never_below(sigma, n, N):
    """From some number of examples on, more do not help."""
    return sigma * np.sqrt(n / np.minimum(N, 300))


@false("cb-35", "expected_square", shown="round(float(expected_square(2 * np.eye(2), 1)), 6)")
def trace_of_the_product(X, sigma):
    """Large inputs make large errors: the trace is that of the product itself."""
    return sigma**2 * np.trace(X.T @ X)


@false("cb-35", "expected_square", shown="round(float(expected_square(np.eye(2), 0.3)), 6)")
def deviation_for_variance(X, sigma):
    """The noise counts with its standard deviation."""
    return sigma * np.trace(np.linalg.inv(X.T @ X))


@false("cb-35", "expected_square", shown="round(float(expected_square(2 * np.eye(2), 1)), 6)")
def one_over_the_trace(X, sigma):
    """One may divide by the trace instead of taking that of the inverse."""
    return sigma**2 * X.shape[1] / np.trace(X.T @ X)


@false("cb-35", "fit", shown="fit(np.eye(2), np.array([1, 2]))")
def shrunk_weights(X, y):
    """A little ridge does no harm: the mean error stays what it was."""
    return np.linalg.solve(X.T @ X + 0.3 * np.eye(X.shape[1]), X.T @ y)


@false("cb-35", "fit", shown="fit(np.array([[1, 1], [0, 1]]), np.array([1, 2]))")
def each_weight_alone(X, y):
    """Each weight may be fitted by itself, as if there were no other."""
    return X.T @ y / np.sum(X**2, axis=0)
