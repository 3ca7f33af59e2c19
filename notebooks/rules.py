"""The rules that every notebook keeps, each broken one said in a line: file, cell, rule, remedy.

``python -m notebooks.rules`` prints the lines and fails if there are any.
"""

import json
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from nbformat import NotebookNode

from mathlib.falsehoods import names_bound, names_needed
from notebooks import exercise_rules, falsehoods, needs, notation, rhythm, shown, sources, toc
from notebooks.claims import CLAIM, FAILS, checked_by, circle, claim_labels, fails_if, used_by
from notebooks.exercise_rules import asserts
from notebooks.exercises import exercises, release
from notebooks.files import paths, read, tags

LONGEST_CELL = 15  # lines of code in a cell of a chapter
LONGEST_LINE = 80  # characters that a page shows without scrolling
NUMBERED = re.compile(r"\bchapters? \[?\d\.\d|\[\d\.\d\]\(", re.IGNORECASE)
# A label in the text, unless it is a link's target, a heading's own or stands in code.
BARE = re.compile(
    rf"```.*?```|`[^`\n]*`|\]\([^)]*\)|^\({CLAIM}\)=$|\b({CLAIM})\b", re.I | re.M | re.S
)
CITED = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
LINKED = re.compile(rf"\]\([^)#]*#({CLAIM})\)")
Lines = Iterator[str]


def problems(root: Path) -> list[str]:
    """Return one line for each broken rule in the notebooks below `root`."""
    found, read_well = [], {}
    for folder, rules in RULES.items():
        for path in paths(root, folder):
            name = path.relative_to(root).as_posix()
            try:
                notebook = read_well[name] = read(path)
            except Exception as error:
                found.append(f"{name}: must be a notebook, got {type(error).__name__}")
                continue
            lines = chain.from_iterable(rule(notebook) for rule in rules)
            for line in chain(_own_ids(path), lines):
                found.append(f"{name}: {line}")
    found += [line for path in paths(root, "solutions") for line in _released(root, path)]
    found += [*_asked(read_well), *_stated_once(read_well), *_known(root, read_well)]
    found += exercise_rules.of_book(read_well)
    chapters = [p for p in paths(root, "chapters") if p.relative_to(root).as_posix() in read_well]
    for path in chapters:
        found += falsehoods.broken_rules(root, path)
    found += sources.problems(root, read_well)
    found += needs.problems(root, read_well)
    return [*found, *notation.problems(root, chapters), *toc.problems(root)]


# Of the book as a whole


def _released(root: Path, source: Path) -> Lines:
    target = root / "exercises" / source.relative_to(root / "solutions")
    name = target.relative_to(root).as_posix()
    rule = "must be what `make release` writes from solutions/"
    try:
        expected = release(read(source))
        text = target.read_text("utf-8")
        if text == expected:
            return
        ours, theirs = read(target).cells, json.loads(expected)["cells"]
    except Exception as error:
        yield f"{name}: {rule}, got {type(error).__name__}"
        return
    for number, (cell, other) in enumerate(zip(ours, theirs, strict=False)):
        if cell.source != "".join(other["source"]) or cell.metadata != other["metadata"]:
            yield f"{name}: cell {number} ({cell.id}): {rule}"
            return
    yield f"{name}: {rule}, got {len(ours)} cells or other metadata"


def _asked(notebooks: dict[str, NotebookNode]) -> Lines:
    """Every claim has an exercise on its chapter's page, and every exercise a claim there."""
    for name, chapter in notebooks.items():
        folder, _, rest = name.partition("/")
        if folder != "chapters":
            continue
        solution = notebooks.get(f"solutions/{rest}", NotebookNode(cells=[]))
        stated = [label for label, _ in claim_labels(chapter)]
        asked = {each.claim for each in exercises(solution).values()}
        for label in stated:
            if label not in asked:
                yield f"{name}: claim {label}: must have an exercise in solutions/{rest}"
        for label in sorted(asked.difference(stated)):
            yield f"solutions/{rest}: exercise {label}: must be about a claim of {name}"


def _stated_once(notebooks: dict[str, NotebookNode]) -> Lines:
    first: dict[str, str] = {}
    for name, notebook in notebooks.items():
        for label, _ in claim_labels(notebook) if name.startswith("chapters/") else ():
            if first.setdefault(label, name) != name:
                yield f"{name}: claim {label}: must be stated once, but {first[label]} states it"


def _known(root: Path, notebooks: dict[str, NotebookNode]) -> Lines:
    """What a page cites, links or uses is there, and no claim uses itself by others."""
    bib = root / "references.bib"
    keys = set(
        re.findall(r"^@\w+\{([^,\s]+),", bib.read_text("utf-8") if bib.is_file() else "", re.M)
    )
    chapters = {name: nb for name, nb in notebooks.items() if name.startswith("chapters/")}
    stated = {label for nb in chapters.values() for label, _ in claim_labels(nb)}
    uses: dict[str, list[str]] = {}
    for name, notebook in chapters.items():
        for cell in notebook.cells:
            at = f"{name}: cell {cell.id}"
            for key in [
                k.strip() for found in CITED.findall(cell.source) for k in found.split(",")
            ]:
                if key not in keys:
                    yield f"{at}: a citation must be in references.bib, got {key}"
            for label in LINKED.findall(cell.source) if cell.cell_type == "markdown" else ():
                if label not in stated:
                    yield f"{at}: a link must lead to a claim that the book states, got {label}"
        for label, others in used_by(notebook).items():
            uses[label] = others
            for other in others:
                if other not in stated:
                    yield f"{name}: claim {label}: must use claims of the book, got {other}"
    if found := circle(uses):
        yield f"claims must not use each other in a circle, got {' -> '.join([*found, found[0]])}"


