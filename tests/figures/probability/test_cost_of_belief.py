"""CostOfBelief shows the surprise and the divergence of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.numbers.softmax import entropy
from mathlib.probability.information import divergence, expected_surprise
from tests.browser import readout


def numbers(figure):
    return [float(v) for v in re.findall(r"\d+(?:\.\d+)?", readout(figure))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [([8, 4, 2, 2], [4, 4, 4, 4]), ([1, 0, 3], [2, 5, 1]), ([7, 7], [7, 7]), ([0, 3], [12, 1])],
)
def test_the_bits_are_those_of_mathlib(alive, days, expected):
    p, q = (np.array(a) / sum(a) for a in (days, expected))
    bits = np.array([expected_surprise(p, q), entropy(p), divergence(p, q)]) / np.log(2)
    shown = numbers(alive(figures.CostOfBelief(days=days, expected=expected)))
    assert shown == pytest.approx(bits, abs=6e-4)


def test_the_opening_wastes_a_quarter_of_a_bit(alive):
    assert numbers(alive(figures.CostOfBelief())) == [2, 1.75, 0.25]


def test_what_was_held_impossible_costs_infinitely_much(page, alive):
    figure = alive(figures.CostOfBelief(days=[1, 1], expected=[1, 0]))
    assert "costs infinitely many bits" in readout(figure)
    figure.locator("[data-name=days]").last.focus()
    page.keyboard.press("ArrowDown")
    assert "costs 0 bits" in readout(figure)
    figure.locator("[data-name=days]").first.focus()
    page.keyboard.press("ArrowDown")
    assert "no day at all" in readout(figure)
