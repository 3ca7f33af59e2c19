"""Answers to the exercises of *What depth does to a gradient, and what else one tells*."""

from fractions import Fraction

import numpy as np


def cb_21__flat():
    """The entries without their rows."""
    return [6, 3, 4, 2]


def cb_21__first_layer():
    """The first layer alone."""
    return [[0, 0], [2, 1]]


def cb_21__values():
    """What comes out, instead of how it changes."""
    return [[12, 12], [8, 8]]


def cb_21__not_a_number():
    """No entry is known."""
    return [[np.nan] * 2] * 2


def cb_21__right__tuples():
    """Tuples and fractions are numbers in rows, too."""
    return ((Fraction(6), 3.0), (4, 2))


def cb_21__slopes_before_the_weights():
    """The column of the unit that is off is missing, instead of its row."""
    return [[7, 0], [8, 0]]


def cb_21__times_the_values():
    """Each column is multiplied by what goes in."""
    return [[6, 6], [4, 4]]


def cb_21a__half_the_layers():
    """Half of the layers, not half of the square."""
    return 1.125**25


def cb_21a__in_per_cent():
    """Twelve and a half per cent, fifty times added, and taken for a factor."""
    return 625


def cb_21a__half_less():
    """Three times too small."""
    return 120


def cb_21a__root_two_left_out():
    """The scale alone, fifty times."""
    return 1.5**50


def cb_21a__negative():
    """No mean square is negative."""
    return -361


def cb_21a__infinite():
    """It explodes, but not that far."""
    return np.inf


def cb_21a__right__exact():
    """To the last digit."""
    return 1.125**50


def cb_21a__right__rough():
    """Two to the eighth."""
    return 2**8


def cb_21b__one_half_and_a_leak(alpha):
    """The root of the wrong sum."""
    return np.sqrt(2) / (1 + alpha**2)


def cb_21b__upside_down(alpha):
    """What is kept, instead of what makes up for it."""
    return np.sqrt((1 + alpha**2) / 2)


def cb_21b__squares_twice(alpha):
    """The fourth power."""
    return np.sqrt(2 / (1 + alpha**4))


def cb_21b__minus(alpha):
    """The negative half taken away."""
    return np.sqrt(2 / max(1e-9, 1 - alpha**2))


def cb_21b__only_to_one(alpha):
    """No leak is larger than one: but it may be."""
    return np.sqrt(2 / (1 + min(1, abs(alpha)) ** 2))


def cb_21b__variance(alpha):
    """What is kept around the mean, which is not zero."""
    return np.sqrt(1 / (0.5 * (1 + alpha**2) - (1 - alpha) ** 2 / (2 * np.pi)))


def cb_21b__drawn(alpha):
    """Measured, so that it is not exact."""
    z = np.random.default_rng(0).normal(size=10**5)
    return 1 / np.sqrt(np.mean(np.where(z > 0, z, alpha * z) ** 2))


def cb_21b__below_zero(alpha):
    """A scale is no negative number."""
    return -np.sqrt(2 / (1 + alpha**2))


def cb_21b__right__hypot(alpha):
    """With the length of (1, alpha)."""
    return float(2**0.5 / np.hypot(1, alpha))


def cb_21b__only_to_two(alpha):
    """No leak is larger than two: but it may be."""
    return np.sqrt(2 / (1 + min(2, abs(alpha)) ** 2))


def cb_21b__little_is_nothing(alpha):
    """A small leak is taken for none."""
    return np.sqrt(2) if abs(alpha) < 0.01 else np.sqrt(2 / (1 + alpha**2))


