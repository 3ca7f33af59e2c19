"""Answers to the exercises of *An engine of one's own*."""

import math
from fractions import Fraction

import numpy as np


def cb_18__too_many_axes():
    """A third axis makes another shape of the sum."""
    return (1, 1, 3)


def cb_18__does_not_fit():
    """Four numbers do not fit to rows of three."""
    return (4,)


def cb_18__larger():
    """Nothing fits to two rows."""
    return (2, 3)


def cb_18__right__column():
    """A column."""
    return (4, 1)


def cb_18__one_number():
    """One number alone, in one axis."""
    return [1]


def cb_18__right__list():
    """A row, as a list."""
    return [1, 3]


def cb_18a__inner_sum():
    """The value without the outer b."""
    return [10, 7, 3]


def cb_18a__slopes_exchanged():
    """First of b."""
    return [13, 3, 7]


def cb_18a__two():
    """Without the value."""
    return [7, 3]


def cb_18a__not_a_number():
    """No number is known."""
    return [13, np.nan, 3]


def cb_18a__right__fractions():
    """A tuple of fractions."""
    return (Fraction(13), 7.0, Fraction(6, 2))


def cb_18b__zero(g, x):
    """Nothing comes back."""
    return 0 * g


def cb_18b__mean_taken_off(g, x):
    """The mean of g is taken off, whatever x is."""
    return (g - np.mean(g)) / np.sum(x)


def cb_18b__of_the_pencil(g, x):
    """Right for two entries alone."""
    return (g - g[::-1]) * x[::-1] / np.sum(x) ** 2 if len(x) == 2 else g / np.sum(x)


def cb_18b__column(g, x):
    """A matrix of one column."""
    return ((g - g @ x / np.sum(x)) / np.sum(x))[:, None]


def cb_18b__right__matrix(g, x):
    """With the Jacobian written out."""
    total = np.sum(x)
    return (np.eye(len(x)) / total - np.outer(x, np.ones(len(x))) / total**2).T @ g


def cb_18b__softmax(g, x):
    """The row of another function: the softmax."""
    y = x / np.sum(x)
    return y * (g - g @ y)


def cb_18b__into_its_argument(g, x):
    """What was given is changed."""
    g -= (g @ x) / np.sum(x)
    g /= np.sum(x)
    return g


def cb_18b__right__list(g, x):
    """Entry by entry, as a list."""
    total = sum(x)
    back = sum(a * b for a, b in zip(g, x, strict=True))
    return [a / total - back / total**2 for a in g]


def cb_18c__backwards():
    """The claim first."""
    return "dbea"


def cb_18c__without_the_direction():
    """Nothing says which way one goes."""
    return "abd"


def cb_18c__false_premise():
    """With the false line in place of the true one."""
    return "cebd"


def cb_18c__right__direction_first():
    """The two premises in the other order."""
    return "eabd"


def cb_18c__right__spaced():
    """With spaces and in capitals."""
    return "E A B D"


def cb_33__product():
    """The slopes multiplied."""
    return [12, 8]


def cb_33__cleared_late():
    """Cleared between the last two calls."""
    return [7, 12]


def cb_33__one():
    """The first line alone."""
    return [7]


def cb_33__right__floats():
    """As it is printed."""
    return (7.0, 8.0)


def cb_19__transposed():
    """Minus the right one's difference: the rows and columns exchanged, for another d."""
    return [[0, 3, 0], [0, 0, 1], [0.0, 2, 0]]


def cb_19__nearly_symmetric():
    """So near to symmetric that rounding hides it."""
    return [[1, 1, 1], [1, 1, 1], [1, 1 + 1e-12, 1]]


def cb_19__two_rows():
    """Too few rows."""
    return [[0, 0, 2], [3, 0, 0]]


def cb_19__zero():
    """Zeros are symmetric."""
    return [[0, 0, 0]] * 3


def cb_19__infinite():
    """No matrix."""
    return [[0, 0, np.inf], [3, 0, 0], [0, 1, 0]]


def cb_19__right__with_a_symmetric_one():
    """The other half of the difference, and a symmetric matrix added."""
    return [[5, -3, 4], [0, 6, 0], [2, 1, 7]]


def cb_19__right__half():
    """Half of the difference above, half below."""
    return [[0, -1.5, 1], [1.5, 0, -0.5], [-1, 0.5, 0]]


