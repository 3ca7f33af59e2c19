from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.expectation import expectation, running_means

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
seeds = st.integers(0, 999)


def drawn(seed, *shape):
    rng = np.random.default_rng(seed)
    p = rng.dirichlet(np.ones(shape[-1]), size=shape[:-1])
    return p, rng.normal(size=shape)


@given(seed=seeds, n=st.integers(1, 9), a=st.integers(-9, 9), b=st.integers(-9, 9))
def test_it_is_linear_and_lies_between_the_least_and_the_most(seed, n, a, b):
    p, f = drawn(seed, n)
    g = drawn(seed + 1, n)[1]
    left, right = expectation(p, a * f + b * g), a * expectation(p, f) + b * expectation(p, g)
    assert left == pytest.approx(right, rel=1e-12, abs=1e-12)
    assert f.min() - 1e-12 <= expectation(p, f) <= f.max() + 1e-12


@given(seed=seeds, n=st.integers(1, 6), m=st.integers(1, 4))
def test_it_goes_along_an_axis_and_a_vector_stands_for_every_line(seed, n, m):
    p, f = drawn(seed, m, n)
    wanted = [sum(a * b for a, b in zip(*rows, strict=True)) for rows in zip(p, f, strict=True)]
    for got in (expectation(p, f), expectation(p.T, f.T, axis=0), expectation(p.T, f.T, 0)):
        np.testing.assert_allclose(got, wanted, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(expectation(p[0], f), f @ p[0], rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(expectation(p, f[0]), p @ f[0], rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(expectation(p[0], f.T, axis=0), f @ p[0], rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(expectation(p.T, f[0], axis=0), p @ f[0], rtol=1e-12, atol=1e-14)
    np.testing.assert_array_equal(expectation(p[0], f, axis=1), expectation(p[0], f))
    np.testing.assert_array_equal(expectation(p, f[0], axis=1), expectation(p, f[0]))


@given(seed=seeds, offset=st.sampled_from([0.0, 1e8, -1e8, 1e300]))
def test_an_offset_comes_out_again(seed, offset):
    p, f = drawn(seed, 7)
    p = np.round(p * 1024) / 1024
    p[0] += 1 - p.sum()  # now exact
    exact = sum(Fraction(a) * Fraction(b) for a, b in zip(p, f + offset, strict=True))
    if (p >= 0).all():
        assert expectation(p, f + offset) == pytest.approx(float(exact), rel=1e-14)


@given(seed=seeds, n=st.integers(0, 30), size=st.sampled_from([1e-300, 1.0, 1e8, 1e307]))
def test_each_running_mean_is_a_mean_at_any_size(seed, n, size):
    x = np.random.default_rng(seed).uniform(-9, 9, size=n)
    got = running_means(size * x)
    wanted = [float(sum(map(Fraction, x[: k + 1])) / (k + 1)) for k in range(n)]
    np.testing.assert_allclose(got / size, wanted, rtol=1e-12, atol=1e-13)
    two = running_means(np.stack([x, 2 * x], axis=1), axis=0)
    np.testing.assert_allclose(two, np.stack([wanted, 2 * np.array(wanted)], axis=1), atol=1e-12)


@needs_torch
@given(seed=seeds)
def test_running_means_are_those_of_torch(seed):
    x = np.random.default_rng(seed).normal(size=(3, 20)) + 1e8
    sums = torch.cumsum(torch.tensor(x), dim=1).numpy()
    np.testing.assert_allclose(running_means(x), sums / np.arange(1, 21), rtol=1e-13)


def test_by_hand():
    assert expectation([0.25, 0.75], [4, 8]) == 7 and expectation([1], [3]) == 3
    assert expectation([True, False], [3, 4]) == 3
    assert expectation([0, 1], [np.inf, 2]) == 2 and expectation([1, 0], [2, -np.inf]) == 2
    assert expectation([0.5, 0.5], [np.inf, 2]) == np.inf
    assert expectation([0.5, 0.5], [[-np.inf, 2], [np.inf, 2]]).tolist() == [-np.inf, np.inf]
    assert expectation([0.5, 0.4995], [1, 1]) == 0.9995  # a rounded table is not changed
    assert np.ndim(expectation([0.5, 0.5], [1, 2])) == 0
    assert running_means([6, 2, 1, 3]).tolist() == [6, 4, 3, 3]
    assert running_means([]).shape == (0,) and running_means([7]).tolist() == [7]
    assert running_means([1.7e308, 1.7e308, -1.7e308]).tolist() == pytest.approx(
        [1.7e308, 1.7e308, 1.7e308 / 3]
    )


def test_what_has_no_expectation_is_refused():
    with pytest.raises(ValueError, match="f must not be inf and -inf where p is positive"):
        expectation([0.5, 0.25, 0.25], [np.inf, 0, -np.inf])
    assert expectation([0.5, 0.5, 0], [np.inf, 0, -np.inf]) == np.inf
    for p in ([0.5, 0.4], [1.5, -0.5], [np.nan, 1], [0.5, 0.502]):
        with pytest.raises(ValueError, match="p must be probabilities that sum to 1"):
            expectation(p, [1, 2])
    with pytest.raises(ValueError, match=r"f must fit p along axis -1, got shapes \(3,\) and \(2,"):
        expectation([0.5, 0.5], [1, 2, 3])
    with pytest.raises(ValueError, match="f must fit p"):
        expectation(np.full((2, 2), 0.5), np.ones((2, 3)))
    with pytest.raises(ValueError, match="x must have an axis of numbers, got the single number 3"):
        running_means(3)
    with pytest.raises(ValueError, match="x must be finite"):
        running_means([1, np.inf])
    with pytest.raises(ValueError, match="axis must be an axis of shape"):
        running_means([1, 2], axis=1)
