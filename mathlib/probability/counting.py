"""Counting: in how many ways r of n things can be chosen, in order or not.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``n``                   how many different things there are
``r``                   how many of them are taken, none of them twice
======================  =====================================================

Every count is an exact integer of Python, which has as many digits as it needs.
"""

from typing import SupportsIndex

from mathlib._arrays import as_count

MOST_FACTORS = 1 << 16  # more would take minutes


def permutations(n: SupportsIndex, r: SupportsIndex) -> int:
    """Return in how many orders `r` of `n` things can be taken: ``n (n-1) ... (n-r+1)``.

    Parameters
    ----------
    n, r : int
        At least 0.

    Returns
    -------
    int
        Exact: ``n! / (n-r)!`` without the factors that cancel; 1 for ``r = 0``, 0 for ``r > n``.

    Raises
    ------
    TypeError
        If `n` or `r` is not an integer.
    ValueError
        If one of them is negative, or if more than 65536 factors would have to be multiplied.

    Examples
    --------
    >>> permutations(4, 2), permutations(3, 3), permutations(3, 0), permutations(3, 4)
    (12, 6, 1, 0)
    """
    n, r = as_count(n, "n", 0), as_count(r, "r", 0)
    if r > n:
        return 0
    _refuse_long_product(r, "r", r)

    count = 1
    for i in range(r):
        count *= n - i
    return count


def combinations(n: SupportsIndex, r: SupportsIndex) -> int:
    """Return how many subsets of `r` things `n` things have: ``n! / (r! (n-r)!)``.

    After each factor what cancels is cancelled, so no number is much larger than the result.

    Parameters
    ----------
    n, r : int
        At least 0.

    Returns
    -------
    int
        Exact; 1 for ``r = 0`` and ``r = n``, 0 for ``r > n``.

    Raises
    ------
    TypeError
        If `n` or `r` is not an integer.
    ValueError
        If one of them is negative, or if more than 65536 factors would have to be multiplied.

    Examples
    --------
    >>> combinations(4, 2), combinations(3, 3), combinations(3, 0), combinations(3, 4)
    (6, 1, 1, 0)
    >>> len(str(combinations(1000, 500)))
    300
    """
    n, r = as_count(n, "n", 0), as_count(r, "r", 0)
    if r > n:
        return 0
    fewer = min(r, n - r)  # as many ways to choose what is left out
    _refuse_long_product(fewer, "r", r)

    count = 1
    for i in range(fewer):
        count = count * (n - i) // (i + 1)  # exact: now it is the count for i + 1
    return count


def _refuse_long_product(factors: int, name: str, value: int) -> None:
    if factors > MOST_FACTORS:
        raise ValueError(
            f"{name} must ask for at most {MOST_FACTORS} factors, got {value}, "
            f"which makes {factors}"
        )
