"""True or false? Five sentences of a chapter, each of which leads to the cell that decided it.

A Sphinx extension. None of the sentences is written for it: the directive ``true-or-false`` names
where each stands in the chapter, or among its falsehoods, one a line:

    tc-02: Depth softens it     a true sentence of the section tc-02, by how it begins
    always_square               a falsehood, by the name of its function
    Careful: we do not care     what a box "Careful" warns of, by how it begins
"""

import random
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from notebooks import claims, falsehoods
from notebooks.files import read

MANY, EACH = 5, 2  # sentences, and how many at least must be true, and false
CAREFUL = "Careful"
# A sentence ends before the next one, with its paragraph, or with its item of a list.
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z$*`\"])|\n\n+(?:- )?|\n- ")
WARNED = re.compile(rf"^:::\{{admonition\}} {CAREFUL}: \"(.+)\"$", re.M)


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension; Sphinx calls this."""
    app.add_directive("true-or-false", TrueOrFalse)
    app.add_css_file("exercises.css")
    app.connect("html-page-context", _bring_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _bring_script(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if 'class="true-or-false"' in context.get("body", ""):
        app.add_js_file("true_or_false.js", loading_method="defer")


class TrueOrFalse(SphinxDirective):
    """Five sentences of this chapter, shuffled."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a list in which each sentence has its answer, and a link, below it."""
        name = self.env.docname
        path = Path(self.env.app.srcdir, f"{name}.ipynb")
        self.env.note_dependency(str(path))
        self.env.note_dependency(str(falsehoods.path_for(Path(self.env.app.srcdir), path)))
        try:
            asked = sentences(Path(self.env.app.srcdir), path, list(self.content))
        except ValueError as error:
            raise self.error(f"true-or-false: {error}") from None
        random.Random(name).shuffle(asked)  # the same each time that the book is built
        found: list[nodes.Node] = [_raw('<ol class="true-or-false">')]
        for true, sentence, label in asked:
            text = nodes.container(classes=["true-or-false-sentence"])
            self.state.nested_parse(StringList([sentence]), self.content_offset, text)
            said = "It is true" if true else "It is false"
            found += [_raw(f'<li data-true="{str(true).lower()}">'), text]
            found += [
                _raw(
                    f"<details><summary>True or false?</summary><p>{said}: "
                    f'<a href="#check-{label}">see the check of {label.upper()}</a>.</p>'
                    "</details></li>"
                )
            ]
        return [*found, _raw("</ol>")]


def sentences(root: Path, chapter: Path, lines: list[str]) -> list[tuple[bool, str, str]]:
    """Return what the `lines` of the directive name: whether it is true, the sentence, its claim.

    Raises
    ------
    ValueError
        If a line names nothing or several things, or there are too few of a kind.
    """
    notebook, known = read(chapter), falsehoods.told(root, chapter)
    checked = {label for cell in notebook.cells for label in claims.checked_by(cell)}
    sections = _sections(notebook)
    found = []
    for line in filter(None, map(str.strip, lines)):
        head, colon, beginning = (part.strip() for part in line.partition(":"))
        if not colon:
            told = [(False, f.sentence, f.claim) for f in known if f.function == head]
        elif head == CAREFUL:
            told = [
                (False, _whole(warned), label)
                for label, text in sections.items()
                for warned in WARNED.findall(text)
                if warned.startswith(beginning)
            ]
        else:
            split = SENTENCE.split(sections.get(head, ""))
            flat = (" ".join(sentence.removeprefix("- ").split()) for sentence in split)
            told = [(True, sentence, head) for sentence in flat if sentence.startswith(beginning)]
        if len(told) != 1:
            raise ValueError(f"{line!r} must name one sentence of the chapter, got {len(told)}")
        if told[0][2] not in checked:
            raise ValueError(f"{line!r} must be of a claim that is checked, got {told[0][2]}")
        if told[0][1][-1] not in ".!?" or "$$" in told[0][1]:
            raise ValueError(f"{line!r} must name a whole sentence without displayed formulas")
        found += told
    true = sum(each[0] for each in found)
    if len(found) != MANY or not EACH <= true <= MANY - EACH:
        raise ValueError(
            f"it must name {MANY} sentences, {EACH} true and {EACH} false at least, "
            f"got {true} and {len(found) - true}"
        )
    return found


def _sections(notebook: NotebookNode) -> dict[str, str]:
    """Return the text below each claim's label, up to the next label."""
    found: dict[str, str] = {}
    label = ""
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        stated = re.match(rf"\(({claims.CLAIM})\)=\n## .*\n", cell.source)
        if stated or cell.source.startswith("## "):
            label = stated[1] if stated else ""
        text = cell.source[stated.end() :] if stated else cell.source
        if label:
            found[label] = f"{found.get(label, '')}\n\n{text}".strip()
    return found


def _whole(quoted: str) -> str:
    """Return what is quoted as a sentence."""
    return quoted[0].upper() + quoted[1:].rstrip(".") + "."


def _raw(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")
