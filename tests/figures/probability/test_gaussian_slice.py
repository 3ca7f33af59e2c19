"""GaussianSlice shows the conditional distribution that mathlib computes."""

import json
import re

import numpy as np
import pytest

import figures
from mathlib.probability.gaussian import mvn_conditional
from tests.browser import put, readout


def agrees(figure):
    letters = json.loads(figure.get_attribute("data-numbers"))
    S, x = np.array(letters["\N{GREEK CAPITAL LETTER SIGMA}"]), letters["x"]
    m, C = mvn_conditional([0, 0], S, [0], x[:1])
    said = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure).replace("\u2080", ""))]
    wanted = [S[0, 0], S[1, 1], S[0, 1], 0, S[1, 1] ** 0.5, x[0], m[0], C[0, 0] ** 0.5]
    assert said[:8] == pytest.approx(wanted, abs=0.02)


def test_the_slice_is_mathlibs_wherever_the_keys_go(page, alive):
    figure = alive(figures.GaussianSlice())
    put(figure, "guess", 0.5)
    assert "slice at" not in readout(figure)
    figure.get_by_role("button", name="Show the truth").click()
    assert "You guessed 0.5: it is 1.6." in readout(figure)
    agrees(figure)
    rng = np.random.default_rng(0)
    keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
    for name in ("v", "x", "s") * 3:
        figure.locator(f"[data-name={name}]").focus()
        for key in rng.choice(keys, size=5):
            page.keyboard.press(key)
        agrees(figure)


def test_an_ellipse_along_the_axes_has_a_slice_that_does_not_move(page, alive):
    figure = alive(figures.GaussianSlice(v=[1.5, 0], s=0.5, x=[2, 1]))
    put(figure, "guess", 1)
    figure.get_by_role("button", name="Show the truth").click()
    assert "covariance 0\n" in readout(figure)
    assert "slice at x\u2080 = 2: mean 0, standard deviation 0.5" in readout(figure)
