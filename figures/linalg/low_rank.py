"""A picture as a sum of layers: so many of them, what they show, and what is missing."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure


class LowRank(
    Figure,
    title="A photograph in layers",
    alt="A small grey picture, made of the first few of its layers, and beside it the last layer "
    "that was added, in which middle grey means nothing added. Below them the singular values, "
    "one stem for each layer on a logarithmic axis, falling from left to right; those that are "
    "kept have one colour, those that are missing another.",
    symbols={"\N{GREEK SMALL LETTER SIGMA}": "output"},
    example={"pictures": {"a cross": [[0, 1, 0], [1, 1, 1], [0, 1, 0]]}, "k": 1},
):
    """The first `k` layers of one of `pictures`, whose grey values go from 0, black, to 1.

    The script finds the singular values by itself, from the grey values in steps of 1/255: so
    what a notebook stores is the same on every machine.
    """

    names: traitlets.List[str] = traitlets.List(traitlets.Unicode()).tag(sync=True)
    greys: traitlets.List[str] = traitlets.List(traitlets.Unicode()).tag(sync=True)
    columns = traitlets.Int(1).tag(sync=True)
    k = traitlets.Int(1, min=0, max=96).tag(sync=True)
    picture = traitlets.Unicode().tag(sync=True)
    ask = traitlets.Bool(False).tag(sync=True)

    def __init__(self, pictures: Mapping[str, ArrayLike], **kwargs: Any) -> None:
        """Take the pictures, all of one shape, and the state.

        Raises
        ------
        ValueError
            If there is no picture, or one is no matrix of numbers from 0 to 1 of the same shape.
        """
        arrays = {name: np.asarray(each, float) for name, each in pictures.items()}
        shapes = {each.shape for each in arrays.values()}
        if len(shapes) != 1 or len(shape := shapes.pop()) != 2 or not 0 < max(shape) <= 96:
            raise ValueError("pictures must be matrices of one shape, at most 96 by 96")
        codes = {name: np.rint(each * 255).astype(int) for name, each in arrays.items()}
        if any(each.min() < 0 or each.max() > 255 for each in codes.values()):
            raise ValueError("pictures must hold numbers from 0 to 1")
        kwargs.setdefault("picture", next(iter(codes)))
        super().__init__(
            names=list(codes),
            greys=["".join(f"{v:02x}" for v in each.ravel()) for each in codes.values()],
            columns=shape[1],
            **kwargs,
        )

    @traitlets.default("bounds")
    def _bounds(self) -> dict[str, list[float | None]]:
        rows = len(self.greys[0]) // 2 // self.columns
        return {"k": [0, min(rows, self.columns)]}
