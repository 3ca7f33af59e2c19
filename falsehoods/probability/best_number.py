"""False versions of the claims of *The best single number*."""

import math
from fractions import Fraction

import numpy as np

from mathlib.calculus.losses import huber
from mathlib.falsehoods import false
from mathlib.probability.absolute import lad_exact, lad_subgradient, laplace_mle
from mathlib.probability.centres import objective

FIVE = "best_square([2, 3, 3, 5, 17])"
LAW = "law([0, 0, 0, 1, 2, 10])"
PAIRS = "{(0, 1): Fraction(1, 8), (0, 3): Fraction(5, 8), (1, 9): Fraction(1, 4)}"
LINE = "np.array([[1.0, 0], [1, 1], [1, 2], [1, 3], [1, 4]])"

# What to predict


@false("pm-41", "expected", shown=f"str(expected({LAW}))")
def the_middle_of_the_range(P):
    """To be cheap for squares, say the number halfway between the extremes."""
    return Fraction(min(P) + max(P)) / 2


@false("pm-41", "expected", shown=f"str(expected({LAW}))")
def the_median_for_squares(P):
    """Squares too ask for the number in the middle."""
    return Fraction(min(y for y in P if sum(P[v] for v in P if v <= y) >= Fraction(1, 2)))


@false("pm-41", "expected", shown=f"str(expected({LAW}))")
def each_value_counts_once(P):
    """The best number is the mean of the values that can occur."""
    return Fraction(sum(P)) / len(P)


@false("pm-41", "expected", shown=f"str(expected({LAW}))")
def a_number_that_can_occur(P):
    """A prediction must be a value that can occur, so round the mean."""
    return Fraction(round(sum(y * p for y, p in P.items())))


@false("pm-41", "quantiles", shown=f"quantiles({LAW}, Fraction(1, 4))")
def from_the_other_end(P, tau):
    """A quantile of the level tau leaves the share tau above it."""
    tau = 1 - tau
    low = min(y for y in P if sum(P[v] for v in P if v <= y) >= tau)
    return low, max(y for y in P if sum(P[v] for v in P if v < y) <= tau)


@false("pm-41", "quantiles", shown="quantiles(law([1, 2, 4, 10]), Fraction(1, 2))")
def one_number_only(P, tau):
    """There is always one best number."""
    low = min(y for y in P if sum(P[v] for v in P if v <= y) >= tau)
    return low, low


@false("pm-41", "quantiles", shown=f"quantiles({LAW}, Fraction(3, 4))")
def a_share_of_the_way(P, tau):
    """The tau-quantile lies at the share tau of the way from the least to the greatest value."""
    at = min(P) + tau * (max(P) - min(P))
    return at, at


@false("pm-41", "quantiles", shown=f"quantiles({LAW}, Fraction(3, 4))")
def always_the_median(P, tau):
    """For every price the middle is best."""
    half = Fraction(1, 2)
    low = min(y for y in P if sum(P[v] for v in P if v <= y) >= half)
    return low, max(y for y in P if sum(P[v] for v in P if v < y) <= half)


@false("pm-41", "quantiles", shown=f"quantiles({LAW}, Fraction(4, 5))")
def the_mean_is_always_cheapest(P, tau):
    """The prediction is assumed to be the expectation, whatever is paid."""
    mean = sum(y * p for y, p in P.items())
    return mean, mean


@false("pm-41", "modes", shown=f"modes({LAW})")
def the_value_next_to_the_mean(P):
    """To be right most often, say the value next to the mean."""
    mean = sum(y * p for y, p in P.items())
    return {min(P, key=lambda y: abs(y - mean))}


@false("pm-41", "modes", shown="modes(law([1, 1, 2, 2]))")
def one_mode_only(P):
    """There is one likeliest value."""
    return {max(P, key=lambda y: P[y])}


