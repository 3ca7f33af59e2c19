"""The order of the book stands in one list; what follows from it is written, and held equal."""

import shutil
from pathlib import Path

import pytest
import yaml

from book.pages import toc_entries
from notebooks import order, toc
from notebooks.files import as_text, paths, read

ROOT = Path(__file__).parents[2]


@pytest.fixture
def book(tmp_path):
    for name in ("book.yml", "_toc.yml", "chapters", "exercises", "solutions"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(book, old, new):
    path = book / "book.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_book_is_in_its_order():
    assert list(toc.problems(ROOT)) == []
    numbers = list(order.chapters(ROOT).values())
    in_order = sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    assert numbers == in_order and {"1.10", "2.1"} <= set(numbers)


def test_every_notebook_is_in_the_table_of_contents():
    entries = toc_entries(yaml.safe_load(toc.table_of_contents(ROOT)))
    every = [
        path.relative_to(ROOT).with_suffix("").as_posix()
        for folder in ("chapters", "exercises", "solutions")
        for path in paths(ROOT, folder)
    ]
    assert sorted(e for e in entries if "/" in e) == sorted(every)


def test_a_new_order_renumbers_titles_and_keeps_addresses(book):
    before = [path.name for path in paths(book, "chapters") if path.parent.name == "toeplitz"]
    change(book, "  - local_weights\n  - one_dimension\n", "  - one_dimension\n  - local_weights\n")
    assert any("chapters/toeplitz/local_weights.ipynb: its title must" in line
               for line in toc.problems(book))  # fmt: skip
    toc.write(book)
    assert list(toc.problems(book)) == []
    title = read(book / "chapters/toeplitz/local_weights.ipynb").cells[0].source
    assert title.startswith("# 2.2 How a dense layer")
    solved = read(book / "solutions/toeplitz/local_weights.ipynb").cells[0].source
    assert solved.startswith("# Solutions to 2.2: how")
    after = [path.name for path in paths(book, "chapters") if path.parent.name == "toeplitz"]
    assert after == [before[1], before[0], *before[2:]]
    assert toc.write(book) == []


def test_a_part_before_the_others_is_one_line(book):
    source = book / "chapters/toeplitz/local_weights.ipynb"
    first = book / "chapters/start/vectors.ipynb"
    first.parent.mkdir(exist_ok=True)
    shutil.copy(source, first)
    assert list(toc.problems(book)) == [
        "chapters/start/vectors.ipynb: must stand in book.yml, where its part lists its chapters"
    ]
    change(book, "chapters: [number_to_network]", "chapters: [vectors, number_to_network]")
    toc.write(book)
    assert read(first).cells[0].source.startswith("# 0.1 How")
    assert "caption: 0 First steps\n  chapters:\n  - file: chapters/start/vectors\n" in (
        book / "_toc.yml"
    ).read_text("utf-8")


def test_a_title_that_can_take_no_number_is_named(book):
    path = book / "solutions/toeplitz/problems.ipynb"
    notebook = read(path)
    notebook.cells[0].source = "# Answers"
    path.write_text(as_text(notebook), encoding="utf-8")
    assert list(toc.problems(book)) == [
        "solutions/toeplitz/problems.ipynb: its title must begin with '# Solutions to '"
    ]


def test_what_is_listed_and_missing_is_named(book):
    (book / "chapters/toeplitz/problems.ipynb").unlink()
    assert (
        "book.yml: toeplitz/problems must be a file, got no chapters/toeplitz/problems.ipynb"
        in (list(toc.problems(book)))
    )
    (book / "_toc.yml").write_text("")
    assert "_toc.yml: must be what follows from book.yml: make toc" in list(toc.problems(book))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("parts: 7", "must list parts: folder, title, chapters, got TypeError"),
        ("parts: [{folder: a, title: A}]", "must list parts: .* got KeyError"),
        ("parts: [", "must list parts: .* got ParserError"),
        (
            "parts: [{folder: a, title: A, chapters: [b, b]}]",
            "must name a/b once, got 2 times",
        ),
        (
            "parts: [{folder: a, title: A, chapters: []}, {folder: a, title: B, chapters: []}]",
            "must name a once, got 2 times",
        ),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path, text, message):
    (tmp_path / "book.yml").write_text(text)
    with pytest.raises(ValueError, match=f"book.yml {message}"):
        order.parts(tmp_path)


def test_a_heading_is_title_and_promise():
    notebook = read(ROOT / "chapters/toeplitz/local_weights.ipynb")
    title, about = toc.heading(notebook)
    assert title == "How a dense layer becomes a convolution"
    assert about.startswith("You will turn") and "\n" not in about
    assert as_text(notebook) == (ROOT / "chapters/toeplitz/local_weights.ipynb").read_text("utf-8")
