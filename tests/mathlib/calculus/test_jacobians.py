"""Jacobians: exact for linear maps, right for others, and the two products agree with them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.calculus.jacobians import jacobian, pull, push

PLACES = arrays(float, 3, elements=st.floats(-5, 5))
PAIRS = arrays(float, 2, elements=st.floats(-5, 5))


def bend(x):
    return np.array([x[0] * x[1] + np.sin(x[2]), np.exp(0.2 * x[0]) - x[2] ** 2])


# Laws


@given(arrays(int, (2, 3), elements=st.integers(-9, 9)), PLACES)
def test_a_matrix_is_its_own_jacobian(A, x):
    assert jacobian(lambda x: A @ x, x) == pytest.approx(A, abs=1e-6)


@given(PLACES, PLACES, PAIRS)
def test_the_products_are_those_with_the_jacobian_and_adjoint(x, v, u):
    J = jacobian(bend, x)
    size = 1 + np.abs(v).max() + np.abs(u).max()
    assert push(bend, x, v) == pytest.approx(J @ v, abs=1e-6 * size)
    assert pull(bend, x, u) == pytest.approx(J.T @ u, abs=1e-6 * size)
    assert u @ push(bend, x, v) == pytest.approx(pull(bend, x, u) @ v, abs=1e-5 * size**2)


# Oracles


def test_against_torch():
    torch = pytest.importorskip("torch")
    x = np.array([0.3, -1.2, 2.0])

    def theirs(x):
        return torch.stack([x[0] * x[1] + torch.sin(x[2]), torch.exp(0.2 * x[0]) - x[2] ** 2])

    J = torch.autograd.functional.jacobian(theirs, torch.tensor(x)).numpy()
    assert jacobian(bend, x) == pytest.approx(J, abs=1e-9)


# By hand


def test_by_hand():
    assert jacobian(lambda x: [x[0] ** 2 + x[1]], [3, 1]) == pytest.approx(
        np.array([[6, 1]]), abs=1e-8
    )
    assert push(bend, [1, 2, 3], [0, 0, 0]).tolist() == [0, 0]
    assert jacobian(lambda x: x, [7.0]) == pytest.approx(np.array([[1.0]]), abs=1e-9)


# Misuse


def test_what_is_refused():
    with pytest.raises(ValueError, match="v must have as many entries as x, 3, got 2"):
        push(bend, [1, 2, 3], [1, 2])
    with pytest.raises(ValueError, match="u must have an entry for each of the 2 outputs, got 3"):
        pull(bend, [1, 2, 3], [1, 2, 3])
    with pytest.raises(ValueError, match=r"f\(x\) must be a vector"):
        jacobian(lambda x: 3.0, [1, 2])
    with pytest.raises(ValueError, match=r"f\(x\) must be finite"):
        jacobian(lambda x: [np.inf], [1, 2])
