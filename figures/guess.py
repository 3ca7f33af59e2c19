"""A question that the reader answers before the truth is shown."""

import html
import math
from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure


class Guess(
    Figure,
    example={"truth": 17, "among": [3, 17, 24, 80], "then": "one for each diagonal."},
    title="Your guess",
):
    """The `truth`, one of `among` or a number to type, and what to say `then`.

    The question stands in the text above. A typed number is near enough where it differs from the
    truth by no more than the share `near`; `unit` is said after it. With a label, as in
    ``{"no": "no, the order matters"}``, a choice says more than its value.
    """

    truth = traitlets.Any().tag(sync=True)
    among: traitlets.List[Any] = traitlets.List().tag(sync=True)
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    then = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    near = traitlets.Float().tag(sync=True)

    def __init__(
        self,
        truth: Any,
        among: Sequence[Any] | dict[Any, str] = (),
        then: str = "",
        *,
        unit: str = "",
        near: float = 0.05,
        **kwargs: Any,
    ) -> None:
        """Check that the truth can be found."""
        truth, labels = _plain(truth, "truth"), []
        if isinstance(among, dict):
            labels = [str(label) for label in among.values()]
        choices = [_plain(choice, "among") for choice in among]
        if not choices and isinstance(truth, str):
            raise ValueError(f"truth must be a number where nothing is to choose, got {truth!r}")
        if choices and sum(_same(choice, truth) for choice in choices) != 1:
            raise ValueError(f"among must hold the truth once, got {choices} and {truth!r}")
        if near < 0:
            raise ValueError(f"near must be at least 0, got {near}")
        ask = f"Choose one of: {', '.join(labels or map(str, choices))}." if choices else ""
        kwargs.setdefault("alt", ask or f"Guess a number{f' of {unit}' if unit else ''}.")
        super().__init__(
            truth=next((choice for choice in choices if _same(choice, truth)), truth),
            among=choices,
            labels=labels,
            then=then,
            unit=unit,
            near=near,
            **kwargs,
        )

    @traitlets.default("bounds")
    def _bounds(self) -> dict[str, list[float | None]]:
        return {}  # nothing is slid

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the figure's own, with the answer for browsers that run no script."""
        data, metadata = super()._repr_mimebundle_(**kwargs)
        answer = html.escape(" ".join(f"Answer: {self.truth} {self.unit}".split()))
        told = f"<noscript><p>{answer}. {html.escape(self.then)}</p></noscript></div>"
        data["text/html"] = data["text/html"].removesuffix("</div>") + told
        return data, metadata


def _plain(value: Any, name: str) -> str | int | float:
    """Return `value` as a plain number or text; a NumPy scalar is one."""
    value = value.item() if hasattr(value, "item") and not getattr(value, "ndim", 0) else value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(f"{name} must be a number or a text, got {value!r}")
    if not isinstance(value, str) and not math.isfinite(value):
        raise ValueError(f"{name} must be finite, got {value}: give it as a text")
    return value


def _same(a: str | float, b: str | float) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    return math.isclose(a, b, rel_tol=1e-9)
