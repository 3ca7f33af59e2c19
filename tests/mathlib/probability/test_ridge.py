from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.linalg.penalties import shrink_squared
from mathlib.probability.ridge import expected_gram, nearest_solution, ridge

seeds = st.integers(0, 999)
shapes = st.tuples(st.integers(1, 7), st.integers(1, 5))


def drawn(seed, N, n, rank=None):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(N, n))
    if rank is not None:
        X = rng.normal(size=(N, rank)) @ rng.normal(size=(rank, n))
    return X, rng.normal(size=N), rng.normal(size=n)


@given(seed=seeds, shape=shapes, price=st.sampled_from([1e-6, 0.1, 1.0, 50.0]))
def test_ridge_solves_its_normal_equations_and_nothing_is_better(seed, shape, price):
    N, n = shape
    X, y, other = drawn(seed, N, n, rank=min(N, n, 2))
    w = ridge(X, y, price)
    gradient = X.T @ (X @ w - y) + price * w
    assert np.abs(gradient).max() < 1e-9 * (1 + np.abs(y).max()) * (1 + np.abs(X).max()) ** 2

    def cost(v):
        return np.sum((y - X @ v) ** 2) + price * np.sum(v**2)

    assert cost(w) <= cost(w + 0.1 * other) + 1e-12


@given(seed=seeds, shape=shapes)
def test_a_vanishing_price_gives_the_shortest_solution(seed, shape):
    X, y, _ = drawn(seed, *shape, rank=1)
    np.testing.assert_allclose(ridge(X, y, 0), np.linalg.pinv(X, rcond=1e-9) @ y, rtol=1e-6)
    small, w = 1e-8 * np.linalg.norm(X) ** 2, ridge(X, y, 0)
    np.testing.assert_allclose(ridge(X, y, small), w, atol=1e-5 * np.linalg.norm(y / abs(X).max()))


@given(seed=seeds, n=st.integers(1, 5), price=st.sampled_from([0.0, 0.5, 3.0]))
def test_ridge_on_the_identity_shrinks(seed, n, price):
    y = np.random.default_rng(seed).normal(size=n)
    np.testing.assert_allclose(ridge(np.eye(n), y, 2 * price), shrink_squared(y, price), rtol=1e-12)


@given(seed=seeds, size=st.sampled_from([1e-150, 1e-3, 1e3, 1e150]))
def test_units_do_not_matter(seed, size):
    X, y, _ = drawn(seed, 5, 3)
    np.testing.assert_allclose(
        ridge(size * X, y, size**2 * 0.5) if size < 1e100 else ridge(X / size, y, 0.5 / size**2),
        ridge(X, y, 0.5) / size if size < 1e100 else ridge(X, y, 0.5) * size,
        rtol=1e-9,
    )
    np.testing.assert_allclose(ridge(X, size * y, 0.5), size * ridge(X, y, 0.5), rtol=1e-9)


def test_the_mean_over_all_signs_is_the_expected_gram_matrix_exactly():
    X, s = [[1, 2], [3, -4]], Fraction(3, 2)
    total = [[Fraction(0)] * 2 for _ in range(2)]
    for signs in product((-1, 1), repeat=4):
        Z = [[X[i][j] + s * signs[2 * i + j] for j in range(2)] for i in range(2)]
        for a, b in product(range(2), repeat=2):
            total[a][b] += sum(Z[i][a] * Z[i][b] for i in range(2)) / 16
    assert expected_gram(X, float(s**2)).tolist() == [[float(v) for v in row] for row in total]


@given(seed=seeds, shape=shapes)
def test_the_nearest_solution_is_one_and_no_other_is_nearer(seed, shape):
    X, y, start = drawn(seed, *shape, rank=1)
    w = nearest_solution(X, y, start)
    np.testing.assert_allclose(X.T @ (X @ w - y), 0, atol=1e-9 * (1 + np.abs(X).max()) ** 2)
    free = np.linalg.svd(X)[2][1:]
    np.testing.assert_allclose(free @ (w - start), 0, atol=1e-9)
    np.testing.assert_allclose(nearest_solution(X, y, w), w, atol=1e-9)


def test_by_hand():
    assert ridge([[1], [2], [2]], [2, 4, 4], 9) == pytest.approx(1)
    assert nearest_solution([[1, 1]], [4], [0, 0]) == pytest.approx([2, 2])
    assert ridge([[1.0]], [1.0], 1e300) == pytest.approx([1e-300])
    assert ridge(np.zeros((2, 3)), [1, 2], 1).tolist() == [0, 0, 0]
    assert ridge(np.zeros((2, 3)), [1, 2], 0).tolist() == [0, 0, 0]


@pytest.mark.parametrize("price", [1e-300, 1e-40, 1e-30, 1e-20, 1e-12])
def test_a_tiny_price_does_not_blow_up_what_rounding_made_of_a_zero(price):
    X, y = np.outer([1, 0.3, 0.7], [0.1, 0.2, 0.3]), [2, 5, 1]
    shortest = np.array([0.1, 0.2, 0.3]) * (4.2 / (1.58 * 0.14))
    np.testing.assert_allclose(ridge(X, y, price), shortest, rtol=1e-9)
    assert ridge([[1e200, 0], [0, 0]], [1e200, 1], price).tolist() == pytest.approx([1, 0])


def test_what_rounding_makes_of_zeros_in_a_large_table_is_none():
    X, y = np.ones((100, 100)), np.random.default_rng(0).normal(size=100)
    np.testing.assert_allclose(ridge(X, y, 1e-30), np.full(100, y.mean() / 100), rtol=1e-9)


def test_no_square_is_lost_between_tiny_data_and_a_price_or_too_large():
    assert ridge([[1e-200]], [1.0], 1.0) == pytest.approx([1e-200], rel=1e-12)
    assert ridge([[1e-300]], [1.0], 1e-10) == pytest.approx([1e-290], rel=1e-12)
    assert ridge([[1e-310]], [2e-310], 0) == pytest.approx([2])
    assert ridge([[1e150]], [1e150], 1e300) == pytest.approx([0.5])
    assert expected_gram([[1, 2], [3, 4], [5, 6]], 1e308).tolist() == [[np.inf, 44], [44, np.inf]]
    assert nearest_solution([[1e200, 0]], [3e200], [1, 7]) == pytest.approx([3, 7])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: ridge([[1, 2]], [1, 2], 1), "y must have an entry for each of 1 rows"),
        (lambda: ridge([[1, 2]], [1], -1), "price must be 0 or more and finite, got -1"),
        (lambda: ridge([[1, 2]], [1], np.inf), "price must be 0 or more and finite"),
        (lambda: expected_gram([[1, 2]], -0.5), "variance must be 0 or more"),
        (lambda: nearest_solution([[1, 2]], [1], [1]), "start must have an entry for each of 2"),
        (lambda: nearest_solution([[1, 2]], [1, 2], [1, 1]), "y must have an entry"),
    ],
)
def test_misuse(call, says):
    with pytest.raises(ValueError, match=says):
        call()
