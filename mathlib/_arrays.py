"""What every module asks of its arguments, said in one voice."""

import operator
from collections.abc import Sequence
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray


def as_vector(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as a non-empty numeric array of shape (n,); booleans become integers.

    Raises
    ------
    TypeError
        If the entries are not numbers.
    ValueError
        If `a` is not one-dimensional, or is empty.
    """
    a = _as_numbers(a, name)
    if a.ndim != 1 or a.size == 0:
        raise ValueError(f"{name} must be a non-empty vector, got shape {a.shape}")
    return a


def as_matrix(a: ArrayLike, name: str) -> NDArray[Any]:
    """Return `a` as a non-empty numeric array of shape (m, n); booleans become integers.

    Raises
    ------
    TypeError
        If the entries are not numbers.
    ValueError
        If `a` is not two-dimensional, or is empty.
    """
    a = _as_numbers(a, name)
    if a.ndim != 2 or a.size == 0:
        raise ValueError(f"{name} must be a non-empty matrix, got shape {a.shape}")
    return a


def as_array(a: ArrayLike, name: str, least: int, most: int | None = None) -> NDArray[Any]:
    """Return `a` as a non-empty numeric array of `least` to `most` axes; booleans become integers.

    Raises
    ------
    TypeError
        If the entries are not numbers.
    ValueError
        If `a` has too few or too many axes, or is empty.
    """
    a = _as_numbers(a, name)
    if a.ndim < least or (most is not None and a.ndim > most) or a.size == 0:
        rule = f"{least} axes" if most == least else f"at least {least} axes"
        raise ValueError(f"{name} must have {rule} and not be empty, got shape {a.shape}")
    return a


def as_count(n: SupportsIndex, name: str, least: int = 1) -> int:
    """Return `n` as a Python int that is at least `least`.

    Raises
    ------
    TypeError
        If `n` is not an integer.
    ValueError
        If `n` is smaller than `least`.
    """
    try:
        n = operator.index(n)
    except TypeError:
        raise TypeError(f"{name} must be an integer, got {n!r}") from None
    if n < least:
        raise ValueError(f"{name} must be at least {least}, got {n}")
    return n


def per_axis(
    value: SupportsIndex | Sequence[SupportsIndex], name: str, axes: int, least: int = 1
) -> list[int]:
    """Return one integer, at least `least`, for each of `axes` axes; a single one holds for all.

    Raises
    ------
    TypeError
        If an entry is not an integer.
    ValueError
        If there are not as many as axes, or one is too small.
    """
    values = list(value) if isinstance(value, Sequence | np.ndarray) else [value] * axes
    if len(values) != axes:
        raise ValueError(f"{name} must be one number or {axes}, one for each axis, got {value!r}")
    return [as_count(v, name, least) for v in values]


def _as_numbers(a: ArrayLike, name: str) -> NDArray[Any]:
    try:
        a = np.asarray(a)
    except ValueError:
        raise ValueError(f"{name} must have rows of equal length, got a ragged sequence") from None
    if a.dtype == bool:
        return a.astype(int)
    if a.dtype.kind not in "iufc":
        raise TypeError(f"{name} must hold numbers, got dtype {a.dtype}")
    return a
