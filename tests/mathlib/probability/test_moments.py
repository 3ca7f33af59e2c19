from fractions import Fraction
from functools import reduce

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.moments import (
    Moments,
    correlation,
    covariance,
    moments_merge,
    moments_of,
    variance,
)

seeds = st.integers(0, 999)
offsets = st.sampled_from([0.0, 1e8, -1e8, 1e12])
lists = st.lists(st.integers(-50, 50), min_size=1, max_size=12)


def drawn(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)


def exact(x, ddof=0):
    """The variance of the very floats, without rounding: by the squares of all differences."""
    x = [Fraction(float(v)) for v in x]
    pairs = sum((a - b) ** 2 for a in x for b in x)
    return pairs / 2 / len(x) / (len(x) - ddof)


@given(x=lists, ddof=st.integers(0, 2), offset=offsets, size=st.sampled_from([2.0**-600, 1.0, 8.0]))
def test_the_variance_is_that_of_the_fractions_wherever_the_numbers_lie(x, ddof, offset, size):
    if ddof >= len(x):
        return
    wanted = float(exact(x, ddof))
    shifted = variance(np.array(x) + offset, ddof)
    assert shifted == pytest.approx(wanted, rel=1e-9, abs=1e-25)
    if size >= 1:
        assert variance(size * np.array(x), ddof) == pytest.approx(size**2 * wanted, rel=1e-13)


@given(seed=seeds, n=st.integers(1, 30), offset=offsets)
def test_every_split_and_every_order_of_merging_gives_one_state(seed, n, offset):
    x = drawn(seed, n) + offset
    rng = np.random.default_rng(seed)
    cuts = np.sort(rng.integers(0, n + 1, size=4))
    parts = [moments_of(part) for part in np.split(x, cuts)]
    forwards = reduce(moments_merge, parts)
    backwards = reduce(lambda a, b: moments_merge(b, a), [parts[i] for i in rng.permutation(5)])
    by_pairs = moments_merge(moments_merge(*parts[:2]), reduce(moments_merge, parts[2:]))
    rough = 1e-12 + 1e-15 * abs(offset)
    for state in (moments_of(x), forwards, backwards, by_pairs):
        assert state.N == n
        assert state.mean == pytest.approx(np.mean(x - offset) + offset, rel=1e-14, abs=1e-14)
        assert state.squares / n == pytest.approx(float(exact(x)), rel=20 * rough, abs=rough)


@given(seed=seeds, N=st.integers(2, 20), n=st.integers(1, 4), offset=st.sampled_from([0.0, 1e8]))
def test_covariance_and_correlation_are_numpys(seed, N, n, offset):
    X = drawn(seed, N, n)
    rough = {"rtol": 1e-7 if offset else 1e-12, "atol": 1e-7 if offset else 1e-13}
    for ddof in (0, 1):
        wanted = np.cov(X.T, ddof=ddof).reshape(n, n)
        np.testing.assert_allclose(covariance(X + offset, ddof), wanted, **rough)
    np.testing.assert_allclose(
        correlation(X + offset), np.corrcoef(X.T).reshape(n, n), rtol=0, atol=rough["atol"]
    )
    S = covariance(X)
    assert (S == S.T).all() and np.linalg.eigvalsh(S).min() > -1e-12
    assert [variance(x) for x in X.T] == pytest.approx(np.diag(S), rel=1e-12)


@given(seed=seeds, sizes=st.tuples(*[st.sampled_from([-1e200, -1.0, 1e-200, 3.0])] * 2))
def test_a_correlation_sees_no_units_but_a_sign(seed, sizes):
    X = drawn(seed, 9, 2)
    signs = np.sign(sizes)
    np.testing.assert_allclose(
        correlation(X * sizes), correlation(X) * np.outer(signs, signs), rtol=0, atol=1e-13
    )


