from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.numbers.softmax import (
    cross_entropy,
    cross_entropy_gradient,
    cross_entropy_hessian,
    entropy,
    log_softmax,
    logsumexp,
    lse_merge,
    lse_state,
    softmax,
)

try:
    import scipy.special
    import torch
except ImportError:  # as in the reader's page
    scipy = torch = None

needs_oracles = pytest.mark.skipif(torch is None, reason="scipy and torch are not there")
logits = arrays(float, st.integers(1, 6), elements=st.floats(-1e4, 1e4))
small = arrays(float, st.integers(1, 6), elements=st.floats(-20, 20))
masked = arrays(float, st.integers(1, 6), elements=st.floats(-50, 50) | st.just(-np.inf))
EPS = np.finfo(float).eps

# Laws


@given(o=logits)
def test_softmax_is_a_distribution_in_the_order_of_the_logits(o):
    p = softmax(o)
    assert np.all(p >= 0) and abs(p.sum() - 1) <= 8 * EPS
    order = np.argsort(o, kind="stable")
    assert np.all(np.diff(p[order]) >= 0)


@given(o=small, c=st.integers(-1000, 1000))
def test_softmax_is_invariant_and_lse_equivariant_under_shifts(o, c):
    o = np.round(o * 1024) / 1024  # so that o + c is exact
    np.testing.assert_array_equal(softmax(o + c), softmax(o))
    np.testing.assert_allclose(logsumexp(o + c), logsumexp(o) + c, rtol=1e-14, atol=1e-13)


@given(o=logits)
def test_lse_lies_between_max_and_max_plus_log_n(o):
    assert (
        o.max() <= logsumexp(o) <= (o.max() + np.log(len(o))) * (1 + np.sign(o.max()) * EPS) + 1e-12
    )


@given(o=masked)
def test_a_mask_is_an_entry_that_is_not_there(o):
    there = o[np.isfinite(o)]
    if len(there) == 0:
        assert logsumexp(o) == -np.inf
        with pytest.raises(ValueError, match="got -inf only"):
            softmax(o)
        return
    assert logsumexp(o) == pytest.approx(logsumexp(there), rel=1e-14)
    np.testing.assert_allclose(softmax(o)[np.isfinite(o)], softmax(there), rtol=1e-14)
    assert np.all(softmax(o)[np.isneginf(o)] == 0)
    assert np.all(np.isneginf(log_softmax(o)[np.isneginf(o)]))


@given(a=masked, b=masked)
def test_two_runs_merge_into_one(a, b):
    m, s = lse_merge(lse_state(a), lse_state(b))
    with np.errstate(divide="ignore"):
        both = m + np.log(s)
    assert both == pytest.approx(logsumexp(np.concatenate((a, b))), rel=1e-14, abs=1e-14)


@given(o=small, seed=st.integers(0, 99))
def test_the_derivatives_are_those_of_central_differences(o, seed):
    y = np.random.default_rng(seed).dirichlet(np.ones(len(o)))
    g, H, h = cross_entropy_gradient(o, y), cross_entropy_hessian(o), 1e-5
    steps = h * np.eye(len(o))
    slopes = [(cross_entropy(o + e, y) - cross_entropy(o - e, y)) / (2 * h) for e in steps]
    np.testing.assert_allclose(g, slopes, rtol=0, atol=1e-8)
    bends = [
        (cross_entropy_gradient(o + e, y) - cross_entropy_gradient(o - e, y)) / (2 * h)
        for e in steps
    ]
    np.testing.assert_allclose(H, bends, rtol=0, atol=1e-8)
    assert abs(g.sum()) < 1e-12 and np.abs(H.sum(axis=0)).max() < 1e-12
    assert np.linalg.eigvalsh(H).min() > -1e-12


@given(o=small, T=st.floats(0.1, 10))
def test_temperature_divides_the_logits_and_more_of_it_means_more_entropy(o, T):
    np.testing.assert_allclose(softmax(o, temperature=T), softmax(o / T), rtol=1e-12, atol=1e-300)
    assert entropy(softmax(o, temperature=2 * T)) >= entropy(softmax(o, temperature=T)) - 1e-12


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_each_type_stays_and_large_logits_do_no_harm(dtype):
    o = np.array([[1e4, 1e4 - 8, -1e4], [-1e4, -1e4, -1e4]], dtype)
    exact = np.exp(o.astype(float) - o.astype(float).max(axis=1, keepdims=True))
    exact /= exact.sum(axis=1, keepdims=True)
    with np.errstate(all="raise", under="ignore"):
        p, lse = softmax(o), logsumexp(o)
        loss = cross_entropy(o, [2, 0])
    assert p.dtype == lse.dtype == loss.dtype == dtype
    np.testing.assert_allclose(p, exact, rtol=2 * np.finfo(dtype).eps, atol=1e-7)
    assert loss[0] == pytest.approx(2e4 + np.log1p(np.exp(-8)), rel=float(np.finfo(dtype).eps))
    assert abs(float(loss[1]) - np.log(3)) < 2 * np.finfo(dtype).eps
    many = np.zeros(70000, dtype)  # the sum is more than the largest float16
    assert float(logsumexp(many)) == pytest.approx(np.log(70000), rel=1e-3)
    np.testing.assert_allclose(softmax(many).astype(float), 1 / 70000, rtol=0.01)


