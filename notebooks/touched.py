"""What a change touches: the tests, notebooks and pages to run again for it.

``python -m notebooks.touched tests|topics|notebooks|pages [FILE ...]`` prints one kind, a word
each, for the files named or for those that differ from the last commit.
"""

import subprocess
import sys
from pathlib import Path

from notebooks.exercises import exercises
from notebooks.files import paths, read

OF_A_PAGE = ("chapters", "solutions", "exercises", "falsehoods", "tests/solutions")
ROOMS = ("mathlib", "figures", "notebooks", "grader", "book")


def changed(root: Path) -> list[str]:
    """Return the files below `root` that differ from the last commit, new ones included."""
    commands = (
        ["git", "diff", "--name-only", "HEAD"],
        ["git", "ls-files", "-o", "--exclude-standard"],
    )
    told = [
        subprocess.run(c, cwd=root, capture_output=True, text=True, check=True) for c in commands
    ]
    return [line for each in told for line in each.stdout.splitlines()]


def tests(root: Path, files: list[str]) -> list[str]:
    """Return the test files that mirror the changed ones, or the room's where none does."""
    found = set()
    for file in map(Path, files):
        if file.parts[0] == "tests" and file.name.startswith("test_"):
            found.add(file.as_posix())
        if file.parts[0] in ROOMS and file.suffix in (".py", ".js"):
            mirror = Path("tests", file.parent, f"test_{file.stem}.py")
            room = Path("tests", file.parts[0])
            found.add((mirror if (root / mirror).is_file() else room).as_posix())
        if file.parts[0] == "figures":
            found.add("tests/figures/test_figures.py")
    return sorted(name for name in found if (root / name).exists())


def topics(root: Path, files: list[str]) -> list[str]:
    """Return what tests of notebooks are called by: the pages that changed, and their exercises."""
    found: set[str] = set()
    for file in map(Path, files):
        if file.parent.parent.as_posix() in OF_A_PAGE:
            found.add(file.stem)
        if file.parts[0] == "solutions" and (root / file).is_file():
            found |= {
                form for id in exercises(read(root / file)) for form in (id, id.replace("-", "_"))
            }
    return sorted(found)


def notebooks(root: Path, files: list[str]) -> list[str]:
    """Return the chapters and solutions that changed, or use a module or figure that did."""
    modules = _users(root, {_module(Path(file)) for file in files if file.endswith(".py")})
    found = []
    for folder in ("chapters", "solutions"):
        for path in paths(root, folder):
            name = path.relative_to(root).as_posix()
            if name in files or any(module in _code(path) for module in modules):
                found.append(name)
    return found


def _module(file: Path) -> str:
    """Return how a notebook calls what stands in `file`: a module, or the figure it shows."""
    if file.parts[0] == "figures":
        return file.stem.title().replace("_", "") + "("
    private = file.name.startswith("_")  # then everything beside it may use it
    return ".".join((file.parent if private else file.with_suffix("")).parts)


def _users(root: Path, modules: set[str]) -> set[str]:
    """Return `modules` and the modules of mathlib that import them, at whatever distance."""
    sources = {
        _module(path.relative_to(root)): path.read_text("utf-8")
        for path in (root / "mathlib").rglob("*.py")
    }
    found = {
        m for m, text in sources.items() if any(f"from {module} " in text for module in modules)
    }
    return modules if found <= modules else _users(root, modules | found)


def _code(path: Path) -> str:
    return "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")


def pages(root: Path, files: list[str]) -> list[str]:
    """Return the pages whose source changed."""
    shown = [file for file in files if file.endswith((".ipynb", ".md")) and (root / file).is_file()]
    return [file.rpartition(".")[0] + ".html" for file in shown]


if __name__ == "__main__":
    kinds = {"tests": tests, "topics": topics, "notebooks": notebooks, "pages": pages}
    kind = kinds[sys.argv[1]]
    print(*kind(Path.cwd(), sys.argv[2:] or changed(Path.cwd())))
