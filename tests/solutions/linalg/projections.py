"""Answers to the exercises of *Projections and least squares*."""

import math

import numpy as np

from mathlib.linalg.projections import gram_schmidt, least_squares


def la_08__of_the_foot():
    """The last from the plane with b alone turned round."""
    return [2, -1, 4]


def la_08__right__fractions():
    """Not divided out."""
    return [6 / 3, -3 / 3, -12 / 6]


def la_08a__longer_rows():
    """The rows are not 1 long."""
    return ([[1, 1], [1, -1]], [1, 0])


def la_08a__orthogonal_to_both():
    """There are three rows."""
    return ([[1, 0], [0, 1], [0.6, 0.8]], [1, 0])


def la_08a__no_numbers():
    """A coordinate is not finite."""
    return ([[1, 0], [0.6, 0.8]], [math.nan, 1])


def la_08a__endless():
    """The rows are orthonormal; a coordinate is not finite."""
    return ([[1, 0], [0, 1]], [math.inf, 1])


def la_08a__complex_rows():
    """The rows are orthonormal, and complex: nothing leans."""
    return ([[1j, 0], [0, 1]], [1, 0])


def la_08a__right__rounded():
    """1 long to eight digits."""
    return ([[0.70710678, 0.70710678], [1, 0]], [1, 0])


def la_08a__right__one_line():
    """Twice the same row sees nothing of what lies across."""
    return ([[1, 0], [1, 0]], [0, 1])


def la_36__clockwise():
    """Both turned the same way."""
    return [[0, -1], [0, -1], 1, -1]


def la_36__right__floats():
    """As it is printed."""
    return [[0.0, -1.0], [0.0, 1.0], 1.0, -1.0]


def la_36a__right__angle(y, i, j):
    """By the angle."""
    y = np.asarray(y, float)
    phi = math.atan2(y[j], y[i])
    Q = np.eye(len(y))
    Q[i, i] = Q[j, j] = math.cos(phi)
    Q[i, j], Q[j, i] = math.sin(phi), -math.sin(phi)
    return Q


def la_36a__first_two(y, i, j):
    """Turns entries 0 and 1, whichever were asked for."""
    y = np.asarray(y, float)
    Q, r = np.eye(len(y)), math.hypot(y[0], y[1])
    if r:
        Q[:2, :2] = np.array([[y[0], y[1]], [-y[1], y[0]]]) / r
    return Q


def la_36a__arctangent(y, i, j):
    """The arctangent of a quotient does not know the sign of y[i]."""
    y = np.asarray(y, float)
    phi = math.atan(y[j] / y[i]) if y[i] else math.pi / 2 if y[j] else 0.0
    Q = np.eye(len(y))
    Q[i, i] = Q[j, j] = math.cos(phi)
    Q[i, j], Q[j, i] = math.sin(phi), -math.sin(phi)
    return Q


def la_36a__small_is_zero(y, i, j):
    """Leaves small entries alone."""
    y = np.asarray(y, float)
    Q, r = np.eye(len(y)), math.hypot(y[i], y[j])
    if r > 1e-8:
        Q[i, i], Q[i, j], Q[j, i], Q[j, j] = y[i] / r, y[j] / r, -y[j] / r, y[i] / r
    return Q


def la_36a__zero_already(y, i, j):
    """Turns nothing where entry j is zero, though entry i may be negative."""
    y = np.asarray(y, float)
    Q, r = np.eye(len(y)), math.hypot(y[i], y[j])
    if y[j] != 0:
        Q[i, i], Q[i, j], Q[j, i], Q[j, j] = y[i] / r, y[j] / r, -y[j] / r, y[i] / r
    return Q


def la_36a__right__rows_of_the_identity(y, i, j):
    """Turns two rows of I, as complex numbers do."""
    z = complex(y[i], y[j])
    Q = np.eye(len(y))
    if z:
        u = z.conjugate() / abs(z)
        Q[[i, j]] = np.array([[u.real, -u.imag], [u.imag, u.real]]) @ Q[[i, j]]
    return Q


