"""The lists of planning: one description serves page, Excel and print."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column, ListSpec
from phongtrao.planning import queries
from phongtrao.planning.models import ProgrammeDocument, Task
from phongtrao.planning.rules import CLASS_LABELS, CLASS_TONES, due_in_words
from phongtrao.planning.workflow import TaskState

_SHOWN_TITLE = 200  # characters of a title in a list; the page has the whole


def _document_address(row: ProgrammeDocument) -> str:
    return reverse("planning:document-detail", args=[row.pk])


def _task_address(row: Task) -> str:
    return reverse("planning:task-detail", args=[row.pk])


def _class_label(row: Task) -> Any:
    clocks = queries.clocks_of(row, clock.today())
    if clocks.is_due_soon:
        return _("Chưa hoàn thành – sắp đến hạn")
    return _(CLASS_LABELS[clocks.current.task_class])


def _class_tone(row: Task) -> str:
    clocks = queries.clocks_of(row, clock.today())
    return "warning" if clocks.is_due_soon else CLASS_TONES[clocks.current.task_class]


def _starred_title(row: Any) -> str:
    return ("★ " if row.is_starred else "") + cut(row.title)


def cut(text: str) -> str:
    """A title as a list shows it; the page has the whole."""
    return text if len(text) <= _SHOWN_TITLE else text[:_SHOWN_TITLE].rstrip() + "…"


DOCUMENTS = ListSpec(
    title=_("Văn bản của chương trình"),
    columns=(
        Column("so", _("Số, ký hiệu"), lambda r: r.heading, sort="number_key",
               link=_document_address, width=28),
        Column("ngay", _("Ngày ban hành"), lambda r: r.issued_on, sort="issued_on", width=14),
        Column("co_quan", _("Cơ quan ban hành"), lambda r: r.issuer_text or "–",
               sort="issuer_key", width=34),
        Column("trich_yeu", _("Trích yếu"), lambda r: cut(r.title), width=60),
        Column("noi_dung", _("Nội dung chỉ đạo"), lambda r: r.requirement_count,
               sort="requirement_count", numeric=True, width=10),
        Column("chua", _("Lượt chưa cụ thể hóa"), lambda r: r.open_count, sort="open_count",
               numeric=True, width=12),
        Column("so_cua", _("Ghi sổ tại"), lambda r: r.home_body.name, optional=True, width=34),
        Column("ngay_ghi", _("Ngày ghi sổ"), lambda r: r.registered_on, sort="registered_on",
               optional=True, width=14),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.programme.short_name,
               optional=True, width=30),
    ),
    order="-ngay",
    empty=_("Chưa có văn bản nào. Tải văn bản lên ở mục Văn bản để ghi vào sổ."),
    file_name="van-ban-chuong-trinh",
)  # fmt: skip
TASKS = ListSpec(
    title=_("Nhiệm vụ"),
    columns=(
        Column("nhiem_vu", _("Nhiệm vụ"), _starred_title, sort="title",
               link=_task_address, width=60),
        Column("chu_tri", _("Chủ trì"), lambda r: r.lead.name, sort="lead__name", width=34),
        Column("han", _("Hạn hoàn thành"), lambda r: due_in_words(r.due_on, r.due_time),
               sort="due_on", width=18),
        Column("phan_loai", _("Phân loại"), _class_label, chip=_class_tone, width=28),
        Column("trang_thai", _("Trạng thái"), lambda r: TaskState(r.state).label, sort="state",
               width=22),
        Column("san_pham", _("Sản phẩm"), lambda r: cut(r.product), optional=True, width=40),
        Column("phoi_hop", _("Phối hợp"),
               lambda r: ", ".join(part.body.name for part in r.parts.all()),
               optional=True, width=40),
        Column("giao", _("Cơ quan giao"), lambda r: r.assigner.name, sort="assigner__name",
               optional=True, width=34),
        Column("han_goc", _("Hạn ban đầu"), lambda r: r.original_due_on, sort="original_due_on",
               optional=True, width=14),
        Column("nguon", _("Văn bản nguồn"),
               lambda r: r.requirement.document.heading if r.requirement else "–",
               optional=True, width=28),
        Column("dinh_ky", _("Định kỳ"), lambda r: r.series_id is not None, optional=True,
               width=10),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.programme.short_name,
               optional=True, width=30),
    ),
    order="han",
    empty=_("Không có nhiệm vụ nào khớp bộ lọc."),
    file_name="nhiem-vu",
)  # fmt: skip
