"""WeightedLevel shows the expectation that mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.expectation import expectation
from tests.browser import put, put_bars, readout


def numbers(text):
    return [float(n) for n in re.findall(r"(?<![a-z_])-?\d+(?:\.\d+)?", text.replace("\u1d62", ""))]


def test_the_level_is_the_dot_product_and_the_sums_lead_to_it(alive):
    figure = alive(figures.WeightedLevel())
    assert "p · f =" not in readout(figure)
    put(figure, "guess", 2.5)
    figure.locator(".fig-predict button").click()
    assert "so it is" in readout(figure)
    rng = np.random.default_rng(0)
    for w, f in zip(rng.integers(0, 9, (6, 4)), rng.integers(-4, 9, (6, 4)), strict=True):
        put_bars(figure, "w", [max(1, w[0]), *w[1:]])
        put_bars(figure, "f", f)
        w = np.array(
            [float(b.get_attribute("aria-valuenow")) for b in figure.locator("[data-name=w]").all()]
        )
        p = w / w.sum()
        lines = readout(figure).splitlines()
        assert numbers(lines[0]) == pytest.approx(p, abs=6e-4)
        assert numbers(lines[1].split(":")[1]) == pytest.approx(np.cumsum(p * f), abs=6e-4)
        assert numbers(lines[2])[0] == pytest.approx(expectation(p, f), abs=6e-4)


def test_without_weights_there_are_no_chances(alive):
    figure = alive(figures.WeightedLevel(w=[0] * 4))
    assert "no chances" in readout(figure)
