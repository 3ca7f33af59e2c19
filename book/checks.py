"""The check of a claim in the page: one line that opens, and what it was seen to fail for."""

import functools
import html
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from notebooks import claims, falsehoods, toc
from notebooks.checks import Check, checks
from notebooks.falsehoods import Told
from notebooks.files import paths, read

TAG = f"tag_{claims.TAG}"
MORE = '<details class="more"><summary>and {} more{}</summary>'
FIRST_TOLD, MOST_TOLD = 6, 8  # falsehoods that are seen where there are too many to see at once
LEAST_GATHERED = 3  # checks
HERE, PARTLY, ELSEWHERE = "runs here", "in part here", "in PyTorch"


@dataclass(frozen=True)
class Chapter:
    """What a chapter checks in the page, what it checks elsewhere, and what is false."""

    live: list[Check]
    others: list[Check]  # they need PyTorch
    known: list[Told]

    @classmethod
    def read(cls, root: Path, path: Path) -> "Chapter":
        """Return what the notebook at `path`, and the file of its falsehoods, say."""
        live = checks(path, "live")
        here = {check.source for check in live}
        others = [check for check in checks(path) if check.source not in here]
        return cls(live, others, falsehoods.told(root, path))

    def homes(self) -> dict[str, list[Told]]:
        """Return the falsehoods that are told below each check, by its source.

        Each is told once: below the first check that it can be put into, one that runs in the
        page if there is one.
        """
        found: dict[str, list[Told]] = {}
        for each in self.known:
            users = [check for check in self.live + self.others if _fits(each, check)]
            if users:
                found.setdefault(users[0].source, []).append(each)
        return found

    def runs(self) -> dict[str, str]:
        """Return, for each claim, whether its checks run in the page, in words."""
        here = {label for check in self.live for label in check.claims}
        asked = {label for check in self.others for label in check.claims}
        said = {label: PARTLY if label in asked else HERE for label in here}
        return said | dict.fromkeys(asked - here, ELSEWHERE)

    def data(self, stated: list[str], title: str, source: str) -> dict[str, Any]:
        """Return what the reader's Python needs to run the checks, and to break them."""
        runs = self.runs()
        return {
            "title": title,
            "checks": [
                {"claims": c.claims, "needs": c.needs, "source": c.source} for c in self.live
            ],
            "elsewhere": [label for label in stated if runs.get(label) == ELSEWHERE],
            "partly": [label for label in stated if runs.get(label) == PARTLY],
            "falsehoods": source,
            "refutes": {  # which checks may refuse a falsehood, in this order
                each.function: [at for at, check in enumerate(self.live) if _fits(each, check)]
                for each in self.known
            },
        }


def _fits(falsehood: Told, check: Check) -> bool:
    return falsehood.claim in check.claims and falsehood.name in _names(check)


@functools.cache
def _names(check: Check) -> set[str]:
    return check.names()


def fold(app: Sphinx, doctree: nodes.document) -> None:
    """Fold each check of a chapter into a line, with the falsehoods that it refuses below it."""
    docname = app.env.docname
    if not docname.startswith("chapters/"):
        return
    root, path = Path(app.srcdir), Path(app.srcdir, f"{docname}.ipynb")
    app.env.note_dependency(str(falsehoods.path_for(root, path)))
    chapter, used = Chapter.read(root, path), claims.used_by(read(path))
    here = {check.source: check for check in chapter.live + chapter.others}
    homes = chapter.homes()
    for section in doctree.findall(nodes.section):
        for label in filter(claims.is_label, section["ids"]):
            _tell_uses(app, section, used.get(label, []))
    folded = []
    for cell in list(doctree.findall(nodes.container)):
        source = cell.next_node(nodes.literal_block)
        check = here.get(source.astext()) if source else None
        if check and any(name.startswith(TAG) for name in cell["classes"]):
            _wrap(cell, check, homes.get(check.source, []))
            folded.append(cell)
    for section in {id(cell.parent): cell.parent for cell in folded}.values():
        _gather(section, [cell for cell in folded if cell.parent is section])


