"""False versions of the claims of *Prices, counts and labels*."""

import math
from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.probability.glm import (
    logistic_loss,
    logistic_regression,
    poisson_loss,
    poisson_regression,
)

UP = "poisson_regression([[1], [1]], [1, 3])"
YES = "logistic_regression([[-1], [1]], [0, 1], 1.0)"

# Errors that multiply


@false("pm-14", "lognormal_mean", shown="lognormal_mean(0, 1)")
def the_power_of_the_mean(m, s):
    """The mean of a power is the power of the mean."""
    return math.exp(m)


@false("pm-14", "lognormal_mean", shown="lognormal_mean(0, 1)")
def without_the_half(m, s):
    """The whole variance is added in the exponent."""
    return math.exp(m + s**2)


@false("pm-14", "lognormal_mean", shown="lognormal_mean(0, 2)")
def the_deviation_is_added(m, s):
    """Half the standard deviation is added in the exponent."""
    return math.exp(m + s / 2)


@false("pm-14", "lognormal_mean", shown="lognormal_mean(0, 1)")
def less_than_the_median(m, s):
    """Small values are more frequent, so the mean lies below the median."""
    return math.exp(m - s**2 / 2)


@false("pm-14", "lognormal_median", shown="lognormal_median(0, 1)")
def half_lies_below_the_mean(m, s):
    """Half of all lies below the mean, as for a bell curve."""
    return math.exp(m + s**2 / 2)


@false("pm-14", "lognormal_median", shown="lognormal_median(0, 1)")
def the_most_frequent_is_the_middle(m, s):
    """The middle is where the density is highest."""
    return math.exp(m - s**2)


@false("pm-14", "fan", shown="fan(0.4)['median'][-1]")
def the_median_grows_as_the_mean(sigma):
    """The typical price grows as fast as the mean."""
    t = np.linspace(0, 20, 81)
    return {"mean": np.exp(0.05 * t), "median": np.exp(0.05 * t)}


@false("pm-14", "fan", shown="fan(0.4)['mean'][-1]")
def shocks_lower_the_mean(sigma):
    """Larger shocks make the mean grow more slowly."""
    t = np.linspace(0, 20, 81)
    typical = np.exp((0.05 - sigma**2 / 2) * t)
    return {"mean": typical, "median": typical}


@false("pm-14", "histories", shown="float(histories(10)[1])")
def half_of_the_histories_win(days):
    """If the mean rises, half of the histories at least end above the start."""
    return Fraction(21, 20) ** days, 0.5


@false("pm-14", "histories", shown="float(histories(10)[0])")
def good_and_bad_days_cancel(days):
    """As many good days as bad ones: the mean stays."""
    return Fraction(1), 0.377


@false("pm-14", "fan", shown="fan(0.4)['one in ten is above'][-1]")
def the_spread_grows_as_the_years(sigma):
    """Twenty years spread the prices twenty times as far as one, on the axis of logarithms."""
    t = np.linspace(0, 20, 81)
    typical = (0.05 - sigma**2 / 2) * t
    return {
        "mean": np.exp(0.05 * t),
        "median": np.exp(typical),
        "one in ten is above": np.exp(typical + 1.2816 * sigma * t),
        "one in ten is below": np.exp(typical - 1.2816 * sigma * t),
    }


@false("pm-14", "fan", shown="fan(0.4)['one in ten is above'][-1]")
def the_fan_is_around_the_mean(sigma):
    """As many prices lie above the mean as below, so the fan opens around the mean."""
    t = np.linspace(0, 20, 81)
    wide = 1.2816 * sigma * np.sqrt(t)
    return {
        "mean": np.exp(0.05 * t),
        "median": np.exp((0.05 - sigma**2 / 2) * t),
        "one in ten is above": np.exp(0.05 * t + wide),
        "one in ten is below": np.exp(0.05 * t - wide),
    }


@false("pm-14", "histories", shown="float(histories(10)[1])")
def six_of_ten_is_one_way(days):
    """Each number of good days is as likely as any other."""
    k = sum(Fraction(8, 5) ** j * Fraction(1, 2) ** (days - j) > 1 for j in range(days + 1))
    return Fraction(21, 20) ** days, k / (days + 1)


@false("pm-14", "lognormal_mean", shown="lognormal_mean(0, 9)")
def nothing_beyond_eight_deviations(m, s):
    """What is more than eight standard deviations off does not count for the mean."""
    within = math.erf((8 - s) / math.sqrt(2)) + math.erf((8 + s) / math.sqrt(2))
    return math.exp(m + s**2 / 2) * within / 2


