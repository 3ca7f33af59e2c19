"""What stands in the checks for an object of the student's: it can be driven, never believed.

It has no truth value and equals nothing. Where one may calculate with it, that gives a handle.
"""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from grader.wire.channel import Message

OPERATORS = "add sub mul matmul truediv floordiv mod pow and_ or_ xor lshift rshift".split()


class Asker(Protocol):
    """Who asks the student's process."""

    life: int  # how many processes there were

    def ask(self, message: Message, value: Any) -> Any:
        """Return what the student's process answers."""

    def calculates(self) -> bool:
        """Return whether one may calculate with objects of the student's."""


class Handle:
    """An object of the student's, which stays with the student."""

    __array_ufunc__ = None  # so that arrays leave arithmetic with it to it
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, bridge: Asker, reference: Message) -> None:
        self._bridge, self._reference, self._life = bridge, reference, bridge.life

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: D102
        return self._ask("call", (args, kwargs), objects=self._bridge.calculates())

    def arguments_after(self, *args: Any) -> Any:
        """Return what a call gives and, as a tuple, what it has left of its arguments."""
        return self._ask("call", (args, {}), arguments=True)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._ask("get", attribute=name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            self._ask("set", value, attribute=name)

    def __getitem__(self, key: Any) -> Any:
        return self._ask("item", key)

    def __len__(self) -> int:
        return int(self._ask("length"))

    def __iter__(self) -> Iterator[Any]:
        iterator = self._ask("iterate")
        while item := iterator._ask("next"):
            yield item[0]

    def _ask(self, what: str, value: Any = None, **more: Any) -> Any:
        if self._life != self._bridge.life and "object" in self._reference:
            raise RuntimeError("this object was lost when the student's process ended")
        return self._bridge.ask({"do": what, **self._reference, **more}, value)

    def _operate(self, name: str, *values: Any) -> Any:
        if not self._bridge.calculates():
            self._refuse()
        return self._bridge.ask({"do": "operate", "operator": name}, values)

    def _refuse(self, *_: Any) -> Any:
        kind = self._reference.get("kind", "function")
        raise TypeError(f"the answer is an object of type {kind}, not a value to compare")

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _refuse
    __float__ = __int__ = __complex__ = __index__ = __array__ = _refuse

    def __repr__(self) -> str:
        return f"<the student's {self._reference.get('kind', 'function')}>"


def _operators() -> None:
    def forward(name: str) -> Callable[..., Any]:
        return lambda self, other: self._operate(name, self, other)

    def backward(name: str) -> Callable[..., Any]:
        return lambda self, other: self._operate(name, other, self)

    for name in OPERATORS:
        setattr(Handle, f"__{name.strip('_')}__", forward(name))
        setattr(Handle, f"__r{name.strip('_')}__", backward(name))
    for name in ("neg", "pos", "abs", "invert"):
        setattr(Handle, f"__{name}__", lambda self, name=name: self._operate(name, self))


_operators()
