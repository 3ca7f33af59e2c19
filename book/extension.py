"""The Sphinx extension that makes the HTML ours.

It marks each claim with a link to its check, writes the list of all claims, names the
exercises so that they can be linked, brings the scripts of the figures, and keeps
everything on the reader's own site: mathematics is rendered here, by KaTeX.
"""

import json
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import sphinxcontrib.katex
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import figures
from book import cards, checks, figure_text, folds, icons, symbols, vendor
from book.checked import ClaimsTable
from figures.bundle import bundle
from notebooks import claims, exercises, files, order, rules, toc

HERE = Path(__file__).parent
KATEX = HERE / "node_modules" / "katex" / "dist"
logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension; Sphinx calls this."""
    app.add_directive("claims", ClaimsTable)
    app.add_directive("contents-of-the-book", Contents)
    app.connect("config-inited", _drop_thebe, priority=900)
    app.connect("config-inited", _bring_assets)
    app.connect("builder-inited", _report_broken_rules)
    app.connect("builder-inited", _tell_exercises)
    app.connect("doctree-read", _link_claims_and_exercises)
    app.connect("doctree-read", _name_cells)
    app.connect("doctree-read", checks.fold)
    app.connect("doctree-read", folds.fold)
    app.connect("doctree-read", figure_text.connect)
    app.connect("doctree-read", cards.name_words)
    app.connect("html-page-context", cards.write)
    symbols.setup(app)
    app.setup_extension("book.map")
    app.connect("build-finished", _finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _drop_thebe(app: Sphinx, config: Config) -> None:
    # Jupyter Book 1 always loads sphinx-thebe, which writes one inline script twice (an error
    # on every page) and names a host that is not ours.
    for name, listeners in app.events.listeners.items():
        app.events.listeners[name] = [
            at for at in listeners if getattr(at.handler, "__module__", "") != "sphinx_thebe"
        ]
    app.registry.css_files[:] = [f for f in app.registry.css_files if "thebe" not in f[0]]


def _bring_assets(app: Sphinx, config: Config) -> None:
    """Gather what pages load: our assets, the figures' scripts, KaTeX's style and fonts."""
    if not KATEX.is_dir():
        raise ConfigError(f"{KATEX} is missing: run `make book`, which installs it")
    # One place, whatever the run: Sphinx writes every page anew where a setting has changed.
    static = Path(app.doctreedir, "static")
    shutil.rmtree(static, ignore_errors=True)
    config["book_static"] = str(static)
    config["html_static_path"] = [*config["html_static_path"], str(static)]

    shutil.copytree(HERE / "assets", static, dirs_exist_ok=True)
    (static / "katex" / "fonts").mkdir(parents=True)
    shutil.copy(KATEX / "katex.min.css", static / "katex")
    for font in (KATEX / "fonts").glob("*.woff2"):
        shutil.copy(font, static / "katex" / "fonts")
    _bring_figures(static / "figures")
    vendor.write_site(static)
    checks.write_data(Path(app.srcdir), static / "checks")

    node = shutil.which("node")
    if node:
        sphinxcontrib.katex.NODEJS_BINARY = node
    # On a busy machine five seconds are too few.
    sphinxcontrib.katex.RENDER_TIMEOUT = sphinxcontrib.katex.STARTUP_TIMEOUT = 60
    sphinxcontrib.katex.KaTeXServer.start_server_process = _start_katex


def _start_katex(folder: Path, timeout: float) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start KaTeX's server and connect to it.

    The library's own way connects as soon as the socket's file is there, which may be before
    anybody listens: then the build fails, and the server outlives it.
    """
    path = folder / "katex.sock"
    command = sphinxcontrib.katex.KaTeXServer.build_command(socket=path)
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=folder)
    deadline = time.monotonic() + timeout
    while True:
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(str(path))
            return process, connection
        except (FileNotFoundError, ConnectionRefusedError):
            connection.close()
            if time.monotonic() > deadline or process.poll() is not None:
                process.kill()
                raise
            time.sleep(0.01)


# Pages opened from `file://` may not load modules, so the kit, which all figures of a page share,
# and each figure become scripts of the old kind.
KIT = HERE.parent / "figures" / "kit"
FIGURE = (
    "--minify",
    "--format=cjs",
    "--external:*/kit/index.js",
    "--footer:js=return module.exports.default})(()=>bookKit,{});",
)


def _bring_figures(target: Path) -> None:
    """Write the scripts of the figures: `kit.js`, and one by the name of each figure."""
    target.mkdir()
    shutil.copy(KIT / "kit.css", target)
    kit = bundle(KIT / "index.js", "--minify", "--format=iife", "--global-name=bookKit")
    (target / "kit.js").write_text(kit, "utf-8")
    for path in figures.paths().values():
        start = f'(globalThis.bookFigures??={{}})["{path.stem}"]=((require,module)=>{{'
        script = bundle(path, *FIGURE, f"--banner:js={start}")
        (target / path.name).write_text(script, "utf-8")


