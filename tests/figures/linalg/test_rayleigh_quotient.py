"""RayleighQuotient shows what mathlib computes."""

import json
import re

import numpy as np
import pytest

import figures
from mathlib.linalg.symmetric import rayleigh, rayleigh_extrema
from tests.browser import put, readout


def letters(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def agrees(figure, A):
    shown = letters(figure)
    assert shown["A"] == A
    assert np.hypot(*shown["x"]) == pytest.approx(1, abs=2e-3)
    assert shown["f"] == pytest.approx(rayleigh(A, shown["x"]), abs=6e-3)
    assert f"{shown['f']:g}" in readout(figure)


def test_the_form_is_that_of_mathlib_wherever_the_keys_go(page, alive):
    A = [[1, 2], [-0.5, -1.5]]
    figure = alive(figures.RayleighQuotient(A=A, degrees=10))
    agrees(figure, A)
    before = letters(figure)["x"]
    figure.locator("[data-name=x]").focus()
    for key in ["ArrowUp"] * 9 + ["ArrowLeft"] * 9 + ["ArrowDown"] * 5 + ["ArrowRight"] * 5:
        page.keyboard.press(key)
        agrees(figure, A)
    assert letters(figure)["x"] != before
    for degrees in (0, 90, 180, 275, 360):
        put(figure, "degrees", degrees)
        turn = np.radians(degrees)
        assert letters(figure)["x"] == pytest.approx([np.cos(turn), np.sin(turn)], abs=1e-3)
        agrees(figure, A)


def test_x_is_dragged_round_the_circle(page, alive):
    figure = alive(figures.RayleighQuotient(A=[[2, 1], [1, 2]]))
    box = figure.locator("svg").first.bounding_box()
    unit = box["width"] / 6.8
    place = lambda u, v: (box["x"] + unit * (3.4 + u), box["y"] + unit * (3.4 - v))  # noqa: E731
    page.mouse.move(*place(1, 0))
    page.mouse.down()
    for turn in np.radians([15, 30, 45]):
        page.mouse.move(*place(2 * np.cos(turn), 2 * np.sin(turn)))
    page.mouse.up()
    assert letters(figure)["f"] == pytest.approx(3, abs=1e-3)
    assert "at 45 degrees" in readout(figure)


@pytest.mark.parametrize("A", [[[2, 1.5], [1.5, -2]], [[0, 2], [0, 0]], [[-1, 0.5], [1, -2]]])
def test_the_ends_are_those_of_mathlib_and_at_a_right_angle(alive, A):
    figure = alive(figures.RayleighQuotient(A=A, ask=False))
    _, _, most, at, least, other = numbers(figure)
    assert (least, most) == pytest.approx(rayleigh_extrema(A), abs=6e-4)
    assert abs(at - other) == pytest.approx(90, abs=0.11)
    for value, degrees in ((most, at), (least, other)):
        x = [np.cos(np.radians(degrees)), np.sin(np.radians(degrees))]
        assert rayleigh(A, x) == pytest.approx(value, abs=1e-3)


def test_the_symmetric_part_changes_no_value(alive):
    figure = alive(figures.RayleighQuotient(A=[[1, 2], [0, -1]], degrees=70, ask=False))
    before = readout(figure)
    figure.locator("[data-name=even]").check()
    assert readout(figure) == before
    assert letters(figure)["A"] == [[1, 1], [1, -1]]


def test_the_ends_are_hidden_until_the_reader_has_guessed(alive):
    figure = alive(figures.RayleighQuotient())
    assert "most" not in readout(figure)
    put(figure, "guess", 60)
    figure.get_by_role("button", name="Show the truth").click()
    assert "most 2.5 at 18.4 degrees, least -2.5 at 108.4 degrees" in readout(figure)
    assert "You guessed 60: it is 90." in readout(figure)


def test_a_multiple_of_the_identity_is_the_same_everywhere(alive):
    figure = alive(figures.RayleighQuotient(A=[[1.5, 1], [-1, 1.5]], degrees=33, ask=False))
    assert readout(figure).splitlines() == [
        "x \N{MIDDLE DOT} Ax = 1.5 at 33 degrees",
        "the same in every direction",
    ]


def test_a_matrix_of_another_size_is_refused():
    with pytest.raises(ValueError, match="A must have two rows of two entries, got"):
        figures.RayleighQuotient(A=[[1, 2, 3], [4, 5, 6]])
