"""What a page folds opens by keyboard, by a link into it and in print; live code in it runs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from book.serve import served
from notebooks import sources
from notebooks.files import as_text, normal_form
from tests.browser import ROOT, open_page, problems_of_accessibility

NAME = "mathlib.toeplitz.convolution.correlate"
TEXT = """# 1.1 Folds

You will fold. [To the proof](#the-end-of-it).

<aside class="margin">

A note with $x$.

</aside>

<details>
<summary>Proof</summary>

Because $1 + 1 = 2$.

(the-end-of-it)=
It ends.

</details>"""
CELLS = [
    nbformat.v4.new_markdown_cell(TEXT),
    nbformat.v4.new_code_cell("a = 3", metadata={"tags": ["live", "hide-input"]}),
    nbformat.v4.new_code_cell(
        "print(a + 1)  # correlate", metadata={"tags": ["live"], "source": [NAME]}
    ),
]


@pytest.fixture(scope="module")
def small_book(browser, tmp_path_factory):
    """The address of a book of one page, which uses every kind of fold."""
    root = tmp_path_factory.mktemp("book")
    chapter = root / "chapters/linalg/folds.ipynb"
    chapter.parent.mkdir(parents=True)
    chapter.write_text(as_text(normal_form(nbformat.v4.new_notebook(cells=CELLS))))
    for name in ("references.bib", "notation.md"):
        shutil.copy(ROOT / name, root)
    (root / "mathlib").symlink_to(ROOT / "mathlib")
    (root / "book").symlink_to(ROOT / "book")
    (root / "book.yml").write_text("parts:\n- {folder: linalg, title: A, chapters: [folds]}\n")
    (root / "_toc.yml").write_text("format: jb-book\nroot: chapters/linalg/folds\n")
    command = [Path(sys.executable).with_name("jupyter-book"), "build", root]
    command += ["--config", ROOT / "_config.yml"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    html = root / "_build/html"
    assert (html / "chapters/linalg/folds.html").is_file(), made.stderr
    with served(html) as address:
        yield f"{address}/chapters/linalg/folds.html"


def test_plumbing_is_a_line_that_opens_and_its_code_runs(page, small_book):
    open_page(page, small_book)
    fold = page.locator("details.code-fold").first
    assert fold.inner_text() == "code"
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert fold.locator(".live-editor").is_visible()
    page.keyboard.press("Enter")
    page.locator("button[aria-label^='Run: cell 2']").click()  # it needs the folded cell
    page.locator(".live-text").wait_for()
    assert page.locator(".live-text").inner_text().strip() == "4"
    assert not fold.locator(".live-editor").is_visible()


def test_a_source_is_what_the_file_says(page, small_book):
    open_page(page, small_book)
    fold = page.locator("details.code-fold").last
    assert fold.inner_text() == "mathlib: correlate"
    fold.locator("summary").click()
    shown = fold.locator("pre").inner_text().strip()
    assert shown == sources.definition(ROOT, NAME)
    assert shown.splitlines()[-1] in (ROOT / "mathlib/toeplitz/convolution.py").read_text("utf-8")


def test_a_link_into_a_fold_opens_it(page, small_book):
    open_page(page, small_book)
    proof = page.locator("details:has-text('It ends')")
    assert not proof.locator("text=It ends").is_visible()
    page.locator("a:has-text('To the proof')").click()
    proof.locator("text=It ends").wait_for()
    proof.locator("summary").click()
    page.locator("a:has-text('To the proof')").click()  # the address stays the same
    proof.locator("text=It ends").wait_for()


def test_print_opens_every_fold_with_and_without_scripts(page, small_book):
    open_page(page, small_book)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0
    page.emulate_media(media="print")  # by style alone
    box = page.locator("text=It ends").bounding_box()
    assert box and box["height"] > 10


def test_a_note_stands_in_the_margin_or_in_the_text(page, small_book):
    open_page(page, small_book)
    note, text = page.locator("aside.margin"), page.locator("article p").first
    assert note.bounding_box()["x"] > text.bounding_box()["x"] + text.bounding_box()["width"]
    page.set_viewport_size({"width": 375, "height": 740})
    assert abs(note.bounding_box()["x"] - text.bounding_box()["x"]) < 20
    assert note.bounding_box()["width"] > 300


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_folds_are_accessible_open_and_shut(page, small_book, theme):
    page.emulate_media(color_scheme=theme)
    open_page(page, small_book)
    page.add_style_tag(content="* { transition: none !important; }")
    assert problems_of_accessibility(page, within="article") == []
    page.evaluate("document.querySelectorAll('article details').forEach(d => { d.open = true; })")
    assert problems_of_accessibility(page, within="article") == []


def test_the_docstring_of_a_source_is_its_first_line(tmp_path):
    (tmp_path / "mathlib").mkdir()
    (tmp_path / "mathlib/m.py").write_text(
        'A = 1\n\n\n@wraps\ndef f(x):\n    """Return x.\n\n    More.\n    """\n    return x\n\n\n'
        "def g():\n    return 1\n"
    )
    assert sources.definition(tmp_path, "mathlib.m.f") == (
        '@wraps\ndef f(x):\n    """Return x."""\n    return x'
    )
    assert sources.definition(tmp_path, "mathlib.m.g") == "def g():\n    return 1"
    for name in ("mathlib.m.A", "mathlib.none.f", "numpy.dot", "f"):
        line = f"a source must be a function or a class of mathlib, got {re.escape(name)}"
        with pytest.raises(LookupError, match=line):
            sources.definition(tmp_path, name)
