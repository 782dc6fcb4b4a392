"""What can be offered of a file that is not taken as it is: its text, made anew and covered.

A contact line is covered; a scan is read; an old encoding is turned into Unicode. Whatever is
offered goes to the sender alone, and comes back through the same door as a file of text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from django.utils.translation import gettext as _

from phongtrao.core import guard
from phongtrao.core.errors import N_
from phongtrao.core.gate import GateLimits
from phongtrao.core.gate.legacy_offer import offered_text
from phongtrao.core.gate.limits import WorkshopLimits
from phongtrao.core.gate.scans import ScanUnreadError, read_scan
from phongtrao.core.guard.package import PartText, judge_parts
from phongtrao.core.uploads.reasons import Found

COVERED, READ, UNICODE = "covered", "read", "unicode"
# How each text is called: on the button, and in the name of the file that is kept.
OFFERS = {
    COVERED: (N_("Giữ bản đã che"), N_("%(name)s (bản đã che).txt")),
    READ: (N_("Giữ bản chữ đã nhận dạng"), N_("%(name)s (bản nhận dạng chữ).txt")),
    UNICODE: (N_("Giữ bản Unicode"), N_("%(name)s (bản Unicode).txt")),
}
_LONGEST_STEM = 80
OLD_ENCODINGS = {"text-cp1258", "text-not-utf8", "text-old-encoding"}
# A page waits for it: what takes longer is left to the eyes of the sender.
_READING = WorkshopLimits(cpu_seconds=40, wall_seconds=40.0, queue_seconds=15.0)


def name_of(made: str, name: str) -> str:
    """The name of the text made from the file called `name`."""
    return _(OFFERS[made][1]) % {"name": PurePath(name).stem[:_LONGEST_STEM]}


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file made anew: what was found in it, and the text without that."""

    made: str
    found: tuple[Found, ...]
    covered: str
    note: str


def read_picture(path: Path, kind: str, limits: GateLimits) -> Text:
    """What the reading program makes of a scan or a photo; an empty text where it can not."""
    try:
        scanned = read_scan(path, kind, limits=limits, workshop=_READING)
    except ScanUnreadError as fault:
        return Text(READ, (), "", _(fault.sentence))
    parts = [(f"page {number}", text) for number, text in enumerate(scanned.pages, 1)]
    if not scanned.text.strip():
        return Text(READ, (), "", _("Máy không nhận dạng được chữ nào trên ảnh."))
    note = _("Chữ do máy nhận dạng từ ảnh, có thể sai hoặc sót; hãy đối chiếu với bản giấy.")
    return _made(READ, parts, note)


def in_unicode(path: Path, filename: str, limits: GateLimits) -> Text | None:
    """The text of a file in an old encoding of Vietnamese; None where that is not sure."""
    offer = offered_text(path, filename, limits=limits)
    if offer is None:
        return None
    note = _("Tệp dùng bảng mã %(encoding)s; đây là nội dung đã chuyển sang Unicode.")
    return _made(UNICODE, [("text", offer.text)], note % {"encoding": offer.encoding_name})


def _made(made: str, parts: Iterable[tuple[str, str]], note: str) -> Text:
    texts = [PartText(part, text) for part, text in parts]
    judged = judge_parts(texts, "pdf")
    found = [Found(part.part, each.kind, each.act) for part in judged for each in part.findings]
    pairs = zip(texts, judged, strict=True)
    covered = [guard.mask(text.text, part.findings) for text, part in pairs]
    return Text(made, tuple(dict.fromkeys(found)), "\n\n".join(covered), note)
