"""Handing over at the end of a posting: all that its holder has open, in one act with its record.

Items keep their authors; from the day on the receiver holds them (`queries.held_work`). The
posting ends on that day, what it lent ends with it, and so does what was lent to its holder
because of it. Work of the body stays with the body; the record counts it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.actions import open_work, postings
from phongtrao.org.models import Delegation, Handover, Posting
from phongtrao.org.permissions import Actor, may_hand_over
from phongtrao.org.queries.held_work import Held, held_by, lent_by, lent_to


@dataclass(frozen=True, slots=True)
class HandoverTerms:
    """To whom, from which day on, by which paper (both of its fields or neither)."""

    to_posting: Posting
    on: date
    """The first day on which the receiver holds the work and the giver has no rights."""
    paper_number: str = ""
    paper_date: date | None = None


@dataclass(frozen=True, slots=True)
class HandoverPreview:
    """What a handover would do. `mark` fits only while everything stands as it does."""

    posting: Posting
    terms: HandoverTerms
    held: Sequence[Held]
    body_work: Sequence[tuple[str, int]]
    lent: Sequence[Delegation]
    borrowed: Sequence[Delegation]
    mark: str = ""

    @property
    def items(self) -> int:
        """How many items go to the receiver."""
        return sum(len(held.items) for held in self.held)


def preview_handover(posting: Posting, terms: HandoverTerms, *, by: Actor) -> HandoverPreview:
    """What would go to whom; writes nothing.

    Raises Forbidden for all but the holder and an administrator of the body, Refused where the
    posting has handed over already or is about to receive, InvalidInput for a receiver of another
    body, for one whose posting does not cover the day, and for days that do not fit.
    """
    _require_party(posting, by)
    _require_first(posting)
    _require_fitting(posting, terms)
    found = HandoverPreview(
        posting,
        terms,
        held=held_by(posting, terms.on),
        body_work=open_work.counts_of(posting.body_id) if _works(posting) else [],
        lent=lent_by(posting, terms.on),
        borrowed=lent_to(posting, terms.on),
    )
    return replace(found, mark=_mark(found))


@transaction.atomic
def hand_over_posting(posting: Posting, terms: HandoverTerms, *, by: Actor, mark: str) -> Handover:
    """Hand everything over as it was previewed, and end the posting on the day.

    Raises what `preview_handover` raises, Refused (`handover_stale`) where the work has changed
    since, and what ending a posting refuses: a day in the past, the last administrator.
    """
    posting, terms = _locked(posting, terms)
    found = preview_handover(posting, terms, by=by)
    if found.mark != mark:
        raise Refused(
            N_("Công việc vừa thay đổi sau khi bạn xem nên chưa bàn giao. Hãy xem lại."),
            code="handover_stale",
        )
    made = Handover.objects.create(
        from_posting=posting,
        to_posting=terms.to_posting,
        on=terms.on,
        paper_number=tidy_line(terms.paper_number),
        paper_date=terms.paper_date,
        made_at=clock.now(),
        made_by_id=by.posting_id,
        record=_record(found),
    )
    if posting.valid_to is None or posting.valid_to > terms.on:
        postings.close(posting, terms.on, by=by, basis=_paper_in_words(made))
    _end_borrowed(found.borrowed, terms.on)
    _audit(made, found, by)
    _tell(made, found, by)
    return made


def _locked(posting: Posting, terms: HandoverTerms) -> tuple[Posting, HandoverTerms]:
    """Both postings as they stand, in one order: two who hand over to each other must not pass."""
    rows = Posting.objects.select_for_update(of=("self",)).select_related("body", "account")
    asked = {posting.pk, terms.to_posting.pk}
    found = {row.pk: row for row in rows.filter(pk__in=asked).order_by("pk")}
    return found[posting.pk], replace(terms, to_posting=found[terms.to_posting.pk])


def _require_party(posting: Posting, by: Actor) -> None:
    if not may_hand_over(by, posting):
        raise Forbidden(
            N_(
                "Chỉ người giữ chức vụ hoặc quản trị hệ thống của cơ quan bàn giao được công việc"
                " của chức vụ này. Chưa có gì thay đổi."
            ),
            code="not_party",
        )


def _require_first(posting: Posting) -> None:
    made = Handover.objects.filter(from_posting=posting).first()
    if made is not None:
        raise Refused(
            N_("Chức vụ này đã bàn giao công việc từ ngày %(day)s nên không bàn giao lần nữa."),
            code="handover_twice",
            day=date_vn(made.on),
        )


def _require_fitting(posting: Posting, terms: HandoverTerms) -> None:
    receiver, on = terms.to_posting, terms.on
    faults: dict[str, str] = {}
    if on < clock.today():
        faults["on"] = N_("Ngày bàn giao không được trước hôm nay.")
    elif on <= posting.valid_from:
        faults["on"] = N_("Ngày bàn giao phải sau ngày bắt đầu giữ chức vụ.")
    elif not receiver.holds_on(on):
        faults["to_posting"] = N_("Người nhận không giữ chức vụ này vào ngày bàn giao.")
    if receiver.pk == posting.pk or receiver.body_id != posting.body_id:
        faults["to_posting"] = N_("Người nhận phải giữ một chức vụ khác trong cùng cơ quan.")
    if bool(tidy_line(terms.paper_number)) != (terms.paper_date is not None):
        faults["paper_number"] = N_("Hãy ghi đủ số và ngày của văn bản, hoặc để trống cả hai.")
    if faults:
        raise InvalidInput(
            N_("Chưa bàn giao. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            code="handover_terms",
            fields=faults,
        )
    _require_free(posting, receiver, on)


def _require_free(posting: Posting, receiver: Posting, on: date) -> None:
    """Nobody hands over before what he is still to receive, nor to one who leaves that day."""
    if Handover.objects.filter(to_posting=posting, on__gt=on).exists():
        raise Refused(
            N_(
                "Chức vụ này còn nhận bàn giao vào một ngày sau đó nên chưa bàn giao. Hãy chọn"
                " ngày muộn hơn."
            ),
            code="handover_before_receiving",
        )
    if Handover.objects.filter(from_posting=receiver, on__lte=on).exists():
        raise Refused(
            N_("Người nhận đã bàn giao công việc của mình. Hãy chọn người nhận khác."),
            code="handover_to_leaver",
        )


def _works(posting: Posting) -> bool:
    """Whether the posting works on tasks and reports at all: administrators do not."""
    return Actor(posting.account, posting, clock.today()).can("task.read")


def _mark(found: HandoverPreview) -> str:
    said = [
        found.posting.pk,
        found.posting.valid_to,
        found.terms.to_posting.pk,
        found.terms.on,
        [(held.kind.key, held.pks) for held in found.held],
        found.body_work,
        [row.pk for row in (*found.lent, *found.borrowed)],
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _record(found: HandoverPreview) -> dict[str, Any]:
    """Counts and references only: titles are read again when the minutes are printed."""
    return {
        "items": [[held.kind.key, held.pks] for held in found.held],
        "body": [[noun, count] for noun, count in found.body_work],
        "lent": [row.paper_number for row in found.lent],
        "borrowed": [row.paper_number for row in found.borrowed],
    }


def _paper_in_words(made: Handover) -> str:
    if made.paper_date is None:
        return f"Bàn giao công tác từ ngày {date_vn(made.on)}"
    return f"{made.paper_number} ngày {date_vn(made.paper_date)}"


def _end_borrowed(rows: Sequence[Delegation], on: date) -> None:
    """A loan that would begin on the day or later leaves no day behind, so its row goes."""
    for row in rows:
        if row.valid_from >= on:
            row.delete()
        else:
            row.valid_to = on
            row.save(update_fields=["valid_to"])


def _audit(made: Handover, found: HandoverPreview, by: Actor) -> None:
    audit.record(
        "posting.handed_over",
        made,
        by=by,
        from_posting=made.from_posting_id,
        to_posting=made.to_posting_id,
        on=made.on.isoformat(),
        paper_number=made.paper_number,
        items={held.kind.key: len(held.items) for held in found.held},
        total=found.items,
        lent=len(found.lent),
        borrowed=len(found.borrowed),
    )


def _tell(made: Handover, found: HandoverPreview, by: Actor) -> None:
    """The receiver, and those whose loan to the leaver ends."""
    text = gettext("%(name)s bàn giao cho bạn %(count)s công việc từ ngày %(day)s.") % {
        "name": found.posting.account.full_name,
        "count": found.items,
        "day": date_vn(made.on),
    }
    address = reverse("org:handover-detail", args=[made.pk])
    receiver = made.to_posting.account_id
    notify.notify({receiver} - {by.account_id}, kind="handover", text=text, address=address)
    lenders = {row.from_posting.account_id for row in found.borrowed} - {by.account_id}
    told = gettext("Ủy quyền của bạn cho %(name)s hết từ ngày %(day)s vì người nhận thôi chức vụ.")
    notify.notify(
        lenders,
        kind="delegation",
        text=told % {"name": found.posting.account.full_name, "day": date_vn(made.on)},
        address=reverse("org:delegation-list"),
    )
