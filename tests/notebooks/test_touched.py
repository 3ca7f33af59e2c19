"""A change is followed to its tests, its notebooks and its pages."""

from pathlib import Path

import pytest

from notebooks import touched

ROOT = Path(__file__).parents[2]
CHAPTER = "chapters/toeplitz/local_weights.ipynb"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("mathlib/toeplitz/windows.py", ["tests/mathlib/toeplitz/test_windows.py"]),
        ("mathlib/_arrays.py", ["tests/mathlib"]),
        (
            "figures/toeplitz/flip.js",
            ["tests/figures/test_figures.py", "tests/figures/toeplitz/test_flip.py"],
        ),
        ("grader/checks/bridge.py", ["tests/grader/checks/test_bridge.py"]),
        (CHAPTER, []),
        ("tests/book/test_gone.py", []),
        ("README.md", []),
    ],
)
def test_a_file_leads_to_its_tests(file, expected):
    assert touched.tests(ROOT, [file]) == expected


@pytest.mark.parametrize(
    "file",
    [
        CHAPTER,
        "falsehoods/toeplitz/local_weights.py",
        "tests/solutions/toeplitz/local_weights.py",
    ],
)
def test_a_page_leads_to_the_tests_that_bear_its_name(file):
    assert touched.topics(ROOT, [file]) == ["local_weights"]


def test_a_solution_leads_to_the_tests_of_its_exercises():
    found = touched.topics(ROOT, ["solutions/toeplitz/local_weights.ipynb"])
    assert {"local_weights", "tc-01", "tc_01", "tc-02a"} <= {*found}
    others = ["README.md", "tests/solutions/slips.py", "mathlib/_arrays.py"]
    assert touched.topics(ROOT, others) == []


def test_a_module_leads_to_the_notebooks_that_import_it():
    found = touched.notebooks(ROOT, ["mathlib/toeplitz/windows.py"])
    assert "chapters/toeplitz/geometry.ipynb" in found
    assert CHAPTER not in found
    assert touched.notebooks(ROOT, [CHAPTER]) == [CHAPTER]


@pytest.mark.parametrize(
    ("file", "notebook"),
    [
        ("mathlib/toeplitz/patches.py", "chapters/toeplitz/back_propagation.ipynb"),  # by layers
        ("mathlib/_arrays.py", CHAPTER),
        ("figures/toeplitz/reach.py", CHAPTER),
    ],
)
def test_what_a_module_or_figure_is_used_by_is_followed(file, notebook):
    assert notebook in touched.notebooks(ROOT, [file])


def test_a_figure_leads_to_no_notebook_that_does_not_show_it():
    assert touched.notebooks(ROOT, ["figures/toeplitz/reach.py"]) == [CHAPTER]


def test_a_source_leads_to_its_page():
    assert touched.pages(ROOT, [CHAPTER, "intro.md", "chapters/gone.ipynb", "Makefile"]) == [
        "chapters/toeplitz/local_weights.html",
        "intro.html",
    ]
