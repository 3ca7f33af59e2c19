"""Selections shows what mathlib counts."""

import re

import pytest

import figures
from mathlib.probability.counting import combinations, permutations
from tests.browser import put, readout


def numbers(figure):
    return [int(n) for n in re.findall(r"\d+", readout(figure))]


@pytest.mark.parametrize("n", range(1, 6))
def test_it_lists_every_order_and_groups_them_by_subsets(alive, n):
    figure = alive(figures.Selections(n=n, r=1))
    put(figure, "guess", 3)
    assert "your guess: 3 subsets" in readout(figure) and "subsets of" not in readout(figure)
    figure.locator(".fig-predict button").click()
    for r in range(1, min(n, 3) + 1):
        put(figure, "r", r)
        words = figure.locator("svg text.fig-number").all_text_contents()
        assert len(set(words)) == len(words) == permutations(n, r)
        assert all(len(set(word)) == r for word in words)
        assert numbers(figure)[:3] == [permutations(n, r), r, n]
        assert numbers(figure)[3] == combinations(n, r)
        assert numbers(figure)[5] == permutations(r, r)
        heads = figure.locator("svg text.faint").all_text_contents()
        assert sorted(heads) == sorted({"".join(sorted(word)) for word in words})


def test_a_word_lights_the_other_orders_of_its_letters(page, alive):
    figure = alive(figures.Selections(n=4, r=3))
    svg = figure.locator("svg").first
    svg.focus()
    page.keyboard.press("Home")
    assert figure.locator("rect.on").count() == 6
    told = {mark.get_attribute("data-tell") for mark in figure.locator("rect.on").all()}
    assert {text.split(":")[0] for text in told} == {"ABC", "ACB", "BAC", "BCA", "CAB", "CBA"}
    assert "one of 6 orders of {A, B, C}" in figure.locator(".fig-pointed").inner_text()


def test_no_more_letters_are_taken_than_there_are(alive):
    figure = alive(figures.Selections(n=5, r=3))
    put(figure, "n", 2)
    assert figure.locator("input[data-name=r]").input_value() == "2"
    assert numbers(figure)[:3] == [2, 2, 2]
