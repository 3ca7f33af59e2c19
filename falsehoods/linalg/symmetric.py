"""False versions of the claims of *Symmetric matrices and quadratic forms*."""

from fractions import Fraction

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.graphs import components, laplacian
from mathlib.linalg.symmetric import definiteness, rayleigh, rayleigh_extrema, spectral_power

# Perpendicular axes


@false("la-39", "mirrored", shown="mirrored(np.array([[0, 1], [2, 0]]))")
def any_matrix_will_do(M):
    """Every square matrix has perpendicular eigenvectors."""
    return M


@false("la-39", "mirrored", shown="mirrored(np.array([[0, 1], [2, 0]]))")
def skew_is_as_good(M):
    """A matrix whose transpose is minus itself has them as well."""
    return M - M.T


@false("la-39", "spectral_sum", shown="spectral_sum([1, 2], np.array([[0.6, -0.8], [0.8, 0.6]]))")
def the_inverse_is_forgotten(lam, Q):
    """The matrix is its eigenvectors, each stretched by its eigenvalue."""
    return Q * lam


@false("la-39", "spectral_sum", shown="spectral_sum([1, 2], np.array([[0.6, -0.8], [0.8, 0.6]]))")
def the_other_way_round(lam, Q):
    """Which of the two factors is transposed does not matter."""
    return (Q.T * lam) @ Q


@false("la-39", "spectral_sum", shown="spectral_sum([1, 2], np.eye(2))")
def projections_alone(lam, Q):
    """The matrix is the sum of the shadows on its eigenvectors."""
    return Q @ Q.T


@false("la-39", "spectrum", shown="spectrum(np.array([[1, 2], [2, 1]]))[0]")
def sizes_of_eigenvalues(A):
    """Eigenvalues say how much is stretched, so none is negative."""
    lam, Q = np.linalg.eigh(A)
    return abs(lam), Q


@false("la-39", "spectrum", shown="spectrum(np.array([[2, 1], [1, 2]]))[0]")
def the_largest_first(A):
    """The eigenvalues stand with the largest first."""
    lam, Q = np.linalg.eigh(A)
    return lam[::-1], Q[:, ::-1]


@false("la-39", "spectrum", shown="spectrum(np.array([[2, 1], [1, 2]]))[1]")
def of_any_length(A):
    """An eigenvector may be of any length, also in Q."""
    lam, Q = np.linalg.eigh(A)
    return lam, 2 * Q


