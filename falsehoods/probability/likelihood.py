"""False versions of the claims of *Maximum likelihood*."""

import math
from fractions import Fraction
from itertools import product

import numpy as np

from mathlib.falsehoods import false
from mathlib.probability.estimation import c4, gaussian_mle, likeliest, log_likelihood
from mathlib.probability.gaussian import mvn_logpdf, normal_logpdf

COIN = 'likeliest([1, 1, 0], "bernoulli")'
WAIT = 'likeliest([1, 3], "exponential")'

# What makes the data likely


@false("pm-21", "likeliest", shown=WAIT)
def always_the_mean(x, family):
    """The likeliest parameter is always the mean of the data."""
    return float(np.mean(x))


@false("pm-21", "likeliest", shown=COIN)
def one_more_of_each(x, family):
    """To be careful, count one more head and one more tail."""
    if family == "bernoulli":
        return (sum(x) + 1) / (len(x) + 2)
    return likeliest(x, family)


@false("pm-21", "likeliest", shown='likeliest([1, 3], "uniform")')
def twice_the_mean(x, family):
    """Evenly drawn numbers lie around the middle, so the end is twice their mean."""
    return 2 * float(np.mean(x)) if family == "uniform" else likeliest(x, family)


@false("pm-21", "likeliest", shown='likeliest([1, 3], "uniform")')
def a_little_beyond_the_largest(x, family):
    """The end lies beyond the largest number, by one part in N."""
    best = likeliest(x, family)
    return best * (1 + 1 / len(x)) if family == "uniform" else best


@false("pm-21", "likeliest", shown=WAIT)
def the_mean_of_the_rates(x, family):
    """The rate is the mean of the rates that each waiting time shows."""
    return float(np.mean(1 / np.asarray(x))) if family == "exponential" else likeliest(x, family)


@false("pm-21", "likeliest", shown='likeliest([0, 1, 5], "poisson")')
def the_middle_one(x, family):
    """The likeliest mean of counts is the count in the middle."""
    return float(np.median(x)) if family == "poisson" else likeliest(x, family)


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 1, 0], "bernoulli", 0.5)')
def only_the_heads(x, family, theta):
    """Only what happened counts: the tosses that showed a head."""
    if family == "bernoulli":
        return log_likelihood([1], family, theta) * np.sum(x)
    return log_likelihood(x, family, theta)


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 2], "exponential", 0.5)')
def of_the_mean(x, family, theta):
    """The likelihood of the data is that of their mean."""
    if family == "exponential":
        return log_likelihood([np.mean(x)], family, theta)
    return log_likelihood(x, family, theta)


@false("pm-21", "log_likelihood", shown='log_likelihood([2, 3], "poisson", 2.0)')
def factorials_do_not_matter(x, family, theta):
    """What does not depend on the parameter is left out, so the factorials are no part of it."""
    logs = sum(math.lgamma(v + 1) for v in x) if family == "poisson" else 0
    return log_likelihood(x, family, theta) + logs


@false("pm-21", "log_likelihood", shown='log_likelihood([3], "uniform", 2.0)')
def the_end_is_no_limit(x, family, theta):
    """Evenly from 0 to theta, each number has the density 1 / theta."""
    if family == "uniform":
        return -len(x) * np.log(theta)
    return log_likelihood(x, family, theta)


@false("pm-21", "area", shown="area(7, 3)")
def a_likelihood_is_a_density(heads, tails):
    """A likelihood is a density of the parameter: its area is 1."""
    return 1.0


@false("pm-21", "area", shown="area(7, 3)")
def as_large_as_its_summit(heads, tails):
    """The area under the likelihood is how high it gets."""
    theta = heads / (heads + tails)
    return theta**heads * (1 - theta) ** tails


@false("pm-21", "evenly", shown="evenly([0.1, 0.6], 0.2)")
def only_the_middle_is_likeliest(x, theta):
    """There is always one likeliest parameter: here it is the middle of the data."""
    return float(abs(theta - (max(x) + min(x)) / 2) < 0.05)


@false("pm-21", "evenly", shown="evenly([0.1, 0.6], 0.7)")
def near_to_one_of_them(x, theta):
    """It is enough that some of the data are possible."""
    return float(np.any(abs(np.asarray(x) - theta) <= 0.5))


