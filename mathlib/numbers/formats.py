"""Binary floating-point formats: what their bits mean, and how a number is rounded to them.

==========  =================================================================
symbol      meaning
==========  =================================================================
``s``       sign bit
``e``       exponent field, ``E`` bits; ``bias`` is taken off
``f``       fraction field, ``p`` bits
normal      ``(-1)^s 2^(e - bias) (1 + f / 2^p)``, for e > 0
subnormal   ``(-1)^s 2^(1 - bias) (f / 2^p)``, for e = 0
==========  =================================================================

A format is a record. Its codes are integers of ``1 + E + p`` bits; those of the non-negative
numbers are in the order of the numbers, so the next number has the next code.

Sources: IEEE 754-2019; OCP 8-bit Floating Point Specification (OFP8) 1.0; OCP Microscaling
Formats (MX) 1.0.
"""

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_choice,
    as_codes,
    as_count,
    as_flag,
    as_instance,
    as_number,
    as_reals,
)

Specials = Literal["ieee", "nan", "none"]
Rounding = Literal["nearest", "stochastic"]


@dataclass(frozen=True)
class FloatFormat:
    """A format of one sign bit, `exponent_bits` and `fraction_bits`.

    `specials` says what the largest codes mean: ``"ieee"``, an exponent of ones is infinity or
    nan; ``"nan"``, only the code of all ones is nan and there is no infinity (E4M3); ``"none"``,
    every code is a number (FP6, FP4). Every number of a format is one of float64.

    Raises
    ------
    TypeError
        If a field is not of its type.
    ValueError
        If the format has numbers that float64 lacks, or no code for what `specials` promises.

    Examples
    --------
    >>> FP16.largest, FP16.smallest_normal, FP16.smallest_subnormal, FP16.epsilon
    (65504.0, 6.103515625e-05, 5.960464477539063e-08, 0.0009765625)
    """

    name: str
    exponent_bits: int
    fraction_bits: int
    bias: int
    specials: Specials = "ieee"

    def __post_init__(self) -> None:
        as_instance(self.name, "name", str)
        as_choice(self.specials, "specials", get_args(Specials))
        E = as_count(self.exponent_bits, "exponent_bits", 1, 11)
        p = as_count(self.fraction_bits, "fraction_bits", int(self.specials == "ieee"), 52)
        highest = (1 << E) - (2 if self.specials == "ieee" else 1)  # of the exponent fields
        as_count(self.bias, "bias", highest - 1023, 1075 - p)

    @property
    def bits(self) -> int:
        """The number of bits of a code, the sign included."""
        return 1 + self.exponent_bits + self.fraction_bits

    @property
    def largest_code(self) -> int:
        """The code of the largest finite number."""
        ones = (1 << (self.bits - 1)) - 1
        reserved = {"ieee": 1 << self.fraction_bits, "nan": 1, "none": 0}
        return ones - reserved[self.specials]

    @property
    def largest(self) -> float:
        """The largest finite number."""
        return float(decode(self.largest_code, self))

    @property
    def smallest_normal(self) -> float:
        """The smallest positive number with all its digits: ``2^(1 - bias)``."""
        return float(np.ldexp(1.0, 1 - self.bias))

    @property
    def smallest_subnormal(self) -> float:
        """The smallest positive number: ``2^(1 - bias - p)``."""
        return float(np.ldexp(1.0, 1 - self.bias - self.fraction_bits))

    @property
    def epsilon(self) -> float:
        """The distance from 1 to the next number: ``2^-p``."""
        return float(np.ldexp(1.0, -self.fraction_bits))


class ExpThresholds(NamedTuple):
    """The largest argument with a finite exp, the smallest with a normal and a nonzero one."""

    finite: float
    normal: float
    nonzero: float


FP64 = FloatFormat("FP64", 11, 52, 1023)
FP32 = FloatFormat("FP32", 8, 23, 127)
TF32 = FloatFormat("TF32", 8, 10, 127)
BF16 = FloatFormat("BF16", 8, 7, 127)
FP16 = FloatFormat("FP16", 5, 10, 15)
E5M2 = FloatFormat("FP8 E5M2", 5, 2, 15)
E4M3 = FloatFormat("FP8 E4M3", 4, 3, 7, "nan")
E3M2 = FloatFormat("FP6 E3M2", 3, 2, 3, "none")
E2M3 = FloatFormat("FP6 E2M3", 2, 3, 1, "none")
E2M1 = FloatFormat("FP4 E2M1", 2, 1, 1, "none")
FORMATS = (FP64, FP32, TF32, BF16, FP16, E5M2, E4M3, E3M2, E2M3, E2M1)


