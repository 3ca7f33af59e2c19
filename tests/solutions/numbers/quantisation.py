"""Answers to the exercises of *Quantisation*."""

import math


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


def _quantizer(low, high, bits):
    low, high = min(low, 0.0), max(high, 0.0)
    s = (high - low) / (2**bits - 1) if high > low else 1.0
    return s, round(-(2 ** (bits - 1)) - low / s)


def sn_33__least_range(low, high, bits):
    """Takes a small range for none."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low < 1e-8:
        return 1.0, -(2 ** (bits - 1))
    return _quantizer(low, high, bits)


def sn_33__epsilon_in_the_scale(low, high, bits):
    """Adds an epsilon to the scale, so that it is never zero."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        return 1.0, 0
    s = (high - low) / (2**bits - 1) + 1e-12
    return s, round(-(2 ** (bits - 1)) - low / s)


def sn_33__zero_point_cut_off(low, high, bits):
    """int() cuts off."""
    s, _ = _quantizer(low, high, bits)
    return s, int(-(2 ** (bits - 1)) - min(low, 0.0) / s)


def sn_33__widened_if_positive(low, high, bits):
    """Widened downwards only."""
    low = min(low, 0.0)
    s = (high - low) / (2**bits - 1) if high > low else 1.0
    return s, round(-(2 ** (bits - 1)) - low / s)


def sn_33__equal_ends(low, high, bits):
    """Takes every range whose ends are equal for nothing but 0."""
    return (1.0, 0) if low == high else _quantizer(low, high, bits)


def sn_33__zero_point_in_eight_bits(low, high, bits):
    """Cuts the zero point to eight bits."""
    s, z = _quantizer(low, high, bits)
    return s, max(-128, min(127, z))


def sn_33__zeros_any_zero_point(low, high, bits):
    """For nothing but zeros the zero point is no code."""
    return _quantizer(low, high, bits) if low < high else (1.0, 2**bits)


def sn_33__right__no_range_code_zero(low, high, bits):
    """For a range of nothing but 0 the zero point is 0."""
    return _quantizer(low, high, bits) if min(low, 0) < max(high, 0) else (1.0, 0)


def sn_33__right__from_the_top(low, high, bits):
    """The highest code stands for high."""
    s, _ = _quantizer(low, high, bits)
    return [s, round(2 ** (bits - 1) - 1 - max(high, 0.0) / s)]


def _log_round(x, n):
    i = round(n * math.log2(abs(x)))
    return math.copysign(2.0 ** (i / n), x)


def sn_34__epsilon_in_the_log(x, n):
    """An epsilon against log 0: wrong for small x."""
    if x == 0:
        return 0.0
    return math.copysign(2.0 ** (round(n * math.log2(abs(x) + 1e-12)) / n), x)


def sn_34__codes_of_eight_bits(x, n):
    """i limited to eight bits."""
    if x == 0:
        return 0.0
    i = max(-128, min(127, round(n * math.log2(abs(x)))))
    return math.copysign(2.0 ** (i / n), x)


def sn_34__integer_quotient(x, n):
    """i // n instead of i / n."""
    return math.copysign(2.0 ** (round(n * math.log2(abs(x))) // n), x) if x else 0.0


def sn_34__tiny_is_zero(x, n):
    """Takes what is below 1e-30 for zero."""
    return 0.0 if abs(x) < 1e-30 else _log_round(x, n)


def sn_34__middle_of_the_neighbours(x, n):
    """The border is the arithmetic mean."""
    if x == 0:
        return 0.0
    i = math.floor(n * math.log2(abs(x)))
    low, high = 2.0 ** (i / n), 2.0 ** ((i + 1) / n)
    return math.copysign(low if abs(x) < (low + high) / 2 else high, x)


def sn_34__rounded_away_from_zero(x, n):
    """int(v + 0.5) rounds the logarithms of small numbers the wrong way."""
    if x == 0:
        return 0.0
    return math.copysign(2.0 ** (int(n * math.log2(abs(x)) + 0.5) / n), x)


def sn_34__right__compare_neighbours(x, n):
    """Compares the ratios of three neighbours."""
    if x == 0:
        return 0
    i = math.floor(n * math.log2(abs(x)))
    near = (2.0 ** (k / n) for k in (i - 1, i, i + 1))
    best = min(near, key=lambda v: max(v / abs(x), abs(x) / v))
    return best if x > 0 else -best


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
