import math
from decimal import Decimal, getcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.gaussian import (
    cov_root,
    mvn_conditional,
    mvn_logpdf,
    normal_cdf,
    normal_logpdf,
)

try:
    from scipy import stats
except ImportError:
    stats = None

needs_scipy = pytest.mark.skipif(stats is None, reason="needs SciPy")
seeds = st.integers(0, 999)
means, sds = st.floats(-1e8, 1e8), st.floats(1e-6, 1e6)


def normal(seed, n):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(n, n + 2))
    return rng, rng.normal(size=n), A @ A.T


def near(got, wanted, rtol=1e-12, atol=0.0):
    np.testing.assert_allclose(got, wanted, rtol=rtol, atol=atol)


@given(mean=means, sd=sds, k=st.floats(-200, 200))
def test_the_log_density_falls_by_half_the_square(mean, sd, k):
    x = mean + k * sd
    z = (x - mean) / sd
    fall = normal_logpdf(mean, mean, sd) - normal_logpdf(x, mean, sd)
    near(fall, z * z / 2, 1e-9, 1e-12)
    near(normal_logpdf(mean, mean, sd), -math.log(sd) - 0.5 * math.log(2 * math.pi), 1e-12, 1e-13)


@given(seed=seeds, mean=means, sd=sds)
def test_densities_integrate_to_the_distribution_function(seed, mean, sd):
    low, high = np.sort(np.random.default_rng(seed).uniform(-5, 5, size=2))
    t, w = np.polynomial.legendre.leggauss(60)
    z = (low + high) / 2 + (high - low) / 2 * t
    area = (high - low) / 2 * w @ np.exp(normal_logpdf(z))
    share = normal_cdf(mean + sd * high, mean, sd) - normal_cdf(mean + sd * low, mean, sd)
    # at the offset of 1e8 a value has a digit for every 1e-8, and its z so many fewer
    near(share, area, 1e-9, 1e-13 + 3e-16 * (1 + abs(mean) / sd))


@given(z=st.floats(-37, 37))
def test_both_sides_are_alike(z):
    near(normal_cdf(z) + normal_cdf(-z), 1)
    near(normal_logpdf(z), normal_logpdf(-z))


@given(seed=seeds, n=st.integers(1, 6))
def test_the_factor_is_triangular_and_gives_the_covariance_back(seed, n):
    _, _, cov = normal(seed, n)
    R = cov_root(cov)
    near(R.T @ R, cov, 1e-12, 1e-12)
    assert not np.tril(R, -1).any() and (np.diag(R) > 0).all()


@given(seed=seeds, n=st.integers(1, 6))
def test_log_densities_of_the_plane_are_those_of_inverse_and_determinant(seed, n):
    rng, mean, cov = normal(seed, n)
    X = mean + rng.normal(size=(4, n))
    d = X - mean
    squares = np.einsum("ki,ij,kj->k", d, np.linalg.inv(cov), d)
    wanted = -0.5 * (squares + np.linalg.slogdet(2 * np.pi * cov)[1])
    near(mvn_logpdf(X, mean, cov), wanted, 1e-9, 1e-9)
    near(mvn_logpdf(X[1], mean, cov), wanted[1], 1e-9, 1e-9)


@given(seed=seeds, n=st.integers(1, 5), k=st.integers(1, 5))
def test_known_and_others_make_up_the_whole(seed, n, k):
    rng, mean, cov = normal(seed, n + 1)
    known = rng.permutation(n + 1)[: min(k, n + 1)].tolist()
    x = mean + rng.normal(size=n + 1)
    others = [i for i in range(n + 1) if i not in known]
    m, C = mvn_conditional(mean, cov, known, x[known])
    together = mvn_logpdf(x[known], mean[known], cov[np.ix_(known, known)])
    together += mvn_logpdf(x[others], m, C)
    near(together, mvn_logpdf(x, mean, cov), 1e-9, 1e-9)
    assert (C == C.T).all()
    near(C, np.linalg.inv(np.linalg.inv(cov)[np.ix_(others, others)]), 1e-7, 1e-10)


@given(seed=seeds, n=st.integers(1, 5))
def test_independent_ones_add_their_log_densities(seed, n):
    rng = np.random.default_rng(seed)
    mean, sd, x = rng.normal(size=n), rng.uniform(0.1, 9, size=n), rng.normal(size=n)
    alone = sum(float(normal_logpdf(x[i], mean[i], sd[i])) for i in range(n))
    near(mvn_logpdf(x, mean, np.diag(sd**2)), alone, 1e-12, 1e-12)


@needs_scipy
@given(mean=st.floats(-9, 9), sd=st.floats(0.1, 9), x=st.floats(-300, 300))
def test_scipy_says_the_same(mean, sd, x):
    near(normal_logpdf(x, mean, sd), stats.norm.logpdf(x, mean, sd), 1e-12, 1e-13)
    near(normal_cdf(x, mean, sd), stats.norm.cdf(x, mean, sd), 1e-11, 1e-300)


def test_torch_says_the_same():
    torch = pytest.importorskip("torch")
    rng, mean, cov = normal(5, 4)
    x = rng.normal(size=(3, 4))
    theirs = torch.distributions.MultivariateNormal(*map(torch.tensor, (mean, cov)))
    near(mvn_logpdf(x, mean, cov), theirs.log_prob(torch.tensor(x)).numpy(), 1e-10)


