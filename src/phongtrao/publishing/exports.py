"""The list of papers, a paper's files, and its history in words."""

import io
from collections.abc import Sequence
from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from phongtrao.core import audit, clock, files
from phongtrao.core.errors import N_, NotFound
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.core.vietnamese import fold
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.authors import tell_authors
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.committee_papers import decision_bytes, notice_bytes
from phongtrao.publishing.actions.composition import memo_bytes, report_bytes, summary_bytes
from phongtrao.publishing.actions.word_templates import own_layout_bytes
from phongtrao.publishing.dossier import dossier_pdf, dossier_xml
from phongtrao.publishing.layout_check.check import RuleFaults, by_rule
from phongtrao.publishing.models import Paper, PaperDelivery, WordTemplate
from phongtrao.publishing.queries import Dossier, PaperContents, contents_of
from phongtrao.publishing.queries.committees import CommitteePaper
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word_templates.starting import FILE_NAME, starting_template
from phongtrao.publishing.workflow import DeliveryState, PaperState, StepKind
from phongtrao.reporting.exports import period_name

TONES = {
    PaperState.DRAFT: "secondary",
    PaperState.SUBMITTED: "warning",
    PaperState.CHECKED: "warning",
    PaperState.PRESENTED: "warning",
    PaperState.SIGNED: "info",
    PaperState.ISSUED: "success",
    PaperState.RECALLED: "danger",
}
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


def _covered(paper: Any) -> str:
    return f"{paper.reported or 0}/{paper.of or 0}"


PAPER_LIST = ListSpec(
    title=_("Báo cáo tổng hợp"),
    columns=[
        Column(
            "trich_yeu",
            _("Trích yếu"),
            lambda r: r.marked_title,
            sort="title_folded",
            link=link_to("publishing:paper-detail"),
            width=60,
        ),
        Column(
            "ky",
            _("Kỳ báo cáo"),
            lambda r: period_name(r.round),
            sort="round__last_day",
            width=24,
        ),
        Column("so", _("Số, ký hiệu"), lambda r: r.heading, sort="number", width=22),
        Column("ngay", _("Ngày ban hành"), lambda r: r.issued_on, sort="issued_on"),
        Column(
            "trang_thai",
            _("Trạng thái"),
            lambda r: PaperState(r.state).label,
            sort="state",
            chip=lambda r: TONES[PaperState(r.state)],
        ),
        Column("n", _("Địa bàn có báo cáo"), _covered, sort="reported", width=14),
        Column(
            "co_quan",
            _("Cơ quan soạn thảo"),
            lambda r: r.body.name,
            sort="body__name_folded",
            width=38,
        ),
        Column(
            "nguoi",
            _("Người soạn"),
            lambda r: r.author,
            sort="created_by__account__name_sort",
            optional=True,
            width=26,
        ),
        Column("luc", _("Soạn lúc"), lambda r: r.created_at, sort="created_at", optional=True),
    ],
    order="-ky",
    empty=_("Chưa có báo cáo tổng hợp nào. Hãy soạn từ trang Tổng hợp của một đợt báo cáo."),
    file_name="bao-cao-tong-hop",
    prepare=lambda rows: tell_authors(rows, "paper.drafted", "created_by"),
)


RECEIPT_TONES = {DeliveryState.SENT: "warning", DeliveryState.RECEIVED: "success"}


def _receipt(delivery: PaperDelivery) -> Any:
    is_gone = delivery.paper.state == PaperState.RECALLED
    return PaperState.RECALLED.label if is_gone else DeliveryState(delivery.state).label


def _receipt_tone(delivery: PaperDelivery) -> str:
    is_gone = delivery.paper.state == PaperState.RECALLED
    return "danger" if is_gone else RECEIPT_TONES[DeliveryState(delivery.state)]


_DELIVERY_COLUMNS = [
    Column("hinh_thuc", _("Hình thức gửi"), lambda r: r.form_words, sort="form", width=26),
    Column("ngay_gui", _("Ngày gửi"), lambda r: r.sent_on, sort="sent_on"),
]
_RECEIPT_COLUMNS = [
    Column("ngay_nhan", _("Ngày nhận"), lambda r: r.received_on, sort="received_on"),
    Column("so_den", _("Số đến"), lambda r: r.arrival_number, sort="arrival_number", width=12),
    Column("nguoi_nhan", _("Người nhận"), lambda r: r.receiver, sort="receiver", width=40),
]
DELIVERY_LIST = ListSpec(
    title=_("Nơi nhận văn bản"),
    columns=[
        Column(
            "co_quan",
            _("Nơi nhận"),
            lambda r: r.body.name,
            sort="body__name_folded",
            link=link_to("publishing:received-detail"),
            width=50,
        ),
        Column(
            "trang_thai",
            _("Xác nhận"),
            lambda r: DeliveryState(r.state).label,
            sort="state",
            chip=lambda r: RECEIPT_TONES[DeliveryState(r.state)],
        ),
        *_DELIVERY_COLUMNS,
        *_RECEIPT_COLUMNS,
    ],
    order="-trang_thai",  # who has not confirmed stands first
    empty=_("Văn bản chưa gửi cho cơ quan nào."),
    file_name="noi-nhan-van-ban",
)
RECEIVED_LIST = ListSpec(
    title=_("Văn bản được gửi"),
    columns=[
        Column(
            "trich_yeu",
            _("Trích yếu"),
            lambda r: r.paper.title,
            sort="paper__title_folded",
            link=link_to("publishing:received-detail"),
            width=60,
        ),
        Column("so", _("Số, ký hiệu"), lambda r: r.paper.heading, sort="paper__number", width=22),
        Column("ngay", _("Ngày ban hành"), lambda r: r.paper.issued_on, sort="paper__issued_on"),
        Column("noi_gui", _("Nơi gửi"), lambda r: r.sender.name, width=40),
        Column("trang_thai", _("Xác nhận"), _receipt, sort="state", chip=_receipt_tone),
        *_DELIVERY_COLUMNS,
        *_RECEIPT_COLUMNS[:2],
    ],
    order="-ngay_gui",
    empty=_("Chưa có văn bản nào được gửi đến cơ quan bạn."),
    file_name="van-ban-duoc-gui",
)


