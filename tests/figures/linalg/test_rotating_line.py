"""RotatingLine shows the variances that NumPy finds, and turns by hand."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.singular import explained, pca
from mathlib.real_data import penguins
from tests.browser import readout
from tests.figures.linalg.test_low_rank import to


def numbers(figure):
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", readout(figure))]


def bills():
    X, _ = penguins()
    return X[:, [2, 0]]


def variances(X, degrees):
    v = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    along = np.var(X @ v, ddof=1)
    total = np.var(X, axis=0, ddof=1).sum()
    return [along, total - along, total]


def test_the_numbers_are_those_of_numpy_in_every_direction(alive):
    X = bills()
    figure = alive(figures.RotatingLine(X, ["flipper", "bill"], "mm"))
    found = pca(X)
    angle = np.degrees(np.arctan2(found.axes[1, 0], found.axes[0, 0])) % 180
    for degrees in (0, 15, 90, 137, 180):
        to(figure, "degrees", degrees)
        said = re.sub(r"mm\N{SUPERSCRIPT TWO}", "", readout(figure))
        shown = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", said)]
        wanted = [*variances(X, degrees), angle, found.variances[0], 100 * explained(X)[0]]
        assert shown[:6] == pytest.approx(wanted, abs=0.06)


def test_the_end_of_the_line_is_dragged_round(page, alive):
    figure = alive(figures.RotatingLine([[-4, 0], [4, 0], [0, 1], [0, -1]], ["a", "b"]))
    knob = figure.locator("[data-name=line] .fig-hit")
    box, svg = knob.bounding_box(), figure.locator("svg").first.bounding_box()
    middle = (svg["x"] + svg["width"] / 2, svg["y"] + svg["height"] / 2)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(middle[0] + 40, middle[1] - 40)
    page.mouse.up()
    assert figure.locator("input[data-name=degrees]").input_value() == "45"
    X = np.array([[-4, 0], [4, 0], [0, 1], [0, -1]])
    assert numbers(figure)[:3] == pytest.approx(variances(X, 45), abs=6e-3)


def test_the_axis_turns_where_both_vary_alike(alive):
    X = np.array([[-2, 1], [2, 1], [-2, -1], [2, -1]])
    figure = alive(figures.RotatingLine(X, ["signal", "noise"], slider="noise", most=4, ask="flip"))
    assert "first axis" not in readout(figure)
    to(figure, "guess", 1)
    figure.get_by_role("button", name="Show the truth").click()
    assert "You guessed 1: it is 2." in readout(figure)
    for stretch, said in ((1.9, "first axis at 0\N{DEGREE SIGN}"), (2.1, "at 90\N{DEGREE SIGN}")):
        to(figure, "stretch", stretch)
        assert said in readout(figure)
    to(figure, "stretch", 2)
    assert "no direction is first" in readout(figure)


def test_the_best_direction_is_told_after_a_guess(alive):
    figure = alive(figures.RotatingLine([[0, 0], [1, 1], [2, 2.2]], ["a", "b"], ask="angle"))
    assert "first axis" not in readout(figure)
    to(figure, "guess", 10)
    figure.get_by_role("button", name="Show the truth").click()
    assert "You guessed 10: it is 48." in readout(figure)


def test_the_letter_of_the_line_stays_in_the_panel(alive):
    figure = alive(figures.RotatingLine(bills(), ["flipper", "bill"], "mm"))
    panel = figure.locator("svg").first.bounding_box()
    for degrees in (0, 30, 90, 150, 180):
        to(figure, "degrees", degrees)
        letter = figure.locator("[data-name=line] text").bounding_box()
        for side, size in (("x", "width"), ("y", "height")):
            assert panel[side] <= letter[side]
            assert letter[side] + letter[size] <= panel[side] + panel[size]


def test_points_of_the_second_kind_are_rings(alive):
    figure = alive(figures.RotatingLine([[0, 0], [1, 1], [2, 2.2]], ["a", "b"], hollow=[0, 2]))
    assert figure.locator("svg").first.locator("circle.hollow").count() == 4  # and their shadows


def test_what_are_no_points_is_refused():
    for bad in ([[1, 2]], [1, 2], [[1, 2, 3], [1, 2, 3]]):
        with pytest.raises(ValueError, match=r"points must be \(N, 2\)"):
            figures.RotatingLine(bad, ["a", "b"])
