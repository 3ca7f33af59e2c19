"""One exercise of each kind, from `EXERCISES.md`: it keeps the rules, and each broken one is said."""

import copy
import re

import nbformat
import pytest

from notebooks import exercise_rules
from notebooks import exercises as master
from notebooks.files import as_text, normal_form
from tests.notebooks import kinds

NOTEBOOK = kinds.master()
EXERCISES = {each.kind: each for each in master.exercises(NOTEBOOK).values()}


def test_there_is_one_of_each_kind_and_all_keep_the_rules():
    assert [*EXERCISES] == [*master.KINDS]
    assert not [*exercise_rules.of_notebook(NOTEBOOK)]


def test_a_value_is_handed_out_as_dots_and_a_repair_as_what_is_broken():
    assert EXERCISES["find"].stub == (
        "# exercise: tc-01b\ncounterexample = ...  # your answer in place of the dots"
    )
    stub = EXERCISES["repair"].stub
    assert stub == (
        "# exercise: tc-01f\ndef repaired(x):\n"
        '    """Return the mean of x."""\n'
        "    total = 0\n    for i in range(1, len(x)):\n"
        "        total += x[i]\n    return total / len(x)"
    )
    assert EXERCISES["project"].stub.count("raise NotImplementedError") == 2


def test_nothing_kept_back_is_handed_out():
    text = master.release(NOTEBOOK)
    told = nbformat.reads(text, as_version=4)
    assert "SOLUTION" not in text and "__" not in text
    assert not {*master.KEPT_BACK} & {tag for c in told.cells for tag in c.metadata.get("tags", [])}
    answers = [c.source for c in told.cells if "answer" in c.metadata.get("tags", [])]
    assert answers == [each.stub for each in EXERCISES.values()]


def changed(change, kind="find"):
    """Return what the rules say once an exercise is changed."""
    notebook = copy.deepcopy(NOTEBOOK)
    exercise = master.exercises(notebook)[EXERCISES[kind].id]
    change(exercise.cells, notebook)
    return [*exercise_rules.of_notebook(notebook)]


def about(**given):
    return lambda cells, _: cells["statement"][0].metadata.update(given)


def put(tag, source):
    return lambda cells, _: cells[tag][0].update(source=source)


def without(key, tag="statement"):
    return lambda cells, _: cells[tag][0].metadata.pop(key)


VALUE = "# exercise: tc-01b\n### BEGIN SOLUTION\n{}\n### END SOLUTION"
BROKEN = [
    (about(kind="guess"), "kind must be one of write, find, numbers, .*, got guess"),
    (without("kind"), "kind must be one of .*, got None"),
    (about(level=4), "level must be one of 1, 2, 3, got 4"),
    (without("level"), "level must be one of 1, 2, 3, got None"),
    (about(minutes="5"), "minutes must be an integer from 1 to 180, got 5"),
    (about(minutes=0), "minutes must be an integer from 1 to 180, got 0"),
    (without("uses"), "uses must be a list of claims, got None"),
    (about(fast_track=True), "one exercise must stand for the page, .*, got tc-01a, tc-01b"),
    (about(kind="write"), "the answer to `write` must be a function, got a value"),
    (put("answer", VALUE.format("counterexample = [2, 1]\nn = 2")), "must be one line, name = v"),
    (without("points", "check"), "cell kind0010: points must be a positive integer"),
    (
        put("check", "assert agrees(counterexample, [2, 1]), 'no'"),
        "a check must calculate the answer, not hold it",
    ),
    (
        put("mistake", "def counterexample__one():\n    'no'\n    return [1]"),
        "must have at least 2 mistakes, got 1",
    ),
    (
        put(
            "mistake",
            "def counterexample__a(x):\n    'no'\n    return x\n\n\n"
            "def counterexample__b():\n    'no'\n    return counterexample",
        ),
        "counterexample__a must return a value, and take no arguments",
    ),
]


@pytest.mark.parametrize(("change", "said"), BROKEN)
def test_a_broken_rule_is_said(change, said):
    lines = changed(change)
    assert lines and any(re.search(said, line) for line in lines), lines


def test_other_kinds_have_rules_of_their_own():
    renamed = EXERCISES["repair"].mistakes[0].source.replace("__given", "__other")
    lines = changed(put("mistake", renamed), "repair")
    assert lines == [
        "exercise tc-01f: what is to be repaired must be a mistake called repaired__given"
    ]
    lines = changed(about(kind="predict"), "write")
    assert lines == ["exercise tc-01a: the answer to `predict` must be a value, got a function"]
    seen = put("check", "assert agrees(highest, 2.0, atol=0.1), 'no'")
    assert "must calculate the answer" in changed(seen, "read")[0]
    paid = changed(lambda cells, _: cells["check"][0].metadata.update(points=1), "write")
    assert "points must be given for what is hidden, got 1" in paid[0]
    lines = changed(lambda _, n: n.cells[2].metadata.pop("fast_track"), "write")
    assert lines == ["one exercise must stand for the page, fast_track: true, got 0"]


def test_a_statement_is_short_but_for_its_lines_and_its_code():
    long = EXERCISES["order"].cells["statement"][0].source
    more = long.replace("- (d)", "- (d) " + "word " * 60)
    assert not changed(put("statement", more), "order")
    more = long.replace("Order the", "Order " + "word " * 60)
    assert "must have at most 60 words" in changed(put("statement", more), "order")[0]


def test_at_most_half_of_a_part_asks_to_write_from_edition_two_on():
    write = [c for c in NOTEBOOK.cells if c.metadata.get("exercise") == "tc-01a"]
    old = nbformat.v4.new_notebook(cells=write)
    new = nbformat.v4.new_notebook(cells=write, metadata={"edition": 2})
    assert not [*exercise_rules.of_book({"solutions/part/a.ipynb": old})]
    assert [*exercise_rules.of_book({"solutions/part/a.ipynb": new})] == [
        "solutions/part: at most half of the exercises must be `write`, got 1 of 1"
    ]
    many = copy.deepcopy(NOTEBOOK)
    many.metadata.edition = 2
    both = {"solutions/part/a.ipynb": new, "solutions/part/b.ipynb": many}
    assert not [*exercise_rules.of_book(both)]


def test_an_exercise_uses_claims_of_the_book():
    notebook = copy.deepcopy(NOTEBOOK)
    about(uses=["tc-99"])(master.exercises(notebook)["tc-01b"].cells, notebook)
    assert [*exercise_rules.of_book({"solutions/part/a.ipynb": notebook})] == [
        "solutions/part/a.ipynb: exercise tc-01b: must use claims of the book, got tc-99"
    ]


def test_the_edition_of_a_notebook_is_kept():
    notebook = nbformat.v4.new_notebook(metadata={"edition": 2, "author": "me"})
    kept = nbformat.reads(as_text(normal_form(notebook)), as_version=4).metadata
    assert kept.edition == 2 and "author" not in kept
