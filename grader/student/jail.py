"""The jail of a student's process: what it may see, do and use up.

A ladder of two rungs. With *namespaces*: a file system that holds Python and nothing else, no
network, no sight of other processes. Where a system forbids them, *Landlock* alone keeps it from
files. On both, a system-call filter forbids sockets, signals, new processes and memory that no
limit counts; limits cap memory, time and disk; and no privilege can be gained.
"""

import contextlib
import ctypes
import errno
import functools
import importlib.util
import os
import resource
import select
import shutil
import signal
import socket
import struct
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

RUNGS = ("namespaces", "landlock")
SCRATCH = "/scratch"  # a file system of its own, in memory
NEWNS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x20000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
NOSUID, NODEV, BIND, RECURSIVE, PRIVATE = 2, 4, 0x1000, 0x4000, 1 << 18
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
MOUNT_SETATTR, CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 442, 444, 445, 446  # on every machine
DEATH_SIGNAL, NO_NEW_PRIVILEGES, CLONE_THREAD = 1, 38, 0x10000
FORBIDDEN = """socket fork vfork kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open
    pidfd_send_signal pidfd_getfd memfd_create memfd_secret shmget shmat shmctl msgget msgsnd msgrcv
    msgctl semget semop semtimedop semctl mq_open connect bind listen sendmsg sendmmsg setpriority
    ioprio_set sched_setscheduler sched_setparam sched_setattr migrate_pages move_pages kcmp
    process_madvise process_mrelease inotify_init inotify_init1 fanotify_init unshare setns mount
    umount2 pivot_root move_mount open_tree fsopen fsmount mount_setattr chroot open_by_handle_at
    ptrace process_vm_readv process_vm_writev bpf perf_event_open userfaultfd keyctl add_key
    request_key io_uring_setup chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime
    utimes utimensat futimesat setxattr lsetxattr fsetxattr removexattr""".split()
LOW = 0xFFFFFFFF  # all that the kernel reads of an int: the rest may hold anything
# A call, the number of an argument, and what it must not be.
FORBIDDEN_ARGUMENTS: list[tuple[Any, ...]] = [
    ("clone", 0, "MASKED_EQ", CLONE_THREAD, 0),  # threads only
    ("prctl", 0, "MASKED_EQ", LOW, DEATH_SIGNAL),
    ("prlimit64", 0, "NE", 0),  # of another process
    ("sched_setaffinity", 0, "NE", 0),
    ("sendto", 4, "NE", 0),  # to an address
    *(("socketpair", 1, "MASKED_EQ", 0xF, kind) for kind in (2, 3, 5)),  # that knows addresses
    *(("fcntl", 1, "MASKED_EQ", LOW, whom) for whom in (8, 10, 15)),  # to signal
    *(("ioctl", 1, "MASKED_EQ", LOW, whom) for whom in (0x8901, 0x8902)),
]
# Where Landlock is too old to guard files against it; but then nothing may be written at all.
EMPTIES = [("open", 1, "MASKED_EQ", os.O_TRUNC, os.O_TRUNC)]
EMPTIES += [("openat", 2, "MASKED_EQ", os.O_TRUNC, os.O_TRUNC)]
libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Limits:
    """What one student's process may use."""

    memory: int = 1 << 30  # bytes, on top of what the warm template has
    disk: int = 64 << 20  # bytes
    inodes: int = 10_000  # files and folders in its scratch folder
    seconds: int = 600  # of processor time; the checks lose patience earlier
    threads: int = 64
    files: int = 128


@dataclass(frozen=True)
class Jail:
    """A rung of the ladder; `without` names what this machine cannot do on it."""

    rung: str  # "namespaces", "landlock", or "none"
    readable: tuple[str, ...] = ()
    limits: Limits = Limits()
    without: tuple[str, ...] = ()
    older: bool = False  # whether Landlock alone would let files be emptied
    size: int = 0  # bytes of address space of the warm template

    def __str__(self) -> str:
        """Return the announcement."""
        if self.rung == "none":
            return "NO JAIL: answers run with your rights and can read and change your files"
        parts = ["namespaces"] if self.rung == "namespaces" else []
        parts += ["Landlock", "system-call filter", "limits"]
        text = ", ".join(part for part in parts if part not in self.without)
        if parts[0] != "namespaces":
            return f"{text} - but WITHOUT namespaces: answers see the names and sizes of all files"
        return text + (f" - but WITHOUT {' and '.join(self.without)}" if self.without else "")


