"""False versions of the claims of *Variance, and two distributions of counts*."""

import math
from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.probability.counts import bernoulli_logpmf, binomial_logpmf, poisson_logpmf
from mathlib.probability.moments import Moments, correlation, covariance, moments_of, variance

# The mean square


@false("pm-06", "by_squares", shown="by_squares(np.array([1, 3]), np.array([0.5, 0.5]))")
def mean_of_squares(x, p):
    """The variance is the mean of the squares."""
    return sum(p * x**2)


@false("pm-06", "by_squares", shown="by_squares(np.array([1, 3]), np.array([0.25, 0.75]))")
def mean_without_weights(x, p):
    """The mean that is taken off is the mean of the values, as they are."""
    return sum(p * x**2) - (sum(x) / Fraction(len(x))) ** 2


@false("pm-06", "by_squares", shown="by_squares(np.array([0, 2, 10]), np.array([0.5, 0.3, 0.2]))")
def square_of_the_mean_deviation(x, p):
    """The standard deviation is the mean distance from the mean, so its square is the variance."""
    return sum(p * abs(x - sum(p * x))) ** 2


@false("pm-06", "rescaled", shown="rescaled(2, 0, 1)")
def doubled_once(a, b, var):
    """If the values are doubled, so is the variance."""
    return abs(a) * var


@false("pm-06", "rescaled", shown="rescaled(1, 3, 1)")
def shifted_too(a, b, var):
    """Who adds a number adds to the variance as well."""
    return a**2 * var + b**2


@false("pm-06", "rescaled", shown="rescaled(-2, 0, 1)")
def a_negative_factor_takes_away(a, b, var):
    """Multiplied by a negative number the variance becomes negative."""
    return a * abs(a) * var


@false("pm-06", "about", shown="about(0, 2, 1)")
def the_same_from_anywhere(c, mu, var):
    """From wherever one measures, the mean square is the variance."""
    return var


@false("pm-06", "about", shown="about(0, 2, 1)")
def once_the_distance(c, mu, var):
    """Measured from c, the distance of c from the mean is added."""
    return var + abs(mu - c)


@false("pm-06", "about", shown="about(0, 2, 1)")
def nearer_than_the_mean(c, mu, var):
    """Another number than the mean may be nearer in the mean square."""
    return var - (mu - c) ** 2


@false("pm-06", "certain", shown="certain(np.array([1, 3]), np.array([1, 0]))")
def one_value_only(x, p):
    """The variance is 0 only if there is a single value, even where the others never come."""
    return len(set(x)) == 1


@false("pm-06", "certain", shown="certain(np.array([1, -1]), np.array([0.5, 0.5]))")
def zero_on_average(x, p):
    """Where the values cancel, the variance is 0."""
    return sum(p * x) == 0


@false("pm-06", "certain", shown="certain(np.array([1, 1]), np.array([0.5, 0.5]))")
def one_outcome_has_it_all(x, p):
    """The variance is 0 only if one outcome has all of the probability."""
    return max(p) == 1


@false("pm-06", "certain", shown="certain(np.array([1, 1, 3]), np.array([0.5, 0.5, 0]))")
def nothing_else_is_listed(x, p):
    """The variance is 0 if all listed values are equal, or one of them has all the probability."""
    return len(set(x)) == 1 or max(p) == 1


@false("pm-06", "stretched", shown="stretched(3, 2)")
def by_the_square(a, sigma):
    """A factor enters by its square, into the standard deviation as into the variance."""
    return a**2 * sigma


@false("pm-06", "stretched", shown="stretched(-2, 1)")
def with_the_sign(a, sigma):
    """Multiplied by a negative number the standard deviation becomes negative."""
    return a * sigma


@false("pm-06", "variance", shown="variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])")
def in_one_pass(x, ddof=0):
    """Both formulas are equal, so take the one that reads the data once."""
    x = np.asarray(x, float)
    return float(np.mean(x**2) - np.mean(x) ** 2) * len(x) / (len(x) - ddof)


