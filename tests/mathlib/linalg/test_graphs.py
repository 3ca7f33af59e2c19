import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.graphs import components, laplacian, nearest_graph


def mirrored(A):
    return np.triu(A) + np.triu(A, 1).T


sizes = st.integers(1, 7)
weights = sizes.flatmap(
    lambda n: arrays(int, (n, n), elements=st.sampled_from([0, 0, 0, 1, 2, 5]))
).map(mirrored)


@given(W=weights, data=st.data())
def test_the_laplacian_adds_up_the_squared_differences_along_the_edges(W, data):
    n = len(W)
    x = data.draw(arrays(int, n, elements=st.integers(-9, 9)))
    L = laplacian(W)
    edges = sum(W[i, j] * (x[i] - x[j]) ** 2 for i in range(n) for j in range(i))
    assert x @ L @ x == edges
    assert (L == L.T).all() and not L.sum(axis=1).any()
    assert (laplacian(W + 3 * np.eye(n, dtype=int)) == L).all()


@given(W=weights)
def test_nodes_are_in_one_piece_if_a_walk_leads_from_one_to_the_other(W):
    n = len(W)
    walks = np.linalg.matrix_power(np.minimum(W, 1) + np.eye(n, dtype=int), n)
    found = components(W)
    assert ((found[:, None] == found) == (walks > 0)).all()
    firsts = [found.tolist().index(c) for c in range(found.max() + 1)]
    assert firsts == sorted(firsts) and found[0] == 0


@given(W=weights)
def test_the_laplacian_has_as_many_zeros_as_there_are_pieces(W):
    lam = np.linalg.eigvalsh(laplacian(W))
    assert (lam < 1e-9).sum() == components(W).max() + 1


@given(
    X=arrays(int, st.tuples(st.integers(1, 8), st.integers(1, 3)), elements=st.integers(-9, 9)),
    data=st.data(),
)
def test_the_nearest_are_found_one_by_one(X, data):
    N = len(X)
    k = data.draw(st.integers(0, N - 1))
    near = []
    for i in range(N):
        others = [j for j in range(N) if j != i]
        far = {
            j: sum((int(a) - int(b)) ** 2 for a, b in zip(X[i], X[j], strict=True)) for j in others
        }
        near.append(sorted(others, key=lambda j: (far[j], j))[:k])
    wanted = [[int(j in near[i] or i in near[j]) for j in range(N)] for i in range(N)]
    assert nearest_graph(X, k).tolist() == wanted


def test_scipy_agrees():
    graph = pytest.importorskip("scipy.sparse.csgraph")
    rng = np.random.default_rng(0)
    for n in (2, 5, 30):
        W = np.triu(rng.random((n, n)) * (rng.random((n, n)) < 1.2 / n), 1)
        W = W + W.T
        np.testing.assert_allclose(laplacian(W), graph.laplacian(W), rtol=0, atol=1e-14)
        number, labels = graph.connected_components(W)
        assert number == components(W).max() + 1
        assert ((labels[:, None] == labels) == (components(W)[:, None] == components(W))).all()


def test_by_hand():
    path = [[0, 1, 0], [1, 0, 2], [0, 2, 0]]
    assert laplacian(path).tolist() == [[1, -1, 0], [-1, 3, -2], [0, -2, 2]]
    assert not math.copysign(1, laplacian(path)[0, 2]) < 0, "no zero has a sign"
    assert laplacian([[5]]).tolist() == [[0]] and components([[0]]).tolist() == [0]
    assert components(np.zeros((3, 3))).tolist() == [0, 1, 2]
    assert components([[0, 0, 1], [0, 0, 0], [1, 0, 0]]).tolist() == [0, 1, 0]
    assert nearest_graph([[0.0], [1.0], [2.0]], 1).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    assert nearest_graph([[4]], 0).tolist() == [[0]]


@pytest.mark.parametrize("size", [1e-200, 1e200])
def test_sizes_near_the_ends_of_floats(size):
    X = size * np.array([[0.0], [1.0], [3.0]])
    assert nearest_graph(X, 1).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    W = size * np.array([[0.0, 1.0], [1.0, 0.0]])
    assert laplacian(W).tolist() == [[size, -size], [-size, size]]
    assert components(W).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: laplacian([[0, 1], [2, 0]]), "W must be symmetric, got"),
        (lambda: laplacian([[0, -1], [-1, 0]]), "W must be 0 or more, got -1"),
        (lambda: laplacian([[0, 1]]), r"W must be square, got shape \(1, 2\)"),
        (lambda: components([[np.inf]]), "W must be finite, got"),
        (lambda: components([[0, -1], [-1, 0]]), "W must be 0 or more, got -1"),
        (lambda: nearest_graph([[1], [2]], 2), "k must be at most 1, got 2"),
        (lambda: nearest_graph([[1], [2]], -1), "k must be at least 0, got -1"),
        (lambda: nearest_graph([[np.nan]], 0), "X must be finite, got"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()
