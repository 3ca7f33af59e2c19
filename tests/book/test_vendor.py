"""Files for the page: each by its hash, from the first source that has it."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from book import vendor

ROOT = Path(__file__).parents[2]
GOOD = b"a wheel"
PACKAGE = {"file_name": "a.whl", "sha256": hashlib.sha256(GOOD).hexdigest()}


def test_the_first_source_with_the_right_hash_is_taken(capsys):
    asked = []

    def source(name, data):
        def get(file):
            asked.append(name)
            return data

        return get

    sources = {"one": source("one", None), "two": source("two", b"tampered"),
               "three": source("three", GOOD), "four": source("four", GOOD)}  # fmt: skip
    assert vendor.first_right(PACKAGE, sources) == GOOD
    assert asked == ["one", "two", "three"]
    assert "a.whl: refused from two, its sha256 is not that of the lock" in capsys.readouterr().out


def test_where_no_source_has_it_there_is_nothing():
    assert vendor.first_right(PACKAGE, {"one": lambda name: b"tampered"}) is None


@pytest.fixture
def vendored(tmp_path, monkeypatch):
    """A vendor folder with the core and one wheel, and a lock that names two."""
    folder = tmp_path / "vendor"
    folder.mkdir()
    for name in [*vendor.CORE, vendor.EDITOR]:
        (folder / name).write_text(name)
    (folder / "a.whl").write_bytes(GOOD)
    lock = {"info": {"version": "9.9"}, "carrier": "x",
            "packages": {"a": PACKAGE, "b": PACKAGE | {"file_name": "b.whl"}}}  # fmt: skip
    (tmp_path / "lock.json").write_text(json.dumps(lock))
    monkeypatch.setattr(vendor, "VENDOR", folder)
    monkeypatch.setattr(vendor, "LOCK", tmp_path / "lock.json")
    return folder


def test_the_site_serves_what_there_is_and_names_the_release_for_the_rest(vendored, tmp_path):
    vendor.write_site(tmp_path / "static")
    site = tmp_path / "static/python"
    packages = json.loads((site / "pyodide-lock.json").read_text())["packages"]
    assert packages["a"]["file_name"] == "a.whl" and (site / "a.whl").read_bytes() == GOOD
    assert packages["b"]["file_name"].startswith("https://")
    assert packages["b"]["file_name"].endswith("/v9.9/full/b.whl")
    wheel = (site / packages["mathlib"]["file_name"]).read_bytes()
    assert vendor.is_right(wheel, packages["mathlib"])


def test_a_missing_core_file_is_named(vendored, tmp_path):
    (vendored / "pyodide.asm.wasm").unlink()
    with pytest.raises(FileNotFoundError, match=r"book/vendor/pyodide\.asm\.wasm is missing"):
        vendor.write_site(tmp_path / "static")


def test_a_tampered_wheel_is_named(vendored, tmp_path):
    (vendored / "a.whl").write_bytes(b"tampered")
    with pytest.raises(ValueError, match=r"a\.whl must have the sha256 of the lock"):
        vendor.write_site(tmp_path / "static")


def test_the_wheel_of_mathlib_holds_its_modules_and_is_the_same_each_time():
    name, data = vendor.mathlib_wheel()
    assert (name, data) == vendor.mathlib_wheel()
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "mathlib").rglob("*.py")}
    assert "mathlib/toeplitz/matrices.py" in modules
    assert modules == {name for name in names if name.endswith(".py")}