@false("pm-06", "variance", shown="variance([1, 3])")
def always_less_one(x, ddof=0):
    """The divisor is N - 1, whatever the data are."""
    x = np.asarray(x, float)
    return float(((x - x.mean()) ** 2).sum() / max(len(x) - 1, 1))


@false("pm-06", "variance", shown="variance([1, 3], ddof=1)")
def never_less_one(x, ddof=0):
    """A mean of N squares is divided by N, for draws as well."""
    return float(np.var(np.asarray(x, float)))


@false("pm-06", "on_average", shown="on_average(1, 2)")
def right_on_average(var, N):
    """The mean square of a sample is on average the variance."""
    return var


@false("pm-06", "on_average", shown="on_average(1, 2)")
def too_large_on_average(var, N):
    """Of few numbers the mean square is on average too large."""
    return Fraction(N + 1, N) * var


@false("pm-06", "on_average", shown="on_average(1, 3)")
def the_root_of_it(var, N):
    """A sample varies less by the root of its size."""
    return var * (1 - Fraction(1, N) ** 2)


@false("pm-06", "moments_of", shown="moments_of([1, 3])")
def from_the_old_mean(x):
    """Each number adds the square of its deviation from the mean before it."""
    N, mean, squares = 0, 0.0, 0.0
    for value in np.asarray(x, float).tolist():
        N += 1
        step = value - mean
        mean += step / N
        squares += step**2
    return Moments(N, mean, squares)


@false("pm-06", "moments_of")
def sums_of_squares(x):
    """To carry the sum and the sum of the squares is enough."""
    x = np.asarray(x, float)
    if len(x) == 0:
        return Moments(0, 0.0, 0.0)
    return Moments(len(x), float(x.mean()), max(0.0, float((x**2).sum() - len(x) * x.mean() ** 2)))


@false("pm-06", "moments_merge", shown="moments_merge(moments_of([1]), moments_of([3]))")
def squares_are_added(a, b):
    """To merge two parts, add up their squares."""
    N = a.N + b.N
    mean = (a.N * a.mean + b.N * b.mean) / max(N, 1)
    return Moments(N, mean, a.squares + b.squares)


@false("pm-06", "moments_merge", shown="moments_merge(moments_of([1, 1]), moments_of([4]))")
def means_are_averaged(a, b):
    """The mean of both parts is the mean of the two means."""
    N = a.N + b.N
    gap = b.mean - a.mean
    squares = a.squares + b.squares + gap**2 * a.N * b.N / max(N, 1)
    return Moments(N, (a.mean + b.mean) / 2, squares)


@false("pm-06", "moments_merge", shown="moments_merge(moments_of([1]), moments_of([2, 3]))")
def as_if_of_equal_size(a, b):
    """The gap between the means counts as much, however large the parts are."""
    N = a.N + b.N
    gap = b.mean - a.mean
    return Moments(N, a.mean + gap * b.N / max(N, 1), a.squares + b.squares + gap**2 * N / 4)


@false("pm-06", "moments_merge")
def by_way_of_sums(a, b):
    """From the sums of the values and of their squares one merges as well, and keeps the digits."""
    N = a.N + b.N
    mean = (a.N * a.mean + b.N * b.mean) / max(N, 1)
    total = a.squares + a.N * a.mean**2 + b.squares + b.N * b.mean**2
    return Moments(N, mean, max(0.0, total - N * mean**2))


@false("pm-06", "varies_more", shown="varies_more([(1, 3)], [(1, 2)])")
def the_taller_varies_more(one, other):
    """What was seen of these two holds for all: the taller the density, the larger the variance."""
    return sum(q / h for q, h in one) > sum(q / h for q, h in other)


@false("pm-06", "varies_more", shown="varies_more([(0.99, 1), (0.01, 5)], [(1, 2)])")
def what_reaches_further(one, other):
    """What reaches further varies more, however seldom it does."""
    return max(h for _, h in one) > max(h for _, h in other)


