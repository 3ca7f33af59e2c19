"""The base of every figure: a state of a few traits, a module of JavaScript, words for both.

A figure's class stands in ``<name>.py``, its front-end module in ``<name>.js`` beside it. The
notebook stores the state as JSON in one HTML element; the static page starts the same module
from it, with no kernel.
"""

import html
import json
import re
import sys
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent


class Figure(anywidget.AnyWidget):
    """A figure. Subclasses add traits, which are its state, and say what it shows."""

    title = traitlets.Unicode().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    _css = (HERE / "_kit.css").read_text("utf-8")

    def __init_subclass__(cls, abstract: bool = False, **kwargs: Any) -> None:
        """Give the subclass its module: the shared kit, then the file of its own name."""
        # anywidget makes a subclass for each instance, which has the module already.
        if "_esm" not in cls.__dict__ and not abstract:
            module = Path(str(sys.modules[cls.__module__].__file__)).with_suffix(".js")
            if not module.is_file():
                raise FileNotFoundError(f"{cls.__name__} must have a module {module}")
            cls._esm = (HERE / "_kit.js").read_text("utf-8") + module.read_text("utf-8")
        super().__init_subclass__(**kwargs)

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
        text = json.dumps(state).replace("</", "<\\/")
        data["text/plain"] = repr(self)
        data["text/html"] = (
            f'<div class="fig-host" data-figure="{_module_name(type(self))}" '
            f'aria-label="{html.escape(title)}"><p class="fig-alt">{html.escape(alt)}</p>'
            f'<script type="application/json">{text}</script></div>'
        )
        return data, metadata


def _module_name(cls: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
