"""False versions of the claims of *Distances and penalties*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.distances import distances, distances_by_products
from mathlib.linalg.penalties import clip_by_norm, keep_largest, shrink_length, soft_threshold

# How far apart?


@false("la-13", "distances", shown="distances([[0, 0]], [[3, 4]]).tolist()")
def the_square_will_do(A, B, p=2):
    """The squared distance is a distance: it grows with the distance."""
    D = distances(A, B, p)
    return D * D


@false("la-13", "distances", shown="distances([[0, 0]], [[3, -4]], 1).tolist()")
def signs_cancel(A, B, p=2):
    """Differences are added with their signs."""
    return np.abs((np.asarray(A, float)[:, None] - np.asarray(B, float)).sum(axis=2))


@false("la-13", "distances", shown="distances([[5, 5]], [[5, 0]]).tolist()")
def of_the_lengths(A, B, p=2):
    """The distance is the difference of the lengths."""
    zero = np.zeros((1, np.shape(A)[1]))
    return np.abs(distances(A, zero, p) - distances(B, zero, p).T)


@false("la-13", "distances", shown="distances([[0, 0]], [[3, 4]]).tolist()")
def the_mean_of_the_squares(A, B, p=2):
    """A distance is a mean over the entries, so that long vectors are no farther apart."""
    return distances(A, B, p) / max(np.shape(A)[1], 1)


@false("la-13", "distances", shown="distances([[0, 0]], [[3, 4]], np.inf).tolist()")
def the_smallest_difference(A, B, p=2):
    """For p = infinity the smallest difference is what remains."""
    D = np.abs(np.asarray(A, float)[:, None] - np.asarray(B, float))
    return D.min(axis=2, initial=np.inf) if p == np.inf and D.shape[2] else distances(A, B, p)


@false("la-13", "distances", shown="distances([[9, 9]], [[8, 9]]).tolist()")
def relative_to_the_size(A, B, p=2):
    """A difference counts relative to how large the numbers are."""
    size = 1 + np.abs(np.asarray(A, float)).max(axis=1, initial=0)[:, None]
    return distances(A, B, p) / size


@false("la-13", "distances", shown="distances([[0, 0]], [[3, 4]], 3).round(2).tolist()")
def only_three_norms(A, B, p=2):
    """Whatever p is other than 1 and infinity, it is the distance as the crow flies."""
    return distances(A, B, p if p in (1, np.inf) else 2)


@false("la-13", "distances", shown="distances([[0, 0]], [[3, 4]], 1).tolist()")
def one_exponent_for_all(A, B, p=2):
    """The exponent changes the unit, and nothing else."""
    return distances(A, B, 2)


@false("la-13", "distances_by_products", shown="distances_by_products([[0]], [[1], [2]]).tolist()")
def the_other_way_round(A, B):
    """A distance is symmetric, so rows and columns may change places."""
    return distances_by_products(B, A)


@false("la-13", "distances_by_products", shown="distances_by_products([[3]], [[1]]).tolist()")
def with_a_plus(A, B):
    """The square of a difference is the sum of the squares and twice the product."""
    return distances(A, -np.asarray(B, float))


@false("la-13", "distances_by_products", shown="distances_by_products([[3]], [[1]]).tolist()")
def without_the_product(A, B):
    """The squared distance is the sum of the squared lengths, as Pythagoras says."""
    A, B = np.asarray(A, float), np.asarray(B, float)
    return np.sqrt((A * A).sum(axis=1)[:, None] + (B * B).sum(axis=1))


@false("la-13", "distances_by_products")
def no_digit_is_lost(A, B):
    """On a computer the formula is as exact as on paper."""
    return distances(A, B)


@false("la-13", "likelihoods", shown="likelihoods(np.array([[2, 2]]), np.zeros(2), 1)")
def what_is_likely_adds_up(sources, y, s):
    """That all entries change as they did is as likely as the single changes are together."""
    bell = [sum(np.exp(-s * r * r) for r in y - x) for x in sources]
    return bell, [sum(np.exp(-s * abs(r)) for r in y - x) for x in sources]


@false("la-13", "likelihoods", shown="likelihoods(np.array([[2, 2]]), np.zeros(2), 1)")
def one_noise_is_like_the_other(sources, y, s):
    """Noise is noise: both kinds make large changes rare, and so in the same way."""
    return [[float(np.exp(-s * np.sum((y - x) ** 2))) for x in sources]] * 2


@false("la-13", "best_for", shown="best_for(True)")
def manhattan_for_all(bell):
    """Manhattan is the better distance for sparse data, whatever the noise."""
    return 1


@false("la-13", "best_for", shown="best_for(False)")
def euclid_for_all(bell):
    """The Euclidean distance is the true one, so it finds the likeliest source."""
    return 2


@false("la-13", "best_for", shown="best_for(True)")
def the_largest_entries_only(bell):
    """The largest difference decides which source is the likeliest."""
    return np.inf


# Three ways to be small


@false("la-15", "shrink_squared", shown="shrink_squared([3.0, 1.0], 1).tolist()")
def without_the_two(z, lam):
    """The price lambda of the squared length divides z by 1 + lambda."""
    return np.asarray(z, float) / (1 + lam)


@false("la-15", "shrink_squared", shown="shrink_squared([3.0, 1.0], 1).tolist()")
def ridge_makes_zeros(z, lam):
    """Ridge takes small entries to zero, too."""
    return soft_threshold(z, lam)


@false("la-15", "shrink_squared", shown="shrink_squared([3.0, 1.0], 0.2).round(2).tolist()")
def a_share_is_taken_off(z, lam):
    """Ridge takes the share 2 lambda off each entry."""
    return np.asarray(z, float) * (1 - 2 * lam)


@false("la-15", "soft_threshold", shown="soft_threshold([3.0, 0.5], 1).tolist()")
def the_rest_stays(z, lam):
    """What is larger than the price stays as it is; what is smaller goes."""
    z = np.asarray(z, float)
    return np.where(np.abs(z) > lam, z, 0)


@false("la-15", "soft_threshold", shown="soft_threshold([3.0, 0.5], 1).tolist()")
def beyond_zero(z, lam):
    """Each entry moves by the price towards zero, and on beyond it."""
    z = np.asarray(z, float)
    return z - lam * np.sign(z)


@false("la-15", "soft_threshold", shown="soft_threshold([-3.0, 0.5], 1).tolist()")
def negative_ones_go(z, lam):
    """Take the price off, and cut at zero."""
    return np.maximum(np.asarray(z, float) - lam, 0)


@false("la-15", "soft_threshold", shown="soft_threshold([3.0, 1.5], 1).tolist()")
def by_half_the_price(z, lam):
    """With a half in front of the square, half the price comes off."""
    return soft_threshold(z, lam / 2)


@false("la-15", "soft_threshold", shown="soft_threshold([3.0, 4.0], 1).tolist()")
def the_whole_vector(z, lam):
    """The 1-norm shortens the vector as a whole, and keeps its direction."""
    return shrink_length(z, lam)


@false("la-15", "shrink_length", shown="shrink_length([3.0, 4.0], 1).round(2).tolist()")
def the_length_is_ridge(z, lam):
    """Whether the length or its square is the penalty makes no difference."""
    return np.asarray(z, float) / (1 + 2 * lam)


@false("la-15", "shrink_length", shown="shrink_length([0.3, 0.4], 1).round(2).tolist()")
def past_the_origin(z, lam):
    """z (1 - lambda / |z|) holds for every z."""
    z = np.asarray(z, float)
    long = np.linalg.norm(z)
    return z * (1 - lam / long) if long else z


@false("la-15", "shrink_length", shown="shrink_length([3.0, 4.0], 1).round(2).tolist()")
def single_entries(z, lam):
    """The length takes single entries to zero, as the 1-norm does."""
    return soft_threshold(z, lam)


@false("la-15", "shrink_length", shown="shrink_length([3.0, 4.0], 1).round(2).tolist()")
def a_share_of_the_price(z, lam):
    """The direction stays, and all entries are multiplied by 1 - lambda."""
    return np.asarray(z, float) * max(1 - lam, 0)


@false("la-15", "shrink_length", shown="shrink_length([3.0, 4.0], 1).round(2).tolist()")
def by_the_other_norm(z, lam):
    """z (1 - lambda / |z|) holds with any norm of z."""
    z = np.asarray(z, float)
    long = np.abs(z).sum()
    return z * max(1 - lam / long, 0) if long else z


@false("la-15", "zeros_promised", shown="zeros_promised([3.0, 1.0], 1)")
def only_below_the_price(z, price):
    """An entry that is just as large as the price stays."""
    before = sum(v == 0 for v in z)
    return [
        before,
        sum(abs(v) < price for v in z),
        len(z) if np.linalg.norm(z) < price else before,
    ]


@false("la-15", "one_step", shown="one_step(torch.optim.AdamW)")
def decay_is_ridge(optimiser, decay=0.5):
    """Ridge is weight decay, whatever makes the steps."""
    return [0.9, 0.9]


@false("la-15", "zeros_promised", shown="zeros_promised([3.0, 0.5], 1)")
def all_three_make_zeros(z, price):
    """Any penalty makes small entries zero."""
    return [sum(abs(v) <= price for v in z)] * 3


@false("la-15", "zeros_promised", shown="zeros_promised([0.3, 0.5], 1)")
def never_all(z, price):
    """The length alone never makes the whole vector zero."""
    return [0, sum(abs(v) <= price for v in z), 0]


# The nearest that is allowed


@false("la-16", "clip_by_norm", shown="clip_by_norm([3.0, -4.0], 1).round(2).tolist()")
def each_entry_for_itself(g, c):
    """A gradient is clipped entry by entry."""
    return np.clip(np.asarray(g, float), -c, c)


@false("la-16", "clip_by_norm", shown="clip_by_norm([0.3, 0.4], 1).round(2).tolist()")
def always_that_long(g, c):
    """Clipping makes every gradient c long."""
    g = np.asarray(g, float)
    long = np.linalg.norm(g)
    return g * c / long if long else g


@false("la-16", "clip_by_norm", shown="clip_by_norm([3.0, -4.0], 1).round(2).tolist()")
def too_long_is_dropped(g, c):
    """A gradient that is too long is left out."""
    g = np.asarray(g, float)
    return g if np.linalg.norm(g) <= c else 0 * g


@false("la-16", "clip_by_norm", shown="clip_by_norm([3.0, -4.0], 1).round(2).tolist()")
def by_the_largest_entry(g, c):
    """Divide by the largest entry: then none is above c."""
    g = np.asarray(g, float)
    most = np.max(np.abs(g), initial=0)
    return g * min(1, c / most) if most else g


@false("la-16", "clip_by_norm", shown="clip_by_norm([3.0, -4.0], 1).round(2).tolist()")
def the_length_is_taken_off(g, c):
    """Clipping takes c off the length."""
    return shrink_length(g, c)


@false("la-16", "clipped_length", shown="clipped_length(0.5, 1)")
def always_the_bound(long, c):
    """After clipping every gradient is c long."""
    return c


@false("la-16", "into_box", shown="into_box(np.array([3.0]), np.array([1.0]), 1.0)")
def the_box_lies_at_zero(g, x, c):
    """Clip each entry to c: that is what the bound says."""
    return np.clip(g, -c, c)


@false("la-16", "into_box", shown="into_box(np.array([3.0]), np.array([0.5]), 1.0)")
def in_proportion(g, x, c):
    """An entry may change by the share c of what it was."""
    return x + np.clip(g - x, -c * np.abs(x), c * np.abs(x))


@false("la-16", "into_box", shown="into_box(np.array([3.0]), np.array([1.0]), 1.0)")
def back_to_the_picture(g, x, c):
    """An entry that is too far away goes back to what it was."""
    return np.where(np.abs(g - x) <= c, g, x)


@false("la-16", "into_box", shown="into_box(np.array([3.0, 0]), np.array([1.0, 1]), 1.0)")
def by_the_length(g, x, c):
    """The change is at most c long, so that no entry moves by more."""
    return x + clip_by_norm(g - x, c)


@false("la-16", "keep_largest", shown="keep_largest([3.0, -5.0, 1.0], 1).tolist()")
def the_largest_not_in_size(w, k):
    """The largest weights are those that are kept, so the negative ones go first."""
    w = np.asarray(w, float)
    kept = np.zeros(len(w))
    at = np.argsort(-w, kind="stable")[:k]
    kept[at] = w[at]
    return kept


@false("la-16", "keep_largest", shown="keep_largest([3.0, -5.0, 1.0], 1).tolist()")
def as_many_are_dropped(w, k):
    """k entries are dropped."""
    return keep_largest(w, len(w) - k)


@false("la-16", "keep_largest", shown="keep_largest([3.0, -5.0, 1.0], 2).tolist()")
def softly(w, k):
    """What is kept is shortened by the largest that is dropped."""
    w = np.asarray(w, float)
    sizes = np.sort(np.abs(w))[::-1]
    return soft_threshold(w, sizes[k]) if k < len(w) else w


@false("la-16", "keep_largest", shown="keep_largest([2.0, -2.0, 1.0], 1).tolist()")
def all_of_that_size(w, k):
    """What is as large as the k-th largest is kept."""
    w = np.asarray(w, float)
    return np.where(np.abs(w) >= np.sort(np.abs(w))[-k], w, 0) if k else 0 * w


@false("la-16", "only_one", shown="only_one([2, -2, 1], 1)")
def never_another(g, k):
    """There is one nearest vector, as with the other bounds."""
    return True


@false("la-16", "only_one", shown="only_one([3, 0, 0], 2)")
def zeros_are_a_choice_too(g, k):
    """Wherever a kept and a dropped entry have one size, another vector is as near."""
    sizes = np.sort(np.abs(g))
    return not 0 < k < len(g) or sizes[-k] > sizes[-k - 1]


@false("la-16", "dropped", shown="dropped([3.0, -5.0, 1.0], 1)")
def the_sum_of_what_is_kept(g, k):
    """The squared distance is the sum of the squares that are kept."""
    return np.sort(np.square(g))[len(g) - k :].sum()


@false("la-16", "dropped", shown="dropped([3.0, -5.0, 1.0], 1)")
def sums_of_sizes(g, k):
    """The squared distance is the square of the sum of what was dropped."""
    return np.sort(np.abs(g))[: len(g) - k].sum() ** 2
