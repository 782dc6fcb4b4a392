"""An issued paper goes to many bodies in one act, as it is or copied; and is called back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning.permissions import bodies_not_near
from phongtrao.publishing import permissions
from phongtrao.publishing.actions.editing import touch
from phongtrao.publishing.actions.steps import (
    add_step,
    locked,
    posting_of,
    require_text,
    require_version,
    tell,
)
from phongtrao.publishing.models import Paper, PaperDelivery
from phongtrao.publishing.workflow import PAPER, DeliveryForm, PaperState, StepKind

_MOST_BODIES = 4_000  # all communes of the country and the bodies beside them
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Sent:
    """To how many bodies a paper went just now, and how many had it before."""

    new: int
    before: int


@transaction.atomic
def send_paper(
    paper: Paper,
    bodies: Sequence[Body],
    *,
    by: Actor,
    form: DeliveryForm = DeliveryForm.ORIGINAL,
    copy_number: str = "",
) -> Sent:
    """Send an issued paper to bodies above, beside or below, as it is or as a *sao y*.

    A body to which it went before keeps what it got, so a second act sends to the others only.
    Raises ``Forbidden``, ``TransitionRefused``, ``InvalidInput`` (nobody, out of reach, a copy
    without its number) and ``Refused`` (all have it, the number is another paper's, the posting
    has ended).
    """
    found = locked(paper)
    if not permissions.can_send(by, found):
        raise Forbidden(N_("Chỉ cơ quan ban hành mới gửi được văn bản này. Chưa có gì thay đổi."))
    if form == DeliveryForm.TRANSCRIPT:
        raise InvalidInput(
            N_("Bản sao lục được sao từ bản sao y; cơ quan ban hành gửi bản chính hoặc bản sao y."),
            "send.form",
            fields={"form": N_("Hãy chọn bản chính hoặc bản sao y.")},
        )
    return _send(found, bodies, form, copy_number, by)


@transaction.atomic
def pass_on(
    delivery: PaperDelivery, bodies: Sequence[Body], *, copy_number: str, by: Actor
) -> Sent:
    """Send copies of a paper that one's body has received to further bodies (*sao gửi*).

    From an official copy a *sao y* is made, from a copy a *sao lục* (Nghị định 30/2020/NĐ-CP,
    Điều 3 and 25). Raises as `send_paper`.
    """
    found = locked(delivery.paper)
    here = PaperDelivery.objects.get(pk=delivery.pk)
    if not permissions.can_pass_on(by, here):
        raise Forbidden(
            N_("Chỉ cơ quan đã xác nhận nhận văn bản mới sao gửi tiếp được. Chưa có gì thay đổi.")
        )
    return _send(found, bodies, copy_form(here), copy_number, by)


def copy_form(delivery: PaperDelivery) -> DeliveryForm:
    """What a copy made from what a body got is called."""
    is_first = delivery.form == DeliveryForm.ORIGINAL
    return DeliveryForm.COPY if is_first else DeliveryForm.TRANSCRIPT


@transaction.atomic
def recall_paper(paper: Paper, reason: str, *, expected_version: int, by: Actor) -> Paper:
    """Call an issued paper back from everybody (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 4).

    Who has it keeps its receipt and reads the reason. Raises ``Forbidden``,
    ``TransitionRefused``, ``StaleVersion``, ``InvalidInput`` (no reason).
    """
    found = locked(paper)
    if not permissions.can_send(by, found):
        raise Forbidden(N_("Chỉ cơ quan ban hành mới thu hồi được văn bản. Chưa có gì thay đổi."))
    state = PAPER.target("recall", current=PaperState(found.state))
    require_version(found, expected_version)
    words = require_text(reason, N_("Chưa ghi lý do thu hồi."))
    found.state = state
    add_step(found, StepKind.RECALLED, by=by, text=words)
    touch(found)
    bodies = list(found.deliveries.values_list("body_id", flat=True))
    audit.record("paper.recalled", found, by=by, number=found.heading, bodies=len(bodies))
    told = _("Thu hồi văn bản số %(number)s, hãy hủy bản đã nhận: %(reason)s")
    text = told % {"number": found.heading, "reason": words}
    notify.notify(
        postings_in(bodies, "paper.receive", clock.today()) - {by.account_id},
        kind="paper.recalled",
        text=text,
        address=reverse("publishing:received-list"),
    )
    tell(found, text, "paper.recalled", by, "paper.draft", "paper.record_signed")
    return found


def _send(
    paper: Paper, bodies: Sequence[Body], form: DeliveryForm, copy_number: str, by: Actor
) -> Sent:
    """Write one row for each body that has none yet; the paper's row is held."""
    PAPER.target("send", current=PaperState(paper.state))
    posting = posting_of(by)
    _require_reachable(paper, bodies, by)
    number = _require_copy_number(paper, form, copy_number, by)
    known = set(paper.deliveries.values_list("body_id", flat=True))
    new = {body.pk: body for body in bodies if body.pk not in known}
    before = len({body.pk for body in bodies}) - len(new)
    if not new:
        raise Refused(_ALL_HAVE_IT, code="sent_before", count=before, how=_how(paper, bodies))
    copied_by = by.body_id if form != DeliveryForm.ORIGINAL else None
    moment, day = clock.now(), clock.today()
    PaperDelivery.objects.bulk_create(
        [
            PaperDelivery(
                paper=paper,
                body=body,
                form=form,
                copied_by_id=copied_by,
                copy_number=number,
                sent_on=day,
                sent_at=moment,
                sent_by=posting,
            )
            for body in new.values()
        ],
        batch_size=500,
    )
    _told_of(paper, sorted(new), form, number, by)
    return Sent(len(new), before)


