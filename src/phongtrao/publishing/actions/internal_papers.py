"""From work given inside a body to its Word slip (phiếu chuyển with the leader's line).

Stores nothing. The words are Vietnamese whatever the language of the page.
"""

from collections.abc import Iterator
from datetime import date, time

from django.conf import settings
from django.utils import translation

from phongtrao.core.formats import date_vn
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries.internal import (
    name_holders,
    part_label,
    parts_in_words,
    signed_by,
)
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    Statement,
    side,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper


def slip_bytes(given: InternalAssignment) -> bytes:
    """The slip as .docx, with the demo mark on a demo installation."""
    with translation.override("vi"):
        return render_paper(
            slip_of(given), profile=profile_on(given.written_on), demo_mark=settings.DEMO
        )


def slip_of(given: InternalAssignment) -> OfficialPaper:
    """The typed content of the slip; its number stays open for the register."""
    kind = PaperKind.TRANSFER_SLIP
    head = head_of(given.body, kind.abbreviation, given.written_on)
    name_holders([given])
    holder = given.holder  # type: ignore[attr-defined]  # put there by `name_holders`
    lead = part_label(given.lead) if given.lead else ""
    receivers = [lead, parts_in_words(given), holder.capacity if holder else ""]
    return OfficialPaper(
        kind=kind,
        letterhead=Letterhead(
            head.parent_body, head.issuer, None, head.symbol, head.place, given.written_on
        ),
        abstract=given.source_text or "Giao việc trong cơ quan",
        sections=tuple(_sections(given, lead, holder.capacity if holder else "")),
        signatures=(
            side("Nơi nhận việc", lead or (holder.capacity if holder else ""), ""),
            side("Người giao việc", given.leader.capacity, signed_by(given)),
        ),
        recipients=Recipients(tuple(filter(None, receivers))),
    )


def _sections(given: InternalAssignment, lead: str, officer: str) -> Iterator[PaperSection]:
    doers = [
        ("Chủ trì", lead),
        ("Phối hợp", parts_in_words(given)),
        ("Người theo dõi, thực hiện", officer),
    ]
    named = [f"- {label}: {name}." for label, name in doers if name]
    titled = [
        ("Ý kiến chỉ đạo (bút phê)", [given.instruction]),
        ("Việc phải làm", [given.content]),
        ("Nơi thực hiện", named),
        ("Thời hạn", [_due(given.due_on, given.due_time)]),
    ]
    shown = [(title, lines) for title, lines in titled if any(lines)]
    for place, (title, lines) in enumerate(shown, start=1):
        texts = tuple(map(Statement, lines))
        yield PaperSection(SectionLevel.CLAUSE, str(place), title, texts)


def _due(day: date | None, hour: time | None) -> str:
    if day is None:
        return "Không ghi thời hạn."
    until = f"{hour:%H} giờ {hour:%M} ngày" if hour else "Trước hoặc trong ngày"
    return f"{until} {date_vn(day)}."
