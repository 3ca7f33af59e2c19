"""False versions of the claims of *Projections and least squares*."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.projections import gram_schmidt, reflection, rotation, signed_distance
from mathlib.linalg.vectors import dot, length

# The nearest point of a line, and of a hyperplane


@false("la-08", "project", shown="project([3, 1], [2, 2])")
def without_dividing(x, a):
    """The projection on a is the dot product times a, whatever length a has."""
    return dot(x, a) * np.asarray(a, float)


@false("la-08", "project", shown="project([3, 1], [2, 2])")
def by_the_length(x, a):
    """The projection on a is the dot product times a, divided by the length of a."""
    return dot(x, a) / length(a) * np.asarray(a, float)


@false("la-08", "project", shown="project([3, 1], [1, 2])")
def the_other_way_round(x, a):
    """Projecting x on a and a on x is the same: the dot product is symmetric."""
    x, a = np.asarray(x, float), np.asarray(a, float)
    return x * (x / np.max(np.abs(x)) @ a) / (x @ (x / np.max(np.abs(x))))


@false("la-08", "project", shown="project([1, 0], [-1, -1])")
def never_backwards(x, a):
    """A shadow falls to where a points, never to the other side."""
    x, a = np.asarray(x, float), np.asarray(a, float)
    return abs(x @ a) / (a @ a) * a


@false("la-08", "project", shown="project([3, 1], [2, 2])")
def the_rest(x, a):
    """What is taken away is the projection: x less its part along a."""
    x, a = np.asarray(x, float), np.asarray(a, float)
    return x - (x @ a) / (a @ a) * a


@false("la-08", "project", shown="project([3, 1], [2, 2])")
def at_its_own_length(x, a):
    """The projection turns x into the direction of a: it is as long as x."""
    x, a = np.asarray(x, float), np.asarray(a, float)
    return length(x) / length(a) * a


@false("la-08", "signed_distance", shown="signed_distance([4, 3], [3, 4], 9)")
def the_value_is_the_distance(x, w, b):
    """How far x is from the hyperplane is what w . x - b says."""
    return dot(w, x) - b


@false("la-08", "signed_distance", shown="signed_distance([0, 0], [3, 4], 10)")
def a_distance_is_positive(x, w, b):
    """A distance is never negative, on either side."""
    return abs(dot(w, x) - b) / length(w)


@false("la-08", "signed_distance", shown="signed_distance([4, 3], [3, 4], 9)")
def as_far_as_they_are_apart(x, w, b):
    """Only w has a length to divide by, so the distance is w . x / |w| - b."""
    return dot(w, x) / length(w) - b


@false("la-08", "signed_distance", shown="signed_distance([4, 3], [3, 4], 9)")
def divided_by_the_square(x, w, b):
    """The distance is (w . x - b) / w . w, as in a projection."""
    return (dot(w, x) - b) / dot(w, w)


@false("la-08", "signed_distance", shown="signed_distance([4, 3], [3, 4], 9)")
def the_offset_is_added(x, w, b):
    """As in a neuron, the offset is added: (w . x + b) / |w|."""
    return (dot(w, x) + b) / length(w)


@false("la-08", "signed_distance", shown="signed_distance([4, 3], [3, 4], 9)")
def positive_towards_zero(x, w, b):
    """The distance is positive on the side of the origin."""
    return (b - dot(w, x)) / length(w)


@false("la-08", "signed_distance", shown="signed_distance([3, 0], [3, 4], 9)")
def no_distance_without_a_side(x, w, b):
    """A point of the hyperplane lies on no side, so it has no signed distance."""
    return d if abs(d := signed_distance(x, w, b)) > 1e-9 else math.nan


@false("la-08", "rescaled", shown="rescaled(2, 5)")
def it_grows_with_w(t, d):
    """If w and b are doubled, so is the distance."""
    return t * d


@false("la-08", "rescaled", shown="rescaled(-1, 5)")
def the_same_hyperplane_the_same_distance(t, d):
    """-w and -b describe the same hyperplane, so the signed distance is the same."""
    return d


@false("la-08", "foot", shown="foot(np.array([3, 2]), np.array([3, 4]), 7)")
def the_foot_without_a_unit_vector(x, w, b):
    """The foot is x less the distance times w."""
    return x - signed_distance(x, w, b) * np.asarray(w)


@false("la-08", "foot", shown="foot(np.array([3, 2]), np.array([3, 4]), 7)")
def the_foot_on_the_other_side(x, w, b):
    """From x to the foot one goes along w, by the distance."""
    return x + signed_distance(x, w, b) * np.asarray(w) / length(w)


@false("la-08", "normals", shown="normals(4, 2)")
def one_normal_for_every_plane(n, k):
    """A plane has one normal direction, in any space."""
    return 1


@false("la-08", "normals", shown="normals(4, 1)")
def as_many_normals_as_directions(n, k):
    """To each direction of a subspace belongs one normal."""
    return k


@false("la-08", "normals", shown="normals(4, 2)")
def counted_from_a_hyperplane(n, k):
    """One is used up by the subspace itself: n - k - 1 are left."""
    return max(n - k - 1, 0)


# Turns and mirrors


@false("la-36", "gram_schmidt", shown="gram_schmidt([[3, 1], [4, 3]])")
def lengths_alone(A):
    """To make columns orthonormal, divide each by its length."""
    lengths = np.linalg.norm(A, axis=0)
    return A / lengths, np.diag(lengths)


@false("la-36", "gram_schmidt", shown="gram_schmidt([[3, 1], [4, 3]])")
def not_normalised(A):
    """It is enough that each column loses its projections on those before it."""
    Q, R = gram_schmidt(A)
    return Q * np.diag(R), R / np.diag(R)[:, None]


@false("la-36", "gram_schmidt", shown="gram_schmidt([[3, 1], [4, 3]])")
def lower_triangular(A):
    """R holds what each column has of the others, below the diagonal."""
    Q, R = gram_schmidt(A)
    return Q, R.T


@false("la-36", "gram_schmidt", shown="gram_schmidt([[3, 1], [4, 3]])")
def signs_as_they_come(A):
    """There is one QR factorisation, whatever its signs: the diagonal may be negative."""
    Q, R = gram_schmidt(A)
    return -Q, -R


@false("la-36", "gram_schmidt")
def all_at_once_on_paper(A):
    """Projections are taken away once, as on paper: nothing is lost by rounding."""
    A = np.asarray(A, float)
    Q, R = np.zeros(A.shape), np.zeros((A.shape[1],) * 2)
    for j, a in enumerate(A.T):
        R[:j, j] = Q[:, :j].T @ a
        rest = a - Q[:, :j] @ R[:j, j]
        R[j, j] = np.linalg.norm(rest)
        Q[:, j] = rest / R[j, j]
    return Q, R


@false("la-36", "orthogonal", shown="orthogonal(2 * np.eye(2))")
def at_right_angles(Q):
    """A matrix is orthogonal if its columns are at right angles to each other."""
    G = np.asarray(Q).T @ Q
    return bool(np.max(np.abs(G - np.diag(np.diag(G)))) < 1e-9)


@false("la-36", "orthogonal", shown="orthogonal(np.array([[1, 0.6], [0, 0.8]]))")
def columns_of_length_one(Q):
    """A matrix is orthogonal if its columns are 1 long."""
    return bool(np.allclose(np.linalg.norm(Q, axis=0), 1, rtol=0, atol=1e-9))


@false("la-36", "orthogonal", shown="orthogonal(np.diag([2, 0.5]))")
def by_the_determinant(Q):
    """A matrix is orthogonal if its determinant is 1 or -1."""
    return bool(abs(abs(np.linalg.det(Q)) - 1) < 1e-9)


@false("la-36", "orthogonal", shown="orthogonal(np.diag([1, -1]))")
def rotations_alone(Q):
    """A matrix is orthogonal if it is a rotation: its determinant is 1."""
    same = np.allclose(np.asarray(Q).T @ Q, np.eye(len(Q)), rtol=0, atol=1e-9)
    return bool(same and np.linalg.det(Q) > 0)


@false("la-36", "orthogonal", shown="orthogonal(np.eye(2) * (1 + 1e-6))")
def roughly_orthogonal(Q):
    """A stretch of one part in a million can be seen in no length."""
    return bool(np.allclose(np.asarray(Q).T @ Q, np.eye(len(Q)), rtol=0, atol=1e-5))


@false("la-36", "inverse", shown="inverse(rotation(1))")
def its_own_inverse(Q):
    """What keeps lengths is its own inverse, as a mirror is."""
    return Q


@false("la-36", "determinants", shown="determinants(2)")
def no_volume_is_turned_over(n):
    """An orthogonal matrix has the determinant 1, since it keeps volumes."""
    return [1]


@false("la-36", "sign", shown='sign("reflection")')
def both_keep_the_area(kind):
    """Rotations and reflections have the determinant 1: neither changes an area."""
    return 1


@false("la-36", "after", shown="after(0, np.pi / 9)")
def by_the_angle_between(alpha, beta):
    """Two mirrors turn by the angle between them."""
    return beta - alpha


@false("la-36", "after", shown="after(1, 0)")
def the_order_does_not_matter(alpha, beta):
    """Two mirrors turn by twice the angle between them, always anticlockwise."""
    return 2 * abs(beta - alpha)


@false("la-36", "after", shown="after(1, 1)")
def directions_are_added(alpha, beta):
    """Each mirror turns by twice its own direction."""
    return 2 * (alpha + beta)


@false("la-36", "rotation", shown="rotation(np.pi / 2)")
def clockwise(theta):
    """A rotation by a positive angle is clockwise."""
    return rotation(-theta)


@false("la-36", "reflection", shown="reflection(np.pi / 4)")
def once_the_angle(theta):
    """A mirror in the direction theta has the sine and cosine of theta in its matrix."""
    return reflection(theta / 2)


@false("la-36", "reflection", shown="reflection(0)")
def theta_is_the_normal(theta):
    """The mirror stands at a right angle to the direction theta."""
    return reflection(theta + math.pi / 2)


@false("la-36", "classify_orthogonal", shown="classify_orthogonal(reflection(1))")
def all_are_rotations(Q):
    """An orthogonal matrix is a rotation: its first column says by which angle."""
    return "rotation", math.atan2(Q[1, 0], Q[0, 0])


@false("la-36", "classify_orthogonal", shown="classify_orthogonal(reflection(1))")
def the_image_is_the_mirror(Q):
    """The mirror lies where e_0 is sent to."""
    theta = math.atan2(Q[1, 0], Q[0, 0])
    return "rotation" if np.linalg.det(Q) > 0 else "reflection", theta


@false("la-36", "to_the_axis", shown="to_the_axis(1, 1)")
def turned_further(u, v):
    """A Givens rotation turns by the direction of the two coordinates."""
    return math.atan2(v, u)


@false("la-36", "to_the_axis", shown="to_the_axis(-1, 1)")
def by_the_quotient(u, v):
    """The quotient of the two coordinates says by which angle they must be turned."""
    return -math.atan(v / u)


@false("la-36", "to_the_axis", shown="to_the_axis(1, 2)")
def to_the_other_axis(u, v):
    """Which of the two coordinates becomes zero does not matter."""
    return math.atan2(u, v)


@false("la-36", "householder", shown="householder([1, 1])")
def taken_away_once(a):
    """A mirror takes the projection on a away, once."""
    a = np.asarray(a, float)
    return np.eye(len(a)) - np.outer(a, a) / (a @ a)


@false("la-36", "householder", shown="householder([1, 1])")
def the_line_is_the_mirror(a):
    """The mirror is the line of a: what lies on it stays."""
    a = np.asarray(a, float)
    return 2 * np.outer(a, a) / (a @ a) - np.eye(len(a))


@false("la-36", "householder", shown="householder([1, 1])")
def for_unit_vectors(a):
    """The mirror is I - 2 a a^T, whatever length a has."""
    a = np.asarray(a, float)
    return np.eye(len(a)) - 2 * np.outer(a, a)


# The nearest that can be reached


@false("la-35", "best", shown="best(np.array([[1], [1]]), np.array([1]), np.array([0, 2]))")
def only_if_solved(A, x, y):
    """An x is best if it solves A x = y, and if nothing does there is none."""
    return bool(np.max(np.abs(A @ x - y)) < 1e-9)


@false("la-35", "best", shown="best(np.array([[1], [2]]), np.array([2]), np.array([1, 5]))")
def the_rests_add_up_to_zero(A, x, y):
    """An x is best if what lies above and what lies below add up to zero."""
    return bool(abs(np.sum(A @ x - y)) < 1e-9)


@false("la-35", "best", shown="best(np.eye(2), np.array([0, 0]), np.array([1, 2]))")
def orthogonal_to_the_image(A, x, y):
    """An x is best if the rest is orthogonal to A x."""
    return bool(abs((A @ x - y) @ (A @ x)) < 1e-9)


@false("la-35", "best", shown="best(np.eye(2), np.array([1, 1]), np.array([1, 0]))")
def orthogonal_to_y(A, x, y):
    """An x is best if the rest is orthogonal to y."""
    return bool(abs((A @ x - y) @ y) < 1e-9)


@false("la-35", "best", shown="best(np.eye(2), np.array([1, 0]), np.array([1, 2]))")
def orthogonal_to_one_column(A, x, y):
    """An x is best if the rest is orthogonal to column 0."""
    return bool(abs(A[:, 0] @ (A @ x - y)) < 1e-9)


@false("la-35", "best", shown="best(np.eye(2), np.array([1, 0]), np.array([1, 2]))")
def orthogonal_to_all_but_one(A, x, y):
    """If the rest is orthogonal to all columns but the last, it is to that one too."""
    some = A[:, :-1] if A.shape[1] > 1 else A
    return bool(np.max(np.abs(some.T @ (A @ x - y))) < 1e-9)


@false("la-35", "best", shown="best(np.array([[1], [1]]), np.array([1.0001]), np.array([0, 2]))")
def nearly_orthogonal(A, x, y):
    """Where the rest is nearly orthogonal to the columns, x is best."""
    return bool(np.max(np.abs(A.T @ (A @ x - y)), initial=0) < 1e-3)


@false("la-35", "best", shown="best(np.array([[1, 1]]), np.array([0, 1]), np.array([1]))")
def only_one_is_best(A, x, y):
    """The normal equations have one solution, whatever the columns are: the shortest."""
    one = np.linalg.lstsq(A, y, rcond=1e-9)[0]
    return bool(np.max(np.abs(x - one)) < 1e-9)


@false("la-35", "best", shown="best(np.array([[1, 1]]), np.array([0, 1]), np.array([1]))")
def none_without_independent_columns(A, x, y):
    """Where the columns depend on each other, the normal equations have no solution."""
    solved = np.max(np.abs(A.T @ A @ x - A.T @ y)) < 1e-9
    return bool(solved and np.linalg.matrix_rank(A, 1e-9) == A.shape[1])


@false("la-35", "least_squares", shown="least_squares([[1], [1]], [0, 2])")
def by_the_first_rows(A, y, way="qr"):
    """Two unknowns take two equations: the others can be left out."""
    A = np.asarray(A, float)
    return np.linalg.solve(A[: A.shape[1]], y[: A.shape[1]])


@false("la-35", "least_squares", shown="least_squares([[2], [0]], [2, 0])")
def by_the_transpose(A, y, way="qr"):
    """The transpose takes y back: x = A^T y."""
    return np.asarray(A, float).T @ y


@false("la-35", "least_squares", shown="least_squares([[1, 1], [0, 1]], [1, 1])")
def each_column_alone(A, y, way="qr"):
    """Project y on each column by itself: the factors are the x."""
    A = np.asarray(A, float)
    return A.T @ y / np.sum(A * A, axis=0)


@false("la-35", "least_squares")
def the_shortest_for_all(A, y, way="qr"):
    """R has an inverse for every A, so there is always one solution to give."""
    return np.linalg.lstsq(np.asarray(A, float), y, rcond=None)[0]


@false("la-35", "least_squares")
def both_ways_are_as_exact(A, y, way="qr"):
    """The normal equations are the same equations, so they lose no more digits."""
    A = np.asarray(A, float)
    if np.linalg.matrix_rank(A) < A.shape[1]:
        raise ValueError
    return np.linalg.lstsq(A, y, rcond=None)[0]


@false("la-35", "least_squares", shown="least_squares([[1], [2]], [1, 5])")
def a_little_ridge(A, y, way="qr"):
    """A small number on the diagonal of A^T A makes it safe and changes nothing."""
    A = np.asarray(A, float)
    if np.linalg.matrix_rank(A) < A.shape[1]:
        raise ValueError
    return np.linalg.solve(A.T @ A + 1e-4 * np.eye(A.shape[1]), A.T @ y)


@false("la-35", "squared", shown="squared(10)")
def the_same_condition(kappa):
    """The normal equations say the same, so they are as well conditioned."""
    return kappa


@false("la-35", "squared", shown="squared(10)")
def twice_the_condition(kappa):
    """A is used twice, so the condition number is doubled."""
    return 2 * kappa


@false("la-35", "squared", shown="squared(10)")
def nearly_squared(kappa):
    """The condition number is squared up to a small factor, which depends on the matrix."""
    return kappa**2 * (1 + 5e-4)


@false("la-35", "missed", shown="missed(np.array([[1], [1]]), np.array([1]), np.array([0, 3]))")
def by_sizes(A, x, y):
    """Least squares makes the sum of the sizes smallest as well."""
    return float(np.sum(np.abs(y - A @ x)))


@false("la-36", "householder", shown="householder([1e-10, 0])")
def no_mirror_of_a_short_vector(a):
    """A vector that is nearly zero has no mirror: nothing is turned round."""
    from mathlib.linalg.projections import householder as true_householder

    return np.eye(len(a)) if np.linalg.norm(a) < 1e-6 else true_householder(a)
