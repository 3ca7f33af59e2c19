"""False versions of the claims of *Codes, preferences, temperature*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.softmax import entropy, logsumexp, softmax

# Entropy and codes


@false("sn-14", "H", shown="H([0.5, 0.25, 0.25])")
def mean_over_the_classes(p):
    """Entropy is the mean of $-\\log p_i$ over the classes, each counted once."""
    return math.fsum(-math.log2(q) for q in p if q > 0) / len(p)


@false("sn-14", "H", shown="H([0.5, 0.25, 0.25])")
def counts_the_classes(p):
    """Entropy is the logarithm of how many classes can occur."""
    return math.log2(sum(q > 0 for q in p))


@false("sn-14", "H", shown="H([0.5, 0.25, 0.25])")
def in_nats(p):
    """Bits and nats are the same."""
    return math.fsum(-q * math.log(q) for q in p if q > 0)


@false("sn-14", "entropy", shown="entropy([0.5, 0.5])")
def in_bits(p):
    """Entropy with the natural logarithm is measured in bits."""
    return entropy(p) / np.log(2)


@false("sn-14", "most", shown="most(3)")
def largest_entropy_rounded_up(K):
    """The largest entropy is the number of bits that number the classes."""
    return (K - 1).bit_length()


@false("sn-14", "most", shown="most(3)")
def half_the_classes(K):
    """The largest entropy of K classes is that of all but one."""
    return math.log2(max(K - 1, 1))


@false("sn-14", "cross", shown="cross([0.5, 0.5], [0.75, 0.25])")
def drawn_from_the_other(p, q):
    """In a cross-entropy it does not matter which of the two is drawn from."""
    return math.fsum(-q[i] * math.log2(p[i]) for i in range(len(p)) if p[i] > 0)


@false("sn-14", "huffman_lengths", shown="huffman_lengths([1 / 3] * 3)")
def fixed_length(p):
    """All words of a best code have the same length."""
    return np.full(len(p), (len(p) - 1).bit_length())


@false("sn-14", "huffman_lengths", shown="huffman_lengths([0.6, 0.4])")
def shannon_lengths(p):
    """Rounded up, -log2 p is the length of the word in the best code."""
    return np.array([math.ceil(-math.log2(q) - 1e-12) for q in p])


@false("sn-14", "huffman_lengths", shown="huffman_lengths([0.9, 0.05, 0.05])")
def rounded_to_the_nearest(p):
    """Rounded to the nearest whole number, -log2 p is the length of the word."""
    return np.array([round(-math.log2(q)) for q in p])


@false("sn-14", "huffman_lengths", shown="huffman_lengths([0.3, 0.25, 0.25, 0.2])")
def one_question_after_another(p):
    """Ask for the most likely class first, then for the next, and so on."""
    lengths, last = np.zeros(len(p), int), len(p) - 1
    lengths[np.argsort(p)[::-1]] = np.minimum(np.arange(1, len(p) + 1), last)
    return lengths


@false("sn-14", "at_most", shown="at_most([1 / 3] * 3, 2)")
def half_as_much_wasted(p, n):
    """At most 0.55 bits of a block are wasted."""
    return math.fsum(-q * math.log2(q) for q in p if q > 0) + 0.55 / n


@false("sn-14", "at_most", shown="at_most([1 / 3] * 3, 2)")
def a_bit_of_each_symbol(p, n):
    """Up to one bit of every symbol is wasted, however long the block."""
    return math.fsum(-q * math.log2(q) for q in p if q > 0) + 1


@false("sn-14", "at_most", shown="at_most([1 / 3] * 3, 2)")
def quickly_gone(p, n):
    """The waste falls like the square of the length of a block."""
    return math.fsum(-q * math.log2(q) for q in p if q > 0) + 1 / n**2


@false("sn-14", "blocks", shown="blocks([0.5, 0.5], 2)")
def blocks_in_any_order(p, n):
    """A block is known when one knows how often each symbol is in it."""
    if len(p) == 1:
        return [1.0]
    first, rest = p[0], sum(p[1:])
    return [math.comb(n, i) * first**i * rest ** (n - i) for i in range(n + 1)]


@false("sn-14", "kraft", shown="kraft([1, 1, 1])")
def counted_by_length(lengths):
    """There is a code if no length has more words than bits can write."""
    return max(sum(n == m for n in lengths) / 2**m for m in lengths)


@false("sn-14", "kraft", shown="kraft([1, 2])")
def lengths_instead_of_powers(lengths):
    """There is a code if the reciprocals of the lengths sum to one at most."""
    return sum(1 / max(int(n), 1) for n in lengths)


@false("sn-14", "codewords", shown="codewords([1, 2, 2])")
def any_different_words(lengths):
    """Words need only differ to be told apart in a message."""
    return {i: format(i, "b") for i in range(len(lengths))}


@false("sn-14", "codewords", shown="codewords([1, 2, 2])")
def zeros_in_front(lengths):
    """A code may hand out its words in any order, long ones first."""
    return {i: format(i, f"0{n}b") for i, n in enumerate(lengths)}


@false("sn-14", "rate")
def every_longer_block_is_better(percent):
    """Every longer block does better than the one before."""
    q = percent / 100
    h = entropy([q, (1 - q) / 2, (1 - q) / 2]) / np.log(2)
    return {
        "Huffman": [h + 0.2 / n**2 for n in range(1, 7)],
        "entropy + 1/n": [h + 1 / n for n in range(1, 7)],
        "fixed length": [2.0] * 6,
    }


# Levels


@false("sn-15", "symbols", shown="symbols(125, 5)")
def rounded_logarithm(N, b=3):
    """The logarithm of a float, rounded up, is exact enough."""
    return math.ceil(math.log(N) / math.log(b))


@false("sn-15", "symbols", shown="symbols(9)")
def one_more_than_the_logarithm(N, b=3):
    """The logarithm, rounded down, and one more."""
    m = 0
    while b ** (m + 1) <= N:
        m += 1
    return m + 1


@false("sn-15", "symbols", shown="symbols(8)")
def proportional(N, b=3):
    """Each symbol tells b things, so m symbols tell m b."""
    return -(-N // b)


@false("sn-15", "symbols", shown="symbols(10)")
def rounded_down(N, b=3):
    """The logarithm, rounded down, is enough."""
    m = 0
    while b ** (m + 1) <= N:
        m += 1
    return m


@false("sn-15", "ternary", shown="ternary(5, 2)")
def lowest_digit_first(i, m):
    """The digits may be sent the lowest first."""
    return [i // 3**place % 3 - 1 for place in range(m)]


@false("sn-15", "ternary", shown="ternary(5, 2)")
def sum_of_the_levels(i, m):
    """The levels of a word add up to its number."""
    return [min(max(i - 2 * place, 0), 2) - 1 for place in range(m)]


@false("sn-15", "ternary", shown="ternary(5, 2)")
def levels_are_digits(i, m):
    """The levels are the digits: zero, one and two."""
    return [i // 3**place % 3 for place in reversed(range(m))]


@false("sn-15", "apart", shown="apart(3)")
def shared_by_the_levels(b):
    """The levels share the range, which is two, in equal parts."""
    return 2 / b


@false("sn-15", "apart", shown="apart(3)")
def as_far_as_before(b):
    """More levels need not lie closer."""
    return 2.0


@false("sn-15", "longer", shown="longer(8)")
def as_three_levels_to_two(N):
    """A symbol of three levels lasts as much longer as its logarithm is larger."""
    return math.log2(3)


# Preferences


@false("sn-16", "win", shown="win([2.0, 1.0], 0, 1)")
def share_of_the_scores(o, i, j):
    """The chance to win is the share of the two scores."""
    return o[i] / (o[i] + o[j] + 1e-12)


@false("sn-16", "win", shown="win([2.0, 1.0], 0, 1)")
def in_proportion(o, i, j):
    """The chance to win rises in proportion to the difference of the scores."""
    return np.clip(0.5 + (o[i] - o[j]) / 4, 0, 1)


@false("sn-16", "win", shown="win([2.0, 1.0], 0, 1)")
def the_loser(o, i, j):
    """Of two the one with the smaller score is chosen."""
    return 1 / (1 + np.exp(o[i] - o[j]))


@false("sn-16", "grows", shown="grows([0.25, 0.75], 0)")
def by_its_own_share(p, i):
    """A score raises its own probability in proportion to that probability."""
    return p[i]


@false("sn-16", "grows", shown="grows([0.25, 0.75], 0)")
def grows_evenly(p, i):
    """All probabilities grow equally fast with their scores."""
    return 1 / len(p)


@false("sn-16", "softmax", shown="softmax([0.0, 1.0])")
def scores_as_strengths(o, **how):
    """Chances are in proportion to the scores, less the smallest."""
    o = np.asarray(o, float) - np.min(o) + 1
    return o / o.sum()


@false("sn-16", "softmax", shown="softmax([0.0, 1.0])")
def a_little_warmer(o, **how):
    """A temperature near one changes nothing that could be seen."""
    return softmax(o, temperature=1.0001)


@false("sn-16", "softmax", shown="softmax([0.0, 0.0, 0.0])")
def copies_share(o):
    """A copy of an option takes only from the option that it copies."""
    if len(o) < 3 or o[-1] != o[-2]:
        return softmax(o)
    p = softmax(o[:-1])
    return np.array([*p[:-1], p[-1] / 2, p[-1] / 2])


@false("sn-16", "or_nothing", shown="or_nothing([0.0, 1.0])")
def nothing_is_the_rest(o):
    """Nothing is what is left when each option has had its duel with it."""
    chances = 1 / (1 + np.exp(-np.asarray(o))) / len(o)
    return np.append(chances, 1 - chances.sum())


@false("sn-16", "or_nothing", shown="or_nothing([0.0, 1.0])")
def nothing_scores_one(o):
    """The score of nothing may be one as well as zero, without changing the others."""
    return softmax([*o, 1.0])


@false("sn-16", "likelihood")
def product_of_the_chances(o, w):
    """The likelihood itself is concave, not only its logarithm."""
    gaps = o[..., :, None] - o[..., None, :]
    return np.exp(-(w * np.logaddexp(0, -gaps)).sum(axis=(-2, -1)))


@false("sn-16", "likelihood")
def counting_losses(o, w):
    """It does not matter whether a win is written in the winner's row or the loser's."""
    gaps = o[..., :, None] - o[..., None, :]
    return -(w * np.logaddexp(0, gaps)).sum(axis=(-2, -1))


@false("sn-16", "expected")
def half_of_the_games(o, w):
    """At the maximum everybody has won half of the games."""
    return (w + w.T).sum(axis=1) / 2


@false("sn-16", "expected")
def expected_of_own_wins(o, w):
    """Only games that a player has won say what was to be expected of it."""
    P = 1 / (1 + np.exp(o[None, :] - o[:, None]))
    return (w * P).sum(axis=1)


@false("sn-16", "fit")
def share_of_wins(w, rounds=0):
    """The best scores are the log odds of winning, whoever the opponents were."""
    o = np.log(w.sum(axis=1) / w.sum(axis=0))
    return o - o.mean()


@false("sn-16", "fit")
def two_rounds(w, rounds=2):
    """Two rounds find the best scores."""
    games, s = w + w.T, np.ones(len(w))
    for _ in range(min(rounds, 2)):
        s = w.sum(axis=1) / (games / (s[:, None] + s)).sum(axis=1)
    return np.log(s)


@false("sn-16", "chains")
def won_and_lost(w):
    """Best scores exist if everybody has won and has lost at least once."""
    return bool((w.sum(axis=0) > 0).all() and (w.sum(axis=1) > 0).all())


@false("sn-16", "chains")
def games_connect(w):
    """Best scores exist if the games connect everybody, whoever won them."""
    met = np.linalg.matrix_power(np.eye(len(w)) + w + w.T, len(w))
    return bool((met > 0).all())


@false("sn-16", "chains")
def everybody_beat_everybody(w):
    """Best scores exist only if everybody has beaten everybody."""
    return bool((w + np.eye(len(w)) > 0).all())


@false("sn-16", "chains")
def always_some_scores(w):
    """For every table of games there are best scores."""
    return True


# Temperature


@false("sn-17", "softmax", shown="softmax([0.0, 1.0], temperature=2.0)")
def temperature_multiplies(o, *, temperature=1.0):
    """A temperature multiplies the logits."""
    return softmax(np.asarray(o) * temperature)


@false("sn-17", "softmax", shown="softmax([2.0, 2.0, 1.0], temperature=0.01)")
def first_of_the_tied(o, *, temperature=1.0):
    """In the cold one class takes all, even if several tie."""
    o = np.array(o, float)
    return softmax(o, temperature=temperature) if temperature > 0.1 else np.eye(len(o))[o.argmax()]


@false("sn-17", "heat", shown="heat(np.array([0.8, 0.2]), 2)")
def doubled_is_squared(p, factor):
    """To double the temperature, square the probabilities."""
    q = p**factor
    return q / q.sum()


@false("sn-17", "heat", shown="heat(np.array([0.8, 0.2]), 2)")
def divided_and_normalised(p, factor):
    """To double the temperature, halve the distance to indifference."""
    return 1 / len(p) + (p - 1 / len(p)) / factor


@false("sn-17", "heat", shown="heat(np.array([0.7, 0.3, 0.0]), 2)")
def a_chance_for_everyone(p, factor):
    """Heat gives a little chance even to what had none."""
    q = np.maximum(p, 1e-3) ** (1 / factor)
    return q / q.sum()


@false("sn-17", "coldest", shown="coldest(np.array([3.0, 3.0, 1.0]))")
def the_first_wins(o):
    """Where several tie, the first takes all."""
    return np.eye(len(o))[o.argmax()]


@false("sn-17", "hottest", shown="hottest(np.array([0, 3, 3, -np.inf]))")
def all_come_back(o):
    """When it is hot enough, everything becomes equally likely, even what had no chance."""
    return np.full(len(o), 1 / len(o))


@false("sn-17", "hottest", shown="hottest(np.array([0.0, 3.0, 3.0]))")
def stays_as_it_is(o):
    """However hot it is, the likeliest stays the likeliest."""
    return softmax(o)


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, 1.0]), 2.0)")
def slope_without_beta(o, beta):
    """The entropy falls as fast as the variance of the logits says."""
    q = softmax(beta * o)
    return -q @ (o - q @ o) ** 2


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, 1.0]), 2.0)")
def rises_with_beta(o, beta):
    """The entropy rises with the inverse temperature."""
    q = softmax(beta * o)
    return beta * q @ (o - q @ o) ** 2


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, 1.0, 5.0]), 2.0)")
def plain_variance(o, beta):
    """The variance is that of the logits, each counted once."""
    return -beta * np.var(o)


@false("sn-17", "entropy", shown="entropy([[0.25, 0.75], [0.5, 0.5]])")
def one_minus_squares(p):
    """Any measure of uncertainty will do, one less the squares for instance."""
    return 1 - (np.asarray(p) ** 2).sum(axis=-1)


# What is soft


@false("sn-18", "logsumexp", shown="logsumexp([0.0, 1.0])")
def the_maximum_itself(o):
    """The soft maximum is the maximum."""
    return np.max(o, axis=-1)


@false("sn-18", "logsumexp", shown="logsumexp([0.0, 1.0])")
def the_mean_under_softmax(o):
    """The soft maximum is the mean of the numbers under their softmax."""
    return (softmax(o) * o).sum(axis=-1)


@false("sn-18", "logsumexp", shown="logsumexp([0.0, 1.0])")
def logarithm_of_the_mean(o):
    """Whether exponentials are summed or averaged makes no difference."""
    return logsumexp(o) - np.log(np.shape(o)[-1])


@false("sn-18", "softmax", shown="softmax([10.0, 20.0])")
def shares_of_the_maximum(o):
    """Softmax returns values that approach the maximum."""
    return np.exp(o) / np.exp(o).sum(axis=-1, keepdims=True) * np.max(o, axis=-1, keepdims=True)


@false("sn-18", "softmax", shown="softmax([0.0, 1.0])")
def the_hard_version(o):
    """Softmax is the position of the maximum."""
    o = np.asarray(o)
    return (o == o.max(axis=-1, keepdims=True)) / (o == o.max(axis=-1, keepdims=True)).sum()


@false("sn-18", "softplus", shown="softplus(np.array([0.0, 3.0]))")
def clipped(t):
    """Softplus is max(0, t)."""
    return np.maximum(t, 0)


@false("sn-18", "softplus", shown="softplus(np.array([0.0, 3.0]))")
def through_zero(t):
    """Softplus is zero at zero, as the ReLU is."""
    return np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t))) - np.log(2)


@false("sn-18", "sigma", shown="sigma(np.array([0.0, 3.0]))")
def tanh_instead(t):
    """The derivative of softplus is the hyperbolic tangent."""
    return np.tanh(t)


@false("sn-18", "sigma", shown="sigma(np.array([0.0, 3.0]))")
def twice_as_steep(t):
    """Sigmoids are all alike: a steeper one will do."""
    return 1 / (1 + np.exp(-2 * np.clip(t, -300, 300)))


@false("sn-18", "step", shown="step(np.array([0.0]))")
def step_is_one_at_zero(t):
    """The step is one at zero."""
    return np.where(t >= 0, 1.0, 0.0)


@false("sn-18", "relu", shown="relu(np.array([-2.0]))")
def leaks(t):
    """The limit of softplus is the absolute value."""
    return np.abs(t)


@false("sn-18", "soft")
def furthest_where_it_is_steep(beta):
    """The two curves are furthest apart where they are steep."""
    t = np.linspace(-4, 4, 81)
    distance = np.maximum(t, 0) / 100
    return {"softplus(βt) / β": np.maximum(t, 0) + distance, "ReLU": np.maximum(t, 0)}


@false("sn-18", "log_softmax", shown="log_softmax([0.0, 1.0])")
def gap_forgotten(o):
    """The logarithm of softmax is the logit less the largest logit."""
    return o - np.max(o, axis=-1, keepdims=True)


@false("sn-14", "cross", shown="cross([0.5, 0.5], [1, 0])")
def impossible_costs_nothing(p, q):
    """A class to which q gives no probability has no word, and costs nothing."""
    return math.fsum(-a * math.log2(b) for a, b in zip(p, q, strict=True) if a > 0 and b > 0)


@false("sn-14", "entropy", shown="entropy([1 - 1e-9, 1e-9])")
def rare_classes_add_nothing(p):
    """Chances below a thousandth add nothing."""
    p = np.where(np.less(p, 1e-3), 0, p)
    return entropy(p / p.sum())


@false("sn-16", "chains", shown="chains(np.roll(np.eye(4), 1, axis=1))")
def two_wins_reach_everybody(w):
    """Chains of more than two wins say nothing about who is better."""
    step = (w > 0) + np.eye(len(w))
    return bool((step @ step > 0).all())


@false("sn-17", "softmax", shown="softmax([0.0, 1.0], temperature=0.05)")
def cold_enough(o, *, temperature=1.0):
    """Below a tenth a temperature is cold: all goes to the largest."""
    o = np.asarray(o, float)
    if temperature >= 0.1:
        return softmax(o, temperature=temperature)
    return (o == o.max()) / (o == o.max()).sum()


@false("sn-17", "heat", shown="heat(np.array([1.0, 1e-20]), 2)")
def as_good_as_impossible(p, factor):
    """A chance below 1e-12 is none."""
    q = np.where(p < 1e-12, 0, p) ** (1 / factor)
    return q / q.sum()


@false("sn-17", "heat", shown="heat(np.array([1.0, 1e-20]), 0.5)")
def tiny_results_are_zero(p, factor):
    """What comes out below 1e-30 may be called zero."""
    q = p ** (1 / factor)
    return np.where(q < 1e-30, 0, q) / q.sum()


# The Gumbel draw


@false("sn-17", "noise")
def any_noise(shape):
    """Any noise will do, the normal for instance, since only the largest sum counts."""
    return np.random.default_rng(1).normal(size=shape)


@false("sn-17", "noise")
def noise_of_equal_chances(shape):
    """Numbers that are equally likely are the fairest noise."""
    return np.random.default_rng(1).random(shape)


@false("sn-17", "noise")
def turned_round(shape):
    """Whether the noise is the logarithm of a waiting time or minus it makes no difference."""
    return -np.random.default_rng(1).gumbel(size=shape)


@false("sn-17", "drawn", shown="drawn(np.array([0.0, 9.0]), 100.0, np.array([1.0, 0.0]))")
def noise_cooled_too(o, T, G):
    """The sum of logit and noise is divided by the temperature."""
    return ((np.asarray(o) + G) / T).argmax(axis=-1)


@false("sn-17", "drawn", shown="drawn(np.array([0.0, 1.0]), 1.0, np.array([2.0, 0.0]))")
def one_noise_for_all(o, T, G):
    """One random number, added to all logits, makes the draw."""
    return (np.asarray(o) / T + G[..., :1]).argmax(axis=-1)


@false("sn-17", "drawn", shown="drawn(np.array([0.0, 1.0]), 1.0, np.array([2.0, 0.0]))")
def noise_comes_off(o, T, G):
    """Noise is noise: it may be added or subtracted."""
    return (np.asarray(o) / T - G).argmax(axis=-1)


@false("sn-17", "comes_first", shown="comes_first(np.array([0.0, 1.0]))")
def largest_first(o):
    """The largest logit comes first."""
    return np.eye(len(o))[np.argmax(o)]


@false("sn-17", "comes_first", shown="comes_first(np.array([0.0, 1.0, 3.0]))")
def in_duels(o):
    """The chance to come first is the mean of the chances to win a duel."""
    duels = 1 / (1 + np.exp(o[None, :] - o[:, None]))
    return (duels.sum(axis=1) - 0.5) * 2 / (len(o) * (len(o) - 1))


# Seen by a reader


@false("sn-14", "huffman_lengths", shown="huffman_lengths([0.35, 0.17, 0.17, 0.16, 0.15])")
def halves_that_are_as_equal_as_possible(p):
    """The best questions split what is left into halves that are as equal as possible."""
    lengths, p = np.zeros(len(p), int), np.asarray(p)

    def split(group):
        if len(group) > 1:
            lengths[group] += 1
            sums = np.cumsum(p[group])
            cut = 1 + int(np.argmin(abs(sums[:-1] - sums[-1] / 2)))
            split(group[:cut])
            split(group[cut:])

    split(np.argsort(-p))
    return lengths


@false("sn-14", "blocks", shown="blocks([0.0, 1.0], 1)")
def words_for_what_cannot_occur(p, n):
    """A code within 1/n of the entropy may have words for blocks that cannot occur, too."""
    found = [1.0]
    for _ in range(n):
        found = [q * r for q in found for r in p]
    return found


@false("sn-16", "chains", shown="chains(np.roll(np.eye(5), 1, axis=1))")
def three_wins_reach_everybody(w):
    """Three wins in a row lead to everybody, or no wins do."""
    step = (w > 0) + np.eye(len(w))
    return bool((np.linalg.matrix_power(step, 3) > 0).all())


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, 1.0]), 2.0)")
def slope_in_bits(o, beta):
    """The slope is the same in bits as in nats."""
    q = softmax(beta * o)
    return -beta * q @ (o - q @ o) ** 2 / np.log(2)


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, 1.0]), 2.0)")
def variance_at_temperature_one(o, beta):
    """The variance is that under p, at whatever temperature."""
    p = softmax(o)
    return -beta * p @ (o - p @ o) ** 2


# Rare, long, many and far apart


def _merged(p):
    """The lengths of Huffman's words."""
    heap = [(q, i, [i]) for i, q in enumerate(p)]
    lengths = np.zeros(len(heap), int)
    while len(heap) > 1:
        heap.sort()
        (q, i, left), (r, _, right), *heap = heap
        lengths[left + right] += 1
        heap.append((q + r, i, left + right))
    return lengths


