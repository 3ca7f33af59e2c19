"""False versions of the claims of *Curvature: the Hessian*."""

import numpy as np

from mathlib.calculus.curvature import classify, curvature_along, hessian
from mathlib.calculus.gradients import gradient
from mathlib.falsehoods import false

# How fast the slopes change

CUBE = "(lambda x: x[0] ** 2 * x[1] + x[1] ** 3, [1.0, 2.0])"
ALONG = "(lambda x: x[0] ** 2 * x[1] + x[1] ** 3, [1.0, 2.0], [1.0, 1.0])"


PEANO = "lambda x: x[0] * x[1] * (x[0] ** 2 - x[1] ** 2) / (x @ x + 1e-300)"
TURNED = f"one_by_one({PEANO}, np.zeros(2), 1, 0).round(3)"


@false("cb-22", "hessian", shown=f"hessian{CUBE}.round(4)")
def only_the_diagonal(f, x):
    """A function bends along each axis on its own: nothing stands beside the diagonal."""
    return np.diag(np.diag(hessian(f, x)))


@false("cb-22", "hessian", shown=f"hessian{CUBE}.round(4)")
def half_of_it(f, x):
    """The Hessian is the matrix of the quadratic form itself: half of the second derivatives."""
    return hessian(f, x) / 2


@false("cb-22", "hessian", shown=f"hessian{CUBE}.round(4)")
def mixed_counted_twice(f, x):
    """A mixed derivative occurs in both orders, so its entry is twice as large."""
    H = hessian(f, x)
    return 2 * H - np.diag(np.diag(H))


@false("cb-22", "hessian", shown=f"hessian{CUBE}.round(4)")
def product_of_slopes(f, x):
    """To differentiate twice is to multiply the two slopes."""
    g = gradient(f, x)
    return np.outer(g, g)


@false("cb-22", "hessian", shown=f"hessian{CUBE}.round(4)")
def above_the_diagonal(f, x):
    """Each pair of entries is differentiated once: below the diagonal stand zeros."""
    return np.triu(hessian(f, x))


@false("cb-22", "form", shown="form(np.array([[2.0, 1.0], [1.0, 2.0]]), np.array([1.0, 1.0]))")
def sum_of_curvatures(H, v):
    """The curvature along a direction is that along each axis, weighed with the squares."""
    return np.diag(H) @ v**2


@false("cb-22", "form", shown="form(np.array([[2.0, 1.0], [1.0, 2.0]]), np.array([1.0, 1.0]))")
def length_of_the_product(H, v):
    """How a function bends along v is how long Hv is."""
    return np.linalg.norm(H @ v)


@false("cb-22", "curvature_along", shown=f"round(curvature_along{ALONG}, 3)")
def only_the_direction(f, x, v):
    """For the second derivative along v its length does not matter."""
    return curvature_along(f, x, np.asarray(v, float) / np.linalg.norm(v))


@false("cb-22", "curvature_along", shown=f"round(curvature_along{ALONG}, 3)")
def half_the_curvature(f, x, v):
    """The curvature is what stands before the square of the step."""
    return curvature_along(f, x, v) / 2


@false("cb-22", "curvature_along", shown=f"round(curvature_along{ALONG}, 3)")
def in_proportion(f, x, v):
    """Twice as fast along a line, the second derivative is twice as large."""
    return curvature_along(f, x, v) / max(1.0, float(np.linalg.norm(v)))


@false("cb-22", "curvature_along", shown="curvature_along(lambda x: x[0] ** 2, [1.0], [1e-9])")
def share_of_v(f, x, v):
    """A small share of v is a short step, however long v is."""
    x, d = np.array(x), 2.0**-13 * np.array(v)
    return float(f(x + d) - 2 * f(x) + f(x - d)) * 2.0**26


@false("cb-22", "one_by_one", shown=TURNED)
def in_any_order(f, x, i, j, h=1e-3, k=1e-7):
    """It does not matter with respect to which entry one differentiates first."""
    d, e = 1e-3 * np.eye(len(x))[min(i, j)], 1e-7 * np.eye(len(x))[max(i, j)]
    return (f(x + d + e) - f(x + d) - f(x + e) + f(x)) / 1e-10


@false("cb-22", "one_by_one", shown=TURNED)
def both_at_once(f, x, i, j, h=1e-3, k=1e-7):
    """One may shrink both steps together: they measure the same."""
    d, e = 1e-4 * np.eye(len(x))[i], 1e-4 * np.eye(len(x))[j]
    return (f(x + d + e) - f(x + d) - f(x + e) + f(x)) / 1e-8


