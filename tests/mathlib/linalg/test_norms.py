import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.norms import ball_point, dual_exponent, norm, steepest

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
EXPONENTS = (1, 1.1, 1.5, 2, 3.5, 7, 50, math.inf)
exponents = st.sampled_from(EXPONENTS)
lengths = st.integers(0, 6)


def several(count):
    entry = st.integers(-9, 9)
    return lengths.flatmap(lambda n: st.tuples(*[arrays(int, n, elements=entry)] * count))


@given(vectors=several(2), s=st.integers(-5, 5), p=exponents)
def test_it_is_a_norm(vectors, s, p):
    a, b = vectors
    assert (norm(a, p) == 0) == (not a.any()) and norm(a, p) >= 0
    assert norm(s * a, p) == pytest.approx(abs(s) * norm(a, p), rel=1e-13, abs=0)
    assert norm(a + b, p) <= (norm(a, p) + norm(b, p)) * (1 + 1e-13)


@given(vectors=several(1))
def test_it_never_grows_with_p_and_falls_to_the_largest(vectors):
    (x,) = vectors
    sizes = [norm(x, p) for p in EXPONENTS]
    assert all(b <= a * (1 + 1e-13) for a, b in itertools.pairwise(sizes))
    assert norm(x, math.inf) == max(map(abs, x.tolist()), default=0)
    assert norm(x, 1e12) == pytest.approx(norm(x, math.inf), rel=1e-11, abs=0)


@given(vectors=several(2), p=exponents)
def test_a_dot_product_is_at_most_a_norm_times_its_dual(vectors, p):
    x, y = vectors
    q = dual_exponent(p)
    assert abs(x @ y) <= norm(x, p) * norm(y, q) * (1 + 1e-13)
    if y.any():
        best = steepest(y, p)
        assert norm(best, p) == pytest.approx(1, rel=1e-13)
        assert best @ y == pytest.approx(norm(y, q), rel=1e-12)
        assert x @ y <= norm(x, p) * (best @ y) * (1 + 1e-12)


@given(p=st.floats(1.001, 1e6))
def test_dual_exponents_add_up_to_one_and_are_duals_of_each_other(p):
    q = dual_exponent(p)
    assert 1 / p + 1 / q == pytest.approx(1, rel=1e-15)
    assert dual_exponent(q) == pytest.approx(p, rel=1e-9)


@given(alpha=st.floats(-20, 20), p=st.sampled_from([0.1, 0.3, 0.5, 0.99, *EXPONENTS]))
def test_a_point_of_the_edge_has_its_direction_and_the_size_one(alpha, p):
    x = ball_point(alpha, p)
    u = np.array([math.cos(alpha), math.sin(alpha)])
    assert x[0] * u[1] == pytest.approx(x[1] * u[0], abs=1e-14) and x @ u > 0
    if p == math.inf:
        assert np.abs(x).max() == 1
    else:
        assert (np.abs(x) ** p).sum() == pytest.approx(1, rel=1e-12)
    if p >= 1:  # the tips of the others are so sharp that a rounded angle leaves them
        np.testing.assert_allclose(ball_point(alpha + math.pi, p), -x, rtol=0, atol=1e-13)


@given(vectors=several(1), p=exponents)
def test_it_is_numpys(vectors, p):
    (x,) = vectors
    if x.size:
        assert norm(x / 7, p) == pytest.approx(np.linalg.norm(x / 7, p), rel=1e-13)


@given(vectors=several(1), p=st.sampled_from([1, 2, 3, 6]))
def test_it_is_the_formula_in_fractions(vectors, p):
    x = [Fraction(v, 7) for v in vectors[0].tolist()]
    assert norm([float(v) for v in x], p) ** p == pytest.approx(
        float(sum(abs(v) ** p for v in x)), rel=1e-13
    )


@needs_torch
@pytest.mark.parametrize("p", EXPONENTS)
def test_it_is_torchs(p):
    x = np.random.default_rng(0).normal(size=30)
    wanted = float(torch.linalg.vector_norm(torch.tensor(x), p))
    assert norm(x, p) == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("size", [5e-324, 1e-300, 1e-200, 1.0, 1e200, 4e307])
