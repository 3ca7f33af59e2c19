import math
from decimal import localcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.numbers.formats import (
    BF16,
    E2M1,
    E2M3,
    E3M2,
    E4M3,
    E5M2,
    FORMATS,
    FP16,
    FP32,
    FP64,
    TF32,
    FloatFormat,
    decode,
    encode,
    exp_thresholds,
    neighbours,
    round_to,
    ulp,
)

try:
    import ml_dtypes
except ImportError:  # as in the reader's page
    ml_dtypes = None

SHORT = [fmt for fmt in FORMATS if fmt.bits <= 16]
formats = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
short = pytest.mark.parametrize("fmt", SHORT, ids=lambda fmt: fmt.name)
numbers = st.floats(allow_nan=False) | st.floats(-1000, 1000) | st.floats(-1e-4, 1e-4)


def codes(fmt):
    return np.arange(1 << fmt.bits)


# Laws


@short
def test_every_code_comes_back(fmt):
    x = decode(codes(fmt), fmt)
    there = ~np.isnan(x)
    np.testing.assert_array_equal(encode(x[there], fmt), codes(fmt)[there])
    if fmt.specials != "none":
        assert np.all(np.isnan(decode(encode(x[~there], fmt), fmt)))


@formats
def test_the_columns_of_the_table_follow_from_the_bits(fmt):
    p, top = fmt.fraction_bits, (1 << fmt.exponent_bits) - 1 - fmt.bias
    largest = {
        "ieee": math.ldexp(2 - 2.0**-p, top - 1) if p else None,
        "nan": math.ldexp(2 - 2 * 2.0**-p, top) if top < 1024 else None,
        "none": math.ldexp(2 - 2.0**-p, top) if top < 1024 else None,
    }[fmt.specials]
    assert fmt.largest == largest
    assert fmt.smallest_normal == math.ldexp(1, 1 - fmt.bias)
    assert fmt.smallest_subnormal == math.ldexp(1, 1 - fmt.bias - p)
    assert neighbours(1.0, fmt)[1] == 1 + fmt.epsilon
    assert neighbours(fmt.largest, fmt)[1] == np.inf
    assert neighbours(0.0, fmt) == (-fmt.smallest_subnormal, fmt.smallest_subnormal)


@short
@given(x=st.floats(-500, 500))
def test_rounding_is_to_the_nearest_and_ties_go_to_even(fmt, x):
    grid = decode(np.arange(fmt.largest_code + 1), fmt)
    a = min(abs(x), fmt.largest)
    code = int(encode(a, fmt))
    distance = np.abs(grid - a)
    nearest = np.flatnonzero(distance == distance.min())
    assert code in nearest and (len(nearest) == 1 or code % 2 == 0)
    assert round_to(-a, fmt) == -round_to(a, fmt)


@short
@given(x=st.integers(-3000, 3000).map(lambda i: i / 1000), seed=st.integers(0, 99))
def test_stochastic_rounding_gives_a_neighbour_and_the_right_mean(fmt, x, seed):
    rng = np.random.default_rng(seed)
    drawn = round_to(np.full(4000, x), fmt, rounding="stochastic", rng=rng)
    step = ulp(x, fmt)
    assert len(np.unique(drawn)) <= 2 and np.abs(drawn - x).max() < step
    assert abs(drawn.mean() - x) <= 6 * step / 2 / math.sqrt(4000)
    exact = round_to(x, fmt)
    again = round_to(np.full(9, exact), fmt, rounding="stochastic", rng=rng)
    np.testing.assert_array_equal(again, exact)


@short
def test_thresholds_of_exp_are_those_of_all_arguments(fmt):
    x = decode(codes(fmt), fmt)
    x = np.sort(x[np.isfinite(x)])
    with np.errstate(over="ignore", under="ignore"):
        y = np.exp(x)
    t, tiny = exp_thresholds(fmt), fmt.smallest_subnormal
    assert t.finite == x[y < fmt.largest + ulp(fmt.largest, fmt) / 2].max()
    assert t.normal == x[y >= fmt.smallest_normal - tiny / 2].min()
    assert t.nonzero == x[y > tiny / 2].min()


# Oracles


