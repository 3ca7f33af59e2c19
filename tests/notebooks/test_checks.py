"""A check runs alone, after the cells that it needs, with any seed."""

import pytest

from notebooks import checks
from tests.notebooks import book_of_one as book


def test_a_check_needs_what_it_reads_and_nothing_else(tmp_path):
    [check] = checks.checks(book.write(tmp_path))
    assert check.claims == ("tc-01",)
    assert ["rng" in check.needs[0], "double" in check.needs[1]] == [True, True]
    assert len(check.needs) == 2  # the cell that divides by zero is not run
    assert checks.run(check)["double"](3) == 6


def test_a_seed_takes_the_place_of_the_stored_one(tmp_path):
    [check] = checks.checks(book.write(tmp_path))
    drawn = [checks.run(check, seed)["rng"].random() for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_check_that_a_seed_turns_red_is_named(tmp_path):
    lucky = book.code("# Fails if…\nassert rng.random() < 0.9, 'too large'", "claim:tc-01")
    chapter = book.write(tmp_path, [*book.CELLS[:-1], lucky])
    [line] = checks.unsteady(chapter, range(100))
    assert line.startswith("one.ipynb: tc-01: must hold for any seed, got AssertionError with seed")
    assert line.endswith(": too large")


def test_the_command_runs_what_is_asked_and_counts(tmp_path, capsys):
    book.write(tmp_path)
    assert checks.main(tmp_path, ["one"]) == 0
    assert capsys.readouterr().out == "1 checks hold for 100 seeds each\n"


def test_a_chapter_that_is_not_there_is_refused(tmp_path):
    book.write(tmp_path)
    with pytest.raises(SystemExit, match="chapter must be one of one, got two"):
        checks.main(tmp_path, ["two"])
