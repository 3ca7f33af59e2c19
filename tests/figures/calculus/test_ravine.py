"""Ravine takes the steps of mathlib, and shows what they leave of the error."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.optimisers import adam, descent, momentum, rmsprop, walk
from tests.browser import put, readout

NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"


def bowl(kappa, turn):
    c, s = np.cos(np.deg2rad(turn)), np.sin(np.deg2rad(turn))
    Q = np.array([[c, -s], [s, c]])
    return Q @ np.diag([1 / kappa, 1]) @ Q.T


def errors(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    found = re.findall(rf"(\w+): (?:error ({NUMBER})|out of sight)", said)
    return {name: float(v) if v else None for name, v in found}


@pytest.mark.parametrize(
    ("rate", "beta", "kappa", "own", "turn"),
    [(180, 70, 12, 20, 20), (50, 0, 1, 5, 0), (250, 90, 100, 100, 75)],
)
def test_the_errors_are_those_of_mathlib(alive, rate, beta, kappa, own, turn):
    start = [2.0, -1.25]
    figure = alive(
        figures.Ravine(x=start, rate=rate, beta=beta, kappa=kappa, own=own, turn=turn, t=0)
    )
    steps = {
        "descent": lambda state, g: descent(state, g, rate / 100),
        "momentum": lambda state, g: momentum(state, g, rate / 100, beta / 100),
        "RMSProp": lambda state, g: rmsprop(state, g, own / 100, 0.9),
        "Adam": lambda state, g: adam(state, g, own / 100),
    }
    H = bowl(kappa, turn)
    walks = {name: walk(step, lambda x: H @ x, start, 30) for name, step in steps.items()}
    for t in (0, 1, 2, 7, 30):
        put(figure, "t", t)
        found = errors(figure)
        assert set(found) == set(steps)
        for name, places in walks.items():
            wanted = np.linalg.norm(places[t])
            if wanted < 1e6:
                assert found[name] == pytest.approx(wanted, rel=6e-3, abs=1e-4)
            else:
                assert found[name] is None


def test_the_three_regimes_that_the_page_tells_of(alive):
    ends = {}
    for rate in (100, 200, 230):
        figure = alive(figures.Ravine(x=[0.0, 1.0], turn=0, rate=rate, t=100))
        ends[rate] = errors(figure)["descent"]
    assert ends[100] < 1e-6
    assert ends[200] == pytest.approx(1)
    assert ends[230] is None


def test_it_shows_one_alone_and_steps_when_asked(alive):
    figure = alive(figures.Ravine(t=0, show="Adam"))
    assert list(errors(figure)) == ["Adam"]
    before = readout(figure)
    figure.locator("button[aria-label^=Step]").click()
    assert readout(figure) != before and "step 1 " in readout(figure)