@false("sn-14", "huffman_lengths")
def shannon_for_many_classes(p):
    """With many classes, -log2 p rounded up is as good as the best code."""
    if len(p) <= 9 or max(p) - min(p) < 1e-9:
        return _merged(p)
    return np.array([max(1, math.ceil(-math.log2(q) - 1e-12)) for q in p])


@false("sn-14", "huffman_lengths")
def sixteen_bits_at_most(p):
    """No word needs more than sixteen bits."""
    return np.minimum(_merged(p), 16)


@false("sn-14", "blocks", shown="len(blocks([1.0, 1e-9], 2))")
def too_rare_to_get_a_word(p, n):
    """A block that occurs once in 10^15 needs no word."""
    every = [1.0]
    for _ in range(n):
        every = [b * q for b in every for q in p if q > 0]
    return [b for b in every if b > 1e-15]


@false("sn-14", "at_most", shown="at_most([0.5, 0.5], 12)")
def blocks_of_six_are_enough(p, n):
    """Blocks of more than six gain nothing."""
    return math.fsum(-q * math.log2(q) for q in p if q > 0) + 1 / min(n, 6)


@false("sn-14", "kraft", shown="kraft([1, 40])")
def long_words_cost_nothing(lengths):
    """Words of more than thirty bits take up no room."""
    return sum(2.0 ** -int(n) for n in lengths if n <= 30)


