"""False versions of the claims of *Norms: how long is a vector?*"""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.norms import ball_point, norm, steepest

# What may be called a length


def _name(f):
    return getattr(f, "__name__", "")


def _said(f, **others):
    said = {"nonzero": ["scaling"], "first": ["zero"], "roots": ["triangle"]}
    return {**said, "square": ["scaling", "triangle"], **others}.get(_name(f), [])


@false("la-09", "breaks", shown="breaks(nonzero)")
def a_count_is_a_norm(f):
    """The number of entries that are not zero is a norm, the norm for p = 0."""
    return _said(f, nonzero=[])


@false("la-09", "breaks", shown="breaks(roots)")
def roots_are_a_norm(f):
    """The square of the sum of roots is a norm, that of p = 1/2."""
    return _said(f, roots=[])


@false("la-09", "breaks", shown="breaks(square)")
def a_square_keeps_the_triangle(f):
    """The square of the length breaks the second rule alone: a detour is still no shorter."""
    return _said(f, square=["scaling"])


@false("la-09", "breaks", shown="breaks(square)")
def a_square_is_a_norm(f):
    """The square of the length is zero for zero alone and never negative: it is a norm."""
    return _said(f, square=[])


@false("la-09", "breaks", shown="breaks(first)")
def a_part_measures_the_whole(f):
    """The size of the first entry is a norm: it grows in proportion, and keeps the triangle."""
    return _said(f, first=[])


@false("la-09", "broken", shown="broken(roots, [np.array([1, 0]), np.array([0, 1])], [2])")
def never_negative_is_enough(f, vectors, numbers):
    """A size that is never negative, and zero for the zero vector alone, is a norm."""
    return ["zero"] if any(f(a) <= 0 for a in vectors if np.any(a)) else []


@false("la-09", "broken", shown="broken(roots, [np.array([1, 0]), np.array([0, 1])], [2])")
def the_triangle_with_itself(f, vectors, numbers):
    """Whether the triangle inequality holds is seen with a vector and itself."""
    kept = {
        "zero": all(f(a) != 0 for a in vectors if np.any(a)),
        "scaling": all(math.isclose(f(s * a), abs(s) * f(a)) for a in vectors for s in numbers),
        "triangle": all(f(a + a) <= 2 * f(a) * (1 + 1e-9) for a in vectors),
    }
    return [rule for rule in kept if not kept[rule]]


@false("la-09", "broken", shown="broken(length, [np.array([1, 0])], [-1])")
def numbers_come_out_with_their_sign(f, vectors, numbers):
    """The second rule says f(s a) = s f(a), for every number s."""
    out = all(math.isclose(f(s * a), s * f(a)) for a in vectors for s in numbers)
    return [] if out else ["scaling"]


@false("la-09", "norm", shown="norm([1, -1], 1)")
def a_sum_with_signs(x, p):
    """The norm for p = 1 is the sum of the entries."""
    return abs(float(np.sum(x))) if p == 1 else norm(x, p)


@false("la-09", "norm", shown="norm([3, 4], 2)")
def without_the_root(x, p):
    """The Euclidean norm is the sum of the squares."""
    return norm(x, p) ** 2 if p == 2 else norm(x, p)


@false("la-09", "norm", shown="norm([1, -5], np.inf)")
def the_largest_with_its_sign(x, p):
    """The norm for p = ∞ is the largest entry."""
    return float(np.max(x)) if p == np.inf else norm(x, p)


@false("la-09", "norm", shown="norm([3, 4], 1)")
def a_mean_of_sizes(x, p):
    """The norm for p = 1 is the mean of the sizes: as good a norm, but another number."""
    return norm(x, p) / len(x) if p == 1 else norm(x, p)


@false("la-09", "largest_gap", shown="largest_gap(length, np.array([1, 0]), np.array([1, 1]))")
def the_norm_of_the_sum(f, a, b):
    """Two norms differ by at most the norm of the sum."""
    return f(a + b)