# Oracles


@needs_oracles
@given(o=arrays(float, (3, 4), elements=st.floats(-1e4, 1e4)), axis=st.sampled_from([0, 1, -1, -2]))
def test_as_scipy_and_torch(o, axis):
    np.testing.assert_allclose(logsumexp(o, axis), scipy.special.logsumexp(o, axis), rtol=1e-14)
    np.testing.assert_allclose(softmax(o, axis), scipy.special.softmax(o, axis), rtol=1e-12, atol=0)
    np.testing.assert_allclose(
        log_softmax(o, axis), torch.log_softmax(torch.tensor(o), axis), rtol=1e-14, atol=1e-15
    )


@needs_oracles
@given(o=arrays(float, (3, 4), elements=st.floats(-50, 50)), seed=st.integers(0, 99))
def test_cross_entropy_as_torch_for_classes_and_for_soft_labels(o, seed):
    rng, tensor = np.random.default_rng(seed), torch.tensor(o, requires_grad=True)
    for y in (rng.integers(0, 4, size=3), rng.dirichlet(np.ones(4), size=3)):
        tensor.grad = None
        loss = torch.nn.functional.cross_entropy(tensor, torch.tensor(y), reduction="none")
        np.testing.assert_allclose(cross_entropy(o, y), loss.detach(), rtol=1e-12, atol=1e-13)
        loss.sum().backward()
        np.testing.assert_allclose(cross_entropy_gradient(o, y), tensor.grad, rtol=0, atol=1e-13)


# By hand


def test_two_classes_are_a_sigmoid_and_one_class_is_certain():
    assert softmax([0, np.log(3)]) == pytest.approx([1 / 4, 3 / 4], rel=1e-15)
    assert softmax([-1e4]).tolist() == [1] and cross_entropy([[5.0]], [0]).tolist() == [0]


def test_the_second_derivative_of_three_logits():
    o = np.log([1, 2, 5])
    p = [Fraction(1, 8), Fraction(2, 8), Fraction(5, 8)]
    exact = [[float(p[i] * ((i == j) - p[j])) for j in range(3)] for i in range(3)]
    np.testing.assert_allclose(cross_entropy_hessian(o), exact, rtol=1e-14)


def test_the_second_derivative_keeps_its_digits_beside_certainty():
    H, e = cross_entropy_hessian([0.0, -300.0]), np.exp(-300.0)
    np.testing.assert_allclose(H, [[e, -e], [-e, e]], rtol=1e-14)


def test_a_label_among_many_classes_needs_no_square_of_their_number():
    o = np.zeros((2, 200_000))
    assert cross_entropy(o, [0, 199_999]) == pytest.approx(np.log(200_000), rel=1e-12)
    assert cross_entropy_gradient(o, [0, 199_999])[1, -2:] == pytest.approx([5e-6, 5e-6 - 1])


def test_a_label_on_a_masked_class_costs_infinitely_much_and_none_costs_nothing():
    assert cross_entropy([0.0, -np.inf], [0.5, 0.5]) == np.inf
    with np.errstate(all="raise"):
        assert cross_entropy([0.0, -np.inf], [1.0, 0.0]) == 0


def test_the_entropy_of_certainty_is_zero():
    assert entropy([1, 0]) == entropy([0, 1, 0]) == 0 and entropy([0.25] * 4) == pytest.approx(
        np.log(4)
    )


# Misuse


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: logsumexp([]), "o must have at least 1 axes and not be empty"),
        (lambda: logsumexp([np.nan]), r"o must be finite or -inf, got \["),
        (lambda: softmax([np.inf, 0]), r"o must be finite or -inf, got \["),
        (lambda: softmax([0], axis=1), r"axis must be an axis of shape \(1,\), got 1"),
        (lambda: softmax([0], temperature=0), "temperature must be positive and finite, got 0"),
        (lambda: log_softmax([-np.inf]), "got -inf only"),
        (lambda: cross_entropy([0, 0], 2), "y must be from 0 to 1, got 2"),
        (lambda: cross_entropy([0, 0], [0.5, 0.2]), "y must be probabilities that sum to 1"),
        (lambda: cross_entropy([0, 0], [1.5, -0.5]), "y must be probabilities"),
        (lambda: cross_entropy([0, 0], [1, 0, 0]), r"y must have shape \(2,\)"),
        (lambda: entropy([-0.1]), "p must be probabilities that sum to 1"),
    ],
)
def test_misuse_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_complex_logits_are_refused():
    with pytest.raises(TypeError, match="o must be real"):
        softmax([1j])


