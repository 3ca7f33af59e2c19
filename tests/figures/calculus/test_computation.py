"""Computation shows the values of NumPy and the gradients of mathlib, and adds all paths."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.gradients import gradient
from mathlib.calculus.network import backward, forward
from tests.browser import readout

NET = [[1, -0.5], [-1, 2]], [0, 0], [[2, 1]], [0]
LAST = {"wave": 4 + 1 + 7, "neuron": 5 + 1 + 8, "network": 6 + 1 + 9}


def said(figure):
    return readout(figure).replace("\N{MINUS SIGN}", "-")


def gradients(figure):
    found = re.findall(r"\N{PARTIAL DIFFERENTIAL}L/\S*?\(?([\w ]+)\)? = (-?[\d.]+)", said(figure))
    return {name: float(value) for name, value in found}


@pytest.mark.parametrize("x", [-1.25, 0.0, 1.5])
def test_the_slope_of_the_wave_is_that_of_mathlib(alive, x):
    found = gradients(alive(figures.Computation(graph="wave", x=x, step=LAST["wave"])))
    (wanted,) = gradient(lambda x: x[0] * np.sin(x[0]) + x[0] ** 2, [x])
    assert list(found.values()) == pytest.approx([wanted], abs=1e-4)


@pytest.mark.parametrize("x", [0.25, 0.75, 2.0])
def test_the_gradients_of_the_neuron_are_those_of_mathlib(alive, x):
    def loss(v):
        return (max(0, v[1] * v[0] + v[2]) - v[3]) ** 2

    found = gradients(alive(figures.Computation(graph="neuron", x=x, step=LAST["neuron"])))
    wanted = gradient(loss, [x, 2.0, -1.0, 3.0])
    assert [found["x"], found["w"], found["b"], found["y"]] == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("x", [-1.5, 1.0, 1.75])
def test_the_gradients_of_the_network_are_those_of_mathlib(alive, x):
    figure = alive(figures.Computation(graph="network", x=x, step=LAST["network"], at=2))
    X = np.array([[x, 1.0]])
    D2 = 2 * (forward(X, *NET)[2] - 1)
    D1 = backward(X, *NET, D2)[1]  # of a single example, the gradient of the biases is D1
    wanted = D1 @ np.array(NET[0])
    found = gradients(figure)
    assert [found["upper x"], found["lower x"]] == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("rungs", [1, 4, 6])
def test_the_ladder_has_a_path_for_each_choice_and_few_edges(alive, rungs):
    last = rungs + 1 + 2 * rungs
    figure = alive(figures.Computation(graph="ladder", x=1.0, rungs=rungs, step=last))
    assert f"{2**rungs} paths" in said(figure)
    assert f"{2 * rungs} of {2 * rungs} edges back" in said(figure)
    assert gradients(figure)["x"] == 2**rungs


def test_what_is_pointed_at_tells_its_sum_over_paths(alive, page):
    figure = alive(figures.Computation(graph="wave", x=1.5, step=LAST["wave"]))
    page.locator("[data-tell]").first.click()
    told = page.locator(".fig-pointed").inner_text()
    assert told.startswith("x = 1.5; gradient ") and told.endswith("; 4 paths to L")
    page.keyboard.press("ArrowRight")
    assert page.locator(".fig-pointed").inner_text() != told
    assert not page.problems and figure.is_visible()