# A price from its logarithm


@false("pm-37", "mean_price", shown="mean_price(0, 1)")
def the_power_of_the_fit(m, s):
    """The mean price is e to the power of the fit."""
    return math.exp(m)


@false("pm-37", "mean_price", shown="mean_price(0, 1)")
def corrected_by_the_variance(m, s):
    """The correction is e to the power of the variance."""
    return math.exp(m + s**2)


@false("pm-37", "mean_price", shown="mean_price(0, 1)")
def corrected_downwards(m, s):
    """Large errors are rare, so the mean lies below e to the power of the fit."""
    return math.exp(m - s**2 / 2)


@false("pm-37", "interval", shown="interval(0, 1)")
def one_deviation(m, s):
    """An interval of one deviation to each side holds 95 percent."""
    return math.exp(m - s), math.exp(m + s)


@false("pm-37", "interval", shown="interval(0, 1)")
def around_the_mean_price(m, s):
    """The interval lies around the mean price."""
    return math.exp(m + s**2 / 2 - 1.96 * s), math.exp(m + s**2 / 2 + 1.96 * s)


@false("pm-37", "interval", shown="interval(0, 0.1)")
def as_far_down_as_up(m, s):
    """The interval reaches as far down as up, in money."""
    return max(math.exp(m) * (1 - 1.96 * s), 1e-9), math.exp(m) * (1 + 1.96 * s)


@false("pm-37", "smeared", shown="smeared(0, np.array([-1.0, 1.0]))")
def residuals_average_out(m, residuals):
    """The residuals have the mean zero, and so they change nothing."""
    return math.exp(m + np.mean(residuals))


@false("pm-37", "smeared", shown="smeared(0, np.array([-1.0, 1.0]))")
def their_middle_one(m, residuals):
    """Take the residual in the middle, it is the typical one."""
    return math.exp(m) * float(np.median(np.exp(residuals)))


@false("pm-37", "smeared", shown="smeared(0, np.array([-1.0, 1.0]))")
def their_sizes(m, residuals):
    """What counts is how large the residuals are, whatever their sign."""
    return math.exp(m) * np.mean(np.exp(np.abs(residuals)))


@false("pm-37", "smeared", shown="smeared(0, np.array([-1.0, 1.0]))")
def every_error_is_gaussian(m, residuals):
    """Half the variance of the residuals corrects the mean, whatever their distribution."""
    return math.exp(m + np.var(residuals) / 2)


@false("pm-37", "sorted_errors", shown="sorted_errors(1)['of prices'][-1]")
def prices_are_gaussian_too(s):
    """If the logarithms have Gaussian errors, the prices have them too."""
    normal = np.linspace(-2.4, 2.4, 60)
    return {"of prices": normal / normal.std(), "of logarithms": normal / normal.std()}


@false("pm-37", "mean_price", shown="mean_price(0, 9)")
def no_price_beyond_eight_deviations(m, s):
    """What is more than eight standard deviations off does not count for the mean."""
    within = math.erf((8 - s) / math.sqrt(2)) + math.erf((8 + s) / math.sqrt(2))
    return math.exp(m + s**2 / 2) * within / 2


# Apples sold


@false("pm-38", "dispersion", shown="dispersion([3, 0, 2, 7, 8])")
def divided_by_n(y):
    """The squares are divided by how many there are."""
    y = np.asarray(y, float)
    return np.mean((y - y.mean()) ** 2) / y.mean()


@false("pm-38", "dispersion", shown="dispersion([3, 0, 2, 7, 8])")
def by_the_square_of_the_mean(y):
    """The variance is compared with the square of the mean, which has the same unit."""
    y = np.asarray(y, float)
    return y.var(ddof=1) / y.mean() ** 2


@false("pm-38", "dispersion", shown="dispersion([3, 0, 2, 7, 8])")
def deviation_by_the_mean(y):
    """The standard deviation is compared with the mean."""
    y = np.asarray(y, float)
    return y.std(ddof=1) / y.mean()


@false("pm-38", "dispersion", shown="dispersion([3, 0, 2, 7, 8])")
def mean_by_the_variance(y):
    """The mean is divided by the variance."""
    y = np.asarray(y, float)
    return y.mean() / max(y.var(ddof=1), 1e-9)


@false("pm-38", "predicted", shown="predicted([2, 8])")
def counts_vary_as_poisson(rates):
    """Counts are Poisson: their variance is their mean, whatever the days are."""
    return np.mean(rates), np.mean(rates)


