"""False versions of the claims of *Volume, rank and condition*."""

import math
from itertools import permutations

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.systems import condition, determinant, matrix_norm, null_space, rank, row_reduce

# By what factor does an area grow?


def _eliminated(A, swaps=True, signed=True):
    A, d = np.array(A, float), 1.0
    for k in range(len(A)):
        p = k + int(np.argmax(np.abs(A[k:, k]))) if swaps else k
        if A[p, k] == 0:
            return 0.0
        if p > k:
            A[[k, p]] = A[[p, k]]
            d = -d if signed else d
        for i in range(k + 1, len(A)):
            A[i] -= A[i, k] / A[k, k] * A[k]
        d *= float(A[k, k])
    return d


@false("la-31", "determinant", shown="determinant([[0, 1], [1, 0]])")
def exchanges_are_free(A):
    """Exchanging rows only writes the equations in another order, so the sign stays."""
    return _eliminated(A, signed=False)


@false("la-31", "determinant", shown="determinant([[0, 1], [1, 0]])")
def a_zero_pivot_is_the_end(A):
    """A zero in the corner means that the determinant is zero."""
    return _eliminated(A, swaps=False)


@false("la-31", "determinant", shown="determinant([[3, 1], [1, 2]])")
def the_diagonal_decides(A):
    """The determinant is the product of the diagonal."""
    return math.prod(np.diag(A).tolist()) + 0.0


@false("la-31", "determinant", shown="determinant([[1, 2], [3, 4]])")
def a_volume_has_no_sign(A):
    """A volume is never negative."""
    return abs(determinant(A))


@false("la-31", "determinant", shown="determinant(np.eye(0))")
def of_nothing_it_is_nothing(A):
    """A matrix without entries has the determinant 0."""
    return determinant(A) if len(A) else 0.0


@false("la-31", "by_orders", shown="by_orders([[0, 0, 1], [1, 0, 0], [0, 1, 0]])")
def moved_places(A):
    """The sign of an order is plus if an even number of places have changed."""
    n = len(A)
    orders = list(permutations(range(n)))
    signs = [(-1) ** sum(i != j for j, i in enumerate(rows)) for rows in orders]
    terms = [math.prod(A[i][j] for j, i in enumerate(rows)) for rows in orders]
    return sum(s * t for s, t in zip(signs, terms, strict=True))


@false("la-31", "by_orders", shown="by_orders([[1, 2], [3, 4]])")
def all_with_a_plus(A):
    """Every order of the rows counts with a plus."""
    orders = permutations(range(len(A)))
    return sum(math.prod(A[i][j] for j, i in enumerate(rows)) for rows in orders)


@false("la-31", "of_product", shown="of_product(2, 3)")
def volumes_add(d, e):
    """One map after another adds its volume."""
    return d + e


@false("la-31", "turned", shown="turned(3)")
def a_transpose_mirrors(d):
    """Transposing mirrors the matrix, so the sign changes."""
    return -d


@false("la-31", "scaled", shown="scaled(2, 3, 5)")
def a_number_comes_out(t, n, d):
    """A number comes out of a determinant, as of a sum."""
    return t * d


@false("la-31", "exchanged", shown="exchanged(5)")
def order_is_nothing(d):
    """It does not matter in which order the rows stand."""
    return d


@false("la-31", "added", shown="added(3, 5)")
def a_row_times_t(t, d):
    """Adding t times a row to another multiplies the determinant by t."""
    return t * d


@false("la-31", "diagonal", shown="diagonal([[1, 2], [0, 3]])")
def a_sum_of_the_diagonal(A):
    """A triangular matrix has the sum of its diagonal."""
    return sum(np.diag(A).tolist())


@false("la-31", "in_a_column", shown="in_a_column(2, 1, 3, 1)")
def numbers_multiply(s, d, t, e):
    """The numbers of a combination come out of a column as their product."""
    return s * t * (d + e)


@false("la-31", "growth", shown="growth([[3, 1], [1, 2]])")
def by_the_lengths(A):
    """An area grows by the product of the lengths of the columns."""
    return float(np.prod(np.linalg.norm(A, axis=0)))


@false("la-31", "growth", shown="growth([[2, 0], [0, 2]])")
def an_area_is_a_square(A):
    """Areas grow by the square of the determinant, as they do of a length."""
    return determinant(A) ** 2


@false("la-31", "mirrors", shown="mirrors([[-1, 0], [0, -1]])")
def a_negative_corner(A):
    """A map mirrors if it turns the first axis round."""
    return A[0][0] < 0


