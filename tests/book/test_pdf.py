"""The printed book: its pages in order, and links that stay inside."""

import subprocess
import sys

import yaml
from pypdf import PdfReader

from book import pages
from tests.browser import AUDIT, HTML, ROOT

WHOLE = pages.toc_entries(yaml.safe_load((ROOT / "_toc.yml").read_text()))
SOME = ["intro", "chapters/toeplitz/local_weights", "exercises/toeplitz/local_weights"]


def test_what_is_printed_holds_every_page_and_its_links_work(site, tmp_path):
    """The whole book where all is audited, else three of its pages."""
    entries = WHOLE if AUDIT else SOME
    target = tmp_path / "book.pdf"
    command = [sys.executable, "-m", "book.pdf", str(HTML), str(target), *entries]
    subprocess.run(command, check=True, cwd=ROOT)
    assert list(tmp_path.iterdir()) == [target]
    book = PdfReader(target)
    titles = [item.title for item in book.outline]
    assert titles[0] == "Show Your Work" and len(titles) == len(entries)
    links = [link.get_object() for page in book.pages for link in page.get("/Annots") or ()]
    outside = [link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})]
    assert not outside if entries is WHOLE else outside
    assert sum("/Dest" in link for link in links) > 20
    starts = [book.get_destination_page_number(item) for item in book.outline]
    assert starts == sorted(set(starts)) and len(starts) == len(entries)
    first = entries.index("chapters/toeplitz/local_weights")
    chapter = book.pages[starts[first] : starts[first + 1]]
    text = "\n".join(page.extract_text() for page in chapter)
    assert "weights to learn: 80" in text  # a figure, as it starts
    assert "This figure could not start" not in text
