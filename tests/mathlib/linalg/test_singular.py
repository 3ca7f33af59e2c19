import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.singular import explained, low_rank, pca, pinv

sizes = st.tuples(st.integers(0, 5), st.integers(0, 5))
# Integers, so that there are ties, zeros and matrices of every rank, and no tiny number.
tables = sizes.flatmap(lambda shape: arrays(float, shape, elements=st.integers(-4, 4).map(float)))
data = st.tuples(st.integers(2, 7), st.integers(1, 4)).flatmap(
    lambda shape: arrays(float, shape, elements=st.integers(-9, 9).map(float))
)
scales = st.sampled_from([1.0, 1e200, 1e-200, -3.0])
near = {"rtol": 1e-10, "atol": 1e-10}


def error(A, B):
    return np.sqrt(np.sum((A - B) ** 2))


@given(A=tables, k=st.integers(0, 6), seed=st.integers(0, 99))
def test_low_rank_has_rank_k_and_no_other_such_matrix_is_nearer(A, k, seed):
    rng = np.random.default_rng(seed)
    best = low_rank(A, k)
    assert best.shape == A.shape
    assert np.linalg.matrix_rank(best, tol=1e-9) <= k if A.size else True
    other = rng.normal(size=(A.shape[0], k)) @ rng.normal(size=(k, A.shape[1]))
    basis = np.linalg.qr(rng.normal(size=(A.shape[1], k)))[0]
    for B in (other, A @ basis @ basis.T):  # any, and a fitting one
        assert error(A, best) <= error(A, B) + 1e-9
        if A.size:
            assert np.linalg.norm(A - best, 2) <= np.linalg.norm(A - B, 2) + 1e-9


@given(A=tables, scale=scales)
def test_all_layers_make_the_matrix_whatever_its_size(A, scale):
    np.testing.assert_allclose(low_rank(scale * A, 6) / scale, A, **near)
    assert not low_rank(scale * A, 0).any()


@given(A=tables, scale=scales)
def test_the_pseudo_inverse_keeps_the_four_conditions_of_penrose(A, scale):
    P = pinv(scale * A) * scale
    assert P.shape == A.shape[::-1]
    np.testing.assert_allclose(A @ P @ A, A, **near)
    np.testing.assert_allclose(P @ A @ P, P, **near)
    np.testing.assert_allclose((A @ P).T, A @ P, **near)
    np.testing.assert_allclose((P @ A).T, P @ A, **near)


@given(X=data, scale=st.sampled_from([1.0, 1e100, 1e-100, -3.0]))
def test_the_scores_are_uncorrelated_and_lead_back_to_the_data(X, scale):
    found = pca(scale * X)
    N, n = X.shape
    q = min(N, n)
    assert [part.shape for part in found] == [(n,), (n, q), (q,), (N, q)]
    assert (np.diff(found.variances) <= 0).all() and (found.variances >= 0).all()
    np.testing.assert_allclose(found.axes.T @ found.axes, np.eye(q), **near)
    scores = found.scores / scale
    np.testing.assert_allclose(scores.sum(axis=0), 0, **near)
    np.testing.assert_allclose(
        scores.T @ scores / (N - 1), np.diag(found.variances / scale**2), **near
    )
    np.testing.assert_allclose(
        (found.scores @ found.axes.T + found.mean) / scale, X, rtol=1e-10, atol=1e-10
    )
    at = np.abs(found.axes).argmax(axis=0)
    assert (found.axes[at, range(q)] > 0).all()


@given(X=data, scale=scales)
def test_the_shares_are_those_of_the_covariance(X, scale):
    if (X == X[0]).all():
        with pytest.raises(ValueError, match="not all the same"):
            explained(X)
        return
    lam = np.linalg.eigvalsh(np.cov(X.T).reshape(X.shape[1], -1))[::-1]
    shares = explained(scale * X)
    np.testing.assert_allclose(shares, (lam / lam.sum())[: len(shares)], **near)
    assert shares.sum() == pytest.approx(1, rel=1e-12)


def test_numpy_has_the_same_pseudo_inverse_and_axes():
    rng = np.random.default_rng(0)
    for shape in ((1, 1), (1, 4), (4, 1), (3, 5), (5, 3), (4, 4)):
        A = rng.normal(size=shape)
        np.testing.assert_allclose(pinv(A), np.linalg.pinv(A), **near)
        A[0] = 0
        np.testing.assert_allclose(pinv(A), np.linalg.pinv(A), **near)
    X = rng.normal(size=(50, 3)) * [1, 5, 2] + 100
    lam, Q = np.linalg.eigh(np.cov(X.T))
    found = pca(X)
    np.testing.assert_allclose(found.variances, lam[::-1], rtol=1e-10)
    np.testing.assert_allclose(np.abs(np.sum(found.axes * Q[:, ::-1], axis=0)), 1, rtol=1e-10)


