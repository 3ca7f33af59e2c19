"""Every page: quiet, complete, accessible, readable on a phone, alive."""

import numpy as np
import pytest

from mathlib.toeplitz.convolution import convolve, correlate, output_length, weight_count
from mathlib.toeplitz.matrices import circulant_matrix
from tests.browser.conftest import HTML, NUMBERS, ROOT, open_page, pages, put, put_bars, readout

AXE = (ROOT / "book/node_modules/axe-core/axe.min.js").read_text("utf-8")
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
CUT_FORMULAS = """[...document.querySelectorAll(".katex-display")].filter((formula) => {
  const parts = [...formula.querySelectorAll(".base")].map((b) => b.getBoundingClientRect().right);
  return Math.max(...parts) > formula.getBoundingClientRect().right + 1;
}).map((formula) => formula.textContent)"""
FIGURE_PAGES = [name for name in pages() if "fig-host" in (HTML / name).read_text("utf-8")]


def problems_of_accessibility(page, rules=EVERYTHING, without=()):
    page.evaluate(AXE)
    return page.evaluate(
        """async ([runOnly, exclude]) => (await axe.run({exclude}, {runOnly}))
        .violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 100)).join(' | '))""",
        [rules, [[selector] for selector in without]],
    )


@pytest.mark.parametrize("name", pages())
def test_a_page_is_quiet_complete_and_fits_a_phone(page, name):
    open_page(page, name)
    assert page.locator("article h1").count() == 1
    assert page.locator(".katex-error").count() == 0
    assert page.locator(".fig-host:not([data-live])").count() == 0
    page.set_viewport_size({"width": 375, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CUT_FORMULAS) == []
    assert page.problems == []


@pytest.mark.parametrize("name", pages())
def test_axe_finds_nothing(page, name):
    """Everything in light; in dark, where the colours alone differ, their contrast.

    Code and formulas are coloured by one style for all pages, and are most of the work: they are
    looked at in the first chapter, its exercises and its solutions.
    """
    without = [".highlight", ".cm-editor", ".katex-html"]
    if name.endswith("local_weights.html"):
        without = []
    for theme, rules in (("light", EVERYTHING), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=theme)
        open_page(page, name)
        assert page.evaluate("document.documentElement.dataset.theme") == theme
        assert problems_of_accessibility(page, rules, without) == [], theme


@pytest.mark.parametrize("name", FIGURE_PAGES)
def test_every_control_of_every_figure_moves_it(page, name):
    open_page(page, name)
    figures = page.locator(".fig-host")
    assert figures.count() > 0
    for number in range(figures.count()):
        figure = figures.nth(number)

        def shown(figure=figure):
            return (
                figure.locator(".fig-view").inner_html()
                + figure.locator(".fig-readout").inner_text()
            )

        controls = figure.locator("input, select, [role=slider]")
        assert controls.count() > 0
        for at in range(controls.count()):
            control, before = controls.nth(at), shown()
            kind = control.get_attribute("type") or control.evaluate("e => e.tagName")
            control.focus()
            if kind == "checkbox":
                page.keyboard.press("Space")
            else:
                for key in ("ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown"):
                    page.keyboard.press(key)
                    if shown() != before:
                        break
            assert shown() != before, f"{figure.get_attribute('data-figure')}: control {at} is dead"
    assert page.problems == []


def test_a_bar_is_dragged_with_the_pointer(page):
    open_page(page, NUMBERS + "one_dimension.html")
    flip = page.locator("[data-figure=flip]")
    bar = flip.locator("[role=slider]").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 2)
    page.mouse.up()
    assert bar.get_attribute("aria-valuenow") == "3"


# The numbers that the figures show are those of mathlib


@pytest.mark.parametrize(("n", "K"), [(10, 3), (20, 20), (2, 1), (13, 5)])
def test_the_weight_matrix_counts_as_mathlib_does(page, n, K):
    open_page(page, NUMBERS + "local_weights.html")
    figure = page.locator("[data-figure=weight_matrix]").first
    put(page, figure, "n", n)
    put(page, figure, "K", K)
    for local in (False, True):
        for shared in (False, True):
            put(page, figure, "local", local)
            put(page, figure, "shared", shared)
            count = weight_count(n, K, local, shared)
            nonzero = weight_count(n, K, local, False)
            m = n - K + 1
            assert f"weights to learn: {count} " in readout(figure)
            assert f"nonzero entries: {nonzero} of {m * n}" in readout(figure)
            assert figure.locator("rect").count() == m * n


def test_the_sliding_window_shows_the_correlation(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=sliding_window]")
    for i, y in enumerate(correlate([1, 2, 4, 8, 16], [1, 10, 100])):
        put(page, figure, "i", i)
        assert readout(figure).endswith(f"= {y}")


def test_flip_shows_both_operations_on_a_drawn_signal(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=flip]")
    x, k = [3, -1, 0, 2, -3, 1, 0, 2], [1, 2, 3]
    put_bars(page, figure, "x", x)
    for flipped, y, first in ((False, correlate(x, k, "full"), -2), (True, convolve(x, k), 0)):
        put(page, figure, "flipped", flipped)
        for step, value in enumerate(y):
            put(page, figure, "step", step)
            assert readout(figure).endswith(f"at {first + step}: {value}")


