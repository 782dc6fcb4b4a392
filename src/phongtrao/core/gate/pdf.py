"""PDF: whole, of one kind, without anything that runs, and with an end to every walk.

The file's own cross-reference table is not trusted (papers saved in several steps or by old
scanners have wrong ones); objects are found by ``pdf_objects``.  Packed object streams are
opened within limits, because keys hide there; other streams are only measured.
"""

import re
import struct

from phongtrao.core.gate.limits import KIB, GateLimits
from phongtrao.core.gate.pdf_locks import Lock, lock_without_password
from phongtrao.core.gate.pdf_objects import (
    Name,
    PdfObject,
    Reference,
    objects_in,
    read_value,
    trailers_in,
)
from phongtrao.core.gate.pdf_streams import is_picture, raw_stream, unpacked
from phongtrao.core.gate.pdf_walks import check_loops, check_pages
from phongtrao.core.gate.verdicts import Findings, Refused

_HEAD = 1 * KIB
_MARKUP = re.compile(rb"<\s*(script|html|svg|!doctype html|body)\b", re.IGNORECASE)
_ACTIVE_NAMES = (
    ({"JavaScript", "JS"}, "pdf-script"),
    ({"Launch", "ImportData"}, "pdf-launch"),
    ({"EmbeddedFile", "EF", "FileAttachment", "GoToE"}, "pdf-attachment"),
    ({"RichMedia", "XFA", "3D", "Movie", "Rendition"}, "pdf-active"),
)
_TEXT_BLOCK = re.compile(rb"\bBT\b")
_SHOWN_TEXT = re.compile(rb"[)>\]]\s{0,8}(?:Tj|TJ|'|\")")
_NOT_CONTENT = ("Length1", "Length2", "Length3", "FunctionType", "PatternType", "N", "W")
_ASSUMED_TEXT = b"BT ( ) Tj"


def inspect_pdf(data: bytes, limits: GateLimits, findings: Findings) -> None:
    """Judge a PDF.  Raises Refused; a scan without text is a cause to hold."""
    _check_frame(data)
    pdf = _Pdf(data, limits)
    pdf.check_lock(findings)
    pdf.read_packed_objects()
    for names, code in _ACTIVE_NAMES:
        if names & pdf.seen:
            raise Refused(code)
    check_loops(pdf.objects)
    check_pages(pdf.objects, pdf.root)
    has_text = pdf.measure_streams()
    if not has_text:
        findings.hold("pdf-scan")
    if not _offsets_fit(data):
        findings.remark("pdf-repaired")


