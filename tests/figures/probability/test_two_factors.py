"""TwoFactors goes down the slope of the error of two layers."""

import re

import pytest

import figures
from mathlib.linalg.layers import collapse
from tests.browser import readout


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


def error(a, c):
    W, _ = collapse([([[a]], [0.0]), ([[c]], [0.0])])
    return float((W[0, 0] - 1) ** 2)


def descent(a, c, steps, h=1e-6):
    for _ in range(steps + 1):
        slopes = [
            (error(a + h, c) - error(a - h, c)) / (2 * h),
            (error(a, c + h) - error(a, c - h)) / (2 * h),
        ]
        last, (a, c) = (a, c), (a - 0.05 * slopes[0], c - 0.05 * slopes[1])
    return last, slopes


@pytest.mark.parametrize("start", [[0, 0], [0.25, -0.5], [1.5, 0.25], [-2, 1]])
@pytest.mark.parametrize("steps", [0, 7, 60])
def test_steps_and_slopes(alive, start, steps):
    (a, c), slopes = descent(*start, steps)
    shown = numbers(alive(figures.TwoFactors(start=start, steps=steps)))
    assert shown[0] == steps
    assert shown[1:5] == pytest.approx([a, c, a * c, error(a, c)], abs=2e-3)
    assert shown[5:] == pytest.approx(slopes, abs=2e-3)


def test_from_zero_nothing_moves(alive):
    assert numbers(alive(figures.TwoFactors(start=[0, 0], steps=60)))[1:] == [0, 0, 0, 1, 0, 0]
