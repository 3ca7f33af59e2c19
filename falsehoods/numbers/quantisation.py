"""What a person might believe of quantisation, and what the checks refuse."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.numbers.formats import E2M1, round_to
from mathlib.numbers.quantize import Affine, block_round, dequantize, log_round
from mathlib.numbers.quantize import affine as right_affine
from mathlib.numbers.quantize import quantize as right_quantize

# Other meanings


@false(
    "sn-32",
    "multiplied_out",
    shown="multiplied_out(np.array([3, -2]), np.array([5, 2]), 0, 1)",
)
def plain_product(q, r, z, w):
    """The zero points need not be taken off: codes multiply as numbers do."""
    return q @ r


@false(
    "sn-32",
    "multiplied_out",
    shown="multiplied_out(np.array([3, -2]), np.array([5, 2]), 2, 1)",
)
def without_the_last(q, r, z, w):
    """The two corrections are enough: n z z' is none of them."""
    return q @ r - w * q.sum() - z * r.sum()


@false(
    "sn-32",
    "multiplied_out",
    shown="multiplied_out(np.array([3, -2]), np.array([5, 2]), 0, 1)",
)
def zero_points_swapped(q, r, z, w):
    """Each zero point goes with the sum of its own codes."""
    return q @ r - z * q.sum() - w * r.sum() + len(q) * z * w


@false("sn-32", "integer_matmul")
def zero_point_forgotten(a, b, by_a, by_b):
    """Inputs have a zero point, but the other factor needs none."""
    left = np.asarray(a) - by_a.zero_point
    return by_a.scale * by_b.scale * (left @ np.asarray(b))


@false("sn-32", "integer_matmul")
def accumulator_of_eight_bits(a, b, by_a, by_b):
    """Numbers of eight bits are added up in eight bits."""
    left, right = np.asarray(a) - by_a.zero_point, np.asarray(b) - by_b.zero_point
    return by_a.scale * by_b.scale * (left.astype(np.int8) @ right.astype(np.int8))


@false("sn-32", "integer_matmul")
def scales_add(a, b, by_a, by_b):
    """The scales add."""
    left, right = np.asarray(a) - by_a.zero_point, np.asarray(b) - by_b.zero_point
    return (by_a.scale + by_b.scale) * (left @ right)


@false("sn-32", "requantized")
def scale_of_the_output_alone(total, by_a, by_b, by_c):
    """To get codes of the output, divide the integer by its scale."""
    q = np.rint(total / by_c.scale) + by_c.zero_point
    return np.clip(q, by_c.lowest, by_c.highest)


@false("sn-32", "requantized")
def cut_off_digits(total, by_a, by_b, by_c):
    """The factor may be rounded to an integer, since all is integer."""
    factor = np.rint(by_a.scale * by_b.scale / by_c.scale)
    return np.clip(factor * total + by_c.zero_point, by_c.lowest, by_c.highest)


@false("sn-32", "adds_in_integers", shown="adds_in_integers(Fraction(2))")
def only_equal_scales(ratio):
    """Affine codes add only if their scales are equal."""
    return ratio == 1


@false("sn-32", "adds_in_integers", shown="adds_in_integers(Fraction(1, 2))")
def always(ratio):
    """Integers add whatever their scales."""
    return True


@false("sn-32", "adds_in_integers", shown="adds_in_integers(Fraction(3))")
def powers_of_two(ratio):
    """Codes add after a shift, or not at all."""
    return ratio in (1, 2, 4)


@false("sn-32", "comes_out", shown="comes_out('input')")
def any_channel(per):
    """Scales of any channels can be multiplied in at the end."""
    return True


@false("sn-32", "comes_out", shown="comes_out('output')")
def one_scale_only(per):
    """A layer of integers needs one scale for all."""
    return False


@false("sn-32", "error_bound", shown="error_bound(np.ones(1), np.ones(1), 1, 1)")
def one_factor_rounded(a, b, s, t):
    """Only the weights are rounded, so only their error counts."""
    return (abs(a) * t / 2).sum()


@false("sn-32", "error_bound", shown="error_bound(np.ones(1), np.ones(1), 1, 1)")
def without_both(a, b, s, t):
    """The product of the two errors is too small to count."""
    return (abs(a) * t / 2 + abs(b) * s / 2).sum()


@false("sn-32", "error_bound", shown="error_bound(np.ones(1), np.ones(1), 1, 1)")
def whole_steps(a, b, s, t):
    """Rounding moves a number by up to a whole step."""
    return (abs(a) * t + abs(b) * s + s * t).sum()


