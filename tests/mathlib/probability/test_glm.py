import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.glm import (
    logistic_loss,
    logistic_regression,
    poisson_loss,
    poisson_regression,
)

seeds = st.integers(0, 999)
prices = st.sampled_from([0.0, 0.1, 5.0])


def table(seed, N, n):
    rng = np.random.default_rng(seed)
    X = np.column_stack([np.ones(N), rng.normal(size=(N, n - 1))])
    return rng, X, rng.normal(size=n) * 0.7


@given(seed=seeds, n=st.integers(1, 4), price=prices)
def test_poisson_regression_solves_its_equations(seed, n, price):
    rng, X, w = table(seed, 40, n)
    y = rng.poisson(np.exp(X @ w) + 0.2)
    found = poisson_regression(X, y, price)
    gradient = X.T @ (np.exp(X @ found) - y) + price * found
    assert np.abs(gradient).max() < 1e-7 * (1 + y.sum())
    if price == 0:
        assert np.exp(X @ found).mean() == pytest.approx(y.mean(), rel=1e-9)


@given(seed=seeds, n=st.integers(1, 3), price=st.sampled_from([0.1, 5.0]))
def test_logistic_regression_solves_its_equations(seed, n, price):
    rng, X, w = table(seed, 40, n)
    y = (rng.random(40) < 1 / (1 + np.exp(-X @ w))).astype(int)
    found = logistic_regression(X, y, price)
    p = 1 / (1 + np.exp(-(X @ found)))
    assert np.abs(X.T @ (p - y) + price * found).max() < 1e-8


