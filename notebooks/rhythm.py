"""The rules of a chapter's rhythm: how long, what stands open, what is folded, what is asked.

Most hold for notebooks with ``"edition": 2`` in their metadata alone, until all have it.
"""

import ast
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from notebooks import shown
from notebooks.claims import CLAIM, checked_by, claim_labels
from notebooks.files import FOLDED, edition, tags

MOST_WORDS = 1200
LONGEST_OPEN = 10  # lines of code in a cell that is not folded
MOST_BEFORE = 2  # open lines of code up to the first figure, its own included
MOST_IMPORTS = 2  # in a cell that is not folded
LAST = ("What to take away", "True or false?")
ASKS = re.compile(r"\bGuess\(|\bpredict\w*=")
# What is no reading: folds, formulas on lines of their own, code, the targets of links and labels.
UNREAD = re.compile(
    rf"<details.*?</details>|\$\$.*?\$\$|```.*?```|^\({CLAIM}\)=$|^:::.*$|\]\([^)]*\)|\$[^$]*\$",
    re.M | re.S,
)
WORD = re.compile(r"\w[\w'.-]*")
FOLD = re.compile(
    r"^<details[^>]*>\s*<summary>[^\n]+</summary>\n\n(?:(?!<details).)*?\n\n</details>$",
    re.M | re.S,
)
Lines = Iterator[str]


def problems(notebook: NotebookNode) -> Lines:
    """Yield a line for each rule that a chapter breaks."""
    second = (_frame, _words, _open, _before, _asks, _beats) if edition(notebook) > 1 else ()
    for rule in (_guesses, _folds, *second):
        yield from rule(notebook)


def figure(cell: NotebookNode) -> str:
    """Return the name of the figure that a cell shows, or nothing; a guess is none."""
    texts = [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", [])]
    names = [host["data-figure"] for text in texts for host in shown.hosts(text)]
    return next((name for name in names if name != "guess"), "")


def words(notebook: NotebookNode) -> int:
    """Return how many words a reader of the chapter reads, without what is folded.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> text = "(tc-01)=\\n## Two words\\n\\nThree *more* [words](there.md), $x + y$\\n\\n$$ z $$"
    >>> words(new_notebook(cells=[new_markdown_cell(text)]))
    5
    """
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return sum(len(WORD.findall(UNREAD.sub(" ", text))) for text in texts)


# Of every chapter


def _guesses(notebook: NotebookNode) -> Lines:
    """What a guess is compared with is computed: it cannot be wrong, grow old, or be read."""
    for number, cell in enumerate(notebook.cells):
        at = f"cell {number} ({cell.id})"
        asks = cell.cell_type == "code" and "Guess" in cell.source
        calls = ast.walk(ast.parse(cell.source)) if asks else ()
        for call in calls:
            if not isinstance(call, ast.Call) or ast.unparse(call.func).split(".")[-1] != "Guess":
                continue
            named = [each.value for each in call.keywords if each.arg == "truth"]
            for truth in [*call.args, *named][:1]:
                if not any(isinstance(node, ast.Name) for node in ast.walk(truth)):
                    yield f"{at}: a Guess must compute its truth, got {ast.unparse(truth)}"
            if FOLDED not in tags(cell):
                yield f"{at}: a Guess must not be read before it is answered: tag it {FOLDED}"


def _folds(notebook: NotebookNode) -> Lines:
    """A fold is whole within its cell, and its text is markdown in Jupyter and in the page."""
    for number, cell in enumerate(notebook.cells):
        text = cell.source if cell.cell_type == "markdown" else ""
        if text.count("<details") != len(FOLD.findall(text)):
            yield (
                f"cell {number} ({cell.id}): a fold must be <details>, <summary>…</summary>, an "
                "empty line, the text, an empty line, </details>"
            )


# Of the second edition


def _frame(notebook: NotebookNode) -> Lines:
    """What a reader finds at the beginning and at the end of every chapter."""
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    if not any(re.search(r"^You will ", text, re.M) for text in texts[:1]):
        yield "the first cell must say what the reader will be able to do: 'You will …'"
    for heading in LAST if claim_labels(notebook) else ():
        if not any(re.search(rf"^## {re.escape(heading)}$", text, re.M) for text in texts):
            yield f"a chapter must have a cell '## {heading}', see CONTRIBUTING, A chapter"


def _words(notebook: NotebookNode) -> Lines:
    if words(notebook) > MOST_WORDS:
        yield f"a chapter must have at most {MOST_WORDS} words, got {words(notebook)}: split it"


def _is_open(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and FOLDED not in tags(cell) and not checked_by(cell)


def _open(notebook: NotebookNode) -> Lines:
    for number, cell in enumerate(notebook.cells):
        lines = cell.source.splitlines() if _is_open(cell) else []
        imports = sum(re.match(r"import |from .* import ", line) is not None for line in lines)
        at = f"cell {number} ({cell.id})"
        if len(lines) > LONGEST_OPEN:
            yield f"{at}: open code must have at most {LONGEST_OPEN} lines, got {len(lines)}"
        if imports > MOST_IMPORTS:
            yield f"{at}: more than {MOST_IMPORTS} imports must be folded: tag it {FOLDED}"


def _before(notebook: NotebookNode) -> Lines:
    lines = 0
    for number, cell in enumerate(notebook.cells):
        lines += len(list(filter(str.strip, cell.source.splitlines()))) if _is_open(cell) else 0
        if figure(cell):
            if lines > MOST_BEFORE:
                yield (
                    f"cell {number} ({cell.id}): at most {MOST_BEFORE} open lines of code must "
                    f"stand before the first figure's output, got {lines}: tag them {FOLDED}"
                )
            return
    yield "a chapter must begin with a figure, got none in what is stored: add one, or make run"


def _asks(notebook: NotebookNode) -> Lines:
    if not any(ASKS.search(cell.source) for cell in notebook.cells if cell.cell_type == "code"):
        yield "a chapter must ask before it tells: a Guess, or a figure with predict"


def _beats(notebook: NotebookNode) -> Lines:
    """Between a statement and its first check stands something to see or to try."""
    stated = {label for label, _ in claim_labels(notebook)}
    bare: dict[str, bool] = {}  # of each claim seen, whether nothing has followed it
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            bare |= dict.fromkeys(re.findall(rf"^\(({CLAIM})\)=$", cell.source, re.M), True)
        if _is_open(cell) or figure(cell):
            bare = dict.fromkeys(bare, False)
        for label in checked_by(cell):
            if bare.pop(label, False) and label in stated:
                yield (
                    f"claim {label}: open code or a figure must stand between its statement "
                    f"and its check, got none"
                )
