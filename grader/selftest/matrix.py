"""Attack the grader on this machine: each row of `attacks`, in one class, beside honest work."""

import json
import os
import socket
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader.checks.grade import Settings
from grader.checks.messages import Result
from grader.checks.template import Template
from grader.course import pool, report
from grader.course.store import Kept, Store
from grader.selftest import attacks
from grader.student.jail import Limits
from notebooks.exercises import release
from notebooks.files import METADATA, as_text

ANSWERS = {
    "aa-01": attacks.RIGHT,
    "aa-02": "# exercise: aa-02\ndef slope(f, x, h):\n    return (f(x + h) - f(x - h)) / (2 * h)",
    "aa-03": "# exercise: aa-03\ndef count(n):\n    return list(range(n))",
    "aa-04": "# exercise: aa-04\nfalling = [2, 1]",
}
SETUP = """import numpy as np

from mathlib.checks import agrees
from mathlib.values import tells_apart

rng = np.random.default_rng(3)"""
CHECKS = {
    "aa-01": "assert np.allclose(double(3), 6), 'twice three'\nassert double(0) == 0",
    "aa-02": "assert slope(lambda x: x * x, 1.0, 0.5) == 2, 'the slope of a parabola'",
    "aa-03": "assert count(3) == [0, 1, 2]",
    "aa-04": "assert tells_apart(falling, sorted, list), 'it rises'",
}
HIDDEN = {
    "aa-01": """for _ in range(5):
    x = rng.normal(size=4)
    expected = 2 * x
    assert agrees(double(x), expected, rtol=1e-12), 'twice each'
    assert abs(np.asarray(double(x)) - expected).max() < 1e-12, 'no entry differs'
    number = float(x[0])
    assert abs(float(double(number)) - 2 * number) < 1e-12, 'twice a number'
    assert all(float(y) == 2 * float(x) for x, y in zip(x, map(double, x.tolist())))""",
    "aa-02": """for a, b in rng.normal(size=(5, 2)):
    assert abs(slope(lambda x: a * x * x + b * x, 2.0, 0.1) - (4 * a + b)) < 1e-9""",
    "aa-03": """for n in map(int, rng.integers(0, 20, size=5)):
    assert count(n) == list(range(n))""",
}
POINTS = {"aa-01": 2, "aa-02": 3, "aa-03": 1, "aa-04": 1}
ALL = sum(POINTS.values())
SETTINGS = Settings(timeout=3.0, limits=Limits(memory=512 << 20, seconds=60))
Make = Callable[[NotebookNode], bytes]
Right = Callable[[Result], bool]


def master() -> NotebookNode:
    """Return a small notebook: arrays, a function handed over, a list, and a value."""
    new = nbformat.v4.new_code_cell
    cells = [nbformat.v4.new_markdown_cell("# Solutions to the self-test")]
    cells.append(new(SETUP))
    for id, answer in ANSWERS.items():
        head, body = answer.rsplit("\n", 1)
        indent = "    " if body.startswith(" ") else ""
        solution = f"{head}\n{indent}### BEGIN SOLUTION\n{body}\n{indent}### END SOLUTION"
        cells.append(nbformat.v4.new_markdown_cell(f"## {id.upper()} · Try", metadata={}))
        cells[-1].metadata = {"exercise": id, "tags": ["statement"]}
        cells.append(new(solution, metadata={"exercise": id, "tags": ["answer"]}))
        cells.append(new(CHECKS[id], metadata={"exercise": id, "tags": ["check"]}))
        if id in HIDDEN:
            cells.append(new(HIDDEN[id], metadata={"exercise": id, "tags": ["hidden"]}))
        cells[-1].metadata["points"] = POINTS[id]
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    return nbformat.from_dict(nbformat.v4.new_notebook(cells=cells, metadata=METADATA))


