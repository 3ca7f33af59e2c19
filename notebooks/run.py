"""Execute notebooks and store them in one normal form.

``python -m notebooks.run [NOTEBOOK ...]`` runs the chapters and solutions, or those named. What is
stored has no timing, no widget state and no random id, so that git shows what changed.
"""

import sys
from pathlib import Path

from nbclient import NotebookClient

from notebooks.files import as_text, normal_form, paths, read


def execute(path: Path) -> None:
    """Run the notebook at `path` in its own folder and store it in its normal form."""
    notebook = read(path)
    client = NotebookClient(
        notebook,
        timeout=600,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    path.write_text(as_text(normal_form(notebook)), encoding="utf-8")


if __name__ == "__main__":
    here = Path.cwd()
    every = [path for folder in ("chapters", "solutions") for path in paths(here, folder)]
    for chosen in [Path(name) for name in sys.argv[1:]] or every:
        print(chosen, flush=True)
        execute(chosen)
