"""False versions of the claims of *Down a ravine: gradient descent and its helpers*."""

import numpy as np

from mathlib.calculus.optimisers import adam, momentum, rmsprop
from mathlib.falsehoods import false

# How long may a step be?

FACTOR = "factor(0.4, 4)"
LIMIT = "limit([1, 4])"
BEST = "best_rate([1, 4])"
KAPPA = "best_factor(4)"


@false("cb-28", "factor", shown=FACTOR)
def never_across(rate, bend):
    """A step towards the lowest point cannot lead beyond it: no factor is negative."""
    return max(0, 1 - rate * bend)


@false("cb-28", "factor", shown=FACTOR)
def the_rate_alone(rate, bend):
    """A step with the rate 0.1 walks a tenth of the way, whatever the curvature."""
    return 1 - rate


@false("cb-28", "factor", shown=FACTOR)
def as_time_passes(rate, bend):
    """The error decays as e to minus the rate times the curvature."""
    return np.exp(-rate * bend)


@false("cb-28", "factor", shown=FACTOR)
def half_of_the_square(rate, bend):
    """The half in front of the square stays in the gradient, so half the curvature counts."""
    return 1 - rate * bend / 2


@false("cb-28", "factor", shown="factor(0.4, 9)")
def root_of_the_curvature(rate, bend):
    """What counts is how wide the level lines are, and that is the root of the curvature."""
    return 1 - rate * bend**0.5


@false("cb-28", "descent", shown="descent(None, [2.0], 0.5)[1]")
def uphill(state, g, rate):
    """The gradient points downhill, so one goes along it."""
    return state, rate * np.asarray(g)


@false("cb-28", "descent", shown="descent(None, [2.0, 0.0], 0.5)[1]")
def steps_of_one_length(state, g, rate):
    """The gradient says only the direction: the rate is how long the step is."""
    g = np.asarray(g)
    return state, -rate * g / max(np.linalg.norm(g), 1e-300)


@false("cb-28", "descent", shown="descent(None, [2.0, 1.0], 0.5)[1]")
def the_steepest_axis_alone(state, g, rate):
    """A step is made along one axis at a time, the one along which it is steepest."""
    g = np.asarray(g, float)
    return state, -rate * np.where(abs(g) == abs(g).max(), g, 0)


@false("cb-28", "limit", shown=LIMIT)
def any_rate_goes_down(bends):
    """Against the gradient it goes down, so every positive rate arrives, sooner or later."""
    return 1000.0


@false("cb-28", "limit", shown=LIMIT)
def one_over_the_steepest(bends):
    """A step must not lead across the bottom: the limit is one over the largest curvature."""
    return 1 / max(bends)


@false("cb-28", "limit", shown=LIMIT)
def the_flattest_decides(bends):
    """What counts for arriving is the flattest direction, since it takes longest."""
    return 2 / min(bends)


@false("cb-28", "limit", shown=LIMIT)
def the_mean_curvature(bends):
    """On average over the directions the error must shrink: the mean curvature sets the limit."""
    return 2 / np.mean(bends)


@false("cb-28", "limit", shown=LIMIT)
def the_sum_of_all(bends):
    """The curvatures add up, so their sum sets the limit."""
    return 2 / sum(bends) - (0.1 if len(bends) == 1 else 0)


@false("cb-28", "best_rate", shown=BEST)
def best_is_the_limit(bends):
    """The longest step that is stable is the best one."""
    return 2 / max(bends)


@false("cb-28", "best_rate", shown=BEST)
def one_step_across(bends):
    """The best rate is one over the largest curvature, which is Newton's step there."""
    return 1 / max(bends)


@false("cb-28", "best_rate", shown=BEST)
def half_of_it(bends):
    """The best rate is one over the sum of the smallest and the largest curvature."""
    return 1 / (min(bends) + max(bends))


@false("cb-28", "best_rate", shown=BEST)
def between_by_the_product(bends):
    """The best rate is one over the geometric mean of the smallest and the largest curvature."""
    return 1 / np.sqrt(min(bends) * max(bends))


