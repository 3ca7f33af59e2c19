"""Curvature: exact up to rounding for quadratics, right for others, and points of every kind."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.calculus.curvature import classify, curvature_along, hessian

PLACES = arrays(float, 3, elements=st.floats(-3, 3))
FORMS = arrays(int, (3, 3), elements=st.integers(-9, 9))


def hilly(x):
    return np.exp(0.3 * x[0]) * np.sin(x[1]) + x[0] * x[2] ** 2


# Laws


@given(FORMS, PLACES, PLACES)
def test_a_form_has_the_hessian_of_twice_its_symmetric_part(A, b, x):
    def f(x):
        return x @ A @ x + b @ x

    H = hessian(f, x)
    assert pytest.approx(A + A.T, abs=1e-4) == H
    assert (H == H.T).all()


@given(PLACES, PLACES)
def test_along_a_direction_it_is_the_form_of_the_hessian(x, v):
    H = hessian(hilly, x)
    assert curvature_along(hilly, x, v) == pytest.approx(v @ H @ v, abs=1e-4)


@given(PLACES, PLACES, st.sampled_from([-2.0, 0.5, 3.0]))
def test_a_longer_direction_counts_by_its_square(x, v, c):
    one = curvature_along(hilly, x, v)
    assert curvature_along(hilly, x, c * v) == pytest.approx(c**2 * one, abs=1e-4)


@given(arrays(int, 3, elements=st.sampled_from([-2, -1, 0, 1, 2])), st.integers(0, 99))
def test_the_signs_of_the_eigenvalues_decide(lam, seed):
    U = np.linalg.qr(np.random.default_rng(seed).normal(size=(3, 3)))[0]
    H, signs = U * lam @ U.T, set(np.sign(lam).tolist())
    kinds = {(1,): "minimum", (-1,): "maximum"}
    wanted = "saddle" if {-1, 1} <= signs else kinds.get(tuple(signs), "undecided")
    assert classify(np.zeros(3), (H + H.T) / 2) == wanted
    assert classify([0, 0.1, 0], (H + H.T) / 2) == "not critical"


# Oracles


def test_against_torch():
    torch = pytest.importorskip("torch")
    x = np.array([0.3, -1.2, 2.0])

    def theirs(x):
        return torch.exp(0.3 * x[0]) * torch.sin(x[1]) + x[0] * x[2] ** 2

    H = torch.autograd.functional.hessian(theirs, torch.tensor(x)).numpy()
    assert hessian(hilly, x) == pytest.approx(H, abs=1e-6)
    v = np.array([1.0, -2.0, 0.5])
    assert curvature_along(hilly, x, v) == pytest.approx(v @ H @ v, abs=1e-6)


# By hand


def test_by_hand():
    assert hessian(lambda x: x[0] ** 3, [2.0]) == pytest.approx(np.array([[12.0]]), abs=1e-6)
    assert curvature_along(hilly, [1, 2, 3], [0, 0, 0]) == 0
    far = hessian(lambda x: x[0] ** 2 * x[1], [1000.0, 0.0])
    assert far == pytest.approx(np.array([[0, 2000], [2000, 0]]), abs=1e-2)


def test_each_entry_moves_by_its_own_size():
    for v in ([0, 1], [1, 1]):
        assert curvature_along(lambda x: x[1] ** 4, [1e6, 1], v) == pytest.approx(12, abs=1e-4)
    far = curvature_along(lambda x: x[0] * x[1], [1e6, 0], [1e6, 1])
    assert far == pytest.approx(2e6, rel=1e-6)
    assert curvature_along(lambda x: x[0] ** 2, [1.0], [1e200]) == np.inf


def test_what_is_small_counts_as_zero():
    assert classify([0, 0], [[1, 0], [0, 1e-7]]) == "undecided"
    assert classify([0, 0], [[1, 0], [0, 1e-7]], 1e-8) == "minimum"
    assert classify([1e-7, 0], [[1, 0], [0, 1]]) == "minimum"
    assert classify([1e-7, 0], [[1, 0], [0, 1]], 1e-8) == "not critical"
    assert classify([0, 0], [[0.5, 0], [0, -0.5]], 0.5) == "undecided"


@pytest.mark.parametrize("size", [1e12, -1e12])
def test_the_rounding_of_a_large_eigenvalue_is_no_sign(size):
    for seed in range(20):
        U = np.linalg.qr(np.random.default_rng(seed).normal(size=(3, 3)))[0]
        H = U * [size, size, 0] @ U.T
        assert classify(np.zeros(3), (H + H.T) / 2) == "undecided"
    assert classify([0, 0], [[1e12, 0], [0, -1]]) == "saddle"
    assert classify([0, 0], [[1e12, 0], [0, 1e-3]]) == "minimum"


# Misuse


def test_what_is_refused():
    with pytest.raises(ValueError, match="v must have as many entries as x, 3, got 2"):
        curvature_along(hilly, [1, 2, 3], [1, 2])
    for way in (hessian, lambda f, x: curvature_along(f, x, [1])):
        with pytest.raises(ValueError, match="f must be finite at x and a step beside it, got inf"):
            way(lambda x: np.inf if x[0] < 0 else x[0], [1e-5])
    with pytest.raises(ValueError, match="H must have as many rows as g has entries, 2, got 3"):
        classify([0, 0], np.eye(3))
    with pytest.raises(ValueError, match="H must be symmetric"):
        classify([0, 0], [[1, 2], [0, 1]])
    with pytest.raises(ValueError, match="H must be square"):
        classify([0, 0], [[1, 2, 3], [0, 1, 3]])
    with pytest.raises(ValueError, match="atol must be positive"):
        classify([0, 0], [[1, 0], [0, 1]], 0.0)


def test_a_place_far_out_has_steps_of_its_own_size():
    H = hessian(lambda x: x[0] ** 2 * x[1], [1e6, 2e6])
    assert H == pytest.approx(np.array([[4e6, 2e6], [2e6, 0]]), rel=1e-3, abs=1e3)