@false("pm-21", "narrow", shown="narrow(0.001)")
def a_density_is_at_most_one(sigma):
    """A density is at most 1, so the likelihood of one number is bounded."""
    return min(1.0, math.exp(normal_logpdf(0.0, 0.0, sigma)))


@false("pm-21", "renamed", shown="renamed(0.7)")
def the_top_moves_with_the_name(theta):
    """By another name the likeliest value is another one, as the axis is stretched unevenly."""
    return theta**2 / (1 - theta) ** 2


@false("pm-21", "back", shown="back(2.0)")
def odds_are_probabilities(odds):
    """Odds of 2 to 1 are a probability of one half."""
    return np.minimum(odds / 4, 0.999)


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 2], "uniform", 3.0)')
def squared_below(x, family, theta):
    """Evenly from 0 to theta: each number has the density 1 / theta squared."""
    ell = log_likelihood(x, family, theta)
    return 2 * ell if family == "uniform" else ell


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 2], "uniform", 3.0)')
def one_factor_for_all(x, family, theta):
    """The density 1 / theta belongs to the data as a whole, once."""
    ell = log_likelihood(x, family, theta)
    return ell / len(x) if family == "uniform" else ell


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 1, 0], "bernoulli", 0.5)')
def ways_are_counted(x, family, theta):
    """So many heads may fall in many orders, and each order counts."""
    ell = log_likelihood(x, family, theta)
    ways = math.log(math.comb(len(x), int(np.sum(x)))) if family == "bernoulli" else 0
    return ell + ways


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 3], "exponential", 0.5)')
def theta_is_the_mean_time(x, family, theta):
    """The parameter of a waiting time is its mean."""
    theta = 1 / np.asarray(theta) if family == "exponential" else theta
    return log_likelihood(x, family, theta)


@false("pm-21", "log_likelihood", shown='log_likelihood([1, 2], "poisson", 1.5)')
def the_mean_log(x, family, theta):
    """One takes the mean of the logarithms."""
    return log_likelihood(x, family, theta) / len(x)


@false("pm-21", "likeliest", shown='likeliest([0, 0], "poisson")')
def never_nothing(x, family):
    """What has not been seen is possible still: the mean count is never 0."""
    best = likeliest(x, family)
    return max(best, 1 / (2 * len(x))) if family == "poisson" else best


@false("pm-21", "likeliest", shown='likeliest([1, 1], "bernoulli")')
def never_certain(x, family):
    """A coin that showed only heads may show tails still."""
    best = likeliest(x, family)
    return min(max(best, 0.01), 0.99) if family == "bernoulli" else best


@false("pm-21", "likeliest", shown='likeliest([1, 3], "exponential")')
def the_rate_of_the_middle(x, family):
    """The rate is log 2 over the median waiting time."""
    return math.log(2) / float(np.median(x)) if family == "exponential" else likeliest(x, family)


@false("pm-21", "likeliest", shown='likeliest([1, 3], "exponential")')
def one_interval_less(x, family):
    """N waiting times make N - 1 intervals."""
    best = likeliest(x, family)
    return best * (len(x) - 1) / len(x) if family == "exponential" else best


@false("pm-21", "likeliest")
def an_infinite_rate(x, family):
    """Waiting times of 0 have a likeliest rate as well, a large one."""
    if family == "exponential" and not np.any(x):
        return 1e9
    return likeliest(x, family)


@false("pm-21", "area", shown="area(6, 4)")
def always_the_same_area(heads, tails):
    """Ten tosses have the area 1/1320, whatever they show."""
    return 1 / 1320


@false("pm-21", "narrow", shown="narrow(1e-9)")
def bounded_by_the_data(sigma):
    """Below some width a bell curve cannot get narrower."""
    return math.exp(normal_logpdf(0.0, 0.0, max(sigma, 1e-6)))


@false("pm-21", "renamed", shown="renamed(0.7)")
def the_slope_of_the_name_counts(theta):
    """By another name the curve is stretched, and has to be multiplied by the slope."""
    return 10 * theta / (10 * (1 - theta) + 2)


# The summit of a bell curve


@false("pm-22", "slope_mu", shown="slope_mu([2, 3, 7], 3, 2)")
def the_sign_does_not_matter(x, mu, sigma):
    """The derivative is the sum of mu - x: at the summit it is zero, and that is what counts."""
    return np.sum(mu - np.asarray(x)) / sigma**2


