"""The book for a class holds nothing of what is kept back, in no file of it."""

import html
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from book.kept import leaks
from notebooks import exercises as master
from notebooks import toc
from notebooks.files import read
from tests.browser import HTML, ROOT

CHAPTER = "toeplitz/geometry"
KNOWN = master.exercises(read(ROOT / f"solutions/{CHAPTER}.ipynb"))
EACH = next(each for each in KNOWN.values() if each.hidden)
SOLUTION = master.SOLUTION.search(EACH.answer.source)[2]
TOLD = {
    "a solution": max(SOLUTION.splitlines(), key=len),
    "a hidden check": max(EACH.hidden[0].source.splitlines(), key=len),
    "a mistake": max(EACH.mistakes[0].source.splitlines(), key=len),
    "an explanation": EACH.cells["explanation"][0].source,
}
FORMS = {
    "as it stands": lambda text: text,
    "in a notebook": lambda text: json.dumps({"source": [text]}),
    "in a page": lambda text: "<p>" + html.escape(text).replace(" ", "<span> </span>") + "</p>",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", TOLD)
def test_what_is_kept_back_is_found(tmp_path, kind, form):
    (tmp_path / "page.txt").write_text("before " + FORMS[form](TOLD[kind]))
    (found,) = leaks(tmp_path, ROOT)
    assert found.startswith("page.txt: tells")


def test_it_is_found_in_our_wheel_and_by_its_place(tmp_path):
    with zipfile.ZipFile(tmp_path / "mathlib-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("mathlib/known.py", EACH.mistakes[0].source)
    page = tmp_path / "_sources/solutions/one.ipynb"
    page.parent.mkdir(parents=True)
    page.write_text("{}")
    assert [line.partition(":")[0] for line in leaks(tmp_path, ROOT)] == [
        "_sources/solutions/one.ipynb",
        "mathlib-1-py3-none-any.whl/mathlib/known.py",
    ]


def test_what_may_be_read_is_no_leak(tmp_path):
    (tmp_path / "page.txt").write_text((ROOT / f"exercises/{CHAPTER}.ipynb").read_text())
    assert leaks(tmp_path, ROOT) == []


def built(tmp_path):
    """A chapter of the book for a class, with its exercises, built as `make book CLASS=1` does."""
    contents = yaml.safe_load(toc.table_of_contents(ROOT, False))
    for part in contents["parts"]:
        part["chapters"] = [c for c in part["chapters"] if c["file"].endswith(CHAPTER)]
    contents["parts"] = [part for part in contents["parts"] if part["chapters"]]
    path = tmp_path / "_toc.yml"
    path.write_text(yaml.safe_dump(contents))
    book = Path(sys.executable).with_name("jupyter-book")
    command = [book, "build", "--quiet", ROOT]
    command += ["--path-output", tmp_path, "--toc", path]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
    return tmp_path / "_build/html"


@pytest.mark.usefixtures("site")
def test_the_book_for_a_class_tells_nothing_of_what_is_kept(tmp_path):
    site = built(tmp_path)
    assert (site / f"exercises/{CHAPTER}.html").is_file()
    assert not leaks(site, ROOT)


@pytest.mark.usefixtures("site")
def test_the_book_for_readers_does(tmp_path):
    """So the other one could have failed."""
    told = [f"_sources/solutions/{CHAPTER}.ipynb", f"_static/exercises/{CHAPTER}.json"]
    for name in told:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HTML / name, tmp_path / name)
    assert {line.partition(":")[0] for line in leaks(tmp_path, ROOT)} == set(told)