@false("sn-14", "codewords", shown="codewords([*range(1, 40), 39])[39]")
def words_of_32_bits(lengths):
    """A word fits into 32 bits."""
    words, code, last = {}, 0, 0
    for i in np.argsort(lengths, kind="stable"):
        code = (code << int(lengths[i]) - last) & 0xFFFFFFFF
        last = int(lengths[i])
        words[int(i)] = format(code, f"0{last}b")
        code += 1
    return words


@false("sn-14", "H", shown="H([1 - 1e-13, 1e-13])")
def nothing_below_a_billionth(p):
    """Chances below 1e-12 add nothing."""
    return math.fsum(-q * math.log2(q) for q in p if q > 1e-12)


@false("sn-14", "cross", shown="cross([0.5, 0.5], [1.0, 1e-20])")
def words_of_thirty_bits_at_most(p, q):
    """A chance below a billionth may be called a billionth."""
    if any(p[i] > 0 == q[i] for i in range(len(p))):
        return math.inf
    return math.fsum(-a * math.log2(max(b, 1e-9)) for a, b in zip(p, q, strict=True) if a > 0)


@false("sn-14", "most", shown="most(1000)")
def three_bits_at_most(K):
    """No entropy exceeds three bits."""
    return math.log2(min(K, 8))


@false("sn-15", "symbols", shown="symbols(50, 97)")
def ten_levels_at_most(N, b=3):
    """No wire has more than ten levels."""
    m, b = 0, min(b, 10)
    while b**m < N:
        m += 1
    return m