def honest(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook as handed out, with the right answers in it."""
    for cell in notebook.cells:
        if "answer" in cell.metadata.get("tags", []):
            cell.source = ANSWERS[cell.metadata.exercise]
    return notebook


def with_answer(source: str) -> Make:
    """Return what hands in `source` for the first exercise, and the rest right."""

    def make(notebook: NotebookNode) -> bytes:
        cell = next(c for c in honest(notebook).cells if c.metadata.get("tags") == ["answer"])
        cell.source = f"# exercise: aa-01\n{source}"
        return as_text(notebook).encode()

    return make


def with_value(source: str) -> Make:
    """Return what hands in `source` for the exercise that asks for a value, and the rest right."""

    def make(notebook: NotebookNode) -> bytes:
        honest(notebook).cells[-2].source = f"# exercise: aa-04\n{source}"
        return as_text(notebook).encode()

    return make


def edited(change: Callable[[NotebookNode], Any], answer: str = attacks.RIGHT) -> Make:
    """Return what hands in an honest notebook, or one with a wrong first answer, `change`d."""

    def make(notebook: NotebookNode) -> bytes:
        notebook = nbformat.reads(with_answer(answer)(notebook).decode(), as_version=4)
        changed = change(notebook)
        return changed if isinstance(changed, bytes) else as_text(notebook).encode()

    return make


def each(tag: str, change: Callable[[NotebookNode], Any]) -> Callable[[NotebookNode], None]:
    """Return what changes every cell with a tag."""

    def apply(notebook: NotebookNode) -> None:
        for cell in notebook.cells:
            if tag in cell.metadata.get("tags", []) or tag == "*":
                change(cell)

    return apply


def insert(at: int, source: str) -> Callable[[NotebookNode], None]:
    """Return what puts a cell of the student's own into the notebook."""
    return lambda n: n.cells.insert(at, nbformat.v4.new_code_cell(source))


def _checks(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if "check" in cell.metadata.get("tags", [])]


def _without_checks(notebook: NotebookNode) -> None:
    notebook.cells = [cell for cell in notebook.cells if cell not in _checks(notebook)]


def _as_version_3(notebook: NotebookNode) -> bytes:
    cells = []
    for cell in notebook.cells:
        kind = "input" if cell.cell_type == "code" else "source"
        cells.append({"cell_type": cell.cell_type, "metadata": cell.metadata, kind: cell.source})
        if cell.cell_type == "code":
            cells[-1] |= {"language": "python", "outputs": [], "collapsed": False}
    sheet = {"cells": cells, "metadata": {}}
    old = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [sheet]}
    return json.dumps(old).encode()


def _raw(notebook: NotebookNode, change: Callable[[dict[str, Any]], Any]) -> bytes:
    """Change every cell behind the back of nbformat, which would repair it."""
    bare = json.loads(as_text(notebook))
    for cell in bare["cells"]:
        change(cell)
    return json.dumps(bare).encode()


def _html(notebook: NotebookNode) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    notebook.cells.append(nbformat.v4.new_markdown_cell(evil))
    data = {"text/html": evil, "application/javascript": "alert(1)"}
    notebook.cells[-2].outputs = [nbformat.v4.new_output("display_data", data=data)]


