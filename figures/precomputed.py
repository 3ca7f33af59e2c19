"""What figures computed by Python share: one call of a function for each setting of the sliders."""

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
