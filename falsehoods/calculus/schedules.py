"""False versions of the claims of *How fast, how long: schedules, stopping, searching*."""

import numpy as np

from mathlib.calculus.schedules import (
    filter_factors,
    inverse_decay,
    kfold,
    mean_square_errors,
    step_decay,
)
from mathlib.falsehoods import false

# A rate that falls

THREE = "mean_square_errors([0.5, 0.5], 2, 1, 1)"


@false("cb-36", "mean_square_errors", shown=THREE)
def without_noise(rates, start, bend, noise):
    """Noise has the mean zero, so on average it changes nothing."""
    return mean_square_errors(rates, start, bend, 0)


@false("cb-36", "mean_square_errors", shown=THREE)
def noise_of_the_rate(rates, start, bend, noise):
    """A step adds the rate times the variance of the noise."""
    errors = [start**2]
    for eta in rates:
        errors.append((1 - eta * bend) ** 2 * errors[-1] + eta * noise)
    return np.array(errors)


@false("cb-36", "mean_square_errors", shown=THREE)
def squares_shrink_like_distances(rates, start, bend, noise):
    """The mean square shrinks by the factor by which the distance does."""
    errors = [start**2]
    for eta in rates:
        errors.append(abs(1 - eta * bend) * errors[-1] + eta**2 * noise)
    return np.array(errors)


@false("cb-36", "mean_square_errors", shown=THREE)
def distances_add_up(rates, start, bend, noise):
    """What is left of the start and the spread of the noise add up as lengths do."""
    roots = [abs(start)]
    for eta in rates:
        roots.append(abs(1 - eta * bend) * roots[-1] + eta * noise**0.5)
    return np.square(roots)


@false("cb-36", "mean_square_errors", shown="mean_square_errors([], 2, 1, 1)")
def nothing_without_a_step(rates, start, bend, noise):
    """Whoever takes no step has no error."""
    errors = mean_square_errors(rates, start, bend, noise)
    return errors if len(errors) > 1 else errors * 0


@false("cb-36", "resting", shown="resting(0.5, 1, 1)")
def hovering_dies_out(rate, bend, sigma):
    """With a constant rate the noise averages out in the end, and the mean square goes to zero."""
    return 0.0


@false("cb-36", "resting", shown="resting(0.5, 1, 1)")
def hovers_by_the_noise(rate, bend, sigma):
    """Where a constant rate comes to rest is the variance of the noise, whatever the rate."""
    return sigma**2


@false("cb-36", "resting", shown="resting(0.5, 1, 1)")
def small_rates_alone(rate, bend, sigma):
    """The band is half the rate times the variance, by the curvature: at every rate."""
    return rate * sigma**2 / (2 * bend)


@false("cb-36", "never_walked", shown="never_walked(np.array([0.5, 0.25]), 1)")
def falling_rates_arrive(rates, bend):
    """If the rate goes to zero, one arrives: nothing of the start is left."""
    return 0.0


@false("cb-36", "never_walked", shown="never_walked(np.array([0.5, 0.25]), 1)")
def shares_add_up(rates, bend):
    """Each step walks its share of the whole way, so the shares add up."""
    return 1 - bend * np.sum(rates)


@false("cb-36", "never_walked", shown="never_walked(np.array([0.5, 0.25]), 1)")
def exponential_of_the_sum(rates, bend):
    """What is left is exactly e to minus the sum of the rates."""
    return np.exp(-bend * np.sum(rates))


@false("cb-36", "like_a_mean", shown="like_a_mean(4, 1, 2)")
def mean_as_noisy_as_one(t, bend, sigma):
    """A mean of many is as noisy as one of them."""
    return sigma**2 / bend**2


@false("cb-36", "like_a_mean", shown="like_a_mean(4, 1, 2)")
def falls_with_the_square(t, bend, sigma):
    """The mean square of a mean falls with the square of how many there are."""
    return sigma**2 / (bend * t) ** 2