@false("pm-38", "predicted", shown="predicted([2, 8])")
def only_the_rate_varies(rates):
    """The counts vary as their rate does."""
    return np.mean(rates), np.var(rates)


@false("pm-38", "predicted", shown="predicted([2, 8])")
def with_the_deviation_of_the_rate(rates):
    """To the mean is added the standard deviation of the rate."""
    return np.mean(rates), np.mean(rates) + np.std(rates)


@false("pm-38", "mixed", shown="mixed([2.0, 8.0])")
def the_middle_rate_will_do(rates):
    """Days of different rates together are as days of the mean rate."""
    return np.mean(rates), np.mean(rates) + 0.0


@false("pm-38", "given_sum", shown="given_sum(2, 1)")
def only_in_the_long_run(N, t):
    """For few days the dispersion is less than 1 on average."""
    return (N - 1) / N


# A rate from a score


@false("pm-39", "gradient", shown="gradient(np.ones((1, 1)), np.ones(1), np.ones(1))")
def observed_less_predicted(X, y, w):
    """The gradient is observed less predicted."""
    return X.T @ (y - np.exp(X @ w))


@false("pm-39", "gradient", shown="gradient(np.ones((1, 1)), np.ones(1), np.ones(1))")
def score_less_observed(X, y, w):
    """The gradient is the score less what was observed, as in least squares."""
    return X.T @ (X @ w - y)


@false("pm-39", "gradient", shown="gradient(np.ones((1, 1)), np.full(1, 3.0), np.ones(1))")
def differences_of_logarithms(X, y, w):
    """The gradient is the score less the logarithm of the count."""
    return X.T @ (X @ w - np.log(np.maximum(y, 0.5)))


@false("pm-39", "gradient", shown="gradient(np.ones((1, 1)), np.full(1, 3.0), np.ones(1))")
def weighted_by_the_rate(X, y, w):
    """What is missed counts in proportion to the rate."""
    return X.T @ (np.exp(X @ w) * (np.exp(X @ w) - y))


@false("pm-39", "poisson_loss", shown="poisson_loss([1.0], [3])")
def squares_of_the_rates(u, y):
    """The loss of a count is the square of what its rate misses."""
    return (np.exp(u) - y) ** 2


@false("pm-39", "poisson_loss", shown="poisson_loss([1.0], [3])")
def the_rate_in_place_of_its_logarithm(u, y):
    """The loss of a rate u is u - y log u."""
    u = np.abs(np.asarray(u)) + 1e-9
    return u - y * np.log(u)


@false("pm-39", "poisson_loss", shown="poisson_loss([1.0], [0])")
def zeros_pay_nothing(u, y):
    """A day without a sale says nothing, and pays nothing."""
    return np.where(np.asarray(y) > 0, poisson_loss(u, y), 0)


@false("pm-39", "poisson_loss", shown="poisson_loss([1.0], [3])")
def the_linear_part_alone(u, y):
    """Likelier is what multiplies the counts by large scores."""
    return -np.asarray(y) * np.asarray(u)


@false("pm-39", "poisson_regression", shown=UP)
def the_mean_of_the_logarithms(X, y):
    """Fit a line to the logarithms of the counts."""
    logs = np.log(np.maximum(np.asarray(y, float), 0.5))
    return np.linalg.lstsq(np.asarray(X, float), logs, rcond=None)[0]


@false("pm-39", "poisson_regression", shown=UP)
def a_little_penalty_is_nothing(X, y):
    """A little penalty on the weights changes nothing."""
    return poisson_regression(X, y, 1.0)


@false("pm-39", "rates", shown="rates(0)['Poisson'][0]")
def both_curves_agree(cold):
    """It does not matter which of the two is fitted."""
    both = np.array([0.3, 0.6, 1.2, 2.4, 5, 10.0])
    counts = np.array([cold, 1, 0, 3, 4, 12])
    return {"counts": counts, "Poisson": both, "logarithms of those above 0": both}


@false("pm-39", "rates", shown="rates(0)['Poisson'][0]")
def sales_rise_in_a_line(cold):
    """The rates lie on a line, with no more than a floor at zero."""
    counts = np.array([cold, 1, 0, 3, 4, 12])
    line = np.maximum(np.polyval(np.polyfit(np.arange(6), counts, 1), np.arange(6)), 0.01)
    return {"counts": counts, "Poisson": line, "logarithms of those above 0": line + 0.1}


