"""Gradients: exact for polynomials of degree two, right for others, and along every direction."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.calculus.gradients import directional, gradient, partial

VECTORS = arrays(float, 3, elements=st.floats(-20, 20))


# Laws


@given(arrays(int, (3, 3), elements=st.integers(-5, 5)), VECTORS)
def test_a_quadratic_form_has_the_gradient_of_its_matrix_and_the_transpose(A, x):
    assert gradient(lambda x: x @ A @ x, x) == pytest.approx((A + A.T) @ x, abs=1e-5)


@given(VECTORS, VECTORS)
def test_along_a_direction_it_is_the_dot_product_with_the_gradient(x, v):
    def f(x):
        return np.sin(x[0]) * x[1] + np.cos(x[2])

    wanted = gradient(f, x) @ v
    assert directional(f, x, v) == pytest.approx(wanted, abs=1e-6 * (1 + np.abs(v).max()))
    assert directional(f, x, -v) == pytest.approx(-directional(f, x, v), rel=1e-12, abs=1e-300)
    twice = 2 * directional(f, x, v)
    assert directional(f, x, 2 * v) == pytest.approx(twice, rel=1e-12, abs=1e-300)


@given(VECTORS, st.integers(0, 2))
def test_a_partial_derivative_is_one_entry_of_the_gradient(x, i):
    def f(x):
        return x[0] * x[1] - x[2] ** 3

    assert partial(f, x, i) == gradient(f, x)[i]


# Oracles


def test_against_torch():
    torch = pytest.importorskip("torch")
    for seed in range(5):
        x = np.random.default_rng(seed).normal(size=4)
        u = torch.tensor(x, requires_grad=True)
        (torch.tanh(u).prod() + torch.logsumexp(u, 0)).backward()
        ours = gradient(lambda x: np.prod(np.tanh(x)) + np.log(np.sum(np.exp(x))), x)
        assert ours == pytest.approx(u.grad.numpy(), abs=1e-9)


# By hand


def test_by_hand():
    def f(x):
        return 3 * x[0] ** 2 + 2 * x[0] * x[1]

    assert gradient(f, [1, 2]) == pytest.approx([10, 2], abs=1e-8)
    assert partial(f, [1, 2], 1) == pytest.approx(2, abs=1e-8)
    assert directional(f, [1, 2], [0, 0]) == 0
    assert directional(f, [1, 2], [3, 4]) == pytest.approx(38, abs=1e-6)
    assert gradient(lambda x: x[0], [1e6, -1e-6]) == pytest.approx([1, 0], abs=1e-9)


def test_the_place_is_not_changed():
    x = np.array([1.0, 2.0])

    def f(x):
        x[0] += 1
        return x.sum()

    assert gradient(f, x) == pytest.approx([1, 1], abs=1e-9)
    assert x.tolist() == [1, 2]


# Misuse


def test_what_is_refused():
    with pytest.raises(ValueError, match="v must have as many entries as x, 2, got 3"):
        directional(np.sum, [1.0, 2.0], [1.0, 2.0, 3.0])
    with pytest.raises(ValueError, match="i must be at most 1, got 2"):
        partial(np.sum, [1.0, 2.0], 2)
    with pytest.raises(TypeError, match=r"f\(x\) must be a real number, got array"):
        gradient(lambda x: x, [1.0, 2.0])
    with pytest.raises(ValueError, match="x must be finite"):
        gradient(np.sum, [1.0, np.inf])


def test_a_place_far_out_has_steps_of_its_own_size():
    assert directional(lambda x: x @ x, [1e9, -2e9], [1, 1]) == pytest.approx(-2e9, rel=1e-6)
