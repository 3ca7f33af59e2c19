import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.linalg.products import c_strides, chain_cost, intensity, matmul, matmul_cost, offset

# Integers, so that every equality of matmul is exact.
sizes = st.tuples(*[st.integers(0, 4)] * 4)


def chain(sizes):
    entry = st.integers(-9, 9)
    pairs = itertools.pairwise(sizes)
    return st.tuples(*(arrays(int, shape, elements=entry) for shape in pairs))


@given(sizes.flatmap(chain))
def test_the_product_is_associative_and_turns_round_under_the_transpose(matrices):
    A, B, C = matrices
    np.testing.assert_array_equal(matmul(matmul(A, B), C), matmul(A, matmul(B, C)))
    np.testing.assert_array_equal(matmul(A, B).T, matmul(B.T, A.T))
    np.testing.assert_array_equal(matmul(np.eye(len(A), dtype=int), A), A)
    np.testing.assert_array_equal(matmul(A, np.eye(A.shape[1], dtype=int)), A)


@given(sizes.flatmap(chain))
def test_the_product_is_numpys(matrices):
    A, B, _ = matrices
    C = matmul(A, B)
    np.testing.assert_array_equal(C, A @ B)
    assert C.dtype == (A @ B).dtype
    assert not np.shares_memory(C, A) and not np.shares_memory(C, B)
    np.testing.assert_allclose(matmul(A / 7, B / 3), (A / 7) @ (B / 3), rtol=1e-13, atol=1e-13)


def test_the_product_by_hand():
    assert matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).tolist() == [[19, 22], [43, 50]]
    assert matmul([[1, 2, 3]], [[1], [10], [100]]).tolist() == [[321]]
    assert matmul(np.ones((2, 0)), np.ones((0, 3))).tolist() == [[0, 0, 0], [0, 0, 0]]
    assert matmul([[1e200]], [[1e-200, 1e100]]).tolist() == [[1.0, 1e300]]
    assert matmul(np.array([[True, True]]), np.array([[True], [True]])).tolist() == [[2]]


@given(m=st.integers(0, 4), n=st.integers(0, 4), p=st.integers(0, 4))
def test_the_cost_is_counted(m, n, p):
    times = plus = 0
    for _ in range(m * p):
        for k in range(n):
            times += 1
            plus += k > 0
    assert matmul_cost(m, n, p) == (times, plus)


def every_order(d, i, j):
    """The costs of all ways to bracket matrices i to j - 1."""
    if j == i + 1:
        return [0]
    return [
        left + right + d[i] * d[k] * d[j]
        for k in range(i + 1, j)
        for left in every_order(d, i, k)
        for right in every_order(d, k, j)
    ]


def cost_of(brackets, d):
    """What these brackets cost, read from the text alone."""
    tokens = iter(brackets.replace("(", "( ").replace(")", " )").split())
    total = 0

    def read(token):
        nonlocal total
        if token != "(":
            i = int(token[1:])
            return d[i], d[i + 1]
        m, n = read(next(tokens))
        same, p = read(next(tokens))
        assert next(tokens) == ")" and same == n
        total += m * n * p
        return m, p

    assert read(next(tokens)) == (d[0], d[-1])
    return total


@given(d=st.lists(st.integers(0, 9), min_size=2, max_size=8))
def test_the_best_order_is_the_best_of_all(d):
    cost, brackets = chain_cost(d)
    assert cost == min(every_order(d, 0, len(d) - 1)) == cost_of(brackets, d)
    assert brackets.replace("(", "").replace(")", "").split() == [
        f"A{i}" for i in range(len(d) - 1)
    ]


def test_chains_by_hand():
    assert chain_cost([3, 4]) == (0, "A0")
    assert chain_cost([10, 100, 5, 50]) == (7500, "((A0 A1) A2)")
    assert chain_cost([1000, 1000, 1000, 1]) == (2_000_000, "(A0 (A1 A2))")
    assert chain_cost([1, 1, 1, 1]) == (2, "(A0 (A1 A2))")
    assert chain_cost([30, 35, 15, 5, 10, 20, 25])[0] == 15125


shapes = st.lists(st.integers(1, 4), max_size=4).map(tuple)


@given(shape=shapes, dtype=st.sampled_from(["i1", "f4", "f8", "c16"]))
def test_strides_and_offsets_are_numpys(shape, dtype):
    x = np.zeros(shape, dtype)
    assert c_strides(shape, x.itemsize) == x.strides
    at = lambda view, index: view[index].__array_interface__["data"][0]  # noqa: E731
    for view in (x, x.T, x[::-1] if shape else x, np.broadcast_to(x, (2, *shape))):
        start = view.__array_interface__["data"][0]
        for index in np.ndindex(view.shape):
            one = (*index, ...)
            assert offset(index, view.strides) == at(view, one) - start


def test_strides_and_offsets_by_hand():
    assert c_strides((2, 3, 4), 8) == (96, 32, 8)
    assert c_strides((), 8) == () and offset((), ()) == 0
    assert c_strides((3, 0, 2), 4) == (0, 8, 4)
    assert offset((1, 2), (24, 8)) == 40
    assert offset((2, 3), (0, -8)) == -24


@given(*[st.integers(1, 99)] * 3, st.integers(1, 8))
def test_the_intensity_is_a_harmonic_mean_and_below_the_smallest_size(m, n, p, itemsize):
    found = intensity(m, n, p, itemsize)
    assert found == 2 / (itemsize * (Fraction(1, m) + Fraction(1, n) + Fraction(1, p)))
    assert Fraction(2, 3) * min(m, n, p) <= found * itemsize < 2 * min(m, n, p)


def test_the_intensity_by_hand():
    assert intensity(2, 3, 4, 1) == Fraction(48, 26)
    assert intensity(1, 1, 1, 8) == Fraction(1, 12)
    assert intensity(1024, 1024, 1024, 4) == Fraction(512, 3)


def test_misuse():
    for f, arguments, said in [
        (matmul, ([1, 2], [[1], [2]]), r"A must be a matrix.*got shape \(2,\)"),
        (matmul, ([[1, 2]], [1, 2]), r"B must be a matrix.*got shape \(2,\)"),
        (matmul, ([[1, 2]], [[1, 2]]), "B must have 2 rows, one for each column of A, got 1"),
        (matmul, (np.ones((1 << 16, 0)), np.ones((0, 1 << 16))), "result of"),
        (matmul_cost, (1, -1, 1), "n must be at least 0, got -1"),
        (chain_cost, ([3],), "d must be at least 2 sizes"),
        (chain_cost, ([3, -1],), "d must be at least 0, got -1"),
        (c_strides, ((2, -1), 8), "shape must be at least 0, got -1"),
        (c_strides, ((2, 1), 0), "itemsize must be at least 1, got 0"),
        (offset, ((1, 2), (8,)), "strides must be 2 integers, one for each index, got 1"),
        (offset, ((-1,), (8,)), "index must be at least 0, got -1"),
        (intensity, (1, 0, 1, 8), "n must be at least 1, got 0"),
        (intensity, (1, 1, 1, 0), "itemsize must be at least 1, got 0"),
    ]:
        with pytest.raises(ValueError, match=said):
            f(*arguments)
    with pytest.raises(TypeError, match="A must be real"):
        matmul([[1j]], [[1]])
    with pytest.raises(TypeError, match="strides must be an integer, got"):
        offset((1,), (1.5,))
