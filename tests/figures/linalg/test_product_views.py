"""ProductViews fills a product to what mathlib computes."""

import json

import numpy as np
import pytest

import figures
from mathlib.linalg.products import matmul
from tests.browser import readout

A = [[1, -2, 0], [3, 4, 1]]
B = [[5, 6, 1, 0], [-7, 8, 2, 1], [1, 0, 0, 3]]
STEPS = {"entries": 8, "columns": 4, "rows": 2, "layers": 3}


def told(figure):
    return json.loads(figure.get_attribute("data-numbers"))


@pytest.mark.parametrize("view", STEPS)
def test_a_product_is_filled_to_that_of_mathlib_step_by_step(page, alive, view):
    figure = alive(figures.ProductViews(A=A, B=B, view=view))
    assert not np.any(told(figure)["filled"]) and "nothing is filled" in readout(figure)
    C = matmul(A, B)
    for step in range(1, STEPS[view] + 1):
        figure.get_by_role("button", name="Step step").click()
        numbers = told(figure)
        filled = np.array(numbers["filled"])
        assert numbers["step"] == step
        if view == "layers":
            wanted = matmul(np.array(A)[:, :step], np.array(B)[:step])
            assert numbers["C"] == wanted.tolist() and filled.all()
        else:
            assert numbers["C"] == C.tolist() and filled.sum() == step * C.size // STEPS[view]
    assert filled.all() and numbers["C"] == C.tolist()
    assert figure.get_by_role("button", name="Step step").is_disabled()
    assert not page.problems


def test_another_view_begins_where_it_can(page, alive):
    figure = alive(figures.ProductViews(step=4))
    assert told(figure)["C"] == [[19, 22], [43, 50]]
    assert "3 · 6 + 4 · 8 = 50" in readout(figure)
    figure.locator("select").select_option("layers")
    assert told(figure)["step"] == 2 and "after 2 of 2 layers" in readout(figure)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="B must have 2 rows, one for each column of A, got 1"):
        figures.ProductViews(B=[[1, 2]])
    with pytest.raises(ValueError, match="A must have rows of equal length"):
        figures.ProductViews(A=[[1, 2], [3]])
    with pytest.raises(ValueError, match="A must have two rows of two entries"):
        figures.TwoOrders(A=[[1, 2]])