@false("sn-32", "products_that_fit", shown="products_that_fit(255)")
def of_24_bits(largest):
    """24 bits are enough to add up products of 16."""
    return (2**23 - 1) // largest**2


@false("sn-32", "products_that_fit", shown="products_that_fit(255)")
def rounded_to_powers(largest):
    """A product needs 16 bits, so 2^15 of them fill 32 bits, and no more fit."""
    return 2**31 // 2 ** (2 * int(largest).bit_length())


@false("sn-32", "products_that_fit", shown="products_that_fit(255)")
def unsigned(largest):
    """32 bits hold up to 2^32."""
    return (2**32 - 1) // largest**2


@false("sn-32", "times", shown="times(1, 2, 0.25)")
def codes_add(i, j, m):
    """Codes add, for any smallest number."""
    return i + j


@false("sn-32", "times", shown="times(1, 2, 0.25)")
def codes_multiply(i, j, m):
    """The code of a product is the product of the codes."""
    return i * j


@false("sn-32", "plus", shown="plus(8, 8)")
def larger_code(i, j):
    """The larger number decides: the smaller one does not change the code."""
    return np.maximum(i, j)


@false("sn-32", "plus", shown="plus(8, 16)")
def codes_of_a_sum(i, j):
    """The codes of a sum add."""
    return i + j


@false("sn-32", "plus", shown="plus(24, 0)")
def an_octave_if_near(i, j):
    """A sum is an octave above the larger number if both are near, and the larger one if not."""
    return np.maximum(i, j) + 8 * (abs(i - j) < 8)


@false("sn-32", "log_round")
def zeros(x, smallest):
    """What is lost in a logarithmic code is lost for ever."""
    return np.zeros_like(x)


@false("sn-32", "block_round", shown="block_round([3.0] + [0.0] * 31, E2M1)[0]")
def nothing_left(x, fmt, block=32):
    """Four bits are too few for any number of a run."""
    return np.zeros_like(x)


@false("sn-32", "block_round", shown="block_round([7.9] + [0.0] * 31, E2M1)[0]")
def scaled_to_the_largest(x, fmt, block=32):
    """The scale brings the largest of a run to the largest number of the small format."""
    s = np.max(np.abs(x)) / 6
    return s * round_to(np.asarray(x) / s, E2M1)


@false("sn-32", "block_round", shown="block_round([48.0] + [1.0] * 31, E2M1)[1]")
def scale_of_its_own(x, fmt, block=32):
    """Each number of a run keeps its own exponent."""
    x = np.asarray(x, float)
    s = np.exp2(np.floor(np.log2(np.maximum(abs(x), 1e-99))) - 2)
    return s * round_to(x / s, E2M1)


@false("sn-32", "run_scale", shown="run_scale(np.array([3.0, 0.1]))")
def of_the_mean(run):
    """The scale is that of the mean of a run."""
    return 2.0 ** (np.floor(np.log2(abs(run).mean())) - 2)


@false("sn-32", "bits_a_number", shown="bits_a_number(32)")
def scale_for_nothing(n):
    """FP4 takes four bits for a number."""
    return 4.0


@false("sn-32", "bits_a_number", shown="bits_a_number(32)")
def scale_in_each(n):
    """Each number stores the scale as well."""
    return 4.0 + 8.0


# The affine quantiser


@false("sn-33", "affine", shown="int(affine(-1, 1.58).zero_point)")
def zero_point_cut_off(low, high, bits=8):
    """The zero point may be rounded down."""
    by = right_affine(low, high, bits)
    low, high = np.minimum(low, 0), np.maximum(high, 0)
    return by._replace(zero_point=np.floor(by.lowest - low / by.scale).astype(int))


@false("sn-33", "affine", shown="float(affine(-1, 1.55).scale)")
def one_step_more(low, high, bits=8):
    """256 codes make 256 steps."""
    by = right_affine(low, high, bits)
    s = by.scale * (2**bits - 1) / 2**bits
    return Affine(s, np.rint(by.lowest - np.minimum(low, 0) / s).astype(int), bits)


@false("sn-33", "affine", shown="int(affine(2, 5).zero_point)")
def not_widened(low, high, bits=8):
    """The codes should span the range, whether zero is in it or not."""
    s = np.float64((high - low) / (2**bits - 1) or 1.0)
    return Affine(s, np.int64(np.rint(-(2 ** (bits - 1)) - low / s)), bits)


@false("sn-33", "affine", shown="int(affine(0, 6).zero_point)")
def symmetric(low, high, bits=8):
    """The zero point is the code 0."""
    s = np.maximum(abs(np.asarray(low)), abs(np.asarray(high))) / (2 ** (bits - 1) - 1)
    return Affine(np.where(s > 0, s, 1.0), np.int64(0), bits)


