"""Assert that every page of the table of contents was built and every link leads somewhere.

``python -m book.pages HTML [TOC]`` prints what is missing and fails if anything is. A link checker,
which crawls, would not notice a missing page that nothing links to: this begins at `_toc.yml`.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml


def toc_entries(node: object) -> list[str]:
    """Return every file that a `_toc.yml`, or a part of one, names."""
    if isinstance(node, list):
        return [file for item in node for file in toc_entries(item)]
    if isinstance(node, dict):
        own = [node[key] for key in ("root", "file") if key in node]
        return own + toc_entries(list(node.values()))
    return []


class _Page(HTMLParser):
    """The places of a page, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if tag == "a" and name == "href" and value:
                self.links.add(value)


def _read(path: Path) -> tuple[set[str], set[str]]:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page.ids, page.links


def problems(html: Path, toc: Path) -> list[str]:
    """Return one line for each missing page, and for each link that leads nowhere."""
    files = [Path(f).with_suffix("") for f in toc_entries(yaml.safe_load(toc.read_text("utf-8")))]
    found = [
        f"{f}.html: must exist, it is in _toc.yml"
        for f in files
        if not (html / f"{f}.html").is_file()
    ]
    paths = [path.resolve() for path in html.rglob("*.html")]
    with ProcessPoolExecutor() as pool:  # a page takes a tenth of a second
        read = dict(zip(paths, pool.map(_read, paths), strict=True))
    for path, (_, links) in read.items():
        for link in sorted(links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            name = path.relative_to(html.resolve())
            if not target.exists():
                found.append(f"{name}: a link must lead to a file, got {link}")
            elif parts.fragment and target in read and parts.fragment not in read[target][0]:
                found.append(f"{name}: a link must lead to a place, got {link}")
    return found


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    toc = Path(sys.argv[2] if len(sys.argv) > 2 else "_toc.yml")
    lines = problems(folder, toc)
    print(
        "\n".join(lines) or f"every page of {toc} is in {folder}, every link within leads somewhere"
    )
    sys.exit(bool(lines))
