"""The demo's funds: two budget years of the province and of the communes that tell the story."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.fieldwork.funds import actions
from phongtrao.fieldwork.funds.rules import (
    ALLOCATION,
    BUDGET,
    CONTRIBUTION,
    ESTIMATE,
    INTEGRATED,
    SOCIAL,
    SPENDING,
)
from phongtrao.org.models import Posting
from phongtrao.planning.models import Programme

_MILLION = 1_000_000
# kind, content, source, millions of a province; a commune has a twentieth.
_LINES = (
    (ESTIMATE, "tuyen_truyen", BUDGET, 400), (ESTIMATE, "mo_hinh", BUDGET, 600),
    (ESTIMATE, "ngay_hoi", BUDGET, 300), (ESTIMATE, "tap_huan", BUDGET, 200),
    (ALLOCATION, "mo_hinh", BUDGET, 450), (SPENDING, "tuyen_truyen", BUDGET, 310),
    (SPENDING, "mo_hinh", BUDGET, 520), (SPENDING, "ngay_hoi", BUDGET, 280),
    (SPENDING, "tap_huan", BUDGET, 90), (SPENDING, "mo_hinh", SOCIAL, 150),
    (SPENDING, "tuyen_truyen", INTEGRATED, 60), (CONTRIBUTION, "mo_hinh", SOCIAL, 180),
)  # fmt: skip
_PART = 20


def tell(players: Cast, story: Sequence[int]) -> None:
    """Last year's lines first, then this year's."""
    programme = Programme.objects.order_by("pk").first()
    if programme is None:
        return
    today = clock.today()
    communes = [players.commune_officers[area] for area in story]
    for back in (365, 0):
        day = today - timedelta(days=back)
        _year(players.postings["canbo.tinh"], programme, day, part=1)
        for posting in communes:
            _year(posting, programme, day, part=_PART)
    with clock.set_to(_at(today - timedelta(days=300))):
        actions.note_publication(
            today.year - 1,
            published_on=today - timedelta(days=300),
            place="Hội nghị tổng kết năm và bảng tin trụ sở (giả định)",
            by=acting(players.postings["canbo.tinh"]),
        )


def _year(posting: Posting, programme: Programme, day: date, *, part: int) -> None:
    """The lines of one budget year, recorded within the two hundred days before a day."""
    for place, (kind, content, source, millions) in enumerate(_LINES):
        on = max(day - timedelta(days=200 - 15 * place), date(day.year, 1, 2), posting.valid_from)
        terms = actions.FundTerms(
            programme,
            posting.body.area_id,
            kind,
            day.year,
            on,
            content,
            source,
            millions * _MILLION // part,
            paper="Quyết định giao dự toán (giả định)" if kind == ESTIMATE else "",
            other_programme="Xây dựng nông thôn mới" if source == INTEGRATED else "",
        )
        with clock.set_to(_at(on)):
            actions.record_line(terms, by=acting(posting))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(15), clock.VIETNAM)
