"""A guess is asked before the truth is shown, and the truth is what was computed."""

import re

import numpy as np
import pytest

from figures import Guess
from mathlib.toeplitz.convolution import weight_count
from tests.browser import alone, problems_of_accessibility, readout

CHOICES = [3, 17, 24, 80]


def weights():
    return weight_count(10, 3, False, True)  # of a dense, shared layer


def said(figure):
    return readout(figure).replace("\N{NARROW NO-BREAK SPACE}", "")


def test_a_choice_shows_what_mathlib_computes_and_only_after_the_guess(page):
    figure = alone(page, Guess(weights(), among=CHOICES, then="One for each diagonal."))
    assert figure.locator("label").all_inner_texts() == ["3", "17", "24", "80"]
    assert "diagonal" not in figure.inner_text()
    figure.locator("text=Show").click()  # nothing is chosen yet
    assert said(figure) == ""
    figure.locator("label", has_text="24").click()
    assert said(figure) == "Your guess: 24"
    figure.locator("text=Show").click()
    assert said(figure) == f"You said: 24. It is: {weights()}.\n\nOne for each diagonal."
    assert figure.locator(".is-wrong").inner_text() == "24"
    assert figure.locator(".is-right").inner_text() == str(weights())
    assert figure.locator("input:enabled, button").count() == 0
    assert page.problems == []


def test_it_is_answered_by_keyboard_and_the_answer_is_where_the_reader_is(page):
    figure = alone(page, Guess(weights(), among=CHOICES))
    figure.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert said(figure) == f"Yes: {weights()}."
    assert figure.locator(".fig-readout").evaluate("node => node === document.activeElement")


@pytest.mark.parametrize(
    ("truth", "guess", "line"),
    [
        (np.prod([16_000, 16_000]), "256000000", "Yes: 256000000 weights."),
        (100, "104", "Near enough: you said 104, it is 100 weights."),
        (256, "100", "You said 100; it is 256 weights: 2.6 times too small."),
        (0.25, "1e6", "You said 1000000; it is 0.25 weights: 4000000 times too large."),
        (0, "3", "You said 3; it is 0 weights: 3 weights too large."),
        (-2, "5", "You said 5; it is -2 weights: 7 weights too large."),
        (2.0**-149, "1", "You said 1; it is 1.401298464324817 · 10⁻⁴⁵ weights: 7.1 · 10⁴⁴"),
    ],
)
def test_a_number_is_told_how_far_off_it_is(page, truth, guess, line):
    figure = alone(page, Guess(truth, unit="weights"))
    figure.locator("input").fill(guess)
    assert said(figure) == f"Your guess: {guess} weights"
    page.keyboard.press("Enter")
    assert said(figure).startswith(line)


def test_words_may_be_chosen_and_stand_in_for_values(page):
    moved = "no" if np.arange(3)[0] == 0 else "yes"
    labels = {"yes": "Yes, it moves along", "no": "No, it stays"}
    figure = alone(page, Guess(moved, among=labels))
    figure.locator("label", has_text="moves along").click()
    figure.locator("text=Show").click()
    assert said(figure) == "You said: Yes, it moves along. It is: No, it stays."


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_before_and_after_the_answer_it_is_accessible_and_fits_a_phone(page, theme):
    page.set_viewport_size({"width": 375, "height": 740})
    page.emulate_media(color_scheme=theme)
    figure = alone(page, Guess(weights(), among=CHOICES, then="One for each diagonal."))
    page.add_style_tag(content="* { transition: none !important; }")
    assert problems_of_accessibility(page, within=".fig-host") == []
    figure.locator("label", has_text="24").click()
    figure.locator("text=Show").click()
    assert problems_of_accessibility(page, within=".fig-host") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_print_asks_and_answers(page):
    figure = alone(page, Guess(weights(), among=CHOICES, then="One for each diagonal."))
    answer = figure.locator(".fig-guess-answer")
    assert not answer.is_visible()
    page.emulate_media(media="print")
    assert answer.inner_text() == f"{weights()}. One for each diagonal."
    assert figure.locator("label", has_text="80").is_visible()
    assert not figure.locator("button").is_visible()


def test_without_scripts_the_choices_and_the_answer_stand_in_the_page():
    html = Guess(weights(), among=CHOICES, then="<b>")._repr_mimebundle_()[0]["text/html"]
    assert '<p class="fig-alt">Choose one of: 3, 17, 24, 80.</p>' in html
    assert re.search(f"<noscript><p>Answer: {weights()}. &lt;b&gt;</p></noscript></div>$", html)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: Guess(True), TypeError, "truth must be a number or a text, got True"),
        (lambda: Guess(np.ones(2)), TypeError, "truth must be a number or a text, got array"),
        (lambda: Guess(np.inf), ValueError, "truth must be finite, got inf: give it as a text"),
        (lambda: Guess("a"), ValueError, "truth must be a number where nothing is to choose"),
        (lambda: Guess(5, [1, 2]), ValueError, r"among must hold the truth once, got \[1, 2\] and"),
        (lambda: Guess(1, [1, 1.0]), ValueError, "among must hold the truth once"),
        (lambda: Guess(1, near=-1), ValueError, "near must be at least 0, got -1"),
    ],
)
def test_misuse_names_the_argument_the_rule_and_the_value(call, error, message):
    with pytest.raises(error, match=message):
        call()
