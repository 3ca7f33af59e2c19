"""QuadraticShapes shows what mathlib computes."""

import json
import re
from itertools import product

import numpy as np
import pytest

import figures
from mathlib.linalg.symmetric import definiteness, rayleigh_extrema
from tests.browser import put, readout


def letters(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def agrees(figure, a, b, c):
    A = np.array([[a, b], [b, c]])
    shown, (first, second) = letters(figure), readout(figure).splitlines()
    assert shown["A"] == A.tolist()
    assert first.split(": ")[1].split(" \N{MIDDLE DOT} ")[0] == definiteness(A)
    lam = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", first)]
    assert lam == pytest.approx(rayleigh_extrema(A), abs=6e-4)
    x = np.array(shown["x"])
    assert shown["f"] == pytest.approx(x @ A @ x, abs=6e-4)
    said = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", second)]
    wanted = [x @ A @ x] if a == 0 else [x @ A @ x, a, c - b * b / a]
    assert said == pytest.approx(wanted, abs=6e-4)


def test_every_shape_is_called_what_mathlib_calls_the_matrix(alive):
    figure = alive(figures.QuadraticShapes(A=[[2, 1], [1, 2]]))
    seen = set()
    for a, b, c in product((-2, -1, 0, 1, 2), (0, 1, -1.5), (-2, 0, 1)):
        for name, value in zip("abc", (a, b, c), strict=True):
            put(figure, name, value)
        agrees(figure, a, b, c)
        seen.add(readout(figure).split(":")[0])
    put(figure, "a", 1)
    put(figure, "b", 1)
    put(figure, "c", 1)
    seen.add(readout(figure).split(":")[0])
    assert seen == {"bowl", "trough", "saddle", "ridge", "dome", "flat"}


def test_x_goes_where_the_keys_send_it(page, alive):
    figure = alive(figures.QuadraticShapes(A=[[1, 2], [2, 1]], x=[1, -1]))
    assert letters(figure)["f"] == -2
    figure.locator("[data-name=x]").focus()
    for key in ["ArrowUp", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"] * 3:
        page.keyboard.press(key)
        agrees(figure, 1, 2, 1)
    assert letters(figure)["x"] == pytest.approx([1, -0.7])


def test_levels_lie_where_the_form_has_their_height(alive):
    figure = alive(figures.QuadraticShapes(A=[[1, 2], [2, 1]]))
    panel = figure.locator("svg").first
    unit = float(panel.get_attribute("viewBox").split()[2]) / 4
    heights = (np.arange(1, 10) / 2) ** 2
    for path in panel.locator(".fig-level").all():
        pixels = np.array(re.findall(r"-?[\d.]+", path.get_attribute("d")), float).reshape(-1, 2)
        u, v = (pixels / unit * [1, -1] + [-2, 2]).T
        f = u * u + 4 * u * v + v * v
        near = heights[np.argmin(abs(heights - abs(f.mean())))]
        assert abs(f) == pytest.approx(near, abs=0.06)
        assert np.all(f < 0) == ("dasharray" in (path.get_attribute("style") or ""))


def test_the_view_turns_and_the_numbers_stay(alive):
    figure = alive(figures.QuadraticShapes())
    surface = figure.locator("svg").nth(2)
    before, drawn = readout(figure), surface.inner_html()
    put(figure, "turn", 40)
    assert readout(figure) == before and surface.inner_html() != drawn


def test_a_matrix_that_is_not_symmetric_is_refused():
    with pytest.raises(ValueError, match=r"A must be symmetric.*got"):
        figures.QuadraticShapes(A=[[1, 2], [0, 1]])
