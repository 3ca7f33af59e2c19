"""LikelihoodCurve shows the likelihoods of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.estimation import likeliest, log_likelihood
from tests.browser import readout


@pytest.mark.parametrize(
    ("heads", "tails", "theta"),
    [(7, 3, 50), (70, 30, 50), (0, 4, 20), (1, 0, 100), (35, 70, 33), (70, 30, 20), (70, 3, 95)],
)
def test_the_numbers_are_those_of_mathlib(alive, heads, tails, theta):
    tosses = [1] * heads + [0] * tails
    said = readout(alive(figures.LikelihoodCurve(heads=heads, tails=tails, theta=theta)))
    said = said.replace("\N{MINUS SIGN}", "-")
    best = likeliest(tosses, "bernoulli")
    here, top, fair = log_likelihood(tosses, "bernoulli", [theta / 100, best, 0.5])
    numbers = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]
    assert numbers[0] == pytest.approx(here, abs=6e-4)
    assert numbers[2:4] == pytest.approx([top, best], abs=6e-4)
    if here - fair > np.log(1e6):
        assert "more than a million times as likely" in said
    elif here - fair < np.log(0.005):
        assert "less than 0.01 times as likely" in said
    else:
        assert numbers[4] == pytest.approx(np.exp(here - fair), abs=6e-3, rel=1e-6)


def test_an_impossible_belief_and_no_toss(alive):
    assert "are 0 times as likely" in readout(alive(figures.LikelihoodCurve(theta=0)))
    assert "no toss yet" in readout(alive(figures.LikelihoodCurve(heads=0, tails=0)))