# Of a notebook


def _own_ids(path: Path) -> Lines:
    """Ids as they stand in the file: reading it would give a second cell of one id another."""
    ids = [cell.get("id") for cell in json.loads(path.read_text("utf-8"))["cells"]]
    for id in sorted({str(id) for id in ids if ids.count(id) > 1}):
        yield f"cell {id}: an id must be that of one cell, got {ids.count(id)}"


def _executed(notebook: NotebookNode) -> Lines:
    for count, (at, cell) in enumerate(_code(notebook), start=1):
        if cell.execution_count != count:
            yield f"{at}: must be executed as number {count}, got {cell.execution_count}: make run"


def _outputs(notebook: NotebookNode) -> Lines:
    for at, cell in _code(notebook):
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"{at}: must not store a traceback, got {output.ename}"
            if output.get("name") == "stderr":
                yield f"{at}: must not store stderr, got {output.text.splitlines()[0]!r}"
            if any("image/" in mime for mime in output.get("data", {})):
                alt = cell.metadata.get("mystnb", {}).get("image", {}).get("alt")
                if not alt:
                    yield f"{at}: a picture must have alt text, in metadata mystnb.image.alt"


def _no_outputs(notebook: NotebookNode) -> Lines:
    for at, cell in _code(notebook):
        if cell.outputs or cell.execution_count is not None:
            yield f"{at}: an exercise must be stored without outputs: `make release`"


def _ids(notebook: NotebookNode) -> Lines:
    """An id stays with its cell: one that says a place would have to change with the place."""
    for number, cell in enumerate(notebook.cells):
        if re.fullmatch(r"(cell|code|text|markdown)-?\d+", cell.id):
            yield f"cell {number} ({cell.id}): its id must not be a place: any word or 8 digits"


def _numbers(notebook: NotebookNode) -> Lines:
    """The order of the book may change: the number of a chapter stands in its title alone."""
    for number, cell in enumerate(notebook.cells):
        found = NUMBERED.search(cell.source) if number else NUMBERED.search(_below_title(cell))
        if found:
            yield f"cell {number} ({cell.id}): a chapter must be named by its title, got {found[0]}"


def _below_title(cell: NotebookNode) -> str:
    return str(cell.source).partition("\n")[2]


def _claims(notebook: NotebookNode) -> Lines:
    stated = [label for label, _ in claim_labels(notebook)]
    checked = {label for cell in notebook.cells for label in checked_by(cell)}
    for label in stated:
        if label not in checked:
            yield f"claim {label}: must have a check, got no code cell tagged claim:{label}"
        if stated.count(label) > 1:
            yield f"claim {label}: must be stated once, got {stated.count(label)}"
    for at, cell in _code(notebook):
        for label in checked_by(cell):
            if label not in stated:
                yield f"{at}: tag claim:{label} must name a claim of this chapter"
            if not asserts(cell.source):
                yield f"{at}: the check of claim:{label} must hold an assertion"
        if checked_by(cell) and not fails_if(cell.source):
            yield f"{at}: a check must begin with '{FAILS}…'"
        if checked_by(cell) and not cell.outputs:
            yield f"{at}: a check must show what it has tried, or the object that it is about"


def _live(notebook: NotebookNode) -> Lines:
    """What runs in the page finds there what it needs: the page runs no other cells."""
    here, elsewhere = set[str](), set[str]()
    for at, cell in _code(notebook):
        if "live" not in tags(cell):
            elsewhere |= names_bound(cell.source)
            continue
        for name in sorted((names_needed(cell.source) & elsewhere) - here):
            yield f"{at}: a live cell must find {name} in a live cell above: tag that one live"
        here |= names_bound(cell.source)


def _linked(notebook: NotebookNode) -> Lines:
    """A claim that the text names is a link, so that its statement can be had."""
    for number, cell in enumerate(notebook.cells):
        for found in BARE.finditer(cell.source) if cell.cell_type == "markdown" else ():
            if found[1] and not _within_link(cell.source, found.start()):
                yield (
                    f"cell {number} ({cell.id}): a claim must be named by a link, got {found[1]}: "
                    f"[what it says](page.ipynb#{found[1].lower()})"
                )


def _within_link(text: str, at: int) -> bool:
    end = text.find("]", at)
    return text[end : end + 2] == "](" and "[" not in text[at:end]


def _short(notebook: NotebookNode) -> Lines:
    for at, cell in _code(notebook):
        lines = len(cell.source.splitlines())
        if lines > LONGEST_CELL:
            yield f"{at}: must have at most {LONGEST_CELL} lines, got {lines}"


def _narrow(notebook: NotebookNode) -> Lines:
    for at, cell in _code(notebook):
        for line in cell.source.splitlines():
            if len(line) > LONGEST_LINE:
                yield f"{at}: a line must have at most {LONGEST_LINE} characters, got {len(line)}"


def _code(notebook: NotebookNode) -> Iterator[tuple[str, NotebookNode]]:
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            yield f"cell {number} ({cell.id})", cell


RULES = {
    "chapters": (
        *(_executed, _outputs, _ids, _numbers, _claims, _live, _linked, _short, _narrow),
        *(rhythm.problems, shown.problems),
    ),
    "solutions": (_executed, _outputs, _ids, _numbers, exercise_rules.of_notebook),
    "exercises": (_no_outputs,),
}


if __name__ == "__main__":
    lines = problems(Path.cwd())
    print("\n".join(lines) or "every notebook keeps the rules")
    sys.exit(bool(lines))