def test_torch_says_the_same():
    torch = pytest.importorskip("torch")
    u, y = torch.linspace(-5, 5, 11, dtype=torch.float64), torch.arange(11) % 2.0
    P = torch.nn.functional.poisson_nll_loss(u, y, log_input=True, reduction="none")
    B = torch.nn.functional.binary_cross_entropy_with_logits(u, y.double(), reduction="none")
    np.testing.assert_allclose(poisson_loss(u.numpy(), y.numpy()), P, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(logistic_loss(u.numpy(), y.numpy()), B, rtol=1e-12, atol=1e-12)


def test_by_hand():
    assert poisson_loss(math.log(3), 2) == pytest.approx(3 - 2 * math.log(3))
    assert logistic_loss(0, 1) == pytest.approx(math.log(2))
    assert poisson_regression([[1], [1]], [1, 3])[0] == pytest.approx(math.log(2))
    assert logistic_regression([[1]] * 3, [0, 1, 1])[0] == pytest.approx(math.log(2))
    X = [[1, 0], [1, 0], [1, 1], [1, 1]]
    assert np.exp(poisson_regression(X, [1, 3, 4, 8])) == pytest.approx([2, 3])


def test_far_out():
    assert poisson_loss([-np.inf, 800], [0, 1]).tolist() == [0, math.inf]
    assert poisson_loss(-np.inf, 1) == math.inf
    assert poisson_loss([np.inf, np.inf], [0, 1]).tolist() == [math.inf, math.inf]
    assert logistic_loss([1e308, -1e308], [1, 0]).tolist() == [0, 0]
    assert logistic_loss([-800, 800], [1, 0]).tolist() == [800, 800]
    assert logistic_loss(-40, 0) == pytest.approx(math.exp(-40), rel=1e-12)
    X = [[1, 1000], [1, 1001], [1, 1002], [1, 1003]]
    assert np.exp(X @ poisson_regression(X, [1, 2, 4, 8])) == pytest.approx([1, 2, 4, 8], rel=1e-6)


@pytest.mark.parametrize("size", [1e-200, 1e-9, 1, 1e9, 1e200])
def test_any_size_of_the_data(size):
    w = poisson_regression([[size], [size]], [1, 3])
    assert w[0] * size == pytest.approx(math.log(2), rel=1e-12)
    w = logistic_regression([[size]] * 3, [0, 1, 1])
    assert w[0] * size == pytest.approx(math.log(2), rel=1e-12)


@pytest.mark.parametrize("size", [1e-200, 1e-20, 1, 1e15, 1e200])
def test_any_size_of_the_counts(size):
    w = poisson_regression([[1], [1]], [size, 3 * size])
    assert w[0] == pytest.approx(math.log(2) + math.log(size), rel=1e-12)


def test_far_from_the_origin():
    X = [[1, 1e8], [1, 1e8 + 1], [1, 1e8 + 2], [1, 1e8 + 3]]
    rates = np.exp(X @ poisson_regression(X, [1, 2, 4, 8]))
    assert rates == pytest.approx([1, 2, 4, 8], rel=1e-5)


@pytest.mark.parametrize("price", [1e-200, 1e-12, 1e-3, 1, 1e6])
def test_any_price_has_a_best(price):
    w = logistic_regression([[1], [1]], [1, 1], price)[0]
    assert price * w == pytest.approx(2 * math.exp(-w) / (1 + math.exp(-w)), rel=1e-9)


def test_rare_labels():
    w = logistic_regression(np.ones((10_000, 1)), np.arange(10_000) == 7)
    assert w[0] == pytest.approx(-math.log(9_999), rel=1e-12)


@pytest.mark.parametrize(
    ("fit", "X", "y", "says"),
    [
        (poisson_regression, [[1], [1]], [0, 0], "X and y must have a best w"),
        (logistic_regression, [[1, 0], [1, 1]], [0, 1], "X and y must have a best w"),
        (logistic_regression, [[1, -1], [1, 0], [1, 0], [1, 1]], [0, 0, 1, 1], "best w"),
        (logistic_regression, [[1, 1], [1, 1]], [0, 1], "best w"),
        (logistic_regression, [[1], [1]], [1, 1], "best w"),
        (logistic_regression, [[1, 0], [1, 1e-6], [1, 1]], [0, 1, 1], "best w"),
        (poisson_regression, [[1, 0], [1, 0], [1, 1]], [0, 0, 3], "best w"),
        (poisson_regression, [[1, 0.1, 0.3], [1, 0.2, 0.6], [1, 0.7, 2.1]], [1, 3, 2], "best w"),
        (poisson_regression, [[1]], [-1], "y must be 0 or more"),
        (logistic_regression, [[1]], [0.5], "y must be zeros and ones"),
        (logistic_regression, [[1]], [0, 1], "y must have an entry for each of 1 rows"),
    ],
)
def test_data_without_a_best_fit(fit, X, y, says):
    with pytest.raises(ValueError, match=says):
        fit(X, y)


def test_a_price_bounds_the_weights():
    w = logistic_regression([[1, 0], [1, 1]], [0, 1], 0.01)
    assert np.isfinite(w).all() and w[1] > 3
    assert poisson_regression([[1], [1]], [0, 0], 0.01)[0] < -3


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: poisson_loss(0, -1), "y must be 0 or more"),
        (lambda: poisson_loss(np.nan, 1), "u must hold no nan"),
        (lambda: logistic_loss(0, 2), "y must be from 0 to 1"),
        (lambda: logistic_loss(np.inf, 1), "u must be finite"),
        (lambda: logistic_loss([0, 1], [0, 1, 1]), "u and y must fit"),
        (lambda: poisson_loss(0, np.inf), "y must be 0 or more and finite"),
        (lambda: poisson_regression([[1]], [1], -1), "price must be 0 or more"),
        (lambda: poisson_regression([[1]], [1], np.inf), "price must be 0 or more and finite"),
        (
            lambda: poisson_regression([[]], [1]),
            r"X must have a row and a column, got shape \(1, 0\)",
        ),
    ],
)
def test_misuse(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_where_whole_steps_go_too_far_they_are_halved():
    X = np.array([[1, -1.2], [1, -0.65], [1, 0.7], [1, 0.65], [1, 0.2], [1, -0.5]])
    y = np.array([0, 0, 0, 600, 560, 0])
    u = X @ poisson_regression(X, y)
    np.testing.assert_allclose(X.T @ (np.exp(u) - y), 0, atol=1e-6)
