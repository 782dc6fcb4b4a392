"""The nursery: a process without secrets that has loaded the wall's rules and forks a child a file.

Starting Python and loading the rules costs more than judging a usual file.  The nursery is started
once by each process that admits files, with an empty environment and nothing open but its line to
that process; it reads no file and no order itself.  For each order it forks a watcher, and the
watcher forks the child, which closes its own cage as ever.  The watcher ends the child when its
time is over or when nobody waits for it any more.
"""

import gc
import json
import os
import select
import signal
import socket
import struct
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

STATUS = struct.Struct("=i")
LONGEST_CALL = 4096
MOST_HANDLES = 4
_FAILED = 1

Work = Callable[[int | None], None]


def serve(line: int, work: Work) -> None:
    """Answer calls on ``line`` until its other end is closed; ``work`` is what a child does.

    A call names the modules to load and the seconds a child may live; with it come the handles of
    the order, the answer, the status, and perhaps the one file that the child may write.
    """
    os.close(os.pidfd_open(os.getpid()))  # without handles of processes there is no nursery
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(fileno=line) as door:
        while True:
            message, handles, _flags, _address = socket.recv_fds(door, LONGEST_CALL, MOST_HANDLES)
            if not message:
                return
            call = json.loads(message)
            _load(call["modules"])
            if os.fork() == 0:
                door.close()
                _watch(handles, float(call["seconds"]), work)
            for handle in handles:
                os.close(handle)


def _load(modules: list[str]) -> None:
    """Load what children will need, once; what can not be loaded is the child's to report."""
    fresh = [name for name in modules if name not in sys.modules]
    for name in fresh:
        try:
            import_module(name)
        except Exception:  # the child meets the same fault and answers for it
            continue
    if fresh:
        gc.collect()
        gc.freeze()


def _watch(handles: list[int], seconds: float, work: Work) -> NoReturn:
    """In the watcher: fork the child, wait for its end or end it, tell its status."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        order, answer, status, *output = handles
        child = os.fork()
        if child == 0:
            os.close(status)
            _live(order, answer, output, work)
        for handle in (order, answer, *output):
            os.close(handle)
        os.write(status, STATUS.pack(_outcome(child, status, seconds)))
    finally:
        os._exit(0)


def _outcome(child: int, status: int, seconds: float) -> int:
    """The exit code of the child; it is ended late, or when the other end of ``status`` closes."""
    ending = os.pidfd_open(child)
    poll = select.poll()
    poll.register(ending, select.POLLIN)
    poll.register(status, 0)  # errors are told without being asked for
    ready = {handle for handle, _event in poll.poll(seconds * 1000)}
    if ending not in ready:
        os.kill(child, signal.SIGKILL)
    _child, outcome = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(outcome)


def _live(order: int, answer: int, output: list[int], work: Work) -> NoReturn:
    """In the child: the order on standard input, the answer on standard output, then the work."""
    code = _FAILED
    try:
        os.dup2(order, 0)
        os.dup2(answer, 1)
        os.close(order)
        os.close(answer)
        work(output[0] if output else None)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else _FAILED
    finally:
        os._exit(code)
