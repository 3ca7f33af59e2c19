"""What a link to a claim shows: its statement as the page has it, and the state of its check.

A link to a word of ``notation.md`` shows what the word means, and so does a letter in a formula.

Each chapter's cards are one script, so that they can be had from `file://` too; a page asks for it
when the first link to a claim of that chapter is pointed at.
"""

import functools
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from notebooks import claims, falsehoods, notation, order
from notebooks.files import read, tags

LINES_OF_A_CELL = 10_000  # myst-nb counts the lines of a notebook so
NOTATION = notation.FILE.removesuffix(".md")
STATES = "states"  # the tag of the cell that states a claim, where that is not the one of its title
ID = re.compile(r' id="[^"]*"')  # it is the page's own


def write(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the cards of a chapter beside its page, and those of the words of the notation."""
    if doctree is not None and name == NOTATION:
        words = {
            row["ids"][0]: {"title": _entry(row, 0).astext(), "statement": _shown(app, row, 1)}
            for row in doctree.findall(nodes.row)
            if row["ids"]
        }
        _save(app, name, f"(globalThis.bookCards??={{}})[{json.dumps(name)}]", words)
    if doctree is None or not name.startswith("chapters/"):
        return
    _save(app, f"symbols/{name}", "globalThis.bookSymbols", _letters(app, name))
    root, chapter = Path(app.srcdir), Path(app.srcdir, f"{name}.ipynb")
    refused = Counter(each.claim for each in falsehoods.told(root, chapter))
    checks = Counter(label for cell in read(chapter).cells for label in claims.checked_by(cell))
    stating = {at for at, cell in enumerate(read(chapter).cells, 1) if STATES in tags(cell)}
    cards = {
        label: {
            "title": _title(section),
            "statement": _statement(app, section, stating),
            "checks": checks[label],
            "falsehoods": refused[label],
        }
        for section in doctree.findall(nodes.section)
        for label in filter(claims.is_label, section["ids"])
    }
    _save(app, name, f"(globalThis.bookCards??={{}})[{json.dumps(name)}]", cards)


def name_words(app: Sphinx, doctree: nodes.document) -> None:
    """Let links lead to the words of the notation: ``notation.md#term-kernel``."""
    docname = app.env.docname
    if docname != NOTATION:
        return
    slugs = app.env.metadata[docname].setdefault("myst_slugs", {})
    for table in doctree.findall(nodes.table):
        for row in table.findall(nodes.row):
            if len(row) == 2 and isinstance(row.parent, nodes.tbody):
                word = _entry(row, 0).astext()
                id = notation.word_id(word)
                row["ids"].append(id)
                slugs[id] = (0, id, word)


def _save(app: Sphinx, name: str, place: str, value: Any) -> None:
    path = Path(app.outdir, "_static", "cards", f"{name}.js")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{place}={json.dumps(value, ensure_ascii=False)};\n", "utf-8")


@functools.cache
def _notation(app: Sphinx) -> nodes.document:
    """Return the page of the notation, which the cards of every page are cut from."""
    return app.env.get_doctree(NOTATION)


def _letters(app: Sphinx, name: str) -> dict[str, str]:
    """Return what each letter means on a page, by how it is drawn."""
    if NOTATION not in app.env.found_docs:
        return {}
    _, folder, page = name.split("/")
    title = {part.folder: part.title for part in order.parts(Path(app.srcdir))}.get(folder)
    found = {}
    for section in _notation(app).findall(nodes.section):
        if _title(section) not in (notation.EVERYWHERE, title):
            continue
        for row in section.findall(nodes.row):
            pages = re.findall(r"\w+", _entry(row, 2).astext()) if len(row) == 3 else [""]
            if pages and page not in pages:
                continue
            meaning = _shown(app, row, 1)
            for formula in _entry(row, 0).findall(nodes.math):
                for symbol in notation.symbols(formula.astext()):
                    face = symbol.startswith("\\math")
                    found[symbol[1:] if face else notation.as_character(symbol)] = meaning
    return found


def _entry(row: nodes.row, at: int) -> nodes.Element:
    entry = row.children[at]
    assert isinstance(entry, nodes.Element)
    return entry


def _shown(app: Sphinx, row: nodes.row, at: int) -> str:
    shown = nodes.inline()
    for node in _entry(row, at).children:
        shown += [child.deepcopy() for child in node.children]
    html: str = app.builder.render_partial(shown)["fragment"]  # type: ignore[attr-defined]
    return ID.sub("", html)


def _title(section: nodes.section) -> str:
    title = section.next_node(nodes.title)
    return title.astext() if title is not None else ""


def _statement(app: Sphinx, section: nodes.section, stating: set[int]) -> str:
    """Return the cell that states a claim as HTML, code excepted.

    It is the cell of the section that is tagged `STATES`, or what stands below the title.
    """
    cells = [(node, (node.line or 0) // LINES_OF_A_CELL) for node in section.findall(nodes.Element)]
    own = (section.line or 0) // LINES_OF_A_CELL
    wanted = next((at for node, at in cells if node.parent is section and at in stating), own)
    shown = nodes.container(classes=["claim-statement"])
    for node, cell in cells:
        if node.parent is not section or cell != wanted:
            continue
        if isinstance(node, nodes.title | nodes.section | nodes.target):
            continue  # the title, and what the page adds to it
        if node.get("nb_element") != "cell_code":
            shown += node.deepcopy()
    return ID.sub("", app.builder.render_partial(shown)["fragment"])  # type: ignore[attr-defined]
