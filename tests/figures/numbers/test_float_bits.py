"""FloatBits shows what mathlib computes."""

import re

import numpy as np
import pytest

from mathlib.numbers.formats import FORMATS, FP16, FP64, decode, encode, neighbours, round_to, ulp
from tests.browser import put, readout

rng = np.random.default_rng(0)


def numbers(text):
    return [float(n) for n in re.findall(r"-?(?:\d[\d.]*(?:e[-+]?\d+)?|Infinity)", text)]


def edges(fmt):
    """The codes where something begins or ends: one, the normal numbers, the finite ones."""
    one, normal = int(encode(1.0, fmt)), 1 << fmt.fraction_bits
    last = (1 << (fmt.bits - 1)) - 1
    codes = {0, 1, normal - 1, normal, one, one + 1, fmt.largest_code, last}
    codes |= {min(fmt.largest_code + 1, last)}
    return codes | {(1 << (fmt.bits - 1)) | code for code in codes}


def between(fmt):
    """Numbers of FP64 that `fmt` must round: halfway, on both sides of that, and beyond its ends."""
    codes = [0, (1 << fmt.fraction_bits) - 1, *rng.integers(fmt.largest_code, size=3)]
    for code in map(int, codes):
        low, high = decode(code, fmt), decode(code + 1, fmt)
        middle = float(low + (high - low) / 2)
        yield from (middle, -np.nextafter(middle, 0), np.nextafter(middle, np.inf))
    beyond = fmt.largest + ulp(fmt.largest, fmt) / 2
    yield from (beyond, -np.nextafter(beyond, 0), -0.0, np.inf, -np.inf, np.nan)
    yield from rng.normal(size=3) * 2.0 ** rng.uniform(1 - fmt.bias, fmt.bias, size=3)


def flip_to(figure, code, fmt):
    """Check and uncheck the boxes of the bits, the highest first."""
    bits = [bool(code >> at & 1) for at in reversed(range(fmt.bits))]
    figure.evaluate(
        """(host, bits) => bits.forEach((bit, at) => {
          const box = host.querySelectorAll("[data-name=bit]")[at];
          if (box.checked !== bit) box.click();
        })""",
        bits,
    )


def test_the_bits_mean_what_mathlib_says(show):
    figure = show("float_bits")
    for fmt in FORMATS:
        put(figure, "format", FP16.name)
        flip_to(figure, int(encode(0.1, FP16)), FP16)
        put(figure, "format", fmt.name)
        assert figure.locator("[data-name=bit]").count() == fmt.bits
        near = float(round_to(round_to(0.1, FP16), fmt))  # the number that was shown, rounded
        assert f" = {near} ".replace(".0 ", " ") in readout(figure).replace(",", " ")
        for code in edges(fmt) | {
            int(c) for c in rng.integers(2**fmt.bits, size=8, dtype=np.uint64)
        }:
            flip_to(figure, code, fmt)
            x = float(decode(code, fmt))
            if not np.isfinite(x):
                assert float(readout(figure).splitlines()[0]) == pytest.approx(x, nan_ok=True)
                continue
            first, second, third = readout(figure).splitlines()
            assert numbers(first.split(" = ")[1]) == [x]
            assert numbers(second) == [ulp(x, fmt), *neighbours(x, fmt)]
            with np.errstate(over="ignore"):
                expected = float(round_to(np.exp(x), fmt))
            said = third.split(": ")[1]
            if np.isnan(expected):
                assert said == "NaN"
            else:  # two libraries' exp may differ in the last bit of FP64
                assert numbers(said)[0] == pytest.approx(expected, rel=1e-15, abs=0)


def test_another_format_takes_the_nearest_number(show):
    figure = show("float_bits")
    for fmt in FORMATS[1:]:
        for x in between(fmt):
            put(figure, "format", FP64.name)
            flip_to(figure, int(encode(x, FP64)), FP64)
            put(figure, "format", fmt.name)
            boxes = figure.locator("[data-name=bit]")
            bits = boxes.evaluate_all("boxes => boxes.map(box => Number(box.checked)).join('')")
            lacks_nan = np.isnan(x) and fmt.specials == "none"
            assert int(bits, 2) == (0 if lacks_nan else int(encode(x, fmt))), (x, fmt.name)


def test_the_next_code_is_the_next_number(show):
    figure = show("float_bits")
    x = float(round_to(0.1, FP16))
    figure.get_by_role("button", name="code + 1").click()
    assert f" = {neighbours(x, FP16)[1]}," in readout(figure)
    for _ in range(2):
        figure.get_by_role("button", name="code \N{MINUS SIGN} 1").click()
    assert f" = {neighbours(x, FP16)[0]}," in readout(figure)
