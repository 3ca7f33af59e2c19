"""What came in: which files are notebooks, and whose, whoever packed them."""

import contextlib
import errno
import re
import shutil
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from grader.checks.submission import LARGEST, read_file

# How learning platforms name what they export: Moodle, Canvas; else the folder, or the file.
PATTERNS = (
    r"(?P<student>[^/]+?)_(?P<id>\d+)_assignsubmission_[^/]+/.*",
    r"(?P<student>[^/_]+)_(?:LATE_)?(?P<id>\d+)_\d+_.+",
    r"(?P<student>[^/]+?)(?:\.zip)?/.*",
    r"(?P<student>[^/]+?)(?i:\.(?:ipynb|json|txt|html?|pdf|py|zip|rar|7z|docx))+",
)
JUNK = {"__MACOSX", "__pycache__", ".ipynb_checkpoints", ".git"}
JUNK |= {".DS_Store", "Thumbs.db", "desktop.ini"}
MAY_BE = (".ipynb", ".json", ".txt")  # the end of a notebook's name, whatever its case
MOST_UNPACKED = 8 << 30  # bytes
MOST_NAMES = 20  # told in one line


@dataclass(frozen=True)
class Submission:
    """One notebook handed in, whose it is, and when it was last changed."""

    name: str  # its path in what was handed in, without the suffix
    student: str
    id: str
    path: Path
    time: float = 0.0


@dataclass(frozen=True)
class HandedIn:
    """The notebooks of a class, and lines that say how they were read."""

    submissions: list[Submission]
    lines: list[str]


@dataclass(frozen=True)
class _File:
    name: str
    path: Path
    time: float


def collect(source: Path, pattern: str | None, scratch: Path) -> HandedIn:
    """Return the notebooks in a folder or a zip file (unpacked to `scratch`), and zips in them.

    Whoever hands in something, but no notebook, is not left out: it is graded as what it is.

    Raises
    ------
    ValueError
        If there is none, or the pattern has no group "student", fits no file, or names nobody.
    """
    patterns = _patterns(pattern)
    if source.is_file() and zipfile.is_zipfile(source):
        files = list(_Unpacked(scratch).members(source))
    elif source.is_dir():
        files = list(_walk(source, _Unpacked(scratch)))
    else:
        raise ValueError(f"submissions must be a folder or a zip file, got {source}")
    files = sorted((f for f in files if not _is_junk(f.name)), key=lambda file: file.name)
    if not any(map(_is_notebook, files)):
        raise ValueError(f"submissions must hold notebooks, got none in {source}")
    shared = _shared_folder([file.name for file in files])
    read = [(file, _who(file.name, shared, patterns, bool(pattern))) for file in files]
    if pattern and not any(who for _, who in read):
        raise ValueError(f"--name must fit a file, got {pattern!r} and {files[0].name!r}")
    theirs = [
        (file, *(who or (_printable(file.name.removesuffix(".ipynb")), "")))
        for file, who in read
        if _is_notebook(file) or (who and _is_somebodys(file.name[len(shared) :]))
    ]
    if not pattern:
        theirs = _told_apart(theirs, shared)
    taken = _notebooks(theirs)
    return HandedIn(taken, list(_lines(taken, theirs, shared)))


def _patterns(pattern: str | None) -> list[re.Pattern[str]]:
    try:
        patterns = [re.compile(each) for each in ([pattern] if pattern is not None else PATTERNS)]
    except re.error as error:
        raise ValueError(f"--name must be a regular expression, got {pattern!r}: {error}") from None
    if any("student" not in each.groupindex for each in patterns):
        raise ValueError(f"--name must have a group (?P<student>...), got {pattern!r}")
    return patterns


def _walk(folder: Path, unpacked: "_Unpacked") -> Iterator[_File]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and path.suffix != ".ipynb":
            continue
        if path.is_file() and not path.is_symlink() and zipfile.is_zipfile(path):
            yield from unpacked.inside(name, path)
        else:
            yield _File(name, path, path.lstat().st_mtime)