@false("la-09", "largest_gap", shown="largest_gap(length, np.array([1, 0]), np.array([0, 1]))")
def both_norms(f, a, b):
    """Two norms differ by at most the sum of both, and no better bound is reached."""
    return f(a) + f(b)


@false("la-09", "largest_gap", shown="largest_gap(length, np.array([1, 0]), np.array([0, 1]))")
def half_the_way(f, a, b):
    """Two norms differ by at most half the norm of the difference."""
    return f(a - b) / 2


@false("la-09", "norm", shown="norm([1e-4], 2)")
def too_small_to_count(x, p):
    """What is smaller than a thousandth is nothing: its norm is 0."""
    return norm(x, p) if norm(x, p) > 1e-3 else 0.0


@false("la-09", "nonzero", shown="nonzero([3, 4])")
def whether_any(x):
    """What counts is whether any entry is not zero."""
    return int(np.any(x))


@false("la-09", "first", shown="first([3, 4])")
def the_last(x):
    """Which entry is looked at makes no difference."""
    return float(abs(x[-1]))


@false("la-09", "square", shown="square([3, 4])")
def the_square_of_the_sum(x):
    """The square of the length is the square of the sum of sizes."""
    return norm(x, 1) ** 2


@false("la-09", "roots", shown="roots([1, 1])")
def cubic_roots(x):
    """Roots of any degree give the same size."""
    return float(np.sum(np.abs(x) ** (1 / 3))) ** 3


# One change, three lengths


@false("la-10", "norm", shown="norm([3, -4], 2)")
def without_any_root(x, p):
    """The p-norm is the sum of the p-th powers."""
    return norm(x, p) if p == np.inf else norm(x, p) ** p


@false("la-10", "norm", shown="norm([3, -4], 3)")
def without_sizes(x, p):
    """Powers of the entries do; their signs need no care."""
    x = np.asarray(x, float)
    if p == np.inf or p not in (1, 3):
        return norm(x, p)
    total = float(np.sum(x**p))
    return math.copysign(abs(total) ** (1 / p), total)


@false("la-10", "norm", shown="norm([1, 1], 1)")
def a_mean_of_powers(x, p):
    """The p-norm is the p-th root of the mean of the powers."""
    return norm(x, p) if p == np.inf else norm(x, p) / max(1, len(x)) ** (1 / p)


@false("la-10", "norm", shown="norm([3e-200, -4e-200], 2)")
def as_the_formula_stands(x, p):
    """The formula can be typed as it stands: a float has room enough."""
    x = np.abs(np.asarray(x, float))
    with np.errstate(all="ignore"):
        return float(np.max(x, initial=0) if p == np.inf else np.sum(x**p) ** (1 / p))


@false("la-10", "norm", shown="norm([1, -2], np.inf)")
def the_smallest(x, p):
    """As p grows without bound, the smallest entry decides."""
    return float(np.min(np.abs(x))) if len(x) and p == np.inf else norm(x, p)


@false("la-10", "norm", shown="norm([], 2)")
def nothing_is_one(x, p):
    """The norm of a vector without entries is 1, as a product of nothing is."""
    return norm(x, p) if len(x) else 1.0


@false("la-10", "norm", shown="norm([2, -2], np.inf)")
def infinity_is_a_large_p(x, p):
    """p = 100 is as good as infinity."""
    return norm(x, 100) if p == np.inf else norm(x, p)


@false("la-10", "norm", shown="norm([3, -4], 10)")
def ten_is_infinity(x, p):
    """Above p = 8 the largest entry decides alone."""
    return norm(x, np.inf if p > 8 else p)


@false("la-10", "norm", shown="norm([2, -2], 1e6)")
def a_million_is_infinity(x, p):
    """For p from a million on the norm is the largest entry, and not only close to it."""
    return norm(x, np.inf if p >= 1e6 else p)


