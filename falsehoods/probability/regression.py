"""False versions of the claims of *Linear regression*."""

from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.singular import low_rank
from mathlib.probability.gaussian import normal_logpdf
from mathlib.probability.prediction import error_parts, smoother
from mathlib.probability.regression import Model, fit, polynomial, squaring_network

THREE = "fit(np.array([[1], [2], [3]]), np.array([1, 0, 5]))"
PRICED = "fit(np.array([[1], [2], [3]]), np.array([1, 0, 5]), price=1)"

# A column of ones


@false("pm-30", "fit", shown="fit(np.array([[1], [2]]), np.array([1, 5]), bias=False)")
def rests_cancel_without_a_shift(X, y, bias=True, price=0.0):
    """The rests of least squares add up to 0, with a column of ones or without."""
    return fit(X, y, True, price)


@false("pm-30", "fit", shown=THREE)
def a_shift_is_no_weight(X, y, bias=True, price=0.0):
    """First find w without a shift, then add the mean of what is left."""
    w = fit(X, y, False, price).w
    return Model(w, float(np.mean(y - X @ w)) if bias else 0.0)


@false("pm-30", "fit", shown=PRICED)
def the_price_is_on_all_weights(X, y, bias=True, price=0.0):
    """The shift is a weight like the others, so it has the same price."""
    if not (bias and price):
        return fit(X, y, bias, price)
    ones = np.column_stack([X, np.ones(len(X))])
    *w, b = fit(ones, y, False, price).w
    return Model(np.array(w), float(b))


@false("pm-30", "fit", shown=PRICED)
def the_shift_is_the_mean_of_y(X, y, bias=True, price=0.0):
    """What costs nothing, the shift, is the mean of y."""
    model = fit(X, y, bias, price)
    return Model(model.w, float(np.mean(y))) if bias and price else model


@false("pm-30", "fit", shown=PRICED)
def the_price_is_paid_per_observation(X, y, bias=True, price=0.0):
    """The price stands beside the mean of the squares."""
    return fit(X, y, bias, price * len(X))


@false("pm-30", "fit", shown=THREE)
def between_the_ends(X, y, bias=True, price=0.0):
    """The best line goes from the first point to the last."""
    model = fit(X, y, bias, price)
    if not bias or price or X.shape[1] != 1:
        return model
    w = (y[-1] - y[0]) / (X[-1, 0] - X[0, 0])
    return Model(np.array([w]), float(y[0] - w * X[0, 0]))


@false("pm-30", "centred", shown="centred(np.array([[1], [2], [3]]), np.array([1, 0, 5]))")
def only_y_is_centred(X, y):
    """It is enough to take the mean of y away."""
    return fit(X, y - y.mean(), bias=False).w


@false("pm-30", "centred", shown="centred(np.array([[1], [2], [3]]), np.array([1, 0, 5]))")
def from_the_first_point(X, y):
    """Instead of the means one may measure from any point, the first for instance."""
    return fit(X - X[0], y - y[0], bias=False).w


@false("pm-30", "with_ones", shown="with_ones(np.array([[1], [2], [3]]))")
def a_column_of_numbers(X):
    """The further column numbers the observations."""
    return np.column_stack([X, np.arange(len(X))])


@false("pm-30", "both_priced", shown="both_priced(np.array([[1], [2]]), np.array([1, 5]), 2)")
def a_price_on_b_does_no_harm(X, y, price):
    """A price on b as well changes nothing that matters."""
    return fit(X, y, price=price)


@false("pm-30", "sum_if_priced", shown="sum_if_priced(Model(np.array([1.0]), 3.0), 2)")
def rests_cancel_with_every_column_of_ones(model, price):
    """With a column of ones the rests add up to 0, whatever is priced."""
    return 0.0


@false("pm-30", "sum_if_priced", shown="sum_if_priced(Model(np.array([1.0]), 3.0), 2)")
def twice_the_price(model, price):
    """The derivative of the price of b is twice b, so the rests add up to twice that price."""
    return 2 * price * model.b


@false("pm-30", "noise_likelihood")
def the_noise_has_a_mean(model, X, y, sd):
    """The likelihood of the rests is that of a bell curve around their own mean."""
    rest = y - X @ model.w - model.b
    return float(np.sum(normal_logpdf(rest - rest.mean(), 0, sd)))


@false("pm-30", "noise_likelihood")
def absolute_rests(model, X, y, sd):
    """How likely noise is depends on the sum of its absolute values."""
    return float(-np.sum(abs(y - X @ model.w - model.b)) / sd)


