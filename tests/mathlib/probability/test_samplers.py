import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.gaussian import normal_cdf
from mathlib.probability.goodness import ks_distance
from mathlib.probability.samplers import (
    box_muller,
    categorical_from,
    exponential_from,
    mvn_sample,
    rejection,
)

seeds = st.integers(0, 999)
uniform = st.floats(0, 1, exclude_max=True)


def limit(N, chance=1e-9):
    return math.sqrt(math.log(2 / chance) / (2 * N))


@given(u=uniform, rate=st.floats(1e-3, 1e3))
def test_an_exponential_value_has_its_probability_below_it(u, rate):
    x = float(exponential_from(u, rate))
    assert x >= 0 and -math.expm1(-rate * x) == pytest.approx(u, rel=1e-12, abs=1e-300)


@given(seed=seeds, K=st.integers(1, 6))
def test_each_class_gets_its_share_of_a_fine_ruler(seed, K):
    p = np.random.default_rng(seed).dirichlet(np.ones(K))
    drawn = categorical_from((np.arange(10_000) + 0.5) / 10_000, p)
    counts = np.bincount(drawn.astype(np.intp), minlength=K)  # intp: where integers have 32 bits
    np.testing.assert_allclose(counts / 10_000, p, rtol=0, atol=2e-4)
    assert (np.diff(drawn) >= 0).all()


@given(u=uniform, v=uniform)
def test_box_mullers_radius_comes_from_u_and_its_angle_from_v(u, v):
    x, y = box_muller(u, v)
    assert x * x + y * y == pytest.approx(-2 * math.log1p(-u), rel=1e-12, abs=1e-300)
    if u > 0:
        turn = math.atan2(y, x) / (2 * math.pi) % 1
        assert min(abs(turn - v), 1 - abs(turn - v)) < 1e-12


def test_box_muller_on_a_grid_is_a_bell_in_every_direction():
    u, v = (np.stack(np.meshgrid(*[(np.arange(300) + 0.5) / 300] * 2)).reshape(2, -1),)[0]
    x, y = box_muller(u, v)
    for t in (0, 0.3, 1.2):
        assert ks_distance(np.cos(t) * x + np.sin(t) * y, normal_cdf) < 0.01
    assert abs(np.mean(x * y)) < 1e-3


@given(seed=seeds)
def test_rejection_draws_from_the_density_at_the_price_of_m(seed):
    rng = np.random.default_rng(seed)
    N = 400
    x, tries = rejection(rng, N, lambda r: r.random(), lambda x: 6 * x * (1 - x), lambda x: 1, 2)
    assert ks_distance(x, lambda x: x * x * (3 - 2 * x)) < limit(N)
    # the tries of a draw have the mean M and the variance M (M - 1)
    assert abs(tries - 2 * N) < 6 * math.sqrt(2 * N)


