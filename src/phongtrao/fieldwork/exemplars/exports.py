"""The lists of models as page, workbook and print; the sheet they are filled from."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.exemplars.rules import field_name, kind_name, vocabulary
from phongtrao.fieldwork.exemplars.workflow import (
    LEARNING_TONES,
    STATE_TONES,
    LearningState,
    ModelState,
)
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
)

_STATES = {state.value: state.label for state in ModelState}


def state_shown(row: Any) -> Any:
    """The state a model had on the day of the list, in words."""
    return _STATES.get(row.state_on or row.state, "")


def state_tone(row: Any) -> str:
    """The tone of the chip of that state."""
    return STATE_TONES.get(row.state_on or row.state, "secondary")


MODELS = ListSpec(
    title=_("Mô hình, điển hình"),
    columns=(
        Column("ten", _("Mô hình"), lambda r: r.name, sort="name",
               link=link_to("exemplars:model-detail"), width=50),
        Column("linh_vuc", _("Lĩnh vực"), lambda r: gettext(field_name(r.field)),
               sort="field", width=30),
        Column("loai", _("Loại"), lambda r: gettext(kind_name(r.kind)), sort="kind", optional=True,
               width=30),
        Column("trang_thai", _("Trạng thái"), state_shown, sort="state_on", chip=state_tone,
               width=20),
        Column("diem", _("Số điểm"), lambda r: r.sites_on, sort="sites_on", numeric=True, width=10),
        Column("to", _("Số tổ"), lambda r: r.teams_on, sort="teams_on", numeric=True, width=10),
        Column("thanh_vien", _("Số thành viên"), lambda r: r.members_shown, sort="members_shown",
               numeric=True, optional=True, width=12),
        Column("ra_mat", _("Ngày ra mắt"), lambda r: r.launched_on, sort="launched_on", width=14),
        Column("cap_nhat", _("Cập nhật gần nhất"), lambda r: r.seen_on, sort="seen_on", width=16),
        body_column(),
        area_column(optional=True),
        Column("don_vi", _("Đơn vị thực hiện"), lambda r: r.lead, optional=True, width=30),
        Column("phe_duyet", _("Văn bản phê duyệt"), lambda r: r.approval_paper, optional=True,
               width=30),
        Column("goc", _("Nhân rộng từ"), lambda r: r.adopted_from.name if r.adopted_from else "–",
               optional=True, width=36),
        state_column(),
    ),
    order="-cap_nhat",
    empty=_("Chưa có mô hình nào khớp bộ lọc."),
    file_name="mo-hinh",
    prepare=prepare_areas,
)  # fmt: skip


CATALOGUE = ListSpec(
    title=_("Kho mô hình"),
    columns=(
        Column("ten", _("Mô hình"), lambda r: r.name, sort="name",
               link=link_to("exemplars:catalogue-detail"), width=50),
        Column("ma", _("Mã"), lambda r: f"MH-{r.pk}", sort="pk", width=10),
        Column("linh_vuc", _("Lĩnh vực"), lambda r: gettext(field_name(r.field)),
               sort="field", width=30),
        Column("loai", _("Loại"), lambda r: gettext(kind_name(r.kind)), sort="kind", width=30),
        Column("trang_thai", _("Trạng thái"), state_shown, sort="state", chip=state_tone, width=20),
        Column("diem", _("Số điểm"), lambda r: r.sites, sort="sites", numeric=True, width=10),
        Column("ra_mat", _("Ngày ra mắt"), lambda r: r.launched_on, sort="launched_on", width=14),
        Column("cap_nhat", _("Cập nhật gần nhất"), lambda r: r.seen_on, sort="seen_on",
               optional=True, width=16),
        body_column(),
        area_column(optional=True),
    ),
    order="-ra_mat",
    empty=_("Chưa có mô hình nào khớp bộ lọc."),
    file_name="kho-mo-hinh",
    prepare=prepare_areas,
)  # fmt: skip
PRACTICES = ListSpec(
    title=_("Cách làm hay"),
    columns=(
        Column("ten", _("Cách làm"), lambda r: r.title, sort="title",
               link=link_to("exemplars:practice-detail"), width=44),
        Column("linh_vuc", _("Lĩnh vực"), lambda r: gettext(field_name(r.field)),
               sort="field", width=30),
        Column("van_de", _("Vấn đề"), lambda r: r.matter, width=50),
        Column("cach_lam", _("Đã làm"), lambda r: r.deed, optional=True, width=50),
        Column("ket_qua", _("Kết quả"), lambda r: r.effect, width=50),
        Column("ngay", _("Ngày"), lambda r: r.told_on, sort="told_on", width=14),
        body_column(),
        area_column(optional=True),
        Column("mo_hinh", _("Thành mô hình"),
               lambda r: r.grown_into.name if r.grown_into else "–", optional=True, width=36),
    ),
    order="-ngay",
    empty=_("Chưa có cách làm hay nào khớp bộ lọc."),
    file_name="cach-lam-hay",
    prepare=prepare_areas,
)  # fmt: skip
_LEARNING = {state.value: state.label for state in LearningState}
REQUESTS = ListSpec(
    title=_("Học tập kinh nghiệm"),
    columns=(
        Column("mo_hinh", _("Mô hình"), lambda r: r.model.name, sort="model__name",
               link=link_to("exemplars:request-detail"), width=44),
        Column("noi_hoi", _("Cơ quan đề nghị"), lambda r: r.body.name, sort="body__name", width=34),
        Column("noi_tra_loi", _("Cơ quan có mô hình"), lambda r: r.model.body.name,
               sort="model__body__name", width=34),
        Column("ngay", _("Ngày đề nghị"), lambda r: r.asked_on, sort="asked_on", width=14),
        Column("trang_thai", _("Trạng thái"), lambda r: _LEARNING[r.state], sort="state",
               chip=lambda r: LEARNING_TONES[r.state], width=18),
        Column("hen", _("Ngày hẹn"), lambda r: r.visit_on, sort="visit_on", width=14),
        Column("hoc", _("Ngày học tập"), lambda r: r.visited_on, sort="visited_on", width=14),
    ),
    order="-ngay",
    empty=_("Chưa có đề nghị học tập nào."),
    file_name="hoc-tap-kinh-nghiem",
)  # fmt: skip


def model_sheet() -> SheetSpec:
    """The sheet that running models are entered from."""
    words = vocabulary()
    return SheetSpec(
        _("Nhập mô hình từ Excel"),
        (
            SheetColumn("name", _("Tên mô hình"), _("Ví dụ: Tiếng kẻng an ninh."), required=True,
                        width=44),
            choice_column("field", _("Lĩnh vực"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.fields]),
            choice_column("kind", _("Loại"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.kinds]),
            SheetColumn("lead", _("Đơn vị thực hiện"), _("Ví dụ: Hội Liên hiệp Phụ nữ xã."),
                        width=34),
            SheetColumn("approval_paper", _("Văn bản phê duyệt"),
                        _("Số và cơ quan ban hành; để trống nếu mới đề xuất."), width=34),
            SheetColumn("approved_on", _("Ngày phê duyệt"), _("Ngày/tháng/năm."), width=14),
            SheetColumn("launched_on", _("Ngày ra mắt"),
                        _("Ngày/tháng/năm; để trống nếu mới đề xuất."), width=14),
            SheetColumn("sites", _("Số điểm"), _("Để trống là 1."), width=10),
            SheetColumn("teams", _("Số tổ"), _("Để trống là 0."), width=10),
            SheetColumn("members", _("Số thành viên"), _("Chỉ ghi số, không ghi danh sách."),
                        width=12),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
            SheetColumn("purpose", _("Mục đích, cách làm"), _("Không bắt buộc."), width=50),
        ),
        "mo-hinh",
    )  # fmt: skip


def prepare_models(rows: Sequence[Any]) -> None:
    """Give rows the names of their areas and the words of their closed lists."""
    prepare_areas(rows)
    for row in rows:
        row.field_label = gettext(field_name(row.field))
        row.kind_label = gettext(kind_name(row.kind))


def prepare_practices(rows: Sequence[Any]) -> None:
    """Give good practices the names of their areas and fields."""
    prepare_areas(rows)
    for row in rows:
        row.field_label = gettext(field_name(row.field))
