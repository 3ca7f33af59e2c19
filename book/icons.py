"""The theme's icons, of which a page shows some twenty: a font of those alone.

The theme brings a font of about two thousand icons, a third of the bytes of a page.
"""

import logging
import re
from pathlib import Path

from fontTools import subset

# The theme loads its icons twice. The style and its font are enough; the script is more than
# half of the bytes of a page, and no page shows the marks of companies.
UNUSED = re.compile(
    r'<script src="[^"]*fontawesome/[^"]*all\.min\.js[^"]*"></script>'
    r'|<link rel="preload"[^>]*fontawesome[^>]*>'
)
NAMED = re.compile(r"((?:\.fa-[\w-]+:before,?)+)\{content:\"\\([0-9a-f]+)\"\}?")
SOLID = re.compile(r"url\(([^)]*fa-solid-900)\.woff2\) format\(\"woff2\"\),url\([^)]*\.ttf\)[^;}]*")


def shrink(html: Path) -> None:
    """Leave of the icons below `html` what its pages use, and nothing that loads the others."""
    for page in html.rglob("*.html"):
        text = page.read_text("utf-8")
        if UNUSED.search(text):
            page.write_text(UNUSED.sub("", text), encoding="utf-8")
    for home in html.glob("_static/vendor/fontawesome/*"):
        for script in home.glob("js/*"):
            script.unlink()
        style = home / "css" / "all.min.css"
        text = style.read_text("utf-8")
        codes = used(html, text)
        _write(home / "webfonts" / "fa-solid-900.ttf", codes)
        text = _without(text, codes)
        style.write_text(SOLID.sub(r'url(\1.woff) format("woff")', text), encoding="utf-8")


def _without(style: str, codes: set[int]) -> str:
    """Return `style` without the names of icons other than `codes`."""
    return NAMED.sub(lambda rule: rule[0] if int(rule[2], 16) in codes else "", style)


def used(html: Path, style: str) -> set[int]:
    """Return the codes of the icons that any page, script or style below `html` names.

    The icons themselves are named in `style`, theirs.
    """
    known = {
        name: int(code, 16)
        for names, code in NAMED.findall(style)
        for name in re.findall(r"fa-[\w-]+", names)
    }
    found: set[int] = set()
    for path in html.rglob("*"):
        if path.suffix in (".html", ".js", ".css") and "fontawesome" not in path.parts:
            text = path.read_text("utf-8", errors="ignore")
            found |= {known[name] for name in re.findall(r"fa-[\w-]+", text) if name in known}
            if path.suffix == ".css":  # which may name an icon by its code
                found |= {int(code, 16) for code in re.findall(r"\\(f[0-9a-f]{3})\b", text)}
    return found


def _write(font: Path, codes: set[int]) -> None:
    logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells every step
    options = subset.Options()
    loaded = subset.load_font(str(font), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(loaded)
    loaded.flavor = "woff"
    loaded.save(str(font.with_suffix(".woff")))
