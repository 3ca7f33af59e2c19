"""SquaredInputs shows the best weights of squares, as NumPy fits them at Gaussian places."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.regression import squaring_network
from tests.browser import readout

SADDLE, DIFFERENCE, VALLEY = figures.SquaredInputs.class_traits()["target"].values
FORMS = {
    SADDLE: np.array([[0, 0.5], [0.5, 0]]),
    DIFFERENCE: np.diag([1.0, -1]),
    VALLEY: np.array([[1, 2], [2, 4]]) / 4,
}
AT, WEIGHT = np.polynomial.hermite_e.hermegauss(5)
PLACES = np.array([[u, v] for u in AT for v in AT])
MASS = np.outer(WEIGHT, WEIGHT).ravel() / (2 * np.pi)


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


@pytest.mark.parametrize("units", [1, 2])
@pytest.mark.parametrize("target", FORMS)
@pytest.mark.parametrize("q", [[1.5, 0.0], [1.0, 1.0], [0.5, 1.0], [-1.0, 0.25]])
def test_weights_and_share_missed(alive, target, q, units):
    W, (c, s) = FORMS[target], np.array(q) / np.hypot(*q)
    y = np.einsum("ki,ij,kj->k", PLACES, W, PLACES)
    A = (PLACES @ np.array([[c, -s], [s, c]])[:, :units]) ** 2
    root = np.sqrt(MASS)
    lam = np.linalg.lstsq(A * root[:, None], y * root, rcond=None)[0]
    missed = 100 * (MASS @ (y - A @ lam) ** 2) / (MASS @ y**2)
    shown = numbers(alive(figures.SquaredInputs(target=target, q=q, units=units)))
    assert shown[:2] == pytest.approx([c, s], abs=6e-4)
    assert shown[2:-1] == pytest.approx(lam, abs=6e-4)
    assert shown[-1] == pytest.approx(missed, abs=0.06)


def test_along_the_directions_of_mathlib_nothing_is_missed(alive):
    for target, W in FORMS.items():
        Q, lam = squaring_network(W)
        given = {"target": target, "q": Q[:, -1].tolist(), "units": len(lam)}
        assert numbers(alive(figures.SquaredInputs(**given)))[-1] == 0


def test_no_direction(alive):
    assert "drag q" in readout(alive(figures.SquaredInputs(q=[0, 0])))