@false("cb-36", "like_a_mean", shown="like_a_mean(4, 1, 2)")
def starts_one_later(t, bend, sigma):
    """After t steps the mean is of t + 1 measurements, the start among them."""
    return sigma**2 / (bend**2 * (t + 1))


@false("cb-36", "cosine_decay", shown="cosine_decay(5, 1.0, 10)")
def whole_cosine(t, rate, steps):
    """The schedule is the cosine from one to minus one, cut off where it is negative."""
    return rate * np.maximum(0, np.cos(np.pi * np.minimum(t / steps, 1)))


@false("cb-36", "cosine_decay", shown="cosine_decay([9, 11], 1.0, 10).round(3)")
def cosine_rises_again(t, rate, steps):
    """After its end the cosine goes on, and the rate rises again."""
    return rate * (1 + np.cos(np.pi * np.asarray(t) / steps)) / 2


@false("cb-36", "cosine_decay", shown="cosine_decay(2, 1.0, 10).round(3)")
def straight_line(t, rate, steps):
    """Along a cosine the rate falls evenly, as along a straight line."""
    return rate * np.maximum(0, 1 - np.asarray(t) / steps)


@false("cb-36", "inverse_decay", shown="inverse_decay(10, 1, 10)")
def root_of_the_time(t, rate, tau):
    """One over t falls like one over the root of t."""
    return rate / np.sqrt(1 + np.asarray(t) / tau)


@false("cb-36", "inverse_decay", shown="inverse_decay(10, 1, 10)")
def summable(t, rate, tau):
    """One over t falls so fast that its sum is finite."""
    return inverse_decay(t, rate, tau) ** 2 / rate


@false("cb-36", "step_decay", shown="step_decay([9, 10], 1, 10, 0.5)")
def one_step_late(t, rate, every, factor):
    """The rate falls after the step that ends a stage, one later."""
    return step_decay(np.maximum(np.asarray(t) - 1, 0), rate, every, factor)


@false("cb-36", "step_decay", shown="step_decay([5, 10], 1, 10, 0.5)")
def smooth_steps(t, rate, every, factor):
    """Step decay is a smooth curve through the ends of its steps."""
    return rate * factor ** (np.asarray(t) / every)


@false("cb-36", "warm_up", shown="warm_up([0, 1, 2], 2)")
def warm_up_from_nothing(t, steps):
    """A warm-up begins with the rate zero, and the first step does nothing."""
    return np.minimum(1, np.asarray(t) / max(steps - 1, 1))


@false("cb-36", "warm_up", shown="warm_up([0, 1, 5], 2)")
def warm_up_from_zero(t, steps):
    """A warm-up begins at the rate zero, and is over one step later."""
    return np.minimum(1, np.asarray(t) / (steps + 1))


@false("cb-36", "warm_up", shown="warm_up([0, 1, 5], 2)")
def warms_up_for_ever(t, steps):
    """A warm-up is a line that goes on rising."""
    return (np.asarray(t) + 1) / (steps + 1)


@false("cb-36", "step_decay", shown="step_decay([5, 10], 1, 10, 0.7)")
def always_halves(t, rate, every, factor):
    """Step decay halves the rate, whatever else is asked for."""
    return step_decay(t, rate, every, 0.5)


@false("cb-36", "resting", shown="resting(0.5, 2, 1)")
def band_without_the_bend(rate, bend, sigma):
    """How near to the edge of stability the rate is has nothing to do with the curvature."""
    return rate * sigma**2 / (bend * (2 - rate))


@false("cb-36", "resting", shown="resting(0.5, 1, 2)")
def band_of_the_deviation(rate, bend, sigma):
    """The band is as wide as the deviation of the noise."""
    return rate * sigma / (bend * (2 - rate * bend))


@false("cb-36", "never_walked", shown="never_walked(np.array([0.5, 0.25]), 1)")
def left_in_the_mean_square(rates, bend):
    """What is left of the mean is what is left of the mean square."""
    return np.prod((1 - bend * rates) ** 2)


