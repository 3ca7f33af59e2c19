"""The rules that every exercise keeps: its cells, what is said of it, its checks, its mistakes."""

import ast
import re
from collections.abc import Iterator
from itertools import chain

from nbformat import NotebookNode

from notebooks.claims import claim_labels
from notebooks.exercises import GIVEN, KINDS, MARKER, SOLUTION, TAGS, Exercise, exercises
from notebooks.files import tags

LONGEST_STATEMENT, LONGEST_PROJECT = 60, 150  # words, without the code and the lines to order
LEAST_MISTAKES, LEAST_OF_A_VALUE = 3, 2
LEVELS, LONGEST_MINUTES = (1, 2, 3), 180
MOST_WRITTEN = 0.5  # of a part's exercises may ask to write a function, from edition 2 on
NO_WORDS = re.compile(r"```.*?```|^    [^\n]*|^- \([a-z]\)[^\n]*", re.M | re.S)
Lines = Iterator[str]


def of_book(notebooks: dict[str, NotebookNode]) -> Lines:
    """Say which rules the exercises of all notebooks break together."""
    yield from _kinds(notebooks)
    yield from _uses(notebooks)


def _kinds(notebooks: dict[str, NotebookNode]) -> Lines:
    """At most half of a part's exercises ask to write a function."""
    parts: dict[str, list[str]] = {}
    for name, notebook in notebooks.items():
        if name.startswith("solutions/") and notebook.metadata.get("edition") == 2:
            kinds = [exercise.kind for exercise in exercises(notebook).values()]
            parts.setdefault(name.split("/")[1], []).extend(kinds)
    for part, kinds in parts.items():
        written = kinds.count("write")
        if written > MOST_WRITTEN * len(kinds):
            many = f"{written} of {len(kinds)}"
            yield f"solutions/{part}: at most half of the exercises must be `write`, got {many}"


def _uses(notebooks: dict[str, NotebookNode]) -> Lines:
    chapters = [nb for name, nb in notebooks.items() if name.startswith("chapters/")]
    stated = {label for notebook in chapters for label, _ in claim_labels(notebook)}
    for name, notebook in notebooks.items():
        for id, exercise in exercises(notebook).items() if name.startswith("solutions/") else ():
            for other in exercise.about.get("uses") or []:
                if other not in stated:
                    yield f"{name}: exercise {id}: must use claims of the book, got {other}"


def of_notebook(notebook: NotebookNode) -> Lines:
    """Say which rules the exercises of one notebook break."""
    for cell in notebook.cells:
        if not cell.metadata.get("exercise") and {*TAGS} & {*tags(cell)}:
            yield f"cell {cell.id}: must name its exercise in the metadata"
    asked: dict[str, str] = {}  # by which exercise, for each name that an answer defines
    for id, exercise in exercises(notebook).items():
        lines = list(_whole(exercise)) or chain.from_iterable(r(exercise) for r in OF_AN_EXERCISE)
        yield from (f"exercise {id}: {line}" for line in lines)
        for name in exercise.names if exercise.cells["answer"] else ():
            if asked.setdefault(name, id) != id:
                yield f"exercise {id}: {name} is what {asked[name]} asks for: take another name"
    fast = [id for id, exercise in exercises(notebook).items() if exercise.about.get("fast_track")]
    if exercises(notebook) and len(fast) != 1:
        yield f"one exercise must stand for the page, fast_track: true, got {', '.join(fast) or 0}"


def _whole(exercise: Exercise) -> Lines:
    for tag, cells in exercise.cells.items():
        if tag == "hidden" and exercise.cells["answer"] and exercise.is_value:
            continue  # what is seen may decide
        if not cells or (tag in ("statement", "answer") and len(cells) > 1):
            yield f"must have a cell tagged {tag}, got {len(cells)}"


def _statement(exercise: Exercise) -> Lines:
    statement = exercise.cells["statement"][0].source
    if not exercise.title or not statement.startswith("## "):
        yield f"the statement must begin with '## {exercise.id.upper()} · a title'"
    text = NO_WORDS.sub("", statement.split("<details>")[0].partition("\n")[2])
    words, most = len(text.split()), LONGEST_STATEMENT
    most = LONGEST_PROJECT if exercise.kind == "project" else most
    if words > most:
        yield f"the statement must have at most {most} words, got {words}"
    if not 1 <= statement.count("<summary>") <= 3:
        yield f"must have one to three hints, got {statement.count('<summary>')}"


