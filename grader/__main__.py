"""The grader's commands: hand out, check, grade, give back."""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.checks.grade import Settings, grade
from grader.checks.messages import Result
from grader.checks.submission import UnreadableError
from grader.checks.template import JailError, Template
from grader.course import export, pool, report, run
from grader.course.gradebook import write_gradebook
from grader.course.store import Store
from grader.selftest import matrix as selftest
from grader.student.jail import RUNGS, readable_paths
from notebooks.exercises import release_all
from notebooks.files import paths

LONGEST = 300  # seconds an exercise
CODES = """exit code: 0 when all is done; 1 when an answer is not passed (check), a submission could
not be graded here (grade), an attack succeeded (selftest); 2 after a line that says what is wrong;
130 when stopped."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, 1 if something failed, 2 after a line that says what is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that is not UTF-8
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.action(options))
    except (ValueError, JailError, OSError, UnreadableError) as error:
        print(f"grader: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\ngrader: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m grader", description=__doc__, epilog=CODES)
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, action: object, help: str, example: str) -> argparse.ArgumentParser:
        epilog = f"example: python -m grader {name} {example}"
        added = commands.add_parser(name, help=help, description=help, epilog=epilog)
        added.set_defaults(action=action)
        return added

    command("release", _release, "write exercises/ from solutions/", "")
    check = command("check", _check, "run the visible checks of one notebook", "my_answers.ipynb")
    check.add_argument("notebook", type=Path)
    grading = command(
        "grade", _grade, "grade what was handed in", "handed_in.zip --out graded -j 2"
    )
    _grading_options(grading)
    for each in (check, grading):
        each.add_argument("--timeout", type=float, default=10.0, help="seconds an exercise (10)")
        each.add_argument("--unsafe", action="store_true", help="go on where no jail is to be had")
    reporting = command("report", _report, "write a feedback page for each, an overview", "graded")
    reporting.add_argument("folder", metavar="DIR")
    exporting = command("export", _export, "write the grades for others", "graded --format canvas")
    exporting.add_argument("folder", metavar="DIR")
    exporting.add_argument("--format", choices=export.FORMATS, required=True)
    exporting.add_argument("--assignment", default="Show Your Work", help="its name over there")
    for each in (grading, reporting, exporting):
        each.add_argument("--roster", type=Path, help="CSV file: name, id, email, section, …")
        each.add_argument(
            "--rules", type=Path, help="TOML file: deadline, late_percent, weights, …"
        )
    command("selftest", _selftest, "attack the grader on this machine, in a table", "")
    return parser


def _grading_options(grading: argparse.ArgumentParser) -> None:
    grading.add_argument("submissions", help="a folder, folders in it, or a zip file")
    grading.add_argument("--out", required=True, help="folder for the results")
    grading.add_argument("-j", "--jobs", type=int, default=2, help="how many at once (2)")
    grading.add_argument("--cluster", metavar="ADDRESS", help="of a Dask scheduler, instead of -j")
    grading.add_argument("--name", metavar="PATTERN", help="student names in paths: (?P<student>…)")
    grading.add_argument(
        "--assignment",
        metavar="CHAPTER",
        action="append",
        default=[],
        help="what counts, such as toeplitz/geometry; may be repeated (what most handed in)",
    )
    grading.add_argument(
        "--exercise",
        metavar="ID",
        action="append",
        default=[],
        help="grade it anew and nothing else, such as tc-06, its check mended; may be repeated",
    )
    grading.add_argument("--best", action="store_true", help="of several, not the newest")
    grading.add_argument("--replace", action="store_true", help="what came from another folder")
    grading.add_argument("--show-hidden", action="store_true", help="tell errors of hidden checks")


def _release(options: argparse.Namespace) -> int:
    _masters("solutions")
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
    settings = _settings(options)
    if not options.notebook.is_file():
        raise ValueError(f"notebook must be a file, got {options.notebook}")
    _need_jail(settings)
    result = grade(options.notebook.read_bytes(), _masters("exercises"), b"", settings)
    if result.status != "graded":
        raise ValueError(f"{options.notebook}: {result.message}")
    for id, line in result.exercises.items():
        message = f" - {line.message}" if line.message else ""
        print(f"{id.upper()}: {line.status}{message}")
    return int(any(line.status != "passed" for line in result.exercises.values()))


def _settings(options: argparse.Namespace, show_hidden: bool = False) -> Settings:
    if not 1 <= options.timeout <= LONGEST:
        raise ValueError(f"--timeout must be from 1 to {LONGEST} seconds, got {options.timeout:g}")
    rungs = (*RUNGS, "none") if options.unsafe else RUNGS
    return Settings(options.timeout, rungs, show_hidden)


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
    settings = _settings(options, options.show_hidden)
    masters = _masters("solutions")
    asked = run.Class(
        source=_folder("submissions", options.submissions),
        out=_folder("--out", options.out),
        name=options.name,
        assignment=options.assignment,
        best=options.best,
        replace=options.replace,
        roster=options.roster,
        rules=options.rules,
        exercises=tuple(id.lower() for id in options.exercise),
    )
    run.check(asked, masters)
    _must_be_hidden(Path.cwd(), asked.source, asked.out)
    if not options.cluster:
        _need_jail(settings)

    def work(jobs: list[pool.Job], common: pool.Common) -> Iterator[tuple[str, Result]]:
        if options.cluster:
            return pool.cluster(jobs, common, options.cluster)
        return pool.local(jobs, common, min(options.jobs, max(1, len(jobs))))

    return int(run.grade_all(asked, masters, settings, work, _say) > 0)


def _say(line: str) -> None:
    print(line, flush=True)


def _folder(argument: str, given: str) -> Path:
    if not given.strip():
        raise ValueError(f"{argument} must name a folder, got {given!r}")
    return Path(given)


def _graded(options: argparse.Namespace) -> Store:
    store = Store(_folder("DIR", options.folder))
    store.results()
    run.keep_files(store, options.roster, options.rules)
    return store


def _report(options: argparse.Namespace) -> int:
    store = _graded(options)
    for path in [write_gradebook(store), *report.write_pages(store)]:
        print(path)
    return 0


def _export(options: argparse.Namespace) -> int:
    for path in export.write(_graded(options), options.format, options.assignment):
        print(path)
    return 0


def _selftest(options: argparse.Namespace) -> int:
    return selftest.main(RUNGS)  # never without a jail: the attacks are real


if __name__ == "__main__":
    sys.exit(main())
