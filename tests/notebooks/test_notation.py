"""A letter that a page displays has one meaning, and the table says it."""

import pytest

from notebooks import notation
from tests.notebooks import book_of_one as book

TABLE = "| letter | meaning | pages |\n|---|---|---|\n"
X = "| $x$, $x_i$ | a number | |\n"
I = "| $i$ | an index | |\n"  # noqa: E741


def said(root, table):
    return list(notation.problems(root, [book.write(root, notation=table)]))


@pytest.mark.parametrize(
    ("tex", "found"),
    [
        (r"\hat x_i = \tilde{y}", ["x", "i", "y"]),
        (r"\mathbf 1^\top \boldsymbol{\mu}", [r"\mathbf 1", r"\boldsymbol \mu"]),
        (r"\mathrm e^{\mathrm{i}\pi} = \operatorname{lse}(o)", [r"\pi", "o"]),
        (r"\begin{gathered} a \\ \text{for all } b \end{gathered}", ["a", "b"]),
        (r"\lVert x\rVert \le \max_j \log n", ["x", "j", "n"]),
    ],
)
def test_letters_of_a_formula(tex, found):
    assert notation.symbols(tex) == found


def test_what_stands_in_code_or_costs_dollars_is_no_formula():
    assert notation.formulas("`$a$` and $b$\n\n```\n$c$\n```\n\n$$\nd\n$$") == ["b", "\nd\n"]


@pytest.mark.parametrize("heading", ["Everywhere", "Linear algebra"])
def test_a_letter_in_the_table_of_its_part_or_of_all_is_explained(tmp_path, heading):
    assert said(tmp_path, f"## {heading}\n\n{TABLE}{X}") == []


def test_a_letter_of_another_part_is_not(tmp_path):
    [line] = said(tmp_path, f"## Calculus\n\n{TABLE}{X}")
    assert line.startswith("chapters/linalg/one.ipynb: cell ")
    assert line.endswith("$x$ must stand in notation.md under 'Linear algebra'")


def test_a_letter_with_two_meanings_on_a_page_is_named(tmp_path):
    twice = f"## Everywhere\n\n{TABLE}{X}\n## Linear algebra\n\n{TABLE}| $x$ | a face | one |\n"
    [line] = said(tmp_path, twice)
    assert "must mean one thing, got 'a number' and 'a face'" in line
    assert said(tmp_path, twice.replace("| one |", "| two |")) == []
