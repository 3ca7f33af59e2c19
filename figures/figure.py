"""The base of every figure: a state of a few traits, a module of JavaScript, words for both.

A figure's class stands in ``<name>.py``, its front-end module in ``<name>.js`` beside it. The
notebook stores the state as JSON in one HTML element; the static page starts the same module
from it, with no kernel.

What a figure and its page agree on:

- ``symbols={"x": "input", "k": "kernel"}`` beside the title of a class names the letters that it
  draws, and the role of each, one of `ROLES`: its colour in the formula, the sentence and the
  figure. The element of the figure carries it as JSON, ``data-symbols``; what the figure draws for
  a letter stands in a group with ``data-symbol``, which the class ``lit`` lights.
- a script whose ``draw`` returns ``{ say, numbers }`` tells the present value of each letter: as
  JSON in ``data-numbers`` of the element ``.fig``, with an event ``figure-numbers``.
- ``stages=[("a sentence", {"K": 3}), ...]`` are states of any figure, to be stepped through.
"""

import html
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from figures.bundle import bundle

HERE = Path(__file__).parent

ROLES = ("input", "kernel", "output", "error", "reference")
"""What a thing is to the page. Each has one colour, ``--role-input`` and so on in ``kit.css``."""

_OPTIONAL = {"question", "roles", "stages"}  # not stored where a figure has none


class Figure(anywidget.AnyWidget):
    """A figure. Subclasses add traits, which are its state, and say what it shows."""

    example: ClassVar[dict[str, Any]]
    """The arguments of one figure of this kind, for the tests."""
    _words: ClassVar[tuple[str, str]]
    _roles: ClassVar[dict[str, str]] = {}

    title = traitlets.Unicode().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    bounds = traitlets.Dict(read_only=True).tag(sync=True)
    symbols = traitlets.Dict(traitlets.Unicode(), read_only=True).tag(sync=True)
    stages: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _css = (HERE / "kit" / "kit.css").read_text("utf-8")

    def __init_subclass__(
        cls,
        title: str = "",
        alt: str = "",
        symbols: Mapping[str, str] | None = None,
        example: dict[str, Any] | None = None,
        abstract: bool = False,
        **kwargs: Any,
    ) -> None:
        """Give the subclass its words and its front-end module: the file of its own name."""
        # anywidget makes a subclass for each instance, which has the module already.
        if "_esm" not in cls.__dict__ and not abstract:
            cls.example, cls._words = example or {}, (title, alt)
            cls._roles = dict(sorted((symbols or {}).items()))
            for letter, role in cls._roles.items():
                if role not in ROLES:
                    raise ValueError(
                        f"symbols[{letter!r}] must be one of {', '.join(ROLES)}, got {role!r}"
                    )
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

    @traitlets.default("symbols")
    def _symbols(self) -> dict[str, str]:
        return self._roles

    @traitlets.validate("stages")
    def _stages(self, proposal: Any) -> list[tuple[str, dict[str, Any]]]:
        """Check that each stage is a sentence, and a state that this figure can have."""
        stages = [(str(sentence), dict(state)) for sentence, state in proposal.value]
        own = set(self.state()) - {"alt", "bounds", "stages", "title"}
        for sentence, state in stages:
            if not state or not set(state) <= own:
                raise ValueError(
                    f"the stage {sentence!r} must set some of {', '.join(sorted(own))}, "
                    f"got {', '.join(sorted(state)) or 'nothing'}"
                )
            for name, value in state.items():
                state[name] = self.traits()[name]._validate(self, value)
        return stages

    @traitlets.default("bounds")
    def _bounds(self) -> dict[str, list[float | None]]:
        """Return the least and the most of every number of the state that has a least."""
        numbers = self.traits(sync=True).items()
        bounds = {n: [t.min, t.max] for n, t in sorted(numbers) if hasattr(t, "min")}
        return {n: pair for n, pair in bounds.items() if pair[0] is not None}

    def state(self) -> dict[str, Any]:
        """Return what the figure shows: its own traits, without those of every widget."""
        names = sorted(set(self.trait_names()) - set(anywidget.AnyWidget.class_trait_names()))
        state = {n: getattr(self, n) for n in names if not n.startswith("_") and n != "symbols"}
        return {n: v for n, v in state.items() if v or n not in _OPTIONAL}

    def __repr__(self) -> str:
        """Return the name and the title."""
        return f"{type(self).__name__}: {self.title}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        state = self.state()
        title, alt = state.pop("title"), state.pop("alt")
        symbols = json.dumps(self.symbols, separators=(",", ":")) if self.symbols else ""
        more = f'data-symbols="{html.escape(symbols)}" ' if symbols else ""
        text = json.dumps(state, separators=(",", ":")).replace("</", "<\\/")
        data["text/plain"] = repr(self)
        data["text/html"] = (
            f'<div class="fig-host" data-figure="{self.__module__.rpartition(".")[2]}" '
            f'{more}aria-label="{html.escape(title)}"><p class="fig-alt">{html.escape(alt)}</p>'
            f'<script type="application/json">{text}</script></div>'
        )
        return data, metadata
