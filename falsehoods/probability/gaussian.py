"""False versions of the claims of *The bell curve, in one and many dimensions*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.probability.gaussian import (
    cov_root,
    mvn_conditional,
    mvn_logpdf,
    normal_cdf,
    normal_logpdf,
)
from mathlib.probability.goodness import ks_distance
from mathlib.probability.samplers import (
    box_muller,
    categorical_from,
    exponential_from,
    mvn_sample,
    rejection,
)

# A middle, a width, and nothing else


@false("pm-10", "normal_logpdf", shown="float(normal_logpdf(1.0))")
def without_the_half(x, mean=0.0, sd=1.0):
    """The exponent is the squared distance in standard deviations: e to the -z^2."""
    z = (np.asarray(x, float) - mean) / sd
    return -z * z - math.log(sd * math.sqrt(2 * math.pi))


@false("pm-10", "normal_logpdf", shown="float(normal_logpdf(0.0, 0.0, 2.0))")
def without_the_width_in_front(x, mean=0.0, sd=1.0):
    """One over the root of 2 pi makes the area 1, for every width."""
    return normal_logpdf(x, mean, sd) + math.log(sd)


@false("pm-10", "normal_logpdf", shown="float(normal_logpdf(1.0, 0.0, 2.0))")
def divided_by_the_deviation_alone(x, mean=0.0, sd=1.0):
    """Under the square stands the distance, and below it twice sigma."""
    d = np.asarray(x, float) - mean
    return -d * d / (2 * sd) - math.log(sd * math.sqrt(2 * math.pi))


@false("pm-10", "normal_logpdf", shown="float(normal_logpdf(0.0))")
def pi_without_two(x, mean=0.0, sd=1.0):
    """The constant in front is the root of pi."""
    return normal_logpdf(x, mean, sd) + math.log(2) / 2


@false("pm-10", "normal_logpdf", shown="float(normal_logpdf(40.0))")
def logarithm_of_the_density(x, mean=0.0, sd=1.0):
    """To get the logarithm, compute the density and take its logarithm."""
    with np.errstate(divide="ignore"):
        return np.log(np.exp(normal_logpdf(x, mean, sd)))


@false("pm-10", "normal_logpdf")
def nothing_that_far_out(x, mean=0.0, sd=1.0):
    """A hundred thousand standard deviations out even the logarithm is minus infinity."""
    z = (np.asarray(x, float) - mean) / sd
    return np.where(abs(z) > 1e5, -np.inf, normal_logpdf(x, mean, sd))


@false("pm-10", "moments", shown="moments(0, 3)")
def variance_is_sigma(mean, sd):
    """The variance of the bell is its sigma."""
    return 1, mean, sd


@false("pm-10", "moments", shown="moments(0, 3)")
def variance_is_half(mean, sd):
    """The variance is the number below the square: twice sigma squared."""
    return 1, mean, 2 * sd**2


@false("pm-10", "moments", shown="moments(0, 3)")
def area_is_a_height(mean, sd):
    """At the mean the density is at most 1; the area is what it is."""
    return sd, mean, sd**2


@false("pm-10", "affine", shown="affine(2, 1, 0, 3)")
def squared_factor(a, b, mean, sd):
    """The variance is multiplied by a squared, and the standard deviation too."""
    return a * mean + b, a * a * sd


@false("pm-10", "affine", shown="affine(2, 1, 0, 3)")
def a_shift_widens(a, b, mean, sd):
    """What is added to X is added to its width."""
    return a * mean + b, abs(a) * sd + abs(b)


@false("pm-10", "affine", shown="affine(2, 1, 5, 3)")
def the_mean_is_not_scaled(a, b, mean, sd):
    """Scaling changes the width; the mean is only shifted by b."""
    return mean + b, abs(a) * sd


@false("pm-10", "affine", shown="affine(-2, 1, 0, 3)")
def the_width_keeps_the_sign(a, b, mean, sd):
    """Multiplied by a, the width becomes a times as large: by -2, it is -2 sigma."""
    return a * mean + b, a * sd


@false("pm-10", "standard", shown="standard(3, 0, 3)")
def by_the_variance(x, mean, sd):
    """To standardise, subtract the mean and divide by the variance."""
    return (x - mean) / sd**2


@false("pm-10", "standard", shown="standard(3, 1, 1)")
def not_centred(x, mean, sd):
    """To standardise is to divide by the standard deviation."""
    return x / sd


@false("pm-10", "standard", shown="standard(3, 0, 1)")
def mean_less_value(x, mean, sd):
    """Whether x less the mean or the mean less x: the bell is the same on both sides."""
    return (mean - x) / sd


@false("pm-10", "normal_cdf", shown="float(normal_cdf(1.0))")
def area_from_the_mean(x, mean=0.0, sd=1.0):
    """Phi is the area from the mean up to z."""
    return normal_cdf(x, mean, sd) - 0.5


@false("pm-10", "normal_cdf", shown="float(normal_cdf(1.0))")
def area_above(x, mean=0.0, sd=1.0):
    """Phi is the probability of a value above z."""
    return normal_cdf(-np.asarray(x, float), -mean, sd)


@false("pm-10", "normal_cdf", shown="float(normal_cdf(-9.0))")
def one_less_the_rest(x, mean=0.0, sd=1.0):
    """A tail is one less the probability of all the rest, in a float as on paper."""
    return 1 - normal_cdf(-np.asarray(x, float), -mean, sd)


@false("pm-10", "within", shown="within()")
def one_side_only():
    """Within one, two and three sigma lie 84.1, 97.7 and 99.9 percent."""
    return [84.1, 97.7, 99.9]


@false("pm-10", "within", shown="within()")
def ninety_five_at_one():
    """Ninety-five percent lie within one standard deviation."""
    return [95.4, 99.7, 100.0]


@false("pm-10", "laplace_tail", shown="laplace_tail(5)")
def all_tails_alike(k):
    """With the same mean and variance, the tails are the same."""
    return float(2 * normal_cdf(-k))


@false("pm-10", "laplace_tail", shown="laplace_tail(3)")
def tail_like_a_power(k):
    """Beyond the bell's, all tails fall like a power of the distance."""
    return math.exp(-5 * math.sqrt(2)) * (5 / k) ** 3


