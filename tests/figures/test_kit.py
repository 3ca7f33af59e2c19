"""The kit: what every figure can do, tried on figures of a few lines, as Jupyter starts them."""

import json
import re
from types import SimpleNamespace

import numpy as np
import pytest

from figures.bundle import bundle
from figures.figure import HERE, ROLES
from mathlib.toeplitz.convolution import correlate
from tests.browser import put, readout

CSS = (HERE / "kit" / "kit.css").read_text("utf-8")


@pytest.fixture
def built(alive, tmp_path):
    """Start a figure of a few lines, `build`, with a state; return it."""

    def started(build, **state):
        module = tmp_path / "figure.js"
        kit = (HERE / "kit" / "index.js").as_posix()
        module.write_text(f'import * as kit from "{kit}";\nexport default kit.figure({build});')
        source = bundle(module, "--format=esm")
        return alive(
            SimpleNamespace(_esm=source, state=lambda: {"title": "t", "alt": "a", **state})
        )

    return started


# Roles


def luminance(colour):
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(a, b):
    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)


def test_each_role_is_read_on_the_grounds_of_the_page():
    themes = re.findall(r"\{([^{}]*--role-input: #[^}]*)\}", CSS)
    grounds = [("#ffffff", "#f3f4f5"), ("#121212", "#14181e", "#222832")]
    assert len(themes) == 2
    for theme, surfaces in zip(themes, grounds, strict=True):
        colours = dict(re.findall(r"--role-(\w+): (#\w{6});", theme))
        assert tuple(colours) == ROLES and len(set(colours.values())) == 5
        for role, colour in colours.items():
            for ground in surfaces:
                assert contrast(colour, ground) >= 4.5, (role, colour, ground)


def test_what_is_negative_is_hatched_and_what_is_chosen_outlined(built):
    figure = built(
        """({ panel, slider }) => {
          slider("a", "a");
          const P = panel("P");
          return () => {
            kit.matrix(P.clear(90, 30), [[1, -1, 0]], { size: 30, role: "kernel", symbol: "k",
              on: (i, j) => j === 2 });
            return "";
          };
        }""",
        a=0,
        bounds={"a": [0, 1]},
    )
    group = figure.locator("[data-symbol=k]")
    fills = [cell.evaluate("e => getComputedStyle(e).fill") for cell in group.locator("rect").all()]
    assert set(fills) == {"rgb(161, 50, 127)"}
    assert group.locator(".fig-hatch").count() == 1
    outlined = [
        cell.evaluate("e => getComputedStyle(e).strokeWidth")
        for cell in group.locator("rect").all()
    ]
    assert outlined == ["1px", "1px", "2px"]
    group.evaluate("e => e.classList.add('lit')")
    assert group.locator("rect").first.evaluate("e => getComputedStyle(e).strokeWidth") == "2.5px"


def test_a_figure_publishes_the_numbers_of_its_letters(show):
    figure = show("sliding_window")
    figure.page.evaluate(
        "() => { globalThis.told = [];"
        "addEventListener('figure-numbers', (event) => told.push(event.detail)) }"
    )
    for i in (1, 0, 2):
        put(figure, "i", i)
        numbers = json.loads(figure.locator(".fig").get_attribute("data-numbers"))
        y = correlate(numbers["x"], numbers["k"])
        assert numbers["y"] == y.tolist() and numbers["y_i"] == y[i] and numbers["i"] == i
    assert [told["i"] for told in figure.page.evaluate("told")] == [1, 0, 2]


# Pointing

TABLE = """({ panel, slider }) => {
  slider("a", "a");
  const P = panel("P");
  return () => {
    kit.matrix(P.clear(90, 60), [[1, 2, 3], [4, 5, get("a")]], { size: 30, symbol: "A" });
    return "";
  };
}""".replace("panel, slider", "get, panel, slider")


def test_a_cell_is_pointed_at_with_the_arrow_keys(built):
    figure = built(TABLE, a=6, bounds={"a": [0, 9]})
    panel = figure.locator("svg")
    panel.focus()
    said = []
    for key in ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "End", "ArrowRight", "Home"]:
        figure.page.keyboard.press(key)
        said.append(figure.locator(".fig-pointed").inner_text())
        assert panel.get_attribute("aria-valuetext") == said[-1]
    places = ["0, 0] = 1", "0, 1] = 2", "1, 1] = 5", "0, 1] = 2", "1, 2] = 6", "1, 2] = 6"]
    assert said == [f"A[{place}" for place in [*places, "0, 0] = 1"]]
    figure.page.keyboard.press("End")
    put(figure, "a", 7)  # what is pointed at tells its number after a change, too
    assert figure.locator(".fig-pointed").inner_text() == "A[1, 2] = 7"
    assert figure.locator(".fig-pick").count() == 1


