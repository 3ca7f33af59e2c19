"""The checks' side and the student's side, in their two processes, with the jail between them."""

import contextlib
import json
import resource
import tempfile
import types

import numpy as np
import psutil
import pytest

from grader.checks.bridge import Bridge
from grader.checks.handles import Handle
from grader.checks.template import JailError
from grader.student.jail import RUNGS
from grader.wire.channel import LostError
from mathlib.checks import arguments_after

ANSWERS = """
import numpy as np
rng = np.random.default_rng(3)

class Node:
    def __init__(self, value): self.value = value
    def __add__(self, other): return Node(self.value + getattr(other, "value", other))
    __radd__ = __add__
    def __mul__(self, other): return Node(self.value * getattr(other, "value", other))
    __rmul__ = __mul__
    def __neg__(self): return Node(-self.value)
    def __eq__(self, other): return True
    def backward(self, by=1): return [self.value * by]

class Shelf:
    def __getitem__(self, key): return 2 * key
    def __len__(self): return 3

def shelf(): return Shelf()
def node(value): return Node(value)
def unwrap(node): return node.value
def same(*args, **kwargs): return args[0] if args else kwargs
def spoil(x): x[0] = 99; return x
def slope(f, x, h=1e-3): return (f(x + h) - f(x - h)) / (2 * h)
def total(stream): return float(sum(x.sum() for x in stream))
def first(stream): return float(next(iter(stream))[0])
def through(f, value): return f(Node(value)).value
def squares():
    for n in range(4): yield n * n
def fail(kind, text="told"): raise {"value": ValueError, "index": IndexError}.get(kind, kind)(text)
class Own(ValueError): pass
def own(): raise Own("mine")
def endless():
    while True: pass
def die(): import os; os._exit(3)
def forever(f):
    while True: f(1)
def uniform(rng): return rng.uniform()
def wait(s): import time; time.sleep(s)
"""
NAMES = """Node shelf node unwrap same spoil slope through squares fail own endless die forever uniform
    wait total first""".split()


PATIENT = 60.0  # seconds: they bound a hang, on however busy a machine


@pytest.fixture(scope="module")
def bridge():
    made = Bridge()
    memory = resource.getrlimit(resource.RLIMIT_AS)
    yield made
    resource.setrlimit(resource.RLIMIT_AS, memory)  # the tests after this one share our process
    if made.template:
        made.template.close()


def start(bridge, task):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(task, file)
        file.flush()
        bridge.begin(file.name)


def begin(bridge, *cells, timeout=PATIENT, names=None, classes=()):
    task = {
        "explain": {},
        "classes": list(classes),
        "values": [],
        "cells": [{"source": source, "exercise": id} for id, source in cells],
        "names": names or {"aa-01": NAMES, "aa-02": ["node", "same"]},
        "key": "00",
        "timeout": timeout,
        "rungs": RUNGS,
        "limits": {"memory": 256 << 20},
        "modules": ["numpy"],
    }
    start(bridge, task)
    bridge.exercise("aa-01")
    return types.SimpleNamespace(**bridge.names)


@contextlib.contextmanager
def hurried(bridge, seconds=0.5):
    """Let the bridge wait so long only, for what is not to end."""
    bridge.attempt.timeout = seconds
    yield
    bridge.attempt.timeout = PATIENT


@pytest.fixture
def student(bridge):
    return begin(bridge, ("aa-01", ANSWERS))


def test_values_come_and_go(student):
    assert student.same([1, (2.5, None)]) == [1, (2.5, None)]
    assert student.same(a=1, b="x") == {"a": 1, "b": "x"}
    x = np.arange(6.0).reshape(2, 3)
    np.testing.assert_array_equal(student.same(x), x)
    assert student.uniform(np.random.default_rng(1)) == np.random.default_rng(1).uniform()


