"""The figures of Part 5 show what mathlib computes."""

import re

import numpy as np
import pytest

from mathlib.numbers.formats import (
    BF16,
    E2M1,
    E4M3,
    E5M2,
    FORMATS,
    FP16,
    decode,
    encode,
    neighbours,
    round_to,
    ulp,
)
from mathlib.numbers.softmax import (
    cross_entropy,
    cross_entropy_gradient,
    cross_entropy_hessian,
    entropy,
    softmax,
)
from tests.browser.conftest import open_page, put, put_bars, readout


def shown(figure, panel):
    texts = figure.locator(".fig-panel").nth(panel).locator("text").all_text_contents()
    return [float(text.replace("\N{MINUS SIGN}", "-")) for text in texts]


def test_the_bars_are_the_softmax_and_the_matrix_its_covariance(page):
    open_page(page, "chapters/numbers/cross_entropy.html")
    figure = page.locator("[data-figure=softmax_bars]")
    put_bars(page, figure, "o", [0, 0, 0])  # from the least, in steps of a half: 0 is 8 steps up
    o = [float(bar.get_attribute("aria-valuenow")) for bar in figure.locator("[role=slider]").all()]
    for T, label in [(1, 0), (0.5, 2), (5, 1)]:
        put(page, figure, "temperature", T)
        put(page, figure, "label", label)
        p = softmax(o, temperature=T)
        numbers = [
            float(n)
            for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", readout(figure).replace("T = 1", ""))
        ]
        assert numbers[:3] == pytest.approx(p, abs=6e-5)
        assert numbers[3] == pytest.approx(entropy(p), abs=6e-5)
        assert numbers[4] == pytest.approx(cross_entropy(o, label), abs=6e-5)
        assert shown(figure, 1) == pytest.approx(p, abs=6e-4)
        assert shown(figure, 2) == pytest.approx(cross_entropy_gradient(o, label), abs=6e-4)
        exact = cross_entropy_hessian(np.array(o) / T)
        assert shown(figure, 3) == pytest.approx(exact.ravel(), abs=6e-3)


def test_more_draws_come_nearer_to_the_covariance(page):
    open_page(page, "chapters/numbers/cross_entropy.html")
    figure = page.locator("[data-figure=softmax_bars]")
    exact = cross_entropy_hessian([1, 2, 3])
    for power in range(6):
        put(page, figure, "draws", power)
        error = float(readout(figure).split()[-1])
        drawn = np.reshape(shown(figure, 4), (3, 3))
        assert np.abs(drawn - exact).max() == pytest.approx(error, abs=6e-3)
        assert error < 4 / np.sqrt(10**power)  # four standard errors of a half, at least
    assert error < 0.01


FLOATS = "chapters/numbers/number_formats.html"


def numbers(text):
    return [float(n) for n in re.findall(r"-?(?:\d[\d.]*(?:e[-+]?\d+)?|Infinity)", text)]


def flip_to(figure, code, fmt):
    for at, box in enumerate(figure.locator("[data-name=bit]").all()):
        box.set_checked(bool(code >> (fmt.bits - 1 - at) & 1))


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
def test_the_bits_mean_what_mathlib_says(page, fmt):
    open_page(page, FLOATS)
    figure = page.locator("[data-figure=float_bits]")
    put(page, figure, "format", fmt.name)
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


def test_the_next_code_is_the_next_number(page):
    open_page(page, FLOATS)
    figure = page.locator("[data-figure=float_bits]")
    x = float(round_to(0.1, FP16))
    figure.get_by_role("button", name="code + 1").click()
    assert f" = {neighbours(x, FP16)[1]}," in readout(figure)
    for _ in range(2):
        figure.get_by_role("button", name="code \N{MINUS SIGN} 1").click()
    assert f" = {neighbours(x, FP16)[0]}," in readout(figure)


@pytest.mark.parametrize("centre", ["0", "1", "11", "88"])
def test_the_line_shows_all_numbers_of_the_window(page, centre):
    open_page(page, FLOATS)
    figure = page.locator("[data-figure=number_line]")
    put(page, figure, "centre", centre)
    for zoom in (-7, -3, 0, 5):
        put(page, figure, "zoom", zoom)
        low, high = float(centre) - 2.0**-zoom, float(centre) + 2.0**-zoom
        counts = dict(re.findall(r"([A-Z][\w ]*?) (\d+)(?= |$)", readout(figure)))
        for fmt in (BF16, FP16, E5M2, E4M3, E2M1):
            x = np.unique(decode(np.arange(1 << fmt.bits), fmt))
            assert int(counts[fmt.name]) == ((x >= low) & (x <= high)).sum()
