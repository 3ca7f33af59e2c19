"""What checks ask: form before value; and what became of the arguments."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mathlib.checks import agrees, arguments_after

vectors = arrays(float, array_shapes(min_dims=0, max_side=4), elements=st.floats(-9, 9))


@given(vectors)
def test_what_is_wanted_agrees_as_an_array_and_as_a_list(x):
    assert agrees(x, x) and agrees(x.tolist(), x) and agrees(x, x.tolist())
    assert agrees((x, [1, 2]), (x, np.array([1, 2]))) and agrees({"a": x}, {"a": x})


@given(vectors, st.integers(0, 3))
def test_no_other_shape_agrees_even_where_it_would_broadcast(x, at):
    for other in (x[None], x[..., None], x[None][:0], np.zeros((*x.shape, 0)), [], None, "x"):
        assert not agrees(other, x)
    assert not agrees(x[None], np.stack([x, x])) and not agrees([], [x.tolist()])


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (0.5, [0.5, 0.5]),
        ([1], 1),
        ((1,), (1, 2)),
        (np.zeros((0, 1)), np.zeros((3,))),
        ([[1], [2, 3]], [[1], [2]]),
        ([1, 2], {"a": 1}),
        ({"a": 1}, [1]),
        ("3", 3),
        (["a"], ["b"]),
        (1 + 0j, 1.0),
        (np.nan, 1.0),
        (1.0, np.nan),
        (np.inf, -np.inf),
        (1.0, np.inf),
    ],
)
def test_what_is_of_another_form_or_value_does_not_agree(got, wanted):
    assert not agrees(got, wanted, rtol=0.1, atol=0.1)


def test_how_far_a_number_may_be_off():
    assert agrees(1 + 1e-10, 1, rtol=1e-9) and not agrees(1 + 1e-8, 1, rtol=1e-9)
    assert agrees([np.inf, np.nan, 1e-10], [np.inf, np.nan, 0], atol=1e-9)
    assert not agrees(1e-10, 0, rtol=1) and not agrees(1 + 1e-15, 1)
    assert agrees((10**40, "a", [[1], [2, 3]]), (10**40, "a", [[1], [2, 3]]))


def test_a_pure_function_leaves_its_arguments_as_they_were():
    x = np.arange(4.0)
    value, (after,) = arguments_after(np.cumsum, x)
    np.testing.assert_array_equal(value, [0, 1, 3, 6])
    np.testing.assert_array_equal(after, x)


def test_what_was_changed_is_seen_and_the_original_is_safe():
    def spoil(x, y):
        x[0] = y.pop()
        return x

    x, y = np.zeros(2), [5, 7]
    value, after = arguments_after(spoil, x, y)
    assert value.tolist() == after[0].tolist() == [7, 0] and after[1] == [5]
    assert x.tolist() == [0, 0] and y == [5, 7]


def test_where_the_function_is_elsewhere_it_is_asked_there():
    class Elsewhere:
        def arguments_after(self, *args):
            return "value", args

    assert arguments_after(Elsewhere(), 1, 2) == ("value", (1, 2))


def test_an_error_of_the_function_comes_through():
    with pytest.raises(ZeroDivisionError):
        arguments_after(lambda x: 1 / x, 0)
