"""What all tests share."""

import sys

from hypothesis import settings

pytest_plugins = ["tests.browser"]

# A busy machine is no failure: nothing here is a timed test.
# In the page's Python every law costs ten times as much: fewer examples see what differs there.
examples = 10 if sys.platform == "emscripten" else settings.default.max_examples
settings.register_profile("book", deadline=None, max_examples=examples)
settings.load_profile("book")


def pytest_collection_modifyitems(items):
    """Mark what opens a page: `pytest -m "not browser"` needs no Chromium and no built book."""
    for item in items:
        if {"site", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
