"""Curves that Python computes: one picture for each value of a slider."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import traitlets

from figures.figure import Figure


class Curves(Figure):
    """The curves of ``f(value)`` over `x`, computed here once for each value of a slider."""

    x = traitlets.List(traitlets.Float()).tag(sync=True)
    values = traitlets.List(traitlets.Float()).tag(sync=True)
    names = traitlets.List(traitlets.Unicode(), maxlen=4).tag(sync=True)
    curves: traitlets.List[list[list[float]]] = traitlets.List().tag(sync=True)
    slider = traitlets.Unicode().tag(sync=True)
    x_label = traitlets.Unicode().tag(sync=True)
    y_label = traitlets.Unicode().tag(sync=True)
    logarithmic = traitlets.Bool(False).tag(sync=True)
    at = traitlets.Int(0, min=0).tag(sync=True)
    cursor = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self,
        f: Callable[[float], Mapping[str, Sequence[float]]],
        x: Sequence[float],
        values: Sequence[float],
        **kwargs: Any,
    ) -> None:
        """Call `f` for each of `values`; it returns a named curve over `x`, at most four of them.

        Curves are kept with seven digits, those of float32: more cannot be seen.
        """
        frames = [f(value) for value in values]
        for value, frame in zip(values, frames, strict=True):
            for name, y in frame.items():
                if len(y) != len(x) or not np.all(np.isfinite(y)):
                    raise ValueError(
                        f"f({value})[{name!r}] must be {len(x)} finite numbers, got {len(y)} values"
                    )
        super().__init__(
            x=list(map(float, x)),
            values=list(map(float, values)),
            names=list(frames[0]),
            curves=[[[float(f"{v:.7g}") for v in y] for y in frame.values()] for frame in frames],
            **kwargs,
        )
