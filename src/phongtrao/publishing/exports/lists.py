"""Lists of papers and of the bodies to which they go, on screen and as workbooks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org.queries.authors import tell_authors
from phongtrao.publishing.models import PaperDelivery
from phongtrao.publishing.workflow import DeliveryState, Disposal, PaperState
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


def _is_to_go_back(delivery: PaperDelivery) -> bool:
    """Not while the paper stands, nor where the body never had it."""
    is_recalled = delivery.paper.state == PaperState.RECALLED
    return is_recalled and delivery.state == DeliveryState.RECEIVED


def _disposal(delivery: PaperDelivery) -> Any:
    if not _is_to_go_back(delivery):
        return ""
    return Disposal(delivery.disposal).label if delivery.disposal else _("Chưa gửi trả, hủy")


def _disposal_tone(delivery: PaperDelivery) -> str:
    if not _is_to_go_back(delivery):
        return ""
    return "success" if delivery.disposal else "danger"


_DISPOSAL_COLUMN = Column(
    "sau_thu_hoi",
    _("Sau thu hồi"),
    _disposal,
    sort="disposal",
    chip=_disposal_tone,
    width=26,
)
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
        _DISPOSAL_COLUMN,
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
        _DISPOSAL_COLUMN,
        *_DELIVERY_COLUMNS,
        *_RECEIPT_COLUMNS[:2],
    ],
    order="-ngay_gui",
    empty=_("Chưa có văn bản nào được gửi đến cơ quan bạn."),
    file_name="van-ban-duoc-gui",
)