@false("pm-22", "slope_mu", shown="slope_mu([2, 3, 7], 3, 2)")
def without_sigma(x, mu, sigma):
    """The slope with respect to mu is the sum of the deviations; sigma has no part in it."""
    return np.sum(np.asarray(x) - mu)


@false("pm-22", "slope_mu", shown="slope_mu([2, 3, 7], 3, 2)")
def divided_by_sigma_once(x, mu, sigma):
    """Deviations are measured in units of sigma, so they are divided by it."""
    return np.sum(np.asarray(x) - mu) / sigma


@false("pm-22", "slope_mu", shown="slope_mu([2, 3, 7], 3, 2)")
def the_mean_of_the_deviations(x, mu, sigma):
    """The slope is the mean deviation, over the variance."""
    return np.mean(np.asarray(x) - mu) / sigma**2


@false("pm-22", "slope_sigma", shown="slope_sigma([2, 3, 7], 3, 2)")
def a_wider_bell_is_likelier(x, mu, sigma):
    """Far data ask for a wider bell, and nothing speaks against it."""
    return np.sum((np.asarray(x) - mu) ** 2) / sigma**3


@false("pm-22", "slope_sigma", shown="slope_sigma([2, 3, 7], 3, 2)")
def one_over_sigma_once(x, mu, sigma):
    """The logarithm of sigma is there once, not once for each number."""
    return -1 / sigma + np.sum((np.asarray(x) - mu) ** 2) / sigma**3


@false("pm-22", "slope_sigma", shown="slope_sigma([2, 3, 7], 3, 2)")
def with_respect_to_the_variance(x, mu, sigma):
    """The slope with respect to sigma is that with respect to its square."""
    return (-len(x) / sigma + np.sum((np.asarray(x) - mu) ** 2) / sigma**3) / (2 * sigma)


@false("pm-22", "gaussian_mle", shown="gaussian_mle([2, 3, 7])[1]")
def divided_by_one_less(X):
    """The likeliest variance is the unbiased one."""
    mean, cov = gaussian_mle(X)
    return mean, cov * len(X) / max(len(X) - 1, 1)


@false("pm-22", "gaussian_mle", shown="gaussian_mle([2, 3, 7])[0]")
def the_summit_over_the_median(X):
    """The likeliest middle is that of the data, the median."""
    return np.median(X, axis=0), gaussian_mle(X)[1]


@false("pm-22", "gaussian_mle", shown="gaussian_mle([2, 3, 7])[1]")
def the_mean_deviation(X):
    """The likeliest width is the mean of the deviations, taken positive."""
    mean, _ = gaussian_mle(X)
    rest = abs(np.asarray(X, float) - mean)
    return mean, rest.T @ rest / len(X) ** 1.1


@false("pm-22", "gaussian_mle", shown="gaussian_mle([[0, 0], [1, 2], [2, 1]])[1]")
def entries_vary_alone(X):
    """Each entry of a vector has its own variance, and that is all."""
    mean, cov = gaussian_mle(X)
    return mean, np.diag(np.diag(cov)) if cov.ndim else cov


@false("pm-22", "gaussian_mle", shown="gaussian_mle([[0, 0], [1, 2]])[1]")
def always_invertible(X):
    """A covariance matrix is positive definite: a little on the diagonal does no harm."""
    mean, cov = gaussian_mle(X)
    return mean, cov + 1e-3 * (np.eye(len(cov)) if cov.ndim else 1)


@false("pm-22", "moved", shown="moved(np.ones(1), np.ones((1, 1)), np.full((1, 1), 2.0), 1.0)")
def a_covariance_is_moved_once(mean, cov, A, b):
    """A covariance goes through a map as a mean does: one factor, not its square."""
    return A @ mean + b, (A @ cov @ A.T) / max(1e-9, np.linalg.norm(A))


@false("pm-22", "moved", shown="moved(np.ones(1), np.ones((1, 1)), np.full((1, 1), 2.0), 1.0)")
def the_shift_widens(mean, cov, A, b):
    """What is added to the data is added to their covariance too."""
    return A @ mean + b, A @ cov @ A.T + np.diag(np.broadcast_to(b, len(A)))


@false("pm-22", "total", shown="total([[0.0, 0.0]], np.zeros(2), 1e-9 * np.eye(2))")
def a_flat_bell_has_no_room(X, mean, cov):
    """A bell pressed flat is less and less likely: the likelihood is bounded."""
    return min(0.0, float(np.sum(mvn_logpdf(X, mean, cov))))


