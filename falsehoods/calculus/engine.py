"""False versions of the claims of *An engine of one's own*."""

import numpy as np

from mathlib.calculus.engine import RULES, Node, gradients
from mathlib.calculus.gradient_check import differences, relative_error
from mathlib.falsehoods import false


def _tape(y):
    found, ask = {}, [y]
    while ask:
        node = ask.pop()
        if node.number not in found:
            found[node.number] = node
            ask += [a for a in node.inputs if isinstance(a, Node)]
    return [found[number] for number in sorted(found)]


def _fit(g, shape, gather=np.sum):
    g = gather(g, axis=tuple(range(np.ndim(g) - len(shape))))
    once = tuple(i for i, n in enumerate(shape) if n == 1 and np.shape(g)[i] > 1)
    return gather(g, axis=once, keepdims=True)


def _back(
    y, add=lambda old, new: old + new, fit=_fit, order=None, start=1.0, taken=list, seen=None
):
    """Go back as the page does, with one thing done otherwise."""
    found = {y.number: np.full(y.shape, start)}
    for node in order(y) if order else reversed(_tape(y)):
        values = taken([getattr(a, "value", a) for a in node.inputs])
        for a, pull in zip(node.inputs, RULES.get(node.function, ()), strict=False):
            if isinstance(a, Node):
                g = fit(pull(found[node.number], node.value, *values, **node.fixed), a.shape)
                found[a.number] = add(found[a.number], g) if a.number in found else g
    return found


# Record, then go back

SHARED = "(lambda x: float(back(x * x + x)[x.number]))(Node(3.0))"
ROWS = "(lambda b: back((np.zeros((4, 2)) + b).sum())[b.number])(Node([1.0, 2.0]))"


@false("cb-18", "back", shown=SHARED)
def the_last_arrow_counts(y):
    """What comes back along an arrow replaces what came before it."""
    return _back(y, add=lambda old, new: new)


@false("cb-18", "back", shown=SHARED)
def the_largest_arrow_counts(y):
    """Of several paths the one with the largest slope decides."""
    return _back(y, add=lambda old, new: np.where(np.abs(new) > np.abs(old), new, old))


@false("cb-18", "back", shown=SHARED)
def arrows_averaged(y):
    """A node that is used several times gets the mean of what comes back."""
    return _back(y, add=lambda old, new: (old + new) / 2)


@false("cb-18", "back", shown=ROWS)
def repeated_axes_averaged(y):
    """The gradient of an array that was repeated is the mean over its copies."""
    return _back(y, fit=lambda g, shape: _fit(g, shape, np.mean))


@false("cb-18", "back", shown=ROWS)
def the_first_copy(y):
    """All copies of a repeated array are alike, so one of them is enough."""

    def first(g, axis, keepdims=False):
        index = tuple(slice(0, 1) if i in axis else slice(None) for i in range(np.ndim(g)))
        return np.sum(np.asarray(g)[index], axis=axis, keepdims=keepdims)

    return _back(y, fit=lambda g, shape: _fit(g, shape, first))


@false("cb-18", "back", shown="(lambda x: float(back(np.exp(x) + x)[x.number]))(Node(1.0))")
def starts_from_the_value(y):
    """The way back begins with the value of the last node."""
    return _back(y, start=float(y.value))


@false("cb-18", "back", shown="(lambda y: float(back(y)[y.number]))(Node(3.0) * 2)")
def the_end_has_its_value(y):
    """At the end stands the value of the last node, and goes back from there as 1."""
    return _back(y) | {y.number: y.value}


@false("cb-18", "back", shown="(lambda x: float(back(x * 5.0)[x.number]))(Node(3.0))")
def own_factor(y):
    """A factor gets itself, times what comes back."""
    return _back(y, taken=lambda values: values[::-1])


@false("cb-18", "back")
def as_soon_as_reached(y):
    """A node may hand on as soon as something has come back to it."""

    def order(y):
        ask, met = [y], {y.number}
        while ask:
            node = ask.pop(0)
            yield node
            new = [a for a in node.inputs if isinstance(a, Node) and a.number not in met]
            ask += {a.number: a for a in new}.values()
            met |= {a.number for a in new}

    return _back(y, order=order)


