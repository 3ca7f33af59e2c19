"""A check can ask whether an answer has changed its arguments, and is not harmed if it has."""

import numpy as np
import pytest

from mathlib.checks import arguments_after


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
