"""Each rule of the figures, kept and broken."""

from pathlib import Path

import pytest

from figures.rules import problems

ROOT = Path(__file__).parents[2]
TEST = "def test_its_numbers(show):\n    assert show('two_words')"
KEPT = {
    "figures/part/__init__.py": "",
    "figures/kit/index.js": "",
    "figures/part/two_words.js": "export default 1;",
    "figures/part/two_words.py": "class TwoWords: ...",
    "figures/figure.py": "class Figure: ...",
    "tests/figures/part/test_two_words.py": TEST,
}


def problems_of(folder, **changed):
    """The lines of a folder in which all is right but the files `changed`, by ending."""
    for name, text in KEPT.items():
        text = changed.get(
            name.rpartition(".")[2] if name.startswith("figures/part/two") else name, text
        )
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
    return problems(folder)


def test_the_figures_of_the_book_keep_the_rules():
    assert problems(ROOT) == []


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        ({}, []),
        (
            {"js": None},
            [
                "figures/part/two_words.py: a figure must have its module beside it: write figures/part/two_words.js"
            ],
        ),
        (
            {"py": None},
            [
                "figures/part/two_words.js: a module must have its figure beside it: write figures/part/two_words.py"
            ],
        ),
        (
            {"py": "class Other: ..."},
            [
                "figures/part/two_words.py: a figure must have the name of its files: call its class TwoWords"
            ],
        ),
    ],
)
def test_a_broken_rule_is_a_line(tmp_path, changed, lines):
    assert problems_of(tmp_path, **changed) == lines


@pytest.mark.parametrize(
    "test",
    [
        None,
        "",
        "def test_it(show): show('two_words')",
        "def test_it(): assert True",
        "def it(show): assert show",
    ],
)
def test_a_figure_whose_numbers_no_browser_reads_is_named(tmp_path, test):
    [line] = problems_of(tmp_path, **{"tests/figures/part/test_two_words.py": test})
    assert line.startswith("figures/part/two_words.py: a test in a browser must compare")
    assert line.endswith("in tests/figures/part/test_two_words.py")
