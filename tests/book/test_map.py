"""The map shows what chapters need, and what the reader has passed, by pointer and keyboard."""

import re

import pytest

from book.map import drawn
from notebooks import needs, order
from tests.browser import ROOT, open_page

NEEDED = needs.needs(ROOT)


def lines(page):
    return page.locator(".map li[data-chapter]")


def test_every_chapter_is_a_line_and_every_need_a_link_and_an_arc(page):
    open_page(page, "intro.html")
    shown = {}
    for line in lines(page).all():
        links = line.locator(".map-needs a").evaluate_all(
            "links => links.map((link) => link.getAttribute('href'))"
        )
        shown[line.get_attribute("data-chapter")] = [
            re.fullmatch(r"chapters/(.*)\.html", link)[1] for link in links
        ]
    assert shown == {name: list(others) for name, others in NEEDED.items()}
    arcs = page.locator(".map path").evaluate_all(
        "arcs => arcs.map(({ dataset }) => [dataset.from, dataset.to])"
    )
    assert sorted(arcs) == sorted([other, n] for n, others in NEEDED.items() for other in others)


@pytest.mark.parametrize("width", [1280, 375])
def test_each_dot_stands_at_its_line(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, "intro.html")
    for line in lines(page).all():
        box = line.bounding_box()
        dot = page.locator(f'.map circle[data-chapter="{line.get_attribute("data-chapter")}"]')
        at = dot.bounding_box()
        assert abs(at["y"] + at["height"] / 2 - box["y"] - box["height"] / 2) < 2
        assert 0 <= at["x"] < box["x"]


def test_a_chapter_lights_what_it_needs_and_what_needs_it(page):
    open_page(page, "intro.html")
    name = "toeplitz/geometry"
    page.locator(f'.map li[data-chapter="{name}"] a').first.focus()
    for kind, wanted in (
        ("needed", set(NEEDED[name])),
        ("next", {n for n, others in NEEDED.items() if name in others}),
    ):
        lit = page.locator(f".map circle.{kind}").evaluate_all(
            "dots => dots.map((dot) => dot.dataset.chapter)"
        )
        assert set(lit) == wanted and wanted
    page.keyboard.press("Shift+Tab")
    assert page.locator(f'.map circle.here[data-chapter="{name}"]').count() == 0


def test_what_is_passed_is_shown(page):
    open_page(page, "intro.html")
    name = "toeplitz/geometry"
    ids = page.evaluate(f"bookExercises['exercises/{name}']")
    line = page.locator(f'.map li[data-chapter="{name}"]')
    dot = page.locator(f'.map circle[data-chapter="{name}"]')
    assert line.locator(".map-passed").inner_text() == ""
    for passed in (ids[:2], ids):
        page.evaluate("ids => ids.forEach((id) => book.store.setPassed(id, true))", passed)
        open_page(page, "intro.html")
        said = line.locator(".map-passed").inner_text()
        assert said == f"{len(passed)} of {len(ids)} passed"
        assert ("passed" in (dot.get_attribute("class") or "")) == (passed == ids)


def test_the_first_page_says_what_is_still_to_be_written(page):
    open_page(page, "intro.html")
    parts = order.parts(ROOT)
    said = page.get_by_text("Still to be written:").inner_text()
    for part in parts:
        assert (f"{part.number} {part.title}" in said) == (not part.chapters)


def test_a_title_is_text_and_claims_are_counted():
    parts = [order.Part(0, "a", "A & B", ("one", "two"))]
    titles = {"a/one": "x < y", "a/two": "Two"}
    html = drawn(parts, titles, {"a/one": {}, "a/two": {"a/one": ["tc-01", "tc-02"]}})
    assert "0 A &amp; B" in html and ">0.1 x &lt; y</a>" in html
    assert "needs no other chapter" in html
    assert '>0.1</a> <span title="TC-01, TC-02">(2 claims)</span>' in html
