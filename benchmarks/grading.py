"""What it costs to grade a class: ours, plain nbval, nbgrader and otter on the same answers.

The answers to the exercises of chapter 2.1, some right and some a known mistake, are checked by
the same visible and hidden checks; once as they are, once with torch imported. nbgrader and
otter are installed into environments of their own, from their usual packages.

Where the processor's time of one submission goes (about 0.15 s for twelve exercises): nearly half
to the jailed child, its forks, namespaces and the pages that it copies, made anew for each because
none is ever used again; two fifths to the kernel of the checks, of which half are the checks
themselves; a seventh to nbval.

    python benchmarks/grading.py                     20 submissions through each
    python benchmarks/grading.py --counts 20 100     the same with 100 as well
    python benchmarks/grading.py --ours 20 100 1000  only ours: is the cost of one constant?
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from nbformat import NotebookNode

from notebooks import exercises as master
from notebooks.files import METADATA, as_text, read

ROOT = Path(__file__).parent.parent
SOLUTION = read(ROOT / "solutions/toeplitz/local_weights.ipynb")
EXERCISES = master.exercises(SOLUTION)
OTHERS = {
    "nbgrader": ["nbgrader==0.9.6", "numpy==2.4.6", "ipykernel==7.4.0"],
    "otter": ["otter-grader==7.0.0", "numpy==2.4.6", "ipykernel==7.4.0"],
}
TORCH = "torch==2.13.0"
OTTER_TEST = """
from otter.test_files import test_case
OK_FORMAT = False
name = {name!r}
points = None

@test_case(points={points})
def test_all(env):
    exec({source!r}, dict(env))
"""
OTTER_RUN = """
import sys
from otter.api import grade_submission
for path in sys.argv[2:]:
    grade_submission(path, sys.argv[1], quiet=True)
