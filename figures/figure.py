"""The base of every figure: a state of a few traits, a module of JavaScript, words for both.

A figure's class stands in ``<name>.py``, its front-end module in ``<name>.js`` beside it. The
notebook stores the state as JSON in one HTML element; the static page starts the same module
from it, with no kernel.
"""

import html
import json
import sys
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from figures.bundle import bundle

HERE = Path(__file__).parent


class Figure(anywidget.AnyWidget):
    """A figure. Subclasses add traits, which are its state, and say what it shows."""

    example: ClassVar[dict[str, Any]]
    """The arguments of one figure of this kind, for the tests."""
    _words: ClassVar[tuple[str, str]]

    title = traitlets.Unicode().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    bounds = traitlets.Dict(read_only=True).tag(sync=True)
    _css = (HERE / "kit" / "kit.css").read_text("utf-8")

    def __init_subclass__(
        cls,
        title: str = "",
        alt: str = "",
        example: dict[str, Any] | None = None,
        abstract: bool = False,
        **kwargs: Any,
    ) -> None:
        """Give the subclass its words and its front-end module: the file of its own name."""
        # anywidget makes a subclass for each instance, which has the module already.
        if "_esm" not in cls.__dict__ and not abstract:
            cls.example, cls._words = example or {}, (title, alt)
            module = Path(str(sys.modules[cls.__module__].__file__)).with_suffix(".js")
            if not module.is_file():
                raise FileNotFoundError(f"{cls.__name__} must have a module {module}")
            cls._esm = bundle(module, "--format=esm")
        super().__init_subclass__(**kwargs)

    @traitlets.default("title")
    def _title(self) -> str:
        return self._words[0]

    @traitlets.default("alt")
    def _alt(self) -> str:
        return self._words[1]

    @traitlets.default("bounds")
    def _bounds(self) -> dict[str, list[float | None]]:
        """Return the least and the most of every number of the state that has a least."""
        numbers = self.traits(sync=True).items()
        bounds = {n: [t.min, t.max] for n, t in sorted(numbers) if hasattr(t, "min")}
        return {n: pair for n, pair in bounds.items() if pair[0] is not None}

    def state(self) -> dict[str, Any]:
        """Return what the figure shows: its own traits, without those of every widget."""
        names = sorted(set(self.trait_names()) - set(anywidget.AnyWidget.class_trait_names()))
        return {n: getattr(self, n) for n in names if not n.startswith("_")}

    def __repr__(self) -> str:
        """Return the name and the title."""
        return f"{type(self).__name__}: {self.title}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        state = self.state()
        title, alt = state.pop("title"), state.pop("alt")
        text = json.dumps(state, separators=(",", ":")).replace("</", "<\\/")
        data["text/plain"] = repr(self)
        data["text/html"] = (
            f'<div class="fig-host" data-figure="{self.__module__.rpartition(".")[2]}" '
            f'aria-label="{html.escape(title)}"><p class="fig-alt">{html.escape(alt)}</p>'
            f'<script type="application/json">{text}</script></div>'
        )
        return data, metadata
