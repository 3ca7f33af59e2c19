"""CirculantResponse shows what mathlib computes."""

import numpy as np

from mathlib.toeplitz.matrices import circulant_matrix
from tests.browser import put, readout


def test_the_circulant_shows_its_eigenvalues(show):
    figure = show("circulant_response")
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
            put(figure, "frequency", frequency)
            shown = float(readout(figure).split("scaled by ")[1].split(",")[0])
            assert abs(shown - abs(np.fft.fft(column)[frequency])) < 6e-4
            assert np.abs(np.abs(eigenvalues) - shown).min() < 6e-4
