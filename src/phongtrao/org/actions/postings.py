"""Postings: who acts for which body from when until when."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.audit import Author
from phongtrao.core.errors import N_, InvalidInput, NotFound, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.actions.checks import (
    require_administrator,
    require_end,
    require_other,
    require_period,
    require_running,
)
from phongtrao.org.gazetteer.country import ROOT_ID
from phongtrao.org.models import Account, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import accounts_visible
from phongtrao.org.roles import Role


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a posting: where, as what, by which paper, from when until when."""

    body: Body
    role: str
    capacity: str
    basis: str
    valid_from: date
    valid_to: date | None = None
    """The first day without it; None: open."""


@transaction.atomic
def appoint(account: Account, terms: Terms, *, by: Actor) -> Posting:
    """Give an account a posting in a body, with the paper it rests on.

    Raises Forbidden outside the administrator's area and for himself, NotFound for an account he
    does not see, InvalidInput without a basis or for days outside the life of the body, Refused
    when the account holds that role there already.
    """
    require_administrator(by, terms.body)
    require_other(account, by)
    if not accounts_visible(by).filter(pk=account.pk).exists():
        raise NotFound
    return post(account, terms, by=by)


@transaction.atomic
def end_posting(posting: Posting, on: date, *, by: Actor, basis: str = "") -> Posting:
    """End a posting: `on` is the first day without its rights; what it lent ends with it.

    Raises Forbidden outside the administrator's area, Refused for one that has ended and for the
    last administrator of the country, InvalidInput for a day in the past or before it began.
    """
    rows = Posting.objects.select_for_update(of=("self",)).select_related("body")
    posting = rows.get(pk=posting.pk)
    require_administrator(by, posting.body)
    return close(posting, on, by=by, basis=basis)


def close(posting: Posting, on: date, *, by: Author, basis: str) -> Posting:
    """End a locked posting once the permission is settled; `end_posting` says what it refuses."""
    require_running(
        posting.valid_to, N_("Chức vụ này đã thôi giữ từ trước nên chưa có gì thay đổi.")
    )
    require_end(posting.valid_from, on)
    _keep_an_administrator(posting, on)
    posting.valid_to = on
    posting.save(update_fields=["valid_to"])
    posting.delegations_out.filter(valid_from__lt=on, valid_to__gt=on).update(valid_to=on)
    audit.record("posting.ended", posting, by=by, on=on.isoformat(), basis=tidy_line(basis))
    return posting


def post(account: Account, terms: Terms, *, by: Author) -> Posting:
    """Write a posting once the permission is settled; `appoint` says what it refuses."""
    _require_named(terms)
    require_period(terms.valid_from, terms.valid_to)
    _require_life_of_body(terms)
    _require_new(account, terms)
    posting = Posting.objects.create(
        account=account,
        body=terms.body,
        role=terms.role,
        capacity=tidy_line(terms.capacity),
        basis=tidy_line(terms.basis),
        valid_from=terms.valid_from,
        valid_to=terms.valid_to,
    )
    audit.record(
        "posting.made",
        posting,
        by=by,
        account=account.pk,
        body=terms.body.pk,
        role=terms.role,
        basis=posting.basis,
        valid_from=terms.valid_from.isoformat(),
        valid_to=terms.valid_to.isoformat() if terms.valid_to else None,
    )
    return posting


def _require_named(terms: Terms) -> None:
    faults = {}
    if terms.role not in Role.values:
        faults["role"] = N_("Hãy chọn một vai trò trong danh sách.")
    if not tidy_line(terms.capacity):
        faults["capacity"] = N_("Hãy nhập chức vụ như trong văn bản.")
    if not tidy_line(terms.basis):
        faults["basis"] = N_("Hãy nhập số, ngày văn bản giao chức vụ.")
    if faults:
        raise InvalidInput(
            N_("Thiếu vai trò, chức vụ hoặc văn bản làm căn cứ nên chưa lưu."),
            code="posting_incomplete",
            fields=faults,
        )


def _require_life_of_body(terms: Terms) -> None:
    opened, closed = terms.body.valid_from, terms.body.valid_to
    outlives = closed is not None and (terms.valid_to is None or terms.valid_to > closed)
    if terms.valid_from < opened or outlives:
        sentence = N_("Thời gian giữ chức vụ phải nằm trong thời gian cơ quan này tồn tại.")
        raise InvalidInput(sentence, code="body_life", fields={"valid_from": sentence})


def _require_new(account: Account, terms: Terms) -> None:
    same = Posting.objects.filter(account=account, body=terms.body, role=terms.role)
    overlapping = same.exclude(valid_to__lte=terms.valid_from)
    if terms.valid_to is not None:
        overlapping = overlapping.filter(valid_from__lt=terms.valid_to)
    if overlapping.exists():
        raise Refused(
            N_(
                "Tài khoản đã giữ vai trò này ở cơ quan này trong thời gian đó nên chưa lưu. "
                "Hãy cho thôi giữ chức vụ cũ trước, hoặc chọn thời gian khác."
            ),
            code="posting_twice",
        )


def _keep_an_administrator(posting: Posting, on: date) -> None:
    """Without an administrator of the country nobody could appoint one."""
    if posting.role != Role.ADMINISTRATOR or posting.body.area_id != ROOT_ID:
        return
    others = Posting.objects.on(on).filter(
        role=Role.ADMINISTRATOR, body__area_id=ROOT_ID, account__is_active=True
    )
    if not others.exclude(pk=posting.pk).exists():
        raise Refused(
            N_(
                "Đây là quản trị hệ thống cuối cùng của cấp Trung ương nên chưa cho thôi giữ. "
                "Hãy giao vai trò này cho người khác trước."
            ),
            code="last_administrator",
        )
