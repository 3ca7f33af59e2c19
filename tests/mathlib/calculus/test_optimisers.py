"""Optimisers: what each step does on a bowl, and that PyTorch takes the same ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.optimisers import adam, descent, momentum, rmsprop, walk

torch = pytest.importorskip("torch")
SEEDS = st.integers(0, 2**32 - 1)
OURS = {
    "descent": lambda state, g: descent(state, g, 0.07),
    "momentum": lambda state, g: momentum(state, g, 0.07, 0.8),
    "rmsprop": lambda state, g: rmsprop(state, g, 0.07, 0.9, 1e-6),
    "rmsprop, as it is": lambda state, g: rmsprop(state, g, 0.07),
    "adam": lambda state, g: adam(state, g, 0.07, 0.8, 0.95, 1e-6),
    "adam, as it is": lambda state, g: adam(state, g, 0.07),
}
THEIRS = {
    "descent": lambda w: torch.optim.SGD(w, lr=0.07),
    "momentum": lambda w: torch.optim.SGD(w, lr=0.07, momentum=0.8),
    "rmsprop": lambda w: torch.optim.RMSprop(w, lr=0.07, alpha=0.9, eps=1e-6),
    "rmsprop, as it is": lambda w: torch.optim.RMSprop(w, lr=0.07),
    "adam": lambda w: torch.optim.Adam(w, lr=0.07, betas=(0.8, 0.95), eps=1e-6),
    "adam, as it is": lambda w: torch.optim.Adam(w, lr=0.07),
}

# Laws


@given(SEEDS, st.floats(0.01, 2.2), st.integers(0, 30))
def test_descent_multiplies_the_error_along_each_axis(seed, rate, steps):
    rng = np.random.default_rng(seed)
    bends, x = rng.uniform(0.1, 1, size=3), rng.normal(size=3)
    places = walk(lambda state, g: descent(state, g, rate), lambda x: bends * x, x, steps)
    assert places.shape == (steps + 1, 3)
    assert places[-1] == pytest.approx((1 - rate * bends) ** steps * x, rel=1e-8, abs=1e-10)


@given(SEEDS, st.floats(0.0, 0.99))
def test_momentum_adds_up_all_gradients_each_with_its_age(seed, beta):
    gradients = np.random.default_rng(seed).normal(size=(9, 2))
    state = None
    for g in gradients:
        state, d = momentum(state, g, 0.3, beta)
    wanted = sum(beta**age * g for age, g in enumerate(gradients[::-1]))
    assert state == pytest.approx(wanted, rel=1e-9, abs=1e-12)
    assert d == pytest.approx(-0.3 * wanted, rel=1e-9, abs=1e-12)


@given(SEEDS, st.floats(0.0, 0.99), st.floats(0.0, 0.999))
def test_of_equal_gradients_the_corrected_means_are_these(seed, beta1, beta2):
    g = np.random.default_rng(seed).uniform(0.5, 2, size=3)
    state = None
    for t in range(1, 9):
        state, d = adam(state, g, 0.1, beta1, beta2)
        assert state[0] == t
        assert d == pytest.approx([-0.1] * 3, rel=1e-6)


@given(SEEDS, st.integers(-20, 20))
def test_another_unit_of_the_loss_is_another_eps(seed, power):
    gradients, c = np.random.default_rng(seed).normal(size=(6, 2)), 2.0**power
    for step in (rmsprop, adam):
        one = two = None
        for g in gradients:
            one, d = step(one, g, 0.1, eps=1e-3)
            two, scaled = step(two, c * g, 0.1, eps=1e-3 * c)
            assert scaled == pytest.approx(d, rel=1e-9)


@pytest.mark.parametrize("name", OURS)
def test_where_the_gradient_is_zero_nothing_moves(name):
    places = walk(OURS[name], lambda x: 0 * x, [3.0, -1.0], 5)
    np.testing.assert_array_equal(places, np.tile([3.0, -1.0], (6, 1)))


# Oracles


@pytest.mark.parametrize("name", OURS)
@given(seed=SEEDS)
def test_pytorch_takes_the_same_steps(name, seed):
    rng = np.random.default_rng(seed)
    A, b = rng.normal(size=(3, 3)), rng.normal(size=3)
    x, H = rng.normal(size=3), A @ A.T
    places = walk(OURS[name], lambda x: H @ x - b, x, 8)
    w = torch.tensor(x, requires_grad=True)
    optimiser = THEIRS[name]([w])
    for place in places[1:]:
        w.grad = torch.tensor(H) @ w.detach() - torch.tensor(b)
        optimiser.step()
        assert w.detach().numpy() == pytest.approx(place, rel=1e-6, abs=1e-8)


# By hand


def test_two_steps_of_each_by_hand():
    assert walk(lambda state, g: descent(state, g, 0.5), lambda x: x, [8], 2).tolist() == [
        [8],
        [4],
        [2],
    ]
    heavy = walk(lambda state, g: momentum(state, g, 0.5, 0.5), lambda x: x, [8], 2)
    assert heavy.tolist() == [[8], [4], [0]]
    s, d = rmsprop(None, [2.0], 1.0, 0.75, 1e-12)
    assert s.tolist() == [1.0]
    assert d == pytest.approx([-2.0])
    s, d = rmsprop(s, [-2.0], 1.0, 0.75, 1e-12)
    assert s.tolist() == [1.75]
    assert d == pytest.approx([2 / 1.75**0.5])
    (t, m, s), d = adam(None, [2.0], 1.0, 0.5, 0.75, 1e-12)
    assert (t, m.tolist(), s.tolist()) == (1, [1.0], [1.0])
    assert d == pytest.approx([-1.0])
    (t, m, s), d = adam((t, m, s), [0.0], 1.0, 0.5, 0.75, 1e-12)
    assert (t, m.tolist(), s.tolist()) == (2, [0.5], [0.75])
    assert d == pytest.approx([-(0.5 / 0.75) / (0.75 / (1 - 0.75**2)) ** 0.5])


def test_no_step_writes_its_arguments():
    g, v = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    momentum(v, g, 0.1, 0.9)
    rmsprop(v, g, 0.1)
    adam((3, v, v), g, 0.1)
    x = np.array([1.0, 2.0])
    places = walk(lambda state, g: descent(state, g, 0.5), lambda x: x, x, 1)
    places[:] = 0
    assert g.tolist() == [1, 2] and v.tolist() == [3, 4] and x.tolist() == [1, 2]


# Misuse


def test_what_cannot_be_is_refused():
    with pytest.raises(TypeError, match="state must be None, got 3"):
        descent(3, [1.0], 0.1)
    with pytest.raises(ValueError, match="rate must be positive and finite, got 0"):
        descent(None, [1.0], 0)
    with pytest.raises(ValueError, match="beta must be from 0 to less than 1, got 1"):
        momentum(None, [1.0], 0.1, 1)
    with pytest.raises(ValueError, match=r"alpha must be from 0 to less than 1, got -0.1"):
        rmsprop(None, [1.0], 0.1, -0.1)
    with pytest.raises(ValueError, match=r"beta1 must be .* got 1.5"):
        adam(None, [1.0], 0.1, 1.5)
    with pytest.raises(ValueError, match=r"beta2 must be .* got 1.0"):
        adam(None, [1.0], 0.1, 0.5, 1.0)
    with pytest.raises(ValueError, match="eps must be positive and finite, got 0"):
        rmsprop(None, [1.0], 0.1, eps=0)
    with pytest.raises(ValueError, match="state must have as many entries as g, 1, got 2"):
        momentum([1.0, 2.0], [1.0], 0.1, 0.5)
    with pytest.raises(ValueError, match="state must be a mean of squares"):
        rmsprop([-1.0], [1.0], 0.1)
    with pytest.raises(TypeError, match="state must be None or what the last step returned"):
        adam([1.0], [1.0], 0.1)
    with pytest.raises(ValueError, match=r"step must return a step of shape \(2,\)"):
        walk(lambda state, g: (None, 1.0), lambda x: x, [1.0, 2.0], 1)
    with pytest.raises(TypeError, match="step must return a state and a step"):
        walk(lambda state, g: -g, lambda x: x, [1.0, 2.0], 1)
    with pytest.raises(ValueError, match=r"gradient must have the shape \(1,\), got \(2,\)"):
        walk(OURS["descent"], lambda x: [1.0, 2.0], [1.0], 1)


@pytest.mark.parametrize("step", [rmsprop, adam])
def test_squares_beyond_all_floats_are_refused_and_not_taken_for_flat(step):
    assert step(None, [1e150], 0.1)[1][0] < -0.01
    with pytest.raises(ValueError, match="g must have squares that a float holds, got"):
        step(None, [1.0, -1e200], 0.1)


@pytest.mark.filterwarnings("ignore:overflow")
def test_a_walk_that_flies_off_says_so():
    with pytest.raises(ValueError, match=r"step must stay among floats, got \[.*\] after step 10"):
        walk(lambda state, g: descent(state, g, 3.0), lambda x: x, [1.0], 2000)


def test_a_flat_place_a_saddle_and_a_kink():
    for step in OURS.values():
        on_the_ridge = walk(step, lambda x: x * [1, -1], [1.0, 0.0], 50)
        assert not on_the_ridge[:, 1].any()
        beside = walk(step, lambda x: x * [1, -1], [1.0, 1e-6], 50)
        assert np.all(np.diff(beside[:, 1]) > 0)
    hover = walk(lambda state, g: descent(state, g, 0.4), np.sign, [1.0], 30)[:, 0]
    assert np.abs(hover[5:]).max() <= 0.4 + 1e-9 and hover[-1] != 0


def test_the_ends_of_what_is_taken():
    (_, m, s), _ = adam(None, [1.0], 0.1)
    assert adam((2**53, m, s), [1.0], 0.1)[0][0] == 2**53 + 1
    with pytest.raises(ValueError, match=r"^state\[0\] must be at most 9007199254740992, got"):
        adam((2**53 + 1, m, s), [1.0], 0.1)
    assert np.isfinite(adam(None, [1e154], 0.1)[1]).all()
    with pytest.raises(ValueError, match=r"step must return a step of shape \(1,\), got \(2,\)"):
        walk(lambda state, g: (None, [1.0, 2.0]), lambda x: x, [1.0], 1)
    with pytest.raises(TypeError, match=r"^gradient must be"):
        walk(lambda state, g: (None, -g), "no function", [1.0], 1)
