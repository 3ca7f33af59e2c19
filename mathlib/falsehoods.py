"""What a false version of a function is, and how it is put into the check of a claim.

A claim is proved twice: its check holds, and the check turns red for tempting falsehoods. One is
a function marked ``@false("tc-07", "convolve")`` that takes the place of the name `convolve` in
the check of `tc-07`. Its docstring is what a person might well believe.
"""

import ast
import builtins
import contextlib
import functools
import io
import symtable
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any, TypeVar

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])
PUT_IN = "_falsehood"  # the name under which a check finds the false version
ABOVE, CHECK = "<above>", "<check>"  # what tracebacks call the cells that run


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
    return compile(ast.fix_missing_locations(ast.Module(body, [])), CHECK, "exec")


def run_check(
    needs: Sequence[str],
    source: str,
    seed: int | None = None,
    name: str = "",
    falsehood: Callable[..., Any] | None = None,
) -> dict[str, Any]:
    """Run the cells that a check needs, then the check `source`; return the names that they bind.

    With a seed, `rng` is made anew from it before the check; with a falsehood, it stands in the
    place of `name`. Whatever the cells raise is raised.

    Examples
    --------
    >>> run_check(["x = 2"], "assert x + x == 4")["x"]
    2
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in needs:
        exec(compile(cell, ABOVE, "exec"), names)
    if "rng" in names and seed is not None:
        names["rng"] = np.random.default_rng(seed)
    names[PUT_IN] = falsehood
    exec(with_false(source, name) if name else compile(source, CHECK, "exec"), names)
    return names


def refutes(error: BaseException) -> bool:
    """Return whether an assertion of the cells has failed, or one of numpy.testing that they call.

    One that the falsehood makes itself is an accident, and so is any other error.
    """
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    own = max((at for at, file in enumerate(files) if file in (ABOVE, CHECK)), default=-1)
    beyond = files[own + 1 :]
    return isinstance(error, AssertionError) and (not beyond or "testing" in beyond[-1])


def break_check(
    needs: Sequence[str], source: str, falsehoods: str, function: str, seed: int | None = None
) -> dict[str, str]:
    """Put one of the `falsehoods`, the source of a file of them, into a check, as the page does.

    Returns
    -------
    dict
        ``outcome``: "red" as it should be, "green", or "error"; the ``message`` of the assertion
        or of the error; and ``shown``, the small case that the falsehood changes, if it has one.

    Examples
    --------
    >>> file = "from mathlib.falsehoods import false\\n"
    >>> file += "@false('aa-01', 'f', 'f(3)')\\ndef g(x): return x"
    >>> break_check(["def f(x): return 2 * x"], "assert f(1) == 2, 'twice'", file, "g")
    {'outcome': 'red', 'message': 'twice', 'shown': 'f(3) is 6; with the falsehood 3'}
    """
    told: dict[str, Any] = {"__name__": "falsehoods"}
    with _quietly():
        exec(compile(falsehoods, "<falsehoods>", "exec"), told)
        wrong = told[function]
        _, name, small = wrong.false
        shown = _shown((tuple(needs), source, seed), name, small, wrong) if small else ""
        try:
            run_check(needs, source, seed, name, wrong)
        except Exception as error:
            outcome = "red" if refutes(error) else "error"
            return {"outcome": outcome, "message": _why(error, source), "shown": shown}
    return {"outcome": "green", "message": "", "shown": shown}


@functools.lru_cache(maxsize=4)  # one breaks the same check again and again
def _truth(needs: tuple[str, ...], source: str, seed: int | None) -> dict[str, Any]:
    return run_check(needs, source, seed)


Check = tuple[tuple[str, ...], str, int | None]  # what it needs, its source, the seed


def _shown(check: Check, name: str, small: str, wrong: Callable[..., Any]) -> str:
    """Return in words what a falsehood makes of a small case; nothing where it has no value."""
    try:
        names = _truth(*check)
        right = repr(eval(small, names))
        kept, names[name] = names[name], wrong
        try:
            changed = repr(eval(small, names))
        finally:
            names[name] = kept
    except Exception:
        return ""
    if "\n" in right + changed:  # arrays stand one below the other
        return f"{small} is\n{right}\nwith the falsehood\n{changed}"
    return f"{small} is {right}; with the falsehood {changed}"


def _why(error: Exception, source: str) -> str:
    """Return what an error says, or the assertion that has failed where it says nothing."""
    if not isinstance(error, AssertionError):
        return f"{type(error).__name__}: {error}"
    frames = traceback.extract_tb(error.__traceback__)
    line = next((f.lineno for f in reversed(frames) if f.filename == CHECK), None) or 0
    asserted = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assert) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if not asserted and line:  # it failed in a function that this line calls
        asserted = [source.splitlines()[line - 1].strip()]
    return str(error) or f"this does not hold: {' '.join(asserted)}"


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def hold_check(needs: Sequence[str], source: str, seed: int) -> dict[str, str]:
    """Run a check with a seed, as the page does; return its outcome and a message.

    Examples
    --------
    >>> hold_check(["x = 2"], "assert x == 3", 0)
    {'outcome': 'red', 'message': 'this does not hold: assert x == 3'}
    """
    try:
        with _quietly():
            run_check(needs, source, seed)
    except Exception as error:
        return {"outcome": "red", "message": _why(error, source)}
    return {"outcome": "holds", "message": ""}


def names_read(source: str) -> set[str]:
    """Return every name that the code in `source` reads.

    Examples
    --------
    >>> sorted(names_read("y = f(x)"))
    ['f', 'x']
    """
    nodes = ast.walk(ast.parse(source))
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def names_needed(source: str) -> set[str]:
    """Return the names that a cell reads before it binds them itself: it needs them from above.

    Examples
    --------
    >>> sorted(names_needed("for n in sizes:\\n    m = n + 1\\n    f(n, m)\\nx[0] = m"))
    ['f', 'sizes', 'x']
    >>> sorted(names_needed("[i * a for i in b], {i for i in c}, {i: k for i, k in d}"))
    ['a', 'b', 'c', 'd']
    """
    needed: set[str] = set()
    _follow(ast.parse(source).body, set(), needed)
    return needed - set(vars(builtins))


def _follow(statements: list[ast.stmt], bound: set[str], needed: set[str]) -> None:
    """Go through the statements in their order; add to `bound` and to `needed`."""
    for statement in statements:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            later = bound.union(*(bound_by(other) for other in statements))
            needed |= _read_by(statement) - later  # it runs later than it stands here
            bound.add(statement.name)
            continue
        blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
        blocks += [handler.body for handler in getattr(statement, "handlers", [])]
        if not any(blocks):
            needed |= _read_by(statement) - bound
            bound |= bound_by(statement)
            continue
        for name, value in ast.iter_fields(statement):  # what stands in the head
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.expr | ast.withitem) and name != "target":
                    needed |= _read_by(part) - bound
        heads = [getattr(statement, "target", None), *getattr(statement, "items", [])]
        for head in filter(None, heads):
            names = [n for n in ast.walk(head) if isinstance(n, ast.Name)]
            bound |= {n.id for n in names if isinstance(n.ctx, ast.Store)}
        for block in blocks:
            _follow(block, bound, needed)


def _read_by(node: ast.AST) -> set[str]:
    """Return the names that a piece of code reads from outside of itself."""
    if isinstance(node, ast.withitem):
        node = node.context_expr
    tree = _AsGenerators().visit(ast.parse(ast.unparse(node)))
    table = symtable.symtable(ast.unparse(tree), "<cell>", "exec")
    found = {s.get_name() for s in table.get_symbols() if s.is_referenced()}
    inside = list(table.get_children())
    for scope in inside:
        inside += scope.get_children()
        found |= {s.get_name() for s in scope.get_symbols() if s.is_global()}
    return found


class _AsGenerators(ast.NodeTransformer):
    """The variable of a comprehension is its own; since Python 3.12 symtable says so no more."""

    def visit_ListComp(self, node: ast.ListComp | ast.SetComp) -> ast.AST:
        return self.generic_visit(ast.GeneratorExp(node.elt, node.generators))

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        return self.visit_ListComp(node)

    def visit_DictComp(self, node: ast.DictComp) -> ast.AST:
        pair = ast.Tuple([node.key, node.value], ast.Load())
        return self.generic_visit(ast.GeneratorExp(pair, node.generators))


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
