"""A value that a student has written out, read from its text: nothing of the student's is run.

Numbers, texts, lists, tuples, sets and dicts, within bounds; numbers may be calculated, as in
``2**-24`` or ``1/3``, since that is how one writes them; ``np.inf``, ``np.nan`` and ``np.pi`` too.
"""

import ast
import math
import operator
from collections.abc import Callable, Iterable
from typing import Any

LONGEST = 10_000  # characters of a cell
MOST = 1_000  # parts of a value
DEEPEST = 20  # one within the other
LARGEST = 1 << 1024  # of an integer: what a float may be
LONGEST_SHOWN = 60  # characters of a part that a message repeats
CONSTANTS = ("inf", "nan", "pi", "e")
OPERATORS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}


def written(sources: Iterable[str], name: str) -> Any:
    """Return what the last ``name = value`` in `sources` says.

    Raises
    ------
    NotImplementedError
        If there is none, or dots stand for it.
    AssertionError
        If it is not written out, or too large: the text says so to the student.
    """
    found = None
    for source in sources:
        for statement in _parsed(source).body:
            if _sets(statement, name):
                found = source, statement
    if found is None:
        raise NotImplementedError("not done yet")
    match found[1]:
        case ast.Assign(targets=[ast.Name()], value=value):
            return _Reader(name, found[0]).read(value)
    raise AssertionError(f"{name} must be given in one line, {name} = value")


def _parsed(source: str) -> ast.Module:
    _require(len(source) <= LONGEST, f"the cell must have at most {LONGEST} characters")
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        said = getattr(error, "msg", type(error).__name__)
        raise AssertionError(f"the cell is no Python: {said}") from None


def _sets(statement: ast.stmt, name: str) -> bool:
    """Return whether a statement may give `name` a value."""
    names = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
    return any(node.id == name and isinstance(node.ctx, ast.Store) for node in names)


def _require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)


class _Reader:
    """Reads the value of `name` from the tree of its text."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source, self.parts = name, source, 0

    def read(self, node: ast.expr | None, depth: int = 0) -> Any:
        self.parts += 1
        _require(self.parts <= MOST, f"{self.name} must have at most {MOST} parts")
        _require(depth <= DEEPEST, f"{self.name} must be nested at most {DEEPEST} deep")
        match node:
            case ast.Constant(value=value) if not isinstance(value, bytes):
                if value is ...:
                    raise NotImplementedError("not done yet")
                return self._bounded(value)
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                read = [self.read(part, depth + 1) for part in parts]
                kind = {ast.List: list, ast.Tuple: tuple, ast.Set: set}[type(node)]
                return self._try(node, kind, read)
            case ast.Dict(keys=keys, values=values):
                pairs = [
                    (self.read(k, depth + 1), self.read(v, depth + 1))
                    for k, v in zip(keys, values, strict=True)
                ]
                return self._try(node, dict, pairs)
            case ast.UnaryOp(op=op, operand=operand) if type(op) in OPERATORS:
                return self._calculate(node, op, operand, depth=depth)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return self._calculate(node, op, left, right, depth=depth)
            case ast.Attribute(value=ast.Name(id="np" | "math"), attr=word) if word in CONSTANTS:
                return getattr(math, word)
        return self._refuse(node)

    def _calculate(self, node: ast.expr, op: ast.AST, *operands: ast.expr, depth: int) -> Any:
        values = [self.read(operand, depth + 1) for operand in operands]
        _require(
            all(isinstance(value, int | float | complex) for value in values),
            f"{self.name} may calculate with numbers only: {self._text(node)}",
        )
        if type(op) is ast.Pow and all(isinstance(value, int) for value in values):
            base, exponent = values
            bits = int(base).bit_length() * int(exponent)
            _require(bits <= 2 * LARGEST.bit_length(), f"{self.name} holds too large a number")
        return self._bounded(self._try(node, OPERATORS[type(op)], *values))

    def _bounded(self, value: Any) -> Any:
        large = isinstance(value, int) and abs(value) >= LARGEST
        _require(not large, f"{self.name} holds too large a number")
        return value

    def _try(self, node: ast.expr, make: Callable[..., Any], *given: Any) -> Any:
        try:
            return make(*given)
        except (ArithmeticError, TypeError, ValueError) as error:
            raise AssertionError(f"{self._text(node)}: {error}") from None

    def _refuse(self, node: ast.expr | None) -> Any:
        asked = f"{self.name} must be written out, in numbers, texts and lists"
        raise AssertionError(f"{asked}; what is {self._text(node)}?")

    def _text(self, node: ast.expr | None) -> str:
        text = " ".join(((node and ast.get_source_segment(self.source, node)) or "**").split())
        return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
