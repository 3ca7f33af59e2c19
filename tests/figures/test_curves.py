"""Curves shows what mathlib computes."""

import numpy as np
import pytest
import traitlets

import figures
from mathlib.toeplitz.convolution import correlate, weight_count
from tests.browser import put, readout


def test_the_curves_are_those_of_python(show):
    figure = show("curves", "chapters/toeplitz/local_weights.html")
    for at, K in enumerate([3, 5, 9, 17]):
        for cursor in (0, 4, 9):
            put(figure, "first", at)
            put(figure, "cursor", cursor)
            n = 2 ** (5 + cursor)
            shown = [
                int(part.split()[-1].replace(",", "")) for part in readout(figure).split(" · ")
            ]
            cases = [(0, 0), (1, 0), (0, 1), (1, 1)]
            expected = [weight_count(n, K, *case) for case in cases]
            assert shown == expected


def test_the_learned_kernel_is_the_edge(show):
    figure = show("curves", "chapters/toeplitz/learned_kernel.html")
    put(figure, "cursor", 40)
    shown = [float(part.split()[-1]) for part in readout(figure).split(" · ")]
    assert shown == pytest.approx([-1, 0, 1], abs=1e-3)
    scene = np.repeat([0.0, 1, 0, 1, 0], [3, 2, 4, 1, 2])
    put(figure, "cursor", 1)
    M = np.lib.stride_tricks.sliding_window_view(scene, 3)
    step = correlate(scene, correlate(scene, [-1, 0, 1])) / np.linalg.norm(M, 2) ** 2
    shown = [float(part.split()[-1]) for part in readout(figure).split(" · ")]
    assert shown == pytest.approx(step, abs=1e-3)


def ticks(figure):
    """The numbers on the axis of y, by their height in pixels."""
    found = {}
    for text in figure.locator(".fig-tick-text[text-anchor=end]").all():
        parts = text.locator("tspan").all_text_contents()
        number = "e".join(["1", parts[1]]) if len(parts) == 2 else "".join(parts)
        found[float(text.get_attribute("y"))] = float(number.replace("\u202f", ""))
    return found


def test_the_dots_stand_where_the_axis_says(show):
    figure = show("curves", "chapters/toeplitz/local_weights.html")
    for cursor in (0, 5, 9):
        put(figure, "cursor", cursor)
        marks = ticks(figure)
        assert len(marks) >= 4
        slope, start = np.polyfit([*marks], np.log10([*marks.values()]), 1)
        assert slope < 0  # more stands higher
        dots = [float(d.get_attribute("cy")) for d in figure.locator(".fig-dot.at").all()]
        wanted = [weight_count(2 ** (5 + cursor), 3, *case) for case in np.ndindex(2, 2)]
        wanted = [wanted[i] for i in (0, 2, 1, 3)]
        assert 10 ** (slope * np.array(dots) + start) == pytest.approx(wanted, rel=0.01)


@pytest.mark.parametrize("width", [1280, 375])
def test_curves_fill_the_column_and_are_read_on_a_phone(show, width):
    figure = show("curves", "chapters/toeplitz/local_weights.html")
    page = figure.page
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function(
        "w => Math.abs(document.querySelector('[data-figure=curves] .fig-view').clientWidth"
        " - document.querySelector('[data-figure=curves] svg').clientWidth) < 2"
    )
    texts = figure.locator("svg text").all()
    sizes = [text.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") for text in texts]
    scale = figure.locator("svg").evaluate("e => e.clientWidth / e.viewBox.baseVal.width")
    assert min(sizes) * scale >= 11
    names = figure.locator(".fig-end").all_text_contents()
    assert sorted(names) == ["both", "dense", "local", "shared"]
    boxes = [e.bounding_box() for e in figure.locator(".fig-end").all()]
    tops = sorted(box["y"] for box in boxes)
    assert min(np.diff(tops)) >= 12  # no name covers another
    assert max(box["x"] + box["width"] for box in boxes) <= width


def test_the_cursor_follows_the_pointer(show):
    figure = show("curves", "chapters/toeplitz/local_weights.html")
    put(figure, "cursor", 9)
    figure.locator("svg").scroll_into_view_if_needed()
    box = figure.locator("svg").bounding_box()
    figure.page.mouse.click(box["x"] + 70, box["y"] + 100)
    assert figure.locator("[data-name=cursor]").input_value() == "0"


def test_roles_and_a_question_are_checked():
    f = lambda a: {"y": [a, a]}  # noqa: E731
    made = figures.Curves(f, [0, 1], {"a": [1]}, roles={"y": "error"}, question="How much?")
    assert made.state()["roles"] == {"y": "error"}
    plain = figures.Curves(f, [0, 1], {"a": [1]}).state()
    assert "roles" not in plain and "question" not in plain
    with pytest.raises(ValueError, match="roles must name curves of y, got 'z'"):
        figures.Curves(f, [0, 1], {"a": [1]}, roles={"z": "error"})
    with pytest.raises(traitlets.TraitError, match="'red'"):
        figures.Curves(f, [0, 1], {"a": [1]}, roles={"y": "red"})


def test_a_curve_with_a_question_ends_before_the_cursor_until_it_is_answered(alive):
    made = figures.Curves(
        lambda a: {"y": [a * v * v for v in range(5)]},
        range(5),
        {"a": [1, 2]},
        cursor=4,
        question="How high at four?",
        title="t",
        alt="a",
    )
    figure = alive(made)
    assert figure.locator(".fig-dot.at").count() == 0 and readout(figure) == "Guess first."
    hidden = figure.locator(".fig-line").get_attribute("d")
    put(figure, "guess", 12)
    figure.get_by_role("button", name="Show the truth").click()
    assert readout(figure) == "y 16\nYou guessed 12: it is 16."
    whole = figure.locator(".fig-line").get_attribute("d")
    assert whole.startswith(hidden) and whole.count("L") == hidden.count("L") + 1 == 4
    assert figure.locator(".fig-dot.at").count() == 1 == figure.locator(".guess").count()