@false("la-39", "spectral_power", shown="spectral_power([[2, 1], [1, 2]], 2)")
def entry_by_entry(A, exponent):
    """A power of a matrix has the powers of its entries."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.power(np.asarray(A, float), exponent)


@false("la-39", "spectral_power", shown="spectral_power([[2, 1], [1, 2]], 2)")
def so_many_times(A, exponent):
    """The eigenvalues are multiplied by the exponent."""
    return exponent * np.asarray(A, float)


@false("la-39", "spectral_power", shown="spectral_power([[2, 1], [1, 2]], 2)")
def the_vectors_too(A, exponent):
    """A power takes the eigenvectors along: they are raised as well."""
    lam, Q = np.linalg.eigh(A)
    return (Q**2 * lam**exponent) @ (Q**2).T


@false("la-39", "spectral_power", shown="spectral_power([[5, 4], [4, 5]], 0.5)")
def two_roots(A, exponent):
    """A matrix has two roots, as a number has, and either will do."""
    return -spectral_power(A, exponent) if exponent == 0.5 else spectral_power(A, exponent)


@false("la-39", "spectral_power", shown="spectral_power([[2, 1], [1, 2]], 0)")
def nothing_to_the_zero(A, exponent):
    """The power 0 is the zero matrix."""
    return spectral_power(A, exponent) * (exponent != 0)


@false("la-39", "spectral_power", shown="spectral_power([[0, 1], [1, 0]], 1)")
def powers_of_sizes(A, exponent):
    """What has a sign has no powers: the sizes of the eigenvalues are raised."""
    lam, Q = np.linalg.eigh(A)
    return (Q * abs(lam) ** float(exponent)) @ Q.T


@false("la-39", "spectral_power", shown="spectral_power([[1, 0], [0, 0]], 0)")
def nothing_stays_nothing(A, exponent):
    """Where the eigenvalue is 0 every power is 0, also the power 0."""
    lam, Q = np.linalg.eigh(A)
    zero = abs(lam) < 1e-9
    return spectral_power(A, exponent) - (exponent == 0) * (Q * zero) @ Q.T


@false("la-39", "spectral_power", shown="spectral_power([[4, 0], [0, 0]], 0.5)")
def either_root_of_a_trough(A, exponent):
    """Where an eigenvalue is 0 the root may have either sign."""
    power = spectral_power(A, exponent)
    return -power if exponent == 0.5 and abs(np.linalg.eigvalsh(A)).min() < 1e-9 else power


@false("la-39", "complex_ones", shown="complex_ones(np.array([[0, -1], [1, 0]]))")
def real_matrices_have_real_ones(A):
    """A matrix of real numbers has real eigenvalues."""
    return 0


@false("la-39", "spectral_power", shown="spectral_power([[1, 0], [0, 2**-24]], -1)")
def small_ones_have_no_inverse(A, exponent):
    """An eigenvalue a million times smaller than the largest counts as zero."""
    lam, Q = np.linalg.eigh(A)
    small = abs(lam) < 1e-6 * abs(lam).max()
    keep = np.where(small, 0, 1 / np.where(small, 1, lam))
    return Q * keep @ Q.T if exponent == -1 else spectral_power(A, exponent)


@false("la-39", "spectral_power", shown="spectral_power([[1, 0], [0, 2**-24]], 0.5)")
def small_ones_have_no_root(A, exponent):
    """The root of an eigenvalue a million times smaller than the largest is zero as well."""
    lam, Q = np.linalg.eigh(A)
    keep = np.sqrt(np.where(lam < 1e-6 * abs(lam).max(), 0, lam))
    return Q * keep @ Q.T if exponent == 0.5 else spectral_power(A, exponent)


# The most and the least on the sphere


@false("la-42", "symmetric_part", shown="symmetric_part(np.array([[0, 2], [0, 0]]))")
def without_the_half(A):
    """The symmetric part is the matrix plus its transpose."""
    return A + A.T


@false("la-42", "symmetric_part", shown="symmetric_part(np.array([[0, 2], [0, 0]]))")
def the_upper_half_counts(A):
    """What stands above the diagonal counts, on both sides."""
    return np.triu(A) + np.triu(A, 1).T


@false("la-42", "symmetric_part", shown="symmetric_part(np.array([[0, 2], [0, 0]]))")
def all_of_it_counts(A):
    """Every entry counts by itself, so two matrices have two forms."""
    return np.asarray(A, float)


@false("la-42", "symmetric_part", shown="symmetric_part(np.array([[0, 2], [0, 0]]))")
def the_diagonal_counts(A):
    """Only the squares count, so the form is told by the diagonal."""
    return np.diag(np.diag(A)).astype(float)


@false("la-42", "form", shown="form(np.array([[1, 2], [3, 4]]), np.array([1, -1]))")
def only_squares(A, x):
    """The form adds up the rows of A, times the squares of x."""
    return np.sum(A @ (x * x))


@false("la-42", "form", shown="form(np.array([[1, 2], [3, 4]]), np.array([1, -1]))")
def the_length_of_the_image(A, x):
    """The form is the squared length of Ax."""
    return (A @ x) @ (A @ x)


@false("la-42", "grown", shown="grown(3, 2)")
def in_proportion(t, value):
    """Three times as long is three times as large."""
    return t * value


@false("la-42", "grown", shown="grown(-3, 2)")
def the_other_side_is_below(t, value):
    """On the other side of 0 the sign changes: f(-x) = -f(x)."""
    return t * abs(t) * value


@false("la-42", "rayleigh", shown="rayleigh(np.eye(2), np.array([3, 0]))")
def without_the_length(A, x):
    """The quotient is the form itself, for an x of any length."""
    return float(x @ A @ x)


@false("la-42", "rayleigh", shown="rayleigh(np.eye(2), np.array([3, 0]))")
def by_the_length(A, x):
    """The form is divided by the length of x."""
    return float(x @ A @ x / np.linalg.norm(x))


@false("la-42", "rayleigh_extrema", shown="rayleigh_extrema(np.array([[0, 2], [0, 0]]))")
def eigenvalues_of_a_itself(A):
    """The least and the greatest value are eigenvalues of A, whatever A is."""
    lam = np.linalg.eigvals(A).real
    return float(lam.min()), float(lam.max())


@false("la-42", "rayleigh_extrema", shown="rayleigh_extrema(np.array([[0, 2], [0, 0]]))")
def by_the_longest_image(A):
    """The greatest value is the length of the longest Ax, the least minus that."""
    most = float(np.linalg.norm(A, 2))
    return -most, most


@false("la-42", "rayleigh_extrema", shown="rayleigh_extrema(np.array([[0, 2], [0, 0]]))")
def the_ends_of_the_diagonal(A):
    """The least and the greatest value are the ends of the diagonal."""
    return float(np.diag(A).min()), float(np.diag(A).max())


@false("la-42", "rayleigh_extrema", shown="rayleigh_extrema(np.eye(2))")
def never_quite(A):
    """The eigenvalues bound the quotient, but nothing reaches them."""
    least, most = rayleigh_extrema(A)
    return least - 0.1, most + 0.1


@false("la-42", "reaches_the_most", shown="reaches_the_most(np.diag([1, 2]), np.array([1, 0]))")
def eigenvectors_of_a_itself(A, x):
    """The greatest value is reached by the eigenvectors of A, whatever A is."""
    return np.linalg.norm(A @ x - rayleigh(A, x) * x) < 1e-6 * np.linalg.norm(x)


@false("la-42", "reaches_the_most", shown="reaches_the_most(np.eye(2), np.array([1, 0]))")
def by_one_direction_alone(A, x):
    """One direction reaches the greatest value, and its opposite, and no others."""
    v = np.linalg.eigh((A + A.T) / 2)[1][:, -1]
    return abs(abs(v @ x) - np.linalg.norm(x)) < 1e-9 * np.linalg.norm(x)


# Bowl, trough, saddle, dome


@false("la-43", "definiteness", shown="definiteness([[1, 2], [2, 1]])")
def positive_entries(A, tol=None):
    """A matrix of positive entries is positive definite."""
    return "positive definite" if np.min(A) > 0 else definiteness(A, tol)


@false("la-43", "definiteness", shown="definiteness([[-1, 0], [0, -2]])")
def a_positive_determinant(A, tol=None):
    """Positive definite means that the determinant is positive."""
    return "positive definite" if np.linalg.det(A) > 1e-9 else definiteness(A, tol)


@false("la-43", "definiteness", shown="definiteness([[1, 2], [2, 1]])")
def a_positive_diagonal(A, tol=None):
    """A matrix with a positive diagonal is positive definite."""
    return "positive definite" if np.min(np.diag(A)) > 0 else definiteness(A, tol)


@false("la-43", "definiteness", shown="definiteness([[0, 0], [0, -1]])")
def leading_minors_will_do(A, tol=None):
    """If no determinant of the first rows and columns is negative, neither is an eigenvalue."""
    A = np.asarray(A)
    minors = [np.linalg.det(A[:i, :i]) for i in range(1, len(A) + 1)]
    kind = definiteness(A, tol)
    if min(minors) > -1e-9 and kind not in ("positive definite", "zero"):
        return "positive semidefinite"
    return kind


@false("la-43", "definiteness", shown="definiteness([[1, 0], [0, 0]])")
def zero_is_as_good(A, tol=None):
    """An eigenvalue 0 does no harm: what is not negative is definite."""
    return definiteness(A, tol).replace("semi", "")


@false("la-43", "definiteness", shown="definiteness([[1, 0], [0, -1]])")
def either_or(A, tol=None):
    """What is not positive is negative."""
    return definiteness(A, tol).replace("indefinite", "negative definite")


@false("la-43", "definiteness", shown="definiteness([[1e-12, 0], [0, 1e-12]])")
def small_is_zero(A, tol=None):
    """An eigenvalue below a billionth is zero, whatever the others are."""
    return definiteness(A, tol) if np.abs(A).max() > 1e-9 else "zero"


@false("la-43", "definiteness", shown="definiteness(np.diag([1, 1, 1, -1]))")
def three_are_enough(A, tol=None):
    """Whoever has tested the first three rows and columns has tested enough."""
    return definiteness(np.asarray(A)[:3, :3], tol)


@false("la-43", "squares", shown="squares(np.array([[1, 2], [2, 1]]))")
def a_negative_one_ends_it(A):
    """Elimination stops at a pivot that is negative, as at one that is 0."""
    A, found = np.array(A) * Fraction(1), []
    for i in range(len(A)):
        if A[i, i] <= 0:
            break
        found.append((A[i, i], A[i] / A[i, i]))
        A = A - np.outer(A[:, i], A[i]) / A[i, i]
    return found


@false("la-43", "squares", shown="squares(np.array([[1, 2], [2, 1]]))")
def the_diagonal_is_it(A):
    """The pivots are the entries of the diagonal."""
    found = []
    for i, row in enumerate(np.array(A) * Fraction(1)):
        if row[i] == 0:
            break
        found.append((row[i], np.array([Fraction(0)] * i + list(row[i:] / row[i]))))
    return found


@false("la-43", "squares", shown="squares(np.array([[1, 2], [2, 1]]))")
def rows_as_they_are(A):
    """Within the squares stand the rows of elimination, not divided by anything."""
    A, found = np.array(A) * Fraction(1), []
    for i in range(len(A)):
        if A[i, i] == 0:
            break
        found.append((A[i, i], A[i]))
        A = A - np.outer(A[:, i], A[i]) / A[i, i]
    return found


@false("la-43", "squares", shown="squares(np.array([[0, 1], [1, 0]]))")
def skip_a_zero(A):
    """A pivot 0 may be left out, and the next one taken."""
    A, found = np.array(A) * Fraction(1), []
    for i in range(len(A)):
        if A[i, i] != 0:
            found.append((A[i, i], A[i] / A[i, i]))
            A = A - np.outer(A[:, i], A[i]) / A[i, i]
        else:
            found.append((Fraction(1), np.array([Fraction(0)] * i + [Fraction(1)] * (len(A) - i))))
    return found


@false("la-43", "how_many_positive", shown="how_many_positive(np.array([-1, 2]))")
def as_many_as_rows(lam):
    """Pivots that are not 0 are positive."""
    return len(lam)


@false("la-43", "cholesky", shown="cholesky(np.array([[4, 2], [2, 5]]))")
def without_the_root(A):
    """The rows of R are those of elimination."""
    return np.linalg.cholesky(A).T * np.diag(np.linalg.cholesky(A))[:, None]


@false("la-43", "cholesky", shown="cholesky(np.array([[4, 2], [2, 5]]))")
def the_symmetric_root(A):
    """Cholesky's factor is the root of the matrix."""
    return spectral_power(A, 0.5)


