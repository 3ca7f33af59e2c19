import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.distances import distances, distances_by_products

try:
    from scipy.spatial.distance import cdist
except ImportError:  # as in the reader's page
    cdist = None

needs_scipy = pytest.mark.skipif(cdist is None, reason="SciPy is not there")

MANY = np.zeros((1 << 16, 0))  # of which there are four thousand million pairs
NAMES = {1: "cityblock", 2: "euclidean", np.inf: "chebyshev"}
points = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 5)).flatmap(
    lambda s: st.tuples(
        arrays(int, (s[0], s[2]), elements=st.integers(-9, 9)),
        arrays(int, (s[1], s[2]), elements=st.integers(-9, 9)),
    )
)


@given(points=points, p=st.sampled_from([1, 1.5, 2, 3, np.inf]), shift=st.integers(-99, 99))
def test_a_distance_is_symmetric_obeys_the_triangle_and_does_not_move(points, p, shift):
    A, B = points
    D = distances(A, B, p)
    assert D.shape == (len(A), len(B)) and (D >= 0).all()
    assert np.array_equal(D.T, distances(B, A, p))
    assert np.array_equal(D == 0, (A[:, None] == B).all(axis=2))
    assert np.array_equal(D, distances(A + shift, B + shift, p))
    within = distances(A, A, p)
    assert (D[:, None] <= within[:, :, None] + D + 1e-12).all()


@given(points=points)
def test_products_give_the_same_near_the_origin(points):
    A, B = points
    assert distances_by_products(A, B) == pytest.approx(distances(A, B), rel=1e-9, abs=1e-6)


@needs_scipy
@pytest.mark.parametrize("p", [1, 2, 3.5, np.inf])
def test_distances_are_scipys(p):
    rng = np.random.default_rng(0)
    A, B = rng.normal(size=(5, 3)), rng.normal(size=(4, 3))
    wanted = cdist(A, B, NAMES[p]) if p in NAMES else cdist(A, B, "minkowski", p=p)
    assert distances(A, B, p) == pytest.approx(wanted, rel=1e-13)


def test_by_hand():
    assert [distances([[1, 5]], [[4, 1]], p).tolist() for p in (1, 2, np.inf)] == [
        [[7]],
        [[5]],
        [[4]],
    ]


@pytest.mark.parametrize("size", [1e-300, 1e200])
def test_no_square_overflows_or_vanishes(size):
    points = [[3 * size, 0]], [[0, 4 * size]]
    assert distances(*points).tolist() == [[5 * size]]
    assert distances_by_products(*points) == pytest.approx(5 * size, rel=1e-15)
    assert distances_by_products(points[0], points[0]).tolist() == [[0]]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("p", [1, 2, 3.5, np.inf])
def test_a_distance_too_large_for_a_float_is_infinite(p):
    A = [[1.5e308, 0], [-1.5e308, 0], [1.5e308, 1]]
    assert distances(A, A, p).tolist() == [[0, np.inf, 1], [np.inf, 0, np.inf], [1, np.inf, 0]]
    assert distances_by_products(A[:1], A[1:2]).tolist() == [[np.inf]]


def test_edges_and_what_cancels():
    assert distances(np.ones((2, 0)), np.ones((1, 0))).tolist() == [[0], [0]]
    assert distances(np.ones((0, 3)), np.ones((2, 3))).shape == (0, 2)
    far = [[1e9, 0]], [[1e9 + 3, 4]]
    assert distances(*far).tolist() == [[5]] and abs(distances_by_products(*far)[0, 0] - 5) > 1
    assert not np.isnan(distances_by_products([[1e9 + 0.1]], [[1e9 + 0.1]])).any()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: distances([1, 2], [[1, 2]]), r"A must be a matrix, of shape \(m, n\).*\(2,\)"),
        (lambda: distances([[1, 2]], [[1]]), r"B must have rows as long as those of A, 2 entries"),
        (lambda: distances([[1]], [[2]], 0.5), "p must be 1 or more, got 0.5"),
        (lambda: distances([[1]], [[2]], np.nan), "p must be 1 or more, got nan"),
        (lambda: distances_by_products([[1]], [[np.inf]]), "B must be finite"),
        (lambda: distances_by_products(MANY, MANY), "A must be small enough for a result of"),
        (lambda: distances(MANY, MANY), "A must be small enough for a result of"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()