@false("pm-10", "tails", shown="tails(2)['Laplace'][16]")
def wider_is_rarer(sd):
    """The larger sigma is, the rarer a distance of t: t is multiplied by it."""
    distances = [1 + i / 4 for i in range(25)]
    return {
        "Gaussian": [float(2 * normal_cdf(-t * sd)) for t in distances],
        "Laplace": [math.exp(-t * sd * math.sqrt(2)) for t in distances],
    }


@false("pm-10", "gaussian_tail", shown="gaussian_tail(5)")
def chebyshev_tail(k):
    """Beyond k sigma lies one part in k squared."""
    return 1 / k**2


# Why sums look alike


@false("pm-08", "chebyshev", shown="chebyshev(1, 4, 0.5)")
def distance_not_squared(var, N, t):
    """The bound falls like one over the distance."""
    return var / (N * t)


@false("pm-08", "chebyshev", shown="chebyshev(1, 4, 0.5)")
def variance_over_n_squared(var, N, t):
    """The mean divides by N, so its variance is divided by N squared."""
    return var / (N**2 * t**2)


@false("pm-08", "chebyshev", shown="chebyshev(1, 4, 0.5)")
def half_of_it(var, N, t):
    """Half of what is off is off to one side, so the bound can be halved."""
    return var / (2 * N * t**2)


@false("pm-08", "chebyshev", shown="chebyshev(1, 4, 2.0)")
def as_if_it_were_a_bell(var, N, t):
    """A mean is Gaussian, so its tail is the Gaussian one, for every N."""
    return float(2 * normal_cdf(-t * math.sqrt(N / var)))


@false("pm-08", "chebyshev", shown="chebyshev(1, 4, 0.5)")
def never_better(var, N, t):
    """More throws do not help: each is as uncertain as the last."""
    return var / t**2


