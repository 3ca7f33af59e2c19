"""Errors in words: a plain sentence for each kind that an answer usually ends with."""

import linecache
import re
import traceback

# The kind of an error, what Python says, and what that means; groups stand in the braces.
WORDS: list[tuple[type[Exception], str, str]] = [
    (NotImplementedError, "", "Not done yet."),
    (ZeroDivisionError, "", "It divides by zero."),
    (RecursionError, "", "It calls itself without end: when does it stop?"),
    (MemoryError, "", "It asks for more memory than there is."),
    (
        IndexError,
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        "It asks for entry {0} of an axis that has {2}: they are counted from 0.",
    ),
    (IndexError, r"too many indices", "It uses more indices than the array has axes."),
    (IndexError, r"only integers", "An index must be an integer, and this one is not."),
    (IndexError, r"(pop from|range object)", "It asks for an entry that is not there."),
    (
        IndexError,
        r"(list|tuple|string) index out of range",
        "It asks for an entry beyond the end of a {0}: entries are counted from 0.",
    ),
    (KeyError, r"(.+)", "It looks up {0}, which is not a key of the dict."),
    (
        ValueError,
        r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))",
        "It puts an array of shape {0} where one of shape {1} has room.",
    ),
    (
        ValueError,
        r"could not be broadcast together with shapes (\(.*?\)) (\(.*?\))",
        "It combines arrays entry by entry whose shapes, {0} and {1}, do not fit.",
    ),
    (
        ValueError,
        r"shapes (\(.*?\)) and (\(.*?\)) not aligned",
        "It multiplies arrays of shapes {0} and {1}: the inner lengths must be equal.",
    ),
    (
        ValueError,
        r"matmul: .*size (\d+) is different from (\d+)",
        "It multiplies matrices whose inner lengths, {1} and {0}, are not equal.",
    ),
    (
        ValueError,
        r"truth value of an array",
        "It asks whether a whole array is true, as `if` and `and` do: ask each entry, or "
        "`.all()` or `.any()` of them.",
    ),
    (
        ValueError,
        r"(assignment destination|output array) is read-only",
        "It writes into its argument, which whoever called it still needs: work on a copy.",
    ),
    (ValueError, r"inhomogeneous shape", "It makes an array of rows that differ in length."),
    (ValueError, r"setting an array element with a sequence", "It puts a list into one entry."),
    (
        ValueError,
        r"cannot reshape array of size (\d+) into shape (\(.*\))",
        "It gives {0} entries the shape {1}, which has room for another number of them.",
    ),
    (
        ValueError,
        r"(not enough|too many) values to unpack",
        "It unpacks into a different number of names than there are values.",
    ),
    (
        AttributeError,
        r"'(list|tuple|int|float)' object has no attribute '(\w+)'",
        "It asks a {0} for `.{1}`, which only arrays have: make one first, `np.asarray(...)`.",
    ),
    (
        AttributeError,
        r"'NoneType' object has no attribute '(\w+)'",
        "It asks nothing for `.{0}`: something returned no value. Is a return missing?",
    ),
    (
        AttributeError,
        r"'(\w+)' object has no attribute '(\w+)'",
        "It asks a {0} for `.{1}`, which it does not have.",
    ),
    (
        AttributeError,
        r"module '([\w.]+)' has no attribute '(\w+)'",
        "There is no `{1}` in `{0}`: how is it spelt?",
    ),
    (
        UnboundLocalError,
        r"variable '(\w+)'",
        "It reads `{0}` before it has a value.",
    ),
    (NameError, r"name '(\w+)' is not defined", "The name `{0}` is not known: is it spelt so?"),
    (
        TypeError,
        r"Cannot cast ufunc '(\w+)' output from dtype\('(\w+)'\) to dtype\('(\w+)'\)",
        "It puts {1} numbers into an array of {2}, which has no room for fractions: make it "
        "an array of floats first.",
    ),
    (TypeError, r"(\w+)\(\) missing \d+ required .*?: (.*)", "`{0}` is called without {1}."),
    (
        TypeError,
        r"(\w+)\(\) takes .*? but (\d+) (?:was|were) given",
        "`{0}` is called with {1} arguments, which is not how it is defined.",
    ),
    (
        TypeError,
        r"(\w+)\(\) got an unexpected keyword argument '(\w+)'",
        "`{0}` has no argument called `{1}`.",
    ),
    (
        TypeError,
        r"can't multiply sequence by non-int",
        "It multiplies a list by a number that is no integer: make an array of it first.",
    ),
    (
        TypeError,
        r"unsupported operand type\(s\) for (.+): '(\w+)' and '(\w+)'",
        "`{0}` cannot be done with {1} and {2}: should one be an array?",
    ),
    (
        TypeError,
        r"'NoneType' object is not (\w+)",
        "Something is None that should be a value: is a return missing?",
    ),
    (TypeError, r"'(\w+)' object is not callable", "It calls a {0} as if it were a function."),
    (
        TypeError,
        r"'(\w+)' object is not (subscriptable|iterable)",
        "It treats a single {0} as if it held several.",
    ),
    (
        TypeError,
        r"list indices must be integers or slices, not (\w+)",
        "It indexes a list by a {0}: make an array of it first, or take one entry at a time.",
    ),
    (
        TypeError,
        r"only .*arrays can be converted to Python scalars",
        "It makes one number of an array that holds several.",
    ),
    (OverflowError, "", "A number becomes too large for a float."),
    (ModuleNotFoundError, r"No module named '([\w.]+)'", "There is no module `{0}` here."),
    (IndentationError, "", "The lines are not indented as Python needs it: {0}."),
    (SyntaxError, r"(.*?)(?: \(.*)?$", "This is no Python: {0}."),
    (AssertionError, "", "An assertion of its own has failed."),
]


def in_words(error: BaseException) -> str:
    """Return an error as a plain sentence, with the line of the answer where it happened.

    Examples
    --------
    >>> in_words(IndexError("index 5 is out of bounds for axis 0 with size 5"))
    'It asks for entry 5 of an axis that has 5: they are counted from 0.'
    """
    said = f"It ended with {type(error).__name__}: {error}.".replace(": .", ".")
    for kind, pattern, words in WORDS:
        found = re.search(pattern, str(error)) if isinstance(error, kind) else None
        if found:
            said = words.format(*(found.groups() or (getattr(error, "msg", ""),)))
            break
    line = _line(error)
    return f"{said} The line: `{line}`" if line else said


def _line(error: BaseException) -> str:
    """Return the line of a cell, no check, in which an error happened."""
    if hasattr(error, "line"):  # the grader's
        return str(error.line)
    if isinstance(error, SyntaxError):
        return (error.text or "").strip()
    frames = [
        (frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_globals.get("__name__") == "__main__"
    ]
    if not frames or (frames[-1][0] == frames[0][0] and len(frames) > 1):
        return ""
    return line_of(*frames[-1])


def line_of(file: str, line: int) -> str:
    """Return a line of a cell."""
    return linecache.getline(file, line).strip()