@false("cb-36", "descend", shown="float(descend([0.5, 0.1], [1, 2], 1, 1))")
def noise_at_full_length(rates, noise, e, bend):
    """The rate shortens the slope, and not the noise in it."""
    for rate, xi in zip(rates, noise, strict=False):
        e = e - rate * bend * e - xi
    return e


# When to stop

SHARES = "filter_factors([1.0, 0.25], 1, 2)"


@false("cb-34", "filter_factors", shown=SHARES)
def what_is_left(eigenvalues, rate, t):
    """After t steps the share (1 - rate lambda)^t of the end has been learnt."""
    return (1 - rate * np.asarray(eigenvalues)) ** t


@false("cb-34", "filter_factors", shown=SHARES)
def steps_add_up(eigenvalues, rate, t):
    """Each step adds the same share, until the whole is there."""
    return np.minimum(1, rate * t * np.asarray(eigenvalues))


@false("cb-34", "filter_factors", shown=SHARES)
def all_directions_alike(eigenvalues, rate, t):
    """All directions are learnt as fast as the steepest one."""
    eigenvalues = np.asarray(eigenvalues)
    return filter_factors(np.full(eigenvalues.shape, eigenvalues.max()), rate, t)


@false("cb-34", "filter_factors", shown=SHARES)
def singular_values_count(eigenvalues, rate, t):
    """What counts is the singular value of the data, the root of the eigenvalue."""
    return filter_factors(np.sqrt(eigenvalues), rate, t)


@false("cb-34", "filter_factors", shown=SHARES)
def one_step_behind(eigenvalues, rate, t):
    """The first step only gets it going: t steps do what t - 1 would."""
    return filter_factors(eigenvalues, rate, max(t - 1, 0))


@false("cb-34", "filter_factors", shown=SHARES)
def exactly_ridge(eigenvalues, rate, t):
    """To stop early is exactly ridge with the price 1 / (rate t)."""
    eigenvalues = np.asarray(eigenvalues)
    return eigenvalues / (eigenvalues + 1 / (rate * t))


@false("cb-34", "filter_factors", shown="filter_factors(1e-18, 1, 3)")
def nearly_flat_is_flat(eigenvalues, rate, t):
    """The formula can be computed as it stands, in a direction that is nearly flat too."""
    return 1 - (1 - rate * np.asarray(eigenvalues)) ** t


@false("cb-34", "ridge_share", shown="ridge_share(0.25, 0.5)")
def price_of_a_root(eigenvalues, price):
    """Ridge divides the root of the eigenvalue by its sum with the price."""
    return np.sqrt(eigenvalues) / (np.sqrt(eigenvalues) + price)


@false("cb-34", "ridge_share", shown="ridge_share(0.25, 0.5)")
def price_squared(eigenvalues, price):
    """The price of ridge stands squared beside the eigenvalue."""
    return eigenvalues / (eigenvalues + price**2)


@false("cb-34", "ridge_share", shown="ridge_share(0.25, 0.5)")
def ridge_cuts_off(eigenvalues, price):
    """Ridge keeps directions above its price whole, and none below it."""
    return np.where(np.asarray(eigenvalues) >= price, 1.0, 0.0)


@false("cb-34", "best_epoch", shown="best_epoch(np.arange(1, 4), [3, 2, 1], [2, 1, 3])")
def least_training_loss(epochs, training, validation):
    """The best epoch is where the training loss is least."""
    return int(epochs[np.argmin(training)])


@false("cb-34", "best_epoch", shown="best_epoch(np.arange(1, 4), [3, 2, 1], [2, 1, 3])")
def the_last_epoch(epochs, training, validation):
    """More epochs are always better: take the last one."""
    return int(epochs[-1])


@false("cb-34", "best_epoch", shown="best_epoch(np.arange(1, 4), [3, 2, 1], [2, 1, 3])")
def where_they_are_nearest(epochs, training, validation):
    """The best epoch is where both losses are nearest to each other."""
    return int(epochs[np.argmin(np.abs(np.subtract(training, validation)))])


