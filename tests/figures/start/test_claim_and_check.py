"""ClaimAndCheck shows what mathlib computes, and refutes what is false and nothing else."""

import json
import re
from itertools import product

import numpy as np
import pytest

from figures import ClaimAndCheck
from mathlib.toeplitz.convolution import correlate
from tests.browser import ROOT, numbers_in, put, put_bars, readout

SMALLEST = 4  # the panel with the smallest case: after the verdict, x, k, both results


def filtered(x, k, how):
    """What the ticks of the figure make of a filter."""
    wide = np.pad(x, 1) if "zeros" in how else np.pad(x, 1, mode="wrap")
    y = correlate(wide, k)
    if "backwards" in how:
        y[1::2] = correlate(wide, k[::-1])[1::2]
    return np.maximum(y, 0) if "cut" in how else y


def both(x, k, s, how):
    x, k = np.array(x), np.array(k)
    return filtered(np.roll(x, s), k, how), np.roll(filtered(x, k, how), s)


def smallest(how):
    """The places and ones of the smallest case of zeros and ones that refutes the claim."""
    for n in (2, 3, 4):
        failing = [
            sum(bits)
            for bits in product((0, 1), repeat=n + 3)
            for s in range(1, n)
            if not np.array_equal(*both(bits[:n], bits[n:], s, how))
        ]
        if failing:
            return n, min(failing)
    return None


def tick(figure, how):
    for name in ("zeros", "backwards", "cut"):
        put(figure, name, name in how)


WAYS = [(), ("zeros",), ("backwards",), ("cut",), ("zeros", "backwards"), ("zeros", "cut")]


@pytest.mark.parametrize("how", WAYS, ids=lambda how: "+".join(how) or "as it stands")
def test_the_check_is_red_if_and_only_if_a_case_refutes_the_claim(show, how):
    figure = show("claim_and_check")
    tick(figure, how)
    found = smallest(how)
    panel = figure.locator(".fig-panel").nth(SMALLEST)
    assert panel.is_visible() == (found is not None)
    verdict = figure.locator("p.fig-panel").inner_text()
    assert verdict.startswith("\u2717 refuted" if found else "\u2713 checked")
    assert readout(figure).startswith("all 200") == (found is None)
    if found:
        n, ones = found
        x, k, a, b = (
            [float(cell.split("= ")[1]) for cell in cells]
            for cells in (
                panel.locator(f'[data-tell^="{name}["]').evaluate_all(
                    "cells => cells.map((cell) => cell.dataset.tell)"
                )
                for name in ("x", "k", "shift, then filter", "filter, then shift")
            )
        )
        s = int(re.search(r"shift by (\d)", panel.locator(".fig-heading").inner_text())[1])
        assert (len(x), sum(x) + sum(k)) == (n, ones)
        assert [list(y) for y in both(x, k, s, how)] == [a, b] and a != b


def test_the_readers_own_case_is_compared_as_mathlib_compares_it(show):
    figure = show("claim_and_check")
    rng = np.random.default_rng(4)
    for how in WAYS:
        x, k, s = rng.integers(-3, 4, 8), rng.integers(-3, 4, 3), int(rng.integers(1, 8))
        put_bars(figure, "x", x)
        put_bars(figure, "k", k)
        put(figure, "shift", s)
        tick(figure, how)
        there, back = both(x, k, s, how)
        wrong = np.flatnonzero(there != back)
        said = f"yours differs at {', '.join(map(str, wrong))}" if wrong.size else "yours agrees"
        assert readout(figure).endswith(said)
        shown = json.loads(figure.locator(".fig").get_attribute("data-numbers"))
        assert shown["y"] == there.tolist()
        assert numbers_in(figure, 1) == x.tolist()


def test_other_cases_are_other_cases(show):
    figure = show("claim_and_check")
    put(figure, "zeros", True)
    seen = set()
    for _ in range(4):
        figure.get_by_role("button", name="200 other cases").click()
        seen.add(readout(figure))
    assert len(seen) > 1


def test_the_front_page_holds_the_figure_as_python_makes_it():
    html = ClaimAndCheck()._repr_mimebundle_()[0]["text/html"]
    named = html.replace("data-figure", 'id="claim_and_check" data-figure', 1)
    assert named in (ROOT / "intro.md").read_text("utf-8")


def test_a_shift_beyond_the_signal_is_refused():
    with pytest.raises(ValueError, match="shift must be less than 3, got 5"):
        ClaimAndCheck(x=[1.0, 2.0, 3.0], shift=5)
