"""Answers to the exercises of *Curvature: the Hessian*."""

from fractions import Fraction

import numpy as np


def cb_22__values():
    """The slopes instead of their changes."""
    return [[4, 7], [7, 4]]


def cb_22__in_one_row():
    """The entries without their rows."""
    return [2, 4, 4, 6]


def cb_22__not_symmetric():
    """One of the mixed entries is forgotten."""
    return [[2, 4], [0, 6]]


def cb_22__diagonal_exchanged():
    """The diagonal turned round."""
    return [[6, 4], [4, 2]]


def cb_22__not_a_number():
    """No entry is known."""
    return [[np.nan] * 2] * 2


def cb_22__mixed_twice():
    """As if both orders of one pair were added up."""
    return [[2, 8], [8, 6]]


def cb_22__eigenvalues():
    """The principal curvatures, on a diagonal."""
    return [[4 + 20**0.5, 0], [0, 4 - 20**0.5]]


def cb_22__one_row_short():
    """A row that is too short."""
    return [[2, 4], [4]]


def cb_22__right__tuples():
    """Tuples and fractions are numbers in rows, too."""
    return ((Fraction(2), 4.0), (4, 6))


def cb_22a__minus(slopes, x, v):
    """The wrong way round."""
    h = 1e-5
    return (slopes(x - h * v) - slopes(x + h * v)) / (2 * h)


def cb_22a__squared(slopes, x, v):
    """Divided by the square of the step."""
    h = 1e-5
    return (slopes(x + h * v) - slopes(x - h * v)) / (2 * h) ** 2


def cb_22a__at_v(slopes, x, v):
    """The gradient at the vector."""
    return slopes(v)


def cb_22a__diagonal(slopes, x, v):
    """As if each slope changed with its own entry alone."""
    h, d = 1e-5, []
    for i, e in enumerate(np.eye(len(x))):
        d.append((slopes(x + h * e)[i] - slopes(x - h * e)[i]) / (2 * h))
    return np.array(d) * v


def cb_22a__both_ways(slopes, x, v):
    """On both sides, but all of v away."""
    return (slopes(x + v) - slopes(x - v)) / 2


def cb_22a__moves_x(slopes, x, v):
    """Moves the caller's place."""
    h = 1e-5
    x += h * v
    ahead = slopes(x)
    x -= 2 * h * v
    return (ahead - slopes(x)) / (2 * h)


def cb_22a__row_sums(slopes, x, v):
    """Each column of the Hessian added up, times an entry of the vector."""
    h = 1e-5
    columns = [(slopes(x + h * e) - slopes(x - h * e)) / (2 * h) for e in np.eye(len(x))]
    return np.sum(columns, axis=1) * v


def cb_22a__step_of_rounding(slopes, x, v):
    """So short a step that rounding is all that is left."""
    h = 1e-13
    return (slopes(x + h * v) - slopes(x - h * v)) / (2 * h)


def cb_22a__five_digits(slopes, x, v):
    """So short a step that rounding leaves less than six digits."""
    h = 1e-10
    return (slopes(x + h * v) - slopes(x - h * v)) / (2 * h)


def cb_22a__longer_step(slopes, x, v):
    """A step of a hundredth."""
    return (slopes(x + 0.01 * v) - slopes(x - 0.01 * v)) / 0.02


def cb_22a__type_of_the_input(slopes, x, v):
    """In whole numbers, if they come in."""
    h, columns = 1e-5, []
    for i in range(len(x)):
        back, ahead = x.copy(), x.copy()
        back[i] -= h
        ahead[i] += h
        columns.append((slopes(ahead) - slopes(back)) / (2 * h))
    return np.array(columns).T @ v


def cb_22a__share_of_x(slopes, x, v):
    """A step fitted to the place, and so none at all at zero."""
    h = 1e-5 * np.linalg.norm(x)
    with np.errstate(all="ignore"):
        return (slopes(x + h * v) - slopes(x - h * v)) / (2 * h)


def cb_22a__right__list(slopes, x, v):
    """As a list, with the direction made of length one and its length given back."""
    size = float(np.linalg.norm(v))
    h, u = 1e-5, v / size
    return list(size * (slopes(x + h * u) - slopes(x - h * u)) / (2 * h))


def cb_22a__right__one_side(slopes, x, v):
    """From one side, with a step short enough."""
    h = 1e-7
    return (slopes(x + h * v) - slopes(x)) / h


def cb_22a__right__matrix(slopes, x, v):
    """With the whole matrix."""
    h = 1e-5
    columns = [(slopes(x + h * e) - slopes(x - h * e)) / (2 * h) for e in np.eye(len(x))]
    return np.array(columns).T @ v


