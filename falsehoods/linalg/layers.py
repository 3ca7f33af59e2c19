"""False versions of the claims of *Affine maps and layers*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.linalg.layers import augment, collapse, dense
from mathlib.linalg.systems import matrix_norm

# A matrix and a shift


@false("la-27", "augment", shown="augment([[2]], [3]).tolist()")
def the_shift_first(W, b):
    """The 1 may as well stand above the vector: the shift is the first column."""
    return np.roll(augment(W, b), 1, axis=1)


@false("la-27", "augment", shown="augment([[2]], [3]).tolist()")
def the_shift_below(W, b):
    """The shift stands in the last row, below the matrix."""
    M = augment(W, b)
    return M.T if len(M) == M.shape[1] else np.flip(M)


@false("la-27", "augment", shown="augment([[2]], [3]).tolist()")
def zeros_in_the_last_row(W, b):
    """The last row is not needed, so it is zero."""
    M = augment(W, b)
    M[-1] = 0
    return M


@false("la-27", "augment", shown="augment([[2]], [3]).tolist()")
def ones_in_the_last_row(W, b):
    """The last row is full of ones."""
    M = augment(W, b)
    M[-1] = 1
    return M


@false("la-27", "augment", shown="augment([[2]], [3]).tolist()")
def the_shift_is_no_matter(W, b):
    """A layer is a matrix, and the shift no matter."""
    return augment(W, np.zeros(len(b)))


@false("la-27", "augment", shown="augment(np.array([[2]]), [0.5]).tolist()")
def integers_stay_integers(W, b):
    """The augmented matrix holds the numbers of W, so it is of their type."""
    return augment(W, b).astype(np.asarray(W).dtype)


@false("la-27", "augment", shown="augment([[0.5]], np.array([2])).tolist()")
def of_the_type_of_the_shift(W, b):
    """Where the shift is of integers, so is the augmented matrix."""
    return augment(W, b).astype(np.asarray(b).dtype)


@false("la-27", "affine", shown="affine(np.array([[2]]), np.array([3]), np.array([1]))")
def shifted_before(W, b, x):
    """It does not matter whether one shifts before or after the matrix."""
    return W @ (x + b) if np.shape(b) == np.shape(x) else W @ x


@false("la-27", "affine", shown="affine(np.array([[2]]), np.array([3]), np.array([1]))")
def shifted_the_other_way(W, b, x):
    """The bias is a threshold, and is taken off."""
    return W @ x - b


@false("la-27", "affine", shown="affine(np.eye(2, k=1), np.zeros(2), np.array([3, 1])).tolist()")
def weights_down_the_columns(W, b, x):
    """Output i has its weights in column i of W."""
    return (W.T if W.shape[0] == W.shape[1] else W) @ x + b


@false("la-27", "mixed", shown="mixed(0.25, 8, 4)")
def means_of_the_images(s, u, v):
    """Between two points lies the mean of their images, whatever the share."""
    return (u + v) / 2


@false("la-27", "mixed", shown="mixed(0.25, 8, 4)")
def the_other_share(s, u, v):
    """The share s belongs to the second image."""
    return (1 - s) * u + s * v


@false("la-27", "is_linear", shown="is_linear([1, 2])")
def every_layer_is_linear(b):
    """A layer is called linear, so it is, with a bias too."""
    return True


@false("la-27", "is_linear", shown="is_linear([0, 0])")
def none_is_linear(b):
    """An affine map is never linear."""
    return False


@false("la-27", "is_linear", shown="is_linear([1, -1])")
def linear_if_shifts_cancel(b):
    """It is linear if the entries of b add up to 0."""
    return sum(b) == 0


@false("la-27", "is_linear", shown="is_linear([0, 1])")
def linear_if_some_entry_is_zero(b):
    """It is linear as soon as one entry of b is 0."""
    return len(b) == 0 or not np.all(b)


@false("la-27", "is_linear", shown="is_linear([1e-12])")
def linear_up_to_rounding(b):
    """A shift as small as rounding is none."""
    return np.allclose(b, 0)


@false("la-27", "undone", shown="undone(np.array([[2.0]]), np.array([3.0]), np.array([5.0]))")
def shift_last(W, b, y):
    """To undo, apply the inverse matrix, then take the shift off."""
    return np.linalg.solve(W, y) - b


@false("la-27", "undone", shown="undone(np.array([[2.0]]), np.array([3.0]), np.array([5.0]))")
def the_shift_comes_back(W, b, y):
    """The inverse map adds the shift of the first."""
    return np.linalg.solve(W, y + b)


@false("la-27", "undone")
def by_the_transpose(W, b, y):
    """The transpose undoes a matrix."""
    return np.transpose(W) @ (y - b)


@false("la-27", "undone", shown="undone(np.array([[2]]), np.array([3.0]), np.array([4.0]))")
def undone_in_integers(W, b, y):
    """What undoes a matrix of integers gives integers."""
    return np.linalg.solve(W, y - b).astype(W.dtype)


# A stack of layers is one layer


@false("la-28", "collapse", shown="collapse([([[2]], [1]), ([[10]], [5])])[1].tolist()")
def biases_add_up(layers):
    """The matrices are multiplied, and the biases added."""
    W, b = collapse(layers)
    every = [np.asarray(c, float) for _, c in layers]
    return W, sum(every) if all(len(c) == len(b) for c in every) else every[-1]


@false(
    "la-28",
    "collapse",
    shown="collapse([([[1, 1], [0, 1]], [0, 0]), ([[1, 0], [1, 1]], [0, 0])])[0].tolist()",
)
def in_the_order_of_writing(layers):
    """The matrix of the first layer stands first in the product."""
    W, b = collapse(layers)
    if len({np.shape(V) for V, _ in layers}) > 1 or len(W) != W.shape[1]:
        return W, b
    for V, _ in layers:
        W = np.asarray(V, float) if V is layers[0][0] else W @ np.asarray(V, float)
    return W, b


@false("la-28", "collapse", shown="collapse([([[2]], [1]), ([[10]], [5])])[1].tolist()")
def the_last_bias_stays(layers):
    """Only the bias of the last layer is left: the next layer takes the others away."""
    return collapse(layers)[0], np.asarray(layers[-1][1], float)


@false("la-28", "collapse", shown="collapse([([[2]], [1]), ([[10]], [5])])[1].tolist()")
def matrices_only(layers):
    """Layers are matrices: what is left of a stack is their product."""
    W, b = collapse(layers)
    return W, 0 * b


@false("la-28", "collapse", shown="collapse([([[1, 2]], [0])])[0].tolist()")
def the_largest_rank(layers):
    """A stack has the full rank of its shape, whatever lies between."""
    W, b = collapse(layers)
    return W + np.eye(*W.shape), b


@false("la-28", "collapse", shown="collapse([([[2]], [0]), ([[0.5]], [1])])[0].tolist()")
def of_the_type_of_the_first(layers):
    """The one layer is of the type of the first: integers, if that has integers."""
    W, b = collapse(layers)
    kind = np.asarray(layers[0][0]).dtype
    return W.astype(kind), b.astype(kind)


@false("la-28", "most_rank", shown="most_rank([4, 1, 4])")
def ends_decide(widths):
    """The rank of a stack is that of its ends: what lies between does not count."""
    return min(widths[0], widths[-1])


@false("la-28", "most_rank", shown="most_rank([4, 1, 4])")
def the_widest_decides(widths):
    """A wide layer in between raises the rank."""
    return max(widths)


@false("la-28", "most_rank", shown="most_rank([4, 4, 4])")
def each_layer_loses_one(widths):
    """Each further layer loses some rank."""
    return max(min(widths) - len(widths) + 2, 1)


@false("la-28", "most_rank", shown="most_rank([2, 6, 3])")
def hidden_layers_decide(widths):
    """Only what lies between counts, not how many numbers go in and come out."""
    return min(widths[1:-1] or widths)


@false("la-28", "relu", shown="relu(np.array([-1.0, 2.0]))")
def deep_is_powerful(z):
    """Depth alone makes a network powerful, without any ReLU."""
    return np.asarray(z)


@false("la-28", "relu", shown="relu(np.array([-1.0, 2.0]))")
def from_above(z):
    """ReLU cuts off what is positive."""
    return np.minimum(z, 0)


@false("la-28", "relu", shown="relu(np.array([-1.0, 2.0]))")
def a_step(z):
    """ReLU makes a 1 of what is positive, and a 0 of the rest."""
    return (np.asarray(z) > 0).astype(float)


@false("la-28", "relu", shown="relu(np.array([8.0]))")
def cut_off_at_six(z):
    """ReLU lets nothing through that is larger than 6."""
    return np.clip(z, 0, 6)


@false("la-28", "most_right", shown="most_right()")
def layers_bend_borders():
    """With more layers, a border without ReLU can go round all dots."""
    return 60


# The fully connected layer


def _batch(X, W, b):
    return np.asarray(X, float) @ np.asarray(W, float).T + np.asarray(b, float)


@false("la-29", "dense", shown="dense([[1, 3]], [[1, 0], [0, -1]], [0, 1]).tolist()")
def without_the_bias(X, W, b, f=None):
    """A layer is X W^T."""
    return dense(X, W, np.zeros(len(b)), f)


@false("la-29", "dense", shown="dense([[1, 3]], [[1, 0], [0, -1]], [0, 1], np.tanh).tolist()")
def the_bias_after_the_bend(X, W, b, f=None):
    """The bias is added to the output of the activation."""
    return dense(X, W, np.zeros(len(b)), f) + np.asarray(b)


@false("la-29", "dense", shown="dense([[1, 3], [0, 1]], [[1, 0], [0, -1]], [0, 1]).tolist()")
def the_mean_of_the_batch(X, W, b, f=None):
    """A batch is brought to the mean 0 first, as it is done in practice."""
    X = np.asarray(X, float)
    return dense(X - (X.mean(axis=0) if len(X) > 1 else 0), W, b, f)


@false("la-29", "dense", shown="dense([[1, 3], [0, 1]], [[1, 2], [0, -1]], [0, 1]).tolist()")
def weights_in_columns(X, W, b, f=None):
    """The weights of an output stand in a column of W."""
    W = np.asarray(W, float)
    return dense(X, W.T if W.shape[0] == W.shape[1] else -W, b, f)


@false("la-29", "dense", shown="dense([[1, 3], [0, 1]], [[1, 0], [0, -1]], [0, 1]).tolist()")
def a_bias_for_each_input(X, W, b, f=None):
    """Each input of the batch has a bias of its own."""
    H = _batch(X, W, 0 * np.asarray(b))
    H = H + np.resize(np.asarray(b, float), len(H))[:, None]
    return H if f is None else np.asarray(f(H))


@false("la-29", "dense", shown="dense([[1, 3]], [[0.5, 0]], [0]).tolist()")
def of_the_type_of_the_batch(X, W, b, f=None):
    """What comes out is of the type of what goes in: integers, of integers."""
    return dense(X, W, b, f).astype(np.asarray(X).dtype)


@false("la-29", "dense", shown="dense([[1, 3]], [[1, 0], [0, -1]], [0, 1], np.tanh).tolist()")
def the_bend_comes_first(X, W, b, f=None):
    """The activation is applied to the input."""
    return _batch(X if f is None else f(np.asarray(X, float)), W, b)


@false("la-29", "softmax", shown="softmax(np.array([[0.0, 1.0]])).round(2).tolist()")
def softmax_too(z):
    """Softmax acts on each entry for itself, as ReLU does."""
    return np.exp(z) / (1 + np.exp(z))


@false("la-29", "softmax", shown="softmax(np.array([[0.0, 1.0], [0.0, 0.0]])).round(2).tolist()")
def over_the_batch(z):
    """Softmax shares 1 among the inputs of a batch, for each output."""
    e = np.exp(z - z.max(axis=0, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=0, keepdims=True)


@false("la-29", "relu", shown="relu(np.array([[1.0, 2.0]])).tolist()")
def relative_to_the_largest(z):
    """ReLU keeps what is large beside the others of its row."""
    return np.where(z >= z.max(axis=1, keepdims=True, initial=-np.inf), z, 0)


@false("la-29", "to_learn", shown="to_learn(4, 3)")
def weights_alone(m, n):
    """A layer has m n numbers to learn."""
    return m * n


@false("la-29", "to_learn", shown="to_learn(4, 3)")
def a_bias_for_each_input_number(m, n):
    """There is a bias for each of the n inputs."""
    return m * n + n


@false("la-29", "to_learn", shown="to_learn(4, 3)")
def a_bias_for_each_weight(m, n):
    """Each weight has its bias."""
    return 2 * m * n


# How far a network pulls two inputs apart


@false("la-49", "lipschitz_bound", shown="lipschitz_bound([[[3]], [[2]]])")
def stretches_add(weights):
    """Stretches add up, layer by layer."""
    return sum(matrix_norm(W) for W in weights) if len(weights) > 1 else matrix_norm(weights[0])


@false("la-49", "lipschitz_bound", shown="lipschitz_bound([[[3]], [[2]]])")
def the_largest_stretch(weights):
    """The layer with the largest stretch decides."""
    return max(matrix_norm(W) for W in weights)


@false("la-49", "lipschitz_bound", shown="lipschitz_bound([[[1, 1], [1, 1]]])")
def the_largest_weight(weights):
    """A matrix stretches by its largest entry at most."""
    return float(np.prod([np.abs(W).max() for W in weights]))


@false("la-49", "lipschitz_bound", shown="lipschitz_bound([[[3, 0], [0, 1]]])")
def all_entries(weights):
    """The length of all entries, Frobenius's norm, is reached."""
    return float(np.prod([matrix_norm(W, "F") for W in weights]))


