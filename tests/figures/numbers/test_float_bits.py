"""FloatBits shows what mathlib computes."""

import re

import numpy as np
import pytest

from mathlib.numbers.formats import FORMATS, FP16, decode, encode, neighbours, round_to, ulp
from tests.browser import put, readout


def numbers(text):
    return [float(n) for n in re.findall(r"-?(?:\d[\d.]*(?:e[-+]?\d+)?|Infinity)", text)]


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
        one = int(encode(1.0, fmt))
        sign = 1 << (fmt.bits - 1)
        for code in {one, one + 1, sign | one, 1, fmt.largest_code, sign | fmt.largest_code}:
            flip_to(figure, code, fmt)
            x = float(decode(code, fmt))
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
        if fmt.specials == "ieee":
            flip_to(figure, fmt.largest_code + 1, fmt)
            assert readout(figure) == "Infinity\nno finite number"


def test_the_next_code_is_the_next_number(show):
    figure = show("float_bits")
    x = float(round_to(0.1, FP16))
    figure.get_by_role("button", name="code + 1").click()
    assert f" = {neighbours(x, FP16)[1]}," in readout(figure)
    for _ in range(2):
        figure.get_by_role("button", name="code \N{MINUS SIGN} 1").click()
    assert f" = {neighbours(x, FP16)[0]}," in readout(figure)
