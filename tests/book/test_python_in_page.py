"""Python in the page: run, check, stop, keep, export, and hand in what was exported."""

import json

from grader.checks.grade import Settings, grade
from notebooks import exercises as master
from notebooks.files import as_text, read, tags
from tests.browser import HTML, PATIENT, ROOT, pages

CHAPTER = "chapters/toeplitz/local_weights.html"
EXERCISES = "exercises/toeplitz/local_weights.html"
MASTERS = {"1": read(ROOT / "solutions/toeplitz/local_weights.ipynb")}
ASKED = len(master.exercises(MASTERS["1"]))
WRONG = "def longest_signal(memory, b):\n    return int((memory / b) ** 0.5)"


def open_page(page, name=EXERCISES):
    page.goto(name)
    page.wait_for_selector("html[data-cells]")


def cell(page, kind, id):
    return page.locator(f".cell.tag_{kind}.exercise-{id}")


def put(page, cell, code):
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(code)


def press(cell, name):
    cell.get_by_role("button", name=name).click()


def run(page, cell):
    """Run a cell, wait for its end, and return what it says."""
    press(cell, "Run")
    page.wait_for_function(
        "c => c.querySelector('button').disabled === false",
        arg=cell.element_handle(),
        timeout=PATIENT,
    )
    return cell.locator(".live-status").inner_text(), cell.locator(
        ".live-output"
    ).inner_text().strip()


def solution(id):
    source = master.exercises(MASTERS["1"])[id].answer.source
    return "\n".join(line for line in source.splitlines() if "###" not in line)


def test_a_live_cell_of_a_chapter_runs_those_above_and_prints_what_is_stored(page):
    open_page(page, CHAPTER)
    cells = page.locator(".cell.tag_live")
    assert cells.count() > 5
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    run(page, cells.last)
    for cell in cells.all():
        assert cell.get_attribute("data-outcome") == "passed"
        stored = " ".join(cell.locator(".live-stored pre").all_text_contents())
        assert cell.locator(".live-output").text_content().split() == stored.split()
    assert page.problems == []


def test_an_exercise_is_solved_wrongly_first_then_exported_and_graded(page, tmp_path):
    open_page(page)
    answer, check = cell(page, "answer", "tc-01"), cell(page, "check", "tc-01")
    assert run(page, check) == ("not done yet", "not done yet")
    put(page, answer, WRONG)
    status, output = run(page, check)
    assert status == "not yet" and "the last digits are lost: hint 3" in output
    for id in ("tc-01", "tc-02", "tc-05"):
        put(page, cell(page, "answer", id), solution(id))
        status, output = run(page, cell(page, "check", id))
        assert (status, output) == ("passed", f"{id.upper()}: passed")
    assert page.locator(".live-progress").inner_text() == f"3 of {ASKED} passed"
    assert page.locator(".passed-count").inner_text() == f"3 of {ASKED} passed"

    with page.expect_download() as download:
        page.get_by_role("button", name="Export my answers").click()
    assert download.value.suggested_filename == "local_weights.ipynb"
    path = tmp_path / "exported.ipynb"
    download.value.save_as(path)
    masters = {name: as_text(notebook) for name, notebook in MASTERS.items()}
    result = grade(path.read_bytes(), masters, b"secret", Settings())
    statuses = {id: line.status for id, line in result.exercises.items()}
    solved = {"tc-01", "tc-02", "tc-05"}
    asked = master.exercises(MASTERS["1"])
    assert statuses == {id: "passed" if id in solved else "not-done" for id in asked}
    assert page.problems == []


def test_the_first_run_says_how_much_is_loaded(page):
    open_page(page)
    said = cell(page, "check", "tc-01").locator(".live-status")
    page.evaluate(
        """() => { globalThis.said = [];
        new MutationObserver(() => said.push(document.querySelector(
          '.cell.tag_check.exercise-tc-01 .live-status').textContent))
        .observe(document.querySelector('article'), {subtree: true, childList: true, characterData: true}); }"""
    )
    run(page, cell(page, "check", "tc-01"))
    amounts = [text for text in page.evaluate("said") if "loading Python:" in text]
    assert len(amounts) > 3 and amounts[-1] != amounts[0]
    assert said.inner_text() == "not done yet"


def test_what_was_typed_and_passed_is_kept_and_can_be_cleared(page):
    open_page(page)
    put(page, cell(page, "answer", "tc-01"), solution("tc-01"))
    run(page, cell(page, "check", "tc-01"))
    page.reload()
    page.wait_for_selector("html[data-cells]")
    assert "math.isqrt" in cell(page, "answer", "tc-01").locator(".cm-content").inner_text()
    assert page.locator(".live-progress").inner_text() == f"1 of {ASKED} passed"
    assert page.locator("section.exercise-passed").count() == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear everything").click()
    assert "not done yet" in cell(page, "answer", "tc-01").locator(".cm-content").inner_text()
    page.reload()
    page.wait_for_selector("html[data-cells]")
    assert page.locator(".live-progress").inner_text() == f"0 of {ASKED} passed"
    assert (
        page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('show-your-work'))") == []
    )


def test_a_check_that_fails_later_takes_the_tick_back(page):
    open_page(page)
    put(page, cell(page, "answer", "tc-01"), solution("tc-01"))
    run(page, cell(page, "check", "tc-01"))
    put(page, cell(page, "answer", "tc-01"), WRONG)
    run(page, cell(page, "check", "tc-01"))
    assert page.locator(".live-progress").inner_text() == f"0 of {ASKED} passed"