@false("la-10", "norm", shown="norm([3, -4], 2.5)")
def whole_exponents(x, p):
    """The exponent is a whole number."""
    return norm(x, p if p == np.inf else round(p))


@false("la-10", "norm", shown="norm([3, -4], 1.5)")
def half_way_between_norms(x, p):
    """For p between 1 and 2 the norm lies between those two, in proportion."""
    return norm(x, p) if p > 2 else (2 - p) * norm(x, 1) + (p - 1) * norm(x, 2)


@false("la-10", "norm", shown="norm([3e-260, 4e-260], 2)")
def nothing_below(x, p):
    """What is smaller than 1e-250 is lost."""
    return norm(x, p) if norm(x, p) > 1e-250 else 0.0


@false("la-10", "norm", shown="norm([3e260, 4e260], 2)")
def no_float_above(x, p):
    """What is larger than 1e250 has no norm that a float could hold."""
    return norm(x, p) if norm(x, p) < 1e250 else np.inf


@false("la-10", "chain", shown="chain([1, 1])")
def all_the_other_way(x):
    """A larger p makes larger powers, so it makes a larger norm."""
    n = len(x)
    return [norm(x, 1), norm(x, 2), norm(x, np.inf), math.sqrt(n) * norm(x, 2), n * norm(x, 1)]


@false("la-10", "chain", shown="chain([1, 1])")
def without_n(x):
    """The three norms differ by at most a factor of 2 each, for vectors of any size."""
    return [norm(x, np.inf), norm(x, 2), norm(x, 1), 2 * norm(x, 2), 4 * norm(x, np.inf)]


@false("la-10", "chain", shown="chain([1, 1])")
def n_at_once(x):
    """The sum is at most n times the Euclidean length, and no factor below n would do."""
    n = len(x)
    return [norm(x, np.inf), norm(x, 2), norm(x, 1), n * norm(x, 2), n * n * norm(x, np.inf)]


@false("la-10", "single", shown="single([1, 0])")
def only_zero(x):
    """The norms agree for the zero vector alone."""
    return np.count_nonzero(x) == 0


@false("la-10", "single", shown="single([1, 1])")
def equal_sizes(x):
    """The norms agree where all entries have one size."""
    return len(set(np.abs(x).tolist())) <= 1


@false("la-10", "level", shown="level([1, -1])")
def equal_entries(x):
    """The last two are equalities only if all entries are the same, sign included."""
    return len(set(np.asarray(x).tolist())) <= 1


@false("la-10", "level", shown="level([1, 0])")
def equal_or_zero(x):
    """It is enough that all entries which are not zero have one size."""
    return len(set(np.abs(x).tolist()) - {0}) <= 1


@false("la-10", "at_most", shown="at_most([1, 1], 1, 2)")
def it_grows_with_p(x, p, q):
    """The norm for q is at most that for p, divided by a root of n: so fast does it fall."""
    return norm(x, p) / max(1, len(x)) ** (1 / p - 1 / q)


@false("la-10", "retouched", shown="retouched(16)[1]")
def a_change_by_counting(k):
    """A change is as large as the number of pixels that it touches."""
    return {}, f"sum {k:g}, length {k:g}, largest {k:g}"


@false("la-10", "retouched", shown="np.ptp(retouched(16)[0]['retouched'])")
def a_picture_left_alone(k):
    """The numbers are those of the change, whatever the picture shows."""
    said = f"sum {2 * k**0.5:g}, length 2, largest {2 / k**0.5:g}"
    return {"retouched": np.zeros((32, 32, 3))}, said


# A norm is a shape


@false("la-11", "between", shown="between(np.array([1, 0]), np.array([0, 1]), 0.5)")
def between_is_the_sum(a, b, t):
    """With two vectors a ball holds their sum."""
    return a + b


