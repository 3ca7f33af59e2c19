"""What to tell whose check has failed: the call, what came back, what was wanted; errors in words.

A notebook, the page and the grader tell it with the same words. The cells that ran are those whose
names are in ``__main__``; what a check has asked is read from its failing line.
"""

import html
import re
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mathlib._arrays import numbers_of
from mathlib._look import NOTHING, Look
from mathlib._words import in_words, line_of

LONGEST, MOST_SHOWN = 300, 1000  # characters and entries of a value
DEEPEST = 9
MOST_CELLS, MOST_COLUMNS = 144, 12  # of a table


@dataclass(frozen=True)
class Failure:
    """A check that failed, in words and values."""

    said: str  # the sentence of the check, or the error in words
    call: str = ""  # "convolve([1, 2], [0, 1])"
    where: tuple[tuple[str, str], ...] = ()  # arguments that are too long for it
    part: str = ""  # what of it was looked at, where that is not the value itself
    got: Any = NOTHING
    wanted: Any = NOTHING
    raised: str = ""  # the kind of error that came instead of a value
    asked: str = ""  # what had to hold, where no value was wanted
    trace: str = ""  # for whoever reads it
    tolerance: tuple[float, float] = (0.0, 0.0)

    def lines(self) -> list[tuple[str, str]]:
        """Return what is told below the sentence, each line with its head."""
        found = [("call", self.call)] if self.call else []
        found += [(f"where {name}", text) for name, text in self.where]
        found += [("looked at", self.part)] if self.part else []
        if self.raised:
            found += [("came back", f"nothing: it ended with {self.raised}")]
        elif self.got is not NOTHING:
            found += [("came back", shown(self.got))]
        found += [("wanted", shown(self.wanted))] if self.wanted is not NOTHING else []
        found += [("must hold", self.asked)] if self.asked else []
        told = self.wanted is not NOTHING and not self.raised
        differs = differences(self.got, self.wanted, *self.tolerance) if told else ""
        return found + ([("differs", differs)] if differs else [])

    def text(self) -> str:
        """Return it as lines of text."""
        lines = self.lines()
        width = max((len(head) for head, _ in lines), default=0) + 2
        told = [f"{head + ':':<{width}}{_indented(text, width)}" for head, text in lines]
        return "\n".join([self.said, *told])

    def html(self) -> str:
        """Return it as HTML: arrays side by side, with the cells marked that differ."""
        tables = _tables(self.got, self.wanted, self.tolerance)
        rows = []
        for head, text in self.lines():
            body = tables.get(head) or f"<pre>{html.escape(text)}</pre>"
            if head == "differs":
                body = f"<p>{html.escape(text)}</p>"
            name = head.partition(" ")[0]
            rows.append(f'<div class="told-{name}"><dt>{head}</dt><dd>{body}</dd></div>')
        said = re.sub("`(.+?)`", r"<code>\1</code>", html.escape(self.said))
        said = f'<p class="told-said">{said}</p>'
        trace = html.escape(self.trace)
        fold = f"<details><summary>Python's own words</summary><pre>{trace}</pre></details>"
        body = f"<dl>{''.join(rows)}</dl>" if rows else ""
        return f'<div class="told">{said}{body}{fold if trace else ""}</div>'