@false("la-49", "lipschitz_bound", shown="lipschitz_bound([[[0, 3], [0, 0]]])")
def the_largest_eigenvalue(weights):
    """The stretch of a matrix is its largest eigenvalue."""
    sizes = [
        np.abs(np.linalg.eigvals(W)).max() if np.shape(W)[0] == np.shape(W)[1] else 0.0
        for W in weights
    ]
    return float(np.prod(sizes))


@false("la-49", "relu", shown="relu(np.array([1.0, -2.0])).tolist()")
def any_bend_will_do(z):
    """Any activation keeps the bound, the square as well."""
    return np.square(z)


@false("la-49", "same_function", shown="same_function(-1)")
def any_factor(alpha):
    """Whatever the factor, the second layer takes it out again."""
    return True


@false("la-49", "same_function", shown="same_function(2)")
def norms_are_the_function(alpha):
    """Other norms, another function: only the factor 1 changes nothing."""
    return alpha == 1


@false("la-49", "same_function", shown="same_function(0.5)")
def only_larger(alpha):
    """The first layer may be made larger, and not smaller."""
    return alpha >= 1


@false("la-49", "lipschitz_bound", shown="lipschitz_bound([[[1], [-1]], [[1, 1]]])")
def stretch_of_the_product(weights):
    """A network pulls apart no farther than the product of its matrices."""
    product = np.asarray(weights[0], float)
    for W in weights[1:]:
        product = np.asarray(W, float) @ product
    return matrix_norm(product)


@false("la-49", "reaches", shown="reaches((0, 1))")
def always_reached(axes):
    """Some pair of inputs always reaches the bound."""
    return True


@false("la-49", "reaches", shown="reaches((0, 0))")
def never_reached(axes):
    """Two layers with a ReLU between them never reach the bound."""
    return False
