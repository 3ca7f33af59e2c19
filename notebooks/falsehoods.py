"""Falsehoods: for each claim, tempting false versions that its check must refuse.

``falsehoods/<part>/<chapter>.py`` holds functions marked ``@false("tc-07", "convolve")``, see
`mathlib.falsehoods`. ``python -m notebooks.falsehoods [CHAPTER …]`` puts each into the check of
its claim: it must fail, and by an assertion of its own.
"""

import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mathlib.falsehoods import refutes
from notebooks.checks import Check, checks, chosen_chapters, run

SEEDS = (0, 1)
LEAST = 2  # falsehoods of a claim


@dataclass(frozen=True)
class Falsehood:
    """A false version of `name` in the check of `claim`."""

    claim: str
    name: str
    shown: str  # an expression whose value it changes, or nothing
    function: Callable[..., Any]

    @property
    def sentence(self) -> str:
        """What a person might believe."""
        return inspect.getdoc(self.function) or ""


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


def broken_rules(root: Path, chapter: Path) -> Iterator[str]:
    """Yield a line for each broken rule of a chapter's falsehoods, running no check."""
    return _problems(root, chapter, run_them=False)


def problems(root: Path, chapter: Path) -> Iterator[str]:
    """Yield a line for each falsehood of a chapter that does not do its work."""
    return _problems(root, chapter, run_them=True)


def _problems(root: Path, chapter: Path, run_them: bool) -> Iterator[str]:
    file = path_for(root, chapter).relative_to(root).as_posix()
    by_claim: dict[str, list[Check]] = {}
    for check in checks(chapter):
        for claim in check.claims:
            by_claim.setdefault(claim, []).append(check)
    try:
        known = of_chapter(root, chapter)
    except Exception as error:
        yield f"{file}: must be Python that runs, got {type(error).__name__}: {error}"
        return
    for claim in by_claim:
        count = sum(falsehood.claim == claim for falsehood in known)
        if count < LEAST:
            yield f"{file}: {claim}: must have at least {LEAST} falsehoods, got {count}"
    for falsehood in known:
        wrong = _problem(by_claim.get(falsehood.claim, []), falsehood, run_them)
        if wrong:
            yield f"{file}: {falsehood.claim}: {falsehood.function.__name__}: {wrong}"


def _problem(checks: list[Check], falsehood: Falsehood, run_it: bool) -> str:
    users = [check for check in checks if falsehood.name in check.names()]
    if not checks:
        return "must be of a claim that its chapter checks"
    if not users:
        return f"must be of a name in the check, got {falsehood.name}"
    if not falsehood.sentence:
        return "must have a docstring: what a person might believe"
    if not run_it:
        return ""
    for seed in SEEDS:
        verdicts = [verdict(check, falsehood, seed) for check in users]
        if all(verdicts):
            return verdicts[0]
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
    names = run(check, SEEDS[0])
    try:
        right = eval(falsehood.shown, names)
        names[falsehood.name] = falsehood.function
        wrong = eval(falsehood.shown, names)
    except Exception as error:
        return f"what it shows must have a value, got {_said(error)}"
    return "" if repr(right) != repr(wrong) else f"must change {falsehood.shown}, got {right!r}"


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
