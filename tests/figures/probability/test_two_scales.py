"""TwoScales shows the densities and tops of mathlib on both sides."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.conjugate import beta_logpdf, beta_mode
from tests.browser import readout


def told(figure):
    figure.locator("[data-name=guess]").focus()
    figure.locator("[data-name=guess]").press("ArrowRight")
    figure.locator(".fig-predict button").click()
    return said(figure)


def said(figure):
    text = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize(
    ("heads", "tails", "a", "b", "theta"),
    [(2, 1, 1, 1, 50), (7, 3, 2, 2, 80), (0, 4, 1, 1, 10), (30, 12, 0.5, 10, 61)],
)
def test_the_numbers_are_those_of_mathlib(alive, heads, tails, a, b, theta):
    figure = alive(figures.TwoScales(heads=heads, tails=tails, a=a, b=b, theta=theta))
    p, q, at = a + heads, b + tails, theta / 100
    phi = np.linspace(-12, 12, 240_001)
    back = 1 / (1 + np.exp(-phi))
    top = back[np.argmax(beta_logpdf(back, p, q) + np.log(back) + np.log1p(-back))]
    density = np.exp(beta_logpdf(at, p, q))
    wanted = [p, q, heads / (heads + tails), beta_mode(p, q), top]
    wanted += [at, np.log(at / (1 - at)), density, density * at * (1 - at)]
    assert told(figure)[:9] == pytest.approx(wanted, abs=1.2e-3)


@pytest.mark.parametrize("side", [0, 1])
def test_the_marker_moves_with_the_keys_and_the_pointer(page, alive, side):
    figure = alive(figures.TwoScales(theta=50))
    figure.locator(f"[data-name=theta{side}]").focus()
    page.keyboard.press("ArrowRight")
    assert "at θ = 0.51" in readout(figure)
    knob = figure.locator(f"[data-name=theta{side}] .fig-knob").bounding_box()
    x, y = knob["x"] + knob["width"] / 2, knob["y"] + knob["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y)
    page.mouse.up()
    moved = float(re.search(r"at θ = (\d\.\d+)", readout(figure).split("\n")[-1])[1])
    assert 0.56 < moved < 0.95


def test_without_a_toss_every_theta_is_as_likely(alive):
    assert "highest at θ = no single place" in readout(alive(figures.TwoScales(heads=0, tails=0)))


def test_the_curves_have_names_and_the_posterior_waits_for_a_guess(alive):
    figure = alive(figures.TwoScales())
    assert figure.get_by_text("likelihood", exact=True).count() == 2
    assert figure.get_by_text("posterior", exact=True).count() == 1
    told(figure)
    assert figure.get_by_text("posterior", exact=True).count() == 2
