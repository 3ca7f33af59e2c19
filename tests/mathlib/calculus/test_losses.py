"""Losses and minibatches: Huber's loss is smooth, convex, between two others; epochs are whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.calculus.losses import huber, huber_slope, minibatches

MISSES = arrays(float, 5, elements=st.floats(-50, 50))
DELTAS = st.floats(0.01, 20)


# Laws


@given(MISSES, DELTAS)
def test_huber_is_below_both_others_and_even(r, delta):
    h = huber(r, delta)
    assert np.all(h <= r**2 / 2 + 1e-9) and np.all(h <= delta * np.abs(r) + 1e-9)
    assert np.all(h >= 0)
    np.testing.assert_array_equal(h, huber(-r, delta))
    np.testing.assert_array_equal(huber_slope(-r, delta), -huber_slope(r, delta))


@given(MISSES, MISSES, DELTAS)
def test_huber_lies_above_its_tangents(r, u, delta):
    tangent = huber(r, delta) + huber_slope(r, delta) * (u - r)
    assert np.all(huber(u, delta) >= tangent - 1e-9 * (1 + delta * 100))


@given(MISSES, DELTAS)
def test_the_slope_is_the_difference_quotient(r, delta):
    h = 1e-4
    quotient = (huber(r + h, delta) - huber(r - h, delta)) / (2 * h)
    np.testing.assert_allclose(quotient, huber_slope(r, delta), rtol=0, atol=h)


@given(MISSES, DELTAS)
def test_scaling_the_miss_and_the_threshold_scales_the_loss_by_the_square(r, delta):
    np.testing.assert_allclose(huber(3 * r, 3 * delta), 9 * huber(r, delta), rtol=1e-12, atol=1e-12)


@given(st.integers(1, 40), st.data())
def test_an_epoch_holds_every_example_once(N, data):
    B = data.draw(st.integers(1, N))
    batches = minibatches(N, B, np.random.default_rng(N))
    assert sorted(np.concatenate(batches).tolist()) == list(range(N))
    assert [len(S) for S in batches[:-1]] == [B] * ((N - 1) // B)
    assert len(batches[-1]) == (N % B or B)


def test_each_order_is_as_likely_as_another():
    rng = np.random.default_rng(3)
    first = [tuple(sorted(minibatches(4, 2, rng)[0].tolist())) for _ in range(3000)]
    counts = [first.count(pair) for pair in sorted(set(first))]
    assert len(counts) == 6 and min(counts) > 400


# Oracles


@given(MISSES, DELTAS)
def test_against_the_formula(r, delta):
    far = np.abs(r)
    wanted = np.where(far <= delta, r**2 / 2, delta * (far - delta / 2))
    np.testing.assert_allclose(huber(r, delta), wanted, rtol=1e-12, atol=1e-12)


def test_against_torch():
    torch = pytest.importorskip("torch")
    r = torch.linspace(-4, 4, 33, dtype=torch.float64, requires_grad=True)
    for delta in (0.5, 1.0, 2.0):
        zero = torch.zeros_like(r)
        loss = torch.nn.functional.huber_loss(r, zero, reduction="none", delta=delta)
        (slope,) = torch.autograd.grad(loss.sum(), r)
        at = r.detach().numpy()
        np.testing.assert_allclose(huber(at, delta), loss.detach().numpy(), rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(huber_slope(at, delta), slope.numpy(), rtol=1e-12, atol=0)


# By hand


def test_by_hand():
    assert huber([0, 1, 2, -10], 2).tolist() == [0, 0.5, 2, 18]
    assert huber_slope([0, 1, 2, -10], 2).tolist() == [0, 1, 2, -2]
    assert huber(3).tolist() == 2.5 and huber(np.array([[0.5]])).shape == (1, 1)


@pytest.mark.parametrize("f", [huber, huber_slope])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 2)])
def test_the_shape_is_that_of_the_misses(f, shape):
    found = f(np.ones(shape))
    assert isinstance(found, np.ndarray) and found.shape == shape


def test_large_misses_stay_finite():
    assert huber(1e300, 2.0) == 2e300


def test_the_generator_says_the_order():
    one, two = (minibatches(9, 4, np.random.default_rng(5)) for _ in range(2))
    assert [S.tolist() for S in one] == [S.tolist() for S in two]
    assert [S.tolist() for S in one] != [[0, 1, 2, 3], [4, 5, 6, 7], [8]]


# Misuse


@pytest.mark.parametrize("f", [huber, huber_slope])
def test_misuse(f):
    with pytest.raises(ValueError, match="delta must be positive"):
        f([1], 0)
    with pytest.raises(ValueError, match="r must be"):
        f([np.nan])


def test_misuse_of_batches():
    rng = np.random.default_rng(1)
    with pytest.raises(ValueError, match="B must be"):
        minibatches(3, 4, rng)
    with pytest.raises(ValueError, match="N must be"):
        minibatches(0, 1, rng)
    with pytest.raises(TypeError, match="rng must be"):
        minibatches(3, 1, 7)


def test_more_rows_than_memory_holds_are_refused_by_their_name():
    with pytest.raises(ValueError, match=r"^N must be small enough"):
        minibatches(10**12, 1, np.random.default_rng(0))