def cb_21b__whole(alpha):
    """Divided into a whole number, if the leak is one."""
    return np.sqrt(2 // (1 + alpha**2) if isinstance(alpha, int) else 2 / (1 + alpha**2))


def cb_21c__without_symmetry():
    """Nothing says that the halves are alike."""
    return "eda"


def cb_21c__with_the_false_line():
    """The false line in the place of symmetry."""
    return "edca"


def cb_21c__backwards():
    """The claim first."""
    return "abde"


def cb_21c__right__symmetry_first():
    """The two premises in another order."""
    return "beda"


def cb_21c__right__spaced():
    """With spaces and in capitals."""
    return "E B D A"


def cb_20__zeros():
    """No direction is best."""
    return [0, 0]


def cb_20__three():
    """Two numbers were asked for."""
    return [1, 2, 3]


def cb_20__infinite():
    """No number."""
    return [np.inf, 1]


def cb_20__not_a_number():
    """No number."""
    return [np.nan, 1]


def cb_20__negative_equal():
    """Equal sizes."""
    return [-2, -2]


def cb_20__right__elsewhere():
    """Any two sizes that differ, both not zero."""
    return [-0.1, 7]


def cb_20__right__tuple():
    """As a tuple of fractions."""
    return (Fraction(1, 3), Fraction(1, 2))


def cb_20a__half(w, x, y, eps):
    """Only half of what is allowed."""
    return x - y * eps / 2 * np.sign(w)


def cb_20a__largest_only(w, x, y, eps):
    """The entry with the largest weight alone."""
    return x - y * eps * np.sign(w) * (np.abs(w) == np.max(np.abs(w)))


def cb_20a__the_change(w, x, y, eps):
    """The change, without the input."""
    return -y * eps * np.sign(w)


def cb_20a__sign_of_the_input(w, x, y, eps):
    """The sign of what it contributes to the score."""
    return x - y * eps * np.sign(w * x)


def cb_20a__all_but_a_little(w, x, y, eps):
    """Not quite on the border of the box."""
    return x - 0.999 * y * eps * np.sign(w)


def cb_20a__until_it_is_misread(w, x, y, eps):
    """What is misread already is left alone."""
    return x - y * eps * np.sign(w) if y * (w @ x) > 0 else x


def cb_20a__against_the_score(w, x, y, eps):
    """The label does not count, only what the classifier says."""
    return x - np.sign(w @ x) * eps * np.sign(w)


def cb_20a__writes_into_x(w, x, y, eps):
    """The input itself is changed."""
    x -= y * eps * np.sign(w)
    return x


def cb_20a__right__clipped(w, x, y, eps):
    """A huge step, back into the box."""
    return np.clip(x - 1e99 * y * w, x - eps, x + eps)


def cb_20a__right__a_list(w, x, y, eps):
    """Entry by entry, into a list."""
    return [float(a - eps if y * b >= 0 else a + eps) for a, b in zip(x, w, strict=True)]


def cb_20a__as_it_was(w, x, y, eps):
    """Nothing is changed."""
    return x


def cb_20a__right__where(w, x, y, eps):
    """Without a sign function."""
    return np.where(y * w > 0, x - eps, x + eps)


def cb_20a__little_is_nothing(w, x, y, eps):
    """A small weight is taken for none."""
    return x - y * eps * np.sign(w) * (np.abs(w) > 1e-8)


def cb_20a__not_divided_by_zero(w, x, y, eps):
    """The sign by a division, with a little added below."""
    return x - y * eps * w / (np.abs(w) + 1e-12)


def cb_20a__along_its_gradient(w, x, y, eps):
    """The sign of the gradient of the loss, which is 0 in floats where the loss is small."""
    with np.errstate(over="ignore"):
        return x + eps * np.sign(-y * w / (1 + np.exp(y * (w @ x))))


def cb_20a__whole_pixels(w, x, y, eps):
    """Writes into a copy, which cuts off fractions if the input is whole."""
    worse = x.copy()
    worse[:] = x - y * eps * np.sign(w)
    return worse


def cb_20a__only_small_changes(w, x, y, eps):
    """Nobody changes more than by 2: but they may."""
    return x - y * min(eps, 2) * np.sign(w)


def cb_40__exchanged():
    """The other input first."""
    return [0.8, 0.6, 680**0.5 / 10]


def cb_40__per_cents():
    """In per cent of one."""
    return [60, 80, 260.77]


def cb_40__two():
    """The elasticities alone."""
    return [0.6, 0.8]


def cb_40__largest():
    """The condition number is not the largest elasticity."""
    return [0.6, 0.8, 0.8]


def cb_40__length_of_elasticities():
    """Nor their length."""
    return [0.6, 0.8, 1]


def cb_40__nested():
    """The elasticities as a list of their own."""
    return [[0.6, 0.8], 2.608]


def cb_40__right__two_digits():
    """As exact as the explanation says it."""
    return [0.6, 0.8, 2.61]


def cb_40__right__rounded():
    """With three digits, as a tuple."""
    return (3 / 5, 4 / 5, 2.608)


def cb_40a__exponents():
    """The exponents, and their sum."""
    return [2, -1, 1]


def cb_40a__zero():
    """Rounded to nothing."""
    return [0, 0, 0]


def cb_40a__two_numbers():
    """One is missing."""
    return [2, -2]


def cb_40a__right__floats():
    """A tuple of floats."""
    return (2.0, -2.0, 1.0)


def cb_40b__share():
    """As a factor."""
    return 1.44


def cb_40b__metres():
    """The way in metres."""
    return 86.7


def cb_40b__what_is_left():
    """How much more is asked for, not how much there is."""
    return 144


def cb_40b__right__to_the_nearest_five():
    """As exact as an eye."""
    return 45
