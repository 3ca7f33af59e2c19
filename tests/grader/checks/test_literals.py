"""Answers that are values are read, not run; and graded like all others, with their sentences."""

import nbformat
import pytest

from grader.checks import literals
from grader.checks.grade import Settings, grade
from grader.checks.literals import written
from notebooks import exercises as master
from notebooks.files import as_text
from tests.notebooks import kinds

NOTEBOOK = kinds.master()
EXERCISES = master.exercises(NOTEBOOK)
BY_KIND = {each.kind: each for each in EXERCISES.values()}
VALUES = [each for each in EXERCISES.values() if each.is_value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[0, 1]", [0, 1]),
        ("(1.5, -2, +3j)", (1.5, -2, 3j)),
        ("{'a': [1], 2: None, True: 'x'}", {"a": [1], 2: None, True: "x"}),
        ("{1, 2}", {1, 2}),
        ("2**-24", 2.0**-24),
        ("7 / 3 + 1 - 0.5 * 2", 7 / 3),
        (
            "[-np.inf, 2 * np.pi, math.e]",
            [-literals.math.inf, 2 * 3.141592653589793, 2.718281828459045],
        ),
        ("-(2**1023)", -(2**1023)),
        ("0x1F", 31),
        ('"b" "ac"', "bac"),
        ("(\n    1,\n    2,\n)", (1, 2)),
    ],
)
def test_what_is_written_out_is_read(text, value):
    assert written([f"# exercise: tc-01\nx = {text}"], "x") == value
    assert type(written([f"x = {text}"], "x")) is type(value)


def test_the_last_line_counts_and_others_are_nothing():
    assert written(["x = 1\ny = f(2)\nprint(x)\nx = 2", "", "z = x\nz.x = 3\nz[0] = x"], "x") == 2


@pytest.mark.parametrize("sources", [[], [""], ["y = 1"], ["x = ..."], ["x = [1, ...]"]])
def test_nothing_written_is_not_done_yet(sources):
    with pytest.raises(NotImplementedError, match="not done yet"):
        written(sources, "x")


OUT = "x must be written out, in numbers, texts and lists; what is "
HOSTILE = [
    ("f(1)", OUT + r"f\(1\)\?$"),
    ("[1, y]", OUT + r"y\?$"),
    ("f'{1}'", OUT + r"f'\{1\}'"),
    ("[0] * 10**9", "x may calculate with numbers only"),
    ("'a' * 10**9", "x may calculate with numbers only"),
    ("[*range(9)]", OUT + r"\*range\(9\)"),
    ("{**y}", OUT + r"\*\*\?$"),
    ("[i for i in y]", OUT),
    ("(lambda: 1)()", OUT),
    ("type('S', (list,), {'__eq__': lambda *a: True})()", OUT + r"type\('S', .*\?$"),
    ("().__class__.__mro__", OUT),
    ("np.load", OUT + r"np\.load\?$"),
    ("np.inf.real", OUT),
    ("b'bytes'", OUT),
    ("not 1", OUT),
    ("1 < 2", OUT),
    ("7 // 2", OUT),
    ("~1", OUT),
    ("y if 1 else 2", OUT),
    ("(y := 3)", OUT),
    ("9**9**9", "x holds too large a number"),
    ("2**1024", "x holds too large a number"),
    ("-2**1023 * 2", "x holds too large a number"),
    ("0x" + "f" * 5000, "x holds too large a number"),
    ("1" * 5000, "the cell is no Python: Exceeds the limit"),
    ("1 / 0", "^1 / 0: division by zero$"),
    ("0**-1", r"^0\*\*-1: "),
    ("10.0**400", r"^10.0\*\*400: "),
    ("{[1]}", "unhashable"),
    ("{[1]: 2}", "unhashable"),
    ("[" + "0, " * 1000 + "0]", "x must have at most 1000 parts"),
    ("[" + "0, " * 10_000 + "0]", "the cell must have at most 10000 characters"),
    ("[" * 30 + "]" * 30, "x must be nested at most 20 deep"),
    ("[" * 4000 + "]" * 4000, "the cell is no Python: too many nested"),
    ("-" * 9000 + "1", "the cell is no Python|nested at most 20"),
    ("1" + "+1" * 900, "nested at most 20"),
    ("1 +", "the cell is no Python: invalid syntax"),
    ("'\0'", "the cell is no Python"),
    ("'\ud800'", "the cell is no Python"),
]


@pytest.mark.parametrize(("text", "said"), HOSTILE, ids=lambda text: text[:20])
def test_what_is_not_written_out_is_refused_in_words(text, said):
    with pytest.raises(AssertionError, match=said):
        written([f"x = {text}"], "x")


@pytest.mark.parametrize(
    "source",
    [
        "x = y = 1",
        "x, y = 1, 2",
        "x: int = 1",
        "x = 1\nx += 1",
        "for x in [1]: pass",
        "(x := 1)",
        "if 1:\n    x = 1",
        "with open('f') as x: pass",
        "x = 1\n(x, y) = 1, 2",
    ],
)
def test_a_value_is_given_in_one_line(source):
    with pytest.raises(AssertionError, match="x must be given in one line, x = value"):
        written([source], "x")