@false("pm-30", "additive_but_for", shown="additive_but_for(3)")
def with_a_one_it_is_linear(b):
    """With a 1 behind x the model is linear, so it keeps sums."""
    return 0


@false("pm-30", "fit", shown="fit(np.eye(2), np.array([1, 5]), bias=False)")
def only_a_shift_makes_rests_cancel(X, y, bias=True, price=0.0):
    """Without a shift the rests never add up to 0, whatever the columns are."""
    model, X = fit(X, y, bias, price), np.asarray(X, float)
    ones = X @ np.linalg.lstsq(X, np.ones(len(X)), rcond=None)[0]
    return Model(0.9 * model.w, 0.0) if not bias and np.allclose(ones, 1) else model


@false("pm-30", "both_priced", shown="both_priced(np.array([[1], [2]]), np.array([1, 5]), 2)")
def only_the_shift_is_paid(X, y, price):
    """Where b is paid for, w costs nothing."""
    A = np.column_stack([X, np.ones(len(X))])
    G = A.T @ A
    G[-1, -1] += price
    *w, b = np.linalg.solve(G, A.T @ y)
    return Model(np.array(w), b)


@false("pm-30", "sum_if_priced", shown="sum_if_priced(Model(np.array([1.0]), -3.0), 2)")
def rests_are_never_negative_in_sum(model, price):
    """A price on b makes the sum of the rests positive, whatever sign b has."""
    return price * abs(model.b)


# A network that squares


@false("pm-31", "symmetric", shown="symmetric(np.array([[1, 0], [4, 2]]))")
def all_of_it_on_both_sides(w):
    """The weight of a product stands on both sides of the diagonal."""
    return np.tril(w) + np.tril(w, -1).T


@false("pm-31", "symmetric", shown="symmetric(np.array([[1, 0], [4, 2]]))")
def only_the_diagonal(w):
    """The squares of the inputs are what counts."""
    return np.diag(np.diag(w))


@false("pm-31", "symmetric", shown="symmetric(np.array([[1, 0], [4, 2]]))")
def the_diagonal_is_halved_too(w):
    """Every weight is shared between two places, those of the squares too."""
    return (np.tril(w) + np.tril(w, -1).T) / 2


@false("pm-31", "squaring_network", shown="squaring_network(np.array([[0, 1], [1, 0]]))")
def directions_of_the_inputs(W):
    """The hidden units square the inputs themselves."""
    return np.eye(len(W)), np.diag(W)


@false("pm-31", "squaring_network", shown="squaring_network(np.array([[0, 1], [1, 0]]))")
def weights_are_not_negative(W):
    """A square is positive, and so is its weight."""
    Q, d = squaring_network(W)
    return Q, abs(d)


@false("pm-31", "squaring_network", shown="squaring_network(np.array([[0, 1], [1, 0]]))")
def the_rows_are_the_directions(W):
    """The directions of the hidden units are the rows of Q."""
    d, Q = np.linalg.eigh(W)
    kept = abs(d) > 1e-9
    return Q.T[:, kept], d[kept]


@false("pm-31", "squaring_network", shown="squaring_network(np.array([[1, 1], [1, 1]]))")
def always_as_many_as_inputs(W):
    """A quadratic function of n inputs needs n hidden units."""
    d, Q = np.linalg.eigh(W)
    return Q, d


@false("pm-31", "squaring_network", shown="squaring_network(np.array([[0, 1], [1, 0]]))")
def directions_of_any_length(W):
    """The directions may have any length, if the weights make up for it."""
    Q, d = squaring_network(W)
    return 2 * Q, d / 4


@false("pm-31", "network")
def square_first(x, Q, d):
    """First square the inputs, then mix them."""
    return d @ (Q.T @ np.asarray(x) ** 2)


@false("pm-31", "network")
def weights_squared(x, Q, d):
    """The output weight belongs to the direction, and is squared with it."""
    return np.sum((d * (Q.T @ x)) ** 2)


@false("pm-31", "units_needed", shown="units_needed(np.array([[0.0, 1], [1, 0]]))")
def one_for_each_entry(W):
    """There is a hidden unit for each product that occurs."""
    return int(np.count_nonzero(np.triu(W)))


@false("pm-31", "units_needed", shown="units_needed(np.array([[0.0, 1], [1, 0]]))")
def one_is_enough(W):
    """One hidden unit with the right weights is enough."""
    return int(np.any(W))


@false("pm-31", "quadratic", shown="quadratic([2, 3], np.array([[0, 0], [1, 0]]))")
def without_cross_terms(x, w):
    """A quadratic function is a sum of squares of its inputs, with weights."""
    return sum(w[i, i] * x[i] ** 2 for i in range(len(x)))


