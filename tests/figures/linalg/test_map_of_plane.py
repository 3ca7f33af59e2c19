"""MapOfPlane shows what NumPy computes, for every kind of map of the plane."""

import json
import re

import numpy as np
import pytest

import figures
from figures.linalg.map_of_plane import LAYERS
from tests.browser import readout

EVERYTHING = list(LAYERS)
KINDS = {
    "shear": [[1, 0.5], [0, 1]],  # defective
    "turn": [[0, -1], [1, 0]],
    "small turn": [[np.cos(0.3), -np.sin(0.3)], [np.sin(0.3), np.cos(0.3)]],
    "mirror": [[0.6, 0.8], [0.8, -0.6]],
    "symmetric": [[2, 1], [1, 2]],
    "triangular": [[1, 0], [-1.5, -2]],
    "singular": [[1, 2], [2, 4]],
    "nilpotent": [[0, 2], [0, 0]],
    "zero": [[0, 0], [0, 0]],
    "stretch": [[-1.5, 0], [0, -1.5]],
    "diagonal": [[0, 0], [0, 3]],
    "no row": [[0, 0], [3, -4]],
    "any": [[1.25, -3.5], [2.75, 0.5]],
    "nearly defective": [[1.1, 0.1], [-0.1, 0.9]],
    "tiny": [[1e-5, 2e-5], [3e-5, 1e-5]],
}