def cb_22a__right__four_points(slopes, x, v):
    """From four gradients."""
    h = 1e-3
    near = (slopes(x + h * v) - slopes(x - h * v)) / (2 * h)
    far = (slopes(x + 2 * h * v) - slopes(x - 2 * h * v)) / (4 * h)
    return (4 * near - far) / 3


def cb_22b__bytes():
    """In bytes."""
    return 4e12


def cb_22b__half_precision_half():
    """Half of the entries, two bytes for each."""
    return 1000


def cb_22b__bits():
    """In bits."""
    return 32000


def cb_22b__in_a_list():
    """Not a number."""
    return [4000]


def cb_22b__right__binary():
    """In units of 2 ** 30 bytes, near enough."""
    return 4e12 / 2**30


def cb_22b__right__decimal():
    """Roughly."""
    return 4.5e3


def cb_23__one():
    """One of the two."""
    return [4]


def cb_23__turned_round():
    """The larger first."""
    return [4, -4]


def cb_23__sum():
    """The sum of the diagonal."""
    return [-10, 10]


def cb_23__root_of_the_sum():
    """The root of the sum of the diagonal."""
    return [-(10**0.5), 10**0.5]


def cb_23__one_number():
    """The size of b alone."""
    return 4


def cb_23__one_end():
    """As if nothing held at the other end."""
    return [-4, np.inf]


def cb_23__middle_too():
    """With what lies between."""
    return [-4, 0, 4]


def cb_23__right__tuple():
    """A tuple of floats."""
    return (-4.0, 4.0)


def cb_23a__not_symmetric():
    """No Hessian."""
    return [[1, 5, 0], [0, 1, 0], [0, 0, 1]]


def cb_23a__two_rows():
    """Of two variables."""
    return [[1, 2], [2, 1]]


def cb_23a__zero():
    """A determinant of zero."""
    return [[1, 0, 0], [0, 0, 0], [0, 0, -1]]


def cb_23a__not_a_number():
    """No matrix."""
    return [[np.nan] * 3] * 3


def cb_23a__diagonal_alone():
    """What stands on the diagonal, without the matrix."""
    return [1, -1, -1]


def cb_23a__dome():
    """All negative: the determinant is so, too."""
    return [[-1, 0, 0], [0, -1, 0], [0, 0, -1]]


def cb_23a__trough():
    """A determinant of zero, with a positive corner."""
    return [[1, 1, 0], [1, 1, 0], [0, 0, 1]]


def cb_23a__right__no_negative_diagonal():
    """Positive on the diagonal, with the eigenvalues 5, -1 and -1."""
    return [[1, 2, 2], [2, 1, 2], [2, 2, 1]]


def cb_23a__right__not_diagonal():
    """With entries beside the diagonal."""
    return [[1, 3, 0], [3, 1, 0], [0, 0, -1]]


def cb_23a__right__tuples():
    """Other numbers."""
    return ((2.5, 0, 0), (0, -1, 0), (0, 0, -3))


def cb_23b__radians():
    """In radians."""
    return 1.0472


def cb_23b__from_the_ratio():
    """The angle whose tangent is the ratio itself."""
    return 71.57


def cb_23b__backwards():
    """Turned the other way."""
    return -60


def cb_23b__both():
    """All such angles."""
    return [60, 120]


def cb_23b__right__near():
    """As exact as an eye."""
    return 61.5


def cb_24__below():
    """Far below the chord."""
    return ([1, 1], [5, 5])


def cb_24__same():
    """One place twice."""
    return ([1, 1], [1, 1])


def cb_24__three():
    """Not of the plane."""
    return ([2, 0, 0], [0, 2, 0])


def cb_24__infinite():
    """No place."""
    return ([np.inf, 0], [0, np.inf])


def cb_24__nearly():
    """A little too short."""
    return ([1.99, 0], [0, 2])


def cb_24__four_numbers():
    """Without the two places."""
    return [2, 0, 0, 2]


def cb_24__one_sign():
    """Mirrored: the graph is below."""
    return ([-2, 0], [0, 2])


def cb_24__a_third_place():
    """With the middle."""
    return ([2, 0], [0, 2], [1, 1])


def cb_24__right__fractions():
    """Fractions, and far from zero."""
    return ((Fraction(11, 2), 1), (1, 3))


def cb_24__right__far():
    """Far away, and in lists."""
    return [[-5, 5], [5, -5]]


def cb_24a__short():
    """Without what the chord says."""
    return "ced"


def cb_24a__with_the_false_line():
    """By eigenvalues."""
    return "cbed"


def cb_24a__backwards():
    """The end first."""
    return "deac"


def cb_24a__descent_before_the_chord():
    """Uses the right side before it stands there."""
    return "cead"


def cb_24a__no_end():
    """Without the conclusion."""
    return "cae"


def cb_24a__right__list():
    """A list of letters."""
    return ["c", "a", "e", "d"]


def cb_24a__right__spaced():
    """With spaces and in capitals."""
    return "C A E D"
