"""Every page: quiet, complete, accessible, readable on a phone, alive. One load answers all."""

import os
import subprocess

import pytest

from notebooks import shown
from notebooks.files import edition, read
from tests.browser import (
    AUDIT,
    EVERYTHING,
    HTML,
    ROOT,
    open_page,
    pages,
    pages_with,
    problems_of_accessibility,
    weight,
)

CUT_FORMULAS = """[...document.querySelectorAll(".katex-display")].filter((formula) => {
  const parts = [...formula.querySelectorAll(".base")].map((b) => b.getBoundingClientRect().right);
  return Math.max(...parts) > formula.getBoundingClientRect().right + 1;
}).map((formula) => "a formula is cut on a phone: " + formula.textContent)"""
WIDE = "article table, article .highlight pre, .pst-scrollable-table-container"
# What is folded is looked at unfolded: a fold that is shut is narrow, and hides what it holds.
CUT_WIDE = """(wide) => {
  const folds = [...document.querySelectorAll("article details:not([open])")];
  for (const fold of folds) fold.open = true;
  const cut = [...document.querySelectorAll(wide)]
    .filter((node) => node.scrollWidth > node.clientWidth + 1)
    .map((node) => "it is cut on a screen: " + node.textContent.trim().slice(0, 60));
  for (const fold of folds) fold.open = false;
  return cut;
}"""
HEAVIEST = 500_000  # bytes, compressed
COLOURED = (".highlight", ".cm-editor", ".katex-html")  # by one style for all pages


def kind(name):
    """Pages of one kind are made of the same parts, so that axe sees no more on a second one."""
    folder = name.partition("/")[0]
    return folder if "/" in name else name


def changed():
    """The pages whose source differs from the last commit but one."""
    command = ["git", "diff", "--name-only", "HEAD~1"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return {line.rpartition(".")[0] + ".html" for line in told.splitlines()}


def looked_at_by_axe():
    first = {kind(name): name for name in reversed(pages())}
    return set(pages()) if AUDIT else {*first.values(), *changed()}


AXE = looked_at_by_axe()
CHOSEN = os.environ.get("PAGES")  # `make check` names the pages that a change touches
FIRST = {kind(name): name for name in reversed(pages())}


def test_there_are_pages_of_every_kind(site):
    assert {"chapters", "exercises", "solutions", "intro.html", "checked.html"} <= set(FIRST)


@pytest.mark.parametrize("name", pages() if CHOSEN is None else CHOSEN.split())
def test_a_page_is_quiet_complete_alive_and_fits_a_phone(page, name):
    open_page(page, name)
    found = [*missing(page), *low(page, name), *numberless(page), *page.evaluate(DEAD)]
    found += [*dead_links(page, name), *too_heavy(page)]  # a link may leave a control nothing to do
    if name.startswith("chapters/"):
        found += page.evaluate(CUT_WIDE, WIDE)
    page.set_viewport_size({"width": 375, "height": 740})
    if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
        found.append("it is wider than a phone")
    found += page.evaluate(CUT_FORMULAS) + page.problems
    if name in AXE:
        page.set_viewport_size({"width": 1280, "height": 900})
        found += inaccessible(page, name, "light") + inaccessible(page, name, "dark")
    assert found == []


def missing(page):
    if page.locator("article h1").count() != 1:
        yield "it must have one title"
    for error in page.locator(".katex-error").all_text_contents():
        yield f"a formula is broken: {error}"
    for figure in page.locator(".fig-host:not([data-live])").all():
        yield f"a figure did not start: {figure.get_attribute('data-figure')}"


def too_heavy(page):
    if weight(page) > HEAVIEST:
        yield f"it must weigh at most {HEAVIEST} bytes, got {weight(page)}"


def inaccessible(page, name, theme):
    """Everything in light; in dark, where the colours alone differ, their contrast.

    Code and formulas are most of the work: a page of each folder is looked at with them.
    """
    page.add_style_tag(content="* { transition: none !important; }")  # or colours fade in
    page.emulate_media(color_scheme=theme)
    page.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)
    rules = EVERYTHING if theme == "light" else ["color-contrast"]
    without = () if "/" in name and name == FIRST[kind(name)] else COLOURED
    return [f"{theme}: {line}" for line in problems_of_accessibility(page, rules, without)]