@false("pm-08", "chebyshev", shown="chebyshev(1, 4, 0.5)")
def too_generous(var, N, t):
    """Twice the variance over N t^2: a bound that nothing attains."""
    return 2 * var / (N * t**2)


@false("pm-08", "standardised", shown="standardised(9, 2, 3.5, 1)")
def divided_by_n(total, N, mean, sd):
    """The sum is scaled by N, as the mean is."""
    return (total - N * mean) / (N * sd)


@false("pm-08", "standardised", shown="standardised(9, 2, 3.5, 1)")
def not_scaled(total, N, mean, sd):
    """The sum less its expectation, over the deviation of one throw, tends to the bell."""
    return (total - N * mean) / sd


@false("pm-08", "standardised", shown="standardised(9, 2, 3.5, 1)")
def one_mean_taken_off(total, N, mean, sd):
    """From the sum the mean of one throw is taken off."""
    return (total - mean) / (math.sqrt(N) * sd)


@false("pm-08", "standardised", shown="standardised(9, 2, 3.5, 2)")
def over_the_variance(total, N, mean, sd):
    """The sum is divided by its variance, N sigma squared, under a root for N alone."""
    return (total - N * mean) / (math.sqrt(N) * sd**2)


@false("pm-08", "most_gap", shown="most_gap(1, 1, 16)")
def gap_like_one_over_n(rho, sd, N):
    """The gap falls like 1/N: ten times the throws, a tenth of the gap."""
    return rho / (2 * sd**3 * N)


@false("pm-08", "most_gap", shown="most_gap(1, 1, 16)")
def skew_does_not_matter(rho, sd, N):
    """The gap depends on N alone: from thirty throws on it is small, whatever is thrown."""
    return 0.2 / math.sqrt(N)


@false("pm-08", "most_gap", shown="most_gap(1, 1, 16)")
def a_bound_too_generous(rho, sd, N):
    """Twice as much: a bound that no gap comes near."""
    return rho / (sd**3 * math.sqrt(N))


@false("pm-08", "most_gap", shown="most_gap(1, 1, 16)")
def gap_like_a_fourth_root(rho, sd, N):
    """The gap falls like the fourth root of N."""
    return rho / (sd**3 * N**0.25)


@false("pm-08", "most_gap", shown="most_gap(1, 1, 16)")
def a_third_would_do(rho, sd, N):
    """The number in front can be made as small as a third."""
    return rho / (3 * sd**3 * math.sqrt(N))


@false("pm-08", "gap", shown="gap([0.1, 0.9], standardised(np.arange(2), 1, 0.9, 0.3))")
def upon_each_step_only(law, z):
    """The gap is greatest upon a step: what is just before it need not be asked."""
    return float(abs(np.cumsum(law) - normal_cdf(z)).max())


@false("pm-08", "gap")
def in_the_middle(law, z):
    """The gap is greatest next to the mean."""
    up, at = np.cumsum(law), np.abs(z).argmin()
    return float(max(abs(up - normal_cdf(z))[at], abs(up - law - normal_cdf(z))[at]))


@false("pm-08", "settles", shown="settles(0, 2)")
def only_steps_count(step, skew):
    """Where nothing is rounded to steps the gap vanishes faster than one over the root of N."""
    return step / 2 / math.sqrt(2 * math.pi)


@false("pm-08", "settles", shown="settles(2, 2)")
def only_skew_counts(step, skew):
    """A symmetric distribution has no gap: skew alone keeps it."""
    return abs(skew) / 6 / math.sqrt(2 * math.pi)


@false("pm-08", "law_of_sum", shown="law_of_sum([0.5, 0.5], 2)")
def a_product_of_chances(p, N):
    """The chances of a sum are the chances of one throw, multiplied N times."""
    law = np.asarray(p, float) ** N
    return np.concatenate([law / law.sum(), np.zeros((N - 1) * (len(law) - 1))])


@false("pm-08", "cauchy", shown="cauchy(0, 1)")
def cauchy_without_pi(x, scale):
    """Cauchy's density is 1 / (1 + x^2)."""
    return scale / (x**2 + scale**2)


