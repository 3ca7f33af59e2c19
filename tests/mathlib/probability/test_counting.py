import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathlib.probability.counting import MOST_FACTORS, combinations, permutations

small = st.integers(0, 7)
sizes = st.integers(0, 400)


@given(n=small, r=small)
def test_they_count_what_a_list_of_all_selections_holds(n, r):
    ordered = [s for s in itertools.product(range(n), repeat=r) if len(set(s)) == r]
    assert permutations(n, r) == len(ordered)
    assert combinations(n, r) == len({frozenset(s) for s in ordered})


@given(n=sizes, r=sizes)
def test_they_are_pythons_own_at_any_size(n, r):
    assert permutations(n, r) == math.perm(n, r)
    assert combinations(n, r) == math.comb(n, r)


@given(n=st.integers(1, 200), r=st.integers(1, 200))
def test_pascal_symmetry_and_the_orders_of_a_subset(n, r):
    assert combinations(n, r) == combinations(n - 1, r - 1) + combinations(n - 1, r)
    assert permutations(n, r) == combinations(n, r) * permutations(r, r)
    if r <= n:
        assert combinations(n, r) == combinations(n, n - r)


@pytest.mark.parametrize("n", [0, 1, 2, 9, 64])
def test_all_subsets_are_two_to_the_n(n):
    assert sum(combinations(n, r) for r in range(n + 3)) == 2**n


def test_by_hand():
    assert [permutations(4, r) for r in range(6)] == [1, 4, 12, 24, 24, 0]
    assert [combinations(4, r) for r in range(6)] == [1, 4, 6, 4, 1, 0]
    assert permutations(0, 0) == combinations(0, 0) == 1
    assert permutations(10**400, 2) == 10**800 - 10**400
    assert combinations(10**12, 10**12 - 1) == 10**12  # one is left out: one factor
    assert combinations(2**70, 2**70) == 1
    assert type(permutations(True, 1)) is int
    assert combinations(MOST_FACTORS + 1, 1) == MOST_FACTORS + 1
    assert permutations(2, MOST_FACTORS + 9) == 0


@pytest.mark.parametrize("count", [permutations, combinations])
def test_other_numbers_are_refused(count):
    with pytest.raises(ValueError, match="n must be at least 0, got -1"):
        count(-1, 0)
    with pytest.raises(ValueError, match="r must be at least 0, got -2"):
        count(3, -2)
    with pytest.raises(TypeError, match=r"r must be an integer, got 2\.0"):
        count(3, 2.0)


def test_products_without_end_are_refused():
    with pytest.raises(ValueError, match="r must ask for at most 65536 factors, got 65537"):
        permutations(10**6, MOST_FACTORS + 1)
    with pytest.raises(ValueError, match=r"^r must .* got 999000, which makes 65537"):
        combinations(999000 + MOST_FACTORS + 1, 999000)
    assert permutations(MOST_FACTORS, MOST_FACTORS) == math.factorial(MOST_FACTORS)
