"""The check of a claim in the page: one line that opens, and what it was seen to fail for."""

import html
import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from notebooks import claims, falsehoods, toc
from notebooks.checks import Check, checks
from notebooks.falsehoods import Told
from notebooks.files import paths, read

TAG = f"tag_{claims.TAG}"


def fold(app: Sphinx, doctree: nodes.document) -> None:
    """Fold each check of a chapter into a line, with the falsehoods that it refuses below it."""
    docname = app.env.docname
    if not docname.startswith("chapters/"):
        return
    root, chapter = Path(app.srcdir), Path(app.srcdir, f"{docname}.ipynb")
    app.env.note_dependency(str(falsehoods.path_for(root, chapter)))
    known, here = falsehoods.told(root, chapter), {c.source: c for c in checks(chapter)}
    used = claims.used_by(read(chapter))
    for section in doctree.findall(nodes.section):
        for label in filter(claims.is_label, section["ids"]):
            _tell_uses(app, section, used.get(label, []))
    for cell in list(doctree.findall(nodes.container)):
        labels = [c.removeprefix(TAG) for c in cell["classes"] if c.startswith(TAG)]
        source = cell.next_node(nodes.literal_block)
        check = here.get(source.astext()) if source else None
        if labels and check:
            _wrap(cell, labels, check, known)


def write_data(root: Path, target: Path) -> None:
    """Write what the reader's Python needs to run the live checks of each chapter, as JSON."""
    for chapter in paths(root, "chapters"):
        name = chapter.relative_to(root).with_suffix("").as_posix()
        file, live = falsehoods.path_for(root, chapter), checks(chapter, "live")
        stated = [label for label, _ in claims.claim_labels(read(chapter))]
        run = {label for check in live for label in check.claims}
        data = {
            "title": toc.heading(read(chapter))[0],
            "checks": [{"claims": c.claims, "needs": c.needs, "source": c.source} for c in live],
            "elsewhere": [label for label in stated if label not in run],  # they need PyTorch
            "falsehoods": file.read_text("utf-8") if file.is_file() else "",
        }
        path = target / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _wrap(cell: nodes.container, labels: list[str], check: Check, known: list[Told]) -> None:
    mine = [f for f in known if f.claim in labels and f.name in check.names()]
    said = claims.fails_if(check.source).removeprefix(claims.FAILS.strip("# "))
    line = (
        f'<details class="check"><summary><span class="check-state">checked</span>'
        f' <span class="check-fails">fails if {_inline(said.strip())}</span></summary>'
    )
    told = "".join(
        f'<li data-falsehood="{each.function}"><span>{_inline(each.sentence)}</span></li>'
        for each in mine
    )
    below = f'<p class="seen-to-fail">Seen to fail for</p><ul>{told}</ul>' if told else ""
    at = cell.parent.index(cell)
    cell.parent.insert(at, nodes.raw("", line, format="html"))
    cell.parent.insert(at + 2, nodes.raw("", f"{below}</details>", format="html"))


def _tell_uses(app: Sphinx, section: nodes.section, others: list[str]) -> None:
    """Say in the heading's line which claims a claim leans on."""
    places = {claim.label: claim for claim in claims.claims(Path(app.srcdir))}
    up = "../" * app.env.docname.count("/")
    links = ", ".join(
        f'<a href="{up}{places[label].docname}.html#{label}">{label.upper()}</a>'
        for label in dict.fromkeys(others)
        if label in places
    )
    if links:
        mark = f'<p class="claim-uses">uses {links}</p>'
        section.insert(2, nodes.raw("", mark, format="html"))


def _inline(text: str) -> str:
    """Return a sentence as HTML; what stands between backticks or double ones is code."""
    parts = re.split(r"``(.+?)``|`(.+?)`", text)
    marked = [
        html.escape(part or "") if at % 3 == 0 else f"<code>{html.escape(part)}</code>"
        for at, part in enumerate(parts)
        if at % 3 == 0 or part
    ]
    return "".join(marked)
