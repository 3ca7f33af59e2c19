"""Images shows what mathlib computes."""

import itertools
import json

import pytest

from tests.browser import open_page, pages_with, put, readout


def test_each_setting_of_images_shows_its_own_arrays(page):
    for name in pages_with("images"):
        open_page(page, name)
        figures = page.locator("[data-figure=images]")
        assert figures.count() >= 1
        for at in range(figures.count()):
            figure = figures.nth(at)
            state = json.loads(figure.locator("script").text_content())
            lengths = [len(values) for values in state["values"]]
            settings = list(enumerate(itertools.product(*map(range, lengths))))
            for setting, chosen in {settings[i] for i in (0, len(settings) // 2, -1)}:
                for slider, value in zip(("first", "second"), chosen, strict=False):
                    put(figure, slider, value)
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