@false("la-31", "mirrors", shown="mirrors([[1, 2], [2, 4]])")
def unless_it_is_positive(A):
    """A map mirrors unless its determinant is positive."""
    return determinant(A) <= 0


@false("la-31", "mirrors", shown="mirrors([[-0.01, 0], [0, 0.1]])")
def by_more_than_a_little(A):
    """A determinant of about zero is zero, so nothing is mirrored."""
    return determinant(A) < -0.01


@false("la-31", "growth", shown="growth([[1, 2], [2, 4]])")
def no_area_vanishes(A):
    """An area may become small, but it does not vanish."""
    return abs(determinant(A)) or 1.0


@false("la-31", "invertible", shown="invertible([[1, 1], [1, 1]])")
def no_zero_column(A):
    """A matrix has an inverse unless one of its columns is zero."""
    return bool(np.any(A, axis=0).all())


@false("la-31", "invertible", shown="invertible([[-1, 0], [0, 1]])")
def only_if_positive(A):
    """A matrix has an inverse if its determinant is positive."""
    return determinant(A) > 1e-9


# How many columns are new?


@false("la-33", "rank", shown="rank([[1, 1], [1, 1]])")
def columns_that_are_not_zero(A, tol=None):
    """Every column that is not zero counts."""
    return int(np.any(A, axis=0).sum())


@false("la-33", "rank", shown="rank([[1, 2], [2, 4]])")
def the_smaller_side(A, tol=None):
    """The rank is the smaller of the number of rows and of columns."""
    return min(np.shape(A))


@false("la-33", "rank", shown="rank([[0.1, 0.3], [0.3, 0.9]])")
def exactly(A, tol=None):
    """The rank of a table is that of its entries as they are stored."""
    return len(row_reduce(A)[1])


@false("la-33", "rank", shown="rank(np.diag([1, 1e-3]))")
def one_percent_is_nothing(A, tol=None):
    """A singular value below a hundredth of the largest does not count."""
    return rank(A, 0.01 * matrix_norm(A) if tol is None else tol)


@false("la-33", "rank", shown="rank([[1e-9]])")
def a_billionth_is_nothing(A, tol=None):
    """A singular value below a billionth counts as zero, for whatever matrix."""
    return rank(A, 1e-9 if tol is None else tol)


@false("la-33", "rank", shown="rank(np.diag([1, 1e-12]))")
def nine_digits_are_enough(A, tol=None):
    """A singular value below a billionth of the largest does not count."""
    return rank(A, 1e-9 * matrix_norm(A) if tol is None else tol)


@false("la-33", "rank", shown="rank(np.diag([1, 1, 1, 2.0**-51]))")
def one_rounding_whatever_the_size(A, tol=None):
    """A singular value counts above one rounding of the largest, however large the matrix is."""
    return rank(A, 2.0**-52 * matrix_norm(A) if tol is None else tol)


@false("la-33", "rank", shown="rank(np.diag([1, 1e-3]), tol=1e-2)")
def whatever_is_asked(A, tol=None):
    """The rank is the rank: a tolerance changes nothing."""
    return rank(A)


@false("la-33", "nullity", shown="nullity(5, 3)")
def half_and_half(n, r):
    """The null space is as large as the range."""
    return r


@false("la-33", "nullity", shown="nullity(5, 3)")
def one_or_none(n, r):
    """Either all columns are new, or there is one direction that is lost."""
    return int(r < n)


@false("la-33", "most", shown="most(2, 3)")
def one_fewer(m, n):
    """The rank is smaller than both sides."""
    return min(m, n) - 1


@false("la-33", "of_both", shown="of_both(2, 3)")
def ranks_multiply(r, s):
    """The rank of a product is at most the product of the ranks, less one."""
    return r * s - 1


@false("la-33", "most", shown="most(2, 3)")
def as_many_as_columns(m, n):
    """There are n columns, so the rank may be n, however few rows there are."""
    return n


@false("la-33", "of_both", shown="of_both(3, 2)")
def the_first_decides(r, s):
    """A product may have the rank of its first factor, whatever the second is."""
    return r


@false("la-33", "null_space", shown="null_space([[1, 1]]).round(3).tolist()")
def left_over(A, tol=None):
    """What the transpose sends to zero is the null space."""
    return null_space(np.transpose(A))


@false("la-33", "null_space", shown="(3 * null_space([[1, 0]])).round(3).tolist()")
def of_any_length(A, tol=None):
    """Vectors of a null space may be as long as they like."""
    return 3 * null_space(A)


