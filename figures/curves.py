"""Curves that Python computes: one picture for each setting of one or two sliders."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import traitlets

from figures.figure import ROLES
from figures.precomputed import Precomputed, compute, places, rounded, significant


class Curves(
    Precomputed,
    example={
        "f": lambda a: {"y": [a, 2 * a]},
        "x": [0, 1],
        "sliders": {"a": [1, 2]},
        "title": "Lines",
        "alt": "A line.",
    },
):
    """The curves of ``f(...)`` over `x`, computed here once for each setting of the sliders."""

    x = traitlets.List(traitlets.Float(), minlen=2).tag(sync=True)
    names = traitlets.List(traitlets.Unicode(), maxlen=4).tag(sync=True)
    curves: traitlets.List[list[list[float]]] = traitlets.List().tag(sync=True)
    x_label = traitlets.Unicode().tag(sync=True)
    y_label = traitlets.Unicode().tag(sync=True)
    logarithmic = traitlets.Bool(False).tag(sync=True)
    cursor = traitlets.Int(0, min=0).tag(sync=True)
    roles = traitlets.Dict(traitlets.Enum(ROLES)).tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        f: Callable[..., Mapping[str, Sequence[float]]],
        x: Sequence[float],
        sliders: Mapping[str, Sequence[float]],
        **kwargs: Any,
    ) -> None:
        """Call `f` for each setting of `sliders`, a list of values by label, one or two of them.

        `f` returns a curve over `x` by name, at most four of them. Whole numbers are kept as they
        are; others to what the readout says and the picture can show. `roles` gives the roles of
        curves by their names. With a `question` the curves end before the cursor until the reader
        has guessed where the first one is there.
        """
        settings, frames = compute(f, sliders)
        for name in kwargs.get("roles", ()):
            if name not in frames[0]:
                raise ValueError(f"roles must name curves of {', '.join(frames[0])}, got {name!r}")
        for setting, frame in zip(settings, frames, strict=True):
            for name, y in frame.items():
                if len(y) != len(x) or not np.all(np.isfinite(y)):
                    raise ValueError(
                        f"f{setting}[{name!r}] must be {len(x)} finite numbers, got {len(y)} values"
                    )
        curves = [list(frame.values()) for frame in frames]
        super().__init__(
            sliders,
            x=[significant(v, 7) for v in x],
            names=list(frames[0]),
            curves=_shortened(curves, bool(kwargs.get("logarithmic"))),
            **kwargs,
        )


def _shortened(
    curves: Sequence[Sequence[Sequence[float]]], logarithmic: bool
) -> list[list[list[float]]]:
    if logarithmic:
        return [[[significant(v) for v in y] for y in frame] for frame in curves]
    every = [v for frame in curves for y in frame for v in y]
    most = places(max(every) - min(every))
    return [[[rounded(v, most) for v in y] for y in frame] for frame in curves]
