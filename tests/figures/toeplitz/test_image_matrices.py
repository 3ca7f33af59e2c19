"""ImageMatrices shows what mathlib computes."""

import numpy as np

from mathlib.toeplitz.doubly_block import correlate2d, doubly_block_toeplitz, patch_matrix
from tests.browser import put, readout


def test_the_pixel_is_a_column_of_one_matrix_and_stands_in_the_other(show):
    figure = show("image_matrices")
    K, X = (
        np.array([[1, 2], [3, 4]]),
        np.array([[0, 0, 1, 0], [0, 2, 1, 0], [0, 3, 1, 0], [0, 0, 1, 0]]),
    )
    T = doubly_block_toeplitz(K, 4, 4)
    labels = patch_matrix(np.arange(16).reshape(4, 4), K.shape)
    for pixel in (0, 3, 5, 15):
        put(figure, "pixel", pixel)
        copies = int((labels == pixel).sum())
        assert copies == np.count_nonzero(T[:, pixel])
        row, column = divmod(pixel, 4)
        word = "copy" if copies == 1 else "copies"
        assert readout(figure).startswith(
            f"pixel ({row}, {column}): column {pixel} of T, {copies} {word} in M"
        )
    spot = figure.locator("[role=slider][data-name=image]").nth(14)
    spot.focus()
    figure.page.keyboard.press("End")
    X[3, 2] = 3
    expected = ", ".join(map(str, correlate2d(X, K).ravel()))
    assert readout(figure).endswith(f"vec(Y): {expected}")
    spot.click()  # the next value after 3 is 0
    X[3, 2] = 0
    expected = ", ".join(map(str, correlate2d(X, K).ravel()))
    assert readout(figure).endswith(f"vec(Y): {expected}")
