"""OuterTable shows the outer product of mathlib, and knows when a table is none."""

import json

import numpy as np

import figures
from mathlib.linalg.matrices import outer
from tests.browser import readout

RAISED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def told(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def test_the_table_is_that_of_mathlib_and_its_rank_is_told(page, alive):
    figure = alive(figures.OuterTable())
    rng = np.random.default_rng(0)
    seen = set()
    for _ in range(40):
        u, v = rng.integers(-3, 4, size=4).tolist(), rng.integers(-3, 4, size=5).tolist()
        state = {"u": u, "v": v, "spoilt": bool(rng.integers(2)), "at": int(rng.integers(20))}
        page.evaluate("state => model.set(state)", state)
        A, wanted = np.array(told(figure)["A"]), outer(u, v)
        wanted[1, 1] += state["spoilt"]
        np.testing.assert_array_equal(A, wanted)
        one = np.linalg.matrix_rank(A) <= 1
        assert readout(figure).startswith("an outer" if one else "no outer")
        i, j = divmod(state["at"], 5)
        said = readout(figure).replace("(", "").replace(")", "").translate(RAISED)
        assert f"A00 A{i}{j} = {A[0, 0]} · {A[i, j]} = {A[0, 0] * A[i, j]}" in said
        assert f"A0{j} A{i}0 = {A[0, j]} · {A[i, 0]} = {A[0, j] * A[i, 0]}" in said
        seen.add(one)
    assert seen == {True, False}
    assert not page.problems


def test_bars_are_moved_by_key_and_a_cell_is_pressed(page, alive):
    figure = alive(figures.OuterTable(u=[1, 2], v=[3, -1]))
    figure.locator("[data-name=u]").nth(1).focus()
    page.keyboard.press("ArrowUp")
    assert told(figure)["A"] == [[3, -1], [9, -3]]
    cell = figure.locator("svg").nth(2).locator("[data-tell]").nth(3).bounding_box()
    page.mouse.click(cell["x"] + cell["width"] / 2, cell["y"] + cell["height"] / 2)
    assert "A00 A11 = 3 · (-3) = (-9), A01 A10 = (-1) · 9 = (-9)" in readout(figure).translate(
        RAISED
    )