def _about(exercise: Exercise) -> Lines:
    about = exercise.about
    level, minutes, uses = about.get("level"), about.get("minutes"), about.get("uses")
    if exercise.kind not in KINDS:
        yield f"kind must be one of {', '.join(KINDS)}, got {about.get('kind')}"
    if level not in LEVELS:
        yield f"level must be one of {', '.join(map(str, LEVELS))}, got {level}"
    if not isinstance(minutes, int) or not 1 <= minutes <= LONGEST_MINUTES:
        yield f"minutes must be an integer from 1 to {LONGEST_MINUTES}, got {minutes}"
    if not isinstance(uses, list) or not all(isinstance(label, str) for label in uses):
        yield f"uses must be a list of claims, got {uses}"


def _answer(exercise: Exercise) -> Lines:
    marker = MARKER.format(exercise.id)
    if not exercise.answer.source.startswith(f"{marker}\n"):
        yield f"the answer cell must begin with '{marker}'"
    if not SOLUTION.search(exercise.answer.source):
        yield "the answer must stand between ### BEGIN SOLUTION and ### END SOLUTION"
        return
    asked = "a value" if exercise.is_value else "a function"
    if asked not in KINDS.get(exercise.kind, asked):
        yield f"the answer to `{exercise.kind}` must be {KINDS[exercise.kind]}, got {asked}"
    if exercise.is_value and len(ast.parse(exercise.answer.source).body) != 1:
        yield "the answer must be one line, name = value"


def _checks(exercise: Exercise) -> Lines:
    for cell in exercise.checks + exercise.hidden:
        if not asserts(cell.source):
            yield f"cell {cell.id}: a check must hold an assertion"
        if _swallows(cell.source):  # a lost process is a BaseException
            yield f"cell {cell.id}: a check must name the errors that it expects"
        for name in _formless(cell.source):
            yield f"cell {cell.id}: a check must compare with `agrees`, got {name}"


def _given_away(exercise: Exercise) -> Lines:
    """A check that is handed out must not hold the value that is asked for."""
    if not exercise.is_value:
        return
    answer = ast.parse(exercise.answer.source).body[0]
    value = answer.value if isinstance(answer, ast.Assign) else answer
    plain = isinstance(value, ast.Constant) and not isinstance(value.value, str)
    name, given = exercise.name, ast.dump(value)
    for cell in exercise.checks:
        for node in ast.walk(ast.parse(cell.source)):
            beside = [*ast.iter_child_nodes(node)] if plain else [node]
            names = {n.id for n in beside if isinstance(n, ast.Name)}
            if (name in names or not plain) and given in map(ast.dump, beside):
                yield f"cell {cell.id}: a check must calculate the answer, not hold it"


def _hidden(exercise: Exercise) -> Lines:
    scored = exercise.checks if exercise.is_value and not exercise.hidden else exercise.hidden
    for cell in exercise.checks + exercise.hidden:
        points = cell.metadata.get("points")
        if cell in scored and (not isinstance(points, int) or points < 1):
            yield f"cell {cell.id}: points must be a positive integer"
        if cell not in scored and points is not None:
            yield f"cell {cell.id}: points must be given for what is hidden, got {points}"
    for cell in exercise.hidden:
        if any(isinstance(node, ast.JoinedStr) for node in _messages(cell.source)):
            yield f"cell {cell.id}: the message of a hidden check must not print what was drawn"


def _mistakes(exercise: Exercise) -> Lines:
    functions = exercise.wrong_answers()
    least = LEAST_OF_A_VALUE if exercise.is_value else LEAST_MISTAKES
    if len(functions) < least:
        yield f"must have at least {least} mistakes, got {len(functions)}"
    given = GIVEN.format(exercise.name)
    broken = exercise.kind == "repair" and not exercise.is_value
    if broken and given not in [function.name for function in functions]:
        yield f"what is to be repaired must be a mistake called {given}"
    for function in functions:
        if not ast.get_docstring(function):
            yield f"{function.name} must have a docstring: what to say to whoever made it"
        if exercise.name in {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}:
            yield f"{function.name} must stand alone, but it uses {exercise.name}"
        if exercise.is_value and ast.unparse(function.args):
            yield f"{function.name} must return a value, and take no arguments"


# Of code


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


def asserts(source: str) -> bool:
    """Return whether there is an assertion in the code."""
    return any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source)))


OF_AN_EXERCISE = (_statement, _about, _answer, _checks, _given_away, _hidden, _mistakes)
