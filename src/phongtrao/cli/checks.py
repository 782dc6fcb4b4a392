"""What ``check-text`` and ``check-file`` answer; neither needs a database."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from phongtrao.core import clock, guard
from phongtrao.core.gate import GateLimits
from phongtrao.core.gate.conversion import arrived
from phongtrao.core.guard.door import JUDGE
from phongtrao.core.uploads.decisions import (
    covered_text,
    found_by_guard,
    read_by_machine,
    taken_out,
)
from phongtrao.core.uploads.reasons import Found, is_unreadable
from phongtrao.publishing.layout_check.check import READER, RuleFaults, by_rule, refusal_of

ANSWERED, FOUND, WRONG_USE = 0, 1, 2
_CONTACT = "Hãy che phần này, hoặc để người có trách nhiệm xem bản đã che."
_NO_TEXT = "no-text"
_TAKEN_OUT = "taken-out"
_NO_TEXT_SENTENCE = (
    "Tệp không có chữ để đọc nên không biết có dữ liệu cá nhân hay không. Chưa lưu gì từ tệp này. "
    "Hãy tải bản Word hoặc bản PDF có chữ."
)


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The answer about one file: ``accept``, ``refuse`` or ``hold`` with codes and sentences."""

    file: str
    verdict: str
    reasons: tuple[tuple[str, str], ...]

    def as_json(self) -> str:
        """One line of JSON."""
        reasons = [{"code": code, "message": message} for code, message in self.reasons]
        answer = {"file": self.file, "verdict": self.verdict, "reasons": reasons}
        return json.dumps(answer, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """The answer about one text; it holds no part of the text."""

    verdict: str
    findings: tuple[guard.Finding, ...]

    def as_json(self) -> str:
        """One line of JSON."""
        found = [{"kind": f.kind, "start": f.start, "end": f.end} for f in self.findings]
        return json.dumps({"verdict": self.verdict, "findings": found}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class WordAnswer:
    """The answer about the layout of one paper; ``refusal`` says why it could not be read."""

    file: str
    refusal: str
    found: tuple[RuleFaults, ...] = ()

    @property
    def verdict(self) -> str:
        """``refuse``, ``fault`` or ``pass``: rules whose text was not seen fail nothing."""
        if self.refusal:
            return "refuse"
        return "fault" if any(each.fails for each in self.found) else "pass"

    def as_json(self) -> str:
        """One line of JSON."""
        answer = {"file": self.file, "verdict": self.verdict, "message": self.refusal}
        faults = [each.as_dict() for each in self.found]
        return json.dumps(answer | {"faults": faults}, ensure_ascii=False)


def texts_of(stream: BinaryIO, *, by_line: bool) -> Iterator[str]:
    """The texts on a stream: all of it, or one a line (ended by LF, or CR and LF).

    Bytes that are no UTF-8 become a sign each, so that the answers keep their order.
    """
    if not by_line:
        yield _decoded(stream.read())
        return
    for line in stream:
        yield _decoded(line.removesuffix(b"\n").removesuffix(b"\r"))


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def check_text(text: str) -> TextAnswer:
    """Put one text through the guard."""
    findings = tuple(guard.read_text(text))
    return TextAnswer(guard.verdict(findings), findings)


def check_file(path: Path) -> FileAnswer:
    """Put one file through wall and guard, scans and photos read by machine, as a door does."""
    limits = GateLimits()
    with arrived(path, path.name, reader=JUDGE, limits=limits) as arrival:
        verdict, found = arrival.admitted.verdict, found_by_guard(arrival)
        read = None if verdict.verdict == "refuse" else read_by_machine(arrival, limits)
        unread = verdict.accepted and is_unreadable(arrival.admitted)
        out = taken_out(arrival, found) if verdict.accepted and read is None else ""
        out = out if out and not guard.read_text(covered_text(arrival)) else ""
    if out:
        return FileAnswer(str(path), verdict.verdict, ((_TAKEN_OUT, out),))
    found += read.found if read else ()
    reasons = tuple((reason.code, reason.sentence) for reason in verdict.reasons)
    reasons += tuple((each.kind, _reason(each)) for each in found)
    if verdict.verdict == "refuse" or any(each.act == "block" for each in found):
        return FileAnswer(str(path), "refuse", reasons)
    if unread:
        return FileAnswer(str(path), "hold", (*reasons, (_NO_TEXT, _NO_TEXT_SENTENCE)))
    return FileAnswer(str(path), "hold" if found else verdict.verdict, reasons)


def check_word(path: Path) -> WordAnswer:
    """Read a paper behind the wall and check its layout by the rules in force today."""
    with arrived(path, path.name, reader=READER, limits=GateLimits()) as arrival:
        admitted = arrival.admitted
    if not admitted.accepted:
        return WordAnswer(str(path), admitted.verdict.sentence)
    answer = admitted.result if isinstance(admitted.result, dict) else {}
    refusal = refusal_of(answer)
    found = () if refusal else tuple(by_rule(answer, clock.today()))
    return WordAnswer(str(path), refusal, found)


def _reason(found: Found) -> str:
    """Where it stands and what to do, never the value."""
    step = "Chưa lưu gì từ tệp này." if found.act == "block" else f"Tệp được giữ lại. {_CONTACT}"
    return f"{found.sentence} {step}"
