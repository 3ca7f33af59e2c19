"""Frames shows what mathlib computes."""

from tests.browser import put, readout


def test_the_dense_toeplitz_matrix_has_a_number_for_each_diagonal(show):
    figure = show("frames", "chapters/toeplitz/waves.html")
    for first, m in enumerate((1, 4, 8)):
        for second, n in enumerate((1, 4, 8, 12)):
            put(figure, "first", first)
            put(figure, "second", second)
            assert readout(figure) == f"{m * n} entries, {m + n - 1} numbers"
            assert figure.locator(".fig-frame svg").count() == 1