# Graded whole


def graded(answers=None, notebook=NOTEBOOK):
    """Return the lines for what was handed out, with some answers in it, by their ids."""
    handed_in = nbformat.reads(master.release(notebook), as_version=4)
    for cell in handed_in.cells:
        if "answer" in cell.metadata.get("tags", []):
            id = cell.metadata.exercise
            cell.source = (answers or {}).get(id, cell.source)
    masters = {"m": as_text(notebook)}
    return grade(as_text(handed_in).encode(), masters, b"s", Settings(timeout=3)).exercises


def write(exercise, text):
    return f"# exercise: {exercise.id}\n{exercise.name} = {text}"


def test_the_right_answers_of_every_kind_earn_all():
    lines = graded({id: each.answer.source for id, each in EXERCISES.items()})
    assert [line.status for line in lines.values()] == ["passed"] * len(master.KINDS)
    assert [(line.points, line.out_of) for line in lines.values()] == [
        (each.points, each.points) for each in EXERCISES.values()
    ]


def test_what_was_handed_out_is_not_done_in_every_kind():
    lines = graded()
    assert {line.status for line in lines.values()} == {"not-done"}
    assert {line.message for line in lines.values()} == {"not done yet"}


def test_unusual_right_answers_are_right():
    unusual = {
        "find": "[3, 2.5, 10**6]",
        "numbers": "(2.3333, 1 + 2.75)",
        "order": '["c", "B", "a"]',
        "estimate": "2 * 60 * 4.4e4",
        "predict": "(1, 2, 9.0)",
        "read": "1.9",
    }
    lines = graded({BY_KIND[k].id: write(BY_KIND[k], text) for k, text in unusual.items()})
    done = {k: lines[BY_KIND[k].id] for k in unusual}
    assert {k: (line.status, line.message) for k, line in done.items()} == dict.fromkeys(
        unusual, ("passed", "")
    )


@pytest.mark.parametrize("number", [0, 1])
def test_every_mistake_about_a_value_is_told_and_earns_nothing(number):
    answers, wanted = {}, {}
    for each in VALUES:
        names = {}
        exec("\n\n".join(cell.source for cell in each.mistakes), names)
        made = names[each.mistake_names()[number]]
        answers[each.id], wanted[each.id] = write(each, repr(made())), made.__doc__
    lines = graded(answers)
    assert {id: lines[id].message for id in wanted} == wanted
    assert {(lines[id].status, lines[id].points) for id in wanted} == {("wrong", 0)}


def test_a_wrong_value_is_answered_in_words():
    wrong = {
        "find": ("'ab'", "'ab'"),
        "numbers": ("[1]", "add up, then divide by how many there are"),
        "order": ("'dcba'", "(d) is not true for every x, and nothing here needs it."),
        "estimate": ("1e9", "about 1.9e+02 times too large: it must be within a factor of 2"),
        "predict": ("3", "to whom do the numbers of y belong?"),
        "read": ("4.5", "go along the curve until it falls"),
    }
    lines = graded({BY_KIND[k].id: write(BY_KIND[k], text) for k, (text, _) in wrong.items()})
    told = {k: lines[BY_KIND[k].id].message for k in wrong if k != "find"}
    assert told == {k: said for k, (_, said) in wrong.items() if k != "find"}
    assert lines[BY_KIND["find"].id].status == "wrong"


def test_an_estimate_near_a_mistake_is_told_the_mistake():
    lines = graded({"tc-01g": "# exercise: tc-01g\nsamples = 2.2e7"})
    assert lines["tc-01g"].message.startswith("That counts bytes")


def test_nothing_of_an_answer_that_is_a_value_is_run():
    evil = "import os, time\nos._exit(0)\nwhile True: pass\n"
    answers = {each.id: evil + each.answer.source for each in VALUES}
    answers |= {id: each.answer.source for id, each in EXERCISES.items() if id not in answers}
    answers["tc-01h"] = EXERCISES["tc-01h"].answer.source + "\nbackwards = sum"
    lines = graded(answers)
    assert {line.status for line in lines.values()} == {"passed"}


def test_a_value_that_is_no_literal_is_said_to_be_none_and_costs_the_others_nothing():
    answers = {id: each.answer.source for id, each in EXERCISES.items()}
    answers["tc-01b"] = write(BY_KIND["find"], "sorted([1, 2])")
    lines = graded(answers)
    assert lines["tc-01b"].message == (
        "counterexample must be written out, in numbers, texts and lists; what is sorted([1, 2])?"
    )
    assert {id for id, line in lines.items() if line.status != "passed"} == {"tc-01b"}


def test_a_value_is_kept_from_nothing_that_others_define():
    """An answer elsewhere that gives the name another value changes nothing."""
    answers = {id: each.answer.source for id, each in EXERCISES.items()}
    answers["tc-01a"] += "\nproof = 'abc'\n"
    assert graded(answers)["tc-01e"].status == "passed"


def test_a_repair_that_only_moves_a_blank_is_told_what_is_broken():
    lines = graded({"tc-01f": BY_KIND["repair"].stub.replace("total = 0", "total = 0.0")})
    assert lines["tc-01f"].message.startswith("The loop begins at place 1")
