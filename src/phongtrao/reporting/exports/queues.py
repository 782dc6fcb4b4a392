"""The queue of reports that wait for a decision: a list of reports with what an approver weighs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from markupsafe import Markup

from phongtrao.core.formats import DASH
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.reporting.models import Report
from phongtrao.reporting.queries import attach_review_facts
from phongtrao.reporting.queries.reports import attach_approvals

# The form that the ticks of the rows belong to.
TICKS_OF = "nhieu"


def change_words(report: Report) -> str:
    """What the newest version changed against the one before."""
    facts = report.review_facts
    if facts is None or facts.sent < 2:
        return _("Gửi lần đầu") if facts and facts.sent else DASH
    told = []
    if facts.cells:
        told.append(ngettext("%(n)s ô", "%(n)s ô", facts.cells) % {"n": facts.cells})
    if facts.added:
        told.append(ngettext("thêm %(n)s ý", "thêm %(n)s ý", facts.added) % {"n": facts.added})
    if facts.dropped:
        told.append(ngettext("bỏ %(n)s ý", "bỏ %(n)s ý", facts.dropped) % {"n": facts.dropped})
    return ", ".join(told) or _("Không đổi")


def fault_words(report: Report) -> str:
    """How many places of the newest version are open, and how many the body has explained."""
    facts = report.review_facts
    if facts is None or not (facts.faults or facts.explained):
        return DASH
    told = []
    if facts.faults:
        told.append(_("%(n)s chưa giải trình") % {"n": facts.faults})
    if facts.explained:
        told.append(_("%(n)s đã giải trình") % {"n": facts.explained})
    return ", ".join(told)


def queue_of(spec: ListSpec, *, with_ticks: bool) -> ListSpec:
    """The list of reports as a queue; its workbook is the same without the ticks."""
    shown = [
        replace(column, link=link_to("reporting:report-review"))
        if column.key == "co_quan"
        else column
        for column in spec.columns
    ]
    columns = [*([_TICK] if with_ticks else []), *shown, _CHANGES, _FAULTS]
    return replace(
        spec,
        columns=columns,
        prepare=_prepare,
        empty=gettext_lazy("Không có báo cáo nào chờ bạn duyệt."),
    )


def _prepare(reports: Sequence[Any]) -> None:
    attach_approvals(reports)
    attach_review_facts(reports)


def _tick(report: Report) -> Markup:
    return Markup(
        '<input class="form-check-input" type="checkbox" name="b" value="{}" form="{}"'
        ' aria-label="{}">'
    ).format(report.pk, TICKS_OF, _("Chọn %(body)s") % {"body": report.body.name})


_TICK = Column("chon", gettext_lazy("Chọn"), _tick)
_CHANGES = Column("thay_doi", gettext_lazy("Thay đổi"), change_words, width=26)
_FAULTS = Column("can_xem", gettext_lazy("Chỗ cần xem"), fault_words, width=30)
