import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.numbers.formats import E2M1, E2M3, E3M2, E4M3, E5M2
from mathlib.numbers.quantize import (
    affine,
    block_round,
    dequantize,
    integer_matmul,
    log_round,
    quantize,
)

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

reals = arrays(float, st.integers(1, 20), elements=st.floats(-1000, 1000))
bits = st.integers(2, 12)

# Laws


@given(x=reals, bits=bits)
def test_the_error_is_half_a_step_and_zero_stays_zero(x, bits):
    by = affine(x.min(), x.max(), bits)
    back = dequantize(quantize(x, by), by)
    assert np.abs(back - x).max() <= by.scale * (1 + 1e-9)  # the range may move by half a step
    inside = (quantize(x, by) > by.lowest) & (quantize(x, by) < by.highest)
    assert np.all(np.abs(back - x)[inside] <= by.scale / 2 * (1 + 1e-9))
    assert dequantize(quantize(0.0, by), by) == 0
    assert by.lowest <= by.zero_point <= by.highest


@given(x=reals, bits=bits)
def test_what_has_been_quantised_stays_and_order_is_kept(x, bits):
    by = affine(x.min(), x.max(), bits)
    q = quantize(x, by)
    np.testing.assert_array_equal(quantize(dequantize(q, by), by), q)
    assert np.all(np.diff(q[np.argsort(x)]) >= 0)
    assert quantize(np.inf, by) == by.highest and quantize(-np.inf, by) == by.lowest


@given(seed=st.integers(0, 99))
def test_a_channel_has_a_scale_of_its_own(seed):
    x = np.random.default_rng(seed).normal(size=(3, 8)) * [[1], [100], [0.01]]
    by = affine(x.min(axis=1, keepdims=True), x.max(axis=1, keepdims=True))
    for row in range(3):
        alone = affine(x[row].min(), x[row].max())
        np.testing.assert_array_equal(quantize(x, by)[row], quantize(x[row], alone))


@given(m=st.integers(1, 4), n=st.integers(1, 40), p=st.integers(1, 4), seed=st.integers(0, 99))
def test_a_product_of_integers_is_that_of_the_numbers(m, n, p, seed):
    rng = np.random.default_rng(seed)
    by_a, by_b = affine(-1, 3), affine(-5, 0.5)
    a, b = rng.integers(-128, 128, size=(m, n)), rng.integers(-128, 128, size=(n, p))
    exact = dequantize(a, by_a) @ dequantize(b, by_b)
    np.testing.assert_allclose(integer_matmul(a, b, by_a, by_b), exact, rtol=1e-12, atol=1e-12)


@given(x=st.floats(2.0**-6, 2.0**9), sign=st.sampled_from([-1, 1]))
def test_logarithmic_codes_err_in_proportion(x, sign):
    y = float(log_round(sign * x, 2.0**-6))
    assert np.sign(y) == sign and abs(y / (sign * x) - 1) <= 2 ** (1 / 16) - 1 + 1e-12
    assert log_round(y, 2.0**-6) == pytest.approx(y, rel=1e-14)


@pytest.mark.parametrize("fmt", [E4M3, E5M2, E3M2, E2M3, E2M1], ids=lambda fmt: fmt.name)
@given(
    x=arrays(float, (2, 8), elements=st.integers(-4096, 4096).map(float)),
    shift=st.integers(-60, 60),
)
def test_a_block_scales_with_powers_of_two_and_keeps_what_it_has_rounded(fmt, x, shift):
    y = block_round(x, fmt, block=4)
    np.testing.assert_array_equal(block_round(np.ldexp(x, shift), fmt, block=4), np.ldexp(y, shift))
    largest = np.abs(x.reshape(2, 2, 4)).max(axis=2, keepdims=True)
    error = np.abs(y - x).reshape(2, 2, 4)
    # What is beyond the largest number saturates; the rest is off by half a step of the top.
    assert np.all(error <= largest / 2 ** min(fmt.fraction_bits, 2))


# Oracle


@pytest.mark.skipif(torch is None, reason="torch is not there")
@given(x=reals)
def test_as_torch_quantises(x):
    by = affine(x.min(), x.max())
    if by.scale < 1e-30:
        return  # float32 has no such scale
    scale = float(np.float32(by.scale))
    by = by._replace(scale=np.array(scale))
    theirs = torch.fake_quantize_per_tensor_affine(
        torch.tensor(x, dtype=torch.float32), scale, int(by.zero_point), -128, 127
    ).numpy()
    ours = dequantize(quantize(np.float32(x), by), by)
    near_tie = np.abs(np.abs(np.float32(x) / scale % 1) - 0.5) < 1e-3  # they multiply by 1 / s
    np.testing.assert_allclose(ours[~near_tie], theirs[~near_tie], rtol=1e-6)


# By hand


def test_a_small_quantiser():
    by = affine(0, 3, bits=2)
    assert (float(by.scale), int(by.zero_point), by.lowest, by.highest) == (1, -2, -2, 1)
    assert quantize([-5, 0.4, 0.6, 1.5, 2.5, 9], by).tolist() == [-2, -2, -1, 0, 0, 1]
    assert dequantize([-2, 1], by).tolist() == [0, 3]


