r"""The letters of a formula that a figure draws: they get its colours, and are lit with it.

A figure says which letters it draws, and in which role (``symbols={"x": "input"}``). In its
section those letters, in every formula, become ``\htmlData{symbol=x,role=input,…}{x_i}`` while the
page is made. The notebooks know nothing of it. A displayed formula whose first line is ``%numbers``
can show the numbers of the figure in place of its letters.
"""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sphinxcontrib.katex
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from notebooks import shown
from notebooks.files import read
from notebooks.notation import as_character

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.S)
NUMBERS = re.compile(r"^\s*%\s*numbers\s*\n")
ANNOTATION = re.compile(r'(<annotation encoding="application/x-tex">).*?(</annotation>)', re.S)
ATTACHED = re.compile(r"[^\s/\u2013\u2014]+")  # to a formula: a comma, "-norm"
BEFORE = re.compile(r"[(\[“\u2018]+$")
UNTRUSTED = re.compile(r"\\(html\w+|href|url|includegraphics)\b")
# Commands by how many arguments they take, where those are words, decorate, or hold formulas.
WORDS = {
    *(r"\text \textrm \textbf \textit \operatorname \operatorname* \mathrm \mathtt \tag").split(),
    *(r"\label \begin \end \hspace \color \mathbb \mathbf \mathcal \boldsymbol").split(),
    *(r"\hat \bar \tilde \vec \dot \ddot \check \acute \grave").split(),
}
HOLDERS = {r"\sqrt": 1, r"\frac": 2, r"\dfrac": 2, r"\tfrac": 2, r"\binom": 2}
HOLDERS |= {rf"\{name}": 1 for name in ("overline", "underline", "widehat", "boxed", "mathop")}
SPACES = {r"\,", r"\;", r"\:", r"\!", r"\ ", "~", r"\quad", r"\qquad", "{", r"\left", r"\right"}
CLOSERS = {")", "]", "!", r"\rfloor", r"\rceil", r"\rVert", r"\rvert", r"\}"}
Drawn = dict[nodes.Node, list[shown.Shown]]
logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Connect; the extension calls this."""
    app.connect("doctree-read", mark, priority=900)
    app.connect("doctree-resolved", hold)
    app.connect("builder-inited", _draw)


def marked(tex: str, symbols: dict[str, str]) -> str:
    r"""Return `tex` with each letter of `symbols`, and its index, in its role.

    ``times`` is 1 where a letter is multiplied by what stands before it, which numbers must show.

    Examples
    --------
    >>> marked(r"y = k_0 x_{i}^2", {"x": "input"})
    'y = k_0 \\htmlData{symbol=x,role=input,number=x_i,times=1}{x_{i}}^2'
    """
    return _Reader(tex, symbols).sequence()


def unnamed(tex: str, symbols: dict[str, str]) -> list[str]:
    r"""Return the letters of a formula that are none of `symbols`, but for those of their indices.

    Examples
    --------
    >>> unnamed(r"y_i = \sum_j k_j x_{i+j} + \beta", {"x": "input", "k": "kernel"})
    ['i', 'j', 'y', 'β']
    """
    reader = _Reader(tex, symbols)
    reader.sequence()
    return sorted(reader.others)


class _Reader:
    """Reads a formula once from left to right, and writes it again."""

    def __init__(self, tex: str, symbols: dict[str, str]) -> None:
        self.tokens = TOKEN.findall(tex)
        self.symbols = symbols
        self.others: set[str] = set()
        self.at = 0

    def sequence(self) -> str:
        """Read on to the end of the group."""
        out, atom = "", False  # whether a factor stands before
        while self.at < len(self.tokens) and self.tokens[self.at] != "}":
            token = self._next()
            character = as_character(token)
            if token in WORDS:
                out += token + self._argument(verbatim=True)
                atom = token not in (r"\begin", r"\end", r"\text", r"\operatorname", r"\tag")
            elif token in HOLDERS:
                out += token
                if self._peek() == "[":
                    out += self._until("]")
                out += "".join(self._argument() for _ in range(HOLDERS[token]))
                atom = True
            elif token == r"\\":
                out += token + (self._until("]") if self._peek() == "[" else "")
                atom = False
            elif token == "{":
                out += "{" + self.sequence() + self._next()
                atom = True
            elif token in ("_", "^"):
                out += token + self._argument()
            elif character in self.symbols and self._peek() != "'":
                out += self._unit(token, character, atom)
                atom = True
            else:
                out += token
                self.others.update(character)
                if not token.isspace() and token not in SPACES:
                    atom = bool(character) or token.isdigit() or token in CLOSERS
        return out

    def _unit(self, token: str, character: str, atom: bool) -> str:
        said, index = token, ""
        if self._peek() == "_":
            self._skip()
            self._next()
            start, others = self.at, set(self.others)
            said += "_" + self._argument()
            self.others = others  # what counts the entries is no letter of its own
            index = re.sub(r"[\s{}]|\\,", "", "".join(self.tokens[start : self.at]))
        name = character + (f"_{index}" if index else "")
        data = f"symbol={character}"
        if role := self.symbols[character]:
            data += f",role={role}"
        if not re.search(r"[,=\\%#]", name):
            data += f",number={name}"
        return rf"\htmlData{{{data}{',times=1' if atom else ''}}}{{{said}}}"

    def _argument(self, verbatim: bool = False) -> str:
        space = self._skip()
        token = self._next()
        if token != "{":
            character = as_character(token)
            if verbatim or character not in self.symbols:
                self.others.update("" if verbatim else character)
                return space + token
            return space + "{" + self._unit(token, character, False) + "}"
        if not verbatim:
            return space + "{" + self.sequence() + self._next()
        out, depth = token, 1
        while depth and self.at < len(self.tokens):
            token = self._next()
            depth += {"{": 1, "}": -1}.get(token, 0)
            out += token
        return space + out

    def _until(self, last: str) -> str:
        out = self._skip()
        while self.at < len(self.tokens):
            out += (token := self._next())
            if token == last:
                break
        return out

    def _next(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else ""

    def _peek(self) -> str:
        rest = (t for t in self.tokens[self.at :] if not t.isspace())
        return next(rest, "")

    def _skip(self) -> str:
        start = self.at
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        return "".join(self.tokens[start : self.at])


def mark(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the formulas of a chapter in the sections of its figures."""
    docname = app.env.docname
    if not docname.startswith("chapters/"):
        return
    figures = {figure.id: figure for figure in shown.figures(read(_path(app, docname)))}
    drawn: Drawn = {}
    for raw in doctree.findall(nodes.raw):
        for host in shown.hosts(raw.astext()):
            figure = figures[host["id"]]
            if (section := _section(raw)) is not None:
                drawn.setdefault(section, []).append(figure)
    coloured = {at: [f for f in some if f.symbols] for at, some in drawn.items()}
    coloured = {at: some for at, some in coloured.items() if some}
    for node in list(doctree.findall(lambda n: isinstance(n, nodes.math | nodes.math_block))):
        _mark_one(node, docname, _drawn_near(node, coloured), _drawn_near(node, drawn))


