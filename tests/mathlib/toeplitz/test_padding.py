import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.toeplitz.padding import pad, pad_backward, padded_index, same_padding

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

NAMES = {"zeros": "constant", "replicate": "edge", "circular": "wrap",
         "reflect": "reflect", "symmetric": "symmetric"}  # fmt: skip
modes = st.sampled_from(sorted(NAMES))
amounts = st.integers(0, 12)

# Laws


@given(n=st.integers(1, 7), left=amounts, right=amounts, mode=modes)
def test_inside_the_padding_stands_the_signal(n, left, right, mode):
    index = padded_index(n, left, right, mode)
    assert len(index) == left + n + right
    assert index[left : left + n].tolist() == list(range(n))


@given(mode=modes, left=amounts, right=amounts, seed=st.integers(0, 99))
def test_the_backward_map_is_the_transpose(mode, left, right, seed):
    rng = np.random.default_rng(seed)
    widths = [(left, right), (right, left)]
    x = rng.integers(-9, 10, size=(2, 3, 4))
    padded = pad(x, widths, mode)
    g = rng.integers(-9, 10, size=padded.shape)
    back = pad_backward(g, widths, mode)
    assert back.shape == x.shape
    assert np.sum(padded * g) == np.sum(x * back)


@given(n=st.integers(1, 30), K=st.integers(1, 8), s=st.integers(1, 5), d=st.integers(1, 4))
def test_same_is_the_least_padding_that_keeps_every_stride_th(n, K, s, d):
    left, right = same_padding(n, K, s, d)
    count = lambda P: (n + P - d * (K - 1) - 1) // s + 1 if n + P >= d * (K - 1) + 1 else 0  # noqa: E731
    assert count(left + right) == -(-n // s)
    assert 0 <= right - left <= 1
    if left + right:
        assert count(left + right - 1) < -(-n // s)
    if s == 1:
        assert left + right == d * (K - 1)


# Oracles


@given(n=st.integers(1, 7), left=amounts, right=amounts, mode=modes)
def test_as_numpy_pads(n, left, right, mode):
    x = np.arange(1, n + 1)
    np.testing.assert_array_equal(
        pad(x, [(left, right)], mode), np.pad(x, (left, right), NAMES[mode])
    )


@pytest.mark.skipif(torch is None, reason="torch is not there")
@pytest.mark.parametrize("mode", ["reflect", "replicate", "circular"])
def test_as_torch_pads_images(mode):
    x = torch.arange(20.0).reshape(1, 1, 4, 5)
    expected = torch.nn.functional.pad(x, (3, 2, 1, 3), mode=mode)
    np.testing.assert_array_equal(pad(x.numpy(), [(1, 3), (3, 2)], mode), expected.numpy())


# By hand


def test_reflect_mirrors_on_the_border_and_symmetric_behind_it():
    assert pad([1, 2, 3], [(2, 2)], "reflect").tolist() == [3, 2, 1, 2, 3, 2, 1]
    assert pad([1, 2, 3], [(2, 2)], "symmetric").tolist() == [2, 1, 1, 2, 3, 3, 2]
    assert pad([7], [(2, 1)], "reflect").tolist() == [7, 7, 7, 7]


def test_the_argument_is_not_written_to():
    x = np.ones((2, 2))
    pad(x, [(0, 0), (0, 0)])[:] = 5
    assert x.tolist() == [[1, 1], [1, 1]]


def test_same_with_a_stride_depends_on_the_length():
    assert [same_padding(n, 3, 2) for n in (7, 8)] == [(1, 1), (0, 1)]
    assert same_padding(9, 1, 3) == (0, 0)


# Misuse


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: padded_index(3, -1, 0), "left must be at least 0, got -1"),
        (lambda: padded_index(0, 1, 1), "n must be at least 1, got 0"),
        (lambda: padded_index(3, 1, 1, "mirror"), "mode must be one of .* got 'mirror'"),
        (lambda: pad([1, 2], [(1, 1), (1, 1)]), "widths must be of axes of x"),
        (lambda: pad([1, 2], [(1, 1, 1)]), r"must be a pair \(before, after\) for each axis, or"),
        (lambda: pad_backward([1, 2], [(1, 1)]), "widths must leave something of g"),
        (lambda: same_padding(0, 1), "n must be at least 1"),
        (lambda: same_padding(3, 3, 0), "stride must be at least 1, got 0"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_by_default_zeros_are_added():
    assert padded_index(2, 1, 1).tolist() == [-1, 0, 1, -1]
    assert pad([1, 2], [(1, 1)]).tolist() == [0, 1, 2, 0]
    assert pad_backward([9, 1, 2, 9], [(1, 1)]).tolist() == [1, 2]


def test_a_single_number_has_no_axis_to_pad():
    assert pad(3, []).shape == pad_backward(3, []).shape == ()


def test_by_default_the_stride_is_one():
    assert same_padding(5, 2) == (0, 1) and same_padding(6, 3) == (1, 1)
    with pytest.raises(ValueError, match="left must be at least 0, got -1"):
        padded_index(3, left=-1, right=0)
