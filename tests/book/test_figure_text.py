"""The text sets figures, the address keeps what was set, and a figure says itself in Python."""

import json
import re

import nbformat
import pytest

import figures
from notebooks import rules, shown
from tests.browser import (
    HTML,
    open_page,
    problems_of_accessibility,
    put,
    readout,
)

LAYER = "chapters/toeplitz/local_weights.html"
FORMATS = "chapters/numbers/number_formats.html"
LOCAL = "a.set-link[href*='weight_matrix.local=true']"


def state_of(host):
    return host.evaluate("host => ({ ...host.model.state })")


def said_by(figure):
    return figure.locator(".fig-said code").inner_text()


@pytest.fixture
def layer(page):
    open_page(page, LAYER)
    return page.locator("#weight_matrix")


def test_a_link_sets_the_figure_by_keyboard_and_marks_it(page, layer):
    assert "weights to learn: 80 " in readout(layer)
    layer.evaluate("host => host.scrollIntoView({ behavior: 'instant' })")
    before = page.evaluate("scrollY")
    page.locator(LOCAL).first.evaluate("link => link.focus({ preventScroll: true })")
    page.keyboard.press("Enter")
    assert "weights to learn: 24 " in readout(layer)  # which is a live region
    assert "is-set" in layer.get_attribute("class")
    assert page.evaluate("scrollY") == before  # it was in sight
    assert problems_of_accessibility(page, within="#weight_matrix, a.set-link:focus") == []


def test_a_figure_out_of_sight_comes_into_sight(page, layer):
    page.set_viewport_size({"width": 375, "height": 400})
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    assert layer.bounding_box()["y"] + layer.bounding_box()["height"] < 0
    page.locator(LOCAL).first.evaluate("link => link.click()")
    page.wait_for_function(
        """() => { const box = document.getElementById("weight_matrix").getBoundingClientRect();
        return box.top < 400 && box.bottom > 0 }"""
    )


def test_the_address_keeps_what_differs_and_nothing_else(page, layer):
    put(layer, "K", 5)
    put(layer, "shared", True)
    page.wait_for_url("**/local_weights.html?weight_matrix.K=5&weight_matrix.shared=true")
    page.reload()
    page.wait_for_selector("html[data-figures=started]")
    assert "weights to learn: 15 " in readout(layer)  # 10 + 6 - 1
    assert layer.locator("[data-name=K]").input_value() == "5"
    assert layer.locator("[data-name=shared]").is_checked()
    put(layer, "shared", False)
    page.wait_for_url("**/local_weights.html?weight_matrix.K=5")
    layer.get_by_role("button", name="Reset").click()
    page.wait_for_url("**/local_weights.html")
    assert "weights to learn: 80 " in readout(layer)
    assert layer.get_by_role("button", name="Reset").is_disabled()


def test_going_back_leaves_the_page_and_coming_back_finds_the_figure_as_it_was(page, layer):
    open_page(page, FORMATS)
    open_page(page, LAYER)
    for width in (4, 5, 6):
        put(layer, "K", width)
        page.wait_for_url(f"**?weight_matrix.K={width}")
    page.go_back()
    page.wait_for_url(f"**/{FORMATS}")
    page.go_forward()
    page.wait_for_selector("html[data-figures=started]")
    assert layer.locator("[data-name=K]").input_value() == "6"


def test_reset_undoes_values_that_hang_on_each_other(page):
    open_page(page, FORMATS)
    bits = page.locator("#float_bits")
    start, first = state_of(bits), readout(bits)
    bits.locator("select").select_option("BF16")  # which rounds the number and writes its code
    assert readout(bits) != first
    bits.get_by_role("button", name="Reset").click()
    assert state_of(bits) == start and readout(bits) == first


def test_reset_undoes_values_that_bound_each_other(page):
    open_page(page, LAYER)
    figure = page.locator("#weight_matrix")
    start = figure.evaluate("host => host.model.start")
    put(figure, "n", 2)  # and so K, which stands before n in the state
    assert figure.locator("[data-name=K]").input_value() == "2"
    figure.get_by_role("button", name="Reset").click()
    n, K = start["n"], start["K"]
    assert f"{(n - K + 1) * n}" in readout(figure)
    assert figure.locator("[data-name=K]").input_value() == str(K)


@pytest.mark.parametrize(
    "search",
    [
        "weight_matrix.K=nan",
        "weight_matrix.n=1",
        "weight_matrix.n=",
        "weight_matrix.local=5",
        "weight_matrix.title=x",
        "weight_matrix.none=1",
        "reach.K=99",
        "equivariance.padding=nonsense",
        "equivariance.x=1,2",
        "weight_matrix.__proto__=1",
    ],
)
def test_an_address_that_no_figure_can_show_is_passed_over(page, search):
    open_page(page, f"{LAYER}?{search}")
    assert "weights to learn: 80 " in readout(page.locator("#weight_matrix"))
    for figure in ("weight_matrix", "reach", "equivariance"):
        assert page.locator(f"#{figure}").get_by_role("button", name="Reset").is_disabled()
    assert page.problems == []


def test_the_link_of_a_figure_leads_to_it_as_it_is(page, layer):
    figure = page.locator("#reach")
    put(figure, "layers", 3)
    shown_there = readout(figure)
    figure.get_by_role("button", name="Link").click()
    address = said_by(figure)
    assert address.endswith("local_weights.html?reach.layers=3#reach")
    page.goto("about:blank")
    open_page(page, address)
    assert readout(page.locator("#reach")) == shown_there
    page.wait_for_function(
        "() => { const { y } = reach.getBoundingClientRect(); return 0 <= y && y < 900 }"
    )
    page.locator("#reach").get_by_role("button", name="Link").press("Enter")
    assert problems_of_accessibility(page, within="#reach") == []


