"""OutputGrid shows what mathlib computes."""

import numpy as np

from mathlib.toeplitz.patches import windows
from mathlib.toeplitz.windows import coverage
from tests.browser import put, readout

SETTINGS = [
    ((3, 3), (1, 1), (0, 0), (1, 1)),
    ((1, 3), (2, 1), (0, 2), (1, 2)),
    ((2, 3), (3, 2), (1, 1), (2, 1)),
]


def test_the_grid_has_two_axes(show):
    figure = show("output_grid")
    for kernel, stride, padding, dilation in SETTINGS:
        chosen = {"kernel": kernel, "stride": stride, "padding": padding, "dilation": dilation}
        for name, pair in chosen.items():
            for axis, value in zip("hw", pair, strict=True):
                put(figure, f"{name}_{axis}", value)
        h, w = windows((6, 8), **chosen).out
        counts = np.multiply.outer(*(
            coverage(n, K, stride=s, padding=(p, p), dilation=d)
            for n, K, s, p, d in zip((6, 8), kernel, stride, padding, dilation, strict=True)
        ))  # fmt: skip
        assert readout(figure) == (
            f"outputs: {h} \N{MULTIPLICATION SIGN} {w} = {h * w}\n"
            f"looks at pixels: {counts.sum()}; at the corners {counts[0, 0]}, at most {counts.max()}"
        )
        put(figure, "at", h * w - 1)
        assert figure.locator("[data-name=at]").get_attribute("max") == str(h * w - 1)
