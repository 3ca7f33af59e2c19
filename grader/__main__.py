"""The grader's commands: ``python -m grader release`` and ``python -m grader grade``."""

import argparse
import csv
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book.notebooks import paths, read
from grader.engine import CELL_TIMEOUT, Result, grade
from grader.master import release_all


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 2 after a line that says what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m grader", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("release", help="write exercises/ from solutions/")
    grading = commands.add_parser(
        "grade",
        help="grade a folder of notebooks",
        epilog="example: python -m grader grade handed_in --out graded",
    )
    grading.add_argument("submissions", type=Path, help="a folder of notebooks, or of folders")
    grading.add_argument("--out", type=Path, required=True, help="folder for the results")
    grading.add_argument("-j", "--jobs", type=int, default=2, help="how many at once")
    grading.add_argument("--timeout", type=float, default=CELL_TIMEOUT, help="seconds a cell")
    options = parser.parse_args(arguments)
    if options.command == "release":
        for path in release_all(Path.cwd()):
            print(path.relative_to(Path.cwd()))
        return 0
    try:
        return _grade_folder(options)
    except ValueError as error:
        print(f"grader: {error}", file=sys.stderr)
        return 2


def _grade_folder(options: argparse.Namespace) -> int:
    folder: Path = options.submissions
    if not folder.is_dir():
        raise ValueError(f"submissions must be a folder, got {folder}")
    if options.jobs < 1:
        raise ValueError(f"--jobs must be at least 1, got {options.jobs}")
    handed_in = paths(folder, ".")
    if not handed_in:
        raise ValueError(f"submissions must hold notebooks, got none in {folder}")
    masters = {
        path.relative_to("solutions").with_suffix("").as_posix(): read(path)
        for path in paths(Path(), "solutions")
    }
    if not masters:
        raise ValueError(f"the current folder must hold solutions/, got {Path.cwd()}")

    def one(path: Path) -> Result:
        result = grade(path, masters, options.timeout)
        name = path.relative_to(folder).with_suffix("").as_posix()
        result = {"submission": name, **result}
        _write(options.out / name / "result.json", json.dumps(result, indent=1) + "\n")
        print(f"{name}: {result['status']}, {result['points']} points", flush=True)
        return result

    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(one, handed_in))
    ids = sorted({id for result in results for id in result["exercises"]})
    rows = [["submission", "status", "points", "out_of", *ids]]
    for result in results:
        scores = [result["exercises"].get(id, {}).get("points", "") for id in ids]
        head = [result["submission"], result["status"], result["points"]]
        rows.append([*map(str, [*head, result.get("out_of", ""), *scores])])
    book = options.out / "gradebook.csv"
    temporary = book.with_suffix(".part")
    with open(temporary, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    os.replace(temporary, book)
    print(f"{len(results)} graded: {book}")
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)


if __name__ == "__main__":
    sys.exit(main())
