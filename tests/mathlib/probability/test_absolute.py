import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathlib.probability.absolute import (
    lad_exact,
    lad_irls,
    lad_subgradient,
    laplace_logpdf,
    laplace_mle,
)

seeds = st.integers(0, 999)
shapes = st.tuples(st.integers(1, 10), st.integers(1, 3)).map(lambda p: (p[0] + p[1], p[1]))


def line_data(seed, N, n):
    rng = np.random.default_rng(seed)
    X = np.column_stack([np.ones(N), rng.normal(size=(N, n - 1))])
    y = X @ rng.normal(size=n) + rng.laplace(size=N)
    y[0] += 30
    return X, y


def missed(w, X, y):
    return float(np.abs(y - X @ w).sum())


@given(seed=seeds, shape=shapes, size=st.sampled_from([1e-6, 1.0, 1e8]))
def test_no_other_weights_miss_less_than_the_exact_ones(seed, shape, size):
    X, y = line_data(seed, *shape)
    w = lad_exact(X, size * y)
    assert (np.abs(size * y - X @ w) < 1e-9 * size * 40).sum() >= shape[1]
    rng = np.random.default_rng(seed)
    for near in (1e-3, 1e-1, 10):
        for other in w + size * near * rng.normal(size=(20, shape[1])):
            assert missed(other, X, size * y) >= missed(w, X, size * y) * (1 - 1e-12)


def sharpness(w, X, y):
    """How much the sum grows at least for a unit by which w leaves a row that it meets."""
    n, r = X.shape[1], y - X @ w
    met, rest = np.split(np.argsort(np.abs(r)), [n])
    return 1 - np.abs(np.linalg.solve(X[met].T, np.sign(r[rest]) @ X[rest])).max()


# Along an edge on which the sum falls by only k for each unit, a step covers about the share k of
# the way. After T steps k exp(-k T) of its length is left of the sum, which is at most 1 / (e T);
# to leave the corner in which the edge begins takes a few times as many steps, log(length / miss).
# So the bound is some 10 / T where the best corner is not sharp, and what rounding leaves elsewhere.
STEPS = 10_000


@settings(max_examples=30)
@given(seed=seeds, shape=shapes)
def test_weighted_squares_miss_as_little_as_the_exact_weights(seed, shape):
    X, y = line_data(seed, *shape)
    w = lad_exact(X, y)
    least = missed(w, X, y)
    more = 1e-8 if sharpness(w, X, y) > 0.01 else 10 / STEPS
    assert -1e-12 * least <= missed(lad_irls(X, y), X, y) - least <= more * least
    assert lad_irls(X, y, 0) == pytest.approx(np.linalg.lstsq(X, y, rcond=None)[0])


@pytest.mark.parametrize("k", [0.1, 0.01, 1e-3, 3e-4, 1e-4, 3e-5, 1e-6, 1e-9])
def test_on_a_flat_edge_what_is_left_after_many_steps_is_one_over_their_number(k):
    X, y = np.array([[1.0], [1 + k]]), np.array([0, 1 + k])  # from w = 0 to 1 it falls by k
    more = missed(lad_irls(X, y), X, y) - missed(lad_exact(X, y), X, y)
    assert 0 <= more <= 1 / (math.e * STEPS) and (k < 0.003 or more < 1e-9)


def test_seeds_whose_best_line_is_hardly_better_than_its_neighbour():
    for seed, N in ((26, 6), (3, 11)):  # 1e-5 and 3e-7 of the sum are left
        X, y = line_data(seed, N, 3)
        w = lad_exact(X, y)
        assert sharpness(w, X, y) < 2e-4
        least = missed(w, X, y)
        assert missed(lad_irls(X, y), X, y) <= least * (1 + 10 / STEPS)


@pytest.mark.parametrize("size", [1e-320, 1e-300, 1e-150, 1e150, 1e300])
def test_tiny_and_huge_numbers_are_solved_alike(size):
    X, y = line_data(5, 7, 2)
    y = np.round(y)
    for solve in (lad_exact, lad_irls):
        w = solve(X, y * size)
        assert w / size == pytest.approx(solve(X, y), rel=1e-3 if size < 1e-310 else 1e-9)
    if 1e-300 <= size <= 1e300:
        wide = lad_exact(X * [1, size], y) * [1, size]
        assert wide == pytest.approx(lad_exact(X, y), rel=1e-9)
        assert lad_exact(X * size, y) * size == pytest.approx(lad_exact(X, y), rel=1e-9)


@settings(max_examples=10)
@given(seed=seeds, N=st.integers(6, 20))
def test_steps_that_are_halved_now_and_then_settle_at_the_exact_sum(seed, N):
    X, y = line_data(seed, N, 2)
    X[:, 1] = np.linspace(-1.5, 1.5, N)
    etas = np.repeat(8.0 * 0.5 ** np.arange(36), 200)
    path = lad_subgradient(X, y, etas)
    assert path.shape == (len(etas) + 1, 2)
    assert missed(path[-1], X, y) == pytest.approx(missed(lad_exact(X, y), X, y), rel=1e-6)


