"""Each rule of the notebooks is seen to fail: break one thing, read the line."""

import copy
import re
from pathlib import Path

import nbformat
import pytest

from book import pages
from notebooks import rules
from notebooks.exercises import release_all
from notebooks.files import as_text, read, tags

ROOT = Path(__file__).parents[2]
CHAPTER = "chapters/toeplitz/local_weights.ipynb"
SOLUTION = "solutions/toeplitz/local_weights.ipynb"
EXERCISE = "exercises/toeplitz/local_weights.ipynb"


def text(notebook):
    """The first cell of text after the title."""
    return next(cell for cell in notebook.cells[1:] if cell.cell_type == "markdown")


def cell(notebook, id):
    return next(cell for cell in notebook.cells if cell.id == id)


def error(ename="ValueError"):
    return nbformat.v4.new_output("error", ename=ename, evalue="", traceback=[])


def remove(notebook, id):
    notebook.cells.remove(cell(notebook, id))


def drop_mistakes(notebook):
    source = cell(notebook, "tc-02-mistake").source
    cell(notebook, "tc-02-mistake").source = source[: source.index("def layers_to_see__forgot")]


BROKEN = [
    (
        CHAPTER,
        lambda n: n.cells[1].update(execution_count=None),
        r"cell 1 \(.*\): must be executed",
    ),
    (
        CHAPTER,
        lambda n: n.cells[1].update(execution_count=9),
        "must be executed as number 1, got 9",
    ),
    (
        CHAPTER,
        lambda n: n.cells[1].outputs.append(error()),
        "not store a traceback, got ValueError",
    ),
    (
        CHAPTER,
        lambda n: n.cells[1].outputs.append(
            nbformat.v4.new_output("stream", name="stderr", text="w")
        ),
        "must not store stderr, got 'w'",
    ),
    (
        CHAPTER,
        lambda n: n.cells[1].outputs.append(
            nbformat.v4.new_output("display_data", data={"image/png": "x"})
        ),
        "a picture must have alt text",
    ),
    (
        CHAPTER,
        lambda n: n.cells[1].metadata.update(tags=["hide-input"]),
        r"a live cell must find np in a live cell above",
    ),
    (CHAPTER, lambda n: n.cells[1].update(id="code-7"), r"cell 1 \(code-7\): .* not be a place"),
    (
        CHAPTER,
        lambda n: text(n).update(source="See chapter 2.4."),
        r"must be named by its title, got chapter 2\.4",
    ),
    (
        CHAPTER,
        lambda n: n.cells[0].update(source="# 2.1 A\n\nYou need: [2.2](one_dimension.ipynb)."),
        r"cell 0 .* named by its title, got \[2\.2\]\(",
    ),
    (
        CHAPTER,
        lambda n: [c.metadata.update(tags=[]) for c in n.cells if "claim:tc-04" in tags(c)],
        "claim tc-04: must have a check",
    ),
    (
        CHAPTER,
        lambda n: cell(n, "check-tc-04").update(source="1 + 1"),
        r"cell \d+ \(check-tc-04\): the check of claim:tc-04 must hold an assertion",
    ),
    (
        CHAPTER,
        lambda n: cell(n, "check-tc-04").metadata.update(tags=["claim:tc-99"]),
        "claim:tc-99 must name a claim of this chapter",
    ),
    (
        CHAPTER,
        lambda n: n.cells.append(cell(n, "tc-04")),
        "claim tc-04: must be stated once, got 2",
    ),
    (
        CHAPTER,
        lambda n: cell(n, "check-tc-04").update(source="assert 1\n1"),
        r"\(check-tc-04\): a check must begin with '# Fails if …'",
    ),
    (
        CHAPTER,
        lambda n: cell(n, "check-tc-04").update(outputs=[]),
        r"\(check-tc-04\): a check must show what it has tried, or the object that it is about",
    ),
    (
        CHAPTER,
        lambda n: text(n).update(source="See TC-04, and `TC-05` and [TC-02](#tc-02)."),
        r"cell \d+ .*: a claim must be named by a link, got TC-04: .*page.ipynb#tc-04",
    ),
    (
        CHAPTER,
        lambda n: text(n).update(source="See [that](#tc-99)."),
        "a link must lead to a claim that the book states, got tc-99",
    ),
    (
        CHAPTER,
        lambda n: text(n).update(source="See {cite}`nobody1900`."),
        "a citation must be in references.bib, got nobody1900",
    ),
    (
        CHAPTER,
        lambda n: cell(n, "check-tc-04").metadata.update(uses=["tc-99"]),
        "claim tc-04: must use claims of the book, got tc-99",
    ),
    (CHAPTER, lambda n: n.cells[1].update(source="1\n" * 16), "must have at most 15 lines, got 16"),
    (CHAPTER, lambda n: n.cells[1].update(source="a" * 81), "at most 80 characters, got 81"),
    (SOLUTION, drop_mistakes, "exercise tc-02: must have at least 3 mistakes, got 2"),
    (SOLUTION, lambda n: remove(n, "tc-02-hidden"), "tc-02: must have a cell tagged hidden, got 0"),
    (SOLUTION, lambda n: remove(n, "tc-02-explanation"), "must have a cell tagged explanation"),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-hidden").metadata.update(points=0),
        "cell tc-02-hidden: points must be a positive integer",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-hidden").update(source="assert 1, f'{rng}'"),
        "cell tc-02-hidden: the message of a hidden check must not print what was drawn",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-check").update(source="try:\n    assert 1\nexcept:\n    pass"),
        "cell tc-02-check: a check must name the errors that it expects",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-check").update(source="assert np.allclose(x, 1)"),
        "cell tc-02-check: a check must compare with `agrees`, got np.allclose",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-hidden").update(source="assert (x == 1).all()"),
        "cell tc-02-hidden: a check must compare with `agrees`, got .*all",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-check").update(source="print('fine')"),
        "cell tc-02-check: a check must hold an assertion",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-check").metadata.pop("exercise"),
        "cell tc-02-check: must name its exercise",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-answer").update(source="def f():\n    pass"),
        "the answer cell must begin with '# exercise: tc-02'",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-statement").update(source="## TC-02 · x\n\n" + "word " * 61),
        "the statement must have at most 60 words, got 61",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-mistake").update(
            source=cell(n, "tc-02-mistake").source + "\n\ndef layers_to_see__x(n, K):\n"
            '    """Said."""\n    return layers_to_see(n, K)'
        ),
        "layers_to_see__x must stand alone, but it uses layers_to_see",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-mistake").update(
            source=cell(n, "tc-02-mistake").source + "\n\ndef layers_to_see__x(n, K): ..."
        ),
        "layers_to_see__x must have a docstring",
    ),
    (
        SOLUTION,
        lambda n: cell(n, "tc-02-answer").update(
            source=cell(n, "tc-02-answer").source.replace(
                "def layers", "def longest_signal(): ...\n\n\ndef layers"
            )
        ),
        "exercise tc-02: longest_signal is what tc-01 asks for: take another name",
    ),
    (EXERCISE, lambda n: n.cells[1].update(execution_count=1), "stored without outputs"),
]