@false("sn-33", "quantize", shown="int(quantize(0.9, affine(-1, 2.5, 3)))")
def digits_cut_off(x, by):
    """To quantise, divide by the scale and cut the digits off."""
    q = np.floor(np.asarray(x) / by.scale) + by.zero_point
    return np.clip(q, by.lowest, by.highest).astype(np.int64)


@false("sn-33", "quantize", shown="int(quantize(9, affine(-1, 2.5, 3)))")
def wraps_round(x, by):
    """What is out of range wraps round."""
    x = np.clip(np.asarray(x, float), -1e6 * by.scale, 1e6 * by.scale)
    q = np.rint(x / by.scale).astype(np.int64) + by.zero_point
    return (q - by.lowest) % 2**by.bits + by.lowest


@false("sn-33", "dequantize", shown="float(dequantize(0, by))")
def middle_of_a_step(q, by):
    """A code stands for the middle of the numbers above it, half a step on."""
    return by.scale * (np.asarray(q) - by.zero_point + 0.5)


@false("sn-33", "span", shown="span(-1, 2.5, 3)")
def zero_is_the_lowest(low, high, bits):
    """The lowest code stands for zero."""
    low, high = min(low, 0), max(high, 0)
    return (high - low) / (2**bits - 1) or 1.0, -(2 ** (bits - 1))


@false("sn-33", "round_trip", shown="float(round_trip(0.0, by))")
def zero_is_rounded_too(x, by):
    """Zero is rounded like any other number."""
    s = by.scale
    y = s * (np.floor(np.asarray(x) / s) + 0.5)
    return np.clip(y, s * (by.lowest - by.zero_point), s * (by.highest - by.zero_point))


@false("sn-33", "round_trip")
def second_trip_moves(x, by):
    """Each round trip costs a little."""
    return by.scale * (right_quantize(np.asarray(x) * 0.9, by) - by.zero_point)


@false("sn-33", "round_trip")
def ends_are_kept(x, by):
    """What is beyond the ends is kept as it is, since it is too large to be rounded."""
    q = np.clip(np.rint(np.asarray(x) / by.scale), -1e9, 1e9)
    return by.scale * q


@false("sn-33", "span_of_rows")
def same_for_all_rows(W):
    """One scale for the matrix is as good as one for each row."""
    return W.min(), W.max()


@false("sn-33", "span_of_rows")
def for_each_column(W):
    """A scale for each column is as good as one for each row."""
    return W.min(0, keepdims=True), W.max(0, keepdims=True)


# Logarithms as numbers


@false("sn-34", "relative_bound", shown="round(relative_bound(), 4)")
def lower_end(*_):
    """The relative error is at most 1 - 2^(-1/16): up or down is the same."""
    return 1 - 2 ** (-1 / 16)


@false("sn-34", "relative_bound", shown="round(relative_bound(), 4)")
def a_whole_step(*_):
    """The relative error is that of a whole step, 2^(1/8) - 1."""
    return 2 ** (1 / 8) - 1


@false("sn-34", "relative_bound", shown="round(relative_bound(), 4)")
def half_an_eighth(*_):
    """Eight steps for each power of two leave an error of half of an eighth."""
    return 1 / 16


@false("sn-34", "log_round", shown="log_round([3.0], 1.0)")
def rounded_down(x, smallest, bits=8):
    """The logarithm may be rounded down."""
    a = np.maximum(np.abs(x), smallest) / smallest
    i = np.minimum(np.floor(8 * np.log2(a)), 2 ** (bits - 1) - 2)
    return np.where(np.abs(x) < smallest / 2, 0, np.sign(x) * smallest * 2 ** (i / 8))


@false("sn-34", "log_round", shown="log_round([3.0], 1.0)")
def equal_steps(x, smallest, bits=8):
    """Eight equal steps between two powers of two are as good."""
    a = np.maximum(np.abs(x), smallest)
    octave = smallest * 2.0 ** np.minimum(np.floor(np.log2(a / smallest)), 15)
    y = np.minimum(np.rint(a / octave * 8) / 8 * octave, smallest * 2**15.75)
    return np.where(np.abs(x) < smallest / 2, 0, np.sign(x) * y)


@false("sn-34", "log_round", shown="log_round([-3.0], 1.0)")
def sign_lost(x, smallest, bits=8):
    """A logarithm knows no sign."""
    a = np.maximum(np.abs(x), smallest) / smallest
    i = np.minimum(np.rint(8 * np.log2(a)), 2 ** (bits - 1) - 2)
    return np.where(np.abs(x) < smallest / 2, 0, smallest * 2 ** (i / 8))


