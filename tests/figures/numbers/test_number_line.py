"""NumberLine shows what mathlib computes."""

import re

import numpy as np

from mathlib.numbers.formats import BF16, E2M1, E4M3, E5M2, FP16, decode
from tests.browser import put, readout


def test_the_line_shows_all_numbers_of_the_window(show):
    figure = show("number_line")
    for centre in ("0", "1", "11", "88"):
        put(figure, "centre", centre)
        for zoom in (-7, -3, 0, 5):
            put(figure, "zoom", zoom)
            low, high = float(centre) - 2.0**-zoom, float(centre) + 2.0**-zoom
            counts = dict(re.findall(r"([A-Z][\w ]*?) (\d+)(?= |$)", readout(figure)))
            for fmt in (BF16, FP16, E5M2, E4M3, E2M1):
                x = np.unique(decode(np.arange(1 << fmt.bits), fmt))
                assert int(counts[fmt.name]) == ((x >= low) & (x <= high)).sum()