def failure(error: BaseException) -> Failure:
    """Return what there is to tell about an error that ended a cell.

    Examples
    --------
    >>> failure(ZeroDivisionError("division by zero")).said
    'It divides by zero.'
    """
    frames = [
        (frame, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_globals.get("__name__") == "__main__"
    ]
    told = isinstance(error, AssertionError) and not _is_theirs(error, frames)
    said = str(error) if told else in_words(error)
    if not frames:
        return Failure(said or in_words(error))
    file = frames[0][0].f_code.co_filename
    frame, line = next(each for each in reversed(frames) if each[0].f_code.co_filename == file)
    try:
        look = Look(frame, line, shown)
        deeper = list(traceback.walk_tb(error.__traceback__))[-1][0] is not frame
        found = look.assertion() if told and not deeper else look.call()
        found |= {} if told else {"raised": type(error).__name__}
    except Exception:  # the check is of a kind that is not understood: its sentence is enough
        found = {}
    said = said or f"This does not hold: {found.get('asked') or line_of(file, line)}"
    return Failure(said, trace="" if told else _trace(error, frames), **found)


def explain_failures() -> None:
    """Tell the call, what came back and what was wanted wherever a cell of this notebook fails.

    The page and the grader do so themselves: only where Jupyter runs the cells is this needed.
    """
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is None or not hasattr(shell, "kernel"):
        return

    def tell(
        shell: Any, kind: type, error: BaseException, trace: Any, tb_offset: Any = None
    ) -> None:
        found = failure(error)
        if found.lines() or found.said != str(error):
            display = sys.modules["IPython.display"].display
            display({"text/plain": found.text(), "text/html": found.html()}, raw=True)
        shell.showtraceback((kind, error, trace), exception_only=not found.trace)

    shell.set_custom_exc((Exception,), tell)


def shown(value: Any) -> str:
    """Return a value as one writes it, arrays as lists, cut where it is long.

    Examples
    --------
    >>> shown(np.array([[1, 2], [3, 4]])), shown(np.float64(0.5))
    ('[[1, 2], [3, 4]]', '0.5')
    """
    if isinstance(value, np.ndarray) and value.size > MOST_SHOWN:
        return f"an array of shape {value.shape}: {value.reshape(-1)[:6].tolist()} …"
    if isinstance(value, list | tuple) and len(value) > MOST_SHOWN:
        return f"a {type(value).__name__} of {len(value)}: {_cut(repr(_plain(value[:6])))} …"
    value = _plain(value)
    text = repr(value)
    if isinstance(value, list) and len(text) > 20 and all(isinstance(v, list) for v in value):
        text = "[" + ",\n ".join(map(repr, value)) + "]"
    return _cut(text)


def _plain(value: Any, depth: int = 0) -> Any:
    """Return arrays as lists, and NumPy's numbers as Python's, also within lists."""
    if isinstance(value, np.ndarray | np.generic) and value.dtype.kind in "biufcUS":
        return value.tolist()
    if type(value) in (list, tuple) and depth < DEEPEST:
        return type(value)(_plain(each, depth + 1) for each in value)
    return value


def differences(got: Any, wanted: Any, rtol: float = 0.0, atol: float = 0.0) -> str:
    """Return in words where two values differ; nothing where that is plain to see.

    Examples
    --------
    >>> differences([1, 2, 4], [1, 2, 3])
    'entry [2] differs'
    >>> differences([1, 2], [1, 2, 3])
    'its shape is (2,), and (3,) was wanted'
    """
    if got is None and wanted is not None:
        return "it returned nothing: is a return missing?"
    g, w = numbers_of(got), numbers_of(wanted)
    if g is None or w is None or isinstance(wanted, tuple):
        if type(got) is not type(wanted):
            return f"it is {_kind(got)}, and {_kind(wanted)} was wanted"
        return ""
    if g.shape != w.shape:
        return f"its shape is {g.shape}, and {w.shape} was wanted"
    unlike = _unlike(g, w, (rtol, atol))
    if not g.ndim or not unlike.any():
        return ""
    first = np.argwhere(unlike)[0].tolist()
    if unlike.sum() == 1:
        return f"entry {first} differs"
    return f"{unlike.sum()} of {unlike.size} entries differ, the first is {first}"


def _unlike(g: NDArray[Any], w: NDArray[Any], near: tuple[float, float]) -> NDArray[Any]:
    return ~np.asarray(np.isclose(g, w, rtol=near[0], atol=near[1], equal_nan=True))


def _tables(got: Any, wanted: Any, near: tuple[float, float]) -> dict[str, str]:
    """Return two arrays of one shape as tables with marks, where they are small enough."""
    g, w = numbers_of(got), numbers_of(wanted)
    if g is None or w is None or isinstance(wanted, tuple):
        return {}
    if g.shape != w.shape or g.ndim not in (1, 2) or not 0 < g.size <= MOST_CELLS:
        return {}
    if g.shape[-1] > MOST_COLUMNS:
        return {}
    marks = np.atleast_2d(_unlike(g, w, near))
    return {
        "came back": "".join(_table(np.atleast_2d(g), marks)),
        "wanted": "".join(_table(np.atleast_2d(w), marks)),
    }


def _table(array: NDArray[Any], marks: NDArray[Any]) -> Iterator[str]:
    yield '<table class="told-table">'
    for row, marked in zip(array.tolist(), marks, strict=True):
        cells = [f"{v:.6g}" if isinstance(v, float) else str(v) for v in row]
        both = zip(cells, marked, strict=True)
        told = (f"<mark>{cell}</mark>" if mark else cell for cell, mark in both)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in told)}</tr>"
    yield "</table>"


def _is_theirs(error: BaseException, frames: list[tuple[FrameType, int]]) -> bool:
    """Return whether an assertion is one of the answer's own: no check speaks there."""
    return hasattr(error, "line") or len({frame.f_code.co_filename for frame, _ in frames}) > 1


def _trace(error: BaseException, frames: list[tuple[FrameType, int]]) -> str:
    """Return the traceback of the cells alone."""
    told = traceback.TracebackException.from_exception(error)
    own = {frame.f_code.co_filename for frame, _ in frames}
    told.stack = traceback.StackSummary.from_list([f for f in told.stack if f.filename in own])
    return "".join(told.format())


def _kind(value: Any) -> str:
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _indented(text: str, width: int) -> str:
    return text.replace("\n", "\n" + " " * width)
