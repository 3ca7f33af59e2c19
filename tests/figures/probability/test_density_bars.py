"""DensityBars shows the histogram that NumPy computes."""

import re
from fractions import Fraction

import numpy as np
import pytest

import figures
from mathlib.real_data import penguins
from tests.browser import put, readout

MASS = penguins()[0][:, 3].astype(int)


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def counted(x, bins):
    """How many fall into each bin, exactly."""
    low, high = int(min(x)), int(max(x))
    at = [min(bins - 1, int(Fraction((int(v) - low) * bins, high - low))) for v in x]
    return np.bincount(at, minlength=bins)


@pytest.mark.parametrize("by_width", [False, True])
def test_heights_and_areas_are_those_of_numpy(alive, by_width):
    figure = alive(figures.DensityBars(MASS, unit="kg", by_width=by_width))
    for bins in (1, 2, 7, 12, 36, 60):
        put(figure, "bins", bins)
        many, width = counted(MASS, bins), np.ptp(MASS) / 1000 / bins
        told = [
            numbers(bar.get_attribute("data-tell"))
            for bar in figure.locator("rect[data-tell]").all()
        ]
        assert [row[2] for row in told] == many.tolist()
        heights = many / len(MASS) / (width if by_width else 1)
        assert [row[-1] for row in told] == pytest.approx(heights, abs=6e-5)
        said = numbers(readout(figure))
        assert said[0] == bins and said[1] == pytest.approx(width, abs=6e-5)
        assert said[2:] == pytest.approx(
            [heights.max(), heights.sum(), heights.sum() * width], abs=6e-5
        )
        assert said[4 if by_width else 3] == 1
    if by_width:
        edges = np.linspace(MASS.min(), MASS.max(), 8) / 1000
        put(figure, "bins", 7)
        numpys = np.histogram(MASS / 1000, edges, density=True)[0]
        assert max(numpys) == pytest.approx(numbers(readout(figure))[2], abs=6e-5)


def test_equal_numbers_are_refused():
    with pytest.raises(ValueError, match="x must hold two different numbers"):
        figures.DensityBars([3, 3])
