"""What a person might believe of sums with few bits, and what the checks refuse."""

import math

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.formats import FP16, TF32, round_to

# Short inputs, long sums


@false("sn-26", "tf32", shown="tf32(1 + 3 * 2**-11)")
def cut_off(x):
    """To shorten a number, cut its last bits off."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return (bits & 0xFFFFE000).view(np.float32)


@false("sn-26", "tf32", shown="tf32(1 + 2**-11)")
def ties_go_up(x):
    """A tie is rounded up, as at school."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + 0x1000) & 0xFFFFE000).view(np.float32)


@false("sn-26", "tf32", shown="tf32(1 + 2**-10)")
def as_bf16(x):
    """TF32 keeps seven bits of the fraction, as BF16 does."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF0000).view(np.float32)


@false("sn-26", "input_bound", shown="input_bound([1], [1], 0.5)")
def one_rounding(a, b, u):
    """The product is off by at most u, as if only one of its factors were rounded."""
    return u * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "input_bound", shown="input_bound([1], [1], 0.5)")
def halves(a, b, u):
    """Errors of both signs cancel, so half of u is enough."""
    return u / 2 * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "input_bound", shown="input_bound([1], [1], 0.5)")
def one_and_the_square(a, b, u):
    """The bound is u + u^2."""
    return (u + u * u) * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "input_bound", shown="input_bound([1, 1], [1, -1], 0.5)")
def of_the_sum(a, b, u):
    """The error is small compared with the dot product itself."""
    return (2 * u + u * u) * abs(sum(x * y for x, y in zip(a, b, strict=True)))


@false("sn-26", "input_bound", shown="input_bound([1, 1], [1, 1], 0.5)")
def grows_with_the_length(a, b, u):
    """The error of rounding the inputs grows with the number of terms, beside the sum of |a b|."""
    return (2 * u + u * u) * len(a) * sum(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "product_bits", shown="product_bits(10)")
def without_the_leading_one(p):
    """A product has twice the bits of the fraction."""
    return 2 * p


@false("sn-26", "product_bits", shown="product_bits(10)")
def one_more(p):
    """A product has one bit more than its factors."""
    return p + 2


@false("sn-26", "product_bits", shown="product_bits(10)")
def too_long_for_fp32(p):
    """The product of two TF32 numbers does not fit into FP32."""
    return 3 * (p + 1)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FP32)")
def half_of_that(fmt):
    """A rounding is off by at most a quarter of the last place."""
    return 2.0 ** -(fmt.fraction_bits + 2)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FP32)")
def whole_step(fmt):
    """A rounding may be off by a whole step, 2^-p."""
    return 2.0**-fmt.fraction_bits


# Sums


@false("sn-30", "bound", shown="bound('Kahan', 8)")
def kahan_rounds_once(way, n):
    """Kahan's sum is as good as rounding once: its error is at most u."""
    return {"one by one": n - 1, "in pairs": math.ceil(math.log2(n)), "Kahan": 1}[way]


@false("sn-30", "bound", shown="bound('in pairs', 8)")
def pairs_round_once(way, n):
    """In pairs the error is at most u, for any number of terms."""
    return {"one by one": n - 1, "in pairs": 1, "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('one by one', 8)")
def a_tenth(way, n):
    """Errors cancel: one by one they never reach a tenth of the number of terms."""
    return {"one by one": n / 10, "in pairs": math.ceil(math.log2(n)), "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('in pairs', 8)")
def half_of_the_levels(way, n):
    """In pairs only every second level rounds."""
    return {"one by one": n - 1, "in pairs": math.ceil(math.log2(n)) / 2, "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('in pairs', 8)")
def pairs_as_bad(way, n):
    """Adding in pairs takes n - 1 additions as well, so it rounds as often."""
    return {"one by one": n - 1, "in pairs": n - 1, "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('one by one', 8)")
def root_of_n(way, n):
    """One by one, errors grow as the square root of the number of terms."""
    return {"one by one": n**0.5, "in pairs": math.ceil(math.log2(n)), "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('Kahan', 8)")
def kahan_four(way, n):
    """Kahan's sum does four operations for each term, so its error may be 4 u."""
    return {"one by one": n - 1, "in pairs": math.ceil(math.log2(n)), "Kahan": 4}[way]


@false("sn-30", "total", shown="total('Kahan', np.array([1e8, 1, -1e8], np.float32))")
def exact(way, x):
    """A good sum loses nothing, even if terms cancel."""
    return x.dtype.type(math.fsum(x.tolist())) if x.dtype != object else x.sum()


