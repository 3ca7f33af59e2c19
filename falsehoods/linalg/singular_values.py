"""False versions of the claims of *Singular values and principal axes*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.singular import Axes, low_rank, pca, pinv

# Every matrix is a sum of layers


def _layers(A, keep=1e-12):
    lam, V = np.linalg.eigh(A.T @ A)
    lam, V = lam[::-1], V[:, ::-1]
    r = int((lam > keep * lam.max(initial=0)).sum())
    sigma, V = np.sqrt(lam[:r]), V[:, :r]
    return A @ V / sigma, sigma, V


@false("la-44", "layers", shown="layers(np.array([[4.0, 0], [3, 5]]))[1].round(3)")
def the_eigenvalues_themselves(A):
    """The singular values are the eigenvalues of A transposed times A."""
    U, sigma, V = _layers(A)
    return U, sigma**2, V


@false("la-44", "layers", shown="layers(np.array([[1.0, 2], [2, 4]]))[1].round(3)")
def a_layer_for_every_column(A):
    """There are as many layers as the shorter side is long, whatever the rank."""
    U, sigma, Vt = np.linalg.svd(A, full_matrices=False)
    return U, sigma, Vt.T


@false("la-44", "layers")
def the_images_as_they_are(A):
    """The vectors u are the images of the v, as long as these have become."""
    U, sigma, V = _layers(A)
    return U * sigma, sigma, V


@false("la-44", "layers")
def signs_do_not_matter(A):
    """Each vector is determined up to a sign, so the signs of u and v may be chosen apart."""
    U, sigma, V = _layers(A)
    return -U, sigma, V


@false("la-44", "layers")
def the_smallest_first(A):
    """They come in rising order, as eigenvalues do."""
    U, sigma, V = _layers(A)
    return U[:, ::-1], sigma[::-1], V[:, ::-1]


@false("la-44", "layers")
def rows_for_columns(A):
    """The vectors v are the eigenvectors of A times A transposed."""
    U, sigma, V = _layers(A)
    return V, sigma, U


@false("la-44", "layers", shown="layers(np.array([[1e-6]]))[1]")
def small_is_zero(A):
    """What is below 1e-5 is zero."""
    U, sigma, V = _layers(A)
    r = int((sigma > 1e-5).sum())
    return U[:, :r], sigma[:r], V[:, :r]


@false("la-44", "layers", shown="layers(np.diag([1.0, 1e-4]))[1]")
def small_beside_the_first_is_zero(A):
    """What is a thousand times smaller than the largest singular value is zero."""
    return _layers(A, 1e-6)


@false("la-44", "total")
def without_the_weights(U, sigma, V):
    """A is the sum of the products of u and v."""
    return U @ V.T


@false("la-44", "greatest", shown="greatest([2.0, 1.0])")
def all_together(sigma):
    """A vector may be stretched by all of them together, by the root of the sum of squares."""
    return np.sqrt(np.sum(np.square(sigma)))


@false("la-44", "greatest", shown="greatest([2.0, 1.0])")
def by_their_mean(sigma):
    """No vector is stretched more than by the mean of them."""
    return np.mean(sigma) if len(sigma) else 0


@false("la-44", "layers", shown="layers(np.array([[2.0, 0], [1.5, 2.5]]))[1].round(3)")
def the_sizes_of_eigenvalues(A):
    """The singular values of a square matrix are the sizes of its eigenvalues."""
    U, sigma, V = _layers(A)
    if A.shape[0] == A.shape[1]:
        sigma = np.sort(np.abs(np.linalg.eigvals(A)))[::-1][: len(sigma)]
    return U, sigma, V


@false("la-44", "greatest", shown="greatest([2.0, 1.0])")
def a_little_more(sigma):
    """A bound a millionth too large, which no vector attains."""
    return max(sigma, default=0) * (1 + 1e-6)


@false("la-44", "low_rank", shown="low_rank([[3, 0], [0, 1]], 1)")
def keep_the_smallest(A, k):
    """The last k layers are the best."""
    return A - low_rank(A, max(0, min(np.shape(A)) - k))


@false("la-44", "low_rank", shown="low_rank([[4, 0], [3, 5]], 1).round(3)")
def keep_the_longest_columns(A, k):
    """To keep the k longest columns and make the others zero is best."""
    A = np.array(A, float)
    order = np.argsort(-np.sum(A**2, axis=0))
    A[:, order[k:]] = 0
    return A


@false("la-44", "low_rank", shown="low_rank([[4, 0], [3, 5]], 1).round(3)")
def fit_the_longest_columns(A, k):
    """The best columns are among those of A: keep the k longest, and fit the others to them."""
    A = np.array(A, float)
    C = A[:, np.argsort(-np.sum(A**2, axis=0))[:k]]
    return C @ np.linalg.pinv(C) @ A


@false("la-44", "low_rank", shown="low_rank([[3, 0], [0, 1]], 1)")
def one_more(A, k):
    """The first k layers are those up to number k."""
    return low_rank(A, k + 1)


@false("la-44", "low_rank", shown="low_rank([[3, 0], [0, 1]], 1)")
def made_as_long(A, k):
    """What was lost must be made up for: the sum is to be as long as A."""
    best = low_rank(A, k)
    size = np.sqrt(np.sum(best**2))
    return best * np.sqrt(np.sum(np.square(A))) / size if size else best


@false("la-44", "low_rank", shown="low_rank([[1, 0], [0, 1e-4]], 2)")
def without_the_small_ones(A, k):
    """A layer a thousand times smaller than the first is rounding, and is left out."""
    sigma = np.linalg.svd(np.asarray(A, float), compute_uv=False)
    return low_rank(A, min(k, int((sigma > 1e-3 * sigma[0]).sum())))


@false("la-44", "low_rank", shown="low_rank([[1e-6]], 1)")
def without_what_is_below(A, k):
    """A layer below 1e-5 is rounding, in whatever units."""
    sigma = np.linalg.svd(np.asarray(A, float), compute_uv=False)
    return low_rank(A, min(k, int((sigma > 1e-5).sum())))


@false("la-44", "low_rank", shown="low_rank(np.array([[1, 2], [3, 4]]), 1)")
def layers_of_integers(A, k):
    """The layers of a matrix of integers are made of integers."""
    best = low_rank(A, k)
    return best.round().astype(int) if np.asarray(A).dtype.kind == "i" else best


@false("la-44", "numbers", shown="numbers(1, 2, 3)")
def two_columns(k, m, n):
    """A layer takes two columns of m numbers, and its weight."""
    return k * (2 * m + 1)


@false("la-44", "numbers", shown="numbers(1, 2, 3)")
def two_rows(k, m, n):
    """A layer takes two rows of n numbers, and its weight."""
    return k * (2 * n + 1)


@false("la-44", "frobenius_error", shown="frobenius_error(np.array([3.0, 2, 1]), 1)")
def the_squares_are_enough(sigma, k):
    """The error is the sum of the squares that are left, without a root."""
    return np.sum(sigma[k:] ** 2)


@false("la-44", "frobenius_error", shown="frobenius_error(np.array([3.0, 2, 1]), 1)")
def errors_add_up(sigma, k):
    """The error is the sum of the singular values that are left."""
    return np.sum(sigma[k:])


@false("la-44", "frobenius_error", shown="frobenius_error(np.array([3.0, 2, 1]), 1)")
def the_next_is_all(sigma, k):
    """The error is the next singular value, in the Frobenius norm too."""
    return sigma[k] if k < len(sigma) else 0.0


@false("la-44", "spectral_error", shown="spectral_error(np.array([3.0, 2, 1]), 1)")
def the_last_that_is_kept(sigma, k):
    """In the spectral norm the error is the last singular value that is kept."""
    return sigma[k - 1] if 0 < k <= len(sigma) else 0.0


@false("la-44", "spectral_error", shown="spectral_error(np.array([3.0, 2, 1]), 1)")
def all_that_is_left(sigma, k):
    """In the spectral norm too, the error is the root of the squares that are left."""
    return np.sqrt(np.sum(sigma[k:] ** 2))


# An inverse for every matrix


@false("la-34", "pinv", shown="pinv([[3, 0], [0, 2]])")
def transposed(A):
    """The transpose undoes A: it leads from every u back to its v."""
    return np.transpose(np.array(A, float))


@false("la-34", "pinv", shown="pinv([[1, 2], [2, 4]]).round(3)")
def nothing_counts_as_zero(A):
    """Every singular value has an inverse, if it is not exactly zero."""
    return pinv(A, 0)


@false("la-34", "pinv")
def with_something_added(A):
    """A small number on the diagonal makes every matrix invertible, and changes nothing else."""
    A = np.asarray(A, float)
    return np.linalg.inv(A.T @ A + 1e-6 * np.eye(A.shape[1])) @ A.T


@false("la-34", "pinv", shown="pinv([[3, 0], [0, 2]])")
def the_largest_layer_is_enough(A):
    """One layer, turned round, is the pseudo-inverse."""
    return pinv(low_rank(A, 1))


@false("la-34", "pinv", shown="pinv([[1, 2], [2, 4]]).round(3)")
def any_that_solves(A):
    """Any matrix that makes A of A B A will do."""
    A = np.asarray(A, float)
    P = pinv(A)
    free = np.ones(P.shape)
    return P + free - P @ A @ free @ A @ P


@false("la-34", "pinv", shown="pinv([[1e-20]])")
def a_fixed_zero(A):
    """What is below 2e-15 is rounding, in whatever units."""
    return pinv(A, 2e-15)


@false("la-34", "pinv")
def by_the_shorter_side(A):
    """Rounding grows with the shorter side, the number of singular values."""
    return pinv(A, min(np.shape(A)) * 2.0**-52 * np.linalg.norm(A, 2))


@false("la-34", "pinv")
def by_the_rows(A):
    """Rounding grows with the number of rows."""
    return pinv(A, len(A) * 2.0**-52 * np.linalg.norm(A, 2))


@false("la-34", "pinv")
def by_the_norm_of_all(A):
    """What counts as zero is told by the Frobenius norm of A."""
    return pinv(A, max(np.shape(A)) * 2.0**-52 * np.linalg.norm(A))


@false("la-34", "pinv")
def softly(A):
    """Dividing by a little more than the singular value is harmless: 1e-12 is next to nothing."""
    U, sigma, Vt = np.linalg.svd(np.asarray(A, float), full_matrices=False)
    r = int((sigma > max(np.shape(A)) * 2.0**-52 * sigma.max(initial=0)).sum())
    return (Vt[:r].T * sigma[:r] / (sigma[:r] ** 2 + 1e-12)) @ U[:, :r].T


@false("la-34", "rounding", shown="rounding(2, 3, 1.0)")
def for_every_size(m, n, largest):
    """What counts as zero does not hang on the size of the matrix."""
    return 2**-52 * largest


@false("la-34", "rounding", shown="rounding(2, 3, 1.0)")
def for_every_entry(m, n, largest):
    """Every entry is rounded: their number counts."""
    return 2**-52 * m * n * largest


@false("la-34", "turned_round")
def without_dividing(U, sigma, V):
    """To turn a layer round is enough: its weight stays."""
    return (V * sigma) @ U.T


@false("la-34", "turned_round")
def not_turned(U, sigma, V):
    """Dividing by the singular values is enough: u and v stay where they are."""
    return (U / sigma) @ V.T


@false("la-34", "turned_round")
def by_the_square(U, sigma, V):
    """Each layer is divided by the square of its singular value."""
    return (V / sigma**2) @ U.T


@false("la-34", "by_columns", shown="by_columns(np.array([[1.0, 1], [0, 1], [0, 0]])).round(3)")
def column_by_column(A):
    """For independent columns it is enough to divide each by its squared length."""
    return A.T / np.sum(A**2, axis=0)[:, None]


@false("la-34", "by_columns", shown="by_columns(np.array([[2.0], [0]])).round(3)")
def by_the_transpose(A):
    """Independent columns are undone by the transpose."""
    return A.T


@false("la-34", "by_rows", shown="by_rows(np.array([[1.0, 1, 0], [0, 1, 0]])).round(3)")
def row_by_row(A):
    """For independent rows it is enough to divide each by its squared length."""
    return A.T / np.sum(A**2, axis=1)


@false("la-34", "by_rows", shown="by_rows(np.array([[2.0, 0]])).round(3)")
def without_the_inverse(A):
    """For independent rows it is the transpose of A times A times its transpose."""
    return A.T @ (A @ A.T)


@false("la-34", "penrose")
def the_first_is_enough(A, B):
    """The first property alone tells the pseudo-inverse."""
    return [bool(np.allclose(A @ B @ A, A, 1e-9, 1e-9))] * 4


@false("la-34", "penrose")
def it_is_an_inverse(A, B):
    """The product of A and its pseudo-inverse is the identity."""
    return [bool(np.allclose(A @ B, np.eye(len(A)), 1e-9, 1e-9))] * 4


# The axes of data


@false("la-45", "pca", shown="pca([[5, 5], [1, 1], [4, 2], [2, 4]]).axes.round(3)")
def without_centring(X):
    """The principal axes are the right singular vectors of the data as they stand."""
    X = np.asarray(X, float)
    U, sigma, Vt = np.linalg.svd(X, full_matrices=False)
    return Axes(X.mean(axis=0), Vt.T, sigma**2 / (len(X) - 1), U * sigma)


@false("la-45", "pca", shown="pca([[5, 5], [1, 1], [4, 2], [2, 4]]).variances")
def divided_by_all(X):
    """A variance is a mean of squares, so it is divided by N."""
    found, N = pca(X), len(X)
    return found._replace(variances=found.variances * (N - 1) / N)


@false("la-45", "pca", shown="pca([[5, 5], [1, 1], [4, 2], [2, 4]]).variances")
def not_squared(X):
    """The variances are the singular values of the centred data."""
    found = pca(X)
    return found._replace(variances=np.sqrt(found.variances * (len(X) - 1)))


@false("la-45", "pca", shown="pca([[5, 5], [1, 1], [4, 2], [2, 4]]).axes.round(3)")
def the_least_first(X):
    """The axes come in the order of the eigenvalues, which rise."""
    found = pca(X)
    return Axes(found.mean, found.axes[:, ::-1], found.variances[::-1], found.scores[:, ::-1])


@false("la-45", "pca", shown="pca([[4, 0], [0, 0], [3, 1]]).axes.round(3)")
def axes_are_rows(X):
    """The axes stand in the rows."""
    found = pca(X)
    q = len(found.variances)
    return found._replace(axes=np.resize(found.axes.T, (found.axes.shape[0], q)))


@false("la-45", "pca", shown="pca([[5, 5], [1, 1], [4, 2], [2, 4]]).scores.round(3)")
def scores_from_zero(X):
    """The scores are the coordinates of the data along the axes, from zero on."""
    found = pca(X)
    return found._replace(scores=np.asarray(X, float) @ found.axes)


@false("la-45", "pca", shown="pca([[5, 5], [1, 1], [4, 2], [2, 4]]).scores.round(3)")
def scores_of_equal_spread(X):
    """The scores are the vectors u: all have the same variance."""
    found = pca(X)
    size = np.sqrt(found.variances)
    return found._replace(scores=found.scores / np.where(size > 1e-9, size, 1))


@false("la-45", "pca", shown="pca([[9, 0], [0, 0], [3, 1]]).axes.round(3)")
def of_equal_columns(X):
    """Each column is divided by its standard deviation first: that changes no direction."""
    X = np.asarray(X, float)
    return pca((X - X.mean(axis=0)) / X.std(axis=0, ddof=1))


@false("la-45", "pca", shown="pca([[9, 0], [0, 0], [3, 1]]).axes.round(3)")
def the_columns_themselves(X):
    """The axes of greatest variance are columns of the data: the ones that vary most."""
    X = np.asarray(X, float)
    S = np.var(X, axis=0, ddof=1)
    order = np.argsort(-S)[: min(X.shape)]
    axes = np.eye(X.shape[1])[:, order]
    return Axes(X.mean(axis=0), axes, S[order], (X - X.mean(axis=0)) @ axes)


@false("la-45", "pca", shown="pca(np.array([[0], [1]])).mean")
def the_mean_of_integers_is_one(X):
    """The mean of integers is an integer: the data keep their type when it is subtracted."""
    found, X = pca(X), np.asarray(X)
    if X.dtype.kind != "i":
        return found
    mean = X.mean(axis=0).astype(int)
    _, sigma, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return Axes(mean * 1.0, Vt.T, sigma**2 / (len(X) - 1), (X - mean) @ Vt.T)


@false("la-45", "from_singular", shown="from_singular(np.array([4.0]), 5)")
def a_mean_square(sigma, N):
    """The variances are the squares of the singular values, divided by N."""
    return sigma**2 / N


@false("la-45", "from_singular", shown="from_singular(np.array([4.0]), 5)")
def without_the_square(sigma, N):
    """The variances are the singular values, divided by N - 1."""
    return sigma / (N - 1)


@false("la-45", "explained", shown="explained([[5, 5], [1, 1], [4, 2], [2, 4]]).round(3)")
def shares_of_the_widths(X):
    """What an axis carries is its share of the standard deviations."""
    size = np.sqrt(pca(X).variances)
    return size / size.sum()


@false("la-45", "spread", shown="spread(np.diag([4.0, 1.0]), np.array([0.6, 0.8]))")
def as_a_length(S, v):
    """The variance along v is the length of S v."""
    return np.linalg.norm(S @ v)


@false("la-45", "spread", shown="spread(np.diag([4.0, 1.0]), np.array([0.6, 0.8]))")
def a_standard_deviation(S, v):
    """The variance along v is the root of v' S v."""
    return np.sqrt(v @ S @ v)