def decode(code: ArrayLike, fmt: FloatFormat) -> NDArray[np.float64]:
    """Return the numbers that the codes mean, exactly.

    Parameters
    ----------
    code : array_like of int
        From 0 to ``2^bits - 1``.
    fmt : FloatFormat

    Returns
    -------
    ndarray of float64, of the shape of `code`

    Raises
    ------
    TypeError
        If `code` is not of integers.
    ValueError
        If a code does not fit into the bits.

    Examples
    --------
    >>> decode([0x3C00, 0x0001, 0x7C00], FP16)
    array([1.00000000e+00, 5.96046448e-08,            inf])
    """
    fmt = as_instance(fmt, "fmt", FloatFormat)
    c = as_codes(code, "code", 0, (1 << fmt.bits) - 1).astype(np.uint64)

    p = np.uint64(fmt.fraction_bits)
    magnitude = c & np.uint64((1 << (fmt.bits - 1)) - 1)
    e, f = (magnitude >> p).astype(np.int64), magnitude & np.uint64((1 << fmt.fraction_bits) - 1)
    whole = f.astype(float) + np.where(e > 0, 2.0**fmt.fraction_bits, 0)
    with np.errstate(over="ignore"):  # the codes of infinity and nan, set below
        x = np.ldexp(whole, np.maximum(e, 1) - fmt.bias - fmt.fraction_bits)
    beyond = magnitude > np.uint64(fmt.largest_code)
    infinite = beyond & (f == 0) & (fmt.specials == "ieee")
    x = np.where(infinite, np.inf, np.where(beyond, np.nan, x))
    return np.where(c >> np.uint64(fmt.bits - 1), -x, x)


def encode(
    x: ArrayLike,
    fmt: FloatFormat,
    *,
    rounding: Rounding = "nearest",
    saturate: bool = False,
    rng: np.random.Generator | None = None,
) -> NDArray[np.uint64]:
    """Return the codes of the numbers of `fmt` that stand for `x`.

    Parameters
    ----------
    x : array_like of real numbers
        Taken as float64.
    fmt : FloatFormat
    rounding : {"nearest", "stochastic"}
        To the nearest, ties to the even code; or up or down at random, so that the mean is x.
    saturate : bool
        Whether what is too large becomes the largest number; otherwise it becomes infinity, or
        nan where there is none. Formats that have neither always saturate.
    rng : numpy.random.Generator
        For stochastic rounding.

    Raises
    ------
    ValueError
        If `rounding` is neither of the two, if it is stochastic and there is no `rng`, or if `x`
        holds nan and the format has none.

    Examples
    --------
    >>> decode(encode([0.1, 1000.0], E4M3), E4M3), decode(encode(1000, E4M3, saturate=True), E4M3)
    (array([0.1015625,       nan]), array(448.))
    """
    x, fmt = as_reals(x, "x").astype(float), as_instance(fmt, "fmt", FloatFormat)
    rounding = as_choice(rounding, "rounding", get_args(Rounding))
    saturate = as_flag(saturate, "saturate")
    if rounding == "stochastic" or rng is not None:
        rng = as_instance(rng, "rng", np.random.Generator)
    if fmt.specials == "none" and np.isnan(x).any():
        raise ValueError(f"x must hold no nan, which {fmt.name} lacks, got {x}")

    p, least = fmt.fraction_bits, 1 - fmt.bias
    a = np.where(np.isfinite(x), np.abs(x), 0)
    e = np.where(a > 0, np.frexp(a)[1] - 1, least)  # 2^e <= a < 2^(e + 1)
    e = np.maximum(e, least)  # subnormal numbers share the least exponent
    steps = np.ldexp(a, p - e)  # in units of the distance to the next number; exact
    whole = np.rint(steps) if rng is None or rounding == "nearest" else _at_random(steps, rng)
    # A normal number has 2^p steps or more; the leading one of them is the next exponent.
    magnitude = ((e - least).astype(np.int64) << p) + whole.astype(np.int64)

    no_infinity = saturate or fmt.specials == "none"
    top = fmt.largest_code if no_infinity else fmt.largest_code + 1
    magnitude = np.where(np.isinf(x), top, np.minimum(magnitude, top))
    not_a_number = (1 << (fmt.bits - 1)) - 1
    magnitude = np.where(np.isnan(x), not_a_number, magnitude).astype(np.uint64)
    sign = np.signbit(x) & ~np.isnan(x)
    code: NDArray[np.uint64] = magnitude | (sign.astype(np.uint64) << np.uint64(fmt.bits - 1))
    return code