WRONG = "def double(x): return 0"
FORGED_FILES: dict[str, Make] = {
    "checks turned to `assert True`": edited(
        each("check", lambda c: c.update(source="assert True")), WRONG
    ),
    "checks deleted": edited(_without_checks, WRONG),
    "checks duplicated": edited(lambda n: n.cells.extend(_checks(n)), WRONG),
    "checks first, answers last": edited(lambda n: n.cells.reverse(), WRONG),
    "checks turned to markdown": edited(
        each("check", lambda c: c.update(cell_type="markdown")), WRONG
    ),
    "checks that answer": edited(
        each("check", lambda c: c.update(source="def double(x): return 2 * x")), WRONG
    ),
    "tags that nbval obeys": edited(
        each("*", lambda c: c.metadata.update(tags=[*c.metadata.get("tags", []), "nbval-skip"])),
        WRONG,
    ),
    "tags that expect an error": edited(
        each("check", lambda c: c.metadata.update(tags=["check", "raises-exception"])), WRONG
    ),
    "hidden checks and points of one's own": edited(
        each("check", lambda c: c.metadata.update(tags=["hidden"], points=99)), WRONG
    ),
    "an IPython startup cell": edited(
        insert(0, "%load_ext autoreload\nimport sys\nsys.exit = None"), WRONG
    ),
}
BROKEN_FILES: dict[str, Make] = {
    "a warning on stderr": with_answer(
        "import warnings, sys\ndef double(x):\n    warnings.warn('careful')\n"
        "    print('note', file=sys.stderr)\n    return 2 * x"
    ),
    "%reset -f": edited(insert(9, "%reset -f")),
    "a wrong kernel name": edited(lambda n: n.metadata.update(kernelspec={"name": "julia-9"})),
    "no metadata at all": edited(lambda n: _raw(n, lambda c: c.pop("metadata"))),
    "nbformat 3": edited(_as_version_3),
    "cell ids that are lists": edited(lambda n: _raw(n, lambda c: c.update(id=[]))),
    "lists and dictionaries for tags and outputs": edited(
        lambda n: _raw(n, lambda c: c["metadata"].update(tags=[{}, []], x={"y": [[]]}))
    ),
    "an output that is a number": edited(lambda n: _raw(n, lambda c: c.update(outputs=5))),
    "lost cell ids": edited(lambda n: _raw(n, lambda c: c.pop("id"))),
    "duplicate cell ids": edited(lambda n: _raw(n, lambda c: c.update(id="cell-4"))),
    "an answer cell turned raw": edited(each("answer", lambda c: c.update(cell_type="raw"))),
    "an answer cell turned to markdown": edited(
        each("answer", lambda c: c.update(cell_type="markdown"))
    ),
    "extra helper cells": edited(insert(2, "def twice(x):\n    return 2 * x"), "double = twice"),
    "an import added to our first cell": edited(
        lambda n: n.cells[1].update(source=n.cells[1].source + "\nimport math as m"),
        "def double(x):\n    return x * m.floor(2.5)",
    ),
    "an answer cut in two": edited(
        lambda n: n.cells.insert(
            4,
            nbformat.v4.new_code_cell(
                "def double(x):\n    return two * x", metadata=n.cells[3].metadata
            ),
        ),
        "two = 2",
    ),
    "shell commands and timings beside the answer": with_answer(
        "!pip install numpy\n%timeit sum(range(10**6))\ndef double(x):\n    return 2 * x\n!ls"
    ),
    "a long demonstration below the answer": with_answer(
        "def double(x):\n    return 2 * x\n\nimport time\nprint(double(3))\ntime.sleep(60)"
    ),
    "a module of one's own": edited(
        insert(2, "%%writefile own.py\ndef twice(x):\n    return 2 * x"),
        "import own\ndouble = own.twice",
    ),
    "numbers of other kinds": with_answer(
        "import decimal, fractions, numpy\n"
        "class Own:\n"
        "    def __init__(self, x): self.x = x\n"
        "    def __float__(self): return float(self.x)\n"
        "def double(x):\n"
        "    if isinstance(x, numpy.ndarray): return [Own(2 * v) for v in x]\n"
        "    return fractions.Fraction(2 * x) if x else decimal.Decimal(0)"
    ),
    "a cell that draws": edited(
        insert(
            2, "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
        )
    ),
    "a cell that fails before": edited(insert(1, "1 / 0")),
    "a cell that never ends before": edited(insert(1, "while True: pass")),
    "a null byte": edited(lambda n: as_text(n).replace("2 * x", "2 * x \\u0000").encode()),
    "a byte order mark": edited(lambda n: b"\xef\xbb\xbf" + as_text(n).encode()),
    "UTF-16": edited(lambda n: as_text(n).encode("utf-16")),
    "Windows line ends": edited(lambda n: as_text(n).replace("\\n", "\\r\\n").encode()),
    "output of 30 MB in the file": edited(
        lambda n: n.cells[3].update(
            outputs=[nbformat.v4.new_output("stream", text="x" * 30_000_000)]
        )
    ),
}
UNREADABLE: dict[str, Make] = {
    "bad JSON": lambda n: b'{"cells": [',
    "two million names": with_answer(f"x = [{'a, ' * 2_000_000}]"),
    "five million dictionaries": lambda n: b'{"cells": [%s{}]}' % (b"{}," * 5_000_000),
    "a hundred thousand cells": lambda n: json.dumps({"cells": [{}] * 100_000}).encode(),
    "a merge conflict": lambda n: b"<<<<<<< HEAD\n" + as_text(n).encode() + b"=======\n",
    "an empty file": lambda n: b"",
    "a list": lambda n: b"[]",
    "cells that are a number": lambda n: b'{"cells": 5, "metadata": {}, "nbformat": 4}',
    "a million brackets": lambda n: b"[" * 1_000_000,
    "no notebook at all": lambda n: bytes(range(256)) * 100,
}
OUTPUT: dict[str, Make] = {
    "HTML in outputs and markdown": edited(_html, WRONG),
    "half a surrogate pair in an error": with_answer(
        "def double(x): raise ValueError('bad \\udc80 and \\x1b[31m')"
    ),
    "HTML in an error": with_answer(
        "def double(x): raise ValueError('<script>alert(1)</script>')  # <img src=x onerror=y>"
    ),
}


