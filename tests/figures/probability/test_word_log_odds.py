"""WordLogOdds shows the log-odds that mathlib computes, word by word."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.naive_bayes import (
    contributions,
    fit_bernoulli,
    fit_multinomial,
    log_classes,
    word_counts,
)
from mathlib.real_data import messages
from tests.browser import put, readout

TEXTS, SPAM = messages()
Y = np.array(SPAM, int)
WORDS = sorted(set(re.findall(r"[a-z][a-z'-]*", " ".join(TEXTS).lower())))
C = word_counts(TEXTS, WORDS)
STATE = {
    "words": WORDS,
    "counts": [C[Y == k].sum(axis=0).tolist() for k in (0, 1)],
    "having": [(C[Y == k] > 0).sum(axis=0).tolist() for k in (0, 1)],
    "texts": np.bincount(Y).tolist(),
}


def guess(figure, percent):
    put(figure, "guess", percent)
    figure.get_by_role("button", name="Show the truth").click()


def bars(figure):
    """What each bar says, by its name."""
    told = [bar.get_attribute("data-tell") for bar in figure.locator("[data-tell]").all()]
    found = (re.match(r"(.+): (\S+), which", text.replace("\N{MINUS SIGN}", "-")) for text in told)
    return {name: float(value) for name, value in (match.groups() for match in found)}


@pytest.mark.parametrize(
    ("model", "fit"), [("counts", fit_multinomial), ("presence", fit_bernoulli)]
)
@pytest.mark.parametrize("smoothing", [-2, 0, 1.5, 4])
def test_the_bars_and_the_sum_are_those_of_mathlib(page, alive, model, fit, smoothing):
    figure = alive(figures.WordLogOdds(**STATE, model=model, smoothing=smoothing))
    guess(figure, 50)
    learnt = fit(C, Y, 10.0**smoothing)
    for text in ("Claim your free lunch at noon", "free free free", "Zebra, call me!", ""):
        page.evaluate("text => model.set('text', text)", text)
        c = word_counts([text], WORDS)[0]
        logs, gap = log_classes(learnt, c), np.diff(contributions(learnt, c), axis=0)[0]
        shown = bars(figure)
        assert shown["prior"] == pytest.approx(np.log(10 / 14), abs=6e-5)
        assert shown["sum"] == pytest.approx(logs[1] - logs[0], abs=6e-5)
        assert float(re.findall(r"(\S+) %", readout(figure))[0]) == pytest.approx(
            100 * np.exp(logs[1]), rel=6e-3
        )
        for j in np.flatnonzero(c):
            many = f", {c[j]} times" if c[j] > 1 and model == "counts" else ""
            assert shown[WORDS[j] + many] == pytest.approx(gap[j], abs=6e-5)
        if model == "presence":
            assert shown["what is absent"] == pytest.approx(gap[c == 0].sum(), abs=6e-5)
        assert shown.get("zebra", 0) == 0
    assert not page.problems


def test_a_message_is_typed_after_a_guess(page, alive):
    figure = alive(figures.WordLogOdds(**STATE, text="lunch"))
    assert list(bars(figure)) == ["prior"]
    guess(figure, 50)
    figure.locator("input[data-name=text]").fill("Money money zebra")
    assert list(bars(figure)) == ["prior", "money, 2 times", "zebra", "sum"]
    assert "unknown" in figure.locator("svg").text_content()
