"""Uncertainty shows the entropy of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.numbers.softmax import entropy
from tests.browser import readout


@pytest.mark.parametrize("percent", [0, 25, 50, 100])
@pytest.mark.parametrize(
    ("p", "q"), [([0.8, 0.1], [0.1, 0.1]), ([1, 0], [0, 1]), ([0, 0], [0.35, 0.3])]
)
def test_the_bits_are_those_of_mathlib(alive, p, q, percent):
    said = readout(alive(figures.Uncertainty(p=p, q=q, percent=percent)))
    shown = [float(v) for v in re.findall(r"([\d.]+) (?:bits|above)", said)]
    P, Q = ([*a, 1 - sum(a)] for a in (p, q))
    P, Q = np.maximum(P, 0), np.maximum(Q, 0)
    t = percent / 100
    H = [entropy(a) / np.log(2) for a in (P, Q, (1 - t) * P + t * Q)]
    assert shown[:3] == pytest.approx(H, abs=6e-4)
    above = float(re.search(r"bits, (-?[\d.]+) above", said).group(1))
    assert above == pytest.approx(H[2] - (1 - t) * H[0] - t * H[1], abs=6e-4)


def test_outside_there_is_no_distribution(page, alive):
    figure = alive(figures.Uncertainty(p=[0.5, 0.5]))
    figure.locator("[data-name=p]").focus()
    page.keyboard.press("ArrowUp")
    assert "p outside the triangle" in readout(figure)
