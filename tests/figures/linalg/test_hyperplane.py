"""Hyperplane shows what mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.projections import signed_distance
from tests.browser import readout


def agrees(figure):
    x, w = (
        np.array(
            [
                float(v.replace("\N{MINUS SIGN}", "-"))
                for v in figure.locator(f"[data-name={name}]")
                .get_attribute("aria-valuetext")
                .split(", ")
            ]
        )
        for name in "xw"
    )
    b = float(figure.locator("input[data-name=b]").input_value())
    if not w.any():
        assert "no direction" in readout(figure)
        return
    d, long = signed_distance(x, w, b), np.linalg.norm(w)
    wanted = [w @ x, b, long, d, *(x - d * w / long)]
    shown = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]
    assert shown == pytest.approx(wanted, abs=2e-3)


def test_the_numbers_are_those_of_mathlib_wherever_the_keys_go(page, alive):
    figure = alive(figures.Hyperplane())
    assert "signed distance of x: 2.236" in readout(figure)
    agrees(figure)
    rng = np.random.default_rng(0)
    for name in ("x", "w", "b") * 3:
        figure.locator(f"[data-name={name}]").focus()
        for key in rng.choice(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], size=4):
            page.keyboard.press(key)
        agrees(figure)


def test_without_a_normal_vector_there_is_no_line(alive):
    assert "no direction" in readout(alive(figures.Hyperplane(w=[0, 0])))
