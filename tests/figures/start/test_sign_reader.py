"""SignReader shows what NumPy makes of its pictures, and the best that a threshold can do."""

import json
import re

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from figures import SignReader
from notebooks.files import read
from notebooks.shown import figures
from tests.browser import ROOT, put, readout

CHAPTER = ROOT / "chapters/start/number_to_network.ipynb"


def scores(state, k, bias, relu=True):
    x = np.array(state["pictures"]).reshape(-1, 8, 8)
    y = np.einsum("nijab,ab->nij", sliding_window_view(x, (3, 3), (1, 2)), np.reshape(k, (3, 3)))
    y = np.maximum(y + bias, 0) if relu else y + bias
    return y, y.mean(axis=(1, 2))


def most_right(scores, signs):
    plus = np.array([sign == "+" for sign in signs])
    right = [np.sum((scores > cut) == plus) for cut in [-np.inf, *scores]]
    return max(*right, *(len(plus) - np.array(right)))


def says(figure, which, y, score, signs):
    shown = json.loads(figure.locator(".fig").get_attribute("data-numbers"))
    np.testing.assert_allclose(shown["y"], y[which].ravel(), rtol=0, atol=1e-9)
    said = re.fullmatch(
        r"picture (\d+), a (.): score (\S+)\. The best threshold sorts (\d+) of (\d+) right\.",
        readout(figure),
    )
    assert said[2] == signs[which]
    assert abs(float(said[3]) - score[which]) < 6e-4
    assert int(said[4]) == most_right(score, signs)


def hand_and_trained():
    found = [f for f in figures(read(CHAPTER)) if f.id.startswith("sign_reader")]
    return [figure.state for figure in found]


def test_a_kernel_of_ones_own_scores_as_numpy_says(show):
    figure, (state, _) = show("sign_reader"), hand_and_trained()
    cells = figure.locator("[data-name=k]")
    k = [-1, 1, -1, 1, 1, 1, -1, 2, 0]
    for at, value in enumerate(k):
        cells.nth(at).focus()
        figure.page.keyboard.press("Home")
        for _ in range(value + 2):
            figure.page.keyboard.press("ArrowUp")
    for relu, bias, which in ((True, -2, 3), (False, -0.5, 0)):
        put(figure, "relu", relu)
        put(figure, "bias", bias)
        put(figure, "which", which)
        says(figure, which, *scores(state, k, bias, relu), state["signs"])


def test_a_press_goes_round(show):
    cell = show("sign_reader").locator("[data-name=k]").first
    seen = []
    for _ in range(4):
        seen.append(float(cell.get_attribute("aria-valuenow")))
        cell.click()
    assert seen == [0, 1, -1, 0]


def test_each_epoch_scores_as_numpy_says(show):
    figure, (_, state) = show("sign_reader").page.locator("#sign_reader-2"), hand_and_trained()
    for epoch, which in ((40, 1), (0, 2), (7, 15)):
        put(figure, "epoch", epoch)
        put(figure, "which", which)
        *k, bias = state["epochs"][epoch]
        says(figure, which, *scores(state, k, bias), state["signs"])


@pytest.mark.parametrize(
    ("pictures", "signs", "said"),
    [
        (np.zeros((2, 8, 7)), "+-", r"pictures must be squares, got the shape \(2, 8, 7\)"),
        (np.zeros((2, 8, 8)), "+", "signs must be 2, one a picture, got 1"),
    ],
)
def test_what_is_no_picture_is_refused(pictures, signs, said):
    with pytest.raises(ValueError, match=said):
        SignReader(pictures, signs)
