"""Enter a festival site under a plan, and change what is known of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.events.actions.preparation import write_checks, write_programme
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.queries import plans_offered
from phongtrao.fieldwork.events.rules import (
    CHOSEN_ABOVE,
    LEVELS,
    MOST_PEOPLE,
    fault_of_day,
    vocabulary,
)
from phongtrao.fieldwork.events.workflow import SiteState
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_recorder,
    save_changed,
)
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class SiteTerms:
    """What is known of a site; without days of its own it can be held in the plan's window."""

    programme: Programme
    area_id: int
    plan: FestivalPlan
    level: str
    title: str
    venue: str = ""
    first_day: date | None = None
    last_day: date | None = None
    held_on: date | None = None
    expected: int = 0
    models_to_launch: int = 0
    fallback: str = ""
    note: str = ""


@transaction.atomic
def enter_site(terms: SiteTerms, *, by: Actor) -> FestivalSite:
    """Enter a site as a candidate, with the usual programme and check-list.

    Raises Forbidden and InvalidInput (a plan of elsewhere, a day outside its window, an area out
    of reach).
    """
    require_recorder(by)
    posting = posting_of(by)
    site = FestivalSite.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **site_facts(terms, by)
    )
    give_usual(site)
    search.refresh(FestivalSite, [site.pk])
    audit.record("festivalsite.entered", site, by=by, level=site.level)
    return site


@transaction.atomic
def change_site(
    site: FestivalSite, terms: SiteTerms, *, by: Actor, expected_version: int | None = None
) -> FestivalSite:
    """Other facts of a site; its day once fixed is changed by moving it, with the reason.

    Raises as entering does, StaleVersion, and Refused once its result is confirmed.
    """
    found = locked(site, by=by, expected_version=expected_version)
    if found.state == SiteState.CONFIRMED:
        raise Refused(N_("Kết quả điểm này đã được xác nhận nên không sửa được nữa."))
    facts = site_facts(terms, by, keeps=found.plan_id)
    if found.state != SiteState.CANDIDATE:
        kept = ("plan", "level", "held_on", "first_day", "last_day")
        facts = {name: value for name, value in facts.items() if name not in kept}
    save_changed(found, facts)
    audit.record("festivalsite.changed", found, by=by, level=found.level)
    return found


def give_usual(site: FestivalSite) -> None:
    """The usual programme and check-list, to begin with."""
    words = vocabulary()
    write_programme(site, words.programme)
    write_checks(site, words.checks)


def site_facts(terms: SiteTerms, by: Actor, *, keeps: int | None = None) -> dict[str, Any]:
    """The columns of a site as its terms say; raises InvalidInput as `enter_site` does.

    `keeps` is the plan that the site stands under already, which may be one of a former body.
    """
    title, venue = tidy_line(terms.title)[:200], tidy_line(terms.venue)[:200]
    _refuse_if("title", not title, N_("Hãy ghi tên điểm, ví dụ: thôn 2, xã Đăk Hà."))
    _refuse_if("level", terms.level not in dict(LEVELS), N_("Hãy chọn trong danh mục."))
    _refuse_if(
        "expected",
        not 0 <= terms.expected <= MOST_PEOPLE,
        N_("Số người dự kiến không hợp lý."),
    )
    if terms.plan.pk != keeps:
        _require_offered(terms.plan, by)
    first = terms.first_day or terms.held_on or terms.plan.opens_on
    last = terms.last_day or terms.held_on or terms.plan.closes_on
    _require_days(terms, first, last)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "plan": terms.plan,
        "level": terms.level,
        "title": title,
        "venue": venue,
        "first_day": first,
        "last_day": last,
        "held_on": terms.held_on,
        "expected": terms.expected,
        "models_to_launch": terms.models_to_launch,
        "fallback": tidy_line(terms.fallback)[:500],
        "note": tidy_line(terms.note)[:500],
        "search_folded": fold(f"{title}\n{venue}"),
    }


def decided_by(site: FestivalSite, by: Actor) -> bool:
    """Whether the acting body decides on the site: central and provincial ones the plan's body."""
    of = site.plan.body_id if site.level in CHOSEN_ABOVE else site.body_id
    return by.body_id == of


def _require_days(terms: SiteTerms, first: date, last: date) -> None:
    _refuse_if("last_day", last < first, N_("Ngày kết thúc không trước ngày bắt đầu."))
    window = (terms.plan.opens_on, terms.plan.closes_on)
    for field, day in (("held_on", terms.held_on), ("first_day", first), ("last_day", last)):
        fault = fault_of_day(day, *window) if day is not None else None
        if fault is not None:
            raise InvalidInput(fault, fields={field: fault})
    if terms.held_on is not None:
        outside = not first <= terms.held_on <= last
        _refuse_if("held_on", outside, N_("Ngày tổ chức phải nằm trong các ngày của điểm."))


def _require_offered(plan: FestivalPlan, by: Actor) -> None:
    _refuse_if(
        "plan",
        not plans_offered(by).filter(pk=plan.pk).exists(),
        N_("Kế hoạch này không phải của cơ quan bạn hoặc cấp trên của cơ quan bạn."),
    )


def _refuse_if(field: str, wrong: object, said: str) -> None:
    if wrong:
        raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