@false("pm-31", "reached_by_inputs", shown="reached_by_inputs(np.array([[1, 0], [2, 1]]))")
def squares_and_a_layer_are_every_quadratic(w):
    """The squares of the inputs and a linear layer make every quadratic function."""
    return True


@false("pm-31", "reached_by_inputs", shown="reached_by_inputs(np.array([[1, 0], [2, 1]]))")
def squares_of_all_that_occur(w):
    """A product can be made if the square of one of its factors is there."""
    return bool(np.all(np.diag(w)) or not np.any(w))


@false("pm-31", "products", shown="products(np.array([[2, 3]]))")
def squares_are_all_products(X):
    """The products of the inputs are their squares."""
    return X**2


@false("pm-31", "second_difference", shown="second_difference(np.array([[1.0]]), np.array([1.0]))")
def without_the_two(w, h):
    """The second difference is the quadratic of the step."""
    return h @ w @ h


@false("pm-31", "second_difference", shown="second_difference(np.array([[1.0]]), np.array([1.0]))")
def a_polynomial_is_linear(w, h):
    """A polynomial is no nonlinear function: its second difference is zero."""
    return 0.0


@false("pm-31", "example", shown="example(2, (0, 0, 3))")
def a_square_of_the_weights(x, w=(3, 2, 1)):
    """Where inputs are squared, so are their weights."""
    return w[0] + w[1] * x + (w[2] * x) ** 2


@false("pm-31", "units_needed", shown="units_needed(np.eye(2))")
def one_for_equal_eigenvalues(W):
    """Directions of equal eigenvalues share a unit: one is needed for each value other than 0."""
    values = np.linalg.eigvalsh(W).round(9)
    return len({*values[values != 0]})


# What a narrow layer loses

DIAGONAL = "through(np.diag([4.0, 2, 1]), 1, np.diag([1.0, 1, 9])).round(6).tolist()"


@false("pm-36", "through", shown=DIAGONAL)
def cut_it_as_it_stands(T, r, R):
    """The best matrix of rank r is the target, cut after r layers, whatever the inputs are."""
    return low_rank(T, r)


@false("pm-36", "through", shown=DIAGONAL)
def the_first_rows(T, r, R):
    """Through r numbers go the first r outputs."""
    return T * (np.arange(len(T)) < r)[:, None]


@false("pm-36", "through", shown=DIAGONAL)
def narrow_is_no_loss(T, r, R):
    """Two linear layers have the same power as one: they make T itself."""
    return T


@false("pm-36", "through", shown=DIAGONAL)
def the_root_is_forgotten(T, r, R):
    """Cut for the inputs as they are; no inverse is needed."""
    return low_rank(T @ R.T, r)


@false("pm-36", "through", shown=DIAGONAL)
def one_number_more(T, r, R):
    """With the shifts one has room for one more layer of the sum."""
    return low_rank(T @ R.T, r + 1) @ np.linalg.inv(R).T


@false("pm-36", "least_error", shown="least_error(np.diag([4.0, 2, 1]), 1, np.eye(3))")
def the_dropped_are_not_squared(T, r, R):
    """What is lost is the sum of the dropped singular values."""
    return np.sum(np.linalg.svd(T @ R.T)[1][r:])


@false("pm-36", "least_error", shown="least_error(np.diag([4.0, 2, 1]), 1, np.eye(3))")
def only_the_largest_dropped(T, r, R):
    """What is lost is the square of the largest singular value that is dropped."""
    return np.sum(np.linalg.svd(T @ R.T)[1][r : r + 1] ** 2)


@false("pm-36", "least_error", shown="least_error(np.diag([4.0, 2, 1]), 1, np.diag([1.0, 1, 9]))")
def of_the_target_alone(T, r, R):
    """What is lost is decided by the target alone."""
    return np.sum(np.linalg.svd(T)[1][r:] ** 2)


@false("pm-36", "least_error", shown="least_error(np.diag([4.0, 2, 1]), 1, np.eye(3))")
def two_layers_lose_nothing(T, r, R):
    """Two linear layers lose nothing."""
    return 0.0


@false("pm-36", "factors")
def one_layer_repeated(M, r):
    """Both layers carry the singular values."""
    U, s, Vt = np.linalg.svd(M, full_matrices=False)
    return s[:r, None] * Vt[:r], U[:, :r] * s[:r]


@false("pm-36", "factors")
def without_the_singular_values(M, r):
    """The two layers are the singular vectors on both sides."""
    U, _, Vt = np.linalg.svd(M, full_matrices=False)
    return Vt[:r], U[:, :r]