@false("pm-06", "varies_more", shown="varies_more([(0.9, 0.1), (0.1, 5)], [(1, 1)])")
def by_the_mean_distance(one, other):
    """What lies further from its mean, on average, varies more."""
    return sum(q * h for q, h in one) > sum(q * h for q, h in other)


@false("pm-06", "varies_more", shown="varies_more(tall, flat)")
def the_flatter_varies_more(one, other):
    """The flatter the density, the larger the variance."""
    return sum(q / h for q, h in one) < sum(q / h for q, h in other)


@false("pm-06", "peak", shown="peak(tall)")
def the_peak_is_a_probability(boxes):
    """A density is nowhere larger than 1."""
    return max(q for q, _ in boxes)


@false("pm-06", "variance", shown="variance([1e-9, 3e-9])")
def what_varies_little_is_constant(x, ddof=0):
    """A variance below 1e-12 is a rounding error, and is 0."""
    return variance(x, ddof) if np.var(x) >= 1e-12 else 0.0


# Two that vary together


@false("pm-07", "covariance", shown="covariance([[1, 1], [3, 5]])")
def without_the_means(X, ddof=0):
    """The covariance is the mean of the products."""
    X = np.asarray(X, float)
    return X.T @ X / len(X)


@false("pm-07", "covariance", shown="covariance([[1, 1], [3, 5]])")
def of_the_rows(X, ddof=0):
    """Which of rows and columns are the measurements does not matter."""
    return covariance(np.asarray(X).T)


@false("pm-07", "covariance", shown="covariance([[1, 1], [3, 5]])")
def always_by_one_less(X, ddof=0):
    """The divisor is N - 1, also for all there is."""
    return covariance(X) * len(X) / max(len(X) - 1, 1)


@false("pm-07", "covariance", shown="covariance([[1, 1], [3, 5]])")
def on_the_diagonal_alone(X, ddof=0):
    """What two measurements share is no variance: there are zeros off the diagonal."""
    return np.diag(np.diag(covariance(X)))


@false("pm-07", "covariance", shown="covariance([[1, 1], [3, 5]])")
def only_half_of_it(X, ddof=0):
    """It is enough to fill the matrix below the diagonal."""
    return np.tril(covariance(X))


@false("pm-07", "covariance")
def products_less_product_of_means(X, ddof=0):
    """The mean product less the product of the means is as good, at any offset."""
    X = np.asarray(X, float)
    return X.T @ X / len(X) - np.outer(X.mean(axis=0), X.mean(axis=0))


@false("pm-07", "along", shown="along(np.array([0.8, 0.6]), np.array([[2, 1], [1, 1]]))")
def spread_along(v, S):
    """v^T S v is the standard deviation along v."""
    return (v @ S @ v) ** 2


@false("pm-07", "along", shown="along(np.array([3, 4]), np.array([[2, 1], [1, 1]]))")
def whatever_its_length(v, S):
    """The variance of v . X does not depend on the length of v, only on the direction."""
    return v @ S @ v / (v @ v)


@false("pm-07", "along", shown="along(np.array([0.8, 0.6]), np.array([[2, 1], [1, 1]]))")
def the_diagonal_along(v, S):
    """Along v the variances are added, each by its share."""
    return v**2 @ np.diag(S)


@false("pm-07", "along", shown="along(np.array([0.8, 0.6]), np.array([[2, 1], [1, 1]]))")
def length_of_the_image(v, S):
    """The variance along v is how far S stretches v."""
    return float(np.linalg.norm(S @ v) * np.linalg.norm(v))


@false("pm-07", "moved", shown="moved(np.diag([2, 1]), np.eye(2))")
def moved_once(A, S):
    """What A does to the data, it does to their covariance."""
    return A @ np.resize(S, (A.shape[1], A.shape[0]))


@false("pm-07", "moved", shown="moved(np.array([[1, 1], [0, 1]]), np.eye(2))")
def transposed_first(A, S):
    """Where A is square it does not matter which of the two factors is transposed."""
    return A.T @ S @ A if A.shape[0] == A.shape[1] else A @ S @ A.T


