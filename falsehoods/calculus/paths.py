"""False versions of the claims of *A gradient is a sum over paths*."""

import numpy as np

from mathlib.calculus.network import backward, forward
from mathlib.falsehoods import false

# All paths count

SQUARE = "[(0, 1, 3.0), (0, 1, 3.0)]"
WAY = "[(0, 1, 3.0), (0, 2, 5.0), (1, 2, 2.0)]"


def _all_paths(arrows, v, end):
    if v == end:
        return [1.0]
    return [d * rest for u, c, d in arrows if u == v for rest in _all_paths(arrows, c, end)]


def _all_gradients(arrows, end):
    g = {end: 1.0}
    for u, c, d in reversed(arrows):
        g[u] = g.get(u, 0.0) + g.get(c, 0.0) * d
    return g


@false("cb-15", "sweep", shown=f"sweep({WAY}, 2)")
def only_the_last_use(arrows, end):
    """In the sweep back each number keeps the gradient that has reached it last."""
    g = {end: 1.0}
    for u, c, d in reversed(arrows):
        g[u] = g.get(c, 0.0) * d
    return g


@false("cb-15", "sweep", shown=f"sweep({WAY}, 2)")
def mean_of_the_uses(arrows, end):
    """Where several gradients meet, their mean goes on."""
    g, met = {end: 1.0}, {}
    for u, c, d in reversed(arrows):
        met.setdefault(u, []).append(g.get(c, 0.0) * d)
        g[u] = sum(met[u]) / len(met[u])
    return g


@false("cb-15", "sweep", shown=f"sweep({WAY}, 2)")
def from_the_beginning(arrows, end):
    """The order of the sweep does not matter: it may begin with the first arrow."""
    return _all_gradients(list(reversed(arrows)), end)


@false("cb-15", "sweep", shown=f"sweep({SQUARE}, 1)")
def one_arrow_from_node_to_node(arrows, end):
    """Between two nodes one arrow is enough, however often the number is used."""
    return _all_gradients(list(dict.fromkeys(arrows)), end)


@false("cb-15", "sweep", shown="sweep([(0, 1, 3.0), (1, 2, 5.0)], 1)")
def from_the_last_number(arrows, end):
    """The sweep begins at the last number of the program, whichever is asked about."""
    return _all_gradients(arrows, max(c for _, c, _ in arrows))


@false("cb-15", "sweep")
def along_each_path_by_itself(arrows, end):
    """Going back along every path by itself costs no more than the sweep."""
    nodes = {u for u, _, _ in arrows} | {end}
    return {v: sum(d * 1.0 for d in _all_paths(arrows, v, end)) for v in nodes}


@false("cb-15", "paths", shown=f"paths({WAY}, 0, 2)")
def steepest_path(arrows, v, end):
    """Only the path that carries most counts."""
    found = _all_paths(arrows, v, end)
    return [max(found, key=abs)] if found else found


@false("cb-15", "paths", shown=f"paths({WAY}, 0, 2)")
def slopes_added_along_a_path(arrows, v, end):
    """Along a path, the slopes are added."""
    if v == end:
        return [0.0]
    return [
        d + rest
        for u, c, d in arrows
        if u == v
        for rest in slopes_added_along_a_path(arrows, c, end)
    ]


@false("cb-15", "paths", shown=f"paths({WAY}, 0, 2)")
def longest_path(arrows, v, end):
    """A detour counts, and a short cut past it does not."""
    if v == end:
        return [1.0]
    out = [(c, d) for u, c, d in arrows if u == v][:1]
    return [d * rest for c, d in out for rest in longest_path(arrows, c, end)]


@false("cb-15", "paths", shown=f"paths({SQUARE}, 0, 1)")
def all_ways_are_one(arrows, v, end):
    """However many ways there are, they make one path, which carries their sum."""
    return [sum(_all_paths(arrows, v, end))]


@false("cb-15", "ladder", shown="ladder(2)")
def each_sum_uses_the_start(k):
    """A path more for each sum: the number of paths grows as that of the arrows does."""
    return [("+", 0, i) for i in range(k)]


@false("cb-15", "ladder", shown="ladder(2)")
def one_way_at_each_step(k):
    """A chain of steps has one path, however long it is."""
    return [("sin", i) for i in range(k)]


@false("cb-15", "run", shown="run([('*', 0, 0), ('*', 0, 1)], 2.0)[1]")
def slopes_at_the_input(program, x):
    """Every slope is taken at the input x."""
    values, arrows = _true_run(program, x)
    slopes = {"+": [1, 1], "*": [x, x], "sin": [np.cos(x)]}
    every = [d for op, *_ in program for d in slopes[op]]
    return values, [(u, c, d) for (u, c, _), d in zip(arrows, every, strict=True)]


@false("cb-15", "run", shown="run([('sin', 0)], 2.0)[1]")
def the_sine_always_rises(program, x):
    """The slope of the sine is the root of 1 minus its square."""
    values, arrows = _true_run(program, x)
    kinds = [op for op, *used in program for _ in used]
    return values, [
        (u, c, np.sqrt(1 - values[c] ** 2) if op == "sin" else d)
        for (u, c, d), op in zip(arrows, kinds, strict=True)
    ]


