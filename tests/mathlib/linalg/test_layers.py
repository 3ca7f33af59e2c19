import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.linalg.layers import augment, collapse, dense, lipschitz_bound

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
widths = st.lists(st.integers(0, 4), min_size=2, max_size=6)


def layers_of(widths, seed):
    rng = np.random.default_rng(seed)
    pairs = zip(widths[1:], widths, strict=False)
    return [(rng.integers(-5, 6, (m, n)), rng.integers(-5, 6, m)) for m, n in pairs]


@given(widths=widths, seed=st.integers(0, 99))
def test_one_layer_does_what_all_do(widths, seed):
    layers = layers_of(widths, seed)
    x = np.random.default_rng(seed).integers(-5, 6, widths[0])
    y, product = x, np.eye(widths[0] + 1)
    for W, b in layers:
        y = np.array([sum(w * v for w, v in zip(row, y, strict=True)) for row in W] + b)
        product = augment(W, b) @ product
    W, b = collapse(layers)
    assert np.array_equal(W @ x + b, y)
    assert np.array_equal(augment(W, b), product)
    assert product[-1].tolist() == [0] * widths[0] + [1]


@given(widths=widths, seed=st.integers(0, 99), many=st.integers(0, 4))
def test_a_batch_is_its_rows_one_by_one(widths, seed, many):
    W, b = layers_of(widths, seed)[0]
    X = np.random.default_rng(seed).normal(size=(many, widths[0]))
    H = dense(X, W, b, np.tanh)
    assert H.shape == (many, widths[1])
    for x, h in zip(X, H, strict=True):
        assert h == pytest.approx(np.tanh(W @ x + b), rel=1e-12, abs=1e-12)


@given(widths=widths, seed=st.integers(0, 99))
def test_no_two_points_are_pulled_farther_apart_than_the_bound(widths, seed):
    layers = layers_of(widths, seed)
    x, y = np.random.default_rng(seed).normal(size=(2, 1, widths[0]))
    most = lipschitz_bound([W for W, _ in layers]) * np.linalg.norm(x - y)
    for W, b in layers:
        x, y = dense(x, W, b, np.abs), dense(y, W, b, np.abs)
    assert np.linalg.norm(x - y) <= most * (1 + 1e-9)


@needs_torch
def test_the_layer_is_torchs():
    layer = torch.nn.Linear(3, 4, dtype=torch.float64)
    X = np.random.default_rng(0).normal(size=(5, 3))
    W, b = (p.detach().numpy() for p in (layer.weight, layer.bias))
    wanted = torch.relu(layer(torch.tensor(X))).detach().numpy()
    relu = lambda z: np.maximum(z, 0)  # noqa: E731
    assert dense(X, W, b, relu) == pytest.approx(wanted, rel=1e-12, abs=1e-15)
    norms = [float(torch.linalg.matrix_norm(torch.tensor(M), 2)) for M in (W, W.T)]
    assert lipschitz_bound([W, W.T]) == pytest.approx(norms[0] * norms[1], rel=1e-12)


def test_by_hand_and_at_edges():
    assert augment([[2]], [3]).tolist() == [[2, 3], [0, 1]]
    W, b = collapse([([[1, 2]], [3]), ([[2], [-1]], [0, 1])])
    assert W.tolist() == [[2, 4], [-1, -2]] and b.tolist() == [6, -2]
    assert dense(np.ones((0, 2)), [[1, 2]], [3]).shape == (0, 1)
    assert dense(np.ones((2, 0)), np.ones((1, 0)), [3]).tolist() == [[3], [3]]
    assert lipschitz_bound([]) == 1 and lipschitz_bound([np.zeros((2, 3)), [[1, 2]]]) == 0
    assert augment(np.ones((0, 2)), []).tolist() == [[0, 0, 1]]


def test_a_bound_is_lost_only_where_the_product_is():
    one = lambda *sizes: lipschitz_bound([[[v]] for v in sizes])  # noqa: E731
    assert one(1e200, 1e200, 1e-300) == pytest.approx(1e100, rel=1e-12)
    assert one(1e-200, 1e-200, 1e300) == pytest.approx(1e-100, rel=1e-12)
    assert one(1e200, 1e200, 0) == 0 == one(1e-200, 1e-200)
    assert one(1e200, 1e200) == np.inf
    ones = np.full((2, 2), 1.7e308)  # its norm alone is too large for a float
    assert lipschitz_bound([ones, 0.25 * np.eye(2)]) == pytest.approx(8.5e307, rel=1e-12)


def test_the_bound_is_not_the_stretch_of_the_product():
    folded = [[1.0], [-1.0]], [[1.0, 1.0]]  # |x| with a ReLU between; the product is 0
    assert lipschitz_bound(folded) == pytest.approx(2, rel=1e-12)


def test_numbers_of_any_kind_may_come_out():
    layer = [[1.0]], [[2.0]], [1.0]
    assert dense(*layer, lambda z: z.tolist()).tolist() == [[3]]
    assert dense(*layer, lambda z: z > 0).tolist() == [[True]]
    kept = np.zeros((1, 1))
    dense(*layer, lambda z: kept)[0, 0] = 9
    assert kept[0, 0] == 0


def test_what_comes_back_is_fresh():
    W, b = np.eye(2), np.zeros(2)
    made = [augment(W, b), *collapse([(W, b)]), dense(W, W, b, lambda z: z)]
    for found in made:
        found[:] = 9
    assert W.tolist() == [[1, 0], [0, 1]] and not b.any()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: augment([1, 2], [3]), r"W must be a matrix, of shape \(m, n\), got shape \(2,\)"),
        (lambda: augment([[1, 2]], [3, 4]), r"b must have an entry for each row of W, shape \(1,"),
        (lambda: collapse([]), "layers must hold at least one pair"),
        (lambda: collapse([[[1]]]), r"layers\[0\] must be a pair \(W, b\)"),
        (
            lambda: collapse([([[1]], [0]), ([[1, 2]], [0])]),
            r"layers\[1\] must take what the one before gives, 1 numbers, got 2",
        ),
        (lambda: dense([[1]], [[1, 2]], [0]), r"X must have rows as long as those of W, 2 entries"),
        (lambda: dense([[1]], [[1]], [0], np.sum), r"f must keep the shape \(1, 1\), got \(\)"),
        (lambda: lipschitz_bound([[1]]), r"weights\[0\] must be a matrix"),
        (lambda: lipschitz_bound([[[1]], [[np.nan]]]), r"weights\[1\] must be finite, got \[\[nan"),
        (
            lambda: lipschitz_bound([np.ones((2, 3)), np.ones((5, 7))]),
            r"weights\[1\] must take what the one before gives, 2 numbers, got 7",
        ),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="f must be a function, got 3"):
        dense([[1]], [[1]], [0], 3)
    for words in ([["a"]], None, [[1], [2, 3]]):
        with pytest.raises(TypeError, match="f must return numbers, got"):
            dense([[1]], [[1]], [0], lambda z, words=words: words)