@false("la-33", "null_space", shown="null_space([[1, 0, 0]]).shape")
def one_vector_is_enough(A, tol=None):
    """One vector that is sent to zero is the null space."""
    return null_space(A)[:, :1]


@false("la-33", "null_space", shown="null_space([[1, 2, 3]]).round(9).tolist()")
def not_at_right_angles(A, tol=None):
    """Any independent vectors of the null space will do, as elimination finds them."""
    R, pivots = row_reduce(A)
    n = np.shape(A)[1]
    free = [j for j in range(n) if j not in pivots]
    Z = np.zeros((n, len(free)))
    for k, j in enumerate(free):
        Z[j, k] = 1
        for i, p in enumerate(pivots):
            Z[p, k] = float(-R[i][j])
    return Z


@false("la-33", "solvable", shown="solvable([[1, 1], [1, 1]], [1, 2])")
def enough_unknowns(A, b):
    """A system has a solution if there are at least as many unknowns as equations."""
    return np.shape(A)[1] >= np.shape(A)[0]


@false("la-33", "solvable", shown="solvable([[1, 1], [1, 1]], [1, 1])")
def only_full_rank(A, b):
    """A system has a solution if and only if all columns are independent."""
    return rank(A) == np.shape(A)[1]


@false("la-33", "solvable", shown="solvable([[1, 0], [0, 0]], [0, 1])")
def one_more_than_before(A, b):
    """A system has a solution if b adds a direction to the columns."""
    return rank(np.column_stack([A, b])) > rank(A)


@false("la-33", "has_just_one", shown="has_just_one(np.eye(2, 3), [1, 1])")
def as_many_as_equations(A, b):
    """There is just one solution if there are as many pivots as equations."""
    return rank(A) == np.shape(A)[0]


@false("la-33", "has_just_one", shown="has_just_one([[1], [1]], [1, 2])")
def independent_is_enough(A, b):
    """Independent columns give every b just one solution."""
    return rank(A) == np.shape(A)[1]


@false("la-33", "row_reduce", shown="row_reduce([[0, 1], [0, 2]])[1]")
def on_the_diagonal(A):
    """The pivots stand on the diagonal."""
    R, pivots = row_reduce(A)
    return R, list(range(len(pivots)))


@false("la-33", "row_reduce", shown="[float(v) for v in row_reduce([[1, 2], [0, 1]])[0][0]]")
def only_below_the_pivots(A):
    """A form is reduced once there are zeros below the pivots."""
    R, pivots = row_reduce(A)
    if len(pivots) > 1:
        R[0] = [v + w for v, w in zip(R[0], R[1], strict=True)]
    return R, pivots


@false("la-33", "row_reduce", shown="float(row_reduce([[1, 2]])[0][0][0])")
def pivots_of_any_size(A):
    """A pivot may be any number but zero."""
    R, pivots = row_reduce(A)
    return [[2 * v for v in row] for row in R], pivots


@false("la-33", "null_space", shown="null_space(np.diag([1, 1e-3]), tol=1e-2).shape")
def only_what_becomes_zero(A, tol=None):
    """What is sent to nearly zero is not in the null space, whatever the tolerance."""
    return null_space(A)


# How far can a vector be stretched?


@false("la-17", "matrix_norm", shown="matrix_norm([[3, 4], [0, 0]], '1')")
def rows_for_columns(A, kind="2"):
    """For the norm 1 one adds up rows, for infinity columns."""
    return matrix_norm(A, {"1": "inf", "inf": "1"}.get(kind, kind))


@false("la-17", "matrix_norm", shown="matrix_norm([[1, 1], [1, 1]], '1')")
def sizes_of_single_entries(A, kind="2"):
    """For 1 and infinity the largest entry decides."""
    return float(np.abs(A).max(initial=0)) if kind in ("1", "inf") else matrix_norm(A, kind)


@false("la-17", "matrix_norm", shown="matrix_norm([[1, -1]], 'inf')")
def sums_without_sizes(A, kind="2"):
    """The largest sum of a column or a row counts, signs and all."""
    if kind not in ("1", "inf"):
        return matrix_norm(A, kind)
    return float(np.sum(A, axis=0 if kind == "1" else 1).max())


@false("la-17", "matrix_norm", shown="matrix_norm([[1, 1], [0, 1]])")
def the_longest_column(A, kind="2"):
    """The greatest stretch is the length of the longest column."""
    if kind != "2":
        return matrix_norm(A, kind)
    return float(np.linalg.norm(A, axis=0).max())


