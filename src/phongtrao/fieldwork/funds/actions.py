"""Funds: record an amount, change it, note that a year's table was made public."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Sum

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import number
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.funds.models import FundLine, FundPublication
from phongtrao.fieldwork.funds.rules import (
    CONTRIBUTION,
    ESTIMATE,
    INTEGRATED,
    KINDS,
    MOST_AMOUNT,
    SOCIAL,
    SOURCES,
    SPENDING,
    content_name,
    contents,
    overspent,
)
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
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class FundTerms:
    """An amount in đồng: of which kind and year, for what, from where, by which paper."""

    programme: Programme
    area_id: int
    kind: str
    year: int
    on: date
    content: str
    source: str
    amount: int
    paper: str = ""
    over_paper: str = ""
    other_programme: str = ""
    note: str = ""


@transaction.atomic
def record_line(terms: FundTerms, *, by: Actor) -> FundLine:
    """Enter an amount.

    Raises Forbidden and InvalidInput (a word outside the lists, a day to come, spending above the
    estimate without the paper that allows it, a contribution that is no social one).
    """
    require_recorder(by)
    posting = posting_of(by)
    _hold(posting.body)
    line = FundLine.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_facts(terms, posting.body, None, by),
    )
    audit.record("fundline.recorded", line, by=by, **_told(line))
    return line


@transaction.atomic
def change_line(
    line: FundLine, terms: FundTerms, *, by: Actor, expected_version: int | None = None
) -> FundLine:
    """Correct an amount. Raises as recording does, and StaleVersion."""
    _hold(line.body)
    found = locked(line, by=by, expected_version=expected_version)
    save_changed(found, _facts(terms, found.body, found.pk, by))
    audit.record("fundline.changed", found, by=by, **_told(found))
    return found


@transaction.atomic
def note_publication(year: int, *, published_on: date, place: str, by: Actor) -> FundPublication:
    """Note that the table of a year was made public. Raises Forbidden and InvalidInput."""
    require_recorder(by)
    require_past(published_on, by, field="published_on")
    posting, said_place = posting_of(by), tidy_line(place)[:200]
    if not said_place:
        said = Sentence(
            N_("Hãy ghi nơi công khai, ví dụ: bảng tin trụ sở, hội nghị, cổng thông tin.")
        )
        raise InvalidInput(said, fields={"place": said})
    made = FundPublication.objects.create(
        body=posting.body,
        area_id=posting.body.area_id,
        year=year,
        published_on=published_on,
        place=said_place,
        recorded_at=clock.now(),
        recorded_by=posting,
    )
    audit.record("fundline.published", made, by=by, year=year, on=str(published_on))
    return made


def _hold(body: Body) -> None:
    """Two who spend from one estimate wait for each other."""
    Body.objects.select_for_update(of=("self",)).get(pk=body.pk)


def _told(line: FundLine) -> dict[str, Any]:
    return {"kind": line.kind, "year": line.year, "amount": line.amount}


def _facts(terms: FundTerms, body: Body, own: int | None, by: Actor) -> dict[str, Any]:
    _check(terms, by)
    over_paper = tidy_line(terms.over_paper)[:200]
    if terms.kind == SPENDING and terms.source not in (SOCIAL, INTEGRATED) and not over_paper:
        _require_estimate(terms, body, own)
    names = ("programme", "kind", "year", "on", "content", "source", "amount")
    paper, note = tidy_line(terms.paper)[:200], tidy_line(terms.note)[:500]
    return {name: getattr(terms, name) for name in names} | {
        "area_id": area_in_reach(terms.area_id, by),
        "paper": paper,
        "over_paper": over_paper,
        "other_programme": tidy_line(terms.other_programme)[:200],
        "note": note,
        "search_folded": fold(f"{content_name(terms.content)}\n{paper}\n{note}"),
    }


def _check(terms: FundTerms, by: Actor) -> None:
    require_known("kind", terms.kind, [code for code, _name in KINDS])
    require_known("source", terms.source, [code for code, _name in SOURCES])
    require_known("content", terms.content, [each.code for each in contents().contents])
    require_within("amount", terms.amount, 1, MOST_AMOUNT)
    require_within("year", terms.year, 2000, 2100)
    if terms.kind in (SPENDING, CONTRIBUTION):
        require_past(terms.on, by, field="on")
    if terms.kind == CONTRIBUTION and terms.source != SOCIAL:
        said = Sentence(N_("Tiền huy động là nguồn xã hội hóa; hãy chọn nguồn này."))
        raise InvalidInput(said, fields={"source": said})


def _require_estimate(terms: FundTerms, body: Body, own: int | None) -> None:
    """Spending of the state budget stays within the estimate of its year and content."""
    lines = counted(FundLine.objects.filter(body=body, year=terms.year, content=terms.content))
    lines = lines.exclude(source__in=(SOCIAL, INTEGRATED)).exclude(pk=own or 0)

    def total(kind: str) -> int:
        return lines.filter(kind=kind).aggregate(n=Sum("amount"))["n"] or 0

    estimate, spent = total(ESTIMATE), total(SPENDING)
    more = overspent(estimate, spent, terms.amount)
    if more:
        said = Sentence(
            N_(
                "Vượt dự toán năm %(year)s của nội dung này %(more)s đồng (dự toán %(estimate)s, "
                "đã chi %(spent)s). Hãy sửa số tiền, hoặc ghi văn bản cho phép chi vượt."
            ),
            {
                "year": terms.year,
                "more": number(more, 0),
                "estimate": number(estimate, 0),
                "spent": number(spent, 0),
            },
        )
        raise InvalidInput(said, fields={"amount": said})
