"""Signals and gradients are those of PyTorch, and keep their mean squares as the factors say."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.depth import draw_layers, gradients_back, mean_factor, signals

SHAPES = st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10**6))

# Laws


@given(SHAPES, st.floats(0.1, 3))
def test_a_gradient_and_a_straight_net_agree_on_every_layer(shape, scale):
    N, n, seed = shape
    rng = np.random.default_rng(seed)
    W, (x, u) = draw_layers(N, n, scale, rng), rng.normal(size=(2, n))
    for phi in ("linear", "relu"):  # straight along a line from zero
        a, g = signals(W, x, phi), gradients_back(W, x, u, phi)
        np.testing.assert_allclose(np.sum(a * g, axis=1), a[-1] @ u, rtol=1e-9, atol=1e-9)


@given(SHAPES, st.floats(0.1, 9))
def test_what_goes_in_and_what_is_asked_for_scale(shape, by):
    N, n, seed = shape
    rng = np.random.default_rng(seed)
    W, (x, u) = draw_layers(N, n, 1.0, rng), rng.normal(size=(2, n))
    a, g = signals(W, x), gradients_back(W, x, u)
    np.testing.assert_allclose(signals(W, by * x), by * a, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(gradients_back(W, by * x, u), g, rtol=1e-9, atol=1e-12)
    for phi in ("linear", "relu", "tanh"):
        g = gradients_back(W, x, u, phi)
        np.testing.assert_allclose(gradients_back(W, x, by * u, phi), by * g, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("phi", ["linear", "relu"])
@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize("scale", [0.5, 1.5])
def test_the_factor_is_the_mean_over_all_signs(phi, n, scale):
    x = np.array([1.0, 2.5, 6.0])[:n]
    signs = product([-1, 1], repeat=n * n)
    nets = [scale / np.sqrt(n) * np.reshape(each, (1, n, n)) for each in signs]
    squares = [np.mean(signals(W, x, phi)[-1] ** 2) for W in nets]
    assert np.mean(squares) == pytest.approx(mean_factor(scale, phi) * np.mean(x**2))


# Oracles


@pytest.mark.parametrize("phi", ["linear", "relu", "tanh"])
@pytest.mark.parametrize(("N", "n"), [(1, 1), (1, 4), (3, 2), (6, 5)])
def test_signals_and_gradients_are_those_of_pytorch(phi, N, n):
    torch = pytest.importorskip("torch")
    theirs = {"linear": lambda z: z, "relu": torch.relu, "tanh": torch.tanh}[phi]
    rng = np.random.default_rng(N)
    W, (x, u) = draw_layers(N, n, 1.3, rng), rng.normal(size=(2, n))
    a = [torch.tensor(x, requires_grad=True)]
    for layer in W:
        a.append(theirs(torch.tensor(layer) @ a[-1]))
        a[-1].retain_grad()
    (a[-1] @ torch.tensor(u)).backward()
    np.testing.assert_allclose(signals(W, x, phi), [v.detach().numpy() for v in a], atol=1e-12)
    np.testing.assert_allclose(
        gradients_back(W, x, u, phi), [v.grad.numpy() for v in a], atol=1e-12
    )


def test_the_weights_have_the_mean_square_that_is_asked_for():
    W = draw_layers(4, 100, 3.0, np.random.default_rng(0))
    assert W.shape == (4, 100, 100)
    assert np.mean(W) == pytest.approx(0, abs=0.01)
    assert np.mean(W**2) == pytest.approx(0.09, rel=0.05)


# By hand


def test_two_layers_by_hand():
    W = [[[1, 2], [-1, 0]], [[3, 1], [0, 1]]]
    assert signals(W, [1, 1]).tolist() == [[1, 1], [3, 0], [9, 0]]
    # the second unit of the first layer and that of the second are off
    assert gradients_back(W, [1, 1], [5, 7]).tolist() == [[15, 30], [15, 5], [5, 7]]
    assert gradients_back(W, [1, 1], [5, 7], "linear").tolist() == [[3, 30], [15, 12], [5, 7]]


def test_the_slope_of_relu_at_zero_counts_as_zero():
    assert gradients_back([[[1]]], [0], [1]).tolist() == [[0], [1]]


def test_where_tanh_is_flat_its_slope_keeps_its_digits():
    for z in (-18.0, 0.0, 10.0, 100.0):
        found = gradients_back([[[z]]], [1], [1], "tanh")[0]
        assert found == pytest.approx(z / np.cosh(z) ** 2, rel=1e-12)
    assert gradients_back([[[1e5]]], [1], [1], "tanh")[0] == 0


def test_the_default_is_relu():
    assert signals([[[-1]]], [1]).tolist() == [[1], [0]]
    assert mean_factor(2) == 2
    assert mean_factor(1e200) == np.inf


# Misuse


def test_shapes_must_fit():
    with pytest.raises(ValueError, match=r"W must hold square layers, got shape \(2, 2, 3\)"):
        signals(np.ones((2, 2, 3)), [1, 1, 1])
    with pytest.raises(ValueError, match="x must have an entry for each of 2 columns, got 3"):
        signals(np.ones((1, 2, 2)), [1, 1, 1])
    with pytest.raises(ValueError, match="u must have an entry for each of 2 columns, got 1"):
        gradients_back(np.ones((1, 2, 2)), [1, 1], [1])
    with pytest.raises(ValueError, match="W must have 3 axes"):
        signals(np.ones((2, 2)), [1, 1])
    with pytest.raises(ValueError, match=r"^W must be finite, got"):
        signals([[[np.nan]]], [1])


def test_activations_are_those_that_are_known():
    with pytest.raises(ValueError, match="activation must be one of"):
        signals(np.ones((1, 1, 1)), [1], "sigmoid")
    with pytest.raises(ValueError, match="activation must be one of"):
        mean_factor(1.0, "tanh")
    with pytest.raises(ValueError, match="scale must be positive and finite, got 0"):
        mean_factor(0.0)
    with pytest.raises(ValueError, match="n must be small enough"):
        draw_layers(1, 10**9, 1.0, np.random.default_rng(0))