class _Pdf:
    """The objects of one file, later ones in place of earlier ones of the same number."""

    def __init__(self, data: bytes, limits: GateLimits) -> None:
        self._data, self._limits = data, limits
        self.seen: set[str] = set()
        self._all: list[PdfObject] = list(objects_in(data, limits, self.seen))
        self.objects: dict[int, object] = {item.number: item.value for item in self._all}
        trailers = list(trailers_in(data, limits, self.seen))
        values = [item.value for item in self._all if isinstance(item.value, dict)]
        trailers += [value for value in values if _is_type(value, "XRef")]
        self._trailer = {key: value for each in trailers for key, value in each.items()}
        if not self._all or not trailers:
            raise Refused("pdf-broken")
        self._lock: Lock | None = None

    @property
    def root(self) -> object:
        """The catalogue, or None when it is missing."""
        root = self._trailer.get("Root")
        return self.objects.get(root.number) if isinstance(root, Reference) else root

    def check_lock(self, findings: Findings) -> None:
        """A file that opens with the empty password is read; any other lock is refused."""
        if "Encrypt" not in self._trailer:
            return
        stated = self._trailer["Encrypt"]
        stated = self.objects.get(stated.number) if isinstance(stated, Reference) else stated
        lock = lock_without_password(stated, self._trailer) if isinstance(stated, dict) else None
        if lock is None:
            raise Refused("locked")
        self._lock = lock
        findings.remark("pdf-restricted")

    def read_packed_objects(self) -> None:
        """Add the objects inside object streams, in the order of the file: the last one counts."""
        ordered: dict[int, object] = {}
        for item in self._all:
            ordered[item.number] = item.value
            if _is_type(item.value, "ObjStm") and item.stream is not None:
                content = self._unpacked(item)
                if content is None:
                    raise Refused("pdf-broken")
                ordered.update(self._packed(item.value, content))
            if len(ordered) > self._limits.pdf_objects:
                raise Refused("pdf-too-deep")
        self.objects = ordered

    def _unpacked(self, item: PdfObject) -> bytes | None:
        return unpacked(self._data, item, self.objects, self._limits, self._lock)

    def _packed(self, head: object, content: bytes) -> dict[int, object]:
        """The objects of one object stream by number."""
        count = head.get("N") if isinstance(head, dict) else None
        first = head.get("First") if isinstance(head, dict) else None
        if not isinstance(count, int) or not isinstance(first, int):
            raise Refused("pdf-broken")
        table = content[: max(0, first)].split()
        if count < 0 or len(table) < 2 * count:
            raise Refused("pdf-broken")
        found: dict[int, object] = {}
        for number, offset in zip(table[0 : 2 * count : 2], table[1 : 2 * count : 2], strict=False):
            if not (number.isdigit() and offset.isdigit() and len(number + offset) < 24):
                raise Refused("pdf-broken")
            at = first + int(offset)
            found[int(number)], _ = read_value(content, at, self._limits, self.seen)
        return found

    def measure_streams(self) -> bool:
        """Unpack every stream within limits; True when some page shows text."""
        has_text, total = False, 0
        for item in self._all:
            if item.stream is None or not isinstance(item.value, dict):
                continue
            if is_picture(item.value, self.objects):
                _check_picture(item.value, self.objects, self._limits)
                continue
            content = self._unpacked(item)
            if content is None:
                raw = raw_stream(self._data, item, self.objects)
                content = _ASSUMED_TEXT if raw else b""
            total += len(content)
            if total > self._limits.expanded_bytes:
                raise Refused("pdf-bomb")
            if not has_text and not any(key in item.value for key in _NOT_CONTENT):
                has_text = bool(_TEXT_BLOCK.search(content) and _SHOWN_TEXT.search(content))
        return has_text


def _check_frame(data: bytes) -> None:
    """Header in front, end mark at the end, nothing of another kind before or behind."""
    start = data.find(b"%PDF-", 0, _HEAD)
    if start < 0 or data[:start].strip(b"\x00\t\n\f\r \xef\xbb\xbf"):
        raise Refused("polyglot")
    if _MARKUP.search(data[:_HEAD]):
        raise Refused("polyglot")
    end = data.rfind(b"%%EOF")
    if end < 0 or data.rfind(b"startxref") < 0:
        raise Refused("pdf-broken")
    tail = data[end + 5 :].strip(b"\x00\t\n\f\r ")
    if _MARKUP.search(tail) or b"PK\x03\x04" in tail or tail.startswith(b"MZ"):
        raise Refused("polyglot")
    if len(tail) > _HEAD:
        raise Refused("pdf-broken")
    if _holds_archive(data):
        raise Refused("polyglot")


def _holds_archive(data: bytes) -> bool:
    """True when a directory of a ZIP archive stands in the file where its end record says."""
    at = data.find(b"PK\x05\x06")
    while 0 <= at <= len(data) - 22:
        size, _ = struct.unpack_from("<II", data, at + 12)
        if 46 <= size <= at and data[at - size : at - size + 4] == b"PK\x01\x02":
            return True
        at = data.find(b"PK\x05\x06", at + 1)
    return False


def _offsets_fit(data: bytes) -> bool:
    """True when the last ``startxref`` points at a table or at an object."""
    found = re.match(rb"startxref\s+([0-9]{1,10})", data[data.rfind(b"startxref") :][:40])
    if found is None:
        return False
    start = data.find(b"%PDF-", 0, _HEAD)
    at = int(found.group(1))
    spots = (data[at : at + 24], data[at + start : at + start + 24])
    return any(re.match(rb"\s*(xref|[0-9]+\s+[0-9]+\s+obj)", spot) for spot in spots)


def _check_picture(head: dict, objects: dict[int, object], limits: GateLimits) -> None:
    """A picture is judged by its claimed size: blank pages pack by a thousand and are honest."""
    sides = []
    for key in ("Width", "Height"):
        side = head.get(key)
        side = objects.get(side.number) if isinstance(side, Reference) else side
        sides.append(side if isinstance(side, int) else 0)
    if sides[0] * sides[1] > limits.picture_pixels:
        raise Refused("picture-too-large")


def _is_type(value: object, name: str) -> bool:
    return isinstance(value, dict) and value.get("Type") == Name(name)
