"""*Kết luận kiểm tra* and the owner's report of remedies as Word. Stores nothing.

The conclusion of an inspection is addressed to those inspected; it is no *Thông báo kết luận*,
which tells what was concluded at a meeting. The words are Vietnamese whatever the language of the
page.
"""

import re
from collections.abc import Sequence

from django.conf import settings
from django.utils import translation

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Body
from phongtrao.oversight.models import Inspection, Recommendation
from phongtrao.oversight.rules import criteria_of, criterion_name, urgency_name
from phongtrao.oversight.workflow import RemedyState
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

_MOST_RECIPIENTS = 20
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
# "3/KL-ĐKT" in what was noted of the paper.
_NUMBERED = re.compile(r"\b(\d{1,6})/(KL-[^\s,;]{1,30})")


def conclusion_bytes(
    inspection: Inspection,
    inspected: Sequence[Body],
    asked: Sequence[Recommendation],
    seats: Sequence[str],
) -> bytes:
    """The conclusion as .docx to these bodies, with the recommendations to them."""
    with translation.override("vi"):
        return _rendered(conclusion_of(inspection, inspected, asked, seats))


def remedies_bytes(inspection: Inspection, owner: Body, asked: Sequence[Recommendation]) -> bytes:
    """The owner's report of what became of each recommendation to it, as .docx."""
    with translation.override("vi"):
        return _rendered(remedies_of(inspection, owner, asked))


def conclusion_of(
    inspection: Inspection,
    inspected: Sequence[Body],
    asked: Sequence[Recommendation],
    seats: Sequence[str],
) -> OfficialPaper:
    """The typed content: delegation and scope, what was found, what is asked of whom by when."""
    head = head_of(inspection.body, "KL", clock.today())
    noted = _NUMBERED.search(inspection.conclusion_paper)
    named = "; ".join(body.name for body in inspected)
    parts = [
        ("Ưu điểm", _paragraphs(inspection.strengths)),
        ("Tồn tại, hạn chế", _paragraphs(inspection.limits)),
        ("Nguyên nhân", _paragraphs(inspection.causes)),
        ("Kết quả theo nội dung kiểm tra", _by_criterion(inspection, asked)),
        ("Kiến nghị", [_asked(n, each) for n, each in enumerate(asked, start=1)]),
    ]
    told = [("Đoàn kiểm tra, phạm vi kiểm tra", _scope(inspection, named, seats)), *parts]
    leads = [inspection.leader_body] if inspection.leader_body else []
    names = [body.name for body in (*inspected, *leads)]
    return OfficialPaper(
        kind=PaperKind.CONCLUSION,
        letterhead=letterhead_of(
            head,
            number=noted.group(1) if noted else None,
            symbol=noted.group(2) if noted else head.symbol,
            issued_on=inspection.concluded_on,
        ),
        abstract=_lowered(inspection.title),
        legal_bases=_bases(inspection),
        opening=f"{head.issuer} kết luận kiểm tra đối với {named} như sau:",
        sections=_numbered(told),
        closing=f"{head.issuer} đề nghị cơ quan được kiểm tra thực hiện và báo cáo kết quả",
        recipients=Recipients(tuple(names)[:_MOST_RECIPIENTS]),
        signatures=(_leader(inspection),),
    )


def remedies_of(
    inspection: Inspection, owner: Body, asked: Sequence[Recommendation]
) -> OfficialPaper:
    """The typed content: for each recommendation what was done, by which papers, how it stands."""
    head = head_of(owner, "BC", clock.today())
    paper = inspection.conclusion_paper or "kết luận kiểm tra"
    done = sum(each.state == RemedyState.VERIFIED for each in asked)
    told = (
        f"Tính đến ngày {date_vn(clock.today())}: {len(asked)} kiến nghị, đã được xác nhận khắc"
        f" phục {done}, còn lại {len(asked) - done}."
    )
    sections = [
        ("Tình hình chung", [Statement(told)]),
        ("Kết quả theo từng kiến nghị", [_remedied(n, x) for n, x in enumerate(asked, start=1)]),
    ]
    verifiers = dict.fromkeys(each.verifier.name for each in asked)
    return OfficialPaper(
        kind=PaperKind.REPORT,
        letterhead=letterhead_of(head),
        abstract=f"kết quả khắc phục sau {_lowered(inspection.title)}",
        addressees=(inspection.body.name,),
        opening=f"Thực hiện {_lowered(paper)}, {head.issuer} báo cáo kết quả khắc phục như sau:",
        sections=_numbered(sections),
        closing=f"{head.issuer} kính báo cáo",
        recipients=Recipients(("Như trên", *tuple(verifiers)[:_MOST_RECIPIENTS])),
        signatures=(SignatureBlock((AuthorityLine(Authority.OWN, ""),)),),
    )


