"""Answers to the exercises of *One matrix after another*."""

import numpy as np


def la_20__right__at(A, B):
    """NumPy's own product."""
    return np.asarray(A) @ np.asarray(B)


def la_20__cell_by_cell(A, B):
    """The Hadamard product where the shapes allow it."""
    A, B = np.asarray(A), np.asarray(B)
    return A * B if A.shape == B.shape else A @ B


def la_20__the_other_order(A, B):
    """BA where the shapes allow it."""
    A, B = np.asarray(A), np.asarray(B)
    return B @ A if A.shape == B.shape[::-1] == B.shape else A @ B


def la_20__ten_layers(A, B):
    """Ten layers at most."""
    return np.asarray(A)[:, :10] @ np.asarray(B)[:10]


def la_20__right__lists(A, B):
    """Rows and columns as lists, without an array."""
    return [
        [sum(a * b for a, b in zip(r, c, strict=True)) for c in zip(*B, strict=True)] for r in A
    ]


def la_21__right__ones():
    """A first row of zeros, and ones elsewhere."""
    return ([[0, 0], [1, 0]], [[1, 1], [1, 1]])


def la_21__three_rows():
    """Two were asked for."""
    return ([[0, 0, 0], [1, 0, 0], [0, 0, 0]], [[0, 1, 0], [0, 0, 0], [0, 0, 0]])


def la_22__right__about():
    """Within the factor."""
    return 60


def la_22__by_the_words():
    """Counts the two of the cheap order once."""
    return 128


def la_22a__right__another():
    """Another list."""
    return [2, 1, 2, 9]


def la_22a__the_hint():
    """The list of the hint."""
    return [2, 1, 3, 4]


def la_22a__right__equally_cheap():
    """Both pairs cost six, and of equally cheap ones the left is taken: here the wrong one."""
    return [3, 1, 2, 3]


def la_22a__equally_cheap():
    """Both pairs cost six, and the left one, which is taken, is right."""
    return [3, 2, 1, 3]


def la_22a__too_large():
    """Ten is more than nine."""
    return [4, 1, 2, 10]


def la_23__right__tuples():
    """As NumPy prints them."""
    return [(48, 8), (8, 48), (96, -8), (0, 8), (32, 8)]


def la_23__half_a_step():
    """Every second row is nearer, not further."""
    return [[48, 8], [8, 48], [24, -8], [0, 8], [32, 8]]


def la_23a__right__numpy(offset, shape, itemsize):
    """NumPy's own."""
    return [int(i) for i in np.unravel_index(offset // itemsize, shape)]


def la_23a__right__used_up(offset, shape, itemsize):
    """Takes the lengths out of its list, which nobody forbids."""
    left, index = offset // itemsize, []
    while shape:
        left, i = divmod(left, shape.pop())
        index.insert(0, i)
    return index


def la_23a__widths_of_two_bits(offset, shape, itemsize):
    """Shifts bits: right where the width of a number is a power of 2."""
    return [int(i) for i in np.unravel_index(offset >> (itemsize.bit_length() - 1), shape)]


def la_23a__two_axes_only(offset, shape, itemsize):
    """A row and a column, however many axes there are."""
    return [offset // itemsize // shape[-1], offset // itemsize % shape[-1]]


def la_23a__float_division(offset, shape, itemsize):
    """Divides in floats, which lose the last digits of a large number."""
    left, index = int(offset / itemsize), []
    for n in reversed(shape):
        left, i = divmod(left, n)
        index.append(i)
    return index[::-1]


def la_23a__one_index_at_least(offset, shape, itemsize):
    """What is left over is the first index, even if there is no axis."""
    left, index = offset // itemsize, []
    for n in reversed(shape[1:]):
        left, i = divmod(left, n)
        index.append(i)
    return [left, *index[::-1]]


def la_30__swapped():
    """The other way round."""
    return [56, 329]
