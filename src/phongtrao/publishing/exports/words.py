"""What happened to a paper and what stands in it, in words of the screen."""

import io
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from phongtrao.core import audit
from phongtrao.core.errors import N_, NotFound
from phongtrao.core.vietnamese import fold
from phongtrao.publishing.layout_check.check import RuleFaults, by_rule
from phongtrao.publishing.models import Paper, WordTemplate
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.workflow import StepKind

STEP_TONES = {
    StepKind.SUBMITTED: "warning",
    StepKind.WITHDRAWN: "secondary",
    StepKind.ASKED: "info",
    StepKind.ANSWERED: "info",
    StepKind.CONTENT: "primary",
    StepKind.LAYOUT: "primary",
    StepKind.NOTED: "info",
    StepKind.RETURNED: "danger",
    StepKind.SIGNED: "success",
    StepKind.ISSUED: "success",
    StepKind.SENT: "info",
    StepKind.RECALLED: "danger",
}


_DONE = {
    "paper.drafted": (_("Soạn báo cáo"), "primary"),
    "paper.edited": (_("Sửa thể thức"), "secondary"),
    "paper.line_added": (_("Thêm câu"), "secondary"),
    "paper.line_edited": (_("Sửa câu"), "secondary"),
    "paper.line_dropped": (_("Bỏ câu"), "secondary"),
    "paper.line_restored": (_("Lấy lại câu"), "secondary"),
    "paper.line_moved": (_("Đổi thứ tự câu"), "secondary"),
    "paper.numbers_linked": (_("Gắn số với số liệu"), "secondary"),
    "paper.figures_refreshed": (_("Cập nhật số liệu"), "info"),
    "paper.submitted": (_("Trình ký"), "warning"),
    "paper.withdrawn": (_("Rút về sửa"), "danger"),
    "paper.asked": (_("Xin ý kiến"), "info"),
    "paper.answered": (_("Cho ý kiến"), "info"),
    "paper.initialled": (_("Ký nháy"), "warning"),
    "paper.noted": (_("Bút phê"), "info"),
    "paper.returned": (_("Trả lại"), "danger"),
    "paper.signed": (_("Ký ban hành"), "success"),
    "paper.proposals_raised": (_("Gửi kiến nghị"), "info"),
    "paper.issued": (_("Ghi số, ngày ban hành"), "success"),
    "paper.sent": (_("Gửi văn bản"), "info"),
    "paper.received": (_("Cơ quan nhận xác nhận"), "success"),
    "paper.recalled": (_("Thu hồi"), "danger"),
    "paper.disposed": (_("Cơ quan nhận gửi trả hoặc hủy"), "success"),
}


# What the checker of sources finds, in words (`queries.tracing`).
TRACE_WORDS = {
    "sentence.no_source": N_("Câu không còn báo cáo nguồn nào."),
    "sentence.gone": N_("Báo cáo nguồn không còn nêu ý này."),
    "number.no_source": N_("Không nguồn nào ghi số này."),
    "number.differs": N_("Số trong câu không khớp số liệu của văn bản."),
    "count.differs": N_("Số địa bàn nêu ở đầu câu không khớp số nguồn."),
    "figure.no_source": N_("Chỉ tiêu không còn báo cáo nguồn."),
}


_SHOWN_HISTORY = 30


_LAYOUT_TITLES = (
    _("Quy tắc"),
    _("Lỗi"),
    _("Chỗ có lỗi"),
    _("Đang là"),
    _("Cách sửa"),
    _("Căn cứ"),
    _("Mức"),
    _("Mã"),
)


_LAYOUT_WIDTHS = (9, 44, 50, 22, 50, 44, 16, 26)


def template_versions(
    templates: Sequence[WordTemplate],
) -> list[tuple[WordTemplate, list[RuleFaults]]]:
    """Each version with the layout faults that were found when it was kept."""
    return [(each, by_rule(each.layout, each.made_at.date())) for each in templates]


def layout_workbook(name: str, found: Sequence[RuleFaults]) -> bytes:
    """The layout faults of a paper, a row a place; text stays text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Thể thức")
    for letter, width in zip("ABCDEFGH", _LAYOUT_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_text(sheet, f"{gettext('Kiểm tra thể thức')}: {name}", bold=True)])
    sheet.append([])
    sheet.append([_text(sheet, gettext(str(title)), bold=True) for title in _LAYOUT_TITLES])
    for each in found:
        rule = each.rule
        level = str(rule.severity) if each.fails else gettext("Chưa đối chiếu")
        for place in each.places:
            cells = (rule.number, rule.fault, place.excerpt, place.seen, rule.fix, rule.article)
            sheet.append([_text(sheet, text) for text in (*cells, level, rule.code)])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def in_words(sentence: str) -> str:
    """A sentence in the reader's language."""
    return gettext(sentence)


def history_of(paper: Paper) -> list[dict[str, Any]]:
    """The last steps of a paper, newest first, as a thread shows them."""
    entries = audit.entries_of(paper).order_by("-sequence")[:_SHOWN_HISTORY]
    return [
        {
            "at": entry.at,
            "author": entry.actor,
            "label": _DONE.get(entry.verb, (entry.verb, "secondary"))[0],
            "tone": _DONE.get(entry.verb, (entry.verb, "secondary"))[1],
        }
        for entry in entries
    ]


def _text(sheet: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a leading "=" must stay a letter
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def kind_links(kinds: Sequence[PaperKind]) -> list[tuple[str, PaperKind]]:
    """Kinds of papers with the words that stand for them in an address."""
    return [("-".join(fold(kind.title).split()), kind) for kind in kinds]


def kind_at(address: str, kinds: Sequence[PaperKind]) -> PaperKind:
    """The kind that stands in an address. Raises NotFound for any other word."""
    for known, kind in kind_links(kinds):
        if known == address:
            return kind
    raise NotFound