def la_36a__half_a_turn(y, i, j):
    """Entry j is zero, and entry i negative where it was positive."""
    y = np.asarray(y, float)
    Q, r = np.eye(len(y)), math.hypot(y[i], y[j])
    if r:
        Q[i, i], Q[i, j], Q[j, i], Q[j, j] = -y[i] / r, -y[j] / r, y[j] / r, -y[i] / r
    return Q


def la_35__right__length_first():
    """What x is comes first; the length may stand before the zero."""
    return "dhfeac"


def la_35__with_symmetry():
    """A need not be symmetric."""
    return "dgfheac"


def la_35a__right__qr(t, y):
    """By Q R."""
    Q, R = gram_schmidt(np.column_stack([np.ones(len(t)), t]))
    return np.linalg.solve(R, Q.T @ np.asarray(y, float))


def la_35a__right__normal(t, y):
    """By the normal equations."""
    return least_squares(np.column_stack([np.ones(len(t)), t]), y, "normal")


def la_35a__mean_of_slopes(t, y):
    """The mean of the slopes from the mean point."""
    t, y = np.asarray(t, float), np.asarray(y, float)
    u, v = t - t.mean(), y - y.mean()
    slope = np.mean(v[u != 0] / u[u != 0])
    return [y.mean() - slope * t.mean(), slope]


def la_35b__mean():
    """The mean of the squares."""
    return 2


def la_35b__right__almost():
    """As read from the last step of the sliders."""
    return 6.01


def la_36a__squares_vanish(y, i, j):
    """The squares of tiny entries are zero, those of huge ones infinite."""
    y = np.asarray(y, float)
    Q = np.eye(len(y))
    with np.errstate(over="ignore"):
        r = np.sqrt(y[i] ** 2 + y[j] ** 2)
    if r > 0:
        c, s = y[i] / r, y[j] / r
        Q[i, i], Q[i, j], Q[j, i], Q[j, j] = c, s, -s, c
    return Q


def la_36a__nearly_zero_stays(y, i, j):
    """Nothing turned where entry j is small beside entry i."""
    y = np.asarray(y, float)
    Q, r = np.eye(len(y)), math.hypot(y[i], y[j])
    if r > 0 and not (y[i] > 0 and abs(y[j]) < 1e-6 * r):
        c, s = y[i] / r, y[j] / r
        Q[i, i], Q[i, j], Q[j, i], Q[j, j] = c, s, -s, c
    return Q


def la_36a__right__by_the_angle(y, i, j):
    """Sine and cosine of the angle."""
    angle, Q = math.atan2(y[j], y[i]), np.eye(len(y))
    Q[i, i] = Q[j, j] = math.cos(angle)
    Q[i, j], Q[j, i] = math.sin(angle), -math.sin(angle)
    return Q


def la_35a__small_spread_is_none(t, y):
    """Points that are close together taken for points above each other."""
    t, y = np.asarray(t, float), np.asarray(y, float)
    u = t - t.mean()
    slope = u @ (y - y.mean()) / (u @ u) if u @ u > 1e-10 else 0.0
    return [y.mean() - slope * t.mean(), slope]


def la_35a__whole_numbers(t, y):
    """The answer in the type of the points."""
    t, y = np.asarray(t), np.asarray(y)
    slope = (t - t.mean()) @ (y - y.mean()) / ((t - t.mean()) @ (t - t.mean()))
    return np.array([y.mean() - slope * t.mean(), slope]).astype(np.result_type(t, y))


def la_35a__wide_columns_hide_the_ones(t, y):
    """A coarse pseudo-inverse: beside large t the column of ones counts as zero."""
    return np.linalg.pinv(np.column_stack([np.ones(len(t)), t]), rcond=1e-6) @ y
