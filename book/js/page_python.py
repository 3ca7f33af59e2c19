"""How a page runs a cell: its worker runs this file in Pyodide, and so does a test, under Node."""

import io
import linecache
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from pyodide.code import eval_code

LONGEST_OUTPUT = 100_000  # characters of one run
OWN = ("<cell ", "<answer ", "<check ")  # how the files of the reader's cells begin
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


def trimmed(error: BaseException) -> str:
    """Return the traceback without the frames that are not the reader's."""
    told = traceback.TracebackException.from_exception(error)
    own = [frame for frame in told.stack if frame.filename.startswith(OWN)]
    told.stack = traceback.StackSummary.from_list(own)
    return "".join(told.format())


def run(code: str, filename: str, post: Post) -> list[str]:
    """Run a cell; return its outcome and a message."""
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
        outcome = ["passed", ""]
    except NotImplementedError as error:
        outcome = ["not-done", str(error) or "not done yet"]
    except AssertionError as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == filename]
        outcome = ["wrong", str(error) or f"this does not hold: {frames[-1].line}"]
    except BaseException as error:
        outcome = ["error", trimmed(error)]
    stream.flush()
    return outcome
