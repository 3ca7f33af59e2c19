"""False versions of the claims of *One matrix after another*."""

from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.products import c_strides, chain_cost, intensity, matmul, matmul_cost, offset

# Four ways to one product


@false("la-20", "matmul", shown="matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])")
def the_first_letter_comes_first(A, B):
    """AB does first A, then B, as one reads."""
    return matmul(B, A) if np.shape(A) == np.shape(B)[::-1] == np.shape(B) else matmul(A, B)


@false("la-20", "matmul", shown="matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])")
def cell_by_cell(A, B):
    """Matrices of one shape are multiplied cell by cell, as they are added."""
    return np.multiply(A, B) if np.shape(A) == np.shape(B) else matmul(A, B)


@false("la-20", "matmul", shown="matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])")
def rows_with_rows(A, B):
    """Entry (i, j) is row i of A times row j of B."""
    return matmul(A, np.transpose(B)) if np.shape(B) == np.shape(B)[::-1] else matmul(A, B)


@false("la-20", "matmul", shown="matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])")
def the_last_layer_is_lost(A, B):
    """The sum runs up to n - 1, so layer n - 1 is not in it."""
    return matmul(np.array(A)[:, :-1], B[:-1]) if np.shape(A)[1] == len(B) else matmul(A, B)


@false("la-20", "matmul")
def as_far_as_both_go(A, B):
    """Where A has fewer columns than B has rows, as many are used as both have."""
    n = min(np.shape(A)[1], len(B))
    return matmul(np.array(A)[:, :n], B[:n])


@false("la-20", "matmul")
def what_is_missing_is_zero(A, B):
    """Where B has fewer rows than A has columns, the missing ones count as zeros."""
    return matmul(np.array(A)[:, : len(B)], B) if len(B) < np.shape(A)[1] else matmul(A, B)


@false("la-20", "matmul", shown="matmul([[0.5]], [[0.5]])")
def whole_numbers_only(A, B):
    """The entries of a product are whole numbers: what is behind the point is dropped."""
    return np.asarray(matmul(A, B)).astype(int)


@false("la-20", "matmul", shown="matmul([[1] * 4], [[1]] * 4)")
def three_layers_are_enough(A, B):
    """There are three layers at most, as in space."""
    return matmul(np.array(A)[:, :3], B[:3]) if np.shape(A)[1] == len(B) else matmul(A, B)


@false("la-20", "matmul")
def an_empty_sum_is_nothing(A, B):
    """Without anything to add up the product is empty too."""
    return matmul(A, B) if len(B) else np.zeros((0, 0), int)


@false("la-20", "entry", shown="entry(np.array([[1, 2], [3, 4]]), np.array([[5, 6]] * 2), 0, 1)")
def the_other_corner(A, B, i, j):
    """Entry (i, j) is row j of A times column i of B."""
    return matmul(A, B).T[i % np.shape(B)[1], j % len(A)]


@false("la-20", "column", shown="column(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]), 0)")
def columns_mix_those_of_the_second(A, B, j):
    """The columns of AB are mixtures of the columns of B."""
    return B @ A[:, j] if np.shape(A) == np.shape(B)[::-1] == np.shape(B) else matmul(A, B)[:, j]


@false("la-20", "row", shown="row(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]), 0)")
def rows_mix_those_of_the_first(A, B, i):
    """The rows of AB are mixtures of the rows of A, weighted by those of B."""
    return B[i] @ A if np.shape(A) == np.shape(B)[::-1] == np.shape(B) else matmul(A, B)[i]


@false("la-20", "layer", shown="layer(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]), 0)")
def row_by_column(A, B, k):
    """A layer is row k of A with column k of B, as in every product."""
    square = np.shape(A) == np.shape(B)[::-1] == np.shape(B)
    return np.outer(A[k], B[:, k]) if square else np.outer(A[:, k], B[k])


@false(
    "la-20",
    "transposed",
    shown="transposed(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]))",
)
def the_transpose_keeps_the_order(A, B):
    """The transpose of AB is the transpose of A times that of B."""
    square = np.shape(A) == np.shape(B)[::-1] == np.shape(B)
    return matmul(A.T, B.T) if square else matmul(A, B).T


@false("la-20", "neutral", shown="neutral(2)")
def all_ones(n):
    """The matrix that changes nothing has the entries 1, as the number 1 is."""
    return np.ones((n, n), int)


