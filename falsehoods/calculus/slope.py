"""False versions of the claims of *The slope of a curve: derivatives*."""

from fractions import Fraction

from mathlib.calculus.differences import complex_step
from mathlib.calculus.dual import Dual
from mathlib.falsehoods import false

# The derivative: change per unit of the step


@false("cb-01", "quotient", shown="quotient(lambda x: x**2, 3, 0.5)")
def change_alone(f, x, h):
    """The derivative is how much f changes."""
    return f(x + h) - f(x)


@false("cb-01", "quotient", shown="quotient(lambda x: x**2, 3, 0.5)")
def per_place(f, x, h):
    """The change is divided by the place at which one stands."""
    return (f(x + h) - f(x)) / (x or 1)


@false("cb-01", "quotient", shown="quotient(abs, 0, -1)")
def sign_of_the_step_lost(f, x, h):
    """The step has a length, and no direction."""
    return (f(x + h) - f(x)) / abs(h)


@false("cb-01", "quotient", shown="quotient(abs, 0, 1)")
def mean_of_both_sides(f, x, h):
    """From the left and from the right it is always the same, so one may take both."""
    return (f(x + h) - f(x - h)) / (2 * h)


@false("cb-01", "slopes", shown="slopes([0, 0, 1], 3)")
def exponent_kept(c, x):
    """The derivative of a power is the exponent times the same power."""
    return sum(i * c[i] * x**i for i in range(1, len(c)))


@false("cb-01", "slopes", shown="slopes([0, 0, 1], 3)")
def exponent_forgotten(c, x):
    """The derivative of a power is the power with one exponent less."""
    return sum(c[i] * x ** (i - 1) for i in range(1, len(c)))


@false("cb-01", "slopes", shown="slopes([5, 1], 3)")
def constant_counts(c, x):
    """A constant has a slope as well: itself."""
    return c[0] + sum(i * c[i] * x ** (i - 1) for i in range(1, len(c)))


@false("cb-01", "tangent", shown="tangent(9, 6, 0.1)")
def without_the_value(f, slope, h):
    """The tangent is the slope times the step, wherever it touches."""
    return slope * h


@false("cb-01", "tangent", shown="tangent(9, 6, 0.1)")
def level_tangent(f, slope, h):
    """So near to the place the curve may be taken to be level."""
    return f


# Downhill, but how far?


@false("cb-02", "largest_rate", shown="largest_rate(2)")
def the_bound_is_one_over_c(c):
    """Only rates below 1 / c lower a parabola."""
    return Fraction(1) / c


@false("cb-02", "largest_rate", shown="largest_rate(7)")
def one_for_all(c):
    """Rates below one lower every function."""
    return Fraction(1)


@false("cb-02", "largest_rate", shown="largest_rate(2)")
def bends_do_no_harm(c):
    """The more a parabola bends, the longer the steps that lower it."""
    return Fraction(2) * c


@false("cb-02", "walk", shown="walk(lambda x: 2 * x, 1, 0.25, 1)")
def along_the_slope(slope, x, eta, steps):
    """The slope shows where it goes down."""
    places = [x]
    for _ in range(steps):
        places.append(places[-1] + eta * slope(places[-1]))
    return places


@false("cb-02", "walk", shown="walk(lambda x: 2 * x, 3, 0.25, 1)")
def steps_of_one_length(slope, x, eta, steps):
    """Only the sign of the slope matters: each step is as long as the rate."""
    places = [x]
    for _ in range(steps):
        s = slope(places[-1])
        places.append(places[-1] - eta * ((s > 0) - (s < 0)))
    return places


@false("cb-02", "walk", shown="walk(lambda x: 2 * x, 1, 0.25, 2)")
def slope_of_the_start(slope, x, eta, steps):
    """The slope is computed once, where the walk begins."""
    return [x - n * eta * slope(x) for n in range(steps + 1)]


@false("cb-02", "complex_step")
def slope_of_the_other_side(f, x):
    """The slope is measured against the direction of the axis."""
    return -complex_step(f, x)


# In numbers: how short a step?


@false("cb-03", "one_side", shown="one_side(0.01, 0, 1, 1)")
def as_good_as_both_sides(h, eps, M0, M2):
    """One side is as good as both: the error falls with the square of the step."""
    return h**2 / 2 * M2 + 2 * eps / h * M0


@false("cb-03", "one_side", shown="one_side(1e-9, 1e-16, 1, 1)")
def rounding_does_not_grow(h, eps, M0, M2):
    """The error of rounding stays as it is: the shorter the step, the better."""
    return h / 2 * M2 + 2 * eps * M0