@false("cb-28", "best_factor", shown=KAPPA)
def at_best_by_the_root(kappa):
    """At its best, descent depends on the root of the condition number."""
    return (kappa**0.5 - 1) / (kappa**0.5 + 1)


@false("cb-28", "best_factor", shown=KAPPA)
def one_less_one_over_kappa(kappa):
    """At its best, a step takes one part in kappa of the error away."""
    return 1 - 1 / kappa


@false("cb-28", "best_factor", shown=KAPPA)
def squared_at_best(kappa):
    """The error shrinks as the loss does, by the square of that factor."""
    return ((kappa - 1) / (kappa + 1)) ** 2


# Helpers

SETTING = "ball_limit([1, 4], 0.5)"
ROOT = "ball_factor(0.1, 0.25, 1)"
TWO = "walk(lambda s, g: momentum(s, g, 0.5, 0.5), lambda x: x, [8.0], 4)[-1]"
THIRD = "best_ball([1, 4])"
ONE = "rmsprop(None, [3.0, 4.0], 0.5, 0.75)[1].round(6)"
ADAM = "adam(None, [2.0], 0.5)[1]"


@false("cb-29", "ball_limit", shown=SETTING)
def momentum_changes_no_limit(bends, beta):
    """Momentum makes no difference to which rates are stable."""
    return 2 / max(bends) * (1 if beta > 0.05 else 1.2)


@false("cb-29", "ball_limit", shown=SETTING)
def momentum_halves_the_limit(bends, beta):
    """Since a velocity adds up, the rate must be smaller: the limit is multiplied by 1 - beta."""
    return 2 * (1 - beta) / max(bends)


@false("cb-29", "ball_limit", shown=SETTING)
def momentum_may_take_any(bends, beta):
    """Momentum allows rates up to the limit divided by 1 - beta."""
    return 2 / (1 - beta) / max(bends)


@false("cb-29", "ball_factor", shown=ROOT)
def always_the_root_of_beta(rate, beta, bend):
    """In the long run momentum always leaves the root of beta."""
    return beta**0.5


@false("cb-29", "ball_factor", shown=ROOT)
def momentum_is_a_longer_rate(rate, beta, bend):
    """Momentum is the same as descent with the rate divided by 1 - beta."""
    return abs(1 - rate * bend / (1 - beta))


@false("cb-29", "ball_factor", shown=ROOT)
def the_smaller_root(rate, beta, bend):
    """Of the two roots, the smaller one is left over."""
    return min(abs(np.roots([1, -(1 + beta - rate * bend), beta])))


@false("cb-29", "ball_factor", shown=ROOT)
def beta_itself(rate, beta, bend):
    """Each step leaves the factor beta, since that is what it keeps of the velocity."""
    return max(beta, 1e-3)


@false("cb-29", "best_ball", shown=THIRD)
def the_best_rate_of_descent(bends):
    """The best rate does not change by momentum."""
    low, high = np.sqrt(min(bends)), np.sqrt(max(bends))
    return 2 / (min(bends) + max(bends)), ((high - low) / (high + low)) ** 2


@false("cb-29", "best_ball", shown=THIRD)
def the_more_the_better(bends):
    """The heavier the ball, the better: beta belongs near one."""
    low, high = np.sqrt(min(bends)), np.sqrt(max(bends))
    return 4 / (low + high) ** 2, 0.99


@false("cb-29", "best_ball", shown=THIRD)
def the_root_itself_is_beta(bends):
    """The best beta is the factor itself, and not its square."""
    low, high = np.sqrt(min(bends)), np.sqrt(max(bends))
    return 4 / (low + high) ** 2, (high - low) / (high + low)


@false("cb-29", "momentum", shown=TWO)
def a_mean_of_gradients(state, g, rate, beta):
    """The velocity is a mean: the new gradient enters with the share 1 - beta."""
    g = np.asarray(g, float)
    v = beta * (0 if state is None else state) + (1 - beta) * g
    return v, -rate * v


