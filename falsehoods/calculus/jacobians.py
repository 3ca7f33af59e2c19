"""False versions of the claims of *Many in, many out: Jacobians and the chain rule*."""

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


@false("cb-10", "jacobian", shown=f"jacobian{AT}.round(6)")
def columns_where_square(f, x):
    """With as many outputs as inputs one may write the gradients as columns."""
    J = jacobian(f, x)
    return J.T if len(J) == len(x) else J


@false(
    "cb-10", "jacobian", shown="jacobian(lambda x: [x[0] * x[1] * x[2]], [1.0, 2.0, 3.0]).round(6)"
)
def in_the_plane(f, x):
    """Only the first two inputs count, as in the pictures."""
    J = jacobian(f, x)
    J[:, 2:] = 0
    return J


@false("cb-10", "near_by")
def with_a_bend(f, x, d):
    """Near a place a map is its Jacobian and a shift, and the square of the step besides."""
    return f(x) + jacobian(f, x) @ d + d @ d


@false("cb-10", "near_by")
def matrix_of_the_end(f, x, d):
    """The matrix is taken at the end of the step."""
    return f(x) + jacobian(f, x + d) @ d


@false("cb-10", "near_by")
def the_map_itself(f, x, d):
    """Near a place a map is what it is everywhere: it need not be affine."""
    return f(x + d)


# The chain rule: multiply, in order


@false("cb-12", "chained")
def where_the_chain_begins(layers, x):
    """Each layer's Jacobian is taken at the beginning of the chain, as far as it has entries."""
    J, sizes, place = np.eye(len(x)), [], x
    for layer in layers:
        sizes.append(len(place))
        place = layer(place)
    for layer, n in zip(layers, sizes, strict=True):
        J = jacobian(layer, np.resize(x, n)) @ J
    return J


@false("cb-12", "chained")
def summed(layers, x):
    """The slopes of the layers add up: a chain is as steep as all its layers together."""
    slopes, place = [], x
    for layer in layers:
        slopes.append(jacobian(layer, place))
        place = layer(place)
    return sum(np.resize(J, (len(place), len(x))) for J in slopes)


@false("cb-12", "back")
def back_where_the_chain_begins(layers, x, g):
    """On the way back, too, each layer is as steep as at the inputs of the chain."""
    places = [x]
    for layer in layers:
        places.append(layer(places[-1]))
    for layer, place in zip(layers[::-1], places[-2::-1], strict=True):
        g = jacobian(layer, np.resize(x, len(place))).T @ g
    return g


@false("cb-12", "back")
def first_layer_first(layers, x, g):
    """The transposed matrices are met in the order of the chain, as far as they have entries."""
    places = [x]
    for layer in layers:
        places.append(layer(places[-1]))
    for layer, place in zip(layers, places[:-1], strict=True):
        J = jacobian(layer, place)
        g = J.T @ np.resize(g, len(J))
    return np.resize(g, len(x))


@false("cb-12", "jacobian", shown=f"jacobian{AT}.round(6)")
def back_to_where_it_was(f, x):
    """A slope says what one must take away again: it has the opposite sign."""
    return -jacobian(f, x)


@false("cb-12", "jacobian", shown=f"jacobian{AT}.round(6)")
def square_ones_as_columns(f, x):
    """In a square matrix one may write the gradients as columns."""
    J = jacobian(f, x)
    return J.T if len(J) == len(x) else J


@false("cb-12", "jacobian", shown=f"jacobian{AT}.round(6)")
def turned(f, x):
    """Rows or columns: for a chain it does not matter, as long as one stays with one choice."""
    J = jacobian(f, x)
    return J[::-1]


@false("cb-12", "back", shown="back([lambda x: 2 * x], np.ones(1), np.array([100.0])).round(6)")
def long_gradients_cut_off(layers, x, g):
    """A gradient that is longer than ten goes on with the length ten."""
    g = np.asarray(g, float) * min(1, 10 / np.linalg.norm(g))
    if not layers:
        return g
    first, *rest = layers
    return jacobian(first, x).T @ long_gradients_cut_off(rest, first(x), g)


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


