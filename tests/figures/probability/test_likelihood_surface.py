"""LikelihoodSurface shows the likelihood of mathlib's bell curve, and its slopes."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.estimation import gaussian_mle
from mathlib.probability.gaussian import normal_logpdf
from tests.browser import readout

X = np.array([-1.5, -0.5, 0, 0.5, 2.5])


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


@pytest.mark.parametrize(("mu", "sigma"), [(-1.5, 2.4), (0.2, 1.3), (2.0, 0.5)])
@pytest.mark.parametrize("times", [1, 7])
def test_likelihood_slopes_and_summit(alive, mu, sigma, times):
    x = np.tile(X, times)
    mean, variance = gaussian_mle(x)

    def log(m, s):
        return float(np.sum(normal_logpdf(x, m, s)))

    slopes = [
        (log(mu + 1e-5, sigma) - log(mu - 1e-5, sigma)) / 2e-5,
        (log(mu, sigma + 1e-5) - log(mu, sigma - 1e-5)) / 2e-5,
    ]
    shown = numbers(alive(figures.LikelihoodSurface(bell=[mu, sigma], times=times)))
    assert shown[0] == pytest.approx(log(mu, sigma), abs=6e-4)
    assert shown[3:5] == pytest.approx(slopes, abs=2e-3)
    summit = [log(mean, np.sqrt(variance)), float(mean), float(np.sqrt(variance))]
    assert shown[5:] == pytest.approx(summit, abs=6e-4)


def test_the_wrong_derivative_points_away_from_the_mean(alive):
    right = numbers(alive(figures.LikelihoodSurface(bell=[-1, 2])))
    wrong = numbers(alive(figures.LikelihoodSurface(bell=[-1, 2], wrong=True)))
    assert (right[3], wrong[3]) == (1.5, -6)


def test_the_summit_is_told_after_the_first_step(alive):
    figure = alive(figures.LikelihoodSurface())
    assert "at \N{GREEK SMALL LETTER MU} = 0.2" not in readout(figure)
    figure.locator("[data-name=wrong]").click()
    assert "at \N{GREEK SMALL LETTER MU} = 0.2" in readout(figure)


def test_no_bell_curve_below_the_axis(alive):
    said = readout(alive(figures.LikelihoodSurface(bell=[0, 0])))
    assert "positive" in said
