"""The mutation score of mathlib, by mutmut: ``make mutants``, or for two modules, without a
sample, ``make mutants N="softmax quantize" ALL=1``.

Each module is changed in a copy of its own under ``_build/mutants``; the working tree is only
read. A mutant runs those tests that call the changed function: of the module's test file, its
doctests and the bad input. mutmut forks a process that has imported them already, which takes
half a second for a mutant; a fresh process would import scipy and torch each time. mutmut leaves
decorated functions and the constants of a module as they are.
"""

import ast
import hashlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "_build/mutants"
EQUIVALENT = ROOT / "tests/mathlib/equivalent_mutants.toml"
SAMPLE = 120  # mutants of a module, unless ALL is set
MEMORY = 8 << 30  # a mutant may ask for a result of any size


def main(names):
    """Print a row for each module, then the survivors."""
    modules = [p for p in sorted((ROOT / "mathlib").rglob("*.py")) if p.stem != "__init__"]
    if unknown := set(names) - {p.stem for p in modules}:
        sys.exit(f"N must name modules of mathlib, got {' '.join(sorted(unknown))}")
    rows, left = [], []
    print(ROW.format("module", "mutants", "run", "killed", "survived", "equivalent", "score"))
    for module in [p for p in modules if not names or p.stem in names]:
        row = _one(module.relative_to(ROOT))
        left += row.pop("left")
        rows.append(row)
        _show(module.stem, row)
    if len(rows) > 1:
        _show("all", {key: sum(row[key] for row in rows) for key in rows[0]})
    print(*left, sep="\n")


ROW = "{:<14}{:>9}{:>7}{:>8}{:>10}{:>12}{:>9}"


def _show(name, row):
    tested = row["killed"] + row["survived"]
    score = f"{row['killed'] / tested:.1%}" if tested else "-"
    print(ROW.format(name, *row.values(), score), flush=True)


def _one(module):
    """Copy what the module's tests need, and run them there in a process of their own."""
    here = WORK / module.stem
    shutil.rmtree(here, ignore_errors=True)
    for part in ("mathlib", "tests/mathlib"):
        shutil.copytree(ROOT / part, here / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "tests/conftest.py", "tests/browser.py"):
        shutil.copy(ROOT / part, here / part)
    command = [sys.executable, str(Path(__file__).resolve()), "--here", str(module)]
    with (here / "log.txt").open("w") as log:
        ran = subprocess.run(command, cwd=here, stdout=log, stderr=log, check=False)
    if ran.returncode:
        sys.exit(f"{module}: no score, see {(here / 'log.txt').relative_to(ROOT)}")
    return json.loads((here / "result.json").read_text())


def _here(module):
    """In the copy: make the mutants, draw the sample, run it, write result.json."""
    import hypothesis
    from mutmut import __main__ as mutmut
    from mutmut.configuration import config
    from mutmut.mutation.trampoline import set_mutant_under_test

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    hypothesis.settings.register_profile(
        "mutants",
        deadline=None,
        derandomize=True,
        database=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    config().only_mutate = [str(module)]
    config().pytest_add_cli_args_test_selection = [str(module), *_tests(module)]
    set_mutant_under_test("mutant_generation")
    mutmut.copy_src_dir()
    mutmut.create_mutants(1)
    data = mutmut.SourceFileMutationData(path=module)
    data.load()
    changes = {name: _change(module, name) for name in data.exit_code_by_key}
    # The order hangs on the change alone: the sample stays the same when lines move.
    names = sorted(changes, key=lambda n: hashlib.sha256(str(changes[n][1:]).encode()).digest())
    names = names if os.environ.get("ALL") else names[:SAMPLE]
    listed = tomllib.loads(EQUIVALENT.read_text()).get(module.stem, [])
    listed = {(each["line"], each["to"]) for each in listed}
    tried = [n for n in names if changes[n][2:] not in listed]
    began = time.monotonic()
    if tried:
        mutmut._run(tried, 1)
    print(f"{(time.monotonic() - began) / max(1, len(tried)):.2f} s for a mutant")
    data.load()
    if None in (codes := [data.exit_code_by_key[n] for n in tried]):
        sys.exit("interrupted")
    survived = sorted(changes[n] for n, code in zip(tried, codes, strict=True) if code in LIVES)
    left = [f"{module}:{line}: {old}  ->  {new}" for line, _, old, new in survived]
    for old, new in sorted(listed - {change[2:] for change in changes.values()}):
        left.append(f"{EQUIVALENT.name}: {module.stem} has no such mutant: {old}  ->  {new}")
    row = {"mutants": len(changes), "run": len(names), "killed": len(tried) - len(survived)}
    row |= {"survived": len(survived), "equivalent": len(names) - len(tried), "left": left}
    Path("result.json").write_text(json.dumps(row))


LIVES = (0, 5, 33)  # the exit codes: the tests passed, or none was there to run


def _tests(module):
    """The files that test a module; what has no file of its own is tested by all of them."""
    tests = Path("tests/mathlib")
    own = sorted(tests.rglob(f"test_{module.stem}.py")) or [
        p for p in sorted(tests.rglob("test_*.py")) if p.stem != "test_pyodide"
    ]
    return [str(p) for p in dict.fromkeys([*own, tests / "test_bad_input.py"])]


def _change(module, name):
    """Return the line's number, the function, the line, and what has become of it."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    diff = get_diff_for_mutant(name, path=module).splitlines()[2:]
    old, new = (
        " ".join(line[1:].strip() for line in diff if line[0] == sign) for sign in ("-", "+")
    )
    begins = int(re.match(r"@@ -(\d+)", diff[0])[1])
    before = next(i for i, line in enumerate(diff[1:]) if line[0] in "+-")
    function = re.split(r"\.x[_ǁ]", name)[1].partition("__mutmut")[0].rpartition("ǁ")[2]
    tree = ast.walk(ast.parse(module.read_text()))
    at = next(n.lineno for n in tree if isinstance(n, ast.FunctionDef) and n.name == function)
    return at + begins + before - 1, function, old, new


if __name__ == "__main__":
    _here(Path(sys.argv[2])) if sys.argv[1:2] == ["--here"] else main(sys.argv[1:])
