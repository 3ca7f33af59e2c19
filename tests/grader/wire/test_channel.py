"""The wire: what goes over it comes out the same, and what is no value ends the conversation."""

import json
import os
import socket
import struct
import sys
import threading
import time

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, scalar_dtypes

from grader.wire import channel as wire
from grader.wire.channel import Channel, LostError
from grader.wire.values import DTYPES, decode, encode


def refuse(value):
    raise TypeError(type(value).__name__)


def over(value):
    """Return `value` after the trip: skeleton to JSON and back."""
    buffers = []
    skeleton = json.loads(json.dumps(encode(value, buffers, refuse)))
    return decode(skeleton, [bytearray(each) for each in buffers], refuse)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**60), 10**60)
    | st.floats(allow_nan=False)
    | st.complex_numbers(allow_nan=False)
    | st.text()
    | st.binary()
    | st.builds(range, st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 3)),
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text() | st.integers() | st.tuples(st.integers()), inner)
    ),
    max_leaves=20,
)


@given(plain)
def test_a_plain_value_comes_out_as_it_was(value):
    came = over(value)
    assert came == value and repr(came) == repr(value)


known = scalar_dtypes().filter(lambda dtype: dtype.name in DTYPES)


@given(known.flatmap(lambda dtype: arrays(dtype, array_shapes(min_dims=0, min_side=0))))
def test_an_array_comes_out_as_it_was(array):
    came = over(array)
    assert type(came) is np.ndarray and came.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(came, array)
    came[...] = 0  # its own memory, which may be written


@pytest.mark.parametrize("value", [np.float32(0.1), np.bool_(True), np.int8(-3), np.str_("é")])
def test_a_numpy_scalar_keeps_its_type(value):
    assert over(value) == value and type(over(value)) is type(value)


def test_values_by_hand():
    assert over(float("inf")) == float("inf") and np.isnan(over(float("nan")))
    assert over(frozenset({1})) == {1} and type(over({2, 3})) is set
    assert over({1: "a", (2, 3): [slice(1, None)]}) == {1: "a", (2, 3): [slice(1, None)]}
    np.testing.assert_array_equal(over(np.array([["a", "bcd"]])), [["a", "bcd"]])
    assert over(np.arange(6).reshape(2, 3).T).tolist() == [[0, 3], [1, 4], [2, 5]]
    assert over(np.longdouble(0.5)) == 0.5


def test_a_subclass_arrives_as_its_base():
    from collections import Counter, namedtuple
    from enum import IntEnum

    Pair = namedtuple("Pair", "a b")
    Colour = IntEnum("Colour", "red blue")
    for value, base in ((Counter("aab"), dict), (Pair(1, 2), tuple), (Colour.blue, int)):
        assert type(over(value)) is base and over(value) == value
    assert type(over(np.zeros(2).view(np.recarray))) is np.ndarray


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.int64, torch.bool])
def test_a_tensor_arrives_with_its_type(dtype):
    tensor = torch.tensor([[0, 1], [2, 3]]).to(dtype)
    assert over(tensor).dtype == dtype and torch.equal(over(tensor), tensor)
    assert over(torch.ones(2, requires_grad=True)).requires_grad


def test_a_tensor_is_an_array_where_torch_is_not_known(monkeypatch):
    buffers = []
    skeleton = encode(torch.tensor([1.5, 2]), buffers, refuse)
    monkeypatch.delitem(sys.modules, "torch")
    came = decode(skeleton, buffers, refuse)
    assert type(came) is np.ndarray and came.tolist() == [1.5, 2]


def test_a_generator_draws_on_from_where_it_was():
    rng = np.random.default_rng(5)
    rng.normal(size=3)
    assert over(rng).normal() == rng.normal()


@pytest.mark.parametrize("value", [object(), print, np.array([object()]), np.zeros(1, "i4,f4")])
def test_what_is_no_value_is_referred_to(value):
    with pytest.raises(TypeError):
        over(value)


def test_too_deep_is_an_error_before_anything_is_sent():
    nest = []
    for _ in range(100):
        nest = [nest]
    with pytest.raises(ValueError, match="nested at most 50 deep"):
        over(nest)


# The conversation


class End(Channel):
    """A channel whose other end serves in a thread: it calls what it finds in `functions`."""

    def __init__(self, connection, **functions):
        self.table = []
        self.functions = functions
        super().__init__(connection, self.keep, self.find, self.reply, self.tell)

    def keep(self, value):
        self.table.append(value)
        return len(self.table) - 1

    def find(self, number):
        return lambda *args: self.ask({"do": "call", "back": number}, args)

    def reply(self, message, value):
        function = (
            self.table[message["back"]] if "back" in message else self.functions[message["do"]]
        )
        return function(*value)

    @staticmethod
    def tell(error):
        return {"types": [kind.__name__ for kind in type(error).__mro__], "text": str(error)}


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    released = threading.Event()

    def fail(kind):
        raise kind

    class OwnError(KeyError):
        pass

    other = End(
        theirs,
        double=lambda x: 2 * x,
        twice=lambda f, x: f(f(x)),
        stop=lambda: fail(StopIteration("no")),
        own=lambda: fail(OwnError("k")),
        zero=lambda: 1 / 0,
        wait=released.wait,
        big=lambda: np.zeros(wire.LARGEST_MESSAGE),
    )

    def serve():
        try:
            while True:
                other.serve(*other.receive())
        except LostError:
            pass

    threading.Thread(target=serve, daemon=True).start()
    yield End(ours), theirs
    released.set()
    ours.close()