@false("sn-34", "zero_below", shown="zero_below(1.0)")
def zero_below_the_smallest(m):
    """Whatever is below the smallest number becomes zero."""
    return m


@false("sn-34", "zero_below", shown="zero_below(1.0)")
def no_zero(m):
    """The nearest in ratio is taken, down to any size."""
    return 1e-9 * m


@false("sn-34", "largest_number", shown="largest_number(1.0)")
def all_seven_bits(m):
    """Seven bits count up to 127, so the largest number is 2^(127/8) times the smallest."""
    return m * 2.0 ** (127 / 8)


@false("sn-34", "largest_number", shown="largest_number(1.0)")
def sixteen_octaves(m):
    """Sixteen powers of two, eight steps each: the largest number is 2^16 times the smallest."""
    return m * 2.0**16


# Which type comes back?


@false("sn-35", "numpys_type", shown="numpys_type('int16', 'float16')")
def the_wider(a, b):
    """The wider of the two types comes back."""
    return max(a, b, key=lambda name: (np.dtype(name).itemsize, "float" in name, name))


@false("sn-35", "numpys_type", shown="numpys_type('int64', 'float64')")
def float_of_128_bits(a, b):
    """Whatever the two types are, the result holds all values of both."""
    found = np.result_type(a, b).name
    return "float32" if found == "float64" and "int64" in a + b else found


@false("sn-35", "numpys_type", shown="numpys_type('int32', 'float16')")
def by_kind_and_width(a, b):
    """NumPy compares kinds first, as PyTorch does."""
    kinds = [0 if n == "bool" else 2 if "float" in n else 1 for n in (a, b)]
    return np.result_type(a, b).name if kinds[0] == kinds[1] else (a, b)[np.argmax(kinds)]


@false("sn-35", "holds", shown="holds('float16', 'int16')")
def by_range(a, b):
    """A type holds another if its range is as large."""
    size = [
        1 if n == "bool" else np.finfo(n).max if "float" in n else np.iinfo(n).max for n in (a, b)
    ]
    return bool(size[0] >= size[1]) and ("float" in a or "float" not in b)


@false("sn-35", "holds", shown="holds('float64', 'int64')")
def float64_holds_all(a, b):
    """float64 holds every integer."""
    return a == "float64" or np.can_cast(b, a)


@false("sn-35", "type_with", shown="type_with(1.5, 'float32')")
def as_an_array(number, dtype):
    """A Python number has its own type, 64 bits wide."""
    return np.result_type(dtype, np.float64 if isinstance(number, float) else np.int64).name


@false("sn-35", "type_with", shown="type_with(1.5, 'int8')")
def array_decides(number, dtype):
    """The array decides: an int8 array plus 1.5 stays int8."""
    return dtype


@false("sn-35", "pytorchs_type", shown="pytorchs_type('int32', 'float16')")
def as_numpy(a, b):
    """PyTorch takes a type that holds both, as NumPy does."""
    return np.result_type(a, b).name


@false("sn-35", "pytorchs_type", shown="pytorchs_type('uint8', 'int8')")
def wider_of_the_two(a, b):
    """Of two integers the wider comes back, and of two equally wide the signed one."""
    kinds = [0 if n == "bool" else 2 if "float" in n else 1 for n in (a, b)]
    if kinds[0] != kinds[1]:
        return (a, b)[np.argmax(kinds)]
    return max(a, b, key=lambda name: (np.dtype(name).itemsize, name == "int8"))


@false("sn-35", "kind", shown="kind('int8') < kind('float16')")
def all_numbers(name):
    """Integers and floats are numbers, so they are of one kind."""
    return 0 if name == "bool" else 1


@false("sn-35", "widened", shown="widened(torch.float16, torch.float64) == torch.float16")
def to_the_wider(dtype, by):
    """A tensor without dimensions is a tensor: it widens the other."""
    return by


@false("sn-32", "requantized")
def ties_go_up(total, by_a, by_b, by_c):
    """Halfway between two codes the larger one is taken."""
    q = np.floor(by_a.scale * by_b.scale / by_c.scale * total + 0.5) + by_c.zero_point
    return np.clip(q, by_c.lowest, by_c.highest)


@false("sn-32", "integer_matmul")
def zero_point_of_the_first_row(a, b, by_a, by_b):
    """The zero point need be taken off once, in the first row."""
    a = np.array(a)
    a[0] -= by_a.zero_point
    return float(by_a.scale * by_b.scale) * (a @ (np.asarray(b) - by_b.zero_point))