@false("la-45", "missing", shown="missing(np.array([4.0, 1.0]), 1, 11)")
def the_variances_alone(variances, k, N):
    """The squared distances add up to the variances that are left."""
    return np.sum(variances[k:])


@false("la-45", "missing", shown="missing(np.array([4.0, 1.0]), 1, 11)")
def for_every_row(variances, k, N):
    """The squared distances add up to N times the variances that are left."""
    return N * np.sum(variances[k:])


@false("la-45", "missing", shown="missing(np.array([4.0, 1.0]), 1, 11)")
def what_is_kept(variances, k, N):
    """The squared distances add up to what the first k axes carry."""
    return (N - 1) * np.sum(variances[:k])


# What variance does not know


@false("la-46", "explained", shown="explained([[5, 5], [1, 1], [4, 2], [2, 4]]).round(3)")
def shares_of_the_deviations(X):
    """What an axis carries is its share of the standard deviations."""
    size = np.sqrt(pca(X).variances)
    return size / size.sum()


@false("la-46", "explained", shown="explained([[9, 0], [0, 0], [3, 1]]).round(3)")
def in_any_units(X):
    """Units do not matter to the shares: every column counts alike."""
    X = np.asarray(X, float)
    lam = np.linalg.eigvalsh(np.corrcoef(X.T))[::-1]
    return lam / lam.sum()


