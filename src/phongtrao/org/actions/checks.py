"""Refusals that several verbs of org share, each one sentence."""

from datetime import date

from django.db.models import Q

from phongtrao.core import clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.org.models import Account, Body, Delegation, Posting
from phongtrao.org.permissions import Actor, may_administer


def require_administrator(by: Actor, body: Body) -> None:
    """Raise Forbidden unless the actor administers the body: in its area or above."""
    if not may_administer(by, body):
        raise Forbidden(
            N_(
                "Chỉ quản trị hệ thống của cùng địa bàn hoặc địa bàn cấp trên làm được việc này "
                "cho %(body)s. Chưa có gì thay đổi."
            ),
            code="not_administrator",
            body=body.name,
        )


def require_other(account: Account, by: Actor) -> None:
    """Raise Forbidden where an administrator would serve himself."""
    if account.pk == by.account_id:
        raise Forbidden(
            N_(
                "Không tự làm việc này cho tài khoản của chính mình. Chưa có gì thay đổi. "
                "Hãy nhờ một quản trị khác; mật khẩu của mình thì đổi ở mục Đổi mật khẩu."
            ),
            code="himself",
        )


def require_account_administrator(account: Account, by: Actor) -> None:
    """Raise Forbidden unless the actor administers every body the account acts for or may act for.

    Postings and delegations that begin later count too. An account without any goes by its last.
    """
    bodies = _bodies_of(account, by.day)
    if not bodies or not all(may_administer(by, body) for body in bodies):
        raise Forbidden(
            N_(
                "Tài khoản này còn giữ chức vụ hoặc được ủy quyền ở cơ quan ngoài địa bàn bạn "
                "quản trị. Chưa có gì thay đổi. Hãy đề nghị quản trị cấp trên."
            ),
            code="acts_elsewhere",
        )


def require_end(start: date, on: date) -> None:
    """Raise InvalidInput for an end in the past, or not after the beginning."""
    if on < clock.today():
        raise _invalid_day("on", N_("Ngày chấm dứt không được trước hôm nay."))
    if on <= start:
        raise _invalid_day("on", N_("Ngày chấm dứt phải sau ngày bắt đầu."))


def require_period(start: date, end: date | None) -> None:
    """Raise InvalidInput for an end that is not after the beginning."""
    if end is not None and end <= start:
        raise _invalid_day("valid_to", N_("Ngày kết thúc phải sau ngày bắt đầu."))


def require_running(valid_to: date | None, message: str) -> None:
    """Raise Refused for what has ended already."""
    if valid_to is not None and valid_to <= clock.today():
        raise Refused(message, code="ended")


def _invalid_day(field: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="day", fields={field: sentence})


def _bodies_of(account: Account, day: date) -> list[Body]:
    not_over = Q(valid_to=None) | Q(valid_to__gt=day)
    postings = Posting.objects.filter(account=account).select_related("body")
    found = [posting.body for posting in postings.filter(not_over)]
    lent = Delegation.objects.filter(not_over, to_account=account)
    found += [row.from_posting.body for row in lent.select_related("from_posting__body")]
    if found:
        return found
    last = postings.order_by("-valid_to", "-pk").first()
    return [last.body] if last else []