@false("la-20", "matmul", shown="matmul([[2**53 + 1]], [[1]])")
def floats_hold_whole_numbers(A, B):
    """A product of whole numbers can be made in floats, which hold them all."""
    C = matmul(A, B)
    return matmul(np.asarray(A, float), np.asarray(B, float)).astype(C.dtype)


# Brackets do not matter, order does


@false("la-21", "regrouped", shown="regrouped([[1, 1], [0, 1]], np.eye(2), [[1, 0], [1, 1]])")
def brackets_turn_round(A, X, B):
    """What stands in brackets is done first, and is therefore the first factor."""
    XB = matmul(X, B)
    square = np.shape(A) == np.shape(XB)[::-1] == np.shape(XB)
    return matmul(XB, A) if square else matmul(A, XB)


@false("la-21", "rounding")
def floats_are_associative(A, X, B):
    """In floats too both brackets give the same."""
    return 0 * (abs(A) @ abs(X) @ abs(B))


@false("la-21", "rounding")
def relative_to_the_result(A, X, B):
    """Two orders agree in all but the last few digits of the result."""
    return sum(np.shape(X)) * 2.0**-52 * abs(A @ X @ B)


@false("la-21", "rounding")
def in_single_precision(A, X, B):
    """Differences of one part in ten million are to be expected."""
    return sum(np.shape(X)) * 2.0**-23 * (abs(A) @ abs(X) @ abs(B))


@false("la-21", "rounding")
def each_error_is_half_as_large(A, X, B):
    """Each rounding is off by half of the last digit, so half of the bound is enough."""
    return sum(np.shape(X)) * 2.0**-53 * (abs(A) @ abs(X) @ abs(B))


@false("la-21", "rounding")
def the_longer_sum_decides(A, X, B):
    """Of the two sums over n and p the longer one decides."""
    return max(np.shape(X)) * 2.0**-52 * (abs(A) @ abs(X) @ abs(B))


@false("la-21", "rounding")
def ten_times_as_much(A, X, B):
    """The bound leaves out the additions: ten times as much has to be expected."""
    return 10 * sum(np.shape(X)) * 2.0**-52 * (abs(A) @ abs(X) @ abs(B))


@false("la-21", "matmul")
def one_exists_if_the_other_does(A, B):
    """If AB exists, so does BA."""
    fits = np.shape(A)[1] == len(B) or np.shape(B)[1] != len(A)
    return matmul(A, B) if fits else matmul(B, A)


@false("la-21", "swapped_trace", shown="swapped_trace(np.array([[1, 2]]), np.array([[3], [4]]))")
def the_product_of_the_traces(A, B):
    """The trace of a product is the product of the traces."""
    return np.trace(A) * np.trace(B)


@false("la-21", "swapped_trace", shown="swapped_trace(np.array([[1, 2]]), np.array([[3], [4]]))")
def rows_by_rows(A, B):
    """The trace of AB adds up all A[i, k] B[i, k]."""
    n = min(*np.shape(A), *np.shape(B))
    return np.sum(A[:n, :n] * B[:n, :n])


@false("la-21", "commute", shown="commute(np.eye(2), np.array([[1, 2], [3, 4]]))")
def never(A, B):
    """AB is never BA."""
    return False


@false("la-21", "commute", shown="commute(np.array([[1, 1], [0, 1]]), np.array([[1, 0], [1, 1]]))")
def always_if_square(A, B):
    """Square matrices of one size may be exchanged."""
    return True


@false("la-21", "commute", shown="commute(np.diag([1, 2]), np.array([[1, 1], [0, 1]]))")
def one_diagonal_is_enough(A, B):
    """A diagonal matrix commutes with every matrix."""
    return any(np.array_equal(M, np.diag(np.diag(M))) for M in (A, B)) or np.allclose(
        A @ B, B @ A, rtol=0, atol=1e-9
    )


@false("la-21", "commute", shown="commute(np.array([[1, 1], [0, 1]]), np.array([[1, 2], [0, 1]]))")
def only_diagonal_ones(A, B):
    """Only diagonal matrices may be exchanged."""
    return all(np.array_equal(M, np.diag(np.diag(M))) for M in (A, B))


@false("la-21", "pairs")
def every_matrix_with_its_transpose(n):
    """A matrix commutes with its transpose, as with everything that is made of it."""
    A = np.eye(n) + np.arange(n * n).reshape(n, n)
    return {"transpose": (A, A.T)}


