"""Children of the wall, seen from the process that wants a file judged: order, answer, end.

On Linux children come from the nursery; elsewhere, and where that can not be had, each is a new
process.  Both ways end alike.
"""

import atexit
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from io import FileIO
from typing import IO

from phongtrao.core.gate.limits import KIB, GateLimits
from phongtrao.core.gate.nursery import LONGEST_CALL, STATUS

_ENVIRONMENT = {"LC_ALL": "C.UTF-8"}
_GRACE = 1.0  # seconds between the answer of a child and its end
_guard = threading.Lock()
_nurseries: dict[str, "_Nursery"] = {}


@dataclass(frozen=True)
class End:
    """How a child ended."""

    output: bytes
    status: int
    late: bool


@dataclass(frozen=True)
class Call:
    """What a child is for: its order, the modules it needs, its limits, the file it may write."""

    order: bytes
    modules: tuple[str, ...]
    limits: GateLimits
    output: int | None = None


def run(start: str, call: Call) -> End:
    """Let a child do what ``call`` orders, and end it at the latest when its time is over.

    ``start`` is the program of a child, in Python.
    """
    end = _from_nursery(start, call) if sys.platform == "linux" else None
    return end or _from_new_process(start, call)


class _Nursery:
    """The line to one nursery."""

    def __init__(self, start: str) -> None:
        self.owner = os.getpid()
        self._line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other:
            self._process = subprocess.Popen(
                [*_python(start), str(other.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_ENVIRONMENT,
                pass_fds=(other.fileno(),),
                start_new_session=True,
            )

    def call(self, message: bytes, handles: list[int]) -> None:
        """Hand over one call.  Raises OSError when the nursery is gone."""
        socket.send_fds(self._line, [message], handles)

    def close(self) -> None:
        """Hang up, which ends the nursery."""
        self._line.close()
        if self.owner == os.getpid():
            self._process.wait()


def _nursery(start: str) -> _Nursery:
    """The nursery of this process for ``start``; a forked process has one of its own."""
    with _guard:
        found = _nurseries.get(start)
        if found is None or found.owner != os.getpid():
            found = _nurseries[start] = _Nursery(start)
        return found


def _give_up(start: str, nursery: _Nursery) -> None:
    """Forget a nursery that does not work; the next call starts another."""
    with _guard:
        if _nurseries.get(start) is nursery:
            del _nurseries[start]
    nursery.close()


@atexit.register
def _close_all() -> None:
    for nursery in _nurseries.values():
        nursery.close()
    _nurseries.clear()


def _from_nursery(start: str, call: Call) -> End | None:
    """A child forked by the nursery; None when the nursery did not answer for it."""
    message = json.dumps(
        {"modules": call.modules, "seconds": call.limits.wall_seconds + _GRACE}
    ).encode()
    if len(message) > LONGEST_CALL:
        return None
    nursery = _nursery(start)
    with ExitStack() as ours, ExitStack() as theirs:
        order_out, order_in = _pipe(theirs, ours)
        answer_out, answer_in = _pipe(ours, theirs)
        status_out, status_in = _pipe(ours, theirs)
        handed = [order_out.fileno(), answer_in.fileno(), status_in.fileno()]
        handed += [] if call.output is None else [call.output]
        try:
            nursery.call(message, handed)
        except OSError:
            _give_up(start, nursery)
            return None
        theirs.close()
        _tell(order_in, call.order)
        output, late = _listen(answer_out, call.limits)
        answer_out.close()
        status = 0 if late else _status(status_out)
    if status is None:
        _give_up(start, nursery)
        return None
    return End(output, status, late)


def _pipe(reads: ExitStack, writes: ExitStack) -> tuple[FileIO, FileIO]:
    """A pipe; its ends are closed with the two stacks."""
    out, into = os.pipe()
    return reads.enter_context(FileIO(out, "rb")), writes.enter_context(FileIO(into, "wb"))


def _status(pipe: FileIO) -> int | None:
    """The exit code the watcher tells; None when it is gone, "killed" when the child stays."""
    with selectors.DefaultSelector() as watch:
        watch.register(pipe, selectors.EVENT_READ)
        if not watch.select(_GRACE):
            return -signal.SIGKILL
    told = os.read(pipe.fileno(), STATUS.size)
    return int(STATUS.unpack(told)[0]) if len(told) == STATUS.size else None


def _from_new_process(start: str, call: Call) -> End:
    """A child that is a new process of its own."""
    child = subprocess.Popen(
        _python(start),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        close_fds=True,
        pass_fds=() if call.output is None else (call.output,),
        start_new_session=True,
        bufsize=0,
    )
    with child:
        try:
            _tell(child.stdin, call.order)
            output, late = _listen(child.stdout, call.limits)
            if late:
                child.kill()
        finally:
            _end(child)
    return End(output, child.returncode, late)


def _python(start: str) -> list[str]:
    """The command of a new Python that runs ``start`` and knows nothing of its surroundings."""
    return [sys.executable, "-I", "-B", "-X", "utf8", "-c", start]


def _tell(pipe: IO[bytes] | None, order: bytes) -> None:
    """Hand over the order; not as an argument, which other users of the machine could read."""
    if pipe is None:
        return
    with suppress(BrokenPipeError), pipe:
        left = memoryview(order)
        while left:
            left = left[pipe.write(left) :]  # a child that died at once says so by its status


def _listen(pipe: IO[bytes] | None, limits: GateLimits) -> tuple[bytes, bool]:
    """Collect the answer until it ends, grows too long (cut off: nonsense), or time is over."""
    if pipe is None:
        return b"", False
    deadline = time.monotonic() + limits.wall_seconds
    parts: list[bytes] = []
    length = 0
    with selectors.DefaultSelector() as watch:
        watch.register(pipe, selectors.EVENT_READ)
        while length <= limits.answer_bytes:
            left = deadline - time.monotonic()
            if left <= 0 or not watch.select(left):
                return b"", True
            part = os.read(pipe.fileno(), 64 * KIB)
            if not part:
                return b"".join(parts), False
            parts.append(part)
            length += len(part)
    return b"", False


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Wait a moment for a child that has answered; kill what still runs."""
    if child.stdout is not None:
        child.stdout.close()
    try:
        child.wait(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