# Several axes, large logits, short types


def test_every_function_works_along_each_axis_as_on_vectors():
    o = np.array([[900.0, 901.0, 899.0], [-1.0, 0.0, 2.0]])
    p = softmax(o)
    np.testing.assert_allclose(entropy(p), [entropy(row) for row in p], rtol=1e-14)
    np.testing.assert_allclose(entropy(p.T, axis=0), entropy(p), rtol=1e-14)
    for i in (0, 1):
        m, s = lse_state(o)
        assert (m[i], s[i]) == lse_state(o[i])
        np.testing.assert_array_equal(cross_entropy_hessian(o)[i], cross_entropy_hessian(o[i]))


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_derivatives_and_entropy_keep_the_type(dtype):
    o, half = np.zeros(2, dtype), np.full(2, 0.5, dtype)
    results = cross_entropy_hessian(o), cross_entropy_gradient(o, half), entropy(half)
    assert [r.dtype for r in results] == [dtype] * 3


def test_axes_of_length_one_stay():
    o = np.zeros((1, 3, 1))
    assert logsumexp(o).shape == (1, 3) and logsumexp(o, 1).shape == (1, 1)
    assert logsumexp(np.zeros((3, 1, 2))).shape == (3, 1)
    assert log_softmax(o).shape == softmax(o).shape == (1, 3, 1)


def test_states_of_large_logits_merge_in_either_order():
    small, large = lse_state([900.0]), lse_state([1000.0, 1000.0])
    assert lse_merge(small, large) == lse_merge(large, small) == (1000.0, 2.0)


def test_states_of_short_floats_are_added_up_in_float32():
    assert lse_state(np.zeros(4096, np.float16)) == (0, 4096)
    assert [part.dtype for part in lse_state(np.zeros(2, np.float16))] == [np.float32] * 2
    assert logsumexp(np.zeros(70000, ">f2")) == logsumexp(np.zeros(70000, np.float16))


NO_STATES = [(np.inf, 1.0), (0.0, -1.0), (0.0, np.inf), (0.0, [1.0])]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: entropy(0.5), "p must have at least 1 axes"),
        (lambda: entropy([0.5, -1.0, 1.5]), "p must be probabilities"),
        (lambda: entropy([2.0, 3.0]), "p must be probabilities that sum to 1"),
        (lambda: cross_entropy([0.0, 0.0], -1), "y must be from 0 to 1, got -1"),
        (lambda: cross_entropy([0.0, 0.0], [0.5, 0.501005]), "y must be probabilities"),
        (lambda: softmax([0.0], temperature=np.inf), "temperature must be positive and finite"),
        (lambda: softmax([[0, 1], [-np.inf, -np.inf]]), "^o must have a finite entry along"),
        (lambda: log_softmax([[0, 1], [-np.inf, -np.inf]]), "got -inf only$"),
        (lambda: lse_merge(([0.0] * 2, [1.0] * 2), ([0.0] * 3, [1.0] * 3)), "^a and b must fit"),
        (
            lambda: cross_entropy(np.zeros((1, 3, 2)), 0),
            r"\(1, 3, 2\), or be classes \(1, 3\), got",
        ),
        (lambda: softmax([[0, -np.inf], [0, -np.inf]], axis=0), "got -inf only$"),
        *((lambda s=s: lse_merge(s, (0.0, 1.0)), "^a must be m below inf") for s in NO_STATES),
        *((lambda s=s: lse_merge((0.0, 1.0), s), "^b must be m below inf") for s in NO_STATES),
    ],
)
def test_what_is_no_distribution_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize("state", [(0.0, "1"), ("0", 1.0)])
def test_a_state_of_strings_is_refused_by_its_name(state):
    with pytest.raises(TypeError, match=r"^b must hold numbers"):
        lse_merge((0.0, 1.0), state)


def test_labels_may_miss_one_by_a_thousandth():
    assert np.isclose(cross_entropy([0.0, 0.0], [0.5, 0.5009]), np.log(2), rtol=1e-2)
    assert cross_entropy(np.zeros((1, 300)), np.eye(1, 300, dtype=np.uint8)).shape == (1,)
