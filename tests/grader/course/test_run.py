"""A class from what was handed in to its gradebook, with a judge of our own: no jail is needed."""

import csv
import dataclasses
import datetime
import json
import os

import pytest

from grader.checks.grade import Settings
from grader.checks.messages import Line, Result
from grader.course import export, report
from grader.course.gradebook import write_csv, write_gradebook
from grader.course.roster import Roster, Rules, Student, read_roster, read_rules
from grader.course.run import Class, check, grade_all, keep_files
from grader.course.store import Store, write_text

MASTERS = {"toeplitz/a": "A", "toeplitz/b": "B"}
OUT_OF = {"tc-01": 2, "tc-02": 3}


def judged(text):
    """Return the result of a notebook that says its master and its points: "toeplitz/a 2 1"."""
    master, *points = text.split()
    ids = OUT_OF if master == "toeplitz/a" else {"tc-09": 4}
    lines = {
        id: Line(
            status="passed" if int(got) == out_of else "wrong",
            points=int(got),
            out_of=out_of,
            title=id,
            message="" if int(got) == out_of else "look again",
            answer=f"def f(): return {got}",
        )
        for (id, out_of), got in zip(ids.items(), points, strict=True)
    }
    return Result("graded", master=master, exercises=lines)


class Bench:
    """A class of files and the folder of its results."""

    def __init__(self, folder):
        self.source, self.out, self.said = folder / "in", folder / "out", []
        self.source.mkdir()

    def hand_in(self, name, text, day=1):
        path = self.source / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        when = datetime.datetime(2026, 11, day, 12).timestamp()
        os.utime(path, (when, when))

    def grade(self, masters=None, judge=judged, **asked):
        def work(jobs, common):
            only, self.worked = common[2].only, [name for name, _ in jobs]
            for name, path in jobs:
                result = judge(path.read_text())
                if only:
                    lines = {id: line for id, line in result.exercises.items() if id in only}
                    result = dataclasses.replace(result, exercises=lines)
                yield name, result

        self.said, self.worked = [], []
        asked = Class(**{"source": self.source, "out": self.out, **asked})
        grade_all(asked, masters or MASTERS, Settings(), work, self.said.append)
        return self.rows()

    def rows(self):
        text = (self.out / "gradebook.csv").read_text("utf-8")
        return {row["student"]: row for row in csv.DictReader(text.splitlines())}


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)


# What counts


def test_the_newest_notebook_counts_and_the_number_is_told(bench):
    bench.hand_in("anna/old", "toeplitz/a 2 3", day=1)
    bench.hand_in("anna/new", "toeplitz/a 2 0", day=2)
    bench.hand_in("bo/one", "toeplitz/a 2 3")
    row = bench.grade()["anna"]
    assert (row["points"], row["note"]) == ("2", "the newest of 2")
    assert "more than one of: anna (2)" in bench.said
    row = bench.grade(best=True)["anna"]
    assert (row["points"], row["note"]) == ("5", "the best of 2")


def test_what_most_handed_in_counts_others_are_listed_apart(bench):
    for name in ("anna", "bo", "cleo"):
        bench.hand_in(name, "toeplitz/a 2 3")
    bench.hand_in("dana/x", "toeplitz/b 4")
    bench.hand_in("cleo2/x", "toeplitz/a 1 1")
    bench.hand_in("cleo2/y", "toeplitz/b 4")
    rows = bench.grade()
    assert {row["out_of"] for row in rows.values()} == {"5"}
    assert (rows["dana"]["points"], rows["dana"]["status"]) == ("", "other")
    assert rows["dana"]["note"] == "only toeplitz/b"
    assert (rows["cleo2"]["points"], rows["cleo2"]["note"]) == ("2", "also toeplitz/b")
    apart = (bench.out / "others.csv").read_text().splitlines()
    assert apart[1:] == ["cleo2,,cleo2/y,toeplitz/b,4,4", "dana,,dana/x,toeplitz/b,4,4"]
    rows = bench.grade(assignment=["toeplitz/b"])
    assert (rows["dana"]["points"], rows["dana"]["out_of"]) == ("4", "4")
    assert (
        len(bench.grade(assignment=list(MASTERS))["cleo2"]["out_of"])
        and not (bench.out / "others.csv").exists()
    )


# The same folder, later


def test_what_is_no_longer_handed_in_no_longer_counts(bench):
    bench.hand_in("anna", "toeplitz/a 2 3")
    bench.hand_in("bo", "toeplitz/a 2 0")
    bench.grade()
    (bench.source / "bo.ipynb").rename(bench.source / "bo berg.ipynb")
    assert [*bench.grade()] == ["anna", "bo berg"]
    assert "no longer handed in, so no longer counted: bo" in bench.said
    assert "2 of 2 are graded already" in bench.said


