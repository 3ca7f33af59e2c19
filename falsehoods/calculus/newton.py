"""False versions of the claims of *A parabola at every step: Newton's method*."""

import numpy as np

from mathlib.calculus.curvature import hessian
from mathlib.calculus.gradients import gradient
from mathlib.calculus.jacobians import jacobian
from mathlib.calculus.newton import damped_step, gauss_newton_step, newton_step, quadratic_model
from mathlib.falsehoods import false

# A function and its model

MODEL = "quadratic_model(2, [3, 2], [[6, 0], [0, 2]], [1, 1])"
STEP = "newton_step([3, 2], [[6, 0], [0, 2]])"


@false("cb-27", "quadratic_model", shown=MODEL)
def without_the_half(f0, g, H, d):
    """The term of second order is the full d^T H d, without a half."""
    return float(f0 + np.dot(g, d) + d @ np.asarray(H) @ d)


@false("cb-27", "quadratic_model", shown=MODEL)
def plane_is_enough(f0, g, H, d):
    """The plane through the place is as near as the model."""
    return float(f0 + np.dot(g, d))


@false("cb-27", "quadratic_model", shown="quadratic_model(2, [3, 2], [[6, 1], [1, 2]], [1, 1])")
def squares_only(f0, g, H, d):
    """Only the squares of the entries of a step count, not their products."""
    return float(f0 + np.dot(g, d) + np.diag(H) @ np.square(d) / 2)


@false("cb-27", "quadratic_model", shown="quadratic_model(2, [3, 2], [[-6, 0], [0, 2]], [1, 1])")
def never_below_the_plane(f0, g, H, d):
    """The curvature only lifts: a model never falls below its plane."""
    return float(f0 + np.dot(g, d) + max(0, d @ np.asarray(H) @ d) / 2)


@false("cb-27", "quadratic_model", shown="quadratic_model(2, [3, 2], [[-6, 0], [0, 2]], [2, 0])")
def lowest_where_it_is_level(f0, g, H, d):
    """A model is lowest where its slopes vanish, whichever way it bends."""
    return max(quadratic_model(f0, g, H, step) for step in (d, newton_step(g, H)))


@false("cb-27", "quadratic_model", shown="quadratic_model(2, [3, 2], [[6, 0], [0, 0]], [1, 1])")
def level_where_it_is_flat(f0, g, H, d):
    """Along a direction in which H does not bend, the model is level."""
    values, Q = np.linalg.eigh(H)
    bends = np.abs(values) > 1e-9
    return quadratic_model(f0, Q @ (bends * (Q.T @ g)), H, d)


@false("cb-27", "quadratic_model", shown="quadratic_model(2, [3, 2], [[6, 0], [0, 2]], [1, 0])")
def one_curvature_for_all(f0, g, H, d):
    """The mean of the curvatures stands for all directions."""
    return float(f0 + np.dot(g, d) + np.trace(H) / len(g) * np.dot(d, d) / 2)


@false("cb-27", "model_at")
def bends_like_the_slope_squared(f, x):
    """The products of the slopes are the second derivatives."""
    g, here = gradient(f, x), f(x)
    return lambda d: quadratic_model(here, g, np.outer(g, g), d)


@false("cb-27", "model_at")
def half_of_the_slope(f, x):
    """A model halves both terms, that of the gradient as well as that of the Hessian."""
    g, H, here = gradient(f, x), hessian(f, x), f(x)
    return lambda d: here + (g @ d + d @ H @ d) / 2


@false("cb-27", "model_at")
def model_from_zero(f, x):
    """The model takes the new place, and not the step to it."""
    g, H, here = gradient(f, x), hessian(f, x), f(x)
    return lambda d: here + g @ (x + d) + (x + d) @ H @ (x + d) / 2


@false("cb-27", "newton_step", shown=STEP)
def length_of_the_gradient(g, H):
    """The model is lowest one gradient further down."""
    return -np.asarray(g, float)


@false("cb-27", "newton_step", shown=STEP)
def up_the_slope(g, H):
    """The model is lowest at H^-1 g, without a sign."""
    return np.linalg.solve(H, g)


