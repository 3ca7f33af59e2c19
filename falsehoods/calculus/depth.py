"""False versions of the claims of *What depth does to a gradient, and what else one tells*."""

import numpy as np

from mathlib.calculus.depth import gradients_back, mean_factor, signals
from mathlib.calculus.gradients import gradient
from mathlib.calculus.jacobians import jacobian
from mathlib.calculus.sensitivity import condition, elasticities
from mathlib.falsehoods import false

# A product of twenty matrices

PAIR = "np.array([[[1.0, 2.0], [0.0, 1.0]], [[0.0, 1.0], [3.0, 0.0]]])"
NET = f"of_layers({PAIR}, np.array([[1.0, 1.0], [3.0, 1.0]]), np.ones_like)"
BOUND = f"round(float(at_most({PAIR})), 3)"
BACK = f"gradients_back({PAIR}, [1, -1], [1, 0]).round(3)"


@false("cb-21", "of_layers", shown=NET)
def first_layer_on_the_left(W, a, slope):
    """The matrices stand in the order of the layers, the first one on the left."""
    J = np.eye(len(a[0]))
    for layer, below in zip(W, a, strict=False):
        J = J @ (slope(layer @ below)[:, None] * layer)
    return J


@false("cb-21", "of_layers")
def weights_alone(W, a, slope):
    """The Jacobian of a network is the product of its weights."""
    J = np.eye(len(a[0]))
    for layer in W:
        J = layer @ J
    return J


@false("cb-21", "of_layers")
def slopes_at_the_inputs(W, a, slope):
    """The slopes of a layer are taken at what goes into it."""
    J = np.eye(len(a[0]))
    for layer, below in zip(W, a, strict=False):
        J = slope(below)[:, None] * (layer @ J)
    return J


@false("cb-21", "of_layers")
def slopes_before_the_weights(W, a, slope):
    """A layer multiplies by its slopes first, then by its weights."""
    J = np.eye(len(a[0]))
    for layer, below in zip(W, a, strict=False):
        J = layer @ (slope(layer @ below)[:, None] * J)
    return J


@false("cb-21", "at_most", shown=BOUND)
def radii_decide(W):
    """A product is at most as large as the eigenvalues of its factors allow."""
    return np.prod([max(abs(np.linalg.eigvals(layer))) for layer in W])


@false("cb-21", "at_most", shown=BOUND)
def bound_of_the_last_layer(W):
    """The largest of the layers bounds how far the network stretches."""
    return max(np.linalg.norm(layer, 2) for layer in W)


@false("cb-21", "at_most", shown=BOUND)
def bound_by_all_entries(W):
    """A network can stretch by the product of the lengths of its weights, as long lists."""
    return np.prod([np.linalg.norm(layer) for layer in W])


@false("cb-21", "at_most", shown=BOUND)
def bound_of_the_product(W):
    """A network stretches by at most what the product of its weights does."""
    return np.linalg.norm(np.linalg.multi_dot([np.eye(len(W[0])), *list(W)[::-1]]), 2)


@false("cb-21", "at_most", shown=BOUND)
def bound_by_the_typical_stretch(W):
    """A layer stretches every vector as it does on average."""
    return np.prod([np.linalg.norm(layer) / len(layer) ** 0.5 for layer in W])


@false("cb-21", "at_most", shown=BOUND)
def stretches_add_up(W):
    """The stretches of the layers add up."""
    return sum(np.linalg.norm(layer, 2) for layer in W)


@false("cb-21", "gradients_back", shown=BACK)
def back_without_slopes(W, x, u, activation="relu"):
    """On the way back the activation does not count."""
    return gradients_back(W, x, u, "linear")


@false("cb-21", "gradients_back", shown=f"gradients_back({PAIR}, [1, 1], [1, 0]).round(3)")
def back_through_the_inverse(W, x, u, activation="relu"):
    """A gradient goes back as a signal goes up, through the same matrices."""
    return signals(np.asarray(W)[::-1], u, activation)[::-1]


@false("cb-21", "gradients_back")
def back_to_the_bottom_alone(W, x, u, activation="relu"):
    """Only the gradient of what goes in comes of the way back; on the way it is that of the end."""
    g = gradients_back(W, x, u, activation)
    g[1:] = u
    return g


@false("cb-21", "after")
def slopes_of_the_first_step(W, b, a, steps):
    """A layer that is repeated has the same Jacobian each time."""
    once = (1 - np.tanh(W @ a + b) ** 2)[:, None] * W
    return np.linalg.norm(np.linalg.matrix_power(once, steps), 2)


@false("cb-21", "typical", shown="typical([0, 0, 0, 8])")
def typical_is_the_mean(squares):
    """The mean over many networks is what a typical one does."""
    return np.mean(squares)


@false("cb-21", "mean_factor", shown="mean_factor(1.0, 'relu')")
def relu_keeps_the_square(scale, activation="relu"):
    """What ReLU sets to zero does not count in the mean."""
    return scale**2


