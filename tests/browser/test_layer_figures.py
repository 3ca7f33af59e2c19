"""The figures of chapters 2.3 to 2.6 show what mathlib computes."""

import itertools
import json

import numpy as np
import pytest

from mathlib.toeplitz.convolution import correlate
from mathlib.toeplitz.doubly_block import correlate2d, doubly_block_toeplitz, patch_matrix
from mathlib.toeplitz.layers import conv_backward, conv_transpose
from mathlib.toeplitz.patches import windows
from mathlib.toeplitz.windows import coverage, output_size, receptive_field
from tests.browser.conftest import NUMBERS, open_page, put, put_bars, readout


def test_the_output_size_is_that_of_the_formula(page):
    open_page(page, NUMBERS + "geometry.html")
    figure = page.locator("[data-figure=output_size]")
    for n, K, s, p, d in [(9, 3, 2, 1, 1), (8, 3, 2, 1, 1), (14, 6, 5, 4, 2), (1, 1, 1, 0, 1),
                          (5, 2, 3, 0, 4), (12, 4, 1, 2, 3), (3, 6, 1, 0, 1)]:  # fmt: skip
        for name, value in zip(
            ("n", "K", "stride", "padding", "dilation"), (n, K, s, p, d), strict=True
        ):
            put(page, figure, name, value)
        try:
            m = output_size(n, K, stride=s, total_padding=2 * p, dilation=d)
        except ValueError:
            assert readout(figure).startswith("no window fits: it spans")
            continue
        left = n + 2 * p - (m - 1) * s - d * (K - 1) - 1
        assert f"+ 1 = {m}\nleft over at the end: {left}" in readout(figure)
        assert figure.locator("rect.fig-cell").count() == n + 2 * p + m * K


def test_the_strips_count_coverage_in_each_mode(page):
    open_page(page, NUMBERS + "geometry.html")
    figure = page.locator("[data-figure=padding_modes]")
    for n, amount, K in [(5, 2, 4), (2, 8, 5), (7, 0, 3), (3, 7, 2)]:
        for name, value in (("n", n), ("amount", amount), ("K", K)):
            put(page, figure, name, value)
        lines = dict(line.split(": ") for line in readout(figure).splitlines())
        assert list(lines) == ["zeros", "replicate", "reflect", "symmetric", "circular"]
        for mode, counts in lines.items():
            expected = coverage(n, K, padding=(amount, amount), mode=mode)
            assert counts == ", ".join(map(str, expected)), mode


@pytest.mark.parametrize(
    ("kernel", "stride", "padding", "dilation"),
    [
        ((3, 3), (1, 1), (0, 0), (1, 1)),
        ((1, 3), (2, 1), (0, 2), (1, 2)),
        ((2, 3), (3, 2), (1, 1), (2, 1)),
    ],
)
def test_the_grid_has_two_axes(page, kernel, stride, padding, dilation):
    open_page(page, NUMBERS + "geometry.html")
    figure = page.locator("[data-figure=output_grid]").first
    chosen = {"kernel": kernel, "stride": stride, "padding": padding, "dilation": dilation}
    for name, pair in chosen.items():
        for axis, value in zip("hw", pair, strict=True):
            put(page, figure, f"{name}_{axis}", value)
    h, w = windows((6, 8), **chosen).out
    counts = np.multiply.outer(*(
        coverage(n, K, stride=s, padding=(p, p), dilation=d)
        for n, K, s, p, d in zip((6, 8), kernel, stride, padding, dilation, strict=True)
    ))  # fmt: skip
    assert readout(figure) == (
        f"outputs: {h} \N{MULTIPLICATION SIGN} {w} = {h * w}\n"
        f"looks at pixels: {counts.sum()}; at the corners {counts[0, 0]}, at most {counts.max()}"
    )
    put(page, figure, "at", h * w - 1)
    assert figure.locator("[data-name=at]").get_attribute("max") == str(h * w - 1)


def test_the_cone_is_as_wide_as_the_receptive_field(page):
    open_page(page, NUMBERS + "geometry.html")
    figure = page.locator("[data-figure=receptive_field]")
    for count, K, s, doubling in itertools.product((1, 3, 4), (1, 2, 4), (1, 2), (False, True)):
        for name, value in (("layers", count), ("K", K), ("stride", s), ("doubling", doubling)):
            put(page, figure, name, value)
        layers = [(K, s, 2**layer if doubling else 1) for layer in range(count)]
        R, J = receptive_field(layers)
        seen = {0}
        for _, stride, dilation in reversed(layers):
            seen = {i * stride + j * dilation for i in seen for j in range(K)}
        assert readout(figure) == (
            f"from the first input seen to the last: {R}; seen: {len(seen)}\n"
            f"neighbouring outputs look {J} apart"
        )