# What a single page lacks: the pages that it leads to, and its exercises.
ELSEWHERE = (
    r"from solutions|must have an exercise|must be about a claim of"
    r"|must (lead to|use) (a claim that|claims of) the book( states)?, got (?!tc-99)"
)


def bring_what_it_stands_on(root):
    for name in ("references.bib", "falsehoods/toeplitz/local_weights.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text((ROOT / name).read_text("utf-8"), encoding="utf-8")


@pytest.mark.parametrize(("name", "damage", "line"), BROKEN)
def test_a_broken_rule_is_one_line_with_the_file(tmp_path, name, damage, line):
    notebook = copy.deepcopy(read(ROOT / name))
    damage(notebook)
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(as_text(notebook), encoding="utf-8")
    bring_what_it_stands_on(tmp_path)
    found = [one for one in rules.problems(tmp_path) if not re.search(ELSEWHERE, one)]
    found = [one for one in found if not one.startswith("falsehoods/")]  # of the cell that is gone
    assert any(re.search(line, one) for one in found), found
    assert all(one.startswith(f"{name}: ") and "\n" not in one for one in found)


def test_an_exercise_edited_by_hand_is_named_with_its_cell(tmp_path):
    for name in (SOLUTION, EXERCISE):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text((ROOT / name).read_text("utf-8"), encoding="utf-8")

    def found():
        return [line for line in rules.problems(tmp_path) if "claims of the book" not in line]

    assert found() == []
    notebook = read(tmp_path / EXERCISE)
    changed = cell(notebook, "tc-02-answer")
    changed.source += "\n"
    (tmp_path / EXERCISE).write_text(as_text(notebook), encoding="utf-8")
    assert found() == [
        f"{EXERCISE}: cell {notebook.cells.index(changed)} (tc-02-answer): must be what "
        "`make release` writes from solutions/"
    ]
    (tmp_path / EXERCISE).unlink()
    assert len(found()) == 1


def test_what_a_chapter_shares_with_another_or_lacks_is_named(tmp_path):
    other = "chapters/linalg/copied.ipynb"
    for name in (CHAPTER, other):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text((ROOT / name.replace(other, CHAPTER)).read_text("utf-8"))
    found = rules.problems(tmp_path)
    assert f"{other}: claim tc-01: must have an exercise in solutions/linalg/copied.ipynb" in found
    again = [line for line in found if "must be stated once" in line]
    assert len(again) == 5 and all(CHAPTER in line and other in line for line in again)


def test_claims_that_use_each_other_in_a_circle_are_named(tmp_path):
    notebook = copy.deepcopy(read(ROOT / CHAPTER))
    for label, other in (("tc-01", "tc-04"), ("tc-04", "tc-01")):
        cell(notebook, f"check-{label}").metadata.uses = [other]
    path = tmp_path / CHAPTER
    path.parent.mkdir(parents=True)
    path.write_text(as_text(notebook), encoding="utf-8")
    line = "claims must not use each other in a circle, got tc-01 -> tc-04 -> tc-01"
    assert line in rules.problems(tmp_path)


def test_a_claim_without_falsehoods_is_named(tmp_path):
    path = tmp_path / CHAPTER
    path.parent.mkdir(parents=True)
    path.write_text((ROOT / CHAPTER).read_text("utf-8"), encoding="utf-8")
    line = "falsehoods/toeplitz/local_weights.py: tc-01: must have at least 2 falsehoods, got 0"
    assert line in rules.problems(tmp_path)


def test_an_id_of_two_cells_is_named(tmp_path):
    path = tmp_path / CHAPTER
    path.parent.mkdir(parents=True)
    text = (ROOT / CHAPTER).read_text("utf-8")
    ids = [cell.id for cell in read(ROOT / CHAPTER).cells]
    path.write_text(text.replace(f'"id": "{ids[3]}"', f'"id": "{ids[2]}"'))
    line = f"{CHAPTER}: cell {ids[2]}: an id must be that of one cell, got 2"
    assert line in rules.problems(tmp_path)


def test_a_file_that_is_no_notebook_is_named(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters/x.ipynb").write_text("{")
    assert rules.problems(tmp_path) == ["chapters/x.ipynb: must be a notebook, got NotJSONError"]


def test_our_own_notebooks_keep_the_rules():
    assert rules.problems(ROOT) == []


def test_a_claim_without_exercise_and_an_exercise_without_claim_are_named(tmp_path):
    for name in (CHAPTER, SOLUTION, EXERCISE):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text((ROOT / name).read_text("utf-8"), encoding="utf-8")
    notebook = read(tmp_path / SOLUTION)
    for each in notebook.cells:
        each.source = each.source.replace("tc-02", "tc-99").replace("TC-02", "TC-99")
        if "exercise" in each.metadata:
            each.metadata.exercise = each.metadata.exercise.replace("tc-02", "tc-99")
    (tmp_path / SOLUTION).write_text(as_text(notebook), encoding="utf-8")
    release_all(tmp_path)
    bring_what_it_stands_on(tmp_path)
    led_away = re.compile(r"must (lead to|use) (a claim that|claims of) the book|got mathlib\.")
    assert [one for one in rules.problems(tmp_path) if not led_away.search(one)] == [
        f"{CHAPTER}: claim tc-02: must have an exercise in {SOLUTION}",
        f"{SOLUTION}: exercise tc-99: must be about a claim of {CHAPTER}",
    ]


# The built pages


def test_a_missing_page_and_a_dead_link_are_named(tmp_path):
    (tmp_path / "_toc.yml").write_text("root: intro\nparts:\n- chapters:\n  - file: a/b\n")
    (tmp_path / "intro.html").write_text(
        '<p id="here"><a href="#here"></a><a href="#there"></a><a href="c.html"></a>'
        '<a href="intro.html#here"></a><a href="https://example.org/x"></a>'
    )
    assert pages.problems(tmp_path, tmp_path / "_toc.yml") == [
        "a/b.html: must exist, it is in _toc.yml",
        "intro.html: a link must lead to a place, got #there",
        "intro.html: a link must lead to a file, got c.html",
    ]
