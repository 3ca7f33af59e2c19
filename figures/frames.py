"""Pictures that Python draws: one for each setting of one or two sliders."""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import traitlets

from figures.precomputed import Precomputed, compute

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Picture


class Frames(
    Precomputed,
    example={
        "f": lambda a, b: (_line(a, b), f"{a} and {b}"),
        "sliders": {"a": [1, 2], "b": [3]},
        "title": "Lines",
        "alt": "A line.",
    },
):
    """The matplotlib figure of ``f(...)``, drawn here once for each setting of the sliders."""

    frames = traitlets.List(traitlets.Unicode()).tag(sync=True)
    readouts = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        f: Callable[..., tuple["Picture", str]],
        sliders: Mapping[str, Sequence[float]],
        **kwargs: Any,
    ) -> None:
        """Call `f` for each setting of `sliders`; it returns a figure, and its numbers in words."""
        _, drawn = compute(f, sliders)
        super().__init__(
            sliders,
            frames=[as_svg(picture) for picture, _ in drawn],
            readouts=[readout for _, readout in drawn],
            **kwargs,
        )


def as_svg(picture: "Picture") -> str:
    """Return the SVG of a matplotlib figure: text as text, ids that do not change, no date."""
    import matplotlib

    buffer = io.StringIO()
    style = matplotlib.rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "show-your-work",
            "font.sans-serif": "DejaVu Sans",  # each text names the whole list of fonts
        }
    )
    with style:
        picture.savefig(buffer, format="svg", transparent=True, metadata={"Date": None})
    svg = buffer.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = svg.replace("#000000", "currentColor").replace("fill: black", "fill: currentColor")
    # A tenth of a point is less than anybody sees; the small lengths of a marker keep two digits.
    svg = re.sub(r"(\d\d\.\d|\d\.\d\d)\d+", r"\1", svg)
    return re.sub(r"\s*\n\s*", " ", svg)


def _line(*values: float) -> "Picture":
    from matplotlib.figure import Figure as Picture

    picture = Picture()
    picture.subplots().plot(values)
    return picture
