"""Delegations: an official lends his posting's capabilities for a time, by a paper."""

from datetime import date

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.actions.checks import require_running
from phongtrao.org.models import Account, Delegation, Posting
from phongtrao.org.permissions import Actor, may_end_delegation
from phongtrao.org.queries import people_near


@transaction.atomic
def delegate(
    posting: Posting,
    to_account: Account,
    *,
    valid_from: date,
    valid_to: date,
    paper_number: str,
    paper_date: date,
    by: Actor,
) -> Delegation:
    """Lend the capabilities of one's own posting; `valid_to` is the first day without them.

    Raises Refused when the giver himself acts by delegation, Forbidden for another's posting,
    InvalidInput for himself, for people of other bodies and for days that do not fit.
    """
    _require_own(posting, by)
    rows = Posting.objects.select_for_update(of=("self",)).select_related("body")
    posting = rows.get(pk=posting.pk)
    _require_receiver(posting, to_account)
    _require_standing(posting, valid_from)
    _require_days(posting, valid_from, valid_to, paper_date)
    _require_new(posting, to_account, valid_from, valid_to)
    if not tidy_line(paper_number):
        raise _invalid("paper_number", N_("Hãy nhập số văn bản ủy quyền."))
    delegation = Delegation.objects.create(
        from_posting=posting,
        to_account=to_account,
        valid_from=valid_from,
        valid_to=valid_to,
        paper_number=tidy_line(paper_number),
        paper_date=paper_date,
    )
    _record("delegation.given", delegation, by)
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, by: Actor) -> None:
    """Take lent capabilities back at once; by the giver or by an administrator of the body.

    One that began today or later leaves no day behind, so its row goes; the audit chain keeps it.
    Raises Forbidden for others, Refused for one that is over.
    """
    rows = Delegation.objects.select_for_update(of=("self",))
    delegation = rows.select_related("from_posting__body").get(pk=delegation.pk)
    if not may_end_delegation(by, delegation):
        raise Forbidden(
            N_(
                "Chỉ người ủy quyền hoặc quản trị hệ thống của cơ quan mới chấm dứt được ủy quyền "
                "này. Chưa có gì thay đổi."
            ),
            code="not_giver",
        )
    require_running(
        delegation.valid_to, N_("Ủy quyền này đã hết thời hạn nên chưa có gì thay đổi.")
    )
    today = clock.today()
    _record("delegation.ended", delegation, by)
    if delegation.valid_from >= today:
        delegation.delete()
        return
    delegation.valid_to = today
    delegation.save(update_fields=["valid_to"])


def _require_own(posting: Posting, by: Actor) -> None:
    if by.delegation is not None:
        raise Refused(
            N_(
                "Bạn đang làm việc theo ủy quyền nên không được ủy quyền lại. Chưa có gì thay đổi. "
                "Hãy đề nghị người ủy quyền trực tiếp giao cho người khác."
            ),
            code="no_redelegation",
        )
    if by.posting_id != posting.pk or posting.account_id != by.account_id:
        raise Forbidden(
            N_("Chỉ người giữ chức vụ mới ủy quyền được chức vụ đó. Chưa có gì thay đổi."),
            code="not_own_posting",
        )


def _require_receiver(posting: Posting, to_account: Account) -> None:
    if to_account.pk == posting.account_id:
        raise _invalid("to_account", N_("Không ủy quyền cho chính mình. Hãy chọn người khác."))
    if not people_near(posting, clock.today()).filter(pk=to_account.pk).exists():
        raise _invalid(
            "to_account",
            N_(
                "Chỉ ủy quyền được cho người đang giữ chức vụ trong cùng cơ quan hoặc bộ phận"
                " thuộc cơ quan đó."
            ),
        )


def _require_standing(posting: Posting, start: date) -> None:
    if posting.valid_to is not None and posting.valid_to <= start:
        raise Refused(
            N_(
                "Chức vụ này thôi giữ từ ngày %(day)s nên không ủy quyền được. Chưa có gì thay đổi."
            ),
            code="posting_ended",
            day=date_vn(posting.valid_to),
        )


def _require_days(posting: Posting, start: date, end: date, paper_date: date) -> None:
    if start < clock.today():
        raise _invalid("valid_from", N_("Ủy quyền không bắt đầu trước hôm nay."))
    if end <= start:
        raise _invalid("valid_to", N_("Ngày kết thúc phải sau ngày bắt đầu."))
    if paper_date > start:
        raise _invalid("paper_date", N_("Văn bản ủy quyền phải ký trước hoặc đúng ngày bắt đầu."))
    starts_early = start < posting.valid_from
    if starts_early or (posting.valid_to is not None and end > posting.valid_to):
        raise _invalid(
            "valid_to", N_("Thời hạn ủy quyền không được dài hơn thời gian giữ chức vụ.")
        )


def _require_new(posting: Posting, to_account: Account, start: date, end: date) -> None:
    overlapping = Delegation.objects.filter(
        from_posting=posting, to_account=to_account, valid_from__lt=end
    ).exclude(valid_to__lte=start)
    if overlapping.exists():
        raise Refused(
            N_(
                "Đã có ủy quyền cho người này trong thời gian đó nên chưa lưu. "
                "Hãy chấm dứt ủy quyền cũ trước, hoặc chọn thời gian khác."
            ),
            code="delegation_twice",
        )


def _invalid(field: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code=f"delegation_{field}", fields={field: sentence})


def _record(verb: str, delegation: Delegation, by: Actor) -> None:
    end = delegation.valid_to
    audit.record(
        verb,
        delegation,
        by=by,
        from_posting=delegation.from_posting_id,
        to_account=delegation.to_account_id,
        paper_number=delegation.paper_number,
        paper_date=delegation.paper_date.isoformat(),
        valid_from=delegation.valid_from.isoformat(),
        valid_to=end.isoformat() if end else None,
    )
