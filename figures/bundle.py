"""One script out of a module and all that it imports, made by esbuild, which npm brought."""

import os
import subprocess
from pathlib import Path

NODE_MODULES = Path(__file__).parent.parent / "book" / "node_modules"


def bundle(source: Path, *options: str) -> str:
    """Return the module `source` and what it imports as one script, as `options` of esbuild say.

    Raises
    ------
    FileNotFoundError
        If esbuild is not installed.
    ValueError
        If `source` or what it imports is not JavaScript; the error names file and line.
    """
    esbuild = next(NODE_MODULES.glob("@esbuild/*/bin/esbuild"), None)
    if esbuild is None:
        raise FileNotFoundError(f"{NODE_MODULES} must hold esbuild: make .venv/.book brings it")
    command = [
        str(esbuild),
        str(source),
        "--bundle",
        "--charset=utf8",
        "--log-level=warning",
        *options,
    ]
    found = os.environ | {"NODE_PATH": str(NODE_MODULES)}  # packages, from wherever `source` is
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=found)
    if made.returncode:
        raise ValueError(f"{source} must be a module that esbuild can read, got\n{made.stderr}")
    return made.stdout
