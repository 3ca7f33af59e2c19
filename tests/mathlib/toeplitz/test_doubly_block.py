import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.toeplitz.doubly_block import (
    correlate2d,
    doubly_block_toeplitz,
    is_doubly_block_hankel,
    is_doubly_block_toeplitz,
    is_hankel,
    patch_matrix,
)
from mathlib.toeplitz.matrices import is_toeplitz
from mathlib.toeplitz.patches import im2col, windows

try:
    import scipy.signal
except ImportError:  # as in the reader's page
    scipy = None


@st.composite
def images(draw):
    kh, kw = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    H, W = kh + draw(st.integers(0, 4)), kw + draw(st.integers(0, 4))
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    return rng.integers(-9, 10, size=(H, W)), rng.integers(-9, 10, size=(kh, kw))


# Laws


@given(images())
def test_the_definition_and_both_matrices_agree(drawn):
    X, K = drawn
    (H, W), (kh, kw) = X.shape, K.shape
    Y = [
        [
            sum(K[a, b] * X[i + a, j + b] for a in range(kh) for b in range(kw))
            for j in range(W - kw + 1)
        ]
        for i in range(H - kh + 1)
    ]
    np.testing.assert_array_equal(correlate2d(X, K), Y)
    np.testing.assert_array_equal(doubly_block_toeplitz(K, H, W) @ X.ravel(), np.ravel(Y))
    np.testing.assert_array_equal(patch_matrix(X, K.shape) @ K.ravel(), np.ravel(Y))


@given(images())
def test_the_matrices_are_toeplitz_and_hankel_in_blocks(drawn):
    X, K = drawn
    (H, W), kw = X.shape, K.shape[1]
    assert is_doubly_block_toeplitz(doubly_block_toeplitz(K, H, W), (W - kw + 1, W))
    assert is_doubly_block_hankel(patch_matrix(X, K.shape), (W - kw + 1, kw))
    at = windows(X.shape, K.shape)
    np.testing.assert_array_equal(im2col(X[None, None], at)[0], patch_matrix(X, K.shape))


@given(images(), st.data())
def test_one_changed_entry_is_noticed(drawn, data):
    X, K = drawn
    (H, W), (kh, kw) = X.shape, K.shape
    T, M = doubly_block_toeplitz(K, H, W), patch_matrix(X, K.shape).copy()
    if H > kh and W > kw:  # then each diagonal of T and M that goes through the middle is longer
        T[0, 0] += 1
        assert not is_doubly_block_toeplitz(T, (W - kw + 1, W))
    if H > kh and kh > 1:
        M[W - kw + 1, 0] += 1
        assert not is_doubly_block_hankel(M, (W - kw + 1, kw))


# Oracle


@pytest.mark.skipif(scipy is None, reason="scipy is not there")
@given(images())
def test_as_scipy_correlates(drawn):
    X, K = drawn
    np.testing.assert_array_equal(correlate2d(X, K), scipy.signal.correlate2d(X, K, "valid"))


# By hand


def test_a_matrix_written_out():
    T = doubly_block_toeplitz([[1, 2]], 2, 3)
    assert T.tolist() == [
        [1, 2, 0, 0, 0, 0], [0, 1, 2, 0, 0, 0], [0, 0, 0, 1, 2, 0], [0, 0, 0, 0, 1, 2],
    ]  # fmt: skip
    assert not is_toeplitz(T)


def test_blocks_and_their_arrangement_both_count():
    A, B, scattered = np.eye(2), np.ones((2, 2)), np.array([[1, 2], [3, 4]])
    for blocks in ([[A, B], [B, 2 * A]], [[scattered, B], [B, scattered]]):
        assert not is_doubly_block_toeplitz(np.block(blocks), (2, 2))
    assert is_doubly_block_toeplitz(np.block([[A, B], [3 * B, A]]), (2, 2))
    A = A[::-1]
    for blocks in ([[A, B], [2 * B, A]], [[B, scattered], [scattered, B]]):
        assert not is_doubly_block_hankel(np.block(blocks), (2, 2))
    assert is_doubly_block_hankel(np.block([[A, B], [B, 3 * A]]), (2, 2))


def test_hankel_is_not_toeplitz():
    assert is_hankel([[1, 2, 3], [2, 3, 4]]) and not is_toeplitz([[1, 2, 3], [2, 3, 4]])
    assert is_hankel([[1, 2]]) and is_hankel([[1], [2]])


# Misuse


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: correlate2d(np.ones((2, 2)), np.ones((1, 3))),
            r"K must fit into X, got .*\(1, 3\)",
        ),
        (lambda: correlate2d(np.ones(4), np.ones((1, 1))), "X must be a non-empty matrix"),
        (lambda: doubly_block_toeplitz(np.ones((3, 1)), 2, 2), "K must fit into H by W, got"),
        (lambda: doubly_block_toeplitz(np.ones((1, 1)), 0, 2), "H must be at least 1, got 0"),
        (lambda: patch_matrix(np.ones((2, 2)), (1,)), r"^kernel must be a sequence of 2 integers"),
        (lambda: patch_matrix(np.ones((2, 2)), (0, 1)), r"kernel must be at least 1"),
        (lambda: is_doubly_block_toeplitz(np.ones((4, 4)), (3, 2)), r"divide the shape \(4, 4\)"),
        (lambda: is_doubly_block_hankel(np.ones((4, 4)), (0, 2)), r"block must be at least 1"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_window_that_does_not_fit_is_named():
    with pytest.raises(ValueError, match="kernel must fit into X, got"):
        patch_matrix([[1, 2]], (2, 1))


def test_zeros_stay_zeros_beside_an_infinite_weight():
    T = doubly_block_toeplitz([[np.inf, 1]], 2, 2)
    np.testing.assert_array_equal(T, [[np.inf, 1, 0, 0], [0, 0, np.inf, 1]])
