"""A look at a check that failed: what it called, what came back, what it compared that with."""

import ast
import linecache
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any

from mathlib.checks import agrees

NOTHING = object()  # there is no such value
LONGEST_ARGUMENT = 60  # characters
COMPARE = ("agrees", "isclose", "allclose", "array_equal", "near")  # f(got, wanted)
PASS_ON = ("pure", "arguments_after")  # f(function, *arguments)


class Look:
    """A look at the line of a check that failed, and at the values of its names."""

    def __init__(self, frame: FrameType, line: int, shown: Callable[[Any], str]) -> None:
        self.shown = shown
        self.file, self.line = frame.f_code.co_filename, line
        self.names = {**frame.f_globals, **frame.f_locals}
        self.tree = ast.parse("".join(linecache.getlines(self.file)))
        around = [n for n in ast.walk(self.tree) if isinstance(n, ast.stmt) and self._holds(n)]
        self.statement = max(around, key=lambda node: node.lineno)
        self.around = around

    def _holds(self, node: ast.stmt) -> bool:
        return node.lineno <= self.line <= (node.end_lineno or 0)

    def value(self, node: ast.expr) -> Any:
        code = compile(ast.Expression(ast.fix_missing_locations(node)), "<look>", "eval")
        return eval(code, dict(self.names))

    def call(self) -> dict[str, Any]:
        """Return the call of this line as a text."""
        return self._told(self.statement)

    def assertion(self) -> dict[str, Any]:
        """Return what an assertion of this line has compared."""
        if isinstance(self.statement, ast.Raise):
            return self._not_raised()
        if not isinstance(self.statement, ast.Assert):
            return self._told(self.statement)
        test = self._first_false(self.statement.test)
        compared = self._compared(test)
        if compared is None:
            call = self._call(test)
            got = {"got": self.value(call)} if call else {}
            return {**self._told(test), **got, "asked": self._substituted(test)}
        left, right, tolerance = compared
        if self._is_written(left):
            return {}  # what was wanted is what was asked for
        got, wanted = self.value(left), self.value(right)
        told = self._told(left)
        if agrees(got, wanted):  # it does now: nothing can be said
            return told
        call = self._call(left)
        origin = self._origin(left) if isinstance(left, ast.Name) else None
        alone = origin is not None and isinstance(origin.targets[0], ast.Name)
        whole = origin.value if origin and alone else left
        if call is not None and ast.dump(call) != ast.dump(_bare(whole)):
            told["part"] = ast.unparse(left)
        return {
            **told,
            "got": got,
            "wanted": wanted,
            "tolerance": tolerance,
        }

    def _not_raised(self) -> dict[str, Any]:
        """``try: f(x) except ValueError: pass else: raise AssertionError``."""
        tried = [n for n in self.around if isinstance(n, ast.Try) and self.statement in n.orelse]
        if not tried:
            tried = [n for n in ast.walk(self.tree) if isinstance(n, ast.Try)]
            tried = [n for n in tried if n.lineno < self.line][-1:]
        call = self._call(ast.Module(tried[0].body, []))
        kinds = [ast.unparse(h.type) for h in tried[0].handlers if h.type]
        got = {"got": self.value(call)} if call else {}
        return {
            **self._told(ast.Module(tried[0].body, [])),
            **got,
            "asked": f"{kinds[0]} is raised",
        }

    def _is_written(self, node: ast.expr) -> bool:
        """Return whether what is compared is a value that the student wrote in another cell."""
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        here = (n for n in ast.walk(self.tree) if isinstance(n, ast.Name))
        bound = {n.id for n in here if isinstance(n.ctx, ast.Store)}
        called = any(callable(self.names.get(name)) for name in names)
        return bool(names) and not called and not names & bound

    def _first_false(self, test: ast.expr) -> ast.expr:
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            return next(self._first_false(v) for v in test.values if not self.value(v))
        return test

    def _compared(self, test: ast.expr) -> tuple[ast.expr, ast.expr, tuple[float, float]] | None:
        """Return what came back, what was wanted, and how near it had to be."""
        match test:
            case ast.Call(func=func, args=[got, wanted, *_], keywords=keywords):
                if ast.unparse(func).rpartition(".")[2] in COMPARE:
                    near = {k.arg: self.value(k.value) for k in keywords}
                    rtol = near.get("rtol", near.get("rel_tol", 0.0))
                    return got, wanted, (rtol, near.get("atol", near.get("abs_tol", 0.0)))
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                theirs = self._call(right) and not self._call(left)
                return (right, left, (0.0, 0.0)) if theirs else (left, right, (0.0, 0.0))
            case ast.Compare(
                left=ast.Call(
                    func=ast.Name(id="abs"), args=[ast.BinOp(left=got, op=ast.Sub(), right=wanted)]
                ),
                ops=[ast.Lt() | ast.LtE()],
                comparators=[near],
            ):
                return got, wanted, (0.0, float(self.value(near)))
        return None

    def _told(self, node: ast.AST) -> dict[str, Any]:
        """Return the call in `node` as a text, with the values of its arguments."""
        call = self._call(node)
        if call is None:
            return {}
        where: dict[str, str] = {}
        return {"call": self._substituted(call, where), "where": tuple(where.items())}

    def _call(self, node: ast.AST) -> ast.Call | None:
        """Return the call of the student's function in `node`, or of a helper of the check."""
        origin = self._origin(node)
        return self._first_call(node) or self._first_call(origin.value if origin else None)

    def _first_call(self, node: ast.AST | None) -> ast.Call | None:
        helper = None
        for each in ast.walk(node) if node else ():
            call = _passed_on(each)
            if not isinstance(call, ast.Call):
                continue
            try:
                function = self.value(call.func)
            except Exception:
                continue
            if _is_answer(function, self.file):
                return call
            if helper is None and getattr(function, "__module__", "") == "__main__":
                helper = call
        return helper

    def _origin(self, node: ast.AST) -> ast.Assign | None:
        """Return where the name in `node` was last given its value, above this line."""
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        above = [n for n in ast.walk(self.tree) if isinstance(n, ast.Assign)]
        for each in sorted(above, key=lambda n: -n.lineno):
            bound = {n.id for t in each.targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            if each.lineno < self.line and bound & names:
                return each
        return None

    def _substituted(self, node: ast.expr, where: dict[str, str] | None = None) -> str:
        """Return an expression with values in the place of its names."""
        look = self

        class Put(ast.NodeTransformer):
            def visit_Call(self, node: ast.Call) -> ast.AST:
                node.args = [self.visit(arg) for arg in node.args]
                for keyword in node.keywords:
                    keyword.value = self.visit(keyword.value)
                return node

            def visit_Name(self, node: ast.Name) -> ast.AST:
                value = look.names.get(node.id, NOTHING)
                if value is NOTHING or callable(value) or isinstance(value, ModuleType):
                    return node
                text = look.shown(value)
                if len(text) <= LONGEST_ARGUMENT and "\n" not in text:
                    return ast.Name(text)
                if where is not None:
                    where[node.id] = text
                return node

        return ast.unparse(Put().visit(ast.parse(ast.unparse(node), mode="eval").body))


def _is_answer(function: Any, check: str) -> bool:
    """Return whether a function or class is the student's: of another cell, or elsewhere."""
    if hasattr(function, "arguments_after"):
        return True
    if getattr(function, "__module__", "") != "__main__":
        return False
    code = getattr(function, "__code__", None)
    return isinstance(function, type) or (code is not None and code.co_filename != check)


def _bare(node: ast.AST) -> ast.AST:
    """Return ``f(x)`` for ``list(f(x))`` and its like."""
    match node:
        case ast.Call(func=ast.Name(id="list" | "tuple" | "int" | "float" | "str"), args=[inner]):
            return _passed_on(inner)
    return _passed_on(node)


def _passed_on(node: ast.AST) -> ast.AST:
    """Return ``f(x)`` for ``pure(f, x)``."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[function, *given]) if name in PASS_ON:
            return ast.Call(function, given, [])
    return node