def test_another_class_is_refused_unless_asked(bench, tmp_path):
    bench.hand_in("anna", "toeplitz/a 2 3")
    bench.grade()
    other = tmp_path / "other"
    bench.source.rename(other)
    with pytest.raises(ValueError, match=r"--out must be new for another class, got .*--replace"):
        bench.grade(source=other)
    assert [*bench.grade(source=other, replace=True)] == ["anna"]


def test_a_mended_check_tells_who_changed_and_by_how_much(bench):
    bench.hand_in("anna", "toeplitz/a 2 3")
    bench.hand_in("bo", "toeplitz/a 2 0")
    bench.hand_in("cleo", "toeplitz/a 0 0")
    bench.grade()
    bench.hand_in("cleo", "toeplitz/a 2 2")  # another answer: no change of ours

    def mended(text):
        return judged(text.replace("2 0", "2 3"))

    bench.grade({**MASTERS, "toeplitz/a": "mended"}, mended)
    path = bench.out / "changes.csv"
    assert path.read_text().splitlines()[1:] == ["bo,,bo,tc-02,0,3,3"]
    assert any(line.startswith("the same answers earn other points: 1") for line in bench.said)
    bench.grade({**MASTERS, "toeplitz/a": "mended"}, mended)
    assert path.exists() and not any("other points" in line for line in bench.said)


def mended(text):
    """Judge as if a check of tc-02 were mended, and one of tc-01 by mistake as well."""
    return judged(text.replace("2 0", "0 3"))


MENDED = {**MASTERS, "toeplitz/a": "mended"}


def test_one_exercise_is_graded_anew_alone(bench):
    bench.hand_in("anna", "toeplitz/a 2 3")
    bench.hand_in("bo", "toeplitz/a 2 0")
    bench.hand_in("cleo", "toeplitz/b 4")
    assert bench.grade()["bo"]["points"] == "2"
    row = bench.grade(MENDED, mended, exercises=("tc-02",))["bo"]
    assert (row["tc-01"], row["tc-02"], row["points"]) == ("2", "3", "5")
    assert bench.worked == ["anna", "bo"]  # nobody else has it
    assert "[2/2] bo: 3 of 3" in bench.said[-3]
    changes = (bench.out / "changes.csv").read_text().splitlines()
    assert changes[1:] == ["bo,,bo,tc-02,0,3,3"]
    bench.grade(MENDED, mended, exercises=("tc-02",))
    assert bench.worked == [] and (bench.out / "changes.csv").exists()


def test_what_has_changed_is_not_graded_by_one_exercise_alone(bench):
    bench.hand_in("anna", "toeplitz/a 2 0")
    bench.hand_in("bo", "toeplitz/a 2 0")
    bench.grade()
    bench.hand_in("anna", "toeplitz/a 1 0", day=2)
    bench.hand_in("cleo", "toeplitz/a 1 1")
    rows = bench.grade(MENDED, mended, exercises=("tc-02",))
    assert bench.worked == ["bo"] and rows["bo"]["points"] == "5" and rows["anna"]["points"] == "2"
    said = "not graded yet, which takes the command without --exercise: anna, cleo"
    assert said in bench.said


def test_all_is_graded_again_after_one_exercise_alone(bench):
    """The rest of a result comes from checks that may have changed meanwhile."""
    bench.hand_in("bo", "toeplitz/a 2 0")
    bench.grade()
    bench.grade(MENDED, mended, exercises=("tc-02",))
    assert bench.grade(MENDED, mended)["bo"]["points"] == "3" and bench.worked == ["bo"]
    bench.grade(MASTERS, exercises=("tc-02",))
    assert bench.grade(MENDED, mended)["bo"]["points"] == "3" and bench.worked == ["bo"]


def test_an_exercise_that_fails_on_our_side_stays_as_it_was(bench):
    bench.hand_in("bo", "toeplitz/a 2 0")
    bench.grade()
    lost = Result("infrastructure", "the process died")
    row = bench.grade(MENDED, lambda text: lost, exercises=("tc-02",))["bo"]
    assert row["points"] == "2" and "1 could not be graded here" in bench.said[-1]
    assert bench.grade(MENDED, mended, exercises=("tc-02",))["bo"]["points"] == "5"


def test_only_what_was_graded_before_is_graded_alone(bench):
    bench.hand_in("bo", "toeplitz/a 2 0")
    with pytest.raises(ValueError, match="graded in --out, none yet, got tc-02"):
        bench.grade(exercises=("tc-02",))
    bench.grade()
    with pytest.raises(ValueError, match="graded in --out, tc-01, tc-02, got tc-03"):
        bench.grade(exercises=("tc-03",))


