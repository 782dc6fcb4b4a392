"""Bulletins between bodies: send one, confirm that it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.fieldwork.outreach.models import Bulletin, BulletinReceipt
from phongtrao.fieldwork.register.actions import area_in_reach, require_past, require_recorder
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of

MOST_RECIPIENTS = 400


@dataclass(frozen=True, slots=True)
class BulletinTerms:
    """A bulletin: number and day, what it tells, whom it goes to."""

    programme: Programme
    area_id: int
    title: str
    issued_on: date
    recipients: Sequence[Body]
    number: str = ""
    summary: str = ""
    file: StoredFile | None = None


@transaction.atomic
def send_bulletin(terms: BulletinTerms, *, by: Actor) -> Bulletin:
    """Send a bulletin; its recipients are asked to confirm.

    Raises Forbidden and InvalidInput (no title, a day to come, nobody it goes to).
    """
    require_recorder(by)
    posting = posting_of(by)
    title, number = tidy_line(terms.title)[:300], tidy_line(terms.number)[:80]
    others = {body.pk: body for body in terms.recipients if body.pk != posting.body_id}
    _check(terms, title, len(others), by)
    bulletin = Bulletin.objects.create(
        programme=terms.programme,
        body=posting.body,
        area_id=area_in_reach(terms.area_id, by),
        title=title,
        number=number,
        issued_on=terms.issued_on,
        summary=tidy(terms.summary).strip()[:20_000],
        file=terms.file,
        recorded_at=clock.now(),
        recorded_by=posting,
        search_folded=fold(f"{title}\n{number}\n{terms.summary}"),
    )
    BulletinReceipt.objects.bulk_create(
        BulletinReceipt(bulletin=bulletin, body=body) for body in others.values()
    )
    audit.record("bulletin.sent", bulletin, by=by, number=number, recipients=len(others))
    _tell(bulletin, list(others), by)
    return bulletin


@transaction.atomic
def receive_bulletin(receipt: BulletinReceipt, *, by: Actor) -> BulletinReceipt:
    """Confirm that a bulletin has come. Raises Forbidden and Refused (confirmed, struck out)."""
    found = (
        BulletinReceipt.objects.select_for_update(of=("self",))
        .select_related("bulletin")
        .get(pk=receipt.pk)
    )
    if not by.can("movement.read") or by.body_id != found.body_id:
        raise Forbidden(N_("Chỉ cơ quan nhận mới xác nhận được bản tin này."))
    if found.received_on is not None or found.bulletin.is_struck:
        raise Refused(N_("Bản tin này đã được xác nhận hoặc đã bị gạch bỏ."), code="received")
    found.received_on, found.received_by = by.day, posting_of(by)
    found.save(update_fields=["received_on", "received_by"])
    audit.record("bulletin.received", found.bulletin, by=by)
    return found


def _check(terms: BulletinTerms, title: str, count: int, by: Actor) -> None:
    if not title:
        said = Sentence(N_("Hãy ghi tên bản tin."))
        raise InvalidInput(said, fields={"title": said})
    require_past(terms.issued_on, by, field="issued_on")
    if not 1 <= count <= MOST_RECIPIENTS:
        said = Sentence(N_("Bản tin cần từ 1 đến %(most)s nơi nhận."), {"most": MOST_RECIPIENTS})
        raise InvalidInput(said, fields={"recipients": said})


def _tell(bulletin: Bulletin, body_ids: Sequence[int], by: Actor) -> None:
    notify.notify(
        postings_in(body_ids, "movement.read", by.day),
        kind="bulletin_sent",
        text=_("%(body)s gửi bản tin: %(title)s")
        % {"body": bulletin.body.name, "title": bulletin.title},
        address=reverse("outreach:bulletin-detail", args=[bulletin.pk]),
    )
