import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mathlib.toeplitz.windows import (
    coverage,
    output_size,
    pooled_size,
    receptive_field,
    window_index,
)

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
small = st.integers(1, 4)


def starts(n, K, s, d):
    """Where a window may begin: by trying every place."""
    return [i for i in range(0, n, s) if i + d * (K - 1) < n]


# Laws


@given(n=st.integers(1, 12), K=small, s=small, d=small, P=st.integers(0, 6))
def test_the_output_size_counts_the_windows_that_fit(n, K, s, d, P):
    expected = starts(n + P, K, s, d)
    if not expected:
        with pytest.raises(ValueError, match="K must fit"):
            output_size(n, K, stride=s, total_padding=P, dilation=d)
        return
    assert output_size(n, K, stride=s, total_padding=P, dilation=d) == len(expected)
    index = window_index(n + P, K, stride=s, dilation=d)
    assert index.tolist() == [[i + d * j for j in range(K)] for i in expected]


@given(n=st.integers(4, 12), K=small, s=small, d=small, p=st.tuples(small, small))
def test_coverage_counts_the_looks_at_each_entry(n, K, s, d, p):
    assume(n + sum(p) > d * (K - 1))
    counts = [0] * n
    for i in starts(n + sum(p), K, s, d):
        for j in range(K):
            if 0 <= i + d * j - p[0] < n:
                counts[i + d * j - p[0]] += 1
    assert coverage(n, K, stride=s, padding=p, dilation=d).tolist() == counts
    copies = coverage(n, K, stride=s, padding=p, dilation=d, mode="replicate")
    assert copies.sum() == K * len(starts(n + sum(p), K, s, d))


@given(layers=st.lists(st.tuples(small, small, small), max_size=4))
def test_the_receptive_field_is_what_one_output_reaches(layers):
    reached = {0}  # from the last layer back to the inputs
    jump = 1
    for K, s, d in reversed(layers):
        reached = {i * s + j * d for i in reached for j in range(K)}
        jump *= s
    assert receptive_field(layers) == (max(reached) - min(reached) + 1, jump)


# Oracles


@needs_torch
@given(n=st.integers(1, 12), K=small, s=small, d=small, p=st.integers(0, 3))
def test_as_torch_counts_with_twice_its_padding(n, K, s, d, p):
    assume(n + 2 * p > d * (K - 1))
    y = torch.conv1d(torch.zeros(1, 1, n), torch.zeros(1, 1, K), None, s, p, d)
    assert output_size(n, K, stride=s, total_padding=2 * p, dilation=d) == y.shape[-1]


@needs_torch
@given(n=st.integers(1, 14), K=small, s=small, p=st.integers(0, 2), ceil=st.booleans())
def test_pooling_as_torch_counts(n, K, s, p, ceil):
    assume(2 * p <= K <= n + 2 * p)
    y = torch.nn.functional.max_pool1d(torch.zeros(1, 1, n), K, s, p, ceil_mode=ceil)
    assert pooled_size(n, K, stride=s, padding=p, ceil_mode=ceil) == y.shape[-1]


# By hand


def test_corners_are_seen_once_and_the_inside_nine_times():
    assert np.multiply.outer(coverage(5, 3), coverage(5, 3)).tolist() == [
        [1, 2, 3, 2, 1], [2, 4, 6, 4, 2], [3, 6, 9, 6, 3], [2, 4, 6, 4, 2], [1, 2, 3, 2, 1],
    ]  # fmt: skip


def test_a_stride_may_skip_entries_for_good():
    assert coverage(7, 1, stride=3).tolist() == [1, 0, 0, 1, 0, 0, 1]


def test_known_sizes():
    assert output_size(224, 7, stride=2, total_padding=6) == 112  # ResNet's first layer
    assert receptive_field([]) == (1, 1)
    assert pooled_size(4, 3, stride=2, padding=1, ceil_mode=True) == 3
    assert [pooled_size(n, 3, stride=2, ceil_mode=True) for n in range(5, 10)] == [2, 3, 3, 4, 4]


# Misuse


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: output_size(3, 5), "K must fit: .* at most n . total_padding = 3, got 5"),
        (lambda: output_size(3, 2, dilation=3), "at most n . total_padding = 3, got 4"),
        (lambda: output_size(3, 2, stride=0), "stride must be at least 1, got 0"),
        (lambda: output_size(3, 2, total_padding=-1), "total_padding must be at least 0"),
        (lambda: output_size(3, 0), "K must be at least 1, got 0"),
        (lambda: window_index(3, 2, dilation=0), "dilation must be at least 1, got 0"),
        (lambda: coverage(3, 2, mode="x"), "mode must be one of"),
        (lambda: receptive_field([(3, 1)]), "must be a sequence of 3 integers"),
        (lambda: receptive_field([(3, 0, 1)]), "layers must be at least 1, got 0"),
        (lambda: pooled_size(5, 2, stride=2, padding=2), "at most half of K, got 2 and K = 2"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_by_default_windows_touch_and_nothing_is_dilated():
    assert output_size(5, 2) == 4
    np.testing.assert_array_equal(window_index(3, 2), [[0, 1], [1, 2]])


def test_more_places_than_memory_holds_are_refused(monkeypatch):
    monkeypatch.setattr("mathlib._arrays.MOST_ENTRIES", 12)
    assert coverage(2, 1, stride=20, padding=(2, 8)).sum() == 0
    with pytest.raises(ValueError, match=r"^padding .*, got 11, which makes 13$"):
        coverage(2, 1, stride=20, padding=(2, 9))