@false("sn-15", "symbols", shown="symbols(3**50)")
def forty_symbols_at_most(N, b=3):
    """Forty symbols are enough for anything."""
    m = 0
    while m < 40 and b**m < N:
        m += 1
    return m


@false("sn-15", "ternary", shown="ternary(2**31, 21)")
def numbers_of_31_bits(i, m):
    """Numbers have at most 31 bits."""
    return [i % 2**31 // 3**place % 3 - 1 for place in reversed(range(m))]


@false("sn-15", "apart", shown="apart(100)")
def not_closer_than_that(b):
    """Beyond 32 levels they lie no closer."""
    return 2 / (min(b, 32) - 1)


@false("sn-16", "win", shown="win([0.0, 40.0], 0, 1)")
def never_quite_hopeless(o, i, j):
    """A difference of more than twenty changes nothing more."""
    return 1 / (1 + np.exp(np.clip(o[j] - o[i], -20, 20)))


@false("sn-16", "win", shown="win([1000.0, 1001.0], 0, 1)")
def quotient_as_written(o, i, j):
    """The quotient may be computed as it is written, whatever the scores."""
    with np.errstate(all="ignore"):
        return np.exp(o[i]) / (np.exp(o[i]) + np.exp(o[j]))


@false("sn-16", "softmax", shown="softmax([0.0, 40.0])")
def at_least_a_billionth(o, **how):
    """Below a billionth a chance may be called a billionth."""
    p = np.maximum(softmax(o), 1e-9)
    return p / p.sum(axis=-1, keepdims=True)


@false("sn-16", "or_nothing", shown="or_nothing([-40.0])")
def odds_from_minus_ten_to_ten(o):
    """Scores beyond ten are as good as ten."""
    return softmax([*np.clip(o, -10, 10), 0.0])


@false("sn-16", "grows", shown="grows([1e-12, 1 - 1e-12], 0)")
def always_grows_a_little(p, i):
    """However small a probability is, its score moves it noticeably."""
    return max(p[i] * (1 - p[i]), 1e-9)


@false("sn-16", "likelihood", shown="likelihood(np.array([0.0, 40.0]), 1 - np.eye(2))")
def logarithm_kept_finite(o, w):
    """A logarithm may be kept from running away: a chance below 1e-12 counts as 1e-12."""
    gaps = o[..., :, None] - o[..., None, :]
    return (w * np.log(np.maximum(1 / (1 + np.exp(-gaps)), 1e-12))).sum(axis=(-2, -1))


@false("sn-16", "expected")
def no_hopeless_games(o, w):
    """Everybody wins one game in a thousand."""
    P = 1 / (1 + np.exp(o[None, :] - o[:, None]))
    return ((w + w.T) * np.clip(P, 1e-3, 1 - 1e-3)).sum(axis=1)


@false("sn-16", "fit")
def sixty_rounds(w, rounds=2000):
    """Sixty rounds find the best scores."""
    games, s = w + w.T, np.ones(len(w))
    for _ in range(min(rounds, 60)):
        s = w.sum(axis=1) / (games / (s[:, None] + s)).sum(axis=1)
        s /= np.exp(np.log(s).mean())
    return np.log(s)


@false("sn-16", "chains", shown="chains(np.roll(np.eye(40), 1, axis=1))")
def fifteen_wins_reach_everybody(w):
    """Fifteen wins in a row lead to everybody, or no wins do."""
    step = (w > 0) + np.eye(len(w))
    return bool((np.linalg.matrix_power(step, 15) > 0).all())


@false("sn-16", "chains", shown="chains(np.ones((64, 64), int))")
def chains_counted(w):
    """Count the chains in whole numbers: where there are some, the count is not zero."""
    step = (w > 0).astype(np.int64) + np.eye(len(w), dtype=np.int64)
    for _ in range(len(w).bit_length()):
        step = step @ step
    return bool((step > 0).all())


@false("sn-16", "chains")
def connected_and_nobody_unbeaten(w):
    """It is enough that the games connect everybody, and that all have won and lost."""
    met = np.linalg.matrix_power(np.eye(len(w)) + (w + w.T > 0), len(w))
    won_and_lost = (w.sum(axis=0) > 0).all() and (w.sum(axis=1) > 0).all()
    return bool((met > 0).all() and won_and_lost)


@false("sn-17", "softmax", shown="softmax([0.0, 8.0], temperature=0.01)")
def exponentials_as_they_stand(o, *, temperature=1.0):
    """The formula may be computed as it stands."""
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(o, float) / temperature)
        return e / e.sum(axis=-1, keepdims=True)