@given(x=numbers)
def test_as_numpy_rounds_and_stores(x):
    with np.errstate(over="ignore", under="ignore"):
        for fmt, dtype, bits in (
            (FP16, np.float16, np.uint16),
            (FP32, np.float32, np.uint32),
            (FP64, np.float64, np.uint64),
        ):
            stored = np.array(x).astype(dtype)
            assert int(encode(x, fmt)) == int(stored.view(bits))
            assert float(decode(stored.view(bits), fmt)) == float(stored)


def test_every_float16_is_decoded_as_numpy_does():
    all_of_them = np.arange(1 << 16, dtype=np.uint16)
    np.testing.assert_array_equal(
        decode(all_of_them, FP16), all_of_them.view(np.float16).astype(float)
    )


@pytest.mark.parametrize("seed", range(3))
def test_random_codes_of_the_long_formats(seed):
    rng = np.random.default_rng(seed)
    for fmt, bits, dtype in ((FP32, np.uint32, np.float32), (FP64, np.uint64, np.float64)):
        code = (
            rng.integers(0, 1 << fmt.bits, size=20000, dtype=np.uint64, endpoint=False)
            if fmt.bits < 64
            else rng.integers(0, np.iinfo(np.uint64).max, size=20000, dtype=np.uint64)
        )
        with np.errstate(invalid="ignore"):  # signalling nans
            x = code.astype(bits).view(dtype).astype(float)
        np.testing.assert_array_equal(decode(code, fmt), x)
        finite = np.isfinite(x)
        np.testing.assert_array_equal(encode(x[finite], fmt), code[finite])


@pytest.mark.skipif(ml_dtypes is None, reason="ml_dtypes is not there")
@pytest.mark.parametrize(
    ("fmt", "name"),
    [(BF16, "bfloat16"), (E5M2, "float8_e5m2"), (E4M3, "float8_e4m3fn"), (E3M2, "float6_e3m2fn"),
     (E2M3, "float6_e2m3fn"), (E2M1, "float4_e2m1fn")],
)  # fmt: skip
def test_as_ml_dtypes_stores(fmt, name):
    dtype = np.dtype(getattr(ml_dtypes, name))
    all_of_them = codes(fmt).astype(np.uint16 if fmt.bits == 16 else np.uint8)
    with np.errstate(invalid="ignore"):  # signalling nans
        theirs = all_of_them.view(dtype).astype(float)
    np.testing.assert_array_equal(decode(all_of_them, fmt), theirs)
    rng = np.random.default_rng(0)
    x = np.concatenate((rng.normal(size=5000), rng.normal(size=5000) * fmt.largest / 2,
                        rng.normal(size=5000) * fmt.smallest_normal, theirs[np.isfinite(theirs)],
                        (theirs[:-1] + theirs[1:])[np.isfinite(theirs[:-1] + theirs[1:])] / 2))  # fmt: skip
    with np.errstate(over="ignore"):
        x = x.astype(np.float32).astype(float)  # they round float64 twice, by way of float32
    with np.errstate(all="ignore"):
        expected = x.astype(np.float32).astype(dtype).astype(float)
    np.testing.assert_array_equal(round_to(x, fmt), expected)


def test_tf32_is_float32_with_thirteen_bits_less():
    x = np.random.default_rng(0).normal(size=10000).astype(np.float32)
    b = x.view(np.uint32).astype(np.uint64)
    b = (b + 0xFFF + ((b >> np.uint64(13)) & np.uint64(1))) & np.uint64(0xFFFFE000)
    np.testing.assert_array_equal(round_to(x, TF32), b.astype(np.uint32).view(np.float32))


# By hand


def test_known_numbers():
    assert (FP16.largest, FP32.largest, E4M3.largest, E5M2.largest) == (
        65504,
        np.finfo(np.float32).max,
        448,
        57344,
    )
    assert (E3M2.largest, E2M3.largest, E2M1.largest) == (28, 7.5, 6)
    assert decode(np.arange(8), E2M1).tolist() == [0, 0.5, 1, 1.5, 2, 3, 4, 6]
    assert TF32.largest == 3.4011621342146535e38 and TF32.bits == 19


