"""What ``check-text`` and ``check-file`` answer; neither needs a database."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from phongtrao.core import guard
from phongtrao.core.gate import Admitted, admit
from phongtrao.core.guard.findings import HINTS

ANSWERED, FOUND, WRONG_USE = 0, 1, 2
_JUDGE = "phongtrao.core.guard.package:judge"
_CONTACT = "Hãy che phần này, hoặc để người có trách nhiệm xem bản đã che."
_NO_TEXT = "no-text"
_NO_TEXT_SENTENCE = (
    "Tệp không có chữ để đọc nên không biết có dữ liệu cá nhân hay không. Chưa lưu gì từ tệp này. "
    "Hãy tải bản Word hoặc bản PDF có chữ."
)
_PICTURES = {"png", "jpg"}


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
    """Put one file through the upload wall, then all its parts and its name through the guard."""
    admitted = admit(path, path.name, reader=_JUDGE)
    verdict = admitted.verdict
    found = [("name", act) for act in _acts(check_text(path.name))]
    found += [(str(part["part"]), act) for part in _parts(admitted) for act in _part_acts(part)]
    reasons = tuple((reason.code, reason.sentence) for reason in verdict.reasons)
    reasons += _reasons(found)
    if verdict.verdict == "refuse" or any(act == "block" for _, (_, act) in found):
        return FileAnswer(str(path), "refuse", reasons)
    if verdict.accepted and verdict.kind not in _PICTURES and not _has_text(admitted):
        return FileAnswer(str(path), "hold", (*reasons, (_NO_TEXT, _NO_TEXT_SENTENCE)))
    return FileAnswer(str(path), "hold" if found else verdict.verdict, reasons)


def _acts(answer: TextAnswer) -> list[tuple[str, str]]:
    return [(finding.kind, finding.act) for finding in answer.findings]


def _parts(admitted: Admitted) -> list[dict[str, Any]]:
    """What the child found; it is trusted for its shape only as far as it is used."""
    return [part for part in admitted.result or [] if isinstance(part, dict)]


def _part_acts(part: dict[str, Any]) -> list[tuple[str, str]]:
    return [(str(f["kind"]), str(f["act"])) for f in part["findings"] if f["kind"] in HINTS]


def _has_text(admitted: Admitted) -> bool:
    return any(part["has_text"] for part in _parts(admitted))


def _reasons(found: Iterable[tuple[str, tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """One reason for each kind and part: where it stands and what to do, never the value."""
    reasons: dict[tuple[str, str], tuple[str, str]] = {}
    for part, (kind, act) in found:
        where = "Tên tệp" if part == "name" else f"Phần “{part}”"
        step = "Chưa lưu gì từ tệp này." if act == "block" else f"Tệp được giữ lại. {_CONTACT}"
        reasons.setdefault((part, kind), (kind, f"{where}: {HINTS[kind]} {step}"))
    return tuple(reasons.values())