def test_a_run_that_is_stopped_goes_on_from_there(bench):
    for number in range(5):
        bench.hand_in(f"s{number}", "toeplitz/a 2 3")
    for number in range(5):
        bench.hand_in(f"t{number}", f"toeplitz/a 2 {number % 4}")
    seen = []

    def stops(text):
        if len(seen) == 3:
            raise KeyboardInterrupt
        seen.append(text)
        return judged(text)

    with pytest.raises(KeyboardInterrupt):
        bench.grade(judge=stops)
    assert not (bench.out / "gradebook.csv").exists() and len(Store(bench.out).results()) == 3
    assert len(bench.grade()) == 10


def test_a_full_disk_is_an_error_and_resumed_when_there_is_room(bench, monkeypatch):
    bench.hand_in("anna", "toeplitz/a 2 3")
    bench.hand_in("bo", "toeplitz/a 2 0")
    room = [True] * 4

    def fsync(descriptor):
        if not room:
            raise OSError(28, "No space left on device")
        room.pop()

    with monkeypatch.context() as patch:
        patch.setattr("grader.course.store.os.fsync", fsync)
        with pytest.raises(OSError, match="No space left"):
            bench.grade()
    assert [*bench.grade()] == ["anna", "bo"]
    for path in Store(bench.out).folder.glob("submissions/*/result.json"):
        assert json.loads(path.read_text())["status"] == "graded"


# Refused before any work


@pytest.mark.parametrize("place", ["in/out", "in", "."])
def test_results_lie_outside_the_submissions(bench, tmp_path, place):
    bench.hand_in("anna", "toeplitz/a 2 3")
    with pytest.raises(ValueError, match="--out must lie outside the submissions"):
        check(Class(bench.source, tmp_path / place), MASTERS)


def test_a_folder_of_something_else_is_left_alone(bench):
    bench.out.mkdir()
    (bench.out / "thesis.tex").touch()
    with pytest.raises(ValueError, match="--out must be empty, or what `grade` has written"):
        check(Class(bench.source, bench.out), MASTERS)
    (bench.out / "thesis.tex").unlink()
    check(Class(bench.source, bench.out), MASTERS)


def test_an_assignment_is_a_chapter(bench):
    with pytest.raises(ValueError, match=r"--assignment must be one of toeplitz/a, .*, got x"):
        check(Class(bench.source, bench.out, assignment=["x"]), MASTERS)


# A roster and rules

ROSTER = """name,id,email,section,extra_days,handed_in,note
Anna Au,101,anna@example.org,A,,,
"Berg, Bo",102,bb@example.org,B,2,,See me <b>.
Cleo Cruz,103,cleo@example.org,A,,2026-11-09 08:00,
Emil Eck,105,emil@example.org,A,,,
"""
RULES = """deadline = 2026-11-05 12:00:00
late_percent = 10
late_days = 3
passing = 4
weights = {tc-02 = 2}
"""


def kept(bench):
    folder = bench.source.parent
    (folder / "r.csv").write_text(ROSTER)
    (folder / "r.toml").write_text(RULES)
    bench.grade()
    store = Store(bench.out)
    keep_files(store, folder / "r.csv", folder / "r.toml")
    write_gradebook(store)
    return store


def test_a_roster_and_rules_make_the_points(bench):
    bench.hand_in("anna", "toeplitz/a 2 3", day=6)  # one day late
    bench.hand_in("bergbo_102_7_hw", "toeplitz/a 2 3", day=8)  # three, of which two are given
    bench.hand_in("Cruz Cleo (1)", "toeplitz/a 2 3", day=5)  # by the roster four: nothing counts
    bench.hand_in("nobody", "toeplitz/a 2 0", day=5)
    kept(bench)
    rows = {name: (r["points"], r["out_of"], r["note"]) for name, r in bench.rows().items()}
    assert rows == {
        "Anna Au": ("7.2", "8", "1 day late: -10 %"),
        "Berg, Bo": ("7.2", "8", "1 day late: -10 %"),
        "Cleo Cruz": ("0", "8", "4 days late: -100 %; below 4"),
        "Emil Eck": ("", "8", "handed in nothing"),
        "nobody": ("2", "8", "not in the roster; below 4"),
    }


def test_two_numbers_are_two_people_of_one_name(bench):
    for number in (7, 102):
        bench.hand_in(f"Bo Berg_{number}_assignsubmission_file_/a", f"toeplitz/a 2 {number % 4}")
    kept(bench)
    rows = bench.rows()
    assert (rows["Berg, Bo"]["id"], rows["Bo Berg"]["id"]) == ("102", "7")


