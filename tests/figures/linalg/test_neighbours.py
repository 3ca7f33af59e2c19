"""Neighbours names whom mathlib's distances put first."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.distances import distances
from tests.browser import readout

WAYS = {"Manhattan": 1, "Euclidean": 2, "largest difference": np.inf}
RNG = np.random.default_rng(4)
POINTS = RNG.uniform([30, 13], [58, 21], size=(40, 2)).round(1)
KINDS = RNG.integers(0, 3, size=40)
NAMES = ["A", "B", "C"]


@pytest.mark.parametrize("distance", WAYS)
@pytest.mark.parametrize("k", [1, 4, 9])
def test_the_votes_and_the_reach_are_those_of_mathlib(page, alive, distance, k):
    given = {"points": POINTS.tolist(), "kinds": KINDS.tolist(), "names": NAMES}
    x = [44.3, 16.1]
    said = readout(alive(figures.Neighbours(**given, x=x, k=k, distance=distance)))
    far = distances([x], POINTS, WAYS[distance])[0]
    near = np.argsort(far, kind="stable")[:k]
    votes = {name: int((KINDS[near] == i).sum()) for i, name in enumerate(NAMES)}
    assert {m[1]: int(m[0]) for m in re.findall(r"(\d+) ([ABC])", said)} == {
        name: n for name, n in votes.items() if n
    }
    most = [name for name in NAMES if votes[name] == max(votes.values())]
    assert ("a tie" if len(most) > 1 else most[0]) in said.split("\u2192")[1]
    reach = float(re.search(r"the last is ([\d.]+)", said).group(1))
    assert reach == pytest.approx(np.sort(far)[k - 1], abs=6e-3)


def test_the_point_is_moved_by_the_arrow_keys(page, alive):
    given = {"points": POINTS.tolist(), "kinds": KINDS.tolist(), "names": NAMES}
    figure = alive(figures.Neighbours(**given, x=[44.0, 16.0]))
    figure.locator("[data-name=x]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert "x = (44.1, 15.9)" in readout(figure)
