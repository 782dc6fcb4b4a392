"""The layout of Decree 30/2020/NĐ-CP, Appendix I, Part I, as data.

The decree's own text is the source of every rule marked with a section of the appendix. What the
decree leaves open (tables, the inner spaces, the whole *phiếu trình*) rests on common practice and
is marked unverified. No amendment was found up to November 2026.
"""

from dataclasses import replace
from datetime import date

from phongtrao.publishing.word.layout_profile import (
    Align,
    Formulas,
    LayoutProfile,
    Look,
    Measure,
    Origin,
    PageRules,
    Part,
    TextStyle,
)

_APPENDIX = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục "
_CUSTOM = Origin("thông lệ trình bày, nghị định không quy định", verified=False)
_OFFICE_RULE = Origin("thông lệ; mẫu phiếu trình do từng cơ quan quy định", verified=False)


def _section(place: str) -> Origin:
    return Origin(_APPENDIX + place, verified=True)


def _millimetres(name: str, value: float, low: float, high: float, origin: Origin) -> Measure:
    return Measure(name, value, low, high, "mm", origin)


def _style(
    part: Part, name: str, box: str, points: tuple[float, float, float], origin: Origin, look: Look
) -> TextStyle:
    """One component; `points` are our size, then the smallest and the largest allowed."""
    return TextStyle(
        part, name, box, Measure(f"Cỡ chữ: {name}", *points, "pt", origin), look, origin
    )


_PAGE = PageRules(
    width=_millimetres("Chiều rộng giấy A4", 210, 210, 210, _section("I.1")),
    height=_millimetres("Chiều dài giấy A4", 297, 297, 297, _section("I.1")),
    top=_millimetres("Lề trên", 20, 20, 25, _section("I.3")),
    bottom=_millimetres("Lề dưới", 20, 20, 25, _section("I.3")),
    left=_millimetres("Lề trái", 30, 30, 35, _section("I.3")),
    right=_millimetres("Lề phải", 20, 15, 20, _section("I.3")),
    header_distance=_millimetres("Từ mép trên đến số trang", 10, 10, 13, _CUSTOM),
    number_hidden_on_first_page=_section("I.7"),
)

_BODY_RULE = _section("II.6e")
_DIVISIONS = _section("V.6b")
_CENTRED = Look(align=Align.CENTRE)
_CENTRED_BOLD = Look(bold=True, align=Align.CENTRE)
_CENTRED_CAPITALS = Look(bold=True, capitals=True, align=Align.CENTRE)
_HEADING = Look(bold=True, align=Align.CENTRE, keep_with_next=True)
_CAPITAL_HEADING = replace(_HEADING, capitals=True)
_RUNNING = Look(align=Align.JUSTIFIED, first_line_indent=True, after=6, line=1.15)
_RUNNING_TITLE = replace(_RUNNING, bold=True, keep_with_next=True)
_NUMBER_LINE = replace(_CENTRED, before=6)