def test_an_argument_is_a_copy_and_one_can_ask_what_became_of_it(student):
    x = [1, 2]
    assert student.spoil(x) == [99, 2]
    assert x == [1, 2]
    assert student.spoil.arguments_after(x) == ([99, 2], ([99, 2],))
    assert arguments_after(student.same, x) == ([1, 2], ([1, 2],))


def test_a_function_is_called_back(student):
    calls = []
    assert abs(student.slope(lambda x: calls.append(x) or x**3, 2.0) - 12) < 1e-5
    assert len(calls) == 2
    assert student.slope(student.same, 1.0) == pytest.approx(1)


def test_a_stream_is_read_item_by_item_and_once(student):
    read = []
    stream = (read.append(i) or np.full(2, i) for i in range(3))
    assert student.total(stream) == 6
    assert read == [0, 1, 2]
    assert student.total(stream) == 0  # it has ended
    assert student.total(i for i in ()) == 0
    endless = (np.ones(1) for _ in iter(int, 1))
    assert student.first(endless) == 1  # no more is read than is asked for


def test_a_function_of_ours_may_work_on_an_object_of_theirs(student):
    assert student.through(lambda x: 3 * x * x + 1, 2.0) == 13


def test_an_object_is_driven_through_a_handle(bridge):
    student = begin(bridge, ("aa-01", ANSWERS), classes=["aa-01"])
    node = student.Node(2.0)
    assert isinstance(node, Handle) and repr(node) == "<the student's Node>"
    assert (node + 1).value == 3 and (1 + node * node).value == 5 and (-node).value == -2
    assert (np.float64(3) * node).value == 6
    assert student.shelf()[5] == 10 and len(student.shelf()) == 3
    assert node.backward(by=4) == [8.0]
    assert student.unwrap(node) == 2
    node.value = 7.0
    assert student.unwrap(node) == 7


@pytest.mark.parametrize(
    "calculate", [lambda h: h + 1, lambda h: 1 - h, lambda h: -h, lambda h: abs(h), lambda h: h @ h]
)
def test_no_one_calculates_with_an_object_where_no_class_is_asked_for(student, calculate):
    with pytest.raises(TypeError, match="the answer is an object of type Node"):
        calculate(student.node(2))


@pytest.mark.parametrize(
    "believe",
    [
        bool,
        float,
        lambda h: h == 2,
        lambda h: h != 3,
        lambda h: h < 3,
        lambda h: abs(h - 2) < 1e-9,
        lambda h: 2 in h,
        lambda h: np.allclose(h, 2),
        lambda h: np.isclose(2, h),
        lambda h: np.asarray(2.0) == h,
        lambda h: np.testing.assert_allclose(h, 2),
        lambda h: round(h),
        hash,
    ],
)
def test_a_handle_is_never_believed(student, believe):
    with pytest.raises(TypeError):
        believe(student.node(2))


def test_array_equal_does_not_believe_a_handle(student):
    with contextlib.suppress(TypeError):
        assert not np.array_equal(student.node(2), 2)


def test_a_generator_is_followed_as_far_as_the_check_goes(student):
    assert list(student.squares()) == [0, 1, 4, 9]
    assert [n for n, _ in zip(student.squares(), "ab", strict=False)] == [0, 1]


def test_errors_are_of_the_kind_that_was_raised(student):
    with pytest.raises(ValueError, match="told") as caught:
        student.fail("value")
    assert "raise {" in caught.value.line
    with pytest.raises(IndexError):
        student.fail("index")
    with pytest.raises(ValueError, match="mine"):
        student.own()
    with pytest.raises(NameError):
        Handle(student.node._bridge, {"name": "nothing"})()


def test_what_no_check_can_pass_is_said(student):
    with pytest.raises(TypeError, match="plain values, functions or iterators, got object"):
        student.same(object())


