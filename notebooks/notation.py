"""Notation: every letter that a page displays stands in the table of its part, with one meaning.

``notation.md`` has a table for everything, and one for each part under the part's title. The
first column holds the letters, the second what they mean, the third the pages where they mean it
(by the names of their files), or nothing for all pages of the part.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from notebooks import order
from notebooks.files import read

FILE = "notation.md"
EVERYWHERE = "Everywhere"
GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho "
    "sigma tau upsilon phi varphi chi psi omega ell "
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
).split()
OTHER_FORMS = {"epsilon": "ϵ", "phi": "ϕ", "ell": "\u2113"}  # as they are drawn
# A fence, a span of code, and what stands in a formula without being a symbol.
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.M | re.S)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+(?:\n[^$\n]+)*)\$", re.S)
WORDS = re.compile(
    r"\\(text\w*|operatorname\*?|mathrm|mathtt|tag|label|begin|end|hspace|color)\s*"
    r"(\{[^{}]*\}|[A-Za-z])"
)
COMMENT = re.compile(r"(?<!\\)%.*")
TOKEN = re.compile(
    r"\\(mathbb|mathbf|mathcal|boldsymbol)\s*\{?\s*(\\?[A-Za-z]+|\d)\s*\}?|\\([A-Za-z]+)|([A-Za-z])"
)


@dataclass(frozen=True)
class Row:
    """A row of a table: its letters, and the pages on which it holds (none: the whole part)."""

    symbols: tuple[str, ...]
    meaning: str
    pages: tuple[str, ...]


def symbols(tex: str) -> list[str]:
    r"""Return the letters of a formula, in order, accents and what follows a % left out.

    Examples
    --------
    >>> symbols(r"\hat y_i = \sum_j w_{ij} x_j + \mathbb E \max(\eta) %numbers")
    ['y', 'i', 'j', 'w', 'i', 'j', 'x', 'j', '\\mathbb E', '\\eta']
    """
    found = []
    for face, faced, command, letter in TOKEN.findall(WORDS.sub(" ", COMMENT.sub("", tex))):
        if face:
            found.append(rf"\{face} {faced}")
        elif command in GREEK:
            found.append(rf"\{command}")
        elif letter:
            found.append(letter)
    return found


def word_id(word: str) -> str:
    """Return the place of a word in the notation.

    Examples
    --------
    >>> word_id("Unit roundoff")
    'term-unit-roundoff'
    """
    return "term-" + re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")


def as_character(token: str) -> str:
    r"""Return the letter that a token of a formula displays, or nothing if it is none.

    Examples
    --------
    >>> as_character("x"), as_character(r"\beta"), as_character(r"\varphi"), as_character(r"\cdot")
    ('x', 'β', 'φ', '')
    """
    name = token.removeprefix("\\")
    if name == token:
        return token if len(token) == 1 and token.isalpha() else ""
    if name not in GREEK:
        return ""
    if name in OTHER_FORMS:
        return OTHER_FORMS[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    letter = {"lambda": "lamda"}.get(name.lower(), name.lower().removeprefix("var"))
    return unicodedata.lookup(f"GREEK {size} LETTER {letter.upper()}")


def formulas(text: str) -> list[str]:
    """Return the formulas of a markdown text."""
    return [a or b for a, b in FORMULA.findall(CODE.sub(" ", text))]


def tables(root: Path) -> dict[str, list[Row]]:
    """Return the rows of each table by the heading above it."""
    found: dict[str, list[Row]] = {}
    heading = ""
    for line in (root / FILE).read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 3 and "$" in cells[0]:
            letters = tuple(dict.fromkeys(s for f in formulas(cells[0]) for s in symbols(f)))
            pages = tuple(re.findall(r"\w+", cells[2]))
            found.setdefault(heading, []).append(Row(letters, cells[1], pages))
    return found


def problems(root: Path, chapters: list[Path]) -> Iterator[str]:
    """Yield a line for each letter of the chapters that no table explains, or that two rows do."""
    if not (root / FILE).is_file():
        return
    known = tables(root)
    titles = {part.folder: part.title for part in order.parts(root)}
    for path in chapters:
        name = path.relative_to(root).as_posix()
        title = titles.get(path.parent.name, "")
        rows = [
            row
            for row in known.get(EVERYWHERE, []) + known.get(title, [])
            if not row.pages or path.stem in row.pages
        ]
        for symbol, cell in _used(read(path)).items():
            meanings = [row.meaning for row in rows if symbol in row.symbols]
            if not meanings:
                yield f"{name}: cell {cell}: ${symbol}$ must stand in {FILE} under '{title}'"
            elif len(meanings) > 1:
                said = " and ".join(f"'{meaning}'" for meaning in meanings)
                yield f"{name}: cell {cell}: ${symbol}$ must mean one thing, got {said}"


def _used(notebook: NotebookNode) -> dict[str, str]:
    """Return every letter that a notebook displays, with the cell that displays it first."""
    found: dict[str, str] = {}
    for cell in notebook.cells:
        for tex in formulas(cell.source) if cell.cell_type == "markdown" else ():
            for symbol in symbols(tex):
                found.setdefault(symbol, cell.id)
    return found
