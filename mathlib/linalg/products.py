"""Products of matrices: what they are, what they cost, and how arrays lie in memory.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``, ``B``            an m by n matrix, and an n by p matrix
``C``                   their product, m by p
``k``                   the index over which a product is summed, below n
``d``                   sizes of a chain: matrix i has d[i] rows, d[i+1] columns
======================  =====================================================
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_counts, as_real_matrix, as_sequence, refuse_huge


def matmul(A: ArrayLike, B: ArrayLike) -> NDArray[Any]:
    """Return ``A B``, the sum of n layers: column k of A times row k of B.

    Parameters
    ----------
    A : (m, n) array_like
    B : (n, p) array_like
        Real matrices; m, n and p may be 0. With n = 0 the product is zero.

    Returns
    -------
    (m, p) ndarray, of the common type of `A` and `B`

    Raises
    ------
    ValueError
        If `A` or `B` is not a matrix, if `B` has another number of rows than `A` has columns, or
        if the product would be huge.

    Examples
    --------
    >>> matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])
    array([[19, 22],
           [43, 50]])
    """
    A, B = as_real_matrix(A, "A"), as_real_matrix(B, "B")
    if len(B) != A.shape[1]:
        raise ValueError(f"B must have {A.shape[1]} rows, one for each column of A, got {len(B)}")
    (m, n), p = A.shape, B.shape[1]
    refuse_huge(m * p, A=m, B=p)

    C = np.zeros((m, p), np.result_type(A, B))
    for k in range(n):
        C += A[:, k, None] * B[None, k, :]
    return C


def matmul_cost(m: SupportsIndex, n: SupportsIndex, p: SupportsIndex) -> tuple[int, int]:
    """Return ``m n p`` and ``m p (n - 1)``: multiplications and additions of a product.

    That is what the definition asks of an m by n matrix times an n by p one, entry by entry;
    other algorithms multiply less.

    Parameters
    ----------
    m, n, p : int
        Sizes, 0 or more. Without summands, n = 0, nothing is added.

    Examples
    --------
    >>> matmul_cost(2, 3, 4)
    (24, 16)
    """
    m, n, p = as_count(m, "m", 0), as_count(n, "n", 0), as_count(p, "p", 0)

    return m * n * p, m * p * max(n - 1, 0)


def chain_cost(d: Iterable[SupportsIndex]) -> tuple[int, str]:
    """Return the fewest multiplications for a product of several matrices, and its brackets.

    The last product of the best order joins matrices i to k - 1 with matrices k to j - 1, and each
    of the two is made in its own best order: ``cost[i, j]`` is the least, over k, of
    ``cost[i, k] + cost[k, j] + d[i] d[k] d[j]``.

    Parameters
    ----------
    d : sequence of int
        Two sizes or more, 0 or larger: matrix i is d[i] by d[i+1].

    Returns
    -------
    int, str
        Of equally cheap orders, the one whose last product has the shortest first factor.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or if one is negative.

    Notes
    -----
    S. Godbole, On efficient computation of matrix chain products, IEEE Trans. Computers 22 (1973).

    Examples
    --------
    >>> chain_cost([10, 100, 5, 50])
    (7500, '((A0 A1) A2)')
    """
    d = as_counts(d, "d", least=0)
    if len(d) < 2:
        raise ValueError(f"d must be at least 2 sizes, rows and columns of a matrix, got {d}")

    n = len(d) - 1
    best = {(i, i + 1): (0, f"A{i}") for i in range(n)}
    for count in range(2, n + 1):
        for i in range(n - count + 1):
            j = i + count
            best[i, j] = min(
                (_joined(best[i, k], best[k, j], d[i] * d[k] * d[j]) for k in range(i + 1, j)),
                key=lambda order: order[0],
            )
    return best[0, n]


def c_strides(shape: Iterable[SupportsIndex], itemsize: SupportsIndex) -> tuple[int, ...]:
    """Return the strides of an array in C order: the last axis runs fastest.

    ``strides[k]`` is `itemsize` times the product of the lengths of all later axes. In an array
    without entries no step is ever taken, and NumPy may give other numbers.

    Parameters
    ----------
    shape : sequence of int
        Lengths of the axes, 0 or more; there may be none.
    itemsize : int
        Bytes of one entry.

    Returns
    -------
    tuple of int
        For each axis, how many bytes one step along it is.

    Examples
    --------
    >>> c_strides((2, 3, 4), 8)
    (96, 32, 8)
    """
    lengths = [as_count(n, "shape", 0) for n in as_sequence(shape, "shape")]
    step = as_count(itemsize, "itemsize")

    strides = []
    for n in reversed(lengths):
        strides.append(step)
        step *= n
    return tuple(reversed(strides))


def offset(index: Iterable[SupportsIndex], strides: Iterable[SupportsIndex]) -> int:
    """Return how many bytes behind the first entry an entry lies: the sum of index times stride.

    Parameters
    ----------
    index : sequence of int
        The place on each axis, 0 or more.
    strides : sequence of int
        Bytes of a step along each axis: negative where it runs backwards, 0 where it repeats.

    Raises
    ------
    ValueError
        If there is another number of strides than of indices, or if an index is negative.

    Examples
    --------
    >>> offset((1, 2), (24, 8)), offset((2,), (-8,))
    (40, -16)
    """
    places = [as_count(i, "index", 0) for i in as_sequence(index, "index")]
    steps = [as_count(s, "strides", -(2**63)) for s in as_sequence(strides, "strides")]
    if len(steps) != len(places):
        rule = f"strides must be {len(places)} integers, one for each index"
        raise ValueError(f"{rule}, got {len(steps)}")

    return sum(i * s for i, s in zip(places, steps, strict=True))


def intensity(
    m: SupportsIndex, n: SupportsIndex, p: SupportsIndex, itemsize: SupportsIndex
) -> Fraction:
    """Return operations per byte, ``2 m n p / (itemsize (m n + n p + m p))``, exactly.

    Each entry of the two factors is read once and each of the product is written once, and a
    multiplication with its addition counts as two operations.

    Parameters
    ----------
    m, n, p : int
        Sizes, 1 or more.
    itemsize : int
        Bytes of one entry.

    Examples
    --------
    >>> intensity(1, 1, 1, 8), intensity(1024, 1024, 1024, 4)
    (Fraction(1, 12), Fraction(512, 3))
    """
    m, n, p = as_count(m, "m"), as_count(n, "n"), as_count(p, "p")
    itemsize = as_count(itemsize, "itemsize")

    return Fraction(2 * m * n * p, itemsize * (m * n + n * p + m * p))


def _joined(left: tuple[int, str], right: tuple[int, str], last: int) -> tuple[int, str]:
    return left[0] + right[0] + last, f"({left[1]} {right[1]})"
