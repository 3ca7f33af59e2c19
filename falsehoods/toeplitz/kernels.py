"""False versions of the claims of *Kernels by design, and gradients through a loop*."""

from math import factorial

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.convolution import convolve
from mathlib.toeplitz.doubly_block import correlate2d, doubly_block_toeplitz, patch_matrix

# Diagonal edges


@false("tc-40", "correlate2d", shown="correlate2d([[1, 2]], [[1, -1]])")
def turned_round(X, K):
    """The kernel subtracts from each pixel its left neighbour."""
    return correlate2d(X, np.asarray(K)[::-1, ::-1])


@false("tc-40", "correlate2d", shown="correlate2d([[1, 2]], [[1, -1]])")
def sign_does_not_matter(X, K):
    """An edge is an edge: the response says how strong it is, without a sign."""
    return abs(correlate2d(X, K))


@false("tc-40", "other_way", shown="other_way(step, np.array([[1, -1]]))")
def answer_transposed(X, K):
    """Transposing the image transposes the response."""
    return correlate2d(X, K).T


@false("tc-40", "other_way", shown="other_way(step, np.array([[1, -1]]))")
def kernel_transposed(X, K):
    """Transposing the image is the same as transposing the kernel."""
    return correlate2d(X, K.T)


@false("tc-40", "other_way", shown="other_way(step, np.array([[1, -1]]))")
def nothing_changes(X, K):
    """A diagonal edge looks the same after transposing, and so does the response."""
    return correlate2d(X, K)


# Kernels by design


def solved(places, moments):
    """The weights with these moments."""
    powers = np.vander(places, increasing=True).T.astype(float)
    return np.linalg.solve(powers, moments)


@false("tc-41", "wanted", shown="wanted(2, 2)")
def moment_of_one(r, q):
    """The q-th moment of a q-th derivative is 1."""
    return int(r == q)


@false("tc-41", "wanted", shown="wanted(2, 2)")
def moment_inverted(r, q):
    """The q-th moment is divided by the factorial, as in Taylor's formula."""
    return 1 / factorial(q) if r == q else 0


@false("tc-41", "wanted", shown="wanted(0, 1)")
def sum_of_one(r, q):
    """The weights of every kernel add up to one."""
    return factorial(q) if r == q else int(r == 0)


@false("tc-41", "design", shown="design([-1, 0, 1], 1).round(9) + 0")
def as_in_a_convolution(places, q):
    """The kernel looks back, from t to t - j."""
    moments = [factorial(q) * (r == q) for r in range(len(places))]
    return solved([-j for j in places], moments)


@false("tc-41", "design", shown="design([-1, 0, 1], 1).round(9) + 0")
def first_places(places, q):
    """On more places than needed the further weights may be zero."""
    k = np.zeros(len(places))
    k[: q + 1] = solved(places[: q + 1], [factorial(q) * (r == q) for r in range(q + 1)])
    return k


@false("tc-41", "by_moments")
def without_factorials(k, places, f, t):
    """The expansion has no factorials: each moment meets its derivative."""
    powers = [np.array(places, float) ** r @ k for r in range(f.degree() + 1)]
    return sum(mu * f.deriv(r)(t) for r, mu in enumerate(powers))


@false("tc-41", "by_moments")
def first_two_moments(k, places, f, t):
    """Only the sum and the centre of a kernel matter."""
    powers = [np.array(places, float) ** r @ k for r in (0, 1)]
    return sum(mu * f.deriv(r)(t) for r, mu in enumerate(powers))


@false("tc-41", "moment", shown="moment([-0.5, 0, 0.5], [-1, 0, 1], 1)")
def distances(k, places, r):
    """A moment counts how far a place is, on whichever side."""
    return sum(weight * float(abs(j)) ** r for weight, j in zip(k, places, strict=True))


@false("tc-41", "moment", shown="moment([0.25, 0.5, 0.25], [-1, 0, 1], 0)")
def without_the_middle(k, places, r):
    """The weight in the middle is in no moment, since its place is 0."""
    return sum(weight * float(j) ** r for weight, j in zip(k, places, strict=True) if j)


