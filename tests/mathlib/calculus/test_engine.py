"""The engine goes back by its table: against differences, PyTorch, and pencils."""

from copy import deepcopy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.engine import RULES, Node, backward, clear, gradients, tape
from mathlib.calculus.gradient_check import differences

SHAPES = [(), (3,), (2, 1), (2, 3)]
SEEDS = st.integers(0, 2**32 - 1)
JOINTS = {
    "add": lambda lib, a, b: a + b,
    "subtract": lambda lib, a, b: a - b,
    "multiply": lambda lib, a, b: lib.tanh(a) * b,
    "divide": lambda lib, a, b: a / (2 + lib.tanh(b)),
    "logaddexp": lambda lib, a, b: lib.logaddexp(a, b),
    "maximum": lambda lib, a, b: lib.maximum(a, b / 2 + 0.7),  # ties have no slope
    "exp": lambda lib, a, b: lib.exp(lib.tanh(a)) - b,
    "log": lambda lib, a, b: lib.log(2 + lib.tanh(a)) + b,
    "square": lambda lib, a, b: -(a**2) / 4,
}


def graph(rng, lib, joints):
    """Return a function of one array of each shape that joins them, again and again."""
    plan = [(rng.choice(joints), rng.random(2)) for _ in range(8)]

    def f(*inputs):
        made = list(inputs)
        for joint, (i, j) in plan:
            made.append(JOINTS[joint](lib, made[int(i * len(made))], made[int(j * len(made))]))
        return sum((a * a).sum() if a.shape else a for a in made[-4:]) / 10

    return f


# Laws


@given(SEEDS)
def test_random_graphs_with_shared_nodes_and_broadcasting(seed):
    rng = np.random.default_rng(seed)
    f = graph(rng, np, [name for name in JOINTS if name != "maximum"])  # a kink has no slope
    inputs = [rng.normal(size=shape) for shape in SHAPES]
    nodes = [Node(a) for a in inputs]
    for got, wanted in zip(gradients(f(*nodes), nodes), differences(f, inputs), strict=True):
        size = 1 + np.abs(wanted).max()
        np.testing.assert_allclose(got / size, wanted / size, rtol=0, atol=1e-6)


@given(SEEDS)
def test_the_tape_has_each_node_once_and_inputs_first(seed):
    rng = np.random.default_rng(seed)
    y = graph(rng, np, list(JOINTS))(*(Node(rng.normal(size=shape)) for shape in SHAPES))
    made = tape(y)
    assert made[-1] is y and len({id(node) for node in made}) == len(made)
    for at, node in enumerate(made):
        for a in node.inputs:
            assert not isinstance(a, Node) or any(a is b for b in made[:at])


@given(SEEDS)
def test_calls_add_up_until_cleared(seed):
    rng = np.random.default_rng(seed)
    f, h = graph(rng, np, list(JOINTS)), graph(rng, np, list(JOINTS))
    nodes = [Node(rng.normal(size=shape)) for shape in SHAPES]
    y, z = f(*nodes), h(*nodes)
    once = gradients(y, nodes), gradients(z, nodes)
    backward(y), backward(y), backward(z)
    for node, first, second in zip(nodes, *once, strict=True):
        np.testing.assert_allclose(node.grad, 2 * first + second, rtol=1e-9, atol=1e-12)
    clear(nodes)
    backward(y)
    for node, first in zip(nodes, once[0], strict=True):
        np.testing.assert_array_equal(node.grad, first)


# Oracles


