"""The minutes of a meeting: every save is a version, two writers lose nothing, approved ones are
closed and corrected by addenda alone.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.fieldwork.meetings.models import (
    Meeting,
    MinutesAddendum,
    MinutesVersion,
    VersionOutcome,
)
from phongtrao.fieldwork.meetings.permissions import can_approve
from phongtrao.fieldwork.meetings.queries.minutes import text_of
from phongtrao.fieldwork.meetings.rules.merging import merge, merged_text
from phongtrao.fieldwork.meetings.workflow import TOOK_PLACE
from phongtrao.fieldwork.register.actions import locked, save_changed
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of

_MOST_TEXT = 100_000
_MOST_ADDENDA = 50


@transaction.atomic
def save_minutes(
    meeting: Meeting, *, text: str, by: Actor, base: int | None = None
) -> MinutesVersion:
    """Write the minutes; `base` is the number of the version that the writer began from.

    What others saved meanwhile stays: changes to other paragraphs are put together; where both
    changed the same one, the text is kept as an unmerged version and the minutes stay as they are.
    Without `base` nothing is compared. Raises Forbidden, Refused (not held yet, approved already)
    and InvalidInput (nothing written).
    """
    found = locked(meeting, by=by)
    _require_open(found)
    written = _written(text)
    last = found.versions.exclude(outcome=VersionOutcome.UNMERGED).first()
    begun, now = base, last.number if last else 0
    if last is not None and written == found.minutes:
        return last
    if begun is None or begun == now:
        return _keep(found, written, VersionOutcome.SAVED, now, by)
    together = merged_text(merge(text_of(found, begun), written, found.minutes))
    if together is None or len(together) > _MOST_TEXT:
        return _keep(found, written, VersionOutcome.UNMERGED, begun, by)
    if last is not None and together == found.minutes:
        return last
    return _keep(found, together, VersionOutcome.MERGED, begun, by)


@transaction.atomic
def merge_minutes(version: MinutesVersion, *, text: str, base: int, by: Actor) -> MinutesVersion:
    """Save what somebody chose from an unmerged version and the minutes as of `base`.

    Raises as saving does, and Refused where it was put together already.
    """
    locked(version.entry, by=by)
    row = MinutesVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if not row.waits:
        raise Refused(N_("Bản này đã được ghép rồi. Hãy tải lại trang cuộc họp để xem."))
    saved = save_minutes(version.entry, text=text, by=by, base=base)
    row.merged_as = saved.number
    row.save(update_fields=["merged_as"])
    return saved


@transaction.atomic
def approve_minutes(meeting: Meeting, *, by: Actor, approver: str = "") -> Meeting:
    """Close the minutes; `approver` is the post on the chair's side, the chair where not said.

    A leader of the body that holds the meeting approves himself, an officer notes the approval.
    Raises Forbidden, Refused (nothing written, approved already, a version still unmerged) and
    InvalidInput (nobody said whose approval it is).
    """
    found = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if not can_approve(by, found):
        raise Forbidden(N_("Chỉ cơ quan chủ trì mới duyệt được biên bản."))
    if not found.minutes or found.minutes_approved_on is not None:
        raise Refused(N_("Không có biên bản nào chờ duyệt. Hãy tải lại trang để xem."))
    if found.versions.filter(outcome=VersionOutcome.UNMERGED, merged_as__isnull=True).exists():
        raise Refused(N_("Còn bản chưa ghép. Hãy ghép xong rồi duyệt biên bản."))
    post = tidy_line(approver)[:150] or found.chair
    if not post:
        said = Sentence(N_("Hãy ghi chức vụ người duyệt biên bản."))
        raise InvalidInput(said, fields={"approver": said})
    save_changed(
        found,
        {
            "minutes_approved_on": by.day,
            "minutes_approved_as": post,
            "minutes_approved_by": posting_of(by),
        },
    )
    audit.record("meeting.minutes_approved", found, by=by, post=post)
    return found


@dataclass(frozen=True, slots=True)
class Correction:
    """What an addendum says, why, and of which day it is."""

    text: str
    reason: str
    day: date


@transaction.atomic
def add_addendum(meeting: Meeting, terms: Correction, *, by: Actor) -> MinutesAddendum:
    """Correct approved minutes beside their text.

    Raises Forbidden, Refused (not approved yet) and InvalidInput (no text, no reason, a day before
    the approval or to come).
    """
    found = locked(meeting, by=by)
    if found.minutes_approved_on is None:
        raise Refused(N_("Biên bản chưa duyệt thì sửa ngay trong biên bản, không cần đính chính."))
    text, reason = tidy(terms.text).strip()[:_MOST_TEXT], tidy_line(terms.reason)[:300]
    if not text:
        _refuse("text", N_("Hãy ghi nội dung đính chính."))
    if not reason:
        _refuse("reason", N_("Hãy ghi lý do."))
    if not found.minutes_approved_on <= terms.day <= by.day:
        _refuse("day", N_("Ngày đính chính từ ngày duyệt biên bản đến hôm nay."))
    last = found.addenda.aggregate(last=Max("number"))["last"] or 0
    if last >= _MOST_ADDENDA:
        raise Refused(N_("Một biên bản có nhiều nhất 50 lần đính chính."))
    made = MinutesAddendum.objects.create(
        entry=found, number=last + 1, day=terms.day, text=text, reason=reason,
        added_at=clock.now(), added_by=posting_of(by),
    )  # fmt: skip
    audit.record("meeting.minutes_corrected", found, by=by, number=made.number, reason=reason)
    return made


def _require_open(found: Meeting) -> None:
    if found.state not in TOOK_PLACE:
        raise Refused(N_("Biên bản chỉ ghi sau khi cuộc họp đã diễn ra."))
    if found.minutes_approved_on is not None:
        raise Refused(
            N_("Biên bản đã được duyệt nên không sửa được nữa; cần sửa thì ghi đính chính.")
        )


def _written(text: str) -> str:
    written = "\n".join(line.rstrip() for line in tidy(text).split("\n")).strip()[:_MOST_TEXT]
    if not written:
        _refuse("text", N_("Hãy ghi nội dung biên bản."))
    return written


def _keep(
    found: Meeting, text: str, outcome: VersionOutcome, base: int, by: Actor
) -> MinutesVersion:
    last = found.versions.aggregate(last=Max("number"))["last"] or 0
    kept = MinutesVersion.objects.create(
        entry=found, number=last + 1, text=text, outcome=outcome, base=min(base, last),
        saved_at=clock.now(), saved_by=posting_of(by),
    )  # fmt: skip
    if outcome != VersionOutcome.UNMERGED:
        save_changed(found, {"minutes": text})
    audit.record("meeting.minutes_saved", found, by=by, version=kept.number, outcome=str(outcome))
    return kept


def _refuse(name: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={name: Sentence(said)})
