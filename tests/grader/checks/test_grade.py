"""Exercises of other kinds than the book has yet, graded whole: a class, torch, an argument."""

import copy

import nbformat
import pytest

from grader.checks.grade import Settings, grade
from notebooks.exercises import release
from notebooks.files import METADATA, as_text

NODE = """# exercise: aa-01
class Node:
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = value, parents, 0.0
    def __add__(self, other):
        return Node(self.value + other.value, ((self, 1.0), (other, 1.0)))
    def __mul__(self, other):
        return Node(self.value * other.value, ((self, other.value), (other, self.value)))
    def backward(self, g=1.0):
        ### BEGIN SOLUTION
        self.grad += g
        for parent, slope in self.parents:
            parent.backward(g * slope)
        ### END SOLUTION"""
NODE_CHECK = """x, y = Node(2.0), Node(3.0)
z = x * y + x
assert z.value == 8, "forward first"
z.backward()
assert (x.grad, y.grad) == (4, 2), "x is used twice: add up"
x.grad = 0.0
assert x.grad == 0"""
NODE_HIDDEN = """for a, b in rng.normal(size=(5, 2)).tolist():
    x, y = Node(a), Node(b)
    z = x * y * x + y
    z.backward()
    assert abs(x.grad - 2 * a * b) < 1e-12 and abs(y.grad - a * a - 1) < 1e-12"""
SOFT = """# exercise: aa-02
def soft(x):
    ### BEGIN SOLUTION
    return torch.softmax(x, 0)
    ### END SOLUTION"""
SOFT_CHECK = """p = soft(torch.tensor([0.0, 0.0]))
assert torch.allclose(p, torch.tensor([0.5, 0.5])), "equal chances"
assert p.dtype == torch.float32"""
SOFT_HIDDEN = """x = torch.tensor(rng.normal(size=7))
assert torch.allclose(soft(x), x.exp() / x.exp().sum())"""
SORT = """# exercise: aa-03
def largest(x):
    ### BEGIN SOLUTION
    return max(x)
    ### END SOLUTION"""
SORT_CHECK = """value, (after,) = arguments_after(largest, [3, 1, 2])
assert value == 3
assert after == [3, 1, 2], "leave the argument as it was"
"""
PARTS = [(NODE, NODE_CHECK, NODE_HIDDEN), (SOFT, SOFT_CHECK, SOFT_HIDDEN)]
PARTS += [(SORT, SORT_CHECK, "for n in range(1, 5):\n    assert largest(range(n)) == n - 1")]


@pytest.fixture(scope="module")
def master():
    setup = "import numpy as np\nimport torch\nfrom mathlib.checks import arguments_after\n"
    cells = [nbformat.v4.new_markdown_cell("# Solutions to a test")]
    cells.append(nbformat.v4.new_code_cell(setup + "rng = np.random.default_rng(3)"))
    for number, (answer, check, hidden) in enumerate(PARTS, start=1):
        about = {"exercise": f"aa-0{number}"}
        for tag, source in (("answer", answer), ("check", check), ("hidden", hidden)):
            points = {"points": number} if tag == "hidden" else {}
            cells.append(
                nbformat.v4.new_code_cell(source, metadata={**about, "tags": [tag], **points})
            )
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    return nbformat.v4.new_notebook(cells=cells, metadata=METADATA)


def graded(master, **changed):
    """Return the lines for the right answers, with one text of each changed one replaced."""
    notebook = nbformat.reads(release(master), as_version=4)
    answers = {"aa_01": NODE, "aa_02": SOFT, "aa_03": SORT}
    for cell in notebook.cells:
        if "answer" in cell.metadata.get("tags", []):
            name = cell.metadata.exercise.replace("-", "_")
            cell.source = answers[name].replace(*changed.get(name, ("", "")))
    data = as_text(notebook).encode()
    return grade(data, {"m": as_text(master)}, b"s", Settings()).exercises


def test_the_right_answers_earn_all(master):
    assert [line.points for line in graded(master).values()] == [1, 2, 3]


def test_one_exercise_is_graded_alone_as_among_the_others(master):
    data = release(master).encode()
    masters = {"m": as_text(master)}
    all_of_it = grade(data, masters, b"s", Settings()).exercises
    assert grade(data, masters, b"s", Settings(only=("aa-02",))).exercises == {
        "aa-02": all_of_it["aa-02"]
    }


