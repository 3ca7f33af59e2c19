"""OutputSize shows what mathlib computes."""

from mathlib.toeplitz.windows import output_size
from tests.browser import put, readout


def test_the_output_size_is_that_of_the_formula(show):
    figure = show("output_size")
    for n, K, s, p, d in [(9, 3, 2, 1, 1), (8, 3, 2, 1, 1), (14, 6, 5, 4, 2), (1, 1, 1, 0, 1),
                          (5, 2, 3, 0, 4), (12, 4, 1, 2, 3), (3, 6, 1, 0, 1)]:  # fmt: skip
        for name, value in zip(
            ("n", "K", "stride", "padding", "dilation"), (n, K, s, p, d), strict=True
        ):
            put(figure, name, value)
        try:
            m = output_size(n, K, stride=s, total_padding=2 * p, dilation=d)
        except ValueError:
            assert readout(figure).startswith("no window fits: it spans")
            continue
        left = n + 2 * p - (m - 1) * s - d * (K - 1) - 1
        assert f"+ 1 = {m}\nleft over at the end: {left}" in readout(figure)
        assert figure.locator("rect.fig-cell").count() == n + 2 * p + m * K
