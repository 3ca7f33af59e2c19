"""Every claim of the book is proved by its falsehoods, and a falsehood that proves nothing is named."""

from pathlib import Path

import pytest

from notebooks import falsehoods
from notebooks.files import paths
from tests.notebooks import book_of_one as book

ROOT = Path(__file__).parents[2]

HEAD = "from mathlib.falsehoods import false\n"
GOOD = '''
@false("tc-01", "double", shown="double(1)")
def squared(x):
    """To double is to square."""
    return x * x

@false("tc-01", "double")
def one_more(x):
    """To double is to add one."""
    return x + 1
'''


@pytest.mark.parametrize("chapter", paths(ROOT, "chapters"), ids=lambda path: path.stem)
def test_every_falsehood_turns_the_check_of_its_claim_red(chapter):
    assert list(falsehoods.problems(ROOT, chapter)) == []


def said(root, source):
    return list(falsehoods.problems(root, book.write(root, falsehoods=HEAD + source)))


def test_two_that_turn_it_red_are_enough(tmp_path):
    assert said(tmp_path, GOOD) == []


FALSE = "falsehoods/linalg/one.py: tc-01: wrong: "
ONE = '@false("{claim}", "{name}"{more})\ndef wrong(x):\n    {said}\n    return {value}\n'


def one(claim="tc-01", name="double", more="", said='"""What one believes."""', value="x"):
    return GOOD + ONE.format(claim=claim, name=name, more=more, said=said, value=value)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("", "falsehoods/linalg/one.py: tc-01: must have at least 2 falsehoods, got 0"),
        (one(value="x + x"), f"{FALSE}must turn the check red, got green with seed 0"),
        (one(value="y"), f"{FALSE}must fail by an assertion, got NameError: name 'y' is not"),
        (one(value="asserted(x)"), f"{FALSE}must fail by an assertion, got NameError"),
        (one(name="triple"), f"{FALSE}must be of a name in the check, got triple"),
        (one(said="pass"), f"{FALSE}must have a docstring: what a person might believe"),
        (one(more=', shown="double(0)"', value="3 * x"), f"{FALSE}must change double(0), got 0"),
        (one(more=', shown="treble(0)"'), f"{FALSE}what it shows must have a value, got NameError"),
        (one("tc-09"), "falsehoods/linalg/one.py: tc-09: wrong: must be of a claim that its chap"),
        ("def", "falsehoods/linalg/one.py: must be Python that runs, got SyntaxError"),
        (
            GOOD + "\n1 / 0",
            "falsehoods/linalg/one.py: must be Python that runs, got ZeroDivisionError",
        ),
    ],
)
def test_one_that_proves_nothing_is_named(tmp_path, source, line):
    lines = said(tmp_path, source)
    assert len(lines) == 1 and lines[0].startswith(line), lines


def test_an_assertion_inside_the_false_function_is_an_accident(tmp_path):
    source = GOOD + (
        '@false("tc-01", "double")\ndef wrong(x):\n    """So one believes."""\n    assert x > 99\n'
    )
    assert said(tmp_path, source) == [f"{FALSE}must fail by an assertion, got AssertionError: "]


def test_one_check_of_several_is_enough(tmp_path):
    second = book.code("# Fails if it is odd.\nassert double(1) % 2 == 0\ndouble(1)", "claim:tc-01")
    chapter = book.write(tmp_path, [*book.CELLS, second], falsehoods=HEAD + GOOD)
    assert list(falsehoods.problems(tmp_path, chapter)) == []
