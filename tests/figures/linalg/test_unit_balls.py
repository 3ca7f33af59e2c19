"""UnitBalls shows what mathlib computes."""

import json
import re

import numpy as np
import pytest

import figures
from mathlib.linalg.norms import ball_point, dual_exponent, norm, steepest
from tests.browser import put, readout

EVERY = [-28, -12, -3, 0, 3, 6, 8, 11, 12]


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def letters(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def exponent(twelfths):
    return np.inf if twelfths == 12 else 12 / (12 - twelfths)


def corners(figure, at, wide):
    """The corners of a polygon, as points of the plane."""
    panel = figure.locator("svg").first
    unit = float(panel.get_attribute("viewBox").split()[2]) / (2 * wide)
    text = panel.locator("polygon").nth(at).get_attribute("points")
    pixels = np.array(text.replace(",", " ").split(), float).reshape(-1, 2)
    return pixels / unit * [1, -1] + [-wide, wide]


def test_three_lengths_are_those_of_mathlib_wherever_the_keys_go(page, alive):
    figure = alive(figures.UnitBalls(x=[3, -4]))
    rng = np.random.default_rng(0)
    for key in ["", *rng.choice(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], size=12)]:
        if key:
            figure.locator("[data-name=x]").focus()
            page.keyboard.press(key)
        x = letters(figure)["x"]
        taxi, bird, crane = readout(figure).splitlines()
        assert [taxi.split()[-1], bird.split()[-1], crane.split()[-1]] == [
            f"{norm(x, p):.2f}".rstrip("0").rstrip(".") for p in (1, 2, np.inf)
        ]
        for at, p in enumerate((1, 2, np.inf)):
            edge = corners(figure, at, 10)
            sizes = [norm(u, p) for u in edge]
            assert sizes == pytest.approx([norm(x, p)] * len(edge), abs=0.02)


def test_all_three_shapes_stay_in_sight_wherever_x_is_dragged(page, alive):
    figure = alive(figures.UnitBalls(x=[3, 4]))
    box = figure.locator("svg").first.bounding_box()
    unit = box["width"] / 20
    at = np.array([3, 4])
    for to in ([9.5, 9.5], [-9, -2], [0, -9.5]):
        place = [box["x"] + (10 + at[0]) * unit, box["y"] + (10 - at[1]) * unit]
        page.mouse.move(*place)
        page.mouse.down()
        page.mouse.move(box["x"] + (10 + to[0]) * unit, box["y"] + (10 - to[1]) * unit, steps=4)
        page.mouse.up()
        at = np.array(letters(figure)["x"])
        assert np.abs(corners(figure, 0, 10)).max() <= 10
        assert at / norm(at) == pytest.approx(np.array(to) / norm(to), abs=0.06)
    assert at.tolist() == [0, -9.5]


def test_the_ball_and_its_bars_are_those_of_mathlib_for_every_p(alive):
    figure = alive(figures.UnitBalls(shows="ball", p=2, a=[0.5, -0.7], b=[0.3, 0.9]))
    a, b = np.array([0.5, -0.7]), np.array([0.3, 0.9])
    for twelfths in EVERY:
        put(figure, "twelfths", twelfths)
        p = exponent(twelfths)
        wanted = [
            1 / np.linalg.norm(ball_point(np.arctan2(u[1], u[0]), p)) * np.linalg.norm(u)
            for u in (a, b, (a + b) / 2)
        ]
        shown = numbers(figure)[-3:] if p < np.inf else numbers(figure)
        assert shown == pytest.approx(wanted, abs=6e-4)
        inside = re.findall(r"in the ball|outside", readout(figure))
        assert [w == "in the ball" for w in inside] == [s <= 1 for s in wanted]
        edge = corners(figure, 3, 1.6)
        expected = [ball_point(np.radians(d), p) for d in range(360)]
        np.testing.assert_allclose(edge, expected, rtol=0, atol=5e-5)
    nested = [corners(figure, at, 1.6) for at in (0, 1, 2)]
    sizes = [np.linalg.norm(edge, axis=1) for edge in nested]
    assert np.all(sizes[0] <= sizes[1] + 1e-4) and np.all(sizes[1] <= sizes[2] + 1e-4)


def test_below_one_the_midpoint_of_two_tips_leaves_the_ball(alive):
    figure = alive(figures.UnitBalls(shows="ball", p=0.5, a=[1, 0], b=[0, 1]))
    assert numbers(figure) == [0.5, 1, 1, 2]
    assert figure.locator(".role-error").count() > 0
    for twelfths in (0, 6, 12):
        put(figure, "twelfths", twelfths)
        assert figure.locator(".role-error").count() == 0
        assert "outside" not in readout(figure)


def test_the_touching_line_is_that_of_the_dual_norm(page, alive):
    figure = alive(figures.UnitBalls(shows="touching", p=2, x=[1, 0], y=[0.6, 1.0]))
    figure.locator("[data-name=touch]").check()
    for twelfths, keys in zip(range(13), [["ArrowUp"], ["ArrowLeft"] * 3] * 7, strict=False):
        put(figure, "twelfths", twelfths)
        figure.locator("[data-name=x]").focus()
        for key in keys:
            page.keyboard.press(key)
        p, q = exponent(twelfths), dual_exponent(exponent(twelfths))
        x, y = np.array(letters(figure)["x"]), np.array(letters(figure)["y"])
        assert norm(x, p) == pytest.approx(1, abs=2e-3)
        assert numbers(figure)[:2] == pytest.approx([x @ y, norm(y, q)], abs=6e-4)
        spot = figure.locator("svg").first.locator(".role-kernel circle[r='6']")
        panel = figure.locator("svg").first
        unit = float(panel.get_attribute("viewBox").split()[2]) / 3.2
        at = [float(spot.get_attribute(name)) / unit for name in ("cx", "cy")]
        found = np.array([at[0] - 1.6, 1.6 - at[1]])
        if p == 1:
            assert found.tolist() == pytest.approx([0, 1], abs=1e-6)
        np.testing.assert_allclose(found, steepest(y, p), atol=1e-6)
        assert found @ y == pytest.approx(norm(y, q), abs=1e-6)


def test_x_stays_on_the_edge_when_it_is_dragged(page, alive):
    figure = alive(figures.UnitBalls(shows="touching", p=1, x=[1, 0], y=[0.6, 1.0]))
    box = figure.locator("svg").first.bounding_box()
    unit = box["width"] / 3.2
    page.mouse.move(box["x"] + 2.6 * unit, box["y"] + 1.6 * unit)
    page.mouse.down()
    page.mouse.move(box["x"] + 1.2 * unit, box["y"] + 0.4 * unit)
    page.mouse.up()
    x = letters(figure)["x"]
    assert x == pytest.approx([-0.25, 0.75], abs=2e-3)
    put(figure, "twelfths", 12)
    assert letters(figure)["x"] == pytest.approx([-1 / 3, 1], abs=2e-3)
    assert "\N{INFINITY}" in readout(figure)


def test_p_is_one_that_the_slider_has():
    assert [figures.UnitBalls(p=p).twelfths for p in (0.3, 0.5, 1, 1.5, 2, 3, np.inf)] == [
        *(-28, -12, 0, 4, 6, 8, 12)
    ]
    for p in (0, -1, 2.5, 100):
        with pytest.raises(ValueError, match=r"p must be 12 / k .* got"):
            figures.UnitBalls(p=p)