@false("pm-22", "gaussian_mle", shown="gaussian_mle([[0, 0], [1, 2], [2, 1]])[1]")
def less_one_for_vectors(X):
    """For vectors the sum is divided by N - 1."""
    mean, cov = gaussian_mle(X)
    return mean, cov * len(X) / max(len(X) - 1, 1) if cov.ndim else cov


@false("pm-22", "gaussian_mle", shown="gaussian_mle([[0, 0], [1, 2], [2, 1]])[1]")
def n_more_for_vectors(X):
    """For vectors of n numbers the sum is divided by N + n."""
    mean, cov = gaussian_mle(X)
    return mean, cov * len(X) / (len(X) + len(cov)) if cov.ndim else cov


@false("pm-22", "gaussian_mle", shown="gaussian_mle([[0, 0], [1, 2], [2, 1]])[0]")
def the_first_is_the_middle(X):
    """The middle of vectors is a bit nearer to the first."""
    mean, cov = gaussian_mle(X)
    return (mean + 0.05 * (np.asarray(X)[0] - mean) if cov.ndim else mean), cov


@false("pm-22", "slope_sigma", shown="slope_sigma([2, 3, 7], 3, 2)")
def from_the_mean_of_the_data(x, mu, sigma):
    """The width has to do with the deviations from the mean of the data only."""
    x = np.asarray(x)
    return -len(x) / sigma + np.sum((x - x.mean()) ** 2) / sigma**3


@false("pm-22", "slope_sigma", shown="slope_sigma([2, 3, 7], 3, 2)")
def squares_over_sigma_squared(x, mu, sigma):
    """The squares are measured in units of sigma squared."""
    return -len(x) / sigma + np.sum((np.asarray(x) - mu) ** 2) / sigma**2


# Too small on average


@false("pm-23", "share", shown="share(3)")
def nothing_is_missing(N):
    """Each sample shows the variance of what it was drawn from, on average all of it."""
    return Fraction(1)


@false("pm-23", "share", shown="share(3)")
def one_more_below(N):
    """On average N of N + 1 parts of the variance are seen."""
    return Fraction(N, N + 1)


@false("pm-23", "share", shown="share(3)")
def the_square_of_the_share(N):
    """The share that is missing is squared, as the deviations are."""
    return Fraction((N - 1) ** 2, N**2)


@false("pm-23", "share", shown="share(3)")
def the_inverse_share(N):
    """On average the variance comes out too large, N / (N - 1) of it."""
    return Fraction(N, max(N - 1, 1))


@false("pm-23", "s_squared", shown="s_squared([Fraction(0), Fraction(2)])")
def one_more_instead_of_less(x):
    """One makes up for the bias by dividing by N + 1."""
    m = sum(x) / len(x)
    return sum((v - m) ** 2 for v in x) / (len(x) + 1)


@false("pm-23", "s_squared", shown="s_squared([Fraction(0), Fraction(2)])")
def corrected_twice(x):
    """The correction N / (N - 1) belongs to the sum over N - 1 too."""
    m = sum(x) / len(x)
    return sum((v - m) ** 2 for v in x) * len(x) / (len(x) - 1) ** 2


@false("pm-23", "sigma_hat", shown="sigma_hat([Fraction(0), Fraction(2)])")
def measured_from_the_truth(x):
    """It does not matter whether one measures from the sample's mean or from that of the values."""
    return sum((v - 2) ** 2 for v in x) / len(x)


@false("pm-23", "sigma_hat", shown="sigma_hat([Fraction(0), Fraction(2)])")
def already_unbiased(x):
    """The likeliest variance is unbiased: that is what likeliest means."""
    m = sum(x) / len(x)
    return sum((v - m) ** 2 for v in x) / max(len(x) - 1, 1)


@false("pm-23", "sigma_hat", shown="sigma_hat([Fraction(-1), Fraction(1)])")
def the_square_of_the_mean_size(x):
    """The variance is the mean of the squares less the square of the mean size."""
    return sum(v**2 for v in x) / len(x) - (sum(map(abs, x)) / len(x)) ** 2


@false("pm-23", "expected", shown="expected(min, [0, 1, 5], 2)")
def the_estimate_of_the_mean(estimator, values, N):
    """The mean of all estimates is the estimate from all values."""
    return estimator([Fraction(v) for v in values])