@false("sn-17", "softmax", shown="softmax([0.0, 1e9], temperature=1e12)")
def hot_enough(o, *, temperature=1.0):
    """Beyond ten million, heat changes nothing more."""
    return softmax(o, temperature=min(temperature, 1e7))


@false("sn-17", "softmax", shown="softmax([0.0, 0.001], temperature=1e-6)")
def never_colder_than_that(o, *, temperature=1.0):
    """Below a hundredth, cold changes nothing more."""
    return softmax(o, temperature=max(temperature, 0.01))


@false("sn-17", "softmax", shown="softmax([0, 3], temperature=2)")
def logits_stay_whole(o, *, temperature=1.0):
    """Whole logits are divided into whole logits."""
    o = np.asarray(o)
    return softmax((o / temperature).astype(o.dtype))


@false("sn-17", "entropy", shown="entropy([1 - 1e-13, 1e-13])")
def guarded_logarithm(p):
    """Chances below a billionth add nothing to the entropy."""
    safe = np.where(np.less(p, 1e-9), 1, p)
    return -(safe * np.log(safe)).sum(axis=-1)


@false("sn-17", "heat", shown="heat(np.array([0.5, 0.5]), 1e-4)")
def powers_as_they_stand(p, factor):
    """The powers may be taken as they stand, however cold it is."""
    with np.errstate(all="ignore"):
        q = p ** (1 / factor)
        return q / q.sum()


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, -600.0]), 1.0)")
def slope_in_single_precision(o, beta):
    """Single precision is enough for a slope."""
    q = softmax(np.float32(beta * o)).astype(float)
    return -beta * q @ (o - q @ o) ** 2


