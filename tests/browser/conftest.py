"""The built book in Chromium, with every host but this machine unreachable."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from book.serve import served

ROOT = Path(__file__).parent.parent.parent
HTML = Path(os.environ.get("BOOK_HTML", ROOT / "_build/html")).resolve()
NUMBERS = "chapters/toeplitz/"
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


def pages():
    """Every page that a reader can open."""
    generated = {"genindex.html", "search.html"}
    found = (path.relative_to(HTML) for path in HTML.rglob("*.html"))
    return sorted(
        path.as_posix()
        for path in found
        if path.name not in generated and path.parts[0] != "_static"
    )


@pytest.fixture(scope="session")
def site():
    with served(HTML) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, site):
    """A page in a context of its own; whatever goes wrong on it is in `page.problems`."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.problems = problems = []

    def note(kind, text):
        problems.append(f"{kind}: {text}")

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
    context.close()


def open_page(page, name):
    page.goto(name)
    page.wait_for_selector("html[data-figures=started]")


def readout(figure):
    return figure.locator(".fig-readout").inner_text().replace("\N{MINUS SIGN}", "-")


def put(page, figure, name, value):
    """Set a slider, a toggle or a choice as a reader would."""
    control = figure.locator(f"[data-name={name}]").first
    if control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(value)
    elif control.get_attribute("type") == "checkbox":
        control.set_checked(value)
    else:
        control.fill(str(value))


def put_bars(page, figure, name, values):
    for at, value in enumerate(values):
        bar = figure.locator(f"[role=slider][data-name={name}]").nth(at)
        bar.focus()
        page.keyboard.press("Home")
        low, step = float(bar.get_attribute("aria-valuemin")), 1
        for _ in range(round((value - low) / step)):
            page.keyboard.press("ArrowUp")
