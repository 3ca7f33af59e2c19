"""The exercises of `EXERCISES.md`, one of each kind, as the notebook that they would stand in."""

import json
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from notebooks.files import METADATA

BLOCK = re.compile(r"^```(json|markdown|python) (\w+)([^\n]*)\n(.*?)\n```$", re.M | re.S)
TEXT = (Path(__file__).parents[2] / "EXERCISES.md").read_text("utf-8")


def master() -> NotebookNode:
    """Return the notebook of `solutions/` that holds them all."""
    cells = [nbformat.v4.new_markdown_cell("# Solutions to one of each kind")]
    about: dict[str, object] = {}
    for language, tag, options, source in BLOCK.findall(TEXT):
        if language == "json":
            about = json.loads(source)
            continue
        metadata = {"exercise": about["exercise"], "tags": [tag]} if tag != "setup" else {}
        if tag == "statement":
            metadata |= about
        if options:  # points=2
            metadata["points"] = int(options.partition("=")[2])
        new = nbformat.v4.new_markdown_cell if language == "markdown" else nbformat.v4.new_code_cell
        cells.append(new(source, metadata=metadata))
    for number, cell in enumerate(cells):
        cell.id = f"kind{number:04}"
    return nbformat.from_dict(nbformat.v4.new_notebook(cells=cells, metadata=METADATA))
