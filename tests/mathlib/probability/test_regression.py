import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.regression import (
    Model,
    fit,
    polynomial,
    predict,
    squaring_network,
)

seeds, sizes = st.integers(0, 999), st.integers(1, 6)


def cost(X, y, w, b, price):
    return np.sum((y - X @ w - b) ** 2) + price * np.sum(w**2)


@given(seed=seeds, N=sizes, n=st.integers(0, 4), bias=st.booleans(), price=st.sampled_from([0, 2]))
def test_no_other_weights_cost_less(seed, N, n, bias, price):
    rng = np.random.default_rng(seed)
    X, y = rng.integers(-3, 4, (N, n)), rng.integers(-3, 4, N)
    w, b = fit(X, y, bias, price)
    assert w.shape == (n,) and (bias or b == 0)
    least = cost(X, y, w, b, price)
    for step in (1e-3, 0.3):
        for v, c in zip(rng.normal(size=(9, n)), rng.normal(size=9), strict=True):
            other = cost(X, y, w + step * v, b + step * c * bias, price)
            assert least <= other + 1e-9
    rest = y - X @ w - b
    np.testing.assert_allclose(X.T @ rest, price * w, rtol=0, atol=1e-9)
    if bias:
        assert rest.sum() == pytest.approx(0, abs=1e-9)


@given(seed=seeds, N=sizes, n=sizes, bias=st.booleans())
def test_of_many_best_weights_it_takes_the_shortest(seed, N, n, bias):
    rng = np.random.default_rng(seed)
    X, y = rng.integers(-2, 3, (N, n)).astype(float), rng.normal(size=N)
    w = fit(X, y, bias).w
    C, d = (X - X.mean(axis=0), y - y.mean()) if bias else (X, y)
    np.testing.assert_allclose(w, np.linalg.lstsq(C, d, rcond=1e-10)[0], rtol=0, atol=1e-9)
    np.testing.assert_allclose(predict((m := fit(X, y, bias)), X), X @ m.w + m.b, rtol=1e-12)


@given(seed=seeds, c=st.floats(-1e6, 1e6), price=st.sampled_from([0, 0.5]))
def test_a_shift_of_y_goes_into_b_alone(seed, c, price):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(6, 2)), rng.normal(size=6)
    w, b = fit(X, y, price=price)
    moved, shifted = fit(X, y + c, price=price)
    np.testing.assert_allclose(moved, w, rtol=0, atol=1e-9)
    assert shifted == pytest.approx(b + c, abs=1e-9)


@pytest.mark.parametrize("price", [0.0, 1e-3, 3.0])
def test_sklearn_or_the_normal_equations_agree(price):
    rng = np.random.default_rng(5)
    X, y = rng.normal(size=(20, 3)), rng.normal(size=20)
    ones = np.column_stack([X, np.ones(20)])
    G = ones.T @ ones + price * np.diag([1, 1, 1, 0])
    wanted = np.linalg.solve(G, ones.T @ y)
    np.testing.assert_allclose([*fit(X, y, price=price).w, fit(X, y, price=price).b], wanted)
    G = X.T @ X + price * np.eye(3)
    np.testing.assert_allclose(fit(X, y, False, price).w, np.linalg.solve(G, X.T @ y))


@pytest.mark.parametrize("size", [1e-200, 1e-8, 1.0, 1e8, 1e200])
def test_any_size_and_an_offset_do_no_harm(size):
    X, y = np.array([[-1.0], [0], [1]]), np.array([1.0, 0, 5])
    w, b = fit(size * X, y)
    assert (w[0] * size, b) == (pytest.approx(2), pytest.approx(2))
    w, b = fit(X, size * y)
    assert (w[0] / size, b / size) == (pytest.approx(2), pytest.approx(2))
    if 1e-8 <= size <= 1e8:
        assert fit(size * X, y, price=size**2).w[0] * size == pytest.approx(4 / 3)
    w, b = fit(X + 1e8, y + 1e8)
    assert w[0] == pytest.approx(2) and b == pytest.approx(1e8 + 2 - 2e8)