@false("cb-22", "peano", shown="peano([2.0, 1.0])")
def with_a_smooth_middle(x):
    """A function without jumps and with both slopes has mixed derivatives that agree."""
    a, b = x
    return a * b * (a * a - b * b)


# Four kinds of point, and one answer more

SADDLE = "(lambda x: x[0] ** 2 - x[1] ** 2, [0.0, 0.0])"
SLOPE = "(lambda x: x[0] ** 2 + x[1] ** 2, [1.0, 0.0])"
FLAT = "(lambda x: x[0] ** 4 + x[1] ** 4, [0.0, 0.0])"


@false("cb-23", "told", shown=f"told{SLOPE}")
def slope_overlooked(f, x):
    """The eigenvalues alone say what kind of point it is."""
    return classify(np.zeros(len(x)), hessian(f, x))


@false("cb-23", "told", shown=f"told{SADDLE}")
def by_the_determinant(f, x):
    """A positive determinant is a minimum."""
    kind = classify(gradient(f, x), hessian(f, x))
    if kind == "not critical":
        return kind
    d = np.linalg.det(hessian(f, x))
    return "undecided" if abs(d) < 1e-6 else "minimum" if d > 0 else "maximum"


@false("cb-23", "told", shown="told(lambda x: x[0] ** 2 + 4 * x[0] * x[1] + x[1] ** 2, [0, 0])")
def along_the_axes(f, x):
    """A place from which both axes rise is a minimum."""
    return classify(gradient(f, x), np.diag(np.diag(hessian(f, x))))


@false("cb-23", "told", shown=f"told{FLAT}")
def zero_counts_as_positive(f, x):
    """An eigenvalue that is not negative is good enough for a minimum."""
    return classify(gradient(f, x), hessian(f, x) + 0.01 * np.eye(len(x)))


@false("cb-23", "told", shown=f"told{FLAT}")
def zero_counts_as_negative(f, x):
    """An eigenvalue that is not positive is good enough for a maximum."""
    return classify(gradient(f, x), hessian(f, x) - 0.01 * np.eye(len(x)))


@false("cb-23", "told", shown=f"told{SADDLE}")
def bowl_or_dome(f, x):
    """Where all slopes are zero is a lowest place or a highest one."""
    kind = classify(gradient(f, x), hessian(f, x))
    return "minimum" if kind == "saddle" else kind


@false("cb-23", "told", shown="told(lambda x: x[0] ** 2 + x[1] ** 2, [0.0, 0.0])")
def signs_exchanged(f, x):
    """Where a function bends down it has a minimum."""
    return classify(gradient(f, x), -hessian(f, x))


@false("cb-23", "told", shown="told(lambda x: -x[0] ** 2, [0.0, 0.0])")
def undecided_are_saddles(f, x):
    """What is neither a minimum nor a maximum by the eigenvalues is a saddle."""
    kind = classify(gradient(f, x), hessian(f, x))
    return "saddle" if kind == "undecided" else kind


@false("cb-23", "told", shown="told(lambda x: x[0] ** 2 + x[1] ** 3, [0.0, 0.0])")
def one_that_bends_is_enough(f, x):
    """If one eigenvalue is positive and the other zero, it is a minimum."""
    H = hessian(f, x)
    kind = classify(gradient(f, x), H)
    return "minimum" if kind == "undecided" and np.linalg.eigvalsh(H)[-1] > 1e-3 else kind


@false("cb-23", "seen", shown="seen(lambda x: x[0] ** 2 - x[1] ** 2, zero)")
def seen_on_the_axes(f, x, r=1e-2):
    """To walk along the axes is enough to know a minimum."""
    steps = r * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
    rise = [f(x + d) - f(x) for d in steps]
    return "minimum" if max(rise) >= 0 else "maximum"


@false("cb-23", "told", shown="told(lambda x: x[0] ** 2 + x[1] ** 2, [0.0, 1.0])")
def one_slope_is_enough(f, x):
    """Where the slope along the first axis is zero, the place is critical."""
    return classify(gradient(f, x)[:1].repeat(len(x)), hessian(f, x))


TRIPLE = "(lambda x: x[0] ** 2 - x[1] ** 2 - x[2] ** 2, np.zeros(3))"
SPREAD = "(lambda x: x[0] ** 2 - x[1] ** 2 + 0 * x[2], np.zeros(3))"


