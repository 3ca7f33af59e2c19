"""WeightMatrix shows what mathlib computes."""

from mathlib.toeplitz.convolution import weight_count
from tests.browser import put, readout


def test_the_weight_matrix_counts_as_mathlib_does(show):
    figure = show("weight_matrix")
    for n, K in [(10, 3), (20, 20), (2, 1), (13, 5)]:
        put(figure, "n", n)
        put(figure, "K", K)
        for local in (False, True):
            for shared in (False, True):
                put(figure, "local", local)
                put(figure, "shared", shared)
                count = weight_count(n, K, local, shared)
                nonzero = weight_count(n, K, local, False)
                m = n - K + 1
                assert f"weights to learn: {count} " in readout(figure)
                assert f"nonzero entries: {nonzero} of {m * n}" in readout(figure)
                assert figure.locator("rect").count() == m * n