def _finish(app: Sphinx, error: Exception | None) -> None:
    shutil.rmtree(app.config["book_static"], ignore_errors=True)
    if error is not None:
        return
    icons.shrink(Path(app.outdir))
    sources = Path(app.outdir, "references.html")
    if sources.is_file():  # roles that browsers no longer know
        text = re.sub(
            r' role="(doc-biblioentry|doc-bibliography|list)"', "", sources.read_text("utf-8")
        )
        sources.write_text(text, "utf-8")
    root = Path(app.outdir, f"{app.config.root_doc}.html")
    if root.is_file():
        shutil.copy(root, root.with_name("index.html"))  # instead of a redirect to it


def _report_broken_rules(app: Sphinx) -> None:
    for problem in rules.problems(Path(app.srcdir)):
        logger.warning(problem)


def _tell_exercises(app: Sphinx) -> None:
    """Let every page know which exercises there are, to show the reader's progress."""
    ids: dict[str, list[str]] = {}
    for exercise in exercises.of_book(Path(app.srcdir)):
        ids.setdefault(exercise.page, []).append(exercise.id)
    app.add_js_file(None, body=f"globalThis.bookExercises = {json.dumps(ids)};")


def _name_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the cells of an exercise page as live, and each with its exercise."""
    if not app.env.docname.startswith("exercises/"):
        return
    for cell in doctree.findall(nodes.container):
        if cell.get("nb_element") != "cell_code":
            continue
        exercise = cell.get("cell_metadata", {}).get("exercise")
        cell["classes"].append("tag_live")
        if exercise:
            cell["classes"].append(f"exercise-{exercise}")


def _link_claims_and_exercises(app: Sphinx, doctree: nodes.document) -> None:
    docname = app.env.docname
    heads = _heads(app) if docname.startswith(("exercises/", "solutions/")) else {}
    for section in list(doctree.findall(nodes.section)):
        title = section.next_node(nodes.title)
        assert title is not None
        label = next((id for id in section["ids"] if claims.is_label(id)), None)
        if docname.startswith("chapters/") and label:
            # Links of other pages, as `[that](windows.ipynb#tc-14)`, look here for where they lead.
            known = app.env.metadata[docname].setdefault("myst_slugs", {})
            known[label] = (0, label, title.astext())
            mark = f'<a href="#check-{label}" title="Go to the cell that checks this">checked</a>'
            _insert_after(title, f'<p class="claim-mark">{label.upper()} {mark}</p>')
        found = exercises.TITLE.match(title.astext())
        if found and heads:
            section["ids"].insert(0, f"ex-{found[1].lower()}")
            _insert_after(title, heads[found[1].lower()])
    seen: dict[str, int] = {}  # how many checks of each claim
    for cell in doctree.findall(nodes.container):
        checked = [c.removeprefix("tag_claim:") for c in cell["classes"] if "tag_claim:" in c]
        for label in checked:
            seen[label] = seen.get(label, 0) + 1
            id = f"check-{label}" if seen[label] == 1 else f"check-{label}-{seen[label]}"
            cell["ids"].append(id)
            doctree.ids[id] = cell
        if checked:
            links = ", ".join(f'<a href="#{label}">{label.upper()}</a>' for label in checked)
            cell["classes"].append("claim-check")
            cell.insert(
                0, nodes.raw("", f'<p class="check-of">check of {links}</p>', format="html")
            )


def _heads(app: Sphinx) -> dict[str, str]:
    """Return the line below each exercise's heading: where its claim stands, what to expect."""
    asked = exercises.exercises(files.read(Path(app.srcdir, f"{app.env.docname}.ipynb")))
    folder, _, rest = app.env.docname.partition("/")
    up, links, heads = "../" * app.env.docname.count("/"), checks.linker(app), {}
    for id, exercise in asked.items():
        claim, about = exercise.claim, exercise.about
        line = [f'<a href="{up}chapters/{rest}.html#{claim}">{claim.upper()} in the chapter</a>']
        if folder == "solutions":
            line += [f'<a href="{up}exercises/{rest}.html#ex-{id}">the exercise</a>']
        line += [exercise.kind, f"level {about.level} of 3", f"{about.minutes} min"]
        line += [f"uses {links(about.uses)}"] if about.uses else []
        line += ["fast track"] if about.get("fast_track") else []
        heads[id] = f'<p class="claim-mark">{" · ".join(line)}</p>'
    return heads


def _insert_after(title: nodes.Element, markup: str) -> None:
    section = title.parent
    section.insert(section.index(title) + 1, nodes.raw("", markup, format="html"))


class Contents(SphinxDirective):
    """The chapters of the book, each with what the reader will be able to do; parts to come."""

    def run(self) -> list[nodes.Node]:
        """Return a list for each part."""
        root, lines = Path(self.env.app.srcdir), []
        for part in filter(lambda part: part.chapters, order.parts(root)):
            lines += ["", f"**{part.number} {part.title}**", ""]
            for number, name in part.names():
                path = root / "chapters" / f"{name}.ipynb"
                self.env.note_dependency(str(path))
                title, about = toc.heading(files.read(path))
                lines += [f"- [{number} {title}](chapters/{name}.ipynb). {about}"]
        empty = [f"{part.number} {part.title}" for part in order.parts(root) if not part.chapters]
        lines += ["", f"Still to be written: {'; '.join(empty)}."] if empty else []
        found = nodes.container()
        self.state.nested_parse(StringList(lines), self.content_offset, found)
        return list(found.children)