@false("cb-23", "told", shown="told(lambda x: x[0] - x[1] + x @ x, np.zeros(2))")
def slopes_that_cancel(f, x):
    """A slope up along one axis and an equal one down along the other make a level place."""
    g = gradient(f, x)
    return classify([g.sum()] + [0] * (len(g) - 1), hessian(f, x))


@false("cb-23", "told", shown="told(lambda x: x[0], np.zeros(2))")
def no_bend_no_answer(f, x):
    """Where nothing bends, nothing can be said, not even that there is a slope."""
    bends = np.abs(np.linalg.eigvalsh(hessian(f, x))).max() > 1e-6
    return classify(gradient(f, x), hessian(f, x)) if bends else "undecided"


@false("cb-23", "told", shown=f"told{TRIPLE}")
def determinant_and_corner(f, x):
    """The rule for two variables, the determinant and then the corner, holds for any number."""
    H = hessian(f, x)
    kind, d = classify(gradient(f, x), H), np.linalg.det(H)
    if kind == "not critical" or abs(d) < 1e-6:
        return kind
    return "saddle" if d < 0 else "minimum" if H[0, 0] > 0 else "maximum"


@false("cb-23", "told", shown=f"told{SPREAD}")
def one_zero_undecides_all(f, x):
    """If one eigenvalue is zero, nothing can be said, whatever the others are."""
    H = hessian(f, x)
    kind = classify(gradient(f, x), H)
    undecided = kind != "not critical" and abs(np.linalg.det(H)) < 1e-6
    return "undecided" if undecided else kind


@false("cb-23", "told", shown=f"told{TRIPLE}")
def most_of_the_signs(f, x):
    """If most of the eigenvalues are negative, it is a maximum: the majority decides."""
    H = hessian(f, x)
    kind, signs = classify(gradient(f, x), H), np.sign(np.linalg.eigvalsh(H)).sum()
    return kind if kind != "saddle" or signs == 0 else "minimum" if signs > 0 else "maximum"


@false("cb-23", "told", shown="told(lambda x: 0.01 * x[0] + x @ x, np.zeros(2))")
def gentle_is_level(f, x):
    """A slope of a few hundredths is none."""
    g = gradient(f, x)
    return classify(g * (np.linalg.norm(g) > 0.05), hessian(f, x))


@false("cb-23", "gradient", shown="gradient(lambda x: x[0] ** 2 + x[1], [1.0, 2.0]).round(4)")
def flat_everywhere(f, x):
    """That all slopes are zero distinguishes no place from another."""
    return 0 * gradient(f, x)


# Convex: no dents anywhere


@false("cb-24", "gap", shown="gap(lambda x: x**2, 0, 2, 0.25)")
def only_in_the_middle(f, x, z, t):
    """Between two places one looks half way, whatever the share is."""
    return (f(x) + f(z)) / 2 - f((x + z) / 2)


@false("cb-24", "gap", shown="gap(lambda x: x**2, 0, 2, 0.25)")
def other_way_round(f, x, z, t):
    """A convex function lies above its chords."""
    return f((1 - t) * x + t * z) - (1 - t) * f(x) - t * f(z)


@false("cb-24", "gap", shown="gap(lambda x: x**2, 0, 2, 0.25)")
def shares_exchanged(f, x, z, t):
    """Which of the two shares belongs to which place does not matter."""
    return t * f(x) + (1 - t) * f(z) - f((1 - t) * x + t * z)


@false("cb-24", "gap", shown="gap(lambda x: x**3, -2, 0, 0.5)")
def never_negative(f, x, z, t):
    """A chord always lies above the graph."""
    return abs((1 - t) * f(x) + t * f(z) - f((1 - t) * x + t * z))


@false("cb-24", "bends_down")
def bends_up_on_the_axes(f, draw, tries=50):
    """Convex along each axis is convex."""
    return min(np.diag(hessian(f, draw())).min() for _ in range(tries)) < -1e-3


@false("cb-24", "bends_down")
def only_the_largest(f, draw, tries=50):
    """If it bends up in one direction, it is convex."""
    return min(np.linalg.eigvalsh(hessian(f, draw()))[-1] for _ in range(tries)) < -1e-3


@false("cb-24", "bends_down")
def at_one_place(f, draw, tries=50):
    """If no eigenvalue is negative at zero, none is anywhere."""
    return bool(np.linalg.eigvalsh(hessian(f, 0 * draw()))[0] < -1e-3)


