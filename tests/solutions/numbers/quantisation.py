"""Answers to the exercises of *Quantisation*."""

import math

import numpy as np


def sn_32__float_logarithm(n, a, b):
    """A float logarithm: wrong for 32-bit factors."""
    return math.ceil(math.log2(n * 2.0 ** (a + b - 2) + 1)) + 1


def sn_32__textbook_sum(n, a, b):
    """a + b + log2 n, rounded up: safe, not least."""
    return a + b + (n - 1).bit_length()


def sn_32__wider_twice(n, a, b):
    """Right for equal widths."""
    return (n << (2 * max(a, b) - 2)).bit_length() + 1


def sn_32__at_most_64(n, a, b):
    """No accumulator is wider than 64 bits."""
    return min(64, (n << (a + b - 2)).bit_length() + 1)


def sn_32__sum_of_bit_lengths(n, a, b):
    """The next power of two above n, though n may be one itself."""
    return a + b - 1 + n.bit_length() - (1 if n & (n - 1) else 0)


def sn_32__right__counts_up(n, a, b):
    """Counts up."""
    B = 1
    while n * 2 ** (a + b - 2) > 2 ** (B - 1) - 1:
        B += 1
    return B


_ORDER = "bool uint8 int8 int16 int32 int64 float16 bfloat16 float32 float64".split()


def sn_35__one_order_only(a, b):
    """Knows the two special pairs in one order."""
    special = {("uint8", "int8"): "int16", ("float16", "bfloat16"): "float32"}
    return special.get((a, b), max(a, b, key=_ORDER.index))


def sn_35__bfloat_with_integer(a, b):
    """bfloat16 with anything else becomes float32."""
    right = sn_35__right__sets_of_values(a, b)
    return "float32" if right == "bfloat16" and a != b else right


def sn_35__bools_add_up(a, b):
    """Two bools become an integer."""
    return "int64" if a == b == "bool" else sn_35__right__sets_of_values(a, b)


def sn_35__unsigned_with_signed(a, b):
    """uint8 beside any signed type goes one width up."""
    if "uint8" in (a, b) and {a, b} & {"int16", "int32"}:
        return {"int16": "int32", "int32": "int64"}[b if a == "uint8" else a]
    return sn_35__right__sets_of_values(a, b)


def sn_35__int64_needs_float64(a, b):
    """int64 with float32 becomes float64, as in NumPy."""
    if {a, b} == {"int64", "float32"}:
        return "float64"
    return sn_35__right__sets_of_values(a, b)


def sn_35__right__sets_of_values(a, b):
    """The smallest type whose range holds both."""
    kinds = (("bool",), tuple(_ORDER[1:6]), tuple(_ORDER[6:]))
    holds = {  # powers of two: the smallest, the largest; for floats: range, digits
        "bool": (0, 1),
        "uint8": (0, 8),
        "int8": (7, 7),
        "int16": (15, 15),
        "int32": (31, 31),
        "int64": (63, 63),
        "float16": (5, 10),
        "bfloat16": (8, 7),
        "float32": (8, 23),
        "float64": (11, 52),
    }
    kind = max(kinds, key=lambda names: (a in names or b in names) * kinds.index(names))
    of_the_kind = [holds[name] for name in (a, b) if name in kind]
    need = tuple(max(sizes) for sizes in zip(*of_the_kind, strict=True))
    return next(t for t in kind if holds[t][0] >= need[0] and holds[t][1] >= need[1])


def sn_33a__right__integers():
    """Whole numbers where they are whole, and a tuple."""
    return (1 / 2, -2, 1, 3 / 2, 9 / 2)


def sn_33b__right__negative():
    """A range below zero."""
    return (-5.0, -2.0)


def sn_33b__far_away():
    """No range: its ends are exchanged."""
    return (5.0, 2.0)


def sn_34a__as_floats():
    """The logarithms themselves, not rounded."""
    return [16, 12.68, 28.68, 28.68, 20.68, 34.58]


def sn_32a__right__floats_that_hold_integers(X, V):
    """Floats hold the integers exactly."""
    X, V = np.asarray(X, float), np.asarray(V, float)
    low, high = min(X.min(), 0), max(X.max(), 0)
    s = (high - low) / 255 or 1.0
    z = round(-128 - low / s)
    u = np.clip(np.rint(X / s) + z, -128, 127) - z
    t = np.array([np.abs(column).max() / 127 or 1.0 for column in V.T])
    return u @ np.rint(V / t) * (s * t)