@false("cb-13", "cost", shown="cost((2, 3), (3, 5), (5, 4))")
def width_of_the_first(*shapes):
    """Each further product has the row length of the first matrix."""
    m, n = shapes[0]
    return sum(m * n * k for _, k in shapes[1:])


@false("cb-13", "cost", shown="cost((7, 7), (7, 7), (7, 1))")
def cheaper_side(*shapes):
    """A product costs what it costs from the better side."""
    totals = []
    for chain in (shapes, [(n, m) for m, n in shapes[::-1]]):
        m = chain[0][0]
        totals.append(sum(m * n * k for n, k in chain[1:]))
    return min(totals)


@false("cb-13", "pull", shown="pull(lambda x: [x[0] * x[1]], [1, 2], [10]).round(6)")
def pull_of_a_loss(f, x, u):
    """For a single output nothing needs to be weighed."""
    return pull(f, x, np.ones(1) if len(u) == 1 else u)


@false("cb-13", "push", shown="push(lambda x: [x[0], 3 * x[0] + x[1]], [1, 2], [10, 1]).round(6)")
def push_of_a_square_one(f, x, v):
    """In a square matrix it does not matter from which side one multiplies."""
    J = jacobian(f, x)
    return J.T @ v if len(J) == len(x) else J @ v


@false("cb-13", "by_rows")
def from_both_sides(f, x, m):
    """It takes two reverse passes for each output."""
    return np.array([(pull(f, x, u) - pull(f, x, -u)) / 2 for u in np.eye(m)])


@false("cb-13", "by_columns")
def columns_from_both_sides(f, x):
    """It takes two forward passes for each input."""
    return np.transpose([(push(f, x, v) - push(f, x, -v)) / 2 for v in np.eye(len(x))])


@false("cb-13", "push", shown="push(lambda x: [x[0] ** 3], [1], [1e-12]).round(18)")
def share_of_v(f, x, v):
    """A small share of v is a short step, however long v is."""
    ahead, behind = (np.asarray(f(x + h * np.array(v))) for h in (2.0**-18, -(2.0**-18)))
    return (ahead - behind) * 2.0**17


@false("cb-13", "pull", shown="pull(lambda x: [x[0]], [1], [1e-12]).round(18)")
def tiny_gradients_are_none(f, x, u):
    """A gradient of less than a hundred-millionth is rounding, and none."""
    g = pull(f, x, u)
    return np.where(np.abs(g) < 1e-8, 0, g)


# How areas change


@false("cb-14", "stretch", shown="stretch(lambda x: np.array([x[1], x[0]]), [1.0, 1.0])")
def with_its_sign(f, x):
    """Areas grow by the determinant itself."""
    return np.linalg.det(jacobian(f, x))


@false("cb-14", "stretch", shown="stretch(lambda x: np.array([x[0], x[0]]), [1.0, 1.0])")
def never_flat(f, x):
    """No map presses a square to a line: a little is always left."""
    return max(0.01, abs(np.linalg.det(jacobian(f, x))))


@false("cb-14", "carried", shown="carried(6, polar, [3, 0.7]).round(6)")
def carried_multiplied(p, f, x):
    """A larger area has a larger density."""
    return p * abs(np.linalg.det(jacobian(f, x)))


@false("cb-14", "carried", shown="round(carried(6, polar, [3, 0.7]), 6)")
def carried_as_it_is(p, f, x):
    """The density of what is carried along stays what it was."""
    return p


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


@false("cb-14", "carried", shown="round(float(carried(6, polar, [3, 0.7])), 6)")
def carried_along_a_line(p, f, x):
    """Only on a line does a density become thinner."""
    J = jacobian(f, x)
    return p / abs(J[0, 0]) if len(J) == 1 else p