@false("la-43", "cholesky", shown="cholesky(np.array([[4, 2], [2, 5]]))")
def the_lower_one(A):
    """Whether R is upper or lower triangular does not matter."""
    return np.linalg.cholesky(A)


@false("la-43", "kind_of_gram", shown="kind_of_gram(np.array([[1, 1]]))")
def every_gram_matrix(C):
    """The products of columns make a positive definite matrix, always."""
    return "positive definite"


@false("la-43", "kind_of_gram", shown="kind_of_gram(np.array([[1], [1]]))")
def independent_rows(C):
    """It is positive definite if the rows are independent."""
    r = np.linalg.matrix_rank(C)
    if r == 0:
        return "zero"
    return f"positive {'definite' if r == C.shape[0] else 'semidefinite'}"


@false("la-43", "kind_of_gram", shown="kind_of_gram(np.array([[1, 1], [1, 1]]))")
def enough_rows(C):
    """It is positive definite if C has as many rows as columns, or more."""
    if not C.any():
        return "zero"
    return f"positive {'definite' if C.shape[0] >= C.shape[1] else 'semidefinite'}"


@false("la-43", "lowest", shown="lowest(np.eye(2), np.array([1, 2]))")
def at_zero(A, b):
    """A bowl is lowest at 0."""
    return 0 * b