def sn_32a__largest_is_128(X, V):
    """The largest weight gets the code 128, which int8 does not have."""
    X, V = np.asarray(X, float), np.asarray(V, float)
    low, high = min(X.min(), 0), max(X.max(), 0)
    s = (high - low) / 255 or 1.0
    z = round(-128 - low / s)
    u = np.clip(np.rint(X / s) + z, -128, 127) - z
    t = np.array([np.abs(column).max() / 128 or 1.0 for column in V.T])
    return u @ np.rint(V / t) * (s * t)


def sn_32__floor_of_a_float_logarithm(n, a, b):
    """The float logarithm of 2^60 - 1 is 60."""
    return math.floor(math.log2(n)) + a + b


def sn_32__power_of_two_widths(n, a, b):
    """The next width that machines have."""
    need = sn_32__right__counts_up(n, a, b)
    return next(8 << k for k in range(9) if 8 << k >= need)


def sn_33b__a_set():
    """A set has no order: which end is the lower one?"""
    return {2.0, 5.0}


def sn_33b__zero_at_an_end():
    """Zero is the upper end, and a code."""
    return (-6.0, 0.0)


def sn_33b__right__a_list():
    """A list of the two ends."""
    return [2, 5]


def sn_32a__right__lists(X, V):
    """Lists in place of an array."""
    return sn_32a__right__floats_that_hold_integers(X, V).tolist()


def sn_32a__scale_for_each_column_of_the_inputs(X, V):
    """Scales of the inputs stand inside the sum: this is no product of integers."""
    X, V = np.asarray(X, float), np.asarray(V, float)
    low, high = np.minimum(X.min(axis=0), 0), np.maximum(X.max(axis=0), 0)
    s = np.where(high > low, (high - low) / 255, 1.0)
    z = np.rint(-128 - low / s)
    u = np.clip(np.rint(X / s) + z, -128, 127) - z
    t = np.array([np.abs(column).max() / 127 or 1.0 for column in V.T])
    return (s * u) @ np.rint(V / t) * t


def sn_33a__rounded_coarsely():
    """The last number is 4.5, and 4.496 is none of those that codes stand for."""
    return [0.5, -2, 1, 1.5, 4.496]


def sn_33b__a_quarter_of_a_step():
    """The range begins so near zero that zero has its lowest code."""
    return (0.005, 5.0)


def sn_33b__right__tiny():
    """A tiny range, a tiny step off."""
    return (1e-5, 2e-5)


def sn_33b__right__huge():
    """A huge range."""
    return (2e6, 3e6)


def sn_32__even_widths(n, a, b):
    """Half of an odd sum of widths is cut off."""
    return (n << (2 * ((a + b) // 2) - 2)).bit_length() + 1


def sn_32__one_bit_has_no_sign(n, a, b):
    """A factor of one bit is taken for a factor 1, which needs no sign."""
    right = (n << (a + b - 2)).bit_length() + 1
    return right if min(a, b) > 1 or a == b else right - 1


def _layer(X, V, scale=lambda V: np.abs(V).max(axis=0), other=1.0):
    X, V = np.asarray(X, float), np.asarray(V, float)
    low, high = min(X.min(), 0), max(X.max(), 0)
    s = (high - low) / 255 if high > low else other
    z = np.rint(-128 - low / s)
    u = np.clip(np.rint(X / s) + z, -128, 127) - z
    t = scale(V) / 127
    return s * t * (u @ np.rint(V / t))


def sn_32a__column_of_zeros(X, V):
    """A column of zeros is divided by its largest size."""
    with np.errstate(all="ignore"):
        return _layer(X, V)


def sn_32a__no_scale_below_an_epsilon(X, V):
    """Scales are kept above some epsilon, so that nothing is divided by zero."""
    return _layer(X, V, lambda V: np.maximum(np.abs(V).max(axis=0), 1e-8))


def sn_32a__inputs_of_zeros(X, V):
    """Inputs that are all zero are divided by their range."""
    with np.errstate(all="ignore"):
        return _layer(
            X, V, lambda V: np.where(V.any(axis=0), np.abs(V).max(axis=0), 1), np.float64(0)
        )


def sn_32a__largest_not_in_size(X, V):
    """The largest number of a column, not the largest size."""
    return _layer(X, V, lambda V: np.maximum(V.max(axis=0), 1e-300))


def sn_35__types_for_names(a, b):
    """NumPy's types, where it has them, and not their names."""
    name = sn_35__right__sets_of_values(a, b)
    return name if name == "bfloat16" else np.dtype(name)
