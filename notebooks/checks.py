"""The check of a claim, run alone: its cell, after the cells above that it needs.

``python -m notebooks.checks [CHAPTER …]`` runs every check with a hundred seeds.
"""

import contextlib
import functools
import io
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from mathlib.falsehoods import names_bound, names_needed, names_read, run_check
from notebooks.claims import checked_by
from notebooks.files import paths, read, tags

SEEDS = 100


@dataclass(frozen=True)
class Check:
    """The cell that checks `claims`, and the cells above it that it needs, in order."""

    claims: tuple[str, ...]
    source: str
    needs: tuple[str, ...]
    folder: Path

    def names(self) -> set[str]:
        """Return every name that the cell reads or binds."""
        return names_read(self.source) | names_bound(self.source)


def checks(path: Path, tag: str = "") -> list[Check]:
    """Return the checks of the chapter at `path`, each with the cells that it needs.

    With a tag, those that carry it, and of the cells that carry it alone.
    """
    above: list[NotebookNode] = []
    found = []
    for cell in read(path).cells:
        if cell.cell_type == "code" and (not tag or tag in tags(cell)):
            if checked_by(cell):
                needs = _needed(cell.source, above)
                found.append(Check(tuple(checked_by(cell)), cell.source, needs, path.parent))
            above.append(cell)
    return found


def _needed(source: str, above: list[NotebookNode]) -> tuple[str, ...]:
    """Return the sources of the cells above that bind what `source` reads, and what they read."""
    wanted, needed = set(_wanted(source)), []
    for cell in reversed(above):
        if _bound(cell.source) & wanted:
            wanted |= _wanted(cell.source)
            needed.append(cell.source)
    return tuple(reversed(needed))


# A cell is asked by every check below it.
_wanted, _bound = functools.cache(names_needed), functools.cache(names_bound)


def run(
    check: Check,
    seed: int | None = None,
    name: str = "",
    falsehood: Callable[..., Any] | None = None,
) -> dict[str, Any]:
    """Run a check and return its names; with a seed, and with `falsehood` in the place of `name`.

    Whatever the check raises is raised.
    """
    with _quietly(check.folder):
        return run_check(check.needs, check.source, seed, name, falsehood)


@contextlib.contextmanager
def _quietly(folder: Path) -> Iterator[None]:
    said = contextlib.redirect_stdout(io.StringIO())
    with contextlib.chdir(folder), said, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def unsteady(path: Path, seeds: range) -> Iterator[str]:
    """Yield a line for each check of a chapter that fails for one of the seeds."""
    for check in checks(path):
        for seed in seeds:
            try:
                run(check, seed)
            except Exception as error:
                said = str(error).partition("\n")[0]
                yield (
                    f"{path.name}: {', '.join(check.claims)}: must hold for any seed,"
                    f" got {type(error).__name__} with seed {seed}: {said}"
                )
                break


def chosen_chapters(root: Path, chosen: list[str]) -> list[Path]:
    """Return the chapters of the names in `chosen`, or all where it is empty."""
    known = {path.stem: path for path in paths(root, "chapters")}
    for name in chosen:
        if name not in known:
            raise SystemExit(f"chapter must be one of {', '.join(known)}, got {name}")
    return [path for name, path in known.items() if not chosen or name in chosen]


def main(root: Path, chosen: list[str]) -> int:
    """Run every check of the chosen chapters, or of all, with many seeds; return the failures."""
    chapters = chosen_chapters(root, chosen)
    lines = [line for path in chapters for line in unsteady(path, range(SEEDS))]
    count = sum(len(checks(path)) for path in chapters)
    print("\n".join(lines) or f"{count} checks hold for {SEEDS} seeds each")
    return len(lines)


if __name__ == "__main__":
    sys.exit(bool(main(Path.cwd(), sys.argv[1:])))
