"""What follows from the order of the book: `_toc.yml`, and the numbers in titles.

``python -m notebooks.toc`` writes both; the rules hold them equal. ``python -m notebooks.toc FILE``
writes the table of contents of the book for a class, which has no solutions, into that file.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from notebooks import order
from notebooks.files import as_text, paths, read

TITLE = {
    "chapters": re.compile(r"\A# (?:(\d+\.\d+) )?(?=\S)"),
    "solutions": re.compile(r"\A# Solutions to (?:(\d+\.\d+): )?(?=[^\s:])"),
}
BEGINNING = {"chapters": "# ", "solutions": "# Solutions to "}
NUMBERED = {"chapters": "# {} ", "solutions": "# Solutions to {}: "}


def table_of_contents(root: Path, solved: bool = True) -> str:
    """Return `_toc.yml`: front matter, the parts in order, solutions at the end if wanted."""
    lines = ["# Written by `make toc` from book.yml.", "format: jb-book", "root: intro", "parts:"]
    shown = [part for part in order.parts(root) if part.chapters]
    lines += _part("Before you start", ["- file: notation"])
    for part in shown:
        entries = []
        for number, name in part.names():
            entries += [f"- file: chapters/{name}"]
            if (root / "solutions" / f"{name}.ipynb").is_file():
                entries += ["  sections:", f"  - file: exercises/{name}"]
                entries += [f"    title: Exercises {number}"]
        lines += _part(f"{part.number} {part.title}", entries)
    lines += _part("How do we know?", ["- file: checked", "- file: references"])
    lines += _part("For instructors", ["- file: instructors"])
    pages = [
        line
        for part in shown
        for number, name in part.names()
        if (root / "solutions" / f"{name}.ipynb").is_file()
        for line in (f"- file: solutions/{name}", f"  title: Solutions {number}")
    ]
    lines += _part("Solutions", pages) if pages and solved else []
    return "\n".join(lines) + "\n"


def _part(caption: str, entries: list[str]) -> list[str]:
    return [f"- caption: {caption}", "  chapters:", *(f"  {entry}" for entry in entries)]


def numbered(source: str, folder: str, number: str) -> str:
    """Return the title cell of a notebook with the `number` that it must have."""
    return TITLE[folder].sub(NUMBERED[folder].format(number), source, count=1)


def heading(notebook: NotebookNode) -> tuple[str, str]:
    """Return the title of a chapter without its number, and the sentence "You will …"."""
    title, _, rest = notebook.cells[0].source.partition("\n")
    return TITLE["chapters"].sub("", title), rest.strip().partition("\n")[0]


def problems(root: Path) -> Iterator[str]:
    """Yield a line for everything that disagrees with `book.yml`: file, rule, remedy."""
    if not (root / order.FILE).is_file():
        return
    numbers = order.chapters(root)
    for name in numbers:
        if not (root / "chapters" / f"{name}.ipynb").is_file():
            yield f"book.yml: {name} must be a file, got no chapters/{name}.ipynb"
    for folder in TITLE:
        for path in paths(root, folder):
            name = path.relative_to(root / folder).with_suffix("").as_posix()
            at = path.relative_to(root).as_posix()
            if name not in numbers:
                yield f"{at}: must stand in book.yml, where its part lists its chapters"
                continue
            cells = read(path).cells
            title = cells[0].source if cells else ""
            if not TITLE[folder].match(title):
                yield f"{at}: its title must begin with '{BEGINNING[folder]}'"
            elif title != numbered(title, folder, numbers[name]):
                yield f"{at}: its title must begin with the number {numbers[name]}: make toc"
    if (root / "_toc.yml").read_text("utf-8") != table_of_contents(root):
        yield "_toc.yml: must be what follows from book.yml: make toc"


def write(root: Path) -> list[Path]:
    """Write what follows from `book.yml`; return what changed."""
    numbers, changed = order.chapters(root), []
    for folder in TITLE:
        for name, number in numbers.items():
            path = root / folder / f"{name}.ipynb"
            if not path.is_file():
                continue
            notebook = read(path)
            title = notebook.cells[0]
            if title.source != (new := numbered(title.source, folder, number)):
                title.source = new
                path.write_text(as_text(notebook), encoding="utf-8")
                changed.append(path)
    toc = root / "_toc.yml"
    if toc.read_text("utf-8") != (text := table_of_contents(root)):
        toc.write_text(text, encoding="utf-8")
        changed.append(toc)
    return changed


if __name__ == "__main__":
    here = Path.cwd()
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(table_of_contents(here, solved=False), encoding="utf-8")
    else:
        for path in write(here):
            print(path.relative_to(here))
