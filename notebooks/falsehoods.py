"""Falsehoods: for each claim, tempting false versions that its check must refuse.

``falsehoods/<part>/<chapter>.py`` holds functions marked ``@false("tc-07", "convolve")``, see
`mathlib.falsehoods`. ``python -m notebooks.falsehoods [CHAPTER …]`` puts each into the check of
its claim: it must fail, and by an assertion of its own.
"""

import ast
import functools
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mathlib.falsehoods import names_bound, names_read, refutes
from notebooks.checks import Check, checks, chosen_chapters, run
from notebooks.claims import checked_by
from notebooks.files import read

SEEDS = (0, 1) if os.environ.get("AUDIT") else (0,)
LEAST = 2  # falsehoods of a claim


@dataclass(frozen=True)
class Falsehood:
    """A false version of `name` in the check of `claim`."""

    claim: str
    name: str
    shown: str  # an expression whose value it changes, or nothing
    function: Callable[..., Any]


def path_for(root: Path, chapter: Path) -> Path:
    """Return where the falsehoods of a chapter stand."""
    return root / "falsehoods" / chapter.relative_to(root / "chapters").with_suffix(".py")


def of_chapter(root: Path, chapter: Path) -> list[Falsehood]:
    """Return the falsehoods of the notebook at `chapter`, in the order of their file."""
    path = path_for(root, chapter)
    if not path.is_file():
        return []
    spec = importlib.util.spec_from_file_location(f"falsehoods_{path.stem}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    marked = [value for value in vars(module).values() if hasattr(value, "false")]
    return [Falsehood(claim, name, shown, f) for f in marked for claim, name, shown in [f.false]]


@dataclass(frozen=True)
class Told:
    """A falsehood as its file tells it, without running anything."""

    claim: str
    name: str
    function: str
    sentence: str


def told(root: Path, chapter: Path) -> list[Told]:
    """Return the falsehoods of a chapter as they are written: no import, nothing is run."""
    path = path_for(root, chapter)
    found = []
    body = ast.parse(path.read_text("utf-8")).body if path.is_file() else []
    for function in [node for node in body if isinstance(node, ast.FunctionDef)]:
        for mark in function.decorator_list:
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "false":
                claim, name = (ast.literal_eval(argument) for argument in mark.args[:2])
                sentence = " ".join((ast.get_docstring(function) or "").split())
                found.append(Told(claim, name, function.name, sentence))
    return found


def broken_rules(root: Path, chapter: Path) -> Iterator[str]:
    """Yield a line for each broken rule of a chapter's falsehoods, running no code of theirs."""
    file = path_for(root, chapter).relative_to(root).as_posix()
    names: dict[str, set[str]] = {}
    for cell in read(chapter).cells:
        for claim in checked_by(cell):
            here = names_read(cell.source) | names_bound(cell.source)
            names.setdefault(claim, set()).update(here)
    try:
        known = told(root, chapter)
    except Exception as error:
        yield f"{file}: must be Python that runs, got {type(error).__name__}: {error}"
        return
    for claim in names:
        count = sum(falsehood.claim == claim for falsehood in known)
        if count < LEAST:
            yield f"{file}: {claim}: must have at least {LEAST} falsehoods, got {count}"
    for falsehood in known:
        at = f"{file}: {falsehood.claim}: {falsehood.function}"
        if falsehood.claim not in names:
            yield f"{at}: must be of a claim that its chapter checks"
        elif falsehood.name not in names[falsehood.claim]:
            yield f"{at}: must be of a name in the check, got {falsehood.name}"
        elif not falsehood.sentence:
            yield f"{at}: must have a docstring: what a person might believe"


def problems(root: Path, chapter: Path) -> Iterator[str]:
    """Yield a line for each falsehood of a chapter that does not do its work."""
    broken = list(broken_rules(root, chapter))
    yield from broken
    if broken:
        return
    file = path_for(root, chapter).relative_to(root).as_posix()
    try:
        known = of_chapter(root, chapter)
    except Exception as error:
        yield f"{file}: must be Python that runs, got {type(error).__name__}: {error}"
        return
    here = checks(chapter)
    for falsehood in known:
        users = [c for c in here if falsehood.claim in c.claims and falsehood.name in c.names()]
        if wrong := _problem(users, falsehood):
            yield f"{file}: {falsehood.claim}: {falsehood.function.__name__}: {wrong}"


def _problem(users: list[Check], falsehood: Falsehood) -> str:
    for seed in SEEDS:
        first = ""
        for check in users:  # until one refuses it
            said = verdict(check, falsehood, seed)
            if not said:
                break
            first = first or said
        else:
            return first
    return _shows(users[0], falsehood)


def verdict(check: Check, falsehood: Falsehood, seed: int) -> str:
    """Return what is wrong with a falsehood, or nothing if the check refuses it as it should."""
    try:
        run(check, seed, falsehood.name, falsehood.function)
    except Exception as error:
        return "" if refutes(error) else f"must fail by an assertion, got {_said(error)}"
    return f"must turn the check red, got green with seed {seed}"


def _shows(check: Check, falsehood: Falsehood) -> str:
    """Return what is wrong with the small case that a falsehood shows."""
    if not falsehood.shown:
        return ""
    names = dict(_names(check))
    try:
        right = eval(falsehood.shown, names)
        names[falsehood.name] = falsehood.function
        wrong = eval(falsehood.shown, names)
    except Exception as error:
        return f"what it shows must have a value, got {_said(error)}"
    return "" if repr(right) != repr(wrong) else f"must change {falsehood.shown}, got {right!r}"


@functools.lru_cache(maxsize=16)
def _names(check: Check) -> dict[str, Any]:
    """Return the names of a check that holds."""
    return run(check, SEEDS[0])


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0]


def main(root: Path, chosen: list[str]) -> int:
    """Put in every falsehood of the chosen chapters, or of all; return how many are wrong."""
    chapters = chosen_chapters(root, chosen)
    lines = [line for path in chapters for line in problems(root, path)]
    count = sum(len(of_chapter(root, path)) for path in chapters) if not lines else 0
    print("\n".join(lines) or f"{count} falsehoods: each turns the check of its claim red")
    return len(lines)


if __name__ == "__main__":
    sys.exit(bool(main(Path.cwd(), sys.argv[1:])))
