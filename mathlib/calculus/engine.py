"""Reverse mode: record what is computed, then go back and add up.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``y``      a recorded value, a node; gradients are of a node that is one number
``a, b``   what went into it
``g``      the gradient with respect to what came out, in its shape
=========  ====================================================================

Write the function in NumPy. Of arrays it makes arrays; of nodes it makes nodes, and so a tape.
The rule of each function is one row of `RULES`: what each of its inputs gets of ``g``.

Source: Griewank and Walther, Evaluating derivatives (2008), chapters 3 and 4.
"""

import itertools
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite, as_instance, as_real_array, as_sequence

Array = NDArray[np.float64]


def _picked(a: Any, index: Any) -> Any:
    return a[index]


def _laid_out(a: Any, shape: Any) -> Any:
    return a.reshape(shape)


def _scattered(g: Any, a: Array, index: Any) -> Array:
    back = np.zeros_like(a)
    np.add.at(back, index, g)  # an entry that was picked twice gets both
    return back


def _spread(g: Any, a: Array, axis: Any, keepdims: bool) -> Array:
    return np.broadcast_to(g if axis is None or keepdims else np.expand_dims(g, axis), a.shape)


def _turned(g: Any, axes: Any) -> Array:
    return np.transpose(g, None if axes is None else np.argsort(np.mod(axes, g.ndim)))


def _as_matrices(g: Any, a: Array, b: Array) -> tuple[Array, Array, Array]:
    """Return a vector on the left as a row, one on the right as a column, and ``g`` to fit."""
    if b.ndim == 1:
        g, b = g[..., None], b[:, None]
    if a.ndim == 1:
        g, a = g[..., None, :], a[None]
    return g, a, b


def _to_left(g: Any, a: Array, b: Array) -> Any:
    g, _, right = _as_matrices(g, a, b)
    back = g @ right.swapaxes(-1, -2)
    return back[..., 0, :] if a.ndim == 1 else back


def _to_right(g: Any, a: Array, b: Array) -> Any:
    g, left, _ = _as_matrices(g, a, b)
    back = left.swapaxes(-1, -2) @ g
    return back[..., 0] if b.ndim == 1 else back


RULES: dict[Callable[..., Any], tuple[Callable[..., Any], ...]] = {
    np.add: (lambda g, y, a, b: g, lambda g, y, a, b: g),
    np.subtract: (lambda g, y, a, b: g, lambda g, y, a, b: -g),
    np.multiply: (lambda g, y, a, b: g * b, lambda g, y, a, b: g * a),
    np.divide: (lambda g, y, a, b: g / b, lambda g, y, a, b: -g * y / b),
    np.negative: (lambda g, y, a: -g,),
    np.power: (
        lambda g, y, a, b: g * b * a ** np.where(b == 0, 1.0, b - 1.0),  # 0 * 0 ** -1 is nan
        lambda g, y, a, b: g * y * np.log(np.where(y == 0, 1.0, a)),  # so is 0 * log(0)
    ),
    np.matmul: (lambda g, y, a, b: _to_left(g, a, b), lambda g, y, a, b: _to_right(g, a, b)),
    np.exp: (lambda g, y, a: g * y,),
    np.log: (lambda g, y, a: g / a,),
    np.tanh: (lambda g, y, a: g * (1 - y * y),),
    np.maximum: (lambda g, y, a, b: g * (a > b), lambda g, y, a, b: g * (a <= b)),
    np.logaddexp: (lambda g, y, a, b: g * np.exp(a - y), lambda g, y, a, b: g * np.exp(b - y)),
    np.sum: (lambda g, y, a, axis, keepdims: _spread(g, a, axis, keepdims),),
    np.transpose: (lambda g, y, a, axes: _turned(g, axes),),
    _laid_out: (lambda g, y, a, shape: g.reshape(a.shape),),
    _picked: (lambda g, y, a, index: _scattered(g, a, index),),
}
_NUMBERS = itertools.count()


