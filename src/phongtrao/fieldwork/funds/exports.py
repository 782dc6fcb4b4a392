"""The register of funds as page, workbook and print; the sheet it is filled from."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.funds.rules import KINDS, SOURCES, content_name, contents
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
)

_KINDS = {code: _(name) for code, name in KINDS}
_SOURCES = {code: _(name) for code, name in SOURCES}


def kind_name(code: str) -> Any:
    """What a kind of line is called."""
    return _KINDS.get(code, code)


def source_name(code: str) -> Any:
    """What a source is called."""
    return _SOURCES.get(code, code)


FUND_LINES = ListSpec(
    title=_("Kinh phí"),
    columns=(
        Column("ngay", _("Ngày"), lambda r: r.on, sort="on", link=link_to("funds:line-detail"),
               width=14),
        Column("loai", _("Loại"), lambda r: kind_name(r.kind), sort="kind", width=24),
        Column("nam", _("Năm ngân sách"), lambda r: str(r.year), sort="year", width=12),
        Column("noi_dung", _("Nội dung chi"), lambda r: gettext(content_name(r.content)),
               sort="content",
               width=40),
        Column("nguon", _("Nguồn"), lambda r: source_name(r.source), sort="source", width=26),
        Column("tien", _("Số tiền (đồng)"), lambda r: r.amount, sort="amount", numeric=True,
               width=20),
        body_column(),
        area_column(optional=True),
        Column("van_ban", _("Văn bản"), lambda r: r.paper, optional=True, width=34),
        Column("ghi_chu", _("Ghi chú"), lambda r: r.note, optional=True, width=40),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có dòng kinh phí nào khớp bộ lọc."),
    file_name="kinh-phi",
    prepare=prepare_areas,
)  # fmt: skip


def fund_sheet() -> SheetSpec:
    """The sheet that lines are entered from."""
    return SheetSpec(
        _("Nhập kinh phí từ Excel"),
        (
            choice_column("kind", _("Loại"), _("Chọn trong danh mục."), list(KINDS)),
            SheetColumn("year", _("Năm ngân sách"), _("Ví dụ 2026."), required=True, width=12),
            SheetColumn("on", _("Ngày"), _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."),
                        required=True, width=14),
            choice_column("content", _("Nội dung chi"), _("Chọn trong danh mục."),
                          [(each.code, each.name) for each in contents().contents]),
            choice_column("source", _("Nguồn"), _("Chọn trong danh mục."), list(SOURCES)),
            SheetColumn("amount", _("Số tiền (đồng)"), _("Số nguyên, ví dụ 12500000."),
                        required=True, width=20),
            SheetColumn("paper", _("Văn bản"), _("Số, ngày, cơ quan ban hành."), width=34),
            SheetColumn("over_paper", _("Văn bản cho phép chi vượt dự toán"),
                        _("Chỉ khi chi vượt."), width=34),
            SheetColumn("other_programme", _("Chương trình khác chi trả"),
                        _("Chỉ với nguồn lồng ghép."), width=34),
            SheetColumn("note", _("Ghi chú"), _("Không bắt buộc."), width=40),
        ),
        "kinh-phi",
    )  # fmt: skip