@false("pm-07", "moved", shown="moved(np.array([[1, -1]]), np.array([[2, 1], [1, 2]]))")
def factors_are_squared(A, S):
    """As with one variable, each factor is squared."""
    return (A * A) @ S @ (A * A).T


@false("pm-07", "greatest", shown="greatest(np.diag([1, 3]))")
def the_largest_on_the_diagonal(S):
    """The greatest variance is that of a coordinate."""
    i = int(np.argmax(np.diag(S)))
    return S[i, i], np.eye(len(S))[i]


@false("pm-07", "greatest", shown="greatest(np.diag([1, 3]))")
def the_least_direction(S):
    """The first eigenvector that a program returns is the direction of greatest variance."""
    lam, V = np.linalg.eigh(S)
    return (lam[0], V[:, 0]) if len(S) > 1 else (lam[0] + 1, V[:, 0])


@false("pm-07", "greatest", shown="greatest(np.diag([1, 3]))")
def all_together(S):
    """Along the best direction lies all of the variance, the sum of the diagonal."""
    return np.trace(S) * (1 + 1e-6), np.linalg.eigh(S)[1][:, -1]


@false("pm-07", "of_sum", shown="of_sum(1, 1, 1)")
def variances_always_add_up(var_x, cov, var_y):
    """The variance of a sum is the sum of the variances."""
    return var_x + var_y


@false("pm-07", "of_sum", shown="of_sum(1, 1, 1)")
def covariance_once(var_x, cov, var_y):
    """In the variance of a sum the covariance counts once."""
    return var_x + cov + var_y


@false("pm-07", "possible", shown="possible(False, 0)")
def uncorrelated_is_independent(independent, cov):
    """If the covariance is 0, the two are independent."""
    return independent == (cov == 0)


@false("pm-07", "possible", shown="possible(True, 1)")
def independent_and_correlated(independent, cov):
    """Independent variables may have a covariance, by chance."""
    return True


@false("pm-07", "correlation", shown="correlation([[1, 1], [3, 5], [5, 3]])")
def the_covariance_itself(X):
    """Covariance and correlation are two words for one thing."""
    return covariance(X)


@false("pm-07", "correlation", shown="correlation([[1, 7], [3, 5], [5, 3]])")
def never_negative(X):
    """A correlation is a strength: it has no sign."""
    return abs(correlation(X))


@false("pm-07", "correlation", shown="correlation([[1, 1], [3, 5], [5, 3]])")
def squared(X):
    """The correlation is the share of the variance that is explained."""
    return correlation(X) ** 2


@false("pm-07", "correlation", shown="correlation([[1, 1], [3, 5], [6, 3]])")
def of_the_ranks(X):
    """Only the order of the numbers matters for a correlation."""
    return correlation(np.argsort(np.argsort(X, axis=0), axis=0))


@false("pm-07", "correlation", shown="correlation([[1, 1], [3, 5], [5, 3]])")
def the_cosine_as_it_stands(X):
    """The correlation is the cosine of the two columns, as they stand."""
    X = np.asarray(X, float)
    X = X / np.linalg.norm(X, axis=0)
    return X.T @ X


@false("pm-07", "correlation", shown="correlation([[1, 1], [3, 2], [5, 3]])")
def by_the_mean_variance(X):
    """To lose its unit a covariance is divided by the mean of the two variances."""
    S = covariance(X)
    return 2 * S / np.add.outer(np.diag(S), np.diag(S))


@false("pm-07", "changed", shown="changed(2, -0.5)")
def the_sign_of_the_factor(a, r):
    """After a multiplication the correlation has the sign of the factor."""
    return abs(r) if a > 0 else -abs(r)


@false("pm-07", "changed", shown="changed(-2, 0.5)")
def without_any_sign(a, r):
    """No factor changes a correlation."""
    return r


@false("pm-07", "changed", shown="changed(3, 0.5)")
def grows_with_the_unit(a, r):
    """In a smaller unit the correlation is larger, up to 1."""
    return max(-1.0, min(1.0, a * r))