@false("la-46", "drawn_to", shown="drawn_to(0, 2)")
def away_from_it(j, n):
    """Small units make a column small, so the first axis turns away from it."""
    return np.eye(n)[(j + 1) % n]


@false("la-46", "drawn_to", shown="drawn_to(0, 2)")
def units_do_not_matter(j, n):
    """Units do not matter: the first axis stays between the columns."""
    return np.ones(n)


@false("la-46", "turned_axes")
def turned_the_same_way(Q, V):
    """If each row is turned by Q transposed, the axes are turned by Q."""
    return Q @ V


@false("la-46", "turned_axes")
def axes_stay(Q, V):
    """Turning the data does not turn the axes, since their variances stay."""
    return V


@false("la-46", "first_axis", shown="first_axis(1, 2)")
def always_the_signal(s, t):
    """PCA finds the signal: the first axis is that of a."""
    return "a"


@false("la-46", "first_axis", shown="first_axis(2, 3)")
def unless_much_louder(s, t):
    """The noise must be twice as strong to have the first axis."""
    return "a" if t < 2 * s else "b"


@false("la-46", "first_axis", shown="first_axis(2, 2)")
def the_signal_wins_ties(s, t):
    """Where both are equal, the signal comes first."""
    return "a" if s >= t else "b"


@false("la-46", "first_axis", shown="first_axis(1, 2)")
def the_weaker_first(s, t):
    """The first axis is that along which the data vary least: what they agree on."""
    return "b" if s > t else "a" if s < t else "none"


@false("la-46", "first_axis", shown="first_axis(2, 2)")
def in_between(s, t):
    """Only for equal ones is an axis the signal's; else it lies between the two."""
    return "a" if s == t else "none"


@false("la-46", "noise_left", shown="noise_left(1, 2)")
def none_is_left(k, t):
    """The projection is what was measured, without the noise."""
    return 0.0


@false("la-46", "noise_left", shown="noise_left(2, 2)")
def the_same_for_every_k(k, t):
    """What is left of the noise is t squared, however many axes are kept."""
    return t**2


@false("la-46", "noise_left", shown="noise_left(1, 3)")
def not_squared_either(k, t):
    """What is left of the noise is k times t."""
    return k * t


@false("la-46", "noise_left", shown="noise_left(2, 2)")
def the_square_of_k(k, t):
    """Both factors are squared."""
    return (k * t) ** 2
