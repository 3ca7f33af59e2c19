"""What every module asks of its arguments, said in one voice.

Each function returns the argument in the form that is computed with, or raises TypeError for
what it is and ValueError for what it holds: ``<argument> must <condition>, got <value>``. Arrays
come back in the machine's byte order; booleans and short integers as Python's integers would
add up, in 64 bits (32 where the machine has no more), so that no sum of pixels wraps around.
"""

import math
import numbers
import operator
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, SupportsIndex, TypeGuard, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

MOST_ENTRIES = 1 << 30  # 8 GiB of float64: more is a slip of the pen, not an example
Counts = SupportsIndex | Sequence[SupportsIndex]
T = TypeVar("T")


def as_vector(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as a non-empty numeric array of shape (n,)."""
    a = _as_numbers(a, name)
    if a.ndim != 1 or a.size == 0:
        raise ValueError(f"{name} must be a non-empty vector, got shape {a.shape}")
    return a


def as_matrix(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as a non-empty numeric array of shape (m, n)."""
    a = _as_numbers(a, name)
    if a.ndim != 2 or a.size == 0:
        raise ValueError(f"{name} must be a non-empty matrix, got shape {a.shape}")
    return a


def as_array(a: ArrayLike, name: str, least: int, most: int | None = None) -> NDArray[Any]:
    """Return `a` as a non-empty numeric array of `least` to `most` axes."""
    a = _as_numbers(a, name)
    if a.ndim < least or (most is not None and a.ndim > most) or a.size == 0:
        rule = f"{least} axes" if most == least else f"at least {least} axes"
        raise ValueError(f"{name} must have {rule} and not be empty, got shape {a.shape}")
    return a


def as_real_array(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as a numeric array of any shape without complex entries; it may be empty."""
    a = _as_numbers(a, name)
    if a.dtype.kind == "c":
        raise TypeError(f"{name} must be real, got dtype {a.dtype}")
    return a


def as_real_vector(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as a real array of shape (n,); it may be empty."""
    a = as_real_array(a, name)
    if a.ndim != 1:
        raise ValueError(f"{name} must be a vector, of shape (n,), got shape {a.shape}")
    return a


def as_real_matrix(A: ArrayLike, name: str) -> NDArray[Any]:
    """Return `A` as a real array of shape (m, n); it may be empty."""
    A = as_real_array(A, name)
    if A.ndim != 2:
        raise ValueError(f"{name} must be a matrix, of shape (m, n), got shape {A.shape}")
    return A


def as_finite(a: NDArray[Any], name: str) -> NDArray[Any]:
    """Return a numeric array as a fresh one of doubles, if all its entries are finite."""
    if not np.isfinite(a).all():
        raise ValueError(f"{name} must be finite, got {a}")
    return a.astype(np.complex128 if a.dtype.kind == "c" else np.float64)


def as_finite_vector(a: ArrayLike, name: str) -> NDArray[np.float64]:
    """Return `a` as finite doubles of shape (n,); it may be empty."""
    return as_finite(as_real_vector(a, name), name)


def as_finite_matrix(A: ArrayLike, name: str) -> NDArray[np.float64]:
    """Return `A` as finite doubles of shape (m, n); it may be empty."""
    return as_finite(as_real_matrix(A, name), name)


def power_of_two(a: NDArray[Any]) -> float:
    """Return a power of two about as large as the largest entry of `a`; 1 if all are 0.

    Dividing by it rounds nothing, and then no square is too large, and not all are too small.
    """
    most = float(np.abs(a).max(initial=0.0))
    return math.ldexp(1.0, max(-1000, math.frexp(most)[1] - 1)) if most else 1.0


def refuse_unless_square(A: NDArray[Any], name: str) -> None:
    """Raise unless the matrix `A` has as many rows as columns."""
    if A.shape[0] != A.shape[1]:
        raise ValueError(f"{name} must be square, got shape {A.shape}")


def as_reals(a: ArrayLike, name: str, least: int = 0, most: int | None = None) -> NDArray[Any]:
    """Return `a` as `as_array` does, if no entry is complex."""
    return as_real_array(as_array(a, name, least, most), name)


def as_codes(a: ArrayLike, name: str, lowest: int, highest: int, axes: int = 0) -> NDArray[Any]:
    """Return `a` as an array of at least `axes` axes, of integers from `lowest` to `highest`."""
    a = as_array(a, name, axes, axes or None)
    if a.dtype.kind not in "iu":
        raise TypeError(f"{name} must hold integers, got dtype {a.dtype}")
    least, most = int(a.min()), int(a.max())
    if least < lowest or most > highest:
        raise ValueError(f"{name} must be from {lowest} to {highest}, got {least} to {most}")
    return a


def as_integers(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as an array of integers of any shape; it may be empty."""
    a = as_real_array(a, name)
    if a.size and a.dtype.kind not in "iu":
        raise TypeError(f"{name} must hold integers, got dtype {a.dtype}")
    return a if a.size else a.astype(int)


def as_count(n: SupportsIndex, name: str, least: int = 1, most: int | None = None) -> int:
    """Return `n` as a Python int from `least` to `most`."""
    try:
        n = operator.index(n)
    except TypeError:
        raise TypeError(f"{name} must be an integer, got {n!r}") from None
    if n < least:
        raise ValueError(f"{name} must be at least {least}, got {n}")
    if most is not None and n > most:
        raise ValueError(f"{name} must be at most {most}, got {n}")
    return n


def as_sequence(values: Iterable[T], name: str) -> list[T]:
    """Return a sequence or an iterator as a list; text, sets and mappings are neither."""
    if not _is_sequence(values) and not isinstance(values, Iterator):
        raise TypeError(f"{name} must be a sequence, got {values!r}")
    return list(values)


def as_counts(
    values: Iterable[SupportsIndex], name: str, many: int | None = None, least: int = 1
) -> list[int]:
    """Return a list of integers, each at least `least`, `many` of them or one at the least."""
    values = as_sequence(values, name)
    rule = f"{name} must be a sequence of {'' if many is None else f'{many} '}integers"
    if len(values) != (many or len(values) or 1):
        raise ValueError(f"{rule}, got {values!r}")
    return [as_count(v, name, least) for v in values]


def per_axis(value: Counts, name: str, axes: int, least: int = 1) -> list[int]:
    """Return one integer, at least `least`, for each of `axes` axes; a single one holds for all."""
    values: list[Any] = list(value) if _is_sequence(value) else [value] * axes
    if len(values) != axes:
        raise ValueError(f"{name} must be one number or {axes}, one for each axis, got {value!r}")
    return [as_count(v, name, least) for v in values]


def pair_per_axis(value: Any, name: str, axes: int | None = None) -> list[tuple[int, int]]:
    """Return (before, after) for each axis; where `axes` is known, one number may hold for all."""
    of = "each axis" if axes is None else f"each of {axes} axes"
    rule = f"{name} must be a pair (before, after) for {of}, or a number for both sides"
    if axes is None and not _is_sequence(value):
        raise TypeError(f"{rule}, got {value!r}")
    each = list(value) if _is_sequence(value) else [value] * (axes or 0)
    pairs = [list(p) if _is_sequence(p) else [p, p] for p in each]
    if len(pairs) != (axes if axes is not None else len(pairs)) or any(len(p) != 2 for p in pairs):
        raise ValueError(f"{rule}, got {value!r}")
    return [(as_count(a, name, 0), as_count(b, name, 0)) for a, b in pairs]


def as_axis(axis: SupportsIndex, name: str, a: NDArray[Any]) -> int:
    """Return `axis` as a Python int that counts an axis of `a`, from the front or from the back."""
    try:
        return as_count(axis, name, -a.ndim, a.ndim - 1)
    except ValueError:
        raise ValueError(f"{name} must be an axis of shape {a.shape}, got {axis}") from None


def as_number(x: Any, name: str) -> float:
    """Return a single real number as a Python float."""
    x = x.item() if type(x) is np.ndarray and x.ndim == 0 else x
    if not isinstance(x, numbers.Real):
        raise TypeError(f"{name} must be a real number, got {x!r}")
    try:
        return float(x)
    except OverflowError:
        raise ValueError(f"{name} must be a number that a float holds, got {x}") from None


def as_positive(x: Any, name: str) -> float:
    """Return a single number, positive and finite, as a Python float."""
    x = as_number(x, name)
    if not 0 < x < np.inf:
        raise ValueError(f"{name} must be positive and finite, got {x}")
    return float(x)


def as_flag(value: Any, name: str) -> bool:
    """Return True or False; 1 and 0 will do."""
    if not isinstance(value, numbers.Integral | np.bool_) or value not in (0, 1):
        raise TypeError(f"{name} must be True or False, got {value!r}")
    return bool(value)


def as_choice(value: Any, name: str, choices: tuple[str, ...]) -> Any:
    """Return `value` if it is one of the choices."""
    if isinstance(value, str) and value in choices:
        return value
    error = ValueError if isinstance(value, str) else TypeError
    raise error(f"{name} must be one of {choices}, got {value!r}")


def as_function(f: Any, name: str) -> Any:
    """Return `f` if it can be called."""
    if not callable(f):
        raise TypeError(f"{name} must be callable, got {f!r}")
    return f


def as_instance(value: Any, name: str, kind: type[T]) -> T:
    """Return `value` if it is a `kind`: a format, a quantiser, a generator."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be of type {kind.__name__}, got {value!r}")
    return value


def refuse_nan(x: NDArray[Any], name: str) -> None:
    """Raise if `x` holds nan, which no code stands for."""
    if np.isnan(x).any():
        raise ValueError(f"{name} must hold no nan, which no code stands for, got {x}")


def refuse_unless_distribution(p: NDArray[Any], name: str, axis: int = -1) -> None:
    """Raise unless `p` is 0 or more everywhere and sums to 1 along `axis`, up to 1e-3."""
    sums = p.sum(axis=axis, dtype=float)
    if not np.all(p >= 0) or not np.allclose(sums, 1, rtol=0, atol=1e-3):
        raise ValueError(f"{name} must be probabilities that sum to 1 for each example, got {p}")


def refuse_huge(entries: int, **given: int) -> None:
    """Raise if a result of so many entries would not fit into memory; name what asks for most."""
    if entries > MOST_ENTRIES:
        name = max(given, key=lambda name: given[name])
        raise ValueError(
            f"{name} must be small enough for a result of {MOST_ENTRIES} entries, "
            f"got {given[name]}, which makes {entries}"
        )


def numbers_of(value: object) -> NDArray[Any] | None:
    """Return `value` as an array of numbers, fractions as floats, or nothing if it is none."""
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    if array.dtype.kind == "O" and any(isinstance(v, Fraction) for v in array.flat):
        plain = all(isinstance(v, numbers.Real) for v in array.flat)
        return array.astype(float) if plain else None
    return array if array.dtype.kind in "biufc" else None


def _is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    if isinstance(value, np.ndarray):
        return value.ndim > 0
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _as_numbers(a: ArrayLike, name: str) -> NDArray[Any]:
    if isinstance(a, np.ma.MaskedArray):
        raise TypeError(f"{name} must be a plain array, got a masked one: say what its gaps hold")
    try:
        a = np.asarray(a)
    except ValueError:
        raise ValueError(f"{name} must have rows of equal length, got a ragged sequence") from None
    if a.dtype.kind not in "biufc":
        raise TypeError(f"{name} must hold numbers, got dtype {a.dtype}")
    if a.dtype.kind in "biu" and a.itemsize < np.dtype(int).itemsize:
        return a.astype(int)
    return a.astype(a.dtype.newbyteorder("="), copy=False)


def zero_of(lam: NDArray[Any]) -> float:
    """Return how large rounding may make an eigenvalue 0 that stands among `lam`."""
    return len(lam) * 2.0**-52 * float(np.abs(lam).max())
