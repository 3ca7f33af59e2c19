"""What students and instructors are given back: safe, accessible, readable on a phone."""

import pytest

from grader.course.report import write_pages
from grader.course.store import Store
from tests.browser import problems_of_accessibility

EVIL = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
LINE = {"points": 0, "out_of": 2, "title": EVIL, "answer": EVIL + "x" * 500, "message": EVIL}
RESULT = {
    "submission": EVIL,
    "student": EVIL,
    "student_id": "",
    "status": "graded",
    "master": "1",
    "points": 2,
    "out_of": 12,
    "exercises": {
        f"tc-0{number}": {**LINE, "status": status}
        for number, status in enumerate(
            ["passed", "wrong", "not-done", "timeout", "died", "infrastructure"]
        )
    },
}
UNREADABLE = {**RESULT, "submission": "b", "status": "unreadable", "message": EVIL, "exercises": {}}


@pytest.fixture
def written(tmp_path):
    store = Store(tmp_path)
    for result in (RESULT, UNREADABLE):
        store.write(result)
    return write_pages(store)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_given_back_is_safe_and_fits(page, written, scheme):
    assert len(written) == 3 + len(RESULT["exercises"])
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