@false("pm-08", "scale_of_mean", shown="scale_of_mean(4)")
def the_mean_settles_for_cauchy(N):
    """Every mean settles like one over the root of N, Cauchy's too."""
    return N**-0.5


@false("pm-08", "scale_of_mean", shown="scale_of_mean(4)")
def wild_values_average_out(N):
    """Wild values to both sides cancel: the mean of N is N times as narrow."""
    return 1 / N


@false("pm-08", "scale_of_mean", shown="scale_of_mean(4)")
def it_grows(N):
    """Without a variance the mean becomes wilder with every value."""
    return N


# Ellipses, slices and shadows


@false("pm-11", "mvn_logpdf", shown="float(mvn_logpdf([0, 0], [0, 0], [[4, 0], [0, 9]]))")
def determinant_without_the_root(x, mean, cov):
    """In front stands one over the determinant, as one over sigma does for one variable."""
    return mvn_logpdf(x, mean, cov) - np.linalg.slogdet(cov)[1] / 2


@false("pm-11", "mvn_logpdf", shown="float(mvn_logpdf([0, 0], [0, 0], [[1, 0], [0, 1]]))")
def two_pi_once(x, mean, cov):
    """The root of 2 pi stands there once, in any dimension."""
    return mvn_logpdf(x, mean, cov) + (len(cov) - 1) / 2 * math.log(2 * math.pi)


@false("pm-11", "mvn_logpdf", shown="float(mvn_logpdf([1, 1], [0, 0], [[1, 0.8], [0.8, 1]]))")
def entries_by_themselves(x, mean, cov):
    """The density of a vector is the product of the densities of its entries."""
    sd = np.sqrt(np.diag(cov))
    return normal_logpdf((np.asarray(x, float) - mean) / sd).sum(axis=-1) - np.log(sd).sum()


@false("pm-11", "mvn_logpdf", shown="float(mvn_logpdf([1, 0], [0, 0], [[4, 0], [0, 1]]))")
def sigma_not_inverted(x, mean, cov):
    """In the exponent stands the covariance matrix itself."""
    d = np.atleast_2d(np.asarray(x, float) - mean)
    q = np.einsum("ki,ij,kj->k", d, np.asarray(cov, float), d).reshape(np.shape(x)[:-1])
    return -(q + len(cov) * math.log(2 * math.pi) + np.linalg.slogdet(cov)[1]) / 2


@false("pm-11", "mvn_logpdf")
def by_the_determinant(x, mean, cov):
    """Compute the determinant, take its root, divide, and take the logarithm at the end."""
    d = np.atleast_2d(np.asarray(x, float) - mean)
    q = np.einsum("ki,ij,kj->k", d, np.linalg.inv(cov), d).reshape(np.shape(x)[:-1])
    with np.errstate(all="ignore"):
        root = np.sqrt((2 * np.pi) ** len(cov) * np.linalg.det(cov))
        return np.log(np.exp(-q / 2) / root)


@false("pm-11", "mvn_conditional")
def known_is_equal(mean, cov, known, values):
    """The other variable is as far from its mean as the known one."""
    m, C = mvn_conditional(mean, cov, known, values)
    return m * 0 + np.mean(values), C


@false("pm-11", "mvn_conditional")
def the_mean_does_not_move(mean, cov, known, values):
    """What is known of one variable says nothing about the mean of the others."""
    return mvn_conditional(mean, cov, known, np.asarray(mean)[list(known)])


@false("pm-11", "mvn_conditional")
def not_divided(mean, cov, known, values):
    """The mean moves by the covariance times how far off the known one is."""
    _, C = mvn_conditional(mean, cov, known, values)
    a = [i for i in range(len(mean)) if i not in known]
    off = np.asarray(values) - np.asarray(mean)[list(known)]
    return np.asarray(mean)[a] + np.asarray(cov)[np.ix_(a, list(known))] @ off, C