NUMBERS = """
import decimal, enum, fractions, sympy
class Money:
    def __float__(self): return 2.5
class Whole:
    def __int__(self): return 7
class Colour(enum.IntEnum): red = 3
class Both:
    def __float__(self): raise ValueError
def number(name):
    return {"Fraction": fractions.Fraction(1, 4), "Decimal": decimal.Decimal("0.5"),
            "Integer": sympy.Integer(3), "Rational": sympy.Rational(1, 2), "pi": sympy.pi,
            "IntEnum": Colour.red, "float": Money(), "int": Whole(),
            "list": [Money(), (Whole(), {"a": 1})], "x": sympy.Symbol("x"), "Both": Both()}[name]
def through(f): return f(Money())
"""


def test_what_says_that_it_is_a_number_arrives_as_one(bridge):
    number = begin(bridge, ("aa-01", NUMBERS), names={"aa-01": ["number"]}, timeout=30).number
    found = {
        name: number(name) for name in ("Fraction", "Decimal", "Integer", "Rational", "IntEnum")
    }
    assert found == {"Fraction": 0.25, "Decimal": 0.5, "Integer": 3, "Rational": 0.5, "IntEnum": 3}
    assert number("float") == 2.5 and number("int") == 7 and number("list") == [2.5, (7, {"a": 1})]
    assert number("pi") == np.pi
    assert isinstance(number("x"), Handle) and isinstance(number("Both"), Handle)


def test_an_object_stays_one_where_a_class_is_asked_for_and_in_what_is_called_back(bridge):
    names = {"aa-01": ["number", "through"]}
    student = begin(bridge, ("aa-01", NUMBERS), names=names, timeout=30)
    assert student.through(lambda money: isinstance(money, Handle)) is True
    student = begin(bridge, ("aa-01", NUMBERS), names=names, classes=["aa-01"], timeout=30)
    assert isinstance(student.number("float"), Handle)


def test_a_module_of_ones_own_is_found(bridge):
    write = (None, "%%writefile helper.py\ndef twice(x):\n    return 2 * x\n")
    student = begin(bridge, write, ("aa-01", "import helper\ndef same(x): return helper.twice(x)"))
    assert student.same(4) == 8


def test_that_processes_are_refused_is_said(bridge):
    source = """
import multiprocessing, subprocess
def same(how):
    if how == "pool": return multiprocessing.Pool(2).map(abs, [1])
    return subprocess.run(["true"])"""
    student = begin(bridge, ("aa-01", source))
    for how in ("pool", "run"):
        with pytest.raises(OSError, match="an answer must not start another process"):
            student.same(how)


def test_a_demonstration_below_the_answer_costs_the_answer_nothing(bridge):
    slow = "def same(x):\n    return x\n\nimport time\nfor _ in range(9): time.sleep(9)"
    names = {"aa-01": ["node", "same"]}
    cells = ("aa-01", slow), (None, "def node(x): return x")
    student = begin(bridge, *cells, timeout=4, names=names)
    assert student.same(5) == 5 and student.node(6) == 6


@pytest.mark.parametrize("name", ["endless", "die"])
def test_a_lost_process_is_no_error_that_a_check_could_expect(bridge, name):
    student = begin(bridge, ("aa-01", ANSWERS))
    node = student.node(1)
    with hurried(bridge), pytest.raises(LostError):
        try:
            getattr(student, name)()
        except Exception:
            pytest.fail("a check took it for an error of the answer")
    with pytest.raises(LostError):
        student.same(1)  # the exercise is over
    bridge.exercise("aa-02")  # the next is not
    assert bridge.names["same"](1) == 1
    with pytest.raises(RuntimeError, match="this object was lost"):
        _ = node.value


def test_patience_is_for_an_exercise_not_for_a_call(bridge):
    student = begin(bridge, ("aa-01", ANSWERS))
    with hurried(bridge), pytest.raises(LostError, match=r"took longer than 0\.5 s"):
        for _ in range(10):
            student.wait(0.1)


