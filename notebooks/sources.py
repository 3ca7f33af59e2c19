"""The definition of a name of mathlib, as its file has it, to be shown on a page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

PACKAGE = "mathlib"


def path_of(root: Path, name: str) -> Path:
    """Return the file that should define `name`, such as ``mathlib.toeplitz.matrices.band_mask``.

    Examples
    --------
    >>> path_of(Path("."), "mathlib.values.agrees").as_posix()
    'mathlib/values.py'
    """
    return root.joinpath(*name.split(".")[:-1]).with_suffix(".py")


def definition(root: Path, name: str) -> str:
    """Return the source of the function or class `name`; of its docstring the first line alone.

    Raises
    ------
    LookupError
        If `name` is not defined in a module of mathlib.
    """
    path, own = path_of(root, name), name.rpartition(".")[2]
    text = path.read_text("utf-8") if name.startswith(f"{PACKAGE}.") and path.is_file() else ""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == own:
            return _shortened(text.splitlines(), node)
    raise LookupError(f"a source must be a function or a class of {PACKAGE}, got {name}")


def _shortened(lines: list[str], node: ast.FunctionDef | ast.ClassDef) -> str:
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1
    said, whole = ast.get_docstring(node), node.body[0]
    if not said:
        return "\n".join(lines[first : node.end_lineno])
    indent = " " * whole.col_offset
    head, rest = lines[first : whole.lineno - 1], lines[whole.end_lineno : node.end_lineno]
    return "\n".join([*head, f'{indent}"""{said.splitlines()[0]}"""', *rest])


def problems(root: Path, notebooks: dict[str, NotebookNode]) -> Iterator[str]:
    """Yield a line for each source that a cell shows and that is not there, or not used there."""
    for file, notebook in notebooks.items():
        for cell in notebook.cells:
            for name in cell.metadata.get("source", []):
                at = f"{file}: cell {cell.id}"
                try:
                    definition(root, name)
                except LookupError as error:
                    yield f"{at}: {error}"
                own = name.rpartition(".")[2]
                if cell.cell_type != "code" or not re.search(rf"\b{own}\b", cell.source):
                    yield f"{at}: a source must be of what the cell uses, got {name}"
