"""The list of bulletins as page, workbook and print."""

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.register.exports import (
    area_column,
    body_column,
    prepare_areas,
    state_column,
)

BULLETINS = ListSpec(
    title=_("Bản tin trao đổi"),
    columns=(
        Column("ten", _("Tên bản tin"), lambda r: r.title, sort="title",
               link=link_to("outreach:bulletin-detail"), width=60),
        Column("so", _("Số, ký hiệu"), lambda r: r.number, width=20),
        Column("ngay", _("Ngày phát hành"), lambda r: r.issued_on, sort="issued_on", width=14),
        Column("gui", _("Nơi nhận"), lambda r: r.sent_count, sort="sent_count", numeric=True,
               width=10),
        Column("nhan", _("Đã xác nhận"), lambda r: r.received_count, sort="received_count",
               numeric=True, width=12),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có bản tin nào khớp bộ lọc."),
    file_name="ban-tin-trao-doi",
    prepare=prepare_areas,
)  # fmt: skip
