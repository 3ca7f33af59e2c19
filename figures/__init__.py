"""Interactive figures. Each is an anywidget, alive in Jupyter and in the static book alike.

A figure is a pair of files, ``output_size.py`` and ``output_size.js``, in the folder of its part;
its class has the name of the files, ``OutputSize``, and is found by it: ``figures.OutputSize``.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def paths() -> dict[str, Path]:
    """Return the front-end module of every figure, by the name of its class.

    Raises
    ------
    ValueError
        If two figures have one name.
    """
    found: dict[str, Path] = {}
    for path in sorted(HERE.rglob("*.js")):
        if path.parent.name == "kit":
            continue
        name = path.stem.title().replace("_", "")
        if name in found:
            raise ValueError(f"a figure must have a name of its own, got {found[name]} and {path}")
        found[name] = path
    return found


def __getattr__(name: str) -> Any:
    path = paths().get(name)
    if path is None:
        raise AttributeError(f"{name} must be a figure, one of {', '.join(paths())}")
    module = ".".join(["figures", *path.relative_to(HERE).with_suffix("").parts])
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted(paths())
