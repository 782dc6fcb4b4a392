"""Take an arrived paper into the register, with all that it asks for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.calendar import shipped_calendar
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.intake.actions import accept_draft
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.permissions import can_decide
from phongtrao.intake.workflow import DRAFT, DraftState, ItemState
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.models import (
    DocumentReference,
    Programme,
    ProgrammeAlias,
    ProgrammeDocument,
    Requirement,
    RequirementAddressee,
)
from phongtrao.planning.rules import concretise_by, name_key, number_key
from phongtrao.planning.workflow import Part


@transaction.atomic
def adopt_draft(draft: Draft, *, programme: Programme, by: Actor) -> ProgrammeDocument:
    """Make an arrived paper a paper of the programme: its requirements and addressees exist.

    Items that the official dropped are left out. Bodies that stand for no single body here stay
    as the paper's words. Raises Forbidden, TransitionRefused (already decided) and Refused (the
    paper is in the register already).
    """
    draft = Draft.objects.select_for_update(of=("self",)).select_related("file").get(pk=draft.pk)
    if not can_decide(by, draft):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan đã nhận văn bản mới xác nhận được."))
    DRAFT.target("accept", current=DraftState(draft.state))
    _refuse_duplicate(draft, by)
    document = _write_document(draft, programme, by)
    _write_references(document, draft.references)
    items = list(draft.items.exclude(state=ItemState.DROPPED).order_by("position", "pk"))
    addressed = _write_requirements(document, items, by.day)
    accept_draft(draft, by=by)
    audit.record(
        "document.registered",
        document,
        by=by,
        programme=programme.code,
        number=document.number,
        draft=draft.pk,
        requirements=len(items),
        addressed_bodies=len(addressed),
    )
    _tell(document, addressed, by)
    return document


def _refuse_duplicate(draft: Draft, by: Actor) -> None:
    key = number_key(draft.number)
    if not key:
        return
    known = ProgrammeDocument.objects.filter(
        home_body_id=by.body_id,
        number_key=key,
        issuer_key=name_key(draft.issuer_text),
        issued_on=draft.issued_on,
    ).first()
    if known is not None:
        raise Refused(
            N_(
                "Văn bản %(heading)s đã có trong sổ từ ngày %(day)s nên không ghi lần nữa. "
                "Bản đề xuất vẫn được giữ; hãy kiểm tra số, ngày, cơ quan ban hành."
            ),
            code="document_known",
            heading=known.heading,
            day=f"{known.registered_on:%d/%m/%Y}",
        )


def _write_document(draft: Draft, programme: Programme, by: Actor) -> ProgrammeDocument:
    words = (draft.number, draft.title, draft.issuer_text, draft.text)
    return ProgrammeDocument.objects.create(
        programme=programme,
        home_body_id=draft.body_id,
        type=draft.document_type,
        number=draft.number,
        number_key=number_key(draft.number),
        issued_on=draft.issued_on,
        issuer_body=_issuer(draft),
        issuer_text=draft.issuer_text,
        issuer_key=name_key(draft.issuer_text),
        title=draft.title,
        file_id=draft.file_id,
        text=draft.text,
        search_folded=fold("\n".join(words)),
        draft=draft,
        registered_at=clock.now(),
        registered_on=by.day,
        registered_by_id=by.posting_id,
    )


def _issuer(draft: Draft) -> Body | None:
    """The one body that is called like the issuer on the day of issue, if there is exactly one."""
    name = tidy_line(draft.issuer_text)
    if not name:
        return None
    found = Body.objects.on(draft.issued_on or clock.today()).filter(name_folded=fold(name))[:2]
    return found[0] if len(found) == 1 else None


def _write_references(document: ProgrammeDocument, rows: Iterable[dict[str, Any]]) -> None:
    numbered = {number_key(str(row.get("number") or "")): row for row in rows}
    numbered.pop("", None)
    numbered.pop(document.number_key, None)
    aliases = {
        alias.key: alias.programme_id
        for alias in ProgrammeAlias.objects.filter(key__in=[name_key(n) for n in numbered])
    }
    known = {
        row.number_key: row.pk
        for row in ProgrammeDocument.objects.filter(
            home_body_id=document.home_body_id, number_key__in=numbered
        ).only("pk", "number_key")
    }
    DocumentReference.objects.bulk_create(
        DocumentReference(
            document=document,
            number=str(row["number"])[:80],
            number_key=key[:80],
            type=str(row.get("type") or "")[:60],
            issued_on=_full_date(row.get("date")),
            name=str(row.get("name") or ""),
            target_id=known.get(key),
            target_programme_id=aliases.get(name_key(key)),
        )
        for key, row in numbered.items()
    )
    # Papers registered before this one may have named it.
    if document.number_key:
        DocumentReference.objects.filter(
            document__home_body_id=document.home_body_id,
            number_key=document.number_key,
            target=None,
        ).exclude(document=document).update(target=document)


def _full_date(text: Any) -> date | None:
    """The day of an ISO date; None for a partial one ("2025-07") or none."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _write_requirements(
    document: ProgrammeDocument, items: list[DraftRequirement], day: date
) -> set[int]:
    """The requirements and their addressees; returns the ids of all addressed bodies."""
    requirements = Requirement.objects.bulk_create(
        Requirement(
            document=document,
            position=position,
            action=item.action,
            start=item.start,
            end=item.end,
            deadline_text=item.deadline_text,
            deadline_norm=item.deadline_norm,
            due_on=item.due_on,
            addressed_as="; ".join(_unmatched(item)),
        )
        for position, item in enumerate(items, start=1)
    )
    named = {
        body
        for item in items
        for row in [*item.leads, *item.coordinators]
        if (body := row.get("body_id"))
    }
    bodies = set(Body.objects.filter(pk__in=named).values_list("pk", flat=True))
    until = concretise_by(day, shipped_calendar())
    addressees = [
        RequirementAddressee(
            requirement=requirement,
            body_id=body,
            part=part,
            addressed_on=day,
            concretise_by=until if part == Part.LEAD else None,
        )
        for requirement, item in zip(requirements, items, strict=True)
        for body, part in _parts(item).items()
        if body in bodies
    ]
    RequirementAddressee.objects.bulk_create(addressees, batch_size=500)
    return {row.body_id for row in addressees}


def _parts(item: DraftRequirement) -> dict[int, str]:
    """Body → part; a body named in both is a lead."""
    parts: dict[int, str] = {}
    for rows, part in ((item.coordinators, Part.COORDINATING), (item.leads, Part.LEAD)):
        for row in rows:
            if row.get("body_id"):
                parts[row["body_id"]] = part
    return parts


def _unmatched(item: DraftRequirement) -> list[str]:
    rows = [*item.leads, *item.coordinators]
    return list(dict.fromkeys(row["text"] for row in rows if not row.get("body_id")))


def _tell(document: ProgrammeDocument, bodies: set[int], by: Actor) -> None:
    accounts = queries.accounts_of(bodies, capability="requirement.concretise", day=by.day)
    notify.notify(
        set(accounts) - {by.account_id},
        kind="document.registered",
        text=_("Văn bản %(heading)s giao việc cho cơ quan của bạn.")
        % {"heading": document.heading},
        address=reverse("planning:document-detail", args=[document.pk]),
    )
