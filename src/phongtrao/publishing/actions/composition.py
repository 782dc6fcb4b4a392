"""From rows to a Word file: the same rows give the same bytes."""

from dataclasses import replace
from typing import Any

from django.conf import settings

from phongtrao.core import clock
from phongtrao.core.formats import date_vn, number
from phongtrao.core.periods import parse_period
from phongtrao.publishing import queries
from phongtrao.publishing.models import Paper, PaperFigures, PaperStep
from phongtrao.publishing.queries import FigureLine, PaperContents, SectionContents
from phongtrao.publishing.rules.drafting import UNITS
from phongtrao.publishing.rules.summary import lines_taken, rows_taken
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile
from phongtrao.publishing.word.memo import render_submission_memo
from phongtrao.publishing.word.papers import (
    Absent,
    Authority,
    AuthorityLine,
    Completeness,
    FigureRow,
    FigureTable,
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    RowKind,
    SectionLevel,
    SignatureBlock,
    Statement,
    SubmissionMemo,
    change_between,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper
from phongtrao.publishing.workflow import SigningAuthority


def report_bytes(contents: PaperContents) -> bytes:
    """The report as .docx, with the marks of a demo installation and of a training round."""
    return render_paper(report_paper(contents), **_looks(contents.paper))


def summary_bytes(contents: PaperContents) -> bytes:
    """The summary of the report as .docx: two or three pages of its own lines and figures."""
    return render_paper(summary_paper(contents), **_looks(contents.paper))


def memo_bytes(contents: PaperContents) -> bytes:
    """The phiếu trình of the report as .docx."""
    return render_submission_memo(submission_memo(contents), **_looks(contents.paper))


def _looks(paper: Paper) -> dict[str, Any]:
    """How files of a paper look: the layout in force, what stands in the header of every page."""
    return {
        "profile": profile_of(paper),
        "demo_mark": settings.DEMO,
        "training_mark": paper.is_training,
    }


def profile_of(paper: Paper) -> LayoutProfile:
    """The layout in force on the day of issue, today while there is none."""
    return profile_on(paper.issued_on or clock.today())


def report_paper(contents: PaperContents) -> OfficialPaper:
    """The typed content of the report."""
    paper = contents.paper
    return OfficialPaper(
        kind=PaperKind.REPORT,
        letterhead=Letterhead(
            parent_body=paper.parent_body,
            issuer=paper.issuer,
            number=paper.number or None,
            symbol=paper.symbol,
            place=paper.place,
            issued_on=paper.issued_on,
        ),
        abstract=paper.title,
        addressees=_lines(paper.addressees),
        legal_bases=_lines(paper.legal_bases),
        opening=paper.opening,
        completeness=completeness_of(paper, contents.figures),
        sections=tuple(
            _section(section, contents) for section in contents.sections if section.number
        ),
        closing=paper.closing or f"Trên đây là báo cáo của {paper.issuer}.",
        recipients=Recipients(_lines(paper.recipients), paper.archive),
        signatures=(_signature(paper),),
    )


def summary_paper(contents: PaperContents) -> OfficialPaper:
    """The report cut to what most areas say and to the first figures of each section."""
    rows = contents.lines
    places = rows_taken([row.code for row in rows], [row.value is not None for row in rows])
    sections = contents.sections
    taken = lines_taken([[line.text for line in part.kept] for part in sections])
    shown = [
        replace(part, kept=[part.kept[place] for place in own])
        for part, own in zip(sections, taken, strict=True)
    ]
    short = replace(contents, lines=[rows[place] for place in places], sections=shown)
    title = contents.paper.title
    said, all_ = sum(map(len, taken)), sum(len(part.kept) for part in sections)
    note = f"Bản tóm tắt nêu {said}/{all_} ý của báo cáo, lấy trước những ý được nhiều nơi nêu."
    return replace(
        report_paper(short),
        abstract=f"Tóm tắt {title[:1].lower()}{title[1:]}",
        opening="\n".join(filter(None, (contents.paper.opening, note))),
    )


def submission_memo(contents: PaperContents) -> SubmissionMemo:
    """The typed content of the phiếu trình; its number is the pen's."""
    paper = contents.paper
    what = f"{paper.get_kind_display()} {paper.title[:1].lower()}{paper.title[1:]}"
    return SubmissionMemo(
        letterhead=Letterhead(
            parent_body=paper.parent_body,
            issuer=paper.issuer,
            number=None,
            symbol=f"PTr{paper.symbol.removeprefix('BC')}",
            place=paper.place,
            issued_on=None,
        ),
        addressee=paper.memo_addressee or f"Lãnh đạo {paper.issuer}",
        from_body=paper.issuer,
        from_unit=paper.memo_unit,
        matter=f"Về việc ký ban hành {what}",
        summary=_lines(paper.memo_summary) or _outline(contents),
        documents=(f"Dự thảo {what}",),
        completeness=completeness_of(paper, contents.figures),
        proposals=_lines(paper.memo_proposals)
        or ("Kính trình đồng chí xem xét, ký ban hành báo cáo.",),
        signature=SignatureBlock((AuthorityLine(Authority.OWN, paper.memo_office),)),
        words_of_others=tuple(map(_word, queries.answers_of(paper))),
    )


def _word(step: PaperStep) -> str:
    """ "Ủy ban Mặt trận … (ngày 05/6/2026): Nhất trí." """
    return f"{step.asked_of} (ngày {date_vn(step.signed_on)}): {step.text}"


def completeness_of(paper: Paper, figures: PaperFigures) -> Completeness:
    """On how many areas the paper rests, and who is missing."""
    return Completeness(
        n=figures.reported,
        of=figures.of,
        not_approved=figures.not_approved,
        noun=UNITS.get(paper.round.level, "địa bàn"),
        missing=tuple(figures.missing),
        waiting=figures.waiting,
    )


def _section(contents: SectionContents, paper: PaperContents) -> PaperSection:
    section = contents.section
    table = (_table(paper),) if section.holds_figures else ()
    return PaperSection(
        level=SectionLevel(section.level),
        number=contents.number,
        title=section.title,
        content=(*table, *(Statement(line.text) for line in contents.kept)),
    )


def _table(contents: PaperContents) -> FigureTable:
    period = parse_period(contents.paper.round.period).name.shown()
    notes = ["Dấu “–”: chưa có số liệu hoặc không so sánh được; không tính là 0."]
    if any(line.estimated for line in contents.lines):
        notes.append("Có số liệu ước tính theo tỷ lệ do thay đổi địa giới.")
    notes += [_adjustment(line) for line in contents.lines if line.adjusted]
    return FigureTable(
        caption=f"Số liệu thực hiện {period[:1].lower()}{period[1:]}",
        rows=tuple(_row(line) for line in contents.lines),
        name_heading="Chỉ tiêu",
        notes=tuple(notes),
    )


def _adjustment(line: FigureLine) -> str:
    """How much of a figure signed lines add to what was reported."""
    assert line.adjusted is not None
    sign = "+" if line.adjusted > 0 else ""
    return f"“{line.name}”: trong đó điều chỉnh {sign}{number(line.adjusted, line.decimals)}."


def _row(line: FigureLine) -> FigureRow:
    if not line.code:
        return FigureRow(line.order, line.name, kind=RowKind.SECTION)
    value = line.value
    return FigureRow(
        tt=line.order,
        name=line.name,
        unit=line.unit,
        this_period=_absent(line) if value is None else value,
        cumulative=line.cumulative,
        same_period_last_year=line.last_year,
        change=None if line.change is None else change_between(value, line.last_year),
        n=line.n,
        of=line.of,
        decimals=line.decimals,
    )


def _absent(line: FigureLine) -> Absent | None:
    if not line.of:
        return Absent.NOT_APPLICABLE
    return Absent.NO_REPORT if line.nobody_reported else None


def _signature(paper: Paper) -> SignatureBlock:
    authority = Authority[paper.signer_authority]
    own = AuthorityLine(Authority.OWN, paper.signer_office)
    if paper.signer_authority in (SigningAuthority.OWN, SigningAuthority.ACTING_HEAD):
        lines = [AuthorityLine(authority, paper.signer_office)]
    else:
        lines = [AuthorityLine(authority, paper.signer_head), own]
    return SignatureBlock(tuple(lines), paper.signer_name or None)


def _outline(contents: PaperContents) -> tuple[str, ...]:
    """What the report tells of, where its author has not summed it up himself."""
    topics = [
        section.section.title.lower()
        for section in contents.sections
        if section.number and section.section.level == "section"
    ]
    told = f"Báo cáo gồm các phần: {'; '.join(topics)}." if topics else ""
    return (told,) if told else ()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