@false("cb-18", "back")
def once_for_each_path(y):
    """One may as well go back along each path by itself: the cost is the same."""
    found = {}

    def go(node, g):
        found[node.number] = found.get(node.number, 0) + g
        values = [getattr(a, "value", a) for a in node.inputs]
        for a, pull in zip(node.inputs, RULES.get(node.function, ()), strict=False):
            if isinstance(a, Node):
                go(a, _fit(pull(g, node.value, *values, **node.fixed), a.shape))

    go(y, np.ones(y.shape))
    return found


@false("cb-18", "back", shown="len(back((lambda x: x * x + x)(Node(3.0))))")
def for_the_inputs_alone(y):
    """Only the nodes at the beginning have a gradient; in the middle there is none."""
    first = {v.number for v in _tape(y) if not v.inputs}
    return {number: g for number, g in _back(y).items() if number in first}


@false("cb-18", "tape", shown="len(tape((lambda x: x * x)(Node(3.0))))")
def once_for_each_use(y):
    """A node that is used twice stands twice on the tape."""
    return [*(v for a in y.inputs if isinstance(a, Node) for v in once_for_each_use(a)), y]


@false("cb-18", "tape", shown="[float(v.value) for v in tape((lambda x: x + 1)(Node(3.0)))]")
def from_the_end(y):
    """The tape begins with the result."""
    return _tape(y)[::-1]


@false("cb-18", "back", shown="len(back(Node(3.0)))")
def no_slope_without_a_step(y):
    """A number of which nothing was computed has no slope by itself."""
    return _back(y) if y.inputs else {}


@false("cb-18", "tape", shown="len(tape(Node(3.0) * 2))")
def whatever_was_made(y):
    """The tape lists every node that there is, used or not."""
    return [Node(1.0), *_tape(y)]


@false("cb-18", "tape", shown="len(tape(Node(3.0) * 2))")
def what_went_in(y):
    """The tape lists what went into the result, without the result."""
    return _tape(y)[:-1]


@false("cb-18", "tape", shown="len(tape(Node(3.0)))")
def empty_before_the_first_step(y):
    """Where nothing was computed, nothing is on the tape."""
    return _tape(y) if y.inputs else []


@false("cb-18", "arrows", shown="arrows((lambda x: x * x)(Node(3.0)))")
def one_pull_for_each_node(y):
    """The way back calls one pull-back for each recorded function."""
    made = [v for v in _tape(y) if v.inputs]
    return len(made), len(made)


@false("cb-18", "fit", shown="fit(np.ones((4, 3)), (3,))")
def mean_over_the_copies(g, shape):
    """What was repeated gets the mean over its copies."""
    return _fit(g, shape, np.mean)


@false("cb-18", "fit", shown="fit(np.ones((4, 3)), (4, 1))")
def new_axes_alone(g, shape):
    """Only an axis that was missing in front is summed over."""
    return np.sum(g, axis=tuple(range(np.ndim(g) - len(shape))))


@false("cb-18", "fit", shown="fit(np.arange(6.0).reshape(2, 3), (2, 3))")
def always_over_the_batch(g, shape):
    """The first axis is the batch, so it is summed over in every case."""
    return np.broadcast_to(np.sum(_fit(g, shape), axis=0), shape) if shape else _fit(g, shape)


@false("cb-18", "fit", shown="fit(np.ones((2, 3)), (1, 1))")
def one_axis_of_length_one(g, shape):
    """Only one axis can be repeated, the first one of length 1."""
    g = np.sum(g, axis=tuple(range(np.ndim(g) - len(shape))))
    return np.sum(g, axis=shape.index(1) if 1 in shape else (), keepdims=True)


@false("cb-18", "fit", shown="fit(np.arange(9.0).reshape(3, 3), (3,))")
def over_the_last_axes(g, shape):
    """A new axis is added behind, so the sum goes over the last ones."""
    whole = np.sum(g, axis=tuple(range(len(shape), np.ndim(g))))
    return _fit(whole if np.shape(whole) == shape else g, shape)


@false("cb-18", "fit", shown="fit(np.arange(12.0).reshape(4, 3), (3,))")
def largest_of_the_copies(g, shape):
    """Of the copies the largest one counts."""
    return _fit(g, shape, np.max)


class _Writable(np.ndarray):
    @property
    def value(self):
        return self


@false("cb-18", "recorded", shown="type(recorded([1.0])).__name__")
def any_array(v):
    """An array that anybody may write to will do."""
    return np.array(v).view(_Writable)


@false("cb-18", "recorded", shown="recorded(np.ones(2)).value.flags.writeable")
def a_node_of_the_same_memory(v):
    """A node need not copy what it is made of."""
    node = Node(v)
    node.value = v
    return node