@false("sn-33", "quantize", shown="quantize(0.5, Affine(1.0, 0, 8))")
def halves_go_up(x, by):
    """Halfway between two codes the larger one is taken."""
    q = np.floor(np.asarray(x, float) / by.scale + 0.5) + by.zero_point
    return np.clip(q, by.lowest, by.highest).astype(int)


@false("sn-34", "log_round", shown="log_round(-0.1, 1.0)")
def negative_ones_never_vanish(x, smallest):
    """A negative number keeps its sign, so it never becomes zero."""
    y = log_round(x, smallest)
    return np.where((y == 0) & np.less(x, 0), -smallest, y)


@false("sn-35", "type_with", shown="type_with(1.5, 'int16')")
def float32_beside_int16(number, dtype):
    """A float beside integers of 16 bits makes them float32, which holds them all."""
    if isinstance(number, float) and "int" in dtype:
        return "float32" if "16" in dtype else "float64"
    return dtype


@false("sn-33", "span", shown="span(-1.0, 1.0, 12)")
def eight_bits_at_most(low, high, bits):
    """A quantiser has eight bits at most: more would be a float."""
    low, high, bits = min(low, 0), max(high, 0), min(bits, 8)
    s = (high - low) / (2**bits - 1) or 1.0
    return s, round(-(2 ** (bits - 1)) - low / s)


@false("sn-33", "quantize", shown="quantize(5.0, Affine(0.01, 0, 12))")
def stored_in_int8(x, by):
    """Codes are stored in eight bits, whatever the quantiser's number of bits."""
    return np.clip(right_quantize(x, by), -128, 127)


@false("sn-33", "round_trip", shown="float(round_trip(5.0, Affine(0.01, 0, 16)))")
def back_from_int8(x, by):
    """A round trip goes by way of eight bits."""
    return dequantize(np.clip(right_quantize(x, by), -128, 127), by)


@false("sn-33", "affine", shown="float(affine(0, 1e-12).scale)")
def never_below_an_epsilon(low, high, bits=8):
    """A scale is kept above some epsilon, so that nothing is divided by zero."""
    by = right_affine(low, high, bits)
    s = np.maximum(by.scale, 1e-8)
    return Affine(s, np.rint(by.lowest - np.minimum(low, 0) / s).astype(int), by.bits)


@false("sn-33", "affine", shown="float(affine(2, 2).scale)")
def any_scale_for_a_constant(low, high, bits=8):
    """If both ends are one number, any scale will do."""
    by = right_affine(low, high, bits)
    return by._replace(scale=np.where(np.equal(low, high), 1.0, by.scale))


@false("sn-33", "span", shown="span(2, 2, 8)")
def constant_is_like_zero(low, high, bits):
    """All numbers the same: whichever they are, any step will do."""
    if low == high:
        return 1.0, -(2 ** (bits - 1))
    low, high = min(low, 0), max(high, 0)
    s = (high - low) / (2**bits - 1)
    return s, round(-(2 ** (bits - 1)) - low / s)


@false("sn-34", "zero_below", shown="zero_below(1.0)")
def a_little_less(m):
    """Below 0.4999 of the smallest number zero is nearest."""
    return 0.4999 * m


@false("sn-32", "integer_matmul")
def sums_in_fp32(a, b, by_a, by_b):
    """Integers may be added up in FP32, which holds whole numbers exactly."""
    left, right = np.asarray(a) - by_a.zero_point, np.asarray(b) - by_b.zero_point
    total = left.astype(np.float32) @ right.astype(np.float32)
    return by_a.scale * by_b.scale * total.astype(float)


@false("sn-32", "integer_matmul")
def accumulator_of_24_bits(a, b, by_a, by_b):
    """An accumulator of 24 bits is wide enough."""
    left, right = np.asarray(a) - by_a.zero_point, np.asarray(b) - by_b.zero_point
    return by_a.scale * by_b.scale * np.clip(left @ right, -(2**23), 2**23 - 1)


@false("sn-32", "error_bound", shown="error_bound(np.ones(1), np.zeros(1), 0.5, 0.125)")
def scales_exchanged(a, b, s, t):
    """Each factor goes with its own scale."""
    return (abs(a) * s / 2 + abs(b) * t / 2 + s * t / 4).sum()


@false("sn-32", "error_bound", shown="error_bound(np.ones(1), np.zeros(1), 0.5, 0.125)")
def larger_scale_for_both(a, b, s, t):
    """The coarser of the two scales decides, and the error may be as large as it allows."""
    return ((abs(a) + abs(b)) * max(s, t) / 2 + s * t / 4).sum()


@false("sn-32", "times", shown="times(1, 2, 0.35)")
def constant_rounded_down(i, j, m):
    """The constant may be cut off to a whole number."""
    return i + j + int(np.floor(8 * np.log2(m)))


