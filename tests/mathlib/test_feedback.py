"""Whose check has failed is told the call, what came back and what was wanted; errors in words."""

import linecache

import numpy as np
import pytest

from mathlib.feedback import differences, failure, shown


def run(answer, check):
    """Run an answer and a check as a notebook does; return what is told."""
    names = {"__name__": "__main__", "np": np}
    exec("from mathlib.checks import agrees, arguments_after, pure", names)
    try:
        for file, source in (("<answer x>", answer), ("<check x>", check)):
            linecache.cache[file] = (len(source), None, source.splitlines(True), file)
            exec(compile(source, file, "exec"), names)
    except Exception as error:
        return failure(error)
    raise RuntimeError("the check passed")


def lines(answer, check):
    return dict(run(answer, check).lines())


DOUBLE = "def double(x):\n    return x"
ROWS = "def f(A):\n    return np.asarray(A).T"


@pytest.mark.parametrize(
    ("answer", "check", "told"),
    [
        (
            DOUBLE,
            "assert double(3) == 6, 'twice'",
            {"call": "double(3)", "came back": "3", "wanted": "6"},
        ),
        (
            DOUBLE,
            "k = [1, 2]\nfor n in (0, 5):\n    assert 2 * n == double(n), 'twice'",
            {"call": "double(5)", "came back": "5", "wanted": "10"},
        ),
        (
            DOUBLE,
            "x = np.array([1, 0])\nassert agrees(pure(double, x), 2 * x, rtol=1e-9)",
            {
                "call": "double([1, 0])",
                "came back": "[1, 0]",
                "wanted": "[2, 0]",
                "differs": "entry [0] differs",
            },
        ),
        (
            DOUBLE,
            "a = list(double([1, 2]))\nassert a == [1, 2]\nassert a == [2, 4]",
            {
                "call": "double([1, 2])",
                "came back": "[1, 2]",
                "wanted": "[2, 4]",
                "differs": "2 of 2 entries differ, the first is [0]",
            },
        ),
        (
            DOUBLE,
            "def found(x):\n    return str(double(x))\nassert found(1) == '1' and found(2) == '4'",
            {"call": "found(2)", "came back": "'2'", "wanted": "'4'"},
        ),
        (
            DOUBLE,
            "assert abs(double(0.5) - 1) < 1e-9, 'twice'",
            {"call": "double(0.5)", "came back": "0.5", "wanted": "1"},
        ),
        (
            DOUBLE,
            "a = double(4)\nassert a > 7, 'more'",
            {"call": "double(4)", "came back": "4", "must hold": "4 > 7"},
        ),
        (
            DOUBLE,
            "a, b = double([4, 5])\nassert b == 10, 'twice'",
            {"call": "double([4, 5])", "looked at": "b", "came back": "5", "wanted": "10"},
        ),
        (
            ROWS,
            "assert agrees(f([[1, 2, 3]]), [[1, 2, 3]])",
            {
                "call": "f([[1, 2, 3]])",
                "came back": "[[1], [2], [3]]",
                "wanted": "[[1, 2, 3]]",
                "differs": "its shape is (3, 1), and (1, 3) was wanted",
            },
        ),
        (
            "def f(x):\n    x + 1",
            "assert f(2) == 3",
            {
                "call": "f(2)",
                "came back": "None",
                "wanted": "3",
                "differs": "it returned nothing: is a return missing?",
            },
        ),
        (
            "def f(x):\n    return x[len(x)]",
            "assert f([1, 2]) == 2",
            {"call": "f([1, 2])", "came back": "nothing: it ended with IndexError"},
        ),
        (
            DOUBLE,
            "try:\n    double(-1)\nexcept ValueError:\n    pass\n"
            "else:\n    raise AssertionError('raise ValueError')",
            {"call": "double(-1)", "came back": "-1", "must hold": "ValueError is raised"},
        ),
    ],
)
def test_the_call_is_told_with_what_came_back_and_what_was_wanted(answer, check, told):
    assert lines(answer, check) == told


@pytest.mark.parametrize(
    "check",
    [
        "wanted = [1, 2]\nassert agrees(mine, wanted), 'look again'",
        "assert agrees(mine, [1, 2]), 'look again'",
        "assert agrees(mine[1], 2), 'look again'",
        "assert mine[1] == 2, 'look again'",
        "assert abs(mine[1] - 2) < 0.5, 'look again'",
    ],
)
def test_of_a_value_that_is_asked_for_nothing_is_given_away(check):
    assert lines("mine = [1, 7]", check) == {}
    assert run("mine = [1, 7]", check).said == "look again"


def test_a_long_argument_stands_below_the_call():
    told = lines(DOUBLE, "x = np.arange(40)\nassert agrees(double(x), 2 * x)")
    assert told["call"] == "double(x)" and told["where x"].startswith("[0, 1, 2, 3")
    assert told["differs"] == "39 of 40 entries differ, the first is [1]"