# part, name shown in Word, box of the diagram, (size, smallest, largest), source, look
_LETTERHEAD = (
    _style(Part.NATIONAL_TITLE, "Quốc hiệu", "1", (12, 12, 13), _section("II.1a"),
           _CENTRED_CAPITALS),
    _style(Part.MOTTO, "Tiêu ngữ", "1", (13, 13, 14), _section("II.1b"), _CENTRED_BOLD),
    _style(Part.PARENT_BODY, "Tên cơ quan chủ quản", "2", (12, 12, 13), _section("II.2b"),
           replace(_CENTRED, capitals=True)),
    _style(Part.ISSUER, "Tên cơ quan ban hành", "2", (12, 12, 13), _section("II.2b"),
           _CENTRED_CAPITALS),
    _style(Part.NUMBER, "Số và ký hiệu", "3", (13, 13, 13), _section("II.3c"), _NUMBER_LINE),
    _style(Part.PLACE_AND_DATE, "Địa danh và thời gian", "4", (13, 13, 14), _section("II.4c"),
           replace(_NUMBER_LINE, italic=True)),
)  # fmt: skip
_TITLE = (
    _style(Part.PAPER_KIND, "Tên loại văn bản", "5a", (14, 13, 14), _section("II.5b"),
           replace(_CAPITAL_HEADING, before=18)),
    _style(Part.ABSTRACT, "Trích yếu nội dung", "5a", (14, 13, 14), _section("II.5b"), _HEADING),
    _style(Part.LETTER_ABSTRACT, "Trích yếu công văn", "5b", (13, 12, 13), _section("II.5b"),
           _NUMBER_LINE),
    _style(Part.URGENCY, "Dấu chỉ độ khẩn", "10b", (13, 13, 14), _section("V.10"),
           replace(_CENTRED_CAPITALS, colour="FF0000")),
    _style(Part.ADDRESSEE, "Kính gửi", "9a", (14, 13, 14), _section("II.9d"),
           replace(_CENTRED, before=12, after=12)),
    _style(Part.ADDRESSEE_ITEM, "Kính gửi (nhiều nơi)", "9a", (14, 13, 14), _section("II.9d"),
           Look()),
)  # fmt: skip
_BODY = (
    _style(Part.LEGAL_BASIS, "Căn cứ ban hành", "6", (14, 13, 14), _section("II.6a"),
           replace(_RUNNING, italic=True)),
    _style(Part.BODY, "Nội dung văn bản", "6", (14, 13, 14), _BODY_RULE, _RUNNING),
    _style(Part.DIVISION, "Từ “Phần” hoặc “Chương”", "6", (14, 13, 14), _DIVISIONS,
           replace(_HEADING, before=6)),
    _style(Part.DIVISION_TITLE, "Tiêu đề phần hoặc chương", "6", (14, 13, 14), _DIVISIONS,
           replace(_CAPITAL_HEADING, after=6, outline_level=0)),
    _style(Part.SECTION, "Tiêu đề mục", "6", (14, 13, 14), _DIVISIONS,
           replace(_RUNNING_TITLE, capitals=True, outline_level=0)),
    _style(Part.CLAUSE, "Tiêu đề khoản", "6", (14, 13, 14), _DIVISIONS,
           replace(_RUNNING_TITLE, outline_level=1)),
    _style(Part.POINT, "Điểm", "6", (14, 13, 14), _DIVISIONS,
           replace(_RUNNING, keep_with_next=True, outline_level=2)),
)  # fmt: skip
_CLOSING = (
    _style(Part.RECIPIENTS_TITLE, "Từ “Nơi nhận”", "9b", (12, 12, 12), _section("II.9d"),
           Look(bold=True, italic=True)),
    _style(Part.RECIPIENT, "Nơi nhận", "9b", (11, 11, 11), _section("II.9d"), Look()),
    _style(Part.AUTHORITY, "Quyền hạn và chức vụ", "7a", (14, 13, 14), _section("II.7đ"),
           _CENTRED_CAPITALS),
    _style(Part.SIGNER, "Họ tên người ký", "7b", (14, 13, 14), _section("II.7đ"), _CENTRED_BOLD),
    _style(Part.APPENDIX_LABEL, "Từ “Phụ lục”", "–", (14, 14, 14), _section("III.1b"),
           replace(_HEADING, outline_level=0)),
    _style(Part.APPENDIX_TITLE, "Tên phụ lục", "–", (14, 13, 14), _section("III.1b"),
           _CAPITAL_HEADING),
    _style(Part.APPENDIX_REFERENCE, "Chỉ dẫn kèm theo", "–", (14, 13, 14), _section("III.1c"),
           replace(_CENTRED, italic=True, after=12, keep_with_next=True)),
    _style(Part.PAGE_NUMBER, "Số trang", "–", (14, 13, 14), _section("I.7"), _CENTRED),
)  # fmt: skip
_UNREGULATED = (
    _style(Part.TABLE_CAPTION, "Tên bảng", "–", (13, 12, 14), _CUSTOM,
           replace(_HEADING, before=6, after=3)),
    _style(Part.TABLE_HEAD, "Đầu bảng", "–", (12, 9, 14), _CUSTOM, _HEADING),
    _style(Part.TABLE_TEXT, "Chữ trong bảng", "–", (12, 9, 14), _CUSTOM, Look()),
    _style(Part.TABLE_CENTRED, "Chữ giữa ô bảng", "–", (12, 9, 14), _CUSTOM, _CENTRED),
    _style(Part.TABLE_NUMBER, "Số trong bảng", "–", (12, 9, 14), _CUSTOM,
           Look(align=Align.RIGHT)),
    _style(Part.TABLE_NOTE, "Ghi chú bảng", "–", (11, 10, 12), _CUSTOM,
           Look(italic=True, align=Align.JUSTIFIED, before=2, after=2)),
    _style(Part.BOX_TITLE, "Tiêu đề ô phiếu trình", "–", (13, 12, 14), _OFFICE_RULE,
           Look(bold=True, before=3, after=3, keep_with_next=True)),
    _style(Part.BOX_TEXT, "Nội dung ô phiếu trình", "–", (13, 12, 14), _OFFICE_RULE,
           Look(align=Align.JUSTIFIED, after=3)),
    _style(Part.DEMO_MARK, "Dấu số liệu giả định", "–", (11, 10, 14), _CUSTOM,
           Look(bold=True, capitals=True, colour="C00000", align=Align.RIGHT)),
)  # fmt: skip

DECREE_30_2020 = LayoutProfile(
    code="ND-30-2020",
    title="Thể thức văn bản hành chính theo Nghị định 30/2020/NĐ-CP",
    valid_from=date(2020, 3, 5),
    valid_to=None,
    font="Times New Roman",
    font_origin=_section("I.4"),
    language="vi-VN",
    page=_PAGE,
    first_line_indent=_millimetres("Lùi đầu dòng", 12.7, 10, 12.7, _BODY_RULE),
    issuer_rule_share=Measure(
        "Đường kẻ dưới tên cơ quan", 0.42, 1 / 3, 1 / 2, "phần dòng chữ", _section("II.2b")
    ),
    abstract_rule_share=Measure(
        "Đường kẻ dưới trích yếu", 0.42, 1 / 3, 1 / 2, "phần dòng chữ", _section("II.5b")
    ),
    signature_lines=Measure("Khoảng trống để ký", 4, 3, 6, "dòng", _CUSTOM),
    table_sizes=(12, 11, 10, 9),
    formulas=Formulas(
        nation=(
            (Part.NATIONAL_TITLE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (Part.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
        ),
        number="Số: {number}/{symbol}",
        symbol="{kind}-{bodies}",
        prefixes={"TM.": "TM.", "Q.": "Q.", "KT.": "KT.", "TL.": "TL.", "TUQ.": "TUQ.", "": ""},
        end_mark="./.",
        place="Nghị định 30/2020/NĐ-CP, Phụ lục I và III",
    ),
    styles=(*_LETTERHEAD, *_TITLE, *_BODY, *_CLOSING, *_UNREGULATED),
)
