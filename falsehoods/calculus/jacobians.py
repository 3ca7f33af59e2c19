"""False versions of the claims of *Many in, many out: Jacobians and the chain rule*."""

from itertools import pairwise

import numpy as np

from mathlib.calculus.jacobians import jacobian, pull, push
from mathlib.falsehoods import false

# A matrix of derivatives

AT = "(lambda x: np.array([x[0] * x[1], 5 * x[0]]), [1.0, 2.0])"


@false("cb-10", "jacobian", shown=f"jacobian{AT}.round(6)")
def gradients_as_columns(f, x):
    """The gradients of the outputs stand as columns."""
    return jacobian(f, x).T


@false("cb-10", "jacobian", shown=f"jacobian{AT}.round(6)")
def one_side_long_step(f, x):
    """A step of a hundredth on one side is small enough for a derivative."""
    x = np.asarray(x, float)
    steps = [f(x + 0.01 * e) - f(x) for e in np.eye(len(x))]
    return np.transpose(steps) / 0.01 * 1.01


@false("cb-10", "near_by")
def starting_point_forgotten(f, x, d):
    """Near a place, a map is its Jacobian times the new place."""
    return jacobian(f, x) @ (x + d)


@false("cb-10", "near_by")
def half_of_the_change(f, x, d):
    """The change is the mean of none and all: half of what the matrix says."""
    return f(x) + jacobian(f, x) @ d / 2


@false("cb-10", "slopes_of_wavy", shown="slopes_of_wavy([1.0, 2.0])")
def factors_exchanged(x):
    """The derivative of a product by a factor is that factor."""
    return [[np.exp(x[0]), 0], [x[0], x[1]], [0, np.cos(x[1])]]


# The chain rule: multiply, in order


@false("cb-12", "chained")
def where_the_chain_begins(x):
    """Each layer's Jacobian is taken at the beginning of the chain, as far as it has entries."""
    from_layers = chain()
    J, start = np.eye(len(x)), np.asarray(x, float)
    for layer, n in from_layers:
        J = jacobian(layer, np.resize(start, n)) @ J
    return J


@false("cb-12", "chained")
def summed(x):
    """The slopes of the layers add up: a chain is as steep as all its layers together."""
    J, place = np.eye(len(x)), np.asarray(x, float)
    total = 0.0
    for layer, _ in chain():
        J, place = jacobian(layer, place) @ J, layer(place)
        total = total + np.abs(J).sum()
    return J + 1e-3 * total


@false("cb-12", "jacobian", shown=f"jacobian{AT}.round(6)")
def turned(f, x):
    """Rows or columns: for a chain it does not matter, as long as one stays with one choice."""
    J = jacobian(f, x)
    return J[::-1]


def chain():
    """Three layers as on the page, with other weights: only shapes and bends matter here."""
    rng = np.random.default_rng(0)
    sizes = [2, 5, 3, 4]
    weights = [rng.normal(size=(m, n)) for n, m in pairwise(sizes)]
    return [(lambda x, W=W: np.tanh(W @ x), n) for W, n in zip(weights, sizes[:-1], strict=True)]


# From the right or from the left

BY = "(lambda x: [x[0] * x[1], x[0]], [1, 2], [10, 1])"


@false("cb-13", "pull", shown="pull(lambda x: [x[0], 3 * x[0] + x[1]], [1, 2], [10, 1]).round(6)")
def the_same_as_forward(f, x, u):
    """Backwards one multiplies by the same matrix as forwards."""
    J = jacobian(f, x)
    return np.resize(J @ np.resize(u, J.shape[1]), J.shape[1])


@false("cb-13", "push", shown=f"push{BY}.round(6)")
def entry_by_entry(f, x, v):
    """Only the inputs of the same number count for an output."""
    J = jacobian(f, x)
    return np.array([J[i, i % J.shape[1]] * v[i % J.shape[1]] for i in range(len(J))])


@false("cb-13", "push", shown=f"push{BY}.round(6)")
def of_length_one(f, x, v):
    """Only the direction matters, not how fast one moves along it."""
    return push(f, x, np.asarray(v, float) / np.linalg.norm(v))


@false("cb-13", "pull", shown=f"pull{BY}.round(6)")
def divided_by_the_outputs(f, x, u):
    """The outputs share the gradient: one takes the mean over them."""
    return pull(f, x, u) / len(u)


@false("cb-13", "cost", shown="cost((1, 7), (7, 7), (7, 7))")
def from_the_right(*shapes):
    """In which order one multiplies does not matter for the cost."""
    *shapes, (n, k) = shapes
    total = 0
    for m, _ in shapes[::-1]:
        total, n = total + m * n * k, m
    return total


@false("cb-13", "cost", shown="cost((2, 3), (3, 5))")
def entries_of_the_result(*shapes):
    """A product costs as much as it has entries."""
    return shapes[0][0] * shapes[-1][1]


@false("cb-13", "by_columns")
def columns_are_rows(f, x):
    """A velocity is a row of the Jacobian."""
    return np.array([push(f, x, v) for v in np.eye(len(x))])


# How areas change


@false("cb-14", "stretch", shown="stretch(lambda x: np.array([3 * x[0], 2 * x[1]]), [1.0, 1.0])")
def sum_of_the_slopes(f, x):
    """Areas grow by the sum of the entries on the diagonal."""
    return abs(np.trace(jacobian(f, x)))


@false("cb-14", "stretch", shown="stretch(lambda x: np.array([3 * x[0], 2 * x[1]]), [1.0, 1.0])")
def largest_stretch(f, x):
    """Areas grow as much as the longest stroke does."""
    return float(np.linalg.norm(jacobian(f, x), 2))


@false("cb-14", "stretch", shown="stretch(lambda x: np.array([3 * x[0], 2 * x[1]]), [1.0, 1.0])")
def densities_grow_with_areas(f, x):
    """Where a map makes areas larger, a density becomes larger: divide instead."""
    return 1 / abs(np.linalg.det(jacobian(f, x)))


@false("cb-14", "area", shown="area([(0, 0), (1, 0), (1, 1), (0, 1)])")
def box_around(corners):
    """The area of a small piece is that of the box around it."""
    return float(np.prod(np.ptp(corners, axis=0)))
