import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.vectors import angle, as_column, dot, length

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
# Integers, so that every equality of dot is exact.
lengths = st.integers(0, 6)


def several(count):
    entry = st.integers(-9, 9)
    return lengths.flatmap(lambda n: st.tuples(*[arrays(int, n, elements=entry)] * count))


@given(vectors=several(3), s=st.integers(-3, 3), t=st.integers(-3, 3))
def test_the_dot_product_is_symmetric_and_linear_in_each_vector(vectors, s, t):
    a, b, c = vectors
    assert dot(a, b) == dot(b, a)
    assert dot(s * a + t * b, c) == s * dot(a, c) + t * dot(b, c)
    assert dot(c, s * a + t * b) == s * dot(c, a) + t * dot(c, b)


@given(vectors=several(2))
def test_no_dot_product_is_larger_than_the_lengths_multiplied(vectors):
    a, b = vectors
    assert dot(a, b) ** 2 <= dot(a, a) * dot(b, b)
    assert dot(a, a) > 0 if a.any() else dot(a, a) == 0
    assert length(a) == pytest.approx(math.sqrt(dot(a, a)), rel=1e-15)
    assert length(a + b) <= length(a) + length(b) + 1e-12


@given(vectors=several(2), s=st.floats(1e-3, 1e3), t=st.floats(1e-3, 1e3))
def test_the_angle_does_not_see_lengths_and_turns_round_with_a_vector(vectors, s, t):
    a, b = vectors
    if a.any() and b.any():
        theta = angle(a, b)
        assert 0 <= theta <= math.pi
        assert angle(b, a) == theta
        assert angle(s * a, t * b) == pytest.approx(theta, rel=0, abs=1e-14)
        assert angle(-s * a, t * b) == pytest.approx(math.pi - theta, rel=0, abs=1e-14)
        assert length(a) * length(b) * math.cos(theta) == pytest.approx(dot(a, b), abs=1e-11)


@given(theta=st.floats(0, math.pi), n=st.integers(2, 9), seed=st.integers(0, 99))
def test_an_angle_that_was_put_in_comes_out(theta, n, seed):
    u, v = np.linalg.qr(np.random.default_rng(seed).normal(size=(n, 2)))[0].T
    found = angle(5 * u, 0.25 * (math.cos(theta) * u + math.sin(theta) * v))
    assert found == pytest.approx(theta, rel=0, abs=1e-14)


@pytest.mark.parametrize("exponent", range(-15, 0))
def test_small_angles_keep_their_digits(exponent):
    theta = 10.0**exponent
    assert angle([1, 0], [1, theta]) == pytest.approx(math.atan(theta), rel=1e-15, abs=0)
    assert math.pi - angle([1, 0], [-1, theta]) == pytest.approx(math.atan(theta), rel=0, abs=1e-15)


@given(vectors=several(2))
def test_the_dot_product_is_numpys(vectors):
    a, b = vectors
    assert dot(a, b) == a @ b
    assert dot(a / 7, b / 3) == pytest.approx(np.dot(a / 7, b / 3), rel=1e-13, abs=1e-13)
    assert length(a / 7) == pytest.approx(np.linalg.norm(a / 7), rel=1e-14)


@needs_torch
def test_the_dot_product_and_the_cosine_are_torchs():
    a, b = np.random.default_rng(0).normal(size=(2, 50))
    ta, tb = torch.tensor(a), torch.tensor(b)
    assert dot(a, b) == pytest.approx(float(ta @ tb), rel=1e-12)
    cosine = torch.nn.functional.cosine_similarity(ta, tb, dim=0)
    assert math.cos(angle(a, b)) == pytest.approx(float(cosine), rel=1e-12)


def test_integers_are_exact_however_large_and_fractions_of_a_float_are_not_cut_off():
    assert dot([2**40, 1], [2**40, 1]) == 2**80 + 1
    assert type(dot([1, 2], [3, 4])) is int and type(dot([1, 2], [0.5, 0.5])) is float
    assert dot([0.5], [0.5]) == Fraction(1, 4)
    assert dot(np.array([200, 200], np.uint8), np.array([2, 2], np.uint8)) == 800


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1.0, 1e200, 1.7e308])
def test_lengths_and_angles_are_right_at_any_size(size):
    assert length([0.6 * size, 0.8 * size]) == pytest.approx(
        size, rel=1e-3 if size < 1e-300 else 1e-15
    )
    assert angle([size, 0], [size, size]) == pytest.approx(math.pi / 4, rel=1e-15)
    assert angle([size, size, 0, 0], [-1, 1, 0, 0]) == pytest.approx(math.pi / 2, rel=1e-15)
    assert angle([size] * 4, [1e-300] * 4) == 0


def test_edges():
    assert dot([], []) == 0 and length([]) == 0 and length([-3]) == 3
    assert length([np.inf, 1]) == np.inf and math.isnan(length([np.nan, 1]))
    assert math.isnan(dot([np.inf], [0.0])) and dot([1e200], [1e200]) == np.inf
    assert angle([2], [3]) == 0 and angle([2], [-3]) == math.pi
    least = np.iinfo(np.int64).min
    assert angle([least, 0], [-1, 0]) == 0


def test_a_list_a_flat_array_and_a_column_make_one_column():
    wanted = [[1], [2], [3]]
    for x in ([1, 2, 3], np.array([1, 2, 3]), wanted, np.array(wanted)):
        column = as_column(x)
        assert column.shape == (3, 1) and column.tolist() == wanted
    assert as_column([]).shape == (0, 1) and as_column([[5]]).tolist() == [[5]]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: dot([1, 2], [1, 2, 3]), "b must be as long as a, which has 2 entries, got 3"),
        (lambda: dot([[1, 2]], [1, 2]), r"a must be a vector, of shape \(n,\), got shape \(1, 2\)"),
        (lambda: dot([1, 2], 3), r"b must be a vector, of shape \(n,\), got shape \(\)"),
        (lambda: length([[3, 4]]), "a must be a vector"),
        (lambda: angle([0, 0], [1, 2]), r"a must be finite and not zero.*got \[0 0\]"),
        (lambda: angle([1, 2], [0.0, 0.0]), "b must be finite and not zero"),
        (lambda: angle([1, np.inf], [1, 2]), "a must be finite and not zero"),
        (lambda: angle([], []), "a must be finite and not zero"),
        (lambda: angle([1], [1, 2]), "b must be as long as a, which has 1 entries, got 2"),
        (lambda: as_column([[1, 2]]), r"one column, got shape \(1, 2\)"),
        (lambda: as_column(np.ones((2, 1, 1))), r"one column, got shape \(2, 1, 1\)"),
        (lambda: as_column(5), r"one column, got shape \(\)"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_complex_numbers_are_refused():
    with pytest.raises(TypeError, match="b must be real, got dtype complex128"):
        dot([1], [1j])