def test_by_hand():
    w, b = fit([[0], [2]], [1, 5], price=2)  # centred: -1, 1 and -2, 2, so w = 4 / (2 + 2)
    assert (w.tolist(), b) == ([pytest.approx(1)], pytest.approx(2))
    assert fit([[1], [2]], [1, 5], bias=False).w.tolist() == [pytest.approx(11 / 5)]
    assert fit(np.empty((3, 0)), [1, 2, 6]).b == 3
    assert fit([[7, 7]], [4]) == (pytest.approx([0, 0]), 4)
    assert fit([[0.1], [0.1], [0.1]], [1, 2, 3]).w.tolist() == [0]
    assert fit([[3]], [6], bias=False, price=0).w.tolist() == [2]
    shared = fit([[1, 1], [2, 2]], [2, 4], bias=False).w
    np.testing.assert_allclose(shared, [1, 1])
    assert fit([[0.0], [0]], [1, 2], bias=False, price=0.0).w.tolist() == [0]


@given(seed=seeds, N=st.integers(1, 9), degree=st.integers(0, 6))
def test_polynomials_span_the_powers_and_have_a_mean_square_of_one(seed, N, degree):
    x = np.random.default_rng(seed).uniform(-1, 1, 20)
    columns = polynomial(x, degree)
    powers = x[:, None] ** np.arange(degree + 1)
    both = np.hstack([columns, powers])
    assert columns.shape == (20, degree + 1)
    assert np.linalg.matrix_rank(both, tol=1e-9) == degree + 1
    at, weight = np.polynomial.legendre.leggauss(9)
    P = polynomial(at, degree)
    np.testing.assert_allclose((P.T * weight) @ P / 2, np.eye(degree + 1), atol=1e-12)


def test_edges_of_polynomials():
    assert polynomial([], 3).shape == (0, 4)
    assert polynomial([1.0], 0).tolist() == [[1.0]]
    np.testing.assert_allclose(polynomial([1.0], 2), [[1, math.sqrt(3), math.sqrt(5)]])


@given(
    seed=seeds, n=st.integers(0, 5), r=st.integers(0, 5), size=st.sampled_from([1e-200, 1, 1e200])
)
def test_a_network_that_squares_makes_the_quadratic_with_rank_many_units(seed, n, r, size):
    rng = np.random.default_rng(seed)
    A = rng.integers(-3, 4, (n, r))
    W = (A * rng.choice([-1, 1], r)) @ A.T * size
    Q, d = squaring_network(W)
    rank = np.linalg.matrix_rank(W / size) if n else 0  # NumPy 2.0 refuses what is empty
    assert len(d) == rank == Q.shape[1]
    np.testing.assert_allclose(Q.T @ Q, np.eye(len(d)), atol=1e-12)
    np.testing.assert_allclose((Q * d) @ Q.T / size, W / size, atol=1e-11)
    assert np.all(np.diff(d) >= 0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: fit(np.empty((0, 2)), []), r"X must have at least one row, got shape \(0, 2\)"),
        (lambda: fit([[1], [2]], [1]), "y must have an entry for each of 2 rows of X, got 1"),
        (lambda: fit([[1]], [1], price=-1), "price must be finite and 0 or more, got -1"),
        (lambda: fit([[1]], [1], price=math.inf), "price must be finite and 0 or more, got inf"),
        (lambda: predict(Model(np.ones(2), 0.0), [[1]]), "a column for each of 2 weights"),
        (lambda: polynomial([1.5], 2), "x must be from -1 to 1"),
        (lambda: polynomial([1.0], -1), "degree must be"),
        (lambda: polynomial([1.0], 2**60), "degree"),
        (lambda: squaring_network([[1, 2], [3, 4]]), "W must be square and symmetric"),
        (lambda: squaring_network([[1, 2]]), "W must be square and symmetric"),
    ],
)
def test_misuse(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_model_is_a_model():
    with pytest.raises(TypeError, match="model"):
        predict(([1.0], 0.0), [[1]])


def test_columns_of_very_different_spread_both_count():
    X = [[1, 0], [1 + 2**-50, 0], [1, 2**-70]]
    w, b = fit(X, [0, 1, 1])
    assert w == pytest.approx([2**50, 2**70], rel=0.1)  # their mean keeps a digit of the first
    assert b == pytest.approx(-w[0], rel=0.1)


def test_weights_and_predictions_beyond_the_floats():
    assert fit([[1e-300]], [1e300], bias=False).w.tolist() == [math.inf]
    assert predict(fit([[1.0]], [1e300], bias=False), [[1e10]]).tolist() == [math.inf]
