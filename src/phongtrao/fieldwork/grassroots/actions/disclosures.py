"""Enter what is to be made public, and how and when it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.grassroots.models import Disclosure
from phongtrao.fieldwork.grassroots.rules import LOUDSPEAKER, POSTING, publicity
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
)
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of

_MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class DisclosureTerms:
    """A matter, the paper it comes from, and its publication where that has happened."""

    programme: Programme
    area_id: int
    item: int
    title: str
    decided_on: date
    paper: str = ""
    published_on: date | None = None
    ways: Sequence[str] = ()
    place: str = ""
    posted_until: date | None = None
    loudspeaker_days: int = 0


@transaction.atomic
def record_disclosure(terms: DisclosureTerms, *, by: Actor) -> Disclosure:
    """Enter a matter. Raises Forbidden and InvalidInput (no title, a clause that is not in the
    law, days in a wrong order, published without saying how).
    """
    require_recorder(by)
    posting = posting_of(by)
    made = Disclosure.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_facts(terms, by)
    )
    search.refresh(Disclosure, [made.pk])
    audit.record("disclosure.recorded", made, by=by, item=made.item)
    return made


@transaction.atomic
def change_disclosure(
    disclosure: Disclosure,
    terms: DisclosureTerms,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> Disclosure:
    """Add the publication, or correct an entry. Raises as recording does, and StaleVersion."""
    found = locked(disclosure, by=by, expected_version=expected_version)
    save_changed(found, _facts(terms, by))
    audit.record("disclosure.changed", found, by=by, item=found.item)
    return found


def _facts(terms: DisclosureTerms, by: Actor) -> dict[str, Any]:
    rules = publicity()
    if rules.item(terms.item) is None:
        _refuse("item", N_("Hãy chọn trong danh mục."))
    title = tidy_line(terms.title)[:400]
    if not title:
        _refuse("title", N_("Hãy ghi tên nội dung đã công khai."))
    require_past(terms.decided_on, by, field="decided_on")
    due = work_calendar().add_working_days(terms.decided_on, rules.publish_working_days)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "item": terms.item,
        "title": title,
        "paper": tidy_line(terms.paper)[:200],
        "decided_on": terms.decided_on,
        "due_on": due,
        "search_folded": fold("\n".join((title, terms.paper, terms.place))),
        **_publication(terms, by),
    }


def _publication(terms: DisclosureTerms, by: Actor) -> dict[str, Any]:
    for way in terms.ways:
        require_known("ways", way, [term.code for term in publicity().ways])
    require_within("loudspeaker_days", terms.loudspeaker_days, 0, _MOST_DAYS)
    if terms.published_on is None:
        if terms.ways or terms.posted_until or terms.loudspeaker_days:
            _refuse("published_on", N_("Hãy ghi ngày công khai, hoặc để trống cả hình thức."))
        return {
            "published_on": None,
            "ways": [],
            "place": "",
            "posted_until": None,
            "loudspeaker_days": 0,
        }
    require_past(terms.published_on, by, field="published_on")
    if terms.published_on < terms.decided_on:
        _refuse("published_on", N_("Ngày công khai không trước ngày quyết định."))
    _require_ways(terms)
    order = [term.code for term in publicity().ways]
    return {
        "published_on": terms.published_on,
        "ways": sorted(set(terms.ways), key=order.index),
        "place": tidy_line(terms.place)[:200],
        "posted_until": terms.posted_until,
        "loudspeaker_days": terms.loudspeaker_days,
    }


def _require_ways(terms: DisclosureTerms) -> None:
    """Raises InvalidInput where what is said of the ways does not fit together."""
    if not terms.ways:
        _refuse("ways", N_("Hãy chọn ít nhất một hình thức công khai."))
    if terms.posted_until is not None:
        if POSTING not in terms.ways:
            _refuse("posted_until", N_("Ngày thôi niêm yết chỉ ghi khi có niêm yết."))
        if terms.published_on and terms.posted_until < terms.published_on:
            _refuse("posted_until", N_("Ngày thôi niêm yết không trước ngày công khai."))
    if terms.loudspeaker_days and LOUDSPEAKER not in terms.ways:
        _refuse("loudspeaker_days", N_("Số ngày truyền thanh chỉ ghi khi có truyền thanh."))


def _refuse(field: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