def readable_paths() -> tuple[str, ...]:
    """Return the folders that an answer may read: Python, its packages, ours, the system."""
    found = [sys.prefix, sys.base_prefix, "/usr", "/bin", "/lib", "/lib64"]
    for package in map(importlib.util.find_spec, ("mathlib", "figures")):
        found += package.submodule_search_locations or [] if package else []
    found += [path for path in sys.path if path.endswith(("-packages", "lib-dynload"))]
    paths = {os.path.abspath(path) for path in found if os.path.isdir(path)}
    return tuple(sorted(path for path in paths if not {*map(str, Path(path).parents)} & paths))


def prepare(jail: Jail) -> Jail:
    """Enter, once, what all children of this process share; return the jail as it came out.

    Raises
    ------
    OSError
        If this machine does not allow the rung.
    """
    if jail.rung == "none":
        return jail
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, f"{jail.rung} is only on Linux")
    if jail.rung not in RUNGS:
        raise OSError(errno.EINVAL, f"no such rung as {jail.rung}")
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    without = [] if version >= 1 else ["Landlock"]
    older = jail.rung == "landlock" and version < 3
    without += [] if _filter(older) else ["system-call filter"]
    if jail.rung == "landlock" and without:
        raise OSError(errno.ENOSYS, f"no {without[0]}")
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    if jail.rung == "namespaces":
        _private_world(jail.readable)
    return replace(jail, without=tuple(without), older=older, size=pages * resource.getpagesize())


def confine(jail: Jail, connection: socket.socket, run: Callable[[str], None]) -> None:
    """Call ``run(scratch folder)`` in a jailed child and wait for it; never return.

    To be called in a child of the prepared process. The child is killed as soon as the other
    end of `connection` is closed; if it ends by itself, the other end is told how.
    """
    if jail.rung == "namespaces":
        scratch = SCRATCH
        _check(libc.unshare(NEWPID | NEWNS | NEWIPC), "unshare")
    else:
        scratch = tempfile.mkdtemp(prefix="answer-")
    child = os.fork()
    if child == 0:
        try:
            _lock(jail, scratch)
            run(scratch)
        finally:
            os._exit(0)
    status = _wait(child, connection)
    if jail.rung != "namespaces":
        shutil.rmtree(scratch, ignore_errors=True)
    if status is not None:
        code = os.waitstatus_to_exitcode(status)
        how = f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"
        connection.setblocking(False)
        text = b'[{"do": "ended", "how": "%s"}, null]' % how.encode()
        connection.send(struct.pack("<IQ", 1, len(text)) + text)
    os._exit(0)


def _wait(child: int, connection: socket.socket) -> int | None:
    """Return the status with which `child` ended, or None if it was killed for a closed end."""
    poll = select.poll()
    poll.register(connection, getattr(select, "POLLRDHUP", 0))
    pause = 20  # ms, where the end of a process cannot be polled
    if hasattr(os, "pidfd_open"):
        poll.register(os.pidfd_open(child), select.POLLIN)
        pause = -1
    while True:
        closed = any(fd == connection.fileno() for fd, _ in poll.poll(pause))
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        if closed:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None


def _lock(jail: Jail, scratch: str) -> None:
    """Lock this process up for good."""
    limits = jail.limits
    if jail.rung == "namespaces":
        bounds_of_disk = f"size={limits.disk},nr_inodes={limits.inodes},mode=0777"
        _mount("tmpfs", scratch, "tmpfs", NOSUID | NODEV, bounds_of_disk)
        if os.getuid() == 0:
            user = 0x60000000 + int.from_bytes(os.urandom(3), "big")  # nobody else's
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        resource.setrlimit(resource.RLIMIT_NPROC, (limits.threads, limits.threads))
    os.chdir(scratch)
    bounds = {resource.RLIMIT_CPU: limits.seconds, resource.RLIMIT_FSIZE: limits.disk}
    bounds |= {resource.RLIMIT_NOFILE: limits.files, resource.RLIMIT_CORE: 0}
    if jail.rung != "none":
        bounds[resource.RLIMIT_AS] = jail.size + limits.memory
    for which, bound in bounds.items():
        resource.setrlimit(which, (bound, bound))
    if jail.rung != "none":
        nothing = struct.pack("<IIIIII", *[0] * 6)
        _check(libc.capset(struct.pack("<Ii", 0x20080522, 0), nothing), "capset")
        _check(libc.prctl(DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0), "prctl")
        _check(libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0), "prctl")
        if "Landlock" not in jail.without:
            _landlock(jail.readable, scratch)
        if filter := _filter(jail.older):
            filter.load()