@false("cb-15", "run", shown="run([('sin', 0), ('*', 0, 1)], 2.0)[1]")
def own_factor(program, x):
    """The slope of a product with respect to a factor is that factor."""
    values, arrows = _true_run(program, x)
    kinds = [op for op, *used in program for _ in used]
    return values, [
        (u, c, values[u] if op == "*" else d) for (u, c, d), op in zip(arrows, kinds, strict=True)
    ]


def _true_run(program, x):
    values, arrows = [x], []
    for op, *used in program:
        given = [values[i] for i in used]
        if op == "sin":
            value, slopes = np.sin(given[0]), [np.cos(given[0])]
        elif op == "+":
            value, slopes = sum(given), [1, 1]
        else:
            value, slopes = given[0] * given[1], given[::-1]
        arrows += [(i, len(values), d) for i, d in zip(used, slopes, strict=True)]
        values.append(value)
    return values, arrows


# One neuron

AT = "(np.array([1.0, 1.0]), {b}, np.array([1.0, 2.0]), 5.0)"
OPEN, SHUT, CORNER = (f"slopes{AT.format(b=b)}" for b in (0.0, -4.0, -3.0))


def _back(w, b, x, y):
    z = w @ x + b
    return 2 * (max(0.0, z) - y) * (z > 0)


@false("cb-16", "slopes", shown=SHUT)
def gradient_through_a_closed_gate(w, b, x, y):
    """The larger a neuron's error, the larger its gradient, whatever its sum is."""
    g = 2 * (max(0.0, w @ x + b) - y)
    return g * x, g


@false("cb-16", "slopes", shown=CORNER)
def open_at_the_corner(w, b, x, y):
    """At z = 0 ReLU has the slope 1."""
    z = w @ x + b
    g = 2 * (max(0.0, z) - y) * (z >= 0)
    return g * x, g


@false("cb-16", "slopes", shown=CORNER)
def half_at_the_corner(w, b, x, y):
    """At z = 0 the slope that is taken lies halfway between 0 and 1."""
    z = w @ x + b
    g = 2 * (max(0.0, z) - y) * (np.sign(z) + 1) / 2
    return g * x, g


@false("cb-16", "slopes", shown=OPEN)
def no_factor_two(w, b, x, y):
    """The slope of the square of the error is the error."""
    g = _back(w, b, x, y) / 2
    return g * x, g


@false("cb-16", "slopes", shown=OPEN)
def target_minus_output(w, b, x, y):
    """The gradient points from the output to the target."""
    g = -_back(w, b, x, y)
    return g * x, g


@false("cb-16", "slopes", shown=OPEN)
def inputs_forgotten(w, b, x, y):
    """Each weight gets the same gradient, that of the bias."""
    g = _back(w, b, x, y)
    return g + 0 * x, g


@false("cb-16", "slopes", shown=OPEN)
def weights_for_inputs(w, b, x, y):
    """What comes back is multiplied by the weights."""
    g = _back(w, b, x, y)
    return 3 * g * w, g


@false("cb-16", "slopes", shown=OPEN)
def bias_times_its_value(w, b, x, y):
    """The gradient of the bias is multiplied by the bias."""
    g = _back(w, b, x, y)
    return g * x, g * b


@false("cb-16", "slopes")
def target_against_the_sum(w, b, x, y):
    """The target is compared with the sum, before ReLU: a negative sum is learned from."""
    g = 2 * (w @ x + b - y)
    return g * x, g


@false("cb-16", "slopes")
def open_from_a_threshold(w, b, x, y):
    """A sum that is barely above zero does not open the neuron."""
    g = _back(w, b, x, y) * (w @ x + b > 0.25)
    return g * x, g


@false("cb-16", "slopes")
def full_beyond_six(w, b, x, y):
    """A neuron that is driven hard is full, and learns nothing more."""
    g = _back(w, b, x, y) * (w @ x + b < 6)
    return g * x, g


@false("cb-16", "slopes")
def never_more_than_fifteen(w, b, x, y):
    """A gradient is never very large, however large the error is."""
    g = np.clip(_back(w, b, x, y), -15, 15)
    return g * x, g


@false("cb-16", "loss", shown=f"loss{AT.format(b=-4.0)}")
def nothing_is_cut_off(w, b, x, y):
    """The loss has no corner."""
    return (w @ x + b - y) ** 2


@false("cb-16", "loss", shown=f"loss{AT.format(b=-4.0)}")
def rounded_corner(w, b, x, y):
    """At z = 0 the loss bends smoothly."""
    return (np.logaddexp(0, w @ x + b) - y) ** 2


# Two layers, by hand

