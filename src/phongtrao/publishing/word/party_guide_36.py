"""The layout of papers of Party bodies, Guide 36-HD/VPTW of 3 April 2018, as data.

Of the guide were seen: the title, the asterisk below the issuer, the number without a colon, where
place and date stand, the sheet and the letters. Sizes, margins, prefixes and the rest rest on
memory and are marked unverified. Whether the guide was replaced in 2025–2026 was not found out.
"""

from dataclasses import replace
from datetime import date

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.layout_profile import (
    Align,
    Formulas,
    Look,
    Measure,
    Origin,
    Part,
    TextStyle,
)

_GUIDE = "Hướng dẫn 36-HD/VPTW"
_SEEN = Origin(_GUIDE, verified=True)
_UNSEEN = Origin(_GUIDE, verified=False)
_AS_STATE = Origin("theo Nghị định 30/2020/NĐ-CP, chưa rõ hướng dẫn của Đảng", verified=False)

# Our size, then the smallest and the largest allowed, as far as they are remembered.
_SIZES = {
    Part.NATIONAL_TITLE: (15, 15, 15),
    Part.PARENT_BODY: (14, 14, 14),
    Part.ISSUER: (14, 14, 14),
    Part.NUMBER: (14, 14, 14),
    Part.PLACE_AND_DATE: (14, 14, 14),
    Part.PAPER_KIND: (16, 16, 16),
    Part.ABSTRACT: (14, 14, 15),
    Part.LETTER_ABSTRACT: (12, 12, 13),
    Part.BODY: (14, 14, 15),
    Part.LEGAL_BASIS: (14, 14, 15),
    Part.AUTHORITY: (14, 14, 14),
    Part.SIGNER: (14, 14, 14),
    Part.RECIPIENTS_TITLE: (14, 14, 14),
    Part.RECIPIENT: (12, 12, 12),
}
_NAMES = {Part.NATIONAL_TITLE: "Tiêu đề “Đảng Cộng sản Việt Nam”"}
_LOOKS = {
    Part.RECIPIENTS_TITLE: Look(underlined=True),
    Part.LETTER_ABSTRACT: Look(italic=True, align=Align.CENTRE, before=6),
}


def _style(of_state: TextStyle) -> TextStyle:
    """The style of a component: as the guide has it, else as the decree sets it."""
    part = of_state.part
    if part not in _SIZES:
        size = replace(of_state.size, origin=_AS_STATE)
        return replace(of_state, size=size, origin=_AS_STATE)
    size = Measure(of_state.size.name, *_SIZES[part], "pt", _UNSEEN)
    look, name = _LOOKS.get(part, of_state.look), _NAMES.get(part, of_state.name)
    return replace(of_state, name=name, size=size, look=look, origin=_UNSEEN)


_STATE_PAGE = DECREE_30_2020.page
_PAGE = replace(
    _STATE_PAGE,
    width=replace(_STATE_PAGE.width, origin=_SEEN),
    height=replace(_STATE_PAGE.height, origin=_SEEN),
    top=Measure("Lề trên", 20, 20, 20, "mm", _UNSEEN),
    bottom=Measure("Lề dưới", 20, 20, 20, "mm", _UNSEEN),
    left=Measure("Lề trái", 30, 30, 30, "mm", _UNSEEN),
    right=Measure("Lề phải", 15, 15, 15, "mm", _UNSEEN),
    number_hidden_on_first_page=_AS_STATE,
)

PARTY_GUIDE_36 = replace(
    DECREE_30_2020,
    code="HD-36-VPTW",
    title="Thể thức văn bản của Đảng theo Hướng dẫn 36-HD/VPTW",
    valid_from=date(2018, 4, 3),
    font_origin=_SEEN,
    page=_PAGE,
    first_line_indent=replace(DECREE_30_2020.first_line_indent, origin=_AS_STATE),
    formulas=Formulas(
        nation=((Part.NATIONAL_TITLE, "ĐẢNG CỘNG SẢN VIỆT NAM"),),
        number="Số {number}-{symbol}",
        symbol="{kind}/{bodies}",
        prefixes={"TM.": "T/M", "Q.": "Q.", "KT.": "K/T", "TL.": "T/L", "TUQ.": "T/UQ", "": ""},
        end_mark=".",
        place=_GUIDE,
        issuer_sign="*",
        abstract_sign="-----",
        abbreviations={"LETTER": "CV", "RULES": "QĐi"},
        unverified=(
            "Chữ viết tắt quyền hạn ký (T/M, K/T, T/L)",
            "Năm gạch dưới trích yếu",
            "Chữ viết tắt tên loại Quy định (QĐi) và Công văn (CV)",
            "Kết thúc nội dung không có dấu “./.”",
        ),
    ),
    styles=tuple(_style(style) for style in DECREE_30_2020.styles),
)
