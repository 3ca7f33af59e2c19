"""What a page with two live figures and one Python cell costs, ours and the usual ways.

The same cells are built with our extension, with plain Jupyter Book and the widget manager's
html-manager, and with jupyterlite-sphinx's replite, where each can be had. All are served from
this machine, so the times leave out the network; the bytes say what it would add.
"""

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import Error, Page, Response, sync_playwright

from book.serve import served
from book.vendor import read_lock
from notebooks.files import METADATA

ROOT = Path(__file__).parent.parent
FIGURES = [
    "from figures import Flip, WeightMatrix\nWeightMatrix(n=10, K=3)",
    "Flip(x=[0, 0, 1, 0, 0, 0, 2, 0], k=[1, 2, 3], step=4)",
]
CODE = "import numpy as np\nA = np.arange(9.0).reshape(3, 3)\nprint((A @ A).trace())"
CHECK = "assert A.shape == (3, 3), 'three by three'\nprint('passed')"
TEXT = "# A page\n\nWith $y = Wx$ and $$ y_i = \\sum_j w_{ij} x_j. $$"
TOC = "format: jb-book\nroot: page\n"
REPLITE = [
    "jupyterlite-core==0.6.4",
    "jupyterlite-pyodide-kernel==0.6.1",
    "jupyterlite-sphinx==0.23.0",
    "sphinx<8",
    "jupyter-server",
]
PLAIN = """title: Plain
execute: {execute_notebooks: "off"}
only_build_toc_files: true
sphinx:
  config:
    nb_ipywidgets_js: {require.js: {}, manager.js: {}}
"""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


def notebook(folder: Path, *, keep_widgets: bool) -> None:
    """Write and run the page's notebook."""
    cells = [nbformat.v4.new_markdown_cell(TEXT)]
    cells += [nbformat.v4.new_code_cell(source) for source in [*FIGURES, CODE, CHECK]]
    for cell in cells[-2:]:
        cell.metadata.tags = ["live"]
    path = folder / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=METADATA), path)
    if keep_widgets:
        read = nbformat.read(path, as_version=4)
        NotebookClient(read, store_widget_state=True, record_timing=False).execute()
        for cell in read.cells:  # the plain way: the widget's view, not our HTML
            for output in cell.get("outputs", []):
                output.get("data", {}).pop("text/html", None)
        nbformat.write(read, path)
    else:
        subprocess.run([sys.executable, "-m", "notebooks.run", str(path)], check=True, cwd=ROOT)


