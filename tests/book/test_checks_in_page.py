"""Checks in the page: they open, a falsehood turns one red, and a reader runs them with a seed."""

import json
import re

import pytest

from tests.browser import HTML, problems_of_accessibility

CHAPTER = "chapters/toeplitz/local_weights.html"
DATA = "_static/checks/chapters/toeplitz/local_weights.json"
FOLD = "details.check:has(#check-tc-02)"


def opened(page, name):
    page.goto(name)
    page.wait_for_selector("html[data-checks=ready]")
    return page


def test_a_check_is_one_line_that_opens_by_keyboard_and_by_its_link(page):
    opened(page, CHAPTER)
    assert page.locator("details.check[open]").count() == 0
    line = page.locator(f"{FOLD} > summary")
    assert line.inner_text().startswith("checked fails if ")
    line.focus()
    page.keyboard.press("Enter")
    assert page.locator(f"{FOLD} .live-editor").is_visible()
    page.keyboard.press("Enter")
    page.locator('.claim-mark a[href="#check-tc-02"]').click()
    assert page.locator(f"{FOLD} .live-editor").is_visible()
    assert page.problems == []


def test_the_switch_opens_every_check_and_is_remembered(page):
    opened(page, CHAPTER)
    switch = page.locator(".checks-switch")
    switch.click()
    count = page.locator("details.check").count()
    assert page.locator("details.check[open]").count() == count > 5
    opened(page, "chapters/toeplitz/geometry.html")
    assert page.locator("details.check:not([open])").count() == 0
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert page.locator("details.check[open]").count() == 0


def test_checks_and_falsehoods_that_are_many_are_folded_once_more(page):
    opened(page, "chapters/numbers/sums.html")
    first = page.locator("details.check:has(#check-sn-26)")
    rest = page.locator("details.check:has(#check-sn-26) + details.more")
    assert rest.locator("> summary").inner_text() == "and 5 more checks"
    assert not rest.locator("details.check").first.is_visible()
    first.locator("> summary").click()
    told = first.locator("> ul > li")
    hidden = first.locator("> .more > ul > li")
    assert told.count() == 6 and not hidden.first.is_visible()
    assert first.locator("> .more > summary").inner_text() == f"and {hidden.count()} more"
    inside = rest.locator(".cell.tag_live").last.get_attribute("id")
    page.evaluate("(id) => { location.hash = id; }", inside)
    page.locator(f"#{inside}").wait_for()  # a link into it opens what it stands in
    assert problems_of_accessibility(page, within="article") == []


def test_printing_opens_every_check(page):
    opened(page, CHAPTER)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.check:not([open])").count() == 0


@pytest.mark.parametrize("width", [1280, 375])
def test_a_falsehood_turns_the_check_red_and_the_truth_comes_back(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, f"{CHAPTER}#check-tc-02")
    page.add_style_tag(content="* { transition: none !important; }")  # or colours fade in
    fold = page.locator(FOLD)
    button = fold.locator(".break-it").first
    button.focus()
    page.keyboard.press("Enter")
    fold.locator("text=Red: the check refuses it.").wait_for()
    assert fold.locator("li:has(.broken) .break-it").count() == 1  # below what was pressed
    assert "with the falsehood" in fold.locator(".broken").inner_text()
    assert "is-red" in fold.get_attribute("class")
    if width == 1280:
        assert problems_of_accessibility(page, within=FOLD) == []
        page.emulate_media(color_scheme="dark")
        assert problems_of_accessibility(page, ["color-contrast"], within=FOLD) == []
    fold.locator("text=Put the truth back").click()
    assert fold.locator(".broken").inner_text() == "" and "is-red" not in fold.get_attribute(
        "class"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert width == 1280 or page.problems == []  # axe asks for styles that are not there


def test_a_reader_checks_a_page_with_a_seed_and_a_false_check_is_named(page):
    data = json.loads((HTML / DATA).read_text("utf-8"))
    claims = {label for check in data["checks"] for label in check["claims"]}
    opened(page, CHAPTER)
    page.locator("[name=seed]").fill("4711")
    page.locator("button:text('Check it yourself')").click()
    said = page.locator(".check-said")
    found = page.locator(f"text={len(claims)} of {len(claims)} hold here, seed 4711, NumPy 2.")
    found.wait_for()

    planted = {**data, "checks": data["checks"][:1]}
    planted["checks"][0]["source"] += "\nassert rng.random() > 1, 'planted'"
    page.route(f"**/{DATA}", lambda route: route.fulfill(json=planted))
    opened(page, CHAPTER)
    page.locator("[name=seed]").fill("5")
    page.locator("button:text('Check it yourself')").click()
    page.locator("text=0 of 1 hold here, seed 5").wait_for()
    assert re.search("TC-01.*seed 5: planted", page.locator(".check-failures").inner_text())
    assert said.is_visible()


def test_the_table_counts_falsehoods_and_runs_the_book_until_stopped(page):
    opened(page, "checked.html")
    row = page.locator("table tr:has(a:text-is('TC-02'))").first
    assert int(row.locator("td").nth(3).inner_text()) >= 2
    assert row.locator("td").nth(2).inner_text().split() == ["check", "in", "part", "here"]
    page.locator("button:text('Check it yourself')").click()
    page.locator("text=/, [2-9] of [0-9]+: running/").wait_for()
    page.locator("[name=stop]").click()
    page.locator("text=Stopped after").wait_for()


def test_opened_as_a_file_it_says_what_to_do(browser):
    context = browser.new_context()
    page = context.new_page()
    opened(page, f"file://{HTML / CHAPTER}")
    page.locator("button:text('Check it yourself')").click()
    page.locator("text=make serve").wait_for()
    context.close()


def test_where_another_check_of_the_claim_refuses_it_that_one_turns_red(page):
    name = "chapters/numbers/cross_entropy"
    opened(page, f"{name}.html#check-sn-01")
    page.locator("details.check:has(#check-sn-01) .more > summary").click()
    page.locator("li[data-falsehood=less_the_mean] .break-it").click()
    told = page.locator("details.check:has(#check-sn-01) .broken")
    told.locator("text=another check of the claim").click()
    assert page.url.endswith("#check-sn-01-2")
    other = page.locator("details.check:has(#check-sn-01-2)")
    assert "is-red" in other.get_attribute("class") and other.get_attribute("open") is not None
    told.locator("text=Put the truth back").click()
    assert page.locator(".is-red").count() == 0
