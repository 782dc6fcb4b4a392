"""Communication: plan a campaign, record a session, change either."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.fieldwork.outreach.models import Campaign, Session, SessionPartner
from phongtrao.fieldwork.outreach.queries.campaigns import require_offered
from phongtrao.fieldwork.outreach.rules import (
    FORMS,
    MOST_ATTENDANCES,
    MOST_SESSIONS,
    audience_name,
    topic_name,
    vocabulary,
)
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
    write_partners,
)
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class CampaignTerms:
    """What a campaign is about, its days, its plan and its message."""

    programme: Programme
    area_id: int
    title: str
    topic: str
    starts_on: date
    ends_on: date
    plan_paper: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class SessionTerms:
    """A session held: when, how, about what, before whom, how many came."""

    programme: Programme
    area_id: int
    held_on: date
    form: str
    topic: str
    audience: str
    attendances: int
    sessions: int = 1
    campaign: Campaign | None = None
    partners: Sequence[Body] = ()
    venue: str = ""
    note: str = ""


@transaction.atomic
def plan_campaign(terms: CampaignTerms, *, by: Actor) -> Campaign:
    """Enter a campaign. Raises Forbidden and InvalidInput (no title, days that run backwards, an
    area out of reach).
    """
    require_recorder(by)
    posting = posting_of(by)
    campaign = Campaign.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_campaign_facts(terms, by),
    )
    search.refresh(Campaign, [campaign.pk])
    audit.record("campaign.planned", campaign, by=by, topic=campaign.topic)
    return campaign


@transaction.atomic
def change_campaign(
    campaign: Campaign, terms: CampaignTerms, *, by: Actor, expected_version: int | None = None
) -> Campaign:
    """Other facts of a campaign. Raises as planning does, and StaleVersion."""
    found = locked(campaign, by=by, expected_version=expected_version)
    save_changed(found, _campaign_facts(terms, by))
    audit.record("campaign.changed", found, by=by, topic=found.topic)
    return found


@transaction.atomic
def record_session(terms: SessionTerms, *, by: Actor) -> Session:
    """Enter a session that was held.

    Raises Forbidden and InvalidInput (a day to come, a word outside the lists, a count out of
    bounds, a campaign of elsewhere).
    """
    require_recorder(by)
    posting = posting_of(by)
    session = Session.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_session_facts(terms, by),
    )
    write_partners(SessionPartner, session, terms.partners)
    audit.record("session.recorded", session, by=by, **_told(session))
    return session


@transaction.atomic
def change_session(
    session: Session, terms: SessionTerms, *, by: Actor, expected_version: int | None = None
) -> Session:
    """Correct a session. Raises as recording does, and StaleVersion."""
    found = locked(session, by=by, expected_version=expected_version)
    save_changed(found, _session_facts(terms, by))
    write_partners(SessionPartner, found, terms.partners)
    audit.record("session.changed", found, by=by, **_told(found))
    return found


def _told(session: Session) -> dict[str, Any]:
    return {"sessions": session.sessions, "attendances": session.attendances}


def _campaign_facts(terms: CampaignTerms, by: Actor) -> dict[str, Any]:
    title = tidy_line(terms.title)[:300]
    if not title:
        said = Sentence(N_("Hãy ghi tên đợt tuyên truyền."))
        raise InvalidInput(said, fields={"title": said})
    if terms.ends_on < terms.starts_on:
        said = Sentence(N_("Ngày kết thúc không trước ngày bắt đầu."))
        raise InvalidInput(said, fields={"ends_on": said})
    require_known("topic", terms.topic, [term.code for term in vocabulary().topics])
    message = tidy(terms.message).strip()[:20_000]
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "title": title,
        "topic": terms.topic,
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "plan_paper": tidy_line(terms.plan_paper)[:200],
        "message": message,
        "search_folded": fold("\n".join((title, topic_name(terms.topic), message))),
    }


def _session_facts(terms: SessionTerms, by: Actor) -> dict[str, Any]:
    require_past(terms.held_on, by, field="held_on")
    words = vocabulary()
    require_known("form", terms.form, [code for code, _name in FORMS])
    require_known("topic", terms.topic, [term.code for term in words.topics])
    require_known("audience", terms.audience, [term.code for term in words.audiences])
    require_within("sessions", terms.sessions, 1, MOST_SESSIONS)
    require_within("attendances", terms.attendances, 0, MOST_ATTENDANCES)
    require_offered(terms.campaign, by)
    venue, note = tidy_line(terms.venue)[:150], tidy_line(terms.note)[:500]
    named = (topic_name(terms.topic), audience_name(terms.audience), venue, note)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "campaign": terms.campaign,
        "held_on": terms.held_on,
        "form": terms.form,
        "topic": terms.topic,
        "audience": terms.audience,
        "sessions": terms.sessions,
        "attendances": terms.attendances,
        "venue": venue,
        "note": note,
        "search_folded": fold("\n".join(named)),
    }
