"""Newton's steps: to the lowest point of a model, in one step where the function is one."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathlib.calculus.newton import damped_step, gauss_newton_step, newton_step, quadratic_model

SEEDS = st.integers(0, 2**32 - 1)
WHOLE = arrays(int, 3, elements=st.integers(-9, 9))


def definite(rng, n):
    A = rng.normal(size=(n, n))
    return A @ A.T + np.eye(n)


# Laws


@given(SEEDS, st.integers(1, 5))
def test_no_step_goes_lower_in_the_model_than_newtons(seed, n):
    rng = np.random.default_rng(seed)
    g, H = rng.normal(size=n), definite(rng, n)
    lowest = quadratic_model(1, g, H, newton_step(g, H))
    for d in rng.normal(size=(20, n)):
        assert quadratic_model(1, g, H, d) >= lowest
    assert lowest == pytest.approx(1 - g @ np.linalg.inv(H) @ g / 2, rel=1e-9, abs=1e-9)


@given(WHOLE, WHOLE, arrays(int, (3, 3), elements=st.integers(-9, 9)))
def test_the_model_is_the_sum_over_all_entries(g, d, A):
    H = A + A.T
    pairs = sum(H[i, j] * d[i] * d[j] for i, j in np.ndindex(3, 3))
    assert quadratic_model(7, g, H, d) == 7 + sum(g * d) + pairs / 2


@given(SEEDS, st.integers(1, 4))
def test_a_quadratic_takes_one_step_in_any_coordinates(seed, n):
    rng = np.random.default_rng(seed)
    H, b, A = definite(rng, n), rng.normal(size=n), definite(rng, n)
    x = rng.normal(size=n)
    d = newton_step(H @ x + b, H)
    assert x + d == pytest.approx(np.linalg.solve(H, -b), rel=1e-7, abs=1e-7)
    assert A @ newton_step(A.T @ (H @ x + b), A.T @ H @ A) == pytest.approx(d, rel=1e-6, abs=1e-6)


@given(SEEDS)
def test_a_damped_step_brings_the_function_down(seed):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-3, 3, size=2)

    def f(x):
        return np.sqrt(1 + x @ x) + x[0] ** 4 / 4 - 2 * x[0] ** 2

    long = np.sqrt(1 + x @ x)
    g = x / long + np.array([x[0] ** 3 - 4 * x[0], 0])
    H = np.eye(2) / long - np.outer(x, x) / long**3 + np.diag([3 * x[0] ** 2 - 4, 0])
    d = damped_step(f, x, g, H)
    assert g @ d < 0 and f(x + d) < f(x)


# Oracles


@pytest.mark.parametrize("shape", [(5, 3), (3, 3), (2, 4)])
def test_gauss_newton_against_the_pseudoinverse(shape):
    rng = np.random.default_rng(3)
    J, r = rng.normal(size=shape), rng.normal(size=shape[0])
    assert gauss_newton_step(r, J) == pytest.approx(-np.linalg.pinv(J) @ r, abs=1e-10)


def test_against_scipy():
    optimize = pytest.importorskip("scipy.optimize")
    x = np.array([-1.2, 1.0])
    for _ in range(30):
        g, H = optimize.rosen_der(x), optimize.rosen_hess(x)
        x = x + damped_step(optimize.rosen, x, g, H)
    assert x == pytest.approx([1, 1], abs=1e-10)


# By hand


def test_by_hand():
    assert newton_step([2], [[4]]).tolist() == [-0.5]
    assert newton_step([2], [[-4]]).tolist() == [0.5]  # up, to the top of the hill
    # The square of the distance from 1, for x - log x.
    assert 0.5 + newton_step([1 - 2], [[4]])[0] == 1 - 0.5**2
    assert damped_step(lambda x: 2 * x[0] ** 2, [3], [12], [[4]]).tolist() == [-3]
    assert damped_step(lambda x: x @ x, [0.0, 0], [0, 0], [[2, 0], [0, 2]]).tolist() == [0, 0]
    assert damped_step(lambda x: -x[0], [1.0], [1.0], [[1.0]]).tolist() == [0]  # no way down
    assert gauss_newton_step([-1], [[2, 1]]) == pytest.approx([0.4, 0.2])


def test_from_far_away_only_the_damped_one_arrives():
    free, held = np.array([2.0]), np.array([2.0])
    for _ in range(3):
        free = free + newton_step(free / np.sqrt(1 + free**2), [(1 + free**2) ** -1.5])
    assert free[0] == pytest.approx(-(2.0**27))
    for _ in range(12):
        g, H = held / np.sqrt(1 + held**2), [(1 + held**2) ** -1.5]
        held = held + damped_step(lambda x: np.sqrt(1 + x[0] ** 2), held, g, H)
    assert abs(held[0]) < 1e-12


# Misuse


def test_what_is_refused():
    with pytest.raises(ValueError, match="H must be symmetric"):
        newton_step([1, 2], [[1, 2], [0, 1]])
    with pytest.raises(ValueError, match="H must be invertible"):
        newton_step([1, 2], [[1, 1], [1, 1]])
    with pytest.raises(ValueError, match="H must have a row for each of the 3 entries of g, got 2"):
        newton_step([1, 2, 3], np.eye(2))
    with pytest.raises(ValueError, match="d must have as many entries as g, 2, got 3"):
        quadratic_model(0, [1, 2], np.eye(2), [1, 2, 3])
    with pytest.raises(ValueError, match="x must have as many entries as g, 2, got 1"):
        damped_step(np.sum, [1], [1, 2], np.eye(2))
    with pytest.raises(TypeError, match=r"^f\(x\) must be a real number"):
        damped_step(lambda x: 1.0 if x[0] == 3 else "low", [3], [1], [[1]])
    with pytest.raises(ValueError, match="J must have a row for each of the 2 residuals, got 3"):
        gauss_newton_step([1, 2], np.eye(3))


@pytest.mark.parametrize("far", [1e5, 1e6, 1e8, 1e10])
def test_a_damped_step_goes_down_from_anywhere(far):
    root = np.sqrt(1 + far**2)
    (d,) = damped_step(lambda x: np.sqrt(1 + x[0] ** 2), [far], [far / root], [[root**-3.0]])
    assert np.sqrt(1 + (far + d) ** 2) < root


# Rounding, and what is too large


@pytest.mark.parametrize("v", [[0.1, 0.3], [0.1, 0.3, 0.2], [1 / 3, 1 / 7, 1 / 11]])
def test_a_matrix_that_only_rounding_makes_invertible_is_refused(v):
    for unit in (1, 1e-200, 1e150):
        with pytest.raises(ValueError, match="H must be invertible"):
            newton_step(v, unit * np.outer(v, v))


def test_units_do_not_make_a_matrix_singular():
    units = np.array([1e-70, 1.0, 1e70])
    H = np.array([[2.0, 1, 0], [1, 3, -1], [0, -1, 1]])  # its determinant is 3
    d = newton_step(units * [3, 3, 0], units[:, None] * H * units)
    assert units * d == pytest.approx([-1, -1, -1], rel=1e-12)
    assert newton_step([1e-320], [[1e-320]]).tolist() == [-1]
    # Hilbert's matrix of 8 rows: ill, and still invertible. Its first column is -H e_0.
    H = 1 / (1 + np.arange(8) + np.arange(8)[:, None])
    assert newton_step(-H[:, 0], H) == pytest.approx([1, *[0] * 7], abs=1e-5)


def test_no_step_is_infinite():
    with pytest.raises(ValueError, match="step must not be too large for a float"):
        newton_step([1e300], [[1e-300]])
    with pytest.raises(ValueError, match="step must not be too large for a float"):
        gauss_newton_step([1e300], [[1e-300]])
    # A slope so steep that the free step is infinite: damping makes it a number.
    (d,) = damped_step(lambda x: 1e300 * x[0], [1.0], [1e300], [[1e-300]])
    assert np.isfinite(d) and d < 0


def test_a_damped_step_stays_where_the_function_is_finite():
    x = np.array([2.5])  # the free step leads to -1.25, where there is no logarithm
    for _ in range(9):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            x = x + damped_step(lambda x: x[0] - np.log(x[0]), x, 1 - 1 / x, [x**-2])
        assert x > 0
    assert x == pytest.approx([1], abs=1e-12)
    # Beyond 0 it "falls" for ever, to minus infinity: that is no place to go to.
    (d,) = damped_step(lambda x: x[0] if x > 0 else -np.inf, [1.0], [1.0], [[0.1]])
    assert -1 < d < 0
    for value in (np.nan, np.inf, -np.inf):
        with pytest.raises(ValueError, match="f must be finite at x"):
            damped_step(lambda x, value=value: value, [1.0], [1.0], [[1.0]])


def test_how_much_a_damped_step_must_bring():
    # The free step leads from 1 to -1, where x^2 is just as high: that is not enough.
    (d,) = damped_step(lambda x: x[0] ** 2, [1.0], [2.0], [[1.0]])
    assert -2 < d < -1.9
    # Beside the lowest point rounding hides the fall: then the free step will do.
    assert damped_step(lambda x: 1 + x[0] ** 2 / 2, [1e-9], [1e-9], [[1.0]]).tolist() == [-1e-9]


def test_a_hessian_by_differences_may_be_a_little_skew():
    for skew, right in ((1.5e-6, True), (3e-6, False)):
        H = [[1, 1 + skew], [1, -1]]
        if right:
            assert newton_step([1, 0], H) == pytest.approx([-0.5, -0.5], abs=1e-5)
        else:
            with pytest.raises(ValueError, match="H must be symmetric"):
                newton_step([1, 0], H)
    assert newton_step([1, 1], [[1e10, 1e3], [0, 1]])[1] == pytest.approx(-1)  # beside the largest


def test_what_is_given_is_not_changed():
    x, g, H = np.array([1.0, 2]), np.array([2.0, 4]), 2 * np.eye(2)
    for a in (x, g, H):
        a.setflags(write=False)

    def spoils(z):
        value = z @ z
        z *= 0
        return value

    assert damped_step(spoils, x, g, H).tolist() == [-1, -2]
    assert newton_step(g, H).tolist() == gauss_newton_step(g, H).tolist() == [-1, -2]
    assert quadratic_model(5, g, H, x) == 20
    # Small integers are added as numbers, and do not wrap around.
    tiny = np.array([100], np.int8)
    assert quadratic_model(np.int8(100), tiny, tiny[None], tiny) == 100 + 100**2 + 100**3 / 2


def test_a_damped_step_of_a_flat_or_singular_place():
    assert damped_step(lambda x: 0.0, [1.0], [0.0], [[0.0]]).tolist() == [0]
    assert damped_step(lambda x: x[0] ** 2, [1.0], [2.0], [[0.0]])[0] < 0
    d = damped_step(lambda x: (x[0] + x[1]) ** 2 / 2, [1.0, 1], [2.0, 2], [[1, 1], [1, 1]])
    assert d == pytest.approx([-1, -1], abs=0.01)
    # At the saddle itself the gradient tells of no way down.
    assert damped_step(lambda x: x[0] * x[1], [0, 0], [0, 0], [[0, 1], [1, 0]]).tolist() == [0, 0]


def test_a_gradient_of_the_wrong_sign_leads_nowhere():
    for high in (1, 1e6):
        (d,) = damped_step(lambda x, high=high: high + x[0] ** 2, [1.0], [-2.0], [[2.0]])
        assert abs(d) < 1e-8