# What a reader does with the keyboard, in one call: a page has many controls, and a figure draws at
# once. A key that the page does not take itself does what a browser does.
DEAD = """() => {
  const controls = (host) => // that are there: some settings ask for one more
    [...host.querySelectorAll("input, select, [role=slider]")].filter((c) => c.offsetParent !== null);
  const shown = (host) =>
    host.querySelector(".fig-view").innerHTML + host.querySelector(".fig-readout").textContent +
    (host.querySelector(".fig-predict output")?.textContent ?? ""); // a guess may wait unseen
  const KEYS = { checkbox: [" "], text: ["1", "Enter"] };
  const say = (control, ...kinds) =>
    kinds.forEach((kind) => control.dispatchEvent(new Event(kind, { bubbles: true })));

  function press(control, key) {
    const pressed = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    if (!control.dispatchEvent(pressed)) return;
    if (control.type === "checkbox") control.click();
    else if (control.type === "text" && key === "Enter") say(control, "change");
    else if (control.type === "text") { control.value = key; say(control, "input"); }
    else if (control.tagName === "SELECT") {
      const at = control.selectedIndex + (key === "ArrowUp" ? -1 : 1);
      if (at >= 0 && at < control.options.length) control.selectedIndex = at;
      say(control, "input", "change");
    } else if (control.tagName === "INPUT") {
      const step = Number(control.step) || (control.max - control.min) / 100;
      control.value = Number(control.value) + (key === "ArrowUp" ? step : -step);
      say(control, "input", "change");
    }
  }

  function moves(host, control) {
    const before = shown(host);
    control.focus();
    if (document.activeElement !== control) return false;
    const keys = KEYS[control.type] ?? ["ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown"];
    return keys.some((key) => { press(control, key); return shown(host) !== before; });
  }

  const dead = [];
  for (const host of document.querySelectorAll(".fig-host[data-live]")) {
    if (!controls(host).length) dead.push(host.dataset.figure + ": it has no control");
    for (let at = 0; at < controls(host).length; at++) // some go once they have done their work
      if (!moves(host, controls(host)[at])) dead.push(host.dataset.figure + `: control ${at} is dead`);
  }
  return dead;
}"""

# Of each link of the text that sets a figure: does the figure take the values?
UNSET = """(links) => links.filter(([href, figure, values]) => {
  document.querySelector(`a.set-link[href="${href}"]`).click();
  const { state } = document.getElementById(figure).model;
  return values.some(([name, value]) => JSON.stringify(state[name]) !== JSON.stringify(value));
}).map(([href]) => "a link does not set its figure: " + href)"""

# Of each formula with numbers: is there one for each letter?
UNCOUNTED = """() => [...document.querySelectorAll(".with-numbers")].filter((box) => {
  box.querySelector(".numbers-switch").click();
  const letters = box.querySelectorAll(".katex-html [data-number]:not([data-symbol] *)").length;
  return !letters || box.querySelectorAll(".is-number").length !== letters;
}).map((box) => "a formula does not show its numbers: " + box.textContent.slice(0, 60))"""


def dead_links(page, name):
    """Follow every link that sets a figure, from wherever the page has put the figure."""
    if page.locator("a.set-link").count():
        links = shown.links(read((ROOT / name).with_suffix(".ipynb")))
        yield from page.evaluate(UNSET, [[a.href, a.figure, [*a.values]] for a in links])


def numberless(page):
    """Switch every formula that has numbers to its numbers."""
    if page.locator(".with-numbers").count():
        page.wait_for_selector(".numbers-switch")
        yield from page.evaluate(UNCOUNTED)


def low(page, name):
    """In the second edition the first figure that is no guess begins above the fold."""
    if name.startswith("chapters/") and edition(read((ROOT / name).with_suffix(".ipynb"))) > 1:
        top = page.locator(".fig-host:not([data-figure=guess])").first.bounding_box()["y"]
        if top >= 800:
            yield f"its first figure begins below the fold, at {top:.0f} pixels"