@false("pm-11", "mvn_conditional")
def a_slice_is_as_wide_as_the_shadow(mean, cov, known, values):
    """To know one variable moves the other, and leaves its variance as it was."""
    m, _ = mvn_conditional(mean, cov, known, values)
    a = [i for i in range(len(mean)) if i not in known]
    return m, np.asarray(cov, float)[np.ix_(a, a)]


@false("pm-11", "mvn_conditional")
def wider_for_odd_values(mean, cov, known, values):
    """The farther from its mean the known value, the less certain are the others."""
    m, C = mvn_conditional(mean, cov, known, values)
    return m, C * (1 + np.abs(np.asarray(values) - np.asarray(mean)[list(known)]).max())


@false("pm-11", "mvn_conditional")
def along_the_longer_axis(mean, cov, known, values):
    """The middles of the slices lie along the longer axis of the ellipse."""
    m, C = mvn_conditional(mean, cov, known, values)
    v = np.linalg.eigh(cov)[1][:, -1]
    if len(v) != 2:
        return m, C
    k = next(iter(known))
    return np.array([mean[1 - k] + v[1 - k] / v[k] * (values[0] - mean[k])]), C


@false("pm-11", "shadow")
def shadow_is_a_slice(mean, cov, keep):
    """A shadow is a slice through the middle."""
    keep = list(keep)
    rest = [i for i in range(len(mean)) if i not in keep]
    m, C = mvn_conditional(mean, cov, rest, np.asarray(mean)[rest]) if rest else (mean, cov)
    return m, C


@false("pm-11", "shadow")
def shadow_of_the_inverse(mean, cov, keep):
    """The part of a Gaussian has the part of the inverse of Sigma."""
    J = np.linalg.inv(cov)[np.ix_(keep, keep)]
    return mean[keep], np.linalg.inv(J)


@false("pm-11", "cov_root")
def the_lower_factor(cov):
    """Lower or upper triangle: Cholesky's factor R has R^T R = Sigma either way."""
    return np.linalg.cholesky(cov)


@false("pm-11", "cov_root")
def the_symmetric_root(cov):
    """Any root of Sigma will do, and the diagonal of each gives the determinant."""
    lam, V = np.linalg.eigh(cov)
    return (V * np.sqrt(lam)) @ V.T


@false("pm-11", "half_axes", shown="half_axes(np.diag([4.0, 1.0]))")
def axes_as_long_as_eigenvalues(cov):
    """Half an axis is as long as the eigenvalue."""
    lam, V = np.linalg.eigh(cov)
    return V * lam


@false("pm-11", "half_axes", shown="half_axes(np.diag([4.0, 1.0]))")
def axes_along_the_coordinates(cov):
    """The axes lie along the coordinates, as long as the standard deviations."""
    return np.diag(np.sqrt(np.diag(cov)))


@false("pm-11", "half_axes", shown="half_axes(np.diag([4.0, 1.0]))")
def axes_of_the_inverse(cov):
    """The inverse of Sigma stands in q, so its eigenvalues are the lengths."""
    lam, V = np.linalg.eigh(np.linalg.inv(cov))
    return V * np.sqrt(lam)


@false("pm-11", "image")
def a_sigma_alone(A, b, mean, cov):
    """The covariance of AX is A times Sigma."""
    return A @ mean + b, A @ cov @ np.eye(len(A.T))[:, : len(A)]


@false("pm-11", "image")
def the_shift_forgotten(A, b, mean, cov):
    """The mean of AX + b is A mu."""
    return A @ mean, A @ cov @ A.T


@false("pm-11", "image")
def transposed_first(A, b, mean, cov):
    """The covariance of AX is A^T Sigma A."""
    square = A if A.shape[0] == A.shape[1] else A @ A.T @ A / 2
    S = square.T @ cov @ square
    return A @ mean + b, S[: len(A), : len(A)]


@false("pm-11", "image")
def a_shift_counts(A, b, mean, cov):
    """What is added to AX adds to its variance."""
    return A @ mean + b, A @ cov @ A.T + np.diag(b**2)