@false("pm-41", "given", shown=f"[str(p) for p in given({PAIRS}, 0).values()]")
def not_divided(joint, x):
    """Given x, the probabilities are those of the pairs with this x."""
    return {y: p for (u, y), p in joint.items() if u == x}


@false("pm-41", "given", shown=f"[str(p) for p in given({PAIRS}, 0).values()]")
def what_is_left_is_equally_likely(joint, x):
    """Once x is known, the values that are left are equally likely."""
    left = [y for u, y in joint if u == x]
    return {y: Fraction(1, len(left)) for y in left}


@false("pm-41", "mean_of_means", shown=f"str(mean_of_means({PAIRS}))")
def the_mean_of_the_conditional_means(joint):
    """The mean of Y is the plain mean of its conditional means."""
    every = sorted({x for x, _ in joint})
    total = Fraction(0)
    for x in every:
        share = sum(p for (u, _), p in joint.items() if u == x)
        total += sum(p * y for (u, y), p in joint.items() if u == x) / share
    return total / len(every)


@false("pm-41", "waste", shown=f"str(waste({PAIRS}, {{0: 3, 1: 9}}))")
def waste_without_the_square(joint, f):
    """A function costs as much more as it is away from the best one."""
    total = Fraction(0)
    for x in f:
        share = sum(p for (u, _), p in joint.items() if u == x)
        mean = sum(p * y for (u, y), p in joint.items() if u == x) / share
        total += share * abs(mean - f[x])
    return total


@false("pm-41", "waste", shown=f"str(waste({PAIRS}, {{0: 3, 1: 9}}))")
def waste_of_all_alike(joint, f):
    """What a function wastes is the mean over the values of X, however likely they are."""
    total = Fraction(0)
    for x in f:
        share = sum(p for (u, _), p in joint.items() if u == x)
        mean = sum(p * y for (u, y), p in joint.items() if u == x) / share
        total += (mean - f[x]) ** 2 / len(f)
    return total


@false("pm-41", "waste", shown=f"str(waste({PAIRS}, {{0: 3, 1: 9}}))")
def only_the_mean_error_counts(joint, f):
    """Errors of f to both sides cancel: only their mean is paid."""
    gap = sum(p * (y - f[x]) for (x, y), p in joint.items())
    return gap**2


@false("pm-41", "pinball", shown="pinball(0.75)(2)")
def the_other_side_is_dear(tau):
    """The level tau is the price of a unit that was said too much."""
    return lambda r: (1 - tau) * r if r > 0 else -tau * r


@false("pm-41", "pinball", shown="pinball(0.75)(2)")
def prices_by_their_ratio(tau):
    """Only the ratio of the two prices counts: too much costs 1, too little tau / (1 - tau)."""
    return lambda r: tau / (1 - tau) * r if r > 0 else -r


@false("pm-41", "quantile_interval", shown="quantile_interval([1, 2, 3, 4], 0.75)")
def the_next_rank(x, level):
    """A quantile is the number whose rank is level times N, rounded."""
    x = np.sort(x)
    at = min(int(len(x) * level), len(x) - 1)
    return float(x[at]), float(x[at])


@false("pm-41", "objective", shown="float(objective(0, [1, 5], 'pinball', 0.75))")
def the_curve_of_the_other_level(b, x, loss="square", level=0.5, delta=1.0):
    """At the level tau the figure draws the price tau for too much."""
    return objective(b, x, loss, 1 - level, delta)


# Mean, median, and what lies between


@false("pm-29", "best_square", shown=FIVE)
def the_middle_one_for_squares(x):
    """The smallest sum of squares belongs to the middle number."""
    return float(np.median(x))


@false("pm-29", "best_square", shown=FIVE)
def between_least_and_greatest(x):
    """The smallest sum of squares lies halfway between the least and the greatest number."""
    return (min(x) + max(x)) / 2


@false("pm-29", "best_square", shown=FIVE)
def without_the_extremes(x):
    """Leave the least and the greatest out: they are only noise."""
    x = np.sort(x)
    return float(np.mean(x[1:-1] if len(x) > 2 else x))