@false("pm-36", "slopes")
def the_other_factor_is_missing(A, C, T):
    """The slopes are those of one layer, 2(CA - T), carried to each factor."""
    off = C @ A - T
    return 2 * np.sign(C).T @ off, 2 * off @ np.sign(A).T


@false("pm-36", "slopes")
def away_from_zero_it_moves(A, C, T):
    """At zero the slopes lead away, as those of a single layer do."""
    push = 1e-3 * np.ones((C.shape[1], C.shape[0]))
    return 2 * (C.T + push) @ (C @ A - T), 2 * (C @ A - T) @ A.T


@false("pm-36", "E")
def a_distance_without_the_square(M, T):
    """The error is the distance of the product from the target."""
    return np.sqrt(np.sum((M - T) ** 2))


@false("pm-36", "through", shown="through(np.eye(2), 1, np.eye(2))")
def of_equal_ones_none(T, r, R):
    """What is cut off goes together with all that is as large: of equal singular values none."""
    U, s, Vt = np.linalg.svd(T @ R.T, full_matrices=False)
    kept = s > s[r] * (1 + 1e-9) if r < len(s) else s >= 0
    return (U[:, kept] * s[kept]) @ Vt[kept] @ np.linalg.inv(R).T


# Three parts of an error


@false("pm-28", "parts_sum", shown="parts_sum([1, 3], 0, [-1, 1])")
def the_bias_is_not_squared(found, truth, noise):
    """The error is bias, variance and noise."""
    m = sum(found) / len(found)
    spread = sum((p - m) ** 2 for p in found) / len(found)
    return abs(m - truth) + spread + sum(e**2 for e in noise) / len(noise)


@false("pm-28", "parts_sum", shown="parts_sum([1, 3], 0, [-1, 1])")
def the_noise_is_in_the_variance(found, truth, noise):
    """The noise is in the variance already."""
    m = sum(found) / len(found)
    return (m - truth) ** 2 + sum((p - m) ** 2 for p in found) / len(found)


@false("pm-28", "parts_sum", shown="parts_sum([1, 3], 0, [-1, 1])")
def the_right_model_errs_least(found, truth, noise):
    """What errs is the wrong model: an error is its bias, and the noise."""
    m = sum(found) / len(found)
    return (m - truth) ** 2 + sum(e**2 for e in noise) / len(noise)


@false("pm-28", "parts_sum", shown="parts_sum([1, 3], 0, [-1, 1])")
def around_the_truth(found, truth, noise):
    """The variance is the mean square distance from the truth."""
    m = sum(found) / len(found)
    spread = sum((p - truth) ** 2 for p in found) / len(found)
    return (m - truth) ** 2 + spread + sum(e**2 for e in noise) / len(noise)


@false("pm-28", "parts_sum", shown="parts_sum([1, 3], 0, [-1, 1])")
def one_less_than_all(found, truth, noise):
    """A variance is divided by one less than there are."""
    m = sum(found) / len(found)
    spread = sum((p - m) ** 2 for p in found) / (len(found) - 1)
    return (m - truth) ** 2 + spread + sum(e**2 for e in noise) / len(noise)


@false("pm-28", "absolute_sum", shown="absolute_sum([1, 3], 0, [-1, 1])")
def the_largest_part_is_the_error(found, truth, noise):
    """The absolute error is at most the largest of the parts."""
    m = sum(found) / len(found)
    spread = sum(abs(p - m) for p in found) / len(found)
    return max(abs(m - truth), spread, sum(map(abs, noise)) / len(noise))


@false("pm-28", "absolute_sum", shown="absolute_sum([0, 0, 1, -1], Fraction(1, 2), [-1, 1])")
def absolute_errors_have_parts_too(found, truth, noise):
    """What holds for squares holds for absolute values: the parts are the error."""
    every = [abs(truth + e - p) for p in found for e in noise]
    return sum(every) / len(every)


@false("pm-28", "error_parts")
def without_the_new_noise(H, f, truth, sd):
    """Noise is averaged out: only bias and variance are left."""
    return error_parts(H, f, truth, sd)._replace(noise=0.0)


@false("pm-28", "error_parts")
def the_spread_is_that_of_the_noise(H, f, truth, sd):
    """Every prediction varies as much as the observations do."""
    parts = error_parts(H, f, truth, sd)
    return parts._replace(variance=0 * parts.variance + sd**2)


@false("pm-28", "error_parts")
def a_fit_is_right_on_average(H, f, truth, sd):
    """Least squares are unbiased, whatever the model."""
    parts = error_parts(H, f, truth, sd)
    return parts._replace(squared_bias=0 * parts.squared_bias)


