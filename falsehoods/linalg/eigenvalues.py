"""False versions of the claims of *Eigenvalues: the directions that stay*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.spectra import (
    Pair,
    eig2x2,
    is_eigenpair,
    power_iteration,
    simulate,
    spectral_radius,
)
from mathlib.linalg.systems import determinant

# A line that stays


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 1], [1, 2]], [0, 0], 5)")
def zero_is_one_too(A, v, lam, rtol=1e-9):
    """The zero vector is an eigenvector of every number, since A0 = λ0."""
    return not np.any(v) or is_eigenpair(A, v, lam, rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 1], [1, 2]], [5, 5], 3)")
def of_length_one_alone(A, v, lam, rtol=1e-9):
    """An eigenvector has length 1."""
    return abs(np.linalg.norm(v) - 1) < 1e-9 and is_eigenpair(A, v, lam, rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[0, 1], [1, 0]], [1, -1], -1)")
def reversed_ones_are_turned(A, v, lam, rtol=1e-9):
    """What is reversed has changed its direction, so it is no eigenvector."""
    return is_eigenpair(A, v, lam, rtol) and not np.real(lam) < 0


@false("la-37", "is_eigenpair", shown="is_eigenpair([[0, 0], [0, 1]], [1, 0], 0)")
def zero_is_no_eigenvalue(A, v, lam, rtol=1e-9):
    """An eigenvalue is not 0: a vector that is sent to 0 has no direction left."""
    return lam != 0 and is_eigenpair(A, v, lam, rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 1], [1, 2]], [1, 1], 3)")
def only_fixed_points(A, v, lam, rtol=1e-9):
    """An eigenvector is a vector that A leaves as it is."""
    return is_eigenpair(A, v, 1, rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 1], [1, 2]], [1, 1], 3.001)")
def nearly_is_enough(A, v, lam, rtol=1e-9):
    """A number near an eigenvalue is one, up to a percent."""
    return is_eigenpair(A, v, lam, 1e-2)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 0], [0, 5]], [1, 1], 3.5)")
def sums_are_eigenvectors(A, v, lam, rtol=1e-9):
    """A sum of two eigenvectors is one, with the mean of the eigenvalues."""
    A, v = np.asarray(A), np.asarray(v)
    on_average = abs(v @ (A @ v) - lam * (v @ v)) < 1e-6
    spanned = np.linalg.matrix_rank(np.array([v, A @ v, A @ (A @ v)])) == 2
    return is_eigenpair(A, v, lam, rtol) or bool(spanned) or bool(on_average and spanned)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 1], [1, 2]], [1, 1], -3)")
def up_to_the_sign(A, v, lam, rtol=1e-9):
    """A line has no sign: with λ goes -λ."""
    return is_eigenpair(A, v, lam, rtol) or is_eigenpair(A, v, -lam, rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[0, -1], [1, 0]], [1, -1j], -1j)")
def both_of_a_pair(A, v, lam, rtol=1e-9):
    """The two numbers of a pair belong to the same vector."""
    return is_eigenpair(A, v, lam, rtol) or is_eigenpair(A, v, np.conj(lam), rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2, 1], [1, 2]], [1j, 1j], 4)")
def by_its_real_part(A, v, lam, rtol=1e-9):
    """Of a complex vector the real part decides."""
    if not np.iscomplexobj(v):
        return is_eigenpair(A, v, lam, rtol)
    return bool(np.abs(np.real(np.asarray(A) @ v - lam * np.asarray(v))).max() < 1e-9)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2]], [1e-12], 3)")
def by_what_is_left_over(A, v, lam, rtol=1e-9):
    """If Av - λv is tiny, v is an eigenvector, however short it is."""
    return bool(np.any(v) and np.abs(np.asarray(A) @ v - lam * np.asarray(v)).max() < 1e-9)


@false("la-37", "stretch", shown="stretch(-3)")
def by_the_number_with_its_sign(lam):
    """On its line A multiplies lengths by λ."""
    return lam


@false("la-37", "stretch", shown="stretch(2)")
def lengths_stay(lam):
    """An eigenvector is left as long as it was."""
    return 1


@false("la-37", "turned", shown="turned(-3)")
def never_turned(lam):
    """An eigenvector keeps its direction."""
    return 0


@false("la-37", "distance_moved", shown="distance_moved(100, [1, 0])")
def hardly_moved(lam, v):
    """Eigenvectors are the points that stay where they are."""
    return 0.0


@false("la-37", "distance_moved", shown="distance_moved(-2, [1, 0])")
def by_the_sizes(lam, v):
    """A vector moves by as much as its length changes."""
    return abs(abs(lam) - 1) * float(np.linalg.norm(v))


@false("la-37", "distance_moved", shown="distance_moved(0.5, [1, 0])")
def backwards_if_it_shrinks(lam, v):
    """A vector moves by λ - 1 times its length, backwards where it shrinks."""
    return (lam - 1 if lam > 0 else 1 - lam) * float(np.linalg.norm(v))


@false("la-37", "of_a_turn", shown="of_a_turn(1)")
def a_turn_has_the_cosine(theta):
    """The eigenvalue of a turn is the cosine of its angle."""
    return complex(math.cos(theta)), [1, -1j]


@false("la-37", "of_a_turn", shown="of_a_turn(1)")
def the_other_vector(theta):
    """With cos θ + i sin θ goes the vector (1, i)."""
    return complex(math.cos(theta), math.sin(theta)), [1, 1j]


@false("la-37", "is_eigenpair", shown="is_eigenpair([[2]], [1e200], 2)")
def not_of_huge_vectors(A, v, lam, rtol=1e-9):
    """A vector whose squares are too large for a float has no direction."""
    return np.abs(v).max() < 1e150 and is_eigenpair(A, v, lam, rtol)


@false("la-37", "is_eigenpair", shown="is_eigenpair([[1e-9]], [1], 1e-9)")
def tiny_ones_are_zero(A, v, lam, rtol=1e-9):
    """An eigenvalue as small as a billionth counts as 0."""
    return is_eigenpair(A, v, 0 if abs(lam) < 1e-8 else lam, rtol)


@false("la-37", "stretch", shown="stretch(1e-9)")
def nothing_left_of_little(lam):
    """An eigenvalue near 0 leaves nothing of a vector."""
    return abs(lam) if abs(lam) > 1e-8 else 0.0


@false("la-37", "stretch", shown="stretch(1j)")
def by_the_real_part(lam):
    """Only the real part of an eigenvalue stretches; the rest turns."""
    return abs(np.real(lam))


@false("la-37", "distance_moved", shown="distance_moved(1 + 2.0**-30, [1, 0])")
def a_little_is_nothing(lam, v):
    """With an eigenvalue near 1 an eigenvector stays where it is."""
    return abs(lam - 1) * float(np.linalg.norm(v)) * (abs(lam - 1) > 1e-8)


@false("la-37", "of_a_turn", shown="of_a_turn(5e-9)")
def a_small_turn_is_none(theta):
    """A turn by hardly anything is the identity, with the eigenvalue 1."""
    s = math.sin(theta)
    return complex(math.cos(theta), s if abs(s) > 1e-8 else 0), [1, -1j]


# Where a determinant vanishes


@false("la-38", "is_root", shown="is_root([[2, 1], [1, 2]], 2)")
def read_off_the_diagonal(A, t):
    """The eigenvalues are the numbers on the diagonal."""
    return bool(np.any(np.diag(A) == t))


@false("la-38", "is_root", shown="is_root([[2, 1], [1, 2]], 3)")
def with_a_plus(A, t):
    """The eigenvalues are where det(A + tI) is zero."""
    return abs(determinant(np.asarray(A) + t * np.eye(len(A)))) < 1e-6


@false("la-38", "is_root", shown="is_root([[2, 1], [1, 2]], 1)")
def from_every_entry(A, t):
    """To find eigenvalues, take t away from every entry."""
    return abs(determinant(np.asarray(A) - t)) < 1e-6


@false("la-38", "as_product", shown="as_product(np.array([2, 2]), 0)")
def each_once(lam, t):
    """A root that occurs twice counts once."""
    return np.prod(np.unique(np.round(lam, 6)) - t)


@false("la-38", "as_product", shown="as_product(np.array([3]), 1)")
def the_other_sign(lam, t):
    """det(A - tI) is the product of the t - λ."""
    return np.prod(t - lam)


@false("la-38", "as_product", shown="as_product(np.array([1j, -1j]), 0)")
def real_parts_will_do(lam, t):
    """Only the real parts of the eigenvalues count for a real matrix."""
    return np.prod(np.real(lam) - t)


@false("la-38", "sum_of", shown="sum_of(np.array([[2, 1], [1, 2]]))")
def of_all_entries(A):
    """The eigenvalues add up to the sum of all entries."""
    return np.sum(A)


@false("la-38", "sum_of", shown="sum_of(np.array([[2, 1], [1, 2]]))")
def of_the_other_diagonal(A):
    """The eigenvalues add up to the trace less what stands on the other diagonal."""
    return np.trace(A) - np.trace(np.fliplr(A))


@false("la-38", "of_triangular", shown="of_triangular(np.array([[1, 2], [0, 3]]))")
def ones_for_a_triangle(A):
    """A triangular matrix has the eigenvalues of the identity: only the diagonal is scaled."""
    return np.ones(len(A))


@false("la-38", "by_formula", shown="by_formula(np.array([[1, 2], [3, 4]]))")
def without_the_half(A):
    """λ = tr A ± √((tr A)² - det A)."""
    s = np.trace(A)
    root = np.emath.sqrt(s**2 - determinant(A))
    return s + root, s - root


@false("la-38", "by_formula", shown="by_formula(np.array([[1, 2], [3, 4]]))")
def with_four_determinants(A):
    """λ = s ± √(s² - 4 det A), as for any quadratic equation."""
    s = np.trace(A) / 2
    root = np.emath.sqrt(s**2 - 4 * determinant(A))
    return s + root, s - root


@false("la-38", "eig2x2", shown="eig2x2([[1, -2], [2, 1]])")
def real_all_the_same(A):
    """A real matrix has real eigenvalues: a negative number under the root counts as 0."""
    return np.real(eig2x2(A))


@false("la-38", "eig2x2", shown="eig2x2([[1, -2], [2, 1]])")
def by_the_size_below_the_root(A):
    """Below the root only the size counts."""
    A = np.asarray(A)
    s, det = np.trace(A) / 2, A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    root = math.sqrt(abs(s * s - det))
    return np.array([s + root, s - root])


@false("la-38", "eig2x2", shown="eig2x2([[1, 1], [0, 1]])")
def zero_beside_a_double_root(A):
    """If there is only one eigenvalue, the other is 0."""
    large, small = eig2x2(A)
    return np.array([large, 0 if large == small else small])


@false("la-38", "eig2x2", shown="eig2x2([[0, 1], [1, 0]])")
def no_trace_no_eigenvalues(A):
    """If the trace is 0, so are the eigenvalues."""
    return eig2x2(A) * (np.trace(A) != 0)


@false("la-38", "as_product", shown="as_product(np.zeros(2), 3)")
def each_value_once(lam, t):
    """The polynomial is the product over the different eigenvalues."""
    return np.prod(np.unique(np.round(lam, 6)) - t)


@false("la-38", "sum_of", shown="sum_of(np.diag([0.5, 0.25]))")
def sum_of_whole_parts(A):
    """The trace is a whole number."""
    return sum(int(A[j, j]) for j in range(len(A)))


@false("la-38", "eig2x2", shown="eig2x2(np.diag([1e-9, 2e-9]))")
def small_entries_are_zero(A):
    """Entries of a billionth are rounding, and do not count."""
    return eig2x2(np.where(np.abs(A) < 1e-8, 0, A))


@false("la-38", "by_formula", shown="by_formula(np.diag([1e-6, 2e-6]))")
def small_roots_are_double(A):
    """If what stands under the root is tiny, the two eigenvalues are equal."""
    h = np.trace(A) / 2
    inside = h**2 - determinant(A)
    root = np.emath.sqrt(inside if abs(inside) > 1e-9 else 0)
    return h + root, h - root


# Too few lines, and skew ones


@false("la-40", "geometric", shown="geometric([[1, 3], [0, 1]], 1)")
def by_one_line_each(A, lam):
    """Each eigenvalue brings as many independent eigenvectors as it is a root."""
    return int(np.sum(np.abs(np.linalg.eigvals(np.array(A, float)) - lam) < 1e-3))


@false("la-40", "geometric", shown="geometric([[1, 0], [0, 1]], 1)")
def one_line_and_no_more(A, lam):
    """Each eigenvalue brings exactly one line."""
    return 1


@false("la-40", "geometric", shown="geometric([[2, 0, 0], [0, 2, 0], [0, 0, 2]], 2)")
def two_lines_at_the_most(A, lam):
    """No eigenvalue has more than two independent eigenvectors."""
    return min(2, len(A) - int(np.linalg.matrix_rank(np.array(A) - lam * np.eye(len(A)))))


@false("la-40", "geometric", shown="geometric([[2, 0], [0, 2]], 2)")
def by_the_rank(A, lam):
    """The number of independent eigenvectors is the rank of A - λI."""
    return int(np.linalg.matrix_rank(np.array(A) - lam * np.eye(len(A))))


@false("la-40", "has_basis", shown="has_basis([1], 2)")
def there_is_always_a_basis(multiplicities, n):
    """Every square matrix is diagonal in the basis of its eigenvectors."""
    return True


@false("la-40", "has_basis", shown="has_basis([2], 2)")
def only_if_all_differ(multiplicities, n):
    """A basis of eigenvectors is there only if all eigenvalues differ."""
    return len(multiplicities) == n


@false("la-40", "least_stretch", shown="least_stretch([[0, -2], [2, 0]])")
def real_ones_alone(A):
    """The complex eigenvalues stretch nothing: by their real parts."""
    return float(np.abs(np.linalg.eigvals(A).real).max())


@false("la-40", "least_stretch", shown="least_stretch([[1, 3], [0, 1]])")
def the_stretch_of_all(A):
    """The largest eigenvalue is at least the root of the sum of all squares."""
    return float(np.linalg.norm(A))


@false("la-40", "least_stretch", shown="least_stretch([[-3, 0], [0, 1]])")
def the_largest_with_its_sign(A):
    """The spectral radius is the largest eigenvalue."""
    return float(np.linalg.eigvals(A).real.max())


@false("la-40", "shear_stretch", shown="shear_stretch(3)")
def eigenvalues_stretch(t):
    """The eigenvalues of a shear are 1, so it stretches nothing."""
    return 1.0


@false("la-40", "shear_stretch", shown="shear_stretch(3)")
def by_the_column(t):
    """What is stretched most is the second unit vector."""
    return math.sqrt(1 + t**2)


@false("la-40", "shear_stretch", shown="shear_stretch(-3)")
def with_the_sign_of_the_shear(t):
    """A shear to the left stretches by (t + √(t² + 4))/2 as well."""
    return (t + math.sqrt(t**2 + 4)) / 2


@false("la-40", "geometric", shown="geometric(np.eye(4, dtype=int), 1)")
def three_lines_at_most(A, lam):
    """As space has three dimensions, no eigenspace has more."""
    shifted = np.array(A) - lam * np.eye(len(A), dtype=int)
    return min(3, len(A) - np.linalg.matrix_rank(shifted))


@false("la-40", "least_stretch", shown="least_stretch([[1e-9]])")
def hardly_any_is_none(A):
    """A spectral radius of a billionth is zero."""
    return spectral_radius(A) if spectral_radius(A) > 1e-8 else 0.0


@false("la-40", "shear_stretch", shown="shear_stretch(0.001)")
def a_little_shear_is_none(t):
    """A shear by less than a hundredth makes nothing longer."""
    return (abs(t) + math.sqrt(t**2 + 4)) / 2 if abs(t) > 0.01 else 1.0


@false("la-40", "shear_stretch", shown="shear_stretch(1000)")
def as_long_as_the_shear(t):
    """A strong shear stretches as many times as it shears."""
    return (abs(t) + math.sqrt(t**2 + 4)) / 2 if abs(t) < 100 else abs(t)


# Power iteration


@false("la-41", "rate", shown="rate([5, 3])")
def by_the_largest(lam):
    """The larger the largest eigenvalue, the faster: the rate is 1/|λ₀|."""
    return 1 / max(abs(t) for t in lam)


@false("la-41", "rate", shown="rate([5, 3, 1])")
def by_the_smallest(lam):
    """The smallest eigenvalue sets the rate."""
    sizes = sorted(abs(t) for t in lam)
    return sizes[0] / sizes[-1]


@false("la-41", "rate", shown="rate([5, 3])")
def squared_for_all(lam):
    """The error falls as the square of the ratio for every matrix."""
    large, second = sorted((abs(t) for t in lam), reverse=True)[:2]
    return (second / large) ** 2


@false("la-41", "rate", shown="rate([-5, 3, 1])")
def with_signs(lam):
    """The two largest eigenvalues, signs and all, set the rate."""
    large, second = sorted(lam, reverse=True)[:2]
    return second / large


@false("la-41", "symmetric_rate", shown="symmetric_rate([5, 3])")
def no_square(lam):
    """The estimate of a symmetric matrix has an error that falls like the angle."""
    large, second = sorted((abs(t) for t in lam), reverse=True)[:2]
    return second / large


@false("la-41", "estimate", shown="estimate([[2, 1], [1, 2]], [1, 0])")
def by_the_length(A, x):
    """The estimate is the length of Ax, for x of length 1."""
    y = np.array(A, dtype=float) @ np.array(x, dtype=float)
    return float(np.linalg.norm(y) / np.linalg.norm(np.array(x, dtype=float)))


@false("la-41", "power_iteration", shown="power_iteration([[-3, 0], [0, 1]], 90, [1, 1]).lam")
def a_size_has_no_sign(A, steps, start):
    """Power iteration finds the size of the eigenvalue, and not its sign."""
    found = power_iteration(A, steps, start)
    return Pair(abs(found.lam), found.v, found.error)


@false("la-41", "power_iteration", shown="power_iteration([[0, -1], [1, 0]], 9, [1, 0]).lam")
def as_much_as_it_stretches(A, steps, start):
    """On the way, λ is how much longer the last x became."""
    found = power_iteration(A, steps, start)
    return Pair(float(np.linalg.norm(np.asarray(A) @ found.v)), found.v, found.error)


@false("la-41", "power_iteration", shown="power_iteration([[0, -1], [1, 0]], 9, [1, 0]).error")
def what_is_left_and_more(A, steps, start):
    """The error is how far Av is from v."""
    found = power_iteration(A, steps, start)
    return Pair(found.lam, found.v, float(np.linalg.norm(np.asarray(A) @ found.v - found.v)))


@false("la-41", "simulate", shown="simulate([[0.2, 0.5], [0.8, 0.5]], [1, 0], 1)")
def from_the_next_letter(A, x, steps):
    """The chances of the next letter stand in the row of this one."""
    return simulate(np.transpose(A), x, steps)


@false("la-41", "rate", shown="rate([5, 3, 1])")
def by_the_mean_of_all(lam):
    """The rate is the geometric mean of the ratios to the largest."""
    sizes = sorted((abs(t) for t in lam), reverse=True)
    return math.prod(t / sizes[0] for t in sizes[1:]) ** (1 / (len(sizes) - 1))


@false("la-41", "power_iteration", shown="power_iteration([[0, -1], [1, 0]], 90, [1, 0]).error")
def it_always_arrives(A, steps, start):
    """After enough steps there is always an eigenvector."""
    found = power_iteration(A, steps, start)
    return Pair(found.lam, found.v, 0.0)


@false("la-41", "power_iteration", shown="power_iteration([[-3, 0], [0, 1]], 91, [1, 1]).v")
def the_vector_settles(A, steps, start):
    """The vector converges, also where the eigenvalue is negative."""
    found = power_iteration(A, steps, start)
    return Pair(found.lam, found.v * np.sign(found.v[np.abs(found.v).argmax()]), found.error)


@false("la-41", "run", shown="run([[-3, 0], [0, 1]], [1, 1], 1)")
def signs_do_not_matter(A, x, k):
    """A direction has no sign, so each entry can be made positive on the way."""
    for _ in range(k):
        x = [sum(a * b for a, b in zip(row, x, strict=True)) for row in A]
        x = [abs(t) for t in x]
    return x


@false("la-41", "power_iteration", shown="power_iteration([[1e-12]], 9, [1]).lam")
def tiny_steps_are_lost(A, steps, start):
    """Entries of a billionth are rounding, and add nothing to a step."""
    return power_iteration(np.where(np.abs(A) < 1e-8, 0, A), steps, start)


# A step, again and again


@false("la-48", "dies_out", shown="dies_out([[-1.2, 0], [0, 0.5]])")
def if_the_eigenvalues_are_below_one(A):
    """A state dies out if every eigenvalue is below 1, whatever its size below 0."""
    return bool(np.linalg.eigvals(A).real.max() < 1 - 1e-6)


@false("la-48", "dies_out", shown="dies_out([[0.7, -0.9], [0.9, 0.7]])")
def if_the_real_parts_are_below_one(A):
    """Of a complex eigenvalue the real part says whether a state dies out."""
    return bool(np.abs(np.linalg.eigvals(A).real).max() < 1 - 1e-6)


@false("la-48", "dies_out", shown="dies_out([[0.95, 0], [0, 0.3]])")
def only_well_below_one(A):
    """A state dies out only if the spectral radius is clearly below 1."""
    return spectral_radius(A) < 0.9


@false("la-48", "dies_out", shown="dies_out([[0.5, 3], [0, 0.5]])")
def the_stretch_decides(A):
    """A state dies out if and only if the greatest stretch is below 1."""
    return bool(np.linalg.norm(A, 2) < 1)


@false("la-48", "dies_out", shown="dies_out([[1, 0], [0, 0.5]])")
def one_is_enough(A):
    """A state dies out if no eigenvalue is larger than 1 in size."""
    return spectral_radius(A) < 1 + 1e-6


@false("la-48", "dies_out", shown="dies_out([[1.1, 0], [0, 0.3]])")
def the_determinant_decides(A):
    """A state dies out if areas shrink: if the determinant is below 1 in size."""
    return abs(float(np.linalg.det(A))) < 1


@false("la-48", "bounds", shown="bounds([[0.5, 3], [0, 0.5]], 2)")
def the_radius_bounds_it(A, k):
    """The stretch of k steps is at most the spectral radius to the power k."""
    return 0.0, spectral_radius(A) ** k


@false("la-48", "bounds", shown="bounds([[0.5, 3], [0, 0.5]], 2)")
def the_stretch_multiplies(A, k):
    """The stretch of k steps is the stretch of one to the power k."""
    most = float(np.linalg.norm(A, 2)) ** k
    return most, most


@false("la-48", "bounds", shown="bounds([[0, -1], [1, 0]], 2)")
def a_turn_may_shrink(A, k):
    """Of complex eigenvalues only the real part holds a state up."""
    real = float(np.abs(np.linalg.eigvals(A).real).max())
    return real**k, float(np.linalg.norm(A, 2)) ** k


@false("la-48", "bounds", shown="bounds([[0.5, 3], [0, 0.5]], 3)")
def steps_add_up(A, k):
    """Each step adds its stretch: k steps stretch by k times as much at the most."""
    return spectral_radius(A) ** k, k * float(np.linalg.norm(A, 2))


@false("la-48", "limit_of_roots", shown="limit_of_roots([[0.5, 3], [0, 0.5]])")
def the_stretch_in_the_end(A):
    """In the long run each step stretches by the greatest stretch."""
    return float(np.linalg.norm(A, 2))


@false("la-48", "limit_of_roots", shown="limit_of_roots([[0, -1], [1, 0]])")
def by_the_real_parts(A):
    """In the long run each step stretches by the largest real part."""
    return float(np.abs(np.linalg.eigvals(A).real).max())


@false("la-48", "limit_of_roots", shown="limit_of_roots([[0.5, 0], [0, 0.5]])")
def a_little_above(A):
    """In the long run each step stretches by a little more than the radius."""
    return 1.02 * spectral_radius(A)


@false("la-48", "corner", shown="corner(0.5, 1, 3)")
def entry_by_entry(s, t, k):
    """A power of a matrix is made entry by entry."""
    return t**k


@false("la-48", "corner", shown="corner(0.5, 1, 3)")
def one_power_too_many(s, t, k):
    """In the corner stands k t s^k."""
    return k * t * s**k


@false("la-48", "simulate", shown="simulate([[0.5, 3], [0, 0.5]], [0, 1], 2)")
def by_the_largest_eigenvalue(A, x, steps):
    """A step multiplies the state by the spectral radius."""
    rho = spectral_radius(A)
    return np.array([np.multiply(rho**k, x) for k in range(steps + 1)])


@false("la-48", "simulate", shown="simulate([[0, 2], [1, 0]], [1, 0], 1)")
def rows_go_in(A, x, steps):
    """The next state is xA."""
    return simulate(np.transpose(A), x, steps)


@false("la-48", "simulate", shown="simulate([[2]], [1], 3)")
def one_step_late(A, x, steps):
    """The first row is the state after one step."""
    return simulate(A, x, steps + 1)[1:]


@false("la-48", "length", shown="length([3, 4])")
def the_largest_entry(a):
    """A state is as long as its largest entry."""
    return float(np.abs(a).max())