def test_a_call_and_a_function_handed_over(ends):
    here, _ = ends
    assert here.ask({"do": "double"}, (21,)) == 42
    assert here.ask({"do": "twice"}, (lambda x: x + 5, 1)) == 11


def test_an_error_in_a_function_handed_over_comes_back(ends):
    with pytest.raises(ZeroDivisionError):
        ends[0].ask({"do": "twice"}, (lambda x: 1 / 0, 1))


def test_calls_back_and_forth_end(ends):
    here, _ = ends

    def more(x):
        return here.ask({"do": "twice"}, (more, x))

    with pytest.raises(RecursionError, match="nested at most 40"):
        more(1)


def test_errors_arrive_as_the_nearest_class_that_both_know(ends):
    here, _ = ends
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        here.ask({"do": "zero"}, ())
    with pytest.raises(KeyError):
        here.ask({"do": "own"}, ())


def test_a_stop_iteration_does_not_end_a_loop_of_ours(ends):
    with pytest.raises(Exception) as caught:
        all(ends[0].ask({"do": "stop"}, ()) for _ in range(3))
    assert not isinstance(caught.value, StopIteration)


def test_a_value_too_large_is_an_error_and_the_conversation_goes_on(ends):
    here, _ = ends
    with pytest.raises(ValueError, match="at most 64 MiB"):
        here.ask({"do": "big"}, ())
    assert here.ask({"do": "double"}, (1,)) == 2


def test_patience_ends(ends):
    here, _ = ends
    here.deadline = time.monotonic() + 0.1
    with pytest.raises(LostError) as caught:
        here.ask({"do": "wait"}, ())
    assert caught.value.status == "timeout"


def test_an_end_that_is_gone_has_died():
    ours, theirs = socket.socketpair()
    theirs.close()
    with pytest.raises(LostError) as caught:
        End(ours).ask({"do": "double"}, (1,))
    assert caught.value.status == "died"


def frame(*parts):
    sizes = [len(part) for part in parts]
    return struct.pack(f"<I{len(parts)}Q", len(parts), *sizes) + b"".join(parts)


def skeleton(value):
    return frame(json.dumps([{"do": "return", "number": 1}, value]).encode())


HOSTILE = {
    "sizes": struct.pack("<IQ", 1, 1 << 60),
    "many parts": struct.pack("<I", 1 << 31),
    "no parts": struct.pack("<I", 0),
    "no JSON": frame(b"\xff{"),
    "no message": frame(b"[1, 2]"),
    "too deep": frame(b"[" * 100_000 + b"]" * 100_000),
    "a long integer": skeleton(["int", "0x" + "f" * 40_000]),
    "a wrong integer": skeleton(["int", "six"]),
    "no such buffer": skeleton(["bytes", 7]),
    "an object array": frame(
        json.dumps([{"do": "return", "number": 1}, ["array", "object", 1, 0]]).encode(), b"12345678"
    ),
    "a shape that does not fit": frame(
        json.dumps([{"do": "return", "number": 1}, ["array", "int8", 99, 0]]).encode(), b"12"
    ),
    "an unhashable key": skeleton(["dict", ["list"], 1]),
    "half a pair": skeleton(["dict", 1]),
    "a list of no kind": skeleton([]),
    "an unknown kind": skeleton(["module", "os"]),
    "long strings": skeleton(["strings", "array", 2, ["x" * 10_000_000, ""]]),
    "a reply to another question": frame(json.dumps([{"do": "return", "number": 9}, 1]).encode()),
    "a reference to nothing": skeleton(["reference", {"object": "x"}]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_value_ends_the_conversation(name):
    def resolve(reference):
        return int(reference["object"])

    ours, theirs = socket.socketpair()
    threading.Thread(target=lambda: (theirs.recv(1 << 16), theirs.sendall(HOSTILE[name]))).start()
    here = Channel(ours, refuse, resolve, refuse, refuse)
    here.deadline = time.monotonic() + 60
    with pytest.raises(LostError) as caught:
        here.ask({"do": "x"}, None)
    assert caught.value.status == "wrong"
    theirs.close()


@given(st.binary(max_size=200))
def test_no_bytes_whatever_do_anything_else(data):
    ours, theirs = socket.socketpair()
    theirs.sendall(data)
    theirs.close()
    with pytest.raises(LostError):
        while True:
            Channel(ours, refuse, refuse, refuse, refuse).receive()


def test_a_byte_that_is_no_bool_becomes_one():
    assert (
        decode(["array", "bool", 2, 0], [bytearray(b"\x02\x00")], refuse).tobytes() == b"\x01\x00"
    )


def test_nothing_is_read_that_was_refused():
    ours, theirs = socket.socketpair()
    theirs.sendall(struct.pack("<IQ", 1, 1 << 60) + os.urandom(100))
    with pytest.raises(LostError) as caught:
        Channel(ours, refuse, refuse, refuse, refuse).receive()  # or it would wait for more
    assert caught.value.status == "wrong"
