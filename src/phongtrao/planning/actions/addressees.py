"""Whom a requirement is addressed to, and what a body makes of it short of tasks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions
from phongtrao.planning.models import ProgrammeContent, Requirement, RequirementAddressee
from phongtrao.planning.rules import concretise_by
from phongtrao.planning.workflow import ADDRESSEE, AddresseeState, Part


@transaction.atomic
def declare_standing(
    addressee: RequirementAddressee, *, by: Actor, note: str = ""
) -> RequirementAddressee:
    """Declare a requirement standing work of the acting body: a heading of its periodic report.

    Raises Forbidden and TransitionRefused.
    """
    return _decide(addressee, "declare_standing", "requirement.declared_standing", by, note)


@transaction.atomic
def set_separate_regime(
    addressee: RequirementAddressee, *, by: Actor, note: str = ""
) -> RequirementAddressee:
    """Take a requirement out of content tracking: only done or not done, and when, is kept.

    Raises Forbidden and TransitionRefused.
    """
    return _decide(addressee, "separate", "requirement.set_separate", by, note)


@transaction.atomic
def reopen_addressee(addressee: RequirementAddressee, *, by: Actor) -> RequirementAddressee:
    """Take back a declaration (standing, separate regime), so that it can be decided anew.

    Raises Forbidden and TransitionRefused.
    """
    addressee = _locked(addressee, by)
    addressee.state = ADDRESSEE.target("reopen", current=AddresseeState(addressee.state))
    addressee.decided_at = addressee.decided_by = addressee.done_on = None
    addressee.note = ""
    addressee.save()
    audit.record("requirement.reopened", addressee.requirement, by=by, body=addressee.body_id)
    return addressee


@transaction.atomic
def mark_separate_done(
    addressee: RequirementAddressee, *, done_on: date, by: Actor
) -> RequirementAddressee:
    """Note the day on which work under a separate regime was done; nothing of its content.

    Raises Forbidden, Refused (not under a separate regime, or noted already) and InvalidInput (a
    day to come, or before the body was addressed).
    """
    addressee = _locked(addressee, by)
    if addressee.state != AddresseeState.SEPARATE_REGIME:
        raise Refused(N_("Nội dung này không theo chế độ riêng; chưa ghi nhận gì."))
    if addressee.done_on is not None:
        raise Refused(
            N_("Đã ghi nhận thực hiện ngày %(day)s; không ghi lần nữa."),
            day=f"{addressee.done_on:%d/%m/%Y}",
        )
    issued_on = addressee.requirement.document.issued_on
    if done_on > by.day or (issued_on and done_on < issued_on):
        raise InvalidInput(
            N_("Ngày thực hiện %(day)s phải từ ngày ban hành văn bản đến hôm nay."),
            "done.day",
            day=f"{done_on:%d/%m/%Y}",
        )
    addressee.done_on = done_on
    addressee.save(update_fields=["done_on"])
    audit.record(
        "requirement.separate_done",
        addressee.requirement,
        by=by,
        body=addressee.body_id,
        done_on=str(done_on),
    )
    return addressee


@transaction.atomic
def add_addressees(
    requirement: Requirement, bodies: Sequence[Body], *, part: str, by: Actor
) -> list[RequirementAddressee]:
    """Name further bodies for a requirement: those that the paper calls by a group or not at all.

    Bodies that are addressed already are left as they are. Raises Forbidden and InvalidInput.
    """
    requirement = _locked_requirement(requirement, by)
    far = permissions.bodies_out_of_reach(by, bodies)
    if far:
        raise InvalidInput(
            N_("%(names)s không thuộc phạm vi của cơ quan bạn hoặc đã ngừng hoạt động."),
            "addressee.out_of_reach",
            names=", ".join(body.name for body in far),
        )
    known = set(requirement.addressees.values_list("body_id", flat=True))
    until = concretise_by(by.day, work_calendar()) if part == Part.LEAD else None
    added = RequirementAddressee.objects.bulk_create(
        RequirementAddressee(
            requirement=requirement,
            body_id=body_id,
            part=Part(part),
            addressed_on=by.day,
            concretise_by=until,
        )
        for body_id in dict.fromkeys(body.pk for body in bodies)
        if body_id not in known
    )
    ids = [row.body_id for row in added]
    audit.record("requirement.addressed", requirement, by=by, bodies=ids, part=str(part))
    _tell(requirement, ids, by)
    return added


@transaction.atomic
def map_content(
    requirement: Requirement, content: ProgrammeContent | None, *, by: Actor
) -> Requirement:
    """Map a requirement to a content of its programme, or to none.

    Raises Forbidden and InvalidInput (a content of another programme).
    """
    requirement = _locked_requirement(requirement, by)
    if content is not None and content.programme_id != requirement.document.programme_id:
        raise InvalidInput(N_("Nội dung này thuộc chương trình khác."))
    requirement.content = content
    requirement.row_version += 1
    requirement.save(update_fields=["content", "row_version"])
    audit.record(
        "requirement.mapped", requirement, by=by, content=content.code if content else None
    )
    return requirement


def _decide(
    addressee: RequirementAddressee, verb: str, audited_as: str, by: Actor, note: str
) -> RequirementAddressee:
    addressee = _locked(addressee, by)
    addressee.state = ADDRESSEE.target(verb, current=AddresseeState(addressee.state))
    addressee.decided_at = clock.now()
    addressee.decided_by_id = by.posting_id
    addressee.note = tidy_line(note)[:500]
    addressee.save(update_fields=["state", "decided_at", "decided_by", "note"])
    audit.record(audited_as, addressee.requirement, by=by, body=addressee.body_id)
    _tell_home(addressee, by)
    return addressee


def _locked(addressee: RequirementAddressee, by: Actor) -> RequirementAddressee:
    found = (
        RequirementAddressee.objects.select_for_update(of=("self",))
        .select_related("requirement__document", "body")
        .get(pk=addressee.pk)
    )
    if not permissions.can_concretise(by, found):
        raise Forbidden(N_("Chỉ cơ quan được giao nội dung này mới quyết định được."))
    return found


def _locked_requirement(requirement: Requirement, by: Actor) -> Requirement:
    found = (
        Requirement.objects.select_for_update(of=("self",))
        .select_related("document")
        .get(pk=requirement.pk)
    )
    if not permissions.can_address(by, found):
        raise Forbidden(N_("Chỉ cơ quan ghi văn bản vào sổ mới thêm cơ quan, xếp nội dung được."))
    return found


def _tell(requirement: Requirement, bodies: list[int], by: Actor) -> None:
    accounts = postings_in(bodies, "requirement.concretise", by.day)
    text = _("Văn bản %(heading)s giao việc cho cơ quan của bạn.")
    _notify(accounts, "requirement.addressed", text, requirement, by)


def _tell_home(addressee: RequirementAddressee, by: Actor) -> None:
    home = addressee.requirement.document.home_body_id
    accounts = postings_in([home], "intake.accept", by.day)
    text = _("%(body)s: %(state)s (văn bản %(heading)s).")
    _notify(
        accounts,
        "requirement.decided",
        text,
        addressee.requirement,
        by,
        body=addressee.body.name,
        state=AddresseeState(addressee.state).label,
    )


def _notify(
    accounts: set[int], kind: str, text: str, requirement: Requirement, by: Actor, **words: Any
) -> None:
    notify.notify(
        accounts - {by.account_id},
        kind=kind,
        text=text % {"heading": requirement.document.heading, **words},
        address=reverse("planning:requirement-detail", args=[requirement.pk]),
    )
