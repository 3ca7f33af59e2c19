"""RobustLine shows what mathlib computes, once the points on the line have been guessed."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.projections import least_squares
from mathlib.probability.absolute import lad_exact
from tests.browser import put, readout


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def points(figure):
    marks = [figure.locator(f"[data-name=p{i}]") for i in range(7)]
    said = [p.get_attribute("aria-valuetext").replace("\N{MINUS SIGN}", "-") for p in marks]
    return np.array([list(map(float, text.split(", "))) for text in said])


def agrees(figure):
    u, y = points(figure).T
    A = np.column_stack([np.ones(7), u])
    lines = readout(figure).splitlines()
    for text, (b, w) in zip(lines, (least_squares(A, y), lad_exact(A, y)), strict=False):
        r = y - w * u - b
        shown = numbers(text)
        if text.startswith("least squares"):
            assert shown[:2] == pytest.approx([w, b], abs=6e-4)
            assert shown[2:] == pytest.approx([r @ r, abs(r).sum()], abs=6e-4)
        else:  # the line may be another as good one
            assert shown[3] == pytest.approx(abs(r).sum(), abs=6e-4)
            own = y - shown[0] * u - shown[1]
            assert abs(own).sum() == pytest.approx(abs(r).sum(), abs=2e-2)
    assert numbers(lines[2])[0] >= 2


def test_the_line_is_hidden_until_its_points_are_guessed(alive):
    figure = alive(figures.RobustLine())
    assert "hidden until" in readout(figure) and figure.locator(".role-output").count() == 0
    put(figure, "guess", 3)
    figure.get_by_text("Show the truth").click()
    assert "You guessed 3: it is 2." in readout(figure)
    agrees(figure)


def test_the_numbers_are_those_of_mathlib_wherever_the_keys_go(page, alive):
    figure = alive(figures.RobustLine())
    put(figure, "guess", 2)
    figure.get_by_text("Show the truth").click()
    rng = np.random.default_rng(0)
    keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
    for _ in range(8):
        figure.locator(f"[data-name=p{rng.integers(7)}]").focus()
        for key in rng.choice(keys, size=3):
            page.keyboard.press(key)
        agrees(figure)


def test_points_above_each_other_have_no_best_line(alive):
    figure = alive(figures.RobustLine(**{f"p{i}": [1, i / 2] for i in range(7)}))
    assert "no line is best" in readout(figure)