@pytest.mark.parametrize("moves", [False, True])
def test_what_the_address_names_stays_in_view_when_figures_grow_late(page, moves):
    """Where the browser does not follow it; but whoever has begun to scroll is left in peace."""
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => (document.body.style.overflowAnchor = 'none'))"
    )
    waiting = []
    page.route("**/_static/figures/kit.js*", lambda route: waiting.append(route))
    page.goto(f"{LAYER}#reach", wait_until="commit")
    page.wait_for_function(
        "() => document.querySelector(':target')?.getBoundingClientRect().y < 900"
    )
    while not waiting:
        page.wait_for_timeout(10)
    page.evaluate("() => scrollBy({ top: 1, behavior: 'instant' })")  # the browser follows no more
    if moves:
        page.keyboard.press("Home")
        page.wait_for_function("() => scrollY === 0")
    for route in waiting:
        route.continue_()
    page.wait_for_selector("html[data-figures=started]")
    if moves:
        assert page.evaluate("() => scrollY") == 0
    else:
        page.wait_for_function(
            "() => { const { y } = reach.getBoundingClientRect(); return 0 <= y && y < 900 }"
        )


def test_every_figure_says_itself_in_python(page):
    """What it says makes a figure of that state; where it computes, it names what to change."""
    told = 0
    for name in (LAYER, FORMATS):
        open_page(page, name)
        for host in page.locator(".fig-host").all():
            before = state_of(host)
            slider = host.locator("input[type=range]").first
            if slider.count():
                slider.press("ArrowRight")
                if state_of(host) == before:  # at its end
                    slider.press("ArrowLeft")
            elif host.locator("select").count():
                host.locator("select").first.select_option(index=1)
            else:
                continue
            if state_of(host) == before:
                continue  # it has one state
            host.get_by_role("button", name="Python").click()
            said = said_by(host)
            kind, _, rest = said.partition("(")
            assert kind in dir(figures) and rest.endswith(")"), said
            state = state_of(host)
            call = json.loads(host.get_attribute("data-call"))
            given = [*call["args"], *call["keywords"].values()]
            if any(re.match(r"[a-z]\w*", text) for text in given):  # a name of the page's own
                changed = {key for key in state if state[key] != before[key]}
                assert all(f"{key}={state[key]}" in rest for key in changed), said
            else:
                made = eval(said, {kind: getattr(figures, kind)}).state()
                assert {key: made[key] for key in state} == state | {
                    "title": made["title"],
                    "alt": made["alt"],
                }
            told += 1
    assert told > 5


def test_a_page_of_a_file_keeps_its_figures_in_the_address(browser):
    page = browser.new_page()
    open_page(page, (HTML / LAYER).as_uri())
    page.locator(LOCAL).first.click()
    page.wait_for_function("location.search === '?weight_matrix.local=true'")
    page.reload()
    page.wait_for_selector("html[data-figures=started]")
    assert "weights to learn: 24 " in readout(page.locator("#weight_matrix"))
    page.emulate_media(media="print")
    assert not page.locator(".fig-menu").first.is_visible()
    page.close()


def test_without_scripts_a_link_leads_to_its_figure(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(LAYER)
    page.locator(LOCAL).first.click()
    page.wait_for_url("**#weight_matrix")
    page.locator("#weight_matrix").wait_for()
    context.close()


def host(name, **state):
    html = f'<div class="fig-host" data-figure="{name}"><script type="application/json">'
    cell = nbformat.v4.new_code_cell("F()")
    text = f"{html}{json.dumps(state)}</script></div>"
    cell.outputs = [nbformat.v4.new_output("display_data", {"text/html": text})]
    return cell


@pytest.mark.parametrize(
    ("link", "line"),
    [
        ("#set?kappa=5", "what one figure has, got kappa for rows"),
        ("#reach?n=5", "n of reach to a number from 19 to 31, got 5"),
        ("#reach?n=20.5", "n of reach to a whole number, got 20.5"),
        ("#reach?n=many", "n of reach to a number, got many"),
        ("#set?local=1", "local of reach to true or false, got 1"),
        ("#rows?K=4", "K of rows to one of 3.0, 5.0, got 4"),
        ("#spiral?n=5", "a figure of the page (reach, rows), got spiral"),
        ("#set?", "something, as in #set?K=5"),
    ],
)
def test_a_link_that_cannot_set_a_figure_breaks_a_rule(link, line):
    notebook = nbformat.v4.new_notebook(
        cells=[
            host("reach", n=21, local=True, bounds={"n": [19, 31]}),
            host("rows", labels=["window K"], values=[[3.0, 5.0]], first=0),
            nbformat.v4.new_markdown_cell(f"Now [this]({link}), not `[that]({link})`."),
        ]
    )
    (found,) = shown.problems(notebook)
    assert found.endswith(f"{link}: a link must set {line}") and found.startswith("cell 2 (")
    assert shown.problems in rules.RULES["chapters"]


def test_the_nearest_figure_that_can_be_set_is_set():
    text = nbformat.v4.new_markdown_cell
    notebook = nbformat.v4.new_notebook(
        cells=[
            host("one", n=1),
            text("[a](#set?n=2)"),
            host("two", n=1, k=1),
            text("[b](#set?n=2) `[not](#set?n=3)`\n\n## Next\n\n[c](#set?n=2) [d](#set?k=2)"),
            host("one", n=1),
            text("[e](#set?n=2) [f](#one?n=2) [g](#one-2?n=2) [h](#set?k=2)"),
        ]
    )
    aims = [link.figure for link in shown.links(notebook)]
    assert aims == ["one", "two", "one-2", "two", "one-2", "one", "one-2", "two"]
