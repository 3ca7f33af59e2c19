"""SkewBasis shows the matrix that mathlib computes, in every basis."""

import json

import numpy as np

import figures
from mathlib.linalg.matrices import change_of_basis
from tests.browser import readout


def told(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def test_the_matrix_is_that_of_mathlib_wherever_the_basis_goes(page, alive):
    figure = alive(figures.SkewBasis(first=[2, -1], second=[0.5, 1]))
    rng = np.random.default_rng(0)
    seen = set()
    for _ in range(60):
        b0, b1 = (rng.integers(-6, 7, size=(2, 2)) / 2).tolist()
        page.evaluate("state => model.set(state)", {"b0": b0, "b1": b1})
        B, numbers = np.transpose([b0, b1]), told(figure)
        assert numbers["A"] == [[2, -1], [0.5, 1]] and numbers["b"] == [b0, b1]
        seen.add("M" in numbers)
        if "M" not in numbers:
            assert np.linalg.matrix_rank(B) < 2 and "no basis" in readout(figure)
            continue
        wanted = change_of_basis(numbers["A"], B)
        np.testing.assert_allclose(numbers["M"], wanted, rtol=0, atol=1e-9)
        np.testing.assert_allclose(numbers["trace"], 3, rtol=0, atol=1e-9)
    assert seen == {True, False}
    assert not page.problems


def test_a_basis_is_dragged_until_the_mirror_is_diagonal(page, alive):
    figure = alive(figures.SkewBasis())
    for name, keys in {"b0": ["Up", "Up"], "b1": ["Right", "Right", *["Down"] * 4]}.items():
        figure.locator(f"[data-name={name}]").focus()
        for key in keys:
            page.keyboard.press("Arrow" + key)
    assert told(figure)["b"] == [[1, 1], [1, -1]]
    assert told(figure)["M"] == [[1, 0], [0, -1]]
    assert "A b₁ = 0 b₀ - 1 b₁" in readout(figure)
