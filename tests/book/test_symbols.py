"""A symbol is lit in formula and figure at once, says what it means, and shows its number."""

import json
import re

import pytest
from docutils import nodes

from book.symbols import hold, marked, unnamed
from tests.browser import HTML, open_page, problems_of_accessibility, put

PAGE = "chapters/toeplitz/one_dimension.html"
ROLES = {"x": "input", "k": "kernel", "y": "output"}
CARD = ".claim-card:not([hidden])"


def bare(tex):
    """A marked formula without its marks."""
    before = None
    while tex != before:
        before, tex = tex, re.sub(r"\\htmlData\{[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}", r"\1", tex)
    return tex


@pytest.mark.parametrize(
    ("tex", "names"),
    [
        (r"y_i = k_0\, x_i + k_1\, x_{i+1}", ["y_i", "k_0", "x_i", "k_1", "x_i+1"]),
        (r"\hat y + \bar{x} + x'", []),  # another letter each
        (r"\operatorname{exp} x + \text{with x} + \mathrm x", ["x"]),
        (r"\begin{gathered} x \\[2ex] y \end{gathered}", ["x", "y"]),
        (r"\left(x\right) + \lVert x\rVert", ["x", "x"]),
    ],
)
def test_the_letters_of_a_figure_are_marked_and_nothing_else_is_changed(tex, names):
    made = marked(tex, ROLES)
    assert re.findall(r"number=([^,}]*)", made) == names
    assert bare(made) == tex


def test_a_letter_without_braces_is_given_some():
    assert marked(r"\sqrt x", ROLES) == r"\sqrt {\htmlData{symbol=x,role=input,number=x}{x}}"
    assert marked("2^k", ROLES) == r"2^{\htmlData{symbol=k,role=kernel,number=k}{k}}"


def test_what_is_multiplied_is_known():
    times = [",times=1" in m for m in re.findall(r"\{symbol=[^}]*\}", marked(
        r"x = 2x\, y + (y)k \sum_{j} x \cdot k + \frac{x}{y} k", ROLES))]  # fmt: skip
    assert times == [False, True, True, False, True, False, False, False, False, True]


def test_a_letter_that_no_figure_has_is_named():
    assert unnamed("y_i = k_0 x_i", ROLES) == []
    assert unnamed(r"y_i = \alpha k_0 + z_j", ROLES) == ["j", "z", "\u03b1"]


@pytest.fixture
def window(page):
    open_page(page, PAGE)
    page.wait_for_selector(".claim-card", state="attached")
    page.wait_for_function("document.querySelector('.math[tabindex]')")
    return page.locator("#sliding_window")


def test_a_formula_stays_in_the_line_of_the_signs_beside_it():
    def held(*children):
        doctree = nodes.Element("", nodes.paragraph("", "", *children))
        hold(None, doctree, "")
        return [node.astext() for node in doctree.findall(nodes.inline)], doctree.astext()

    math, text, link = (lambda t: nodes.math(t, t)), nodes.Text, nodes.reference("", "")
    assert held(text("so "), math("a"), text(", and")) == (["a,"], "so a, and")
    assert held(text("so ("), math("a"), text("-norm), ")) == (["(a-norm),"], "so (a-norm), ")
    assert held(math("a"), text("/"), math("b"), text(" c"), math("d")) == ([], "a/b cd")
    link += [text("set "), math("a")]
    assert held(text("so ("), link, text("; now")) == (["(set a;"], "so (set a; now")


@pytest.mark.browser
def test_no_comma_stands_at_the_beginning_of_a_line(page):
    open_page(page, PAGE)
    for width in range(320, 420, 7):
        page.set_viewport_size({"width": width, "height": 800})
        alone = """[...document.querySelectorAll(".held")].filter((held) => {
          const formula = [...held.querySelectorAll(".katex-html > .base")].at(-1);
          const place = document.createRange(), text = held.lastChild;
          if (text.nodeType !== Node.TEXT_NODE || !formula) return false;
          place.selectNode(text);
          return place.getBoundingClientRect().top > formula.getBoundingClientRect().bottom;
        }).length"""
        assert page.locator(".held").count() > 5 and page.evaluate(alone) == 0


def test_a_formula_is_trusted_with_nothing_else_and_copied_as_it_was_written(site):
    text = (HTML / PAGE).read_text("utf-8")
    assert "data-symbol=" in text and "htmlData" not in text and "katex-error" not in text
    notation = (HTML / "notation.html").read_text("utf-8")
    assert "data-symbol=" not in notation  # no figure draws there


