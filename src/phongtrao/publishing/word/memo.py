"""The *phiếu trình* as a Word file: what is asked, on what figures, and room for every opinion.

No national form exists; the layout is custom and every agency may have its own (the profile marks
its components unverified).
"""

from phongtrao.core.formats import number
from phongtrao.publishing.word.closing import signature_lines
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import addressee_block, head_table, title_block
from phongtrao.publishing.word.markup import (
    TABLE_LOOK,
    line,
    page_section,
    paragraph,
    run,
    small_gap,
    twips,
)
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.papers import OpinionRequest, SubmissionMemo
from phongtrao.publishing.word.wording import (
    clean,
    completeness_sentences,
    date_in_words,
    paragraphs_of,
)

_DOTTED_LINE = (
    '<w:pBdr><w:bottom w:val="dotted" w:sz="4" w:space="1" w:color="808080"/>'
    '<w:between w:val="dotted" w:sz="4" w:space="1" w:color="808080"/></w:pBdr>'
    '<w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="exact"/>'
)
_LEFT, _CENTRE = '<w:jc w:val="left"/>', '<w:jc w:val="center"/>'
_LOOSE = '<w:keepNext w:val="0"/>'  # a row is not torn, but rows may stand on two pages
_SIGNING_PLACE = '<w:spacing w:before="120"/><w:ind w:left="4500"/><w:jc w:val="center"/>'
_INITIALS_SHARE = 0.46
_SIGNING_ROOM = 1  # empty lines for the signature under the decision


def render_submission_memo(
    memo: SubmissionMemo,
    *,
    profile: LayoutProfile,
    demo_mark: bool,
    training_mark: bool = False,
) -> bytes:
    """The memo as .docx bytes; the same memo and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page, `training_mark` "TẬP LÀM".
    """

    def body(headers: HeaderIds) -> str:
        return (
            head_table(memo.letterhead, profile)
            + title_block(PaperKind.SUBMISSION_MEMO.title, memo.matter, profile)
            + addressee_block((memo.addressee,), profile)
            + _presenter(memo)
            + _matters(memo, profile)
            + small_gap()
            + _opinions(memo, profile)
            + small_gap()
            + page_section(profile, headers)
        )

    title = f"{PaperKind.SUBMISSION_MEMO.title} {memo.matter}"
    marks = {"demo_mark": demo_mark, "training_mark": training_mark}
    return word_file(body, title=title, profile=profile, **marks)


def _presenter(memo: SubmissionMemo) -> str:
    named = (("Cơ quan trình", memo.from_body), ("Đơn vị soạn thảo", memo.from_unit))
    return "".join(_labelled(label, name) for label, name in named if clean(name))


def _labelled(label: str, text: str) -> str:
    return paragraph(Part.BOX_TEXT, run(f"{label}: ", bold=True) + run(clean(text)))


def _matters(memo: SubmissionMemo, profile: LayoutProfile) -> str:
    basis = (completeness_sentences(memo.completeness),) if memo.completeness else ()
    matters = (
        ("Tóm tắt nội dung trình", memo.summary, ""),
        ("Cơ sở số liệu", basis, ""),
        ("Ý kiến của đơn vị liên quan", memo.words_of_others, "- "),
        ("Đề xuất, kiến nghị", memo.proposals, "- "),
        ("Tài liệu trình kèm", memo.documents, "- "),
    )
    title = profile.style(Part.BOX_TITLE)
    shown = [(heading, texts, dash) for heading, texts, dash in matters if any(map(clean, texts))]
    return "".join(
        line(title, f"{number(place)}. {heading}") + _texts(texts, dash, profile)
        for place, (heading, texts, dash) in enumerate(shown, 1)
    )


def _texts(texts: tuple[str, ...], dash: str, profile: LayoutProfile) -> str:
    style = profile.style(Part.BOX_TEXT)
    return "".join(line(style, dash + part) for text in texts for part in paragraphs_of(text))


def _opinions(memo: SubmissionMemo, profile: LayoutProfile) -> str:
    """Initials on the left, the presenter on the right, below them the box of the decision."""
    width = twips(profile.text_width())
    left = round(width * _INITIALS_SHARE)
    asked = "".join(_asked(request) for request in memo.opinions) or paragraph(Part.BOX_TEXT, "")
    signing = _box(asked, left) + _box(signature_lines(memo.signature, profile), width - left)
    decision = _box(_decision(memo.decision_lines), width, columns=2)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{TABLE_LOOK}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{width - left}"/></w:tblGrid>'
        f"{_row(signing)}{_row(decision)}</w:tbl>"
    )


def _asked(request: OpinionRequest) -> str:
    return (
        paragraph(Part.BOX_TITLE, run(clean(request.matter)), _LOOSE)
        + paragraph(Part.BOX_TEXT, run(clean(request.office), italic=True), _LEFT)
        + _dotted_lines(request.lines)
    )


def _decision(lines: int) -> str:
    head = "Ý kiến chỉ đạo của người có thẩm quyền (bút phê)"
    return (
        paragraph(Part.BOX_TITLE, run(head), _LOOSE + _CENTRE)
        + _dotted_lines(lines)
        + paragraph(Part.BOX_TEXT, run(date_in_words(None), italic=True), _SIGNING_PLACE)
        + paragraph(Part.BOX_TEXT, "") * _SIGNING_ROOM
    )


def _dotted_lines(count: int) -> str:
    return paragraph(Part.BOX_TEXT, "", _DOTTED_LINE) * max(1, count)


def _row(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _box(content: str, width: int, *, columns: int = 1) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{content}</w:tc>'
