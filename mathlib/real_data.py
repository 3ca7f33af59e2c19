"""The sound and the photograph that run through the book, small enough to come with it.

Whose they are, and on what terms, stands in ``data/LICENCES.md``.
"""

import io
import wave
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

RATE = 16_000  # samples a second


def crow() -> NDArray[np.float64]:
    """Return one second of sound with a crow in it.

    Returns
    -------
    (16000,) ndarray
        Samples between -1 and 1, `RATE` of them a second: the pressure of the air, without unit.
        Each is a multiple of 1/128.

    Examples
    --------
    >>> x = crow()
    >>> x.shape, float(x.max())
    ((16000,), 0.8671875)
    """
    with wave.open(io.BytesIO(_read("crow.wav"))) as file:
        codes = np.frombuffer(file.readframes(file.getnframes()), np.uint8)
    return (codes - 128.0) / 128


def hopper() -> NDArray[np.float64]:
    """Return a photograph of Grace Hopper.

    Returns
    -------
    (96, 96) ndarray
        Grey values, row by row from the top: 0 is black, 1 is white. Each is a multiple of 1/255.

    Examples
    --------
    >>> X = hopper()
    >>> X.shape, float(X.min()) >= 0, float(X.max()) <= 1
    ((96, 96), True, True)
    """
    pixels: NDArray[np.uint8] = np.load(io.BytesIO(_read("hopper.npy")))
    return pixels / 255.0


def _read(name: str) -> bytes:
    return files("mathlib").joinpath("data", name).read_bytes()