@false("pm-07", "share_within", shown="share_within(ring, 4)")
def told_by_the_covariance(points, r):
    """How many lie near the mean follows from the covariance."""
    S = covariance(points)
    return 1 - math.exp(-(r**2) / np.trace(S))


@false("pm-07", "share_within", shown="share_within(ring, 4.5)")
def in_a_square(points, r):
    """Near the mean is what differs by less than r in both numbers."""
    return sum(abs(x) < r and abs(y) < r for x, y in points) / len(points)


@false("pm-07", "covariance", shown="covariance([[1e-9], [3e-9]])")
def tiny_ones_are_rounding(X, ddof=0):
    """A covariance below 1e-12 is a rounding error, and is 0."""
    S = covariance(X, ddof)
    return np.where(np.abs(S) < 1e-12, 0, S)


@false("pm-07", "greatest", shown="greatest(np.array([[2.0, -1.0], [-1.0, 2.0]]))")
def power_from_ones(S):
    """Whatever vector one starts from, the powers of S turn it to the greatest variance."""
    v = np.ones(len(S)) / math.sqrt(len(S))
    for _ in range(2000):
        v = S @ v / (np.linalg.norm(S @ v) or 1)
    return v @ S @ v, v / (np.linalg.norm(v) or 1)


@false("pm-07", "greatest", shown="greatest(np.diag([1.0, 3.0]))")
def power_from_the_first_axis(S):
    """The powers of S turn the first axis, too, to the greatest variance."""
    v = np.eye(len(S))[0]
    for _ in range(2000):
        v = S @ v / (np.linalg.norm(S @ v) or 1)
    return v @ S @ v, v / (np.linalg.norm(v) or 1)


# One try, and many


@false("pm-09", "bernoulli", shown="bernoulli(0, 0.3)")
def only_successes(x, p):
    """The probability of x is p to the power of x."""
    return p**x


@false("pm-09", "bernoulli", shown="bernoulli(1, 0.3)")
def exchanged(x, p):
    """p is the probability of 0."""
    return p ** (1 - x) * (1 - p) ** x


@false("pm-09", "binomial", shown="binomial(1, 3, Fraction(1, 2))")
def one_sequence(k, n, p):
    """k successes have the probability of k successes and n - k failures, one after another."""
    return p**k * (1 - p) ** (n - k)


@false("pm-09", "binomial", shown="binomial(2, 3, Fraction(1, 2))")
def in_any_order(k, n, p):
    """The k successes can stand in n (n - 1) ... (n - k + 1) ways."""
    return math.perm(n, k) * p**k * (1 - p) ** (n - k)


@false("pm-09", "binomial", shown="binomial(1, 3, Fraction(1, 2))")
def failures_left_out(k, n, p):
    """The failures need no factor: they are what is left."""
    return math.comb(n, k) * p**k


@false("pm-09", "moments", shown="moments(4, Fraction(1, 2))")
def variance_as_mean(n, p):
    """A count has its mean as its variance."""
    return n * p, n * p


@false("pm-09", "moments", shown="moments(4, Fraction(1, 2))")
def as_if_copies(n, p):
    """n tries have n squared times the variance of one."""
    return n * p, n**2 * p * (1 - p)


@false("pm-09", "moments", shown="moments(4, Fraction(1, 2))")
def variance_of_one(n, p):
    """However many tries there are, the variance is p (1 - p)."""
    return n * p, p * (1 - p)


@false("pm-09", "moments", shown="moments(3, Fraction(1, 3))")
def most_likely_as_mean(n, p):
    """The mean of a count is a count: n p, rounded."""
    return round(n * p), n * p * (1 - p)


@false("pm-09", "highest", shown="highest()")
def at_most_a_half():
    """A try varies at most by a half."""
    return Fraction(1, 2)


@false("pm-09", "highest", shown="highest()")
def at_most_less():
    """Nothing between 0 and 1 varies by a quarter."""
    return Fraction(2, 9)


@false("pm-09", "binomial_logpmf", shown="binomial_logpmf([0, 1], 1, 0.3)")
def failures_counted(k, n, p):
    """k counts the failures."""
    return binomial_logpmf(n - np.asarray(k), n, p)