def report_download(paper: Paper) -> FileResponse:
    """The report: the frozen file once issued, rendered from the rows before."""
    if paper.report_file is not None:
        return files.attachment(paper.report_file)
    return _fresh(paper, "bao-cao", report_bytes)


def dossier_pdf_download(dossier: Dossier) -> FileResponse:
    """Everything that belongs to a paper as one PDF."""
    return _dossier_file(dossier, dossier_pdf(dossier), "pdf")


def dossier_xml_download(dossier: Dossier) -> FileResponse:
    """The same as XML, with the hash of every file."""
    return _dossier_file(dossier, dossier_xml(dossier), "xml")


def _dossier_file(dossier: Dossier, data: bytes, kind: str) -> FileResponse:
    name = f"Ho-so-{dossier.paper.heading}.{kind}".replace("/", "-")
    return files.as_attachment(data, name=name, kind=kind)


def summary_download(paper: Paper) -> FileResponse:
    """The summary of the report as it stands."""
    return _fresh(paper, "bao-cao-tom-tat", summary_bytes)


def memo_download(paper: Paper) -> FileResponse:
    """The phiếu trình, likewise."""
    if paper.memo_file is not None:
        return files.attachment(paper.memo_file)
    return _fresh(paper, "phieu-trinh", memo_bytes)


def starting_download() -> FileResponse:
    """The shipped template, in the layout that is in force today."""
    data = starting_template(profile_on(clock.today()))
    return files.as_attachment(data, name=FILE_NAME, kind="docx")


def template_download(template: WordTemplate) -> FileResponse:
    """A version of a body's template."""
    return files.attachment(template.file)


def own_layout_download(actor: Actor, paper: Paper) -> FileResponse:
    """The report in its body's own template; ``NotFound`` for other bodies and without one."""
    template = queries.template_in_use(paper)
    if template is None or not permissions.can_follow(actor, paper):
        raise NotFound
    data = own_layout_bytes(contents_of(paper), template)
    return files.as_attachment(data, name=_file_name("bao-cao", paper.title), kind="docx")


def template_versions(
    templates: Sequence[WordTemplate],
) -> list[tuple[WordTemplate, list[RuleFaults]]]:
    """Each version with the layout faults that were found when it was kept."""
    return [(each, by_rule(each.layout, each.made_at.date())) for each in templates]


def committee_decision(paper: CommitteePaper) -> FileResponse:
    """The draft of a decision on a committee."""
    name = _file_name("quyet-dinh", paper.composition.body.short_name or "ban-chi-dao")
    return files.as_attachment(decision_bytes(paper), name=name, kind="docx")


def committee_notice(paper: CommitteePaper) -> FileResponse:
    """The draft of the notice to the members of a committee."""
    name = _file_name("thong-bao-phan-cong", paper.composition.body.short_name or "ban-chi-dao")
    return files.as_attachment(notice_bytes(paper), name=name, kind="docx")


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


def _fresh(paper: Paper, prefix: str, render: Any) -> FileResponse:
    contents: PaperContents = contents_of(paper)
    name = _file_name(prefix, paper.title)
    return files.as_attachment(render(contents), name=name, kind="docx")


def _file_name(prefix: str, title: str) -> str:
    words = fold(title).split()[:10]
    name = "-".join([prefix, *("".join(filter(str.isalnum, word)) for word in words)])
    return f"{name}.docx"


def kind_links(kinds: Sequence[PaperKind]) -> list[tuple[str, PaperKind]]:
    """Kinds of papers with the words that stand for them in an address."""
    return [("-".join(fold(kind.title).split()), kind) for kind in kinds]


def kind_at(address: str, kinds: Sequence[PaperKind]) -> PaperKind:
    """The kind that stands in an address. Raises NotFound for any other word."""
    for known, kind in kind_links(kinds):
        if known == address:
            return kind
    raise NotFound


def composed_name(kind: PaperKind, abstract: str) -> str:
    """The name of the file of a paper, without its ending."""
    return _file_name("-".join(fold(kind.title).split()), abstract).removesuffix(".docx")