@false("cb-24", "bends_down")
def strictly(f, draw, tries=50):
    """A convex function bends up in every direction: no eigenvalue is zero."""
    return min(np.linalg.eigvalsh(hessian(f, draw()))[0] for _ in range(tries)) < 1e-2


@false("cb-24", "mean_gap")
def mean_of_the_places(f, places, w):
    """Weights do not matter: one compares the mean of the values with the middle of the places."""
    return sum(f(x) for x in places) / len(places) - f(w @ places)


@false("cb-24", "mean_gap")
def jensen_turned(f, places, w):
    """The function of the mean is at least the mean of the function."""
    return f(w @ places) - sum(w[i] * f(places[i]) for i in range(len(w)))


@false("cb-24", "mean_gap")
def sum_of_all(f, places, w):
    """The weights need not have the sum one."""
    return sum(w[i] / 2 * f(places[i]) for i in range(len(w))) - f(w / 2 @ places)


@false("cb-24", "find_dent")
def a_few_chords(f, draw, tries=1000):
    """Two chords are enough to know whether a function is convex."""
    for _ in range(2):
        x, z = draw(), draw()
        if (f(x) + f(z)) / 2 < f((x + z) / 2) - 1e-9:
            return x, z, 0.5
    return None


@false("cb-24", "valleys", shown="valleys(np.array([4, 3, 1, 2]))")
def all_that_are_low(values):
    """Whatever is below one of its neighbours is a minimum."""
    left, mid, right = values[:-2], values[1:-1], values[2:]
    return mid[(mid <= left) | (mid <= right)].tolist()


@false("cb-24", "bends_down")
def on_average(f, draw, tries=50):
    """A function that bends up on average is convex."""
    mean = np.mean([hessian(f, draw()) for _ in range(tries)], axis=0)
    return np.linalg.eigvalsh(mean)[0] < -1e-3


@false("cb-24", "mean_gap")
def for_every_function(f, places, w):
    """The mean of a function is never below the function of the mean, whichever function it is."""
    return abs(sum(w[i] * f(places[i]) for i in range(len(w))) - f(w @ places))


@false("cb-24", "mean_gap")
def against_the_highest(f, places, w):
    """To be below the highest of the values is to be below their mean."""
    return max(f(x) for x in places) - f(w @ places)


@false("cb-24", "mean_gap")
def everyone_weighs_the_same(f, places, w):
    """On both sides the plain mean is meant: weights change nothing."""
    return sum(f(x) for x in places) / len(places) - f(sum(places) / len(places))


@false("cb-24", "mean_gap")
def the_first_two(f, places, w):
    """Two of the places stand for all."""
    two, share = places[:2], w[:2] / w[:2].sum()
    return sum(share[i] * f(two[i]) for i in range(len(two))) - f(share @ two)


@false("cb-24", "mean_gap")
def never_a_gap(f, places, w):
    """The mean of a function is the function of the mean."""
    return 0.0


@false("cb-24", "find_dent")
def only_through_zero(f, draw, tries=1000):
    """The chords that begin at zero are enough."""
    for t in np.linspace(0.01, 0.99, tries):
        z = draw()
        if (1 - t) * f(0 * z) + t * f(z) < f(t * z) - 1e-9:
            return 0 * z, z, t
    return None


@false("cb-24", "find_dent")
def above_the_higher_end(f, draw, tries=1000):
    """A graph that is nowhere above the higher end of its chord is convex."""
    for _ in range(tries):
        x, z = draw(), draw()
        if max(f(x), f(z)) < f((x + z) / 2) - 1e-9:
            return x, z, 0.5
    return None


@false("cb-24", "bends_down")
def downwards_on_average(f, draw, tries=50):
    """One that has mostly positive eigenvalues is convex: the mean of the least ones decides."""
    return np.mean([np.linalg.eigvalsh(hessian(f, draw()))[0] for _ in range(tries)]) < -1e-3


@false("cb-24", "hessian", shown="hessian(lambda x: x @ x, [1.0, 2.0]).round(3)")
def never_below_zero(f, x):
    """Rounding makes a few eigenvalues negative: add a little to the diagonal."""
    return hessian(f, x) + 0.02 * np.eye(len(x))


@false("cb-24", "valleys", shown="valleys(np.array([4, 3, 1, 2]))")
def all_that_are_high(values):
    """A place that no neighbour exceeds is a lowest one."""
    left, mid, right = values[:-2], values[1:-1], values[2:]
    return mid[(mid >= left) & (mid >= right)].tolist()