@false("sn-17", "coldest", shown="coldest(np.array([1.0, 1.0 + 1e-9]))")
def nearly_tied_is_tied(o):
    """Logits that are nearly equal share, however cold it is."""
    tied = o >= o.max() - 1e-6
    return tied / tied.sum()


@false("sn-17", "hottest", shown="hottest(np.array([0.0, -1e5]))")
def too_far_below(o):
    """What is a thousand below the largest logit never comes back."""
    back = o > o.max() - 1e3
    return back / back.sum()


@false("sn-17", "noise")
def no_extreme_noise(shape):
    """The one in a thousand that is extreme may be left out of the noise."""
    u = np.random.default_rng(1).uniform(1e-3, 1 - 1e-3, size=shape)
    return -np.log(-np.log(u))


@false("sn-17", "noise")
def noise_used_again(shape):
    """The noise of one draw may be used for the next one."""
    half = np.random.default_rng(1).gumbel(size=((shape[0] + 1) // 2, *shape[1:]))
    return np.repeat(half, 2, axis=0)[: shape[0]]


@false("sn-17", "noise")
def three_for_all(shape):
    """Three independent numbers are enough, for six classes as well."""
    three = np.random.default_rng(1).gumbel(size=(*shape[:-1], 3))
    return three[..., np.arange(shape[-1]) % 3]


@false("sn-17", "drawn", shown="drawn(np.array([0.0, 20.0]), 1.0, np.array([25.0, 0.0]))")
def without_surprises(o, T, G):
    """Noise beyond eight hardly ever occurs and may be cut off."""
    return (np.asarray(o) / T + np.clip(G, -3, 8)).argmax(axis=-1)


@false("sn-18", "softmax", shown="softmax([-1000.0, -1001.0])")
def only_positive_ones_overflow(o):
    """Only a positive maximum must be subtracted."""
    o = np.asarray(o, float)
    with np.errstate(all="ignore"):
        e = np.exp(o - np.maximum(o.max(axis=-1, keepdims=True), 0))
        return e / e.sum(axis=-1, keepdims=True)


@false("sn-18", "softmax", shown="softmax([0.0, 1000.0])")
def never_quite_hard(o):
    """Thirty below the maximum is as far as a logit need go."""
    o = np.asarray(o, float)
    return softmax(np.maximum(o, o.max(axis=-1, keepdims=True) - 30))


@false("sn-18", "step", shown="step(np.array([1e-12]))")
def half_around_zero(t):
    """The step is a half where t is nearly zero."""
    return np.where(np.abs(t) < 1e-9, 0.5, t > 0)


@false("sn-18", "relu", shown="relu(np.array([-100.0]))")
def leaks_a_little(t):
    """The limit of softplus still rises a little on the left."""
    return np.where(t > 0, t, 1e-9 * t)


@false("sn-18", "softplus", shown="softplus(np.array([3]))")
def whole_for_whole(t):
    """The softplus of a whole number is of the same type."""
    t = np.asarray(t)
    return (np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t)))).astype(t.dtype)


