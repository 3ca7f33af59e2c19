"""The built book in Chromium, with every host but this machine unreachable.

Fixtures and helpers of the tests that need a browser; pytest marks those `browser`.
"""

import functools
import gzip
import os
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
HTML = Path(os.environ.get("BOOK_HTML", ROOT / "_build/html")).resolve()
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
AUDIT = bool(os.environ.get("AUDIT"))
EVERYTHING = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
PACKED = {".woff", ".woff2", ".png", ".jpg", ".webp"}  # which compression makes no smaller
PYTHON = r"\.(whl|wasm|zip)$|pyodide"
PATIENT = int(os.environ.get("PATIENT", 120_000))  # milliseconds: they bound a hang, not slow work


def chromium():
    """The path of a Chromium, or nothing."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)


def pages():
    """Every page that a reader can open."""
    generated = {"genindex.html", "search.html"}
    found = (path.relative_to(HTML) for path in HTML.rglob("*.html"))
    return sorted(
        path.as_posix()
        for path in found
        if path.name not in generated and path.parts[0] != "_static"
    )


def pages_with(figure):
    """The pages that hold a figure of this name, such as ``"flip"``."""
    host = f'data-figure="{figure}"'
    return [name for name in pages() if host in (HTML / name).read_text("utf-8")]


@pytest.fixture(scope="session")
def site():
    from book.serve import served

    if not chromium():
        pytest.skip("no Chromium found: set CHROMIUM to its path")
    if not (HTML / "index.html").is_file():
        pytest.fail("the book must be built: make book")
    with served(HTML) as address:
        yield address


@pytest.fixture(scope="session")
def browser(site):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def context(browser, site):
    """What all pages share: the scripts and fonts that one has loaded. Nothing else is kept."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENT)
    yield context
    context.close()


@pytest.fixture
def page(context, site):
    """A page of its own: what it loads is in `page.asked`, what goes wrong in `page.problems`."""
    page = context.new_page()
    page.problems = problems = []
    page.asked = asked = set()

    def note(kind, text):
        problems.append(f"{kind}: {text}")

    page.on("request", lambda r: asked.add(unquote(urlsplit(r.url).path).lstrip("/")))
    page.on("console", lambda m: note("console", m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: note("error", error))
    page.on("requestfailed", lambda r: note("failed", r.url))
    page.on("response", lambda r: note(r.status, r.url) if r.status >= 400 else None)
    page.on(
        "request",
        lambda r: (
            note("outside", r.url) if r.url[:4] == "http" and not r.url.startswith(site) else None
        ),
    )
    yield page
    page.evaluate("try { localStorage.clear() } catch {}")  # which pages of no site lack
    page.close()


@pytest.fixture
def show(page):
    """Open a page that holds a figure, the first in the book; return the first such figure."""

    def opened(name, on=None):
        open_page(page, on or pages_with(name)[0])
        return page.locator(f"[data-figure={name}]").first

    return opened


def alone(page, figure):
    """Open a page of the book with nothing but one figure in it; return the figure.

    So a figure is tested that no page holds, or in a state that none shows.
    """
    html = figure._repr_mimebundle_()[0]["text/html"]
    body = f'<article class="bd-article"><h1>A figure</h1>{html}</article>'
    text = (HTML / "references.html").read_text("utf-8")
    text = re.sub(r"<article.*?</article>", lambda _: body, text, count=1, flags=re.S)
    page.route(
        "**/references.html", lambda route: route.fulfill(body=text, content_type="text/html")
    )
    open_page(page, "references.html")
    return page.locator(".fig-host")


START = """async ([source, state]) => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: widget } = await import(address);
  const heard = {};
  const model = {
    get: (name) => state[name],
    set(name, value) {
      const values = typeof name === "object" ? name : { [name]: value };
      Object.assign(state, values);
      for (const at of [...Object.keys(values).map((at) => "change:" + at), "change"])
        for (const listener of heard[at] ?? []) listener();
    },
    save_changes() {},
    on: (event, listener) => (heard[event] ??= []).push(listener),
  };
  globalThis.model = model;
  globalThis.told = [];
  addEventListener("figure-numbers", (event) => told.push(event.detail));
  await widget.render({ model, el: document.getElementById("here") });
}"""


@pytest.fixture
def alive(page):
    """Start a figure that stands in no chapter, as Jupyter starts it; return its root."""

    def started(figure):
        css = (ROOT / "figures/kit/kit.css").read_text("utf-8")
        page.set_content(f'<style>{css}</style><div id="here" style="max-width:700px"></div>')
        page.evaluate(START, [figure._esm, figure.state()])
        return page.locator(".fig")

    return started


def open_page(page, name):
    page.goto(name)
    page.wait_for_selector("html[data-figures=started]")


def problems_of_accessibility(page, rules=EVERYTHING, without=(), within=None):
    """What axe finds on the page, a line for each rule.

    A test asks of what it has opened or changed, `within`: the rest is asked of pages as they are,
    and in `make audit`.
    """
    page.evaluate((ROOT / "book/node_modules/axe-core/axe.min.js").read_text("utf-8"))
    return page.evaluate(
        """async ([include, exclude, runOnly]) => (
          await axe.run({ include, exclude }, { runOnly, resultTypes: ["violations"], selectors: false })
        ).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 100)).join(' | '))""",
        [
            [["html" if AUDIT or not within else within]],
            [[selector] for selector in without],
            list(rules),
        ],
    )


def weight(page):
    """How many bytes a page has loaded, compressed as a server would, Python not counted."""
    files = (HTML / name for name in page.asked if not re.search(PYTHON, name))
    return sum(compressed(path) for path in files if path.is_file())


@functools.cache
def compressed(path):
    data = path.read_bytes()
    return len(data) if path.suffix in PACKED else len(gzip.compress(data))


def readout(figure):
    return figure.locator(".fig-readout").inner_text().replace("\N{MINUS SIGN}", "-")


def numbers_in(figure, panel):
    """The numbers that a panel of a figure shows."""
    texts = figure.locator(".fig-panel").nth(panel).locator("text").all_text_contents()
    return [float(text.replace("\N{MINUS SIGN}", "-")) for text in texts]


# What a browser does when a reader changes a control, in one call: figures have many settings.
PUT = """(host, [name, value]) => {
  const control = host.querySelector(`[data-name=${name}]`);
  if (control.type === "checkbox") { if (control.checked !== value) control.click(); return; }
  control.value = value;
  if (control.value !== String(value)) throw new Error(`${name} cannot be ${value}`);
  control.dispatchEvent(new Event(control.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
}"""


def put(figure, name, value):
    """Set a slider, a toggle or a choice."""
    figure.evaluate(PUT, [name, value])


def put_bars(figure, name, values):
    """Move the bars of a figure with the keyboard."""
    for at, value in enumerate(values):
        bar = figure.locator(f"[role=slider][data-name={name}]").nth(at)
        bar.focus()
        figure.page.keyboard.press("Home")
        low = float(bar.get_attribute("aria-valuemin"))
        for _ in range(round(value - low)):
            figure.page.keyboard.press("ArrowUp")


def asked_for(request):
    """The pages that the tests chosen of this file are about: `make check` chooses some."""
    items = [item for item in request.session.items if item.path == request.path]
    return {item.callspec.params.get("name") for item in items if hasattr(item, "callspec")}
