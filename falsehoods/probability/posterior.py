"""False versions of the claims of *Posterior and prediction*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.penalties import soft_threshold
from mathlib.probability.conjugate import beta_logpdf, beta_mode
from mathlib.probability.counts import binomial_logpmf

ASKED = "np.array([0.5, 0.25, 0.25]), np.array([[2, 1, 1], [1, 2, 1], [0, 1, 3]]) / 4, 2"
FINE = "(np.zeros(3), np.log([1, 2, 3])).round(3)"

# One belief, four questions


@false("pm-20", "belief", shown=f"belief({ASKED})")
def the_likelihood_alone(prior, table, x):
    """What was observed decides: each urn is as probable as it makes the colour."""
    return table[:, x] / table[:, x].sum()


@false("pm-20", "belief", shown=f"belief({ASKED})")
def nothing_is_learned(prior, table, x):
    """The urn was chosen before the ball was drawn, so its probability stays."""
    return prior


@false("pm-20", "belief", shown=f"belief({ASKED})")
def without_the_evidence(prior, table, x):
    """Prior times likelihood is the posterior."""
    return prior * table[:, x]


@false("pm-20", "belief", shown=f"belief({ASKED})")
def only_the_best_is_left(prior, table, x):
    """After the observation the likeliest urn is the one."""
    joint = prior * table[:, x]
    return (joint == joint.max()) * 1.0


@false("pm-20", "evidence", shown=f"evidence({ASKED})")
def as_the_best_urn_says(prior, table, x):
    """How much an observation was to be expected, the best explanation says."""
    return table[np.argmax(prior * table[:, x]), x]


@false("pm-20", "evidence", shown=f"evidence({ASKED})")
def every_urn_counts_alike(prior, table, x):
    """The evidence is the mean of the likelihoods, whatever was believed before."""
    return table[:, x].mean()


@false("pm-20", "evidence", shown=f"evidence({ASKED})")
def the_largest_term(prior, table, x):
    """In the sum one term decides, so one takes the largest."""
    return (prior * table[:, x]).max()


@false("pm-20", "predictive", shown=f"predictive({ASKED})")
def the_best_urn_predicts(prior, table, x):
    """What comes next is what the likeliest urn gives."""
    return table[np.argmax(prior * table[:, x])]


@false("pm-20", "predictive", shown=f"predictive({ASKED})")
def as_before_the_draw(prior, table, x):
    """The ball was put back, so the next one comes as the first did."""
    return prior @ table


@false("pm-20", "predictive", shown=f"predictive({ASKED})")
def the_plain_mean_of_the_urns(prior, table, x):
    """Nobody knows the urn, so each predicts as much as the others."""
    return table.mean(axis=0)


@false("pm-20", "best", shown=f"best({ASKED[:-1]}1)")
def the_likeliest_urn(prior, table, x):
    """The urn to name is the one that makes the colour likeliest."""
    return int(np.argmax(table[:, x]))


@false("pm-20", "best", shown=f"best({ASKED})")
def the_urn_that_is_chosen_most(prior, table, x):
    """The urn to name is the one that is chosen most often."""
    return int(np.argmax(prior))


@false("pm-20", "best", shown=f"best({ASKED})")
def the_urn_nearest_to_the_mean(prior, table, x):
    """A MAP estimate is an expectation: the mean urn, rounded."""
    joint = prior * table[:, x]
    return int(np.arange(3) @ joint / joint.sum() + 0.5)


@false("pm-20", "posterior_mean", shown="posterior_mean(np.arange(3), np.array([0.2, 0.3, 0.5]))")
def where_it_is_highest(values, belief):
    """The mean of a posterior is where it is highest."""
    return values[np.argmax(belief)]


@false("pm-20", "posterior_mean", shown="posterior_mean(np.arange(3), np.array([0.2, 0.3, 0.5]))")
def the_middle_of_the_values(values, belief):
    """The mean is that of the values which are possible."""
    return values.mean()


@false("pm-20", "grid_posterior", shown="grid_posterior" + FINE)
def the_posterior_is_a_number(log_prior, log_likelihood):
    """A posterior is a weighted average of the values."""
    p = np.exp(log_prior + log_likelihood - np.max(log_likelihood))
    return np.array([p @ (np.arange(len(p)) + 0.5) / len(p) / p.sum()])


@false("pm-20", "grid_posterior", shown="grid_posterior" + FINE)
def the_same_mean_the_same_posterior(log_prior, log_likelihood):
    """Beliefs with one mean are one belief."""
    at = (np.arange(len(log_prior)) + 0.5) / len(log_prior)
    return at / at.sum()


# If only one is kept


@false("pm-25", "beta_mode", shown="beta_mode(3, 2)")
def the_mean_is_the_top(a, b):
    """The top of a Beta density is its mean, a / (a + b)."""
    return a / (a + b)


@false("pm-25", "beta_mode", shown="beta_mode(3, 2)")
def one_less_in_all(a, b):
    """One takes 1 from a, and 1 from the sum."""
    return min(max((a - 1) / (a + b - 1), 0), 1)


@false("pm-25", "beta_mode", shown="beta_mode(4, 1)")
def never_certain(a, b):
    """No estimate of a probability is 0 or 1."""
    return min(max(beta_mode(a, b), 0.01), 0.99)


@false("pm-25", "beta_mode", shown="beta_mode(0.5, 3)")
def the_formula_always_holds(a, b):
    """(a - 1) / (a + b - 2), whatever a and b are."""
    return (a - 1) / (a + b - 2) if a + b != 2 else 0.5


@false("pm-25", "beta_mode", shown="beta_mode(2, 0.5)")
def below_one_is_at_zero(a, b):
    """Where a or b is at most 1, the density is highest at 0."""
    return beta_mode(a, b) if a > 1 and b > 1 else 0.0


@false("pm-25", "beta_logpdf", shown="beta_logpdf(1e-9, 0.5, 0.5)")
def no_density_is_unbounded(theta, a, b):
    """A density has a highest place, and is bounded by it."""
    return np.minimum(beta_logpdf(theta, a, b), 3.0)


@false("pm-25", "beta_logpdf", shown="beta_logpdf(1e-9, 0.5, 0.5)")
def bounded_by_a_thousand(theta, a, b):
    """However high a density grows, somewhere it stops."""
    return np.minimum(beta_logpdf(theta, a, b), math.log(1000))


@false("pm-25", "beta_logpdf", shown="beta_logpdf(1 - 1e-9, 0.2, 0.6)")
def only_one_end_is_without_bound(theta, a, b):
    """Of two exponents below 0 only the smaller leaves its end without a bound."""
    t = np.asarray(theta)
    far = t > 0.5 if a < b else t < 0.5
    log = beta_logpdf(theta, a, b)
    return np.where(far, np.minimum(log, 2.0), log) if a < 1 and b < 1 else log


@false("pm-25", "beta_logpdf", shown="beta_logpdf(0.5, 3, 2)")
def the_powers_alone(theta, a, b):
    """The density is the product of the two powers: a constant does not matter."""
    t = np.asarray(theta, float)
    return (a - 1) * np.log(t) + (b - 1) * np.log1p(-t)


@false("pm-25", "beta_logpdf", shown="beta_logpdf(0.5, 3, 2)")
def heads_and_tails_as_exponents(theta, a, b):
    """The exponents are a and b themselves."""
    return beta_logpdf(theta, a + 1, b + 1)


@false("pm-25", "likeliest", shown="likeliest(2, 1)")
def one_more_of_each(h, t):
    """To be on the safe side the likelihood counts one more of each."""
    return (h + 1) / (h + t + 2)


@false("pm-25", "likeliest", shown="likeliest(2, 1)")
def heads_by_tails(h, t):
    """The likeliest probability is how many heads come with each tail."""
    return h / t if t else 1.0


@false("pm-25", "top_in_logit", shown="top_in_logit(3, 2)")
def the_top_moves_along(a, b):
    """By another name the highest place of a posterior is the same place."""
    return (a - 1) / (a + b - 2) if a > 1 and b > 1 else 0.5


@false("pm-25", "top_in_logit", shown="top_in_logit(3, 2)")
def at_the_median(a, b):
    """By its logit the top is the median, which no name moves."""
    return (a - 1 / 3) / (a + b - 2 / 3)


@false("pm-25", "renamed", shown="renamed(1.5, -0.2)")
def without_the_absolute_value(density, slope):
    """The density by another name is the old one times the slope."""
    return density * slope


@false("pm-25", "renamed", shown="renamed(1.5, -0.2)")
def by_the_slope_of_the_new_name(density, slope):
    """One multiplies by the slope of the new name, not of the old one."""
    return density / abs(slope)


@false("pm-25", "renamed", shown="renamed(1.5, -0.2)")
def the_density_moves_along(density, slope):
    """The likelihood keeps its height by another name, and so does a density."""
    return density + 0 * slope


@false("pm-25", "top_in_logit", shown="top_in_logit(3, 2)")
def the_logit_pulls_to_the_ends(a, b):
    """The logit spreads out the ends, so the top moves towards them."""
    return min(max((a - 2) / (a + b - 4 or 1), 0), 1)


@false("pm-25", "over_logit", shown="over_logit(0.5, 3, 2)")
def densities_keep_their_height(theta, a, b):
    """A density by another name has the same height at the same place."""
    return np.exp(beta_logpdf(theta, a, b))


@false("pm-25", "over_logit", shown="over_logit(0.5, 3, 2)")
def divided_by_the_factor(theta, a, b):
    """Where the logit stretches, the density grows: one divides by the factor."""
    return np.exp(beta_logpdf(theta, a, b)) / (theta * (1 - theta))


@false("pm-25", "over_logit", shown="over_logit(0.5, 1, 1)")
def flat_stays_flat(theta, a, b):
    """A prior that is flat by one name is flat by every other."""
    flat = np.full(np.shape(theta), 1 / 28)
    return flat if a == b == 1 else np.exp(beta_logpdf(theta, a, b)) * theta * (1 - theta)


@false("pm-25", "price", shown="price(2, 4)")
def the_prior_by_the_noise(sigma, tau):
    """The price is the variance of the prior by that of the noise."""
    return tau**2 / sigma**2


@false("pm-25", "price", shown="price(2, 4)")
def not_squared(sigma, tau):
    """The price is the noise by the width of the prior."""
    return sigma / tau


@false("pm-25", "price", shown="price(2, 4)")
def the_prior_alone(sigma, tau):
    """The price says how narrow the prior is, and the noise has no part in it."""
    return 1 / tau**2


@false("pm-25", "price", shown="price(2, 4)")
def half_the_price(sigma, tau):
    """In the exponents stands one half, so half the price is enough."""
    return sigma**2 / (2 * tau**2)


@false("pm-25", "lasso_price", shown="lasso_price(2, 4)")
def squared_as_for_ridge(sigma, s):
    """The price of the lasso is that of ridge, with s in place of tau."""
    return sigma**2 / s**2


@false("pm-25", "lasso_price", shown="lasso_price(2, 4)")
def both_as_they_are(sigma, s):
    """The penalty has no square, so neither has the noise."""
    return 2 * sigma / s


@false("pm-25", "lasso_price", shown="lasso_price(2, 4)")
def without_the_two(sigma, s):
    """The price of the lasso is the variance of the noise by s."""
    return sigma**2 / s


@false("pm-25", "ridge", shown="ridge(np.eye(2), np.array([2.0, 1.0]), 1.0)")
def the_prior_does_not_matter(X, y, lam):
    """The most probable weights are those that fit best."""
    return np.linalg.lstsq(X, y, rcond=None)[0]


@false("pm-25", "ridge", shown="ridge(np.eye(2), np.array([2.0, 1.0]), 1.0)")
def a_bell_makes_zeros(X, y, lam):
    """A Gaussian prior sets small weights to zero."""
    return soft_threshold(np.linalg.lstsq(X, y, rcond=None)[0], lam)


@false("pm-25", "ridge", shown="ridge(2 * np.eye(2), np.array([2.0, 1.0]), 1.0)")
def shrunk_by_one_share(X, y, lam):
    """Ridge divides what fits best by 1 + the price."""
    return np.linalg.lstsq(X, y, rcond=None)[0] / (1 + lam)


@false("pm-25", "ridge", shown="ridge(np.ones((1, 2)), np.array([2.0]), 1.0).round(3).tolist()")
def the_prior_is_for_few_data(X, y, lam):
    """With more weights than data the shortest exact fit is the most probable."""
    n = X.shape[1]
    if n > len(X):
        return np.linalg.lstsq(X, y, rcond=None)[0]
    return np.linalg.solve(X.T @ X + lam * np.eye(n), X.T @ y)


@false("pm-25", "soft_threshold", shown="soft_threshold([3.0, 0.5], 1.0).tolist()")
def zero_or_as_it_was(z, lam):
    """The lasso sets small entries to zero and leaves the others as they are."""
    return np.where(np.abs(z) > lam, z, 0.0)


# What comes next


@false("pm-26", "after", shown="after(2, 1, 3, 0)")
def every_prior_is_flat(a, b, heads, tails):
    """After some tosses only these count, and one of each for the flat prior."""
    return 1 + heads, 1 + tails


@false("pm-26", "after", shown="after(2, 1, 3, 0)")
def heads_count_as_tails(a, b, heads, tails):
    """a belongs to the tails, b to the heads."""
    return a + tails, b + heads


@false("pm-26", "after", shown="after(2, 1, 3, 0)")
def one_share_for_all(a, b, heads, tails):
    """All tosses together count as one: what matters is their share of heads."""
    N = max(heads + tails, 1)
    return a + heads / N, b + tails / N


@false("pm-26", "next_head", shown="next_head(4, 1)")
def by_the_top_of_the_belief(a, b):
    """The next toss shows heads with the likeliest probability, that of the mode."""
    return min(max((a - 1) / (a + b - 2 or 1), 0.0), 1.0)


@false("pm-26", "next_head", shown="next_head(4, 1)")
def always_a_half(a, b):
    """Nobody knows the coin, so heads are as probable as tails."""
    return 0.5


@false("pm-26", "next_head", shown="next_head(4, 1)")
def one_more_on_each_side(a, b):
    """The next one is counted too: (a + 1) / (a + b + 2)."""
    return (a + 1) / (a + b + 2)


@false("pm-26", "forecast", shown="forecast(np.array([0.1, 0.3, 0.6]), np.array([0.2, 0.3, 0.9]))")
def the_most_believed_forecasts(belief, chances):
    """What comes next is what the most believed value says."""
    return chances[np.argmax(belief)]


@false("pm-26", "forecast", shown="forecast(np.array([0.1, 0.3, 0.6]), np.array([0.2, 0.3, 0.9]))")
def every_value_forecasts_alike(belief, chances):
    """Nobody knows the value, so all of them forecast alike."""
    return np.mean(chances)


@false("pm-26", "in_a_row", shown="in_a_row(1, 1, 3, 0)")
def the_series_is_fair(a, b, heads, tails):
    """If nothing is known of a coin, each series of N tosses has the probability 1 / 2^N."""
    return 0.5 ** (heads + tails)


@false("pm-26", "in_a_row", shown="in_a_row(1, 1, 3, 0)")
def tosses_do_not_learn(a, b, heads, tails):
    """Each toss of a series has the probability that the first has."""
    return (a / (a + b)) ** heads * (b / (a + b)) ** tails


@false("pm-26", "in_a_row", shown="in_a_row(1, 1, 2, 1)")
def in_any_order_added_up(a, b, heads, tails):
    """The order does not matter, so all orders are added up."""
    log = math.lgamma(a + heads) + math.lgamma(b + tails) - math.lgamma(a + b + heads + tails)
    log += math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.comb(heads + tails, heads) * math.exp(log)


@false(
    "pm-26", "beta_binomial_logpmf", shown="np.exp(beta_binomial_logpmf([0, 1], 1, 2, 1)).round(3)"
)
def all_counts_alike(k, n, a, b):
    """How many heads will come is not known: each number is as probable as the others."""
    return np.full(np.shape(k), -math.log(n + 1))


@false(
    "pm-26",
    "beta_binomial_logpmf",
    shown="np.exp(beta_binomial_logpmf([0, 1, 2], 2, 1, 1)).round(3)",
)
def binomial_with_the_mean(k, n, a, b):
    """The counts to come are binomial, with the mean of the belief."""
    return binomial_logpmf(k, n, a / (a + b))


@false("pm-26", "normal_update", shown="normal_update(0, 1, [2], 1)")
def the_data_alone(mean, sd, x, noise):
    """Once there are data, their mean is what is believed."""
    return float(np.mean([*x, *([mean] * (len(x) == 0))])), noise / math.sqrt(max(len(x), 1))


@false("pm-26", "normal_update", shown="normal_update(0, 1, [2, 2], 1)")
def the_prior_counts_as_one_more(mean, sd, x, noise):
    """The prior is one more observation, as good as the others."""
    return (mean + float(np.sum(x))) / (len(x) + 1), noise / math.sqrt(len(x) + 1)


@false("pm-26", "normal_update", shown="normal_update(0, 1, [2], 3)")
def the_wider_counts_more(mean, sd, x, noise):
    """The two means are weighted by their variances."""
    p, q = sd**2, noise**2 / max(len(x), 1)
    middle = float(np.mean(x)) if len(x) else mean
    return (p * mean + q * middle) / (p + q), math.sqrt(p * q / (p + q)) if len(x) else sd


@false("pm-26", "normal_update", shown="normal_update(0, 1, [2], 1)[1]")
def it_never_gets_narrower(mean, sd, x, noise):
    """The data move the belief, and its width stays."""
    p = len(x) * sd**2 / (noise**2 + len(x) * sd**2)
    return mean + p * (float(np.mean(x)) - mean) if len(x) else mean, sd


@false("pm-26", "next_sd", shown="next_sd(3, 4)")
def as_sure_as_the_mean(tau, sigma):
    """The next number is as well known as the mean."""
    return tau


@false("pm-26", "next_sd", shown="next_sd(3, 4)")
def only_the_noise(tau, sigma):
    """The next number varies by the noise, and by nothing else."""
    return sigma


@false("pm-26", "next_sd", shown="next_sd(3, 4)")
def widths_add_up(tau, sigma):
    """The widths of belief and noise add up."""
    return tau + sigma


@false("pm-26", "precision", shown="precision(1, 2, 4)")
def one_observation_for_all(tau, sigma, N):
    """The noise counts once, however many observations there are."""
    return 1 / tau**2 + 1 / sigma**2


@false("pm-26", "precision", shown="precision(1, 2, 4)")
def variances_add_up(tau, sigma, N):
    """The variance of the belief is that of the prior and that of the mean, added up."""
    return 1 / (tau**2 + sigma**2 / N)


@false("pm-26", "averaged", shown="averaged(3, 3)")
def half_of_each_is_enough(h, N):
    """Half a head and half a tail are enough for a flat prior."""
    return (h + 0.5) / (N + 1)


@false("pm-26", "averaged", shown="averaged(3, 3)")
def two_of_each(h, N):
    """The more careful, the cheaper: count two more of each."""
    return (h + 2) / (N + 4)


@false("pm-26", "plug_in", shown="plug_in(np.array([0, 3]), 3)")
def the_plug_in_is_as_good(h, N):
    """A single estimate predicts as well as the whole belief."""
    return (h + 1) / (N + 2)


@false("pm-26", "cost", shown="cost(averaged, 0.9, 3)")
def the_cost_at_the_mean(rule, theta, N):
    """The mean cost is that after the mean number of heads."""
    q = rule(N * theta, N)
    return -theta * np.log2(q) - (1 - theta) * np.log2(1 - q)


@false("pm-26", "cost", shown="cost(averaged, 0.9, 3)")
def every_count_is_as_frequent(rule, theta, N):
    """Each number of heads is as probable as the others, whatever the coin."""
    q = rule(np.arange(N + 1), N)
    return np.mean(-theta * np.log2(q) - (1 - theta) * np.log2(1 - q))


@false("pm-26", "surprise", shown="surprise(0.5, 0.5)")
def a_surprise_in_nats(p, q):
    """Bits are natural logarithms."""
    return -p * np.log(q) - (1 - p) * np.log(1 - q)


@false("pm-26", "surprise", shown="surprise(0.5, 0.5)")
def two_bits_for_a_fair_coin(p, q):
    """Heads and tails cost one bit each, so a fair coin costs two."""
    return -2 * p * np.log2(q) - 2 * (1 - p) * np.log2(1 - q)


@false("pm-26", "plug_in", shown="plug_in(np.array([0, 3]), 3)")
def kept_off_by_a_thousandth(h, N):
    """A thousandth is far enough from the impossible."""
    return np.clip(h / max(N, 1), 0.001, 0.999)


@false("pm-26", "plug_in", shown="plug_in(np.array([0, 3]), 3)")
def never_kept_off(h, N):
    """What has never been seen is forecast by a billionth."""
    return np.clip(h / max(N, 1), 1e-9, 1 - 1e-9)


@false("pm-26", "average_cost", shown="average_cost(plug_in, 3)")
def every_rule_costs_the_same(rule, N):
    """On average over all coins no rule is cheaper than another."""
    return 1.0


@false("pm-26", "grid_posterior", shown="grid_posterior" + FINE)
def all_at_the_top(log_prior, log_likelihood):
    """The belief as a whole predicts what its highest place predicts."""
    at = np.arange(len(log_prior)) == np.argmax(log_prior + log_likelihood)
    return at * 1.0
