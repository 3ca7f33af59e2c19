"""What a page folds into a line: plumbing, and what mathlib does where a cell leans on it."""

import html
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from notebooks import sources


def fold(app: Sphinx, doctree: nodes.document) -> None:
    """Fold the code of cells tagged `hide-input`, and add the sources that a cell's metadata names.

    MyST-NB would fold such a cell too, but names each fold "Toggle hidden content".
    """
    for cell in list(doctree.findall(nodes.container)):
        if cell.get("nb_element") != "cell_code":
            continue
        if cell.attributes.pop("hide_mode", None) == "input":
            shows_figure = any("fig-host" in raw.astext() for raw in cell.findall(nodes.raw))
            if len(cell.children) == 1:
                cell["classes"].append("plumbing")  # a word in a line of its like
            elif shows_figure and "tag_live" not in cell["classes"]:
                cell["classes"].append("draws")
                cell.children.reverse()  # first what is drawn, then how
            code = next(node for node in cell.children if "cell_input" in node["classes"])
            _wrap(cell, code, "code-fold", "code")
        for name in reversed(cell.get("cell_metadata", {}).get("source", [])):
            _show(app, cell, name)


def _show(app: Sphinx, cell: nodes.container, name: str) -> None:
    root = Path(app.srcdir)
    app.env.note_dependency(str(sources.path_of(root, name)))
    try:
        text = sources.definition(root, name)
    except LookupError:
        return  # a broken rule, said already
    block = nodes.literal_block(text, text, language="python")
    cell.parent.insert(cell.parent.index(cell) + 1, block)
    _wrap(cell.parent, block, "code-fold", f"mathlib: {name.rpartition('.')[2]}")


def _wrap(parent: nodes.Element, node: nodes.Node, kind: str, line: str) -> None:
    at = parent.index(node)
    start = f'<details class="{kind}"><summary>{html.escape(line)}</summary>'
    parent.insert(at + 1, nodes.raw("", "</details>", format="html"))
    parent.insert(at, nodes.raw("", start, format="html"))