def build(folder: Path) -> Path:
    """Build the book in `folder`; return its HTML."""
    command = ["jupyter-book", "build", "--quiet", str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(ran.stdout + ran.stderr)
    return folder / "_build" / "html"


def ours(folder: Path) -> Path:
    """Build the page our way."""
    shutil.copy(ROOT / "_config.yml", folder)
    (folder / "_toc.yml").write_text(TOC)
    (folder / "book" / "assets").mkdir(parents=True)
    shutil.copy(ROOT / "book/assets/logo.svg", folder / "book/assets")
    notebook(folder, keep_widgets=False)
    return build(folder)


def html_manager(folder: Path) -> Path:
    """Build the page with plain Jupyter Book, its widget manager served from the site."""
    packages = ["@jupyter-widgets/html-manager@1.0.14", "requirejs@2.3.7"]
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([*npm, "--prefix", str(folder / "js"), *packages], check=True)
    (folder / "_config.yml").write_text(PLAIN)
    (folder / "_toc.yml").write_text(TOC)
    notebook(folder, keep_widgets=True)
    html = build(folder)
    modules, static = folder / "js/node_modules", html / "_static"
    shutil.copy(modules / "requirejs/require.js", static)
    manager = (modules / "@jupyter-widgets/html-manager/dist/embed-amd.js").read_text("utf-8")
    paths = 'require.config({paths: {anywidget: "_static/anywidget"}});\n'
    (static / "manager.js").write_text(paths + manager, encoding="utf-8")
    extension = Path(sys.prefix, "share/jupyter/nbextensions/anywidget/index.js")
    shutil.copy(extension, static / "anywidget.js")
    return html


def replite(folder: Path) -> Path:
    """Build a page with jupyterlite-sphinx's replite, its Pyodide served from the site."""
    lite = folder / "env"
    subprocess.run([sys.executable, "-m", "venv", str(lite)], check=True)
    pip = [str(lite / "bin/pip"), "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", *REPLITE], check=True)
    carrier = read_lock()["carrier"]
    for requirement in (carrier, "comm==0.2.2"):
        subprocess.run([*pip, "download", "--no-deps", "-d", str(folder), requirement], check=True)
    comm = next(folder.glob("comm-*.whl"))
    config = {"PipliteAddon": {"piplite_urls": [str(comm)]}}
    (folder / "lite.json").write_text(json.dumps(config))
    kernel = {"pyodideUrl": "./static/pyodide/pyodide.js"}
    settings = {"litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}}
    whole = {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings}
    (folder / "jupyter-lite.json").write_text(json.dumps(whole))
    (folder / "conf.py").write_text(
        'extensions = ["jupyterlite_sphinx"]\nroot_doc = "page"\nexclude_patterns = ["env"]\n'
        'jupyterlite_config = "lite.json"\njupyterlite_dir = "."\n'
    )
    code = CODE.replace("\n", "\n   ")
    (folder / "page.rst").write_text(
        f"A page\n======\n\n.. replite::\n   :kernel: python\n   :height: 600px\n\n   {code}\n"
    )
    html = folder / "html"
    command = [str(lite / "bin/sphinx-build"), "-q", "-b", "html", str(folder), str(html)]
    path = f"{lite / 'bin'}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PATH": path})
    target = html / "lite/static/pyodide"
    shutil.copytree(ROOT / "book/node_modules/pyodide", target)
    with zipfile.ZipFile(next(folder.glob("provisa*.whl"))) as archive:
        for member in archive.namelist():
            if member.endswith((".whl", ".zip")):
                (target / Path(member).name).write_bytes(archive.read(member))
    return html


@contextmanager
def opened(browser: object, html: Path, **options: str) -> Iterator[tuple[Page, list[Response]]]:
    """Open the page in a fresh context; give it, and the responses that it has had."""
    with served(html) as site:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)  # type: ignore[attr-defined]
        page, loaded = context.new_page(), []
        page.on(
            "response", lambda response: loaded.append(response)
        )  # weighed later: that must not slow the page down
        page.goto(f"{site}page.html", wait_until="commit")
        yield page, loaded
        context.close()


def weigh(responses: list[Response]) -> list[tuple[str, int]]:
    """Return the address and the gzipped size of each response that has a body."""
    weights = []
    for response in responses:
        try:
            weights.append((response.url, len(gzip.compress(response.body()))))
        except Error:  # a redirect, or a request that was given up
            continue
    return weights


LIVE = """() => {
  const lines = [...document.querySelectorAll(".fig-readout")];
  if (lines.length < 2 || lines.some((line) => !line.textContent)) return 0;
  return performance.now();
}"""
STEPS = """() => {
  const times = [], slider = document.querySelector(".fig input[type=range]");
  for (let step = 0; step < 200; step++) {
    const start = performance.now();
    slider.value = 5 + (step % 10);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.closest(".fig").getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}"""


def figures_of(browser: object, html: Path) -> dict[str, float]:
    """Return what the first live figures cost."""
    times, steps = [], []
    for _ in range(5):
        with opened(browser, html) as (page, loaded):
            live = page.wait_for_function(LIVE, timeout=60_000, polling="raf").json_value()
            times.append(float(live))
            page.wait_for_load_state("networkidle")
            steps += page.evaluate(STEPS)
            everything = weigh(loaded)
    scripts = sum(size for url, size in everything if url.split("?")[0].endswith(".js"))
    return {
        "page kB gz": sum(size for _, size in everything) / 1e3,
        "scripts kB gz": scripts / 1e3,
        "requests": len(everything),
        "live ms": statistics.median(times),
        "step ms": statistics.median(steps),
    }