@false("la-21", "pairs")
def all_symmetric_ones(n):
    """Two symmetric matrices may be exchanged."""
    return {"symmetric": (np.diag(np.arange(n)), np.ones((n, n)))}


@false("la-21", "pairs")
def all_triangular_ones(n):
    """Two upper triangular matrices may be exchanged, as two diagonal ones."""
    return {"triangular": (np.triu(np.ones((n, n))), np.diag(np.arange(n)))}


@false("la-21", "pairs")
def mirrors_commute_too(n):
    """Two mirrors of the plane may be exchanged, as two turns."""
    return {"mirrors": (np.diag([1, -1]), np.array([[0.6, 0.8], [0.8, -0.6]]))}


@false("la-21", "commutes_with_all", shown="commutes_with_all(np.diag([1, 2]))")
def diagonal_ones_commute_with_all(A):
    """A diagonal matrix commutes with all matrices."""
    return np.array_equal(A, np.diag(np.diag(A)))


@false("la-21", "commutes_with_all", shown="commutes_with_all(np.diag([1, 1, 0]))")
def its_corner_tells(A):
    """Whether a matrix commutes with all is seen in its first two rows and columns."""
    return np.array_equal(A[:2, :2], A[0, 0] * np.eye(len(A))[:2, :2])


@false("la-21", "commutes_with_all", shown="commutes_with_all(2 * np.eye(2))")
def the_identity_alone(A):
    """Only I commutes with all matrices."""
    return np.array_equal(A, np.eye(len(A)))


@false("la-21", "matmul", shown="matmul([[2**53 + 1]], [[1]])")
def whole_numbers_in_floats(A, B):
    """Whole numbers are exact, so floats that hold whole numbers are."""
    C = matmul(A, B)
    return matmul(np.asarray(A, float), np.asarray(B, float)).astype(C.dtype)


# What it costs, and in which order


@false("la-22", "matmul_cost", shown="matmul_cost(2, 3, 4)")
def the_entries_of_the_product(m, n, p):
    """One multiplication for each entry of the product."""
    return m * p, matmul_cost(m, n, p)[1]


@false("la-22", "matmul_cost", shown="matmul_cost(2, 3, 4)")
def as_many_additions(m, n, p):
    """There are as many additions as multiplications."""
    return m * n * p, m * n * p


@false("la-22", "matmul_cost", shown="matmul_cost(2, 0, 4)")
def one_less_even_without_summands(m, n, p):
    """A sum of n numbers takes n - 1 additions, whatever n is."""
    return m * n * p, m * p * (n - 1)


@false("la-22", "matmul_cost", shown="matmul_cost(2, 3, 4)")
def every_entry_with_every_entry(m, n, p):
    """Every entry of A meets every entry of B."""
    return m * n * n * p, matmul_cost(m, n, p)[1]


@false("la-22", "chain_cost", shown="chain_cost([5, 1, 5, 1])")
def from_the_left(d):
    """The order is that of reading, from the left; brackets do not matter."""
    cost = sum(d[0] * d[k] * d[k + 1] for k in range(1, len(d) - 1))
    return cost, chain_cost(d)[1]


@false("la-22", "chain_cost", shown="chain_cost([3, 1, 2, 4, 3])")
def the_cheapest_pair_first(d):
    """Always multiply the pair that costs least now."""
    d, cost = list(d), 0
    whole = chain_cost(d)[1]
    while len(d) > 2:
        k = min(range(1, len(d) - 1), key=lambda k: d[k - 1] * d[k] * d[k + 1])
        cost += d[k - 1] * d[k] * d[k + 1]
        del d[k]
    return cost, whole


@false("la-22", "chain_cost", shown="chain_cost([5, 1, 5, 1])")
def the_right_cost_of_any_brackets(d):
    """All brackets cost the same, namely the least."""
    brackets = "A0"
    for i in range(1, len(d) - 1):
        brackets = f"({brackets} A{i})"
    return chain_cost(d)[0], brackets


@false("la-22", "chain_cost", shown="chain_cost([2, 3])")
def one_matrix_costs_its_entries(d):
    """A single matrix costs as many multiplications as it has entries."""
    return (d[0] * d[1], "A0") if len(d) == 2 else chain_cost(d)