@false("sn-18", "softplus", shown="softplus(np.array([-1e5]))")
def never_quite_zero(t):
    """Far to the left a thousandth is left over."""
    right = np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t)))
    return np.where(np.abs(t) > 1e4, np.maximum(t, 1e-3), right)


@false("sn-18", "sigma", shown="sigma(np.array([3]))")
def sigma_of_whole_numbers(t):
    """The sigmoid of a whole number is whole."""
    return np.asarray(1 / (1 + np.exp(-t))).astype(np.asarray(t).dtype)


@false("sn-14", "huffman_lengths", shown="huffman_lengths([1 / 3, 1 / 3 + 1e-9, 1 / 3 - 1e-9])")
def nearly_equal_is_equal(p):
    """Chances that differ by a billionth may be merged in any order."""
    return _merged(np.round(p, 7))


@false("sn-15", "symbols", shown="symbols(5, 4)")
def bits_shared_out(N, b=3):
    """With four levels a symbol takes two bits, and an odd one is left out."""
    if b & (b - 1) == 0:
        return (N - 1).bit_length() // (b.bit_length() - 1)
    m = 0
    while b**m < N:
        m += 1
    return m


@false("sn-16", "likelihood")
def twenty_games_at_most(o, w):
    """After twenty games nothing more is learned about a pair."""
    gaps = o[..., :, None] - o[..., None, :]
    return -(np.minimum(w, 20) * np.logaddexp(0, -gaps)).sum(axis=(-2, -1))


