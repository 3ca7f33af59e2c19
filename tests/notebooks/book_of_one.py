"""A book of one page, for the tests of what is said of a page."""

import nbformat

from notebooks.files import as_text

CHECK = """\
# Fails if a double is not twice the number.
for x in rng.integers(-9, 10, size=5):
    assert double(x) == x + x
double(2)"""


def code(source, *tags, **metadata):
    cell = nbformat.v4.new_code_cell(source, metadata={"tags": list(tags), **metadata})
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "4"})]
    return cell


def text(source):
    return nbformat.v4.new_markdown_cell(source)


CELLS = (
    text("# 1.1 One\n\nYou will see."),
    code("import random\nimport numpy as np\n\nrng = np.random.default_rng(3)", "live"),
    code("def double(x):\n    return 2 * x", "live"),
    code("unused = 1 / 0"),
    text("(tc-01)=\n## Twice\n\nFor all $x$ the double is $x + x$."),
    code(CHECK, "live", "claim:tc-01"),
)


def write(root, cells=CELLS, falsehoods="", notation=""):
    """Write the book below `root`; return its chapter."""
    chapter = root / "chapters/linalg/one.ipynb"
    false = root / "falsehoods/linalg/one.py"
    for path in (chapter, false):
        path.parent.mkdir(parents=True, exist_ok=True)
    chapter.write_text(as_text(nbformat.v4.new_notebook(cells=list(cells))))
    false.write_text(falsehoods)
    (root / "notation.md").write_text(notation)
    (root / "book.yml").write_text(
        "parts:\n- {folder: linalg, title: Linear algebra, chapters: [one]}\n"
    )
    return chapter