@false("cb-03", "both_sides", shown="both_sides(1e-9, 1e-16, 1, 1)")
def no_rounding(h, eps, M0, M3):
    """A computer's numbers are exact."""
    return h**2 / 6 * M3


@false("cb-03", "both_sides", shown="both_sides(0.01, 0, 1, 1)")
def cube_of_the_step(h, eps, M0, M3):
    """From both sides the error falls with the cube of the step."""
    return h**3 / 6 * M3 + eps / h * M0


@false("cb-03", "one_side", shown="one_side(0.01, 0, 1, 1)")
def far_too_careful(h, eps, M0, M2):
    """The error is about as large as the step itself, or ten times the step."""
    return 10 * h * M2 + 2 * eps / h * M0


@false("cb-03", "one_side", shown="one_side(0.01, 1e-16, 1, 1)")
def rounded_once(h, eps, M0, M2):
    """Only one of the two values is rounded."""
    return h / 2 * M2 + eps / h * M0


@false("cb-03", "one_side", shown="one_side(0.01, 1e-16, 1, 1)")
def bend_not_halved(h, eps, M0, M2):
    """The curve leaves its tangent by the bend times the square of the step."""
    return h * M2 + 2 * eps / h * M0


@false("cb-03", "both_sides", shown="both_sides(0.01, 1e-16, 1, 1)")
def rounding_cancels(h, eps, M0, M3):
    """As the bends cancel from both sides, the errors of rounding do."""
    return h**2 / 6 * M3 + eps / h * M0 / 4


@false("cb-03", "best_steps", shown="best_steps(1e-16)")
def the_same_step(eps):
    """The step that is best for one side is best for both."""
    return {"one side": eps ** (1 / 2), "both sides": eps ** (1 / 2)}


@false("cb-03", "best_steps", shown="best_steps(1e-16)")
def as_short_as_can_be(eps):
    """The best step is the shortest that the computer can tell from zero."""
    return {"one side": eps, "both sides": eps}


@false("cb-03", "complex_step", shown="complex_step(np.sin, 1.0)")
def also_a_difference(f, x):
    """The complex step is a difference too, and loses half of the digits."""
    return (f(x + 1e-8) - f(x)) / 1e-8


# Rules, and a machine that applies them


@false("cb-04", "product_rule", shown="product_rule(3, 1, 3, 1)")
def product_of_slopes(f, df, g, dg):
    """The derivative of a product is the product of the derivatives."""
    return df * dg


@false("cb-04", "product_rule", shown="product_rule(3, 1, 5, 2)")
def each_its_own(f, df, g, dg):
    """Each factor's slope goes with the factor itself."""
    return f * df + g * dg


@false("cb-04", "quotient_rule", shown="quotient_rule(1, 0, 2, 1)")
def signs_exchanged(f, df, g, dg):
    """Where the denominator grows, the quotient grows."""
    return (f * dg - df * g) / g**2


@false("cb-04", "quotient_rule", shown="quotient_rule(1, 0, 2, 1)")
def not_squared(f, df, g, dg):
    """The denominator stays as it is."""
    return (df * g - f * dg) / g


@false("cb-04", "chain_rule", shown="chain_rule(2, 3)")
def outer_alone(df_at_g, dg):
    """The slope of a function of a function is that of the outer one."""
    return df_at_g


@false("cb-04", "chain_rule", shown="chain_rule(2, 3)")
def slopes_added(df_at_g, dg):
    """The slopes of the inner and of the outer function are added."""
    return df_at_g + dg


@false("cb-04", "sigmoid_slope", shown="sigmoid_slope(0.5)")
def as_if_exponential(s):
    """A sigmoid is made of an exponential, so that it is its own slope."""
    return s


@false("cb-04", "sigmoid_slope", shown="sigmoid_slope(0.5)")
def as_for_tanh(s):
    """Sigmoid and tanh have the same rule."""
    return 1 - s**2


@false("cb-04", "tanh_slope", shown="tanh_slope(0.5)")
def as_for_sigmoid(t):
    """Tanh and sigmoid have the same rule."""
    return t * (1 - t)


@false("cb-04", "variable", shown="variable(3)")
def like_any_number(x):
    """The variable is a number like any other, and has no slope of its own."""
    return Dual(x, 0.0)


@false("cb-04", "variable", shown="variable(3)")
def its_own_slope(x):
    """The slope of the variable at x is x."""
    return Dual(x, x)
