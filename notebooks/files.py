"""Notebooks as files: where they are, how they are read, the one form in which they are stored.

``python -m notebooks.files NOTEBOOK`` prints one in words; `make` tells git to compare them so.
"""

import ast
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from notebooks import order

LONGEST_SHOWN = 160  # characters of a line of output, where notebooks are compared
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
FOLDED = "hide-input"  # the tag of plumbing, which a page folds and Jupyter collapses
KEPT = ("edition",)  # of a notebook's own metadata


def paths(root: Path, folder: str) -> list[Path]:
    """Return the notebooks below ``root / folder``: those of the book in its order, then others."""
    place = {name: at for at, name in enumerate(order.chapters(root))}
    found = [
        (place.get(path.relative_to(root / folder).with_suffix("").as_posix(), len(place)), path)
        for path in (root / folder).rglob("*.ipynb")
        if ".ipynb_checkpoints" not in path.parts
    ]
    return [path for _, path in sorted(found)]


def read(path: Path) -> NotebookNode:
    """Return the notebook at `path`, in nbformat 4."""
    return nbformat.read(path, as_version=4)


def edition(notebook: NotebookNode) -> int:
    """Return the edition that a notebook is of, whose rules it keeps: 1 or 2."""
    return int(notebook.metadata.get("edition", 1))


def tags(cell: NotebookNode) -> list[str]:
    """Return the tags of a cell."""
    return list(cell.metadata.get("tags", []))


def defined_names(source: str) -> list[str]:
    """Return the names of the functions and classes that the code in `source` defines."""
    definitions = (ast.FunctionDef, ast.ClassDef)
    return [node.name for node in ast.parse(source).body if isinstance(node, definitions)]


def assigned_names(source: str) -> list[str]:
    """Return the names that the code in `source` gives a value, ``name = value``."""
    targets = [n.targets for n in ast.parse(source).body if isinstance(n, ast.Assign)]
    names = [node.id for each in targets for node in each if isinstance(node, ast.Name)]
    return list(dict.fromkeys(names))


def normal_form(notebook: NotebookNode) -> NotebookNode:
    """Return `notebook` without what differs from run to run; written in place."""
    kept = {key: notebook.metadata[key] for key in KEPT if key in notebook.metadata}
    notebook.metadata = nbformat.from_dict(METADATA | kept)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        cell.metadata.pop("jupyter", None)
        if FOLDED in tags(cell):
            cell.metadata.jupyter = NotebookNode(source_hidden=True)
        joined: list[NotebookNode] = []
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)  # its model_id is random
            last = joined[-1] if joined else None
            if last and output.output_type == "stream" and last.get("name") == output.name:
                last.text += output.text
            else:
                joined.append(output)
        if joined:
            cell.outputs = joined
    return notebook


def in_words(notebook: NotebookNode) -> str:
    """Return a notebook as a text to compare: its cells, and what they print, cut short."""
    lines = []
    for cell in notebook.cells:
        lines += [f"--- {cell.cell_type} {cell.id} {' '.join(tags(cell))}".rstrip(), cell.source]
        for output in cell.get("outputs", []):
            text = output.get("text") or output.get("data", {}).get("text/plain", "")
            lines += [f"    > {line[:LONGEST_SHOWN]}" for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def as_text(notebook: NotebookNode) -> str:
    """Return the JSON of a notebook, the same for the same notebook."""
    text: str = nbformat.writes(notebook)
    return text.rstrip("\n") + "\n"


if __name__ == "__main__":
    print(in_words(read(Path(sys.argv[1]))), end="")
