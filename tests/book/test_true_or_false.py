"""True or false? Sentences that the chapter has already, asked before they are answered."""

import pytest

from book.true_or_false import sentences
from notebooks.files import paths, read
from tests.browser import ROOT, open_page, problems_of_accessibility
from tests.notebooks.book_of_one import CELLS, text, write

PAGE = "chapters/toeplitz/geometry.html"
FALSE = '''from mathlib.falsehoods import false


@false("tc-01", "double")
def square(x):
    """The double is the square."""
    return x * x


@false("tc-01", "double")
def same(x):
    """Doubling changes nothing."""
    return x
'''
STATED = text(
    "(tc-01)=\n## Twice\n\nThe double of $x$ is\n$x + x$. It is even if $x$ is whole. So is $$4x.$$"
)
CAREFUL = text(':::{admonition} Careful: "a double is larger"\n:class: warning\nNot of $-1$.\n:::')
LINES = ["tc-01: The double", "tc-01: It is even", "square", "same", "Careful: a double"]


@pytest.fixture
def chapter(tmp_path):
    cells = [*CELLS[:4], STATED, CAREFUL, *CELLS[5:], text("## Later\n\nThe double bill.")]
    return write(tmp_path, cells, FALSE)


def test_each_line_names_a_sentence_that_stands_there(tmp_path, chapter):
    assert sentences(tmp_path, chapter, LINES) == [
        (True, "The double of $x$ is $x + x$.", "tc-01"),
        (True, "It is even if $x$ is whole.", "tc-01"),
        (False, "The double is the square.", "tc-01"),
        (False, "Doubling changes nothing.", "tc-01"),
        (False, "A double is larger.", "tc-01"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tc-01: The triple", "must name one sentence of the chapter, got 0"),
        ("tc-01: ", "must name one sentence of the chapter, got 4"),
        ("cube", "must name one sentence of the chapter, got 0"),
        ("tc-01: So is", "without displayed formulas"),
        ("tc-01: The double bill", "got 0"),
        ("", "it must name 5 sentences, 2 true and 2 false at least, got 1 and 3"),
    ],
)
def test_a_line_that_names_none_is_refused(tmp_path, chapter, line, said):
    with pytest.raises(ValueError, match=said):
        sentences(tmp_path, chapter, [line, *LINES[1:]])


def items(page):
    return page.locator(".true-or-false > li")


def answer(item, right):
    truth = item.get_attribute("data-true") == "true"
    name = "True" if truth == right else "False"
    item.get_by_role("button", name=name, exact=True).press("Enter")


def test_each_answer_leads_to_the_cell_and_wrong_ones_come_again(page):
    open_page(page, PAGE)
    listed = items(page)
    assert listed.count() == 5 and listed.locator("details:visible").count() == 0
    for at, item in enumerate(listed.all()):
        answer(item, right=at > 1)
    assert listed.locator("strong").all_inner_texts() == ["No. "] * 2 + ["Right. "] * 3
    said = page.locator(".true-or-false-said [role=status]")
    assert said.inner_text() == "3 of 5 right."
    assert problems_of_accessibility(page, within=".true-or-false, .true-or-false-said") == []
    page.get_by_role("button", name="Ask me those again").press("Enter")
    again = listed.filter(has=page.locator(".true-or-false-asked"))
    assert again.count() == 2
    for item in [listed.nth(3), listed.nth(4)]:
        answer(item, right=True)
    assert said.inner_text() == "5 of 5 right."
    assert not page.get_by_role("button", name="Ask me those again").is_visible()
    for link in listed.locator("a[href^='#check-']").all():
        target = page.locator(link.get_attribute("href"))
        assert target.count() == 1
        link.press("Enter")
        assert target.is_visible()


def test_without_javascript_the_answers_are_folded_below_the_sentences(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    first = items(page).first
    assert not first.locator("details p").is_visible()
    first.locator("summary").click()
    assert first.locator("details p").is_visible()
    context.close()


@pytest.mark.parametrize("path", paths(ROOT, "chapters"), ids=lambda path: path.stem)
def test_every_such_list_names_what_is_there(path):
    for cell in read(path).cells:
        _, found, body = cell.source.partition("```{true-or-false}\n")
        if found:
            assert len(sentences(ROOT, path, body.partition("```")[0].splitlines())) == 5
