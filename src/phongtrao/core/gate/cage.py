"""The cage of the child process: limits, and no way out to the network.

What holds where, in plain words:

* **Linux on x86-64 and ARM64**: a filter of the kernel (seccomp) refuses every system call that
  makes a socket, starts a program, signals or traces another process, or writes, renames or
  removes a file.  It needs no rights, can not be taken off, and binds native code (lxml) as
  well as Python.
* **Linux, where the account may**: the child also moves into a network namespace of its own,
  which has no interface at all.  In containers this is often forbidden; then the filter above
  stands alone.
* **Everywhere**: an audit hook of Python refuses sockets and programs.  It binds Python code
  only, not native code; on macOS and Windows it is the only guard of the network.
* **Linux and macOS**: limits on processor time, files, and file sizes.  The limit on address
  space holds on Linux; macOS ignores it.  Windows is not supported.

The child can still *read* files that its account can read.  What keeps it from being asked to is
that declarations and links are refused before any parser runs.
"""

import os
import struct
import sys
from typing import Any

from phongtrao.core.gate.limits import GateLimits

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_FILTER = 38, 22, 2
_ALLOW, _ERRNO_EPERM, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
# System calls refused: sockets (io_uring can make them too), programs, tracing and signals,
# everything that changes a file.  Numbers of the kernel's tables.
_CALLS = {
    "x86_64": (
        *(41, 42, 49, 53, 288, 425, 426, 427),
        *(59, 322, 62, 101, 310, 311),
        *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 94, 133),
        *(258, 259, 260, 263, 264, 265, 266, 268, 316, 437),
    ),
    "aarch64": (
        *(198, 199, 200, 202, 203, 242, 425, 426, 427),
        *(221, 281, 129, 117, 270, 271),
        *(33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 276, 437),
    ),
}
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# Calls that open a file, with the place of their flags: only reading is let through.
_OPENINGS = {"x86_64": ((257, 32), (2, 24)), "aarch64": ((56, 32),)}
_WRITING = 0x1 | 0x2 | 0x40 | 0x200  # write, read and write, create, cut
_BLOCKED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "pty.spawn",
    "ftplib.",
    "http.",
    "urllib.",
    "smtplib.",
    "ctypes.dlopen",
)


class CageBreachError(PermissionError):
    """Raised in the child when code asks for a socket or a program."""


def close_cage(limits: GateLimits) -> dict[str, bool]:
    """Put this process under ``limits`` and cut it off; returns what could be closed.

    There is no way back.  Keys: ``limits``, ``namespace``, ``filter``, ``hook``.
    """
    closed = {"limits": _limit(limits), "namespace": False, "filter": False, "hook": True}
    if sys.platform == "linux":
        closed["namespace"] = _leave_network()
        closed["filter"] = _filter_calls()
    sys.addaudithook(_refuse_event)
    return closed


def _limit(limits: GateLimits) -> bool:
    """Set the limits of the operating system; False where it has none."""
    try:
        import resource
    except ImportError:
        return False
    wanted = (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.written_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    )
    held = True
    for what, amount in wanted:
        try:
            resource.setrlimit(what, (amount, amount))
        except (OSError, ValueError):
            held = False
    return held


def _libc() -> Any:
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


def _leave_network() -> bool:
    """Move into an empty network namespace; alone, or with a user namespace of our own."""
    libc = _libc()
    return libc.unshare(_CLONE_NEWNET) == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0


def _filter_calls() -> bool:
    """Install the filter of system calls; False on other processors and old kernels."""
    import ctypes

    machine = os.uname().machine
    if machine not in _CALLS:
        return False
    program = _filter_program(machine)
    holder = ctypes.create_string_buffer(program)
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(holder))
    libc = _libc()
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_FILTER, header, 0, 0) == 0)


def _filter_program(machine: str) -> bytes:
    """The filter as instructions of the kernel's packet filter: code, yes, no, constant.

    Jumps are counted from the next instruction; ``end`` stands for the last one, "refuse".
    """
    load, equal, at_least, any_bit, give, end = 0x20, 0x15, 0x35, 0x45, 0x06, -1
    steps = [
        (load, 0, 0, 4),  # the architecture of the call
        (equal, 1, 0, _ARCHITECTURES[machine]),
        (give, 0, 0, _KILL),
        (load, 0, 0, 0),  # its number
        (at_least, end, 0, 0x40000000),  # the second table of x86-64
        *((equal, end, 0, number) for number in _CALLS[machine]),
    ]
    for number, flags in _OPENINGS[machine]:
        steps += [
            (equal, 0, 3, number),
            (load, 0, 0, flags),
            (any_bit, end, 0, _WRITING),
            (give, 0, 0, _ALLOW),
        ]
    steps += [(give, 0, 0, _ALLOW), (give, 0, 0, _ERRNO_EPERM)]
    last = len(steps) - 1
    return b"".join(
        struct.pack("HBBI", code, last - at - 1 if yes == end else yes, no, constant)
        for at, (code, yes, no, constant) in enumerate(steps)
    )


def _refuse_event(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_BLOCKED_EVENTS):
        message = f"not allowed in the cage: {event}"
        raise CageBreachError(message)
