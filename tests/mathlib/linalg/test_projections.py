import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.linalg.projections import (
    classify_orthogonal,
    gram_schmidt,
    householder,
    least_squares,
    project,
    reflection,
    rotation,
    signed_distance,
)

seeds = st.integers(0, 999)
shapes = st.tuples(st.integers(0, 6), st.integers(0, 5)).map(lambda p: (p[0] + p[1], p[1]))


def drawn(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)


def near(got, wanted, rtol=1e-12, atol=0.0):
    np.testing.assert_allclose(got, wanted, rtol=rtol, atol=atol)


@given(seed=seeds, n=st.integers(1, 9), size=st.sampled_from([1e-200, 1.0, 1e200]))
def test_the_rest_of_a_projection_is_orthogonal_and_the_length_of_a_does_not_matter(seed, n, size):
    x, a = drawn(seed, 2, n)
    p = project(x, a)
    assert abs((x - p) @ a) <= 1e-13 * np.linalg.norm(x) * np.linalg.norm(a)
    near(project(p, a), p)
    near(project(size * x, a), size * p)
    near(project(x, -size * a), p)


@given(seed=seeds, n=st.integers(1, 9), c=st.sampled_from([1e-300, 0.5, 3.0, 1e200]))
def test_the_distance_has_a_sign_and_does_not_see_the_length_of_w(seed, n, c):
    x, w = drawn(seed, 2, n)
    b = float(drawn(seed + 1, 1)[0])
    d = signed_distance(x, w, b)
    near(signed_distance(x, c * w, c * b), d, 1e-9)
    near(signed_distance(x, -w, -b), -d)
    foot = x - d * w / np.linalg.norm(w)
    assert w @ foot == pytest.approx(b, abs=1e-12)
    assert np.linalg.norm(x - foot) == pytest.approx(abs(d), abs=1e-12)


@given(seed=seeds, shape=shapes, exponent=st.sampled_from([0, 3, 6, 9]))
def test_gram_schmidt_is_numpys_qr_with_a_positive_diagonal(seed, shape, exponent):
    A = drawn(seed, *shape)
    if shape[1] > 1:
        A[:, 1] = A[:, 0] + 10.0**-exponent * A[:, 1]
    if A.size and np.linalg.matrix_rank(A) < shape[1]:
        return
    Q, R = gram_schmidt(A)
    near(Q.T @ Q, np.eye(shape[1]), atol=1e-14)
    near(Q @ R, A, 1e-13, 1e-14)
    assert (np.diag(R) > 0).all() and not np.tril(R, -1).any()
    signs = np.sign(np.diag(np.linalg.qr(A)[1]))
    near(R, signs[:, None] * np.linalg.qr(A)[1], atol=1e-13 * 10.0**exponent)


@given(seed=seeds, n=st.integers(1, 8))
def test_a_householder_matrix_turns_a_round_and_leaves_its_mirror(seed, n):
    a, x = drawn(seed, 2, n)
    H = householder(a)
    near(H @ a, -a, 1e-12, 1e-14)
    y = x - project(x, a)
    near(H @ y, y, 1e-12, 1e-14)
    assert (H == H.T).all()
    near(H @ H, np.eye(n), atol=1e-13)
    near(householder(1e200 * a), H, 1e-9, 1e-13)


@given(theta=st.floats(-20, 20), r=st.floats(0.1, 9), phi=st.floats(-4, 4))
def test_rotations_and_reflections_are_products_of_complex_numbers(theta, r, phi):
    z = r * np.exp(1j * phi)
    turned, mirrored = z * np.exp(1j * theta), z.conjugate() * np.exp(2j * theta)
    near(rotation(theta) @ [z.real, z.imag], [turned.real, turned.imag], 1e-12, 1e-13)
    near(reflection(theta) @ [z.real, z.imag], [mirrored.real, mirrored.imag], 1e-12, 1e-13)


@given(theta=st.floats(-3.14, 3.14))
def test_what_was_put_in_is_recognised(theta):
    kind, found = classify_orthogonal(rotation(theta))
    assert kind == "rotation" and found == pytest.approx(theta, abs=1e-12)
    kind, found = classify_orthogonal(reflection(theta / 2))
    assert kind == "reflection" and found == pytest.approx(theta / 2, abs=1e-12)


@given(seed=seeds, shape=shapes)
def test_least_squares_are_numpys_both_ways(seed, shape):
    A, y = drawn(seed, *shape), drawn(seed + 1, shape[0])
    if shape[1] and np.linalg.cond(A) > 1e4:
        return
    wanted = np.linalg.lstsq(A, y, rcond=None)[0]
    near(least_squares(A, y), wanted, 1e-10, 1e-10)
    near(least_squares(A, y, "normal"), wanted, 1e-6, 1e-6)


@given(seed=seeds, shape=shapes, way=st.sampled_from(["qr", "normal"]))
def test_a_column_made_of_the_others_is_refused_both_ways(seed, shape, way):
    A, y = drawn(seed, *shape), drawn(seed + 1, shape[0])
    A = np.column_stack([A, A @ drawn(seed + 2, shape[1])])
    with pytest.raises(ValueError, match="independent"):
        least_squares(A, y, way)


