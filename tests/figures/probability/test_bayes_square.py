"""BayesSquare shows the posterior that mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.bayes import posterior
from tests.browser import put, readout


def line(figure, name):
    """The numbers of the line of the readout that begins with `name`."""
    said = next(text for text in readout(figure).splitlines() if text.startswith(name))
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


def guess(figure, percent):
    put(figure, "guess", percent)
    figure.get_by_role("button", name="Show the truth").click()


def test_the_numbers_are_those_of_mathlib_for_any_bag(page, alive):
    figure = alive(figures.BayesSquare())
    guess(figure, 40)
    rng = np.random.default_rng(0)
    for _ in range(40):
        n, twelfths = rng.integers(0, 13, size=(2, 3))
        state = {"n0": n[0], "n1": n[1], "n2": n[2], "likelihood": twelfths}
        state = {name: value.tolist() for name, value in state.items()}
        page.evaluate("state => model.set(state)", state)
        prior = n / max(n.sum(), 1)
        filled = prior * twelfths / 12
        assert line(figure, "prior") == pytest.approx(prior, abs=6e-4)
        assert line(figure, "filled") == pytest.approx([*filled, filled.sum()], abs=6e-4)
        if filled.any():
            wanted = posterior(prior, twelfths / 12)
            assert line(figure, "posterior") == pytest.approx(wanted, abs=6e-4)
        else:
            assert "impossible" in readout(figure)
    assert not page.problems


def test_the_posterior_is_hidden_until_the_reader_has_guessed(alive):
    figure = alive(figures.BayesSquare())
    assert "posterior" not in readout(figure)
    assert line(figure, "likelihood") == [0.25, 0.167, 0.083, 0.5]
    guess(figure, 33)
    assert line(figure, "posterior") == [0.5, 0.333, 0.167]
    assert "You guessed 33 %: it is 50 %." in readout(figure)


def test_a_strip_is_filled_by_keys_and_by_the_pointer(page, alive):
    figure = alive(figures.BayesSquare())
    strip = figure.locator("[data-name=likelihood0]")
    strip.focus()
    page.keyboard.press("ArrowUp")
    assert line(figure, "likelihood")[0] == 0.333
    page.keyboard.press("End")
    assert line(figure, "likelihood")[0] == 1
    box = strip.locator(".fig-hit").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert line(figure, "likelihood")[0] == 0.5


def test_the_filled_areas_are_the_products(alive):
    figure = alive(figures.BayesSquare(n0=6, n1=3, n2=3, likelihood=[4, 12, 6]))
    areas = []
    for i in range(3):
        whole, filled = (
            figure.locator(f"[data-name=likelihood{i}] {name}").first
            for name in (".fig-hit", ".fig-area")
        )
        size = [float(whole.get_attribute("height")), float(filled.get_attribute("width"))]
        areas.append(size[1] * float(filled.get_attribute("height")) / size[0] ** 2)
    assert areas == pytest.approx([1 / 6, 1 / 4, 1 / 8], abs=1e-6)