def test_thresholds_of_the_common_formats():
    assert exp_thresholds(FP16) == (11.0859375, -9.703125, -17.328125)
    assert exp_thresholds(BF16) == (88.5, -87.0, -92.5)
    as_stored = tuple(np.float32(v) for v in exp_thresholds(FP32))
    assert as_stored == tuple(
        np.float32(v) for v in ("88.72283173", "-87.33654022", "-103.97207642")
    )
    assert exp_thresholds(FP64) == (709.782712893384, -708.396418532264, -745.133219101941) or (
        exp_thresholds(FP64)
        == pytest.approx((709.78271289338397, -708.39641853226408, -745.13321910194111), abs=1e-13)
    )


def test_ties_and_the_edge_of_overflow():
    assert round_to([65519.99, 65520], FP16).tolist() == [65504, np.inf]
    assert round_to([464, 464.1], E4M3)[0] == 448 and np.isnan(round_to(464.1, E4M3))
    assert round_to([464.1, np.inf, -1e9], E4M3, saturate=True).tolist() == [448, 448, -448]
    assert round_to([100, -np.inf], E2M1).tolist() == [6, -6]
    assert np.signbit(decode(encode(-0.0, FP16), FP16))
    assert round_to([1 + 2**-11, 1 + 3 * 2**-11], FP16).tolist() == [1, 1 + 2**-9]


def test_the_unit_in_the_last_place():
    assert ulp(88.5, BF16) == 0.5 and ulp(65504, FP16) == 32 and ulp(1e-300, FP32) == 2.0**-149
    assert neighbours(-1.0, FP16) == (-1 - 2**-10, -1 + 2**-11)


# Misuse


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: decode(1.0, FP16), TypeError, "code must hold integers"),
        (lambda: decode(1 << 16, FP16), ValueError, "code must be from 0 to 65535, got"),
        (lambda: decode(-1, FP16), ValueError, "code must be from 0 to 65535, got"),
        (lambda: encode(np.nan, E2M1), ValueError, "x must hold no nan, which FP4 E2M1 lacks"),
        (lambda: encode(1, FP16, rounding="up"), ValueError, "rounding must be .* got 'up'"),
        (
            lambda: encode(1, FP16, rounding="stochastic"),
            TypeError,
            "rng must be of type Generator, got None",
        ),
        (lambda: encode("1", FP16), TypeError, "x must hold numbers"),
        (lambda: neighbours(0.1, FP16), ValueError, "x must be a finite number of FP16, got 0.1"),
        (lambda: ulp(np.inf, FP16), ValueError, "x must be finite, got inf"),
    ],
)
def test_misuse_is_named(call, error, message):
    with pytest.raises(error, match=message):
        call()


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        (("a", -3, 4, 1), ValueError, "exponent_bits must be at least 1, got -3"),
        (("a", 5, 60, 15), ValueError, "fraction_bits must be at most 52, got 60"),
        (("a", 5, 0, 15), ValueError, "fraction_bits must be at least 1, got 0"),
        (("a", 11, 52, 1), ValueError, "bias must be at least 1023, got 1"),
        (("a", 5, 10, 1066), ValueError, "bias must be at most 1065, got 1066"),
        (("a", 5, 10, 15, "IEEE"), ValueError, "specials must be one of .* got 'IEEE'"),
        ((None, 5, 10, 15), TypeError, "name must be of type str, got None"),
    ],
)
def test_a_format_that_cannot_be_is_refused(fields, error, message):
    with pytest.raises(error, match=message):
        FloatFormat(*fields)


def test_a_threshold_of_zero_has_no_sign():
    assert str(exp_thresholds(E2M1).normal) == "0.0"


def test_the_largest_bias_is_one():
    assert FloatFormat("a", 5, 10, 1065).smallest_subnormal == 2.0**-1074


def test_nan_has_no_sign():
    assert encode([np.nan, -np.nan], FP16).tolist() == [0x7FFF, 0x7FFF]


def test_thresholds_hang_on_nobody_elses_precision():
    expected = exp_thresholds(FP32)
    with localcontext() as context:
        context.prec = 3
        assert exp_thresholds(FP32) == expected


def test_a_threshold_beyond_the_format_is_its_largest_number():
    fmt = FloatFormat("a", 4, 3, 14, "nan")
    assert exp_thresholds(fmt).nonzero == -fmt.largest == -3.5