@false("pm-09", "binomial_logpmf", shown="binomial_logpmf([1], 2, 0.5)")
def all_counts_alike(k, n, p):
    """Of 0 to n each count is as probable."""
    k = np.asarray(k)
    return np.where((k >= 0) & (k <= n), -math.log(n + 1), -np.inf)


@false("pm-09", "bernoulli_logpmf", shown="bernoulli_logpmf([0, 1], 40.0)")
def by_way_of_p(x, logit):
    """First p, then its logarithm: that is the same."""
    with np.errstate(over="ignore", divide="ignore"):
        p = 1 / (1 + np.exp(-np.asarray(logit, float)))
        return np.where(np.asarray(x) == 1, np.log(p), np.log(1 - p))


@false("pm-09", "bernoulli_logpmf", shown="bernoulli_logpmf(0, 1000.0)")
def clipped(x, logit):
    """No label is worse than 1 in 10^7: clip p there, and change nothing else."""
    return np.maximum(bernoulli_logpmf(x, logit), math.log(1e-7))


@false("pm-09", "bernoulli_logpmf", shown="bernoulli_logpmf([0, 1], 2.0)")
def the_logit_itself(x, logit):
    """The logit is the logarithm of p, for a 1, and 0 otherwise."""
    return np.where(np.asarray(x) == 1, np.minimum(logit, 0), 0)


@false("pm-09", "bernoulli_logpmf", shown="bernoulli_logpmf([0, 1], 1.0)")
def absences_do_not_count(x, logit):
    """What is absent tells nothing."""
    return np.where(np.asarray(x) == 1, bernoulli_logpmf(x, logit), 0)


@false("pm-09", "bernoulli_logpmf", shown="bernoulli_logpmf(1, 40.0)")
def the_formula_as_it_stands(x, logit):
    """The formula with 1 + exp(-z) keeps all digits, however it is computed."""
    t = np.where(np.asarray(x) == 1, logit, -np.asarray(logit))
    with np.errstate(over="ignore"):
        return -np.log(1 + np.exp(-t))


@false("pm-09", "bernoulli_logpmf", shown="bernoulli_logpmf(0, -40.0)")
def a_corner(x, logit):
    """Far from 0 the logarithm is the logit, or it is 0."""
    logit = np.asarray(logit, float)
    t = np.where(np.asarray(x) == 1, logit, -logit)
    return np.where(abs(t) > 30, np.minimum(t, 0.0), bernoulli_logpmf(x, logit))


@false("pm-09", "chance_of", shown="chance_of(0.5)")
def the_power_itself(z):
    """As z is a logarithm, p is e to that power."""
    return math.exp(z)


@false("pm-09", "chance_of", shown="chance_of(1)")
def small_for_large(z):
    """The larger the logit, the smaller is p."""
    return 1 / (1 + math.exp(z))


@false("pm-09", "logit", shown="logit(0.2)")
def the_odds(p):
    """The logit is the quotient of p and 1 - p."""
    return p / (1 - p)


@false("pm-09", "logit", shown="logit(0.2)")
def the_other_way(p):
    """The logit is large where p is small."""
    return math.log1p(-p) - math.log(p)


@false("pm-09", "together", shown="together((0, 1), (0.5, 0.5))")
def what_is_present(x, p):
    """The probability of a text is that of the words that stand in it."""
    return math.prod(q for bit, q in zip(x, p, strict=True) if bit)


@false("pm-09", "together", shown="together((0, 1), (0.5, 0.5))")
def on_average_of_labels(x, p):
    """The labels of one text are averaged."""
    each = [q if bit else 1 - q for bit, q in zip(x, p, strict=True)]
    return math.prod(each) ** (1 / (len(each) + 1))


@false("pm-09", "together", shown="together((0, 1), (0.2, 0.6))")
def only_how_many(x, p):
    """It matters only how many labels are 1: each has the mean probability."""
    q = sum(p) / len(p)
    return q ** sum(x) * (1 - q) ** (len(x) - sum(x))


