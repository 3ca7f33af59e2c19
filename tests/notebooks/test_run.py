"""A cell that fails is named in a line, and nothing is stored."""

import subprocess
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).parents[2]


def test_a_cell_that_fails_is_named_and_nothing_is_stored(tmp_path):
    path = tmp_path / "broken.ipynb"
    cells = [new_code_cell("x = 1"), new_code_cell("x / 0", id="division"), new_code_cell("x")]
    nbformat.write(new_notebook(cells=cells), path)
    before = path.read_text()
    command = [sys.executable, "-m", "notebooks.run", str(path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].endswith(
        "broken.ipynb: cell division: ZeroDivisionError: division by zero"
    )
    assert "Traceback" not in ran.stderr
    assert path.read_text() == before
