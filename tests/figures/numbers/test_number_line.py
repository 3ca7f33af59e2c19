"""NumberLine shows what mathlib computes."""

import re

import numpy as np

from mathlib.numbers.formats import BF16, E2M1, E4M3, E5M2, FP16, FP32, decode, encode
from tests.browser import put, readout

CENTRES = ("0", "1", "11", "88")


def counts(figure):
    return dict(re.findall(r"([A-Z][\w ]*?) (\d+)(?= |$)", readout(figure)))


def test_the_line_shows_all_numbers_of_the_window(show):
    figure = show("number_line")
    for centre in CENTRES:
        put(figure, "centre", centre)
        for zoom in (-7, -3, 0, 5, 12):
            put(figure, "zoom", zoom)
            low, high = float(centre) - 2.0**-zoom, float(centre) + 2.0**-zoom
            said = counts(figure)
            for fmt in (BF16, FP16, E5M2, E4M3, E2M1):
                x = np.unique(decode(np.arange(1 << fmt.bits), fmt))
                assert int(said[fmt.name]) == ((x >= low) & (x <= high)).sum()


def test_the_numbers_of_fp32_are_counted_by_their_codes(show):
    figure = show("number_line")
    for centre in ("1", "11", "88"):
        put(figure, "centre", centre)
        for zoom in (1, 5, 16):
            put(figure, "zoom", zoom)
            ends = float(centre) - 2.0**-zoom, float(centre) + 2.0**-zoom
            first, last = map(int, encode(ends, FP32))  # both are numbers of FP32
            assert int(counts(figure)["FP32"]) == last - first + 1


def test_a_number_can_be_pointed_at(show):
    figure = show("number_line")
    put(figure, "centre", "88")
    put(figure, "zoom", 0)
    line = figure.locator("svg[data-pick]")
    line.focus()
    line.press("Home")
    said = line.get_attribute("aria-valuetext")
    name, _, x = said.partition(": ")
    assert name == "BF16" and float(x) == 87.0
