"""TwoOrders shows the products that mathlib computes."""

import json

import numpy as np

import figures
from mathlib.linalg.products import matmul
from tests.browser import readout


def told(figure):
    return json.loads(figure.get_attribute("data-numbers"))


def test_both_products_are_those_of_mathlib_wherever_the_columns_go(page, alive):
    figure = alive(figures.TwoOrders(A=[[1, 0.5], [0, 1]], B=[[0, -1], [1, 0]]))
    rng = np.random.default_rng(0)
    commuted = set()
    for _ in range(40):
        A, B = rng.integers(-8, 9, size=(2, 2, 2)) / 4
        B = B if rng.integers(2) else matmul(A, A) / 4
        columns = {f"{n}{j}": M[:, j].tolist() for n, M in (("a", A), ("b", B)) for j in (0, 1)}
        page.evaluate("state => model.set(state)", columns)
        numbers = told(figure)
        np.testing.assert_allclose(numbers["A"], A, rtol=0)
        np.testing.assert_allclose(numbers["B"], B, rtol=0)
        np.testing.assert_allclose(numbers["AB"], matmul(A, B), rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(numbers["BA"], matmul(B, A), rtol=1e-12, atol=1e-12)
        same = np.allclose(matmul(A, B), matmul(B, A), rtol=0, atol=1e-9)
        assert ("commute" in readout(figure)) == same
        commuted.add(same)
    assert commuted == {True, False}
    assert not page.problems


def test_the_products_stay_hidden_until_the_reader_has_pointed(page, alive):
    figure = alive(figures.TwoOrders(ask=True, swapped=True))
    assert "AB" not in told(figure) and "AB" not in readout(figure)
    show = figure.get_by_role("button", name="Show the truth")
    assert show.is_disabled()
    figure.locator("[data-tell='the second one']").click()
    show.click()
    assert "You guessed the second one: so it is." in readout(figure)
    assert told(figure)["AB"] == [[0, -1], [2, 0]] and told(figure)["BA"] == [[0, -2], [1, 0]]
    assert not page.problems


def test_a_column_is_dragged_with_the_keys_until_the_maps_commute(page, alive):
    figure = alive(figures.TwoOrders())
    assert "differ by up to 1" in readout(figure)
    figure.locator("[data-name=b0]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    assert told(figure)["B"] == [[1, 0], [0, 1]] and "commute" in readout(figure)


def test_the_largest_columns_still_fit_into_the_pictures(page, alive):
    figure = alive(figures.TwoOrders(A=[[2.5, 2.5], [2.5, 2.5]], B=[[2.5, 2.5], [2.5, 2.5]]))
    assert told(figure)["AB"] == [[12.5, 12.5], [12.5, 12.5]]
    assert "NaN" not in figure.inner_html()
    assert not page.problems
