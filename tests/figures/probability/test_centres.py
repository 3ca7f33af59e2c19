"""Centres shows what mathlib computes, once the mean has been guessed."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.centres import huber_location, median_interval
from tests.browser import put, readout


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure).splitlines()[0])]


def reveal(figure, guess):
    put(figure, "guess", guess)
    figure.get_by_text("Show the truth").click()


def agrees(figure, delta):
    knobs = figure.locator("[role=slider][data-name=x]").all()
    x = np.array([float(knob.get_attribute("aria-valuenow")) for knob in knobs])
    wanted = [x.mean(), huber_location(x, delta), median_interval(x)[0]]
    assert numbers(figure) == pytest.approx(wanted, abs=6e-4)


def test_nothing_is_told_before_the_guess(alive):
    figure = alive(figures.Centres())
    assert "hidden until" in readout(figure) and figure.locator(".role-output").count() == 0
    reveal(figure, 4)
    assert numbers(figure) == [6, 3.75, 3]
    assert "You guessed 4: it is 6." in readout(figure)


def test_the_numbers_are_those_of_mathlib_wherever_the_keys_go(page, alive):
    figure = alive(figures.Centres())
    reveal(figure, 6)
    assert "so it is" in readout(figure)
    rng = np.random.default_rng(0)
    knobs = figure.locator("[role=slider][data-name=x]")
    for delta in (0.5, 2, 7.5, 12):
        put(figure, "delta", delta)
        for key in rng.choice(["ArrowLeft", "ArrowRight", "Home", "End"], size=6):
            knobs.nth(int(rng.integers(5))).focus()
            page.keyboard.press(key)
            agrees(figure, delta)


def test_a_point_follows_the_pointer(page, alive):
    figure = alive(figures.Centres())
    knob = figure.locator("[role=slider][data-name=x]").nth(4)
    box, panel = knob.bounding_box(), figure.locator("svg").first.bounding_box()
    middle = box["x"] + box["width"] / 2
    page.mouse.move(middle, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(middle - (panel["width"] - 36) / 20, box["y"])
    page.mouse.up()
    assert knob.get_attribute("aria-valuenow") == "16"
