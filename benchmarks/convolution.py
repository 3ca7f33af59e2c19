"""One convolutional layer, seven ways, each as a ratio to PyTorch's, all on one thread.

``python benchmarks/convolution.py`` prints two tables, over the side of the image and over the
kernel, and with ``--write`` keeps both as `convolution.json`, which the pages on channels and on
kernels draw, and say on which machine.
"""

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import json
import math
import sys
import timeit
from pathlib import Path

import numpy as np
import scipy.sparse
import torch

from mathlib.toeplitz.layers import conv, layer_matrix

torch.set_num_threads(1)
BATCH, CHANNELS = 8, 16  # as many outputs as inputs
SMALL, LARGE = (6, 8, 12, 16), (32, 64)  # stored matrices fit for the small ones
KERNELS = (1, 3, 5, 7, 11, 15, 21, 31)


def loops(x, weight):
    """One product for each output pixel."""
    K = weight.shape[-1]
    out = np.empty((len(x), len(weight), x.shape[2] - K + 1, x.shape[3] - K + 1), x.dtype)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            patch = x[:, :, i : i + K, j : j + K]
            out[:, :, i, j] = np.tensordot(patch, weight, ((1, 2, 3), (1, 2, 3)))
    return out


def windows(x, weight):
    """The strided view, summed without a copy."""
    views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("ncijab,ocab->noij", views, weight)


def fft(x, weight):
    """Products of transforms: correlation is the product with the conjugate."""
    size, K = x.shape[2:], weight.shape[-1]
    X, W = np.fft.rfft2(x), np.fft.rfft2(weight, size).conj()
    spectrum = X.transpose(2, 3, 0, 1) @ W.transpose(2, 3, 1, 0)  # one small product a frequency
    return np.fft.irfft2(spectrum.transpose(2, 3, 0, 1), size)[
        :, :, : size[0] - K + 1, : size[1] - K + 1
    ]


def seconds(call):
    """Return the best of five runs, each long enough to measure."""
    timer = timeit.Timer(call)
    number, _ = timer.autorange()
    number = max(1, number // 5)
    return min(timer.repeat(5, number)) / number


def measure(n, K):
    """Return seconds by way for an n by n image, and check that all ways agree."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(BATCH, CHANNELS, n, n)).astype(np.float32)
    weight = (rng.normal(size=(CHANNELS, CHANNELS, K, K)) / K**2).astype(np.float32)
    tx, tw = torch.from_numpy(x), torch.from_numpy(weight)
    expected = torch.conv2d(tx, tw).numpy()
    ways = {
        "torch": lambda: torch.conv2d(tx, tw).numpy(),
        "im2col": lambda: conv(x, weight),
        "windows": lambda: windows(x, weight),
        "fft": lambda: fft(x, weight),
    }
    if n <= 32:
        ways["loops"] = lambda: loops(x, weight)
    if n <= 16:
        T = np.ascontiguousarray(layer_matrix(weight, CHANNELS, (n, n)))
        S = scipy.sparse.csr_array(T)
        ways["matrix"] = lambda: (x.reshape(BATCH, -1) @ T.T).reshape(expected.shape)
        ways["sparse"] = lambda: (S @ x.reshape(BATCH, -1).T).T.reshape(expected.shape)
    for name, way in ways.items():
        np.testing.assert_allclose(way(), expected, rtol=0, atol=1e-4, err_msg=name)
    return {name: seconds(way) for name, way in ways.items()}


def crossover(n):
    """Return the kernel from which on the transforms need fewer operations than the sums."""
    transform = 2.5 * n**2 * math.log2(n**2)  # of one real image
    products = BATCH * 8 * CHANNELS**2 * n * (n // 2 + 1)
    fourier = (2 * BATCH * CHANNELS + CHANNELS**2) * transform + products  # x, y, the kernels
    direct = lambda K: BATCH * 2 * CHANNELS**2 * K**2 * (n - K + 1) ** 2  # noqa: E731
    return next((K for K in range(1, n + 1) if direct(K) > fourier), None)


def table(settings):
    """Print ratios to torch, and return the seconds."""
    names = ["torch", "im2col", "windows", "fft", "loops", "matrix", "sparse"]
    print(f"{'side':>5} {'K':>3}  " + " ".join(f"{name:>8}" for name in names) + "   torch's time")
    taken = {}
    for n, K in settings:
        taken[n, K] = t = measure(n, K)
        row = " ".join(f"{t[w] / t['torch']:8.1f}" if w in t else "       -" for w in names)
        print(f"{n:5} {K:3}  {row}   {t['torch'] * 1e6:8.0f} us", flush=True)
    return taken


if __name__ == "__main__":
    print(f"{BATCH} images, {CHANNELS} channels in and out, float32, ratios to torch.conv2d")
    taken = table([(n, K) for K in KERNELS[:3] for n in SMALL])
    print()
    taken |= table([(n, K) for n in LARGE for K in KERNELS])
    for n in LARGE:
        print(f"side {n}: by operation counts the transforms pay from K = {crossover(n)} on")
    if "--write" in sys.argv:
        kept = [
            {"side": n, "K": K, "microseconds": {w: round(s * 1e6, 1) for w, s in t.items()}}
            for (n, K), t in taken.items()
        ]
        Path(__file__).with_suffix(".json").write_text(json.dumps(kept, indent=1) + "\n")