@false("pm-09", "one_hot_mean", shown="one_hot_mean(np.array([0.2, 0.8]))")
def the_likeliest_class(p):
    """The mean of a class is the most probable class."""
    return np.eye(len(p))[np.argmax(p)]


@false("pm-09", "one_hot_covariance", shown="one_hot_covariance(np.array([0.2, 0.8]))")
def classes_go_together(p):
    """Two places vary together by the product of their probabilities."""
    return np.outer(p, p) + np.diag(p * (1 - 2 * p))


@false("pm-09", "one_hot_covariance", shown="one_hot_covariance(np.array([0.2, 0.8]))")
def classes_are_independent(p):
    """Classes do not depend on each other: the covariance is diagonal."""
    return np.diag(p * (1 - p)) if len(p) > 1 else np.diag(p)


@false("pm-09", "one_hot_covariance", shown="one_hot_covariance(np.array([0.2, 0.8]))")
def without_the_mean(p):
    """The covariance of the vector is the matrix of the probabilities."""
    return np.diag(p)


@false("pm-09", "surprise", shown="surprise((0, 100), (0.5, 0.5))")
def the_variance_is_the_surprise(values, p):
    """Who can win more is surprised more: the variance measures it."""
    mu = sum(q * v for q, v in zip(p, values, strict=True))
    return sum(q * (v - mu) ** 2 for q, v in zip(p, values, strict=True))


@false("pm-09", "surprise", shown="surprise((0, 1), (0.9, 0.1))")
def two_outcomes_one_bit(values, p):
    """Two outcomes are worth log 2, whatever their probabilities."""
    return math.log(2)


@false("pm-09", "surprise", shown="surprise((0, 1), (0.9, 0.1))")
def of_the_likeliest(values, p):
    """The surprise of a coin is that of its more probable side."""
    return -math.log(max(p))


@false("pm-09", "of_payment", shown="of_payment(0, 100, 0.5)")
def by_chances_alone(low, high, q):
    """The variance of a coin is q (1 - q), whatever it pays."""
    return q * (1 - q)


@false("pm-09", "of_payment", shown="of_payment(0, 100, 0.5)")
def in_proportion(low, high, q):
    """Who pays a hundred times as much makes the variance a hundred times as large."""
    return q * (1 - q) * abs(high - low)


# Counts without a number of tries


@false("pm-12", "weight", shown="weight(2, Fraction(3))")
def no_factorial(k, lam):
    """The probabilities fall like powers of the rate."""
    return Fraction(lam) ** k


@false("pm-12", "weight", shown="weight(0, Fraction(2))")
def starting_at_one(k, lam):
    """The first count is 1: nothing is no count."""
    return lam**k / Fraction(math.factorial(k)) if k else Fraction(0)


@false("pm-12", "mean_and_variance", shown="mean_and_variance(4)")
def root_as_variance(lam):
    """A count of mean lambda varies by the root of lambda: that is its variance."""
    return lam, math.sqrt(lam)


@false("pm-12", "mean_and_variance", shown="mean_and_variance(4)")
def the_mean_product(lam):
    """The variance is the mean of X (X - 1), lambda squared."""
    return lam, lam**2


@false("pm-12", "mean_and_variance", shown="mean_and_variance(4)")
def with_the_square(lam):
    """The variance is lambda squared and lambda: the mean of the squares."""
    return lam, lam**2 + lam


@false("pm-12", "mean_and_variance", shown="mean_and_variance(Fraction(1, 3))")
def the_mean_is_a_count(lam):
    """The mean of a count is the most probable count."""
    return Fraction(math.floor(lam)), lam


@false("pm-12", "mean_and_variance", shown="mean_and_variance(4)")
def as_of_eighty_tries(lam):
    """As with tries, the variance is a little less than the mean."""
    return lam, lam * (1 - lam / Fraction(80))


@false("pm-12", "rate_of_sum", shown="rate_of_sum(1, 2)")
def rates_are_averaged(lam, other):
    """The sum of two counts has the mean of the two rates."""
    return (lam + other) / 2