def rows() -> list[tuple[str, str, Make, Right]]:
    """Return the matrix: group, name, what is handed in, and whether a result is right."""

    def others(result: Result) -> bool:
        return all(result.exercises[id].points == POINTS[id] for id in ("aa-02", "aa-03", "aa-04"))

    def refused(result: Result) -> bool:
        return bool(result.status == "graded" and result.exercises["aa-01"].points == 0)

    def contained(result: Result) -> bool:
        return refused(result) and others(result)

    def refused_value(result: Result) -> bool:
        return bool(result.exercises["aa-04"].status == "wrong" and result.points == ALL - 1)

    def silent(result: Result) -> bool:
        told = "".join(line.message + line.shown for line in result.exercises.values())
        return result.points < ALL and "LEAK" not in told

    def stored(result: Result) -> bool:
        told = json.loads(result.to_json())
        return contained(result) and bool(json.dumps(told, ensure_ascii=False).encode())

    def full(result: Result) -> bool:
        return bool(result.points == ALL)

    table: list[tuple[str, str, Make, Right]] = []
    groups = {"forgery": attacks.FORGERY, "escape": attacks.ESCAPE}
    groups |= {"exhaustion": attacks.EXHAUSTION, "death": attacks.DEATH}
    for group, sources in groups.items():
        for name, source in sources.items():
            right = refused if name == "the grader's modules patched" else contained
            table.append((group, name, with_answer(source), right))
    table += [
        ("value", name, with_value(text), refused_value) for name, text in attacks.VALUE.items()
    ]
    table += [("value", name, with_value(text), full) for name, text in attacks.READ.items()]
    table += [("leak", name, with_answer(text), silent) for name, text in attacks.LEAK.items()]
    table += [("forgery", name, make, contained) for name, make in FORGED_FILES.items()]
    table += [("broken file", name, make, full) for name, make in BROKEN_FILES.items()]
    for name, make in UNREADABLE.items():
        table.append(("unreadable", name, make, lambda r: r.status == "unreadable"))
    table.append(("unreadable", "a folder", lambda n: b"", lambda r: r.status == "unreadable"))
    table += [("output", name, make, stored) for name, make in OUTPUT.items()]
    honest_row = edited(lambda n: None)
    return (
        [("honest", f"right answers {n}", honest_row, full) for n in (1, 2)]
        + table
        + [("honest", "right answers 3", honest_row, full)]
    )


