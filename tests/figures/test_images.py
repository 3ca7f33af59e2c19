"""Images shows what mathlib computes."""

import itertools
import json

import pytest

from tests.browser import open_page, pages_with

# Some settings of a figure in one call: what it says, how many cells it draws, its numbers.
SHOWN = """([host, settings]) => settings.map((chosen) => {
  ["first", "second"].slice(0, chosen.length).forEach((name, at) => {
    const slider = host.querySelector(`[data-name=${name}]`);
    slider.value = chosen[at];
    if (slider.value !== String(chosen[at])) throw new Error(`${name} cannot be ${chosen[at]}`);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const panel = [...host.querySelectorAll(".fig-panel")];
  return [
    host.querySelector(".fig-readout").innerText,
    panel.flatMap((p) => [...p.querySelectorAll("rect:not([style='fill:none'])")]).length,
    panel.flatMap((p) => [...p.querySelectorAll("text")]).map((text) => text.textContent),
  ];
})"""


def plain(text):
    return text.replace("\N{MINUS SIGN}", "-")


def test_each_setting_of_images_shows_its_own_arrays(page):
    for name in pages_with("images"):
        open_page(page, name)
        figures = page.locator("[data-figure=images]").element_handles()
        assert figures
        for figure in figures:
            state = json.loads(figure.query_selector("script").text_content())
            lengths = [len(values) for values in state["values"]]
            settings = list(enumerate(itertools.product(*map(range, lengths))))
            some = [settings[i] for i in sorted({0, len(settings) // 2, len(settings) - 1})]
            seen = page.evaluate(SHOWN, [figure, [chosen for _, chosen in some]])
            for (setting, _), (said, drawn, texts) in zip(some, seen, strict=True):
                assert plain(said) == plain(state["readouts"][setting])
                frames = state["frames"][setting]
                assert drawn == sum(len(array) * len(array[0]) for array in frames)
                if state["numbers"]:
                    flat = [v for array in frames for row in array for v in row]
                    assert [float(plain(t)) for t in texts] == pytest.approx(flat, abs=5.1e-3)