def test_the_product_grid_sums_convolution_and_correlation(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=product_grid]").first
    f, g = [1, 2, 3], [0, 1, 5]
    for swapped in (False, True):
        put(page, figure, "swapped", swapped)
        a, b = (g, f) if swapped else (f, g)
        for operation, sums in (
            ("anti-diagonals", convolve(a, b)),
            ("diagonals", correlate(a, b, "full")),
        ):
            put(page, figure, "operation", operation)
            assert readout(figure) == "sums: " + ", ".join(map(str, sums))


def test_modes_count_as_mathlib_does(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=modes]")
    for n, K in [(6, 3), (1, 1), (9, 6), (4, 4), (2, 5)]:
        put(page, figure, "n", n)
        put(page, figure, "K", K)
        full, same = output_length(n, K, "full"), output_length(n, K, "same")
        valid = output_length(n, K, "valid") if K <= n else "none: no window fits"
        assert readout(figure) == f"full {full}, same {same}, valid {valid}"


def test_stacked_kernels_show_their_convolution(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=stacked_kernels]")
    k, l = [2, -3, 1], [-1, 3]  # noqa: E741
    put_bars(page, figure, "k", k)
    put_bars(page, figure, "l", l)
    expected = ", ".join(map(str, convolve(k, l)))
    assert readout(figure) == f"first row of the product: {expected}"


def test_the_circulant_shows_its_eigenvalues(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=circulant_response]")
    presets = {
        "blur": [0, 0.25, 0.5, 0.25, 0],
        "edge": [0, -0.5, 0, 0.5, 0],
        "shift": [0, 0, 0, 1, 0],
    }
    for name, c in presets.items():
        figure.locator("[data-name=preset]").select_option(name)
        column = np.roll(np.pad(c, (0, 11)), -2)
        eigenvalues = np.linalg.eigvals(circulant_matrix(column))
        for frequency in range(9):
            put(page, figure, "frequency", frequency)
            shown = float(readout(figure).split("scaled by ")[1].split(",")[0])
            assert abs(shown - abs(np.fft.fft(column)[frequency])) < 6e-4
            assert np.abs(np.abs(eigenvalues) - shown).min() < 6e-4


def test_the_largest_difference_is_zero_on_a_circle_only(page):
    open_page(page, NUMBERS + "local_weights.html")
    figure = page.locator("[data-figure=equivariance]")
    x, k = np.array([0, 0, 0, 1, 3, 2, 0, 0, 0, 0, 0, 0]), [1, 2, -1]
    for shift in range(12):
        put(page, figure, "shift", shift)
        put(page, figure, "padding", "circular")
        assert readout(figure) == "largest difference: 0"
        put(page, figure, "padding", "zero")
        there = correlate(np.roll(x, shift), k, "same")
        wrong = np.abs(there - np.roll(correlate(x, k, "same"), shift))
        assert readout(figure).startswith(f"largest difference: {wrong.max()}")


def test_reach_counts_the_cone(page):
    open_page(page, NUMBERS + "local_weights.html")
    figure = page.locator("[data-figure=reach]")
    for layers in (1, 3, 6):
        for K in (1, 2, 4):
            put(page, figure, "layers", layers)
            put(page, figure, "K", K)
            seen = np.ones(1)
            for _ in range(layers):
                seen = convolve(seen, np.ones(K))
            assert readout(figure).startswith(f"inputs seen: {len(seen)} ")


def test_the_curves_are_those_of_python(page):
    open_page(page, NUMBERS + "local_weights.html")
    figure = page.locator("[data-figure=curves]")
    for at, K in enumerate([3, 5, 9, 17]):
        for cursor in (0, 4, 9):
            put(page, figure, "first", at)
            put(page, figure, "cursor", cursor)
            n = 2 ** (5 + cursor)
            shown = [
                int(part.split()[-1].replace(",", "")) for part in readout(figure).split(" · ")
            ]
            cases = [(0, 0), (1, 0), (0, 1), (1, 1)]
            expected = [weight_count(n, K, *case) for case in cases]
            assert shown == expected


# What may go wrong


def test_a_figure_that_fails_says_so_and_leaves_the_page_working(page):
    page.route("**/figures/reach.js", lambda route: route.abort())
    open_page(page, NUMBERS + "local_weights.html")
    line = page.locator("[data-figure=reach] .fig-failed")
    assert line.inner_text() == "This figure could not start: figures/reach.js could not be loaded."
    assert page.locator(".fig-host[data-live]").count() == page.locator(".fig-host").count() - 1


def test_figures_are_alive_from_a_file(browser):
    page = browser.new_page()
    page.goto((HTML / NUMBERS / "one_dimension.html").as_uri())
    page.wait_for_selector("html[data-figures=started]")
    assert page.locator(".fig-host:not([data-live])").count() == 0
    page.close()


def test_a_mark_leads_to_its_check_and_back(page):
    open_page(page, NUMBERS + "local_weights.html")
    page.locator("section:has(> #tc-04) .claim-mark a").first.click()
    assert page.url.endswith("#check-tc-04")
    check = page.locator("#check-tc-04")
    assert "assert counts ==" in check.inner_text()
    check.locator(".check-of a").click()
    assert page.url.endswith("#tc-04")


def test_the_dense_toeplitz_matrix_has_a_number_for_each_diagonal(page):
    open_page(page, NUMBERS + "one_dimension.html")
    figure = page.locator("[data-figure=frames]")
    for first, m in enumerate((1, 4, 8)):
        for second, n in enumerate((1, 4, 8, 12)):
            put(page, figure, "first", first)
            put(page, figure, "second", second)
            assert readout(figure) == f"{m * n} entries, {m + n - 1} numbers"
            assert figure.locator(".fig-frame svg").count() == 1