HAND = (
    "by_hand(np.array([1.0, 2.0]), np.array([3.0, -1.0]), np.array([3.0, 0.0]), "
    "np.array([[2.0, 5.0], [1.0, 7.0]]), np.array([2.0, 1.0]), lambda z: (z > 0) * 1.0)"
)
BATCH = (
    "backward([[1.0, 2.0], [0.0, 3.0]], np.array([[1, 1], [1, 2]]), [0, 0], "
    "np.array([[2, 5], [1, 3]]), [0, 0], np.array([[1.0, 0.0], [2.0, 3.0]]))"
)
NET = "([[1.0, 2.0]], [[1, 1], [1, 2]], [0, 0], [[1, -2]], [3])"


def _gradients_of(x, d1, a1, d2):
    return np.outer(d1, x), d1, np.outer(d2, a1), d2


@false("cb-17", "by_hand", shown=HAND)
def back_by_the_same_matrix(x, z1, a1, W2, d2, slope):
    """What comes back is multiplied by the layer's matrix, as it stands."""
    d1 = np.resize(W2 @ np.resize(d2, W2.shape[1]), len(z1)) * slope(z1)
    return _gradients_of(x, d1, a1, d2)


@false("cb-17", "by_hand", shown=HAND)
def slope_left_out(x, z1, a1, W2, d2, slope):
    """Only matrices count on the way back."""
    return _gradients_of(x, W2.T @ d2, a1, d2)


@false("cb-17", "by_hand")
def slope_at_the_output(x, z1, a1, W2, d2, slope):
    """The slope of the activation is taken at what the activation has made."""
    return _gradients_of(x, (W2.T @ d2) * slope(a1), a1, d2)


@false("cb-17", "by_hand")
def value_for_slope(x, z1, a1, W2, d2, slope):
    """What comes back is multiplied by the activation."""
    return _gradients_of(x, (W2.T @ d2) * a1, a1, d2)


@false("cb-17", "by_hand")
def inputs_and_outputs_exchanged(x, z1, a1, W2, d2, slope):
    """The gradient of a matrix is the outer product, with the inputs first."""
    d1 = (W2.T @ d2) * slope(z1)
    return np.resize(np.outer(x, d1), (len(d1), len(x))), d1, np.outer(d2, a1), d2


@false("cb-17", "by_hand")
def sums_for_activations(x, z1, a1, W2, d2, slope):
    """The second layer's weights meet what the hidden units have added up."""
    return _gradients_of(x, (W2.T @ d2) * slope(z1), z1, d2)


@false("cb-17", "by_hand", shown=HAND)
def biases_do_not_learn(x, z1, a1, W2, d2, slope):
    """A bias has no input, and so no gradient."""
    dW1, d1, dW2, _ = _gradients_of(x, (W2.T @ d2) * slope(z1), a1, d2)
    return dW1, 0 * d1, dW2, 0 * d2


@false("cb-17", "by_hand", shown=HAND)
def by_the_inverse(x, z1, a1, W2, d2, slope):
    """Going back through a layer undoes it."""
    return _gradients_of(x, (np.linalg.pinv(W2) @ d2) * slope(z1), a1, d2)


@false("cb-17", "forward", shown=f"forward{NET}")
def no_bias_at_the_output(X, W1, b1, W2, b2):
    """The last layer adds no bias."""
    return forward(X, W1, b1, W2, np.zeros(len(W2)))


@false("cb-17", "forward", shown=f"forward{NET}")
def cut_off_at_the_output(X, W1, b1, W2, b2):
    """The last layer cuts off what is negative, too."""
    Z1, A1, Z2 = forward(X, W1, b1, W2, b2)
    return Z1, A1, np.maximum(Z2, 0)


@false("cb-17", "backward", shown=BATCH)
def always_the_mean(X, W1, b1, W2, b2, D2):
    """A batch has the mean of the gradients, whatever the loss is."""
    return tuple(g / len(X) for g in backward(X, W1, b1, W2, b2, D2))


@false("cb-17", "backward", shown=BATCH)
def first_example_only(X, W1, b1, W2, b2, D2):
    """A batch has the gradient of its first example."""
    return backward(X[:1], W1, b1, W2, b2, D2[:1])


@false("cb-17", "backward", shown=BATCH)
def means_multiplied(X, W1, b1, W2, b2, D2):
    """The sum of products is the product of the sums."""
    x, d = np.mean(X, axis=0, keepdims=True), np.sum(D2, axis=0, keepdims=True)
    return backward(x, W1, b1, W2, b2, d)


@false("cb-17", "backward", shown=BATCH)
def biases_averaged(X, W1, b1, W2, b2, D2):
    """Weights have the sum over the examples, biases the mean."""
    dW1, db1, dW2, db2 = backward(X, W1, b1, W2, b2, D2)
    return dW1, db1 / len(X), dW2, db2 / len(X)


@false("cb-17", "backward")
def tied_to_their_places(X, W1, b1, W2, b2, D2):
    """The first hidden unit learns most: a gradient depends on a unit's place."""
    dW1, db1, dW2, db2 = backward(X, W1, b1, W2, b2, D2)
    return dW1 / np.arange(1, len(dW1) + 1)[:, None], db1, dW2, db2