@false("la-43", "lowest", shown="lowest(np.eye(2), np.array([1, 2]))")
def a_factor_of_two(A, b):
    """The slope is Ax/2 - b, so the lowest point is twice as far."""
    return np.linalg.solve(A / 2, b)


@false("la-43", "definiteness", shown="definiteness([[2**40, 1], [1, -1]])")
def a_billionth_is_nothing(A):
    """An eigenvalue a billion times smaller than another changes no kind."""
    return definiteness(A, 1e-9)


# Where to cut a graph


@false("la-47", "laplacian", shown="laplacian([[0, 1], [1, 0]])")
def the_other_sign(W):
    """The Laplacian is W - D."""
    return -laplacian(W)


@false("la-47", "laplacian", shown="laplacian([[0, 1], [1, 0]])")
def a_sum(W):
    """The Laplacian is D + W."""
    return 2 * np.diag(np.diag(laplacian(W))) - laplacian(W)


@false("la-47", "laplacian", shown="laplacian([[0, 2], [2, 0]])")
def edges_are_counted(W):
    """D counts the edges at each node, whatever their weights."""
    return np.diag(np.sum(np.asarray(W) > 0, axis=1)) - np.asarray(W)


@false("la-47", "laplacian", shown="laplacian([[3]])")
def an_edge_to_itself_counts(W):
    """An edge from a node to itself makes the diagonal larger."""
    return laplacian(W) + np.diag(np.diag(W))