def test_who_answers_what_has_moved_or_is_gone_is_told(master):
    """Of an older release: one exercise stands in another notebook now, one in none."""
    here, there = copy.deepcopy(master), copy.deepcopy(master)
    here.cells = [cell for cell in here.cells if cell.metadata.get("exercise") != "aa-03"]
    there.cells = [c for c in there.cells if c.metadata.get("exercise") in (None, "aa-03")]
    old = nbformat.reads(release(master), as_version=4)
    for cell in old.cells:
        if "answer" in cell.metadata.get("tags", []) and cell.metadata.exercise != "aa-01":
            cell.source = {"aa-02": SOFT, "aa-03": SORT}[cell.metadata.exercise]
    gone = nbformat.v4.new_code_cell("# exercise: aa-09\nedge = 3")
    old.cells += [gone, nbformat.v4.new_code_cell("# exercise: aa-08\nedge = ...")]
    masters = {"m": as_text(here), "other": as_text(there)}
    found = grade(as_text(old).encode(), masters, b"s", Settings())
    assert found.master == "m" and found.exercises["aa-02"].status == "passed"
    assert found.message == (
        "AA-03: graded in other, hand in that notebook too; "
        "AA-09: not graded, this edition no longer asks for it"
    )


def test_what_a_visible_check_refuses_earns_nothing(master):
    lines = graded(master, aa_03=("return max(x)", "return sorted(x)[-1] if x != [3, 1, 2] else 0"))
    assert lines["aa-03"].status == "wrong" and lines["aa-03"].points == 0


def test_what_a_visible_check_saw_is_shown_and_what_a_hidden_one_saw_is_not(master):
    refused = ("return max(x)", "return x[0] + 1")
    assert graded(master, aa_03=refused)["aa-03"].shown == (
        "This does not hold: assert value == 3\ncall:      largest([3, 1, 2])\nlooked at: value\n"
        "came back: 4\nwanted:    3"
    )
    hidden = ("return max(x)", "return 3 if x == [3, 1, 2] else 5")
    assert graded(master, aa_03=hidden)["aa-03"].shown == ""


def test_a_sentence_is_not_told_twice(master):
    """Of a check that calls nothing there is nothing to show but its sentence."""
    bare = copy.deepcopy(master)
    at = next(i for i, c in enumerate(bare.cells) if c.source == SORT_CHECK)
    bare.cells[at].source = "right = False\nif not right:\n    raise AssertionError('not so')"
    line = graded(bare)["aa-03"]
    assert (line.message, line.shown) == ("not so", "")


def test_what_is_shown_comes_from_who_has_seen_no_hidden_input(master):
    """An answer that tells all that it was ever given tells the visible inputs alone."""
    spy = ("def largest(x):", "def largest(x, seen=[]):\n    seen.append(x)\n    return str(seen)")
    assert "came back: '[[3, 1, 2]]'" in graded(master, aa_03=spy)["aa-03"].shown


def test_an_error_tells_no_hidden_input_of_another_exercise(master):
    """An answer keeps all that it is given; the next one tells it, in its visible check."""
    keep = (
        "return torch.softmax(x, 0)",
        "seen.append(x)\n    return torch.softmax(x, 0)\nseen = []",
    )
    tell = ("return max(x)", "raise ValueError(f'{len(seen)} seen')")
    lines = graded(master, aa_02=keep, aa_03=tell)
    assert lines["aa-02"].status == "passed"
    assert "largest raised ValueError: 1 seen" in lines["aa-03"].message


def test_an_answer_that_is_lost_while_it_is_shown_is_wrong_all_the_same(master):
    once = copy.deepcopy(master)
    at = next(i for i, c in enumerate(once.cells) if c.source == SORT_CHECK)
    once.cells[at].source = "assert largest([7]) == 7, 'seven alone'"
    gone = "x[0] or 1\n    calls.append(x)\n    import os\n    len(calls) > 1 and os._exit(1)"
    lines = graded(once, aa_03=("return max(x)", f"{gone}\n    return 5\ncalls = []"))
    assert (lines["aa-03"].status, lines["aa-03"].message) == ("wrong", "seven alone")
    assert lines["aa-02"].status == "passed"


def test_an_answer_may_use_another_though_one_between_them_is_broken(master):
    broken = ("def soft(x):", "def soft(x)")
    uses = ("return max(x)", "return int(Node(max(x)).value)")
    lines = graded(master, aa_02=broken, aa_03=uses)
    assert [line.points for line in lines.values()] == [1, 0, 3]


def test_an_answer_that_disturbs_those_before_it_costs_them_nothing(master):
    """What the third does when its visible check calls it, the hidden check of the second meets."""
    disturbs = ("return max(x)", "global torch\n    torch = None\n    return max(x)")
    assert [line.points for line in graded(master, aa_03=disturbs).values()] == [1, 2, 3]


