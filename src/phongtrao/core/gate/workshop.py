"""The workshop: a cage in which one foreign program works on one file in a folder of its own.

The cage of ``cage.py`` forbids programs and writing; LibreOffice and Tesseract need both.  What
holds here, in plain words:

* **Linux on x86-64 and ARM64**: a filter of the kernel refuses every socket but those between
  processes of one machine, every connection even of those, every second process, and whatever
  traces, signals or mounts.
* **Linux 5.13 and later**: a fence of the kernel (``landlock``) lets the program read the folders
  of programs and fonts and its own folder, and write in its own folder only.  It can read neither
  the database nor the uploads nor what other processes know.
* **Linux, where the account may**: a network namespace without any interface.
* **Everywhere**: an empty environment, limits on memory, processor time and the size of files;
  the parent ends the whole group of processes when its time is over.

Started by ``programs``, which writes the order as JSON to standard input.
"""

import json
import os
import sys

from phongtrao.core.gate import cage
from phongtrao.core.gate.landlock import fence_in
from phongtrao.core.gate.limits import WorkshopLimits

UNCAGED = 126
_AF_UNIX, _SOCK_STREAM, _TYPE_OF_SOCKET = 1, 1, 0xF
_CLONE_THREAD = 0x00010000
_ERRNO_ENOSYS, _NOTHING_DONE = 0x00050026, 0x00050000
# Refused: a second process (fork, vfork), connections, signals and tracing (also by handle),
# mounts and namespaces, keys, kernel programs, io_uring.
_CALLS = {
    "x86_64": (
        *(57, 58, 42, 62, 101, 310, 311, 424, 434, 438),
        *(155, 161, 165, 166, 272, 308, 248, 249, 250, 298, 321, 323, 425, 426, 427),
    ),
    "aarch64": (
        *(203, 129, 117, 270, 271, 424, 434, 438),
        *(41, 51, 40, 39, 97, 268, 217, 218, 219, 241, 280, 282, 425, 426, 427),
    ),
}
# LibreOffice insists on a door for further calls to itself; it is told that there is one.
_DOORS = {"x86_64": (49, 50), "aarch64": (200, 201)}
_SOCKET = {"x86_64": 41, "aarch64": 198}
_CLONE = {"x86_64": 56, "aarch64": 220}
# Its flags lie in memory, out of the filter's sight; "unknown call" makes libraries use clone.
_CLONE3 = 435
_READABLE = (
    *("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/libreoffice"),
    *(
        "/etc/localtime",
        "/etc/nsswitch.conf",
        "/etc/passwd",
        "/var/cache/fontconfig",
        "/var/lib/libreoffice",
        "/var/spool/libreoffice",
        "/proc/self",
    ),
    *("/dev/urandom", "/dev/random", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu"),
)


def main() -> None:
    """Close the workshop and become the program of the order.  Exit code 126: it did not close."""
    order = json.loads(sys.stdin.buffer.read())
    folder = order["folder"]
    os.chdir(folder)
    nothing = os.open("/dev/null", os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    closed = close_workshop(WorkshopLimits(**order["limits"]), folder, order["programs"])
    if not (closed["filter"] and closed["fence"]):
        sys.exit(UNCAGED)
    os.execve(order["command"][0], order["command"], order["environment"])


def close_workshop(limits: WorkshopLimits, folder: str, programs: list[str]) -> dict[str, bool]:
    """Put this process under ``limits`` and into ``folder``; returns what could be closed."""
    libc = cage.libc()
    closed = {"limits": cage.limit(limits), "namespace": False, "fence": False, "filter": False}
    if sys.platform == "linux":
        closed["namespace"] = cage.leave_network()
        readable = (*_READABLE, *programs, folder)
        closed["fence"] = fence_in(libc, readable=readable, writable=(folder, "/dev/null"))
        machine = os.uname().machine
        closed["filter"] = machine in _CALLS and cage.filter_calls(_filter_program(machine))
    return closed


def _filter_program(machine: str) -> bytes:
    """The filter as instructions; see ``cage.assembled``."""
    load, equal, any_bit, give, mask = 0x20, 0x15, 0x45, 0x06, 0x54
    steps = cage.opening_steps(machine)
    steps += [(equal, cage.END, 0, number) for number in _CALLS[machine]]
    for number in _DOORS[machine]:
        steps += [(equal, 0, 1, number), (give, 0, 0, _NOTHING_DONE)]
    steps += [
        (equal, 0, 1, _CLONE3),
        (give, 0, 0, _ERRNO_ENOSYS),
        (equal, 0, 3, _CLONE[machine]),
        (load, 0, 0, 16),  # the flags: only threads
        (any_bit, 0, cage.END, _CLONE_THREAD),
        (give, 0, 0, cage.ALLOW),
        (equal, 0, 5, _SOCKET[machine]),
        (load, 0, 0, 16),  # the family
        (equal, 0, cage.END, _AF_UNIX),
        (load, 0, 0, 24),  # the type: one that speaks only after a connection
        (mask, 0, 0, _TYPE_OF_SOCKET),
        (equal, 0, cage.END, _SOCK_STREAM),
    ]
    return cage.assembled(steps)