def _mark_one(
    node: nodes.Element, docname: str, near: list[shown.Shown], every: list[shown.Shown]
) -> None:
    tex = node.astext()
    wants = NUMBERS.match(tex)
    where = f"{docname}: the formula {NUMBERS.sub('', tex).strip()[:60]}"
    if wants and not every:
        logger.warning(f"{where}: %numbers needs a figure in its section")
    symbols: dict[str, str] = {}
    for figure in near:
        for letter, role in figure.symbols.items():
            if symbols.setdefault(letter, role) != role:
                logger.warning(f"{where}: {letter} must have one role, got {role} for {figure.id}")
    if (near or wants) and UNTRUSTED.search(tex):
        logger.warning(f"{where}: must not use \\html…, \\href, \\url or \\includegraphics")
        return
    tex = NUMBERS.sub("", tex)
    if wants and every and (known := _knowing(every, tex, where)):
        node["numbers"] = known.id
        symbols = _traits(known) | known.symbols | symbols
    if symbols and (made := marked(tex, symbols)) != tex:
        node["latex"], node["symbols"] = made, True
    elif wants:
        node["latex"] = tex


def _traits(figure: shown.Shown) -> dict[str, str]:
    """Return the letters of a figure's state, which play no role."""
    return {name: "" for name in figure.state if len(name) == 1}


