"""The door's lists as pages, workbooks and prints."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.portal.drawing import Relation
from phongtrao.portal.queries.paper_graph import PaperGraph
from phongtrao.portal.rules import VERBS

_LONGEST = 300  # characters of an entry's content in one cell
# How a tie is told of the named paper, and of the naming one.
RELATION_WORDS: dict[Relation, tuple[Any, Any]] = {
    Relation.REPLACES: (_("Bị thay thế, bãi bỏ"), _("Thay thế, bãi bỏ")),
    Relation.AMENDS: (_("Được sửa đổi, bổ sung"), _("Sửa đổi, bổ sung")),
    Relation.EXTENDS: (_("Được gia hạn, tiếp nối"), _("Gia hạn, tiếp nối")),
    Relation.BASIS: (_("Là căn cứ"), _("Lấy làm căn cứ")),
    Relation.CARRIES_OUT: (_("Được thực hiện"), _("Thực hiện")),
    Relation.NAMES: (_("Được nhắc đến"), _("Nhắc đến")),
}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper around the paper of the page, and how it is tied to it or to one between."""

    place: int
    depth: int
    tie: Any
    via: str
    label: str
    day: date | None
    sort_day: str
    issuer: str
    title: str
    url: str


def paper_rows(graph: PaperGraph) -> list[PaperRow]:
    """The table beside the picture: the nearest papers first."""
    return [
        PaperRow(
            place,
            step.node.depth,
            RELATION_WORDS[step.relation][step.inwards],
            "" if step.via.key == graph.centre.key else step.via.label,
            step.node.label,
            step.node.day,
            step.node.day.isoformat() if step.node.day else "",
            step.node.issuer,
            step.node.title,
            step.node.url,
        )
        for place, step in enumerate(graph.steps, start=1)
    ]


PAPER_GRAPH = ListSpec(
    title=_("Quan hệ văn bản"),
    columns=[
        Column("tt", _("TT"), lambda r: r.place, sort="place", numeric=True, width=6),
        Column("quan_he", _("Quan hệ"), lambda r: r.tie, width=26),
        Column("van_ban", _("Văn bản"), lambda r: r.label, sort="label", width=34),
        Column("ngay", _("Ngày ban hành"), lambda r: r.day, sort="sort_day", width=14),
        Column("co_quan", _("Cơ quan ban hành"), lambda r: r.issuer, width=34),
        Column("trich_yeu", _("Trích yếu"), lambda r: r.title, width=60),
        Column("bac", _("Bậc"), lambda r: r.depth, sort="depth", numeric=True, width=6),
        Column("qua", _("Qua văn bản"), lambda r: r.via, width=30),
    ],
    order="tt",
    empty=_("Không có văn bản nào liên quan trong phạm vi bạn được xem."),
    file_name="quan-he-van-ban",
)


def _content(entry: AuditEntry) -> str:
    payload = getattr(entry, "auditpayload", None)
    if payload is None:
        return gettext("(nội dung đã xóa theo quy định; dấu vết vẫn còn)")
    text = "; ".join(f"{name}: {value}" for name, value in sorted(payload.payload.items()))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _act(entry: AuditEntry) -> str:
    words = VERBS.get(entry.verb)
    return f"{gettext(words)} ({entry.verb})" if words else entry.verb


def _target(entry: AuditEntry) -> str:
    return f"{entry.target_type} {entry.target_id}"


def _state(notice: Notice) -> str:
    return gettext("Đã đọc") if notice.read_at else gettext("Chưa đọc")


AUDIT_LIST = ListSpec(
    title=_("Nhật ký hành động"),
    columns=[
        Column("so", _("Số"), lambda e: e.sequence, sort="sequence", numeric=True, width=10),
        Column("luc", _("Thời điểm"), lambda e: e.at, sort="at"),
        Column("nguoi", _("Người thực hiện"), lambda e: e.actor, sort="actor", width=50),
        Column("viec", _("Hành động"), _act, sort="verb", width=40),
        Column("ma_noi_dung", _("Mã nội dung"), _target, width=26),
        Column("noi_dung", _("Nội dung"), _content, width=60),
        Column("ma_bam", _("Mã băm"), lambda e: e.hash, optional=True, width=66),
    ],
    order="-so",
    empty=_("Không có dòng nhật ký nào khớp với bộ lọc."),
    file_name="nhat-ky",
)

NOTICE_LIST = ListSpec(
    title=_("Thông báo"),
    columns=[
        Column("luc", _("Thời điểm"), lambda n: n.created_at, sort="created_at"),
        Column("noi_dung", _("Nội dung"), lambda n: n.text, link=lambda n: n.address),
        Column(
            "trang_thai",
            _("Trạng thái"),
            _state,
            sort="read_at",
            chip=lambda n: "secondary" if n.read_at else "primary",
        ),
    ],
    order="-luc",
    empty=_("Chưa có thông báo nào."),
    file_name="thong-bao",
)
