"""TextsAlike shows what mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.similarity import cosine_matrix, tfidf
from tests.browser import readout

COUNTS = np.array([[2, 1, 0, 3, 0], [0, 1, 1, 1, 0], [1, 0, 4, 2, 0]])
MEASURED = {
    "dot product": COUNTS @ COUNTS.T,
    "cosine": cosine_matrix(COUNTS),
    "weighted": cosine_matrix(tfidf(COUNTS)),
}


@pytest.mark.parametrize("measure", MEASURED)
def test_each_pair_has_its_number_and_the_word_that_adds_most(page, alive, measure):
    words = ["the", "cat", "dog", "and", "none"]
    given = {"counts": COUNTS.tolist(), "words": words, "names": ["A", "B", "C"]}
    figure = alive(figures.TextsAlike(**given, measure=measure))
    rows = tfidf(COUNTS) if measure == "weighted" else COUNTS
    cells = figure.locator("svg").first.locator("[data-tell]")
    assert cells.count() == 9
    for at in range(9):
        cells.nth(at).click(position={"x": 4, "y": 4})
        i, j = divmod(at, 3)
        said = readout(figure)
        number = float(re.search(r": (-?[\d.]+)", said).group(1))
        assert number == pytest.approx(MEASURED[measure][i, j], abs=6e-4)
        shares = rows[i] * rows[j]
        if shares.any():
            assert f"\u201c{words[int(np.argmax(shares))]}\u201d adds most" in said
            assert f"{np.count_nonzero(shares)} words in both" in said
        else:
            assert "no word in both" in said