@false("la-22", "batch_costs", shown="batch_costs(10, 3)")
def brackets_are_free(n, N):
    """Both orders cost the same, since both give the same."""
    return 2 * n**2 * N, 2 * n**2 * N


@false("la-22", "batch_costs", shown="batch_costs(10, 3)")
def once_for_all_columns(n, N):
    """A(BX) costs as much as for one vector: the columns go along."""
    return n**2 * (n + N), 2 * n**2


@false("la-22", "strassen", shown="strassen(np.eye(4), np.eye(4))[1]")
def eight_small_ones(A, B):
    """A 2 by 2 product of blocks takes eight products of blocks."""
    return A @ B, len(A) ** 3


# Where the numbers lie


@false("la-23", "c_strides", shown="c_strides((2, 3), 8)")
def the_first_axis_runs_fastest(shape, itemsize):
    """Going down a column is the shortest step."""
    return c_strides(tuple(shape)[::-1], itemsize)[::-1]


@false("la-23", "c_strides", shown="c_strides((2, 3), 8)")
def in_entries(shape, itemsize):
    """A stride counts entries, not bytes."""
    return c_strides(shape, 1)


@false("la-23", "c_strides", shown="c_strides((2, 3), 8)")
def by_the_length_of_its_own_axis(shape, itemsize):
    """A step along an axis is as long as that axis."""
    return tuple(n * itemsize for n in shape)


@false("la-23", "c_strides", shown="c_strides((2, 3, 4), 8)")
def only_the_next_axis_counts(shape, itemsize):
    """A step passes as many numbers as the next axis has."""
    return tuple(itemsize * n for n in (*tuple(shape)[1:], 1))


@false("la-23", "offset", shown="offset((1, 1, 1), (96, 32, 8))")
def the_first_and_the_last_axis(index, strides):
    """A place has a row and a column, however many axes there are."""
    ends = [0, -1][: len(index)]
    return offset([index[k] for k in ends], [strides[k] for k in ends])


@false("la-23", "offset", shown="offset((1, 2), (24, 8))")
def products_of_indices(index, strides):
    """The strides of the axes are added up first."""
    return sum(index) * sum(strides)


@false("la-23", "offset", shown="offset((1, 0), (-24, 8))")
def never_before_the_first(index, strides):
    """Nothing lies before the first entry, so a stride counts by its size."""
    return offset(index, [abs(s) for s in strides])


@false("la-23", "column_major", shown="column_major((2, 3), 8)")
def it_is_the_transpose_of_the_strides(shape, w):
    """In column-major order the row-major strides are read backwards."""
    return c_strides(shape, w)[::-1]


@false("la-23", "column_major", shown="column_major((2, 3, 4), 8)")
def the_last_two_axes_change_places(shape, w):
    """Rows and columns are exchanged, and the other axes stay as they are."""
    *others, m, n = [1, 1, *shape]
    strides = c_strides((*others, n, m), w)
    return (*strides[:-2], strides[-1], strides[-2])[-len(shape) :]


@false("la-23", "of_view", shown="of_view((2, 3), (24, 8), '.T')")
def the_transpose_is_stored_anew(lengths, strides, how, t=1):
    """A transposed matrix is stored anew, so it has the strides of every array."""
    return _of_view(lengths, strides, how, t) if how != ".T" else (0, tuple(strides))


@false("la-23", "of_view", shown="of_view((2, 3, 4), (96, 32, 8), '.T')")
def the_transpose_leaves_the_first_axes(lengths, strides, how, t=1):
    """`.T` exchanges rows and columns, which are the last two axes."""
    if how != ".T":
        return _of_view(lengths, strides, how, t)
    return 0, (*strides[:-2], *strides[-2:][::-1])


@false("la-23", "of_view", shown="of_view((2, 3), (24, 8), 'step', 2)")
def a_step_leaves_the_strides(lengths, strides, how, t=1):
    """Leaving entries out makes the array shorter, and not its steps longer."""
    return _of_view(lengths, strides, how, 1)


@false("la-23", "of_view", shown="of_view((2, 3), (24, 8), 'backwards')")
def backwards_is_a_copy(lengths, strides, how, t=1):
    """Strides are positive, so a reversed array is a copy."""
    begin, steps = _of_view(lengths, strides, how, t)
    return begin, tuple(abs(s) for s in steps)


@false("la-23", "of_view", shown="of_view((2, 3), (24, 8), 'backwards')")
def all_views_begin_at_one_place(lengths, strides, how, t=1):
    """A view changes the strides alone, and begins where the array does."""
    return 0, _of_view(lengths, strides, how, t)[1]