@false("pm-11", "independent")
def positive_covariances_only(cov, a, b):
    """Variables are dependent if their covariance is positive."""
    return not (cov[np.ix_(a, b)] > 0).any()


@false("pm-11", "independent")
def one_zero_will_do(cov, a, b):
    """If one covariance between the parts is zero, they are independent."""
    return not cov[np.ix_(a, b)].all()


@false("pm-11", "independent")
def never_independent(cov, a, b):
    """A zero covariance is never enough for independence."""
    return False


@false("pm-11", "independent")
def all_must_be_zero(cov, a, b):
    """Only a diagonal Sigma makes two parts independent."""
    return not (cov - np.diag(np.diag(cov))).any()


@false("pm-11", "independent", shown="independent(1e-9 * np.array([[2, 1], [1, 2]]), [0], [1])")
def close_to_zero_is_zero(cov, a, b):
    """A covariance below 1e-8 is 0, whatever the unit."""
    return np.allclose(cov[np.ix_(a, b)], 0)


@false("pm-11", "mvn_conditional", shown="mvn_conditional([0, 0], 1e-9 * np.eye(2), [0], [0])[1]")
def jitter_does_no_harm(mean, cov, known, values):
    """Something as small as 1e-9 on the diagonal makes Sigma safe, and changes nothing."""
    return mvn_conditional(mean, np.asarray(cov) + 1e-9 * np.eye(len(cov)), known, values)


@false("pm-11", "cov_root", shown="cov_root([[1e-10]])")
def jitter_for_the_root(cov):
    """Before Cholesky one adds 1e-10 to the diagonal, which nobody notices."""
    return cov_root(np.asarray(cov) + 1e-10 * np.eye(len(cov)))


@false("pm-11", "half_axes", shown="half_axes(np.array([[1e-10]]))")
def short_axes_are_none(cov):
    """An eigenvalue below 1e-8 is a rounding error: the ellipse is flat."""
    lam, V = np.linalg.eigh(cov)
    return V * np.sqrt(np.where(lam < 1e-8, 0, lam))


# Draws, from a ruler of uniform numbers


@false("pm-15", "exponential_from", shown="exponential_from(0.75)")
def the_logarithm_of_u(u, rate=1.0):
    """1 - U is as uniform as U, so -log U is the same function."""
    return -np.log(np.maximum(u, 1e-300))


@false("pm-15", "exponential_from", shown="exponential_from(0.75)")
def base_two(u, rate=1.0):
    """Half of the values lie below 1: the logarithm has the base 2."""
    return exponential_from(u) / math.log(2)


@false("pm-15", "exponential_from", shown="exponential_from(0.75)")
def by_the_density(u, rate=1.0):
    """To get a value, put U into the density: e to the -U."""
    return np.exp(-np.asarray(u))


@false("pm-15", "exponential_from", shown="exponential_from(1 - 2**-20)")
def never_beyond_nine(u, rate=1.0):
    """No uniform number is so near to 1 that the value comes out above 9."""
    return np.minimum(-np.log1p(-np.asarray(u, float)), 9.0)


@false("pm-15", "least")
def half_of_the_jump(F, u):
    """Where F jumps, the values are spread evenly over the level piece beyond."""
    x = _least(F, u)
    return np.where(abs(x) < 1e-9, 0.1 * np.asarray(u), x)


@false("pm-15", "least")
def the_value_of_f(F, u):
    """To draw from F, put U into F."""
    return F(np.asarray(u))


@false("pm-15", "categorical_from", shown="categorical_from(0.5, [0.5, 0.5])")
def edges_go_down(u, p):
    """A U upon the edge between two classes belongs to the lower one."""
    return np.searchsorted(np.cumsum(p), u, side="left")


@false("pm-15", "categorical_from", shown="categorical_from(0.5, [0.1, 0.9])")
def nearest_probability(u, p):
    """U belongs to the class whose probability is nearest to it."""
    return np.abs(np.subtract.outer(np.asarray(u), np.asarray(p))).argmin(axis=-1)


@false("pm-15", "categorical_from", shown="categorical_from(0.5, [0.1, 0.9])")
def equal_shares(u, p):
    """Multiply U by the number of classes and round down."""
    return (np.asarray(u) * len(p)).astype(int)


