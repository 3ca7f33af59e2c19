import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.toeplitz.padding import pad
from mathlib.toeplitz.patches import col2im, im2col, transposed_windows, windows

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

MODES = ["zeros", "reflect", "symmetric", "replicate", "circular"]


@st.composite
def layers(draw, axes=(1, 2, 3)):
    """A geometry with windows that fit, and a batch for it."""
    axes, few = draw(st.sampled_from(axes)), st.integers(1, 3)
    kernel, stride, dilation = (draw(st.tuples(*[few] * axes)) for _ in range(3))
    padding = [draw(st.tuples(st.integers(0, 2), st.integers(0, 2))) for _ in range(axes)]
    spans = [d * (K - 1) + 1 for K, d in zip(kernel, dilation, strict=True)]
    size = tuple(
        max(1, span - sum(p)) + draw(st.integers(0, 3))
        for span, p in zip(spans, padding, strict=True)
    )
    at = windows(size, kernel, stride=stride, padding=padding, dilation=dilation,
                 padding_mode=draw(st.sampled_from(MODES)))  # fmt: skip
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    return rng.integers(-9, 10, size=(draw(few), draw(few), *size)), at, rng


# Laws


@given(layers())
def test_a_row_is_a_window_of_the_padded_image_its_channels_outermost(drawn):
    x, at, _ = drawn
    padded, cols = pad(x, at.padding, at.mode), im2col(x, at)
    for b in range(len(x)):
        for row, i in zip(cols[b], np.ndindex(at.out), strict=True):
            corner = [a * s for a, s in zip(i, at.stride, strict=True)]
            assert row.tolist() == [
                padded[(b, c, *(o + d * a for o, d, a in zip(corner, at.dilation, j, strict=True)))]
                for c in range(x.shape[1])
                for j in np.ndindex(at.kernel)
            ]


@given(layers())
def test_col2im_is_the_transpose(drawn):
    x, at, rng = drawn
    cols = im2col(x, at)
    other = rng.integers(-9, 10, size=cols.shape)
    assert np.sum(cols * other) == np.sum(x * col2im(other, at))


# Oracle


@pytest.mark.skipif(torch is None, reason="torch is not there")
@given(layers(axes=(2,)), st.integers(0, 2))
def test_as_torch_unfolds_and_folds(drawn, p):
    x, at, rng = drawn
    try:
        at = windows(at.size, at.kernel, stride=at.stride, padding=p, dilation=at.dilation)
    except ValueError:
        return
    how = {"dilation": at.dilation, "padding": p, "stride": at.stride}
    rows = torch.nn.functional.unfold(torch.tensor(x, dtype=torch.float64), at.kernel, **how)
    np.testing.assert_array_equal(im2col(x, at), rows.mT.numpy())
    cols = rng.integers(-9, 10, size=rows.mT.shape)
    back = torch.nn.functional.fold(
        torch.tensor(cols, dtype=torch.float64).mT, at.size, at.kernel, **how
    )
    np.testing.assert_array_equal(col2im(cols, at), back.numpy())


# By hand


def test_a_rectangular_window_is_not_taken_for_a_square_one():
    cols = im2col(np.arange(12).reshape(1, 1, 3, 4), windows((3, 4), (2, 3)))
    assert cols.tolist() == [
        [[0, 1, 2, 4, 5, 6], [1, 2, 3, 5, 6, 7], [4, 5, 6, 8, 9, 10], [5, 6, 7, 9, 10, 11]]
    ]


def test_same_and_valid_are_words_for_paddings():
    assert windows((5, 8), 3, stride=2, padding="same").padding == ((1, 1), (0, 1))
    assert windows((5, 8), 3, stride=2, padding="same").out == (3, 4)
    assert windows((5,), 3, padding="valid") == windows((5,), 3)


def test_numbers_may_come_as_an_array():
    each = np.array([2, 1])
    at = windows(np.array([5, 6]), each, stride=each, padding=each, dilation=each)
    assert at == windows((5, 6), (2, 1), stride=[2, 1], padding=[2, 1], dilation=[2, 1])
    assert windows((5, 6), 2, padding=np.array([[1, 0], [0, 2]])).padding == ((1, 0), (0, 2))


# Misuse


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: windows((5, 5), (2, 2, 2)), "kernel must be one number or 2, one for each axis"),
        (lambda: windows((5,), 2, stride=0), "stride must be at least 1, got 0"),
        (lambda: windows((5,), 2, padding=-1), "padding must be at least 0, got -1"),
        (lambda: windows((5,), 2, padding="some"), "padding must be .* got 'some'"),
        (lambda: windows((5, 5), 2, padding=[(1, 2, 3), 0]), "a pair .before, after."),
        (lambda: windows((5, 5), 2, padding=[1]), "for each of 2 axes"),
        (
            lambda: windows((5,), 2, padding_mode="none"),
            "padding_mode must be one of .* got 'none'",
        ),
        (lambda: windows((2,), 3), "kernel must fit"),
        (lambda: im2col(np.ones((1, 1, 4)), windows((5,), 2)), r"x must have axes \(5,\)"),
        (lambda: im2col(np.ones(5), windows((5,), 2)), "x must have at least 3 axes"),
        (lambda: col2im(np.ones((1, 3, 2)), windows((5,), 2)), "cols must have 4 rows"),
        (lambda: col2im(np.ones((1, 4, 3)), windows((5,), 2)), "a multiple of 2 wide"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_numbers_that_are_not_whole_are_refused():
    with pytest.raises(TypeError, match=r"stride must be an integer, got 1\.5"):
        windows((5,), 2, stride=1.5)
    with pytest.raises(TypeError, match="padding must be an integer"):
        windows((5,), 2, padding=[(0.5, 1)])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: col2im(np.ones((4, 2)), windows((5,), 2)), "cols must have 3 axes"),
        (lambda: col2im(np.ones((1, 1, 4, 2)), windows((5,), 2)), "cols must have 3 axes"),
        (lambda: windows((5,), 2, padding=[(-1, 0)]), "padding must be at least 0, got -1"),
        (lambda: windows((5,), 2, padding=[(0, -1)]), "padding must be at least 0, got -1"),
        (lambda: transposed_windows((3, 3), 2, stride=(2, 3), output_padding=(2, 0)), "less than"),
    ],
)
def test_each_side_and_each_axis_is_checked(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_lists_do_as_well_as_arrays():
    at = windows((2,), 2)
    np.testing.assert_array_equal(col2im([[[1, 2]]], at), [[[1, 2]]])


@given(m=st.integers(1, 5), K=st.integers(1, 3), s=st.integers(1, 3), d=st.integers(1, 2))
def test_the_transposed_windows_have_the_outputs_asked_for(m, K, s, d):
    for more in range(s):
        at = transposed_windows((m,), K, stride=s, dilation=d, output_padding=more)
        assert at.out == (m,)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: im2col(np.ones((4, 1, 4)), windows((4,), 1)), "^padding .*, which makes 16$"),
        (lambda: im2col(np.ones((1, 4, 4)), windows((4,), 1)), "^padding .*, which makes 16$"),
        (lambda: col2im([[[1]]], windows((13,), 1, stride=20)), "^at .*, got 13, which makes 13$"),
    ],
)
def test_a_result_with_more_entries_than_memory_holds_is_refused(call, message, monkeypatch):
    monkeypatch.setattr("mathlib._arrays.MOST_ENTRIES", 12)
    assert im2col(np.ones((3, 1, 4)), windows((4,), 1)).size == 12
    with pytest.raises(ValueError, match=message):
        call()