@given(seed=seeds, shape=shapes)
def test_a_linear_programme_finds_the_same_sum(seed, shape):
    linprog = pytest.importorskip("scipy.optimize").linprog
    X, y = line_data(seed, *shape)
    N, n = shape
    cost, both = np.r_[np.zeros(n), np.ones(2 * N)], np.hstack([X, np.eye(N), -np.eye(N)])
    bounds = [(None, None)] * n + [(0, None)] * (2 * N)
    solved = linprog(cost, A_eq=both, b_eq=y, bounds=bounds)
    assert missed(lad_exact(X, y), X, y) == pytest.approx(solved.fun, rel=1e-7, abs=1e-7)


@given(x=st.floats(-50, 50), m=st.floats(-9, 9), s=st.floats(0.1, 100))
def test_the_density_is_scipys(x, m, s):
    stats = pytest.importorskip("scipy.stats")
    assert laplace_logpdf(x, m, s) == pytest.approx(
        stats.laplace.logpdf(x, m, s), rel=1e-12, abs=1e-12
    )


@given(x=st.lists(st.integers(-20, 20), min_size=2, max_size=9).filter(lambda x: len(set(x)) > 1))
def test_no_middle_or_scale_is_likelier(x):
    (low, high), s = laplace_mle(x)
    top = laplace_logpdf(x, low, s).sum()
    assert laplace_logpdf(x, high, s).sum() == pytest.approx(top, rel=1e-12)
    for m in (low - 0.01, high + 0.01, high + 3, low - 5):
        assert laplace_logpdf(x, m, s).sum() < top
    for other in (0.99 * s, 1.01 * s, 5 * s):
        assert laplace_logpdf(x, low, other).sum() < top


def test_the_defaults_are_a_middle_of_zero_and_a_scale_of_one():
    assert laplace_logpdf(2) == laplace_logpdf(2, 0, 1) == pytest.approx(-2 - math.log(2))


def test_by_hand():
    assert laplace_logpdf(0, 0, 0.5) == 0 and laplace_logpdf([3], 1, 2).shape == (1,)
    assert laplace_logpdf(1e308, 0, 1e308) == pytest.approx(-1 - math.log(2) - math.log(1e308))
    assert laplace_logpdf(1e300, 0, 1) == -1e300
    assert laplace_logpdf(1e308, -1e308, 1e308) == pytest.approx(-2 - math.log(1e308) - math.log(2))
    assert laplace_mle([1, 2, 7]) == ((2, 2), 2)
    assert laplace_mle([0, 0, 9]) == ((0, 0), 3)
    X = np.column_stack([np.ones(5), range(5)])
    assert lad_exact(X, [1, 3, 5, 7, 90]) == pytest.approx([1, 2])
    assert lad_exact([[1], [1], [1]], [1, 7, 2]).tolist() == [2]
    assert lad_exact([[2]], [8]).tolist() == [4] and lad_irls([[2]], [8]) == pytest.approx([4])
    ones = np.ones((3, 1))
    path = lad_subgradient(ones, [1, 2, 7], [0.3] * 200, start=[10])
    assert path[:3, 0] == pytest.approx([10, 9.7, 9.4]) and path[0] == 10
    assert set(path[-50:, 0].round(9)) == {1.9, 2.0}
    assert lad_subgradient(ones, [1, 2, 7], []).tolist() == [[0]]


def test_the_rows_are_all_tried_also_in_many_pieces():
    X, y = line_data(3, 120, 2)  # 7140 pairs
    assert missed(lad_exact(X, y), X, y) == pytest.approx(missed(lad_irls(X, y), X, y), rel=1e-8)


def test_misuse():
    with pytest.raises(ValueError, match="s must be positive and finite, got 0"):
        laplace_logpdf(1, 0, 0)
    with pytest.raises(ValueError, match="m must be finite, got inf"):
        laplace_logpdf(1, np.inf)
    with pytest.raises(ValueError, match="x must not be all equal"):
        laplace_mle([2, 2])
    for solve in (lad_exact, lad_irls, lambda X, y: lad_subgradient(X, y, [1])):
        with pytest.raises(ValueError, match="X must have a row and a column, got shape"):
            solve(np.zeros((0, 2)), [])
        with pytest.raises(ValueError, match="y must have an entry for each of 2 rows of X, got 3"):
            solve([[1], [2]], [1, 2, 3])
    with pytest.raises(ValueError, match="X must have 2 linearly independent rows, got fewer"):
        lad_exact([[1, 1], [2, 2], [3, 3]], [1, 2, 3])
    with pytest.raises(ValueError, match="X must have 2 linearly independent rows, got fewer"):
        lad_exact([[1, 1]], [1])
    with pytest.raises(ValueError, match="at most 1000000 choices of rows, got 2118760"):
        lad_exact(np.ones((50, 5)), np.ones(50))
    with pytest.raises(ValueError, match="start must have an entry for each of 1 columns of X"):
        lad_subgradient([[1]], [1], [1], start=[1, 2])
    with pytest.raises(ValueError, match="steps must be at least 0, got -1"):
        lad_irls([[1]], [1], -1)