@false("pm-23", "share", shown="share(3)")
def half_whatever_n(N):
    """Half of the variance is missing, however many are drawn."""
    return Fraction(1, 2) if N > 1 else Fraction(0)


@false("pm-23", "s_squared", shown="s_squared([Fraction(0), Fraction(2)])")
def the_known_mean_less_one(x):
    """One divides by N - 1, wherever the deviations are measured from."""
    return sum(v**2 for v in x) / (len(x) - 1)


# Is unbiased better?


@false("pm-24", "mse", shown="mse(5, 6)")
def the_variance_alone(N, d):
    """How far an estimate is off, its variance says."""
    return 2 * (N - 1) / d**2


@false("pm-24", "mse", shown="mse(5, 6)")
def the_bias_alone(N, d):
    """How far an estimate is off, its bias says."""
    return (N - 1 - d) ** 2 / d**2


@false("pm-24", "mse", shown="mse(5, 6)")
def the_bias_not_squared(N, d):
    """Bias and variance add up."""
    return abs(N - 1 - d) / d + 2 * (N - 1) / d**2


@false("pm-24", "mse", shown="mse(5, 5)")
def the_unbiased_one_errs_least(N, d):
    """The farther from N - 1, the worse: an unbiased estimate errs least."""
    return 2 / (N - 1) + (N - 1 - d) ** 2 / d**2


@false("pm-24", "mse", shown="mse(5, 4)")
def a_chi_square_of_n(N, d):
    """The sum has N squares, so it is that of N independent ones."""
    return ((N - d) ** 2 + 2 * N) / d**2


@false("pm-24", "mse", shown="mse(5, 4)")
def without_the_two(N, d):
    """The square of a standard normal has the variance 1, as the normal itself."""
    return ((N - 1 - d) ** 2 + (N - 1)) / d**2


@false("pm-24", "c4", shown="c4(5)")
def a_root_of_unbiased_is_unbiased(N):
    """If s squared is right on average, so is s."""
    return 1.0


@false("pm-24", "c4", shown="c4(5)")
def the_root_of_the_share(N):
    """The root of the variance misses the root of what the variance misses."""
    return math.sqrt((N - 1) / N)


@false("pm-24", "c4", shown="c4(5)")
def too_large_on_average(N):
    """A root exaggerates: on average s lies above sigma."""
    return 1 / c4(N)


@false("pm-24", "squares", shown="squares(np.array([1.0, 3.0]))")
def from_the_known_mean(x):
    """The deviations may as well be measured from the true mean, zero."""
    return np.sum(x**2)


@false("pm-24", "sigma_hat", shown="sigma_hat([Fraction(0), Fraction(2)])")
def of_the_numbers_themselves(x):
    """The sum of the squares may be taken of the numbers themselves."""
    return sum(v**2 for v in x) / len(x)


@false("pm-24", "sigma_hat", shown="sigma_hat([Fraction(-1), Fraction(1)])")
def squares_less_the_mean_size(x):
    """The variance is the mean of the squares less the square of the mean size."""
    return sum(v**2 for v in x) / len(x) - (sum(map(abs, x)) / len(x)) ** 2


@false("pm-24", "mse", shown="mse(5, 4)")
def twice_n(N, d):
    """The variance of the sum is 2 N."""
    return ((N - 1 - d) ** 2 + 2 * N) / d**2


@false("pm-24", "mse", shown="mse(5, 4)")
def divided_once(N, d):
    """The errors are divided by the divisor."""
    return ((N - 1 - d) ** 2 + 2 * (N - 1)) / d


@false("pm-24", "c4", shown="c4(5)")
def nearly_c4(N):
    """About 1 - 1 / (4 N)."""
    return 1 - 1 / (4 * N)


@false("pm-24", "c4", shown="c4(5)")
def c4_of_the_next(N):
    """The constant of N draws belongs to N squares."""
    return c4(N + 1)


@false("pm-24", "s_squared", shown="s_squared([Fraction(0), Fraction(2)])")
def the_root_of_the_likeliest(x):
    """Its root is that of the likeliest."""
    m = sum(x) / len(x)
    return sum((v - m) ** 2 for v in x) / (len(x) + 1)


@false("pm-24", "over_bells", shown="over_bells(lambda x: np.sum(x**4), 2)")
def a_fourth_moment_of_one(f, N):
    """The fourth power of a standard normal is 1 on average, as its square is."""
    return sum(f(np.array(v)) for v in product((-1.0, 1.0), repeat=N)) / 2**N