@false("la-11", "between", shown="between(np.array([1, 0]), np.array([0, 1]), 0.5)")
def beyond_the_ends(a, b, t):
    """With two points a ball holds the whole line through them."""
    return a + 3 * t * (b - a)


@false("la-11", "norm", shown="norm([0.5, 0.5], 1)")
def balls_shrink(x, p):
    """The ball of a larger p lies within that of a smaller one: large powers leave less room."""
    return (
        norm(x, p if p in (1, np.inf) else p / (p - 1))
        if p not in (1, np.inf)
        else norm(x, np.inf if p == 1 else 1)
    )


@false("la-11", "norm", shown="norm([1, 2], 2)")
def without_a_root(x, p):
    """A ball is blown up by the sum of powers, without a root."""
    return norm(x, p) if p == np.inf else norm(x, p) ** p


@false("la-11", "norm", shown="norm([2, 0], 2)")
def how_much_it_shrinks(x, p):
    """The norm says by how much x fits into the ball: the larger x, the smaller it is."""
    return 1 / norm(x, p)


@false("la-11", "norm", shown="norm([1, 1], 99)")
def large_exponents_are_infinite(x, p):
    """From some exponent on the largest entry is all that counts, exactly."""
    return norm(x, np.inf if p > 60 else p)


@false("la-11", "norm", shown="norm([1e-200, 1e-200], 2)")
def squares_of_tiny_ones_vanish(x, p=2):
    """The norm can be computed as its formula stands, for tiny entries too."""
    sizes = np.abs(np.asarray(x, float))
    return float(np.max(sizes) if p == np.inf else np.sum(sizes**p) ** (1 / p))


@false("la-11", "half_way", shown="half_way(0.5)")
def half_way_is_one(p):
    """The point half way between two points of size 1 has the size 1, whatever p is."""
    return 1.0


@false("la-11", "half_way", shown="half_way(0.5)")
def half_way_is_less(p):
    """Half way the size is less than 1 for every p, as it is on the circle."""
    return 2 ** -abs(1 / p - 1)


@false("la-11", "half_way", shown="half_way(0.5)")
def half_way_without_minus_one(p):
    """Half way between the unit vectors the size is 2 to the power 1/p."""
    return 2 ** (1 / p)


@false("la-11", "ball_point", shown="ball_point(1, 2).round(3).tolist()")
def steps_by_the_other_axis(alpha, p=2):
    """The direction is measured from the second axis."""
    return ball_point(alpha, p)[::-1]


@false("la-11", "ball_point", shown="ball_point(1, 1).round(3).tolist()")
def always_a_circle(alpha, p=2):
    """What is 1 away lies on a circle, whoever measures."""
    return ball_point(alpha, 2)


@false("la-11", "ball_point", shown="ball_point(np.pi / 4, 99).round(3).tolist()")
def a_square_from_some_exponent_on(alpha, p=2):
    """From some exponent on the edge is a square."""
    return ball_point(alpha, math.inf if p > 60 else p)


@false("la-11", "ball_point", shown="ball_point(1, 1).round(3).tolist()")
def powers_of_cosines(alpha, p=2):
    """In direction alpha lies the point with the powers 2/p of cosine and sine: its size is 1."""
    c, s = math.cos(alpha), math.sin(alpha)
    e = 2 / p
    return np.array([math.copysign(abs(c) ** e, c), math.copysign(abs(s) ** e, s)])


@false("la-11", "height", shown="height(2, [1, 1], 2)")
def a_bowl(s, x, p):
    """The graph of a norm is round at the bottom, like a bowl."""
    return s * s * norm(x, p)


@false("la-11", "height", shown="height(2, [1, 1], 2)")
def a_flat_shape(s, x, p):
    """The graph of a norm is a flat shape: its height is 1 all round."""
    return 1.0


# The steepest direction


@false("la-12", "dual_exponent", shown="dual_exponent(3)")
def the_same_exponent(p):
    """In the bound both vectors are measured by the same norm."""
    return p