@pytest.mark.parametrize("last", ["", "import os; os._exit(1)"])
def test_what_an_answer_keeps_between_its_checks_counts_against_it(master, last):
    """Its second call is wrong, in whatever process: that of the first one, or a later one."""
    once = copy.deepcopy(master)
    at = next(i for i, c in enumerate(once.cells) if c.source == SOFT_CHECK)
    once.cells[at].source = "assert len(soft(torch.tensor([0.0, 0.0]))) == 2"
    keeps = ("def soft(x):", "def soft(x, kept=[]):\n    kept.append(0)\n    x = x * len(kept)")
    lines = graded(once, aa_02=keeps, aa_03=("return max(x)", f"{last}\n    return max(x)"))
    assert (lines["aa-02"].status, lines["aa-02"].points) == ("wrong", 0)
    assert lines["aa-03"].status == ("died" if last else "passed")


def test_a_known_mistake_is_told_though_a_later_answer_is_broken(master):
    knows = copy.deepcopy(master)
    about = {"exercise": "aa-02", "tags": ["mistake"]}
    source = "def soft__largest(x):\n    'You take the largest.'\n    return x.max()"
    mistake = nbformat.v4.new_code_cell(source, metadata=about, id="mistake")
    at = next(i for i, c in enumerate(knows.cells) if c.source == SOFT_HIDDEN)
    knows.cells.insert(at + 1, mistake)
    wrong = ("return torch.softmax(x, 0)", "return x.max()")
    lines = graded(knows, aa_02=wrong, aa_03=("def largest(x):", "def largest(x)"))
    assert lines["aa-02"].message == "You take the largest."


def test_an_answer_that_cannot_be_printed_costs_the_others_nothing(master):
    keyed = copy.deepcopy(master)
    at = next(i for i, c in enumerate(keyed.cells) if c.source == SORT_CHECK)
    keyed.cells[at].source = "assert {3: True}[largest([3, 1, 2])]"
    lines = graded(keyed, aa_03=("return max(x)", "return 1 << 100_000"))
    assert [line.status for line in lines.values()] == ["passed", "passed", "wrong"]


def test_each_visible_check_must_hold(master):
    """Of two checks the second is refused; the hidden one would have been passed."""
    twice = copy.deepcopy(master)
    at = next(i for i, c in enumerate(twice.cells) if c.source == SORT_CHECK)
    more = nbformat.v4.new_code_cell("assert largest([7]) == 7", metadata=twice.cells[at].metadata)
    twice.cells.insert(at + 1, more)
    lines = graded(twice, aa_03=("return max(x)", "return max(x) if list(x) != [7] else 0"))
    assert lines["aa-03"].status == "wrong" and lines["aa-03"].points == 0


def test_a_wrong_method_of_a_class_earns_nothing(master):
    lines = graded(master, aa_01=("self.grad += g", "self.grad = g"))
    assert lines["aa-01"].points == 0 and lines["aa-01"].message == "x is used twice: add up"
    assert lines["aa-02"].status == "passed"


def test_an_object_that_believes_in_itself_earns_nothing(master):
    value = "self.value, self.parents, self.grad = value, parents, 0.0"
    lines = graded(master, aa_01=(value, "pass\n    __getattr__ = lambda self, name: Node(0)"))
    assert lines["aa-01"].points == 0 and lines["aa-01"].status == "wrong"


def test_a_wrong_dtype_of_torch_is_seen(master):
    lines = graded(master, aa_02=("torch.softmax(x, 0)", "torch.softmax(x.double(), 0)"))
    assert lines["aa-02"].status == "wrong"


def test_an_argument_that_is_changed_is_seen(master):
    lines = graded(
        master,
        aa_03=("return max(x)", "x = x if type(x) is range else x.sort() or x\n    return x[-1]"),
    )
    assert lines["aa-03"].message == "leave the argument as it was"


def test_a_visible_check_tells_its_error_also_after_hidden_ones(master):
    lines = graded(master, aa_03=("return max(x)", "return [][len(x)]"))
    assert lines["aa-03"].message == (
        "largest raised IndexError: list index out of range, in the line return [][len(x)]"
    )


def test_a_hidden_check_tells_the_kind_and_the_line_alone(master):
    wrong = "if type(x) is range: raise KeyError(str(x))\n    return max(x)"
    lines = graded(master, aa_03=("return max(x)", wrong))
    assert lines["aa-03"].message == (
        "largest raised KeyError, in the line if type(x) is range: raise KeyError(str(x))"
    )
