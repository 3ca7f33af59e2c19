"""Plain values over a socket: JSON for the skeleton, raw buffers for the arrays.

A decoder builds exact builtins and base arrays, nothing else: no pickle, no class of anybody's.
What is not plain travels as a reference: a function of the checks, an object of the student's.
Each end asks, and while it waits it answers: that is how a function handed to the other end is
called back.
"""

import builtins
import json
import socket
import struct
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

LARGEST_SKELETON, LARGEST_MESSAGE = 16 << 20, 64 << 20  # bytes
MOST_PARTS = 10_000
DEEPEST = 50  # lists in lists
LONGEST_INTEGER = 1 << 17  # bits
MOST_NESTED = 40  # calls back and forth
DTYPES = {np.dtype(code).name for code in "?bhilqBHILQefdFD"}
CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
BASES = (int, float, complex, str, bytes, list, tuple, dict, set, frozenset)
# A StopIteration would end a loop of the checks as if all were done: it is not among them.
ERRORS: dict[str, type[Exception]] = {
    name: getattr(builtins, name)
    for name in """Exception ArithmeticError AssertionError AttributeError FloatingPointError
    ImportError IndexError KeyError LookupError MemoryError NameError NotImplementedError OSError
    OverflowError PermissionError RecursionError RuntimeError SyntaxError TypeError ValueError
    ZeroDivisionError""".split()
} | {"LinAlgError": np.linalg.LinAlgError}
Message = dict[str, Any]
Refer = Callable[[Any], Any]


class LostError(BaseException):
    """The other end is lost: "timeout", "died", or "wrong" if it sent what is no value.

    No Exception, so that no check can take it for an error that the answer should raise.
    """

    def __init__(self, status: str, message: str) -> None:
        super().__init__(message)
        self.status = status


def encode(value: Any, buffers: list[bytes], refer: Refer, depth: int = 0) -> Any:
    """Return the JSON skeleton of `value`; its arrays go to `buffers`, the rest to `refer`."""
    if depth > DEEPEST:
        raise ValueError(f"a value must be nested at most {DEEPEST} deep")
    kind = type(value)
    if value is None or kind in (bool, str, float):
        return value
    if kind is int:
        return value if abs(value) < 2**53 else ["int", hex(value)]
    if kind is complex:
        return ["complex", value.real, value.imag]
    if kind is bytes:
        return ["bytes", _add(buffers, value)]
    if CONTAINERS.get(kind.__name__) is kind:
        return [kind.__name__, *(encode(item, buffers, refer, depth + 1) for item in value)]
    if kind is dict:
        flat = [part for pair in value.items() for part in pair]
        return ["dict", *(encode(part, buffers, refer, depth + 1) for part in flat)]
    if kind in (slice, range):
        parts = (value.start, value.stop, value.step)
        return [kind.__name__, *(encode(part, buffers, refer, depth + 1) for part in parts)]
    if isinstance(value, np.ndarray | np.generic):
        form = "array" if isinstance(value, np.ndarray) else "scalar"
        array = np.asarray(value)
        if array.dtype.char in "gG":  # as wide as the machine likes
            array = array.astype(array.dtype.char.translate({103: "d", 71: "D"}))
        if array.dtype.kind == "U":
            return ["strings", form, *array.shape, array.ravel().tolist()]
        if array.dtype.name in DTYPES:
            data = np.ascontiguousarray(array, array.dtype.newbyteorder("=")).tobytes()
            return [form, array.dtype.name, *array.shape, _add(buffers, data)]
    if kind is np.random.Generator and type(value.bit_generator) is np.random.PCG64:
        return ["generator", encode(value.bit_generator.state, buffers, refer, depth + 1)]
    torch = sys.modules.get("torch")
    if torch is not None and kind in (torch.Tensor, torch.nn.Parameter):
        array = value.detach().cpu()
        array = array.float() if array.dtype == torch.bfloat16 else array
        name = str(value.dtype).removeprefix("torch.")
        return ["tensor", name, encode(array.numpy(), buffers, refer), value.requires_grad]
    if kind.__module__ != "__main__":  # a Counter arrives as a dict, an IntEnum as an int
        for base in BASES:
            if isinstance(value, base):
                return encode(base(value), buffers, refer, depth)
    return ["reference", refer(value)]


def decode(node: Any, buffers: list[bytearray], resolve: Refer) -> Any:
    """Return the value of a skeleton; `resolve` knows what a reference stands for."""
    if not isinstance(node, list):
        return node
    kind, *parts = node
    if kind == "reference":
        return resolve(parts[0])
    if kind == "int" and len(parts[0]) <= LONGEST_INTEGER // 4:
        return int(parts[0], 16)
    if kind == "complex":
        return complex(*parts)
    if kind == "bytes":
        return bytes(buffers[parts[0]])
    if kind in ("array", "scalar") and parts[0] in DTYPES and len(parts) < 34:
        name, *shape, at = parts
        array = np.frombuffer(buffers[at], np.uint8 if name == "bool" else name).reshape(shape)
        array = np.asarray(array != 0) if name == "bool" else array  # a byte of 2 is no bool
        return array if kind == "array" else array[()]
    if kind == "strings" and len(parts[-1]) * max(map(len, parts[-1]), default=0) < 1 << 24:
        form, *shape, texts = parts
        array = np.array(texts, dtype=str).reshape(shape)
        return array if form == "array" else array[()]
    values = [decode(part, buffers, resolve) for part in parts]
    if kind in CONTAINERS:
        return CONTAINERS[kind](values)
    if kind == "dict":
        return dict(zip(values[::2], values[1::2], strict=True))
    if kind in ("slice", "range"):
        return {"slice": slice, "range": range}[kind](*values)
    if kind == "generator":
        generator = np.random.default_rng()
        generator.bit_generator.state = values[0]
        return generator
    if kind == "tensor" and "torch" in sys.modules:
        torch = sys.modules["torch"]
        name, array, differentiable = values
        return torch.tensor(array, dtype=getattr(torch, name)).requires_grad_(differentiable)
    raise ValueError(f"a value must be of a known kind, got {str(kind)[:50]}")