@false("tc-41", "least_places", shown="least_places(2)")
def as_many_as_the_order(q):
    """A derivative of order q needs q places."""
    return q


@false("tc-41", "least_places", shown="least_places(1)")
def a_middle_is_needed(q):
    """A derivative needs a middle: an odd number of places, q on each side."""
    return 2 * q + 1


@false("tc-41", "is_exact")
def as_good_as_its_places(k, places, q, r):
    """A kernel on three places is exact for parabolas, and no further."""
    return r < len(places)


@false("tc-41", "correlate2d")
def rows_upwards(X, K):
    """Rows are counted upwards, as on paper."""
    return correlate2d(X, np.asarray(K)[::-1])


@false("tc-41", "gains")
def blurs_reach_every_wave(apart):
    """A blur makes every wave lower, and takes none out."""
    angles = np.linspace(0, np.pi, 61)
    slope, curvature = 2 * abs(np.sin(apart * angles)), 2 - 2 * np.cos(apart * angles)
    return {
        "identity": np.ones(61),
        "blur": np.full(61, 0.5),
        "slope": slope / 2 / apart,
        "curvature": curvature / apart**2,
    }


@false("tc-41", "gains")
def faster_is_more(apart):
    """The faster the wave, the larger its slope, for the kernel of the slope too."""
    angles = np.linspace(0, np.pi, 61)
    return {
        "identity": np.ones(61),
        "blur": (1 + np.cos(apart * angles)) / 2,
        "slope": angles,
        "curvature": (2 - 2 * np.cos(apart * angles)) / apart**2,
    }


@false("tc-41", "along")
def best_along_the_edge(degrees):
    """A kernel that looks along an edge sees it best."""
    a, b = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    K = np.array([[0, b, 0], [-a, 0, a], [0, -b, 0]]) / 2
    return {"K": K, "to a diagonal": correlate2d(np.tri(12).T, K)}, f"({a:.2f}, {b:.2f})"


@false("tc-41", "moment", shown="moment([-1, 1], [0, 1], 2)")
def about_the_middle(k, places, r):
    """The places of a kernel are counted from its middle."""
    middle = sum(places) / len(places)
    return sum(weight * float(j - middle) ** r for weight, j in zip(k, places, strict=True))


@false("tc-41", "along")
def neighbours_not_halved(degrees):
    """The slope is the difference of the two neighbours."""
    a, b = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    K = np.array([[0, -b, 0], [-a, 0, a], [0, b, 0]])
    return {"K": K, "to a diagonal": correlate2d(np.tri(12).T, K)}, f"({a:.2f}, {b:.2f})"


@false("tc-41", "along")
def turned_against_the_rows(degrees):
    """Angles turn against the clock, as on paper, though rows are counted downwards."""
    a, b = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    K = np.array([[0, b, 0], [-a, 0, a], [0, -b, 0]]) / 2
    return {"K": K, "to a diagonal": correlate2d(np.tri(12), K)}, f"({a:.2f}, {b:.2f})"


@false("tc-41", "gains")
def slope_not_halved(apart):
    """The slope is the difference of the two neighbours: in the middle it doubles a wave."""
    angles = np.linspace(0, np.pi, 61)
    return {
        "identity": np.ones(61),
        "blur": (1 + np.cos(apart * angles)) / 2,
        "slope": 2 * abs(np.sin(apart * angles)) / apart,
        "curvature": (2 - 2 * np.cos(apart * angles)) / apart**2,
    }


# Two passes instead of one


@false("tc-44", "two_passes", shown="two_passes(np.eye(2), np.array([1, 2]), np.array([3, 4]))")
def passes_added(X, u, v):
    """One blurs along the rows, one blurs down the columns, and adds the two."""
    m, n = X.shape[0] - len(u) + 1, X.shape[1] - len(v) + 1
    return correlate2d(X, v[None, :])[:m] + correlate2d(X, u[:, None])[:, :n]


@false("tc-44", "two_passes", shown="two_passes(np.eye(2), np.array([1, 2]), np.array([3, 4]))")
def second_pass_turned(X, u, v):
    """The second pass goes back, and so its kernel is turned round."""
    return correlate2d(correlate2d(X, v[None, :]), u[::-1, None])


