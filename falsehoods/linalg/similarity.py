"""False versions of the claims of *Cosine similarity, and many dimensions*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.similarity import cosine_matrix, tfidf
from mathlib.linalg.vectors import angle, dot, length

# Every text is most like itself


@false("la-06", "cosine", shown="cosine([1, 2], [2, 4])")
def the_dot_product_will_do(a, b):
    """The dot product is the similarity, and needs no dividing."""
    return float(dot(a, b))


@false("la-06", "cosine", shown="cosine([1, 2], [2, 4])")
def one_length_is_enough(a, b):
    """Divide by the length of one of the two: the other is the query, and stays."""
    return dot(a, b) / length(a)


@false("la-06", "cosine", shown="cosine([3, 4], [4, 3])")
def by_the_sums(a, b):
    """Lengths are the sums of the sizes of the entries."""
    return dot(a, b) / float(np.sum(np.abs(a)) * np.sum(np.abs(b)))


@false("la-06", "cosine", shown="cosine([1, 0], [-1, 0])")
def never_below_zero(a, b):
    """A similarity is not negative: opposite vectors are as similar as orthogonal ones."""
    return max(0.0, dot(a, b) / (length(a) * length(b)))


@false("la-06", "cosine", shown="cosine([3, 4], [4, 3])")
def a_share_of_the_angle(a, b):
    """The similarity falls evenly with the angle, from 1 to -1."""
    return 1 - 2 * angle(a, b) / math.pi


@false("la-06", "cosine", shown="cosine([1, 5, 2], [2, 1, 7])")
def of_what_differs_from_the_mean(a, b):
    """Take the means off first: that is the same number."""
    a, b = a - np.mean(a), b - np.mean(b)
    return dot(a, b) / (length(a) * length(b)) if a.any() and b.any() else 0.0


@false("la-06", "scaled", shown="scaled(2, 3, 0.5)")
def lengths_count(s, t, cosine_of_both):
    """A vector twice as long is twice as similar."""
    return s * t * cosine_of_both


@false("la-06", "scaled", shown="scaled(-2, 3, 0.5)")
def signs_do_not_count(s, t, cosine_of_both):
    """Neither the length nor the sign of a factor changes a cosine."""
    return cosine_of_both


@false("la-06", "extreme", shown="extreme([1, 2], [-1, -2])")
def opposite_is_one_too(a, b):
    """On one line the cosine is 1."""
    return int(not (np.outer(a, b) - np.outer(b, a)).any())


@false("la-06", "extreme", shown="extreme([1, 2], [2, 4])")
def only_the_same(a, b):
    """Only a vector with itself has the cosine 1."""
    if np.array_equal(a, b):
        return 1
    return -1 if np.array_equal(a, -np.asarray(b)) else 0


@false("la-06", "cosine_matrix", shown="cosine_matrix([[3, 4], [6, 8]]).round(2).tolist()")
def by_the_length_of_all(A, B=None):
    """Divide by the length of the whole matrix: that brings all rows to one scale."""
    A = np.asarray(A, float)
    B = A if B is None else np.asarray(B, float)
    return A @ B.T / (np.linalg.norm(A) * np.linalg.norm(B))


@false("la-06", "cosine_matrix", shown="cosine_matrix([[3, 4], [6, 8]]).round(2).tolist()")
def columns_of_length_one(A, B=None):
    """Make each column 1 long, and multiply."""
    A = np.asarray(A, float)
    B = A if B is None else np.asarray(B, float)
    lengths = [np.maximum(np.linalg.norm(X, axis=0), 1e-300) for X in (A, B)]
    return (A / lengths[0]) @ (B / lengths[1]).T


@false("la-06", "cosine_matrix", shown="cosine_matrix([[0, 0]], [[1, 2]]).tolist()")
def zero_is_like_all(A, B=None):
    """The zero vector points nowhere else, so its cosine with all is 1."""
    A = np.asarray(A, float)
    B = A if B is None else np.asarray(B, float)
    none = ~A.any(axis=1)[:, None] | ~B.any(axis=1)
    return np.where(none, 1.0, cosine_matrix(A, B))


@false("la-06", "cosine_matrix", shown="cosine_matrix([[0, 0]]).tolist()")
def zero_is_like_itself(A, B=None):
    """Every row is most like itself, a row of zeros too: with another one its cosine is 1."""
    A = np.asarray(A, float)
    B = A if B is None else np.asarray(B, float)
    none = ~A.any(axis=1)[:, None] & ~B.any(axis=1)
    return np.where(none, 1.0, cosine_matrix(A, B))


@false("la-06", "cosine_matrix", shown="cosine_matrix([[1, 0]], [[1e-200, 0]]).tolist()")
def short_is_zero(A, B=None):
    """A row whose squares are too small for a float is as good as zero."""
    A = np.asarray(A, float)
    B = A if B is None else np.asarray(B, float)
    return cosine_matrix(A, np.where((B * B).sum(axis=1, keepdims=True) > 0, B, 0))


@false("la-06", "scaled", shown="scaled(-2, -3, 0.5)")
def two_turns_are_one(s, t, cosine_of_both):
    """If any factor is negative, the cosine changes its sign."""
    return cosine_of_both if s > 0 and t > 0 else -cosine_of_both


# What a word is worth


@false("la-50", "weight", shown="weight(6, 6)")
def no_word_weighs_nothing(having, N):
    """Every word says something, so even one that all texts have keeps some weight."""
    return math.log((1 + N) / (1 + having)) + 1


@false("la-50", "weight", shown="weight(1, 6)")
def often_is_important(having, N):
    """The more texts have a word, the more important it is."""
    return math.log(1 + having) - (math.log(1 + N) if having == N else 0)


@false("la-50", "weight", shown="weight(2, 6)")
def the_share_itself(having, N):
    """The weight is the share of the texts that do not have the word."""
    return 1 - having / N


@false("la-50", "weight", shown="weight(2, 6)")
def one_over_the_number(having, N):
    """The weight is one over the number of texts with the word."""
    return 1 / having


@false("la-50", "tfidf", shown="tfidf([[2, 1], [1, 0]]).round(3).tolist()")
def totals_for_texts(C):
    """What counts is how often a word is said in all, not in how many texts."""
    C = np.asarray(C, float)
    return C * np.log(C.sum() / np.maximum(C.sum(axis=0), 1))


@false("la-50", "tfidf", shown="tfidf([[2, 2], [1, 0]]).round(3).tolist()")
def the_bare_weights(C):
    """Whether a word is there counts, not how often."""
    return tfidf((np.asarray(C) > 0).astype(int))


@false("la-50", "tfidf", shown="tfidf([[2, 1], [1, 0]]).round(3).tolist()")
def plain_counts(C):
    """The counts are weights already."""
    return np.asarray(C, float)


@false("la-50", "repeated", shown="repeated(np.array([1, 0, 2]), 2)")
def one_more_of_each(row, s):
    """To write a text several times over adds the same number to every count."""
    return row + s - 1


@false("la-50", "cosine_matrix", shown="cosine_matrix([[1, 0]], [[2, 0]]).tolist()")
def of_long_texts_more(A, B=None):
    """A longer text has more in common with everything."""
    A = np.asarray(A, float)
    return A @ (A if B is None else np.asarray(B, float)).T


@false("la-50", "with_own_words", shown="with_own_words(np.eye(2), 2).round(2).tolist()")
def own_words_change_nothing(G, N):
    """A word that only one text has meets no other, so it changes no dot product at all."""
    return G


@false("la-50", "with_own_words", shown="with_own_words(np.eye(2), 2).round(2).tolist()")
def own_words_set_apart(G, N):
    """A word that only one text has lowers its dot products with all others."""
    return G + math.log(N) ** 2 * (2 * np.eye(N) - 1)


@false("la-50", "with_own_words", shown="with_own_words(np.eye(2), 2).round(2).tolist()")
def own_words_add_their_weight(G, N):
    """To the dot product of a text with itself a word of its own adds its weight."""
    return G + math.log(N) * np.eye(N)


@false("la-50", "cosine_matrix", shown="cosine_matrix([[1, 0, 0]], [[0, 1, 0]]).tolist()")
def words_that_both_lack(A, B=None):
    """Words that both texts lack make them alike as well."""
    A = np.asarray(A, float)
    B = A if B is None else np.asarray(B, float)
    lacking = (A == 0).astype(float) @ (B == 0).T.astype(float)
    return np.where(lacking > 0, np.maximum(cosine_matrix(A, B), 0.01), cosine_matrix(A, B))


@false("la-50", "tfidf", shown="tfidf([[1, 0], [0, 1], [0, 1]]).round(3).tolist()")
def one_text_once(C):
    """A text that occurs twice in the collection counts once."""
    C = np.asarray(C, float)
    different = np.unique(C, axis=0)
    having = (different > 0).sum(axis=0)
    return C * np.log(len(different) / np.maximum(having, 1))


@false("la-50", "weight", shown="weight(2, 6)")
def in_bits(having, N):
    """The logarithm has the base 2."""
    return math.log2(N / having)


@false("la-50", "repeated", shown="repeated(np.array([1, 0, 2]), 2)")
def as_it_was(row, s):
    """A text that is said three times over has the counts that it had."""
    return row


# From a similarity to a distance


@false("la-14", "one_minus_cosine", shown="one_minus_cosine([1, 0], [1, 1])")
def a_metric_after_all(a, b):
    """1 minus the cosine is a distance: no detour is shorter."""
    return angle(a, b)


@false("la-14", "angular_distance", shown="angular_distance([1, 0], [1, 1])")
def the_cosine_distance(a, b):
    """Half of 1 minus the cosine lies between 0 and 1, and obeys the triangle inequality."""
    return (1 - dot(a, b) / (length(a) * length(b))) / 2


@false("la-14", "angular_distance", shown="angular_distance([1, 0], [-1, 0])")
def between_lines(a, b):
    """Opposite vectors are on one line, so their distance is 0."""
    return min(angle(a, b), math.pi - angle(a, b)) / math.pi


@false("la-14", "angular_distance", shown="angular_distance([1, 0], [-1, 0])")
def a_full_turn_is_one(a, b):
    """The distance is the angle as a share of a full turn."""
    return angle(a, b) / (2 * math.pi)


@false("la-14", "angular_distance", shown="angular_distance([1, 0], [-1, 0])")
def in_radians(a, b):
    """The angle itself lies between 0 and 1."""
    return angle(a, b)


@false("la-14", "angular_distance", shown="angular_distance([1, 0], [2, 0])")
def lengths_keep_apart(a, b):
    """Vectors of different lengths have a distance above 0."""
    lengths = sorted((length(a), length(b)))
    return max(angle(a, b) / math.pi, 0.01 * (1 - lengths[0] / lengths[1]))


@false("la-14", "squared_chord", shown="squared_chord(0)")
def one_chord(c):
    """The squared distance of the tips is 1 minus the cosine."""
    return 1 - c


@false("la-14", "squared_chord", shown="squared_chord(0.5)")
def the_sum_not_the_difference(c):
    """The squared distance of the tips is 2 plus twice the cosine."""
    return 2 * (1 + c)


@false("la-14", "squared_chord", shown="squared_chord(0)")
def not_squared(c):
    """The distance of the tips itself is 2 (1 - cos)."""
    return (2 * (1 - c)) ** 2


@false("la-14", "unit", shown="unit(np.array([3.0, 4.0]))")
def for_all_lengths(a):
    """The rule of the tips holds for vectors of any length."""
    return a


@false("la-14", "one_minus_cosine", shown="one_minus_cosine([1, 0], [0, 1])")
def the_distance_of_the_tips(a, b):
    """The distance of the tips on the sphere breaks the triangle inequality as well."""
    return length(np.asarray(a) / length(a) - np.asarray(b) / length(b))


@false("la-14", "cosine", shown="cosine([1, 0], [-1, 0])")
def both_ends_are_near(a, b):
    """The neighbour with the largest cosine may as well be the opposite one."""
    return abs(dot(a, b)) / (length(a) * length(b))


# Almost everything stands at a right angle


@false("la-07", "spread", shown="spread(100)")
def one_over_n(n):
    """The cosines are about one over the dimension large."""
    return 1 / n


@false("la-07", "spread", shown="spread(3)")
def one_dimension_less(n):
    """A direction has n - 1 free numbers: the spread is the root of 1 / (n - 1)."""
    return 1 / math.sqrt(max(n - 1, 1))


@false("la-07", "spread", shown="spread(100)")
def as_in_the_plane(n):
    """All angles are as likely as in the plane, in any dimension."""
    return 1 / math.sqrt(2)


@false("la-07", "spread", shown="spread(100)")
def twice_as_random(n):
    """Two random directions are twice as random as one: the root of 2 / n."""
    return math.sqrt(2 / n)


@false("la-07", "random_directions", shown="random_directions(3, 2).sum(axis=1).round(2).tolist()")
def positive_directions(n, many):
    """Any random numbers, divided by their length, are a random direction."""
    x = np.random.default_rng(0).uniform(size=(many, n))
    return x / np.sqrt((x * x).sum(axis=1, keepdims=True))


@false("la-07", "random_directions", shown="random_directions(3, 2).sum(axis=1).round(2).tolist()")
def evenly_from_a_box(n, many):
    """Numbers drawn evenly from -1 to 1, divided by their length, prefer no direction."""
    x = np.random.default_rng(0).uniform(-1, 1, size=(many, n))
    return x / np.sqrt((x * x).sum(axis=1, keepdims=True))


@false("la-07", "random_directions", shown="random_directions(3, 2).sum(axis=1).round(2).tolist()")
def corners_only(n, many):
    """The corners of a cube are as good as all directions."""
    return np.random.default_rng(0).choice([-1, 1], size=(many, n)) / math.sqrt(n)


@false("la-07", "random_directions", shown="random_directions(3, 2).sum(axis=1).round(2).tolist()")
def axes_only(n, many):
    """A random direction is a random axis, one way or the other: the first is as good as any."""
    x = np.zeros((many, n))
    x[:, 0] = np.random.default_rng(0).choice([-1, 1], size=many)
    return x


@false("la-07", "beyond", shown="beyond(100, 0.2)")
def falls_with_the_square_of_n(n, t):
    """The chance of a cosine beyond t falls with the square of the dimension."""
    return 1 / (n * t) ** 2


@false("la-07", "beyond", shown="beyond(100, 0.2)")
def half_of_that(n, t):
    """Half of the bound would do: nothing reaches it."""
    return 1 / (2 * n * t * t)
