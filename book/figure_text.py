"""Figures and the text around them: a name and a call for each figure, links that set it."""

import html
import json
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from notebooks import shown
from notebooks.files import read


def connect(app: Sphinx, doctree: nodes.document) -> None:
    """Name the figures of a chapter, and let the links of its text set them."""
    if not app.env.docname.startswith("chapters/"):
        return
    notebook = read(Path(app.srcdir, f"{app.env.docname}.ipynb"))
    figures = iter(shown.figures(notebook))
    for raw in doctree.findall(nodes.raw):
        text = raw.astext()
        for host in shown.hosts(text):
            figure = next(figures)
            start = f'data-figure="{host["data-figure"]}"'
            more = f'id="{figure.id}" '
            if call := shown.call(notebook.cells[figure.cell].source):
                more += f'data-call="{html.escape(json.dumps(call))}" '
            text = text.replace(start, more + start, 1)
        if text != raw.astext():
            raw.replace_self(nodes.raw("", text, **raw.attributes))

    links: dict[str, list[shown.Link]] = {}  # those of one address, in order
    for link in shown.links(notebook):
        links.setdefault(link.address, []).append(link)
    for ref in list(doctree.findall(addnodes.pending_xref)):
        if not links.get(ref["reftarget"]):
            continue
        link = links[ref["reftarget"]].pop(0)
        place = nodes.reference("", "", refuri=link.href, internal=True, classes=["set-link"])
        place += ref.children[0].children if ref.children else [nodes.Text(link.address)]
        ref.replace_self(place)