def test_a_cell_is_pointed_at_with_a_finger(built):
    figure = built(TABLE, a=6, bounds={"a": [0, 9]})
    box = figure.locator("svg rect").nth(3).bounding_box()
    figure.page.mouse.move(box["x"] + 5, box["y"] + 5)
    assert figure.locator(".fig-pointed").inner_text() == "A[1, 0] = 4"
    figure.page.mouse.move(0, 0)
    assert figure.locator(".fig-pointed").inner_text() == ""
    figure.page.mouse.click(box["x"] + 5, box["y"] + 5)
    figure.page.mouse.move(0, 0)
    assert figure.locator(".fig-pointed").inner_text() == "A[1, 0] = 4"


def test_a_stem_tells_its_number(built):
    figure = built(
        """({ panel, put, slider }) => {
          slider("at", "at");
          const P = panel("P", { pick: "at" });
          return () => {
            kit.stems(P.clear(90, 60), [1, -2.5, 3], { width: 90, height: 60, most: 3, symbol: "y" });
            return "";
          };
        }""",
        at=0,
        bounds={"at": [0, 2]},
    )
    assert figure.locator("svg").get_attribute("aria-valuetext") == "y[0] = 1"
    figure.locator("svg").focus()
    figure.page.keyboard.press("ArrowRight")
    assert figure.locator(".fig-pointed").inner_text() == "y[1] = \N{MINUS SIGN}2.5"
    assert figure.page.evaluate("model.get('at')") == 1  # it is kept in the state
    put(figure, "at", 2)
    assert figure.locator("svg").get_attribute("aria-valuetext") == "y[2] = 3"


# Asking first

ASK = """({ get, panel, predict, slider }) => {
  slider("n", "n");
  const P = panel("P");
  const asked = predict("How much is n squared?", { min: 0, max: 50 });
  return () => {
    const n = get("n");
    const svg = P.clear(100, 20);
    if (asked.guess !== undefined) kit.dot(svg, asked.guess * 2, 5, { class: "fig-dot guess" });
    if (!asked.hidden) kit.dot(svg, n * n * 2, 15, { class: "fig-dot truth" });
    return asked.hidden ? "guess first" : `n squared is ${n * n}. ${asked.compare(n * n)}`;
  };
}"""


def test_the_truth_is_hidden_until_a_guess_is_set(built):
    figure = built(ASK, n=6, bounds={"n": [0, 7]})
    button = figure.get_by_role("button", name="Show the truth")
    assert button.is_disabled() and readout(figure) == "guess first"
    put(figure, "guess", 30)
    assert figure.locator(".truth").count() == 0 and figure.locator(".guess").count() == 1
    button.click()
    assert readout(figure) == "n squared is 36. You guessed 30: it is 36."
    assert figure.locator(".truth").count() == 1 == figure.locator(".guess").count()
    put(figure, "n", 5)  # another truth, for which nothing was guessed
    assert readout(figure) == "n squared is 25."
    figure.get_by_role("button", name="Guess again").click()
    assert readout(figure) == "guess first" and figure.locator(".guess").count() == 0
    put(figure, "guess", 25)
    figure.get_by_role("button", name="Show the truth").click()
    assert readout(figure).endswith("You guessed 25: so it is.")


def test_a_printed_page_does_not_hide_the_truth(built):
    figure = built(ASK, n=6, bounds={"n": [0, 7]})
    figure.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert readout(figure) == "n squared is 36."
    figure.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert readout(figure) == "guess first"


def test_a_guess_can_be_a_place_in_the_picture(built):
    figure = built(
        """({ panel, predict }) => {
          const P = panel("P");
          const asked = predict("Which is the largest?", { on: P, show: (i) => "abc"[i] });
          return () => {
            const v = [1, 3, 2].map((x) => (asked.hidden ? 0 : x));
            kit.stems(P.clear(90, 60), v, { width: 90, height: 60, most: 3 });
            return asked.hidden ? "" : asked.compare(1);
          };
        }"""
    )
    figure.locator("svg").focus()
    figure.page.keyboard.press("End")
    figure.get_by_role("button", name="Show the truth").click()
    assert readout(figure) == "You guessed c: it is b."


# Time

PLAYED = """({ get, slider }) => {
  slider("t", "time", { play: true });
  return () => String(get("t"));
}"""


