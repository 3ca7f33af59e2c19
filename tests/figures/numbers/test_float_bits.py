"""FloatBits shows what mathlib computes."""

import re
from fractions import Fraction

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


# Many codes in one call: one is typed that differs in a bit, and the box of this bit is clicked.
TOLD = """(host, all) => all.map(([code, at]) => {
  const box = host.querySelector("input[type=text]");
  box.value = code;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new Event("change", { bubbles: true }));
  host.querySelectorAll("[data-name=bit]")[at].click();
  return host.querySelector(".fig-readout").innerText.replaceAll("\u2212", "-");
})"""
# Many numbers in one call: each is typed as a code of FP64, then the other format is chosen.
TAKEN = """(host, [wide, narrow, codes]) => codes.map((code) => {
  const choice = host.querySelector("[data-name=format]");
  const box = host.querySelector("input[type=text]");
  const choose = (name) => { choice.value = name; choice.dispatchEvent(new Event("change")); };
  choose(wide);
  box.value = code;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new Event("change", { bubbles: true }));
  choose(narrow);
  const boxes = [...host.querySelectorAll("[data-name=bit]")];
  return boxes.map((box) => Number(box.checked)).join("");
})"""


def bits_of(figure):
    boxes = figure.locator("[data-name=bit]")
    return int(boxes.evaluate_all("all => all.map(box => Number(box.checked)).join('')"), 2)


def enter(figure, text):
    box = figure.get_by_label("number or code")
    box.fill(text)
    box.press("Enter")


def test_the_bits_mean_what_mathlib_says(show):
    figure = show("float_bits")
    for fmt in FORMATS:
        put(figure, "format", fmt.name)
        assert figure.locator("[data-name=bit]").count() == fmt.bits
        drawn = {int(c) for c in rng.integers(2**fmt.bits, size=8, dtype=np.uint64)}
        codes = sorted(edges(fmt) | drawn)
        at = [int(n) for n in rng.integers(fmt.bits, size=len(codes))]
        typed = [[hex(code ^ 1 << fmt.bits - 1 - n), n] for code, n in zip(codes, at, strict=True)]
        for code, said in zip(codes, figure.evaluate(TOLD, typed), strict=True):
            x = float(decode(code, fmt))
            first, second = said.splitlines()[:2]
            if not np.isfinite(x):
                assert float(first.split(",")[0]) == pytest.approx(x, nan_ok=True)
                continue
            assert first.startswith(f"0x{code:0{-(-fmt.bits // 4)}x} means ")
            assert numbers(first.replace("…", "").split(" means ")[1]) == [x]
            assert numbers(second) == [ulp(x, fmt), *neighbours(x, fmt)]


def test_the_formula_has_the_fields_of_the_code(show):
    figure = show("float_bits")
    parts = figure.locator(".fig-formula .fig-part")
    for code in (0x2E66, 0xC680, 0x0001, 0x8000):
        enter(figure, hex(code))
        fields = [code >> 15, max(code >> 10 & 31, 1), code & 1023]
        assert parts.all_inner_texts() == list(map(str, fields))


def test_what_is_typed_takes_the_nearest_number_and_its_error_is_told(show):
    figure = show("float_bits")
    for fmt in FORMATS:
        put(figure, "format", fmt.name)
        for text in ("0.1", "-2.7", "1/3", "3", "1e-2", "-.5"):
            enter(figure, text)
            wanted = Fraction(text) if "/" not in text else Fraction(*map(int, text.split("/")))
            x = float(round_to(float(wanted), fmt))
            assert bits_of(figure) == int(encode(float(wanted), fmt)), (text, fmt.name)
            off, told = wanted - Fraction(x), readout(figure).splitlines()[2]
            if off == 0:
                assert told == "what was typed is this number, exactly"
                continue
            size, share = numbers(told)
            assert ("more" in told) == (off > 0)
            assert size == pytest.approx(float(abs(off)), rel=1e-3)
            assert share == pytest.approx(float(abs(off) / Fraction(ulp(x, fmt))), rel=1e-2)


def test_a_code_may_be_typed_and_what_is_none_is_refused(show):
    figure = show("float_bits")
    refused = figure.get_by_role("alert")
    for text, code in (("0x2e66", 0x2E66), ("0b11", 3), ("inf", 0x7C00), ("-inf", 0xFC00)):
        enter(figure, text)
        assert bits_of(figure) == code and refused.inner_text() == ""
    for text in ("0x12345", "two", "1/0", "", "0xg", "1e99999"):
        enter(figure, text)
        assert bits_of(figure) == 0xFC00 and refused.inner_text()
    enter(figure, "0.1")
    assert refused.inner_text() == ""


def test_another_format_takes_the_nearest_number(show):
    figure = show("float_bits")
    for fmt in FORMATS[1:]:
        tried = [*between(fmt)]
        codes = [hex(int(encode(x, FP64))) for x in tried]
        taken = figure.evaluate(TAKEN, [FP64.name, fmt.name, codes])
        for x, bits in zip(tried, taken, strict=True):
            lacks_nan = np.isnan(x) and fmt.specials == "none"
            assert int(bits, 2) == (0 if lacks_nan else int(encode(x, fmt))), (x, fmt.name)


def test_the_next_code_is_the_next_number(show):
    figure = show("float_bits")
    x = float(round_to(0.1, FP16))
    figure.get_by_role("button", name="code + 1").click()
    assert f" means {neighbours(x, FP16)[1]}," in readout(figure)
    for _ in range(2):
        figure.get_by_role("button", name="code \N{MINUS SIGN} 1").click()
    assert f" means {neighbours(x, FP16)[0]}," in readout(figure)


def test_the_neighbours_can_be_pointed_at(show):
    figure = show("float_bits")
    x = float(round_to(0.1, FP16))
    piece = figure.get_by_role("slider", name=re.compile("[Pp]oint"))
    piece.focus()
    piece.press("Home")
    said = [piece.get_attribute("aria-valuetext")]
    for _ in range(2):
        piece.press("ArrowRight")
        said.append(piece.get_attribute("aria-valuetext"))
    low, high = neighbours(x, FP16)
    assert next(numbers(text)[0] for text in said if "typed" not in text) == low
    assert numbers(said[-1]) in ([high], [0.1])
