"""LaplaceHill shows what mathlib computes, once the summit has been guessed."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.absolute import laplace_logpdf, laplace_mle
from tests.browser import put, readout


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def reveal(figure, guess):
    put(figure, "guess", guess)
    figure.get_by_text("Show the truth").click()


def agrees(figure, x, m, s):
    lines = readout(figure).splitlines()
    first, second = numbers(lines[0]), numbers(lines[1])
    assert first[0] == pytest.approx(laplace_logpdf(x, m, s).sum(), abs=6e-4)
    above, below = np.sum(np.array(x) > m), np.sum(np.array(x) < m)
    if m in x:
        assert "a kink" in lines[0]
    else:
        assert first[2:] == pytest.approx([above, below, (above - below) / s], abs=6e-4)
    (low, high), scale = laplace_mle(x)
    ends = [low] if low == high else [low, high]
    top = laplace_logpdf(x, low, s).sum()
    assert second == pytest.approx([*ends, top, scale], abs=6e-4)


def test_the_hill_is_hidden_until_its_summit_is_guessed(alive):
    figure = alive(figures.LaplaceHill())
    assert "hidden until" in readout(figure) and figure.locator("path.fig-line").count() == 0
    reveal(figure, 5)
    assert "You guessed 5: it is 4." in readout(figure)
    assert figure.locator("path.fig-line").count() == 1


def test_the_numbers_are_those_of_mathlib(page, alive):
    figure = alive(figures.LaplaceHill())
    reveal(figure, 4)
    assert "so it is" in readout(figure)
    x, knobs = [1.0, 2, 4, 6, 7, 8], figure.locator("[role=slider][data-name=x]")
    rng = np.random.default_rng(0)
    for m, s, six in [(0, 1, False), (4, 0.5, False), (5, 2, True), (9.25, 4, True)]:
        put(figure, "m", m)
        put(figure, "s", s)
        put(figure, "six", six)
        for _ in range(4):
            i = int(rng.integers(6 if six else 5))
            x[i] = min(10, x[i] + 0.5)
            knobs.nth(i).focus()
            page.keyboard.press("ArrowRight")
            agrees(figure, x if six else x[:5], m, s)


def test_a_sixth_number_makes_a_plateau_on_which_every_guess_is_right(alive):
    figure = alive(figures.LaplaceHill(six=True))
    reveal(figure, 5.5)
    assert "from 4 to 6" in readout(figure) and "so it is" in readout(figure)
