"""The registers of grassroots democracy as page, workbook and print."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.grassroots.queries import shortfalls_of
from phongtrao.fieldwork.grassroots.rules import (
    kind_name,
    method_name,
    outcome_name,
    publicity,
    vocabulary,
)
from phongtrao.fieldwork.grassroots.workflow import TONES, SupervisionState
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
    word_of,
)


def state_shown(row: Any) -> Any:
    """The state of a supervision; advice without an answer past its day says so."""
    if is_overdue(row):
        return _("Quá hạn trả lời")
    return SupervisionState(row.state).label


def state_tone(row: Any) -> str:
    """The tone of the chip of a state."""
    return "danger" if is_overdue(row) else TONES[SupervisionState(row.state)]


def is_overdue(row: Any) -> bool:
    """Whether an answer is due and has not come."""
    waiting = row.state == SupervisionState.ADVICE_SENT and row.answer_by is not None
    return bool(waiting and row.answer_by < clock.today())


def prepare_disclosures(rows: Sequence[Any]) -> None:
    """Areas, and what falls short of the law as of today."""
    prepare_areas(rows)
    today = clock.today()
    for row in rows:
        row.shortfalls = shortfalls_of(row, today)


def publicity_shown(row: Any) -> Any:
    """Whether a matter is public, and how many things fall short."""
    if row.shortfalls:
        count = len(row.shortfalls)
        return ngettext("%(n)s điểm chưa đúng hạn", "%(n)s điểm chưa đúng hạn", count) % {
            "n": count
        }
    return _("Đã công khai") if row.published_on else _("Chưa công khai")


def publicity_tone(row: Any) -> str:
    """The tone of the chip of a publication."""
    if row.shortfalls:
        return "danger"
    return "success" if row.published_on else "warning"


def ways_shown(row: Any) -> str:
    """The ways in words."""
    return "; ".join(word_of(publicity().ways, way) for way in row.ways)


SUPERVISIONS = ListSpec(
    title=_("Giám sát, phản biện"),
    columns=(
        Column("noi_dung", _("Nội dung"), lambda r: r.subject, sort="search_folded",
               link=link_to("grassroots:supervision-detail"), width=60),
        Column("loai", _("Loại"), lambda r: gettext(kind_name(r.kind)), sort="kind", width=22),
        Column("hinh_thuc", _("Hình thức"), lambda r: gettext(method_name(r.method)),
               optional=True, width=34),
        Column("tu", _("Từ ngày"), lambda r: r.starts_on, sort="starts_on", width=14),
        Column("den", _("Đến ngày"), lambda r: r.ends_on, sort="ends_on", optional=True, width=14),
        Column("trang_thai", _("Trạng thái"), state_shown, sort="state", chip=state_tone, width=24),
        Column("y_kien", _("Ngày gửi ý kiến"), lambda r: r.advice_on, sort="advice_on",
               optional=True, width=14),
        Column("han", _("Hạn trả lời"), lambda r: r.answer_by, sort="answer_by", width=14),
        Column("tra_loi", _("Ngày trả lời"), lambda r: r.answered_on, sort="answered_on",
               optional=True, width=14),
        Column("ket_qua", _("Kết quả"), lambda r: gettext(outcome_name(r.outcome)) if r.outcome
               else "", sort="outcome", optional=True, width=24),
        Column("hoi_ai", _("Cơ quan được kiến nghị"), lambda r: r.asked.name, sort="asked__name",
               width=40),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-tu",
    empty=_("Chưa có cuộc giám sát, phản biện nào khớp bộ lọc."),
    file_name="giam-sat-phan-bien",
    prepare=prepare_areas,
)  # fmt: skip
DISCLOSURES = ListSpec(
    title=_("Nội dung công khai"),
    columns=(
        Column("ten", _("Nội dung"), lambda r: r.title, sort="search_folded",
               link=link_to("grassroots:disclosure-detail"), width=60),
        Column("khoan", _("Khoản (Điều 11)"), lambda r: r.item, sort="item", numeric=True,
               width=10),
        Column("quyet_dinh", _("Ngày quyết định"), lambda r: r.decided_on, sort="decided_on",
               width=14),
        Column("han", _("Hạn công khai"), lambda r: r.due_on, sort="due_on", width=14),
        Column("cong_khai", _("Ngày công khai"), lambda r: r.published_on, sort="published_on",
               width=14),
        Column("viec", _("Việc công khai"), publicity_shown, chip=publicity_tone, width=24),
        Column("hinh_thuc", _("Hình thức"), ways_shown, optional=True, width=50),
        Column("den", _("Niêm yết đến"), lambda r: r.posted_until, sort="posted_until",
               optional=True, width=14),
        Column("noi", _("Nơi công khai"), lambda r: r.place, optional=True, width=40),
        Column("van_ban", _("Văn bản"), lambda r: r.paper, optional=True, width=34),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-quyet_dinh",
    empty=_("Chưa có nội dung công khai nào khớp bộ lọc."),
    file_name="noi-dung-cong-khai",
    prepare=prepare_disclosures,
)  # fmt: skip


def supervision_sheet() -> SheetSpec:
    """The sheet that plans of supervision are entered from."""
    words = vocabulary()
    return SheetSpec(
        _("Nhập kế hoạch giám sát, phản biện từ Excel"),
        (
            choice_column("kind", _("Loại"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.kinds]),
            choice_column("method", _("Hình thức"), _("Chọn trong danh mục, đúng với loại."),
                          [(term.code, term.name) for term in words.methods]),
            SheetColumn("subject", _("Nội dung"), _("Ghi việc, văn bản; không ghi tên người."),
                        required=True, width=60),
            SheetColumn("asked", _("Cơ quan được giám sát, phản biện"), _("Tên đầy đủ."),
                        required=True, width=40),
            SheetColumn("plan_paper", _("Kế hoạch"), _("Số, ngày, cơ quan ban hành."), width=30),
            SheetColumn("starts_on", _("Từ ngày"), _("Ghi ngày/tháng/năm."), required=True,
                        width=14),
            SheetColumn("ends_on", _("Đến ngày"), _("Ghi ngày/tháng/năm."), required=True,
                        width=14),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "giam-sat-phan-bien",
    )  # fmt: skip


def disclosure_sheet() -> SheetSpec:
    """The sheet that matters made public are entered from."""
    items = [(str(item.number), f"Khoản {item.number}: {item.name}") for item in publicity().items]
    ways = "; ".join(term.name for term in publicity().ways)
    return SheetSpec(
        _("Nhập nội dung công khai từ Excel"),
        (
            choice_column("item", _("Nội dung theo Điều 11"), _("Chọn trong danh mục."), items),
            SheetColumn("title", _("Tên nội dung"), _("Không ghi tên người."), required=True,
                        width=60),
            SheetColumn("paper", _("Văn bản"), _("Số, cơ quan ban hành."), width=30),
            SheetColumn("decided_on", _("Ngày quyết định"), _("Ghi ngày/tháng/năm."),
                        required=True, width=14),
            SheetColumn("published_on", _("Ngày công khai"), _("Để trống khi chưa công khai."),
                        width=14),
            SheetColumn("ways", _("Hình thức công khai"),
                        _("Một hoặc nhiều, cách nhau bằng dấu chấm phẩy: %(ways)s.") % {
                            "ways": ways}, width=50),
            SheetColumn("place", _("Nơi công khai"), _("Không bắt buộc."), width=30),
            SheetColumn("posted_until", _("Niêm yết đến ngày"), _("Không bắt buộc."), width=14),
            SheetColumn("loudspeaker_days", _("Số ngày truyền thanh"), _("Không bắt buộc."),
                        width=12),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "noi-dung-cong-khai",
    )  # fmt: skip
