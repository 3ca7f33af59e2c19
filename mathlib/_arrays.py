"""What every module asks of its arguments, said in one voice."""

import operator
from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray


def as_vector(a: ArrayLike, name: str) -> NDArray[np.generic]:
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


def as_matrix(a: ArrayLike, name: str) -> NDArray[np.generic]:
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


def _as_numbers(a: ArrayLike, name: str) -> NDArray[np.generic]:
    try:
        a = np.asarray(a)
    except ValueError:
        raise ValueError(f"{name} must have rows of equal length, got a ragged sequence") from None
    if a.dtype == bool:
        return a.astype(int)
    if a.dtype.kind not in "iufc":
        raise TypeError(f"{name} must hold numbers, got dtype {a.dtype}")
    return a