def test_by_hand():
    assert project([3, 1], [2, 2]).tolist() == [2, 2] and project([5], [-2]).tolist() == [5]
    assert project([1, 2, 2], [1, 1, 1]).tolist() == pytest.approx([5 / 3] * 3)
    assert signed_distance([4, 3], [3, 4], 9) == 3 and signed_distance([2], [-4], 0) == -2
    Q, R = gram_schmidt([[2]])
    assert Q.tolist() == [[1]] and R.tolist() == [[2]]
    assert [M.shape for M in gram_schmidt(np.ones((3, 0)))] == [(3, 0), (0, 0)]
    assert householder([1, 0]).tolist() == [[-1, 0], [0, 1]]
    assert householder([3]).tolist() == [[-1]]
    assert classify_orthogonal([[0, 1], [1, 0]]) == ("reflection", math.pi / 4)
    assert classify_orthogonal([[-1, 0], [0, 1]]) == ("reflection", math.pi / 2)
    assert classify_orthogonal([[-1, 0], [-0.0, 1]]) == ("reflection", math.pi / 2)
    assert classify_orthogonal([[1, -0.0], [-0.0, 1]]) == ("rotation", 0)
    assert least_squares(np.ones((3, 0)), [1, 2, 3]).shape == (0,)
    assert least_squares([[2], [1]], [1, 3]).tolist() == pytest.approx([1])


def test_the_normal_equations_lose_what_qr_keeps():
    e = 1e-9
    A = np.array([[1, 1], [e, 0], [0, e]])
    # A^T A = (1 + e^2, 1; 1, 1 + e^2), A^T y = (1, 1) for y = (1, 0, 0).
    exact = [float(1 / (2 + Fraction(e) ** 2))] * 2
    near(least_squares(A, [1, 0, 0]), exact, 1e-6)
    with pytest.raises(ValueError, match=r"independent in A\^T A, as rounded"):
        least_squares(A, [1, 0, 0], "normal")


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1e200, 1.7e308])
def test_sizes_at_the_ends_of_the_floats(size):
    rough = 1e-3 if size < 1e-300 else 1e-15
    near(project([3, 1], [size, size]), [2, 2], rough)
    near(project([size, 0], [1, 1]), [size / 2, size / 2], rough)
    assert signed_distance([1, 0], [size, 0], size) == pytest.approx(0, abs=1e-3)
    near(householder([size, size]), [[0, -1], [-1, 0]], atol=1e-3 if size < 1e-300 else 1e-15)
    Q, R = gram_schmidt([[0.6 * size, 0], [0.8 * size, size]])
    near(Q, [[0.6, -0.8], [0.8, 0.6]], 1e-3 if size < 1e-300 else 1e-14)
    near(R, [[size, 0.8 * size], [0, 0.6 * size]], 1e-2 if size < 1e-300 else 1e-14)
    if 1e-300 < size < 1e300:
        for way in ("qr", "normal"):
            near(least_squares([[size, 0], [size, size]], [size, 3 * size], way), [1, 2], 1e-14)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: project([1, 2], [0, 0]), r"a must not be zero.*got \[0\. 0\.\]"),
        (lambda: project([], []), "a must not be zero"),
        (lambda: project([1, 2], [1, 2, 3]), "a must be as long as x, 2 entries, got 3"),
        (lambda: project([1, np.inf], [1, 2]), "x must be finite"),
        (lambda: project([[1, 2]], [1, 2]), r"x must be a vector.*got shape \(1, 2\)"),
        (lambda: signed_distance([1, 2], [0, 0], 1), "w must not be zero"),
        (lambda: signed_distance([1, 2], [1], 1), "w must be as long as x, 2 entries, got 1"),
        (lambda: signed_distance([1, 2], [1, 1], np.nan), "b must be finite, got nan"),
        (lambda: gram_schmidt([1, 2]), r"A must be a matrix.*got shape \(2,\)"),
        (lambda: gram_schmidt([[1, np.nan]]), "A must be finite"),
        (lambda: gram_schmidt([[1, 2], [2, 4]]), "independent columns, got 1 before column 1"),
        (lambda: gram_schmidt([[1, 2]]), "independent columns"),
        (lambda: gram_schmidt([[0], [0]]), "independent columns, got 0 before column 0"),
        (lambda: gram_schmidt(np.ones((0, 1))), "independent columns"),
        (lambda: householder([0]), "a must not be zero"),
        (lambda: rotation(np.inf), "theta must be finite, got inf"),
        (lambda: reflection(np.nan), "theta must be finite, got nan"),
        (lambda: reflection(1e308), r"theta must be finite when doubled, got 1e\+308"),
        (lambda: classify_orthogonal(np.eye(3)), "Q must be 2 by 2 and orthogonal"),
        (lambda: classify_orthogonal([[1, 0], [0, 1 + 1e-6]]), "Q must be 2 by 2 and orthogonal"),
        (lambda: classify_orthogonal([[2, 0], [0, 2]]), "Q must be 2 by 2 and orthogonal"),
        (lambda: least_squares([[1], [2]], [1]), "an entry for each of 2 rows of A, got 1"),
        (lambda: least_squares([[1], [2]], [1, 2], "svd"), r"way must be one of \('qr', 'normal'"),
        (lambda: least_squares([[1, 1], [1, 1]], [1, 2]), "linearly independent columns"),
        (lambda: least_squares([[1, 1], [1, 1]], [1, 2], "normal"), "independent in"),
        (lambda: least_squares([[0.1, 0.3], [0.7, 2.1]], [1, 3], "normal"), "independent in"),
        (lambda: least_squares([[0], [0]], [1, 3], "normal"), "independent in"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_complex_numbers_are_refused():
    with pytest.raises(TypeError, match="a must be real, got dtype complex128"):
        project([1], [1j])