@given(seed=seeds, n=st.integers(1, 4))
def test_gaussian_draws_are_standard_once_the_root_is_undone(seed, n):
    rng = np.random.default_rng(seed)
    A, mean = rng.normal(size=(n, n + 2)), 1e8 * rng.normal(size=n)
    X = mvn_sample(rng, mean, A @ A.T, 400)
    Z = np.linalg.solve(np.linalg.cholesky(A @ A.T), (X - mean).T)
    for z in (*Z, *(Z + Z[::-1])[: n // 2] / math.sqrt(2)):
        assert ks_distance(z, normal_cdf) < limit(400) + 1e-5


@given(seed=seeds, N=st.integers(1, 30))
def test_the_distance_is_that_of_the_worst_point_beside_a_step(seed, N):
    x = np.random.default_rng(seed).random(N)
    beside = np.concatenate([x - 1e-12, x])
    below = (x[:, None] <= beside).mean(axis=0)
    got = ks_distance(x, lambda x: x)
    assert got == pytest.approx(np.abs(below - beside).max(), abs=1e-10)
    assert 1 / (2 * N) - 1e-12 <= got <= 1


def test_scipy_measures_the_same_distance():
    stats = pytest.importorskip("scipy.stats")
    x = np.random.default_rng(1).normal(size=50)
    assert ks_distance(x, normal_cdf) == pytest.approx(stats.kstest(x, "norm").statistic, rel=1e-12)


def test_cases_by_hand():
    assert exponential_from([0, 0.5]).tolist() == [0, math.log(2)]
    assert np.signbit(exponential_from(0)) == np.False_
    assert categorical_from([0, 0.2, 0.5, 0.75], [0, 0.5, 0, 0.5]).tolist() == [1, 1, 3, 3]
    assert categorical_from(1 - 2**-53, [0.5, 0.5, 0, 0]) == 1
    assert categorical_from([0.0, 0.9995], [0.9995, 0.0]).tolist() == [0, 0]
    assert [float(x) for x in box_muller(0, 0.3)] == [0, 0]
    x, y = box_muller(1 - math.exp(-2), 0.25)
    assert float(x) == pytest.approx(0, abs=1e-12) and float(y) == pytest.approx(2)
    assert ks_distance([0.5, 0.5], lambda x: x) == 0.5


def test_the_same_seed_draws_the_same():
    cov = [[4.0, 2.0], [2.0, 5.0]]
    a, b, c = (mvn_sample(np.random.default_rng(s), [1, 2], cov, 5) for s in (1, 1, 2))
    assert (a == b).all() and (a != c).all()
    z = np.random.default_rng(1).standard_normal((5, 2))
    np.testing.assert_allclose(a, [1, 2] + z @ [[2, 1], [0, 2]], rtol=1e-14)


def test_sizes_none_and_one():
    rng = np.random.default_rng(0)
    assert exponential_from([]).shape == categorical_from([], [1.0]).shape == (0,)
    assert box_muller([], [])[0].shape == (0,)
    x, tries = rejection(rng, 0, lambda r: 0.0, lambda x: 1.0, lambda x: 1.0, 1)
    assert x.shape == (0,) and tries == 0
    assert mvn_sample(rng, [0], [[1]], 0).shape == (0, 1)
    assert ks_distance([0.25], lambda x: x) == 0.75


def test_misuse():
    rng = np.random.default_rng(0)
    for u in (1, -0.1, [0.5, np.nan]):
        with pytest.raises(ValueError, match="u must be at least 0 and less than 1, got"):
            exponential_from(u)
    with pytest.raises(ValueError, match="v must have the shape of u"):
        box_muller([0.1, 0.2], 0.3)
    with pytest.raises(ValueError, match="p must be probabilities"):
        categorical_from(0.5, [0.5, 0.6])
    with pytest.raises(ValueError, match=r"M must be at least p\(x\) / q\(x\).*got 1.0 at"):
        rejection(rng, 100, lambda r: r.random(), lambda x: 2 * x, lambda x: 1.0, 1)
    for draw, p, q in (
        (0.5, -1, 1),
        (0.5, np.nan, 1),
        (0.5, 1, -1),
        (np.nan, 1, 1),
        (0.5, 1, np.nan),
    ):
        with pytest.raises(ValueError, match="p, M q must be 0 or more, x finite, got"):
            rejection(rng, 1, lambda r, x=draw: x, lambda x, y=p: y, lambda x, y=q: y, 2)
    with pytest.raises(ValueError, match="p, M q must be 0 or more"):
        rejection(rng, 1, lambda r: 0.5, lambda x: np.inf, lambda x: np.inf, 2)
    with pytest.raises(TypeError, match="draw must be callable, got 3"):
        rejection(rng, 1, 3, abs, abs, 1)
    with pytest.raises(ValueError, match="cov must be positive definite"):
        mvn_sample(rng, [0, 0], [[1, 1], [1, 1]], 3)
    with pytest.raises(ValueError, match="mean must be as long as cov, 1, got 2"):
        mvn_sample(rng, [0, 0], [[1]], 3)
    with pytest.raises(ValueError, match="sample must hold numbers"):
        ks_distance([], normal_cdf)
    with pytest.raises(ValueError, match="cdf must not fall from one value to the next, got"):
        ks_distance([1, 2], lambda x: 1 - normal_cdf(x))
    for cdf in (lambda x: 2 * x, lambda x: x / 2 + 0.5, lambda x: x - 1.5, lambda x: 0.5):
        with pytest.raises(ValueError, match="cdf must return 2 probabilities, got"):
            ks_distance([1, 2], cdf)


def test_a_distribution_may_be_sure_of_where_its_values_lie():
    assert ks_distance([-1.0, 0.5, 2.0], lambda x: np.clip(x, 0, 1)) == pytest.approx(1 / 3)


def test_rejection_where_the_proposal_is_uneven_or_none_is_wanted():
    rng = np.random.default_rng(0)
    half = rejection(rng, 4000, lambda rng: 2 * rng.random(), lambda x: x / 2, lambda x: 0.5, 2)
    assert half[1] / 4000 == pytest.approx(2, rel=0.1)  # M tries for each draw
    assert ks_distance(half[0], lambda x: x * x / 4) < limit(4000)
    assert rejection(rng, 9, lambda rng: rng.random(), lambda x: 1.0, lambda x: 1.0, 1)[1] == 9
    # Both densities are 0 for every second value: it may be proposed, and is never drawn.
    turns = iter(range(10**6))
    odd = rejection(rng, 60_000, lambda rng: next(turns), lambda x: x % 2, lambda x: x % 2, 1)
    assert (odd[0] % 2 == 1).all() and odd[1] == 120_000


def test_a_waiting_time_beyond_the_floats():
    assert exponential_from([0.0, 0.9], 1e-309).tolist() == [0.0, math.inf]
