"""Secant shows the quotients and slopes of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.differences import complex_step, forward
from tests.browser import readout

CURVES = {"square": lambda x: x * x, "sine": np.sin, "exponential": np.exp, "absolute": np.abs}


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)], said


@pytest.mark.parametrize("f", CURVES)
@pytest.mark.parametrize(("x", "h"), [(100, 100), (-150, 20), (30, -90), (200, 1)])
def test_the_slopes_are_those_of_mathlib(alive, f, x, h):
    found, _ = numbers(alive(figures.Secant(f=f, x=x, h=h)))
    x, h = x / 100, h / 100
    quotient = forward(lambda u: float(CURVES[f](u)), x, h) if h > 0 else None
    if quotient is None:  # to the left: from there to x
        quotient = forward(lambda u: float(CURVES[f](u)), x + h, -h)
    slope = np.sign(x) if f == "absolute" else complex_step(CURVES[f], x)
    assert found == pytest.approx([quotient, slope, quotient - slope], abs=6e-5)


def test_a_corner_has_no_tangent_and_no_gap_no_secant(alive):
    found, said = numbers(alive(figures.Secant(f="absolute", x=0, h=-50)))
    assert found == [-1] and "no tangent here" in said
    found, said = numbers(alive(figures.Secant(f="square", x=150, h=0)))
    assert found == [3] and "no gap, no secant" in said
