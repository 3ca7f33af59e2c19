"""The unit tests of mathlib also pass in the Python that readers get in the page."""

import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path

import pytest

from book import vendor

ROOT = Path(__file__).parents[2]
PURE = ["pytest", "pluggy", "iniconfig", "packaging", "pygments", "hypothesis", "sortedcontainers"]


def test_mathlib_passes_its_tests_under_pyodide(tmp_path):
    numpy = vendor.VENDOR / vendor.read_lock()["packages"]["numpy"]["file_name"]
    if not numpy.is_file():
        pytest.skip(f"{numpy.name} could not be had when the book was built")
    for name in PURE:
        for file in distribution(name).files:
            if ".." not in file.parts and file.suffix != ".pyc":
                (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file.locate(), tmp_path / file)
    command = ["node", str(ROOT / "tests/mathlib/pyodide_tests.mjs"), str(tmp_path), str(ROOT)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    said = "\n".join(line[:300] for line in (ran.stdout + ran.stderr).splitlines()[-60:])
    assert ran.returncode == 0, said
    assert " passed" in ran.stdout
