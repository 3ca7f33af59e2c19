"""What figures computed by Python share: one call of a function for each setting of the sliders.

What is stored is rounded here to what a picture can show, so that notebooks stay small and do not
hang on the last bit of a float.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import traitlets

from figures.figure import Figure

MOST_FRAMES = 400


class Precomputed(Figure, abstract=True):
    """One or two sliders, and a frame for each of their settings, the last slider fastest."""

    labels = traitlets.List(traitlets.Unicode(), minlen=1, maxlen=2).tag(sync=True)
    values = traitlets.List(traitlets.List(traitlets.Float(), minlen=1)).tag(sync=True)
    first = traitlets.Int(0, min=0).tag(sync=True)
    second = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, sliders: Mapping[str, Sequence[float]], **kwargs: Any) -> None:
        """Name the sliders and their values by `sliders`, a list of values by label."""
        values = [[significant(v, 7) for v in values] for values in sliders.values()]
        super().__init__(labels=list(sliders), values=values, **kwargs)


def compute(
    f: Callable[..., Any], sliders: Mapping[str, Sequence[float]]
) -> tuple[list[tuple[float, ...]], list[Any]]:
    """Return the settings of `sliders`, by label, and what `f` gives for each.

    Raises
    ------
    ValueError
        If there are not one or two sliders, or more than 400 settings.
    """
    if len(sliders) not in (1, 2):
        raise ValueError(f"sliders must be one or two, got {len(sliders)}")
    settings = list(product(*sliders.values()))
    if not 1 <= len(settings) <= MOST_FRAMES:
        raise ValueError(f"sliders must have 1 to {MOST_FRAMES} settings, got {len(settings)}")
    return settings, [f(*setting) for setting in settings]


def significant(v: float, digits: int = 5) -> float:
    """Return `v` to `digits` significant digits; a whole number as it is, an int."""
    return int(v) if float(v).is_integer() else float(f"{v:.{digits}g}")


def rounded(v: float, places: int = 3) -> float:
    """Return `v` to `places` decimals; a whole number as it is, an int and never minus zero."""
    v = round(float(v), places)
    return int(v) if v.is_integer() else v


def places(span: float) -> int:
    """Return how many decimals a curve needs on an axis as long as `span`.

    Three, which is what its readout says, or so many that a short axis has 10,000 steps at least.
    """
    return 3 if span >= 1 or span == 0 else 4 - math.floor(math.log10(span))