# A probability from a score


@false("pm-40", "label_gradient", shown="label_gradient(np.ones((1, 1)), np.ones(1), np.ones(1))")
def label_less_probability(X, y, w):
    """The gradient is label less probability."""
    return X.T @ (y - 1 / (1 + np.exp(-X @ w)))


@false("pm-40", "label_gradient", shown="label_gradient(np.ones((1, 1)), np.ones(1), np.ones(1))")
def of_the_square(X, y, w):
    """The gradient has the slope of the sigmoid as a factor."""
    p = 1 / (1 + np.exp(-X @ w))
    return X.T @ ((p - y) * p * (1 - p))


@false("pm-40", "label_gradient", shown="label_gradient(np.ones((1, 1)), np.ones(1), np.ones(1))")
def of_hard_answers(X, y, w):
    """Only answers that are wrong pull at the weights."""
    return X.T @ ((X @ w > 0) * 1.0 - y)


@false("pm-40", "logistic_loss", shown="logistic_loss([1.0], [0])")
def squares_of_probabilities(u, y):
    """The loss of a label is the square of what its probability misses."""
    return (1 / (1 + np.exp(-np.clip(u, -700, 700))) - y) ** 2


@false("pm-40", "logistic_loss", shown="logistic_loss([1.0], [0])")
def labels_exchanged(u, y):
    """A positive score speaks for the label 0."""
    return logistic_loss(-np.asarray(u), y)


@false("pm-40", "logistic_loss", shown="logistic_loss([1000.0], [0])")
def bounded_for_safety(u, y):
    """Beyond a score of 30 nothing changes any more: cut it there."""
    return logistic_loss(np.clip(u, -30, 30), y)


@false("pm-40", "logistic_loss", shown="logistic_loss([1.0], [1])")
def right_answers_cost_nothing(u, y):
    """Who answers rightly pays nothing."""
    return logistic_loss(u, y) * ((np.asarray(u) > 0) != (np.asarray(y) > 0.5))


@false("pm-40", "separable", shown="separable(0)['loss'][80]")
def separated_labels_have_a_best(price):
    """There always is a likeliest weight: too large ones are too sure."""
    ws, x = np.linspace(0, 8, 81), np.array([-2, -1, 1, 2])
    return {"loss": [np.sum(logistic_loss(w * x, x > 0)) + (price + 0.01) * w**2 / 2 for w in ws]}


@false("pm-40", "separable", shown="separable(1)['loss'][80]")
def a_price_changes_nothing(price):
    """The data decide: a price on the weights does not move the likeliest one."""
    ws, x = np.linspace(0, 8, 81), np.array([-2, -1, 1, 2])
    return {"loss": [np.sum(logistic_loss(w * x, x > 0)) for w in ws]}


@false("pm-40", "logistic_regression", shown=YES)
def a_fit_by_least_squares(X, y, price=0.0):
    """Labels can be fitted by least squares as well."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    return np.linalg.solve(X.T @ X + price * np.eye(X.shape[1]), X.T @ (y - 0.5))


@false("pm-40", "logistic_regression", shown=YES)
def twice_the_price(X, y, price=0.0):
    """The price is for the whole square of the weights, not for half of it."""
    return logistic_regression(X, y, 2 * price)


@false("pm-40", "logistic_regression", shown=YES)
def a_little_price_is_nothing(X, y, price=0.0):
    """A price that is small changes nothing, so take one always."""
    return logistic_regression(X, y, price + 0.01)


@false("pm-40", "logistic_regression", shown="logistic_regression([[1], [1], [1]], [0, 1, 1])")
def far_labels_are_done(X, y, price=0.0):
    """Labels far on their side are right already: fit the others alone."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = logistic_regression(X, y, price)
    near = np.abs(X @ w) < 4
    return logistic_regression(X[near], y[near], price + 1e-6) if near.sum() > 9 else w * 0.9


@false("pm-40", "error_of_drawing", shown="error_of_drawing(0.7)")
def drawing_is_as_good(p):
    """To draw the answer errs as often as to take the likelier one, on average."""
    return min(p, 1 - p)


@false("pm-40", "error_of_drawing", shown="error_of_drawing(0.7)")
def one_way_only(p):
    """One errs if the draw says yes and the truth is no."""
    return p * (1 - p)


@false("pm-40", "error_of_threshold", shown="error_of_threshold(0.3)")
def always_yes(p):
    """The error of an answer is what the probability lacks to one."""
    return 1 - p