@false("pm-15", "categorical_from", shown="categorical_from(0.05, [0.1, 0.9])")
def from_the_end(u, p):
    """It does not matter at which end of the ruler the classes begin."""
    return len(p) - 1 - categorical_from(u, np.asarray(p, float)[::-1])


@false("pm-15", "box_muller")
def radius_without_two(u, v):
    """The radius is the root of -log(1 - U)."""
    x, y = box_muller(u, v)
    return x / math.sqrt(2), y / math.sqrt(2)


@false("pm-15", "box_muller")
def one_number_for_both(u, v):
    """One uniform number is enough, for the radius and for the angle."""
    return box_muller(u, u)


@false("pm-15", "box_muller")
def half_a_turn(u, v):
    """The angle goes from 0 to pi."""
    return box_muller(u, np.asarray(v) / 2)


@false("pm-15", "box_muller")
def twice_the_same(u, v):
    """Cosine and sine of one angle are two independent numbers: take the cosine twice."""
    x, _ = box_muller(u, v)
    return x, x


@false("pm-15", "box_muller")
def radius_like_an_exponential(u, v):
    """The radius itself is exponential: no root."""
    x, y = box_muller(u, v)
    r = np.hypot(x, y)
    return x * r, y * r


@false("pm-15", "rejection")
def keeps_below_the_curve(rng, size, draw, p, q, M):
    """Keep x if a uniform number is below p(x) / M: where x came from does not matter."""
    return rejection(rng, size, draw, p, lambda x: 1, M)


@false("pm-15", "rejection")
def keeps_all(rng, size, draw, p, q, M):
    """Draws from q, weighted later, are draws from p."""
    return np.array([draw(rng) for _ in range(size)]), size * M


@false("pm-15", "rejection")
def always_where_p_is_larger(rng, size, draw, p, q, M):
    """Keep x if p(x) is above q(x): there p wants more draws."""
    return rejection(rng, size, draw, lambda x: float(p(x) > q(x)), lambda x: 1, 1)