@false("cb-27", "newton_step", shown=STEP)
def multiplied_by_the_curvature(g, H):
    """The step is the longer the more the ground bends: multiply by H."""
    return -np.asarray(H, float) @ g


@false("cb-27", "newton_step", shown="newton_step([3, 2], [[6, 1], [1, 2]])")
def entry_by_entry(g, H):
    """Each entry of the step is its slope divided by its own curvature."""
    return -np.asarray(g, float) / np.diag(H)


@false("cb-27", "newton_step", shown=STEP)
def half_a_step(g, H):
    """The half of the model belongs to the step too."""
    return np.linalg.solve(H, g) / -2


@false("cb-27", "newton_step", shown=STEP)
def lowest_along_the_gradient(g, H):
    """The lowest point of a model lies straight against the gradient."""
    g = np.asarray(g, float)
    return -g * (g @ g) / (g @ np.asarray(H) @ g)


@false("cb-27", "newton_step", shown="newton_step([1e-6, 1], [[1e-6, 0], [0, 1]])")
def nearly_flat_is_flat(g, H):
    """Along a direction that hardly bends there is nothing to gain, and no step."""
    return -np.linalg.pinv(H, rcond=1e-4) @ g


# Jump, and model again


@false("cb-25", "newton_step", shown=STEP)
def descent(g, H):
    """Going against the gradient is just as fast."""
    return -0.3 * np.asarray(g, float)


@false("cb-25", "newton_step", shown="newton_step([3, 2], [[6, 1], [1, 2]])")
def own_curvature_each(g, H):
    """Near a minimum it is enough to divide each slope by its own curvature."""
    return -np.asarray(g, float) / np.diag(H)


@false("cb-25", "newton_step", shown="newton_step([3, -2], [[6, 0], [0, -2]])")
def saddles_repel(g, H):
    """A saddle does not attract: the step leads down, whichever way the ground bends."""
    values, Q = np.linalg.eigh(H)
    return -Q @ ((Q.T @ g) / np.abs(values))


@false("cb-25", "newton_step", shown=STEP)
def digits_come_one_by_one(g, H):
    """Each step adds the same number of right digits."""
    return 0.9 * newton_step(g, H)


@false("cb-25", "newton_step", shown=STEP)
def never_longer_than_one(g, H):
    """A step has at most the length 1, in whichever units."""
    d = newton_step(g, H)
    return d / max(1, np.linalg.norm(d))


@false("cb-25", "newton_step", shown=STEP)
def always_damped(g, H):
    """A little on the diagonal never does harm."""
    return np.linalg.solve(np.asarray(H) + 0.1 * np.eye(len(g)), -np.asarray(g, float))


@false("cb-25", "newton_step", shown="newton_step([3, 2], [[-6, 0], [0, -2]])")
def tops_repel(g, H):
    """A saddle may attract, but from a top the steps lead down."""
    d = newton_step(g, H)
    return -d if (np.linalg.eigvalsh(H) < 0).all() else d


@false("cb-25", "newton_step", shown="newton_step([400], [[2]])")
def none_runs_away(g, H):
    """From a start far away the steps are long, but stay below a bound."""
    d = newton_step(g, H)
    return d / max(1, np.linalg.norm(d) / 100)


@false("cb-25", "walk")
def never_steeper(step, slopes, x, n):
    """The gradient becomes shorter in each step, from any start."""
    places = [np.array(x, float)]
    for _ in range(n):
        g, H = slopes(places[-1])
        d = step(g, H)
        while np.linalg.norm(slopes(places[-1] + d)[0]) > np.linalg.norm(g) + 1e-12:
            d = d / 2
        places.append(places[-1] + d)
    return np.array(places)


@false("cb-25", "walk")
def every_second_hessian(step, slopes, x, n):
    """A Hessian may serve for two steps: the distance is squared in each all the same."""
    places, H = [np.array(x, float)], np.eye(len(x))
    for k in range(n):
        g, fresh = slopes(places[-1])
        H = H if k % 2 else fresh
        places.append(places[-1] + step(g, H))
    return np.array(places)


