"""The door's lists as pages, workbooks and prints."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.portal.rules import VERBS

_LONGEST = 300  # characters of an entry's content in one cell


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
