"""What a chapter says that it needs is what it needs."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from notebooks import needs

BOOK = "parts:\n- {folder: a, title: A, chapters: [one, two, three]}\n"
SAYS = {
    "one": "You need: nothing.",
    "two": "You need: [the first](one.ipynb#tc-01).",
    "three": "You need [the second](two.ipynb), and that is all.",
}


def chapter(says, label, uses=(), edition=1):
    cells = [
        new_markdown_cell(f"# A title\n\nYou will see.\n\n{says}"),
        new_markdown_cell(f"({label})=\n## A claim"),
        new_code_cell("# Fails if", metadata={"tags": [f"claim:{label}"], "uses": list(uses)}),
    ]
    return new_notebook(cells=cells, metadata={"edition": edition})


@pytest.fixture
def book(tmp_path):
    (tmp_path / "book.yml").write_text(BOOK)

    def problems(says=None, uses=("tc-01",), edition=1):
        says = SAYS | (says or {})
        notebooks = {
            "one": chapter(says["one"], "tc-01"),
            "two": chapter(says["two"], "tc-02", ["tc-01"]),
            "three": chapter(says["three"], "tc-03", uses, edition),
        }
        named = {f"chapters/a/{name}.ipynb": notebook for name, notebook in notebooks.items()}
        return list(needs.problems(tmp_path, named))

    return problems


def test_what_one_needs_is_needed_by_those_who_need_it(book):
    assert book() == []


def test_a_claim_that_is_used_must_be_needed(book):
    assert book({"three": "You need: nothing."}) == [
        "chapters/a/three.ipynb: 'You need' must link a/one: its checks use tc-01"
    ]


def test_what_comes_later_is_not_needed(book):
    assert book({"two": "You need [that](three.ipynb), and [this](one.ipynb)."}) == [
        "chapters/a/two.ipynb: 'You need' must link chapters that come before it, got a/three"
    ]


def test_a_chapter_without_the_words_is_named(book):
    assert book({"one": "Nothing is needed."}) == [
        "chapters/a/one.ipynb: its first cell must say 'You need …', in a paragraph of its own"
    ]


@pytest.mark.parametrize("said", ["About 40 minutes.", "About an hour.", "Half an hour."])
def test_the_second_edition_says_how_long_it_takes(book, said):
    rule = "'You need' must end with how long it takes, as in 'About 40 minutes.'"
    assert book(edition=2) == [f"chapters/a/three.ipynb: {rule}"]
    assert book({"three": f"{SAYS['three']} {said}"}, edition=2) == []


def test_claims_of_each_chapter_are_counted():
    a = chapter("You need: nothing.", "tc-01")
    b = chapter("You need: nothing.", "tc-02", ["tc-01", "tc-01"])
    assert needs.of_notebooks({"x/a": a, "x/b": b}) == {"x/a": {}, "x/b": {"x/a": ["tc-01"]}}
