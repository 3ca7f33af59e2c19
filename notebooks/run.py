"""Execute notebooks and store them in one normal form.

``python -m notebooks.run [NOTEBOOK ...]`` runs the chapters and solutions, or those named. What is
stored has no timing, no widget state and no random id, so that git shows what changed.
"""

import sys
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from notebooks.files import as_text, normal_form, paths, read


class RunError(Exception):
    """A cell failed; nothing is stored."""


def execute(path: Path) -> None:
    """Run the notebook at `path` in its own folder and store it in its normal form.

    Raises
    ------
    RunError
        If a cell fails: the file, the cell, the error.
    """
    notebook = read(path)
    client = NotebookClient(
        notebook,
        timeout=600,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        cell = next(c for c in reversed(notebook.cells) if c.get("execution_count"))
        raise RunError(f"{path}: cell {cell.id}: {error.ename}: {error.evalue}") from None
    path.write_text(as_text(normal_form(notebook)), encoding="utf-8")


if __name__ == "__main__":
    here = Path.cwd()
    every = [path for folder in ("chapters", "solutions") for path in paths(here, folder)]
    for chosen in [Path(name) for name in sys.argv[1:]] or every:
        print(chosen, flush=True)
        try:
            execute(chosen)
        except RunError as error:
            sys.exit(str(error))
