"""UniformStripes lands where mathlib's inverse distribution functions say."""

import json
import re
from statistics import NormalDist

import numpy as np
import pytest

import figures
from mathlib.probability.gaussian import normal_cdf
from mathlib.probability.samplers import categorical_from, exponential_from
from tests.browser import put, readout

BACK = {
    "bell": lambda u: NormalDist().inv_cdf(u),
    "waiting": lambda u: float(exponential_from(u)),
    "die": lambda u: 1 + int(categorical_from(u, [0.1] * 5 + [0.5])),
}


@pytest.mark.parametrize("kind", BACK)
def test_every_height_lands_where_it_should(page, alive, kind):
    figure = alive(figures.UniformStripes(kind=kind))
    for u in (0.005, 0.025, 0.095, 0.1, 0.42, 0.5, 0.505, 0.9, 0.975, 0.995):
        put(figure, "u", u)
        shown = json.loads(figure.get_attribute("data-numbers"))
        assert shown["U"] == u
        assert shown["x"] == pytest.approx(BACK[kind](u), abs=6e-4)
        if kind == "bell":
            assert float(normal_cdf(shown["x"])) == pytest.approx(u, abs=1e-3)


def test_stripes_are_as_many_as_asked_for(page, alive):
    figure = alive(figures.UniformStripes(stripes=8))
    dots = figure.locator("[data-symbol=U] circle")
    assert dots.count() == 8
    told = [dot.get_attribute("data-tell") for dot in dots.all()]
    landed = [float(t.rsplit("= ", 1)[1].replace("\N{MINUS SIGN}", "-")) for t in told]
    wanted = [NormalDist().inv_cdf((i + 0.5) / 8) for i in range(8)]
    assert landed == pytest.approx(wanted, abs=1e-4)
    put(figure, "stripes", 30)
    assert dots.count() == 30


def test_it_asks_where_one_lands(page, alive):
    figure = alive(figures.UniformStripes())
    put(figure, "guess", 2.5)
    assert "95" not in readout(figure)
    figure.get_by_role("button", name="Show the truth").click()
    said = re.search(r"You guessed 2.5: it is ([\d.]*\d)", readout(figure))
    assert float(said[1]) == pytest.approx(NormalDist().inv_cdf(0.975), abs=0.005)
    assert np.sign(float(said[1])) == 1