def round_to(x: ArrayLike, fmt: FloatFormat, **how: Any) -> NDArray[np.float64]:
    """Return the numbers of `fmt` that stand for `x`: ``decode(encode(x))``.

    Parameters, errors: as `encode`.

    Examples
    --------
    >>> round_to([0.1, 1 + 2**-12], TF32)
    array([0.09997559, 1.        ])
    """
    return decode(encode(x, fmt, **how), fmt)


def neighbours(x: float, fmt: FloatFormat) -> tuple[float, float]:
    """Return the next smaller and the next larger number of `fmt`; of a number of the format.

    Raises
    ------
    ValueError
        If `x` is no finite number of the format.

    Examples
    --------
    >>> neighbours(1.0, BF16), neighbours(65504.0, FP16)
    ((0.99609375, 1.0078125), (65472.0, inf))
    """
    x, fmt = as_number(x, "x"), as_instance(fmt, "fmt", FloatFormat)
    if not np.isfinite(x) or float(round_to(x, fmt, saturate=True)) != x:
        raise ValueError(f"x must be a finite number of {fmt.name}, got {x}")
    if x < 0:
        below, above = neighbours(-x, fmt)
        return -above, -below

    code = int(encode(abs(x), fmt))
    above = float(decode(code + 1, fmt)) if code < fmt.largest_code else np.inf
    return (float(decode(code - 1, fmt)) if code else -fmt.smallest_subnormal), above


def ulp(x: float, fmt: FloatFormat) -> float:
    """Return the distance between numbers of `fmt` around x: ``2^(e - p)`` where 2^e <= abs(x).

    Below the smallest normal number it is the smallest subnormal one.

    Raises
    ------
    ValueError
        If `x` is not finite.

    Examples
    --------
    >>> ulp(1.0, FP32) == 2**-23, ulp(88.0, BF16), ulp(0.0, FP16)
    (True, 0.5, 5.960464477539063e-08)
    """
    x, fmt = as_number(x, "x"), as_instance(fmt, "fmt", FloatFormat)
    if not np.isfinite(x):
        raise ValueError(f"x must be finite, got {x}")

    e = max(int(np.frexp(abs(x))[1]) - 1, 1 - fmt.bias) if x else 1 - fmt.bias
    return float(np.ldexp(1.0, e - fmt.fraction_bits))


def exp_thresholds(fmt: FloatFormat) -> ExpThresholds:
    """Return where exp, rounded to `fmt`, stops being finite, normal and nonzero.

    The arguments are numbers of the format as well, and exp is rounded to nearest once, from its
    exact value. So the three are found with logarithms of 60 digits, and no exp is computed.

    Raises
    ------
    ValueError
        If `fmt` has no numbers on both sides of 1.

    Examples
    --------
    >>> exp_thresholds(FP16)
    ExpThresholds(finite=11.0859375, normal=-9.703125, nonzero=-17.328125)
    """
    if as_instance(fmt, "fmt", FloatFormat).smallest_normal > 1 or fmt.largest < 1:
        raise ValueError(f"fmt must have normal numbers on both sides of 1, got {fmt}")

    tiny = Decimal(fmt.smallest_subnormal)
    with localcontext(Context(prec=800)):  # halves of the smallest numbers, exactly
        overflow = Decimal(fmt.largest) + Decimal(ulp(fmt.largest, fmt)) / 2
        normal, nonzero = Decimal(fmt.smallest_normal) - tiny / 2, tiny / 2
    with localcontext(Context(prec=60)):
        # The sign too is changed here: outside it would round to the caller's precision.
        bounds = overflow.ln(), -normal.ln(), -nonzero.ln()
    finite, normal_from, nonzero_from = (_last_below(bound, fmt) for bound in bounds)
    return ExpThresholds(finite, 0 - normal_from, 0 - nonzero_from)


def _last_below(bound: Decimal, fmt: FloatFormat) -> float:
    """The largest number of the format below a positive bound."""
    code = int(encode(float(bound), fmt, saturate=True))
    while Decimal(float(decode(code, fmt))) >= bound:
        code -= 1
    return float(decode(code, fmt))


def _at_random(steps: NDArray[Any], rng: np.random.Generator) -> NDArray[Any]:
    down = np.floor(steps)
    whole: NDArray[Any] = down + (rng.random(steps.shape) < steps - down)
    return whole
