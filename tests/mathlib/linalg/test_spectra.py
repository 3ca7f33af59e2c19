"""Eigenvalues against exact arithmetic, NumPy, and what their definition says."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.spectra import (
    eig2x2,
    is_eigenpair,
    power_iteration,
    simulate,
    spectral_radius,
)

whole = st.integers(-9, 9)
two = arrays(int, (2, 2), elements=whole)
squares = st.integers(1, 5).flatmap(lambda n: arrays(int, (n, n), elements=whole))


@given(A=two)
def test_the_two_add_up_to_the_trace_and_multiply_to_the_determinant(A):
    lam = eig2x2(A)
    assert lam.sum() == pytest.approx(np.trace(A), rel=1e-12, abs=1e-12)
    det = int(A[0, 0]) * int(A[1, 1]) - int(A[0, 1]) * int(A[1, 0])
    assert lam.prod() == pytest.approx(det, rel=1e-12, abs=1e-12)
    assert np.iscomplexobj(lam) == ((A[0, 0] - A[1, 1]) ** 2 + 4 * A[0, 1] * A[1, 0] < 0)
    if np.iscomplexobj(lam):
        assert lam[0] == lam[1].conj() and lam[0].imag > 0
    else:
        assert abs(lam[0]) >= abs(lam[1]) * (1 - 1e-12)


@given(A=squares, data=st.data())
def test_a_pair_is_what_the_definition_says_in_whole_numbers(A, data):
    v = data.draw(arrays(int, len(A), elements=st.integers(-2, 2)))
    lam = data.draw(st.integers(-20, 20))
    assert is_eigenpair(A, v, lam) == (v.any() and (A @ v == lam * v).all())


@given(A=squares, data=st.data(), steps=st.integers(0, 6))
def test_the_states_are_powers_times_the_start(A, data, steps):
    x = data.draw(arrays(int, len(A), elements=whole))
    states = simulate(A, x, steps)
    assert states.shape == (steps + 1, len(A))
    for k in range(steps + 1):
        assert states[k].tolist() == (np.linalg.matrix_power(A, k) @ x).tolist()


@given(A=squares)
def test_the_radius_is_that_of_the_transpose_and_scales(A):
    rho = spectral_radius(A)
    assert rho == pytest.approx(np.abs(np.linalg.eigvals(A)).max(), rel=1e-9, abs=1e-9)
    assert spectral_radius(-4 * A) == pytest.approx(4 * rho, rel=1e-2, abs=1e-2)  # defective ones
    assert spectral_radius(A.T) == pytest.approx(rho, rel=1e-2, abs=1e-2)
    assert rho <= np.linalg.norm(A, 2) * (1 + 1e-12)


@given(C=squares)
def test_it_converges_for_what_is_symmetric_and_has_no_negative_eigenvalue(C):
    A = C.T @ C
    lam = np.linalg.eigvalsh(A)
    assume(lam[-1] > 0 and (len(lam) == 1 or lam[-2] < 0.9 * lam[-1]))
    found = power_iteration(A, 400, np.random.default_rng(0).normal(size=len(A)))
    assert found.lam == pytest.approx(lam[-1], rel=1e-9)
    assert found.error <= 1e-9 * lam[-1]
    assert np.linalg.norm(found.v) == pytest.approx(1, rel=1e-12)
    assert is_eigenpair(A, found.v, found.lam)


@pytest.mark.parametrize(
    ("A", "wanted"),
    [
        ([[0, 1e200], [1e-200, 0]], [1, -1]),
        ([[0, 1e200], [-1e-200, 0]], [1j, -1j]),
        ([[1, 1e300], [0, 1e-300]], [1, 1e-300]),
        ([[2, 1e-320], [1e300, 2]], [2, 2]),
        ([[1e200, 0], [1, -3e200]], [-3e200, 1e200]),
    ],
)
def test_entries_of_very_different_sizes_lose_nothing(A, wanted):
    assert eig2x2(A).tolist() == pytest.approx(wanted, rel=1e-9)


def test_eigenvalues_are_those_of_numpy():
    rng = np.random.default_rng(0)
    for A in rng.normal(size=(200, 2, 2)):
        ours, theirs = eig2x2(A), np.linalg.eigvals(A)
        assert np.sort_complex(ours) == pytest.approx(np.sort_complex(theirs), rel=1e-9)
        values, V = np.linalg.eig(A)
        for lam, v in zip(values, V.T, strict=True):
            assert is_eigenpair(A, v, lam, 1e-12)
            assert not is_eigenpair(A, v, lam + 1e-3, 1e-6)


def test_small_eigenvalues_keep_their_digits():
    for tiny in (1e-8, 1e-15):
        assert eig2x2([[1, 1], [0, tiny]]) == pytest.approx([1, tiny], rel=1e-14)
        A = [[1, 2.0**-30], [2.0**-30, 2.0**-50]]
        exact = (Fraction(2) ** -50 - Fraction(2) ** -60) / (1 + Fraction(2) ** -60)
        assert eig2x2(A)[1] == pytest.approx(float(exact), rel=1e-13)


@pytest.mark.parametrize("size", [1e-305, 1e-200, 1.0, 1e200, 1e300])
def test_sizes_near_the_ends_of_floats(size):
    A = size * np.array([[2.0, 1.0], [1.0, 2.0]])
    assert eig2x2(A) == pytest.approx([3 * size, size], rel=1e-12, abs=0)
    assert spectral_radius(A) == pytest.approx(3 * size, rel=1e-12, abs=0)
    found = power_iteration(A, 60, [size, 0])
    assert found.lam == pytest.approx(3 * size, rel=1e-12, abs=0)
    assert found.error <= 1e-12 * size
    assert is_eigenpair(A, [size, size], 3 * size) and not is_eigenpair(A, [size, size], 2 * size)
    assert not is_eigenpair(A, [0, size], 0)
    turn = size * np.array([[0.0, -1.0], [1.0, 0.0]])
    assert eig2x2(turn).tolist() == [complex(0, size), complex(0, -size)]
    assert power_iteration(turn, 7, [1, 1]).error == pytest.approx(size, rel=1e-12, abs=0)


def test_by_hand():
    assert eig2x2([[2, 1], [1, 2]]).tolist() == [3, 1]
    assert eig2x2([[-2, 1], [1, -2]]).tolist() == [-3, -1]
    assert eig2x2([[0, 1], [1, 0]]).tolist() == [1, -1]
    assert eig2x2([[1, 1], [0, 1]]).tolist() == [1, 1]
    assert eig2x2([[0, 1], [0, 0]]).tolist() == [0, 0]
    assert eig2x2([[1, -2], [2, 1]]).tolist() == [1 + 2j, 1 - 2j]
    assert is_eigenpair([[0, -1], [1, 0]], [1, -1j], 1j)
    assert not is_eigenpair([[0, -1], [1, 0]], [1, -1j], -1j)
    assert is_eigenpair([[1j]], [2], 1j) and is_eigenpair(np.zeros((3, 3)), [0, 1, 0], 0)
    assert is_eigenpair([[1, 0], [0, 1]], [1, 1], np.array(1.0))
    assert is_eigenpair([[1]], [1], 1 + 1e-10) and not is_eigenpair([[1]], [1], 1 + 1e-8)
    assert is_eigenpair([[1]], [1], 1.5, 0.25) and not is_eigenpair([[1]], [1], 1.5, 0.15)
    assert spectral_radius([[-7]]) == 7 and spectral_radius([[3j]]) == 3
    assert simulate([[5]], [2], 0).tolist() == [[2]]


def test_a_sign_a_zero_and_no_step_at_all():
    found = power_iteration([[-3, 0], [0, 1]], 30, [1, 1])
    assert found.lam == pytest.approx(-3, rel=1e-12) and found.error < 1e-12
    assert power_iteration([[-3, 0], [0, 1]], 1, [1, 0]).v.tolist() == [-1, 0]
    assert power_iteration([[0, 1], [0, 0]], 5, [1, 1])[::2] == (0, 0)
    unmoved = power_iteration([[0, 1], [0, 0]], 0, [3, 4])
    assert unmoved.v.tolist() == [0.6, 0.8] and unmoved.lam == pytest.approx(0.48, rel=1e-12)
    after_one = power_iteration([[1, 0], [0, 2]], 1, [3, 2])
    assert after_one.v == pytest.approx([0.6, 0.8], rel=1e-12)
    assert after_one.lam == pytest.approx(0.36 + 2 * 0.64, rel=1e-12)


def test_nothing_is_written_to_or_shared():
    A, x = np.eye(2), np.array([1.0, 0.0])
    for out in (simulate(A, x, 2), power_iteration(A, 0, x).v):
        assert not np.shares_memory(out, x)


def test_what_is_refused():
    A, x = [[1.0, 2.0], [3.0, 4.0]], [1.0, 1.0]
    for f, message in [
        (lambda: is_eigenpair([[1, 2]], x, 1), r"A must be square, got shape \(1, 2\)"),
        (lambda: is_eigenpair(A, [1], 1), "v must have as many entries as A has rows, 2, got 1"),
        (lambda: is_eigenpair(A, x, np.nan), "lam must be finite, got"),
        (lambda: is_eigenpair(A, x, 10**400), "lam must be a number that a float holds"),
        (lambda: is_eigenpair(A, x, 1, 0), "rtol must be positive and finite, got 0"),
        (lambda: eig2x2(np.eye(3)), r"A must have two rows of two entries, got shape \(3, 3\)"),
        (lambda: power_iteration(A, 1, [0, 0]), "start must not be zero"),
        (lambda: power_iteration(A, -1, x), "steps must be at least 0, got -1"),
        (lambda: power_iteration(A, 1, [1]), "start must have as many entries"),
        (lambda: simulate(A, [1, np.inf], 1), "x must be finite, got"),
        (lambda: simulate(A, x, -1), "steps must be at least 0, got -1"),
        (lambda: simulate(A, x, 100_001), "steps must be at most 100000, got 100001"),
        (lambda: simulate([[1e200]], [1], 3), "steps must be below 2, .* got 3"),
        (lambda: spectral_radius([[np.inf]]), "A must be finite, got"),
    ]:
        with pytest.raises(ValueError, match=message):
            f()
    for f, message in [
        (lambda: is_eigenpair(A, x, "1"), "lam must be a number, got '1'"),
        (lambda: eig2x2([[1j, 0], [0, 1]]), "A must be real"),
        (lambda: power_iteration(A, 1.5, x), "steps must be an integer"),
    ]:
        with pytest.raises(TypeError, match=message):
            f()


def test_the_states_end_with_the_last_that_a_float_holds():
    assert simulate([[1e200]], [1], 1).tolist() == [[1], [1e200]]
    with pytest.raises(ValueError, match="must be below 1"):
        simulate([[1e200, 0], [0, 0]], [1e200, 1], 1)
    for steps in itertools.islice(itertools.count(), 3):
        assert len(simulate([[1.0]], [1.0], steps)) == steps + 1
