"""Do the checks of an exercise notice a slip in its answer?  ``make slips``, or for some pages
``.venv/bin/python -m tests.solutions.slips softmax geometry``.

mutmut changes the official answer in one place, a sign, a bound, a number. (It takes no argument of
a call away: a dtype alone is hardly ever what is asked.) Each changed answer runs the checks in a
process of its own, the hidden ones with two seeds. What passes them all is printed, unless it
stands in `equivalent_slips.toml`: what no check could see, or should not refuse. Of an exercise
that asks for a value nothing is changed: its check compares it with what is right.
"""

import os
import resource
import signal
import sys
import tomllib
from pathlib import Path

from notebooks import exercises
from notebooks.files import paths, read
from tests.notebooks.test_exercises import namespace, run_checks

ROOT = Path(__file__).parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent_slips.toml")
SECONDS, MEMORY = 20, 4 << 30  # of processor time; a slip may loop for ever, or ask for too much
ROW = "{:<20}{:>8}{:>8}{:>10}{:>12}{:>9}"


def main(pages):
    """Print a row for each page, then the changes that passed."""
    listed = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    rows, left = {}, []
    print(ROW.format("page", "tried", "refused", "passed", "equivalent", "score"))
    for path in paths(ROOT, "solutions"):
        if pages and path.stem not in pages:
            continue
        notebook, row = read(path), [0, 0, 0]
        setup = [cell.source for cell in exercises.setup_cells(notebook)]
        for exercise in exercises.exercises(notebook).values():
            for source in [] if exercise.is_value else changed(exercise.answer.source):
                line = change(exercise.answer.source, source)
                if line.startswith("raise"):  # what an error says is the student's
                    continue
                known = line in listed.get(exercise.id, [])
                at = 2 if known else int(passes(setup, exercise, source))
                row[at] += 1
                left += [f"{exercise.id}: {line}"] if at == 1 else []
        rows[path.stem] = row
        show(path.stem, row)
    show("all", map(sum, zip(*rows.values(), strict=True)))
    print(*left, sep="\n")


def show(page, row):
    """Print how many changes of a page were refused, passed, or could not be seen."""
    refused, passed, same = row
    score = f"{refused / max(1, refused + passed):.1%}"
    print(ROW.format(page, refused + passed + same, refused, passed, same, score), flush=True)


def changed(source):
    """Every answer that differs from `source` by one of mutmut's changes."""
    import libcst
    from mutmut.mutation.file_mutation import create_mutations, deep_replace
    from mutmut.mutation.mutators import mutation_operators, operator_arg_removal

    mutation_operators[:] = [row for row in mutation_operators if row[1] != operator_arg_removal]
    module, mutations, *_ = create_mutations("answer.py", source)
    for each in mutations:
        tree = deep_replace(module, each.original_node, each.mutated_node)
        assert isinstance(tree, libcst.Module)
        yield tree.code


def change(old, new):
    """The lines that a change has taken away and brought, in one line."""
    before, after = ([line.strip() for line in code.splitlines()] for code in (old, new))
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return f"{' '.join(before)}  ->  {' '.join(after)}"


def passes(setup, exercise, source):
    """Run the checks on an answer, in a process of its own."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        code = 1
        try:
            for seed in (0, 1):
                run_checks(namespace(*setup, source), exercise, seed)
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main(sys.argv[1:])