@false("cb-25", "walk")
def hessian_of_the_start(step, slopes, x, n):
    """The Hessian of the start will do for all steps: the square remains."""
    places, H = [np.array(x, float)], slopes(np.array(x, float))[1]
    for _ in range(n):
        places.append(places[-1] + step(slopes(places[-1])[0], H))
    return np.array(places)


@false("cb-25", "walk")
def two_steps_for_a_quadratic(step, slopes, x, n):
    """A quadratic of several inputs takes more than a step: one for each input."""
    places = [np.array(x, float)]
    for k in range(n):
        d = step(*slopes(places[-1]))
        d[np.arange(len(d)) != k % len(d)] = 0
        places.append(places[-1] + d)
    return np.array(places)


@false("cb-25", "in_z")
def gradients_go_like_places(slopes, A, b):
    """In new coordinates a gradient is found like a place, by the inverse of A."""

    def changed(z):
        g, H = slopes(A @ z + b)
        return np.linalg.solve(A, g), A.T @ H @ A

    return changed


@false("cb-25", "in_z")
def hessian_stays(slopes, A, b):
    """The Hessian is the same matrix in all coordinates."""

    def changed(z):
        g, H = slopes(A @ z + b)
        return A.T @ g, H

    return changed


@false("cb-25", "damped_step")
def damping_shortens_only(f, x, g, H):
    """It is enough to shorten the step: the direction is right, at a saddle too."""
    return newton_step(g, H) / 2


@false("cb-25", "damped_step")
def damping_to_the_saddle(f, x, g, H):
    """Damping is of no use near a saddle, which attracts all the same."""
    d = damped_step(f, x, g, H)
    return newton_step(g, H) if np.linalg.det(H) < 0 else d


@false("cb-25", "damped_step")
def damping_that_stops(f, x, g, H):
    """Damping keeps the step within a small distance: one never arrives."""
    return damped_step(f, x, g, H) / 50


@false("cb-25", "damped_step")
def definite_is_enough(f, x, g, H):
    """It is enough that the matrix is positive definite: then the function falls."""
    mu = max(0, 0.01 - np.linalg.eigvalsh(H)[0]) if np.linalg.det(H) <= 0 else 0
    return newton_step(g, np.asarray(H) + mu * np.eye(len(g)))


@false("cb-25", "damped_step")
def signs_are_enough(f, x, g, H):
    """It is enough to turn the signs of the negative curvatures."""
    values, Q = np.linalg.eigh(H)
    return -Q @ ((Q.T @ g) / np.abs(values))


@false("cb-25", "damped_step")
def damped_to_the_end(f, x, g, H):
    """A damped step stays a little shorter, near a minimum too."""
    return damped_step(f, x, g, np.asarray(H) + 0.2 * np.eye(len(g)))


@false("cb-25", "damped_step")
def half_of_each(f, x, g, H):
    """Half of a step is safe, and costs nothing."""
    return damped_step(f, x, g, H) / 2


# What the Jacobian knows of the Hessian


@false("cb-26", "bends")
def nothing_else(jac, theta, r):
    """J^T J is the whole Hessian of a sum of squares."""
    return np.zeros((len(theta), len(theta)))


@false("cb-26", "bends")
def residuals_twice(jac, theta, r):
    """The second part has the residuals squared, as the loss has."""
    return jacobian(lambda t: jac(t).T @ r**2, theta)


@false("cb-26", "bends")
def the_other_sign(jac, theta, r):
    """The residuals are what should come out, less what comes out."""
    return jacobian(lambda t: jac(t).T @ -r, theta)


@false("cb-26", "bends")
def without_residuals(jac, theta, r):
    """The second derivatives count in full, however small the residuals are."""
    return jacobian(lambda t: jac(t).sum(axis=0), theta)


@false("cb-26", "gauss_newton", shown="gauss_newton(np.array([[1.0, 2.0]]))")
def doubled(J):
    """Half of a square has twice J^T J as its first part."""
    return 2 * J.T @ J


@false("cb-26", "gauss_newton", shown="gauss_newton(np.array([[1.0, 2.0]]))")
def weights_do_not_meet(J):
    """Only the diagonal of J^T J counts: each weight bends for itself."""
    return np.diag(np.diag(J.T @ J))


