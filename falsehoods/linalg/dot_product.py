"""False versions of the claims of *Vectors and the dot product*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.vectors import angle, dot, length

# A vector, and its three shapes


@false("la-01", "as_column", shown="as_column([1, 2]).shape")
def a_row_is_as_good(x):
    """A column is one list of numbers in a matrix, so its shape is (1, n)."""
    return np.reshape(x, (1, -1))


@false("la-01", "as_column", shown="as_column([1, 2]).shape")
def transposing_is_enough(x):
    """`.T` makes a column of a vector."""
    return np.asarray(x).T


@false("la-01", "as_column", shown="as_column(as_column([1, 2])).shape")
def one_axis_more(x):
    """`x[:, None]` makes a column of whatever x is."""
    return np.asarray(x)[:, None]


@false("la-01", "added", shown="added((3,), (3, 1))")
def entry_by_entry(s, t):
    """Two vectors of n entries have a sum of n entries, however they are stored."""
    return max(s, t, key=len)


@false("la-01", "added", shown="added((3,), (3, 1))")
def flat_is_a_column(s, t):
    """A flat array counts as a column: the missing axis is put behind."""
    axes = max(len(s), len(t))
    s, t = (shape + (1,) * (axes - len(shape)) for shape in (s, t))
    return tuple(max(pair) for pair in zip(s, t, strict=True))


@false("la-01", "all_pairs", shown="all_pairs([0, 1], [10, 20])")
def the_column_runs_to_the_right(c, x):
    """In the table of sums the column gives each row its place: entry (i, j) is c_j + x_i."""
    return [[c_j + x_i for c_j in c] for x_i in x]


@false("la-01", "all_pairs", shown="all_pairs([2, 3], [10, 20])")
def a_table_is_of_products(c, x):
    """A column and a flat array make a table of products."""
    return [[c_i * x_j for x_j in x] for c_i in c]


@false("la-01", "turned", shown="turned((3,))")
def it_turns_a_flat_array(shape):
    """The transpose of a flat array is a column."""
    return shape[::-1] if len(shape) > 1 else (*shape, 1)


# One number from two vectors


@false("la-02", "dot", shown="dot([1, 2], [3, -4])")
def sizes_alone(a, b):
    """A dot product adds up sizes, so it is never negative."""
    return dot(np.abs(a), np.abs(b)) if len(a) == len(b) else dot(a, b)


@false("la-02", "dot", shown="dot([1, 2], [3, 4])")
def add_first(a, b):
    """Whether one multiplies first or adds first does not matter."""
    return int(np.sum(a)) * int(np.sum(b)) if len(a) == len(b) else dot(a, b)


@false("la-02", "dot", shown="dot([1, 2], [3, 4])")
def a_mean(a, b):
    """The dot product is the mean of the products."""
    return dot(a, b) / max(1, len(a))


@false("la-02", "dot", shown="dot([1, 2], [3, 4])")
def the_last_one_is_lost(a, b):
    """The sum runs up to n - 1, so entry n - 1 is not in it."""
    return dot(a[:-1], b[:-1])


@false("la-02", "dot")
def as_far_as_both_go(a, b):
    """Where one vector has more entries, as many are used as both have."""
    n = min(len(a), len(b))
    return dot(a[:n], b[:n])


@false("la-02", "dot", shown="dot([], [])")
def an_empty_one_is_one(a, b):
    """A product of nothing is 1."""
    return dot(a, b) if len(a) or len(b) else 1


@false("la-02", "first_line", shown="first_line([1, 2], [3, 4])")
def the_order_is_a_sign(a, b):
    """Changing the order changes the sign, as of a difference."""
    return -dot(a, b)


@false("la-02", "second_line", shown="second_line(2, [1, 2], 3, [0, 1], [1, 1])")
def both_numbers_for_both(s, a, t, b, c):
    """The numbers come out together, as their product."""
    return s * t * (dot(a, c) + dot(b, c))


@false("la-02", "second_line", shown="second_line(-2, [1, 2], 3, [0, 1], [1, 1])")
def sizes_come_out(s, a, t, b, c):
    """A number comes out by its size, as it does of a length."""
    return abs(s) * dot(a, c) + abs(t) * dot(b, c)


@false("la-02", "length", shown="length([3, 4])")
def steps_on_a_grid(a):
    """The length of a vector is the sum of the sizes of its entries."""
    return float(np.sum(np.abs(a)))


@false("la-02", "length", shown="length([3, 4])")
def without_the_root(a):
    """The length of a vector is its dot product with itself."""
    return dot(a, a)


# In the plane: two lengths and a cosine


@false("la-03", "polar_dot", shown="polar_dot(1, 0, 1, 1)")
def a_sine(norm_a, alpha, norm_b, beta):
    """The dot product is two lengths times the sine: the area that the arrows span."""
    return norm_a * norm_b * math.sin(beta - alpha)


@false("la-03", "polar_dot", shown="polar_dot(1, 1, 1, 1)")
def directions_add_up(norm_a, alpha, norm_b, beta):
    """The directions add up, as they do when turns follow each other."""
    return norm_a * norm_b * math.cos(beta + alpha)


@false("la-03", "polar_dot", shown="polar_dot(2, 0, 3, 1)")
def the_cosine_alone(norm_a, alpha, norm_b, beta):
    """The dot product is the cosine of the angle."""
    return math.cos(beta - alpha)


@false("la-03", "polar_dot", shown="polar_dot(1, 0, 1, 3)")
def never_negative(norm_a, alpha, norm_b, beta):
    """A product of lengths is not negative, whatever the directions are."""
    return norm_a * norm_b * abs(math.cos(beta - alpha))


@false("la-03", "dot", shown="dot([1, 2], [3, 4])")
def the_first_coordinates(a, b):
    """Only the first coordinates count: lay one of the arrows along the axis."""
    return a[0] * b[0]


@false("la-03", "shadow", shown="shadow(2, 0, 3)")
def a_shadow_is_a_length(norm_a, alpha, beta):
    """A shadow has a length, and no sign."""
    return norm_a * abs(math.cos(beta - alpha))


@false("la-03", "shadow", shown="shadow(2, 0, 1)")
def the_height_above(norm_a, alpha, beta):
    """The shadow is as long as the way from the tip of a down to the line of b."""
    return norm_a * math.sin(beta - alpha)


@false("la-03", "shadow", shown="shadow(2, 0, 1)")
def the_longer_way(norm_a, alpha, beta):
    """The shadow is the length divided by the cosine, as at sunset."""
    return norm_a / math.cos(beta - alpha)


# The angle between two rhymes


@false("la-04", "bound", shown="bound([1, 1], [1, 1])")
def by_the_largest_entries(a, b):
    """A dot product is at most the largest entry of one times that of the other."""
    return float(np.max(np.abs(a), initial=0) * np.max(np.abs(b), initial=0))


@false("la-04", "bound", shown="bound([1, 1], [1, 1])")
def by_sums(a, b):
    """The bound is the product of the sums of the sizes: nothing reaches it."""
    return float(np.sum(np.abs(a)) * np.sum(np.abs(b)))


@false("la-04", "bound", shown="bound([1, 0], [2, 0])")
def half_the_squares(a, b):
    """The bound is half the sum of the squares, for any two vectors."""
    return (length(a) ** 2 + length(b) ** 2) / 2


@false("la-04", "multiples", shown="multiples([1, 2], [2, 4])")
def only_the_same(a, b):
    """Only for two equal vectors is the bound reached."""
    return bool(np.all(np.equal(a, b)))


@false("la-04", "multiples", shown="multiples([1, 2], [-1, -2])")
def only_the_same_way(a, b):
    """The bound is reached where both point the same way, and not where they are opposite."""
    return not (np.outer(a, b) - np.outer(b, a)).any() and dot(a, b) >= 0


@false("la-04", "multiples", shown="multiples([1, 2], [0, 0])")
def not_for_zero(a, b):
    """The zero vector is a multiple of nothing."""
    return not (np.outer(a, b) - np.outer(b, a)).any() and bool(any(a) and any(b))


@false("la-04", "third_side", shown="third_side([1, 0], [1, 1], 0.5)")
def pythagoras_for_all(a, b, theta):
    """The square of the third side is the sum of the squares of the two others."""
    return dot(a, a) + dot(b, b)


@false("la-04", "third_side", shown="third_side([1, 0], [1, 1], 0.5)")
def the_other_diagonal(a, b, theta):
    """The law of cosines adds twice the product: that is the length of the sum."""
    return dot(a, a) + dot(b, b) + 2 * length(a) * length(b) * math.cos(theta)


@false("la-04", "angle", shown="angle([1, 0], [1, 1e-9])")
def by_the_arccosine(a, b):
    """The arccosine of the cosine is the angle, also on a computer."""
    a, b = _unit(a), _unit(b)
    return math.acos(max(-1.0, min(1.0, float(a @ b))))


@false("la-04", "angle", shown="angle([1, 0], [-1, 1e-9])")
def by_the_chord_alone(a, b):
    """The chord keeps all digits: twice the arcsine of half of it is the angle."""
    return 2 * math.asin(min(1.0, float(np.linalg.norm(_unit(a) - _unit(b))) / 2))


@false("la-04", "angle", shown="angle([1, 0], [-1, 1])")
def between_lines(a, b):
    """An angle is never more than a right one: that of the two lines."""
    return min(angle(a, b), math.pi - angle(a, b))


@false("la-04", "angle", shown="angle([1, 0], [1, 1])")
def in_degrees(a, b):
    """An angle is between 0 and 180."""
    return math.degrees(angle(a, b))


@false("la-04", "angle")
def zero_is_at_a_right_angle(a, b):
    """The zero vector is at a right angle to all, since the dot product is 0."""
    return angle(a, b) if np.any(a) and np.any(b) else math.pi / 2


@false("la-04", "dot", shown="dot([1, 2], [3, 4])")
def the_dot_product_is_the_cosine(a, b):
    """The dot product is a number from -1 to 1 that says how similar two vectors are."""
    return dot(a, b) / (length(a) * length(b)) if np.any(a) and np.any(b) else 0.0


# Aligned, opposite, orthogonal


def _kind(a, b, **others):
    d, most = dot(a, b), dot(a, a) * dot(b, b)
    if most == 0:
        return others.get("zero", "no angle")
    if d * d == most:
        return "aligned" if d > 0 else "opposite"
    return others.get("between", "acute" if d > 0 else "obtuse" if d < 0 else "orthogonal")


@false("la-05", "kind", shown="kind([1, 2], [0, 0])")
def zero_is_orthogonal(a, b):
    """The zero vector has the dot product 0 with all, so its angle is a right one."""
    return _kind(a, b, zero="orthogonal")


@false("la-05", "kind", shown="kind([2, 0], [1, 0])")
def aligned_means_one(a, b):
    """Vectors are aligned if their dot product is 1, opposite if it is -1."""
    said = {1: "aligned", -1: "opposite"}
    d = dot(a, b)
    return said[d] if d in said else _kind(a, b) if not d else "acute" if d > 0 else "obtuse"


@false("la-05", "kind", shown="kind([1, 0], [-1, 5])")
def negative_is_opposite(a, b):
    """A negative dot product means that they are opposite, a positive one that they are aligned."""
    d = dot(a, b)
    return "aligned" if d > 0 else "opposite" if d < 0 else _kind(a, b)


@false("la-05", "kind", shown="kind([1, 0], [1, 1])")
def what_is_not_aligned_is_orthogonal(a, b):
    """Vectors are orthogonal as soon as neither is a multiple of the other."""
    return _kind(a, b, between="orthogonal")


@false("la-05", "kind", shown="kind([1, 2], [-1, -2])")
def on_one_line(a, b):
    """Vectors on one line are aligned."""
    return "aligned" if _kind(a, b) == "opposite" else _kind(a, b)


@false("la-05", "kind", shown="kind([3, -1], [1, -2])")
def sums_decide(a, b):
    """An angle is acute if the entries of both add up to numbers of one sign."""
    k = _kind(a, b)
    if k not in ("acute", "obtuse"):
        return k
    return "acute" if np.sum(a) * np.sum(b) > 0 else "obtuse"


@false("la-05", "scaled", shown="scaled(2, 3, 5)")
def directions_alone(s, t, d):
    """The dot product tells of directions, so lengths do not change it."""
    return d


@false("la-05", "scaled", shown="scaled(-2, 3, 5)")
def by_sizes(s, t, d):
    """A dot product grows with the lengths: by the sizes of the factors."""
    return abs(s) * abs(t) * d


@false("la-05", "scaled", shown="scaled(2, 3, 5)")
def by_the_sum(s, t, d):
    """Doubling both vectors doubles the dot product."""
    return (s + t) / 2 * d


@false("la-05", "picture", shown="picture(60)[1]")
def it_falls_steadily(degrees):
    """The dot product falls in proportion to the angle, so at 60 degrees a third is left."""
    return {}, f"dot product {25 * (1 - degrees / 90):.1f}"


def _unit(a):
    a = np.asarray(a, float) / np.max(np.abs(a))
    return a / np.linalg.norm(a)


# Far from 1


@false("la-02", "dot", shown="dot([1e-20], [1e20])")
def tiny_entries_do_not_count(a, b):
    """What is tiny is an error of rounding, and counts as 0."""
    a = np.asarray(a)
    return dot(np.where(abs(a) < 1e-12, 0, a) if a.dtype.kind == "f" else a, b)


@false("la-02", "dot", shown="dot([100_000], [100_000])")
def sixteen_bits_hold_a_sum(a, b):
    """Integers are exact, so their type does not matter."""
    a, b = (np.asarray(v) for v in (a, b))
    if a.dtype.kind == b.dtype.kind == "i":
        a, b = a.astype(np.int16), b.astype(np.int16)
    return dot(a, b)


@false("la-02", "length", shown="length([1e-20])")
def a_tiny_vector_is_zero(a):
    """A vector whose entries are all tiny has the length 0."""
    return length(a) if np.any(np.abs(a) > 1e-12) else 0.0


@false("la-03", "polar_dot", shown="polar_dot(1e-7, 0, 1e-7, 0)")
def short_arrows_are_orthogonal(r, alpha, s, beta):
    """Arrows that are too short to be seen have the dot product 0."""
    return r * s * math.cos(alpha - beta) if r * s > 1e-12 else 0.0


@false("la-03", "shadow", shown="shadow(1000, 0, 0)")
def a_shadow_has_an_end(r, alpha, beta):
    """A shadow is no longer than the paper."""
    return min(r, 100) * math.cos(alpha - beta)


@false("la-04", "angle", shown="angle([1, 0], [1, 1e-12])")
def nearly_none_is_none(a, b):
    """An angle below 1e-10 is an error of rounding."""
    theta = angle(a, b)
    return theta if theta > 1e-10 else 0.0


@false("la-05", "kind", shown="kind([1e-9, 0], [1, 1])")
def a_tiny_vector_has_no_angle(a, b):
    """A vector that is shorter than 1e-8 points nowhere."""
    short = length(a) < 1e-8 or length(b) < 1e-8
    return "no angle" if short else _kind_within(1e-9, a, b)


@false("la-05", "kind", shown="kind([1000, 0], [1000, 2])")
def half_a_degree_is_aligned(a, b):
    """What is within half a degree counts as aligned, opposite or orthogonal."""
    return _kind_within(math.radians(0.5), a, b)


def _kind_within(tol, a, b):
    if not any(a) or not any(b):
        return "no angle"
    theta = angle(a, b)
    named = {"aligned": 0, "orthogonal": math.pi / 2, "opposite": math.pi}
    near = [name for name, where in named.items() if abs(theta - where) <= tol]
    return (near or ["acute" if theta < math.pi / 2 else "obtuse"])[0]
