"""How a page runs a cell: its worker runs this file in Pyodide, and so does a test, under Node."""

import io
import linecache
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from pyodide.code import eval_code

from mathlib.feedback import failure

LONGEST_OUTPUT = 100_000  # characters of one run
Post = Callable[[str, str], None]

names: dict[str, Any] = {"__name__": "__main__"}


class Stream(io.TextIOBase):
    """What a cell prints, posted in pieces, and cut off where it would never end."""

    def __init__(self, post: Post) -> None:
        self.post, self.held, self.left = post, "", LONGEST_OUTPUT

    def write(self, text: str) -> int:
        """Hold `text`, and post what is held where it is long enough."""
        if self.left <= 0:
            return len(text)
        self.held += text[: self.left]
        self.left -= len(text)
        if len(self.held) > 2000:
            self.flush()
        if self.left <= 0:
            self.held += "\n(the rest of the output is left out)\n"
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Post what is held."""
        if self.held:
            self.post("text", self.held)
        self.held = ""


def pictures() -> Iterator[str]:
    """Yield matplotlib's open figures as SVG, and close them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    for number in pyplot.get_fignums() if pyplot else ():
        buffer = io.StringIO()
        pyplot.figure(number).savefig(buffer, format="svg", bbox_inches="tight")  # type: ignore[union-attr]
        picture = buffer.getvalue()
        yield picture[picture.index("<svg") :]
    if pyplot:
        pyplot.close("all")


def run(code: str, filename: str, post: Post) -> list[str]:
    """Run a cell; return its outcome, what there is to say, and the same as HTML."""
    linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
    stream = Stream(post)
    try:
        with redirect_stdout(stream), redirect_stderr(stream):
            value = eval_code(code, globals=names, filename=filename)
            for picture in pictures():
                stream.flush()
                post("picture", picture)
            if value is not None and not type(value).__module__.startswith("matplotlib"):
                print(repr(value))
        outcome = ["passed", "", ""]
    except NotImplementedError as error:
        outcome = ["not-done", str(error) or "not done yet", ""]
    except BaseException as error:
        told = failure(error)
        kind = "wrong" if isinstance(error, AssertionError) and not told.trace else "error"
        outcome = [kind, told.said, told.html()]
    stream.flush()
    return outcome
