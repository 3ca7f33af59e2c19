"""Of the theme's icons the site serves those that its pages show, and no others."""

from fontTools.ttLib import TTFont

from book import icons

STYLE = (
    '.fa-bars:before{content:"\\f0c9"}.fa-link:before,.fa-chain:before{content:"\\f0c1"}'
    '.fa-cat:before{content:"\\f6be"}'
)


def test_icons_are_found_by_name_in_pages_and_by_code_in_styles(tmp_path):
    (tmp_path / "page.html").write_text('<i class="fa-solid fa-bars"></i>')
    (tmp_path / "page.js").write_text('icon("fa-chain")')
    (tmp_path / "page.css").write_text('.note:before { content: "\\f12a"; }')
    home = tmp_path / "_static/vendor/fontawesome/6/css"
    home.mkdir(parents=True)
    (home / "all.min.css").write_text(STYLE)
    assert icons.used(tmp_path, STYLE) == {0xF0C9, 0xF0C1, 0xF12A}


def test_the_font_of_the_site_holds_what_its_pages_use(site):
    from tests.browser import HTML

    [home] = HTML.glob("_static/vendor/fontawesome/*")
    style = (home / "css/all.min.css").read_text()
    whole, ours = (TTFont(home / f"webfonts/fa-solid-900.{kind}") for kind in ("ttf", "woff"))
    wanted = icons.used(HTML, style) & whole.getBestCmap().keys()  # some are marks of companies
    named = {int(code, 16) for _, code in icons.NAMED.findall(style)}
    assert named == icons.used(HTML, style) & named
    assert len(wanted) > 10 and wanted <= ours.getBestCmap().keys()
    assert (home / "webfonts/fa-solid-900.woff").stat().st_size < 10_000
    assert "fa-solid-900.woff2" not in style and not list(home.glob("js/*"))
