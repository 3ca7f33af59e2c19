"""LowRank finds the singular values that NumPy finds, and counts what it keeps."""

import re

import numpy as np
import pytest

import figures
from mathlib.real_data import hopper
from tests.browser import readout


def numbers(figure):
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", readout(figure))]


def to(figure, name, value):
    figure.locator(f"input[data-name={name}]").evaluate(
        "(input, value) => { input.value = value; "
        "input.dispatchEvent(new Event('input', {bubbles: true})); }",
        str(value),
    )


def agrees(figure, A, k):
    """What the line below says: k, all, numbers kept, all numbers, error, next singular value."""
    m, n = A.shape
    sigma = np.linalg.svd(A, compute_uv=False)
    error = 100 * np.linalg.norm(sigma[k:]) / np.linalg.norm(sigma)
    wanted = [k, len(sigma), k * (m + n + 1), m * n, error, *sigma[k : k + 1]]
    assert numbers(figure)[: len(wanted)] == pytest.approx(wanted, abs=6e-3)


def test_the_error_is_numpys_for_every_number_of_layers(alive):
    A = hopper()
    figure = alive(figures.LowRank({"photograph": A}))
    for k in (0, 1, 2, 17, 50, 95, 96):
        to(figure, "k", k)
        agrees(figure, A, k)


@pytest.mark.parametrize("shape", [(1, 1), (3, 7), (7, 3), (5, 5)])
def test_pictures_of_any_shape_and_rank(alive, shape):
    rng = np.random.default_rng(0)
    full = rng.integers(0, 256, size=shape) / 255
    flat = np.full(shape, 0.2)
    for A in (full, flat):
        figure = alive(figures.LowRank({"picture": A}, k=1))
        agrees(figure, A, 1)


def pixels(page):
    """The grey values of the first picture, read back from what is drawn."""
    return page.evaluate(
        """async () => {
            const image = new Image();
            image.src = document.querySelector('.fig image').getAttribute('href');
            await image.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const data = context.getImageData(0, 0, image.width, image.height).data;
            return [...data].filter((_, i) => i % 4 === 0);
        }"""
    )


def test_what_is_drawn_is_the_sum_of_the_first_layers(page, alive):
    A = hopper()
    U, sigma, Vt = np.linalg.svd(A)
    figure = alive(figures.LowRank({"photograph": A}, k=5))
    wanted = np.rint(255 * np.clip((U[:, :5] * sigma[:5]) @ Vt[:5], 0, 1))
    assert np.abs(np.array(pixels(page)).reshape(A.shape) - wanted).max() <= 1
    to(figure, "k", 96)
    assert np.abs(np.array(pixels(page)).reshape(A.shape) - 255 * A).max() < 1.5


def test_the_error_is_told_only_after_a_guess_and_then_for_the_picture_at_hand(alive):
    A = hopper()
    other = np.random.default_rng(3).permutation(A.ravel()).reshape(A.shape)
    figure = alive(figures.LowRank({"photograph": A, "shuffled": other}, ask=True))
    assert "error" not in readout(figure)
    to(figure, "guess", 30)
    figure.get_by_role("button", name="Show the truth").click()
    assert "You guessed 30: it is 17." in readout(figure)
    for name, B in (("photograph", A), ("shuffled", other)):
        figure.locator("select[data-name=picture]").select_option(name)
        sigma = np.linalg.svd(B, compute_uv=False)
        missing = [np.linalg.norm(sigma[k:]) / np.linalg.norm(sigma) for k in range(97)]
        k = int(np.argmax(np.array(missing) <= 0.1))
        assert f"a tenth: {k}" in figure.locator("svg").last.text_content()


def test_what_is_no_picture_is_refused():
    for bad in ({}, {"a": [1, 2]}, {"a": [[1]], "b": [[1, 0]]}, {"a": np.zeros((97, 1))}):
        with pytest.raises(ValueError, match="pictures must be"):
            figures.LowRank(bad)
    with pytest.raises(ValueError, match="pictures must hold numbers from 0 to 1"):
        figures.LowRank({"a": [[2]]})