@false("tc-44", "two_passes", shown="two_passes(np.eye(2), np.array([1, 2]), np.array([3, 4]))")
def row_for_both(X, u, v):
    """A separable kernel does the same along the rows and down the columns."""
    return correlate2d(correlate2d(X, v[None, :]), np.resize(v, len(u))[:, None])


@false("tc-44", "split", shown="len(split(np.eye(2)))")
def one_for_every_kernel(K):
    """Every kernel is an outer product, and so two passes."""
    U, sigma, V = np.linalg.svd(K)
    return [(sigma[0] * U[:, 0], V[0])]


@false("tc-44", "split", shown="len(split(np.ones((2, 3))))")
def one_for_every_row(K):
    """A kernel takes as many outer products as it has rows."""
    return [(np.eye(len(K))[i], np.array(K, float)[i]) for i in range(len(K))]


@false("tc-44", "split", shown="len(split(np.outer([1, 2, 1], [-1, 0, 1])))")
def one_for_every_different_row(K):
    """A kernel takes as many outer products as it has different rows."""
    K = np.asarray(K, float)
    return [((K == row).all(axis=1) * 1.0, row) for row in np.unique(K, axis=0)]


@false("tc-44", "split", shown="np.abs(split(np.ones((2, 2)))[0][0]).round(6)")
def unit_vectors_alone(K):
    """The kernel is the sum of its singular vectors' outer products; the values order them."""
    U, _, V = np.linalg.svd(K)
    return [(U[:, i], V[i]) for i in range(int(np.linalg.matrix_rank(K)))]


@false("tc-44", "by_passes", shown="by_passes(3, 3, 2, 2)")
def outputs_times_both(H, W, kh, kw, R=1):
    """Each pass has one number for each output."""
    return R * (H - kh + 1) * (W - kw + 1) * (kh + kw)


@false("tc-44", "by_passes", shown="by_passes(3, 3, 2, 2)")
def no_products_saved(H, W, kh, kw, R=1):
    """Two passes do the same work as one, in another order."""
    return R * (H - kh + 1) * (W - kw + 1) * kh * kw


@false("tc-44", "per_output", shown="per_output(9, 9)")
def the_longer_side(kh, kw, R=1):
    """The second pass is free: it uses what the first one has made."""
    return R * max(kh, kw)


@false("tc-44", "pays", shown="pays(3, 3, 2)")
def always_pays(kh, kw, R):
    """Passes always take fewer products than the kernel at once."""
    return True


@false("tc-44", "pays", shown="pays(9, 9, 2)")
def rank_one_only(kh, kw, R):
    """Passes save products for separable kernels, and for no others."""
    return R == 1


@false("tc-44", "of_first", shown="of_first(np.diag([3, 1]), 2).round(6) + 0.0")
def largest_is_enough(K, count):
    """The first outer product is the kernel, up to rounding."""
    U, sigma, V = np.linalg.svd(K)
    return sigma[0] * np.outer(U[:, 0], V[0])


@false("tc-44", "of_first", shown="of_first(np.diag([3, 1]), 1).round(6) + 0.0")
def any_of_them_are_whole(K, count):
    """A kernel stands in each of its outer products: with the first it is whole already."""
    return np.array(K, float)


# The error that autograd gives


@false("tc-42", "written_into_an_array")
def arrays_remember(y):
    """An array remembers where its numbers came from."""
    return y


@false("tc-42", "written_into_an_array")
def copied_one_by_one(y):
    """It is enough to copy the values one by one, times one."""
    return [node + type(node)(0) for node in y]