def test_a_constant_has_a_quantiser_too():
    assert dequantize(quantize([5.0, 5], affine(5, 5)), affine(5, 5)).tolist() == [5, 5]
    assert dequantize(quantize([0.0], affine(0, 0)), affine(0, 0)).tolist() == [0]


def test_a_block_of_four_bits():
    assert block_round([6, 3, 1, -0.5], E2M1, block=4).tolist() == [6, 3, 1, -0.5]
    assert block_round([7.9, 0, 0, 0], E2M1, block=4).tolist() == [6, 0, 0, 0]  # saturates
    assert block_round([0.0] * 4, E2M1, block=2).tolist() == [0] * 4


def test_a_shared_scale_ends_at_127_and_a_block_has_32_numbers():
    assert block_round([2.0**200, 2.0**-200], E2M1, block=1).tolist() == [6 * 2.0**127, 0]
    x = np.arange(64.0)
    np.testing.assert_array_equal(block_round(x, E2M1), block_round(x, E2M1, block=32))


def test_too_small_for_the_logarithm_is_zero_and_too_large_saturates():
    assert log_round([0.4, -0.6, 1e9], 1.0, bits=4).tolist() == [0, -1, 2 ** (6 / 8)]


# Misuse


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: affine(1, 0), "low must not be above high"),
        (lambda: affine(0, np.inf), "low and high must be finite"),
        (lambda: affine(0, 1, bits=1), "bits must be at least 2, got 1"),
        (lambda: affine(0, 1, bits=17), "bits must be at most 16, got 17"),
        (lambda: quantize(np.nan, affine(0, 1)), "x must hold no nan"),
        (lambda: dequantize(200, affine(0, 1)), "q must be from -128 to 127, got 200"),
        (lambda: integer_matmul([[1]], [[1], [1]], affine(0, 1), affine(0, 1)), "a and b must fit"),
        (
            lambda: integer_matmul([[1]], [[1]], affine([0], [1]), affine(0, 1)),
            "must have a single scale each",
        ),
        (
            lambda: integer_matmul(
                np.ones((1, 40000), int), np.ones((40000, 1), int), affine(0, 1), affine(0, 1)
            ),
            "n must be small enough for sums of 32 bits, got 40000",
        ),
        (lambda: log_round(1, 0), "smallest must be positive and finite, got 0"),
        (lambda: log_round(1, 1, bits=2), "bits must be at least 3, got 2"),
        (
            lambda: block_round(np.ones(5), E4M3, block=4),
            "block must divide the length of x, 5, got 4",
        ),
        (lambda: block_round([np.inf, 1], E4M3, block=2), "x must be finite"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_codes_of_eight_bits_do_not_wrap_around():
    by = affine(0, 1)
    assert dequantize(np.array([127], np.int8), by) == 1.0
    one = np.array([[127]], np.int8)
    np.testing.assert_allclose(integer_matmul(one, one, by, by), 1.0, rtol=1e-15)


def test_the_limits_of_bits_are_within():
    assert log_round(1.0, 0.5, bits=12) == 1.0
    np.testing.assert_array_equal(block_round(np.eye(2, 4), E2M1, block=2), np.eye(2, 4))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: affine([-1.0, -np.inf], [1.0, 1.0]), "low and high must be finite"),
        (lambda: affine([-1.0, -1.0], [1.0, np.inf]), "low and high must be finite"),
        (lambda: affine(-1e308, 1e308), "low and high must be finite, and their span"),
        (lambda: log_round(1.0, np.inf), "smallest must be positive and finite, got inf"),
        (lambda: log_round(1.0, 0.5, bits=13), "bits must be at most 12, got 13"),
        (lambda: integer_matmul([[2**40]], [[1]], BY, BY), "a must be from -128 to 127"),
        (lambda: integer_matmul([1], [[1]], BY, BY), "a must have 2 axes"),
        (lambda: integer_matmul([[1]], [[[1]]], BY, BY), "b must have 2 axes"),
        (lambda: quantize([1, 2, 3], TWO), r"^x must .* scales of by, \(2,\), got \(3,\)$"),
        (lambda: dequantize([1, 2, 3], TWO), r"^q must .* scales of by, \(2,\), got \(3,\)$"),
        (lambda: affine(np.zeros((3, 1)), np.ones((4, 1))), "low and high must have one shape"),
    ],
)
def test_what_no_code_stands_for_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


BY, TWO = affine(-1.0, 1.0), affine([0, 0], [1, 2])


def test_a_span_that_overflows_is_refused_without_a_warning():
    with np.errstate(all="raise"), pytest.raises(ValueError, match="and their span"):
        affine(-1e308, 1e308)


def test_numbers_that_are_no_codes_are_refused():
    for q in (1.5, np.nan, 1j):
        with pytest.raises(TypeError, match="q must hold integers"):
            dequantize(q, BY)