@false("la-17", "matrix_norm", shown="matrix_norm(np.eye(2))")
def all_norms_of_two_are_frobenius(A, kind="2"):
    """The norm 2 of a matrix is the root of the sum of its squares."""
    return matrix_norm(A, "F" if kind == "2" else kind)


@false("la-17", "matrix_norm", shown="matrix_norm(np.eye(4), 'F')")
def a_mean_square(A, kind="2"):
    """Frobenius's norm is a root of a mean square."""
    return matrix_norm(A, kind) / (math.sqrt(np.size(A)) if kind == "F" else 1)


@false("la-17", "matrix_norm", shown="matrix_norm(np.eye(2), 'F')")
def twice_to_be_safe(A, kind="2"):
    """A bound of the stretch is enough, and nothing need reach it."""
    return 2 * matrix_norm(A, kind)


@false("la-17", "bound", shown="bound(2, 3)")
def stretches_add(a, b):
    """One stretch after another adds up."""
    return a + b


@false("la-17", "bound", shown="bound(2, 3)")
def the_larger_of_two(a, b):
    """A product stretches as much as the stronger of its factors."""
    return max(a, b)


@false("la-17", "bound", shown="bound(2, 3)")
def the_larger_of_two_twice(a, b):
    """A product stretches at most twice as the stronger of its factors does."""
    return max(a, b) ** 2


@false("la-17", "sum_bound", shown="sum_bound(3, 4)")
def as_in_a_right_triangle(a, b):
    """Norms of a sum add up as the sides of a right triangle do."""
    return math.hypot(a, b)


@false("la-17", "at_most", shown="at_most(4, 3)")
def n_times(n, spectral):
    """Frobenius's norm may be n times the spectral one, for n columns."""
    return n * spectral


@false("la-17", "at_most", shown="at_most(4, 3)")
def the_same(n, spectral):
    """The spectral norm and Frobenius's are the same."""
    return spectral


# How much does an error grow?


@false("la-32", "condition", shown="condition([[3, 4], [4, 5]])")
def by_determinant(A):
    """A matrix is as bad as its determinant is small."""
    d = abs(determinant(A)) if np.shape(A)[0] == np.shape(A)[1] else 0.0
    return 1 / d if d else math.inf


@false("la-32", "condition", shown="condition([[3, 4], [4, 5]])")
def by_the_columns(A):
    """The longest column by the shortest is the greatest stretch by the least."""
    lengths = np.linalg.norm(A, axis=0)
    return float(lengths.max() / lengths.min()) if lengths.min() > 0 else math.inf


@false("la-32", "condition", shown="condition(10 * np.eye(2))")
def the_least_stretch_alone(A):
    """What is stretched least decides: the condition number is one by that."""
    return condition(A) / matrix_norm(A)


@false("la-32", "condition", shown="condition(10 * np.eye(2))")
def the_greatest_stretch_alone(A):
    """Errors grow as all vectors do: by the greatest stretch."""
    return matrix_norm(A)


@false("la-32", "condition", shown="condition([[3, 4], [4, 5]])")
def too_generous(A):
    """Twice that number: a bound that is never reached."""
    return 2 * condition(A)


@false("la-32", "condition", shown="condition([[3, 4], [4, 5]])")
def the_square(A):
    """The condition number is a square, as of a variance."""
    return condition(A) ** 2


@false("la-32", "condition", shown="condition([[1, 2]])")
def of_the_values_there_are(A):
    """Of a wide matrix only the singular values that there are count."""
    s = np.linalg.svd(np.array(A, float), compute_uv=False)
    return float(s[0] / s[-1]) if s[-1] else math.inf


@false("la-32", "condition", shown="condition([[0]])")
def zero_treats_all_alike(A):
    """The zero matrix stretches all vectors alike, so its condition number is 1."""
    return condition(A) if np.any(A) else 1.0


@false("la-32", "of_multiple", shown="of_multiple(2, 7)")
def larger_numbers_larger_errors(t, kappa):
    """With larger numbers in the matrix, errors are larger too."""
    return abs(t) * kappa


@false("la-32", "of_inverse", shown="of_inverse(7)")
def the_way_back_is_better(kappa):
    """What is bad in one direction is good in the other."""
    return 1 / kappa


