"""Eight bits and fewer: what integers can stand for when a scale goes with them.

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``x``      real numbers
``q``      codes, integers of ``bits`` bits
``s``      scale: the distance between two numbers that codes stand for
``z``      zero point: the code that stands for 0, exactly
=========  ==================================================================

Affine: ``q = clip(round(x / s) + z)`` stands for ``s (q - z)``. With one s and z for each
channel they are arrays that broadcast. Logarithmic: the code is a sign and ``round(log2 |x| / s)``.
Block (microscaling): runs of numbers in a small format share one power of two.

Sources: Jacob et al., Quantization and Training of Neural Networks for Efficient
Integer-Arithmetic-Only Inference (2018); OCP Microscaling Formats (MX) 1.0.
"""

from typing import Any, NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_codes,
    as_count,
    as_instance,
    as_positive,
    as_reals,
    refuse_nan,
)
from mathlib.numbers.formats import FloatFormat, decode, encode

LEAST_SCALE, LARGEST_SCALE = -127, 127  # exponents that a shared scale of 8 bits can have


class Affine(NamedTuple):
    """A scale and a zero point, numbers or arrays that broadcast, for codes of `bits` bits."""

    scale: NDArray[Any]
    zero_point: NDArray[Any]
    bits: int

    @property
    def lowest(self) -> int:
        """The lowest code, ``-2^(bits - 1)``."""
        return -(1 << (self.bits - 1))

    @property
    def highest(self) -> int:
        """The highest code, ``2^(bits - 1) - 1``."""
        return (1 << (self.bits - 1)) - 1


def affine(low: ArrayLike, high: ArrayLike, bits: SupportsIndex = 8) -> Affine:
    """Return the quantiser whose codes span from `low` to `high`, and 0 in any case.

    Parameters
    ----------
    low, high : array_like
        The range, ``low <= high``; one for each channel if they are arrays. It is widened to
        hold 0, so that 0 has a code of its own.
    bits : int
        From 2 to 16.

    Raises
    ------
    ValueError
        If a bound is not finite, ``low > high``, or `bits` is out of range.

    Examples
    --------
    >>> by = affine(-1.0, 1.55)
    >>> round(float(by.scale), 6), int(by.zero_point)
    (0.01, -28)
    """
    low, high = _reals(low, "low"), _reals(high, "high")
    bits = as_count(bits, "bits", 2, 16)
    if not _broadcast(low, high):
        raise ValueError(f"low and high must have one shape, got {low.shape} and {high.shape}")
    with np.errstate(over="ignore", invalid="ignore"):
        if not np.isfinite(np.maximum(high, 0) - np.minimum(low, 0)).all():
            raise ValueError(f"low and high must be finite, and their span, got {low} and {high}")
    if np.any(low > high):
        raise ValueError(f"low must not be above high, got {low} and {high}")

    low, high = np.minimum(low, 0), np.maximum(high, 0)
    s = (high - low) / ((1 << bits) - 1)
    s = np.where(s > 0, s, 1.0)  # nothing but zeros: any scale will do
    z = np.rint(-(1 << (bits - 1)) - low / s).astype(int)
    return Affine(s, z, bits)


def quantize(x: ArrayLike, by: Affine) -> NDArray[np.int64]:
    """Return ``clip(round(x / s) + z)``; ties go to the even integer.

    Inside the range the number that the code stands for is at most s / 2 away.

    Parameters
    ----------
    x : array_like
        Broadcasts with the scale of `by`. Infinities saturate.
    by : Affine

    Raises
    ------
    ValueError
        If `x` holds nan.

    Examples
    --------
    >>> quantize([-1.0, 0.0, 0.017, 99.0], affine(-1.0, 1.55)).tolist()
    [-128, -28, -26, 127]
    """
    x, by = _reals(x, "x"), as_instance(by, "by", Affine)
    refuse_nan(x, "x")
    _refuse_other_channels(x, "x", by)

    with np.errstate(over="ignore"):  # what is too large saturates
        q = np.clip(np.rint(x / by.scale) + by.zero_point, by.lowest, by.highest)
    codes: NDArray[np.int64] = q.astype(np.int64)
    return codes


def dequantize(q: ArrayLike, by: Affine) -> NDArray[np.float64]:
    """Return ``s (q - z)``, the numbers that the codes stand for.

    Raises
    ------
    ValueError
        If a code is out of range.

    Examples
    --------
    >>> dequantize([-128, -28, 127], affine(-1.0, 1.55))
    array([-1.  ,  0.  ,  1.55])
    """
    by = as_instance(by, "by", Affine)
    q = as_codes(q, "q", by.lowest, by.highest)
    _refuse_other_channels(q, "q", by)

    x: NDArray[np.float64] = by.scale * (q - by.zero_point)
    return x


