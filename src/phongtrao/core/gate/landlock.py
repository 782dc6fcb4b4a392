"""Landlock: the kernel's own fence round the files a process may touch (Linux 5.13 and later).

It needs no rights, binds native code, lasts beyond ``exec`` and can not be taken off.  Source of
the numbers: the kernel's ``include/uapi/linux/landlock.h``.
"""

import os
import struct
from collections.abc import Iterable
from typing import Any

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same on x86-64 and ARM64
_ASK_VERSION = 1
_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE = 1 << 14
# How many rights over files each version of the fence knows.
_RIGHTS_KNOWN = {1: 13, 2: 14, 3: 15, 4: 15}
_ALL_RIGHTS = 16
_NETWORK_SINCE, _SCOPES_SINCE = 4, 6
_BIND_AND_CONNECT = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


def fence_in(libc: Any, *, readable: Iterable[str], writable: Iterable[str]) -> bool:
    """Let this process read and run below ``readable``, and do all but that below ``writable``.

    Newer kernels also refuse it TCP, and signals to processes outside.  False where the kernel has
    no such fence; paths that do not exist are left out.
    """
    version = libc.syscall(_CREATE, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    handled = (1 << _RIGHTS_KNOWN.get(version, _ALL_RIGHTS)) - 1
    network = _BIND_AND_CONNECT if version >= _NETWORK_SINCE else 0
    scopes = _ABSTRACT_SOCKETS_AND_SIGNALS if version >= _SCOPES_SINCE else 0
    rules = struct.pack("=QQQ", handled, network, scopes)
    size = 24 if scopes else 16 if network else 8
    fence = libc.syscall(_CREATE, rules, size, 0)
    if fence < 0:
        return False
    try:
        for path in readable:
            _allow(libc, fence, path, _EXECUTE | _READ_FILE | _READ_DIR)
        for path in writable:
            _allow(libc, fence, path, handled & ~_EXECUTE)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return bool(libc.syscall(_RESTRICT, fence, 0) == 0)
    finally:
        os.close(fence)


def _allow(libc: Any, fence: int, path: str, rights: int) -> None:
    """One more path inside the fence; a plain file takes only the rights of files."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):  # noqa: PTH112 - loaded in a child that should start quickly
            rights &= _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
        libc.syscall(_ADD, fence, _PATH_BENEATH, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)
