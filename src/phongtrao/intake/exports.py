"""The list of arrived papers, described once for its page, its Excel file and its print."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec
from phongtrao.intake.models import Draft
from phongtrao.intake.queries import STATE_TONES
from phongtrao.intake.workflow import DraftState
from phongtrao.org.queries.authors import tell_authors


def _address(draft: Draft) -> str:
    return reverse("intake:draft-detail", args=[draft.pk])


def _left(draft: Draft) -> int | None:
    """Items not looked at; nothing once the paper is decided."""
    waits = draft.state == DraftState.PROPOSED
    return draft.open_count if waits else None  # type: ignore[attr-defined]  # annotated


DRAFTS = ListSpec(
    title=_("Văn bản đến"),
    columns=[
        Column("so", _("Số, ký hiệu"), str, sort="number", link=_address),
        Column("trich_yeu", _("Trích yếu"), lambda d: d.title, width=50),
        Column("co_quan", _("Cơ quan ban hành"), lambda d: d.issuer_text, "issuer_text", width=30),
        Column("ngay", _("Ngày ban hành"), lambda d: d.issued_on, sort="issued_on"),
        Column("loai", _("Loại"), lambda d: d.document_type, sort="document_type", optional=True),
        Column("tep", _("Tệp"), lambda d: d.file.name, optional=True),
        Column("nhan", _("Tiếp nhận lúc"), lambda d: d.received_at, sort="received_at"),
        Column(
            "nguoi",
            _("Người tiếp nhận"),
            lambda d: d.author,
            optional=True,
        ),
        Column("noi_dung", _("Nội dung"), lambda d: d.item_count, numeric=True),
        Column("con_lai", _("Chưa xem"), _left, numeric=True),
        Column(
            "trang_thai",
            _("Trạng thái"),
            lambda d: DraftState(d.state).label,
            sort="state",
            chip=lambda d: STATE_TONES[DraftState(d.state)],
        ),
    ],
    order="-nhan",
    empty=_("Chưa có văn bản nào. Hãy tải văn bản lên để bắt đầu."),
    file_name="van-ban-den",
    prepare=lambda rows: tell_authors(rows, "draft.received", "received_by"),
)
