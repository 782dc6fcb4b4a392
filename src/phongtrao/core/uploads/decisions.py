"""What becomes of a file that the wall and the guard have read: accepted, refused or held."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from phongtrao.core.errors import N_
from phongtrao.core.gate import GateLimits
from phongtrao.core.gate.conversion import Arrival
from phongtrao.core.uploads import rescue
from phongtrao.core.uploads.reasons import (
    PICTURES,
    Found,
    found_in,
    in_words,
    is_beyond_lines,
    is_unreadable,
)

_SCAN = "pdf-scan"
# The part of a picture that is gone when it has been written anew.
_BESIDE_THE_PICTURE = "picture"
# What a lawful list may tell too much (`guard.lawful`).
_BEYOND = {"birth": N_("năm sinh"), "address": N_("nơi ở")}


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a file waits for a word of its sender, and what he may keep of it.

    `covered` is its text without what was found, and `made` how that came about (`rescue.OFFERS`);
    empty for a file without text, whose sender may confirm that no personal data is in it
    (`is_scan`). `taken_out` says what a lawful list tells too much; such a file does not wait: its
    covered text goes on at once.
    """

    reasons: tuple[str, ...]
    covered: str
    made: str
    is_scan: bool
    taken_out: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The sentence of a refused or held file, and why it is held; both empty when accepted."""

    refusal: str = ""
    hold: Hold | None = None


def decided(arrival: Arrival, name: str, limits: GateLimits, *, is_confirmed: bool) -> Decision:
    """Decide about an arrived file that was sent as `name`; the wall speaks first.

    `is_confirmed`: its sender has looked through this very file, which has no text.
    """
    verdict = arrival.admitted.verdict
    if verdict.verdict == "refuse":
        return _of_old_encoding(arrival, name, limits) or Decision(verdict.sentence)
    if verdict.verdict == "hold" and verdict.codes != (_SCAN,):
        return Decision(verdict.sentence)
    found = found_by_guard(arrival)
    blocked = _blocked(found)
    if blocked is not None:
        return blocked
    if is_unreadable(arrival.admitted):
        return Decision() if is_confirmed and not found else _of_scan(arrival, found, limits)
    if answer_refuses(arrival):
        return Decision()
    if verdict.kind in PICTURES:
        return _of_photo(arrival, found, limits)
    if not found:
        return Decision()
    out = taken_out(arrival, found)
    return _held(in_words(found), covered_text(arrival), rescue.COVERED, taken_out=out)


def taken_out(arrival: Arrival, found: list[Found]) -> str:
    """The sentence about what is covered in a lawful list without asking; empty for other files.

    Kinds and acts are looked at here too: the child is not trusted.
    """
    name = arrival.admitted.verdict.clean_name
    told = {each.kind for each in found}
    is_list = is_beyond_lines(arrival.admitted, name) and covered_text(arrival).strip()
    if not is_list or not told <= _BEYOND.keys() or any(each.act != "ask" for each in found):
        return ""
    what = ", ".join(_(words) for kind, words in _BEYOND.items() if kind in told)
    return _(
        "Đã che %(what)s trong danh sách của tệp “%(name)s”; chỉ bản đã che được dùng, "
        "bản gốc không được lưu."
    ) % {"what": what, "name": name}


def found_by_guard(arrival: Arrival) -> list[Found]:
    """What the name and the parts of a file say; what stands beside a picture is not kept."""
    verdict = arrival.admitted.verdict
    found = found_in(arrival.admitted, verdict.clean_name)
    if verdict.kind not in PICTURES:
        return found
    return [each for each in found if each.part != _BESIDE_THE_PICTURE]


def read_by_machine(arrival: Arrival, limits: GateLimits) -> rescue.Text | None:
    """What can be read on a scan or a photo; None for files that need no such reading."""
    kind = arrival.admitted.verdict.kind or ""
    if kind not in PICTURES and not (kind == "pdf" and is_unreadable(arrival.admitted)):
        return None
    return rescue.read_picture(arrival.path, kind, limits)


def answer_of(arrival: Arrival) -> Any:
    """What the door's own reader has answered."""
    result = arrival.admitted.result
    return result.get("result") if isinstance(result, dict) else None


def answer_refuses(arrival: Arrival) -> bool:
    """The reader's own refusal is told by its door: it knows what to do instead."""
    answer = answer_of(arrival)
    return isinstance(answer, dict) and bool(answer.get("refused"))


def covered_text(arrival: Arrival) -> str:
    """The covered text that the guard has made in the child."""
    result = arrival.admitted.result
    covered = result.get("covered") if isinstance(result, dict) else ""
    return covered if isinstance(covered, str) else ""


def _of_old_encoding(arrival: Arrival, name: str, limits: GateLimits) -> Decision | None:
    """A text in TCVN3 or its like is offered in Unicode."""
    if not rescue.OLD_ENCODINGS & set(arrival.admitted.verdict.codes):
        return None
    text = rescue.in_unicode(arrival.path, name, limits)
    if text is None:
        return None
    return _blocked(text.found) or _held(
        [text.note, *in_words(text.found)], text.covered, text.made
    )


def _of_scan(arrival: Arrival, found: list[Found], limits: GateLimits) -> Decision:
    """A paper without text: read by machine where that can be done, and by its sender in any case.

    A door that needs text may have what was read; the others may have the scan, once confirmed.
    """
    note = _("Tệp không có chữ để đọc (ảnh quét), nên chưa kiểm tra được nội dung.")
    is_refused = answer_refuses(arrival)
    text = read_by_machine(arrival, limits)
    if text is None:
        held = _held([note, *in_words(found)], "", "", is_scan=not found)
        return Decision() if is_refused else held
    found = [*found, *text.found]
    blocked = _blocked(found)
    if blocked is not None:
        return blocked
    if is_refused and not text.covered.strip():
        return Decision(arrival.admitted.verdict.sentence)
    offered = text.covered if is_refused or found else ""
    reasons = [note, text.note, *in_words(found)]
    return _held(reasons, offered, text.made, is_scan=not found and not is_refused)


def _of_photo(arrival: Arrival, found: list[Found], limits: GateLimits) -> Decision:
    """What can be read on a photo counts as if it were typed."""
    text = read_by_machine(arrival, limits)
    if text is None:
        return Decision()
    found = [*found, *text.found]
    held = _held([*in_words(found), text.note], text.covered, text.made) if found else Decision()
    return _blocked(found) or held


def _blocked(found: list[Found] | tuple[Found, ...]) -> Decision | None:
    blocking = [each for each in found if each.act == "block"]
    if not blocking:
        return None
    return Decision(" ".join([*in_words(blocking), _("Chưa lưu gì từ tệp này.")]))


def _held(
    reasons: list[str], covered: str, made: str, *, is_scan: bool = False, taken_out: str = ""
) -> Decision:
    sentence = " ".join([*reasons, _("Tệp được giữ lại, chưa lưu gì.")])
    return Decision(sentence, Hold(tuple(reasons), covered, made, is_scan, taken_out))