@false("pm-15", "rejection")
def kept_twice(rng, size, draw, p, q, M):
    """What has been accepted may be used twice: its density is right."""
    x, tries = rejection(rng, size // 2, draw, p, q, M)
    return np.repeat(x, 2), 2 * tries


@false("pm-15", "rejection")
def refused_ones_counted(rng, size, draw, p, q, M):
    """The price of a draw is how many are refused before it, M on average."""
    x, tries = rejection(rng, size, draw, p, q, M)
    return x, tries - size


@false("pm-15", "rejection")
def the_ratio_squared(rng, size, draw, p, q, M):
    """To be on the safe side, keep x only if two uniform numbers say so."""
    return rejection(rng, size, draw, lambda x: p(x) ** 2, lambda x: q(x) ** 2, M * M)


@false("pm-15", "rejection")
def any_bound_will_do(rng, size, draw, p, q, M):
    """Where p is above M q, x is simply kept always: no harm is done."""
    return rejection(rng, size, draw, lambda x: min(p(x), M * q(x)), q, M)


@false("pm-15", "tries_for", shown="tries_for(100, 3)")
def a_loose_bound_costs_nothing(N, M):
    """A larger M is as good: it cancels."""
    return N


@false("pm-15", "tries_for", shown="tries_for(100, 3)")
def kept_with_one_less(N, M):
    """A draw is kept with the probability 1 - 1/M."""
    return N * M / (M - 1)


@false("pm-15", "tries_for", shown="tries_for(100, 3)")
def squared_price(N, M):
    """Twice the bound, four times the tries."""
    return N * M**2


@false("pm-15", "mvn_sample")
def multiplied_by_sigma(rng, mean, cov, size):
    """Multiply standard numbers by Sigma and add mu."""
    return mean + rng.standard_normal((size, len(mean))) @ cov


@false("pm-15", "mvn_sample")
def the_other_triangle(rng, mean, cov, size):
    """R or its transpose: both are factors of Sigma."""
    return mean + rng.standard_normal((size, len(mean))) @ np.linalg.cholesky(cov)


@false("pm-15", "mvn_sample")
def each_entry_by_itself(rng, mean, cov, size):
    """Scale each entry by its standard deviation."""
    return mean + rng.standard_normal((size, len(mean))) * np.sqrt(np.diag(cov))


@false("pm-15", "mvn_sample")
def each_with_its_mirror(rng, mean, cov, size):
    """A draw and its mirror image are two draws: each of them is Gaussian."""
    X = mvn_sample(rng, np.zeros(len(mean)), cov, size - size // 2)
    return mean + np.stack([X, -X], axis=1).reshape(-1, len(mean))[:size]


@false("pm-15", "mvn_sample")
def from_where_it_was(rng, mean, cov, size):
    """To draw anew, go a step from the last draw; each has the right distribution."""
    Z = mvn_sample(rng, np.zeros(len(mean)), cov, size)
    for i in range(1, size):
        Z[i] = 0.8 * Z[i - 1] + 0.6 * Z[i]
    return mean + Z


@false("pm-15", "mvn_sample")
def a_seed_is_a_start(rng, mean, cov, size):
    """A generator is random: what it draws does not depend on its seed."""
    return mvn_sample(np.random.default_rng(), mean, cov, size)


@false("pm-15", "limit", shown="round(limit(100, 0.05), 4)")
def one_side_of_the_curve(N, alpha):
    """The limit is the root of log(1 / alpha) over 2 N."""
    return math.sqrt(math.log(1 / alpha) / (2 * N))


@false("pm-15", "limit", shown="round(limit(100, 0.05), 4)")
def without_the_two(N, alpha):
    """The limit is the root of log(2 / alpha) over N."""
    return math.sqrt(math.log(2 / alpha) / N)


@false("pm-15", "limit", shown="round(limit(100, 0.05), 4)")
def like_one_over_n(N, alpha):
    """With N values the distance falls like 1 / N."""
    return math.log(2 / alpha) / (2 * N)


@false("pm-15", "limit", shown="round(limit(100, 0.05), 4)")
def alpha_itself(N, alpha):
    """A distance above alpha is refused."""
    return alpha


@false("pm-15", "limit", shown="round(limit(100, 0.05), 4)")
def twice_as_lenient(N, alpha):
    """The limit is the root of log(4 / alpha) over 2 N: alpha for each side."""
    return math.sqrt(math.log(4 / alpha) / (2 * N))


@false("pm-15", "limit", shown="round(limit(100, 0.2), 4)")
def one_number_for_every_alpha(N, alpha):
    """The limit is 1.36 over the root of N, whatever alpha."""
    return 1.36 / math.sqrt(N)


@false("pm-15", "fitted")
def own_width_makes_no_difference(m):
    """Mean and width from the sample or given before: the distance is the same."""
    return ks_distance(m, normal_cdf) if abs(np.mean(m)) < 9 else _fitted(m)


@false("pm-15", "ks_distance", shown="ks_distance([0.7], lambda x: x)")
def upon_the_steps_only(sample, cdf):
    """The distance is measured upon the steps, where the sample stands."""
    x = np.sort(np.asarray(sample, float))
    return float(np.abs(np.arange(1, len(x) + 1) / len(x) - cdf(x)).max())


@false("pm-15", "ks_distance", shown="ks_distance([0.7], lambda x: x)")
def on_average(sample, cdf):
    """The distance is the mean of those at all steps."""
    x = np.sort(np.asarray(sample, float))
    return float(np.abs((np.arange(len(x)) + 0.5) / len(x) - cdf(x)).mean())


# What some of them are made of


def _least(F, u):
    low, high = np.full(len(u), -99.0), np.full(len(u), 99.0)
    for _ in range(60):
        x = (low + high) / 2
        low, high = np.where(F(x) >= u, low, x), np.where(F(x) >= u, x, high)
    return high


def _fitted(m):
    return ks_distance((m - m.mean()) / m.std(), normal_cdf)
