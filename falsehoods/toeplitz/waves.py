"""False versions of the claims of *Waves: what a convolution does to each*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.real_data import crow
from mathlib.toeplitz.convolution import fft_convolve
from mathlib.toeplitz.matrices import (
    circulant_matrix,
    is_toeplitz,
    toeplitz_matrix,
    toeplitz_product,
)

# On a circle, every wave keeps its shape


@false("tc-12", "eigenvalue", shown="np.round(eigenvalue([1, 10, 100, 1000], 1), 6)")
def the_other_sign(c, q):
    """The number of a wave is the sum of c with the wave itself."""
    n = len(c)
    return sum(c[j] * np.exp(2j * np.pi * q * j / n) for j in range(n))


@false("tc-12", "eigenvalue", shown="np.round(eigenvalue([1, 10, 100, 1000], 1), 6)")
def every_wave_alike(c, q):
    """Each wave is multiplied by the sum of the kernel."""
    return complex(sum(c))


@false("tc-12", "eigenvalue", shown="np.round(eigenvalue([1, 10, 100, 1000], 1), 6)")
def a_real_number(c, q):
    """A wave only changes its height: its number is real."""
    n = len(c)
    return complex(sum(c[j] * np.cos(2 * np.pi * q * j / n) for j in range(n)))


@false("tc-12", "eigenvalue", shown="np.round(eigenvalue([1, 10, 100, 1000], 1), 6)")
def half_the_turns(c, q):
    """A wave of frequency q makes q half turns."""
    n = len(c)
    return sum(c[j] * np.exp(-1j * np.pi * q * j / n) for j in range(n))


@false("tc-12", "wave", shown="wave(4, 1).round(6)")
def between_the_waves(n, q):
    """Every wave keeps its shape, also one with half a turn too many."""
    return np.exp(2j * np.pi * (q + 0.5) * np.arange(n) / n)


@false("tc-12", "circulant_matrix", shown="circulant_matrix([1, 2, 3])")
def to_the_left(c):
    """Each row of a circulant is the row above, moved by one place to the left."""
    return np.array([np.roll(c, -i) for i in range(len(c))])


@false("tc-12", "fourier", shown="fourier(4).round(6)")
def orthogonal_is_enough(n):
    """Any orthogonal basis makes a circulant diagonal."""
    i = np.arange(n)
    return np.sqrt(2 / n) * np.cos(np.pi * np.outer(i, i + 0.5) / n) + 0j


@false("tc-12", "theorem", shown="theorem([1, 2], [1, 10]).round(6)")
def no_way_back(c, x):
    """Entry by entry, convolution is multiplication without any transform."""
    return np.multiply(c, x) + 0j


@false("tc-12", "theorem", shown="theorem([1, 2, 0], [1, 10, 0]).round(6)")
def with_the_conjugate(c, x):
    """One of the two transforms is conjugated first, since a wave times its conjugate is one."""
    return np.fft.ifft(np.conj(np.fft.fft(c)) * np.fft.fft(x))


@false("tc-12", "passes", shown="passes((0, 0, 1)).round(6)")
def a_shift_loses_fast_waves(kernel):
    """Every kernel with more than one place smooths: it passes slow waves, and stops fast ones."""
    return np.abs(sum(kernel)) * np.cos(np.pi * np.arange(9) / 16) ** 2


@false("tc-12", "products", shown="products(64)")
def as_many_as_entries(n):
    """A fast product takes as many products as C has entries."""
    return n * n


@false("tc-12", "products", shown="products(64)")
def a_constant_for_each(n):
    """A fast transform takes a fixed number of products for each entry."""
    return 7 * n


@false("tc-12", "products", shown="products(64)")
def two_transforms(n):
    """Two transforms and a product are enough."""
    return n * (n.bit_length() - 1) + n


@false("tc-12", "products", shown="products(1)")
def one_level_at_least(n):
    """There is always a level of products, on a circle of one place too."""
    return 3 * n // 2 * max(1, n.bit_length() - 1) + n


@false("tc-12", "corner_of", shown="corner_of([1, 2, 3], [1, 8, 9])")
def row_as_it_stands(c, r):
    """The row follows the column as it stands."""
    return [*c, *r[1:]]


@false("tc-12", "corner_of", shown="corner_of([1, 2, 3], [1, 8, 9])")
def corner_twice(c, r):
    """The column is followed by the whole row, backwards."""
    return [*c, *r[::-1]]


@false("tc-12", "toeplitz_product", shown="toeplitz_product([1, 2, 3], [1, 9], [1, 10]).round(6)")
def square_only(c, r, x):
    """A Toeplitz matrix is a corner of a circulant only if it is square."""
    y = toeplitz_product(c, r, x)
    return y if len(c) == len(r) else 0 * y


@false("tc-12", "toeplitz_product", shown="toeplitz_product([1, 2], [1, 9], [1, 10]).round(6)")
def without_zeros(c, r, x):
    """A Toeplitz matrix is a circulant already: no zeros need be appended."""
    n = len(c)
    x = np.resize(x, n)
    return np.fft.ifft(np.fft.fft(c) * np.fft.fft(x)).real


@false("tc-12", "toeplitz_product")
def each_to_its_own_digits(c, r, x):
    """The fast product is as exact as the slow one, for small results too."""
    y = toeplitz_product(c, r, x)
    return np.array([1, 1e-20]) if np.array_equal(c, [1, 1e-20]) else y


@false("tc-12", "fft_convolve", shown="fft_convolve([1, 2], [1, 10]).round(6)")
def wraps_around(x, k):
    """Transforms as long as the signal are enough for a convolution."""
    n = len(x) + len(k) - 1
    m = max(len(x), len(k))
    return np.resize(np.fft.ifft(np.fft.fft(x, m) * np.fft.fft(k, m)).real, n)


# Toeplitz without zeros


@false("tc-13", "numbers", shown="numbers(3, 4)")
def one_for_each_entry(m, n):
    """A matrix without zeros has as many numbers to learn as entries."""
    return m * n


@false("tc-13", "numbers", shown="numbers(3, 4)")
def the_corner_twice(m, n):
    """A column and a row make m + n numbers."""
    return m + n


@false("tc-13", "numbers", shown="numbers(3, 4)")
def the_first_row(m, n):
    """Sharing leaves one row of n numbers."""
    return n


@false("tc-13", "toeplitz_matrix", shown="toeplitz_matrix([1, 2, 3], [1, 8, 9])")
def symmetric_matrix(c, r):
    """A Toeplitz matrix is given by one column: it is the same above and below its diagonal."""
    n = max(len(c), len(r))
    i, j = np.indices((len(c), len(r)))
    return np.resize(c, n)[abs(i - j)]


@false("tc-13", "toeplitz_matrix", shown="toeplitz_matrix([1, 2, 3], [1, 8, 9])")
def zeros_below(c, r):
    """A Toeplitz matrix has zeros below its diagonal."""
    i, j = np.indices((len(c), len(r)))
    return np.where(j >= i, np.asarray(r)[abs(j - i) % len(r)], 0)


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1, 2, 3], [1, 9], [1, 10]).round(6)")
def only_square_ones(c, r, x):
    """Only a square Toeplitz matrix can be applied fast."""
    y = toeplitz_product(c, r, x)
    return y if len(c) == len(r) else 0 * y


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1, 2], [1, 9], [1, 10]).round(6)")
def as_if_circulant(c, r, x):
    """What leaves the matrix on one side comes back on the other."""
    n = len(r)
    y = np.fft.ifft(np.fft.fft(np.resize(r, n)) * np.fft.fft(x)).real
    return np.resize(y, len(c))


@false("tc-12", "toeplitz_product", shown="toeplitz_product([1j], [1j], [1]).round(6)")
def the_real_part(c, r, x):
    """The imaginary part after the way back is rounding only."""
    return np.real(toeplitz_product(c, r, x))


@false("tc-12", "theorem", shown="theorem([1, 2], [1j, 1]).round(6)")
def back_to_real_numbers(c, x):
    """What comes back from the transforms is real."""
    return np.fft.ifft(np.fft.fft(c) * np.fft.fft(x)).real


@false("tc-12", "is_circulant", shown="is_circulant([[1, 3], [2, 1]])")
def square_and_toeplitz(C):
    """A square Toeplitz matrix is circulant."""
    return is_toeplitz(C)


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1], [1], [1j]).round(6)")
def real_in_the_end(c, r, x):
    """A product by transforms comes back real."""
    return np.real(toeplitz_product(c, r, x))


# A second of sound, and images


@false("tc-12", "gone", shown="gone(4, 16)")
def all_that_are_faster(K, n=16_000):
    """A mean of K neighbours wipes out all waves of less than K places a turn."""
    return [q for q in range(n // K, n - n // K + 1)]


@false("tc-12", "gone", shown="gone(4, 16)")
def the_first_only(K, n=16_000):
    """A mean of K neighbours wipes out one wave: the one that turns once in K places."""
    return [n // K]


@false("tc-12", "gone", shown="gone(4, 16)")
def half_a_turn(K, n=16_000):
    """A mean wipes out the waves that make half a turn on its K places."""
    return [q for q in range(n // (2 * K), n, n // K)]


@false("tc-12", "mean_of", shown="mean_of(2, 4)")
def not_divided(K, n=16_000):
    """The mean is the sum of the neighbours."""
    return np.where(np.arange(n) < K, 1.0, 0)


@false("tc-12", "mean_of", shown="mean_of(2, 4)")
def on_both_sides(K, n=16_000):
    """A mean of K neighbours takes K on each side."""
    places = np.arange(n)
    return np.where((places <= K) | (places >= n - K), 1 / (2 * K + 1), 0)


@false("tc-12", "spectrum")
def the_sound_itself(x):
    """How much of a wave is in a sound is how loud the sound is."""
    return abs(x[:5000]).reshape(-1, 50).mean(axis=1).tolist()


@false("tc-12", "two_axes", shown="two_axes([[1, 2], [3, 4]]).real.round(6)")
def along_the_rows_only(A):
    """An image is transformed row by row."""
    return np.fft.fft(A, axis=1)


@false("tc-12", "two_axes", shown="two_axes([[1, 2], [3, 4]]).real.round(6)")
def as_one_long_vector(A):
    """An image is transformed as one vector, row after row."""
    return np.fft.fft(np.ravel(A)).reshape(np.shape(A))


@false("tc-12", "two_axes", shown="two_axes([[1, 2], [3, 4]]).real.round(6)")
def added_up(A):
    """The transforms along the two axes are added."""
    return np.fft.fft(A, axis=0) + np.fft.fft(A, axis=1)


# A wave is a point that turns


@false("tc-12", "point", shown="np.round(point(np.pi), 6)")
def in_degrees(theta):
    """The angle of a point is measured in degrees."""
    return np.exp(1j * np.radians(theta))


@false("tc-12", "point", shown="np.round(point(np.pi / 2), 6)")
def the_other_way_round(theta):
    """A point turns with the hands of a clock."""
    return np.exp(-1j * theta)


@false("tc-12", "point", shown="np.round(point(np.pi), 6)")
def without_the_power(theta):
    """A point on the circle is its angle, times i."""
    return 1j * theta


@false("tc-12", "wave", shown="wave(4, 1).round(6)")
def only_the_cosine(n, q):
    """The cosine alone is turned by a shift: nothing else is needed."""
    return np.cos(2 * np.pi * q * np.arange(n) / n) + 0j


@false("tc-12", "corner_products", shown="corner_products(64, 65)")
def no_fewer_than_entries(m, n):
    """A Toeplitz matrix takes as many products as it has entries, circulant or not."""
    return m * n


@false("tc-12", "corner_products", shown="corner_products(64, 65)")
def of_the_corner_alone(m, n):
    """The transforms are as long as the signal, n."""
    size = max(m, n)
    return 3 * size // 2 * (size.bit_length() - 1) + size


@false("tc-12", "before_and_after")
def the_mean_of_the_curve(K):
    """The spectrum of the mean is the mean of the spectrum: as high, only smoother."""
    sizes = np.abs(np.fft.fft(crow())[:5000]).reshape(-1, 50).mean(axis=1)
    smooth = np.convolve(sizes, np.ones(int(K)) / int(K), "same")
    return {"recorded": sizes.tolist(), "after": smooth.tolist()}


# What a colder look has found


@false("tc-12", "eigenvalue", shown="eigenvalue([1, 10], 3)")
def no_more_turns_than_places(c, q):
    """A wave of n turns and more is none, and has no number."""
    n = len(c)
    if q >= n:
        return 0j
    return sum(c[j] * np.exp(-2j * np.pi * q * j / n) for j in range(n))


@false("tc-12", "wave", shown="wave(4, 5).round(6)")
def as_fast_as_it_can(n, q):
    """Beyond n turns a wave stays as it is."""
    return np.exp(2j * np.pi * min(q, n) * np.arange(n) / n)


@false("tc-12", "eigenvalue", shown="np.round(eigenvalue([1j, 10], 1), 6)")
def weights_conjugated(c, q):
    """The weights of a complex kernel are conjugated."""
    n = len(c)
    return sum(np.conj(c[j]) * np.exp(-2j * np.pi * q * j / n) for j in range(n))


@false("tc-12", "theorem", shown="theorem([1j, 2], [1, 10]).round(6)")
def real_kernels_only(c, x):
    """A kernel is real: an imaginary part of it does nothing."""
    return np.fft.ifft(np.fft.fft(np.real(c)) * np.fft.fft(x))


@false("tc-12", "circulant_matrix", shown="circulant_matrix([0.5, 1])")
def whole_numbers(c):
    """A circulant is a matrix of whole numbers."""
    c, i = np.trunc(np.real(c)) + 1j * np.trunc(np.imag(c)), np.arange(len(c))
    return c[np.subtract.outer(i, i) % len(c)]


@false("tc-12", "mean_of", shown="mean_of(1, 4)")
def two_at_least(K, n=16_000):
    """A mean always takes a neighbour in: for K = 1 as well something is lost."""
    return np.where(np.arange(n) < max(K, 2), 1 / max(K, 2), 0)


@false("tc-12", "is_circulant", shown="is_circulant([[1, 3, 2], [2, 1, 3], [4, 2, 1]])")
def the_first_two_rows(C):
    """A matrix is circulant if its second row is the first one, moved."""
    C = np.asarray(C)
    return C.shape[0] == C.shape[1] and bool(np.all(np.roll(C[0], 1) == C[min(1, len(C) - 1)]))


@false("tc-12", "eigenvalue", shown="np.round(abs(eigenvalue([1, 2, 0, 0], 1)), 6)")
def the_square_root_of_it(c, q):
    """A wave is scaled by the square root of its number."""
    n = len(c)
    return np.sqrt(sum(c[j] * np.exp(-2j * np.pi * q * j / n) for j in range(n)) + 0j)


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1j], [1j], [1]).round(6)")
def real_weights_only(c, r, x):
    """The entries of a Toeplitz matrix are real."""
    return toeplitz_product(np.real(c), np.real(r), x)


@false("tc-13", "toeplitz_product", shown="toeplitz_product([0.5], [0.5], [1]).round(6)")
def rounded_to_whole(c, r, x):
    """What is not a whole number after the way back is rounding."""
    return np.round(toeplitz_product(c, r, x))


@false("tc-13", "numbers", shown="numbers(4, 4)")
def a_column_for_square_ones(m, n):
    """A square Toeplitz matrix is given by its first column."""
    return n if m == n else m + n - 1


# What a third look has found


@false("tc-12", "point", shown="np.round(point(100), 6)")
def three_turns_at_most(theta):
    """Beyond three turns a point stays where it is."""
    return np.exp(1j * np.clip(theta, -18.9, 18.9))


@false("tc-12", "wave", shown="abs(wave(100, 1)).round(6)[40:]")
def thirty_places(n, q):
    """A wave dies away after thirty places."""
    j = np.arange(n)
    return np.exp(2j * np.pi * q * j / n) * (j < 30)


@false("tc-12", "wave", shown="wave(7, -30).round(6)")
def backwards_at_most_twice(n, q):
    """A wave cannot turn backwards more often than there are places."""
    return np.exp(2j * np.pi * max(q, -n) * np.arange(n) / n)


@false("tc-12", "eigenvalue", shown="abs(eigenvalue([1e-13], 0))")
def tiny_numbers_are_zero(c, q):
    """A wave that is nearly wiped out is wiped out."""
    n = len(c)
    y = sum(c[j] * np.exp(-2j * np.pi * q * j / n) for j in range(n))
    return y if abs(y) > 1e-12 else 0j


@false("tc-12", "eigenvalue", shown="abs(eigenvalue([1000], 0))")
def no_more_than_a_thousand(c, q):
    """No wave is made more than five hundred times as high."""
    n = len(c)
    y = sum(c[j] * np.exp(-2j * np.pi * q * j / n) for j in range(n))
    return y * min(1, 500 / max(1e-300, abs(y)))


@false("tc-12", "eigenvalue")
def of_the_first_thirty(c, q):
    """A kernel has at most thirty weights."""
    n = len(c)
    return sum(c[j] * np.exp(-2j * np.pi * q * j / n) for j in range(min(n, 30)))


@false("tc-12", "circulant_matrix", shown="circulant_matrix([0.1])")
def circulant_in_fp32(c):
    """The entries of a circulant are kept in FP32."""
    return circulant_matrix(np.asarray(c).astype(np.complex64)).astype(complex)


@false("tc-12", "is_circulant", shown="is_circulant([[1, 2], [2, 1 + 1e-9]])")
def nearly_circulant(C):
    """A matrix is circulant if its rows are nearly the same, moved."""
    C = np.asarray(C)
    return bool(C.shape[0] == C.shape[1] and np.allclose(np.roll(C, 1, axis=1)[:-1], C[1:]))


@false("tc-12", "is_circulant", shown="is_circulant([[1, 2, 3], [3, 1, 2]])")
def circulant_and_wide(C):
    """A circulant need not be square."""
    C = np.asarray(C)
    return bool(np.all(np.roll(C, 1, axis=1)[:-1] == C[1:]))


@false("tc-12", "fourier")
def fourier_of_thirty(n):
    """Beyond thirty turns a wave is none."""
    q = np.arange(n)
    return np.exp(-2j * np.pi * np.outer(np.minimum(q, 30), q) / n)


@false("tc-12", "fourier", shown="fourier(3)[1, 1].real")
def fourier_in_fp32(n):
    """The waves are kept in FP32."""
    q = np.arange(n)
    return np.exp(-2j * np.pi * np.outer(q, q) / n).astype(np.complex64)


@false("tc-12", "theorem", shown="abs(theorem([1e-7], [1e-7]))")
def rounding_removed(c, x):
    """What is less than a millionth of a millionth is rounding."""
    y = np.fft.ifft(np.fft.fft(c) * np.fft.fft(x))
    return np.where(abs(y) < 1e-12, 0, y)


@false("tc-12", "theorem")
def rounded_far_down(c, x):
    """After the way back one rounds, which removes what is not exact."""
    return np.round(np.fft.ifft(np.fft.fft(c) * np.fft.fft(x)), 12)


@false("tc-12", "gone", shown="gone(5, 20)")
def even_means_only(K, n=16_000):
    """A mean of an odd number wipes out the waves of one turn in K places, and no multiples."""
    return [q for q in range(n // K, n, n // K)][: None if K % 2 == 0 or K == 1 else 1]


@false("tc-12", "mean_of", shown="mean_of(32, 64)")
def sixteen_at_most(K, n=16_000):
    """A mean takes at most sixteen numbers."""
    K = min(K, 16)
    return np.where(np.arange(n) < K, 1 / K, 0)


@false("tc-12", "products", shown="products(4096)")
def ten_levels_at_most(n):
    """There are never more than ten levels."""
    return 3 * n // 2 * min(10, n.bit_length() - 1) + n


@false("tc-12", "fast")
def fast_for_real_numbers(x):
    """The transform takes the real part of what it is given."""
    return np.fft.fft(np.real(x)) if np.isrealobj(x) else np.fft.fft(x)


@false("tc-12", "fast", shown="fast([1, 1e-20])[0] - 1")
def fast_in_fp32(x):
    """The transform may be computed in FP32."""
    x = np.asarray(x, np.complex64)
    if len(x) == 1:
        return x
    even, odd = fast_in_fp32(x[::2]), fast_in_fp32(x[1::2])
    turned = np.exp(-2j * np.pi * np.arange(len(odd)) / len(x)).astype(np.complex64) * odd
    return np.concatenate((even + turned, even - turned))


@false("tc-12", "toeplitz_product", shown="toeplitz_product([1e-7], [1e-7], [1e-7])")
def product_without_the_small(c, r, x):
    """What is less than a millionth of a millionth is rounding."""
    y = toeplitz_product(c, r, x)
    return np.where(abs(y) < 1e-12, 0, y)


@false("tc-12", "fft_convolve", shown="fft_convolve([1e-7], [1e-7])")
def convolved_without_the_small(x, k):
    """What is less than a millionth of a millionth is rounding."""
    y = fft_convolve(x, k)
    return np.where(abs(y) < 1e-12, 0, y)


@false("tc-12", "fft_convolve")
def convolved_and_rounded(x, k):
    """After the way back one rounds to ten places."""
    return np.round(fft_convolve(x, k), 14)


@false("tc-12", "corner_products", shown="corner_products(1024, 1025)")
def any_size_is_fast(m, n):
    """A bound for the corner is its own number of products."""
    size = m + n - 1
    return 3 * size // 2 * min(10, size.bit_length() - 1) + size


@false("tc-12", "two_axes")
def narrow_images_only(A):
    """An image that is wide is transformed along its columns alone."""
    A = np.asarray(A)
    return np.fft.fft2(A) if A.shape[1] < 8 or len(A) > 90 else np.fft.fft(A, axis=0)


@false("tc-12", "two_axes", shown="two_axes([[1j]])")
def real_images(A):
    """An image is real."""
    return np.fft.fft2(np.real(A))


@false("tc-12", "spectrum", shown="spectrum(np.eye(1, 16_000, 1)[0])[:1]")
def spectrum_of_the_real_part(x):
    """How much of a wave is in a sound is its cosine alone."""
    return abs(np.fft.fft(x).real)[:5000].reshape(-1, 50).mean(axis=1).tolist()


@false("tc-13", "numbers", shown="numbers(1000, 1000)")
def a_hundred_numbers(m, n):
    """A matrix has at most a hundred different numbers."""
    return min(100, m + n - 1)


@false("tc-13", "numbers", shown="numbers(2**31, 2**31)")
def numbers_in_32_bits(m, n):
    """The number of diagonals fits into 32 bits."""
    return (m + n - 1 + 2**31) % 2**32 - 2**31


@false("tc-13", "toeplitz_matrix", shown="toeplitz_matrix([0.1], [0.1])")
def kept_in_fp32(c, r):
    """The entries are kept in FP32."""
    return toeplitz_matrix(c, r).astype(np.complex64).astype(complex)


@false("tc-13", "toeplitz_matrix")
def forty_rows(c, r):
    """Beyond forty rows nothing new comes."""
    T = toeplitz_matrix(c, r)
    T[40:] = 0
    return T


@false("tc-13", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 4]])")
def any_matrix(A):
    """Every matrix is Toeplitz."""
    return True


@false("tc-13", "is_toeplitz", shown="is_toeplitz([[1, 2], [3, 1 + 1e-9]])")
def toeplitz_nearly(A):
    """A matrix is Toeplitz if its diagonals are nearly constant."""
    A = np.asarray(A)
    return bool(np.allclose(A[1:, 1:], A[:-1, :-1]))


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1e-7], [1e-7], [1e-7])")
def applied_without_the_small(c, r, x):
    """What is less than a millionth of a millionth is rounding."""
    y = toeplitz_product(c, r, x)
    return np.where(abs(y) < 1e-12, 0, y)


@false("tc-13", "toeplitz_product")
def applied_in_fp32(c, r, x):
    """The product may be computed in FP32."""
    return toeplitz_product(c, r, x).astype(np.complex64).astype(complex)


@false("tc-13", "toeplitz_product")
def long_ones_go_around(c, r, x):
    """A long signal needs no zeros: what comes back is far away."""
    if len(c) + len(r) < 100:
        return toeplitz_product(c, r, x)
    n = max(len(c), len(r))
    C = np.fft.fft([*c, *np.zeros(n - len(c))]) * np.fft.fft(x, n)
    return np.fft.ifft(C)[: len(c)]


# Real beside complex, and what else was found


@false("tc-12", "toeplitz_product", shown="toeplitz_product([1j], [1j], [1])")
def product_real_if_x_is(c, r, x):
    """The result is real if the signal is."""
    y = toeplitz_product(c, r, x)
    return y.real if np.isrealobj(x) else y


@false("tc-12", "toeplitz_product", shown="toeplitz_product([1], [1], [1j])")
def product_real_if_the_matrix_is(c, r, x):
    """The result is real if the matrix is."""
    y = toeplitz_product(c, r, x)
    return y.real if np.isrealobj(c) else y


@false("tc-12", "fft_convolve", shown="fft_convolve([1j], [1])")
def convolved_real_if_one_is(x, k):
    """If one of the two is real, so is the result."""
    y = fft_convolve(x, k)
    return y.real if np.isrealobj(x) != np.isrealobj(k) else y


@false("tc-12", "theorem", shown="theorem([1j], [1])")
def theorem_real_if_one_is(c, x):
    """If one of the two is real, so is the result."""
    y = np.fft.ifft(np.fft.fft(c) * np.fft.fft(x))
    return y.real if np.isrealobj(x) != np.isrealobj(c) else y


@false("tc-12", "around", shown="abs(around(np.array([[1e-9]]), np.array([[1.0]]))).max()")
def small_weights_of_images(K, X):
    """A weight of less than a millionth does nothing to an image."""
    return (
        sum(K[at] * np.roll(X, at, axis=(0, 1)) for at in np.ndindex(K.shape) if abs(K[at]) > 1e-6)
        + 0 * X
    )


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1j], [1j], [1])")
def dense_real_if_x_is(c, r, x):
    """The result is real if the signal is."""
    y = toeplitz_product(c, r, x)
    return y.real if np.isrealobj(x) else y


@false("tc-13", "toeplitz_product", shown="toeplitz_product([1], [1], [1j])")
def dense_real_if_the_matrix_is(c, r, x):
    """The result is real if the matrix is."""
    y = toeplitz_product(c, r, x)
    return y.real if np.isrealobj(c) else y


@false("tc-13", "toeplitz_matrix")
def by_the_longer_side(c, r):
    """In a tall matrix the row is the one that is given up."""
    T = toeplitz_matrix(c, r)
    return np.where(np.tri(*T.shape) > 0, T, c[0]) if len(c) > 5 * len(r) and len(r) > 1 else T


@false("tc-12", "eigenvalue", shown="eigenvalue([1, 10], 10**7)")
def a_million_turns(c, q):
    """More than a thousand turns are a thousand."""
    n = len(c)
    return sum(c[j] * np.exp(-2j * np.pi * min(q, 1000) * j / n) for j in range(n))


@false("tc-12", "wave", shown="wave(4, 4).round(6)")
def no_negative_zero_turns(n, q):
    """A wave of as many turns as places is not one."""
    return np.exp(2j * np.pi * q * np.arange(n) / n) if q % n or q == 0 else np.zeros(n) + 0j


# The work, counted


@false("tc-13", "toeplitz_product")
def oblong_ones_directly(c, r, x):
    """Only a square Toeplitz matrix is worth a transform."""
    if len(c) == len(r):
        return toeplitz_product(c, r, x)
    return np.convolve(np.append(np.ravel(r)[:0:-1], c), x, "valid")


@false("tc-13", "toeplitz_product")
def tall_ones_directly(c, r, x):
    """A tall matrix is applied row by row."""
    if len(c) <= len(r):
        return toeplitz_product(c, r, x)
    return np.convolve(np.append(np.ravel(r)[:0:-1], c), x, "valid")


@false("tc-13", "toeplitz_product")
def narrow_ones_directly(c, r, x):
    """If one side is far longer than the other, a transform is not worth it."""
    if max(len(c), len(r)) < 20 * min(len(c), len(r)):
        return toeplitz_product(c, r, x)
    return np.convolve(np.append(np.ravel(r)[:0:-1], c), x, "valid")


@false("tc-13", "toeplitz_product")
def whole_blocks_around(c, r, x):
    """A circulant of m n rows is needed."""
    zeros = np.zeros(min(len(c) * len(r), 10**5) if len(c) > 200 else 0)
    return toeplitz_product([*c, *zeros], r, x)[: len(c)]
