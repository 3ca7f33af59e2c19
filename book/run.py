"""Execute notebooks and store them in one normal form.

``python -m book.run [NOTEBOOK ...]`` runs the chapters and solutions, or those named. What is
stored has no timing, no widget state and no random id, so that git shows what changed.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from book.claims import notebooks, read

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def execute(path: Path) -> None:
    """Run the notebook at `path` in its own folder and store it in its normal form."""
    notebook = read(path)
    client = NotebookClient(
        notebook,
        timeout=300,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    path.write_text(as_text(normal_form(notebook)), encoding="utf-8")


def normal_form(notebook: NotebookNode) -> NotebookNode:
    """Return `notebook` without what differs from run to run; written in place."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        outputs = cell.get("outputs", [])
        for output in outputs:
            output.get("data", {}).pop(WIDGET_VIEW, None)  # its model_id is random
        joined: list[NotebookNode] = []
        for output in outputs:
            last = joined[-1] if joined else None
            if last and output.output_type == "stream" and last.get("name") == output.name:
                last.text += output.text
            else:
                joined.append(output)
        if outputs:
            cell.outputs = joined
    return notebook


def as_text(notebook: NotebookNode) -> str:
    """Return the JSON of a notebook, the same for the same notebook."""
    text: str = nbformat.writes(notebook)
    return text.rstrip("\n") + "\n"


if __name__ == "__main__":
    here = Path.cwd()
    chosen = [Path(name) for name in sys.argv[1:]] or [
        path for folder in ("chapters", "solutions") for path in notebooks(here, folder)
    ]
    for chosen_path in chosen:
        print(chosen_path, flush=True)
        execute(chosen_path)
