"""The figures that a notebook shows, and the links of its text that set them.

``[set $K$ to 5](#set?K=5)`` sets the nearest figure that has a `K`: one of its own section, the
last above it before the first below it, or else one of the page in the same order.
``(#weight_matrix?K=5&local=true)`` names the figure by its file; ``#weight_matrix-2`` is the second
of that name on the page. A figure that Python computed is set by the labels of its sliders, or by
the last word of each, to a value that the slider has: ``(#set?E=5)`` for "exponent bits E".
"""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from nbformat import NotebookNode

LINK = re.compile(r"\]\(#([\w-]+\?[^)\s]*)\)")
NEAREST = "set"
HEADING = re.compile(r"^#+ ", re.M)
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.M | re.S)


@dataclass(frozen=True)
class Shown:
    """A figure as a notebook stores it."""

    id: str
    """Its name on the page, such as ``weight_matrix`` or ``weight_matrix-2``."""
    state: dict[str, Any]
    symbols: dict[str, str]
    cell: int
    section: int
    """How many headings stand above it."""


@dataclass(frozen=True)
class Link:
    """A link of the text that sets a figure, and what is wrong with it, if anything is."""

    address: str
    """What the text says, as in ``set?K=5``."""
    cell: int
    section: int
    figure: str = ""
    values: tuple[tuple[str, Any], ...] = ()
    problem: str = ""

    @property
    def href(self) -> str:
        """Return the address of the page in which the figure is set so, and begins there."""
        said = "&".join(f"{self.figure}.{name}={written(v)}" for name, v in self.values)
        return f"?{said}#{self.figure}"


class _Host(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if "data-figure" in said:
            self.found.append(said)

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.found and "state" not in self.found[-1]:
            self.found[-1]["state"] = data


def hosts(text: str) -> list[dict[str, str]]:
    """Return the attributes of each figure that a piece of HTML holds, and its ``state``."""
    return _Host(text).found if "data-figure" in text else []


def figures(notebook: NotebookNode) -> list[Shown]:
    """Return the figures that the notebook stores, in order."""
    found: list[Shown] = []
    seen: Counter[str] = Counter()
    section = 0
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            section += len(HEADING.findall(CODE.sub("", cell.source)))
        for output in cell.get("outputs", []):
            for host in hosts(output.get("data", {}).get("text/html", "")):
                name = host["data-figure"]
                seen[name] += 1
                id = name if seen[name] == 1 else f"{name}-{seen[name]}"
                symbols = json.loads(host.get("data-symbols", "{}"))
                found.append(Shown(id, json.loads(host["state"]), symbols, number, section))
    return found


def links(notebook: NotebookNode) -> list[Link]:
    """Return the links that set a figure, in order."""
    shown, found, section = figures(notebook), [], 0
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown":
            continue
        text = CODE.sub(lambda code: " " * len(code[0]), cell.source)
        for match in LINK.finditer(text):
            here = section + len(HEADING.findall(text[: match.start()]))
            found.append(_aimed(Link(match[1], number, here), shown))
        section += len(HEADING.findall(text))
    return found


def problems(notebook: NotebookNode) -> Iterator[str]:
    """Yield a line for each link that sets what no figure of the page has."""
    for link in links(notebook):
        if link.problem:
            yield f"cell {link.cell} ({notebook.cells[link.cell].id}): {link.problem}"


def call(source: str) -> dict[str, Any] | None:
    """Return how the last line of a cell calls a figure: its name, arguments and keywords.

    Examples
    --------
    >>> call("WeightMatrix(n=10, K=3)")
    {'name': 'WeightMatrix', 'args': [], 'keywords': {'n': '10', 'K': '3'}}
    """
    body = ast.parse(source).body
    last = body[-1].value if body and isinstance(body[-1], ast.Expr) else None
    if not isinstance(last, ast.Call) or any(k.arg is None for k in last.keywords):
        return None
    keywords = {str(k.arg): ast.unparse(k.value) for k in last.keywords}
    args = [ast.unparse(a) for a in last.args]
    return {"name": ast.unparse(last.func), "args": args, "keywords": keywords}


def written(value: Any) -> str:
    """Return a value of a figure's state as an address writes it."""
    if isinstance(value, list):
        return ",".join(map(written, value))
    return quote(value if isinstance(value, str) else json.dumps(value), safe="")


def _aimed(link: Link, shown: list[Shown]) -> Link:
    """Return the link with the figure that it sets, and the values."""
    name, _, said = link.address.partition("?")
    wanted = [(key, unquote(value)) for key, value in parse_qsl(said, keep_blank_values=True)]
    rule = f"#{link.address}: a link must set"
    if not wanted:
        return _with(link, problem=f"{rule} something, as in #set?K=5")
    near = [f for f in _by_nearness(link, shown) if name in (NEAREST, f.id)]
    if not near:
        ids = ", ".join(f.id for f in shown) or "none"
        return _with(link, problem=f"{rule} a figure of the page ({ids}), got {name}")
    having = [f for f in near if all(_slider(f, key) or _is_set(f, key) for key, _ in wanted)]
    if not having:
        keys = ", ".join(key for key, _ in wanted)
        return _with(link, problem=f"{rule} what one figure has, got {keys} for {near[0].id}")
    figure, values = having[0], []
    for key, text in wanted:
        slider = _slider(figure, key)
        try:
            value = _place(figure, slider, text) if slider else _value(figure, key, text)
        except ValueError as error:
            return _with(link, problem=f"{rule} {key} of {figure.id} to {error}, got {text}")
        values.append((slider or key, value))
    return _with(link, figure=figure.id, values=tuple(values))


def _with(link: Link, **more: Any) -> Link:
    return Link(link.address, link.cell, link.section, **more)


def _by_nearness(link: Link, shown: list[Shown]) -> list[Shown]:
    above = [f for f in reversed(shown) if f.cell < link.cell]
    below = [f for f in shown if f.cell > link.cell]
    near = [*above, *below]
    return sorted(near, key=lambda f: f.section != link.section)  # which keeps their order


def _slider(figure: Shown, key: str) -> str:
    """Return which slider of a figure computed by Python has this label, if one has."""
    for at, label in enumerate(figure.state.get("labels", [])):
        if key in (label, label.split()[-1]):
            return ("first", "second")[at]
    return ""


def _is_set(figure: Shown, key: str) -> bool:
    return key in figure.state and key not in ("bounds", "labels", "values")


def _place(figure: Shown, slider: str, text: str) -> int:
    values: list[float] = figure.state["values"][("first", "second").index(slider)]
    if (wanted := _number(text)) in values:
        return values.index(wanted)
    raise ValueError(f"one of {', '.join(map(str, values))}")


def _value(figure: Shown, key: str, text: str) -> Any:
    now = figure.state[key]
    if isinstance(now, bool):
        if text in ("true", "false"):
            return text == "true"
        raise ValueError("true or false")
    if isinstance(now, str):
        return text
    if isinstance(now, list):
        return [_number(part) for part in text.split(",")]
    value = _number(text)
    if isinstance(now, int) and not isinstance(value, int):
        raise ValueError("a whole number")
    least, most = figure.state.get("bounds", {}).get(key, (None, None))
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueError(f"a number from {least} to {'any' if most is None else most}")
    return value


def _number(text: str) -> float:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if type(value) in (int, float):
        return value  # type: ignore[no-any-return]
    raise ValueError("a number")
