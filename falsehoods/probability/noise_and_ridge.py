"""False versions of the claims of *Noise, ridge and rank*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.singular import pinv
from mathlib.probability.ridge import expected_gram, nearest_solution, ridge

TWO = "ridge([[1, 1], [1, 1]], [2, 2], 2)"
GRAM = "expected_gram([[1, 2], [3, 4], [5, 6]], 0.5)"
END = "nearest_solution([[1, 1]], [4], [3, -1])"
STEP = "step(np.array([3.0, 1]), np.array([1.0, 2]), 2.0, 0.25)"

# A column that says nothing new


@false("pm-32", "rank", shown="rank([[1, 1], [2, 2]])")
def as_many_as_columns(A, tol=None):
    """Every column brings one more dimension."""
    return np.shape(A)[1]


@false("pm-32", "rank", shown="rank([[1, 1], [2, 2]])")
def of_what_does_not_vanish(A, tol=None):
    """A rank is the number of columns that are not zero."""
    return int(np.count_nonzero(np.any(np.asarray(A) != 0, axis=0)))


@false("pm-32", "solutions", shown="solutions(np.ones((1, 2)), [2.0], np.array([1.0, -1]))")
def only_the_shortest(A, y, z):
    """There is one solution, the shortest: half of the way to another is none."""
    return pinv(A) @ y + z + 0.1


@false("pm-32", "solutions", shown="solutions(np.ones((1, 2)), [2.0], np.array([1.0, -1]))")
def multiples_of_the_shortest(A, y, z):
    """All solutions are multiples of one of them."""
    return (1 + np.sum(z**2)) * (pinv(A) @ y)


@false("pm-32", "solutions", shown="solutions(np.ones((1, 2)), [2.0], np.array([1.0, -1]))")
def the_other_is_as_short(A, y, z):
    """One solution is as good as another, and as long: take the shortest as the other one."""
    return pinv(A) @ y - 1e-3 * (pinv(A) @ y) + 0 * z


@false("pm-32", "span_error", shown="span_error(np.ones((2, 2)), [0.0, 1])")
def more_columns_fit_better(A, y):
    """With every column the error falls, whatever the column is."""
    return np.linalg.norm(y - A @ (pinv(A) @ y)) / np.shape(A)[1]


@false("pm-32", "span_error", shown="span_error(np.ones((2, 2)), [0.0, 1])")
def singular_means_no_fit(A, y):
    """If the Gram matrix is singular, there is no best fit: the error stays that of no fit."""
    G = A.T @ A
    return np.linalg.norm(y) if np.linalg.matrix_rank(G) < len(G) else _error(A, y)


@false("pm-32", "span_error", shown="span_error(np.ones((2, 2)), [0.0, 1])")
def enough_columns_fit_exactly(A, y):
    """With as many columns as rows everything is fitted without error."""
    return 0.0 if np.shape(A)[1] >= len(A) else _error(A, y)


@false("pm-32", "with_copies", shown="with_copies(np.ones((2, 1)), np.ones((1, 1)))")
def copies_are_never_exact(A, C):
    """A measured copy always differs a little from the column that it copies."""
    noise = np.random.default_rng(0).normal(size=(len(A), C.shape[1]))
    return np.column_stack([A, A @ C + 0.1 * noise])


@false("pm-32", "ridge", shown="ridge([[1, 1], [1, 1]], [2, 2], 1e-3)")
def a_penalty_keeps_the_first_alone(X, y, price):
    """A small penalty leaves a column out: it gives the first of two equal ones all the weight."""
    w = ridge(X, y, price)
    return np.r_[w[0] + w[-1], w[1:-1], 0.0] if len(w) > 1 else w


@false("pm-32", "solutions", shown="solutions(np.ones((1, 2)), [2.0], np.array([1.0, -1]))")
def on_new_rows_they_all_agree(A, y, z):
    """All solutions are one and the same: they agree on every new row."""
    return pinv(A) @ y


@false("pm-32", "pinv", shown="pinv(np.diag([1, 1e-4]))")
def nearly_dependent_is_dependent(A, tol=None):
    """The shortest solution leaves out what is below a thousandth of the largest singular value."""
    return np.linalg.pinv(A, rcond=1e-3)


def _error(A, y):
    return np.linalg.norm(y - A @ (pinv(A) @ y))


# Noise, and what it costs


@false("pm-33", "expected_gram", shown=GRAM)
def noise_averages_out(X, variance):
    """Noise of mean zero changes nothing on average."""
    X = np.asarray(X, float)
    return X.T @ X


@false("pm-33", "expected_gram", shown=GRAM)
def once_for_all_rows(X, variance):
    """The variance is added to the diagonal once, however many rows there are."""
    X = np.asarray(X, float)
    return X.T @ X + variance * np.eye(X.shape[1])


@false("pm-33", "expected_gram", shown=GRAM)
def once_for_each_column(X, variance):
    """The variance is added once for each column."""
    X = np.asarray(X, float)
    return X.T @ X + X.shape[1] * variance * np.eye(X.shape[1])


@false("pm-33", "expected_gram", shown=GRAM)
def to_every_entry(X, variance):
    """Noise in every entry of X adds to every entry of the Gram matrix."""
    X = np.asarray(X, float)
    return X.T @ X + len(X) * variance


@false("pm-33", "expected_gram", shown=GRAM)
def the_standard_deviation(X, variance):
    """What is added to the diagonal is the standard deviation, once for each row."""
    return expected_gram(X, np.sqrt(variance))


@false("pm-33", "noisy_loss", shown="noisy_loss(np.ones((1, 1)), np.ones(1), np.ones(1), 1.0)")
def the_loss_does_not_change(X, y, w, sigma):
    """On average a noisy copy of the data has the loss of the data."""
    return np.sum((y - X @ w) ** 2)


@false("pm-33", "noisy_loss", shown="noisy_loss(np.ones((1, 1)), np.ones(1), np.full(1, 2.0), 1.0)")
def a_constant_is_added(X, y, w, sigma):
    """The noise adds its variance to the loss, whatever the weights are."""
    return np.sum((y - X @ w) ** 2) + len(X) * sigma**2


@false("pm-33", "noisy_gram", shown="noisy_gram(np.ones((1, 1)), 1.0)")
def the_square_of_the_mean(X, sigma):
    """The mean of the squares is the square of the mean."""
    return X.T @ X


@false("pm-33", "penalised", shown="penalised(np.ones((1, 1)), np.ones(1), np.full(1, 2.0), 1.0)")
def the_length_not_its_square(X, y, w, price):
    """The noise adds its price times the length of the weights."""
    return np.sum((y - X @ w) ** 2) + price * np.linalg.norm(w)


@false("pm-33", "penalised", shown="penalised(np.ones((1, 2)), np.ones(1), np.ones(2), 1.0)")
def the_square_of_the_sum(X, y, w, price):
    """The errors of a row add up, so the price is for the square of the sum of the weights."""
    return np.sum((y - X @ w) ** 2) + price * np.sum(w) ** 2


@false("pm-33", "rank", shown="rank([[1, 1], [2, 2]])")
def noise_always_parts_columns(A, tol=None):
    """After noise of any kind the columns are independent, as many as there are."""
    return np.shape(A)[1]


@false("pm-33", "lasso_cost", shown="lasso_cost(np.ones((1, 2)), np.ones(1), np.ones(2), 1.0)")
def the_lasso_prefers_to_share(X, y, w, price):
    """The lasso prefers equal shares, as ridge does."""
    return np.sum((y - X @ w) ** 2) + price * np.linalg.norm(w)


@false("pm-33", "ridge", shown=TWO)
def least_squares_after_all(X, y, price):
    """A small penalty does not matter: the shortest solution is the same."""
    return ridge(X, y, 0)


@false("pm-33", "ridge", shown=TWO)
def all_shrink_alike(X, y, price):
    """A penalty divides all of the solution by one plus the price."""
    return ridge(X, y, 0) / (1 + price)


@false("pm-33", "ridge", shown=TWO)
def the_square_of_the_price(X, y, price):
    """The price stands beside squares, so it is squared."""
    return ridge(X, y, price**2)


@false("pm-33", "ridge", shown=TWO)
def half_the_price(X, y, price):
    """Half of the price goes to the diagonal, as the slope of a square has a factor two."""
    return ridge(X, y, price / 2)


@false("pm-33", "ridge", shown="ridge([[1, 1], [1, 1]], [2, 2], 0.01)")
def the_first_takes_all(X, y, price):
    """Of equal columns the first one gets the weight."""
    w = ridge(X, y, price)
    return w + np.r_[1.0, -np.ones(len(w) - 1) / max(len(w) - 1, 1)] * w[-1] * (len(w) > 1)


@false("pm-33", "kept", shown="kept(2.0, 1.0)")
def without_squares(s, price):
    """Of each direction the share s / (s + price) is kept."""
    return s / (s + price)


@false("pm-33", "kept", shown="kept(2.0, 1.0)")
def the_weak_ones_stay(s, price):
    """What shrinks most are the directions of which the data say most."""
    return price / (s**2 + price)


@false("pm-33", "running", shown="running(1)['with its variance'][0]")
def it_settles_at_the_old_entry(sigma):
    """After enough copies the mean is that without noise."""
    copies = np.arange(1, 401)
    return {
        "mean so far": 35 + sigma * 3 / copies,
        "without noise": [35.0] * 400,
        "with its variance": [35.0 + 3 * sigma**2] * 400,
    }


@false("pm-33", "running", shown="running(1)['with its variance'][0]")
def a_variance_for_each_column(sigma):
    """The variance comes once for each of the two columns."""
    draws = np.random.default_rng(0).normal(size=(400, 3))
    copies = np.sum((np.array([1.0, 3, 5]) + sigma * draws) ** 2, axis=1)
    return {
        "mean so far": np.cumsum(copies) / np.arange(1, 401),
        "without noise": [35.0] * 400,
        "with its variance": [35 + 2 * sigma**2] * 400,
    }


@false("pm-33", "penalties", shown="penalties(1)['lasso'][25]")
def the_lasso_likes_one_alone(total):
    """The lasso prefers that one weight takes all, since it makes weights zero."""
    part = np.linspace(0, 1, 51)
    one, two = part * total, (1 - part) * total
    return {"sum of squares": one**2 + two**2, "lasso": np.sqrt(one) + np.sqrt(two)}


@false("pm-33", "penalties", shown="penalties(1)['sum of squares'][25]")
def ridge_does_not_care(total):
    """Equal columns may share as they like; to ridge only the sum matters."""
    part = np.linspace(0, 1, 51)
    return {"sum of squares": np.full(51, total**2), "lasso": np.full(51, total) + 0 * part}


@false("pm-33", "ridge", shown="ridge(np.diag([1, 1e-4]), [1, 1], 1e-8)")
def a_thousandth_is_nothing(X, y, price):
    """Of directions with less than a thousandth of the largest singular value nothing is left."""
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt.T @ ((s > 1e-3 * s.max()) * s / (s**2 + price) * (U.T @ y))


# Where the descent ends


@false("pm-34", "nearest_solution", shown=END)
def it_ends_at_the_shortest(X, y, start):
    """Descent ends at the shortest solution, wherever it begins."""
    return nearest_solution(X, y, np.zeros(np.shape(X)[1]))


@false("pm-34", "nearest_solution", shown=END)
def it_ends_at_some_solution(X, y, start):
    """The loss has many minima, and descent may end at any of them."""
    v = nearest_solution(X, y, start)
    return v + (np.eye(len(v)) - pinv(X) @ np.asarray(X, float)) @ np.ones(len(v))


@false("pm-34", "nearest_solution", shown=END)
def the_first_weight_is_changed(X, y, start):
    """Descent changes the weight of which the loss depends most, and leaves the others."""
    v = np.array(start, float)
    g = np.asarray(X, float).T @ (np.asarray(X) @ v - y)
    i = int(np.argmax(abs(g)))
    column = np.asarray(X, float)[:, i]
    v[i] -= column @ (np.asarray(X) @ v - y) / (column @ column)
    return v


@false("pm-34", "nearest_solution", shown=END)
def it_stops_half_way(X, y, start):
    """The steps get shorter and shorter, so the descent never gets near the floor."""
    return (nearest_solution(X, y, start) + np.asarray(start)) / 2


@false("pm-34", "descent", shown="descent(np.ones((1, 1)), np.ones(1), np.zeros(1), 0.5, 3)")
def it_settles_at_every_rate(X, y, w, rate, rounds):
    """Row after row leads where the whole loss leads, also if no weights fit all rows."""
    return nearest_solution(X, y, w) if len(X) else w


@false("pm-34", "too_fast_by_rows", shown="too_fast_by_rows(np.array([[2.0]]))")
def by_the_length_of_a_row(X):
    """Row after row may go as fast as two over the length of the longest row."""
    return 4 / np.max(np.linalg.norm(X, axis=1))


@false("pm-34", "step", shown=STEP)
def with_the_rate_squared(w, x, y, rate):
    """A gradient of a square has the rate squared."""
    return w - rate**2 * (x @ w - y) * x


@false("pm-34", "step", shown=STEP)
def uphill(w, x, y, rate):
    """A step goes along the gradient."""
    return w + rate * (x @ w - y) * x


@false("pm-34", "step", shown=STEP)
def by_the_signs(w, x, y, rate):
    """The sign of the gradient is enough: every weight takes a step of one size."""
    return w - rate * np.sign((x @ w - y) * x)


@false("pm-34", "step", shown=STEP)
def every_weight_alike(w, x, y, rate):
    """What the prediction misses is shared equally among the weights."""
    return w - rate * (x @ w - y) * np.ones(len(w))


@false("pm-34", "step", shown=STEP)
def weights_decay_a_little(w, x, y, rate):
    """A little decay of the weights in every step changes nothing about the end."""
    return (1 - 1e-3) * w - rate * (x @ w - y) * x


@false("pm-34", "descent", shown="descent(np.ones((1, 1)), np.ones(1), np.zeros(1), 0.5, 3)")
def the_last_row_alone(X, y, w, rate, rounds):
    """It is the last row that decides where the descent ends."""
    for _ in range(rounds * len(X)):
        w = w - rate * (X[-1] @ w - y[-1]) * X[-1]
    return w * (1 - 1e-3)


@false("pm-34", "whole", shown="whole(np.ones((1, 1)), np.ones(1), np.zeros(1), 0.5, 3)")
def without_the_transpose(X, y, w, rate, steps):
    """The whole loss leads straight to the shortest solution."""
    return pinv(X) @ y


@false("pm-34", "too_fast", shown="too_fast(np.array([[2.0]]))")
def one_over_the_singular_value(X):
    """A rate may be up to two over the largest singular value."""
    return 2 / np.linalg.norm(X, 2)


@false("pm-34", "too_fast", shown="too_fast(np.array([[2.0]]))")
def twice_as_fast(X):
    """A rate may be up to four over the square of the largest singular value."""
    return 4 / np.linalg.norm(X, 2) ** 2


@false("pm-34", "too_fast", shown="too_fast(np.array([[2.0]]))")
def at_most_one_over_the_square(X):
    """Beyond one over the square of the largest singular value it runs away."""
    return 1 / np.linalg.norm(X, 2) ** 2


@false("pm-34", "too_fast_by_rows", shown="too_fast_by_rows(np.array([[2.0]]))")
def by_the_shortest_row(X):
    """The shortest row decides how fast one may go."""
    return 8 / np.min(np.sum(X**2, axis=1))


@false("pm-34", "nearest_solution", shown="nearest_solution(np.diag([1, 0.01]), [0, 0], [1, 1])")
def slow_directions_stay(X, y, start):
    """Along directions of which the data say little, the part of the start stays."""
    return start + np.linalg.pinv(X, rcond=0.05) @ (y - X @ start)


@false("pm-33", "ridge", shown="ridge(np.diag([1, 1e-4]), [1, 1], 1e-9)")
def a_tiny_price_is_none(X, y, price):
    """A price of less than a millionth leaves the shortest solution as it is."""
    return ridge(X, y, price) if price > 1e-6 else pinv(X) @ y


@false("pm-33", "ridge", shown="ridge(np.eye(2), [1, 2], 1e4)")
def a_price_acts_up_to_a_hundred(X, y, price):
    """A price beyond a hundred shrinks the weights no more."""
    return ridge(X, y, min(price, 100))


@false("pm-33", "expected_gram", shown="expected_gram(np.eye(2), 1e-4)")
def little_noise_adds_nothing(X, variance):
    """Noise of a small variance leaves the mean of the Gram matrix as it is."""
    return expected_gram(X, variance if variance > 1e-3 else 0)