def _knowing(near: list[shown.Shown], tex: str, where: str) -> shown.Shown | None:
    """Return the figure that knows a number for each letter of a formula."""
    for figure in near:
        if not unnamed(tex, _traits(figure) | figure.symbols):
            return figure
    known = _traits(near[0]) | near[0].symbols
    lacking = ", ".join(unnamed(tex, known))
    logger.warning(
        f"{where}: %numbers must have letters of a figure, got {lacking}: "
        f"{near[0].id} has {', '.join(sorted(known))}"
    )
    return None


def hold(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Keep a formula in the line of the comma after it, and of the parenthesis before it."""
    for math in list(doctree.findall(nodes.math)):
        while isinstance(math.parent, nodes.reference) and math is math.parent[-1]:
            math = math.parent
        parent, at = math.parent, math.parent.index(math)
        beside = [parent[i] if 0 <= i < len(parent) else None for i in (at - 1, at + 1)]
        before, after = (str(node) if isinstance(node, nodes.Text) else "" for node in beside)
        opens, follows = BEFORE.search(before), ATTACHED.match(after)
        if not opens and not follows:
            continue
        held = nodes.inline("", "", classes=["held"])
        parent.replace(math, held)
        held += math
        if follows:
            parent.replace(beside[1], nodes.Text(after[follows.end() :]))
            held += nodes.Text(follows[0])
        if opens:
            parent.replace(beside[0], nodes.Text(before[: opens.start()]))
            held.insert(0, nodes.Text(opens[0]))


def _section(node: nodes.Node) -> nodes.Node | None:
    while node.parent is not None and not isinstance(node, nodes.section):
        node = node.parent
    return node if isinstance(node, nodes.section) else None


def _drawn_near(node: nodes.Node, drawn: dict[nodes.Node, list[shown.Shown]]) -> list[shown.Shown]:
    """Return the figures of the innermost section that has some; the page's own is for itself."""
    section = nearest = _section(node)
    while section is not None:
        is_page = not isinstance(section.parent, nodes.section)
        if section in drawn and (section is nearest or not is_page):
            return drawn[section]
        section = _section(section.parent) if section.parent else None
    return []


def _path(app: Sphinx, docname: str) -> Path:
    return Path(app.srcdir, f"{docname}.ipynb")


def _draw(app: Sphinx) -> None:
    """Let KaTeX draw what was marked; it trusts nothing else."""
    registry = app.registry
    for renderers in (registry.html_inline_math_renderers, registry.html_block_math_renderers):
        if "katex" in renderers:
            visit, depart = renderers["katex"]
            renderers["katex"] = (_trusting(visit), depart)


def _trusting(visit: Callable[[Any, nodes.Element], None]) -> Callable[[Any, nodes.Element], None]:
    katex = sphinxcontrib.katex

    def visited(self: Any, node: nodes.Element) -> None:
        usual, start = katex.KATEX_DEFAULT_OPTIONS, len(self.body)
        if node.get("symbols"):
            katex.KATEX_DEFAULT_OPTIONS = {**usual, "trust": True, "strict": "ignore"}
        try:
            visit(self, node)
        except nodes.SkipNode:
            made = "".join(self.body[start:])
            if node.get("symbols"):  # who copies the formula gets what the author wrote
                tex = html.escape(NUMBERS.sub("", node.astext()), quote=False)
                made = ANNOTATION.sub(lambda found: found[1] + tex + found[2], made)
            if node.get("numbers"):
                made = f'<div class="with-numbers" data-of="{node["numbers"]}">{made}</div>'
            self.body[start:] = [made]
            raise
        finally:
            katex.KATEX_DEFAULT_OPTIONS = usual

    return visited
