"""What a class hands in, as it really comes: each student is graded, or told about."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from grader.course.handed_in import collect

NOTEBOOK = json.dumps({"cells": []})


def taken(source, pattern=None):
    return collect(source, pattern, source.parent / "scratch").submissions


def zipped(path, *members):
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, NOTEBOOK)
    return path


def who(source, pattern=None):
    return sorted((s.student, s.id, s.name) for s in taken(source, pattern))


def names(folder, pattern=None):
    return [(s.name, s.student, s.id) for s in taken(folder, pattern)]


@pytest.mark.parametrize(
    ("path", "student", "id"),
    [
        ("anna.ipynb", "anna", ""),
        ("Bo Berg/week 1.ipynb", "Bo Berg", ""),
        ("Bo Berg_12345_assignsubmission_file_/week1.ipynb", "Bo Berg", "12345"),
        ("bergbo_LATE_4711_99_week1.ipynb", "bergbo", "4711"),
        ("bergbo_4711_99_week1-2.ipynb", "bergbo", "4711"),
        ("a/b/c.ipynb", "a", ""),
        ("ev\x1b[31mil.ipynb", r"ev\x1b[31mil", ""),
    ],
)
def test_the_student_is_read_from_the_path(tmp_path, path, student, id):
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    ((_, *who),) = names(tmp_path)
    assert who == [student, id]


def test_a_pattern_says_where_the_student_is(tmp_path):
    (tmp_path / "hw1-anna-17.ipynb").touch()
    pattern = r"hw1-(?P<student>\w+)-(?P<id>\d+)\.ipynb"
    assert names(tmp_path, pattern) == [("hw1-anna-17", "anna", "17")]


def test_a_zip_is_taken_without_trusting_its_names(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("anna/a.ipynb", "{}")
        archive.writestr("../../evil.ipynb", "{}")
        archive.writestr("/abs.ipynb", "{}")
        archive.writestr("x" * 250 + ".ipynb", "{}")
        archive.writestr("__MACOSX/anna/._a.ipynb", "{}")
        archive.writestr("anna/.ipynb_checkpoints/a.ipynb", "{}")
        archive.writestr("notes.txt", "x")
        archive.writestr("dir.ipynb/", "")
        archive.writestr("a.ipynb", "{}")
        archive.writestr("a.ipynb/b.ipynb", "{}")
    scratch = tmp_path / "in" / "scratch"
    found = collect(path, None, scratch).submissions
    assert [each.name for each in found][:4] == ["../../evil", "a", "a.ipynb/b", "abs"]
    assert len(found) == 7
    assert all(scratch in each.path.parents for each in found)
    assert not (tmp_path / "evil.ipynb").exists() and not Path("/abs.ipynb").exists()


def test_a_zip_bomb_is_an_empty_file(tmp_path, monkeypatch):
    monkeypatch.setattr("grader.course.handed_in.LARGEST", 1000)
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.ipynb", bytes(10_000))
        archive.writestr("good.ipynb", "{}")
    sizes = {s.name: s.path.stat().st_size for s in taken(path)}
    assert sizes == {"bomb": 0, "good": 2}


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("(", "must be a regular expression, got '\\('"), ("x", "must have a group")],
)
def test_a_wrong_pattern_is_named(tmp_path, pattern, message):
    (tmp_path / "a.ipynb").touch()
    with pytest.raises(ValueError, match=message):
        names(tmp_path, pattern)


@pytest.mark.parametrize(
    ("members", "students"),
    [
        (["Week 1/anna.ipynb", "Week 1/bo.ipynb"], ["anna", "bo"]),
        (["Week 1/x/anna/a.ipynb", "Week 1/x/bo/a.ipynb"], ["anna", "bo"]),
        (["Week 1\\\\anna.ipynb", "Week 1\\\\bo.ipynb"], ["anna", "bo"]),
        (
            ["w/anna.ipynb", "w/bo.ipynb", "w/.DS_Store", "__MACOSX/w/._bo.ipynb", "__MACOSX/a"],
            ["anna", "bo"],
        ),
        (
            [
                "hw/Bo Berg_12_assignsubmission_file_/a.ipynb",
                "hw/Anna Au_13_assignsubmission_file_/b.ipynb",
            ],
            ["Anna Au", "Bo Berg"],
        ),
        (
            [
                "Bo Berg_12_assignsubmission_file_/a.ipynb",
                "Bo Berg_12_assignsubmission_file_/b.ipynb",
            ],
            ["Bo Berg", "Bo Berg"],
        ),
    ],
)
def test_a_folder_that_all_share_is_no_student(tmp_path, members, students):
    path = zipped(tmp_path / "all.zip", *members)
    assert [student for student, *_ in who(path)] == students


def test_it_is_said_how_names_were_read(tmp_path):
    path = zipped(tmp_path / "all.zip", "w1/anna/hw.ipynb", "w1/anna/hw (1).ipynb", "w1/bo.ipynb")
    first, shared, several = collect(path, None, tmp_path / "scratch").lines
    assert first == (
        "3 files of 2 students; names are read from the paths: w1/anna/hw (1) is of anna"
    )
    assert shared == "all lie in w1/, which is nobody's name"
    assert several == "more than one of: anna (2)"


@pytest.mark.parametrize("inner", ["bo.zip", "bo_LATE_7_99_hw.zip", "bo/hw.zip"])
def test_a_zip_in_a_zip_or_in_a_folder_is_opened(tmp_path, inner):
    below = zipped(tmp_path / "x.zip", "hw/mine.ipynb", "__MACOSX/hw/._mine.ipynb").read_bytes()
    folder = tmp_path / "class"
    (folder / inner).parent.mkdir(parents=True)
    (folder / inner).write_bytes(below)
    (folder / "anna.ipynb").write_text(NOTEBOOK)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("anna.ipynb", NOTEBOOK)
        archive.writestr(inner, below)
    for source in (folder, tmp_path / "all.zip"):
        assert [student for student, *_ in who(source)] == ["anna", "bo"]
        assert all(s.path.read_text() == NOTEBOOK for s in taken(source))


@pytest.mark.parametrize("name", "A.IPYNB a.ipynb.txt a.json a.txt".split())
def test_a_notebook_under_another_name_is_graded(tmp_path, name):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "anna.ipynb").write_text(NOTEBOOK)
    (folder / name).write_text(NOTEBOOK)
    assert [student.casefold() for student, *_ in who(folder)] == ["a", "anna"]


@pytest.mark.parametrize("name", ["bo.html", "bo.pdf", "bo/hw.docx", "bo.zip", "bo/notes.txt"])
def test_who_hands_in_no_notebook_is_told_about(tmp_path, name):
    folder = tmp_path / "class"
    (folder / name).parent.mkdir(parents=True)
    (folder / "anna.ipynb").write_text(NOTEBOOK)
    (folder / "anna.html").write_text("a page beside the notebook")
    (folder / "README.md").write_text("of the class")
    (folder / name).write_text("x")
    found = collect(folder, None, tmp_path / "scratch")
    assert [each.student for each in found.submissions] == ["anna", "bo"]
    assert found.lines[-1] == f"no notebook, so nothing to grade: {name}"


def test_two_people_are_never_one_row(tmp_path):
    folder = tmp_path / "class"
    for name in ("anna/hw.ipynb", "anna.ipynb", "anna.IPYNB", "a~'[\"]_.ipynb", "a~'(\")_.ipynb"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(NOTEBOOK)
    (folder / "b\x01.ipynb").write_text(NOTEBOOK)
    (folder / "b\x02.ipynb").write_text(NOTEBOOK)
    (folder / os.fsdecode(b"b\xff.ipynb")).write_text(NOTEBOOK)
    found = taken(folder)
    assert len({each.student for each in found}) == len({each.name for each in found}) == 8
    assert {"anna", "anna.ipynb", "anna.IPYNB"} <= {each.student for each in found}


def test_a_file_keeps_the_time_at_which_it_was_saved(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.ipynb", (2026, 11, 20, 23, 59, 58)), NOTEBOOK)
        archive.writestr(zipfile.ZipInfo("b.ipynb", (2026, 11, 21, 0, 0, 0)), NOTEBOOK)
    first, second = (each.time for each in taken(tmp_path / "all.zip"))
    assert second - first == 2
    (tmp_path / "class").mkdir()
    path = tmp_path / "class/a.ipynb"
    path.write_text(NOTEBOOK)
    os.utime(path, (0, 1e9))
    assert taken(tmp_path / "class")[0].time == 1e9


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (r"hw(?P<student>\d+)", r"must fit a file, got .* and 'a.ipynb'"),
        (r"(?P<student>x?)a\.ipynb", "must give a name to each student, got '' for a.ipynb"),
        ("", "must have a group"),
    ],
)
def test_a_pattern_that_names_nobody_is_refused(tmp_path, pattern, message):
    (tmp_path / "class").mkdir()
    (tmp_path / "class/a.ipynb").write_text(NOTEBOOK)
    with pytest.raises(ValueError, match=message):
        taken(tmp_path / "class", pattern)


def test_a_full_disk_is_no_fault_of_a_student(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    path = zipped(tmp_path / "all.zip", "anna.ipynb")
    monkeypatch.setattr("grader.course.handed_in.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="No space left"):
        taken(path)