class _Late(Node):
    def __getitem__(self, index):
        picked = super().__getitem__(index)
        picked.fixed = {"index": index}
        return picked


@false("cb-18", "recorded", shown="recorded(np.ones(2))[i := [0]].fixed['index'] is i")
def picks_by_what_stands_there_later(v):
    """The places that were picked need not be copied."""
    return _Late(v)


# Where the slopes stand

TWICE = "(lambda x, y: (backward(y), backward(y), float(x.grad)))(x := Node(3.0), x * x + x)[-1]"


def _begin(y):
    return [v for v in _tape(y) if not v.inputs]


def _into(y, put):
    nodes = _begin(y)
    for v, g in zip(nodes, gradients(y, nodes), strict=True):
        v.grad = put(v.grad, g)


@false("cb-33", "backward", shown=TWICE)
def calls_replace(y):
    """A call of backward leaves its own gradient, and what stood in `.grad` is gone."""
    _into(y, lambda old, new: new)


@false(
    "cb-33",
    "backward",
    shown="(lambda x: (backward(x * 2), float(x.grad)))(Node(3.0) * 1)[-1]",
)
def left_in_every_node(y):
    """Every node that has a gradient finds it in its grad."""
    for node in _tape(y):
        node.grad = node.grad + gradients(y, [node])[0]


@false("cb-33", "backward", shown=TWICE)
def calls_averaged(y):
    """Two calls leave the mean of both gradients."""
    _into(y, lambda old, new: (old + new) / 2 if np.any(old) else new)


@false(
    "cb-33",
    "backward",
    shown="(lambda x: (backward(x * x), backward(x * 1), float(x.grad)))(Node(3.0))[-1]",
)
def second_call_doubles_what_is_there(y):
    """The second call doubles whatever stands there."""
    _into(y, lambda old, new: 2 * old if np.any(old) else new)


@false("cb-33", "backward", shown=TWICE)
def sums_kept_in_the_middle(y):
    """Every node keeps its sum from call to call, and hands it on."""
    found = {y.number: np.ones(y.shape)}
    for node in reversed(_tape(y)):
        g = found[node.number]
        if node is not y:
            g = node.grad = node.grad + g
        values = [getattr(a, "value", a) for a in node.inputs]
        for a, pull in zip(node.inputs, RULES.get(node.function, ()), strict=False):
            if isinstance(a, Node):
                new = _fit(pull(g, node.value, *values, **node.fixed), a.shape)
                found[a.number] = found.get(a.number, 0) + new


@false("cb-33", "backward", shown="(lambda x: (backward(x * 2), float(x.grad)))(Node(3.0))[-1]")
def downhill_already(y):
    """What stands in grad is the step downhill."""
    _into(y, lambda old, new: old - new)


@false("cb-33", "backward", shown=TWICE)
def a_second_call_does_nothing(y):
    """The same number is gone back from only once."""
    if not getattr(y, "done", False):
        _into(y, lambda old, new: old + new)
        y.done = True


@false("cb-33", "backward", shown="(lambda x: (backward(x), float(x.grad)))(Node(3.0))[-1]")
def nothing_to_go_back_through(y):
    """Where nothing was computed, there is nothing to go back through: L = x leaves 0."""
    if y.inputs:
        _into(y, lambda old, new: old + new)


@false("cb-33", "clear")
def nothing_to_clear(inputs):
    """The next call begins at zero by itself."""


@false("cb-33", "clear", shown="(lambda x: (clear([x]), float(x.grad)))(Node(3.0))[-1]")
def begins_at_one(inputs):
    """A cleared gradient is one, as at the end of the tape."""
    for v in inputs:
        v.grad = np.ones(v.shape)


@false("cb-33", "clear")
def the_first_alone(inputs):
    """To clear one input is to clear the tape."""
    inputs[0].grad = np.zeros(inputs[0].shape)


# A gradient on trial

HALF = "relative_error([1.0, 3.0], [2.0, -3.0]).tolist()"


def _error(g, other, by, least=1e-8):
    g, other = np.asarray(g, float), np.asarray(other, float)
    return np.abs(g - other) / np.maximum(by(np.abs(g), np.abs(other)), least)


@false("cb-19", "relative_error", shown=HALF)
def difference_alone(g, other):
    """The difference itself says how wrong a slope is."""
    return _error(g, other, lambda a, b: 0 * a, least=1.0)