@false("la-23", "of_view", shown="of_view((2, 3), (24, 8), 'repeated')")
def repeated_rows_are_stored(lengths, strides, how, t=1):
    """A row that is repeated is stored as often as it is seen."""
    return (0, tuple(strides)) if how == "repeated" else _of_view(lengths, strides, how, t)


@false("la-23", "loaded", shown="loaded(16, 'columns', 8)")
def the_order_does_not_matter(n, by, places):
    """Every number is read once, so the order does not matter."""
    return n * n // 8


@false("la-23", "loaded", shown="loaded(16, 'columns', 99)")
def columns_always_miss(n, by, places):
    """Column by column every read loads a line, however large the cache is."""
    return n * n if by == "columns" else n * n // 8


@false("la-23", "loaded", shown="loaded(16, 'columns', 15)")
def nearly_enough_is_nearly_as_good(n, by, places):
    """One place less than lines are needed costs one line more in each column."""
    if by == "columns" and places == n - 1:
        return n * n // 8 + n
    return n * n if by == "columns" and places < n else n * n // 8


@false("la-23", "loaded", shown="loaded(16, 'columns', 16)")
def one_place_must_be_free(n, by, places):
    """The cache must hold one line more than a column touches."""
    return n * n if by == "columns" and places <= n else n * n // 8


# Why large products are fast


@false("la-30", "intensity", shown="intensity(2, 3, 4, 8)")
def one_operation_each(m, n, p, w):
    """A multiplication with its addition is one operation."""
    return intensity(m, n, p, w) / 2


@false("la-30", "intensity", shown="intensity(2, 3, 4, 8)")
def by_the_number(m, n, p, w):
    """The width of a number does not matter."""
    return intensity(m, n, p, 1)


@false("la-30", "intensity", shown="intensity(2, 3, 4, 8)")
def the_result_costs_nothing(m, n, p, w):
    """Only what is read moves."""
    return Fraction(2 * m * n * p, w * (m * n + n * p))


@false("la-30", "harmonic", shown="harmonic(2, 3, 4, 8)")
def the_mean_of_the_sizes(m, n, p, w):
    """The mean of the three sizes decides."""
    return Fraction(2 * (m + n + p), 9 * w)


@false("la-30", "between", shown="between(1, 9, 9, 8)")
def the_largest_decides(m, n, p, w):
    """The largest size decides: a large enough matrix keeps the computer busy."""
    return Fraction(2 * max(m, n, p), 3 * w), Fraction(2 * max(m, n, p), w)


@false("la-30", "between", shown="between(1, 9, 9, 8)")
def twice_as_much(m, n, p, w):
    """It may be up to four times the smallest size."""
    return Fraction(2 * min(m, n, p), 3 * w), Fraction(4 * min(m, n, p), w)


@false("la-30", "between", shown="between(1, 9, 9, 8)")
def a_little_more(m, n, p, w):
    """Very large sizes bring a little more than the smallest one allows, a thousandth or so."""
    return Fraction(2 * min(m, n, p), 3 * w), Fraction(2001 * min(m, n, p), 1000 * w)


@false("la-30", "between", shown="between(1, 9, 9, 8)")
def half_as_much(m, n, p, w):
    """It is at least a third of the smallest size."""
    return Fraction(min(m, n, p), 3 * w), Fraction(2 * min(m, n, p), w)


@false("la-30", "tiled", shown="tiled(12, 3)")
def once_whatever_the_tiles(n, g):
    """Each entry moves once, in tiles or not."""
    return 3 * n**2


@false("la-30", "tiled", shown="tiled(12, 3)")
def less_by_the_area(n, g):
    """Tiles of g by g numbers move less by the factor g * g."""
    return 2 * n**3 // g**2 + n**2


@false("la-30", "tiled", shown="tiled(12, 3)")
def tiles_do_not_help(n, g):
    """The same products are formed, so the same numbers move."""
    return 2 * n**3 + n**2


def _of_view(lengths, strides, how, t):
    first, *others = strides
    return {
        ".T": (0, tuple(strides)[::-1]),
        "step": (0, (*strides[:-1], t * strides[-1])),
        "backwards": ((lengths[0] - 1) * first, (-first, *others)),
        "repeated": (0, (0, *others)),
    }[how]