class Node(NDArrayOperatorsMixin):
    """A value that remembers what it was computed from; NumPy's functions record on it.

    Parameters
    ----------
    value : array_like
        Real and finite, of any shape; it is copied, and never changes.

    Attributes
    ----------
    value : ndarray
    grad : ndarray
        What `backward` has added up, in the same shape.

    Examples
    --------
    >>> x = Node(3.0)
    >>> backward(x * x + x)
    >>> float(x.grad)
    7.0
    """

    function: Callable[..., Any] | None = None
    inputs: tuple[Any, ...] = ()

    def __init__(self, value: ArrayLike) -> None:
        """Begin a tape: nothing went into this node."""
        self._keep(as_finite(as_real_array(value, "value"), "value"))

    def _keep(self, value: Array) -> None:
        self.value, self.number = value, next(_NUMBERS)
        self.value.flags.writeable = False  # the way back will read it
        self.fixed: dict[str, Any] = {}
        self.grad: Array = np.zeros(value.shape)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **more: Any) -> "Node":
        """Record what NumPy was about to compute."""
        if "out" in more:
            raise TypeError(
                "a recorded value must not be changed in place, since the way back reads it: "
                f"write x = x + 1 for x += 1, got {ufunc.__name__} with out="
            )
        if method != "__call__" or more:
            raise TypeError(f"a node must be called with plain functions, got {method} of {ufunc}")
        return _record(ufunc, *inputs)

    def __getitem__(self, index: Any) -> "Node":
        """Pick entries."""
        return _record(_picked, self, index=deepcopy(index))  # an array may be changed later

    def __setitem__(self, index: Any, value: Any) -> None:
        """Refuse."""
        raise TypeError(
            "a recorded value must not be changed in place, since the way back reads it: "
            f"compute a new one, got x[{index!r}] = ..."
        )

    def __len__(self) -> int:
        """Return the length of the first axis."""
        return len(self.value)

    def __iter__(self) -> Any:
        """Go along the first axis."""
        return (self[i] for i in range(len(self)))

    def __bool__(self) -> bool:
        """Refuse."""
        raise TypeError(f"a node must not be a condition: ask its value, got {self}")

    def __float__(self) -> float:
        """Refuse, also to be written into an array."""
        raise TypeError(
            "a node must not become a plain number, of which nothing is recorded: "
            f"write float(x.value), got {self}"
        )

    def __reduce__(self) -> Any:
        """Refuse."""
        raise TypeError(f"a node must not be copied: write Node(x.value), got {self}")

    __hash__ = object.__hash__

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the value."""
        return self.value.shape

    def sum(self, axis: Any = None, dtype: Any = None, out: Any = None, **more: Any) -> "Node":
        """Add up along one axis, some, or all."""
        keepdims = bool(more.pop("keepdims", False))
        _refuse(dtype=dtype, out=out, **more)
        return _record(np.sum, self, axis=deepcopy(axis), keepdims=keepdims)

    def mean(self, axis: Any = None, dtype: Any = None, out: Any = None, **more: Any) -> "Node":
        """Return the sum by the number of its terms."""
        whole = self.sum(axis, dtype, out, **more)
        return _record(np.divide, whole, self.value.size // max(whole.value.size, 1))

    def reshape(self, *shape: Any, order: Any = "C", copy: Any = None) -> "Node":
        """Lay out the same entries, row by row, in another shape."""
        _refuse(order=None if order == "C" else order, copy=copy)
        return _record(_laid_out, self, shape=shape[0] if len(shape) == 1 else shape)

    def transpose(self, *axes: Any) -> "Node":
        """Exchange the axes; turn their order round if none is named."""
        named = axes[0] if len(axes) == 1 else axes or None
        return _record(np.transpose, self, axes=None if named is None else tuple(named))

    @property
    def T(self) -> "Node":
        """The axes in the opposite order."""
        return self.transpose()

    def __repr__(self) -> str:
        """Show the value alone."""
        return f"Node({self.value})"


def tape(y: Node) -> list[Node]:
    """Return the nodes from which ``y`` was made, and ``y``, in the order in which they were made.

    Examples
    --------
    >>> x = Node(3.0)
    >>> tape(x * x + x)
    [Node(3.0), Node(9.0), Node(12.0)]
    """
    found, ask = {}, [as_instance(y, "y", Node)]
    while ask:
        node = ask.pop()
        if node.number not in found:
            found[node.number] = node
            ask += [a for a in node.inputs if isinstance(a, Node)]
    return [found[number] for number in sorted(found)]


def gradients(y: Node, inputs: Sequence[Node]) -> list[Array]:
    """Return the gradients of ``y``, which is one number, with respect to each of `inputs`.

    Raises
    ------
    ValueError
        If ``y`` is not one number.

    Examples
    --------
    >>> x, b = Node([1.0, 2.0]), Node(5.0)
    >>> gradients((x * x + b).sum(), [x, b])
    [array([2., 4.]), array(2.)]
    """
    y = as_instance(y, "y", Node)
    wanted, found = _as_nodes(inputs), _back(y)
    return [np.array(found.get(a.number, np.zeros(a.shape))) for a in wanted]


def backward(y: Node) -> None:
    """Add the gradient of ``y`` to ``grad`` of each node that it depends on and nothing went into.

    Examples
    --------
    >>> x = Node(3.0)
    >>> y = x * x
    >>> backward(y), backward(y)
    (None, None)
    >>> float(x.grad)
    12.0
    """
    found = _back(as_instance(y, "y", Node))
    for node in tape(y):
        if not node.inputs:
            node.grad = np.asarray(node.grad + found[node.number])


def clear(inputs: Sequence[Node]) -> None:
    """Make ``grad`` of each of `inputs` zero again.

    Examples
    --------
    >>> x = Node(3.0)
    >>> backward(x * x)
    >>> clear([x])
    >>> float(x.grad)
    0.0
    """
    for node in _as_nodes(inputs):
        node.grad = np.zeros(node.shape)


def _record(function: Callable[..., Any], *inputs: Any, **fixed: Any) -> Node:
    """Return the node of ``function(*inputs, **fixed)``, which remembers how it was made."""
    if function not in RULES:
        name = getattr(function, "__name__", function)
        raise TypeError(f"the function must have a row in RULES, got {name}")
    inputs = tuple(
        a if isinstance(a, Node) else as_real_array(a, "inputs").astype(float) for a in inputs
    )
    node = Node.__new__(Node)
    node._keep(np.array(function(*(_value(a) for a in inputs), **fixed), float))
    node.function, node.inputs, node.fixed = function, inputs, fixed
    return node


def _back(y: Node) -> dict[int, Array]:
    """Return the gradient for each node of the tape, by its number."""
    if y.value.size != 1:
        raise ValueError(f"y must be one number, got shape {y.shape}")
    found = {y.number: np.ones(y.shape)}
    for node in reversed(tape(y)):
        values = [_value(a) for a in node.inputs]
        for i, a in enumerate(node.inputs):
            if isinstance(a, Node) and node.function is not None:
                pull = RULES[node.function][i]
                g = _fit(pull(found[node.number], node.value, *values, **node.fixed), a.shape)
                found[a.number] = found.get(a.number, 0) + g
    return found


def _refuse(**more: Any) -> None:
    """Raise if one of these, which no rule knows, is more than None."""
    for name, value in more.items():
        if value is not None:
            raise TypeError(f"a node must be called without {name}, got {value!r}")


def _value(a: Any) -> Array:
    return a.value if isinstance(a, Node) else np.asarray(a)


def _fit(g: Any, shape: tuple[int, ...]) -> Array:
    """Sum over the axes along which an input of this shape was repeated."""
    g = np.sum(g, axis=tuple(range(np.ndim(g) - len(shape))))
    repeated = tuple(i for i, n in enumerate(shape) if n == 1)
    return np.asarray(np.sum(g, axis=repeated, keepdims=True))


def _as_nodes(inputs: Sequence[Node]) -> list[Node]:
    return [as_instance(a, "inputs", Node) for a in as_sequence(inputs, "inputs")]
