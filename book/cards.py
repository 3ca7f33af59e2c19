"""What a link to a claim shows: its statement as the page has it, and the state of its check.

Each chapter's cards are one script, so that they can be had from `file://` too; a page asks for it
when the first link to a claim of that chapter is pointed at.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from notebooks import claims, falsehoods
from notebooks.files import read

LINES_OF_A_CELL = 10_000  # myst-nb counts the lines of a notebook so
ID = re.compile(r' id="[^"]*"')  # it is the page's own


def write(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the cards of a chapter beside its page."""
    if doctree is None or not name.startswith("chapters/"):
        return
    root, chapter = Path(app.srcdir), Path(app.srcdir, f"{name}.ipynb")
    refused = Counter(each.claim for each in falsehoods.told(root, chapter))
    checks = Counter(label for cell in read(chapter).cells for label in claims.checked_by(cell))
    cards = {
        label: {
            "title": _title(section),
            "statement": _statement(app, section),
            "checks": checks[label],
            "falsehoods": refused[label],
        }
        for section in doctree.findall(nodes.section)
        for label in filter(claims.is_label, section["ids"])
    }
    path = Path(app.outdir, "_static", "cards", f"{name}.js")
    path.parent.mkdir(parents=True, exist_ok=True)
    said = json.dumps(cards, ensure_ascii=False)
    path.write_text(f"(globalThis.bookCards??={{}})[{json.dumps(name)}]={said};\n", "utf-8")


def _title(section: nodes.section) -> str:
    title = section.next_node(nodes.title)
    return title.astext() if title is not None else ""


def _statement(app: Sphinx, section: nodes.section) -> str:
    """Return the cell that states a claim as HTML: what stands below its title, code excepted."""
    cell = (section.line or 0) // LINES_OF_A_CELL
    shown = nodes.container(classes=["claim-statement"])
    for node in section.children:
        line = node.line if isinstance(node, nodes.Element) else None
        if line is None or isinstance(node, nodes.title | nodes.section | nodes.target):
            continue  # the title, and what the page adds to it
        if line // LINES_OF_A_CELL != cell or node.get("nb_element") == "cell_code":
            break
        shown += node.deepcopy()
    return ID.sub("", app.builder.render_partial(shown)["fragment"])  # type: ignore[attr-defined]