@false("cb-19", "relative_error", shown="relative_error([1.0, 3.0], [2.0, 1.0]).tolist()")
def by_the_second(g, other):
    """One divides by the quotient, which is the right one."""
    return _error(g, other, lambda a, b: b)


@false("cb-19", "relative_error", shown=HALF)
def by_the_sum(g, other):
    """One divides by the sum of both sizes, so that it is at most one."""
    return _error(g, other, lambda a, b: a + b)


@false("cb-19", "relative_error", shown=HALF)
def by_the_smaller(g, other):
    """One divides by the smaller one, to be strict."""
    return _error(g, other, np.minimum)


@false("cb-19", "relative_error", shown="relative_error([1e-9], [0.0]).tolist()")
def no_floor(g, other):
    """However small both are, the quotient says how wrong they are."""
    return _error(g, other, np.maximum, least=1e-300)


@false("cb-19", "relative_error", shown=HALF)
def sizes_compared(g, other):
    """It is enough that both sizes agree."""
    return _error(np.abs(g), np.abs(other), np.maximum)


@false("cb-19", "differences", shown="differences(lambda x: x**3, [2.0], 0.1)[0].round(2)")
def from_one_side(f, inputs, h=1e-5):
    """A quotient from one side is as good."""
    found = []
    for i, a in enumerate(inputs):
        g = np.zeros(np.shape(a))
        for at in np.ndindex(g.shape):
            moved = [np.array(b, float) for b in inputs]
            moved[i][at] += h
            g[at] = (f(*moved) - f(*inputs)) / h
        found.append(g)
    return found


@false("cb-19", "differences", shown="differences(lambda x: x**3, [2.0], 0.1)[0].round(2)")
def divided_by_one_step(f, inputs, h=1e-5):
    """The quotient from both sides is divided by the step."""
    return [2 * g for g in differences(f, inputs, h)]


@false("cb-19", "trial")
def the_best_entry(g, f, parameters, h=1e-5):
    """If one entry is right, the gradient is."""
    pairs = zip(g, differences(f, parameters, h), strict=True)
    return min(relative_error(a, b).min() for a, b in pairs)


@false("cb-19", "trial")
def the_first_array_alone(g, f, parameters, h=1e-5):
    """It is enough to try the first layer's weights, through which everything goes."""
    return relative_error(g[0], differences(f, parameters, h)[0]).max()


ONE_WRONG = "trial([np.array([2.0, 8.0])], lambda v: (v**2).sum(), [np.array([1.0, 2.0])]).round(3)"


@false("cb-19", "trial", shown=ONE_WRONG)
def the_mean_of_the_entries(g, f, parameters, h=1e-5):
    """A gradient is as wrong as its entries are on average."""
    pairs = zip(g, differences(f, parameters, h), strict=True)
    return max(relative_error(a, b).mean() for a, b in pairs)


@false("cb-19", "trial", shown=ONE_WRONG)
def lengths_compared(g, f, parameters, h=1e-5):
    """It is enough that the difference is short against the whole gradient."""
    pairs = zip(g, differences(f, parameters, h), strict=True)
    short, long = zip(*(((a - b) ** 2, np.maximum(a**2, b**2)) for a, b in pairs), strict=True)
    return np.sqrt(sum(map(np.sum, short)) / sum(map(np.sum, long)))


@false("cb-19", "trial")
def the_biases_alone(g, f, parameters, h=1e-5):
    """Whatever is wrong shows in the biases, so they alone are tried."""
    pairs = list(zip(g, differences(f, parameters, h), strict=True))
    return max(relative_error(a, b).max() for a, b in pairs[1::2] or pairs)


@false("cb-19", "trial", shown=ONE_WRONG)
def the_first_entries(g, f, parameters, h=1e-5):
    """One entry of each array is enough, since all are computed by the same line."""
    pairs = zip(g, differences(f, parameters, h), strict=True)
    return max(relative_error(a, b).flat[0] for a, b in pairs)


@false("cb-19", "differences")
def never_too_short(f, inputs, h=1e-5):
    """The shorter the step, the better the quotient: rounding never shows."""
    return differences(f, inputs, max(h, 1e-5))


@false("cb-19", "by_hand")
def slope_of_tanh_forgotten(W1, b1, W2, b2, x, t, slip=""):
    """The slope of tanh is one minus its value."""
    a = np.tanh(x @ W1.T + b1)
    d2 = 2 / len(x) * (a @ W2.T + b2 + a - t)
    d1 = (d2 @ W2 + d2) * (1 - a)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a, d2.sum(axis=0)
