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

from phongtrao.core.gate.limits import GateLimits, WorkshopLimits

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_FILTER = 38, 22, 2
ALLOW, _ERRNO_EPERM, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
END = -1  # a jump to the last instruction of a filter, "refuse"
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
Step = tuple[int, int, int, int]
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
    closed = {"limits": limit(limits), "namespace": False, "filter": False, "hook": True}
    if sys.platform == "linux":
        closed["namespace"] = leave_network()
        machine = os.uname().machine
        closed["filter"] = machine in _CALLS and filter_calls(_filter_program(machine))
    sys.addaudithook(_refuse_event)
    return closed


def limit(limits: GateLimits | WorkshopLimits) -> bool:
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


def libc() -> Any:
    """The C library of this process, for calls that Python does not offer."""
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


def leave_network() -> bool:
    """Move into an empty network namespace; alone, or with a user namespace of our own."""
    unshare = libc().unshare
    return bool(unshare(_CLONE_NEWNET) == 0 or unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)


def filter_calls(program: bytes) -> bool:
    """Install a filter of system calls; False on kernels without it."""
    import ctypes

    holder = ctypes.create_string_buffer(program)
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(holder))
    prctl = libc().prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _SECCOMP_FILTER, header, 0, 0) == 0)


def _filter_program(machine: str) -> bytes:
    """The filter of the readers' cage; see ``assembled``."""
    load, equal, any_bit, give = 0x20, 0x15, 0x45, 0x06
    steps = opening_steps(machine)
    steps += [(equal, END, 0, number) for number in _CALLS[machine]]
    for number, flags in _OPENINGS[machine]:
        steps += [
            (equal, 0, 3, number),
            (load, 0, 0, flags),
            (any_bit, END, 0, _WRITING),
            (give, 0, 0, ALLOW),
        ]
    return assembled(steps)


def opening_steps(machine: str) -> list[Step]:
    """How every filter begins: the right processor, and the number of the call is loaded."""
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    return [
        (load, 0, 0, 4),  # the architecture of the call
        (equal, 1, 0, _ARCHITECTURES[machine]),
        (give, 0, 0, _KILL),
        (load, 0, 0, 0),  # its number
        (at_least, END, 0, 0x40000000),  # the second table of x86-64
    ]


def assembled(steps: list[Step]) -> bytes:
    """``steps`` as instructions of the kernel's packet filter: what no step refused is allowed.

    A step is code, jump if yes, jump if no, constant; jumps count from the next instruction.
    """
    steps = [*steps, (0x06, 0, 0, ALLOW), (0x06, 0, 0, _ERRNO_EPERM)]
    last = len(steps) - 1
    return b"".join(
        struct.pack(
            "HBBI", code, *(last - at - 1 if jump == END else jump for jump in jumps), value
        )
        for at, (code, *jumps, value) in enumerate(steps)
    )


def _refuse_event(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_BLOCKED_EVENTS):
        message = f"not allowed in the cage: {event}"
        raise CageBreachError(message)