@false("cb-21", "mean_factor", shown="mean_factor(1.0, 'relu')")
def relu_keeps_half_the_size(scale, activation="relu"):
    """ReLU halves the size, so its mean square is a quarter."""
    return mean_factor(scale, activation) * (0.5 if activation == "relu" else 1)


@false("cb-21", "mean_factor", shown="mean_factor(0.5, 'linear')")
def scale_not_squared(scale, activation="relu"):
    """Mean squares grow by the scale, not by its square."""
    return mean_factor(1.0, activation) * scale


@false("cb-21", "mean_factor", shown="mean_factor(0.5, 'linear')")
def always_kept(scale, activation="relu"):
    """Random weights neither lift nor lower the mean square, whatever their scale."""
    return 1.0


@false("cb-21", "signals", shown="signals(2 * np.ones((1, 2, 2)), [1, 1])")
def signals_by_the_mean(W, x, activation="relu"):
    """A unit takes the mean of its inputs, not their sum."""
    return signals(np.asarray(W) / len(x), x, activation)


@false("cb-21", "draw_layers")
def mean_square_one(depth, n, scale, rng):
    """The width does not matter: weights have the mean square s squared."""
    return scale * rng.normal(size=(depth, n, n))


@false("cb-21", "draw_layers")
def mean_square_by_both_widths(depth, n, scale, rng):
    """The size of a weight is one over the width."""
    return scale / n * rng.normal(size=(depth, n, n))


@false("cb-21", "draw_layers")
def all_layers_alike(depth, n, scale, rng):
    """A deep network may be one layer, drawn once and repeated."""
    return np.repeat(scale / np.sqrt(n) * rng.normal(size=(1, n, n)), depth, axis=0)


@false("cb-21", "draw_layers")
def later_layers_are_larger(depth, n, scale, rng):
    """What the first layers take away, larger ones later give back."""
    by = np.linspace(0.9, 1.1, depth) * scale / np.sqrt(n)
    return by[:, None, None] * rng.normal(size=(depth, n, n))


@false("cb-21", "gradients_back", shown=f"gradients_back({PAIR}, [1, -1], [1e-9, 0])")
def vanished_gradients(W, x, u, activation="relu"):
    """A gradient below 1e-8 has vanished: it is 0."""
    g = gradients_back(W, x, u, activation)
    return np.where(np.abs(g) < 1e-8, 0, g)


# Two gradients of one loss

FOOL = "fool(np.array([1.0, 1.0]), np.array([2.0, -1.0]), 0.1)"


@false("cb-20", "of_weights", shown="of_weights(np.array([1.0, 2.0]), np.array([3.0, 4.0]))")
def outer_the_other_way(g, x):
    """The gradient of the weights has a row for each input."""
    return np.outer(x, g)


@false("cb-20", "of_weights", shown="of_weights(np.array([1.0, 2.0]), np.array([3.0, 4.0]))")
def weights_feel_only_the_loss(g, x):
    """How the loss changes with a weight does not depend on the input."""
    return np.outer(g, np.ones_like(x))


@false("cb-20", "of_weights", shown="of_weights(np.array([1.0, 2.0]), np.array([3.0, 4.0]))")
def each_weight_by_the_sign(g, x):
    """Only the sign of the input counts for a weight."""
    return np.outer(g, np.sign(x))


@false("cb-20", "of_input")
def input_through_the_weights(W, g):
    """A gradient goes back through the weights as a signal goes up."""
    return np.resize(W @ np.resize(g, W.shape[1]), W.shape[1])


@false("cb-20", "of_input", shown="of_input(np.array([[1.0, 2.0]]), np.array([3.0]))")
def inputs_have_no_gradient(W, g):
    """The input is given: the loss has no gradient with respect to it."""
    return np.zeros(W.shape[1])


@false("cb-20", "fool", shown=FOOL)
def each_entry_in_proportion(x, g, eps):
    """The worst change is along the gradient, each entry in proportion."""
    return x + eps * g / np.max(np.abs(g))


@false("cb-20", "fool", shown=FOOL)
def only_the_worst_entry(x, g, eps):
    """Only the entry with the largest slope should be changed."""
    return x + eps * np.sign(g) * (np.abs(g) == np.max(np.abs(g)))


@false("cb-20", "fool", shown=FOOL)
def towards_lower_loss(x, g, eps):
    """One goes against the gradient, as in training."""
    return x - eps * np.sign(g)


@false("cb-20", "fool", shown=FOOL)
def all_in_one_direction(x, g, eps):
    """To change a picture most, make all of it lighter."""
    return x + eps


@false("cb-20", "fool", shown=FOOL)
def a_length_of_eps(x, g, eps):
    """The change has the length eps, and goes along the gradient."""
    return x + eps * g / np.linalg.norm(g)


@false("cb-20", "slopes_of_convex")
def sum_forgotten(z):
    """The slope of a logarithm of a sum is that of its terms."""
    return np.exp(z) / (1 + np.exp(z)) + 0 * z


