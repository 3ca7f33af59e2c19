"""What a false version of a function is, and how it is put into the check of a claim.

A claim is proved twice: its check holds, and the check turns red for tempting falsehoods. One is
a function marked ``@false("tc-07", "convolve")`` that takes the place of the name `convolve` in
the check of `tc-07`. Its docstring is what a person might well believe.
"""

import ast
from collections.abc import Callable
from types import CodeType
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])
PUT_IN = "_falsehood"  # the name under which a check finds the false version


def false(claim: str, name: str, shown: str = "") -> Callable[[Function], Function]:
    """Mark a function as a false version of `name` in the check of `claim`.

    Parameters
    ----------
    claim : str
        The label of the claim, ``"tc-07"``.
    name : str
        The name in its check that the function takes the place of.
    shown : str
        A small expression in the names of the check whose value the falsehood changes.

    Examples
    --------
    >>> @false("tc-07", "convolve", shown="convolve([1, 2], [0, 1])")
    ... def without_the_flip(x, k):
    ...     "The kernel slides as it stands."
    >>> without_the_flip.false
    ('tc-07', 'convolve', 'convolve([1, 2], [0, 1])')
    """

    def mark(function: Function) -> Function:
        function.false = (claim, name, shown)  # type: ignore[attr-defined]
        return function

    return mark


def with_false(source: str, name: str) -> CodeType:
    """Return the code of a cell in which `name` is always what stands under `PUT_IN`.

    The falsehood is put in at the beginning, and again wherever the cell binds the name itself:
    an import, a definition.

    Raises
    ------
    ValueError
        If the cell neither reads nor binds `name`.

    Examples
    --------
    >>> names = {PUT_IN: lambda x: x}
    >>> exec(with_false("def double(x): return 2 * x\\ny = double(4)", "double"), names)
    >>> names["y"]
    4
    """
    tree = ast.parse(source)
    if name not in names_read(source) | names_bound(source):
        raise ValueError(f"name must be one that the cell uses, got {name!r}")
    put_in = f"{name} = {PUT_IN}"
    body = ast.parse(put_in).body
    for statement in tree.body:
        body.append(statement)
        if name in bound_by(statement):
            body += ast.parse(put_in).body
    return compile(ast.fix_missing_locations(ast.Module(body, [])), "<check>", "exec")


def names_read(source: str) -> set[str]:
    """Return every name that the code in `source` reads.

    Examples
    --------
    >>> sorted(names_read("y = f(x)"))
    ['f', 'x']
    """
    nodes = ast.walk(ast.parse(source))
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def names_bound(source: str) -> set[str]:
    """Return the names that the top level of a cell binds, or changes by an index.

    Examples
    --------
    >>> sorted(names_bound("import numpy as np\\nx[0] = 1"))
    ['np', 'x']
    """
    return set().union(*(bound_by(statement) for statement in ast.parse(source).body))


def bound_by(statement: ast.stmt) -> set[str]:
    """Return the names that a statement binds, or changes by an index or an attribute."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {(a.asname or a.name).partition(".")[0] for a in statement.names}
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name | ast.Subscript | ast.Attribute):
            target = node if isinstance(node, ast.Name) else node.value
            if isinstance(node.ctx, ast.Store) and isinstance(target, ast.Name):
                found.add(target.id)
    return found