def cb_19a__by_the_sum():
    """Divided by the sum of both sizes."""
    return [3 / 5, 1, 1, 0.9 / 1.1]


def cb_19a__differences():
    """Not divided."""
    return [3, 2, 1, 0.9]


def cb_19a__three():
    """Too few."""
    return [0.75, 2, 1]


def cb_19a__right__fractions():
    """Fractions."""
    return (Fraction(3, 4), 2, 1.0, Fraction(9, 10))


def cb_19b__one_pass():
    """Quotients from one side, and a gradient as one pass."""
    return 795010 / 6


def cb_19b__four_passes():
    """A gradient as four passes."""
    return 1590020 / 4


def cb_19b__first_layer_in_weights():
    """The weights of the first layer, as if a trial and a gradient took alike."""
    return 784_000


def cb_19b__right__rounded():
    """Rounded."""
    return 500_000


def cb_19b__right__without_biases():
    """As a fraction, of the weights alone."""
    return Fraction(2 * 794_000, 3)


def _last(name, made, places):
    a, b = made[places[0]], made[places[-1]]
    return a + b if name == "add" else a * b if name == "multiply" else math.tanh(a)


def _back(tape, inputs, replaces=None):
    """Go back, but where the step `replaces` hands on, what came before is lost."""
    made = list(inputs)
    for name, *places in tape:
        made.append(_last(name, made, places))
    found = [0.0] * len(made)
    found[-1] = 1.0
    for n in reversed(range(len(inputs), len(made))):
        name, *places = tape[n - len(inputs)]
        i, j, g = places[0], places[-1], found[n]
        if name == replaces:
            found[i] = 0.0
        if name == "add":
            found[i] += g
            found[j] += g
        elif name == "multiply":
            found[i] += g * made[j]
            found[j] += g * made[i]
        else:
            found[i] += g * (1 - made[n] ** 2)
    return found[: len(inputs)]


def cb_18d__add_replaces(tape, inputs):
    """What comes back along a sum replaces what stands there."""
    return _back(tape, inputs, "add")


def cb_18d__multiply_replaces(tape, inputs):
    """What comes back along a product replaces what stands there."""
    return _back(tape, inputs, "multiply")


def cb_18d__tanh_replaces(tape, inputs):
    """What comes back along a tanh replaces what stands there."""
    return _back(tape, inputs, "tanh")


def cb_18d__right__tuple(tape, inputs):
    """A tuple."""
    return tuple(_back(tape, inputs))


def cb_18d__right__forwards(tape, inputs):
    """Dual numbers: forwards, once for each input."""
    found = []
    for k in range(len(inputs)):
        made, slope = list(inputs), [float(i == k) for i in range(len(inputs))]
        for name, *places in tape:
            made.append(_last(name, made, places))
            p, q = slope[places[0]], slope[places[-1]]
            a, b = made[places[0]], made[places[-1]]
            both = p + q if name == "add" else p * b + q * a
            slope.append(p * (1 - made[-1] ** 2) if name == "tanh" else both)
        found.append(slope[-1])
    return found


def cb_18d__differences(tape, inputs):
    """Quotients instead of the way back."""

    def last(v):
        made = list(v)
        for name, *places in tape:
            a, b = made[places[0]], made[places[-1]]
            made.append(a + b if name == "add" else a * b if name == "multiply" else math.tanh(a))
        return made[-1]

    moved = []
    for i in range(len(inputs)):
        ends = [last([x + s * (j == i) for j, x in enumerate(inputs)]) for s in (1e-3, -1e-3)]
        moved.append((ends[0] - ends[1]) / 2e-3)
    return moved


def cb_18b__kept_away_from_zero(g, x):
    """Adds a small number to the sum."""
    total = np.sum(x) + 1e-12
    return g / total - (g @ x) / total**2


def cb_18b__sum_of_the_sizes(g, x):
    """Divides by the sum of the sizes: another function where a number is negative."""
    total = np.sum(np.abs(x))
    return g / total - (g @ x) / total**2


def cb_18b__in_the_type_of_x(g, x):
    """Cuts the fractions off where x has whole numbers."""
    total, found = np.sum(x), np.zeros_like(x)
    found[:] = g / total - (g @ x) / total**2
    return found
