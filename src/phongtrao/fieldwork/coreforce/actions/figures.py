"""Allowances by resolution, and head-counts beside those of teams."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from django.db import transaction
from django.db.models import Q

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.coreforce.models import AllowanceRule, HeadCount
from phongtrao.fieldwork.coreforce.rules import HEADCOUNTS, MOST_ALLOWANCE, MOST_COUNTED
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
)
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.models import AreaLineage, AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class AllowanceTerms:
    """An amount in đồng per member and month; `valid_to` is the first day it no longer holds."""

    programme: Programme
    area_id: int
    amount: int
    resolution: str
    resolved_on: date
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class HeadCountTerms:
    """How many of a kind an area has on a day."""

    programme: Programme
    area_id: int
    kind: str
    counted_on: date
    total: int
    # Women among them, where it was counted.
    female: int | None = None


@transaction.atomic
def record_allowance(terms: AllowanceTerms, *, by: Actor) -> AllowanceRule:
    """Enter what a resolution grants.

    Raises Forbidden and InvalidInput (an area that is or was no province of one's own, an amount
    out of bounds, days out of order, another resolution in force there in the same days).
    """
    require_recorder(by)
    posting = posting_of(by)
    facts = _allowance_facts(terms, by)
    _require_free(terms, None)
    rule = AllowanceRule.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **facts
    )
    audit.record("allowancerule.recorded", rule, by=by, amount=rule.amount)
    return rule


@transaction.atomic
def change_allowance(
    rule: AllowanceRule, terms: AllowanceTerms, *, by: Actor, expected_version: int | None = None
) -> AllowanceRule:
    """Correct an entry. Raises as recording does, and StaleVersion."""
    found = locked(rule, by=by, expected_version=expected_version)
    facts = _allowance_facts(terms, by)
    _require_free(terms, found.pk)
    save_changed(found, facts)
    audit.record("allowancerule.changed", found, by=by, amount=found.amount)
    return found


@transaction.atomic
def end_allowance(rule: AllowanceRule, *, valid_to: date, by: Actor) -> AllowanceRule:
    """Note the first day a resolution no longer holds. Raises Forbidden and InvalidInput."""
    found = locked(rule, by=by)
    _require_order(found.valid_from, valid_to)
    terms = AllowanceTerms(
        found.programme, found.area_id, found.amount, found.resolution, found.resolved_on,
        found.valid_from, valid_to,
    )  # fmt: skip
    _require_free(terms, found.pk)
    save_changed(found, {"valid_to": valid_to})
    audit.record("allowancerule.ended", found, by=by, on=str(valid_to))
    return found


@transaction.atomic
def record_headcount(terms: HeadCountTerms, *, by: Actor) -> HeadCount:
    """Enter a head-count. Raises Forbidden and InvalidInput (the same kind and day twice)."""
    require_recorder(by)
    posting = posting_of(by)
    facts = _headcount_facts(terms, by)
    _require_once(terms, posting.body_id, None)
    made = HeadCount.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **facts
    )
    audit.record("headcount.recorded", made, by=by, kind=made.kind, total=made.total)
    return made


@transaction.atomic
def change_headcount(
    entry: HeadCount, terms: HeadCountTerms, *, by: Actor, expected_version: int | None = None
) -> HeadCount:
    """Correct a head-count. Raises as recording does, and StaleVersion."""
    found = locked(entry, by=by, expected_version=expected_version)
    facts = _headcount_facts(terms, by)
    _require_once(terms, found.body_id, found.pk)
    save_changed(found, facts)
    audit.record("headcount.changed", found, by=by, kind=found.kind, total=found.total)
    return found


def _allowance_facts(terms: AllowanceTerms, by: Actor) -> dict[str, Any]:
    resolution = tidy_line(terms.resolution)[:120]
    if not resolution:
        _refuse("resolution", N_("Hãy ghi số nghị quyết."))
    is_province = AreaVersion.objects.filter(lineage_id=terms.area_id, level="province").exists()
    if not is_province or not by.scope.covers(terms.area_id):
        _refuse("area", N_("Mức hỗ trợ ghi cho tỉnh, thành phố của mình, kể cả tỉnh cũ."))
    require_within("amount", terms.amount, 1, MOST_ALLOWANCE)
    require_past(terms.resolved_on, by, field="resolved_on")
    _require_order(terms.valid_from, terms.valid_to)
    return {
        "programme": terms.programme,
        "area_id": terms.area_id,
        "amount": terms.amount,
        "resolution": resolution,
        "resolved_on": terms.resolved_on,
        "valid_from": terms.valid_from,
        "valid_to": terms.valid_to,
        "search_folded": fold(resolution),
    }


def _headcount_facts(terms: HeadCountTerms, by: Actor) -> dict[str, Any]:
    require_known("kind", terms.kind, [code for code, _name in HEADCOUNTS])
    require_past(terms.counted_on, by, field="counted_on")
    require_within("total", terms.total, 0, MOST_COUNTED)
    if terms.female is not None and terms.female > terms.total:
        _refuse("female", N_("Số nữ không lớn hơn tổng số."))
    name = dict(HEADCOUNTS)[terms.kind]
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "counted_on": terms.counted_on,
        "total": terms.total,
        "female": terms.female,
        "search_folded": fold(name),
    }


def _require_order(valid_from: date, valid_to: date | None) -> None:
    if valid_to is not None and valid_to <= valid_from:
        _refuse("valid_to", N_("Ngày hết hiệu lực phải sau ngày có hiệu lực."))


def _require_free(terms: AllowanceTerms, own: int | None) -> None:
    """Raises InvalidInput where another resolution holds there in the same days.

    The area is held, so that two officers do not enter overlapping ones in one moment.
    """
    AreaLineage.objects.select_for_update().get(pk=terms.area_id)
    others = counted(AllowanceRule.objects.filter(area_id=terms.area_id)).exclude(pk=own or 0)
    others = others.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=terms.valid_from))
    if terms.valid_to is not None:
        others = others.filter(valid_from__lt=terms.valid_to)
    other = others.order_by("valid_from").first()
    if other is not None:
        said = Sentence(
            N_(
                "%(number)s đang quy định mức hỗ trợ ở đây từ %(day)s. Hãy ghi ngày hết hiệu lực "
                "của nghị quyết đó trước."
            ),
            {"number": other.resolution, "day": date_vn(other.valid_from)},
        )
        raise InvalidInput(said, fields={"valid_from": said})


def _require_once(terms: HeadCountTerms, body_id: int, own: int | None) -> None:
    same = counted(HeadCount.objects.filter(body_id=body_id)).exclude(pk=own or 0)
    if same.filter(kind=terms.kind, counted_on=terms.counted_on).exists():
        _refuse("counted_on", N_("Ngày này đã có số thống kê của loại đó; hãy sửa dòng đã ghi."))


def _refuse(field: str, words: str) -> NoReturn:
    said = Sentence(words)
    raise InvalidInput(said, fields={field: said})
