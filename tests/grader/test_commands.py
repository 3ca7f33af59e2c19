"""The commands, end to end: a class is handed in, graded, killed, resumed, given back."""

import ast
import contextlib
import copy
import csv
import html
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import nbformat
import psutil
import pytest

from grader.__main__ import main
from grader.course.gradebook import write_csv
from grader.course.store import Store
from notebooks import exercises as master
from notebooks.files import as_text, paths, read, tags

ROOT = Path(__file__).parents[2]
LOCAL, ONE = "toeplitz/local_weights", "toeplitz/one_dimension"


def notebooks_of(folder):
    """Return one notebook of each part, and those that are named above, by path."""
    found = {}
    for path in paths(ROOT, folder):
        name = path.relative_to(ROOT / folder).with_suffix("").as_posix()
        first = name.split("/")[0] not in {each.split("/")[0] for each in found}
        if first or name in (LOCAL, ONE):
            found[name] = read(path)
    return found


MASTERS, HANDED_OUT = notebooks_of("solutions"), notebooks_of("exercises")
MOST = 2  # mistakes of each: `checks/test_mistakes.py` makes them all


def student(master):
    """Return the name of the student who hands in the notebooks of one master."""
    return master.replace("/", " ")


def answer_cells(notebook):
    """Return the answer cells of a notebook by the ids of their exercises."""
    return {cell.metadata.exercise: cell for cell in notebook.cells if "answer" in tags(cell)}


def points(stem):
    """Return the points of each exercise of a master, by its id."""
    return {id: each.points for id, each in master.exercises(MASTERS[stem]).items()}


def submission(stem, answer=lambda exercise: exercise.answer.source):
    """Return what was handed out, with `answer(exercise)` in each answer cell."""
    notebook = read(ROOT / f"exercises/{stem}.ipynb")
    exercises = master.exercises(read(ROOT / f"solutions/{stem}.ipynb"))
    for id, cell in answer_cells(notebook).items():
        cell.source = answer(exercises[id])
    return notebook


def mistake(exercise, number):
    names = exercise.mistake_names()
    return names[number % len(names)]


def mistaken(number):
    """Return the answer that makes the mistake with this number, as a student would write it."""

    def answer(exercise):
        name = mistake(exercise, number)
        if exercise.is_value:
            value = ast.unparse(mistakes(exercise.mistakes)[name].body[-1].value)
            sources = [f"{exercise.name} = {value}"]
        else:
            sources = [cell.source.replace(name, exercise.name) for cell in exercise.mistakes]
        return "\n".join([f"# exercise: {exercise.id}", *sources])

    return answer


def mistakes(cells):
    """Return the functions of the known mistakes in some cells, by their names."""
    nodes = [node for cell in cells for node in ast.parse(cell.source).body]
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}


def sentences(stem):
    """Return what is told to each known mistake, by its name."""
    found = mistakes(cell for cell in MASTERS[stem].cells if "mistake" in tags(cell))
    return {name: ast.get_docstring(function) for name, function in found.items()}


def one_raises(notebook):
    wrong = {
        "tc-01": "def longest_signal(memory, b):\n    return memory // 0 <b>",
        "tc-02": "def layers_to_see(n, K):\n    return n.shape",
        "tc-03": "def broken_positions(k, n):\n    return n",
    }
    cells = answer_cells(notebook)
    for id, source in wrong.items():
        cells[id].source = f"# exercise: {id}\n{source}"
    return notebook


SUBMISSIONS = (
    {f"{student(name)}/perfect": lambda name=name: submission(name) for name in MASTERS}
    | {f"{student(name)}/untouched": lambda name=name: HANDED_OUT[name] for name in MASTERS}
    | {
        f"{student(name)} mistake {n}/mine": lambda name=name, n=n: submission(name, mistaken(n))
        for name in MASTERS
        for n in range(MOST)
    }
    | {"raises": lambda: one_raises(submission(LOCAL))}
)
PERFECT = f"{student(LOCAL)}/perfect"
ALL = [argument for name in MASTERS for argument in ("--assignment", name)]


def hand_in(folder, chosen=tuple(SUBMISSIONS)):
    for name in chosen:
        path = folder / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_text(SUBMISSIONS[name]()), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    folder, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    hand_in(folder)
    (folder / "broken.ipynb").write_text('{"cells": [', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["grade", str(folder), "--out", str(out), "--best", *ALL]) == 0
        assert main(["report", str(out)]) == 0
    return folder, out