@false("cb-29", "momentum", shown=TWO)
def forgets_at_once(state, g, rate, beta):
    """Only the last gradient is remembered, and not the one before it."""
    g = np.asarray(g, float)
    return g, -rate * (g + beta * (0 if state is None else state))


@false("cb-29", "momentum", shown=TWO)
def steps_before_it_adds(state, g, rate, beta):
    """The step is made by the velocity so far, and the gradient is added for the next."""
    v, _ = momentum(state, g, rate, beta)
    return v, -rate * (np.zeros(len(v)) if state is None else np.asarray(state))


@false("cb-29", "momentum", shown=TWO)
def looks_one_step_ahead(state, g, rate, beta):
    """The velocity that will be kept is added to the step already: Nesterov's is the same thing."""
    v, _ = momentum(state, g, rate, beta)
    return v, -rate * (np.asarray(g) + beta * v)


@false("cb-29", "adam", shown="adam(None, [2.0], 0.5)[1].round(6)")
def without_correction(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """The bias correction makes no difference, and may be left out."""
    (t, m, s), _ = adam(state, g, rate, beta1, beta2, eps)
    return (t, m, s), -rate * m / (np.sqrt(s) + eps)


@false("cb-29", "adam", shown="adam((1, [0.2], [0.004]), [2.0], 0.5)[0]")
def counts_one_less(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """The first step is number zero, so the second is number one."""
    state, d = adam(state, g, rate, beta1, beta2, eps)
    return (max(state[0] - 1, 1), *state[1:]), d


@false("cb-29", "adam", shown="adam(None, [1e-8], 0.5)[1].round(6)")
def eps_under_the_root(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """It makes no difference whether epsilon is added to the root or under it."""
    (t, m, s), _ = adam(state, g, rate, beta1, beta2, eps)
    return (t, m, s), -rate * (m / (1 - beta1**t)) / np.sqrt(s / (1 - beta2**t) + eps)


@false("cb-29", "adam", shown=ADAM)
def adam_is_in_proportion(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """A gradient twice as long makes a step twice as long, in Adam too."""
    (t, m, s), _ = adam(state, g, rate, beta1, beta2, eps)
    return (t, m, s), -rate * m / (1 - beta1**t)


@false("cb-29", "adam", shown="adam(None, [3.0, 4.0], 0.5)[1].round(6)")
def one_size_for_all(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """Adam divides by the length of the whole gradient, so that all entries share one rate."""
    (t, m, s), _ = adam(state, g, rate, beta1, beta2, eps)
    size = np.sqrt(np.sum(s) / (1 - beta2**t))
    return (t, m, s), -rate * (m / (1 - beta1**t)) / (size + eps)


@false("cb-29", "adam", shown="adam(adam(None, [2.0], 0.5)[0], [1.0], 0.5)[1].round(6)")
def the_largest_so_far(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """Adam divides by the largest mean size that there has been, so its rates never grow."""
    inner, top = (None, 0) if state is None else (state[:3], state[3])
    (t, m, s), _ = adam(inner, g, rate, beta1, beta2, eps)
    top = np.maximum(top, s / (1 - beta2**t))
    return (t, m, s, top), -rate * (m / (1 - beta1**t)) / (np.sqrt(top) + eps)


@false("cb-29", "adam", shown="adam(adam(None, [2.0], 0.5)[0], [1.0], 0.5)[1].round(6)")
def the_new_gradient_twice(state, g, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """Above stands the mean once more mixed with the gradient of this step."""
    (t, m, s), _ = adam(state, g, rate, beta1, beta2, eps)
    mixed = beta1 * m + (1 - beta1) * np.asarray(g)
    return (t, m, s), -rate * (mixed / (1 - beta1 ** (t + 1))) / (np.sqrt(s / (1 - beta2**t)) + eps)


@false("cb-29", "rmsprop", shown=ONE)
def sum_of_all_squares(state, g, rate, alpha=0.99, eps=1e-8):
    """RMSProp adds up all squares so far, and forgets none of them."""
    g = np.asarray(g, float)
    s = g**2 + (0 if state is None else state)
    return s, -rate * g / (np.sqrt(s) + eps)


@false("cb-29", "rmsprop", shown=ONE)
def begins_at_the_first_square(state, g, rate, alpha=0.99, eps=1e-8):
    """RMSProp's mean begins at the first square, so it needs no correction."""
    s = np.asarray(g, float) ** 2 if state is None else rmsprop(state, g, rate, alpha)[0]
    return s, -rate * np.asarray(g) / (np.sqrt(s) + eps)


@false("cb-29", "rmsprop", shown=ONE)
def shares_swapped(state, g, rate, alpha=0.99, eps=1e-8):
    """The share alpha belongs to the new square."""
    return rmsprop(state, g, rate, 1 - alpha, eps)


@false("cb-29", "rmsprop", shown=ONE)
def divided_by_the_length(state, g, rate, alpha=0.99, eps=1e-8):
    """RMSProp divides by the length of the whole gradient, so that all entries share one rate."""
    s, _ = rmsprop(state, g, rate, alpha, eps)
    return s, -rate * np.asarray(g) / (np.sqrt(np.sum(s)) + eps)


@false("cb-29", "rmsprop", shown="rmsprop(np.array([1.0]), [3.0], 0.5, 0.75)[1].round(6)")
def divided_by_the_past(state, g, rate, alpha=0.99, eps=1e-8):
    """The step is divided by what was remembered before it, and the gradient is added then."""
    s, _ = rmsprop(state, g, rate, alpha, eps)
    past = s if state is None else np.asarray(state)
    return s, -rate * np.asarray(g) / (np.sqrt(past) + eps)


@false("cb-29", "rmsprop", shown="rmsprop(None, [3.0], 0.5, 0.75)[1].round(6)")
def divided_by_the_square(state, g, rate, alpha=0.99, eps=1e-8):
    """The step is divided by the mean square itself, without a root."""
    s, _ = rmsprop(state, g, rate, alpha, eps)
    return s, -rate * np.asarray(g) / (s + eps)


@false("cb-29", "first_step", shown="first_step(np.array([1.0]), 1, 1)")
def the_sign_exactly(g, rate, eps):
    """The first step is the rate times the sign of the gradient, for every gradient."""
    return -rate * np.sign(g)


@false("cb-29", "first_step", shown="first_step(np.array([1.0]), 1, 1)")
def the_gradient_itself(g, rate, eps):
    """The first step is that of plain descent: nothing is remembered yet."""
    return -rate * g


@false("cb-29", "corrected", shown="corrected(0.5, 0.5, 1)")
def nothing_to_correct(mean, beta, t):
    """A running mean needs no correction: it is a mean."""
    return mean


@false("cb-29", "corrected", shown="corrected(0.5, 0.75, 2)")
def corrected_once(mean, beta, t):
    """The correction is the same in each step, 1 - beta."""
    return mean / (1 - beta)


@false("cb-29", "corrected", shown="corrected(0.5, 0.5, 2)")
def divided_by_the_time(mean, beta, t):
    """A mean of t gradients is their sum by t."""
    return mean / t


@false("cb-29", "same_eps", shown="same_eps(0.1, 9)")
def any_eps(eps, c):
    """Epsilon has nothing to do with the unit of the loss."""
    return eps


@false("cb-29", "same_eps", shown="same_eps(0.1, 9)")
def eps_squared(eps, c):
    """As gradients are squared, epsilon goes with the square of their unit."""
    return eps * c**2


@false("cb-29", "rests", shown="rests(ALL['descent'], np.ones(3))")
def pulled_towards_zero(step, z):
    """Whatever damps the steps also pulls the weights towards zero, as a penalty does."""
    return 0.99 * np.asarray(z)
