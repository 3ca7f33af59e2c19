"""Assert that a book for a class tells nothing of what is kept back.

``python -m book.kept HTML`` looks through every file below HTML, notebooks, search index, data and
our wheel included, for solutions, hidden checks, known mistakes and explanations. It prints what
it finds, and fails if that is anything.
"""

import functools
import html
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from notebooks.exercises import KEPT_BACK, SOLUTION, exercises
from notebooks.files import paths, read

KEY, MOST = 20, 40  # letters and digits of a line by which it is looked up, and known
LARGEST = 8 << 20  # bytes of a file of ours; Python's own are larger
PUBLIC = ("chapters", "exercises", "falsehoods", "mathlib", "figures")  # what may be read anyway
TAG = re.compile(r"<[^<>]*>")
MATH = re.compile(r"\$+[^$]*\$+|\]\([^)]*\)")  # what a page shows otherwise, links too


def leaks(site: Path, root: Path) -> list[str]:
    """Return a line for each file below `site` that tells what the book at `root` keeps back."""
    kept = _kept(root)
    found = []
    for name, text in _texts(site):
        if "solutions/" in name or name.startswith("_static/exercises/"):
            found.append(f"{name}: must not be there")
        told = next(filter(None, (_first(form, kept) for form in _forms(text))), None)
        if told:
            found.append(f"{name}: tells {told!r}")
    return found


@functools.cache
def _kept(root: Path) -> dict[str, str]:
    """Return the lines that are kept back, by their beginnings in letters and digits."""
    public = [
        letters
        for path in [*root.glob("*"), *(p for f in PUBLIC for p in (root / f).rglob("*"))]
        if path.suffix in (".ipynb", ".py", ".md")
        for letters in _forms(path.read_text("utf-8"))
    ]
    windows = {text[at : at + KEY] for text in public for at in range(len(text))}
    kept = {}
    for path in paths(root, "solutions"):
        for line in _lines(path):
            key = _letters(line)[:KEY]
            if len(key) == KEY and key not in windows:
                kept[key] = line
    return kept


def _lines(path: Path) -> Iterator[str]:
    for exercise in exercises(read(path)).values():
        solution = SOLUTION.search(exercise.answer.source)
        yield from solution[2].splitlines() if solution else ()
        for tag in KEPT_BACK:
            for cell in exercise.cells[tag]:
                yield from cell.source.splitlines()
                yield from MATH.split(cell.source) if cell.cell_type == "markdown" else ()


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(filter(Path.is_file, site.rglob("*"))):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".whl" and path.name.startswith("mathlib"):
            with zipfile.ZipFile(path) as wheel:
                for inner in wheel.namelist():
                    yield f"{name}/{inner}", wheel.read(inner).decode("utf-8", "ignore")
        elif path.stat().st_size <= LARGEST:
            yield name, path.read_bytes().decode("utf-8", "ignore")


def _forms(text: str) -> Iterator[str]:
    """Yield a text in letters and digits: as it stands, and without marks between them."""
    text = html.unescape(re.sub(r"\\\\?[ntr]", " ", text))
    yield _letters(text)
    yield _letters(TAG.sub("", text))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _first(text: str, kept: dict[str, str]) -> str | None:
    for at in range(len(text) - KEY + 1):
        line = kept.get(text[at : at + KEY])
        if line is not None and text.startswith(_letters(line)[:MOST], at):
            return line
    return None


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    lines = leaks(folder, Path.cwd())
    print("\n".join(lines) or f"nothing that is kept back is in {folder}")
    sys.exit(bool(lines))
