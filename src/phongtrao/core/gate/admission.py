"""Admit a file: judged, and read, in a child process that may die without harm.

The child gets no environment, no open file, its order through a pipe, and the limits of
``GateLimits``; ``cage`` says what is guaranteed on which system.  The parent trusts nothing the
child says: the answer is checked field by field, sentences are made here from codes.
"""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from phongtrao.core.gate.limits import KIB, GateLimits
from phongtrao.core.gate.names import clean_name
from phongtrao.core.gate.sentences import HOLDS, REFUSALS, REMARKS
from phongtrao.core.gate.verdicts import Findings, Refused, Verdict, verdict_from

_SOURCE = str(Path(__file__).resolve().parents[3])
_START = (
    "import sys; sys.path.insert(0, {source!r}); from phongtrao.core.gate.child import main; main()"
)
_OUT_OF_MEMORY = 3
_KINDS = {"docx", "xlsx", "pdf", "txt", "csv", "png", "jpg", None}
_CODES: dict[str, Collection[str]] = {"accept": REMARKS, "refuse": REFUSALS, "hold": HOLDS}


@dataclass(frozen=True)
class Admitted:
    """The verdict, and the reader's result (plain JSON values) when there was a reader.

    ``result`` is None unless the file was accepted.  ``caged`` says which guards held.
    """

    verdict: Verdict
    result: Any = None
    caged: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """True when the file may be stored and used."""
        return self.verdict.accepted


@dataclass(frozen=True)
class _End:
    """How the child ended."""

    output: bytes
    status: int
    late: bool


def admit(
    path: Path | str,
    filename: str,
    *,
    reader: str | None = None,
    limits: GateLimits | None = None,
) -> Admitted:
    """Judge the file at ``path`` in a child; let ``reader`` read it there when it is accepted.

    ``reader`` is ``"package.module:function"``; it is called as ``function(path, kind)`` with a
    ``pathlib.Path`` and the kind (``docx``, ``pdf``…) and returns plain JSON values or a dataclass
    of them, which comes back as a dictionary.  It runs without network, may not write files and
    may not start programs.  A child that dies, hangs
    or answers nonsense gives a refusal.  Raises nothing for any content of the file.
    """
    limits = limits or GateLimits()
    path = Path(path).resolve()
    if not path.is_file():
        return _refused(filename, "file-missing", limits)
    if path.stat().st_size > limits.upload_bytes:
        return _refused(filename, "too-large", limits)
    order = {"path": str(path), "filename": filename, "reader": reader, "limits": asdict(limits)}
    end = _run(json.dumps(order).encode(), limits)
    answer = _parsed(end.output) if end.status == 0 and not end.late else None
    if answer is None:
        return _refused(filename, _cause(end), limits)
    if "failed" in answer:
        return _refused(filename, "reader-failed", limits)
    return _admitted(answer, filename, limits)


def _run(order: bytes, limits: GateLimits) -> _End:
    """Start the child, take its answer, and end it at the latest when its time is over."""
    start = _START.format(source=_SOURCE)
    child = subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", start],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
        close_fds=True,
        start_new_session=True,
    )
    try:
        _tell(child, order)
        output, late = _listen(child, limits)
        if late:
            child.kill()
    finally:
        _end(child)
    return _End(output, child.returncode, late)


def _tell(child: "subprocess.Popen[bytes]", order: bytes) -> None:
    """Hand over the order; not as an argument, which other users of the machine could read."""
    if child.stdin is None:
        return
    try:
        with child.stdin as pipe:
            pipe.write(order)
    except BrokenPipeError:
        return  # the child died at once; its status says so


def _listen(child: "subprocess.Popen[bytes]", limits: GateLimits) -> tuple[bytes, bool]:
    """Collect the answer until it ends, grows too long (cut off: nonsense), or time is over."""
    if child.stdout is None:
        return b"", False
    deadline = time.monotonic() + limits.wall_seconds
    parts: list[bytes] = []
    length = 0
    with selectors.DefaultSelector() as watch:
        watch.register(child.stdout, selectors.EVENT_READ)
        while length <= limits.answer_bytes:
            left = deadline - time.monotonic()
            if left <= 0 or not watch.select(left):
                return b"", True
            part = os.read(child.stdout.fileno(), 64 * KIB)
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
        child.wait(timeout=1)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _cause(end: _End) -> str:
    """The code of a refusal for a child without an answer."""
    if end.late or end.status in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "cage-time"
    return "cage-memory" if end.status == _OUT_OF_MEMORY else "cage-died"


def _parsed(output: bytes) -> dict[str, Any] | None:
    """The answer if it is one we could have given; None otherwise."""
    try:
        answer = json.loads(output)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answer, dict):
        return None
    known = _CODES.get(str(answer.get("verdict")), {})
    codes = answer.get("codes")
    if answer.get("kind") not in _KINDS or not isinstance(codes, list):
        return None
    if str(answer.get("verdict")) not in _CODES:
        return None
    if not all(isinstance(code, str) and code in known for code in codes):
        return None
    return answer


def _admitted(answer: dict[str, Any], filename: str, limits: GateLimits) -> Admitted:
    """Build the result; the clean name is made here again, not taken from the child."""
    try:
        name = clean_name(filename, limits, Findings())
    except Refused:
        name = ""
    if name and answer["kind"] and "." not in name:
        name = f"{name}.{answer['kind']}"
    verdict = verdict_from(answer["verdict"], answer["kind"], name, tuple(answer["codes"]))
    caged = answer.get("caged")
    guards = tuple(key for key, on in caged.items() if on) if isinstance(caged, dict) else ()
    return Admitted(verdict, answer.get("result") if verdict.accepted else None, guards)


def _refused(filename: str, code: str, limits: GateLimits) -> Admitted:
    """A refusal made by the parent."""
    try:
        name = clean_name(filename, limits, Findings())
    except Refused as refused:
        name, code = "", refused.code
    return Admitted(verdict_from("refuse", None, name, (code,)))
