"""SpectralSplit shows what mathlib and NumPy compute."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.graphs import components, laplacian, nearest_graph
from mathlib.real_data import penguins
from tests.browser import put, readout

EVERY = [1, 2, 3, 16, 20]


@pytest.fixture
def birds():
    X, species = penguins()
    return X[::3] / X.std(axis=0).round(1), species[::3]


def made(birds, **more):
    P, species = birds
    names = ["length", "depth"]
    return figures.SpectralSplit(
        P, seen=P[:, :2], kinds=species, names=names, neighbours=EVERY, ring="Gentoo", **more
    )


def test_pieces_edges_and_cuts_are_those_of_mathlib(alive, birds):
    figure = alive(made(birds))
    for at, k in enumerate(EVERY):
        put(figure, "place", at)
        W = nearest_graph(birds[0], k)
        lam, Q = np.linalg.eigh(laplacian(W))
        piece = components(W)
        first, second = readout(figure).splitlines()
        shown = [int(n) for n in re.findall(r"\d+", first)]
        zeros = min(8, int((lam < 1e-9).sum()))
        assert shown == [k, W.sum() // 2, piece.max() + 1, zeros]
        said = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", second)]
        if piece.max():
            assert said == np.bincount(piece)[:4].tolist()
        else:
            side = Q[:, 1] * Q[0, 1] > 0
            cut = W[np.ix_(side, ~side)].sum()
            assert said == pytest.approx([side.sum(), (~side).sum(), cut, lam[1]], abs=6e-5)


def test_every_point_has_the_sign_of_its_entry(alive, birds):
    figure = alive(made(birds, k=16))
    told = figure.locator("circle[data-tell*='v\u2081 =']").all()
    Q = np.linalg.eigh(laplacian(nearest_graph(birds[0], 16)))[1]
    v = Q[:, 1] * np.sign(Q[0, 1])
    assert len(told) == len(v)
    for mark, entry, kind in zip(told, v, birds[1], strict=True):
        said = mark.get_attribute("data-tell").replace("\N{MINUS SIGN}", "-")
        assert said.startswith(kind)
        assert float(said.split("=")[1]) == pytest.approx(entry, abs=6e-4)
        assert ("hollow" in mark.get_attribute("class")) == (entry < 0)


def test_those_of_one_kind_are_ringed(page, alive, birds):
    figure = alive(made(birds))
    rings = figure.locator("circle[style*='stroke-width:1.2']")
    assert rings.count() == 0
    figure.locator("[data-name=ringed]").focus()
    page.keyboard.press("Space")
    assert rings.count() == birds[1].count("Gentoo") == 41


def test_numbers_of_neighbours_that_do_not_rise_are_refused(birds):
    with pytest.raises(ValueError, match="neighbours must rise, got"):
        figures.SpectralSplit([[0], [1]], [[0, 0], [1, 1]], ["a", "b"], [1, 1])
    with pytest.raises(ValueError, match=r"k must be one of \[1, 2, 3, 16, 20\], got 4"):
        made(birds, k=4)