# What may go wrong is seen to be seen


def test_a_fault_that_is_planted_in_a_page_is_found(page):
    name = pages_with("flip")[0]
    planted = {
        "h1": "<h1>two</h1>",
        "axe": '<img src="data:,"><input type="range">',
        "wide": '<div style="width:900px;height:1px"></div>',
        "host": '<div class="fig-host" data-figure="none"></div>',
        "table": "<table><tr><td><p style='width:900px'>cut</p></td></tr></table>",
        "cut": '<div class="katex-display">'
        '<span class="base" style="display:inline-block;width:800px">cut</span></div>',
    }
    open_page(page, name)
    add = "html => document.querySelector('article').insertAdjacentHTML('beforeend', html)"
    page.evaluate(add, "".join(planted.values()))
    found = [*missing(page), *inaccessible(page, name, "light")]
    assert any("one title" in line for line in found)
    assert any("did not start: none" in line for line in found)
    assert any("image-alt" in line for line in found)
    assert "it is cut on a screen: cut" in page.evaluate(CUT_WIDE, WIDE)
    page.set_viewport_size({"width": 375, "height": 740})
    assert not page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "a formula is cut on a phone: cut" in page.evaluate(CUT_FORMULAS)


def test_a_page_that_is_too_heavy_is_found(page):
    open_page(page, pages_with("flip")[0])
    assert weight(page) > 200_000 and not list(too_heavy(page))  # fonts, scripts and styles count
    page.asked |= {path.relative_to(HTML).as_posix() for path in HTML.rglob("*.html")}
    assert len(list(too_heavy(page))) == 1


def test_a_page_that_is_not_quiet_or_asks_another_host_is_found(page):
    open_page(page, "intro.html")
    assert page.problems == []
    page.evaluate("console.error('loud'); fetch('http://example.org/').catch(() => 0)")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('thrown'); })")
    page.goto("none.html")
    for problem in ("console: loud", "error: thrown", "outside: http://example.org/", "404: "):
        assert any(line.startswith(problem) for line in page.problems), problem


def test_a_control_that_is_dead_is_found(page):
    open_page(page, pages_with("flip")[0])
    figure = page.locator("[data-figure=flip]")
    figure.evaluate(
        "host => { host.querySelector('.fig-controls').prepend(document.createElement('input')); }"
    )
    assert page.evaluate(DEAD) == ["flip: control 0 is dead"]


def test_a_figure_that_fails_says_so_and_leaves_the_page_working(page):
    page.route("**/figures/reach.js", lambda route: route.abort())
    open_page(page, pages_with("reach")[0])
    line = page.locator("[data-figure=reach] .fig-failed")
    assert line.inner_text() == "This figure could not start: figures/reach.js could not be loaded."
    assert page.locator(".fig-host[data-live]").count() == page.locator(".fig-host").count() - 1


def test_figures_are_alive_from_a_file(browser):
    page = browser.new_page()
    page.goto((HTML / pages_with("flip")[0]).as_uri())
    page.wait_for_selector("html[data-figures=started]")
    assert page.locator(".fig-host:not([data-live])").count() == 0
    page.close()


def test_a_mark_leads_to_its_check_and_back(page):
    open_page(page, "chapters/toeplitz/local_weights.html")
    page.locator("section:has(> #tc-04) .claim-mark a").first.click()
    assert page.url.endswith("#check-tc-04")
    check = page.locator("#check-tc-04")
    assert check.is_visible() and "Fails if one of the four counts" in check.inner_text()
    check.locator(".check-of a").click()
    assert page.url.endswith("#tc-04")


def test_an_exercise_says_what_to_expect_of_it(page):
    page.goto("exercises/toeplitz/back_propagation.html")
    line = page.locator("#ex-tc-33 ~ .claim-mark, section#ex-tc-33 .claim-mark").first
    assert line.inner_text().split(" · ")[1:4] == ["write", "level 3 of 3", "30 min"]
    used = [link.get_attribute("href") for link in line.locator("a").all()][1:]
    assert used[-1] == "../../chapters/toeplitz/back_propagation.html#tc-31" and len(used) == 4
    assert page.get_by_text("fast track").count() == 1