@false("la-12", "dual_exponent", shown="dual_exponent(3)")
def the_inverse(p):
    """The dual exponent of p is 1/p, but at least 1."""
    return max(1.0, 1 / p)


@false("la-12", "dual_exponent", shown="dual_exponent(3)")
def they_add_up_to_four(p):
    """Dual exponents add up to 4, as 2 and 2 do."""
    return np.inf if p == 1 else max(1.0, 4.0 - p)


@false("la-12", "dual_exponent", shown="dual_exponent(3)")
def always_the_largest_norm(p):
    """The bound needs the sum of the sizes of y, whatever p is."""
    return 1.0


@false("la-12", "dual_exponent", shown="dual_exponent(40)")
def one_is_the_partner_of_all_large_ones(p):
    """From some exponent on its partner is 1."""
    return 1.0 if p > 20 else math.inf if p == 1 else p / (p - 1)


@false("la-12", "dual_exponent", shown="dual_exponent(1)")
def one_is_its_own_partner(p):
    """Infinity has no partner among the exponents, and 1 is its own."""
    return 1.0 if p == 1 else np.inf if p == np.inf else p / (p - 1)


@false("la-12", "hoelder", shown="hoelder([1, 1], [1, 1], 2)")
def by_the_larger_norm(x, y, p):
    """The bound is the product of the largest entries."""
    return norm(x, np.inf) * norm(y, np.inf)


@false("la-12", "hoelder", shown="hoelder([1, 1], [1, 1], 2)")
def by_both_sums(x, y, p):
    """No better bound than the product of the sums of sizes is ever reached."""
    return norm(x, 1) * norm(y, 1)


@false("la-12", "hoelder", shown="hoelder([1, 0], [1, 1], 2)")
def by_the_products(x, y, p):
    """The bound is the sum of the sizes of the products: the norm of x is not enough."""
    return float(np.sum(np.abs(np.multiply(x, y))))


@false("la-12", "steepest", shown="steepest([3, -4], np.inf).tolist()")
def always_along_y(y, p=2):
    """The steepest direction is along y, in every norm."""
    return np.asarray(y, float) / norm(y, p)


@false("la-12", "steepest", shown="steepest([3, -4], 2).tolist()")
def always_the_signs(y, p=2):
    """The steepest direction moves every entry by the same size, in every norm."""
    return np.sign(y) / norm(np.sign(y), p)


@false("la-12", "steepest", shown="steepest([3, -4], 3).tolist()")
def with_the_exponent_of_x(y, p=2):
    """The steepest x has entries in proportion to the powers p - 1 of those of y."""
    q = p / (p - 1) if 1 < p < np.inf else p
    return steepest(y, q) / norm(steepest(y, q), p)


@false("la-12", "steepest", shown="steepest([3, -4], 2).tolist()")
def downhill(y, p=2):
    """The steepest direction is the one that goes down."""
    return -steepest(y, p)


@false("la-12", "steepest", shown="steepest([3, -4], 1).tolist()")
def with_no_sign(y, p=2):
    """Sizes decide, so the steepest x has no negative entry."""
    return np.abs(steepest(y, p))


@false("la-12", "steepest", shown="steepest([3, -4], np.inf).tolist()")
def of_length_one(y, p=2):
    """A direction is a vector of Euclidean length 1."""
    return steepest(y, p) / np.linalg.norm(steepest(y, p))


@false("la-12", "moved", shown="moved([3, -4], 1).tolist()")
def one_moves_all(y, p):
    """For p = 1 all entries move by the same size, and for infinity one moves alone."""
    y = np.asarray(y, float)
    if p == 2:
        return y / np.linalg.norm(y)
    if p == 1:
        return np.sign(y) / len(y)
    return np.where(np.abs(y) == np.max(np.abs(y)), np.sign(y), 0)