def test_by_hand():
    assert variance([1, 3]) == 1 and variance([1, 3], 1) == 2 and variance([7]) == 0
    assert variance([4, 7, 13, 16], 1) == 30 and variance([True, False]) == 0.25
    assert moments_of([]) == Moments(0, 0, 0) == moments_merge(moments_of([]), moments_of([]))
    assert moments_of([2, 4, 9]) == Moments(3, 5, 26)
    assert moments_merge(Moments(1, 2.0, 0.0), Moments(2, 6.5, 12.5)) == Moments(3, 5, 26)
    assert covariance([[1, 1], [3, 5]]).tolist() == [[1, 2], [2, 4]]
    assert covariance([[1, 1], [3, 5]], 1).tolist() == [[2, 4], [4, 8]]
    assert covariance([[5, 1]]).tolist() == [[0, 0], [0, 0]]
    assert covariance(np.ones((3, 0))).shape == (0, 0)
    # On a line rising to its end, and falling.
    fall = correlation([[1, 7], [2, 5], [3, 3]])
    assert fall.diagonal().tolist() == [1, 1] and fall[0, 1] == pytest.approx(-1, abs=1e-15)


def test_at_the_ends_of_the_floats():
    assert variance([1.7e308] * 3) == 0 and variance([1.7e308, -1.7e308]) == np.inf
    assert variance([1e-160, 3e-160]) == pytest.approx(1e-320, rel=1e-3)
    assert variance([1e160, 3e160]) == np.inf
    S = covariance([[1e200, 1e-200, 0], [3e200, 5e-200, 0]])
    assert S[0, 0] == np.inf and S[0, 1] == pytest.approx(2) and S[2].tolist() == [0, 0, 0]
    assert correlation([[1e200, 1e-200], [3e200, 5e-200]]).tolist() == [[1, 1], [1, 1]]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: variance([]), r"x must not be empty, got shape \(0,\)"),
        (lambda: variance([1, 2], 2), "ddof must be at most 1, got 2"),
        (lambda: variance([1, 2], -1), "ddof must be at least 0, got -1"),
        (lambda: variance([1, np.inf]), "x must be finite"),
        (lambda: variance([[1, 2]]), "x must be a vector"),
        (lambda: moments_of([np.nan]), "x must be finite"),
        (lambda: moments_merge(Moments(-1, 0.0, 0.0), Moments(0, 0.0, 0.0)), "a must be at least"),
        (lambda: moments_merge(Moments(1, 0.0, 0.0), Moments(1, 0.0, -1.0)), "b must have a fin"),
        (lambda: moments_merge(Moments(1, np.inf, 0.0), Moments(0, 0.0, 0.0)), "a must have a f"),
        (lambda: covariance(np.ones((0, 2))), r"X must not be empty, got shape \(0, 2\)"),
        (lambda: covariance([[1, 2]], 1), "ddof must be at most 0, got 1"),
        (lambda: covariance([1, 2]), "X must be a matrix"),
        (lambda: correlation([[1, 2], [3, 2]]), "constant column, got 2.0 in all of column 1"),
        (lambda: correlation([[0.1, 2]] * 3), "constant column, got 0.1 in all of column 0"),
        (lambda: correlation(np.ones((0, 2))), "X must not be empty"),
    ],
)
def test_misuse_is_told(call, said):
    with pytest.raises(ValueError, match=said):
        call()


def test_units_of_every_size_leave_no_nan():
    X = [[-1.7e308, 0], [1.7e308, 1], [1.7e308, -1]]
    assert covariance(X).tolist() == [[np.inf, 0], [0, pytest.approx(2 / 3)]]


@given(seed=seeds, N=st.integers(2, 9))
def test_opposite_columns_are_never_more_than_opposite(seed, N):
    x = drawn(seed, N)
    R = correlation(np.column_stack([x, -x, 3 * x]))
    assert R.min() >= -1 and R.max() <= 1 and R[0, 1] == pytest.approx(-1)


def test_what_is_no_state_is_refused():
    with pytest.raises(TypeError, match=r"^b must"):
        moments_merge(Moments(1, 0.0, 0.0), (1, 0.0, "none"))
    with pytest.raises(
        TypeError, match=r"a must be a triple \(N, mean, squares\), got \[1, 2, 3\]"
    ):
        moments_merge([1, 2, 3], Moments(0, 0.0, 0.0))
