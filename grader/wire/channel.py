"""A conversation over a socket, in plain values, of which neither end need trust the other.

Each end asks, and while it waits it answers: that is how a function handed to the other end is
called back. Sizes and times are capped before anything is read.
"""

import builtins
import contextlib
import json
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.wire.values import Refer, decode, encode

LARGEST_SKELETON, LARGEST_MESSAGE = 16 << 20, 64 << 20  # bytes
MOST_PARTS = 10_000
LONGEST_LINE = 200  # characters of the line where an error happened
TICK = 100_000  # microseconds
MOST_NESTED = 40  # calls back and forth
# A StopIteration would end a loop of the checks as if all were done: it is not among them.
ERRORS: dict[str, type[Exception]] = {
    name: getattr(builtins, name)
    for name in """Exception ArithmeticError AssertionError AttributeError FloatingPointError
    ImportError IndexError KeyError LookupError MemoryError NameError NotImplementedError OSError
    OverflowError PermissionError RecursionError RuntimeError SyntaxError TypeError ValueError
    ZeroDivisionError""".split()
} | {"LinAlgError": np.linalg.LinAlgError}
Message = dict[str, Any]


class LostError(BaseException):
    """The other end is lost: "timeout", "died", or "wrong" if it sent what is no value.

    No Exception, so that no check can take it for an error that the answer should raise.
    """

    def __init__(self, status: str, message: str) -> None:
        super().__init__(message)
        self.status = status


def _rebuild(message: Message) -> Exception:
    """Return the error of the other end, as the nearest class that both ends know."""
    names = [name for name in message.get("types", []) if name in ERRORS]
    error = (ERRORS[names[0]] if names else RuntimeError)(str(message.get("text", ""))[:2000])
    error.line = str(message.get("line", ""))[:LONGEST_LINE]  # type: ignore[attr-defined]
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
        self.nested = self._asked = 0
        # The kernel wakes us to look at the clock: cheaper than a time limit for each call.
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            connection.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", 0, TICK))
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
        self.nested += 1
        number = {"number": message.get("number")}
        try:
            if self.nested > MOST_NESTED:
                raise RecursionError(f"calls must be nested at most {MOST_NESTED} deep")
            reply = self._pack({"do": "return", **number}, self.answer(message, value))
        except Exception as error:
            reply = self._pack({"do": "raise", **number, **self.describe(error)}, None)
        finally:
            self.nested -= 1
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
        except Exception:  # whatever it was, it was no value, and is not to be quoted
            raise LostError("wrong", "sent what is no value") from None

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
            left = memoryview(b"".join((header, *parts)))
            while left:
                with contextlib.suppress(BlockingIOError):
                    left = left[self.connection.send(left) :]
                self._look_at_the_clock()
        except TimeoutError:
            raise LostError("timeout", "took too long") from None
        except OSError:
            raise LostError("died", "ended the process") from None

    def _read(self, size: int) -> bytearray:
        while len(self._buffer) < size:
            with contextlib.suppress(BlockingIOError):
                data = self.connection.recv(max(1 << 16, size - len(self._buffer)))
                if not data:
                    raise EOFError
                self._buffer += data
            self._look_at_the_clock()
        found = self._buffer[:size]
        del self._buffer[:size]
        return found

    def _look_at_the_clock(self) -> None:
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise TimeoutError