def test_exports_know_the_roster(bench):
    bench.hand_in("bb", "toeplitz/a 2 3", day=8)
    bench.hand_in("anna", "toeplitz/a 0 0")
    store = kept(bench)
    (canvas,) = export.write(store, "canvas", "Week 1")
    lines = list(csv.reader(canvas.read_text().splitlines()))
    assert lines[3] == ["Berg, Bo", "102", "", "bb@example.org", "B", "7.2"]
    assert lines[-1] == ["Emil Eck", "105", "", "emil@example.org", "A", ""]
    (nbgrader,) = export.write(store, "nbgrader", "Week 1")
    bo = list(csv.DictReader(nbgrader.read_text().splitlines()))[1]
    assert (bo["last_name"], bo["first_name"], bo["email"]) == ("Berg", "Bo", "bb@example.org")
    assert (bo["raw_score"], bo["late_submission_penalty"], bo["score"]) == ("8", "0.8", "7.2")
    answers = export.write(store, "answers", "Week 1")
    assert len(answers) == 4 and all(path.read_text().startswith("def f()") for path in answers)


def test_pages_show_the_note_and_answers_side_by_side(bench):
    bench.hand_in("bb", "toeplitz/a 2 1")
    bench.hand_in("anna", "toeplitz/a 2 1")
    store = kept(bench)
    pages = {path.name: path.read_text("utf-8") for path in report.write_pages(store)}
    feedback = [path.read_text("utf-8") for path in bench.out.glob("submissions/*/feedback.html")]
    assert sum("See me &lt;b&gt;." in page for page in feedback) == 1
    assert "Handed in nothing (2): Cleo Cruz, Emil Eck" in pages["overview.html"]
    assert "2 answers" in pages["tc-02.html"] and pages["tc-02.html"].count("look again") == 1


@pytest.mark.parametrize("assignment", ["", "  ", "=1+1", " @x", "\t=x"])
def test_an_assignment_over_there_is_a_name(bench, assignment):
    bench.hand_in("anna", "toeplitz/a 2 1")
    bench.grade()
    with pytest.raises(ValueError, match="--assignment must be a name, and no formula"):
        export.write(Store(bench.out), "canvas", assignment)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1"])
def test_no_cell_is_a_formula(tmp_path, cell):
    write_csv(tmp_path / "x.csv", [[cell]])
    with open(tmp_path / "x.csv", newline="") as file:
        assert next(csv.reader(file)) == ["'" + cell]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\n1\n", "--roster must have a column name, got 'id'"),
        ("name,extra_days\nx,two\n", "--roster must have days and times there, got .*two"),
        ("name,handed_in\nx,noon\n", "--roster must have days and times there, got .*noon"),
        ("name,id\n,1\n", "--roster must have a name"),
        ("name\nx\nx\n", "--roster must name each student once, got x again"),
    ],
)
def test_a_wrong_roster_is_named(tmp_path, text, message):
    (tmp_path / "r.csv").write_text(text)
    with pytest.raises(ValueError, match=message):
        read_roster(tmp_path / "r.csv")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("deadline = 5", "deadline must be a date with a time, got 5"),
        ("late = 5", "--rules must hold rules, got late"),
        ("late_percent = -5", "late_percent must be a number from 0 on, got -5"),
        ("weights = {tc-01 = 'x'}", "weights.tc-01 must be a number from 0 on, got 'x'"),
        ("=", "--rules must be TOML"),
    ],
)
def test_wrong_rules_are_named(tmp_path, text, message):
    (tmp_path / "r.toml").write_text(text)
    with pytest.raises(ValueError, match=message):
        read_rules(tmp_path / "r.toml")


def test_weights_are_of_exercises_that_are_there(bench):
    bench.hand_in("anna", "toeplitz/a 2 1")
    bench.grade()
    write_text(bench.out / "rules.toml", "weights = {tc-99 = 2}")
    with pytest.raises(ValueError, match="weights must be of tc-01, tc-02, got tc-99"):
        write_gradebook(Store(bench.out))


@pytest.mark.parametrize(
    ("hours", "extra", "lost"), [(0, 0, 0), (1, 0, 0.1), (25, 0, 0.2), (25, 1, 0.1), (73, 0, 1)]
)
def test_a_day_begun_is_a_day(hours, extra, lost):
    deadline = datetime.datetime(2026, 11, 5, 12)
    rules = Rules(deadline, late_percent=10, late_days=3)
    assert rules.penalty(deadline + datetime.timedelta(hours=hours), extra)[1] == lost


def test_who_may_be_two_is_nobody():
    roster = Roster([Student("Bo Berg", "1"), Student("Berg, Bo", "2")])
    assert roster.find("Bo Berg", "") is None
    assert roster.find("Bo Berg", "2").id == "2"