@false("cb-34", "course")
def small_rates_end_elsewhere(X, y, rate, epochs):
    """A small rate gets stuck on the way, and ends elsewhere than a large one."""
    w, weights = np.zeros(X.shape[1]), []
    for t in range(1, max(epochs) + 1):
        step = rate * X.T @ (X @ w - y)
        if np.linalg.norm(step) > 0.02:
            w = w - step
        if t in epochs:
            weights.append(w)
    return np.array(weights)


@false("cb-34", "course")
def up_the_slope_of_the_mean(X, y, rate, epochs):
    """To divide the gradient by the number of rows changes nothing."""
    w, weights = np.zeros(X.shape[1]), []
    for t in range(1, max(epochs) + 1):
        w = w - rate * X.T @ (X @ w - y) / len(X)
        if t in epochs:
            weights.append(w)
    return np.array(weights)


@false("cb-34", "best_epoch", shown="best_epoch(np.arange(1, 5), [4, 3, 2, 1], [3, 4, 1, 2])")
def before_the_first_rise(epochs, training, validation):
    """As soon as the validation loss rises once, the best epoch is behind."""
    rises = np.flatnonzero(np.diff(validation) > 0)
    return int(epochs[rises[0]] if len(rises) else epochs[-1])


@false("cb-34", "filter_factors", shown="filter_factors([1.0, 0.25], 1.5, 3)")
def never_beyond_the_end(eigenvalues, rate, t):
    """A long step arrives at the end, and never goes beyond it."""
    return 1 - np.maximum(1 - rate * np.asarray(eigenvalues), 0) ** t


@false("cb-34", "filter_factors", shown=SHARES)
def as_of_a_flow(eigenvalues, rate, t):
    """What is left is e to the minus rate times steps times eigenvalue, at every rate."""
    return 1 - np.exp(-rate * t * np.asarray(eigenvalues))


@false("cb-34", "ridge_share", shown="ridge_share(0.25, 0.5)")
def twice_the_price(eigenvalues, price):
    """The price stands for the square without its half, so twice of it counts."""
    return eigenvalues / (eigenvalues + 2 * price)


# Settings that no gradient finds