def test_what_the_argument_had_changed_to_is_told_by_the_check():
    found = run("def f(x):\n    x.sort()\n    return x", "assert pure(f, [2, 1]) == [1, 2]")
    assert "has changed its argument number 1" in found.said and found.call == "f([2, 1])"


def test_a_value_is_shown_as_it_was_compared():
    check = "weights = f()\nassert agrees(weights, [0.1, 0.3], atol=1e-9), 'no'"
    told = lines("def f():\n    return [0.1, 0.2]", check)
    assert told["came back"] == "[0.1, 0.2]" and told["wanted"] == "[0.1, 0.3]"


ERRORS = {
    "return np.ones(3) + np.ones(4)": "whose shapes, (3,) and (4,), do not fit. The line:",
    "return np.ones((2, 3)) @ np.ones(2)": "inner lengths, 3 and 2, are not equal",
    "return np.dot(np.ones((2, 3)), np.ones(2))": "arrays of shapes (2,3) and (2,)",
    "return 1 if np.ones(2) > 0 else 0": "asks whether a whole array is true",
    "return x.shape": "asks a list for `.shape`, which only arrays have",
    "return np.ones(3)[5]": "entry 5 of an axis that has 3",
    "return x[9]": "beyond the end of a list",
    "return x[1.5]": "indexes a list by a float",
    "return 0.5 * x": "multiplies a list by a number that is no integer",
    "return x - 1": "`-` cannot be done with list and int",
    "return nothing": "The name `nothing` is not known",
    "y = np.arange(3)\n    y += 0.5": f"puts float64 numbers into an array of {np.arange(3).dtype}",
    "y = np.arange(3)\n    y.flags.writeable = False\n    y[0] = 1": "work on a copy",
    "return np.arange(6).reshape(4, 2)": "gives 6 entries the shape (4,2)",
    "return math.sqrt": "The name `math` is not known",
    "return np.convolv(x)": "There is no `convolv` in `numpy`",
    "return f(x, x)": "`f` is called with 2 arguments",
    "return f()": "`f` is called without 'x'",
    "return f(x)": "calls itself without end",
    "return 1 / 0": "It divides by zero.",
    "return {}[3]": "looks up 3, which is not a key",
    "a, b = x, x, x": "a different number of names",
    "return None.shape": "asks nothing for `.shape`",
    "return [None][0][0]": "is a return missing?",
    "raise NotImplementedError": "Not done yet.",
    "raise ArithmeticError('odd')": "It ended with ArithmeticError: odd",
    "assert x == 3, 'three'": "An assertion of its own has failed.",
}


@pytest.mark.parametrize("body", ERRORS)
def test_an_error_is_put_into_words(body):
    found = run(f"def f(x):\n    {body}", "assert f([1, 2]) == 3, 'no'")
    assert ERRORS[body] in found.said
    assert found.trace.startswith("Traceback") and "mathlib" not in found.trace
    assert found.call == "f([1, 2])" and found.raised


def test_what_is_no_python_is_told_with_its_line():
    assert run("def f(:", "").said == "This is no Python: invalid syntax. The line: `def f(:`"


def test_html_marks_the_cells_that_differ_and_escapes_what_came_back():
    page = run(ROWS, "assert agrees(f([[1, 2], [3, 4]]), [[1, 2], [3, 4]])").html()
    assert page.count("<mark>") == 4 and "<td>1</td>" in page and "<mark>2</mark>" in page
    page = run("def f(x):\n    return '<b>'", "assert f(1) == 'b', '<i>'").html()
    assert "<b>" not in page and "&lt;b&gt;" in page and "<i>" not in page


def test_text_stands_in_columns():
    text = run(DOUBLE, "assert double(3) == 6, 'twice'").text()
    assert text == "twice\ncall:      double(3)\ncame back: 3\nwanted:    6"


def test_long_values_are_cut():
    assert len(shown("x" * 10**6)) == 300
    around = []
    around.append(around)
    assert shown(around).endswith("[...]]]]]]]]]]]")
    assert shown(np.zeros((100, 100))).startswith("an array of shape (100, 100): [0.0")


def test_kinds_that_differ_are_named():
    assert differences("a", [1, 2]) == "it is a str, and a list was wanted"
    assert differences([1.0, np.nan], [1.0, np.nan]) == ""


def test_a_notebook_tells_it_too():
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    sources = [
        "from mathlib.feedback import explain_failures\n\nexplain_failures()",
        DOUBLE,
        "assert double(3) == 6, 'twice'",
        "double()",
    ]
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, allow_errors=True, kernel_name="python3").execute()
    told, error = notebook.cells[2].outputs
    assert told.data["text/plain"] == run(DOUBLE, sources[2]).text()
    assert told.data["text/html"] == run(DOUBLE, sources[2]).html()
    assert error.ename == "AssertionError" and "Traceback" not in str(error.traceback)
    told, error = notebook.cells[3].outputs
    assert told.data["text/plain"].startswith("`double` is called without 'x'.")
    assert error.ename == "TypeError" and "Traceback" in str(error.traceback)