def test_a_case_by_hand():
    assert float(normal_logpdf(3, 3, 0.1)) == pytest.approx(math.log(3.989422804), abs=1e-9)
    assert mvn_conditional([1, 2, 3], [[4, 2, 0], [2, 5, 0], [0, 0, 9]], [1], [7])[0].tolist() == [
        3,
        3,
    ]
    m, C = mvn_conditional([0, 0], [[1, 0.8], [0.8, 1]], [1], [2])
    near(m, [1.6])
    near(C, [[0.36]])


def test_far_out_every_digit_is_right():
    getcontext().prec = 50
    pi = Decimal("3.14159265358979323846264338327950288419716939937510")
    for z in (1, 40, 1000, 10**8):
        wanted = -(Decimal(z) ** 2) / 2 - (2 * pi).ln() / 2
        assert float(normal_logpdf(z)) == pytest.approx(float(wanted), rel=1e-15)
    near(normal_logpdf(1e8 + 40, 1e8), normal_logpdf(40))
    near(normal_cdf([-10, -38]), [7.619853024160527e-24, 2.885428e-316], 1e-6)
    assert normal_logpdf([np.inf, -np.inf, 1e200]).tolist() == [-np.inf] * 3
    assert normal_cdf([np.inf, -np.inf]).tolist() == [1, 0]
    for x, mean, cov in (
        ([1e308, 0], [-1e308, 0], np.eye(2)),
        ([1e308, 1e308], [0, 0], 1e-300 * np.array([[2, 1], [1, 2]])),
    ):
        assert mvn_logpdf([x, mean], mean, cov)[0] == -np.inf
        assert np.isfinite(mvn_logpdf([x, mean], mean, cov)[1])
    assert np.isnan(normal_logpdf(np.nan)) and np.isnan(normal_cdf(np.nan))


def test_two_hundred_dimensions_and_a_thousand():
    for n, sd in ((200, 0.1), (1000, 1e3), (1000, 1e-3)):
        x = np.random.default_rng(n).normal(size=n)
        with np.errstate(over="ignore"):
            assert np.linalg.det(sd**2 * np.eye(n)) in (0, np.inf)
        near(mvn_logpdf(x, x * 0, sd**2 * np.eye(n)), normal_logpdf(x, 0, sd).sum(), 1e-11)
    near(mvn_logpdf([1e8 + 1, -1e8], [1e8, -1e8], np.eye(2)), mvn_logpdf([1, 0], [0, 0], np.eye(2)))


def test_sizes_none_and_one():
    assert normal_logpdf([]).shape == normal_cdf([]).shape == (0,)
    near(mvn_logpdf([[40.0]], [0], [[1]]), normal_logpdf([40]))
    assert mvn_logpdf(np.ones((0, 2)), [0, 0], np.eye(2)).shape == (0,)
    m, C = mvn_conditional([1, 2], [[2, 1], [1, 2]], [], [])
    near(m, [1, 2])
    near(C, [[2, 1], [1, 2]])
    m, C = mvn_conditional([1, 2], np.eye(2), [1, 0], [5, 6])
    assert m.shape == (0,) and C.shape == (0, 0)


@pytest.mark.parametrize(
    ("cov", "match"),
    [
        ([[1, 2], [2, 1]], "positive definite, got"),
        ([[1, 1], [1, 1]], "positive definite, got"),
        ([[0.1, 0.3], [0.3, 0.9]], "positive definite, got"),
        ([[1, 0], [0, 0]], "positive definite, got"),
        ([[1, 0.5], [0, 1]], "symmetric, got"),
        ([[1, 0]], "square, got"),
        ([[-1]], "positive definite, got"),
    ],
)
def test_what_is_no_covariance_is_refused(cov, match):
    with pytest.raises(ValueError, match=match):
        cov_root(cov)


def test_misuse():
    for sd in (0, -1, np.inf):
        with pytest.raises(ValueError, match="sd must be positive and finite, got"):
            normal_logpdf(0, 0, sd)
    with pytest.raises(ValueError, match="mean must be finite, got inf"):
        normal_cdf(0, np.inf)
    with pytest.raises(ValueError, match="mean must be as long as cov, 2, got 3"):
        mvn_logpdf([0, 0, 0], [0, 0, 0], np.eye(2))
    for x in ([1, 2, 3], [np.nan, 1], 3):
        with pytest.raises(ValueError, match="x must be finite, of shape"):
            mvn_logpdf(x, [0, 0], np.eye(2))
    for known in ([2], [0, 0]):
        with pytest.raises(ValueError, match="known must be different integers below 2, got"):
            mvn_conditional([0, 0], np.eye(2), known, [1] * len(known))
    for mask in ([True, False], np.array([False, True])):
        with pytest.raises(TypeError, match="known must hold places, not True and False"):
            mvn_conditional([0, 0], np.eye(2), mask, [1, 2])
    with pytest.raises(ValueError, match="values must be as long as known, 1, got 2"):
        mvn_conditional([0, 0], np.eye(2), [0], [1, 2])
