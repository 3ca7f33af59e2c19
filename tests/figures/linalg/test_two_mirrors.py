"""TwoMirrors turns by what mathlib says."""

import math
import re

import pytest

import figures
from mathlib.linalg.projections import classify_orthogonal, reflection
from tests.browser import readout


@pytest.mark.parametrize(
    ("first", "second"),
    [([4, -0.5], [1, 3]), ([1, 0], [1, 0.5]), ([-2, 1], [3, 3]), ([0, -2], [-1, -4])],
)
def test_two_mirrors_are_the_rotation_that_mathlib_recognises(alive, first, second):
    figure = alive(figures.TwoMirrors(first=first, second=second))
    said = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]
    both = [reflection(math.atan2(p[1], p[0])) for p in (first, second)]
    kind, turn = classify_orthogonal(both[1] @ both[0])
    assert kind == "rotation" and said[3] == pytest.approx(math.degrees(turn), abs=0.06)
    for angle, M in zip(said, both, strict=False):
        assert angle == pytest.approx(math.degrees(classify_orthogonal(M)[1]), abs=0.06)


def test_what_is_drawn_is_the_letter_mirrored_twice(alive):
    figure = alive(figures.TwoMirrors(first=[1, 0], second=[0, 1]))
    letters = [p.get_attribute("points") for p in figure.locator("polygon.fig-area").all()]
    before, _, after = ([float(v) for v in re.split(r"[ ,]", p)] for p in letters)
    box = figure.locator("svg").first.evaluate(
        "s => [s.viewBox.baseVal.width, s.viewBox.baseVal.height]"
    )
    turned = [box[i % 2] - v for i, v in enumerate(before)]  # half a turn round the middle
    assert after == pytest.approx(turned, abs=0.1)


def test_a_mirror_without_a_direction_is_none(page, alive):
    figure = alive(figures.TwoMirrors(first=[0.5, 0]))
    figure.locator("[data-name=first]").focus()
    page.keyboard.press("ArrowLeft")
    assert "needs a direction" in readout(figure)