@pytest.mark.parametrize("seed", range(40))
def test_as_pytorch(seed):
    torch = pytest.importorskip("torch")
    inputs = [np.random.default_rng(seed).normal(size=shape) for shape in SHAPES]
    nodes = [Node(a) for a in inputs]
    theirs = [torch.tensor(a, requires_grad=True) for a in inputs]
    f, h = (graph(np.random.default_rng(seed), lib, list(JOINTS)) for lib in (np, torch))
    y, z = f(*nodes), h(*theirs)
    assert float(y.value) == pytest.approx(z.item(), rel=1e-12)
    wanted = torch.autograd.grad(z, theirs, materialize_grads=True)
    for got, other in zip(gradients(y, nodes), wanted, strict=True):
        size = 1 + np.abs(other.numpy()).max()
        np.testing.assert_allclose(got / size, other.numpy() / size, rtol=0, atol=1e-12)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        *[((3,), (3,)), ((2, 3), (3,)), ((2,), (2, 3)), ((4, 2), (2, 3)), ((1, 1), (1,))],
        *[((5, 4, 2), (2, 3)), ((4, 2), (5, 2, 3)), ((5, 4, 2), (5, 2, 3))],  # stacks
        *[((5, 4, 2), (2,)), ((2,), (5, 2, 3)), ((1, 4, 2), (5, 2, 1)), ((5, 1, 1, 2), (3, 2, 3))],
    ],
)
def test_products_of_matrices_as_pytorch(a, b):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    inputs = [rng.normal(size=shape) for shape in (a, b)]
    nodes, theirs = [Node(v) for v in inputs], [torch.tensor(v, requires_grad=True) for v in inputs]
    weights = rng.normal(size=(inputs[0] @ inputs[1]).shape)
    y = ((nodes[0] @ nodes[1]) * weights).sum()
    ((theirs[0] @ theirs[1]) * torch.tensor(weights)).sum().backward()
    for got, other in zip(gradients(y, nodes), theirs, strict=True):
        np.testing.assert_allclose(got, other.grad.numpy(), rtol=1e-13)


PICKS = {
    "a row": lambda x: x[1],
    "twice the same": lambda x: x[[0, 0, 1], [2, 2, 1]],
    "a new axis": lambda x: x[:, None] * [1.0, 2.0, 3.0],
    "from behind": lambda x: x[::-1, 1:],
    "a sum of rows": lambda x: x.sum(axis=1),
    "a sum of columns": lambda x: np.sum(x, axis=0),
    "a mean": lambda x: x.mean(axis=0),
    "the mean of all": lambda x: np.mean(x),
    "another shape": lambda x: x.reshape(3, 2),
    "NumPy's reshape": lambda x: np.reshape(x, (6,)),
    "the transpose": lambda x: x.T * [[1.0, 2.0]],
    "a power": lambda x: x**3 + 2.0**x,
    "a power of zero": lambda x: (x - x) ** 2 + x**0 + x**1,
    "the negative": lambda x: -x,
    "from a number": lambda x: 1 - 2 / x,
    "a negative power": lambda x: x**-2 + x**-1.0,
    "lists": lambda x: [[2.0], [3.0]] * x - [1, 2, 3],
    "chosen by truth": lambda x: x[np.array([[True, False, True], [False, True, False]])],
    "shares of each row": lambda x: x / (x * x).sum(axis=1, keepdims=True),
    "means that keep axes": lambda x: np.mean(x, axis=(0, -1), keepdims=True) * x,
    "axes exchanged": lambda x: np.transpose(x.reshape(1, 2, 3), (-1, 0, 1)) * [1.0, 2.0],
    "entries one by one": lambda x: sum(row[0] * row[2] for row in x),
    "zero to a power": lambda x: np.zeros((2, 3)) ** (x * x),
}


@pytest.mark.parametrize("name", PICKS)
def test_each_row_against_differences(name):
    x = np.array([[1.0, 2.0, -3.0], [-0.5, 4.0, 0.25]])
    if name == "a new axis":
        x = x[0]
    weights = np.cos(np.arange(PICKS[name](x).size)).reshape(np.shape(PICKS[name](x)))

    def f(x):
        return (PICKS[name](x) ** 2 * weights).sum() if np.shape(weights) else PICKS[name](x) ** 2

    node = Node(x)
    np.testing.assert_allclose(
        gradients(f(node), [node])[0], differences(f, [x])[0], rtol=1e-6, atol=1e-8
    )


# By hand


def test_by_hand():
    x, b = Node([1.0, 2.0]), Node(5.0)
    g, of_b, of_none = gradients((x * x + b).sum(), [x, b, Node([7.0, 7.0])])
    assert g.tolist() == [2, 4] and of_b == 2 and of_none.tolist() == [0, 0]
    assert repr(tape(x * x)) == "[Node([1. 2.]), Node([1. 4.])]"
    zero = Node(0.0)
    assert gradients(np.maximum(zero, 0), [zero]) == [0]
    assert gradients(np.maximum(0, zero), [zero]) == [1]  # the second one has the tie
    assert gradients(zero, [zero]) == [1] and len(x) == 2
    assert all(isinstance(row, tuple) and len(row) in (1, 2) for row in RULES.values())


