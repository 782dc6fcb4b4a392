"""The list of forms, and the words of a form's parts."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core.formats import DASH, date_vn
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.reporting.models import ReportTemplate


def owner_words(row: Any) -> str:
    """Whose a form, an indicator or a list is."""
    return row.owner.name if row.owner else _("Danh mục dùng chung")


def template_state(row: ReportTemplate) -> tuple[str, str]:
    """Where a form of the list stands, in words and as the tone of a chip."""
    if row.retired_at:
        return _("Thôi dùng"), "secondary"
    counts = vars(row)  # annotated by `queries.templates_for`
    if counts["newest"] is None:
        return _("Đang thiết kế"), "warning"
    if counts["drafts"]:
        return _("Đang dùng, có bản đang sửa"), "info"
    return _("Đang dùng"), "success"


TEMPLATE_LIST = ListSpec(
    title=gettext_lazy("Biểu mẫu báo cáo"),
    columns=[
        Column(
            "ten",
            gettext_lazy("Biểu mẫu"),
            lambda r: r.name,
            sort="name",
            link=link_to("reporting:template-detail"),
            width=60,
        ),
        Column("co_quan", gettext_lazy("Cơ quan thiết kế"), owner_words, sort="owner__name_folded"),
        Column(
            "ban",
            gettext_lazy("Phiên bản"),
            lambda r: r.newest or DASH,
            sort="newest",
            numeric=True,
        ),
        Column(
            "ngay",
            gettext_lazy("Ban hành"),
            lambda r: date_vn(r.issued_at) if r.issued_at else DASH,
            sort="issued_at",
        ),
        Column(
            "trang_thai",
            gettext_lazy("Trạng thái"),
            lambda r: template_state(r)[0],
            chip=lambda r: template_state(r)[1],
        ),
    ],
    order="ten",
    empty=gettext_lazy("Chưa có biểu mẫu nào."),
    file_name="bieu-mau",
)
