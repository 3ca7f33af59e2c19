"""Print the built book: every page in order, figures as they start, links within it working.

``python -m book.pdf HTML PDF [PAGE ...]`` prints all pages, or those named. It needs a Chromium,
named in the variable CHROMIUM or on the path.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import urldefrag

import yaml
from playwright.sync_api import sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NullObject

from book.pages import toc_entries
from book.serve import served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
# Chromium notes the place of an element only if the page links to it.
LINK_TO_EVERY_ID = """() => {
  document.querySelectorAll("details").forEach((node) => { node.open = true; });
  const names = [...document.querySelectorAll("article [id]")].map((node) => node.id);
  const box = document.createElement("div");
  box.style = "position:absolute;top:0;font-size:1px";
  for (const name of names) {
    const link = document.createElement("a");
    link.href = "#" + name;
    link.textContent = ".";
    link.style = "color:transparent;text-decoration:none";
    box.append(link);
  }
  document.querySelector("article").append(box);
}"""


def print_book(html: Path, names: list[str], target: Path) -> int:
    """Write the pages `names` of the book as one PDF to `target`; return its number of pages."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        raise FileNotFoundError("Chromium is needed to print: set CHROMIUM to its path")
    with tempfile.TemporaryDirectory() as folder, served(html) as site, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        printed = {}
        for number, name in enumerate(names):
            page = browser.new_page(color_scheme="light")
            page.goto(f"{site}{name}.html")
            page.wait_for_selector("html[data-figures=started]")
            page.evaluate(LINK_TO_EVERY_ID)
            file = Path(folder, f"{number}.pdf")
            margin = {"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"}
            page.pdf(path=file, format="A4", print_background=True, margin=margin)  # type: ignore[arg-type]
            printed[f"{site}{name}.html"] = PdfReader(file)
            page.close()
        browser.close()
        writer = _merge(printed)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as part:
            writer.write(part)
        os.replace(part.name, target)
    return len(writer.pages)


def _merge(printed: dict[str, PdfReader]) -> PdfWriter:
    writer = PdfWriter()
    first: dict[str, int] = {}
    places: dict[str, tuple[int, float]] = {}  # address with fragment -> page and height
    for address, reader in printed.items():
        first[address] = len(writer.pages)
        for name, destination in reader.named_destinations.items():
            at = reader.get_destination_page_number(destination)
            if at is not None:
                top = float(destination.top) if destination.top is not None else 842.0
                places[f"{address}#{name.lstrip('/')}"] = (first[address] + at, top)
        for page in reader.pages:
            writer.add_page(page)
        title = str((reader.metadata and reader.metadata.title) or address).split(" — ")[0]
        writer.add_outline_item(title=title, page_number=first[address])
    counts = [*list(first.values())[1:], len(writer.pages)]
    for (address, start), end in zip(first.items(), counts, strict=True):
        for number in range(start, end):
            for reference in writer.pages[number].get("/Annots") or ():
                _redirect(writer, reference.get_object(), address, first, places)
    return writer


def _redirect(
    writer: PdfWriter,
    link: DictionaryObject,
    address: str,
    first: dict[str, int],
    places: dict[str, tuple[int, float]],
) -> None:
    """Turn a link to a page of the book into one within the PDF; leave the others alone."""
    action = link.get("/A")
    action = action.get_object() if action is not None else {}
    if "/URI" in action:
        target = str(action["/URI"])
    elif "/Dest" in link or "/D" in action:
        name = link.get("/Dest", action.get("/D"))
        target = f"{address}#{str(name).lstrip('/')}"
    else:
        return
    page = urldefrag(target).url
    if target not in places and page not in first:
        return
    number, top = places.get(target, (first.get(page, 0), 842.0))
    reference = writer.pages[number].indirect_reference
    assert reference is not None
    link.pop("/A", None)
    link[NameObject("/Dest")] = ArrayObject(
        [reference, NameObject("/XYZ"), NullObject(), FloatObject(top), NullObject()]
    )


if __name__ == "__main__":
    html, target = Path(sys.argv[1]), Path(sys.argv[2])
    every = toc_entries(yaml.safe_load(Path("_toc.yml").read_text("utf-8")))
    names = [Path(entry).with_suffix("").as_posix() for entry in sys.argv[3:] or every]
    print(f"{target}: {print_book(html, names, target)} pages")