class _Unpacked:
    """A folder that zips are unpacked to; no name of theirs becomes a path."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.left, self.count = folder, MOST_UNPACKED, 0
        folder.mkdir(parents=True, exist_ok=True)

    def members(self, archive: Path, deep: bool = False) -> Iterator[_File]:
        """Yield the files of an archive, and of the archives in it; what fails is empty."""
        with zipfile.ZipFile(archive) as members:
            found = members.infolist()
            windows = not any("/" in member.filename for member in found)
            for member in found:
                name = member.filename.replace("\\", "/") if windows else member.filename
                if member.is_dir() and not name.endswith(".ipynb/"):
                    continue
                file = _File(name.strip("/"), self._extract(members, member), _zip_time(member))
                if not deep and zipfile.is_zipfile(file.path):
                    yield from self.inside(file.name, file.path)
                else:
                    yield file

    def inside(self, name: str, path: Path) -> Iterator[_File]:
        """Yield the files of an archive within what was handed in, as if it were a folder."""
        try:
            found = list(self.members(path, deep=True))
        except Exception:
            yield _File(name, path, 0.0)  # damaged: told about as it is
            return
        yield from (replace(file, name=f"{name}/{file.name}") for file in found)

    def _extract(self, members: zipfile.ZipFile, member: zipfile.ZipInfo) -> Path:
        self.count += 1
        path = self.folder / f"{self.count}"
        try:
            with open(path, "wb") as file:
                if member.file_size <= min(LARGEST, self.left):
                    self.left -= member.file_size
                    shutil.copyfileobj(members.open(member), file)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise
        except Exception:
            path.write_bytes(b"")
        return path


def _zip_time(member: zipfile.ZipInfo) -> float:
    with contextlib.suppress(ValueError, OverflowError):
        return time.mktime((*member.date_time, 0, 0, -1))  # local, as zips have it
    return 0.0


def _is_junk(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(JUNK & {*parts}) or not parts or parts[-1].startswith("._")


def _is_notebook(file: _File) -> bool:
    """Return whether it is called a notebook, or is one under another name."""
    name = file.name.casefold()
    if name.endswith(".ipynb") or ".ipynb." in name:
        return True
    return name.endswith(MAY_BE) and b'"cells"' in read_file(file.path, b"")


def _shared_folder(names: list[str]) -> str:
    """Return the folder, with its "/", that several names have in common: no student's own."""
    shared = ""
    while len(names) > 1 and not _of_a_platform(names[0][len(shared) :]):
        heads = {name[len(shared) :].partition("/")[0] for name in names}
        longer = f"{shared}{next(iter(heads))}/"
        if len(heads) > 1 or not all(name.startswith(longer) for name in names):
            break
        shared = longer
    return shared


def _of_a_platform(name: str) -> bool:
    return any(re.fullmatch(each, name) for each in PATTERNS[:2])


def _who(
    name: str, shared: str, patterns: Iterable[re.Pattern[str]], asked: bool
) -> tuple[str, str] | None:
    """Return a student's name and number, or None if no pattern fits the path."""
    for each in (name, name[len(shared) :]) if asked else (name[len(shared) :],):
        for pattern in patterns:
            if match := pattern.fullmatch(_printable(each)):
                groups = match.groupdict()
                student = (groups["student"] or "").strip()
                if asked and not student:
                    raise ValueError(f"--name must give a name to each student, got '' for {each}")
                return student or _printable(each), groups.get("id") or ""
    return None


def _is_somebodys(name: str) -> bool:
    """Return whether what is no notebook stands for a student: not a note beside them all."""
    return "/" in name or not name.casefold().endswith(".txt")


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


Theirs = list[tuple[_File, str, str]]  # file, student, number


def _told_apart(theirs: Theirs, shared: str) -> Theirs:
    """Return the same, but no two people of one name: a folder and a file are two people."""
    origins: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file, student, id in theirs:
        origins[student, id].add(_origin(file, shared))
    return [
        (f, _printable(_origin(f, shared)) if not id and len(origins[who, id]) > 1 else who, id)
        for f, who, id in theirs
    ]


def _origin(file: _File, shared: str) -> str:
    """Return the first part of a path; a file that is no notebook belongs to one of its name."""
    head, below, _ = file.name[len(shared) :].partition("/")
    return head if below or _is_notebook(file) else head.partition(".")[0] + ".ipynb"


def _notebooks(theirs: Theirs) -> list[Submission]:
    """Return the notebooks; of who has handed in none, what there is instead."""
    have = {(student, id) for file, student, id in theirs if _is_notebook(file)}
    found: dict[str, Submission] = {}
    for file, student, id in theirs:
        if _is_notebook(file) or (student, id) not in have:
            name = _printable(file.name.removesuffix(".ipynb"))
            while name in found:
                name += "+"
            found[name] = Submission(name, student, id, file.path, file.time)
    return list(found.values())


def _lines(taken: list[Submission], theirs: Theirs, shared: str) -> Iterator[str]:
    people = Counter((each.student, each.id) for each in taken)
    files, example = _count(len(taken), "file"), taken[0]
    id = f", number {example.id}" if example.id else ""
    yield (
        f"{files} of {_count(len(people), 'student')}; "
        f"names are read from the paths: {example.name} is of {example.student}{id}"
    )
    if shared:
        yield f"all lie in {_printable(shared)}, which is nobody's name"
    several = [f"{student} ({count})" for (student, _), count in people.items() if count > 1]
    if several:
        yield f"more than one of: {some(several)}"
    none = {file.path: _printable(file.name) for file, *_ in theirs if not _is_notebook(file)}
    if others := [none[each.path] for each in taken if each.path in none]:
        yield f"no notebook, so nothing to grade: {some(others)}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def some(names: list[str]) -> str:
    """Return the names in one line, the first of them if they are many."""
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more