def integer_matmul(a: ArrayLike, b: ArrayLike, by_a: Affine, by_b: Affine) -> NDArray[np.float64]:
    """Return ``dequantize(a) @ dequantize(b)`` with products and sums of integers only.

    ``s_a s_b`` times the product of ``a - z_a`` and ``b - z_b``, added up in 32 bits as machines
    do it; the scales come in once, at the end. So it is exact up to that one multiplication.

    Parameters
    ----------
    a : (m, n) array_like of int
    b : (n, p) array_like of int
    by_a, by_b : Affine
        With a single scale each.

    Raises
    ------
    ValueError
        If the shapes do not fit, a quantiser has several scales, or n is so large that 32 bits
        might not hold the sum.

    Examples
    --------
    >>> by = affine(-1.0, 1.55)
    >>> integer_matmul([[127, -28]], [[127], [0]], by, by)
    array([[2.4025]])
    """
    by_a, by_b = as_instance(by_a, "by_a", Affine), as_instance(by_b, "by_b", Affine)
    a = as_codes(a, "a", by_a.lowest, by_a.highest, 2)
    b = as_codes(b, "b", by_b.lowest, by_b.highest, 2)
    if a.shape[1] != b.shape[0]:
        raise ValueError(f"a and b must fit, got shapes {a.shape} and {b.shape}")
    if np.ndim(by_a.scale) or np.ndim(by_b.scale):
        raise ValueError(f"by_a and by_b must have a single scale each, got {by_a} and {by_b}")
    most = a.shape[1] << (by_a.bits + by_b.bits)
    if most > np.iinfo(np.int32).max:
        raise ValueError(f"n must be small enough for sums of 32 bits, got {a.shape[1]}")

    left, right = (a - by_a.zero_point).astype(np.int32), (b - by_b.zero_point).astype(np.int32)
    y: NDArray[np.float64] = by_a.scale * by_b.scale * (left @ right)
    return y


def log_round(x: ArrayLike, smallest: float, bits: SupportsIndex = 8) -> NDArray[np.float64]:
    """Return x rounded to a sign times ``smallest 2^(i / 8)``, or zero: equal *relative* steps.

    One code is zero, the others are a sign and ``i = 0, ..., 2^(bits - 1) - 2``. Between the
    smallest and the largest of them the relative error is at most ``2^(1/16) - 1``, 4.5 percent.

    Parameters
    ----------
    x : array_like
    smallest : float
        The smallest positive number, more than 0. What is below half of it becomes 0.
    bits : int
        From 3 to 12.

    Raises
    ------
    ValueError
        If `smallest` is not positive and finite, `bits` is out of range, or `x` holds nan.

    Examples
    --------
    >>> log_round([0.0, -1.0, 1.05], 2**-4)
    array([ 0.        , -1.        ,  1.09050773])
    """
    x, bits = _reals(x, "x"), as_count(bits, "bits", 3, 12)
    smallest = as_positive(smallest, "smallest")
    refuse_nan(x, "x")

    a = np.abs(x)
    i = np.rint(8 * np.log2(np.maximum(a, smallest) / smallest))
    i = np.minimum(i, (1 << (bits - 1)) - 2)
    return np.where(a < smallest / 2, 0.0, np.sign(x) * smallest * 2.0 ** (i / 8))


def block_round(x: ArrayLike, fmt: FloatFormat, block: SupportsIndex = 32) -> NDArray[np.float64]:
    """Return x rounded to a microscaling format: runs of numbers that share a power of two.

    The shared scale is ``2^(floor(log2(max |x|)) - e)``, with e the exponent of the largest
    number of `fmt`, kept from -127 to 127; each number is divided by it and rounded to `fmt`,
    saturating.

    Parameters
    ----------
    x : (..., n) array_like
        Runs lie along the last axis; n is a multiple of `block`.
    fmt : FloatFormat
        The format of the elements: MXFP8 has E4M3 or E5M2, MXFP6 E3M2 or E2M3, MXFP4 E2M1.
    block : int

    Raises
    ------
    ValueError
        If n is no multiple of `block`, or `x` is not finite.

    Examples
    --------
    >>> from mathlib.numbers.formats import E2M1
    >>> block_round([100.0, 10.0, 3.0, -40.0], E2M1, block=4)
    array([ 96.,   8.,   0., -32.])
    """
    x, block = _reals(x, "x", 1), as_count(block, "block")
    fmt = as_instance(fmt, "fmt", FloatFormat)
    if x.shape[-1] % block:
        raise ValueError(f"block must divide the length of x, {x.shape[-1]}, got {block}")
    if not np.isfinite(x).all():
        raise ValueError(f"x must be finite, got {x}")

    runs = x.reshape(*x.shape[:-1], -1, block)
    largest = np.abs(runs).max(axis=-1, keepdims=True)
    top = int(np.frexp(fmt.largest)[1]) - 1
    shared = np.where(largest > 0, np.frexp(largest)[1] - 1 - top, 0)
    shared = np.clip(shared, LEAST_SCALE, LARGEST_SCALE)
    small = decode(encode(np.ldexp(runs, -shared), fmt, saturate=True), fmt)
    return np.ldexp(small, shared).reshape(x.shape)


def _reals(a: ArrayLike, name: str, least: int = 0) -> NDArray[np.float64]:
    array: NDArray[np.float64] = as_reals(a, name, least).astype(float)
    return array


def _broadcast(a: NDArray[Any], b: NDArray[Any]) -> bool:
    return all(m == n or 1 in (m, n) for m, n in zip(a.shape[::-1], b.shape[::-1], strict=False))


def _refuse_other_channels(x: NDArray[Any], name: str, by: Affine) -> None:
    if not _broadcast(x, np.asarray(by.scale)):
        shape = np.shape(by.scale)
        raise ValueError(f"{name} must broadcast with the scales of by, {shape}, got {x.shape}")