def _told_of(
    paper: Paper, bodies: Sequence[int], form: DeliveryForm, number: str, by: Actor
) -> None:
    """The step, the entry of the chain and the notices of one act of sending."""
    as_what = f"{DeliveryForm(form).label} {number}".strip()
    words = _("%(form)s, %(count)s cơ quan") % {"form": as_what, "count": len(bodies)}
    add_step(paper, StepKind.SENT, by=by, text=words)
    audit.record("paper.sent", paper, by=by, form=form, number=number, bodies=list(bodies))
    told = _("Văn bản được gửi, chờ xác nhận: %(number)s %(paper)s.")
    notify.notify(
        postings_in(bodies, "paper.receive", clock.today()) - {by.account_id},
        kind="paper.sent",
        text=told % {"number": paper.heading, "paper": paper},
        address=reverse("publishing:received-list"),
    )


_ALL_HAVE_IT = N_(
    "%(count)s cơ quan đã chọn đều được gửi văn bản này rồi (%(how)s) nên chưa gửi lần nữa;"
    " số đã ghi được giữ nguyên. Hãy chọn cơ quan khác hoặc xem danh sách nơi nhận."
)


def _how(paper: Paper, bodies: Sequence[Body]) -> str:
    """As what the first of these bodies got the paper before."""
    first = paper.deliveries.filter(body__in=[body.pk for body in bodies]).first()
    return first.form_words if first is not None else ""


def _require_reachable(paper: Paper, bodies: Sequence[Body], by: Actor) -> None:
    if not bodies or len(bodies) > _MOST_BODIES:
        raise InvalidInput(
            N_("Hãy chọn từ 1 đến %(most)s cơ quan nhận. Chưa gửi cho ai."),
            "send.nobody",
            most=_MOST_BODIES,
        )
    own = {paper.body_id, by.body_id}
    far = [body for body in bodies if body.pk in own] + bodies_not_near(by, bodies)
    if far:
        raise InvalidInput(
            N_(
                "%(names)s không nhận được văn bản này: là chính cơ quan gửi, đã thôi hoạt động,"
                " hoặc ở ngoài phạm vi. Chưa gửi cho ai; hãy bỏ khỏi danh sách rồi gửi lại."
            ),
            "send.far",
            names=", ".join(body.name for body in far[:5]),
        )


def _require_copy_number(paper: Paper, form: DeliveryForm, typed: str, by: Actor) -> str:
    """The number of a copy in the copying body's own series of the year, never two papers'."""
    number = tidy_line(typed)
    if form == DeliveryForm.ORIGINAL:
        return ""
    if not number or len(number) > _LONGEST_NUMBER:
        raise InvalidInput(
            N_("Bản sao cần số, ký hiệu bản sao. Chưa gửi cho ai."),
            "send.copy_number",
            fields={"copy_number": N_("Ghi số, ký hiệu bản sao, nhiều nhất 60 ký tự.")},
        )
    same = PaperDelivery.objects.filter(copied_by=by.body_id, copy_number=number)
    other = same.filter(sent_on__year=clock.today().year).exclude(paper=paper)
    taken = other.select_related("paper").first()
    if taken is not None:
        raise Refused(
            N_(
                "Số bản sao %(number)s đã ghi cho văn bản %(other)s trong năm nay nên chưa gửi."
                " Hãy kiểm tra sổ đăng ký bản sao."
            ),
            code="copy_number_taken",
            number=number,
            other=taken.paper.heading,
        )
    return number