@functools.cache  # made once, before the fork
def _filter(older: bool) -> Any:
    """Return the system-call filter, or None where its library is missing."""
    try:
        import pyseccomp as seccomp
    except (ImportError, RuntimeError, OSError):
        return None
    filter = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in [*FORBIDDEN, *(["truncate", "creat"] if older else [])]:
        with contextlib.suppress(OSError, ValueError):  # not on this kind of machine
            filter.add_rule(seccomp.ERRNO(errno.EPERM), name)
    for name, number, comparison, *data in [*FORBIDDEN_ARGUMENTS, *(EMPTIES if older else [])]:
        with contextlib.suppress(OSError, ValueError):
            argument = seccomp.Arg(number, getattr(seccomp, comparison), *data)
            filter.add_rule(seccomp.ERRNO(errno.EPERM), name, argument)
    for name in ("clone3", "openat2"):  # what they are asked for cannot be seen
        filter.add_rule(seccomp.ERRNO(errno.ENOSYS), name)
    return filter


def _landlock(readable: tuple[str, ...], scratch: str) -> None:
    """Restrict files to reading `readable` and writing `scratch`; TCP and signals to nothing."""
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    bits = 13 + sum(version >= v for v in (2, 3, 5))  # refer, truncate, ioctl came later
    everything, reading, of_a_file = (1 << bits) - 1, 0b1101, 0b1100000000000111
    fields = [everything, 0b11 if version >= 4 else 0, 0b11 if version >= 6 else 0]
    size = 1 + (version >= 4) + (version >= 6)
    attributes = struct.pack(f"<{size}Q", *fields[:size])
    ruleset = _check(libc.syscall(CREATE_RULESET, attributes, len(attributes), 0), "Landlock")
    devices = [f"/dev/{name}" for name in ("null", "zero", "random", "urandom")]
    allowed = dict.fromkeys(readable, reading) | dict.fromkeys(devices, 0b110 & of_a_file)
    if scratch == SCRATCH:  # of limited size: elsewhere there is nothing to write to
        allowed[scratch] = everything
    for path, access in allowed.items():
        if os.path.exists(path):
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rule = struct.pack("<Qi", access & everything, folder)
            _check(libc.syscall(ADD_RULE, ruleset, 1, rule, 0), f"Landlock {path}")
            os.close(folder)
    _check(libc.syscall(RESTRICT_SELF, ruleset, 0), "Landlock")
    os.close(ruleset)


def _private_world(readable: tuple[str, ...]) -> None:
    """Move this process to a file system that holds `readable`, and away from all networks."""
    user, group = os.getuid(), os.getgid()
    _check(libc.unshare(NEWNS | NEWNET | NEWIPC | (NEWUSER if user else 0)), "unshare")
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    _mount("none", "/", "", RECURSIVE | PRIVATE)
    root = "/proc"  # a folder that is always there, and above nothing that we need
    _mount("tmpfs", root, "tmpfs", NOSUID | NODEV, "size=1m,mode=0755")
    devices = [f"/dev/{name}" for name in ("null", "zero", "random", "urandom")]
    for path in [*readable, *devices]:
        if os.path.islink(path):
            os.symlink(os.readlink(path), root + path)
            continue
        os.makedirs(os.path.dirname(root + path), exist_ok=True)
        if path in devices:
            Path(root + path).touch()
        else:
            os.makedirs(root + path, exist_ok=True)
        _mount(path, root + path, "", BIND | RECURSIVE)
        if path in readable:
            _read_only(root + path, True)
    os.makedirs(root + SCRATCH)
    _read_only(root, False)
    os.chdir(root)
    _check(libc.syscall(PIVOT_ROOT[os.uname().machine], b".", b"."), "pivot_root")
    _check(libc.umount2(b".", 2), "umount")  # the old root, lazily
    os.chdir("/")


def _mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    arguments = (part.encode() for part in (source, target, kind))
    _check(libc.mount(*arguments, ctypes.c_ulong(flags), data.encode()), f"mount {target}")


def _read_only(path: str, whole_tree: bool) -> None:
    attributes = struct.pack("<QQQQ", 0b11, 0, 0, 0)  # read only, no set-user-id
    flags = 0x8000 if whole_tree else 0
    result = libc.syscall(MOUNT_SETATTR, -100, path.encode(), flags, attributes, len(attributes))
    _check(result, f"read-only {path}")


def _check(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result