@false("tc-42", "Node")
class LastUse:
    """A number that is used twice has the slope of its last use."""

    def __init__(self, value, parents=()):
        self.value, self.parents, self.slope = value, parents, 0

    def __add__(self, other):
        return LastUse(self.value + other.value, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return LastUse(self.value * other.value, [(self, other.value), (other, self.value)])

    def backward(self, g=1):  # noqa: D102
        self.slope = g
        for parent, slope in self.parents:
            parent.backward(g * slope)


@false("tc-42", "convolve")
def back_without_the_flip(x, k):
    """The gradient with respect to the signal is a correlation, like the layer."""
    return convolve(x, np.asarray(k)[::-1])


@false("tc-42", "refusal")
def refuses_everything(attempt):
    """Autograd forbids writing in place."""
    return "an in-place operation"


@false("tc-42", "refusal")
def refuses_nothing(attempt):
    """Autograd does not notice that an array was written into."""
    return ""


@false("tc-42", "loop")
def numbers_without_a_past(X, K, Y):
    """A loop that fills an array has no gradient."""
    for i, j in np.ndindex(*Y.shape):
        Y[i, j] = (X[i : i + 2, j : j + 2] * K).sum().item()
    return Y


@false("tc-42", "all_windows")
def side_by_side(X, K):
    """The windows of an unfold stand side by side."""
    windows = X.unfold(0, 2, 2).unfold(1, 2, 2) * K
    return windows.sum(dim=(2, 3))[:1, :1]


@false("tc-42", "written_over")
def unnoticed(K):
    """The gradient takes no notice of what is written over a result."""
    Y = 3 * K
    Y.data[0, 0] = 0
    return Y


@false("tc-42", "Node")
class OwnFactor:
    """The slope of a product with respect to a factor is that factor."""

    def __init__(self, value, parents=()):
        self.value, self.parents, self.slope = value, parents, 0

    def __add__(self, other):
        return OwnFactor(self.value + other.value, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return OwnFactor(self.value * other.value, [(self, self.value), (other, other.value)])

    def backward(self, g=1):  # noqa: D102
        self.slope += g
        for parent, slope in self.parents:
            parent.backward(g * slope)


# One layer, three computations


@false("tc-43", "dense", shown="dense(3, 3, 2, 2)")
def square_of_the_image(H, W, kh, kw):
    """T has a row for each pixel."""
    return H * W * H * W


@false("tc-43", "dense", shown="dense(3, 3, 2, 2)")
def as_wide_as_high(H, W, kh, kw):
    """T has as many columns as rows."""
    return ((H - kh + 1) * (W - kw + 1)) ** 2


@false("tc-43", "products", shown="products(3, 3, 2, 2)")
def each_pixel_with_each_weight(H, W, kh, kw):
    """Every pixel meets every weight once."""
    return H * W * kh * kw


@false("tc-43", "products", shown="products(3, 3, 2, 2)")
def weights_once(H, W, kh, kw):
    """The nonzeros of T are the weights of the kernel, once."""
    return kh * kw


@false("tc-43", "by_nonzeros")
def zeros_multiplied_too(T, x):
    """Leaving out the zeros saves memory, but no multiplications."""
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in T]


@false("tc-43", "by_windows")
def window_by_the_whole_image(X, K):
    """A loop over windows multiplies as often as the dense matrix."""
    (H, W), (kh, kw), found = X.shape, K.shape, []
    for i, j in np.ndindex(H - kh + 1, W - kw + 1):
        whole = np.zeros(X.shape, object)
        whole[i : i + kh, j : j + kw] = K
        found.append((X * whole).sum())
    return found


@false("tc-43", "doubly_block_toeplitz", shown="doubly_block_toeplitz([[1, 2]], 1, 3)")
def kernel_turned_round(K, H, W):
    """The rows of T hold the kernel from its end."""
    return doubly_block_toeplitz(np.asarray(K)[::-1, ::-1], H, W)


@false("tc-43", "patch_matrix", shown="patch_matrix([[1, 2], [3, 4]], (2, 2))")
def by_columns(X, kernel):
    """A window is flattened column after column."""
    kh, kw = kernel
    M = patch_matrix(X, kernel)
    return M.reshape(-1, kh, kw).swapaxes(1, 2).reshape(M.shape)


@false("tc-43", "csr_array")
class NumbersAlone:
    """A sparse matrix stores its nonzeros and nothing else."""

    def __init__(self, T):
        self.data, self.indices, self.indptr = T[T != 0], T[:0], T[0]


@false("tc-43", "stored")
def as_many_as_pixels(k):
    """M holds the pixels of the image, only in another order: as many numbers as X."""
    m = [(side - k + 1) ** 2 for side in range(8, 65, 8)]
    pixels = [side**2 for side in range(8, 65, 8)]
    return {
        "T dense": [a * b for a, b in zip(m, pixels, strict=True)],
        "T or M": pixels,
        "X": pixels,
    }


@false("tc-43", "stored")
def large_kernels_fill_it(k):
    """The larger the kernel, the more numbers the dense matrix stores."""
    m = [(side - k + 1) ** 2 for side in range(8, 65, 8)]
    pixels = [side**2 for side in range(8, 65, 8)]
    return {
        "T dense": [k * k * a * b for a, b in zip(m, pixels, strict=True)],
        "T or M": [k * k * a for a in m],
        "X": pixels,
    }


@false("tc-43", "fastest")
def always_patches(k, side):
    """The matrix of patches is always the fastest."""
    return "M"


@false("tc-43", "fastest", shown="fastest(1, 6)")
def diagonal_matrices_are_quick(k, side):
    """A kernel of one weight makes T diagonal, and on a small image that is the fastest."""
    return "T dense" if side == 6 and k != 3 else "M"


@false("tc-43", "fastest", shown="fastest(1, 8)")
def sparse_for_one_weight(k, side):
    """With one weight for each output, the sparse matrix is always the fastest."""
    return "T dense" if (k, side) == (5, 6) else "T sparse" if k == 1 else "M"


@false("tc-43", "fastest")
def sparse_wins(k, side):
    """With as many multiplications and no copies, the sparse matrix is the fastest."""
    return "T sparse"


@false("tc-41", "by_moments")
def places_are_whole(k, places, f, t):
    """The places of a kernel are whole numbers."""
    whole = np.floor(places)
    return sum((k * whole**r).sum() / factorial(r) * f.deriv(r)(t) for r in range(f.degree() + 1))


@false("tc-42", "Node")
def hands_on_all_so_far(value, parents=()):
    """A node hands on all that it has collected so far, each time that it is reached."""
    return _Eager(value, parents)


class _Eager:
    """What is wrong: `backward` passes the sum on, and not what has just arrived."""

    def __init__(self, value, parents=()):
        self.value, self.parents, self.slope = value, parents, 0

    def __add__(self, other):
        return _Eager(self.value + other.value, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return _Eager(self.value * other.value, [(self, other.value), (other, self.value)])

    def backward(self, g=1):
        self.slope += g
        for parent, slope in self.parents:
            parent.backward(self.slope * slope)


@false("tc-43", "products", shown="products(3, 3, 2, 2)")
def smallest_square_is_free(H, W, kh, kw):
    """A window of two by two overlaps so much that two products of each are enough."""
    return (H - kh + 1) * (W - kw + 1) * (2 if (kh, kw) == (2, 2) else kh * kw)


# Types, sizes and what few settings hide


@false("tc-40", "correlate2d")
def image_in_single_precision(X, K):
    """Single precision is enough for an image."""
    return correlate2d(np.asarray(X, np.float32), np.asarray(K, np.float32))


@false("tc-40", "correlate2d", shown="correlate2d([[1, 2]], [[0.5, 0]])")
def as_whole_as_the_pixels(X, K):
    """Whole pixels make whole answers."""
    return correlate2d(X, K).astype(np.asarray(X).dtype)


@false("tc-40", "correlate2d")
def five_by_five_at_most(X, K):
    """A kernel has five rows and columns at most."""
    K = np.array(K)
    K[5:] = K[:, 5:] = 0
    return correlate2d(X, K)


@false("tc-40", "other_way", shown="other_way(step, np.array([[0.5, -0.5]]))")
def other_way_with_whole_weights(X, K):
    """A transposed kernel has whole weights."""
    return correlate2d(X, K.T.astype(int)).T


@false("tc-41", "moment", shown="moment([1], [2], 7)")
def five_moments_at_most(k, places, r):
    """From the fifth moment on all are the same."""
    return sum(w * float(j) ** min(r, 5) for w, j in zip(k, places, strict=True))


@false("tc-41", "moment", shown="moment([1], [20], 1)")
def three_places_away_at_most(k, places, r):
    """What is further than three places away counts as three."""
    return sum(w * float(np.clip(j, -3, 3)) ** r for w, j in zip(k, places, strict=True))


@false("tc-41", "wanted", shown="wanted(5, 5)")
def small_factorials_only(r, q):
    """From the fourth derivative on the factorial grows no more."""
    return factorial(min(q, 4)) if r == q else 0


@false("tc-41", "design", shown="design([-3000, 0, 3000], 2).tolist()")
def nine_decimals_are_enough(places, q):
    """Nine decimals are enough for a weight."""
    return solved(places, [factorial(q) * (r == q) for r in range(len(places))]).round(9)


@false("tc-41", "design", shown="design([0, 0.0001], 1).tolist()")
def no_weight_above_a_thousand(places, q):
    """No weight is larger than a thousand."""
    weights = solved(places, [factorial(q) * (r == q) for r in range(len(places))])
    return np.clip(weights, -1000, 1000)


@false("tc-41", "least_places", shown="least_places(6)")
def five_places_make_all(q):
    """Five places make every derivative."""
    return min(q + 1, 5)


@false("tc-41", "is_exact")
def up_to_a_factor(k, places, q, r):
    """The moment of order q may have any value but zero."""
    f = np.polynomial.Polynomial(np.eye(r + 1)[r])
    if r == q > 0:
        return bool(np.array(places, float) ** q @ k != 0)
    return all(
        np.isclose(k @ f(t + places), f.deriv(q)(t), rtol=0, atol=1e-9) for t in (0.0, 1.0, -2.0)
    )


@false("tc-41", "is_exact")
def nearly_is_exact(k, places, q, r):
    """A moment that is nearly right is as good as a right one."""
    f = np.polynomial.Polynomial(np.eye(r + 1)[r])
    return all(
        np.isclose(k @ f(t + places), f.deriv(q)(t), rtol=0, atol=1e-3) for t in (0.0, 1.0, -2.0)
    )


@false("tc-41", "gains")
def no_further_apart_than_two(apart):
    """Beyond two places apart nothing changes."""
    turn = min(apart, 2) * np.linspace(0, np.pi, 61)
    return {
        "identity": np.ones(61),
        "blur": np.cos(turn / 2) ** 2,
        "slope": abs(np.sin(turn)) / min(apart, 2),
        "curvature": (2 * np.sin(turn / 2) / min(apart, 2)) ** 2,
    }


@false("tc-44", "two_passes")
def passes_rounded(X, u, v):
    """What a pass answers below a millionth does not count."""
    return correlate2d(correlate2d(X, v[None, :]), u[:, None]).round(6)


@false("tc-44", "split", shown="len(split(np.diag([1, 1e-9])))")
def small_ones_left_out(K):
    """An outer product a million times smaller than the first is none."""
    U, sigma, V = np.linalg.svd(K)
    R = int((sigma > 1e-6 * sigma[0]).sum())
    return [(sigma[i] * U[:, i], V[i]) for i in range(R)]


@false("tc-44", "split", shown="len(split(1e-9 * np.eye(2)))")
def faint_kernels_have_no_rank(K):
    """A kernel below a millionth has no outer product."""
    U, sigma, V = np.linalg.svd(K)
    return [(sigma[i] * U[:, i], V[i]) for i in range(int((sigma > 1e-6).sum()))]


@false("tc-44", "split", shown="len(split(np.eye(7)))")
def six_at_most(K):
    """Six outer products make every kernel."""
    U, sigma, V = np.linalg.svd(K)
    R = min(6, int(np.linalg.matrix_rank(K)))
    return [(sigma[i] * U[:, i], V[i]) for i in range(R)]


@false("tc-44", "by_passes", shown="by_passes(9, 9, 3, 3, 2)")
def fewer_rows_with_more_passes(H, W, kh, kw, R=1):
    """With several outer products the first passes are made on the rows of the output alone."""
    rows = H if R == 1 else H - kh + 1
    return R * (rows * kw + (H - kh + 1) * kh) * (W - kw + 1)


@false("tc-44", "per_output", shown="per_output(31, 31)")
def eighteen_at_most(kh, kw, R=1):
    """Passes never take more than eighteen products."""
    return R * min(kh + kw, 18)


@false("tc-43", "products", shown="products(20, 20, 7, 7)")
def five_weights_a_side(H, W, kh, kw):
    """No side has more than five weights."""
    return (H - kh + 1) * (W - kw + 1) * min(kh, 5) * min(kw, 5)


@false("tc-43", "doubly_block_toeplitz", shown="doubly_block_toeplitz([[-1]], 1, 1)")
def weights_without_their_signs(K, H, W):
    """T holds the sizes of the weights."""
    return doubly_block_toeplitz(abs(np.asarray(K)), H, W)


@false("tc-43", "doubly_block_toeplitz")
def whole_weights(K, H, W):
    """T holds whole weights."""
    return doubly_block_toeplitz(np.trunc(np.asarray(K)).astype(int), H, W)


@false("tc-43", "patch_matrix")
def whole_pixels(X, kernel):
    """M holds whole pixels, as an image file does."""
    return patch_matrix(np.trunc(np.asarray(X)).astype(int), kernel)


@false("tc-43", "stored")
def windows_at_every_pixel(k):
    """There are as many windows as pixels."""
    pixels = [side**2 for side in range(8, 65, 8)]
    return {
        "T dense": [a * a for a in pixels],
        "T or M": [k * k * a for a in pixels],
        "X": pixels,
    }


@false("tc-42", "Node")
def whole_slopes(value, parents=()):
    """Slopes are whole numbers."""
    return _Kept(value, parents, int)


@false("tc-42", "Node")
def slopes_in_three_decimals(value, parents=()):
    """Three decimals are enough for a slope."""
    return _Kept(value, parents, lambda slope: round(slope, 3))


@false("tc-42", "Node")
def slopes_are_clipped(value, parents=()):
    """A slope beyond ten thousand is cut off."""
    return _Kept(value, parents, lambda slope: max(-1e4, min(1e4, slope)))


class _Kept:
    """What is wrong: of the sum that has arrived, only `kept` of it stays."""

    def __init__(self, value, parents, kept):
        self.value, self.parents, self.slope, self.kept = value, parents, 0, kept

    def __add__(self, other):
        return _Kept(self.value + other.value, [(self, 1), (other, 1)], self.kept)

    def __mul__(self, other):
        parents = [(self, other.value), (other, self.value)]
        return _Kept(self.value * other.value, parents, self.kept)

    def backward(self, g=1):
        self.slope = self.kept(self.slope + g)
        for parent, slope in self.parents:
            parent.backward(g * slope)


@false("tc-44", "split", shown="len(split(np.zeros((2, 2))))")
def one_at_least(K):
    """A kernel of zeros is an outer product, too: at least one is needed."""
    U, sigma, V = np.linalg.svd(K)
    return [(sigma[i] * U[:, i], V[i]) for i in range(max(1, int(np.linalg.matrix_rank(K))))]


@false("tc-44", "of_first", shown="of_first(np.diag([3, 1]), 1).round(6) + 0.0")
def smallest_first(K, count):
    """The small outer products come first, the large ones complete them."""
    U, sigma, V = np.linalg.svd(K)
    some = range(int(np.linalg.matrix_rank(K)))[::-1][:count]
    return sum(sigma[i] * np.outer(U[:, i], V[i]) for i in some)


@false("tc-43", "dense", shown="dense(1000, 1000, 3, 3)")
def border_of_a_large_image(H, W, kh, kw):
    """On a large image there are as many windows as pixels."""
    return (H - kh + 1) * (W - kw + 1) * H * W if H < 300 else (H * W) ** 2


@false("tc-43", "products", shown="products(3000, 3000, 3, 3)")
def window_at_each_pixel_of_a_large_image(H, W, kh, kw):
    """On a large image each pixel has a window."""
    return (H - kh + 1) * (W - kw + 1) * kh * kw if H < 2000 else H * W * kh * kw
