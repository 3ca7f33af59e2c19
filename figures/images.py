"""Small images or matrices that Python computes, side by side, for each setting of the sliders."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import ROLES
from figures.precomputed import Precomputed, compute, rounded


class Images(
    Precomputed,
    example={
        "f": lambda a: ({"grey": [[a, -0.5]], "colour": [[[0, 0.5, 1]]]}, f"{a}"),
        "sliders": {"a": [1, 2]},
        "title": "Pixels",
        "alt": "Two pixels.",
    },
):
    """The arrays of ``f(...)``, computed here once for each setting of one or two sliders."""

    names: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    frames: traitlets.List[list[Any]] = traitlets.List().tag(sync=True)
    readouts = traitlets.List(traitlets.Unicode()).tag(sync=True)
    numbers = traitlets.Bool(False).tag(sync=True)
    roles = traitlets.Dict(traitlets.Enum(ROLES)).tag(sync=True)

    def __init__(
        self,
        f: Callable[..., tuple[Mapping[str, ArrayLike], str]],
        sliders: Mapping[str, Sequence[float]],
        **kwargs: Any,
    ) -> None:
        """Call `f` for each setting of `sliders`; it returns arrays by name, and a line of text.

        An array of shape (h, w) is shown by sign and size, in one scale for all settings; one of
        shape (h, w, 3), with entries from 0 to 1, in its own colours.
        `roles` gives the roles of arrays by their names.
        """
        _, drawn = compute(f, sliders)
        every = sorted({name for arrays, _ in drawn for name in arrays})
        for name in kwargs.get("roles", ()):
            if name not in every:
                raise ValueError(f"roles must name arrays of {', '.join(every)}, got {name!r}")
        super().__init__(
            sliders,
            names=[list(arrays) for arrays, _ in drawn],
            frames=[[_shown(name, a) for name, a in arrays.items()] for arrays, _ in drawn],
            readouts=[readout for _, readout in drawn],
            **kwargs,
        )


def _shown(name: str, a: ArrayLike) -> list[Any]:
    a = np.asarray(a, float)
    if a.ndim not in (2, 3) or a.shape[2:] not in ((), (3,)) or not np.all(np.isfinite(a)):
        raise ValueError(
            f"{name} must be a finite array of shape (h, w) or (h, w, 3), got {a.shape}"
        )
    if a.ndim == 3:
        bytes_ = np.rint(np.clip(a, 0, 1) * 255).astype(int)
        return [["#{:02x}{:02x}{:02x}".format(*pixel) for pixel in row] for row in bytes_]
    return [[rounded(v) for v in row] for row in a.tolist()]