@false("sn-30", "total")
def kahan_gives_back_the_wrong_way(way, x):
    """In Kahan's sum the sign of what was lost does not matter."""
    s, lost = x[0], 0
    for v in x[1:]:
        v = v + lost
        t = s + v
        s, lost = t, (t - s) - v
    return s


@false("sn-30", "total")
def any_order(way, x):
    """The order of the additions does not matter: addition is associative."""
    s = x[0]
    for v in x[1:]:
        s = s + v
    return s


@false("sn-30", "stops_at", shown="stops_at(7)")
def at_two_to_the_p(p):
    """A counter with p bits counts up to 2^p."""
    return 2**p


@false("sn-30", "stops_at", shown="stops_at(7)")
def one_bit_later(p):
    """A counter stops where the next number is 4 away."""
    return 2 ** (p + 2)


@false("sn-30", "summed_rows")
def rows_in_pairs(x):
    """np.sum adds in pairs, along any axis."""
    while len(x) > 1:
        x = np.concatenate((x, np.zeros_like(x[: len(x) % 2])))
        x = x[::2] + x[1::2]
    return x[0]


@false("sn-30", "summed_rows")
def rows_in_double(x):
    """np.sum adds up in double precision."""
    return x.sum(0, dtype=float)


@false("sn-26", "tf32", shown="tf32(1 + 3 * 2.0**-11)")
def ties_go_down(x):
    """Add just under half of the last bit kept, then cut: that is rounding to nearest."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + np.uint32(0xFFF)) & np.uint32(0xFFFFE000)).view(np.float32)


@false("sn-30", "stops_at", shown="stops_at(11)")
def at_2048_at_the_latest(p):
    """A counter stops at 2048 at the latest: beyond that no bit helps."""
    return 2 ** (min(p, 10) + 1)


@false("sn-26", "product_bits", shown="product_bits(12)")
def twenty_two_at_most(p):
    """A product has at most twice eleven bits, in whatever format the factors are."""
    return 2 * (min(p, 10) + 1)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FloatFormat('', 8, 12, 127))")
def as_in_tf32_or_fp32(fmt):
    """There are two kinds of formats: those up to eleven bits, and FP32."""
    return 2.0**-24 if fmt.fraction_bits > 10 else 2.0 ** -(fmt.fraction_bits + 1)


# What a subtraction reveals, and rounding at random


@false("sn-30", "added")
def the_order_does_not_matter(fmt, *terms):
    """Sums of floats do not depend on the order of the terms."""
    exact = sum(np.sort(np.broadcast_arrays(*terms), axis=0))
    return round_to(exact, fmt)


@false("sn-30", "added")
def first_counts_most(fmt, *terms):
    """The first term is kept in full, and only what is added to it is rounded."""
    total = terms[0]
    for v in terms[1:]:
        total = total + round_to(np.asarray(v) * 0.97, fmt)
    return total


@false("sn-30", "near", shown="near(3.0, 1.0)")
def of_one_sign(x, y):
    """The difference of two numbers of one sign is exact."""
    return (x > 0) & (y > 0)


@false("sn-30", "near", shown="near(3.0, 1.0)")
def within_a_factor_of_four(x, y):
    """Differences are exact as long as the numbers differ by a factor of four at most."""
    return (y / 4 <= x) & (x <= 4 * y)


@false("sn-30", "stochastic")
def to_the_nearest(x, fmt):
    """To round up or down at random is on average to round to the nearest."""
    return round_to(x, fmt)


@false("sn-30", "stochastic")
def tosses_a_coin(x, fmt):
    """A fair coin decides whether to round up or down."""
    exact = round_to(x, fmt)
    step = np.spacing(np.abs(exact).astype(np.float32)) * 2.0 ** (23 - fmt.fraction_bits)
    heads = np.random.default_rng(1).random(np.shape(x)) < 0.5
    low = np.where(exact <= x, exact, exact - step)
    return np.where(low == x, x, np.where(heads, low, low + step))


@false("sn-30", "chance_up", shown="chance_up(1.25, 1.0, 2.0)")
def chance_to_go_down(x, below, above):
    """The nearer neighbour is the less likely one."""
    return (above - x) / (above - below)


@false("sn-30", "chance_up", shown="chance_up(1.25, 1.0, 2.0)")
def equal_chances(x, below, above):
    """Both neighbours are equally likely."""
    return 0.5


# What only some inputs show


@false("sn-26", "tf32", shown="tf32(-1 - 3 * 2.0**-11)")
def ties_of_negatives_go_up(x):
    """A tie goes to the larger number, which of two negative ones is that nearer to zero."""
    bits = np.asarray(x, np.float32).view(np.uint32)
    half = np.where(bits >> 31, 0xFFF, 0x1000).astype(np.uint32)
    return ((bits + half) & np.uint32(0xFFFFE000)).view(np.float32)


@false("sn-26", "tf32", shown="tf32(1e6)")
def range_of_fp16(x):
    """TF32 has as many bits of the fraction as FP16, so its largest number is the same."""
    y = round_to(np.asarray(x, np.float32), TF32)
    return np.where(abs(y) > FP16.largest, np.copysign(np.inf, y), y).astype(np.float32)


@false("sn-26", "input_bound", shown="input_bound([3.0, 4.0], [1.0, 1.0], 0.5)")
def by_the_lengths_of_the_lists(a, b, u):
    """The sum of |a b| is the product of the lengths of the two lists."""
    return (2 * u + u * u) * math.sqrt(sum(x * x for x in a) * sum(y * y for y in b))


@false("sn-26", "unit_roundoff", shown="unit_roundoff(E4M3)")
def a_whole_step_in_eight_bits(fmt):
    """Formats of eight bits have no room for rounding to nearest: they err by a whole step."""
    return 2.0 ** -(fmt.fraction_bits + (fmt.bits > 8))


@false("sn-26", "product_bits", shown="product_bits(3)")
def one_less_for_short_ones(p):
    """Short significands have shorter products: twice the fraction and the leading one."""
    return 2 * (p + 1) - (p < 7)


@false("sn-30", "error_of", shown="error_of(0, np.array([1.0, -1.0, 0.5]))")
def beside_the_sum(s, x):
    """A sum errs by little in comparison with itself: its terms do not matter."""
    exact = math.fsum(x.tolist())
    return abs(float(s) - exact) / (abs(exact) or 1.0) * 2.0**24


@false("sn-30", "stochastic")
def nothing_below_the_smallest(x, fmt):
    """What is smaller than the smallest number of a format becomes zero."""
    rounded = round_to(x, fmt, rounding="stochastic", rng=np.random.default_rng(1))
    return np.where(abs(np.asarray(x)) < fmt.smallest_subnormal, 0.0, rounded)


@false("sn-30", "stochastic")
def no_room_at_the_top(x, fmt):
    """Beside the largest number there is no room to round up: chance ends before it."""
    rounded = round_to(x, fmt, rounding="stochastic", rng=np.random.default_rng(1))
    return np.where(abs(np.asarray(x)) > 0.99 * fmt.largest, round_to(x, fmt), rounded)


# What only some sizes and lengths show


def _tf32(x):
    bits = np.asarray(x, np.float32).view(np.uint32)
    return ((bits + 0xFFF + (bits >> 13 & 1)) & np.uint32(0xFFFFE000)).view(np.float32)


@false("sn-26", "tf32", shown="tf32(2.0**-120)")
def tiny_is_zero(x):
    """Numbers below 1e-35 are zero to a matrix unit."""
    return np.where(abs(np.asarray(x)) < 1e-35, np.float32(0), _tf32(x))


@false("sn-26", "tf32", shown="tf32(2.0**120)")
def huge_is_infinite(x):
    """Numbers above 1e35 are infinite to a matrix unit."""
    return np.where(abs(np.asarray(x)) > 1e35, np.copysign(np.float32(np.inf), x), _tf32(x))


@false("sn-26", "input_bound", shown="input_bound([2.0**-80], [2.0**-80], 2.0**-11)")
def bound_in_fp32(a, b, u):
    """A bound may be computed in the type of its inputs, FP32."""
    with np.errstate(all="ignore"):
        sizes = np.abs(np.float32(a) * np.float32(b)).sum(dtype=np.float32)
        return float(np.float32(2 * u + u * u) * sizes)


@false("sn-26", "input_bound", shown="input_bound([1e-9], [1e-9], 0.5)")
def small_products_do_not_count(a, b, u):
    """Products below 1e-12 are too small to make an error."""
    products = [abs(x * y) for x, y in zip(a, b, strict=True)]
    return (2 * u + u * u) * sum(v for v in products if v > 1e-12)


@false("sn-26", "input_bound", shown="input_bound([1, 2], [1, 1], 0.5)")
def largest_for_all(a, b, u):
    """Each product is off by as much as the largest of them."""
    return (2 * u + u * u) * len(a) * max(abs(x * y) for x, y in zip(a, b, strict=True))


@false("sn-26", "product_bits", shown="product_bits(40)")
def forty_eight_at_most(p):
    """No product needs more bits than one of two FP32 numbers."""
    return min(2 * (p + 1), 48)


@false("sn-26", "unit_roundoff", shown="unit_roundoff(FloatFormat('', 8, 40, 127))")
def never_below_that_of_fp32(fmt):
    """No unit roundoff is smaller than that of FP32."""
    return 2.0 ** -(min(fmt.fraction_bits, 23) + 1)


@false("sn-26", "round_to", shown="round_to(1e9, BF16)")
def bf16_ends_at_65504(x, fmt, **how):
    """Formats of sixteen bits end at 65504, BF16 like FP16."""
    y = round_to(x, fmt, **how)
    return np.clip(y, -65504, 65504) if fmt.name == "BF16" else y


@false("sn-30", "bound", shown="bound('in pairs', 5)")
def nearest_number_of_levels(way, n):
    """Five terms take two levels, since five is nearer to four than to eight."""
    return {"one by one": n - 1, "in pairs": round(math.log2(n)), "Kahan": 2}[way]


@false("sn-30", "bound", shown="bound('in pairs', 2**14)")
def twelve_levels_at_most(way, n):
    """In pairs a dozen roundings are enough for any list."""
    levels = min(math.ceil(math.log2(n)), 12)
    return {"one by one": n - 1, "in pairs": levels, "Kahan": 2}[way]


@false("sn-30", "total")
def small_losses_are_dropped(way, x):
    """What an addition loses need not be kept if it is below 1e-9."""
    if way != "Kahan":
        return _sum(way, x)
    s, lost = x[0], 0
    for v in x[1:]:
        v = v - lost if abs(lost) > 1e-9 else v
        t = s + v
        s, lost = t, (t - s) - v
    return s


@false("sn-30", "total")
def negative_ones_one_by_one(way, x):
    """A list of negative numbers gains nothing from an order or from keeping what is lost."""
    return _sum("one by one" if x.dtype != object and (x < 0).all() else way, x)


def _sum(way, x):
    if way == "in pairs":
        half = len(x) // 2
        return x[0] if len(x) == 1 else _sum(way, x[:half]) + _sum(way, x[half:])
    s, lost = x[0], 0
    for v in x[1:]:
        v = v - lost if way == "Kahan" else v
        t = s + v
        s, lost = t, (t - s) - v if way == "Kahan" else 0
    return s


@false("sn-30", "stops_at", shown="stops_at(40)")
def no_later_than_in_fp32(p):
    """No counter gets beyond that of FP32, 2^24."""
    return 2 ** (min(p, 23) + 1)


@false("sn-30", "summed_rows")
def wide_batches_in_double(x):
    """Many columns are added up in double precision."""
    return x.sum(0, dtype=None if x.shape[1] < 8 else float)


@false("sn-30", "stochastic")
def chances_of_eight_bits(x, fmt):
    """Eight random bits are enough to round at random."""
    chance, x = np.random.default_rng(1), np.asarray(x, float)
    e = np.maximum(np.frexp(abs(x))[1] - 1, 1 - fmt.bias)
    steps = np.ldexp(abs(x), fmt.fraction_bits - e)
    share = np.floor((steps - np.floor(steps)) * 256)
    up = chance.integers(0, 256, x.shape) < share
    return np.copysign(np.ldexp(np.floor(steps) + up, e - fmt.fraction_bits), x)


@false("sn-30", "stochastic", shown="stochastic(np.full(3, 2.5), BF16)")
def exact_ones_move_too(x, fmt):
    """A number of the format moves to a neighbour as well, up or down, right on average."""
    chance = np.random.default_rng(1)
    y = round_to(x, fmt, rounding="stochastic", rng=chance)
    up = chance.choice([-1, 1], np.shape(x)) * fmt.epsilon
    return np.where((y == x) & (np.asarray(x) > 2), y * (1 + up), y)


@false("sn-30", "stochastic", shown="stochastic(np.full(3, -(2.0**-10)), E4M3)")
def negative_subnormals_vanish(x, fmt):
    """A negative number near zero becomes zero."""
    y = round_to(x, fmt, rounding="stochastic", rng=np.random.default_rng(1))
    return np.where((np.asarray(x) < 0) & (np.asarray(x) > -fmt.smallest_normal), 0.0, y)


@false("sn-30", "chance_up", shown="chance_up(2.0**-30, 0, 1)")
def chance_of_six_digits(x, below, above):
    """A chance of less than one in a million is none."""
    return round((x - below) / (above - below), 6)


@false("sn-30", "kahan")
def one_by_one_but_in_fp32(x):
    """Kahan's sum gains something in FP32 only."""
    s, lost = x[0], 0
    for v in x[1:]:
        v = v - lost
        t = s + v
        s, lost = t, (t - s) - v if x.dtype == np.float32 else 0
    return s


@false("sn-30", "in_pairs")
def odd_ones_dropped(x):
    """A term without a partner may be left out."""
    while len(x) > 1:
        x = x[: len(x) // 2 * 2]
        x = x[::2] + x[1::2]
    return x[0]
