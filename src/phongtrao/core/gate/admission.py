"""Admit a file: judged, and read, in a child process that may die without harm.

The child gets no environment, no open file, its order through a pipe, and the limits of
``GateLimits``; ``cage`` says what is guaranteed on which system.  The parent trusts nothing the
child says: the answer is checked field by field, sentences are made here from codes.
"""

import json
import signal
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from phongtrao.core.gate.judges import judge_of
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.names import clean_name
from phongtrao.core.gate.old_formats import BECOMES
from phongtrao.core.gate.sentences import HOLDS, REFUSALS, REMARKS
from phongtrao.core.gate.spawning import Call, End, run
from phongtrao.core.gate.verdicts import Findings, Refused, Verdict, verdict_from

_SOURCE = str(Path(__file__).resolve().parents[3])
_START = (
    "import sys; sys.path.insert(0, {source!r}); from phongtrao.core.gate.child import main; main()"
)
_OUT_OF_MEMORY = 3
_KINDS = {"docx", "xlsx", "pdf", "txt", "csv", "png", "jpg", *BECOMES, None}
_CODES: dict[str, Collection[str]] = {"accept": REMARKS, "refuse": REFUSALS, "hold": HOLDS}


@dataclass(frozen=True)
class Admitted:
    """The verdict, and the reader's result (plain JSON values) when there was a reader.

    ``result`` is None where the file was refused; a held file has one.  ``caged`` says which
    guards held.
    """

    verdict: Verdict
    result: Any = None
    caged: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """True when the file may be stored and used."""
        return self.verdict.accepted


def admit(
    path: Path | str,
    filename: str,
    *,
    reader: str | None = None,
    limits: GateLimits | None = None,
    old: bool = False,
    output: BinaryIO | None = None,
) -> Admitted:
    """Judge the file at ``path`` in a child; let ``reader`` read it there unless it is refused.

    ``reader`` is ``"package.module:function"``; it is called as ``function(path, kind)`` with a
    ``pathlib.Path`` and the kind (``docx``, ``pdf``…) and returns plain JSON values or a dataclass
    of them, which comes back as a dictionary.  It runs without network, may not write files and
    may not start programs.  A child that dies, hangs
    or answers nonsense gives a refusal.  Raises nothing for any content of the file.

    ``old`` judges a file that is to be converted (``conversion``).  ``output`` is an open file, the
    only one the child may write, up to ``limits.written_bytes``: the reader is then called as
    ``function(path, kind, stream)`` and writes there what is too large for an answer.
    """
    limits = limits or GateLimits()
    path = Path(path).resolve()
    if not path.is_file():
        return refused(filename, "file-missing", limits)
    if path.stat().st_size > limits.upload_bytes:
        return refused(filename, "too-large", limits)
    order = {"path": str(path), "filename": filename, "reader": reader, "limits": asdict(limits)}
    handle = None if output is None else output.fileno()
    end = _run(order | {"old": old, "output": handle}, limits, handle)
    answer = _parsed(end.output) if end.status == 0 and not end.late else None
    if answer is None:
        return refused(filename, _cause(end), limits)
    if "failed" in answer:
        return refused(filename, "reader-failed", limits)
    return _admitted(answer, filename, limits)


def _run(order: dict[str, Any], limits: GateLimits, output: int | None) -> End:
    """Let a child work on the order."""
    modules = [judge_of(old=order["old"]), order["reader"] or ""]
    names = tuple(module.partition(":")[0] for module in modules if module)
    call = Call(json.dumps(order).encode(), names, limits, output)
    return run(_START.format(source=_SOURCE), call)


def _cause(end: End) -> str:
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
    result = None if verdict.verdict == "refuse" else answer.get("result")
    return Admitted(verdict, result, guards)


def refused(filename: str, code: str, limits: GateLimits) -> Admitted:
    """A refusal made by the parent."""
    try:
        name = clean_name(filename, limits, Findings())
    except Refused as refused:
        name, code = "", refused.code
    return Admitted(verdict_from("refuse", None, name, (code,)))
