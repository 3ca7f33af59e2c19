"""The rules that every figure keeps, each broken one said in a line: file, rule, remedy.

``python -m figures.rules`` prints the lines and fails if there are any; it imports no figure.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)


def problems(root: Path) -> list[str]:
    """Return one line for each broken rule in the figures below `root`."""
    here = root / "figures"
    scripts = {path.with_suffix("") for path in here.rglob("*.js") if path.parent.name != "kit"}
    # A module of the package itself may be a figure or what figures are made of; one of a part is.
    modules = {path.with_suffix("") for path in here.glob("*/*.py") if path.stem != "__init__"}
    return [line for stem in sorted(scripts | modules) for line in _of(root, stem)]


def _of(root: Path, stem: Path) -> Iterator[str]:
    name = stem.relative_to(root).as_posix()
    test = root / "tests" / stem.relative_to(root).with_name(f"test_{stem.name}.py")
    class_name = stem.name.title().replace("_", "")
    if not stem.with_suffix(".js").is_file():
        yield f"{name}.py: a figure must have its module beside it: write {name}.js"
    if not stem.with_suffix(".py").is_file():
        yield f"{name}.js: a module must have its figure beside it: write {name}.py"
    elif class_name not in {n.name for n in _nodes(stem.with_suffix(".py"), ast.ClassDef)}:
        yield f"{name}.py: a figure must have the name of its files: call its class {class_name}"
    if not test.is_file() or not any(map(_looks, _nodes(test, ast.FunctionDef))):
        yield (
            f"{name}.py: a test in a browser must compare the numbers that it shows with mathlib: "
            f"write one with `show` or `alive` in {test.relative_to(root).as_posix()}"
        )


def _nodes(path: Path, kind: type[Node]) -> list[Node]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, kind)]


def _looks(function: ast.FunctionDef) -> bool:
    """Whether it is a test that opens a page and asserts something."""
    given = {argument.arg for argument in function.args.args}
    asserts = any(isinstance(node, ast.Assert) for node in ast.walk(function))
    return function.name.startswith("test_") and bool(given & {"alive", "show", "page"}) and asserts


if __name__ == "__main__":
    found = problems(Path.cwd())
    print("\n".join(found) or "every figure keeps the rules")
    sys.exit(bool(found))
