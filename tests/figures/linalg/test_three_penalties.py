"""ThreePenalties shows what mathlib shrinks."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.penalties import shrink_length, shrink_squared, soft_threshold
from tests.browser import readout


@pytest.mark.parametrize("z", [[3, 1], [-2, 2.5], [0, -1], [0.5, 0.5]])
@pytest.mark.parametrize("price", [0, 10, 30, 80])
def test_the_three_vectors_are_those_of_mathlib(page, alive, z, price):
    lines = readout(alive(figures.ThreePenalties(z=z, price=price))).split("\n")
    for line, f in zip(lines, (soft_threshold, shrink_length, shrink_squared), strict=True):
        w = f(z, price / 20)
        shown = [float(v) for v in re.search(r"\((.*?)\)", line).group(1).split(", ")]
        assert shown == pytest.approx(w, abs=6e-4)
        zeros = np.count_nonzero(w == 0)
        assert ("one entry 0" in line, "both entries 0" in line) == (zeros == 1, zeros == 2)
