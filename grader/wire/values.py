"""Plain values as bytes: JSON for the skeleton, raw buffers for the arrays.

A decoder builds exact builtins and base arrays, nothing else: no pickle, no class of anybody's.
What is not plain is a reference: a function of the checks, an object of the student's.
It is our own because msgpack knows no tuple, set, slice, array or reference: each of these would
be an extension written here all the same.
"""

import contextlib
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

DEEPEST = 50  # lists in lists
LONGEST_INTEGER = 1 << 17  # bits
DTYPES = {np.dtype(code).name for code in "?bhilqBHILQefdFD"}
CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
BASES: tuple[Any, ...] = (int, float, complex, str, bytes, list, tuple, dict, set, frozenset)
# What an object may have to say what it is worth, and who asks for it.
NUMBERS: dict[str, Callable[[Any], Any]] = {
    "__index__": int,
    "__float__": float,
    "__complex__": complex,
    "__int__": int,
}
Refer = Callable[[Any], Any]


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
        return _encode_array(value, buffers) or ["reference", refer(value)]
    if kind is np.random.Generator and type(value.bit_generator) is np.random.PCG64:
        return ["generator", encode(value.bit_generator.state, buffers, refer, depth + 1)]
    torch = sys.modules.get("torch")
    if torch is not None and kind in (torch.Tensor, torch.nn.Parameter):
        array = value.detach().cpu()
        array = array.float() if array.dtype == torch.bfloat16 else array
        name = str(value.dtype).removeprefix("torch.")
        return ["tensor", name, encode(array.numpy(), buffers, refer), value.requires_grad]
    if kind.__module__ != "__main__":
        plain = as_plain(value)  # of a Counter a dict, of a Fraction a float
        if plain is not value:
            return encode(plain, buffers, refer, depth)
    return ["reference", refer(value)]


def _encode_array(value: Any, buffers: list[bytes]) -> list[Any] | None:
    form = "array" if isinstance(value, np.ndarray) else "scalar"
    array = np.asarray(value)
    if array.dtype.char in "gG":  # as wide as the machine likes
        array = array.astype(array.dtype.char.translate({103: "d", 71: "D"}))
    if array.dtype.kind == "U":
        return ["strings", form, *array.shape, array.ravel().tolist()]
    if array.dtype.name not in DTYPES:
        return None
    data = np.ascontiguousarray(array, array.dtype.newbyteorder("=")).tobytes()
    return [form, array.dtype.name, *array.shape, _add(buffers, data)]


def as_plain(value: Any) -> Any:
    """Return the plain value that an object is by its class, or says that it is; else itself."""
    for base in BASES:
        if isinstance(value, base):
            return base(value)
    for name, convert in NUMBERS.items():
        if hasattr(type(value), name):
            with contextlib.suppress(Exception):  # a symbol is no number, a column not one
                return convert(value)
    return value


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
    if kind == "tensor":
        name, array, differentiable = values
        torch = sys.modules.get("torch")
        if torch is None:  # the checks do not know it: an array will do
            return array
        return torch.tensor(array, dtype=getattr(torch, name)).requires_grad_(differentiable)
    raise ValueError(f"a value must be of a known kind, got {str(kind)[:50]}")


def _add(buffers: list[bytes], data: bytes) -> int:
    buffers.append(data)
    return len(buffers) - 1
