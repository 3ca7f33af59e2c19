import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.similarity import angular_distance, cosine_matrix, tfidf, word_weights
from mathlib.linalg.vectors import angle

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
sizes = st.tuples(st.integers(0, 5), st.integers(0, 4))
whole = sizes.flatmap(lambda shape: arrays(int, shape, elements=st.integers(-9, 9)))
counts = st.tuples(st.integers(1, 5), st.integers(0, 4)).flatmap(
    lambda shape: arrays(int, shape, elements=st.integers(0, 3))
)


@given(A=whole, s=st.floats(1e-3, 1e3))
def test_cosines_are_symmetric_bounded_and_blind_to_lengths(A, s):
    found = cosine_matrix(A)
    assert found.shape == (len(A), len(A)) and np.array_equal(found, found.T)
    assert (np.abs(found) <= 1).all()
    has = A.any(axis=1)
    assert np.diag(found) == pytest.approx(has.astype(float), rel=0, abs=1e-15)
    assert not found[~has].any()
    assert cosine_matrix(s * A, A) == pytest.approx(found, rel=0, abs=1e-14)
    assert cosine_matrix(-s * A, A) == pytest.approx(-found, rel=0, abs=1e-14)


@given(A=whole)
def test_each_cosine_is_that_of_the_angle(A):
    rows = A[A.any(axis=1)]
    wanted = [[math.cos(angle(a, b)) for b in rows] for a in rows]
    found = cosine_matrix(rows)
    assert found == pytest.approx(np.reshape(wanted, found.shape), rel=0, abs=1e-14)


@given(a=arrays(int, 3, elements=st.integers(-9, 9)), b=arrays(int, 3, elements=st.integers(-9, 9)))
def test_the_angular_distance_is_a_distance_of_directions(a, b):
    c = np.array([1, -2, 3])
    if a.any() and b.any():
        d = angular_distance(a, b)
        assert d == angular_distance(b, a) and 0 <= d <= 1
        assert d <= angular_distance(a, c) + angular_distance(c, b) + 1e-15
        assert angular_distance(-a, b) == pytest.approx(1 - d, rel=0, abs=1e-14)


@given(C=counts)
def test_words_weigh_the_more_the_fewer_texts_have_them(C):
    weights, having = word_weights(C), (C > 0).sum(axis=0)
    for w, k in zip(weights, having, strict=True):
        assert w == pytest.approx(math.log(len(C) / k) if k else 0, rel=1e-14)
    assert np.array_equal(tfidf(C), C * weights)
    assert tfidf(3 * C) == pytest.approx(3 * tfidf(C), rel=1e-15)


@needs_torch
def test_cosines_are_torchs_zero_rows_too():
    rng = np.random.default_rng(0)
    A, B = rng.normal(size=(4, 7)), rng.normal(size=(3, 7))
    A[2] = 0
    both = torch.tensor(A)[:, None], torch.tensor(B)[None]
    wanted = torch.nn.functional.cosine_similarity(*both, dim=2).numpy()
    assert cosine_matrix(A, B) == pytest.approx(wanted, rel=1e-12, abs=1e-15)


def test_by_hand():
    assert cosine_matrix([[3, 4]], [[4, 3], [-6, -8]]).tolist() == [[0.96, -1.0]]
    assert angular_distance([1, 0], [1, 1]) == pytest.approx(0.25, rel=1e-15)
    assert angular_distance([1], [3]) == 0 and angular_distance([2], [-3]) == 1
    assert word_weights([[1, 0, 2], [3, 0, 0]]).tolist() == [0, 0, math.log(2)]


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1e200, 1.7e308])
def test_cosines_are_right_at_any_size(size):
    found = cosine_matrix([[size, size]], [[1, 0], [size, -size]])
    assert found == pytest.approx(np.array([[math.sqrt(0.5), 0]]), rel=1e-15, abs=1e-15)


def test_edges():
    assert cosine_matrix(np.ones((0, 3))).shape == (0, 0)
    assert cosine_matrix(np.ones((2, 0)), np.ones((3, 0))).tolist() == [[0] * 3] * 2
    assert tfidf([[5]]).tolist() == [[0]] and word_weights(np.ones((2, 0))).shape == (0,)
    assert cosine_matrix(np.array([[200, 0]], np.uint8)).tolist() == [[1]]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: cosine_matrix([1, 2]), r"A must be a matrix, of shape \(m, n\).*\(2,\)"),
        (lambda: cosine_matrix([[1, 2]], [[1]]), r"B must have rows as long.*2 entries.*\(1, 1\)"),
        (lambda: cosine_matrix([[1, np.inf]]), "A must be finite"),
        (lambda: cosine_matrix([[1, 2]], [[np.nan, 1]]), "B must be finite"),
        (lambda: angular_distance([0, 0], [1, 2]), "a must be finite and not zero"),
        (lambda: tfidf(np.ones((0, 3))), r"C must have a row .*\(0, 3\)"),
        (lambda: tfidf([[1, -1]]), "C must hold counts"),
        (lambda: word_weights([[0.5]]), "C must hold counts"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()
