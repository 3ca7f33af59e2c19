import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability._factorials import stirling, surplus


@given(x=st.floats(1e-300, 1e12))
def test_what_stirling_leaves_of_the_gamma_function(x):
    mpmath = pytest.importorskip("mpmath")
    with mpmath.workdps(60):
        v = mpmath.mpf(x)
        exact = mpmath.loggamma(v) - (v - 0.5) * mpmath.log(v) + v - mpmath.log(2 * mpmath.pi) / 2
    assert stirling(x) == pytest.approx(float(exact), rel=1e-13, abs=2e-14)


@given(k=st.floats(1e-6, 1e9), factor=st.floats(1e-3, 1e3))
def test_what_a_count_costs_that_is_off_its_mean(k, factor):
    mean = k * factor
    mpmath = pytest.importorskip("mpmath")
    with mpmath.workdps(60):
        exact = k * mpmath.log(mpmath.mpf(k) / mpmath.mpf(mean)) + mpmath.mpf(mean) - k
    assert surplus(k, mean) == pytest.approx(float(exact), rel=1e-13, abs=1e-15 * k)
    assert surplus(k, k) == 0 <= surplus(k, mean)


def test_factorials_in_arrays_of_any_shape():
    assert stirling(0) == 0 and stirling([]).shape == (0,) and stirling(3.0).shape == ()
    k = np.arange(1, 40).reshape(3, 13)
    stirlings = (k + 0.5) * np.log(k) - k + math.log(2 * math.pi) / 2
    wanted = np.reshape([math.lgamma(i + 1) for i in k.ravel()], k.shape)
    np.testing.assert_allclose(stirling(k) + stirlings, wanted, rtol=1e-13, atol=2e-14)


def test_a_mean_may_be_too_small_for_a_float():
    assert surplus(1e-3, 0.0, -1000.0) == pytest.approx(1e-3 * (math.log(1e-3) + 1000 - 1))
    assert surplus(1e-300, 1e10) == 1e10  # the quotient of the two is no float


@pytest.mark.parametrize("k", [20, 21, 27, 60, 1000])
def test_the_series_has_all_its_digits_from_its_first_term(k):
    mpmath = pytest.importorskip("mpmath")
    with mpmath.workdps(60):
        exact = mpmath.loggamma(k) - (k - 0.5) * mpmath.log(k) + k - mpmath.log(2 * mpmath.pi) / 2
    assert stirling(k) == pytest.approx(float(exact), rel=3e-14)
