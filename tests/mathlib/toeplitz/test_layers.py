import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.toeplitz.convolution import convolve, correlate
from mathlib.toeplitz.layers import Gradients, conv, conv_backward, conv_transpose, layer_matrix
from mathlib.toeplitz.padding import pad

try:
    import torch
except ImportError:  # as in the reader's page
    torch = None

needs_torch = pytest.mark.skipif(torch is None, reason="torch is not there")
MODES = ["zeros", "reflect", "symmetric", "replicate", "circular"]
few = st.integers(1, 3)


@st.composite
def layers(draw, most_axes=3, modes=MODES, pairs=True):
    """The arguments of a layer whose windows fit: x, weight, bias, how."""
    axes, groups = draw(st.integers(1, most_axes)), draw(few)
    kernel, stride, dilation = (draw(st.tuples(*[few] * axes)) for _ in range(3))
    one = st.integers(0, 2)
    each = st.tuples(one, one) if pairs else one
    padding = [draw(each) for _ in range(axes)]
    spans = [d * (K - 1) + 1 for K, d in zip(kernel, dilation, strict=True)]
    # at least 3, since torch reflects at most n - 1 places
    size = [max(3, span) + draw(st.integers(0, 3)) for span in spans]
    C, outputs, N = groups * draw(few), groups * draw(few), draw(few)
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    x, weight, bias = (
        rng.integers(-9, 10, size=s)
        for s in [(N, C, *size), (outputs, C // groups, *kernel), (outputs,)]
    )
    how = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups,
           "padding_mode": draw(st.sampled_from(modes))}  # fmt: skip
    return x, weight, bias, how


def by_loops(x, weight, bias, how):
    """The formula of the module, sum by sum, over any number of axes."""
    axes, groups = x.ndim - 2, how["groups"]
    widths = [p if isinstance(p, tuple) else (p, p) for p in how["padding"]]
    x = pad(x, widths, how["padding_mode"])
    s, d, K = how["stride"], how["dilation"], weight.shape[2:]
    m = [(x.shape[2 + a] - d[a] * (K[a] - 1) - 1) // s[a] + 1 for a in range(axes)]
    y = np.zeros((len(x), len(weight), *m), int)
    per_group = len(weight) // groups
    for b, o, *i in np.ndindex(y.shape):
        y[(b, o, *i)] = bias[o] + sum(
            weight[(o, c, *j)]
            * x[
                (
                    b,
                    o // per_group * weight.shape[1] + c,
                    *(i[a] * s[a] + j[a] * d[a] for a in range(axes)),
                )
            ]
            for c, *j in np.ndindex(weight.shape[1:])
        )
    return y


# Laws


@given(layers(most_axes=2))
def test_the_layer_is_its_formula(drawn):
    x, weight, bias, how = drawn
    np.testing.assert_array_equal(conv(x, weight, bias, **how), by_loops(*drawn))


@given(layers())
def test_the_gradients_are_the_transposes(drawn):
    """The outputs are linear in x, in the weights and in the bias: each gradient is an adjoint."""
    x, weight, bias, how = drawn
    y = conv(x, weight, **how)
    g = np.random.default_rng(0).integers(-9, 10, size=y.shape)
    found = conv_backward(g, x, weight, **how)
    assert [a.shape for a in found] == [x.shape, weight.shape, bias.shape]
    # <conv(u, w), g> = <u, gradient by x> for every u, and so for the weights
    u, v = np.random.default_rng(1).integers(-9, 10, size=x.shape), weight[::-1] + 1
    assert np.sum(conv(u, weight, **how) * g) == np.sum(u * found.x)
    assert np.sum(conv(x, v, **how) * g) == np.sum(v * found.weight)
    assert np.sum((conv(x, weight, bias, **how) - y) * g) == np.sum(bias * found.bias)


@given(layers(most_axes=2))
def test_the_matrix_does_what_the_layer_does_and_its_transpose_is_the_gradient(drawn):
    x, weight, _, how = drawn
    T = layer_matrix(weight, x.shape[1], x.shape[2:], **how)
    y = conv(x, weight, **how)
    np.testing.assert_array_equal(T @ x[0].ravel(), y[0].ravel())
    found = conv_backward(y, x, weight, **how).x[0]
    np.testing.assert_array_equal(T.T @ y[0].ravel(), found.ravel())


@given(layers(modes=["zeros"], pairs=False), st.data())
def test_the_transposed_layer_is_the_transpose(drawn, data):
    x, weight, _, how = drawn
    del how["padding_mode"]
    y = conv(x, weight, **how)
    more = [  # which of the sizes that give y was ours
        (n + 2 * p - d * (K - 1) - 1) % s
        for n, p, d, K, s in zip(
            x.shape[2:],
            how["padding"],
            how["dilation"],
            weight.shape[2:],
            how["stride"],
            strict=True,
        )
    ]
    g = np.random.default_rng(0).integers(-9, 10, size=y.shape)
    back = conv_transpose(g, weight, output_padding=more, **how)
    np.testing.assert_array_equal(back, conv_backward(g, x, weight, **how).x)


# Oracles


def padded_for_torch(x, how):
    if how["padding_mode"] == "zeros":
        return x, how["padding"]
    both = [p for p in reversed(how["padding"]) for _ in range(2)]
    return torch.nn.functional.pad(x, both, mode=how["padding_mode"]), 0


@needs_torch
@given(layers(most_axes=2, modes=["zeros", "reflect", "replicate", "circular"], pairs=False))
def test_forward_and_all_gradients_are_those_of_torch(drawn):
    x, weight, bias, how = drawn
    x, weight, bias = (a + np.random.default_rng(0).normal(size=a.shape) for a in (x, weight, bias))
    tensors = [torch.tensor(a, requires_grad=True) for a in (x, weight, bias)]
    f = torch.conv1d if x.ndim == 3 else torch.conv2d
    padded, p = padded_for_torch(tensors[0], how)
    y = f(padded, *tensors[1:], how["stride"], p, how["dilation"], how["groups"])
    np.testing.assert_allclose(conv(x, weight, bias, **how), y.detach(), rtol=1e-10, atol=1e-10)
    g = np.random.default_rng(1).normal(size=y.shape)
    y.backward(torch.tensor(g))
    for ours, tensor in zip(conv_backward(g, x, weight, **how), tensors, strict=True):
        np.testing.assert_allclose(ours, tensor.grad, rtol=1e-10, atol=1e-10)


@needs_torch
@given(layers(most_axes=2, modes=["zeros"], pairs=False))
def test_the_transposed_layer_is_that_of_torch(drawn):
    x, weight, _, how = drawn
    x = conv(x, weight, **{k: v for k, v in how.items()}).astype(float)
    bias = np.arange(weight.shape[1] * how["groups"], dtype=float)
    more = [s - 1 for s in how["stride"]]
    del how["padding_mode"]
    f = torch.conv_transpose1d if x.ndim == 3 else torch.conv_transpose2d
    y = f(*map(torch.tensor, (x, weight.astype(float), bias)), how["stride"], how["padding"], more,
          how["groups"], how["dilation"])  # fmt: skip
    np.testing.assert_allclose(
        conv_transpose(x, weight, bias, output_padding=more, **how), y, rtol=1e-12
    )


# By hand


def test_one_channel_in_one_dimension_is_correlation():
    x, k, g = np.array([1, 2, 4, 8, 16]), np.array([1, 10, 100]), np.array([1, 0, 2])
    assert conv([[x]], [[k]]).tolist() == [[correlate(x, k).tolist()]]
    found = conv_backward([[g]], [[x]], [[k]])
    assert isinstance(found, Gradients)
    assert found.x[0, 0].tolist() == convolve(g, k).tolist() == [1, 10, 102, 20, 200]
    assert found.weight[0, 0].tolist() == correlate(x, g).tolist() == [9, 18, 36]
    assert found.bias.tolist() == [3]


def test_depthwise_channels_do_not_meet():
    x, weight = np.ones((1, 2, 3), int), np.array([[[1, 1]], [[10, 10]]])
    assert conv(x, weight, groups=2).tolist() == [[[2, 2], [20, 20]]]


def test_the_arguments_are_not_written_to():
    x, weight, bias = np.ones((1, 1, 3)), np.ones((1, 1, 1)), np.zeros(1)
    conv(x, weight, bias)[:] = 7
    conv_backward(x, x, weight).x[:] = 7
    assert x.tolist() == [[[1, 1, 1]]] and weight.tolist() == [[[1]]] and bias.tolist() == [0]


# Misuse

X, K = np.ones((1, 4, 5, 5)), np.ones((6, 2, 3, 3))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: conv(X[0, 0], K), "x must have at least 3 axes"),
        (lambda: conv(X, K[0]), r"weight must have the axes of x, 4, got shape \(2, 3, 3\)"),
        (lambda: conv(X, K), r"C / groups = 4 input channels, got shape \(6, 2, 3, 3\)"),
        (lambda: conv(X, K, groups=3), "groups must divide 4 inputs and 6 outputs, got 3"),
        (lambda: conv(X, K, groups=0), "groups must be at least 1, got 0"),
        (lambda: conv(X, K, np.ones(5), groups=2), "one entry for each of 6 outputs, got 5"),
        (lambda: conv(X, K, groups=2, dilation=3), "kernel must fit"),
        (lambda: conv_backward(X, X, K, groups=2), r"g must have shape \(1, 6, 3, 3\)"),
        (lambda: conv_transpose(X, K), "weight must be .* for x of shape .1, 4, 5, 5"),
        (lambda: conv_transpose(X, K[:4], output_padding=1), "less than the stride"),
        (lambda: conv_transpose(X, K[:4], padding=4), "padding must leave at least one place"),
        (
            lambda: conv_transpose(X, K[:4], padding=[1]),
            "padding must be one number or 2, one for each axis",
        ),
        (lambda: conv_transpose(X, K[:4], np.ones(3)), "one entry for each of 2 outputs, got 3"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_the_transpose_may_have_a_single_output():
    assert conv_transpose([[[3]]], [[[2]]]).tolist() == [[[6]]]


def test_the_matrix_of_a_layer_may_hold_infinite_weights():
    T = layer_matrix([[[np.inf, 1]]], 1, [3], padding=1)
    np.testing.assert_array_equal(T, [[1, 0, 0], [np.inf, 1, 0], [0, np.inf, 1], [0, 0, np.inf]])


def test_pixels_of_eight_bits_do_not_wrap_around():
    assert conv(np.full((1, 1, 2), 200, np.uint8), np.ones((1, 1, 2), np.uint8)) == 400
    with pytest.raises(ValueError, match="output_padding must be less than the stride"):
        conv_transpose(np.ones((1, 1, 2, 2)), np.ones((1, 1, 2, 2)), output_padding=(0, 1))