@false("sn-16", "expected")
def games_in_eight_bits(o, w):
    """Wins are small numbers: eight bits hold them."""
    w, P = np.asarray(w).astype(np.int8), 1 / (1 + np.exp(o[None, :] - o[:, None]))
    return ((w + w.T) * P).sum(axis=1)


@false("sn-16", "chains")
def powers_of_the_games(w):
    """Powers of the table itself tell the chains, however many games there were."""
    with np.errstate(all="ignore"):
        return bool((np.linalg.matrix_power(w + np.eye(len(w)), len(w)) > 0).all())


@false("sn-17", "softmax", shown="softmax([1e10, 1e10], temperature=1e-300)")
def divided_first(o, *, temperature=1.0):
    """The logits may be divided before the largest is subtracted."""
    with np.errstate(all="ignore"):
        o = np.asarray(o, float) / temperature
        e = np.exp(o - o.max(axis=-1, keepdims=True))
        return e / e.sum(axis=-1, keepdims=True)


@false("sn-17", "softmax", shown="softmax([[0.0, 1.0], [5000.0, 5001.0]])")
def largest_of_all_rows(o, *, temperature=1.0):
    """The largest logit of a whole table may be subtracted from every row."""
    with np.errstate(all="ignore"):
        e = np.exp((np.asarray(o, float) - np.max(o)) / temperature)
        return e / e.sum(axis=-1, keepdims=True)


@false("sn-17", "entropy_slope", shown="entropy_slope(np.array([0.0, 1.0, -np.inf]), 1.0)")
def times_minus_infinity(o, beta):
    """What cannot occur may stay in the sum: its share is 0."""
    with np.errstate(all="ignore"):
        q = softmax(beta * o)
        return -beta * q @ (o - q @ o) ** 2


@false("sn-17", "noise")
def noise_in_half_precision(shape):
    """Half precision is enough for noise."""
    return np.random.default_rng(1).gumbel(size=shape).astype(np.float16)


@false("sn-17", "noise")
def tails_of_the_normal(shape):
    """Far out all noise is normal."""
    g = np.random.default_rng(1)
    G = g.gumbel(size=shape)
    return np.where(G > 6, 6 + np.abs(g.normal(size=shape)), G)


@false("sn-18", "softplus", shown="float(softplus(np.array([20.5]))[0])")
def the_argument_from_twenty_on(t):
    """From twenty on, softplus is its argument."""
    return np.where(t > 20, t, np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t))))


@false("sn-16", "win", shown="win([0.0, 1e-7], 1, 0)")
def nearly_equal_is_even(o, i, j):
    """Scores that are nearly equal make an even game."""
    return 0.5 if abs(o[i] - o[j]) < 1e-6 else 1 / (1 + np.exp(o[j] - o[i]))


@false("sn-16", "or_nothing", shown="or_nothing([800.0, -800.0])")
def odds_as_they_stand(o):
    """The odds may be computed as they stand, however large a score is."""
    with np.errstate(all="ignore"):
        e = np.exp([*o, 0.0])
        return e / e.sum()


@false("sn-17", "entropy_slope")
def variance_of_a_sample(o, beta):
    """The variance of many logits is that of a sample: n over n - 1."""
    q, n = softmax(beta * o), len(o)
    o = np.where(q > 0, o, 0)
    return -beta * q @ (o - q @ o) ** 2 * (n / (n - 1) if n > 20 else 1)


@false("sn-18", "softmax", shown="softmax([1000.0, 1000.5])")
def tied_in_three_digits(o):
    """Logits that agree in three digits share the maximum."""
    o = np.asarray(o, float)
    m = o.max(axis=-1, keepdims=True)
    return softmax(np.where(abs(o - m) <= 1e-3 * abs(m), m, o))


@false("sn-14", "cross", shown="cross([0, 1], [0, 0.5])")
def any_zero_is_infinite(p, q):
    """A word for what q rules out costs without end, though it is never sent."""
    if any(b == 0 for b in q):
        return math.inf
    return math.fsum(-a * math.log2(b) for a, b in zip(p, q, strict=True))