def test_a_function_called_back_for_ever_ends(bridge):
    student = begin(bridge, ("aa-01", ANSWERS))
    with hurried(bridge), pytest.raises(LostError):
        student.forever(lambda x: x)


def test_a_cell_that_ends_the_process_is_left_out_of_the_next(bridge):
    student = begin(
        bridge,
        (None, "same = lambda x: -x"),
        ("aa-02", "import os\nos._exit(1)"),
        ("aa-01", "def node(x): return same(x)"),
    )
    assert student.node(1) == -1
    assert bridge.attempt.lost["aa-02"] == ("died", "the cell ended the process (exit code 1)")


def test_cells_that_never_end_do_not_use_up_the_day(bridge):
    lives = bridge.life
    cells = [(None, "while True: pass")] * 50
    begin(bridge, *cells, ("aa-01", ANSWERS), timeout=0.4)
    assert bridge.life - lives < 10  # a new process after each


def test_a_few_cells_that_never_end_cost_the_others_nothing(bridge):
    cells = [(None, "while True: pass")] * 3
    assert begin(bridge, *cells, ("aa-01", ANSWERS), timeout=4).same(1) == 1


def test_an_answer_in_the_way_of_another_is_left_out(bridge):
    student = begin(bridge, ("aa-02", "get_ipython().run_cell = None"), ("aa-01", ANSWERS))
    assert student.same(1) == 1


def test_nothing_is_left_of_the_submission_before(bridge):
    begin(bridge, ("aa-01", "secret = 5\ndef same(): return secret"))
    student = begin(bridge, ("aa-01", "def same(): return secret"))
    with pytest.raises(NameError):
        student.same()


def test_reset_forgets_nothing(bridge):
    student = begin(bridge, ("aa-01", ANSWERS), (None, "%reset -f"))
    assert student.same(1) == 1


def test_every_child_draws_other_numbers_than_the_one_before_left(bridge):
    source = "import numpy as np\ndef same(): return np.random.uniform()"
    first = [begin(bridge, ("aa-01", source)).same() for _ in range(2)]
    assert first[0] == first[1]  # seeded afresh: no submission depends on the one before


def test_a_cell_is_not_given_up_for_one_death(bridge, monkeypatch):
    """The process is killed from outside as a cell is run; the cell is run again."""
    run_cell, ran = bridge._run_cell, []

    def watched(cell):
        ran.append(cell["source"])
        if len(ran) == 1:
            kill_child(bridge)
        run_cell(cell)

    monkeypatch.setattr(bridge, "_run_cell", watched)
    student = begin(bridge, (None, "x = 5"), ("aa-01", "def same(): return x"))
    assert ran[:2] == ["x = 5", "x = 5"]
    assert student.same() == 5


def kill_child(bridge):
    keeper = psutil.Process(bridge.template.process.pid).children()[-1]
    keeper.children()[0].kill()


def test_a_template_that_dies_in_between_is_our_fault(bridge):
    student = begin(bridge, ("aa-01", ANSWERS))
    with pytest.raises(LostError):
        student.die()
    bridge.template.process.kill()
    bridge.template.process.wait()
    with pytest.raises(JailError):
        bridge.exercise("aa-02")


def test_a_template_that_died_is_replaced(bridge):
    begin(bridge, ("aa-01", ANSWERS))
    bridge.template.process.kill()
    bridge.template.process.wait()
    assert begin(bridge, ("aa-01", ANSWERS)).same(2) == 2


def test_modules_are_added_to_the_template(bridge):
    begin(bridge, ("aa-01", ANSWERS))
    task = {
        "cells": [],
        "names": {},
        "explain": {},
        "classes": [],
        "values": [],
        "key": "00",
        "timeout": 1,
        "rungs": RUNGS,
    }
    start(bridge, task | {"limits": {}, "modules": ["scipy"]})
    assert {*bridge.template.modules} == {"numpy", "scipy"}