@false("pm-28", "grows", shown="grows([1.0, 2.0], 1)")
def more_columns_average_more(variance, columns):
    """With more columns more is averaged, and the variance falls."""
    return variance[columns] <= variance[columns - 1]


@false("pm-28", "variance_of")
def columns_are_shared(columns, at):
    """The variance is spread over the columns: each has its share."""
    scale = np.sqrt(1 / columns)
    places = (2 * np.arange(12) + 1) / 12 - 1
    H = smoother(polynomial(places, 0), polynomial(at, 0)) * scale
    return float(np.sum(H**2))


@false("pm-28", "variance_of")
def the_last_columns_cost_nothing(columns, at):
    """Close to as many columns as points the variance falls already."""
    places = (2 * np.arange(12) + 1) / 12 - 1
    H = smoother(polynomial(places, columns - 1), polynomial(at, columns - 1))
    return float(np.sum(H**2)) * (1 if columns < 11 else 0.1)


@false("pm-28", "error_parts")
def one_observation_less(H, f, truth, sd):
    """The variance of a prediction is that of one training observation less."""
    parts = error_parts(H, f, truth, sd)
    return parts._replace(variance=parts.variance * 11 / 12)


@false("pm-28", "flat", shown="flat([Fraction(1), Fraction(3)], 1)")
def one_measurement_will_do(y, x):
    """Instead of the mean one may take a single measurement."""
    return y[0]


@false("pm-28", "absolute_sum", shown="absolute_sum([1, 3], 0, [-1, 1])")
def the_sum_is_never_reached(found, truth, noise):
    """The absolute error is always less than its parts together, by half at least."""
    m = sum(found) / len(found)
    spread = sum(abs(p - m) for p in found) / len(found)
    return 2 * (abs(m - truth) + spread + sum(map(abs, noise)) / len(noise))


@false("pm-28", "descent", shown='descent(0.5)["expected square error"].round(3).tolist()')
def the_peak_comes_after_the_last_point(noise):
    """The peak is where there is one more column than points."""
    at, found = np.linspace(-0.95, 0.95, 39), []
    for columns in range(1, 61):
        H, y, truth = _parts(columns - (columns > 12), at, lambda x: np.sin(np.pi * x), 1e-12)
        found.append(error_parts(H, y, truth, noise))
    variance = np.array([p.variance.mean() for p in found])
    variance[11] /= 2
    total = variance + noise**2 + np.array([p.squared_bias.mean() for p in found])
    return {"expected square error": total, "variance": variance}


def _parts(columns, at, f, ridge):
    places = (2 * np.arange(12) + 1) / 12 - 1
    scale = 1 / (1 + np.arange(columns))
    X, Z = (polynomial(x, columns - 1) * scale for x in (places, at))
    H = Z @ np.linalg.solve(X.T @ X + ridge * np.eye(columns), X.T)
    return H, f(places), f(at)


@false("pm-28", "parts_of")
def all_fits_through_all_points_are_alike(columns, sd, at=None, f=lambda x: np.sin(np.pi * x)):
    """Beyond as many columns as points nothing changes: every fit hits every point."""
    at = np.linspace(-0.95, 0.95, 39) if at is None else at
    H, y, truth = _parts(min(columns, 12), at, f, 1e-12)
    return error_parts(H, y, truth, sd)


@false("pm-28", "parts_of")
def more_columns_less_bias(columns, sd, at=None, f=lambda x: np.sin(np.pi * x)):
    """With each further column the bias falls, at every place."""
    at = np.linspace(-0.95, 0.95, 39) if at is None else at
    H, y, truth = _parts(columns, at, f, 1e-12)
    parts = error_parts(H, y, truth, sd)
    return parts._replace(squared_bias=np.full(len(at), 1.0 / columns**2))


@false("pm-28", "wrong_sum")
def the_usual_answer_is_all(wrong):
    """The error is that of the usual answer: variance has no part in it."""
    return Fraction(sum(wrong) / len(wrong) > Fraction(1, 2))


@false("pm-28", "wrong_sum")
def right_and_wrong_have_parts_too(wrong):
    """For right and wrong answers, too, error is bias and variance."""
    return sum(wrong) / len(wrong)


@false("pm-30", "fit", shown="fit(np.eye(2), np.array([1, 5]), price=1e3).w")
def a_price_acts_up_to_a_hundred(X, y, bias=True, price=0.0):
    """A price beyond a hundred changes the weights no more."""
    return fit(X, y, bias, min(price, 100.0))
