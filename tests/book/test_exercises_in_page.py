"""An exercise in the page: what a failed check tells, and what a pass opens.

The exercises stand on a page of the shape that Sphinx writes, with what the book keeps of it.
"""

import pytest

from book import exercise_data
from notebooks import exercises as master
from notebooks.files import paths, read
from tests.book.test_python_in_page import cell, open_page, press, put, run
from tests.browser import HTML, ROOT, problems_of_accessibility, readout

PAGE = "exercises/toeplitz/one_dimension.html"
NOTEBOOK = read(ROOT / "solutions/toeplitz/one_dimension.ipynb")
KNOWN = master.exercises(NOTEBOOK)
WRONG = "def undo(y, k):\n    return np.asarray(y[:2]) / 2.0"


def mistake(id, slug):
    """The code of a known mistake, under the name that is asked for, and its sentence."""
    each = KNOWN[id]
    name = f"{each.name}__{slug}"
    source = "\n\n".join(c.source for c in each.mistakes).replace(name, each.name)
    at = each.mistake_names().index(name)
    return source, exercise_data.sentences(each)[at]


def solution(id):
    return exercise_data.reference(KNOWN[id])


def test_a_failed_check_shows_call_value_and_wanted_with_marks(page):
    open_page(page, PAGE)
    put(page, cell(page, "answer", "tc-08"), WRONG)
    check = cell(page, "check", "tc-08")
    status, output = run(page, check)
    assert status == "not yet" and "undo([1, 3, 2], [1, 1])" in output
    got, wanted = check.locator(".told-table").all()
    assert got.locator("mark").all_text_contents() == ["0.5", "1.5"]
    assert wanted.locator("mark").all_text_contents() == ["1", "2"]
    assert "2 of 2 entries differ" in output and check.locator(".told-mistake").count() == 0
    assert page.problems == []
    assert problems_of_accessibility(page, within=".exercise-tc-08") == []


def test_a_known_mistake_is_told_by_its_sentence(page):
    open_page(page, PAGE)
    for slug in ("toeplitz_is_enough", "reversed"):
        source, sentence = mistake("tc-06", slug)
        put(page, cell(page, "answer", "tc-06"), source)
        status, _ = run(page, cell(page, "check", "tc-06"))
        told = cell(page, "check", "tc-06").locator(".told-mistake").inner_text()
        assert status == "not yet" and " ".join(told.split()) == sentence.replace("`", "")
    assert page.problems == []


def test_a_pass_opens_why_the_reference_the_other_mistakes_and_the_way_on(page):
    open_page(page, PAGE)
    answer, check = cell(page, "answer", "tc-06"), cell(page, "check", "tc-06")
    source, sentence = mistake("tc-06", "toeplitz_is_enough")
    put(page, answer, source)
    run(page, check)
    assert page.locator(".after-pass").count() == 0
    put(page, answer, solution("tc-06"))
    assert run(page, check)[0] == "passed"
    check.locator(".after-both").wait_for()
    assert check.locator(".after-why .katex").count() > 0
    mine, reference = check.locator(".after-both pre").all_text_contents()
    assert reference.strip() == solution("tc-06").strip() == mine.strip()
    others = check.locator(".after-body li").all_text_contents()
    assert len(others) == len(KNOWN["tc-06"].mistake_names()) - 1
    assert sentence.replace("`", "") not in others
    assert check.locator(".after-next").get_attribute("href") == "#ex-tc-07a"
    assert page.problems == []
    assert problems_of_accessibility(page, within=".exercise-tc-06") == []
    page.reload()
    page.wait_for_selector("html[data-cells]")
    fold = cell(page, "check", "tc-06").locator(".after-pass summary")
    assert page.locator(".after-body *").count() == 0
    fold.press("Enter")
    page.locator(".after-both").wait_for()


def test_what_is_kept_is_asked_for_only_when_it_is_needed(page):
    asked = []
    page.on("request", lambda r: asked.append(r.url) if "_static/exercises/" in r.url else None)
    open_page(page, PAGE)
    run(page, cell(page, "check", "tc-06"))
    assert asked == []
    put(page, cell(page, "answer", "tc-08"), WRONG)
    run(page, cell(page, "check", "tc-08"))
    assert len(asked) == 1


def test_without_what_is_kept_the_check_still_tells_and_leads_on(page):
    """As in the build for a class."""
    page.add_init_script("Object.defineProperty(globalThis, 'bookExerciseData', {set() {}});")
    open_page(page, PAGE)
    put(page, cell(page, "answer", "tc-08"), WRONG)
    assert "undo([1, 3, 2], [1, 1])" in run(page, cell(page, "check", "tc-08"))[1]
    put(page, cell(page, "answer", "tc-06"), solution("tc-06"))
    assert run(page, cell(page, "check", "tc-06"))[0] == "passed"
    assert page.locator(".after-pass details").count() == 0
    assert page.locator(".after-next").inner_text().startswith("Next: TC-07A")
    assert page.problems == []


def test_opened_as_a_file_the_fold_says_what_to_do(browser):
    page = browser.new_page()
    address = (HTML / PAGE).as_uri()
    page.goto(address)
    page.evaluate("localStorage.setItem('show-your-work:passed', '{\"tc-06\": true}')")
    open_page(page, address)
    page.locator(".after-pass summary").click()
    page.locator(".after-body p").wait_for()
    assert "make serve" in page.locator(".after-body").inner_text()
    page.close()


@pytest.mark.parametrize("path", paths(ROOT, "solutions"), ids=lambda path: path.stem)
def test_every_exercise_has_a_sentence_for_each_mistake(path):
    for each in master.exercises(read(path)).values():
        told = exercise_data.sentences(each)
        assert len(told) == len(each.mistake_names()) >= 1 and all(told)
        assert "###" not in exercise_data.reference(each)


def test_the_readers_function_is_drawn_beside_the_reference(page):
    open_page(page, "exercises/toeplitz/local_weights.html")
    check = cell(page, "check", "tc-02")
    put(page, cell(page, "answer", "tc-02"), "def layers_to_see(n, K):\n    return -(-n // K)")
    assert run(page, check)[0] == "not yet"
    press(check, "Draw your function")
    host = check.locator(".own-figure .fig-host[data-live]")
    host.wait_for()
    said = check.locator(".own-figure-said").inner_text()
    assert said == "They part at n = 1 and K = 2: the reference is 0, yours is 1."
    assert host.locator("path.fig-line").count() == 2
    assert "yours 1" in readout(host) and "reference 0" in readout(host)
    assert page.problems == []
    assert problems_of_accessibility(page, within=".exercise-tc-02") == []
