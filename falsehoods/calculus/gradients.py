"""False versions of the claims of *Many variables: the gradient*."""

import numpy as np

from mathlib.calculus.gradients import directional, gradient
from mathlib.falsehoods import false
from mathlib.linalg.norms import norm, steepest

# One variable at a time


@false("cb-05", "gradient_of_form", shown="gradient_of_form(np.array([[0, 1], [0, 0]]), 0, [1, 2])")
def twice_the_matrix(A, b, x):
    """The gradient of a quadratic function is twice its matrix times x, as for one number."""
    return 2 * A @ np.asarray(x) + b


@false("cb-05", "gradient_of_form", shown="gradient_of_form(np.eye(2), 0, [1, 2])")
def one_factor_stands_still(A, b, x):
    """Of the two factors x only the one on the right changes."""
    return A @ np.asarray(x) + b


@false("cb-05", "gradient_of_form", shown="gradient_of_form(np.eye(2), 1, [1, 2])")
def linear_part_forgotten(A, b, x):
    """What is only multiplied by x has no slope."""
    return (A + A.T) @ np.asarray(x)


@false("cb-05", "slice_through", shown="slice_through(sum, [1, 2], 0)(5)")
def all_entries_move(f, x, i):
    """When one entry moves the others go along."""
    return lambda u: f([v + u - x[i] for v in x])


@false("cb-05", "slice_through", shown="slice_through(sum, [1, 2], 0)(5)")
def others_are_zero(f, x, i):
    """The others are held at zero."""
    return lambda u: f([u if j == i else 0 for j in range(len(x))])


@false("cb-05", "partial", shown="round(partial(lambda x: x[0] ** 3, [1, 2], 0), 6)")
def over_a_whole_unit(f, x, i):
    """From half a unit before to half a unit after, f grows by its slope."""
    e = np.eye(len(x))[i] / 2
    return float(f(x + e) - f(x - e))


@false("cb-05", "gradient", shown="gradient(lambda x: x[0] ** 3, [1, 2]).round(6)")
def each_over_a_whole_unit(f, x):
    """The gradient is what one unit more of each entry adds, half of it before and half after."""
    return np.array([f(x + e / 2) - f(x - e / 2) for e in np.eye(len(x))])


# All at once


@false("cb-07", "first_order", shown="first_order([2, 1], [3, 4])")
def largest_change_counts(g, d):
    """The change is that of the entry which changes most."""
    return max((g[i] * d[i] for i in range(len(d))), key=abs)


@false("cb-07", "first_order", shown="first_order([2, 1], [3, 4])")
def length_times_length(g, d):
    """The change is the length of the gradient times that of the step, in every direction."""
    return norm(np.asarray(g, float)) * norm(np.asarray(d, float))


@false("cb-07", "first_order", shown="first_order([2, 1], [3, -4])")
def signs_do_not_matter(g, d):
    """The changes of the entries add up, whatever their signs."""
    return sum(abs(g[i] * d[i]) for i in range(len(d)))


@false("cb-07", "left_over")
def falls_with_the_step(f, x, d):
    """What first order leaves over falls like the step itself."""
    return f(x + d) - f(x) - 1.01 * np.dot(gradient(f, x), d)


@false("cb-07", "most_left", shown="most_left(4, np.array([3.0, 4.0]))")
def bend_not_halved(M, d):
    """First order leaves over the bend times the square of the step, and no less can be said."""
    return M * norm(d) ** 2


@false("cb-07", "most_left", shown="most_left(4, np.array([0.3, 0.4]))")
def cube_of_the_length(M, d):
    """What is left over falls with the cube of the step."""
    return M / 2 * norm(d) ** 3


@false("cb-07", "most_left", shown="most_left(4, np.array([3.0, 4.0]))")
def largest_entry_counts(M, d):
    """It is the square of the largest entry of the step that counts."""
    return M / 2 * float(np.max(np.abs(d))) ** 2


