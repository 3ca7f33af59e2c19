"""The page "What is checked": every claim, and a way to run the checks in the reader's browser."""

import html
import json
from collections import Counter
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from book.checks import Chapter
from notebooks import claims, exercises, falsehoods, files, order, toc

HEADS = ("Label", "Statement", "Check", "Falsehoods", "Uses", "Exercise")


class ClaimsTable(SphinxDirective):
    """The list of all claims: check, falsehoods, what they use, exercises; and a way to run it."""

    def run(self) -> list[nodes.Node]:
        """Return the table; links are relative to the page that holds the directive."""
        root = Path(self.env.app.srcdir)
        uses: dict[str, list[str]] = {}
        refused: Counter[str] = Counter()
        numbers = order.chapters(root)
        runs: dict[str, str] = {}  # whether the checks of a claim run in the page
        pages: dict[str, str] = {}  # their titles
        for path in [*files.paths(root, "chapters"), *files.paths(root, "exercises")]:
            self.env.note_dependency(str(path))
        for path in files.paths(root, "chapters"):
            self.env.note_dependency(str(falsehoods.path_for(root, path)))
            notebook, chapter = files.read(path), Chapter.read(root, path)
            uses |= claims.used_by(notebook)
            refused.update(each.claim for each in chapter.known)
            runs |= chapter.runs()
            name = path.relative_to(root / "chapters").with_suffix("").as_posix()
            pages[f"chapters/{name}"] = f"{numbers.get(name, '')} {toc.heading(notebook)[0]}"
        asked, stated = exercises.of_book(root), claims.claims(root)
        places = {claim.label: f"{claim.docname}.html#{claim.label}" for claim in stated}
        rows = []
        for claim in stated:
            page, label = f"{claim.docname}.html", claim.label
            used = [other for other in dict.fromkeys(uses.get(label, [])) if other in places]
            cells = (
                _link(f"{page}#{label}", label.upper()),
                html.escape(claim.title),
                f"{_link(f'{page}#check-{label}', 'check')} <small>{runs.get(label, '')}</small>",
                str(refused[label]),
                ", ".join(_link(places[other], other.upper()) for other in used),
                ", ".join(
                    _link(f"{e.page}.html#ex-{e.id}", e.title) for e in asked if e.claim == label
                ),
            )
            rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        table = (
            f'<div class="check-it" data-pages="{html.escape(json.dumps(pages))}"></div>'
            f"<p>{len(rows)} statements, {refused.total()} falsehoods that their checks "
            f"refuse, {len(asked)} exercises.</p>"
            f'<table class="table"><thead><tr>{"".join(f"<th>{head}</th>" for head in HEADS)}'
            f"</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        )
        return [nodes.raw("", table, format="html")]


def _link(target: str, text: str) -> str:
    return f'<a href="{target}">{html.escape(text)}</a>'