@false("cb-38", "kfold", shown="[part.tolist() for part in kfold(7, 3)]")
def rest_is_dropped(n, k):
    """All parts are of the same size; rows that are left over are dropped."""
    return [np.arange(n // k * k)[i * (n // k) : (i + 1) * (n // k)] for i in range(k)]


@false("cb-38", "kfold", shown="[part.tolist() for part in kfold(7, 3)]")
def rest_goes_to_the_last(n, k):
    """The last part takes all rows that are left over."""
    size = n // k
    return [np.arange(i * size, n if i == k - 1 else (i + 1) * size) for i in range(k)]


@false("cb-38", "kfold", shown="[part.tolist() for part in kfold(7, 3)]")
def drawn_anew_for_each_part(n, k):
    """For each part rows are drawn at random, whichever were held out before."""
    draw = np.random.default_rng(1)
    return [np.sort(draw.choice(n, size=len(part), replace=False)) for part in kfold(n, k)]


@false("cb-38", "kfold", shown="[part.tolist() for part in kfold(7, 3)]")
def parts_overlap(n, k):
    """Neighbouring parts share a row, so that nothing is lost between them."""
    return [np.append(part, (part[-1] + 1) % n) for part in kfold(n, k)]


@false("cb-38", "kfold", shown="[part.tolist() for part in kfold(7, 3)]")
def parts_of_size_k(n, k):
    """The k is how many rows are held out at a time."""
    return [np.arange(i, min(i + k, n)) for i in range(0, n, k)]


@false("cb-38", "cross_validated")
def judged_on_what_was_fitted(X, y, price, k):
    """Cross-validation fits all rows, and is judged on all of them."""
    H = X @ np.linalg.solve(X.T @ X + price * np.eye(X.shape[1]), X.T)
    return np.mean((y - H @ y) ** 2)


@false("cb-38", "log_uniform", shown="log_uniform(0.5, 1e-4, 1)")
def evenly(u, low, high):
    """To draw a rate evenly from its range serves all decades alike."""
    return low + np.asarray(u) * (high - low)


@false("cb-38", "log_uniform", shown="log_uniform(0.5, 1e-4, 1)")
def turned_round(u, low, high):
    """Small rates matter more, so the draws are squeezed towards the low end."""
    return low * (high / low) ** (np.asarray(u) ** 2)


@false("cb-38", "range_share", shown="range_share(0.01, 0.1, 1e-4, 1)")
def by_lengths(low, high, a, b):
    """A range is hit in proportion to its length."""
    return (min(high, b) - max(low, a)) / (b - a)


@false("cb-38", "range_share", shown="range_share(0.01, 0.1, 1e-4, 1)")
def by_decades_alone(low, high, a, b):
    """Only the number of decades in the range counts, not that of the whole."""
    return np.log10(min(high, b) / max(low, a))


@false("cb-38", "found_one", shown="found_one(0.05, 3)")
def chances_add_up(p, N):
    """Three draws have three times the chance of one."""
    return N * p


@false("cb-38", "found_one", shown="found_one(0.05, 3)")
def all_of_them(p, N):
    """One at least is found with the probability that all are."""
    return p**N


@false("cb-38", "found_one", shown="found_one(0.05, 3)")
def none_of_them(p, N):
    """The chance to find one is that of missing each time."""
    return (1 - p) ** N


@false("cb-38", "grid", shown="len(grid(3, 2))")
def one_at_a_time(m, d):
    """A grid changes one hyper-parameter at a time, and has m d points."""
    return [tuple(v if i == j else 0 for i in range(d)) for j in range(d) for v in range(m)]


@false("cb-38", "grid", shown="len({x[-1] for x in grid(3, 2)})")
def along_the_diagonal(m, d):
    """As many points as a grid has are as many values of each hyper-parameter."""
    return [(v,) * d for v in range(m**d)]


@false("cb-38", "cross_validated")
def always_single_rows(X, y, price, k):
    """However many parts there are, each row is judged by a fit to all of the others."""
    H = X @ np.linalg.solve(X.T @ X + price * np.eye(X.shape[1]), X.T)
    return np.mean(((y - H @ y) / (1 - np.diag(H))) ** 2)


@false("cb-38", "grid", shown="sorted({x[0] for x in grid(2, 3)})")
def long_in_one_direction(m, d):
    """A grid of as many points may have all of its values in one hyper-parameter."""
    return [(*divmod(i, m),) for i in range(m**d)]


@false("cb-38", "found_one", shown="found_one(0.05, 3)")
def like_rare_events(p, N):
    """The chance to find one is one less e to the minus N p."""
    return 1 - np.exp(-N * p)


@false("cb-38", "log_uniform", shown="log_uniform(0.3, 1e-4, 1)")
def even_inverses(u, low, high):
    """To draw the inverse of a rate evenly serves all decades alike."""
    return 1 / ((1 - np.asarray(u)) / low + np.asarray(u) / high)


# Noise on purpose

ONE = "float(dropout_penalty(np.array([[3.0]]), np.array([1.0]), 0.5))"


@false("cb-39", "dropout_penalty", shown=ONE)
def averages_out(X, w, q):
    """What is dropped is made up for, so on average the loss stays."""
    return 0.0 * np.sum(w)


@false("cb-39", "dropout_penalty", shown=ONE)
def plain_ridge(X, w, q):
    """Dropout is plain ridge: the size of a column does not matter."""
    return (1 - q) / q * len(X) * np.sum(w**2)


@false(
    "cb-39",
    "dropout_penalty",
    shown="float(dropout_penalty(np.array([[3.0]]), np.array([1.0]), 0.8))",
)
def share_that_is_dropped(X, w, q):
    """The price is the probability of being dropped, times the size of the column."""
    return (1 - q) * np.sum(w**2 * np.sum(X**2, axis=0))


@false(
    "cb-39",
    "dropout_penalty",
    shown="float(dropout_penalty(np.array([[3.0]]), np.array([1.0]), 0.8))",
)
def variance_of_the_mask(X, w, q):
    """The price is the variance of the mask: nothing is divided by q."""
    return q * (1 - q) * np.sum(w**2 * np.sum(X**2, axis=0))


@false(
    "cb-39",
    "dropout_penalty",
    shown="float(dropout_penalty(np.array([[3.0, 1.0]]), np.array([1.0, 1.0]), 0.5))",
)
def square_of_the_output(X, w, q):
    """The output as a whole is what dropout shakes: the price is its square."""
    return (1 - q) / q * np.sum((X @ w) ** 2)


@false("cb-39", "noise_penalty", shown="noise_penalty(np.ones((2, 2)), np.array([1.0, 2.0]))")
def mean_over_the_rows(V, w):
    """A penalty is a mean over the rows, not a sum."""
    return np.sum(V * w**2) / len(V)


@false("cb-39", "noise_penalty", shown="noise_penalty(np.ones((2, 2)), np.array([1.0, 2.0]))")
def sizes_of_the_weights(V, w):
    """Noise prices the sizes of the weights, not their squares."""
    return np.sum(V * np.abs(w))


@false(
    "cb-39",
    "noise_penalty",
    shown="noise_penalty(np.array([[1.0, 3.0]]), np.array([1.0, 2.0]))",
)
def one_price_for_all(V, w):
    """Only the mean variance of the noise counts, the same for each weight."""
    return V.mean() * len(V) * np.sum(w**2)


@false("cb-39", "dropout_fit")
def ridge_with_one_price(X, y, q):
    """The fit under dropout is that of ridge with one price, the mean of the columns' prices."""
    price = (1 - q) / q * np.sum(X**2) / X.shape[1]
    return np.linalg.solve(X.T @ X + price * np.eye(X.shape[1]), X.T @ y)


@false("cb-39", "dropout_fit")
def least_squares_after_all(X, y, q):
    """What dropout makes worse on average, it makes worse for all weights alike: the fit stays."""
    return np.linalg.lstsq(X, y, rcond=None)[0]


@false("cb-39", "dropout_fit")
def weights_shrunk_by_q(X, y, q):
    """Under dropout the weights of least squares are multiplied by q."""
    return q * np.linalg.lstsq(X, y, rcond=None)[0]


@false("cb-39", "dropout_fit")
def dropped_and_never_made_up(X, y, q):
    """Dropout costs something even where all entries are kept."""
    prices = (1 - q + 0.01) / q * np.sum(X**2, axis=0)
    return np.linalg.solve(X.T @ X + np.diag(prices), X.T @ y)


@false("cb-39", "dropout_fit")
def divided_by_q_twice(X, y, q):
    """Since entries are divided by q, and the loss is a square, the price is (1 - q) / q^2."""
    prices = (1 - q) / q**2 * np.sum(X**2, axis=0)
    return np.linalg.solve(X.T @ X + np.diag(prices), X.T @ y)


@false("cb-39", "dropout_fit")
def priced_by_what_is_dropped(X, y, q):
    """The best weights are those for the price 1 - q, the share that is dropped."""
    prices = (1 - q) * np.sum(X**2, axis=0)
    return np.linalg.solve(X.T @ X + np.diag(prices), X.T @ y)


@false("cb-39", "all_masks")
def whole_rows_dropped(X, y, w, q):
    """It comes to the same if a whole row is dropped at a time."""
    kept, gone = (y - X @ w / q) ** 2, y**2 * np.ones(len(X))
    return np.sum(q * kept + (1 - q) * gone)
