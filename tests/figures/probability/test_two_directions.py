"""TwoDirections shows divergences that NumPy finds by quadrature, and mathlib in closed form."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.information import normal_divergence
from tests.browser import readout


def shown(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"= (-?[\d.]+) nats", said)]


def bell(x, m, s):
    return -(((x - m) / s) ** 2) / 2 - np.log(s * np.sqrt(2 * np.pi))


@pytest.mark.parametrize(
    ("apart", "mean", "width"), [(40, 20, 20), (40, 0, 41), (40, 40, 10), (60, -80, 4), (10, 5, 80)]
)
def test_the_divergences_are_those_of_numpy(alive, apart, mean, width):
    a, m, s = apart / 20, mean / 20, width / 20
    x = np.linspace(-60, 60, 400_001)
    f = np.logaddexp(bell(x, -a, 0.5), bell(x, a, 0.5)) - np.log(2)
    g = bell(x, m, s)
    wanted = [np.sum(np.exp(u) * (u - v)) * (x[1] - x[0]) for u, v in ((f, g), (g, f))]
    figure = alive(figures.TwoDirections(apart=apart, mean=mean, width=width))
    assert shown(figure) == pytest.approx(wanted, abs=6e-4)


@pytest.mark.parametrize(("mean", "width"), [(0, 10), (30, 10), (-20, 40)])
def test_one_hump_is_a_bell(alive, mean, width):
    m, s = mean / 20, width / 20
    wanted = [normal_divergence(0, 0.5, m, s), normal_divergence(m, s, 0, 0.5)]
    figure = alive(figures.TwoDirections(apart=0, mean=mean, width=width))
    assert shown(figure) == pytest.approx(wanted, abs=6e-4)
