"""The papers of one festival site as Word drafts: the invitation, the report of its result.

They store nothing; the words are Vietnamese whatever the language of the page.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils import translation

from phongtrao.core.formats import date_vn, number
from phongtrao.fieldwork.events.models import FestivalInvitation, FestivalSite
from phongtrao.fieldwork.events.rules import PARTS, kind_name
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    Entry,
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_MOST_ADDRESSEES = 12  # more are named in the text, not at the head
_OFFICIAL = {
    "ngay_hoi": "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
    "dai_doan_ket": "Ngày hội Đại đoàn kết toàn dân tộc",
}
# The figures of a result by the part of the report they stand in, with the noun of each.
_ATTENDED = (
    ("attendances", "lượt người dự"),
    ("leaders", "lượt lãnh đạo các cấp dự"),
)
_DONE = (
    ("models_launched", "mô hình ra mắt"),
    ("works", "công trình, phần việc"),
    ("activities", "hoạt động phần hội"),
    ("pledges", "đơn vị ký kết giao ước"),
)
_HONOURED = (
    ("collectives", "tập thể được khen thưởng"),
    ("individuals", "cá nhân được khen thưởng"),
    ("gifts", "suất quà được trao"),
)


def invitation_bytes(site: FestivalSite, invited: Sequence[FestivalInvitation]) -> bytes:
    """*Giấy mời* to the invited posts, as .docx; the number and the signature stay open."""
    return _bytes(site, invitation_of(site, invited))


def report_bytes(site: FestivalSite) -> bytes:
    """*Báo cáo kết quả* of a site whose result was recorded, as .docx."""
    return _bytes(site, report_of(site))


def invitation_of(site: FestivalSite, invited: Sequence[FestivalInvitation]) -> OfficialPaper:
    """The typed content of the invitation: posts and bodies, never names."""
    called = [f"{each.post} {each.body.name}" for each in invited]
    many = len(called) > _MOST_ADDRESSEES
    day = date_vn(site.held_on) if site.held_on else "…/…/……"
    entries = (
        Entry("Tới dự", _what(site)),
        Entry("Chủ trì", site.body.name),
        Entry("Thời gian", f"ngày {day}"),
        Entry("Địa điểm", site.venue or site.title),
    )
    listed = tuple(Statement(f"- {name};") for name in called) if many else ()
    sections = [PaperSection(SectionLevel.CLAUSE, "", "", listed)] if listed else []
    return OfficialPaper(
        kind=PaperKind.INVITATION,
        letterhead=_head(site, "GM"),
        abstract=f"dự {_what(site)}",
        addressees=("Các cơ quan có tên dưới đây",) if many else tuple(called),
        entries=entries,
        sections=tuple(sections),
        closing="Trân trọng kính mời",
        recipients=Recipients(("Như trên",)),
        signatures=_SIGNED,
    )


def report_of(site: FestivalSite) -> OfficialPaper:
    """The typed content of the report: figures that are not nought, in three parts."""
    result: Any = site.result
    held = f"; ngày {date_vn(site.held_on)}" if site.held_on else ""
    parts = (
        ("Công tác tổ chức", [f"Địa điểm: {site.venue or site.title}{held}.", *_items(site)]),
        ("Kết quả", _lines(result, (*_ATTENDED, *_DONE, *_HONOURED))),
        ("Kinh phí", _money(result)),
        ("Bài học, kiến nghị", [result.lessons] if result.lessons else []),
    )
    told = [(title, texts) for title, texts in parts if texts]
    sections = [
        PaperSection(SectionLevel.CLAUSE, str(tt), title, tuple(map(Statement, texts)))
        for tt, (title, texts) in enumerate(told, start=1)
    ]
    return OfficialPaper(
        kind=PaperKind.REPORT,
        letterhead=_head(site, "BC"),
        abstract=f"kết quả tổ chức {_what(site)}",
        addressees=(site.plan.body.name,) if site.plan.body_id != site.body_id else (),
        opening=f"{site.body.name} báo cáo kết quả tổ chức {_what(site)} như sau:",
        sections=tuple(sections),
        recipients=Recipients(("Như trên",) if site.plan.body_id != site.body_id else ()),
        signatures=_SIGNED,
    )


_SIGNED = (SignatureBlock((AuthorityLine(Authority.OWN, ""),)),)


def _bytes(site: FestivalSite, paper: OfficialPaper) -> bytes:
    day = site.held_on or site.first_day
    with translation.override("vi"):
        return render_paper(paper, profile=profile_on(day), demo_mark=settings.DEMO)


def _head(site: FestivalSite, kind: str) -> Letterhead:
    head = head_of(site.body, kind, site.held_on or site.first_day)
    return letterhead_of(head)


def _what(site: FestivalSite) -> str:
    year = (site.held_on or site.first_day).year
    return f"{_OFFICIAL.get(site.plan.kind, kind_name(site.plan.kind))} năm {year}"


def _items(site: FestivalSite) -> list[str]:
    items: Any = site.items
    rows = list(items.all())
    found = []
    for code, name in PARTS:
        contents = [row.content for row in rows if row.part == code]
        if contents:
            found.append(f"{name}: {'; '.join(contents)}.")
    return found


def _lines(result: Any, figures: Sequence[tuple[str, str]]) -> list[str]:
    told = [(getattr(result, name), noun) for name, noun in figures]
    return [f"- {number(value, 0)} {noun}." for value, noun in told if value]


def _money(result: Any) -> list[str]:
    if not result.cost:
        return []
    parts = (
        ("ngân sách nhà nước", result.cost_budget),
        ("xã hội hóa", result.cost_social),
        ("lồng ghép chương trình khác", result.cost_merged),
    )
    told = "; ".join(f"{name} {number(value, 0)} đồng" for name, value in parts if value)
    return [f"Tổng kinh phí: {number(result.cost, 0)} đồng, trong đó {told}."]
