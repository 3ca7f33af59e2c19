"""PaddingModes shows what mathlib computes."""

from mathlib.toeplitz.windows import coverage
from tests.browser import put, readout


def test_the_strips_count_coverage_in_each_mode(show):
    figure = show("padding_modes")
    for n, amount, K in [(5, 2, 4), (2, 8, 5), (7, 0, 3), (3, 7, 2)]:
        for name, value in (("n", n), ("amount", amount), ("K", K)):
            put(figure, name, value)
        lines = dict(line.split(": ") for line in readout(figure).splitlines())
        assert list(lines) == ["zeros", "replicate", "reflect", "symmetric", "circular"]
        for mode, counts in lines.items():
            expected = coverage(n, K, padding=(amount, amount), mode=mode)
            assert counts == ", ".join(map(str, expected)), mode
