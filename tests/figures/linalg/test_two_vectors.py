"""TwoVectors shows what NumPy computes."""

import re

import numpy as np
import pytest

import figures
from tests.browser import readout


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def tips(figure):
    """The ends of a and b, as they are announced."""
    points = figure.locator("[role=slider][data-name]").all()
    said = [p.get_attribute("aria-valuetext").replace("\N{MINUS SIGN}", "-") for p in points]
    return [np.array(list(map(float, text.split(", ")))) for text in said]


def agrees(figure):
    a, b = tips(figure)
    cosine = a @ b / np.linalg.norm(a) / np.linalg.norm(b)
    wanted = [a @ b, a @ b / np.linalg.norm(b), np.linalg.norm(b), cosine]
    shown = numbers(figure)
    assert shown[:4] == pytest.approx(wanted, abs=6e-3)
    assert shown[4] == pytest.approx(np.degrees(np.arccos(cosine)), abs=0.06)


def test_the_numbers_are_those_of_numpy_wherever_the_arrow_keys_go(page, alive):
    figure = alive(figures.TwoVectors())
    agrees(figure)
    rng = np.random.default_rng(0)
    keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
    for name in "ab" * 4:
        figure.locator(f"[data-name={name}]").focus()
        for key in rng.choice(keys, size=5):
            page.keyboard.press(key)
        if all(np.any(tip) for tip in tips(figure)):
            agrees(figure)


def test_a_vector_is_dragged_and_snaps_and_stays_on_the_plane(page, alive):
    figure = alive(figures.TwoVectors(a=[1, 1], b=[2, 0]))
    box = figure.locator("svg").first.bounding_box()
    unit = box["width"] / 10
    place = lambda u, v: (box["x"] + unit * (5 + u), box["y"] + unit * (5 - v))  # noqa: E731
    page.mouse.move(*place(1, 1))
    page.mouse.down()
    page.mouse.move(*place(-2.1, 3.4))
    assert tips(figure)[0].tolist() == [-2, 3.5]
    agrees(figure)
    page.mouse.move(*place(-9, 0))
    page.mouse.up()
    assert tips(figure)[0].tolist() == [-5, 0]
    assert numbers(figure)[0] == -10


def test_a_vector_of_length_zero_has_no_angle(alive):
    figure = alive(figures.TwoVectors(a=[0, 0], b=[2, 0]))
    assert "has no direction" in readout(figure)