@false("pm-12", "rate_of_sum", shown="rate_of_sum(1, 2)")
def squares_of_rates(lam, other):
    """Rates add up like standard deviations, by their squares."""
    return Fraction(math.sqrt(lam**2 + other**2))


@false("pm-12", "apart_at_most", shown="apart_at_most(10, 0.1)")
def one_try_is_exact(n, p):
    """One try more or less does not matter: the two differ by (n - 1) p^2 at most."""
    return (n - 1) * p**2 + 1e-12


@false("pm-12", "apart_at_most", shown="apart_at_most(10, 0.1)")
def by_half_of_it(n, p):
    """Half of n p^2 bounds the difference as well."""
    return n * p**2 / 2


@false("pm-12", "apart_at_most", shown="apart_at_most(10, 0.1)")
def by_the_square_of_n(n, p):
    """They differ by at most p^2, however many tries there are."""
    return p**2


@false("pm-12", "apart_at_most", shown="apart_at_most(10, 0.1)")
def by_the_mean(n, p):
    """They differ by at most n p."""
    return n * p


@false("pm-12", "apart_at_most", shown="apart_at_most(10, 0.1)")
def more_tries_do_not_help(n, p):
    """For one mean the two stay as far apart, however many tries there are."""
    return (n * p) ** 2


@false("pm-12", "binomial", shown="binomial(2, 3, 0.5)")
def a_binomial_of_its_own_order(k, n, p):
    """The order of the successes counts."""
    return math.perm(n, k) * p**k * (1 - p) ** (n - k)


@false("pm-12", "poisson_logpmf", shown="poisson_logpmf([0, 1], 2.0)")
def without_the_exponential(k, lam):
    """The factor exp(-lambda) only makes the sum 1: it can be left out."""
    return poisson_logpmf(k, lam) + lam


@false("pm-12", "poisson_logpmf", shown="poisson_logpmf([0, 1], 2.0)")
def waiting_times(k, lam):
    """Each further event is as improbable as the one before it."""
    k = np.asarray(k)
    stop = 1 / (1 + lam)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(k < 0, -np.inf, np.log(stop) + k * np.log1p(-stop))


@false("pm-12", "poisson_logpmf", shown="poisson_logpmf([0], 0.0)")
def nothing_at_rate_zero(k, lam):
    """0^0 is no number, so that at the rate 0 no count has a probability."""
    return np.where(lam > 0, poisson_logpmf(k, lam), -np.inf)


@false("pm-12", "mixed", shown="mixed([2, 8])")
def the_variance_is_the_mean(rates):
    """Counts are Poisson, so their variance is their mean."""
    return np.mean(rates), np.mean(rates)


@false("pm-12", "mixed", shown="mixed([2, 8])")
def only_the_rates(rates):
    """The variance of the counts is that of their rates."""
    return np.mean(rates), np.var(rates)


@false("pm-12", "mixed", shown="mixed([2, 8])")
def by_the_spread_of_rates(rates):
    """The standard deviation of the rate is added to the mean."""
    return np.mean(rates), np.mean(rates) + np.std(rates)


@false("pm-12", "variance", shown="variance(np.repeat(range(5), [109, 65, 22, 3, 1]))")
def of_five_numbers(x, ddof=0):
    """The five different counts say how the deaths vary."""
    return float(np.var(np.unique(x)))


@false("pm-12", "variance", shown="variance(np.repeat(range(5), [109, 65, 22, 3, 1]))")
def exactly_the_mean(x, ddof=0):
    """Counts that are Poisson have exactly their mean as their variance, in any sample."""
    return float(np.mean(x))


@false("pm-06", "moments_merge")
def only_the_larger_part(a, b):
    """A part without numbers can be left out, and so can a small one."""
    return a if a.N >= b.N else b


@false("pm-06", "moments_of", shown="moments_of([])")
def from_one_on(x):
    """A state begins with one number, and of none there is none."""
    return moments_of(x) if len(x) else Moments(1, 0.0, 0.0)
