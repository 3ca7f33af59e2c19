"""False versions of the claims of *Entropy and divergence*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.softmax import entropy
from mathlib.probability.information import (
    divergence,
    expected_surprise,
    normal_divergence,
    normal_entropy,
)

EVEN = "entropy([0.5, 0.5])"
UNEVEN = "entropy([0.9, 0.1])"

# How uncertain a draw is


@false("pm-42", "entropy", shown=EVEN)
def counted_in_bits(p):
    """With the natural logarithm an entropy counts yes-or-no questions."""
    return entropy(p) / np.log(2)


@false("pm-42", "entropy", shown=UNEVEN)
def the_largest_surprise(p):
    """A draw is as uncertain as its most surprising outcome."""
    p = np.asarray(p)
    return float(-np.log(p[p > 0].min()))


@false("pm-42", "entropy", shown=UNEVEN)
def the_mean_over_outcomes(p):
    """The expected surprise is the mean of the surprises of the outcomes."""
    p = np.asarray(p)
    return float(0 - np.log(p[p > 0]).mean())


@false("pm-42", "entropy", shown=UNEVEN)
def a_variance_of_the_first(p):
    """How uncertain a draw is, its variance p (1 - p) says."""
    p = np.asarray(p, float)
    return float(np.sum(p * (1 - p)))


@false("pm-42", "entropy", shown=UNEVEN)
def the_number_of_possible_outcomes(p):
    """A draw is as uncertain as the number of its possible outcomes says."""
    return float(np.log(np.count_nonzero(p)))


@false("pm-42", "entropy", shown="entropy([0.5, 0.5, 0])")
def impossible_outcomes_count(p):
    """An outcome that cannot happen makes a draw more uncertain: there is one more to think of."""
    return float(entropy(p)) + 0.01 * np.count_nonzero(np.asarray(p) == 0)


@false("pm-42", "entropy", shown="entropy([0.1, 0.9]), entropy([0.9, 0.1])")
def the_first_outcomes_weigh_more(p):
    """The order of the outcomes matters: what comes first decides."""
    p = np.asarray(p, float)
    return float(entropy(p)) * (1 + 0.01 * (p.argmax() == 0) * (len(p) > 1))


@false("pm-42", "most", shown="most(8)")
def even_outcomes_have_the_most_by_their_number(n):
    """The most uncertain of n outcomes has the entropy n."""
    return n


@false("pm-42", "most", shown="most(8)")
def all_but_one_is_enough(n):
    """One outcome is what is left over, so the entropy is log(n - 1) at most."""
    return math.log(max(n - 1, 1))


@false("pm-42", "mixture", shown="mixture(0.2, 0.6, 0.25)")
def mixed_the_other_way_round(p, q, t):
    """In a mixture with the share t the first has the share t."""
    return t * p + (1 - t) * q


@false("pm-42", "mixture", shown="mixture(np.array([1, 0]), np.array([0, 1]), 0.5)")
def the_stronger_belief_wins(p, q, t):
    """Who mixes two beliefs ends with the more certain one."""
    return p if np.max(p) >= np.max(q) else q


@false("pm-42", "mixture", shown="mixture(np.array([1, 0]), np.array([0, 1]), 0.25)")
def a_mixture_knows_nothing(p, q, t):
    """Who mixes beliefs knows nothing any more: all outcomes become equally likely."""
    return np.full(len(p), 1 / len(p))


@false("pm-42", "mixture", shown="mixture(np.array([1, 0]), np.array([0.5, 0.5]), 0.25)")
def the_squares_are_mixed(p, q, t):
    """Beliefs are mixed like lengths, by the root of the mean of their squares."""
    m = np.sqrt((1 - t) * np.square(p) + t * np.square(q))
    return m / m.sum()


@false("pm-42", "left_over", shown="left_over(np.eye(2) / 2)")
def knowing_does_not_help(joint):
    """What is left of Y, once X is known, is all of Y."""
    return entropy(joint.sum(axis=0))


@false("pm-42", "left_over", shown="left_over(np.array([[1, 1], [0, 2]]) / 4)")
def all_rows_count_alike(joint):
    """What is left of Y is the mean over the values of X, however likely these are."""
    rows = [row for row in joint if row.sum() > 0]
    return float(np.mean([entropy(row / row.sum()) for row in rows]))


@false("pm-42", "left_over", shown="left_over(np.array([[1, 1], [0, 2]]) / 4)")
def what_is_left_of_the_other(joint):
    """What is left of Y once X is known, is what is left of X once Y is known."""
    columns = [c for c in joint.T if c.sum() > 0]
    return sum(c.sum() * entropy(c / c.sum()) for c in columns)


@false("pm-42", "left_over", shown="left_over(np.array([[1, 1], [0, 2]]) / 4)")
def what_is_left_of_both(joint):
    """Once X is known, the entropy of both is still there."""
    return entropy(joint.ravel())


@false("pm-42", "density_entropy", shown="density_entropy(lambda x: 2 + 0 * x, 0, 0.5)")
def an_entropy_is_never_negative(density, low, high, steps=200_000):
    """A density has an entropy of at least zero, as outcomes have."""
    x = low + (np.arange(steps) + 0.5) * (high - low) / steps
    f = density(x)
    return max(0.0, float(-np.sum(f * np.log(f)) * (high - low) / steps))


@false("pm-42", "normal_entropy", shown="normal_entropy(1)")
def without_the_e(sd):
    """The entropy of a bell curve is log(sigma sqrt(2 pi)), the logarithm of its height."""
    return normal_entropy(sd) - 0.5


@false("pm-42", "normal_entropy", shown="normal_entropy(2)")
def the_variance_inside(sd):
    """In the entropy of a bell curve the variance stands, not its root."""
    return normal_entropy(sd**2)


@false("pm-42", "normal_entropy", shown="normal_entropy(3)")
def units_do_not_matter(sd):
    """The entropy of a bell curve does not depend on its width: the shape is the same."""
    return normal_entropy(1)


@false("pm-42", "entropy", shown="entropy([1.0, 1e-20])")
def rarer_than_rounding(p):
    """What is rarer than a float can add to 1 is impossible, and leaves no doubt."""
    return entropy(np.where(np.asarray(p) > 2.0**-52, p, 0))


# What a belief costs


@false("pm-43", "mean_surprise", shown="mean_surprise([0, 1], [0.9, 0.1])")
def the_surprise_of_the_mean(labels, q):
    """The mean surprise is the surprise of the mean probability."""
    return -math.log(np.mean(np.asarray(q)[labels]))


@false("pm-43", "mean_surprise", shown="mean_surprise([0, 1], [0.5, 0.5])")
def what_is_missing_to_one(labels, q):
    """The loss of a label is what its probability lacks to one."""
    return float(np.mean(1 - np.asarray(q)[labels]))


@false("pm-43", "mean_surprise", shown="mean_surprise([0, 1], [0.5, 0.5])")
def the_sum_of_the_surprises(labels, q):
    """The mean surprise of a batch is the sum of its surprises."""
    return -float(np.sum(np.log(np.asarray(q)[labels])))


@false("pm-43", "expected_surprise", shown="expected_surprise([0.5, 0.5], [0.25, 0.75])")
def the_other_way_round_is_the_same(p, q, axis=-1):
    """For a cross-entropy it does not matter which of the two is drawn from, which believed."""
    return expected_surprise(q, p, axis)


@false("pm-43", "expected_surprise", shown="expected_surprise([0.5, 0.5], [0.5, 0.5])")
def the_right_belief_pays_nothing(p, q, axis=-1):
    """Who believes what is true is never surprised: the cost is zero at q = p."""
    return divergence(p, q, axis)


@false("pm-43", "expected_surprise", shown="expected_surprise([0.5, 0.5], [0.25, 0.75])")
def the_belief_is_its_own_judge(p, q, axis=-1):
    """The cost of a belief is the entropy of the belief."""
    return expected_surprise(q, q, axis) + 0 * np.sum(p, axis=axis)


@false("pm-43", "expected_surprise", shown="expected_surprise([0.5, 0.5], [1, 0])")
def a_little_is_added_for_safety(p, q, axis=-1):
    """Add 1e-9 inside the logarithm, and nothing is infinite; nobody will see the difference."""
    return 0 - np.sum(np.asarray(p) * np.log(np.asarray(q) + 1e-9), axis=axis)


@false("pm-43", "expected_surprise", shown="expected_surprise([0.5, 0.5], [0.25, 0.75])")
def overconfidence_is_cheap(p, q, axis=-1):
    """Sharpen the belief a little: the likely outcomes then cost less, and so does the whole."""
    q = np.asarray(q, float) ** 1.2
    return expected_surprise(p, q / q.sum(axis=axis, keepdims=True), axis)


@false("pm-43", "lengths", shown="lengths(np.array([0.7, 0.2, 0.1]))")
def rounded_to_the_nearest(q):
    """A word may be as long as its surprise, rounded to the nearest number of bits."""
    return np.maximum(1, np.round(-np.log2(q)))


@false("pm-43", "lengths", shown="lengths(np.array([0.7, 0.3]))")
def rounded_down(q):
    """A word may be as long as the whole bits of its surprise, at least one."""
    return np.maximum(1, np.floor(-np.log2(q)))


@false("pm-43", "lengths", shown="lengths(np.array([0.7, 0.2, 0.1]))")
def all_of_one_length(q):
    """Words of one length for all are best, since no letter is better than another."""
    return np.full(len(q), np.ceil(np.log2(len(q))) + 1)


@false("pm-43", "lengths", shown="lengths(np.array([0.5, 0.25, 0.25]))")
def one_bit_more(q):
    """A word must have more bits than its outcome has surprise."""
    return np.floor(-np.log2(q)) + 1


@false("pm-43", "words", shown="words([1, 2, 2])")
def the_length_is_the_word(bits):
    """Ones, and a zero at the end: a word needs only its length."""
    return {i: "1" * (int(v) - 1) + "0" for i, v in enumerate(bits)}


@false("pm-43", "cost", shown="cost(8)['entropy'][0]")
def cost_in_nats(sunny):
    """A fair coin has the entropy log 2, about 0.69 bits."""
    beliefs, share = np.linspace(0.02, 0.98, 97), sunny / 16
    pay = -(share * np.log(beliefs) + (1 - share) * np.log(1 - beliefs))
    return {"expected surprise": pay, "entropy": [float(entropy([share, 1 - share]))] * 97}


@false("pm-43", "cost", shown="cost(4)['entropy'][0]")
def sunny_days_are_the_entropy(sunny):
    """With fewer sunny days the weather is less uncertain, in proportion."""
    beliefs = np.linspace(0.02, 0.98, 97)
    share = sunny / 16
    pay = -(share * np.log2(beliefs) + (1 - share) * np.log2(1 - beliefs))
    return {"expected surprise": pay, "entropy": [share] * 97}


@false("pm-43", "cost", shown="cost(12)['expected surprise'][48]")
def say_the_likelier_one(sunny):
    """It is cheapest to be sure of what is likelier."""
    beliefs = np.linspace(0.02, 0.98, 97)
    share = sunny / 16
    H = -(share * math.log2(share) + (1 - share) * math.log2(1 - share))
    sure = beliefs if share > 0.5 else 1 - beliefs
    return {"expected surprise": H + 1 - sure, "entropy": [H] * 97}


@false("pm-43", "expected_surprise", shown="expected_surprise([0.5, 0.5], [1, 1e-20])")
def no_surprise_beyond_a_bound(p, q):
    """If the logarithm is kept from zero, it changes only where something was impossible."""
    q = np.asarray(q, float)
    return expected_surprise(p, np.where(q > 0, np.maximum(q, 1e-12), 0))


@false("pm-43", "mean_surprise", shown="mean_surprise([0, 1], [1, 1e-20])")
def a_label_costs_at_most_so_much(labels, q):
    """A label costs no more than the logarithm of a million millions."""
    return -np.mean(np.log(np.maximum(q, 1e-12)[labels]))


# What a belief wastes


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [0.25, 0.75])")
def a_distance_both_ways(p, q, axis=-1):
    """The divergence of p from q is that of q from p, as between two towns."""
    return divergence(q, p, axis)


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [0.25, 0.75])")
def the_mean_of_both_ways(p, q, axis=-1):
    """One takes the mean of both directions, so that it is a distance."""
    return (divergence(p, q, axis) + divergence(q, p, axis)) / 2


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [0.25, 0.75])")
def difference_of_the_entropies(p, q, axis=-1):
    """What a belief wastes is the difference of the two entropies."""
    return expected_surprise(q, q, axis) - expected_surprise(p, p, axis)


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [0.25, 0.75])")
def the_whole_cost(p, q, axis=-1):
    """All that a wrong belief pays is wasted."""
    return expected_surprise(p, q, axis)


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [0.25, 0.75])")
def the_sum_of_the_differences(p, q, axis=-1):
    """A belief wastes the sum of what its probabilities miss."""
    return np.abs(np.asarray(p) - np.asarray(q)).sum(axis=axis)


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [0.25, 0.75])")
def the_quotient_upside_down(p, q, axis=-1):
    """In the logarithm stands what is believed over what is true."""
    return -divergence(p, q, axis)


@false("pm-44", "support_fits", shown="support_fits([1, 0], [0.5, 0.5])")
def both_must_be_possible(p, q):
    """A divergence is finite if each outcome is possible for both, or for neither."""
    return all((p[i] > 0) == (q[i] > 0) for i in range(len(p)))


@false("pm-44", "support_fits", shown="support_fits([1, 0], [1, 0])")
def all_must_be_believed(p, q):
    """A divergence is finite only if nothing at all is held impossible."""
    return all(v > 0 for v in q)


@false("pm-44", "support_fits", shown="support_fits([0.5, 0.5], [1, 0])")
def always_finite(p, q):
    """A divergence of finitely many outcomes is finite."""
    return True


@false("pm-44", "support_fits", shown="support_fits([0.5, 0.5, 0], [1, 0, 0])")
def one_common_outcome_is_enough(p, q):
    """It is enough that something is possible for both."""
    return any(q[i] > 0 for i in range(len(p)) if p[i] > 0)


@false("pm-44", "of_draws", shown="of_draws(2, 0.5)")
def once_for_all(N, d):
    """A wrong belief is wrong once, however often it is put to the test."""
    return d


@false("pm-44", "of_draws", shown="of_draws(3, 0.5)")
def twice_with_every_day(N, d):
    """With every day that comes along the waste doubles."""
    return 2 ** (N - 1) * d


@false("pm-44", "of_draws", shown="of_draws(3, 0.5)")
def once_for_each_pair(N, d):
    """Every two days waste something together."""
    return N * (N - 1) * d


@false("pm-44", "of_draws", shown="of_draws(2, 0.5)")
def like_the_root_of_the_days(N, d):
    """Errors of independent days partly cancel, so that their sum grows with the root of N."""
    return math.sqrt(N) * d


@false("pm-44", "normal_divergence", shown="normal_divergence(0, 1, 3, 1)")
def the_distance_without_a_half(mean_p, sd_p, mean_q, sd_q):
    """Between two bells of one width the divergence is the square of their distance."""
    return normal_divergence(mean_p, sd_p, mean_q, sd_q) + ((mean_p - mean_q) / sd_q) ** 2 / 2


@false("pm-44", "normal_divergence", shown="normal_divergence(0, 1, 0, 2)")
def narrow_or_broad_alike(mean_p, sd_p, mean_q, sd_q):
    """It is the same whether the belief is twice too broad or twice too narrow."""
    return normal_divergence(mean_q, sd_q, mean_p, sd_p)


@false("pm-44", "normal_divergence", shown="normal_divergence(0, 1, 0, 2)")
def only_the_middles(mean_p, sd_p, mean_q, sd_q):
    """Two bells differ by their middles; their widths do not matter."""
    return ((mean_p - mean_q) / sd_q) ** 2 / 2


@false("pm-44", "normal_divergence", shown="normal_divergence(0, 7, 21, 7)")
def in_square_units(mean_p, sd_p, mean_q, sd_q):
    """The divergence of two bells is measured in the square of their unit."""
    return normal_divergence(mean_p, sd_p, mean_q, sd_q) * sd_p**2


@false("pm-44", "divergence", shown="divergence([0.5, 0.5], [1, 1e-20])")
def no_waste_beyond_a_bound(p, q):
    """A belief below a million-millionth can be rounded up to that."""
    q = np.asarray(q, float)
    return divergence(p, np.where(q > 0, np.maximum(q, 1e-12), 0))


# The likeliest is the one that wastes least


@false("pm-27", "surprise", shown="surprise(7, 0.7)")
def tails_cost_nothing(heads, theta):
    """Only the heads are evidence for a belief in heads."""
    return -heads * math.log(theta) / 10


@false("pm-27", "surprise", shown="surprise(7, 0.7)")
def heads_and_tails_exchanged(heads, theta):
    """The belief in heads is paid for every tail."""
    return -(heads * math.log(1 - theta) + (10 - heads) * math.log(theta)) / 10


@false("pm-27", "likeliest", shown="likeliest([7, 3])")
def one_more_of_each(counts):
    """The likeliest belief counts each outcome once more, to be careful."""
    return (np.asarray(counts) + 1) / np.sum(np.asarray(counts) + 1)


@false("pm-27", "likeliest", shown="likeliest([7, 3])")
def nothing_is_known(counts):
    """As long as one is not sure, all outcomes are equally likely."""
    return np.full(len(counts), 1 / len(counts))


@false("pm-27", "likeliest", shown="likeliest([7, 3])")
def sure_of_the_commonest(counts):
    """What came most often is the likeliest: believe in it alone, nearly."""
    q = np.full(len(counts), 1e-3)
    q[np.argmax(counts)] += 1 - q.sum()
    return q


@false("pm-27", "divergence", shown="divergence([0.7, 0.3], [0.5, 0.5])")
def from_the_family_to_the_data(p, q, axis=-1):
    """It does not matter whether one goes from the data to the family or back."""
    return divergence(q, p, axis)


@false("pm-27", "entropy", shown="entropy([0.7, 0.3])")
def in_another_unit(p, axis=-1):
    """Nats and bits may be added: both are entropies."""
    return entropy(p, axis) / np.log(2)


@false("pm-27", "broad", shown="broad([0.5, 0.5], [-2, 2], [0.5, 0.5])")
def the_mean_of_the_widths(weights, middles, widths):
    """The best bell is as wide as the parts are on average."""
    return np.dot(weights, middles), float(np.dot(weights, widths))


@false("pm-27", "broad", shown="broad([0.8, 0.2], [-2, 2], [0.5, 0.5])")
def at_the_higher_hump(weights, middles, widths):
    """The best bell stands on the highest hump, where most of the data are."""
    i = int(np.argmax(weights))
    return middles[i], widths[i]


@false("pm-27", "broad", shown="broad([0.8, 0.2], [-2, 2], [0.5, 0.5])")
def halfway_between(weights, middles, widths):
    """The best bell stands halfway between the humps."""
    m = float(np.mean(middles))
    return m, math.sqrt(np.dot(weights, np.square(middles) + np.square(widths)) - m**2)


@false("pm-27", "coin", shown="coin(7)['entropy']")
def the_entropy_moves_with_the_belief(heads):
    """What cannot be avoided depends on what one believes."""
    thetas = np.linspace(0.02, 0.98, 97)
    shares, q = np.array([heads, 10 - heads]) / 10, np.stack([thetas, 1 - thetas], axis=1)
    return {
        "mean surprise": expected_surprise(shares[None], q),
        "divergence": divergence(shares[None], q),
        "entropy": entropy(q),
    }