def test_cases_by_hand():
    A = [[4, 0], [3, 5]]
    np.testing.assert_allclose(low_rank(A, 1), [[2, 2], [4, 4]], **near)
    np.testing.assert_allclose(
        pinv([[1, 2], [2, 4], [3, 6]]), np.array([[1, 2, 3], [2, 4, 6]]) / 70
    )
    found = pca([[5, 5], [1, 1], [4, 2], [2, 4]])
    np.testing.assert_allclose(found.variances, [16 / 3, 4 / 3])
    np.testing.assert_allclose(found.axes[:, 0], np.sqrt([0.5, 0.5]))
    np.testing.assert_allclose(found.scores[:, 0], np.sqrt([8, 8, 0, 0]) * [1, -1, 1, 1], atol=1e-9)


def test_the_tolerance_says_what_counts_as_zero():
    A = np.diag([1.0, 1e-3, 1e-20])
    assert pinv(A)[1, 1] == pytest.approx(1e3) and pinv(A)[2, 2] == 0
    assert pinv(A, 1e-3)[1, 1] == 0 and pinv(A, 0.9e-3)[1, 1] == pytest.approx(1e3)
    assert pinv(A, 0)[2, 2] == pytest.approx(1e20)
    assert not pinv(A, np.inf).any()
    assert not pinv(np.zeros((2, 3)), 0).any() and pinv(np.zeros((2, 3))).shape == (3, 2)
    least = np.diag([1.0, 2 * 2.0**-52])  # 2 is the longer side
    assert pinv(least)[1, 1] == 0 and pinv(1.01 * least + np.diag([-0.01, 0]))[1, 1] > 0


def test_what_is_too_large_for_a_float_is_infinite_and_never_nan():
    tiny = pinv([[5e-324, 0], [0, 5e-324]], 0)
    assert np.isinf(np.diag(tiny)).all() and not np.isnan(tiny).any()
    huge = pca([[1e200, 0], [-1e200, 0], [0, 1.0]])
    assert huge.variances[0] == np.inf and np.isfinite(huge.scores).all()
    assert pinv([[1e308]])[0, 0] == pytest.approx(1e-308)
    # Its only singular value is 2e308, the sum of two entries is too large, their mean is not.
    np.testing.assert_allclose(low_rank(np.full((2, 2), 1e308), 1), np.full((2, 2), 1e308))
    wide = [[1.5e308], [1.5e308], [-1.5e308]]
    assert pca(wide).mean[0] == pytest.approx(5e307) and explained(wide).tolist() == [1.0]
    assert pca(wide).scores[0, 0] == pytest.approx(1e308) and pca(wide).scores[2, 0] == -np.inf


def test_without_entries():
    assert low_rank(np.zeros((0, 3)), 2).shape == (0, 3)
    assert pinv(np.zeros((0, 3))).shape == (3, 0) and pinv(np.zeros((3, 0))).shape == (0, 3)
    found = pca(np.zeros((3, 0)))
    assert [part.shape for part in found] == [(0,), (0, 0), (0,), (3, 0)]
    with pytest.raises(ValueError, match="not all the same"):
        explained(np.zeros((3, 0)))


def test_nothing_that_is_returned_shares_memory_with_what_was_given():
    A = np.diag([3.0, 2.0])
    before = A.copy()
    for result in (low_rank(A, 2), pinv(A), *pca(A), explained(A)):
        assert not np.shares_memory(result, A)
    np.testing.assert_array_equal(A, before)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: low_rank([1, 2], 1), r"A must be a matrix, of shape \(m, n\), got shape \(2,\)"),
        (lambda: low_rank([[np.inf]], 1), "A must be finite"),
        (lambda: low_rank([[1]], -1), "k must be at least 0, got -1"),
        (lambda: pinv([[np.nan]]), "A must be finite"),
        (lambda: pinv([[1]], -1), "tol must be 0 or more, got -1"),
        (lambda: pinv([[1]], np.nan), "tol must be 0 or more, got nan"),
        (lambda: pca([[1, 2]]), r"X must have at least two rows, got shape \(1, 2\)"),
        (lambda: pca([[1, 2], [np.nan, 1]]), "X must be finite"),
        (lambda: explained([[1, 2], [1, 2]]), "X must have rows that are not all the same"),
        (lambda: explained([[1, 2]]), "X must have rows that are not all the same"),
    ],
)
def test_misuse(call, message):
    with pytest.raises(ValueError, match=message):
        call()