@false("sn-32", "block_round", shown="block_round([3.0] * 32 + [999.0] * 32, E2M1)[0]")
def one_scale_for_all_runs(x, fmt, block=32):
    """The largest number of all sets the scale of every run."""
    x = np.asarray(x, float)
    s = 2.0 ** (np.floor(np.log2(max(np.max(abs(x)), 1e-99))) - 2)
    return s * round_to(x / s, fmt, saturate=True)


@false("sn-35", "type_with", shown="type_with(3, 'uint16')")
def unsigned_becomes_signed(number, dtype):
    """A Python integer has a sign, so unsigned integers become signed ones, a size up."""
    if isinstance(number, float):
        return "float64" if "int" in dtype else dtype
    return {"uint16": "int32", "uint32": "int64"}.get(dtype, dtype)


@false("sn-35", "type_with", shown="type_with(1.5, 'int64')")
def integers_of_64_bits_stay(number, dtype):
    """Only short integers become floats: 64 bits do not fit into a float64, so they stay."""
    if dtype in ("int64", "uint64"):
        return dtype
    return "float64" if isinstance(number, float) and "int" in dtype else dtype


@false("sn-32", "block_round", shown="block_round([0.0] * 32, E2M1)[0]")
def zeros_have_no_scale(x, fmt, block=32):
    """The scale of a run is its largest number's power of two, whatever the run."""
    runs = np.asarray(x, float).reshape(-1, block)
    with np.errstate(all="ignore"):
        s = 2.0 ** (np.floor(np.log2(abs(runs).max(1, keepdims=True))) - 2)
        scaled = np.nan_to_num(runs / s)
    return (np.where(s > 0, s, np.nan) * round_to(scaled, fmt, saturate=True)).ravel()


@false("sn-33", "quantize", shown="quantize(0.5, Affine(1.0, 1, 8))")
def zero_point_before_rounding(x, by):
    """It makes no difference whether the zero point is added before or after rounding."""
    q = np.rint(np.asarray(x, float) / by.scale + by.zero_point)
    return np.clip(q, by.lowest, by.highest).astype(int)


@false("sn-33", "quantize")
def reciprocal_in_fp32(x, by):
    """To divide by the scale, multiply by its reciprocal in FP32."""
    steps = np.asarray(x, float) * float(np.float32(1 / by.scale))
    return np.clip(np.rint(steps) + by.zero_point, by.lowest, by.highest).astype(int)


@false("sn-33", "affine", shown="affine(np.array([2.0]), np.array([5.0])).zero_point")
def rows_not_widened(low, high, bits=8):
    """With a range for each row, none of them need hold zero."""
    by = right_affine(low, high, bits)
    if np.ndim(low) == 0:
        return by
    s = np.where(np.equal(low, high), 1.0, np.subtract(high, low) / (2**bits - 1))
    return Affine(s, np.rint(by.lowest - np.asarray(low) / s).astype(int), bits)


# What only some inputs show


@false("sn-33", "affine", shown="affine(np.array([0.0, -1.0]), np.array([0.0, 1.0])).scale")
def only_if_all_are_zero(low, high, bits=8):
    """A scale needs mending only if no row at all has a range."""
    low, high = np.minimum(low, 0), np.maximum(high, 0)
    with np.errstate(all="ignore"):
        s = (high - low) / (2**bits - 1)
        s = s if np.any(s > 0) else np.ones_like(s)
        z = np.nan_to_num(np.rint(-(2 ** (bits - 1)) - low / s))
    return Affine(s, z.astype(int), bits)


@false("sn-33", "affine", shown="affine([0.0, -1.0], [1.0, 0.0]).zero_point")
def rows_share_a_zero_point(low, high, bits=8):
    """Each row has its scale, but zero has one code for all of them."""
    by = right_affine(low, high, bits)
    return by._replace(zero_point=np.full_like(by.zero_point, np.ravel(by.zero_point)[0]))


@false("sn-33", "quantize", shown="quantize(1.0, affine(0, 1e-12))")
def cast_before_the_clip(x, by):
    """What is beyond the codes may be cast to 32 bits before it is clipped."""
    x = np.asarray(x, float)
    k = np.rint(np.where(np.isinf(x), 0, x) / by.scale).astype(np.int64).astype(np.int32)
    q = np.clip(k.astype(np.int64) + by.zero_point, by.lowest, by.highest)
    return np.where(np.isinf(x), np.where(x > 0, by.highest, by.lowest), q)


