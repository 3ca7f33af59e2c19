"""Flip shows what mathlib computes."""

from mathlib.toeplitz.convolution import convolve, correlate
from tests.browser import put, put_bars, readout


def test_a_bar_is_dragged_with_the_pointer(show):
    flip = show("flip")
    bar = flip.locator("[role=slider]").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    flip.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    flip.page.mouse.down()
    flip.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 2)
    flip.page.mouse.up()
    assert bar.get_attribute("aria-valuenow") == "3"


def test_flip_shows_both_operations_on_a_drawn_signal(show):
    figure = show("flip")
    x, k = [3, -1, 0, 2, -3, 1, 0, 2], [1, 2, 3]
    put_bars(figure, "x", x)
    for flipped, y, first in ((False, correlate(x, k, "full"), -2), (True, convolve(x, k), 0)):
        put(figure, "flipped", flipped)
        for step, value in enumerate(y):
            put(figure, "step", step)
            assert readout(figure).endswith(f"at {first + step}: {value}")