def python_of(browser: object, html: Path) -> dict[str, float]:
    """Return how long Python in our page takes, and what it loads."""

    def run(page: Page, number: int) -> float:
        start = page.evaluate("performance.now()")
        page.locator(".cell.tag_live").nth(number).get_by_role("button", name="Run").click()
        done = f"""() => document.querySelectorAll(".cell.tag_live")[{number}].dataset.outcome
            === "passed" && !document.querySelectorAll(".cell.tag_live button[disabled]").length
            && performance.now()"""
        ended = page.wait_for_function(done, timeout=120_000, polling=5).json_value()
        page.evaluate("document.querySelectorAll('.cell').forEach(c => delete c.dataset.outcome)")
        return float(ended) - float(start)

    opening, first, again, check = [], [], [], []
    for _ in range(3):
        with opened(browser, html) as (page, loaded):
            page.wait_for_selector("html[data-cells]")
            before = len(loaded)
            first.append(run(page, 0))
            opening.append(page.evaluate("performance.now()"))
            again.append(run(page, 0))
            check.append(run(page, 1))
            fetched = weigh(loaded[before:])
            everything = weigh(loaded)
    print("\nour later runs, s:", end=" ")
    print(f"rerun {statistics.median(again) / 1e3:.2f}, check {statistics.median(check) / 1e3:.2f}")
    return {
        "open to output s": statistics.median(opening) / 1e3,
        "first Run s": statistics.median(first) / 1e3,
        "MB gz": sum(size for _, size in everything) / 1e6,
        "requests": len(everything),
        "Python MB gz": sum(size for _, size in fetched) / 1e6,
    }


def replite_of(browser: object, html: Path) -> dict[str, float]:
    """Return how long replite takes from opening the page to the output of its cell."""
    times = []
    for _ in range(3):
        with opened(browser, html, service_workers="block") as (page, loaded):
            output = page.frame_locator("iframe").first.locator(".jp-OutputArea-output pre")
            output.filter(has_text="180").first.wait_for(timeout=120_000)
            times.append(page.evaluate("performance.now()"))
            everything = weigh(loaded)
    size = sum(size for _, size in everything) / 1e6
    whole = statistics.median(times) / 1e3
    return {
        "open to output s": whole,
        "first Run s": whole,  # replite runs when the page is opened
        "MB gz": size,
        "requests": len(everything),
        "Python MB gz": size,
    }


def show(title: str, rows: dict[str, dict[str, float]]) -> None:
    """Print one table."""
    columns = list(next(iter(rows.values())))
    print(f"\n{title:16}" + "".join(f"{column:>18}" for column in columns))
    for name, row in rows.items():
        print(f"{name:16}" + "".join(f"{row[column]:18.2f}" for column in columns))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        pages = {}
        for name, make in {"ours": ours, "html-manager": html_manager}.items():
            folder = Path(scratch, name)
            folder.mkdir()
            pages[name] = make(folder)
        rows = {name: figures_of(browser, html) for name, html in pages.items()}
        show("two figures", rows)
        print(
            json.dumps({k: round(rows["html-manager"][k] / v, 2) for k, v in rows["ours"].items()})
        )
        python = {"ours": python_of(browser, pages["ours"])}
        folder = Path(scratch, "replite")
        folder.mkdir()
        try:
            python["replite"] = replite_of(browser, replite(folder))
        except (subprocess.CalledProcessError, OSError) as error:
            print(f"replite could not be had: {error}")
        show("Python", python)
        browser.close()