@pytest.mark.parametrize("p", EXPONENTS)
def test_it_is_right_at_any_size(size, p):
    assert norm([size] * 4, p) == pytest.approx(size * 4 ** (1 / p), rel=1e-12, abs=1e-323)
    np.testing.assert_allclose(
        steepest([size, -size], p), [2 ** (-1 / p), -(2 ** (-1 / p))], rtol=1e-12
    )


def test_by_hand():
    x = [3, -4]
    assert [norm(x, 1), norm(x, 2), norm(x), norm(x, math.inf)] == [7, 5, 5, 4]
    assert norm(x, 3) == pytest.approx(91 ** (1 / 3), rel=1e-15)
    assert norm([0.25, 0.25], 1) == 0.5 and norm([-3], 1.5) == 3
    assert steepest([2, -1, 0, 2], 1).tolist() == [0.5, 0, 0, 0.5]
    assert steepest([2, -1, 0, 2], math.inf).tolist() == [1, -1, 0, 1]
    assert steepest([3, -4]).tolist() == pytest.approx([0.6, -0.8], rel=1e-15)
    np.testing.assert_allclose(
        steepest([1, 8], 4 / 3), np.array([1, 512]) / norm([1, 512], 4 / 3), rtol=1e-12
    )
    assert ball_point(0.3).tolist() == pytest.approx([math.cos(0.3), math.sin(0.3)], rel=1e-15)
    np.testing.assert_allclose(ball_point(math.pi / 4, 0.5), [0.25, 0.25], rtol=1e-14)
    np.testing.assert_allclose(ball_point(math.pi / 4, math.inf), [1, 1], rtol=1e-14)
    assert dual_exponent(1) == math.inf and dual_exponent(math.inf) == 1
    assert dual_exponent(2) == 2 and dual_exponent(4) == pytest.approx(4 / 3)


def test_edges():
    for p in EXPONENTS:
        assert norm([], p) == 0 and norm([0, 0], p) == 0
        assert norm([np.inf, -1], p) == math.inf and math.isnan(norm([np.nan, 1], p))
    assert norm([1e308, 1e308], 1) == math.inf  # the only float that is left
    assert norm(np.array([200, 100], np.uint8), 1) == 300
    assert norm([np.iinfo(np.int64).min], math.inf) == 2.0**63
    assert type(norm([1], 1)) is float and type(norm([1], math.inf)) is float
    assert steepest([-5], 1).tolist() == [-1] and steepest([-5], math.inf).tolist() == [-1]
    x = np.array([3.0, -4.0])
    steepest(x, math.inf)[0] = 9
    assert x.tolist() == [3, -4]
    assert ball_point(1, 0.1).shape == (2,) and ball_point(1, 1e12).max() == 1


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: norm([1, 2], 0.5), "p must be at least 1, or infinite, got 0.5"),
        (lambda: norm([1, 2], -math.inf), "p must be at least 1, or infinite, got -inf"),
        (lambda: norm([1, 2], math.nan), "p must be at least 1, or infinite, got nan"),
        (lambda: norm([[1, 2]], 2), r"x must be a vector, of shape \(n,\), got shape \(1, 2\)"),
        (lambda: norm(3, 2), r"x must be a vector, of shape \(n,\), got shape \(\)"),
        (lambda: dual_exponent(0.99), "p must be at least 1, or infinite, got 0.99"),
        (lambda: steepest([0, 0], 2), r"y must be finite and not zero.*got \[0. 0.\]"),
        (lambda: steepest([], 2), "y must be finite and not zero"),
        (lambda: steepest([1, np.inf], 2), "y must be finite and not zero"),
        (lambda: steepest([1, 2], 0.5), "p must be at least 1"),
        (lambda: steepest([[1, 2]], 2), "y must be a vector"),
        (lambda: ball_point(0, 0.05), "p must be at least 0.1, or infinite, got 0.05"),
        (lambda: ball_point(math.inf, 2), "alpha must be finite, got inf"),
        (lambda: ball_point(math.nan, 2), "alpha must be finite, got nan"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_complex_numbers_and_texts_are_refused():
    with pytest.raises(TypeError, match="x must be real, got dtype complex128"):
        norm([1j], 2)
    with pytest.raises(TypeError, match="p must be a real number, got 'inf'"):
        norm([1], "inf")