@pytest.fixture(scope="module")
def results(graded):
    return {result.submission: result for result in Store(graded[1]).results()}


@pytest.fixture(scope="module")
def rows(graded):
    return list(csv.DictReader((graded[1] / "gradebook.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("stem", MASTERS)
def test_the_solution_earns_everything(results, stem):
    result = results[f"{student(stem)}/perfect"]
    assert {line.status for line in result.exercises.values()} == {"passed"}
    assert result.points == result.out_of == sum(points(stem).values()) > 0


@pytest.mark.parametrize("stem", MASTERS)
def test_what_was_handed_out_earns_nothing(results, stem):
    result = results[f"{student(stem)}/untouched"]
    assert {line.status for line in result.exercises.values()} == {"not-done"}
    assert result.points == 0


@pytest.mark.parametrize("number", range(MOST))
@pytest.mark.parametrize("stem", MASTERS)
def test_every_mistake_is_answered_by_its_own_sentence(results, stem, number):
    told = sentences(stem)
    for id, line in results[f"{student(stem)} mistake {number}/mine"].exercises.items():
        exercise = master.exercises(MASTERS[stem])[id]
        assert line.status == "wrong"
        assert line.message == told[mistake(exercise, number)], id


def test_other_errors_name_the_line(results):
    lines = results["raises"].exercises
    assert lines["tc-01"].message.startswith("the cell raised SyntaxError: ")
    assert lines["tc-02"].message == (
        "layers_to_see raised AttributeError: 'int' object has no attribute 'shape', "
        "in the line return n.shape"
    )
    assert lines["tc-03"].message.startswith("the check could not use what broken_positions")
    assert lines["tc-04"].status == "passed"


def test_the_gradebook_has_a_row_for_each_student(results, rows):
    by_student = {row["student"]: row for row in rows}
    assert list(by_student) == sorted({name.split("/")[0] for name in SUBMISSIONS} | {"broken"})
    assert by_student["broken"]["status"] == "unreadable" and by_student["broken"]["points"] == "0"
    for row in rows:
        in_row = sum(int(points) for id, points in row.items() if id[2:3] == "-" and points)
        assert in_row == int(row["points"] or 0) <= int(row["out_of"])
    best = max(r.points for name, r in results.items() if name.startswith(f"{student(LOCAL)}/"))
    assert int(by_student[student(LOCAL)]["points"]) == best


def test_nothing_is_left_behind(tmp_path):
    folder = hand_in(tmp_path / "in", ["raises", PERFECT])
    command = [sys.executable, "-m", "grader", "grade", str(folder), "--out", str(tmp_path / "o")]
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run(command, check=True, env={**os.environ, "TMPDIR": temporary}, timeout=600)
        assert list(Path(temporary).iterdir()) == []


def test_a_second_run_finds_everything_done(graded, capsys):
    folder, out = graded
    before = (out / "gradebook.csv").read_bytes()
    assert main(["grade", str(folder), "--out", str(out), "--best", *ALL]) == 0
    said = capsys.readouterr().out
    count = len(SUBMISSIONS) + 1
    assert f"{count} of {count} are graded already" in said and "[1/" not in said
    assert (out / "gradebook.csv").read_bytes() == before


def test_a_damaged_result_is_found_again(graded, capsys):
    folder, out = graded
    path = Store(out).place("raises") / "result.json"
    before, book = path.read_bytes(), (out / "gradebook.csv").read_bytes()
    for damage in (b"{", b"[]", b"\xff"):
        path.write_bytes(damage)
        assert main(["grade", str(folder), "--out", str(out), "--best", *ALL]) == 0
        assert (path.read_bytes(), (out / "gradebook.csv").read_bytes()) == (before, book)
    assert "[1/1] raises" in capsys.readouterr().out


def test_another_answer_another_master_another_setting_are_graded_anew(graded):
    from grader.checks.grade import Settings
    from grader.course.store import environment, key

    path = graded[0] / f"{PERFECT}.ipynb"
    masters = {"a": as_text(MASTERS[LOCAL])}
    every = [
        key(path, environment(masters, Settings(), b"1")),
        key(path, environment(masters, Settings(), b"2")),
        key(path, environment(masters, Settings(timeout=9), b"1")),
        key(path, environment({"a": as_text(MASTERS[ONE])}, Settings(), b"1")),
        key(graded[0] / "raises.ipynb", environment(masters, Settings(), b"1")),
    ]
    assert len({*every}) == 5


def test_the_feedback_page_tells_and_escapes(graded):
    store = Store(graded[1])
    page = (store.place("raises") / "feedback.html").read_text("utf-8")
    assert "return memory // 0 &lt;b&gt;" in page and "<b>" not in page
    page = (store.place(PERFECT) / "feedback.html").read_text("utf-8")
    most = sum(points(LOCAL).values())
    assert f"<strong>{most}</strong> of {most} points" in page
    overview = (graded[1] / "overview.html").read_text("utf-8")
    assert (
        f"{len({name.split('/')[0] for name in SUBMISSIONS}) + 1} students" in overview
        and "1 unreadable" in overview
    )
    told = [html.escape(text) for stem in MASTERS for text in sentences(stem).values()]
    assert sum(text in overview for text in told) >= 5


def test_exports(graded, capsys):
    out = graded[1]
    for form in ("csv", "canvas", "nbgrader", "gradescope"):
        assert main(["export", str(out), "--format", form, "--assignment", "Week 1"]) == 0
    written = capsys.readouterr().out.split()
    canvas = list(csv.reader((out / "canvas.csv").read_text().splitlines()))
    assert canvas[0][:2] == ["Student", "ID"] and canvas[0][-1] == "Week 1"
    most = {stem: sum(points(stem).values()) for stem in MASTERS}
    assert [student(LOCAL), "", "", "", "", str(most[LOCAL])] in canvas
    nbgrader = list(csv.DictReader((out / "nbgrader.csv").read_text().splitlines()))
    local = next(row for row in nbgrader if row["student_id"] == student(LOCAL))
    assert (local["score"], local["max_score"]) == (str(most[LOCAL]), str(sum(most.values())))
    scores = {json.loads(Path(p).read_text())["score"] for p in written if p.endswith("json")}
    assert {0, most[LOCAL], most[ONE]} <= scores


def test_a_name_is_no_formula_to_a_spreadsheet(tmp_path):
    write_csv(tmp_path / "x.csv", [["=cmd|' /C calc'!A0", "-1", "anna"]])
    assert (tmp_path / "x.csv").read_text() == "'=cmd|' /C calc'!A0,'-1,anna\n"


# Killed, and what comes back


CHOSEN = list(SUBMISSIONS)[::2]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What was handed in, the secret of a run that nobody disturbed, and its gradebook."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        command = ["grade", str(hand_in(folder / "in", CHOSEN)), "--out", str(folder / "out")]
        assert main(command) == 0
    secret, gradebook = (folder / "out" / name for name in ("secret", "gradebook.csv"))
    return folder / "in", secret.read_text(), gradebook.read_text()


def start(folder, out, jobs=2):
    command = [sys.executable, "-m", "grader", "grade", str(folder), "--out", str(out)]
    return subprocess.Popen(
        [*command, "-j", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What a shell starts in the background ignores the interrupt, and so would this.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def lines_until(process, count):
    while count:
        count -= process.stdout.readline().startswith("[")


def alive(pids):
    return [pid for pid in pids if psutil.pid_exists(pid)]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_is_resumed_and_gives_the_same(tmp_path, undisturbed, how, capsys):
    folder, secret, expected = undisturbed
    out = tmp_path / "out"
    out.mkdir()
    (out / "secret").write_text(secret)
    process = start(folder, out)
    lines_until(process, 2)
    descendants = [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
    assert descendants
    process.send_signal(how)
    _, said = process.communicate(timeout=200)
    if how == signal.SIGINT:
        assert process.returncode == 130 and "the same command goes on from here" in said
    patience = time.monotonic() + 200
    while alive(descendants) and time.monotonic() < patience:
        time.sleep(0.1)
    assert alive(descendants) == []
    assert not (out / "gradebook.csv").exists()
    assert 2 <= len(Store(out).results()) < len(CHOSEN)
    capsys.readouterr()
    assert main(["grade", str(folder), "--out", str(out)]) == 0
    assert f"of {len(CHOSEN)} are graded already" in capsys.readouterr().out
    assert (out / "gradebook.csv").read_text() == expected


def test_processes_killed_at_random_change_nothing(tmp_path, undisturbed):
    folder, secret, expected = undisturbed
    out = tmp_path / "out"
    out.mkdir()
    (out / "secret").write_text(secret)
    process, dice = start(folder, out), random.Random(14)
    for _ in range(6):  # each after a result, so that what is killed is at work
        lines_until(process, 1)
        with contextlib.suppress(psutil.Error, ProcessLookupError, IndexError):
            victims = psutil.Process(process.pid).children(recursive=True)
            os.kill(dice.choice(victims).pid, signal.SIGKILL)
    said = process.communicate(timeout=200)
    assert process.returncode in (0, 1) and "Traceback" not in said[1], said
    if process.returncode:  # so often hit that it was put off, not scored
        assert "could not be graded here; the same command tries them again" in said[0]
        assert main(["grade", str(folder), "--out", str(out)]) == 0
    assert (out / "gradebook.csv").read_text() == expected


# A zip, and a student's own check


def test_a_zip_of_a_learning_platform(tmp_path):
    archive = tmp_path / "handed_in.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for name, stem in (("Bo Berg_1234", LOCAL), ("Æsa Öz_77", ONE)):
            path = f"{name}_assignsubmission_file_/{student(stem)}.ipynb"
            file.writestr(path, as_text(submission(stem)))
    assert main(["grade", str(archive), "--out", str(tmp_path / "out"), "-j", "1"]) == 0
    rows = list(csv.DictReader((tmp_path / "out/gradebook.csv").read_text("utf-8").splitlines()))
    assert [(r["student"], r["id"], int(r["points"])) for r in rows] == [
        ("Bo Berg", "1234", sum(points(LOCAL).values())),
        ("Æsa Öz", "77", sum(points(ONE).values())),
    ]


@pytest.mark.parametrize("where", ["in its place", "below the stub", "above the stub"])
def test_an_older_release_earns_its_points(tmp_path, where):
    """Before the parts had names, and some exercises were there; with the answers of today."""
    notebook = nbformat.read(Path(__file__).with_name("old_release.ipynb"), as_version=4)
    exercises, handed_out = master.exercises(MASTERS[LOCAL]), answer_cells(notebook)
    for id, cell in handed_out.items():
        answer = exercises[id].answer.source
        at = notebook.cells.index(cell) + (where == "below the stub")
        if where == "in its place":
            cell.source = answer
        else:
            notebook.cells.insert(at, nbformat.v4.new_code_cell(answer))
    path = tmp_path / "in/anna.ipynb"
    path.parent.mkdir()
    path.write_text(as_text(notebook), encoding="utf-8")
    assert main(["grade", str(path.parent), "--out", str(tmp_path / "out")]) == 0
    (result,) = Store(tmp_path / "out").results()
    assert result.master == LOCAL and 0 < len(handed_out) < len(exercises)
    assert {id: (line.status, line.points) for id, line in result.exercises.items()} == {
        id: ("passed", most) if id in handed_out else ("not-done", 0)
        for id, most in points(LOCAL).items()
    }


def test_one_exercise_is_graded_anew(tmp_path, monkeypatch, capsys):
    def mistaken_at_two(exercise):
        return (mistaken(0) if exercise.id == "tc-02" else lambda each: each.answer.source)(
            exercise
        )

    (tmp_path / "in").mkdir()
    (tmp_path / "in/bo.ipynb").write_text(as_text(submission(LOCAL, mistaken_at_two)), "utf-8")
    (tmp_path / "solutions/toeplitz").mkdir(parents=True)
    ours, path = copy.deepcopy(MASTERS[LOCAL]), tmp_path / f"solutions/{LOCAL}.ipynb"
    path.write_text(as_text(ours), "utf-8")
    monkeypatch.chdir(tmp_path)
    command = ["grade", "in", "--out", "out", "-j", "1"]
    assert main(command) == 0
    for cell in ours.cells:
        if {"check", "hidden"} & {*tags(cell)} and cell.metadata.exercise in ("tc-01", "tc-02"):
            cell.source = "assert layers_to_see(5, 3) or True"
    path.write_text(as_text(ours), "utf-8")
    assert main([*command, "--exercise", "TC-02"]) == 0
    assert "1/1] bo: 2 of 2" in capsys.readouterr().out
    (result,) = Store(tmp_path / "out").results()
    assert result.points == result.out_of and result.was["tc-02"] == 0
    assert (tmp_path / "out/changes.csv").read_text().splitlines()[1:] == ["bo,,bo,tc-02,0,2,2"]
    assert main([*command, "--exercise", "tc-99"]) == 2
    assert "--exercise must be one of those graded in --out, tc-01" in capsys.readouterr().err


def test_students_check_their_own(tmp_path, capsys):
    path = tmp_path / "mine.ipynb"
    notebook = submission(LOCAL)
    path.write_text(as_text(notebook), encoding="utf-8")
    assert main(["check", str(path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"{id.upper()}: passed" for id in master.exercises(MASTERS[LOCAL])]
    answer_cells(notebook)["tc-05"].source = "# exercise: tc-05\ndef to_csr(k, n): return k, k, k"
    path.write_text(as_text(one_raises(notebook)), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().out
    assert "TC-05: wrong - 3 rows with 3 entries each" in said and "TC-04: passed" in said


@pytest.mark.parametrize("command", [["check"], ["grade", "--out", "x"]])
def test_without_a_jail_nothing_is_run(command, tmp_path, monkeypatch, capsys):
    path = tmp_path / "in/mine.ipynb"
    path.parent.mkdir()
    notebook = submission(LOCAL)
    notebook.cells.append(nbformat.v4.new_code_cell(f"open({str(tmp_path / 'ran')!r}, 'w')"))
    path.write_text(as_text(notebook), encoding="utf-8")
    monkeypatch.setattr("grader.__main__.RUNGS", ("nowhere",))
    monkeypatch.setattr("grader.__main__._must_be_hidden", lambda *paths: None)
    command = [command[0], str(path if command == ["check"] else path.parent), *command[1:]]
    assert main(command) == 2
    assert "--unsafe runs answers with your own rights" in capsys.readouterr().err
    assert not (tmp_path / "ran").exists()
    if command[0] == "check":
        assert main([*command, "--unsafe"]) == 0 and (tmp_path / "ran").exists()


# What a process keeps between submissions


def test_grading_is_a_function_of_the_bytes(tmp_path):
    from grader.checks.grade import Settings, grade

    masters = {stem: as_text(notebook) for stem, notebook in MASTERS.items()}
    data = as_text(submission(LOCAL, mistaken(1))).encode()
    first = grade(data, masters, b"secret", Settings())
    grade(as_text(submission(ONE)).encode(), masters, b"secret", Settings())
    assert grade(data, masters, b"secret", Settings()) == first


def test_hidden_inputs_depend_on_the_secret_and_the_submission():
    spy = (
        "# exercise: tc-01\ndef longest_signal(memory, b):\n"
        "    if memory > 10**50: raise ValueError(memory)\n"
        "    import math\n    return math.isqrt(memory // b)"
    )
    from grader.checks.grade import Settings, grade

    def told(secret, extra="", show=True):
        notebook = submission(LOCAL)
        next(c for c in notebook.cells if "answer" in tags(c)).source = spy + extra
        masters = {"m": as_text(MASTERS[LOCAL])}
        settings = Settings(show_hidden=show)
        return grade(as_text(notebook).encode(), masters, secret, settings).exercises["tc-01"]

    one = told(b"1")
    assert one.points == 0 and "raised ValueError: " in one.message
    assert told(b"1") == one
    assert told(b"2").message != one.message != told(b"1", "\n#").message
    assert "ValueError: " not in told(b"1", show=False).message


# Misuse


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["grade", "no_such", "--out", "x"], "submissions must be a folder or a zip file, got no_"),
        (
            ["grade", "benchmarks", "--out", "x"],
            "submissions must hold notebooks, got none in benc",
        ),
        (["grade", "exercises", "--out", "x", "-j", "0"], "--jobs must be at least 1, got 0"),
        (
            ["grade", "exercises", "--out", "x", "--timeout", "0"],
            "--timeout must be from 1 to 300 seconds, got 0",
        ),
        (["grade", "exercises", "--out", "x", "--name", "("], "--name must be a regular expr"),
        (["grade", ".venv", "--out", "x"], "answers may read "),
        (["grade", "exercises", "--out", ""], "--out must name a folder, got ''"),
        (["grade", "", "--out", "x"], "submissions must name a folder, got ''"),
        (["grade", "exercises", "--out", "exercises/x"], "--out must lie outside the submissions"),
        (["grade", "exercises", "--out", "mathlib"], "--out must be empty, or what `grade` has"),
        (
            ["grade", "exercises", "--out", "x", "--name", "(?P<student>q)"],
            "--name must fit a file",
        ),
        (["grade", "exercises", "--out", "x", "--assignment", "q"], "--assignment must be one of"),
        (["grade", "exercises", "--out", "x", "--roster", "README.md"], "must have a column name"),
        (["report", ""], "DIR must name a folder, got ''"),
        (["check", "no_such"], "notebook must be a file, got no_such"),
        (["check", "README.md"], "README.md: JSONDecodeError"),
        (["report", "mathlib"], "DIR must be a folder that `grade` has written, got mathlib"),
        (["export", "mathlib", "--format", "csv"], "DIR must be a folder that `grade` has"),
    ],
)
def test_misuse_is_one_line_and_writes_nothing(arguments, message, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert message in said and said.count("\n") == 1
    assert not Path("x").exists()


@pytest.mark.parametrize("seconds", ["inf", "nan", "1e-9", "0", "-5", "301"])
@pytest.mark.parametrize("command", [["check", "README.md"], ["grade", "exercises", "--out", "x"]])
def test_a_timeout_is_a_time(command, seconds, capsys):
    assert main([*command, "--timeout", seconds]) == 2
    assert "--timeout must be from 1 to 300 seconds, got " in capsys.readouterr().err
    assert not Path("x").exists()


def test_a_folder_with_a_secret_alone_has_no_results(tmp_path, capsys):
    Store(tmp_path).secret()
    assert main(["report", str(tmp_path)]) == 2
    assert "DIR must be a folder that `grade` has written" in capsys.readouterr().err


def test_release_elsewhere_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["release"]) == 2
    assert "the current folder must hold solutions/" in capsys.readouterr().err


@pytest.mark.parametrize("given", [[], ["DIR=in"], ["OUT=out"]])
def test_make_grade_asks_for_both(given):
    environment = {name: value for name, value in os.environ.items() if name not in ("DIR", "OUT")}
    ran = subprocess.run(
        ["make", "-s", "-o", ".venv/.all", "grade", *given],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert ran.returncode == 2
    assert "make grade needs both: make grade DIR=handed_in OUT=graded" in ran.stdout + ran.stderr


def test_make_grade_takes_any_name(tmp_path):
    folder, out = tmp_path / "handed in 'x' $y", tmp_path / "gra ded"
    hand_in(folder, ["raises"])
    given = [f"DIR={folder}".replace("$", "$$"), f"OUT={out}"]
    subprocess.run(["make", "-s", "-o", ".venv/.all", "grade", *given], check=True)
    assert (out / "overview.html").exists()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_of_another_encoding_is_written_to(tmp_path, encoding):
    (tmp_path / "in").mkdir()
    for name in ("Æsa Öz", "李", os.fsdecode(b"\xff")):
        (tmp_path / f"in/{name}.ipynb").write_text("{}")
    command = [sys.executable, "-m", "grader", "grade", str(tmp_path / "in"), "--out"]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [*command, str(tmp_path / "out")], env=environment, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert rb"\u674e" in ran.stdout


def test_the_exit_codes_are_told(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "exit code: 0 when all is done; 1 when" in capsys.readouterr().out


@pytest.mark.parametrize("command", "release check grade report export selftest".split())
def test_every_command_has_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"example: python -m grader {command}" in capsys.readouterr().out


def test_without_solutions_nothing_is_graded(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ipynb").touch()
    assert main(["grade", ".", "--out", "x"]) == 2
    assert "the current folder must hold solutions/" in capsys.readouterr().err


def test_nbformat_3_of_a_whole_chapter(tmp_path):
    notebook = nbformat.convert(submission(LOCAL), 3)
    path = tmp_path / "in/old.ipynb"
    path.parent.mkdir()
    path.write_text(nbformat.v3.writes_json(notebook), encoding="utf-8")
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 0
    assert Store(tmp_path / "out").results()[0].points == sum(points(LOCAL).values())