@false("sn-33", "quantize", shown="quantize(4, Affine(2.0, 0, 8))")
def integers_are_codes_already(x, by):
    """An integer needs no quantising: it is its own code."""
    if np.asarray(x).dtype.kind == "i":
        return np.clip(np.asarray(x) + by.zero_point, by.lowest, by.highest)
    return right_quantize(x, by)


@false("sn-33", "quantize", shown="quantize(4.5, Affine(1.0, 0, 8))")
def large_ties_go_up(x, by):
    """Whether a tie is even matters near zero only; far from it, ties go up."""
    with np.errstate(over="ignore"):
        steps = np.asarray(x, float) / by.scale
        steps = np.where(abs(steps) < 2, np.rint(steps), np.floor(steps + 0.5))
    return np.clip(steps + by.zero_point, by.lowest, by.highest).astype(int)


@false("sn-33", "dequantize", shown="dequantize([1], Affine(1e-30, 0, 8))")
def below_an_epsilon_is_zero(q, by):
    """A number as small as 1e-20 is zero."""
    x = dequantize(q, by)
    return np.where(abs(x) < 1e-20, 0.0, x)


@false("sn-33", "round_trip", shown="round_trip(1e250, Affine(1.0, 0, 8))")
def huge_ones_are_kept(x, by):
    """What is larger than 1e200 is no number to be rounded, and is kept."""
    y = dequantize(right_quantize(x, by), by)
    return np.where(np.isfinite(x) & (abs(np.asarray(x)) > 1e200), x, y)


@false("sn-34", "log_round", shown="log_round(1e-10, 1e-10)")
def tiny_ones_vanish(x, smallest):
    """What is below 1e-9 is zero, whatever the smallest number."""
    return log_round(np.where(np.abs(x) < 1e-9, 0.0, x), smallest)


@false("sn-34", "log_round", shown="log_round(3, 1.0)")
def integers_stay_integers(x, smallest):
    """The code of an integer stands for an integer."""
    y = log_round(x, smallest)
    return np.rint(y) if np.asarray(x).dtype.kind == "i" else y


@false("sn-34", "log_round")
def logarithm_in_fp32(x, smallest):
    """A logarithm in FP32 is exact enough to be rounded."""
    ratio = (np.maximum(np.abs(x), smallest) / smallest).astype(np.float32)
    i = np.minimum(np.rint(8 * np.log2(ratio).astype(float)), 126)
    return np.where(np.abs(x) < smallest / 2, 0.0, np.sign(x) * smallest * 2.0 ** (i / 8))


@false("sn-34", "relative_bound", shown="relative_bound()")
def rounded_to_three_digits():
    """The bound is 0.0443, no more and no less."""
    return 0.0443


@false("sn-32", "integer_matmul")
def thirty_bits_do(a, b, by_a, by_b):
    """Thirty bits are enough for 30,000 products: the largest ones never come together."""
    left, right = np.asarray(a) - by_a.zero_point, np.asarray(b) - by_b.zero_point
    return by_a.scale * by_b.scale * np.clip(left @ right, -(2**30), 2**30)


@false("sn-32", "integer_matmul")
def rows_with_rows(a, b, by_a, by_b):
    """Of square matrices one may multiply rows by rows."""
    b = np.asarray(b)
    left = np.asarray(a) - by_a.zero_point
    right = (b.T if b.shape[0] == b.shape[1] else b) - by_b.zero_point
    return by_a.scale * by_b.scale * (left @ right)


@false("sn-32", "requantized")
def factor_in_fp32(total, by_a, by_b, by_c):
    """FP32 is wide enough to scale an integer."""
    factor = np.float32(by_a.scale * by_b.scale / by_c.scale)
    q = np.rint(factor * np.float32(total)) + by_c.zero_point
    return np.clip(q, by_c.lowest, by_c.highest)


@false("sn-32", "requantized")
def zero_point_before_the_rounding(total, by_a, by_b, by_c):
    """Whether the zero point is added before or after rounding is the same."""
    q = np.rint(by_a.scale * by_b.scale / by_c.scale * total + by_c.zero_point)
    return np.clip(q, by_c.lowest, by_c.highest)


@false("sn-32", "adds_in_integers", shown="adds_in_integers(Fraction(300))")
def multiples_up_to_eight(ratio):
    """A multiple is a small one: with eight times the step, codes no longer add."""
    return ratio.denominator == 1 and ratio <= 8


@false("sn-32", "adds_in_integers", shown="adds_in_integers(Fraction(1_000_001, 1_000_000))")
def nearly_a_multiple(ratio):
    """Scales that are multiples up to a thousandth will do."""
    return abs(ratio - round(ratio)) < 1e-3


