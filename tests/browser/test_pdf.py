"""The printed book: all of it, and links that stay inside."""

import subprocess
import sys

import yaml
from pypdf import PdfReader

from book import pages
from tests.browser.conftest import HTML, ROOT


def test_the_printed_book_holds_every_page_and_its_links_work(tmp_path):
    target = tmp_path / "book.pdf"
    command = [sys.executable, "-m", "book.pdf", str(HTML), str(target)]
    subprocess.run(command, check=True, cwd=ROOT)
    book = PdfReader(target)
    assert len(book.pages) > 20
    assert list(tmp_path.iterdir()) == [target]
    entries = pages.toc_entries(yaml.safe_load((ROOT / "_toc.yml").read_text()))
    titles = [item.title for item in book.outline]
    assert titles[0] == "Show Your Work" and len(titles) == len(entries)
    inside = 0
    for page in book.pages:
        for link in page.get("/Annots") or ():
            link = link.get_object()
            assert "/URI" not in link.get("/A", {}), link["/A"]["/URI"]
            inside += "/Dest" in link
    assert inside > 100
    starts = [book.get_destination_page_number(item) for item in book.outline]
    text = ""
    for entry, start, end in zip(entries, starts, [*starts[1:], len(book.pages)], strict=True):
        if entry.startswith("chapters/"):  # where the figures are
            text += "\n".join(page.extract_text() for page in book.pages[start:end])
    assert "weights to learn: 80" in text  # a figure, as it starts
    assert "This figure could not start" not in text
