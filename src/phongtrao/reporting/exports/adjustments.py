"""Signed lines in words, and their list."""

from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core.formats import datetime_vn, number
from phongtrao.core.lists import Column, ListSpec
from phongtrao.reporting.grid.content import CellSpec, specs_of
from phongtrao.reporting.models import Adjustment
from phongtrao.reporting.workflow import AdjustmentState

_TONES = {
    AdjustmentState.PROPOSED: "warning",
    AdjustmentState.IN_FORCE: "success",
    AdjustmentState.REFUSED: "secondary",
    AdjustmentState.WITHDRAWN: "secondary",
}


def adjusted_cell(row: Adjustment) -> CellSpec:
    """The figure of the form that a line is at."""
    specs = specs_of(row.version.report.round.template_version.cells)
    return next(spec for spec in specs if spec.key == row.cell_key)


def difference_words(row: Adjustment) -> str:
    """The difference with its sign, as figures are written."""
    spec = adjusted_cell(row)
    shown = number(Fraction(row.difference, 10**spec.decimals), spec.decimals)
    return f"+{shown}" if row.difference > 0 else shown


def adjustment_state(row: Adjustment) -> tuple[str, str]:
    """Where a line stands, in words and as the tone of a chip."""
    is_old = row.version.n != row.version.report.version_count
    if is_old and row.state in (AdjustmentState.PROPOSED, AdjustmentState.IN_FORCE):
        return _("Không còn tính: đã có bản gửi mới"), "secondary"
    return str(AdjustmentState(row.state).label), _TONES[AdjustmentState(row.state)]


def _who(row: Adjustment) -> str:
    second = f"; {row.decided_account.full_name}" if row.decided_account else ""
    return f"{row.proposed_account.full_name}{second}"


ADJUSTMENT_LIST = ListSpec(
    title=gettext_lazy("Điều chỉnh số liệu"),
    columns=[
        Column(
            "co_quan",
            gettext_lazy("Báo cáo của"),
            lambda r: r.version.report.body.name,
            sort="version__report__body__name_folded",
            link=lambda r: reverse("reporting:report-adjustments", args=[r.version.report_id]),
            width=36,
        ),
        Column("so_lieu", gettext_lazy("Số liệu"), lambda r: adjusted_cell(r).name, width=44),
        Column("chenh_lech", gettext_lazy("Chênh lệch"), difference_words, numeric=True),
        Column("ly_do", gettext_lazy("Lý do"), lambda r: r.reason, width=44),
        Column("boi", gettext_lazy("Cơ quan điều chỉnh"), lambda r: r.body.name, width=34),
        Column("nguoi", gettext_lazy("Người lập; người duyệt"), _who, width=34),
        Column(
            "luc", gettext_lazy("Lập lúc"), lambda r: datetime_vn(r.proposed_at), sort="proposed_at"
        ),
        Column(
            "trang_thai",
            gettext_lazy("Trạng thái"),
            lambda r: adjustment_state(r)[0],
            sort="state",
            chip=lambda r: adjustment_state(r)[1],
        ),
    ],
    order="-luc",
    empty=gettext_lazy("Chưa có dòng điều chỉnh nào."),
    file_name="dieu-chinh-so-lieu",
)
