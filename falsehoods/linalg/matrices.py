"""False versions of the claims of *A matrix moves the plane*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.matrices import change_of_basis, matrix_of, matvec_columns, matvec_rows, outer
from mathlib.linalg.vectors import dot, length

# By rows: all dot products at once


@false("la-18", "matvec_rows", shown="matvec_rows([[1, 2], [3, 4]], [10, 1])")
def down_the_columns(A, x):
    """Entry i is the dot product of column i with x."""
    A = np.asarray(A)
    return matvec_rows(A.T if A.shape[0] == A.shape[1] else A, x)


@false("la-18", "matvec_rows", shown="matvec_rows([[1, 2], [3, 4]], [10, 1])")
def by_sum_of_row(A, x):
    """Entry i is the sum of row i, times the sum of x."""
    return matvec_rows(A, x) * 0 + np.sum(A, axis=1) * np.sum(x)


@false("la-18", "matvec_rows", shown="matvec_rows([[3, 4], [1, 0]], [2, 1])")
def shadows_alone(A, x):
    """Entry i is the shadow of x on row i, however long the row is."""
    return np.array([y_i / (length(row) or 1) for row, y_i in zip(A, matvec_rows(A, x))])  # noqa: B905


@false("la-18", "matvec_rows", shown="matvec_rows([[1, -2]], [1, 1])")
def never_below_zero(A, x):
    """How strongly x agrees with a pattern is never less than 0."""
    return np.abs(matvec_rows(A, x))


@false("la-18", "matvec_rows", shown="matvec_rows([[1, 2]], [10, 1])")
def without_the_last(A, x):
    """The sum runs from 0 to n - 1, so column n - 1 is not in it."""
    return matvec_rows(np.asarray(A)[:, :-1], x[:-1])


@false("la-18", "matvec_rows", shown="matvec_rows(np.zeros((2, 0)), [])")
def nothing_makes_nothing(A, x):
    """Without columns there is no output."""
    return matvec_rows(A, x)[: np.size(A)]


@false("la-18", "matvec_rows")
def whatever_fits(A, x):
    """Where x has more entries than A has columns, the first ones are used."""
    return matvec_rows(A, x[: np.shape(A)[1]])


@false("la-18", "matvec_rows", shown="matvec_rows([[1, 2]], [10, 1])")
def the_best_match(A, x):
    """How strongly x agrees with a row is told by the largest of the products."""
    return np.array([max([0, *np.multiply(row, x).tolist()]) for row in A])


@false("la-18", "matvec_rows", shown="matvec_rows([[0.5, 1]], [1, 0.25])")
def whole_numbers(A, x):
    """What is not whole in an entry does not count."""
    return np.trunc(matvec_rows(A, x))


@false("la-18", "matvec_rows", shown="matvec_rows([[0.1, 3]], [1, 1])")
def single_precision(A, x):
    """Seven digits are all of them."""
    return matvec_rows(A, x).astype(np.float32)


@false("la-18", "matvec_rows")
def one_number_for_all(A, x):
    """A single number stands for as many as there are columns."""
    return matvec_rows(A, x if np.size(x) != 1 else np.resize(x, np.shape(A)[1]))


@false("la-18", "matvec_rows")
def filled_up_with_zeros(A, x):
    """A vector that is too short is filled up with zeros."""
    missing = max(np.shape(A)[1] - len(x), 0)
    return matvec_rows(A, [*x, *[0] * missing])


@false("la-18", "shadow", shown="shadow([3, 4], [2, 1])")
def the_product_is_the_shadow(row, x):
    """The dot product of a row with x is the shadow of x on its line."""
    return dot(row, x)


@false("la-18", "shadow", shown="shadow([3, 4], [2, 1])")
def the_cosine_is_the_shadow(row, x):
    """The shadow is the dot product, divided by both lengths."""
    return dot(row, x) / length(row) / length(x) if any(row) and any(x) else 0.0


@false("la-18", "shadow", shown="shadow([3, 4], [-2, -1])")
def a_shadow_has_no_sign(row, x):
    """The length of a shadow is not negative."""
    return abs(dot(row, x)) / length(row) if any(row) else 0.0


@false("la-18", "shadow", shown="shadow([0, 2], [3, 4])")
def the_other_side(row, x):
    """The shadow is as long as the way from x down to the line of the row."""
    if not any(row):
        return 0.0
    return float(np.sqrt(max(length(x) ** 2 - (dot(row, x) / length(row)) ** 2, 0)))


@false("la-18", "rebuilt", shown="rebuilt([[3, 4], [1, 0]], [2, 1])")
def length_one_is_enough(A, x):
    """The shadows on rows of length 1 add up to x, whatever their angles."""
    return np.array(x, float)


@false("la-18", "rebuilt", shown="rebuilt([[3, 4], [4, -3]], [2, 1])")
def products_rebuild(A, x):
    """The products, each along its row, add up to x if the rows are orthogonal."""
    return matvec_columns(np.transpose(A), matvec_rows(A, x)) * 1.5


# By columns: what can come out?


@false("la-19", "matvec_columns", shown="matvec_columns([[1, 2], [3, 4]], [10, 1])")
def along_the_rows(A, x):
    """The product is the sum of the rows, each times an entry of x."""
    A = np.asarray(A)
    return matvec_columns(A.T if A.shape[0] == A.shape[1] else A, x)


@false("la-19", "matvec_columns", shown="matvec_columns([[1, 2], [3, 4]], [10, 1])")
def a_mean_of_columns(A, x):
    """The columns are averaged, with x as the weights."""
    return matvec_columns(A, x) / max(1, abs(int(np.sum(x))))


@false("la-19", "matvec_columns", shown="matvec_columns([[1, 2], [3, 4]], [10, -1])")
def no_column_is_taken_away(A, x):
    """A weight says how much of a column there is, so its sign does not count."""
    return matvec_columns(A, np.abs(x))


@false("la-19", "matvec_columns", shown="matvec_columns([[1, 2], [3, 4]], [0, 1])")
def counted_from_one(A, x):
    """The first unit vector picks the second column."""
    return matvec_columns(np.roll(A, -1, axis=1), x)


@false("la-19", "matvec_columns", shown="matvec_columns(np.zeros((2, 0)), [])")
def no_columns_no_output(A, x):
    """A sum of no columns has no entries."""
    return matvec_columns(A, x)[: np.size(A)]


@false("la-19", "matvec_columns", shown="matvec_columns([[1, 2]], [0.3333333, 0])")
def six_digits(A, x):
    """After the sixth digit nothing is left."""
    return np.round(matvec_columns(A, x), 6)


@false("la-19", "in_range", shown="in_range([[1], [1]], [0.02, 0])")
def near_is_enough(A, y):
    """What is near to the range belongs to it."""
    return bool(length(y - A @ np.linalg.lstsq(A, y, rcond=None)[0]) < 0.1)


@false("la-19", "in_range", shown="in_range([[1], [1]], [99, 99])")
def nothing_large(A, y):
    """Only multiples up to ten are taken."""
    x = np.linalg.lstsq(A, y, rcond=None)[0]
    return bool(np.allclose(A @ x, y, rtol=0, atol=1e-9) and np.all(np.abs(x) <= 10))


@false("la-19", "in_range", shown="in_range([[1], [1]], [1, 0])")
def everything_comes_out(A, y):
    """With the right x, every vector of m entries comes out."""
    return True


@false("la-19", "in_range", shown="in_range([[1], [1]], [2, 2])")
def only_the_columns(A, y):
    """What can come out are the columns, and zero."""
    return not np.any(y) or any(np.array_equal(y, a_j) for a_j in np.transpose(A))


@false("la-19", "in_range", shown="in_range([[1, 2], [2, 4]], [1, 0])")
def as_many_as_entries(A, y):
    """With as many columns as rows, or more, everything comes out."""
    m, n = np.shape(A)
    return n >= m or np.linalg.matrix_rank(np.c_[A, y]) <= n


@false("la-19", "in_range", shown="in_range([[1], [1]], [-2, -2])")
def only_more_of_them(A, y):
    """Only sums of the columns come out whose entries are not negative."""
    A, y = np.asarray(A), np.asarray(y)
    x = np.linalg.lstsq(A, y, rcond=None)[0]
    return bool(np.allclose(A @ x, y, rtol=0, atol=1e-9) and np.all(x > -1e-9))


# A table from two lists


@false("la-24", "outer", shown="outer([1, 2], [3, 5])")
def a_table_of_sums(u, v):
    """Each cell is the sum of its two numbers."""
    return np.add.outer(u, v)


@false("la-24", "outer", shown="outer([1, 2], [3, 5, 7])")
def the_other_way_round(u, v):
    """The first list stands at the top, the second one at the side."""
    return outer(v, u)


@false("la-24", "outer", shown="outer([1, 2], [3, 5])")
def only_the_diagonal(u, v):
    """An outer product multiplies in pairs, u[0] v[0], u[1] v[1], and so on."""
    return outer(u, v) * np.eye(len(u), len(v), dtype=int)


@false("la-24", "outer", shown="outer([2.0**-60], [3])")
def tiny_cells_are_zero(u, v):
    """A cell as small as a rounding is a zero."""
    return np.round(outer(u, v), 12)


@false("la-24", "along_the_line", shown="along_the_line([1, 2], [3, 5], [1, 1])")
def along_the_other(u, v, x):
    """What comes out of u v^T is a multiple of v."""
    return dot(u, x) * np.array(v) if len(u) == len(v) else dot(v, x) * np.array(u)


@false("la-24", "along_the_line", shown="along_the_line([1, 2], [3, 5], [1, 1])")
def always_the_same(u, v, x):
    """u v^T makes u of every x."""
    return np.array(u)


@false("la-24", "scaled", shown="np.array(scaled([1, 2], np.ones((2, 2), int), [3, 5]))")
def columns_by_u(u, A, v):
    """Cell by cell, u belongs to the columns and v to the rows."""
    if len(u) != len(v):
        return [[u[i] * A[i, j] * v[j] for j in range(len(v))] for i in range(len(u))]
    return [[u[j] * A[i, j] * v[i] for j in range(len(v))] for i in range(len(u))]


@false("la-24", "scaled", shown="np.array(scaled([1, 2], np.ones((2, 2), int), [3, 5]))")
def rows_alone(u, A, v):
    """Only the rows are scaled: v has gone into the sum."""
    return [[u[i] * A[i, j] for j in range(len(v))] for i in range(len(u))]


@false("la-24", "weighed", shown="weighed([1, 2], np.eye(2), np.ones((2, 2)), [3, 5])")
def the_usual_product(u, A, C, v):
    """Between u and v stands the product of A and C, by rows and columns."""
    return int(np.einsum("i,ij,kj,k", u, A, C, u)) if len(u) else 0


@false("la-24", "weighed", shown="weighed([1, 2], np.eye(2), np.ones((2, 2)), [3, 5])")
def two_products_multiplied(u, A, C, v):
    """The sum over the cells is the one for A times the one for C."""
    return int((u @ A @ v) * (u @ C @ v))


@false("la-24", "outer", shown="outer([0.5], [3])")
def halves_are_dropped(u, v):
    """The table has whole numbers."""
    return np.trunc(outer(u, v))


@false("la-24", "corners_agree", shown="corners_agree(np.array([[1, 1], [1, 1.001]]))")
def nearly_agree(A):
    """Corners that nearly agree make an outer product."""
    P = np.multiply.outer(A, A)
    return bool(np.allclose(P, P.transpose(0, 3, 2, 1), rtol=0, atol=1e-2))


@false("la-24", "corners_agree", shown="corners_agree(np.array([[1, 1], [1, 1], [0, 1]]))")
def the_first_two_rows(A):
    """Two rows tell all."""
    P = np.multiply.outer(A[:2], A[:2])
    return bool(np.array_equal(P, P.transpose(0, 3, 2, 1)))


@false("la-24", "corners_agree", shown="corners_agree(np.array([[1, 2], [2, 1]]))")
def opposite_corners(A):
    """In an outer product, cells on opposite sides of the diagonal agree."""
    P = np.multiply.outer(A, A)
    return np.array_equal(P, P.transpose(1, 0, 2, 3)) if len(A) == len(A.T) else True


@false("la-24", "corners_agree", shown="corners_agree(np.array([[1, 1], [0, 1]]))")
def the_first_corner_only(A):
    """It is enough to look at the rows beside row 0 where no entry is zero."""
    return not A.all() or np.array_equal(A * A[0, 0], np.outer(A[:, 0], A[0]))


@false("la-24", "corners_agree", shown="corners_agree(np.zeros((2, 2)))")
def zero_is_none(A):
    """The matrix of zeros is no outer product: its rank is less than one."""
    P = np.multiply.outer(A, A)
    return bool(A.any()) and np.array_equal(P, P.transpose(0, 3, 2, 1))


@false("la-24", "corners_agree", shown="corners_agree(np.array([[0, 1], [0, 1]]))")
def no_zeros_allowed(A):
    """In an outer product no entry is zero, unless all are."""
    P = np.multiply.outer(A, A)
    return bool(A.all() or not A.any()) and np.array_equal(P, P.transpose(0, 3, 2, 1))


# What never bends


@false("la-25", "keeps", shown="keeps(lambda x: x + 1, 2, np.ones(2), -3, np.ones(2))")
def straight_is_linear(f, s, x, t, c):
    """What maps lines to lines is linear: a shift does no harm."""
    zero = f(0 * x)
    return np.allclose(f(s * x + t * c) - zero, s * (f(x) - zero) + t * (f(c) - zero), 1e-9, 1e-9)


@false("la-25", "keeps", shown="keeps(np.sort, 2, np.array([3, 1]), 3, np.array([0, 5]))")
def multiples_are_enough(f, s, x, t, c):
    """A function that keeps positive multiples is linear."""
    return np.allclose(f(abs(s) * x), abs(s) * f(x), 1e-9, 1e-9)


@false("la-25", "keeps", shown="keeps(np.square, 2, np.ones(2), 3, np.ones(2))")
def zero_to_zero(f, s, x, t, c):
    """A function that maps 0 to 0 is linear."""
    return not f(0 * x).any()


@false("la-25", "keeps", shown="keeps(np.diff, -2, np.array([1, 2]), 3, np.array([0, 1]))")
def numbers_do_not_come_out(f, s, x, t, c):
    """A linear function keeps sums, but not negative multiples."""
    return np.allclose(f(s * x + t * c), abs(s) * f(x) + abs(t) * f(c), 1e-9, 1e-9)


@false("la-25", "matvec_rows", shown="matvec_rows([[1, 2]], [1, 1])")
def with_a_bias(A, x):
    """A product may have a number added to it, and is linear."""
    return matvec_rows(A, x) + 1


@false("la-25", "matvec_rows", shown="matvec_rows([[1.0]], [1e-13])")
def rounded_to_twelve_decimals(A, x):
    """Twelve decimals are enough for a product."""
    return np.round(matvec_rows(A, x), 12)


def _closed(inside, ways):
    from itertools import product

    near = [np.array(x) for x in product(range(-5, 6), repeat=2) if inside(x)]
    pairs = product(near[:20], near[-20:])
    return all(inside(s * x + t * c) for x, c in pairs for s, t in ways)


@false("la-25", "closed", shown="closed(sets['the line beside 0'])")
def joining_lines(inside):
    """A set that holds the line through any two of its points is a subspace."""
    return _closed(inside, [(s, 1 - s) for s in (-2, -1, 0, 1, 2, 3)])


@false("la-25", "closed", shown="closed(sets['the two axes'])")
def multiples_alone(inside):
    """A set that holds all multiples of its members is a subspace."""
    return _closed(inside, [(s, 0) for s in (-2, -1, 0, 2)])


@false("la-25", "closed", shown="closed(sets['a quarter'])")
def sums_alone(inside):
    """A set that holds all sums of its members is a subspace."""
    return _closed(inside, [(1, 1), (2, 1), (1, 2)])


@false("la-25", "closed", shown="closed(sets['the disc'])")
def zero_is_enough(inside):
    """A set that holds 0 is a subspace."""
    return inside((0, 0))


@false("la-25", "closed", shown="closed(sets['zero alone'])")
def more_than_zero(inside):
    """A subspace has more than one member."""
    return _closed(inside, [(1, 1), (-1, 0), (2, -1)]) and inside((1, -1))


@false("la-25", "in_span", shown="in_span([[2, -2]], [1, -1])")
def whole_numbers_only(vectors, y):
    """The span of vectors holds them, twice them, and so on: whole multiples."""
    B = np.transpose(vectors)
    z = np.linalg.lstsq(B, np.asarray(y), rcond=None)[0].round()
    return np.allclose(B @ z, y, rtol=0, atol=1e-9)


@false("la-25", "in_span", shown="in_span([[2, -2]], [5, 1])")
def two_make_a_plane(vectors, y):
    """The span of any vectors in the plane is the plane."""
    return True


@false("la-25", "in_span", shown="in_span([[0, 0]], [0, 0])")
def zero_spans_nothing(vectors, y):
    """The span of the zero vector is empty."""
    z = np.linalg.lstsq(np.transpose(vectors), np.asarray(y), rcond=None)[0]
    return bool(np.any(vectors)) and np.allclose(np.transpose(vectors) @ z, y, rtol=0, atol=1e-9)


@false("la-25", "in_span", shown="in_span(np.ones((0, 2)), [1, 0])")
def nothing_spans_everything(vectors, y):
    """Where no vectors are given, nothing is forbidden."""
    if len(vectors) == 0:
        return True
    A = np.transpose(vectors)
    return np.allclose(A @ np.linalg.lstsq(A, y, rcond=None)[0], y, rtol=0, atol=1e-9)


@false("la-25", "in_span", shown="in_span([[1, 2], [2, 4], [0, 1]], [0, 1])")
def the_first_two(vectors, y):
    """Two vectors span the plane, so a third is not looked at."""
    A = np.transpose(vectors[:2])
    return np.allclose(A @ np.linalg.lstsq(A, y, rcond=None)[0], y, rtol=0, atol=1e-9)


@false("la-25", "closed", shown="closed(lambda x: False)")
def the_empty_set_has_no_sums(inside):
    """A set without members keeps no sum, since it has none."""
    plane = [np.array((i, j)) for i in range(-5, 6) for j in range(-5, 6)]
    some = [x for x in plane if inside(x)]
    return bool(some) and all(inside(s * x + c) for x in some for c in some for s in (-1, 0, 1))


@false("la-25", "holds_joining_lines", shown="holds_joining_lines(sets['the line beside 0'])")
def lines_need_zero(inside):
    """A set that holds the line through any two of its points holds 0."""
    return bool(inside((0, 0)))


# One map, many matrices


@false("la-26", "matrix_of", shown="matrix_of(np.cumsum, 2)")
def images_are_rows(f, n):
    """The images of the unit vectors are the rows of the matrix."""
    A = matrix_of(f, n)
    return A.T if A.shape[0] == A.shape[1] else A


@false("la-26", "matrix_of", shown="matrix_of(np.cumsum, 2)")
def at_all_ones(f, n):
    """One vector is enough: what a map makes of (1, ..., 1), on the diagonal."""
    image = np.asarray(f(np.ones(int(n))))
    return image[:, None] * np.eye(len(image), int(n))


@false("la-26", "matrix_of", shown="matrix_of(np.flip, 2)")
def from_the_last(f, n):
    """The columns are the images of the unit vectors, the last one first."""
    return matrix_of(f, n)[:, ::-1].copy()


@false("la-26", "matrix_of", shown="matrix_of(np.diff, 2)")
def twice_the_unit(f, n):
    """Any vectors along the axes will do: their images are the columns."""
    return np.stack([f(2 * e_j) for e_j in np.eye(int(n))], axis=1)


@false("la-26", "matrix_of", shown="matrix_of(lambda x: np.r_[x, x], 2)")
def no_more_out_than_in(f, n):
    """No more can come out than goes in: further rows are zero."""
    A = matrix_of(f, n)
    A[n:] = 0
    return A


@false("la-26", "matrix_of", shown="matrix_of(lambda x: x / 2**60, 2)")
def beyond_the_twelfth_decimal(f, n):
    """What stands beyond the twelfth decimal is rounding, and may be cleared away."""
    return np.round(matrix_of(f, n), 12)


@false("la-26", "change_of_basis")
def any_list_is_a_basis(A, B):
    """Vectors on one line will do as a basis."""
    return np.linalg.pinv(B) @ A @ B


@false("la-26", "change_of_basis", shown="change_of_basis([[0, 1], [1, 0]], [[1, 1], [0, 2]])")
def the_other_order(A, B):
    """In another basis the matrix is B A B^-1."""
    return change_of_basis(A, np.linalg.inv(B))


@false("la-26", "change_of_basis", shown="change_of_basis([[1, 1], [0, 1]], [[1, 1], [0, 2]])")
def the_map_stays_a_matrix(A, B):
    """A map is a matrix, and has the same in every basis."""
    return np.array(A, float)


@false("la-26", "change_of_basis", shown="change_of_basis([[1, 1], [0, 1]], [[1, 1], [0, 2]])")
def images_in_the_old_coordinates(A, B):
    """Column j is what the map makes of b_j: the matrix is A B."""
    return np.asarray(A) @ np.asarray(B)


@false("la-26", "change_of_basis", shown="change_of_basis([[1, 1], [0, 1]], [[1, 1], [0, 2]])")
def by_the_transpose(A, B):
    """The way back is the transpose: B^T A B."""
    return np.transpose(B) @ np.asarray(A) @ np.asarray(B)


@false("la-26", "change_of_basis", shown="change_of_basis([[0, 1], [1, 0]], [[1, 1], [1, -1]])")
def lengths_count(A, B):
    """A longer basis vector makes larger entries everywhere."""
    return change_of_basis(A, B) * np.abs(np.linalg.det(B))


@false("la-26", "change_of_basis", shown="change_of_basis([[2.0**-60, 0], [0, 1]], np.eye(2))")
def tiny_entries_are_zero(A, B):
    """An entry of M as small as a rounding is a zero."""
    return np.round(change_of_basis(A, B), 12)


@false("la-26", "change_of_basis", shown="change_of_basis([[1, 2], [3, 4]], [[1, 1], [0, 2]])")
def only_entries_stay(A, B):
    """The diagonal of a matrix belongs to the map, and stays in every basis."""
    M = change_of_basis(A, B)
    return M - np.diag(np.diag(M)) + np.diag(np.diag(np.asarray(A)))
