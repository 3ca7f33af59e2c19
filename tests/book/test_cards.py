"""A link to a claim shows its card: to a pointer, a keyboard and a finger, with no server too."""

import json

import pytest

from notebooks.claims import claims
from tests.browser import HTML, ROOT, open_page, problems_of_accessibility

PAGE = "chapters/toeplitz/geometry.html"
LINK = "article a.claim-link[href='one_dimension.html#tc-06']"
CARD = ".claim-card:not([hidden])"


def cards(docname):
    text = (HTML / f"_static/cards/{docname}.js").read_text("utf-8")
    return json.loads(text.partition("]=")[2].rstrip(";\n"))


@pytest.fixture
def link(page):
    open_page(page, PAGE)
    page.wait_for_selector(".claim-card", state="attached")
    return page.locator(LINK).first


def test_every_claim_has_a_card_with_its_statement(site):
    for claim in claims(ROOT):
        card = cards(claim.docname)[claim.label]
        assert card["checks"] and '<div class="claim-statement' in card["statement"], claim
        assert "<p>" in card["statement"] and ' id="' not in card["statement"], claim
        for other in ("cell_input", "<h2", "katex-error"):
            assert other not in card["statement"], claim


def test_a_card_shows_the_cell_that_states_and_not_the_question_above_it(site):
    said = cards("chapters/numbers/number_formats")["sn-20"]["statement"]
    assert "katex-display" in said and "Do you need a table" not in said


def test_a_pointer_that_rests_sees_the_card_and_may_enter_it(page, link):
    said = link.inner_text()
    assert said and not said.upper().startswith("TC-")  # a link keeps its own words
    link.hover()
    card = page.locator(CARD)
    card.wait_for()
    assert card.inner_text().startswith("TC-06 ")
    assert "checked by" in card.inner_text() and card.locator(".katex").count() > 2
    card.hover()
    page.wait_for_timeout(500)
    assert card.is_visible()
    assert page.problems == []
    assert problems_of_accessibility(page, within=CARD) == []
    page.mouse.move(1, 1)
    card.wait_for(state="hidden")


def test_a_keyboard_sees_the_card_and_escape_closes_it(page, link):
    link.focus()
    card = page.locator(CARD)
    card.wait_for()
    assert link.get_attribute("aria-describedby") == "claim-card"
    page.keyboard.press("Escape")
    assert not card.is_visible() and link.get_attribute("aria-describedby") is None
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/one_dimension.html#tc-06")


def test_a_first_touch_shows_the_card_and_a_second_goes_there(browser, site):
    context = browser.new_context(
        base_url=site, has_touch=True, viewport={"width": 375, "height": 740}
    )
    page = context.new_page()
    open_page(page, PAGE)
    page.wait_for_selector(".claim-card", state="attached")
    link = page.locator(LINK).first
    link.tap()
    card = page.locator(CARD)
    card.wait_for()
    box = card.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 375
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.touchscreen.tap(4, box["y"] - 20 if box["y"] > 80 else box["y"] + box["height"] + 20)
    card.wait_for(state="hidden")
    link.tap()
    card.wait_for()
    link.tap()
    page.wait_for_url("**/one_dimension.html#tc-06")
    context.close()


def test_cards_open_from_a_file_and_are_not_printed(browser):
    page = browser.new_page()
    open_page(page, (HTML / PAGE).as_uri())
    page.wait_for_selector(".claim-card", state="attached")
    page.locator(LINK).first.focus()
    page.locator(CARD).wait_for()
    page.emulate_media(media="print")
    assert not page.locator(".claim-card").is_visible()
    page.close()


def test_a_claim_without_a_card_is_a_plain_link(page):
    page.route("**/cards/**", lambda route: route.fulfill(body=""))
    open_page(page, PAGE)
    page.wait_for_selector(".claim-card", state="attached")
    link = page.locator(LINK).first
    link.focus()
    page.wait_for_timeout(300)
    assert page.locator(CARD).count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/one_dimension.html#tc-06")
