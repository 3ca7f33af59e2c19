"""The grader's commands: hand out, check, grade, give back."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from grader.checks.grade import Result, Settings, grade
from grader.checks.submission import UnreadableError
from grader.checks.template import JailError, Template
from grader.course import pool, report
from grader.course.store import Store, collect, environment, key
from grader.selftest import matrix as selftest
from grader.student.jail import RUNGS, readable_paths
from notebooks.exercises import release_all
from notebooks.files import paths


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, 1 if something failed, 2 after a line that says what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (ValueError, JailError, OSError, UnreadableError) as error:
        print(f"grader: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\ngrader: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m grader", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, run: object, help: str, example: str) -> argparse.ArgumentParser:
        epilog = f"example: python -m grader {name} {example}"
        added = commands.add_parser(name, help=help, description=help, epilog=epilog)
        added.set_defaults(run=run)
        return added

    command("release", _release, "write exercises/ from solutions/", "")
    check = command("check", _check, "run the visible checks of one notebook", "my_answers.ipynb")
    check.add_argument("notebook", type=Path)
    grading = command(
        "grade", _grade, "grade what was handed in", "handed_in.zip --out graded -j 2"
    )
    grading.add_argument("submissions", type=Path, help="a folder, folders in it, or a zip file")
    grading.add_argument("--out", type=Path, required=True, help="folder for the results")
    grading.add_argument("-j", "--jobs", type=int, default=2, help="how many at once (2)")
    grading.add_argument("--cluster", metavar="ADDRESS", help="of a Dask scheduler, instead of -j")
    grading.add_argument("--name", metavar="PATTERN", help="student names in paths: (?P<student>…)")
    grading.add_argument("--show-hidden", action="store_true", help="tell errors of hidden checks")
    for each in (check, grading):
        each.add_argument("--timeout", type=float, default=10.0, help="seconds an exercise (10)")
        each.add_argument("--unsafe", action="store_true", help="go on where no jail is to be had")
    reporting = command("report", _report, "write a feedback page for each, an overview", "graded")
    reporting.add_argument("folder", type=Path, metavar="DIR")
    export = command("export", _export, "write the grades for others", "graded --format canvas")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument("--format", choices=report.FORMATS, required=True)
    export.add_argument("--assignment", default="Show Your Work", help="its name over there")
    command("selftest", _selftest, "attack the grader on this machine, in a table", "")
    return parser


def _release(options: argparse.Namespace) -> int:
    for path in release_all(Path.cwd()):
        print(path.relative_to(Path.cwd()))
    return 0


def _masters(folder: str) -> dict[str, str]:
    found = {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in paths(Path(), folder)
    }
    if not found:
        raise ValueError(f"the current folder must hold {folder}/, got {Path.cwd()}")
    return found


def _check(options: argparse.Namespace) -> int:
    if not options.notebook.is_file():
        raise ValueError(f"notebook must be a file, got {options.notebook}")
    settings = Settings(options.timeout, _rungs(options))
    _need_jail(settings)
    result = grade(options.notebook.read_bytes(), _masters("exercises"), b"", settings)
    if result["status"] != "graded":
        raise ValueError(f"{options.notebook}: {result['message']}")
    for id, line in result["exercises"].items():
        message = f" - {line['message']}" if line["message"] else ""
        print(f"{id.upper()}: {line['status']}{message}")
    return int(any(line["status"] != "passed" for line in result["exercises"].values()))


def _rungs(options: argparse.Namespace) -> tuple[str, ...]:
    return (*RUNGS, "none") if options.unsafe else RUNGS


def _need_jail(settings: Settings) -> None:
    try:
        Template(settings.rungs, settings.limits).close()
    except JailError as error:
        raise JailError(f"{error}; --unsafe runs answers with your own rights") from None


def _must_be_hidden(*paths: Path) -> None:
    for path in map(Path.resolve, paths):
        for folder in map(Path, readable_paths()):
            if path.is_relative_to(folder.resolve()):
                raise ValueError(f"answers may read {folder}, so {path} must not lie in it")


def _grade(options: argparse.Namespace) -> int:
    if options.jobs < 1:
        raise ValueError(f"--jobs must be at least 1, got {options.jobs}")
    if not options.timeout > 0:
        raise ValueError(f"--timeout must be positive, got {options.timeout:g}")
    masters = _masters("solutions")
    _must_be_hidden(Path.cwd(), options.submissions, options.out)
    settings = Settings(options.timeout, _rungs(options), options.show_hidden)
    with tempfile.TemporaryDirectory(prefix="grade-") as scratch:
        handed_in = collect(options.submissions, options.name, Path(scratch))
        if not options.cluster:
            _need_jail(settings)
        store = Store(options.out)
        secret = store.secret()
        depends_on = environment(masters, settings, secret)
        common = (masters, secret, settings)
        known, waiting, keys = store.known(), [], {}
        about = {each.name: each for each in handed_in}
        for each in handed_in:
            keys[each.name] = key(each.path, depends_on)
            if keys[each.name] not in known:
                waiting.append((each.name, each.path))

        def keep(name: str, result: Result) -> None:
            own = {"submission": name, "student": about[name].student, "student_id": about[name].id}
            store.write({**result, **own, "key": keys[name]})

        for name in keys.keys() - {name for name, _ in waiting}:
            keep(name, known[keys[name]])
        if len(waiting) < len(handed_in):
            print(f"{len(handed_in) - len(waiting)} of {len(handed_in)} are graded already")
        if options.cluster:
            results = pool.cluster(waiting, common, options.cluster)
        else:
            results = pool.local(waiting, common, min(options.jobs, max(1, len(waiting))))
        failed = _follow(results, len(waiting), keep)
    print(f"{len(handed_in)} graded: {store.write_gradebook()}")
    if failed:
        print(f"{failed} could not be graded here; the same command tries them again")
    return int(failed > 0)


def _follow(results: Iterator[tuple[str, Result]], count: int, keep: object) -> int:
    """Keep each result as it comes, and say so; return how many failed for no fault of theirs."""
    start, failed, jails = time.monotonic(), 0, set[str]()
    for number, (name, result) in enumerate(results, start=1):
        if result.get("jail", "") not in {*jails, ""}:
            jails.add(result["jail"])
            print(f"jail: {result['jail']}")
        keep(name, result)  # type: ignore[operator]
        failed += result["status"] == "infrastructure"
        per_minute = 60 * number / (time.monotonic() - start)
        left = (count - number) / per_minute
        said = f"{result['points']} of {result['out_of']}" if result["exercises"] else ""
        said = said or f"{result['status']}: {result['message']}"
        rest = f"{left:.0f} min left" if left >= 1 else f"{60 * left:.0f} s left"
        print(f"[{number}/{count}] {name}: {said} ({per_minute:.0f} a minute, {rest})", flush=True)
    return failed


def _report(options: argparse.Namespace) -> int:
    for path in report.write_pages(Store(options.folder)):
        print(path)
    return 0


def _export(options: argparse.Namespace) -> int:
    for path in report.export(Store(options.folder), options.format, options.assignment):
        print(path)
    return 0


def _selftest(options: argparse.Namespace) -> int:
    return selftest.main(RUNGS)  # never without a jail: the attacks are real


if __name__ == "__main__":
    sys.exit(main())