@false("cb-26", "kernel", shown="kernel(np.array([[1.0, 2.0], [0.0, 1.0]]))")
def mean_over_the_weights(J):
    """The kernel is the mean over the weights of products of slopes."""
    return J @ J.T / J.shape[1]


@false("cb-26", "kernel", shown="kernel(np.array([[1.0, 2.0], [0.0, 1.0]]))")
def examples_apart(J):
    """Each example moves its own output alone."""
    return np.diag(np.diag(J @ J.T))


@false("cb-26", "kernel_of")
def targets_in_the_kernel(f, theta, y):
    """The neural tangent kernel depends on the targets."""
    J = jacobian(lambda t: (f(t) - y) ** 2 / 2, theta)  # of the losses of the examples
    return J @ J.T


@false("cb-26", "kernel_of")
def fades_with_the_residuals(f, theta, y):
    """Where the residuals become small, the kernel does too."""
    J = jacobian(f, theta)
    return J @ J.T * min(1, np.linalg.norm(f(theta) - y))


@false("cb-26", "kernel", shown="kernel(np.array([[1.0, 2.0], [0.0, 1.0]]))")
def cosines(J):
    """The kernel holds the cosines between the gradients of the examples."""
    rows = J / np.linalg.norm(J, axis=1, keepdims=True)
    return rows @ rows.T


@false("cb-26", "foretold")
def one_rate_for_all(K, r, t):
    """All residuals fall at the mean rate of the eigenvalues."""
    return np.exp(-np.trace(K) / len(K) * t) * r


@false("cb-26", "foretold")
def faster_and_faster(K, r, t):
    """A residual falls faster and faster, like a bell."""
    values, Q = np.linalg.eigh(K)
    return Q @ (np.exp(-values * t**2) * (Q.T @ r))


@false("cb-26", "foretold")
def example_by_example(K, r, t):
    """Each residual falls at its own rate, which stands on the diagonal of the kernel."""
    return np.exp(-np.diag(K) * t) * r


@false("cb-26", "foretold")
def growing(K, r, t):
    """Along an eigenvector the residual grows with its eigenvalue."""
    values, Q = np.linalg.eigh(K)
    return Q @ (np.exp(values * t) * (Q.T @ r))


@false("cb-26", "foretold")
def straight_down(K, r, t):
    """The residuals fall in proportion to the time, and not like powers of e."""
    return r - t * K @ r


@false("cb-26", "gauss_newton_step", shown="gauss_newton_step([-1, 1], np.array([[2, 1], [0, 1]]))")
def against_the_gradient(r, J):
    """The step of Gauss and Newton is the gradient of the loss, with its sign turned."""
    return -J.T @ np.asarray(r, float)


@false("cb-26", "gauss_newton_step", shown="gauss_newton_step([-1, 1], np.array([[2, 1], [0, 1]]))")
def residual_by_residual(r, J):
    """Each weight makes up for the residuals alone, as if the others stood still."""
    return -(J.T @ np.asarray(r, float)) / np.sum(np.square(J), axis=0)


@false("cb-26", "gauss_newton_step", shown="gauss_newton_step([-1, 1, 1], np.eye(3)[:, :2] + 1)")
def some_residuals_to_zero(r, J):
    """With fewer weights than residuals, the step makes as many zero as there are weights."""
    n = np.shape(J)[1]
    return gauss_newton_step(r[:n], J[:n])


@false("cb-26", "gauss_newton_step", shown="gauss_newton_step([-1, 1], np.array([[2, 1], [0, 1]]))")
def a_little_never_harms(r, J):
    """A little on the diagonal of J^T J leaves the step the best one."""
    J = np.asarray(J, float)
    return np.linalg.solve(J.T @ J + 1e-3 * np.eye(J.shape[1]), -J.T @ np.asarray(r, float))


@false("cb-26", "gauss_newton_step", shown="gauss_newton_step([1, 1], [[1, 0], [0, 1e-3]])")
def nearly_dependent_columns_are_left_out(r, J):
    """The best step does not move along directions that hardly change the outputs."""
    return -np.linalg.pinv(J, rcond=1e-2) @ r