@false("pm-29", "curvature", shown="curvature(4)")
def curvature_without_the_two(N):
    """The second derivative of a sum of N squares is N."""
    return N


@false("pm-29", "curvature", shown="curvature(4)")
def the_same_for_any_number_of_data(N):
    """The second derivative of a square is 2, and so it is for a sum of squares."""
    return 2


@false("pm-29", "median_interval", shown="median_interval([1, 2, 4, 10])")
def halfway_between_the_two(x):
    """Of an even number of data only the number halfway between the two middle ones is best."""
    m = float(np.median(x))
    return m, m


@false("pm-29", "median_interval", shown="median_interval([1, 2, 4, 10])")
def from_quartile_to_quartile(x):
    """Every number in the middle half of the data is a median."""
    low, high = np.quantile(x, [0.25, 0.75])
    return float(low), float(high)


@false("pm-29", "median_interval", shown="median_interval([2, 1, 10])")
def the_middle_of_the_list(x):
    """The median stands in the middle of the list."""
    low, high = x[(len(x) - 1) // 2], x[len(x) // 2]
    return float(min(low, high)), float(max(low, high))


@false("pm-29", "median_interval", shown="median_interval([1, 2, 10])")
def the_mean_for_absolute_misses(x):
    """The mean is in the middle too: it has the smallest sum of absolute misses."""
    return float(np.mean(x)), float(np.mean(x))


@false("pm-29", "huber_location", shown="huber_location([2, 3, 3, 5, 17], 2)")
def huber_is_the_mean(x, delta=1.0):
    """Huber's loss is a square, so its best number is the mean."""
    return float(np.mean(x))


@false("pm-29", "huber_location", shown="huber_location([2, 3, 4, 5, 17], 2)")
def huber_is_halfway(x, delta=1.0):
    """Huber's number is a compromise: halfway between mean and median."""
    return float(np.mean(x) + np.median(x)) / 2


@false("pm-29", "huber_location", shown="huber_location([2, 3, 3, 5, 17], 2)")
def huber_throws_away(x, delta=1.0):
    """Huber's number is the mean of what lies within delta of the median; the rest is left out."""
    x = np.asarray(x)
    near = x[abs(x - np.median(x)) <= delta]
    return float(np.mean(near)) if len(near) else float(np.median(x))


@false("pm-29", "cut", shown="cut(np.array([-1, 5]), 2)")
def set_to_zero_beyond(r, delta):
    """Beyond the threshold a miss does not count at all."""
    return np.where(abs(r) <= delta, r, 0)


@false("pm-29", "cut", shown="cut(np.array([-1, 5]), 2)")
def every_miss_counts_in_full(r, delta):
    """At the best number the misses add up to zero, as for the mean."""
    return r


@false("pm-29", "enough", shown="enough(9)")
def one_is_enough_for_the_median(N):
    """One wild number carries every estimate off."""
    return 1


@false("pm-29", "enough", shown="enough(9)")
def a_quarter_is_enough(N):
    """A quarter of the data carries the median off."""
    return max(1, N // 4)


@false("pm-29", "enough", shown="enough(8)")
def more_than_half_is_needed(N):
    """More than half of the data must be wild to carry the median off."""
    return N // 2 + 1


@false("pm-29", "bell_cost", shown="round(float(bell_cost(0, [1, 2], 2)), 6)")
def divided_by_the_standard_deviation(b, x, sigma):
    """In the likelihood of a bell curve the squares are divided by sigma."""
    return objective(b, x) / (2 * sigma)


@false("pm-29", "bell_cost", shown="round(float(bell_cost(0, [1, 2], 2)), 6)")
def absolute_misses_for_the_bell(b, x, sigma):
    """A bell curve asks for absolute misses, in units of sigma."""
    return objective(b, x, "absolute") / sigma


@false("pm-29", "laplace_cost", shown="round(float(laplace_cost(0, [1, 2], 2)), 6)")
def half_of_the_misses(b, x, s):
    """In the likelihood of Laplace's density the misses are divided by 2 s."""
    return objective(b, x, "absolute") / (2 * s)


@false("pm-29", "laplace_cost", shown="round(float(laplace_cost(0, [1, 2], 2)), 6)")
def squares_for_the_peak(b, x, s):
    """Whatever the density, its likelihood is a sum of squares."""
    return objective(b, x) / (2 * s**2)


@false("pm-29", "misses", shown="misses(2.1, [1, 2, 4, 10])")
def only_the_middle_of_the_middle(b, x):
    """Off the middle of the two middle numbers one misses more."""
    return sum(abs(v - b) for v in x) + abs(b - float(np.median(x)))


@false("pm-29", "misses", shown="misses(1.9, [1, 2, 4, 10])")
def every_number_is_as_good(b, x):
    """What one loses on one side is won on the other, wherever one stands."""
    return sum(abs(v - float(np.median(x))) for v in x)


@false("pm-29", "cut", shown="cut(np.array([-1, 5]), 2)")
def nothing_is_left(r, delta):
    """At the best number there are no misses left to add up."""
    return 0 * r


@false("pm-29", "huber", shown="huber(5, 2)")
def straight_without_what_is_taken_off(r, delta):
    """Beyond the threshold the loss is delta times the miss."""
    return r**2 / 2 if abs(r) <= delta else delta * abs(r)


@false("pm-29", "huber", shown="huber(5, 2)")
def huber_without_the_half(r, delta):
    """Huber's loss is the square of the miss, and straight beyond."""
    return r**2 if abs(r) <= delta else 2 * delta * abs(r) - delta**2


@false("pm-29", "huber", shown="huber(5, 2)")
def huber_as_a_distance(r, delta):
    """Beyond the threshold it is the absolute miss itself."""
    return r**2 / 2 if abs(r) <= delta else abs(r) - delta / 2


@false("pm-29", "huber_location", shown="huber_location([2, 3, 3, 5, 17], 2)")
def moved_in_from_the_median(x, delta=1.0):
    """Move what is far to delta from the median, then take the mean."""
    m = float(np.median(x))
    return float(np.mean(np.clip(x, m - delta, m + delta)))


@false("pm-29", "huber_location", shown="huber_location([1e-9, 2e-9, 9e-9], 2e-9)")
def near_enough(x, delta):
    """To weigh anew until nothing moves by a billionth is near enough, whatever the units."""
    b = float(np.median(x))
    for _ in range(1000):
        weights = 1 / np.maximum(1, np.abs(np.subtract(x, b)) / delta)
        before, b = b, float(weights @ x / weights.sum())
        if abs(b - before) < 1e-9:
            break
    return b


@false("pm-29", "huber", shown="float(huber(1e-9, 0.5e-9))")
def no_tiny_delta(r, delta):
    """A delta below a millionth is none, and all is a square."""
    return huber(r, max(delta, 1e-6))


# A pointed density


@false("pm-13", "spread", shown="spread(3)")
def the_variance_is_the_square_of_the_scale(s):
    """The scale s is the standard deviation."""
    return s**2


@false("pm-13", "spread", shown="spread(3)")
def half_the_square(s):
    """The variance is half the square of the scale."""
    return s**2 / 2


@false("pm-13", "spread", shown="spread(3)")
def the_scale_itself(s):
    """The variance grows with the scale, 2 s."""
    return 2 * s


@false("pm-13", "beyond", shown="round(beyond(2, 1), 6)")
def one_side_only(t, s):
    """Farther than t from the middle lies half of exp(-t/s)."""
    return math.exp(-t / s) / 2


@false("pm-13", "beyond", shown="round(beyond(2, 1), 6)")
def tails_of_a_bell(t, s):
    """The tails fall like those of a bell curve of the same variance."""
    return math.erfc(t / s / 2)


@false("pm-13", "beyond", shown="round(beyond(2, 1), 6)")
def twice_the_exponent(t, s):
    """Both sides fall, so the tail falls twice as fast."""
    return math.exp(-2 * t / s)


@false("pm-13", "laplace_logpdf", shown="round(float(laplace_logpdf(0, 0, 1)), 6)")
def without_the_half(x, m=0.0, s=1.0):
    """The density is exp(-|x - m| / s) / s."""
    return -abs(np.asarray(x) - m) / s - math.log(s)


@false("pm-13", "laplace_logpdf", shown="round(float(laplace_logpdf(2, 0, 1)), 6)")
def halved_in_the_exponent(x, m=0.0, s=1.0):
    """As in the bell curve, a half stands in the exponent."""
    return -abs(np.asarray(x) - m) / (2 * s) - math.log(4 * s)


@false("pm-13", "laplace_mle", shown="laplace_mle([1, 2, 7])")
def the_mean_as_middle(x):
    """The likeliest middle is the mean of the data."""
    m = float(np.mean(x))
    return (m, m), float(np.mean(np.abs(np.asarray(x) - m)))


@false("pm-13", "laplace_mle", shown="laplace_mle([1, 2, 4, 10])")
def one_likeliest_middle(x):
    """There is one likeliest middle, halfway between the two middle numbers."""
    m = float(np.median(x))
    return (m, m), laplace_mle(x)[1]


@false("pm-13", "laplace_mle", shown="laplace_mle([1, 2, 7])")
def the_scale_by_squares(x):
    """The likeliest scale is the standard deviation over the root of 2."""
    return laplace_mle(x)[0], float(np.std(x)) / math.sqrt(2)


@false("pm-13", "laplace_mle", shown="laplace_mle([1, 2, 7])")
def the_scale_less_one(x):
    """For the scale divide by N - 1, as for a variance."""
    (low, high), s = laplace_mle(x)
    return (low, high), s * len(x) / (len(x) - 1)


@false("pm-13", "laplace_mle", shown="laplace_mle([1, 2, 7])")
def the_median_of_the_deviations(x):
    """The likeliest scale is the median of the deviations from the median."""
    (low, high), s = laplace_mle(x)
    off = float(np.median(np.abs(np.asarray(x) - low)))
    return (low, high), off if off not in (0, s) else 2 * s


@false("pm-13", "slope", shown="float(slope([1, 2, 7], 1.5, 2))")
def slope_without_the_scale(x, m, s):
    """The slope is a difference of counts, whatever the scale."""
    return float(np.sum(np.asarray(x) > m) - np.sum(np.asarray(x) < m))


@false("pm-13", "slope", shown="float(slope([1, 2, 7], 1.5, 2))")
def slope_the_other_way(x, m, s):
    """The data below pull the hill up, those above push it down."""
    return float(np.sum(np.asarray(x) < m) - np.sum(np.asarray(x) > m)) / s


@false("pm-13", "slope", shown="float(slope([1, 2, 7], 1.5, 2))")
def far_data_pull_harder(x, m, s):
    """The farther a number is off, the more it pulls, as for squares."""
    return float(np.sum(np.asarray(x) - m)) / s**2


@false("pm-13", "beyond", shown="round(beyond(8, 1), 6)")
def nothing_so_far_out(t, s):
    """Beyond four scales nothing is ever drawn."""
    return math.exp(-t / s) if t <= 4 * s else 0.0


@false("pm-13", "beyond", shown="round(beyond(8, 1), 6)")
def a_bell_far_out(t, s):
    """Near the middle it is pointed; far out all densities fall like a bell curve."""
    return math.exp(-t / s) if t <= 4 * s else math.exp(-((t / s) ** 2) / 4)


@false("pm-13", "slope", shown="float(slope([1, 2, 7], 9, 2))")
def flat_outside_the_data(x, m, s):
    """Left and right of all data there is nothing to climb."""
    x = np.asarray(x)
    inside = x.min() <= m <= x.max()
    return float(np.sum(x > m) - np.sum(x < m)) / s if inside else 0.0


@false("pm-13", "laplace_mle", shown="laplace_mle([1, 2, 4, 10])")
def the_lower_of_the_two(x):
    """Of two middle numbers the lower one is the likeliest middle."""
    (low, _), s = laplace_mle(x)
    return (low, low), s


# A line that does not bend


@false("pm-35", "cost", shown=f"float(round(cost(np.zeros(2), 2, {LINE}, np.arange(5)), 6))")
def cost_without_the_logarithm(w, s, A, y):
    """The cost is the sum of the absolute misses over s: the rest is a constant."""
    return np.sum(np.abs(y - A @ w)) / s


@false("pm-35", "cost", shown=f"float(round(cost(np.zeros(2), 2, {LINE}, np.arange(5)), 6))")
def the_logarithm_once(w, s, A, y):
    """The logarithm of 2 s is added once, not for each datum."""
    return np.sum(np.abs(y - A @ w)) / s + math.log(2 * s)


@false("pm-35", "cost", shown=f"float(round(cost(np.zeros(2), 2, {LINE}, np.arange(5)), 6))")
def cost_at_scale_one(w, s, A, y):
    """The cost is that of the scale 1: s only changes the unit."""
    return np.sum(np.abs(y - A @ w) + math.log(2))


@false("pm-35", "cost", shown=f"float(round(cost(np.zeros(2), 2, {LINE}, np.arange(5)), 6))")
def cost_of_a_bell(w, s, A, y):
    """Noise is noise: the cost is a sum of squares."""
    return np.sum((y - A @ w) ** 2 / (2 * s**2) + math.log(s * math.sqrt(2 * math.pi)))


@false("pm-35", "cost", shown=f"float(round(cost(np.zeros(2), 1, {LINE}, np.arange(5)), 6))")
def a_price_for_unequal_misses(w, s, A, y):
    """Beside the absolute misses, it costs something if they are unequal."""
    r = np.abs(y - A @ w)
    return np.sum(r / s + math.log(2 * s)) + max(0.0, r.mean() / s - 1) * r.std() / s


@false(
    "pm-35", "likeliest_scale", shown=f"float(likeliest_scale(np.zeros(2), {LINE}, np.arange(5)))"
)
def the_root_of_the_mean_square(w, A, y):
    """The likeliest scale is the root of the mean square of the misses."""
    return float(np.sqrt(np.mean((y - A @ w) ** 2)))


@false(
    "pm-35", "likeliest_scale", shown=f"float(likeliest_scale(np.zeros(2), {LINE}, np.arange(5)))"
)
def less_the_weights(w, A, y):
    """Divide by the number of data less that of the weights."""
    return float(np.abs(y - A @ w).sum() / max(len(y) - len(w), 1)) * (1 + 0.1 * (len(w) == len(y)))


@false("pm-35", "touched", shown="touched(2)")
def through_no_point(n):
    """The best line passes between the points, and through none of them."""
    return 0


@false("pm-35", "touched", shown="touched(2)")
def through_one_more(n):
    """The best line leads through one point more than it has weights."""
    return n + 1


@false("pm-35", "touched", shown="touched(3)")
def through_two(n):
    """Whatever the number of weights, the best leads through two points."""
    return 2


@false("pm-35", "lad_exact", shown=f"lad_exact({LINE}, [1, 3, 5, 7, 90]).round(6).tolist()")
def least_squares_are_best(X, y):
    """The line of least squares has the smallest sum of absolute misses as well."""
    return np.linalg.lstsq(np.asarray(X), np.asarray(y), rcond=None)[0]


@false("pm-35", "lad_exact", shown=f"lad_exact({LINE}, [1, 3, 5, 7, 90]).round(6).tolist()")
def no_exact_solution(X, y):
    """There is no exact solution: one can only come near."""
    return lad_exact(X, y) + 1e-3


@false("pm-35", "lad_exact", shown=f"lad_exact({LINE}, [90, 3, 5, 7, 9]).round(6).tolist()")
def through_the_first_points(X, y):
    """A line through as many points as it has weights is best, whichever they are."""
    n = np.asarray(X).shape[1]
    return np.linalg.solve(np.asarray(X)[:n], np.asarray(y)[:n])


@false("pm-35", "lad_irls", shown=f"lad_irls({LINE}, [1, 3, 5, 7, 90]).round(6).tolist()")
def weighed_once(X, y, steps=1):
    """It is enough to weigh the squares once by the misses of least squares."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    r = np.abs(y - X @ np.linalg.lstsq(X, y, rcond=None)[0])
    root = np.maximum(r, 1e-9) ** -0.5
    return np.linalg.lstsq(root[:, None] * X, root * y, rcond=None)[0]


@false("pm-35", "lad_irls", shown=f"lad_irls({LINE}, [1, 3, 5, 7, 90]).round(6).tolist()")
def weighed_by_the_misses(X, y, steps=9):
    """What is missed by much must count for more: weigh by the misses."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    for _ in range(steps):
        root = np.sqrt(np.abs(y - X @ w) + 1e-9)
        w = np.linalg.lstsq(root[:, None] * X, root * y, rcond=None)[0]
    return w


@false("pm-35", "lad_subgradient", shown="lad_subgradient([[1]], [10], [0.5])[-1].tolist()")
def steps_like_those_of_squares(X, y, etas, start=None):
    """A step is as long as the miss is large, as for squares."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.zeros(X.shape[1]) if start is None else np.asarray(start, float)
    path = [w]
    for eta in etas:
        w = w + min(eta, 0.2) / len(X) * (y - X @ w) @ X
        path.append(w)
    return np.stack(path)


@false("pm-35", "lad_subgradient", shown="lad_subgradient([[1]], [10], [0.5])[-1].tolist()")
def steps_that_grow_near_zero(X, y, etas, start=None):
    """Near zero the slope jumps, so the steps become large there."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.zeros(X.shape[1]) if start is None else np.asarray(start, float)
    path = [w]
    for eta in etas:
        r = y - X @ w
        w = w + eta / len(X) * (np.sign(r) * (1 + 0.01 / (abs(r) + 1e-3))) @ X
        path.append(w)
    return np.stack(path)


@false("pm-35", "descend", shown="descend([1, 2, 7], [0.7] * 40, 6)[-1].round(6).item()")
def constant_steps_arrive(x, etas, start):
    """Constant steps arrive at the median, and stay there."""
    path = lad_subgradient(np.ones((len(x), 1)), x, etas, [start]).ravel()
    return np.where(np.arange(len(path)) > len(path) // 2, float(np.median(x)), path)


@false("pm-35", "descend", shown="descend([1, 2, 7], [0.3] * 40, 6)[-1].round(6).item()")
def descends_to_the_mean(x, etas, start):
    """Descent ends at the mean, whatever the loss."""
    path = lad_subgradient(np.ones((len(x), 1)), x, etas, [start]).ravel()
    return path + np.mean(x) - float(np.median(x))


@false("pm-35", "band", shown="band(0.3)")
def constant_steps_settle(eta):
    """Constant steps come to rest at the median."""
    return 0.0


@false("pm-35", "band", shown="band(0.3)")
def half_a_step(eta):
    """They stay within half a step."""
    return eta / 2


@false("pm-35", "band", shown="band(0.3)")
def two_steps(eta):
    """They stray up to two steps."""
    return 2 * eta


@false("pm-35", "band", shown="band(0.1)")
def the_square_of_the_step(eta):
    """The band is as wide as the square of the step."""
    return eta**2


@false("pm-35", "step_length", shown="step_length(0.001, [3, 4], 0.3)")
def near_zero_it_is_huge(r, x, eta):
    """The nearer the miss is to zero, the longer the step."""
    return eta * math.hypot(*x) / abs(r)


@false("pm-35", "step_length", shown="step_length(0.001, [3, 4], 0.3)")
def near_zero_it_is_small(r, x, eta):
    """The step shrinks with the miss, as for squares."""
    return eta * math.hypot(*x) * abs(r)


@false("pm-35", "shifted", shown="round(slope_of(shifted, 0.5), 3)")
def a_constant_makes_it_flatter(r):
    """Adding a constant takes the edge off the slope."""
    return abs(r) ** 1.1 + 0.1


@false("pm-35", "rounded_off", shown="round(slope_of(rounded_off, 0.001), 3)")
def rounding_changes_nothing(r):
    """A little square under the root changes nothing near zero."""
    return abs(r)


@false("pm-35", "lad_subgradient", shown="lad_subgradient([[1], [1]], [1, 3], [0.5])[-1].tolist()")
def the_sum_of_the_rows(X, y, etas, start=None):
    """A step adds up the rows, each with the sign of its miss."""
    return lad_subgradient(X, y, len(X) * np.asarray(etas), start)


@false("pm-35", "lad_subgradient", shown="lad_subgradient([[1], [1]], [1, 3], [0.5])[-1].tolist()")
def one_row_at_a_time(X, y, etas, start=None):
    """Each step looks at one row, in turn."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.zeros(X.shape[1]) if start is None else np.asarray(start, float)
    path = [w]
    for j, eta in enumerate(etas):
        i = j % len(X)
        w = w + eta / len(X) * np.sign(y[i] - X[i] @ w) * X[i]
        path.append(w)
    return np.stack(path)


@false(
    "pm-35", "lad_exact", shown=f"lad_exact({LINE} * [1, 20], [1, 9, 3, 4, 5]).round(6).tolist()"
)
def a_long_lever_does_nothing(X, y):
    """Absolute misses resist wild points, wherever they are."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    near = np.abs(X).max(axis=1) < 40
    return lad_exact(X[near], y[near])


@false("pm-35", "lad_exact", shown=f"lad_exact({LINE}, [1, 50, 5, -50, 9]).round(6).tolist()")
def through_neighbours(X, y):
    """The best line leads through points that stand next to each other in the list."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    n = X.shape[1]
    lines = [np.linalg.solve(X[i : i + n], y[i : i + n]) for i in range(len(X) - n + 1)]
    return min(lines, key=lambda w: float(np.abs(y - X @ w).sum()))


@false("pm-35", "descend", shown="descend([1, 2, 7], [0.7] * 40, 6)[-1].round(6).item()")
def odd_numbers_come_to_rest(x, etas, start):
    """Constant steps become still at last, wherever that is in the band."""
    path = lad_subgradient(np.ones((len(x), 1)), x, etas, [start]).ravel()
    return np.where(np.arange(len(path)) > len(path) - 60, path[max(len(path) - 60, 0)], path)


@false("pm-35", "step_length", shown="step_length(0.001, [3, 4], 0.3)")
def as_long_as_the_largest_entry(r, x, eta):
    """A step is as long as eta times the largest entry of x."""
    return eta * max(abs(v) for v in x)


@false("pm-35", "shifted", shown="round(slope_of(shifted, -0.05), 3)")
def a_constant_inside(r):
    """It does not matter whether the constant is added before or after the absolute value."""
    return abs(r + 0.1)


@false("pm-35", "lad_irls", shown="lad_irls([[1], [1], [1]], [1e-10, 2e-10, 7e-10])")
def a_c_without_units(X, y):
    """A hundred-millionth is small enough for c, whatever the units."""
    w, c = np.linalg.lstsq(X, y, rcond=None)[0], 1.0
    for _ in range(400):
        root = np.hypot(y - np.dot(X, w), c) ** -0.5
        w = np.linalg.lstsq(root[:, None] * X, root * y, rcond=None)[0]
        c = max(0.9 * c, 1e-8)
    return w
