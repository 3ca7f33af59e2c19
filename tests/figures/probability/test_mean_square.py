"""MeanSquare shows what mathlib computes."""

import math
import re

import numpy as np
import pytest

import figures
from mathlib.probability.moments import variance
from tests.browser import put, readout

SIGMA = "\N{GREEK SMALL LETTER SIGMA}"


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def agrees(figure, a, b):
    knobs = figure.locator("[role=slider][data-name=x]").all()
    y = np.array([float(knob.get_attribute("aria-valuenow")) for knob in knobs])
    squares = (y - y.mean()) ** 2
    wanted = [y.mean(), *squares, variance(y), math.sqrt(variance(y))]
    assert numbers(figure) == pytest.approx(wanted, abs=6e-3)
    return (y - b) / a if a else None


def test_the_numbers_are_those_of_mathlib_wherever_the_keys_go(page, alive):
    figure = alive(figures.MeanSquare())
    rng = np.random.default_rng(0)
    knobs = figure.locator("[role=slider][data-name=x]")
    for a, b in [(1, 0), (2, -1), (-0.5, 2), (0, 1), (-2, -2)]:
        put(figure, "a", a)
        put(figure, "b", b)
        for key in rng.choice(["ArrowLeft", "ArrowRight", "Home", "End"], size=4):
            knobs.nth(int(rng.integers(5))).focus()
            page.keyboard.press(key)
        x = agrees(figure, a, b)
        assert x is None or (abs(x) <= 5).all()


def test_a_shift_moves_the_mean_alone_and_a_factor_is_squared(alive):
    figure = alive(figures.MeanSquare())
    assert numbers(figure) == [0, 4, 2.25, 0.25, 0, 16, 4.5, 2.12]
    put(figure, "b", 2)
    assert numbers(figure) == [2, 4, 2.25, 0.25, 0, 16, 4.5, 2.12]
    put(figure, "a", -2)
    assert numbers(figure)[0] == 2 and numbers(figure)[-2:] == [18, 4.24]


def test_a_point_follows_the_pointer(page, alive):
    figure = alive(figures.MeanSquare())
    knob = figure.locator("[role=slider][data-name=x]").nth(4)
    box, panel = knob.bounding_box(), figure.locator("svg").first.bounding_box()
    middle = box["x"] + box["width"] / 2
    page.mouse.move(middle, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(middle - (panel["width"] - 32) / 20, box["y"])
    page.mouse.up()
    assert knob.get_attribute("aria-valuenow") == "3"


def test_the_side_is_hidden_until_it_is_guessed(alive):
    figure = alive(figures.MeanSquare(ask=True))
    assert SIGMA not in readout(figure)
    put(figure, "guess", 1.6)
    assert "your guess: 1.6" in readout(figure) and SIGMA not in readout(figure)
    figure.get_by_text("Show the truth").click()
    assert "You guessed 1.6: it is 2.1." in readout(figure) and f"{SIGMA} = 2.12" in readout(figure)
