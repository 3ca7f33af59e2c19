"""Two layers and their gradients: the laws of a batch, PyTorch's values, and a case by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.calculus.network import backward, forward

SEEDS = st.integers(0, 10_000)


def drawn(seed):
    """A batch, a network and gradients at its outputs, in integers: all results are exact."""
    rng = np.random.default_rng(seed)
    N, n, h, m = rng.integers(1, 5, size=4)
    X, D2 = rng.integers(-3, 4, size=(N, n)), rng.integers(-3, 4, size=(N, m))
    net = [rng.integers(-3, 4, size=s) for s in ((h, n), h, (m, h), m)]
    return X, net, D2


# Laws


@given(SEEDS)
def test_the_gradient_of_a_batch_is_the_sum_over_its_examples(seed):
    X, net, D2 = drawn(seed)
    whole = backward(X, *net, D2)
    parts = [backward(X[i : i + 1], *net, D2[i : i + 1]) for i in range(len(X))]
    for got, *each in zip(whole, *parts, strict=True):
        np.testing.assert_array_equal(got, sum(each))


@given(SEEDS)
def test_the_gradients_are_linear_in_what_comes_back(seed):
    X, net, D2 = drawn(seed)
    for one, three in zip(backward(X, *net, D2), backward(X, *net, 3 * D2), strict=True):
        np.testing.assert_array_equal(three, 3 * one)


@given(SEEDS)
def test_hidden_units_may_be_exchanged(seed):
    X, (W1, b1, W2, b2), D2 = drawn(seed)
    turned = W1[::-1], b1[::-1], W2[:, ::-1], b2
    np.testing.assert_array_equal(forward(X, *turned)[2], forward(X, W1, b1, W2, b2)[2])
    dW1, db1, dW2, db2 = backward(X, W1, b1, W2, b2, D2)
    for got, wanted in zip(
        backward(X, *turned, D2), (dW1[::-1], db1[::-1], dW2[:, ::-1], db2), strict=True
    ):
        np.testing.assert_array_equal(got, wanted)


# Oracles


@given(SEEDS)
def test_against_torch(seed):
    torch = pytest.importorskip("torch")
    X, net, D2 = drawn(seed)
    W1, b1, W2, b2 = theirs = [torch.tensor(p.astype(float), requires_grad=True) for p in net]
    Z2 = torch.relu(torch.tensor(X.astype(float)) @ W1.T + b1) @ W2.T + b2
    Z2.backward(torch.tensor(D2.astype(float)))
    np.testing.assert_array_equal(forward(X, *net)[2], Z2.detach().numpy())
    for got, p in zip(backward(X, *net, D2), theirs, strict=True):
        np.testing.assert_array_equal(got, p.grad.numpy())


# By hand


def test_by_hand():
    net = [[1, 1], [1, -1]], [1, -1], [[2, 3]], [-4]
    Z1, A1, Z2 = forward([[2, 1], [0, 3]], *net)
    assert Z1.tolist() == [[4, 0], [4, -4]]
    assert A1.tolist() == [[4, 0], [4, 0]]
    assert Z2.tolist() == [[4], [4]]
    dW1, db1, dW2, db2 = backward([[2, 1], [0, 3]], *net, [[1], [10]])
    assert dW1.tolist() == [[4, 62], [0, 0]]  # the second unit is at 0, and below
    assert db1.tolist() == [22, 0]
    assert dW2.tolist() == [[44, 0]]
    assert db2.tolist() == [11]


# Misuse


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({0: [[1, 2, 3]]}, "W1 must have a column for each of the 3 numbers that it gets"),
        ({2: [1]}, "b1 must have 2 entries, got 1"),
        ({3: [[1]]}, "W2 must have a column for each of the 2 numbers"),
        ({4: [1, 2]}, "b2 must have 1 entries, got 2"),
        ({5: [[1], [1]]}, r"D2 must have the shape \(1, 1\) of the outputs, got \(2, 1\)"),
    ],
)
def test_shapes_must_fit(change, message):
    given = [[[1, 2]], [[1, 1], [1, -1]], [0, 0], [[2, 5]], [1], [[1]]]
    for place, value in change.items():
        given[place] = value
    with pytest.raises(ValueError, match=message):
        backward(*given)
