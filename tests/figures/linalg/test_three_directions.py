"""ThreeDirections shows what mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.similarity import angular_distance, cosine_matrix
from tests.browser import readout


@pytest.mark.parametrize(
    "tips",
    [
        ([2.5, 0], [2.5, 1], [0, 2]),
        ([1, 0], [1, 1], [0, 1]),
        ([2, 0], [-2, 2], [0, 2]),
        ([1, 1], [-3, -3], [2, 2]),
        ([1, -2], [2, 0.5], [-1, -0.5]),
    ],
)
def test_both_ways_are_those_of_mathlib_and_the_shorter_is_named(page, alive, tips):
    a, b, c = tips
    lines = readout(alive(figures.ThreeDirections(a=a, b=b, c=c))).split("\n")
    cosines = cosine_matrix(tips)
    measured = [
        (1 - cosines[0, 2], 1 - cosines[0, 1], 1 - cosines[1, 2]),
        tuple(angular_distance(*pair) for pair in ((a, c), (a, b), (b, c))),
    ]
    for line, (straight, first, second) in zip(lines, measured, strict=True):
        shown = [float(v) for v in re.findall(r"\d+\.?\d*", line.split(":", 1)[1])]
        wanted = [straight, first, second, first + second]
        assert shown == pytest.approx(np.array(wanted), abs=6e-4)
        assert ("shorter!" in line) == (first + second < straight - 1e-9)
    assert "shorter!" not in lines[1]


def test_an_arrow_of_length_zero_has_no_direction(alive):
    assert "b has length 0" in readout(alive(figures.ThreeDirections(b=[0, 0])))
