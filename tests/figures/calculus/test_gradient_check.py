"""GradientCheck shows the errors of mathlib, and finds its six slips where they are."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.engine import Node, gradients
from mathlib.calculus.gradient_check import differences, relative_error
from tests.browser import readout

X, T = np.array([[0.9, -0.4], [-0.3, 1.1]]), np.array([[0.5, -0.8], [1.2, 0.3]])
START = [
    np.array([[0.6, -0.9], [0.8, 0.5]]),
    np.array([0.2, -0.3]),
    np.array([[1.1, -0.7], [0.4, 0.9]]),
    np.array([0.1, -0.2]),
]
NAMES = ["W₁", "b₁", "W₂", "b₂"]
BUGS = {  # where it shows, and how large the largest error is, if it is a plain number
    "none": ([], None),
    "transpose": (["W₁", "b₁"], None),
    "factor 2": (NAMES, 0.5),
    "sign": (NAMES, 2),
    "path": (["W₁", "b₁"], None),
    "axis": (["b₁", "b₂"], None),
    "mean": (["b₁", "b₂"], 0.5),
}


def loss(W1, b1, W2, b2):
    a = np.tanh(X @ W1.T + b1)
    return ((a @ W2.T + b2 + a - T) ** 2).sum() / 2


def asked(alive, **state):
    return asked_of(alive(figures.GradientCheck(**state)))


def asked_of(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    worst, many = re.search(r"error: (\S+), at .*\n?.*line: (\d+) of 12", said).groups()
    return float(worst), int(many), [name for name in NAMES if name in said.split("line")[1]]


def test_without_a_slip_the_errors_are_those_of_the_quotients(alive):
    nodes = [Node(v) for v in START]
    g = gradients(loss(*nodes), nodes)
    for h in (20, 30, 40):
        other = differences(loss, START, 10 ** (-h / 10))
        worst, many, where = asked(alive, bug="none", h=h, line=-1)
        wanted = max(relative_error(a, b).max() for a, b in zip(g, other, strict=True))
        assert worst == pytest.approx(wanted, rel=0.06) and not many and not where


@pytest.mark.parametrize("bug", BUGS)
@pytest.mark.parametrize("h", [30, 50, 60])
def test_each_slip_shows_where_it_is_for_every_step(alive, bug, h):
    worst, many, where = asked(alive, bug=bug, h=h, line=-4)
    names, size = BUGS[bug]
    assert where == names
    assert many == sum({"W₁": 4, "b₁": 2, "W₂": 4, "b₂": 2}[name] for name in names)
    assert size is None or worst == pytest.approx(size, rel=1e-2)
    assert worst > 1e-2 if names else worst < 1e-4


def test_a_short_step_makes_a_right_gradient_suspect(alive):
    assert asked(alive, bug="none", h=50, line=-5)[1] == 0
    assert asked(alive, bug="none", h=120, line=-5)[1] > 6


def test_the_line_and_the_step_are_dragged(alive):
    figure = alive(figures.GradientCheck(bug="none", h=50, line=-5))
    before = asked_of(figure)
    for panel, place in ((1, {"x": 250, "y": 120}), (0, {"x": 150, "y": 230})):
        figure.locator(".fig-panel svg").nth(panel).click(position=place)
    after = asked_of(figure)
    assert after[0] > 100 * before[0] and before[1] == 0 < after[1]


def test_a_finger_drags_the_line_and_scrolls_elsewhere(alive):
    figure = alive(figures.GradientCheck(bug="none", h=50, line=-5))
    touch = """(svg, [from, to]) => {
      const box = svg.getBoundingClientRect();
      const send = (kind, y) => {
        const at = { clientX: box.left + box.width / 2, clientY: box.top + y };
        const target = document.elementFromPoint(at.clientX, at.clientY);
        const more = { ...at, bubbles: true, buttons: 1, pointerType: "touch" };
        target.dispatchEvent(new PointerEvent(kind, more));
      };
      send("pointerdown", from);
      send("pointermove", to);
    }"""
    panel = figure.locator(".fig-panel svg").first
    panel.scroll_into_view_if_needed()
    dashed = panel.locator(".fig-line.dashed").bounding_box()["y"] - panel.bounding_box()["y"]
    panel.evaluate(touch, [dashed - 100, dashed + 60])
    assert asked_of(figure)[1] == 0
    panel.evaluate(touch, [dashed, dashed + 120])
    assert asked_of(figure)[1] > 0
