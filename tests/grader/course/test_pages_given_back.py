"""What students and instructors are given back: safe, accessible, readable on a phone."""

import dataclasses

import pytest

from grader.checks.messages import Line
from grader.course.report import write_pages
from grader.course.store import Kept, Store
from tests.browser import problems_of_accessibility

EVIL = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
LINE = Line(out_of=2, title=EVIL, answer=EVIL + "x" * 500, message=EVIL)
LINES = {
    f"tc-0{number}": dataclasses.replace(LINE, status=status)
    for number, status in enumerate(
        ["passed", "wrong", "not-done", "timeout", "died", "infrastructure"]
    )
}
RESULT = Kept("graded", master="1", exercises=LINES, submission=EVIL, student=EVIL)
UNREADABLE = Kept("unreadable", message=EVIL, submission="b", student=EVIL)


@pytest.fixture
def written(tmp_path):
    store = Store(tmp_path)
    for result in (RESULT, UNREADABLE):
        store.write(result)
    return write_pages(store)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_given_back_is_safe_and_fits(page, written, scheme):
    assert len(written) == 3 + len(LINES)
    for path in written:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": 375, "height": 740})
        page.goto(f"file://{path}")
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert "run" not in page.title().split("<")[0]
        assert page.locator("img, script").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        assert problems_of_accessibility(page) == []
    assert page.problems == []
