"""Plan a meeting, and correct what was planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.meetings.actions.sections import require_unused
from phongtrao.fieldwork.meetings.models import (
    AgendaItem,
    Meeting,
    MeetingPartner,
    MeetingSection,
)
from phongtrao.fieldwork.meetings.rules import FORMS, KINDS, AgendaLine
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_recorder,
    save_changed,
    write_partners,
)
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class MeetingTerms:
    """What a meeting is about, when and where, who is in the chair, its agenda and partners.

    `others` are further programmes that a conference treats in sections of their own.
    """

    programme: Programme
    area_id: int
    kind: str
    title: str
    held_on: date
    form: str = "truc_tiep"
    series: str = ""
    starts_at: time | None = None
    venue: str = ""
    chair: str = ""
    plan_paper: str = ""
    others: Sequence[Programme] = ()
    partners: Sequence[Body] = ()
    agenda: Sequence[AgendaLine] = ()


@transaction.atomic
def plan_meeting(terms: MeetingTerms, *, by: Actor) -> Meeting:
    """Enter a meeting. Raises Forbidden and InvalidInput (no title, a word outside the lists, an
    area out of reach).
    """
    require_recorder(by)
    posting = posting_of(by)
    made = Meeting.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_facts(terms, by),
        held_on=terms.held_on,
    )  # fmt: skip
    _write_parts(made, terms)
    search.refresh(Meeting, [made.pk])
    audit.record("meeting.planned", made, by=by, kind=made.kind)
    return made


@transaction.atomic
def change_meeting(
    meeting: Meeting, terms: MeetingTerms, *, by: Actor, expected_version: int | None = None
) -> Meeting:
    """Other facts of a meeting; its day is moved with a reason. Raises as planning does, and
    StaleVersion.
    """
    found = locked(meeting, by=by, expected_version=expected_version)
    save_changed(found, _facts(terms, by))
    _write_parts(found, terms)
    audit.record("meeting.changed", found, by=by, kind=found.kind)
    return found


def _write_parts(meeting: Meeting, terms: MeetingTerms) -> None:
    write_partners(MeetingPartner, meeting, terms.partners)
    others = {each.pk: each for each in terms.others if each.pk != terms.programme.pk}
    require_unused(meeting, (*others, terms.programme.pk))
    MeetingSection.objects.filter(entry=meeting).delete()
    MeetingSection.objects.bulk_create(
        MeetingSection(entry=meeting, programme=each) for each in others.values()
    )
    AgendaItem.objects.filter(entry=meeting).delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(
            entry=meeting,
            place=place,
            content=line.content,
            presenter=line.presenter,
            minutes=line.minutes,
            programme=_section(line, terms),
        )
        for place, line in enumerate(terms.agenda, start=1)
    )


def _section(line: AgendaLine, terms: MeetingTerms) -> Programme | None:
    if not line.section:
        return None
    sought = fold(line.section)
    for each in (terms.programme, *terms.others):
        if sought in (fold(each.short_name), fold(each.code)):
            return each
    said = Sentence(
        N_('Cuộc họp không bàn chương trình "%(name)s". Hãy chọn ở mục chương trình.'),
        {"name": line.section},
    )
    raise InvalidInput(said, fields={"agenda": said})


def _facts(terms: MeetingTerms, by: Actor) -> dict[str, Any]:
    require_known("kind", terms.kind, dict(KINDS))
    require_known("form", terms.form, dict(FORMS))
    title = tidy_line(terms.title)[:300]
    if not title:
        said = Sentence(N_("Hãy ghi tên cuộc họp, hội nghị."))
        raise InvalidInput(said, fields={"title": said})
    series, chair = tidy_line(terms.series)[:120], tidy_line(terms.chair)[:150]
    venue = tidy_line(terms.venue)[:200]
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "form": terms.form,
        "title": title,
        "series": series,
        "starts_at": terms.starts_at,
        "venue": venue,
        "chair": chair,
        "plan_paper": tidy_line(terms.plan_paper)[:200],
        "search_folded": fold("\n".join((title, series, venue, chair))),
    }