class Watch:
    """What an escape would reach: files, ports; and whether it did."""

    def __init__(self, folder: Path) -> None:
        self.outside = folder / "outside"
        self.outside.mkdir()
        (self.outside / "secret.ipynb").write_text("the master")
        self.tcp, self.udp = socket.create_server(("127.0.0.1", 0)), socket.socket(2, 2)
        self.udp.bind(("127.0.0.1", 0))
        self.door = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        folder_fd = os.open(self.outside, os.O_RDONLY)  # its name may be too long for a socket
        self.door.bind(f"/proc/self/fd/{folder_fd}/door.ipynb")
        os.close(folder_fd)
        for each in (self.tcp, self.udp, self.door):
            each.setblocking(False)
        self.home = Path.home()
        self.words = {
            "SECRET": str(self.outside / "secret.ipynb"),
            "OTHERS": str(self.outside / "secret.ipynb"),
            "OUTSIDE": str(self.outside),
            "HOMEDIR": str(self.outside),
            "HOME": str(self.home),
            "TCP": str(self.tcp.getsockname()[1]),
            "UDP": str(self.udp.getsockname()[1]),
            "FCNTL": {"x86_64": "72"}.get(os.uname().machine, "25"),
        }

    def fill(self, data: bytes) -> bytes:
        """Return `data` with the words in capitals replaced."""
        for word, value in self.words.items():
            data = data.replace(word.encode(), value.encode())
        return data

    def breaches(self) -> list[str]:
        """Return what was reached."""
        found = [
            f"{path} was written" for path in self.outside.iterdir() if path.suffix != ".ipynb"
        ]
        if self.outside.stat().st_mode & 0o022:
            found.append("the mode of a folder was changed")
        if not (self.outside / "secret.ipynb").read_text():
            found.append("a file was emptied")
        ways = {"TCP": self.tcp.accept, "UDP": lambda: self.udp.recv(9)}
        for name, reach in {**ways, "a path": lambda: self.door.recv(9)}.items():
            try:
                reach()
                found.append(f"something came over {name}")
            except BlockingIOError:
                pass
        for process in Path("/proc").glob("[0-9]*/comm"):
            try:
                if process.read_text().strip() == "swy-daemon":
                    found.append("a daemon was left behind")
            except OSError:
                continue
        return found


def run(folder: Path, jobs: int, rungs: Sequence[str]) -> list[tuple[str, str, Result, bool]]:
    """Return group, name, result and verdict for each row; the last is what lies outside."""
    warnings.simplefilter("ignore")  # nbformat's, about the files that are broken on purpose
    handed_out = release(master())
    watch, matrix = Watch(folder), rows()
    waiting = []
    for number, (_, name, make, _) in enumerate(matrix):
        path = folder / f"{number:03}.ipynb"
        if name == "a folder":
            path.mkdir()
        else:
            path.write_bytes(watch.fill(make(nbformat.reads(handed_out, as_version=4))))
        waiting.append((str(number), path))
    settings = Settings(SETTINGS.timeout, tuple(rungs), limits=SETTINGS.limits)
    common = ({"selftest": as_text(master())}, b"secret", settings)
    results = dict(pool.local(waiting, common, jobs))
    store = Store(folder / "graded")
    for key, result in results.items():
        store.write(Kept.of(result, submission=key, student=key))
    pages = [path.read_text("utf-8") for path in report.write_pages(store)]
    found = [
        (group, name, results[str(number)], right(results[str(number)]))
        for number, (group, name, _, right) in enumerate(matrix)
    ]
    escaped = all("<script" not in page and "<img" not in page for page in pages)
    found.append(("output", "escaped in every feedback page", Result(str(escaped)), escaped))
    breaches = watch.breaches()
    found.append(("escape", "nothing outside was reached", Result(str(breaches)), not breaches))
    return found


def main(rungs: Sequence[str]) -> int:
    """Print the table; return 0 if every outcome is right."""
    template = Template(rungs, SETTINGS.limits)
    template.close()
    print(f"jail: {template.jail}", flush=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="selftest-") as folder:
        found = run(Path(folder), 2, rungs)
    for group, name, result, right in found:
        line = result.exercises.get("aa-01")
        outcome = f"{line.status}, {result.points} of {ALL}" if line else result.status
        print(f"{'ok ' if right else 'BAD'}  {group:<12} {name:<42} {outcome}")
    bad = sum(not right for *_, right in found)
    seconds = time.monotonic() - start
    print(f"{len(found)} rows, {bad} wrong outcomes, {seconds:.0f} s")
    return int(bad > 0)