@false("cb-07", "left_over")
def nothing_is_left(f, x, d):
    """For steps that are small enough first order is the change, and nothing is left over."""
    return 0.0


@false("cb-07", "kink", shown="kink((1e-3, 1e-3))")
def partials_are_enough(x):
    """Where both partial derivatives are zero, the function is near its value all around."""
    return 0.0


# Uphill, and nowhere steeper


@false("cb-06", "gradient", shown="gradient(sum, [1.0, 2.0])")
def minus_is_not_needed(f, x):
    """The gradient points downhill, and training follows it."""
    return -gradient(f, x)


@false("cb-06", "gradient", shown="gradient(lambda x: x[0] * x[1], [1.0, 2.0])")
def axes_exchanged(f, x):
    """It does not matter which of the derivatives comes first."""
    return gradient(f, x)[::-1]


@false("cb-06", "directional", shown="directional(sum, [0.0, 0.0], [-1.0, 0.0])")
def steep_is_steep(f, x, v):
    """A slope has a size and no sign: uphill and downhill are equally steep."""
    return abs(directional(f, x, v))


@false("cb-06", "norm", shown="norm(np.array([3.0, 4.0]))")
def sum_of_the_entries(x, p=2):
    """The steepest slope is the sum of the slopes along the axes."""
    return float(np.abs(x).sum())


# Level lines lie across


@false("cb-08", "walk_along", shown="walk_along(lambda x: x[0], np.array([1.0, 1.0]), 0.1, 5)")
def along_the_gradient(f, x, h, steps):
    """The gradient runs along the level lines."""
    for _ in range(steps):
        g = gradient(f, x)
        x = x + h * g / norm(g)
    return x


@false("cb-08", "walk_along", shown="walk_along(lambda x: x[0] * x[1], np.array([1.0, 2.0]), 1, 1)")
def along_the_tangent(f, x, h, steps):
    """A level line is straight, at a right angle to the gradient where one starts."""
    g = gradient(f, x)
    return x + h * steps * np.array([-g[1], g[0]]) / norm(g)


@false("cb-08", "first_order", shown="first_order([6, 8], [-4, 3])")
def turned_the_other_way(g, d):
    """Perpendicular means that the entries are exchanged."""
    return g[0] * d[1] + g[1] * d[0]


# Steepest for another measure of steps


@false("cb-09", "steepest", shown="steepest(np.array([3.0, -4.0]), np.inf)")
def always_the_gradient(g, p=2):
    """The steepest direction is that of the gradient, however steps are measured."""
    return np.asarray(g) / norm(g, p)


@false("cb-09", "steepest", shown="steepest(np.array([3.0, -4.0]), 1)")
def always_the_signs(g, p=2):
    """The signs of the gradient are the steepest direction for every norm."""
    return np.sign(g) / norm(np.sign(g), p)


@false("cb-09", "dual_exponent", shown="dual_exponent(np.inf)")
def the_same_norm(p):
    """The largest slope is the length of the gradient in the norm in which steps are measured."""
    return p


@false("cb-09", "dual_exponent", shown="dual_exponent(np.inf)")
def euclid_for_all(p):
    """The largest slope is the Euclidean length of the gradient."""
    return 2.0


@false("cb-09", "steepest", shown="steepest(np.array([3.0, -4.0]), np.inf)")
def one_entry_alone(g, p=2):
    """It is best to change only the entry with the largest slope."""
    return steepest(g, 1)


@false("cb-09", "steepest", shown="steepest(np.array([1e-12, 0.0]), 2)")
def a_small_gradient_has_no_direction(g, p=2):
    """Where the gradient is very small, no direction is steeper than another."""
    return steepest(g, p) if norm(g, np.inf) > 1e-9 else 0 * g


@false("cb-05", "gradient", shown="gradient(lambda x: x[0] ** 2, [100.0, 2.0])")
def far_places_are_near(f, x):
    """Far from zero the slopes are no others than at a distance of twenty."""
    return gradient(f, np.clip(np.asarray(x, float), -20, 20))
