"""What each chapter needs of the others: what its "You need" links, and the claims it uses.

The map of the book is drawn from it, and the rules hold the two together.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from nbformat import NotebookNode

from notebooks import order
from notebooks.claims import claim_labels, used_by
from notebooks.files import edition, read

NEED = re.compile(r"^You need\b.*$", re.M)
LINK = re.compile(r"\]\(([\w./-]+)\.ipynb(?:#[\w-]+)?\)")
LONG = re.compile(r"\b(\d+ minutes|an hour)\b")


def linked(name: str, notebook: NotebookNode) -> list[str]:
    """Return the chapters that the "You need" of the chapter `name` links, each once.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> text = "# A title\\n\\nYou need [this](b.ipynb#tc-01), and [that](../a/c.ipynb)."
    >>> linked("a/b", new_notebook(cells=[new_markdown_cell(text)]))
    ['a/b', 'a/c']
    """
    found = NEED.search(notebook.cells[0].source) if notebook.cells else None
    links = LINK.findall(found[0]) if found else []
    return list(dict.fromkeys(normpath(join(dirname(name), link)) for link in links))


def needs(root: Path) -> dict[str, dict[str, list[str]]]:
    """Return, for each chapter in order, the chapters that it needs, and which claims of each."""
    names = [n for n in order.chapters(root) if (root / "chapters" / f"{n}.ipynb").is_file()]
    return of_notebooks({name: read(root / "chapters" / f"{name}.ipynb") for name in names})


def of_notebooks(chapters: dict[str, NotebookNode]) -> dict[str, dict[str, list[str]]]:
    """Return what each of the `chapters` needs; the claims in the order of their labels."""
    home = {label: name for name, nb in chapters.items() for label, _ in claim_labels(nb)}
    found: dict[str, dict[str, list[str]]] = {}
    for name, notebook in chapters.items():
        needed: dict[str, list[str]] = {}
        for other in filter(chapters.__contains__, linked(name, notebook)):
            needed[other] = []
        for label in sorted({label for used in used_by(notebook).values() for label in used}):
            if home.get(label, name) != name:
                needed.setdefault(home[label], []).append(label)
        found[name] = {other: needed[other] for other in chapters if other in needed}
    return found


def problems(root: Path, notebooks: dict[str, NotebookNode]) -> Iterator[str]:
    """Yield a line for each chapter whose "You need" is not true."""
    chapters = {
        name: notebooks[f"chapters/{name}.ipynb"]
        for name in order.chapters(root)
        if f"chapters/{name}.ipynb" in notebooks
    }
    needed, before = of_notebooks(chapters), list(chapters)
    for at, (name, notebook) in enumerate(chapters.items()):
        file = f"chapters/{name}.ipynb"
        said = NEED.search(notebook.cells[0].source) if notebook.cells else None
        if not said:
            yield f"{file}: its first cell must say 'You need …', in a paragraph of its own"
            continue
        links = linked(name, notebook)
        for other in links:
            if other not in before[:at]:
                yield f"{file}: 'You need' must link chapters that come before it, got {other}"
        known = _all(needed, [other for other in links if other in before[:at]])
        for other, labels in needed[name].items():
            if labels and other not in known:
                yield f"{file}: 'You need' must link {other}: its checks use {', '.join(labels)}"
        if edition(notebook) > 1 and not LONG.search(said[0]):
            yield f"{file}: 'You need' must end with how long it takes, as in 'About 40 minutes.'"


def _all(needed: dict[str, dict[str, list[str]]], first: list[str]) -> set[str]:
    """Return the chapters of `first`, and all that these need."""
    found: set[str] = set()
    waiting = list(first)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needed[name]
    return found