def _add(buffers: list[bytes], data: bytes) -> int:
    buffers.append(data)
    return len(buffers) - 1


def _rebuild(message: Message) -> Exception:
    """Return the error of the other end, as the nearest class that both ends know."""
    names = [name for name in message.get("types", []) if name in ERRORS]
    error = (ERRORS[names[0]] if names else RuntimeError)(str(message.get("text", ""))[:2000])
    error.line = str(message.get("line", ""))[:200]  # type: ignore[attr-defined]
    return error


class Channel:
    """One end of the wire.

    Parameters
    ----------
    connection : socket
    refer, resolve : callables
        What stands for an object that is not plain, and back.
    answer : callable
        ``(message, value) -> value`` for a request of the other end.
    describe : callable
        The "types" (names, the nearest class first) and the "text" of an error of this end.
    """

    def __init__(
        self,
        connection: socket.socket,
        refer: Refer,
        resolve: Refer,
        answer: Callable[[Message, Any], Any],
        describe: Callable[[Exception], Message],
    ) -> None:
        self.connection, self.refer, self.resolve = connection, refer, resolve
        self.answer, self.describe = answer, describe
        self.deadline: float | None = None  # on the clock of time.monotonic
        self._nested = self._asked = 0
        self._buffer = bytearray()

    def ask(self, message: Message, value: Any = None) -> Any:
        """Return the answer of the other end, or raise its error; serve it meanwhile."""
        self._asked += 1
        number = self._asked
        self._send(*self._pack({**message, "number": number}, value))
        while True:
            message, value = self.receive()
            if message.get("do") not in ("return", "raise"):
                self.serve(message, value)
            elif message.get("number") != number:
                raise LostError("wrong", "sent a reply that was not asked for")
            elif message["do"] == "return":
                return value
            else:
                raise _rebuild(message)

    def serve(self, message: Message, value: Any) -> None:
        """Answer one request of the other end."""
        self._nested += 1
        number = {"number": message.get("number")}
        try:
            if self._nested > MOST_NESTED:
                raise RecursionError(f"calls must be nested at most {MOST_NESTED} deep")
            reply = self._pack({"do": "return", **number}, self.answer(message, value))
        except Exception as error:
            reply = self._pack({"do": "raise", **number, **self.describe(error)}, None)
        finally:
            self._nested -= 1
        self._send(*reply)

    def receive(self) -> tuple[Message, Any]:
        """Return the next message and its value; a size is refused before it is read."""
        try:
            (count,) = struct.unpack("<I", self._read(4))
            if not 1 <= count <= MOST_PARTS:
                raise ValueError(f"a message must have at most {MOST_PARTS} parts")
            sizes = struct.unpack(f"<{count}Q", self._read(8 * count))
            if sizes[0] > LARGEST_SKELETON or sum(sizes) > LARGEST_MESSAGE:
                raise ValueError(f"a value must take at most {LARGEST_MESSAGE >> 20} MiB")
            head, *buffers = [self._read(size) for size in sizes]
            message, skeleton = json.loads(head)
            return dict(message), decode(skeleton, buffers, self.resolve)
        except TimeoutError:
            raise LostError("timeout", "took too long") from None
        except (EOFError, OSError):
            raise LostError("died", "ended the process") from None
        except Exception as error:  # whatever it was, it was no value
            raise LostError("wrong", f"sent what is no value: {error}"[:200]) from None

    def _pack(self, message: Message, value: Any) -> tuple[bytes, list[bytes]]:
        buffers: list[bytes] = []
        head = json.dumps([message, encode(value, buffers, self.refer)]).encode()
        parts = [head, *buffers]
        sizes = list(map(len, parts))
        if len(head) > LARGEST_SKELETON or sum(sizes) > LARGEST_MESSAGE or len(parts) > MOST_PARTS:
            raise ValueError(f"a value must take at most {LARGEST_MESSAGE >> 20} MiB")
        return struct.pack(f"<I{len(parts)}Q", len(parts), *sizes), parts

    def _send(self, header: bytes, parts: list[bytes]) -> None:
        try:
            self._wait()
            self.connection.sendall(b"".join((header, *parts)))
        except TimeoutError:
            raise LostError("timeout", "took too long") from None
        except OSError:
            raise LostError("died", "ended the process") from None

    def _read(self, size: int) -> bytearray:
        while len(self._buffer) < size:
            self._wait()
            data = self.connection.recv(max(1 << 16, size - len(self._buffer)))
            if not data:
                raise EOFError
            self._buffer += data
        found = self._buffer[:size]
        del self._buffer[:size]
        return found

    def _wait(self) -> None:
        left = None if self.deadline is None else self.deadline - time.monotonic()
        if left is not None and left <= 0:
            raise TimeoutError
        if left is not None or self.connection.gettimeout() is not None:
            self.connection.settimeout(left)