def test_an_endless_loop_is_stopped_and_python_starts_anew(page):
    open_page(page)
    answer, check = cell(page, "answer", "tc-01"), cell(page, "check", "tc-01")
    put(page, answer, "while True:\n    print('again')")
    press(check, "Run")
    answer.locator(".live-text").wait_for(timeout=PATIENT)
    press(check, "Stop")
    assert answer.locator(".live-status").inner_text().startswith("stopped")
    assert len(answer.locator(".live-output").inner_text()) < 101_000
    put(page, answer, solution("tc-01"))
    assert run(page, check)[0] == "passed"


def test_python_is_stopped_while_it_starts(page):
    open_page(page)
    answer, check = cell(page, "answer", "tc-01"), cell(page, "check", "tc-01")
    press(check, "Run")
    press(check, "Stop")
    assert check.locator(".live-status").inner_text().startswith("stopped")
    put(page, answer, solution("tc-01"))
    assert run(page, check)[0] == "passed"


def test_a_traceback_shows_the_readers_lines_only(page):
    open_page(page)
    answer, check = cell(page, "answer", "tc-01"), cell(page, "check", "tc-01")
    put(page, answer, "def longest_signal(memory, b):\n    return memory / 0")
    status, output = run(page, check)
    assert status == "error" and output.startswith("It divides by zero. The line: return memory")
    output = check.locator(".told details pre").text_content()
    assert output.strip().endswith("ZeroDivisionError: division by zero")
    assert output.count("File") == 2 and "<answer tc-01>" in output and "<check tc-01>" in output
    put(page, answer, "def longest_signal(:")
    status, output = run(page, check)
    assert status == "a cell above did not run: see there" and output == ""
    assert "This is no Python" in answer.locator(".live-output").inner_text()


def test_a_worker_that_dies_is_replaced(page):
    open_page(page)
    answer, check = cell(page, "answer", "tc-01"), cell(page, "check", "tc-01")
    put(
        page,
        answer,
        'import js\njs.postMessage(js.JSON.parse(\'{"type": "died", "message": "gone"}\'))',
    )
    run(page, check)
    assert "The next Run starts a new one." in answer.locator(".live-output").inner_text()
    put(page, answer, solution("tc-01"))
    assert run(page, check)[0] == "passed"


def test_what_was_made_from_an_edited_cell_is_made_anew(page):
    open_page(page)
    setup = page.locator(".cell.tag_live").first
    answer, check = cell(page, "answer", "tc-01"), cell(page, "check", "tc-01")
    put(page, setup, "three = 3")
    put(page, answer, "four = three + 1")
    put(page, check, "print(four + 1)")
    assert run(page, check)[1] == "5"
    put(page, setup, "three = 10")
    run(page, setup)
    assert run(page, check)[1] == "12"


def test_matplotlib_draws_and_reset_brings_the_cell_back(page):
    open_page(page)
    answer = cell(page, "answer", "tc-01")
    put(page, answer, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nnp.arange(3)")
    status, output = run(page, answer)
    assert status == "done" and "array([0, 1, 2])" in output and "Warning" not in output
    assert answer.locator(".live-picture svg").count() == 1
    press(answer, "Reset")
    assert "not done yet" in answer.locator(".cm-content").inner_text()
    assert answer.locator(".live-picture").count() == 0


def test_storage_that_is_forbidden_costs_nothing_but_memory(browser, site):
    context = browser.new_context(base_url=site)
    context.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem'])"
        "Storage.prototype[name] = () => { throw new DOMException('forbidden', 'SecurityError'); };"
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(error.stack or ""))
    open_page(page)
    put(page, cell(page, "answer", "tc-01"), solution("tc-01"))
    assert run(page, cell(page, "check", "tc-01"))[0] == "passed"
    assert page.locator(".live-progress").inner_text() == f"1 of {ASKED} passed"
    assert [stack for stack in errors if "book.js" in stack or "/python/" in stack] == []
    context.close()


def test_a_wheel_with_another_hash_is_refused(page):
    wheel = next(path.name for path in (HTML / "_static/python").glob("numpy-*.whl"))
    data = bytearray((HTML / "_static/python" / wheel).read_bytes())
    data[-1] ^= 1
    page.route(f"**/{wheel}", lambda route: route.fulfill(body=bytes(data)))
    open_page(page)
    status, _ = run(page, cell(page, "check", "tc-01"))
    assert status != "passed"
    assert page.locator(".cell.tag_live[data-outcome=passed]").count() == 0


def test_a_file_that_is_missing_is_said_in_the_cell(page):
    page.route("**/pyodide.asm.wasm", lambda route: route.abort())
    open_page(page)
    status, output = run(page, cell(page, "check", "tc-01"))
    assert status == "error" and output.startswith("Python could not start")


def test_opened_as_a_file_the_cell_says_what_to_do(browser):
    page = browser.new_page()
    open_page(page, (HTML / EXERCISES).as_uri())
    status, output = run(page, cell(page, "check", "tc-01"))
    assert status == "error" and "make serve" in output
    page.close()


def test_the_site_serves_every_package_of_its_lock(site):
    lock = json.loads((HTML / "_static/python/pyodide-lock.json").read_text())
    for package in lock["packages"].values():
        name = package["file_name"]
        assert name.startswith("https://") or (HTML / "_static/python" / name).is_file(), name


def test_the_page_offers_only_what_is_handed_out(site):
    for name in pages():
        if name.startswith("exercises/"):
            notebook = read(HTML / "_sources" / name.replace(".html", ".ipynb"))
            assert not any({*master.KEPT_BACK} & {*tags(cell)} for cell in notebook.cells)
