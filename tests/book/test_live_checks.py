"""In the reader's Python every live check holds, and what it offers as false turns it red.

They run in one Pyodide under Node, called as the page calls them: every falsehood in `make audit`,
else one for each claim. Each of them is tried outside of the page by `notebooks.falsehoods`.
"""

import json
import subprocess

import pytest

from book import vendor
from book.checks import write_data
from notebooks.claims import claims
from tests.browser import AUDIT, ROOT, asked_for

SEED = 4711
HOLD = """
import json
from mathlib.falsehoods import break_check, hold_check
page = json.loads({page!r})
for check in page["checks"]:
    print(json.dumps([check["claims"], hold_check(check["needs"], check["source"], {seed})]))
"""
# The page puts a falsehood into one check after another, until one turns red.
BREAK = """
for name in {names!r}:
    ended = []
    for at in page["refutes"][name]:
        check = page["checks"][at]
        ended.append(break_check(check["needs"], check["source"], page["falsehoods"], name))
        if ended[-1]["outcome"] == "red":
            break
    print(json.dumps([name, ended]))
"""


def offered(page):
    """The falsehoods to try."""
    page = json.loads(page)
    refutes = page["refutes"]
    claims = {name: claims_of(page, name) for name in refutes}
    first = {claims[name]: name for name in reversed(refutes) if claims[name]}
    return [*refutes] if AUDIT else [*first.values()]


def claims_of(page, name):
    """The claims of the first check that a falsehood is put into; none if no live one uses it."""
    return tuple(
        label for at in page["refutes"][name][:1] for label in page["checks"][at]["claims"]
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory, request):
    """What the site serves of each chapter, and what came of it."""
    numpy = vendor.VENDOR / vendor.read_lock()["packages"]["numpy"]["file_name"]
    if not numpy.is_file():
        pytest.skip(f"{numpy.name} could not be had when the book was built")
    folder = tmp_path_factory.mktemp("checks")
    write_data(ROOT, folder)
    found = {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.json")
    }
    asked = asked_for(request)
    found = {name: page for name, page in found.items() if name in asked}
    cells = [
        [HOLD.format(page=page, seed=SEED), BREAK.format(names=offered(page))]
        for page in found.values()
    ]
    (folder / "cells").write_text(json.dumps(cells))
    command = ["node", str(ROOT / "tests/book/live_cells.mjs"), str(ROOT), str(folder / "cells")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    told = json.loads(ran.stdout)
    return {
        name: (json.loads(page), *(lines(*cell) for cell in cells))
        for (name, page), cells in zip(found.items(), told, strict=True)
    }


def lines(outcome, message, text):
    assert outcome == "passed", message
    return [json.loads(line) for line in text.splitlines()]


CHAPTERS = list(dict.fromkeys(claim.docname for claim in claims(ROOT)))


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_live_check_holds_in_the_page_with_a_seed(pages, name):
    page, held, _ = pages[name]
    assert len(held) == len(page["checks"]) > 0
    assert [line for line in held if line[1]["outcome"] != "holds"] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_falsehood_that_is_offered_turns_a_check_red(pages, name):
    """Or a check of the same claim that needs PyTorch is there to refuse it."""
    page, _, broken = pages[name]
    assert len(broken) >= len({label for check in page["checks"] for label in check["claims"]}) / 2
    for function, ended in broken:
        if ended and ended[-1]["outcome"] != "red":
            assert refused_by_pytorch(page, function), f"{name}: {function}: {ended}"
        assert not ended or ended[-1]["message"] or ended[-1]["outcome"] == "green"


def refused_by_pytorch(page, function):
    claims = {label for at in page["refutes"][function] for label in page["checks"][at]["claims"]}
    return bool(claims & {*page["partly"]})