def _rendered(paper: OfficialPaper) -> bytes:
    return render_paper(paper, profile=profile_on(clock.today()), demo_mark=settings.DEMO)


def _bases(inspection: Inspection) -> tuple[str, ...]:
    decided = inspection.decision_paper
    if inspection.decided_on is not None:
        decided = f"{decided} ngày {date_vn(inspection.decided_on)} về việc thành lập đoàn kiểm tra"
    named = (inspection.plan_paper, decided)
    return tuple(f"Căn cứ {text[:1].upper()}{text[1:]}" for text in named if text)


def _scope(inspection: Inspection, named: str, seats: Sequence[str]) -> list[Statement]:
    until = "nay" if inspection.scope_to is None else f"ngày {date_vn(inspection.scope_to)}"
    number = f" số {inspection.team_number}" if inspection.team_number else ""
    told = [f"Đoàn kiểm tra{number}: trưởng đoàn là {_office(inspection)}."]
    if seats:
        told.append(f"Thành viên đoàn: {'; '.join(seats)}.")
    days = f"từ ngày {date_vn(inspection.starts_on)} đến ngày {date_vn(inspection.ends_on)}"
    told += [
        f"Cơ quan được kiểm tra: {named}.",
        f"Thời kỳ kiểm tra: từ ngày {date_vn(inspection.scope_from)} đến {until}.",
        f"Kiểm tra trực tiếp {days}.",
    ]
    return [Statement(text) for text in told]


def _by_criterion(inspection: Inspection, asked: Sequence[Recommendation]) -> list[Statement]:
    """What was found under each point, in the order of the points; points without any are out."""
    version = inspection.criteria_version
    known = [point.code for point in criteria_of(version, inspection.starts_on).points]
    codes = [*known, *sorted({each.criterion for each in asked} - set(known))]
    found = []
    for code in codes:
        told = list(dict.fromkeys(each.finding for each in asked if each.criterion == code))
        if told:
            found.append(Statement(f"{criterion_name(code, version)}: {_sentences(told)}"))
    return found


def _asked(place: int, each: Recommendation) -> Statement:
    return Statement(
        f"{place}. {_ended(each.text)} {each.body.name} thực hiện, mức độ:"
        f" {_lowered(urgency_name(each.urgency))}; hạn: ngày {date_vn(each.due_on)}; cơ quan xác"
        f" nhận: {each.verifier.name}."
    )


def _remedied(place: int, each: Recommendation) -> Statement:
    done = each.remedy.strip() or "Chưa báo cáo việc đã làm"
    papers = f" Tài liệu: {_ended(each.remedy_papers)}" if each.remedy_papers else ""
    state = _lowered(str(RemedyState(each.state).label))
    return Statement(
        f"{place}. {_ended(each.text)} Hạn: ngày {date_vn(each.due_on)}.\n"
        f"Việc đã làm: {_ended(done)}{papers}\n"
        f"Trạng thái: {state}; cơ quan xác nhận: {each.verifier.name}."
    )


def _numbered(parts: Sequence[tuple[str, Sequence[Statement]]]) -> tuple[PaperSection, ...]:
    """The parts that say something, numbered by their place."""
    told = [(title, content) for title, content in parts if content]
    return tuple(
        PaperSection(SectionLevel.SECTION, _ROMAN[place], title, tuple(content))
        for place, (title, content) in enumerate(told)
    )


def _leader(inspection: Inspection) -> SignatureBlock:
    lines = (
        AuthorityLine(Authority.COLLECTIVE, "Đoàn kiểm tra"),
        AuthorityLine(Authority.OWN, "Trưởng đoàn"),
    )
    return SignatureBlock(lines, None, _office(inspection))


def _office(inspection: Inspection) -> str:
    leads = inspection.leader_body
    return f"{inspection.leader_post} {leads.name if leads else inspection.leader_agency}"


def _paragraphs(text: str) -> list[Statement]:
    return [Statement(_ended(line)) for line in text.splitlines() if line.strip()]


def _sentences(texts: Sequence[str]) -> str:
    return " ".join(_ended(" ".join(text.split())) for text in texts)


def _ended(text: str) -> str:
    return f"{text.strip().rstrip('.;, ')}."


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
