"""The rules that every notebook keeps, each broken one said in a line: file, cell, rule.

``python -m notebooks.rules`` prints the lines and fails if there are any.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from nbformat import NotebookNode

from notebooks import toc
from notebooks.claims import EXERCISE_TITLE, checked_labels, claim_labels
from notebooks.exercises import release
from notebooks.files import defined_names, paths, read, tags

LONGEST_CELL = 15  # lines of code in a cell of a chapter
LONGEST_LINE = 80  # characters that a page shows without scrolling
LONGEST_STATEMENT = 60  # words
LEAST_MISTAKES = 3


def problems(root: Path) -> list[str]:
    """Return one line for each broken rule in the notebooks below `root`."""
    found = []
    for folder, rules in RULES.items():
        for path in paths(root, folder):
            name = path.relative_to(root).as_posix()
            try:
                notebook = read(path)
            except Exception as error:
                found.append(f"{name}: must be a notebook, got {type(error).__name__}")
                continue
            for line in chain.from_iterable(rule(notebook) for rule in rules):
                found.append(f"{name}: {line}")
    found += [line for path in paths(root, "solutions") for line in _released(root, path)]
    return found + list(toc.problems(root))


def _released(root: Path, source: Path) -> Iterator[str]:
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


def _executed(notebook: NotebookNode) -> Iterator[str]:
    for count, (at, cell) in enumerate(_code(notebook), start=1):
        if cell.execution_count != count:
            yield f"{at}: must be executed as number {count}, got {cell.execution_count}: make run"


def _outputs(notebook: NotebookNode) -> Iterator[str]:
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


def _no_outputs(notebook: NotebookNode) -> Iterator[str]:
    for at, cell in _code(notebook):
        if cell.outputs or cell.execution_count is not None:
            yield f"{at}: an exercise must be stored without outputs: `make release`"


def _claims(notebook: NotebookNode) -> Iterator[str]:
    stated = [label for label, _ in claim_labels(notebook)]
    checked = checked_labels(notebook)
    for label in stated:
        if label not in checked:
            yield f"claim {label}: must have a check, got no code cell tagged claim:{label}"
        if stated.count(label) > 1:
            yield f"claim {label}: must be stated once, got {stated.count(label)}"
    for at, cell in _code(notebook):
        for tag in tags(cell):
            if tag.startswith("claim:") and tag.removeprefix("claim:") not in stated:
                yield f"{at}: tag {tag} must name a claim of this chapter"
            if tag.startswith("claim:") and not _asserts(cell.source):
                yield f"{at}: the check of {tag} must hold an assertion"


def _short(notebook: NotebookNode) -> Iterator[str]:
    for at, cell in _code(notebook):
        lines = len(cell.source.splitlines())
        if lines > LONGEST_CELL:
            yield f"{at}: must have at most {LONGEST_CELL} lines, got {lines}"


def _narrow(notebook: NotebookNode) -> Iterator[str]:
    for at, cell in _code(notebook):
        for line in cell.source.splitlines():
            if len(line) > LONGEST_LINE:
                yield f"{at}: a line must have at most {LONGEST_LINE} characters, got {len(line)}"


def _exercises(notebook: NotebookNode) -> Iterator[str]:
    ids = []
    for cell in notebook.cells:
        id = cell.metadata.get("exercise")
        if id and id not in ids:
            ids.append(id)
        if not id and {"statement", "answer", "check", "hidden", "mistake"} & set(tags(cell)):
            yield f"cell {cell.id}: must name its exercise in the metadata"
    asked: dict[str, str] = {}  # by which exercise, for each name that an answer defines
    for id in ids:
        mine = [cell for cell in notebook.cells if cell.metadata.get("exercise") == id]
        yield from (f"exercise {id}: {line}" for line in _exercise(id, mine))
        for name in {
            n for cell in mine if "answer" in tags(cell) for n in defined_names(cell.source)
        }:
            if asked.setdefault(name, id) != id:
                yield f"exercise {id}: {name} is what {asked[name]} asks for: take another name"


def _exercise(id: str, cells: list[NotebookNode]) -> Iterator[str]:
    by_tag = {
        tag: [cell for cell in cells if tag in tags(cell)]
        for tag in ("statement", "answer", "check", "hidden", "mistake", "explanation")
    }
    for tag, found in by_tag.items():
        if not found or (tag in ("statement", "answer") and len(found) > 1):
            yield f"must have a cell tagged {tag}, got {len(found)}"
            return
    statement, answer = by_tag["statement"][0].source, by_tag["answer"][0].source
    if [t.lower() for t, _ in EXERCISE_TITLE.findall(statement)] != [id]:
        yield f"the statement must begin with '## {id.upper()} · a title'"
    words = len(statement.split("<details>")[0].split("\n", 1)[1].split())
    if words > LONGEST_STATEMENT:
        yield f"the statement must have at most {LONGEST_STATEMENT} words, got {words}"
    if not 1 <= statement.count("<summary>") <= 3:
        yield f"must have one to three hints, got {statement.count('<summary>')}"
    if not answer.startswith(f"# exercise: {id}\n"):
        yield f"the answer cell must begin with '# exercise: {id}'"
    if not re.search(r"### BEGIN SOLUTION\n(.|\n)*### END SOLUTION", answer):
        yield "the answer must stand between ### BEGIN SOLUTION and ### END SOLUTION"
    for cell in by_tag["hidden"]:
        if not isinstance(cell.metadata.get("points"), int) or cell.metadata.points < 1:
            yield f"cell {cell.id}: points must be a positive integer"
    for cell in by_tag["check"] + by_tag["hidden"]:
        if not _asserts(cell.source):
            yield f"cell {cell.id}: a check must hold an assertion"
        if _swallows(cell.source):  # a lost process is a BaseException
            yield f"cell {cell.id}: a check must name the errors that it expects"
        for name in _formless(cell.source):
            yield f"cell {cell.id}: a check must compare with `agrees`, got {name}"
    for cell in by_tag["hidden"]:
        if any(isinstance(node, ast.JoinedStr) for node in _messages(cell.source)):
            yield f"cell {cell.id}: the message of a hidden check must not print what was drawn"
    name = defined_names(answer)[-1]
    functions = [
        node
        for cell in by_tag["mistake"]
        for node in ast.parse(cell.source).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(f"{name}__")
    ]
    if len(functions) < LEAST_MISTAKES:
        yield f"must have at least {LEAST_MISTAKES} mistakes, got {len(functions)}"
    for function in functions:
        if not ast.get_docstring(function):
            yield f"{function.name} must have a docstring: what to say to whoever made it"
        called = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
        if name in called:
            yield f"{function.name} must stand alone, but it uses {name}"


def _swallows(source: str) -> bool:
    handlers = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler)]
    return any(h.type is None or ast.unparse(h.type) == "BaseException" for h in handlers)


def _formless(source: str) -> list[str]:
    """Return the comparisons that an empty array, or one of another shape, may win."""
    called = [
        ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)
    ]
    return [name for name in called if re.search(r"^np\..*(close|equal|all)$|\.all$", name)]


def _messages(source: str) -> list[ast.AST]:
    asserts = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assert)]
    return [node for each in asserts if each.msg for node in ast.walk(each.msg)]


def _asserts(source: str) -> bool:
    return any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source)))


def _code(notebook: NotebookNode) -> Iterator[tuple[str, NotebookNode]]:
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            yield f"cell {number} ({cell.id})", cell


RULES = {
    "chapters": (_executed, _outputs, _claims, _short, _narrow),
    "solutions": (_executed, _outputs, _exercises),
    "exercises": (_no_outputs,),
}


if __name__ == "__main__":
    lines = problems(Path.cwd())
    print("\n".join(lines) or "every notebook keeps the rules")
    sys.exit(bool(lines))
