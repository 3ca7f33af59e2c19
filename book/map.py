"""The map of the book: its chapters in order, and arcs from each to those that need it.

It is a list first, each chapter with what it needs as links; the arcs beside it are drawn from the
same. A Sphinx extension with one directive, ``map-of-the-book``; ``map.js`` adds what the reader
has passed, and lights what a chapter needs and what needs it.
"""

import html
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from notebooks import needs, order, toc
from notebooks.files import read

WIDE, ROW = 90, 54  # units of the drawing beside the list: its width, the height of a line
X = WIDE - 8  # where the dots stand
Needs = dict[str, dict[str, list[str]]]


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension; Sphinx calls this."""
    app.add_directive("map-of-the-book", Map)
    app.add_css_file("map.css")
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Map(SphinxDirective):
    """The chapters of the book, and what each needs."""

    def run(self) -> list[nodes.Node]:
        """Return the list and the arcs."""
        root = Path(self.env.app.srcdir)
        titles = {}
        for name in order.chapters(root):
            path = root / "chapters" / f"{name}.ipynb"
            self.env.note_dependency(str(path))
            titles[name] = toc.heading(read(path))[0]
        up = "../" * self.env.docname.count("/")
        return [
            nodes.raw("", drawn(order.parts(root), titles, needs.needs(root), up), format="html")
        ]


def drawn(parts: list[order.Part], titles: dict[str, str], needed: Needs, up: str = "") -> str:
    """Return the map as HTML: the arcs, and a list of lines of one height."""
    lines: list[str] = []
    places: dict[str, int] = {}
    numbers = {name: number for part in parts for number, name in part.names()}
    for part in filter(lambda part: part.chapters, parts):
        lines.append(f'<li class="map-part">{part.number} {html.escape(part.title)}</li>')
        for _, name in part.names():
            places[name] = len(lines)
            lines.append(_line(name, numbers, titles[name], needed[name], up))
    return (
        f'<div class="map" style="--lines:{len(lines)}">{_arcs(places, needed)}'
        f'<ol>{"".join(lines)}</ol></div><script defer src="{up}_static/map.js"></script>'
    )


def _line(
    name: str, numbers: dict[str, str], title: str, needed: dict[str, list[str]], up: str
) -> str:
    def link(other: str, text: str) -> str:
        return f'<a href="{up}chapters/{other}.html">{html.escape(text)}</a>'

    said = [link(other, numbers[other]) + _counted(labels) for other, labels in needed.items()]
    what = f"needs {', '.join(said)}" if said else "needs no other chapter"
    return (
        f'<li data-chapter="{name}">{link(name, f"{numbers[name]} {title}")}'
        f'<span class="map-needs">{what}</span><span class="map-passed"></span></li>'
    )


def _counted(labels: list[str]) -> str:
    if not labels:
        return ""
    named = html.escape(", ".join(labels).upper())
    return f' <span title="{named}">({len(labels)} claim{"s" * (len(labels) > 1)})</span>'


def _arcs(places: dict[str, int], needed: Needs) -> str:
    arcs = []
    for name, others in needed.items():
        for other in others:
            start, end = (ROW * (places[one] + 0.5) for one in (other, name))
            out = X - min(WIDE - 12, 10 + (end - start) / 6)  # how far to the left it goes
            arcs.append(
                f'<path data-from="{other}" data-to="{name}" '
                f'd="M{X} {start:g}C{out:g} {start:g} {out:g} {end:g} {X} {end:g}"/>'
            )
    dots = [
        f'<circle data-chapter="{name}" cx="{X}" cy="{ROW * (at + 0.5):g}" r="5"/>'
        for name, at in places.items()
    ]
    high = ROW * (max(places.values(), default=0) + 1)
    return f'<svg aria-hidden="true" viewBox="0 0 {WIDE} {high}">{"".join(arcs + dots)}</svg>'