@false("cb-20", "slopes", shown="round(float(slopes(w, X[0], 1)), 6)")
def slope_of_a_large_score(w, x, y):
    """The loss changes with the score by one, whatever the score."""
    return -y + 0 * (x @ w)


@false("cb-20", "fool", shown="fool(np.zeros(2), np.array([1e-9, -1e-9]), 0.1)")
def tiny_slopes_are_none(x, g, eps):
    """A slope below 1e-8 is rounding, and says nothing of where to go."""
    return x + eps * np.where(np.abs(g) < 1e-8, 0, np.sign(g))


@false("cb-20", "fool", shown="fool(np.zeros(2), np.array([1, 1e-9]), 0.1)")
def only_the_steep_ones(x, g, eps):
    """Beside steep slopes one of a millionth does not count."""
    return x + eps * np.where(np.abs(g) < 1e-6 * np.abs(g).max(), 0, np.sign(g))


@false("cb-20", "of_weights", shown="of_weights(np.array([1e-9]), np.array([2.0]))")
def tiny_gradients_of_weights_are_none(g, x):
    """A gradient below 1e-8 is 0."""
    G = np.outer(g, x)
    return np.where(np.abs(G) < 1e-8, 0, G)


@false("cb-20", "of_input", shown="of_input(np.array([[3.0]]), np.array([1e-9]))")
def tiny_gradients_of_inputs_are_none(W, g):
    """What comes down below 1e-8 is 0."""
    return np.where(np.abs(W.T @ g) < 1e-8, 0, W.T @ g)


# Which input matters?

CAR = "swings(stop, here, spread).round(3)"
SHARE = "elasticities(stop, here).round(3)"
WORST = "round(condition(lambda x: x[0] - x[1], [1.0, 0.5]), 3)"


@false("cb-40", "swings", shown=CAR)
def slopes_are_enough(f, x, spread):
    """The input with the largest derivative matters most."""
    return np.abs(gradient(f, x))


@false("cb-40", "swings", shown=CAR)
def spread_of_a_share(f, x, spread):
    """An input matters by its spread in proportion to itself."""
    return np.abs(gradient(f, x)) * spread / x


@false("cb-40", "swings", shown=CAR)
def spread_squared(f, x, spread):
    """A change of twice the size counts four times."""
    return np.abs(gradient(f, x)) * spread**2


@false("cb-40", "elasticities", shown=SHARE)
def slopes_by_the_value(f, x):
    """An elasticity is the slope, divided by the value."""
    return gradient(f, x) / f(np.asarray(x, float))


@false("cb-40", "elasticities", shown=SHARE)
def slopes_by_the_input(f, x):
    """An elasticity is the slope times the input."""
    return gradient(f, x) * x


@false("cb-40", "elasticities", shown=SHARE)
def always_more(f, x):
    """An elasticity says how much f changes, so it has no sign."""
    return np.abs(elasticities(f, x))


@false("cb-40", "elasticities", shown="elasticities(lambda x: x[0] - 5, [1.0]).round(3)")
def by_the_size_of_the_value(f, x):
    """A per cent of something below zero is counted upwards."""
    return elasticities(f, x) * np.sign(f(np.asarray(x, float)))


@false("cb-40", "elasticities", shown="elasticities(lambda x: x[0] + 5, [-1.0]).round(3)")
def by_the_size_of_the_input(f, x):
    """One per cent more of an input is a step to the right, below zero as well."""
    return elasticities(f, x) * np.sign(x)


@false("cb-40", "elasticities", shown=SHARE)
def shares_of_one(f, x):
    """The elasticities of all inputs add up to one."""
    e = elasticities(f, x)
    return e / (e.sum() or 1)


@false("cb-40", "elasticities", shown=SHARE)
def whole_exponents(f, x):
    """Elasticities are exponents, so they are whole numbers."""
    return elasticities(f, x).round()


@false("cb-40", "condition", shown=WORST)
def only_the_slope(f, x):
    """How much an error grows is the largest singular value of the Jacobian."""
    return float(np.linalg.norm(jacobian(lambda x: np.atleast_1d(f(x)), x), 2))


@false("cb-40", "condition", shown="round(condition(np.sqrt, [1.0, 1.0]), 3)")
def of_all_entries(f, x):
    """The size of a Jacobian is the root of the sum of its squares."""
    J = jacobian(lambda x: np.atleast_1d(f(x)), x)
    return condition(f, x) * float(np.linalg.norm(J) / np.linalg.norm(J, 2))


@false("cb-40", "condition", shown="condition(np.sqrt, [4.0])")
def never_below_one(f, x):
    """No map makes relative errors smaller, and each has a condition of one or more."""
    return max(1.0, condition(f, x))


@false("cb-40", "condition", shown=WORST)
def of_the_matrix(f, x):
    """It is the ratio of the largest and the smallest singular value, wherever one is."""
    values = np.linalg.svd(jacobian(lambda x: np.atleast_1d(f(x)), x), compute_uv=False)
    return float(values[0] / values[-1])