def test_the_pixel_is_a_column_of_one_matrix_and_stands_in_the_other(page):
    open_page(page, NUMBERS + "two_dimensions.html")
    figure = page.locator("[data-figure=image_matrices]")
    K, X = (
        np.array([[1, 2], [3, 4]]),
        np.array([[0, 0, 1, 0], [0, 2, 1, 0], [0, 3, 1, 0], [0, 0, 1, 0]]),
    )
    T = doubly_block_toeplitz(K, 4, 4)
    labels = patch_matrix(np.arange(16).reshape(4, 4), K.shape)
    for pixel in (0, 3, 5, 15):
        put(page, figure, "pixel", pixel)
        copies = int((labels == pixel).sum())
        assert copies == np.count_nonzero(T[:, pixel])
        row, column = divmod(pixel, 4)
        word = "copy" if copies == 1 else "copies"
        assert readout(figure).startswith(
            f"pixel ({row}, {column}): column {pixel} of T, {copies} {word} in M"
        )
    spot = figure.locator("[role=slider][data-name=image]").nth(14)
    spot.focus()
    page.keyboard.press("End")
    X[3, 2] = 3
    expected = ", ".join(map(str, correlate2d(X, K).ravel()))
    assert readout(figure).endswith(f"vec(Y): {expected}")
    spot.click()  # the next value after 3 is 0
    X[3, 2] = 0
    expected = ", ".join(map(str, correlate2d(X, K).ravel()))
    assert readout(figure).endswith(f"vec(Y): {expected}")


def test_the_backward_pass_is_the_gradient(page):
    open_page(page, NUMBERS + "back_propagation.html")
    figure = page.locator("[data-figure=backward_pass]")
    k, g = [2, -1, 3], [1, -2, 0, 3, 1, -1, 2, 1, 1]
    put_bars(page, figure, "k", k)
    put_bars(page, figure, "g", g)
    for stride, padding in itertools.product((1, 2, 3), (0, 1)):
        put(page, figure, "stride", stride)
        put(page, figure, "padding", padding)
        m = output_size(7, 3, stride=stride, total_padding=2 * padding)
        by = conv_backward(
            [[g[:m]]], np.zeros((1, 1, 7), int), [[k]], stride=stride, padding=padding
        ).x[0, 0]
        for at in (0, 3, 6):
            put(page, figure, "at", at)
            first, second = readout(figure).splitlines()
            assert first.startswith(f"at input {at}: ") and first.endswith(f"= {by[at]}")
            assert second == "all inputs: " + ", ".join(map(str, by))


def test_the_spread_counts_the_writers_of_each_output(page):
    open_page(page, NUMBERS + "back_propagation.html")
    figure = page.locator("[data-figure=spread]")
    for n, K, s in [(5, 3, 2), (5, 4, 2), (6, 6, 3), (1, 3, 2), (4, 1, 3)]:
        for name, value in (("n", n), ("K", K), ("stride", s)):
            put(page, figure, name, value)
        written = conv_transpose(np.ones((1, 1, n), int), np.ones((1, 1, K), int), stride=s)[0, 0]
        assert f"= {len(written)}\nwritten: {', '.join(map(str, written))};" in readout(figure)
        if n > 1:
            assert ("the same everywhere" in readout(figure)) == (K % s == 0), (n, K, s)


@pytest.mark.parametrize("name", ["geometry", "two_dimensions", "back_propagation", "problems"])
def test_each_setting_of_images_shows_its_own_arrays(page, name):
    open_page(page, f"{NUMBERS}{name}.html")
    figures = page.locator("[data-figure=images]")
    assert figures.count() >= 1
    for at in range(figures.count()):
        figure = figures.nth(at)
        state = json.loads(figure.locator("script").text_content())
        lengths = [len(values) for values in state["values"]]
        for setting, chosen in enumerate(itertools.product(*map(range, lengths))):
            for slider, value in zip(("first", "second"), chosen, strict=False):
                put(page, figure, slider, value)
            assert readout(figure).replace("-", "\N{MINUS SIGN}") == state["readouts"][
                setting
            ].replace("-", "\N{MINUS SIGN}")
            cells = sum(len(array) * len(array[0]) for array in state["frames"][setting])
            drawn = figure.locator(".fig-panel rect:not([style='fill:none'])").count()
            assert drawn == cells
            if state["numbers"]:
                shown = [
                    text.replace("\N{MINUS SIGN}", "-")
                    for text in figure.locator(".fig-panel text").all_text_contents()
                ]
                flat = [v for array in state["frames"][setting] for row in array for v in row]
                assert [float(text) for text in shown] == pytest.approx(flat, abs=5.1e-3)


def test_the_learned_kernel_is_the_edge(page):
    open_page(page, NUMBERS + "back_propagation.html")
    figure = page.locator("[data-figure=curves]")
    put(page, figure, "cursor", 40)
    shown = [float(part.split()[-1]) for part in readout(figure).split(" · ")]
    assert shown == pytest.approx([-1, 0, 1], abs=1e-3)
    scene = np.repeat([0.0, 1, 0, 1, 0], [3, 2, 4, 1, 2])
    put(page, figure, "cursor", 1)
    M = np.lib.stride_tricks.sliding_window_view(scene, 3)
    step = correlate(scene, correlate(scene, [-1, 0, 1])) / np.linalg.norm(M, 2) ** 2
    shown = [float(part.split()[-1]) for part in readout(figure).split(" · ")]
    assert shown == pytest.approx(step, abs=1e-3)
