"""What is taken from a notebook that was handed in, and from a folder or a zip of them."""

import contextlib
import copy
import functools
import json
import os
import tracemalloc
from pathlib import Path

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.checks.submission import UnreadableError, answers, read_file, read_submission
from notebooks import exercises as master
from notebooks.files import as_text, read, tags

ROOT = Path(__file__).parents[3]
MASTER = read(ROOT / "solutions/toeplitz/local_weights.ipynb")
HANDED_OUT = ROOT / "exercises/toeplitz/local_weights.ipynb"


@pytest.fixture
def notebook():
    return read(HANDED_OUT)


def found(notebook):
    return [(cell.exercise, cell.source) for cell in answers(notebook, MASTER)]


def code(source, **metadata):
    return nbformat.v4.new_code_cell(source, metadata=metadata)


def check_cell(notebook):
    return next(cell for cell in notebook.cells if "check" in tags(cell))


def test_of_what_was_handed_out_only_the_stubs_are_taken(notebook):
    exercises = master.exercises(MASTER).values()
    stubs = [(e.id, e.stub) for e in exercises if e.kind != "repair"]  # of which nothing is new
    assert found(notebook) == stubs and 0 < len(stubs) < len(exercises)


def test_cells_are_taken_in_their_order(notebook):
    notebook.cells[1:1] = [code("first = 1")]
    notebook.cells.append(code("last = 1"))
    taken = found(notebook)
    assert taken[0] == (None, "first = 1") and taken[-1] == (None, "last = 1")


@pytest.mark.parametrize(
    "cell",
    [
        code("def helper(): ...", exercise="tc-02"),
        code("%%time\n# exercise: tc-02\nx = 1"),
        code("#exercise: tc-02"),
        code("def layers_to_see(n, K):\n    return 1"),
        code("class Other: ...\n\ndef layers_to_see(n, K): ..."),
        nbformat.v4.new_raw_cell("# exercise: tc-02\nx = 1"),
        nbformat.v4.new_markdown_cell("# exercise: tc-02\nx = 1"),
    ],
    ids=lambda cell: cell.source[:20],
)
def test_an_answer_is_known_by_metadata_marker_or_name(cell):
    assert found(nbformat.v4.new_notebook(cells=[cell])) == [("tc-02", cell.source)]


def test_a_check_is_never_taken(notebook):
    for edit in (lambda c: None, lambda c: c.metadata.pop("exercise"), lambda c: c.pop("id")):
        cell = check_cell(notebook)
        cell.source = "def longest_signal(a, b):\n    return 0"
        edit(cell)
        own = [source for _, source in found(notebook)]
        if "exercise" in cell.metadata:
            assert cell.source not in own


def test_an_edited_import_is_the_students(notebook):
    setup = next(cell for cell in notebook.cells if cell.cell_type == "code")
    setup.source += "\nimport cmath"
    assert found(notebook)[0] == (None, setup.source)


def test_all_parts_of_an_answer_count(notebook):
    parts = [code("a = 1", exercise="tc-01"), code("b = 2", exercise="tc-01")]
    notebook.cells += parts
    assert [source for id, source in found(notebook) if id == "tc-01"][1:] == ["a = 1", "b = 2"]


@pytest.mark.parametrize(
    "cells",
    [
        5,
        None,
        "x",
        [5, None, "x"],
        [{}],
        [{"metadata": 5, "source": 5, "cell_type": 5}],
        [{"cell_type": "code", "source": [1, 2], "metadata": {"tags": 5, "exercise": []}}],
    ],
)
def test_cells_of_any_shape_are_survived(cells):
    notebook = read_submission(json.dumps({"cells": cells, "nbformat": 4}).encode())
    assert all(exercise is None for exercise, _ in found(notebook))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
ours = json.loads(HANDED_OUT.read_text("utf-8"))
PLACES = [(key,) for key in ours] + [("cells", n) for n in range(len(ours["cells"]))]
PLACES += [("cells", n, key) for n, cell in enumerate(ours["cells"]) for key in cell]
PLACES += [
    ("cells", n, "metadata", key)
    for n, cell in enumerate(ours["cells"])
    for key in (*cell["metadata"], "tags", "exercise")
]
edits = st.lists(st.tuples(st.sampled_from(PLACES), anything | st.just(...)), max_size=4)


@settings(max_examples=400, deadline=None)
@given(edits)
def test_whatever_stands_where_it_is_read_or_unreadable(edits):
    notebook = copy.deepcopy(ours)
    for (*path, key), value in edits:
        with contextlib.suppress(LookupError, TypeError):  # an edit before has taken the place
            inside = functools.reduce(lambda node, key: node[key], path, notebook)
            if value is ...:
                del inside[key]
            else:
                inside[key] = value
    try:
        cells = found(read_submission(json.dumps(notebook).encode()))
    except UnreadableError as error:
        assert str(error).isprintable()
        return
    for exercise, source in cells:
        assert exercise is None or isinstance(exercise, str)
        assert "\0" not in source and source.encode("utf-8", "strict") is not None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda n: n.update(cells=n["cells"][:1] * 2001), "at most 2000 cells, got 2001"),
        (lambda n: n["cells"][1].update(source="a," * 2**18), "at most 256 KiB in a code cell"),
        (lambda n: n["cells"].extend([code("a = 1" * 50_000)] * 13), "at most 2 MiB of code"),
        (lambda n: n.update(x=[{}] * 10**6), "at most 1000000 values"),
        (lambda n: n.update(x=['\\",'] * 10**6), "at most 1000000 values"),
        (lambda n: n.update(x="x" * (51 << 20)), "at most 50 MiB"),
    ],
)
def test_what_is_too_large_is_refused_before_it_costs(change, message, request):
    notebook = copy.deepcopy(ours)
    change(notebook)
    data = json.dumps(notebook).encode()
    tracemalloc.start()
    request.addfinalizer(tracemalloc.stop)  # or the next one would be blamed for this one's costs
    with pytest.raises(UnreadableError, match=f"too large: .*{message}"):
        found(read_submission(data))
    assert tracemalloc.get_traced_memory()[1] < 4 * (len(data) + (4 << 20))


def test_large_outputs_and_pictures_are_no_reason_to_refuse():
    notebook = copy.deepcopy(ours)
    notebook["cells"][1]["outputs"] = [{"text": ['{[,:\\"' * 10**5] * 40}]
    notebook["cells"].append({"cell_type": "markdown", "source": "x" * 10**6})
    assert found(read_submission(json.dumps(notebook).encode())) == found(ours)


def test_a_null_byte_is_dropped():
    notebook = nbformat.v4.new_notebook(cells=[code("# exercise: tc-01\nx = '\0'")])
    text = as_text(notebook).encode()
    assert found(read_submission(text)) == [("tc-01", "# exercise: tc-01\nx = ''")]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"5", b"<<<<<<< HEAD\n{}", b"[" * 10**6])
def test_what_is_no_notebook_is_unreadable(data):
    with pytest.raises(UnreadableError):
        read_submission(data)


def test_links_pipes_and_folders_are_not_read(tmp_path):
    (tmp_path / "link.ipynb").symlink_to(HANDED_OUT)
    os.mkfifo(tmp_path / "pipe.ipynb")
    (tmp_path / "folder.ipynb").mkdir()
    for name in ("link", "pipe", "folder", "missing"):
        with pytest.raises(UnreadableError, match="cannot be read: "):
            read_file(tmp_path / f"{name}.ipynb")