def write_data(root: Path, target: Path) -> None:
    """Write what the reader's Python needs to run the live checks of each chapter, as JSON."""
    for chapter in paths(root, "chapters"):
        notebook, file = read(chapter), falsehoods.path_for(root, chapter)
        stated = [label for label, _ in claims.claim_labels(notebook)]
        source = file.read_text("utf-8") if file.is_file() else ""
        data = Chapter.read(root, chapter).data(stated, toc.heading(notebook)[0], source)
        path = target / chapter.relative_to(root).with_suffix(".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _wrap(cell: nodes.container, check: Check, mine: list[Told]) -> None:
    said = claims.fails_if(check.source).removeprefix(claims.FAILS.strip("# "))
    line = (
        f'<details class="check"><summary><span class="check-state">checked</span>'
        f' <span class="check-fails">fails if {_inline(said.strip())}</span></summary>'
    )
    told = [
        f'<li data-falsehood="{each.function}"><span>{_inline(each.sentence)}</span></li>'
        for each in mine
    ]
    first = len(told) if len(told) <= MOST_TOLD else FIRST_TOLD
    below = f'<p class="seen-to-fail">Seen to fail for</p>{_list(told[:first])}' if told else ""
    if told[first:]:
        below += MORE.format(len(told) - first, "") + _list(told[first:]) + "</details>"
    at = cell.parent.index(cell)
    cell.parent.insert(at, nodes.raw("", line, format="html"))
    cell.parent.insert(at + 2, nodes.raw("", f"{below}</details>", format="html"))


def _list(items: list[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _gather(section: nodes.Element, folded: list[nodes.container]) -> None:
    """Fold checks that follow one another, all but the first, if there are three of them."""
    runs: list[list[nodes.container]] = []
    for cell in folded:
        before = runs[-1][-1] if runs else None
        if before is not None and section.index(cell) == section.index(before) + 3:
            runs[-1].append(cell)  # between them, the end of a fold and the beginning of one
        else:
            runs.append([cell])
    for run in runs:
        if len(run) >= LEAST_GATHERED:
            end = nodes.raw("", "</details>", format="html")
            section.insert(section.index(run[-1]) + 2, end)
            line = MORE.format(len(run) - 1, " checks")
            section.insert(section.index(run[1]) - 1, nodes.raw("", line, format="html"))


def _tell_uses(app: Sphinx, section: nodes.section, others: list[str]) -> None:
    """Say in the heading's line which claims a claim leans on."""
    if links := linker(app)(others):
        mark = f'<p class="claim-uses">uses {links}</p>'
        section.insert(2, nodes.raw("", mark, format="html"))


@functools.cache
def _places(app: Sphinx) -> dict[str, str]:
    """Return the page of each claim: every notebook is read, once in a build."""
    return {claim.label: claim.docname for claim in claims.claims(Path(app.srcdir))}


def linker(app: Sphinx) -> Callable[[Iterable[str]], str]:
    """Return what writes links from the page at hand to claims of the book, once each, as HTML."""
    places = _places(app)
    up = "../" * app.env.docname.count("/")

    def links(labels: Iterable[str]) -> str:
        return ", ".join(
            f'<a href="{up}{places[label]}.html#{label}">{label.upper()}</a>'
            for label in dict.fromkeys(labels)
            if label in places
        )

    return links


def _inline(text: str) -> str:
    """Return a sentence as HTML; what stands between backticks or double ones is code."""
    parts = re.split(r"``(.+?)``|`(.+?)`", text)
    marked = [
        html.escape(part or "") if at % 3 == 0 else f"<code>{html.escape(part)}</code>"
        for at, part in enumerate(parts)
        if at % 3 == 0 or part
    ]
    return "".join(marked)