@false("la-47", "energy", shown="energy(np.array([[0, 2], [2, 0]]), [1, 4])")
def each_edge_twice(W, x):
    """The sum runs over all i and j, each edge from both of its ends."""
    n = range(len(x))
    return sum(W[i, j] * (x[i] - x[j]) ** 2 for i in n for j in n)


@false("la-47", "energy", shown="energy(np.array([[0, 2], [2, 0]]), [1, 4])")
def differences_not_squared(W, x):
    """The form adds up the differences along the edges."""
    n = range(len(x))
    return sum(W[i, j] * abs(x[i] - x[j]) for i in n for j in range(i))


@false("la-47", "energy", shown="energy(np.array([[0, 2], [2, 0]]), [1, 4])")
def products_along_the_edges(W, x):
    """The form adds up the products along the edges."""
    n = range(len(x))
    return sum(W[i, j] * x[i] * x[j] for i in n for j in range(i))


@false("la-47", "components", shown="components([[0, 0], [0, 0]])")
def alone_is_no_piece(W):
    """A node without edges is no piece of its own."""
    W = np.asarray(W)
    alone = (W - np.diag(np.diag(W))).sum(axis=1) == 0
    return np.where(alone, 0, components(W))


@false("la-47", "components", shown="components([[0, 0], [0, 0]])")
def always_one_zero(W):
    """The eigenvalue 0 occurs once, with the vector of ones."""
    return np.zeros(len(W), int)


@false("la-47", "components", shown="components([[0, 0.5], [0.5, 0]])")
def weak_edges_do_not_join(W):
    """An edge of a weight below 1 is too weak to join two nodes."""
    W = np.asarray(W)
    return components(W * (W >= 1))


@false("la-47", "cut")
def edges_of_one_weight(W, side):
    """What is cut is the number of edges, whatever their weights."""
    return np.sum(W[np.ix_(side, ~side)] > 0)


@false("la-47", "cut_bound", shown="cut_bound(1, 2, 4)")
def by_the_smaller_set(lam1, n0, n1):
    """A cut is at least the eigenvalue for each node of the smaller set."""
    return lam1 * min(n0, n1)


@false("la-47", "cut_bound", shown="cut_bound(1, 2, 4)")
def as_if_halved(lam1, n0, n1):
    """The bound is that of two halves, for every split."""
    return lam1 * (n0 + n1) / 4


@false("la-47", "cut_bound", shown="cut_bound(1, 2, 4)")
def half_of_it(lam1, n0, n1):
    """Half of it is the bound: nothing reaches more."""
    return lam1 * n0 * n1 / (n0 + n1) / 2


@false("la-47", "halves")
def by_the_largest_eigenvalue(W):
    """The eigenvector of the largest eigenvalue tells most."""
    lam, Q = np.linalg.eigh(laplacian(W))
    return lam[-1], Q[:, -1] > 0


@false("la-47", "halves")
def two_decimals_are_enough(W):
    """With v_1 rounded to two decimals the quotient is still the eigenvalue."""
    L = laplacian(W)
    v = np.linalg.eigh(L)[1][:, 1]
    return rayleigh(L, v.round(2)), v > 0


@false("la-47", "halves")
def by_the_weights_themselves(W):
    """The second eigenvector of W itself tells where to cut."""
    lam, Q = np.linalg.eigh(W)
    return lam[-2], Q[:, -2] > 0
