"""The lists around following tasks up: letters that urge, load of communes, forecast."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.formats import date_vn, percent
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.models import UrgedTask, Urging
from phongtrao.planning.workflow import UrgingState

URGING_TONES = {"draft": "secondary", "issued": "success", "dropped": "secondary"}

URGINGS = ListSpec(
    title=_("Công văn đôn đốc"),
    columns=(
        Column("ngay", _("Ngày soạn"), lambda r: r.made_on, sort="made_on",
               link=link_to("planning:urging-detail"), width=14),
        Column("so", _("Số, ký hiệu"), lambda r: r.paper, sort="paper", width=34),
        Column("ban_hanh", _("Ngày ban hành"), lambda r: r.issued_on, sort="issued_on", width=14),
        Column("lan", _("Đôn đốc lần"), lambda r: r.ordinal, sort="ordinal", numeric=True,
               width=10),
        Column("co_quan", _("Số cơ quan"), lambda r: r.lead_count, sort="lead_count", numeric=True,
               width=10),
        Column("nhiem_vu", _("Số nhiệm vụ"), lambda r: r.task_count, sort="task_count",
               numeric=True, width=10),
        Column("trang_thai", _("Trạng thái"), lambda r: UrgingState(r.state).label,
               chip=lambda r: URGING_TONES[r.state], width=16),
    ),
    order="-ngay",
    empty=_("Chưa có công văn đôn đốc nào."),
    file_name="cong-van-don-doc",
)  # fmt: skip
_LOAD = ListSpec(
    title=_("Khối lượng việc của cấp xã"),
    columns=(
        Column("dia_ban", _("Địa bàn"), lambda r: r.full_name, sort="sort_key", width=34),
        Column("tong", _("Việc đang mở"), lambda r: r.open, sort="open", numeric=True, width=10),
        Column("chu_tri", _("Chủ trì"), lambda r: r.led, sort="led", numeric=True, width=10),
        Column("phoi_hop", _("Phối hợp"), lambda r: r.shared, sort="shared", numeric=True,
               width=10),
        Column("qua_han", _("Quá hạn"), lambda r: r.load.late, numeric=True, width=10),
        Column("tuan_nay", _("Hạn tuần này"), lambda r: r.load.this_week, numeric=True, width=10),
        Column("tuan_sau", _("Hạn tuần sau"), lambda r: r.load.next_week, numeric=True, width=10),
        Column("sau_nua", _("Hạn muộn hơn"), lambda r: r.load.later, numeric=True, width=10),
        Column("so_noi_giao", _("Số nơi giao"), lambda r: len(r.load.askers), numeric=True,
               width=10),
        Column("noi_giao", _("Nơi giao"), lambda r: queries.shown_askers(r.load), width=70),
    ),
    order="-tong",
    empty=_("Không có địa bàn cấp xã nào khớp bộ lọc."),
    file_name="khoi-luong-cap-xa",
)  # fmt: skip


def _explained(row: Any) -> str:
    words = {"due": row.past_due, "late": row.past_late, "open": row.still_open}
    if row.share is None:
        return gettext("Mới có %(due)s nhiệm vụ đã đến hạn, chưa đủ để dự báo.") % words
    likely = row.share * row.still_open
    words["share"] = percent(row.share, 0)
    words["likely"] = round(likely)
    return (
        gettext(
            "%(late)s trong %(due)s nhiệm vụ đã đến hạn bị quá hạn; ước %(share)s, tức khoảng "
            "%(likely)s trong %(open)s nhiệm vụ đang trong hạn có thể chậm."
        )
        % words
    )


_FORECAST = ListSpec(
    title=_("Dự báo chậm tiến độ"),
    columns=(
        Column("co_quan", _("Cơ quan chủ trì"), lambda r: r.name, sort="name", width=40),
        Column("da_den_han", _("Đã đến hạn"), lambda r: r.past_due, sort="past_due", numeric=True,
               width=10),
        Column("da_cham", _("Trong đó quá hạn"), lambda r: r.past_late, sort="past_late",
               numeric=True, width=10),
        Column("dang_mo", _("Đang trong hạn"), lambda r: r.still_open, sort="still_open",
               numeric=True, width=10),
        Column("kha_nang", _("Khả năng chậm"), lambda r: percent(r.share, 0), numeric=True,
               width=10),
        Column("dien_giai", _("Diễn giải"), _explained, width=70),
    ),
    order="-dang_mo",
    empty=_("Chưa có nhiệm vụ nào đến hạn để so sánh."),
    file_name="du-bao-cham",
)  # fmt: skip


def load_list(actor: Actor) -> ListSpec:
    """The load of communes, as this actor may see it."""
    return replace(_LOAD, prepare=partial(queries.prepare_load, actor=actor))


def forecast_list(actor: Actor) -> ListSpec:
    """The forecast, as this actor may see it."""
    return replace(_FORECAST, prepare=partial(queries.prepare_forecast, actor=actor))


def urging_message(urging: Urging, items: Sequence[UrgedTask]) -> str:
    """The message for a chat group: bodies, tasks and due days; no person, no figure, no link."""
    lines = [
        gettext("%(body)s đề nghị các cơ quan sau khẩn trương hoàn thành nhiệm vụ đã quá hạn:")
        % {"body": urging.body.name}
    ]
    for lead, tasks in groupby(items, key=lambda item: item.task.lead.name):
        lines.append(f"{lead}:")
        lines += [
            gettext("- %(title)s (hạn %(day)s)")
            % {"title": item.task.title, "day": date_vn(item.due_on)}
            for item in tasks
        ]
    lines.append(gettext("Báo cáo kết quả trên hệ thống ngay sau khi hoàn thành."))
    return "\n".join(lines)