@false(
    "la-32",
    "amplification",
    shown="amplification(np.eye(2) * 2, np.array([1, 0]), np.array([0, 1]))",
)
def absolute_errors(A, b, change):
    """The condition number bounds absolute errors."""
    return np.linalg.norm(np.linalg.solve(A, change)) / np.linalg.norm(change)


@false("la-32", "distance_to_singular", shown="distance_to_singular(np.diag([3, 2]))")
def as_far_as_the_determinant(A):
    """The determinant is the distance to the matrices without inverse."""
    return abs(determinant(A))


@false("la-32", "distance_to_singular", shown="distance_to_singular(np.diag([3, 2]))")
def any_norm_away(A):
    """One has to take all of a matrix away before it has no inverse."""
    return matrix_norm(A)


@false(
    "la-32",
    "least_stretched",
    shown="np.abs(least_stretched(np.array([[3, 4], [4, 5]]))).round(3).tolist()",
)
def the_smallest_column(A):
    """The unit vector of the shortest column is stretched least."""
    return np.eye(np.shape(A)[1])[np.linalg.norm(A, axis=0).argmin()]


@false("la-32", "standard", shown="standard(np.array([[1.0, 2], [3, 5]])).tolist()")
def about_the_mean_alone(X):
    """Taking the mean away is enough: units do not matter."""
    return X - X.mean(axis=0)


# Tiny, huge and larger than the plane


@false("la-31", "of_product", shown="of_product(0.5, 0.5)")
def products_of_whole_parts(d, e):
    """Determinants are whole numbers, and multiply as such."""
    return math.floor(d) * math.floor(e)


@false("la-31", "growth", shown="growth([[1e-6, 0], [0, 1e-6]])")
def tiny_growth_is_none(A):
    """A determinant of less than a billionth means that nothing is left of an area."""
    d = abs(determinant(A))
    return d if d > 1e-9 else 0.0


@false("la-31", "invertible", shown="invertible(np.eye(3))")
def invertible_in_the_plane_alone(A):
    """Only matrices of up to two rows have an inverse."""
    return len(A) < 3 and abs(determinant(A)) > 1e-9


@false("la-33", "rank", shown="rank(np.eye(9))")
def six_at_most(A, tol=None):
    """A rank counts no more than six columns."""
    return min(6, rank(A, tol))


@false("la-33", "null_space", shown="null_space(np.diag([1, 1e-11])).shape")
def sent_near_zero(A, tol=None):
    """What is sent to a billionth of the largest stretch is sent to zero."""
    return null_space(A, 1e-9 * matrix_norm(A) if tol is None else tol)


@false("la-33", "solvable", shown="solvable([[1e-9], [0]], [0, 1e-9])")
def near_enough_is_solved(A, b):
    """If Ax comes within a billionth of b, x is a solution."""
    x = np.linalg.lstsq(A, b, rcond=None)[0]
    return bool(np.abs(A @ x - b).max() < 1e-8)


@false("la-33", "row_reduce", shown="row_reduce([[1e-12]])[1]")
def no_tiny_pivots(A):
    """A number below a billionth is rounding, and no pivot."""
    A = np.asarray(A, float)
    return row_reduce(np.where(np.abs(A) < 1e-9, 0, A))


@false("la-17", "matrix_norm", shown="matrix_norm([[1e-12, 0]])")
def tiny_norms_are_zero(A, kind="2"):
    """A matrix of tiny entries stretches nothing, and has the norm 0."""
    norm = matrix_norm(A, kind)
    return norm if norm > 1e-9 else 0.0


@false("la-17", "bound", shown="bound(1e-9, 1e-9)")
def tiny_bounds_are_zero(a, b):
    """Two matrices that leave next to nothing leave nothing together."""
    return a * b if a * b > 1e-12 else 0.0


@false("la-32", "condition", shown="condition(1e-12 * np.eye(2))")
def tiny_means_ill(A):
    """A matrix of tiny entries is next to singular."""
    return condition(A) if np.abs(A).max() > 1e-8 else math.inf


@false("la-32", "distance_to_singular", shown="distance_to_singular(1e-9 * np.eye(2))")
def nearly_singular_is_singular(A):
    """A matrix within a billionth of a singular one is singular."""
    far = matrix_norm(A) / condition(A)
    return far if far > 1e-8 else 0.0


@false("la-32", "distance_to_singular", shown="distance_to_singular(9 * np.eye(2))")
def one_is_far_enough(A):
    """No matrix is further than 1 from one without inverse."""
    return min(matrix_norm(A, "2") / condition(A), 1.0)
