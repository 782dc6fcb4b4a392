"""A paper of every kind, with whatever the kind may have: our own text, invented."""

from dataclasses import replace
from datetime import date

from phongtrao.publishing.word.kinds import DECREE_KINDS, PaperKind, TextForm
from phongtrao.publishing.word.papers import (
    Appendix,
    Article,
    Authority,
    AuthorityLine,
    Clause,
    Entry,
    FigureTable,
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
    Urgency,
    side,
)
from tests.publishing.word.sample_papers import narrow_rows

KINDS = DECREE_KINDS
HEAD = Letterhead(
    "Ủy ban nhân dân tỉnh Quảng Ngãi",
    "Ủy ban nhân dân xã Ba Tơ",
    7,
    "UBND",
    "Ba Tơ",
    date(2026, 1, 9),
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Theo đề nghị của Trưởng Công an xã",
)
POINTS = tuple(f"Nội dung phối hợp thứ {place} của năm" for place in range(1, 9))
ARTICLES = (
    Article(
        "",
        (Clause("Tuyên truyền, vận động Nhân dân, gồm:", POINTS), Clause("Xây dựng mô hình.")),
        "Nội dung phối hợp",
    ),
    Article("Các cơ quan quy định tại điểm a khoản 1 Điều 1 phối hợp theo chức năng."),
)
MORE = (Article("Quyết nghị này có hiệu lực từ ngày ký."),)
SECTIONS = (
    PaperSection(SectionLevel.SECTION, "I", "Mục đích, yêu cầu"),
    PaperSection(SectionLevel.CLAUSE, "1", "Mục đích", (Statement("Giữ vững an ninh, trật tự."),)),
    PaperSection(SectionLevel.POINT, "a", "Về lâu dài", (Statement("Bền vững từ cơ sở."),)),
    PaperSection(
        SectionLevel.SECTION,
        "II",
        "Chỉ tiêu",
        (Statement("Như bảng sau:"), FigureTable("Biểu 1", narrow_rows())),
    ),
)
CHAPTERS = (
    PaperSection(SectionLevel.CHAPTER, "I", "Quy định chung", ARTICLES),
    PaperSection(SectionLevel.CHAPTER, "II", "Điều khoản thi hành", MORE),
)
FOR_CHAIR = SignatureBlock(
    (
        AuthorityLine(Authority.COLLECTIVE, "Ủy ban nhân dân"),
        AuthorityLine(Authority.FOR_HEAD, "Chủ tịch"),
        AuthorityLine(Authority.OWN, "Phó Chủ tịch"),
    ),
    "Nguyễn Thị Ưởng",
)


def sample_of(kind: PaperKind, **changes: object) -> OfficialPaper:
    """A paper of the kind with every component that it has."""
    traits = kind.traits
    symbol = f"{kind.abbreviation}-UBND" if kind.abbreviation else "UBND-VX"
    text = CHAPTERS if traits.text_form is TextForm.ARTICLES else SECTIONS
    sides = tuple(side(label, "Trưởng Công an xã", "Trần Văn Bình") for label in traits.sides)
    paper = OfficialPaper(
        kind=kind,
        letterhead=replace(HEAD, symbol=symbol, urgency=Urgency.EXPRESS),
        abstract="Phối hợp thực hiện phong trào năm 2026" if traits.has_abstract else "",
        recipients=Recipients(("Như trên", "Công an tỉnh", "Các thôn")),
        signatures=sides or (FOR_CHAIR,),
        addressees=("Công an tỉnh", "Mặt trận tỉnh") if traits.is_addressed or traits.call else (),
        decider="Chủ tịch Ủy ban nhân dân xã Ba Tơ" if traits.decides else "",
        legal_bases=BASES if traits.decides or kind is PaperKind.PLAN else (),
        opening="Ủy ban nhân dân xã nêu các nội dung sau đây:",
        entries=tuple(Entry(label) for label in traits.entries),
        sections=text,
        closing="" if traits.decides else "Trên đây là toàn bộ nội dung.",
        appendices=_appendices() if kind is PaperKind.PLAN else (),
    )
    return replace(paper, **changes)


def _appendices() -> tuple[Appendix, ...]:
    table = FigureTable("", narrow_rows())
    return (
        Appendix("Phân công nhiệm vụ", (Statement("Theo bảng sau:"), table), landscape=False),
        Appendix("Số liệu", (table,)),
    )


def joint_programme() -> OfficialPaper:
    """A programme of two bodies: the lead's number, both signatures."""
    head = Letterhead(
        "",
        "Bộ Công an",
        7,
        "CTr-BCA-MTTW",
        "Hà Nội",
        date(2026, 10, 17),
        partners=("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",),
    )
    ministry = SignatureBlock(
        (
            AuthorityLine(Authority.FOR_HEAD, "Bộ trưởng"),
            AuthorityLine(Authority.OWN, "Thứ trưởng"),
        ),
        "Trần Văn Bình",
    )
    front = SignatureBlock(
        (
            AuthorityLine(Authority.COLLECTIVE, "Ban Thường trực"),
            AuthorityLine(Authority.FOR_HEAD, "Chủ tịch"),
            AuthorityLine(Authority.OWN, "Phó Chủ tịch"),
        ),
        "Nguyễn Thị Chi",
    )
    return sample_of(
        PaperKind.PROGRAMME,
        letterhead=head,
        abstract="Phối hợp xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
        signatures=(ministry, front),
        recipients=Recipients(("Thường trực Ban Bí thư",), "VT (BCA, MTTW)"),
    )
