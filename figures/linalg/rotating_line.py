"""A line that turns through a cloud of points, and the variance of their shadows on it."""

from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure


class RotatingLine(
    Figure,
    title="The direction of greatest variance",
    alt="A cloud of points round its mean, and a line through the mean whose end can be dragged "
    "round. From each point a thin line falls at a right angle onto it and ends in a dot. Beside "
    "it the variance of these dots against the direction of the line: a wave with one highest and "
    "one lowest place, which are 90 degrees apart.",
    symbols={"v": "kernel", "x": "input", "λ": "reference"},
    example={
        "points": [[0, 0], [4, 2], [2, 2], [6, 0]],
        "names": ["length", "depth"],
        "unit": "mm",
    },
):
    """Points of the plane, seen from their mean on, and a line at `degrees` to the first axis.

    With `slider="a name"` the second coordinate is multiplied by `stretch`, from 0 to `most`.
    `ask` for the "angle" of greatest variance, or for the "flip", the stretch at which it turns.
    The points named in `hollow`, by their rows, are rings.
    """

    points: traitlets.List[Any] = traitlets.List().tag(sync=True)
    degrees = traitlets.Float(0.0, min=0, max=180).tag(sync=True)
    stretch = traitlets.Float(1.0, min=0, max=100).tag(sync=True)
    most = traitlets.Float(1.0).tag(sync=True)
    slider = traitlets.Unicode().tag(sync=True)
    names: traitlets.List[str] = traitlets.List(traitlets.Unicode()).tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    half: traitlets.List[float] = traitlets.List(traitlets.Float()).tag(sync=True)
    hollow: traitlets.List[int] = traitlets.List(traitlets.Int()).tag(sync=True)
    ask = traitlets.Enum(("", "angle", "flip"), "").tag(sync=True)

    def __init__(self, points: ArrayLike, names: list[str], unit: str = "", **kwargs: Any) -> None:
        """Take the points, a row each, and what their two coordinates are.

        Raises
        ------
        ValueError
            If there are fewer than two points, or one has not two coordinates.
        """
        rows = np.asarray(points, float)
        if rows.ndim != 2 or rows.shape[0] < 2 or rows.shape[1] != 2:
            raise ValueError(f"points must be (N, 2) with N at least 2, got shape {rows.shape}")
        rows = rows - rows.mean(axis=0)
        most = float(kwargs.get("most", 1.0))
        reach = np.abs(rows).max(axis=0) * [1, most]
        wide = float(np.ceil(1.05 * reach.max()))
        tall = float(np.ceil(max(1.05 * reach[1], 0.3 * wide)))
        super().__init__(
            points=np.round(rows, 2).tolist(),
            names=list(names),
            unit=unit,
            half=[float(np.ceil(max(1.05 * reach[0], 0.6 * tall))), tall],
            **kwargs,
        )

    @traitlets.default("bounds")
    def _bounds(self) -> dict[str, list[float | None]]:
        return {"degrees": [0, 180], "stretch": [0, self.most]}
