"""RankTolerance counts as `rank` does."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.systems import rank
from tests.browser import readout

MATRICES = {
    "full": np.diag([100.0, 3.0, 0.02]),
    "tall": [[1, 2], [2, 4], [3, 6.01]],
    "lost": [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
}


def agrees(figure, name, exponent):
    A = np.array(MATRICES[name], float)
    said = re.findall(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?", readout(figure))
    sigma = np.linalg.svd(A, compute_uv=False)
    n = len(sigma)
    assert list(map(float, said[:n])) == pytest.approx(sigma, rel=6e-3, abs=1e-12)
    counted, of, tolerance, found = map(float, said[n:])
    assert tolerance == pytest.approx(10**exponent, rel=6e-3)
    assert counted == found == rank(A, tol=10**exponent) and of == n
    assert figure.locator(".fig-dot.hollow").count() == n - found


def test_the_rank_is_that_of_mathlib_for_each_matrix_and_tolerance(page, alive):
    figure = alive(figures.RankTolerance(MATRICES, tolerance=-3))
    for i, name in enumerate(MATRICES):
        if i:
            figure.locator("input[data-name=which]").focus()
            page.keyboard.press("ArrowRight")
        agrees(figure, name, -3)
    figure.locator("input[data-name=tolerance]").focus()
    for step in range(1, 9):
        page.keyboard.press("ArrowRight")
        agrees(figure, "lost", -3 + step / 2)


def test_the_tolerance_is_dragged(page, alive):
    figure = alive(figures.RankTolerance({"full": MATRICES["full"]}, tolerance=-3))
    box = figure.locator("svg").first.bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 60)
    page.mouse.up()
    at = float(figure.locator("input[data-name=tolerance]").input_value())
    assert at > 0
    agrees(figure, "full", at)


def test_a_matrix_without_entries_is_refused():
    with pytest.raises(ValueError, match=r"matrices\['a'\] must have entries, got shape \(0, 2\)"):
        figures.RankTolerance({"a": np.zeros((0, 2))})
    with pytest.raises(ValueError, match="matrices must be one at least, got none"):
        figures.RankTolerance({})