def test_a_slider_plays_to_its_end_and_stops(built):
    figure = built(PLAYED, t=1, bounds={"t": [0, 3]})
    figure.page.wait_for_timeout(800)
    assert readout(figure) == "1"  # nothing moves by itself
    figure.get_by_role("button", name="Step time").click()
    assert readout(figure) == "2"
    figure.get_by_role("button", name="Play time").click()
    figure.page.wait_for_function("document.querySelector('.fig-readout').innerText === '3'")
    assert figure.get_by_role("button", name="Step time").is_disabled()
    figure.get_by_role("button", name="Play time").click()  # from the start again
    assert readout(figure) == "0"
    figure.get_by_role("button", name="Stop time").click()
    figure.page.wait_for_timeout(800)
    assert readout(figure) == "0"


def test_who_wants_no_motion_steps(built, page):
    page.emulate_media(reduced_motion="reduce")
    figure = built(PLAYED, t=1, bounds={"t": [0, 3]})
    assert not figure.get_by_role("button", name="Play time").is_visible()
    figure.get_by_role("button", name="Step time").click()
    assert readout(figure) == "2"


def test_stages_are_gone_through_one_by_one(built):
    stages = [["Begin at one.", {"t": 1}], ["Then three.", {"t": 3}]]
    figure = built(PLAYED, t=1, bounds={"t": [0, 3]}, stages=stages)
    bar = figure.locator(".fig-stages")
    assert bar.locator(".fig-count").inner_text() == "1 of 2"
    assert bar.locator("p").inner_text() == "Begin at one."
    assert bar.get_by_role("button", name="Previous stage").is_disabled()
    bar.get_by_role("button", name="Next stage").click()
    assert readout(figure) == "3" and bar.locator(".fig-count").inner_text() == "2 of 2"
    assert bar.locator("p").inner_text() == "Then three."
    put(figure, "t", 0)
    assert bar.locator("p").inner_text() == "Then three. (changed since)"
    bar.get_by_role("button", name="Previous stage").click()
    assert readout(figure) == "1" and bar.locator("p").inner_text() == "Begin at one."


# The plane

PLANE = """({ panel, plane, get, slider }) => {
  slider("t", "t");
  const P = panel("P", { interactive: true, fill: true });
  const Q = plane(P, { x: [-4, 4], y: [-2, 2] });
  Q.point("p", "point p", { step: 0.25 });
  return () => {
    Q.begin();
    Q.ellipse([[2, 0], [0, 1]], { role: "output" });
    Q.polygon([[0, 0], [1, 0], [0, 1]], { role: "error" });
    Q.grid([[1, 1], [0, 1]], { n: 1, role: "input" });
    Q.levels((u, v) => u * u + v * v, [1], { role: "reference" });
    return get("p").join(", ");
  };
}"""


def test_what_is_drawn_on_the_plane_stands_at_its_coordinates(built):
    figure = built(PLANE, p=[0, 0], t=0, bounds={"t": [0, 1]})
    box = figure.locator(".fig-panel > svg").evaluate(
        "e => [e.viewBox.baseVal.width, e.viewBox.baseVal.height]"
    )
    assert box[0] / box[1] == pytest.approx(2)  # the units are equal
    unit = box[0] / 8

    def back(text):
        pixels = np.array([float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]).reshape(-1, 2)
        return (pixels - [box[0] / 2, box[1] / 2]) * [1, -1] / unit

    ellipse = back(figure.locator(".role-output polygon").get_attribute("points"))
    np.testing.assert_allclose(np.linalg.norm(ellipse / [2, 1], axis=1), 1, atol=2e-3)
    triangle = back(figure.locator(".role-error polygon").get_attribute("points"))
    np.testing.assert_allclose(triangle, [[0, 0], [1, 0], [0, 1]], atol=2e-3)
    circle = back(figure.locator(".fig-level").get_attribute("d"))
    np.testing.assert_allclose(np.linalg.norm(circle, axis=1), 1, atol=0.01)
    lines = figure.locator(".fig-moved").evaluate_all(
        "all => all.map((e) => ['x1', 'y1', 'x2', 'y2'].map((n) => e.getAttribute(n)).join(' '))"
    )
    moved = {tuple(np.round(back(text).ravel(), 2) + 0.0) for text in lines}
    assert moved == {(*(u - 1, -1), *(u + 1, 1)) for u in (-1, 0, 1)} | {
        (*(v - 1, v), *(v + 1, v)) for v in (-1, 0, 1)
    }


def test_a_point_of_the_plane_moves_by_its_step_and_not_beyond_it(built):
    figure = built(PLANE, p=[3.75, 0], t=0, bounds={"t": [0, 1]})
    point = figure.locator("[data-name=p]")
    point.focus()
    for key in ["ArrowRight", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowDown"]:
        figure.page.keyboard.press(key)
    assert readout(figure) == "4, -0.25"
    assert point.get_attribute("aria-valuetext") == "4, \N{MINUS SIGN}0.25"