def told(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def agrees(figure):
    """Whether what the figure tells, in numbers and in words, is what NumPy says of its A and x."""
    numbers, said = told(figure), readout(figure)
    A, x = np.array(numbers["A"], float), np.array(numbers["x"], float)
    near = {"rtol": 1e-9, "atol": 1e-9 * max(np.abs(A).max(), 1e-30)}
    np.testing.assert_allclose(numbers["y"], A @ x, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(np.transpose(numbers["a"]), A, rtol=0)
    assert numbers["det"] == pytest.approx(np.linalg.det(A), rel=1e-9, abs=1e-12)
    np.testing.assert_allclose(numbers["\N{GREEK SMALL LETTER SIGMA}"], np.linalg.svd(A)[1], **near)
    values = np.linalg.eigvals(A)
    loose = {"rtol": 0, "atol": 1e-6 * np.abs(A).max() + 1e-30}  # of a double one
    if numbers["λ"]:
        both = sorted([*numbers["λ"], numbers["λ"][0]][:2])
        np.testing.assert_allclose(both, sorted(values.real), **loose)
        assert np.abs(values.imag).max() <= loose["atol"]
    else:
        assert np.abs(values.imag).max() > 0 and "no line stays" in said
    for value, *line in re.findall(r"eigenvalue (\S+) on the line of \((\S+), (\S+)\)", said):
        v = np.array(line, float)
        np.testing.assert_allclose(
            A @ v, float(value) * v, rtol=0, atol=6e-3 * np.abs(A).max() + 6e-4
        )
        assert np.linalg.norm(v) == pytest.approx(1, abs=1e-3)
    for value, *along in re.findall(r"(\S+) along \((\S+), (\S+)\)", said):
        v = np.array(along, float)
        assert np.linalg.norm(A @ v) == pytest.approx(
            float(value), abs=5e-3 * np.abs(A).max() + 6e-4
        )
    times = re.findall(r"Ax = \(.*\), (\S+) times as long", said)
    stretch = [np.linalg.norm(A @ x) / np.linalg.norm(x)] if x.any() else []
    assert list(map(float, times)) == pytest.approx(stretch, abs=6e-4)
    for i, long, shadow, entry in re.findall(
        r"row (\d): length (\S+) · shadow (\S+) = (\S+)", said
    ):
        row = A[int(i)]
        wanted = [np.linalg.norm(row), x @ row / np.linalg.norm(row), (A @ x)[int(i)]]
        assert [float(long), float(shadow), float(entry)] == pytest.approx(wanted, abs=6e-4)


@pytest.mark.parametrize("name", KINDS)
def test_the_numbers_are_those_of_numpy(name, page, alive):
    figure = alive(figures.MapOfPlane(A=KINDS[name], show=EVERYTHING, x=[1.5, -0.5]))
    np.testing.assert_array_equal(told(figure)["A"], KINDS[name])
    agrees(figure)
    assert not page.problems


def test_many_matrices_agree_and_keep_their_kind(page, alive):
    figure = alive(figures.MapOfPlane(show=EVERYTHING))
    rng = np.random.default_rng(0)
    for _ in range(60):
        a0, a1, x = (rng.integers(-8, 9, size=(3, 2)) / 2).tolist()
        page.evaluate("state => model.set(state)", {"a0": a0, "a1": a1, "x": x})
        agrees(figure)


def test_what_is_said_of_special_maps(alive):
    words = {
        "turn": "the eigenvalues are 0 ± 1 i",
        "shear": "eigenvalue 1 on the line of (1, 0), and on no other",
        "stretch": "every line stays where it is, with eigenvalue -1.5",
        "no row": "row 0 has length 0",
        "zero": "every direction is stretched by 0",
        "mirror": "every direction is stretched by 1",
        "singular": "determinant 0",
    }
    for name, sentence in words.items():
        figure = alive(figures.MapOfPlane(A=KINDS[name], show=EVERYTHING))
        assert sentence in readout(figure), name


def test_columns_and_x_are_dragged_and_moved_by_key(page, alive):
    figure = alive(figures.MapOfPlane(A=[[1, 0], [0, 1]], show=["grid", "columns"], x=[2, 1]))
    box = figure.locator("svg").nth(2).bounding_box()  # each panel has a ground within
    unit = box["width"] / 8
    place = lambda u, v: (box["x"] + unit * (4 + u), box["y"] + unit * (4 - v))  # noqa: E731
    page.mouse.move(*place(1, 0))
    page.mouse.down()
    page.mouse.move(*place(1.6, 1.9))
    page.mouse.up()
    assert told(figure)["A"] == [[1.5, 0], [2, 1]]
    assert told(figure)["y"] == [3, 5]
    figure.locator("[data-name=x]").focus()
    page.keyboard.press("ArrowLeft")
    assert told(figure)["x"] == [1.75, 1]
    assert "1.75 · (1.5, 2) + 1 · (0, 1) = (2.625, 4.5)" in readout(figure)


def test_only_what_is_ticked_is_said_and_only_what_is_offered_can_be(page, alive):
    figure = alive(figures.MapOfPlane(show=["grid"], offer=["eigen"]))
    assert [at.get_attribute("data-name") for at in figure.locator("input").all()] == [
        "grid",
        "eigen",
        "way",
    ]
    assert "eigenvalue" not in readout(figure) and "λ" not in told(figure)
    figure.locator("[data-name=eigen]").check()
    assert "eigenvalue 1" in readout(figure)


def test_on_the_way_the_picture_is_between_the_two(page, alive):
    figure = alive(figures.MapOfPlane(A=[[3, 0], [0, 1]], show=["picture"], way=0.5))
    assert "0.5 of the way" in readout(figure)
    areas = figure.locator("polygon").all()
    ends = [np.array(at.get_attribute("points").split(), dtype=object) for at in areas]
    ends = [np.array([list(map(float, p.split(","))) for p in e]) for e in ends]
    wide = [np.ptp(e[:, 0]) for e in ends]
    assert wide[1] == pytest.approx(2 * wide[0], rel=1e-3)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"A": [[1, 2]]}, r"A must have two rows of two entries, got \[\[1, 2\]\]"),
        ({"show": ["grids"]}, r"show must be some of grid, .*, got \['grids'\]"),
        ({"offer": ["x"]}, r"offer must be some of"),
    ],
)
def test_what_it_cannot_draw_is_refused(given, message):
    with pytest.raises(ValueError, match=message):
        figures.MapOfPlane(**given)


def test_the_letters_are_those_of_its_layers():
    assert set(figures.MapOfPlane(show=["grid"]).symbols) == {"A", "x", "y"}
    assert set(figures.MapOfPlane(offer=["eigen"]).symbols) == {"A", "x", "y", "λ"}