"""
CPUACCT = Path("/sys/fs/cgroup/cpuacct")  # its clock misses no process, however short its life


def answer(exercise: master.Exercise, student: int) -> str:
    """Return what a student answers: a third of it is a known mistake."""
    number = [*EXERCISES].index(exercise.id)
    if (student + number) % 3:
        return exercise.answer.source
    names = exercise.mistake_names()
    name = names[student % len(names)]
    sources = [cell.source.replace(name, exercise.name) for cell in exercise.mistakes]
    called = [f"{exercise.name} = {exercise.name}()"] if exercise.is_value else []
    return "\n".join([f"# exercise: {exercise.id}", *sources, *called])


def setup(torch: bool) -> str:
    source = "\n".join(cell.source for cell in master.setup_cells(SOLUTION))
    return ("import torch\n" if torch else "") + source


def checks(exercise: master.Exercise) -> str:
    """Return the visible and hidden checks as one text, with a seed."""
    seed = "rng = np.random.default_rng(7)"
    cells = [cell.source for cell in exercise.checks]
    return "\n".join([*cells, seed, *(cell.source for cell in exercise.hidden)])


def notebook(*sources: str) -> NotebookNode:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    return nbformat.v4.new_notebook(cells=cells, metadata=METADATA)


@dataclass
class Cost:
    """What a run took."""

    seconds: float
    cpu: float | None
    peak: int  # bytes


def measure(command: list[str], cwd: Path, environment: dict[str, str] | None = None) -> Cost:
    """Run `command`; return its time, that of its processors, and its peak of memory."""
    group = CPUACCT / f"grading-{os.getpid()}-{time.monotonic_ns()}"
    try:
        group.mkdir()
    except OSError:
        group = Path()

    def join() -> None:
        if group.name:
            (group / "cgroup.procs").write_text(str(os.getpid()))

    start = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=join,
    )
    peak = 0
    with open(os.devnull, "wb") as _, tempfile.TemporaryFile() as said:
        os.set_blocking(process.stdout.fileno(), False)  # type: ignore[union-attr]
        while process.poll() is None:
            said.write(process.stdout.read() or b"")  # type: ignore[union-attr]
            peak = max(peak, memory(process.pid))
            time.sleep(0.3)
        seconds = time.monotonic() - start
        said.write(process.stdout.read() or b"")  # type: ignore[union-attr]
        said.seek(0)
        if process.returncode not in (0, 1):
            raise RuntimeError(f"{command[:6]} failed:\n{said.read().decode()[-3000:]}")
    cpu = None
    if group.name:
        cpu = int((group / "cpuacct.usage").read_text()) / 1e9
        time.sleep(0.5)
        group.rmdir()
    return Cost(seconds, cpu, peak)


def memory(pid: int) -> int:
    """Return the bytes of a process and all below it, shared pages counted once."""
    total = 0
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return 0
    for process in family:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total


def nbval(folder: Path, count: int, torch: bool) -> Cost:
    """Plain nbval: answers and checks in one notebook, a kernel for each."""
    for student in range(count):
        sources = [setup(torch)]
        for exercise in EXERCISES.values():
            sources += [answer(exercise, student), checks(exercise)]
        (folder / f"s{student:04}.ipynb").write_text(as_text(notebook(*sources)))
    options = ["--nbval-lax", "--nbval-current-env", "-q", "--tb=no", "-p", "no:cacheprovider"]
    return measure([sys.executable, "-m", "pytest", *options, "."], folder)


def ours(jobs: int) -> Callable[[Path, int, bool], Cost]:
    """Ours, from nothing to the gradebook, with some processes."""

    def run(folder: Path, count: int, torch: bool) -> Cost:
        source = read(ROOT / "solutions/toeplitz/local_weights.ipynb")
        first = next(cell for cell in source.cells if cell.cell_type == "code")
        first.source = setup(torch)
        (folder / "solutions").mkdir()
        (folder / "solutions/one.ipynb").write_text(as_text(source))
        master.release_all(folder)
        handed_out = read(folder / "exercises/one.ipynb")
        (folder / "in").mkdir()
        for student in range(count):
            for cell in handed_out.cells:
                if "answer" in cell.metadata.get("tags", []):
                    cell.source = answer(EXERCISES[cell.metadata.exercise], student)
            (folder / f"in/s{student:04}.ipynb").write_text(as_text(handed_out))
        command = [sys.executable, "-m", "grader", "grade", "in", "--out", "out", "-j", str(jobs)]
        return measure(command, folder)

    return run


def environment(name: str, torch: bool) -> Path:
    """Return the Python of an environment with one of the others, made once."""
    folder = ROOT / "_build" / f"bench-{name}"
    python = folder / "bin/python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([*pip, *OTHERS[name]], check=True)
    if torch:
        subprocess.run([*pip, TORCH], check=True)
    return python


def nbgrader(folder: Path, count: int, torch: bool) -> Cost:
    """Run nbgrader autograde, after its own generate_assignment."""
    python = environment("nbgrader", torch)
    cells = [("setup", setup(torch), {})]
    for id, exercise in EXERCISES.items():
        cells.append((f"{id}-answer", exercise.answer.source, {"solution": True}))
        points = {"grade": True, "locked": True, "points": exercise.points}
        cells.append((f"{id}-check", checks(exercise), points))
    source = notebook(*(text for _, text, _ in cells))
    for cell, (name, _, kind) in zip(source.cells, cells, strict=True):
        about = {"schema_version": 3, "grade_id": name, "grade": False, "locked": False}
        cell.metadata["nbgrader"] = about | {"solution": False, "task": False} | kind
    (folder / "source/one").mkdir(parents=True)
    (folder / "source/one/one.ipynb").write_text(as_text(source))
    course = 'c = get_config()\nc.CourseDirectory.course_id = "x"\n'
    (folder / "nbgrader_config.py").write_text(course)
    path = {"PATH": f"{python.parent}:{os.environ['PATH']}"}
    made = [str(python.parent / "nbgrader"), "generate_assignment", "one"]
    subprocess.run(made, cwd=folder, check=True, capture_output=True, env={**os.environ, **path})
    released = read(folder / "release/one/one.ipynb")
    for student in range(count):
        for cell in released.cells:
            id, _, kind = cell.metadata.nbgrader.grade_id.rpartition("-")
            if kind == "answer":
                cell.source = answer(EXERCISES[id], student)
        place = folder / f"submitted/s{student:04}/one"
        place.mkdir(parents=True)
        (place / "one.ipynb").write_text(as_text(released))
    return measure([str(python.parent / "nbgrader"), "autograde", "one"], folder, path)


def otter(folder: Path, count: int, torch: bool) -> Cost:
    """Run otter's grade_submission for one after the other in one process, without containers."""
    python = environment("otter", torch)
    (folder / "tests").mkdir()
    for id, exercise in EXERCISES.items():
        name = id.replace("-", "")
        text = OTTER_TEST.format(name=name, points=exercise.points, source=checks(exercise))
        (folder / f"tests/{name}.py").write_text(text)
    (folder / "in").mkdir()
    paths = [folder / f"in/s{student:04}.ipynb" for student in range(count)]
    for student, path in enumerate(paths):
        answers = [answer(exercise, student) for exercise in EXERCISES.values()]
        path.write_text(as_text(notebook(setup(torch), *answers)))
    made = [str(python.parent / "otter"), "generate", "-t", "tests", "-o", "autograder.zip"]
    subprocess.run([*made, "--no-config", "--no-requirements"], cwd=folder, check=True)
    command = [str(python), "-c", OTTER_RUN, "autograder.zip", *map(str, paths)]
    return measure(command, folder)


RUNNERS = {
    "plain nbval": nbval,
    "nbgrader autograde": nbgrader,
    "otter, in process": otter,
    "ours, one worker": ours(1),
    "ours, two workers": ours(2),
}


def row(name: str, count: int, torch: bool, plain: float | None = None) -> float:
    """Run, print a row of the table, return submissions a minute."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        cost = RUNNERS[name](Path(folder), count, torch)
    rate = 60 * count / cost.seconds
    cpu = f"{cost.cpu / count:7.2f}" if cost.cpu is not None else "      -"
    ratio = f"{rate / plain:5.1f}" if plain else "  1.0"
    kind = "torch" if torch else "numpy"
    peak = f"{cost.peak / 2**20:6.0f}"
    print(f"{name:<20} {kind} {count:>6} {rate:9.0f} {ratio} {cpu} {peak}", flush=True)
    return rate


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[20])
    parser.add_argument("--ours", type=int, nargs="+", help="only ours, with these counts")
    parser.add_argument("--runners", nargs="+", default=list(RUNNERS), choices=list(RUNNERS))
    parser.add_argument("--kinds", nargs="+", default=["numpy", "torch"])
    options = parser.parse_args()
    print(f"{'':<20} {'':<5} {'count':>6} {'a minute':>9} {'times':>5} {'CPU s':>7} {'MiB':>6}")
    if options.ours:
        for count in options.ours:
            row("ours, two workers", count, torch=False)
        return
    for kind in options.kinds:
        for count in options.counts:
            plain = None
            for name in options.runners:
                rate = row(name, count, kind == "torch", plain)
                plain = plain or rate


if __name__ == "__main__":
    main()
    print(json.dumps({"cores": os.cpu_count()}))
