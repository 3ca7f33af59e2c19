import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.prediction import error_parts, smoother
from mathlib.probability.regression import fit, predict

seeds, sizes = st.integers(0, 999), st.integers(1, 6)


@given(seed=seeds, N=sizes, n=sizes)
def test_a_smoother_predicts_what_the_fit_does(seed, N, n):
    rng = np.random.default_rng(seed)
    X, at, y = rng.normal(size=(N, n)), rng.normal(size=(3, n)), rng.normal(size=N)
    wanted = predict(fit(X, y, bias=False), at)
    np.testing.assert_allclose(smoother(X, at) @ y, wanted, rtol=1e-6, atol=1e-6)


@given(seed=seeds, sd=st.sampled_from([0.0, 1.0, 2.5]))
def test_the_parts_add_up_over_every_sign_of_the_noise(seed, sd):
    rng = np.random.default_rng(seed)
    H, f, truth = rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=2)
    errors = [
        (truth + sd * e - H @ (f + sd * np.array(s))) ** 2 for *s, e in product((-1, 1), repeat=4)
    ]
    bias2, variance, noise = error_parts(H, f, truth, sd)
    np.testing.assert_allclose(bias2 + variance + noise, np.mean(errors, axis=0), atol=1e-9)
    np.testing.assert_allclose(bias2, (H @ f - truth) ** 2, atol=1e-12)
    assert noise == sd**2 and variance.shape == (2,)


def test_squares_beyond_the_floats():
    parts = error_parts([[1e200, 0], [0, 1]], [1, 1], [0, 0], 1)
    assert parts.squared_bias.tolist() == parts.variance.tolist() == [math.inf, 1]


def test_by_hand():
    bias2, variance, noise = error_parts([[0.5, 0.5]], [-1, 1], [1], 2)
    assert (bias2.tolist(), variance.tolist(), noise) == ([1], [2], 4)
    assert smoother(np.ones((4, 1)), [[1]]).tolist() == [[pytest.approx(0.25)] * 4]
    assert smoother(np.empty((0, 2)), [[1, 2]]).shape == (1, 0)
    none = error_parts(np.empty((0, 2)), [1, 2], [], 1)
    assert (none.variance.shape, none.noise) == ((0,), 1)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: smoother([[1, 2]], [[1]]), "at must have the 2 columns of X"),
        (lambda: error_parts([[1, 2]], [1], [1], 1), "f must have an entry for each of 2 columns"),
        (lambda: error_parts([[1]], [1], [1, 2], 1), "truth must have an entry for each of 1 rows"),
        (lambda: error_parts([[1]], [1], [1], -1), "sd must be finite and 0 or more, got -1"),
        (lambda: error_parts([[1]], [1], [1], math.inf), "sd must be finite and 0 or more"),
    ],
)
def test_misuse(call, message):
    with pytest.raises(ValueError, match=message):
        call()