def test_a_node_keeps_its_own_copy():
    a = np.array([1.0, 2.0])
    x = Node(a)
    a[0] = 9
    assert x.value.tolist() == [1, 2]
    g = gradients(x.sum(), [x])[0]
    g[0] = 7
    assert gradients(x.sum(), [x])[0].tolist() == [1, 1]


def test_what_was_recorded_is_kept_if_its_array_changes():
    x, index, factor = Node([1.0, 2.0, 3.0]), np.array([0, 1]), np.array([4.0, 5.0])
    y = (x[index] * factor).sum()
    index[:], factor[:] = 2, 9
    assert gradients(y, [x])[0].tolist() == [4, 5, 0]


def test_empty_arrays_have_empty_gradients():
    none, b = Node(np.zeros((0, 3))), Node([1.0, 2.0, 3.0])
    of_none, of_b = gradients((none * b).sum() + none.mean(axis=1).sum(), [none, b])
    assert of_none.shape == (0, 3) and of_b.tolist() == [0, 0, 0]


def test_a_long_tape_needs_no_recursion():
    x = y = Node(1.0)
    for _ in range(5000):
        y = y + x
    assert gradients(y, [x]) == [5001]


def test_of_two_tapes_each_has_its_own_slopes():
    x = Node(2.0)
    y, z = x * x, 3 * x
    assert gradients(y, [x, z]) == [4, 0] and gradients(z, [x, y]) == [3, 0]
    assert gradients(y + z, [x, y, z]) == [7, 1, 1]
    backward(x)
    assert isinstance(x.grad, np.ndarray) and x.grad.shape == ()


def test_a_new_row_is_a_new_function(monkeypatch):
    monkeypatch.setitem(RULES, np.sin, (lambda g, y, a: g * np.cos(a),))
    x = Node(0.5)
    assert gradients(np.sin(x * x), [x]) == [pytest.approx(np.cos(0.25))]


# Misuse


def test_what_is_recorded_stays_as_it_is():
    x, a = Node([1.0, 2.0]), np.ones(2)
    with pytest.raises(TypeError, match="must not be changed in place"):
        x += 1
    with pytest.raises(TypeError, match="must not be changed in place"):
        a *= x
    with pytest.raises(TypeError, match=r"in place.*got x\[0\] = "):
        x[0] = 3
    with pytest.raises(ValueError, match="read-only"):
        (x * 2).value[0] = 3


def test_what_is_refused():
    x = Node([1.0, 2.0])
    with pytest.raises(TypeError, match="the function must have a row in RULES, got sin"):
        np.sin(x)
    with pytest.raises(TypeError, match="got greater"):
        assert x > 0
    with pytest.raises(TypeError, match="must be called with plain functions, got reduce"):
        np.add.reduce(x)
    with pytest.raises(TypeError, match="a node must be called without where"):
        np.sum(x, where=[True, False])
    with pytest.raises(TypeError, match="a node must be called without order, got 'F'"):
        x.reshape(2, 1, order="F")
    with pytest.raises(TypeError, match="a node must not be a condition"):
        assert x
    with pytest.raises(TypeError, match="a node must not be copied"):
        deepcopy(x)
    with pytest.raises(TypeError, match="a node must not become a plain number"):
        float(x.sum())
    with pytest.raises(ValueError, match="setting an array element"):
        np.zeros(2)[0] = x.sum()
    with pytest.raises(TypeError, match="unsized"):
        list(Node(1.0))
    with pytest.raises(ValueError, match=r"y must be one number, got shape \(2,\)"):
        backward(x)
    with pytest.raises(ValueError, match="value must be finite"):
        Node([np.inf])
    with pytest.raises(TypeError, match="inputs must be real"):
        x + 1j


def test_what_no_rule_knows_is_refused_by_its_name():
    a = Node([1.0, 2.0])
    for method in (a.sum, a.mean):
        for name, value in (("dtype", int), ("out", np.zeros(()))):
            with pytest.raises(TypeError, match=f"a node must be called without {name}, got"):
                method(**{name: value})
    with pytest.raises(ValueError, match=r"^value must be finite"):
        Node([np.nan])
    with pytest.raises(TypeError, match=r"^value must"):
        Node("text")


def test_axes_may_be_named_one_by_one_or_together():
    a = Node(np.arange(6.0).reshape(1, 2, 3))
    for b in (a.transpose(2, 0, 1), a.transpose((2, 0, 1)), a.transpose([2, 0, 1])):
        np.testing.assert_array_equal(b.value, a.value.transpose(2, 0, 1))