@false("sn-32", "error_bound", shown="error_bound(np.ones(1), -np.ones(1), 1, 1)")
def signs_kept(a, b, s, t):
    """Errors of positive and negative factors cancel."""
    return (abs(a) * t / 2 + b * s / 2 + s * t / 4).sum()


@false("sn-32", "times", shown="times(1, 2, 2.0**-60)")
def constant_of_a_byte(i, j, m):
    """The constant is a number of eight bits, as codes are."""
    return i + j + max(-128, min(127, round(8 * np.log2(m))))


@false("sn-32", "block_round", shown="block_round([2.0**-40] + [0.0] * 31, E2M1)[0]")
def blocks_below_an_epsilon(x, fmt, block=32):
    """Numbers below 1e-9 are zeros, in whatever run."""
    return block_round(np.where(np.abs(x) < 1e-9, 0.0, x), fmt, block)


@false("sn-32", "run_scale", shown="run_scale(np.array([4.0, 0.1]))")
def from_above(run):
    """The scale brings the largest to 8 at most."""
    return 2.0 ** (np.ceil(np.log2(abs(run).max())) - 3)


@false("sn-35", "type_with", shown="type_with(2.0, 'int8')")
def whole_floats_are_integers(number, dtype):
    """2.0 is an integer, so integers stay integers beside it."""
    return "float64" if number % 1 and "int" in dtype else dtype


@false("sn-35", "type_with", shown="type_with(1e300, 'float16')")
def large_floats_widen(number, dtype):
    """A float that does not fit widens the array."""
    if "float" in dtype and abs(number) > float(np.finfo(dtype).max):
        return "float64"
    return "float64" if isinstance(number, float) and "int" in dtype else dtype


@false("sn-35", "widened", shown="widened(torch.int32, torch.int64) == torch.int32")
def the_default_integer_wins(dtype, by):
    """A tensor without dimensions of PyTorch's default type, int64, makes integers int64."""
    return by if str(by) == "torch.int64" else dtype


@false("sn-33", "quantize", shown="quantize(np.float16([2.1]), affine(-1, 2.5, 16))")
def in_the_type_of_the_numbers(x, by):
    """Numbers of a short type are divided by the scale in that type."""
    x = np.asarray(x)
    short = x.dtype if x.dtype.kind == "f" else float
    with np.errstate(all="ignore"):
        q = np.rint(x.astype(short) / np.asarray(by.scale).astype(short)).astype(float)
    return np.clip(q + by.zero_point, by.lowest, by.highest).astype(int)


@false("sn-33", "dequantize", shown="dequantize(np.int8([127]), affine(-1, 2.5))")
def difference_in_the_type_of_the_codes(q, by):
    """Codes of eight bits are subtracted in eight bits."""
    q = np.asarray(q)
    return by.scale * (q - np.asarray(by.zero_point).astype(q.dtype)).astype(q.dtype)


@false("sn-33", "span", shown="span(-0.5, 254.5, 8)")
def zero_point_of_a_tie_goes_up(low, high, bits):
    """Halfway between two codes, zero gets the larger one."""
    low, high = min(low, 0), max(high, 0)
    s = (high - low) / (2**bits - 1) or 1.0
    return s, int(np.floor(-(2 ** (bits - 1)) - low / s + 0.5))


@false("sn-34", "log_round", shown="log_round(-0.9, 1.0)")
def negative_below_the_smallest(x, smallest):
    """A negative number above minus the smallest becomes zero."""
    return np.where((np.asarray(x) < 0) & (np.asarray(x) > -smallest), 0.0, log_round(x, smallest))


@false("sn-32", "integer_matmul")
def codes_in_their_own_type(a, b, by_a, by_b):
    """Zero points are taken off in the type of the codes, int8."""
    left, right = (
        (np.asarray(q) - np.asarray(by.zero_point).astype(np.asarray(q).dtype)).astype(int)
        for q, by in ((a, by_a), (b, by_b))
    )
    return by_a.scale * by_b.scale * (left @ right)


@false("sn-32", "integer_matmul")
def pairs_in_sixteen_bits(a, b, by_a, by_b):
    """Where no zero point is taken off, two products of codes fit into 16 bits."""
    left, right = np.asarray(a) - by_a.zero_point, np.asarray(b) - by_b.zero_point
    total = left @ right
    if left.shape[1] % 2 == 0 and not (by_a.zero_point or by_b.zero_point):
        pairs = left.reshape(len(left), -1, 2, 1) * right.reshape(-1, 2, right.shape[1])
        total = np.clip(pairs.sum(axis=2), -(2**15), 2**15 - 1).sum(axis=1)
    return by_a.scale * by_b.scale * total
