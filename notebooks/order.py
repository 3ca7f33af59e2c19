"""The order of the book: which parts it has, and which chapters in each, from `book.yml`."""

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = "book.yml"


@dataclass(frozen=True)
class Part:
    """A part: its number, the folder of its notebooks, its title, its chapters in order."""

    number: int
    folder: str
    title: str
    chapters: tuple[str, ...]

    def names(self) -> list[tuple[str, str]]:
        """Return ``(number, path)`` of each chapter, such as ``("2.1", "toeplitz/windows")``."""
        return [
            (f"{self.number}.{m}", f"{self.folder}/{chapter}")
            for m, chapter in enumerate(self.chapters, start=1)
        ]


def parts(root: Path) -> list[Part]:
    """Return the parts of the book below `root`, in order; none where it has no `book.yml`.

    Raises
    ------
    ValueError
        If `book.yml` does not hold a list of parts, or names a chapter or a part twice.
    """
    path = root / FILE
    if not path.is_file():
        return []
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))["parts"]
        found = [
            Part(number, str(e["folder"]), str(e["title"]), tuple(map(str, e["chapters"] or ())))
            for number, e in enumerate(entries)
        ]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ValueError(f"{FILE} must list parts: folder, title, chapters, got {what}") from None
    names = [part.folder for part in found] + [n for part in found for _, n in part.names()]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{FILE} must name {name} once, got {names.count(name)} times")
    return found


def chapters(root: Path) -> dict[str, str]:
    """Return the number of each chapter, by its path below `chapters/` without suffix."""
    return {name: number for part in parts(root) for number, name in part.names()}
