"""What a 2 by 2 matrix does to the plane: several views of one map, chosen by the page."""

from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure

LAYERS = ("grid", "circle", "picture", "columns", "rows", "eigen", "singular")
LETTERS = {
    "columns": {"a": "kernel"},
    "eigen": {"λ": "reference"},
    "singular": {"v": "input", "u": "output", "\N{GREEK SMALL LETTER SIGMA}": "output"},
}
"""The letters that a layer draws beside those of every map, and their roles."""
SEEN = {
    "grid": "the grid",
    "circle": "the unit circle and its ellipse",
    "picture": "a letter F",
    "columns": "the sum of the scaled columns, tip to tail",
    "rows": "the shadows of x on the rows",
    "eigen": "the lines that stay where they are",
    "singular": "the directions that are stretched most and least",
}
"""What a layer adds to the picture, for those who do not see it."""


def _pair(u: float, v: float) -> traitlets.List[float]:
    return traitlets.List(traitlets.Float(min=-4, max=4), [u, v], minlen=2, maxlen=2)


class MapOfPlane(
    Figure,
    title="A matrix moves the plane",
    alt="Two planes, before and after a 2 by 2 matrix A. In the first lies an arrow x, in the "
    "second the arrow Ax and the two columns of A, which are where the unit vectors go. All but "
    "Ax can be dragged.",
    symbols={
        "A": "kernel",
        "a": "kernel",
        "x": "input",
        "y": "output",
        "u": "output",
        "v": "input",
        "λ": "reference",
        "\N{GREEK SMALL LETTER SIGMA}": "output",
    },
    example={"show": list(LAYERS)},
):
    """The map of `A`, whose columns are `a0` and `a1`, and an `x`; all numbers from -4 to 4.

    `show` names the layers that are on at first, `offer` those that can be ticked beside them;
    `determinant=False` keeps that word from a page that has not come to it.
    The page sets a column, `#set?a0=1,0`, the vector, or a layer, `#set?eigen=true`. `way` goes
    from 0, where nothing has moved yet, to 1: so far have grid, circle and picture come.
    """

    a0 = _pair(1.0, 0.0).tag(sync=True)
    a1 = _pair(0.5, 1.0).tag(sync=True)
    x = _pair(1.0, 1.0).tag(sync=True)
    way = traitlets.Float(1.0, min=0, max=1).tag(sync=True)
    determinant = traitlets.Bool(True).tag(sync=True)
    layers = traitlets.List(traitlets.Unicode()).tag(sync=True)
    grid = traitlets.Bool(False).tag(sync=True)
    circle = traitlets.Bool(False).tag(sync=True)
    picture = traitlets.Bool(False).tag(sync=True)
    columns = traitlets.Bool(False).tag(sync=True)
    rows = traitlets.Bool(False).tag(sync=True)
    eigen = traitlets.Bool(False).tag(sync=True)
    singular = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        A: Sequence[Sequence[float]] | None = None,
        show: Sequence[str] = ("grid", "picture"),
        offer: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        """Take the matrix and the layers, or any trait by its name.

        Raises
        ------
        ValueError
            If `A` is not 2 by 2, or a layer has no such name.
        """
        for name, layers in (("show", show), ("offer", offer)):
            if not set(layers) <= set(LAYERS):
                raise ValueError(f"{name} must be some of {', '.join(LAYERS)}, got {list(layers)}")
        state: dict[str, Any] = {layer: True for layer in show}
        state["layers"] = [layer for layer in LAYERS if layer in {*show, *offer}]
        if A is not None:
            if len(A) != 2 or any(len(row) != 2 for row in A):
                raise ValueError(f"A must have two rows of two entries, got {A!r}")
            state["a0"], state["a1"] = ([float(row[j]) for row in A] for j in (0, 1))
        super().__init__(**{**state, **kwargs})

    @traitlets.default("alt")
    def _alt(self) -> str:
        seen = "; ".join(SEEN[layer] for layer in self.layers)
        return self._words[1] + (f" Where ticked, one sees {seen}." if seen else "")

    @traitlets.default("symbols")
    def _symbols(self) -> dict[str, str]:
        hidden = {a for layer, own in LETTERS.items() if layer not in self.layers for a in own}
        return {letter: role for letter, role in self._roles.items() if letter not in hidden}