def test_a_letter_lights_where_its_figure_draws_it_and_not_elsewhere(page, window):
    symbol = page.locator(".katex-html [data-symbol=x]").first
    symbol.hover()
    lit = page.locator(".katex .lit")
    assert lit.count() > 1
    assert set(lit.evaluate_all("all => all.map(at => at.dataset.symbol)")) == {"x"}
    sections = page.evaluate(
        """() => [...document.querySelectorAll(".lit")].map(at => at.closest("section").id)"""
    )
    assert set(sections) == {window.evaluate("at => at.closest('section').id")}
    page.mouse.move(1, 1)
    page.wait_for_function("!document.querySelector('.lit')")


def test_a_part_of_a_figure_lights_its_letter_in_the_formula(page, window):
    part = window.locator("svg [data-symbol=x]").first
    part.evaluate(
        "at => at.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))"
    )
    lit = page.locator(".katex-html .lit")
    assert lit.count() > 0 and lit.first.get_attribute("data-symbol") == "x"


def test_letters_have_the_colour_of_their_role_in_both_themes(page, window):
    page.add_style_tag(content="* { transition: none !important; }")  # or colours fade in
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        colours = page.evaluate(
            """() => {
            const probe = document.createElement("span");
            probe.style.color = "var(--role-input)";
            document.body.append(probe);
            const at = document.querySelector(".katex-html [data-role=input]");
            return [getComputedStyle(at).color, getComputedStyle(probe).color];
            }"""
        )
        assert colours[0] == colours[1]
        assert page.problems == []
        assert problems_of_accessibility(page, within=".katex-html [data-role]") == []
        page.problems.clear()  # axe looks for styles that are not there


def test_any_letter_says_what_it_means_on_this_page(page, window):
    known = json.loads(
        (HTML / "_static/cards/symbols" / PAGE.replace(".html", ".js"))
        .read_text("utf-8")
        .partition("=")[2]
        .rstrip(";\n")
    )
    assert "gradient" not in known["g"] and "sequences" in known["g"]
    letter = page.locator(".katex-html .mathnormal", has_text=re.compile("^g$")).first
    letter.hover()
    card = page.locator(CARD)
    card.wait_for()
    assert "finite sequences" in card.inner_text()
    assert problems_of_accessibility(page, within=CARD) == []
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_the_arrow_keys_go_through_the_symbols(page, window):
    formula = page.locator(".math[tabindex='0']").first
    before = page.locator("h1").first
    before.evaluate("at => { at.tabIndex = -1; at.focus() }")
    formula.evaluate("at => at.focus({ focusVisible: true })")
    seen = []
    for _ in range(4):
        seen.append(page.locator(".is-current").get_attribute("data-number"))
        page.locator(CARD).wait_for()
        page.keyboard.press("ArrowRight")
    assert len(set(seen)) > 1
    assert "what goes in" in page.locator(CARD).inner_text()
    page.wait_for_function(
        "[...document.querySelectorAll('.visually-hidden[role=status]')].some(at => at.textContent)"
    )
    assert problems_of_accessibility(page, within=f"{CARD}, .math:has(.is-current)") == []


def test_a_word_of_the_notation_has_a_place_and_a_card(site):
    cards = (HTML / "_static/cards/notation.js").read_text("utf-8")
    text = (HTML / "notation.html").read_text("utf-8")
    words = json.loads(cards.partition("]=")[2].rstrip(";\n"))
    assert len(words) > 9
    for id, word in words.items():
        assert f'id="{id}"' in text and word["title"] and word["statement"]


def test_a_link_to_a_word_shows_its_card(page, window):
    link = page.locator("a.claim-link[href$='notation.html#term-toeplitz']").first
    link.focus()
    card = page.locator(CARD)
    card.wait_for()
    assert card.inner_text().startswith("Toeplitz") and "checked" not in card.inner_text()
    assert problems_of_accessibility(page, within=CARD) == []


def test_a_formula_shows_the_numbers_of_its_figure_while_it_moves(page):
    from mathlib.toeplitz.convolution import correlate

    open_page(page, PAGE)
    button = page.locator(".numbers-switch").first
    box = page.locator(".with-numbers").first
    figure = page.locator(f"#{box.get_attribute('data-of')}")
    formula = box.locator(".katex-html")
    letters = formula.inner_text()
    state = figure.evaluate("host => ({ ...host.model.state })")
    button.click()
    for i in range(3):
        put(figure, "i", i)
        y = correlate(state["x"], state["k"])[i]
        terms = [(k, state["x"][i + j]) for j, k in enumerate(state["k"])]
        shown = [
            float(re.sub(r"[^-\d.]", "", text.replace("\N{MINUS SIGN}", "-")))
            for text in box.locator(".is-number").all_inner_texts()
        ]
        assert shown == [y, *(v for pair in terms for v in pair)]
    assert problems_of_accessibility(page, within=".with-numbers") == []
    button.click()
    assert formula.inner_text() == letters


def test_without_scripts_and_in_print_the_formula_is_whole(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    assert page.locator(".katex-html [data-symbol=x]").first.is_visible()
    context.close()
