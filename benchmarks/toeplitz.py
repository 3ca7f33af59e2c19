"""One Toeplitz product, four ways, each as a ratio to the fastest of the run."""

import timeit

import numpy as np

from mathlib.toeplitz.convolution import correlate, fft_convolve
from mathlib.toeplitz.matrices import correlation_matrix, toeplitz_product


def seconds(call):
    """Return the best of five runs, each long enough to measure."""
    timer = timeit.Timer(call)
    number, _ = timer.autorange()
    return min(timer.repeat(5, max(1, number // 5))) / max(1, number // 5)


rng = np.random.default_rng(0)
print(f"{'n':>6} {'K':>6}   {'matrix':>9} {'windows':>9} {'circulant':>9} {'fft':>9}   fastest")
for n, K in [(64, 3), (256, 3), (1024, 3), (4096, 3), (4096, 65), (4096, 1025)]:
    x, k = rng.normal(size=n), rng.normal(size=K)
    T = correlation_matrix(k, n)
    c, r = T[:, 0].copy(), T[0].copy()
    ways = {
        "matrix": lambda T=T, x=x: T @ x,
        "windows": lambda x=x, k=k: correlate(x, k),
        "circulant": lambda c=c, r=r, x=x: toeplitz_product(c, r, x),
        "fft": lambda x=x, k=k: fft_convolve(x, k[::-1])[len(k) - 1 : len(x)],
    }
    for way in ways.values():
        np.testing.assert_allclose(way(), T @ x, rtol=0, atol=1e-10)
    taken = {name: seconds(way) for name, way in ways.items()}
    best = min(taken.values())
    row = " ".join(f"{taken[name] / best:9.1f}" for name in ways)
    print(f"{n:6} {K:6}   {row}   {best * 1e6:.1f} us")
