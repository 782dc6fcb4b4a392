"""*Thông báo kết luận* of a meeting as a Word draft. Stores nothing.

The words are Vietnamese whatever the language of the page.
"""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import translation

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.org.queries import area_on
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_MOST_RECIPIENTS = 12
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_HEAD = "Thủ trưởng cơ quan"
# By whose order a paper goes out (Decree 30/2020/NĐ-CP, Article 13, clause 3), by kind and level.
_HEADS = {
    ("ca", "country"): "Bộ trưởng",
    ("ca", "province"): "Giám đốc",
    ("ca", "commune"): "Trưởng Công an",
    ("pv05", "province"): "Trưởng phòng",
    ("mttq", ""): "Ban Thường trực",
    ("ubnd", ""): "Chủ tịch",
    ("bcd138", ""): "Trưởng ban",
    ("bcd-antq", ""): "Trưởng ban",
}


def notice_bytes(meeting: Meeting, conclusions: Sequence[Conclusion], *, signer: str = "") -> bytes:
    """The notice as .docx, signed TL. (by order); number and signature stay open.

    `signer` is the post of who signs by order; without it the line is left to the pen.
    """
    with translation.override("vi"):
        return render_paper(
            notice_of(meeting, conclusions, signer=signer),
            profile=profile_on(clock.today()),
            demo_mark=settings.DEMO,
        )


def notice_of(
    meeting: Meeting, conclusions: Sequence[Conclusion], *, signer: str = ""
) -> OfficialPaper:
    """The typed content: each conclusion a clause with who acts and by when, by sections."""
    head = head_of(meeting.body, "TB", clock.today())
    chair = meeting.chair or "người chủ trì"
    return OfficialPaper(
        kind=PaperKind.NOTICE,
        letterhead=letterhead_of(head),
        abstract=f"kết luận của {chair} tại {_named(meeting)}",
        opening=_opening(meeting, chair),
        sections=tuple(_sections(meeting, conclusions)),
        closing=f"{head.issuer} thông báo để các cơ quan biết, thực hiện",
        recipients=Recipients(_recipients(meeting, conclusions)),
        signatures=(_by_order(meeting, signer),),
    )


def _by_order(meeting: Meeting, signer: str) -> SignatureBlock:
    """TL. of the body's head, then the post of who signs, where it is known."""
    area = area_on(meeting.body.area_id, clock.today())
    code, level = meeting.body.kind.code, area.level if area else ""
    head = _HEADS.get((code, level)) or _HEADS.get((code, "")) or _HEAD
    lines = [AuthorityLine(Authority.BY_ORDER, head)]
    if post := tidy_line(signer):
        lines.append(AuthorityLine(Authority.OWN, post))
    return SignatureBlock(tuple(lines))


def _recipients(meeting: Meeting, conclusions: Sequence[Conclusion]) -> tuple[str, ...]:
    """Who acts first, then who helps, then who held the meeting too; each once."""
    names = [each.body.name for each in conclusions if each.body]
    names += [part.body.name for each in conclusions for part in each.parts.all()]
    names += [row.body.name for row in meeting.partners.all()]
    return tuple(dict.fromkeys(names))[:_MOST_RECIPIENTS] or ("Như trên",)


def _sections(meeting: Meeting, conclusions: Sequence[Conclusion]) -> Iterator[PaperSection]:
    """The conclusions in order; of a conference on several programmes under each one's name."""
    groups: dict[int, list[Conclusion]] = {}
    for each in conclusions:
        groups.setdefault(each.programme_id or meeting.programme_id, []).append(each)
    if len(groups) < 2:
        yield from (_section(place, each) for place, each in enumerate(conclusions, start=1))
        return
    for roman, rows in zip(_ROMANS, groups.values(), strict=False):
        programme = rows[0].programme or meeting.programme
        yield PaperSection(SectionLevel.SECTION, roman, f"Về {programme.short_name}")
        yield from (_section(place, each) for place, each in enumerate(rows, start=1))


def _named(meeting: Meeting) -> str:
    title = meeting.title[:1].lower() + meeting.title[1:]
    return f"{title} ngày {date_vn(meeting.held_on)}"


def _opening(meeting: Meeting, chair: str) -> str:
    venue = f", tại {meeting.venue}" if meeting.venue else ""
    return (
        f"Ngày {date_vn(meeting.held_on)}{venue}, {chair} đã chủ trì"
        f" {meeting.title[:1].lower() + meeting.title[1:]}. Sau khi nghe báo cáo và ý kiến của các"
        f" cơ quan dự họp, {chair} kết luận như sau:"
    )


def _section(place: int, each: Conclusion) -> PaperSection:
    text = each.text.rstrip(". ")
    if each.kind == DIRECTIVE and each.body and each.due_on:
        helpers = ", ".join(part.body.name for part in each.parts.all())
        helped = f" chủ trì, phối hợp với {helpers}" if helpers else ""
        due = date_vn(each.due_on)
        text = f"{text}. Giao {each.body.name}{helped} thực hiện, xong trước ngày {due}"
    return PaperSection(SectionLevel.CLAUSE, "", "", (Statement(f"{place}. {text}."),))
