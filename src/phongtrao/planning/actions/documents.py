"""Take an arrived paper into the register, with all that it asks for."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify, search
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.core.vietnamese import fold
from phongtrao.core.working_days import work_calendar
from phongtrao.intake.actions import accept_draft
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.permissions import can_decide
from phongtrao.intake.workflow import DRAFT, DraftState, ItemState
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import body_for_org_id, known_day, named_bodies, postings_in
from phongtrao.planning.actions.proposals import propose_items
from phongtrao.planning.models import (
    DocumentReference,
    Programme,
    ProgrammeAlias,
    ProgrammeDocument,
    Requirement,
    RequirementAddressee,
)
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.rules import concretise_by, name_key, number_key
from phongtrao.planning.workflow import Part


@transaction.atomic
def adopt_draft(
    draft: Draft, *, programme: Programme, by: Actor, proposals: Collection[int] = ()
) -> ProgrammeDocument:
    """Make an arrived paper a paper of the programme: its requirements and addressees exist.

    Items that the official dropped are left out; those named in `proposals` (by id) become
    proposals of the issuer. Bodies that stand for no single body here stay as the paper's words.
    Raises Forbidden, TransitionRefused (already decided) and Refused (the paper is in the
    register already, the proposals of nobody known).
    """
    draft = Draft.objects.select_for_update(of=("self",)).select_related("file").get(pk=draft.pk)
    if not can_decide(by, draft):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan đã nhận văn bản mới xác nhận được."))
    DRAFT.target("accept", current=DraftState(draft.state))
    _refuse_duplicate(draft, by)
    document = _write_document(draft, programme, by)
    _write_references(document, draft.references)
    kept = list(draft.items.exclude(state=ItemState.DROPPED).order_by("position", "pk"))
    items = [item for item in kept if item.pk not in proposals]
    addressed = _write_requirements(document, items, by.day)
    propose_items(document, [item for item in kept if item.pk in proposals], by=by)
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
    search.refresh(ProgrammeDocument, [document.pk])
    search.refresh(Requirement, document.requirements.values_list("pk", flat=True))
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
        registered_by=posting_of(by),
    )


def _issuer(draft: Draft) -> Body | None:
    """The one body that issued the paper: by the name as it stands, else as extraction read it."""
    day = known_day(draft.issued_on or clock.today())
    called = named_bodies(draft.issuer_text, day)
    if len(called) == 1:
        return called[0]
    rows = (draft.extraction.get("metadata") or {}).get("issuers") or []
    read = [row for row in rows if row.get("role") != "parent" and "corrected_from" not in row]
    org_id = read[0].get("org_id") if read else ""
    return body_for_org_id(org_id, day) if org_id else None


def _write_references(document: ProgrammeDocument, rows: Iterable[dict[str, Any]]) -> None:
    numbered = {number_key(str(row.get("number") or "")): row for row in rows}
    numbered.pop("", None)
    numbered.pop(document.number_key, None)
    aliases, known = _aliases(numbered), _known(document, numbered)
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
    _link_earlier(document)


def _aliases(numbers: Iterable[str]) -> dict[str, int]:
    """Alias key → programme, for those of the numbers that name one."""
    rows = ProgrammeAlias.objects.filter(key__in=[name_key(number) for number in numbers])
    return dict(rows.values_list("key", "programme_id"))


def _known(document: ProgrammeDocument, numbers: Iterable[str]) -> dict[str, int]:
    """Number key → the paper of that number in the same register."""
    rows = ProgrammeDocument.objects.filter(
        home_body_id=document.home_body_id, number_key__in=list(numbers)
    )
    return dict(rows.values_list("number_key", "pk"))


def _link_earlier(document: ProgrammeDocument) -> None:
    """Papers registered before this one may have named it."""
    if not document.number_key:
        return
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
    return _write_addressees(list(zip(requirements, items, strict=True)), day)


def _write_addressees(pairs: list[tuple[Requirement, DraftRequirement]], day: date) -> set[int]:
    """Who is addressed by which requirement; ids that no longer are bodies are left out."""
    parts = [(requirement, _parts(item)) for requirement, item in pairs]
    named = {body for _requirement, by_body in parts for body in by_body}
    bodies = set(Body.objects.filter(pk__in=named).values_list("pk", flat=True))
    until = concretise_by(day, work_calendar())
    addressees = [
        RequirementAddressee(
            requirement=requirement,
            body_id=body,
            part=part,
            addressed_on=day,
            concretise_by=until if part == Part.LEAD else None,
        )
        for requirement, by_body in parts
        for body, part in by_body.items()
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
    accounts = postings_in(bodies, "requirement.concretise", by.day)
    notify.notify(
        accounts - {by.account_id},
        kind="document.registered",
        text=_("Văn bản %(heading)s giao việc cho cơ quan của bạn.")
        % {"heading": document.heading},
        address=reverse("planning:document-detail", args=[document.pk]),
    )
