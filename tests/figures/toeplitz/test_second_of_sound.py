"""SecondOfSound shows, and plays, the samples that it was given."""

import io
import wave
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from figures import SecondOfSound
from mathlib.real_data import RATE, crow
from tests.browser import put, readout

X = crow()  # what the chapter shows


def test_the_window_says_its_samples(show):
    figure = show("second_of_sound")
    for start in (0, 1000, 2500, 15_970):
        put(figure, "start", start)
        shown = (Decimal(v).quantize(Decimal("0.01"), ROUND_HALF_UP) for v in X[start : start + 6])
        said = ", ".join(f"{float(v) + 0:g}" for v in shown)
        assert readout(figure) == f"x[{start}:{start + 24}] = {said}, …"


def test_the_player_has_the_samples(show):
    figure = show("second_of_sound")
    data = figure.locator("audio").evaluate(
        "async node => [...new Uint8Array(await (await fetch(node.src)).arrayBuffer())]"
    )
    with wave.open(io.BytesIO(bytes(data))) as file:
        assert file.getparams()[:4] == (1, 1, RATE, RATE)
        samples = np.frombuffer(file.readframes(RATE), np.uint8)
    assert np.array_equal((samples - 128.0) / 128, X)


@pytest.mark.parametrize(
    ("x", "more", "said"),
    [
        ([[0.1]], {}, r"x must be a vector of numbers between -1 and 1, got \(1, 1\)"),
        ([1.0] * 30, {}, "x must be a vector of numbers between -1 and 1"),
        ([0.0] * 30, {"start": 7}, r"start \+ K must be at most 30, got 31"),
    ],
)
def test_what_is_no_sound_is_refused(x, more, said):
    with pytest.raises(ValueError, match=said):
        SecondOfSound(x, **more)
